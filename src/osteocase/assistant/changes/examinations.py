"""One examination that is spoken of as a whole: ``the first DXA was on 18 March`` moves all that was measured in it."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Lab, Record
from osteocase.review import Edit

__all__ = ["are_of_one_scan", "of_named_examination"]

_SCANS = frozenset(("dxa", "dexa", "scan", "densitometry", "dxas", "dexas", "scans"))
_BLOOD = frozenset(("blood", "bloods"))
_POINTS = frozenset(("that", "this", "it"))


def of_named_examination(heard: Heard, records: Sequence[Record], everything: Sequence[Record]) -> list[Record]:
    """Of all densities those of the scan that is named by its order, or whose value was spoken of last.

    Of ``the bloods`` those of a urine are no part.

    Args:
        heard: what is said.
        records: the records that it may be about.
        everything: all densities of the case.
    """
    if not _BLOOD.isdisjoint(heard.words):
        return [one for one in records if not isinstance(one, Lab) or one.specimen in (None, "blood")]
    if not _names_scan(heard) or not records or not all(isinstance(one, Bmd) for one in records):
        return list(records)
    scans: list[Record] = [one for one in everything if isinstance(one, Bmd)]
    days = sorted({day for one in scans if (day := months_of(one)) is not None})
    order = next((one for one in heard.values("time") if one in ("first", "last", "baseline") or one.isdecimal()), None)
    if len(days) > 1 and order is not None:
        at = {"first": 0, "baseline": 0, "last": -1}.get(order, int(order) - 1 if order.isdecimal() else 0)
        return [one for one in scans if at < len(days) and months_of(one) == days[at]]
    if len(records) == 1 and _POINTS & set(heard.words):
        return [one for one in everything if isinstance(one, Bmd) and months_of(one) == months_of(records[0])]
    return list(records)


def are_of_one_scan(heard: Heard, edits: Sequence[Edit], records: Sequence[Record]) -> bool:
    """Whether all that is to be changed is the day of one scan, or of one sample of blood."""
    edited = {edit.record for edit in edits}
    days = {months_of(one) for one in records if one.id in edited}
    sampled = all(isinstance(one, Lab) for one in records) and "labs" in heard.values("record_kind")
    named = _names_scan(heard) or (sampled and not heard.ids("analyte"))
    return named and len(days) == 1 and all(set(edit.fields) == {"time"} for edit in edits)


def _names_scan(heard: Heard) -> bool:
    return bool(_SCANS & set(heard.words)) and not heard.ids("bmd_site") and not heard.figures
