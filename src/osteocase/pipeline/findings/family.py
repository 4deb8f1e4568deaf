"""Findings that follow from other facts: a relative's fracture, a greater height once, an early age at menopause."""

from __future__ import annotations

from decimal import Decimal

from osteocase.lexicon import FindingEntry
from osteocase.pipeline.fractures.find import find_fractures
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import IndexedText, SharedPattern
from osteocase.pipeline.patient.reproduction import find_reproduction
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.person import RELATIVES

__all__ = [
    "early_menopause",
    "family_fractures",
    "height_courses",
    "osteoporotic_fractures",
    "without_general_family",
]

_FEET = r"\d\s*(?:feet|foot|ft\.?|')\s*\d{1,2}(?:[-\s]?1/2)?\s*(?:inch(?:es)?|in\b\.?|\")?"
_LENGTH = rf"(?:{_FEET}|\d{{1,3}}(?:\.\d+)?\s*(?:cm|m\b|in(?:ches)?\b)?)"
_HEIGHT_COURSE = SharedPattern(
    rf"\b(?:height|ht)\b[^\d\n]{{0,12}}(?P<now>{_LENGTH})\s*[,;(]\s*(?:(?:she|he)\s+)?"
    r"(?:was|used to be|previously|former(?:ly)?|before|earlier|young|original|tallest|maximum|max|peak|at age \d+"
    r"|down\s+from)\b"
    r"[^\d\n;.]{0,20}"
    rf"(?P<then>{_LENGTH})"
)
_THEN = SharedPattern(
    r"\b(?P<now>1[2-9]\d(?:\.\d+)?)\s?cm(?:\s+tall)?\s*[,;(]\s*(?:(?:but|and)\s+)?(?:(?:she|he)\s+)?"
    r"(?:having\s+(?:been|measured|stood\s+at)|had\s+been|down\s+from|was|used\s+to\s+be|previously|former(?:ly)?|before|earlier|young|original|maximum|max|peak|tallest|maximal|recalled|reported|stated|at\s+(?:age\s+)?\d+)\b[^\d\n;.]{0,24}"
    r"(?P<then>1[2-9]\d(?:\.\d+)?)\b(?!\s*(?:kg|lb|mg|/))"
)
"""``151 cm (she was 157 at her wedding)``, ``172cm (tallest recalled 175)``."""
_TALL = SharedPattern(
    r"\b(?:was|is|stands?|measures?|measured)\s+(?P<now>1[2-9]\d(?:\.\d+)?)\s?cm\s+tall\s*\(\s*(?P<then>1[2-9]\d(?:\.\d+)?)\s?cm\s+(?:in|on|at)\b"
    r"|\bheight\s*:?\s*(?P<now2>1[2-9]\d(?:\.\d+)?)\s?cm\s*\(\s*(?P<then2>1[2-9]\d(?:\.\d+)?)(?:\s?cm)?\s+(?:in|on|at|when)\b"
)
"""``161 cm tall (164 cm in her passport)``, ``Height 155 cm (158 at her check-up in 2021)``."""
_LOST_OF = SharedPattern(
    rf"\b(?:height|ht)\b[^\n;.]{{0,24}}?{_LENGTH}\s*[,;(]\s*(?:an?\s+|with\s+an?\s+)?(?:loss|decrease|reduction|drop)\s+of\s+(?:about\s+|nearly\s+)?\d"
)
"""``height was 158 cm, a loss of 2.5 cm``."""
_WAS = SharedPattern(
    r"\bheight\b[^\d\n]{0,16}(?P<now>\d{2}(?:[-\s]\d/\d|\.\d+)?)\s*(?:inches|in\b\.?|\")?\s*[,;(]\s*(?:(?:she|he)\s+)?"
    r"(?:was|used\s+to\s+be|previously|formerly)\s+(?P<then>\d{2}(?:[-\s]\d/\d|\.\d+)?(?:\s+and\s+a\s+half)?)\b(?!\s*(?:cm|kg|lb))"
)
"""In inches: ``Height today 61-1/4 inches; she was 63-1/2 on her licence``."""
_THEN_NOW = SharedPattern(
    rf"\b(?:maximum|maximal|max|peak|tallest|original|former|previous|young(?:\s+adult)?)\s+(?:adult\s+|known\s+)?(?:height|ht)\b[^\d\n;.]{{0,16}}(?P<then>{_LENGTH})"
    rf"[^\d\n.]{{0,40}}\b(?:now|today|current(?:ly)?|measures|is)\b[^\d\n;.]{{0,20}}(?P<now>{_LENGTH})"
)
"""``maximum height was 168 cm, now 163 cm``."""
_NOW_MAX = SharedPattern(
    rf"\b(?:height|ht)\b[^\d\n]{{0,8}}(?P<now>{_LENGTH})[^\n]{{0,40}}?\b(?:max(?:imum|imal)?|peak|tallest|former|young\s+adult|previous)\.?\s+"
    rf"(?:height|ht)\b[^\d\n;.]{{0,8}}(?P<then>{_LENGTH})"
)
"""``Ht: 5'3"   Wt: 128 lb   max ht 5'5"``."""
_STOOD = SharedPattern(
    rf"\b(?:measures|measured|stands|stood|is|height)\s+(?:now\s+|today\s+)?(?P<now>{_FEET})(?:\s+(?:tall|today|now))*[^\n.;]{{0,40}}?"
    rf"\b(?:was|used\s+to\s+be|had\s+been|once\s+stood|stood|remembers\s+being)\s+(?P<then>{_FEET})"
)
"""``She measures 5 feet 1 inch today and states she was 5 feet 4 inches as a young woman``."""
_USED_TO_BE = SharedPattern(
    rf"\b(?:used\s+to\s+be|had\s+been|once\s+stood|once\s+was)\s+(?P<then>{_FEET})[^\d\n.;]{{0,30}}?\b(?:is|now|measures)\s+(?:now\s+|only\s+)?(?P<now>{_FEET})"
)
_ON_RECORD = SharedPattern(
    r"\b(?:height|ht)\b[^\d\n]{0,8}(?P<now>\d{2,3}(?:\.\d+)?)\s*(?:cm|in(?:ches)?\b|\")\s*"
    r"\(\s*(?P<then>\d{2,3}(?:\.\d+)?)\s*(?:cm|in(?:ches)?\b|\")?\s+"
    r"(?:on|in|at|per|by)\s+(?:(?:her|his|the|old)\s+)*(?:driver\S*|licen[cs]e|passport|youth|wedding|twenties|army|age|records?|20s|30s)"
)
"""``ht 69.5" (71" on driver's license)``."""
_FRAIL = frozenset({
    "vertebra", "hip", "femur", "pelvis", "sacrum", "radius", "ulna", "wrist", "forearm", "humerus", "shoulder", "arm",
    "rib", "tibia", "fibula", "ankle", "leg", "metatarsal", "foot", "knee", "patella", "elbow", None,
})  # fmt: skip
"""Bones whose fracture in a relative speaks of the bones of the family; not fingers, noses and collarbones."""
_ACCIDENT = re.compile(
    r"\b(?:passenger|driver|motor\s*(?:cycle|bike|car)|car\s+(?:crash|accident)|MVA|MVC|RTA|collision|crash|football|rugby|skiing|"
    r"ski|snowboard\w*|trampoline|horse|assault|shot)\b",
    re.IGNORECASE,
)
_EARLY_MENOPAUSE_BELOW = 45
"""Years; menopause before 45 is called early (Shifren JL, Gass ML. Menopause 2014;21:1038-62)."""


