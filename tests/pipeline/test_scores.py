"""Scores as (scale, value, maximum), as a clinician reads them."""

from __future__ import annotations

import pytest

import osteocase
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import Draft, scan_text
from osteocase.pipeline.scores.find import find_scores


def scores_of(text: str) -> list[Draft]:
    """Drafts of the scores of a text."""
    return find_scores(scan_text(text, knowledge_of()))


def told(text: str) -> list[str]:
    """The scores of a text as short strings: ``vas 9/10``, ``odi 46 %``."""
    return sorted(
        f"{draft['name']} {draft['value']}"
        + (f"/{draft['max']}" if draft["max"] else "")
        + (f" {draft['unit']}" if draft["unit"] else "")
        for draft in scores_of(text)
    )


SENTENCES: list[tuple[str, list[str]]] = [
    ("VAS 9/10.", ["vas 9/10"]),
    ("VAS: 3", ["vas 3"]),
    ("On a visual analogue scale (0-10) she puts the pain at 9.", ["vas 9/10"]),
    ("The Roland-Morris Disability Questionnaire (0-24) adds up to 11 points.", ["rdq 11/24"]),
    ("VAS was recorded at visit 2.", []),
    ("VAS 72 mm (0-100 mm).", ["vas 72/100"]),
    ("VAS (0-10): 7", ["vas 7/10"]),
    ("VAS for pain was 6.", ["vas 6"]),
    ("Visual analogue scale (VAS) 4.", ["vas 4"]),
    ("Her pain, rated 9 on the visual analogue scale, kept her awake.", ["vas 9"]),
    ("VAS 70 mm.", ["vas 70"]),
    ("VAS improved from 9 to 3.", ["vas 3", "vas 9"]),
    ("VAS 9 at baseline, 3 at 6 months and 2 at 22 months.", ["vas 2", "vas 3", "vas 9"]),
    ("NRS 7/10.", ["nrs 7/10"]),
    ("NRS: 7 at rest, 9 on movement.", ["nrs 7", "nrs 9"]),
    ("Numeric rating scale of 5.", ["nrs 5"]),
    ("She rates her pain 9/10.", ["nrs 9/10"]),
    ("Pain 7-8/10.", ["nrs 7/10", "nrs 8/10"]),
    ("The pain ranges from 3/10 to 6/10.", ["nrs 3/10", "nrs 6/10"]),
    ("His pain level is 6 out of 10.", ["nrs 6/10"]),
    ("Pain: eight out of ten.", ["nrs 8/10"]),
    ("His pain score was 0.", ["nrs 0"]),
    ("Low back pain. She rates it at 6/10.", ["nrs 6/10"]),
    ("Her pain is 7 out of 10, at times 11 out of 10.", ["nrs 11/10", "nrs 7/10"]),
    ("Pain on VAS scale. Current pain intensity: 2/10.", ["vas 2/10"]),
    ("RDQ 11/24.", ["rdq 11/24"]),
    ("Roland-Morris score fell to 3.", ["rdq 3"]),
    ("The Roland-Morris Disability Questionnaire gave a score of 11.", ["rdq 11"]),
    ("RMDQ = 14.", ["rdq 14"]),
    ("VAS and RDQ scores were 3 and 0, respectively.", ["rdq 0", "vas 3"]),
    ("VAS 9/10, RDQ 11/24.", ["rdq 11/24", "vas 9/10"]),
    ("ODI 46 %.", ["odi 46 %"]),
    ("Oswestry Disability Index: 22%", ["odi 22 %"]),
    ("EQ-5D 0.68.", ["eq5d 0.68"]),
    ("EQ-VAS 70.", ["eq5d_vas 70"]),
    ("QUALEFFO-41 52.", ["qualeffo 52"]),
    ("Barthel index 85/100.", ["barthel 85/100"]),
    ("ECOG performance status 1.", ["ecog 1"]),
    ("Karnofsky 80%.", ["karnofsky 80 %"]),
    ("MMSE 22/30.", ["mmse 22/30"]),
    ("On mini-mental state examination he scored 22 out of 30.", ["mmse 22/30"]),
    ("MoCA score of 24.", ["moca 24"]),
    ("Charlson comorbidity index 4.", ["charlson 4"]),
    ("DAS28 3.4.", ["das28 3.4"]),
    ("HAQ 1.25.", ["haq 1.25"]),
    ("Harris hip score: 88", ["harris_hip 88"]),
    ("Modified Rankin scale 2.", ["mrs 2"]),
    ("FRAX 18 % (major) and 4.2 % (hip).", ["frax_hip 4.2 %", "frax_major 18 %"]),
    (
        "FRAX 10-year probability of major osteoporotic fracture 18 % and hip fracture 4.2 %.",
        ["frax_hip 4.2 %", "frax_major 18 %"],
    ),
    ("FRAX: MOF 24%, hip 7.6%", ["frax_hip 7.6 %", "frax_major 24 %"]),
    ("FRAX: hip 7.6%, MOF 24%", ["frax_hip 7.6 %", "frax_major 24 %"]),
    ("FRAX 15%/3.2%.", ["frax_hip 3.2 %", "frax_major 15 %"]),
    ("FRAX score 15 %.", ["frax_major 15 %"]),
    ("The 10-year probability of hip fracture was 4.2 %.", ["frax_hip 4.2 %"]),
    ("Scale\tBefore\t6 months\nVAS\t9\t3\nRDQ\t11\t3\n", ["rdq 11", "rdq 3", "vas 3", "vas 9"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_a_score_is_read_with_its_value_and_maximum(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


NO_SCORES = [
    "Blood pressure 120/80 mmHg, pulse 72.",
    "Strength 5/5 throughout.",
    "A 3/6 systolic murmur.",
    "Pain for 3 days.",
    "Pain since 9/10/2020.",
    "8/10 patients improved.",
    "Take 2 tablets for pain.",
    "Glasgow Coma Scale 15/15.",
    "Apgar 9 and 10.",
    "Height 162.8 cm, weight 46.5 kg, BMI 17.5.",
    "VAS was not done; review in 3 months.",
    "DASH diet.",
    "Fracture risk is high.",
    "SpO2 97 % on room air.",
    "T-score -2.5, Z-score -1.0.",
]


@pytest.mark.parametrize("sentence", NO_SCORES)
def test_other_numbers_are_no_scores(sentence: str) -> None:
    assert told(sentence) == []


def test_each_value_of_a_course_has_its_own_time() -> None:
    drafts = scores_of("VAS 9 at baseline, 3 at 6 months and 2 at 22 months.")
    assert [(draft["value"], draft["time"]["text"]) for draft in drafts] == [
        ("9", "at baseline"),
        ("3", "at 6 months"),
        ("2", "at 22 months"),
    ]


def test_each_column_of_a_table_gives_its_time() -> None:
    drafts = scores_of("Scale\tBefore\tAfter 6 months\nVAS\t9\t3\nRDQ\t11\t3\n")
    assert [(draft["name"], draft["value"], draft["time"]["text"]) for draft in drafts] == [
        ("vas", "9", "Before"),
        ("vas", "3", "After 6 months"),
        ("rdq", "11", "Before"),
        ("rdq", "3", "After 6 months"),
    ]


def test_the_number_stands_in_the_source() -> None:
    text = "At the visit VAS was 6 and ODI 46 %."
    assert [text[draft["start"] : draft["end"]] for draft in scores_of(text)] == ["VAS was 6", "ODI 46 %"]


SITUATIONS = {
    "a course in words": (
        "The visual analogue pain score had declined from 9 to 1.",
        [("vas", "9", None), ("vas", "1", None)],
    ),
    "a rating that leaves its ten out": (
        "Pain 4/10 most days, worst 7.",
        [("nrs", "4", "most days"), ("nrs", "7", "worst")],
    ),
    "none told in a word": ("Pain 5/10 walking, nil sitting.", [("nrs", "5", "walking"), ("nrs", "0", "sitting")]),
    "the scale beside the number": ("Pain 5 on a 0-10 scale in the thigh.", [("nrs", "5", None)]),
    "two situations": (
        "She rated it 9/10 with standing and 4/10 lying flat.",
        [("nrs", "9", "with standing"), ("nrs", "4", "lying flat")],
    ),
    "before and now": (
        "Barthel 17/20 before the fall, 8/20 now.",
        [("barthel", "17", "before the fall"), ("barthel", "8", "now")],
    ),
    "a threshold": ("PCA if pain score >6.", []),
    "with and without density": (
        "FRAX (no BMD) 13/1.5; with BMD 16 / 1.9",
        [("frax_major", "13", None), ("frax_hip", "1.5", None), ("frax_major", "16", None), ("frax_hip", "1.9", None)],
    ),
    "a chart of days": (
        "Pain chart (0-10)\n        am   noon   night\nMon      6     5      7\nTue      5     4      6\n",
        [
            ("nrs", "6", "Mon"),
            ("nrs", "5", "Mon"),
            ("nrs", "7", "Mon"),
            ("nrs", "5", "Tue"),
            ("nrs", "4", "Tue"),
            ("nrs", "6", "Tue"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SITUATIONS.values(), ids=SITUATIONS)
def test_a_rating_keeps_its_situation(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Every rating comes with the situation or time that is told beside it."""
    drafts = find_scores(scan_text(text, knowledge_of()))
    assert [(draft["name"], draft["value"], (draft["time"] or {}).get("text")) for draft in drafts] == expected


TOLD_APART = {
    "the top of the scale in brackets": ("VAS 5 (max 10).", [("vas", "5", None, "10", None)]),
    "no lower end that is not told": (
        "NRS now 5, worst 8, best 2 (/10).",
        [("nrs", "5", None, "10", "now"), ("nrs", "8", None, "10", "worst"), ("nrs", "2", None, "10", "best")],
    ),
    "a day of the next entry": (
        "RDQ 12   14/6 NRS 3",
        [("rdq", "12", None, None, None), ("nrs", "3", None, None, "14/6")],
    ),
    "times that head lines": (
        "Course\nOn arrival: Barthel index 40/100.\nAt discharge: Barthel 70/100. Harris hip score 68.",
        [
            ("barthel", "40", None, "100", "On arrival"),
            ("barthel", "70", None, "100", "At discharge"),
            ("harris_hip", "68", None, None, "At discharge"),
        ],
    ),
    "both fractures without per cent": (
        "FRAX with steroid adjustment: MOF 21, hip 8.4.",
        [("frax_major", "21", None, None, None), ("frax_hip", "8.4", None, None, None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD_APART.values(), ids=TOLD_APART)
def test_scale_and_time_are_told_apart_from_the_number(
    text: str, expected: list[tuple[str, str, str | None, str | None, str | None]]
) -> None:
    """The top of a scale is no rating, a lower end that nobody tells is none, a head gives its time to its lines."""
    drafts = find_scores(scan_text(text, knowledge_of()))
    found = [(d["name"], d["value"], d.get("min"), d["max"], (d["time"] or {}).get("text")) for d in drafts]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("6 months: VAS 3, RDQ 4.", ["6 months", "6 months"]),
        ("- 18 months: VAS 2, RDQ 0; no new fracture", ["18 months", "18 months"]),
        ("At 6 months she was better. VAS 3, RDQ 4.", ["At 6 months", "At 6 months"]),
        ("Nine months later she came back. She took nothing. VAS 2.", ["Nine months later"]),
        ("At 6 months she was better.\n\nVAS 3.", [None]),
        ("Pain began in May after a fall. VAS 8.", [None]),
        ("At 6 months she was better, as in May. VAS 3.", [None]),
        ("Duration of pain: 6 months. VAS 3.", [None]),
        ("Five weeks ago he lifted a crate. VAS 7.", [None]),
    ],
)
def test_a_rating_takes_the_time_that_heads_it_or_that_the_story_has_come_to(
    text: str, times: list[str | None]
) -> None:
    """Not one of another paragraph, and none where the sentence before tells several or does not open with it."""
    assert [draft["time"]["text"] if draft.get("time") else None for draft in scores_of(text)] == times


@pytest.mark.parametrize(("text", "top"), [("VAS 9 (of 10) today.", 10), ("Roland-Morris 11 (of 24).", 24)])
def test_the_top_of_a_scale_in_brackets_is_no_score(text: str, top: int) -> None:
    (score,) = osteocase.read(text).scores
    assert score.max == top
