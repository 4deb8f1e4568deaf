"""The densities of a region of the spine: ``L1-L4``, as it is called in several ways."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Bmd, Record

__all__ = ["of_region"]


def of_region(everything: Sequence[Record], asked: str) -> list[Bmd]:
    """The densities of a region; where no other one is told, those of the spine without a region are of it too."""
    spine = [one for one in everything if isinstance(one, Bmd) and (one.region or one.site == "lumbar_spine")]
    rows = [one for one in spine if _same_region(one.region, asked)]
    alone = bool(rows) and all(one in rows for one in spine if one.region)
    return [one for one in spine if one in rows or alone]


def _same_region(region: str | None, asked: str) -> bool:
    """``L1-L4`` is ``L1–4``."""
    digits = [part for part in (region or "").replace("–", "-").upper().replace("L", "").split("-") if part]
    return digits == asked.replace("L", "").split("-")
