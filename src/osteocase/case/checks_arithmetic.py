"""Checks that recompute what the notes state: body mass index, corrected calcium, eGFR, number of fractures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from osteocase.case.checks_range import result_words
from osteocase.case.derive_labs import albumin_beside, corrected_calcium
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.months import plain
from osteocase.case.same import half_unit, same_time
from osteocase.case.wording import at_months, number, signed
from osteocase.lexicon import CheckEntry
from osteocase.records import Fracture, NoteRecord

__all__ = ["FUNCTIONS"]


def stated_bmi(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A body mass index that height and weight of the same note do not give.

    Message: ``stated``, ``computed``, ``height``, ``weight``.
    """
    for note in facts.notes:
        patient = note.patient
        if patient.bmi_kg_m2 is None or not patient.height_cm or not patient.weight_kg:
            continue
        height, weight = patient.height_cm, patient.weight_kg
        low = (weight - half_unit(weight)) / ((height + half_unit(height)) / 100) ** 2
        high = (weight + half_unit(weight)) / ((height - half_unit(height)) / 100) ** 2
        half = half_unit(patient.bmi_kg_m2)
        if "height_cm" in patient.converted or "weight_kg" in patient.converted:
            low, high = low * Decimal("0.98"), high * Decimal("1.02")  # feet and pounds are rounded to whole inches
        if low - half <= patient.bmi_kg_m2 <= high + half:
            continue
        computed = weight / (height / 100) ** 2
        fields = ("bmi_kg_m2", "height_cm", "weight_kg")
        yield Told(
            records=tuple(f"patient/{name}" for name in fields),
            values={
                "stated": number(patient.bmi_kg_m2),
                "computed": number(computed, 1),
                "height": number(height),
                "weight": number(weight),
            },
            stated=number(patient.bmi_kg_m2),
            computed=number(computed, 1),
            sources=tuple(patient.sources[name] for name in fields if name in patient.sources),
            key=note.note.id,
        )


