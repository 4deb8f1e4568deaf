"""The application: wires session, reader, assistant and screen together, and does nothing else.

Start reading at ``OsteocaseApp.__init__`` for what it needs, ``run_command`` for how a command reaches its work, and
``osteocase.tui.intake`` for how a note comes in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from osteocase.errors import OsteocaseError
from osteocase.review import Session
from osteocase.tui.carry_out import CARRY_OUT
from osteocase.tui.case_switch import WELCOME, open_case
from osteocase.tui.commands import bindings, by_id, by_slash
from osteocase.tui.intake import Intake
from osteocase.tui.messages import (
    Asked,
    EngineReady,
    NotePasted,
    NoteRead,
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
from osteocase.tui.outputs import MAKERS, Maker
from osteocase.tui.palette import CaseCommands
from osteocase.tui.reader import Reader
from osteocase.tui.screens.workbench import Workbench
from osteocase.tui.shelf import Shelf
from osteocase.tui.talk import Conversation, Talk
from osteocase.tui.themes import DEFAULT_THEME, THEMES
from osteocase.tui.workers import load_reader, load_shelf, write_file

__all__ = ["OsteocaseApp", "run"]

Result = TypeVar("Result")
_LOOK_AROUND_SECONDS = 2.0


class OsteocaseApp(App[None]):
    """osteocase in the terminal.

    Args:
        session: the case under review; a new one of the shelf when left out.
        reader: reads notes; started behind the first screen.
        shelf: where cases are kept; null keeps nothing.
        conversation: makes the one who answers in the chat, behind the first screen; null leaves the chat to commands.
        folder: where file dialogs start and files are written.
        makers: what writes each kind of file.
        keymap: ids of bindings to the keys that the user wants for them.
        first_notes: notes, or folders of notes, to read at once.
    """

    TITLE = "osteocase"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Any]] = {CaseCommands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("everywhere"),
        Binding("escape", "step_back", "Back", show=False, id="step_back"),
    ]

    def __init__(
        self,
        session: Session | None = None,
        *,
        reader: Reader,
        shelf: Shelf | None = None,
        conversation: Callable[[Session], Conversation] | None = None,
        folder: Path | None = None,
        makers: Mapping[str, Maker] = MAKERS,
        theme: str = DEFAULT_THEME,
        keymap: Mapping[str, str] | None = None,
        first_notes: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        if session is None and shelf is None:
            raise ValueError("an application needs a session or a shelf")
        self.session = session or cast(Shelf, shelf).new()
        self.shelf = shelf
        self.reader = reader
        self.folder = folder or Path.cwd()
        self.bench = self._new_bench()
        self.intake = Intake(self, reader)
        self._conversation = conversation
        self.talk = Talk(self, conversation)
        self._makers = makers
        self._first_notes = tuple(first_notes)
        self.set_keymap(dict(keymap or {}))
        for one in THEMES:
            self.register_theme(one)
        # Under NO_COLOR only a theme of true colours comes out readable: the greys are computed from them.
        self.theme = DEFAULT_THEME if os.environ.get("NO_COLOR") or theme not in self.available_themes else theme

    def on_mount(self) -> None:
        """Paint first; everything slow comes after."""
        self.push_screen(self.bench)
        self.theme_changed_signal.subscribe(self, lambda _theme: self.bench.refresh_case())
        self.call_after_refresh(self._begin)
        if self.shelf is not None:
            self.set_interval(_LOOK_AROUND_SECONDS, self._look_around)

    def on_unmount(self) -> None:
        """Let the reader go."""
        self.reader.close()

    def _begin(self) -> None:
        if not self.session.state.notes:
            self.bench.answer(WELCOME)
        self.run_worker(partial(load_reader, self, self.reader), thread=True, group="loading", exit_on_error=False)
        if self.shelf is not None:
            self.run_worker(partial(load_shelf, self, self.shelf), thread=True, group="loading", exit_on_error=False)
        if self._first_notes:
            self.intake.take_paths(self._first_notes)

    def _new_bench(self) -> Workbench:
        shelf = self.shelf
        return Workbench(self.session, saved=(lambda: shelf.saved) if shelf is not None else (lambda: "not saved"))

    def open_case(self, case_id: str) -> None:
        """Go on with a kept case, or begin a new one."""
        open_case(self, case_id)

    def show_session(self, session: Session) -> None:
        """Put another case on the screen."""
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

    def action_run(self, command_id: str) -> None:
        """A key of the command table was pressed."""
        self.run_command(command_id)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, or say why it is not possible now."""
        if isinstance(self.screen, Workbench) and not by_id(command_id).available(self.session):
            self.bench.flash(f"{by_id(command_id).title.lower()}: not possible now")
            return
        CARRY_OUT[command_id](self)

    def action_choose(self, record_id: str) -> None:
        """A value was clicked in a tab."""
        self.bench.show_tab("records")
        self.bench.choose(record_id)

    def action_step_back(self) -> None:
        """Escape: stop what is being read, else go back to the conversation."""
        if not self.intake.cancel():
            CARRY_OUT["go_to_chat"](self)

    def guarded(self, work: Callable[[], Result]) -> Result | None:
        """Do something that can fail; its failure is told, never thrown."""
        try:
            return work()
        except OsteocaseError as error:
            self.bench.notify(error.message, title=error.title, severity="error", markup=False)
            return None

    def make(self, kind: str) -> None:
        """Have a file written behind the screen."""
        self.bench.flash(f"writing the {kind.upper()}…")
        case, notes = self.session.reviewed_case, self.session.notes
        maker, folder = self._makers[kind], self.folder
        work = partial(write_file, self, lambda: maker(case, notes, folder))
        self.run_worker(work, thread=True, group="writing", exit_on_error=False)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders."""
        self.intake.take_paths(paths)

    # -- messages --------------------------------------------------------------------------------------------------

    @on(RecordChosen)
    def _looked_at(self, event: RecordChosen) -> None:
        self.talk.look_at(event.record_id)

    @on(Asked)
    def _asked(self, event: Asked) -> None:
        if event.text.startswith("/"):
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
        name, _, rest = words.partition(" ")
        command = by_slash(name)
        if command is None:
            self.bench.answer(f"There is no command /{name}. Type / to see them all.", failed=True)
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
        if not self.intake.busy:
            self.bench.flash("the reader is ready")
        self.talk.prepare()

    @on(Understood)
    def _answer(self, event: Understood) -> None:
        self.talk.answer(event.meant)

    @on(ShelfReady)
    def _shelf_ready(self, event: ShelfReady) -> None:
        if event.words:
            self.bench.answer(event.words, failed=event.failed)
        self.bench.refresh_status()

    @on(ReadingProgress)
    def _progress(self, event: ReadingProgress) -> None:
        self.intake.progress(event)

    @on(NoteRead)
    def _read(self, event: NoteRead) -> None:
        self.intake.read(event)

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
        self.bench.flash("written")
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

    new_app(patterns=patterns, notes=notes, folder=folder, database=database, keep=keep).run()
