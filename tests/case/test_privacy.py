"""Identifiers are found by rules, replaced by one stand-in each, and never claimed to be all."""

from __future__ import annotations

import pytest

from osteocase.case import (
    CLASSES,
    Redactor,
    build_case,
    find_identifiers,
    refuse_other_patient,
    refuse_several_patients,
    split_notes,
)
from osteocase.errors import CaseError, SeveralPatientsError
from osteocase.lexicon import IdentifierEntry, default_lexicon
from osteocase.reading import read_text
from osteocase.records import Note
from tests.case.founding import founding_notes

ENTRIES = list(default_lexicon().of(IdentifierEntry).values())
EXAMPLES = [(entry.id, words) for entry in ENTRIES for words in entry.examples]
COUNTEREXAMPLES = [(entry.id, words) for entry in ENTRIES for words in entry.counterexamples]

LETTER = """Harbour Hill Hospital
Patient name: Yamada Hanako      MRN: HH-20417     DOB: 3 May 1987
Tel: 083 252 1234   Fax: 083 252 1235   hanako@example.org
Dear Dr Whitfield,
Mrs Yamada, who lives in Shimonoseki, was seen on 22 September 2021. HH-20417.
Her grandmother died at the age of 94. T-score -2.2, BMD 0.842 g/cm2, VAS 3/10.
Kind regards
Jane Moore
"""


def note(text: str, name: str = "n1", path: str | None = None) -> Note:
    return read_text(text, note_id=name, path=path)


def test_the_eighteen_classes_are_all_served_by_a_rule() -> None:
    assert "".join(CLASSES) == "ABCDEFGHIJKLMNOPQR"
    assert {entry.letter for entry in ENTRIES} == set(CLASSES)


@pytest.mark.parametrize(("rule", "words"), EXAMPLES)
def test_each_rule_finds_its_examples(rule: str, words: str) -> None:
    letter = next(entry.letter for entry in ENTRIES if entry.id == rule)
    assert letter in {item.letter for item in find_identifiers(words)}


@pytest.mark.parametrize(("rule", "words"), COUNTEREXAMPLES)
def test_no_rule_finds_its_counterexamples(rule: str, words: str) -> None:
    assert rule not in {item.rule for item in find_identifiers(words)}


def test_nothing_that_names_the_patient_is_left_and_every_value_is() -> None:
    redactor = Redactor([note(LETTER)], build_case(founding_notes(), case_id="plo"))
    told = redactor.note(note(LETTER))
    for words in (
        "Yamada", "Hanako", "Harbour", "HH-20417", "083", "example.org", "Whitfield", "Shimonoseki", "Moore", "94",
        "1987", "September",
    ):  # fmt: skip
        assert words not in told
    for words in ("T-score -2.2", "0.842 g/cm2", "VAS 3/10", "90 or older"):
        assert words in told


def test_the_same_words_get_the_same_stand_in_also_where_no_rule_finds_them() -> None:
    redactor = Redactor([note(LETTER)])
    assert redactor.text("HH-20417 again") == f"{redactor.text('HH-20417')} again"
    assert redactor.text("Yamada came back") == redactor.text("Yamada") + " came back"
    assert redactor.text("Yamada") != redactor.text("Whitfield")


def test_a_date_becomes_its_month_on_the_axis() -> None:
    redactor = Redactor([note(LETTER)], build_case(founding_notes(), case_id="plo"))
    assert redactor.text("seen on 22 September 2021") == "seen on [month 6]"
    assert redactor.text("since 2019") == "since 2019"


def test_a_name_that_is_a_word_of_medicine_is_replaced_only_after_its_title() -> None:
    redactor = Redactor([note("Seen by Dr Young. Young adult mean 73 %.")])
    assert redactor.text("Seen by Dr Young. Young adult mean 73 %.") == "Seen by Dr [name]. Young adult mean 73 %."
    assert "words of medicine" in " ".join(redactor.report().lines())


def test_the_report_tells_classes_and_counts_and_never_the_forbidden_word() -> None:
    report = Redactor([note(LETTER)]).report()
    lines = " ".join(report.lines())
    assert "H: 1 × record numbers" in lines
    assert "Reviewed by nobody yet." in lines
    assert "de-identified" not in lines.lower()
    assert "Yamada" not in lines


def test_a_text_without_identifiers_stays_as_it_is() -> None:
    text = "Corrected calcium 8.6 mg/dL (8.8-10.1), T9 and T11 fractured, L1-L4 0.842 g/cm², 73 % of the mean."
    assert find_identifiers(text) == ()
    assert Redactor([note(text)]).text(text) == text


def test_notes_of_two_numbers_are_refused_without_quoting_them() -> None:
    one, other = note("Patient no. HH-20417", "n1"), note("Patient no. HH-99999", "n2")
    with pytest.raises(CaseError, match="n1 and n2 have different patients") as told:
        refuse_several_patients([one, other])
    assert "20417" not in str(told.value)


def test_notes_of_one_number_belong_together_however_they_write_it() -> None:
    refuse_several_patients([note("Patient no. HH-20417", "n1"), note("MRN: HH20417", "n2"), note("No number.", "n3")])


@pytest.mark.parametrize(
    "told",
    [
        "Her son was born on 4 March 2021.",
        "Baby girl born 12/03/2021, 3.2 kg.",
        "Delivery: healthy boy, born 12/03/2021",
        "Child's date of birth: 12/03/2021",
        "Two children, a son (born 12.3.2019) and a daughter (born 3.4.2021).",
        "Next of kin: husband, DOB 02/02/1985",
    ],
)
def test_the_birth_of_a_child_makes_no_other_patient_of_its_mother(told: str) -> None:
    mother = note("DOB: 30/11/1988. Back pain since the delivery.", "n1")
    refuse_several_patients([mother, note(f"Seen again.\n{told}", "n2")])
    with pytest.raises(SeveralPatientsError, match="by date of birth"):
        refuse_several_patients([mother, note(f"Mrs Hill, born 12/03/1961.\n{told}", "n3")])


def test_a_note_that_is_to_join_is_compared_with_those_that_are_there() -> None:
    there = [note("MRN: HH20417", "n1"), note("No number.", "n2")]
    refuse_other_patient(there, note("Patient no. HH-20417. TSH 1.9 mU/L.", "n3"))
    with pytest.raises(SeveralPatientsError, match="n1 and n3 have different patients"):
        refuse_other_patient(there, note("Seen today.\nPatient no. HH-99999\n" + "TSH 1.9 mU/L.\n" * 9_000, "n3"))


def test_notes_are_split_by_folder_prefix_or_field() -> None:
    notes = [
        note("Case no: A1", "a", "ward/anna/p1_visit.txt"),
        note("Case no: B2", "b", "ward/bert/p2_visit.txt"),
        note("Case no: A1", "c", "ward/anna/p1_lab.txt"),
    ]
    names = {"anna": ["a", "c"], "bert": ["b"]}
    assert {key: [item.id for item in group] for key, group in split_notes(notes, "folder").items()} == names
    assert list(split_notes(notes, "prefix")) == ["p1", "p2"]
    assert list(split_notes(notes, "field", field="Case no")) == ["A1", "B2"]


def test_a_note_without_the_field_is_named() -> None:
    with pytest.raises(CaseError, match="no field"):
        split_notes([note("nothing", "lost")], "field", field="Case no")
