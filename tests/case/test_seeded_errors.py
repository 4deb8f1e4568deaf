"""Errors put one at a time into clean cases are told, with the right record; the clean cases are told nothing."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from osteocase.case import build_case
from osteocase.errors import CaseError
from osteocase.records import CaseRecord, Check, Record, RecordLists
from tests.case.clean import CLEAN
from tests.case.seeding import Seed, seeds

ALL = list(seeds())
SAMPLE = [seed for number, seed in enumerate(ALL) if number % 6 == 0 or seed.kind in ("level", "order", "sex", "side")]


@cache
def built(number: int) -> CaseRecord | CaseError:
    """The case of a seed of the sample, or the refusal of its notes."""
    try:
        return build_case(SAMPLE[number].notes, case_id=SAMPLE[number].case)
    except CaseError as error:
        return error


def told_of(number: int) -> list[Check]:
    """What the checks say of the target: a check that points at it, or a refusal of the notes as a whole."""
    seed, case = SAMPLE[number], built(number)
    if isinstance(case, CaseError):
        return [Check(id="refused", kind="conflict", severity="error", message=case.message)]
    target = {seed.target} if seed.target.startswith("patient/") else merged_into(seed, case)
    return [check for check in case.checks if check.kind != "missing" and target & set(check.records)]


def merged_into(seed: Seed, case: CaseRecord) -> set[str]:
    """Ids of the case's records that the changed record went into."""
    here = {record.id: record for note in seed.notes for record in every(note)}
    source = here[seed.target].source
    return {record.id for record in every(case) if source in (record.source, *record.also)}


def every(lists: RecordLists) -> list[Record]:
    return [record for name in RecordLists.model_fields for record in getattr(lists, name)]


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_case_is_told_nothing(name: str) -> None:
    assert build_case(CLEAN[name](), case_id=name).checks == ()


def test_the_table_has_every_kind_of_slip() -> None:
    kinds = Counter(seed.kind for seed in ALL)
    assert set(kinds) == {"date", "digit", "level", "order", "sex", "side", "sign", "status", "unit"}
    assert sum(kinds.values()) >= 700
    assert len(SAMPLE) >= 60


def test_nine_in_ten_slips_are_told_at_the_right_record() -> None:
    missed = [seed.what for number, seed in enumerate(SAMPLE) if not told_of(number)]
    assert len(missed) <= len(SAMPLE) // 10, "\n".join(missed)


@pytest.mark.parametrize("kind", ["level", "order", "sex", "side", "sign", "unit"])
def test_slips_that_no_reader_should_miss_are_all_told(kind: str) -> None:
    of_the_kind = [(number, seed.what) for number, seed in enumerate(SAMPLE) if seed.kind == kind]
    assert of_the_kind
    assert [what for number, what in of_the_kind if not told_of(number)] == []


def test_every_check_points_at_records_of_the_case() -> None:
    for number in range(0, len(SAMPLE), 4):
        case = built(number)
        if isinstance(case, CaseError):
            continue
        known = {record.id for record in every(case)} | {record.id for record in every(case.superseded)}
        strange = {
            record
            for check in case.checks
            for record in check.records
            if record not in known and not record.startswith("patient/")
        }
        assert strange == set(), SAMPLE[number].what
        assert len({check.id for check in case.checks}) == len(case.checks)
