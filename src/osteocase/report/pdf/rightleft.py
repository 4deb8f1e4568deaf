"""Right-to-left stretches of a line put into the order in which they are read.

A page description places glyphs from left to right, so Hebrew and Arabic words are turned around before they are drawn;
programs that read text out of a PDF turn them back. Arabic letters are not joined: the report says so.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ARABIC", "has_right_to_left", "turned"]

_STRONG = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_STRETCH = re.compile(f"[{_STRONG}](?:[^A-Za-z0-9\u00c0-\u024f]*[{_STRONG}])*")
_ANY = re.compile(f"[{_STRONG}]")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is read from right to left."""
    return not text.isascii() and _ANY.search(text) is not None


def turned(text: str) -> str:
    """The text with each right-to-left stretch in the order of drawing; marks stay with their letters."""
    return _STRETCH.sub(lambda match: _reversed(match.group(0)), text)


def _reversed(stretch: str) -> str:
    clusters: list[str] = []
    for char in stretch:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char.translate(_MIRRORED))
    return "".join(reversed(clusters))
