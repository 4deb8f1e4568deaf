"""From the records of several notes to one case on one axis of time.

Only records are read here; the one exception is the search for identifiers in texts (``identifiers``, ``privacy``,
``patients``).

``build_case`` does the whole way; the other names are its steps, for those who show or test them.
"""

from __future__ import annotations

from osteocase.case.axis import Timeline
from osteocase.case.build import build_case
from osteocase.case.care import care_items
from osteocase.case.criteria import evaluate_criteria
from osteocase.case.derive import derive
from osteocase.case.flags import computed_flag, printed_reference
from osteocase.case.frax import FraxInput, FraxSheet, frax_sheet
from osteocase.case.identifiers import CLASSES, Identifier, find_identifiers
from osteocase.case.journal import JournalFit, JournalItem, age_words, journal_fit, journal_names
from osteocase.case.ledger import fracture_ledger
from osteocase.case.merge import merge_notes
from osteocase.case.narrative import narrate
from osteocase.case.patients import SplitBy, refuse_other_patient, refuse_several_patients, split_notes
from osteocase.case.placing import is_note_date
from osteocase.case.privacy import PrivacyReport, Redactor, Replaced
from osteocase.case.prose import NarrativeSection, Phrase, Sentence
from osteocase.case.redact import Redacted, redact
from osteocase.case.series import BmdSeries, bmd_series, lab_series, score_series
from osteocase.case.timepoints import find_timepoints, months_label
from osteocase.case.wording import (
    at_months,
    fracture_label,
    listed,
    number,
    record_label,
    signed,
    site_label,
    unit_words,
)

__all__ = [
    "CLASSES", "BmdSeries", "FraxInput", "FraxSheet", "Identifier", "JournalFit", "JournalItem", "NarrativeSection",
    "Phrase", "PrivacyReport", "Redacted", "Redactor", "Replaced", "Sentence", "SplitBy", "Timeline", "age_words",
    "at_months", "bmd_series", "build_case", "care_items", "computed_flag", "derive", "evaluate_criteria",
    "find_identifiers", "find_timepoints", "fracture_label", "fracture_ledger", "frax_sheet", "is_note_date",
    "journal_fit", "journal_names", "lab_series", "listed", "merge_notes", "months_label", "narrate", "number",
    "printed_reference", "record_label", "redact", "refuse_other_patient", "refuse_several_patients", "score_series",
    "signed", "site_label", "split_notes", "unit_words",
]  # fmt: skip
