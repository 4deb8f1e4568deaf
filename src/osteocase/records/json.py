"""Records to JSON and back with every digit kept: ``4.20`` stays ``4.20``.

Pydantic's own JSON writes a Decimal as a string and reads a number through a float, so simplejson does both ways.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

import simplejson
from pydantic import ValidationError

from osteocase.errors import RecordError
from osteocase.records.base import Model

__all__ = ["from_json", "to_json"]

ModelType = TypeVar("ModelType", bound=Model)


def to_json(model: Model, *, indent: int | None = None) -> str:
    """Write a model as JSON; one line unless ``indent`` is given. Same model, same bytes."""
    separators = (",", ": ") if indent else (",", ":")
    return simplejson.dumps(
        model.model_dump(mode="python"), use_decimal=True, ensure_ascii=False, indent=indent, separators=separators
    )


def from_json(model_type: type[ModelType], text: str | bytes, *, place: str | None = None) -> ModelType:
    """Read a model from JSON, numbers as exact decimals.

    Raises:
        RecordError: the text is no JSON, or not of this model; the message names the first faulty field.
    """
    try:
        data = simplejson.loads(text, use_decimal=True, parse_int=Decimal)  # an int would lose the sign of -0
    except ValueError as error:
        raise RecordError(f"not JSON: {error}", place=place, hint="give a file that osteocase wrote") from error
    try:
        return model_type.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the top"
        raise RecordError(f"{first['msg']} at {field}", place=place, hint="see `osteocase schema`") from error
