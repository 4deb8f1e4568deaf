"""Cues of history that still hold: an inline heading such as ``Background:`` governs its own paragraph alone."""

from __future__ import annotations

from osteocase.pipeline.context.finder import Context, Cue
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["line_is_past", "past_cues", "section_is_over", "still_holds"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_STOP = re.compile(r"(?:[a-z]{4}|\d[a-z]{1,3}|\d\d|[a-z]\))\.\s+(?=[a-z])")
_LINE = 600
"""Characters that a line under such a label may have before what it is asked about."""
_PARAGRAPH = 6_000
"""Characters after a heading within which a blank line is looked for."""


def section_is_over(scan: Scan, position: int) -> bool:
    """True where the heading above stands in one line with its text and a blank line has ended that text.

    "Background: type 2 diabetes." and a new paragraph: what follows is no background any more. A heading on a line of
    its own governs all paragraphs up to the next heading; what a report was compared with is told in one line.
    """
    section = scan.section_at(position)
    line_end = scan.text.find("\n", section.body)
    if section.name == "comparison":
        return 0 <= line_end < position
    heading = scan.text[section.start : section.body].strip(" \t\n:*#-").lower()
    if heading == "background" and not scan.text[section.body : max(line_end, section.body)].strip():
        return True  # under this word on a line of its own letters tell the whole story, up to today
    if section.body <= section.start or line_end < 0 or line_end >= position:
        return False
    if not scan.text[section.body : line_end].strip():
        return False
    if section.effect == "family" and _is_the_patients_line(scan, line_end, position):
        return True
    blank = _BLANK_LINE.search(scan.text, line_end, min(position, section.body + _PARAGRAPH))
    return blank is not None


_OWN_LINE = re.compile(
    r"\n[ \t]*(?:(?:she|he|mr|mrs|ms|miss|patient|pt|the\s+patient|currently|today|on\s+examination)\b"
    r"|(?:ex-?|non-?|current\s+|never\s+|former\s+)?smok(?:es|er|ing|ed)\b|(?:drinks|takes|lives|works|works|retired|married|widowed"
    r"|divorced|single|denies|admits|reports|complains|attends|uses|on)\b"
    r"|[A-Z][^\n.;]{0,60}?(?:,\s+|\s+)(?:(?:was\s+)?(?:diagnosed|dx['’]?d|found|confirmed)|treated\s+with|on\s+treatment"
    r"|T-?score)\b(?![^\n.;]*\b(?:mother|father|sister|brother|parent|aunt|uncle|son|daughter|grand\w+)\b))",
    re.IGNORECASE,
)


def _is_the_patients_line(scan: Scan, line_end: int, position: int) -> bool:
    """``Smokes 10 a day`` in the line below ``Family history: stroke``: from there on it is the patient again."""
    floor = max(line_end, position - _LINE)
    last = scan.text.find("\n", position)
    own = _OWN_LINE.search(scan.text, floor, last if last >= 0 else len(scan.text))
    return own is not None and own.start() < position


_PAST_LABEL = re.compile(
    r"[ \t]*[-*•]?[ \t]*(?:pmhx?|psh|pmsh|past\s+(?:medical\s+|surgical\s+)?history|background|prev(?:ious(?:ly)?)?"
    r"|past|hx|comorbid\w*)"
    r"\b[^:\n]{0,24}:",
    re.IGNORECASE,
)


def line_is_past(scan: Scan, position: int) -> bool:
    """True in a line that a label such as ``PMHx as clerking:`` opens."""
    floor = max(0, position - _LINE)
    start = scan.text.rfind("\n", floor, position) + 1
    return (start > 0 or floor == 0) and _PAST_LABEL.match(scan.text, start, position) is not None


def still_holds(scan: Scan, cue: Cue, start: int) -> bool:
    """False where a full stop ends the reach of a cue though no capital follows: ``no infiltrate. alcohol rarely``."""
    return cue.end > start or _STOP.search(scan.text, cue.end, start) is None


def past_cues(scan: Scan, context: Context, position: int) -> list[Cue]:
    """Cues that place what stands at ``position`` in the past."""
    is_over = section_is_over(scan, position)
    return [
        cue
        for cue in context.cues
        if cue.category == "historical" and not (is_over and cue.rule.startswith("section."))
    ]
