"""Alternatives filed as trees, and places passed over by their first character, change no match and no group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.pipeline.matching import expressions as kept_expressions
from osteocase.pipeline.matching.expression_trees import first_characters
from osteocase.pipeline.matching.expressions import compiled

PATTERNS = [
    "a|ab|abc", "(?:ab|a)(?:c|bcd)?", "(?:hip|h|Hips|wrist)s?", "(?:k|ſ|s|i|µ)+", "(a)?b|(a)c", "(?:(a)|ab)*c",
    "(?:ab|[a-c]x|ac)", "(?:ab|c|ac)??b", r"(?:\d|1a|a1|ab)\b", "(?:aa|ab|)(?=c)", "(?<=ab|cd)x", "(?:[^a]b|ab|cb)",
    "(?-i:K)|kb|(?i:ka)", "(?:ß|ẞ|[ßa])b", "(?>ab|a)c", "(?:a|ab)++c", "(?:(a)|b)?(?(1)c|a)", "(?:İ|i|ı)b", "(?!)|ab",
    r"(?:\.b|\wb|ab)", "(?s:.)b|ab", "(?:ab|ac|ab)(b)?", "(?m:^)(?:ab|b)$", "[a-cſ]+(?:b|$)",
]  # fmt: skip
LETTERS = "abcxAbCXkK\u212asSſiIİıµμßẞ19. \n_hips"
texts = st.text(st.sampled_from(LETTERS), max_size=14)


@pytest.fixture(autouse=True, scope="module")
def _no_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """None of these expressions is kept for later starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        kept_expressions._shelf.cache_clear()
        yield
    kept_expressions._shelf.cache_clear()


def _told(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], ...]]:
    return [match.regs for match in pattern.finditer(text)]


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    """An expression of letters, classes, alternatives, repeats and looks ahead and behind."""
    if depth == 0:
        return draw(
            st.sampled_from(["a", "b", "ab", "A", "k", "s", "[ab]", "[^b]", r"\d", r"\w", ".", r"\b", "µ", "i"])
        )
    parts = draw(st.lists(expressions(depth - 1), min_size=1, max_size=4))
    form = draw(
        st.sampled_from(["{}", "(?:{})", "({})", "(?:{})?", "(?:{})??", "({})?", "(?={})", "(?!{})", "(?:{})*"])
    )
    return form.format(draw(st.sampled_from(["", "|"])).join(parts))


@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["case counts", "any case"])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=texts)
def test_matches_and_groups_are_those_of_re(pattern: str, flags: int, text: str) -> None:
    assert _told(compiled(pattern, flags), text) == _told(re.compile(pattern, flags), text)


@given(pattern=expressions(), text=texts, flags=st.sampled_from([0, re.IGNORECASE, re.IGNORECASE | re.DOTALL]))
def test_so_are_those_of_any_expression(pattern: str, text: str, flags: int) -> None:
    assert _told(compiled(pattern, flags), text) == _told(re.compile(pattern, flags), text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("(?:hip|wrist)s", "HWhw"), (r"\b1?2", "12"), ("a?", None), ("(?:a|.)b", None), (r"(?<!x)k", "Kk\u212a")],
)
def test_what_a_match_begins_with(pattern: str, expected: str | None) -> None:
    found = first_characters(_parser.parse(pattern, re.IGNORECASE), re.IGNORECASE)
    assert expected == (None if found is None else "".join(sorted(chr(code) for _, code in found)))
