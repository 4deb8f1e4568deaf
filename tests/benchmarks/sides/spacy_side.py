"""The floor: spaCy's tokenizer, sentencizer and a phrase matcher over the same terms."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher

from tests.benchmarks.sides.clock import run

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
matcher.add("BONE", [nlp.make_doc(term) for term in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))])
run(lambda text: matcher(nlp(text)))
