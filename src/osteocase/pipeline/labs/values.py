"""Whether a number can be a result of an analyte, and the record made of it: unit, canonical value, flag."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.labs.annotations import Annotation, has_interval
from osteocase.pipeline.labs.specimens import timed_collection
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.text.quantities import Quantity

__all__ = [
    "accepts",
    "as_level",
    "canonical",
    "computed_flag",
    "converted",
    "flag_told",
    "known_unit",
    "lab_draft",
    "without_dash",
]


_NOT_A_RESULT = re.compile(
    r"\s{0,4}[-‐]?\s{0,4}(?:(?:years?|yrs?|yo|y/o|months?|mos?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|tablets?|"
    r"tabs?|caps?(?:ules)?)(?![a-z])"
    r"|/\s?[MF]\b|[MF]\b(?!\s?\d)|puffs?|drops?|times?|x\b|doses?|units?\b(?!/)|sprays?|(?-i:mg|MG)\b(?!\s{0,4}[/%](?!\s?(?:week|wk|month)))|mcg\b(?!\s{0,4}/)|grams?\b|"
    r"(?:I\.?)?U\.?\s?(?:/|per\s)\s?(?:d|day|wk|week|month)\b|percent of|lb|pounds?|kg\b|cm\b|inch(?:es)?|feet|stones?"
    r"|out of|/10\b(?!\.\d)|th\b|st\b|nd\b|rd\b|patients?|episodes?|beats|bpm|[ap]\.?m\b|daily|p\.?o\.?\b|q\.?\s?[dhw]|"
    r"\s?(?:above|below|over|under)\s+(?:the\s+)?(?:upper\s+|lower\s+)?(?:limit|normal|range|uln|baseline)\b|fold\b|"
    r"b\.?i\.?d|t\.?i\.?d|-\s?\(?OH\b|\(OH\))",
    re.IGNORECASE,
)
_CONCENTRATIONS = {
    "mass_concentration", "molar_concentration", "catalytic_concentration", "arbitrary_concentration",
    "number_concentration", "fraction", "equivalent_concentration", "osmolality", "ratio", "clearance", "density",
    "other",
}  # fmt: skip


_TITRED = {"serology", "autoimmunity", "tumour_marker"}
"""Groups whose results come in units of each laboratory's own."""
_COUNTED = {"haematology", "urine", "fluid", "serology", "other"}
"""Groups whose results can be counts in a volume; cells in a microlitre are no cholesterol."""
_COMPANY = {"endocrine", "bone_turnover", "bone_mineral", "autoimmunity", "serology", "coagulation", "inflammation"}
_SEX_HORMONES = {"fsh", "lh", "testosterone", "prolactin", "estradiol", "progesterone", "shbg", "tsh", "dheas", "amh"}
_THYROID = {"tsh", "free_t4", "free_t3", "total_t4", "total_t3"}
_LIGHT_CHAINS = {"kappa_free_light_chains", "lambda_free_light_chains", "free_light_chain_ratio"}
_WITH_COMPLEMENT = {"ana", "anti_dsdna", "erythrocyte_sedimentation_rate", "c_reactive_protein", "complement_ch50"}
_KIN_NEEDED = {
    "estradiol": _SEX_HORMONES, "progesterone": _SEX_HORMONES, "estrone": _SEX_HORMONES,
    "total_t4": _THYROID - {"total_t4", "total_t3"}, "total_t3": _THYROID - {"total_t4", "total_t3"},
    "insulin": {"glucose", "glucose_fasting", "c_peptide", "homa_ir"}, "calcitonin": {"cea", "thyroglobulin", "tsh"},
    "kappa_free_light_chains": _LIGHT_CHAINS, "lambda_free_light_chains": _LIGHT_CHAINS,
    "vasopressin": {"osmolality", "sodium"}, "gh": {"igf_1", "prolactin", "acth"},
    "complement_c3": {"complement_c4", *_WITH_COMPLEMENT}, "complement_c4": {"complement_c3", *_WITH_COMPLEMENT},
}  # fmt: skip
"""Names that mean something else as well: hormones to take, vertebrae. One of these beside them makes them results."""
_AMOUNTS = {"mg", "g", "ug", "mmol", "umol", "nmol", "meq", "mL", "L"}
"""What a whole collection of urine holds."""


