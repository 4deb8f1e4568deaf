"""Sentences as clinicians write them: full stops, line ends and list items end them; abbreviations do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.text.sections import SectionSpan
from osteocase.pipeline.text.tables import Table

__all__ = ["LONGEST", "find_sentences"]

_END = re.compile(
    r"(?P<stop>[.!?]+[\"'”’)\]]*)(?P<gap>\s+|,(?=\s*(?:[A-Z]|\d+\.))|(?=\Z)|(?=[A-Z][a-z]+\s))"
    r"|(?P<line>(?:(?<![ \t])[ \t]+)?\n(?:[ \t]*\n)*)"
    r"|(?P<semicolon>;)"
    r"|(?P<item>(?<!\d),(?=\d{1,2}\.\s+[A-Z]))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|vs|approx|no|nos|fig|figs|e\.g|i\.e|etc|cf|ca|resp|min|max|avg|wt|ht|temp|pt"
    r"|pts|dept|inc|prev|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|hx|dx|rx|tx|sx|fx|lt|rt|vit|alk|phos|hb|s|sr|t"
    r"|tab|tabs|cap|inj|susp|corr|adj|oz|sq|q|b\.i\.d|t\.i\.d|q\.i\.d|q\.d|p\.r\.n|p\.o|i\.v|i\.m|s\.c|s\.l|q\.h\.s"
    r"|a\.m|p\.m|[a-z])$"
    r"|-vit$",
    re.IGNORECASE,
)
_MONTH_ENDS = re.compile(r"\s(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|etc)$", re.IGNORECASE)
"""``until the end of Feb.`` before a new line."""
_ENDS_IN_NUMBER = re.compile(r"(?:^|[\s(,])\d{1,2}$")
_NEW_ITEM = re.compile(r"\s*(?:[-*•●▪◦‣·–]\s|\d{1,2}[.)]\s|[A-Za-z][.)]\s|#)")
_NEW_FIELD = re.compile(r"\s*[A-Z][^\n:.]{1,40}\s?:\s")
_KEYED = re.compile(r"[a-z][\w()/-]*(?:[ _][\w()/-]+){0,3}\s?:\s?\S", re.IGNORECASE)
"""A line of a file of keys and values: ``previous_fracture: no``."""
_MAYBE_CONTINUES = re.compile(r"[a-z(0-9µ<>≤≥=/+-]")


def find_sentences(text: str, sections: Sequence[SectionSpan], tables: Sequence[Table]) -> list[tuple[int, int]]:
    """Start and end of each sentence, in order, covering all text that is not white space.

    A section's heading and its body never share a sentence with another section, and each table is one stretch of its
    own that is not split further.
    """
    cuts = {0, len(text)}
    for section in sections:
        cuts.add(section.start)
        cuts.add(section.body)
    for table in tables:
        cuts.add(table.start)
        cuts.add(table.end)
    inside = [(table.start, table.end) for table in tables]
    position = 0
    for match in _END.finditer(text):
        while position < len(inside) and inside[position][1] <= match.start():
            position += 1
        if position < len(inside) and inside[position][0] <= match.start():
            continue
        if _ends_sentence(text, match):
            cuts.add(match.end())
    ordered = sorted(cuts)
    starts = {table.start for table in tables}
    sentences: list[tuple[int, int]] = []
    for start, end in pairwise(ordered):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        if not body:
            continue
        if len(body) > LONGEST and start not in starts:
            sentences += _pieces(text, start + lead, start + lead + len(body))
        else:
            sentences.append((start + lead, start + lead + len(body)))
    return sentences or [(0, len(text))]


LONGEST = 2_500
"""Characters that a sentence may have; what runs on without a stop, as no clinician writes, is read in pieces."""


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """An endless sentence cut at spaces, so that the work on it grows with its length alone."""
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        pieces.append((start, cut))
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    pieces.append((start, end))
    return pieces


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40]
    if match["semicolon"]:
        return not _inside_brackets(text, match.start())
    if match["item"]:
        return True
    if match["line"] is not None:
        return _line_ends_sentence(text, match.start(), match["line"], following)
    before = text[max(0, match.start() - 12) : match.start()]
    if match["stop"] == "?" and (not before or before[-1] in " \t("):
        return False  # ``admitted with ? fracture``: a mark of doubt before a word
    if match["stop"].startswith("."):
        if _ABBREVIATION.search(before) and not _starts_afresh(following, before):
            return "\n" in match["gap"] and _MONTH_ENDS.search(before) is not None and following[:1].isupper()
        if _ROUTE_AHEAD.search(text, max(0, match.start() - 24), match.start()) and "\n" not in match["gap"]:
            return False
        if _ENDS_IN_NUMBER.search(before) and _is_list_number(text, match.start()):
            return False
        if following[:1].islower() and "\n" not in match["gap"]:
            return False
    return True


_ROUTE_AHEAD = re.compile(
    r"\b(?:on|to|with|of|and|or|plus|including|some|given|received|started|start|resume|continue|add|switch)\s+"
    r"(?:p\.o|i\.v|i\.m|s\.c)\Z",
    re.IGNORECASE,
)
"""``switched to p.o. Augmentin``: a route in front of its drug ends no sentence."""


def _inside_brackets(text: str, position: int) -> bool:
    """True between brackets: ``(T-score -2.7; Z-score -2.6)`` is one statement."""
    before = text[max(0, position - 120) : position]
    return before.rfind("(") > before.rfind(")") and ")" in text[position : position + 120]


def _starts_afresh(following: str, before: str) -> bool:
    """After ``b.i.d.``, ``p.m.`` or ``no rib fx.`` a capital letter starts a sentence; after ``Dr.`` it does not."""
    if re.search(r"\b[fhdts]x$", before, re.IGNORECASE) and re.match(r"[A-Z]", following):
        return True
    return bool(re.search(r"\.[a-z]$", before, re.IGNORECASE)) and bool(re.match(r"\d{1,2}\.\s|[A-Z]", following))


def _is_list_number(text: str, stop: int) -> bool:
    """True for the ``1.`` that opens a list item: it stands at the start of a line, sentence or field."""
    lead = re.search(r"(?:^|[\n.,;:])\s*\d{1,2}$", text[max(0, stop - 8) : stop])
    return lead is not None


def _line_ends_sentence(text: str, start: int, gap: str, following: str) -> bool:
    if gap.count("\n") > 1:
        return True
    if _inside_brackets(text, start) and not _NEW_ITEM.match(following):
        return False
    if _NEW_ITEM.match(following) or _NEW_FIELD.match(following):
        return True
    line_start = text.rfind("\n", 0, start) + 1
    line = text[line_start:start].rstrip()
    if line.endswith(":") and following.lstrip()[:1].islower() and len(line.split()) >= 6:
        return False  # "Considered and excluded by the results above:" goes on in the next line
    if line.endswith((":", ".", "!", "?", ";")):
        return True
    if len(line) < 60 and _KEYED.match(line.lstrip()) and _KEYED.match(following.lstrip(), 0, 40):
        return True
    first = following.lstrip()[:1]
    if not first:
        return True
    if _MAYBE_CONTINUES.match(first):
        return False
    # A capital after a line that fills most of the measure is a wrapped line; after a short one it is a new statement.
    return len(line) < 50 and not line.endswith((",", "-", "/", "and", "or", "of", "with", "the"))
