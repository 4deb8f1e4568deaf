"""Negation, doubt, history, plans and relatives, as a clinician reads them."""

from __future__ import annotations

import pytest

from tests.pipeline.context_marks import doc_of, remarked

NEGATION = r"""
No <ent negated>fracture</ent>.
No <ent negated>fracture of the hip</ent> or <ent negated>wrist</ent>, but an old <ent historical>T12 fracture</ent>.
There is no evidence of <ent negated>osteoporosis</ent>.
No further <ent negated>fractures</ent> occurred.
No new <ent negated>vertebral fractures</ent> at two years, <ent negated>oedema</ent> or <ent negated>collapse</ent>.
Negative for <ent negated>fracture</ent>.
The radiograph is negative for <ent negated>fracture</ent> or <ent negated>dislocation</ent>.
-ve for <ent negated>coeliac disease</ent>, +ve for <ent>thyroid antibodies</ent>.
Without <ent negated>trauma</ent>.
She fell without <ent negated>loss of consciousness</ent> and has <ent>back pain</ent>.
She denies <ent negated>smoking</ent>, <ent negated>alcohol</ent> or <ent negated>steroid use</ent>.
He denied any <ent negated>falls</ent>.
<ent negated>Falls</ent> were denied.
Denies: <ent negated>fever</ent>, <ent negated>night sweats</ent>, <ent negated>weight loss</ent>.
She denies <ent negated>back pain</ent> but has <ent>hip pain</ent>.
She denies <ent negated>chest pain</ent> but admits to <ent>palpitations</ent>.
Positive for <ent>fatigue</ent>, no <ent negated>nausea</ent>.
A <ent negated>hip fracture</ent> was ruled out.
<ent negated>Malignancy</ent> has been excluded.
<ent negated>Myeloma</ent> and <ent negated>metastases</ent> were excluded.
MRI excluded a <ent negated>sacral fracture</ent>.
CT ruled out <ent negated>fracture</ent>.
MRI ruled the <ent negated>fracture</ent> out.
<ent negated>Fractures</ent> were not seen.
A <ent negated>pneumothorax</ent> is not identified.
<ent negated>Kyphosis</ent> absent.
Absent <ent negated>ankle reflexes</ent>.
<ent negated>Rheumatoid factor</ent> negative.
The test for <ent negated>HIV</ent> came back negative.
Negative <ent negated>straight leg raise</ent>.
Neither <ent negated>fracture</ent> nor <ent negated>dislocation</ent> was found.
She was not <ent negated>febrile</ent>.
She is not terribly <ent negated>mobile</ent>.
He did not have <ent negated>bone pain</ent>.
The patient does not report <ent negated>falls</ent>.
Examination did not reveal <ent negated>tenderness</ent> or <ent negated>deformity</ent>.
She failed to show <ent negated>improvement</ent>.
She has never had a <ent negated>fracture</ent>.
She has never <ent negated>smoked</ent>.
She is free of <ent negated>pain</ent>.
She is <ent negated>pain</ent> free.
Her <ent negated>back pain</ent> has resolved.
<ent negated>Oedema</ent>, resolved.
Lack of <ent negated>callus</ent> at the site.
The history and films are inconsistent with <ent negated>abuse</ent>.
The appearances are not consistent with <ent negated>metastases</ent>.
There is a low suspicion for <ent negated>infection</ent>.
<ent negated>Malignancy</ent> is unlikely.
<ent negated>Stress fracture</ent> unlikely.
She is no longer <ent negated>in pain</ent>.
No <ent negated>fracture</ent>, mild <ent>degenerative change</ent>.
No acute <ent negated>fracture</ent>, chronic <ent>wedging</ent> of T12.
No <ent negated>fracture</ent>, is on <ent>alendronate</ent>.
No <ent negated>fever</ent>, <ent negated>chills</ent>, known <ent negated>sepsis</ent> or <ent negated>falls</ent>.
No <ent negated>fracture</ent> except for <ent>old rib fractures</ent>.
No <ent negated>fracture</ent> because of <ent>osteoporosis</ent> treatment.
No <ent negated>oedema</ent>, consistent with an <ent>insufficiency fracture</ent> that has healed.
No cause of the <ent negated>back pain</ent> was found.
No <ent negated>fracture</ent> is seen, however there is <ent>osteopenia</ent>.
No <ent negated>fracture</ent>; <ent>osteopenia</ent>.
No <ent negated>fracture</ent>. <ent>Osteopenia</ent>.
No <ent negated>acute fracture</ent> identified in the pelvis.
In no <ent negated>acute distress</ent>.
No focal <ent negated>weakness</ent>.
No suspicion of <ent negated>malignancy</ent>.
No evidence to suggest <ent negated>infection</ent>.
Not associated with <ent negated>trauma</ent>.
She is not taking <ent negated>steroids</ent>.
She was not given <ent negated>denosumab</ent>.
She did not require <ent negated>surgery</ent> for her <ent>hip fracture</ent>.
A <ent negated>bone biopsy</ent> was not performed.
No signs of <ent negated>infection</ent>, possible <ent uncertain>bruising</ent>.
"""

