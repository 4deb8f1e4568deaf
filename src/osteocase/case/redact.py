"""A case and its notes without their identifiers: what every report, export and screen shows that leaves the house.

``redact`` gives a whole case once more: the same records, values and checks, with every text sent through one
``Redactor``. The notes become numbered, their texts redacted, and every source points at its words in the redacted
text, so that ``note.text[start:end] == source.text`` holds there too and every line keeps its number. Dates become
months of the axis; ages over 89 become 90.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from osteocase.case.privacy import PrivacyReport, Redactor, Span
from osteocase.lexicon import Lexicon
from osteocase.reading import read_text
from osteocase.records import CaseHeader, CaseRecord, Derived, Model, Note, NoteHeader, Patient, Source, Time

__all__ = ["OLDEST", "PLAIN_FIELDS", "Redacted", "redact"]

OLDEST = Decimal(89)
"""Highest age in years that may be told (45 CFR 164.514(b)(2)(i)(C))."""

_ID_FIELDS = frozenset({"id", "record", "records", "note"})
_DROPPED_FIELDS = frozenset({"date", "end", "path", "sha256"})
"""Calendar dates, paths of files and hashes of the words."""
PLAIN_FIELDS = frozenset({
    "schema_version", "rule", "kind", "analyte", "agent", "concept", "canonical_unit", "loinc", "encoding", "formula",
    "publication", "item", "unit", "bone", "level", "converted", "drug_class", "specimen", "site", "modality", "part",
    "letter", "replaces",
})  # fmt: skip
"""Fields that hold words of osteocase's own, never of a note."""

AnyModel = TypeVar("AnyModel", bound=Model)


@dataclass(frozen=True)
class Redacted:
    """A case and its notes as they may leave, and what was replaced in them."""

    case: CaseRecord
    notes: tuple[Note, ...]
    report: PrivacyReport
    """With the words that were replaced; empty where the case came redacted."""
    redactor: Redactor
    """Sends further texts the same way: what an author writes beside the case, captions, names of pictures."""


def redact(
    case: CaseRecord, notes: Sequence[Note] = (), *, lexicon: Lexicon | None = None, reviewed_by: str | None = None
) -> Redacted:
    """The same case with its identifiers replaced; the case itself when that has been done before.

    Args:
        case: the case as it was built or stored.
        notes: its notes; without them the rules see the quotations alone, and offsets tell nothing.
        lexicon: knowledge to use instead of the one that came with osteocase.
        reviewed_by: who has looked through the result.
    """
    if case.redaction is not None:
        return Redacted(case, tuple(notes), PrivacyReport(()), Redactor(notes, case, lexicon))
    work = _Work(case, notes, lexicon)
    changed = work.case()
    if len(work.texts) < len(case.notes):
        changed = work.again()  # with what the quotations have told of each other
    report = work.redactor.report(reviewed_by=reviewed_by, places=work.places)
    changed = changed.model_copy(update={"redaction": report.summary()})
    return Redacted(changed, tuple(work.texts.values()), report, work.redactor)


class _Moved:
    """Positions of a text in its redacted form."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        pieces: list[str] = []
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._placed: list[tuple[int, int]] = []
        last = length = 0
        for span in spans:
            pieces += [text[last : span.start], span.replacement]
            start = length + span.start - last
            length = start + len(span.replacement)
            self._placed.append((start, length))
            last = span.end
        self.text = "".join([*pieces, text[last:]])

    def start(self, position: int) -> int:
        """Where a stretch begins; one that begins within an identifier takes in the whole stand-in."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        if position < self._ends[index]:
            return self._placed[index][0]
        return self._placed[index][1] + position - self._ends[index]

    def end(self, position: int) -> int:
        """Where a stretch ends; one that ends within an identifier takes in the whole stand-in."""
        index = bisect_left(self._starts, position) - 1
        if index < 0:
            return position
        return self._placed[index][1] + max(0, position - self._ends[index])


