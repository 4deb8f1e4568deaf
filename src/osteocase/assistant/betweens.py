"""Two times that are told by what happened: ``from the first dose to the last visit``, ``between birth and scan``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.hearing import Heard, Moment
from osteocase.assistant.vocabulary import Hit
from osteocase.review import Session

__all__ = ["with_betweens"]

_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?P<one>[^?.;]{3,60}?)\s+(?:and|to|until|till|up to)\s+(?P<two>[^?;]{3,60}?)\s*[?.]?$",
    re.IGNORECASE,
)
_START = re.compile(
    r"\bbaseline\b|\b(?:start|beginning)\s+(?:of\s+)?(?:the\s+)?(?:treatment|therapy)\b|^\s*(?:the\s+)?start\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:the\s+)?(?:first|second|third|fourth|fifth|\d\w\w)", re.IGNORECASE)

Place = Callable[[Heard, list[int]], Moment | None]


def with_betweens(heard: Heard, session: Session, place: Place) -> Heard:
    """The utterance with both times as months, where both are known; else as it was.

    Args:
        heard: the utterance.
        session: the case.
        place: the moment that words of it name, such as the end of a treatment.
    """
    wanted = heard.has("trend", "duration", "extreme", "ask") or "difference" in heard.words
    if not wanted or heard.has("correct", "add", "delete", "accept"):
        return heard
    match = _BETWEEN.search(heard.say)
    if match is None:
        return heard
    if match["one"].casefold().split()[-1] == "first" and match["two"].casefold().startswith(("last", "the last")):
        return heard  # ``from the first to the last scan``: the whole course
    found = [_months(heard, match, name, session, place) for name in ("one", "two")]
    if any(one is None for one in found) or all(told for one in found if one is not None for told in [one[1]]):
        return heard
    first, second = (one[0] for one in found if one is not None)
    inside = {at for at, offset in enumerate(heard.offsets) if match.start("one") <= offset < match.end("two")}
    hits = tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler")
        if hit.start in inside and (hit.topic in ("treatment", "event", "bone") or hit.group in ("time", "record_kind"))
        else hit
        for hit in heard.hits
    )
    hits = tuple(hit for hit in hits if not (hit.topic == "bmd_site" and hit.start in inside))
    return replace(
        heard, hits=hits, months=first, other_months=second, months_at=match.start("one"), between=(first, second),
        date=None, dates=(), dates_at=(), moment=None, levels=(),
    )  # fmt: skip


def _months(
    heard: Heard, match: re.Match[str], half: str, session: Session, place: Place
) -> tuple[Decimal, bool] | None:
    """Position of what a half names, and whether it was said as a number or a date, which others understand."""
    start, end = match.span(half)
    if heard.months is not None and start <= heard.months_at < end:
        return heard.months, True
    if any(start <= at < end for at in heard.dates_at):
        return None
    if _BARE.fullmatch(match[half]):  # ``the first and the second scan``
        end = match.end("two")
    inside = [at for at, offset in enumerate(heard.offsets) if start <= offset < end]
    moment = place(heard, inside) if inside else None
    if moment is not None:
        return moment.months, False
    return (Decimal(0), False) if _START.search(match[half]) else None