_SPOKEN_UNITS = {"g/dL": ("g",), "mg/dL": ("mg",)}
"""``albumin of 2.9 g (normal 3.5-5)``: of which volume goes without saying where an interval stands beside it."""
_PREPARATION = re.compile(
    r"\s(?:(?:topical|transdermal|iv|intravenous|w/v)\s)?(?:gel|cream|ointment|lotion|solution|soln|foam|spray|drops?|patch|"
    r"infusion|drip|bolus|in water|mouthwash|paste|shampoo)\b|\s(?:at\s)?\d+\s?ml\b",
    re.IGNORECASE,
)
"""``testosterone 1.62% gel`` is the strength of a preparation."""


_SIGNED = {"base_excess"}
"""Quantities that can be negative; elsewhere a dash before the number is punctuation (``Ca - 8.1``)."""


def without_dash(entry: AnalyteEntry, quantity: Quantity) -> Quantity:
    """The quantity with a leading dash taken as punctuation where the analyte cannot be negative."""
    if quantity.value.startswith("-") and entry.id not in _SIGNED:
        return quantity._replace(value=quantity.value[1:])
    return quantity


_THOUSANDS = re.compile(
    r"\d{1,3}\.000\s?(?:i\.?\s?[eu]\b|e\b|units?\b|(?:(?:once|twice|1x|one)\s+)?(?:daily|weekly|monthly|every|per|a\s+(?:day|week|month)|/))",
    re.IGNORECASE,
)
"""``Vit D 20.000 weekly``: a dose with a point between its thousands."""


def accepts(scan: Scan, entry: AnalyteEntry, quantity: Quantity, *, as_level: bool = False) -> bool:
    """Whether a quantity can be a result of an analyte: by its unit, by what follows it, and by its size."""
    if quantity.kind == "ratio" and not _takes_titres(entry):
        return False
    if quantity.value.startswith("-") and entry.id not in _SIGNED:
        return False
    if _is_decade(scan, quantity):
        return False
    if quantity.kind == "number" and _IN_MONTHS.match(scan.text, quantity.start) is not None:
        return False
    if quantity.kind in {"titre", "ratio"} and _takes_titres(entry) and quantity.value == "1":
        return True
    if _THOUSANDS.match(scan.text, quantity.start) is not None:
        return False
    if quantity.unit is None:
        if _is_kind_of_vitamin(scan, entry, quantity):
            return False
        if _counted_things(scan, entry, quantity) or _numbers_items(scan, quantity):
            return False
        if not (entry.bare_number or as_level) or _NOT_A_RESULT.match(scan.text, quantity.number_end):
            return False
        return _plausible(entry, quantity, None)
    if quantity.unit in _SPOKEN_UNITS.get(entry.canonical_unit or "", ()) and has_interval(scan, entry, quantity):
        return _plausible(entry, quantity, entry.canonical_unit)
    if (
        not _unit_fits(scan, entry, quantity)
        or quantity.unit in {"mL/h", "mL/min/kg"}
        or (quantity.unit == "%" and _PREPARATION.match(scan.text, quantity.end) is not None)
    ):
        return False
    return _plausible(entry, quantity, quantity.unit)


_KIND_OF_VITAMIN = re.compile(r"\bvit(?:amin|\.)? d [23]$", re.IGNORECASE)


def _is_decade(scan: Scan, quantity: Quantity) -> bool:
    """``in the high 80s``: no number of a laboratory, and the lowest of them least of all."""
    if scan.text[quantity.number_end - 1] not in "sS":
        return False
    return _PART_OF_DECADE.search(scan.text, max(0, quantity.start - 20), quantity.start) is not None


