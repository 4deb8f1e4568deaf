"""Findings that follow from other facts: a relative's fracture, a greater height once, an early age at menopause."""

from __future__ import annotations

from decimal import Decimal

from osteocase.pipeline import regular as re
from osteocase.pipeline.finding_person import RELATIVES
from osteocase.pipeline.fractures import find_fractures
from osteocase.pipeline.patient_reproduction import find_reproduction
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["early_menopause", "family_fractures", "height_courses"]

_FEET = r"\d\s*(?:feet|foot|ft\.?|')\s*\d{1,2}(?:[-\s]?1/2)?\s*(?:inches|in\b\.?|\")?"
_LENGTH = rf"(?:{_FEET}|\d{{1,3}}(?:\.\d+)?\s*(?:cm|m\b|in(?:ches)?\b)?)"
_HEIGHT_COURSE = re.compile(
    rf"\b(?:height|ht)\b[^\d\n]{{0,12}}(?P<now>{_LENGTH})\s*[,;(]\s*(?:(?:she|he)\s+)?"
    r"(?:was|used to be|previously|formerly|before|maximum|max|peak|at age \d+)\b[^\d\n;.]{0,20}"
    rf"(?P<then>{_LENGTH})",
    re.IGNORECASE,
)
_EARLY_MENOPAUSE_BELOW = 45
"""Years; menopause before 45 is called early (Shifren JL, Gass ML. Menopause 2014;21:1038-62)."""


def family_fractures(scan: Scan) -> list[Draft]:
    """A relative's fracture is a risk factor of the patient (FRAX asks for the parents' hips)."""
    entry = scan.knowledge.findings.get("family_fracture")
    if entry is None:
        return []
    drafts = []
    for fracture in find_fractures(scan):
        if fracture["subject"] not in RELATIVES:
            continue
        time = fracture["time"]
        age = time["offset"]["value"] if time is not None and time["kind"] == "age" and time["offset"] else None
        start, end = fracture["start"], fracture["end"]
        if age is not None and time is not None:
            spot = scan.text.find(time["text"], start)
            end = max(end, spot + len(time["text"])) if 0 <= spot - end < 200 else end
            age = age if scan.text.find(str(age), start, end) >= 0 else None
        drafts.append(
            {
                "concept": entry.id,
                "name": entry.label,
                "kind": entry.kind,
                "status": fracture["status"],
                "temporality": "current" if fracture["status"] == "absent" else "historical",
                "subject": fracture["subject"],
                "subject_age_years": age,
                "body_site": fracture["bone"],
                "time": time,
                "start": start,
                "end": end,
                "also": [],
                "rule": "findings.family_fracture",
            }
        )
    return drafts


def height_courses(scan: Scan) -> list[Draft]:
    """``height 151 cm (was 158 at age 40)``: the note tells the loss by telling both heights."""
    entry = scan.knowledge.findings.get("height_loss")
    if entry is None:
        return []
    return [
        {
            "concept": entry.id,
            "name": entry.label,
            "kind": entry.kind,
            "status": "present",
            "temporality": "current",
            "subject": "patient",
            "time": None,
            "start": match.start(),
            "end": match.end(),
            "also": [],
            "rule": "findings.height_course",
        }
        for match in _HEIGHT_COURSE.finditer(scan.text)
        if _inches(match["then"]) > _inches(match["now"])
        and scan.context(match.start(), match.end()).subject == "patient"
    ]


def _inches(written: str) -> Decimal:
    """A length as a number to compare: inches where feet are given, else the number as written."""
    numbers = re.findall(r"\d+(?:\.\d+)?", written.replace("1/2", " .5 ").replace(" .5", " 0.5"))
    if re.search(r"feet|foot|ft|'", written, re.IGNORECASE):
        return Decimal(numbers[0]) * 12 + sum((Decimal(number) for number in numbers[1:]), Decimal(0))
    return Decimal(numbers[0])


def early_menopause(scan: Scan) -> list[Draft]:
    """Menopause at an age that makes it early."""
    entry = scan.knowledge.findings.get("early_menopause")
    fields = find_reproduction(scan, None)
    if entry is None or "menopause_age_years" not in fields:
        return []
    age, start, end, _ = fields["menopause_age_years"]
    if int(age) >= _EARLY_MENOPAUSE_BELOW:
        return []
    return [
        {
            "concept": entry.id,
            "name": entry.label,
            "kind": entry.kind,
            "status": "present",
            "temporality": "historical",
            "subject": "patient",
            "time": None,
            "start": start,
            "end": end,
            "also": [],
            "rule": "findings.menopause_age",
        }
    ]
