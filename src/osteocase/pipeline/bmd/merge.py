"""Results that a note tells more than once, in parts or in rounder words, made one record each."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import Any

from osteocase.pipeline.bmd.sites import FAMILY, GENERIC
from osteocase.pipeline.scan import Draft

__all__ = ["told_once"]

_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")
_ADDED = {"change_percent", "tbs"}
"""What a report tells of an examination after its densities and scores."""
_LOOK_BACK = 24
"""How many records of a site are looked at: a course has no more examinations."""
_CLOSE = 220
"""Characters within which the second half of a result stands."""


class _Kept:
    """Records so far, found by their numbers and by the scan that their site is a part of."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self.by_number: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        self.by_family: dict[str | None, list[Draft]] = defaultdict(list)

    def add(self, draft: Draft) -> None:
        self.all.append(draft)
        self.by_family[_family(draft)].append(draft)
        self.note(draft)

    def note(self, draft: Draft) -> None:
        for name in _NUMBERS:
            if draft.get(name) is not None and draft not in self.by_number[name, draft[name]][-1:]:
                self.by_number[name, draft[name]].append(draft)

    def with_numbers(self, numbers: dict[str, str]) -> list[Draft]:
        found: list[Draft] = []
        for item in numbers.items():
            found += [
                draft for draft in self.by_number[item][-_LOOK_BACK:] if not any(draft is other for other in found)
            ]
        return found

    def of_site(self, draft: Draft) -> list[Draft]:
        if draft.get("site") is None:
            return self.all[-_LOOK_BACK:]
        return self.by_family[_family(draft)][-_LOOK_BACK:]


def _family(draft: Draft) -> str | None:
    site = draft.get("site")
    return None if site is None else FAMILY.get(site, site)


def told_once(drafts: list[Draft]) -> list[Draft]:
    """A result told again is one record; a class alone is dropped where numbers are told."""
    numbered = [draft for draft in drafts if any(draft.get(name) is not None for name in _NUMBERS)]
    measured = {FAMILY.get(draft.get("site") or "") for draft in numbered}
    kept = _Kept()
    late: list[Draft] = []
    classes: list[Draft] = []
    for draft in sorted(drafts, key=lambda item: (item["start"], item["end"])):
        adds_only = draft.pop("adds_only", False)
        numbers = {name: draft[name] for name in _NUMBERS if draft.get(name) is not None}
        if not numbers and (adds_only or (numbered and not _is_of_unmeasured_site(draft, measured))):
            classes.append(draft)
        elif numbers and set(numbers) <= _ADDED and not adds_only:
            late.append(draft)
        else:
            _keep(kept, draft, numbers)
    for draft in late:
        _keep(kept, draft, {name: draft[name] for name in _NUMBERS if draft.get(name) is not None})
    for draft in classes:
        _add_class(kept, draft)
    found = sorted(kept.all, key=lambda item: (item["start"], item["end"]))
    for draft in found:
        draft.pop("earlier", None)
    return found


def _is_of_unmeasured_site(draft: Draft, measured: set[str | None]) -> bool:
    """``the scan of 2015 was normal at the hip`` beside numbers of the forearm alone."""
    family = FAMILY.get(draft.get("site") or "")
    return family is not None and family not in measured and bool(draft.get("time"))


def _keep(kept: _Kept, draft: Draft, numbers: dict[str, str]) -> None:
    known = next((other for other in kept.with_numbers(numbers) if _repeats(other, draft, numbers)), None)
    if known is None and any(_agrees_with_bound(other, draft, numbers) for other in kept.of_site(draft)):
        return
    known = known or _first_half(kept, draft, numbers) or _same_scan(kept, draft, numbers)
    known = known or _examination(kept, draft, numbers)
    if known is None:
        kept.add(draft)
        return
    if set(numbers) <= _ADDED and _is_span(draft):
        draft["time"] = None
    known.setdefault("also", []).append((draft["start"], draft["end"]))
    if draft.get("time") and _when(known) != _when(draft) and draft["time"].get("date"):
        known["time"] = draft["time"]  # a date says more than "current visit"
    for name, value in draft.items():
        if known.get(name) is None and name not in {"site", "earlier"}:
            known[name] = value
    kept.note(known)


