"""Headings to sections: on lines of their own, before a colon, in capitals within a line, or as Markdown.

Dictated notes often lose their line breaks, so that headings stand as ``...,PAST MEDICAL HISTORY:, ...``; those are
found as well.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.lexicon import SectionEntry
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge

__all__ = ["SectionSpan", "find_sections"]


class SectionSpan(NamedTuple):
    """A section: its heading, its body and what the heading means for the facts in it."""

    start: int
    """Start of the heading."""
    body: int
    """Start of the text under the heading."""
    end: int
    name: str
    """Id of the section entry; ``body`` before any heading, ``other`` under a heading that no pattern knows."""
    effect: str
    """Effect of the section entry: ``none``, ``historical``, ``family``, ``hypothetical``, ..."""


_LINE_HEADING = re.compile(
    r"^[ \t]*(?:\#{1,6}[ \t]+|\*\*|[=_]{2,}[ \t]*)?(?P<item>\d{1,2}[.)][ \t]+|[-*•][ \t]+)?"
    r"(?P<title>[^\W\d_][^\n:.;!?|\t]{1,60}?)"
    r"[ \t]{0,40}(?:\*\*)?"
    r"(?P<colon>[ \t]{0,3}:[ \t]{0,40}(?:\*\*)?,?|[ \t]{0,3}(?=\n|\Z)|(?<=[ \t])[-–—][ \t]|\)[ \t]{1,40})",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"(?:(?<=[.,;)])|(?<=\s))(?P<title>[A-Z][A-Z0-9 /&()'’,-]{2,60}?)[ \t]{0,3}:[ \t]{0,40},?")
_SENTENCE_HEADING = re.compile(
    r"(?<=[.,;])\s*(?P<title>[A-Z][A-Za-z]*(?:[ /&'’-]{1,2}[A-Za-z]+){0,5})[ \t]{0,3}:[ \t]{0,40},?"
)


def find_sections(text: str, knowledge: Knowledge) -> list[SectionSpan]:
    """Sections that cover the text without gaps, the first one from its start."""
    headings = _find_headings(text, knowledge)
    spans = []
    if not headings or headings[0][0] > 0:
        spans.append((0, 0, "body", "none"))
    spans += headings
    ends = [span[0] for span in spans[1:]] + [len(text)]
    spans, ends = _with_paragraphs(text, knowledge, *_with_items(text, spans, ends))
    return [SectionSpan(span[0], span[1], end, span[2], span[3]) for span, end in zip(spans, ends, strict=True)]


def _with_items(
    text: str, spans: list[tuple[int, int, str, str]], ends: list[int]
) -> tuple[list[tuple[int, int, str, str]], list[int]]:
    """``10. Allergy: sulfa`` heads its own line of a list only; after it the section around the list goes on."""
    found: list[tuple[int, int, str, str]] = []
    stops: list[int] = []
    around = ("body", "none")
    for span, end in zip(spans, ends, strict=True):
        line = text.find("\n", span[1])
        is_item = span[0] > 0 and _ITEM_LEAD.search(text[max(0, span[0] - 6) : span[0]]) is not None
        if is_item and 0 <= line < end - 1 and text[span[1] : line].strip():
            found += [span, (line + 1, line + 1, *around)]
            stops += [line + 1, end]
        else:
            found.append(span)
            stops.append(end)
            around = (span[2], span[3])
    return found, stops


_PARAGRAPH_END = re.compile(r"\n[ \t]{0,40}\n(?=\s{0,200}\S)")
_LIST_BELOW = re.compile(r"\s{0,200}?(?:^|\n)(?:[ \t]{0,20}[-*•●▪◦‣·–][ \t]|[ \t]{0,20}\d{1,2}[.)][ \t]|[ \t]{1,20}\S)")
_LIST_END = re.compile(r"\n[ \t]{0,40}\n(?=[^\s\d*•●▪◦‣·–-])")
_SPEAKING = frozenset({"historical", "family", "hypothetical", "not_patient"})
_TOLD_BEFORE = frozenset({"historical", "family"})


def _with_paragraphs(
    text: str, knowledge: Knowledge, spans: list[tuple[int, int, str, str]], ends: list[int]
) -> tuple[list[tuple[int, int, str, str]], list[int]]:
    """``Family history: hip fracture in her mother.`` speaks for its paragraph, not for what follows an empty line, and
    not for a line that opens with an examination or a result."""
    found: list[tuple[int, int, str, str]] = []
    stops: list[int] = []
    for span, end in zip(spans, ends, strict=True):
        found.append(span)
        line = text.find("\n", span[1], end)
        stop = None
        if span[3] == "family" and line > 0 and _NOTHING.fullmatch(text, span[1], line) is not None:
            stop = line + 1
        elif span[3] == "allergy" and line > 0 and text[span[1] : line].strip():
            stop = _examined_line(text, knowledge, line + 1, end, dosed=True)
        elif span[3] in _SPEAKING and line > 0 and text[span[1] : line].strip():
            paragraph = _PARAGRAPH_END.search(text, span[1], end)
            stop = paragraph.end() if paragraph is not None else None
            if span[3] in _TOLD_BEFORE:
                examined = _examined_line(text, knowledge, line + 1, end if stop is None else stop)
                stop = stop if examined is None else examined
        elif span[3] in _SPEAKING and _LIST_BELOW.match(text, span[1], end) is not None:
            behind = _LIST_END.search(text, span[1], end)
            stop = behind.end() if behind is not None else None
        if stop is not None:
            stops.append(stop)
            found.append((stop, stop, "body", "none"))
        stops.append(end)
    return found, stops


_NOTHING = re.compile(
    r"\s*(?:nil|none|no|neg(?:ative)?|unremarkable|nothing|n/?c|non-?\s?contributory)(?:\s+(?:known|relevant|of\s+note|significant))?\s*[.;]?\s*",
    re.IGNORECASE,
)
"""``FH: nil``: the line has said all."""
_GOES_ON = re.compile(
    r"(?:,|\w['’]s|\b(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|had|has|was|is|her|his))[ \t]*$", re.IGNORECASE
)
_NUMBER = re.compile(r"\d")


_DOSE = re.compile(
    r"\d\s?(?:mg|mcg|[µμu]g|g|iu|units?|ml)\b|\b(?:od|bd|bid|tds|tid|qds|qid|daily|weekly|monthly|nocte)\b",
    re.IGNORECASE,
)


def _examined_line(text: str, knowledge: Knowledge, start: int, end: int, *, dosed: bool = False) -> int | None:
    """Start of the first line that opens with an examination (``XR``, ``Bloods``) or the result of an analyte, names no
    relative, and is not what the line before it was broken in; with ``dosed`` one that holds a dose as well."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        is_begun = _GOES_ON.search(text, max(0, start - 12), start - 1) is None
        if is_begun and ((dosed and _DOSE.search(line)) or _opens_examination(line, knowledge)):
            return start
        start = stop + 1
    return None


