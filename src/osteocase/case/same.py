"""When two records tell the same fact: equal values within their printed digits, at one time, of one thing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from osteocase.case.months import date_position, offset_months, spread
from osteocase.case.placing import is_note_date
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Time, Treatment

__all__ = [
    "BMD_NUMBERS", "STATIC_KINDS", "agree", "half_unit", "own_day", "same_bmd_place", "same_bone", "same_fact",
    "same_lab_value", "same_number", "same_subject_matter", "same_time", "subject_key",
]  # fmt: skip

BMD_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")
STATIC_KINDS = frozenset({"diagnosis", "risk_factor", "history"})
"""Findings that hold for the patient, not for a day."""

_BASELINE_FROM, _BASELINE_TO = Decimal(-6), Decimal("0.5")
_BASELINES = ("baseline", "treatment_start", "surgery")
_BEFORE = re.compile(r"\b(?:before|pre|prior|baseline|preoperative\w*)\b", re.IGNORECASE)
"""``During the operation`` and ``after surgery`` are no work-up."""
_COURSE_GAP = Decimal(6)
"""Months between two starts from which one drug was given twice."""
_SAME_DAY = Decimal("0.03")

_PROXIMAL_FEMUR = frozenset({"neck", "head", "proximal", "intertrochanteric", "subtrochanteric"})
_GIVEN = frozenset({"started", "ongoing", "completed", "stopped", "past", "planned", "mentioned"})


def half_unit(value: Decimal) -> Decimal:
    """Half a unit of the last digit as printed: 0.05 for ``8.6``."""
    exponent = value.as_tuple().exponent
    return Decimal("0.5").scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def same_number(one: Decimal, other: Decimal) -> bool:
    """Equal within the digits that the coarser of the two prints: 0.84 and 0.842, but not 0.85 and 0.842."""
    return abs(one - other) <= max(half_unit(one), half_unit(other)) if one != other else True


def agree(one: object, other: object) -> bool:
    """Equal, or one of them not told."""
    return one is None or other is None or one == other


def same_time(one: Time | None, other: Time | None) -> bool:
    """True when two times may be the same: equal days, or within what their precision allows."""
    if one is None or other is None or one.months is None or other.months is None:
        return True
    if (is_note_date(one) and is_note_date(other)) or _counts_days(one, other):
        return one.months == other.months
    counted = _is_counted(one) or _is_counted(other)
    if counted and _is_a_day(one) and _is_a_day(other) and abs(one.months - other.months) > _TWO_DAYS:
        return False
    for told, dated in ((one, other), (other, one)):
        # "9.1 at discharge" is of the days of its own note, not of those of an earlier one.
        of_its_note = told.kind == "label" and told.anchor is None and told.date is None
        if of_its_note and dated.date is not None and abs(one.months - other.months) > _TWO_DAYS:
            return False
    if _parted_by_an_operation(one, other) or _parted_by_an_operation(other, one):
        return False
    days = [
        time.date for time in (one, other) if time.date is not None and len(time.date) == 10 and not is_note_date(time)
    ]
    if len(days) == 2:
        return days[0] == days[1]
    if all(time.date is not None and len(time.date) == 10 for time in (one, other)):
        # The day of a note stands for the weeks before it, whatever the exactness of month zero.
        for written, day in ((one, other), (other, one)):
            if is_note_date(written) and not is_note_date(day) and _days_behind(written, day) > 1:
                return False
        return abs(date_position(one.date or "") - date_position(other.date or "")) <= spread("month")
    for label, measured in ((one, other), (other, one)):
        # "Before treatment" covers the weeks of the work-up before the first dose.
        if (
            label.kind == "label"
            and label.anchor in _BASELINES
            and measured.months is not None
            and (label.anchor != "surgery" or _BEFORE.search(label.text) is not None)
        ):
            return _BASELINE_FROM <= measured.months <= _BASELINE_TO
    allowed = max(_slack(one), _slack(other))
    return abs(one.months - other.months) <= allowed


def _days_behind(written: Time, day: Time) -> int:
    return (date.fromisoformat(day.date or "") - date.fromisoformat(written.date or "")).days


_TWO_DAYS = Decimal("0.05")
"""Months."""


def _is_a_day(time: Time) -> bool:
    return _is_counted(time) or (time.date is not None and len(time.date) == 10)


def _is_counted(time: Time) -> bool:
    """``POD 2``, ``2 days after admission``: a day that is not that of the note, however near."""
    return time.offset is not None and time.offset.unit == "day" and time.offset.value != 0


def _counts_days(one: Time, other: Time) -> bool:
    """``on day 1`` and ``on day 2`` after one event are two days."""
    return one.anchor == other.anchor and all(
        time.offset is not None and time.offset.unit == "day" and time.precision == "day" for time in (one, other)
    )


def _parted_by_an_operation(counted: Time, other: Time) -> bool:
    """``on day 2`` after an operation is not the time of a note that was written before it."""
    if counted.anchor != "surgery" or counted.offset is None or counted.months is None or other.months is None:
        return False
    of_the_operation = counted.months - offset_months(counted.offset)
    return (
        counted.offset.unit == "day" and counted.offset.value > 0 and other.months < of_the_operation - Decimal("0.04")
    )


def _own_day(time: Time) -> str | None:
    """The calendar day that a record tells of itself."""
    return time.date if time.date is not None and len(time.date) == 10 and not is_note_date(time) else None


def _slack(time: Time) -> Decimal:
    return spread("month") if is_note_date(time) else spread(time.precision)


def same_lab_value(one: Lab, other: Lab) -> bool:
    """Equal results; two units are compared through the canonical one, and words through the flag they stand for."""
    if one.value is None or other.value is None:
        if one.value is None and other.value is None:
            return (one.qualitative or "").casefold() == (other.qualitative or "").casefold()
        number, words = (one, other) if one.value is not None else (other, one)
        return words.flag is not None and words.flag == number.flag
    if one.comparator != other.comparator or not agree(one.value_high, other.value_high):
        return False
    if agree(one.unit, other.unit):
        return same_number(one.value, other.value)
    if one.canonical_value is None or other.canonical_value is None or one.canonical_unit != other.canonical_unit:
        return False
    relative = max(half_unit(item.value) / abs(item.value) for item in (one, other) if item.value)
    return abs(one.canonical_value - other.canonical_value) <= abs(one.canonical_value) * relative * Decimal("1.1")


def same_bmd_place(one: Bmd, other: Bmd) -> bool:
    """The same site, region and side, or one of them not told."""
    return one.site == other.site and agree(one.region, other.region) and agree(one.side, other.side)


def same_bone(one: Fracture, other: Fracture) -> bool:
    """The same bone or level: a hip fracture and one of the femoral neck may be one, T7 and T9 may not."""
    if one.level != other.level:
        return False
    if one.bone == other.bone:
        return agree(one.part, other.part)
    names = {one.bone: one.part, other.bone: other.part}
    if set(names) == {"hip", "femur"}:
        return names["femur"] in _PROXIMAL_FEMUR and agree(one.part, other.part)
    if set(names) == {"wrist", "radius"}:
        return names["radius"] in ("distal", None)
    if set(names) == {"wrist", "forearm"}:
        return True
    return set(names) == {"ankle", "fibula"} and names["fibula"] == "distal"


def subject_key(record: Record) -> tuple[str | None, ...]:
    """What two records must share to tell of one thing, so that only those are compared with each other."""
    match record:
        case Lab():
            return ("lab", record.analyte, record.subject)
        case Bmd():
            return ("bmd", record.site)
        case Score():
            return ("score", record.name)
        case Fracture():
            return ("fracture", record.subject, record.level)
        case Treatment():
            return ("treatment", record.agent, record.subject)
        case Finding():
            return ("finding", record.concept, record.subject)
        case Event():
            return ("event", record.kind)
    return ("record", record.id)


def own_day(record: Record) -> str | None:
    """The calendar day that a measurement tells of itself: another day is another measurement."""
    time = record.time if isinstance(record, Lab | Bmd | Score) else None
    return _own_day(time) if time is not None and time.months is not None else None


def same_subject_matter(one: Record, other: Record) -> bool:
    """True when two records tell of one thing at one time, so that different values would disagree."""
    if isinstance(one, Lab) and isinstance(other, Lab):
        same = (one.analyte, one.subject) == (other.analyte, other.subject) and agree(one.specimen, other.specimen)
        return same and same_time(one.time, other.time)
    if isinstance(one, Bmd) and isinstance(other, Bmd):
        return same_bmd_place(one, other) and same_time(one.time, other.time)
    if isinstance(one, Score) and isinstance(other, Score):
        return one.name == other.name and agree(one.body_site, other.body_site) and _same_situation(one, other)
    if isinstance(one, Fracture) and isinstance(other, Fracture):
        return one.subject == other.subject and same_bone(one, other)
    if isinstance(one, Treatment) and isinstance(other, Treatment):
        return (one.agent, one.subject) == (other.agent, other.subject)
    if isinstance(one, Finding) and isinstance(other, Finding):
        same = (one.concept, one.subject) == (other.concept, other.subject) and agree(one.body_site, other.body_site)
        return same and (one.kind in STATIC_KINDS or same_time(one.time, other.time))
    if isinstance(one, Event) and isinstance(other, Event):
        return one.kind == other.kind
    return False


def _same_situation(one: Score, other: Score) -> bool:
    """``9/10 on arrival`` and ``5/10 at discharge`` are two ratings; a situation stands at the day of its note."""
    here, there = _situation(one), _situation(other)
    if here is None and there is None:
        return same_time(one.time, other.time)
    return here == there and one.time is not None and other.time is not None and one.time.months == other.time.months


_NOWHERE = (None, "previous_event")
_STAY = re.compile(r"\b(?:admission|arrival)\b", re.IGNORECASE)
"""A stay is told by the note that sums it up, whatever else the case counts as its beginning."""


def _situation(score: Score) -> str | None:
    """The words that tell at what a score was rated, where no date and no event of the case does."""
    time = score.time
    if time is None or time.kind != "label" or time.date is not None:
        return None
    told = time.anchor in _NOWHERE or _STAY.search(time.text) is not None
    return " ".join(time.text.casefold().split()) if told else None


def same_fact(one: Record, other: Record) -> bool:
    """True when two records tell one fact, so that they become one record with two sources."""
    if not same_subject_matter(one, other):
        return False
    if isinstance(one, Lab) and isinstance(other, Lab):
        return same_lab_value(one, other)
    if isinstance(one, Bmd) and isinstance(other, Bmd):
        return _same_bmd(one, other)
    if isinstance(one, Score) and isinstance(other, Score):
        return same_number(one.value, other.value) and agree(one.value_high, other.value_high)
    if isinstance(one, Fracture) and isinstance(other, Fracture):
        return _same_fracture(one, other)
    if isinstance(one, Treatment) and isinstance(other, Treatment):
        return _same_treatment(one, other)
    if isinstance(one, Finding) and isinstance(other, Finding):
        return _same_finding(one, other)
    if isinstance(one, Event) and isinstance(other, Event):
        return _same_event(one, other)
    return False


def _same_bmd(one: Bmd, other: Bmd) -> bool:
    """No number disagrees, and where the time does not join the two, a number does."""
    shared = False
    for name in BMD_NUMBERS:
        first, second = getattr(one, name), getattr(other, name)
        if first is None or second is None:
            continue
        if not same_number(first, second):
            return False
        shared = True
    placed = all(item.time is not None and item.time.months is not None for item in (one, other))
    return shared or (placed and agree(one.classification, other.classification))


def _same_fracture(one: Fracture, other: Fracture) -> bool:
    settled = one.level is not None and {one.status, other.status} == {"present", "possible"}
    told_alike = one.status == other.status or settled  # what one note asks of a level another tells
    if not told_alike or not agree(one.side, other.side) or not agree(one.count, other.count):
        return False
    if one.fragility is not None and other.fragility is not None and one.fragility != other.fragility:
        return False
    if one.status == "absent":
        return same_time(one.time, other.time)
    if one.level is None and one.bone != "vertebra" and one.subject == "patient":
        return _one_injury(one, other)
    return True


def _one_injury(one: Fracture, other: Fracture) -> bool:
    """A limb may break twice: two dated fractures half a year apart are two."""
    times = [item.time for item in (one, other) if item.time is not None and item.time.months is not None]
    told = [time for time in times if not is_note_date(time)]
    if len(told) < 2:
        return True
    first, second = told
    assert first.months is not None
    assert second.months is not None
    return abs(first.months - second.months) <= max(_COURSE_GAP, spread(first.precision), spread(second.precision))


def _same_treatment(one: Treatment, other: Treatment) -> bool:
    if (one.status in _GIVEN) != (other.status in _GIVEN):
        return False
    if one.status not in _GIVEN and one.status != other.status:
        return False
    if not agree(one.dose, other.dose) or (one.dose is not None and not agree(one.dose_unit, other.dose_unit)):
        return False
    if one.start is None or other.start is None or one.start.months is None or other.start.months is None:
        return True
    apart = abs(one.start.months - other.start.months)
    if "author" in (one.rule, other.rule):  # what the author adds on a day of its own repeats nothing
        exact = one.start.precision == other.start.precision == "day"
        return apart < (_SAME_DAY if exact else spread("month"))
    return apart < _COURSE_GAP


def _same_finding(one: Finding, other: Finding) -> bool:
    if one.status != other.status or not agree(one.subject_age_years, other.subject_age_years):
        return False
    if one.kind == "risk_factor" and one.status == "present" and one.temporality != other.temporality:
        return False
    if one.concept in _HAPPENS_AGAIN and "author" in (one.rule, other.rule) and _are_apart(one.time, other.time):
        return False  # what the author adds on a day of its own repeats nothing
    return not (_has_digit(one.detail) and _has_digit(other.detail) and one.detail != other.detail)


_HAPPENS_AGAIN = frozenset({"falls", "kidney_stones"})


def _are_apart(one: Time | None, other: Time | None) -> bool:
    """Whether two times of their own are not the same."""
    if one is None or other is None or one.months is None or other.months is None:
        return False
    return abs(one.months - other.months) >= max(spread(one.precision), spread(other.precision))


def _same_event(one: Event, other: Event) -> bool:
    if not same_time(one.time, other.time):
        return False
    return one.kind in _UNLABELLED or one.label.casefold() == other.label.casefold()


_UNLABELLED = frozenset({"delivery", "conception", "weaning", "menopause", "visit", "loss_to_follow_up"})


def _has_digit(text: str | None) -> bool:
    return text is not None and any(sign.isdecimal() for sign in text)