def _when(draft: Draft) -> tuple[object, ...] | None:
    """A time as it is compared: its date, else its distance, else its words."""
    time = draft.get("time")
    if time is None:
        return None
    offset = time.get("offset")
    if time.get("date"):
        return (time["date"],)
    return (offset["value"], offset["unit"]) if offset else (time["text"].lower(),)


def _same_time(known: Draft, draft: Draft) -> bool:
    return None in {_when(known), _when(draft)} or _when(known) == _when(draft)


def _add_class(kept: _Kept, draft: Draft) -> None:
    """A class in words belongs to the results of its site that have none yet."""
    if draft.get("site") is None:
        return
    for known in kept.of_site(draft):
        same_site = known.get("site") == draft.get("site") and not known.get("earlier")
        if same_site and draft.get("side") in {None, known.get("side")} and known.get("classification") is None:
            known["classification"] = draft["classification"]
            known.setdefault("also", []).append((draft["start"], draft["end"]))


def _same_place(known: Draft, draft: Draft) -> bool:
    """The same site, or a rounder word for it: ``the hip`` for the total hip."""
    if draft.get("site") is None:
        return True
    if known.get("site") != draft["site"] and not (draft["site"] in GENERIC and _family(known) == _family(draft)):
        return False
    return not any(known.get(name) and draft.get(name) and known[name] != draft[name] for name in ("side", "region"))


def _repeats(known: Draft, draft: Draft, numbers: dict[str, str]) -> bool:
    """The same site, and every number that both tell is equal, at least one of them."""
    shared = [name for name in numbers if known.get(name) is not None]
    return (
        bool(shared)
        and _same_place(known, draft)
        and (_same_time(known, draft) or (len(shared) > 1 and "bmd_g_cm2" in shared and _is_present(known, draft)))
        and all(known[name] == numbers[name] for name in shared)
        and (known.get("t_score_high") is None or draft.get("t_score_high") in {None, known["t_score_high"]})
    )


def _is_present(known: Draft, draft: Draft) -> bool:
    """Whether one of two times is a mere word for the present, ``current visit``, beside the date of the other."""
    words = [time for time in (known.get("time"), draft.get("time")) if time and not time.get("date")]
    return len(words) == 1 and _PRESENT.search(words[0]["text"]) is not None


_PRESENT = re.compile(r"\b(?:current|today|now|this|latest|present)\b", re.IGNORECASE)


def _agrees_with_bound(known: Draft, draft: Draft, numbers: dict[str, str]) -> bool:
    """``below -2.0 at the hip`` says again, in rounder words, what the exact score of the hip has said."""
    for name in ("t_score", "z_score"):
        sign = draft.get(f"{name}_comparator")
        if sign is None or set(numbers) != {name} or known.get(name) is None or known.get(f"{name}_comparator"):
            continue
        exact, limit = Decimal(known[name]), Decimal(numbers[name])
        place = draft.get("site") is None or _family(known) == _family(draft)
        if place and (exact <= limit if sign.startswith("<") else exact >= limit):
            return True
    return False


def _first_half(kept: _Kept, draft: Draft, numbers: dict[str, str]) -> Draft | None:
    """The record of the same site told shortly before with other measures: ``T score -2.8; Z score -1.9``."""
    if draft.get("site") is None:
        return None
    same = [
        other
        for other in kept.of_site(draft)
        if other.get("site") == draft["site"]
        and all(draft.get(name) in {None, other.get(name)} for name in ("region", "side"))
        and not other.get("earlier") and draft["start"] - other["end"] <= _CLOSE
    ]  # fmt: skip
    if len(same) != 1 or draft.get("earlier") or set(numbers) <= _ADDED:
        return None
    apart = not any(same[0].get(name) for name in numbers)
    return same[0] if apart and _same_time(same[0], draft) else None


