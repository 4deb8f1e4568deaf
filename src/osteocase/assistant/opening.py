"""Which note is meant by ``open the discharge summary`` or ``show me the letter of October 2022``."""

from __future__ import annotations

from osteocase.assistant.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["meant_notes"]

_ORDER = {"first": 0, "last": -1, "baseline": 0}


def meant_notes(heard: Heard, session: Session) -> list[str]:
    """Ids of the notes that fit best; several where it is not clear, none where nothing fits."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    names = [name for name in session.state.notes if name != AUTHOR_NOTE]
    if heard.date is not None:
        names = [name for name in names if dates.get(name, "").startswith(heard.date)]
    said = {word for word in heard.words if word.isalpha()} | {str(heard.months)}
    fit = {name: len(said & _title(name, session)) for name in names}
    best = max(fit.values(), default=0)
    if not best:
        return names if heard.date is not None else []
    fitting = [name for name in names if fit[name] == best]
    times = [one for one in heard.values("time") if one in _ORDER]
    if times and len(fitting) > 1:
        fitting = [sorted(fitting, key=lambda name: dates.get(name, ""))[_ORDER[times[0]]]]
    return fitting


def _title(name: str, session: Session) -> set[str]:
    title = session.state.read[name].note.title
    words = normal_words(f"{name} {title or ''}".replace("-", " ").replace("_", " "))
    return {word for word in words if word.isalpha() and len(word) > 2}
