"""Numbers as densitometry reports write them: every minus sign, decimal comma, raised point, numbers in words.

Reports write what other parts of a note do not (``T-2.5``, ``( - ) 1.9``, ``minus two point five``, ``.812``),
so these numbers have a reader of their own. It looks away from what is no number of a result: levels, dates, ``33 %``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["BREAK", "MINUS", "Number", "masked", "numbers_in"]


class Number(NamedTuple):
    """A number with its sign, comparator and unit."""

    start: int
    """Start with the comparator."""
    end: int
    """End with the unit."""
    number_start: int
    """Start of the sign, or of the digits where there is none."""
    number_end: int
    value: str
    """Plain digits with a point, signed."""
    places: int
    """Digits after the point as written."""
    sign: str
    """``-``, ``+`` or nothing, as written."""
    comparator: str | None
    unit: str | None
    """``g/cm2``, ``%``, ``SD``, ``other``, or None."""
    bound_after: bool
    """True for ``-2.5 or lower``."""


MINUS = "-‐‑‒–−﹣－"
BREAK = "\x01"
"""What stands for a level, site or label in a text whose masks are put on: neither letter, digit nor space."""

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORD_DIGITS = {word: str(value) for value, word in enumerate(_ONES)} | {"nought": "0", "oh": "0"}
_word = "|".join(_WORD_DIGITS)

_COMPARATORS = {
    "<=": "<=", "=<": "<=", "≤": "<=", "⩽": "<=", ">=": ">=", "=>": ">=", "≥": ">=", "⩾": ">=", "<": "<", ">": ">",
    "less than or equal to": "<=", "greater than or equal to": ">=", "at most": "<=", "below": "<", "under": "<",
    "less than": "<", "lower than": "<", "worse than": "<", "above": ">", "over": ">",
    "greater than": ">", "more than": ">", "higher than": ">", "better than": ">", "at least": ">=", "exceeding": ">",
}  # fmt: skip
_comparators = "|".join(
    re.escape(sign) if not sign[0].isalpha() else rf"\b{sign.replace(' ', chr(92) + 's+')}\b"
    for sign in sorted(_COMPARATORS, key=len, reverse=True)
)
_NUMBER = re.compile(
    rf"(?:(?P<comparator>(?<![{MINUS}=>])(?<!\)\s)(?:{_comparators}))\s{{0,3}}(?:an?\s|the\s|of\s|[:=]\s?)?)?"
    rf"(?P<sign>\(\s?[{MINUS}]\s?\)\s?|(?<![^\W_])(?<![.%])(?:[{MINUS}+]\s?|[—±]|-/\+)(?=[\d.])"
    rf"|\b(?:minus|negative|neg\.?|plus)\s{{1,2}})?"
    rf"(?<![^\W_])(?<![\d.·])"
    rf"(?P<number>(?:\d{{1,4}}\s\.\d{{1,3}}|\d{{1,4}}\.\s?\d{{1,4}}|\.\d{{1,4}})(?!\d|\.\d)"
    rf"|(?:\d{{1,4}},\d{{1,4}}|\d,\s\d{{3}}|\d{{1,4}}[·•‧]\s?\d{{1,4}}|\d{{1,4}})(?!\d|[.,·]\d)"
    rf"|\b(?P<words>(?:{_word})(?:[\s-]+(?:point|decimal|comma)(?:[\s-]+(?:{_word})\b){{1,3}}|\s+and\s+(?:a"
    rf"|one)\s+half)?)\b)",
    re.IGNORECASE,
)
_UNITS = (
    (
        "g/cm2",
        re.compile(
            r"\s{0,3}(?:g|gr?ms?|grams?)\s?(?:/|per|[·∙⋅]|p)\s?(?:cm|c\.m\.|sq\.?\s?cm|square\s+centi\w+"
            r"|centi\w+\s+squared)"
            r"(?:\s?\^?\s?[-−–⁻]?\s?[2²'])?(?![\s^]?[3³])",
            re.IGNORECASE,
        ),
    ),
    ("%", re.compile(r"\s{0,2}(?:%|per\s?cent\b|percent\b|pct\b)", re.IGNORECASE)),
    ("SD", re.compile(r"\s{0,2}(?:SDs?|S\.D\.?|standard\s+deviations?)(?![\w])", re.IGNORECASE)),
    (
        "other",
        re.compile(
            r"\s{0,2}(?:m?g\s?/\s?(?:c\.?m\.?\s?\^?[3³]|cc|ccm|ml)|mg|HU|dB|m/s|years?|yrs?|y/?o|months?|mths?|mos?|weeks?|wks?|days?|hours?|hrs?|mins?|cm|mm"
            r"|kgs?|lbs?"
            r"|inch(?:es)?|units?|times|fold|points?|mcg|µg|μg|IU|ml|x|mSv|stones?|vertebrae|fractures?|levels?|scans?"
            r"|visits?|doses?|sites?|injections?|infusions?|out\s+of|packs?|cigarettes|per\s+(?:day|week))(?!\w)",
            re.IGNORECASE,
        ),
    ),
)
_BOUND_AFTER = re.compile(
    r"\s{0,2}(?:(?:or|and)\s+(?:below|less|lower|worse|under|above|more|higher|better|greater)\b|以下)", re.IGNORECASE
)


def masked(scan: Scan, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """The text of a stretch in which each of the spans is a break, so that nothing inside reads as a number."""
    text = scan.text[start:end]
    parts: list[str] = []
    position = 0
    for left, right in sorted(spans):
        left, right = max(left - start, position), min(right - start, len(text))
        if text[left : left + 1] == "%":
            left += 1  # the unit of the number before "% of YAM"
        if right <= left:
            continue
        parts += [text[position:left], BREAK * (right - left)]
        position = right
    parts.append(text[position:])
    return "".join(parts)


_CITED = re.compile(r"(?<=\d[.,]\d) \d{1,2}(?:, \d{1,2})+(?=[\s.;)]|\Z)(?![ ]*[-−–]?\d)")
"""``a T-score of -2.4 1, 2``: numbers of the literature."""


def numbers_in(scan: Scan, start: int, end: int, covered: str) -> list[Number]:
    """The numbers of a stretch; ``covered`` is its text with the masks on."""
    found: list[Number] = []
    cited = [match.span() for match in _CITED.finditer(covered)]
    for match in _NUMBER.finditer(covered):
        if any(left <= match.start() < right for left, right in cited):
            continue
        if found and start + match.start("number") < found[-1].end:
            continue  # the 2 of "g·cm-2"
        if match["words"] and not (
            match["sign"] or re.search(r"point|decimal|comma|half", match["words"], re.IGNORECASE)
        ):
            continue
        number = _number(scan, match, start, end, covered)
        if number is not None:
            found.append(number)
    return found


def _number(scan: Scan, match: re.Match[str], start: int, end: int, covered: str) -> Number | None:
    written = match["number"]
    sign_text = (match["sign"] or "").strip().lower()
    if sign_text in {"±", "-/+"}:
        return None
    sign = "" if not sign_text else "+" if sign_text in {"+", "plus"} else "-"
    plain = _plain(written)
    places = len(plain.partition(".")[2])
    number_end = match.end("number")
    unit, unit_end = _unit(scan, covered, start, number_end)
    if unit is None and covered[number_end : number_end + 1].isalpha():
        return None
    if places == 2 and not sign and re.match(r"\s\d(?![\d.,])", covered[number_end : number_end + 3]):
        return None  # "0.68 1": noise has split the number, and a reader has to guess
    comparator = _COMPARATORS.get(" ".join((match["comparator"] or "").lower().split()))
    after = _BOUND_AFTER.match(covered, unit_end)
    return Number(
        start + match.start(),
        start + unit_end,
        start + (match.start("sign") if match["sign"] else match.start("number")),
        start + number_end,
        ("-" if sign == "-" else "") + plain,
        places,
        sign,
        comparator,
        unit,
        after is not None,
    )


def _plain(written: str) -> str:
    if written[0].isalpha():
        first, *rest = re.split(r"[\s-]+", written.lower())
        if "half" in rest:
            return f"{_WORD_DIGITS[first]}.5"
        part = "".join(_WORD_DIGITS[word] for word in rest[1:])
        return f"{_WORD_DIGITS[first]}.{part}" if part else _WORD_DIGITS[first]
    number = re.sub(r"[,·•‧]", ".", re.sub(r"\s", "", written))
    return f"0{number}" if number.startswith(".") else number


def _unit(scan: Scan, covered: str, start: int, position: int) -> tuple[str | None, int]:
    for name, pattern in _UNITS:
        match = pattern.match(covered, position)
        if match is not None:
            return name, match.end()
    gap = re.compile(r"[ \t\u00a0]{0,2}").match(covered, position)
    at = gap.end() if gap else position
    match = scan.knowledge.unit_at(scan.text, start + at)
    if (
        match is None
        or match.group()[0] in "/-"
        or re.fullmatch(r"[A-Z]|in|h|s|U|C|F", match.group())
        or covered[at : at + 1] == BREAK
    ):
        return None, position
    return "other", match.end() - start
