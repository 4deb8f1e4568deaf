"""What was measured once and what again: ``which labs were only done once?``, ``which tests were repeated?``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.dated import moment_text
from osteocase.assistant.subjects.finding import Selection, same_thing, select
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time, months_of, time_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["asks_repeats", "repeats", "was_before"]

_AGAIN = (
    r"(?:repeat(?:ed)?|re-?check(?:ed)?|re-?measured?|re-?test(?:ed)?|redone|followed\s+up|"
    r"(?:measured|checked|tested|done|taken|scanned|determined)\s+(?:again|twice|repeatedly|several\s+times|a\s+second\s+time)|"
    r"more\s+than\s+(?:once|one\s+(?:time|value|result|measurement)))"
)
_ONCE = re.compile(
    r"\b(?:only|just)\s+(?:(?!\d)\w+\s+){0,3}?(?:once|one\s+time|a\s+single\s+time)\b|\bonce\s+only\b"
    r"|\b(?:a\s+single|only\s+one|just\s+one)\s+(?:time|value|result|measurement)\b"
    r"|\b(?:no|without)\s+(?:an?\s+)?(?:follow[- ]?up|repeat|second|later)\s+"
    r"(?:values?|results?|measurements?|tests?)\b"
    rf"|\b(?:not|never|without|\w+n['’]?t)\b[^?.;]{{0,25}}\b{_AGAIN}",
    re.IGNORECASE,
)
_OFTEN = re.compile(rf"\b{_AGAIN}\b", re.IGNORECASE)
_LISTS = frozenset(("labs", "bmd", "scores"))
_NAMED = frozenset(("analyte", "site", "score", "agent", "concept", "bone", "level", "event", "subject"))


def asks_repeats(heard: Heard, found: Selection) -> bool:
    """Whether it is asked which of the things that are measured were measured once, or again."""
    if found.arguments.keys() & _NAMED or heard.has("correct", "add", "delete", "accept", "defer", "reason", "when"):
        return False
    lists = {one.strip() for one in found.arguments.get("list", "").split(",")} - {""}
    asked = heard.is_question or heard.has("ask", "list") or heard.first in ("which", "what", "any")
    return bool(lists) and lists <= _LISTS and asked and bool(_ONCE.search(heard.say) or _OFTEN.search(heard.say))


def repeats(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """Those that were measured once, or those that were measured again; null where nothing of that kind is asked."""
    if not asks_repeats(heard, found):
        return None
    ever = [one for one in select(heard, session, vocabulary, with_time=False).records if _is_measured(one)]
    rows: dict[tuple[object, ...], list[Record]] = {}
    for one in in_time(ever, session):
        rows.setdefault(same_thing(one), []).append(one)
    after = heard.moment is not None and heard.moment.relation in ("after", "between")
    there = {same_thing(one) for one in found.records}
    wants_once = _ONCE.search(heard.say) is not None
    if after:  # of all that was measured, what was measured in that time as well
        chosen = [course for thing, course in rows.items() if (thing in there) != wants_once]
    else:
        chosen = [course for thing, course in rows.items() if thing in there and (_times(course) < 2) == wants_once]
    known = [one for course in chosen for one in course]
    if not known:
        shown = [one for course in rows.values() for one in course]
        return of_records(f"None of {len(rows)}{' in that time' if after else ''}.", shown)
    if wants_once:
        head = "Not measured in that time; told are:" if after else f"Measured only once ({len(chosen)}):"
        return of_records(f"{head}\n{lines(known)}", known)
    told = [f"{word(course[0]).what}: {_times(course)} times ({_span(course, session)})" for course in chosen]
    return of_records("\n".join(told), known)


def was_before(told: Sequence[Record], session: Session) -> bool:
    """Whether what is told was measured before as well, so that it was measured again then."""
    pool: list[Record] = [*session.case.labs, *session.case.bmd, *session.case.scores]
    first = min((at for one in told if (at := months_of(one)) is not None), default=None)
    things = {same_thing(one) for one in told}
    return first is not None and any(
        same_thing(one) in things and (at := months_of(one)) is not None and at < first for one in pool
    )


def _is_measured(one: Record) -> bool:
    return isinstance(one, Lab | Bmd | Score) and getattr(one, "subject", "patient") == "patient"


def _times(course: Sequence[Record]) -> int:
    """How many times: two results of one day are one time."""
    return len({at if (at := months_of(one)) is not None else one.source.note for one in course})


def _span(course: Sequence[Record], session: Session) -> str:
    ends = [moment_text(time_of(one), one, session) for one in (course[0], course[-1])]
    return " to ".join(one or "a time not told" for one in ends)
