"""Runs of text to lines of a width: fonts by glyph, breaks at spaces, in long words and between Japanese characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from osteocase.report.document import Run, Text
from osteocase.report.palette import LINK, Colour
from osteocase.report.pdf.fonts import Face, FontBook, Piece, printable
from osteocase.report.pdf.look import TONES, Style

__all__ = ["Line", "Segment", "Units", "set_lines", "wide"]

_WIDE = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff])")
"""Characters of scripts written without spaces, between which a line may break."""
_FIRST_WIDE = "\u2e80"
"""All characters before this one belong to scripts written with spaces."""
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）」』】〕》〉ぁぃぅぇぉっゃゅょァィゥェォッャュョ％,.!?:;)]}"
)
"""Characters that must not begin a line (kinsoku)."""
_FIXED = "\u00a0"
_GLUE = re.compile(
    r"(?<=\d) (?=%|[^\s/]{1,7}/\S|(?:mg|mcg|µg|g|kg|cm|mm|mL|IU|SD|months?|years?|weeks?|days?)\b)"
    r"|(?<=-score) (?=[−\d])|(?<=[+−±]) (?=\d)"
)
"""Spaces at which no line may end: between a number and its unit, between a score's name and its number."""
_BREAK_AFTER = "-/–_,;.:@"
RAISED_SIZE = 0.66
RAISED_RISE = 0.34


class Manner(NamedTuple):
    """How a stretch is drawn."""

    face: Face
    size: float
    colour: Colour
    rise: float
    target: str | None
    language: str | None
    pages_of: tuple[str, ...] = ()


@dataclass(slots=True)
class Segment:
    """A stretch of a line in one manner, ``x`` points from the line's beginning."""

    x: float
    text: str
    width: float
    manner: Manner


@dataclass(slots=True)
class Line:
    """One set line."""

    segments: list[Segment]
    width: float


class _Unit(NamedTuple):
    """What must stay together: text in one or several manners without a place to break."""

    pieces: list[tuple[Manner, str, float]]
    width: float
    space: float
    """Width of the space before the unit; 0 where a break is allowed without a space."""


def wide(char: str) -> bool:
    """True for a character of Japanese, Chinese or Korean."""
    return _WIDE.match(char) is not None


def _kept(text: str) -> str:
    """Printable text in which the report's own spaces that hold words together are still to be told."""
    if _FIXED not in text:
        return printable(text)
    return _FIXED.join(printable(part) for part in text.split(_FIXED))


def _manner(run: Run, style: Style, piece: Piece, *, linked: bool) -> Manner:
    size = style.size * RAISED_SIZE if run.raised else style.size
    colour = style.colour if run.tone == "plain" else TONES[run.tone]
    if linked and run.link_ink and run.tone in ("plain", "quiet"):
        colour = LINK
    language = run.language or ("ja" if not piece.text.isascii() and _WIDE.search(piece.text) else None)
    rise = style.size * RAISED_RISE if run.raised else 0.0
    return Manner(piece.face, size, colour, rise, run.target if linked else None, language, run.pages_of)


def _units(text: Text, style: Style, book: FontBook, anchors: frozenset[str]) -> list[_Unit]:
    units: list[_Unit] = []
    pieces: list[tuple[Manner, str, float]] = []
    space = 0.0
    for run in text:
        linked = run.target in anchors
        bold, italic = run.bold or style.bold, run.italic or style.italic
        face = book.face(bold=bold, italic=italic)
        plain = _manner(run, style, Piece(face, "", 0.0), linked=linked)
        size = plain.size
        blank = size * face.space
        words = _kept(run.text)
        if " " in words:
            words = _GLUE.sub(_FIXED, words)
        for place, word in enumerate(words.split(" ")):
            if place:
                if pieces:
                    units.append(_unit(pieces, space))
                    pieces = []
                space = blank
            if not word:
                continue
            if _FIXED in word:
                word = word.replace(_FIXED, " ")
            if word.isascii():
                pieces.append((plain, word, face.word_width(word) * size))
                continue
            for part in (word,) if max(word) < _FIRST_WIDE else filter(None, _WIDE.split(word)):
                if pieces and part not in _NOT_FIRST and _WIDE.match(part) is not None:
                    units.append(_unit(pieces, space))
                    pieces, space = [], 0.0
                for piece in book.pieces(part, bold=bold, italic=italic):
                    manner = plain if piece.face is face else _manner(run, style, piece, linked=linked)
                    pieces.append((manner, piece.text, piece.width * manner.size))
    if pieces:
        units.append(_unit(pieces, space))
    return units


