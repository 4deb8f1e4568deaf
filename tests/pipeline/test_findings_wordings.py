"""Risk factors in wordings that no fixed term holds: habits given up, heights then and now, falls by what happened."""

from __future__ import annotations

import pytest

from tests.pipeline.finding_strings import told

SENTENCES: list[tuple[str, list[str]]] = [
    ("He missed the last step and landed on his hand.", ["falls"]),
    ("Mechanical GLF at church.", ["falls"]),
    ("She lost her footing on gravel.", ["falls"]),
    ("A fall in the garden.", ["falls"]),
    ("A fall in the platelet count.", []),
    ("She fell to the kitchen floor.", ["falls"]),
    ("No more falls since surgery.", ["- falls"]),
    ("Two falls in the past six months.", ["falls"]),
    ("She does not smoke, quit in the 70s.", ["< smoking"]),
    ("Doesn't smoke any more.", ["< smoking"]),
    ("Does not drink, stopped smoking in 2000.", ["- alcohol", "< smoking"]),
    ("Cigarettes: none since 1990.", ["< smoking"]),
    ("Tobacco: one pack per day since age 18. Alcohol: denies.", ["- alcohol", "smoking"]),
    ("He denies smoking or drinking.", ["- alcohol", "- smoking"]),
    ("Nil alcohol.", ["- alcohol"]),
    ("He takes alcohol occasionally (last drink a month back).", ["alcohol"]),
    ("Pain began on lifting a crate of beer.", []),
    (
        "Family history: Mother with osteoporosis. He stopped smoking in 1990.",
        ["< smoking", "family_osteoporosis (mother)"],
    ),
    ("FHx: sister on injections for osteoporosis.", ["family_osteoporosis (sibling)"]),
    ("DXA ordered given dad, smoking, low vit D - never had one.", ["smoking", "vitamin_d_deficiency"]),
    (
        "Mum was on prednisone for years, pt never on steroids herself.",
        ["- glucocorticoid_use", "< glucocorticoid_use (mother)"],
    ),
    ("Steroids were considered but not given.", ["- glucocorticoid_use"]),
    ("She was on pred 30 for 9 weeks in 2022.", ["< glucocorticoid_use"]),
    ("Off prednisone since March.", ["< glucocorticoid_use"]),
    ("Had a steroid inj in the knee.", []),
    ("His brother, the passenger, has a broken collarbone.", []),
    ("Height: 172cm (tallest recalled 175).", ["height_loss"]),
    ("She is 151 cm (she was 157 at her wedding).", ["height_loss"]),
    ("Her height was 158 cm, a loss of 2.5 cm since before pregnancy.", ["height_loss"]),
    ("Height down 2 inches since her wedding.", ["height_loss"]),
    ("Her maximum height was 168 cm; today she measures 163 cm.", ["height_loss"]),
    ("He lost 3 kg.", []),
    ("Low bone mass.", ["osteopenia"]),
    ("Low bone mass for age.", ["low_bone_density"]),
    ("Hx osteoporosis.", ["osteoporosis"]),
    ("Mum osteoporotic from 70.", ["family_osteoporosis (mother)"]),
    ("Osteoporosis is a disease in which bones become weak.", []),
    ("Not osteoporotic by DXA.", ["- osteoporosis"]),
    ("Parathyroidectomy for tertiary hyperparathyroidism.", ["< hyperparathyroidism"]),
    ("Her back has been hurting since she lifted the baby.", ["back_pain"]),
    ("Correlate with any acute back pain.", []),
    ("Secondary causes of osteoporosis were excluded.", ["- secondary_osteoporosis"]),
    ("He felt feverish for one day after the first infusion.", ["acute_phase_reaction"]),
    ("Flu-like symptoms for 48 h after zoledronate.", ["acute_phase_reaction"]),
    ("No fever or chills after the infusion.", ["- acute_phase_reaction"]),
    ("Chills after the IV infusion of antibiotics.", []),
    ("Fever resolved after antibiotics.", []),
    ("Secondary causes ruled out: myeloma.", ["- multiple_myeloma", "- secondary_osteoporosis"]),
]


@pytest.mark.parametrize(("text", "findings"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_a_risk_factor_is_read_as_it_is_meant(text: str, findings: list[str]) -> None:
    """All findings of the text and no other."""
    assert told(text) == sorted(findings)
