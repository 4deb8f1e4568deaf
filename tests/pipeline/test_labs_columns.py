"""Results whose columns a copy has pulled apart: one space between cells, heads in several lines, cells one a line."""

from __future__ import annotations

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text


def timed(text: str) -> list[str]:
    """The results of a text with their times, sorted: ``calcium 9.1 mg/dL @2021-03-02``."""
    found = []
    for draft in find_labs(scan_text(text, knowledge_of())):
        told = draft["value"] if draft.get("value") is not None else draft.get("qualitative")
        time = draft.get("time") or {}
        when = f" @{time['text']}" if time else ""
        unit = f" {draft['unit']}" if draft.get("unit") else ""
        found.append(f"{draft['analyte']} {told}{unit}{when}")
    return sorted(found)


def test_values_under_two_dates_have_the_date_of_their_column() -> None:
    text = "Test 02/03/2021 14/09/2021\nCalcium 8.9 9.3\nPTH 71 58\n"
    assert timed(text) == [
        "calcium 8.9 @02/03/2021",
        "calcium 9.3 @14/09/2021",
        "pth 58 @14/09/2021",
        "pth 71 @02/03/2021",
    ]


def test_equal_values_of_two_days_are_two_results() -> None:
    text = "Component 3/4/24 9/8/24\nSODIUM mmol/L 139 139\nCREATININE mg/dL 1.31* 1.12\n"
    assert timed(text) == [
        "creatinine 1.12 mg/dL @9/8/24",
        "creatinine 1.31 mg/dL @3/4/24",
        "sodium 139 mmol/L @3/4/24",
        "sodium 139 mmol/L @9/8/24",
    ]


def test_a_head_may_stand_over_several_lines_with_the_hour_under_each_day() -> None:
    text = (
        "Bone and mineral\nLab Units 05/06/23\n0915\n\n11/30/22\n1440\n\nCALCIUM mg/dL 10.9* 10.4\n"
        "PHOSPHORUS mg/dL 2.4 2.6\nALK PHOS\nTOTAL\n\nU/L 131 118\n"
    )
    assert timed(text) == [
        "alkaline_phosphatase 118 U/L @11/30/22",
        "alkaline_phosphatase 131 U/L @05/06/23",
        "calcium 10.4 mg/dL @11/30/22",
        "calcium 10.9 mg/dL @05/06/23",
        "phosphorus 2.4 mg/dL @05/06/23",
        "phosphorus 2.6 mg/dL @11/30/22",
    ]


def test_a_row_with_fewer_values_than_dates_tells_no_day() -> None:
    text = "Test 02/03/2021 14/09/2021\nCalcium 8.9 9.3\nPTH 71\n"
    assert timed(text) == ["calcium 8.9 @02/03/2021", "calcium 9.3 @14/09/2021", "pth 71"]


def test_a_head_without_a_cell_over_the_names() -> None:
    text = "02/03/2021   14/09/2021\nCalcium   8.9   9.3\nPTH       71    58\n"
    assert timed(text) == [
        "calcium 8.9 @02/03/2021",
        "calcium 9.3 @14/09/2021",
        "pth 58 @14/09/2021",
        "pth 71 @02/03/2021",
    ]


def test_names_and_values_copied_one_column_after_the_other() -> None:
    text = "Adjusted calcium\nPhosphate\nALP\n2.71 mmol/L\n0.69 mmol/L\n162 U/L\n"
    assert timed(text) == ["alkaline_phosphatase 162 U/L", "calcium_corrected 2.71 mmol/L", "phosphorus 0.69 mmol/L"]


def test_columns_of_results_units_and_intervals_one_after_the_other() -> None:
    text = (
        "Test\nCalcium\nPhosphate\nALP\nResult\n2.31\n0.70\n120\nUnit\nmmol/L\nmmol/L\nU/L\n"
        "Reference range\n2.20-2.60\n0.80-1.50\n30-130\n"
    )
    assert timed(text) == ["alkaline_phosphatase 120 U/L", "calcium 2.31 mmol/L", "phosphorus 0.70 mmol/L"]


def test_columns_of_two_days_one_after_the_other() -> None:
    text = "Test\nCalcium\nPTH\n03/02/2021\n2.71\n11.8\n04/10/2021\n2.44\n5.2\n"
    assert timed(text) == [
        "calcium 2.44 @04/10/2021",
        "calcium 2.71 @03/02/2021",
        "pth 11.8 @03/02/2021",
        "pth 5.2 @04/10/2021",
    ]


