"""Several places told of one fracture word put together: the exact one takes what the region tells."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fractures.words import Place

__all__ = ["combine"]


def combine(places: list[Place], *, absent: bool = False) -> list[Place]:
    """One place each: the exact one takes the side of the region that was told beside it.

    For an ``absent`` fracture the region stays: "orbit and facial bones without fracture" clears the face.
    """
    kept: list[Place] = []
    for place in places:
        kept = _take_in(kept, place, absent=absent)
    leveled = [place for place in kept if place.bone == "vertebra" and place.levels]
    if leveled:
        general = [place for place in kept if place.is_general]
        told = next((place for place in general if place.part), None)
        kept = [_with_part(place, told) for place in kept if not place.is_general]
    return kept


def _with_part(place: Place, told: Place | None) -> Place:
    """A level with the part that was told beside it: ``L1 transverse process``."""
    if told is None or place.part is not None or not place.levels:
        return place
    return replace(place, part=told.part, part_of=told.part_of, side=place.side or told.side)


def _take_in(kept: list[Place], place: Place, *, absent: bool) -> list[Place]:
    for position, other in enumerate(kept):
        if other.side and place.side and other.side != place.side:
            continue
        if other.bone == place.bone and not other.levels and not place.levels:
            if other.part and place.part and other.part != place.part:
                continue
            stays = other if other.part or not place.part else place
        elif other.levels and other.levels == place.levels and not (other.part and place.part):
            stays = other if other.part else place
        elif other.bone in place.within:
            stays = other if absent else place
        elif place.bone in other.within:
            stays = place if absent else other
        else:
            continue
        merged = replace(stays, side=other.side or place.side)
        return [*kept[:position], merged, *kept[position + 1 :]]
    return [*kept, place]
