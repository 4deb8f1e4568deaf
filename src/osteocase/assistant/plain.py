"""The conversation line by line on plain streams: for screen readers, pipes and tests. No screen is drawn.

A line is an utterance, a slash command or the path of a note; lines between ``<<<`` and ``>>>`` are a note. Under an
answer stand the places of the notes that it rests on. With
``json`` each turn goes out as one JSON object with ``say``, ``intent``, ``reply``, ``sources`` and ``changes``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import simplejson

from osteocase.assistant.engine import Assistant
from osteocase.assistant.subjects.places import places_told
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.understanding.slashes import in_words, unknown_slash
from osteocase.errors import OsteocaseError, SeveralPatientsError
from osteocase.records import Note, NoteRecord
from osteocase.review import AddNote, Change, Session, fresh_note_id

__all__ = ["NOTE_BEGINS", "NOTE_ENDS", "PlainConversation", "converse"]

_LONGEST_PATH = 1000
NOTE_BEGINS = "<<<"
NOTE_ENDS = ">>>"
_HELP = f"""\
Say what you want, one line at a time; type help for examples.
{NOTE_BEGINS} on a line of its own begins a note, {NOTE_ENDS} ends it.
/open PATH reads a note or a folder of notes; /quit leaves, as does the end of the input."""


def converse(
    lines: TextIO,
    out: TextIO,
    *,
    session: Session,
    patterns: Sequence[Path] = (),
    paths: Sequence[Path] = (),
    commands: dict[str, Callable[[], str]] | None = None,
    json: bool = False,
) -> None:
    """Hold a conversation about a session with osteocase's own reader.

    Args:
        lines: what is typed.
        out: where answers go.
        session: the case; whether it is kept is up to its journal.
        patterns: overlay folders of patterns.
        paths: notes, or folders of notes, to read first.
        commands: what carries out ``make_pdf`` and ``save_json``; each returns what to say.
        json: one JSON object a turn.
    """
    from osteocase.assistant.words.vocabulary import Vocabulary
    from osteocase.lexicon import default_lexicon
    from osteocase.pipeline import extract
    from osteocase.reading import notes_at, read_file, read_text

    def read(note: Note) -> NoteRecord:
        return extract(note, patterns=patterns)

    def load(path: Path) -> tuple[Note, ...]:
        return tuple(read_file(file) for file in notes_at(path))

    conversation = PlainConversation(
        session,
        Assistant(session, read=read, vocabulary=Vocabulary(default_lexicon(tuple(patterns)))),
        read=read,
        load=load,
        paste=lambda text, note_id: read_text(text, note_id=note_id),
        commands=commands or {},
        out=out,
        json=json,
    )
    for path in paths:
        conversation.open(path)
    conversation.run(lines)


class PlainConversation:
    """One conversation on streams.

    Args:
        session: the case.
        assistant: who answers.
        read: reads a note.
        load: makes notes of a path: one for a file, all for a folder.
        paste: makes a note of a text and an id.
        commands: what carries out the commands of a turn, such as ``make_pdf``; each returns what to say.
        out: where answers go.
        json: one JSON object a turn instead of text.
    """

    def __init__(
        self,
        session: Session,
        assistant: Assistant,
        *,
        read: Callable[[Note], NoteRecord],
        load: Callable[[Path], Sequence[Note]],
        paste: Callable[[str, str], Note],
        commands: dict[str, Callable[[], str]],
        out: TextIO,
        json: bool = False,
    ) -> None:
        self._session = session
        self._assistant = assistant
        self._read = read
        self._load = load
        self._paste = paste
        self._commands = commands
        self._out = out
        self._json = json
        self._refused: list[AddNote] = []
        """What would bring in the notes that seemed to be of another patient."""

    def run(self, lines: TextIO) -> None:
        """Converse until ``/quit`` or the end of the input."""
        self._assistant.opened()
        if not self._json:
            self._write(_HELP)
        for message, is_note in _messages(lines):
            if message in ("/quit", "/exit"):
                return
            turn = self._answer(message, is_note=is_note)
            self._tell(turn)
            if turn.command == "quit":
                return

    def open(self, path: Path) -> None:
        """Read a note, or all notes of a folder, and tell what they brought."""
        self._tell(self._opened(f"/open {path}", path))

    def _answer(self, message: str, *, is_note: bool) -> Turn:
        try:
            if is_note:
                return self._added([self._paste(message, "pasted")], say="note")
            if message == "/same-patient":
                return self._vouched(message)
            path = Path(message.removeprefix("/").removeprefix("open ").strip("\"' ")).expanduser()
            typed = Path(message.strip("\"' ")).expanduser()
            if message.startswith("/open ") or (message.startswith("open ") and path.exists()):
                return self._opened(message, path)
            if ("/" in message or typed.suffix) and len(message) < _LONGEST_PATH and typed.exists():
                return self._opened(message, typed)
            turn = replace(self._assistant.hear(in_words(message) if message.startswith("/") else message), say=message)
            unknown = unknown_slash(message) if turn.intent == "unknown" else None
            return replace(turn, reply=unknown) if unknown is not None else turn
        except OsteocaseError as error:
            return Turn(say=message, intent="error", reply=f"{error.title}: {error}")

    def _opened(self, say: str, path: Path) -> Turn:
        try:
            return self._added(self._load(path), say=say)
        except OsteocaseError as error:
            return Turn(say=say, intent="error", reply=f"{error.title}: {error}")

    def _added(self, notes: Sequence[Note], *, say: str) -> Turn:
        return self._joined(map(self._change, notes), say=say)

    def _change(self, note: Note) -> AddNote:
        named = note.model_copy(update={"id": fresh_note_id(self._session.state, note.id)})
        return AddNote(note=named, read=self._read(named))

    def _vouched(self, say: str) -> Turn:
        """Add the notes that were refused: the user says that they are of this patient."""
        refused, self._refused = self._refused, []
        if not refused:
            return Turn(say=say, intent="note", reply="No note was refused.")
        return self._joined([change.model_copy(update={"same_patient": True}) for change in refused], say=say)

    def _joined(self, notes: Iterable[AddNote], *, say: str) -> Turn:
        """Bring notes into the case, one after the other; one of another patient is told, and the others join."""
        made: list[Change] = []
        ids: list[str] = []
        refused: list[str] = []
        for change in notes:
            try:
                made.append(self._session.apply(change))
                ids.append(change.note.id)
            except SeveralPatientsError as error:
                self._refused.append(change)
                refused.append(f"{error.title}: {error}")
        last = self._assistant.on_notes(ids) if ids else None
        told = last.reply if last is not None else "" if refused else "No note was found there."
        return Turn(
            say=say,
            intent="note" if ids or not refused else "error",
            reply="\n".join(one for one in (*refused, told) if one),
            sources=last.sources if last is not None else (),
            changes=tuple(made),
        )

    def _tell(self, turn: Turn) -> None:
        done = [
            self._carried_out(one)
            for one in (turn.command, *turn.more_commands)
            if one is not None and one in self._commands
        ]
        if any(done):
            first = [turn.reply] if turn.changes else []
            turn = Turn(**{**turn.__dict__, "reply": "\n".join([*first, *filter(None, done)])})
        if turn.command == "open_note" and turn.arguments.get("note") in self._session.state.notes:
            text = self._session.state.notes[turn.arguments["note"]].text
            turn = Turn(**{**turn.__dict__, "reply": f"{turn.reply}\n{text.rstrip()}"})
        if not self._json:
            self._write("\n".join(filter(None, (turn.reply, places_told(turn, self._session)))))
            return
        changes = [
            {"kind": "add_note", "note": change.note.id} if isinstance(change, AddNote) else change.model_dump()
            for change in turn.changes
        ]
        turned = {
            "say": turn.say,
            "intent": turn.intent,
            "arguments": turn.arguments,
            "reply": turn.reply,
            "sources": [source.model_dump() for source in turn.sources],
            "changes": changes,
        }
        self._write(simplejson.dumps(turned, use_decimal=True, ensure_ascii=False))

    def _carried_out(self, command: str) -> str:
        try:
            return self._commands[command]()
        except OsteocaseError as error:
            return f"{error.title}: {error}"

    def _write(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()


def _messages(lines: TextIO) -> Iterator[tuple[str, bool]]:
    """Utterances and notes as they come."""
    note: list[str] | None = None
    for line in lines:
        stripped = line.strip()
        if note is not None:
            if stripped == NOTE_ENDS:
                yield "".join(note), True
                note = None
            else:
                note.append(line)
        elif stripped == NOTE_BEGINS:
            note = []
        elif stripped:
            yield stripped, False
    if note:
        yield "".join(note), True
