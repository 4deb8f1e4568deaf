"""Which measure a densitometry number is: BMD, T-score, Z-score, per cent of young adults, change or TBS.

A number is what its unit says, else what the label beside it says, else the next measure of the series of labels that
governs it (``T/Z -3.2/-2.1``; the head of a table is such a series too). A measure is only given to a number that is
written as that measure is: a T-score has a sign or one decimal, a density three decimals.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from osteocase.pipeline.bmd.changes import is_difference, is_share_of_young, percentage
from osteocase.pipeline.bmd.labels import Label, depths_at, series_of
from osteocase.pipeline.bmd.numbers import MINUS, Number
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["FIELDS", "Reading", "assign", "fits", "looks_like"]

FIELDS = {
    "t_score": "t_score", "z_score": "z_score", "bmd": "bmd_g_cm2", "yam": "yam_percent", "change": "change_percent",
    "tbs": "tbs",
}  # fmt: skip
"""Measure word to the field of the record that holds it."""

_LIMITS = {
    "t_score": (Decimal("-9"), Decimal("8")),
    "z_score": (Decimal("-9"), Decimal("8")),
    "bmd_g_cm2": (Decimal("0.1"), Decimal("2.6")),
    "yam_percent": (Decimal("20"), Decimal("170")),
    "change_percent": (Decimal("-80"), Decimal("150")),
    "tbs": (Decimal("0.4"), Decimal("1.9")),
}
"""What the measures can be in life, g/cm², SD and per cent."""


class Reading(NamedTuple):
    """One number with its measure."""

    number: Number
    measure: str
    """Key of ``FIELDS``."""
    value: str
    extra: dict[str, str | None]

    @property
    def start(self) -> int:
        """Start of the number with its comparator."""
        return self.number.start

    @property
    def end(self) -> int:
        """End of the number with its unit."""
        return self.number.end


def _of_tbs(run: list[Label]) -> list[Label]:
    """The T-score of the TBS is none of bone density: ``TBS T-score -2.4``."""
    if len(run) == 2 and {label.measure for label in run} in ({"tbs", "t_score"}, {"tbs", "z_score"}):
        return [label if label.measure == "tbs" else label._replace(measure="ignore") for label in run]
    if [label.measure for label in run] in (["ignore", "t_score"], ["ignore", "z_score"]):
        return [label._replace(measure="ignore") for label in run]  # "BMAD Z -2.6"
    return run


def looks_like(number: Number, measure: str) -> bool:
    """Whether a number is written as a measure is: its sign, decimals and unit."""
    if measure in {"ignore", "age_matched"}:
        return number.unit != "g/cm2"
    if measure in {"t_score", "z_score"}:
        return number.unit in {None, "SD"} and number.places <= 2 and fits(FIELDS[measure], number.value)
    if measure == "bmd":
        return (
            number.unit in {None, "g/cm2"} and number.places >= 2
            and (not number.sign or (number.sign == "-" and number.places == 3))
            and fits("bmd_g_cm2", number.value.lstrip("-"))
        )  # fmt: skip
    if measure == "tbs":
        return number.unit is None and not number.sign and number.places >= 1 and fits("tbs", number.value)
    if measure == "yam":
        return (
            number.unit in {None, "%"} and not number.sign and number.places <= 1 and fits("yam_percent", number.value)
        )
    told = number.sign or number.unit == "%" or number.places  # an age or a count is written without
    return bool(told) and number.unit in {None, "%"} and number.places <= 2 and fits("change_percent", number.value)


def fits(field: str, value: str) -> bool:
    """Whether a value is possible for its measure."""
    low, high = _LIMITS[field]
    return low <= Decimal(value) <= high


class Governor:
    """Gives out the measures of the series that governs, one number after the other."""

    def __init__(self, carried: list[Label]) -> None:
        self.carried = carried
        self.current: list[Label] = carried
        self.next = 0

    def take(self, series: list[Label]) -> None:
        """A new series governs from here on."""
        if series is not self.current:
            self.current = series
            self.next = 0

    def site(self) -> None:
        """A site starts the series anew."""
        self.next = 0

    def measure(self, number: Number) -> str | None:
        """The next measure of the series that the number can be."""
        count = len(self.current)
        for step in range(count):
            index = (self.next + step) % count
            measure = self.current[index].measure
            if looks_like(number, measure):
                self.next = index + 1
                return measure
        return None


def assign(
    scan: Scan,
    start: int,
    end: int,
    numbers: list[Number],
    labels: list[Label],
    sites: list[tuple[int, int]],
    carried: list[Label],
    default: str | None,
    *,
    paired: bool = False,
) -> list[Reading]:
    """Every number that is a result, with its measure.

    ``sites`` are spans of sites, ``carried`` is the series of labels that an earlier line left open, ``default``
    is the score that a signed number beside a site is where nothing names it.
    """
    number_starts = [number.start for number in numbers]
    runs = [_of_tbs(run) for run in series_of(scan, labels, sorted([*number_starts, *(left for left, _ in sites)]))]
    depths = depths_at(scan.text, start, end, number_starts)
    outer = Governor(carried)
    inner = Governor([])
    readings: list[Reading] = []
    run = 0
    site = 0
    inner_start = -1
    for index, number in enumerate(numbers):
        depth = depths[index]
        while site < len(sites) and sites[site][0] < number.start:
            outer.site()
            site += 1
        while run < len(runs) and runs[run][0].start < number.start:
            lowest = min(label.depth for label in runs[run])
            closed = depth < lowest
            if closed and runs[run][-1].measure in {"change", "ignore", "age_matched"}:
                pass  # "(degenerative change), hip -2.7": what stands in closed brackets names nothing outside
            elif not closed and lowest > 0 and depth > 0:
                inner = Governor([])
                inner.take(runs[run])
                inner_start = runs[run][0].start
            else:
                outer.take(runs[run])
            run += 1
        nested = depth > 0 and inner_start >= 0 and scan.text.find(")", inner_start, number.start) < 0
        governor = inner if nested else outer
        following = runs[run][0] if run < len(runs) else None
        next_number = numbers[index + 1] if index + 1 < len(numbers) else None
        reading = _reading(
            scan, number, governor, following, next_number, sites, default, depth, readings, start, end, paired=paired
        )
        of_tbs = bool(readings) and readings[-1].measure == "tbs" and depth > 0 and number.start - readings[-1].end < 24
        if reading is not None and not (of_tbs and reading.measure in {"t_score", "z_score"}):
            readings.append(reading)
    return _ranges(scan, _without_bounds(readings))


def _without_bounds(readings: list[Reading]) -> list[Reading]:
    """``just under -2.5 (-2.6)``: a bound is no result where the result itself follows."""
    return [
        reading
        for reading, following in zip_longest(readings, readings[1:])
        if not (
            following is not None and reading.number.comparator is not None and following.number.comparator is None
            and following.measure == reading.measure and following.start - reading.end <= 3
        )
    ]  # fmt: skip


_BY = re.compile(
    r"\b(?:by|change of|difference of|gain of|loss of|increase of|decrease of)\s+(?:about\s+|only\s+)?$", re.IGNORECASE
)
"""Before a number that is how much a score has changed, and no score."""
_NEXT_TO = re.compile(r"\s*[(:=]?\s*")
_LABELLED_NUMBER = re.compile(
    rf"(?:\s*(?:scores?|values?|of|was|is|minus|negative|neg|plus|[:=(~])\s*)*\s*[{MINUS}+<>≤≥—]?\s?\.?\d",
    re.IGNORECASE,
)


def _reading(
    scan: Scan,
    number: Number,
    governor: Governor,
    following: Label | None,
    next_number: Number | None,
    sites: list[tuple[int, int]],
    default: str | None,
    depth: int,
    readings: list[Reading],
    start: int,
    end: int,
    *,
    paired: bool,
) -> Reading | None:
    label = governor.current[min(max(governor.next - 1, 0), len(governor.current) - 1)] if governor.current else None
    if number.unit == "g/cm2":
        if is_difference(scan.text, number, start):
            return None
        governor.measure(number)
        return _made(number, "bmd")
    if number.unit == "%":
        previous = (readings[-1].measure, readings[-1].end) if readings else None
        if is_share_of_young(scan, number, previous, following, end):
            return _made(number, "yam")
        return _percent(scan, number, governor, following, start, end)
    if number.unit == "other":
        return None
    told = _deviation(scan.text, number, end)
    if told is not None:
        return told
    close = label is not None and governor.current is not governor.carried and 0 <= number.start - label.end <= 3
    if (
        following is not None
        and not close
        and _label_follows(scan, number, following, next_number)
        and looks_like(number, following.measure)
        and _is_score(number, 99)
    ):
        return _made(number, following.measure)
    measure = governor.measure(number) if label is not None else None
    if measure is not None and measure != "change":
        if measure in {"ignore", "age_matched"} or not _reaches(scan, governor.current, number, sites, start):
            measure = None if measure not in {"ignore", "age_matched"} else "none"
        elif measure in {"t_score", "z_score"} and (
            _BY.search(scan.text[max(start, number.start - 24) : number.start])
            or not _is_score(number, number.number_start - governor.current[-1].end)
        ):
            measure = "none" if number.places and not number.sign else None
        if measure == "none":
            return None
        if measure is not None:
            return _made(number, measure)
    if measure == "change" and (number.sign or "%" in scan.text[number.end : min(end, number.end + 80)]):
        return _made(number, "change") if number.sign else None
    return _by_form(scan, number, label, following, sites, default, depth, readings, paired=paired)


def _made(number: Number, measure: str) -> Reading | None:
    if measure not in FIELDS:
        return None
    value = number.value.lstrip("-") if measure == "bmd" else number.value
    if not fits(FIELDS[measure], value):
        return None
    extra: dict[str, str | None] = {}
    if number.comparator and measure in {"t_score", "z_score"}:
        extra[f"{FIELDS[measure]}_comparator"] = number.comparator
    return Reading(number, measure, value, extra)


def _label_follows(scan: Scan, number: Number, following: Label, next_number: Number | None) -> bool:
    """``-2.5 T-score``, ``-2.5 (T)``: the measure stands right after its number and has no number of its own."""
    if following.measure not in {"t_score", "z_score"}:
        return False
    between = scan.text[number.end : following.start]
    if _NEXT_TO.fullmatch(between) is None:
        return False
    if "\n" in between:
        return False
    own = _LABELLED_NUMBER.match(scan.text, following.end, following.end + 24)
    return own is None or (next_number is None)


def _is_score(number: Number, distance: int) -> bool:
    """``T -2`` and ``T 1.2`` are scores; a whole number without a sign is one only right after its label."""
    return bool(number.sign) or number.places in {1, 2} or (distance <= 12 and abs(Decimal(number.value)) <= 5)


_STOPS = ("analyte", "treatment", "score")


def _reaches(scan: Scan, series: list[Label], number: Number, sites: list[tuple[int, int]], start: int) -> bool:
    """Whether a label still governs: no other subject has come between, and for a number without a sign only sites,
    other numbers and small words."""
    last = series[-1]
    if last.end > number.start or last.start < start:
        return last.end <= number.start and _carried_on(scan, number, sites, start)
    gap = number.start - last.end
    if gap > 240:
        return False
    between = scan.text[last.end : number.start]
    if "\n\n" in between:
        return False
    if gap > 12 and any(
        not mention.covered and scan.knowledge.words.get(mention.id) is None
        for mention in scan.mentions_in(last.end, number.start, *_STOPS)
    ):
        return False
    if number.sign or gap <= 3:
        return True
    stripped = list(re.sub(rf"[{MINUS}]", " ", re.sub(r"[\d.,%()\[\]:;=/<>≤≥*|_~→>-]", " ", between)))
    for left, right in sites:
        if left < number.start and right > last.end:
            stripped[max(left - last.end, 0) : max(right - last.end, 0)] = " " * (
                max(right - last.end, 0) - max(left - last.end, 0)
            )
    for time in scan.times_in(last.end, number.start):
        stripped[time.start - last.end : time.end - last.end] = " " * (time.end - time.start)
    allowed = scan.knowledge.groups.get("densitometry_bridge", {})
    return all(word.lower() in allowed for word in re.findall(r"[^\W\d_]+", "".join(stripped)))


_IT_WAS = re.compile(
    r"\b(?:it|this|that)\s+(?:was|is|had\s+been|(?:has\s+|had\s+)?(?:risen|rose|fell|fallen|improved|declined|dropped)\s+to)\s",
    re.IGNORECASE,
)
"""``After a year of teriparatide it was -3.1``: the drug is no subject of its own."""


def _carried_on(scan: Scan, number: Number, sites: list[tuple[int, int]], start: int) -> bool:
    """Whether a series of an earlier line goes on here: the number follows its site, another number, or opens the
    line; nothing else is in between."""
    before = max((right for left, right in sites if left < number.start), default=start)
    between = scan.text[before : number.start]
    if number.sign and len(between) < 90:
        stops = _STOPS if _IT_WAS.search(between) is None else ("analyte", "score")
        return not scan.mentions_in(before, number.start, *stops)
    return re.fullmatch(r"[^A-Za-z\n]*(?:(?:BMD|is|was|of|at|and|to|still|now)\b[^A-Za-z\n]*)*", between) is not None


_DEVIATION = re.compile(
    r"\s*(?P<direction>below|above|under|over|less than|lower than|higher than|more than)\s+(?:the\s+)?(?:mean\s+"
    r"|average\s+)?"
    r"(?:for\s+|of\s+|value\s+)?(?:the\s+|a\s+)?(?:mean\s+|average\s+)?(?:for\s+|of\s+)?(?:a\s+|the\s+)?"
    r"(?:(?P<young>peak|young|normal|healthy|that of|it\b|(?:similar\s+)?(?:2\d|3[0-5])[\s-]years?\b)"
    r"|(?P<peers>age|her age|his age|expected|same|mean for age))",
    re.IGNORECASE,
)


_SHARED_SD = re.compile(r"\s*(?:,|and|&)\s*\d[.,]\d{1,2}\s*(?:SDs?|standard\s+deviations)\b")
"""``4.69 and 5.02 SDs below the young``: the first number has the unit of the second."""


def _deviation(text: str, number: Number, end: int) -> Reading | None:
    """Standard deviations below the young (a T-score) or below peers (a Z-score)."""
    shared = _SHARED_SD.match(text, number.end, end) if number.unit is None and number.places else None
    if number.unit != "SD" and shared is None:
        return None
    after = shared.end() if shared is not None else number.end
    told = _DEVIATION.match(text, after, min(end, after + 90))
    if told is None:
        return None
    down = told["direction"].lower() in {"below", "under", "less than", "lower than"}
    plain = number.value.lstrip("-")
    stop = number.end if shared is not None else told.end()
    number = number._replace(end=stop, value=f"-{plain}" if down else plain)
    return _made(number, "z_score" if told["peers"] else "t_score")


def _percent(
    scan: Scan, number: Number, governor: Governor, following: Label | None, start: int, end: int
) -> Reading | None:
    label = governor.current[min(governor.next, len(governor.current) - 1)] if governor.current else None
    in_series = governor.measure(number) if len(governor.current) > 1 else None
    measure, value, basis = percentage(
        scan, number, in_series or (label.measure if label else None), following, start, end
    )
    if measure is None or not fits(FIELDS[measure], value):
        return None
    return Reading(number, measure, value, {"change_from": basis} if measure == "change" else {})


_BESIDE_SITE = re.compile(
    r"[\s:=(,|~/)\]]*(?:(?:was|is|of|at|now|as|currently|stands?|only|only at|scored?|reads?|reading|came|comes"
    r"|back|in|to|measured|measures|t)\b[\s:=]*){0,4}",
    re.IGNORECASE,
)


def _by_form(
    scan: Scan,
    number: Number,
    label: Label | None,
    following: Label | None,
    sites: list[tuple[int, int]],
    default: str | None,
    depth: int,
    readings: list[Reading],
    *,
    paired: bool,
) -> Reading | None:
    """A number that nothing names: three decimals are a density, a signed decimal beside a site a score."""
    if default is None or number.unit not in {None, "SD"}:
        return None
    previous = readings[-1] if readings else None
    before = max((right for left, right in sites if left < number.start), default=-1)
    gap = scan.text[before : number.start] if before >= 0 and number.start - before < 90 else "."
    beside = _BESIDE_SITE.fullmatch(gap) is not None or (bool(number.sign) and _same_clause(scan, gap, before))
    after_reading = (
        previous is not None
        and re.fullmatch(r"[\s,(/|;:]*(?:and\s*)?", scan.text[previous.end : number.start]) is not None
    )
    scored = following is not None and re.fullmatch(r"[\s,;(|/]*", scan.text[number.end : following.start]) is not None
    if (number.places >= 3 or (number.places == 2 and scored)) and not number.sign:
        named = label.measure if label else None
        if named in {"tbs", "ignore"} or not (
            beside or after_reading or scored or named == "bmd" or previous is not None
        ):
            return None
        return _made(number, "bmd") if number.places in {2, 3} else None
    spelled = number.sign and not scan.text[number.number_end - 1].isdecimal()
    one_decimal = (number.places in {1, 2} and (number.sign or number.unit == "SD")) or spelled
    if not one_decimal or not (beside or after_reading):
        return None
    if after_reading and not beside and previous is not None and previous.measure == "change":
        return None
    score = default
    site_between = previous is not None and before > previous.end
    if paired and not site_between and previous is not None and previous.measure == "t_score":
        score = "z_score"  # "0.744, minus 1.6 and minus 0.3": in the order that an earlier site has told
    if not site_between and len(readings) > 1 and [each.measure for each in readings[-2:]] == ["bmd", "t_score"]:
        gaps = (scan.text[readings[-2].end : readings[-1].start], scan.text[readings[-1].end : number.start])
        if all(gap.isspace() and "\n" not in gap for gap in gaps):
            score = "z_score"  # "0.744 -1.6 -0.3": printouts give BMD, T-score and Z-score in this order
    return _made(number, score)


def _same_clause(scan: Scan, gap: str, start: int) -> bool:
    """Whether a site and a signed number stand in one clause about nothing else: ``the spine was in the osteoporotic
    range at -3.2``."""
    if re.search(r"[.;\d]|\n\s*\n|,\s*(?:and|but|who|which)\b", gap):
        return False
    return not scan.mentions_in(start, start + len(gap), *_STOPS)


_RANGE = re.compile(rf"\s*(?:to|through|till|[{MINUS}~…]|\.{{2,3}}|and)\s*", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:improv\w+|ris(?:e|en|ing)|rose|fell|fall\w*|increas\w+|decreas\w+|went|gone|chang\w+|declin\w+|dropp?\w*"
    r"|progress\w+|"
    r"deteriorat\w+|worsen\w+|recover\w*|came|mov\w+|gain\w*|lost|loss|gett?\w*|got|climb\w*|up|down)\b",
    re.IGNORECASE,
)


def _ranges(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """``between -3.1 and -4.0`` is one result with two ends; ``from -3.1 to -2.6`` after a verb of change is two."""
    kept: list[Reading] = []
    for reading in readings:
        last = kept[-1] if kept else None
        if last is not None and last.measure == reading.measure == "t_score" and "t_score_high" not in last.extra:
            between = scan.text[last.end : reading.number.start]
            lead = scan.text[max(0, last.start - 120) : last.start]
            if _RANGE.fullmatch(between) and _is_range(between, lead):
                kept[-1] = last._replace(
                    extra=last.extra | {"t_score_high": reading.value}, number=last.number._replace(end=reading.end)
                )
                continue
        kept.append(reading)
    return kept


def _is_range(between: str, lead: str) -> bool:
    word = between.strip().lower()
    if word == "and":
        return re.search(r"\bbetween\s*$", lead, re.IGNORECASE) is not None
    from_here = re.search(r"\bfrom\s*$", lead, re.IGNORECASE) is not None
    return not (from_here and _COURSE.search(lead))