def test_as_many_values_as_names_or_none() -> None:
    """With a cell left out nobody can tell whose the others are."""
    assert timed("Calcium\nPhosphate\nALP\n2.31 mmol/L\n120 U/L\n") == []


def test_medicines_one_a_line_are_no_results() -> None:
    assert timed("Calcium\nVitamin D\n500 mg\n800 IU\n") == []


def test_names_and_values_in_turn_keep_their_order() -> None:
    assert timed("PTH\n71 pg/mL\nCalcium\n9.4 mg/dL\n") == ["calcium 9.4 mg/dL", "pth 71 pg/mL"]


def test_numbers_behind_a_value_that_no_word_calls_a_course_are_no_further_results() -> None:
    """They may be the limits that the print gives behind the value."""
    assert timed("Calcium 9.1 8.5 10.2 mg/dL") == ["calcium 9.1 mg/dL"]
    assert timed("PTH 65 80 120 pg/mL") == ["pth 65 pg/mL"]


def test_a_course_is_several_results() -> None:
    assert timed("Serial calcium 9.1 8.5 10.2 mg/dL") == [
        "calcium 10.2 mg/dL",
        "calcium 8.5 mg/dL",
        "calcium 9.1 mg/dL",
    ]
    assert timed("Calcium 9.1, 8.5 and 10.2 mg/dL") == ["calcium 10.2 mg/dL", "calcium 8.5 mg/dL", "calcium 9.1 mg/dL"]
    assert timed("Calcium 9.1 -> 8.5 -> 10.2") == ["calcium 10.2", "calcium 8.5", "calcium 9.1"]


def test_cells_that_lost_the_gap_behind_their_unit() -> None:
    text = "Calcium: 2.05 mmol/L2.20 – 2.60 mmol/LPhosphate: 1.1 mmol/L0.8-1.5 mmol/L\nHbA1c: 6.1%< 6.0%Albumin: 39 g/L"
    assert timed(text) == ["albumin 39 g/L", "calcium 2.05 mmol/L", "hba1c 6.1 %", "phosphorus 1.1 mmol/L"]


def test_the_25_of_a_name_is_no_result() -> None:
    assert timed("Vitamin D 25 levels were checked.") == []
    assert timed("Vit D 25: 31 ng/mL") == ["25_oh_vitamin_d 31 ng/mL"]
    assert timed("Vitamin D 25 ng/mL") == ["25_oh_vitamin_d 25 ng/mL"]
    assert timed("Vitamin D 25 (30-100)") == ["25_oh_vitamin_d 25"]


def test_the_day_of_the_sample_counts_before_that_of_the_report() -> None:
    text = "Collected: 02/03/2024\nReported: 05/03/2024\n\nPTH 71 pg/mL\n"
    assert timed(text) == ["pth 71 pg/mL @02/03/2024"]
    assert timed("Reported: 05/03/2024\n\nPTH 71 pg/mL\n") == ["pth 71 pg/mL @05/03/2024"]


def test_results_of_the_day_on_which_somebody_came_back() -> None:
    text = "She returned on 10/13/2018 with cramps. Labs showed calcium of 7.2 and albumin 3.2."
    assert timed(text) == ["albumin 3.2 @10/13/2018", "calcium 7.2 @10/13/2018"]


def test_the_unit_of_an_interval_by_the_day() -> None:
    assert timed("24 hour urine calcium 112 (100-300 mg/24h)") == ["urine_calcium_24h 112 mg/d"]


def test_bare_numbers_behind_a_verdict_may_be_what_it_is_held_against() -> None:
    assert timed("She has elevated PTH (92-116).") == ["pth elevated"]
    assert timed("Calcium was low (8.5 - 10.2).") == ["calcium low"]
    assert timed("PTH 120 (15-65) was elevated.") == ["pth 120"]


def test_a_verdict_on_the_result_of_the_same_day_is_no_further_result() -> None:
    text = "Labs on 3 March: calcium 9.4, PTH 120. Labs on 5 May: calcium 9.2, PTH 60. Calcium remained normal."
    assert timed(text) == ["calcium 9.2 @5 May", "calcium 9.4 @3 March", "pth 120 @3 March", "pth 60 @5 May"]


