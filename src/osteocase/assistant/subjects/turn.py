"""One turn of the conversation: what was said, how it was understood, what is answered and what it changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Source
from osteocase.review import Change

__all__ = ["Turn", "turn_of"]


@dataclass(frozen=True)
class Turn:
    """An answer. Everything that it states about the case rests on ``sources`` or on the records that it names."""

    say: str
    """What the user said."""
    intent: str
    """How it was understood, such as ``ask.value`` or ``correct``; ``unknown`` where it was not."""
    reply: str
    """What is answered, in plain lines."""
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()
    """Changes that were made to the session, and can be undone."""
    command: str | None = None
    """A command that the face must carry out, such as ``make_pdf``."""
    arguments: dict[str, str] = field(default_factory=dict)
    """What the utterance is about, in the names of the records: ``{"analyte": "pth", "months": "6"}``."""
    records: tuple[str, ...] = ()
    """Records that the answer speaks of, the main one first."""
    more_commands: tuple[str, ...] = ()
    """Further commands of the same line, to be carried out after it."""
    instead_of_screen: bool = False
    """The reply is for those who see no screen; where ``command`` can be carried out, that is the answer."""


def turn_of(heard: Heard, intent: str, found: Selection, reply: Reply, changes: tuple[Change, ...] = ()) -> Turn:
    """The turn that an answer makes."""
    return Turn(
        say=heard.say,
        intent=intent,
        reply=reply.text,
        sources=reply.sources,
        changes=changes,
        arguments=dict(found.arguments),
        records=reply.records,
    )
