"""Height, weight and body mass index of the patient; feet, inches, pounds and stones are converted and marked so."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern, WordPattern
from osteocase.pipeline.patient.identity import PatientFields
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["find_body"]

_CM_PER_INCH = Decimal("2.54")
_KG_PER_POUND = Decimal("0.45359237")
_TENTH = Decimal("0.1")
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_HEIGHT = re.compile(
    r"(?P<feet>[3-7])(?:\s*(?:'|’|′|ft\.?|feet|foot)\s*(?:,\s*|and\s+)?|-(?:foot|feet|ft)-(?=\d))"
    r"(?:(?P<inches>1[01](?:\.\d+)?|\d(?:\.\d+)?)(?:-inch(?:es)?\b|\s*(?:\"|”|″|''|in\b\.?|inch(?:es)?)?))?"
    r"|(?P<metres>[12][.,]\d{1,2})\s*(?:m\b|met(?:er|re)s?)"
    rf"|(?P<cm>{_NUMBER})\s*(?:cms?\b|centimet(?:er|re)s?)"
    rf"|(?P<inch>{_NUMBER})(?:\s(?P<part>[1-3]/[248]))?[\s-]*(?:inch(?:es)?\b|in\b\.?|\"|”|″)"
    r"|(?P<bare>1[2-9]\d(?:[.,]\d)?)(?![\d%/])",
    re.IGNORECASE,
)
_WEIGHT = re.compile(
    rf"(?P<kg>{_NUMBER})\s*(?:kgs?\b|kilo(?:gram)?s?\b|kilogrammes?\b)"
    rf"|(?P<stone>\d{{1,2}})\s*(?:st\b\.?|stones?\b)(?:\s*,?\s*(?P<rest>\d{{1,2}})\s*(?:lbs?\b|pounds?\b)?)?"
    rf"|(?P<pounds>{_NUMBER})[\s-]*(?:lbs?\b\.?|pounds?\b|#)",
    re.IGNORECASE,
)
_BMI = re.compile(
    r"(?P<value>\d{1,2}(?:[.,]\d{1,2})?)(?!\d)(?!\s*(?:kg\b(?!\s*/)|cm\b|%|years?|months?))", re.IGNORECASE
)
_GAP = re.compile(
    r"(?:[\s,:=(\t|–-]|\.(?=\s{1,2}\d)|\b(?:is|was|of|at|today|currently|current|now|measured|recorded|approximately|about|around|has|been|at|visit|clinic|this|time|home|stable|stands|her|his|the|in|a|by|ht|wt|cm|kg|value|on|file|last|record|admission|presentation|reported|as|and|weight|height|body|mass|index|bmi|patient)\b)*",
    re.IGNORECASE,
)
_NOT_BODY = re.compile(
    r"\b(?:disc|disk|vertebral|vertebra|body's|ideal|birth|fetal|foetal|baby'?s?|infant'?s?|newborn'?s?|target|goal|lost|lose|gained|loss\s+of|gain\s+of|molecular|fundal|maximum|max|peak|previous|usual|adult|heel|placental|excised)\s*(?:body\s*)?$",
    re.IGNORECASE,
)
_TALL_LIKE = (
    r"(?:[4-6]\s?(?:ft\.?|feet|['’′])\s?\d{1,2}(?:\s?(?:in\b\.?|inches|[\"”″]))?|1[2-9]\d(?:\.\d)?\s?cm"
    r"|[4-7]\d(?:\.\d)?\s?(?:in\b\.?|inches))"
)
_HEAVY_LIKE = r"(?:\d{2,3}(?:\.\d{1,2})?\s?(?:kgs?|lbs?|pounds)\b)"
_PAIRED = SharedPattern(
    rf"(?<![\w.])(?:(?P<h1>{_TALL_LIKE})\s?(?:[,;/]|and|\s)\s?(?P<w1>{_HEAVY_LIKE})|(?P<w2>{_HEAVY_LIKE})\s?(?:[,;/]|and|\s)\s?(?P<h2>{_TALL_LIKE}))"
)
_TALL = re.compile(r"\s*(?:tall|in\s+height)\b", re.IGNORECASE)
_METRIC_IN_BRACKETS = re.compile(rf"\s*[(/=]\s*(?P<value>{_NUMBER})\s*(?P<unit>kgs?\b|cm\b|m\b)", re.IGNORECASE)


def find_body(scan: Scan) -> PatientFields:
    """Height in cm, weight in kg, body mass index in kg/m²."""
    fields: PatientFields = {}
    for mention in scan.by_topic.get("score", ()):
        if mention.id == "height" and "height_cm" not in fields:
            _height(scan, mention, fields)
        elif mention.id == "weight" and "weight_kg" not in fields:
            _weight(scan, mention, fields)
        elif mention.id == "bmi" and "bmi_kg_m2" not in fields:
            _bmi(scan, mention, fields)
    if "height_cm" not in fields:
        _tall(scan, fields)
    if "height_cm" not in fields or "weight_kg" not in fields:
        _keyed(scan, fields)
        _pair(scan, fields)
    _phrase(scan, fields)
    _metric(scan, fields)
    if "height_cm" in fields and "weight_kg" not in fields:
        _bare_weight(scan, fields)
    return fields


_BARE_WEIGHT = re.compile(
    r"(?P<value>\d{2,3}(?:[.,]\d{1,2})?)(?![\d%/]|[.,]\d|\s?(?:lbs?|pounds|#|st\b|g\b))", re.IGNORECASE
)
_LEANEST, _HEAVIEST = 13, 31
"""Body mass index between which a weight without a unit can only be kilograms: as pounds it would be below 14."""


def _bare_weight(scan: Scan, fields: PatientFields) -> None:
    """``BH 162.8 BW 46.5``: without a unit, where it can only be kilograms for such a height."""
    metres = Decimal(fields["height_cm"][0]) / 100
    for mention in scan.by_topic.get("score", ()):
        if mention.id != "weight" or (match := _after(scan, mention, _BARE_WEIGHT)) is None:
            continue
        value = _decimal(match["value"])
        if _LEANEST < value / metres**2 < _HEAVIEST:
            fields["weight_kg"] = (_plain(value), mention.start, match.end(), False)
            return


_KEYED = SharedPattern(
    r"(?<![\w])(?:(?P<tall>(?:ht|height)_?(?:cm|\(cm\)))|(?P<heavy>(?:wt|weight)_?(?:kg|\(kg\))))\s?[=:]\s?(?P<value>\d{2,3}(?:\.\d{1,2})?)(?![\d.])"
)
"""``ht_cm=158 ; wt_kg=52.5``: a register names the unit with the field."""


def _keyed(scan: Scan, fields: PatientFields) -> None:
    for match in _KEYED.finditer(scan.indexed):
        name = "height_cm" if match["tall"] is not None else "weight_kg"
        fields.setdefault(name, (_plain(_decimal(match["value"])), match.start(), match.end(), False))


def _pair(scan: Scan, fields: PatientFields) -> None:
    """A height and a weight side by side need no names: ``(5 ft 1 in, 118 lb)``, ``61kg 164cm``."""
    for match in _PAIRED.finditer(scan.indexed):
        height = _HEIGHT.match(scan.text, match.start("h1") if match["h1"] else match.start("h2"))
        weight = _WEIGHT.match(scan.text, match.start("w1") if match["w1"] else match.start("w2"))
        if height is None or weight is None or scan.context(match.start(), match.end()).subject != "patient":
            continue
        if "height_cm" not in fields:
            _put_height(scan, height, height.start(), fields)
        if "weight_kg" not in fields:
            _put_weight(scan, weight, weight.start(), fields)
        return


_THEN = re.compile(r"\([^()\n]{0,24}\b(?:then|at\s+(?:that|the)\s+time)\b[^()\n]{0,40}$", re.IGNORECASE)
_THEN_BEHIND = re.compile(r"\s+(?:then|at\s+that\s+time)\b", re.IGNORECASE)


def _is_patients(scan: Scan, mention: Mention) -> bool:
    if scan.section_at(mention.start).effect in {"family", "not_patient"}:
        return False
    if _NOT_BODY.search(scan.text[max(0, mention.start - 25) : mention.start]):
        return False
    if _THEN_BEHIND.match(scan.text, mention.end) or _THEN.search(scan.text, max(0, mention.start - 48), mention.start):
        return False  # "(weight then 52.0 kg, BMI 18.6)"
    return scan.context(mention.start, mention.end).subject == "patient"


def _after(scan: Scan, mention: Mention, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first measure after a name, where only filling words stand between."""
    gap = _GAP.match(scan.text, mention.end, mention.end + 60)
    if gap is None or gap.end() - mention.end > 45 or not _is_patients(scan, mention):
        return None
    match = pattern.match(scan.text, gap.end())
    if match is not None and re.match(
        r"\s*(?:per|/|a)\s*(?:day|week|month|kg)\b", scan.text[match.end() : match.end() + 10]
    ):
        return None
    return match


