"""Orders about whole notes: to show one, to date one anew, to take one out of the case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from osteocase.assistant.changes.adding import words_as_note
from osteocase.assistant.changes.axis import moved
from osteocase.assistant.changes.guarding import SAME
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.turn import Turn, turn_of
from osteocase.assistant.understanding.opening import brought, meant_notes, title_words
from osteocase.assistant.understanding.whole_notes import notes_meant
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates
from osteocase.assistant.words.spoken_dates import no_day
from osteocase.lexicon.normal import normal_words
from osteocase.records import Note, NoteRecord, Source, Time
from osteocase.review import AddNote, Change, Edit, Redate, RemoveNote, Session, Several, fresh_note_id
from osteocase.review.queue import case_records
from osteocase.review.state import record_lists

__all__ = ["dates_note", "note_dated", "one_line_note", "open_note", "remove_note", "take_note"]


def open_note(heard: Heard, found: Selection, session: Session) -> Turn:
    """Show a note; which one is asked where several fit."""
    named = meant_notes(heard, session)
    if len(named) != 1:
        known = ", ".join(named or session.state.notes) or "there is none"
        other = "" if named else " Another case, or a file or folder of notes, is read by: /open PATH."
        return turn_of(heard, "open_note", found, Reply(f"Which note? Say its name: {known}.{other}"))
    note = session.state.notes[named[0]]
    line = note.text.lstrip().split("\n", 1)[0].rstrip()
    start = note.text.index(line)
    place = Source(note=note.id, start=start, end=start + len(line), text=line)
    turn = turn_of(heard, "open_note", found, Reply(f"The note {note.id}:", (place,)))
    return replace(turn, command="open_note", arguments={**turn.arguments, "note": note.id})


_WHOLE_DATE = len("2024-03-05")
_DATED = re.compile(
    r"\W*(?:(?:no|sorry|please|and|but|actually|can you|could you)\W+)*(?:(?:change|correct|set|put|amend|fix)\s+)?"
    r"(?:the\s+date\s+of\s+)?(?:the|her|his|that|this)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:visit|consultation|consult|appointment|review|follow[- ]?up|clinic|note|letter|report|summary|sheet)(?:['’]s)?"
    r"(?:\s+date)?(?:\s+(?:of|on|from|dated|in)\s+[\w ./-]{4,20}?)?\s+"
    r"(?:was|is|took place|happened|should (?:be|have been|read)|must be|to)"
    r"(?:\s+(?:actually|really|in fact|held|dated|from|on|of|the))*\s*",
    re.IGNORECASE,
)
"""What stands before the day of a visit or a note, and names nothing that was found at it."""
_NOT_DAY = re.compile(r"\bnot\s+(?:on\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\W*$", re.IGNORECASE)


def dates_note(heard: Heard) -> bool:
    """``the first visit was on 21 November 2018``, ``the note of 3 May 2020 is from 5 May 2020``."""
    if heard.date is None or len(heard.date) != _WHOLE_DATE or heard.is_question:
        return False
    return any(_DATED.fullmatch(heard.say[:at]) for at in heard.dates_at)


def note_dated(heard: Heard, session: Session) -> tuple[Reply, tuple[Change, ...]]:
    """Give a note, and the visit that it tells of, another day; which note is asked where it is not clear."""
    new, known = str(heard.date), {note.id: note.date or "" for note in session.case.notes}
    if (day := no_day(heard.say, case_dates(session))) is not None:
        return Reply(f"{day} is no day of the calendar. Nothing was changed."), ()
    old = next((one for one in heard.dates if one != new), None)
    named = notes_meant(replace(heard, date=old, dates=()), session)
    wrong = _NOT_DAY.search(heard.say)
    named = [one for one in named if wrong is None or known[one].endswith(f"-{int(wrong['day']):02d}")]
    if len(named) != 1:
        told = ", ".join(f"{one} ({known[one] or 'no date'})" for one in named or known if one in session.state.notes)
        return Reply(f"Of which note? {told}. Nothing was changed."), ()
    name, axis = named[0], session.case.case.axis
    if known[name] == new:
        return Reply(SAME), ()
    visits = [
        one
        for one in session.case.events
        if one.kind == "visit" and one.source.note == name and one.time is not None and one.time.date == known[name]
    ]
    time = Time(text=new, kind="date", date=new)
    changes: tuple[Change, ...] = (
        Redate(note=name, date=new),
        *(Edit(record=one.id, fields={"time": time}) for one in visits),
    )
    made = session.apply(Several(changes=changes))
    text = (
        f"Corrected: the note {name}: {known[name] or 'no date'}\n  now: {new}\n"
        f"What it tells of its own day moves with it; other dates in it stay.\n"
        f"{moved(axis, session)}Say undo to take it back."
    )
    return of_records(text, visits), (made,)


def take_note(heard: Heard, note: Note | None, read: Callable[[Note], NoteRecord], session: Session) -> Turn:
    """Read a note that was put into one line of the conversation."""
    if note is None:
        return turn_of(heard, "unknown", Selection(), Reply("That is no note."))
    named = note.model_copy(update={"id": fresh_note_id(session.state, _PASTED)})
    made = session.apply(AddNote(note=named, read=read(named)))
    places = {one.id: (one.source, *one.also) for one in case_records(session.case)}
    told = [one for one in case_records(session.case) if named.id in {place.note for place in places[one.id]}]
    text = f"Read as a note. {brought((named.id,), session)}\nSay undo to take it out again."
    return turn_of(heard, "add", Selection(), of_records(text, told), (made,))


def _looks_like_note(say: str) -> bool:
    """A dated head, or a long text, and no word that is said to somebody."""
    return not _SAID.search(say) and "?" not in say and (_HEAD.match(say) is not None or len(say) > _LONG)


def one_line_note(say: str, read: Callable[[Note], NoteRecord]) -> Note | None:
    """The line as a note, where it looks like one and tells several facts; null for what is said to the assistant."""
    if not _looks_like_note(say):
        return None
    note = words_as_note(say.strip())
    facts = [one for name, one in record_lists(read(note)) if name != "events"]
    parts = [part for part in re.split(r"[.;,:|]\s+", say) if part.strip()]
    return note if len(facts) >= _FEWEST and len(parts) >= _FEWEST else None


_PASTED = "pasted"
_FEWEST = 3
_LONG = 240
_DAY = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|"
    r"[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|[a-z]{3,9}\s+\d{4})"
)
_HEAD = re.compile(
    rf"^\W*(?:{_DAY}|(?:[\w/-]+\s+){{0,5}}?(?:seen|review(?:ed)?|visit|clinic(?:\s+(?:note|letter|visit))?|"
    rf"follow[- ]?up|f/?u|consult(?:ation)?|appointment|ward round|admitted|discharged|dxa|dexa|labs?|bloods?|"
    rf"laboratory|results?|note|letter|report|date)\b[^.;:?]{{0,40}}?{_DAY})",
    re.IGNORECASE,
)
"""How a note begins: with its day, or with what it is and its day."""
_SAID = re.compile(
    r"^\W*(?:please|can|could|would|add|append|enter|record|insert|include|put|note (?:that|down)|log|set|change|"
    r"correct|make|delete|remove|reject|drop|accept|confirm|move|take|keep|use|what|when|where|which|who|how|why|did|"
    r"does|do|is|are|was|were|has|had|i|we|no|yes|ok|okay|sorry|also|and|but)\b"
    r"|\b(?:please|instead|rather|wrong|should (?:be|read)|add (?:it|this|that|them)|not [-−]?\d[\d.,]*|i meant)\b"
    r"|^[^:,]{0,30}[:,]\s*(?:the|her|his)\s+[\w -]{1,30}\s(?:was|were|is|are)\b",
    re.IGNORECASE,
)
"""Words that are said to somebody who keeps the records."""


def remove_note(heard: Heard, found: Selection, session: Session) -> Turn:
    """Take a note out of the case."""
    said = " ".join(heard.words)
    named = [one for one in session.state.notes if " ".join(normal_words(one)) in said]
    if not named:
        fitting = meant_notes(heard, session)
        sure = [one for one in fitting if len(title_words(one, session) & set(heard.words) - {"note", "report"}) > 1]
        named = sure if len(fitting) == 1 else []
    if len(named) != 1:
        known = ", ".join(session.state.notes) or "there is none"
        return turn_of(heard, "delete", found, Reply(f"Which note? Say its name: {known}."))
    made = session.apply(RemoveNote(note=named[0]))
    text = f"The note {named[0]} is out of the case, with its records.\nSay undo to take it back."
    return turn_of(heard, "delete", found, Reply(text), (made,))
