"""The ranking of the sentences of the notes: what it quotes, how much of it, and how fast."""

from __future__ import annotations

import copy
import time

from osteocase.assistant.answers.closing import closed
from osteocase.assistant.engine import Assistant
from osteocase.assistant.subjects.sentences import Sentences, Term, roots, sentences_of
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.case import build_case
from osteocase.lexicon import default_lexicon
from osteocase.pipeline import extract
from osteocase.records import Note
from osteocase.review import AddNote, Session
from tests.review.casework import plain_read

_VISITS = (
    "She was reviewed in the clinic. She walks the dog twice a day. The corset was laid aside at Easter. "
    "It had chafed the skin. No numbness of the legs. Her neighbour drives her to the shops."
)


def _session(notes: int) -> Session:
    session = Session(case_id="visits", title="Visits", build=build_case)
    for number in range(notes):
        text = f"Visit {number + 1}\n\n{_VISITS} Visit number {number + 1} was uneventful.\n"
        note = Note(id=f"visit-{number + 1}", text=text, sha256=f"{number:064x}")
        session.apply(AddNote(note=note, read=plain_read(note)))
    return session


def _ranked(index: Sentences, *words: str) -> list[str]:
    terms = [Term(frozenset((roots(word),)), roots(word)) for word in words]
    return [one.passage.text for one in sorted(index.ranked(terms), key=lambda one: -one.share)]


def test_forms_of_a_word_are_one_root() -> None:
    assert {roots(word) for word in ("jog", "jogs", "jogging", "jogged")} == {("jog",)}
    assert roots("kidneys") == roots("kidney")
    assert roots("united") != roots("units")


def test_a_sentence_that_goes_on_with_the_one_before_is_about_the_same() -> None:
    index = sentences_of(_session(1))
    assert _ranked(index, "corset", "skin")[0] == "It had chafed the skin."
    assert "No numbness of the legs." not in _ranked(index, "corset")


def test_a_heading_in_capitals_is_no_sentence_but_a_note_in_capitals_has_them() -> None:
    session = Session(case_id="capitals", title="Capitals", build=build_case)
    texts = ("EXAMINATION OF THE GAIT: SHORT REPORT\n\nThe gait is broad.\n", "THE GAIT IS NARROW.\n\nNO LIMP.\n")
    for number, text in enumerate(texts):
        note = Note(id=f"note-{number}", text=text, sha256=f"{number:064x}")
        session.apply(AddNote(note=note, read=plain_read(note)))
    assert set(_ranked(sentences_of(session), "gait")) == {"The gait is broad.", "THE GAIT IS NARROW."}


def test_no_more_than_three_sentences_are_quoted(vocabulary: Vocabulary) -> None:
    assistant = Assistant(_session(6), read=plain_read, vocabulary=vocabulary)
    turn = assistant.hear("does she walk a dog?")
    assert "walks the dog" in turn.reply
    assert turn.reply.count("— note ") <= 3
    assert len(turn.sources) <= 3


def test_what_no_note_tells_stays_denied(vocabulary: Vocabulary) -> None:
    assistant = Assistant(_session(2), read=plain_read, vocabulary=vocabulary)
    for say in (
        "does she keep bees?",
        "who won the cup final?",
        "does she have a twin sister?",
        "what does a corset do?",
    ):
        assert assistant.hear(say).sources == (), say


def test_an_excess_that_is_denied_is_no_abstinence(vocabulary: Vocabulary) -> None:
    session = Session(case_id="habits", title="Habits", build=build_case)
    note = Note(id="habits", text="Social history: denies excess alcohol, non-smoker.\n", sha256=f"{7:064x}")
    session.apply(AddNote(note=note, read=extract(note)))
    assistant = Assistant(session, read=plain_read, vocabulary=vocabulary)
    assert assistant.hear("does she drink?").reply.startswith("It is told only of an excess")
    assert assistant.hear("does she smoke?").reply.startswith("No (told as absent)")


def test_changes_get_no_sentence(assistant: Assistant) -> None:
    before = Turn("x", "correct", "Corrected: TSH", changes=assistant.hear("delete the TSH").changes)
    heard = assistant.understand("is the TSH 1.2?").heard
    assert closed(before, heard, assistant.session) == before


def test_forty_notes_are_answered_at_once(vocabulary: Vocabulary) -> None:
    assistant = Assistant(copy.copy(_session(40)), read=plain_read, vocabulary=vocabulary)
    assistant.hear("did the corset chafe?")
    assert default_lexicon() is vocabulary.lexicon
    start = time.process_time()
    assert "chafed" in assistant.hear("did the corset chafe her skin?").reply
    assert time.process_time() - start < 1.0