def _height(scan: Scan, mention: Mention, fields: PatientFields) -> None:
    match = _after(scan, mention, _HEIGHT)
    if match is not None:
        _put_height(scan, match, mention.start, fields)


def _put_height(scan: Scan, match: re.Match[str], start: int, fields: PatientFields) -> None:
    value, converted = _centimetres(match)
    metric = _METRIC_IN_BRACKETS.match(scan.text, match.end())
    end = match.end()
    if converted and metric is not None and metric["unit"].lower() in {"cm", "m"}:
        number = _decimal(metric["value"])
        in_metres = metric["unit"].lower() == "m"
        value, converted, end = ((number * 100).quantize(Decimal(1)) if in_metres else number), in_metres, metric.end()
    if value is not None and 40 <= value <= 230:
        fields["height_cm"] = (_plain(value), start, end, converted)


def _centimetres(match: re.Match[str]) -> tuple[Decimal | None, bool]:
    """Height in cm and whether it had to be converted."""
    if match["feet"] is not None:
        inches = Decimal(match["feet"]) * 12 + Decimal(match["inches"] or 0)
        return (inches * _CM_PER_INCH).quantize(_TENTH, ROUND_HALF_UP), True
    if match["metres"] is not None:
        return (_decimal(match["metres"]) * 100).quantize(Decimal(1)), True
    if match["inch"] is not None:
        over, _, under = (match["part"] or "0/1").partition("/")
        inches = _decimal(match["inch"]) + Decimal(over) / Decimal(under)
        return (inches * _CM_PER_INCH).quantize(_TENTH, ROUND_HALF_UP), True
    return _decimal(match["cm"] or match["bare"]), False


