"""A redacted case is the same case without what may tell who the patient is: same values, same checks, exact quotes."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from osteocase import pipeline
from osteocase.case import Redacted, Redactor, build_case, redact
from osteocase.case.redact import PLAIN_FIELDS
from osteocase.reading import read_file, read_text
from osteocase.records import (
    Bmd,
    CaseRecord,
    Lab,
    Model,
    Note,
    Patient,
    Record,
    RecordLists,
    Score,
    Source,
    from_json,
    to_json,
)
from tests.case.marked_texts import measure, texts

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FOLDERS = sorted(path.name for path in SAMPLES.iterdir() if path.is_dir())


def built(notes: list[Note], case_id: str) -> CaseRecord:
    day_first = pipeline.date_order(note.text for note in notes)
    return build_case([pipeline.extract(note, day_first=day_first) for note in notes], case_id=case_id)


def sample(name: str) -> tuple[CaseRecord, list[Note]]:
    notes = [read_file(path, note_id=path.stem) for path in sorted((SAMPLES / name).glob("*.txt"))]
    return built(notes, name), notes


def sources(value: object) -> Iterator[Source]:
    """Every source of a case, wherever it stands."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from sources(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from sources(item)


def records(case: CaseRecord) -> list[Record]:
    return [record for name in RecordLists.model_fields for record in getattr(case, name)]


def numbers(record: Record) -> tuple[Decimal | None, ...]:
    match record:
        case Lab() | Score():
            return (record.value,)
        case Bmd():
            return (record.bmd_g_cm2, record.t_score, record.z_score, record.yam_percent, record.change_percent)
        case _:
            return ()


@pytest.mark.parametrize("name", FOLDERS)
def test_values_places_in_time_checks_and_states_are_the_same(name: str) -> None:
    case, notes = sample(name)
    leaving = redact(case, notes).case
    assert [numbers(record) for record in records(leaving)] == [numbers(record) for record in records(case)]
    assert [item.value for item in leaving.derived] == [item.value for item in case.derived]
    assert [(check.rule, check.severity) for check in leaving.checks] == [
        (check.rule, check.severity) for check in case.checks
    ]
    assert [(item.item, item.state) for item in leaving.care] == [(item.item, item.state) for item in case.care]
    assert [column.months for column in leaving.timepoints] == [column.months for column in case.timepoints]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_quote_stands_in_the_redacted_note_and_in_its_line(name: str) -> None:
    case, notes = sample(name)
    leaving = redact(case, notes)
    text_of = {note.id: note.text for note in leaving.notes}
    before, after = list(sources(case)), list(sources(leaving.case))
    assert len(after) == len(before) > 20
    original = {note.id: note.text for note in notes}
    for old, new in zip(before, after, strict=True):
        assert text_of[new.note][new.start : new.end] == new.text
        assert text_of[new.note].count("\n", 0, new.start) == original[old.note].count("\n", 0, old.start)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_number_still_stands_in_its_quote(name: str) -> None:
    case, notes = sample(name)
    for old, new in zip(records(case), records(redact(case, notes).case), strict=True):
        for value in numbers(old):
            digits = f"{abs(value)}" if value is not None else ""
            assert digits not in old.source.text or digits in new.source.text, new.source.text


@pytest.mark.parametrize("name", FOLDERS)
def test_ids_point_at_records_of_the_redacted_case(name: str) -> None:
    case, notes = sample(name)
    leaving = redact(case, notes).case
    known = {record.id for record in records(leaving)} | {f"patient/{field}" for field in Patient.model_fields}
    known |= {column.label for column in leaving.timepoints}  # CARE's timeline points at the columns
    known |= {record.id for part in RecordLists.model_fields for record in getattr(leaving.superseded, part)}
    named = {one for check in leaving.checks for one in check.records}
    named |= {one for item in leaving.derived for one in item.records}
    named |= {one for item in leaving.care for one in item.records}
    assert {one for one in named if one not in known} == set()
    assert {header.id for header in leaving.notes} == {source.note for source in sources(leaving)} | {
        header.id for header in leaving.notes
    }


def test_no_date_is_left_but_places_on_the_axis() -> None:
    case, notes = sample("plo-romosozumab")
    text = to_json(redact(case, notes).case.model_copy(update={"criteria": (), "derived": ()}))  # these name years
    assert re.findall(r"20[12]\d-\d\d|(?<!\d)20(?:2[0-9])(?!\d)", text) == []
    assert '"months":22.1' in text


def test_redacting_again_changes_nothing_and_json_keeps_it() -> None:
    case, notes = sample("plo-romosozumab")
    leaving = redact(case, notes)
    assert redact(leaving.case, leaving.notes).case == leaving.case
    assert from_json(CaseRecord, to_json(leaving.case)) == leaving.case


LETTER = """Northfield Infirmary
Patient name: Tulloch, Agnes     Hospital no. K204417     DOB 03/02/1931
Date of visit: 12 June 2023

Mrs Tulloch, a 92-year-old woman, lives in Kelso. Her mother died at the age of 96. Agnes fell on 2 May 2023.
Corrected calcium 8.6 mg/dL (8.8-10.1). L1-L4 BMD 0.781 g/cm2, T-score -3.3. Height 154 cm, weight 51 kg.
Zoledronic acid 5 mg intravenously was given today. She wears a Jewett brace. Cushing syndrome was excluded.
Yours sincerely,
Rupert Ainslie
"""


