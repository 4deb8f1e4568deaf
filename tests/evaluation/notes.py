"""A folder with one note, its gold file and a reader that answers with records made by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from osteocase.evaluation import Evaluation, evaluate_folder
from osteocase.records import (
    Bmd,
    Finding,
    Fracture,
    Lab,
    Model,
    Note,
    NoteHeader,
    NoteRecord,
    Patient,
    Score,
    Source,
    Treatment,
)

TEXT = """Clinic letter, 3 May 2022.
Calcium was 2.31 mmol/L and PTH 9.8 pmol/L (1.6-6.9).
Calcium 2.31 mmol/L again after six months.
ANA negative.
DXA: lumbar spine T-score -2.9, left hip T-score -2.1.
Old wedge fracture of T12. No fracture of the hip.
Alendronate 70 mg once weekly since March 2021.
Pain 7/10. She smokes. Her mother broke a hip.
"""

GOLD: dict[str, Any] = {
    "patient": {"age_years": 64, "sex": "female", "height_cm": 160.5},
    "labs": [
        {"analyte": "calcium", "value": 2.31, "unit": "mmol/L", "source": {"text": "Calcium was 2.31 mmol/L"}},
        {
            "analyte": "pth", "value": 9.8, "unit": "pmol/L", "reference": {"low": 1.6, "high": 6.9},
            "source": {"text": "PTH 9.8 pmol/L (1.6-6.9)"},
        },
        {"analyte": "ana", "qualitative": "negative", "source": {"text": "ANA negative"}},
    ],
    "bmd": [
        {"site": "lumbar_spine", "t_score": -2.9, "source": {"text": "lumbar spine T-score -2.9"}},
        {"site": "total_hip", "side": "left", "t_score": -2.1, "source": {"text": "left hip T-score -2.1"}},
    ],
    "fractures": [
        {
            "bone": "vertebra", "level": "T12", "kind": "wedge", "status": "present", "temporality": "historical",
            "subject": "patient", "source": {"text": "Old wedge fracture of T12"},
        },
        {"bone": "hip", "status": "absent", "subject": "patient", "source": {"text": "No fracture of the hip"}},
    ],
    "treatments": [
        {
            "agent": "alendronate", "name": "Alendronate", "kind": "drug", "dose": 70, "dose_unit": "mg",
            "status": "ongoing", "start": {"text": "March 2021"},
            "source": {"text": "Alendronate 70 mg once weekly since March 2021"},
        },
    ],
    "scores": [{"name": "nrs", "value": 7, "max": 10, "source": {"text": "Pain 7/10"}}],
    "findings": [
        {"concept": "smoking", "status": "present", "subject": "patient", "source": {"text": "She smokes"}},
        {
            "concept": "family_fracture", "status": "present", "subject": "mother",
            "source": {"text": "Her mother broke a hip"},
        },
    ],
}  # fmt: skip
"""Gold of ``TEXT``, read by hand."""

_MODELS: dict[str, type[Model]] = {
    "labs": Lab, "bmd": Bmd, "fractures": Fracture, "treatments": Treatment, "scores": Score, "findings": Finding,
}  # fmt: skip


def record(note: Note, rows: Mapping[str, Sequence[Mapping[str, Any]]], patient: Mapping[str, Any]) -> NoteRecord:
    """What a reader would give that reads exactly these rows."""
    lists = {
        name: tuple(_entry(note, name, number, row) for number, row in enumerate(found, start=1))
        for name, found in rows.items()
    }
    header = NoteHeader(id=note.id)
    return NoteRecord.model_validate({"note": header, "patient": Patient.model_validate(_exact(patient)), **lists})


def _entry(note: Note, name: str, number: int, row: Mapping[str, Any]) -> Model:
    words = row.get("source", {}).get("text", note.text[:5])
    start = note.text.index(words)
    data = {key: value for key, value in row.items() if key not in {"source", "time", "start", "stop", "reference"}}
    data = _exact(data)
    for key in ("time", "start", "stop"):
        if row.get(key) is not None:
            data[key] = {"text": row[key]["text"], "kind": "label"}
    if row.get("reference") is not None:
        data["reference"] = {**_exact(row["reference"]), "text": "printed"}
    data.setdefault("name", name)
    if name in {"bmd", "fractures"}:
        data.pop("name")
    if name == "findings":
        data.setdefault("kind", "history")
    source = Source(note=note.id, start=start, end=start + len(words), text=words)
    return _MODELS[name].model_validate(
        {"id": f"{note.id}/{name}-{number}", "rule": "by.hand", "source": source, **data}
    )


def _exact(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, float) else value for key, value in row.items()}


def write(folder: Path, gold: Mapping[str, Any], *, stem: str = "letter", text: str = TEXT) -> Path:
    """A note and its gold file in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    path = folder / f"{stem}.gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def evaluate(folder: Path, gold: Mapping[str, Any], found: Mapping[str, Any]) -> Evaluation:
    """Score a reader that finds ``found`` against ``gold``; both have the shape of a gold file."""
    write(folder, gold)
    rows = {name: value for name, value in found.items() if name != "patient"}
    return evaluate_folder(folder, lambda note: record(note, rows, found.get("patient", {})))
