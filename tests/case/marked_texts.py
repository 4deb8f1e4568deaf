"""Texts in which every identifier is marked, ``⟦A|Agnes Tulloch⟧``, and how many of them the rules find.

Half of the texts are open to whoever writes rules; the other half is only measured.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from osteocase.case import Redactor
from osteocase.reading import read_text
from osteocase.records import Note

__all__ = ["FOLDER", "Figures", "Marked", "marked_text", "measure", "texts"]

FOLDER = Path(__file__).parents[1] / "data" / "privacy"
_MARK = re.compile(r"⟦(?P<letter>[A-R])\|(?P<words>[^⟧]*)⟧")


@dataclass(frozen=True)
class Marked:
    """One text without its marks, and where they stood."""

    note: Note
    spans: tuple[tuple[int, int, str], ...]
    """(start, end, class)."""


@dataclass
class Figures:
    """What was found and what was not, over several texts."""

    marked: Counter[str] = field(default_factory=Counter)
    """Class letter to the number of marks."""
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """(text, class, words) of which a letter or digit is left."""
    false_alarms: list[tuple[str, str]] = field(default_factory=list)
    """(text, words) that were replaced although no mark touches them."""
    replaced: int = 0

    @property
    def recall(self) -> float:
        """Share of the marks of which nothing is left."""
        return 1 - len(self.missed) / self.marked.total()


def marked_text(path: Path) -> Marked:
    """The text of a file and its marks."""
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    last = length = 0
    words = path.read_text(encoding="utf-8")
    for match in _MARK.finditer(words):
        pieces += [words[last : match.start()], match["words"]]
        start = length + match.start() - last
        length = start + len(match["words"])
        spans.append((start, length, match["letter"]))
        last = match.end()
    text = "".join([*pieces, words[last:]])
    return Marked(read_text(text, note_id=path.stem), tuple(spans))


def texts(part: str) -> list[Marked]:
    """All texts of a part, ``open`` or ``aside``."""
    return [marked_text(path) for path in sorted((FOLDER / part).glob("*.txt"))]


def measure(part: str) -> Figures:
    """Each text read as the one note of its case."""
    figures = Figures()
    for marked in texts(part):
        text = marked.note.text
        replaced = [(span.start, span.end) for span in Redactor([marked.note]).spans(text)]
        figures.replaced += len(replaced)
        covered = {place for start, end in replaced for place in range(start, end)}
        for start, end, letter in marked.spans:
            figures.marked[letter] += 1
            if any(text[place].isalnum() and place not in covered for place in range(start, end)):
                figures.missed.append((marked.note.id, letter, text[start:end]))
        for start, end in replaced:
            if not any(start < last and first < end for first, last, _ in marked.spans):
                figures.false_alarms.append((marked.note.id, text[start:end]))
    return figures
