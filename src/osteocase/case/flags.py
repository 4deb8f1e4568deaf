"""Says of each laboratory result whether it lies below, in or above the interval that the notes print for it.

Only printed intervals count, never one from the literature: an interval belongs to its assay and laboratory.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.records import Flag, Lab, ReferenceInterval

__all__ = ["computed_flag", "printed_reference", "with_flags"]


def computed_flag(lab: Lab, reference: ReferenceInterval | None = None) -> Flag | None:
    """Where the result lies in its printed interval; null where there is none, or ``<5`` leaves it open."""
    reference = reference or lab.reference
    if lab.value is None or reference is None or (reference.low is None and reference.high is None):
        return None
    low, high = lab.value, lab.value_high or lab.value
    excluded = reference.text.strip()[:1] in "<>" and not reference.text.strip().startswith((">=", "<="))
    below = reference.low is not None and (high < reference.low or (excluded and high == reference.low))
    above = reference.high is not None and (low > reference.high or (excluded and low == reference.high))
    if lab.comparator in ("<", "<="):
        return _flag_below(low, reference)
    if lab.comparator in (">", ">="):
        return _flag_above(high, reference)
    return "low" if below else "high" if above else "normal"


def _flag_below(bound: Decimal, reference: ReferenceInterval) -> Flag | None:
    """``<5`` is low under an interval from 5 up, and normal where the interval has no lower end and reaches 5."""
    if reference.low is not None:
        return "low" if bound <= reference.low else None
    return "normal" if reference.high is not None and bound <= reference.high else None


def _flag_above(bound: Decimal, reference: ReferenceInterval) -> Flag | None:
    """``>100`` is high over an interval up to 100, and normal where the interval has no upper end."""
    if reference.high is not None:
        return "high" if bound >= reference.high else None
    return "normal" if reference.low is not None and bound >= reference.low else None


def printed_reference(lab: Lab, labs: Sequence[Lab]) -> ReferenceInterval | None:
    """The result's own interval, else the only one that the notes print for the same analyte and unit."""
    if lab.reference is not None:
        return lab.reference
    others = {
        (other.reference.low, other.reference.high): other.reference
        for other in labs
        if other.analyte == lab.analyte
        and other.specimen == lab.specimen
        and other.unit == lab.unit
        and other.reference
    }
    return next(iter(others.values())) if len(others) == 1 else None


def with_flags(labs: Sequence[Lab]) -> tuple[Lab, ...]:
    """The same results, each without a stated flag given the one that follows from the printed interval."""
    flagged: list[Lab] = []
    for lab in labs:
        if lab.flag is None:
            flag = computed_flag(lab, printed_reference(lab, labs))
            if flag is not None:
                lab = lab.model_copy(update={"flag": flag, "flag_basis": "computed"})
        elif lab.flag_basis is None:
            lab = lab.model_copy(update={"flag_basis": "stated"})
        flagged.append(lab)
    return tuple(flagged)
