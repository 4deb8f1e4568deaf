"""A heading such as ``Considered and excluded:`` or ``Return if:`` speaks of the whole list that it stands over.

The list is what follows the colon: the items on its line, or the lines below it until an empty one, another heading or
the end of the section.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from osteocase.pipeline.matching import regular as re

if TYPE_CHECKING:
    from osteocase.lexicon import CueEntry
    from osteocase.pipeline.scan import Mention, Scan

__all__ = ["denied_list_end", "heading_above", "is_answered_below", "is_compound", "list_end"]

_SPEAKS = frozenset({"negated", "uncertain", "hypothetical", "historical"})
_LEAD = re.compile(
    r"[ \t]*(?:(?:\#{1,6}|\*\*|[-*•·–]|\d{1,2}[.)]|\b(?:the|all|also|other|others|and|or|but|were|was|are|is|have|has|"
    r"been|being|secondary|common|usual|causes?|conditions?|disorders?|diseases?|diagnos[ei]s|differentials?|differential|"
    r"alternatives?|pertinents?|considered|looked|for|following|clinically|pertinent|relevant|important|significant|risk|"
    r"factors?|symptoms?|signs?|findings?|features?|tests?|markers?|items?|things?|serology|investigations?|already|so|far|"
    r"formally|biochemically|radiologically)\b)[ \t,/&]*){0,8}",
    re.IGNORECASE,
)
"""What may stand before a word such as ``excluded`` in a heading; anything else makes it a statement of its own."""
_AFTER_ANSWER = re.compile(
    r"[ \t]*(?:(?:(?:by|on|with|to|so|at|after|from|in|during|through|using|following|for|above|below|"
    r"diagnos[ei]s|causes?|conditions?|disorders?|symptoms?|signs?|findings?|features?|differentials?|"
    r"risk factors?|tests?|results?|items?|pertinents?|ROS)\b)[^\n:.;!?]{0,60})?:(?!\d)",
    re.IGNORECASE,
)
_AFTER_FORWARD = re.compile(
    r"[ \t]*(?:\b(?:any|all|the|of|following|these|below|such|as|symptoms?|signs?|or|conditions?|occurs?|are|is|you|"
    r"she|he|have|has|develops?|experiences?|noted|there)\b[ \t,]*){0,8}:(?!\d)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[ \t]*(?:[-*•●▪◦‣·–]|\d{1,2}[.)]|[A-Za-z][.)]|\[[ xX]?\])[ \t]*\S")
_NEXT_LABEL = re.compile(r"[,.][ \t]+(?=[A-Z][\w /]{0,30}:)")
_HEADS = re.compile(r"[ \t]*[A-Z][^\n:]{0,60}:[ \t]*(?:$|\S)")
_STOP = re.compile(r"[.!?](?=\s+[A-Z])")
_ALONE_AFTER = re.compile(r"(?: (?:known|reported|recorded|to date))?\.?[ \t]*(?:\n|\Z)")
_HEADING_BEFORE = re.compile(
    r"(?:\n|\A)[ \t#*•-]*(?!(?:She|He|It|They|The|This|That|There|We|I|Patient|Pt)\b)"
    r"(?P<heading>[A-Z][A-Za-z/'’-]*(?: [A-Za-z/'’-]+){0,3})[ \t*]*\n[ \t]*\Z"
)
_ANSWER_BELOW = re.compile(
    r"[ \t*]*\n?[ \t]*(?:none|nil|no|never|absent|negative|denies|denied)"
    r"(?: (?:known|reported|recorded|to date))?\.?[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
_LINES = 40
_REACH = 1_500
"""Lines and characters that a list may have."""


def heading_above(text: str, start: int, end: int) -> int | None:
    """Start of the heading that a denial on a line of its own answers: ``Transfusions`` and ``None`` below it."""
    if _ALONE_AFTER.match(text, end) is None:
        return None
    heading = _HEADING_BEFORE.search(text, max(0, start - 60), start)
    return heading.start("heading") if heading is not None else None


def is_answered_below(text: str, end: int) -> bool:
    """Whether the line after a heading says no more than that there is none."""
    return _ANSWER_BELOW.match(text, end) is not None


def list_end(scan: Scan, mention: Mention, entry: CueEntry) -> tuple[int, int] | None:
    """Start and end of the list that a cue heads; None where it heads none."""
    if entry.category not in _SPEAKS or entry.direction in {"both", "relative"} or entry.closed_by:
        return None
    text = scan.text
    if text.find(":", mention.end, mention.end + _REACH) < 0:
        return None
    after = (_AFTER_FORWARD if entry.direction == "forward" else _AFTER_ANSWER).match(text, mention.end)
    if after is None or not _leads(scan, mention, is_forward=entry.direction == "forward"):
        return None
    limit = min(scan.section_at(mention.start).end, after.end() + _REACH)
    line_end = _line_end(text, after.end(), limit)
    if text[after.end() : line_end].strip(" \t*"):
        return after.end(), _end_on_line(scan, after.end(), limit)
    lines = list(_lines_below(scan, line_end + 1, limit))
    return (after.end(), lines[-1][1]) if lines else None


def _leads(scan: Scan, mention: Mention, *, is_forward: bool) -> bool:
    """Whether the heading starts where the line or the sentence starts."""
    sentence, _ = scan.sentence_at(mention.start)
    start = max(sentence, scan.text.rfind("\n", max(sentence, mention.start - 130), mention.start) + 1)
    if is_forward:
        return mention.start - start < 120
    return mention.start - start < 80 and _LEAD.fullmatch(scan.text, start, mention.start) is not None


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end


def _end_on_line(scan: Scan, start: int, limit: int) -> int:
    """End of the items after the colon: of the sentence, and of those that a semicolon or an open comma joins to it."""
    text = scan.text
    first = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    index = scan.sentence_index(first)
    end = min(scan.sentences[index][1], limit) if scan.sentences else limit
    for left, right in scan.sentences[index + 1 : index + 1 + _LINES]:
        joined = text[end - 1 : end] in {";", ","} or text[end:left].strip() == ";"
        if not joined or left >= limit or "\n\n" in text[end:left]:
            break
        end = min(right, limit)
    label = _NEXT_LABEL.search(text, start, end)
    return label.start() if label else end


def _lines_below(scan: Scan, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """The lines of a list: bulleted ones, or plain ones until an empty line or another heading."""
    text = scan.text
    bulleted: bool | None = None
    for _ in range(_LINES):
        if start >= limit:
            return
        end = _line_end(text, start, limit)
        line = text[start:end]
        if not line.strip():
            if bulleted is not None:
                return
        else:
            is_item = _ITEM.match(line) is not None
            if bulleted is None:
                bulleted = is_item
            elif bulleted and not is_item and not line[:1].isspace():
                return
            if not is_item and _HEADS.match(line) is not None:
                return
            stop = None if is_item else _STOP.search(text, start, end)
            if stop is not None:  # running text that the measure broke after the colon
                yield start, stop.end()
                return
            yield start, end
        start = end + 1


_LISTED_WORD = (
    r"(?!(?:who|which|that|but|with|without|was|were|is|are|has|had|have|he|she|they|it|we|takes?|took|uses?|drinks?|smokes?"
    r"|lives?|works?|reports?|complain\w*|started|given|showed|shows|revealed|now|then|so)\b)[\w'’/-]+"
)
_CLOSED_LIST = re.compile(
    rf"(?:,\s+(?!(?:or|nor|and)\b){_LISTED_WORD}(?:\s+(?!(?:or|nor)\b){_LISTED_WORD}){{0,5}}){{1,12}},?\s+(?P<last>or|nor|and)\s+"
    rf"{_LISTED_WORD}(?:\s+(?!(?:or|nor|and)\b){_LISTED_WORD}){{0,3}}(?=\s*(?:[.;)]|$))",
    re.IGNORECASE | re.MULTILINE,
)
"""``did not have bone pain, swollen joints or muscle weakness.``: what is listed to the end of the sentence is denied
to its last item, however many words that takes."""
_VERDICT = re.compile(r"ruled\s+out|excluded", re.IGNORECASE)
_COMPOUND = re.compile(r"\w[-‐‑]\Z")
"""``HER2-negative cancer``: the adjective is that of the receptor."""


def denied_list_end(text: str, mention: Mention, limit: int, high: int) -> int:
    """End of a list that starts within the limit and is closed by ``or``; after a verdict by ``and`` as well."""
    comma = text.find(",", mention.end, limit)
    listed = _CLOSED_LIST.match(text, comma, high) if comma >= 0 else None
    if listed is None:
        return limit
    is_open = listed["last"].lower() == "and" and _VERDICT.fullmatch(text, mention.start, mention.end) is None
    return limit if is_open else listed.end()


def is_compound(text: str, start: int) -> bool:
    """Whether the word at a place is the second half of a compound."""
    return _COMPOUND.search(text, max(0, start - 2), start) is not None
