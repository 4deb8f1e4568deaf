"""The card of one record: what it says, the words it came from, why, and what was decided."""

from __future__ import annotations

import re

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from osteocase.records import Lab, Record, Source, Time
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import LIST_TITLES, list_of, most_of, when, word
from osteocase.tui.marks import hue, mark_of
from osteocase.tui.neutral import neutral
from osteocase.tui.times import told_when

__all__ = ["RecordCard", "sentence_around"]

_REACH = 160
"""Characters shown at most on each side of the words."""
_LOW = 12
"""Lines of a card below which the words of the note come before what is told of them."""
_MOST = 4
"""Places and other values that are listed before the rest is only counted."""
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])|\n")


class RecordCard(VerticalScroll):
    """Shows one record; scrolls when it has more to tell than there is room."""

    HELP = """
## Card

Everything that is known of the chosen record: value, time and how it was found, the sentence in the note, the rule that
made it, checks that name it, and other values of the same kind. **J** and **K** scroll it.
"""
    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: str | None = None
        self._told: tuple[Session, Record | None] | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="card-text", markup=False)

    def show_record(self, session: Session, record: Record | None) -> None:
        """Show a record, or how to get one."""
        self._told = (session, record)
        self._draw()
        record_id = record.id if record is not None else None
        if record_id != self._shown:
            self.scroll_home(animate=False)
        self._shown = record_id

    def on_resize(self) -> None:
        """A low card puts first what a decision needs."""
        self._draw()

    def _draw(self) -> None:
        if self._told is None:
            return
        session, record = self._told
        low = self.size.height < _LOW
        dark = self.app.current_theme.dark
        text = _card(session, record, dark=dark, low=low) if record is not None else _empty(session)
        self.query_one("#card-text", Static).update(text)


def sentence_around(text: str, source: Source) -> tuple[str, str, str]:
    """The sentence of the note that holds the words: what stands before them, the words, and what follows."""
    before = text[max(0, source.start - _REACH) : source.start]
    after = text[source.end : source.end + _REACH]
    starts = [match.end() for match in _BREAK.finditer(before)]
    ends = _BREAK.search(after)
    head = before[starts[-1] :] if starts else ("…" if source.start > _REACH else "") + before
    tail = after[: ends.start()] if ends else after + ("…" if len(text) > source.end + _REACH else "")
    return head.lstrip(), text[source.start : source.end], tail.rstrip()


def _empty(session: Session) -> Text:
    if session.state.notes:
        return Text("No record is chosen.", style="dim")
    return Text("Paste a note into the conversation; what is found in it stands here, with its words.", style="dim")


def _card(session: Session, record: Record, *, dark: bool, low: bool) -> Text:
    """The card as text; a low one holds what it is and its words in the note within its first lines."""
    words = word(record)
    mark = mark_of(record, session)
    colour = hue(list_of(record), dark=dark)
    card = Text(end="")
    between = "  " if low else "\n"
    card.append(neutral(words.what), style=f"bold {colour}")
    if words.value:
        card.append(f"{between}{neutral(words.value)}", style="bold")
    if words.notes:
        card.append(f"{', ' if low else between}{neutral(', '.join(words.notes))}")
    if low:
        _sentence(card, session, record.source, colour)
    card.append(f"\n{mark.sign} {mark.word}", style="bold")
    card.append(f"  {LIST_TITLES[list_of(record)]}\n", style="dim")
    _line(card, "when", _when(record))
    if isinstance(record, Lab) and record.canonical_unit and record.unit and record.canonical_unit != record.unit:
        _line(card, "converted", f"{record.canonical_value} {record.canonical_unit}")
    _source(card, session, record.source, colour, quoted=not low)
    places = most_of(record.also, _MOST)
    for source in places:
        _source(card, session, source, colour, again=True)
    if len(places) < len(record.also):
        _line(card, "", f"and in {len(record.also) - len(places)} more places")
    _line(card, "why", "stated by the author" if record.rule == "author" else f"rule {record.rule}")
    _others(card, session, record)
    for check in session.case.checks:
        if record.id in check.records:
            card.append(f"\n! {neutral(check.message)}\n", style="bold")
    decision = session.decision(record.id)
    _line(card, "reason", decision.reason or "")
    _line(card, "comment", decision.comment or "")
    return card


def _line(card: Text, label: str, content: str) -> None:
    if content:
        card.append(f"{label:<10}", style="dim")
        card.append(f"{neutral(content)}\n")


def _when(record: Record) -> str:
    time: Time | None = getattr(record, "time", None) or getattr(record, "start", None)
    if time is None:
        return "not told"
    told = " ".join(time.text.split())
    shown = time.date if time.kind == "date" and (time.date or "").isdecimal() else when(time)
    how = {"date": "a date", "relative": "counted from another event", "age": "an age", "label": "a heading"}[time.kind]
    return f"{shown} — “{told}”, {how}" if told and told != shown else f"{shown} — {how}"


def _source(
    card: Text, session: Session, source: Source, colour: str, *, again: bool = False, quoted: bool = True
) -> None:
    read = session.state.read.get(source.note)
    section = next(
        (one.name for one in (read.note.sections if read else ()) if one.start <= source.start < one.end), ""
    )
    place = f"{source.note} {source.start}–{source.end}" + (f" · {section.replace('_', ' ')}" if section else "")
    if not quoted:
        _line(card, "note", place)
        return
    card.append(f"\n{'also ' if again else ''}{neutral(place)}", style="dim")
    _sentence(card, session, source, colour)
    card.append("\n" if again else "\n\n")


def _sentence(card: Text, session: Session, source: Source, colour: str) -> None:
    """The sentence of the note, on a line of its own, with the words of the record marked in it."""
    note = session.state.notes.get(source.note)
    if note is None:
        card.append(f"\n{neutral(source.text)}", style="bold underline")
        return
    head, words, tail = (neutral(" ".join(part.split("\n"))) for part in sentence_around(note.text, source))
    card.append(f"\n{head}")
    card.append(words, style=f"bold underline {colour}")
    card.append(tail)


def _others(card: Text, session: Session, record: Record) -> None:
    """Other values of the same thing, which a reader compares with this one."""
    key = next((field for field in ("analyte", "site", "agent", "concept") if getattr(record, field, None)), None)
    if key is None:
        return
    others = [
        other
        for other in case_records(session.case)
        if other.id != record.id and getattr(other, key, None) == getattr(record, key)
    ]
    shown = most_of(others, _MOST)
    for number, other in enumerate(shown):
        words = word(other)
        parts = (words.value, told_when(other))
        _line(card, "others" if number == 0 else "", " · ".join(part for part in parts if part))
    if len(shown) < len(others):
        _line(card, "", f"and {len(others) - len(shown)} more")
