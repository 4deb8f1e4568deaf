"""The context component alone, on Docs that other people's pipelines made."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from tests.pipeline.context_marks import FLAGS, doc_of, pipeline, remarked


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("No <ent>fracture</ent> was seen.", [("negated", "No")]),
        ("A <ent>fracture</ent> was ruled out.", [("negated", "was ruled out")]),
        ("MRI ruled a <ent>fracture</ent> out.", [("negated", "ruled")]),
        ("<ent>Falls</ent>: none", [("negated", "none")]),
        ("No family history of <ent>fracture</ent>.", [("negated", "No"), ("family", "family history of")]),
        ("No history of <ent>fracture</ent>.", [("negated", "No history of")]),
        ("<ent>Wrist fracture</ent> in 2005.", [("dated", "2005")]),
        ("PAST HISTORY: <ent>gout</ent>.", [("historical", "PAST HISTORY: ")]),
        ("She has <ent>back pain</ent>.", []),
    ],
)
def test_the_cues_that_fired_are_told_with_their_place(sentence: str, cues: list[tuple[str, str]]) -> None:
    doc = doc_of(sentence)
    told = [(category, doc.text[start:end]) for category, start, end, _ in doc.ents[0]._.context_cues]
    assert [(category, words.removeprefix("in ")) for category, words in told] == cues


def _one_character_a_token(nlp: Language) -> Language:
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))
    return nlp


def test_any_tokenizer_will_do() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("osteocase_context")
    marked = "No <ent negated>fracture</ent>, but <ent>pain</ent>."
    assert remarked(doc_of(marked, _one_character_a_token(nlp))) == marked


def test_sentence_boundaries_may_be_there_already() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("osteocase_context")
    marked = "No <ent negated>fracture</ent>. She has <ent>pain</ent>."
    doc = doc_of(marked, nlp)
    assert len(list(doc.sents)) == 2
    assert remarked(doc) == marked


def test_a_line_end_or_many_spaces_within_a_cue_do_not_hide_it() -> None:
    for gap in ("\n", "   ", "\u00a0"):
        marked = f"There is no evidence{gap}of{gap}<ent negated>fracture</ent>."
        assert remarked(doc_of(marked)) == marked


@given(st.text(alphabet="no fracture, history;:()[]|\t\n.?-0123456789\x00\u202e", max_size=200), st.data())
def test_whatever_stands_in_the_text_every_cue_lies_in_it(text: str, data: st.DataObject) -> None:
    nlp = pipeline()
    doc = nlp.make_doc(text)
    if len(doc):
        first = data.draw(st.integers(0, len(doc) - 1))
        doc.set_ents([Span(doc, first, first + 1, label="TARGET")])
    (doc,) = nlp.pipe([doc])
    for ent in doc.ents:
        assert all(isinstance(getattr(ent._, f"is_{flag}"), bool) for flag in FLAGS)
        assert all(0 <= start < end <= len(text) for _, start, end, _ in ent._.context_cues)
