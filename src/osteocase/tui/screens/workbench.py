"""The main screen: lays out the panes and shows in them what the session holds; it decides nothing itself.

What the commands do stands in ``osteocase.tui.carry_out``; how notes come in, in ``osteocase.tui.intake``.
"""

from __future__ import annotations

from asyncio import Event, sleep, timeout
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Tab, Tabs

from osteocase.errors import OsteocaseError
from osteocase.records import Record, Source
from osteocase.review import Change, Session
from osteocase.tui.commands import bindings
from osteocase.tui.messages import RecordChosen, RunCommand, ShowSource
from osteocase.tui.views import VIEWS
from osteocase.tui.widgets.case_view import CaseView
from osteocase.tui.widgets.chat_log import Answer, ChatLog, NoteCard, Said
from osteocase.tui.widgets.key_line import KeyLine
from osteocase.tui.widgets.note_view import NoteView
from osteocase.tui.widgets.prompt import Prompt
from osteocase.tui.widgets.record_card import RecordCard
from osteocase.tui.widgets.records_table import RecordsTable
from osteocase.tui.widgets.slash_menu import SlashMenu
from osteocase.tui.widgets.status_bar import StatusBar
from osteocase.tui.widgets.tab_line import TabLine

__all__ = ["ReviewPane", "Workbench"]

_TABS = {"chat": "Chat", "note": "Note", "records": "Review"} | {name: title for name, (title, _draw) in VIEWS.items()}
_SHORT_TITLES = {"treatments": "Therapy", "timeline": "Time"}
"""So that all tabs fit into the 80 columns of a small terminal."""
_FLASH_SECONDS = 4.0
_BREATH_SECONDS = 0.02
"""Between two steps of drawing a long note, so that each is painted, and keys are heard, before the next."""
_LONGEST_BREATH_SECONDS = 0.25


