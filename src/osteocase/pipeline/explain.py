"""Why a note was read as it was: its records with the cues, sections and times that the pipeline saw around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from osteocase.pipeline import load
from osteocase.pipeline.context.finder import Context, Cue
from osteocase.pipeline.entries import entries_of, entry_notes, joined, order_of
from osteocase.pipeline.factories import DRAFTS
from osteocase.pipeline.matching.knowledge import Knowledge, knowledge_of
from osteocase.pipeline.note_records import note_record
from osteocase.pipeline.scan import DAY_FIRST, Scan, scan_of
from osteocase.pipeline.text.sections import SectionSpan
from osteocase.pipeline.times.order import day_order, named_day_first, open_dates
from osteocase.pipeline.treatments.find import DECISIONS
from osteocase.records import Note, NoteRecord, Record, RecordLists

__all__ = ["CueReach", "Decision", "Explanation", "SeenTime", "explain"]


class CueReach(NamedTuple):
    """A context cue and how far it reaches to either side, as character offsets into the note."""

    start: int
    end: int
    left: int
    right: int
    category: str
    rule: str


class Decision(NamedTuple):
    """What one step of the decision on a treatment said: ``sequel``, ``stopped``, ``treatments.sequel``."""

    step: str
    status: str
    rule: str


class SeenTime(NamedTuple):
    """A time expression and what it was taken for: ``2021-05-03``, ``-2 year from note_date``."""

    start: int
    end: int
    kind: str
    meaning: str


@dataclass(frozen=True)
class Explanation:
    """A note as the pipeline saw it."""

    note: Note
    record: NoteRecord
    sections: tuple[SectionSpan, ...]
    """They cover the note without gaps."""
    sentences: tuple[tuple[int, int], ...]
    cues: tuple[CueReach, ...]
    """Every cue that speaks of something, whether or not a record stands in its reach."""
    times: tuple[SeenTime, ...]
    contexts: dict[str, tuple[Cue, ...]]
    """Id of a record to the cues that fired for it."""
    decisions: dict[str, tuple[Decision, ...]]
    """Id of a treatment to the steps that decided on its status, the last word last."""
    day_order: str | None
    """How slashed dates that can be read in two ways were read, and why; None where there is none."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All records in the order of the text."""
        found = [record for name in RecordLists.model_fields for record in getattr(self.record, name)]
        return tuple(sorted(found, key=lambda each: (each.source.start, each.source.end, each.id)))


def explain(note: Note, *, patterns: Sequence[Path] = (), day_first: bool | None = None) -> Explanation:
    """Read one note and keep what the reading was made from; the records are those of ``extract``."""
    knowledge = knowledge_of(tuple(patterns))
    if day_first is None:
        day_first = named_day_first(note.id, note.text)
    entries = entries_of(note.text, knowledge, day_first)
    if not entries:
        return _explained(note, knowledge, patterns, day_first)
    order = order_of(note.text, day_first)
    parts = [_explained(part, knowledge, patterns, order) for part in entry_notes(note, entries)]
    record, names = joined(note, entries, [part.record for part in parts])
    found = Explanation(note, record, (), (), (), (), {}, {}, _told_order(note, day_first))
    for entry, part, named in zip(entries, parts, names, strict=True):
        found = _with_entry(found, part, entry.start, named)
    return found


def _told_order(note: Note, day_first: bool | None) -> str | None:
    return day_order(note.text, day_first, name=note.id).told if open_dates(note.text) else None


