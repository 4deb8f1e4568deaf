"""The harness counts what is right, and fails what is wrong: every kind of mistake lowers the figure that it should."""

from __future__ import annotations

import copy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from osteocase.evaluation import Evaluation
from osteocase.records import from_json, to_json
from tests.evaluation.notes import GOLD, TEXT, evaluate

ALL, NONE = Decimal(1), Decimal(0)
LISTS = ("labs", "bmd", "fractures", "treatments", "scores", "findings")


def changed(path: tuple[str, int, str], value: object) -> dict[str, Any]:
    """The gold with one field changed."""
    gold = copy.deepcopy(GOLD)
    name, number, field = path
    gold[name][number][field] = value
    return gold


def with_list(name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {**copy.deepcopy(GOLD), name: rows}


def figures(result: Evaluation, name: str) -> tuple[int, int, int, int]:
    """Key true and false positives and negatives, and strict true positives."""
    score = next(one for one in result.lists if one.name == name)
    return score.key.true_positive, score.key.false_positive, score.key.false_negative, score.strict.true_positive


def test_a_reader_that_finds_everything_has_full_marks(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, GOLD)
    assert [score.name for score in result.lists] == list(LISTS)
    for score in result.lists:
        assert (score.key.precision, score.key.recall, score.key.f1, score.strict.f1) == (ALL, ALL, ALL, ALL), (
            score.name
        )
        assert all(field.accuracy == ALL for field in score.fields)
    assert [(field.field, field.accuracy) for field in result.patient] == [
        ("age_years", ALL),
        ("height_cm", ALL),
        ("sex", ALL),
    ]
    assert (result.missed, result.spurious, result.disagreements, result.patient_spurious) == ((), (), (), 0)


def test_a_reader_that_finds_nothing_misses_everything(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, {name: [] for name in LISTS})
    assert [(score.name, score.key.precision, score.key.recall, score.key.f1) for score in result.lists] == [
        (name, None, NONE, NONE) for name in LISTS
    ]
    assert len(result.missed) == sum(len(GOLD[name]) for name in LISTS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("labs", 0, "value"), 2.32),
        (("labs", 0, "analyte"), "magnesium"),
        (("labs", 2, "qualitative"), "positive"),
        (("bmd", 0, "t_score"), 2.9),
        (("bmd", 0, "site"), "femoral_neck"),
        (("fractures", 0, "level"), "T11"),
        (("fractures", 1, "status"), "present"),
        (("fractures", 1, "subject"), "mother"),
        (("treatments", 0, "agent"), "risedronate"),
        (("scores", 0, "value"), 8),
        (("findings", 0, "status"), "absent"),
        (("findings", 1, "subject"), "father"),
    ],
)
def test_a_wrong_key_is_one_miss_and_one_spurious_record(
    tmp_path: Path, path: tuple[str, int, str], value: object
) -> None:
    result = evaluate(tmp_path, changed(path, value), GOLD)
    name = path[0]
    count = len(GOLD[name])
    assert figures(result, name) == (count - 1, 1, 1, count - 1)
    assert [(miss.list, miss.quote) for miss in result.missed] == [(name, GOLD[name][path[1]]["source"]["text"])]
    assert [(extra.list, extra.quote) for extra in result.spurious] == [(name, GOLD[name][path[1]]["source"]["text"])]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("labs", 0, "unit"), "mg/dL"),
        (("labs", 0, "flag"), "low"),
        (("labs", 0, "time"), {"text": "3 May 2022"}),
        (("labs", 1, "reference"), {"low": 1.6, "high": 7.9}),
        (("bmd", 1, "side"), "right"),
        (("fractures", 0, "temporality"), "current"),
        (("fractures", 0, "kind"), "burst"),
        (("treatments", 0, "dose"), 35),
        (("treatments", 0, "status"), "stopped"),
        (("treatments", 0, "start"), {"text": "March 2020"}),
        (("scores", 0, "max"), 100),
        (("findings", 0, "temporality"), "historical"),
    ],
)
def test_a_wrong_detail_costs_the_strict_score_alone_and_is_told(
    tmp_path: Path, path: tuple[str, int, str], value: object
) -> None:
    result = evaluate(tmp_path, changed(path, value), GOLD)
    name, _, field = path
    count = len(GOLD[name])
    assert figures(result, name) == (count, 0, 0, count - 1)
    assert [(one.list, one.field) for one in result.disagreements] == [(name, field)]
    accuracy = {one.field: one.accuracy for score in result.lists if score.name == name for one in score.fields}
    assert (accuracy[field] or NONE) < ALL


def test_strict_precision_counts_a_record_with_a_wrong_detail_as_wrong(tmp_path: Path) -> None:
    result = evaluate(tmp_path, changed(("treatments", 0, "dose"), 35), GOLD)
    score = next(one for one in result.lists if one.name == "treatments")
    assert (score.strict.precision, score.strict.recall) == (NONE, NONE)
    assert (score.key.precision, score.key.recall) == (ALL, ALL)


