"""What clinicians say over the sample cases, read by the real pipeline: each utterance does what it means."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from osteocase.lexicon import TreatmentEntry, UtteranceEntry, default_lexicon
from tests.assistant.speaking import Spoken, faults, said_to, tables

TABLES = tables()
TABLE = [(name.partition(".")[0], row) for name, table in TABLES.items() for row in table]


@pytest.mark.parametrize(
    "row", [row for _, row in TABLE], ids=[f"{name}: {' >> '.join((*row.before, row.say))}" for name, row in TABLE]
)
def test_an_utterance_over_a_sample_case_does_what_it_means(row: Spoken) -> None:
    turn, assistant = said_to(row)
    assert faults(row, turn, assistant) == []


def test_each_module_of_spoken_rows_holds_some() -> None:
    modules = {path.stem.removeprefix("spoken_") for path in Path(__file__).parent.glob("spoken_*.py")}
    assert modules == {name for name, _ in TABLE}
    assert all(TABLES.values())


def test_no_utterance_stands_twice() -> None:
    said = Counter((row.case, tuple(one.casefold() for one in row.before), row.say.casefold()) for _, row in TABLE)
    assert [say for say, times in said.items() if times > 1] == []


def test_of_those_written_before_any_answer_was_seen_a_fifth_must_be_declined() -> None:
    founding = [row for name, table in TABLES.items() if name.endswith(".FOUNDING") for row in table]
    assert len(founding) >= 700
    assert len([row for row in founding if row.effect in ("declines", "none")]) >= len(founding) / 5


def test_what_people_call_by_a_word_of_their_own_is_in_the_lexicon() -> None:
    lexicon = default_lexicon()
    families = [entry for entry in lexicon.of(UtteranceEntry).values() if entry.group == "family"]
    assert families
    members = [member.partition(":") for entry in families for member in (entry.value or "").split()]
    classes = {entry.drug_class for entry in lexicon.of(TreatmentEntry).values()}
    assert [
        f"{topic}:{name}"
        for topic, _, name in members
        if topic != "event"
        and name not in lexicon.entries.get(topic, {})
        and not (topic == "treatment" and name in classes)
    ] == []
