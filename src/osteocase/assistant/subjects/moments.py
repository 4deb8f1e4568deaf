"""A time that is named by what happened then: ``just before the first injection``, ``once romosozumab was over``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.betweens import with_betweens
from osteocase.assistant.subjects.counted_doses import DOSES
from osteocase.assistant.subjects.happenings import HAPPENED
from osteocase.assistant.subjects.named_times import time_named
from osteocase.assistant.subjects.offsets import with_offset
from osteocase.assistant.subjects.passages import note_words
from osteocase.assistant.subjects.spans import with_span
from osteocase.assistant.subjects.titled import notes_named, with_titles
from osteocase.assistant.subjects.wanted import HOW_BROKEN
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.vocabulary import Hit
from osteocase.review import Session

__all__ = ["placed"]

_LEADS = re.compile(
    r"\b(?P<before>(?:just |right |shortly |immediately )?(?:before|prior to|ahead of))\b"
    r"|\b(?P<after>after|following|followed|since|once|replaced(?!\s+(?:before|after|by|with|in|at|on|\?))|replacing|"
    r"took over from|instead of)\b"
    r"|\b(?P<at>when|at the time of|at the time|on the day(?: of| that)?|at the start of|"
    r"(?:at|by|until) the end of|(?:at|on)(?=\s+discharge\b)|the day(?!\s+(?:after|before|following|prior)))\b"
    r"|\b(?P<during>during|while on|whilst on|under|while she was on|while he was on|in the course of)\b"
    r"|\b(?P<upon>on)\s+(?=(?:the\s+|her\s+|his\s+)?[a-z]+)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\W*(?:any|did|has|have|were|was|had)\b[^?]*\b(?:since|after|following)\b", re.IGNORECASE)
_REACH = 8
"""Words behind such a lead within which the event is named."""
_DRUGS = frozenset(("drug", "drugs", "medicine", "medicines", "treatment", "medication", "anything", "something"))
_LATER = re.compile(
    r"\b(?P<way>after|before|since)\s+(?:month\s+\d|"
    r"(?:the\s+)?\w+[\s-]+months?[\s-]+(?:visit|check|review|scan|control))",
    re.IGNORECASE,
)
_EVER_AFTER = re.compile(
    r"\b(?:ever|again|still|any ?time)\b[^?]*\b(?P<way>after|beyond|past)\s+"
    r"(?:\d+|three|six|twelve|eighteen)[\s-]*months?\b",
    re.IGNORECASE,
)
"""``did it ever rise after 6 months?``: all that is later, and not what was measured then."""
_WHICH_FIRST = re.compile(r"\b(?:before or after|after or before)\b", re.IGNORECASE)
_BASELINE = re.compile(r"\b(?:after|since|beyond)\s+(?:the\s+)?baseline\b(?!\s+(?:visit|and|to))", re.IGNORECASE)
_GOT = re.compile(
    r"\bwhat(?:\s+else)?\s+(?:did|was|has|came|comes|followed|happened)\b.{0,30}?"
    r"\b(?:get|got|given|receive|received|have|had|take|took|come|came|follow|followed|next|started|on)\b|\bwhat\s+(?:came|followed)\b",
    re.IGNORECASE,
)
"""``what did he get after teriparatide?`` asks for treatments without naming them."""
_ANYTHING = frozenset(("anything", "something"))
_MEASURED = ("analyte", "bmd_site", "score")


def placed(heard: Heard, session: Session) -> Heard:
    """The utterance with the event that it tells the time by taken out of what it asks for."""
    if HOW_BROKEN.search(heard.say):
        return with_span(heard, session)  # ``what was she doing when the wrist broke?`` asks for nothing else then
    heard = with_betweens(heard, session, lambda said, words: time_named(said, words, "at", session))
    heard = with_offset(heard, session, lambda said, words: time_named(said, words, "at", session))
    heard = with_titles(with_span(replace(heard, notes=notes_named(heard, session)), session), session)
    if heard.moment is not None:
        return heard
    based = _BASELINE.search(heard.say)
    if based is not None and heard.months is None and heard.date is None and not heard.has("trend"):
        hits = tuple(replace(hit, group="filler") if hit.group == "time" else hit for hit in heard.hits)
        return replace(heard, hits=hits, moment=Moment("after", Decimal(0)))
    later = _LATER.search(heard.say) or (_EVER_AFTER.search(heard.say) if heard.is_question else None)
    if later is not None and heard.months is not None and heard.other_months is None:
        return replace(
            heard, months=None, moment=Moment("before" if later["way"].lower() == "before" else "after", heard.months)
        )
    if heard.months is not None or _WHICH_FIRST.search(heard.say):
        return heard
    found = _named(heard, session)
    if not found:
        heard = _no_when(heard) if heard.notes and heard.date is None else heard
        return _without_place(heard, session)
    first = found[0]
    inside = {at for one in found for at in one.words}
    inside |= {at for at in range(len(heard.words)) for one in found if one.lead <= heard.offsets[at] < one.behind}
    hits = _without(heard, inside, first.lead)
    if first.other:  # ``any fractures before the hip?``
        hits = tuple(hit for hit in hits if hit.start not in inside or hit.topic not in ("bone", "bmd_site"))
    drugs = {hit.start for hit in heard.hits if hit.topic == "treatment" and hit.start in inside}
    hits = tuple(  # ``before the steroids``: neither the drugs nor their use is asked for
        Hit(hit.start, hit.end, "utterance", "moment", "filler")
        if hit.topic == "finding" and hit.start in inside and hit.start in drugs
        else hit
        for hit in hits
    )
    known = {at for hit in hits for at in range(hit.start, hit.end)}
    told = note_words(session) | _AGAIN
    hits += tuple(
        Hit(at, at + 1, "utterance", "moment", "filler")  # ``before the rib``: it only tells the time
        for at in sorted(inside - known)
        if heard.words[at] in told
    )
    levels = heard.levels
    counts = heard.has("count", "duration")
    if not counts and any(
        heard.words[at] in _BROKEN for at in inside
    ):  # the fracture that tells the time is not asked for
        hits = tuple(
            Hit(hit.start, hit.end, "utterance", "moment", "filler")
            if hit.start in inside and (hit.topic in ("bone", "bmd_site", "finding") or hit.value == "fractures")
            else hit
            for hit in hits
        )
        levels = tuple(one for one in levels if one.lower() in heard.say[: first.lead].lower())
    if not first.measured and not first.other and not any(hit.value == "treatments" for hit in hits):
        hits = (Hit(0, 0, "utterance", "kind_treatments", "record_kind", "treatments"), *hits)
    return replace(
        heard, hits=hits, levels=levels, moment=first.moment, moments=tuple((one.lead, one.moment) for one in found),
        date=None, dates=(), dates_at=(),
    )  # fmt: skip


def _without_place(heard: Heard, session: Session) -> Heard:
    """Of a value after something of which no time is told: that is not asked for itself, and the answer says so."""
    changes = heard.has(*_CHANGES) and not heard.has(*_ASKING)
    of_broken = heard.is_question and "fractures" in heard.values("record_kind")
    if heard.date is not None or (heard.before_treatment and not of_broken) or changes:
        return heard
    lists = {"labs", "fractures"} if heard.is_question else {"labs"}
    found = {"finding"} if heard.is_question and _SINCE.search(heard.say) else set()  # ``any stones since the op?``
    asked = [
        hit for hit in heard.hits if hit.topic in {*_MEASURED, *found} or hit.group == "measure" or hit.value in lists
    ]
    for match in _LEADS.finditer(heard.say):
        near = [at for at, offset in enumerate(heard.offsets) if offset >= match.end()][:_BEHIND]
        named = [hit for hit in heard.hits if hit.start in near and hit.end > hit.start and hit.topic in _TIMED]
        before = any(hit.end > hit.start and heard.offsets[hit.start] < match.start() for hit in asked)
        if (
            not named
            or not before
            or match.group().lower() == "when"
            or (match["upon"] and not _on_drug(heard, match.end()))
        ):
            continue
        begin = min(hit.start for hit in named)
        kinds = [hit for hit in heard.hits if hit.value == "fractures" and hit.start >= begin]
        end = max(hit.end for hit in (*named, *kinds))
        if time_named(heard, range(near[0], end), "at", session) is not None:
            continue
        hits = tuple(
            Hit(hit.start, hit.end, "utterance", "moment", "filler") if begin <= hit.start < end else hit
            for hit in heard.hits
        )
        return replace(heard, hits=hits, unplaced=" ".join(heard.words[begin:end]))
    return heard


_AGAIN = frozenset(("restarted", "restarting", "restart", "resumed", "resumption", "recommenced"))
_TIMED = ("treatment", "event", "bone", "finding")
_BEHIND = 4
"""Words behind a lead within which stands what it leads to: ``after she stopped alendronate``."""
_ASKING = ("ask", "list", "trend", "extreme", "abnormal", "high", "low", "presence", "count")
_CHANGES = ("correct", "add", "delete", "accept", "defer")
_BROKEN = frozenset(("fracture", "fractures", "broke", "broken", "break", "aff", "fractured"))


@dataclass(frozen=True)
class _Named:
    """A time that words behind a lead name."""

    lead: int
    """Offset of ``before``, ``after`` and their like."""
    behind: int
    """Offset behind it."""
    words: tuple[int, ...]
    moment: Moment
    measured: bool
    other: bool
    """Whether something is asked for that is neither measured nor a treatment."""


def _named(heard: Heard, session: Session) -> list[_Named]:
    """The times that are named; more than one only where they stand side by side (``before it and at its end``)."""
    found: list[_Named] = []
    leads = list(_LEADS.finditer(heard.say))
    for number, match in enumerate(leads):
        if match["at"] and (match.start() < 2 or heard.first == "when"):
            continue
        if match["upon"] and not _on_drug(heard, match.end()):
            continue
        if found and not _JOINED.search(heard.say[: match.start()]):
            continue
        drugs_before = any(
            (hit.value == "treatments" or set(heard.words[hit.start : hit.end]) & _DRUGS)
            and heard.offsets[min(hit.start, len(heard.offsets) - 1)] < match.start()
            for hit in heard.hits
        )
        drugs_before = drugs_before or bool(_ANYTHING & set(heard.words)) or bool(_GOT.search(heard.say))
        other = _other_thing(heard, match) or (
            heard.is_question and HAPPENED.search(heard.say[: match.start()]) is not None
        )
        measured = (
            bool({"dose", "doses"} & set(heard.words))
            or any(hit.topic in _MEASURED for hit in heard.hits)
            or heard.has("measure")
            or "labs" in heard.values("record_kind")
        )
        then = match["after"] or match["before"] or (match["at"] and heard.first in ("which", "what"))
        if not measured and not other and not (drugs_before and then):
            continue
        times = [heard.offsets[hit.start] for hit in heard.hits if hit.group == "time" and hit.end > hit.start]
        borders = [*(one.start() for one in leads[number + 1 :]), *(at for at in times if at > match.end())]
        end = next((at for at in sorted(borders) if _JOINED.search(heard.say[match.end() : at])), len(heard.say))
        words = tuple(at for at, offset in enumerate(heard.offsets) if match.end() <= offset < end)[:_REACH]
        relation = "during" if match["upon"] else match.lastgroup or "at"
        moment = _of_day(heard, match.end(), words, relation, session) if heard.date is not None else None
        if moment is None and heard.date is None:
            moment = time_named(heard, words, relation, session)
        if moment is not None:
            found.append(_Named(match.start(), match.end(), words, moment, measured, other))
        elif found:
            break
    return found


_JOINED = re.compile(r"[a-z]\W*(?:\b(?:and|or|vs|versus|than|to|against)\b|[,&/])\W*$", re.IGNORECASE)


def _of_day(heard: Heard, lead: int, words: tuple[int, ...], relation: str, session: Session) -> Moment | None:
    """``since the wrist fracture in January 2019``: what happened, where the date that is said beside it is its own."""
    at = next((place for place in heard.dates_at if place > lead), None)
    words = tuple(one for one in words if at is not None and heard.offsets[one] < at)
    date = heard.dates[heard.dates_at.index(at)] if at is not None and len(heard.dates) == len(heard.dates_at) else None
    moment = time_named(heard, words, relation, session) if words and date is not None else None
    begin, end = (months_of_day(date, session, last=last) if date else None for last in (False, True))
    if moment is None or begin is None or end is None or len(heard.dates) != 1:
        return None
    if begin - _BESIDE <= moment.months <= end + _BESIDE:
        return moment
    doses = DOSES & {heard.words[one] for one in words}
    return Moment(relation, begin, slack=Decimal("0.01")) if doses and relation != "during" else None


_BESIDE = Decimal("0.6")
"""Months that a date may lie beside what it belongs to: ``in January`` of what is recorded with its month alone."""


def _on_drug(heard: Heard, at: int) -> bool:
    """``on risedronate``: a drug stands behind it at once, and something is asked that is no drug."""
    measured = {hit.start for hit in heard.hits if hit.topic == "analyte"}
    drugs = [hit for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start]
    named = [heard.offsets[hit.start] for hit in drugs if hit.start not in measured]
    drug = any(0 <= start - at <= len("the ") for start in named)
    return drug and not heard.has("when", "duration", "count") and "still" not in heard.words


def _other_thing(heard: Heard, match: re.Match[str]) -> bool:
    """Whether something else is asked for: ``new fractures after teriparatide``, ``a bisphosphonate after it``."""
    if match["at"] or heard.has("when", "duration", "reason"):
        return False
    before = [hit for hit in heard.hits if hit.end > hit.start and heard.offsets[hit.start] < match.start()]
    if heard.has("count") and not any(hit.value == "fractures" or hit.topic in ("bone", "finding") for hit in before):
        return False  # ``how many months after it?``
    return any(
        hit.topic in ("treatment", "bone", "finding") or hit.group in ("finding_kind", "record_kind") for hit in before
    ) and not heard.has("correct", "add", "delete", "accept")


def _without(heard: Heard, inside: set[int], lead: int) -> tuple[Hit, ...]:
    """What tells the time is no longer what is asked for; its words stay known."""
    return tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler", hit.id if hit.topic == "treatment" else None)
        if (hit.start in inside and _tells_time(hit))
        or (hit.group == "when" and hit.start < len(heard.offsets) and heard.offsets[hit.start] >= lead)
        else hit
        for hit in heard.hits
    )


def _no_when(heard: Heard) -> Heard:
    """``how bad was it when she left the ward``: no question about the time."""
    if heard.first == "when" or not heard.has("ask"):
        return heard
    return replace(heard, hits=_without(heard, set(), heard.say.lower().find("when")))


def _tells_time(hit: Hit) -> bool:
    return hit.topic in ("treatment", "event") or hit.group == "time" or hit.value == "treatments"
