"""Two synthetic cases without a fault: whatever a check says of them is a false alarm.

The facts are told more than once, as in a real chart: a letter quotes the laboratory and the densitometry report, and
the follow-up letters repeat the values before.
"""

from __future__ import annotations

from typing import Any

from osteocase.records import NoteRecord
from tests.case.making import NoteWriter, after, label, on

__all__ = ["CLEAN", "man_on_zoledronate", "woman_on_romosozumab"]

Row = tuple[str, str, str]
"""BMD, T-score, Z-score."""

SPINE: tuple[Row, ...] = (("0.820", "-3.0", "-1.4"), ("0.927", "-2.1", "-0.5"), ("0.951", "-1.9", "-0.3"))
HIP: tuple[Row, ...] = (("0.690", "-2.6", "-1.1"), ("0.726", "-2.3", "-0.8"), ("0.733", "-2.2", "-0.7"))
NECK: tuple[Row, ...] = (("0.640", "-2.8", "-1.1"), ("0.690", "-2.4", "-0.7"), ("0.700", "-2.3", "-0.6"))
CHANGES = (None, ("13.0", "5.2", "7.8"), ("16.0", "6.2", "9.4"))
DAYS = ("2021-03-01", "2022-03-10", "2023-03-09")

RESULTS = {
    "calcium_corrected": ("mg/dL", "8.8-10.2", ("9.4", "9.2", "9.3")),
    "phosphorus": ("mg/dL", "2.5-4.5", ("3.4", "3.6", "3.1")),
    "alkaline_phosphatase": ("U/L", "38-113", ("84", "71", "66")),
    "creatinine": ("mg/dL", "0.46-0.79", ("0.66", "0.68", "0.71")),
    "25_oh_vitamin_d": ("ng/mL", ">30", ("34.2", "38.5", "36.1")),
    "pth": ("pg/mL", "10-65", ("41.0", "38.6", "44.3")),
    "tsh": ("mU/L", "0.5-4.5", ("1.82", "2.05", "1.94")),
    "p1np": ("ng/mL", "26.4-98.2", ("61.3", "44.8", "29.7")),
    "tracp_5b": ("mU/dL", "250-760", ("512", "371", "288")),
}


def _scan(note: NoteWriter, index: int, time: object = None, *, changes: bool = True) -> None:
    places = (
        ("lumbar_spine", {"region": "L1-L4"}, SPINE),
        ("total_hip", {"side": "left"}, HIP),
        ("femoral_neck", {"side": "left"}, NECK),
    )
    for number, (site, place, rows) in enumerate(places):
        bmd, t_score, z_score = rows[index]
        told = CHANGES[index]
        more = {"change_percent": told[number], "change_from": "baseline"} if told and changes else {}
        values = {**place, "bmd_g_cm2": bmd, "t_score": t_score, "z_score": z_score, "machine": "GE Lunar iDXA", **more}
        note.bmd(site, time, **values)  # type: ignore[arg-type]


def _bloods(note: NoteWriter, index: int, time: object = None, *names: str) -> None:
    for analyte, (unit, reference, values) in RESULTS.items():
        if not names or analyte in names:
            note.lab(analyte, values[index], unit, reference, time)  # type: ignore[arg-type]


