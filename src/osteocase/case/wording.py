"""Numbers and times as they are printed: signs, units, months and lists in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from osteocase.records import Bmd, Fracture, Lab, Record, ReferenceInterval, Score, Time, Treatment, printed_unit

__all__ = [
    "at_months", "fracture_label", "interval_words", "listed", "number", "person_noun", "record_label", "score_short",
    "signed", "site_label", "unit_words",
]  # fmt: skip

_SPANS = {"a": "years", "mo": "months"}

_SITE_NAMES = {
    "lumbar_spine": "lumbar spine",
    "total_hip": "total hip",
    "femoral_neck": "femoral neck",
    "wards_triangle": "Ward's triangle",
}


def number(value: Decimal, places: int | None = None) -> str:
    """A number with a true minus sign, rounded half up where ``places`` is given."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{value:f}".replace("-", "−")


def signed(value: Decimal, places: int = 1) -> str:
    """A change with its sign: ``+18.2``, ``−0.7``, ``0.0``."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"+{rounded:f}" if rounded > 0 else number(abs(rounded) if rounded == 0 else rounded)


def unit_words(unit: str | None) -> str:
    """A unit for people: ``g/cm²`` for ``g/cm2``."""
    return _SPANS.get(unit or "") or printed_unit(unit)


def interval_words(reference: ReferenceInterval) -> str:
    """A reference interval in one manner whatever the note's: ``8.8–10.1``, ``> 30``, ``≤ 45``."""
    printed = reference.text.strip()
    if reference.low is not None and reference.high is not None:
        joint = " to " if reference.low < 0 or reference.high < 0 else "–"
        return f"{number(reference.low)}{joint}{number(reference.high)}"
    if reference.low is not None:
        return f"{'≥' if printed.startswith(('≥', '>=')) else '>'} {number(reference.low)}"
    if reference.high is not None:
        most = printed.startswith(("≤", "<=")) or "up to" in printed
        return f"{'≤' if most else '<'} {number(reference.high)}"
    return printed


def at_months(time: Time | None) -> str:
    """A place on the axis for a sentence: ``at month 6``, ``before treatment``; empty where it is unknown."""
    if time is None or time.months is None:
        return "at a time not told"
    whole = time.months.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if abs(time.months - whole) > Decimal("0.4"):
        return f"at month {number(time.months, 1)}"
    return f"at month {number(whole if whole else Decimal(0))}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


_OF_THE_BONE = {
    "humerus": "humeral", "radius": "radial", "ulna": "ulnar", "tibia": "tibial", "fibula": "fibular",
    "metatarsal": "metatarsal", "metacarpal": "metacarpal",
}  # fmt: skip


def person_noun(sex: str | None, age: Decimal | None, other: str) -> str:
    """``woman``, ``boy``: what the patient is called, ``other`` where the sex is not told."""
    nouns = {"female": "girl", "male": "boy"} if age is not None and age < _GROWN else _GROWN_UP
    return nouns.get(sex or "", other)


_GROWN = 16
_GROWN_UP = {"female": "woman", "male": "man"}


def fracture_label(fracture: Fracture) -> str:
    """``T7``, ``right sacral ala``, ``left femoral neck``, ``vertebra``."""
    if fracture.level is not None:
        return fracture.level
    bone = (fracture.bone or "bone not told").replace("_", " ").replace("+", " and ")
    adjective = {"sacrum": "sacral", "femur": "femoral"}.get(bone)
    if fracture.part in ("distal", "proximal"):
        adjective = None  # "distal femur"
    elif fracture.part in ("shaft", "head", "neck", "plateau", "styloid"):
        adjective = adjective or _OF_THE_BONE.get(bone)
    place = f"{adjective or bone} {fracture.part.replace('_', ' ')}" if fracture.part and adjective else bone
    if fracture.part and not adjective:
        place = f"{fracture.part.replace('_', ' ')} {bone}"
    return f"{fracture.side} {place}" if fracture.side and fracture.side != "bilateral" else place


def score_short(score: Score) -> str:
    """A scale in few letters: the note's own, else those of its key; words stay words (``Wong-Baker``)."""
    if score.name_text or "_" not in score.name:
        return (score.name_text or score.name).upper()
    return "-".join(word.capitalize() for word in score.name.split("_"))


def site_label(record: Bmd) -> str:
    """The measured place in words: ``left total hip``, ``lumbar spine (L1-L4)``."""
    name = _SITE_NAMES.get(record.site or "", (record.site or "site not told").replace("_", " "))
    sided = f"{record.side} {name}" if record.side else name
    return f"{sided} ({record.region})" if record.region else sided


def record_label(record: Record) -> str:
    """What a record is about, in a few words."""
    if isinstance(record, Lab):
        return record.name
    if isinstance(record, Bmd):
        return f"BMD of the {site_label(record)}"
    if isinstance(record, Fracture):
        return f"fracture of {fracture_label(record)}"
    if isinstance(record, Treatment | Score):
        return record.name
    return str(getattr(record, "name", None) or getattr(record, "label", record.id))
