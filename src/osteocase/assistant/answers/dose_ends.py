"""When the first dose of a drug was, where its start is not recorded, and when the next one is due."""

from __future__ import annotations

import re

from osteocase.assistant.answers.doses import days_of_doses
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["NO_DAY", "asks_next_dose", "first_dose", "next_dose"]

_BEGAN = re.compile(
    r"\b(?:start(?:ed)?|beg[au]n|begin|commenced?|first|initiated|put\s+on|go(?:ne)?\s+on)\b", re.IGNORECASE
)
_DOSE = r"(?:dose|injection|infusion|shot|jab|drip)"
_NEXT = re.compile(
    rf"\bnext\s+(?:\w+\s+){{0,2}}?(?:{_DOSE}|one)\b|\bnext\b[^?]{{0,30}}\bdue\b|\bdue\b[^?]{{0,30}}\bnext\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\bnext\s+(?:\w+\s+)?(?:scan|dxa|dexa|visit|appointment|bloods?|check|review|mri|x-?ray)\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\b(?:every|q\s?\d+\s?\w*|(?:six|three|\d+)[- ]?monthly|monthly|weekly|yearly|annual\w*|continue\w*|cont|"
    r"go(?:es)?\s+on|due|next|repeat|until|stop\w*)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\w\W+and\s+(?:when|what|how)\b", re.IGNORECASE)
NO_DAY = "No day for the next dose is told"
_OVER = ("completed", "stopped", "past")
_GIVEN = ("started", "ongoing", "completed", "stopped")


def first_dose(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """``when did she start it?``, of a drug whose first dose alone is told; null if not asked, or not told."""
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    asked = heard.has("when") and not heard.has("correct", "add", "measure", "reason") and _BEGAN.search(heard.say)
    if "agent" not in found.arguments or not asked or not drugs or heard.moment is not None:
        return None
    if any(one.start is not None and (one.start.date or one.start.months is not None) for one in drugs):
        return None
    days = days_of_doses(heard, found, drugs, session)
    if not days:
        return None
    first, passage = min(days, key=lambda pair: pair[0])
    said = quoted([passage])
    return Reply(
        f"{drugs[0].name}: first told as given on {first}.\n{said.text}", said.sources, tuple(one.id for one in drugs)
    )


def asks_next_dose(heard: Heard, found: Selection) -> bool:
    """Whether it is asked when the next dose of a drug is due."""
    if "agent" not in found.arguments or heard.has("correct", "add", "delete", "accept", "defer"):
        return False
    if not any(isinstance(one, Treatment) and one.status in _GIVEN for one in found.records):
        return False
    if _TWO.search(heard.say):
        return False
    return heard.is_question and _NEXT.search(heard.say) is not None and _THINGS.search(heard.say) is None


def next_dose(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The plan for it, with the last dose that is told; no day is reckoned. Null if not asked."""
    if not asks_next_dose(heard, found):
        return None
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    given = _injected(heard, [one for one in drugs if one.status in _GIVEN], session)
    if not given:
        return None
    days = days_of_doses(heard, found, given, session)
    last = max(days, key=lambda pair: pair[0]) if days else None
    shown = [one for one in given if one.frequency][-1:] or given[-1:]
    over = all(one.status in _OVER for one in given)
    head = f"{NO_DAY} in the notes, and its end is told." if over else f"{NO_DAY} in the notes."
    told = f" Last told as given on {last[0]}." if last is not None else ""
    plan = [] if over else _going_on(heard, found, given, session)
    said = quoted(plan) if plan else Reply("")
    text = "\n".join(filter(None, (f"{head}{told}", lines(given if over else shown), said.text)))
    rows = of_records(text, given if over else shown)
    more = (last[1].source,) if last is not None else ()
    return Reply(text, tuple(dict.fromkeys((*rows.sources, *more, *said.sources))), rows.records)


def _injected(heard: Heard, given: list[Treatment], session: Session) -> list[Treatment]:
    """``the next shot``, where only tablets were spoken of: what is given by a needle."""
    if not _NEEDLE & set(heard.words) or any(one.route in _PARENTERAL for one in given):
        return given
    needle = [one for one in session.case.treatments if one.route in _PARENTERAL and one.status in _GIVEN]
    return [one for one in needle if one.subject == "patient" and _SELDOM.search(one.frequency or "")] or given


_SELDOM = re.compile(r"month|year|annual|week|\bq\s?\d", re.IGNORECASE)
"""What is awaited: nobody asks for the next of daily injections."""
_NEEDLE = frozenset(("shot", "jab", "injection", "infusion", "drip"))
_PARENTERAL = ("subcutaneous", "intravenous", "intramuscular")


def _going_on(heard: Heard, found: Selection, given: list[Treatment], session: Session) -> list[Passage]:
    """The sentences of the last note on it that tell how it goes on."""
    keys = [*keys_of(heard, found), *(normal_words(one.name) for one in given)]
    dates = {note.id: note.date or "" for note in session.case.notes}
    told = [one for one in passages_of(session) if any(holds(one.text, key) for key in keys)]
    newest = max((dates.get(one.note, "") for one in told), default="")
    return [one for one in told if dates.get(one.note, "") == newest and _GOES_ON.search(one.text)]
