"""A note in a terminal with marks under its lines: records, cues with their reach, times; and what each record says.

Colour only repeats what a mark and a word say, so that nothing is lost without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.text import Text

from osteocase.cli.explain_words import (
    CATEGORIES,
    cue_lines,
    decision_lines,
    head_line,
    kind_of,
    record_line,
    section_line,
    time_lines,
)
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.pipeline.explain import Explanation
    from osteocase.records import Record

__all__ = ["ExplainView"]

_STYLES = {
    "lab": "cyan",
    "bone density": "blue",
    "fracture": "red",
    "treatment": "green",
    "score": "magenta",
    "finding": "yellow",
    "event": "",
}
_GUTTER = 6
"""Columns for the number of a line and the space after it."""
_TAB = 4
_MOST_ROWS = 8
"""Rows of one kind of mark under a line; what overlaps more is no text that someone wrote."""


class _Line(NamedTuple):
    """One line on the screen: the stretch of the note in it and the column where each character starts."""

    start: int
    end: int
    columns: tuple[int, ...]
    """One more than characters: the last is the width."""
    text: str
    number: int | None
    """Number of the note's line where it begins here."""


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    style: str
    head: str = ""
    """What stands in place of the first signs: the number of a record."""
    cue: tuple[int, int] | None = None
    """For the reach of a cue: the cue itself, drawn with its own sign."""


