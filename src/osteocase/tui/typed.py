"""What a person types for a field of a record: how it is shown, what is meant by it, and what is wrong, in words."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from osteocase.records import ReferenceInterval, Time
from osteocase.tui.neutral import neutral

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

__all__ = ["choices", "fault_of", "meant", "shown"]

_ISO = re.compile(r"\d{4}(-\d{1,2}){0,2}")
_MONTHS = re.compile(r"[-−+]?\s*\d+(\.\d+)?\s*(mo|months?)?", re.IGNORECASE)
_LIKE_A_DATE = re.compile(
    r"\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,4}|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\d{4}",
    re.IGNORECASE,
)
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_INTERVAL = re.compile(rf"{_NUMBER}\s*(?:-|–|to)\s*{_NUMBER}", re.IGNORECASE)
_BOUND = re.compile(rf"(<=?|≤|>=?|≥)\s*{_NUMBER}")
_FAULTS = {
    "decimal": "a number is wanted, such as 2.31",
    "int": "a whole number is wanted",
    "finite_number": "a number is wanted, such as 2.31",
    "bool": "yes or no is wanted",
    "string_type": "this cannot be left empty",
    "missing": "this cannot be left empty",
}
"""Kind of a model's fault, or the first part of it, to what a person should do."""
_PATTERNS = {"level": "a level is one of C1 to C7, T1 to T12, L1 to L6 or S1 to S5"}


def shown(value: object) -> str:
    """A value as it stands in the line that it is corrected in."""
    if value is None:
        return ""
    if isinstance(value, Time):
        return value.date or " ".join(value.text.split())
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = getattr(value, "text", None)
    return neutral(text if isinstance(text, str) else str(value)).replace("\n", " ")


def choices(annotation: Any) -> Iterator[str]:
    """The closed set of words that a field takes, if it has one."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield from (str(one) for one in get_args(annotation))
    elif origin in (Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from choices(part)


def meant(name: str, typed: str, info: FieldInfo) -> object:
    """What a typed text means for a field; its model has the last word.

    Raises:
        ValueError: it can be read in no way, with the way to write it.
    """
    kinds = set(_kinds(info.annotation))
    if not typed:
        return None
    if bool in kinds and typed.casefold() in ("yes", "no"):
        return typed.casefold() == "yes"
    if Time in kinds:
        return _time(typed)
    if ReferenceInterval in kinds:
        return _interval(typed)
    if {Decimal, int} & kinds:
        return _number(typed) if _number(typed) is not None else typed
    if name == "level":
        return typed.upper()
    known = {one.casefold(): one for one in choices(info.annotation)}
    return known.get(typed.casefold(), typed)


def fault_of(error: ErrorDetails, info: FieldInfo) -> str:
    """What a model found wrong in a field, in words that tell what would be right."""
    kind, name = str(error["type"]), str(error["loc"][0])
    if kind == "string_pattern_mismatch" and name in _PATTERNS:
        return _PATTERNS[name]
    if kind == "literal_error":
        return f"one of these is wanted: {', '.join(choices(info.annotation))}"
    limits = error.get("ctx", {})
    for limit, word in (("le", "at most"), ("lt", "less than"), ("ge", "at least"), ("gt", "more than")):
        if limit in limits:
            return f"it must be {word} {limits[limit]}"
    return _FAULTS.get(kind) or _FAULTS.get(kind.partition("_")[0]) or error["msg"].removeprefix("Value error, ")


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().replace("−", "-").replace(",", "."))
    except InvalidOperation:
        return None


def _interval(typed: str) -> dict[str, object]:
    """``2.15-2.55``, ``<30`` or ``>60``; the text of the note's own is kept as it is typed."""
    both = _INTERVAL.search(typed)
    bound = _BOUND.search(typed)
    if both is not None:
        low, high = (_number(number) for number in both.groups())
    elif bound is not None:
        number = _number(bound[2])
        low, high = (None, number) if bound[1] in ("<", "<=", "≤") else (number, None)
    else:
        raise ValueError("an interval is wanted, such as 2.15-2.55, <30 or >60")
    if low is not None and high is not None and low > high:
        raise ValueError(f"{low} is more than {high}; the lower end comes first")
    return {"text": typed, "low": low, "high": high}


def _time(typed: str) -> dict[str, object]:
    """An ISO date, a number of months on the axis, or words as they are."""
    if _ISO.fullmatch(typed) and len(typed) >= len("2021"):
        parts = typed.split("-")
        return {"text": typed, "kind": "date", "date": "-".join((parts[0], *(part.zfill(2) for part in parts[1:])))}
    if _MONTHS.fullmatch(typed):
        number = re.sub(r"[^\d.−-]", "", typed)
        return {"text": typed, "kind": "label", "months": _number(number)}
    if _LIKE_A_DATE.search(typed):
        raise ValueError("a date is written as 2021-05-13, as 2021-05 or as 2021")
    return {"text": typed, "kind": "label"}


def _kinds(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from _kinds(part)
    else:
        yield annotation
