"""Whether a drug is still taken: one that was told for two weeks of a year long past, or that a later note denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from osteocase.assistant.subjects.passages import holds, passages_of
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.records import Record, Source, Treatment
from osteocase.review import Session

__all__ = ["ON_NOW", "last_told", "ran_out", "runs_out", "told_at_last"]


def ran_out(own: Sequence[Record], heard: Heard, session: Session) -> str | None:
    """``is he on heparin?``, which was told for two weeks of a year long past, or which later notes no longer tell."""
    drugs = [one for one in own if isinstance(one, Treatment)]
    if not ON_NOW.search(heard.say) or not drugs or len(drugs) < len(own) or heard.moment is not None:
        return None
    going = any(one.status in ("started", "ongoing") for one in drugs)
    if heard.date is not None or heard.months is not None or not going:
        return None
    dates = sorted(note.date for note in session.case.notes if note.date)
    if not dates or any(one.status in ("stopped", "completed", "past") for one in drugs):
        return None
    days = {note.id: note.date or "" for note in session.case.notes}
    latest = max(days.get(place.note, "") for one in drugs for place in (one.source, *one.also))
    said = [
        one for one in passages_of(session)
        if latest and days.get(one.note, "") > latest and _TAKES_NONE.search(one.text)
        and any(holds(one.text, normal_words(drug.name)) for drug in drugs)
    ]  # fmt: skip
    if said:
        shown = "\n".join(f"  “{' '.join(one.text.split())}” — note {one.note}" for one in said)
        return f"Not told as taken now. Told so on {latest}:\n{lines(drugs)}\nA later note says:\n{shown}"
    if latest and drugs[-1].duration and all(runs_out(one, latest, dates[-1]) for one in drugs):
        return f"No, not any more: it was told on {latest} for {drugs[-1].duration}:\n{lines(drugs)}"
    return last_told(drugs, session)


def told_at_last(own: Sequence[Record], heard: Heard, session: Session) -> tuple[Source, ...]:
    """The places of the last note that tells of a drug, where it is asked whether it is taken now."""
    drugs = [one for one in own if isinstance(one, Treatment)]
    if not drugs or len(drugs) < len(own) or not ON_NOW.search(heard.say):
        return ()
    days = {note.id: note.date or "" for note in session.case.notes}
    places = [place for one in drugs for place in (one.source, *one.also)]
    latest = max(days.get(place.note, "") for place in places)
    return tuple(place for place in places if days.get(place.note, "") == latest)


def last_told(drugs: Sequence[Treatment], session: Session) -> str | None:
    """Drugs that no note tells since, with when they were last told; null where the last note tells one of them."""
    days = {note.id: note.date or "" for note in session.case.notes}
    last = max(days.values(), default="")
    latest = max((days.get(place.note, "") for one in drugs for place in (one.source, *one.also)), default="")
    if not latest or latest >= last or not all(one.status in ("started", "ongoing", "mentioned") for one in drugs):
        return None
    names = [normal_words(one.name) for one in drugs]
    named = [
        one for one in passages_of(session)
        if days.get(one.note, "") > latest and any(holds(one.text, name) for name in names)
    ]  # fmt: skip
    if named:
        shown = "\n".join(f"  “{' '.join(one.text.split())}” — note {one.note}" for one in named[-2:])
        return f"Yes when it was told as taken, on {latest}:\n{lines(drugs)}\nA later note names it:\n{shown}"
    if min(len(latest), len(last)) == _WHOLE_DATE and _days_from(latest, last) <= _RECENT:
        return f"Yes, as last told on {latest}:\n{lines(drugs)}"
    return f"Yes when it was last told, on {latest}; no later note tells of it, nor of its end:\n{lines(drugs)}"


def _days_from(first: str, second: str) -> int:
    return (Date.fromisoformat(second) - Date.fromisoformat(first)).days


_RECENT = 183
"""Days up to which a medicine that is simply not told again is taken to go on: about the half year between visits."""


_TAKES_NONE = re.compile(
    r"\b(?:took|takes|taken|taking|had|has\s+had|received|on)\s+no\b|\bno\s+longer\b|\b(?:not|never|without)\s+(?:been\s+)?(?:on|taking|taken)\b",
    re.IGNORECASE,
)


def runs_out(one: Treatment, told: str, last: str) -> bool:
    """``for 28 days``, and the last visit was later."""
    match = _LASTS.search(one.duration or "")
    if match is None or len(told) < _WHOLE_DATE or len(last) < _WHOLE_DATE:
        return False
    days = int(match["count"]) * _DAYS[match["unit"].casefold()]
    return Date.fromisoformat(told) + timedelta(days=days) < Date.fromisoformat(last)


_LASTS = re.compile(r"(?P<count>\d+)\s*(?P<unit>day|week|month)", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30}
_WHOLE_DATE = len("2024-03-05")
ON_NOW = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?(?:is|are)\s+(?:she|he|the patient)\s+(?:\w+ly\s+|still\s+|now\s+)?"
    r"(?:on|taking|getting|using|receiving|having)\b"
    r"|^\W*(?:does|do)\s+(?:she|he|the patient)\s+(?:\w+ly\s+|still\s+)?(?:take|use|get)\b"
    r"|^\W*(?:(?:and|so|but)\s+)?(?:is|are)\s+(?:the\s+|her\s+|his\s+)?[^?]{3,40}?\s+(?:still\s+(?:being\s+)?|currently\s+(?:being\s+)?|being\s+)"
    r"(?:taken|given|used|going|running|continu(?:ed|ing)|ongoing|on|prescribed|part)\b",
    re.IGNORECASE,
)
