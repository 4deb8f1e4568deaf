"""Whether a drug was given one time: nobody tells how often, and its route, an hour or its kind says so."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found

__all__ = [
    "INTO", "ONCE", "RATE", "at_an_hour", "begins_today", "is_a_bolus", "is_by_its_kind", "is_injected", "is_short",
    "was_given_once",
]  # fmt: skip

INTO = {"intravenous", "intramuscular", "intra-articular", "epidural", "intrathecal", "intraosseous"}
"""Routes by which a dose is given by others, one at a time."""
_SHORT = {"day": 60, "week": 8}
"""Longest course of days and of weeks that is told as one that was gone through."""
ONCE = re.compile(r"^(?:once(?!\s*\w)|x\s?1|single|stat|one[\s-]time|one dose|times one)", re.IGNORECASE)
RATE = re.compile(r"(?:/\s?|\bper\s)(?:h|hr|hour|min|d|day|kg/min|kg/h)", re.IGNORECASE)
_BOLUS = re.compile(r"\s*(?:bolus|stat|x\s?\d\b|infused|given|push)", re.IGNORECASE)
_HOUR = (
    r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)|(?:[01]\d|2[0-3])[0-5]\d(?![\d.]|\s?(?:mg|mcg|g|ml|units?|iu|kcal)\b)"
    r"|(?:1[0-2]|[1-9])\s?[ap]\.?m\b)"
)
_HOUR_BEHIND = re.compile(
    rf"[\s,(]*(?:in\s+(?=at))?(?:(?:was|were|is)\s+)?(?:(?:given|administered|pushed|infused|injected)\s+)?(?:by\s+(?:\w+\s+){{1,2}})?"
    rf"(?:at|@)\s*(?:about\s+|around\s+)?{_HOUR}",
    re.IGNORECASE,
)
_HOUR_AHEAD = re.compile(rf"[\W]*{_HOUR}\s*(?:h|hrs|hours)?\s*[:–—-]\s", re.IGNORECASE)
"""``2130: medicated with X 5 mg``: a line of a chart."""
_STEADY = re.compile(r"\b(?:last|next|usual|due|scheduled)\b", re.IGNORECASE)
_NEAR = 30
_KINDS = {"anaesthetic", "neuromuscular_blocker", "antidote"}
_SALTS = {"potassium", "magnesium", "phosphate", "calcium"}
_SALT_UNITS = {"meq", "mmol"}


def at_an_hour(scan: Scan, item: Found) -> bool:
    """``X 1 g given at 14:05``: a dose that has its hour was given then; ``last dose 0800`` is one of many."""
    if any(regimen.frequency for regimen in item.regimens):
        return False
    line = max(scan.text.rfind("\n", 0, item.mention.start) + 1, scan.sentence_at(item.mention.start)[0])
    if _STEADY.search(scan.text, line, item.mention.start):
        return False
    return _HOUR_BEHIND.match(scan.text, item.end) is not None or _HOUR_AHEAD.match(scan.text, line) is not None


def is_a_bolus(scan: Scan, item: Found, often: Sequence[str]) -> bool:
    """``4 mg IV x1``, ``4 g bolus``: a dose into a vein or a muscle, told without how often."""
    if often:
        return all(ONCE.match(word) for word in often)
    regimen = item.regimens[0]
    if len(item.regimens) != 1 or regimen.dose is None or regimen.duration or RATE.search(regimen.dose_unit or ""):
        return False
    return regimen.route in INTO or _BOLUS.match(scan.text, item.end) is not None or at_an_hour(scan, item)


def is_by_its_kind(scan: Scan, item: Found) -> bool:
    """A dose at its hour, an anaesthetic, a salt by which blood is corrected."""
    dosed = item.has_dose and not any(regimen.frequency or regimen.duration for regimen in item.regimens)
    if not dosed:
        return False
    salt = item.entry.drug_class in _SALTS and any(
        (regimen.dose_unit or "").lower() in _SALT_UNITS for regimen in item.regimens
    )
    return item.entry.drug_class in _KINDS or salt or at_an_hour(scan, item)


def is_short(item: Found) -> bool:
    """True for a course of so many days or a few weeks."""
    for regimen in item.regimens:
        if regimen.duration_value is not None and regimen.duration_value.isdecimal():
            return int(regimen.duration_value) <= _SHORT.get(regimen.duration_unit or "", 0)
    return False


def was_given_once(scan: Scan, item: Found) -> bool:
    """``zoledronic acid 5 mg IV given on 30/3`` in a list of drugs: one dose, told with its day."""
    if not item.is_drug or any(regimen.frequency for regimen in item.regimens):
        return False
    given = _GIVEN_ON.match(scan.text, item.end)
    if _GIVEN.match(scan.text, item.end) and (
        (item.has_dose and at_an_hour(scan, item)) or _GIVEN_THERE.match(scan.text, item.end)
    ):
        return True
    return given is not None and item.has_dose and bool(scan.times_in(given.end(), given.end() + _NEAR))


_GIVEN = re.compile(r"[\s,(]*(?:was\s+)?(?:given|administered|infused|injected|pushed)\b", re.IGNORECASE)
_GIVEN_THERE = re.compile(
    r"[^.;,\n]{0,24}?\b(?:en route|on scene|by (?:the )?(?:crew|ambulance|paramedics?|EMS)"
    r"|in (?:the )?(?:ED|ER|A&E|ambulance))\b",
    re.IGNORECASE,
)
_GIVEN_ON = re.compile(
    r"[\s,(]*(?:was\s+)?(?:given|administered|infused|injected)\s+(?:on\s+|in\s+|at\s+)?(?=[\dA-Za-z])", re.IGNORECASE
)


def is_injected(scan: Scan, item: Found) -> bool:
    """``40 mg injected into the knee``, ``the joint was injected with 40 mg``."""
    if item.has_dose and _INJECTED_INTO.match(scan.text, item.end):
        return True
    return _INJECTED_WITH.first(scan.indexed, max(0, item.mention.start - 90), item.mention.start) is not None


_FIRST = re.compile(r"\b(?:1st|first)\s+\Z(?<!the first )(?<!since first )", re.IGNORECASE)
_TODAY = re.compile(
    r"\s*(?:(?:injection|infusion|dose|shot|jab)\b\s*)?(?:(?:was|is)\s+)?(?:(?:in|given|done|administered|received|had)\s+)?"
    r"(?:today|this\s+(?:morning|afternoon))\b",
    re.IGNORECASE,
)


def begins_today(scan: Scan, item: Found) -> bool:
    """``First denosumab injection today``, ``1st denosumab 60 mg in today``: the first of more."""
    start = item.mention.start
    if not item.is_drug or _FIRST.search(scan.text, max(0, start - 12), start) is None:
        return False
    return any(_TODAY.match(scan.text, end) is not None for end in {item.mention.end, item.end})


_INJECTED_WITH = SharedPattern(
    r"\b(?:injected|infiltrated|aspirated and injected)\b[^.;\n]{0,70}\bwith\b[^.;\n]{0,50}$",
)
_INJECTED_INTO = re.compile(
    r"[\s,]*(?:(?:was|were)\s+)?(?:injected|infiltrated|instilled)\s+(?:in|into|at|around|under|today|here)\b",
    re.IGNORECASE,
)
