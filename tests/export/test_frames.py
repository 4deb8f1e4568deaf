"""Records as data frames of either library: the same rows and columns as the flat tables, and no number changed."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest

import osteocase
from osteocase.case import build_case
from osteocase.errors import OutputError
from osteocase.export import TABLES, FrameLibrary, frames, rows_of_case

TEXTS = {
    "clinic": "Age 61. T-score -2.50 at the lumbar spine (L1-L4). Alendronate weekly since 2019. Calcium 9.40 mg/dL.",
    "film": "Compression fractures of T12 and L1. No fracture of the sacrum.",
}
CASE = build_case([osteocase.read(text, note_id=name) for name, text in TEXTS.items()], case_id="one")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_every_table_has_its_columns_and_the_rows_of_the_record(library: FrameLibrary) -> None:
    found = frames(CASE, library=library)
    wanted = [name for name, _ in rows_of_case(CASE)]
    assert {name: len(frame) for name, frame in found.items()} == {name: wanted.count(name) for name in TABLES}
    assert all(set(TABLES[name].heads) <= set(frame.columns) for name, frame in found.items())


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_numbers_keep_every_digit_beside_their_floating_point(library: FrameLibrary) -> None:
    rows = frames([osteocase.read(TEXTS["clinic"])], library=library)["bmd"]
    assert list(rows["t_score_as_written"]) == ["-2.50"]
    assert [Decimal(str(number)) for number in rows["t_score"]] == [Decimal("-2.5")]


def test_a_missing_library_is_told_with_the_way_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(OutputError, match="data frames need polars") as told:
        frames(CASE, library="polars")
    assert told.value.hint == "pip install 'osteocase[frames]'"
