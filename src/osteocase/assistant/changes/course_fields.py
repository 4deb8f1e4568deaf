"""The new fields of a course of treatment: its dose, its days, its number of doses, how it went on and why it ended."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from osteocase.assistant.answers.treating import LAST_GIVEN, NO_DOSES, length_of
from osteocase.assistant.subjects.states import state_told
from osteocase.assistant.words.hearing import Figure, Heard
from osteocase.assistant.words.spoken_times import DENIAL, NUMBER_WORDS
from osteocase.records import Record, Time, Treatment

__all__ = ["as_exact", "course_fields", "doses_told", "field_to_go", "time_told"]

_TREATMENT_STATUS = {
    "started": "started", "begun": "started", "began": "started", "ongoing": "ongoing", "completed": "completed",
    "finished": "completed", "held": "stopped", "paused": "stopped", "withheld": "stopped", "withdrawn": "stopped",
    "stopped": "stopped", "discontinued": "stopped", "removed": "stopped", "ended": "stopped",
    "planned": "planned", "plan": "planned", "proposed": "planned", "intended": "planned",
    "declined": "declined", "refused": "declined", "contraindicated": "contraindicated",
}  # fmt: skip
_UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:of\s+)?\w*\d{2,4}", re.IGNORECASE)
"""``she took it until May 2023``: the end, not the start."""
_OFF = re.compile(r"\b(?:came|comes|come|taken|took|went|was) off\b|\bremoved\b", re.IGNORECASE)
"""``the brace came off``: its end."""
_END_NAMED = re.compile(
    r"\b(?:stop|end|last\s+dose|discontinuation|cessation)(?:\s+(?:date|day|time))?\s*(?::|=|-|was|is|should\s+be|on|in)\s*"
    r"|\b(?:stop|end)\s+(?:date|day)\b",
    re.IGNORECASE,
)
"""``alendronate stop: June 2020``: the day of its end."""


def course_fields(record: Treatment, heard: Heard, new: Figure | None) -> dict[str, Any] | str:
    """The fields, or what must be told instead."""
    if {"2", "3", "4"} & set(heard.values("time")) and (heard.date or heard.day):
        return NO_DOSES
    length = length_of(record, heard)
    return length if length is not None else _treatment(record, heard, new)


_NOT_STOPPED = re.compile(
    r"\b(?:not|never)\s+(?:been\s+)?(?:stopped|discontinued|ended)\b"
    r"|\bstill\s+(?:going on|goes on|ongoing|running|on it|takes?|taking|continues|continued)\b",
    re.IGNORECASE,
)


_COUNT = re.compile(
    rf"(?<![\w./-])(?P<number>\d{{1,3}}|{'|'.join(one for one in NUMBER_WORDS if len(one) > len('an'))})\s+"
    r"(?:\w+\s+)?(?:doses|dose|injections?|infusions?|shots?|jabs?|drips?|times)\b"
    r"(?!\s+(?:(?:a|per|every|each|daily|weekly|monthly|yearly|the)\b|of\b|[/\d]))",
    re.IGNORECASE,
)
_TO_COME = frozenset(("planned", "next", "left", "remaining", "more", "due"))


def doses_told(heard: Heard) -> int | None:
    """``she had only 11 injections``: how many doses were given, without a number that is denied."""
    if _TO_COME & set(heard.words) or heard.has("time"):
        return None
    for match in _COUNT.finditer(heard.say):
        said = match["number"].casefold()
        number = int(said) if said.isdecimal() else NUMBER_WORDS[said]
        if number >= 1 and not DENIAL.search(heard.say[: match.start()]):
            return int(number)
    return None


_INTERVAL = re.compile(
    r"\binterval\b(?:\s+(?:is|was|should be|to|of|at)|:)+\s*(?P<number>\d+)\s*-?(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""``the interval is 12 months``: how often it is given."""


