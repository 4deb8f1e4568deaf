"""Each of the 30 CARE items has a state with its evidence, or what is missing, or that the author must write it."""

from __future__ import annotations

from osteocase.case import build_case
from osteocase.lexicon import CareEntry, default_lexicon
from osteocase.records import CareItem, CaseRecord, RecordLists
from tests.case.clean import woman_on_romosozumab
from tests.case.founding import founding_notes
from tests.case.making import NoteWriter

AUTHOR = {"1", "2", "3a", "3d", "4", "8b", "11a", "11b", "11c", "11d"}


def items(case: CaseRecord) -> dict[str, CareItem]:
    return {item.item: item for item in case.care}


def test_the_checklist_has_its_thirty_items_in_order() -> None:
    entries = list(default_lexicon().of(CareEntry).values())
    assert [entry.item for entry in entries] == [
        "1", "2", "3a", "3b", "3c", "3d", "4", "5a", "5b", "5c", "5d", "6", "7", "8a", "8b", "8c", "8d", "9a", "9b",
        "9c", "10a", "10b", "10c", "10d", "11a", "11b", "11c", "11d", "12", "13",
    ]  # fmt: skip
    assert {entry.item for entry in entries if entry.decided_by == "author"} == AUTHOR


def test_the_founding_patient_has_the_gaps_that_the_report_had() -> None:
    found = items(build_case(founding_notes(), case_id="plo"))
    assert {name for name, item in found.items() if item.state == "missing"} == {"10d", "12", "13"}
    assert {name: item.reason for name, item in found.items() if item.state == "partial"} == {
        "5a": "not told: age",
        "6": "not told: a sign on examination (kyphosis, height loss, tenderness)",
        "9b": "not told: dose",
        "10c": "not told: tolerability",
    }
    assert {name for name, item in found.items() if item.state == "needs_author"} == AUTHOR
    assert (found["9c"].state, found["9c"].reason) == (
        "not_applicable",
        "no drug was stopped or switched before its end",
    )


def test_a_complete_case_leaves_only_what_the_author_writes() -> None:
    found = items(build_case(woman_on_romosozumab(), case_id="woman"))
    assert {name for name, item in found.items() if item.state in ("missing", "partial")} == set()


def test_what_is_denied_counts_as_told() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.finding("adverse_event", "adverse_event", "absent")
    assert items(build_case([note.record()], case_id="test"))["10d"].state == "present"


def test_every_item_points_at_evidence_of_the_case() -> None:
    case = build_case(founding_notes(), case_id="plo")
    known = {record.id for name in RecordLists.model_fields for record in getattr(case, name)}
    known |= {f"patient/{name}" for name in type(case.patient).model_fields} | {
        point.label for point in case.timepoints
    }
    assert {record for item in case.care for record in item.records} <= known
