"""The shape of ``patterns/*.toml``: one model a topic, closed vocabularies, no field that is not described here.

A file starts with ``topic = "analyte"`` and holds ``[[entry]]`` tables. Terms are matched without regard to case,
hyphens, brackets, line breaks and possessive ``'s``; ``abbreviations`` only as they are written. Each entry carries
``examples`` (it must be found in them) and ``counterexamples`` (it must not), which the test suite runs.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from osteocase.records.clinical import FindingKind, Side, TreatmentKind
from osteocase.records.measurement import BmdSite
from osteocase.records.patient import Sex

__all__ = [
    "TOPICS", "AnalyteEntry", "Arm", "BmdReferenceEntry", "BoneEntry", "CareEntry", "CheckEntry", "Condition",
    "CriterionEntry", "CueEntry", "DoseEntry", "Entry", "FindingEntry", "FormulaEntry", "FraxInputEntry",
    "IdentifierEntry", "JournalEntry", "Range", "ReferenceEntry", "Regimen", "ScoreEntry", "SectionEntry", "Selector", "SiteEntry",
    "Topic", "TreatmentEntry", "UnitEntry", "UtteranceEntry", "WordEntry",
]  # fmt: skip


def _exact(value: object) -> object:
    """TOML floats have lost digits: numbers are written as strings or integers."""
    if isinstance(value, float):
        raise ValueError('write the number in quotes ("0.2495"), so that no digit is lost')
    return value


Exact = Annotated[Decimal, BeforeValidator(_exact)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Part):
    """What every entry has, whatever its topic."""

    topic: ClassVar[str]
    needs_terms: ClassVar[bool] = True
    """False for topics that hold rules about a case instead of words to be found in notes."""

    id: str = Field(pattern=r"^[A-Za-z0-9%/\[\].*^{}'_-]+$")
    name: str | None = None
    """Name for people; the id with spaces when it is left out."""
    terms: tuple[str, ...] = ()
    """Ways to write it, matched without regard to case, hyphens and brackets."""
    abbreviations: tuple[str, ...] = ()
    """Ways to write it that only count in exactly this case: ``Ca``, ``K``."""
    examples: tuple[str, ...] = ()
    """Sentences in which the entry must be found."""
    counterexamples: tuple[str, ...] = ()
    """Sentences that look alike, in which it must not be found."""
    source: str | None = None
    """Guideline or publication behind the entry."""
    comment: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> Entry:
        if self.needs_terms and not self.terms and not self.abbreviations:
            raise ValueError("an entry needs at least one of terms or abbreviations")
        return self

    @property
    def label(self) -> str:
        """Name for people."""
        return self.name or self.id.replace("_", " ")


class Range(_Part):
    """A closed interval; either end may be open."""

    low: Exact | None = None
    high: Exact | None = None


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
    """True where the bare word is more often something else (``calcium``, ``oxygen``): then a dose or a verb is needed."""


class ScoreEntry(Entry):
    """A scale with a number, or a vital sign."""

    topic = "score"

    minimum: Exact | None = None
    maximum: Exact | None = None
    unit: str | None = None
    kind: Literal["pain", "function", "quality_of_life", "risk", "cognition", "vital_sign", "anthropometry", "other"]
    """``vital_sign`` and ``anthropometry`` are known so that they are taken for no score; they fill no list of scores."""
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


class SectionEntry(Entry):
    """A heading, and what it means for the facts under it."""

    topic = "section"

    effect: Literal["none", "historical", "family", "hypothetical", "not_patient", "allergy", "current_medication"] = (
        "none"
    )
    note_kind: str | None = None
    """Kind of note that this heading speaks for, such as ``densitometry``."""


class CueEntry(Entry):
    """Words that change what a statement near them means (ConText: Harkema H et al., J Biomed Inform 2009;42:839-51)."""

    topic = "cue"

    category: Literal[
        "negated", "uncertain", "historical", "hypothetical", "family", "other_subject", "pseudo", "terminate",
        "affirmed",
    ]  # fmt: skip
    direction: Literal["forward", "backward", "both", "nearest", "relative"] = "forward"
    """Where the words stand that it speaks of. ``both``: an adverb of time, forwards where it opens the clause.
    ``nearest``: forwards where a word follows at once (``absent reflexes``), else backwards (``reflexes absent``).
    ``relative``: forwards, and backwards where ``in`` or a bracket ties it to what stands before."""
    max_tokens: int | None = Field(default=None, ge=1)
    """How many words the scope reaches at most; the clause when null."""
    scope: Literal["clause", "sentence"] = "clause"
    """``sentence``: only a terminating word that is marked in the same way ends the scope (``if``; ``but``)."""
    ends: tuple[str, ...] = ()
    """Categories whose scope ends where this cue stands; a terminating word that names none ends them all."""
    after_comma: bool = False
    """It ends a scope only where a comma stands before it and no ``or`` after it carries the list on."""
    also: tuple[str, ...] = ()
    """Further categories that it has at once: ``no history of`` denies a history."""
    closed_by: tuple[str, ...] = ()
    """Words that must follow what the cue speaks of: ``out`` in ``rule a fracture out``."""
    subject: str | None = None
    """For ``family``: the relative."""


class WordEntry(Entry):
    """Words of a closed class that the grammars use: months, number words, comparison words, laterality."""

    topic = "word"

    group: Literal[
        "month", "weekday", "number", "ordinal", "time_unit", "time_relation", "time_anchor", "time_label", "side",
        "acuity", "fracture_word", "fracture_kind", "fracture_part", "not_fracture", "low_trauma", "modality", "result",
        "bridge", "flag", "route", "frequency", "dose_form", "status_start", "status_stop", "status_ongoing",
        "status_planned", "status_declined", "status_contraindicated", "status_past", "status_completed", "status_talk",
        "status_absent", "allergy",
        "comparison", "relative", "ethnicity", "sex", "event", "table_header", "machine", "densitometry", "densitometry_bridge", "urine_analyte",
        "condition_low", "condition_high", "analyte_pair",
        "person",
    ]  # fmt: skip
    value: str | None = None
    """What it stands for, such as ``3`` for ``March`` or ``left`` for ``lt.``."""


class Selector(_Part):
    """Which records answer a question: a list, what its fields must be, and which must be told."""

    label: str
    """What it is in words, for the list of gaps: ``dose``."""
    list: Literal[
        "labs", "bmd", "fractures", "treatments", "scores", "findings", "events", "patient", "timepoints", "ledger"
    ]  # fmt: skip
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Field to the values that it may have; records of the patient only, unless ``subject`` says otherwise."""
    has: tuple[str, ...] = ()
    """Fields that must be told."""


