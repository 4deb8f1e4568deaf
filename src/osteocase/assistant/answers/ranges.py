"""Answers about reference intervals: ``reference range of the PTH?``, ``upper limit of ALP?``, ``is 94.2 high?``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Lab, Record, printed_unit
from osteocase.review import Session
from osteocase.review.wording import when

__all__ = ["SOUND", "asks_range", "is_of_others", "judged_number", "lacks_range", "reference_range"]

_RANGE = re.compile(
    r"\b(?:(?:reference|ref\.?|normal|lab(?:oratory)?)\s+(?:ranges?|intervals?|values?|limits?)|ranges?|ref|reference|"
    r"(?:upper|lower)\s+(?:reference\s+|normal\s+)?limits?|limits? of normal|uln|lln|cut[- ]?offs?|"
    r"what(?:['’]?s| is| are| counts as| would be)\s+(?:the\s+|an?\s+)?normal|what\b.{0,20}\bnormal for)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:in|within|inside|outside|out[- ]of|above|below|over|under|beyond|into|off|exceeds?|exceeded|past)\s+"
    r"(?:\w+\s+){0,3}?(?:ranges?|limits?|reference|uln|lln|interval|normal)\b",
    re.IGNORECASE,
)
"""What asks whether a value lies there, not where the limits are."""
_OF_OTHERS = re.compile(
    r"\b(?:in|for|during|at)\s+(?:a\s+|an\s+|the\s+|her\s+|his\s+)?(?:pregnan\w*|lactat\w*|child\w*|adult\w*|wom[ae]n|"
    r"m[ae]n\b|healthy|general|elderly|young\w*|age|japan\w*|people|population|patients)\b",
    re.IGNORECASE,
)
"""Ranges that no note prints, and where a value stands."""
SOUND = frozenset(
    ("fine", "ok", "okay", "alright", "good", "bad", "sound", "reassuring", "satisfactory", "sufficient", "adequate")
)
"""Words that judge a value by its range."""
_UPPER = re.compile(r"\b(?:upper|uln|high(?:est)? normal|maximum normal|top of)\b", re.IGNORECASE)
_LOWER = re.compile(r"\b(?:lower|lln|bottom of|minimum normal)\b", re.IGNORECASE)
_LIES = re.compile(r"\bwhere\b.*\b(?:lie|lies|lay|sit|sits|fall|falls|stand|stands)\b", re.IGNORECASE)


def asks_range(heard: Heard) -> bool:
    """Whether the limits themselves are asked for."""
    if heard.has("correct", "delete", "accept", "add") or heard.figures or _OF_OTHERS.search(heard.say):
        return False
    say = heard.say.replace("-", " ")
    return bool(_RANGE.search(say)) and not (_INSIDE.search(say) and not _LIES.search(say))


def is_of_others(heard: Heard) -> bool:
    """``normal range of PTH in children?``: knowledge, and nothing that a note prints."""
    return heard.is_question and bool(_RANGE.search(heard.say)) and bool(_OF_OTHERS.search(heard.say))


def reference_range(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The interval that is printed beside a result, as printed; null where no interval is asked for."""
    labs = [one for one in found.records if isinstance(one, Lab) and one.subject == "patient"]
    if lacks_range(heard):
        return _without_range(heard, labs, session)
    if not labs or not asks_range(heard):
        return None
    if _LIES.search(heard.say):
        return of_records("\n".join(_place(one) for one in labs), labs)
    with_range = [one for one in labs if one.reference is not None]
    if not with_range:
        names = " and ".join(dict.fromkeys(one.name for one in labs))
        return of_records(f"No reference range is printed for {names}:\n{lines(labs)}", labs)
    told: dict[tuple[object, ...], str] = {}
    for one in with_range:
        limits = (one.reference.low, one.reference.high) if one.reference is not None else ()
        told.setdefault((one.analyte, one.unit, *limits), f"{_interval(one, heard)} (printed beside {_shown(one)})")
    return of_records("\n".join(told.values()), with_range)


_WITHOUT = re.compile(
    r"\b(?:no|without|lack(?:s|ed|ing)?|miss(?:es|ing)?|not\s+have|n['’]t\s+have)\s+(?:an?\s+|the\s+|any\s+|its\s+|their\s+)?"
    r"(?:printed\s+|reference\s+|normal\s+)*(?:ranges?|intervals?|references?|limits?)\b",
    re.IGNORECASE,
)


def lacks_range(heard: Heard) -> bool:
    """Whether results without a printed interval are asked for."""
    return heard.is_question and _WITHOUT.search(heard.say) is not None


def _without_range(heard: Heard, labs: Sequence[Lab], session: Session) -> Reply:
    """Which results, or how many, are printed without an interval."""
    pool = list(labs) or [one for one in session.case.labs if one.subject == "patient"]
    bare = [one for one in pool if one.reference is None]
    if not bare:
        return of_records(f"None of {len(pool)}: a range is printed beside each.", pool)
    head = f"{len(bare)} of {len(pool)}:\n" if heard.has("count") else ""
    return of_records(f"{head}{lines(bare)}", bare)


def judged_number(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """Results that hold the number that is asked about: ``is 94.2 above the range?``."""
    numbers = {figure.value for figure in heard.figures}
    if not numbers or not heard.is_question or not heard.has("high", "low", "abnormal"):
        return []
    return [one for one in records if isinstance(one, Lab) and one.value in numbers]


def _interval(lab: Lab, heard: Heard) -> str:
    unit = lab.unit_text or printed_unit(lab.unit)
    reference = lab.reference
    if reference is None:
        return lab.name
    for wanted, limit, name in (
        (_UPPER, reference.high, "upper limit"),
        (_LOWER, reference.low, "lower limit"),
    ):
        if wanted.search(heard.say):
            if limit is None:
                return f"{lab.name}: no {name} is printed; reference {reference.text} {unit}".rstrip()
            return f"{lab.name}: {name} {limit} {unit}".rstrip() + f", reference {reference.text}"
    return f"{lab.name}: reference {reference.text} {unit}".rstrip()


def _shown(lab: Lab) -> str:
    at = when(lab.time)
    return f"{lab.value} {lab.unit_text or printed_unit(lab.unit)}".strip() + (f", {at}" if at else "")


def _place(lab: Lab) -> str:
    reference, value = lab.reference, lab.value
    if reference is None or value is None:
        return f"{lab.name} {_shown(lab)}: no reference range is printed beside it"
    return f"{lab.name} {_shown(lab)}: {_where(value, reference.low, reference.high)} {reference.text}"


def _where(value: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and value < low:
        return "below the reference range"
    if high is not None and value > high:
        return "above the reference range"
    if low is not None and high is not None and high > low:
        share = (value - low) / (high - low)
        third = "lower" if share < Decimal("0.34") else "upper" if share > Decimal("0.66") else "middle"
        return f"within the reference range, in its {third} third,"
    return "within the reference range"
