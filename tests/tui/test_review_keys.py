"""Keys decide on the record that the reader sees, however fast they come and whatever lies in front."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input
from textual.widgets._footer import FooterKey

from osteocase.errors import LibraryError
from tests.tui.conftest import MakeApp


async def test_keys_that_are_typed_ahead_decide_each_on_the_next_record(make_app: MakeApp) -> None:
    app = make_app("first-visit", "six-months")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        rows = app.bench.table.shown
        for key, letter in (("a", "a"), ("x", "x"), ("a", "a"), ("space", " "), ("x", "x")):
            app.post_message(events.Key(key, letter))
        await pilot.pause()
        await pilot.pause()
        states = [app.session.record(one).review for one in rows[:6]]
        assert states == ["accepted", "rejected", "accepted", "unreviewed", "rejected", "unreviewed"]
        assert app.session.decision(rows[3]).deferred


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_key_touches_a_record_behind_a_page_of_the_case(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.run_command("show_summary")
        await pilot.pause()
        before = app.session.changes
        await pilot.press("a", "x", "space", "r", "e", "y")
        await pilot.pause()
        assert app.session.changes == before
        assert app.screen is app.bench


async def test_the_footer_offers_only_what_is_possible_on_a_page_of_the_case(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.run_command("show_summary")
        await pilot.pause()
        hints = {
            one.binding.description for one in app.bench.active_bindings.values() if one.binding.show and one.enabled
        }
        assert not hints & {"Accept", "Reject", "Edit", "Later", "Source"}
        assert {"Chat", "Records", "Help", "PDF"} <= hints


async def test_the_footer_shows_each_key_whole_or_not_at_all(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("f4")
        for width in (120, 84, 80, 60, 40):
            await pilot.resize_terminal(width, 24)
            for _moment in range(5):
                await pilot.pause()
            keys = list(app.bench.query(FooterKey))
            palette = next(key for key in keys if key.has_class("-command-palette"))
            others = [key for key in keys if key is not palette]
            assert palette.region.right <= width
            assert len(others) > 1, width
            assert all(key.region.right < palette.region.x for key in others), width
            assert all(key.region.width >= len(f"{key.key_display} {key.description}") for key in others), width


async def test_a_command_on_a_record_that_is_not_in_view_tells_the_way_to_it(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.bench.tab == "chat"
        for command in ("accept", "reject", "edit", "copy_record"):
            app.bench.doing = ""
            app.run_command(command)
            await pilot.pause()
            assert app.bench.doing == "no record is in view here: f3 goes to the records", command
            assert app.session.progress().decided == 0
            assert app.screen is app.bench


async def test_the_next_open_record_comes_into_view(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.run_command("show_summary")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert app.bench.tab == "records"
        assert app.bench.table.has_focus


@pytest.mark.parametrize(("key", "line"), [("slash", "filter"), ("e", "field-value")])
async def test_what_is_typed_right_behind_a_key_belongs_to_the_line_that_it_opens(
    make_app: MakeApp, key: str, line: str
) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        app.bench.choose("first-visit/lab-1")
        await pilot.pause()
        for typed in (key, "a", "x", "e"):
            app.post_message(events.Key(typed, typed if len(typed) == 1 else "/"))
        for _moment in range(5):
            await pilot.pause()
        assert app.session.progress().decided == 0
        assert len(app.screen_stack) == (3 if key == "e" else 2)
        if key == "slash":
            assert app.bench.query_one(f"#{line}", Input).value == "axe"
            await pilot.press("slash")
            assert app.bench.query_one(f"#{line}", Input).value == "axe/"


async def test_escape_in_the_filter_shows_all_records_again(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "slash", *"tsh")
        await pilot.pause()
        assert len(app.bench.table.shown) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.bench.table.shown) == 15
        assert app.bench.table.has_focus
        assert not app.bench.query_one("#filter", Input).display


async def test_a_fault_at_every_key_is_told_once_with_its_place_and_the_way_out(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise LibraryError("database or disk is full", place="cases.db", hint="make room")

    app = make_app("first-visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        monkeypatch.setattr(app.session, "apply", full)
        await pilot.press(*"aaaaa")
        await pilot.pause()
        assert [note.message for note in app._notifications] == ["cases.db: database or disk is full (make room)"]
        assert app.session.progress().decided == 0
