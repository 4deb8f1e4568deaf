"""The library keeps every step: nothing shown as saved is lost, nothing is overwritten, everything can be told."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert

from osteocase.errors import LibraryError
from osteocase.records import Time
from osteocase.review import (
    Accept,
    AddNote,
    AddRecord,
    Comment,
    Defer,
    Edit,
    EditPatient,
    Reject,
    RemoveNote,
    Rename,
    Session,
    SetAnchor,
    Several,
)
from osteocase.review.library import Library, default_path
from osteocase.review.storage import _VERSIONS, VERSION
from tests.review.casework import TEXTS, a_note, join_notes, plain_read


def fixed_clock() -> datetime:
    return datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def library() -> Library:
    return Library(who="reviewer", clock=fixed_clock, patterns="p1")


def begun(library: Library, *names: str, title: str = "Spine fractures") -> Session:
    session = library.new(build=join_notes, title=title)
    for name in names or ("first-visit",):
        note = a_note(name, TEXTS[name])
        session.apply(AddNote(note=note, read=plain_read(note)))
    return session


def case_id(session: Session) -> str:
    return session.state.case_id


def test_a_case_opens_as_it_was_left_after_every_kind_of_change(library: Library) -> None:
    session = begun(library, "first-visit", "six-months", "one-year")
    fact = session.case.treatments[0]
    session.apply(Accept(records=("first-visit/lab-1",)))
    session.apply(Reject(records=("first-visit/lab-2",), reason="another patient's"))
    session.apply(Defer(records=("first-visit/lab-3",)))
    session.apply(Edit(record="one-year/lab-1", fields={"value": Decimal("29.60")}, reason="misread"))
    session.apply(
        Edit(record="first-visit/finding-1", fields={"time": Time(text="2021-05", kind="date", date="2021-05")})
    )
    session.apply(EditPatient(fields={"parity": 2}, words="two children"))
    session.apply(AddRecord(list="treatments", record=fact, words="romosozumab again"))
    session.apply(SetAnchor(anchor="delivery"))
    session.apply(Rename(title="Renamed"))
    session.apply(Comment(record="first-visit/lab-1", text="see sheet"))
    session.apply(Several(changes=(Accept(records=("six-months/lab-1",)), Accept(records=("one-year/lab-1",)))))
    session.apply(RemoveNote(note="six-months"))
    session.undo()
    session.undo()
    session.redo()
    again = library.open(case_id(session), build=join_notes)
    assert again.case == session.case
    assert again.notes == session.notes
    assert again.progress() == session.progress()
    assert again.undo() is not None
    session.undo()
    assert again.case == session.case


def test_the_trail_tells_who_when_what_and_why(library: Library) -> None:
    session = begun(library)
    session.apply(Edit(record="first-visit/lab-1", fields={"value": Decimal("49.2")}, reason="misread"))
    session.undo()
    added, edited, undone = library.trail(case_id(session))
    assert [entry.action for entry in (added, edited, undone)] == ["apply", "apply", "undo"]
    assert edited.who == "reviewer"
    assert edited.at == "2026-01-01T12:00:00.000000+00:00"
    assert edited.reason == "misread"
    assert edited.patterns == "p1"
    assert edited.rules == "plain.lab"
    assert edited.notes == session.note("first-visit").sha256
    assert edited.before["first-visit/lab-1"]["value"] == Decimal("94.2")
    assert edited.after["first-visit/lab-1"]["value"] == Decimal("49.2")
    assert (undone.change, undone.after["first-visit/lab-1"]["value"]) == (None, Decimal("94.2"))
    assert (added.before, added.after) == ({}, {})
    assert isinstance(added.change, AddNote)
    assert len(added.change.read.labs) == 4


def test_cases_are_listed_searched_renamed_and_archived(library: Library) -> None:
    first = begun(library, "first-visit", title="Spine")
    second = begun(library, "one-year", title="100 % hip_case")
    assert {info.title for info in library.cases()} == {"Spine", "100 % hip_case"}
    assert [info.id for info in library.cases("intact pth")] == [case_id(first)]
    assert [info.id for info in library.cases("100 %")] == [case_id(second)]
    assert library.cases("%") == library.cases("100 %")
    first.apply(Rename(title="Vertebrae"))
    assert library.cases("vertebrae")[0].steps == 2
    library.archive(case_id(first))
    assert [info.id for info in library.cases()] == [case_id(second)]
    assert [info.id for info in library.cases(archived=True)] == [case_id(first)]
    library.archive(case_id(first), archived=False)
    assert len(library.cases()) == 2


def test_an_empty_case_is_not_kept(library: Library) -> None:
    library.new(build=join_notes)
    assert library.cases() == ()
    with pytest.raises(LibraryError, match="there is no case"):
        library.open("case-nothing", build=join_notes)


def test_only_the_user_can_read_the_file(library: Library) -> None:
    begun(library)
    for path in default_path().parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE(default_path().parent.stat().st_mode) == 0o700


def test_two_windows_on_one_case_see_each_other_and_overwrite_nothing(library: Library) -> None:
    one = begun(library)
    two = library.open(case_id(one), build=join_notes)
    one.apply(Accept(records=("first-visit/lab-1",)))
    two.apply(Reject(records=("first-visit/lab-2",)))
    one.apply(Accept(records=("first-visit/lab-3",)))
    assert two.catch_up()
    assert not two.catch_up()
    assert one.case == two.case
    assert one.progress().accepted == 2
    assert one.progress().rejected == 1
    assert [entry.number for entry in library.trail(case_id(one))] == [1, 2, 3, 4]


def test_a_change_that_another_window_made_impossible_is_refused_and_not_kept(library: Library) -> None:
    one = begun(library)
    two = library.open(case_id(one), build=join_notes)
    one.apply(RemoveNote(note="first-visit"))
    with pytest.raises(Exception, match="no record is called"):
        two.apply(Accept(records=("first-visit/lab-1",)))
    assert len(library.trail(case_id(one))) == 2
    assert two.notes == ()


def test_a_step_that_cannot_be_written_is_not_shown_as_made(library: Library) -> None:
    session = begun(library)
    before = session.case
    with sqlite3.connect(default_path()) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON osteocase_trail BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
    with pytest.raises(LibraryError, match="disk full"):
        session.apply(Accept(records=("first-visit/lab-1",)))
    assert session.case == before
    assert session.progress().decided == 0


def test_a_kill_at_any_moment_loses_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    script = """
import sys
from osteocase.review import Accept, AddNote
from osteocase.review.library import Library
from tests.review.casework import TEXTS, a_note, join_notes, plain_read
session = Library(sys.argv[1]).new(build=join_notes)
note = a_note("first-visit", TEXTS["first-visit"])
session.apply(AddNote(note=note, read=plain_read(note)))
for number in range(1, 5):
    session.apply(Accept(records=(f"first-visit/lab-{number}",)))
    print(session.state.case_id, number, flush=True)
sys.stdin.read()
"""
    url = f"sqlite:///{tmp_path}/cases.db"
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", script, url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"},
    )
    assert process.stdout is not None
    assert process.stdin is not None
    shown = [process.stdout.readline().split() for _step in range(3)]
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stdin.close()
    session = Library(url).open(shown[0][0], build=join_notes)
    assert session.progress().accepted >= 3


def test_a_library_of_a_newer_osteocase_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/cases.db"
    library = Library(url)
    with library._transaction() as connection:
        connection.execute(insert(_VERSIONS).values(version=VERSION + 1))
    with pytest.raises(LibraryError, match="newer osteocase"):
        Library(url)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cases.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(LibraryError, match="not a database"):
        Library(f"sqlite:///{path}")


def test_a_damaged_step_is_told(library: Library) -> None:
    session = begun(library)
    with sqlite3.connect(default_path()) as connection:
        connection.execute("UPDATE osteocase_trail SET change = '{' WHERE number = 1")
    with pytest.raises(LibraryError, match="cannot be read"):
        library.open(case_id(session), build=join_notes)
