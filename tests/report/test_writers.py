"""Markdown and Word tell what the PDF tells; the encrypted and the one-page PDF keep their word."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import docx
import pikepdf
import pypdf
import pytest
from markdown_it import MarkdownIt

from osteocase.errors import ReportError
from osteocase.report import build_document, profile_names, render_docx, render_markdown, render_pdf
from tests.report.cases import crowded_case, empty_case, hostile_case
from tests.report.founding import LABS, founding_case


@cache
def founding_word() -> bytes:
    """The founding case as a Word file."""
    return render_docx(build_document(founding_case()))


def test_markdown_holds_every_laboratory_value_in_its_row() -> None:
    rows = {
        re.sub(r"\\", "", row.split("|")[1]).strip(): re.sub(r"[*\\]|\[|\]\([^)]*\)", "", row)
        for row in render_markdown(build_document(founding_case())).splitlines()
        if row.startswith("| ")
    }
    for _analyte, name, _unit, _low, _high, values, _loinc in LABS:
        cells = [cell.strip(" ▲▼") for cell in rows[name].split("|")]
        assert cells[4 : 4 + len(values)] == list(values)


def test_markdown_of_hostile_text_makes_no_html_of_its_own() -> None:
    html = MarkdownIt("commonmark", {"html": False}).render(render_markdown(build_document(hostile_case())))
    assert "<img" not in html
    assert "<b>" not in html


def test_markdown_anchors_exist_for_all_links() -> None:
    text = render_markdown(build_document(founding_case()))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(re.findall(r'<a id="([^"]+)"></a>', text))


def test_word_has_native_headings_and_tables_with_every_value() -> None:
    document = docx.Document(io.BytesIO(founding_word()))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]  # type: ignore[union-attr]
    assert headings == [
        "Presentation", "Fractures", "Laboratory", "Bone density", "Treatment", "Course", "Discrepancies and gaps",
        "FRAX input sheet", "CARE checklist", "Computed values", "Identifiers", "Sources of every value",
    ]  # fmt: skip
    table = next(table for table in document.tables if table.cell(0, 0).text == "Test")
    rows = {row.cells[0].text: [cell.text.strip(" ▲▼") for cell in row.cells[3:7]] for row in table.rows[1:]}
    for _analyte, name, _unit, _low, _high, values, _loinc in LABS:
        assert rows[name][: len(values)] == list(values)


def test_word_pictures_have_their_alternative() -> None:
    document = docx.Document(io.BytesIO(founding_word()))
    assert len(document.inline_shapes) == 4
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)


def test_word_links_lead_to_places_of_the_same_file() -> None:
    package = zipfile.ZipFile(io.BytesIO(founding_word()))
    body = package.read("word/document.xml").decode()
    links = set(re.findall(r'w:hyperlink w:anchor="([^"]+)"', body))
    places = re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body)
    assert len(links) > 60
    assert links <= set(places)
    assert len(places) == len(set(places))


def test_word_tables_repeat_their_heads_and_fit_between_the_margins() -> None:
    document = docx.Document(io.BytesIO(render_docx(build_document(crowded_case(4, 30)))))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert sum(column.width for column in table.columns) <= room * 1.01


def test_word_of_the_same_case_has_the_same_bytes_and_no_clock() -> None:
    first = founding_word()
    assert first == render_docx(build_document(founding_case()))
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_takes_hostile_text_and_an_empty_case() -> None:
    assert render_docx(build_document(hostile_case())).startswith(b"PK")
    assert render_docx(build_document(empty_case())).startswith(b"PK")


def test_the_checklist_tells_the_pages_on_which_the_parts_begin_by_links_and_in_words() -> None:
    case = founding_case()
    with pikepdf.open(io.BytesIO(render_pdf(build_document(case)))) as pdf:
        places: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        led = [
            (str(link.Contents).removeprefix("Page ").split(", ")[0], str(places[cast(Any, link.Dest[0]).objgen]))
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if str(link.get("/Contents", "")).startswith("Page ")
        ]
    assert led
    assert all(told == there for told, there in led), led
    word = docx.Document(io.BytesIO(founding_word())).element.xml
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', word))
    fields = set(re.findall(r"PAGEREF (\S+)", word))
    assert fields
    assert fields <= marks


def test_the_summary_is_one_page() -> None:
    data = render_pdf(build_document(founding_case(), profile="summary"))
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 1


def test_an_unknown_profile_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ReportError, match="no report profile is called 'nature'") as caught:
        build_document(empty_case(), profile="nature")
    assert all(name in str(caught.value.hint) for name in profile_names())


def test_an_unknown_part_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ReportError, match="no part is called 'appendix'") as caught:
        build_document(empty_case(), parts=["appendix"])
    assert "laboratory" in str(caught.value.hint)


def test_parts_stand_in_the_order_asked_for() -> None:
    document = build_document(founding_case(), parts=["laboratory", "fractures"])
    assert [part.name for part in document.parts] == ["laboratory", "fractures"]


def test_an_encrypted_report_opens_with_its_password_only_and_claims_no_archive() -> None:
    data = render_pdf(build_document(founding_case()), password="correct horse")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password="correct horse") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        with pdf.open_metadata() as told:
            assert "pdfaid:part" not in told
            assert told["pdfuaid:part"] == "1"


@pytest.mark.parametrize(
    ("profile", "title", "told"),
    [
        ("ame-case-reports", "Fractures after birth", "must hold “case report”"),
        ("ame-case-reports", "Fractures after birth: a case report", "keeps the journal's rules."),
        ("bmj-case-reports", "Fractures in a 34-year-old woman", "must not hold “year-old”; must not hold “woman”"),
        ("bmj-case-reports", "Fractures: a case report", "must not hold “case report”"),
        ("edm-case-reports", "word " * 21, "has 21 words, 20 at most"),
    ],
)
def test_a_journal_profile_holds_the_title_against_its_rules(profile: str, title: str, told: str) -> None:
    case = founding_case()
    named = case.model_copy(update={"case": case.case.model_copy(update={"title": title})})
    assert told in render_markdown(build_document(named, profile=profile))


@dataclass(frozen=True)
class Said:
    text: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    title: str
    sentences: tuple[Said, ...]
    author: str | None = None


def test_narrative_sentences_lead_to_their_sources_and_the_authors_own_words_are_marked() -> None:
    case = founding_case()
    sections = (
        Section("Presentation", (Said("She had back pain.", (case.findings[0].id,)),)),
        Section("Perspective", (Said("I was afraid to lift my baby."),), author="patient"),
    )
    document = build_document(case, narrative=sections, parts=["narrative", "sources"])
    text = render_markdown(document)
    assert re.search(r"She had back pain\. <sup>\\\[\[65\]\(#source-65\)\\\]</sup>", text)
    assert "✎ I was afraid to lift my baby." in text
    assert "✎ She" not in text


def test_without_a_narrative_no_sentence_is_made_up() -> None:
    assert [part.name for part in build_document(founding_case(), parts=["narrative"]).parts] == []
