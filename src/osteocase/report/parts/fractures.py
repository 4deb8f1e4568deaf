"""The fractures part: the spine map beside a ledger of every fracture told, denied or in the family."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Fracture
from osteocase.report.document import Block, Cell, Column, Part, Row, Run, Table
from osteocase.report.numbers import number, time_label
from osteocase.report.parts.context import Context
from osteocase.report.wording import acuity_word, capital, fracture_place, person, plain

__all__ = ["fractures"]


def fractures(context: Context) -> Part | None:
    """The part, or None where no fracture is spoken of."""
    records = context.case.fractures
    if not records:
        return None
    own = [record for record in records if record.subject == "patient"]
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
    blocks: list[Block] = [
        Table(
            name="fractures",
            caption="Fractures",
            columns=(
                Column("Place", header=True, weight=2),
                Column("Kind", weight=2),
                Column("Age"),
                Column("Shown by"),
                Column("When", weight=2),
                Column("Source"),
            ),
            rows=tuple(rows),
        )
    ]
    return Part("fractures", "Fractures", tuple(blocks))


def _row(context: Context, record: Fracture) -> Row:
    place = capital(fracture_place(record))
    if record.bone == "vertebra" and record.level is None:
        place = "Vertebra, level not told" if record.status == "present" else "Any vertebra"
    if record.subject != "patient":
        place = f"{person(record.subject)}: {place[:1].lower()}{place[1:]}"
    when = time_label(record.time, context.case.timepoints)
    if not when and record.temporality == "historical":
        when = "in the past"
    return Row(
        (
            Cell((Run(place),), target=context.ledger.target(record.id)),
            Cell((Run(_kind(record)),)),
            Cell((Run(acuity_word(record)),)),
            Cell((Run(_modality(record)),)),
            Cell((Run(when),)),
            Cell(context.ledger.numbers((record.id,))),
        )
    )


_MODALITIES = {"mri": "MRI", "ct": "CT", "vfa": "VFA"}


def _modality(record: Fracture) -> str:
    return _MODALITIES.get(record.modality or "", plain(record.modality or ""))


def _kind(record: Fracture) -> str:
    told: Sequence[str] = [
        word
        for word in (
            plain(record.kind or ""),
            f"Genant {number(record.genant_grade)}" if record.genant_grade is not None else "",
            f"height loss {number(record.height_loss_percent)} %" if record.height_loss_percent is not None else "",
            f"{record.count} in number" if record.count else "",
            "fragility" if record.fragility else "not fragility" if record.fragility is False else "",
        )
        if word
    ]
    return ", ".join(told)
