"""What goes on from a change that was made just now: another record with the same wish, or another value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from osteocase.assistant.subjects.finding import select
from osteocase.assistant.subjects.times import date_of, months_of
from osteocase.assistant.understanding.following import goes_with, with_wish
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.understood import Understood
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Record
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["gone_on"]

_DECIDES: tuple[Intent, ...] = ("accept", "delete", "defer")
_AND = re.compile(
    r"^\W*(?:(?:thx|thanks|thank you|ok|okay|good|right|sorry|oh|ah)\W+)*(?:and|also|plus|likewise)\b", re.I
)


def gone_on(
    whole: Understood,
    last: Heard | None,
    corrected: Record | None,
    session: Session,
    vocabulary: Vocabulary,
    one: Callable[[str], Understood],
) -> Understood:
    """``and the TSH 1.3``, behind a change: another one, of the same time if there is one of that time.

    Args:
        whole: what is understood by itself.
        last: what was spoken of before.
        corrected: the record that was changed just now; null where none was.
        session: the case.
        vocabulary: the words that are listened for.
        one: understands another sentence.
    """
    if corrected is None or whole.intent not in ("ask.value", "ask.presence") or whole.heard.is_question:
        return whole
    wish: Intent | None = next((each for each in _DECIDES if last is not None and last.starts_with(each)), None)
    if wish is not None and goes_with(whole.heard):
        return replace(whole, intent=wish, heard=with_wish(whole.heard, wish), offers=None)
    lead = _AND.match(whole.heard.say)
    if not whole.heard.figures or lead is None:
        return whole
    heard, months, untimed = whole.heard, months_of(corrected), whole.heard.months is None is whole.heard.date
    if corrected.source.note == AUTHOR_NOTE:  # beside what was just added, another one is new as well
        day = date_of(getattr(corrected, "time", None), corrected, session) if untimed else None
        return one(f"add {heard.say[lead.end() :].strip()}{f' on {day}' if day else ''}")
    if untimed and months is not None:
        timed = replace(heard, months=months)
        heard = timed if select(timed, session, vocabulary).records else heard
    return replace(whole, intent="correct", heard=heard, offers=None)
