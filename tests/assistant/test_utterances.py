"""Every row of the table of utterances: understood as meant, about what is meant, with the effect that is meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.assistant.engine import Assistant
from osteocase.assistant.subjects.turn import Turn
from osteocase.review import Accept, AddRecord, Change, Defer, Edit, Reject, Several
from osteocase.review.wording import word
from tests.assistant.utterances import TABLE, Row

_NOTES = {"v": "first-visit", "s": "six-months", "y": "one-year"}
_REFUSALS = (
    "recorded in this case",
    "is recorded, neither",
    "not told in any note",
    "to decide on",
    "is recorded there",
)


def full(short: str) -> str:
    note, _, record = short.partition("/")
    return f"{_NOTES[note]}/{record}"


def flat(changes: tuple[Change, ...]) -> list[Change]:
    return [one for change in changes for one in (flat(change.changes) if isinstance(change, Several) else [change])]


@pytest.mark.parametrize("row", TABLE, ids=[row.say for row in TABLE])
def test_an_utterance_does_what_it_means(row: Row, assistant: Assistant) -> None:
    before = assistant.session.case
    turn = assistant.hear(row.say)
    assert turn.intent == row.intent
    wanted = dict(pair.split("=", 1) for pair in row.arguments.split())
    assert {name: value for name, value in turn.arguments.items() if name in wanted} == wanted
    check_effect(row.effect, turn, assistant)
    if not turn.changes and turn.intent not in ("undo", "redo"):
        assert assistant.session.case == before


def check_effect(effect: str, turn: Turn, assistant: Assistant) -> None:
    verb, _, rest = effect.partition(" ")
    changes = flat(turn.changes)
    match verb:
        case "says":
            assert rest in turn.reply
        case "cites":
            assert set(turn.records) == {full(one) for one in rest.split()}
            assert {source.note for source in turn.sources} == {one.split("/")[0] for one in turn.records}
        case "edits":
            wanted = {full(one.split()[0]): one.split()[1].split("=") for one in rest.split(", ")}
            assert {change.record for change in changes if isinstance(change, Edit)} == set(wanted)
            for record_id, (field, value) in wanted.items():
                got = getattr(assistant.session.record(record_id), field)
                assert got == (Decimal(value) if isinstance(got, Decimal) else value)
                assert assistant.session.record(record_id).review == "edited"
        case "accepts":
            assert len([one for change in changes if isinstance(change, Accept) for one in change.records]) == int(rest)
        case "rejects":
            assert {one for change in changes if isinstance(change, Reject) for one in change.records} == {
                full(one) for one in rest.split()
            }
        case "defers":
            assert [one for change in changes if isinstance(change, Defer) for one in change.records] == [full(rest)]
        case "adds":
            assert [word(change.record).what for change in changes if isinstance(change, AddRecord)] == [rest]
        case "asks":
            assert turn.changes == ()
            assert "Which one?" in turn.reply
        case "runs":
            assert turn.command == rest
        case "changes":
            assert [change.kind for change in changes] == [rest]
        case "declines":
            assert (turn.changes, turn.sources, turn.records) == ((), (), ())
        case "none":
            assert (turn.changes, turn.sources, turn.records) == ((), (), ())
            assert any(refusal in turn.reply for refusal in _REFUSALS)
        case _:
            raise AssertionError(f"no such effect: {effect}")


def test_the_table_is_large_and_a_fifth_of_it_must_be_declined() -> None:
    assert len(TABLE) >= 200
    assert len({row.say.casefold() for row in TABLE}) == len(TABLE)
    declined = [row for row in TABLE if row.effect in ("declines", "none recorded")]
    assert len(declined) >= len(TABLE) / 5
