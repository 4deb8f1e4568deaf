"""What clinicians say over the sample cases, read by the real pipeline: each utterance does what it means."""

from __future__ import annotations

import pytest

from osteocase.lexicon import TreatmentEntry, UtteranceEntry, default_lexicon
from tests.assistant.speaking import Spoken, faults, rows, said_to
from tests.assistant.spoken_additions import ADDITIONS
from tests.assistant.spoken_closing import CLOSING
from tests.assistant.spoken_corrections import CORRECTIONS
from tests.assistant.spoken_eighteenth import EIGHTEENTH
from tests.assistant.spoken_eighth import EIGHTH
from tests.assistant.spoken_eleventh import ELEVENTH
from tests.assistant.spoken_fifteenth import FIFTEENTH
from tests.assistant.spoken_fifth import FIFTH
from tests.assistant.spoken_first import FIRST
from tests.assistant.spoken_fourteenth import FOURTEENTH
from tests.assistant.spoken_fourth import FOURTH
from tests.assistant.spoken_guarded import GUARDED
from tests.assistant.spoken_nineteenth import NINETEENTH
from tests.assistant.spoken_ninth import NINTH
from tests.assistant.spoken_results import RESULTS
from tests.assistant.spoken_second import SECOND
from tests.assistant.spoken_seventeenth import SEVENTEENTH
from tests.assistant.spoken_seventh import SEVENTH
from tests.assistant.spoken_sixteenth import SIXTEENTH
from tests.assistant.spoken_sixth import SIXTH
from tests.assistant.spoken_tenth import TENTH
from tests.assistant.spoken_third import THIRD
from tests.assistant.spoken_thirteenth import THIRTEENTH
from tests.assistant.spoken_told_in_words import TOLD_IN_WORDS
from tests.assistant.spoken_twelfth import TWELFTH
from tests.assistant.spoken_twentieth import TWENTIETH
from tests.assistant.spoken_twentyfirst import TWENTY_FIRST

FIRST_FIVE = rows(FIRST + SECOND + THIRD + FOURTH + FIFTH)
TABLE = (
    *FIRST_FIVE,
    *rows(
        SIXTH
        + SEVENTH
        + EIGHTH
        + NINTH
        + TENTH
        + ELEVENTH
        + TWELFTH
        + THIRTEENTH
        + FOURTEENTH
        + FIFTEENTH
        + SIXTEENTH
        + SEVENTEENTH
        + EIGHTEENTH
        + NINETEENTH
        + TWENTIETH
        + TWENTY_FIRST
        + RESULTS
        + CORRECTIONS
        + TOLD_IN_WORDS
        + CLOSING
        + ADDITIONS
        + GUARDED
    ),
)


@pytest.mark.parametrize("row", TABLE, ids=[row.say for row in TABLE])
def test_an_utterance_over_a_sample_case_does_what_it_means(row: Spoken) -> None:
    turn, assistant = said_to(row)
    assert faults(row, turn, assistant) == []


def test_a_fifth_of_the_utterances_must_be_declined() -> None:
    declined = [row for row in FIRST_FIVE if row.effect in ("declines", "none")]
    assert len(declined) >= len(FIRST_FIVE) / 5
    assert len({(row.case, row.before, row.say.casefold()) for row in TABLE}) == len(TABLE)


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
