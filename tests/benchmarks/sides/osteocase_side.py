"""osteocase as it reads a note: every component, and the records made."""

from __future__ import annotations

from osteocase.pipeline import extract, load
from osteocase.reading import read_text
from tests.benchmarks.sides.clock import run

pipeline = load()
run(lambda text: extract(read_text(text, note_id="note"), nlp=pipeline))
