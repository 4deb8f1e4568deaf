"""Numbers of a laboratory statement that are no single further value: slashed runs, intervals of labels, conversions.

Each function takes the open group of the chain and a number that has been linked to it.
"""

from __future__ import annotations

from decimal import Decimal

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.labs.annotations import Annotation, named_interval, reference_of
from osteocase.pipeline.labs.elements import Group
from osteocase.pipeline.labs.links import is_citation
from osteocase.pipeline.labs.names import is_pair, parts_of
from osteocase.pipeline.labs.values import accepts, as_level, converted, without_dash
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.time_links import time_series_after
from osteocase.pipeline.text.quantities import MINUS, Quantity

__all__ = [
    "flag_before", "in_time_series", "interval_of_normal", "is_told_again", "names_interval", "is_year", "passed_over",
    "take_interval",
    "take_slashed", "taker", "with_unit_before", "with_unit_of_next",
]  # fmt: skip

_LABEL_INTERVAL = re.compile(
    r"\s*[(\[]\s*(?:(?:normal|ref\w*|nr|n|range)\s*(?:range)?\s*:?\s*)?(?P<interval>[<>≤≥]?\s?\d[^()\[\]\n]{0,30})[)\]]"
    r"\s*(?:[:=–—-]|was|is|of)?\s*(?=[<>]?\s?\d)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?P<run>\d+(?:\.\d+)?(?:\s?/\s?\d+(?:\.\d+)?){1,6})(?![\d/])")
_DAY_OF_NEXT = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01]):?\s{1,2}[<>]?\d")
"""``creatinine 3/4 1.2  3/5 1.4``: the day of the value that follows it."""
_IN_MONTHS = re.compile(r"\d{1,2}/(?:7|12|52)")
"""``CTX 6/12``: to be repeated in six months."""
_FLAG_BEFORE = re.compile(r"[\s:=(]*(?P<flag>HH|LL|H|L|HI|LO|↑|↓|▲|▼)[\s):]+")
"""``fT4 L 9.1``: the print marks the value before it."""
_AGAIN = re.compile(r"\s?(?:[(\[=/]|or|i\.e\.,?)\s?")

_MARK = re.compile(r"\d{1,2}(?:\s?,\s?\d{1,2})*[ \t]*(?:\n|\Z)")
_TOLD_IN_BRACKETS = re.compile(r"[(]\s?[<>]?\s?\d+(?:[.,]\d+)?\s?[A-Za-zµμ%][^()\d]{0,10}(?:24\s?h)?[)]\s\Z")
"""``PTH (77 pg/mL) 2``: a number behind the value, at the end of the line, is the mark of a source."""

_CHANGED_BY = re.compile(
    r"\b(?:increas\w+|decreas\w+|dropp\w+|drop|fell|fall\w*|rose|ris\w+|declin\w+|reduc\w+|improv\w+|up|down|lower|higher|"
    r"chang\w+)\s+(?:\w+ly\s+)?by\s+(?:(?:a|an|about|almost|nearly|around|some|approximately|further|another|only|roughly)\s+){0,2}$",
    re.IGNORECASE,
)
_BOTTLES = re.compile(
    r"\d{1,2}\s?(?:of|out of|/)\s?\d{1,2}\s+(?:bottles|sets|cultures|tubes|samples|specimens|swabs)\b", re.IGNORECASE
)
_NEXT = re.compile(r"\s*(?:,\s*and|,|and|&)\s*|[ \t]+")
_TO_BRACKET = re.compile(r"[^\d;,()\[\]\n]{0,24}[)\]]?\s?(?=[(\[])")
"""What may stand between a value and the interval behind it: a unit that no pattern knows, when it was, a bracket."""
_MEANING = re.compile(
    r"[(\[]\s?[<>≤≥]=?\s?\d[\d.,]*\s?[A-Za-z/%]{0,8}\s?(?:[=:]|\b(?:is|are|means?|indicates?|suggests?|signals?)\b)\s?"
    r"[a-z][^\d()\[\]\n]{2,40}[)\]]"
)
"""``(>2.0 = shock)``: what values beyond a limit would mean."""