def stated_corrected_calcium(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A corrected calcium that total calcium and albumin of the same blood give by neither habit.

    Message: ``stated``, ``calcium``, ``albumin``, ``payne``, ``japan``.
    """
    payne, japan = facts.formulas["corrected_calcium"], facts.formulas["corrected_calcium_japan"]
    totals = [lab for name in payne.words["total"] for lab in facts.labs.get(name, ())]
    albumins = [lab for name in payne.words["albumin"] for lab in facts.labs.get(name, ())]
    for lab in [lab for name in payne.words["corrected"] for lab in facts.labs.get(name, ())]:
        total = next((other for other in totals if same_time(lab.time, other.time)), None)
        albumin = albumin_beside(lab, albumins)
        if total is None or albumin is None or lab.value is None or total.value is None or albumin.value is None:
            continue
        if (lab.unit, total.unit, albumin.unit) != ("mg/dL", "mg/dL", "g/dL"):
            continue
        found = {
            name: corrected_calcium(total.value, albumin.value, formula.constants["factor"])
            for name, formula in (("payne", payne), ("japan", japan))
        }
        slack = half_unit(lab.value) + half_unit(total.value) + half_unit(albumin.value)
        if any(abs(lab.value - value) <= slack for value in (*found.values(), total.value)):
            continue
        yield Told(
            records=(lab.id, total.id, albumin.id),
            values={
                "stated": result_words(lab),
                "calcium": number(total.value),
                "albumin": number(albumin.value),
                **{name: number(value, 1) for name, value in found.items()},
            },
            stated=number(lab.value),
            computed=" or ".join(number(value, 1) for value in found.values()),
        )


def stated_egfr(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """An eGFR far from every equation. ``limits``: ``percent``. Message: ``stated``, ``computed``."""
    computed = {item.records[0]: item for item in facts.derived("egfr_ckd_epi_2021")}
    for lab in facts.labs.get("egfr", ()):
        beside = next((other for other in facts.labs.get("creatinine", ()) if same_time(lab.time, other.time)), None)
        if lab.value is None or lab.comparator is not None or beside is None or beside.id not in computed:
            continue
        value = computed[beside.id].value
        japan = [item.value for item in facts.derived("egfr_japan") if item.records[0] == beside.id]
        known = [other for other in (value, *japan) if other]
        if known and all(100 * abs(lab.value - other) / other > entry.limits["percent"] for other in known):
            yield Told(
                records=(lab.id, *computed[beside.id].records),
                values={"stated": result_words(lab), "computed": number(known[0], 0)},
                stated=number(lab.value),
                computed=number(known[0], 0),
            )


def stated_fracture_count(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A number of vertebral fractures that the levels named in the same note do not give.

    Message: ``stated``, ``levels``, ``note``.
    """
    for note in facts.notes:
        here = [item for item in note.fractures if item.subject == "patient" and item.status == "present"]
        levels = {item.level: item for item in here if item.level is not None}
        counts = [item for item in here if item.level is None and item.bone == "vertebra" and item.count is not None]
        for item in counts:
            if levels and item.count != len(levels):
                yield Told(
                    records=tuple(facts.names[record.id] for record in (item, *levels.values())),
                    values={"stated": str(item.count), "levels": ", ".join(sorted(levels)), "note": note.note.id},
                    stated=str(item.count),
                    computed=str(len(levels)),
                    sources=(item.source, *(other.source for other in levels.values())),
                )
        yield from _counted_lists(facts, note)


_COUNTED_LIST = re.compile(
    r"(?P<count>two|three|four|five|six|seven|eight)\s+(?:[a-z]+\s+){0,3}fractures\s*(?:[(:]|at|of)\s*[TL]h?\d",
    re.IGNORECASE,
)
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight")


def _counted_lists(facts: Facts, note: NoteRecord) -> Iterator[Told]:
    """``three vertebral fractures (T11, T12, L2)``: as many levels as the words before the list say."""
    lists: dict[int, list[Fracture]] = {}
    for item in note.fractures:
        if item.level is not None and item.subject == "patient":
            lists.setdefault(item.source.start, []).append(item)
    for items in lists.values():
        match = _COUNTED_LIST.match(items[0].source.text)
        if match is None or any(item.source != items[0].source for item in items):
            continue
        count = _COUNTS.index(match["count"].lower()) + 2
        levels = sorted({item.level for item in items if item.level is not None and item.status == "present"})
        if len(levels) != count:
            yield Told(
                records=tuple(dict.fromkeys(facts.names[item.id] for item in items)),
                values={"stated": str(count), "levels": ", ".join(levels), "note": note.note.id},
                stated=str(count),
                computed=str(len(levels)),
                sources=(items[0].source,),
            )


def stated_doses(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A number of doses that the length of the course does not hold. ``limits``: ``slack`` (doses).

    Message: ``what``, ``stated``, ``computed``.
    """
    for item in facts.case.treatments:
        if item.doses_given is None or item.start is None or item.stop is None or item.subject != "patient":
            continue
        every = _months_between_doses(item.frequency)
        if item.start.months is None or item.stop.months is None or every is None:
            continue
        length = plain(item.stop.months - item.start.months, 0)
        beyond = item.doses_given - length / every
        if beyond < 0 and len({source.note for source in (item.source, *item.also)}) > 1:
            continue  # an early note counts the doses up to its day
        if abs(beyond) > entry.limits["slack"]:
            yield Told(
                records=(item.id,),
                values={
                    "what": item.name,
                    "stated": str(item.doses_given),
                    "computed": f"{number(length)} months ({at_months(item.start)} to {at_months(item.stop)})",
                },
                stated=str(item.doses_given),
                computed=number(length),
            )


_EVERY = re.compile(
    r"(?:every|each|q)\s*(?:(?P<number>\d+|two|three|four|six|twelve)(?:th)?[\s-]*)?(?P<unit>months?|weeks?|years?)"
    r"|(?P<once>monthly|once a month|a month|per month)",
    re.IGNORECASE,
)
_IN_WORDS = {"two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}
_UNITS = {"week": 7 / Decimal("30.4375"), "month": Decimal(1), "year": Decimal(12)}


_LEAST = Decimal("0.9")


def _months_between_doses(frequency: str | None) -> Decimal | None:
    """``every 3 months`` as 3; null where the words name none, or one of days and weeks, whose doses nobody counts."""
    match = _EVERY.search(frequency or "")
    if match is None:
        return None
    if match["once"]:
        return Decimal(1)
    written = (match["number"] or "1").lower()
    every = Decimal(_IN_WORDS.get(written) or written) * _UNITS[match["unit"].lower().rstrip("s")]
    return every if every >= _LEAST else None


def opposite_markers(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A marker of resorption that rises while one of formation falls: no drug does that.

    ``limits``: ``percent``, the least change of each. Message: ``formation``, ``resorption``, ``at``.
    """
    words = facts.formulas["bone_turnover"].words
    changes = [item for item in facts.derived("marker_change_from_previous") if item.value is not None]
    for one in changes:
        for other in changes:
            first, second = facts.by_id[one.records[-1]], facts.by_id[other.records[-1]]
            pair = (getattr(first, "analyte", ""), getattr(second, "analyte", ""))
            if pair[0] not in words["formation"] or pair[1] not in words["resorption"] or one.months != other.months:
                continue
            assert one.value is not None
            assert other.value is not None
            if min(-one.value, other.value) >= entry.limits["percent"]:
                yield Told(
                    records=tuple(dict.fromkeys((*one.records, *other.records))),
                    values={
                        "formation": f"{getattr(first, 'name', '')} {signed(one.value, 0)} %",
                        "resorption": f"{getattr(second, 'name', '')} {signed(other.value, 0)} %",
                        "at": at_months(getattr(second, "time", None)),
                    },
                    computed=f"{signed(one.value, 0)} % / {signed(other.value, 0)} %",
                )


def corrected_though_normal(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Corrected calcium beside an albumin that needs no correction; both readings of the total are told.

    Message: ``results``, ``at``, ``payne``, ``japan``.
    """
    payne = {item.records[0]: item for item in facts.derived("total_calcium_payne")}
    japan = {item.records[0]: item for item in facts.derived("total_calcium_japan")}
    low = [
        lab
        for lab in facts.labs.get("calcium_corrected", ())
        if lab.id in japan and japan[lab.id].text is not None and lab.flag == "low"
    ]
    if low:
        yield Told(
            records=tuple(dict.fromkeys(record for lab in low for record in japan[lab.id].records)),
            values={
                "results": ", ".join(number(lab.value) for lab in low if lab.value is not None),
                "at": ", ".join(at_months(lab.time) for lab in low),
                "payne": ", ".join(number(payne[lab.id].value or Decimal(0), 1) for lab in low),
                "japan": ", ".join(number(japan[lab.id].value or Decimal(0), 1) for lab in low),
            },
            computed="; ".join(number(japan[lab.id].value or Decimal(0), 1) for lab in low),
        )


FUNCTIONS: Mapping[str, Mechanism] = {
    "stated_bmi": stated_bmi,
    "stated_corrected_calcium": stated_corrected_calcium,
    "stated_egfr": stated_egfr,
    "stated_fracture_count": stated_fracture_count,
    "stated_doses": stated_doses,
    "opposite_markers": opposite_markers,
    "corrected_though_normal": corrected_though_normal,
}