class FormulaEntry(Entry):
    """A published formula or limit that values are computed from or held against."""

    topic = "formula"
    needs_terms = False

    formula: str
    """In words and signs, as it is printed beside every value computed with it."""
    unit: str | None = None
    constants: dict[str, Exact] = Field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Ids that it is applied to, such as the analytes that count as markers of bone formation."""


class BmdReferenceEntry(Entry):
    """Mean and standard deviation of young adults at each site, by maker, in g/cm2."""

    topic = "bmd_reference"
    needs_terms = False

    sex: Sex
    mean: dict[BmdSite, Exact]
    deviation: dict[BmdSite, Exact]


class CheckEntry(Entry):
    """A check of a case: what it is, how grave, how it is told. ``function`` names the mechanism in the code."""

    topic = "check"
    needs_terms = False

    function: str
    kind: Literal["conflict", "arithmetic", "range", "narrative", "missing", "privacy"]
    severity: Literal["error", "warning", "info"]
    message: str
    """What the author is told; ``{names}`` are filled in by the mechanism."""
    limits: dict[str, Exact] = Field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Ids of analytes, agents, concepts, ... that the mechanism works on."""
    needs: tuple[Selector, ...] = ()


class CareEntry(Entry):
    """One item of the CARE checklist (Gagnier JJ et al., J Med Case Rep 2013;7:223; form with 30 items)."""

    topic = "care_item"
    needs_terms = False

    item: str = Field(pattern=r"^\d{1,2}[a-d]?$")
    section: str
    asks: str
    """What the item asks for, in our own words."""
    needs: tuple[Selector, ...] = ()
    """What must be told: all of it for ``present``, some of it for ``partial``."""
    any_of: bool = False
    """True where one of ``needs`` is enough."""
    decided_by: Literal["records", "author", "report"] = "records"
    """``author`` where only a person can write it; ``report`` where osteocase makes it."""
    applies: tuple[Selector, ...] = ()
    """The item applies only where one of these is found; always when empty."""
    not_applicable: str | None = None
    """Reason told where it does not apply."""


class JournalEntry(Entry):
    """What a journal or guideline asks of a case report, as limits and as rules that records can answer."""

    topic = "journal"
    needs_terms = False

    limits: dict[str, Exact] = Field(default_factory=dict)
    """``words``, ``abstract_words_min``, ``abstract_words_max``, ``keywords_min``, ``references``, ..."""
    headings: tuple[str, ...] = ()
    abstract_headings: tuple[str, ...] = ()
    title_must: tuple[str, ...] = ()
    title_must_not: tuple[str, ...] = ()
    age: Literal["exact", "band", "decade"] = "exact"
    dates: Literal["months", "dates"] = "months"
    extra_items: tuple[str, ...] = ()
    """What it asks for beyond CARE, in words."""
    refuses: tuple[Selector, ...] = ()
    """What it does not take."""


