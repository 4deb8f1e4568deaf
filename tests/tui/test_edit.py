"""Correcting a record in place: what is typed is taken as it is meant, or the fault tells what would be right."""

from __future__ import annotations

from decimal import Decimal

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from osteocase.review import Edit
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.screens.edit import EditScreen
from osteocase.tui.start import new_parts
from tests.review.casework import a_session
from tests.tui.conftest import MakeApp

PTH, T12, SPINE = "first-visit/lab-1", "first-visit/fracture-2", "first-visit/bmd-1"
UNITS = {"pth": {"pg/mL": Decimal(1), "pmol/L": Decimal("9.43")}}


async def edit(app: OsteocaseApp, pilot: Pilot[None], record: str, typed: dict[str, str]) -> str | None:
    """Open the record, type into its fields, save; gives the fault that is told, or null where it was saved."""
    await pilot.press("f3")
    app.bench.choose(record)
    await pilot.press("e")
    await pilot.pause()
    for name, text in typed.items():
        app.screen.query_one(f"#field-{name}", Input).value = text
    await pilot.press("enter")
    await pilot.pause()
    return str(app.screen.query_one("#fault", Static).content) if isinstance(app.screen, EditScreen) else None


FAULTS = {
    (PTH, "value", "much"): "value: a number is wanted, such as 2.31",
    (PTH, "value", "nan"): "value: a number is wanted, such as 2.31",
    (PTH, "flag", "big"): "flag: one of these is wanted: low, normal, high",
    (PTH, "name", ""): "name: this cannot be left empty",
    (PTH, "reference", "as usual"): "reference: an interval is wanted, such as 2.15-2.55, <30 or >60",
    (PTH, "reference", "65-10"): "reference: 65 is more than 10; the lower end comes first",
    (PTH, "time", "2021-02-30"): "time: 2021-02-30 is no date of the calendar",
    (PTH, "time", "2021-13"): "time: 2021-13 is no date of the calendar",
    (PTH, "time", "13/05/2021"): "time: a date is written as 2021-05-13, as 2021-05 or as 2021",
    (PTH, "time", "3 May 2021"): "time: a date is written as 2021-05-13, as 2021-05 or as 2021",
    (T12, "level", "T15"): "level: a level is one of C1 to C7, T1 to T12, L1 to L6 or S1 to S5",
    (T12, "genant_grade", "5"): "genant grade: it must be at most 3",
    (T12, "fragility", "maybe"): "fragility: yes or no is wanted",
    (T12, "acuity", "fresh"): "acuity: one of these is wanted: acute, subacute, chronic",
}
TAKEN = {
    (PTH, "value", "1,5"): Decimal("1.5"),
    (PTH, "reference", "<30"): {"text": "<30", "low": None, "high": Decimal(30)},
    (PTH, "reference", "> 60"): {"text": "> 60", "low": Decimal(60), "high": None},
    (PTH, "reference", "2.15 – 2.55"): {"text": "2.15 – 2.55", "low": Decimal("2.15"), "high": Decimal("2.55")},
    (PTH, "time", "2021-5-3"): {"text": "2021-5-3", "kind": "date", "date": "2021-05-03"},
    (PTH, "time", "−6 months"): {"text": "−6 months", "kind": "label", "months": Decimal(-6)},
    (PTH, "time", "second visit"): {"text": "second visit", "kind": "label"},
    (T12, "level", "t11"): "T11",
    (T12, "acuity", "Acute"): "acute",
    (SPINE, "t_score", "−2,9"): Decimal("-2.9"),
}


async def test_a_fault_tells_what_would_be_right_in_the_field_that_has_it(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    told = {}
    async with app.run_test(size=(80, 24)) as pilot:
        for record, field, typed in FAULTS:
            told[record, field, typed] = await edit(app, pilot, record, {field: typed})
            assert app.screen.focused is app.screen.query_one(f"#field-{field}")
            await pilot.press("escape")
        assert app.session.progress().edited == 0
    assert told == {place: f"✗ {fault}" for place, fault in FAULTS.items()}


async def test_what_is_typed_is_taken_as_it_is_meant(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    taken = {}
    async with app.run_test(size=(80, 24)) as pilot:
        for record, field, typed in TAKEN:
            assert await edit(app, pilot, record, {field: typed}) is None
            change = app.session.changes[-1]
            assert isinstance(change, Edit)
            taken[record, field, typed] = change.fields[field]
    assert taken == TAKEN


async def test_a_unit_is_taken_as_its_analyte_writes_it_and_a_strange_one_is_asked_about(make_app: MakeApp) -> None:
    app = make_app(session=a_session("first-visit", conversions=UNITS))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await edit(app, pilot, PTH, {"unit": "furlongs"}) == (
            "✗ unit: furlongs is no unit that is known for it (pg/mL, pmol/L); enter again keeps it"
        )
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.record(PTH).model_dump()["unit"] == "furlongs"
        assert await edit(app, pilot, PTH, {"unit": "PMOL/l"}) is None
        assert app.session.record(PTH).model_dump()["unit"] == "pmol/L"
        assert app.session.record(PTH).model_dump()["canonical_value"] == Decimal("94.2") * Decimal("9.43")


def test_the_application_knows_the_units_of_its_own_patterns(home: object) -> None:
    parts = new_parts(keep=False)
    assert parts.session is not None
    assert {"mmol/L", "mg/dL"} <= set(parts.session.units_of("calcium"))
    assert parts.session.units_of("nothing that is known") == ()


async def test_what_is_typed_right_behind_the_tab_key_stands_in_the_next_line(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        app.bench.choose(PTH)
        await pilot.press("e")
        await pilot.pause()
        before = app.screen.query_one("#field-value", Input).value
        for key in ("tab", "9", "7", "tab", "<"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        lines = [app.screen.query_one(f"#field-{name}", Input).value for name in ("value", "value_high", "comparator")]
        assert lines == [before, "97", "<"]


async def test_saving_without_a_change_says_so(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        assert await edit(app, pilot, PTH, {}) is None
        assert app.bench.doing == "nothing was changed; a accepts it as it stands"
        assert app.session.progress().edited == 0
