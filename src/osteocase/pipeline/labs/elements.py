"""What a sentence is made of for the laboratory: names, values, results in words, times, and groups of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from osteocase.pipeline.labs.annotations import Annotation
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.result_dates import result_times
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Element", "Group", "elements_of", "shares_of_cells"]


class Element(NamedTuple):
    """One thing in the chain of a sentence."""

    start: int
    end: int
    kind: str
    """``name``, ``value``, ``result`` or ``time``."""
    thing: Mention | Quantity | TimeMention


@dataclass
class Group:
    """Names that share what follows them, with their values."""

    names: list[Mention]
    prefix: Mention | None = None
    """A result in words before the first name: ``low sodium``."""
    values: list[tuple[Quantity, Annotation, TimeMention | None]] = field(default_factory=list)
    result: Mention | None = None
    """A result in words after the names: ``were normal``."""
    time: TimeMention | None = None
    before: Quantity | None = None
    """A number straight before the name, its value where none follows: ``198,000 platelets``."""
    slashed: bool = False
    """Names joined by a slash, whose values are joined by one too: ``ALT/AST 34/28``."""
    again: bool = False
    """A further result of names told before: ``and these were normal on 08/15``."""
    end: int = 0
    """Where the group's last element ends."""
    reference: dict[str, Any] | None = None
    """An interval told in brackets after the name: ``ALP (40-130 U/L): 18``."""
    unit: tuple[str, str] | None = None
    """Unit of that interval, as a code and as written."""
    led_by: TimeMention | None = None
    """The time that leads the clause: ``at discharge`` in ``Na 128; at discharge Na 135, K 4.0``."""


_CLOCK = re.compile(r",?\s(?:at\s)?[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)")
"""``9.3 mg/dL (04/11/23 07:45:00)``: the hour behind a day is no number of a result."""
_UP_TO = re.compile(r"up\s+to\s+", re.IGNORECASE)
_WENT = re.compile(
    r"\b(?:came|went|back|rose|gone|come|increased|trended|crept|bumped|jumped|shot|is|was|been|coming|going|now)\s+$",
    re.IGNORECASE,
)
_ION = re.compile(r"(?:Ca|Mg|Fe|Zn|Na|K|Cl|HCO3)\s*$")
_DECADES = re.compile(
    r"(?<![\w.,/$])(?P<low>\d{1,3}0)'?s\b"
    r"(?:\s?(?:to|-|–|and)\s?(?:the\s)?(?:(?:low|mid|high|upper|lower)[ -])?(?P<high>\d{1,3}0)'?s\b)?"
    r"(?!\s?(?:years?|kg|cm)\b)"
)
_OF_A_LIFE = re.compile(r"\b(?:his|her|their|my|age|aged)\s+(?:(?:early|mid|late)[ -])?$", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?P<number>twice|two|three|four|five|six|seven|eight|ten|twenty)"
    r"(?:(?=[ -]?(?:times|fold)\s+(?:the\s+)?(?:upper|ULN|normal))|\s+(?:the\s+)?(?=upper\s|ULN))",
    re.IGNORECASE,
)
_COUNTED = {
    "twice": "2", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "ten": "10", "twenty": "20",
}  # fmt: skip
_LIMIT = re.compile(r"\b(?:upper\s+(?:normal\s+)?limit|ULN|times\s+normal)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\w.,])(?P<number>\d+(?:\.\d+)?)(?:[kK](?![\w/])|\s(?:thousand|thou)\b)")


_SHARES = re.compile(
    r"(?<![\w.,/-])(?:\d{1,2}\s?%?\s?[NPLMEB](?![\w'])(?:[\s,;/]|and\b){0,5}){2,6}|(?<![\w.,/-])\d{1,2}\s?%\s?[NPLMEB](?![\w'])"
)
"""``11.8 (52L, 38N)``, ``60N 30L 5M`` and ``88% N``: shares of the white cells with their letters behind them."""
_SHARES_REACH = 60


