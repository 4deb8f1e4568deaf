"""Tables on the page: decimals in one line, heads repeated, groups kept together, wide ones split into panels."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pdfplumber
import pytest

from osteocase.report import build_document, render_pdf
from osteocase.report.document import Cell, Column, Document, Part, ReviewState, Row, Run, Table
from osteocase.report.pdf.writer import write_pdf
from tests.report.cases import crowded_case
from tests.report.founding import founding_case
from tests.report.reading import rows_below, text_of


def document(table: Table) -> Document:
    part = Part("part", "Part", (table,))
    return Document("id", "Title", (Run("identity"),), (part,), ReviewState(0, 1), "0" * 64, "osteocase")


def numbers(*columns: tuple[str, ...]) -> Table:
    """A table with the words of each column below a head of its own."""
    heads = (Column("Name", header=True), *(Column(f"C{place}", kind="number") for place in range(len(columns))))
    rows = tuple(
        Row((Cell((Run(f"row {place}"),)), *(Cell((Run(word),)) for word in words)))
        for place, words in enumerate(zip(*columns, strict=True))
    )
    return Table("t", "Numbers", heads, rows)


def test_decimal_points_of_a_column_stand_below_each_other() -> None:
    data = render_pdf(document(numbers(("0.842", "95.8", "947.125", "−2.2", "<0.5"))))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        chars = [char for char in pdf.pages[0].chars if 100 < char["top"] < 240 and char["text"] == "."]
    places = [round(char["x0"], 1) for char in chars]
    assert len(places) == 5
    assert max(places) - min(places) < 0.3


def test_flags_stand_beside_their_numbers() -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(build_document(founding_case(), parts=["laboratory"])))) as pdf:
        words = pdf.pages[0].extract_words(x_tolerance=1)
    value = next(word for word in words if word["text"].startswith("947"))
    mark = min((word for word in words if word["text"] == "▲"), key=lambda word: abs(word["bottom"] - value["bottom"]))
    assert value["text"] == "947"
    assert 0 < mark["x0"] - value["x1"] < 4


def test_no_cell_leaves_the_page_however_many_columns_there_are() -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(build_document(crowded_case(6, 30), parts=["laboratory"])))) as pdf:
        for page in pdf.pages:
            assert min(char["x0"] for char in page.chars) >= 53
            assert max(char["x1"] for char in page.chars) <= page.width - 53


def test_panels_repeat_the_columns_that_name_the_row() -> None:
    rows = list(rows_below(render_pdf(build_document(crowded_case(6, 30), parts=["laboratory"])), "Test"))
    heads = [row for row in rows if row[0] == "Test"]
    assert len(heads) > 1
    months = [word for head in heads for word in head if word.endswith("months")]
    assert len(set(months)) == len(months)


def test_a_group_is_not_left_with_a_single_row_at_the_foot() -> None:
    group = Row((Cell((Run("Second group"),)),), kind="group")
    for count in range(30, 60):
        rows = [Row((Cell((Run(f"value {place}"),)),)) for place in range(count)]
        rows += [group, *(Row((Cell((Run(f"later {place}"),)),)) for place in range(6))]
        data = render_pdf(document(Table("t", "Groups", (Column("Name", header=True),), tuple(rows))))
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [page.extract_text() for page in pdf.pages]
        with_head = next(page for page in pages if "Second group" in page)
        assert "later 0" in with_head
        assert "later 1" in with_head


def test_a_row_higher_than_a_page_is_dealt_out_over_pages() -> None:
    words = " ".join(f"w{place}" for place in range(3000))
    written = write_pdf(
        document(Table("t", "High", (Column("Words"), Column("More")), (Row((Cell((Run(words),)), Cell())),)))
    )
    assert written.pages > 2
    text = text_of(written.content)
    assert all(f"w{place}" in text for place in range(0, 3000, 29))


@pytest.mark.parametrize("value", ["0.10", "100", "1.000"])
def test_a_value_keeps_its_last_noughts(value: str) -> None:
    case = founding_case()
    lab = case.labs[0].model_copy(update={"value": Decimal(value), "flag": "normal"})
    document = build_document(case.model_copy(update={"labs": (lab,)}), parts=["laboratory"])
    rows = {row[0]: row for row in rows_below(render_pdf(document), "Test")}
    assert value in rows["Corrected calcium"]


def test_forty_tests_over_twelve_times_read_back_equal_to_the_record() -> None:
    case = crowded_case()
    found: dict[str, list[str]] = {}
    for row in rows_below(render_pdf(build_document(case, parts=["laboratory"])), "Test"):
        name = re.match(r"Analyte \d+", row[0])
        if name is not None:
            cells = " ".join(row).replace("▲", " ").replace("▼", " ").split()
            found.setdefault(name[0], []).extend(cell for cell in cells if re.fullmatch(r"\d+\.\d\d", cell))
    wanted: dict[str, list[str]] = {}
    for lab in case.labs:
        wanted.setdefault(lab.name, []).append(str(lab.value))
    assert found == wanted
