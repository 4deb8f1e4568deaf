"""Dialogs lie over the workbench: no key reaches what is beneath them, and each is left by escape."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import DirectoryTree, Input, Static

from osteocase.tui.screens.help import HelpScreen
from osteocase.tui.screens.workbench import Workbench
from osteocase.tui.shelf import Shelf
from tests.review.casework import FIRST_VISIT, join_notes
from tests.tui.conftest import MakeApp


async def test_over_a_dialog_no_key_reaches_what_lies_beneath(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app("first-visit", shelf=Shelf(join_notes, url=f"sqlite:///{tmp_path / 'cases.db'}"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("f3")
        for opener in ("f1", "f9", "ctrl+o", "ctrl+p", "e"):
            await pilot.press(opener)
            await pilot.pause()
            dialog = app.screen
            assert len(app.screen_stack) == 3, opener
            for key in ("ctrl+p", "f8", "ctrl+o", "f9", "f3", "f2", "ctrl+p"):
                await pilot.press(key)
                await pilot.pause()
                assert app.screen is dialog, (opener, key)
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen is app.bench, opener


async def test_f1_opens_the_help_and_closes_it(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        assert [type(one) for one in app.screen_stack[1:]] == [Workbench, HelpScreen]
        await pilot.press("f1")
        assert [type(one) for one in app.screen_stack[1:]] == [Workbench]


async def test_a_path_longer_than_the_system_takes_is_no_file(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        app.screen.query_one("#path", Input).focus().value = "x" * 400
        await pilot.press("enter")
        await pilot.pause()
        assert str(app.screen.query_one("#hint", Static).content) == "there is no such file or folder"


async def test_a_folder_is_read_whole_from_the_tree_which_can_be_gone_up(make_app: MakeApp, tmp_path: Path) -> None:
    ward = tmp_path / "ward"
    (ward / "one").mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (ward / "one" / name).write_text(FIRST_VISIT, encoding="utf-8")
    app = make_app(folder=ward / "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        hint = app.screen.query_one("#hint", Static)
        assert hint.size.height * hint.size.width >= len(str(hint.content))
        await pilot.press("backspace")
        await pilot.pause()
        assert Path(app.screen.query_one("#tree", DirectoryTree).path) == ward
        await pilot.press("backspace", "escape", "ctrl+o")
        await pilot.pause()
        await pilot.press("f10")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [note.id for note in app.session.notes] == ["a", "b"]
