"""What is missing: of the whole case, or one value (``is the calcium missing at 12 months?``)."""

from __future__ import annotations

import re

from osteocase.assistant.answers.absence import elsewhere
from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Session

__all__ = ["asks_gap", "asks_lacking", "lacking"]

_ASK = frozenset(("is", "are", "was", "were", "isn't", "wasn't"))
_ANY = frozenset(
    ("anything", "something", "what", "which", "range", "ranges", "interval", "unit", "units", "reference")
)
_LACKS = frozenset(("missing", "lacking", "absent", "undocumented", "unavailable"))
_MEASURED = frozenset(("analyte", "site", "score"))


def asks_lacking(heard: Heard, found: Selection) -> bool:
    """Whether it is asked if one thing that is measured is missing."""
    named = bool(found.arguments.keys() & _MEASURED)
    return named and heard.first in _ASK and bool(_LACKS & set(heard.words)) and not _ANY & set(heard.words)


def lacking(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """No, with the values; yes, with the times at which it was measured; null if not asked."""
    if not asks_lacking(heard, found):
        return None
    if found.records and all_measured(found):
        return of_records(f"No, it is there:\n{lines(found.records)}", found.records)
    what = " and ".join(dict.fromkeys(found.asked))
    timed = bool(found.arguments.keys() & {"months", "date", "time", "moment"})
    if found.records or not timed:
        return Reply(f"Yes: nothing about {what} is recorded in this case.")
    other = elsewhere(heard, session, vocabulary)
    return Reply(f"Yes: no {what} is recorded at that time.{other}" if other else f"Yes: no {what} is recorded.")


def asks_gap(heard: Heard, found: Selection) -> bool:
    """``what is missing?``; ``the ALP was not measured, or?`` asks for that one."""
    if _HOW_LONG.search(heard.say) or (heard.starts_with("correct") and not heard.is_question):
        return False  # ``how long was the gap?``
    told = _STATES.match(heard.say) or {"withdrawn", "revoked"} & set(heard.words)
    if (told or (heard.starts_with("delete") and found.records)) and not heard.is_question and not heard.has("list"):
        return False  # ``the consent is missing``: told, not asked
    if (heard.has("reason", "modality") and found.named) or _WAS_THEN.match(heard.say) or _THEY_DID.search(heard.say):
        return False  # ``why was L1 left out?``, ``what did they fill the hole with?``
    if found.records and "find" in heard.words and found.arguments.keys() & {"analyte", "agent", "site", "score"}:
        return False  # ``I cannot find his vitamin D``
    one = bool(found.arguments.keys() & {"analyte", "agent", "site", "score"})
    one = one and (heard.first not in {"what", "which", "is", "are"} or asks_lacking(heard, found))
    return heard.has("gap") and not (one and not heard.starts_with("gap"))


_HOW_LONG = re.compile(r"\b(?:how\s+(?:long|big)|(?:length|duration)\s+of)\b", re.IGNORECASE)
_WAS_THEN = re.compile(
    r"^\W*(?:and\W+)?what\s+(?:was|were)\b[^?]*\b(?:at|on)\s+(?:discharge|admission)\b", re.IGNORECASE
)
_THEY_DID = re.compile(
    r"\b(?:what|which|how|where|why)\b[^?]*\bdid\s+(?:they|she|he|the\s+(?:surgeons?|doctors?|team|"
    r"clinic))\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^\W*(?:(?:and|but|so|also|ok|okay|well|by the way|btw|note that|sorry)\W+)*(?:the|an?|her|his|she|he|it|"
    r"there|that|this|"
    r"those|these|we|they|somebody|someone|nobody|no one)\b(?!.*\b(?:what|which|whether|"
    r"anything)\b)[^?]*\b(?:is|are|was|were|has|"
    r"have|had|isn|aren|wasn|weren|hasn|haven|did|didn|does|doesn|do|don)\b[^?]*$",
    re.IGNORECASE,
)
