"""Whether a decision that fits several records is of one of them, so that it must be asked which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Bmd, Event, Finding, Record

__all__ = ["ALL_OF", "apart", "is_unclear"]

ALL_OF = frozenset(
    ("all", "both", "every", "everything", "scores", "values", "results", "readings", "findings", "markers", "levels",
     "tests", "measurements")
)  # fmt: skip
_ONE_OF_LIST = re.compile(
    r"\b(?:the|this|that|her|his|a)\s+(?:\w+\s+)?(?:fracture|fall|lab|result|treatment|drug|medication|finding|symptom|score)\b",
    re.IGNORECASE,
)
"""A list that is named in the singular: one of it is meant."""
_BOTH_TIMES = re.compile(
    r"\bboth\s+(?:the\s+|of\s+the\s+)?(?:visits|dates|times|occasions|appointments|years|days|notes|clinics)\b",
    re.IGNORECASE,
)
"""``the bloods from both visits``, where there are two."""
_PLURAL = re.compile(r"[A-Za-z][\w-]*(?<![uais])s\b")
"""``the CTXs``; ``phosphorus`` and the VAS are one."""
_LISTS = frozenset(("labs", "bloods", "tests", "measurements", "densities"))


def is_unclear(heard: Heard, intent: Intent, found: Selection, records: list[Record]) -> bool:
    """Whether one of several records may be meant, and not all of them."""
    if _BOTH_TIMES.search(heard.say) and len({months_of(one) for one in records}) == len(("one", "other")):
        return False
    one_of_list = _ONE_OF_LIST.search(heard.say) is not None and not set(heard.words) & {"all", "both", "every"}
    plural = bool(set(heard.words) & (ALL_OF | {"what", "whatever"})) or (
        "list" in found.arguments and not set(heard.words) & {"a", "the"}
    )
    several_named = len(heard.levels) > 1 or (intent != "delete" and "list" in found.arguments)
    told_twice = len({type(one) for one in records if isinstance(one, Event | Finding)}) > 1  # a fall and its finding
    several_named = several_named or (not told_twice and _each_once(heard, found, records))
    number = next((NUMBER_WORDS[one] for one in heard.words if one in NUMBER_WORDS and len(one) > len("of")), None)
    plural = plural or any(
        _PLURAL.match(heard.say, heard.offsets[hit.start]) for hit in heard.hits if hit.topic in ("analyte", "score")
    )
    plural = plural or number == len(records) > 1  # ``the two ribs``
    timed = heard.date is not None or heard.months is not None or heard.has("time")
    plural = plural or (timed and bool(_LISTS & set(heard.words)))  # ``the 12 month labs``
    if "both" in heard.words and len(records) > len(("one", "other")):
        plural, several_named = False, False
    if intent == "delete" and {"analyte", "agent"} <= found.arguments.keys():  # of one name, measured and taken
        several_named = several_named and not plural
        plural = plural and len({type(one) for one in records}) == 1
    unclear = (one_of_list and "list" in found.arguments) or (not plural and not several_named)
    measured = bool(found.arguments.keys() & {"analyte", "score"}) and "list" not in found.arguments
    unclear = unclear and ("note" not in found.arguments or (intent == "delete" and measured))
    return unclear and not ((intent == "accept" or timed) and _is_scan(heard, records))


def _is_scan(heard: Heard, records: Sequence[Record]) -> bool:
    """``the DXA of December 2018``: one examination is all that was measured in it."""
    one_note = len({one.source.note for one in records}) == 1
    one_day = len({months_of(one) for one in records}) == 1
    scanned = bool(_SCANS & set(heard.words))
    return scanned and (one_note or one_day) and all(isinstance(one, Bmd) for one in records)


_SCANS = frozenset(("dxa", "dexa", "scan", "densitometry"))


def apart(records: Sequence[Record]) -> list[Record]:
    """The records without events that only repeat one of them: a fall and its finding are one thing."""
    known = {one.id for one in records}
    return [one for one in records if not (isinstance(one, Event) and known & set(one.records))]


def _each_once(heard: Heard, found: Selection, records: Sequence[Record]) -> bool:
    """Several things that are named, each of which there is once: ``the ACTH and the cortisol``.

    ``the vitamin D`` is one name, measured and taken.
    """
    things = {same_thing(record) for record in records}
    measured = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "analyte"}
    taken = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "treatment"}
    if measured and measured == taken and len({type(one) for one in records}) > 1:
        return False
    named = {heard.offsets[hit.start] for hit in heard.hits if hit.topic in _NAMED and hit.end > hit.start}
    return len(things) == len(records) > 1 and len(records) in (len(dict.fromkeys(found.asked)), len(named))


_NAMED = frozenset(("analyte", "treatment", "score", "finding"))
