"""Densitometry of one site together: its name, its computed changes, and what contradicts a stated one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.records import Bmd, Check, Derived
from osteocase.report.numbers import signed
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import in_time
from osteocase.report.wording import bmd_site

__all__ = ["BASELINE_CHANGE", "PREVIOUS_CHANGE", "change_words", "changes_of", "disputed", "site_name", "sites"]

BASELINE_CHANGE = "bmd_change_from_baseline"
PREVIOUS_CHANGE = "bmd_change_from_previous"


def sites(records: Sequence[Bmd]) -> list[tuple[Bmd, ...]]:
    """Records of one site together, in time; a record without region or side joins where only one is told."""
    groups: list[list[Bmd]] = []
    fullest_first = sorted(records, key=lambda record: (record.region is None) + (record.side is None))
    for record in fullest_first:
        fitting = [group for group in groups if all(_same_site(record, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(record)
        else:
            groups.append([record])
    place = {record.id: index for index, record in enumerate(records)}
    ordered = [tuple(sorted(group, key=lambda record: (in_time(record), place[record.id]))) for group in groups]
    return sorted(ordered, key=lambda group: min(place[record.id] for record in group))


def _same_site(one: Bmd, other: Bmd) -> bool:
    return one.site == other.site and all(
        left is None or right is None or left == right
        for left, right in ((one.region, other.region), (one.side, other.side))
    )


def site_name(records: Sequence[Bmd]) -> str:
    """Name of the site after the record that tells most of it."""
    return bmd_site(max(records, key=lambda record: (record.region is not None) + (record.side is not None)))


def changes_of(context: Context, records: Sequence[Bmd], kind: str) -> dict[str, Derived]:
    """Computed changes of a site, by the id of the later record."""
    own = {record.id for record in records}
    return {
        derived.records[-1]: derived
        for derived in context.case.derived
        if derived.kind == kind and derived.value is not None and derived.records and derived.records[-1] in own
    }


def disputed(context: Context, record: Bmd) -> Check | None:
    """The check that contradicts a record's stated change."""
    changed = {item.id for item in context.case.bmd if item.change_percent is not None}
    for check in context.case.checks:
        about = next((key for key in check.records if key in changed), None)
        if check.kind == "arithmetic" and check.severity == "error" and about == record.id and check.accepted is None:
            return check
    return None


_LEADING = re.compile(r"[+−-]?\d+(?:\.\d+)?(?= %)")


def change_words(derived: Derived) -> str:
    """A computed change with one decimal; where the program told it in words, the number of those words."""
    match = _LEADING.match(derived.text or "")
    return match.group(0) if match else signed(derived.value or Decimal(0), 1)
