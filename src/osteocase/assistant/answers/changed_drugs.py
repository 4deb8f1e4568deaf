"""Which drugs were begun, ended or given in another dose: ``which meds were changed between the visits?``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.courses import doses_text
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import date_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Time, Treatment
from osteocase.review import Session

__all__ = ["asks_changed_drugs", "changed_drugs"]

_DRUGS = r"meds?|medications?|medicines?|drugs?|treatments?|therap(?:y|ies)|tablets|prescriptions?|pills"
_CHANGED = r"changed|altered|adjusted|modified|switched|amended"
_ASKS = re.compile(
    rf"\b(?:which|what|any|were|was|have|has|did|list|show)\b.{{0,24}}?\b(?:{_DRUGS})\b.{{0,24}}?\b(?:{_CHANGED})\b"
    rf"|\bwhat\s+(?:was|has been|got)\s+(?:{_CHANGED})\s+(?:in|about|of)\s+(?:the|her|his)\s+(?:{_DRUGS})\b"
    rf"|\bwhat(?:['’]?s|\s+has|\s+have|\s+was)?\s+(?:been\s+)?(?:{_CHANGED})\s+(?:in|about|with|of)\s+(?:the|her|his|their)\s+"
    rf"(?:\w+\s+)?(?:{_DRUGS})\b|\b(?:medication|drug|treatment|medicine|prescription)\s+changes\b",
    re.IGNORECASE,
)
_BY_USER = re.compile(r"\b(?:i|we|you|me|us|records?)\b", re.IGNORECASE)
_OVER = ("stopped", "completed")


def asks_changed_drugs(heard: Heard, found: Selection) -> bool:
    """Whether it is asked which drugs were changed, by the doctors and not in the review."""
    if _BY_USER.search(heard.say) or heard.figures or heard.date is not None or heard.months is not None:
        return False
    if found.arguments.keys() & {"analyte", "agent", "score", "site", "concept"}:
        return False
    other = heard.has("correct", "add", "delete", "accept", "defer", "reason", "when", "count")
    return not other and _ASKS.search(heard.say) is not None


def changed_drugs(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The drugs whose dose changed, and those that were begun or ended after the first note; null if not asked."""
    if not asks_changed_drugs(heard, found):
        return None
    drugs = [one for one in session.case.treatments if one.subject == "patient" and one.kind in ("drug", "supplement")]
    first = min((note.date for note in session.case.notes if note.date), default="")
    courses = [[one for one in drugs if one.agent == agent] for agent in dict.fromkeys(one.agent for one in drugs)]
    dosed = {course[0].agent: text for course in courses if (text := _course_of_doses(course, session))}
    begun = [
        one
        for one in drugs
        if one.agent not in dosed
        and one.status in ("started", "ongoing", *_OVER)
        and _since(one.start, first, one, session)
    ]
    ended = [
        one
        for one in drugs
        if one not in begun and one.status in _OVER and (one.stop is None or _since(one.stop, first, one, session))
    ]
    told = [f"Dose changed:\n{chr(10).join(dosed.values())}"] if dosed else []
    told += [f"Begun:\n{lines(begun)}"] if begun else []
    told += [f"Ended:\n{lines(ended)}"] if ended else []
    if not told:
        return Reply("No change of a drug is told.")
    used = [*(one for one in drugs if one.agent in dosed), *begun, *ended]
    return of_records("\n".join(told), used)


def _course_of_doses(course: Sequence[Treatment], session: Session) -> str | None:
    """The doses in their order; null where there is but one."""
    doses = {one.dose for one in course if one.dose is not None and one.status not in ("planned",)}
    return doses_text(course, session) if len(doses) > 1 else None


def _since(time: Time | None, first: str, record: Treatment, session: Session) -> bool:
    """Whether a time lies on or after the day of the first note."""
    date = date_of(time, record, session) if time is not None else None
    return date is not None and date >= first[: len(date)]
