"""Of several things that one question names, those that no record holds: said so, or told by the sentences on them."""

from __future__ import annotations

from dataclasses import replace

from osteocase.assistant.finding import unrecorded
from osteocase.assistant.hearing import Heard
from osteocase.assistant.nearest_sentences import is_shown
from osteocase.assistant.passages import holds, passages_of
from osteocase.assistant.turn import Turn
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.review import Session

__all__ = ["with_unrecorded"]

_OF_RECORDS = ("ask.value", "ask.presence", "ask.trend", "ask.when", "ask.extreme", "ask.abnormal")
_MOST = 2


def with_unrecorded(turn: Turn, heard: Heard, session: Session, vocabulary: Vocabulary) -> Turn:
    """``PTH and CTX at baseline?``: an answer on the PTH alone would leave open whether there was a CTX.

    Args:
        turn: the answer so far.
        heard: the question.
        session: the case.
        vocabulary: names for people.
    """
    if turn.changes or turn.command or not turn.records or turn.intent not in _OF_RECORDS:
        return turn
    for label, words in unrecorded(heard, session, vocabulary).items():
        if label.casefold() in turn.reply.casefold() or " ".join(words) in turn.reply.casefold():
            continue
        told = [one for one in passages_of(session) if holds(one.text, words)][:_MOST]
        if any(is_shown(one, turn) for one in told):
            continue
        said = [f"  “{' '.join(one.text.split())}” — note {one.note}" for one in told]
        more = ["The notes say:", *said] if said else [f"Nothing about {label} is recorded in this case."]
        sources = tuple(dict.fromkeys((*turn.sources, *(one.source for one in told))))
        turn = replace(turn, reply="\n".join((turn.reply, *more)), sources=sources)
    return turn
