"""Two evaluations side by side tell what was mended, what broke and whether things got worse."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from osteocase.evaluation import compare
from tests.evaluation.notes import GOLD, evaluate


def without(name: str, number: int) -> dict[str, Any]:
    rows = copy.deepcopy(GOLD)
    del rows[name][number]
    return rows


def test_equal_evaluations_differ_in_nothing(tmp_path: Path) -> None:
    result = evaluate(tmp_path, GOLD, without("labs", 0))
    comparison = compare(result, result)
    assert (comparison.changes, comparison.mended, comparison.newly_missed, comparison.worse) == ((), (), (), False)


def test_a_mended_miss_is_better(tmp_path: Path) -> None:
    before = evaluate(tmp_path, GOLD, without("labs", 0))
    after = evaluate(tmp_path, GOLD, GOLD)
    comparison = compare(before, after)
    assert [miss.fact for miss in comparison.mended] == ["calcium value=2.31"]
    assert not comparison.worse
    assert {(change.list, change.figure) for change in comparison.changes if change.figure.startswith("key")} == {
        ("labs", "key_recall"),
        ("labs", "key_f1"),
    }


def test_a_new_miss_and_a_new_spurious_record_are_worse(tmp_path: Path) -> None:
    before = evaluate(tmp_path, GOLD, GOLD)
    found = copy.deepcopy(GOLD)
    found["labs"][0]["value"] = 3.31
    comparison = compare(before, evaluate(tmp_path, GOLD, found))
    assert [miss.fact for miss in comparison.newly_missed] == ["calcium value=2.31"]
    assert [extra.fact for extra in comparison.newly_spurious] == ["calcium value=3.31"]
    assert comparison.worse


def test_a_lost_detail_alone_is_worse_too(tmp_path: Path) -> None:
    found = copy.deepcopy(GOLD)
    found["treatments"][0]["dose"] = 35
    comparison = compare(evaluate(tmp_path, GOLD, GOLD), evaluate(tmp_path, GOLD, found))
    assert comparison.newly_missed == ()
    assert comparison.worse
    assert ("treatments", "accuracy of dose") in {(change.list, change.figure) for change in comparison.changes}
    assert [(each.fact, each.field, each.found) for each in comparison.newly_different] == [
        ("alendronate", "dose", "35")
    ]
    assert comparison.settled == ()
    back = compare(evaluate(tmp_path, GOLD, found), evaluate(tmp_path, GOLD, GOLD))
    assert [(each.fact, each.field) for each in back.settled] == [("alendronate", "dose")]


def test_a_gone_spurious_record_is_told(tmp_path: Path) -> None:
    found = copy.deepcopy(GOLD)
    found["labs"].append({"analyte": "sodium", "value": 140})
    comparison = compare(evaluate(tmp_path, GOLD, found), evaluate(tmp_path, GOLD, GOLD))
    assert [extra.fact for extra in comparison.gone] == ["sodium value=140"]


def test_notes_that_only_one_of_them_has_are_named(tmp_path: Path) -> None:
    before = evaluate(tmp_path / "one", GOLD, GOLD)
    after = before.model_copy(
        update={"notes": tuple(note.model_copy(update={"note": "other"}) for note in before.notes)}
    )
    comparison = compare(before, after)
    assert (comparison.notes_only_before, comparison.notes_only_after) == (("letter",), ("other",))
