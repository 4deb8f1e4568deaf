"""medspaCy as installed: PyRuSH sentences, target matcher, ConText, sections."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import medspacy
from medspacy.ner import TargetRule

from tests.benchmarks.sides.clock import run

nlp = medspacy.load(medspacy_enable=["medspacy_pyrush", "medspacy_target_matcher", "medspacy_context"])
nlp.add_pipe("medspacy_sectionizer")
terms = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
nlp.get_pipe("medspacy_target_matcher").add([TargetRule(term, "BONE") for term in terms])
run(nlp)
