"""The founding case as a PDF: every value is there, traceable, tagged and the same each time."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pikepdf
import pypdf
import pytest

from osteocase.records import CaseRecord, to_json
from osteocase.report import build_document, render_pdf
from tests.report.founding import BMD, LABS, founding_case
from tests.report.reading import rows_below, text_of

MINUS = "−"


@lru_cache(maxsize=2)
def report(size: str = "A4") -> bytes:
    return render_pdf(build_document(founding_case()), page_size=size)


def test_every_laboratory_value_stands_in_its_row_with_its_unit_and_interval() -> None:
    rows = {row[0]: row for row in rows_below(report(), "Test")}
    for _analyte, name, unit, low, high, values, _loinc in LABS:
        row = " ".join(rows[name]).replace("µ", "u")
        interval = f"{low}–{high}" if high else f"> {low}"
        assert row.startswith(f"{name} {unit} {interval} "), row
        told = re.findall(r"(?<![\d.–])\d+(?:\.\d+)?(?![\d.–])", row[len(f"{name} {unit} {interval}") :])
        assert told[: len(values)] == list(values)


def test_the_laboratory_table_read_back_flags_the_nine_values_outside_their_interval() -> None:
    rows = {row[0]: " ".join(row) for row in rows_below(report(), "Test")}
    flagged = {
        (name, value, mark)
        for name in (row[1] for row in LABS)
        for value, mark in re.findall(r"(\d+(?:\.\d+)?) ?([▲▼])", rows[name])
    }
    assert flagged == {
        ("Corrected calcium", "8.6", "▼"), ("Corrected calcium", "8.4", "▼"), ("TRACP-5b", "947", "▲"),
        ("TRACP-5b", "107", "▼"), ("P1NP", "95.8", "▲"), ("25-hydroxyvitamin D", "9.1", "▼"),
        ("Intact PTH", "94.2", "▲"), ("TSH", "0.283", "▼"),
    }  # fmt: skip


NUMBER = re.compile(rf"[+{MINUS}]?\d+(?:\.\d+)?")
TIMES = ("Before", "6 months", "12 months", "22 months")


def densitometry_rows(site: str) -> list[list[str]]:
    """The four rows of a site as they stand on the page: time, then every number up to the source."""
    rows = [" ".join(row) for row in rows_below(report(), "Site")]
    begin = next(place for place, row in enumerate(rows) if row.startswith(site))
    found = []
    for time, row in zip(TIMES, rows[begin : begin + 4], strict=True):
        told = row.removeprefix(site).strip()
        assert told.startswith(time)
        found.append(NUMBER.findall(told.removeprefix(time)))
    return found


@pytest.mark.parametrize("place", [0, 1])
def test_every_densitometry_value_stands_in_the_row_of_its_site_and_time(place: int) -> None:
    rows = densitometry_rows(("Lumbar spine L1–L4", "Total hip, left")[place])
    for told, (bmd, yam, t_score, change) in zip(rows, BMD[place][2], strict=True):
        stated = [f"+{change}"] if change else []
        assert told[: 3 + len(stated)] == [bmd, t_score.replace("-", MINUS), yam, *stated]


def test_the_stated_increase_that_is_wrong_is_marked_and_told_among_the_discrepancies() -> None:
    text = text_of(report())
    assert "+13 ×" in text
    assert "The stated lumbar spine increase at 6 months does not follow from the BMD values." in text
    assert re.findall(r"[+−][\d.]+ ×", text) == ["+13 ×"]


def test_signs_survive_text_extraction() -> None:
    text = text_of(report())
    for sign in ("µg/dL", "g/cm²", "−2.2", "8.8–10.1", "→", "▲", "▼"):
        assert sign in text, sign


def test_no_source_number_can_be_read_as_part_of_a_value() -> None:
    for value in ("8.6", "8.4", "947", "0.283", "94.2"):
        assert not re.search(rf"{re.escape(value)}\d", text_of(report())), value


def test_every_page_says_that_it_is_a_draft_not_for_decisions_and_which_page_it_is() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(report())).pages]
    for place, page in enumerate(pages, start=1):
        assert "DRAFT · 0 of 72 records reviewed" in page
        assert "Not for clinical decisions" in page
        assert f"page {place} of {len(pages)}" in page


def test_the_attachments_are_the_record_itself() -> None:
    case = founding_case()
    attachments = pypdf.PdfReader(io.BytesIO(report())).attachments
    assert set(attachments) == {"case.json", "values.csv", "schema.json"}
    assert attachments["case.json"] == [to_json(case).encode()]
    lines = attachments["values.csv"][0].decode().splitlines()
    assert sum(line.split(",")[1] == "labs" for line in lines) == 31
    assert sum(line.split(",")[1] == "bmd" for line in lines) == 30
    assert json.loads(attachments["schema.json"][0])["title"] == CaseRecord.__name__


def test_every_value_of_the_tables_leads_to_its_row_in_the_sources() -> None:
    with pikepdf.open(io.BytesIO(report())) as pdf:
        links = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
        pages = [page.obj.objgen for page in pdf.pages]
        assert len(links) > 100
        for link in links:
            assert link.Subtype == "/Link"
            assert str(link.Contents)
            assert link.Dest[0].objgen in pages


def test_all_fonts_are_embedded_and_none_is_a_standard_font() -> None:
    with pikepdf.open(io.BytesIO(report())) as pdf:
        fonts = {
            str(o.BaseFont): o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
        }
        assert {name.split("+")[1] for name in fonts} == {
            "DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique",
        }  # fmt: skip
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts.values())


def test_the_file_is_tagged_titled_and_has_an_outline_with_every_part() -> None:
    reader = pypdf.PdfReader(io.BytesIO(report()))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == founding_case().case.title

    def titles(entries: Sequence[Any]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield str(entry.title)

    assert list(titles(reader.outline)) == [
        founding_case().case.title, "Presentation", "Fractures", "Laboratory", "Bone density", "Treatment", "Course",
        "Discrepancies and gaps", "FRAX input sheet", "CARE checklist", "Computed values", "Identifiers",
        "Sources of every value",
    ]  # fmt: skip


def test_qpdf_finds_no_fault_in_the_file() -> None:
    with pikepdf.open(io.BytesIO(report())) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_same_case_gives_the_same_bytes() -> None:
    assert render_pdf(build_document(founding_case())) == report()


def test_source_date_epoch_dates_the_file_and_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    dated = pypdf.PdfReader(io.BytesIO(render_pdf(build_document(founding_case())))).metadata
    assert dated is not None
    assert str(dated["/CreationDate"]) == "D:20260101000000+00'00'"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    undated = render_pdf(build_document(founding_case()))
    told = pypdf.PdfReader(io.BytesIO(undated)).metadata
    assert told is not None
    assert "/CreationDate" not in told
    assert undated == render_pdf(build_document(founding_case()))


def test_letter_has_the_size_of_letter_and_the_same_values() -> None:
    reader = pypdf.PdfReader(io.BytesIO(report("Letter")))
    assert {(page.mediabox.width, page.mediabox.height) for page in reader.pages} == {(612, 792)}
    a4, letter = text_of(report()), text_of(report("Letter"))
    numbers = re.compile(r"\d+\.\d+")
    assert set(numbers.findall(letter)) == set(numbers.findall(a4))


def test_computed_changes_stand_beside_the_stated_ones() -> None:
    spine, hip = (densitometry_rows(site)[1:] for site in ("Lumbar spine L1–L4", "Total hip, left"))
    assert [row[4] for row in spine] == ["+18.2", "+22.1", "+26.2"]
    assert [row[4] for row in hip] == ["+3.1", "+2.4", "+3.6"]
    assert Decimal("0.995") / Decimal("0.842") > Decimal("1.18")
