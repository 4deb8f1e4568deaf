"""A change that is called back in the turn behind it: ``actually no, take that out again``, ``scratch that``.

Said of what was changed just now these words take it back, whatever the change was; a decision on another record is
told by its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.subjects.turn import Turn
from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["is_revoked", "other_meant", "other_of"]

_LEAD = (
    r"(?:(?:oh|ah|uh|er|hm+|no|nope|ok|okay|well|but|and|actually|sorry|pardon|oops|ouch|wait|stop|hold on|hang on|"
    r"on second thoughts?|second thoughts?|my (?:mistake|bad|fault)|i(?: have|['’]ve)? changed my mind|please|pls|then|"
    r"just|can you|could you|let['’]?s|let us|better|rather|that was (?:wrong|a mistake|too (?:fast|quick|soon|early))|"
    r"i was (?:wrong|too (?:fast|quick)))"
    r"[\s,.;:!–-]*)"
)
_WHAT = (
    r"(?:it|that|this|them|those|these|that one|this one|the last one|that last one|the last (?:change|step|thing)|"
    r"both|all of (?:it|them|that))"
)
_AS_BEFORE = (
    r"(?:\s+(?:to\s+)?(?:how|as|the way|what|where)\s+(?:it|that|they|they all)\s+(?:was|were|had been)(?:\s+before)?)?"
)
_DEED = (
    rf"(?:(?:take|put|get|bring|set|turn|roll|change|have|give|leave|pull|move)\s+(?:{_WHAT}\s+)?"
    rf"(?:(?:out|off|in|on|over|away)\s+)?(?:back|again)(?:\s+(?:in|out|off|again|{_WHAT}))*{_AS_BEFORE}"
    rf"|(?:scratch|scrap|strike|cancel|revert|reverse|undo|unmake|withdraw|retract|ignore|forget)(?:\s+{_WHAT})?(?:\s+again)?"
    rf"|(?:do not|don['’]?t|never mind|not)(?:\s+(?:do|make|change|reject|accept|delete|add|take))?(?:\s+{_WHAT})?"
    r"(?:\s+after all)?"
    rf"|(?:delete|remove|reject|unaccept|un-?accept|un-?reject|drop)\s+{_WHAT}\s+(?:again|back|after all))"
)
_BEHIND = (
    r"(?:[\s,.;:!–-]*(?:please|pls|sorry|thanks|thank you|again|after all|my mistake|"
    r"it was (?:right|fine|ok(?:ay)?|correct) (?:before|as it was)))*"
)
_REVOKED = re.compile(rf"\W*(?P<lead>{_LEAD}*)(?P<deed>{_DEED})?{_BEHIND}\W*", re.IGNORECASE)
_HALTS = re.compile(
    r"\bno\b.*\b(?:wait|no|stop|sorry|actually)\b|\b(?:wait|actually|sorry|stop|oops|hold on|hang on|oh)\b.*\bno\b|"
    r"\boops\b|\bchanged my mind\b|\bsecond thoughts?\b|\bthat was (?:wrong|a mistake)|\bi was (?:wrong|too)|"
    r"\bmy mistake\b",
    re.IGNORECASE,
)
"""A lead that calls back by itself; a plain ``no`` answers a question."""


def is_revoked(say: str, last: Turn | None, session: Session) -> bool:
    """Whether it only calls back what was done, just before or, with ``back`` and ``again``, some turns before.

    Args:
        say: what is said.
        last: the turn before.
        session: the case.
    """
    match = _REVOKED.fullmatch(say.strip())
    if last is None or not last.changes:
        return match is not None and match["deed"] is not None and _AGAIN.search(match["deed"]) is not None
    called = match is not None and (match["deed"] is not None or _HALTS.search(match["lead"]) is not None)
    return called or _is_kept(say, last, session) or _was_right(say, last)


_WAS_RIGHT = re.compile(
    rf"\W*{_LEAD}*(?:the\s+|it\s+was\s+)?(?P<old>[-−]?\d+(?:[.,]\d+)?(?:\s?[a-z%µ]+(?:/[a-z]+)?)?|[a-z]{{4,}})\s+"
    r"(?:was|is)\s+(?:right|correct|true|fine|ok(?:ay)?)(?:\s+(?:after all|before|all along|indeed))*\W*",
    re.IGNORECASE,
)


def _was_right(say: str, last: Turn) -> bool:
    """``sorry, 63 was right``, ``right was correct``: what the change has just replaced, and what is not there now."""
    match = _WAS_RIGHT.fullmatch(say.strip())
    before, _, after = last.reply.partition("\n  now: ")
    if match is None or not after or last.intent not in ("correct", "correct.patient"):
        return False
    old = re.compile(rf"(?<![\w.]){re.escape(match['old'].replace('−', '-'))}(?![\w.])", re.IGNORECASE)
    before, after = before.replace("−", "-"), after.partition("\n")[0].replace("−", "-")
    return old.search(before) is not None and old.search(after) is None


_AGAIN = re.compile(r"\b(?:back|again)\b", re.IGNORECASE)
_KEPT = re.compile(
    rf"\W*{_LEAD}*(?:do\s+)?(?:keep|leave|retain)\s+(?P<what>{_WHAT}|(?:the\s+|her\s+|his\s+)?[\w -]{{2,30}}?)"
    r"(?:\s+(?:in|there|in there|in the case|in the list|as it is|as it was|after all|please|then))*\W*",
    re.IGNORECASE,
)


def _is_kept(say: str, last: Turn | None, session: Session) -> bool:
    """``actually keep it``, ``keep the paracetamol``, behind a rejection: it is to stay in the case."""
    match = _KEPT.fullmatch(say.strip())
    if match is None or last is None or last.intent != "delete":
        return False
    names = [f"{word(one).what} {one.source.text}" for one in map(session.record, last.records)]
    what = re.sub(r"^(?:the|her|his)\s+", "", match["what"].casefold())
    return re.fullmatch(_WHAT, what, re.IGNORECASE) is not None or any(what in one.casefold() for one in names)


_OTHER = re.compile(
    rf"\W*{_LEAD}*(?:i\s+meant?\s+|it\s+(?:was|is)\s+|make\s+(?:it|that)\s+|take\s+)?the\s+other(?:\s+(?:one|side|value|record|entry|"
    r"result|fracture|scan|date|visit))?(?:\s+(?:please|i mean|then))*\W*",
    re.IGNORECASE,
)


def other_meant(say: str) -> bool:
    """``no, I meant the other one``, behind a change of one of two."""
    return _OTHER.fullmatch(say.strip()) is not None


def other_of(record: Record, records: Sequence[Record]) -> Record | None:
    """The one other record of the same thing; null where there is none or more than one of them."""
    thing = _but_its_side(record)
    others = [
        one for one in records if one.id != record.id and type(one) is type(record) and _but_its_side(one) == thing
    ]
    there = [one for one in others if getattr(one, "status", None) != "absent"] or others
    return there[0] if len(there) == 1 else None


def _but_its_side(record: Record) -> tuple[object, ...]:
    return tuple(one for one in same_thing(record) if one not in ("left", "right"))
