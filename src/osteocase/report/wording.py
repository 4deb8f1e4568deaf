"""Fixed words for coded fields: how a fracture, a treatment or a site is called in print."""

from __future__ import annotations

from osteocase.records import Bmd, Fracture, Record, Treatment
from osteocase.report.numbers import number

__all__ = [
    "acuity_word",
    "bmd_site",
    "capital",
    "fracture_place",
    "fracture_words",
    "person",
    "plain",
    "treatment_words",
]

_ADJECTIVE = {"sacrum": "sacral", "femur": "femoral", "vertebra": "vertebral"}
_CHRONIC = ("old", "healed", "remote", "chronic")

_BMD_SITE = {
    "lumbar_spine": "Lumbar spine",
    "total_hip": "Total hip",
    "femoral_neck": "Femoral neck",
    "distal_radius": "Distal radius",
    "wards_triangle": "Ward’s triangle",
    "thoracic_spine": "Thoracic spine",
    "ultradistal_radius": "Ultradistal radius",
    "whole_body": "Whole body",
}


def plain(key: str) -> str:
    """A stable key as words: ``adverse_event`` gives ``adverse event``."""
    return key.replace("_", " ")


def capital(text: str) -> str:
    """The text with a capital first letter, its other letters untouched."""
    return text[:1].upper() + text[1:]


def bmd_site(record: Bmd) -> str:
    """Site, region and side: ``Lumbar spine L1–L4``, ``Total hip, left``."""
    site = _BMD_SITE.get(record.site, capital(plain(record.site))) if record.site else "Site not told"
    region = f" {record.region.replace('-', '–')}" if record.region else ""
    return f"{site}{region}" + (f", {record.side}" if record.side else "")


def acuity_word(record: Fracture) -> str:
    """Age of a fracture in the note's own word where it has one: ``recent`` is not silently printed as ``acute``."""
    told = record.source.text.lower()
    match record.acuity:
        case "acute":
            return "recent" if "recent" in told and "acute" not in told.replace("subacute", "") else "acute"
        case "chronic":
            return next((word for word in _CHRONIC if word in told), "chronic")
        case _:
            return record.acuity or ""


def fracture_place(record: Fracture) -> str:
    """Where the bone is broken: ``T9``, ``right sacral ala``, ``left femoral neck``, ``distal radius``."""
    if record.level:
        return record.level
    bone = plain(record.bone).replace("+", " and ") if record.bone else "bone not told"
    place = bone
    if record.part:
        part = plain(record.part)
        place = f"{_ADJECTIVE[bone]} {part}" if bone in _ADJECTIVE else f"{part} {bone}"
    side = "both sides: " if record.side == "bilateral" else f"{record.side} " if record.side else ""
    return side + place


def fracture_words(record: Fracture) -> str:
    """Kind, age and state in one line, without the place: ``compression fracture, recent``."""
    kind = f"{plain(record.kind)} " if record.kind else ""
    count = f" × {record.count}" if record.count else ""
    words = f"{kind}fracture{count}"
    if record.acuity:
        words += f", {acuity_word(record)}"
    if record.genant_grade is not None:
        words += f", Genant {number(record.genant_grade)}"
    if record.status != "present":
        words += f" ({record.status})"
    return words if record.subject == "patient" else f"{words} ({record.subject})"


def treatment_words(record: Record) -> tuple[str, str]:
    """Name and dose line of a treatment."""
    if not isinstance(record, Treatment):
        return type(record).__name__.lower(), "—"
    dose = record.dose_text or (number(record.dose) if record.dose is not None else "")
    if dose and record.dose_unit and record.dose_unit not in dose:
        dose = f"{dose} {record.dose_unit}"
    told = [word for word in (dose, record.route, record.frequency, record.duration) if word]
    return record.name, ", ".join((*told, record.status))


def person(subject: str) -> str:
    """Whose fact it is, with a capital: ``Mother``."""
    return capital(plain(subject))
