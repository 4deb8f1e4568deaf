"""Keys decide on the record that the reader sees, however fast they come and whatever lies in front."""

from __future__ import annotations

import pytest
from textual import events

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


@pytest.mark.parametrize("command", ["accept", "reject", "edit", "copy_record"])
async def test_a_command_on_a_record_that_is_not_in_view_tells_the_way_to_it(make_app: MakeApp, command: str) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.bench.tab == "chat"
        app.run_command(command)
        await pilot.pause()
        assert app.bench.doing == "no record is in view here: f3 goes to the records"
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
