"""The pages of the case: nothing of them is cut, and what they show can be read as it is meant."""

from __future__ import annotations

import pytest
from rich.table import Table
from rich.text import Text

from osteocase.review import Session
from osteocase.tui.views import VIEWS
from osteocase.tui.widgets.case_view import CaseView
from tests.tui.conftest import MakeApp


@pytest.mark.parametrize("width", [80, 120])
async def test_a_page_that_needs_a_scrollbar_is_not_cut_by_it(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    def draw(_session: Session, width: int, _dark: bool) -> Table:
        grid = Table(box=None, width=width, pad_edge=False, show_header=False)
        grid.add_column()
        grid.add_column(justify="right")
        for number in range(100):
            grid.add_row(Text(f"row {number}"), Text("END"))
        return grid

    monkeypatch.setitem(VIEWS, "sources", ("Sources", draw))
    app = make_app("first-visit")
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        app.run_command("show_sources")
        await pilot.pause()
        view = app.bench.query_one("#view-sources", CaseView)
        assert view.show_vertical_scrollbar
        rows = [strip.text for strip in app.screen._compositor.render_strips() if "row " in strip.text]
        assert len(rows) > 10
        assert [row for row in rows if "END" not in row] == []
