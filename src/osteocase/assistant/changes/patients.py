"""Corrections of the patient's own fields: ``she weighs 45``, ``menopause was at 49``, ``she is Korean``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from osteocase.assistant.words.hearing import Figure, Heard
from osteocase.assistant.words.spoken_times import DENIAL
from osteocase.review import EditPatient, Session

__all__ = ["NOT_ANY_MORE", "by_unit", "correct_patient", "ethnicity_told", "of_other_day", "sex_told"]

_TO_METRIC = {
    ("weight_kg", "lb"): Decimal("0.45359237"), ("weight_kg", "pound"): Decimal("0.45359237"),
    ("height_cm", "in"): Decimal("2.54"), ("height_cm", "inche"): Decimal("2.54"), ("height_cm", "m"): Decimal(100),
}  # fmt: skip
"""Factor from the unit that is said to that of the field."""
_UNITS_OF = {
    "height_cm": ("cm", "m", "in", "inche", "inch", "ft", "feet"), "weight_kg": ("kg", "lb", "pound"),
}  # fmt: skip
NOT_ANY_MORE = frozenset(("not", "no", "never", "stopped", "ended", "ceased", "finished", "over"))
"""Words by which breastfeeding is over."""
_CHANGED = frozenset(("lost", "loses", "losing", "loss", "gained", "gain", "gaining", "shed", "put", "dropped"))
"""``she lost 4 kg`` tells no weight."""
_BODY = frozenset(("she", "he", "patient", "stands", "scales", "tall", "weighed", "weighs", "measures"))


def correct_patient(heard: Heard, known: Mapping[str, object] | None = None) -> EditPatient | str:
    """The field of the patient that is told, or what is not clear.

    Args:
        heard: what is said.
        known: what is recorded of the patient.
    """
    fields: dict[str, Any] = {}
    words = set(heard.words)
    later = set(heard.values("time")) - {"first", "baseline", "1"} or heard.months not in (None, 0)
    if later and {"weight_kg", "height_cm", "bmi_kg_m2"} & set(heard.values("patient_field")):
        return "One weight and one height is kept, that of the first time; those of later visits stay in their notes."
    if later and "age_years" in heard.values("patient_field") and set(heard.values("time")) - {"last"} != set():
        return "One age is kept, that of the first time; those of later visits stay in their notes."
    if (people := ethnicity_told(heard)) is not None:
        return EditPatient(fields={"ethnicity": people}, words=heard.say)
    if (sex := sex_told(heard)) is not None:
        return EditPatient(fields={"sex": sex}, words=heard.say)
    fields_said = heard.values("patient_field") or by_unit(heard)
    for field in dict.fromkeys(fields_said):
        value = (known or {}).get(field)
        figure = _figure_of(field, heard, {value} if isinstance(value, Decimal) else set())
        number = figure.value if figure is not None else (heard.number if len(set(fields_said)) == 1 else None)
        if field == "sex":
            fields[field] = "male" if words & {"male", "man"} else "female"
        elif field == "menopausal_status" and number is not None:  # ``menopause was at 49``
            fields["menopause_age_years"] = number
        elif field == "menopausal_status":
            kind = next((one for one in ("premenopausal", "perimenopausal", "postmenopausal") if one in words), None)
            if kind is not None:
                fields[field] = kind
        elif field == "lactating":
            fields[field] = not words & NOT_ANY_MORE
        elif number is not None and (old := _not_recorded(value, figure, heard)) is not None:
            return f"No {old} is recorded there, but {value}, so nothing was changed. Say the new value alone."
        elif number is not None:
            unit = (figure.unit if figure is not None else None) or ""
            factor = _TO_METRIC.get((field, unit.casefold().rstrip("s")))
            number = round(number * factor, 1) if factor is not None else number
            fields[field] = int(number) if field in ("gravidity", "parity") else number
    if not fields:
        return "I see what it is about, but not the value."
    return EditPatient(fields=fields, words=heard.say)


def ethnicity_told(heard: Heard) -> str | None:
    """``she is Scottish, not Irish``, ``ethnicity: white British``, as it is said; null where none is told of her."""
    hits = [hit for hit in heard.hits if hit.group == "ethnicity" and hit.topic == "word"]
    denied = {hit for hit in hits if DENIAL.search(heard.say[: heard.offsets[hit.start]])}
    right = [hit for hit in hits if hit not in denied and not (hit.start and hit.start in {one.end for one in denied})]
    if not right or heard.is_question or heard.has("relative"):
        return None
    start, end = right[0].start, right[0].end
    for hit in right[1:]:
        end = hit.end if hit.start == end else end  # ``white British``
    led = _OF_PEOPLE.search(heard.say[: heard.offsets[start]]) is not None
    if not (led or denied or "ethnicity" in heard.values("patient_field")):
        return None
    return heard.say[heard.offsets[start] : heard.offsets[end - 1] + len(heard.words[end - 1])]


_OF_PEOPLE = re.compile(
    r"\b(?:she|he|(?:the |this |our )?(?:patient|lady|woman|man|gentleman))(?:['’]s|\s+(?:is|was))\s+"
    r"(?:(?:actually|really|in fact|an?|of|also)\s+)*$",
    re.IGNORECASE,
)


def sex_told(heard: Heard) -> str | None:
    """``she is a woman, not a man``, and nothing else: the sex; null where none is told."""
    match = _SEX.fullmatch(heard.say.strip())
    return None if match is None else ("male" if match["sex"].casefold() in _MALE else "female")


_MALE = frozenset(("man", "male", "gentleman", "boy"))
_SEX = re.compile(
    r"(?:(?:no|sorry|actually|wrong|but)[\s,:]+)*(?:she|he|it|this|(?:the |this |our |my )?patient)"
    r"(?:['’]s|\s+(?:is|was|should be))\s+(?:(?:actually|really|in fact|clearly|an?)\s+)*"
    r"(?P<sex>woman|female|lady|girl|man|male|gentleman|boy)"
    r"(?:[\s,;–-]+(?:and\s+)?(?:not|rather than)\s+(?:an?\s+)?"
    r"(?:woman|female|lady|girl|man|male|gentleman|boy))?[\s.!]*",
    re.IGNORECASE,
)


def of_other_day(fields: Mapping[str, object], heard: Heard, session: Session) -> str | None:
    """What is said where a weight of another day would take the place of the one that is recorded; else null."""
    dates = {note.id: note.date for note in session.case.notes}
    patient = session.case.patient
    for name in fields:
        source = patient.sources.get(name)
        if name not in _OF_A_DAY or heard.date is None or source is None or getattr(patient, name) == fields[name]:
            continue
        told = dates.get(source.note)
        if told is not None and (told.startswith(heard.date) or heard.date.startswith(told)):
            continue
        what, value = _OF_A_DAY[name], getattr(patient, name)
        return (
            f"One {what} is kept, and recorded is {value:f}{_KEPT_IN.get(name, '')} ({told or 'no date'}): that of "
            f"{heard.date} would take its place, so nothing was changed. To replace it, say the {what} without a "
            "date; to keep that of another day, open a note that tells it."
        )
    return None


_OF_A_DAY = {"weight_kg": "weight", "height_cm": "height", "bmi_kg_m2": "BMI", "age_years": "age"}
"""Fields that are of the day on which they were told."""
_KEPT_IN = {"weight_kg": " kg", "height_cm": " cm"}


def _figure_of(field: str, heard: Heard, known: Collection[Decimal]) -> Figure | None:
    """The new number of a field: what stands recorded already is the old one (``it says 54 kg but it is 45 kg``)."""
    told = [one for one in heard.figures if not one.negated]
    fields = [hit for hit in heard.hits if hit.group == "patient_field" and hit.end > hit.start]
    if len({hit.value for hit in fields}) > 1:  # ``height 161 cm and weight 60 kg``
        of_unit = [one for one in told if (one.unit or "").casefold().rstrip("s") in _UNITS_OF.get(field, ())]
        starts = sorted(heard.offsets[hit.start] for hit in fields)
        own = next((heard.offsets[hit.start] for hit in fields if hit.value == field), 0)
        end = next((start for start in starts if start > own), len(heard.say))
        told = of_unit or [one for one in told if own < one.start < end]
    new = [one for one in told if one.value not in known] or told
    return new[-1] if len(told) > 1 and len(new) < len(told) else (new[0] if new else None)


def _not_recorded(value: object, figure: Figure | None, heard: Heard) -> Decimal | None:
    """``she is 76, not 77``, where 74 is recorded: the number that is denied, where none that is denied is recorded."""
    units = {one.unit for one in heard.figures if one.unit is not None}
    denied = [one.value for one in heard.figures if one.negated]
    if not isinstance(value, Decimal | int) or not denied or figure is None or units - {"kg", "cm", "years"}:
        return None
    return None if any(abs(one - value) <= abs(Decimal(value)) * _ROUNDED for one in denied) else denied[0]


_ROUNDED = Decimal("0.02")
"""How far, of its size, a value may be off that somebody remembers."""


def by_unit(heard: Heard) -> tuple[str, ...]:
    """``she measured 156.5 cm``: the unit tells what was measured of her."""
    units = {(one.unit or "").casefold() for one in heard.figures if not one.negated}
    if heard.levels or heard.ids("analyte") or _CHANGED & set(heard.words):
        return ()
    weighed = units in ({"kg"}, {"lb"}) and not any(heard.ids(topic) for topic in ("treatment", "score", "bmd_site"))
    against = heard.starts_with("correct") or any(one.negated for one in heard.figures)
    if not _BODY & set(heard.words) and not (weighed and against):
        return ()
    return ("height_cm",) if units == {"cm"} else ("weight_kg",) if units in ({"kg"}, {"lb"}) else ()
