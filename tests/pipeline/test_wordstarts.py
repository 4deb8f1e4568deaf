"""Looking only where an expression can match finds what looking everywhere finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.matching.wordstarts import IndexedText, SharedPattern, WordPattern
from osteocase.pipeline.patient.reproduction import _GRAVIDA_PARA, _POSTPARTUM_NOW, _PREGNANT_NOW
from osteocase.pipeline.text.quantities import _QUANTITY, _numbers
from osteocase.pipeline.times.find import TimeGrammar

PIECES = [
    "in ", "In\n", "at ", "age ", "of ", "the ", "a ", "an ", "six ", "two-", "three ", "12 ", "3/5/2021", "2021-03-04",
    "March ", "mar ", "ſix ", "months ", "weeks ", "wk", "after ", "ago", "before ", "delivery ", "post partum ",
    "baseline", "G2P1", "gravida 3 ", "para ii", "is pregnant", "non-pregnant", "İ", "٣ ", "_", "-", ".", ",", "(", ")",
    "/", "<", "≥ ", "less than ", "more  than a ", "minus ", "- ", "−", "0.842", "1,250", "x10^9/L", " mg/dL", "%",
    "T12", "L1-L4", "\n", "\n\n", "\t", "   ", "'s ", "K", "ward ", "1:40 ", "1/320 ", "to ", "sıx ",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)
PATTERNS = [
    r"\b(?:in|at)\s+(?P<n>\d+|six|a)\b", r"(?<![\w.])m(?:ar(?:ch)?|ay)?(?![^\W_])", r"\ba(?:ge|t)?\b",
    r"(?<![^\W_])s?ix\b", r"\b(?:\w*partum|G\d)", r"\b[a-f]\w+\s", r"months?\b", r"\b(?:a|an|\d{1,2})[\s-]+weeks?",
    r"\bx?\d+", r"(?<=\()\d+", r"\b\d+(?=\s)",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=texts)
def test_matches_are_those_of_the_plain_expression(pattern: str, text: str) -> None:
    expected = [match.span() for match in re.compile(pattern, re.IGNORECASE).finditer(text)]
    assert [match.span() for match in WordPattern(pattern).finditer(IndexedText(text))] == expected


TIMES = TimeGrammar(knowledge_of()).patterns
FAMILIES = [*TIMES.patterns, _GRAVIDA_PARA, _POSTPARTUM_NOW, _PREGNANT_NOW]


@given(text=texts)
def test_every_family_of_times_and_of_pregnancy_finds_what_its_expression_finds(text: str) -> None:
    indexed = IndexedText(text)
    for family in FAMILIES:
        found = [match.span() for match in family.finditer(indexed)]
        assert found == [match.span() for match in family.compiled.finditer(text)], family.pattern


SHARED = [
    SharedPattern(r"\b(?:in|at|six)\s+(?:the\s+)?(?P<n>\d+|age|a)\b"),
    SharedPattern(r"(?<![\w.])T?\d+(?:[.-]\s?\w|$)"),
    SharedPattern(r"(?:^|(?<=[,;(]))(?:a|m\w+|six)(?=\s|-)", re.IGNORECASE | re.MULTILINE),
]


@pytest.mark.parametrize("pattern", SHARED, ids=lambda pattern: pattern.pattern)
@given(text=texts, start=st.integers(0, 40), length=st.integers(0, 40))
def test_shared_expressions_find_in_a_stretch_what_they_find_alone(
    pattern: SharedPattern, text: str, start: int, length: int
) -> None:
    found = [match.span() for match in pattern.finditer(IndexedText(text), start, start + length)]
    assert found == [match.span() for match in pattern.compiled.finditer(text, start, start + length)]


def test_shared_expressions_begin_with_a_word() -> None:
    with pytest.raises(ValueError, match="elsewhere"):
        SharedPattern(r"\s+six")


@given(text=texts)
def test_one_walk_finds_what_each_expression_finds(text: str) -> None:
    indexed = IndexedText(text)
    found = sorted((number, match.span()) for number, match in TIMES.finditer(indexed))
    assert found == [
        (number, match.span())
        for number, family in enumerate(TIMES.patterns)
        for match in family.compiled.finditer(text)
    ]


@given(text=texts)
@example(text="more than a minus 2.5")
def test_numbers_tried_at_their_digits_are_all_numbers(text: str) -> None:
    assert [match.span() for match in _numbers(text)] == [match.span() for match in _QUANTITY.finditer(text)]


def test_what_a_match_can_begin_with_and_must_hold_is_read_from_the_expression() -> None:
    pattern = WordPattern(r"\b(?:in|at)\s+(?:the\s+)?age\b")
    assert pattern.openings == {"in ": {"t": "h", "a": "g"}, "at ": {"t": "h", "a": "g"}}
    assert [words.plain for words in pattern.needles] == [("age",)]
    assert WordPattern(r"\w+ages?").openings is None


def test_a_word_is_told_by_its_first_letters_a_number_by_two_digits_and_what_may_follow_them() -> None:
    assert WordPattern(r"(?<![\w.])(?:months?|mo)\b").openings == {"mont": {"*": "*"}, "mo ": {"*": "*"}}
    assert WordPattern(r"\b1?5\s*(?:mg|%)").openings == {"15": {"m": "g", "%": "*"}, "5 ": {"m": "g", "%": "*"}}
    assert WordPattern(r"(?<=\()T\d+\s").openings == {"t0 ": {"*": "*"}, "t00 ": {"*": "*"}, "t000": {"*": "*"}}
    assert WordPattern(r"(?:^|(?<=[;,]))a(?:-\d)?").openings == {"a*": {"*": "*"}, "a ": {"-": "0"}}
    assert WordPattern(r"\b(?:six)?").openings is None
    assert WordPattern(r"(?<=\w)six").openings is None


def test_words_that_a_match_must_hold_are_told_with_what_stands_ahead_and_in_their_own_case() -> None:
    pattern = WordPattern(r"(?:ever|n['’]t)\s+(?P<core>OP|fx)(?=\s+clinic|#)", flags=0)
    assert [(words.plain, words.exact) for words in pattern.needles] == [(("fx",), ("OP",))]
    assert WordPattern(r"\d+\s?%").needles[0].plain == ("%",)
    both = WordPattern(r"(?:lost|shrunk\sby)\s\d+\scm\sof\s(?:height|stature)")
    assert [words.plain for words in both.needles] == [("height", "stature"), ("lost", "shrunk")]
    assert both.first(IndexedText("Lost 3 cm of HEIGHT")) is not None
    assert not both.may_match(IndexedText("Height 160 cm, weight gained"))
