"""The draft of one fracture: one record for each level, rib or ray of its place."""

from __future__ import annotations

from osteocase.pipeline.fractures.numbers import ORDINALS
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.words import Place
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["drafts_of"]


def drafts_of(
    scan: Scan, place: Place | None, traits: dict[str, Trait], time: TimeMention | None, told: dict[str, object]
) -> list[Draft]:
    """Drafts of one place; ``told`` holds what the place and its traits do not: status, person, source and rule."""
    shared: Draft = {
        "bone": place.bone if place is not None else None,
        "side": place.side if place is not None else None,
        "part": place.part if place is not None else None,
        "part_of": place.part_of if place is not None else None,
        "time": time_draft(scan.text, time) if time is not None else None,
        "also": [],
        "within": place.within if place is not None else (),
        **told,
        **{name: trait[0] for name, trait in traits.items()},
    }
    if shared.get("kind") == "traumatic" and shared.get("fragility") is None:
        shared["fragility"] = False
    if shared["status"] == "absent":
        shared["fragility"] = None
    if place is not None and place.numbers:
        return [{**shared, "level": None, **_numbered(place, number)} for number in place.numbers]
    levels: tuple[str | None, ...] = place.levels if place is not None and place.levels else (None,)
    return [{**shared, "level": level, "number": None} for level in levels]


def _numbered(place: Place, number: int) -> Draft:
    """Which rib or ray; where no part of it is told, its number is what names the part of the chest or foot."""
    return {"number": number, "part": place.part or ORDINALS[number - 1]}
