"""Correct one record field by field; what is typed is checked by the record's own model before it is taken."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from osteocase.records import Lab, Record, printed_unit
from osteocase.review import Change, Edit, Session
from osteocase.review.wording import word
from osteocase.tui.neutral import neutral
from osteocase.tui.typed import choices, fault_of, meant, shown
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
_PLACEHOLDERS = {
    "time": "2021-05-13, or 6 months",
    "start": "2021-05-13, or 6 months",
    "stop": "2021-05-13, or 6 months",
    "reference": "2.15-2.55, <30 or >60",
}
_LEVELS = [
    f"{part}{number}" for part, last in (("C", 7), ("T", 12), ("L", 5), ("S", 5)) for number in range(1, last + 1)
]


class EditScreen(ModalScreen[Change | str | None]):
    """Gives the change, or what to say where nothing was changed; null when cancelled."""

    CSS_PATH = "edit.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="edit.cancel"),
        Binding("ctrl+s,f10", "save", "Save", id="edit.save", priority=True),
        # At once, not after the line that has the focus: what is typed right behind belongs to the next line.
        Binding("tab", "app.focus_next", show=False, id="edit.next", priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, id="edit.previous", priority=True),
    ]

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__()
        self._session = session
        self._record = record
        self._fields = {name: info for name, info in type(record).model_fields.items() if name not in _NOT_EDITED}
        self._doubted = ""
        """The unit that was asked about; saved the second time."""

    def compose(self) -> ComposeResult:
        """The words of the note, one line a field, the reason, what is wrong."""
        with Vertical(id="dialog"):
            yield Static(self._words(), id="words", markup=False)
            with VerticalScroll(id="fields"):
                for name, info in self._fields.items():
                    words = list(choices(info.annotation))
                    known = [*words, *self._known(name)] or (_LEVELS if name == "level" else [])
                    with Horizontal(classes="field"):
                        yield Label(_LABELS.get(name, name.replace("_", " ")), markup=False)
                        yield Input(
                            value=shown(getattr(self._record, name)),
                            placeholder=", ".join(words) or _PLACEHOLDERS.get(name, ""),
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
            if typed != shown(getattr(self._record, name)):
                try:
                    fields[name] = self._unit(typed) if name == "unit" else meant(name, typed, info)
                except ValueError as error:
                    self._tell(name, str(error))
                    return
        if not fields:
            self.dismiss("nothing was changed; a accepts it as it stands")
            return
        try:
            type(self._record).model_validate({**self._record.model_dump(), **fields})
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0])
            self._tell(name, fault_of(first, self._fields[name]))
            return
        reason = self.query_one("#reason", Input).value.strip()
        self.dismiss(Edit(record=self._record.id, fields=fields, reason=reason or None))

    def _tell(self, name: str, fault: str) -> None:
        self.query_one("#fault", Static).update(f"✗ {_LABELS.get(name, name.replace('_', ' '))}: {fault}")
        self.query_one(f"#field-{name}", Input).focus()

    def _unit(self, typed: str) -> str | None:
        """The unit of a result, as its analyte writes it; one that it is not known to have is asked about once."""
        known = self._units()
        written = {form.casefold(): unit for unit in known for form in (unit, printed_unit(unit))}
        unit = written.get(typed.casefold())
        if unit is None and typed and known and typed != self._doubted:
            self._doubted = typed
            forms = ", ".join(dict.fromkeys(printed_unit(unit) for unit in known))
            raise ValueError(f"{typed} is no unit that is known for it ({forms}); enter again keeps it")
        return unit or typed or None

    def _units(self) -> tuple[str, ...]:
        return self._session.units_of(self._record.analyte) if isinstance(self._record, Lab) else ()

    def _words(self) -> str:
        source = self._record.source
        note = self._session.state.notes.get(source.note)
        if note is None:
            return neutral(source.text)
        return neutral("".join(sentence_around(note.text, source)).replace("\n", " "))

    def _known(self, name: str) -> list[str]:
        """The units of the analyte, else values that other records of the case have: the likeliest right ones."""
        if name == "unit" and self._units():
            return list(self._units())
        found = {
            value
            for record in self._session.records
            if type(record) is type(self._record) and isinstance(value := getattr(record, name, None), str)
        }
        return sorted(found)