def flag_before(scan: Scan, group: Group, position: int) -> str | None:
    """The mark that a print sets between a name and its value: ``fT4 L 9.1``."""
    if group.values:
        return None
    match = _FLAG_BEFORE.fullmatch(scan.text, group.end, position)
    return scan.knowledge.groups["flag"].get(match["flag"].lower()) if match is not None else None


def _counted_out(scan: Scan, quantity: Quantity) -> int | None:
    """``blood cultures: 2 of 4 bottles positive``: how many were looked at is no value; where the count ends."""
    match = _BOTTLES.match(scan.text, quantity.start)
    return match.end() if match is not None else None


_CHANGE_BEHIND = re.compile(
    r"\s*(?:rise|increase|fall|drop|decrease|reduction|decline|gain|change|higher|lower|above|below)\b", re.IGNORECASE
)


def _is_change(scan: Scan, quantity: Quantity) -> bool:
    """``CTX fell by 62% to 0.18``, ``2.4 (baseline 1.1; 118% rise)``: how far a value went is no value."""
    if quantity.unit == "%" and _CHANGE_BEHIND.match(scan.text, quantity.end) is not None:
        return True
    return _CHANGED_BY.search(scan.text, max(0, quantity.start - 44), quantity.start) is not None


def passed_over(scan: Scan, quantity: Quantity) -> int | None:
    """Where a number ends that tells no value: of a citation, of a limit that is explained (``>2.0 = shock``), of a
    change (``by 62%``), of how many were looked at."""
    if is_citation(scan, quantity):
        return quantity.end + 1
    if quantity.unit is None and _MARK.match(scan.text, quantity.start) is not None:
        told = _TOLD_IN_BRACKETS.search(scan.text, max(0, quantity.start - 32), quantity.start)
        if told is not None:
            return quantity.end
    meaning = _MEANING.match(scan.text, max(0, quantity.start - 1)) if quantity.comparator else None
    if meaning is not None:
        return meaning.end()
    return quantity.end if _is_change(scan, quantity) else _counted_out(scan, quantity)


def with_unit_of_next(scan: Scan, quantity: Quantity) -> Quantity:
    """``62 and 8 mg/dL``: the numbers of a list share the unit behind the last."""
    if quantity.unit is not None or quantity.kind != "number":
        return quantity
    position = quantity.end
    for further in scan.quantities_in(quantity.end, quantity.end + 30):
        if _NEXT.fullmatch(scan.text, position, further.start) is None:
            break
        if _is_change(scan, further):
            break
        if further.unit is not None:
            return quantity._replace(unit=further.unit, unit_text=further.unit_text)
        position = further.end
    return quantity


def is_told_again(scan: Scan, group: Group, entry: AnalyteEntry, quantity: Quantity) -> bool:
    """``2.81 mmol/L (11.3 mg/dL)``: one result in two units, the first of which is kept."""
    if not group.values:
        return False
    value = group.values[-1][0]
    return _AGAIN.fullmatch(scan.text, value.end, quantity.start) is not None and converted(entry, value, quantity)


def names_interval(scan: Scan, start: int) -> bool:
    """``(normal range 2.2-2.6)``, ``(normal in women: 15-150)``: whether a word opens brackets that hold an interval.

    Such a word tells no result.
    """
    bracket = max(scan.text.rfind("(", max(0, start - 2), start), scan.text.rfind("[", max(0, start - 2), start))
    return bracket >= 0 and (named_interval(scan, bracket) is not None or _LEGEND.match(scan.text, bracket) is not None)


