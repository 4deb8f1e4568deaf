"""Whether a word of change stands where an order stands, or only somewhere in a question: ``three years later``.

Nothing is changed by a word alone. An order is told by its place: at the front (``skip the TSH``), behind a polite
opening or a subject (``could you drop it``, ``I confirm``), as what is said of something (``the TSH is wrong``), or
at the end (``the TSH: later``).
"""

from __future__ import annotations

import re

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit

__all__ = ["is_ordered", "is_refused", "only_doubts", "orders_it_out"]

_OPENS_QUESTION = frozenset(
    ("compare", "contrast", "show", "list", "tell", "give", "display", "find", "see", "view", "plot", "graph", "chart",
     "describe", "explain", "summarise", "summarize", "what", "which", "who", "whose", "when", "where", "why", "how")
)  # fmt: skip
_LATER = re.compile(
    r"\b(?:days?|weeks?|months?|years?|visits?|doses?|time|point|or|and|sooner|much|not|no|than)\s+$", re.IGNORECASE
)
"""What makes ``later`` a time: ``three years later``, ``sooner or later``, ``not later``."""


def is_ordered(heard: Heard, group: str) -> bool:
    """Whether a word of the class orders something."""
    hits = [hit for hit in heard.hits if hit.topic == "utterance" and hit.group == group]
    orders = [hit for hit in hits if not _is_time(hit, heard)]
    if not orders:
        return False
    if any(hit.start in (0, heard.lead) for hit in orders):
        return True
    return heard.first not in _OPENS_QUESTION


_REFUSES = re.compile(
    r"\b(?:not|never|cannot|hardly|n['’]t|neither|unable to|refuse to)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def is_refused(heard: Heard, group: str) -> bool:
    """``I am not happy with the TSH``: every word of the class is denied."""
    hits = [hit for hit in heard.hits if hit.topic == "utterance" and hit.group == group]
    denied = [hit for hit in hits if _REFUSES.search(heard.say[: heard.offsets[hit.start]])]
    return bool(hits) and len(denied) == len(hits)


_OUT_WITH_IT = re.compile(
    r"[,;.:–—-]\s*(?:(?:so|please|and|then|just|you can|can you|could you)\s+)*"
    r"(?:delete|remove|drop|reject|discard|scrap|erase|bin|strike|take|throw|kick|chuck|get rid of)\s+"
    r"(?:it|that|this|them|those|these|(?:this|that) one)(?:\s+(?:out|off|away))?(?:\s+(?:please|then|again))*\W*$",
    re.IGNORECASE,
)


def orders_it_out(say: str) -> bool:
    """``the sister's fracture is wrong, delete it``: an order of its own, behind what it is of."""
    return _OUT_WITH_IT.search(say) is not None


_DOUBTED = re.compile(
    r"^\W*(?:(?:no|but|and|so|ok|hm+|sorry|i think|i believe|actually)\W+)*(?:that\s+)?(?:the |her |his |this |that )?"
    r"[\w /+.%°-]{1,40}?\s+(?:is|are|was|were|looks?|seems?|(?:must|may|might|could) (?:well )?be|can(?:no|')t be)\s+"
    r"(?:(?:also|clearly|obviously|certainly|definitely|just|plain|simply|all|not)\s+)*"
    r"(?:wrong|incorrect|false|right|correct|a typo)\W*$",
    re.IGNORECASE,
)
_NOT_RIGHT = re.compile(
    r"\b(?:wrong|incorrect|false|typo|not (?:right|correct)|can(?:no|')t be (?:right|correct))\W*$",
    re.IGNORECASE,
)
_MISPLACED = re.compile(r"\b(?:patient|here|hers|his|case|duplicate|twice|record|entry)\b", re.IGNORECASE)


def only_doubts(heard: Heard) -> bool:
    """``the ALP is wrong``: neither what is right nor that it is to go; ``I never said T8 was acute`` tells no more."""
    if not heard.is_question and _is_unsaid(heard):
        return True
    if heard.figures or heard.date is not None or heard.is_question or heard.points_back:
        return False
    doubted = _DOUBTED.match(heard.say) and _NOT_RIGHT.search(heard.say)
    return bool(doubted) and not _MISPLACED.search(heard.say)


_PAPER = r"(?:the|that|this|her|his)\s+(?:[\w-]+\s+){0,3}?(?:report|letter|notes?|summary|radiologist|form|sheet)"
_UNSAID = re.compile(
    rf"^\W*(?:(?:no|but|and|so|sorry|well)\W+)*(?:(?:i|we|it|{_PAPER})\s+"
    r"(?:never|did\s?not|didn['’]?t|does\s?not|doesn['’]?t|do\s?not|don['’]?t)|nobody|no one)\s+"
    r"(?:\w+ly\s+)?(?:say|said|says|write|wrote|claim|claimed|state|stated)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^\W*[\"“‘'].{3,60}?[\"”’']\s+(?:is|was|were|are)\s+(?:(?:clearly|just|simply|all)\s+)*(?:an?\s+)?"
    r"(?:typo|mistake|error|slip|misprint|wrong|incorrect|false|nonsense)\W*$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|rather|instead|it (?:was|is|should|must)|should be)\b", re.IGNORECASE)


def _is_unsaid(heard: Heard) -> bool:
    """Whether it is denied that something was said, or called a slip, and nothing is told in its place."""
    said = _UNSAID.match(heard.say) or _QUOTED.match(heard.say)
    return said is not None and not _BUT.search(heard.say)


def _is_time(hit: Hit, heard: Heard) -> bool:
    if "later" not in heard.words[hit.start : hit.end]:
        return False
    at = heard.offsets[hit.start]
    return bool(_LATER.search(heard.say[:at]))
