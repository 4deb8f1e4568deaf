"""How the chat is answered: understood behind the screen, answered in front of it, where the session may change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from osteocase.assistant.subjects.turn import Turn
from osteocase.errors import OsteocaseError
from osteocase.review import Session
from osteocase.tui.calm import calm
from osteocase.tui.messages import ReportFailed, Understood

if TYPE_CHECKING:
    from osteocase.tui.app import OsteocaseApp

__all__ = ["Conversation", "Talk"]


class Conversation(Protocol):
    """Who answers in the chat. ``understand`` runs behind the screen; ``answer`` changes the session, so in front."""

    def understand(self, say: str) -> Any:
        """What an utterance means; changes nothing."""

    def answer(self, understood: Any) -> Turn:
        """Do what was understood, and tell it."""
        ...

    def on_notes(self, note_ids: Sequence[str]) -> Turn:
        """What new notes brought, and the question that matters most next."""
        ...

    def look_at(self, record_id: str) -> None:
        """The user looks at a record; ``it`` is this one now."""


class Talk:
    """The conversation of an application.

    Args:
        app: the application.
        make: makes the one who answers, which takes a while; null leaves the chat to commands.
    """

    def __init__(self, app: OsteocaseApp, make: Callable[[Session], Conversation] | None) -> None:
        self._app = app
        self._make = make
        self._partner: Conversation | None = None
        self._to_greet: list[str] = []
        self._held: list[str] = []
        """What was said while notes were being read."""

    def prepare(self) -> None:
        """Make the one who answers, behind the screen."""

        def work() -> None:
            self._made()
            self._app.call_from_thread(self.greet_notes)

        self._app.run_worker(work, thread=True, group="talk", exit_on_error=False)

    def ask(self, say: str) -> None:
        """Say something; the answer comes as a message."""
        bench = self._app.bench
        bench.said(say)
        if self._make is None:
            bench.answer("I can only carry out commands here: type / to see them.")
            return
        if self._app.intake.busy:  # half a case would be asked, and what the rest tells be denied
            if not self._held:
                bench.answer("The notes are still being read. I answer as soon as they are.")
            self._held.append(say)
            return
        if self._partner is None and not self._app.reader_ready:
            bench.answer("One moment: I am getting ready. The very first time that takes up to a minute.")
        self._hear(say)

    def go_on(self) -> None:
        """Answer the next of what was said while notes were being read, once none is."""
        if self._held and not self._app.intake.busy:
            self._hear(self._held.pop(0))

    def _hear(self, say: str) -> None:
        self._app.run_worker(partial(self._understand, say), thread=True, group="talk", exit_on_error=False)

    def answer(self, meant: Any) -> None:
        """Answer what was understood, and show what it changed."""
        app, bench, partner = self._app, self._app.bench, self._partner
        if partner is None:
            return
        turn = app.guarded(lambda: partner.answer(meant))
        if turn is None:
            return
        if not turn.instead_of_screen:
            bench.answer(turn.reply, turn.sources, failed=turn.intent == "unknown")
        if turn.changes or turn.intent in ("undo", "redo"):
            bench.refresh_case()
        if turn.records and turn.records[0] in {record.id for record in app.session.records}:
            bench.choose(turn.records[0], unasked=True)
        if turn.command == "open_note":
            bench.show_source(turn.sources[0])
        elif turn.command is not None:
            for command in (turn.command, *turn.more_commands):
                app.run_command(command)

    def greet_notes(self, note_ids: Sequence[str] = ()) -> None:
        """Say what new notes brought, and ask what matters most next; as soon as there is somebody to say it."""
        self._to_greet += [one for one in note_ids if one not in self._to_greet]
        known = [one for one in self._to_greet if one in self._app.session.state.notes]
        if self._partner is not None and known:
            self._to_greet = []
            turn = self._partner.on_notes(known)
            self._app.bench.answer(turn.reply, turn.sources)

    def look_at(self, record_id: str) -> None:
        """The user looks at a record."""
        if self._partner is not None:
            self._partner.look_at(record_id)

    def _understand(self, say: str) -> None:
        try:
            partner = self._made()
            meant = partner.understand(say) if partner is not None else None
        except OsteocaseError as error:
            self._app.post_message(ReportFailed(error.title, str(error)))
            self._app.call_from_thread(self.go_on)
        else:
            self._app.post_message(Understood(meant))

    def _made(self) -> Conversation | None:
        if self._partner is None and self._make is not None:
            self._partner = self._make(self._app.session)
            calm()
        return self._partner
