"""Numbers that are said in words, as figures: ``minus two point two``, ``forty-five``, ``fifteen``."""

from __future__ import annotations

import re

__all__ = ["in_figures"]

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS))},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "fourty": 40,
    "oh": 0,
}
_UNIT = "|".join(_UNITS)
_WHOLE = rf"(?:(?:{'|'.join(_TENS)}|fourty)(?:[\s-]+(?:{'|'.join(_UNITS[1:])})\b)?|{'|'.join(_TEENS)}|{_UNIT})"
_SIGN = r"(?P<sign>minus|negative|plus)\s+"
_DIGITS = rf"(?:(?:{_UNIT}|oh|\d)\b[\s-]*)+"
_DECIMAL = re.compile(rf"\b(?:{_SIGN})?(?P<whole>{_WHOLE}|\d+)\s+point\s+(?P<part>{_DIGITS}|{_WHOLE}\b)", re.IGNORECASE)
_PART_END = re.compile(r"[\s-]+$")
_SIGNED = re.compile(rf"\b{_SIGN}(?P<number>(?:{_WHOLE})\b|\d+(?:\.\d+)?)", re.IGNORECASE)
_LARGE = re.compile(
    rf"\b(?:(?:{'|'.join(_TENS)}|fourty)(?:[\s-]+(?:{'|'.join(_UNITS[1:])})\b)?|{'|'.join(_TEENS)})\b", re.IGNORECASE
)
"""From ten on: a smaller word is often no number (``the two``, ``one of them``)."""


_SMALL = re.compile(
    rf"\b(?P<number>an?|half an?|{_UNIT})\s+(?P<unit>(?:milli|micro|kilo)?-?grams?|mg|g|mcg|µg|ug|kg|kilos?|cm|pounds?|"
    r"lbs?|units?|iu|percent|%)(?!\w)(?!\s+of\b)",
    re.IGNORECASE,
)
"""A small number is one where a unit stands behind it: ``one gram``."""
_OF_HABIT = re.compile(
    rf"\b(?:{'|'.join(_UNITS[2:])})(?=\s+(?:small\s+|large\s+)?(?:beers|glasses|drinks|pints|bottles|cigarettes|cigars|packs)\b)",
    re.IGNORECASE,
)
"""``four beers a week``."""
_THOUSANDS = re.compile(
    r"(?<![\w.,])([1-9]\d{0,2}),(\d{3})(?=\s*(?:iu|i\.u\.|ie|units?|mg|mcg|µg|μg|ug|micrograms?|milligrams?)(?!\w))",
    re.IGNORECASE,
)
"""``1,000 IU``: a dose of drugs has thousands, and no three decimals."""
_HUNDREDS = re.compile(
    rf"\b(?P<many>an?|{'|'.join(_UNITS[1:])})\s+(?P<size>hundred|thousand)(?:\s+(?:and\s+)?(?P<rest>{_WHOLE})\b)?",
    re.IGNORECASE,
)


def in_figures(say: str) -> str:
    """The utterance with its numbers of ten and more, with a sign or with decimals in figures."""
    say = _DECIMAL.sub(_decimal, say)
    say = _HUNDREDS.sub(_hundreds, say)
    say = _THOUSANDS.sub(r"\1\2", say)
    say = _OF_HABIT.sub(lambda match: str(_VALUES[match.group().lower()]), say)
    say = _SIGNED.sub(lambda match: _sign(match) + _whole(match["number"]), say)
    return _SMALL.sub(_with_unit, _LARGE.sub(lambda match: _whole(match.group()), say))


def _with_unit(match: re.Match[str]) -> str:
    said = match["number"].lower()
    number = "0.5" if said.startswith("half") else str(_VALUES.get(said, 1))
    return f"{number} {re.sub('^grams?$', 'g', match['unit'])}"


def _hundreds(match: re.Match[str]) -> str:
    size = 100 if match["size"].lower() == "hundred" else 1000
    return str(_VALUES.get(match["many"].lower(), 1) * size + int(_whole(match["rest"]) if match["rest"] else 0))


def _decimal(match: re.Match[str]) -> str:
    part = _PART_END.sub("", match["part"])
    words = re.split(r"[\s-]+", part.lower())
    digits = "".join(word if word.isdecimal() else str(_VALUES[word]) for word in words)
    if len(words) > 1 and words[0] in _TENS:
        digits = _whole(part)
    return f"{_sign(match)}{_whole(match['whole'])}.{digits}{match['part'][len(part) :]}"


def _sign(match: re.Match[str]) -> str:
    return {"plus": "+", "minus": "-", "negative": "-"}.get((match["sign"] or "").lower(), "")


def _whole(words: str) -> str:
    if words[0].isdecimal():
        return words
    return str(sum(_VALUES[word] for word in re.split(r"[\s-]+", words.lower())))
