"""Parts of a urinalysis: protein, blood and cells where a urinalysis, its heading or a microscopic field is told of."""

from __future__ import annotations

from osteocase.pipeline.labs.list_headings import heading_of_list
from osteocase.pipeline.labs.specimens import told_since
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.text.sections import SectionSpan

__all__ = ["urine_names"]

_URINE = re.compile(r"\b(?:[Uu]rine|[Uu]rinalysis|URINALYSIS|URINE|UA|U/A|[Dd]ipstick)\b")
_URINE_HEADING = re.compile(r"\b(?:urine|urinalysis|UA|U/A|dipstick)\b", re.IGNORECASE)
_OTHER_SPECIMEN = re.compile(
    r"\b(?:blood (?:gas|test|culture)\w*|serum|plasma|ABG|VBG|CBC|FBC|CMP|BMP|LFTs?|stool|CSF|bloods|biochem\w*|"
    r"chemistry)\b",
    re.IGNORECASE,
)
_PER_FIELD = re.compile(r"\s?/\s?(?:hpf|lpf)\b", re.IGNORECASE)
"""``10-15 RBC/hpf``"""
_GRADED = re.compile(r"\b(?:[1-4]\s?\+|\+{2,4})\s*$")
_TRACE = re.compile(r"\b(?:UA|U/A|[Uu]rinalysis|[Uu]rine|[Dd]ip(?:stick)?)\b[^\n]{0,160}\b[Tt]race\s+$")
_CELLS_OF_URINE = {"urine_wbc", "urine_rbc", "urine_epithelial_cells"}
_FEW = re.compile(r"(?<![\d.,])\d{1,3}\s?(?:-|–|to)\s?\d{1,3}\s+$")
"""``0-2 WBC, 3-5 RBC``: a stretch before the cells is one of a microscopic field."""
_LITRE = re.compile(r"\s?[/x×]\s?(?!\s?[hl]pf)", re.IGNORECASE)


def urine_names(scan: Scan) -> list[Mention]:
    """Protein, glucose, blood and cells after a urinalysis, in its sentence or section, are those of the urine."""
    found = []
    for component in scan.by_group.get("urine_analyte", []):
        start = told_since(scan, component.start)
        section = scan.section_at(component.start)
        before = (
            _URINE.search(scan.text, start, component.start)
            or _PER_FIELD.search(scan.text, component.start, component.end + 5)
            or _graded(scan, component)
        )
        if before or _under_urine(scan, section, component):
            value = scan.knowledge.words[component.id].value or ""
            if value in scan.knowledge.analytes:
                found.append(Mention(component.start, component.end, "analyte", value, "component", ""))
    return found


def _under_urine(scan: Scan, section: SectionSpan, component: Mention) -> bool:
    """Whether a heading of urine reaches to a component: over its own paragraph, and not past a test of blood."""
    listed = heading_of_list(scan, component.start)
    if listed is not None and listed[0] == "urine":
        return True
    if _URINE_HEADING.search(scan.text, section.start, section.body) is None:
        return False
    between = scan.text[section.body : component.start]
    return "\n\n" not in between.strip() and _OTHER_SPECIMEN.search(between) is None


def _graded(scan: Scan, component: Mention) -> bool:
    """``3+ blood`` is told of a dipstick only, ``3-5 RBC`` of a microscopic field."""
    is_of_cells = scan.knowledge.words[component.id].value in _CELLS_OF_URINE
    if is_of_cells and _FEW.search(scan.text, max(0, component.start - 12), component.start) is not None:
        return _LITRE.match(scan.text, component.end) is None
    if _TRACE.search(scan.text, max(0, component.start - 200), component.start) is not None:
        return True
    return _GRADED.search(scan.text, max(0, component.start - 6), component.start) is not None
