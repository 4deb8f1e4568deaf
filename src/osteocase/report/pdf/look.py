"""How the pages look: sizes, colours and text styles, all of one family."""

from __future__ import annotations

from dataclasses import dataclass

from osteocase.errors import ReportError
from osteocase.report.palette import BLUE, INK, QUIET, VERMILION_TEXT, Colour

__all__ = ["BODY", "CAPTION", "HEADINGS", "IDENTITY", "LABEL", "MARGIN_SIDE", "NOTE", "PAGE_SIZES", "SMALL_TABLE",
           "TABLE", "TABLE_NARROW", "TONES", "Style", "page_size"]  # fmt: skip

PAGE_SIZES = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
"""Width and height in points."""

MARGIN_SIDE = 54.0
MARGIN_TOP = 60.0
MARGIN_BOTTOM = 54.0


def page_size(name: str) -> tuple[float, float]:
    """Width and height of a named size.

    Raises:
        ReportError: the size is not known.
    """
    for known, size in PAGE_SIZES.items():
        if known.lower() == name.lower():
            return size
    raise ReportError(f"no page size is called {name!r}", hint="A4 or Letter")


@dataclass(frozen=True, slots=True)
class Style:
    """Type size and distance between base lines in points, weight and colour."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: Colour = INK


BODY = Style(8.8, 12.6)
IDENTITY = Style(7.8, 10.8, colour=QUIET)
NOTE = Style(7.2, 9.8)
LABEL = Style(8.0, 11.0, bold=True)
CAPTION = Style(8.0, 10.8)
TABLE = Style(7.9, 10.4)
TABLE_NARROW = (TABLE, Style(7.2, 9.6), Style(6.5, 8.8), Style(5.9, 8.0))
"""Ever smaller sets for wide tables; what does not fit the smallest is split into panels."""
SMALL_TABLE = Style(6.7, 8.9)
HEADINGS = {
    1: Style(16.0, 19.6, bold=True, colour=BLUE),
    2: Style(12.2, 15.4, bold=True, colour=BLUE),
    3: Style(9.4, 12.6, bold=True),
}
TONES: dict[str, Colour] = {"plain": INK, "quiet": QUIET, "alert": VERMILION_TEXT, "author": INK}
RULE_HEAVY = 0.8
RULE_LIGHT = 0.25
