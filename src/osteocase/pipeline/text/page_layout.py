"""What the layout of pages left in a text: blank lines between all rows, page numbers, and lines that only print.

Text that is copied out of a viewer of pages has an empty line between every two lines of a table, and ``Page 2 of 5``,
``Printed by …`` or a form feed between two rows or in the middle of a sentence. A reader's eye passes over these. Where
two lines belong together is judged by their shape alone; where nothing tells it, they stay parted.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.text.tables import is_group_title, row_style

__all__ = ["layout_changes"]

_NUMBERED = r"(?:page|pg\.?|p\.)\s*:?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?"
_WHEN = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}:\d\d(?::\d\d)?|\d{1,2}[ -][a-z]{3,9}[ -]\d{4}"
    r"|[a-z]{3,9} \d{1,2}, \d{4})"
)
_FURNITURE = re.compile(
    rf"[-–—*|\[(\s]*{_NUMBERED}[-–—*|\])\s]*"
    r"|(?:-{1,3}|[–—])\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*(?:-{1,3}|[–—])"
    rf"|(?:re-?)?printed(?:\s+date)?\s*(?:by|on|at|from|:)(?:\s+[a-z,.'@ -]{{2,50}}?)?"
    rf"(?:[\s,]+(?:(?:on|at)\s+)?{_WHEN})*(?:\s*[ap]\.?m\.?)?(?:\s+by\s+[a-z,.' -]{{2,40}})?(?:[\s|,-]*{_NUMBERED})?"
    rf"|(?:print date|date printed)\s*:?(?:[\s,]*{_WHEN})+(?:\s*[ap]\.?m\.?)?(?:[\s|,-]*{_NUMBERED})?"
    r"|[*(\[-]*\s*(?:continued|cont\.|cont'd)(?:\s+(?:on|from)\s+(?:the\s+)?(?:next|previous|following)\s+page)?\s*[*)\]-]*"
    r"|(?:strictly\s+|private\s+and\s+)?confidential(?:\s+(?:patient|medical)\s+(?:information|records?))?"
    r"|(?:https?://|www\.)[^\s]{4,200}(?:\s+\d{1,3}\s?(?:/|of)\s?\d{1,3})?",
    re.IGNORECASE,
)
"""A line that belongs to the page: its number, who printed it and when, where it was copied from."""
_WITH_NUMBER = re.compile(
    rf"(?:{_NUMBERED}\s*[|-]?\s+(?P<behind>\D.{{1,110}})|(?P<before>.{{1,110}}?)\s+[|-]?\s*{_NUMBERED})", re.IGNORECASE
)
"""A running head or foot with the number of the page in it."""
_IDENTITY = re.compile(r"\b(?:MRN|DOB|date of birth|acc(?:oun)?t|patient(?: name| id)?:|name:|printed)", re.IGNORECASE)
_ANY = re.compile(
    r"\n[ \t\r]*\n|\f|\n[ \t]*[-–—]+ ?\d"
    r"|(?:^|\n)[^\n]{0,120}\b(?:page|pg|p\.|printed?|cont(?:inued|\.|'d)|confidential|www|https?)\b",
    re.IGNORECASE,
)
_PAGES_HEAD = 6
"""Lines at the top of a text that may stand again at the top of each page."""
_LINE = re.compile(r"[^\n\f]*")
_TIMES = re.compile(
    r"\b(?:\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}|\d{4}-\d\d(?:-\d\d)?|\d{1,2}/\d{2,4}|(?:19|20)\d\d"
    r"|\d{1,3}\s?(?:h|hours?|days?|w(?:ee)?ks?|m(?:o|os|onths?)?|y(?:ears?|rs?)?)|(?:day|week|month|year|visit)\s?\d{1,3})\b"
    r"(?![.,]\d)",
    re.IGNORECASE,
)
_CELL_EDGE = re.compile(r"\t|\||;| {2,}|\u00a0{2,}")
_VALUE_CELL = re.compile(r"\s*[(<>≤≥]?=?\s?[-−–+]?\d+(?:[.,]\d+)?(?:\s?\S{1,14}){0,2}\s*")
_NUMBERED_CELL = re.compile(r"\D{0,14}[-−–+]?\d+\.\d+.{0,30}")
"""``T-score -2.1``: a measure with its value in one cell."""
_FIELD = re.compile(r"[^:\d]{2,30}:(?:\s|$)")
"""``Height: 158 cm``: a field of a form, which names itself and needs no row above it."""
_HEAD_WORD = re.compile(
    r"\b(?:tests?|results?|units?|range|reference|flag|date|values?|region|site|component|analyte|bmd|[tz]-?\s?score)\b",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", ":", ";")
_OPEN_END = re.compile(
    r"\b(?:and|or|of|with|without|no|the|a|an|in|on|at|to|for|from|by|was|were|is|are|her|his|their)$", re.IGNORECASE
)
"""What a sentence does not end in."""
_VALUE_ALONE = re.compile(
    r"[<>≤≥]?\s?\d+(?:[.,]\d+)?(?:\s?(?:[a-zµμ%][\w/%µμ^.]{0,14}|\([^()\n]{1,30}\)|[HL*]|\d+(?:[.,]\d+)?\s?[-–]\s?\d+(?:[.,]\d+)?)){0,4}",
    re.IGNORECASE,
)
_DOSED = re.compile(
    r"\d\s?(?:mg|mcg|µg|ug|g|ml|units?|iu|%)\b|\b(?:tablets?|capsules?|injection|solution)\b", re.IGNORECASE
)
_DIRECTION = re.compile(r"(?:sig|take|inject|apply|place|inhale|instill|swallow|dissolve|chew)\b", re.IGNORECASE)
"""How a drug is taken, under its name in a printed list."""
_MEASURE = 50
"""Characters from which a line may be one that was wrapped."""
_WIDEST = 130
"""Characters of a line of a page; longer ones are paragraphs that nothing wrapped."""


class _Line(NamedTuple):
    """One line of what was written; ``text`` is without white space at its ends."""

    start: int
    end: int
    text: str
    style: str | None
    """The kind of table row that the line looks like, or None."""


class _Gap(NamedTuple):
    """What stands between two lines of what was written."""

    blanks: int
    is_page: bool


def layout_changes(text: str) -> list[tuple[int, int, str]]:
    """The stretches between lines that are read otherwise than they stand, each with what is read, in order."""
    if _ANY.search(text) is None:
        return []
    lines, gaps = _lines(text)
    if len(lines) < 2:
        return []
    doubled = _is_double_spaced(lines, gaps)
    joined = set[int]() if doubled else _table_gaps(lines, gaps) | _pair_gaps(lines, gaps)
    changes: list[tuple[int, int, str]] = []
    for index, ((before, after), gap) in enumerate(zip(pairwise(lines), gaps, strict=True)):
        ends = gap.blanks + 1
        if index in joined or (_goes_on(before, after) if gap.is_page else _is_wrapped(before, after, gaps, index)):
            ends = 1
        elif doubled:
            ends = gap.blanks // 2 + 1
        read = "\n" * ends
        if (gap.is_page or ends <= gap.blanks) and text[before.end : after.start] != read:
            changes.append((before.end, after.start, read))
    return changes


def _lines(text: str) -> tuple[list[_Line], list[_Gap]]:
    """The lines that were written, and the gaps between each two of them."""
    spans = [(match.start(), match.end()) for match in _LINE.finditer(text) if match.end() > match.start()]
    edges = [(start, end, text[start:end].strip()) for start, end in spans]
    edges = [edge for edge in edges if edge[2]]
    left_out = _left_out([words for _, _, words in edges])
    lines: list[_Line] = []
    gaps: list[_Gap] = []
    passed = False
    for index, (start, end, words) in enumerate(edges):
        if index in left_out:
            passed = True
            continue
        if lines:
            between = text[lines[-1].end : start]
            blanks = _widest_gap(re.split(r"[\n\f]", between)[1:-1])
            gaps.append(_Gap(blanks, passed or "\f" in between))
        lines.append(_Line(start, end, words, row_style(text[start:end])))
        passed = False
    return lines, gaps


def _widest_gap(between: list[str]) -> int:
    """The blank lines in a row, at most, of the lines between two that count."""
    most = count = 0
    for line in between:
        count = 0 if line.strip() else count + 1
        most = max(most, count)
    return most


def _left_out(lines: list[str]) -> set[int]:
    """Indexes of the lines that belong to the page, of all lines that are not blank.

    A line beside one of them is a running head where it stands at the top of the text already, and a running foot where
    it stands twice over a number of a page.
    """
    found = {index for index, words in enumerate(lines) if _is_furniture(words)}
    if not found:
        return found
    top = {words for index, words in enumerate(lines[:_PAGES_HEAD]) if index not in found}
    feet = [lines[index - 1] for index in found if index and index - 1 not in found]
    for index in sorted(found):
        following = index + 1
        while _PAGES_HEAD <= following < len(lines) and lines[following] in top and following not in found:
            found.add(following)
            following += 1
        if following < len(lines) and following not in found and _is_told_again(lines, following):
            found.add(following)
        foot = index - 1
        if foot >= 0 and foot not in found and feet.count(lines[foot]) > 1 and row_style(lines[foot]) is None:
            found.add(foot)
    return found


def _is_told_again(lines: list[str], index: int) -> bool:
    """Whose chart it is, told at the top of a further page."""
    words = lines[index]
    named = [found.lower() for found in _IDENTITY.findall(words)]
    before = "\n".join(lines[:index]).lower()
    return len(named) > 1 and len(words) <= _WIDEST and all(name in before for name in named)


def _is_furniture(words: str) -> bool:
    if len(words) > _WIDEST * 2:
        return False
    if _FURNITURE.fullmatch(words) is not None:
        return True
    match = _WITH_NUMBER.fullmatch(words)
    if match is None or words.endswith((".", ";")):
        return False
    rest = match["behind"] or match["before"]
    capitals = [word[:1].isupper() for word in re.findall(r"[A-Za-z]+", rest)]
    is_name = re.search(r"\d", rest) is None and sum(capitals) * 3 >= len(capitals) * 2 > 0
    return is_name or _IDENTITY.search(rest) is not None


def _is_double_spaced(lines: list[_Line], gaps: list[_Gap]) -> bool:
    """Whether no two lines of the whole text stand under each other, and paragraphs are parted by wider gaps.

    Where what was one blank line became three, no gap has an even number of them.
    """
    blanks = [gap.blanks for gap in gaps if not gap.is_page]
    if 0 in blanks or blanks.count(1) < 4 or max(blanks) == 1:
        return False
    return all(count % 2 for count in blanks) or max(len(line.text) for line in lines) <= _WIDEST


def _is_alone(gaps: list[_Gap], index: int) -> bool:
    """Whether both lines of a gap have blank lines on their other sides too."""
    around = gaps[index - 1 : index] if index else []
    return all(gap.blanks or gap.is_page for gap in (*around, *gaps[index + 1 : index + 2]))


def _goes_on(before: _Line, after: _Line) -> bool:
    """Whether a table or a sentence goes on over the end of a page."""
    if before.style is not None or after.style is not None:
        return before.style == after.style and _has_value(after) and _FIELD.match(before.text) is None
    return _is_cut(before.text, after.text)


def _is_wrapped(before: _Line, after: _Line, gaps: list[_Gap], index: int) -> bool:
    """Whether a sentence, or a drug and how it is taken, go on over a blank line."""
    if gaps[index].blanks != 1 or not _is_alone(gaps, index) or before.style is not None or after.style is not None:
        return False
    if _DOSED.search(before.text) is not None and _DIRECTION.match(after.text) is not None:
        return not before.text.endswith(_STOPS)
    return (after.text[:1].islower() or after.text[:1].isdecimal()) and _is_cut(before.text, after.text)


def _is_cut(before: str, after: str) -> bool:
    """Whether a sentence cannot end in the one line and the next one cannot begin one."""
    if before.endswith(_STOPS) or not before[:1].isalpha() or len(before) > _WIDEST:
        return False
    if _OPEN_END.search(before) is not None:
        return True
    begins = after[:1].islower() or (after[:1].isdecimal() and before.endswith(","))
    return begins and (before.endswith(",") or len(before) >= _MEASURE)


def _has_value(line: _Line) -> bool:
    """Whether a number stands in a column of its own; the time of a column is none."""
    cells = _CELL_EDGE.split(_TIMES.sub(" ", line.text))
    return any(_VALUE_CELL.fullmatch(cell) for cell in cells[1:]) and _FIELD.match(line.text) is None


def _is_further_row(line: _Line) -> bool:
    """A row of values, or of words that name no columns; another row of words would be the head of another table."""
    if _has_value(line):
        return True
    return _TIMES.search(line.text) is None and not _HEAD_WORD.search(line.text) and not _FIELD.match(line.text)


def _goes_under(before: _Line, after: _Line, *, in_head: bool) -> bool:
    """Whether a row can belong to the table of the one before it; a head may have two lines."""
    if _is_further_row(after) or (in_head and _FIELD.match(after.text) is None):
        return True
    cells = [_CELL_EDGE.split(line.text) for line in (before, after)]
    told = [cell for cell in cells[1] if _NUMBERED_CELL.fullmatch(cell)]
    return len(cells[0]) == len(cells[1]) == len(told) + 1


def _is_head(line: _Line) -> bool:
    """A row that holds the times or the names of columns and no value."""
    return not _is_further_row(line) and _FIELD.match(line.text) is None


def _table_gaps(lines: list[_Line], gaps: list[_Gap]) -> set[int]:
    """Gaps in tables of which every two rows are parted by one blank line, or by the end of a page."""
    joined: set[int] = set()
    index = 0
    while index < len(lines):
        if lines[index].style is None:
            index += 1
            continue
        last, values = index, int(_has_value(lines[index]))
        while (step := _next_row(lines, gaps, last, in_head=not values)) is not None:
            last = step
            values += _has_value(lines[last])
        is_run = values > 0 and (last > index + 1 or (last > index and _is_head(lines[index])))
        touches = index > 0 and not gaps[index - 1].blanks and not gaps[index - 1].is_page and lines[index - 1].style
        follows = last < len(gaps) and not gaps[last].blanks and not gaps[last].is_page and lines[last + 1].style
        if is_run and not touches and not follows:
            joined |= set(range(index, last))
        index = last + 1
    return joined


def _next_row(lines: list[_Line], gaps: list[_Gap], last: int, *, in_head: bool) -> int | None:
    """Index of the next row of a double-spaced table; the title of a group of rows may stand between."""
    step = last + 1
    if step >= len(lines) or not _parts_rows(gaps[last]):
        return None
    style = next(line.style for line in reversed(lines[: last + 1]) if line.style is not None)
    if lines[step].style == style:
        return step if _goes_under(lines[last], lines[step], in_head=in_head) else None
    is_title = lines[step].style is None and is_group_title(lines[step].text) and len(lines[step].text) <= 40
    if not is_title or step + 1 >= len(lines) or not _parts_rows(gaps[step]) or lines[step + 1].style != style:
        return None
    return step + 1 if _has_value(lines[step + 1]) and _HEAD_WORD.search(lines[step + 1].text) is None else None


def _parts_rows(gap: _Gap) -> bool:
    return gap.blanks == 1 or gap.is_page


def _pair_gaps(lines: list[_Line], gaps: list[_Gap]) -> set[int]:
    """Gaps between names and their values where these take turns, one a line with blank lines between all."""
    joined: set[int] = set()
    index = 0
    while index + 1 < len(lines):
        last = index
        while (
            last + 1 < len(lines)
            and gaps[last].blanks == 1
            and _is_name(lines[last].text)
            and _VALUE_ALONE.fullmatch(lines[last + 1].text) is not None
            and (last == index or gaps[last - 1].blanks >= 1)
        ):
            last += 2
        follows = lines[last].text if last < len(lines) else ""
        if last - index >= 4 and _VALUE_ALONE.fullmatch(follows) is None:
            joined |= set(range(index, last, 2))
        index = max(last, index + 1)
    return joined


def _is_name(words: str) -> bool:
    return (
        len(words) <= 48
        and words[:1].isalnum()
        and not words.endswith(_STOPS)
        and _VALUE_ALONE.fullmatch(words) is None
    )
