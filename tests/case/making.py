"""Writes notes as records by hand: each fact gets words of its own and a span that fits them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from osteocase.records import (
    Anchor,
    Bmd,
    Event,
    Finding,
    Fracture,
    Lab,
    NoteHeader,
    NoteRecord,
    Offset,
    Patient,
    Precision,
    Record,
    RecordLists,
    ReferenceInterval,
    Score,
    Section,
    Source,
    Time,
    Treatment,
)

__all__ = ["NoteWriter", "after", "before_now", "label", "on"]


def on(date: str, precision: Precision | None = None) -> Time:
    """A time told as a date: ``2024``, ``2024-03`` or ``2024-03-05``."""
    return Time(text=date, kind="date", date=date, precision=precision)


def after(value: str, anchor: Anchor, unit: str = "month", precision: Precision | None = None) -> Time:
    """A distance from an event: ``after("10", "treatment_stop")``."""
    offset = Offset.model_validate({"value": value, "unit": unit})
    return Time(
        text=f"{value} {unit}s after {anchor}", kind="relative", offset=offset, anchor=anchor, precision=precision
    )


def before_now(value: str, unit: str = "month") -> Time:
    """``4 months ago``."""
    return after(f"-{value}", "note_date", unit)


def label(text: str, anchor: Anchor | None = "baseline") -> Time:
    """A time told by its name, such as ``before treatment``."""
    return Time(text=text, kind="label", anchor=anchor)


class NoteWriter:
    """One note under way; ``record()`` gives it as the pipeline would."""

    def __init__(self, name: str, date: str | None = None, kind: str | None = None) -> None:
        self.name, self.date, self.kind = name, date, kind
        self.words = ""
        self.lists: dict[str, list[Record]] = {field: [] for field in RecordLists.model_fields}
        self.patient_fields: dict[str, Any] = {}
        self.sections: list[Section] = []

    def say(self, words: str) -> Source:
        """Write words down and point at them."""
        start = len(self.words)
        self.words += words + "\n"
        return Source(note=self.name, start=start, end=start + len(words), text=words)

    def section(self, name: str) -> None:
        """Everything after this stands under the heading."""
        start = len(self.words)
        self.sections.append(Section(name=name, start=start, end=10**6))

    def _add(self, field: str, model: type[Any], short: str, words: str, values: dict[str, Any]) -> str:
        name = f"{self.name}/{short}-{len(self.lists[field]) + 1}"
        self.lists[field].append(
            model.model_validate({"id": name, "source": self.say(words), "rule": f"{field}.test", **values})
        )
        return name

    def lab(
        self,
        analyte: str,
        value: str | None = None,
        unit: str | None = None,
        reference: str | None = None,
        time: Time | None = None,
        **more: Any,
    ) -> str:
        """``reference`` as printed: ``8.8-10.1``, ``>30``, ``<5``."""
        result = f"{more.get('comparator', '')}{value or more.get('qualitative', '')}"
        words = f"{analyte.replace('_', ' ')} {result} {unit or ''}"
        words += f" ({reference})" if reference else ""
        words += f" {time.text}" if time else ""
        values = {
            "analyte": analyte,
            "name": more.pop("name", analyte.replace("_", " ")),
            "value": None if value is None else Decimal(value),
            "unit": unit,
            "reference": interval(reference),
            "time": time,
            **more,
        }
        return self._add("labs", Lab, "lab", words, values)

    def bmd(self, site: str, time: Time | None = None, **values: Any) -> str:
        """Numbers as strings: ``bmd_g_cm2="0.842"``."""
        told = ", ".join(f"{key} {value}" for key, value in values.items())
        numbers = {key: _exact(value) for key, value in values.items()}
        words = f"{site} {told} {time.text if time else ''}"
        return self._add("bmd", Bmd, "bmd", words, {"site": site, "time": time, **numbers})

    def score(self, name: str, value: str, low: str = "0", high: str | None = None, time: Time | None = None) -> str:
        """A scale from ``low`` to ``high``."""
        values = {"name": name, "value": value, "min": low, "max": high, "time": time}
        return self._add("scores", Score, "score", f"{name} {value}/{high} {time.text if time else ''}", values)

    def fracture(self, bone: str | None = "vertebra", level: str | None = None, **values: Any) -> str:
        """A fracture of a bone or level."""
        told = " ".join(str(value) for value in values.values() if isinstance(value, str))
        words = f"fracture {bone} {level or ''} {told}"
        return self._add("fractures", Fracture, "fracture", words, {"bone": bone, "level": level, **values})

    def treatment(self, agent: str, kind: str = "drug", words: str | None = None, **values: Any) -> str:
        """A treatment; ``dose`` as a string."""
        exact = {key: Decimal(value) if key in ("dose", "duration_value") else value for key, value in values.items()}
        told = words or f"{agent} {' '.join(str(value) for value in values.values() if isinstance(value, str))}"
        more = {"agent": agent, "name": agent.replace("_", " "), "kind": kind, **exact}
        return self._add("treatments", Treatment, "treatment", told, more)

    def finding(self, concept: str, kind: str, status: str = "present", words: str | None = None, **values: Any) -> str:
        """A finding, present unless told otherwise."""
        told = words or f"{'no ' if status == 'absent' else ''}{concept.replace('_', ' ')}"
        more = {"concept": concept, "name": concept.replace("_", " "), "kind": kind, "status": status, **values}
        return self._add("findings", Finding, "finding", told, more)

    def event(self, kind: str, time: Time | None = None, words: str | None = None, **values: Any) -> str:
        """An event; its label is its kind unless told."""
        name = values.pop("label", kind.replace("_", " "))
        told = words or f"{name} {time.text if time else ''}"
        return self._add("events", Event, "event", told, {"kind": kind, "label": name, "time": time, **values})

    def patient(self, **values: Any) -> None:
        """Fields of the patient; numbers as strings."""
        for field, value in values.items():
            self.patient_fields[field] = _exact(value) if field.endswith(("_years", "_cm", "_kg", "_m2")) else value
            self.patient_fields.setdefault("sources", {})[field] = self.say(f"{field} {value}")

    def record(self) -> NoteRecord:
        """The note as the pipeline would give it."""
        header = NoteHeader(id=self.name, date=self.date, kind=self.kind, sections=tuple(self.sections))
        lists = {field: tuple(records) for field, records in self.lists.items()}
        return NoteRecord(note=header, patient=Patient(**self.patient_fields), **lists)  # type: ignore[arg-type]


def interval(printed: str | None) -> ReferenceInterval | None:
    """A printed interval with its bounds."""
    if printed is None:
        return None
    if printed.startswith(">"):
        return ReferenceInterval(low=Decimal(printed[1:].strip()), text=printed)
    if printed.startswith("<"):
        return ReferenceInterval(high=Decimal(printed[1:].strip()), text=printed)
    low, high = printed.split("-")
    return ReferenceInterval(low=Decimal(low), high=Decimal(high), text=printed)


def _exact(value: Any) -> Any:
    numeric = isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit()
    return Decimal(value) if numeric else value
