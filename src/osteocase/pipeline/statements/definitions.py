"""Stretches that define the classes of bone density, or say what a word is related to: nothing in them is a finding.

Reports of densitometry close with the classes of the World Health Organization (Technical Report Series 843, 1994): a
line a class, each with the bound of its T-score, the last of them with a fracture. Names of classes and fractures in
such a legend are nobody's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["is_of_a_legend", "is_only_related", "is_related"]

_NUMBER = r"[-‐‑–−+]?\s?\d(?:[.,]\d)?"
_SCORE = r"T(?:[-‐‑–]?\s?scores?)?"
_NAME = (
    r"(?:(?:severe|established|manifest|clinical|mild|moderate)(?:\s?[/(]\s?\w+\)?)?\s+)?"
    r"(?:osteoporosis|osteop(?:a?enia)(?:\s*\(low\s+bone\s+(?:mass|density)\))?|low\s+bone\s+(?:mass|density)(?:\s*\([^()\n]{1,20}\))?|low\s+BMD"
    r"|normal(?:\s+(?:bone(?:\s+(?:mass|density))?|BMD))?)"
)
_BOUND = (
    rf"(?:(?:[<>≤≥]=?|=<|=>|between|from|above|below|under|over|at\s+or|at\s+least|equal|greater|less|lower|higher|within|up\s+to|of\s+at)"
    rf"[^.;\n]{{0,24}}?{_NUMBER}|{_NUMBER}\s*(?:s\.?d\.?s?\s*)?(?:(?:to|and|or|through|[-–])\s*(?:{_NUMBER}|lower|below|less|higher|above|greater|more)))"
)
_IS = r"(?:[:=|(,–—-]|\b(?:is|are|if|when|as|means?|indicates?)\b|\t|\s{2,}){1,3}"
_VALUES = r"\W{0,4}(?:values?\s+|of\s+|is\s+|are\s+){0,2}"
_CLASS = re.compile(
    rf"(?P<name>{_NAME})[*\"”’']{{0,3}}\s*{_IS}\s*"
    rf"(?:(?:is\s+)?(?:defined\s+as\s+)?(?:an?|the|any|BMD|lowest|is)\s+){{0,3}}(?:{_SCORE}{_VALUES})?{_BOUND}"
    rf"|(?:{_SCORE}{_VALUES})?{_BOUND}[^.;:\n]{{0,14}}?(?:{_IS}|\s)\s*(?:(?:defined|considered|classed|classified)\s+as\s+)?"
    rf"(?P<named>{_NAME})",
    re.IGNORECASE,
)
"""``Osteopenia: T-score between -1 and -2.5``, ``T < -2.5 = osteoporosis``."""
_WITH_FRACTURE = re.compile(
    rf"\b(?:severe|established|manifest)\b[^.:;=\n\t]{{0,40}}?osteoporosis\)?[*\"”’']{{0,3}}\s*{_IS}\s*"
    rf"(?:(?:is\s+)?(?:defined\s+as\s+)?)?(?:(?:osteoporosis|as\s+above|same|the\s+above)\b|(?:BMD\s+|a\s+){{0,2}}{_SCORE}\W{{0,4}}(?:values?\s+|of\s+|is\s+){{0,2}}{_BOUND})"
    r"[^;\n]{0,60}?\b(?:with|plus|and|in\s+the\s+presence\s+of|together\s+with)\s[^;\n]{0,40}?\b(?:fractures?|fx)\b",
    re.IGNORECASE,
)
"""``Severe osteoporosis: T-score of -2.5 or lower with one or more fragility fractures``."""
_TITLE = re.compile(
    r"(?:^|(?<=\n)|(?<=[.:]\s))[ \t#*•>-]*"
    r"(?:(?:note|reference|legend|key|based\s+on|according\s+to|per)\b[\s:]*)?(?:the\s+)?"
    r"(?:WHO|ISCD|NOF|BHOF|World\s+Health\s+Organi[sz]ation|diagnostic|densitometric|international)\b[^.:;\n]{0,40}?"
    r"\b(?:classification|criteria|definitions?|categor(?:y|ies)|guidelines?|thresholds?|diagnos[ei]s)\s+(?:of|for|in)\s+"
    r"[^.:;\n]{0,30}?\b(?:osteoporosis|osteopenia)(?:\s+(?:and|or|/)\s+(?:osteoporosis|osteopenia))?",
    re.IGNORECASE,
)
"""``WHO classification of osteoporosis`` over a legend; not ``meets the WHO criteria for osteoporosis``."""
_IF_SCORE = re.compile(
    r"\bif\s+(?:your|the|an?|one['’]s)\s+[\"“”']{0,2}(?:lowest\s+)?(?:[TZ]-?\s?score|BMD|bone\s+(?:mineral\s+)?density)\b"
    r"(?:[^.\n]|\.\d){0,200}",
    re.IGNORECASE,
)
"""``If your T-score is between -1 and -2.5, you have osteopenia``"""
_CRITERIA = re.compile(
    r"\b(?:criteria|criterion)\s+(?:(?:of|for|:)\s+)?(?:(?:primary|the\s+diagnosis\s+of)\s+)?(?P<name>osteoporosis|osteopenia)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:me+ts?|meeting|fulfil\w*|satisf\w+|reach\w*|within|by|qualif\w+)\b[^.;:\n]{0,40}\Z", re.IGNORECASE
)
"""``meets the WHO criteria for osteoporosis`` is a diagnosis."""
_SEVERAL = 160
"""Characters between two classes of one legend."""
_OF_A_SITE = re.compile(
    r"\)?\s*(?:at|of|in)\s+(?:(?:the|her|his)\s+)?(?:(?:left|right|lumbar|total|femoral)\s+)?(?:spine|hips?|femur|neck|forearm|radius|L\d)\b"
    r"(?!\s*(?:,|or|/))",
    re.IGNORECASE,
)
"""``osteopenia (T-score between -1 and -2.5) at the hip`` is a result."""
_EQUALS = re.compile(r"(?<![<>=])=(?![<>=])|\bmeans?\b|\bdefined\b", re.IGNORECASE)
"""``T-score < -2.5 = osteoporosis`` teaches also when it stands alone."""
_RELATED = re.compile(r"[-‐‑\s](?:related|associated|specific|relevant|directed)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\s+(?:(?:clinical|other|known|major|additional|specific)\s+)?(?:risks?|factors?|education|knowledge|care|screening|tests?"
    r"|testing|labs?|bloods?|questions?|questionnaires?|quality|advice|counsel?ling|visits?|concerns?|issues?)\b",
    re.IGNORECASE,
)


def is_of_a_legend(scan: Scan, start: int) -> bool:
    """Whether the word at ``start`` stands in a definition of the classes of bone density."""
    spans: list[tuple[int, int]] | None = scan.facts.get("legends")
    if spans is None:
        spans = scan.facts["legends"] = sorted(_legends(scan.text)) if "osteop" in scan.text.lower() else []
    place = bisect_right(spans, (start, len(scan.text))) - 1
    return place >= 0 and start < spans[place][1]


def _legends(text: str) -> Iterator[tuple[int, int]]:
    found = [
        (match, (match["name"] or match["named"]).lower())
        for match in _CLASS.finditer(text)
        if _OF_A_SITE.match(text, match.end()) is None
    ]
    defined = list(_WITH_FRACTURE.finditer(text))
    for place, (match, name) in enumerate(found):
        near = [other for other in found[max(0, place - 1) : place + 2] if other[1] != name]
        is_taught = _EQUALS.search(match.group()) is not None
        if (
            is_taught
            or any(_are_near(match, other) for other, _ in near)
            or any(_are_near(match, other) for other in defined)
        ):
            yield match.span()
    for match in defined:
        yield match.span()
    for pattern in (_TITLE, _IF_SCORE):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _CRITERIA.finditer(text):
        if _MET.search(text, max(0, match.start() - 60), match.start()) is None:
            yield match.span()


def _are_near(one: re.Match[str], other: re.Match[str]) -> bool:
    return max(one.start(), other.start()) - min(one.end(), other.end()) < _SEVERAL


_OF_TREATMENT = re.compile(
    r"\b(?:treatments?|therap(?:y|ies)|drugs?|medicines?|medications?|tablets|agents?|injections?)\s+"
    r"(?:for|of|against)\s+(?:(?:the|her|his|their)\s+)?\Z",
    re.IGNORECASE,
)
"""``no drug for``, ``earlier treatment of``: the disease is only named as what is treated."""


def is_related(text: str, end: int) -> bool:
    """``fracture-related infection``: what is told of is the infection."""
    return _RELATED.match(text, end) is not None


def is_only_related(text: str, start: int, end: int, *, denied: bool) -> bool:
    """``no osteoporosis-related fractures``, ``no drug for osteoporosis``: of the disease itself nothing is said."""
    if denied and _OF_TREATMENT.search(text, max(0, start - 50), start) is not None:
        return True
    related = _RELATED.match(text, end)
    return related is not None and (denied or _ABOUT.match(text, related.end()) is not None)
