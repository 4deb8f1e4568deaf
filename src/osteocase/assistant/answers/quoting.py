"""Where it is written: the words behind a value, and the sentences that hold what is said to be told."""

from __future__ import annotations

import re

from osteocase.assistant.answers.absence import nothing
from osteocase.assistant.answers.overview import patient
from osteocase.assistant.subjects.finding import Selection, values_of
from osteocase.assistant.subjects.passages import Passage, has_word, of_time, passages_of, quoted, sentence_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import word

__all__ = ["asks_what_note_says", "source", "told_where"]

_TOLD_THAT = re.compile(
    r"\b(?:says?|said|mentions?|mentioned|states?|stated|writes?|wrote|reports?|reported|tells?|told(?:\s+you)?|written|documented|"
    r"recorded|noted|stand|read|find|found|from)\b\s*(?:that\b|about\b|where\b|:)?\s*(?P<what>[^?]{3,90})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:notes?|letters?|reports?|summary|summaries|consult|documents?)\s+(?:say|says|said|tell|tells|write|writes|wrote|state|states|"
    r"mention|mentions)\s+(?:anything\s+|something\s+)?(?:about|on|regarding|of)\s+(?P<what>[^?]{3,60})",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ("the", "and",
     "she", "her", "his", "him", "was", "were", "has", "had", "have", "that", "this", "being", "been", "with",
     "from", "for", "any", "are", "did", "does", "they", "there", "note", "notes", "letter", "patient", "when", "what",
     "which", "who", "you", "your", "about", "where", "its", "not", "into", "over")
)  # fmt: skip
_LEAST = 2
_MOST = 3
_FEW = 3
"""Words up to which a place is told with its sentence."""


def told_where(heard: Heard, session: Session) -> Reply | None:
    """The sentences with all telling words of the clause; null where there are none or too many.

    A single word names a record, whose own places are the better answer.
    """
    match = _TOLD_THAT.search(heard.say)
    words = _telling(match["what"]) if match is not None else []
    if len(words) < _LEAST:
        return None
    found = _holding(words, heard, session)
    return quoted(found) if 0 < len(found) <= _MOST else None


def asks_what_note_says(heard: Heard, session: Session, intent: str = "unknown") -> Reply | None:
    """``what did the note say about tapering?``: the sentences with this word; null where there are none.

    Args:
        heard: the utterance.
        session: the case.
        intent: how it is understood so far; where a record is named, only of a drug the sentences tell more than it.
    """
    asked = intent in ("ask.count", "unknown") or (intent == "ask.source" and bool(heard.drugs))
    match = _ABOUT.search(heard.say) if asked else None
    words = _telling(match["what"]) if match is not None else []
    found = _holding(words, heard, session) if words else []
    return quoted(found) if found else None


def _telling(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z][a-z'’-]{2,}", text.casefold()) if word not in _SMALL]


def _holding(words: list[str], heard: Heard, session: Session) -> list[Passage]:
    """Sentences with all the words; else those that hold one and go on, by a pronoun, from one with the others."""
    found = [one for one in passages_of(session) if all(has_word(one.text, word) for word in words)]
    return of_time(found or (_going_on(words, session) if len(words) > 1 else []), heard, session)


def _going_on(words: list[str], session: Session) -> list[Passage]:
    found: list[Passage] = []
    before: Passage | None = None
    for one in passages_of(session):
        own = [word for word in words if has_word(one.text, word)]
        near = before is not None and before.note == one.note and _POINTS.search(one.text) is not None
        if before is not None and own and near and all(word in own or has_word(before.text, word) for word in words):
            found += [before, one]
        before = one
    return list(dict.fromkeys(found))


_POINTS = re.compile(r"\b(?:it|this|that|they|these|them)\b", re.IGNORECASE)


def source(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The words of the note behind a value."""
    records = list(found.records)
    numbers = {figure.value for figure in heard.figures}
    if numbers:
        pool = records or list(case_records(session.case))
        records = [one for one in pool if numbers & {*values_of(one), *(-number for number in values_of(one))}]
        records = [one for one in records if numbers & set(values_of(one))] or records
        records = _in_unit(heard, records)
        if not records:
            shown = ", ".join(f"{number}" for number in sorted(numbers))
            derived = [one for one in session.case.derived if one.value in numbers]
            if derived:
                known = [one for one in case_records(session.case) if one.id in derived[0].records]
                return of_records(
                    f"{shown} was computed: {derived[0].label}, {derived[0].formula}, from\n{lines(known)}", known
                )
            if heard.has("patient_field"):
                return patient(heard, session)
            return Reply(f"No record holds {shown}.")
    elif heard.has("patient_field") and not found.named:
        return patient(heard, session)
    elif not found.named and focus is not None:
        records = [one for one in session.records if one.id == focus]
    if not records:
        return (
            nothing(heard, found, session, vocabulary)
            if found.named
            else Reply("Of which value? Name it, or say its number.")
        )
    told = []
    for record in records[:8]:
        told.append(word(record).sentence())
        for number, place in enumerate((record.source, *record.also[:3])):
            rule = f", rule {record.rule}" if not number else ""
            where = "stated by you" if record.rule == "author" else f"note {place.note}{rule}"
            text = place.text if len(place.text.split()) > _FEW else sentence_of(place, session)
            told.append(f"  “{' '.join(text.split())}” — {where}")
    reply = of_records("\n".join(told), records[:8])
    places = [place for record in records[:8] for place in (record.source, *record.also[:3])]
    return Reply(reply.text, tuple(dict.fromkeys(places)), reply.records)


def _in_unit(heard: Heard, records: list[Record]) -> list[Record]:
    """``where does 38 pg/mL come from?``: of what holds the number that in this unit, where there is such."""
    said = {_plain(figure.unit) for figure in heard.figures if figure.unit}
    units = {one.id: _plain(getattr(one, "unit", None) or getattr(one, "dose_unit", None) or "") for one in records}
    return [one for one in records if units[one.id] in said] or records


def _plain(unit: str) -> str:
    return re.sub(r"[\s{}_]", "", unit).casefold().replace("μ", "µ")