def _following(entry: FindingEntry, start: int, end: int, rule: str) -> Draft:
    """A finding of the patient, present now, that follows from another fact."""
    return {
        "concept": entry.id,
        "name": entry.label,
        "kind": entry.kind,
        "status": "present",
        "temporality": "current",
        "subject": "patient",
        "time": None,
        "start": start,
        "end": end,
        "also": [],
        "rule": f"findings.{rule}",
    }


def family_fractures(scan: Scan) -> list[Draft]:
    """A relative's fracture is a risk factor of the patient (FRAX asks for the parents' hips)."""
    entry = scan.knowledge.findings.get("family_fracture")
    if entry is None:
        return []
    drafts = []
    for fracture in find_fractures(scan):
        if fracture["subject"] not in RELATIVES or fracture["bone"] not in _FRAIL:
            continue
        if _ACCIDENT.search(scan.text, *scan.sentence_at(fracture["start"])) is not None:
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
                **_following(entry, start, end, "family_fracture"),
                "status": fracture["status"],
                "temporality": "historical",
                "subject": fracture["subject"],
                "subject_age_years": age,
                "body_site": fracture["bone"],
                "time": time,
            }
        )
    return drafts


def osteoporotic_fractures(scan: Scan) -> list[Draft]:
    """``an acute osteoporotic compression fracture of L1``: who breaks so has the disease."""
    entry = scan.knowledge.findings.get("osteoporosis")
    if entry is None:
        return []
    drafts: list[Draft] = []
    for fracture in find_fractures(scan):
        if fracture["status"] != "present" or fracture["subject"] != "patient" or fracture["bone"] is None:
            continue
        told = _OSTEOPOROTIC.search(scan.text, max(0, fracture["start"] - 1), fracture["end"])
        if told is None:
            continue
        drafts.append(_following(entry, told.start(), told.end(), "osteoporotic_fracture"))
    return drafts


_OSTEOPOROTIC = re.compile(r"\bosteoporotic\b", re.IGNORECASE)


def height_courses(scan: Scan) -> list[Draft]:
    """``height 151 cm (was 158 at age 40)``: the note tells the loss by telling both heights."""
    entry = scan.knowledge.findings.get("height_loss")
    if entry is None:
        return []
    return [
        _following(entry, match.start(), match.end(), "height_course")
        for match in _courses(scan.indexed)
        if scan.context(match.start(), match.end()).subject == "patient"
    ]


def _courses(text: IndexedText) -> list[re.Match[str]]:
    """Every telling of two heights of which the later one is the smaller, and of a height with what it has lost."""
    told = [
        match
        for pattern in (_HEIGHT_COURSE, _THEN, _WAS, _THEN_NOW, _NOW_MAX, _ON_RECORD, _STOOD, _USED_TO_BE)
        for match in pattern.finditer(text)
    ]
    lower = [match for match in told if _inches(match["then"]) > _inches(match["now"])]
    lower += [
        match
        for match in _TALL.finditer(text)
        if _inches(match["then"] or match["then2"]) > _inches(match["now"] or match["now2"])
    ]
    return sorted([*lower, *_LOST_OF.finditer(text)], key=lambda match: match.start())


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
    return [_following(entry, start, end, "menopause_age") | {"temporality": "historical"}]


def without_general_family(drafts: list[Draft]) -> list[Draft]:
    """Drafts without ``family`` where the same stretch names the relative."""
    named = {
        (draft["concept"], draft["status"]) for draft in drafts if draft["subject"] in RELATIVES - {"family", "parent"}
    }
    return [
        draft
        for draft in drafts
        if draft["subject"] not in {"family", "parent"}
        or draft["status"] == "absent"
        or not draft["concept"].startswith("family_")
        or (draft["concept"], draft["status"]) not in named
    ]
