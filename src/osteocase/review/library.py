"""The cases on disk: notes, and an append-only trail of every step of every review.

A case is its trail: opening it walks the steps again. Each step is one transaction, written before it is shown, so a
crash at any moment loses nothing that was shown as saved. Rows are never changed or deleted; undo is a row of its own.
SQLite in the user's data folder by default, any database that SQLAlchemy knows by its URL.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import simplejson
from sqlalchemy import Connection, Engine, RowMapping, create_engine, event, insert, or_, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from osteocase.errors import LibraryError
from osteocase.records import Record
from osteocase.review.changes import Change
from osteocase.review.session import BuildCase, Journal, Session, Step
from osteocase.review.state import UNTITLED, ReviewState, decided_notes, record_lists
from osteocase.review.storage import CASES, NOTES, TRAIL, change_from_row, change_to_row, migrate

__all__ = ["CaseInfo", "Library", "TrailEntry", "default_path", "new_case_id"]


def default_path() -> Path:
    """Where the library lies when no other place is named: the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("osteocase") / "cases.db"


def new_case_id() -> str:
    """A name that no other case has."""
    return f"case-{uuid4().hex[:8]}"


@dataclass(frozen=True)
class CaseInfo:
    """A case as the list of cases shows it."""

    id: str
    title: str
    created: str
    """ISO time, UTC."""
    changed: str
    """ISO time of the last step, UTC."""
    steps: int
    notes: int
    archived: bool


@dataclass(frozen=True)
class TrailEntry:
    """One step of a review, as it was kept."""

    number: int
    at: str
    who: str
    action: str
    change: Change | None
    before: dict[str, Any]
    """Record id to the record before the step, for the records that it touched."""
    after: dict[str, Any]
    reason: str | None
    rules: str | None
    """Ids of the rules that had made the records."""
    patterns: str | None
    """Version of the patterns that the records were read with."""
    notes: str | None
    """Hashes of the notes that the records came from."""