def _with_entry(whole: Explanation, part: Explanation, by: int, names: Mapping[str, str]) -> Explanation:
    """An explanation with that of a further entry, which begins at character ``by`` of the note."""
    moved = {
        name: tuple(replace(cue, start=cue.start + by, end=cue.end + by) for cue in cues)
        for name, cues in part.contexts.items()
    }
    return replace(
        whole,
        sections=(
            *whole.sections,
            *(each._replace(start=each.start + by, body=each.body + by, end=each.end + by) for each in part.sections),
        ),
        sentences=(*whole.sentences, *((start + by, end + by) for start, end in part.sentences)),
        cues=(
            *whole.cues,
            *(
                CueReach(each.start + by, each.end + by, each.left + by, each.right + by, each.category, each.rule)
                for each in part.cues
            ),
        ),
        times=(*whole.times, *(each._replace(start=each.start + by, end=each.end + by) for each in part.times)),
        contexts={**whole.contexts, **{names[name]: cues for name, cues in moved.items()}},
        decisions={**whole.decisions, **{names[name]: steps for name, steps in part.decisions.items()}},
    )


def _explained(note: Note, knowledge: Knowledge, patterns: Sequence[Path], day_first: bool | None) -> Explanation:
    nlp = load(patterns=patterns)
    doc = nlp.make_doc(note.text)
    if day_first is not None:
        doc.user_data[DAY_FIRST] = day_first
    doc = nlp(doc)
    scan = scan_of(doc, knowledge)
    record = note_record(note, scan, doc.user_data[DRAFTS])
    stored, edge = scan.places.stored, scan.places.edge
    asked = dict(sorted(scan.contexts.asked.items()))
    explanation = Explanation(
        note=note,
        record=record,
        sections=tuple(
            each._replace(start=edge(each.start), body=edge(each.body), end=edge(each.end)) for each in scan.sections
        ),
        sentences=tuple((edge(start), edge(end)) for start, end in scan.sentences),
        cues=tuple(
            CueReach(
                *stored(scope.start, scope.end),
                *stored(scope.left, scope.right),
                scope.category,
                scope.entry.id,
            )
            for scope in scan.contexts.scopes.all()
        ),
        times=tuple(_seen_times(scan)),
        contexts={},
        decisions={each.id: _decided(scan, each) for each in record.treatments},
        day_order=_told_order(note, day_first),
    )
    starts = [start for start, _ in asked]
    for each in explanation.records:
        explanation.contexts[each.id] = _fired(scan, each, asked, starts)
    return explanation


def _fired(scan: Scan, record: Record, asked: dict[tuple[int, int], Context], starts: Sequence[int]) -> tuple[Cue, ...]:
    """Cues of the stretches within the record's words that components asked about; else of the words as a whole."""
    spans = list(asked)
    found: dict[Cue, None] = {}
    was_asked = False
    for source in (record.source, *record.also):
        first, last = scan.places.plain(source.start, source.end)
        for start, end in spans[bisect_left(starts, first) : bisect_left(starts, last)]:
            if end <= last:
                was_asked = True
                found.update(dict.fromkeys(asked[start, end].cues))
    if not was_asked:
        found.update(dict.fromkeys(scan.context(*scan.places.plain(record.source.start, record.source.end)).cues))
    cues = (
        replace(cue, start=start, end=end) for cue in found for start, end in [scan.places.stored(cue.start, cue.end)]
    )
    return tuple(sorted(cues, key=lambda cue: (cue.start, cue.end, cue.category)))


def _decided(scan: Scan, record: Record) -> tuple[Decision, ...]:
    """The steps of the mention that a record was made from."""
    first, last = scan.places.plain(record.source.start, record.source.end)
    for (start, end), trail in scan.facts.get(DECISIONS, {}).items():
        if first <= start and end <= last:
            return tuple(Decision(step, status or "no treatment", rule) for step, status, rule in trail)
    return ()


def _seen_times(scan: Scan) -> list[SeenTime]:
    seen = []
    for time in scan.times:
        parts = []
        if time.date:
            parts.append(time.date + (f" to {time.date_end}" if time.date_end else ""))
        if time.value is not None and time.unit is not None:
            parts.append(f"{time.value} {time.unit}")
        if time.anchor:
            parts.append(("at " if time.value == "0" else "from ") + time.anchor.replace("_", " "))
        if time.precision == "about":
            parts.append("about")
        seen.append(SeenTime(*scan.places.stored(time.start, time.end), time.kind, " ".join(parts)))
    return seen
