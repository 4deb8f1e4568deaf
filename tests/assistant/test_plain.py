"""The same conversation line by line, as text and as JSON."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import simplejson

from osteocase.assistant.engine import Assistant
from osteocase.assistant.plain import PlainConversation
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.errors import InputError, OutputError
from osteocase.records import Note
from osteocase.review import Session
from tests.review.casework import FIRST_VISIT, TEXTS, a_note, join_notes, plain_read


def converse(
    vocabulary: Vocabulary, typed: str, *, opened: str | None = None, json: bool = False
) -> tuple[str, Session]:
    session = Session(case_id="case-1", build=join_notes)
    out = io.StringIO()

    def load(path: Path) -> list[Note]:
        if path.name not in TEXTS:
            raise InputError("there is no such file", place=str(path))
        return [a_note(path.name, TEXTS[path.name])]

    def fail() -> str:
        raise OutputError("the disk is full")

    conversation = PlainConversation(
        session,
        Assistant(session, read=plain_read, vocabulary=vocabulary),
        read=plain_read,
        load=load,
        paste=lambda text, note_id: a_note(note_id, text),
        commands={"make_pdf": lambda: "Written to case.pdf", "save_json": fail},
        out=out,
        json=json,
    )
    if opened is not None:
        conversation.open(Path(opened))
    conversation.run(io.StringIO(typed))
    return out.getvalue(), session


def test_a_note_is_pasted_asked_about_corrected_and_printed(vocabulary: Vocabulary) -> None:
    typed = f"<<<\n{FIRST_VISIT}>>>\nPTH?\nT9 was acute\nmake the PDF\n/quit\nTSH?\n"
    said, session = converse(vocabulary, typed)
    assert "pasted: 4 laboratory results, 2 bone density results, 4 fractures" in said
    assert "PTH: 94.2 pg/mL (high, reference 10–65)" in said
    assert "now: T9 compression fracture: present (acute)" in said
    assert said.endswith("Written to case.pdf\n")
    assert len(session.changes) == 2


def test_undo_leaves_the_notes_that_the_case_was_opened_with(vocabulary: Vocabulary) -> None:
    said, session = converse(vocabulary, "undo\n", opened="first-visit")
    assert "There is nothing to take back" in said
    assert list(session.state.notes) == ["first-visit"]


def test_undo_takes_out_a_note_that_the_user_brought_and_then_no_other(vocabulary: Vocabulary) -> None:
    said, session = converse(vocabulary, "/open six-months\nundo\nundo\n", opened="first-visit")
    assert "Taken back: added the note six-months" in said
    assert "There is nothing to take back" in said
    assert list(session.state.notes) == ["first-visit"]


def test_a_note_is_opened_by_its_name(vocabulary: Vocabulary) -> None:
    said, _session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\nopen the pasted note\nopen the second one\n/quit\n")
    assert f"The note pasted:\n{FIRST_VISIT.rstrip()}" in said
    assert "Which note? Say its name: pasted." in said


def test_a_turn_holds_the_words_as_they_were_typed(vocabulary: Vocabulary) -> None:
    typed = ["please show me the bone density tab", "The PTH was measured wrongly, i meant 49.2!", "/undo"]
    said, _session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\n" + "\n".join(typed) + "\n", json=True)
    assert [simplejson.loads(line)["say"] for line in said.splitlines()][1:] == typed


def test_each_turn_is_one_json_object_with_its_sources(vocabulary: Vocabulary) -> None:
    said, _session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\nPTH?\nthe PTH was 49.2\n", json=True)
    note, asked, corrected = (simplejson.loads(line, use_decimal=True) for line in said.splitlines())
    assert (note["intent"], asked["intent"], corrected["intent"]) == ("note", "ask.value", "correct")
    assert note["changes"] == [{"kind": "add_note", "note": "pasted"}]
    (words,) = asked["sources"]
    assert FIRST_VISIT[words["start"] : words["end"]] == words["text"] == "Intact PTH 94.2 pg/mL (10-65)"
    assert corrected["changes"][0]["fields"]["value"] == Decimal("49.2")


def test_what_fails_is_told_and_the_conversation_goes_on(vocabulary: Vocabulary) -> None:
    said, session = converse(vocabulary, "/open nowhere\n/open first-visit\nexport the case as json\nTSH?\n")
    assert "there is no such file" in said
    assert "the disk is full" in said
    assert "TSH: 0.283 mU/L" in said
    assert [note.id for note in session.notes] == ["first-visit"]


def test_a_note_that_nobody_ends_is_read_at_the_end_of_the_input(vocabulary: Vocabulary) -> None:
    _said, session = converse(vocabulary, f"<<<\n{FIRST_VISIT}")
    assert len(session.case.labs) == 4


def test_a_slash_command_says_a_plain_sentence_and_an_unknown_one_is_named(vocabulary: Vocabulary) -> None:
    said, session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\n/labs pth\n/accept-all\n/undo\n/foo\n/theme\n")
    assert "PTH: 94.2 pg/mL" in said
    assert "Accepted: " in said
    assert "Taken back: accepted" in said
    assert "There is no command /foo. There are /open, /help" in said
    assert "line by line there is none" in said
    assert len(session.changes) == 1


def test_every_slash_command_of_the_application_is_understood_line_by_line() -> None:
    from osteocase.assistant.understanding.slashes import SLASHES
    from osteocase.tui.commands import COMMANDS

    assert {one.slash for one in COMMANDS if one.slash} <= {*SLASHES, "open", "quit"}


def test_both_takes_no_note_back_beside_the_one_change_made_in_it(vocabulary: Vocabulary) -> None:
    said, session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\nT9 was acute\nundo both\n")
    assert "Taken back: corrected T9" in said
    assert len(session.changes) == 1
    said, session = converse(vocabulary, f"<<<\n{FIRST_VISIT}>>>\nundo\n")
    assert len(session.changes) == 0
