"""The course of one value over time in one line: ``0.721 (month 0) → 0.743 (6 months) g/cm²; +3.1 %``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.dated import moment_text
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Finding, Fracture, Record, Score, Treatment, printed_unit
from osteocase.review import Session
from osteocase.review.wording import when, word

__all__ = ["course_text", "doses_text"]

_PLACES = Decimal("0.1")


def course_text(course: Sequence[Record], heard: Heard, session: Session) -> str:
    """The values of one thing in the order of time, with the change from first to last."""
    first = course[0]
    what = word(first).what
    if isinstance(first, Finding | Fracture | Treatment) or len(course) == 1:
        only = "only one value: " if len(course) == 1 and not isinstance(first, Finding | Fracture | Treatment) else ""
        return f"{only}{lines(course)}"
    if isinstance(first, Bmd):
        measures = heard.values("measure")
        if set(measures) <= {"change_percent"}:
            measures = ()
        fields = [
            name for name in ("bmd_g_cm2", "t_score", "z_score", "yam_percent") if not measures or name in measures
        ]
        if not any(getattr(one, name) is not None for one in course for name in fields):
            fields = ["t_score", "z_score"]  # of a scan of which only the scores are told
        told = [_row(course, name, session, step=_asks_step(heard)) for name in fields]
        return "\n".join([f"{what}:", *(f"  {row}" for row in told if row)])
    return f"{what}: {_row(course, 'value', session, step=_asks_step(heard))}"


def _asks_step(heard: Heard) -> bool:
    """Whether the change is asked for in the unit of the values: ``the difference``, ``in g/cm2``."""
    return heard.unit not in (None, "%") or bool({"absolute", "difference", "diff"} & set(heard.words))


def doses_text(course: Sequence[Record], session: Session) -> str:
    """The doses of one drug in the order in which they were told; empty where there are not two."""
    drugs = [one for one in course if isinstance(one, Treatment) and one.dose is not None]
    if len(drugs) < 2 or len(drugs) < len(course):
        return ""
    dates = {note.id: note.date or "" for note in session.case.notes}
    drugs.sort(key=lambda one: (dates.get(one.source.note, ""), one.status != "past"))
    steps = [
        f"{one.dose_text or one.dose} {'' if one.dose_text else printed_unit(one.dose_unit)}".strip()
        + (f" (before {dates[one.source.note]})" if one.status == "past" else f" (told {_told_on(one, dates)})")
        for one in drugs
    ]
    ended = next((f"; stopped {when(one.stop)}" for one in drugs if one.stop is not None), "")
    return f"{word(drugs[-1]).what}: {' → '.join(steps)}{ended}"


def _told_on(one: Treatment, dates: dict[str, str]) -> str:
    """Every note that tells this dose, by its date."""
    return (
        ", ".join(sorted({date for place in (one.source, *one.also) if (date := dates.get(place.note))})) or "undated"
    )


_ROW_UNITS = {"bmd_g_cm2": "g/cm²", "t_score": "T-score", "z_score": "Z-score", "yam_percent": "% of YAM"}


def _row(course: Sequence[Record], name: str, session: Session, *, step: bool = False) -> str:
    """``0.721 (month 0, 2021-03-15) → 0.743 (6 months) g/cm²; +3.1 % from first to last (computed)``.

    What has no place on the axis (``after twelve injections``) stands behind the row, and is no last value of it.
    """
    having = [record for record in course if isinstance(getattr(record, name, None), Decimal)]
    if not having:
        return ""
    units = {getattr(record, "unit", None) for record in having}
    unit = _ROW_UNITS.get(name) or (printed_unit(next(iter(units))) if len(units) == 1 else "")
    placed_ones = [record for record in having if months_of(record) is not None]
    apart = [record for record in having if record not in placed_ones] if len(placed_ones) > 1 else []
    steps: dict[str, str] = {}
    for record in having:
        time = moment_text(getattr(record, "time", None), record, session)
        own = f" {printed_unit(getattr(record, 'unit', None))}" if len(units) > 1 else ""
        bound = getattr(record, "comparator", None) or "" if name == "value" else ""
        number = f"{bound}{getattr(record, name)}".replace("-", "−")
        steps[record.id] = f"{number}{own}{f' ({time})' if time else ''}"
    rest = (
        f"; without a month: {', '.join(steps[one.id] for one in apart)}{f' {unit}' if unit else ''}" if apart else ""
    )
    having = [record for record in having if record not in apart]
    text = " → ".join(steps[one.id] for one in having) + (f" {unit}" if unit else "")
    begin, end = getattr(having[0], name), getattr(having[-1], name)
    bounded = any(getattr(one, "comparator", None) for one in (having[0], having[-1]))  # > 128 has no percentage
    placed = months_of(having[0]) is not None and months_of(having[-1]) is not None and not bounded
    if (
        len(having) > 1
        and len(units) <= 1
        and placed
        and begin > 0
        and name in ("bmd_g_cm2", "value")
        and not isinstance(having[0], Score)
    ):
        change = (100 * (end / begin - 1)).quantize(_PLACES)
        by = f"{end - begin:+}{f' {unit}' if unit else ''}, " if step else ""
        text += f"; {by}{'+' if change > 0 else ''}{change} % from first to last (computed)".replace("-", "−")
    elif len(having) > 1 and placed and (name in ("t_score", "z_score") or isinstance(having[0], Score)):
        text += f"; {end - begin:+} from first to last (computed)".replace("-", "−")
    return text + rest
