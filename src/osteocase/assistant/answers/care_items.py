"""Items of the CARE checklist that are asked for by name: ``do we have consent?``, ``do I still need an abstract?``."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["care_items"]

_NAMES = (
    ("1", re.compile(r"\btitle\b", re.IGNORECASE)),
    ("2", re.compile(r"\bkey\s?words\b", re.IGNORECASE)),
    ("3", re.compile(r"\babstract\b", re.IGNORECASE)),
    ("7", re.compile(r"\btime\s?line\b", re.IGNORECASE)),
    ("10d", re.compile(r"\badverse\b", re.IGNORECASE)),
    ("11", re.compile(r"\bdiscussion\b", re.IGNORECASE)),
    ("12", re.compile(r"\bperspective\b|\bpatient'?s?\s+(?:own\s+)?(?:views?|words|voice)\b", re.IGNORECASE)),
    ("13", re.compile(r"\bconsent(?:ed)?\b|\bpermission to publish\b", re.IGNORECASE)),
)
"""Number of an item, or of a group of items, in CARE 2013, and what people call it."""
_STATES = {
    "missing": "not told in any note; it is still missing",
    "partial": "told only in part",
    "needs_author": "for you to write",
    "present": "told; nothing more is needed",
}


def care_items(heard: Heard, session: Session) -> Reply | None:
    """How it stands with the items that are named; null where none is."""
    asked = [number for number, name in _NAMES if name.search(heard.say)]
    items = [one for one in session.case.care for number in asked if re.fullmatch(rf"{number}[a-d]?", one.item)]
    if not items:
        return None
    known = {one.id: one for one in session.records}
    told: list[str] = []
    used: list[Record] = []
    for item in items:
        told.append(f"{item.item} {item.title}: {_STATES.get(item.state, item.state)}.")
        if item.state in ("present", "partial"):
            rows = [known[one] for one in item.records if one in known]
            told += [lines(rows)] if rows else []
            used += rows
    return of_records("\n".join(told), used)
