"""A correction is marked and names what it replaces; the value that was wrong is no fact; other notes stay."""

from __future__ import annotations

import pytest

import osteocase
from osteocase.lexicon import WordEntry, default_lexicon


def told(text: str) -> list[tuple[str, str, bool, str | None]]:
    """(what, value, correction, replaces) of labs, densities, doses and levels."""
    note = osteocase.read(text)
    return [
        *((lab.analyte, str(lab.value), lab.correction, lab.replaces) for lab in note.labs),
        *((str(row.site), str(row.bmd_g_cm2), row.correction, row.replaces) for row in note.bmd),
        *((item.agent, str(item.dose), item.correction, item.replaces) for item in note.treatments),
        *(("fracture", str(item.level), item.correction, item.replaces) for item in note.fractures),
    ]


@pytest.mark.parametrize(
    ("text", "what", "right", "wrong"),
    [
        ("ADDENDUM, 3 March 2023\nPTH is 49.2 pg/mL, previously reported as 94.2 pg/mL.", "pth", "49.2", "94.2"),
        ("CORRECTED REPORT\nPTH 49.2 pg/mL (previously reported as 94.2 pg/mL)", "pth", "49.2", "94.2"),
        ("Amended result: calcium 9.4 mg/dL (was 8.4 mg/dL).", "calcium", "9.4", "8.4"),
        ("Erratum: vitamin D 29 ng/mL, earlier given as 19 ng/mL.", "25_oh_vitamin_d", "29", "19"),
        ("ADDENDUM: L1-L4 BMD is 0.842 g/cm2 and not 0.482 g/cm2.", "lumbar_spine", "0.842", "0.482"),
        ("Correction: the fracture is of L2 and not of L1 as reported.", "fracture", "L2", "L1"),
        ("Addendum: the dose of zoledronic acid was 5 mg, not 4 mg.", "zoledronate", "5", "4"),
        ("Clinic letter.\n\nPTH was 49.2 pg/mL, erroneously reported as 94.2 pg/mL.", "pth", "49.2", "94.2"),
    ],
)
def test_a_correction_tells_the_right_value_and_names_the_wrong_one(
    text: str, what: str, right: str, wrong: str
) -> None:
    assert told(text) == [(what, right, True, wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "Corrected calcium 8.6 mg/dL (8.8-10.1).",
        "PTH 49.2 pg/mL. It was not 94.2 pg/mL until May.",
        "The T-score was previously reported as -2.5. L1-L4 BMD 0.842 g/cm2.",
        "Correction of the vitamin D deficiency: 25-OH vitamin D 19 ng/mL, later 29 ng/mL.",
        "She takes alendronate and not risedronate. Calcium 9.4 mg/dL.",
        "Calcium was 9.4 mg/dL and phosphate was not measured.",
        "L1-L4 BMD 0.842 g/cm2, T-score -2.2 (previously reported as -2.5 in 2019).",
        "PTH 49.2 pg/mL, previously reported as 94.2 pg/mL on 3 May 2019.",
    ],
)
def test_an_ordinary_note_corrects_nothing(text: str) -> None:
    assert [row for row in told(text) if row[2]] == []


def test_what_stands_before_an_addendum_is_no_correction() -> None:
    rows = told("Visit of 1 March 2023\nCalcium 9.4 mg/dL.\nHer back hurts.\n\nADDENDUM\nPTH 49.2 pg/mL.")
    assert rows == [("calcium", "9.4", False, None), ("pth", "49.2", True, None)]


@pytest.mark.parametrize("name", ["correction_heading", "correction_replaced"])
def test_the_words_of_corrections_prove_themselves(name: str) -> None:
    entry = default_lexicon().of(WordEntry)[name]
    assert all(any(row[2] for row in told(words)) for words in entry.examples)
    assert not any(row[2] for words in entry.counterexamples for row in told(words))
