"""The application: wires session, reader, assistant and screen together, and does nothing else.

Start reading at ``OsteocaseApp.assemble`` for what it needs, ``run_command`` for how a command reaches its work, and
``osteocase.tui.intake`` for how a note comes in. Nothing slow is imported at the top: the first screen is painted
before the records, the library and the assistant are loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from osteocase.errors import OsteocaseError, OutputError
from osteocase.tui.calm import SECONDS_BETWEEN_SEARCHES, calm, search
from osteocase.tui.commands import bindings, by_id, by_slash
from osteocase.tui.messages import (
    Asked,
    EngineReady,
    NotePasted,
    NoteRead,
    PartsReady,
    PathsPasted,
    ReadingCancelled,
    ReadingFailed,
    ReadingProgress,
    RecordChosen,
    ReportFailed,
    ReportMade,
    RunCommand,
    ShelfReady,
    Understood,
)
from osteocase.tui.screens.first import FirstScreen
from osteocase.tui.themes import DEFAULT_THEME, THEMES

if TYPE_CHECKING:
    from osteocase.review import Session
    from osteocase.tui.intake import Intake
    from osteocase.tui.parts import Parts
    from osteocase.tui.screens.workbench import Workbench
    from osteocase.tui.talk import Talk

__all__ = ["OsteocaseApp", "run"]

Result = TypeVar("Result")
_LOOK_AROUND_SECONDS = 2.0


def _commands() -> Any:
    """What fills the palette; imported when it is opened."""
    from osteocase.tui.palette import CaseCommands

    return CaseCommands


class OsteocaseApp(App[None]):
    """osteocase in the terminal.

    Args:
        parts: what it works with, or what makes it, which is called behind the first screen.
        theme: the theme of the first screen.
        first_notes: notes, or folders of notes, to read at once.
    """

    TITLE = "osteocase"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Any]] = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("everywhere"),
        Binding("escape", "step_back", "Back", show=False, id="step_back"),
    ]

    session: Session
    bench: Workbench
    intake: Intake
    talk: Talk

    def __init__(
        self, parts: Parts | Callable[[], Parts], *, theme: str = DEFAULT_THEME, first_notes: Sequence[Path] = ()
    ) -> None:
        super().__init__()
        self._make_parts = parts if callable(parts) else None
        self._first_notes = tuple(first_notes)
        self.reader_ready = False
        self.assembled = False
        self.fault: Exception | None = None
        """Why the application could not start."""
        for one in THEMES:
            self.register_theme(one)
        self._wear(theme)
        if not callable(parts):
            self.assemble(parts)

    def assemble(self, parts: Parts) -> None:
        """Put the working parts in."""
        from osteocase.tui.intake import Intake
        from osteocase.tui.talk import Talk

        if parts.session is None and parts.shelf is None:
            raise ValueError("an application needs a session or a shelf")
        self.shelf, self.reader = parts.shelf, parts.reader
        self.session = parts.session or cast("Any", parts.shelf).new()
        self.folder, self._makers = parts.folder, parts.makers
        self.made: Path | None = None
        self.keys = dict(parts.keymap)
        """The user's own keys, by the ids of the bindings that they replace."""
        self.set_keymap(self.keys)
        self.bench = self._new_bench()
        self.intake = Intake(self, parts.reader)
        self._conversation = parts.conversation
        self.talk = Talk(self, parts.conversation)
        if parts.theme is not None:
            self._wear(parts.theme)
        self.assembled = True

    def _wear(self, theme: str) -> None:
        """Under NO_COLOR only a theme of true colours comes out readable: the greys are computed from them."""
        self.theme = DEFAULT_THEME if os.environ.get("NO_COLOR") or theme not in self.available_themes else theme

    def on_mount(self) -> None:
        """Paint first; everything slow comes after."""
        if self.assembled:
            self.push_screen(self.bench)
            self.call_after_refresh(self._begin)
        else:
            self.push_screen(FirstScreen())
            self.call_after_refresh(self._load)

    def _load(self) -> None:
        make = cast("Callable[[], Parts]", self._make_parts)

        def work() -> None:
            from osteocase.tui import carry_out  # what commands need is imported here too, and not at the first key

            del carry_out
            try:
                self.post_message(PartsReady(make()))
            except Exception as error:  # noqa: BLE001 - whatever it is, the user is told outside of the screen
                self.post_message(PartsReady(None, error))

        self.run_worker(work, thread=True, group="loading")

    @on(PartsReady)
    async def _parts_ready(self, event: PartsReady) -> None:
        if event.parts is None:
            self.fault = event.fault
            self.exit()
            return
        first = self.screen
        self.assemble(event.parts)
        await self.switch_screen(self.bench)
        self._begin()
        kept = first.kept if isinstance(first, FirstScreen) else []
        for one in kept:
            self.call_after_refresh(self.post_message, one)

    def on_unmount(self) -> None:
        """Let the reader go."""
        if self.assembled:
            self.reader.close()

    def _begin(self) -> None:
        from osteocase.tui.case_switch import WELCOME
        from osteocase.tui.workers import load_reader, load_shelf

        self.theme_changed_signal.subscribe(self, lambda _theme: self.bench.refresh_case())
        if self.shelf is not None:
            self.set_interval(_LOOK_AROUND_SECONDS, self._look_around)
        calm()
        self.set_interval(SECONDS_BETWEEN_SEARCHES, search)
        if not self.session.state.notes:
            self.bench.answer(WELCOME)
        self.run_worker(partial(load_reader, self, self.reader), thread=True, group="loading", exit_on_error=False)
        if self.shelf is not None:
            self.run_worker(partial(load_shelf, self, self.shelf), thread=True, group="loading", exit_on_error=False)
        if self._first_notes:
            self.intake.take_paths(self._first_notes)

    def _new_bench(self) -> Workbench:
        from osteocase.tui.screens.workbench import Workbench

        shelf = self.shelf
        return Workbench(self.session, saved=(lambda: shelf.saved) if shelf is not None else (lambda: "not saved"))

    def open_case(self, case_id: str) -> None:
        """Go on with a kept case, or begin a new one."""
        from osteocase.tui.case_switch import open_case

        open_case(self, case_id)

    def show_session(self, session: Session) -> None:
        """Put another case on the screen."""
        from osteocase.tui.talk import Talk

        self.session = session
        self.bench = self._new_bench()
        self.talk = Talk(self, self._conversation)
        self.switch_screen(self.bench)

    def _look_around(self) -> None:
        """Show what another window has changed in this case."""
        if self.guarded(self.session.catch_up):
            self.bench.refresh_case()
            self.bench.flash("changed in another window")

    # -- commands --------------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Any:
        """The table of commands replaces Textual's own."""
        yield from ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key may do something: function keys come here even while a dialog lies over the bench."""
        if action in ("run", "command_palette") and isinstance(self.screen, ModalScreen):
            return parameters == ("quit",) or None
        if action == "run" and self.assembled and self.screen is self.bench:
            commands = [by_id(str(one)) for one in parameters]
            if not self.bench.shows_chosen and any(command.on_record for command in commands):
                return False
            if isinstance(self.focused, Input) and any(command.opens_line for command in commands):
                return False  # a letter that is typed
        return super().check_action(action, parameters)

    def action_run(self, command_id: str) -> None:
        """A key of the command table was pressed."""
        self.run_command(command_id)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, or say why it is not possible now."""
        if not self.assembled:
            if command_id == "quit":
                self.exit()
            return
        from osteocase.tui.carry_out import CARRY_OUT

        if self.screen is self.bench and not by_id(command_id).available(self.session):
            self.bench.flash(f"{by_id(command_id).title.lower()}: not possible now")
            return
        CARRY_OUT[command_id](self)

    def action_choose(self, record_id: str) -> None:
        """A value was clicked in a tab."""
        self.bench.show_tab("records")
        self.bench.choose(record_id)
        self.bench.enter_tab()

    def action_step_back(self) -> None:
        """Escape: stop what is being read, else leave the filter, else go back to the conversation."""
        if self.assembled and not self.intake.cancel() and not self.bench.leave_filter():
            self.run_command("go_to_chat")

    def guarded(self, work: Callable[[], Result]) -> Result | None:
        """Do something that can fail; its failure is told, never thrown."""
        try:
            return work()
        except OsteocaseError as error:
            self.bench.tell_fault(error)
            return None

    def make(self, kind: str) -> None:
        """Have a file written behind the screen."""
        from osteocase.tui.workers import write_file

        self.bench.flash(f"writing the {kind.upper()}…")
        case, notes = self.session.reviewed_case, self.session.notes
        maker, folder = self._makers[kind], self.folder
        work = partial(write_file, self, lambda: maker(case, notes, folder))
        self.run_worker(work, thread=True, group="writing", exit_on_error=False)

    def open_made(self) -> None:
        """Show the file that was written last with the viewer of the system."""
        from osteocase.tui.viewer import open_file

        made = self.made
        if made is None:
            self.bench.answer("No PDF was made yet: f8 makes it.", failed=True)
            return
        try:
            open_file(made)
        except OutputError as error:
            self.bench.answer(f"{error.title}: {error}", failed=True)
        else:
            self.bench.flash(f"opening {made.name}")

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders."""
        self.intake.take_paths(paths)

    # -- messages --------------------------------------------------------------------------------------------------

    @on(RecordChosen)
    def _looked_at(self, event: RecordChosen) -> None:
        self.talk.look_at(event.record_id)

    @on(Asked)
    def _asked(self, event: Asked) -> None:
        from osteocase.tui.widgets.prompt import pasted_paths

        paths = pasted_paths(event.text)
        if paths:  # typed, or dragged into a terminal that types what is dragged
            self.open_paths(paths)
        elif event.text.startswith("/"):
            self._slash(event.text[1:].strip())
        else:
            self.talk.ask(event.text)

    @on(RunCommand)
    def _run(self, event: RunCommand) -> None:
        if event.command_id.startswith("/"):
            self._slash(event.command_id[1:])
        else:
            self.run_command(event.command_id)

    def _slash(self, words: str) -> None:
        from osteocase.tui.carry_out import RENAME
        from osteocase.tui.widgets.prompt import looks_like_path

        name, _, rest = words.partition(" ")
        command = by_slash(name)
        if rest and (command is None or command.id.startswith("show_")):  # ``/labs vitamin D``
            self.talk.ask(words)
        elif command is None and looks_like_path(name):
            self.open_paths((Path(f"/{words}"),))
        elif command is None:
            self.bench.answer(f"There is no command /{name}. Type / to see them all.", failed=True)
        elif command.id == "rename" and rest:
            self.talk.ask(f"{RENAME}{rest}")
        elif command.id == "open_files" and rest:
            self.open_paths((Path(rest.strip()).expanduser(),))
        else:
            self.run_command(command.id)

    @on(NotePasted)
    def _pasted(self, event: NotePasted) -> None:
        self.intake.take_text(event.text)

    @on(PathsPasted)
    def _paths(self, event: PathsPasted) -> None:
        self.intake.take_paths(event.paths)

    @on(EngineReady)
    def _engine_ready(self) -> None:
        self.reader_ready = True
        if self.intake.busy:
            self.intake.show_state()
        else:
            self.bench.flash("the reader is ready")
        self.talk.prepare()

    @on(Understood)
    def _answer(self, event: Understood) -> None:
        self.talk.answer(event.meant)
        self.talk.go_on()

    @on(ShelfReady)
    def _shelf_ready(self, event: ShelfReady) -> None:
        if event.words:
            self.bench.answer(event.words, failed=event.failed)
        self.bench.refresh_status()

    @on(ReadingProgress)
    def _progress(self, event: ReadingProgress) -> None:
        self.intake.progress(event)

    @on(NoteRead)
    async def _read(self, event: NoteRead) -> None:
        await self.intake.read(event)

    @on(ReadingCancelled)
    def _cancelled(self, event: ReadingCancelled) -> None:
        self.intake.failed(event.note_id, "stopped; nothing of it was kept", failed=False)

    @on(ReadingFailed)
    def _failed(self, event: ReadingFailed) -> None:
        if event.note_id:
            self.intake.failed(event.note_id, f"{event.title}: {event.reason}")
        else:
            self.bench.answer(f"{event.title}: {event.reason}", failed=True)

    @on(ReportMade)
    def _made(self, event: ReportMade) -> None:
        self.made = Path(event.path)
        self.bench.flash("written; f5 opens it")
        self.bench.answer(f"Written to {event.path}")

    @on(ReportFailed)
    def _not_made(self, event: ReportFailed) -> None:
        self.bench.answer(f"{event.title}: {event.reason}", failed=True)


def run(
    *,
    patterns: Sequence[Path] = (),
    notes: Sequence[Path] = (),
    folder: Path | None = None,
    database: str | None = None,
    keep: bool = True,
) -> None:
    """Open the application on a new case; the arguments are those of ``osteocase.tui.start.new_app``."""
    from osteocase.tui.start import new_app

    app = new_app(patterns=patterns, notes=notes, folder=folder, database=database, keep=keep)
    app.run()
    if app.fault is not None:
        raise app.fault