_LONGEST_OPENING = 6


def _opens_examination(line: str, knowledge: Knowledge) -> bool:
    words = normal_words(line)
    if any(word in knowledge.relatives for word in words):
        return False
    opening = [" ".join(words[:count]) for count in range(1, min(_LONGEST_OPENING, len(words)) + 1)]
    is_result = _NUMBER.search(line) is not None and any(each in knowledge.analyte_terms for each in opening)
    return is_result or any(each in knowledge.examinations for each in opening)


_ITEM_LEAD = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}[.)]|[-*•])[ \t]+$")


def _find_headings(text: str, knowledge: Knowledge) -> list[tuple[int, int, str, str]]:
    found: dict[int, tuple[int, int, str, str]] = {}
    for match in _LINE_HEADING.finditer(text):
        title = match["title"].strip()
        entry = _known_heading(title, knowledge, alone=_ends_line(text, match.end()))
        if entry is not None:
            found[match.start("title")] = (match.start("title"), match.end(), entry.id, entry.effect)
        elif (
            match["item"] is None
            and _is_unknown_heading(title, has_colon=match["colon"].startswith(":") or _stands_alone(text, match))
            and not _is_result(text, match.end(), title, knowledge)
        ):
            found[match.start("title")] = (match.start("title"), match.end(), "other", "none")
    for pattern in (_CAPITALS, _SENTENCE_HEADING):
        for match in pattern.finditer(text):
            title = match["title"].strip(" ,")
            entry = _known_heading(title, knowledge, alone=False)
            if entry is not None:
                found[match.start("title")] = (match.start("title"), match.end(), entry.id, entry.effect)
            elif (
                pattern is _CAPITALS
                and _is_unknown_heading(title, has_colon=True)
                and not _is_result(text, match.end(), title, knowledge)
            ):
                found.setdefault(match.start("title"), (match.start("title"), match.end(), "other", "none"))
    ordered = sorted(found.values())
    kept: list[tuple[int, int, str, str]] = []
    for heading in ordered:
        if not kept or heading[0] >= kept[-1][1]:
            kept.append(heading)
    return kept


