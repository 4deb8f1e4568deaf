"""The dose of a drug that no record holds: the sentences that tell it are quoted."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import holds, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["doses_in_words"]

_ASKS = re.compile(r"\b(?:dose|doses|dosage|dosing|dosed|how\s+much|how\s+many\s+(?:mg|mcg|units))\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bhow\s+(?:many|often)\s+(?:doses|times)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d\s?(?:mg|mcg|µg|ug|g|iu|units?|micrograms?|milligrams?)\b", re.IGNORECASE)
_MOST = 6


def doses_in_words(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The sentences with an amount of the drug; null where a record holds its dose, or none is asked for."""
    if "agent" not in found.arguments or not _ASKS.search(heard.say) or _NUMBERED.search(heard.say):
        return None
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    if not drugs or any(one.dose is not None for one in drugs):
        return None
    names = {normal_words(one.name or one.agent) for one in drugs}
    amounts = [one for one in passages_of(session) if _AMOUNT.search(one.text)]
    told = [one for one in amounts if any(holds(one.text, key) for key in names)]
    return quoted(told[:_MOST], "No record holds a dose of it. The notes say:") if told else None
