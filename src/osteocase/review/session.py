"""The one mutable object of a review: a case with its notes, changed only by ``apply``, ``undo`` and ``redo``.

It knows nothing of screens. How notes become a case is given to it (``osteocase.case.build_case``), and so is the
journal that keeps each change on disk, so that faces and tests choose both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from osteocase.errors import RecordError, SeveralPatientsError
from osteocase.records import Anchor, CaseHeader, CaseRecord, Note, NoteRecord, Record, Source
from osteocase.review.changes import (
    LIST_NAMES,
    Accept,
    AddNote,
    Change,
    Defer,
    Edit,
    Reject,
    Reopen,
    Several,
)
from osteocase.review.consequences import with_consequences
from osteocase.review.queue import case_records, review_queue
from osteocase.review.same_fact import is_one_place, tells_same
from osteocase.review.state import UNTITLED, Decision, ReviewState, applied, decided_notes, record_lists
from osteocase.review.wording import list_of

__all__ = ["Admit", "BuildCase", "Foreseen", "Journal", "Progress", "Session", "Step"]


_REMEMBERED = 4
"""Cases that were made last: a change that is tried on a copy, made, and taken back costs one."""


class BuildCase(Protocol):
    """How the records of several notes become one case; ``osteocase.case.build_case`` is one."""

    def __call__(
        self,
        notes: Sequence[NoteRecord],
        *,
        case_id: str,
        title: str | None = None,
        anchor: Anchor | None = None,
        same_patient: bool = False,
    ) -> CaseRecord:
        """The case that the notes tell."""
        ...


Admit = Callable[[Sequence[Note], Note], None]
"""Raises ``SeveralPatientsError`` for a note that is not of the patient of the others
(``osteocase.case.refuse_other_patient``)."""
_OTHER_PATIENT = "begin a new case for it, or say /same-patient if it is one patient"


@dataclass(frozen=True)
class Step:
    """One entry of the history: a change that was made, or taken back, or made again."""

    action: str
    """``apply``, ``undo`` or ``redo``."""
    change: Change | None = None
    """The change of an ``apply``; null for the other two, which follow from the history."""


class Journal(Protocol):
    """Where steps are kept."""

    def missed(self) -> tuple[Step, ...]:
        """The steps that another window kept since the last call."""
        ...

    def keep(self, step: Step, *, before: ReviewState, after: ReviewState) -> bool:
        """Keep a step; true once it cannot be lost any more, false where another window came first."""
        ...


@dataclass(frozen=True)
class Progress:
    """How far the review is, counted over the records of the case."""

    accepted: int
    edited: int
    rejected: int
    deferred: int
    unreviewed: int

    @property
    def total(self) -> int:
        """All records, rejected ones too."""
        return self.accepted + self.edited + self.rejected + self.unreviewed

    @property
    def decided(self) -> int:
        """Records that need no more look."""
        return self.accepted + self.edited + self.rejected


class Session:
    """A case under review.

    Args:
        build: turns the decided notes into the case.
        journal: keeps each step; null keeps nothing.
        conversions: analyte id to the factors of its units, for the converted value of an edited result.
        admit: looks at each note before it joins; null lets all join.
    """

    def __init__(
        self,
        *,
        case_id: str,
        build: BuildCase,
        title: str | None = None,
        journal: Journal | None = None,
        conversions: Mapping[str, Mapping[str, Decimal]] | None = None,
        admit: Admit | None = None,
    ) -> None:
        self._build = build
        self._admit = admit
        self._journal = journal
        self._conversions = conversions or {}
        self._made: deque[tuple[ReviewState, CaseRecord]] = deque(maxlen=_REMEMBERED)  # shared with every copy
        state = ReviewState(case_id=case_id, title=title)
        self._facts: tuple[object, ...] = ()
        self._case = self._built(state)
        self._stand(_History(states=(state,)), self._case)

    # -- what stands -----------------------------------------------------------------------------------------------

    @property
    def state(self) -> ReviewState:
        """Notes, what was read and all decisions as they stand."""
        return self._history.states[-1]

    @property
    def case(self) -> CaseRecord:
        """The case of all records that were not rejected, with their review states."""
        return self._case

    @property
    def reviewed_case(self) -> CaseRecord:
        """The case with the rejected records back in their lists, marked as rejected: what a report gets."""
        lists: dict[str, object] = {
            name: (*getattr(self._case, name), *(one for one in self._rejected if list_of(one) == name))
            for name in LIST_NAMES
        }
        return self._case.model_copy(update=lists)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes in the order they were added."""
        return tuple(self.state.notes.values())

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record of the case, then the rejected ones, which the case no longer holds."""
        return tuple(self._index.values())

    @property
    def rejected(self) -> tuple[Record, ...]:
        """Records that the reviewer said are wrong, in the order of the notes."""
        return self._rejected

    def record(self, record_id: str) -> Record:
        """A record by its id.

        Raises:
            RecordError: there is none.
        """
        try:
            return self._index[record_id]
        except KeyError:
            raise RecordError(f"no record is called {record_id!r}") from None

    def note(self, note_id: str) -> Note:
        """A note by its id.

        Raises:
            RecordError: there is none.
        """
        try:
            return self.state.notes[note_id]
        except KeyError:
            raise RecordError(f"no note is called {note_id!r}") from None

    def decision(self, record_id: str) -> Decision:
        """What the reviewer said of a record."""
        return self.state.decisions.get(record_id, Decision())

    def queue(self) -> tuple[str, ...]:
        """Ids of the undecided records, the most needed first."""
        return review_queue(self._case, self.state.decisions)

    def progress(self) -> Progress:
        """How many records were accepted, edited, rejected, deferred and left."""
        counts = {"accepted": 0, "edited": 0, "rejected": 0, "unreviewed": 0}
        deferred = 0
        for record in self.records:
            counts[record.review] += 1
            deferred += record.review == "unreviewed" and self.decision(record.id).deferred
        return Progress(deferred=deferred, **counts)

    def at(self, note_id: str, offset: int) -> tuple[Record, ...]:
        """Records whose words cover a place of a note, the shortest words first."""
        covering = [
            (source.end - source.start, record)
            for record in self.records
            for source in (record.source, *record.also)
            if source.note == note_id and source.start <= offset < source.end
        ]
        return tuple(record for _length, record in sorted(covering, key=lambda pair: pair[0]))

    # -- what changes ----------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._history.changes)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back and none made since."""
        return bool(self._history.undone)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes that stand, oldest first."""
        return self._history.changes

    def foresee(self, change: Change) -> Foreseen:
        """The case that a change would lead to; changes nothing, so it may be worked out beside the screen.

        Raises:
            OsteocaseError: the change is not possible.
        """
        before = self.state
        self._let_join(change)
        return Foreseen(before, change, self._case_of(applied(before, change)))

    def apply(self, change: Change, *, foreseen: Foreseen | None = None) -> Change:
        """Make a change; returns it as it was kept: with the records that tell the same fact, and what follows from it.

        Args:
            change: the change.
            foreseen: the case that it leads to, if that was worked out before; used only where it still holds.

        Raises:
            OsteocaseError: the change is not possible; nothing has changed then.
        """
        self._let_join(change)
        complete = self._complete(change)
        try:
            self._take(Step("apply", complete), foreseen)
        except SeveralPatientsError as error:
            raise SeveralPatientsError(error.message, hint=_OTHER_PATIENT) from error
        return complete

    def _let_join(self, change: Change) -> None:
        if self._admit is None or not isinstance(change, AddNote) or change.same_patient:
            return
        try:
            self._admit(self.notes, change.note)
        except SeveralPatientsError as error:
            raise SeveralPatientsError(error.message, hint=_OTHER_PATIENT) from error

    def undo(self) -> Change | None:
        """Take back the last change that stands; null when there is none."""
        if not self.can_undo:
            return None
        change = self.changes[-1]
        self._take(Step("undo"))
        return change

    def join(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Make the last changes one step, so that one undo takes them back together; as they were where they are not
        the last ones any more, which another window can bring about.
        """
        last = self.changes[-len(changes) :] if len(changes) > 1 else ()
        if not last or any(one is not other for one, other in zip(last, changes, strict=True)):
            return tuple(changes)
        for _one in last:
            self._take(Step("undo"))
        made = Several(changes=last)
        self._take(Step("apply", made))
        return (made,)

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; null when there is none."""
        if not self.can_redo:
            return None
        change = self._history.undone[-1][0]
        self._take(Step("redo"))
        return change

    def catch_up(self) -> bool:
        """Walk the steps that another window kept meanwhile; true when there were any."""
        missed = self._journal.missed() if self._journal is not None else ()
        self.replay(missed)
        return bool(missed)

    def replay(self, steps: Sequence[Step]) -> None:
        """Walk through steps that are kept already, such as those of an earlier day or another window."""
        if not steps:
            return
        history = self._history
        for step in steps:
            history = _walked(history, step)
        self._stand(history, self._case_of(history.states[-1]))

    def copied(self) -> Session:
        """The same case as it stands, in a session that keeps nothing of what is changed from now on."""
        twin = copy(self)
        twin._journal = None
        return twin

    def without(self, records: Collection[str]) -> Session:
        """The case as it stands with some records out of sight; times and what was computed stay as they are."""
        twin = self.copied()
        lists: dict[str, object] = {
            name: tuple(one for one in getattr(self._case, name) if one.id not in records) for name in LIST_NAMES
        }
        twin._case = self._case.model_copy(update=lists)
        twin._index = {name: one for name, one in self._index.items() if name not in records}
        return twin

    # -- how -------------------------------------------------------------------------------------------------------

    def _take(self, step: Step, foreseen: Foreseen | None = None) -> None:
        """Walk a step and keep it; on any failure stand where we stood, or where another window has led meanwhile."""
        while True:
            self.catch_up()
            history = _walked(self._history, step)
            holds = foreseen is not None and foreseen.before is self.state and foreseen.change is step.change
            case = foreseen.case if foreseen is not None and holds else self._case_of(history.states[-1])
            if self._journal is None or self._journal.keep(step, before=self.state, after=history.states[-1]):
                self._stand(history, case)
                return

    def _stand(self, history: _History, case: CaseRecord) -> None:
        state = history.states[-1]
        self._history, self._case, self._facts = history, case, _facts(state)
        wrong = {record_id for record_id, decision in state.decisions.items() if decision.review == "rejected"}
        decided = decided_notes(state, with_rejected=True) if wrong else ()
        self._rejected = tuple(record for read in decided for _name, record in record_lists(read) if record.id in wrong)
        self._index = {record.id: record for record in (*case_records(case), *self._rejected)}

    def _case_of(self, state: ReviewState) -> CaseRecord:
        """The case of a state; built anew only where its facts differ, else with the new review states laid over."""
        if _facts(state) != self._facts:
            return self._built(state)
        updates: dict[str, object] = {
            name: tuple(_with_review(record, state) for record in getattr(self._case, name)) for name in LIST_NAMES
        }
        return self._case.model_copy(update=updates)

    def _built(self, state: ReviewState) -> CaseRecord:
        if not state.notes:
            return CaseRecord(case=CaseHeader(id=state.case_id, title=state.title or UNTITLED))
        for before, case in tuple(self._made):
            if before == state:
                return case
        case = self._build(
            decided_notes(state, with_rejected=False),
            case_id=state.case_id,
            title=state.title,
            anchor=state.anchor,
            same_patient=not state.vouched.isdisjoint(state.notes),
        )
        self._made.append((state, case))
        return case

    def _complete(self, change: Change) -> Change:
        match change:
            case Several(changes=changes):
                return Several(changes=tuple(self._complete(one) for one in changes))
            case Accept() | Reject() | Defer() | Reopen():
                ids = dict.fromkeys(member for record in change.records for member in self._members(record))
                return change.model_copy(update={"records": tuple(ids)})
            case Edit():
                record = self.record(change.record)
                fields = with_consequences(record, change.fields, self._conversions)
                edits = tuple(
                    Edit(record=member, fields=fields, reason=change.reason)
                    for member in self._members(change.record, wider=bool({"side", "bone"} & fields.keys()))
                )
                return edits[0] if len(edits) == 1 else Several(changes=edits)
            case _:
                return change

    def units_of(self, analyte: str) -> tuple[str, ...]:
        """The units in which results of an analyte are told, as far as they are known."""
        return tuple(self._conversions.get(analyte, ()))

    def _members(self, record_id: str, *, wider: bool = False) -> tuple[str, ...]:
        """The records of the notes that one record of the case stands for; the record itself first.

        Args:
            record_id: the record.
            wider: also those that name the bone otherwise: the wrist of a later letter is the distal radius.
        """
        record = self.record(record_id)
        spans = {(source.note, source.start, source.end) for source in (record.source, *record.also)}
        members = [record_id] if _in_notes(self.state, record_id) else []
        for read in decided_notes(self.state, with_rejected=True):
            for _name, other in record_lists(read):
                if other.id == record_id or type(other) is not type(record) or other.review == "rejected":
                    continue
                if _span(other.source) in spans and (
                    tells_same(other, record) or (wider and is_one_place(other, record))
                ):
                    members.append(other.id)
        if not members:
            raise RecordError(f"{record_id!r} was computed, not read; change what it was computed from")
        return tuple(members)


@dataclass(frozen=True)
class Foreseen:
    """What a change leads to, worked out before it is made."""

    before: ReviewState
    change: Change
    case: CaseRecord


@dataclass(frozen=True)
class _History:
    """Where the review stands and how it came there."""

    states: tuple[ReviewState, ...]
    """The state before any change, then the one after each change that stands."""
    changes: tuple[Change, ...] = ()
    undone: tuple[tuple[Change, ReviewState], ...] = ()
    """Changes that were taken back, the last one at the end, with the state that each leads to."""


def _walked(history: _History, step: Step) -> _History:
    states, changes, undone = history.states, history.changes, history.undone
    if step.action == "apply" and step.change is not None:
        return _History((*states, applied(states[-1], step.change)), (*changes, step.change))
    if step.action == "undo" and changes:
        return _History(states[:-1], changes[:-1], (*undone, (changes[-1], states[-1])))
    if step.action == "redo" and undone:
        change, state = undone[-1]
        return _History((*states, state), (*changes, change), undone[:-1])
    return history


def _facts(state: ReviewState) -> tuple[object, ...]:
    """What the case is built from; two states with equal facts have the same case but for review states."""
    decided = {
        record_id: (decision.review == "rejected", decision.fields)
        for record_id, decision in state.decisions.items()
        if decision.review == "rejected" or decision.fields
    }
    return (state.title, state.anchor, tuple(state.read.items()), decided, dict(state.patient))


def _with_review(record: Record, state: ReviewState) -> Record:
    review = state.decisions.get(record.id, Decision()).review
    return record if review == record.review else record.model_copy(update={"review": review})


def _in_notes(state: ReviewState, record_id: str) -> bool:
    return any(record.id == record_id for read in state.read.values() for _name, record in record_lists(read))


def _span(source: Source) -> tuple[str, int, int]:
    return source.note, source.start, source.end
