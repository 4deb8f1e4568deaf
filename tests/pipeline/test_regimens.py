"""Whole regimens, dose to number of doses, as many hands write them."""

from __future__ import annotations

import pytest

from osteocase.evaluation.agreement import Agreement
from osteocase.lexicon import default_lexicon
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import Draft, scan_text
from osteocase.pipeline.treatments.find import find_treatments
from tests.pipeline.regimens import FIELDS, LINES, Row

AGREEMENT = Agreement(default_lexicon())


def told(draft: Draft) -> Row:
    """The fields of a draft that are told; a dose that is no number by its words."""
    row = {"agent": draft["agent"], "status": str(draft["status"])}
    for name in FIELDS:
        times = draft["times"]
        value = times.get(name, {}).get("text") if name in {"start", "stop"} else draft.get(name)
        if name == "dose" and value is None:
            value = draft.get("dose_text")
        if value is not None:
            row[name] = str(value)
    return row


def same(wanted: Row, found: Row) -> bool:
    """Every field agrees as the evaluation has it, and nothing is told that is not wanted."""
    if AGREEMENT.identity("treatments", wanted) != found["agent"]:
        return False
    whole = (wanted.get("dose", "") + wanted.get("dose_unit", "")).replace(" ", "")
    if whole and whole == found.get("dose", "").replace(" ", ""):  # a dose in words holds its unit
        wanted = {**wanted, "dose": found["dose"]}
        wanted.pop("dose_unit", None)
    if "status" not in wanted:
        found = {name: value for name, value in found.items() if name != "status"}
    if wanted.keys() != found.keys():
        return False
    return all(
        AGREEMENT.field(name, {"text": wanted[name]}, {name: {"text": found[name]}})
        if name in {"start", "stop"}
        else AGREEMENT.field(name, wanted[name], found)
        for name in wanted
        if name != "agent"
    )


@pytest.mark.parametrize(("text", "wanted"), LINES, ids=[text[:60] for text, _ in LINES])
def test_a_regimen_is_read_as_a_whole(text: str, wanted: list[Row]) -> None:
    drafts = sorted(find_treatments(scan_text(text, knowledge_of())), key=lambda draft: (draft["start"], draft["end"]))
    left = [told(draft) for draft in drafts]
    missed = []
    for row in wanted:
        match = next((found for found in left if same(row, found)), None)
        if match is None:
            missed.append(row)
        else:
            left.remove(match)
    assert (missed, left) == ([], [])
