"""Numbers as notes write them: with comparator, sign, range, ratio and unit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Quantity", "find_quantities", "plain_number"]


class Quantity(NamedTuple):
    """A number, range or ratio with what belongs to it."""

    start: int
    """Start with the comparator."""
    end: int
    """End with the unit."""
    number_end: int
    """End of the number without the unit."""
    kind: str
    """``number``, ``range`` (4 to 4.5), ``ratio`` (1/320, 140/57) or ``titre`` (1:40)."""
    value: str
    """The number as plain digits with a point, signed; the first one of a range or ratio."""
    high: str | None
    """Second number of a range or ratio."""
    comparator: str | None
    unit: str | None
    """UCUM code."""
    unit_text: str | None


MINUS = "-‐‑‒–−﹣－"
_NUMBER = r"(?:\d{1,2} \.\d{1,3}(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,·]\d+)?|\.\d+)"
_POWER = (
    r"\s?[x×]\s?10(?:\s?\^\s?\d{1,2}|[⁰¹²³⁴-⁹]{1,2}"
    r"|\s?\d{1,2}(?=\s?(?:(?:IU|UI|U|copies|cop|c|CFU|cells)\b|to\s\d)))(?!\d)"
)
"""Power of ten: ``1.5x10^7``, ``6.17 x10⁵``; ``x10 7`` before a unit of counts, where the raised figure was lost."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_COMPARATOR_WORDS = {
    "less than or equal to": "<=", "greater than or equal to": ">=", "less than": "<", "lower than": "<",
    "fewer than": "<", "greater than": ">", "more than": ">", "higher than": ">", "below": "<", "above": ">",
    "under": "<", "over": ">", "at least": ">=", "at most": "<=", "up to": "<=", "not exceeding": "<=",
    "no more than": "<=", "exceeding": ">",
}  # fmt: skip
_COMPARATOR_SIGNS = {
    "<": "<",
    ">": ">",
    "<=": "<=",
    "=<": "<=",
    ">=": ">=",
    "=>": ">=",
    "≤": "<=",
    "≥": ">=",
    "⩽": "<=",
    "⩾": ">=",
}


def _spaced(words: str) -> str:
    """Words as a regular expression that does not start or end inside another word."""
    return r"(?<![^\W_])" + words.replace(" ", r"[ \n]+") + r"(?![^\W_])"


_comparators = "|".join(
    [re.escape(sign) for sign in sorted(_COMPARATOR_SIGNS, key=len, reverse=True)]
    + [_spaced(words) for words in sorted(_COMPARATOR_WORDS, key=len, reverse=True)]
)
_QUANTITY = re.compile(
    rf"(?:(?P<comparator>{_comparators})\s*(?:an?\s+(?=\d))?)?"
    rf"(?P<sign>\(\s?[{MINUS}]\s?\)\s?(?=\d)|(?<![\w.,)])[{MINUS}+]\s?(?=\d|\.\d)|(?<!\w)(?:minus|negative)\s+(?=\d))?"
    rf"(?:(?<![\w.])|(?<=\.\.)(?=\d))(?P<number>{_NUMBER})(?![.,]?\d)(?P<power>{_POWER})?"
    rf"(?:(?P<join>[{MINUS}~]| [{MINUS}~] |[ \n]to[ \n]|\s?/\s?|:)"
    rf"(?P<second_sign>(?<=[\s/:]|[{MINUS}])[{MINUS}]\s?(?=\d)|(?:minus|negative)\s+)?(?P<second>{_NUMBER})"
    rf"(?:(?P<second_power>{_POWER})|(?![\w.]*\d)))?",
    re.IGNORECASE,
)
_NUMBER_START = re.compile(r"(?<![\w.])(?:\d|\.\d)|(?<=\.\.)\d")
"""Where numbers start; leaders may stand before one: ``Calcium.......2.31``."""
_LONGEST_LEAD = 60
"""Characters that a comparator and a sign may take before a number."""
_MAY_LEAD = re.compile(
    rf"(?:[{MINUS}+<>≤≥⩽⩾=]|than|to|below|above|under|over|least|most|exceeding|minus|negative|\)|an?)[\s(]*\Z",
    re.IGNORECASE,
)
"""The last word before a number that has a comparator or a sign."""
_LEAD = re.compile(
    rf"(?=[^\W\d]|[{MINUS}+<>≤≥⩽⩾=(])(?:(?:{_comparators})\s*(?:an?\s+)?)?"
    rf"(?:\(\s?[{MINUS}]\s?\)\s?|(?<![\w.,)])[{MINUS}+]\s?|(?<!\w)(?:minus|negative)\s+)?\Z",
    re.IGNORECASE,
)
_UNIT_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]*(?:\n[ \t]*)?")
_ATTACHED = re.compile(r"[A-Za-z%°µμ]")


def plain_number(written: str) -> str:
    """A number as written to plain digits with a point.

    ``1,250`` is a thousand marks; ``8,6`` and ``0,842`` are decimals, since no count in a note is written ``0,842``.
    """
    if written.isdecimal():
        return written
    written = written.replace("·", ".").replace(" ", "")  # "3 .2" comes from character recognition
    if "," in written and re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", written):
        return written.replace(",", "")
    written = written.replace(",", ".")
    return f"0{written}" if written.startswith(".") else written


