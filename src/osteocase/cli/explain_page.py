"""The same explanation as one HTML file that needs nothing from elsewhere: no link, no script, no font.

All text of the note is escaped, control and direction signs are shown as pictures, and a content policy in the file
forbids the browser to load anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

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

__all__ = ["explain_page"]


class _Stretch(NamedTuple):
    start: int
    end: int
    kind: str
    """Class of the page's style: ``cue``, ``reach``, ``time`` or that of a record."""
    title: str
    numbers: tuple[int, ...] = ()


def explain_page(explanation: Explanation) -> str:
    """The whole page."""
    name = _safe(head_line(explanation))
    order = f"<p>Dates such as 3/5/2021: {_safe(explanation.day_order)}.</p>" if explanation.day_order else ""
    records = explanation.records
    notes = "".join(_section_lines(explanation, records))
    cards = "".join(_card(explanation, number, record) for number, record in enumerate(records, start=1))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<style>
{_style()}</style>
</head>
<body>
<header>
<h1>{name}</h1>
<p class="key"><span class="lab">record<sup>1</sup></span> <span class="cue">cue</span>
<span class="reach">its reach</span> <span class="time">time</span> – point at a mark to read what it says.</p>
{order}
</header>
<main>
<div class="note">
{notes}</div>
<aside>
<h2>{len(records)} record{"" if len(records) == 1 else "s"}</h2>
<ol>
{cards}</ol>
</aside>
</main>
</body>
</html>
"""


def _style() -> str:
    return files("osteocase.cli").joinpath("explain.css").read_text(encoding="utf-8")


def _safe(text: str) -> str:
    """Text of a note as harmless HTML."""
    return escape(visible(text), quote=True)


def _card(explanation: Explanation, number: int, record: Record) -> str:
    kind = kind_of(record)
    lines = (*time_lines(record), *decision_lines(explanation, record), *cue_lines(explanation, record))
    told = "".join(f"<li>{_safe(line)}</li>" for line in lines)
    details = f"<ul>{told}</ul>" if told else ""
    return (
        f'<li id="r{number}" value="{number}"><a href="#t{number}"><b class="{_css(kind)}">{kind}</b> '
        f"{_safe(record_line(record))}</a> <code>{_safe(record.rule)}</code>{details}</li>\n"
    )


def _css(kind: str) -> str:
    return kind.replace(" ", "-")


def _section_lines(explanation: Explanation, records: Sequence[Record]) -> Iterator[str]:
    text = explanation.note.text
    pieces = _Pieces(text, _stretches(explanation, records))
    for section in explanation.sections:
        name = _safe(section_line(section.name, section.effect))
        effect = "" if section.effect == "none" else ' class="effect"'
        body = "".join(pieces.until(section.end)).rstrip()
        yield f"<section>\n<h2{effect}>{name}</h2>\n<pre>{body}</pre>\n</section>\n"


def _stretches(explanation: Explanation, records: Sequence[Record]) -> list[_Stretch]:
    """Everything that is marked in the text, by its start."""
    found: list[_Stretch] = []
    by_place: dict[tuple[int, int], list[int]] = {}
    for number, record in enumerate(records, start=1):
        by_place.setdefault((record.source.start, record.source.end), []).append(number)
    for (start, end), numbers in by_place.items():
        told = [f"{number} {kind_of(records[number - 1])}: {record_line(records[number - 1])}" for number in numbers]
        kind = _css(kind_of(records[numbers[0] - 1]))
        found.append(_Stretch(start, end, kind, "\n".join(told), tuple(numbers)))
    for cue in explanation.cues:
        title = f"{CATEGORIES.get(cue.category, cue.category)} [{cue.rule}]"
        found.append(_Stretch(cue.start, cue.end, "cue", title))
        found += [
            _Stretch(start, end, "reach", title)
            for start, end in ((cue.left, cue.start), (cue.end, cue.right))
            if start < end
        ]
    for time in explanation.times:
        found.append(_Stretch(time.start, time.end, "time", f"{time.kind} {time.meaning}".strip()))
    return sorted(found, key=lambda stretch: (stretch.start, -stretch.end))


class _Pieces:
    """The text cut wherever a mark starts or ends, each piece with the classes of all marks over it."""

    def __init__(self, text: str, stretches: Sequence[_Stretch]) -> None:
        self.text = text
        self._stretches = stretches
        self._next = 0
        self._open: list[_Stretch] = []
        self._position = 0

    def until(self, end: int) -> Iterator[str]:
        """The pieces from where the last call ended to ``end``."""
        while self._position < end:
            self._open = [stretch for stretch in self._open if stretch.end > self._position]
            while self._next < len(self._stretches) and self._stretches[self._next].start <= self._position:
                stretch = self._stretches[self._next]
                self._next += 1
                if stretch.end > self._position:
                    self._open.append(stretch)
            following = [stretch.end for stretch in self._open]
            if self._next < len(self._stretches):
                following.append(self._stretches[self._next].start)
            stop = min([end, *following])
            yield self._piece(self._position, stop)
            self._position = stop

    def _piece(self, start: int, end: int) -> str:
        words = _safe(self.text[start:end])
        if not self._open:
            return words
        classes = " ".join(dict.fromkeys(stretch.kind for stretch in self._open))
        title = _safe("\n".join(dict.fromkeys(stretch.title for stretch in self._open)))
        starting = [number for stretch in self._open if stretch.start == start for number in stretch.numbers]
        ending = [number for stretch in self._open if stretch.end == end for number in stretch.numbers]
        anchors = "".join(f'<a id="t{number}"></a>' for number in starting)
        links = ",".join(f'<a href="#r{number}">{number}</a>' for number in ending)
        return f'{anchors}<span class="{classes}" title="{title}">{words}</span>' + (
            f"<sup>{links}</sup>" if links else ""
        )
