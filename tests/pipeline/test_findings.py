"""Findings with their status, time and person, as a clinician reads them."""

from __future__ import annotations

import pytest

import osteocase
from tests.pipeline.finding_strings import findings_of, told

SENTENCES: list[tuple[str, list[str]]] = [
    # smoking
    ("She smokes ten cigarettes a day.", ["smoking"]),
    ("Current smoker.", ["smoking"]),
    ("Heavy smoker, 40 pack-years.", ["smoking"]),
    ("She is a non-smoker.", ["- smoking"]),
    ("Nonsmoker.", ["- smoking"]),
    ("Never smoked.", ["- smoking"]),
    ("She does not smoke.", ["- smoking"]),
    ("She denies smoking.", ["- smoking"]),
    ("Denies tobacco use.", ["- smoking"]),
    ("Smoking: no", ["- smoking"]),
    ("Smoking - none", ["- smoking"]),
    ("Smoker? No", ["- smoking"]),
    ("Tobacco Use: Non-smoker.", ["- smoking"]),
    ("Smoking: yes", ["smoking"]),
    ("Smoking: unknown", []),
    ("Ex-smoker since 2005.", ["< smoking"]),
    ("Former smoker, 20 pack-years.", ["< smoking"]),
    ("He quit smoking in 1997.", ["< smoking"]),
    ("She used to smoke cigarettes.", ["< smoking"]),
    ("20 pack-years, quit in 2005.", ["< smoking"]),
    ("Ex-smoker, quit 2005, EtOH 2 units a week.", ["< smoking", "alcohol"]),
    ("Quit 2005 (20 pack-years).", ["< smoking"]),
    ("Smoking: former", ["< smoking"]),
    ("Advised to stop smoking.", []),
    ("Smoking cessation was discussed.", []),
    # alcohol
    ("She drinks alcohol occasionally.", ["alcohol"]),
    ("Two glasses of wine a week.", ["alcohol"]),
    ("Teetotal.", ["- alcohol"]),
    ("He does not drink alcohol.", ["- alcohol"]),
    ("She denies alcohol or tobacco use.", ["- alcohol", "- smoking"]),
    ("He does not smoke cigarettes nor drink alcohol.", ["- alcohol", "- smoking"]),
    ("Alcohol Use: None.", ["- alcohol"]),
    ("History of alcohol abuse.", ["< alcohol"]),
    ("Recovering alcoholic.", ["< alcohol"]),
    ("The skin was cleaned with isopropyl alcohol.", []),
    ("Limits alcohol intake to five drinks per month.", ["alcohol"]),
    ("Abstain from alcohol.", []),
    # glucocorticoids
    ("On chronic steroids.", ["glucocorticoid_use"]),
    ("Prednisone 5 mg daily.", ["glucocorticoid_use"]),
    ("No steroid use.", ["- glucocorticoid_use"]),
    ("She has never taken steroids.", ["- glucocorticoid_use"]),
    ("Prednisolone was stopped in 2019.", ["< glucocorticoid_use"]),
    ("Dexamethasone suppression test: normal.", []),
    ("Inhaled corticosteroids for asthma.", ["asthma"]),
    ("Cortisone injection into the hip.", []),
    ("Nonsteroidal anti-inflammatory drugs.", []),
    # falls
    ("She fell in the kitchen.", ["falls"]),
    ("Two falls in the last year.", ["falls"]),
    ("No falls.", ["- falls"]),
    ("Falls: none", ["- falls"]),
    ("She is a fall risk.", []),
    ("Fall precautions.", []),
    ("Haemoglobin fell to 8.2 g/dL.", []),
    ("Blood pressure fell from 140 to 90.", []),
    ("In the fall of 2008 she moved.", []),
    ("She fell asleep.", []),
    # family
    ("Family history of osteoporosis.", ["family_osteoporosis (family)"]),
    ("No family history of osteoporosis.", ["- family_osteoporosis (family)"]),
    ("Her mother had osteoporosis.", ["family_osteoporosis (mother)"]),
    ("Her mother broke her femoral neck at 71 years of age.", ["< family_fracture (mother 71)"]),
    ("Her father broke his hip.", ["< family_fracture (father)"]),
    ("Parental hip fracture: no", ["- < family_fracture (parent)"]),
    ("Family history: mother with diabetes.", ["diabetes (mother)"]),
    # bone
    ("Osteoporosis was diagnosed.", ["osteoporosis"]),
    ("No osteoporosis.", ["- osteoporosis"]),
    ("Possible osteoporosis.", ["? osteoporosis"]),
    ("PAST MEDICAL HISTORY: Osteoporosis, hypertension.", ["hypertension", "osteoporosis"]),
    ("Risk of osteoporosis was explained.", []),
    ("Osteoporosis screening is due.", []),
    ("Seen in the osteoporosis clinic.", []),
    ("Two osteoporotic fractures.", []),
    ("Mild generalized osteopenia.", ["osteopenia"]),
    ("Osteomalacia was considered.", ["? osteomalacia"]),
    ("Secondary osteoporosis was ruled out.", ["- secondary_osteoporosis"]),
    (
        "Pregnancy- and lactation-associated osteoporosis was diagnosed.",
        ["osteoporosis", "pregnancy_lactation_osteoporosis"],
    ),
    ("Secondary hyperparathyroidism.", ["hyperparathyroidism"]),
    ("Vitamin D deficiency was treated.", ["vitamin_d_deficiency"]),
    ("She is vitamin D deficient.", ["vitamin_d_deficiency"]),
    ("Vitamin D 2000 IU daily.", []),
    # back pain, posture, height
    ("Low back pain since delivery.", ["back_pain"]),
    ("She denies back pain.", ["- back_pain"]),
    ("She reports no back pain.", ["- back_pain"]),
    ("She came back with knee pain.", []),
    ("Severe kyphosis.", ["kyphosis"]),
    ("Kyphotic posture.", ["kyphosis"]),
    ("No kyphosis.", ["- kyphosis"]),
    ("Balloon kyphoplasty at L1.", []),
    ("Height loss of 4 cm.", ["height_loss"]),
    ("She is 3 cm shorter than she was.", ["height_loss"]),
    ("Height 151 cm (was 158 at age 40).", ["height_loss"]),
    ("He is 171 cm tall, having been 176 cm at 30.", ["height_loss"]),
    ("He is 176 cm tall, having been 171 cm at 15.", []),
    ("Height 5 feet 10 inches; he used to be 5 feet 11-1/2 inches.", ["height_loss"]),
    ("Height 160 cm (was 160 in 2019).", []),
    ("Menopause came at 44.", ["< early_menopause"]),
    ("Menopause at 51.", []),
    ("Back pain has improved.", ["back_pain", "pain_improved"]),
    ("She lives with her husband, 20/day smoker.", ["smoking"]),
    ("She does not smoke and drinks a glass of wine.", ["- smoking", "alcohol"]),
    ("T12 fracture with 30 % loss of height.", []),
    ("No loss of vertebral height.", []),
    # reproductive history
    ("Early menopause at 41.", ["< early_menopause"]),
    ("No premature ovarian failure.", ["- early_menopause"]),
    ("Periods regular.", ["- oligomenorrhoea"]),
    ("Secondary amenorrhoea for two years.", ["amenorrhoea"]),
    # others
    ("No crash dieting.", ["- crash_dieting"]),
    ("Coeliac disease was excluded.", ["- coeliac_disease"]),
    ("Cushing's syndrome was ruled out.", ["- cushing_syndrome"]),
    ("Rheumatoid arthritis for 12 years.", ["rheumatoid_arthritis"]),
    ("Rheumatoid factor negative.", []),
    ("No myocardial infarction or stroke.", ["- myocardial_infarction", "- stroke"]),
    ("Hypocalcaemia after denosumab.", ["hypocalcaemia"]),
    ("No osteonecrosis of the jaw.", ["- osteonecrosis_of_the_jaw"]),
    ("Bone marrow oedema in L1.", ["bone_marrow_oedema"]),
    ("Osteosclerotic changes in T9 and T11.", ["osteosclerotic_change"]),
    ("She gave written informed consent.", ["consent_given"]),
    ("He agreed in writing to the publication of his case.", ["consent_given"]),
    ("She agreed in writing to the new dose.", []),
    ("She was unable to hold her newborn.", ["restricted_mobility"]),
    ("She is now able to hold her baby.", ["able_to_hold_baby"]),
    ("Treatment was well tolerated.", ["- adverse_event"]),
    ("Return if you have back pain.", []),
    (
        "She had no history of smoking, steroid use, alcohol abuse, or crash dieting.",
        ["- alcohol", "- crash_dieting", "- glucocorticoid_use", "- smoking"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_findings_are_read_with_status_time_and_person(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PMH: HTN, DM2, OP (dx 2016), s/p R hip fx 2021",
            {"hypertension": None, "diabetes": None, "osteoporosis": "2016"},
        ),
        (
            "Osteoporosis (2016), hypertension, gout (May 2020).",
            {"osteoporosis": "2016", "hypertension": None, "gout": "2020-05"},
        ),
        ("Osteoporosis was diagnosed in 2016.", {"osteoporosis": "2016"}),
    ],
)
def test_a_year_in_brackets_is_that_of_the_item_before_it(text: str, expected: dict[str, str | None]) -> None:
    found = {one.concept: one.time.date if one.time else None for one in osteocase.read(text).findings}
    assert found == expected


def test_a_finding_told_twice_is_one_record_with_two_places() -> None:
    text = "Back pain for a month. The back pain is constant."
    (draft,) = findings_of(text)
    assert [text[start:end] for start, end in draft["also"]] == ["back pain"]


def test_a_doubt_that_the_note_settles_is_no_record() -> None:
    assert told("Possible osteoporosis. DXA: osteoporosis confirmed.") == ["osteoporosis"]


@pytest.mark.parametrize(
    ("sentence", "detail"),
    [
        ("Former smoker, 20 pack-years.", "20 pack-years"),
        ("Smokes 1/2 ppd.", "1/2 ppd"),
        ("Smokes 1.5 packs a day.", "1.5 packs a day"),
        ("She smokes 10 cigarettes a day.", "10 cigarettes a day"),
        ("Alcohol: 5 units per week.", "5 units per week"),
        ("Height loss of 4 cm.", "4 cm"),
        ("He is 171 cm tall and has lost 5 cm in height.", "5 cm"),
    ],
)
def test_the_amount_stands_in_the_detail_and_in_the_source(sentence: str, detail: str) -> None:
    (draft,) = findings_of(sentence)
    assert draft["detail"] == detail
    assert detail in sentence[draft["start"] : draft["end"]]


@pytest.mark.parametrize(
    "text",
    [
        "Earlier treatment for osteoporosis: none.",
        "No drug for osteoporosis is needed now.",
        "She has never had any medication for her osteoporosis.",
        "There is no need of tablets against osteoporosis.",
    ],
)
def test_a_denied_treatment_denies_no_disease(text: str) -> None:
    assert [draft for draft in findings_of(text) if draft["status"] == "absent"] == []


def test_a_denied_disease_stays_denied() -> None:
    (draft,) = findings_of("No osteoporosis on the scan of 2020.")
    assert (draft["concept"], draft["status"]) == ("osteoporosis", "absent")
