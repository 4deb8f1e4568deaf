"""Who did something: a person of the notes, and who signed them; no record tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osteocase.assistant.subjects.passages import Passage
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["UNNAMED", "asks_author", "signatures"]

UNNAMED = "Who that was is not told in any note."
_WRITES = re.compile(
    r"\b(?:wrote|written|writes?|signed|signs?|dictated|typed|author\w*|sent)\b[^?]*\b(?:letters?|notes?|reports?|summar\w+|forms?|"
    r"these|this|them|it|all)\b|\b(?:author|writer)s?\b|\bwhose\s+(?:letters?|notes?|reports?)\b|"
    r"\b(?:letters?|notes?|reports?|summar\w+)\b[^?]*\b(?:by\s+whom|from\s+whom|written|signed|dictated|typed)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^[^\S\n]*(?:yours\s+\w+|(?:with\s+)?(?:kind|best|warm)\s+(?:regards|wishes)|sincerely(?:\s+yours)?|(?:electronically\s+)?"
    r"signed(?:\s+by)?|dictated\s+by|reported\s+by|author)\b[^\S\n]*[:,.]?[^\S\n]*",
    re.IGNORECASE | re.MULTILINE,
)


def asks_author(say: str) -> bool:
    """``who wrote these letters?``"""
    return _WRITES.search(say) is not None


def signatures(session: Session) -> Iterator[Passage]:
    """The line under which a note closes, of each note that has one."""
    for note in session.notes:
        closes = list(_CLOSES.finditer(note.text)) if note.id != AUTHOR_NOTE else []
        if not closes:
            continue
        rest = note.text[closes[-1].end() :]
        line = next((one for one in rest.split("\n") if one.strip()), "")
        start = closes[-1].end() + rest.find(line)
        if line.strip():
            yield Passage(note.id, start, start + len(line), line)
