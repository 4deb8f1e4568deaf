"""The parts that take an utterance to pieces: dates, shorthand, slips of the pen, sentences of notes."""

from __future__ import annotations

import pytest

from osteocase.assistant.words.clauses import clauses, without_grounds
from osteocase.assistant.words.hearing import hear
from osteocase.assistant.words.shorthand import spelt_out
from osteocase.assistant.words.spelling import near_word
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary

KNOWN = frozenset(("2021-03-15", "2022-10-05", "2019-01-08"))


@pytest.mark.parametrize(
    ("say", "dates"),
    [
        ("in oct 22", ["2022-10"]),
        ("seen on oct 15", []),
        ("on 12 october 2021", ["2021-10-12"]),
        ("December 4, 2018", ["2018-12-04"]),
        ("in march", ["2021-03"]),
        ("may I see it", []),
        ("01/08/2019", ["2019-01-08"]),
        ("05/10/2022", ["2022-10-05"]),
        ("06/2020 not 10/2020", ["2020-06", "2020-10"]),
        ("jan '19", ["2019-01"]),
        ("vitamin D 2000 IU", []),
        ("2021/03/15 and 2019", ["2021-03-15", "2019"]),
    ],
)
def test_dates_are_read_as_people_say_them(say: str, dates: list[str]) -> None:
    read = [one.date for one in spoken_dates(say, KNOWN)]
    assert read == dates or (dates == [] and all(date.startswith("2022-10") for date in read))


@pytest.mark.parametrize(
    ("say", "full"),
    [
        ("h/o falls", "history of falls"),
        ("pain at 6/12", "pain at 6 months"),
        ("on 5/12/2020", "on 5/12/2020"),
        ("P1NP, M12", "P1NP, month 12"),
        ("the 12th of October", "the 12 October"),
        ("could you kindly tell me the TSH", "tell me the TSH"),
        ("all P1NPs", "all P1NP"),
        ("T score minus two point two", "T score -2.2"),
        ("plus seven point zero percent", "+7.0 percent"),
        ("forty-five, not fifteen", "45, not 15"),
        ("zero point nine four four", "0.944"),
        ("which of the two", "which of the two"),
        ("at that point two of them", "at that point two of them"),
        ("a negative T-score", "a negative T-score"),
        ("5 mg i.v.", "5 mg intravenous"),
        ("heart failure stage IV", "heart failure stage IV"),
        ("it shuold be 3", "it should be 3"),
    ],
)
def test_shorthand_is_spelt_out(say: str, full: str) -> None:
    assert " ".join(spelt_out(say).split()) == full


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("teripartide", "teriparatide"), ("scroe", "score"), ("hemi", "hemiarthroplasty"), ("bank", None),
        ("president", None), ("chuck", None), ("delte", "delete"),
    ],
)  # fmt: skip
def test_a_slip_is_read_as_the_one_word_that_is_near(typed: str, meant: str | None) -> None:
    def by_length(words: list[str]) -> list[list[str]]:
        return [[word for word in words if len(word) == size] for size in range(20)]

    names = ["hemiarthroplasty", "teriparatide"]
    said = ["score", "delete", "check", "blank", "present"]
    assert near_word(typed, names, by_length(["preminent", "teriparatide"]), by_length(said)) == meant


def test_words_of_the_notes_are_no_slips(vocabulary: Vocabulary) -> None:
    assert hear("osteomalatia?", vocabulary).repaired == (("osteomalatia", "osteomalacia"),)
    assert hear("osteomalatia?", vocabulary, of_notes={"osteomalatia"}).repaired == ()


@pytest.mark.parametrize(
    ("say", "denied", "right"),
    [
        ("the PTH was 94.2, not 49.2", ["49.2"], ["94.2"]),
        ("the PTH is 49.2, no sorry, 94.2", ["49.2"], ["94.2"]),
        ("PTH of 49.2 is wrong, should be 94.2", ["49.2"], ["94.2"]),
        ("PTH 94.2 (typed 49.2)", ["49.2"], ["94.2"]),
    ],
)
def test_the_value_that_is_denied_is_not_the_new_one(
    say: str, denied: list[str], right: list[str], vocabulary: Vocabulary
) -> None:
    figures = hear(say, vocabulary).figures
    assert [str(one.value) for one in figures if one.negated] == denied
    assert [str(one.value) for one in figures if not one.negated] == right


def test_a_sentence_is_cut_where_another_wish_begins() -> None:
    assert clauses("the PTH, and when was it low?") == [["the PTH?", "when was it low?"]]
    assert clauses("smoker? drinker?")[0] == ["smoker?", "drinker?"]
    assert clauses("what was the PTH?") == []


@pytest.mark.timeout(20)
def test_what_the_author_knows_it_by_is_found_at_once_in_words_of_any_length() -> None:
    assert without_grounds("T7 was acute, the radiologist rang me") == "T7 was acute"
    assert without_grounds("T7 old, he says") == "T7 old"
    assert without_grounds("T7, he says") is None
    assert without_grounds("hyperparathyroidism " * 40) is None
