"""Endless runs end for every expression, and nothing in a text moves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import osteocase
from osteocase.pipeline.matching.tamed import BREAK, tamed

texts = st.lists(
    st.tuples(st.sampled_from([" ", "\n", "\t", "a", "(", "7", "µ"]), st.integers(1, 900)), max_size=6
).map(lambda runs: "".join(sign * count for sign, count in runs))


@given(text=texts)
def test_a_tamed_text_differs_in_single_characters_of_endless_runs_only(text: str) -> None:
    view = tamed(text)
    assert len(view) == len(text)
    assert all(new in (old, BREAK) for new, old in zip(view, text, strict=True))
    assert all(len(run) <= 400 for run in re.split(rf"[\s{BREAK}]", view))
    assert all(len(run) <= 150 for run in re.findall(r"\s+", view))


def test_a_text_of_usual_runs_is_left_as_it_is() -> None:
    text = "Calcium" + " " * 150 + "9.4 mg/dL\n" + "x" * 400
    assert tamed(text) is text


@pytest.mark.parametrize("run", [" ", "\t", "\n", "a", "(", "-", "1", ".", "\u00a0", "µ"])
def test_a_fact_beside_an_endless_run_is_read_where_it_stands(run: str) -> None:
    text = f"Serum calcium 9.4 mg/dL. {run * 60_000}\n\nT-score -2.5 at the lumbar spine."
    record = osteocase.read(text)
    assert [str(lab.value) for lab in record.labs] == ["9.4"]
    (bmd,) = record.bmd
    assert text[bmd.source.start : bmd.source.end] == bmd.source.text
    assert str(bmd.t_score) == "-2.5"
