"""Answers about one of several doses: ``was a second infusion given?``, ``when was the third injection?``."""

from __future__ import annotations

import re

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.subjects.counted_doses import DOSES, DRIPS, JABS, dose_told, ordinal_in
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["BEGINS", "DUE", "asks_nth", "counted_dose", "of_nth"]

BEGINS = frozenset(
    ("any", "anything", "did", "was", "has", "is", "were", "have", "does", "are", "had", "do", "so", "and")
)
DUE = re.compile(
    r"\b(?:due(?!\s+to\b)|planned|scheduled|next\s+(?:dose|injection|infusion|scan|dxa|visit|bloods?)|to\s+be\s+(?:given|repeated))\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?P<which>second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|seventh|7th|eighth|8th|another|further|repeat)\s+"
    r"(?:\w+\s+)?"
    r"(?P<dose>infusion|injection|dose|shot|jab|operation|procedure|biopsy|transfusion)\b",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"\b(?:react\w*|side\s+effects?|adverse|tolerat\w+|problems?|troubles?|issues?|ill|unwell|fever\w*|sick|upset)\b",
    re.IGNORECASE,
)
_ORDINALS = {"2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
             "6th": "sixth", "7th": "seventh", "8th": "eighth", "another": "second", "further": "second",
             "repeat": "second"}  # fmt: skip


def asks_nth(heard: Heard) -> bool:
    """``was a second infusion given?``, ``when was the third injection?``."""
    if _NTH.search(heard.say) is None or heard.has("reason", "trend", "measure") or heard.moment is not None:
        return False
    if _REACTION.search(heard.say):
        return False  # ``any reaction to the third infusion?``
    if DUE.search(heard.say) and not heard.has("when"):
        return False  # ``is another infusion planned?``
    if any(hit.topic in ("analyte", "bmd_site", "score") for hit in heard.hits):
        return False
    if heard.has("when"):
        return ordinal_in(heard, range(len(heard.words)), DOSES) is not None
    return heard.first in BEGINS


def counted_dose(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """``and the second?``, of a drug: the sentence that counts and dates that dose; null where none does."""
    number = next(iter(heard.values("time")), "")
    if "agent" not in found.arguments or not number.isdecimal():
        return None
    drugs = [hit.id for hit in heard.drugs]
    told = dose_told(int(number), drugs, session, infused=False, injected=False)
    return quoted([told[1]], f"Dose {number} was on {told[0]}:") if told is not None else None


def of_nth(heard: Heard, session: Session) -> Reply:
    """A counted dose, in the words of the notes: a plan is no dose, and no record counts them."""
    nth = _NTH.search(heard.say)
    if nth is None:
        return Reply("")
    number = ordinal_in(heard, range(len(heard.words)), DOSES)
    words, drugs = set(heard.words), [hit.id for hit in heard.drugs]
    counted = number is not None and number > 1
    dated = dose_told(number or 0, drugs, session, infused=bool(words & DRIPS), injected=bool(words & JABS))
    dated = dated if counted else None
    if dated is not None:
        lead = "Yes: the" if is_polar(heard) and not heard.has("when") else "The"
        return quoted([dated[1]], f"{lead} {nth['which'].lower()} {nth['dose'].lower()} was on {dated[0]}:")
    which = _ORDINALS.get(nth["which"].lower(), nth["which"].lower())
    dose = nth["dose"].lower().replace("shot", "injection").replace("jab", "injection")
    said = re.compile(rf"\b(?:{which}\s+(?:\w+\s+)?(?:{dose}|dose)|no\s+(?:further\s+)?{dose})\b", re.IGNORECASE)
    told = [one for one in passages_of(session) if said.search(one.text)]
    if heard.has("when"):
        given: list[Record] = [one for one in session.case.treatments if one.agent in drugs]
        return of_records(f"The day of the {which} {dose} stands in none of the notes.\n{lines(given)}".strip(), given)
    return quoted(told) if told else of_records(f"It is not told in any note whether a {which} {dose} was given.", [])
