"""What each command does; one function a command, found by its id. The table of commands is ``commands.COMMANDS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from textual.widgets import Input

from osteocase.review import Accept, Change, Defer, Reject, Reopen
from osteocase.review.telling import told
from osteocase.review.wording import word
from osteocase.tui.clipboard import copy_text
from osteocase.tui.screens.cases import CasesScreen
from osteocase.tui.screens.confirm import ConfirmScreen
from osteocase.tui.screens.edit import EditScreen
from osteocase.tui.screens.help import HelpScreen
from osteocase.tui.screens.open import OpenScreen
from osteocase.tui.views import VIEWS
from osteocase.tui.widgets.records_table import ORDERS

if TYPE_CHECKING:
    from osteocase.records import Record
    from osteocase.tui.app import OsteocaseApp
    from osteocase.tui.screens.workbench import Workbench

__all__ = ["CARRY_OUT", "RENAME"]

RENAME = "rename the case to "
Action = Callable[["OsteocaseApp"], None]


def _chosen(bench: Workbench) -> Record | None:
    """The record that a key means: one that can be seen, and in the list the one under the cursor.

    The card follows the cursor a moment later, and a key that was typed ahead must not decide on what it showed before.
    """
    if not bench.shows_chosen:
        bench.flash("no record is in view here: f3 goes to the records")
        return None
    record_id = bench.table.chosen if bench.table.has_focus else bench.chosen_id
    chosen = next((record for record in bench.session.records if record.id == record_id), None)
    if chosen is None:
        bench.flash("no record is chosen")
    return chosen


def _decide(make: Callable[[tuple[str, ...]], Change]) -> Action:
    """Decide on the chosen record; in the list the next open one comes, in the note the reader stays where he is."""

    def act(app: OsteocaseApp) -> None:
        bench = app.bench
        chosen = _chosen(bench)
        if chosen is None:
            return
        if bench.has_just_appeared:
            bench.flash("this record has just come up: press the key again")
            return
        in_note = bench.note_view.has_focus
        if bench.apply(make((chosen.id,))) is not None and not in_note:
            bench.table.step_to_open(bench.session, 1)

    return act


def _edit(app: OsteocaseApp) -> None:
    bench = app.bench
    chosen = _chosen(bench)
    if chosen is None:
        return

    def edited(change: Change | str | None) -> None:
        if isinstance(change, str):
            bench.flash(change)
        elif change is not None and bench.apply(change) is not None:
            bench.flash(told(change, bench.session))

    app.push_screen(EditScreen(bench.session, chosen), edited)


def _step(step: int) -> Action:
    def act(app: OsteocaseApp) -> None:
        bench = app.bench
        if not bench.shows_chosen:
            _records(app)
        if not bench.table.step_to_open(bench.session, step):
            bench.flash("every shown record is decided on")

    return act


def _go_to_source(app: OsteocaseApp) -> None:
    bench = app.bench
    if bench.note_view.has_focus:
        covering = bench.session.at(bench.shown_note or "", bench.note_view.cursor_offset_in_note)
        if covering:
            bench.choose(covering[0].id, move_note=False)
        bench.show_tab("records")
        bench.set_focus(bench.table)
    else:
        chosen = _chosen(bench)
        if chosen is not None:
            bench.show_source(chosen.source)


def _accept_all(app: OsteocaseApp) -> None:
    bench = app.bench
    if not bench.shows_chosen:
        _records(app)
    is_open = [one for one in bench.table.shown if bench.session.record(one).review == "unreviewed"]
    if not is_open:
        bench.flash("every shown record is decided on")
        return
    count = f"{len(is_open)} record{'' if len(is_open) == 1 else 's'}"

    def answered(yes: bool | None) -> None:
        if yes and bench.apply(Accept(records=tuple(is_open))) is not None:
            bench.flash(f"accepted {count}; u takes it back")

    app.push_screen(ConfirmScreen(f"Accept {count} as they stand?", yes="Accept", no="Cancel"), answered)


def _add_selection(app: OsteocaseApp) -> None:
    """Have the words that are selected in the note read once more, as a fact that was missed."""
    bench = app.bench
    span = bench.note_view.selected_span
    if span is None or bench.shown_note is None:
        bench.flash("select words in the note first: shift and arrows, or drag")
        return
    words = bench.session.note(bench.shown_note).text[span[0] : span[1]]
    app.talk.ask(f"add {' '.join(words.split())}")


def _filter(app: OsteocaseApp) -> None:
    bench = app.bench
    bench.show_tab("records")
    box = bench.query_one("#filter", Input)
    box.display = True
    bench.set_focus(box)


def _order(app: OsteocaseApp) -> None:
    bench = app.bench
    bench.table.order = ORDERS[(ORDERS.index(bench.table.order) + 1) % len(ORDERS)]
    bench.refresh_case(keep_order=False)
    bench.flash(f"records by {bench.table.order}")


def _turn_note(step: int) -> Action:
    def act(app: OsteocaseApp) -> None:
        bench = app.bench
        names = list(bench.session.state.notes)
        if names:
            at = names.index(bench.shown_note) if bench.shown_note in names else 0
            bench.show_note(names[(at + step) % len(names)])

    return act


def _undo(app: OsteocaseApp) -> None:
    bench = app.bench
    change = app.guarded(bench.session.undo)
    bench.refresh_case()
    bench.flash(f"taken back: {told(change, bench.session)}" if change is not None else "nothing to take back")


def _redo(app: OsteocaseApp) -> None:
    bench = app.bench
    change = app.guarded(bench.session.redo)
    bench.refresh_case()
    bench.flash(f"again: {told(change, bench.session)}" if change is not None else "nothing to make again")


def _copy_record(app: OsteocaseApp) -> None:
    chosen = _chosen(app.bench)
    if chosen is None:
        return
    text = f"{word(chosen).sentence()}\n“{chosen.source.text}” ({chosen.source.note} {chosen.source.start})"
    told_of_it = copy_text(text, to_terminal=app.copy_to_clipboard, folder=user_state_path("osteocase"))
    app.bench.flash(told_of_it.partition(",")[0])
    if "/" in told_of_it:  # a path is longer than the status line, and is needed for longer
        app.bench.answer(f"{told_of_it[0].upper()}{told_of_it[1:]}")


def _show(name: str) -> Action:
    def act(app: OsteocaseApp) -> None:
        app.bench.show_tab(name)
        app.bench.enter_tab()

    return act


def _chat(app: OsteocaseApp) -> None:
    app.bench.show_tab("chat")
    app.bench.set_focus(app.bench.prompt)


def _same_patient(app: OsteocaseApp) -> None:
    app.call_later(app.intake.add_refused)


def _records(app: OsteocaseApp) -> None:
    app.bench.show_tab("records")
    app.bench.set_focus(app.bench.table)


def _note(app: OsteocaseApp) -> None:
    bench = app.bench
    bench.show_tab("note" if not bench.wide else "records")
    bench.set_focus(bench.note_view)


def _open(app: OsteocaseApp) -> None:
    app.push_screen(OpenScreen(app.folder), lambda paths: app.open_paths(paths) if paths else None)


def _rename(app: OsteocaseApp) -> None:
    """The words are there, the name is typed behind them: one way of renaming, in the talk."""
    _chat(app)
    app.bench.prompt.put(RENAME)


def _help(app: OsteocaseApp) -> None:
    app.push_screen(HelpScreen(app.bench.focused, app.keys))


def _cases(app: OsteocaseApp) -> None:
    shelf = app.shelf
    if shelf is None or shelf.failed is not None:
        app.bench.flash("nothing is kept here, so there are no other cases")
        return

    def chosen(case_id: str | None) -> None:
        if case_id is not None:
            app.open_case(case_id)

    app.push_screen(
        CasesScreen(
            lambda search, archived: app.guarded(lambda: shelf.cases(search, archived=archived)) or (),
            lambda case_id, archived: app.guarded(lambda: shelf.archive(case_id, archived=archived)),
        ),
        chosen,
    )


CARRY_OUT: dict[str, Action] = {
    "accept": _decide(lambda ids: Accept(records=ids)),
    "reject": _decide(lambda ids: Reject(records=ids)),
    "edit": _edit,
    "defer": _decide(lambda ids: Defer(records=ids)),
    "next_open": _step(1),
    "previous_open": _step(-1),
    "go_to_source": _go_to_source,
    "accept_all": _accept_all,
    "reopen": _decide(lambda ids: Reopen(records=ids)),
    "add": _add_selection,
    "filter": _filter,
    "order": _order,
    "previous_note": _turn_note(-1),
    "next_note": _turn_note(1),
    "undo": _undo,
    "redo": _redo,
    "make_pdf": lambda app: app.make("pdf"),
    "make_docx": lambda app: app.make("docx"),
    "save_json": lambda app: app.make("json"),
    "open_pdf": lambda app: app.open_made(),
    "open_files": _open,
    "same_patient": _same_patient,
    "show_cases": _cases,
    "rename": _rename,
    "copy_record": _copy_record,
    "go_to_chat": _chat,
    "go_to_records": _records,
    "go_to_note": _note,
    **{f"show_{name}": _show(name) for name in VIEWS},
    "theme": lambda app: app.search_themes(),
    "help": _help,
    "quit": lambda app: app.exit(),
}
