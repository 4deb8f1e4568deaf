"""Notes by name: what new ones brought, and which is meant by ``open the discharge summary``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.review import AUTHOR_NOTE, LIST_NAMES, Session
from osteocase.review.state import record_lists
from osteocase.review.wording import counted

__all__ = ["brought", "meant_notes", "title_words"]

_ORDER = {"first": 0, "last": -1, "baseline": 0}


def brought(note_ids: Sequence[str], session: Session) -> str:
    """What several notes brought together, those without a record or a date by name."""
    read = [session.state.read[note_id] for note_id in note_ids]
    counts = Counter(name for one in read for name, _record in record_lists(one))
    told = ", ".join(counted(counts[name], name) for name in LIST_NAMES if counts[name])
    head = note_ids[0] if len(note_ids) == 1 else f"{len(note_ids)} notes"
    text = f"{head}: {told}." if told else f"{head}: I found no record that I know how to read."
    empty = [one.note.id for one in read if not any(True for _record in record_lists(one))]
    if told and empty:
        text += f" In {' and '.join(empty)} I found no record that I know how to read."
    undated = [one.note.id for one in read if one.note.date is None]
    if undated:
        text += " It tells no date." if len(note_ids) == 1 else f" No date is told in {', '.join(undated)}."
    return text


_UNITS = frozenset(("month", "months"))
_PAPERS = frozenset(("letter", "note", "report", "summary", "sheet", "document", "paper"))


_CALLED = {"lab": "laboratory", "labs": "laboratory", "blood": "laboratory", "bloods": "laboratory", "dexa": "dxa"}
"""What people call a note, and the word of its title."""


def meant_notes(heard: Heard, session: Session) -> list[str]:
    """Ids of the notes that fit best; several where it is not clear, none where nothing fits."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    names = [name for name in session.state.notes if name != AUTHOR_NOTE]
    if heard.date is not None:
        names = [name for name in names if dates.get(name, "").startswith(heard.date)]
    said = {word for word in heard.words if word.isalpha()} | {str(heard.months)}
    said |= {_CALLED[word] for word in heard.words if word in _CALLED}
    own = said - _PAPERS - _UNITS - {"date"}  # ``the discharge letter`` may be called a summary
    fit = {name: len(own & title_words(name, session)) for name in names}
    if not any(fit.values()):
        fit = {name: len(said & title_words(name, session)) for name in names}
    best = max(fit.values(), default=0)
    if not best:
        return names if heard.date is not None else []
    fitting = [name for name in names if fit[name] == best]
    times = [one for one in heard.values("time") if one in _ORDER]
    if times and len(fitting) > 1:
        fitting = [sorted(fitting, key=lambda name: dates.get(name, ""))[_ORDER[times[0]]]]
    return fitting


def title_words(name: str, session: Session) -> set[str]:
    """The words of a note's name and title."""
    note = session.state.read[name].note
    words = normal_words(f"{name} {note.title or ''} {note.kind or ''}".replace("-", " ").replace("_", " "))
    return {word for word in words if word.isalpha() and len(word) > 2}
