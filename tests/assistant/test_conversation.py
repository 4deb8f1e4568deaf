"""What goes over more than one turn: which one is meant, what ``it`` is, the assistant's own questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from osteocase.assistant.engine import Assistant
from osteocase.records import Axis, CareItem, CaseRecord, Check, CheckKind, Fracture, Lab, NoteRecord, Treatment
from osteocase.review import AddNote, Session
from tests.review.casework import a_session

Talk = Callable[[Session], Assistant]


def lab(assistant: Assistant, record_id: str) -> Lab:
    record = assistant.session.record(record_id)
    assert isinstance(record, Lab)
    return record


def test_which_one_is_answered_by_its_number(assistant: Assistant) -> None:
    assert "Which one?" in assistant.hear("the TSH was 2.1").reply
    turn = assistant.hear("the second")
    assert lab(assistant, "one-year/lab-2").value == Decimal("2.1")
    assert lab(assistant, "first-visit/lab-2").value == Decimal("0.283")
    assert len(turn.changes) == 1


def test_which_one_can_be_all_of_them(assistant: Assistant) -> None:
    assistant.hear("delete the TSH")
    assistant.hear("all")
    assert [record.id for record in assistant.session.rejected] == ["first-visit/lab-2", "one-year/lab-2"]


def test_another_question_lets_the_choice_go(assistant: Assistant) -> None:
    assistant.hear("delete the TSH")
    assert assistant.hear("What was the PTH at baseline?").intent == "ask.value"
    assert assistant.hear("2").intent == "unknown"
    assert assistant.session.rejected == ()


def test_a_new_wish_is_no_answer_to_which_one(assistant: Assistant) -> None:
    assert "Which one?" in assistant.hear("the TSH was 2.1").reply
    turn = assistant.hear("delete the second P1NP")
    assert turn.intent == "delete"
    assert [record.id for record in assistant.session.rejected] == ["six-months/lab-1"]
    assert lab(assistant, "one-year/lab-2").value == Decimal("1.9")


def test_which_one_is_answered_by_a_name(assistant: Assistant) -> None:
    assert "Which one?" in assistant.hear("the fracture was acute").reply
    assert assistant.hear("T9").records == ("first-visit/fracture-2",)


def test_what_is_recorded_already_changes_nothing(assistant: Assistant) -> None:
    turn = assistant.hear("the PTH was 94.2")
    assert turn.reply.startswith("That is what is recorded already.\n")
    assert "94.2" in turn.reply
    assert turn.changes == ()


def test_it_is_what_was_spoken_of_last(assistant: Assistant) -> None:
    assistant.hear("What do we know about T9?")
    assistant.hear("it was her mother's fracture")
    record = assistant.session.record("first-visit/fracture-2")
    assert isinstance(record, Fracture)
    assert record.subject == "mother"
    assert assistant.hear("delete it").records == ("first-visit/fracture-2",)


def test_it_is_the_record_that_the_user_looks_at(assistant: Assistant) -> None:
    assistant.look_at("one-year/lab-1")
    assistant.hear("it should be 29.6")
    assert lab(assistant, "one-year/lab-1").value == Decimal("29.6")


def test_a_new_date_for_a_treatment_is_taken(assistant: Assistant) -> None:
    assistant.hear("romosozumab was stopped in May 2022")
    record = assistant.session.record("one-year/treatment-1")
    assert isinstance(record, Treatment)
    assert record.stop is not None
    assert record.stop.date == "2022-05"


def test_every_change_can_be_taken_back(assistant: Assistant) -> None:
    before = assistant.session.case
    for say in ("T9 was acute", "delete the second TSH", "accept all labs", "add VAS 5", "she is 35 years old"):
        assert assistant.hear(say).changes
        assistant.hear("undo")
        assert assistant.session.case == before


def test_notes_that_came_before_the_first_words_are_not_undone(talk: Talk) -> None:
    session = a_session("first-visit")
    assistant = talk(session)  # the notes are still being read while the screen is there
    later = a_session("first-visit", "six-months").state
    session.apply(AddNote(note=later.notes["six-months"], read=later.read["six-months"]))
    assistant.hear("undo")
    assert list(session.state.notes) == ["first-visit", "six-months"]
    assistant.hear("T9 was acute")
    assert "Taken back" in assistant.hear("undo").reply


def test_a_new_note_brings_the_question_that_matters_most(talk: Talk) -> None:
    assistant = talk(a_session("first-visit", "six-months"))
    turn = assistant.on_note("six-months")
    assert turn.reply.startswith("six-months: 1 laboratory result, 2 bone density results, 1 fracture, 1 score.")
    assert "13 % at 6 months does not follow" in turn.reply
    assert {source.note for source in turn.sources} == {"first-visit", "six-months"}
    following = assistant.hear("no").reply
    assert "CARE item 13 (Informed consent)" in following
    assert assistant.hear("no").reply == "That is left open. I have no more questions."


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("conflict", "Which is right?"),
        ("arithmetic", "Which is right?"),
        ("range", "If it is wrong, correct it here"),
        ("narrative", "If it is wrong, correct it here"),
        ("missing", "Can you tell it?"),
    ],
)
def test_a_gap_is_not_asked_as_a_choice(talk: Talk, kind: CheckKind, asked: str) -> None:
    session = a_session("first-visit")
    check = Check(id="rule/1", kind=kind, severity="error", message="The notes tell this.")
    session._case = session.case.model_copy(update={"checks": (check,)})
    assert f"The notes tell this. {asked}" in talk(session).on_note("first-visit").reply


def test_a_question_of_consent_takes_yes_as_a_fact_or_says_that_it_cannot(talk: Talk) -> None:
    assistant = talk(a_session("first-visit"))
    assert "consent" in assistant.on_note("first-visit").reply
    turn = assistant.hear("yes")
    assert "could not read a fact" in turn.reply
    assert turn.changes == ()


def test_nothing_is_asked_when_nothing_is_open(talk: Talk) -> None:
    session = a_session("first-visit")
    complete = tuple(item.model_copy(update={"state": "present"}) for item in session.case.care)
    session._case = session.case.model_copy(update={"care": complete})
    assert all(isinstance(item, CareItem) for item in session.case.care)
    assert talk(session).on_note("first-visit").reply.count("\n") == 0


def test_a_moved_month_zero_is_told(talk: Talk) -> None:
    session = a_session("first-visit")
    build = session._build

    def moving(notes: Sequence[NoteRecord], **header: Any) -> CaseRecord:
        case = build(notes, **header)
        axis = Axis(anchor="treatment_start", label="first dose of denosumab", date="2021-05")
        return case.model_copy(update={"case": case.case.model_copy(update={"axis": axis})})

    session._build = moving
    turn = talk(session).hear("add denosumab 60 mg every 6 months from May 2021")
    assert "Added: denosumab: started, 60 mg every 6 months" in turn.reply
    assert "Month 0 is now the first dose of denosumab (2021-05)." in turn.reply
    assert turn.records == ("author/added-1",)
