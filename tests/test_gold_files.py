"""Gold files say only what their notes say: known fields, exact quotes, and no number that the note does not hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from osteocase.records.base import Model, Source
from osteocase.records.case import Axis, Check
from osteocase.records.clinical import Event, Finding, Fracture, Treatment
from osteocase.records.measurement import Bmd, Lab, Score
from osteocase.records.patient import Patient
from osteocase.records.time import Time
from tests.told_numbers import numbers_in

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
DATA = ROOT / "tests" / "data"
HANDS = ("dictated", "clinic", "case-reports", "bone-clinics", "trauma", "visits", "specialists")
FOLDERS = (SAMPLES, *(DATA / name for name in ("densitometry", "notes", "general", "bone", "ortho", *HANDS)))

MODELS: dict[str, type[Model]] = {
    "labs": Lab,
    "bmd": Bmd,
    "fractures": Fracture,
    "treatments": Treatment,
    "scores": Score,
    "findings": Finding,
    "events": Event,
}
CLOSED_FINDINGS = {
    "smoking", "alcohol", "glucocorticoid_use", "falls", "early_menopause", "family_osteoporosis", "family_fracture",
    "back_pain", "kyphosis", "height_loss", "osteoporosis", "osteopenia", "hyperparathyroidism",
    "vitamin_d_deficiency", "osteomalacia",
}  # fmt: skip
FILLERS: dict[str, dict[str, Any]] = {
    "labs": {"name": "name"},
    "treatments": {"name": "name"},
    "findings": {"name": "name", "kind": "history"},
}
TIME_FIELDS = ("time", "start", "stop")

NOTE_GOLD = sorted(
    path
    for folder in FOLDERS
    for path in folder.rglob("*.gold.json")
    if path.name != "case.gold.json" and path.with_name(path.name.removesuffix(".gold.json") + ".txt").exists()
)
CASE_GOLD = sorted(SAMPLES.rglob("case.gold.json"))


def read_json(path: Path) -> dict[str, Any]:
    data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    assert isinstance(data, dict)
    return data


def note_text(gold: Path) -> str:
    note = gold.with_name(gold.name.removesuffix(".gold.json") + ".txt")
    return note.read_bytes().decode("utf-8").replace("\r\n", "\n")


def numbers_of(value: Any) -> Iterator[Decimal]:
    """Every number of a record, leaving out quotes, times and truth values."""
    if isinstance(value, bool):
        return
    if isinstance(value, int | Decimal):
        yield abs(Decimal(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in (*TIME_FIELDS, "source", "also"):
                yield from numbers_of(item)


def quotes_of(record: dict[str, Any]) -> Iterator[str]:
    """Every stretch of the note that a record quotes: its sources, its times, its name and unit as written."""
    if "source" in record:
        yield record["source"]["text"]
    yield from (source["text"] for source in record.get("also", ()))
    yield from (record[key]["text"] for key in TIME_FIELDS if key in record)
    yield from (record[key] for key in ("duration", "frequency", "dose_unit") if key in record)


def filled(kind: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record with the fields that a gold file leaves out, so that the model can judge the rest."""
    text = record["source"]["text"] if "source" in record else "case"
    whole = {"id": "gold", "rule": "gold", **FILLERS.get(kind, {}), **record}
    whole["source"] = Source(note="gold", start=0, end=len(text), text=text)
    whole["also"] = tuple(
        Source(note="gold", start=0, end=len(item["text"]), text=item["text"]) for item in record.get("also", ())
    )
    for key in TIME_FIELDS:
        if key in record:
            assert set(record[key]) <= {"text", "months", "date"}, record
            whole[key] = Time(**{"text": "case", "kind": "label", **record[key]})
    if "reference" in record:
        assert set(record["reference"]) <= {"low", "high", "text"}, record
        whole["reference"] = {"text": "reference", **record["reference"]}
    return whole


def converted_sizes(text: str) -> set[Decimal]:
    """Heights in cm and weights in kg that the text gives in feet, inches, metres, stones or pounds."""
    sizes: set[Decimal] = set()
    number = r"(\d+(?:[.,]\d+)?)"
    for match in re.finditer(rf"(\d)\s*(?:'|ft\.?|feet|foot|′)\s*{number}?", text):
        inches = Decimal((match.group(2) or "0").replace(",", "."))
        sizes.add((Decimal(match.group(1)) * 12 + inches) * Decimal("2.54"))
    sizes |= {Decimal(m.replace(",", ".")) * Decimal("2.54") for m in re.findall(rf"{number}\s*in", text)}
    sizes |= {(Decimal(m) + Decimal("0.5")) * Decimal("2.54") for m in re.findall(r"(\d+) 1/2 in", text)}
    sizes |= {Decimal(m.replace(",", ".")) * 100 for m in re.findall(rf"{number}\s*m\b", text)}
    for match in re.finditer(rf"(\d+)\s*st(?:one)?\.?\s*{number}?", text):
        pounds = Decimal((match.group(2) or "0").replace(",", "."))
        sizes.add((Decimal(match.group(1)) * 14 + pounds) * Decimal("0.45359237"))
    for pounds_text in re.findall(rf"{number}[\s-]*(?:lb|pound|#)", text):
        sizes.add(Decimal(pounds_text.replace(",", ".")) * Decimal("0.45359237"))
    return sizes


def gold_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix().removesuffix(".gold.json")