def _weight(scan: Scan, mention: Mention, fields: PatientFields) -> None:
    match = _after(scan, mention, _WEIGHT)
    if match is not None:
        _put_weight(scan, match, mention.start, fields)


def _put_weight(scan: Scan, match: re.Match[str], start: int, fields: PatientFields) -> None:
    value, converted, end = _kilograms(match), match["kg"] is None, match.end()
    metric = _METRIC_IN_BRACKETS.match(scan.text, match.end())
    if converted and metric is not None and metric["unit"].lower().startswith("kg"):
        value, converted, end = _decimal(metric["value"]), False, metric.end()
    if 2 <= value <= 350:
        fields["weight_kg"] = (_plain(value), start, end, converted)


def _kilograms(match: re.Match[str]) -> Decimal:
    if match["kg"] is not None:
        return _decimal(match["kg"])
    pounds = (
        Decimal(match["stone"]) * 14 + Decimal(match["rest"] or 0)
        if match["stone"] is not None
        else _decimal(match["pounds"])
    )
    return (pounds * _KG_PER_POUND).quantize(_TENTH, ROUND_HALF_UP)


def _bmi(scan: Scan, mention: Mention, fields: PatientFields) -> None:
    match = _after(scan, mention, _BMI)
    if match is None:
        bracket = re.compile(r"\s*\([^()\d]{0,20}\)\s*(?:of|is|was|:|=)?\s*").match(scan.text, mention.end)
        match = _BMI.match(scan.text, bracket.end()) if bracket is not None and _is_patients(scan, mention) else None
    if match is not None and 8 <= _decimal(match["value"]) <= 80:
        fields["bmi_kg_m2"] = (_plain(_decimal(match["value"])), mention.start, match.end(), False)


