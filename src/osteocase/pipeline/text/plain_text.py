"""The text as it is read: without marks of emphasis and tags, with one form for each letter.

Scribes and note systems write ``**Alendronate** 70 mg``, pages of a portal ``PTH &gt; 100``, Japanese systems
``Ｃａ：９．１``, and copies out of a PDF keep its ligatures and soft hyphens. None of it hides a fact from a reader. So
everything is read in plain letters; ``Places`` tells where a position stands in the stored text, and every source still
quotes the note's own characters.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.text.comma_values import comma_changes
from osteocase.pipeline.text.message_logs import message_openings
from osteocase.pipeline.text.page_layout import layout_changes
from osteocase.pipeline.text.spoken_numbers import spoken_changes
from osteocase.pipeline.text.tick_boxes import unticked

__all__ = ["Places", "plain_text"]

_WIDE = "\u2080-\u2089\u3000-\u3002\u301c\uff01-\uff5e\ufb00-\ufb06\u3380-\u33df\u2103"
"""Digits below the line (``HCO₃``), full-width signs, ligatures, and units in one sign (``㎎``)."""
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_GARBLED = {sign.encode().decode("cp1252"): sign for sign in "–—‘’“•−≥≤×µμ°±²³·"}
"""UTF-8 that something on its way took for Windows-1252: ``8.6â€“10.2`` for ``8.6–10.2``."""
_SETTINGS = r"(?:\s+[a-z-]{2,20}\s?=[^<>\n]{0,200})?"
"""Settings of a tag of HTML: ``<td class="value">``."""
_MARKS = re.compile(
    r"(?<![*\w\[\\])(?P<strong>\*{2,3}|__)(?=[^\s*_])[^*\n]{0,160}?[^\s*_](?P<strong_end>(?P=strong))(?![*\w])"
    r"|(?<![*\w\\])(?P<light>\*)[A-Za-z](?:[A-Za-z' -]{0,60}[A-Za-z])?(?P<light_end>\*)(?![*\w])"
)
"""``**words**``, ``__words__``, ``*words*``. The brackets of de-identified notes (``[**2031-4-2**]``) are none, nor is
the asterisk of a result outside its interval (``92*``)."""
_SIGNS = re.compile(
    rf"(?P<inline></?(?:b|strong|i|em|u|span|font){_SETTINGS}>)"
    rf"|(?P<line><br\s?/?>|</?(?:p|div|li|ul|ol|tr|table|tbody|thead|h[1-6]){_SETTINGS}>)"
    rf"|(?P<cell></?t[dh]{_SETTINGS}>)"
    rf"|(?P<garbled>{'|'.join(map(re.escape, _GARBLED))})"
    r"|(?P<entity>&(?:[a-z]{2,8}\d?|\#\d{2,5}|\#x[0-9a-f]{2,5});)"
    r"|(?P<answer>(?<=\?)[ \t]{0,4}(?:\n[ \t]{0,4})?(?:A|Ans|Answer)[ \t]?:)"
    rf"|(?P<wide>[{_WIDE}])|(?P<unseen>[{_UNSEEN}]+)",
    re.IGNORECASE,
)
"""What is read otherwise than written; ``answer`` is the mark of an answer behind its question (``Smoker? A: No``)."""
_ANY = re.compile(rf"\?\s{{0,9}}[Aa]|[*<&\u00c2\u00c3\u00ce\u00e2{_WIDE}{_UNSEEN}]|__")
_PARTED = re.compile(r"\b(?P<first>[A-Za-z]{2,20})(?P<end>-\n[ \t]*)(?P<second>[a-z]{2,20})\b")
"""``osteo-`` over ``porosis``."""
_GLUED = re.compile(
    r"(?<![\d/.-])(?:(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:19|20)\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?=[<>]?\d{1,3}(?:\.\d{1,3})?(?![\d/:.-]))"
)
"""``12/03/20219.2``: a day whose value lost the gap before it with the columns of its table."""
_GLUED_UNIT = re.compile(
    r"(?<=\d[ ])(?:x ?10\^?\d{1,2}|n?g|mg|[µμum]g|mcg|pg|[mµμunp]mol|m?I?U)/(?:[dm]?[Ll]|cumm)"
    r"(?=[<>≤≥]\s?\d|\d|[A-Z][A-Za-z]{1,12}(?: [a-z]{2,12})?:)"
    r"|(?<=\d)%(?=[<>≤≥]\s?\d|\d{1,2}[.,]\d|[A-Z][A-Za-z]{1,12}(?: [a-z]{2,12})?:)"
)
"""``2.4 mmol/L2.2-2.6 mmol/LPhosphate: 1.1``: a unit whose cell lost the gap behind it."""
_SPACED_DATE = re.compile(
    r"(?<![\w.,])(?:0?[1-9]|[12]\d|3[01])\.(?P<first>[ ])(?:0?[1-9]|1[0-2])\.(?P<second>[ ]?)(?:19|20)\d\d(?!\w|[.,]\d)"
)
"""``23. 3. 2022``: a date of Central Europe, whose stops end no sentence."""
_ENDS = {"strong": ("strong", "strong_end"), "light": ("light", "light_end")}


class _Change(NamedTuple):
    """Characters of the stored text and what is read for them."""

    start: int
    end: int
    read: str


class Places(NamedTuple):
    """Where the characters of a plain text stand in the stored one. Positions count characters from 0.

    Each tuple has one entry for each change, in the order of the text.
    """

    starts: tuple[int, ...] = ()
    """Where what is read for it begins in the plain text."""
    ends: tuple[int, ...] = ()
    stored_starts: tuple[int, ...] = ()
    """Where it begins in the stored text."""
    stored_ends: tuple[int, ...] = ()

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that a stretch of the plain text stands for, without marks at its ends."""
        if not self.starts:
            return start, end
        first = self._stored(start)[0]
        return (first, self._stored(end - 1)[1]) if end > start else (first, first)

    def edge(self, position: int) -> int:
        """The position in the stored text of an edge between two parts; marks on it belong to the part before."""
        return self._stored(position)[0] if position else 0

    def plain(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the plain text for a stretch of the stored one."""
        return (self._plain(start), self._plain(end)) if self.starts else (start, end)

    def _stored(self, position: int) -> tuple[int, int]:
        """Start and end in the stored text of the character at a position."""
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return position, position + 1
        if position < self.ends[index]:
            return self.stored_starts[index], self.stored_ends[index]
        place = position + self.stored_ends[index] - self.ends[index]
        return place, place + 1

    def _plain(self, position: int) -> int:
        index = bisect_right(self.stored_starts, position) - 1
        if index < 0:
            return position
        if position < self.stored_ends[index]:
            return self.starts[index] if position == self.stored_starts[index] else self.ends[index]
        return position - self.stored_ends[index] + self.ends[index]


def plain_text(text: str, is_word: Callable[[str], bool] = lambda word: False) -> tuple[str, Places]:
    """The text in plain letters, and where they stand in it.

    Args:
        text: the stored text.
        is_word: whether the field has a word, in lower case; a word that a line end parts is joined where it has.
    """
    passed_over = [_Change(start, end, "") for start, end in unticked(text)]
    parted = list(_PARTED.finditer(text)) if "-\n" in text else []
    retold = (layout_changes(text), comma_changes(text), spoken_changes(text), message_openings(text))
    layout = [_Change(*change) for changes in retold for change in changes]
    if not passed_over and not parted and not layout and _ANY.search(text) is None and not _unglued(text):
        return text, Places()
    joined = [
        _Change(*match.span("end"), "") for match in parted if is_word((match["first"] + match["second"]).lower())
    ]
    changes = _without_overlaps([*passed_over, *joined, *layout, *_unglued(text), *_emphasis(text), *_signs(text)])
    if not changes:
        return text, Places()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    reached = length = 0
    for change in changes:
        pieces += (text[reached : change.start], change.read)
        starts.append(length + change.start - reached)
        length = starts[-1] + len(change.read)
        ends.append(length)
        reached = change.end
    places = Places(
        tuple(starts), tuple(ends), tuple(each.start for each in changes), tuple(each.end for each in changes)
    )
    return "".join((*pieces, text[reached:])), places


def _without_overlaps(changes: list[_Change]) -> list[_Change]:
    """The changes in order, without those inside of another one."""
    kept: list[_Change] = []
    for change in sorted(changes, key=lambda each: (each.start, -each.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _unglued(text: str) -> list[_Change]:
    glued = [_Change(match.end(), match.end(), " ") for each in (_GLUED, _GLUED_UNIT) for match in each.finditer(text)]
    spaced = (match.span(gap) for match in _SPACED_DATE.finditer(text) for gap in ("first", "second"))
    return [*glued, *(_Change(start, end, "") for start, end in spaced if start < end)]


def _emphasis(text: str) -> list[_Change]:
    if "*" not in text and "__" not in text:
        return []
    return [
        _Change(*match.span(name), "")
        for match in _MARKS.finditer(text)
        for name in _ENDS["strong" if match["strong"] else "light"]
    ]


def _signs(text: str) -> list[_Change]:
    changes = []
    for match in _SIGNS.finditer(text):
        read = _read(match)
        if read != match.group():
            changes.append(_Change(match.start(), match.end(), read))
    return changes


def _read(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "line":
            return "\n"
        case "cell":
            return "\t"
        case "garbled":
            return _GARBLED.get(match.group(), match.group())
        case "entity":
            return unescape(match.group()).replace("\u00a0", " ")
        case "wide":
            return _STOPS.get(match.group()) or unicodedata.normalize("NFKC", match.group())
        case _:
            return ""


_STOPS = {"\u3001": ", ", "\u3002": ". ", "\uff0c": ", ", "\u301c": "~", "\uff1a": ": "}
"""Signs of East Asian print after which no space is written."""