def woman_on_romosozumab() -> list[NoteRecord]:
    """68 years, fractures of T12, L1 and the left distal radius, romosozumab for 12 months, then alendronate."""
    letter = NoteWriter("a1-first-letter", "2021-03-08", "letter")
    letter.patient(
        age_years="68", sex="female", ethnicity="Japanese", height_cm="152.0", weight_kg="49.0", bmi_kg_m2="21.2",
        menopausal_status="postmenopausal", menopause_age_years="50", parity=2, gravidity=2,
    )  # fmt: skip
    letter.finding("back_pain", "symptom")
    letter.finding("kyphosis", "sign")
    letter.finding("falls", "risk_factor", "absent")
    letter.finding("trauma", "history", "absent")
    for concept in ("smoking", "alcohol", "glucocorticoid_use"):
        letter.finding(concept, "risk_factor", "absent")
    letter.finding("family_fracture", "risk_factor", subject="mother", subject_age_years="82")
    letter.fracture("hip", subject="mother", temporality="historical")
    letter.finding("myocardial_infarction", "history", "absent")
    letter.finding("stroke", "history", "absent")
    letter.finding("secondary_osteoporosis", "diagnosis", "absent")
    letter.finding("hyperthyroidism", "diagnosis", "absent")
    letter.finding("hyperparathyroidism", "diagnosis", "absent")
    letter.finding("osteoporosis", "diagnosis")
    letter.score("vas", "7", "0", "10")
    letter.score("odi", "44", "0", "100")
    for level in ("T12", "L1"):
        letter.fracture(level=level, kind="compression", acuity="subacute", modality="radiograph", fragility=True)
    wrist: dict[str, Any] = {"part": "distal", "side": "left", "time": on("2019-11-05"), "temporality": "historical"}
    letter.fracture("radius", **wrist, fragility=True)
    _scan(letter, 0, on(DAYS[0]))
    _bloods(letter, 0, on("2021-03-02"))
    letter.treatment("alendronate", status="past")
    letter.treatment("romosozumab", status="planned")

    labs = NoteWriter("a2-laboratory", "2021-03-03", "laboratory")
    labs.patient(sex="female", age_years="68")
    _bloods(labs, 0, on("2021-03-02"))

    scan = NoteWriter("a3-densitometry", "2021-03-01", "densitometry")
    scan.patient(sex="female", age_years="68", height_cm="152.0", weight_kg="49.0")
    _scan(scan, 0, on(DAYS[0]))
    scan.fracture("vertebra", "T12", modality="vfa")
    scan.fracture("vertebra", "L1", modality="vfa")

    start = NoteWriter("a4-first-dose", "2021-03-15", "follow_up")
    start.treatment(
        "romosozumab", status="started", start=label("today", "note_date"), dose="210", dose_unit="mg",
        route="subcutaneous", frequency="once a month", duration="12 months", duration_value="12",
        duration_unit="month",
    )  # fmt: skip
    start.treatment(
        "eldecalcitol", "drug", status="started", start=label("today", "note_date"), dose="0.75", dose_unit="ug",
        route="oral", frequency="daily",
    )  # fmt: skip

    year = NoteWriter("a5-twelve-months", "2022-03-16", "letter")
    year.patient(sex="female", age_years="69")
    year.score("vas", "3", "0", "10")
    year.score("odi", "22", "0", "100")
    _scan(year, 1, on(DAYS[1]))
    _scan(year, 0, label("before treatment"), changes=False)
    _bloods(year, 1, on("2022-03-10"))
    year.treatment(
        "romosozumab", status="completed", start=on("2021-03-15"), stop=on("2022-03-15"), dose="210", dose_unit="mg",
        duration="12 months", duration_value="12", duration_unit="month", doses_given=12, frequency="once a month",
    )  # fmt: skip
    year.treatment(
        "alendronate",
        status="started",
        start=on("2022-03-16"),
        dose="35",
        dose_unit="mg",
        route="oral",
        frequency="once a week",
    )
    year.finding("adverse_event", "adverse_event", "absent")
    year.finding("adherence", "history")
    year.fracture(status="absent")
    for level in ("T12", "L1"):
        year.fracture(level=level, modality="radiograph")

    last = NoteWriter("a6-twenty-four-months", "2023-03-15", "letter")
    last.patient(sex="female", age_years="70", height_cm="152.0")
    last.score("vas", "2", "0", "10")
    last.score("odi", "18", "0", "100")
    _scan(last, 2, on(DAYS[2]))
    _scan(last, 1, after("12", "treatment_start"))
    _bloods(last, 2, on("2023-03-09"))
    _bloods(last, 1, after("12", "treatment_start"), "p1np", "tracp_5b", "calcium_corrected", "creatinine")
    last.treatment("romosozumab", status="past", start=on("2021-03-15"), stop=on("2022-03-15"))
    last.treatment("alendronate", status="ongoing", start=on("2022-03-16"), dose="35", dose_unit="mg")
    last.fracture(status="absent")
    for level in ("T12", "L1"):
        last.fracture(level=level, modality="radiograph")
    last.fracture("radius", **wrist)
    last.finding("patient_perspective", "history")
    last.finding("consent_given", "history")
    return [note.record() for note in (letter, labs, scan, start, year, last)]


