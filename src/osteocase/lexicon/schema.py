"""The shape of ``patterns/*.toml``: one model a topic, closed vocabularies, no field that is not described here.

A file starts with ``topic = "analyte"`` and holds ``[[entry]]`` tables. Terms are matched without regard to case,
hyphens, brackets, line breaks and possessive ``'s``; ``abbreviations`` only as they are written. Each entry carries
``examples`` (it must be found in them) and ``counterexamples`` (it must not), which the test suite runs.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from osteocase.lexicon.case_entries import CASE_TOPICS
from osteocase.lexicon.entry import Entry, Exact, Range, is_checked
from osteocase.records.clinical import FindingKind, Side, TreatmentKind
from osteocase.records.measurement import BmdSite
from osteocase.records.patient import Sex

__all__ = [
    "TOPICS", "AlikeEntry", "AnalyteEntry", "BoneEntry", "CarriedEntry", "CueEntry", "Entry", "FindingEntry",
    "Range", "ReferenceEntry",
    "ScoreEntry", "SectionEntry", "SiteEntry", "Topic", "TreatmentEntry", "UnitEntry", "UtteranceEntry", "WordEntry",
]  # fmt: skip


class ReferenceEntry(Range):
    """A reference interval from the literature, used only where a note prints none, and always named as such."""

    unit: str
    sex: Sex | None = None
    menopausal_status: Literal["premenopausal", "postmenopausal"] | None = None
    source: str


class AnalyteEntry(Entry):
    """A quantity measured in blood, urine or another fluid."""

    topic = "analyte"

    group: Literal[
        "bone_mineral", "bone_turnover", "endocrine", "chemistry", "liver", "renal", "lipid", "haematology",
        "coagulation", "inflammation", "serology", "autoimmunity", "urine", "tumour_marker", "vitamin", "iron",
        "cardiac", "blood_gas", "drug_level", "fluid", "genetic", "other",
    ]  # fmt: skip
    specimen: Literal["blood", "urine", "csf", "stool", "saliva", "fluid", "any"] = "blood"
    loinc: str | None = Field(default=None, pattern=r"^\d{1,5}-\d$")
    loinc_name: str | None = None
    canonical_unit: str | None = None
    """UCUM unit that values are converted to; null for quantities without a unit."""
    conversions: dict[str, Exact] = Field(default_factory=dict)
    """UCUM unit to the factor that turns a value in it into ``canonical_unit``."""
    other_units: tuple[str, ...] = ()
    """Units that are accepted but not converted."""
    plausible: Range | None = None
    """Bounds in the canonical unit beyond which a number cannot be this analyte, in life or in the laboratory."""
    bare_number: bool = True
    """False where a number without a unit beside the name is no result (``iron 325``, ``glucose tablets 3``)."""
    qualitative: bool = True
    """False where words such as ``normal`` beside the name say nothing about a result."""
    reference: tuple[ReferenceEntry, ...] = ()


class UnitEntry(Entry):
    """A unit of measurement: ``id`` is its UCUM code, ``terms`` the ways it is written."""

    topic = "unit"

    dimension: Literal[
        "mass_concentration", "molar_concentration", "catalytic_concentration", "arbitrary_concentration",
        "number_concentration", "areal_density", "fraction", "mass", "length", "volume", "time", "rate", "pressure",
        "temperature", "amount", "equivalent_concentration", "osmolality", "ratio", "dose", "density", "flow",
        "clearance", "other",
    ]  # fmt: skip


class SiteEntry(Entry):
    """A place where bone density is measured."""

    topic = "bmd_site"

    site: BmdSite
    region: str | None = None
    side: Side | None = None


class BoneEntry(Entry):
    """A bone, or a part of one, that can break; or a region of the spine."""

    topic = "bone"

    bone: str
    part: str | None = None
    part_of: str | None = None
    """Larger part that holds this one: the neck of the humerus is ``proximal``, an endplate is ``body``."""
    spine_region: Literal["cervical", "thoracic", "lumbar", "sacral", "thoracolumbar"] | None = None
    level: str | None = Field(default=None, pattern=r"^[CTLS]\d{1,2}$")
    """Vertebral level that the name itself tells: ``hangman`` is C2."""
    within: tuple[str, ...] = ()
    """Regions that a note may name in its place, from near to far: a femoral neck is ``hip``, then ``leg``."""
    kinds: tuple[str, ...] = ()
    """Kinds of fracture that mean this bone where the note names none: a compression fracture is one of the spine."""


class TreatmentEntry(Entry):
    """A drug, supplement, orthosis, operation, procedure or measure."""

    topic = "treatment"

    kind: TreatmentKind
    drug_class: str | None = None
    """Class in snake case: ``bisphosphonate``, ``beta_blocker``."""
    contains: tuple[str, ...] = ()
    """Ids of the single substances of a combination."""
    members: tuple[str, ...] = ()
    """Drug classes that a general word stands for: ``blood pressure medication`` means ``ace_inhibitor`` and others."""
    osteoporosis_drug: bool = False
    """True for drugs given to treat osteoporosis: candidates for the main drug of a case."""
    needs_dose: bool = False
    """True where the bare word is mostly something else (``calcium``, ``oxygen``): a dose or a verb is needed."""


class ScoreEntry(Entry):
    """A scale with a number, or a vital sign."""

    topic = "score"

    minimum: Exact | None = None
    maximum: Exact | None = None
    unit: str | None = None
    kind: Literal["pain", "function", "quality_of_life", "risk", "cognition", "vital_sign", "anthropometry", "other"]
    """``vital_sign`` and ``anthropometry`` are known so that they are taken for no score; they fill no list."""
    recorded_as: str | None = None
    """Id of the scale that these words stand for: ``pain score`` is recorded as ``nrs``."""
    needs_maximum: bool = False
    """True where a bare number beside the name is no score: ``pain 7/10``, not ``pain for 3 days``."""


class FindingEntry(Entry):
    """A symptom, sign, diagnosis, risk factor or other finding."""

    topic = "finding"

    kind: FindingKind
    absent_terms: tuple[str, ...] = ()
    """Words that deny it by themselves: ``non-smoker``."""
    historical_terms: tuple[str, ...] = ()
    """Words that place it in the past by themselves: ``ex-smoker``."""
    not_terms: tuple[str, ...] = ()
    """Longer wordings that hold a term and mean something else: ``fall risk``, ``fall of 2008``."""
    chronic: bool = False
    """Whether it goes on for life, so that ``history of hypertension`` says that it is there."""


class SectionEntry(Entry):
    """A heading, and what it means for the facts under it."""

    topic = "section"

    effect: Literal["none", "historical", "family", "hypothetical", "not_patient", "allergy", "current_medication"] = (
        "none"
    )
    note_kind: str | None = None
    """Kind of note that this heading speaks for, such as ``densitometry``."""


class CueEntry(Entry):
    """Words that change what a statement means (ConText: Harkema H et al., J Biomed Inform 2009;42:839-51).

    Its terms may hold choices: ``{is|was|} negative for`` stands for three terms.
    """

    topic = "cue"

    category: Literal[
        "negated", "uncertain", "historical", "longstanding", "hypothetical", "family", "other_subject", "pseudo",
        "terminate", "affirmed",
    ]  # fmt: skip
    direction: Literal["forward", "backward", "both", "nearest", "relative"] = "forward"
    """Where the words stand that it speaks of. ``both``: an adverb of time, forwards where it opens the clause.
    ``nearest``: forwards where a word follows at once (``absent reflexes``), else backwards (``reflexes absent``).
    ``relative``: forwards, and backwards where ``in`` or a bracket ties it to what stands before."""
    max_tokens: int | None = Field(default=None, ge=1)
    """How many words the scope reaches at most; the clause when null."""
    scope: Literal["phrase", "items", "clause", "sentence"] = "clause"
    """``phrase``: up to the next comma. ``items``: the same, but a list with ``and`` or ``or`` at its end is one phrase
    (``previous wrist, hip and rib fractures``). ``sentence``: only a terminating word that is marked in the same way
    ends the scope (``if``; ``but``)."""
    ends: tuple[str, ...] = ()
    """Categories whose scope ends where this cue stands; a terminating word that names none ends them all."""
    after_comma: bool = False
    """It ends a scope only where a comma stands before it and no ``or`` after it carries the list on."""
    unless_listed: bool = False
    """It ends a scope only where no ``or`` after it carries the list on."""
    also: tuple[str, ...] = ()
    """Further categories that it has at once: ``no history of`` denies a history."""
    closed_by: tuple[str, ...] = ()
    """Words that must follow what the cue speaks of: ``out`` in ``rule a fracture out``."""
    subject: str | None = None
    """For ``family``: the relative."""

    @field_validator("terms")
    @classmethod
    def _spell_out(cls, terms: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if is_checked(info):
            return terms
        return tuple(dict.fromkeys(form for term in terms for form in spelled_out(term)))


def spelled_out(term: str) -> list[str]:
    """Every form of a term with choices in braces."""
    parts = re.split(r"\{([^{}]*)\}", term)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return [" ".join("".join(form).split()) for form in product(*choices)]


class WordEntry(Entry):
    """Words of a closed class that the grammars use: months, number words, comparison words, laterality."""

    topic = "word"

    group: Literal[
        "month", "weekday", "holiday", "number", "vague_number",
        "ordinal", "time_unit", "time_relation", "time_anchor", "time_label", "side",
        "acuity", "fracture_word", "fracture_kind", "fracture_part", "not_fracture", "low_trauma", "modality", "result",
        "bridge", "flag", "route", "frequency", "dose_form", "status_start", "status_stop", "status_ongoing",
        "status_planned", "status_declined", "status_contraindicated", "status_past", "status_completed", "status_talk",
        "status_absent", "status_mentioned", "treatment_verb", "allergy", "drug_heading", "heading_word",
        "payer", "pharmacy",
        "sequel_stopped", "sequel_declined", "sequel_contraindicated", "sequel_mentioned", "sequel_past",
        "comparison", "relative", "ethnicity", "sex", "event", "table_header", "machine", "densitometry",
        "densitometry_bridge", "urine_analyte",
        "condition_low", "condition_high", "analyte_pair", "analyte_in_context", "result_wanted", "result_general",
        "not_result", "result_time", "panel", "analyte_otherwise", "analyte_by_unit",
        "person", "correction", "replaced",
    ]  # fmt: skip
    value: str | None = None
    """What it stands for, such as ``3`` for ``March`` or ``left`` for ``lt.``."""


class UtteranceEntry(Entry):
    """Words that people use when they talk to the assistant about a case."""

    topic = "utterance"

    group: Literal[
        "ask", "trend", "high", "low", "extreme", "presence", "when", "duration", "source", "gap", "conflict",
        "abnormal",
        "count", "summary", "progress", "correct", "delete", "accept", "defer", "add", "undo", "redo", "report",
        "export",
        "help", "leave", "next", "title", "axis", "measure", "list", "record_kind", "time", "yes", "no", "advice",
        "patient_field", "fracture_state", "fracture_place", "relative",
        "family", "modality", "finding_kind", "stranger", "filler", "passage", "reason", "look", "retract", "onset",
    ]  # fmt: skip
    value: str | None = None
    """What it stands for: a field, a list, a side of a scale; for a ``family`` entries of other topics as
    ``topic:id``, separated by spaces; for a ``passage`` the words that tell it in a note, separated by ``|``."""


class AlikeEntry(Entry):
    """Everyday and clinical words that tell of the same thing, for a search in the sentences of the notes."""

    topic = "alike"

    notes: tuple[str, ...] = ()
    """Beginnings of words that notes have for it besides: ``iritis`` for an eye."""


class CarriedEntry(Entry):
    """Words that only carry what is said to be changed, and tell nothing that a record could hold."""

    topic = "carried"


TOPICS: dict[str, type[Entry]] = {
    model.topic: model
    for model in (
        AnalyteEntry, UnitEntry, SiteEntry, BoneEntry, TreatmentEntry, ScoreEntry, FindingEntry, SectionEntry,
        CueEntry, WordEntry, UtteranceEntry, AlikeEntry, CarriedEntry,
    )
} | CASE_TOPICS  # fmt: skip
Topic = Literal[
    "analyte", "unit", "bmd_site", "bone", "treatment", "score", "finding", "section", "cue", "word",
    "formula", "bmd_reference", "check", "care_item", "journal", "criterion", "dose", "frax_input", "identifier",
    "utterance", "alike", "carried",
]  # fmt: skip
