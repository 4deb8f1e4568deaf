"""Every change that a person can make to a case, each one a frozen value that can be stored and replayed."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import Field, SerializeAsAny, model_validator

from osteocase.records import (
    Anchor,
    Bmd,
    Event,
    Finding,
    Fracture,
    Lab,
    Model,
    Note,
    NoteRecord,
    Record,
    Score,
    Treatment,
)

__all__ = [
    "LIST_MODELS",
    "LIST_NAMES",
    "Accept",
    "AddNote",
    "AddRecord",
    "Change",
    "Comment",
    "Defer",
    "Edit",
    "EditPatient",
    "ListName",
    "Redate",
    "Reject",
    "RemoveNote",
    "Rename",
    "Reopen",
    "SetAnchor",
    "Several",
]

ListName = Literal["labs", "bmd", "fractures", "treatments", "scores", "findings", "events"]
LIST_NAMES: tuple[ListName, ...] = get_args(ListName)
LIST_MODELS: dict[ListName, type[Record]] = {
    "labs": Lab,
    "bmd": Bmd,
    "fractures": Fracture,
    "treatments": Treatment,
    "scores": Score,
    "findings": Finding,
    "events": Event,
}
"""The model of each of a case's seven lists."""


class Accept(Model):
    """The records are right as they stand."""

    kind: Literal["accept"] = "accept"
    records: tuple[str, ...]


class Reject(Model):
    """The records are wrong: they leave the case but stay in the trail, with the reason."""

    kind: Literal["reject"] = "reject"
    records: tuple[str, ...]
    reason: str | None = None


class Defer(Model):
    """Decide later: the records go to the end of the queue."""

    kind: Literal["defer"] = "defer"
    records: tuple[str, ...]


class Reopen(Model):
    """Take back every decision on the records, as if nobody had looked at them."""

    kind: Literal["reopen"] = "reopen"
    records: tuple[str, ...]


class Edit(Model):
    """The record is there but some fields are wrong."""

    kind: Literal["edit"] = "edit"
    record: str
    fields: dict[str, Any]
    """Field name to its new value, as the record's model takes it."""
    reason: str | None = None


class EditPatient(Model):
    """A field of the patient is wrong or missing."""

    kind: Literal["edit_patient"] = "edit_patient"
    fields: dict[str, Any]
    words: str
    """What the author said; it becomes the source of the fields."""
    reason: str | None = None


class AddRecord(Model):
    """A fact that no note tells, or that was not found; ``words`` are kept as its source.

    A record that was pointed out in a note has ``words = None`` and keeps its own source.
    """

    kind: Literal["add_record"] = "add_record"
    list: ListName
    record: SerializeAsAny[Record]
    words: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _record_of_its_list(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("record"), dict) and data.get("list") in LIST_MODELS:
            return {**data, "record": LIST_MODELS[data["list"]].model_validate(data["record"])}
        return data

    @model_validator(mode="after")
    def _list_fits(self) -> AddRecord:
        if not isinstance(self.record, LIST_MODELS[self.list]):
            raise ValueError(f"a {type(self.record).__name__} does not belong to {self.list}")
        return self


class AddNote(Model):
    """A note and what was read in it join the case."""

    kind: Literal["add_note"] = "add_note"
    note: Note
    read: NoteRecord
    same_patient: bool = False
    """The user stands for it that the note is of the patient of the case, whatever names and ages it tells."""


class RemoveNote(Model):
    """A note leaves the case with all its records."""

    kind: Literal["remove_note"] = "remove_note"
    note: str


class Redate(Model):
    """A note is of another day: what it tells without a date of its own is placed from that day."""

    kind: Literal["redate"] = "redate"
    note: str
    date: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


class SetAnchor(Model):
    """Month zero of the case's axis is another event; null lets the program choose again."""

    kind: Literal["set_anchor"] = "set_anchor"
    anchor: Anchor | None


class Rename(Model):
    """The case gets another title."""

    kind: Literal["rename"] = "rename"
    title: str = Field(min_length=1, max_length=200)


class Comment(Model):
    """A remark on one record, which changes no fact."""

    kind: Literal["comment"] = "comment"
    record: str
    text: str


class Several(Model):
    """Changes that are made and undone together."""

    kind: Literal["several"] = "several"
    changes: tuple[Change, ...] = Field(min_length=1)


Change: TypeAlias = Annotated[
    Accept
    | Reject
    | Defer
    | Reopen
    | Edit
    | EditPatient
    | AddRecord
    | AddNote
    | RemoveNote
    | Redate
    | SetAnchor
    | Rename
    | Comment
    | Several,
    Field(discriminator="kind"),
]

Several.model_rebuild()
