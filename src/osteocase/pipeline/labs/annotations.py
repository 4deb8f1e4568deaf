"""What is printed beside a laboratory value and belongs to it: its unit, a flag, a reference interval."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.text.quantities import MINUS, Quantity, plain_number
from osteocase.pipeline.times.find import TimeMention

__all__ = [
    "Annotation", "annotation_after", "as_printed", "day_before_interval", "has_interval", "named_interval",
    "reference_of", "unit_of_interval",
]  # fmt: skip


class Annotation(NamedTuple):
    """What follows a value and belongs to it."""

    end: int
    """End of the annotation; the end of the value when there is none."""
    reference: dict[str, Any] | None
    """Fields of ``records.ReferenceInterval``."""
    flag: str | None
    """A flag stated beside the value: ``high``, ``low`` or ``normal``."""


_NUMBER = r"\d+(?:[.,]\d+)*"
_REFERENCE_WORD = (
    r"(?:(?:(?:pre|post)-?menopausal|adults?|females?|women|males?|men|age[ -]adjusted|(?:our )?lab(?:oratory)?|local)"
    r"\s)?"
    r"(?:reference|ref\.?|normal|nl\.?|n\.?r\.?|n\.?v\.?|v\.?n\.?|r\.?v\.?|v\.?r\.?|r\.?r\.?|r\.?i\.?|n|normals|expected|desirable|"
    r"(?:pre|post)-?menopausal|range|target|biological\s+ref\.?|cut[\s-]?off|negative|negative\s+if|neg|optimal|therapeutic|(?:vitamin\s+d\s+)?(?:deficien\w+|insufficien\w+|sufficien\w+|adequate)(?:\s+if)?)"
    r"(?:\s{0,4}(?:range|interval|values?|limits?|level|is|are|for\s+(?:age|sex|women|men|adults?)|[(\[][RN][IRV][)\]]))*"
)
_UPPER_LIMIT = (
    r"(?:uln|upper\s+(?:normal\s+)?limit(?:\s+of\s+(?:the\s+)?(?:normal|reference)(?:\s+range)?)?)"
    r"\s{0,4}[:=,]?\s{0,4}(?:is|of)?"
)
_INTERVAL = (
    rf"(?:(?P<low>{_NUMBER})\s?%?\s{{0,4}}(?:[{MINUS}~]|to|and|±|\+/?[-–−]|(?<=\d)\s(?=\d+(?:\.\d+)?\s?[)\]]))\s{{0,4}}(?P<high>{_NUMBER})|(?P<sign><=|>=|≤|≥|[<>]\s{{0,4}}or\s{{0,4}}=|<|>|up\s*to|"
    rf"less\s+than|more\s+than|greater\s+than|below|above|under|over|at\s+least|{_UPPER_LIMIT})\s{{0,4}}(?P<limit>{_NUMBER}))"
)
_BRACKETED = re.compile(
    r"\s{0,40},?\s{0,4}[(\[]\s{0,4}(?:(?:(?:critical(?:ly)?|panic|very|markedly|severely|moderately|mildly|slightly)\s+)?"
    r"(?P<flag>(?:HH|LL|H|L|↑|↓)(?![a-z])\s{0,4}[,;:]?|(?:high|low|elevated|raised|reduced)\s{0,4}[,;:–-])\s{0,4})?"
    rf"(?:(?P<word>{_REFERENCE_WORD})\s{{0,4}}[:=,–-]?\s{{0,4}}(?:is|of|between|from)?\s{{0,4}})?{_INTERVAL}(?P<rest>[^()"
    rf"\[\]\n]{{0,64}})[)\]]",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"\s{{0,40}}[,;:.–-]?\s{{0,4}}(?P<word>{_REFERENCE_WORD})\s{{0,4}}[:=,]?\s{{0,4}}(?:is|of|between|from)?\s{{0,4}}{_INTERVAL}",
    re.IGNORECASE,
)
_LIMIT_ALONE = re.compile(
    rf"\s{{0,40}}[,;(]\s{{0,4}}(?P<sign>{_UPPER_LIMIT})\s{{0,4}}(?P<limit>{_NUMBER})[^\n()]{{0,12}}\)?", re.IGNORECASE
)
_BARE = re.compile(
    rf"[ \t]+<?(?P<low>{_NUMBER})\s?(?:[{MINUS}]|to(?=\s))\s?(?P<high>{_NUMBER})"
    r"(?P<rest>(?![\d/.,]*\d)[ \t]{0,40}[A-Za-zµμ%/^0-9]{0,12})"
    r"(?=[ \t]{0,4}(?:[,;)\n]|\.(?!\d)|\Z|(?:HH|LL|H|L|\*)(?![\w/])))"
)
_PLAIN_INTERVAL = re.compile(
    rf"\*?[ \t]+<?(?P<low>{_NUMBER})[ \t]?(?:[{MINUS}]|to(?=[ \t]))[ \t]?(?P<high>{_NUMBER})(?![\d/.,]*\d)[ \t]?"
)
"""``Hb 10.9 13 to 17 g/dL``: the interval of a print, behind a value whose unit stands with the interval."""
_AFTER_INTERVAL = re.compile(
    r"[ \t]*(?:\((?P<remark>[^()\n]{1,30})\))?[ \t]*(?=[,;)\n]|\.(?!\d)|\Z|(?:HH|LL|H|L|\*|RATIO|ratio)(?![\w/]))"
)
_OF_ONE_SEX = re.compile(r"(?:(?:fe)?males?|(?:wo)?men|[MF]|girls|boys)\b", re.IGNORECASE)
_FURTHER_INTERVALS = re.compile(
    rf"(?:[,;][ \t]*(?:[A-Za-z]+:?[ \t])?{_NUMBER}[ \t]?(?:[{MINUS}]|to)[ \t]?{_NUMBER}[^\n,;]{{0,30}})+"
)
_BARE_LIMIT = re.compile(
    rf"[ \t]+(?P<sign><=|>=|≤|≥|<|>)\s?(?P<limit>{_NUMBER})"
    r"(?=[ \t]{0,40}(?:[A-Za-zµμ%/]{0,12}[ \t]{0,4})(?:\n|\Z|[HL]\b))"
)
_FLAG = re.compile(
    r"(?:,(?= ?(?-i:[HL])\s*(?:[.,;)]|\n|\Z)))?[ \t]{0,40}(?P<bracket>[(\[*]?)\s{0,4}"
    r"(?P<flag>HH|LL|H|L|HI|LO|↑|↓|▲|▼|High|HIGH|high|Low|LOW|low|Normal|"
    r"normal|elevated|Elevated)\s{0,4}[)\]*]?(?![\w/])(?!\s?(?:ranges?|intervals?|limits?|values?)\b)"
)
_ELEVATION = re.compile(
    r"\s{0,4}\(\s?(?:a\s+)?(?:very\s+)?(?:mild|slight|minimal|modest|moderate|marked|significant|severe|gross|borderline)\s+"
    r"(?:elevation|rise|increase)\b[^()\d]{0,60}\)"
)
"""``13.1 (mild elevation, likely stress)``: the noun in brackets flags the value."""
_VERDICT = re.compile(
    r"[ \t]{0,4}[:,;=–—-]?[ \t]{0,4}(?:is\s+|was\s+)?"
    r"(?P<word>abnormal(?:ly)?|normal|high|low|elevated|raised|reduced|decreased|increased|WNL)"
    r"[ \t]{0,3}(?:[(\[]?(?P<flag>low|high|elevated|decreased|L|H)[)\]]?)?[ \t]{0,3}(?=[(\[])",
    re.IGNORECASE,
)
"""``27.3%: abnormal (low) (37-48%)``: the verdict stands between a value and its interval."""
_FLAG_BEFORE_UNIT = re.compile(r"[ \t]*[(\[]?(?P<flag>HH|LL|H|L|↑↑|↓↓|↑|↓)[)\]]?[ \t]+(?=[A-Za-zµμ%×/\d])")
_PER_CREATININE = re.compile(
    r"\s{0,40}(?:/\s{0,4}|of\s+|per\s+)?(?:m?mol\s+|g\s+|mg\s+)?(?:creatinine|creat|Cr)\b", re.IGNORECASE
)
_INTERVAL_AND_GAP = re.compile(
    rf"[ \t]{{1,40}}(?:(?P<low>{_NUMBER})\s?(?:[{MINUS}]|to(?=\s))\s?{_NUMBER}|[<>≤≥]\s?{_NUMBER})[ \t]{{0,40}}"
    r"(?=[A-Za-zµμ%×/\d])"
)
_LINE_END = re.compile(r"[ \t]{0,12}(?:[HL*]{1,2}[ \t]{0,12})?(?:\n|\Z|[,;]|\.(?!\d)|\([a-z])")
_VOLUME = re.compile(r"\bvolume\b[\s\w:=(]*$", re.IGNORECASE)
_THOUSANDS = re.compile(
    r"(?:[ \u00a0\u2009\u202f]|, (?=\d{3}\s?/\s?(?:cu\s?mm|mm|[uµμ]l\b|microl)))(\d{3})(?![\d.,]*\d)", re.IGNORECASE
)
"""A comma with a space behind it is one in counts of cells alone: ``WBC 11, 800/cumm``."""
_MISREAD_LITRE = re.compile(
    r"[ \t]{0,40}(?P<over>[A-Za-zµμ]{1,5})\s?/\s?(?:[I|]|1(?!\.\d|\s?(?:h|hrs?|days?|d|wk|week|kg|m2)\b))(?![\w/])"
)
_LOOSE_UNIT = re.compile(r"\s{0,40}[A-Za-zµμ%]{1,10}(?:\s?/\s?[A-Za-zµμ]{1,8}[\d.²³]*)+(?:\s\d(?![\d.]))?")
_AFTER_LAST_DIGIT = re.compile(r"\d[ \t]{0,3}(?=[A-Za-zµμ%][^\d()]{0,12}(?:/1\.73\s?m2)?[)\]]?$)")
_BY_THE_DAY = re.compile(r"\d[ \t]{0,3}(?=[A-Za-zµμ]{1,5}/(?:24 ?h|d)[a-z]{0,4}[)\]]?$)")
"""``(55-300 mg/24h)``: the last figures are those of the unit."""
_SPAN_WORD = re.compile(
    r"\b(?:days?|weeks?|months?|years?|ago|times?|on|at|in|from|was|previous|prior)\b", re.IGNORECASE
)


def as_printed(scan: Scan, quantity: Quantity) -> tuple[Quantity, str | None]:
    """The quantity as the print means it, and a flag that stands between the number and its unit.

    ``8.4 L mg/dL`` is 8.4 mg/dL, low; ``12 345 ng/L`` has a space as its thousands mark. An ``L`` or ``H`` alone after
    the number is no unit of a laboratory value.
    """
    quantity = _recognised(scan, _without_gap(scan, quantity))
    if quantity.unit_text not in {None, "L", "H", "h", "S"} or _VOLUME.search(
        scan.text, max(0, quantity.start - 20), quantity.start
    ):
        return quantity, None
    match = _FLAG_BEFORE_UNIT.match(scan.text, quantity.number_end)
    if match is not None:
        unit = scan.knowledge.unit_at(scan.text, match.end())
        if unit is not None and unit.group():
            written = unit.group()
            flagged = quantity._replace(unit=scan.knowledge.unit_of(written), unit_text=written, end=unit.end())
            return flagged, _flag_value(scan, match["flag"])
    if quantity.unit_text is not None:
        quantity = quantity._replace(unit=None, unit_text=None, end=quantity.number_end)
    return _with_unit_behind_interval(scan, quantity), None


def _with_unit_behind_interval(scan: Scan, quantity: Quantity) -> Quantity:
    """``2.62 2.20-2.60 mmol/L``: the print has the interval between the value and its unit."""
    match = _INTERVAL_AND_GAP.match(scan.text, quantity.number_end) if quantity.kind == "number" else None
    unit = scan.knowledge.unit_at(scan.text, match.end()) if match is not None else None
    if match is None or unit is None or not unit.group() or _LINE_END.match(scan.text, unit.end()) is None:
        return quantity
    if match["low"] is not None and 0 < Decimal(quantity.value) * 100 < Decimal(plain_number(match["low"])):
        return quantity  # "TLC 5.1 4000-11000 /mm3" is not told in the unit of its interval
    return quantity._replace(unit=scan.knowledge.unit_of(unit.group()), unit_text=unit.group())


def _recognised(scan: Scan, quantity: Quantity) -> Quantity:
    """``mmol/I`` and ``IU/1``: character recognition takes the litre for a capital I or a one."""
    match = _MISREAD_LITRE.match(scan.text, quantity.number_end) if quantity.unit is None else None
    unit = scan.knowledge.unit_of(f"{match['over']}/L") if match is not None else None
    if match is None or unit is None:
        return quantity
    written = scan.text[match.start("over") : match.end()]
    return quantity._replace(unit=unit, unit_text=written, end=match.end())


def _without_gap(scan: Scan, quantity: Quantity) -> Quantity:
    """A number cut by spaces as thousands marks, told by three digits each and a unit right after the last."""
    if quantity.kind != "number" or quantity.unit is not None or not re.fullmatch(r"[1-9]\d{0,2}", quantity.value):
        return quantity
    digits, position = quantity.value, quantity.number_end
    while (match := _THOUSANDS.match(scan.text, position)) is not None:
        digits, position = digits + match[1], match.end()
    last = next((other for other in scan.quantities_in(quantity.number_end, position) if other.unit is not None), None)
    if last is None or last.kind != "number" or last.number_end != position:
        return quantity
    return last._replace(start=quantity.start, value=digits, comparator=quantity.comparator)


def annotation_after(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> Annotation:
    """Flag and reference interval printed after a value: ``8.4 L (8.8–10.1)``, ``16 pmol/l (normal is 1.6-6.9)``."""
    position = quantity.end
    is_ratio = quantity.unit is not None and entry.specimen == "urine"
    creatinine = _PER_CREATININE.match(scan.text, position) if is_ratio else None
    if creatinine is not None:
        position = creatinine.end()
    if quantity.unit is None:
        # A unit that no pattern knows ("el/mm3") does not hide the interval after it, nor the next value of a series.
        loose = _LOOSE_UNIT.match(scan.text, quantity.number_end)
        if loose is not None:
            position = loose.end()
    reference = _reference_at(scan, position) or _reference_in_same_brackets(scan, quantity, position)
    if reference is not None:
        return reference
    verdict = _VERDICT.match(scan.text, position)
    told = _reference_at(scan, verdict.end()) if verdict is not None else None
    if verdict is not None and told is not None:
        return told._replace(flag=_flag_value(scan, verdict["flag"] or verdict["word"]) or told.flag)
    behind = _reference_behind_its_day(scan, position)
    if behind is not None:
        return behind
    stated = _FLAG.match(scan.text, position)
    if stated is None or not _is_flag(scan, stated):
        elevation = _ELEVATION.match(scan.text, position)
        if elevation is not None:
            return Annotation(elevation.end(), None, "high")
        if quantity.unit is not None and quantity.end != quantity.number_end:
            return _bare_interval(scan, position)
        return _plain_interval(scan, quantity, position)
    flag = _flag_value(scan, stated["flag"])
    reference = _reference_at(scan, stated.end())
    if reference is not None:
        return reference._replace(flag=flag or reference.flag)
    bare = _bare_interval(scan, stated.end()) if flag else Annotation(position, None, None)
    return bare._replace(flag=flag)


_IN_SAME_BRACKETS = re.compile(
    rf"[ \t]?[;,][ \t]?(?P<low>{_NUMBER})[ \t]?[{MINUS}][ \t]?(?P<high>{_NUMBER})[ \t]?"
    r"[A-Za-zµμ%/^0-9]{0,12}[ \t]?(?=[)\]])"
)
_OPENED = re.compile(r"[(\[][ \t]?(?:of[ \t])?[<>≤≥]?[ \t]?\Z")


def _reference_in_same_brackets(scan: Scan, quantity: Quantity, position: int) -> Annotation | None:
    """``PTH (128 pg/mL; 15-65)``: brackets hold the value and behind it the interval alone."""
    match = _IN_SAME_BRACKETS.match(scan.text, position)
    if match is None or _OPENED.search(scan.text, max(0, quantity.start - 6), quantity.start) is None:
        return None
    low, high = plain_number(match["low"]), plain_number(match["high"])
    if Decimal(low) >= Decimal(high):
        return None
    written = scan.text[match.start("low") : match.end("high")]
    return Annotation(match.end(), {"low": low, "high": high, "text": written}, None)


def _reference_behind_its_day(scan: Scan, position: int) -> Annotation | None:
    time = day_before_interval(scan, position)
    return _reference_at(scan, time.end) if time is not None else None


def day_before_interval(scan: Scan, position: int) -> TimeMention | None:
    """``8.3 mg/dL on day 4 (8.5-10.5)``: the day of a value that stands between it and its interval."""
    lead = _ON.match(scan.text, position)
    time = next(iter(scan.times_in(lead.end(), lead.end() + 1)), None) if lead is not None else None
    if time is None or _BRACKETED.match(scan.text, time.end) is None or _reference_at(scan, time.end) is None:
        return None
    return time


_ON = re.compile(r"\s(?:on|at|in)\s(?:the\s)?(?:post-?op(?:erative)?\s)?", re.IGNORECASE)


def unit_of_interval(scan: Scan, quantity: Quantity, annotation: Annotation) -> tuple[str, str] | None:
    """``PTH 88 (15-65 pg/mL)``: the unit that the interval gives for both."""
    return _unit_within(scan, quantity.number_end, annotation.end) if annotation.reference is not None else None


def named_interval(scan: Scan, position: int) -> Annotation | None:
    """``[NR 60-125]`` at ``position``: brackets that say of themselves that they hold an interval."""
    match = _BRACKETED.match(scan.text, position)
    return _reference_at(scan, position) if match is not None and match["word"] is not None else None


def has_interval(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> bool:
    """``1,25 vit D 44 (ref 20-79)`` and ``(18-72 pg/mL)``: an interval that is named, or told in a unit of the analyte,
    stands behind results only."""
    match = _BRACKETED.match(scan.text, quantity.end)
    if match is None or match["word"] is not None:
        return match is not None
    unit = _unit_within(scan, quantity.number_end, match.end()) if _is_reference(match) else None
    return unit is not None and unit[0] in {entry.canonical_unit, *entry.conversions, *entry.other_units}


def _unit_within(scan: Scan, start: int, end: int) -> tuple[str, str] | None:
    match = _BY_THE_DAY.search(scan.text, start, end) or _AFTER_LAST_DIGIT.search(scan.text, start, end)
    unit = scan.knowledge.unit_at(scan.text, match.end()) if match is not None else None
    code = scan.knowledge.unit_of(unit.group()) if unit is not None and len(unit.group()) > 1 else None
    return (code, unit.group()) if unit is not None and code is not None else None


def _is_flag(scan: Scan, match: re.Match[str]) -> bool:
    """A word such as ``low`` is a flag when it stands alone: closed in brackets, or not before a noun."""
    if match["bracket"] == "(":
        return scan.text[match.end() - 1] == ")"
    return len(match["flag"]) <= 2 or not re.match(r"\s+[a-z]", scan.text[match.end() : match.end() + 4])


def _reference_at(scan: Scan, position: int) -> Annotation | None:
    for pattern in (_BRACKETED, _OPEN, _LIMIT_ALONE):
        match = pattern.match(scan.text, position)
        if match is None or not _is_reference(match):
            continue
        reference = _reference(scan.text, match)
        if reference is not None:
            groups = match.groupdict()
            inner = groups.get("flag") or _late_flag(groups.get("rest"))
            flag = _flag_value(scan, inner) if inner else _flag_after(scan, match.end())
            return Annotation(match.end(), reference, flag)
    return None


def _bare_interval(scan: Scan, position: int) -> Annotation:
    """``94.2 pg/mL (H) 10-65``: an interval without a bracket or a word, right after a unit or a flag."""
    match = _BARE.match(scan.text, position)
    if (
        match is not None
        and not scan.times_in(match.start("low"), match.end())
        and not _SPAN_WORD.search(match["rest"])
    ):
        reference = _reference(scan.text, match)
        if reference is not None:
            return Annotation(match.end(), reference, _flag_after(scan, match.end()))
    limit = _BARE_LIMIT.match(scan.text, position)
    if limit is not None:
        return Annotation(limit.end(), _reference(scan.text, limit), _flag_after(scan, limit.end()))
    return Annotation(position, None, None)


def _plain_interval(scan: Scan, quantity: Quantity, position: int) -> Annotation:
    """``11.4 14 to 18 g/dL``: an interval right behind a value without a unit. One that is told for either sex is no
    interval of this patient, but no further value either."""
    match = _PLAIN_INTERVAL.match(scan.text, position) if quantity.kind == "number" else None
    if match is None or scan.times_in(match.start("low"), match.end()):
        return _bare_interval(scan, position) if quantity.unit is not None else Annotation(position, None, None)
    unit = scan.knowledge.unit_at(scan.text, match.end())
    end = unit.end() if unit is not None else match.end("high")
    after = _AFTER_INTERVAL.match(scan.text, end)
    reference = _reference(scan.text, match)
    if after is None or reference is None:
        return Annotation(position, None, None)
    if after["remark"] is not None:
        end = after.end("remark") + 1
        if _OF_ONE_SEX.match(after["remark"]) is not None:
            further = _FURTHER_INTERVALS.match(scan.text, end)
            return Annotation(further.end() if further is not None else end, None, None)
    return Annotation(end, reference, _flag_after(scan, end))


def _flag_after(scan: Scan, position: int) -> str | None:
    """A flag that follows the interval: ``8.4 (8.8-10.1) L``."""
    match = _FLAG.match(scan.text, position)
    return _flag_value(scan, match["flag"]) if match is not None and len(match["flag"]) <= 2 else None


def _late_flag(rest: str | None) -> str | None:
    """A flag that closes the brackets of the interval: ``(8.8-10.1; low)``."""
    match = re.search(r"[,;]?\s*(?<![/\w])(H|L|HH|LL|high|low)\s*$", rest or "")
    return match[1] if match is not None else None


def _flag_value(scan: Scan, written: str) -> str | None:
    plain = written.lower().strip("*,;:–- ")
    return scan.knowledge.groups.get("flag", {}).get(plain[:1] if plain[:1] in "↑↓" else plain)


def _is_reference(match: re.Match[str]) -> bool:
    """Brackets without a word hold an interval only when nothing but a unit follows in them."""
    groups = match.groupdict()
    if groups.get("word"):
        return True
    if groups.get("low") and groups.get("high") and match.string[match.end("low") : match.start("high")].isspace():
        return False  # only a word makes limits of two numbers with nothing between
    rest = (groups.get("rest") or "").strip(" ,;.")
    rest = re.sub(r"[,;]?\s*(?<![/\w])(?:H|L|HH|LL|high|low)$", "", rest)
    return re.fullmatch(r"[A-Za-zµμ%^0-9./*²³×\s]{0,24}", rest) is not None and not _SPAN_WORD.search(rest)


def _reference(text: str, match: re.Match[str]) -> dict[str, Any] | None:
    groups = match.groupdict()
    low, high = groups.get("low"), groups.get("high")
    if low is not None and high is not None:
        ends = {"low": plain_number(low), "high": plain_number(high)}
        if re.search(r"±|\+", text[match.end("low") : match.start("high")]) is not None:
            # "24 ± 2": the ends are not told.
            return {"low": None, "high": None, "text": text[match.start("low") : match.end("high")]}
        if Decimal(ends["low"]) > Decimal(ends["high"]):
            return None
        return {**ends, "text": text[match.start("low") : match.end("high")]}
    sign = re.sub(r"\s+", " ", groups["sign"].lower()).strip()
    limit = plain_number(groups["limit"])
    is_upper = sign.startswith(("<", "≤", "up", "less", "below", "under", "uln"))
    if is_upper and re.search(r"deficien", groups.get("word") or "", re.IGNORECASE):
        is_upper = False  # "deficient <20" sets the lower limit
    written = text[match.start("sign") : match.end("limit")]
    return {"low": None if is_upper else limit, "high": limit if is_upper else None, "text": written}


def reference_of(written: str) -> dict[str, Any] | None:
    """A reference interval from the words of a table cell or label: ``8.8–10.1``, ``>30``, ``(N: <30)``."""
    match = re.search(_INTERVAL, written, re.IGNORECASE)
    return _reference(written, match) if match is not None else None
