"""In which order records ask for a decision: conflicts first, then what computed values rest on, deferred last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osteocase.records import CaseRecord, Record
from osteocase.review.changes import LIST_NAMES
from osteocase.review.state import Decision

__all__ = ["case_records", "conflicting", "review_queue"]


def case_records(case: CaseRecord) -> tuple[Record, ...]:
    """All records of a case, list by list, each in the order of the case."""
    return tuple(record for name in LIST_NAMES for record in getattr(case, name))


def conflicting(case: CaseRecord) -> frozenset[str]:
    """Ids of records that a check calls wrong or doubtful."""
    return frozenset(
        record_id for check in case.checks if check.severity in ("error", "warning") for record_id in check.records
    )


def review_queue(case: CaseRecord, decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    """Ids of the records that nobody has decided on, the most needed first."""
    doubtful = conflicting(case)
    feeding = {record_id for derived in case.derived for record_id in derived.records}

    def need(record: Record) -> int:
        if decisions.get(record.id, Decision()).deferred:
            return 3
        if record.id in doubtful:
            return 0
        return 1 if record.id in feeding else 2

    undecided: Iterable[Record] = (record for record in case_records(case) if record.review == "unreviewed")
    return tuple(record.id for record in sorted(undecided, key=need))