class ReviewPane(Container):
    """Note, records and card; single letters are commands while one of them has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("review"),
        Binding("J", "scroll_card(1)", "Card down", show=False, id="card.down"),
        Binding("K", "scroll_card(-1)", "Card up", show=False, id="card.up"),
    ]

    def action_scroll_card(self, direction: int) -> None:
        """Scroll the card, which never has the focus itself, by half of what is seen of it."""
        card = self.query_one(RecordCard)
        card.scroll_relative(y=direction * max(1, card.size.height // 2), animate=False)


class Workbench(Screen[None]):
    """The one screen that is always there."""

    CSS_PATH = "workbench.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (150, "-broad")]  # noqa: RUF012 - declared so by Textual
    AUTO_FOCUS = "#prompt"

    grace_seconds: float = 0.5
    """After a record came up by itself, for so long no key decides on it."""

    def __init__(self, session: Session, *, saved: Callable[[], str]) -> None:
        super().__init__()
        self.session = session
        self._saved = saved
        self.tab = "records"
        self.shown_note: str | None = None
        self.chosen_id: str | None = None
        self.doing = ""
        """What the status line tells: what was said last, then again what goes on."""
        self.busy_with = ""
        self._appeared = 0.0
        self._flash: Timer | None = None

    def compose(self) -> ComposeResult:
        """Status, tabs, the panes, the keys."""
        yield StatusBar(id="status")
        yield TabLine(*(Tab(title, id=f"tab-{name}") for name, title in _TABS.items()), id="tabs")
        with Horizontal(id="body"):
            with Vertical(id="talk"):
                yield ChatLog(id="log")
                yield SlashMenu(id="menu")
                with Vertical(id="prompt-frame"):
                    yield Prompt(id="prompt")
            with ReviewPane(id="views"):
                with Horizontal(id="review"):
                    with Vertical(id="note-pane"):
                        yield NoteView(id="note")
                    with Vertical(id="facts"):
                        with Vertical(id="records-pane"):
                            yield Input(placeholder="show only records that hold…", id="filter", compact=True)
                            yield RecordsTable(id="records")
                        yield RecordCard(id="card")
                for name, (_title, draw) in VIEWS.items():
                    yield CaseView(draw, id=f"view-{name}")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the case as it stands."""
        self.query_one("#talk").border_title = "Conversation"
        self.show_tab("chat")
        self.refresh_case(keep_order=False)

    def on_resize(self, _event: events.Resize) -> None:
        """On a wide terminal the conversation and the note are always there, so they need no tab."""
        self._show_tabs()
        self.refresh_status()

    # -- parts -----------------------------------------------------------------------------------------------------

    @property
    def log_view(self) -> ChatLog:
        """The conversation."""
        return self.query_one("#log", ChatLog)

    @property
    def prompt(self) -> Prompt:
        """Where the user types."""
        return self.query_one("#prompt", Prompt)

    @property
    def note_view(self) -> NoteView:
        """The note."""
        return self.query_one("#note", NoteView)

    @property
    def table(self) -> RecordsTable:
        """The records."""
        return self.query_one("#records", RecordsTable)

    @property
    def wide(self) -> bool:
        """Whether all panes have room side by side."""
        return self.app.size.width >= 110

    @property
    def chosen(self) -> Record | None:
        """The record that is looked at."""
        known = {record.id: record for record in self.session.records}
        return known.get(self.chosen_id) if self.chosen_id is not None else None

    @property
    def shows_chosen(self) -> bool:
        """Whether the chosen record can be seen: its card, or its words in the note."""
        return self.tab not in VIEWS and (self.wide or self.tab != "chat")

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_tab(self, name: str) -> None:
        """Bring a pane to the front."""
        if self.wide and name in ("chat", "note"):
            name = self.tab if self.tab not in ("chat", "note") else "records"
        self.tab = name
        for one in ("chat", "note", "records"):
            self.set_class(one == name, f"at-{one}")
        self.set_class(name in VIEWS, "at-case")
        self.query_one("#review").display = name not in VIEWS
        for view in VIEWS:
            pane = self.query_one(f"#view-{view}", CaseView)
            pane.display = view == name
        self._show_tabs()
        if name in VIEWS:
            self._draw_view()

    def enter_tab(self) -> None:
        """Give the focus to the pane in front."""
        panes: dict[str, Widget] = {"chat": self.prompt, "note": self.note_view, "records": self.table}
        self.set_focus(panes.get(self.tab) or self.query_one(f"#view-{self.tab}"))

    def refresh_case(self, *, keep_order: bool = True) -> None:
        """Show everything anew after a change of the case."""
        for _step in self._showing(keep_order=keep_order):
            pass

    async def refresh_in_steps(self) -> None:
        """The same, with room for keys between the steps; for a change that brings hundreds of records."""
        for _step in self._showing(keep_order=True):
            await sleep(_BREATH_SECONDS)

    async def breathe(self) -> None:
        """Let what was drawn be painted, and keys be heard; where another screen lies on top, nothing is painted."""
        painted = Event()
        self.call_after_refresh(painted.set)
        with suppress(TimeoutError):
            async with timeout(_LONGEST_BREATH_SECONDS):
                await painted.wait()
        await sleep(_BREATH_SECONDS)

    def _showing(self, *, keep_order: bool) -> Iterator[None]:
        """One part of the screen after the other."""
        yield
        self.table.show_records(self.session, keep_order=keep_order)
        if self.chosen is None:
            self.chosen_id = self.table.chosen
        yield
        if self.shown_note not in self.session.state.notes:
            self.shown_note = None
            chosen = self.chosen
            first = chosen.source.note if chosen is not None else next(iter(self.session.state.notes), None)
            if first is not None:
                self.show_note(first, mark=False)
        yield
        self._show_chosen()
        yield
        self._draw_view()
        self.refresh_status()
        self.refresh_bindings()

    def refresh_status(self) -> None:
        """Tell how things stand."""
        self.query_one("#status", StatusBar).show(self.session, doing=self.doing, saved=self._saved())

    def show_note(self, note_id: str, *, mark: bool = True) -> None:
        """Show a note in its pane; ``mark`` underlines the words of its records."""
        if self.shown_note != note_id:
            self.shown_note = note_id
            self.note_view.show_note(self.session.note(note_id))
        names = list(self.session.state.notes)
        pane = self.query_one("#note-pane")
        pane.border_title = note_id
        pane.border_subtitle = f"note {names.index(note_id) + 1} of {len(names)}"
        if mark:
            self._mark_note()

    def choose(self, record_id: str, *, move_note: bool = True, unasked: bool = False) -> None:
        """Look at a record: in the table, on the card and in its note; ``unasked`` where the user did not choose it."""
        if unasked and record_id != self.chosen_id:
            self._appeared = monotonic()
        self.chosen_id = record_id
        if self.table.chosen != record_id:
            self.table.choose(record_id)
        self._show_chosen(move_note=move_note)

    @property
    def has_just_appeared(self) -> bool:
        """Whether the record on the card came by itself a moment ago: a key now was meant for the one before it."""
        return monotonic() - self._appeared < self.grace_seconds

    def show_source(self, source: Source) -> None:
        """Bring words of a note into view."""
        if source.note not in self.session.state.notes:
            self.flash("that note is no longer in the case")
            return
        if self.tab in VIEWS or not self.wide:
            self.show_tab("note" if not self.wide else "records")
        covering = self.session.at(source.note, source.start)
        exact = [record for record in covering if record.source == source] or list(covering)
        self.show_note(source.note)
        if exact:
            self.choose(exact[0].id)
        self.note_view.go_to(source)
        self.set_focus(self.note_view)

    def answer(self, text: str, sources: Sequence[Source] = (), *, failed: bool = False) -> None:
        """Say something in the conversation."""
        self.log_view.say(Answer(text, sources, failed=failed))

    def said(self, text: str) -> None:
        """Repeat in the conversation what the user said."""
        self.log_view.say(Said(text))

    def flash(self, text: str) -> None:
        """Tell something in the status line for a few seconds."""
        self.doing = text
        self.refresh_status()
        if self._flash is not None:
            self._flash.stop()
        self._flash = self.set_timer(_FLASH_SECONDS, self._end_flash)

    def tell_fault(self, error: OsteocaseError) -> None:
        """Tell what could not be done, where, and the way out; one at a time, so that they never cover the screen."""
        self.app.clear_notifications()
        self.notify(str(error), title=error.title, severity="error", markup=False)

    def apply(self, change: Change) -> Change | None:
        """Make a change and show what follows; one that is not possible is told and leaves all as it was."""
        try:
            made = self.session.apply(change)
        except OsteocaseError as error:
            self.tell_fault(error)
            return None
        self.refresh_case()
        return made

    # -- hearing ---------------------------------------------------------------------------------------------------

    @on(Tabs.TabActivated)
    def _tab_activated(self, event: Tabs.TabActivated) -> None:
        name = (event.tab.id or "").removeprefix("tab-")
        if name and name != self.tab and event.tabs.active == event.tab.id:  # else a later key has gone on from there
            self.show_tab(name)

    @on(TabLine.Entered)
    def _tab_entered(self) -> None:
        self.enter_tab()

    @on(RecordChosen)
    def _record_chosen(self, event: RecordChosen) -> None:
        self.chosen_id = event.record_id
        self._show_chosen(move_note=not event.from_note)

    @on(ShowSource)
    def _show_source(self, event: ShowSource) -> None:
        self.show_source(event.source)

    @on(NoteCard.Opened)
    def _note_opened(self, event: NoteCard.Opened) -> None:
        if event.note_id in self.session.state.notes:
            self.show_tab("note")
            self.show_note(event.note_id)
            self.set_focus(self.note_view)

    @on(NoteView.PlaceChosen)
    def _place_chosen(self, event: NoteView.PlaceChosen) -> None:
        if self.shown_note is not None:
            covering = self.session.at(self.shown_note, event.offset)
            if covering:
                self.choose(covering[0].id, move_note=False)

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        menu = self.query_one("#menu", SlashMenu)
        self.prompt.menu_open = menu.show_for(event.text, self.session)

    @on(Prompt.MenuKey)
    def _menu_key(self, event: Prompt.MenuKey) -> None:
        menu = self.query_one("#menu", SlashMenu)
        if event.key == "escape":
            self.prompt.clear()
        elif event.key == "up":
            menu.action_cursor_up()
        elif event.key == "down":
            menu.action_cursor_down()
        elif menu.chosen is not None:
            self._run_slash(menu.chosen)

    @on(SlashMenu.OptionSelected)
    def _menu_chosen(self, event: SlashMenu.OptionSelected) -> None:
        if event.option.id is not None:
            self._run_slash(event.option.id)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self.table.wanted = event.value
        self.table.show_records(self.session)
        self._title_records()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.set_focus(self.table)

    def leave_filter(self) -> bool:
        """Show all records again; false where the filter is not being typed."""
        box = self.query_one("#filter", Input)
        if not box.has_focus:
            return False
        box.clear()
        box.display = False
        self.set_focus(self.table)
        return True

    def _run_slash(self, word: str) -> None:
        self.prompt.clear()
        self.post_message(RunCommand(f"/{word}"))

    # -- how -------------------------------------------------------------------------------------------------------

    def _show_tabs(self) -> None:
        tabs = self.query_one("#tabs", Tabs)
        for name in ("chat", "note"):
            tab = tabs.query_one(f"#tab-{name}", Tab)
            tab.display = not self.wide
        tabs.query_one("#tab-records", Tab).label = "Review" if self.wide else "Records"
        for name, short in _SHORT_TITLES.items():
            tabs.query_one(f"#tab-{name}", Tab).label = _TABS[name] if self.wide else short
        if self.wide and self.tab in ("chat", "note"):
            self.show_tab("records")
        elif tabs.active != f"tab-{self.tab}":
            tabs.active = f"tab-{self.tab}"

    def _show_chosen(self, *, move_note: bool = True) -> None:
        chosen = self.chosen
        self.query_one("#card", RecordCard).show_record(self.session, chosen)
        if chosen is not None and move_note and chosen.source.note in self.session.state.notes:
            self.show_note(chosen.source.note)
            self.note_view.go_to(chosen.source)
        self._mark_note()
        self._title_records()

    def _mark_note(self) -> None:
        if self.shown_note is None:
            self.note_view.load_text("")
            return
        here = [
            record
            for record in self.session.records
            if any(source.note == self.shown_note for source in (record.source, *record.also))
        ]
        self.note_view.mark_records(here, self.chosen)

    def _title_records(self) -> None:
        pane = self.query_one("#records-pane")
        shown, total = len(self.table.shown), len(self.session.records)
        order = {"need": "by need", "kind": "by kind", "note": "by note", "time": "by time"}[self.table.order]
        pane.border_title = f"Records {shown} of {total}" if shown != total else f"Records {total}"
        pane.border_subtitle = order

    def _draw_view(self) -> None:
        if self.tab in VIEWS:
            self.query_one(f"#view-{self.tab}", CaseView).show(self.session)

    def _end_flash(self) -> None:
        self.doing = self.busy_with
        self.refresh_status()
