"""Days in the corners, rows and lines of a layout: which results they are of, and which lie beside another day."""

from __future__ import annotations

import pytest

from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import NoteRecord


def read(text: str) -> NoteRecord:
    """The records of a text."""
    return extract(read_text(text, note_id="note"))


def densities(text: str) -> set[tuple[str, str | None, str | None, str | None, str | None]]:
    """Site, density, T-score, change and the words of the time of each result."""
    return {
        (
            str(item.site),
            None if item.bmd_g_cm2 is None else str(item.bmd_g_cm2),
            None if item.t_score is None else str(item.t_score),
            None if item.change_percent is None else str(item.change_percent),
            item.time.text if item.time else None,
        )
        for item in read(text).bmd
    }


def results(text: str) -> list[tuple[str, str, str | None]]:
    """Analyte, value and ISO date of each result."""
    return [(item.analyte, str(item.value), item.time.date if item.time else None) for item in read(text).labs]


def test_a_day_in_the_corner_of_a_head_is_that_of_the_table() -> None:
    text = "- **MRI 8 May 2020:** old T12\n\n| DXA 6 May 2020 | BMD | T |\n|---|---|---|\n| L1-L4 | 0.781 | -3.4 |\n"
    assert densities(text) == {("lumbar_spine", "0.781", "-3.4", None, "6 May 2020")}


def test_an_examination_told_on_its_own_line_heads_no_other_one() -> None:
    text = "- MRI 8 May 2020: T12 fracture, acute\n- Ca 2.31 mmol/L\n\nOsteoporosis. VAS 7/10."
    assert [(name, value, time) for name, value, time in results(text)] == [("calcium", "2.31", None)]
    assert [item.time for item in read(text).scores] == [None]


def test_the_last_dose_is_no_day_of_a_scan() -> None:
    text = "Month 12 of denosumab; last dose 2 May 2020\n\n| | BMD | T |\n|---|---|---|\n| LS | 0.781 | -3.4 |\n"
    assert {time for *_, time in densities(text)} <= {None, "Month 12 of denosumab"}


@pytest.mark.parametrize("clock", ["", " 07:45", " 07:45:10", "T07:45", " 7:45 AM"])
def test_each_row_of_an_export_is_of_its_own_day(clock: str) -> None:
    text = (
        "Collected\tTest\tResult\tUnit\tRange\n"
        f"2020-05-04{clock}\tCalcium\t2.31\tmmol/L\t2.15-2.55\n2020-05-04{clock}\tAlbumin\t41\tg/L\t35-50\n"
        f"2020-11-09{clock}\tCalcium\t2.36\tmmol/L\t2.15-2.55\n"
    )
    assert results(text) == [
        ("calcium", "2.31", "2020-05-04"),
        ("albumin", "41", "2020-05-04"),
        ("calcium", "2.36", "2020-11-09"),
    ]


def test_a_result_behind_the_day_of_its_row_is_of_that_day() -> None:
    text = "Infusion log\n 1   04/05/20   given   no reaction\n 2   16/11/20   given   Ca 2.31\n"
    assert results(text) == [("calcium", "2.31", "2020-11-16")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spine L1-4 0.842, 70% YAM (up 8%).", "8"),
        ("Spine L1-4 0.842 (T -2.8, 70% YAM, up 7.9% on last scan).", "7.9"),
        ("Spine L1-4 0.842 (T -2.8, 70% YAM, down 2% on 2018).", "-2"),
        ("Spine L1-4 0.842, YAM rose to 70%.", None),
        ("Region\tBMD (g/cm2)\tT-score\tChange vs baseline (%)\nL1-L4\t0.842\t-2.8\t8\n", "8"),
    ],
)
def test_a_change_behind_a_share_of_the_young(text: str, expected: str | None) -> None:
    ((*_, change, _),) = densities(text)
    assert change == expected


def test_a_scan_compared_with_is_not_the_day_of_the_result() -> None:
    assert {time for *_, time in densities("Spine BMD 0.842 (up 4% on 2018).")} == {None}


