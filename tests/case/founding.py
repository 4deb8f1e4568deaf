"""The founding patient as records of nine notes, written from the facts by hand."""

from __future__ import annotations

from osteocase.records import NoteRecord
from tests.case.making import NoteWriter, after, before_now, label, on

__all__ = ["ROUTINE", "founding_notes"]

ROUTINE = {
    "calcium_corrected": ("mg/dL", "8.8-10.1", ("8.6", "8.4", "8.6", "8.8")),
    "phosphorus": ("mg/dL", "2.7-4.6", ("4.0", "2.8", "3.7", "3.5")),
    "albumin": ("g/dL", "4.1-5.1", ("4.2", "4.9", "4.7", "4.6")),
    "creatinine": ("mg/dL", "0.46-0.79", ("0.50", "0.58", "0.56", "0.54")),
    "tracp_5b": ("mU/dL", "120-420", ("947", "182", "107", "263")),
    "p1np": ("ng/mL", "16.8-70.1", ("95.8", "56.0", "29.6", "21.0")),
}
"""Analyte to unit, printed interval and the results at 0, 6, 12 and 22 months."""

ONCE = {
    "25_oh_vitamin_d": ("9.1", "ng/mL", ">30"),
    "pth": ("94.2", "pg/mL", "10-65"),
    "tsh": ("0.283", "mU/L", "0.610-4.23"),
    "free_t3": ("2.5", "pg/mL", "2.1-4.1"),
    "free_t4": ("0.9", "ng/dL", "0.9-1.7"),
    "acth": ("16.0", "pg/mL", "7.2-63.3"),
    "cortisol": ("6.5", "ug/dL", "4.5-21.1"),
}

SPINE = (
    ("0.842", "73", "-2.2", None),
    ("0.995", "86", "-1.1", "13"),
    ("1.028", "89", "-0.9", "22.1"),
    ("1.063", "92", "-0.6", "26.2"),
)
"""Lumbar spine L1-L4: BMD, YAM %, T-score and stated change at 0, 6, 12 and 22 months."""
HIP = (
    ("0.721", "75", "-1.8", None),
    ("0.743", "77", "-1.7", "3.1"),
    ("0.738", "77", "-1.7", "2.4"),
    ("0.747", "78", "-1.6", "3.6"),
)
"""Left total hip, as above."""


def _dxa(note: NoteWriter, index: int, time: object = None) -> None:
    for site, place, rows in (("lumbar_spine", {"region": "L1-L4"}, SPINE), ("total_hip", {"side": "left"}, HIP)):
        bmd, yam, t_score, change = rows[index]
        more = {"change_percent": change, "change_from": "baseline"} if change else {}
        note.bmd(site, time, **place, bmd_g_cm2=bmd, yam_percent=yam, t_score=t_score, **more)  # type: ignore[arg-type]


def _routine(note: NoteWriter, index: int, time: object = None) -> None:
    for analyte, (unit, reference, values) in ROUTINE.items():
        note.lab(analyte, values[index], unit, reference, time)  # type: ignore[arg-type]