def _is_kind_of_vitamin(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> bool:
    """``vitamin d 3`` is the name of what is taken."""
    before = max(0, quantity.start - 12)
    return entry.id.endswith("_vitamin_d") and _KIND_OF_VITAMIN.search(scan.text, before, quantity.end) is not None


def _counted_things(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> bool:
    """``receptor proteins 5 and 6`` numbers things; total protein in the plural comes with a unit."""
    if entry.id != "total_protein":
        return False
    before = scan.text[max(0, quantity.start - 24) : quantity.start]
    return re.search(r"\bproteins\W{0,3}(?:\d+\s*(?:and|or|,)\s*)?$", before) is not None and (
        re.search(r"(?:total|serum|plasma|s\.)\s+proteins", before, re.IGNORECASE) is None
    )


_IN_MONTHS = re.compile(r"(?<![\d./])[1-9]\d?/(?:12|52)(?![\d/.%]*\d)(?!\s?\w+/)")
"""``CTX 6/12``: British shorthand for six months, no result."""
_PART_OF_DECADE = re.compile(r"\b(?:low|lower|mid|middle|high|upper)[\s-]+(?:to\s+(?:mid|high)[\s-]+)?$", re.IGNORECASE)
_OPENS_ITEM = re.compile(r"[.)]\s+[A-Za-z]")
_AND_MONTHS = re.compile(
    r"\s*(?:,|and|or|to|[-–])\s*(?:\d+\s*(?:,|and|or)\s*)?\d+\s*(?:hours?|hrs?|minutes?|mins?|days?|weeks?|wks?|"
    r"months?|mos?|years?|yrs?)\b(?!\s+later)",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|in|after|every|for)\s+(?:\d+\s*,\s*)*$", re.IGNORECASE)


def _numbers_items(scan: Scan, quantity: Quantity) -> bool:
    """The number of the next item of a plan, or of months to come: ``D.\\n3. Return``, ``CTX at 3 and 6 months``."""
    line = scan.text[scan.text.rfind("\n", 0, quantity.start) + 1 : quantity.start]
    if not line.strip() and quantity.value.isdecimal() and _OPENS_ITEM.match(scan.text, quantity.number_end):
        return True
    if _AND_MONTHS.match(scan.text, quantity.number_end) is None:
        return False
    return _AT.search(scan.text, max(0, quantity.start - 16), quantity.start) is not None


_PLACES = re.compile(r"(?:vit(?:amin|\.)? ?d,? )?\(?1[,-] ?25\b", re.IGNORECASE)
"""Nobody takes a vitamin D that is named after the places of its hydroxyl groups."""
_LEVEL = SharedPattern(
    r"\b(?:levels?|concentrations?|titre|titer|trough|peak|random|(?:low|high|elevated|raised|reduced|normal) at)\b",
)


_FLAGGED = re.compile(
    r"\s?\(\s?(?:(?:very|mildly|slightly|markedly|severely|borderline)\s+)?(?:low|high|normal|deficient|elevated|L|H|N)\s?\)"
)
"""``selenium 48 (low)``: nobody writes so of what is taken."""


def as_level(scan: Scan, name: Mention, quantity: Quantity) -> bool:
    """``Theophylline level 16.6``, ``estradiol <20`` and ``TSH 0.02, T3 280``: what makes a bare number a result where
    the name alone would not."""
    if _LEVEL.first(scan.indexed, name.start, quantity.start) is not None:
        return True
    entry = scan.knowledge.analytes.get(name.id)
    if entry is None or entry.bare_number or entry.canonical_unit is None:
        return False
    if _PLACES.match(scan.text, name.start, name.end) is not None or has_interval(scan, entry, quantity):
        return True
    if entry.group == "vitamin" and _FLAGGED.match(scan.text, quantity.end) is not None:
        return True
    return _is_below_detection(entry, quantity) or _in_company(scan, entry, name, quantity)


def _in_company(scan: Scan, entry: AnalyteEntry, name: Mention, quantity: Quantity) -> bool:
    """Whether other results in the sentence make a bare number one: ``TSH 0.02, free T4 3.1, T3 280``.

    Names that are those of hormones to take or of vertebrae too need results of their own kind beside them.
    """
    is_trace = entry.id in {"zinc", "copper", "selenium"} and name.variant == "exact"
    if not (entry.group in _COMPANY or is_trace) or scan.section_at(name.start).effect in {
        "current_medication",
        "hypothetical",
    }:
        return False
    start, end = scan.sentence_at(name.start)
    kin = _KIN_NEEDED.get(entry.id)
    if kin is not None and entry.id != "insulin" and _others_told(scan, entry, start, end) >= 2:
        return True
    for other in scan.mentions_in(start, end, "analyte"):
        known = scan.knowledge.analytes.get(other.id)
        if other.id == entry.id or known is None or not (known.bare_number or kin is not None):
            continue
        if (kin is None or other.id in kin) and _has_number(scan, other.end):
            return True
    return quantity.comparator in {"<", ">", "<=", ">="} and entry.id not in _KIN_NEEDED


def _is_below_detection(entry: AnalyteEntry, quantity: Quantity) -> bool:
    """``salicylate <4``: nobody gives less than a dose."""
    return entry.group == "drug_level" and quantity.comparator == "<"


def _others_told(scan: Scan, entry: AnalyteEntry, start: int, end: int) -> int:
    """How many other results a sentence tells: in a list of results no name means anything else."""
    told = set()
    for other in scan.mentions_in(start, end, "analyte"):
        known = scan.knowledge.analytes.get(other.id)
        if other.id != entry.id and known is not None and known.bare_number and _has_number(scan, other.end):
            told.add(other.id)
    return len(told)


def _has_number(scan: Scan, position: int) -> bool:
    following = scan.quantities_in(position, position + 20)
    return bool(following) and re.search(r"[,;.]", scan.text[position : following[0].start]) is None


def _takes_titres(entry: AnalyteEntry) -> bool:
    return entry.group in {"serology", "autoimmunity"}


def known_unit(entry: AnalyteEntry, unit: str | None) -> bool:
    """Whether the analyte's own entry names the unit."""
    return unit in {entry.canonical_unit, *entry.conversions, *entry.other_units}


def _unit_fits(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    if known_unit(entry, unit):
        return True
    dimension = scan.knowledge.units[unit].dimension if unit in scan.knowledge.units else "other"
    canonical = scan.knowledge.units.get(entry.canonical_unit or "")
    if canonical is None and not entry.other_units and dimension != "ratio" and entry.group not in _TITRED:
        return False  # a panel or a look of cells has no amount
    if canonical is None and dimension == "fraction" and entry.group in _TITRED:
        return False
    if canonical is not None and canonical.dimension == dimension:
        return True
    if canonical is not None and canonical.dimension == "mass" and dimension.endswith("_concentration"):
        return False  # the haemoglobin of a cell is weighed
    if dimension == "number_concentration":
        return entry.group in _COUNTED or canonical is None
    if entry.specimen == "urine" and unit in _AMOUNTS:
        return timed_collection(scan, max(0, quantity.start - 200), quantity.end)
    return dimension in _CONCENTRATIONS


def _plausible(entry: AnalyteEntry, quantity: Quantity, unit: str | None) -> bool:
    """Inside the bounds of life in some unit that the value may have been given in."""
    bounds = entry.plausible
    if bounds is None:
        return True
    value = Decimal(quantity.value)
    if unit == entry.canonical_unit or not entry.conversions:
        factors = [Decimal(1)]
    elif unit in entry.conversions:
        factors = [entry.conversions[unit]]
    elif unit is None:
        factors = [Decimal(1), *entry.conversions.values()]
    else:
        return True
    return any(
        (bounds.low is None or value * factor >= bounds.low) and (bounds.high is None or value * factor <= bounds.high)
        for factor in factors
    )


def canonical(entry: AnalyteEntry, value: str, unit: str | None) -> tuple[str | None, str | None]:
    """Value in the analyte's canonical unit, computed; (None, None) where the unit is missing or not convertible."""
    if unit is None or entry.canonical_unit is None:
        return None, None
    if unit == entry.canonical_unit:
        return value, unit
    factor = entry.conversions.get(unit)
    if factor is None:
        return None, None
    return _rounded(Decimal(value) * factor, Decimal(value)), entry.canonical_unit


def converted(entry: AnalyteEntry, first: Quantity, second: Quantity) -> bool:
    """Whether the second number is the first one told again in another unit: ``2.81 mmol/L (11.3 mg/dL)``."""
    if first.unit == second.unit or first.unit is None or second.unit is None:
        return False
    one, other = canonical(entry, first.value, first.unit)[0], canonical(entry, second.value, second.unit)[0]
    if one is None or other is None or Decimal(one) == 0:
        return False
    return abs(Decimal(other) / Decimal(one) - 1) < Decimal("0.05")


def _rounded(product: Decimal, stated: Decimal) -> str:
    """A converted value keeps one significant digit more than the stated one, and never fewer than three."""
    digits = max(3, len(stated.normalize().as_tuple().digits) + 1)
    if product == 0:
        return "0"
    rounded = product.quantize(Decimal(1).scaleb(product.adjusted() - digits + 1))
    return format(rounded, "f")


def computed_flag(value: str, comparator: str | None, reference: dict[str, Any] | None) -> str | None:
    """Low, normal or high by the printed interval; none where a comparator leaves it open."""
    if reference is None or (reference.get("low") is None and reference.get("high") is None):
        return None
    number = Decimal(value)
    low = Decimal(reference["low"]) if reference.get("low") is not None else None
    high = Decimal(reference["high"]) if reference.get("high") is not None else None
    if comparator in {"<", "<="}:
        return "low" if low is not None and number <= low else None
    if comparator in {">", ">="}:
        return "high" if high is not None and number >= high else None
    if low is not None and number < low:
        return "low"
    if high is not None and number > high:
        return "high"
    return "normal"


def _is_on_scale(entry: AnalyteEntry, value: str, reference: dict[str, Any] | None) -> bool:
    """Whether a count and its printed interval are told in the same unit: ``WBC 4.6  4000-11000`` are not."""
    if entry.group != "haematology" or reference is None:
        return True
    number, low, high = Decimal(value), reference.get("low"), reference.get("high")
    is_below = low is not None and number > 0 and Decimal(low) / number > 400
    return not (is_below or (high is not None and Decimal(high) > 0 and number / Decimal(high) > 100))


def flag_told(scan: Scan, word: Mention) -> str | None:
    """The flag that a result in words tells; ``low normal`` is normal."""
    if word.id == "result_steady" and "normal" in scan.text[word.start : word.end].lower():
        return "normal"
    value = scan.knowledge.words[word.id].value
    return value if value in {"high", "low", "normal"} else None


def lab_draft(
    scan: Scan,
    name: Mention,
    quantity: Quantity,
    annotation: Annotation,
    *,
    flag_word: Mention | None,
    time: dict[str, Any] | None,
    rule: str = "labs.name_then_value",
    start: int | None = None,
) -> list[Draft]:
    """Drafts of one value; a range told as the result (``4 to 4.5``) is two."""
    entry = scan.knowledge.analytes[name.id]
    if quantity.unit is None and annotation.reference is not None:
        quantity, annotation = _unit_behind_interval(scan, entry, quantity, annotation)
    flag = annotation.flag
    if flag is None and flag_word is not None:
        flag = flag_told(scan, flag_word)
    begin = min(
        name.start if start is None else start,
        quantity.start,
        flag_word.start if flag_word is not None else quantity.start,
    )
    base: Draft = {
        "start": begin,
        "end": max(quantity.end, annotation.end, name.end),
        "rule": rule,
        "analyte": name.id,
        "name": entry.label,
        "name_text": scan.text[name.start : name.end],
        "loinc": entry.loinc,
        "unit": quantity.unit,
        "unit_text": quantity.unit_text,
        "reference": annotation.reference,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": time,
    }
    if quantity.kind in {"ratio", "titre"}:
        if quantity.kind == "titre" and not _takes_titres(entry):
            return []
        digits = re.compile(r"\d").search(scan.text, quantity.start)
        begin = digits.start() if quantity.comparator and digits is not None else quantity.start
        written, sign = scan.text[begin : quantity.number_end], quantity.comparator
        return [
            {**base, "qualitative": written, "comparator": sign, "flag": flag, "flag_basis": "stated" if flag else None}
        ]
    if entry.specimen == "urine" and quantity.kind == "range" and quantity.unit in {None, "/[HPF]", "/[LPF]"}:
        # Cells per high-power field are reported as a stretch, not as two results.
        return [
            {
                **base,
                "qualitative": " ".join(scan.text[quantity.start : quantity.number_end].split()),
                "flag": flag,
                "flag_basis": "stated" if flag else None,
            }
        ]
    numbers = [quantity.value] if quantity.high is None else [quantity.value, quantity.high]
    comparator = quantity.comparator if not _is_reach(scan, quantity) else None
    drafts = []
    opens_course = _opens_course(scan, name, quantity, annotation, time)
    for place, number in enumerate(numbers):
        value, unit = canonical(entry, number, quantity.unit)
        own_flag = flag or (
            computed_flag(number, comparator, annotation.reference)
            if _is_on_scale(entry, number, annotation.reference)
            else None
        )
        drafts.append(
            {
                **base,
                "value": number,
                "comparator": comparator,
                "time": None if opens_course and place == 0 else time,
                "canonical_value": value,
                "canonical_unit": unit,
                "flag": own_flag,
                "flag_basis": ("stated" if flag else "computed") if own_flag else None,
            }
        )
    return drafts


def _unit_behind_interval(
    scan: Scan, entry: AnalyteEntry, quantity: Quantity, annotation: Annotation
) -> tuple[Quantity, Annotation]:
    """``2.24 (2.15-2.55) mmol/L``: the unit of both numbers stands behind the second."""
    gap = _GAP.match(scan.text, annotation.end)
    match = scan.knowledge.unit_at(scan.text, gap.end()) if gap is not None else None
    unit = scan.knowledge.unit_of(match.group()) if match is not None and match.group() else None
    if match is None or unit is None or _FLAG_LETTER.fullmatch(match.group()):
        return quantity, annotation
    told = quantity._replace(unit=unit, unit_text=match.group())
    if not accepts(scan, entry, told):
        return quantity, annotation
    return told, annotation._replace(end=match.end())


_GAP = re.compile(r"[)\]]?[ \t]{0,2}")
_FLAG_LETTER = re.compile(r"[A-Z]")
"""``K 3.1 (3.5-5.0) L`` is low."""


_COURSE_FROM = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|increas\w+|decreas\w+|dropp\w+|improv\w+|climb\w+|went|gone|declin\w+|came|"
    r"come|down|up|reduc\w+|normali[sz]\w+|jump\w+)\s+(?:[a-z]+ly\s+)?from\s+$",
    re.IGNORECASE,
)
"""``rose from 28 to 112 at 3 months``: the first number is not of that time."""


_BEHIND = 120
"""Characters behind the first number within which the time of the second stands."""
_TO_NEXT = re.compile(r"\s+(?:up |down )?to\s+(?=\d)", re.IGNORECASE)


def _opens_course(
    scan: Scan, name: Mention, quantity: Quantity, annotation: Annotation, time: dict[str, Any] | None
) -> bool:
    """Whether a time behind the course is that of its second number alone, with a unit behind each number or not."""
    text, start = scan.text, quantity.start
    leads = _COURSE_FROM.search(text, max(0, start - 40), start) or text[name.end : start].split() == ["from"]
    if quantity.high is not None:
        return bool(leads)
    end = max(quantity.end, annotation.end)
    behind = time is not None and time.get("text") and str(time["text"]) in text[end : end + _BEHIND]
    return bool(leads and behind and _TO_NEXT.match(text, end))


def _is_reach(scan: Scan, quantity: Quantity) -> bool:
    """``rose up to 45`` reaches a value; it does not bound it."""
    return re.match(r"up\s+to\b", scan.text[quantity.start : quantity.start + 8], re.IGNORECASE) is not None