class _Work:
    """One redaction under way."""

    def __init__(self, case: CaseRecord, notes: Sequence[Note], lexicon: Lexicon | None) -> None:
        self.redactor = Redactor(notes, case, lexicon)
        self._case = case
        width = max(2, len(str(len(case.notes))))
        headers = [header.id for header in case.notes]
        told = dict.fromkeys([*headers, *(note.id for note in notes)])
        self._names = {name: f"note-{number:0{width}}" for number, name in enumerate(told, 1)}
        self._ids = _alternatives(self._names)
        spans = {note.id: self.redactor.spans(note.text) for note in notes}
        self.places = Counter((span.letter, span.replacement.strip()) for found in spans.values() for span in found)
        self._moved = {note.id: _Moved(note.text, spans[note.id]) for note in notes}
        self._originals = {note.id: note.text for note in notes}
        self.texts = {note.id: read_text(self._moved[note.id].text, note_id=self._names[note.id]) for note in notes}
        self._known: dict[str, str] = {}

    def case(self) -> CaseRecord:
        """The case, field by field."""
        return self._model(self._case)

    def again(self) -> CaseRecord:
        """The case once more, with every identifier that the first time has found, wherever it stands."""
        self.redactor.learn()
        self._known.clear()
        return self.case()

    def _model(self, value: AnyModel) -> AnyModel:
        if isinstance(value, Source):
            return self._source(value)  # type: ignore[return-value]  # a Source is what came in
        changes = {}
        for name in type(value).model_fields:
            old = getattr(value, name)
            new = self._field(value, name, old)
            if new is not old:
                changes[name] = new
        changes.update(self._ages(value))
        return value.model_copy(update=changes) if changes else value

    def _field(self, owner: Model, name: str, value: Any) -> Any:
        match value:
            case Model():
                return self._model(value)
            case tuple():
                return tuple(self._field(owner, name, item) for item in value)
            case dict():
                return {key: self._field(owner, name, item) for key, item in value.items()}
            case str():
                return self._words(owner, name, value)
        return value

    def _words(self, owner: Model, name: str, words: str) -> str | None:
        if isinstance(owner, CaseHeader):
            named = name == "id" or words == owner.id
            return (self.redactor.name(words) if named else self._text(words)) or "case"
        if isinstance(owner, NoteHeader) and name == "sha256" and owner.id in self.texts:
            return self.texts[owner.id].sha256
        if name in _DROPPED_FIELDS or (
            isinstance(owner, NoteHeader) and name == "title" and owner.id not in self.texts
        ):
            return None  # the first line of a note names its patient more often than not
        if name in _ID_FIELDS:
            return self._ids.sub(lambda match: self._names[match.group()], words)
        if name in PLAIN_FIELDS:
            return words
        return self._text(words)

    def _text(self, words: str) -> str:
        if words not in self._known:
            numbered = self._ids.sub(lambda match: self._names[match.group()], words)
            self._known[words] = self.redactor.text(numbered)
        return self._known[words]

    def _source(self, source: Source) -> Source:
        note = self._names.get(source.note, source.note)
        moved = self._moved.get(source.note)
        if moved is not None and self._originals[source.note][source.start : source.end] == source.text:
            start, end = moved.start(source.start), moved.end(source.end)
            return Source(note=note, start=start, end=end, text=moved.text[start:end])
        text = self._text(source.text)
        return Source(note=note, start=source.start, end=source.start + len(text), text=text)

    def _ages(self, value: Model) -> dict[str, Any]:
        """Ages over 89, and times from which such an age could be told."""
        match value:
            case Patient() if value.age_years is not None and value.age_years > OLDEST:
                return {"age_years": OLDEST + 1, "age_text": "90 or older"}
            case Derived() if value.kind.startswith("age") and value.value is not None and value.value > OLDEST:
                return {"value": OLDEST + 1, "text": "90 or older"}
            case Time() if value.kind == "age" and value.offset is not None and _years(value) > OLDEST:
                return {"offset": value.offset.model_copy(update={"value": OLDEST + 1, "unit": "year"}), "months": None}
            case Time() if value.months is not None and abs(value.months) > 12 * OLDEST:
                return {"months": None}
            case NoteHeader() if value.id in self._moved:
                moved = self._moved[value.id]
                sections = tuple(
                    part.model_copy(update={"start": moved.start(part.start), "end": moved.end(part.end)})
                    for part in value.sections
                )
                return {"sections": sections}
        return {}


def _years(time: Time) -> Decimal:
    assert time.offset is not None
    return time.offset.value / {"year": 1, "month": 12, "week": 52, "day": 365}[time.offset.unit]


def _alternatives(names: Sequence[str] | dict[str, str]) -> re.Pattern[str]:
    """Ids of notes wherever they stand in ids of records and checks, the longest first."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?![\w.-])")
