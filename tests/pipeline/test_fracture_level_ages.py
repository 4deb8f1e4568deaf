"""Ages told behind lists of levels: whose they are, and when they make a fracture that no word calls one."""

from __future__ import annotations

import pytest

from osteocase.pipeline.fractures.find import find_fractures
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text


def ages(text: str) -> dict[str, str | None]:
    """Levels of fractures that are present, with their age."""
    found = find_fractures(scan_text(text, knowledge_of()))
    return {draft["level"]: draft.get("acuity") for draft in found if draft["status"] == "present" and draft["level"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MRI: T8 and L1 acute, T5 and T6 subacute compression fractures.",
         {"T8": "acute", "L1": "acute", "T5": "subacute", "T6": "subacute"}),
        ("X-ray: T6, T8, L1 wedged. MRI: T8 and L1 fresh, T6 old.", {"T6": "chronic", "T8": "acute", "L1": "acute"}),
        ("MRI showed acute fractures at L2 and L3; T10 was old.", {"L2": "acute", "L3": "acute", "T10": "chronic"}),
        ("Films: T8 and L1 crushed. MR the same week: T8, L1, sacrum fresh, T4 & T6 older (subacute).",
         {"T8": "acute", "L1": "acute", "T4": "subacute", "T6": "subacute"}),
        ("Radiographs: fractures of T8 and L1. MRI: oedema at T8 and in the sacrum (left ala), recent; T4 subacute.",
         {"T8": "acute", "L1": None, "T4": "subacute"}),
        ("X-ray: T12 fracture. CT: L4 old, no retropulsion.", {"T12": None, "L4": "chronic"}),
        ("Recent fracture of T11, old fractures of T8 and T9.", {"T11": "acute", "T8": "chronic", "T9": "chronic"}),
        ("MRI: fracture of T12. Haemangioma of L3, old.", {"T12": None}),
        ("MRI: fracture of T12. L4/5 disc prolapse, old.", {"T12": None}),
        ("MRI: T12 fracture. Laminectomy L4 and L5, healed.", {"T12": None}),
        ("MRI: T12 fracture. L3 not acute.", {"T12": None}),
        ("MRI: T12 fracture. L1 and L2 acute on chronic pain.", {"T12": None}),
        ("T12 fracture in 2019.\n\nPain over L3, old.", {"T12": None}),
        ("MRI: degenerative discs. L3 old.", {}),
    ],
)  # fmt: skip
def test_the_age_behind_a_list_of_levels_is_theirs(text: str, expected: dict[str, str | None]) -> None:
    """A level becomes a fracture by its age alone only on an image, after vertebral fractures were told."""
    assert ages(text) == expected


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6 months: VAS 3. 18 months: VAS 2; no further vertebral fracture on X-ray.", "18 months"),
        ("F/U 22-11-2022: no fresh vertebral fracture.", "22-11-2022"),
    ],
)
def test_what_is_not_broken_is_timed_by_the_nearest_head(text: str, time: str) -> None:
    (draft,) = find_fractures(scan_text(text, knowledge_of()))
    assert draft["time"]["text"] == time
