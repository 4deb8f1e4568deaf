"""Printed T-scores and YAM per cents betray the reference behind them, and the value that does not belong to it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteocase.case.reference_fit import fit_reference, reference_groups
from osteocase.records import Bmd
from tests.case.founding import HIP, SPINE
from tests.case.making import NoteWriter


def rows_of(*rows: tuple[str, str | None, str | None]) -> tuple[Bmd, ...]:
    """BMD, YAM % and T-score a row."""
    note = NoteWriter("n1")
    for bmd, yam, t_score in rows:
        note.bmd("lumbar_spine", region="L1-L4", bmd_g_cm2=bmd, yam_percent=yam, t_score=t_score)
    return note.record().bmd


def test_all_printed_values_of_the_founding_patient_fit_one_reference_a_site() -> None:
    for printed, mean, deviation in ((SPINE, "1.152", "0.139"), (HIP, "0.961", "0.130")):
        fit = fit_reference(rows_of(*((bmd, yam, t) for bmd, yam, t, _ in printed)))
        assert fit.misfits == ()
        assert fit.mean[0] <= Fraction(mean) <= fit.mean[1]
        assert fit.deviation[0] <= Fraction(deviation) <= fit.deviation[1]
        assert fit.mean[1] - fit.mean[0] < Fraction(12, 1000)


@pytest.mark.parametrize(
    ("row", "field", "printed"),
    [(0, "t_score", "-3.2"), (1, "t_score", "1.1"), (2, "yam_percent", "98"), (3, "yam_percent", "29")],
)
def test_a_changed_score_is_the_only_one_that_does_not_fit(row: int, field: str, printed: str) -> None:
    rows = list(rows_of(*((bmd, yam, t) for bmd, yam, t, _ in SPINE)))
    rows[row] = rows[row].model_copy(update={field: Decimal(printed)})
    fit = fit_reference(rows)
    assert [(misfit.record.id, misfit.field) for misfit in fit.misfits] == [(rows[row].id, field)]


def test_a_changed_density_is_blamed_as_a_whole_row() -> None:
    rows = list(rows_of(*((bmd, yam, t) for bmd, yam, t, _ in SPINE)))
    rows[2] = rows[2].model_copy(update={"bmd_g_cm2": Decimal("1.208")})
    fit = fit_reference(rows)
    assert [(misfit.record.id, misfit.field) for misfit in fit.misfits] == [(rows[2].id, "bmd_g_cm2")]


def test_sides_share_a_reference_and_machines_do_not() -> None:
    note = NoteWriter("n1")
    for side, machine in (("left", "GE Lunar"), ("right", "GE Lunar"), ("left", "Hologic")):
        note.bmd("total_hip", side=side, machine=machine, bmd_g_cm2="0.700", t_score="-2.0")
    assert [len(rows) for rows in reference_groups(note.record().bmd)] == [2, 1]


@settings(deadline=None, max_examples=60)
@given(
    st.integers(900, 1300),
    st.integers(90, 180),
    st.lists(st.integers(500, 1200), min_size=2, max_size=5, unique=True),
)
def test_rows_printed_from_one_reference_always_fit(mean: int, deviation: int, densities: list[int]) -> None:
    printed = []
    for density in densities:
        t_score = (Decimal(density - mean) / deviation).quantize(Decimal("0.1"))
        yam = (Decimal(100 * density) / mean).quantize(Decimal(1))
        printed.append((f"{Decimal(density) / 1000:.3f}", str(yam), str(t_score)))
    fit = fit_reference(rows_of(*printed))
    assert fit.misfits == ()
    assert fit.region


def test_a_row_without_a_region_belongs_to_the_one_that_the_others_name() -> None:
    rows = [
        bmd.model_copy(update={"region": region, "id": f"n/{number}"})
        for number, (bmd, region) in enumerate(
            zip(rows_of(*((bmd, yam, t) for bmd, yam, t, _ in SPINE)), ("L1-L4", None, "L1-L4", "L1-L4"), strict=True)
        )
    ]
    (group,) = reference_groups(rows)
    assert len(group) == 4
    two = [rows[0], rows[1], rows[2].model_copy(update={"region": "L2-L4"})]
    assert sorted(len(group) for group in reference_groups(two)) == [1, 1, 1]
