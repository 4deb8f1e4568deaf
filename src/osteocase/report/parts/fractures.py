"""The fractures part: the spine map beside a ledger of every fracture told, denied or in the family."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Fracture, FractureCourse
from osteocase.report.document import Block, Cell, Column, Columns, Figure, Part, Row, Run, Table, Text
from osteocase.report.figuredata import SpineLevel, SpineMap
from osteocase.report.numbers import month_tick, number
from osteocase.report.parts.columns import without_empty_columns
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import when
from osteocase.report.wording import acuity_word, anatomical, capital, fracture_place, kind_words, person, plain

__all__ = ["fractures"]


def fractures(context: Context) -> Part | None:
    """The part, or None where no fracture is spoken of."""
    records = context.case.fractures
    if not records:
        return None
    own = sorted((record for record in records if record.subject == "patient"), key=anatomical)
    family = [record for record in records if record.subject != "patient"]
    rows: list[Row] = []
    for title, group in (
        ("Present", [record for record in own if record.status == "present"]),
        ("Possible", [record for record in own if record.status == "possible"]),
        ("Looked for and absent", [record for record in own if record.status == "absent"]),
        ("Family", family),
    ):
        if group:
            rows.append(Row((Cell((Run(title, bold=True),)),), kind="group", rule=bool(rows)))
            rows.extend(_row(context, record) for record in group)
    table = Table(
        name="fractures",
        caption="Fractures",
        columns=(
            Column("Place", header=True, weight=2),
            Column("Kind", weight=2),
            Column("Acuity"),
            Column("Shown by"),
            Column("Seen", weight=2),
            Column("Source"),
        ),
        rows=tuple(rows),
        notes=_notes(context),
    )
    table = without_empty_columns(table)
    spine = _spine(context, own)
    blocks: list[Block] = [Columns((spine,), (table,), 0.29)] if spine else [table]
    return Part("fractures", "Fractures", tuple(blocks))


def _courses(context: Context) -> dict[str, FractureCourse]:
    return {course.record: course for course in context.case.ledger}


def _spine(context: Context, records: Sequence[Fracture]) -> Figure | None:
    """The map, or None where no level of the spine is named."""
    courses = _courses(context)
    levels: dict[str, SpineLevel] = {}
    for record in records:
        level = record.level or ("S1" if record.bone == "sacrum" else None)
        if level is None or record.status == "absent":
            continue
        course = courses.get(record.id)
        words = acuity_word(record) or "age not told"
        if record.bone == "sacrum":
            words = f"{' '.join(word for word in (record.side, record.part) if word)} {words}".strip()
        levels.setdefault(
            "S1" if level.startswith("S") else level,
            SpineLevel(
                "S1" if level.startswith("S") else level,
                words,
                record.acuity,
                record.kind,
                new=course is not None and course.verdict == "new",
                possible=record.status == "possible",
            ),
        )
    if not levels:
        return None
    data = SpineMap(tuple(levels.values()), _measured(context))
    told = "; ".join(
        f"{'sacrum' if level.level == 'S1' else level.level} {level.label}"
        + (" (possible)" if level.possible else "")
        + (" (new)" if level.new else "")
        for level in data.levels
    )
    scanned = f" Densitometry measured {data.measured[0]} to {data.measured[-1]}." if data.measured else ""
    return Figure(
        "spine",
        data,
        "Fractured levels. Filled: recent or acute; hatched: subacute; dotted: old; pale: age not told."
        + (" Bracket: measured by densitometry." if data.measured else ""),
        f"Spine from T1 to the sacrum, seen from the side, with fractured levels: {told}.{scanned}",
    )


def _measured(context: Context) -> tuple[str, ...]:
    """Lumbar levels between the ends of the region that densitometry names."""
    for record in context.case.bmd:
        region = (record.region or "").replace("–", "-").replace("L", "")
        first, _dash, last = region.partition("-")
        if record.site == "lumbar_spine" and first.isdecimal() and last.isdecimal():
            return tuple(f"L{place}" for place in range(int(first), int(last) + 1))
    return ()


def _notes(context: Context) -> tuple[Text, ...]:
    new = [course for course in context.case.ledger if course.verdict == "new"]
    if not context.case.ledger:
        return ()
    told = f"New since the first images: {', '.join(course.label for course in new)}." if new else ""
    return ((Run(told, bold=True),),) if told else ()


def _row(context: Context, record: Fracture) -> Row:
    place = capital(fracture_place(record))
    if record.bone == "vertebra" and record.level is None:
        place = "Vertebra, level not told" if record.status == "present" else "Vertebrae"
    elif record.bone is None and record.level is None:
        place = "Any bone" if record.status == "absent" else "Bone not told"
    if record.subject != "patient":
        place = f"{person(record.subject)}: {place[:1].lower()}{place[1:]}"
    seen = _seen(context, record)
    target = context.ledger.target(record.id)
    return Row(
        (
            Cell((Run(place),), target=target),
            Cell((Run(_kind(record)),), target=target),
            Cell((Run(acuity_word(record)),), target=target),
            Cell((Run(_modality(context, record)),), target=target),
            Cell((Run(seen),), target=target),
            Cell(context.ledger.numbers((record.id,))),
        )
    )


def _seen(context: Context, record: Fracture) -> str:
    """First and last time that it was seen; of relatives when it was, or that they had none."""
    if record.subject != "patient" and record.status == "absent":
        return "denied"
    course = _courses(context).get(record.id)
    if course is not None and course.first_seen is not None:
        first = month_tick(course.first_seen)
        last = month_tick(course.last_seen) if course.last_seen is not None else first
        told = f"month {first}" if first == last else f"months {first} to {last}"
        return f"{told}, new" if course.verdict == "new" else told
    if record.time is not None:
        return when(context.case, record.time, record)
    return "in the past" if record.temporality == "historical" else ""


_MODALITIES = {"mri": "MRI", "ct": "CT", "vfa": "VFA"}


def _modality(context: Context, record: Fracture) -> str:
    """All imaging that showed it."""
    course = _courses(context).get(record.id)
    if record.subject != "patient":
        return ""
    told = [record.modality, *(sighting.modality for sighting in course.sightings)] if course else [record.modality]
    names = dict.fromkeys(name for name in told if name)
    return ", ".join(_MODALITIES.get(name, plain(name)) for name in names)


def _kind(record: Fracture) -> str:
    told: Sequence[str] = [
        word
        for word in (
            kind_words(record.kind or ""),
            f"Genant {number(record.genant_grade)}" if record.genant_grade is not None else "",
            f"height loss {number(record.height_loss_percent)} %" if record.height_loss_percent is not None else "",
            f"{record.count} in number" if record.count else "",
            "fragility" if record.fragility else "not fragility" if record.fragility is False else "",
        )
        if word
    ]
    return ", ".join(told)