B_SPINE: tuple[Row, ...] = (("0.842", "-2.3", "-1.5"), ("0.892", "-1.8", "-1.0"))
B_HIPS: dict[str, tuple[tuple[Row, Row], tuple[Row, Row]]] = {
    "left": (
        (("0.770", "-1.7", "-1.1"), ("0.811", "-1.4", "-0.8")),
        (("0.610", "-2.3", "-1.3"), ("0.655", "-1.9", "-0.9")),
    ),
    "right": (
        (("0.758", "-1.8", "-1.2"), ("0.799", "-1.5", "-0.9")),
        (("0.602", "-2.4", "-1.3"), ("0.645", "-2.0", "-0.9")),
    ),
}
"""Side to total hip and femoral neck, each before and after two years."""
B_CHANGES: dict[tuple[str, str | None], str] = {
    ("lumbar_spine", None): "5.9",
    ("total_hip", "left"): "5.3",
    ("femoral_neck", "left"): "7.4",
    ("total_hip", "right"): "5.4",
    ("femoral_neck", "right"): "7.1",
}
"""Site and side to the stated change after two years, per cent."""

B_RESULTS = {
    "calcium": ("mmol/L", "2.20-2.60", ("2.34", "2.31")),
    "phosphorus": ("mmol/L", "0.80-1.50", ("1.04", "1.11")),
    "alkaline_phosphatase": ("U/L", "30-130", ("78", "62")),
    "creatinine": ("umol/L", "60-105", ("82", "85")),
    "albumin": ("g/L", "35-50", ("43", "44")),
    "25_oh_vitamin_d": ("nmol/L", ">50", ("68", "81")),
    "pth": ("pmol/L", "1.6-6.9", ("4.1", "3.7")),
    "tsh": ("mU/L", "0.27-4.20", ("2.10", "1.85")),
    "testosterone": ("nmol/L", "8.6-29.0", ("15.2", "14.6")),
}


def _b_scan(note: NoteWriter, index: int, time: object = None, *, changes: bool = True) -> None:
    machine = "Hologic Horizon A"
    rows: list[tuple[str, str | None, Row]] = [("lumbar_spine", None, B_SPINE[index])]
    for name, (hips, necks) in B_HIPS.items():
        rows += [("total_hip", name, hips[index]), ("femoral_neck", name, necks[index])]
    for site, side, row in rows:
        bmd, t_score, z_score = row
        place: dict[str, str] = {"side": side} if side else {"region": "L1-L4"}
        change = B_CHANGES[site, side]
        more = {"change_percent": change, "change_from": "baseline"} if index and changes else {}
        values = {**place, "bmd_g_cm2": bmd, "t_score": t_score, "z_score": z_score, "machine": machine, **more}
        note.bmd(site, time, **values)  # type: ignore[arg-type]


def _b_bloods(note: NoteWriter, index: int, time: object = None, *names: str) -> None:
    for analyte, (unit, reference, values) in B_RESULTS.items():
        if not names or analyte in names:
            note.lab(analyte, values[index], unit, reference, time)  # type: ignore[arg-type]