def test_gains_after_so_many_months_are_those_of_the_scans_then() -> None:
    text = (
        "                  06.05.20   09.11.20   10.05.21\nL1-L4 BMD (g/cm2)  0,781      0,842      0,871\n\n"
        "The spine gained 7,8% after 6 and 11,5% after 12 months.\n"
    )
    assert {(density, change) for _, density, _, change, _ in densities(text)} == {
        ("0.781", None),
        ("0.842", "7.8"),
        ("0.871", "11.5"),
    }


@pytest.mark.parametrize("date", ["9. 11. 2020", "9. 11.2020", "9.11.2020"])
def test_a_date_of_central_europe_may_have_gaps(date: str) -> None:
    text = f"Clinic {date}\n\nFrom {date} on he takes alendronate 70 mg weekly.\n"
    note = read(text)
    assert note.note.date == "2020-11-09"
    assert [item.start and item.start.date for item in note.treatments] == ["2020-11-09"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Seen 4/5/20. MRI 17/4 showed oedema of T12.", "2020-05-04"),
        ("Seen 4/5/20. Labs 4/17: Ca 9.1 mg/dL.", "2020-04-05"),
        ("Seen 4/5/20. Pain 7/10, RDQ 14/24 and strength 5/5.", "2020-04-05"),
    ],
)
def test_a_day_without_its_year_tells_the_order_of_the_others(text: str, date: str) -> None:
    assert read(text).note.date == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("- Mother: wrist fracture (66 y), plated", ["66 y"]),
        ("Father broke a hip (81 years).", ["81 years"]),
        ("Wrist fracture (10 y), healed", [None]),
    ],
)
def test_years_in_brackets_behind_what_befell_a_relative(text: str, dates: list[str | None]) -> None:
    assert [item.time.text if item.time else None for item in read(text).fractures] == dates


def test_the_day_of_a_visit_that_is_told_in_the_present() -> None:
    assert read("HISTORY\n\nThe patient returns on October 9, 2020, with less pain. VAS 3.").note.date == "2020-10-09"
    assert read("HISTORY\n\nHer son, born on October 9, 2020, is well. VAS 3.").note.date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DXA 12 months after starting denosumab: better.", "ongoing"),
        ("She is seen six months after the start of teriparatide.", "ongoing"),
        ("He returned 2 years after beginning treatment with alendronate.", "ongoing"),
        ("She felt worse after starting denosumab.", "started"),
    ],
)
def test_a_start_that_something_is_counted_from_begins_nothing_now(text: str, status: str) -> None:
    assert [item.status for item in read(text).treatments] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("She has almost no back pain.", "present"),
        ("There is virtually no back pain now.", "present"),
        ("She has no back pain.", "absent"),
    ],
)
def test_almost_no_is_some(text: str, status: str) -> None:
    assert [item.status for item in read(text).findings if item.concept == "back_pain"] == [status]


def test_results_of_a_visit_that_is_recalled_are_of_its_day() -> None:
    text = (
        "She stopped in May 2020. At that visit on May 4, 2020 her spine BMD was 0.781. Calcium was 9.1 mg/dL.\n\n"
        "Labs: calcium 9.4 mg/dL."
    )
    assert results(text) == [("calcium", "9.1", "2020-05-04"), ("calcium", "9.4", None)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Clinic 4 May 2020\n\nThe fracture of the left femur has healed at 8 months.", [None]),
        ("Fracture of the left femur in May 2019, united by September 2019.", ["2019-05"]),
    ],
)
def test_when_a_fracture_had_healed_is_not_when_it_broke(text: str, dates: list[str | None]) -> None:
    assert [item.time.date if item.time else None for item in read(text).fractures] == dates


def test_what_a_rating_was_before_is_not_of_the_day_of_the_visit() -> None:
    note = read("Date: 3 June 2019\nBack pain VAS 2 (was 6).")
    assert [(str(item.value), item.time and item.time.date) for item in note.scores] == [
        ("2", "2019-06-03"),
        ("6", None),
    ]


def test_a_z_score_of_apparent_density_is_none_of_the_density() -> None:
    told = read("DXA: LS BMAD Z -2.6; LS BMD 0.612, Z -2.9").bmd
    assert [(str(item.bmd_g_cm2), str(item.z_score)) for item in told] == [("0.612", "-2.9")]


