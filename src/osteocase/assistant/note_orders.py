"""Orders about whole notes: to show one, to take one out of the case."""

from __future__ import annotations

from dataclasses import replace

from osteocase.assistant.finding import Selection
from osteocase.assistant.hearing import Heard
from osteocase.assistant.opening import meant_notes, title_words
from osteocase.assistant.reply import Reply
from osteocase.assistant.turn import Turn, turn_of
from osteocase.lexicon.normal import normal_words
from osteocase.records import Source
from osteocase.review import RemoveNote, Session

__all__ = ["open_note", "remove_note"]


def open_note(heard: Heard, found: Selection, session: Session) -> Turn:
    """Show a note; which one is asked where several fit."""
    named = meant_notes(heard, session)
    if len(named) != 1:
        known = ", ".join(named or session.state.notes) or "there is none"
        return turn_of(heard, "open_note", found, Reply(f"Which note? Say its name: {known}."))
    note = session.state.notes[named[0]]
    line = note.text.lstrip().split("\n", 1)[0].rstrip()
    start = note.text.index(line)
    place = Source(note=note.id, start=start, end=start + len(line), text=line)
    turn = turn_of(heard, "open_note", found, Reply(f"The note {note.id}:", (place,)))
    return replace(turn, command="open_note", arguments={**turn.arguments, "note": note.id})


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
