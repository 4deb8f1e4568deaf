"""Laws of a case: the order of the notes is nothing, a note given twice is nothing but a source, values recompute."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osteocase.case import build_case, narrate
from osteocase.records import (
    Bmd,
    CaseRecord,
    Derived,
    Event,
    Lab,
    NoteRecord,
    Record,
    RecordLists,
    Score,
    Treatment,
    to_json,
)
from tests.case.clean import man_on_zoledronate, woman_on_romosozumab
from tests.case.clean_texts import notes_of
from tests.case.founding import founding_notes

CASES: dict[str, Callable[[], list[NoteRecord]]] = {
    "founding": founding_notes,
    "woman": woman_on_romosozumab,
    "man": man_on_zoledronate,
    "aff-denosumab": lambda: list(notes_of("aff-denosumab")),
    "phpt-surgery": lambda: list(notes_of("phpt-surgery")),
}
NOTES = {name: make() for name, make in CASES.items()}
BUILT = {name: build_case(notes, case_id=name) for name, notes in NOTES.items()}

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.sampled_from(sorted(CASES)), st.randoms(use_true_random=False))
def test_the_order_of_the_notes_changes_not_one_byte(name: str, shuffler: object) -> None:
    notes = list(NOTES[name])
    shuffler.shuffle(notes)  # type: ignore[attr-defined]
    assert to_json(build_case(notes, case_id=name)) == to_json(BUILT[name])


@few
@given(st.sampled_from(sorted(CASES)), st.integers(0, 9), st.sampled_from(["-copy", "~2"]))
def test_a_note_given_twice_changes_nothing_but_sources(name: str, index: int, suffix: str) -> None:
    notes = NOTES[name]
    original = notes[index % len(notes)]
    copy = renamed(original, original.note.id + suffix)
    twice = build_case([copy, *notes], case_id=name)
    assert to_json(without_also(twice)) == to_json(without_also(BUILT[name]))
    told = [record for record in every(twice) if record.source.note == original.note.id]
    assert all(any(source.note == copy.note.id for source in record.also) for record in told)


@few
@given(st.sampled_from(sorted(CASES)), st.integers(0, 9))
def test_the_same_file_given_twice_changes_nothing(name: str, index: int) -> None:
    notes = NOTES[name]
    twice = build_case([*notes, notes[index % len(notes)]], case_id=name)
    assert to_json(twice) == to_json(BUILT[name])


def renamed(note: NoteRecord, name: str) -> NoteRecord:
    """The note under another name, as a second file with the same words would be read."""
    text = to_json(note).replace(f'"{note.note.id}"', f'"{name}"').replace(f'"{note.note.id}/', f'"{name}/')
    from osteocase.records import from_json

    return from_json(NoteRecord, text)


def without_also(case: CaseRecord) -> CaseRecord:
    """The case with the first source of each record alone, and without the list of notes."""
    lists = {
        name: tuple(record.model_copy(update={"also": ()}) for record in getattr(case, name))
        for name in RecordLists.model_fields
    }
    return case.model_copy(update={**lists, "notes": ()})


def every(lists: RecordLists) -> list[Record]:
    return [record for name in RecordLists.model_fields for record in getattr(lists, name)]


@pytest.mark.parametrize("name", CASES)
def test_every_derived_value_recomputes_from_its_inputs(name: str) -> None:
    case = BUILT[name]
    records = {record.id: record for record in every(case)}
    seen = set()
    for item in case.derived:
        seen.add(item.kind)
        if item.value is not None:
            assert abs(recomputed(item, records, case) - item.value) <= Decimal("0.051"), item.id
    wanted = {"bmd_change_from_baseline", "bmd_change_from_previous", "bmi"}
    assert (wanted | {"score_change_from_baseline"} if len(case.scores) > 4 else wanted) <= seen


def recomputed(item: Derived, records: dict[str, Record], case: CaseRecord) -> Decimal:
    """The value once more, from the named inputs alone and by the printed formula."""
    inputs = [records[name] for name in item.records if name in records]
    if item.kind == "bmi":
        assert case.patient.height_cm is not None
        assert case.patient.weight_kg is not None
        return case.patient.weight_kg / (case.patient.height_cm / 100) ** 2
    if item.kind.startswith("bmd_change"):
        first, last = (row.bmd_g_cm2 for row in inputs if isinstance(row, Bmd))
        assert first is not None
        assert last is not None
        return last - first if item.kind.endswith("absolute") else 100 * (last - first) / first
    if item.kind.startswith("marker_change"):
        first, last = (lab.value for lab in inputs if isinstance(lab, Lab))
        assert first is not None
        assert last is not None
        return 100 * (last - first) / first
    if item.kind == "score_change_from_baseline":
        start, end = (score.value for score in inputs if isinstance(score, Score))
        return end - start
    return _recomputed_lab(item, inputs, case)


def _recomputed_lab(item: Derived, inputs: list[Record], case: CaseRecord) -> Decimal:
    if item.kind.startswith(("corrected_calcium", "total_calcium")):
        calcium, albumin = (lab.value for lab in inputs if isinstance(lab, Lab))
        assert calcium is not None
        assert albumin is not None
        if inputs[0].model_dump()["unit"] == "mmol/L":
            calcium = calcium / Decimal("0.2495")
            albumin = albumin / 10
        factor = Decimal("0.8") if item.kind.endswith("payne") else Decimal(1)
        sign = 1 if item.kind.startswith("corrected") else -1
        return calcium + sign * factor * (4 - albumin)
    if item.kind == "treatment_duration":
        (course,) = (one for one in inputs if isinstance(one, Treatment))
        assert course.start is not None
        assert course.stop is not None
        assert course.start.months is not None
        assert course.stop.months is not None
        return course.stop.months - course.start.months
    if item.kind.endswith("fracture_count"):
        return Decimal(len(item.records))
    if item.kind == "age_at_event":
        (event,) = (one for one in inputs if isinstance(one, Event))
        assert event.time is not None
        assert event.time.months is not None
        assert case.patient.age_years is not None
        # the age is told in the note of month zero: half a year stands for the months since the birthday
        return (case.patient.age_years + Decimal("0.5") + event.time.months / 12) // 1
    if item.kind.startswith("egfr"):
        return _egfr_by_hand(item, inputs, case)
    raise AssertionError(f"no one recomputes {item.kind}")


def _egfr_by_hand(item: Derived, inputs: list[Record], case: CaseRecord) -> Decimal:
    (lab,) = (one for one in inputs if isinstance(one, Lab))
    assert lab.value is not None
    assert case.patient.age_years is not None
    creatinine = float(lab.value) / (88.4 if lab.unit == "umol/L" else 1)
    age = int(float(case.patient.age_years) + 0.5 + float(item.months or 0) / 12)  # completed years, on average
    female = case.patient.sex == "female"
    if item.kind == "egfr_japan":
        return Decimal(round(194 * creatinine**-1.094 * age**-0.287 * (0.739 if female else 1)))
    kappa, alpha = (0.7, -0.241) if female else (0.9, -0.302)
    ratio = creatinine / kappa
    value = 142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2 * 0.9938**age * (1.012 if female else 1)
    return Decimal(round(value))


@pytest.mark.parametrize("name", CASES)
def test_every_number_of_the_narrative_stands_in_a_phrase_with_records(name: str) -> None:
    case = BUILT[name]
    known = {record.id for record in every(case)} | {item.id for item in case.derived}
    for section in narrate(case):
        for sentence in section.sentences:
            for phrase in sentence.phrases:
                numbers = re.findall(r"\d", phrase.text)
                placed = re.match(r"^At |^, |^\d+ months? ", phrase.text)
                assert not numbers or phrase.records or placed, phrase.text
                strange = {one for one in phrase.records if one not in known and not one.startswith("patient/")}
                assert strange == set(), phrase.text


@pytest.mark.parametrize("name", CASES)
def test_a_case_survives_its_own_json(name: str) -> None:
    from osteocase.records import from_json

    text = to_json(BUILT[name])
    assert to_json(from_json(CaseRecord, text)) == text