def test_finding_a_fact_twice_is_no_error(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, with_list("labs", [*GOLD["labs"], GOLD["labs"][0]]))
    score = next(one for one in result.lists if one.name == "labs")
    assert (score.found, score.repeats, score.key.false_positive, score.strict.f1) == (4, 1, 0, ALL)


def test_a_gold_fact_told_twice_is_one_fact(tmp_path: Path) -> None:
    twice = with_list("labs", [*GOLD["labs"], {"analyte": "ana", "qualitative": "negative"}])
    result = evaluate(tmp_path, twice, GOLD)
    assert figures(result, "labs") == (3, 0, 0, 3)


def test_the_same_value_at_another_time_is_another_fact(tmp_path: Path) -> None:
    first = {**GOLD["labs"][0], "time": {"text": "3 May 2022"}}
    again = {
        "analyte": "calcium", "value": 2.31, "time": {"text": "after six months"},
        "source": {"text": "Calcium 2.31 mmol/L again after six months"},
    }  # fmt: skip
    gold = with_list("labs", [first, again])
    assert figures(evaluate(tmp_path / "both", gold, gold), "labs") == (2, 0, 0, 2)
    alone = evaluate(tmp_path / "one", gold, with_list("labs", [again]))
    assert figures(alone, "labs") == (1, 0, 1, 1)
    assert [miss.quote for miss in alone.missed] == ["Calcium was 2.31 mmol/L"]


def test_several_spurious_records_of_one_fact_count_once(tmp_path: Path) -> None:
    invented = {"analyte": "sodium", "value": 140}
    result = evaluate(tmp_path, GOLD, with_list("labs", [*GOLD["labs"], invented, invented]))
    assert figures(result, "labs") == (3, 1, 0, 3)


def test_a_list_that_the_gold_does_not_hold_is_not_scored(tmp_path: Path) -> None:
    gold = {name: rows for name, rows in GOLD.items() if name not in {"labs", "patient"}}
    result = evaluate(tmp_path, gold, GOLD)
    assert [score.name for score in result.lists] == [name for name in LISTS if name != "labs"]
    assert (result.patient, result.patient_spurious) == ((), 0)


def test_an_empty_list_of_the_gold_makes_every_record_spurious(tmp_path: Path) -> None:
    result = evaluate(tmp_path, with_list("scores", []), GOLD)
    assert figures(result, "scores") == (0, 1, 0, 0)
    assert next(one for one in result.lists if one.name == "scores").key.precision == NONE


def test_findings_outside_the_annotated_ones_are_not_scored(tmp_path: Path) -> None:
    further = {"concept": "headache", "status": "present", "subject": "patient"}
    found = with_list("findings", [*GOLD["findings"], further])
    assert figures(evaluate(tmp_path / "a", GOLD, found), "findings") == (2, 0, 0, 2)
    wanted = with_list("findings", [*GOLD["findings"], further])
    assert figures(evaluate(tmp_path / "b", wanted, GOLD), "findings") == (2, 0, 1, 2)


def test_each_field_of_the_patient_is_right_wrong_or_made_up(tmp_path: Path) -> None:
    found = {**GOLD, "patient": {"age_years": 65, "sex": "female", "height_cm": 160.2, "weight_kg": 50}}
    result = evaluate(tmp_path, GOLD, found)
    assert {field.field: (field.agree, field.total) for field in result.patient} == {
        "age_years": (0, 1),
        "sex": (1, 1),
        "height_cm": (1, 1),  # converted from feet and inches, so half a centimetre is allowed
    }
    assert result.patient_spurious == 1
    assert {(one.field, one.gold, one.found) for one in result.disagreements} == {
        ("age_years", "64", "65"),
        ("weight_kg", "", "50"),
    }


def test_misses_and_spurious_records_name_their_line(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, with_list("treatments", []))
    assert [(miss.line, miss.fact) for miss in result.missed] == [(7, "alendronate")]
    assert TEXT.splitlines()[6].startswith("Alendronate")
    result = evaluate(tmp_path, with_list("findings", []), GOLD)
    assert [(extra.line, extra.fact, extra.rule) for extra in result.spurious] == [
        (8, "smoking", "by.hand"),
        (8, "family_fracture subject=mother", "by.hand"),
    ]


def test_notes_are_told_one_by_one(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, with_list("labs", []))
    (note,) = result.notes
    assert (note.note, note.true_positive, note.false_negative, note.false_positive) == ("letter", 8, 3, 0)


def test_the_result_survives_json(tmp_path: Path) -> None:
    result = evaluate(tmp_path, changed(("labs", 0, "value"), 2.32), GOLD)
    assert from_json(Evaluation, to_json(result, indent=1)) == result
    assert next(one for one in result.lists if one.name == "labs").key.f1 == Decimal("0.6667")
