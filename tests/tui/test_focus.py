"""The focus is where the screen leads, so that the keys of what is seen hold at once."""

from __future__ import annotations

import pytest

from tests.tui.conftest import MakeApp


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_value_that_is_clicked_in_a_page_can_be_decided_on_at_once(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.run_command("show_labs")
        await pilot.pause()
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        y = next(number for number, row in enumerate(rows) if "94.2" in row)
        await pilot.click(offset=(rows[y].index("94.2") + 1, y))
        await pilot.pause()
        assert app.bench.tab == "records"
        assert app.bench.chosen_id == "first-visit/lab-1"
        await pilot.press("a")
        assert app.session.record("first-visit/lab-1").review == "accepted"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_tab_that_is_clicked_has_the_keys(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for tab in ("records", "labs"):
            app.run_command("show_summary")
            await pilot.pause()
            await pilot.click(f"#tab-{tab}")
            await pilot.pause()
            await pilot.pause()
            assert app.bench.tab == tab
            assert app.focused is (app.bench.table if tab == "records" else app.bench.query_one("#view-labs"))


async def test_the_tabs_are_walked_and_entered_by_keys(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.bench.query_one("#tabs").focus()
        await pilot.press("right", "right")
        await pilot.pause()
        assert app.bench.tab == "records"
        assert app.focused is app.bench.query_one("#tabs")
        await pilot.press("down")
        await pilot.pause()
        assert app.focused is app.bench.table


async def test_the_last_of_several_quick_keys_tells_where_to_be(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for command in ("go_to_records", "go_to_note", "show_labs", "go_to_records", "go_to_note"):
            app.run_command(command)
        for _moment in range(10):
            await pilot.pause()
        assert app.bench.tab == "note"
        assert app.bench.note_view.has_focus
