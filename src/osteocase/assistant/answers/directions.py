"""Which way a value went, for questions of yes or no: up or down, better or worse, held, changed beyond chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from osteocase.assistant.subjects.finding import PAIN_SCALES, same_thing
from osteocase.assistant.subjects.record_times import with_place
from osteocase.assistant.subjects.times import in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Lab, Record, Score
from osteocase.review import Session

__all__ = ["EITHER", "MOVES", "STAYS", "by_course", "by_least_change", "held", "that_went", "which_way"]

_UP = frozenset(
    ("rise", "rose", "risen", "rising", "increase", "increased", "increasing", "up", "gain", "gained", "climb",
     "climbed", "grow", "grew", "higher")
)  # fmt: skip
_DOWN = frozenset(
    ("fall", "fell", "fallen", "falling", "drop", "dropped", "decrease", "decreased", "decreasing", "down", "decline",
     "declined", "reduce", "reduced", "sink", "sank", "lower", "suppressed", "lose", "lost", "loss")
)  # fmt: skip
_GOOD = frozenset(
    ("better", "improve", "improved", "improving", "recover", "recovered", "resolve", "resolved", "settled")
)
_BAD = frozenset(("worse", "worsen", "worsened", "deteriorate", "deteriorated", "worsening"))
_SAME = frozenset(("stable", "unchanged", "held", "hold", "maintained", "steady", "same", "plateau", "plateaued"))
_CHANGED = frozenset(("change", "changed", "respond", "responded", "move", "moved", "budge", "budged"))
MOVES = _UP | _DOWN | _GOOD | _BAD | _SAME | _CHANGED
STAYS = _SAME
_RISES = r"better|up|higher|improv\w*|rising|increas\w*"
_FALLS = r"worse|down|lower|worsen\w*|falling|decreas\w*|deteriorat\w*"
EITHER = re.compile(
    rf"\b(?P<good>{_RISES})(?:\s+\w+)?\s+or\s+(?:\w+\s+)?(?P<bad>{_FALLS})\b"
    rf"|\b(?P<bad2>{_FALLS})(?:\s+\w+)?\s+or\s+(?:\w+\s+)?(?P<good2>{_RISES})\b",
    re.IGNORECASE,
)


def which_way(heard: Heard, match: re.Match[str], told: Sequence[Record]) -> str:
    """``better or worse?``: the word that holds."""
    good, bad = match["good"] or match["good2"], match["bad"] or match["bad2"]
    up = "better" if good.lower().startswith(("better", "improv")) else "higher"
    words = {"better"} if up == "better" else {"up"}
    verdicts = _course_verdicts(heard, in_time(told), words)
    if not verdicts or any(one is None for one in verdicts):
        return ""
    if all(verdicts):
        return f"{good.capitalize()}:"
    return f"{bad.capitalize()}:" if not any(verdicts) else "Not all in one direction:"


def that_went(heard: Heard, courses: list[list[Record]]) -> tuple[str, list[list[Record]]]:
    """``which sites fell?``: only the courses that did; all of them under a word that says so where none did."""
    words, whole = set(heard.words), courses
    courses = [course for course in courses if len(course) > 1]  # what was measured once has not moved
    if not _WHICH.match(heard.say) or not words & (_UP | _DOWN | _GOOD | _BAD) or len(courses) < _SEVERAL:
        return "", whole
    verdicts = [_course_verdicts(heard, in_time(course), words)[:1] for course in courses]
    known = [(course, one[0]) for course, one in zip(courses, verdicts, strict=True) if one and one[0] is not None]
    went = [course for course, verdict in known if verdict]
    if len(known) < len(courses):
        return "", whole
    return ("", went) if went else ("None of them:", courses)


_WHICH = re.compile(r"^\W*(?:and\s+|so\s+)?(?:which|what)\b(?!\s+(?:way|direction))", re.IGNORECASE)
_SEVERAL = 2


def held(told: Sequence[Record], session: Session) -> str:
    """Whether the last value lies no further below the one before it than the least significant change."""
    last = _least_changes(told, session, "bmd_change_from_previous")
    if not last:
        return ""
    fallen = ["reaches" in text and text.startswith("−") for text in last.values()]
    risen = ["reaches" in text and not text.startswith("−") for text in last.values()]
    lines = "\n".join(f"{label}: {text}" for label, text in last.items())
    head = "No" if all(fallen) else "Not everywhere" if any(fallen) else "Yes, and it rose" if any(risen) else "Yes"
    return f"{head} (computed).\n{lines}"


def _least_changes(told: Sequence[Record], session: Session, kind: str) -> dict[str, str]:
    """The latest statement for each site."""
    ids = {one.id for one in told}
    texts = [
        (one.text or "", one.label.split(" from ")[0])
        for one in session.case.derived
        if one.kind == kind and one.records and one.records[-1] in ids
        and "least significant change" in (one.text or "")
    ]  # fmt: skip
    return {label: text for text, label in texts}


def by_least_change(told: Sequence[Record], session: Session, kind: str) -> str:
    """Whether the change reaches the least significant one, as computed for the case."""
    last = _least_changes(told, session, kind)
    if not last:
        return "Not told in the notes."
    reached = ["reaches" in text for text in last.values()]
    lines = "\n".join(f"{label}: {text}" for label, text in last.items())
    head = "Yes" if all(reached) else "No" if not any(reached) else "Not everywhere"
    return f"{head} (computed).\n{lines}"


def by_course(heard: Heard, told: Sequence[Record]) -> str:
    """Whether each course went the way that is asked."""
    by = _BY_PERCENT.search(heard.say)
    verdicts = _course_verdicts(heard, told, set(heard.words), Decimal(by["percent"]) if by is not None else None)
    if not verdicts:
        return "Not told in the notes: there is only one value."
    if any(one is None for one in verdicts):
        return ""
    return "Yes:" if all(verdicts) else "No:" if not any(verdicts) else "Not all of them:"


_BY_PERCENT = re.compile(
    r"\b(?:more than|over|at least|above)\s+(?P<percent>\d+(?:\.\d+)?)\s*(?:%|per ?cent)", re.IGNORECASE
)


def _course_verdicts(
    heard: Heard, told: Sequence[Record], words: set[str], percent: Decimal | None = None
) -> list[bool | None]:
    """For each thing that was measured more than once, whether it went the way that the words say."""
    verdicts: list[bool | None] = []
    things: dict[tuple[object, ...], list[Decimal]] = {}
    sides = {one.site: one.side for one in told if isinstance(one, Bmd) and one.side}
    rows = with_place(told, same_thing)
    scored = {one.site for one in rows if isinstance(one, Bmd) and one.bmd_g_cm2 is None}
    for one in rows:
        by_score = isinstance(one, Bmd) and one.site in scored and heard.measure in (None, "bmd_g_cm2")
        number = one.t_score if isinstance(one, Bmd) and by_score else _number(one, heard)
        if number is not None:
            site = getattr(one, "site", None)
            side = getattr(one, "side", None) or sides.get(site)
            what = (type(one), getattr(one, "analyte", None), site, getattr(one, "name", None), side)
            things.setdefault(what, []).append(number)
    for (kind, *_rest), course in things.items():
        numbers = _since_turn(course, words) if words & _RETURNS else course
        if len(numbers) > 1:
            holds = _holds(kind, numbers, words, told)
            if holds is False and "ever" in words:  # at any time, not from the first to the last
                steps = [_holds(kind, pair, words, told) for pair in pairwise(numbers)]
                holds = any(steps)
            if percent is not None and holds and numbers[0]:
                holds = abs(100 * (numbers[-1] / numbers[0] - 1)) > percent
            verdicts.append(holds)
    return verdicts


def _since_turn(numbers: list[Decimal], words: set[str]) -> list[Decimal]:
    """``has it come back down?``: from the highest value on, or from the lowest one."""
    turn = min(numbers[:-1], default=None) if words & _UP else max(numbers[:-1], default=None)
    return numbers[numbers.index(turn) :] if turn is not None else numbers


_RETURNS = frozenset(("back", "again"))


def _holds(kind: object, numbers: Sequence[Decimal], words: set[str], told: Sequence[Record]) -> bool | None:
    change = numbers[-1] - numbers[0]
    if words & _UP:
        return change > 0
    if words & _DOWN:
        return change < 0
    burden = kind is Score and any(isinstance(one, Score) and one.name in (*PAIN_SCALES, "odi", "rdq") for one in told)
    good = 1 if kind is Bmd else -1 if burden else 0
    if words & (_GOOD | _BAD):
        return None if not good else change * (good if words & _GOOD else -good) > 0
    if words & _CHANGED:
        return change != 0
    return None


def _number(record: Record, heard: Heard) -> Decimal | None:
    match record:
        case Lab(value=number) | Score(value=number):
            return number
        case Bmd():
            measure = heard.measure if heard.measure in ("t_score", "z_score", "yam_percent") else "bmd_g_cm2"
            value = getattr(record, measure)
            return value if isinstance(value, Decimal) else None
    return None