@pytest.mark.parametrize("words", ["oxalate 30 mmol/mol creatinine", "protein 98 mg/g creat", "NTX 45 nmol/mmol creat"])
def test_what_a_result_is_divided_by_is_no_result(words: str) -> None:
    assert not [item for item in read(f"Urine {words} (<50).").labs if item.analyte == "creatinine"]


def test_weaning_that_is_considered_ends_no_lactation() -> None:
    assert read("She is breastfeeding. Consider weaning at 6 months.").patient.lactating is True
    assert read("She was breastfeeding. Weaned in May.").patient.lactating is False


def test_the_note_of_an_operation_is_of_the_day_in_its_title() -> None:
    assert read("OPERATION NOTE 19/11/2020\nRight hemiarthroplasty.").note.date == "2020-11-19"
    assert read("Date of operation 19/11/2020. Seen in clinic with less pain.").note.date is None


def test_changes_of_a_list_without_times_are_of_no_scan() -> None:
    assert densities("BMD gains at the spine were 8%, 11% and 14%.") == set()
    assert {
        (change, time) for *_, change, time in densities("The spine gained 8%, 11% and 14% BMD at 6, 12 and 24 months.")
    } == {("8", "6, 12 and 24 months"), ("11", "12 and 24 months"), ("14", "24 months")}


@pytest.mark.parametrize(
    ("corner", "day"),
    [
        ("Bloods 4 May 2020", "2020-05-04"),
        ("Test (4 May 2020)", "2020-05-04"),
        ("Bloods (4.5.2020)", "2020-05-04"),
        ("4 May 2020", "2020-05-04"),
        ("Printed 4 May 2020", "2020-05-11"),
        ("Next review 4 May 2021", "2020-05-11"),
    ],
)
@pytest.mark.parametrize("columns", [("Result",), ("Result", "Unit")])
def test_a_day_in_the_corner_of_results_is_that_of_the_sample(corner: str, day: str, columns: tuple[str, ...]) -> None:
    head = f"| {corner} | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}\n"
    unit = " | mmol/L" * (len(columns) - 1)
    text = f"Clinic 11 May 2020\n\n{head}| Calcium | 2.31{unit} |\n| Phosphate | 0.91{unit} |\n"
    assert results(text) == [("calcium", "2.31", day), ("phosphorus", "0.91", day)]


_SITES = "L1-4 0.781 g/cm2, total hip 0.702 g/cm2"


@pytest.mark.parametrize(
    ("text", "spine", "hip"),
    [
        (f"{_SITES}. Vs first scan +7.8% / +1.4%.", "7.8", "1.4"),
        (f"{_SITES}. Compared with the previous scan +3.1 / -0.7 %.", "3.1", "-0.7"),
        (f"{_SITES} (+7.8% / +1.4% vs baseline).", "7.8", "1.4"),
        (f"{_SITES}; +7.8% and +1.4% from baseline.", "7.8", "1.4"),
        (f"{_SITES}, neck 0.611 g/cm2. Vs first scan +7.8% / +1.4%.", None, None),
        (f"{_SITES}. CTX and P1NP vs baseline -40% / -30%.", None, None),
        (f"{_SITES}. Weight and fat vs baseline +2% / +3%.", None, None),
        ("L1-4 0.781 g/cm2 (+3%), total hip 0.702 g/cm2 (-1%). Vs baseline +7.8% / +1.4%.", "3", "-1"),
        (f"{_SITES}.\n\nVs first visit +7.8% / +1.4%.", None, None),
    ],
)
def test_a_list_of_changes_follows_the_order_of_the_sites(text: str, spine: str | None, hip: str | None) -> None:
    told = {(site, change) for site, _, _, change, _ in densities(text)}
    assert {change for site, change in told if site == "lumbar_spine"} == {spine}
    assert {change for site, change in told if site == "total_hip"} == {hip}


def test_a_sheet_of_days_is_of_the_last_one() -> None:
    text = "Date\tCalcium\tPTH\n14.05.2020\t2.31\t71\n19.11.2020\t2.36\t60\n14.03.2022\t2.40\t52\n"
    assert read(text).note.date == "2022-03-14"
    assert ("calcium", "2.31", "2020-05-14") in results(text)
