"""A session changes only by its changes, and every one of them can be taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteocase.errors import CaseError, RecordError
from osteocase.records import Bmd, CaseRecord, Lab, NoteRecord, Source, Treatment
from osteocase.review import (
    Accept,
    AddNote,
    AddRecord,
    Change,
    Comment,
    Defer,
    Edit,
    EditPatient,
    Redate,
    Reject,
    RemoveNote,
    Rename,
    Reopen,
    Session,
    SetAnchor,
    Several,
)
from osteocase.review.same_fact import tells_same
from osteocase.review.telling import told
from tests.review.casework import FIRST_VISIT, a_note, a_session, join_notes, plain_read


def the_lab(session: Session, record_id: str) -> Lab:
    record = session.record(record_id)
    assert isinstance(record, Lab)
    return record


def test_a_new_session_has_an_empty_case_and_nothing_to_undo() -> None:
    session = Session(case_id="new", build=join_notes)
    assert session.records == ()
    assert session.case.case.title == "New case"
    assert not session.can_undo
    assert session.undo() is None
    assert session.redo() is None


def test_an_added_note_brings_its_records_into_the_case() -> None:
    session = a_session("first-visit")
    assert [(lab.analyte, lab.value) for lab in session.case.labs] == [
        ("pth", Decimal("94.2")),
        ("tsh", Decimal("0.283")),
        ("p1np", Decimal("95.8")),
        ("25_oh_vitamin_d", Decimal("9.1")),
    ]
    assert session.note("first-visit").text == FIRST_VISIT


def test_the_same_note_cannot_be_added_twice() -> None:
    session = a_session("first-visit")
    note = a_note("first-visit", "other words")
    with pytest.raises(CaseError, match="already in the case"):
        session.apply(AddNote(note=note, read=plain_read(note)))
    assert session.note("first-visit").text == FIRST_VISIT


def test_a_note_that_makes_the_case_impossible_is_refused_and_nothing_changes() -> None:
    session = a_session("first-visit")
    before = session.case
    note = a_note("stranger", "about another patient\n\nTSH 2 mU/L")
    with pytest.raises(CaseError, match="two patients"):
        session.apply(AddNote(note=note, read=plain_read(note)))
    assert session.case == before
    assert [one.id for one in session.notes] == ["first-visit"]


def test_accepted_records_stay_as_they_are_and_say_so() -> None:
    session = a_session("first-visit")
    session.apply(Accept(records=("first-visit/lab-1",)))
    assert the_lab(session, "first-visit/lab-1").review == "accepted"
    assert the_lab(session, "first-visit/lab-2").review == "unreviewed"


def test_a_rejected_record_leaves_the_case_but_is_still_told_with_its_reason() -> None:
    session = a_session("first-visit")
    session.apply(Reject(records=("first-visit/lab-2",), reason="of the sister"))
    assert [lab.analyte for lab in session.case.labs] == ["pth", "p1np", "25_oh_vitamin_d"]
    assert [record.id for record in session.rejected] == ["first-visit/lab-2"]
    assert session.decision("first-visit/lab-2").reason == "of the sister"
    assert session.progress().rejected == 1


def test_an_edited_value_takes_its_flag_and_its_converted_value_with_it() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/lab-1", fields={"value": Decimal("44.2")}))
    lab = the_lab(session, "first-visit/lab-1")
    assert (lab.value, lab.canonical_value, lab.flag, lab.flag_basis) == (
        Decimal("44.2"),
        Decimal("44.2"),
        "normal",
        "computed",
    )
    assert lab.review == "edited"
    assert lab.source.text == "Intact PTH 94.2 pg/mL (10-65)"


def test_an_edited_unit_gives_up_the_interval_that_counted_in_the_old_one() -> None:
    session = a_session("first-visit", conversions={"pth": {"pmol/L": Decimal("9.43")}})
    session.apply(Edit(record="first-visit/lab-1", fields={"unit": "pmol/L"}))
    lab = the_lab(session, "first-visit/lab-1")
    assert lab.flag is None
    assert lab.canonical_value == Decimal("94.2") * Decimal("9.43")


def test_a_unit_that_cannot_be_converted_is_told_instead_of_the_one_given_up() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/lab-1", fields={"unit": "fmol/L"}))
    lab = the_lab(session, "first-visit/lab-1")
    assert (lab.unit, lab.unit_text, lab.canonical_value) == ("fmol/L", None, None)


def test_a_value_that_is_taken_out_takes_its_flag_and_its_converted_value_with_it() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/lab-1", fields={"value": None, "qualitative": "not done"}))
    lab = the_lab(session, "first-visit/lab-1")
    assert (lab.value, lab.canonical_value, lab.flag) == (None, None, None)


def test_two_edits_of_one_record_add_up() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/fracture-2", fields={"acuity": "acute"}))
    session.apply(Edit(record="first-visit/fracture-2", fields={"genant_grade": 2}))
    record = session.record("first-visit/fracture-2")
    assert getattr(record, "acuity", None) == "acute"
    assert getattr(record, "genant_grade", None) == 2


@pytest.mark.parametrize(
    ("record", "fields", "message"),
    [
        ("first-visit/fracture-1", {"level": "T13"}, "level"),
        ("first-visit/fracture-1", {"colour": "red"}, "no field 'colour'"),
        ("first-visit/lab-1", {"value": "much"}, "value"),
        ("first-visit/lab-1", {"value": 3.5}, "not a float"),
        ("first-visit/lab-1", {"source": None}, "cannot be edited"),
        ("first-visit/lab-99", {"value": 3}, "no record is called"),
    ],
)
def test_an_edit_that_the_model_refuses_changes_nothing(record: str, fields: dict[str, object], message: str) -> None:
    session = a_session("first-visit")
    before = session.case
    with pytest.raises(RecordError, match=message):
        session.apply(Edit(record=record, fields=fields))
    assert session.case == before
    assert len(session.changes) == 1


def test_accepting_after_an_edit_keeps_it_marked_as_edited() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/lab-1", fields={"value": Decimal("44.2")}))
    session.apply(Accept(records=("first-visit/lab-1",)))
    assert session.record("first-visit/lab-1").review == "edited"


def test_reopening_takes_back_every_decision_but_the_comment() -> None:
    session = a_session("first-visit")
    session.apply(Edit(record="first-visit/lab-1", fields={"value": Decimal("44.2")}))
    session.apply(Comment(record="first-visit/lab-1", text="ask the laboratory"))
    session.apply(Reopen(records=("first-visit/lab-1",)))
    lab = the_lab(session, "first-visit/lab-1")
    assert (lab.value, lab.review) == (Decimal("94.2"), "unreviewed")
    assert session.decision("first-visit/lab-1").comment == "ask the laboratory"


def test_an_added_fact_has_the_authors_words_as_its_source() -> None:
    session = a_session("first-visit")
    words = "denosumab 60 mg every 6 months"
    fact = Treatment(
        id="x",
        source=Source(note="x", start=0, end=len(words), text=words),
        rule="x",
        agent="denosumab",
        name="denosumab",
        kind="drug",
    )
    session.apply(AddRecord(list="treatments", record=fact, words=words))
    session.apply(AddRecord(list="treatments", record=fact, words="and again"))
    added = session.case.treatments[-2:]
    assert [(record.id, record.rule, record.review, record.source.text) for record in added] == [
        ("author/added-1", "author", "accepted", words),
        ("author/added-2", "author", "accepted", "and again"),
    ]
    note = session.note("author")
    for record in added:
        assert note.text[record.source.start : record.source.end] == record.source.text


def test_the_author_can_set_what_no_note_tells_of_the_patient() -> None:
    session = a_session("first-visit")
    session.apply(EditPatient(fields={"age_years": 35, "parity": 2}, words="she was 35 and has two children"))
    assert session.case.patient.age_years == 35
    assert session.case.patient.parity == 2
    assert session.case.patient.sources["parity"].text == "she was 35 and has two children"


def test_changes_made_together_are_undone_together() -> None:
    session = a_session("first-visit")
    session.apply(Several(changes=(Accept(records=("first-visit/lab-1",)), Reject(records=("first-visit/lab-2",)))))
    session.undo()
    assert session.progress().decided == 0


def test_changes_that_one_sentence_made_one_after_the_other_become_one_step() -> None:
    session = a_session("first-visit")
    before = len(session.changes)
    made = [
        session.apply(Accept(records=("first-visit/lab-1",))),
        session.apply(Reject(records=("first-visit/lab-2",))),
    ]
    (joined,) = session.join(made)
    assert session.changes[before:] == (joined,)
    assert session.progress().decided == 2
    session.undo()
    assert session.progress().decided == 0
    session.redo()
    assert session.progress().decided == 2


def test_changes_that_are_not_the_last_ones_stay_steps_of_their_own() -> None:
    session = a_session("first-visit")
    made = [
        session.apply(Accept(records=("first-visit/lab-1",))),
        session.apply(Reject(records=("first-visit/lab-2",))),
    ]
    session.apply(Accept(records=("first-visit/lab-3",)))
    assert session.join(made) == tuple(made)
    session.undo()
    assert session.progress().decided == 2


def test_the_queue_asks_for_conflicts_first_and_deferred_records_last() -> None:
    session = a_session("first-visit", "six-months")
    queue = session.queue()
    assert queue[:2] == ("first-visit/bmd-1", "six-months/bmd-1")
    session.apply(Defer(records=queue[:1]))
    assert session.queue()[0] == "six-months/bmd-1"
    assert session.queue()[-1] == "first-visit/bmd-1"
    session.apply(Accept(records=session.queue()))
    assert session.queue() == ()
    assert session.progress().unreviewed == 0


def test_a_note_of_another_day_keeps_its_records_and_comes_back_with_undo() -> None:
    session = a_session("first-visit")
    old = session.state.read["first-visit"].note.date
    count = len(session.records)
    session.apply(Redate(note="first-visit", date="2020-12-24"))
    assert session.state.read["first-visit"].note.date == "2020-12-24"
    assert len(session.records) == count
    gone = session.undo()
    assert gone is not None
    assert told(gone, session) == "dated the note first-visit 2020-12-24"
    assert session.state.read["first-visit"].note.date == old
    with pytest.raises(CaseError):
        session.apply(Redate(note="no-such-note", date="2020-12-24"))


def test_an_edit_is_told_in_words_without_the_fields_that_follow_from_it() -> None:
    session = a_session("first-visit")
    edit = Edit(record="first-visit/lab-1", fields={"value": Decimal("49.2"), "flag": "normal"})
    assert told(edit, session).endswith(": its value")
    assert told(EditPatient(fields={"weight_kg": Decimal(60)}, words="60 kg"), session) == "the patient's weight"


def test_a_place_in_a_note_finds_the_records_that_rest_on_it() -> None:
    session = a_session("first-visit")
    place = FIRST_VISIT.index("94.2")
    assert [record.id for record in session.at("first-visit", place)] == ["first-visit/lab-1"]
    assert session.at("first-visit", 0) == ()


def test_a_decision_reaches_the_same_fact_told_in_another_note() -> None:
    def merging(notes: list[NoteRecord], **header: object) -> object:
        case = join_notes(notes, case_id="m")
        first, second = [lab for lab in case.labs if lab.analyte == "tsh"]
        merged = first.model_copy(update={"also": (second.source,)})
        return case.model_copy(update={"labs": (merged,)})

    session = a_session("first-visit", "one-year")
    session._build = merging  # type: ignore[assignment]  # the builder of this test merges all TSH results
    session.apply(Rename(title="merged"))
    session.apply(Accept(records=("first-visit/lab-2",)))
    assert set(session.state.decisions) == {"first-visit/lab-2", "one-year/lab-2"}


def test_a_change_of_a_density_reaches_the_table_that_repeats_it_without_its_side() -> None:
    def density(note: str, side: Literal["left", "right"] | None) -> Bmd:
        return Bmd(
            id=f"{note}/bmd-1", source=Source(note=note, start=0, end=3, text="0.7"), rule="bmd.test", site="total_hip",
            side=side, bmd_g_cm2=Decimal("0.743"),
        )  # fmt: skip

    sided, bare = density("first-visit", "left"), density("one-year", None)
    assert tells_same(bare, sided)
    assert not tells_same(density("one-year", "right"), sided)


CHANGES: list[Change] = [
    Accept(records=("first-visit/lab-1", "first-visit/lab-2")),
    Reject(records=("first-visit/lab-2",), reason="wrong"),
    Defer(records=("first-visit/lab-3",)),
    Reopen(records=("first-visit/lab-1",)),
    Edit(record="first-visit/lab-3", fields={"value": Decimal("29.6")}),
    Edit(record="first-visit/fracture-1", fields={"acuity": "acute"}),
    EditPatient(fields={"parity": 2}, words="two children"),
    SetAnchor(anchor="delivery"),
    Rename(title="Another title"),
    Comment(record="first-visit/lab-1", text="see the sheet"),
    RemoveNote(note="six-months"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=8))
def test_undoing_everything_leads_back_and_redoing_leads_forth_again(changes: list[Change]) -> None:
    session = a_session("first-visit", "six-months")
    seen = [(session.case, session.state)]
    for change in changes:
        try:
            session.apply(change)
        except (CaseError, RecordError):
            continue
        seen.append((session.case, session.state))
    for expected in reversed(seen[:-1]):
        session.undo()
        assert (session.case, session.state) == expected
    for expected in seen[1:]:
        session.redo()
        assert (session.case, session.state) == expected


def test_a_new_change_ends_what_could_be_redone() -> None:
    session = a_session("first-visit")
    session.apply(Accept(records=("first-visit/lab-1",)))
    session.undo()
    session.apply(Accept(records=("first-visit/lab-2",)))
    assert not session.can_redo
    assert session.redo() is None


def test_a_change_that_is_tried_on_a_copy_made_and_taken_back_makes_one_case() -> None:
    session = a_session("first-visit", "six-months")
    made: list[str] = []
    build = session._build

    def counted(*arguments: Any, **named: Any) -> CaseRecord:
        made.append("case")
        return build(*arguments, **named)

    session._build = counted
    change = Edit(record="first-visit/lab-2", fields={"value": Decimal("0.31")})
    session.copied().apply(change)
    assert the_lab(session, "first-visit/lab-2").value == Decimal("0.283")
    session.apply(change)
    assert the_lab(session, "first-visit/lab-2").value == Decimal("0.31")
    session.undo()
    assert the_lab(session, "first-visit/lab-2").value == Decimal("0.283")
    assert made == ["case"]
    session.apply(Edit(record="first-visit/lab-2", fields={"value": Decimal("0.32")}))
    assert the_lab(session, "first-visit/lab-2").value == Decimal("0.32")
    assert made == ["case", "case"]