PSEUDO_NEGATION = r"""
No change in the <ent>fracture</ent>.
There was no increase in <ent>pain</ent>.
No significant interval change in the <ent>T12 fracture</ent>.
Not only <ent>osteoporosis</ent> but also <ent>osteomalacia</ent>.
The <ent>fracture</ent> has not healed.
The <ent>fracture</ent> has not improved.
The <ent>back pain</ent> was not relieved by paracetamol.
She does not know the cause of her <ent>fracture</ent>.
She was not treated for her <ent>osteoporosis</ent>.
Anticoagulation was not an option in view of her <ent>haemorrhage</ent>.
There is no doubt that this is <ent>osteoporosis</ent>.
Treatment of <ent>osteoporosis</ent> was not possible.
No more than <ent>mild pain</ent>.
A <ent>hip fracture</ent> with negative margins.
The <ent>culture</ent> grew gram negative rods.
No treatment for <ent>osteoporosis</ent> was given.
She walks without difficulty after her <ent>hip fracture</ent>.
There was no <ent negated>change</ent>.
"""

FORM_FIELDS = r"""
<ent negated>Falls</ent>: none
<ent negated>HRT</ent>: no
<ent negated>Smoking</ent>: denies
<ent negated>Smoking</ent> - none
<ent negated>Alcohol</ent>? No
<ent negated>Previous fracture</ent>: no, <ent>steroids</ent>: yes
<ent negated>Fracture</ent>: negative
<ent negated>Falls</ent>: no. <ent>Calcium</ent>: yes.
<ent>Calcium</ent>: yes, <ent negated>HRT</ent>: no, <ent>vitamin D</ent>: yes
<ent negated>Blood transfusion</ent>: No
<ent negated>Fractures</ent>: none since 2019
Fractures: No <ent negated>vertebral fracture</ent>
<ent uncertain>Fracture</ent>: possible
Complications: None. Diagnosis: <ent>hip fracture</ent>
Comorbidity: none  Diagnosis: <ent>osteoporosis</ent>
<ent negated>Steroids</ent> | No\n<ent>Falls</ent> | Yes\n<ent negated>Smoking</ent> | No
Risk factor\tAnswer\n<ent negated>Steroids</ent>\tno\n<ent>Falls</ent>\tyes
"""

