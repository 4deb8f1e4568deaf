"""Numbers that a dictation leaves in words are read as figures; words that count things stay words."""

from __future__ import annotations

import pytest

import osteocase
from osteocase.pipeline.text.plain_text import plain_text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Calcium two point three one", "Calcium 2.31"),
        ("PTH ninety-four point two", "PTH 94.2"),
        ("height one hundred and sixty-two point eight", "height 162.8"),
        ("ferritin one point oh two", "ferritin 1.02"),
        ("T seven, nine and eleven", "T7, 9 and 11"),
        ("L one to four", "L1 to L4"),
        ("free T four low, S one joint", "free T4 low, S1 joint"),
        ("calcium two point four, ALP one hundred and five", "calcium 2.4, ALP 105"),
        ("calcium two point four on the fifth of May twenty twenty", "calcium 2.4 on 5 May 2020"),
        ("calcium two point four in two thousand and nineteen", "calcium 2.4 in 2019"),
        ("calcium two point four, TRACP five b fifty, P one N P sixty", "calcium 2.4, TRACP 5b 50, P1NP 60"),
    ],
)
def test_numbers_in_words_are_figures(text: str, read: str) -> None:
    assert plain_text(text)[0] == read


@pytest.mark.parametrize(
    "text",
    [
        "At one point two of her ribs broke.",
        "She is thirty-four years old and has two children.",
        "From that point three clinics were asked.",
        "T one or two days later it ached.",
        "Calcium with vitamin D two tablets daily, vitamin C one tablet.",
        "Humulin L one dose daily, Actinomycin D one cycle.",
        "We can't seven times a week.",
        "He walked a hundred yards, fifty of them uphill.",
        "The second may be point two of the list.",
    ],
)
def test_words_that_count_stay_words(text: str) -> None:
    assert plain_text(text)[0] == text


def test_a_spoken_note_quotes_its_own_words() -> None:
    text = (
        "Corrected calcium eight point four milligrams per decilitre. X-ray shows wedge fractures of T eight and nine."
    )
    note = osteocase.read(text)
    assert [(lab.analyte, str(lab.value), lab.unit) for lab in note.labs] == [("calcium_corrected", "8.4", "mg/dL")]
    assert "eight point four" in note.labs[0].source.text
    assert {fracture.level for fracture in note.fractures} == {"T8", "T9"}
    for record in [*note.labs, *note.fractures]:
        assert text[record.source.start : record.source.end] == record.source.text