def find_quantities(text: str, knowledge: Knowledge, times: Sequence[TimeMention]) -> list[Quantity]:
    """Every number of a text that is not part of a word or of a time, in order."""
    quantities = []
    time_starts = [time.start for time in times]

    def hiding(at: int) -> TimeMention | None:
        index = bisect_right(time_starts, at) - 1
        return times[index] if index >= 0 and times[index].end > at and times[index].hides_numbers else None

    for found in _numbers(text):
        match: re.Match[str] | None = found
        time = hiding(found.start("number"))
        if time is not None:  # "from 28 in March 2021 to 96": the year bounds no range, and the 96 is a number
            later = found["second"] is not None and time.end <= found.start("second")
            match = _QUANTITY.match(text, found.start("second")) if later else None
            match = None if match is None or hiding(match.start("number")) is not None else match
        quantity = _quantity(text, match, knowledge) if match is not None else None
        if quantity is not None:
            quantities.append(quantity)
    return quantities


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number with what may stand before it, from left to right.

    The expression is tried at the numbers alone, since trying it at every letter of a text takes longer than all else
    that is done with its numbers.
    """
    reached = 0
    for place in _NUMBER_START.finditer(text):
        start = place.start()
        if start < reached:
            continue
        match = None
        low = max(reached, start - _LONGEST_LEAD)
        if _MAY_LEAD.search(text, max(low, start - 12), start) is not None:
            while match is None and (lead := _LEAD.search(text, low, start)) is not None:
                match, low = _QUANTITY.match(text, lead.start()), lead.start() + 1  # "more than a", before "minus 0"
        match = match if match is not None and match.end() > start else _QUANTITY.match(text, start)
        if match is not None:
            yield match
            reached = match.end()


def _quantity(text: str, match: re.Match[str], knowledge: Knowledge) -> Quantity | None:
    comparator_text = match["comparator"] if not _is_arrow(text, match) else None
    comparator = None
    if comparator_text:
        plain = " ".join(comparator_text.lower().split())
        comparator = _COMPARATOR_SIGNS.get(comparator_text) or _COMPARATOR_WORDS.get(plain)
    minus = "-" if _is_minus(match["sign"]) else ""
    power, power_end = _power(text, match, "number", "power", knowledge)
    value = minus + _raised(plain_number(match["number"]), power)
    kind, high, number_end = "number", None, power_end
    if match["second"] is not None and power_end == match.end("power" if match["power"] else "number"):
        power, number_end = _power(text, match, "second", "second_power", knowledge)
        kind, high = _joined(match, power)
    unit_id, unit_text, end = _unit(text, number_end, knowledge)
    if unit_id is None and _ATTACHED.match(text, number_end):
        # A letter glued to the number that is no unit: an ordinal, a code, an identifier.
        return None
    start = (
        match.start("comparator")
        if comparator_text
        else match.start("sign")
        if match["sign"]
        else match.start("number")
    )
    return Quantity(start, end, number_end, kind, value, high, comparator, unit_id, unit_text)


def _is_arrow(text: str, match: re.Match[str]) -> bool:
    """``9.2 -> 11.0`` and ``1.9 > 1.6`` tell a course; the sign bounds nothing."""
    sign, start = match["comparator"], match.start()
    if sign not in {">", "=>"}:
        return False
    before = text[max(0, start - 2) : start]
    if before[-1:] in {"-", "–", "—", "=", ">"} or before[-1:].isdecimal():
        return True
    has_gap = sign == "=>" or text[match.end("comparator") : match.end("comparator") + 1] == " "
    return has_gap and before[-1:] == " " and (before[:1].isdecimal() or before[:1] == ")")


def _power(text: str, match: re.Match[str], number: str, power: str, knowledge: Knowledge) -> tuple[str | None, int]:
    """The power of ten after a number and where the two end; the one of ``6.4 x10^9/L`` belongs to the unit."""
    if match[power] is None or _unit(text, match.end(number), knowledge)[0] is not None:
        return None, match.end(number)
    return match[power], match.end(power)


def _raised(number: str, power: str | None) -> str:
    """``1.5`` and ``x10^7`` to ``15000000``."""
    if not power:
        return number
    exponent = re.sub(r"^\s?[x×]\s?10\s?\^?\s?", "", power.lower()).translate(_RAISED)
    return format(Decimal(number).scaleb(int(exponent)), "f")


def _is_minus(sign: str | None) -> bool:
    return sign is not None and not sign.strip().startswith("+")


def _joined(match: re.Match[str], power: str | None) -> tuple[str, str | None]:
    """Kind of a pair of numbers and its second number."""
    join = match["join"].strip().lower()
    second = ("-" if match["second_sign"] else "") + _raised(plain_number(match["second"]), power)
    if join == "/":
        return "ratio", second
    if join == ":":
        return "titre", second
    return "range", second


def _unit(text: str, position: int, knowledge: Knowledge) -> tuple[str | None, str | None, int]:
    gap = _UNIT_GAP.match(text, position)
    start = gap.end() if gap else position
    hyphen = start < len(text) and text[start] in "-‐‑" and start == position
    match = knowledge.unit_at(text, start + 1 if hyphen else start)
    if match is None:
        return None, None, position
    written = match.group()
    if "\n" in text[position : match.start()] and len(written) < 3:
        return None, None, position
    return knowledge.unit_of(written), written, match.end()