def _treatment(record: Treatment, heard: Heard, new: Figure | None) -> dict[str, Any]:
    count = doses_told(heard)
    if count is not None and record.kind == "drug":
        return {"doses_given": count}
    interval = _INTERVAL.search(heard.say)
    if interval is not None and record.frequency is not None:
        return {"frequency": f"every {interval['number']} {interval['unit'].lower()}s"}
    fields: dict[str, Any] = {}
    status = state_told(heard, _TREATMENT_STATUS)
    if status is None and _NOT_STOPPED.search(heard.say) and heard.date is None and heard.months is None:
        over = record.status in ("stopped", "completed", "past")
        fields |= {"status": "ongoing", "stop": None} if over else {"status": record.status}
        return fields | (_dose(record, new) if new is not None and new.unit else {})
    dated = heard.date is not None or heard.months is not None
    if status == "stopped" and "ended" in heard.words and record.status == "completed":
        status = None  # the day on which a course ended does not make it a broken one
    begun = status == "started" and dated and record.status in ("started", "ongoing", "completed", "stopped", "past")
    if status is not None and not begun:  # the day of its start says nothing of its end
        fields["status"] = status
    if new is not None and record.dose is not None and {"dose", "dosage"} & set(heard.words) and status is None:
        often = heard.frequencies[:1] if heard.region is None else ()
        said = {"frequency": often[0]} if often and often[0].casefold() != (record.frequency or "").casefold() else {}
        return {**said, "dose": new.value, "dose_unit": new.unit or record.dose_unit, "dose_text": None}
    if new is not None and new.unit:
        fields |= _dose(record, new)
    elif new is not None and record.dose is not None and heard.date is None and heard.months is None:
        fields |= {"dose": new.value, "dose_text": None}
    if (
        heard.region is None
        and heard.frequencies
        and heard.frequencies[0].casefold() != (record.frequency or "").lower()
    ):
        fields["frequency"] = heard.frequencies[0]
    named = new is not None and fields.get("dose") not in (None, record.dose) and not _SPAN.search(heard.say)
    if not named and (heard.date is not None or (heard.months is not None and status in ("started", "stopped"))):
        if len(heard.dates) == 2 and heard.date in heard.dates and _FROM_TO.search(heard.say):
            first, last = (Time(text=day, kind="date", date=day) for day in heard.dates)
            taken = {"status": "stopped"} if record.status in ("started", "ongoing", "mentioned") else {}
            return fields | {"start": first, "stop": last} | taken
        ends = status in ("stopped", "completed") or "ended" in heard.words or _UNTIL.search(heard.say) is not None
        ends = ends or _OFF.search(heard.say) is not None or _END_NAMED.search(heard.say) is not None
        ends = ends or LAST_GIVEN.search(heard.say) is not None
        fields["stop" if ends else "start"] = time_told(heard)
        if ends and status is None and record.status in ("started", "ongoing"):
            fields["status"] = "stopped"  # ``until April 2022``: what has ended does not go on
    ended = fields.get("status", record.status) == "stopped" or "stop" in fields
    return fields | ({"reason": heard.grounds} if heard.grounds is not None and ended else {})


_FROM_TO = re.compile(r"\bfrom\b.{3,20}?\b(?:until|till|to)\b|\bbetween\b.{3,20}?\band\b", re.IGNORECASE)
"""``given from April 2021 until October 2021``: its start and its end."""
_SPAN = re.compile(
    r"\b(?:start\w*|begin\w*|began|begun|commenced|first|from|since|stop\w*|end\w*|finish\w*|until|till|last|off|held|paused|"
    r"complet\w*)\b",
    re.IGNORECASE,
)
"""Words that tell where a course begins or ends; beside another dose a date only names it (``7.5 mg in 2023``)."""


def _dose(record: Treatment, new: Figure) -> dict[str, Any]:
    same = (new.unit or "").casefold() in ("", (record.dose_unit or "").casefold())  # ``2500 iu``, of so many IU
    return {"dose": new.value, "dose_unit": record.dose_unit if same else new.unit, "dose_text": None}


def time_told(heard: Heard) -> Time:
    """The time that is told, by its date or on the axis."""
    if heard.date is not None:
        return Time(text=heard.date, kind="date", date=heard.date)
    months = heard.months if heard.months is not None else Decimal(0)
    return Time(text=f"{months.normalize():f} months", kind="label", months=months)


def as_exact(record: Record, fields: dict[str, Any]) -> dict[str, Any]:
    """``4 mg in April 2018, not 5``: the month that a recorded day lies in only names the record."""
    if len(fields) < 2:
        return fields
    known = {name: getattr(record, name) for name, one in fields.items() if isinstance(one, Time)}
    named = {
        name
        for name, old in known.items()
        if isinstance(old, Time)
        and fields[name].date
        and (old.date.startswith(fields[name].date) if old.date else "dose" in fields)
    }
    return {name: one for name, one in fields.items() if name not in named}


def field_to_go(heard: Heard) -> tuple[str, ...] | None:
    """``remove the end date of romosozumab``: the fields of a course that go alone; null where it goes itself."""
    match = _FIELD.search(heard.say)
    if match is None or not heard.ids("treatment") or heard.has("record_kind") or heard.ids("analyte"):
        return None
    said = (match["field"] or "dose").casefold()
    return next(fields for word, fields in _FIELDS.items() if word in said)


_FIELDS: dict[str, tuple[str, ...]] = {
    "end": ("stop",), "stop": ("stop",), "start": ("start",), "frequency": ("frequency",), "route": ("route",),
    "reason": ("reason",), "dose": ("dose", "dose_unit", "dose_text"),
}  # fmt: skip
_FIELD = re.compile(
    r"\b(?P<field>(?:end|stop|start)(?:ing)?\s+(?:date|day|time)|frequency|route|reason)\b|['’]s\s+dose\s*$"
    r"|\bthe\s+dose\s+of\s+(?:the\s+|her\s+|his\s+)?(?!\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]",
    re.IGNORECASE,
)
