"""The first screen: painted before anything slow is imported, and nothing that is typed into it is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from textual import events

from osteocase.errors import InputError, LibraryError
from osteocase.review import Rename, Session
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.parts import Parts
from osteocase.tui.reader import ThreadReader
from osteocase.tui.screens.first import FirstScreen
from osteocase.tui.start import new_parts
from osteocase.tui.widgets.chat_log import NoteCard
from tests.review.casework import FIRST_VISIT, join_notes, plain_read


def test_nothing_slow_is_imported_before_the_first_screen() -> None:
    check = (
        "import sys, osteocase.cli.quick, osteocase.tui.start\n"
        "slow = {'pydantic', 'sqlalchemy', 'spacy', 'reportlab', 'typer', 'osteocase.records', 'osteocase.lexicon'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_what_is_typed_and_pasted_early_arrives_on_the_main_screen(tmp_path: Path) -> None:
    go_on = threading.Event()

    def make() -> Parts:
        assert go_on.wait(10)
        session = Session(case_id="case-1", build=join_notes)
        return Parts(session=session, reader=ThreadReader(plain_read), folder=tmp_path)

    app = OsteocaseApp(make)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        first = app.screen
        assert isinstance(first, FirstScreen)
        app.post_message(events.Paste(FIRST_VISIT))
        await pilot.press(*"undo")
        assert str(first.query_one("#typed").render()) == "undo"
        go_on.set()
        while not app.assembled:
            await pilot.pause(0.01)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.bench.is_current
        assert app.bench.prompt.text == "undo"
        assert app.bench.query_one(NoteCard).note.text == FIRST_VISIT
        assert len(app.session.case.labs) == 4


def test_a_case_is_named_after_its_folder_and_opened_again_by_its_title(tmp_path: Path) -> None:
    assert [title_of(new_parts(keep=keep)) for keep in (True, False)] == ["New case", "New case"]
    kept = new_parts(title="Hip case").session
    assert kept is not None
    kept.apply(Rename(title="Hip and spine"))
    assert title_of(new_parts(case="hip and spine")) == "Hip and spine"
    copy = new_parts(case="hip and spine", keep=False).session
    assert copy is not None
    copy.apply(Rename(title="Only here"))
    with pytest.raises(LibraryError, match="no file, folder or case 'only here'"):
        new_parts(case="only here")


def title_of(parts: Parts) -> str:
    assert parts.session is not None
    return parts.session.case.case.title


async def test_wrong_settings_end_the_application_with_their_fault() -> None:
    fault = InputError("'theem' is no setting", place="config.toml")

    def make() -> Parts:
        raise fault

    app = OsteocaseApp(make)
    async with app.run_test(size=(80, 24)) as pilot:
        while app.fault is None:
            await pilot.pause(0.01)
    assert app.fault is fault
