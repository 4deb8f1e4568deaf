"""Read free-text bone-health notes into records that know the words they came from.

The package root imports nothing heavy: ``osteocase --help`` must not pay for spaCy, Textual or ReportLab.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from osteocase.records import NoteRecord

__all__ = ["__version__", "load", "read", "record_of"]

__version__ = "0.1.0"


def read(text: str, *, note_id: str = "pasted", patterns: Sequence[Path] = ()) -> NoteRecord:
    """Read the text of one note into records.

    Args:
        text: the note.
        note_id: its id, which every source names.
        patterns: folders of your own patterns, laid over those of osteocase.

    Raises:
        InputError: there is no text in it.
        PatternError: a pattern file is wrong.
    """
    from osteocase.pipeline import extract
    from osteocase.reading import read_text

    return extract(read_text(text, note_id=note_id), patterns=patterns)


def load(*, patterns: Sequence[Path] = ()) -> Language:
    """The spaCy pipeline that reads notes, made once for each set of pattern folders.

    Raises:
        PatternError: a pattern file is wrong.
    """
    from osteocase.pipeline import load as load_pipeline

    return load_pipeline(patterns=patterns)


def record_of(doc: Doc, *, note_id: str = "doc", patterns: Sequence[Path] = ()) -> NoteRecord:
    """The records of a Doc that came out of ``load()``'s pipeline, such as one of ``nlp.pipe(texts, n_process=2)``."""
    from osteocase.pipeline import record_of as record_of_doc

    return record_of_doc(doc, note_id=note_id, patterns=patterns)
