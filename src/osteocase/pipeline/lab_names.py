"""Names of results beyond the plain terms: parts of a urinalysis, conditions with a value, pairs of names."""

from __future__ import annotations

import re

from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_component", "is_condition", "is_pair", "lab_names", "parts_of"]


_URINE = re.compile(r"\b(?:[Uu]rine|[Uu]rinalysis|URINALYSIS|URINE|UA|U/A|[Dd]ipstick)\b")
_URINE_HEADING = re.compile(r"\b(?:urine|urinalysis|UA|U/A|dipstick)\b", re.IGNORECASE)
_GRADED = re.compile(r"\b(?:[1-4]\s?\+|\+{2,4})\s*$")
_VALUE_LINK = re.compile(r"[\s(:,=-]*(?:of|at|with|was|is|level|levels)?[\s(:=-]*", re.IGNORECASE)
_CONTEXT_REACH = 160


def lab_names(scan: Scan) -> list[Mention]:
    """The analyte names of a text, plain ones and those that only their surroundings make one, in order.

    None overlap: of two that do, the longer one counts.
    """
    found = [mention for mention in scan.by_topic.get("analyte", ()) if _is_candidate(scan, mention)]
    found += [*_urine(scan), *_pairs(scan), *_conditions(scan), *_in_context(scan)]
    found = [own for name in found if (own := _of_specimen(scan, name)) is not None]
    kept: list[Mention] = []
    for name in sorted(
        found, key=lambda mention: (mention.start - mention.end, mention.variant in {"", "exact"}, mention.start)
    ):
        if not any(name.start < other.end and other.start < name.end for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda mention: mention.start)


def is_pair(name: Mention) -> bool:
    """True for two analytes told in one breath, such as ``H&H``."""
    return name.variant == "pair"


def is_condition(name: Mention) -> bool:
    """True for a condition that names its result, such as ``hypokalemia (2.7 mmol/L)``; the variant is the flag."""
    return name.variant in {"low", "high"}


def is_component(name: Mention) -> bool:
    """True for a part of a urinalysis."""
    return name.variant == "component"


def parts_of(name: Mention) -> list[Mention]:
    """The single analytes of a pair."""
    return [name._replace(id=part, variant="") for part in name.id.split("+")]


def _is_candidate(scan: Scan, mention: Mention) -> bool:
    if mention.variant == "exact" and mention.end - mention.start == 1 and not _has_company(scan, mention):
        return False
    if mention.covered in {"treatment", "score", "bone"}:
        return False
    if mention.covered == "finding" and not _has_value(scan, mention.end):
        return False
    section = scan.section_at(mention.start)
    return (
        section.effect not in {"allergy", "not_patient"}
        and mention.start >= section.body - (mention.end - mention.start) - 2
    )


_VITAL_SIGNS = re.compile(
    r"\b(?:BP|blood pressure|pulse|HR|heart rate|temp(?:erature)?|resp(?:iration|irations|iratory)?|RR|SpO2|vitals?|"
    r"vital signs|afebrile)\b",
    re.IGNORECASE,
)
_OWN_LETTERS = {"K"}
"""Single letters that with a number after them mean nothing else in a note (``P`` may be a pulse or a p value)."""


def _has_company(scan: Scan, mention: Mention) -> bool:
    """``K`` or ``P`` alone is too little: another analyte stands in the sentence or a value after ``K``, and no vital
    sign."""
    start, end = scan.sentence_at(mention.start)
    if _VITAL_SIGNS.search(scan.text[start:end]) is not None or _after_vital_signs(scan, start):
        return False
    others = [other for other in scan.mentions_in(start, end, "analyte") if other.end - other.start > 1]
    if others:
        return True
    return scan.text[mention.start : mention.end] in _OWN_LETTERS and _has_value(scan, mention.end)


def _after_vital_signs(scan: Scan, start: int) -> bool:
    """The sentence before tells vital signs: ``BP was 120/80. P was 89.``"""
    index = scan.sentence_index(start)
    if index == 0:
        return False
    left, right = scan.sentences[index - 1]
    return (
        _VITAL_SIGNS.search(scan.text[left:right]) is not None and re.search(r"\d", scan.text[left:right]) is not None
    )


def _has_value(scan: Scan, position: int) -> bool:
    """A number stands right after a position, in brackets or after ``of``."""
    following = scan.quantities_in(position, position + 16)
    return bool(following) and _VALUE_LINK.fullmatch(scan.text[position : following[0].start]) is not None


