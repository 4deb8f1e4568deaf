"""Fixed words for coded fields: how a fracture, a treatment or a site is called in print."""

from __future__ import annotations

from osteocase.case import names
from osteocase.lexicon import ScoreEntry, TreatmentEntry, default_lexicon
from osteocase.records import Bmd, Fracture, Record, Score, Treatment
from osteocase.report.numbers import number

__all__ = [
    "acuity_word",
    "anatomical",
    "bears_treatment",
    "bmd_site",
    "counted",
    "for_bone",
    "is_scale",
    "kind_words",
    "capital",
    "class_words",
    "fracture_place",
    "fracture_words",
    "person",
    "plain",
    "score_name",
    "tells_risk",
    "treatment_name",
    "treatment_words",
    "within",
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


def counted(amount: int, word: str, plural: str | None = None) -> str:
    """A number with its noun: ``1 note``, ``2 notes``."""
    return f"{amount} {word if amount == 1 else plural or word + 's'}"


_LETTERS = {
    "rankl": "RANKL", "nsaid": "NSAID", "ssri": "SSRI", "snri": "SNRI", "ace": "ACE", "tnf": "TNF",
    "a": "A", "b": "B", "c": "C", "d": "D", "e": "E", "k": "K", "t": "T", "car": "CAR",
    "sglt2": "SGLT2", "dpp4": "DPP-4", "glp1": "GLP-1", "glp2": "GLP-2", "gnrh": "GnRH", "fgf23": "FGF23",
    "h2": "H2", "beta2": "beta-2", "beta3": "beta-3", "pde4": "PDE4", "pde5": "PDE5", "pcsk9": "PCSK9", "jak": "JAK",
    "mtor": "mTOR", "parp": "PARP", "cd20": "CD20", "cdk4": "CDK4/6", "cgrp": "CGRP", "comt": "COMT", "mao": "MAO",
    "nmda": "NMDA", "s1p": "S1P", "vmat2": "VMAT2", "vegf": "VEGF", "fc": "Fc", "cftr": "CFTR", "adhd": "ADHD",
    "dmard": "DMARD",
}  # fmt: skip
"""Abbreviations and vitamins that a key of the patterns writes in small letters."""


def class_words(key: str) -> str:
    """A drug class in words: ``rankl_inhibitor`` gives ``RANKL inhibitor``, ``vitamin_d`` gives ``vitamin D``."""
    return " ".join(_LETTERS.get(word, word) for word in key.replace("cdk4_6", "cdk4").split("_"))


def treatment_name(record: Treatment) -> str:
    """The name of the note; an operation or a procedure by its term where the note tells it with a verb."""
    return names.treatment_name(record, default_lexicon())


_SUPPORT = ("active_vitamin_d", "vitamin_k")
"""Classes that are given beside another osteoporosis drug more often than alone."""


def bears_treatment(record: Treatment) -> bool:
    """True for an osteoporosis drug that a course of treatment can rest on."""
    return for_bone(record) and record.drug_class not in _SUPPORT


def for_bone(record: Treatment) -> bool:
    """True for a drug given to treat osteoporosis, whatever became of it."""
    entry = default_lexicon().of(TreatmentEntry).get(record.agent)
    return entry is not None and entry.osteoporosis_drug


def within(record: Treatment) -> str:
    """Its name within a sentence: small letters where it is no proper name."""
    return names.name_within(record, default_lexicon())


def score_name(record: Score) -> str:
    """Short name of a scale: the note's own, else its letters; ``FRAX, hip fracture`` where letters would not tell."""
    if record.name_text:
        return record.name_text
    entry = default_lexicon().of(ScoreEntry).get(record.name)
    if "_" in record.name and entry is not None:
        return entry.label
    return plain(record.name).upper()


def is_scale(record: Score) -> bool:
    """False for the least significant change that a densitometry report states, which is no score of the patient."""
    return record.name != "least_significant_change"


def tells_risk(record: Score) -> bool:
    """True for a scale that foretells something, such as FRAX."""
    entry = default_lexicon().of(ScoreEntry).get(record.name)
    return entry is not None and entry.kind == "risk"


def anatomical(record: Fracture) -> tuple[int, int]:
    """Key that sorts fractures from the neck down to the sacrum, then all other bones as they were told."""
    level = record.level or ("S0" if record.bone == "sacrum" else "")
    return ("CTLS".find(level[0]), int(level[1:])) if level else (9, 0)


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


_OF_LIMBS = {
    "humerus": "humeral", "radius": "radial", "ulna": "ulnar", "tibia": "tibial", "fibula": "fibular",
    "metatarsal": "metatarsal", "metacarpal": "metacarpal",
}  # fmt: skip


def fracture_place(record: Fracture) -> str:
    """Where the bone is broken: ``T9``, ``right sacral ala``, ``left femoral neck``, ``distal radius``."""
    if record.level:
        return record.level
    bone = plain(record.bone).replace("+", " and ") if record.bone else "bone not told"
    place = bone
    if record.part:
        part = plain(record.part)
        adjective = _ADJECTIVE.get(bone)
        if part in ("distal", "proximal"):
            adjective = None  # "distal femur"
        elif part in ("shaft", "head", "neck", "plateau", "styloid"):
            adjective = adjective or _OF_LIMBS.get(bone)
        place = f"{adjective} {part}" if adjective else f"{part} {bone}"
    side = "both sides: " if record.side == "bilateral" else f"{record.side} " if record.side else ""
    return side + place


_EPONYMS = (
    "colles", "smith", "barton", "jefferson", "chance", "jones", "galeazzi", "monteggia", "lisfranc", "maisonneuve",
    "bennett", "rolando",
)  # fmt: skip


def kind_words(kind: str) -> str:
    """Kind of a fracture in words; those named after people with a capital."""
    return capital(plain(kind)) if kind in _EPONYMS else plain(kind)


def fracture_words(record: Fracture) -> str:
    """Kind, age and state in one line, without the place: ``compression fracture, recent``."""
    kind = f"{kind_words(record.kind)} " if record.kind else ""
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
    words = ", ".join((*told, record.status))
    return treatment_name(record), words if record.subject == "patient" else f"{words} ({record.subject})"


def person(subject: str) -> str:
    """Whose fact it is, with a capital: ``Mother``."""
    return capital(plain(subject))
