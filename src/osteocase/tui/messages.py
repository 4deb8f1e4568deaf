"""Everything that the parts of the application tell each other; facts in the past tense, wishes in the imperative."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from osteocase.records import Source
    from osteocase.review import AddNote, Foreseen
    from osteocase.tui.parts import Parts

__all__ = [
    "Asked",
    "EngineReady",
    "NotePasted",
    "NoteRead",
    "PartsReady",
    "PathsPasted",
    "ReadingCancelled",
    "ReadingFailed",
    "ReadingProgress",
    "RecordChosen",
    "ReportFailed",
    "ReportMade",
    "RunCommand",
    "ShelfReady",
    "ShowSource",
    "Understood",
]


class PartsReady(Message):
    """Everything that the application works with is there; or why it is not."""

    def __init__(self, parts: Parts | None, fault: Exception | None = None) -> None:
        super().__init__()
        self.parts = parts
        self.fault = fault


class NotePasted(Message):
    """A text of several lines was pasted: a note, not a question."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class PathsPasted(Message):
    """Names of files were pasted or dragged in."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        super().__init__()
        self.paths = paths


class Asked(Message):
    """The user said something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class RunCommand(Message):
    """Carry out a command of the command table."""

    def __init__(self, command_id: str) -> None:
        super().__init__()
        self.command_id = command_id


class EngineReady(Message):
    """The reader is loaded; the next note is read without waiting for it."""


class ReadingProgress(Message):
    """A note has been read so far; only the newest of these counts."""

    def __init__(self, note_id: str, step: int, steps: int, doing: str) -> None:
        super().__init__()
        self.note_id = note_id
        self.step = step
        self.steps = steps
        self.doing = doing
        """What is being looked for, in words."""

    def can_replace(self, message: Message) -> bool:
        """An older progress of the same note need not be shown any more."""
        return isinstance(message, ReadingProgress) and message.note_id == self.note_id


class NoteRead(Message):
    """A note was read to its end."""

    def __init__(self, change: AddNote, foreseen: Foreseen | None) -> None:
        super().__init__()
        self.change = change
        """Brings the note into the case."""
        self.foreseen = foreseen
        """The case that it leads to, worked out behind the screen; null where that failed, and will be told."""


class ReadingCancelled(Message):
    """The user stopped the reading of a note; nothing of it was kept."""

    def __init__(self, note_id: str) -> None:
        super().__init__()
        self.note_id = note_id


class ReadingFailed(Message):
    """A note could not be read."""

    def __init__(self, note_id: str, title: str, reason: str) -> None:
        super().__init__()
        self.note_id = note_id
        self.title = title
        self.reason = reason


class RecordChosen(Message):
    """The user looks at another record."""

    def __init__(self, record_id: str, *, from_note: bool = False) -> None:
        super().__init__()
        self.record_id = record_id
        self.from_note = from_note
        """True where it was chosen by its words in the note, which then must not move away."""


class ShowSource(Message):
    """Show these words in their note."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source


class ReportMade(Message):
    """A file was written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class ReportFailed(Message):
    """A file could not be written."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__()
        self.title = title
        self.reason = reason


class ShelfReady(Message):
    """The case library is open, or cannot be opened."""

    def __init__(self, words: str, *, failed: bool) -> None:
        super().__init__()
        self.words = words
        self.failed = failed


class Understood(Message):
    """What the user said was understood; the answer is given in front, where the session may change."""

    def __init__(self, meant: object) -> None:
        super().__init__()
        self.meant = meant