def shares_of_cells(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
    """Where the white cells behind their count are told by their letters: ``WBC 11.8 (52L, 38N)``."""
    counts = [name for name in scan.mentions_in(start, end, "analyte") if name.id == "leukocytes"]
    return [
        match.span()
        for count in counts
        for match in _SHARES.finditer(scan.text, count.end, min(end, count.end + _SHARES_REACH))
        if "\n" not in scan.text[count.end : match.start()]
    ]


def elements_of(scan: Scan, start: int, end: int, names: list[Mention]) -> list[Element]:
    """Names, times, numbers and results in words of a sentence, in order.

    None overlap, except that a result may contain a name: ``no monoclonal protein``.
    """
    words = [
        word
        for word in scan.words_in(start, end, "result")
        if scan.text[word.start].isalpha() or not _ION.search(scan.text, start, word.start)
    ]
    found = [Element(name.start, name.end, "name", name) for name in names]
    taken = [(name.start, name.end) for name in names]
    aside = shares_of_cells(scan, start, end)
    found = [one for one in found if not any(left <= one.start < right for left, right in aside)]

    def add(left: int, right: int, inner: int, kind: str, thing: Mention | Quantity | TimeMention) -> None:
        if not any(left < stop and begin < inner for begin, stop in taken):
            found.append(Element(left, right, kind, thing))
            taken.append((left, right))

    taken += aside
    for sign in _signs(scan, start, names):
        add(sign.start, sign.end, sign.end, "result", sign)
    for word in words:
        if "+" in scan.text[word.start : word.end]:
            add(word.start, word.end, word.end, "result", word)
    for time in result_times(scan, start, end):
        clock = _CLOCK.match(scan.text, time.end) if time.kind == "date" else None
        end_of_time = clock.end() if clock is not None else time.end
        add(time.start, end_of_time, end_of_time, "time", time)
    for quantity in map(
        partial(_without_reach, scan),
        (
            *_thousands(scan, start, end),
            *_decades(scan, start, end),
            *_times_limit(scan, start, end),
            *scan.quantities_in(start, end),
        ),
    ):
        quantity = _without_name(scan, quantity, names)
        add(quantity.start, quantity.end, quantity.number_end, "value", quantity)
    for word in words:
        if any(word.start < name.start and name.end <= word.end for name in names):
            found.append(Element(word.start, word.end, "result", word))
        else:
            add(word.start, word.end, word.end, "result", word)
    return sorted(found, key=lambda element: (element.start, element.end))


_SIGN = re.compile(
    r"\s?[:=]?\s?(?P<told>[(\[]\s?(?P<sign>[-–−+±])(?:ve)?\s?[)\]])(?=\s*(?:[,.;:/|)\n]|\Z|\s{2}|\(?[A-Za-z]))"
    r"|\s(?P<bare>[-–−+])(?=\s*(?:[,.;(\n]|\Z))"
)
_SIGN_FIRST = re.compile(r"[(\[]\s?[-–−+±]\s?[)\]]\s?[A-Za-z]")
_SIGN_WORDS = {"+": "result_positive", "±": "result_neither"}


def _signs(scan: Scan, start: int, names: list[Mention]) -> list[Mention]:
    """``HBsAg (-), ANA (+)``: a sign in brackets behind a name is its result, in a line that does not set signs first
    (``(+) rash  (-) fever``)."""
    found: list[Mention] = []
    for name in names:
        match = _SIGN.match(scan.text, name.end)
        if match is None or (match["bare"] not in {None, "+"} and name.variant != "component"):
            continue
        line = max(scan.text.rfind("\n", 0, name.start) + 1, min(start, name.start))
        first = _SIGN_FIRST.search(scan.text, line, name.end)
        if first is not None and first.start() < min(other.start for other in names if other.start >= line):
            continue
        part = "told" if match["told"] else "bare"
        word = _SIGN_WORDS.get(match["sign"] or match["bare"], "result_negative")
        found.append(Mention(match.start(part), match.end(part), "word", word, "sign", ""))
    return found


def _without_name(scan: Scan, quantity: Quantity, names: list[Mention]) -> Quantity:
    """``50-100 WBC/hpf``: the unit holds the name of what is counted, which stands for itself."""
    if scan.text[quantity.start] == "+" and any(name.start < quantity.start < name.end for name in names):
        digit = re.compile(r"\d").search(scan.text, quantity.start)  # "Ca++ 11.2"
        quantity = quantity._replace(start=digit.start()) if digit is not None else quantity
    if quantity.unit_text == "Mg" and any(name.id == "magnesium" and name.end == quantity.end for name in names):
        return quantity._replace(end=quantity.number_end, unit=None, unit_text=None)  # "Ca 9.3 Mg 1.9"
    if quantity.unit is None or "/" not in (quantity.unit_text or ""):
        return quantity
    inside = next((name for name in names if quantity.number_end < name.start < quantity.end), None)
    if inside is None or "/" not in scan.text[inside.start : quantity.end]:
        return quantity
    slash = scan.text.index("/", inside.start)
    return quantity._replace(end=quantity.number_end, unit_text=scan.text[slash : quantity.end])


def _without_reach(scan: Scan, quantity: Quantity) -> Quantity:
    """``it came up to 9.4`` tells where a course went; ``up to`` bounds nothing there."""
    match = _UP_TO.match(scan.text, quantity.start)
    if match is None or _WENT.search(scan.text, max(0, quantity.start - 14), quantity.start) is None:
        return quantity
    return quantity._replace(start=match.end(), comparator=None)


def _thousands(scan: Scan, start: int, end: int) -> list[Quantity]:
    """``platelets 250K``: thousands of cells in a microlitre, as counts of cells are told without a unit."""
    return [
        Quantity(
            match.start(), match.end(), match.end("number"), "number", match["number"], None, None, "10*3/uL",
            scan.text[match.end("number") : match.end()].strip(),
        )
        for match in _THOUSANDS.finditer(scan.text, start, end)
    ]  # fmt: skip


def _decades(scan: Scan, start: int, end: int) -> list[Quantity]:
    """``sugars in the 140s to 160s``: the ten that a value lies in, where no age is told so."""
    if "0s" not in scan.text[start:end] and "0's" not in scan.text[start:end]:
        return []
    return [
        Quantity(
            match.start(), match.end(), match.end(), "range" if match["high"] else "number", match["low"],
            match["high"], None, None, None,
        )
        for match in _DECADES.finditer(scan.text, start, end)
        if _OF_A_LIFE.search(scan.text, max(0, match.start() - 16), match.start()) is None
    ]  # fmt: skip


def _times_limit(scan: Scan, start: int, end: int) -> list[Quantity]:
    """``three times the upper limit of normal``: how often a limit is exceeded, counted in words."""
    found = []
    for match in _TIMES.finditer(scan.text, start, end) if scan.has(_LIMIT) else ():
        place = match.end() + (scan.text[match.end()] == " ")
        limit = scan.knowledge.unit_at(scan.text, place)
        if limit is not None and scan.knowledge.unit_of(limit.group()) == "{ULN}":
            number, written = _COUNTED[match["number"].lower()], limit.group()
            found.append(
                Quantity(match.start(), limit.end(), match.end(1), "number", number, None, None, "{ULN}", written)
            )
    return found