def man_on_zoledronate() -> list[NoteRecord]:
    """62 years, left hip fracture after a fall from standing height, zoledronate once a year; units of Europe."""
    ward = NoteWriter("b1-discharge", "2020-06-12", "letter")
    ward.patient(sex="male", age_years="62")
    broken: dict[str, Any] = {"part": "neck", "side": "left", "time": on("2020-06-02")}
    ward.fracture("femur", **broken, acuity="acute", fragility=True, modality="radiograph")
    ward.treatment("hemiarthroplasty", "surgery", status="completed", start=on("2020-06-03"))
    ward.finding("falls", "risk_factor")

    labs = NoteWriter("b2-laboratory", "2020-07-02", "laboratory")
    labs.patient(sex="male")
    _b_bloods(labs, 0, on("2020-07-01"))

    scan = NoteWriter("b3-densitometry", "2020-07-03", "densitometry")
    scan.patient(sex="male", age_years="62", height_cm="176", weight_kg="74")
    _b_scan(scan, 0, on("2020-07-03"))

    letter = NoteWriter("b4-clinic", "2020-07-10", "letter")
    letter.patient(
        sex="male", age_years="62", ethnicity="white British", height_cm="176", weight_kg="74", bmi_kg_m2="23.9"
    )
    letter.finding("hip_pain", "symptom")
    letter.finding("kyphosis", "sign", "absent")
    for concept in ("smoking", "alcohol", "glucocorticoid_use"):
        letter.finding(concept, "risk_factor", "absent")
    letter.finding("family_fracture", "risk_factor", "absent", subject="mother")
    letter.finding("secondary_osteoporosis", "diagnosis", "absent")
    letter.finding("hypogonadism", "diagnosis", "absent")
    letter.treatment("alendronate", status="declined")
    letter.finding("osteoporosis", "diagnosis")
    letter.fracture("femur", **broken, fragility=True)
    letter.score("nrs", "4", "0", "10")
    _b_bloods(letter, 0, on("2020-07-01"))
    _b_scan(letter, 0, on("2020-07-03"))
    letter.treatment(
        "zoledronate", status="started", start=label("today", "note_date"), dose="5", dose_unit="mg",
        route="intravenous", frequency="once a year",
    )  # fmt: skip
    letter.treatment(
        "vitamin_d3", "supplement", status="started", start=label("today", "note_date"), dose="800", dose_unit="[IU]",
        route="oral", frequency="daily",
    )  # fmt: skip

    year = NoteWriter("b5-two-years", "2022-07-11", "letter")
    year.patient(sex="male", age_years="64", height_cm="176", weight_kg="75")
    year.score("nrs", "1", "0", "10")
    _b_scan(year, 1, on("2022-07-04"))
    _b_scan(year, 0, label("before treatment"), changes=False)
    _b_bloods(year, 1, on("2022-07-04"))
    year.treatment(
        "zoledronate", status="ongoing", start=on("2020-07-10"), dose="5", dose_unit="mg", frequency="once a year"
    )
    year.treatment("vitamin_d3", "supplement", status="ongoing", dose="800", dose_unit="[IU]")
    year.fracture(None, status="absent")
    year.finding("adverse_event", "adverse_event", "absent")
    year.finding("adherence", "history")
    year.finding("falls", "risk_factor", "absent", time=after("24", "treatment_start"))
    year.finding("patient_perspective", "history")
    year.finding("consent_given", "history")

    family = NoteWriter("b6-family-doctor", "2022-09-05", "letter")
    family.patient(sex="male", age_years="64")
    family.fracture("femur", **broken, temporality="historical")
    _b_bloods(family, 1, on("2022-07-04"))
    _b_scan(family, 1, on("2022-07-04"))
    family.treatment("zoledronate", status="ongoing", start=on("2020-07-10"), dose="5", dose_unit="mg")
    return [note.record() for note in (ward, labs, scan, letter, year, family)]


CLEAN = {"woman": woman_on_romosozumab, "man": man_on_zoledronate}
"""Name to the notes of a clean case."""
