"""Nothing that a note holds can act on the terminal, and no offset moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.tui.neutral import neutral, plain_text


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_the_length_never_changes_and_nothing_that_acts_is_left(text: str) -> None:
    shown = neutral(text)
    assert len(shown) == len(text)
    for sign in shown:
        assert sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
        assert sign not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("PTH \x1b[2J94.2", "PTH ␛[2J94.2"),
        ("a\u202eb", "a◊b"),
        ("\x9b31m", "�31m"),
        ("T−2.2 µg/dL ≥ é 骨", "T−2.2 µg/dL ≥ é 骨"),
    ],
)
def test_signs_that_act_are_shown(text: str, shown: str) -> None:
    assert neutral(text) == shown


def test_markup_in_a_note_is_only_words() -> None:
    assert plain_text("[red]PTH[/red] [@click=app.quit]x[/]").plain == "[red]PTH[/red] [@click=app.quit]x[/]"
    assert plain_text("[red]PTH[/red]").spans == []
