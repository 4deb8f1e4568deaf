"""What a note says in passing is no fact of the patient: talk, fears, questions, answers, the line of the family."""

from __future__ import annotations

import pytest

from tests.pipeline.finding_strings import told

SENTENCES: list[tuple[str, list[str]]] = [
    # general talk about the disease
    ("She has read that osteoporosis can run in families.", []),
    ("He is worried because osteoporosis runs in families.", []),
    ("Osteoporosis runs in her family.", ["family_osteoporosis (family)"]),
    # the fear of a fall is none
    ("She is fearful of falling on the stairs.", []),
    ("He is afraid of another fall and nervous about falling.", []),
    ("Terrified of falling again since the fall.", ["falls"]),
    ("Her daughter is worried about her recent falls.", ["falls"]),
    ("Injury of the left hip – had a fall on wet leaves.", ["falls"]),
    # the rare harms of a drug, told to everyone who begins it
    ("We discussed ONJ and AFF.", []),
    ("Osteonecrosis of the jaw and atypical femoral fracture were talked through.", []),
    ("Risks (MRONJ, AFF) explained, leaflet given.", []),
    ("Discussed with the surgeons her AFF of the left femur.", ["atypical_femoral_fracture"]),
    ("She developed ONJ in 2020, discussed with the dental team.", ["osteonecrosis_of_the_jaw"]),
    ("Bisphosphonate side effects: she developed ONJ in 2018.", ["adverse_event", "osteonecrosis_of_the_jaw"]),
    ("ORTHO TRAUMA CONSULT 8/9/2021", []),
    # what is given against a clot, and what the patient is told to look out for
    ("VTE enoxaparin 20 mg from tonight.", []),
    ("DVT ppx: LMWH.", []),
    ("Safety net given re cauda equina.", []),
    ("PMH: CKD3b, AF", ["atrial_fibrillation", "chronic_kidney_disease"]),
    # a question about a disease is a doubt, an answered one is its answer
    ("Osteoporosis?", ["? osteoporosis"]),
    ("Impression: 1. Low back pain. 2. Osteoporosis? 3. Kyphosis", ["? osteoporosis", "back_pain", "kyphosis"]),
    ("Osteoporosis (?)", ["? osteoporosis"]),
    ("Osteoporosis? No", ["- osteoporosis"]),
    ("Osteoporosis? Yes", ["osteoporosis"]),
    ("Family osteoporosis? No. Smoker? Yes.", ["- family_osteoporosis (family)", "smoking"]),
    # answers in brackets
    ("Risk factors: smoking (no), steroids (yes), falls (none), kyphosis (no).",
     ["- falls", "- kyphosis", "- smoking", "glucocorticoid_use"]),
    ("Checklist: early menopause (no), smoker (ex), alcohol >3 units/day (N), back pain (Y).",
     ["- alcohol", "- early_menopause", "< smoking", "back_pain"]),
    ("Back pain (no change since spring).", ["back_pain"]),
    ("Falls (no injury).", ["falls"]),
    ("Kyphosis (yes, marked).", ["kyphosis"]),
    # the answer on the line under its question
    ("Smokes:\nno\nDrinks alcohol:\nyes", ["- smoking", "alcohol"]),
    ("Smoker:\n  Never\nFalls:\n  None", ["- falls", "- smoking"]),
    ("Alcohol:\nNo more than two units a week.", ["alcohol"]),
    # a form's field ends where the next label begins
    ("previous_mi: No\nsmoking: Yes\nalcohol: No\nfalls: Yes", ["- alcohol", "falls", "smoking"]),
    ("previous_mi: No / smoking: Yes / alcohol: No", ["- alcohol", "smoking"]),
    ("previous surgery: none; smoking: yes", ["smoking"]),
    # the family's line ends with the line, where the next one is the patient's
    ("Family history: hypertension\nSmokes 10 a day. Osteoporosis diagnosed 2019.",
     ["hypertension (family)", "osteoporosis", "smoking"]),
    ("Family history: stroke in her father\nOsteoporosis, treated with denosumab.",
     ["osteoporosis", "stroke (father)"]),
    ("FH: diabetes\nShe has osteoporosis and back pain.", ["back_pain", "diabetes (family)", "osteoporosis"]),
    ("Family history: hypertension and\nosteoporosis.", ["family_osteoporosis (family)", "hypertension (family)"]),
    ("Family history: hypertension\nMother: osteoporosis.", ["family_osteoporosis (mother)", "hypertension (family)"]),
    ("Family history:\n- hypertension\n- osteoporosis", ["family_osteoporosis (family)", "hypertension (family)"]),
    ("Osteoporosis or osteopenia?", ["? osteopenia", "? osteoporosis"]),
    # one verb for two habits
    ("Quit drinking in 2010 and smoking in 2015.", ["< alcohol", "< smoking"]),
    ("Stopped smoking in 2001 and drinks wine at weekends.", ["< smoking", "alcohol"]),
    # what a leaflet teaches is told of nobody
    ("Smoking increases the risk of a fracture. Alcohol weakens bones.", []),
    ("Steroid use causes bone loss and early menopause is a risk factor.", []),
    ("Women over 50 should stop smoking. Patients on steroids lose bone.", []),
    ("People who drink too much alcohol fall more often.", []),
    ("The doctor will ask you about smoking, alcohol and steroid use.", []),
    ("Smoking is a risk factor in her case; she smokes ten a day.", ["smoking"]),
    ("Back pain increases with standing.", ["back_pain"]),
    ("Alcohol may have contributed to his fall.", ["alcohol", "falls"]),
    ("Smoking 20 a day increases her risk.", ["smoking"]),
    ("Most patients here improve, but she still has back pain and smokes.", ["back_pain", "smoking"]),
    ("Her levels fell and his counts have fallen.", []),
    ("Lives with a smoker. Skin prepped with alcohol, alcohol wipes used.", []),
    # one denial for the whole list
    ("ROS: negative for back pain, falls, height loss, weight loss.",
     ["- back_pain", "- falls", "- height_loss", "- weight_loss"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_only_facts_are_findings(text: str, wanted: list[str]) -> None:
    names = {"diabetes_mellitus": "diabetes"}
    found = [" ".join(names.get(word, word) for word in one.split(" ")) for one in told(text)]
    assert found == sorted(wanted)
