"""Which ribs, metatarsals, metacarpals or digits: ``the 5th to 7th ribs``, ``ribs 4-7``, ``fifth metatarsal``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["NUMBERED", "ORDINALS", "numbers_beside"]

NUMBERED = frozenset({"rib", "metatarsal", "metacarpal", "toe", "finger"})
"""Bones that are told by number."""
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_VALUE = {word: number for number, word in enumerate(ORDINALS, start=1)}
_ORDINAL = rf"(?:(?:1[0-2]|[1-9])(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_NUMBER = rf"(?:(?:1[0-2]|[1-9])(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})"
_JOINT = r"(?:\s?,\s?(?:and\s|&\s?)?|\s?&\s?|\sand\s|\s?/\s?|\sor\s)"
_RANGE = r"(?:\s?[-‐‑–—]\s?|\sto\s(?:the\s)?|\sthrough\s(?:the\s)?)"
_SIDES = r"(?:(?:left|right|lt\.?|rt\.?|l|r|anterior|posterior|lateral|anterolateral|posterolateral)\s){0,3}"
_BEFORE = re.compile(
    rf"(?<![\w.,/])(?P<list>(?:{_NUMBER}(?:{_JOINT}|{_RANGE})){{0,6}}{_ORDINAL})\s{_SIDES}$", re.IGNORECASE
)
_RANGE_BEFORE = re.compile(
    rf"(?<![\w.,/-])(?P<list>(?:1[0-2]|[1-9]){_RANGE}(?:1[0-2]|[1-9])(?:{_JOINT}(?:1[0-2]|[1-9])){{0,4}})\s{_SIDES}$",
    re.IGNORECASE,
)
"""``R 3-8 rib fractures``: a range is no count."""
_AFTER = re.compile(
    r"(?:\s(?:fractures?|fxs?|#s?))?(?:\s?\(|\s?:)?\s?(?:of\s(?:the\s)?|on\sthe\s)?"
    rf"{_SIDES}(?P<list>{_NUMBER}(?:(?:{_JOINT}|{_RANGE}){_NUMBER}){{0,6}})"
    r"(?![\w%]|[.,/]\d|\s?(?:%|cm\b|mm\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|yrs?\b|ago\b|[-–]\s?(?:day|week|month|year)))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<range>{_RANGE})?(?P<number>{_NUMBER})", re.IGNORECASE)
_REACH = 60


def numbers_beside(text: str, start: int, end: int, limit: int) -> tuple[tuple[int, ...], int, int]:
    """Numbers told of the bone whose name stands at ``start`` to ``end``, with the stretch that then names it.

    A bare number before the name is a count (``3 ribs``), so only an ordinal tells which one.
    """
    low = max(0, start - _REACH)
    before = _BEFORE.search(text[low:start]) or _RANGE_BEFORE.search(text[low:start])
    if before is not None:
        return _numbers(before["list"]), low + before.start("list"), end
    after = _AFTER.match(text, end, min(limit, end + _REACH))
    if after is not None and (text[end : end + 1] in {" ", ":", "("}):
        return _numbers(after["list"]), start, after.end("list")
    return (), start, end


def _numbers(listed: str) -> tuple[int, ...]:
    found: list[int] = []
    for match in _ONE.finditer(listed):
        word = match["number"].lower()
        number = _VALUE.get(word) or int(re.match(r"\d+", word).group())  # type: ignore[union-attr]
        if match["range"] and found and found[-1] < number:
            found += range(found[-1] + 1, number)
        if number not in found:
            found.append(number)
    return tuple(found)
