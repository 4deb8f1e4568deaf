"""What is new since a visit: ``anything new since the last visit?``, ``what has changed since the first letter?``."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.happenings import in_order
from osteocase.assistant.subjects.passages import passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["asks_since", "since"]

_VISIT = r"(?:visits?|review|clinic|appointment|letter|note|consultation|consult|time|seen|follow-?up)"
_ASKS = re.compile(
    r"\b(?:anything|something|any\s+(?:news|changes?|events?|developments?)|news|what(?:['’]?s)?|whats)\b[^?]{0,40}?\bsince\s+"
    rf"(?:(?:the|her|his|our|my|she was|he was|we)\s+)*"
    rf"(?P<which>last|first|previous|initial|prior|latest|(?:19|20)\d\d)\s*(?:\w+\s+)?{_VISIT}\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|well|then|tell me|hi|hello)\W+)*(?:"
    r"what(?:['’]?s|\s+is|\s+was|\s+has|\s+have)?\s+(?:all\s+|been\s+)*(?:new|changed?|different)|"
    r"(?:is\s+there\s+|are\s+there\s+|was\s+there\s+)?any(?:thing)?\s+(?:news?|changed?|changes|different|updates?)|"
    r"(?:did|has|have|is)\s+(?:anything|something|things|much)\s+(?:else\s+)?(?:been\s+)?(?:new|changed?|different))"
    r"(?:\s+(?:lately|recently|now|today|this time|since(?: then)?|since last time|"
    r"(?:at|in|on|from)\s+(?:the\s+|her\s+|his\s+)?"
    rf"(?:last|latest|most recent)\s+{_VISIT}))*\W*$",
    re.IGNORECASE,
)
"""``did anything change?``, ``what's new?``: since the visit before the last one."""
_CLINICAL = frozenset(
    ("analyte", "score", "site", "bone", "level", "measure", "concept", "agent", "modality", "subject")
)
_SENTENCES = 6
_WHOLE = 40
_WORDS = 4
"""Words above which a line of a note is a sentence."""


def asks_since(heard: Heard, found: Selection) -> bool:
    """Whether it is asked what is new since a visit, and nothing is named."""
    if found.arguments.keys() & _CLINICAL or heard.has("correct", "add", "delete", "accept", "defer"):
        return False
    if found.arguments.get("list", "all") not in ("all", "events"):
        return False
    return _ASKS.search(heard.say) is not None or _NEWS.match(heard.say) is not None


def since(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """What the notes after that visit tell; of the last visit what is new in its own note."""
    if not asks_since(heard, found):
        return None
    match = _ASKS.search(heard.say)
    dated = sorted((note.date, note.id) for note in session.case.notes if note.date)
    if not dated:
        return None
    which = match["which"].casefold() if match is not None else "last"
    if which.isdecimal():
        before = [date for date, _name in dated if date[:4] <= which]
        at = before[-1] if before else ""
    else:
        at = dated[0][0] if which in ("first", "initial") else dated[-1][0]
    head = f"Told since {at}:"
    if at == dated[-1][0]:
        earlier = [date for date, _name in dated if date < at]
        head = f"The last note is of {at}; none tells of anything after it."
        if not earlier:
            return Reply(head)
        head = f"{head} New in it, since the note of {earlier[-1]}:"
        at = earlier[-1]
    later = [name for date, name in dated if date > at]
    new = [one for one in case_records(session.case) if one.source.note in later and not _is_visit(one)]
    new = [one for one in new if getattr(one, "subject", "patient") == "patient"]
    facts: list[Record] = [one for one in in_order(new, session) if not isinstance(one, Lab | Bmd | Score)]
    measured = in_time([one for one in new if isinstance(one, Lab | Bmd | Score)], session)
    words = [one for one in passages_of(session) if one.note in later and len(one.text.split()) > _WORDS]
    said = quoted(words) if 0 < len(words) <= _SENTENCES else Reply("")
    rows = "\n".join(filter(None, (lines(facts, whole=len(facts) <= _WHOLE), lines(measured) if measured else "")))
    told = of_records(rows, [*facts, *measured]) if rows else Reply("")
    text = "\n".join(filter(None, (head, told.text, said.text)))
    return Reply(text, tuple(dict.fromkeys((*told.sources, *said.sources))), told.records)


def _is_visit(one: Record) -> bool:
    return isinstance(one, Event) and one.kind == "visit"
