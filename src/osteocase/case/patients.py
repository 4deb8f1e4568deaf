"""Tells whose a note is: notes of several patients are noticed, and split by folder, file prefix or an id field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import PurePath
from typing import Literal

from osteocase.case.identifiers import find_identifiers
from osteocase.case.intake import SPLIT_HINT
from osteocase.case.stated_dates import iso_date
from osteocase.errors import CaseError, SeveralPatientsError
from osteocase.lexicon import default_lexicon
from osteocase.records import Note

__all__ = ["SplitBy", "refuse_other_patient", "refuse_several_patients", "split_notes"]

SplitBy = Literal["folder", "prefix", "field"]

_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?|birth date)[ \t]*[:.]?[ \t]*(?P<date>[\w ,./-]{6,20})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:sons?|daughters?|bab(?:y|ies)|child(?:ren)?|kids?|boys?|girls?|infants?|twins?|newborns?|neonates?|deliver(?:y|ed)|"
    r"pregnanc(?:y|ies)|mother|father|parents?|brothers?|sisters?|siblings?|husband|wife|partner|spouse|next of kin)\b"
    r"[^.\n]{0,60}$",
    re.IGNORECASE,
)
"""Words before a date of birth that is another person's: of a child that was just born, mostly."""
_OWN_NUMBER = re.compile(
    r"\b(?:mrn|medical record|hospital|patient|chart|unit)(?: record)?(?: number| no\.?| id\b| identifier)?"
    r"[ \t]*[:#.]*[ \t]*$",
    re.IGNORECASE,
)
"""Words before a number that is the patient's own, not that of a sample or an image."""
_OWN_NAME = re.compile(
    r"(?:^|[\t|;]|[ ]{2})[ \t]*"
    r"(?:patient(?:'s)?(?: name)?|name(?: of patient)?|full name|surname|family name|last name)[ \t]*[:=][ \t]*$",
    re.IGNORECASE,
)
"""Words before a name that is the patient's own, not that of a physician."""
_LABEL = re.compile(r"name|patient|mrn|record|hospital|chart|unit", re.IGNORECASE)
"""What every line with such words holds."""


def split_notes(
    notes: Sequence[Note], by: SplitBy, *, field: str | None = None, separator: str = "_"
) -> dict[str, list[Note]]:
    """Notes by patient, in the order of their names.

    ``folder`` takes the folder that a note lies in, ``prefix`` its file name up to ``separator``, ``field`` the word
    after a field of the note's text (``field="Patient no."``).

    Raises:
        CaseError: a note has no such folder, prefix or field.
    """
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(_key(note, by, field, separator), []).append(note)
    names = _short(list(groups)) if by == "folder" else {key: key for key in groups}
    return {names[key]: sorted(groups[key], key=lambda note: note.id) for key in sorted(groups)}


def _short(folders: Sequence[str]) -> dict[str, str]:
    """Each folder by its own name; by as much of its path as tells it apart where two share a name."""
    parts = {folder: PurePath(folder).parts for folder in folders}
    names: dict[str, str] = {}
    for folder, words in parts.items():
        own = next(
            length
            for length in range(1, len(words) + 1)
            if sum(other[-length:] == words[-length:] for other in parts.values()) == 1
        )
        names[folder] = "-".join(words[-own:])
    return names


def _key(note: Note, by: SplitBy, field: str | None, separator: str) -> str:
    path = PurePath(note.path or note.id)
    if by == "folder":
        if not path.parent.name:
            raise CaseError("this note lies in no folder of its own", place=note.id, hint="split by prefix or field")
        return str(path.parent)
    if by == "prefix":
        prefix, found, _ = path.stem.partition(separator)
        if not found:
            raise CaseError(f"the name of this note has no {separator!r}", place=note.id, hint="give another separator")
        return prefix
    if not field:
        raise CaseError("no field is named to split the notes by", hint="name one, such as “Patient no.”")
    match = re.search(rf"{re.escape(field)}[ \t]*[:#.]?[ \t]*(?P<value>[^\s,;]+)", note.text, re.IGNORECASE)
    if match is None:
        raise CaseError(f"this note has no field {field!r}", place=note.id, hint="name a field that all notes have")
    return match["value"].rstrip(".:")


def refuse_several_patients(notes: Sequence[Note]) -> None:
    """Compare the patients' numbers, names and dates of birth in the texts of the notes.

    Raises:
        SeveralPatientsError: two notes name different patients; their numbers and names are not quoted in the message.
    """
    for one, other in combinations(notes, 2):
        _refuse(one, other)


def refuse_other_patient(notes: Sequence[Note], note: Note) -> None:
    """The same for one note that is to join others.

    Raises:
        SeveralPatientsError: it names another patient than one of them.
    """
    for one in notes:
        _refuse(one, note)


def _refuse(one: Note, other: Note) -> None:
    first, second = _marks(one.text), _marks(other.text)
    if first.get("number", frozenset()) & second.get("number", frozenset()):
        return
    for kind in ("number", "date of birth", "name"):
        here, there = first.get(kind, frozenset()), second.get(kind, frozenset())
        if here and there and not here & there:
            message = f"{one.id} and {other.id} have different patients (by {kind})"
            raise SeveralPatientsError(message, hint=SPLIT_HINT)


@lru_cache(maxsize=64)
def _marks(text: str) -> Mapping[str, frozenset[str]]:
    """What names the patient of a note: only lines with a label are looked through for it, for a note may be long."""
    labelled = "\n".join(line for line in text.splitlines() if _LABEL.search(line))
    found: dict[str, set[str]] = {}
    for item in find_identifiers(labelled, lexicon=default_lexicon()):
        before = labelled[max(0, item.start - 40) : item.start]
        if item.rule == "record_number" and _OWN_NUMBER.search(before.rpartition("\n")[2]):
            found.setdefault("number", set()).add(_plain(item.text))
        elif item.rule == "name_field" and _OWN_NAME.search(before.rpartition("\n")[2]):
            found.setdefault("name", set()).update(_words(item.text))
    for match in _BIRTH.finditer(text):
        date = _first_date(match["date"])
        if date is not None and not _OTHERS.search(text[max(0, match.start() - 80) : match.start()]):
            found.setdefault("date of birth", set()).add(date)
    return {kind: frozenset(marks) for kind, marks in found.items()}


def _first_date(words: str) -> str | None:
    """The longest start of the words that is a date."""
    pieces = words.split()
    for length in range(len(pieces), 0, -1):
        date = iso_date(" ".join(pieces[:length]).strip(" .,"))
        if date is not None:
            return date
    return None


def _plain(number: str) -> str:
    return re.sub(r"\W", "", number).casefold()


def _words(name: str) -> Iterable[str]:
    return (word.casefold() for word in re.findall(r"[^\W\d_]{2,}", name))
