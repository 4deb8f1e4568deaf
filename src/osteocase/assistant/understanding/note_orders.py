"""Orders about whole notes: to show one, to take one out of the case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from osteocase.assistant.changes.adding import words_as_note
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.turn import Turn, turn_of
from osteocase.assistant.understanding.opening import brought, meant_notes, title_words
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.records import Note, NoteRecord, Source
from osteocase.review import AddNote, RemoveNote, Session, fresh_note_id
from osteocase.review.queue import case_records
from osteocase.review.state import record_lists

__all__ = ["one_line_note", "open_note", "remove_note", "take_note"]


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
