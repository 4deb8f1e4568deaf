"""Values, units, intervals and months as a reader expects to see them printed."""

from __future__ import annotations

from decimal import Decimal

from osteocase.case.wording import interval_words
from osteocase.records import Lab, ReferenceInterval, Score

__all__ = [
    "MINUS",
    "interval",
    "lab_result",
    "month_tick",
    "number",
    "score_result",
    "signed",
]

MINUS = "\u2212"
"""The minus sign; a hyphen before a T-score is too easily read as a dash."""

_COMPARATOR = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def number(value: Decimal) -> str:
    """A number with every digit it was stated with and a true minus sign: ``-2.20`` gives ``−2.20``."""
    text = format(value, "f")
    return MINUS + text[1:] if text.startswith("-") else text


def signed(value: Decimal, places: int | None = None) -> str:
    """A change with its sign, rounded half up to ``places`` decimals where given."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    return f"+{number(value)}" if value > 0 else number(value if value else abs(value))


def lab_result(lab: Lab) -> str:
    """A result without its unit: number with comparator, range, or words."""
    sign = _COMPARATOR[lab.comparator] if lab.comparator else ""
    if lab.value is None:
        return f"{sign}{lab.qualitative}" if lab.qualitative else "—"
    high = f"–{number(lab.value_high)}" if lab.value_high is not None else ""
    return f"{sign}{number(lab.value)}{high}"


def score_result(score: Score) -> str:
    """A score, with its scale where the note tells it."""
    high = f"–{number(score.value_high)}" if score.value_high is not None else ""
    scale = f"/{number(score.max)}" if score.max is not None else ""
    return f"{number(score.value)}{high}{scale}"


def interval(reference: ReferenceInterval | None) -> str:
    """A reference interval in one manner whatever the note's: ``8.8–10.1``, ``> 30``, ``≤ 45``."""
    return interval_words(reference) if reference is not None else ""


def month_tick(months: Decimal) -> str:
    """A month at an axis: ``−4``, ``0``, ``12``, ``1.5``; a visit some days off keeps its whole month."""
    whole = months.quantize(Decimal(1))
    near = whole if abs(months - whole) <= Decimal("0.3") else months.quantize(Decimal("0.1"))
    return number(near if near else abs(near))
