"""Hostile text on its way to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.cli.plain import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("T-score −2.5\tL1–L4\n骨密度 µ² ≤", "T-score −2.5\tL1–L4\n骨密度 µ² ≤"),
        ("\x1b[2J\x1b]0;owned\x07", "␛[2J␛]0;owned␇"),
        ("line\roverwritten", "line␍overwritten"),
        ("\x9b31mred", "\ufffd31mred"),
        ("abc\u202edef\u2066", "abc\ufffddef\ufffd"),
        ("\x7f", "␡"),
        ("[bold red]Ca[/bold red]", "[bold red]Ca[/bold red]"),
    ],
)
def test_what_a_terminal_would_act_on_becomes_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_moves_a_cursor_is_left(text: str) -> None:
    left = {character for character in visible(text) if unicodedata.category(character) == "Cc"}
    assert left <= {"\t", "\n"}
