"""Words of one fact that were taken for another's: limits beside scores, sides of other bones, ages, days, opinions."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text
from osteocase.records import NoteRecord
from tests.pipeline import finding_strings, fracture_strings, lab_strings


def read(text: str) -> NoteRecord:
    return pipeline.extract(read_text(text))


def densities(text: str) -> list[str]:
    """The densitometry of a text as short strings: site, side, T-score, its time."""
    told = []
    for item in read(text).bmd:
        score = f"{item.t_score_comparator or ''}{item.t_score}" if item.t_score is not None else ""
        words = [item.site, item.side, score, f"@{item.time.text}" if item.time is not None else None]
        told.append(" ".join(str(word) for word in words if word))
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the limit that a score is held to is no second score
        ("Femoral neck T-score -2.9 >-1.0 L", ["femoral_neck -2.9"]),
        ("Neck of femur: T-score -1.7 (normal above -1.0).", ["femoral_neck -1.7"]),
        ("Total hip T-score > -1.0. Lumbar spine T-score -1.3.", ["total_hip >-1.0", "lumbar_spine -1.3"]),
        # a year in brackets with a number is that number's alone; the day of the head goes on
        (
            "DXA 7 June 2022: left femoral neck -2.6 (-2.8 in 2017); left total hip -2.1.",
            [
                "femoral_neck left -2.6 @7 June 2022", "femoral_neck left -2.8 @2017",
                "total_hip left -2.1 @7 June 2022",
            ],
        ),
        ("DXA left femoral neck -2.6 (-2.8 in 2017); left total hip -2.1.", [
            "femoral_neck left -2.6", "femoral_neck left -2.8 @2017", "total_hip left -2.1",
        ]),
        (
            "Lower than in the prior study (2020 T-scores: femoral neck -2.2, lumbar spine -2.6).",
            ["femoral_neck -2.2 @2020", "lumbar_spine -2.6 @2020"],
        ),
        # a scan that is done now is not of the day of the one long ago
        (
            "He had a bone density scan 6 years ago elsewhere. "
            "A DXA was performed and the lumbar spine T-score was -3.1.",
            ["lumbar_spine -3.1"],
        ),
        # the side of another bone
        (
            "Her mother broke her hip. She broke a left rib and had a right elbow fracture in March. "
            "DXA of her femoral neck and total hip was 2.31 and 2.74 SDs below the young adult mean.",
            ["femoral_neck -2.31", "total_hip -2.74"],
        ),
        # a site with a colon heads the number behind it, whatever site the next one has
        ("Spine: T-score -2.6 and hip: T-score -1.2.", ["lumbar_spine -2.6", "total_hip -1.2"]),
        # where it hurts, and what broke, has not been scanned
        (
            "On examination there was marked tenderness over the whole of the lumbar spine. "
            "DXA shows a T-score of -3.4.",
            ["-3.4"],
        ),
        ("She has fragility fractures (wrist, rib) and osteoporosis on DXA (T-score -2.9).", ["-2.9"]),
        # numbers of the literature
        ("Total hip T-score was -1.7 3, 4 and lumbar spine T-score was -2.1.", ["total_hip -1.7", "lumbar_spine -2.1"]),
        # what many have, and how far it scatters
        ("The mean (SD) T-score was -2.2 (0.7).", []),
        ("Lumbar spine BMD was 0.81 ± 0.09 vs 0.90 ± 0.08 g/cm2 (p = 0.01).", []),
        ("Women of that age had a mean spine T-score of -2.9 (range -2.1 to -4.4).", []),
        ("Case\tSex\tT-score\n1\tF\t-3.1\n2\tM\t-2.3\n", []),
        ("Site\tMean\tSD\nLumbar spine BMD\t0.914\t0.12\nFemoral neck BMD\t0.711\t0.08\n", []),
    ],
)  # fmt: skip
def test_a_density_has_its_own_number_side_and_day(text: str, expected: list[str]) -> None:
    assert densities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FRAX rose from 11% to 17% for major fracture.", ["frax_major 11", "frax_major 17"]),
        ("FRAX risk of a major fracture was 11% in 2017 and is now 17%.", ["frax_major 11", "frax_major 17"]),
        (
            "FRAX MOF went from 11% to 17% and hip from 2% to 5%.",
            ["frax_hip 2", "frax_hip 5", "frax_major 11", "frax_major 17"],
        ),
        ("FRAX 17% and 5%.", ["frax_hip 5", "frax_major 17"]),
    ],
)
def test_a_course_of_frax_is_of_one_fracture(text: str, expected: list[str]) -> None:
    assert sorted(f"{score.name} {score.value}" for score in read(text).scores) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose history it is
        (
            "She has a family history of osteoporosis and her own history of hyperparathyroidism.",
            ["< hyperparathyroidism", "family_osteoporosis (family)"],
        ),
        ("No one in his family has osteoporosis.", ["- family_osteoporosis (family)"]),
        # a denial of other illness ends where the visit begins
        ("A man with no previous illness was referred because of osteopenia.", ["osteopenia"]),
        # an opinion, a worry; but what is his own he has
        ("The break raised concerns about osteoporosis.", ["? osteoporosis"]),
        ("She thought she had osteoporosis.", ["? osteoporosis"]),
        ("He is concerned about his osteoporosis.", ["osteoporosis"]),
        # a sign that is missing denies no disease, and an attack without infarction is no stroke
        ("No tetany, no perioral numbness.", ["- hypocalcaemic_symptoms"]),
        ("TIA in 2012.", ["transient_ischaemic_attack"]),
        # advice, and what is told of everyone
        ("\u2022 Don\u2019t smoke. Do not drink alcohol.", []),
        ("If your T-score is below -1 you have osteopenia, but you do not have osteoporosis.", []),
        ("Anorexia is an important cause of secondary osteoporosis.", []),
        ("Never smoked.", ["- smoking"]),
        ("All women had osteoporosis.", []),
        # a talk that nobody had denies no disease, and what a picture may also stand for is possible
        ("None of her doctors discussed osteoporosis.", []),
        ("A picture like this can be seen as a result of myeloma too.", ["? multiple_myeloma"]),
        ("No source of secondary osteoporosis.", ["- secondary_osteoporosis"]),
        # words of another field
        ("There is a central depression in the vertebral body.", []),
        ("PE\nTender over the lumbar spine.", []),
        ("PE in 2016.", ["venous_thromboembolism"]),
        (
            "Paternal history: died in his sleep at age 79\nMaternal history (+) for stroke",
            ["stroke (mother)"],
        ),
        # how old somebody is tells of no day
        ("Rosa, aged 71, tripped and fell.", ["falls"]),
        ("A woman aged 71 fell on her stairs.", ["falls"]),
        ("She fell aged 41.", ["< falls"]),
    ],
)
def test_a_finding_is_told_of_whom_and_how_surely(text: str, expected: list[str]) -> None:
    told = finding_strings.told(text)
    assert sorted(set(told)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He thinks he has cracked a rib.", ["? rib"]),
        ("Years before he had had a fracture and hemiarthroplasty of his left hip.", ["< hip left"]),
        ("Fracture and nailing of the right tibia in 2009.", ["< tibia right @2009"]),
        ("She fractured her ribs at 2 and 5 months.", ["rib @at 2 and 5 months"]),
        ("Patients with diabetes break their hips earlier. He has a wrist fracture.", ["wrist"]),
        ("Wrist fractures were found in 14 patients.", []),
        ("Patients with asthma have a high incidence of rib fractures.", []),
        ("Mrs Okoro, aged 80, fractured her wrist.", ["wrist"]),
        ("A runner with a tibial stress fracture 2 years prior now has groin pain.", ["< tibia stress @2 years prior"]),
    ],
)
def test_a_fracture_has_its_own_place_and_time(text: str, expected: list[str]) -> None:
    assert fracture_strings.told_with_times(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Case\tCalcium (mg/dL)\tPTH (pg/mL)\n1\t10.4\t88\n2\t9.8\t61\n", []),
        ("Variable\tPatients (n=21)\tControls (n=19)\nCalcium, mg/dL\t9.6\t9.3\nPTH, pg/mL\t55\t41\n", []),
        ("The mean (SD) calcium was 9.6 (0.5) mg/dL.", []),
        ("A raised hormone (PTH >7.1 pmol/L) predicts low calcium.", []),
        ("A baseline calcium <=9.2 mg/dL (2.3 mmol/L) predicts it.", []),
        ("PTH was >210 pg/mL.", ["pth >210 pg/mL"]),
        ("Reference ranges: ALP, 30 to 120 U/L; PTH, 12 to 60 pg/mL; and calcium, 8.5 to 10.3 mg/dL.", []),
    ],
)  # fmt: skip
def test_what_many_have_is_no_result(text: str, expected: list[str]) -> None:
    assert lab_strings.told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Coeliac antibodies were positive and she was advised a diet, which she gave up after a year.",
        "PTH was elevated and he was treated with cinacalcet 7 months after transplantation.",
        "Recheck vitamin D after 10 weeks. Hb 8.9 g/dL.",
    ],
)
def test_the_time_of_what_was_done_is_not_that_of_the_result(text: str) -> None:
    (lab,) = read(text).labs
    assert lab.time is None


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Denies excess alcohol.", "excess"),
        ("Does not drink to excess.", "to excess"),
        ("No heavy lifting, no alcohol.", None),
        ("No alcohol or tobacco, no excess weight.", None),
    ],
)
def test_a_denied_excess_is_told_as_one(text: str, detail: str | None) -> None:
    (alcohol,) = [finding for finding in read(text).findings if finding.concept == "alcohol"]
    assert (str(alcohol.status), alcohol.detail) == ("absent", detail)


def test_strength_is_no_pain() -> None:
    assert not read("There was hip tenderness, 3/5 left lower leg strength.").scores
    (pain,) = read("Pain 4/10, normal strength.").scores
    assert (str(pain.value), str(pain.max)) == ("4", "10")


def test_initially_is_said_of_one_result() -> None:
    text = "Initially calcium was 2.81 mmol/L. PTH was 96 pg/mL."
    assert [lab.time.text if lab.time is not None else None for lab in read(text).labs] == ["Initially", None]


def test_the_second_field_of_a_line_has_its_own_interval() -> None:
    text = (
        "Blood\tReference\tChemistry\tReference\n"
        "HbA1c: 6.9%\t< 6.0%\tVenous glucose: 5.4 mmol/L\t4.0 - 7.0 mmol/L\n"
        "Platelets: 210\t150-400\tQuodlin: 5.4 mmol/L\t4.0 - 7.0 mmol/L\n"
    )
    assert lab_strings.told(text) == [
        "glucose 5.4 mmol/L (4.0..7.0) normal", "hba1c 6.9 % (..6.0) high", "platelets 210 (150..400) normal",
    ]  # fmt: skip


def test_what_the_young_are_is_one_score() -> None:
    text = "DXA hip T-score of minus 3.4 (which is 3.4 standard deviations below that of a 20 year old)."
    assert {str(bmd.t_score) for bmd in read(text).bmd} == {"-3.4"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Social: No smoking x 10 years.", [("smoking", "present", "historical")]),
        ("She has had no smoking for ten years.", [("smoking", "present", "historical")]),
        ("No history of smoking for 10 years.", [("smoking", "absent", "current")]),
        ("Denies smoking.", [("smoking", "absent", "current")]),
        ("No steroids for more than 3 months.", [("glucocorticoid_use", "absent", "current")]),
        ("FEV1 = 1.72 (78% pred).", []),
        ("FEV1 78 % pred, on pred 10 mg daily.", [("glucocorticoid_use", "present", "current")]),
    ],
)
def test_none_for_years_and_percent_predicted(text: str, told: list[tuple[str, str, str]]) -> None:
    findings = read(text).findings
    assert [(found.concept, str(found.status), str(found.temporality)) for found in findings] == told


def test_percent_predicted_is_no_drug() -> None:
    assert not read("FEV1 = 1.72 (78% pred), DLCO 60 % of pred.").treatments
    assert [item.name for item in read("FEV1 78 % pred, on pred 10 mg daily.").treatments] == ["pred"]
