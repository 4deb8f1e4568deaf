"""Whether a drug was declined: a record that is none of that kind answers no such question by being there."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["refused"]

_ASKS = re.compile(
    r"^\W*(?:and\s+)?(?:was|were|did|has|have|is)\s+[^?]*?\b(?:declined?|refused?|turn(?:ed)?\s+down|reject(?:ed)?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:declin\w+|refus\w+|turned?\s+(?:it\s+)?down|(?:did|does|do)\s+not\s+want|not\s+keen|unwilling|reluctant)\b",
    re.IGNORECASE,
)


def refused(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The sentences that tell that it was declined; else that none does, with what is told of the drug."""
    if _ASKS.search(heard.say) is None:
        return None
    if "agent" not in found.arguments:
        return _any(session) if found.arguments.get("list") == "treatments" else None
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    if not drugs or any(one.status == "declined" for one in drugs):
        return None
    keys = list(dict.fromkeys([*keys_of(heard, found), *(normal_words(one.name) for one in drugs)]))
    told = [one for one in passages_of(session) if _TOLD.search(one.text) and any(holds(one.text, key) for key in keys)]
    if told:
        return quoted(told, "The notes say:")
    return of_records(f"No note tells that it was declined. What is told:\n{lines(drugs)}", drugs)


def _any(session: Session) -> Reply:
    """``has he refused any drug?``: those that are recorded as declined."""
    declined = [one for one in session.case.treatments if one.status == "declined" and one.subject == "patient"]
    head = "Declined:" if declined else "No treatment is recorded as declined."
    return of_records(f"{head}\n{lines(declined)}".strip(), declined)
