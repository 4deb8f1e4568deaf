"""The conversation line by line: notes come in, records go out; ``/case`` and ``/report`` work on all notes so far."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from osteocase.cli.exits import tell
from osteocase.cli.notes import Options
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.errors import CaseError, OsteocaseError

if TYPE_CHECKING:
    from osteocase.records import CaseRecord, NoteRecord

__all__ = ["PlainChat"]

END_OF_NOTE = "."
_HELP = """\
Type or paste a note and end it with a line that holds only a full stop.
/case           the case that all notes so far make
/report FILE    its report; the file's name ends in .pdf, .docx or .md
/notes          the notes so far
/drop           forget the last note
/help           this help
/quit           leave (as does ctrl+d)
"""


class PlainChat:
    """One conversation: the notes read so far, and what was asked of them. Answers go to stdout, talk to stderr."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._records: list[NoteRecord] = []

    def run(self) -> None:
        """Converse until ``/quit`` or the end of the input."""
        _say(_HELP)
        for message in _messages():
            try:
                if message.startswith("/"):
                    if not self._command(message):
                        return
                else:
                    self._note(message)
            except OsteocaseError as error:
                tell(error)

    def _note(self, text: str) -> None:
        from osteocase import pipeline
        from osteocase.cli.note_view import note_view
        from osteocase.reading import read_text

        note = read_text(text, note_id=f"note-{len(self._records) + 1}", max_bytes=self._options.max_bytes)
        record = pipeline.extract(note, patterns=self._options.patterns)
        self._records.append(record)
        emit(rendered([*note_view(record), ""]))

    def _command(self, message: str) -> bool:
        """Carry out a command; false when it ends the conversation."""
        word, _, argument = message.partition(" ")
        if word == "/quit":
            return False
        if word == "/case":
            from osteocase.cli.report import case_text

            emit(case_text(self._case()) + "\n")
        elif word == "/report":
            self._report(argument.strip())
        elif word == "/notes":
            emit("".join(f"{record.note.id}\n" for record in self._records))
        elif word == "/drop":
            _say(f"Forgot {self._records.pop().note.id}.\n" if self._records else "There is no note yet.\n")
        else:
            _say(_HELP)
        return True

    def _case(self) -> CaseRecord:
        from osteocase.case import build_case

        if not self._records:
            raise CaseError("there is no note yet", hint="paste one first")
        return build_case(self._records, case_id="chat")

    def _report(self, name: str) -> None:
        from osteocase.cli.report import kind_of, report_bytes

        path = Path(name or "case.pdf")
        check_target(path)
        write(report_bytes(self._case(), kind_of(path)), path)
        _say(f"Wrote {path}\n")


def _messages() -> Iterator[str]:
    """Notes and commands as they come: a command is one line, a note all lines up to the full stop or the end."""
    lines: list[str] = []
    for line in sys.stdin:
        if not lines and line.startswith("/"):
            yield line.strip()
        elif line.strip() == END_OF_NOTE:
            yield "".join(lines)
            lines = []
        elif lines or line.strip():
            lines.append(line)
    if lines:
        yield "".join(lines)


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
