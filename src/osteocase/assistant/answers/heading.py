"""The answer with its yes or no in front, with the dates of what it tells, and with new fractures called new."""

from __future__ import annotations

from dataclasses import replace

from osteocase.assistant.answers.polar import headed
from osteocase.assistant.subjects.dated import places_of_times, with_dates
from osteocase.assistant.subjects.reply import Reply, with_new
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["with_head"]


def with_head(turn: Turn, heard: Heard, found: Selection, session: Session) -> Turn:
    """The turn as it is told; one that changed something or runs a command stays as it is."""
    if turn.changes or turn.command:
        return turn
    reply = headed(Reply(turn.reply, turn.sources, turn.records), turn.intent, heard, found, session)
    shown = [one for one in session.records if one.id in reply.records]
    text = with_new(replace(reply, text=with_dates(reply.text, shown, session)), session)
    named = [one for one in shown if one.source in turn.sources]
    places = tuple(dict.fromkeys((*turn.sources, *places_of_times(named, session))))
    return replace(turn, reply=text, sources=places)