def _same_scan(kept: _Kept, draft: Draft, numbers: dict[str, str]) -> Draft | None:
    """The record of the same place and day told with other measures: one table of densities, another one of scores."""
    when = _when(draft)
    if draft.get("site") is None or when is None or draft.get("earlier"):
        return None
    same = [
        other
        for other in kept.of_site(draft)
        if all(other.get(name) == draft.get(name) for name in ("site", "region", "side"))
        and _when(other) == when and not any(other.get(name) is not None for name in numbers)
    ]  # fmt: skip
    return same[0] if len(same) == 1 else None


_RANK = ("total_hip", "lumbar_spine", "distal_radius", "whole_body", "femoral_neck", "hip", "femur", "forearm")


def _examination(kept: _Kept, draft: Draft, numbers: dict[str, str]) -> Draft | None:
    """The present examination of a site, to which a change or a TBS told apart belongs."""
    if not set(numbers) <= _ADDED or draft.get("site") is None:
        return None
    apart = [
        other
        for other in kept.of_site(draft)
        if _same_place(other, draft) and not other.get("earlier") and not any(other.get(name) for name in numbers)
        and (other.get("bmd_g_cm2") or other.get("t_score") or other.get("z_score") or other.get("yam_percent"))
        and (_when(draft) is None or _is_span(draft) or _when(other) == _when(draft))
    ]  # fmt: skip
    if not apart:
        return None
    if _is_span(draft) and len(dated := _dated(kept, draft)) > 1:
        reached = [other for other in apart if _lies_behind(dated[0], _day(other), draft["time"])]
        if reached or len(dated) > 2:
            return reached[-1] if reached else None
    if not _day(apart[0]):
        apart = [other for other in apart if not _day(other)]  # dated results after undated ones are those before
    latest = max(_day(other) for other in apart)
    near = [other for other in apart if 0 <= draft["start"] - other["end"] <= _CLOSE and _when(draft) is None]
    if near and near[-1].get("site") == draft["site"] and _day(near[-1]) in {"", latest}:
        return near[-1]
    newest = [other for other in apart if _day(other) == latest] if latest else apart
    return min(
        reversed(newest), key=lambda item: (_RANK.index(item["site"]) if item["site"] in _RANK else 99, -_levels(item))
    )


_MONTHS = {"day": Decimal(1) / 30, "week": Decimal(7) / 30, "month": Decimal(1), "year": Decimal(12)}


def _dated(kept: _Kept, draft: Draft) -> list[str]:
    """The days of the examinations of a site, the first one first."""
    days = {_day(other) for other in kept.of_site(draft) if _same_place(other, draft)}
    return sorted(day for day in days if len(day) >= len("2021-03"))


def _lies_behind(first: str, day: str, span: dict[str, Any]) -> bool:
    """``a gain of 9.4 % after 12 months``: whether an examination is so far behind the first one of its site."""
    offset = span.get("offset")
    if offset is None or len(day) < len("2021-03") or day == first:
        return False
    told = Decimal(offset["value"]) * _MONTHS[offset["unit"]]
    years, months = (int(day[:4]) - int(first[:4])), int(day[5:7]) - int(first[5:7])
    return abs(12 * years + months - told) <= max(Decimal("1.5"), told / 10)


_SPAN = re.compile(r"(?:after|over|within|during|in)\s")
"""Not ``After 18 months`` at the start of a sentence, which tells when the scan was."""


def _is_span(draft: Draft) -> bool:
    """``a gain of 9.4 % after 12 months``: how long the change took, not when it was measured."""
    time = draft.get("time")
    return time is not None and not time.get("date") and _SPAN.match(time["text"]) is not None


def _day(draft: Draft) -> str:
    """The date of an examination, empty where the note gives none."""
    return str((draft.get("time") or {}).get("date") or "")


def _levels(draft: Draft) -> int:
    """How much of the spine a result covers: a change of the spine is one of ``L1-L4``, not of ``L2``."""
    region = draft.get("region") or "L1-L4"
    return len(region)
