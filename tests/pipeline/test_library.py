"""The pipeline in other people's programs: several processes, Docs that travel, records out of Docs."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import osteocase
from osteocase.pipeline import extract
from osteocase.pipeline.factories import FACT_COMPONENTS
from osteocase.reading import read_text

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*/*.txt"))]


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_any_number_of_processes_gives_the_same_records(processes: int) -> None:
    docs = osteocase.load().pipe(TEXTS, n_process=processes, batch_size=4)
    records = [osteocase.record_of(doc, note_id=f"note-{number}") for number, doc in enumerate(docs)]
    assert records == [osteocase.read(text, note_id=f"note-{number}") for number, text in enumerate(TEXTS)]
    assert sum(len(record.labs) for record in records) > 30


def test_a_doc_that_was_stored_gives_the_records_of_the_fresh_one() -> None:
    nlp = osteocase.load()
    doc = nlp(TEXTS[0])
    stored = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert osteocase.record_of(stored) == osteocase.record_of(doc) == osteocase.read(TEXTS[0], note_id="doc")


def test_a_pipeline_that_was_stored_reads_as_before(tmp_path: Path) -> None:
    nlp = osteocase.load()
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert osteocase.record_of(again(TEXTS[0])) == osteocase.record_of(nlp(TEXTS[0]))


def test_a_component_of_ones_own_sees_the_tokens_while_notes_are_read() -> None:
    seen: list[int] = []

    @Language.component("counts_tokens")
    def counts_tokens(doc: Doc) -> Doc:
        seen.append(len(doc))
        return doc

    nlp = spacy.blank("en")
    for name in FACT_COMPONENTS:
        nlp.add_pipe(name)
    nlp.add_pipe("counts_tokens")
    note = read_text(TEXTS[0], note_id="note")
    assert extract(note, nlp=nlp) == extract(note)
    assert seen == [len(nlp.make_doc(TEXTS[0]))]


def test_a_single_component_works_in_a_pipeline_of_ones_own() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("osteocase_labs")
    record = osteocase.record_of(nlp("Serum calcium 9.4 mg/dL. DXA: T-score -2.5 at the hip."))
    assert [(lab.analyte, str(lab.value)) for lab in record.labs] == [("calcium", "9.4")]
    assert record.bmd == ()
