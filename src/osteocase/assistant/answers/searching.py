"""The sentences of the notes that hold the words of a question which no record answers.

Sentences are quoted, never retold. A question that no record answers is looked up by its own words; it is answered only
if every telling word of it stands in the notes, so that nothing else is offered for what the notes are silent about.
"""

from __future__ import annotations

import re

from osteocase.assistant.subjects.passages import Passage, has_word, of_time, passages_of
from osteocase.assistant.subjects.wanted import of_wanted_kind
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["SMALL", "may_search", "searched"]

SMALL = frozenset(
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
        or (heard.first not in _ASKS and heard.has(*_CHANGES) and not heard.say.rstrip().endswith("?"))
        or heard.figures
        or _ADVISED.search(heard.say)
    ):
        return False
    return heard.is_question or heard.first in _ASKS or heard.has("ask", "list", "when", "presence")


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
        dict.fromkeys(word for word in heard.words if word.isalpha() and len(word) >= _LEAST and word not in SMALL)
    )
