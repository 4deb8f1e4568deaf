"""When a pain began, where no onset is recorded as such: by the first time at which it is told."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, quoted, sentence_span
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Finding
from osteocase.review import Session

__all__ = ["onset_of_pain"]

_PAIN = re.compile(r"\b(?:pains?|aches?|aching|sore\w*|hurt\w*)\b", re.IGNORECASE)


def onset_of_pain(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """The first pain that is told, with its sentence; null where another onset is asked for, or none is told."""
    if found.arguments.get("event") != "symptom_onset" or not _PAIN.search(heard.say):
        return None
    told = [one for one in session.case.findings if "pain" in one.concept and one.status == "present"]
    placed = [(at, one) for one in told if one.subject == "patient" and (at := months_of(one)) is not None]
    if not placed:
        return None
    _at, first = min(placed, key=lambda pair: pair[0])
    rows: list[Finding] = [first]
    said = quoted([Passage(first.source.note, *sentence_span(first.source, session))])
    reply = of_records(f"First told:\n{lines(rows)}\n{said.text}", rows)
    return Reply(reply.text, tuple(dict.fromkeys((*reply.sources, *said.sources))), reply.records)