@pytest.mark.parametrize(("kind", "least"), [("densitometry", 40), ("notes", 26)])
def test_half_of_the_test_texts_are_kept_aside(kind: str, least: int) -> None:
    halves = {half: len(list((DATA / kind / half).glob("*.gold.json"))) for half in ("open", "held-out")}
    assert halves["open"] == halves["held-out"]
    assert sum(halves.values()) >= least


def test_every_text_has_its_gold() -> None:
    texts = {path.with_suffix("") for folder in FOLDERS for path in folder.rglob("*.txt")}
    assert {path.with_name(path.name.removesuffix(".gold.json")) for path in NOTE_GOLD} == texts


def test_the_densitometry_readme_names_every_text() -> None:
    readme = (DATA / "densitometry" / "README.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in readme.splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 15
    for column, half in ((1, "open"), (2, "held-out")):
        named = {row[column].strip() for row in rows}
        assert named == {path.stem for path in (DATA / "densitometry" / half).glob("*.txt")}


@pytest.mark.parametrize("gold", NOTE_GOLD, ids=gold_id)
def test_a_gold_file_fits_the_contract_and_quotes_its_note(gold: Path) -> None:
    data, text = read_json(gold), note_text(gold)
    assert set(data) <= {"patient", *MODELS}
    Patient.model_validate(data.get("patient", {}))
    for kind, model in MODELS.items():
        for record in data.get(kind, ()):
            model.model_validate(filled(kind, record))
            assert "source" in record, record
            missing = [quote for quote in quotes_of(record) if quote not in text]
            assert not missing, f"{kind}: not in the note: {missing}"
            if kind == "labs":
                assert record["name"] in text, record
                assert record.get("unit", "") in text, record
                assert ("value" in record) != ("qualitative" in record), f"a number or a word, not both: {record}"
            if kind == "treatments":
                assert record["name"] in text, record


@pytest.mark.parametrize("gold", NOTE_GOLD, ids=gold_id)
def test_every_number_of_a_gold_file_stands_in_its_note(gold: Path) -> None:
    data, text = read_json(gold), note_text(gold)
    seen = numbers_in(text)
    for kind in MODELS:
        for record in data.get(kind, ()):
            strange = [number for number in numbers_of(record) if number not in seen]
            assert not strange, f"{kind}: {strange} not in the note, claimed by {record}"
    patient = dict(data.get("patient", {}))
    sizes = converted_sizes(text)
    for field in ("height_cm", "weight_kg"):
        value = patient.pop(field, None)
        if value is not None and Decimal(value) not in seen:
            assert any(abs(size - Decimal(value)) <= Decimal("0.06") for size in sizes), f"{field} {value} not in note"
    assert not [number for number in numbers_of(patient) if number not in seen], patient


@pytest.mark.parametrize("gold", NOTE_GOLD, ids=gold_id)
def test_no_fact_is_annotated_twice(gold: Path) -> None:
    data = read_json(gold)
    for kind in MODELS:
        said = [json.dumps(record, sort_keys=True, default=str) for record in data.get(kind, ())]
        assert len(said) == len(set(said)), f"{kind} repeats a record"


@pytest.mark.parametrize("gold", [path for path in NOTE_GOLD if DATA in path.parents], ids=gold_id)
def test_test_notes_keep_to_the_closed_list_of_findings(gold: Path) -> None:
    assert {record["concept"] for record in read_json(gold).get("findings", ())} <= CLOSED_FINDINGS


@pytest.mark.parametrize("gold", CASE_GOLD, ids=gold_id)
def test_a_case_gold_file_tells_the_facts_of_its_notes(gold: Path) -> None:
    data = read_json(gold)
    assert set(data) <= {"case", "patient", "checks", *MODELS}
    assert set(data["case"]) <= {"axis"}
    Axis.model_validate(data["case"].get("axis", {}))
    Patient.model_validate(data.get("patient", {}))
    for kind, model in MODELS.items():
        for record in data.get(kind, ()):
            model.model_validate(filled(kind, record))
    for check in data["checks"]:
        assert set(check) <= {"kind", "about", "stated", "computed"}
        words = {key: check[key] for key in ("kind", "stated", "computed") if key in check}
        Check.model_validate({"id": "gold", "severity": "warning", "message": check["about"], **words})

    notes = [path for path in NOTE_GOLD if path.parent == gold.parent]
    assert len(notes) >= 3
    text = "\n".join(note_text(path) for path in notes)
    seen = numbers_in(text)
    for kind in MODELS:
        for record in data.get(kind, ()):
            strange = [number for number in numbers_of(record) if number not in seen]
            assert not strange, f"{kind}: {strange} in no note, claimed by {record}"

    told = [read_json(path) for path in notes]
    for kind, identity in {
        "labs": ("analyte", "value", "qualitative"),
        "bmd": ("site", "bmd_g_cm2", "t_score"),
        "fractures": ("bone", "level", "status", "subject"),
        "treatments": ("agent",),
        "scores": ("name", "value"),
        "findings": ("concept", "status", "subject"),
    }.items():
        in_notes = {tuple(record.get(key) for key in identity) for note in told for record in note[kind]}
        in_case = {tuple(record.get(key) for key in identity) for record in data[kind]}
        if kind == "bmd":
            # A letter repeats the T-score of a scan without its density: the case holds that scan once.
            in_notes = {fact for fact in in_notes if fact[1] is not None or not repeats(fact, in_case)}
        assert in_case == in_notes, kind


def repeats(fact: tuple[Any, ...], facts: set[tuple[Any, ...]]) -> bool:
    """Whether one of the facts says all that this one says, and more."""
    return any(
        other != fact and all(mine in (None, theirs) for mine, theirs in zip(fact, other, strict=True))
        for other in facts
    )
