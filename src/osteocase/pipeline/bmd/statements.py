"""Statements of densitometry: sentences, cut again at lines that each tell a site of their own.

A clinic's list of sites has no full stops, so that its lines run together as one sentence; a wrapped letter breaks its
sentences anywhere. A line starts a new statement where it opens with a site or date that has its number beside it.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["statements"]

_OPENS_ROW = re.compile(
    r"[ \t]*(?:[-*•●▪◦‣·–>=]+\s+)?(?:(?:prev\w*|prior|last|baseline|current|now|today)\b[^\n:]{0,20}:|(?:19"
    r"|20)\d\d\b|\d{1,2}[./-]\d{1,4}|[^\n\d]{0,44}?"
    r"(?:[(]?L\s?[1-5]\s?[-–—]\s?L?\s?[1-5][)]?[^\n\d]{0,14})?"
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s+(?:\d{2}(?:\.\d)?\s+)?)?[\s:=|(]*(?:T\b|Z\b|BMD\b"
    r"|[TZ]-?score\b)?[\s:=<>]*[-‐‑–—−+]?\s?\d?[.,]\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,(/&+]|-|\b(?:and|or|of|at|the|in|with|was|were|is|to|from|for|left|right|by|a|an|on|her|his|that|than"
    r"|score|scores|minus|lumbar|femoral|total|showed|shows|"
    r"revealed|respectively|which|while|whereas|but|between|BMD|T|Z|as|lowest|improved|fell|rose|risen|gives"
    r"|values))\s*$",
    re.IGNORECASE,
)


def statements(scan: Scan) -> list[tuple[int, int]]:
    """Start and end of each statement, in order."""
    found: list[tuple[int, int]] = []
    text = scan.text
    for start, end in scan.sentences:
        left = start
        position = text.find("\n", start, end)
        width = _width(text, start, end) if position >= 0 else 0
        while position >= 0:
            following = text[position + 1 : min(end, position + 120)]
            line_start = text.rfind("\n", 0, position) + 1
            line = text[max(left, line_start) : position]
            first = following.split(maxsplit=1)[0] if following.strip() else ""
            wrapped = position - line_start + 1 + len(first) > width
            if _starts_row(scan, position + 1, following, line, end, wrapped=wrapped):
                if text[left:position].strip():
                    found.append((left, position))
                left = position + 1
            position = text.find("\n", position + 1, end)
        found.append((left, end))
    found = [part for left, right in found for part in _repetitions(text, left, right)]
    return [(left, right) for left, right in found if text[left:right].strip()]


def _repetitions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a message's text, in which a tilde stands for the end of a line: ``T-score -2.8.~TOTAL HIP: …``."""
    marks = [match.start() for match in _TILDE.finditer(text, start, end)]
    if not marks:
        return [(start, end)]
    return list(zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True))


_TILDE = re.compile(r"~(?=\s?[A-Z0-9])")


def _width(text: str, start: int, end: int) -> int:
    """How wide the lines of a sentence's paragraph run, as a typist or a mail program broke them."""
    left = max(text.rfind("\n\n", 0, start) + 1, start - 2_000)
    right = text.find("\n\n", end, end + 2_000)
    lines = text[left : right if right >= 0 else end + 200].split("\n")
    return max(len(line) for line in lines)


def _is_head(scan: Scan, start: int, line: str) -> bool:
    """A line that names two measures and has no value: the head of the rows under it, however wide it is."""
    if re.search(r"\d[.,]\d", line) is not None:
        return False
    named = scan.words_in(start, start + len(line), "densitometry")
    return len({scan.knowledge.words[word.id].value for word in named} & {"bmd", "t_score", "z_score"}) >= 2


def _starts_row(scan: Scan, start: int, following: str, line: str, end: int, *, wrapped: bool) -> bool:
    opening = following.lstrip(" \t-*•◦·>=")
    is_head = opening[:1].isupper() and _is_head(scan, start - 1 - len(line), line)
    if wrapped and not (
        (is_head or _OPENS_ROW.match(line))
        and (opening[:1].isupper() or re.match(r"(?:19|20)\d\d\b|\d{1,2}[./-]\d", opening))
    ):
        return False
    if (not is_head and _GOES_ON.search(line.rstrip()[-14:])) or not _OPENS_ROW.match(following):
        return False
    line_end = scan.text.find("\n", start)
    line_end = end if line_end < 0 or line_end > end else line_end
    first = following.lstrip(" \t-*•●▪◦‣·–>=")[:1]
    if first.isdecimal():
        return (
            bool(scan.times_in(start, min(start + 14, line_end)))
            or bool(scan.mentions_in(start, line_end, "bmd_site"))
            or re.search(r"\bL\s?[1-5]\b", scan.text[start:line_end]) is not None
        )
    lead = len(following) - len(following.lstrip(" \t-*•●▪◦‣·–>="))
    sites = [
        mention for mention in scan.mentions_in(start, min(start + lead + 50, line_end), "bmd_site")
        if mention.start <= start + lead + 16
    ]  # fmt: skip
    opens_with_level = re.match(r"\s*(?:[-*•]\s+)?[(]?[LlRr]\s?[1-5.t\s]", following) is not None
    keyed = re.match(r"\s*(?:prev|prior|last|baseline|current|now|today|=>)", following, re.IGNORECASE) is not None
    return bool(sites) or opens_with_level or keyed
