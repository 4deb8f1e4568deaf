"""Notes that are named by a word of their title: ``at the consult``, ``the PET report``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit
from osteocase.lexicon.normal import normal_words
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["notes_named", "with_titles"]

_PLACE = re.compile(
    r"\b(?:at|in|on|from|during|of|left|leave|leaves|leaving|to)\s+(?:the\s+|her\s+|his\s+|that\s+)?(?:\w+\s+){0,2}?(?P<place>[a-z]+)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    ("start", "visit", "months", "month", "first", "treatment", "six", "two", "seven", "eight", "nine", "ten", "twelve",
     "twenty", "four", "missed", "follow", "report", "note", "clinic", "letter", "bone", "one", "year", "years", "the",
     "second", "third", "fourth", "last",
     "after", "before", "new", "old", "form", "summary", "hip", "spine", "fracture", "pain", "dxa", "mri", "laboratory")
)  # fmt: skip
"""Words of titles that are said of much else too."""
_SAME_PLACE = {"ward": "discharge", "hospital": "discharge", "consultation": "consult", "bloods": "laboratory"}


def with_titles(heard: Heard, session: Session) -> Heard:
    """A note by a word of its title that is not known otherwise: ``the PET report``, ``the discharge card``."""
    titles = [_title_words(name, read.note.title) for name, read in session.state.read.items() if name != AUTHOR_NOTE]
    strange = set(heard.unknown_at)
    named: list[range] = []
    for paper in (at for at, word in enumerate(heard.words) if word in _TITLED):
        before = [at for at in range(max(0, paper - 2), paper) if any(heard.words[at] in title for title in titles)]
        if before and strange & {*before, paper}:
            named.append(range(before[0], paper + 1))
    if not named:
        return heard
    inside = {at for span in named for at in span}
    kept = [hit for hit in heard.hits if not (hit.start in inside and hit.group in ("report", "modality", "source"))]
    more = [Hit(span[0], span[-1] + 1, "utterance", "kind_notes", "record_kind", "notes") for span in named]
    return replace(heard, hits=tuple(sorted((*kept, *more), key=lambda hit: hit.start)))


@lru_cache(maxsize=256)
def _title_words(name: str, title: str | None) -> tuple[str, ...]:
    return normal_words(f"{name} {title or ''}".replace("-", " ").replace("_", " "))


_TITLED = frozenset(("report", "note", "letter", "summary", "sheet", "page", "form", "card", "document", "scan", "ct"))


def notes_named(heard: Heard, session: Session) -> tuple[str, ...]:
    """Notes that are named by a word of their title: ``at the consult``, ``on the ward``."""
    kinds: dict[str, list[str]] = {}
    for name, read in session.state.read.items():
        if name == AUTHOR_NOTE:
            continue
        for word in _title_words(name, read.note.title):
            if word.isalpha() and len(word) > 2 and word not in _GENERAL:
                kinds.setdefault(word, []).append(name)
    found: list[str] = []
    clinical = {
        heard.words[hit.start] for hit in heard.hits if hit.topic in ("treatment", "analyte") and hit.end > hit.start
    }
    for match in _PLACE.finditer(heard.say):
        if match["place"].lower() in clinical:
            continue
        word = match["place"].lower()
        word = _SAME_PLACE.get(word, word)
        named = list(dict.fromkeys(kinds.get(word, ())))
        if named and len(named) < len(session.state.notes):
            found += named
    return tuple(dict.fromkeys(found))
