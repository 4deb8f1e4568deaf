"""What stands nearest to something of which no record is told: other facts of a relative, a reaction, two heights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from osteocase.assistant.answers.absence import asked_for
from osteocase.assistant.answers.body import body_told
from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.subjects.finding import Selection, relatives_of, select
from osteocase.assistant.subjects.passages import holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.records import Bmd, Finding, Lab, Record
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["condition_told", "nearest_told", "noted_then", "other_side", "told_controlled"]


def nearest_told(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """The nearest fact, told as what it is; null where there is none."""
    whose = relatives_of(heard)
    if whose:
        near = [one for one in case_records(session.case) if getattr(one, "subject", "patient") in whose]
        if near:
            who = next(one for one in heard.values("relative") if one != "patient")
            text = f"Not told in the notes of the {who}: nothing about {asked_for(found)}. What is told of the {who}:"
            return of_records(f"{text}\n{lines(near)}", near)
    condition = condition_told(heard, found, session)
    if condition is not None:
        return condition
    if found.arguments.get("concept") == "secondary_osteoporosis":
        out = [one for one in session.case.findings if one.kind == "diagnosis" and one.status == "absent"]
        out = [one for one in out if one.subject == "patient"]
        return of_records(f"Not told in these words. Told as absent:\n{lines(out)}", out) if out else None
    if found.asked == ["side effects"]:
        told = [one for one in passages_of(session) if _REACTED.search(one.text)]
        return quoted(told) if told else None
    if found.arguments.get("concept") == "height_loss":
        height = [hit for hit in heard.hits if hit.id != "height_loss"]
        asked = Hit(0, 0, "utterance", "patient_height_cm", "patient_field", "height_cm")
        course = Hit(0, 0, "utterance", "trend", "trend")
        return body_told(replace(heard, hits=(asked, course, *height)), session)
    return None


def condition_told(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """``is she anaemic?``: the words of the notes and the values, of which nobody has said what they amount to."""
    named = [hit for hit in heard.hits if hit.group == "condition"]
    analytes = {str(hit.value) if hit.topic == "word" else hit.id for hit in named}
    rows = [one for one in found.records if isinstance(one, Lab)] or [
        one for one in session.case.labs if one.subject == "patient" and _is_of(one.analyte, analytes)
    ]
    if not named or not rows:
        return None
    keys = [word for hit in named for word in heard.words[hit.start : hit.end]]
    told = [one for one in passages_of(session) if any(_STEM.sub("", key) in one.text.casefold() for key in keys)]
    shown = of_records(f"Measured:\n{lines(rows)}", rows)
    if not told:
        return of_records(f"Not told in the notes in these words. It was measured:\n{lines(rows)}", rows)
    said = quoted(told)
    sources = tuple(dict.fromkeys((*said.sources, *shown.sources)))
    return Reply(f"{said.text}\n{shown.text}", sources, shown.records)


def _is_of(analyte: str, wanted: set[str]) -> bool:
    return analyte in wanted or analyte.removesuffix("_corrected") in wanted


_STEM = re.compile(r"(?:ia|ic)$")
"""``anaemia`` and ``anaemic`` are one word of the notes."""
_REACTED = re.compile(
    r"\b(?:reactions?|flu-?like|acute[- ]phase|side[- ]effects?|tolerated|nause\w+|heartburn|rash|fever(?:ish)?|"
    r"adverse)\b",
    re.IGNORECASE,
)


def other_side(heard: Heard, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """``was the left hip scanned in 2022?``: the other side that was, and what a note of that time says of this one."""
    sides = {"left", "right"} & set(heard.words)
    if len(sides) != 1 or not (heard.date or heard.months is not None or heard.has("time")):
        return None
    side = sides.pop()
    bare = replace(heard, words=tuple("the" if one == side else one for one in heard.words), kept_side=None)
    rows = [one for one in select(bare, session, vocabulary).records if isinstance(one, Bmd) and one.side != side]
    if not rows:
        return None
    notes = {one.source.note for one in rows}
    told = [one for one in passages_of(session) if one.note in notes and _left_out(one.text, side)]
    head = "No: the" if is_polar(heard) else "The"
    text = f"{head} {side} side is not told as measured then. Measured then:\n{lines(rows)}"
    reply = of_records(text, rows)
    if not told:
        return reply
    said = quoted(told)
    return Reply(f"{text}\n{said.text}", tuple(dict.fromkeys((*reply.sources, *said.sources))), reply.records)


def _left_out(text: str, side: str) -> bool:
    return re.search(rf"\b{side}\b", text, re.IGNORECASE) is not None and _OUT.search(text) is not None


_OUT = re.compile(
    r"\b(?:prosthes\w+|not\s+(?:measured|assessed|scanned)|excluded|left\s+out|omitted|nail|implant|replacement|"
    r"arthroplasty)\b",
    re.IGNORECASE,
)


_CONTROL = re.compile(
    r"\b(?:(?:well[- ])?controlled|under\s+control|active|(?:in\s+)?remission|quiescent|quiet|settled|stable|flar\w+|"
    r"relaps\w+|well\s+managed)\b",
    re.IGNORECASE,
)


def told_controlled(own: Sequence[Record], heard: Heard, found: Selection, session: Session) -> Reply | None:
    """``is the coeliac disease controlled?``: that it is there is no yes; the sentences that tell it."""
    if not any(isinstance(one, Finding) for one in own) or _CONTROL.search(heard.say) is None:
        return None
    keys = keys_of(heard, found)
    told = [
        one for one in passages_of(session) if _CONTROL.search(one.text) and any(holds(one.text, key) for key in keys)
    ]
    return quoted(told) if told else of_records(f"Not told in these words. What is told:\n{lines(own)}", own)


def noted_then(ever: Sequence[Record], heard: Heard, session: Session) -> list[Record]:
    """``was she smoking in January 2023?``: what a note of that time tells as going on, without a day of its own."""
    if heard.date is None:
        return []
    notes = {note.id for note in session.case.notes if (note.date or "").startswith(heard.date)}
    return [
        one
        for one in ever
        if isinstance(one, Finding)
        and one.time is None
        and one.temporality == "current"
        and any(place.note in notes for place in (one.source, *one.also))
    ]
