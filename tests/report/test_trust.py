"""Every value can be traced, and the report says how far people have looked at it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pytest

from osteocase.records import CaseRecord, Check, Note, RecordLists, Source
from osteocase.report import build_document, render_pdf
from osteocase.report.document import Block, Columns, Document, Notice, ReviewState, Row, Table
from osteocase.report.ledger import Ledger
from tests.report.founding import founding_case
from tests.report.reading import text_of


def table(document: Document, name: str) -> Table:
    return next(
        block for part in document.parts for block in part.blocks if isinstance(block, Table) and block.name == name
    )


def source_rows(document: Document) -> dict[str, Row]:
    return {row.cells[0].plain: row for row in table(document, "sources").rows if row.kind == "values"}


def reviewed(case: CaseRecord, review: str) -> CaseRecord:
    lists = ("labs", "bmd", "fractures", "treatments", "scores", "findings", "events")
    return case.model_copy(
        update={name: tuple(r.model_copy(update={"review": review}) for r in getattr(case, name)) for name in lists}
    )


def test_every_value_of_the_tables_leads_to_a_source_that_quotes_it() -> None:
    document = build_document(founding_case())
    rows = {f"source-{number}": row for number, row in source_rows(document).items()}
    for row in table(document, "laboratory").rows:
        for cell in row.cells[3:7]:
            if cell.text:
                assert cell.target is not None
                assert cell.plain in rows[cell.target].cells[2].plain


def test_the_sources_tell_each_record_of_the_case_once() -> None:
    case = founding_case()
    count = sum(
        len(getattr(case, name)) for name in ("labs", "bmd", "fractures", "treatments", "scores", "findings", "events")
    )
    assert len(source_rows(build_document(case))) == count + len(case.patient.sources)


def test_a_source_names_the_line_where_the_note_is_at_hand() -> None:
    source = Source(note="n", start=11, end=15, text="9.1 ")
    note = Note(id="n", text="first line\n9.1 ng/mL\n", sha256="0")
    assert Ledger(founding_case(), [note]).place(source) == "line 2"
    assert Ledger(founding_case()).place(source) == "char. 11–15"


def test_a_note_that_changed_since_gets_no_line() -> None:
    source = Source(note="n", start=0, end=3, text="9.1")
    assert Ledger(founding_case(), [Note(id="n", text="8.2", sha256="0")]).place(source) == "char. 0–3"


def test_a_rejected_record_stays_out_of_the_tables_and_is_told_as_rejected() -> None:
    case = founding_case()
    labs = tuple(lab.model_copy(update={"review": "rejected"}) if lab.analyte == "tsh" else lab for lab in case.labs)
    document = build_document(case.model_copy(update={"labs": labs}))
    assert "TSH" not in [row.cells[0].plain for row in table(document, "laboratory").rows]
    rejected = [row for row in source_rows(document).values() if "rejected" in row.cells[4].plain]
    assert [row.cells[1].plain for row in rejected] == ["TSH: 0.283 mU/L, Before"]


def test_a_superseded_record_is_told_in_the_sources_alone() -> None:
    case = founding_case()
    old = case.labs[0].model_copy(update={"id": "old/lab-1", "name": "Corrected calcium, first print"})
    document = build_document(case.model_copy(update={"superseded": RecordLists(labs=(old,))}))
    assert "Corrected calcium, first print" not in [row.cells[0].plain for row in table(document, "laboratory").rows]
    rows = table(document, "sources").rows
    place = next(index for index, row in enumerate(rows) if row.cells[0].plain == "Corrected by a later note")
    assert [row.cells[1].plain for row in rows[place + 1 :]] == ["Corrected calcium, first print: 8.6 mg/dL, Before"]


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (ReviewState(0, 0), "DRAFT · no records"),
        (ReviewState(3, 9), "DRAFT · 3 of 9 records reviewed"),
        (ReviewState(9, 9), "DRAFT · 9 of 9 records reviewed"),
        (ReviewState(3, 9, "A. Reader"), "DRAFT · 3 of 9 records reviewed"),
        (ReviewState(9, 9, "A. Reader"), "REVIEWED by A. Reader"),
        (ReviewState(9, 9, "A. Reader", "2026-01-02"), "REVIEWED by A. Reader on 2026-01-02"),
    ],
)
def test_only_a_whole_review_with_a_name_is_called_reviewed(state: ReviewState, label: str) -> None:
    assert state.label == label


def test_a_reviewed_case_says_by_whom_on_every_page() -> None:
    case = reviewed(founding_case(), "accepted")
    data = render_pdf(build_document(case, reviewed_by="A. Reader", reviewed_on="2026-01-02"))
    text = text_of(data)
    assert text.count("REVIEWED by A. Reader on 2026-01-02") == text.count("Not for clinical decisions")
    assert "DRAFT" not in text


def test_the_foot_carries_the_hash_of_the_attached_record() -> None:
    document = build_document(founding_case())
    attached = next(file for file in document.attachments if file.name == "case.json")
    assert document.record_hash == hashlib.sha256(attached.content).hexdigest()
    assert f"record {document.record_hash[:12]}" in text_of(render_pdf(document))


def test_a_discrepancy_shows_both_sides_and_the_words() -> None:
    text = " ".join(text_of(render_pdf(build_document(founding_case(), parts=["discrepancies", "sources"]))).split())
    assert re.search(r"Stated 13 % .*Computed \+18\.2 % \(0\.842 to 0\.995 g/cm²\)", text)
    assert "“6 months: lumbar spine 0.995 g/cm2, YAM 86 %, T -1.1, up 13 %” dxa" in text


def test_a_discrepancy_that_the_author_accepted_gives_the_reason() -> None:
    case = founding_case()
    check = case.checks[0].model_copy(update={"accepted": "misprint in the journal"})
    text = text_of(render_pdf(build_document(case.model_copy(update={"checks": (check,)}), parts=["discrepancies"])))
    assert "misprint in the journal" in text
    assert "+13 ×" not in text_of(render_pdf(build_document(case.model_copy(update={"checks": (check,)}))))


def test_two_results_of_one_time_stand_side_by_side() -> None:
    case = founding_case()
    other = case.labs[0].model_copy(update={"id": "other/lab-1", "value": case.labs[1].value})
    document = build_document(case.model_copy(update={"labs": (*case.labs, other)}))
    row = next(row for row in table(document, "laboratory").rows if row.cells[0].plain == "Corrected calcium")
    assert row.cells[3].plain == "8.6 / 8.4"


def test_checks_without_a_contradiction_say_so() -> None:
    case = founding_case().model_copy(
        update={"checks": (Check(id="m", kind="missing", severity="info", message="No age is told."),)}
    )
    text = text_of(render_pdf(build_document(case, parts=["discrepancies"])))
    assert "No contradiction was found between the values of the notes." in text
    assert "No age is told." in text


WITHOUT_SOURCES = ("Unit", "Scale", "Reference", "Formula", "Asks for", "Where, or what is wanted")
"""Columns whose numbers are no values of the notes, or belong to a value beside them."""


def tables_of(document: Document) -> Iterator[Table]:
    def walk(block: Block) -> Iterator[Table]:
        match block:
            case Table():
                yield block
            case Columns(left=left, right=right):
                for inner in (*left, *right):
                    yield from walk(inner)
            case Notice(blocks=blocks):
                for inner in blocks:
                    yield from walk(inner)

    for part in document.parts:
        for block in part.blocks:
            yield from walk(block)


def test_every_number_of_every_table_leads_to_its_sources() -> None:
    document = build_document(founding_case())
    seen = 0
    for block in tables_of(document):
        if block.name in ("sources", "identifiers"):  # the sources themselves, and counts of words that are gone
            continue
        for row in block.rows:
            for cell, column in zip(row.cells, block.columns, strict=False):
                told = column.header or column.title in WITHOUT_SOURCES
                if row.kind == "values" and not told and re.search(r"\d", cell.plain):
                    seen += 1
                    assert cell.target or any(run.target for run in cell.text), (block.name, column.title, cell.plain)
    assert seen > 80
