"""Every report is a well-made tagged PDF, whatever the case; `make validate-pdf` checks the same with Java."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, cast

import pdfua
import pikepdf
import pytest

from osteocase.records import CaseRecord
from osteocase.report import build_document, render_pdf
from tests.conftest import FIXED_SECONDS
from tests.report.cases import crowded_case, empty_case, hostile_case, japanese_case
from tests.report.founding import founding_case
from tests.report.reading import elements_of

CASES: dict[str, Callable[[], CaseRecord]] = {
    "founding": founding_case,
    "crowded": crowded_case,
    "empty": empty_case,
    "japanese": japanese_case,
    "hostile": hostile_case,
}
HEADINGS = re.compile(r"H([1-6])$")


@pytest.fixture(scope="module", params=list(CASES))
def file(request: pytest.FixtureRequest) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", FIXED_SECONDS)
        return render_pdf(build_document(CASES[request.param]()))


def instructions(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    """Operators of a page with their operands."""
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(cast(Any, instruction.operands))


@pytest.fixture
def pdf(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file))


def test_pdfua_finds_nothing(file: bytes, tmp_path: Any) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(file)
    errors = [
        f"{found.rule_id} {found.message}" for found in pdfua.validate(path).findings if found.severity.name == "ERROR"
    ]
    assert errors == []


def test_qpdf_finds_no_fault(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []


def test_every_mark_on_a_page_is_content_of_an_element_or_an_artifact(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        depth: list[str] = []
        for name, operands in instructions(page):
            if name in ("BDC", "BMC"):
                depth.append(str(operands[0]))
            elif name == "EMC":
                depth.pop()
            elif name in ("Tj", "S", "f", "B", "Do"):
                assert depth, f"{name} outside of any mark"
        assert depth == []


def test_each_marked_content_belongs_to_exactly_one_element(pdf: pikepdf.Pdf) -> None:
    numbers: dict[int, set[int]] = {}
    for place, page in enumerate(pdf.pages):
        marks = [
            int(operands[1].MCID)
            for name, operands in instructions(page)
            if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
        ]
        assert sorted(marks) == list(range(len(marks)))
        numbers[place] = set(marks)
    tree: Any = pdf.Root.StructTreeRoot
    rows = list(tree.ParentTree.Nums)
    parents = {int(rows[index]): rows[index + 1] for index in range(0, len(rows), 2)}
    for place, found in numbers.items():
        assert len(parents[place]) == len(found)


def test_headings_begin_with_one_and_skip_no_level(pdf: pikepdf.Pdf) -> None:
    levels = [int(match.group(1)) for item in elements_of(pdf).walk() if (match := HEADINGS.match(item.role))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower <= upper + 1 for upper, lower in itertools.pairwise(levels))


def test_every_figure_has_a_text_alternative_and_a_place(pdf: pikepdf.Pdf) -> None:
    for element in elements_of(pdf).walk():
        if element.role == "Figure":
            assert element.alternative
            assert len(element.attribute("/BBox")) == 4


def test_tables_are_regular_and_their_heads_tell_what_they_head(pdf: pikepdf.Pdf) -> None:
    for table in elements_of(pdf).walk():
        if table.role != "Table":
            continue
        assert [child.role for child in table.children] == ["Caption", "THead", "TBody"]
        widths = set()
        for row in table.walk():
            if row.role != "TR":
                continue
            widths.add(sum(int(cell.attribute("/ColSpan") or 1) for cell in row.children))
            assert all(cell.attribute("/Scope") in ("/Row", "/Column") for cell in row.children if cell.role == "TH")
        assert len(widths) == 1


def test_every_link_says_where_it_leads_and_is_part_of_a_link_element(pdf: pikepdf.Pdf) -> None:
    inside = {
        kid.Obj.objgen
        for element in elements_of(pdf).walk()
        if element.role == "Link"
        for kid in element.kids
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    }
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            assert str(link.Contents).strip()
            assert link.objgen in inside


def test_metadata_claim_both_standards_and_agree_with_the_information_dictionary(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "A")
        assert told["dc:title"] == str(pdf.docinfo["/Title"])
        assert told["xmp:CreateDate"].startswith("2026-01-01T00:00:00")
    root: Any = pdf.Root
    assert root.OutputIntents[0].S == "/GTS_PDFA1"
    assert {str(spec.AFRelationship) for spec in root.AF} == {"/Source", "/Data", "/Supplement"}


def test_nothing_in_the_file_acts(pdf: pikepdf.Pdf) -> None:
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/URI"} & set(obj.keys())