def test_a_verdict_at_another_time_is_a_result_of_its_own() -> None:
    assert timed("Calcium 9.4 mg/dL. At 6 months calcium remained normal.") == [
        "calcium 9.4 mg/dL",
        "calcium normal @At 6 months",
    ]


def test_limits_that_lost_their_dash_are_no_values() -> None:
    assert timed("Ionized calcium was 1.02 mmol/L (Normal: 1.15 1.32).") == ["calcium_ionized 1.02 mmol/L"]
    assert timed("PTH 20 (ref 15 65), phosphate 3.1") == ["phosphorus 3.1", "pth 20"]


def test_what_a_marker_is_may_stand_between_dashes() -> None:
    assert timed("C-terminal telopeptide — a marker of bone turnover — was 846 ng/L.") == ["ctx 846 ng/L"]


def test_a_unit_that_kept_its_gap_parts_no_columns() -> None:
    text = (
        "Component Latest Ref Rng 3/1/2024 9/1/2023\nCalcium 8.5 - 10.5 mg/dL 9.1 10.9 (H)\nPTH 15 - 65 pg/mL 71 120\n"
    )
    assert timed(text) == [
        "calcium 10.9 mg/dL @9/1/2023",
        "calcium 9.1 mg/dL @3/1/2024",
        "pth 120 pg/mL @9/1/2023",
        "pth 71 pg/mL @3/1/2024",
    ]


def test_a_column_of_intervals_holds_no_results() -> None:
    text = "Component\tLatest Ref Rng & Units\t3/1/2024\nCalcium\t8.5 - 10.5 mg/dL\t9.1\nPTH\t15 - 65 pg/mL\t71 (H)\n"
    assert timed(text) == ["calcium 9.1 mg/dL @3/1/2024", "pth 71 pg/mL @3/1/2024"]
    text = "Component\nLatest Ref Rng\n3/1/2024\nCalcium\n8.5 - 10.5 mg/dL\n9.1\nPTH\n15 - 65 pg/mL\n71 (H)\n"
    assert timed(text) == ["calcium 9.1 mg/dL @3/1/2024", "pth 71 pg/mL @3/1/2024"]


def test_columns_of_the_lower_and_the_upper_limit_hold_no_results() -> None:
    text = "Test\tResult\tLow\tHigh\tUnits\nCalcium\t9.1\t8.5\t10.2\tmg/dL\nPTH\t65\t15\t65\tpg/mL\n"
    found = find_labs(scan_text(text, knowledge_of()))
    assert [(draft["value"], draft["reference"]["low"], draft["reference"]["high"]) for draft in found] == [
        ("9.1", "8.5", "10.2"),
        ("65", "15", "65"),
    ]


def test_values_that_commas_part() -> None:
    text = "Date,Calcium,PTH,ALP\n2024-03-01,9.1,71,88\n2023-09-01,10.9,120,131\n"
    assert timed(text) == [
        "alkaline_phosphatase 131 @2023-09-01",
        "alkaline_phosphatase 88 @2024-03-01",
        "calcium 10.9 @2023-09-01",
        "calcium 9.1 @2024-03-01",
        "pth 120 @2023-09-01",
        "pth 71 @2024-03-01",
    ]
    text = '"Test","Value","Units","Ref Low","Ref High"\n"Calcium","9.1","mg/dL","8.5","10.2"\n'
    assert timed(text) == ["calcium 9.1 mg/dL"]


def test_commas_of_a_sentence_part_no_values() -> None:
    assert timed("Ca,PO4,ALP normal\nSeen on 3 May with calcium 9.1, PTH 71 and ALP 88.") == sorted(
        [
            "calcium normal",
            "phosphorus normal",
            "alkaline_phosphatase normal",
            "calcium 9.1 @3 May",
            "pth 71 @3 May",
            "alkaline_phosphatase 88 @3 May",
        ]
    )


def test_the_comma_of_a_decimal_parts_no_values() -> None:
    text = "Calcium 2,31 Phosphat 0,91 PTH 7,1\nCalcium 2,42 Phosphat 0,88 PTH 5,2\n"
    assert [line for line in timed(text) if line.startswith("calcium")] == ["calcium 2.31", "calcium 2.42"]