def letter(name: str = "tulloch_agnes_2023-06-12") -> Redacted:
    note = read_text(LETTER, note_id=name, path=f"/home/tulloch/{name}.txt")
    return redact(built([note], "Tulloch-Agnes"), [note])


def test_names_of_files_cases_and_notes_are_replaced_too() -> None:
    leaving = letter()
    text = to_json(leaving.case.model_copy(update={"criteria": ()})) + leaving.notes[0].text + leaving.notes[0].id
    for words in (
        "tulloch", "agnes", "k204417", "kelso", "northfield", "ainslie", "rupert", "1931", "2023", "june", "03/02",
        "92", "96", "/home",
    ):  # fmt: skip
        assert words not in text.lower(), words
    for words in ("8.6 mg/dL (8.8-10.1)", "0.781", "T-score -3.3", "Jewett", "Cushing", "Zoledronic acid 5 mg"):
        assert words in leaving.notes[0].text


def test_an_age_over_89_is_told_as_90_or_older() -> None:
    case = letter().case
    assert (case.patient.age_years, case.patient.age_text) == (Decimal(90), "90 or older")
    assert case.patient.sources["age_years"].text.startswith("90 or older")


def test_the_list_tells_class_stand_in_and_places_without_the_words() -> None:
    leaving = letter()
    redaction = leaving.case.redaction
    assert redaction is not None
    assert {(item.letter, item.stand_in) for item in redaction.replaced} >= {
        ("A", "[name]"), ("B", "[institution]"), ("B", "[place]"), ("C", "[date of birth]"), ("H", "[record number]"),
        ("C", "90 or older"),
    }  # fmt: skip
    assert {item.words for item in leaving.report.replaced} >= {"Tulloch, Agnes", "Kelso", "K204417", "Rupert Ainslie"}


def test_a_stored_case_without_notes_is_redacted_as_far_as_its_quotes_tell() -> None:
    note = read_text(LETTER, note_id="n1")
    text = to_json(redact(built([note], "case")).case.model_copy(update={"criteria": ()}))
    assert "2023" not in text
    assert "0.781" in text


def test_every_text_of_the_contract_is_known_to_be_of_the_notes_or_of_osteocase() -> None:
    """A new field of words must be looked at: is it osteocase's own, or may it quote a note?"""
    quoting = {
        "accepted", "acuity", "age_text", "body_site", "change_from", "classification", "computed", "detail",
        "dose_text", "dose_unit", "duration", "ethnicity", "frequency", "label", "machine", "message", "name",
        "name_text", "qualitative", "reason", "region", "reviewed_by", "route", "stand_in", "stated", "text", "title",
        "unit_text", "for_a_person",
    }  # fmt: skip
    dropped_or_ids = {"id", "record", "records", "note", "date", "end", "path", "sha256"}
    assert set(text_fields(CaseRecord)) - quoting - dropped_or_ids - PLAIN_FIELDS == set()


def text_fields(model: type[Model], seen: set[type] | None = None) -> Iterator[str]:
    """Names of all fields below a model that hold free words."""
    seen = set() if seen is None else seen
    seen.add(model)
    for name, field in model.model_fields.items():
        for part in leaves(field.annotation):
            if part is str:
                yield name
            elif isinstance(part, type) and issubclass(part, Model) and part not in seen:
                yield from text_fields(part, seen)


def leaves(annotation: object) -> Iterator[object]:
    """Types within unions, tuples and dicts; a dict's keys are names of fields."""
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return
    arguments = typing.get_args(annotation)
    if origin is dict:
        arguments = arguments[1:]
    if origin in (typing.Union, types.UnionType, tuple, dict, typing.Annotated):
        for argument in arguments:
            yield from leaves(argument)
    else:
        yield annotation


@pytest.mark.parametrize("part", ["open", "aside"])
def test_the_marked_texts_hold_all_eighteen_classes(part: str) -> None:
    for marked in texts(part):
        if marked.spans:
            assert sorted({letter for _, _, letter in marked.spans}) == list("ABCDEFGHIJKLMNOPQR"), marked.note.id


def test_identifiers_of_ten_layouts_are_found_and_little_else() -> None:
    seen, unseen = measure("open"), measure("aside")
    assert (seen.missed, seen.false_alarms) == ([], [])
    assert unseen.recall >= 0.98
    assert len(unseen.false_alarms) <= 0.03 * unseen.replaced


RUNS = ("A ", "Dr ", "1-", "MRN ", "A.", "a@", "No. 1 ", "Patient:", "\n", "Mr. A", "|", "St. Aa ")


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_of_what_the_rules_begin_with_costs_no_more_than_its_length(run: str) -> None:
    """Long enough that a step which looks back or ahead over the whole run would not end."""
    Redactor([read_text("x" + run * (50_000 // len(run)), note_id="n")])


def test_many_names_cost_no_more_than_their_number() -> None:
    words = "".join(f"Dr {first}{second}ensen called. " for first in LETTERS for second in LETTERS.lower()) * 40
    told = Redactor([read_text(words, note_id="n")]).text(words)
    assert "ensen" not in told
    assert len(set(re.findall(r"\[name(?: \d+)?\]", told))) == 26 * 26
