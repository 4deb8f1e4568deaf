"""What a question wants of the sentences of the notes: a place, a day, a size; and those that hold most of its words.

Sentences are quoted, never retold. A question that no record answers is looked up by its own words; it is answered only
if every telling word of it stands in the notes, so that nothing else is offered for what the notes are silent about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.hearing import Heard
from osteocase.assistant.passages import Passage, has_word, of_time, passages_of
from osteocase.review import Session

__all__ = ["may_search", "of_wanted_kind", "searched"]

_PLACE = re.compile(
    r"\b(?:in|of|at|on|to|from|near|below|above|behind|under)\s+(?:the\s+|her\s+|his\s+)?(?:left|right|medial|lateral|"
    r"proximal|distal|upper|lower|inferior|superior|posterior|anterior|spine|lumbar|thoracic|neck|femur|femoral|hip|"
    r"pelvis|rib|ribs|thyroid|kidney|wrist|garden|kitchen|house|home|street|ward|hospital|foot|knee|shoulder|[CTL]\d)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}[./-](?:\d{{1,2}}|{_MONTH})[./-]\d{{2,4}}\b|\b\d{{1,2}}\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:today|yesterday)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:x\s*\d+(?:[.,]\d+)?\s*)?(?:mm|cm|ml|g)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|none|no)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:Dr|Prof|Mr|Mrs|Ms|surgeon|nurse|consultant|wife|husband|mother|father|daughter|son)\b", re.I
)
_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bhow (?:big|large|wide|small|long across)\b|\bwhat size\b|\bsize of\b|\bdiameter\b", re.I), _SIZE),
    (re.compile(r"\bwhere(?:abouts)?\b|\bwhich (?:side|place|bone|part)\b|\blocation\b|\bsite of\b", re.I), _PLACE),
    (
        re.compile(
            r"\bwhen\b|\bwhat (?:date|day|year|month)\b|\bdate\b|\bsince when\b|\bwhich (?:day|year|month)\b", re.I
        ),
        _DAY,
    ),
    (re.compile(r"\bhow (?:many|much|often|far)\b", re.I), _NUMBER),
    (re.compile(r"\bwho(?:se|m)?\b", re.I), _PERSON),
)
_SMALL = frozenset(
    ("what", "which", "where", "when", "who", "whom", "whose", "why", "how", "whether", "whereabouts", "the",
     "a", "an", "and", "or", "but", "of", "in", "on", "at", "to", "from", "for", "with", "without", "by", "as",
     "than", "then", "so", "if", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did",
     "done", "has", "have", "had", "can", "could", "may", "might", "will", "would", "shall", "should", "must",
     "she", "he", "her", "his", "him", "hers", "it", "its", "they", "them", "their", "this", "that", "these",
     "those", "there", "here", "we", "us", "our", "i", "me", "my", "you", "your", "any", "some", "all", "both",
     "each", "every", "no", "not", "never", "yes", "also", "too", "very", "just", "only", "still", "yet",
     "already", "ever", "again", "now", "please", "tell", "show", "say", "says", "said", "told", "give", "list",
     "know", "find", "look", "see", "seen", "get", "got", "note", "notes", "about", "into", "out", "up", "down",
     "off", "over", "after", "before", "since", "until", "during", "while", "big", "large", "small", "size",
     "date", "day", "time", "year", "month", "many", "much", "often", "far", "long", "anything", "something",
     "patient", "mention", "mentioned", "written", "documented", "thing", "things", "place", "location",
     "happen", "happened", "lady", "man", "woman", "one", "ones", "way", "kind", "type", "sort")
)  # fmt: skip
_LEAST = 3
_MOST_WORDS = 5
_MOST = 5


_CHANGES = ("delete", "accept", "defer", "add", "correct", "undo", "redo", "title")
_NEVER = ("stranger", "report", "export", "axis", "gap", "progress", "conflict")
_ASKS = frozenset(
    ("what", "which", "where", "when", "who", "whose", "how", "is", "are", "was", "were", "did", "does", "has", "have",
     "had", "any", "anything")
)  # fmt: skip
_ADVISED = re.compile(
    r"\b(?:should|would|will|shall|ought|must|recommend\w*|advise\w*|suggest\w*|safe|risks?|mean|means|meaning|normal(?:ly)?|"
    r"best|better|cost|why|cause[sd]?|can|could|may|might|going to|expect\w*|guidelines?|good|bad|nice|you|i|we)\b",
    re.IGNORECASE,
)


def may_search(heard: Heard) -> bool:
    """Whether it asks for something that the sentences of a note may tell: no wish, no advice, no talk."""
    if (
        heard.has(*_NEVER)
        or (heard.first not in _ASKS and heard.has(*_CHANGES))
        or heard.figures
        or _ADVISED.search(heard.say)
    ):
        return False
    return heard.is_question or heard.first in _ASKS or heard.has("ask", "list", "when", "presence")


def of_wanted_kind(found: Sequence[Passage], heard: Heard) -> list[Passage]:
    """Of several sentences those that hold what is asked for: a day for ``when``, a size for ``how big``."""
    for asked, kind in _WANTED:
        if asked.search(heard.say):
            return [one for one in found if kind.search(one.text)] or list(found)
    return list(found)


def searched(heard: Heard, session: Session) -> list[Passage]:
    """The sentences that hold the telling words of a question; none where a strange word of it stands in no note."""
    words = _telling(heard)
    if not words or len(words) > _MOST_WORDS:
        return []
    every = list(passages_of(session))
    told = {word: {one for one in every if has_word(one.text, word)} for word in words}
    known = [there for there in told.values() if there]
    if not known or len(known) < len(words):
        return []
    together = set.intersection(*known)
    rare = min(known, key=len)
    found = [one for one in every if one in (together or rare)]
    if len(found) > _MOST and len(found) > len(every) / 3:
        return []  # a word that stands everywhere tells nothing
    return of_wanted_kind(of_time(found, heard, session), heard)


def _telling(heard: Heard) -> list[str]:
    """The words of a question that tell what it is about."""
    return list(
        dict.fromkeys(word for word in heard.words if word.isalpha() and len(word) >= _LEAST and word not in _SMALL)
    )
