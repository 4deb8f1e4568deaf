"""A field of the patient put right: what is recorded already is said so, and a day alone is that of its event."""

from __future__ import annotations

from osteocase.assistant.answers import overview
from osteocase.assistant.answers.body import of_which_visit
from osteocase.assistant.changes.changed import in_days
from osteocase.assistant.changes.corrections import correct
from osteocase.assistant.changes.guarding import of_patient
from osteocase.assistant.changes.patients import correct_patient, of_other_day
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Change, Session, Several
from osteocase.review.wording import word

__all__ = ["made_of_patient", "patient_changed"]

_EVENTS = {"lactating": "weaning", "menopause_age_years": "menopause"}
"""Fields whose day is that of an event."""
_SAME = "That is what is recorded already."


def patient_changed(
    heard: Heard, whole: Heard, session: Session, vocabulary: Vocabulary
) -> tuple[Reply, tuple[Change, ...]]:
    """Put a field of the patient right, and say what it was."""
    change = correct_patient(heard, dict(session.case.patient))
    if isinstance(change, str):
        return Reply(change), ()
    other_day = of_other_day(change.fields, heard, session) or of_which_visit(change.fields, heard, session)
    if other_day is not None:
        return Reply(other_day), ()
    if all(getattr(session.case.patient, name, None) == value for name, value in change.fields.items()):
        return _its_day(heard, list(change.fields), session, vocabulary)
    left = of_patient(whole, change, session, vocabulary)
    if left is not None:
        return Reply(left), ()
    return made_of_patient(change, session)


def made_of_patient(change: Change, session: Session) -> tuple[Reply, tuple[Change, ...]]:
    """Make a change of the patient, and say how it was and how it is now."""
    was = overview.of_patient((change,), session)
    made = session.apply(change)
    now = overview.of_patient((change,), session)
    if not was:
        return Reply(f"Added: {now}\nSay undo to take it back."), (made,)
    return Reply(f"Corrected: {was}\n  now: {now}\nSay undo to take it back."), (made,)


def _its_day(
    heard: Heard, fields: list[str], session: Session, vocabulary: Vocabulary
) -> tuple[Reply, tuple[Change, ...]]:
    """``breastfeeding stopped on the 16th, not the 15th``: the day of the event that the field rests on."""
    kinds = {_EVENTS.get(one) for one in fields}
    events = [one for one in session.case.events if one.kind in kinds]
    dated = heard.day is not None or heard.date is not None or heard.month_day is not None
    if not dated or len(events) != 1:
        return Reply(_SAME), ()
    wish = correct(heard, Selection([*events], named=True), session, vocabulary, None)
    if not wish.edits:
        return Reply(wish.question or _SAME), ()
    days = in_days(events[0], wish.edits, session)
    made = session.apply(wish.edits[0] if len(wish.edits) == 1 else Several(changes=wish.edits))
    return Reply(f"Corrected: {word(events[0]).sentence()}\n  now: {days}\nSay undo to take it back."), (made,)
