"""The process that reads notes for the application: a note a line comes in, its progress and its records go out.

Runs as ``python -m osteocase.tui.reading_process [PATTERN_FOLDER ...]``. It imports no Textual, and writes nothing but
answers to standard output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

import simplejson

from osteocase.errors import OsteocaseError
from osteocase.records import Note, from_json, to_json

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_FIRST_NOTE = """Letter of 12/03/2021

Dear Dr Example,
this 34-year-old woman (G2P2, 10 weeks post partum, breastfeeding) has had back pain since January 2021, VAS 8/10.
Past history: wrist fracture at age 12, asthma. No alcohol, never smoked. Her mother had a hip fracture at 71.
Allergies: none known. On examination: height 161 cm, weight 52 kg, BP 118/76.

Laboratory           03/2021        09/2021       Reference
Calcium              9.1            9.4 mg/dL     8.8-10.2
25-OH vitamin D      14 (L)         31 ng/mL      30-100
PTH was 94 pg/mL, TSH normal, anti-TTG negative; haemoglobin 12.1 g/dL.

DXA (Hologic): L1-L4 0.712 g/cm2, T-score -3.1, Z-score -2.9; femoral neck left T -2.2, total hip 0.70 g/cm2 (+4.1 %).
MRI: acute compression fractures of T9, T11 and L1 to L3 with marrow oedema, grade 2; no fracture of the pelvis.
X-ray of the right wrist: old healed distal radius fracture.

Assessment: osteoporosis associated with pregnancy and lactation, probably no malabsorption.
Plan: wean. Started teriparatide 20 mcg s.c. daily on 15 March 2021, calcium 500 mg bid, cholecalciferol 1000 IU/day.
Ibuprofen was stopped because of nausea. Zoledronic acid was discussed, declined. A brace for 3 months.
Six months after the start of treatment pain was NRS 2; follow-up DXA in one year.
"""
"""Holds something of every kind, in prose, list and table."""


class _Telling:
    """A pipeline that says which component works before it works; everything else is the pipeline's own."""

    def __init__(self, nlp: Language, out: TextIO) -> None:
        self._nlp = nlp
        self._out = out

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)

    def __call__(self, text: str | Doc) -> Doc:
        """Run the components one after the other."""
        doc = self._nlp.make_doc(text) if isinstance(text, str) else text
        for _name, component in self.pipeline:
            doc = component(doc)
        return doc

    @property
    def pipeline(self) -> list[tuple[str, Callable[[Doc], Doc]]]:
        """The components by name, in their order."""
        steps = len(self._nlp.pipeline)
        return [
            (name, partial(self._run, f"{step}\t{steps}\t{_words(name)}", component))
            for step, (name, component) in enumerate(self._nlp.pipeline)
        ]

    def _run(self, progress: str, component: Callable[[Doc], Doc], doc: Doc) -> Doc:
        _say(self._out, "progress", progress)
        return component(doc)


def _words(name: str) -> str:
    return name.removeprefix("osteocase_").replace("_", " ")


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
    _warm_up(nlp, patterns)
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


def _warm_up(nlp: Language, patterns: tuple[Path, ...]) -> None:
    """Read a note while nobody waits: after the patterns have changed, their expressions are compiled by it."""
    from osteocase.pipeline import extract
    from osteocase.pipeline.matching.expressions import keep_compiled
    from osteocase.reading import read_text

    with suppress(Exception):  # the user's own note tells of a rule that fails
        extract(read_text(_FIRST_NOTE, note_id="first"), nlp=nlp, patterns=patterns)
    keep_compiled()


def _fault(error: OsteocaseError) -> str:
    return simplejson.dumps({"message": error.message, "place": error.place, "hint": error.hint})


def _say(out: TextIO, kind: str, content: str) -> None:
    out.write(f"{kind} {content}\n")
    out.flush()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(5)  # where processors are few, the screen goes first
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not stand among the answers
    main(sys.argv[1:], sys.stdin, answers)
