"""The question before asked of another thing: ``and the hip?``, ``and prednisone?``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from osteocase.assistant.understanding.following import of_density
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit

__all__ = ["in_same_question", "names_other"]

_LINKS = re.compile(
    r"^\W*(?:and|what about|how about|same for|same with|the same for|and for|and what about|and how about)\b",
    re.IGNORECASE,
)
_NAMES = frozenset(("analyte", "bmd_site", "score", "treatment"))
_MEASURED_NAMES = frozenset(("analyte", "bmd_site", "score"))
_CARRIED = ("when", "duration", "extreme", "abnormal", "trend", "high", "low", "time", "count")
_ASKS = (
    "when",
    "duration",
    "extreme",
    "abnormal",
    "trend",
    "count",
    "source",
    "reason",
    "gap",
    "presence",
    "high",
    "low",
)
_MOST = 6


def names_other(heard: Heard, last: Heard) -> bool:
    """``and the hip?``: another thing of the same kind, for which the first question goes on."""
    named = {hit.topic for hit in heard.hits if hit.topic in _NAMES}
    before = {hit.topic for hit in last.hits if hit.topic in _NAMES}
    densities = of_density(heard) and bool(before & _MEASURED_NAMES)
    same = named & before or densities
    short = len(heard.words) <= _MOST and (bool(_LINKS.match(heard.say)) or sum(map(str.isalnum, heard.words)) <= 2)
    own = heard.has(*_ASKS) or heard.figures or heard.unknown_words or heard.has("correct", "delete", "add", "accept")
    return bool(same) and short and not own


_POLAR = re.compile(r"^\W*(?:(?:and|so|but)\s+)?(?:is|are|was|were|did|does|do|has|have|had)\b", re.IGNORECASE)
_NAMED_ALONE = re.compile(
    r"^\W*(?:(?:and|or|but|so)\s+)?(?:(?:what|how)\s+about\s+|(?:the\s+)?same\s+(?:for|with)\s+)?"
    r"(?P<what>(?:(?:the|her|his)\s+)?[a-z][\w -]*?)(?:\s+(?:then|too|as\s+well))?\W*$",
    re.IGNORECASE,
)


def in_same_question(heard: Heard, last: Heard, hear: Callable[[str], Heard]) -> Heard:
    """Another thing in the place of that of the question before: of yes or no the question stays as it was.

    Args:
        heard: ``and prednisone?``.
        last: ``is he on aspirin?``.
        hear: takes an utterance apart.
    """
    match = _NAMED_ALONE.match(heard.say)
    topics = {hit.topic for hit in heard.hits if hit.topic in _NAMES}
    typed = {(hit.start, hit.end) for hit in last.hits if hit.topic in topics and hit.end > hit.start}
    if match is None or len(typed) != 1 or not _POLAR.match(last.say) or _times_differ(heard, last):
        return carried(heard, last)
    start, end = next(iter(typed))
    begin, close = last.offsets[start], last.offsets[end - 1] + len(last.words[end - 1])
    if last.say[begin:close].casefold() != " ".join(last.words[start:end]):
        return carried(heard, last)
    what = re.sub(r"^(?:the|her|his)\s+", "", match["what"]) if _ARTICLE.search(last.say[:begin]) else match["what"]
    return hear(f"{last.say[:begin]}{what}{last.say[close:]}")


_ARTICLE = re.compile(r"\b(?:the|her|his)\s+$", re.IGNORECASE)


def _times_differ(heard: Heard, last: Heard) -> bool:
    return heard.months is not None or heard.date is not None or heard.moment is not None or heard.has("time")


def carried(heard: Heard, last: Heard) -> Heard:
    """The utterance with what the one before asked, and for which time."""
    timed = heard.months is not None or heard.date is not None or heard.moment is not None or heard.has("time")
    groups = [group for group in _CARRIED if group != "time" or not timed]
    if not heard.has("measure") and any(hit.topic == "bmd_site" for hit in heard.hits):
        groups.append("measure")
    more = [
        Hit(0, 0, hit.topic, hit.id, hit.group, hit.value)
        for hit in last.hits
        if hit.topic == "utterance" and hit.group in groups
    ]
    with_more = replace(heard, hits=(*more, *heard.hits))
    if timed:
        return with_more
    return replace(with_more, months=last.months, date=last.date, dates=last.dates, dates_at=(), moment=last.moment)
