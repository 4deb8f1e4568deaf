"""The stored string of a note: what is changed on reading, and that nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.reading import stored_text

LINE_ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Every code point, halves of surrogate pairs included."""


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_every_line_and_page_end_becomes_a_line_feed(line_end: str) -> None:
    assert stored_text(f"T-score{line_end}-2.5") == "T-score\n-2.5"


def test_windows_line_ends_are_one_line_end_each() -> None:
    assert stored_text("a\r\n\r\nb\n\rc") == "a\n\nb\n\nc"


@pytest.mark.parametrize("kept", ["\t", "\xa0", "\xad", "\u200b", "\u202f", "\x1b", "−", "²", "  "])
def test_other_characters_stay_as_they_are(kept: str) -> None:
    assert stored_text(f"Ca{kept}9.4") == f"Ca{kept}9.4"


def test_a_byte_order_mark_is_dropped_only_at_the_start() -> None:
    assert stored_text("\ufeffCa\ufeff 9.4") == "Ca\ufeff 9.4"


@given(ANY_TEXT)
def test_doing_it_again_changes_nothing(text: str) -> None:
    assert stored_text(stored_text(text)) == stored_text(text)


@given(ANY_TEXT)
def test_the_stored_text_can_be_written_and_has_one_kind_of_line_end(text: str) -> None:
    stored = stored_text(text)
    stored.encode("utf-8")
    assert stored.splitlines() == stored.removesuffix("\n").split("\n") or not stored


@given(st.text(st.characters(exclude_characters="".join(LINE_ENDS) + "\ufeff", exclude_categories=["Cs"])))
def test_text_without_line_ends_is_kept_to_the_letter(text: str) -> None:
    assert stored_text(text) == text
