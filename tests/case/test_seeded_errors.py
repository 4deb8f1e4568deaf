"""Errors put one at a time into clean cases are told, with the right record; the clean cases are told nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from osteocase.case import build_case
from osteocase.errors import CaseError
from osteocase.records import CaseRecord, Check, Record, RecordLists
from tests.case.clean import CLEAN
from tests.case.seeding import Seed, seeds

ALL = list(seeds())
SAMPLE = [seed for number, seed in enumerate(ALL) if number % 6 == 0 or seed.kind in ("level", "order", "sex", "side")]


def told_of(seed: Seed) -> list[Check]:
    """What the checks say of the target: a check that points at it, or a refusal of the notes as a whole."""
    try:
        case = build_case(seed.notes, case_id=seed.case)
    except CaseError as error:
        return [Check(id="refused", kind="conflict", severity="error", message=error.message)]
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
    missed = [seed.what for seed in SAMPLE if not told_of(seed)]
    assert len(missed) <= len(SAMPLE) // 10, "\n".join(missed)


@pytest.mark.parametrize("kind", ["level", "order", "sex", "side", "sign", "unit"])
def test_slips_that_no_reader_should_miss_are_all_told(kind: str) -> None:
    assert [seed.what for seed in SAMPLE if seed.kind == kind and not told_of(seed)] == []


def test_every_check_points_at_records_of_the_case() -> None:
    for seed in SAMPLE[::4]:
        try:
            case = build_case(seed.notes, case_id=seed.case)
        except CaseError:
            continue
        known = {record.id for record in every(case)} | {record.id for record in every(case.superseded)}
        strange = {
            record
            for check in case.checks
            for record in check.records
            if record not in known and not record.startswith("patient/")
        }
        assert strange == set(), seed.what
        assert len({check.id for check in case.checks}) == len(case.checks)
