"""Answers that need no record of their own: overviews of the case, help, the patient, the title, month zero."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from osteocase.assistant.answers import overview
from osteocase.assistant.answers.ages import age_then
from osteocase.assistant.answers.body import body_told
from osteocase.assistant.answers.nearest import declined, not_understood
from osteocase.assistant.answers.queueing import progress_asked, still_open
from osteocase.assistant.answers.standing_replies import HELP
from osteocase.assistant.changes.axis import axis_set, renamed
from osteocase.assistant.changes.patient_change import patient_changed
from osteocase.assistant.changes.taking_back import make_again
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import told_when
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.note_orders import note_dated
from osteocase.assistant.understanding.others import other_record
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Change, Session

__all__ = ["without_record"]


def without_record(
    heard: Heard, intent: Intent, found: Selection, session: Session, vocabulary: Vocabulary, whole: Heard
) -> tuple[Reply, tuple[Change, ...]]:
    """What is answered, and changed, where no record is needed.

    Args:
        heard: what is said.
        intent: what it wants.
        found: what it names.
        session: the case.
        vocabulary: the words that are listened for.
        whole: the whole utterance, where a part of it was left out.
    """
    overviews: dict[Intent, Callable[[], Reply]] = {
        "ask.summary": partial(overview.summary, session),
        "ask.gap": partial(still_open, heard, session),
        "ask.conflict": partial(overview.conflicts_asked, session, found.records, heard),
        "ask.progress": partial(progress_asked, heard, found, session),
        "ask.patient": lambda: (
            told_when(heard, session)
            or age_then(heard, session)
            or body_told(heard, session)
            or overview.patient_or_change(heard, session)
        ),
        "help": partial(Reply, HELP),
        "redo": partial(make_again, heard, session),
    }
    if intent in overviews:
        return overviews[intent](), ()
    if intent == "correct.patient":
        return patient_changed(heard, whole, session, vocabulary)
    if intent == "correct.visit":
        return note_dated(heard, session)
    if intent == "rename":
        return renamed(heard, session)
    if intent == "set_axis":
        return axis_set(heard, found.records, session, vocabulary)
    other = other_record(heard.say, session)
    if other is not None:
        return Reply(f"{other} stands in no note of this case, and no other patient is open here. Say help."), ()
    decline = declined if intent == "advice" else not_understood
    return Reply(decline(heard, found, session)), ()
