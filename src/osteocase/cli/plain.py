"""Text of notes made harmless for a terminal: what would move the cursor or turn the writing becomes visible."""

from __future__ import annotations

import re

__all__ = ["visible"]

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed: escapes start here
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # signs that turn the direction of writing
    "\u2028\u2029\ud800-\udfff]"
)
_CONTROL_PICTURES = 0x2400
"""Unicode's pictures of the control characters start here: ␛ for escape."""


def visible(text: str) -> str:
    """The text with every character that a terminal would act on shown as a sign instead."""
    return _HARMFUL.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == 0x7F else "\ufffd"
