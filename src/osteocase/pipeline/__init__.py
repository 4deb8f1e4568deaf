"""Notes to records: a spaCy ``blank("en")`` pipeline of pattern components, no statistical model, no network."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from osteocase.pipeline.matching.knowledge import Knowledge
    from osteocase.records import Note, NoteRecord

__all__ = ["date_order", "extract", "load", "record_of"]


def load(*, patterns: Sequence[Path] = ()) -> Language:
    """The whole pipeline as a spaCy ``Language``; ``patterns`` are overlay folders. Made once for each set of folders.

    Raises:
        PatternError: a pattern file is wrong.
    """
    return _load(tuple(patterns))


@lru_cache(maxsize=4)
def _load(patterns: tuple[Path, ...]) -> Language:
    import spacy  # heavy, so only where notes are read

    from osteocase.pipeline.factories import FACT_COMPONENTS
    from osteocase.pipeline.text.tokenizer import create_tokenizer

    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000  # no parser and no NER here, so the memory that the limit guards is never taken
    nlp.tokenizer = create_tokenizer()(nlp)
    for name in FACT_COMPONENTS:
        nlp.add_pipe(name, config={"patterns": [str(folder) for folder in patterns]})
    gc.freeze()  # the lexicon stays as long as the process: the collector need not walk through it for every note
    return nlp


def date_order(texts: Iterable[str]) -> bool | None:
    """Whether the notes of one case write dates day first: what the dates that can be read in one way only agree on.

    True for day/month/year, False for month/day/year, None where no date tells or they disagree.
    """
    from osteocase.pipeline.times.order import writes_day_first

    orders = {order for text in texts if (order := writes_day_first(text)) is not None}
    return orders.pop() if len(orders) == 1 else None


def extract(
    note: Note,
    *,
    nlp: Language | None = None,
    patterns: Sequence[Path] = (),
    day_first: bool | None = None,
) -> NoteRecord:
    """Read one note to its records.

    Args:
        note: the note as ``osteocase.reading`` read it.
        nlp: a pipeline from ``load``; the default one when left out.
        patterns: overlay folders, as given to ``load``.
        day_first: order of slashed dates where other notes of the case tell it.
    """
    with _without_collector():
        return _extract(note, nlp or load(patterns=patterns), patterns, day_first=day_first)


def _extract(note: Note, pipeline: Language, patterns: Sequence[Path], *, day_first: bool | None) -> NoteRecord:
    from osteocase.pipeline.entries import entries_of, entry_notes, joined, order_of
    from osteocase.pipeline.matching.knowledge import knowledge_of
    from osteocase.pipeline.times.order import named_day_first

    knowledge = knowledge_of(tuple(patterns))
    if day_first is None:
        day_first = named_day_first(note.id, note.text)
    entries = entries_of(note.text, knowledge, day_first)
    if not entries:
        return _read(note, pipeline, knowledge, day_first=day_first)
    day_first = order_of(note.text, day_first)
    parts = [_read(part, pipeline, knowledge, day_first=day_first) for part in entry_notes(note, entries)]
    return joined(note, entries, parts)[0]


def _read(note: Note, pipeline: Language, knowledge: Knowledge, *, day_first: bool | None) -> NoteRecord:
    from osteocase.pipeline.factories import DRAFTS, fact_components
    from osteocase.pipeline.note_records import note_record
    from osteocase.pipeline.scan import keep_scan, scan_text

    scan = scan_text(note.text, knowledge, day_first=day_first)
    try:
        components = fact_components(pipeline, knowledge)
        if components is not None:
            return note_record(note, scan, {each.list_name: each.find(scan) for each in components})
        doc = pipeline.make_doc(note.text)
        keep_scan(doc, scan)
        return note_record(note, scan, pipeline(doc).user_data.get(DRAFTS, {}))
    finally:
        scan.let_go()


@contextmanager
def _without_collector() -> Iterator[None]:
    """What is made for one note is gone when its records are: the collector need not walk through it in between."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def record_of(doc: Doc, *, note_id: str = "doc", patterns: Sequence[Path] = ()) -> NoteRecord:
    """The records of a Doc that the pipeline has read, in this process or in another one.

    Args:
        doc: a Doc out of ``nlp.pipe`` with any number of processes, or one read back with ``Doc.from_bytes``.
        note_id: the id that every source names.
        patterns: overlay folders, as given to ``load``.
    """
    from osteocase.pipeline.entries import entries_of
    from osteocase.pipeline.factories import DRAFTS
    from osteocase.pipeline.matching.knowledge import knowledge_of
    from osteocase.pipeline.note_records import note_record
    from osteocase.pipeline.scan import DAY_FIRST, scan_of
    from osteocase.records import Note

    text = doc.text
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    note, knowledge = Note(id=note_id, text=text, sha256=digest), knowledge_of(tuple(patterns))
    if entries_of(text, knowledge, doc.user_data.get(DAY_FIRST)):
        return extract(note, patterns=patterns, day_first=doc.user_data.get(DAY_FIRST))  # each entry by itself
    return note_record(note, scan_of(doc, knowledge), doc.user_data.get(DRAFTS, {}))
