"""Sentences with their context marked in place: ``No <ent negated>fracture</ent> of the hip``.

The words between the marks become the entities of a Doc, the component is run on it, and what it says comes back as the
same kind of marked sentence, so that a test compares the whole set of attributes of every entity at once.
"""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

FLAGS = ("negated", "uncertain", "historical", "hypothetical", "family")
_MARK = re.compile(r"<ent(?P<flags>[a-z ]*)>(?P<words>.*?)</ent>", re.DOTALL)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """A blank English pipeline with the context component alone."""
    nlp = spacy.blank("en")
    nlp.add_pipe("osteocase_context")
    return nlp


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and the start and end of each entity in it."""
    text, position, spans = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match["words"])))
        text += match["words"]
        position = match.end()
    return text + marked[position:], spans


def doc_of(marked: str, nlp: Language | None = None) -> Doc:
    """The Doc of a marked sentence after the component has run on it."""
    nlp = nlp or pipeline()
    text, spans = unmarked(marked)
    doc = nlp.make_doc(text)
    found = [doc.char_span(start, end, label="TARGET", alignment_mode="expand") for start, end in spans]
    doc.ents = filter_spans([span for span in found if span is not None])
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def remarked(doc: Doc) -> str:
    """The text of a Doc with the attributes of its entities as marks."""
    text, position = "", 0
    for ent in doc.ents:
        text += doc.text[position : ent.start_char] + f"<ent{flags_of(ent)}>{ent.text}</ent>"
        position = ent.end_char
    return text + doc.text[position:]


def flags_of(ent: Span) -> str:
    """The attributes that are set, each after a space, in a fixed order; ``other`` where a cue tells of another person
    who is no relative."""
    flags = [flag for flag in FLAGS if getattr(ent._, f"is_{flag}")]
    if "family" not in flags and any(cue[0] == "other_subject" for cue in ent._.context_cues):
        flags.append("other")
    return "".join(f" {flag}" for flag in flags)
