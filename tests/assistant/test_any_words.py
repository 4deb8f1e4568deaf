"""Whatever is typed is answered: no words end the conversation, and none change the case unless the answer says so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.assistant.speaking import CASES, opened_on, tables

SAID = sorted({say for table in tables().values() for row in table for say in (*row.before, row.say)})


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """The beginning of one utterance and the end of another, as pasting and retyping make them."""
    first, second = draw(st.sampled_from(SAID)).split(), draw(st.sampled_from(SAID)).split()
    joint = draw(st.sampled_from([" ", ", ", "; ", " and ", " but ", "\n", "? ", " - ", ": ", "\u00a0", " ("]))
    return joint.join(
        (
            " ".join(first[: draw(st.integers(0, len(first)))]),
            " ".join(second[draw(st.integers(0, len(second))) :]),
        )
    )


UTTERANCES = st.one_of(mixed(), st.text(max_size=40), st.text(alphabet="0123456789-–.,/:%()[]?! \n", max_size=12))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(case=st.sampled_from(sorted(CASES)), said=st.lists(UTTERANCES, min_size=1, max_size=4))
def test_any_words_are_answered_and_what_they_change_is_told(case: str, said: list[str]) -> None:
    assistant = opened_on(case)
    for say in said:
        before = assistant.session.copied()
        turn = assistant.hear(say)
        assert turn.reply
        if not turn.changes and turn.intent not in ("undo", "redo"):
            assert assistant.session.records == before.records


@pytest.mark.parametrize("say", ["", "?", "no", "-", "T score minus two point two\nwhich drug", "2.", "\x1b[31m"])
def test_a_few_odd_words_are_answered(say: str) -> None:
    assert opened_on("b").hear(say).reply