def interval_of_normal(scan: Scan, group: Group, quantity: Quantity) -> bool:
    """``Calcium is normal (2.2-2.6)``: brackets behind the verdict hold the interval that it is held against; brackets
    that call themselves one hold no value behind a bare name either: ``red cells (normal range: 32-36)``."""
    if group.values:
        return False
    gap = _TO_BRACKET.match(scan.text, group.end)
    told = named_interval(scan, gap.end()) if gap is not None else None
    if gap is not None and told is not None and gap.end() <= quantity.start < told.end:
        return True
    verdict = group.result or group.prefix
    is_bare = quantity.kind == "range" and quantity.unit is None
    if verdict is None or not (verdict.id in _VERDICTS or (is_bare and verdict.id in _DEVIATIONS)):
        return False
    last = max(verdict.end, group.names[-1].end)
    return _TO_INTERVAL.fullmatch(scan.text, last, quantity.start) is not None


_LEGEND = re.compile(
    r"[(\[]\s?normal\s?(?:(?:ranges?|values?|intervals?|limits?|levels?|in|for|is)\b|[:=])[^()\[\]\n]{0,60}?"
    rf"(?:\d\s?(?:[{MINUS}]|to\s)\s?\d|[<>≤≥]\s?\d)",
    re.IGNORECASE,
)
"""Brackets that say what is normal, and for whom."""
_VERDICTS = {"result_normal", "result_within"}
_DEVIATIONS = {"result_high", "result_low"}
"""``elevated PTH (92-116)``: two numbers without a unit may be its course or what it is held against."""
_TO_INTERVAL = re.compile(r"(?:\s(?:levels?|values?|concentrations?))?\s{0,2}[(\[]\s?")


def take_interval(scan: Scan, group: Group, quantity: Quantity) -> int | None:
    """``ALP (40-130 U/L): 18``: brackets right after the name that hold an interval; where the value may start.

    Behind a value an interval that is named holds for all values before it: ``136 (previously 126) [NR 60-125]``.
    """
    if not (quantity.kind == "range" or quantity.comparator):
        return None
    if group.values:
        gap = _TO_BRACKET.match(scan.text, max(group.values[-1][0].end, group.values[-1][1].end))
        told = named_interval(scan, gap.end()) if gap is not None else None
        if gap is None or told is None or not gap.end() <= quantity.start < told.end:
            return None
        group.values = [
            (value, beside if beside.reference else beside._replace(reference=told.reference), time)
            for value, beside, time in group.values
        ]
        group.end = told.end
        return told.end
    match = _LABEL_INTERVAL.match(scan.text, group.end)
    if match is None or not match.start() <= quantity.start < match.end():
        return None
    reference = reference_of(match["interval"])
    if reference is None:
        return None
    group.reference, group.end = reference, match.end()
    if quantity.unit is not None and quantity.unit_text is not None:
        group.unit = (quantity.unit, quantity.unit_text)
    return match.end()


def take_slashed(scan: Scan, group: Group, quantity: Quantity) -> int | None:
    """``Calcium 10.9/11.2/10.8``: values of one analyte that differ little, parted by slashes; where they end."""
    if group.slashed:
        return _slashed_names(scan, group, quantity)
    name = group.names[-1]
    if quantity.kind != "ratio" or quantity.high is None or is_pair(name) or len(group.names) > 1:
        return None
    match = _SLASHED.match(scan.text, quantity.start)
    entry = scan.knowledge.analytes.get(name.id)
    if match is None or entry is None or _IN_MONTHS.fullmatch(match["run"]) is not None:
        return None
    if _DAY_OF_NEXT.match(scan.text, match.start("run")) is not None:
        return None
    single = quantity._replace(kind="number", high=None, number_end=match.end("run"))
    if not accepts(scan, entry, single):
        return None
    numbers = [Decimal(number) for number in match["run"].replace(" ", "").split("/")]
    if min(numbers) <= 0 or max(numbers) > min(numbers) * 2:
        return None
    _add_run(scan, group, match, (quantity.unit, quantity.unit_text))
    group.end = max(match.end("run"), quantity.end)
    return group.end


