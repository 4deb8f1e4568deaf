"""``What happened after that?``: what followed upon the thing that was spoken of last."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.finding import select
from osteocase.assistant.subjects.record_times import months_of
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["AFTER_WHAT", "asks_what_followed", "heard_after"]

_ASKED = "what happened after that?"
"""What such a question is heard as."""
AFTER_WHAT = "After what? Name it, for example: what happened after the fracture?"
_LEAD = r"^\W*(?:(?:and|so|ok|okay|but|well)\W+)*"
_SINCE = (
    r"(?:(?:right|soon|shortly|directly)\s+)?(?:after(?:wards?)?(?:\s+(?:that|this|it|then))?|then|next|since(?:\s+then)?|"
    r"later(?:\s+on)?|from\s+(?:then|there)(?:\s+on)?)\W*$"
)
_WHOLE = re.compile(
    rf"{_LEAD}(?:so\s+)?what(?:['’]?s)?\s+(?:all\s+|else\s+)?(?:happened|happens|came|followed|occurred|was\s+done|went\s+on|"
    rf"did\s+(?:they|we|you|the\s+doctors?)\s+do)\s+(?:to\s+(?:her|him)\s+|with\s+(?:her|him)\s+)?{_SINCE}",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"^\W*(?:and\s+then|then\s+what|what\s+then|what\s+next|what\s+followed|and\s+afterwards?|"
    r"(?:and\s+|what\s+about\s+|anything\s+)after\s+(?:that|this))\W*$",
    re.IGNORECASE,
)
_ENDED = frozenset(
    ("stop", "stopped", "end", "ended", "finish", "finished", "complete", "completed", "discontinued", "last")
)
_THEN = re.compile(r"^\W*(?:and\s+then|then\s+what|what\s+then|and\s+afterwards?)\W*$", re.IGNORECASE)
_MEASURED = frozenset(("analyte", "bmd_site", "score"))
_SAME_DAY = Decimal("0.02")


def asks_what_followed(heard: Heard, last: Heard | None) -> bool:
    """Whether it asks that; behind a value ``and then?`` asks for the next value."""
    if heard.date is not None or heard.months is not None or heard.moment is not None:
        return False
    of_value = last is None or any(hit.topic in _MEASURED for hit in last.hits) or last.has("measure")
    return _WHOLE.match(heard.say) is not None or (_SHORT.match(heard.say) is not None and not of_value)


def heard_after(
    say: str, last: Heard | None, hear: Callable[[str], Heard], session: Session, vocabulary: Vocabulary
) -> Heard:
    """The utterance taken apart; one that asks what followed, with the time of what was spoken of.

    Args:
        say: what is said.
        last: what was spoken of before.
        hear: takes an utterance apart.
        session: the case.
        vocabulary: the words to listen for.
    """
    of_value = last is not None and any(hit.topic in _MEASURED for hit in last.hits)
    heard = hear("and after that?" if of_value and _THEN.match(say) else say)
    return _placed(hear(_ASKED), last, session, vocabulary) if last and asks_what_followed(heard, last) else heard


def _placed(heard: Heard, last: Heard, session: Session, vocabulary: Vocabulary) -> Heard:
    """The question with the time of what was told last; as it is where that has none."""
    records = select(last, session, vocabulary).records
    ended = bool(_ENDED & set(last.words))
    places = [
        at
        for one in records
        if getattr(one, "subject", "patient") == "patient" and getattr(one, "status", "present") != "absent"
        and (
            at := one.stop.months if ended and isinstance(one, Treatment) and one.stop is not None else months_of(one)
        ) is not None
    ]  # fmt: skip
    if not places and last.moment is None:
        return heard
    at = max(places) if places else (last.moment.until or last.moment.months if last.moment is not None else Decimal(0))
    return replace(heard, moment=Moment("after", at, slack=_SAME_DAY))
