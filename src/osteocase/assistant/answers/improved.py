"""Which results improved, and how many: by their printed ranges, since which way is better a number does not tell."""

from __future__ import annotations

import re

from osteocase.assistant.answers.courses import course_text
from osteocase.assistant.subjects.finding import Selection, same_thing, select
from osteocase.assistant.subjects.record_times import in_time, with_place
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Lab, Record
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["asks_improved", "improved"]

_ASKS = re.compile(
    r"\b(?:how\s+many|which|what|any|did\s+any|number)\b[^?]*?\b(?:improv\w*|(?:got|get|gotten|becam\w+|went)\s+(?:any\s+)?(?:better|worse)|"
    r"worsen\w*|deteriorat\w*|better|worse)\b",
    re.IGNORECASE,
)
_WAYS = (("Came into its range", ("normal",)), ("Left its range", ("low", "high")))


def asks_improved(heard: Heard, found: Selection) -> bool:
    """Whether it is asked which of all results, or how many, got better or worse."""
    other = heard.has("correct", "add", "delete", "accept", "reason", "extreme", "relative")
    return found.arguments.get("list") == "labs" and not other and _ASKS.search(heard.say) is not None


def improved(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The results that came into their range or left it, with their courses; null if not asked."""
    if not asks_improved(heard, found):
        return None
    labs = [one for one in select(heard, session, vocabulary, with_time=False).records if isinstance(one, Lab)]
    labs = [one for one in labs if one.subject == "patient"]
    rows: dict[tuple[object, ...], list[Record]] = {}
    for one in with_place(in_time(labs), same_thing):
        rows.setdefault(same_thing(one), []).append(one)
    courses = [row for row in rows.values() if len(row) > 1]
    if not courses:
        return of_records("No result was measured more than once.", labs)
    told, used = [], list[Record]()
    for head, ends in _WAYS:
        there = [row for row in courses if _went(row, ends)]
        told.append(f"{head}: {len(there)}{'' if there else '.'}")
        told[-1] += "".join(f"\n  {course_text(row, heard, session)}" for row in there)
        used += [one for row in there for one in row]
    rest = [row for row in courses if not any(_went(row, ends) for _head, ends in _WAYS)]
    for head, within in (("Stayed within it", True), ("Stayed outside it, or no range is printed", False)):
        names = [word(row[0]).what for row in rest if _is_within(row) == within]
        told += [f"{head}: {', '.join(names)}."] if names else []
    head = f"By the printed ranges, of {len(courses)} that were measured more than once, from first to last:"
    return of_records("\n".join([head, *told]), used or [one for row in courses for one in row])


def _went(row: list[Record], ends: tuple[str, ...]) -> bool:
    """Whether it began on the other side of its range, and ended there."""
    first, last = (getattr(one, "flag", None) for one in (row[0], row[-1]))
    return first is not None and last in ends and first not in ends


def _is_within(row: list[Record]) -> bool:
    return all(getattr(one, "flag", None) == "normal" for one in (row[0], row[-1]))
