"""States of the CARE checklist: what the records tell, what they leave out, what only the author can write."""

from __future__ import annotations

from osteocase.case.select import select
from osteocase.case.wording import listed
from osteocase.lexicon import CareEntry, Lexicon
from osteocase.records import CareItem, CaseRecord

__all__ = ["care_items"]


def care_items(case: CaseRecord, lexicon: Lexicon) -> tuple[CareItem, ...]:
    """One state for each of the 30 items, with the records that answer it and what is missing."""
    return tuple(_item(case, entry) for entry in lexicon.of(CareEntry).values())


def _item(case: CaseRecord, entry: CareEntry) -> CareItem:
    if entry.decided_by == "author":
        return CareItem(item=entry.item, title=entry.label, state="needs_author", reason=entry.asks)
    if entry.applies and not any(select(case, selector) for selector in entry.applies):
        return CareItem(item=entry.item, title=entry.label, state="not_applicable", reason=entry.not_applicable)
    found = {selector.label: select(case, selector) for selector in entry.needs}
    missing = [label for label, records in found.items() if not records]
    records = tuple(dict.fromkeys(record for told in found.values() for record in told))
    if not missing or (entry.any_of and len(missing) < len(found)):
        return CareItem(item=entry.item, title=entry.label, state="present", records=records)
    return CareItem(
        item=entry.item,
        title=entry.label,
        state="partial" if records else "missing",
        records=records,
        reason=f"not told: {listed(missing)}",
    )
