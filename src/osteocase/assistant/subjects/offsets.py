"""A time that is counted from something that happened: ``a year after the drip``, ``after 12 months of denosumab``.

Month zero of the case is seldom what people count from. What is counted from is looked up in the records, and the
time becomes a position on the axis of the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.finding import select
from osteocase.assistant.subjects.record_times import months_of
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.review import Session

__all__ = ["at_nearest", "with_offset"]

_SPAN = r"(?:[\d.]+|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty)"
_UNIT = r"(?:weeks?|wks?|months?|mo|years?|yrs?)"
_COUNTED = re.compile(
    rf"\b(?P<span>{_SPAN}[\s-]*{_UNIT})\s+(?:or so\s+)?"
    r"(?P<way>after|following|post|past|from|before|prior to|ahead of|into|of|on)\s+(?P<event>[^?.,;]{2,50})",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:after|at|by)\s+(?:the\s+(?:first\s+)?)?$", re.IGNORECASE)
_BEFORE = ("before", "prior to", "ahead of")
_REACH = 6
"""Words in which what is counted from is named."""
_TOPICS = ("treatment", "event", "bone")
_GROUPS = ("time", "record_kind", "when")

_DRIPS = frozenset(("infusion", "infusions", "drip", "drips"))

Place = Callable[[Heard, list[int]], Moment | None]


def with_offset(heard: Heard, session: Session, place: Place) -> Heard:
    """The utterance with its time on the axis of the case; as it was where nothing known is counted from.

    Args:
        heard: the utterance.
        session: the case.
        place: the moment that words of it name, such as the start of a drug.
    """
    if heard.months is None or heard.other_months is not None or heard.between is not None or not session.state.notes:
        return heard
    match = next(
        (one for one in _COUNTED.finditer(heard.say) if one.start("span") <= heard.months_at < one.end("span")), None
    )
    if match is None or (match["way"].lower() in ("of", "on") and not _LEADS.search(heard.say[: match.start()])):
        return heard  # ``24 months of teriparatide`` is a length
    inside = [at for at, offset in enumerate(heard.offsets) if match.start("event") <= offset < match.end("event")]
    inside = inside[:_REACH]
    if not _names_event(heard, inside):
        return heard
    moment = place(heard, inside)
    if moment is None:
        return heard
    count = -heard.months if match["way"].lower() in _BEFORE else heard.months
    others = any(
        hit.topic not in ("utterance", "event") and hit.end > hit.start and hit.start not in inside
        for hit in heard.hits
    ) or heard.has("measure", "record_kind", "patient_field")
    if not others:
        return heard
    hits = tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler")
        if hit.start in inside and (hit.topic in _TOPICS or hit.group in _GROUPS)
        else hit
        for hit in heard.hits
    )
    return replace(heard, hits=hits, months=moment.months + Decimal(count))


def _names_event(heard: Heard, inside: list[int]) -> bool:
    return bool(_DRIPS & {heard.words[at] for at in inside}) or any(
        hit.start in inside and (hit.topic in _TOPICS or hit.value == "treatments") and hit.end > hit.start
        for hit in heard.hits
    )


def at_nearest(more: Heard, heard: Heard, place: Decimal | None, session: Session, vocabulary: Vocabulary) -> Heard:
    """The time that was counted on from what was told, moved to the measurement that lies nearest to it.

    Visits are seldom a year apart to the day: of a scan in December the one ``a year later`` may be of January.

    Args:
        more: the utterance with what the one before spoke of, its time on the axis.
        heard: the utterance alone.
        place: where on the axis it was counted from; null where it was not.
        session: the case.
        vocabulary: the words to listen for.
    """
    if place is None or heard.months is None or more.months is None:
        return more
    wanted, slack = more.months, max(_APART, abs(heard.months) / _SHARE)
    ever = select(more, session, vocabulary, with_time=False).records
    places = {months for one in ever if (months := months_of(one)) is not None}
    near = min(places, key=lambda one: abs(one - wanted), default=None)
    return replace(more, months=near) if near is not None and abs(near - wanted) <= slack else more


_APART = Decimal(1)
_SHARE = 6
"""A visit lies off its time by up to this part of the time that was counted: two months in a year."""
