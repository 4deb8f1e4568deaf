"""Cases that are kept: begun by a paste, found again after the application has gone, safe beside a second window."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import DataTable, Static

from osteocase.errors import LibraryError
from osteocase.review import Accept, Rename
from osteocase.review.library import default_path
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.parts import Parts
from osteocase.tui.reader import ThreadReader
from osteocase.tui.screens.cases import CasesScreen
from osteocase.tui.shelf import Shelf
from tests.review.casework import FIRST_VISIT, join_notes, plain_read
from tests.tui.conftest import said_by, said_to


def kept_app(tmp_path: Path, url: str | None = None) -> OsteocaseApp:
    parts = Parts(session=None, reader=ThreadReader(plain_read), shelf=Shelf(join_notes, url=url), folder=tmp_path)
    return OsteocaseApp(parts)


async def settled(app: OsteocaseApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_case_is_found_again_with_its_decisions(tmp_path: Path) -> None:
    first = kept_app(tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        first.post_message(events.Paste(FIRST_VISIT))
        await settled(first, pilot)
        await pilot.press("f3", "a", "a")
        case_id = first.session.state.case_id
        assert first.session.progress().accepted == 2
    again = kept_app(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(again, pilot)
        assert "1 case is kept" in said_by(again)[-1]
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(again.screen, CasesScreen)
        await pilot.press("enter")
        await settled(again, pilot)
        assert again.session.state.case_id == case_id
        assert again.session.progress().accepted == 2
        assert said_by(again)[-1].endswith("2 of 15 records reviewed.")
        await pilot.press("f3", "u")
        assert again.session.progress().accepted == 1


async def test_what_another_window_does_is_shown(tmp_path: Path) -> None:
    app = kept_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        app.post_message(events.Paste(FIRST_VISIT))
        await settled(app, pilot)
        other = Shelf(join_notes).open(app.session.state.case_id)
        other.apply(Accept(records=("pasted/lab-1",)))
        app._look_around()
        await pilot.pause()
        assert app.session.record("pasted/lab-1").review == "accepted"
        assert app.bench.doing == "changed in another window"


async def test_without_a_library_the_work_goes_on_and_says_that_it_is_not_saved(tmp_path: Path) -> None:
    default_path().parent.mkdir(parents=True)
    default_path().write_bytes(b"no database" * 1000)
    app = kept_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        assert "Nothing will be saved" in said_by(app)[-1]
        app.post_message(events.Paste(FIRST_VISIT))
        await settled(app, pilot)
        assert len(app.session.case.labs) == 4
        assert "not saved" in str(app.bench.query_one("#status-state").render())
        app.run_command("show_cases")
        await pilot.pause()
        assert not isinstance(app.screen, CasesScreen)


async def test_an_archived_case_can_be_seen_and_brought_back(tmp_path: Path) -> None:
    app = kept_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(FIRST_VISIT))
        await settled(app, pilot)
        await pilot.press("f9")
        await pilot.pause()
        table, hint = app.screen.query_one("#cases", DataTable), app.screen.query_one("#hint", Static)
        await pilot.press("f6")
        assert table.row_count == 0
        assert "f4 archived cases" in str(hint.content)
        await pilot.press("f4")
        assert table.row_count == 1
        assert "f6 brings back" in str(hint.content)
        assert hint.size.width >= len(str(hint.content))
        await pilot.press("f6", "f4")
        assert table.row_count == 1


async def test_a_case_gets_its_name_from_the_palette_and_from_the_slash(tmp_path: Path) -> None:
    app = kept_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(FIRST_VISIT))
        await settled(app, pilot)
        await pilot.press("f3")
        app.run_command("rename")
        await pilot.pause()
        assert app.bench.prompt.text == "rename the case to "
        assert app.bench.prompt.has_focus
        app.bench.prompt.put("/rename Hip and wrist")
        await pilot.press("enter")
        await settled(app, pilot)
        assert said_to(app)[-1] == "rename the case to Hip and wrist"


def test_a_title_that_no_case_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cases.db'}"
    shelf = Shelf(join_notes, url=url)
    shelf.new().apply(Rename(title="Hip and wrist"))
    with pytest.raises(LibraryError) as caught:
        shelf.find("hip an wrist")
    assert caught.value.hint == "did you mean 'Hip and wrist'?"
    with pytest.raises(LibraryError) as caught:
        shelf.find("something else")
    assert "f9" in str(caught.value.hint)
