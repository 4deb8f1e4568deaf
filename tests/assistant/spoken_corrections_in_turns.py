"""Corrections that lean on what was said, asked or changed in the turn before."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | what was the PTH? >> it should be 49.2 | correct | edits value=49.2 @ Parathyroid
p | tell me about T9 >> that one was chronic | correct | edits acuity=chronic @ T9
p | show me the VAS at 6 months >> make that 4 | correct | edits value=4 @ VAS
p | show T9 >> it was not fractured | correct | edits status=absent @ T9
p | romosozumab? >> that is wrong, it was started on 29 March 2021 | correct | edits start=2021-03-29 @ omosozumab
p | what's the cortisol? >> no, 5.6 | correct,answer.no | edits value=5.6 @ cortisol
"""

ROWS = """
p | which side was the sacral ala? >> no, left one, please to change it | correct | edits side=left @ sacral
p | what is T7? >> sorry i meant it should be T8 not T7 | correct | edits level=T8 @ T8
p | the corrected calcium was 8.5 >> the one at six months | correct | edits value=8.5 @ calcium
p | is there a T3 fracture? >> correct that to T4 | correct | edits level=T4 @ T4
p | the PTH is not right >> it should be 49.2 | correct | edits value=49.2 @ parathyroid
p | P1NP at 6 months was 65.0 >> sorry, I meant 66.0 | correct | edits value=66.0 @ procollagen
p | albumin at 12 months was 4.4 >> and the creatinine 0.65 | correct | edits value=0.65 @ creatinine
p | albumin at 12 months was 4.4 >> thanks, and the phosphorus 3.1 | correct | edits value=3.1 @ phosphorus
p | T7 and T9? >> they were both chronic | correct | told 2 records ; chronic
p | the calcium was 8.7 >> both the first and the third | correct | told 2 records ; 12 months ; -6 months
p | the albumin was 4.5 >> 2 and 4 | correct | told 2 records ; 22 months ; -12 months
p | change the PTH >> 49.2 | correct | edits value=49.2 @ parathyroid
p | the TSH is wrong >> it's 0.823 | correct | edits value=0.823 @ thyroid
d | right total hip at two years T score minus two point two >> yes | correct | edits t_score=-2.2 @ hip
d | vitamin D results >> make it 60 | correct | asks
d | what was the ESR? >> make that 21 | correct | edits value=21 @ sedimentation
d | the hip T-score is -2.3 >> right total of 2022 | correct | edits t_score=-2.3 @ right total hip
d | the hip T-score is -2.3 >> the right one | correct | asks
d | add a rib fracture >> 2017 | correct | edits time=2017 @ Rib
d | add a rib fracture >> in June 2017 | correct | edits time=2017-06 @ Rib
d | add CTX 0.28 ng/mL >> 9 June 2021 | correct | edits time=2021-06-09 @ telopeptide
d | add teriparatide 20 mcg daily from March 2023 >> no, from May 2022 | correct | edits start=2022-05 @ teriparatide
g | is he on aspirin >> Was. Stopped in March 2019, put that in. | correct | edits stop=2019-03 @ Aspirin
g | how much pred was he on at the consult? >> should read 12.5 | correct | asks
g | weight? >> make that 80 | correct.patient | patient weight_kg=80
g | zoledronic acid 4 mg >> yes | correct | edits dose=4 @ oledronic
g | total hip T score should be -1.6 >> baseline | correct | edits t_score=-1.6 @ total hip
a | vit D at 12 months 43 >> yes | correct | edits value=43 @ vitamin D
b | P1NP at 24 months >> wrong, 18 | correct | edits value=18 @ procollagen
m | the ALP is wrong >> february 2022, should be 97 | correct | edits value=97 @ alkaline
k | the PTH should be 9 >> second visit | correct | edits value=9 @ parathyroid
h | phosphorus should be 2.3 >> the pre-op one | correct | edits value=2.3 @ phosphorus
c | weight was 51 >> second visit | correct.patient | tells One weight ; stay in their notes ; -Yes
c | weight was 51 >> the first | correct.patient | patient weight_kg=51
c | weight was 51 >> March 2019 | correct.patient | patient weight_kg=51
c | weight was 51 >> in September 2020 | correct.patient | tells One weight is kept ; -Corrected
r | VAS was 4 >> baseline | correct | edits value=4 @ VAS
r | the thrombosis was in the right calf, I am sure >> the DVT was in the right calf | correct | told right
d | her brother has hypophosphatasia >> the brother does not have hypophosphatasia, the sister does \
| correct | told hypophosphatasia: present (of the sister) ; -absent
d | her brother has hypophosphatasia >> it is her sister who has hypophosphatasia, the brother hasn't \
| correct | told hypophosphatasia: present (of the sister) ; -absent
"""
