"""Note text made harmless for a terminal, one character for one, so that every offset still fits.

A note can hold terminal escapes, control characters and marks that turn the direction of writing; shown as they are,
they could move the cursor, rewrite the screen or show a value in another order than it is stored. Each is shown as a
visible sign instead. Letters, accents and emoji stay as they are.
"""

from __future__ import annotations

from rich.text import Text

__all__ = ["neutral", "plain_text"]

_CONTROL_PICTURES = 0x2400
_SIGNS: dict[int, str] = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20) if chr(code) not in "\n\t"}
_SIGNS[0x7F] = "␡"
_SIGNS |= dict.fromkeys(range(0x80, 0xA0), "�")  # C1 controls: some terminals obey them like escape sequences
_SIGNS[0x85] = "␤"
_SIGNS |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "◊")  # direction
_SIGNS |= dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD), "·")  # no width: words would look joined
_SIGNS |= dict.fromkeys((0x2028, 0x2029), "␤")  # line ends that a text widget would break at
_SIGNS |= dict.fromkeys(range(0xFFF9, 0xFFFC), "�")
_SIGNS |= dict.fromkeys(range(0xD800, 0xE000), "�")  # half of a pair: cannot be written to a terminal
_SIGNS |= dict.fromkeys(range(0xE0000, 0xE0080), "�")  # tags that show nothing
_TABLE = str.maketrans({chr(code): sign for code, sign in _SIGNS.items()})


def neutral(text: str) -> str:
    """The text with every sign that could act on the terminal made visible; same length, same offsets."""
    return text.translate(_TABLE)


def plain_text(text: str, style: str = "") -> Text:
    """The text as it is, never read as markup, harmless for the terminal."""
    return Text(neutral(text), style=style, end="")
