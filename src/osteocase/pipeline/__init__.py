"""Notes to records: a spaCy ``blank("en")`` pipeline of pattern components, no statistical model, no network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from osteocase.records import Note, NoteRecord

__all__ = ["extract", "load"]


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
    from osteocase.pipeline.tokenizer import create_tokenizer

    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000  # no parser and no NER here, so the memory that the limit guards is never taken
    nlp.tokenizer = create_tokenizer()(nlp)
    for name in FACT_COMPONENTS:
        nlp.add_pipe(name, config={"patterns": [str(folder) for folder in patterns]})
    return nlp


def extract(note: Note, *, nlp: Language | None = None, patterns: Sequence[Path] = ()) -> NoteRecord:
    """Read one note to its records.

    Args:
        note: the note as ``osteocase.reading`` read it.
        nlp: a pipeline from ``load``; the default one when left out.
        patterns: overlay folders, as given to ``load``.
    """
    from osteocase.pipeline.note_records import note_record
    from osteocase.pipeline.knowledge import knowledge_of

    pipeline = nlp or load(patterns=patterns)
    return note_record(note, pipeline(note.text), knowledge_of(tuple(patterns)))