def _unit(pieces: list[tuple[Manner, str, float]], space: float) -> _Unit:
    width = pieces[0][2] if len(pieces) == 1 else sum([piece[2] for piece in pieces])
    return _Unit(pieces, width, space)


class Units:
    """A text cut at its places to break, measured once and then set in any width."""

    __slots__ = ("parts",)

    def __init__(self, text: Text, style: Style, book: FontBook, anchors: frozenset[str] = frozenset()) -> None:
        self.parts = _units(text, style, book, anchors)

    @property
    def natural(self) -> float:
        """Width on one line, points."""
        return sum(unit.width + unit.space for unit in self.parts)

    @property
    def longest(self) -> float:
        """Width of the widest unbreakable unit, points."""
        return max((unit.width for unit in self.parts), default=0.0)

    def lines(self, width: float) -> list[Line]:
        """The text in lines no wider than ``width``."""
        parts = self.parts
        if len(parts) == 1 and len(parts[0].pieces) == 1 and parts[0].width <= width + 0.01:
            manner, text, wide = parts[0].pieces[0]
            return [Line([Segment(0.0, text, wide, manner)], wide)]
        lines: list[Line] = []
        current = _Setter()
        for unit in parts:
            if current.fits(unit, width):
                current.add(unit)
                continue
            if current.segments:
                lines.append(current.line())
                current = _Setter()
            for part in (unit,) if unit.width <= width else _cut(unit, width):
                if not current.fits(part, width) and current.segments:
                    lines.append(current.line())
                    current = _Setter()
                current.add(part)
        if current.segments:
            lines.append(current.line())
        return lines


def set_lines(
    text: Text, style: Style, width: float, book: FontBook, anchors: frozenset[str] = frozenset()
) -> list[Line]:
    """The text in lines no wider than ``width``; runs lead to their targets only where these are among ``anchors``."""
    return Units(text, style, book, anchors).lines(width)


def _cut(unit: _Unit, width: float) -> list[_Unit]:
    """A unit wider than the line in parts that fit, cut after a sign within the word where one is near the end."""
    parts: list[_Unit] = []
    pieces: list[tuple[Manner, str, float]] = []

    def keep(manner: Manner, chunk: str) -> None:
        if chunk:
            pieces.append((manner, chunk, manner.face.width(chunk) * manner.size))

    for manner, text, _width in unit.pieces:
        used = sum(piece[2] for piece in pieces)
        chunk = ""
        for char in text:
            wide = manner.face.widths[ord(char)] / 1000 * manner.size
            if used + wide > width and (chunk or pieces):
                sign = max(chunk.rfind(mark) for mark in _BREAK_AFTER) + 1
                cut = sign if not pieces and sign > len(chunk) // 2 else len(chunk)
                keep(manner, chunk[:cut])
                parts.append(_Unit(list(pieces), sum(piece[2] for piece in pieces), 0.0))
                pieces.clear()
                chunk = chunk[cut:]
                used = manner.face.width(chunk) * manner.size
            chunk += char
            used += wide
        keep(manner, chunk)
    if pieces:
        parts.append(_Unit(pieces, sum(piece[2] for piece in pieces), 0.0))
    return parts


class _Setter:
    """One line in the making."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = 0.0

    def fits(self, unit: _Unit, width: float) -> bool:
        space = unit.space if self.segments else 0.0
        return self.x + space + unit.width <= width + 0.01

    def add(self, unit: _Unit) -> None:
        segments = self.segments
        last = segments[-1] if segments else None
        space = unit.space if last is not None else 0.0
        for manner, text, width in unit.pieces:
            if last is not None and (last.manner is manner or last.manner == manner):
                last.text += f" {text}" if space else text
                last.width += space + width
            else:
                if last is not None and space:
                    last.text += " "
                    last.width += space
                last = Segment(self.x + space, text, width, manner)
                segments.append(last)
            self.x += space + width
            space = 0.0

    def line(self) -> Line:
        return Line(self.segments, self.x)
