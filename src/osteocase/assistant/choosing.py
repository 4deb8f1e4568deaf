"""Which of the offered records is chosen: by its number, place or time, or a plain yes to the only one."""

from __future__ import annotations

from osteocase.assistant.absence import close_to
from osteocase.assistant.hearing import Heard
from osteocase.assistant.times import months_of
from osteocase.records import Record

__all__ = ["chosen_of"]


def chosen_of(heard: Heard, records: list[Record]) -> list[Record]:
    """The records that the answer means; none where it is no answer."""
    ordinals = [one for one in heard.values("time") if one not in ("baseline",)]
    if set(heard.words) & {"all", "both"}:
        return records
    if len(records) == 1 and heard.starts_with("yes"):
        return records
    if heard.months is not None:
        return [one for one in records if close_to(months_of(one), heard.months)][:1]
    if heard.date is not None:
        dated = [one for one in records if _date(one).startswith(heard.date)]
        return dated if len(dated) == 1 else []
    if "middle" in heard.words and len(records) % 2:
        return [records[len(records) // 2]]
    if "latter" in heard.words:
        return records[-1:]
    if "former" in heard.words:
        return records[:1]
    if heard.figures and 1 <= heard.figures[0].value <= len(records):
        return [records[int(heard.figures[0].value) - 1]]
    if ordinals:
        at = {"first": 0, "last": -1}.get(ordinals[0])
        at = int(ordinals[0]) - 1 if at is None else at
        return records[at:][:1] if at >= 0 else records[-1:]
    return [one for one in records if months_of(one) == 0][:1] if "baseline" in heard.values("time") else []


def _date(record: Record) -> str:
    time = getattr(record, "time", None)
    return (time.date or "") if time is not None else ""