class ExplainView:
    """The view as Rich prints it, in whatever width there is."""

    def __init__(self, explanation: Explanation) -> None:
        self.explanation = explanation
        self.records = explanation.records
        self._marks = _record_marks(self.records)
        self._reaches = sorted([_reach_mark(*cue[:5]) for cue in explanation.cues], key=_place)
        self._times = [_Mark(time.start, time.end, "·", "dim") for time in explanation.times]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Head, key to the marks, then section by section."""
        yield Text(visible(head_line(self.explanation)), style="bold")
        yield Text.assemble(
            ("1━━", "bold"), " record   ", ("▲▲", "bold"), "── cue and its reach   ", ("··", "dim"), " time"
        )
        if self.explanation.day_order:
            yield Text(visible(f"dates such as 3/5/2021: {self.explanation.day_order}"))
        if not self.records:
            yield Text("Nothing was found in this note.")
        width = max(20, options.max_width)
        text = self.explanation.note.text
        following, number, counted = 0, 1, 0
        for section in self.explanation.sections:
            number += text.count("\n", counted, section.start)
            counted = section.start
            yield Text()
            name = visible(section_line(section.name, section.effect))
            yield Text(f"§ {name}", style="bold underline" if section.effect == "none" else "bold underline yellow")
            for line in _lines(text, section.start, section.end, width - _GUTTER, number):
                following = yield from self._line(line, following)

    def _line(self, line: _Line, following: int) -> Generator[Text | Padding, None, int]:
        """A line with its marks and the records that begin in it, of which ``following`` stand before it."""
        label = f"{line.number:>{_GUTTER - 2}}  " if line.number is not None else " " * _GUTTER
        yield Text.assemble((label, "dim"), line.text, no_wrap=True, overflow="ignore")
        for marks in (self._marks, self._reaches, self._times):
            for row in _rows(marks, line):
                yield Text.assemble(" " * _GUTTER, row, no_wrap=True, overflow="ignore")
        while following < len(self.records) and self.records[following].source.start < line.end:
            following += 1
            yield from self._told(following, self.records[following - 1])
        return following

    def _told(self, number: int, record: Record) -> Iterator[Padding]:
        kind = kind_of(record)
        words = Text.assemble(
            (f"{number} {kind} ", f"bold {_STYLES[kind]}"), visible(record_line(record)), (f"  [{record.rule}]", "dim")
        )
        yield Padding(words, (0, 0, 0, _GUTTER))
        for line in (
            *time_lines(record),
            *decision_lines(self.explanation, record),
            *cue_lines(self.explanation, record),
        ):
            yield Padding(Text(visible(f"↳ {line}"), style="dim"), (0, 0, 0, _GUTTER + 2))


def _place(mark: _Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _record_marks(records: Sequence[Record]) -> list[_Mark]:
    """One mark a stretch: records of the same words share it, and their numbers stand in it."""
    by_stretch: dict[tuple[int, int], list[int]] = {}
    for number, record in enumerate(records, start=1):
        by_stretch.setdefault((record.source.start, record.source.end), []).append(number)
    marks = [
        _Mark(start, end, "━", _STYLES[kind_of(records[numbers[0] - 1])], ",".join(map(str, numbers)))
        for (start, end), numbers in by_stretch.items()
    ]
    return sorted(marks, key=_place)


def _reach_mark(start: int, end: int, left: int, right: int, category: str) -> _Mark:
    word = CATEGORIES.get(category, category)
    return _Mark(min(left, start), max(right, end), "─", "", word, (start, end))


def _lines(text: str, start: int, end: int, width: int, number: int) -> Iterator[_Line]:
    """The lines of a section, wrapped; white space alone at its end makes none."""
    at_line_start = start == 0 or text[start - 1] == "\n"
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        first = True
        while start < stop or (first and stop < end and text[start:end].strip()):
            line = _fitting(text, start, stop, width)
            yield line._replace(number=number if first and at_line_start else None)
            start, first = line.end, False
        number += 1
        start, at_line_start = stop + 1, True


def _fitting(text: str, start: int, stop: int, width: int) -> _Line:
    """As much of a line as the width holds, broken after a space where there is one."""
    columns, shown, after_space, position = [0], [], None, start
    while position < stop:
        sign = " " * _TAB if text[position] == "\t" else visible(text[position])
        column = columns[-1] + cell_len(sign)
        if column > width and position > start:
            break
        columns.append(column)
        shown.append(sign)
        position += 1
        if sign.isspace():
            after_space = position
    if position < stop and after_space is not None:
        position = after_space
    count = position - start
    return _Line(start, position, tuple(columns[: count + 1]), "".join(shown[:count]), None)


def _rows(marks: Sequence[_Mark], line: _Line) -> list[Text]:
    """The marks of one line drawn under it, overlapping ones in rows of their own."""
    rows: list[tuple[list[str], list[tuple[int, int, str]]]] = []
    width = line.columns[-1]
    for mark in _within(marks, line):
        left = line.columns[max(0, mark.start - line.start)]
        right = max(left + 1, line.columns[min(line.end, mark.end) - line.start])
        drawn = _drawn(mark, line, left, right)
        row = next((row for row in rows if all(cell == " " for cell in row[0][left:right])), None)
        if row is None:
            if len(rows) == _MOST_ROWS:
                continue
            row = ([" "] * (width + 1), [])
            rows.append(row)
        cells, styles = row
        cells[left:right] = drawn
        styles.append((left, right, mark.style))
    texts = []
    for cells, styles in rows:
        text = Text("".join(cells).rstrip())
        for left, right, style in styles:
            text.stylize(style, left, right)
        texts.append(text)
    return texts


_LONGEST_REACH = 3_200
"""Characters before a line in which a mark that reaches into it may start; longer ones are cut there."""


def _within(marks: Sequence[_Mark], line: _Line) -> Iterator[_Mark]:
    first = bisect_left(marks, line.start - _LONGEST_REACH, key=lambda mark: mark.start)
    last = bisect_left(marks, line.end, lo=first, key=lambda mark: mark.start)
    for mark in marks[first:last]:
        if mark.end > line.start:
            yield mark


def _drawn(mark: _Mark, line: _Line, left: int, right: int) -> list[str]:
    """The signs of a mark from column ``left`` to ``right``."""
    cells = [mark.sign] * (right - left)
    if mark.cue is None:
        if mark.start >= line.start:
            cells[: len(mark.head)] = list(mark.head)[: len(cells)]
        return cells
    begin, end = (line.columns[min(max(place - line.start, 0), line.end - line.start)] for place in mark.cue)
    cells[begin - left : end - left] = ["▲"] * (end - begin)
    room = len(mark.head) + 2
    if right - end >= room:
        cells[end - left + 1 : end - left + 1 + len(mark.head)] = list(mark.head)
    elif begin - left >= room:
        cells[begin - left - 1 - len(mark.head) : begin - left - 1] = list(mark.head)
    return cells
