"""When a pain began, by the first time at which it is told, and how long the patient was well, by the sentences."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, passages_of, quoted, sentence_span
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Finding
from osteocase.review import Session

__all__ = ["onset_of_pain", "well_for"]

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


def well_for(heard: Heard, _found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """``how long was he well after it?``: the sentences that tell how long; null where another length is asked for."""
    match = _WELL.search(heard.say)
    if match is None:
        return None
    state = re.compile(rf"\b{match['state'].split()[0].split('-')[0]}\b", re.IGNORECASE)
    told = [one for one in passages_of(session) if state.search(one.text) and _SPAN.search(one.text)]
    return quoted(told) if told else Reply("How long is not told in the notes.")


_WELL = re.compile(
    r"\bhow\s+long\s+(?:was|were|has|have|did)\s+(?:she|he|they)\s+(?:been\s+|stay(?:ed)?\s+|feel\s+|remain(?:ed)?\s+)?"
    r"(?P<state>well|better|fine|(?:pain|symptom|fracture)[- ]free|stable)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|several|some)(?:\s+and\s+a\s+half)?\s+(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
