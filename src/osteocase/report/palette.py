"""The colours of pages and figures: Okabe and Ito's set, told apart by colour-blind readers and in grey print.

Okabe M, Ito K. Color Universal Design (2008). Colours of text are darkened until their contrast on white is 4.5 to 1.
"""

from __future__ import annotations

__all__ = ["BLUE", "Colour", "GREEN", "INK", "LINK", "ORANGE", "PALE", "PAPER", "PURPLE", "QUIET", "RULE",
           "SKY", "VERMILION", "VERMILION_TEXT", "mix"]  # fmt: skip

Colour = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""


def _hex(code: str) -> Colour:
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


PAPER = _hex("FFFFFF")
INK = _hex("1C1F23")
QUIET = _hex("5B626B")
RULE = _hex("C9CED4")
PALE = _hex("F3F6F9")
BLUE = _hex("0B4A75")
LINK = _hex("00609C")
SKY = _hex("56B4E9")
GREEN = _hex("009E73")
ORANGE = _hex("E69F00")
VERMILION = _hex("D55E00")
VERMILION_TEXT = _hex("A84300")
PURPLE = _hex("CC79A7")


def mix(colour: Colour, share: float) -> Colour:
    """The colour thinned with white; ``share`` 1 leaves it, 0 gives white."""
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return (red, green, blue)
