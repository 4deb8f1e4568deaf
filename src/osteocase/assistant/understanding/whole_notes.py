"""A decision on all that one note tells: ``accept everything from the first visit``, ``accept the lab report``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from decimal import Decimal

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.understanding.opening import meant_notes, title_words
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.records import Record
from osteocase.review import LIST_NAMES, Session
from osteocase.review.queue import case_records
from osteocase.review.wording import list_of

__all__ = ["notes_meant", "of_one_note", "told_elsewhere"]

_SPAN = re.compile(
    r"\b(?:before|until|till|up to|prior to|after|since|later than|older than|earlier than)\s+(?:the\s+)?"
    r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_PAPERS = frozenset(("report", "letter", "note", "page", "sheet", "summary"))


def of_one_note(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """Narrows a whole list to the note that is named; what is to be said where a note or a span of time is unclear."""
    if heard.date is not None and _SPAN.search(heard.say):
        return Reply("I cannot decide on all before or after a day. Name the notes or the kind.")
    if _of_whole_note(heard, found, session):
        notes = notes_meant(heard, session)
        if len(notes) != 1:
            return Reply(f"Of which note? {', '.join(notes or session.state.notes)}.")
        told = heard.has("accept", "defer")  # what is told elsewhere too is not to go with one note
        found.named, found.arguments["list"], found.asked = True, "all", [f"the note {notes[0]}"]
        found.arguments["note"] = notes[0]
        found.records = [
            one
            for one in case_records(session.case)
            if notes[0] in {place.note for place in ((one.source, *one.also) if told else (one.source,))}
        ]
        kinds = _kinds_within(heard)
        found.records = [one for one in found.records if not kinds or list_of(one) in kinds]
    elif found.arguments.get("list") == "all" and _PAPERS & set(heard.words):
        notes = meant_notes(heard, session)
        if len(notes) != 1:
            return Reply(f"Of which note? {', '.join(notes or session.state.notes)}.")
        found.records = [one for one in found.records if one.source.note == notes[0]]
    return None


def _kinds_within(heard: Heard) -> set[str]:
    """``the fractures in the MRI report``: the kinds of records that are wanted of a note."""
    match = _WITHIN.search(heard.say)
    said = [hit for hit in heard.hits if hit.group == "record_kind" and hit.value in LIST_NAMES]
    return {str(hit.value) for hit in said if match is not None and heard.offsets[hit.start] < match.start()}


_WITHIN = re.compile(r"\s(?:in|of|from|on|at|out of)\s+(?:the|that|her|his|this)\s", re.IGNORECASE)


def told_elsewhere(records: Sequence[Record], found: Selection) -> str:
    """What is said where a decision on one note is also one on what other notes tell of the same things."""
    note = found.arguments.get("note")
    other = [one for one in records if note and {place.note for place in (one.source, *one.also)} - {note}]
    return f"{len(other)} of them are told in other notes too, and were decided on with those.\n" if other else ""


def _of_whole_note(heard: Heard, found: Selection, session: Session) -> bool:
    """``accept everything from the first visit``, ``accept the lab report``."""
    wide = found.arguments.keys() <= {"list", "modality", "event", "note", "agent", "concept"}
    if wide and (_KIND_OF_NOTE.search(heard.say) or _is_title(heard, session)):
        return True
    plain = found.arguments.keys() <= {"event", "list", "note", "time", "date", "months"}
    if plain and heard.has("accept", "defer") and _THE_VISIT.match(heard.say):
        return True  # the visit is what was told there, and not only that it took place
    whole = found.arguments.get("list", "all") == "all"
    return whole and found.arguments.get("event", "visit") == "visit" and _WHOLE_NOTE.search(heard.say) is not None


_THE_VISIT = re.compile(
    r"^\W*(?:(?:please|ok|okay|and|now|then|yes|(?:i|we)(?:['’](?:m|re)|\s+am|\s+are)?|can you|could you)\W+)*"
    r"\w+(?:\s+(?:off|with))?\s+(?:the|that|this|her|his)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:visit|consultation|consult|appointment|review)"
    r"(?:\s+(?:of|on|from|at|in)\s+[\w ./-]{4,25})?\W*(?:please)?\W*$",
    re.IGNORECASE,
)
_WHOLE_NOTE = re.compile(
    r"\b(?:everything|all|the\s+whole|the\s+lot)\b(?:\s+(?:of\s+it|the|that|is|was|told|records?|facts|stands|stated))*\s+"
    r"(?:from|in|of|at|on|out\s+of)\s+(?:the|that|her|his|this)\s+(?:\S+\s+){0,5}?"
    r"(?:visit|note|letter|report|consultation|summary|form|sheet|appointment)\b"
    r"|\bwhat(?:ever)?\s+(?:the|that|her|his|this)\s+(?:\S+\s+){0,5}?(?:note|letter|report|summary|form|sheet)\s+"
    r"(?:says?|said|tells?|told|states?|stated|reports?|shows?|holds?)\b",
    re.IGNORECASE,
)
_KIND_OF_NOTE = re.compile(
    r"\b(?:lab(?:oratory)?|blood|dxa|dexa|mri|ct|pet|x-?ray|scan|densitometry|path(?:ology)?|radiology)\s+"
    r"(?:report|note|sheet|letter|page|form|document|printout)\b",
    re.IGNORECASE,
)
"""A note by the kind of paper that it is."""
_THE_PAPER = re.compile(
    r"^\W*(?:(?:please|ok|and|now|then|can you|could you)\W+)*\w+(?:\s+off)?\s+"
    r"(?:(?:everything|all)\s+(?:in|of|from|on)\s+)?"
    r"(?:the|that|this|her|his)\s+(?P<title>\w+)\s+(?:note|letter|report|summary|form|sheet|card)\W*(?:please)?\W*$",
    re.IGNORECASE,
)


def _is_title(heard: Heard, session: Session) -> bool:
    """``accept the operation note``: the one note that has the word in its title."""
    match = _THE_PAPER.match(heard.say)
    notes = meant_notes(heard, session) if match is not None else []
    return match is not None and len(notes) == 1 and _titled(match["title"], notes[0], session)


def _titled(said: str, note: str, session: Session) -> bool:
    return bool(set(normal_words(said)) & title_words(note, session))


def notes_meant(heard: Heard, session: Session) -> list[str]:
    """The notes that are named by their place in the row of visits, by a word of their title, or by their date."""
    place = _PLACE.search(heard.say)
    if place is None or heard.date is not None:
        named = meant_notes(heard, session)
        return named if len(named) == 1 or heard.months is None else _notes_at(heard.months, session) or named
    notes = [note for note in session.case.notes if note.date and note.id in session.state.notes]
    visits = [note for note in notes if note.kind not in _REPORTS] or notes
    row = [note.id for note in sorted(visits, key=lambda note: (note.date or "", note.id))]
    return [row[0 if place["first"] else -1]] if row else []


def _notes_at(months: Decimal, session: Session) -> list[str]:
    """The notes, without reports of examinations, that were written at a time."""
    begun = session.case.case.axis.date
    if begun is None or len(begun) < _WHOLE_DATE:
        return []
    wanted = float(months) * _DAYS_OF_MONTH
    away = {
        note.id: abs((Date.fromisoformat(note.date) - Date.fromisoformat(begun)).days - wanted)
        for note in session.case.notes
        if note.date is not None and len(note.date) == _WHOLE_DATE and note.kind not in _REPORTS
    }
    near = [name for name, days in away.items() if days <= _DAYS_OF_MONTH]
    return [name for name in near if away[name] <= _DAYS_OF_MONTH / 3] or near


_WHOLE_DATE = len("2024-03-05")
_DAYS_OF_MONTH = 30.44


_PLACE = re.compile(
    r"\b(?:(?P<first>first|earliest)|last|latest|most\s+recent)\s+(?:visit|note|consultation|appointment)\b",
    re.IGNORECASE,
)
_REPORTS = ("radiology", "laboratory")
