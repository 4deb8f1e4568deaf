"""No value that is not in the text: every number of every record stands in the words the record came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteocase.pipeline import extract
from osteocase.reading import read_file, read_text
from osteocase.records import Note, Record, RecordLists
from tests.told_numbers import numbers_in

ROOT = Path(__file__).resolve().parents[2]
NOTES = sorted(path for folder in ("samples", "tests/data") for path in (ROOT / folder).rglob("*.txt"))
LINES = sorted({line for path in NOTES for line in path.read_text(encoding="utf-8").splitlines() if line.strip()})

COMPUTED = {"canonical_value", "months"}
"""Fields that are computed by what they are; they name their unit beside the stated value."""
PLACES = {"source", "also", "sources"}
_STEP = re.compile(
    r"\b(?:a|an|yesterday|tomorrow|next|following|previous|preceding|subsequent|last|the (?:day|week|month|year))\b",
    re.I,
)
_SAME = re.compile(
    r"today|now|current|present|admission|arrival|baseline|first|initial|visit|this|tonight|treatment|therapy|dose|start|"
    r"same|(?:day|week|evening|morning|night) of|before|prior|earlier|\bpre-?\w",
    re.IGNORECASE,
)
_FACTORS = {
    "fortnight": Decimal(2),
    "decade": Decimal(10),
    "hour": 1 / Decimal(24),
    "hr": 1 / Decimal(24),
    "h": 1 / Decimal(24),
}


def of_time(text: str) -> set[Decimal]:
    """Distances that the words of a time may mean: its numbers, in longer or shorter units, a step, or none."""
    found = numbers_in(text)
    if _STEP.search(text):
        found.add(Decimal(1))
    if _SAME.search(text):
        found.add(Decimal(0))
    if "couple" in text.lower() or "day before yesterday" in text.lower():
        found.add(Decimal(2))
    if "half" in text.lower():
        found |= {number + Decimal("0.5") for number in found} | {Decimal("0.5")}
    for word, factor in _FACTORS.items():
        if re.search(rf"\b{word}s?\b", text.lower()):
            found |= {(number * factor).normalize() for number in found}
    return found


def in_ranges(text: str) -> set[Decimal]:
    """Whole numbers that lie in a range of the text: ``4th to 7th``."""
    ends = re.findall(r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|through)\s*(\d{1,2})(?:st|nd|rd|th)?\b", text)
    return {Decimal(number) for low, high in ends for number in range(int(low), int(high) + 1)}


def in_words(text: str) -> set[Decimal]:
    """Counts that stand in an article or a word: ``for a week``, ``a couple of toes``."""
    return {
        Decimal(count) for word, count in (("a", 1), ("an", 1), ("couple", 2)) if re.search(rf"\b{word}\b", text, re.I)
    }


def strange_numbers(record: Record) -> list[str]:
    """The numbers of a record that its words do not hold, with the field of each."""
    fields = record.model_dump()
    words = " … ".join(source.text for source in (record.source, *record.also))
    seen = numbers_in(words)
    strange = []
    for path, number in numbers_of(fields):
        top = path.split(".")[0]
        if top in {"time", "start", "stop"}:
            known = of_time(fields[top]["text"])
        elif top == "reference":
            known = numbers_in(fields["reference"]["text"])
        elif path == "number":
            known = seen | in_ranges(words)  # the fifth of ``ribs 4-7``
        elif path in {"count", "doses_given", "duration_value"}:
            known = seen | in_words(words)
        else:
            known = seen
        if number not in known and number.normalize() not in known:
            strange.append(f"{record.rule}: {path} = {number} not in “{words}”")
    return strange if record.basis == "stated" else []


def numbers_of(value: Any, path: str = "") -> Iterator[tuple[str, Decimal]]:
    """Every number in the fields of a record with the way to it, leaving out offsets and what is computed."""
    if isinstance(value, bool):
        return
    if isinstance(value, int | Decimal):
        yield path, abs(Decimal(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in COMPUTED | PLACES:
                yield from numbers_of(item, f"{path}.{key}" if path else key)


def assert_law(note: Note) -> int:
    """Every number of the note's records is told; returns how many records there are."""
    record = extract(note)
    records = [each for name in RecordLists.model_fields for each in getattr(record, name)]
    assert [line for each in records for line in strange_numbers(each)] == []
    for each in records:
        for source in (each.source, *each.also):
            assert note.text[source.start : source.end] == source.text
    return len(records)


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_number_of_a_note_stands_in_the_words_of_its_record(path: Path) -> None:
    assert_law(read_file(path, note_id="note"))


def test_the_law_is_tried_on_many_records() -> None:
    assert sum(assert_law(read_file(path, note_id="note")) for path in NOTES[:10]) > 100


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25), st.sampled_from(["\n", " ", "\n\n", ". "]))
def test_the_law_holds_where_lines_of_notes_meet_that_never_met(lines: list[str], joint: str) -> None:
    assert_law(read_text(joint.join(lines), note_id="note"))
