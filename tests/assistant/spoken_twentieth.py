"""Questions as they are put between two patients: their subject, relations, short forms, and what lies outside."""

from __future__ import annotations

__all__ = ["TWENTIETH"]

TWENTIETH = """
d | any denosumab given? >> lowest T score? | ask.extreme | says T −2.7 ; Left femoral neck ; -enosumab
d | when was the hip broken? >> parity? | ask.patient | tells told in any note
p | which vertebrae are fractured? >> is she breastfeeding? | ask.patient | tells Yes. ; Breast-feeding: yes ; -T9
p | does she drink? >> weight? | ask.patient | tells Weight: ; -alcohol
p | spine trend >> which labs were low at first >> any still low at 22 months? | ask.abnormal | tells None of ; -Lumbar
d | eGFR at the last clinic? | ask.value | says At the last visit (2022-10-05) nothing ; 72 mL/min
d | creatinine at the last appointment | ask.value | says 70 ; 2022-10-05 ; -68
d | vit d ever rechecked? | ask.value | says Yes ; 71 ; 79
p | vit d ever rechecked? | ask.value | says No, only once ; 9.1
h | lowest calcium? >> on which day was that | ask.when | says day 2 ; -day 4
h | is she k/c/o DM? | ask.presence | says No ; diabetes: absent
h | h/o DM? | ask.presence | says No ; diabetes: absent
d | bp? | ask | says hypertension: present
k | bp? | ask | tells -hypertension: present ; othing about
d | lt hip t-score? | ask.value | says Left total hip ; -Right
d | # of doses of dmab? | ask | says four doses
d | hip # date? | ask.when | says 2020-09-28
d | current Rx? | ask.value | says enosumab ; -aematoma block
d | any VFs? | ask.presence | says No ; No vertebral fracture ; -radius
d | DEXA results? | ask.value | says Lumbar spine ; -calcium
d | email this to her GP pls | decline | declines
d | refer to cardiology for BP | decline | declines
d | tell her to come back in 3 months | decline | declines
m | is he fit to drive | decline | declines
d | zoledronate dose if egfr 30? | decline | declines
d | would 70 mg be better? | decline | declines
d | book a dxa for next year | decline | declines
d | max dose of zoledronate in ckd? | decline | declines
d | write a letter to the gp | decline | declines
d | repeat the dxa in 2 years | decline | declines
d | call her daughter | decline | declines
d | what if she stops denosumab | decline | declines
d | when was she referred to the clinic? | ask.when,ask.passage,unknown,ask.value | tells -I cannot send
d | which dose was ordered? | ask.value,unknown,ask.passage | tells -I cannot send
p | tell me if she smokes | ask.presence,ask.value | tells -for you to judge
d | export to word | show | runs make_docx
p | save it as a word document please | show | runs make_docx
d | give me the docx | show | runs make_docx
p | list the labs >> show all of them | ask.value | tells rocollagen ; -more between
p | list the labs | ask.value | says more between; say “show all of them” ; 22 months, 2023-01-25
d | what fractures has she had | ask.value | says −11 months, 2019-11-05 ; month 0, 2020-09-28
p | how did the hip change? | ask.trend | says 0.743 (6 months, 2021-09-22)
"""