def _ends_line(text: str, position: int) -> bool:
    end = text.find("\n", position)
    return not text[position : end if end >= 0 else len(text)].strip()


_TRAILING = re.compile(
    r"[ ,]*(?:\([^()]*\)|[-–—(,]?[ ]?\b(?:today|yesterday|on|of|from|dated|at|as of)?[ ]?\(?\d[^A-Za-z]*|\btoday)$",
    re.IGNORECASE,
)
"""What may stand after the words of a heading: a bracket, a date."""
_BRACKET = re.compile(r"[ ,]*\([^()]*\)$")
_JOINED = re.compile(r"\s*(?:\band\b|&|/|\+)\s*", re.IGNORECASE)


def _known_heading(title: str, knowledge: Knowledge, *, alone: bool) -> SectionEntry | None:
    """The section that a heading names, also with a bracket after it, with a date where it stands alone on its line, or
    as one of two: ``Past and social history`` (whose facts are neither all past nor all social)."""
    known = knowledge.headings.get(" ".join(normal_words(title)))
    if known is not None:
        return known
    shorter = (_TRAILING if alone else _BRACKET).sub("", title)
    if shorter != title and shorter:
        known = knowledge.headings.get(" ".join(normal_words(shorter)))
        if known is not None:
            return known
    parts = _JOINED.split(shorter)
    if not 1 < len(parts) <= 3 or not shorter[:1].isupper():
        return None
    last = parts[-1].split()[-1:]
    entries = []
    for part in parts:
        words = normal_words(part)
        entry = knowledge.headings.get(" ".join(words)) or knowledge.headings.get(
            " ".join((*words, *normal_words(" ".join(last))))
        )
        if entry is None:
            return None
        entries.append(entry)
    same = len({entry.effect for entry in entries}) == 1
    return entries[0] if same else entries[0].model_copy(update={"id": "other", "effect": "none"})


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A line of capitals after a blank line, with nothing else on it."""
    return text[: match.start()].endswith("\n\n") and text[match.end() : match.end() + 1] in {"\n", ""}


_RESULT = re.compile(
    r"[ \t]*(?:[<>≤≥~=]|less than|more than)?[ \t]*(?:\d|neg|pos|non|norm|nil|trace|reactive|detect|not det|wnl|within|"
    r"low\b|high\b|elevat|pending|unremark)",
    re.IGNORECASE,
)


def _is_result(text: str, end: int, title: str, knowledge: Knowledge) -> bool:
    """``HEMOGLOBIN: 12.1 g/dL``: the name of an analyte in capitals with its result after the colon heads nothing."""
    if _RESULT.match(text, end) is None:
        return False
    names = [title, *re.findall(r"\(([^()]+)\)", title), re.sub(r"\(.*?\)", "", title)]
    return any(" ".join(normal_words(name)) in knowledge.analyte_terms for name in names)


def _is_unknown_heading(title: str, *, has_colon: bool) -> bool:
    """A heading that no pattern knows: capitals and several letters; it ends the section before it."""
    letters = [letter for letter in title if letter.isalpha()]
    return (
        has_colon
        and len(letters) >= 4
        and all(letter.isupper() for letter in letters)
        and not any(character.isdecimal() for character in title)
    )
