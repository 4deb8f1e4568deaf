"""Any value that a record model allows, made from the model's own fields."""

from __future__ import annotations

import types
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from osteocase.records import Model, Source

ModelType = TypeVar("ModelType", bound=Model)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9)
LEVELS = st.sampled_from(["C7", "T1", "T12", "L1", "L5", "S1"])
DATES = st.sampled_from(["2024", "2024-03", "2024-03-05"])


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Spans whose ends fit their text."""
    text, start = draw(WORDS), draw(st.integers(0, 10**6))
    return Source(note=draw(WORDS), start=start, end=start + len(text), text=text)


@cache
def models(model: type[ModelType]) -> st.SearchStrategy[ModelType]:
    """Instances of a model with every field drawn, optional ones as null too."""
    if model is Source:
        return sources()  # type: ignore[return-value]  # the one model with a rule across its fields
    return _instances(model)


@st.composite
def _instances(draw: st.DrawFn, model: type[ModelType]) -> ModelType:
    """Drawn field by field, so that no strategy carries the description of all that lies below it."""
    return model(**{name: draw(_of_field(model, name)) for name in model.model_fields})


@cache
def _of_field(model: type[Model], name: str) -> st.SearchStrategy[Any]:
    return _field(model.model_fields[name])


def _field(field: FieldInfo) -> st.SearchStrategy[Any]:
    patterns = [part.pattern for part in field.metadata if getattr(part, "pattern", None)]
    low = next((part.ge for part in field.metadata if getattr(part, "ge", None) is not None), None)
    high = next((part.le for part in field.metadata if getattr(part, "le", None) is not None), None)
    if patterns:
        words = LEVELS if "C[1-7]" in patterns[0] else DATES
        return st.none() | words if type(None) in get_args(field.annotation) else words
    return _annotation(field.annotation, low, high)


def _annotation(annotation: Any, low: Any = None, high: Any = None) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        parts = [part for one in arguments[1:] if isinstance(one, FieldInfo) for part in one.metadata]
        dated = any(getattr(part, "pattern", None) for part in parts)
        return DATES if dated else _annotation(arguments[0], low, high)
    if origin in {Union, types.UnionType}:
        return st.one_of([_annotation(argument, low, high) for argument in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_annotation(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(_annotation(arguments[0]), _annotation(arguments[1]), max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return models(annotation)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        bool: st.booleans(),
        type(None): st.none(),
        int: st.integers(0 if low is None else int(low), 10**6 if high is None else int(high)),
        Decimal: NUMBERS if low is None else st.decimals(low, high or 10**6, allow_nan=False, allow_infinity=False),
    }
    return simple[annotation]