_FLUID = re.compile(
    r"\b(?:(?P<csf>CSF|cerebrospinal fluid|lumbar puncture|spinal tap)|"
    r"(?P<kind>pleural|peritoneal|ascitic|synovial|joint|pericardial) fluid|"
    r"(?P<tap>thoracentesis|paracentesis|arthrocentesis))\b",
    re.IGNORECASE,
)
_EXCRETED = re.compile(
    r"\b(?:urinary|urine|renal)\s+(?:excretion|output|loss|losses)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_BLOOD = re.compile(r"\b(?:serum|plasma|blood|bloods)\b", re.IGNORECASE)
_IN_FLUIDS = {
    "total_protein": "protein", "glucose": "glucose", "leukocytes": "wbc", "rbc": "rbc", "neutrophils": "neutrophils",
    "lymphocytes": "lymphocytes", "ldh": "ldh", "albumin": "albumin",
}  # fmt: skip


def _of_specimen(scan: Scan, name: Mention) -> Mention | None:
    """The analyte of the fluid that the sentence names before it: the protein of ``CSF showed 3 WBCs, protein 45``.

    A blood analyte that no fluid's entry stands for is left out there, since its value is not one of blood.
    """
    if _EXCRETED.search(scan.text, max(0, name.start - 40), name.start) is not None:
        meant = [f"urine_{name.id}_24h", f"urine_{name.id}"]
        return _as_first_known(scan, name, meant)
    if name.id not in _IN_FLUIDS:
        return name
    start, _ = scan.sentence_at(name.start)
    found = list(_FLUID.finditer(scan.text, start, name.start))
    if not found or _BLOOD.search(scan.text, found[-1].end(), name.end) is not None:
        return name
    told, part = found[-1], _IN_FLUIDS[name.id]
    meant = [f"csf_{part}"] if told["csf"] else [f"{(told['kind'] or '').lower()}_fluid_{part}", f"fluid_{part}"]
    return _as_first_known(scan, name, meant)


def _as_first_known(scan: Scan, name: Mention, meant: list[str]) -> Mention | None:
    known = next((analyte for analyte in meant if analyte in scan.knowledge.analytes), None)
    return name._replace(id=known, variant="component") if known is not None else None


def _urine(scan: Scan) -> list[Mention]:
    """Protein, glucose, blood and cells after a urinalysis, in its sentence or section, are those of the urine."""
    found = []
    for component in scan.by_group.get("urine_analyte", []):
        start, _ = scan.sentence_at(component.start)
        section = scan.section_at(component.start)
        before = _URINE.search(scan.text, start, component.start) or _graded(scan, component)
        if before or _URINE_HEADING.search(scan.text, section.start, section.body):
            value = scan.knowledge.words[component.id].value or ""
            if value in scan.knowledge.analytes:
                found.append(Mention(component.start, component.end, "analyte", value, "component", ""))
    return found


def _graded(scan: Scan, component: Mention) -> bool:
    """``3+ blood`` is told of a dipstick only."""
    return _GRADED.search(scan.text, max(0, component.start - 6), component.start) is not None


def _pairs(scan: Scan) -> list[Mention]:
    found = []
    for word in scan.by_group.get("analyte_pair", []):
        value = scan.knowledge.words[word.id].value or ""
        if all(part in scan.knowledge.analytes for part in value.split("+")):
            found.append(Mention(word.start, word.end, "analyte", value, "pair", ""))
    return found


def _conditions(scan: Scan) -> list[Mention]:
    """A condition counts as a name only where its value stands right after it, in brackets or after ``of``."""
    found = []
    for group, variant in (("condition_low", "low"), ("condition_high", "high")):
        for word in scan.by_group.get(group, []):
            value = scan.knowledge.words[word.id].value or ""
            if value in scan.knowledge.analytes and _has_value(scan, word.end):
                found.append(Mention(word.start, word.end, "analyte", value, variant, ""))
    return found


def _in_context(scan: Scan) -> list[Mention]:
    """Short names that need another one shortly before them: the saturation of iron studies, the PCR for a virus.

    The word's value is ``id/id+id``: the analyte that it means, and those of which one must have been named.
    """
    found = []
    for word in scan.by_group.get("analyte_in_context", []):
        value = scan.knowledge.words[word.id].value or ""
        meant, _, context = value.partition("/")
        around = scan.mentions_in(max(0, word.start - _CONTEXT_REACH), word.start, "analyte", "finding")
        if meant in scan.knowledge.analytes and any(mention.id in context.split("+") for mention in around):
            found.append(Mention(word.start, word.end, "analyte", meant, "context", ""))
    return found
