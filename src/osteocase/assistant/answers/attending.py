"""Whether appointments were kept: ``did she come to all her appointments?``, in the words of the notes."""

from __future__ import annotations

import re

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["asks_attended", "attended"]

_MEETING = r"(?:appointments?|visits?|follow-?\s?ups?|reviews?|clinics?|check-?ups?)"
_MEETINGS = r"(?:appointments|visits|follow-?\s?ups|reviews|clinics|check-?ups)"
_ASKS_KEPT = re.compile(
    r"\b(?:com(?:e|ing)|came|attend\w*|show(?:ed|n)?\s+up|turn(?:ed)?\s+up|ke(?:ep|pt))\s+(?:(?:to|for|at)\s+)?"
    rf"(?:(?:all|most|of|her|his|the)\s+)*(?:(?:every|each)\s+{_MEETING}|{_MEETINGS})\b"
    r"|\balways\s+attended\b|\battendance\b",
    re.IGNORECASE,
)
_ASKS_MISSED = re.compile(
    rf"\b(?:miss(?:ed)?|skip(?:ped)?|dna\w*|fail(?:ed)?)\b[^?]{{0,24}}?\b{_MEETING}\b|\bdnas\b|\bno[- ]shows?\b",
    re.IGNORECASE,
)
_STAYED_AWAY = re.compile(
    r"\b(?:(?:not|never)\s+(?:kept|come|attend\w*|turn(?:ed)?\s+up|show(?:n|ed)?\s+up)|"
    r"(?:did|does)\s+not\s+(?:come|attend|keep|turn\s+up|show)|fail(?:ed|s)?\s+to\s+attend|"
    rf"missed\s+(?:\w+\s+){{0,2}}{_MEETING}|DNA['’]?d?(?!\w)|no[- ]show|"
    r"lost\s+to\s+follow-?\s?up|no\s+(?:answer|call\s+back))\b",
    re.IGNORECASE,
)
"""An appointment that was not kept, as notes tell it."""
_FEW = 3


def asks_attended(heard: Heard, found: Selection) -> bool:
    """Whether it is asked if appointments were kept; which visit, or when it was, asks for that one."""
    asked = is_polar(heard) or heard.first == "how" or len(heard.words) <= _FEW
    timed = heard.date is not None or heard.months is not None or heard.has("when", "count", "time")
    other = found.arguments.keys() & {"agent", "analyte", "site", "score", "bone", "level", "measure"}
    spoken = _ASKS_KEPT.search(heard.say) or _ASKS_MISSED.search(heard.say)
    return asked and not timed and not other and spoken is not None


def attended(heard: Heard, session: Session) -> Reply:
    """The sentences of appointments that were not kept; that a visit was made is no yes to all of them."""
    told = [one for one in passages_of(session) if _STAYED_AWAY.search(one.text)]
    if not told:
        return of_records("No note tells of an appointment that was missed, nor that all were kept.", [])
    if not is_polar(heard):
        return quoted(told)
    return quoted(told, f"{'Yes' if _ASKS_MISSED.search(heard.say) else 'No'}, in these words:")