DOUBT = r"""
Possible <ent uncertain>fracture</ent> of T12.
A <ent uncertain>fracture</ent> is suspected.
Suspected <ent uncertain>fracture</ent> of T12.
<ent uncertain>Fracture</ent> not excluded.
A <ent uncertain>fracture</ent> cannot be excluded.
A <ent uncertain>fracture</ent> could not be ruled out.
A <ent uncertain>fracture</ent> has not been ruled out.
We cannot rule out a <ent uncertain>fracture</ent>.
X-ray to rule out <ent uncertain>fracture</ent>.
MRI to rule a <ent uncertain>fracture</ent> out.
R/O <ent uncertain>myeloma</ent>.
This may represent <ent uncertain>metastasis</ent> or <ent uncertain>myeloma</ent>.
Findings suggestive of <ent uncertain>osteomalacia</ent>.
Concern for <ent uncertain>atypical fracture</ent>.
She probably has <ent uncertain>osteoporosis</ent>.
<ent uncertain>Osteomalacia</ent> was considered.
It is unclear whether this is <ent uncertain>old</ent>.
Differential diagnosis: <ent uncertain>myeloma</ent>, <ent uncertain>metastasis</ent>.
<ent>Collapse</ent> of T9, less likely <ent uncertain>metastasis</ent> (cannot be excluded).
Likely <ent uncertain>fracture</ent>, no <ent negated>dislocation</ent>.
?<ent uncertain>fracture</ent> of the scaphoid
Admitted with ? <ent uncertain>hip fracture</ent> after a fall.
She presented with back pain, suspected <ent uncertain>fracture</ent>, and was found to have <ent>osteoporosis</ent>.
"""

HISTORY = r"""
History of <ent historical>hip fracture</ent>.
A history of <ent historical>gout</ent> and <ent historical>stroke</ent>, who presents with <ent>back pain</ent>.
Past medical history significant for <ent historical>asthma</ent>, <ent historical>gout</ent>.
Status post <ent historical>hysterectomy</ent>.
S/p <ent historical>hip replacement</ent> in 2015.
Previous <ent historical>wrist fracture</ent>.
A former <ent historical>smoker</ent>.
She had a <ent historical>wrist fracture</ent> ten years ago.
Ten years ago she broke her <ent historical>wrist</ent>.
About five years ago, she had a <ent historical>stroke</ent>.
<ent historical>Rickets</ent> as a child.
She broke her <ent historical>arm</ent> in her twenties.
Previously she broke her <ent historical>wrist</ent>.
<ent historical>Coronary disease</ent> by history.
Because of her <ent historical>hip fracture</ent> history she was referred.
No history of <ent negated historical>fracture</ent>.
She has no history of <ent negated historical>steroid use</ent>.
No past history of <ent negated historical>stones</ent> or <ent negated historical>gout</ent>.
She denies any previous <ent negated historical>fractures</ent>.
No prior <ent negated>fractures</ent>.
A two-day history of <ent>back pain</ent>.
She gives a 6-month history of <ent historical>fatigue</ent> and <ent historical>weight loss</ent>.
She has had <ent>back pain</ent> over the last week.
Prior to the <ent>fracture</ent> she walked unaided.
Compared with the previous study, the <ent>fracture</ent> is unchanged.
A 71-year-old woman with <ent>back pain</ent>.
History of <ent historical>breast cancer</ent>, recently admitted with <ent>hip fracture</ent>.
History of <ent historical>osteoporosis</ent>, now with <ent>back pain</ent>.
History of <ent historical>asthma</ent>, and denies <ent negated>steroid use</ent>.
The <ent>pain</ent> is worse than previously.
History was obtained from the daughter: <ent>back pain</ent> for two days.
PAST MEDICAL HISTORY: <ent historical>Hypertension</ent>, <ent historical>gout</ent>.
She has had <ent>back pain</ent> and three <ent>falls</ent>.
Status post <ent historical>kyphoplasty</ent>, <ent>back pain</ent>.
She does not give a history of <ent negated historical>falls</ent>.
SOCIAL HISTORY: <ent historical>Smokes</ent> ten a day.
ALLERGIES: No known <ent negated historical>drug allergies</ent>.
She had a scan in the past, which showed <ent historical>osteopenia</ent>.
<ent historical>Wrist fracture</ent> in 2005.
She had a <ent historical>hip fracture</ent> at age 45.
<ent historical>Appendectomy</ent> (1996).
Seen on 3 May 2024 with a <ent>hip fracture</ent> after a <ent historical>wrist fracture</ent> in 2005.
Seen on 3 May 2024: <ent>T12 fracture</ent> in 2024.
A <ent>T12 fracture</ent> in this 71-year-old woman.
1) <ent>Oesophagitis</ent> s/p <ent historical>biopsy</ent> 2) Large <ent>hiatus hernia</ent>
"""

