"""The list of records: one row each, with mark, words, value and time; filtered and ordered as the user likes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, get_args

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.queue import conflicting
from osteocase.review.wording import LIST_TITLES, list_of, short_name, short_value, word
from osteocase.tui.marks import hue, mark_of
from osteocase.tui.messages import RecordChosen, RunCommand
from osteocase.tui.neutral import neutral
from osteocase.tui.times import told_when

__all__ = ["ORDERS", "Order", "RecordsTable"]

Order = Literal["need", "kind", "note", "time"]
_WIDE = 60
"""Columns from which values are shown with their units."""
ORDERS: tuple[Order, ...] = get_args(Order)


class RecordsTable(DataTable[Text]):
    """Records to decide on; the order stays as it is while decisions are made, so that nothing jumps away."""

    HELP = """
## Records

Each row is one record: its state, what it is, its value and when it was.

- {accept} accept, {reject} reject, {edit} edit, {defer} decide later; then the next row comes
- {next_open} / {previous_open} next and previous record that nobody has decided on
- **enter** shows its words in the note; **enter** there comes back
- {accept_all} accepts all shown, {filter} filters, {order} changes the order
- {undo} takes the last change back, {redo} makes it again
- **j k g G ctrl+d ctrl+u** move as in vi, **J** and **K** scroll the card
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False, id="list.down"),
        Binding("k", "cursor_up", "Up", show=False, id="list.up"),
        Binding("right_square_bracket", "cursor_down", "Next record", show=False, id="list.next"),
        Binding("left_square_bracket", "cursor_up", "Previous record", show=False, id="list.previous"),
        Binding("g", "scroll_top", "First", show=False, id="list.first"),
        Binding("G", "scroll_bottom", "Last", show=False, id="list.last"),
        Binding("ctrl+d", "page_down", "Page down", show=False, id="list.page_down"),
        Binding("ctrl+u", "page_up", "Page up", show=False, id="list.page_up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, cursor_type="row", cell_padding=1, zebra_stripes=False)
        self.order: Order = "need"
        self.wanted = ""
        """Words that a record must hold to be shown."""
        self._ids: list[str] = []
        self._session: Session | None = None

    def on_mount(self) -> None:
        """Make the columns."""
        for key, title in (("mark", " "), ("what", "Record"), ("value", "Value"), ("when", "When")):
            self.add_column(title, key=key, width=1)

    def on_resize(self) -> None:
        """Share the width among the columns; what does not fit is on the card."""
        self._share(())
        if self._session is not None:
            self.show_records(self._session)
        self.refresh()

    def _share(self, rows: Sequence[tuple[Text, ...]]) -> None:
        """What one of names and values does not need, the other may have."""
        room = self.size.width - 2 * self.cell_padding * len(self.columns) - 2
        when_width = 7 if room < _WIDE else 12
        what_needed, value_needed, when_needed = (
            max((row[place].cell_len for row in rows), default=room) for place in (1, 2, 3)
        )
        when_width = min(when_width, max(when_needed, len("When")))
        free = room - when_width
        value_width = free * (40 if room < _WIDE else 45) // 100
        if rows:
            spare = free - value_width - what_needed
            if spare > 0:
                value_width = max(value_width, min(value_needed, free - what_needed))
            elif value_needed < value_width:
                value_width = max(value_needed, value_width + spare)
        widths = {"mark": 1, "what": free - value_width, "value": value_width, "when": when_width}
        for key, column in self.columns.items():
            column.width = max(1, widths[key.value or "mark"])
            column.auto_width = False

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the records in the order of the rows."""
        return tuple(self._ids)

    @property
    def chosen(self) -> str | None:
        """Id of the record that the cursor is on."""
        row = self.cursor_row
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def show_records(self, session: Session, *, keep_order: bool = True) -> None:
        """Show the records of a session; rows that are there already stay where they are."""
        self._session = session
        fitting = {record.id: record for record in session.records if _holds(record, self.wanted)}
        ordered = [record.id for record in _ordered(fitting.values(), session, self.order)]
        if keep_order and set(ordered) == set(self._ids):
            ordered = self._ids
        doubtful, dark = conflicting(session.case), self.app.current_theme.dark
        rows = [
            _row(fitting[record_id], session, doubtful, dark=dark, narrow=self.size.width < _WIDE)
            for record_id in ordered
        ]
        self._share(rows)
        if ordered == self._ids:
            self._update(rows)
            return
        chosen = self.chosen
        self._ids = ordered
        self.clear()
        for record_id, row in zip(ordered, rows, strict=True):
            self.add_row(*row, key=record_id)
        if chosen in self._ids:
            self.choose(chosen)
        elif self._ids:
            self.move_cursor(row=0)

    def choose(self, record_id: str | None) -> bool:
        """Put the cursor on a record; false where it is not shown."""
        if record_id is None or record_id not in self._ids:
            return False
        self.move_cursor(row=self._ids.index(record_id), scroll=True)
        return True

    def step_to_open(self, session: Session, step: int) -> bool:
        """Move to the next (1) or previous (-1) record that nobody has decided on; deferred ones come last."""
        if not self._ids:
            return False
        count = len(self._ids)
        turns = [(self.cursor_row + step * distance) % count for distance in range(1, count + 1)]
        is_open = [row for row in turns if session.record(self._ids[row]).review == "unreviewed"]
        waiting = [row for row in is_open if not session.decision(self._ids[row]).deferred]
        for row in (waiting or is_open)[:1]:
            self.move_cursor(row=row, scroll=True)
            return True
        return False

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell which record is looked at; an empty table tells a row before the first when a key moves its cursor."""
        event.stop()
        if self.chosen is not None:
            self.post_message(RecordChosen(self.chosen))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Enter and click are told by the commands."""
        event.stop()

    def action_select_cursor(self) -> None:
        """Enter goes to the words in the note."""
        self.post_message(RunCommand("go_to_source"))

    def _update(self, rows: Sequence[tuple[Text, ...]]) -> None:
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if self.get_cell_at(Coordinate(number, column)) != cell:
                    self.update_cell_at(Coordinate(number, column), cell)


def _row(record: Record, session: Session, doubtful: frozenset[str], *, dark: bool, narrow: bool) -> tuple[Text, ...]:
    words = word(record)
    mark = mark_of(record, session, doubtful)
    faded = "strike dim" if record.review == "rejected" else ""
    colour = hue(list_of(record), dark=dark)
    what = Text(neutral(short_name(record)), style=f"{faded} {colour}".strip(), end="")
    arrow = "↑ " if "high" in words.notes else "↓ " if "low" in words.notes else ""
    value = Text(
        f"{arrow}{neutral(short_value(record) if narrow else words.value)}",
        style=f"{faded} bold".strip() if arrow else faded,
        end="",
    )
    whose = [note for note in words.notes if note.startswith("of ")]
    if whose:
        value.append(f" {', '.join(whose)}", style="bold")
    when = Text(neutral(_short(told_when(record))), style="dim")
    for cell in (what, value, when):
        cell.no_wrap, cell.overflow = True, "ellipsis"
    return Text(mark.sign, style="bold"), what, value, when


def _short(time: str) -> str:
    """A time for a narrow column: ``6 months`` is ``6 mo``."""
    if time == "month 0":
        return "0 mo"
    return time.replace(" months", " mo").replace(" month", " mo")


def _holds(record: Record, wanted: str) -> bool:
    if not wanted:
        return True
    text = f"{word(record).sentence()} {LIST_TITLES[list_of(record)]} {record.source.note} {record.review}".casefold()
    return all(part in text for part in wanted.casefold().split())


def _ordered(records: Iterable[Record], session: Session, order: Order) -> list[Record]:
    notes = {note_id: number for number, note_id in enumerate(session.state.notes)}
    found = list(records)
    if order == "need":
        queue = {record_id: number for number, record_id in enumerate(session.queue())}
        return sorted(found, key=lambda record: queue.get(record.id, len(queue)))
    if order == "note":
        return sorted(found, key=lambda record: (notes.get(record.source.note, 0), record.source.start))
    if order == "time":
        return sorted(found, key=_months)
    return found


def _months(record: Record) -> tuple[bool, float]:
    time = getattr(record, "time", None) or getattr(record, "start", None)
    months = time.months if time is not None else None
    return months is None, float(months or 0)
