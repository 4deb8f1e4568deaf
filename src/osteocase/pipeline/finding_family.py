"""Findings that follow from other facts: a relative's fracture, a height that was greater once."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.pipeline.fractures import find_fractures
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["RELATIVES", "family_fractures", "height_courses"]

RELATIVES = frozenset({
    "mother", "father", "parent", "sister", "brother", "sibling", "grandmother", "grandfather", "grandparent", "aunt",
    "uncle", "daughter", "son", "child", "cousin", "family",
})  # fmt: skip
_HEIGHT_COURSE = re.compile(
    r"\b(?:height|ht)\b[^\d\n]{0,12}(?P<now>\d{1,3}(?:\.\d+)?)\s*(?P<unit>cm|m|in(?:ches)?)?\b\s*[,;(]\s*"
    r"(?:was|used to be|previously|formerly|before|maximum|max|peak|at age \d+)\b[^\d\n;.]{0,20}"
    r"(?P<then>\d{1,3}(?:\.\d+)?)\s*(?:cm|m|in(?:ches)?)?\b",
    re.IGNORECASE,
)


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
                "temporality": "current" if fracture["status"] == "absent" else fracture["temporality"],
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
        if Decimal(match["then"]) > Decimal(match["now"])
        and scan.context(match.start(), match.end()).subject == "patient"
    ]