class FraxInputEntry(Entry):
    """One input of the FRAX tool, and the records that answer it; FRAX is never computed."""

    topic = "frax_input"
    needs_terms = False

    value: Selector | None = None
    """Field of the patient that is the input itself."""
    yes: tuple[Selector, ...] = ()
    no: tuple[Selector, ...] = ()
    told: tuple[Selector, ...] = ()
    """Records that the author has to read, since they give an amount rather than yes or no."""
    low: Exact | None = None
    high: Exact | None = None


class Condition(_Part):
    """One condition of a criterion's arm."""

    label: str
    measure: Literal[
        "t_score", "z_score", "yam_percent", "fractures", "age_years", "finding", "treatment", "score", "sex",
        "menopausal_status",
    ]  # fmt: skip
    sites: tuple[BmdSite, ...] = ()
    bones: tuple[str, ...] = ()
    """``vertebra``, ``hip``, ``femur/neck``: a bone, or a bone and its part."""
    fragility: bool = False
    """Only fractures without adequate trauma count."""
    within_months: Exact | None = None
    """Only fractures of so many months before the first visit or the first dose count."""
    grade: Exact | None = None
    """Least Genant grade that counts."""
    only_suggests: bool = False
    """True where a finding points to the condition without proving it: the answer then stays open."""
    on_treatment: bool = False
    """Only fractures that came new while an osteoporosis drug was given count."""
    names: tuple[str, ...] = ()
    """Concepts, agents, scores, or the values of ``sex`` and ``menopausal_status``."""
    at_least: Exact | None = None
    at_most: Exact | None = None
    above: Exact | None = None
    below: Exact | None = None


class Arm(_Part):
    """One way to meet a criterion: all of its conditions."""

    id: str
    label: str
    conditions: tuple[Condition, ...]


class CriterionEntry(Entry):
    """A published diagnostic or risk criterion."""

    topic = "criterion"
    needs_terms = False

    year: int
    applies: tuple[Arm, ...] = ()
    """Whom it may be used for; it is not applicable to others. Everyone when empty."""
    made_for: tuple[Arm, ...] = ()
    """Whom it is published for; it is answered for others too, and the answer says so."""
    arms: tuple[Arm, ...]
    note: str | None = None
    """What the reader must know beside the result."""


class Regimen(_Part):
    """One usual dosage."""

    dose: Exact
    dose_high: Exact | None = None
    unit: str
    every: str
    """``day``, ``week``, ``month``, ``6 months``, ``year``."""
    route: str | None = None
    where: str | None = None
    """Country or region of the label where it is not general."""


class DoseEntry(Entry):
    """The usual doses of one drug by its labels; ``id`` is the agent."""

    topic = "dose"
    needs_terms = False

    regimens: tuple[Regimen, ...]
    months_max: Exact | None = None
    """Longest course by the label, months."""


class IdentifierEntry(Entry):
    """One class of identifiers that a report must not carry (45 CFR 164.514(b)(2)), and the rules that find it."""

    topic = "identifier"
    needs_terms = False

    letter: str = Field(pattern=r"^[A-R]$")
    """Class of the safe-harbour list, A to R."""
    expressions: tuple[str, ...] = ()
    """Regular expressions; the group ``hit`` is what is replaced, the whole match when there is none."""
    ignore_case: bool = True
    replacement: str
    """``[name]``; a number is added, the same for the same words."""


class UtteranceEntry(Entry):
    """Words that people use when they talk to the assistant about a case."""

    topic = "utterance"

    group: Literal[
        "ask", "trend", "high", "low", "extreme", "presence", "when", "duration", "source", "gap", "conflict", "abnormal",
        "count", "summary", "progress", "correct", "delete", "accept", "defer", "add", "undo", "redo", "report", "export",
        "help", "leave", "next", "title", "axis", "measure", "list", "record_kind", "time", "yes", "no", "advice",
        "patient_field", "fracture_state", "relative",
    ]  # fmt: skip
    value: str | None = None
    """What it stands for: a field, a list, a side of a scale."""


TOPICS: dict[str, type[Entry]] = {
    model.topic: model
    for model in (
        AnalyteEntry, UnitEntry, SiteEntry, BoneEntry, TreatmentEntry, ScoreEntry, FindingEntry, SectionEntry,
        CueEntry, WordEntry, FormulaEntry, BmdReferenceEntry, CheckEntry, CareEntry, JournalEntry, CriterionEntry,
        DoseEntry, FraxInputEntry, IdentifierEntry, UtteranceEntry,
    )
}  # fmt: skip
Topic = Literal[
    "analyte", "unit", "bmd_site", "bone", "treatment", "score", "finding", "section", "cue", "word",
    "formula", "bmd_reference", "check", "care_item", "journal", "criterion", "dose", "frax_input", "identifier",
    "utterance",
]  # fmt: skip
