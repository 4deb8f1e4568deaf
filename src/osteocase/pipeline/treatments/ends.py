"""Which end of a treatment a time is: ``started in May`` begins it, ``stopped in June`` ends it."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.words import TimeMention
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.periods import Span

__all__ = [
    "BEGAN",
    "CHANGED",
    "ENDED",
    "OVER",
    "PREPOSITION",
    "SINCE",
    "UNTIL",
    "counts_from_its_end",
    "gap_behind",
    "is_beside_a_disease",
    "which_end",
]

SINCE = re.compile(
    r"\b(?:since|from|beginning(?: in| on)?|starting(?: in| on| at)?)\s+(?:the\s+)?(?:about\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\b(?:until|till|through|thru|up to|ending(?: in| on)?)|(?<=\d)\s?[-–—]|\bto)\s*(?:the\s+)?(?:about\s+)?$",
    re.IGNORECASE,
)
ENDED = (
    r"stopp(?:ed|ing)|ceas(?:ed|ing)|discontinu(?:ed|ing|ation)|finish(?:ed|ing)|complet(?:ed|ing|ion)|ended|quit"
    r"|quitting|gave (?:it|this|that|them) up|came off|taken off|off (?:it|them|this)|wean(?:ed|ing) off|tapered off"
    r"|d/c['’]?e?d|dc['’]e?d"
    r"|tapered and stopped|removed|withdrawn|dropped|abandoned|ran out|suspended|interrupted|held|withheld|last|final"
)
BEGAN = (
    r"(?:re-?)?(?:start(?:ed|ing)|commenc(?:ed|ing)|beg[au]n|initiat(?:ed|ing)|introduc(?:ed|ing)|institut(?:ed|ing))"
    r"|resum(?:ed|ing)|add(?:ed|ing)|established|first|1st"
)
OVER = {"stopped", "completed", "past"}
_PART = re.compile(rf"\b(?:(?P<stop>{ENDED})|(?P<start>{BEGAN}))\b", re.IGNORECASE)
"""Words that say which end a time behind them is."""
CHANGED = re.compile(
    r"\b(?:increased|decreased|reduced|raised|lowered|doubled|halved|titrated|tapered)\b", re.IGNORECASE
)
"""The time behind such a word is that of a dose, not of the treatment."""
_LAST = re.compile(r"\b(?:last|latest|most recent|final)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_LAST_OF = re.compile(
    r"\b(?:last|final|most recent)\s+(?:(?:dose|injection|infusion|shot|cycle|treatment|tablet)s?\s+of\s+)?"
    r"(?:\w+\s+)?$",
    re.IGNORECASE,
)
_NONE_SINCE = re.compile(
    r"\b(?:off|none|no more|without (?:it|them)|not (?:taken|used|worn|had)(?: it| them| any)?)\s+"
    r"(?:it |them |this )?since\b(?:\s+(?:the|about|early|late|around))?\s*(?:\w+\s?)?$",
    re.IGNORECASE,
)
"""``none since January``: the last one was then."""
_OFF = re.compile(r"\b(?:off|out\s+of|without|paused|on\s+hold|held|withheld|suspended|interrupted)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:until|till|up to)\s+(?:about\s+|the\s+)?$", re.IGNORECASE)
_WAS_BEFORE = re.compile(r"\b(?:after|following)\b", re.IGNORECASE)
PREPOSITION = 4
"""Characters of a preposition before a time that opens its sentence."""
_FINISHED_IT = re.compile(r"\b(?:finished|completed)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
"""``finished a 10-day course of X two weeks ago``."""
_BEGUN = 24
_AT_ONCE = re.compile(r"[\s,(]*(?:(?:in|on|at|around|about)\s+)?(?:(?:early|late|mid)\s+)?", re.IGNORECASE)


def which_end(scan: Scan, item: Found, start: int, end: int, time: TimeMention, before: str) -> str | None:
    """``start`` or ``stop`` where words say it, an empty text where the time is neither, None where none says it."""
    own = scan.text[time.start : time.end].lower()
    if time.end <= start and (
        own.endswith((" since", " after")) or _WAS_BEFORE.search(scan.text, time.end, start) is not None
    ):
        # "10 months since her course of romosozumab ended" places the visit, "denosumab on 3 March 2020 after 18 months
        # of teriparatide" the other drug
        return ""
    ahead = time.end <= start and _UP_TO.search(before) is not None  # ``up to 6 weeks post partum she was on X``
    if ahead or own.startswith(("until", "till", "up to")) or (UNTIL.search(before) and time.start >= end):
        return "stop"
    if (
        item.status in OVER
        and time.start >= end
        and _NONE_SINCE.search(scan.text, max(0, time.start - 40), time.start + 6)
    ):
        return "stop"
    if own.startswith(("since", "from")) or SINCE.search(before):
        cue = item.verdict.cue if item.status == "stopped" else None
        return "stop" if cue and _OFF.search(scan.text, *cue) and time.start >= end else "start"
    if time.start >= end and item.status != "planned" and _LAST_OF.search(scan.text, max(0, start - 45), start):
        return "" if item.status in {"ongoing", "started"} else "stop"
    if time.start >= end and CHANGED.search(scan.text, item.mention.end, end) and not own.startswith("after"):
        return "start"  # of the new dose
    gone_by = own.startswith(("after", "within"))
    words = None
    if time.start >= end:
        words = next(reversed(list(_PART.finditer(scan.text, end, time.start))), None)
    if words is None and item.verdict.cue is not None and item.verdict.cue[1] <= time.start:
        words = _PART.search(scan.text, *item.verdict.cue)
    if words is not None and words["stop"] and gone_by:
        return ""  # ``completed in June after two years``
    if (
        words is None
        and item.status in OVER
        and time.start >= end
        and _FINISHED_IT.search(scan.text, max(0, start - 45), start)
    ):
        return "stop"
    if words is not None and not gone_by:
        if words["start"]:
            return "start"
        lately = words.group().lower() in {"last", "final"} and item.status in {"ongoing", "started", "planned"}
        return "" if lately or item.status == "planned" else "stop"
    if item.status == "stopped":
        return _end_of_what_is_stopped(scan, item, start, end, time, gone_by=gone_by)
    return "" if _LAST.search(before) else None


def _end_of_what_is_stopped(scan: Scan, item: Found, start: int, end: int, time: TimeMention, *, gone_by: bool) -> str:
    """Which end of a treatment that was stopped a time without a word of its own is."""
    if item.sequel is not None:
        return "start" if time.end <= item.sequel[0] else ""  # ``tried X in May. We stopped it in June``
    cue = item.verdict.cue
    if cue is not None and end <= time.start < cue[0]:  # ``started X in May and stopped it in June``
        begun = _PART.search(scan.text, max(0, start - _BEGUN), start)
        if begun is not None and begun["start"]:
            return "start"
    was_begun = item.verdict.status == "started" or (
        item.verdict.status == "past" and _AT_ONCE.fullmatch(scan.text, end, max(end, time.start)) is not None
    )
    if item.rule == "treatments.sequel" and was_begun and time.start >= start:
        return "start"  # ``was put on X in May, but gave it up``
    if cue is None or gone_by:
        return ""
    return "stop" if time.start >= cue[0] or _opens_the_sentence(scan, time, start, cue) else ""


def _opens_the_sentence(scan: Scan, time: TimeMention, start: int, cue: Span) -> bool:
    """``In May X was stopped``, ``Six months ago she stopped X``."""
    opened = scan.text[scan.sentence_at(start)[0] : time.start].strip()
    return len(opened) <= PREPOSITION and _BEGINS.search(scan.text, time.end, cue[0]) is None


_BEGINS = re.compile(rf"\b(?:{BEGAN}|since|put|placed|given)\b", re.IGNORECASE)


def gap_behind(scan: Scan, time: TimeMention, left: int) -> str:
    """The text behind a time up to a place: ``In May 2015, she`` opens the sentence that goes on with its verb."""
    gap = scan.text[time.end : left]
    opens = len(scan.text[scan.sentence_at(left)[0] : time.start].strip()) <= PREPOSITION
    return _SUBJECT.sub(" ", gap, count=1) if opens else gap


_SUBJECT = re.compile(r"\A,\s+(?:she|he|they|we|I|the patient|patient|pt)\b", re.IGNORECASE)


_BESIDE = 70
_OPEN_BRACKET = re.compile(r"\s*\([^()]*\Z")


def is_beside_a_disease(scan: Scan, start: int, time: TimeMention) -> bool:
    """``Hypertension since 2001 (ramipril)``: the time is that of what the bracket belongs to."""
    if _OPEN_BRACKET.match(scan.text[time.end : start]) is None:
        return False
    left, _ = scan.sentence_at(time.start)
    return bool(scan.mentions_in(max(left, time.start - _BESIDE), time.start, "finding", "bone"))


_FROM_ITS_END = re.compile(
    r"\b(?:after|since|from|following)\s+(?:the\s+|her\s+|his\s+)?(?:end|completion|conclusion|cessation|discontinuation|stop"
    r"|(?:last|final)\s+(?:dose|injection|infusion|administration))\s+(?:of\s+)?(?:the\s+|her\s+|his\s+)?\Z",
    re.IGNORECASE,
)
"""``10 months after the end of X``: the distance places the visit, not the treatment."""


def counts_from_its_end(scan: Scan, time: TimeMention, start: int) -> bool:
    """Whether a time before a name is counted from the end of the treatment."""
    return time.end <= start and _FROM_ITS_END.search(scan.text, time.start, start) is not None