class Library:
    """All cases of one database.

    Args:
        url: SQLAlchemy URL of a database; the user's own SQLite file when left out.
        who: name of the reviewer; the login name when left out.
        clock: tells the time.
        patterns: version of the patterns, noted in each step.

    Raises:
        LibraryError: the database cannot be opened, or is of a newer osteocase.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        who: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        patterns: str | None = None,
    ) -> None:
        self._who = who or _login_name()
        self._clock = clock
        self._patterns = patterns
        self.place = url or str(default_path())
        try:
            self._engine = _sqlite(default_path()) if url is None else _engine(url)
            with self._transaction() as connection:
                migrate(connection)
        except (SQLAlchemyError, OSError) as error:
            raise _told(error, self.place) from error

    def new(self, *, build: BuildCase, title: str = UNTITLED, **options: Any) -> Session:
        """Begin a case; it is kept from its first step on."""
        case_id = new_case_id()
        return Session(case_id=case_id, title=title, build=build, journal=self.journal(case_id, title), **options)

    def journal(self, case_id: str, title: str) -> Journal:
        """What keeps the steps of a case."""
        return _CaseJournal(self, case_id, title)

    def open(self, case_id: str, *, build: BuildCase, **options: Any) -> Session:
        """Open a case where it was left.

        Raises:
            LibraryError: there is no such case.
        """
        with self._reading() as connection:
            row = connection.execute(select(CASES).where(CASES.c.id == case_id)).mappings().first()
        if row is None:
            raise LibraryError(f"there is no case {case_id!r}", place=self.place, hint="see the list of cases")
        title = row["first_title"]
        session = Session(case_id=case_id, title=title, build=build, journal=self.journal(case_id, title), **options)
        session.catch_up()
        return session

    def cases(self, search: str = "", *, archived: bool = False) -> tuple[CaseInfo, ...]:
        """The cases, the one changed last first; ``search`` looks into titles and note texts."""
        rows = select(CASES).where(CASES.c.archived == archived).order_by(CASES.c.changed.desc(), CASES.c.id)
        if search:
            like = f"%{search.replace('/', '//').replace('%', '/%').replace('_', '/_')}%"
            holding = select(NOTES.c.case_id).where(NOTES.c.text.ilike(like, escape="/"))
            rows = rows.where(or_(CASES.c.title.ilike(like, escape="/"), CASES.c.id.in_(holding)))
        with self._reading() as connection:
            return tuple(_info(row) for row in connection.execute(rows).mappings())

    def find(self, name: str) -> CaseInfo | None:
        """The case of an id or a title, archived or not; of several with one title the one changed last."""
        with self._reading() as connection:
            rows = connection.execute(select(CASES).order_by(CASES.c.changed.desc())).mappings().all()
        infos = [_info(row) for row in rows]
        wanted = name.casefold()
        return next((one for one in infos if one.id == name), None) or next(
            (one for one in infos if one.title.casefold() == wanted), None
        )

    def archive(self, case_id: str, *, archived: bool = True) -> None:
        """Take a case out of the list, or back into it; nothing of it is deleted."""
        with self._transaction() as connection:
            connection.execute(update(CASES).where(CASES.c.id == case_id).values(archived=archived))

    def trail(self, case_id: str) -> tuple[TrailEntry, ...]:
        """Every step of a case, oldest first."""
        with self._reading() as connection:
            texts = _texts(connection, case_id)
            rows = connection.execute(
                select(TRAIL).where(TRAIL.c.case_id == case_id).order_by(TRAIL.c.number)
            ).mappings()
            return tuple(_entry(row, texts) for row in rows)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection.execution_options(osteocase_reads=True)
        except SQLAlchemyError as error:
            raise _told(error, self.place) from error

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise _told(error, self.place) from error


class _CaseJournal:
    """Keeps the steps of one case."""

    def __init__(self, library: Library, case_id: str, title: str) -> None:
        self._library = library
        self._case_id = case_id
        self._first_title = title
        self._seen = 0

    def missed(self) -> tuple[Step, ...]:
        newer = (TRAIL.c.case_id == self._case_id) & (TRAIL.c.number > self._seen)
        with self._library._reading() as connection:
            rows = connection.execute(select(TRAIL).where(newer).order_by(TRAIL.c.number)).mappings().all()
            texts = _texts(connection, self._case_id) if rows else {}
        if rows:
            self._seen = rows[-1]["number"]
        return tuple(
            Step(row["action"], change_from_row(row["change"], texts) if row["change"] else None) for row in rows
        )

    def keep(self, step: Step, *, before: ReviewState, after: ReviewState) -> bool:
        library = self._library
        now = library._clock().astimezone(UTC).isoformat(timespec="microseconds")
        change, texts = change_to_row(step.change) if step.change is not None else (None, {})
        old, new = _touched(before, after)
        concerned = [*{**old, **new}.values()]
        title = after.title or UNTITLED
        row = {
            "case_id": self._case_id, "number": self._seen + 1, "at": now, "who": library._who, "action": step.action,
            "change": change, "before": _dump(old), "after": _dump(new),
            "reason": getattr(step.change, "reason", None), "patterns": library._patterns,
            "rules": " ".join(sorted({record.rule for record in concerned})) or None,
            "notes": " ".join(sorted({_hash(record, after, before) for record in concerned})) or None,
        }  # fmt: skip
        try:
            with library._transaction() as connection:
                if self._seen == 0:
                    connection.execute(
                        insert(CASES).values(
                            id=self._case_id,
                            title=title,
                            first_title=self._first_title,
                            created=now,
                            changed=now,
                            steps=0,
                            notes=0,
                            archived=False,
                        )
                    )
                connection.execute(insert(TRAIL).values(row))
                known = set(connection.scalars(select(NOTES.c.sha256).where(NOTES.c.case_id == self._case_id)))
                for sha256, text in texts.items():
                    if sha256 not in known:
                        connection.execute(insert(NOTES).values(case_id=self._case_id, sha256=sha256, text=text))
                connection.execute(
                    update(CASES)
                    .where(CASES.c.id == self._case_id)
                    .values(title=title, changed=now, steps=self._seen + 1, notes=len(after.notes))
                )
        except IntegrityError as error:
            with library._reading() as connection:
                taken = (TRAIL.c.case_id == self._case_id) & (TRAIL.c.number == self._seen + 1)
                if connection.execute(select(TRAIL.c.number).where(taken)).first() is not None:
                    return False  # another window has kept a step of this number
            raise _told(error, library.place) from error
        self._seen += 1
        return True


def _touched(before: ReviewState, after: ReviewState) -> tuple[dict[str, Record], dict[str, Record]]:
    """The records that differ between two moments, by id, as they were and as they are.

    The records of a whole note that came or went are left out: the change itself holds them.
    """
    ids = {
        key
        for key in before.decisions.keys() | after.decisions.keys()
        if before.decisions.get(key) != after.decisions.get(key)
    }
    both = before.read.keys() & after.read.keys()
    grown = {note for note in both if before.read[note] is not after.read[note]}
    old, new = ({record.id: record for record in _decided(state, both, grown, ids)} for state in (before, after))
    differ = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    return {key: old[key] for key in sorted(differ & old.keys())}, {
        key: new[key] for key in sorted(differ & new.keys())
    }


def _decided(state: ReviewState, notes: Set[str], grown: Set[str], ids: Set[str]) -> Iterator[Record]:
    if not grown and not ids:
        return
    for read in decided_notes(state, with_rejected=True):
        if read.note.id in notes:
            for _name, record in record_lists(read):
                if record.id in ids or read.note.id in grown:
                    yield record


def _dump(records: dict[str, Record]) -> str:
    found = {key: record.model_dump() for key, record in records.items()}
    return simplejson.dumps(found, use_decimal=True, ensure_ascii=False)


def _hash(record: Record, after: ReviewState, before: ReviewState) -> str:
    note = after.notes.get(record.source.note) or before.notes.get(record.source.note)
    return note.sha256 if note is not None else record.source.note


def _texts(connection: Connection, case_id: str) -> dict[str, str]:
    rows = connection.execute(select(NOTES.c.sha256, NOTES.c.text).where(NOTES.c.case_id == case_id))
    return {row.sha256: row.text for row in rows}


def _entry(row: RowMapping, texts: dict[str, str]) -> TrailEntry:
    return TrailEntry(
        number=row["number"], at=row["at"], who=row["who"], action=row["action"],
        change=change_from_row(row["change"], texts) if row["change"] else None,
        before=simplejson.loads(row["before"], use_decimal=True),
        after=simplejson.loads(row["after"], use_decimal=True),
        reason=row["reason"], rules=row["rules"], patterns=row["patterns"], notes=row["notes"],
    )  # fmt: skip


def _info(row: RowMapping) -> CaseInfo:
    return CaseInfo(
        id=row["id"], title=row["title"], created=row["created"], changed=row["changed"], steps=row["steps"],
        notes=row["notes"], archived=row["archived"],
    )  # fmt: skip


def _sqlite(path: Path) -> Engine:
    """The user's own file: readable for nobody else, from its first byte on."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return _engine(f"sqlite:///{path}")


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead log, so that a window that reads never stops one that writes; synced, so that power may fail."""
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the right to write at once: two windows then wait for each other instead of failing half-way."""
    reads = connection.get_execution_options().get("osteocase_reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _told(error: Exception, place: str) -> LibraryError:
    reason = str(getattr(error, "orig", None) or getattr(error, "strerror", None) or error).split("\n", 1)[0]
    return LibraryError(reason, place=place, hint="see whether the disk is full, or the file belongs to somebody else")