def _slashed_names(scan: Scan, group: Group, quantity: Quantity) -> int | None:
    """``Ca/PO4/ALP 2.38/1.02/88``: as many numbers parted by slashes as names."""
    match = _SLASHED.match(scan.text, quantity.start)
    parts = [part for name in group.names for part in parts_of(name)]
    if match is None or len(parts) < 3 or match["run"].count("/") != len(parts) - 1:
        return None
    group.names, group.end = parts, match.end("run")
    _add_run(scan, group, match, (None, None))
    return group.end


def _add_run(scan: Scan, group: Group, match: re.Match[str], unit: tuple[str | None, str | None]) -> None:
    position = match.start()
    for number in match["run"].split("/"):
        left = scan.text.index(number.strip(), position)
        position = left + len(number.strip())
        single = Quantity(left, position, position, "number", number.strip(), None, None, *unit)
        group.values.append((single, Annotation(position, None, None), None))


def is_year(scan: Scan, quantity: Quantity, name: Mention | None = None) -> bool:
    """``recorded in 2018, 2019 and 2021``: the further years of a list are no values; nor does one before a name count
    anything, as in ``the 2022 ACR guideline``, where that is no plural as of ``2000 white cells``."""
    if name is not None:
        is_count = quantity.unit is not None or scan.text[name.end - 1] in "sS"
        return not is_count and re.fullmatch(r"(?:19[5-9]|20[0-4])\d", quantity.value) is not None
    if quantity.unit is not None or re.fullmatch(r"(?:19|20)\d\d", quantity.value) is None:
        return False
    return (
        re.search(
            r"\b(?:19|20)\d\d\s*(?:,|and|,\s*and|&|/|to)\s*$", scan.text[max(0, quantity.start - 16) : quantity.start]
        )
        is not None
    )


def in_time_series(scan: Scan, group: Group, start: int) -> bool:
    """The ``6`` of ``8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months`` is a time, no fourth value."""
    value, annotation, _ = group.values[-1]
    end = scan.sentence_at(value.start)[1]
    series = time_series_after(scan, max(value.end, annotation.end), end, len(group.values))
    return series is not None and start < series[-1].end


def taker(scan: Scan, group: Group, quantity: Quantity) -> AnalyteEntry | None:
    """The name of a group that can have this value: the one whose turn it is, else the last, else any."""
    turn = min(len(group.values), len(group.names) - 1)
    shared = with_unit_of_next(scan, quantity)
    several = group.slashed or any(is_pair(name) for name in group.names)
    for name in (group.names[turn], *reversed(group.names)):
        for part in parts_of(name):
            entry = scan.knowledge.analytes[part.id]
            single = quantity._replace(kind="number") if several and quantity.kind == "ratio" else quantity
            is_level = as_level(scan, name, quantity)
            if accepts(scan, entry, without_dash(entry, single), as_level=is_level) or (
                shared is not quantity and accepts(scan, entry, shared)
            ):
                return entry
    return None


_OPENS_WORD = re.compile(r"\s?[-‐–,]?\s?[(\[]?[A-Za-z]{1,3}[-)\]\d]|[-‐–]")
"""``88 U/l (<60) high; 25-OH-vitamin D``: the number is part of the next name."""


def with_unit_before(scan: Scan, group: Group, quantity: Quantity) -> Quantity:
    """``zinc 71 ug/dL (was 92 in June)``: a further value of one analyte has the unit of the one before it."""
    if len(group.names) > 1 or not group.values or quantity.unit is not None or quantity.kind != "number":
        return quantity
    before = group.values[-1][0]
    if _OPENS_WORD.match(scan.text, quantity.number_end) or ";" in scan.text[group.end : quantity.start]:
        return quantity
    return quantity if before.unit is None else quantity._replace(unit=before.unit, unit_text=before.unit_text)
