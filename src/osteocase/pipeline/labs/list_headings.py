"""The line over a list of results that names urine or another fluid, and how far its list reaches."""

from __future__ import annotations

from bisect import bisect_right

from osteocase.pipeline.labs.elements import Group
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["heading_of_list", "lists_intervals"]

_LIST_HEADING = re.compile(
    r"(?:(?P<urine>urinalysis|urine (?:analysis|examination|routine|dipstick|microscopy|r/?[em]|complete)|UA|U/A|"
    r"routine urine|CUE|dipstick)\b|(?P<fluid>(?:CSF|cerebrospinal fluid|spinal fluid|lumbar puncture|spinal tap|"
    r"(?:pleural|peritoneal|ascitic|synovial|joint|pericardial) (?:fluid|tap|aspirate))\b)|"
    r"(?P<other>serum|plasma|blood|bloods|CBC|FBC|CMP|BMP|LFTs?|hematology|haematology|biochemistry|chemistry|"
    r"chemistries|coagulation|serology|immunology|electrolytes|microbiology|labs?|laboratory|hormones?|ABG|VBG|lipid)\b)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 72
_TELLS_RESULT = re.compile(
    r"\d|\+|\b(?:neg|nil|pos|(?<!ab)normal(?! value| range)|absent|present|trace|clear|none|hazy|cloudy|yellow|"
    r"not seen)\b",
    re.IGNORECASE,
)


def heading_of_list(scan: Scan, position: int) -> tuple[str, int, int] | None:
    """The line that heads the list of results in which a position stands, where it names urine or a fluid: what it
    names, and where. ``Spinal Fluid Analysis`` over ``Glucose 16 mg/dl``; the list ends at an empty line."""
    if "list_headings" not in scan.facts:
        scan.facts["list_headings"] = _list_headings(scan.text)
    headings = scan.facts["list_headings"]
    index = bisect_right(headings, (position,)) - 1
    if index < 0 or position >= headings[index][1]:
        return None
    _, _, kind, start, end = headings[index]
    return kind, start, end


def _list_headings(text: str) -> list[tuple[int, int, str, int, int]]:
    """Stretches of lists with the heading over each: start, end, what it names, and where the heading stands."""
    found: list[tuple[int, int, str, int, int]] = []
    heading: tuple[str, int, int] | None = None
    since, told, offset = 0, False, 0

    def close(end: int) -> None:
        if heading is not None and told:
            found.append((since, end, *heading))

    for line in text.split("\n"):
        start, end = offset, offset + len(line)
        offset = end + 1
        stripped = line.strip()
        if not stripped:
            if told:
                close(start)
                heading, told = None, False
            continue
        is_title = len(stripped) <= _LONGEST_HEADING and _TELLS_RESULT.search(stripped) is None
        named = _LIST_HEADING.search(stripped) if is_title else None
        if named is not None and (stripped.endswith(":") or len(stripped.split()) <= 4):
            close(start)
            kind = "urine" if named["urine"] else "fluid" if named["fluid"] else None
            left = start + len(line) - len(line.lstrip())
            heading = (kind, left + named.start(), left + named.end()) if kind is not None else None
            since, told = end, False
        elif len(stripped) > 160:
            close(start)
            heading, told = None, False
        elif _TELLS_RESULT.search(stripped) is not None:
            told = True
    close(len(text))
    return found


_LIST_OF_INTERVALS = re.compile(
    r"\b(?:reference|normal)\s+(?:ranges?|intervals?|values?|limits?)\s*(?:are\s*)?:(?:[^.\n]|\.\d){0,500}\Z",
    re.IGNORECASE,
)


def lists_intervals(scan: Scan, group: Group) -> bool:
    """``Reference ranges: PTH, 13 to 54 pg/mL; calcium, 8.4 to 10.2``"""
    if not group.values or not all(
        _RANGE_ON.match(scan.text, value.end)
        or value.kind == "range"
        or _RANGE_BACK.search(scan.text, max(0, value.start - 8), value.start)
        for value, _, _ in group.values
    ):
        return False
    left = max(0, group.names[0].start - 500)
    return _LIST_OF_INTERVALS.search(scan.text, left, group.names[0].start) is not None


_RANGE_ON = re.compile(r"\s*(?:to|[-–—])\s*\d")
_RANGE_BACK = re.compile(r"\d\s*(?:to|[-–—])\s*\Z")
