"""A case in the terminal: every value of the report's tables, harmless and without colour as the only sign."""

from __future__ import annotations

import re

from osteocase.cli.document_view import PARTS, document_view
from osteocase.cli.output import rendered
from osteocase.records import CaseRecord
from osteocase.report import build_document
from osteocase.report.document import Cell, Column, Document, Paragraph, Part, ReviewState, Row, Run, Table
from tests.report.founding import BMD, LABS, founding_case


def shown(case: CaseRecord) -> str:
    return rendered(document_view(build_document(case, parts=PARTS)), to_terminal=False)


def row(text: str, first: str) -> list[str]:
    """Cells of the first table row that starts with these words."""
    line = next(line for line in text.splitlines() if line.strip().startswith(f"{first} "))
    return [cell.strip() for cell in line.split("│")]


def test_every_laboratory_value_stands_in_its_row() -> None:
    text = shown(founding_case())
    for _, name, _, _, _, values, _ in LABS:
        cells = row(text.partition("LABORATORY")[2], name)[3:]
        assert [cell.split()[0] for cell in cells if cell] == list(values)


def test_a_flag_is_a_sign_and_a_word() -> None:
    cells = row(shown(founding_case()).partition("LABORATORY")[2], "TRACP-5b")
    assert cells == ["TRACP-5b", "mU/dL", "120–420", "947 ▲ high", "182", "107 ▼ low", "263"]


def test_stated_and_computed_changes_stand_beside_the_densities() -> None:
    text = shown(founding_case()).partition("BONE DENSITY")[2].partition("TREATMENT")[0]
    lines = [[cell.strip() for cell in line.split("│")] for line in text.splitlines() if "│" in line]
    told = {word.lstrip("−") for cells in lines for word in cells[2:]}
    assert {number.lstrip("-") for _, _, visits in BMD for visit in visits for number in visit[:3]} - told == set()
    assert [cells[5:] for cells in lines if cells[1] == "6 months"] == [["+13 ×", "+18.2"], ["+3.1", "+3.1"]]


def document(words: str) -> Document:
    """A small document with the same words everywhere."""
    text = (Run(words),)
    table = Table(name="t", caption=words, columns=(Column(words),), rows=(Row((Cell(text),)),), notes=(text,))
    part = Part("p", words, (Paragraph(text), table))
    return Document(
        case_id="c",
        title=words,
        identity=text,
        parts=(part,),
        state=ReviewState(reviewed=0, total=0),
        record_hash="",
        software="",
    )


def test_markup_in_a_note_is_text() -> None:
    text = rendered(document_view(document("[bold]Ca[/bold] :smile: [link=file:///x]")), to_terminal=True)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert (
        plain.lower().count("[bold]ca[/bold] :smile: [link=file:///x]") == 8
    )  # title, identity, part, paragraph, caption, head, cell and note


def test_escapes_in_a_note_do_not_reach_the_terminal() -> None:
    text = rendered(document_view(document("Ca\x1b]0;owned\x07\u202e")), to_terminal=False)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "Ca␛]0;owned␇" in text
