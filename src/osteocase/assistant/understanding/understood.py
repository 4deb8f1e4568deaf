"""An utterance and what it wants, before anything is done about it."""

from __future__ import annotations

from dataclasses import dataclass

from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.tabs import Tab
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Note, NoteRecord
from osteocase.review import Edit, EditPatient

__all__ = ["Understood"]


@dataclass(frozen=True)
class Understood:
    """An utterance and what it wants."""

    heard: Heard
    intent: Intent
    words: str = ""
    """For an addition: the words that tell the fact."""
    read: NoteRecord | None = None
    """For an addition: what was read in them."""
    settles: tuple[Edit | EditPatient, ...] = ()
    """What settles the conflict that the assistant has asked about."""
    of_last: bool = False
    """Whether it asks for the time of the very records that were told last: ``and when was that?``."""
    continued: bool = False
    """Whether what it is about was taken from what was said before: ``make it 60``."""
    shows: Tab | None = None
    """What is to be shown on the screen, or said beside the work."""
    offers: Understood | None = None
    """The addition of what it tells, where it is not said whether that is to be added."""
    note: Note | None = None
    """The note that the line is, where it is one and nothing that is said."""
    parts: tuple[Understood, ...] = ()
    """Several questions, corrections or orders that were said in one sentence."""
    again: bool = False
    """Whether it says the sentence before once more, as it was meant; what that one changed is taken back."""
    sure: bool = False
    """Whether the user has said yes to it already."""
    said: str = ""
    """The whole utterance, where parts of it were left out to understand it."""
