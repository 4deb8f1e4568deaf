"""A worker of a batch within one process: what stays behind of the notes that it has read."""

from __future__ import annotations

from pathlib import Path

from osteocase.batch.items import Item
from osteocase.batch.units import Unit
from osteocase.batch.worker import Settings, Worker
from osteocase.pipeline import load


def _unit(name: str, word: str) -> Unit:
    texts = [f"Calcium 2.31 mmol/L, asked by Dr {word}{number}." for number in "abcdefghij"]
    return Unit(name, tuple(Item(f"{name}-{at}", None, "", len(text), text) for at, text in enumerate(texts)))


def test_the_words_of_a_unit_go_with_it(tmp_path: Path) -> None:
    worker = Worker(Settings(storage=str(tmp_path)), [])
    worker.warm_up()
    assert worker.read(_unit("first", "Abernathyson"), at=lambda position: None)["notes"] == 10
    known = len(load().vocab.strings)
    assert worker.read(_unit("second", "Zwingliborough"), at=lambda position: None)["failed"] == 0
    assert len(load().vocab.strings) == known
    assert "Zwingliborougha" not in load().vocab.strings
