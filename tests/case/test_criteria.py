"""Published criteria answer met, not met or unknown, with the arm and the values; FRAX is never computed."""

from __future__ import annotations

from osteocase.case import build_case, frax_sheet, journal_fit, journal_names
from osteocase.case.journal import age_words
from osteocase.records import CaseRecord, Criterion
from tests.case.clean import woman_on_romosozumab
from tests.case.founding import founding_notes
from tests.case.making import NoteWriter


def criteria(*notes: NoteWriter) -> dict[str, Criterion]:
    case = build_case([note.record() for note in notes], case_id="test")
    return {item.id: item for item in case.criteria}


def patient_with(t_score: str | None = None, z_score: str | None = None, **patient: object) -> NoteWriter:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(**patient)
    values = {"t_score": t_score, "z_score": z_score}
    told = {name: value for name, value in values.items() if value is not None}
    if told:
        note.bmd("femoral_neck", None, side="left", **told)
    return note


def test_who_needs_a_postmenopausal_woman_or_a_man_of_fifty() -> None:
    woman = patient_with("-2.5", sex="female", menopausal_status="postmenopausal")
    young = patient_with("-2.5", sex="female", menopausal_status="premenopausal")
    man = patient_with("-2.5", sex="male", age_years="50")
    boy = patient_with("-2.5", sex="male", age_years="30")
    untold = patient_with("-2.5", sex="female")
    states = [criteria(note)["who_osteoporosis"].state for note in (woman, young, man, boy, untold)]
    assert states == ["met", "not_applicable", "met", "not_applicable", "unknown"]


def test_the_bounds_of_the_who_classes_belong_to_the_class_below() -> None:
    def classes(t_score: str) -> tuple[str, str]:
        found = criteria(patient_with(t_score, sex="female", menopausal_status="postmenopausal"))
        return found["who_osteoporosis"].state, found["who_low_bone_mass"].state

    assert classes("-2.5") == ("met", "not_met")
    assert classes("-2.4") == ("not_met", "met")
    assert classes("-1.0") == ("not_met", "not_met")


def test_iscd_asks_for_the_z_score_of_the_young() -> None:
    low = criteria(patient_with(None, "-2.0", sex="female", menopausal_status="premenopausal"))
    within = criteria(patient_with(None, "-1.9", sex="female", menopausal_status="premenopausal"))
    without = criteria(patient_with("-3.0", None, sex="female", menopausal_status="premenopausal"))
    found = [item["iscd_below_expected_range"].state for item in (low, within, without)]
    assert found == ["met", "not_met", "unknown"]


def test_a_fragility_fracture_of_a_vertebra_is_enough_in_japan() -> None:
    told, open_, denied = (patient_with("-1.0", sex="female") for _ in range(3))
    told.fracture(level="T9", fragility=True)
    open_.fracture(level="T9")
    denied.fracture(level="T9")
    denied.finding("trauma", "history", "absent")
    states = [criteria(note)["japan_2012_primary_osteoporosis"].state for note in (told, open_, denied)]
    assert states == ["met", "unknown", "met"]


def test_a_wrist_needs_a_low_bone_density_besides_in_japan() -> None:
    def state(yam: str) -> str:
        note = NoteWriter("n1", "2023-01-10")
        note.fracture("radius", part="distal", fragility=True)
        note.bmd("lumbar_spine", None, yam_percent=yam)
        return criteria(note)["japan_2012_primary_osteoporosis"].state

    assert (state("79"), state("80")) == ("met", "not_met")


def test_without_a_fracture_seventy_per_cent_decides_in_japan() -> None:
    def arms(yam: str) -> dict[str, str]:
        note = NoteWriter("n1", "2023-01-10")
        note.fracture(status="absent")
        note.bmd("lumbar_spine", None, yam_percent=yam)
        return {arm.id: arm.state for arm in criteria(note)["japan_2012_primary_osteoporosis"].arms}

    assert arms("70")["II-yam"] == "met"
    assert arms("71")["II-yam"] == "not_met"


