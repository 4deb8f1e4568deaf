"""Values in another unit than the note's: ``vitamin D in nmol/L?``, ``her height in inches?``; computed and said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon import AnalyteEntry
from osteocase.records import Lab, Patient, printed_unit
from osteocase.review import Session
from osteocase.review.wording import when

__all__ = ["in_other_unit", "of_body"]

_SYSTEM = re.compile(
    r"\b(?:in|to|into)\s+(?P<name>si|international|conventional|us|american)\s*units?\b", re.IGNORECASE
)
_BODY_UNITS = re.compile(
    r"\b(?:in|to|into)\s+(?P<unit>inch(?:es)?|feet|ft|lbs?|pounds?|met(?:er|re)s?|m|grams?)\b(?!\s*/)", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\b(?:in|to|into|as)\s+(?P<amount>[mnpuµμ]mol|mg|ng|pg|mcg|[uµμ]g)s?\b(?!\s*/)(?!\s+per\b)", re.IGNORECASE
)
"""``calcium in mmol``: the volume that it is told for is left out."""
_DIGITS = 3


def in_other_unit(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The results in the unit that is asked for; null where no other unit is."""
    labs = [one for one in found.records if isinstance(one, Lab) and one.value is not None]
    system = _SYSTEM.search(heard.say)
    amount = _AMOUNT.search(heard.say) if heard.unit is None and system is None else None
    if not labs or (heard.unit is None and system is None and amount is None) or heard.has("correct", "add"):
        return None
    told: list[str] = []
    for lab in labs:
        if amount is not None:
            code = _of_amount(lab, amount["amount"], vocabulary)
        elif heard.unit:
            code = vocabulary.unit(heard.unit)
        else:
            code = _of_system(lab, str(system and system["name"]), vocabulary)
        if code is None or lab.value is None:
            return None
        at = when(lab.time)
        tail = f" · {at}" if at else ""
        own = f"{lab.name}: {lab.comparator or ''}{lab.value} {lab.unit_text or printed_unit(lab.unit)}".rstrip()
        if code == lab.unit:
            told.append(f"{own} (as the note has it){tail}")
            continue
        value = _converted(lab, code, vocabulary)
        shown = printed_unit(code)
        told.append(
            f"{own} = {lab.comparator or ''}{value} {shown} (computed){tail}"
            if value is not None
            else f"{own}{tail}; I know no factor to {heard.unit or shown} for it"
        )
    return of_records("\n".join(told), labs)


def of_body(heard: Heard, patient: Patient) -> Reply | None:
    """Height or weight in the unit that is asked for."""
    match = _BODY_UNITS.search(heard.say)
    if match is None:
        return None
    unit = match["unit"].casefold()
    height, weight = patient.height_cm, patient.weight_kg
    fields = heard.values("patient_field")
    sources = tuple(
        patient.sources[one] for one in ("height_cm", "weight_kg") if one in fields and one in patient.sources
    )
    if "height_cm" in fields and height is not None:
        inches = height / Decimal("2.54")
        if unit.startswith("inch"):
            return Reply(f"Height: {height} cm = {inches:.1f} inches (computed)", sources)
        if unit in ("feet", "ft"):
            feet, rest = divmod(inches, 12)
            return Reply(f"Height: {height} cm = {feet:.0f} feet {rest:.1f} inches (computed)", sources)
        if unit.startswith("m"):
            return Reply(f"Height: {height} cm = {height / 100:.3f} m (computed)", sources)
    if "weight_kg" in fields and weight is not None and unit[0] in "lp":
        return Reply(f"Weight: {weight} kg = {weight / Decimal('0.45359237'):.1f} pounds (computed)", sources)
    return None


def _factors(lab: Lab, vocabulary: Vocabulary) -> dict[str, Decimal]:
    entry = vocabulary.lexicon.of(AnalyteEntry).get(lab.analyte)
    if entry is None or entry.canonical_unit is None:
        return {}
    return {entry.canonical_unit: Decimal(1), **{unit: Decimal(one) for unit, one in entry.conversions.items()}}


def _converted(lab: Lab, code: str, vocabulary: Vocabulary) -> Decimal | None:
    factors = _factors(lab, vocabulary)
    if lab.value is None or lab.unit not in factors or code not in factors:
        return None
    value = lab.value * factors[lab.unit] / factors[code]
    places = max(0, _DIGITS - 1 - value.adjusted()) if value else 1
    return round(value, places)


def _of_amount(lab: Lab, amount: str, vocabulary: Vocabulary) -> str | None:
    """The first unit of the analyte that tells this amount in some volume: its own, else mmol/L for mmol."""
    plain = amount.casefold().replace("µ", "u").replace("μ", "u").replace("mcg", "ug")
    units = [*([lab.unit] if lab.unit else []), *_factors(lab, vocabulary)]
    return next((one for one in units if one.casefold().split("/")[0] == plain), None)


def _of_system(lab: Lab, system: str, vocabulary: Vocabulary) -> str | None:
    """The molar unit for SI, one of mass for the conventional ones."""
    molar = system.casefold() in ("si", "international")
    units: Sequence[str] = list(_factors(lab, vocabulary))
    return next((one for one in units if ("mol" in one) == molar), lab.unit)
