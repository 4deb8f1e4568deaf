"""A draft of the founding case report beside its notes: what the draft claims is held against what the notes tell.

Numbers in the comments are those of the inconsistencies found in the published report (AME Case Rep 2025;9:68).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from osteocase import pipeline
from osteocase.case import build_case
from osteocase.reading import find_notes, read_file
from osteocase.records import CaseRecord, Check

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "tests" / "data" / "drafts" / "2023-03-10-draft.txt"


@lru_cache(maxsize=1)
def case() -> CaseRecord:
    notes = [read_file(path) for path in (*find_notes(ROOT / "samples" / "plo-romosozumab"), DRAFT)]
    day_first = pipeline.date_order(note.text for note in notes)
    return build_case([pipeline.extract(note, day_first=day_first) for note in notes], case_id="draft")


def told(rule: str) -> list[Check]:
    return [check for check in case().checks if check.rule == rule]


@pytest.mark.parametrize(
    ("number", "rule", "words"),
    [
        ("1", "stated_change", ("+13 %", "0.842 to 0.995", "+18.2 %")),
        ("2", "onsets_disagree", ("past 4 months", "9th month of pregnancy", "3 months apart")),
        ("3", "missed_by_radiograph", ("T7, T9 and T11", "MRI", "T3")),
        ("5", "new_though_denied", ("T12", "first time at month 22")),
        ("7", "alone_with_others", ("romosozumab alone", "Activated vitamin D3", "orthosis")),
        ("8", "hyperthyroidism_denied", ("0.283", "hyperthyroidism")),
        ("9", "low_calcium_with_antiresorptive", ("8.6", "8.4", "hypocalcaemia before the first dose")),
        ("10", "corrected_though_normal", ("8.8, 9.1, 9.2", "8.8, 9.3, 9.3")),
        ("11", "no_risk_factors", ("obvious risk factors", "17.5", "9.1")),
        ("15", "z_scores_missing", ("premenopausal", "Z-scores")),
        ("15", "age_missing", ("No age in years",)),
        ("15", "densitometry_items", ("maker and model",)),
        ("16", "change_below_limit", ("+3.1 %", "+2.4 %", "+3.6 %", "5.0 %")),
        ("16", "gain_after_stop", ("+3.4 %", "5.3 %")),
        ("17", "opposite_markers", ("+146 %", "−29 %")),
        ("18", "bmd_disagree", ("month 12", "26.2 %")),
        ("21", "given_while_breastfeeding", ("breastfeeding", "weaning")),
        ("22", "regimen_missing", ("dose", "Romosozumab")),
        ("22", "cardiovascular_history_missing", ("myocardial infarction",)),
    ],
)
def test_each_inconsistency_of_the_report_is_told(number: str, rule: str, words: tuple[str, ...]) -> None:
    messages = [check.message for check in told(rule)]
    assert any(all(word in message for word in words) for message in messages), (number, messages)


def test_the_gaps_of_the_report_stand_in_its_checklist() -> None:
    states = {item.item: item.state for item in case().care}
    assert {item: states[item] for item in ("9b", "10d", "12", "13")} == {
        "9b": "partial",
        "10d": "missing",
        "12": "missing",
        "13": "missing",
    }
    assert len(states) == 30


def test_a_claim_is_told_with_the_words_of_both_sides() -> None:
    (alone,) = told("alone_with_others")
    records = {record.id: record for record in (*case().findings, *case().treatments)}
    sources = [records[name].source for name in alone.records]
    assert sources[0].text == "romosozumab alone"
    assert {source.note for source in sources} == {"2023-03-10-draft", "2021-03-22-treatment-start"}
