"""The pages of the case: nothing of them is cut, and what they show can be read as it is meant."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from osteocase.case import build_case
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.review import AddNote, Session
from osteocase.tui.views import VIEWS
from osteocase.tui.widgets.case_view import CaseView
from tests.tui.conftest import MakeApp

LETTER = """Clinic date: 14 May 2021
She had a wrist fracture in 2015. Fracture of T12 on 3 March 2021.
Medication: alendronate 70 mg weekly from 2016 until 2020. Denosumab 60 mg was started on 5 June 2021.
Her mother broke her hip at 71 and was treated by osteosynthesis.
"""


def drawn(name: str, *texts: str, width: int = 100) -> str:
    """A page of the case of some notes, as text."""
    session = Session(case_id="case-1", build=build_case)
    for number, text in enumerate(texts):
        note = read_text(text, note_id=f"note-{number}")
        session.apply(AddNote(note=note, read=extract(note)))
    console = Console(width=width, record=True, file=StringIO())
    console.print(VIEWS[name][1](session, width, True))
    return console.export_text()


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


def test_a_year_stands_on_the_timeline_as_a_year_and_not_as_a_tenth_of_a_month() -> None:
    page = drawn("timeline", LETTER)
    rows = [line.split()[0] for line in page.splitlines() if line[:4].isdecimal()]
    assert rows == ["2015", "2016", "2020"]
    assert ".5 months" not in page


def test_where_month_zero_has_no_date_the_timeline_tells_the_dates_that_there_are() -> None:
    page = drawn("timeline", "Wrist fracture in 2015, hip fracture in 2017.\n")
    assert "No note tells its date" in page
    assert [line.split()[0] for line in page.splitlines() if line[:4].isdecimal()] == ["2015", "2017"]


def test_what_relatives_were_given_stands_apart_from_what_the_patient_was() -> None:
    page = drawn("treatments", LETTER)
    own, _heading, relatives = page.partition("Relatives")
    assert "alendronate" in own
    assert "osteosynthesis" not in own
    assert "osteosynthesis" in relatives
    assert "2016 to 2020" in own


@pytest.mark.parametrize(("width", "blocks"), [(79, 3), (119, 2)])
def test_many_time_points_stand_below_each_other_and_no_word_is_broken(width: int, blocks: int) -> None:
    notes = [
        f"Clinic date: 202{year}-0{month}-02\n25-hydroxyvitamin D 9.1 ng/mL (30 - 100), calcium 2.3{month} mmol/L.\n"
        for year in range(5)
        for month in (1, 6)
    ]
    page = drawn("labs", *notes, width=width)
    assert page.count("Reference") == blocks
    assert page.count("25-hydroxyvitamin") == blocks
    assert page.count("2.31") + page.count("2.36") == 10
    assert page.count(" months") == 9


@pytest.mark.parametrize("width", [78, 118])
def test_densities_of_many_scans_stand_below_each_other_and_none_is_lost(width: int) -> None:
    scans = [
        f"Clinic visit {2011 + number}-05-10\nDXA today: lumbar spine L1-L4 BMD 0.8{10 + number} g/cm2.\n"
        for number in range(11)
    ]
    lines = drawn("bmd", *scans, width=width).splitlines()
    shown = [re.findall(r"0\.8\d\d", line) for line in lines if line.strip().startswith("BMD")]
    assert [value for row in shown for value in row] == [f"0.8{10 + number}" for number in range(11)]
    assert len(shown) == {78: 3, 118: 2}[width]
    assert max(map(len, lines)) <= width


async def test_the_values_of_a_page_are_walked_and_opened_by_keys(make_app: MakeApp) -> None:
    def chosen(view: CaseView) -> str:
        segments = [segment for line in range(view.virtual_size.height) for segment in rendered(view, line)]
        return "".join(text for text, style in segments if style is not None and style.reverse)

    def rendered(view: CaseView, line: int) -> list[tuple[str, Style | None]]:
        drawing = view.query_one(".drawing")
        return [(segment.text, segment.style) for segment in drawing.render_line(line)]

    app = make_app("first-visit", "six-months")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.run_command("show_labs")
        await pilot.pause()
        view = app.bench.query_one("#view-labs", CaseView)
        assert chosen(view) == ""
        walked = []
        for key in ("right", "right", "l", "l", "h", "left", "left", "left"):
            await pilot.press(key)
            await pilot.pause()
            walked.append(chosen(view))
        assert walked == ["94.2 ↑", "0.283 ↓", "95.8 ↑", "56", "95.8 ↑", "0.283 ↓", "94.2 ↑", "94.2 ↑"]
        await pilot.press("right", "right", "right", "enter")
        await pilot.pause()
        assert app.bench.tab == "records"
        assert app.bench.chosen_id == "six-months/lab-1"
        assert app.focused is app.bench.table
