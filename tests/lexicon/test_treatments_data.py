"""The treatments of ``patterns/``: each is found in its examples, and in none of its counterexamples."""

from __future__ import annotations

import re

import pytest

from osteocase.lexicon import TreatmentEntry, WordEntry, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.pipeline.treatments.find import find_treatments

LEXICON = default_lexicon()
TREATMENTS = LEXICON.of(TreatmentEntry)
FILES = sorted({LEXICON.places["treatment", name] for name in TREATMENTS})
WORD_GROUPS = {
    "route", "frequency", "dose_form", "allergy", "status_start", "status_stop", "status_ongoing", "status_planned",
    "status_declined", "status_contraindicated", "status_past", "status_completed", "status_talk", "status_absent",
    "status_mentioned",
}  # fmt: skip


def agents(sentence: str) -> set[str]:
    return {draft["agent"] for draft in find_treatments(scan_text(sentence, knowledge_of()))}


@pytest.mark.parametrize("file", FILES)
def test_every_treatment_is_found_in_its_examples(file: str) -> None:
    missed = [
        (name, example)
        for name, entry in TREATMENTS.items()
        if LEXICON.places["treatment", name] == file
        for example in entry.examples
        if name not in agents(example)
    ]
    assert missed == []


@pytest.mark.parametrize("file", FILES)
def test_no_treatment_is_found_in_its_counterexamples(file: str) -> None:
    misread = [
        (name, sentence)
        for name, entry in TREATMENTS.items()
        if LEXICON.places["treatment", name] == file
        for sentence in entry.counterexamples
        if name in agents(sentence)
    ]
    assert misread == []


def test_every_treatment_shows_where_it_is_read_and_where_it_is_not() -> None:
    assert [name for name, entry in TREATMENTS.items() if not entry.examples or not entry.counterexamples] == []


def test_a_counterexample_holds_the_words_that_it_warns_of() -> None:
    """A sentence that does not name the drug at all proves nothing."""

    def named(entry: TreatmentEntry) -> bool:
        terms = [normal_words(term) for term in (*entry.terms, *entry.abbreviations)]
        sentences = [normal_words(sentence) for sentence in entry.counterexamples]
        return any(words[i : i + len(term)] == term for words in sentences for term in terms for i in range(len(words)))

    assert [name for name, entry in TREATMENTS.items() if not named(entry)] == []


def test_the_lexicon_is_wide_enough_for_a_medication_list() -> None:
    names = {normal_words(term) for entry in TREATMENTS.values() for term in (*entry.terms, *entry.abbreviations)}
    drugs = [entry for entry in TREATMENTS.values() if entry.kind in {"drug", "supplement"}]
    assert len(names) >= 900
    assert len(drugs) >= 500
    assert [entry.id for entry in drugs if not entry.drug_class] == []


def test_ids_and_classes_are_in_snake_case() -> None:
    words = {*TREATMENTS, *(entry.drug_class for entry in TREATMENTS.values() if entry.drug_class)}
    assert [word for word in sorted(words) if not re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)*", word)] == []


def test_what_a_combination_contains_is_in_the_lexicon() -> None:
    parts = {(name, part) for name, entry in TREATMENTS.items() for part in entry.contains}
    assert {(name, part) for name, part in parts if part not in TREATMENTS} == set()


def test_the_members_of_a_general_word_are_classes_of_the_lexicon() -> None:
    classes = {entry.drug_class for entry in TREATMENTS.values()}
    members = {(name, member) for name, entry in TREATMENTS.items() for member in entry.members}
    assert {(name, member) for name, member in members if member not in classes} == set()


def test_drugs_given_for_osteoporosis_are_marked_as_such() -> None:
    wanted = {
        "alendronate", "alendronate_cholecalciferol", "risedronate", "ibandronate", "zoledronate", "pamidronate",
        "etidronate",
        "minodronate", "clodronate", "denosumab", "romosozumab", "teriparatide", "abaloparatide", "raloxifene",
        "bazedoxifene", "conjugated_estrogens", "estradiol", "hormone_replacement_therapy", "tibolone", "calcitonin",
        "elcatonin", "strontium_ranelate", "calcitriol", "alfacalcidol", "eldecalcitol", "activated_vitamin_d",
        "menatetrenone", "bisphosphonate",
    }  # fmt: skip
    marked = {name for name, entry in TREATMENTS.items() if entry.osteoporosis_drug}
    assert wanted - marked == set()
    assert marked & {"vitamin_d", "vitamin_d3", "calcium", "prednisone", "burosumab", "jewett_orthosis"} == set()


@pytest.mark.parametrize(
    ("written", "agent"),
    [
        ("Prolia", "denosumab"), ("Xgeva", "denosumab"), ("Jubbonti", "denosumab"), ("Evenity", "romosozumab"),
        ("Forsteo", "teriparatide"), ("Teribone", "teriparatide"), ("Aclasta", "zoledronate"), ("Reclast",
        "zoledronate"),
        ("Bonviva", "ibandronate"), ("Boniva", "ibandronate"), ("Fosamax", "alendronate"), ("Actonel", "risedronate"),
        ("Bonoteo", "minodronate"), ("Edirol", "eldecalcitol"), ("Evista", "raloxifene"), ("Miacalcin", "calcitonin"),
        ("Protelos", "strontium_ranelate"), ("Adcal-D3", "calcium_vitamin_d"), ("Shelcal", "calcium_vitamin_d"),
        ("Jewett brace", "jewett_orthosis"), ("TLSO", "tlso"), ("balloon kyphoplasty", "kyphoplasty"),
        ("thyroxine", "levothyroxine"), ("frusemide", "furosemide"), ("paracetamol", "acetaminophen"),
        ("salbutamol", "albuterol"), ("Lantus", "insulin_glargine"), ("flu shot", "influenza_vaccine"),
        ("ORIF", "open_reduction_internal_fixation"), ("total knee arthroplasty", "knee_replacement"),
    ],
)  # fmt: skip
def test_brands_and_national_names_lead_to_one_id(written: str, agent: str) -> None:
    names = {
        normal_words(term): entry.id for entry in TREATMENTS.values() for term in (*entry.terms, *entry.abbreviations)
    }
    assert names[normal_words(written)] == agent


def test_words_for_treatments_stand_in_their_examples_and_not_in_their_counterexamples() -> None:
    def holds(entry: WordEntry, sentence: str) -> bool:
        words = normal_words(sentence)
        terms = [normal_words(term) for term in (*entry.terms, *entry.abbreviations)]
        return any(words[i : i + len(term)] == term for term in terms for i in range(len(words)))

    entries = [entry for entry in LEXICON.of(WordEntry).values() if entry.group in WORD_GROUPS]
    assert [entry.id for entry in entries if not entry.examples or not entry.counterexamples] == []
    assert [(e.id, s) for e in entries for s in e.examples if not holds(e, s)] == []
    assert [(e.id, s) for e in entries for s in e.counterexamples if holds(e, s)] == []
