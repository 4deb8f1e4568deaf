"""From the records of several notes to one case on one axis of time. No text is matched here, only records.

``build_case`` does the whole way; the other names are its steps, for those who show or test them.
"""

from __future__ import annotations

from osteocase.case.axis import Timeline
from osteocase.case.build import build_case
from osteocase.case.care import care_items
from osteocase.case.derive import derive
from osteocase.case.flags import computed_flag, printed_reference
from osteocase.case.ledger import fracture_ledger
from osteocase.case.merge import merge_notes
from osteocase.case.placing import is_note_date
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
    "BmdSeries", "Timeline", "at_months", "bmd_series", "build_case", "care_items", "computed_flag", "derive",
    "find_timepoints", "fracture_label", "fracture_ledger", "is_note_date", "lab_series", "listed", "merge_notes",
    "months_label", "number", "printed_reference", "record_label", "score_series", "signed", "site_label",
    "unit_words",
]  # fmt: skip
