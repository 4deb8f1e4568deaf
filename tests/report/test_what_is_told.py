"""What the first page and the tables say of what was found, looked for, foretold and over."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.records import CaseRecord, Finding, Patient, Score, Timepoint
from osteocase.report import build_document
from osteocase.report.document import Figure, Notice, Terms
from osteocase.report.figuredata import Timeline
from osteocase.report.parts.title import working_title
from tests.report.test_wording import DIAGNOSIS, SOURCE, at, case, drug, fracture, table


def diagnosis_of(concept: str, name: str) -> Finding:
    return DIAGNOSIS.model_copy(update={"id": f"n/{concept}", "concept": concept, "name": name})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((("osteogenesis_imperfecta", "osteogenesis imperfecta"),), "Osteogenesis imperfecta with a fracture of T8"),
        ((("rickets", "rickets"), ("osteomalacia", "osteomalacia")), "Osteomalacia with a fracture of T8"),
        (
            (("secondary_osteoporosis", "secondary osteoporosis"), ("osteoporosis", "osteoporosis")),
            "Osteoporosis with a fracture of T8",
        ),
        ((("secondary_osteoporosis", "secondary osteoporosis"),), "Secondary osteoporosis with a fracture of T8"),
        ((("hypertension", "hypertension"),), "Fracture of T8"),
    ],
)
def test_a_title_names_the_closest_disease_of_the_bone(told: tuple[tuple[str, str], ...], expected: str) -> None:
    findings = tuple(diagnosis_of(concept, name) for concept, name in told)
    assert working_title(case(fractures=(fracture("T8", 1),), findings=findings), named=False) == expected


def key_findings(record: CaseRecord) -> dict[str, str]:
    (part,) = build_document(record, parts=["summary"]).parts
    (box,) = (block for block in part.blocks if isinstance(block, Notice))
    (terms,) = (block for block in box.blocks if isinstance(block, Terms))
    return {title: "".join(run.text for run in text if not run.target) for title, text in terms.items}


def test_what_was_looked_for_is_named_where_it_was_not_found() -> None:
    told = (
        fracture(None, 1, bone="radius", side="right", time=at("-11")),
        fracture(None, 2, bone="scaphoid", status="absent", time=at("-11")),
        fracture(None, 3, status="absent", time=at("0")),
        fracture(None, 4, bone=None, status="absent", time=at("24")),
        fracture(None, 5, bone=None, status="absent", temporality="historical"),
    )
    assert key_findings(case(fractures=told))["Fractures"] == (
        "Right radius; no scaphoid fracture at month −11, no vertebral fracture at month 0, no fracture at month 24, "
        "no earlier fracture"
    )


def test_a_fracture_risk_is_neither_pain_nor_function() -> None:
    def score(name: str, value: int, most: int | None) -> Score:
        top = None if most is None else Decimal(most)
        return Score(id=f"n/{name}", source=SOURCE, rule="r", name=name, value=Decimal(value), max=top, time=at("0"))

    found = key_findings(case(scores=(score("frax_hip", 12, None), score("nrs", 3, 10))))
    assert found == {"Risk scores": "FRAX, hip fracture 12", "Pain and function": "NRS 3 of 10"}


def test_a_relative_without_a_fracture_is_not_shown_with_one() -> None:
    told = (
        fracture("T8", 1, modality="radiograph"),
        fracture(None, 2, bone="hip", subject="father", status="absent", modality="radiograph"),
        fracture(None, 3, bone="hip", subject="mother"),
    )
    rows = table(build_document(case(fractures=told), parts=["fractures"]), "fractures").rows
    words = [[cell.plain for cell in row.cells] for row in rows if row.kind != "group"]
    assert [(row[0], "denied" in row, "radiograph" in row) for row in words] == [
        ("T8", False, True),
        ("Father: hip", True, False),
        ("Mother: hip", False, False),
    ]


def test_what_is_over_has_no_arrow_to_the_end() -> None:
    told = (
        drug("cast", 1, kind="orthosis", status="past", start=at("-2")),
        drug("brace", 2, kind="orthosis", status="ongoing", start=at("0")),
    )
    points = tuple(Timepoint(label=f"{month} months", months=Decimal(month)) for month in (0, 12))
    (part,) = build_document(case(treatments=told, timepoints=points), parts=["summary"]).parts
    (figure,) = (block for block in part.blocks if isinstance(block, Figure))
    assert isinstance(figure.data, Timeline)
    (devices,) = (lane for lane in figure.data.lanes if lane.name == "Devices")
    assert [(mark.months, mark.label) for mark in devices.marks] == [(Decimal(-2), "Cast")]
    assert [(bar.start, bar.fading) for bar in devices.bars] == [(Decimal(0), True)]


def test_a_child_is_a_boy_or_a_girl() -> None:
    document = build_document(case(patient=Patient(sex="male", age_years=Decimal(8))))
    assert "boy, 8 years" in document.identity[0].text
