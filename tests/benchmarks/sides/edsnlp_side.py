"""EDS-NLP with what it has of the same work: dates, tables, quantities, negation, family, hypothesis and history."""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import edsnlp
import edsnlp.pipes as eds

from tests.benchmarks.sides.clock import run

warnings.simplefilter("ignore")
nlp = edsnlp.blank("eds")
nlp.add_pipe(eds.normalizer())
nlp.add_pipe(eds.sentences())
nlp.add_pipe(eds.sections())
nlp.add_pipe(eds.matcher(terms={"bone": json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))}))
for pipe in (eds.negation, eds.family, eds.hypothesis, eds.history):
    nlp.add_pipe(pipe())
nlp.add_pipe(eds.dates())
nlp.add_pipe(eds.tables())
nlp.add_pipe(eds.quantities(quantities="all"))
run(nlp)
