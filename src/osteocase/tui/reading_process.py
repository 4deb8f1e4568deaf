"""The process that reads notes for the application: a note a line comes in, its progress and its records go out.

Runs as ``python -m osteocase.tui.reading_process [PATTERN_FOLDER ...]``. It imports no Textual, and writes nothing but
answers to standard output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

import simplejson

from osteocase.errors import OsteocaseError
from osteocase.records import Note, from_json, to_json

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class _Telling:
    """A pipeline that says which component works before it works."""

    def __init__(self, nlp: Language, out: TextIO) -> None:
        self._nlp = nlp
        self._out = out

    def __call__(self, text: str) -> Doc:
        """Run the components one after the other."""
        steps = len(self._nlp.pipeline)
        doc = self._nlp.make_doc(text)
        for step, (name, component) in enumerate(self._nlp.pipeline):
            _say(self._out, "progress", f"{step}\t{steps}\t{name.removeprefix('osteocase_').replace('_', ' ')}")
            doc = component(doc)
        return doc


def main(arguments: list[str], lines: TextIO, out: TextIO) -> None:
    """Answer each line until there are no more."""
    from osteocase.pipeline import extract, load

    patterns = tuple(Path(folder) for folder in arguments)
    try:
        nlp = load(patterns=patterns)
    except OsteocaseError as error:
        _say(out, "error", _fault(error))
        return
    _say(out, "ready", "")
    telling = cast("Any", _Telling(nlp, out))
    for line in lines:
        note = from_json(Note, line)
        try:
            _say(out, "record", to_json(extract(note, nlp=telling, patterns=patterns)))
        except OsteocaseError as error:
            _say(out, "error", _fault(error))
        except Exception as error:  # noqa: BLE001 - one note that a rule fails on must not end the reading of the others
            message = f"a rule failed on this note ({type(error).__name__})"
            _say(out, "error", simplejson.dumps({"message": message, "place": note.id, "hint": "please report it"}))


def _fault(error: OsteocaseError) -> str:
    return simplejson.dumps({"message": error.message, "place": error.place, "hint": error.hint})


def _say(out: TextIO, kind: str, content: str) -> None:
    out.write(f"{kind} {content}\n")
    out.flush()


if __name__ == "__main__":
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not stand among the answers
    main(sys.argv[1:], sys.stdin, answers)
