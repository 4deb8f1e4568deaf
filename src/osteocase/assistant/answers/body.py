"""Weight, height and body mass index over the notes: each note tells its own, and the case keeps the first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.subjects.passages import sentence_of
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.times import dated
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Source
from osteocase.review import Session

__all__ = ["body_told", "of_which_visit"]

_FIELDS = {
    "weight_kg": ("Weight", "kg"), "height_cm": ("Height", "cm"), "bmi_kg_m2": ("Body mass index", "kg/m²"),
}  # fmt: skip
_UP = frozenset(
    ("up", "gain", "gained", "gaining", "increase", "increased", "increasing", "rise", "rising", "rose", "risen",
     "more", "heavier", "higher", "growing", "grow", "grown", "grew", "taller", "put", "putting")
)  # fmt: skip
_DOWN = frozenset(
    ("down", "lose", "losing", "lost", "loss", "decrease", "decreased", "decreasing", "fall", "falling", "fell",
     "fallen", "less", "lighter", "lower", "drop", "dropping", "dropped", "shrink", "shrunk", "shorter")
)  # fmt: skip
_STAYS = frozenset(("stable", "steady", "same", "unchanged", "constant"))
_VISIT_DAYS = 31
"""Days that a note may lie beside the time that is asked for."""
_DAY = len("2024-03-05")


_FORMER = re.compile(
    r"\bused?\s+to\b|\b(?:original|former(?:ly)?|previous(?:ly)?|once|taller\b[^?]*\b(?:before|then|earlier|past)|peak|maximum|maximal|young\w*|earlier)\b",
    re.IGNORECASE,
)
"""The height that somebody had when young, which only the words of a loss of height tell."""
_NO_FORMER = Reply("No former height is told in any note.")


class _Told(NamedTuple):
    value: Decimal
    date: str
    source: Source


def body_told(heard: Heard, session: Session) -> Reply | None:
    """What the notes tell one after the other; null where no such field is asked for, or all tell the same."""
    fields = [one for one in dict.fromkeys(heard.values("patient_field")) if one in _FIELDS]
    if not fields or len(fields) < len(set(heard.values("patient_field"))) or heard.has("source", "relative"):
        return None
    if heard.figures and not heard.is_question:
        return None
    if fields == ["height_cm"] and _FORMER.search(heard.say):
        lost = [one for one in session.case.findings if one.concept == "height_loss" and one.subject == "patient"]
        said = dict.fromkeys(" ".join(sentence_of(one.source, session).split()) for one in lost)
        return of_records("\n".join(f"“{one}”" for one in said), lost) if lost else _NO_FORMER
    replies = [_of_field(field, heard, session) for field in fields]
    told = [one for one in replies if one is not None]
    if len(told) < len(replies):
        return None
    sources = tuple(dict.fromkeys(source for one in told for source in one.sources))
    return Reply("\n".join(one.text for one in told), sources)


def of_which_visit(change: Mapping[str, object], heard: Heard, session: Session) -> str | None:
    """What is asked where a new weight lies nearer to that of a later note than to the one that is kept; else null."""
    for field, value in change.items():
        rows = _rows(field, session) if field in _FIELDS and isinstance(value, Decimal) else []
        now = getattr(session.case.patient, field, None)
        if not isinstance(value, Decimal) or now is None or len({one.value for one in rows}) < 2:
            continue
        denied = any(figure.negated for figure in heard.figures)
        nearest = min(rows, key=lambda one: abs(one.value - value))
        if (
            denied
            or heard.has("time")
            or heard.date is not None
            or heard.notes
            or abs(nearest.value - value) >= abs(now - value)
        ):
            continue
        label, unit = _FIELDS[field]
        told = ", ".join(f"{one.value} {unit} ({one.date})" for one in rows)
        return (
            f"Of which visit? {label} is told as {told}; kept is {now} {unit}, and nothing was changed. "
            f"To replace it, say: the first {label.lower()} was {value}."
        )
    return None


def _of_field(field: str, heard: Heard, session: Session) -> Reply | None:
    rows = _rows(field, session)
    now = getattr(session.case.patient, field)
    if not rows or now not in {one.value for one in rows}:
        return None  # one that the author has set
    asked = _at_time(rows, heard, session)
    label, unit = _FIELDS[field]
    if len({one.value for one in rows}) < 2 and asked:
        if not (heard.has("trend") or set(heard.words) & (_UP | _DOWN | _STAYS)):
            return None
        days = ", ".join(one.date for one in rows)
        text = f"{label}: {rows[0].value} {unit} ({days})"
        head = "told only once, so no change can be given" if len(rows) == 1 else "the same each time"
        return Reply(f"{text}; {head}", tuple(one.source for one in rows))
    wish = next(iter(heard.values("extreme")), None)
    if wish in ("highest", "lowest") and not heard.has("trend"):
        pick = (max if wish == "highest" else min)(asked, key=lambda one: one.value)
        asked = [pick]
    if not asked:
        told = ", ".join(f"{one.value} {unit} ({one.date})" for one in rows)
        return Reply(f"{label}: not told at that time. It is told as {told}.", tuple(one.source for one in rows))
    if len(asked) == 1:
        return Reply(f"{label}: {asked[0].value} {unit} ({asked[0].date})", (asked[0].source,))
    course = " → ".join(f"{one.value} {unit} ({one.date})" for one in asked)
    change = asked[-1].value - asked[0].value
    sign = "−" if change < 0 else "+"
    text = f"{label}: {course}; {sign}{abs(change)} {unit} from first to last (computed)"
    head = _head(heard, change)
    return Reply(f"{head}\n{text}" if head else text, tuple(one.source for one in asked))


def _rows(field: str, session: Session) -> list[_Told]:
    """What each dated note tells, in the order of time."""
    rows: list[_Told] = []
    for note in session.case.notes:
        read = session.state.read.get(note.id)
        value = getattr(read.patient, field) if read is not None else None
        if read is None or value is None or note.date is None or field not in read.patient.sources:
            continue
        rows.append(_Told(value, note.date, read.patient.sources[field]))
    return sorted(rows, key=lambda one: one.date)


def _at_time(rows: Sequence[_Told], heard: Heard, session: Session) -> list[_Told]:
    """Those of the time that is spoken of."""
    if heard.date is not None:
        return [one for one in rows if one.date.startswith(heard.date)]
    if heard.notes:
        return [one for one in rows if one.source.note in heard.notes] or list(rows)
    if heard.months is not None and heard.other_months is None:
        axis = session.case.case.axis.date
        month = dated(heard.months, session, len("2024-03"))
        if axis is None or month is None or len(month) < len("2024-03"):
            return list(rows)
        day = axis[len("2024-03-") :] or "15"  # month zero may be told without its day
        middle = Date.fromisoformat(f"{month}-{min(day, '28')}")
        near = [(abs((Date.fromisoformat(one.date) - middle).days), one) for one in rows if len(one.date) == _DAY]
        return [one for days, one in sorted(near, key=lambda pair: pair[0]) if days <= _VISIT_DAYS][:1]
    times = set(heard.values("time"))
    if heard.has("trend", "list") or {"first", "last"} <= times or {"baseline", "last"} <= times:
        return list(rows)
    if times & {"first", "baseline"}:
        return list(rows[:1])
    return list(rows[-1:]) if "last" in times else list(rows)


def _head(heard: Heard, change: Decimal) -> str:
    """Yes or no, where it is asked whether it went one way."""
    words = set(heard.words)
    if not is_polar(heard):
        return ""
    if words & _STAYS:
        return "Yes:" if not change else "No:"
    up, down = bool(words & _UP), bool(words & _DOWN)
    if up == down:
        return ""
    return "Yes:" if (change > 0) == up and change else "No:"
