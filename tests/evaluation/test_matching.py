"""One record stands for one fact: the assignment is one-to-one, loses no possible pair and prefers what agrees."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from osteocase.evaluation.agreement import Agreement
from osteocase.evaluation.matching import assign, best_pairs, distinct_gold
from osteocase.lexicon import Lexicon

NO_WORDS = Agreement(Lexicon(entries={}, places={}))

Weights = dict[int, dict[int, tuple[int, int, int]]]


def most_pairs(weights: Weights) -> int:
    """Largest number of pairs, by trying everything."""
    golds = sorted(weights)
    records = sorted({j for row in weights.values() for j in row})
    slots: list[int | None] = [*records, *([None] * len(golds))]
    return max(
        (
            sum(j in weights[i] for i, j in zip(golds, chosen, strict=True))
            for chosen in set(permutations(slots, len(golds)))
        ),
        default=0,
    )


weight = st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(0, 1))
graphs = st.dictionaries(
    st.integers(0, 3), st.dictionaries(st.integers(0, 3), weight, min_size=1, max_size=4), max_size=4
)


@given(graphs)
def test_no_possible_pair_is_lost(weights: Weights) -> None:
    pairs = best_pairs(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(j in weights[i] for i, j in pairs.items())
    assert len(pairs) == most_pairs(weights)


def fracture(**fields: Any) -> dict[str, Any]:
    return {"bone": "hip", "level": None, "status": "present", "subject": "patient", **fields}


def test_each_side_finds_its_own_record() -> None:
    gold = [{"bone": "hip", "side": "left", "status": "present"}, {"bone": "hip", "side": "right", "status": "present"}]
    found = [fracture(side="right"), fracture(side="left")]
    assert assign(NO_WORDS, "fractures", gold, found, {}).pairs == ((0, 1), (1, 0))


def test_the_same_place_in_the_note_decides_between_equals() -> None:
    gold = [{"bone": "hip", "status": "present"}]
    found = [fracture(), fracture()]
    result = assign(NO_WORDS, "fractures", gold, found, {(0, 1): True})
    assert (result.pairs, result.repeats) == (((0, 1),), (0,))


def test_a_place_that_the_gold_does_not_know_is_not_any_place() -> None:
    gold = [{"bone": None, "status": "absent"}]
    assert assign(NO_WORDS, "fractures", gold, [fracture(status="absent")], {}).missed == (0,)
    assert assign(NO_WORDS, "fractures", gold, [fracture(bone=None, status="absent")], {}).missed == ()


def test_a_density_told_in_words_matches_no_record_with_numbers() -> None:
    gold = [{"site": "lumbar_spine", "classification": "osteoporosis"}]
    assert assign(NO_WORDS, "bmd", gold, [{"site": "lumbar_spine", "t_score": 1}], {}).missed == (0,)
    assert assign(NO_WORDS, "bmd", gold, [{"site": "lumbar_spine"}], {}).missed == ()


def test_a_gold_record_that_says_less_than_another_is_no_further_fact() -> None:
    full = {"analyte": "pth", "value": 9, "unit": "pmol/L", "source": {"text": "PTH 9 pmol/L"}}
    short = {"analyte": "pth", "value": 9, "source": {"text": "PTH of 9"}}
    other = {"analyte": "pth", "value": 9, "unit": "pg/mL"}
    assert distinct_gold("labs", [short, full]) == [full]
    assert distinct_gold("labs", [full, full]) == [full]
    assert distinct_gold("labs", [full, other]) == [full, other]
