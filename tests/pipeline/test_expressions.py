"""A kept expression is the one that ``re`` compiles, and nothing that is kept can do harm."""

from __future__ import annotations

import base64
import importlib
import re
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.pipeline.matching import expressions
from osteocase.pipeline.matching.expressions import compiled

PATTERNS = [
    r"(?P<n>\d+)\s*(?P<unit>mg|µg|g)\b",
    r"\b(?:a|an|one)\s+(?:week|month)s?\b",
    r"(?-i:IU)|iu/l",
    r"x{2,5}?y",
    r"(?<!\w)ſ+",
]
texts = st.lists(st.sampled_from(["12 mg", "3µG ", "one Week", "IU", "iu/L", "xxxy", "ſs", " ", "g"])).map("".join)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[expressions._Shelf]:
    """A shelf of its own in an empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    expressions._shelf.cache_clear()
    yield expressions._shelf()
    expressions._shelf.cache_clear()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_expression_that_was_kept_is_taken_up_without_a_compiler(
    pattern: str, shelf: expressions._Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = compiled(pattern)
    shelf.write()
    expressions._shelf.cache_clear()
    monkeypatch.delattr(importlib.import_module("re._compiler"), "_code")
    again = compiled(pattern)
    assert (again.pattern, again.flags, again.groups, again.groupindex) == (
        made.pattern, made.flags, made.groups, made.groupindex,
    )  # fmt: skip


def test_a_process_that_is_killed_has_kept_most_of_its_expressions(
    shelf: expressions._Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(350):
        compiled(f"{number} mg")
    expressions._shelf.cache_clear()  # the process ended without a word
    monkeypatch.setattr(importlib.import_module("re._parser"), "parse", lambda *_: pytest.fail("compiled again"))
    for number in range(200):
        compiled(f"{number} mg")


def test_two_processes_keep_what_each_of_them_compiled(
    shelf: expressions._Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled("of the one")
    expressions._shelf.cache_clear()
    compiled("of the other")  # started before the one had kept anything
    shelf.write()
    expressions._shelf().write()
    expressions._shelf.cache_clear()
    monkeypatch.setattr(importlib.import_module("re._parser"), "parse", lambda *_: pytest.fail("compiled again"))
    assert compiled("of the one").fullmatch("of the one")
    assert compiled("of the other").fullmatch("of the other")


@given(pattern=st.sampled_from(PATTERNS), text=texts)
def test_it_matches_what_the_standard_expression_matches(pattern: str, text: str) -> None:
    expected = re.compile(pattern, re.IGNORECASE)
    found = [(match.span(), match.groupdict()) for match in compiled(pattern).finditer(text)]
    assert found == [(match.span(), match.groupdict()) for match in expected.finditer(text)]


@pytest.mark.parametrize("damage", ["no code", "other numbers", "cut off", "no names"])
def test_a_damaged_one_is_compiled_afresh(damage: str, shelf: expressions._Shelf) -> None:
    compiled(r"(?P<n>\d+) mg")
    ((key, entry),) = shelf.entries.items()
    if damage == "no names":
        del entry["names"]
    else:
        code = array("I", base64.b64decode(entry["code"]))
        numbers = {
            "no code": [],
            "other numbers": [(number + 3) % 2**32 for number in code],
            "cut off": list(code[:-4]),
        }[damage]
        entry["code"] = base64.b64encode(array("I", numbers).tobytes()).decode("ascii")
    assert compiled(r"(?P<n>\d+) mg").fullmatch("12 MG")
    assert shelf.entries[key] is not entry


def test_a_wrong_expression_is_told() -> None:
    with pytest.raises(re.error):
        compiled("(")


def test_a_wrong_expression_does_not_keep_the_others_from_being_kept(
    shelf: expressions._Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "_MOST_UNUSED", 0)
    shelf.entries["no longer used"] = {}
    with pytest.raises(re.error):
        compiled("(")
    compiled("12 mg")
    shelf.write()
    expressions._shelf.cache_clear()
    assert len(expressions._shelf().entries) == 1
