"""Names of results beyond the plain terms: parts of a urinalysis, conditions with a value, pairs of names."""

from __future__ import annotations

import re

from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_condition", "is_pair", "lab_names", "parts_of"]


_URINE = re.compile(r"\b(?:[Uu]rine|[Uu]rinalysis|URINALYSIS|UA|U/A|[Dd]ipstick)\b")


def lab_names(scan: Scan, names: list[Mention]) -> list[Mention]:
    """The analyte mentions of a text with those that only their surroundings make one, in order, none overlapping."""
    found = [*_urine(scan), *_pairs(scan), *_conditions(scan)]
    taken = [(mention.start, mention.end) for mention in found]
    found += [name for name in names if not any(name.start < end and start < name.end for start, end in taken)]
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def is_pair(name: Mention) -> bool:
    """True for two analytes told in one breath, such as ``H&H``."""
    return name.variant == "pair"


def is_condition(name: Mention) -> bool:
    """True for a condition that names its result, such as ``hypokalemia (2.7 mmol/L)``."""
    return name.variant in {"low", "high"}


def parts_of(name: Mention) -> list[Mention]:
    """The single analytes of a pair."""
    return [name._replace(id=part, variant="") for part in name.id.split("+")]


def _urine(scan: Scan) -> list[Mention]:
    """Protein, glucose, blood and cells after a urinalysis, in its sentence or section, are those of the urine."""
    components = scan.by_group.get("urine_analyte", [])
    if not components:
        return []
    found = []
    for component in components:
        start, _ = scan.sentence_at(component.start)
        before = _URINE.search(scan.text, start, component.start)
        in_section = (
            "urin" in scan.text[scan.section_at(component.start).start : scan.section_at(component.start).body].lower()
        )
        if before or in_section:
            value = scan.knowledge.words[component.id].value or ""
            if value in scan.knowledge.analytes:
                found.append(Mention(component.start, component.end, "analyte", value, "", ""))
    return found


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
            following = scan.quantities_in(word.end, word.end + 16)
            if (
                value in scan.knowledge.analytes
                and following
                and scan.text[word.end : following[0].start].strip(" (").lower() in {"", "of", "at", "with", ":"}
            ):
                found.append(Mention(word.start, word.end, "analyte", value, variant, ""))
    return found
