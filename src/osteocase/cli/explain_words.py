"""What ``osteocase explain`` says of a record, in words that the terminal and the HTML page share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from osteocase.case import record_label
from osteocase.cli.note_view import KINDS, time_words, value_words

if TYPE_CHECKING:
    from osteocase.pipeline.explain import Explanation
    from osteocase.records import Record, Time

__all__ = [
    "CATEGORIES",
    "cue_lines",
    "decision_lines",
    "head_line",
    "kind_of",
    "record_line",
    "section_line",
    "time_lines",
]

CATEGORIES = {
    "negated": "denied",
    "uncertain": "doubtful",
    "historical": "history",
    "dated": "dated",
    "hypothetical": "not so yet",
    "family": "relative",
    "other_subject": "other person",
    "pseudo": "own words only",
}
"""What each category of cue says of the words in its reach."""

_EFFECTS = {
    "historical": "told as history",
    "family": "told of the family",
    "hypothetical": "told as what may come",
    "not_patient": "not told of the patient",
    "allergy": "allergies",
    "current_medication": "current medication",
}


def head_line(explanation: Explanation) -> str:
    """Name, kind and date of the note, as far as they are known."""
    head = explanation.record.note
    return " · ".join(filter(None, (head.path or head.id, head.kind, head.date)))


def section_line(name: str, effect: str) -> str:
    """A section by its name and what it means for the facts in it."""
    told = _EFFECTS.get(effect)
    plain = {"body": "no heading", "other": "heading without a pattern"}.get(name, name.replace("_", " "))
    return f"{plain} ({told})" if told else plain


def kind_of(record: Record) -> str:
    """``lab``, ``fracture``, ...: what a record is."""
    return KINDS[type(record)]


def record_line(record: Record) -> str:
    """A record in one line: what it is of and what it says; without the words that its label has said already."""
    label, value = record_label(record), value_words(record)
    return label if not value or value in label else f"{label}: {value}"


def time_lines(record: Record) -> Iterator[str]:
    """The times of a record with what they were taken for: ``when: in May 2021 = 2021-05``."""
    for name, word in (("time", "when"), ("start", "start"), ("stop", "stop")):
        time: Time | None = getattr(record, name, None)
        if time is not None:
            meaning = _meaning(time)
            yield f"{word}: “{time_words(time)}”" + (f" = {meaning}" if meaning else "")


def _meaning(time: Time) -> str:
    if time.date:
        return time.date + (f" to {time.end}" if time.end else "")
    anchor = (time.anchor or "").replace("_", " ")
    if time.offset is not None and time.offset.value:
        side = "before" if time.offset.value < 0 else "after"
        count = abs(time.offset.value)
        unit = time.offset.unit + ("" if count == 1 else "s")
        return f"age {count}" if time.kind == "age" else f"{count} {unit} {side} {anchor or 'an event not told'}"
    if not anchor:
        return ""
    return f"at {anchor}" if time.offset is not None else f"told from {anchor}"


def decision_lines(explanation: Explanation, record: Record) -> Iterator[str]:
    """How the status of a treatment was decided, where more than one step spoke: the later one has the last word."""
    steps = explanation.decisions.get(record.id, ())
    if len(steps) > 1:
        yield "decided: " + ", then ".join(f"{each.step} {each.status} [{each.rule}]" for each in steps)


def cue_lines(explanation: Explanation, record: Record) -> Iterator[str]:
    """The cues that fired for a record: what each says, its words, its rule."""
    text = explanation.note.text
    for cue in explanation.contexts.get(record.id, ()):
        words = " ".join(text[cue.start : cue.end].split()).rstrip(" :,")
        subject = f", {cue.subject}" if cue.subject and cue.subject != "family" else ""
        yield f"{CATEGORIES.get(cue.category, cue.category)}{subject}: “{words}” [{cue.rule}]"