def test_the_founding_patient_meets_japan_by_fractures_and_not_by_density() -> None:
    case = build_case(founding_notes(), case_id="plo")
    japan = next(item for item in case.criteria if item.id == "japan_2012_primary_osteoporosis")
    assert {arm.id: arm.state for arm in japan.arms} == {
        "I-1": "met",
        "I-2": "met",
        "II-yam": "not_met",
        "II-sd": "not_met",
    }
    aace = next(item for item in case.criteria if item.id == "aace_2020_very_high_risk")
    assert [arm.id for arm in aace.arms if arm.state == "met"] == ["recent", "multiple"]
    assert "published for postmenopausal women; the patient is premenopausal" in aace.reason


def test_frax_is_a_sheet_of_inputs_and_no_number() -> None:
    sheet = frax_sheet(build_case(founding_notes(), case_id="plo"))
    assert sheet.missing == ("age (40 to 90 years)", "rheumatoid arthritis", "femoral neck BMD (g/cm²)")
    assert {item.id: item.value for item in sheet.inputs if item.state == "told"} == {
        "sex": "female",
        "weight": "46.5",
        "height": "162.8",
        "previous_fracture": "yes",
        "parent_hip_fracture": "yes",
        "smoking": "no",
        "glucocorticoids": "no",
        "secondary_osteoporosis": "no",
        "alcohol": "no",
    }
    assert sheet.obstacles == ("no age in years is told", "no femoral neck BMD is told; FRAX takes no other site")


def test_no_case_computes_frax() -> None:
    for notes in (founding_notes(), woman_on_romosozumab()):
        case: CaseRecord = build_case(notes, case_id="test")
        assert not [item for item in case.derived if "frax" in item.kind.lower()]


def test_journals_ask_what_their_profile_says() -> None:
    assert journal_names() == ("care", "ame_case_reports", "bmj_case_reports", "scare")
    case = build_case(founding_notes(), case_id="plo", title="Osteoporosis after delivery: a case report")
    ame = {item.asks: item.state for item in journal_fit(case, "ame_case_reports", words=2600).items}
    assert ame["the title says “case report”"] == "met"
    assert ame["at most 2500 words"] == "not_met"
    bmj = [item for item in journal_fit(case, "bmj_case_reports").items if item.state == "not_met"]
    assert [item.asks.partition("(")[0].strip() for item in bmj] == [
        "the title does not say “case report”, “a case of”, “year-old”, “man” or “woman”",
        "the journal does not take a single use of a drug outside its licence",
    ]


def test_an_age_is_told_as_the_journal_wants_it_and_never_over_89() -> None:
    from decimal import Decimal

    assert age_words(Decimal(34), "decade") == "in the 30s"
    assert age_words(Decimal(34), "band") == "30 to 34 years"
    assert {age_words(Decimal(93), style) for style in ("exact", "band", "decade")} == {"90 or older"}


def test_criteria_of_adults_are_not_held_against_a_child() -> None:
    note = NoteWriter("n1", "2018-05-16")
    note.patient(sex="male", age_years="8")
    note.fracture(level="T8", fragility=True)
    note.fracture(level="T10", fragility=True)
    note.bmd("lumbar_spine", bmd_g_cm2="0.512", z_score="-2.4")
    case = build_case([note.record()], case_id="test")
    states = {criterion.id: criterion.state for criterion in case.criteria}
    assert states["japan_2012_primary_osteoporosis"] == "not_applicable"
    assert states["aace_2020_very_high_risk"] == "not_applicable"
    assert states["iscd_below_expected_range"] == "met"


def test_a_single_vertebra_diagnoses_nothing() -> None:
    def state(*regions: tuple[str, str]) -> str:
        note = NoteWriter("n1", "2023-01-10")
        note.patient(sex="female", menopausal_status="postmenopausal")
        for region, t_score in regions:
            note.bmd("lumbar_spine", None, region=region, t_score=t_score)
        return criteria(note)["who_osteoporosis"].state

    assert state(("L3", "-2.8"), ("L1-L4", "-2.4")) == "not_met"
    assert state(("L3", "-2.0"), ("L1-L4", "-2.5")) == "met"
    assert state(("L1,L3,L4", "-2.6")) == "met"
    assert state(("L3", "-2.8")) == "unknown"
