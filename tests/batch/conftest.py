"""Folders of small notes, and workers that find the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _workers_find_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def notes(tmp_path: Path) -> Write:
    """Call with words by file name; gives the folder."""

    def write(words: dict[str, str | bytes]) -> Path:
        folder = tmp_path / "notes"
        for name, text in words.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return folder

    return write


def results(out: Path) -> dict[str, bytes]:
    """Every whole file of a batch by name."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".parts" not in path.parts
    }
