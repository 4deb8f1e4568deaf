"""Clean cases as clinics write them: what is told of them is true, and slips put into them are told."""

from __future__ import annotations

import pytest

from osteocase.case import build_case
from osteocase.errors import CaseError
from tests.case.clean_texts import CASES, is_visible, notes_of
from tests.case.seeding import Seed, seeds
from tests.case.test_seeded_errors import merged_into

TRUE = {
    "aff-denosumab": {"rare_and_exact"},  # an atypical femoral fracture with age and ethnicity
    "anorexia-nervosa": {"out_of_range", "work_up"},  # no phosphate, alkaline phosphatase, creatinine nor PTH
    "coeliac-disease": {"change_below_limit", "out_of_range"},
    "kidney-transplant": {"abnormal_not_repeated", "change_below_limit", "out_of_range", "work_up"},
    "myeloma-excluded": {"out_of_range", "work_up"},  # no phosphate
    "oi-child": {"rare_and_exact"},  # osteogenesis imperfecta, likewise
    "phpt-hungry-bone": {"out_of_range", "work_up"},  # no TSH
    "phpt-surgery": {"no_interval", "out_of_range"},  # calcium, phosphate, PTH before the operation; urinary calcium
    "plo-teriparatide": {"change_below_limit", "out_of_range", "rare_and_exact", "work_up"},
    "pmr-man": set[str](),
    "sequential-therapy": {"no_interval", "out_of_range"},  # P1NP under teriparatide
    # Urine results without intervals.
    "tumour-induced-osteomalacia": {"no_interval", "out_of_range", "work_up"},
}
"""What a reader would find true."""


@pytest.mark.parametrize("name", CASES)
def test_nothing_untrue_is_told_of_a_clean_case(name: str) -> None:
    checks = build_case(notes_of(name), case_id=name).checks
    assert {check.rule for check in checks} == TRUE[name]
    assert [(check.severity, check.message) for check in checks if check.severity != "info"] == []


def is_told(seed: Seed, before: set[tuple[str | None, str]]) -> bool:
    """A new check at the changed record, or a refusal of the notes as a whole."""
    try:
        case = build_case(seed.notes, case_id=seed.case)
    except CaseError:
        return True
    target = {seed.target} if seed.target.startswith("patient/") else merged_into(seed, case)
    return any(
        check.kind != "missing" and target & set(check.records) and (check.rule, check.message) not in before
        for check in case.checks
    )


@pytest.mark.parametrize("name", CASES)
def test_nine_in_ten_slips_that_a_reader_could_see_are_told(name: str) -> None:
    original = notes_of(name)
    before = {(check.rule, check.message) for check in build_case(original, case_id=name).checks}
    every = [seed for seed in seeds({name: lambda: list(original)}) if is_visible(seed, original)]
    sample = [seed for number, seed in enumerate(every) if number % 3 == 0]
    missed = [seed.what for seed in sample if not is_told(seed, before)]
    assert len(sample) >= 25
    assert len(missed) <= len(sample) // 10, "\n".join(missed)
