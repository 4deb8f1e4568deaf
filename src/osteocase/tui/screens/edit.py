"""Correct one record field by field; what is typed is checked by the record's own model before it is taken."""

from __future__ import annotations

import types
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from osteocase.records import Record, Time
from osteocase.review import Change, Edit, Session
from osteocase.review.wording import word
from osteocase.tui.neutral import neutral
from osteocase.tui.widgets.record_card import sentence_around

__all__ = ["EditScreen"]

_NOT_EDITED = {
    "id", "source", "also", "rule", "review", "basis", "correction", "canonical_value", "canonical_unit", "flag_basis",
    "loinc", "name_text", "records", "replaces",
}  # fmt: skip
_LABELS = {
    "bmd_g_cm2": "BMD, g/cm²", "t_score": "T-score", "t_score_high": "T-score, other end", "z_score": "Z-score",
    "t_score_comparator": "T-score, < or >", "z_score_comparator": "Z-score, < or >", "yam_percent": "YAM, %",
    "change_percent": "change, %", "tbs": "TBS", "height_loss_percent": "height loss, %", "value_high": "value, end",
    "subject_age_years": "age of the relative", "dose_text": "dose in words", "min": "scale from", "max": "scale to",
}  # fmt: skip
_LEVELS = [
    f"{part}{number}" for part, last in (("C", 7), ("T", 12), ("L", 5), ("S", 5)) for number in range(1, last + 1)
]


class EditScreen(ModalScreen[Change | None]):
    """Gives the change, or null when cancelled or nothing was changed."""

    CSS_PATH = "edit.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="edit.cancel"),
        Binding("ctrl+s,f10", "save", "Save", id="edit.save", priority=True),
    ]

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__()
        self._session = session
        self._record = record
        self._fields = {name: info for name, info in type(record).model_fields.items() if name not in _NOT_EDITED}

    def compose(self) -> ComposeResult:
        """The words of the note, one line a field, the reason, what is wrong."""
        with Vertical(id="dialog"):
            yield Static(self._words(), id="words", markup=False)
            with VerticalScroll(id="fields"):
                for name, info in self._fields.items():
                    choices = list(_choices(info.annotation))
                    known = [*choices, *self._values_in_case(name)] or (_LEVELS if name == "level" else [])
                    with Horizontal(classes="field"):
                        yield Label(_LABELS.get(name, name.replace("_", " ")), markup=False)
                        yield Input(
                            value=_shown(getattr(self._record, name)),
                            placeholder=", ".join(choices),
                            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
                            id=f"field-{name}",
                            compact=True,
                        )
                with Horizontal(classes="field"):
                    yield Label("reason")
                    yield Input(placeholder="why, for the trail (may stay empty)", id="reason", compact=True)
            yield Static("", id="fault", markup=False)

    def on_mount(self) -> None:
        """Start in the field that is most often wrong."""
        dialog = self.query_one("#dialog")
        dialog.border_title = neutral(word(self._record).what)
        dialog.border_subtitle = "enter or ctrl+s saves · esc cancels"
        first = next(
            (name for name in ("value", "bmd_g_cm2", "acuity", "dose", "status") if name in self._fields), None
        )
        self.query_one(f"#field-{first or next(iter(self._fields))}", Input).focus()

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Check the fields; give the change, or tell what is wrong and where."""
        fields: dict[str, Any] = {}
        for name, info in self._fields.items():
            typed = self.query_one(f"#field-{name}", Input).value.strip()
            if typed != _shown(getattr(self._record, name)):
                fields[name] = _meant(typed, info, getattr(self._record, name))
        if not fields:
            self.dismiss(None)
            return
        try:
            type(self._record).model_validate({**self._record.model_dump(), **fields})
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0])
            fault = first["msg"].removeprefix("Value error, ")
            self.query_one("#fault", Static).update(f"✗ {_LABELS.get(name, name.replace('_', ' '))}: {fault}")
            self.query_one(f"#field-{name}", Input).focus()
            return
        reason = self.query_one("#reason", Input).value.strip()
        self.dismiss(Edit(record=self._record.id, fields=fields, reason=reason or None))

    def _words(self) -> str:
        source = self._record.source
        note = self._session.state.notes.get(source.note)
        if note is None:
            return neutral(source.text)
        return neutral("".join(sentence_around(note.text, source)).replace("\n", " "))

    def _values_in_case(self, name: str) -> list[str]:
        """Values that other records of the case have in a field: the likeliest right ones."""
        found = {
            value
            for record in self._session.records
            if type(record) is type(self._record) and isinstance(value := getattr(record, name, None), str)
        }
        return sorted(found)


def _choices(annotation: Any) -> Iterator[str]:
    """The closed set of words that a field takes, if it has one."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield from (str(one) for one in get_args(annotation))
    elif origin in (Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from _choices(part)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Time):
        return value.date or " ".join(value.text.split())
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = getattr(value, "text", None)
    return neutral(text if isinstance(text, str) else str(value)).replace("\n", " ")


def _meant(typed: str, info: FieldInfo, old: object) -> object:
    """What a typed text means for a field; its model has the last word."""
    kinds = set(_kinds(info.annotation))
    if not typed:
        return None
    if bool in kinds and typed.casefold() in ("yes", "no"):
        return typed.casefold() == "yes"
    if Time in kinds:
        return _time(typed)
    if {Decimal, int} & kinds:
        try:
            return Decimal(typed.replace("−", "-").replace(",", "."))
        except InvalidOperation:
            return typed
    if hasattr(old, "text") and hasattr(old, "low"):
        low, _, high = typed.replace("–", "-").partition("-")
        return {"text": typed, "low": _number(low), "high": _number(high)}
    return typed


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip(" <>="))
    except InvalidOperation:
        return None


def _time(typed: str) -> dict[str, object]:
    """An ISO date, a number of months on the axis, or words as they are."""
    parts = typed.split("-")
    if parts[0].isdecimal() and len(parts[0]) == 4 and all(part.isdecimal() for part in parts):
        return {"text": typed, "kind": "date", "date": typed}
    number, _, unit = typed.partition(" ")
    if _number(number) is not None and unit.rstrip("s") in ("month", ""):
        return {"text": typed, "kind": "label", "months": _number(number)}
    return {"text": typed, "kind": "label"}


def _kinds(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from _kinds(part)
    else:
        yield annotation