PLANS = r"""
Return if you have <ent hypothetical>back pain</ent>.
If she has any <ent hypothetical>numbness</ent> or <ent hypothetical>weakness</ent> she should come back at once.
If there is <ent hypothetical>fever</ent>, call us.
Call for any <ent hypothetical>redness</ent>, <ent hypothetical>swelling</ent> or <ent hypothetical>discharge</ent>.
Call us if any of the following are noted: <ent hypothetical>fever</ent>, <ent hypothetical>discharge</ent>.
Return for <ent hypothetical>chest pain</ent>.
Watch for <ent hypothetical>thigh pain</ent>.
Should she develop <ent hypothetical>thigh pain</ent>, stop alendronate.
Paracetamol as needed for <ent hypothetical>pain</ent>.
Alendronate to prevent <ent hypothetical>fractures</ent>.
To prevent <ent hypothetical>fractures</ent> because she has had two <ent historical>fractures</ent>.
She is at high risk of <ent hypothetical>fracture</ent>.
Her risk of <ent hypothetical>hip fracture</ent> is 4 %.
Risk factors for <ent hypothetical>osteoporosis</ent> were reviewed.
Screening for <ent hypothetical>osteoporosis</ent> is due.
Counselled on <ent hypothetical>osteonecrosis of the jaw</ent>.
Possible side effects including <ent hypothetical>hypocalcaemia</ent> were explained.
She was asked if she had <ent>back pain</ent>.
She felt as if the <ent>back</ent> would break.
If she falls she will call, but today she has <ent>back pain</ent>.
Unless <ent hypothetical>hypocalcaemia</ent> occurs, go on.
In case of <ent hypothetical>vomiting</ent>, stop.
She was told to return to the clinic if there was <ent hypothetical>redness</ent> or <ent hypothetical>pus</ent>.
"""

PEOPLE = r"""
Her mother had a <ent family>hip fracture</ent> at 71.
Mother: <ent family>hip fracture</ent>.
There is no family history of <ent negated family>fracture</ent>.
Family history of <ent family>osteoporosis</ent>.
<ent family>Hip fracture</ent> in her mother.
<ent family>Osteoporosis</ent> (mother).
<ent family>Osteoporosis</ent> runs in the family.
Her mother and sister have <ent family>osteoporosis</ent>.
Her mother had <ent family>osteoporosis</ent> and she has <ent>back pain</ent>.
She has <ent>back pain</ent> and her mother had a <ent family>hip fracture</ent>.
She has <ent>osteoporosis</ent>, <ent family>hip fracture</ent> in her mother.
Neither parent had a <ent negated family>hip fracture</ent>.
Her father did not have <ent negated family>osteoporosis</ent>.
Her husband had a <ent other>wrist fracture</ent>.
She lives with her daughter and has <ent>back pain</ent>.
According to her son she had <ent>two falls</ent>.
Her daughter reports <ent>falls</ent>.
The family doctor diagnosed <ent>osteoporosis</ent>.
She was lifting her child when the <ent>back pain</ent> began.
Her son brought her in with <ent>hip pain</ent>.
FAMILY HISTORY: <ent family>osteoporosis</ent>, <ent family>breast cancer</ent>.
Possible <ent uncertain family>osteogenesis imperfecta</ent> in a sister.
She is the mother of two and has <ent>osteoporosis</ent>.
Parental <ent negated family>hip fracture</ent>: no
"""

SENTENCES = [
    line.replace("\\n", "\n").replace("\\t", "\t")
    for group in (NEGATION, PSEUDO_NEGATION, FORM_FIELDS, DOUBT, HISTORY, PLANS, PEOPLE)
    for line in group.strip().replace("\t", "\\t").splitlines()
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_every_entity_has_just_the_context_that_a_clinician_reads(marked: str) -> None:
    assert remarked(doc_of(marked)) == marked