def founding_notes() -> list[NoteRecord]:
    """First visit, laboratory, DXA, MRI, start of treatment, 2, 6, 12 months, missed visit, 22 months."""
    visit = NoteWriter("2021-03-15-visit", "2021-03-15", "letter")
    visit.patient(
        age_text="middle-aged", sex="female", ethnicity="Japanese", height_cm="162.8", weight_kg="46.5",
        bmi_kg_m2="17.54", parity=3, pregnancy_status="postpartum", lactating=True,
    )  # fmt: skip
    pain = visit.finding("back_pain", "symptom")
    visit.event(
        "symptom_onset",
        before_now("4"),
        words="for the past 4 months back pain",
        label="onset of back pain",
        records=(pain,),
    )
    visit.event("delivery", on("2021-02-12"), label="third delivery")
    visit.event("visit", after("1", "delivery"), label="first visit")
    visit.score("vas", "9", "0", "10")
    visit.score("rdq", "11", "0", "24")
    visit.finding("trauma", "history", "absent")
    for concept in ("smoking", "alcohol", "glucocorticoid_use", "crash_dieting"):
        visit.finding(concept, "risk_factor", "absent")
    visit.finding("family_fracture", "risk_factor", subject="mother", subject_age_years="71")
    visit.fracture("femur", part="neck", subject="mother", temporality="historical")
    visit.treatment("osteosynthesis", "surgery", status="past", subject="mother")
    for level in ("T7", "T9", "T11"):
        visit.fracture(level=level, kind="compression", modality="radiograph")

    labs = NoteWriter("2021-03-16-laboratory", "2021-03-16", "laboratory")
    _routine(labs, 0, on("2021-03-15"))
    for analyte, (value, unit, reference) in ONCE.items():
        labs.lab(analyte, value, unit, reference, on("2021-03-15"))

    dxa = NoteWriter("2021-03-16-dxa", "2021-03-16", "densitometry")
    _dxa(dxa, 0, on("2021-03-16"))

    mri = NoteWriter("2021-03-17-mri", "2021-03-17", "radiology")
    for level in ("T9", "T11"):
        mri.fracture(level=level, acuity="acute", modality="mri")
    for level in ("T3", "T7"):
        mri.fracture(level=level, acuity="subacute", modality="mri")
    mri.fracture("sacrum", side="right", part="ala", acuity="acute", modality="mri")

    start = NoteWriter("2021-03-22-start", "2021-03-22", "follow_up")
    for concept in ("secondary_osteoporosis", "cushing_syndrome", "hyperthyroidism"):
        start.finding(concept, "diagnosis", "absent", words=f"negative for {concept.replace('_', ' ')}")
    start.finding("pregnancy_lactation_osteoporosis", "diagnosis")
    start.finding("vitamin_d_deficiency", "diagnosis")
    start.finding("hyperparathyroidism", "diagnosis", "possible")
    start.treatment("teriparatide", status="contraindicated", reason="hyperparathyroidism")
    today = label("today", "note_date")
    start.treatment(
        "romosozumab", status="started", start=today, route="subcutaneous", frequency="once a month",
        duration="12 months", duration_value="12", duration_unit="month",
    )  # fmt: skip
    start.treatment("activated_vitamin_d", "supplement", status="started", start=today, route="oral")
    start.treatment("jewett_orthosis", "orthosis", status="started", start=today)
    start.fracture("sacrum", acuity="acute")

    two = NoteWriter("2021-05-21-two-months", "2021-05-21", "follow_up")
    two.finding("osteosclerotic_change", "imaging", body_site="T9, T11")
    two.treatment("jewett_orthosis", "orthosis", status="stopped", stop=today)
    two.treatment("romosozumab", status="ongoing")
    two.treatment("activated_vitamin_d", "supplement", status="ongoing")

    six = NoteWriter("2021-09-22-six-months", "2021-09-22", "follow_up")
    six.score("vas", "3", "0", "10")
    six.score("rdq", "3", "0", "24")
    _dxa(six, 1)
    _routine(six, 0, label("Before"))
    _routine(six, 1, after("6", "baseline"))
    six.treatment("romosozumab", status="ongoing")

    twelve = NoteWriter("2022-03-23-twelve-months", "2022-03-23", "follow_up")
    for index, time in enumerate((label("Baseline"), after("6", "baseline"), after("12", "baseline"))):
        _dxa(twelve, index, time)
    _routine(twelve, 2)
    twelve.treatment(
        "romosozumab", status="completed", duration="12 months", duration_value="12", duration_unit="month"
    )

    missed = NoteWriter("2022-04-27-missed", "2022-04-27", "follow_up")
    missed.finding("lost_to_follow_up", "outcome", time=after("13", "treatment_start"))

    last = NoteWriter("2023-01-25-letter", "2023-01-25", "letter")
    last.patient(sex="female")
    last.event("visit", after("10", "treatment_stop"), label="visit")
    last.treatment("romosozumab", status="past", duration="12 months", duration_value="12", duration_unit="month")
    last.score("vas", "2", "0", "10")
    last.score("rdq", "0", "0", "24")
    for level in ("T3", "T7", "T9", "T11"):
        last.fracture(level=level, modality="radiograph")
    last.fracture(status="absent")
    _dxa(last, 3)
    _routine(last, 3)
    writers = (visit, labs, dxa, mri, start, two, six, twelve, missed, last)
    return [writer.record() for writer in writers]
