"""Entries that hold rules about a case instead of words to be found: formulas, checks, CARE items, criteria, doses.

The code that applies them is ``osteocase.case``; what stands here is checked like every other entry of the patterns.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from osteocase.lexicon.entry import Entry, Exact, Part, is_checked
from osteocase.records.measurement import BmdSite
from osteocase.records.patient import Sex

__all__ = [
    "CASE_TOPICS", "Arm", "BmdReferenceEntry", "CareEntry", "CheckEntry", "Condition", "CriterionEntry", "DoseEntry",
    "FormulaEntry", "FraxInputEntry", "IdentifierEntry", "IdentifierPartEntry", "JournalEntry", "Refusal", "Regimen",
    "Selector",
]  # fmt: skip


class Selector(Part):
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
    applies: tuple[Selector, ...] = ()
    """The check is made only where one of these is found; always when empty."""
    adults_only: bool = False
    """True for what holds of grown-ups: doses of labels, a fixed height, the work-up of osteoporosis."""


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


class Refusal(Part):
    """A kind of case that a journal does not take: one that answers all of the selectors."""

    label: str
    all_of: tuple[Selector, ...]


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
    refuses: tuple[Refusal, ...] = ()
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


class Condition(Part):
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


class Arm(Part):
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
    adults_only: bool = False
    """True where it is no criterion for children."""
    arms: tuple[Arm, ...]
    note: str | None = None
    """What the reader must know beside the result."""


class Regimen(Part):
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


class IdentifierPartEntry(Entry):
    """A piece of the rules for identifiers that several of them share: what a name, a number or a label looks like."""

    topic = "identifier_part"
    needs_terms = False

    expression: str
    """Regular expression; ``<<id>>`` stands for another piece."""


class IdentifierEntry(Entry):
    """One class of identifiers that a report must not carry (45 CFR 164.514(b)(2)), and the rules that find it."""

    topic = "identifier"
    needs_terms = False

    letter: str = Field(pattern=r"^[A-R]$")
    """Class of the safe-harbour list, A to R."""
    expressions: tuple[str, ...] = ()
    """Regular expressions; the group ``hit`` is what is replaced, the whole match when there is none. ``<<id>>`` stands
    for the piece of that id (``IdentifierPartEntry``)."""
    ignore_case: bool = True
    unless: tuple[str, ...] = ()
    """Words that are no identifier though a rule finds them: ``colleague`` after ``Dear``. Of a name the first word."""
    generic: tuple[str, ...] = ()
    """Words that alone tell nobody, so that ``Bone Clinic`` stays and ``Moor Clinic`` does not."""
    everywhere: bool = True
    """True where the same words are replaced wherever they stand, also where no rule finds them."""
    replacement: str
    """``[name]``; a number is added, the same for the same words. Empty where only a person can take it out."""

    @field_validator("expressions")
    @classmethod
    def _expressions_compile(cls, expressions: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        for expression in () if is_checked(info) else expressions:
            try:
                re.compile(re.sub(r"<<\w+>>", "x", expression))
            except re.error as error:
                raise ValueError(f"not a regular expression: {expression!r} ({error})") from error
        return expressions


CASE_TOPICS: dict[str, type[Entry]] = {
    model.topic: model
    for model in (
        FormulaEntry, BmdReferenceEntry, CheckEntry, CareEntry, JournalEntry, CriterionEntry, DoseEntry, FraxInputEntry,
        IdentifierEntry, IdentifierPartEntry,
    )
}  # fmt: skip
"""Topics of this module; ``osteocase.lexicon.schema`` adds them to its own."""