def _tall(scan: Scan, fields: PatientFields) -> None:
    """``5 feet 4 inches tall``, ``163 cm in height``."""
    for match in _HEIGHT.finditer(scan.text):
        is_tall = _TALL.match(scan.text, match.end()) is not None and match["bare"] is None
        if match["feet"] is not None and match["inches"] is not None:
            is_tall = (
                is_tall
                or re.search(r"\b(?:she|he|patient)\s+is\s+$", scan.text[: match.start()], re.IGNORECASE) is not None
            )
        if is_tall and scan.context(match.start(), match.end()).subject == "patient":
            _put_height(scan, match, match.start(), fields)
            return


_BODY_PHRASE = WordPattern(
    r"(?P<height>\d{2}-inch(?=\W{1,3}(?:and\s)?\d)|[3-7]-(?:foot|ft)-\d{1,2}(?:-inch)?(?:\stall)?"
    r"(?=[^.;\n]{0,60}\b(?:(?:wo)?man|(?:fe)?male|patient|lady|gentleman|person|girl|boy)\b))"
    r"\s*,?\s*(?:and\s+)?(?P<weight>\d{2,3}-(?:pound|lb|kg))\b"
)


_METRIC_PAIR = WordPattern(
    r"(?<![\d.,])(?P<height>1\d\d(?:[.,]\d)?\s?cm)(?:\s?\([^()\n]{0,40}\))?\s{0,4}[,/;|]?\s{0,4}(?:and\s|体重\s?)?(?P<weight>\d{2,3}(?:[.,]\d{1,2})?\s?kg)\b(?!\s?/)"
)
"""``149 cm, 63 kg``: no two measures but height and weight are told like this."""
_COURSE = SharedPattern(
    r"\b(?:height|shorter|tall)\b[^.;\n]{0,70}?\b(?:from\s\d{3}(?:[.,]\d)?\s?(?:cm\s)?to|now)\s(?P<height>1\d\d(?:[.,]\d)?\s?cm)\b"
)
"""A height that has fallen: the present one is kept."""


def _metric(scan: Scan, fields: PatientFields) -> None:
    pair = _METRIC_PAIR.first(scan.indexed)
    if pair is not None and scan.context(pair.start(), pair.end()).subject == "patient":
        height, weight = _HEIGHT.match(scan.text, pair.start("height")), _WEIGHT.match(scan.text, pair.start("weight"))
        if height is not None and "height_cm" not in fields:
            _put_height(scan, height, pair.start("height"), fields)
        if weight is not None and "weight_kg" not in fields:
            _put_weight(scan, weight, pair.start("weight"), fields)
    course = _COURSE.first(scan.indexed)
    if (
        course is not None
        and "height_cm" not in fields
        and scan.context(course.start(), course.end()).subject == "patient"
    ):
        height = _HEIGHT.match(scan.text, course.start("height"))
        if height is not None:
            _put_height(scan, height, course.start("height"), fields)


def _phrase(scan: Scan, fields: PatientFields) -> None:
    """``a 62-inch, 112-pound white female``, ``a 5-foot-3-inch, 121-pound woman``."""
    match = _BODY_PHRASE.first(scan.indexed)
    if match is None:
        return
    height = _HEIGHT.match(scan.text, match.start("height"))
    weight = _WEIGHT.match(scan.text, match.start("weight"))
    if height is not None and "height_cm" not in fields:
        _put_height(scan, height, match.start("height"), fields)
    if weight is not None and "weight_kg" not in fields:
        _put_weight(scan, weight, match.start("weight"), fields)
    elif weight is None and "weight_kg" not in fields:
        number = re.match(r"\d+", match["weight"])
        if number is not None and match["weight"].lower().endswith("kg"):
            fields["weight_kg"] = (number.group(), match.start("weight"), match.end("weight"), False)


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))


def _plain(value: Decimal) -> str:
    """The number as plain digits, as written where nothing was converted."""
    return format(value, "f")
