"""How notes come into the case: pasted or opened, read one after the other behind the screen, and then added."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import Worker

from osteocase.errors import OsteocaseError, SeveralPatientsError
from osteocase.records import Note, NoteRecord
from osteocase.review import AddNote, Foreseen, fresh_note_id
from osteocase.tui.messages import NoteRead, ReadingProgress
from osteocase.tui.reader import Reader
from osteocase.tui.widgets.chat_log import NoteCard
from osteocase.tui.workers import read_note

if TYPE_CHECKING:
    from osteocase.tui.app import OsteocaseApp

__all__ = ["GETTING_READY", "Intake"]


GETTING_READY = "the reader gets ready; the very first time this takes up to a minute"


class Intake:
    """The notes that wait to be read, and the one that is being read."""

    def __init__(self, app: OsteocaseApp, reader: Reader) -> None:
        self._app = app
        self._reader = reader
        self._waiting: deque[Note] = deque()
        self._now: Note | None = None
        self._worker: Worker[None] | None = None
        self.refused: list[AddNote] = []
        """What would bring in the notes that seemed to be of another patient."""
        self._arrived: list[str] = []
        """Notes that have joined the case since the user gave something to read."""

    @property
    def busy(self) -> bool:
        """Whether a note is being read."""
        return self._now is not None

    def take_text(self, text: str) -> None:
        """Take a pasted text as a note."""
        from osteocase.reading import read_text

        self._take(partial(read_text, text, note_id=self._free("pasted")))

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Take files, and all notes of folders."""
        from osteocase.reading import notes_at, read_file

        for path in paths:
            try:
                files = notes_at(path)
            except OsteocaseError as error:
                self._app.bench.answer(f"{error.title}: {error}", failed=True)
                continue
            for file in files:
                self._take(partial(read_file, file, note_id=self._free(file.stem)))

    def progress(self, message: ReadingProgress) -> None:
        """Show how far a note is."""
        card = self._app.bench.log_view.card(message.note_id)
        if card is not None and self._now is not None:
            card.show_progress(message.step, message.steps, message.doing)

    async def read(self, message: NoteRead) -> None:
        """A note was read: it joins the case, step by step, so that keys are heard between the steps."""
        await self._join(message.change, message.foreseen)
        self._done()
        self._next()

    async def add_refused(self) -> None:
        """Take the notes that seemed to be of another patient: the user says that they are not."""
        refused, self.refused = self.refused, []
        for change in refused:
            await self._join(change.model_copy(update={"same_patient": True}), None)
        if not refused:
            self._app.bench.flash("no note was refused")

    async def _join(self, change: AddNote, foreseen: Foreseen | None) -> None:
        bench = self._app.bench
        card = bench.log_view.card(change.note.id)
        try:
            bench.session.apply(change, foreseen=foreseen)
        except OsteocaseError as error:
            if isinstance(error, SeveralPatientsError):
                self.refused.append(change)
            bench.tell_fault(error)
            if card is not None:  # the reason stays here when the message is gone
                card.show_end(f"was not added: {error}", failed=True)
        else:
            if card is not None:
                card.show_read(change.read)
            await bench.refresh_in_steps()
            await self._joined(change.note, change.read)

    def failed(self, note_id: str, words: str, *, failed: bool = True) -> None:
        """A note was not read."""
        self._done()
        card = self._app.bench.log_view.card(note_id)
        if card is not None:
            card.show_end(words, failed=failed)
        else:
            self._app.bench.answer(words, failed=failed)
        self._next()

    def cancel(self) -> bool:
        """Stop reading and forget the notes that wait; false when nothing is read."""
        if self._worker is None:
            return False
        for note in self._waiting:
            card = self._app.bench.log_view.card(note.id)
            if card is not None:
                card.show_end("not read")
        self._waiting.clear()
        self._worker.cancel()
        return True

    def _take(self, load: Callable[[], Note]) -> None:
        try:
            note = load()
        except OsteocaseError as error:
            self._app.bench.answer(f"{error.title}: {error}", failed=True)
            return
        first = not self._app.reader_ready and not self.busy
        self._app.bench.log_view.say(NoteCard(note, waiting=GETTING_READY if first else "waiting to be read"))
        self._waiting.append(note)
        self._next()

    def _next(self) -> None:
        if self._now is None and self._waiting:
            self._now = self._waiting.popleft()
            work = partial(read_note, self._app, self._reader, self._now, self._app.session)
            self._worker = self._app.run_worker(work, thread=True, group="reading", exit_on_error=False)
        self.show_state()
        if self._now is None:
            self._app.talk.go_on()

    def show_state(self) -> None:
        """Tell how many notes are read; the first time the patterns are made ready, which is told too."""
        bench = self._app.bench
        count = len(self._waiting) + (self._now is not None)
        notes = f"{count} note{'' if count == 1 else 's'}"
        if not count:
            bench.busy_with = ""
        elif self._app.reader_ready:
            bench.busy_with = f"reading {notes}, esc stops"
        else:
            bench.busy_with = f"getting ready to read {notes}"
        bench.doing = bench.busy_with
        bench.refresh_status()

    def _done(self) -> None:
        self._now, self._worker = None, None

    async def _joined(self, note: Note, read: NoteRecord) -> None:
        """Tell what the note brought; after several notes look at what needs a decision most, and ask once.

        The answer and the record are painted one after the other: together they hold the screen a tenth of a second.
        """
        bench = self._app.bench
        self._arrived.append(note.id)
        if self._waiting:
            return
        several, arrived = len(self._arrived) > 1, tuple(self._arrived)
        self._arrived = []
        self._date_cards()
        self._app.talk.greet_notes(arrived)
        await bench.breathe()
        queue = bench.session.queue()
        if several and queue:
            bench.refresh_case(keep_order=False)
            bench.choose(queue[0], unasked=True)
            return
        bench.show_note(note.id)
        await bench.breathe()
        lists = (read.labs, read.bmd, read.fractures, read.treatments, read.scores, read.findings)
        first = min((record for records in lists for record in records), key=lambda one: one.source.start, default=None)
        if first is not None:
            bench.choose(first.id, unasked=True)

    def _date_cards(self) -> None:
        """Tell on each card the date that its note has in the case: 13/11 of one note settles 05/10 of another."""
        dates = {header.id: header.date for header in self._app.session.case.notes}
        for card in self._app.bench.log_view.query(NoteCard):
            date = dates.get(card.note.id)
            if card.read is not None and date != card.read.note.date:
                card.show_read(card.read, date=date)

    def _free(self, wish: str) -> str:
        taken = {note.id for note in self._waiting} | ({self._now.id} if self._now else set())
        name = fresh_note_id(self._app.session.state, wish)
        number = 1
        while name in taken:
            number += 1
            name = fresh_note_id(self._app.session.state, f"{wish}-{number}")
        return name
