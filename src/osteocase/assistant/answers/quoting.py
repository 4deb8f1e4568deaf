"""``which note says that she lives alone?``: the sentences that hold the words of what is said to be told."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.passages import Passage, has_word, of_time, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["asks_what_note_says", "told_where"]

_TOLD_THAT = re.compile(
    r"\b(?:says?|said|mentions?|mentioned|states?|stated|writes?|wrote|reports?|reported|tells?|told(?:\s+you)?|written|documented|"
    r"recorded|noted|stand|read|find|found|from)\b\s*(?:that\b|about\b|where\b|:)?\s*(?P<what>[^?]{3,90})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:notes?|letters?|reports?|summary|summaries|consult|documents?)\s+(?:say|says|said|tell|tells|write|writes|wrote|state|states|"
    r"mention|mentions)\s+(?:anything\s+|something\s+)?(?:about|on|regarding|of)\s+(?P<what>[^?]{3,60})",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ("the", "and",
     "she", "her", "his", "him", "was", "were", "has", "had", "have", "that", "this", "being", "been", "with",
     "from", "for", "any", "are", "did", "does", "they", "there", "note", "notes", "letter", "patient", "when", "what",
     "which", "who", "you", "your", "about", "where", "its", "not", "into", "over")
)  # fmt: skip
_LEAST = 2
_MOST = 3


def told_where(heard: Heard, session: Session) -> Reply | None:
    """The sentences with all telling words of the clause; null where there are none or too many.

    A single word names a record, whose own places are the better answer.
    """
    match = _TOLD_THAT.search(heard.say)
    words = _telling(match["what"]) if match is not None else []
    if len(words) < _LEAST:
        return None
    found = _holding(words, heard, session)
    return quoted(found) if 0 < len(found) <= _MOST else None


def asks_what_note_says(heard: Heard, session: Session) -> Reply | None:
    """``what did the note say about tapering?``: the sentences with this word; null where there are none."""
    match = _ABOUT.search(heard.say)
    words = _telling(match["what"]) if match is not None else []
    found = _holding(words, heard, session) if words else []
    return quoted(found) if found else None


def _telling(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z][a-z'’-]{2,}", text.casefold()) if word not in _SMALL]


def _holding(words: list[str], heard: Heard, session: Session) -> list[Passage]:
    found = [one for one in passages_of(session) if all(has_word(one.text, word) for word in words)]
    return of_time(found, heard, session)
