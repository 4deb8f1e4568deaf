"""Hostile and odd text gives a good page or a clear word, and never acts."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osteocase.errors import ReportError
from osteocase.records import CaseHeader, CaseRecord, Finding, Source
from osteocase.report import build_document, render_markdown, render_pdf
from osteocase.report.pdf.fonts import printable
from osteocase.report.pdf.writer import write_pdf
from tests.report.cases import crowded_case, empty_case, hostile_case, lab
from tests.report.reading import rows_below, text_of


def told(text: str) -> CaseRecord:
    """A case whose one finding is this text."""
    source = Source(note="note", start=0, end=len(text), text=text)
    finding = Finding(id="note/finding-1", source=source, rule="r", concept="x", name=text, kind="symptom")
    return CaseRecord(case=CaseHeader(id="told", title="Told"), findings=(finding,))


@pytest.mark.parametrize(
    "markup", ["<b>bold</b>", "<para>", '<img src="/etc/passwd"/>', "<a href='x'>", "&amp;", "[red]x[/]"]
)
def test_markup_is_printed_and_not_obeyed(markup: str) -> None:
    assert markup in text_of(render_pdf(build_document(told(f"pain {markup} end"))))


def test_control_characters_are_shown_and_do_not_reach_the_page() -> None:
    text = text_of(render_pdf(build_document(told("a\x1b[31mb\x00c"))))
    assert "a�[31mb�c" in text
    assert "\x1b" not in text


def test_an_override_of_direction_is_dropped() -> None:
    assert "abc" in text_of(render_pdf(build_document(told("a\u202eb\u2066c"))))


def test_a_character_that_no_font_has_is_printed_as_its_code_and_told() -> None:
    written = write_pdf(build_document(told("bone \U0001f9b4 here")))
    assert "[U+1F9B4]" in text_of(written.content).replace("\n", "")
    assert [warning for warning in written.warnings if "U+1F9B4" in warning] == list(written.warnings)
    assert "Each is printed as its code in brackets" in text_of(written.content).replace("\n", " ")


def test_a_word_without_end_is_broken_within_the_page() -> None:
    text = text_of(render_pdf(build_document(told("W" * 900))))
    assert sum(line.count("W") for line in text.splitlines() if set(line) <= {"W", " "}) >= 900


def test_right_to_left_words_are_drawn_in_the_order_in_which_they_are_read() -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(build_document(told("שלום"))))) as pdf:
        places = {char["text"]: char["x0"] for char in pdf.pages[-1].chars if char["text"] in "שם"}
    assert places["ש"] > places["ם"]


def test_arabic_gets_a_word_that_its_letters_are_not_joined() -> None:
    assert any("Arabic" in warning for warning in write_pdf(build_document(told("مرحبا"))).warnings)


def test_an_empty_case_gets_one_page_that_says_so() -> None:
    written = write_pdf(build_document(empty_case()))
    assert written.pages == 1
    assert "The notes gave no record." in text_of(written.content)
    assert "DRAFT · no records" in text_of(written.content)


def test_a_case_without_a_title_is_called_a_case_report() -> None:
    document = build_document(CaseRecord(case=CaseHeader(id="x", title="  ")))
    assert document.title == "Case report"


def test_five_hundred_rows_all_come_and_their_head_is_repeated() -> None:
    case = CaseRecord(case=CaseHeader(id="rows", title="Rows"), labs=tuple(lab(number, 0) for number in range(1, 501)))
    data = render_pdf(build_document(case, parts=["laboratory"]))
    rows = list(rows_below(data, "Test"))
    assert {f"Analyte {number}" for number in range(1, 501)} <= {row[0] for row in rows}
    heads = [row for row in rows if row[0] == "Test"]
    assert len(heads) == text_of(data).count("Not for clinical decisions") > 5


def test_forty_tests_over_twelve_time_points_keep_every_value() -> None:
    case = crowded_case()
    data = render_pdf(build_document(case, parts=["laboratory"]))
    text = text_of(data)
    for result in case.labs:
        assert str(result.value) in text
    assert "continued" in text


def test_a_text_of_many_pages_is_split_and_lost_nowhere() -> None:
    text = " ".join(f"word{number}" for number in range(4000))
    printed = text_of(render_pdf(build_document(told(text))))
    assert all(f"word{number}" in printed for number in range(0, 4000, 37))


def test_hostile_text_everywhere_gives_a_pdf_and_markdown() -> None:
    document = build_document(hostile_case())
    assert render_pdf(document) == render_pdf(document)
    markdown = render_markdown(document)
    assert "<b>" not in markdown.replace("\\<b\\>", "")
    assert "\x1b" not in markdown
    assert "\x00" not in markdown


def test_spreadsheets_get_no_formula() -> None:
    csv = build_document(hostile_case().model_copy(update={"labs": (lab(1, 0, name="=HYPERLINK(1)"),)}))
    values = next(file for file in csv.attachments if file.name == "values.csv").content.decode()
    assert ",'=HYPERLINK(1)," in values


@pytest.mark.parametrize("size", ["A3", "", "letterhead"])
def test_an_unknown_page_size_is_told_with_those_that_are_known(size: str) -> None:
    with pytest.raises(ReportError, match="no page size") as caught:
        render_pdf(build_document(empty_case()), page_size=size)
    assert caught.value.hint == "A4 or Letter"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=80))
def test_any_text_gives_a_pdf(text: str) -> None:
    data = render_pdf(build_document(told(text), parts=["presentation", "sources"]))
    assert data.startswith(b"%PDF-1.7")
    assert io.BytesIO(data).getvalue().rstrip().endswith(b"%%EOF")


@given(st.text(max_size=200))
def test_what_is_printable_has_no_control_left(text: str) -> None:
    assert not any(
        ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in printable(text)
    )
