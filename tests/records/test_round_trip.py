"""JSON to model to JSON, byte for byte, for every model of the contract."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import osteocase.records as records
from osteocase.errors import RecordError
from osteocase.records import CaseRecord, Lab, Model, NoteRecord, from_json, to_json
from tests.records.strategies import models

MODELS = [
    model
    for name in records.__all__
    if isinstance(model := getattr(records, name), type) and issubclass(model, Model) and model is not Model
]
SLOW_TO_DRAW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=20)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(parent=SLOW_TO_DRAW)
@given(data=st.data())
def test_any_record_comes_back_byte_for_byte(model: type[Model], data: st.DataObject) -> None:
    written = to_json(data.draw(models(model)))
    assert to_json(from_json(model, written)) == written


@settings(parent=SLOW_TO_DRAW)
@given(case=models(CaseRecord))
def test_an_indented_case_comes_back_byte_for_byte(case: CaseRecord) -> None:
    written = to_json(case, indent=2)
    assert to_json(from_json(CaseRecord, written.encode("utf-8")), indent=2) == written


LAB = (
    '{"id":"v/lab-1","source":{"note":"v","start":0,"end":6,"text":"Ca 9.4"},"rule":"labs","analyte":"calcium",'
    '"name":"calcium","value":%s}'
)


NUMBERS = ["9.4", "9.40", "0.000", "-2.50", "1200", "0.1", "12345678901234567890.5", "-0.0", "-0"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_keeps_every_digit_that_was_written(number: str) -> None:
    lab = from_json(Lab, LAB % number)
    assert f'"value":{number},' in to_json(lab)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON: "),
        ("[]", "at the top"),
        (LAB % '"high"', "at value"),
        (LAB % "NaN", "not JSON: "),
        ((LAB % "9.4").replace('"rule"', '"ruel"'), "at rule"),
        ((LAB % "9.4").replace('"end":6', '"end":7'), "at source"),
    ],
    ids=["torn", "a list", "a word", "not a number", "unknown field", "wrong span"],
)
def test_json_that_is_no_record_is_refused_with_the_field(text: str, message: str) -> None:
    with pytest.raises(RecordError) as refusal:
        from_json(Lab, text, place="labs.json")
    assert message in refusal.value.message
    assert refusal.value.place == "labs.json"


@settings(parent=SLOW_TO_DRAW)
@given(record=models(NoteRecord))
def test_the_schema_describes_what_is_written(record: NoteRecord) -> None:
    """Every key that is written is a key of the published schema, at every depth."""
    schema = NoteRecord.model_json_schema(mode="serialization")
    _assert_described(record.model_dump(mode="python"), schema, schema["$defs"])


def _assert_described(value: object, schema: dict[str, object], definitions: dict[str, dict[str, object]]) -> None:
    reference = schema.get("$ref")
    if isinstance(reference, str):
        schema = definitions[reference.rpartition("/")[2]]
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        wanted = "null" if value is None else None
        matching = [choice for choice in choices if (choice.get("type") == "null") == (wanted == "null")]
        assert matching, f"{value!r} is none of {choices}"
        schema = matching[0]
        return _assert_described(value, schema, definitions)
    if isinstance(value, dict) and isinstance(properties := schema.get("properties"), dict):
        assert set(value) == set(properties)
        for key, inner in value.items():
            _assert_described(inner, properties[key], definitions)
    elif isinstance(value, list | tuple) and isinstance(items := schema.get("items"), dict):
        for inner in value:
            _assert_described(inner, items, definitions)
    return None
