"""A time that is named by what happened then: ``just before the first injection``, ``once romosozumab was over``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.betweens import with_betweens
from osteocase.assistant.finding import is_agent
from osteocase.assistant.hearing import Heard, Moment
from osteocase.assistant.offsets import with_offset
from osteocase.assistant.spans import with_span
from osteocase.assistant.titled import notes_named, with_titles
from osteocase.assistant.vocabulary import Hit
from osteocase.records import Event, Fracture, Record, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["BONE_DRUGS", "placed"]

_LEADS = re.compile(
    r"\b(?P<before>(?:just |right |shortly |immediately )?(?:before|prior to|ahead of))\b"
    r"|\b(?P<after>after|following|followed|since|once|replaced(?!\s+(?:before|after|by|with|in|at|on|\?))|replacing|"
    r"took over from|instead of)\b"
    r"|\b(?P<at>when|at the time of|at the time|on the day(?: of| that)?|at the start of|"
    r"(?:at|by|until) the end of|the day(?!\s+(?:after|before|following|prior)))\b"
    r"|\b(?P<during>during|while on|whilst on|under|while she was on|while he was on|in the course of)\b"
    r"|\b(?P<upon>on)\s+(?=(?:the\s+|her\s+|his\s+)?[a-z]+)",
    re.IGNORECASE,
)
_REACH = 8
"""Words behind such a lead within which the event is named."""
_ENDS = frozenset(
    ("stop", "stopped", "stopping", "end", "ended", "ending", "over", "finish", "finished", "finishing", "off", "last",
     "suspension", "completion", "completed", "discontinued", "discontinuation", "discontinue", "final", "through",
     "withdrawn", "withdrawal", "terminated", "weaned", "ceased", "done")
)  # fmt: skip
_DOSES = frozenset(
    ("injection", "injections", "dose", "doses", "shot", "shots", "jab", "jabs", "infusion", "infusions")
)
_DRUGS = frozenset(("drug", "drugs", "medicine", "medicines", "treatment", "medication", "anything", "something"))
_LATER = re.compile(
    r"\b(?P<way>after|before|since)\s+(?:month\s+\d|"
    r"(?:the\s+)?\w+[\s-]+months?[\s-]+(?:visit|check|review|scan|control))",
    re.IGNORECASE,
)
_STOPPING = frozenset(("stopping", "discontinuation", "discontinuing", "cessation", "withdrawal"))
_WHICH_FIRST = re.compile(r"\b(?:before or after|after or before)\b", re.IGNORECASE)
_SWITCH = frozenset(("switch", "switched", "switching", "changeover", "change"))
BONE_DRUGS = frozenset(
    ("bisphosphonate", "rankl_inhibitor", "sclerostin_inhibitor", "parathyroid_hormone_analogue", "strontium",
     "selective_estrogen_receptor_modulator", "osteoanabolic", "antiresorptive")
)  # fmt: skip
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
    heard = with_betweens(heard, session, lambda said, words: _moment(said, words, "at", session))
    heard = with_offset(heard, session, lambda said, words: _moment(said, words, "at", session))
    heard = with_titles(with_span(replace(heard, notes=notes_named(heard, session)), session), session)
    if heard.moment is not None:
        return heard
    based = _BASELINE.search(heard.say)
    if based is not None and heard.months is None and heard.date is None and not heard.has("trend"):
        hits = tuple(replace(hit, group="filler") if hit.group == "time" else hit for hit in heard.hits)
        return replace(heard, hits=hits, moment=Moment("after", Decimal(0)))
    later = _LATER.search(heard.say)
    if later is not None and heard.months is not None and heard.other_months is None:
        return replace(heard, months=None, moment=Moment(later["way"].lower().replace("since", "after"), heard.months))
    if heard.months is not None or heard.date is not None or _WHICH_FIRST.search(heard.say):
        return heard
    for match in _LEADS.finditer(heard.say):
        if match["at"] and (match.start() < 2 or heard.first == "when"):
            continue
        if match["upon"] and not _on_drug(heard, match.end()):
            continue
        drugs_before = any(
            (hit.value == "treatments" or set(heard.words[hit.start : hit.end]) & _DRUGS)
            and heard.offsets[min(hit.start, len(heard.offsets) - 1)] < match.start()
            for hit in heard.hits
        )
        drugs_before = drugs_before or bool(_ANYTHING & set(heard.words)) or bool(_GOT.search(heard.say))
        other = _other_thing(heard, match)
        measured = (
            bool({"dose", "doses"} & set(heard.words))
            or any(hit.topic in _MEASURED for hit in heard.hits)
            or heard.has("measure")
            or "labs" in heard.values("record_kind")
        )
        if not measured and not other and not (drugs_before and (match["after"] or match["before"])):
            continue
        words = [at for at, offset in enumerate(heard.offsets) if offset >= match.end()][:_REACH]
        relation = "during" if match["upon"] else match.lastgroup or "at"
        moment = _moment(heard, words, relation, session)
        if moment is not None:
            inside = set(words)
            hits = _without(heard, inside, match.start())
            if other:  # ``any fractures before the hip?``
                hits = tuple(hit for hit in hits if hit.start not in inside or hit.topic not in ("bone", "bmd_site"))
            if not measured and not other and not any(hit.value == "treatments" for hit in hits):
                hits = (Hit(0, 0, "utterance", "kind_treatments", "record_kind", "treatments"), *hits)
            return replace(heard, hits=hits, moment=moment)
    return _no_when(heard) if heard.notes else heard


def _on_drug(heard: Heard, at: int) -> bool:
    """``on risedronate``: a drug stands behind it at once, and something is asked that is no drug."""
    measured = {hit.start for hit in heard.hits if hit.topic == "analyte"}
    drugs = [hit for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start]
    named = [heard.offsets[hit.start] for hit in drugs if hit.start not in measured]
    drug = any(0 <= start - at <= len("the ") for start in named)
    return drug and not heard.has("when", "duration", "count") and "still" not in heard.words


def _other_thing(heard: Heard, match: re.Match[str]) -> bool:
    """Whether something else is asked for: ``new fractures after teriparatide``, ``a bisphosphonate after it``."""
    if match["at"] or heard.has("when", "duration", "count", "reason"):
        return False
    before = [hit for hit in heard.hits if hit.end > hit.start and heard.offsets[hit.start] < match.start()]
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


def _moment(heard: Heard, words: list[int], relation: str, session: Session) -> Moment | None:
    inside = set(words)
    said = {heard.words[at] for at in words}
    agents = [hit.id for hit in heard.hits if hit.topic == "treatment" and hit.start in inside]
    events = [hit.id for hit in heard.hits if hit.topic == "event" and hit.start in inside and hit.id != "visit"]
    general = bool(said & (_DOSES | _STOPPING)) or any(
        hit.value == "treatments" and hit.start in inside and hit.group == "record_kind" for hit in heard.hits
    )
    ends = (
        bool(said & _ENDS) or "end" in heard.say[max(0, heard.offsets[words[0]] - 12) : heard.offsets[words[0]]]
        if (words)
        else False
    )
    records = list(case_records(session.case))
    if said & _DRIPS and not agents:
        agents = _infused(records)
    if said & _SWITCH and not agents:
        agents = _switched_to(records)
    if agents:
        own = [
            one
            for one in records
            if isinstance(one, Treatment) and one.subject == "patient" and any(is_agent(one, agent) for agent in agents)
        ]
        start = next((one.start.months for one in own if one.start and one.start.months is not None), None)
        stop = next((one.stop.months for one in own if one.stop and one.stop.months is not None), None)
        stop = stop if stop is not None else _told_end(own, session)
    elif general and session.case.case.axis.anchor == "treatment_start":
        start, stop = Decimal(0), _end_of_main(records)
    elif events:
        months = next(
            (one.time.months for one in records if isinstance(one, Event) and one.kind in events and one.time
             and one.time.months is not None),
            None,
        )  # fmt: skip
        start, stop = months, months
    elif fracture := _broken(heard, inside, records):
        start = stop = fracture
    else:
        return None
    if relation == "during":
        return Moment("during", start, stop) if start is not None else None
    at = stop if ends and stop is not None else start
    slack = Decimal("0.5") if agents or general else Decimal("0.01")  # bloods of the day of an injection come before it
    return Moment(relation, at, slack=slack) if at is not None and not (ends and stop is None) else None


def _told_end(own: Sequence[Treatment], session: Session) -> Decimal | None:
    """The visit whose note tells it as completed, where no day of its end is told."""
    notes = [place.note for one in own if one.status == "completed" for place in (one.source, *one.also)]
    points = [
        point.months for point in session.case.timepoints for record in point.records
        if point.months is not None and record.split("/")[0] in notes
    ]  # fmt: skip
    return max(points, default=None)


_DRIPS = frozenset(("infusion", "infusions", "drip", "drips", "infused"))
_BY_DRIP = frozenset(("zoledronate", "pamidronate"))


def _infused(records: Sequence[Record]) -> list[str]:
    """The one drug that was given into a vein."""
    drugs = [one for one in records if isinstance(one, Treatment) and one.subject == "patient" and one.kind == "drug"]
    infused = {one.agent for one in drugs if one.route == "intravenous" or one.agent in _BY_DRIP}
    return list(infused) if len(infused) == 1 else []


def _switched_to(records: Sequence[Record]) -> list[str]:
    """The drug of the only switch: the second of two osteoporosis drugs that were given."""
    given = [
        one
        for one in records
        if isinstance(one, Treatment) and one.subject == "patient" and one.drug_class in BONE_DRUGS
        and one.start is not None and one.start.months is not None
    ]  # fmt: skip
    placed = [(one.start.months or Decimal(0), one.agent) for one in given if one.start is not None]
    order = list(dict.fromkeys(agent for _at, agent in sorted(placed)))
    return order[1:] if len(order) == 2 else []


def _broken(heard: Heard, inside: set[int], records: Sequence[Record]) -> Decimal | None:
    """When the bone broke that is named there."""
    bones = [hit.id for hit in heard.hits if hit.topic == "bone" and hit.start in inside]
    told = [
        one.time.months
        for one in records
        if isinstance(one, Fracture) and one.subject == "patient" and one.status == "present" and one.time is not None
        and one.time.months is not None and (one.bone in bones or one.level in heard.levels or _is_hip(one, bones))
    ]  # fmt: skip
    return min(told, default=None)


def _is_hip(fracture: Fracture, bones: Sequence[str]) -> bool:
    return any(bone in ("hip", "wrist") for bone in bones) and (
        (fracture.bone == "femur" and "hip" in bones) or (fracture.bone in ("radius", "ulna") and "wrist" in bones)
    )


def _end_of_main(records: Sequence[Record]) -> Decimal | None:
    """When the treatment that month zero is counted from was over."""
    ends = [
        one.stop.months
        for one in records
        if isinstance(one, Treatment) and one.kind == "drug" and one.start is not None and one.start.months == 0
        and one.stop is not None and one.stop.months is not None
    ]  # fmt: skip
    return max(ends, default=None)
