"""Corrections that lean on what was said before, of whole examinations, rows of levels, sides and reasons.

The columns are as in ``spoken_first``; ``>>`` stands between turns.
"""

from __future__ import annotations

__all__ = ["CORRECTIONS"]

CORRECTIONS = """
p | P1NP at 6 months was 65.0 >> sorry, I meant 66.0 | correct | edits value=66.0 @ procollagen
p | albumin at 12 months was 4.4 >> and the creatinine 0.65 | correct | edits value=0.65 @ creatinine
p | albumin at 12 months was 4.4 >> thanks, and the phosphorus 3.1 | correct | edits value=3.1 @ phosphorus
p | albumin at 12 months? >> and the creatinine? | ask | tells 0.56 ; -Corrected
c | the VAS at two visits? >> and the ferritin 14? | ask,unknown | tells -Corrected
p | VAS at month 6 was not 3, it was 4 | correct | told VAS: 4 ; -2 records
p | the RDQ at the first visit isn't 11 but 13 | correct | edits value=13 @ RDQ
r | T11, T12 and L3, not T11, T12 and L2 | correct | edits level=L3 @ L3
p | not T9 and T11 but T9 and T12 | correct | edits level=T12 @ T12
p | no, T3 and T8 instead of T3 and T7 | correct | edits level=T8 @ T8
p | T9 and T11, not T7 and T11 | correct | tells recorded already ; -Corrected
p | T5 and T6, not T5 and T8 | correct | tells No fracture of T8 ; -Corrected
p | T9 was recent, not old | correct | tells -level
d | the first DXA was on 4 February 2020 | correct | told 5 records ; time 2020-02-04, not 2020-02-05
d | the scan of February 2020 was done in January, not February | correct | told 5 records ; -2020-02-05, not
d | the second scan was on 7 October 2022 | correct | told 3 records ; 2022-10-07
d | the DXA of the right total hip was 0.712 in 2020 | correct | edits bmd_g_cm2=0.712 @ right total hip
u | bloods of September 2019 were taken on the 4th | correct | told 8 records ; 2019-09-04
r | zoledronate was given on 6 August | correct | edits start=2022-08-06 @ zoledronic
r | breastfeeding ended on the 17th, not the 15th | correct.patient | told weaning ; 2021-01-17, not 2021-01-15
r | she is not breastfeeding | correct.patient | tells recorded already ; -now:
d | alendronate was stopped in May 2020 because of dyspepsia | correct | told dyspepsia ; −5 months
d | alendronate was stopped because of a rash, not heartburn | correct | told a rash ; -heartburn
d | alendronate was stopped in August and it wasn't heartburn but nausea | correct | told nausea ; −2 months
d | the alendronic acid was stopped for reflux in May 2020 | correct | told reflux ; −5 months
m | prednisolone was stopped because he felt well | correct | told he felt well
d | alendronate was stopped for three months | correct | tells Say when it was stopped
d | why was alendronate stopped? | ask.reason | says heartburn
d | should we stop denosumab because of the hip? | decline | declines
r | the DVT was on the right | correct | edits body_site=right @ thromboembolism
r | the thrombosis was in the right calf, I am sure >> the DVT was in the right calf | correct | told right
u | her kidney stone was on the left | correct | edits body_site=left @ kidney
r | that is right | answer.yes,accept,ask,unknown | tells -Corrected
f | the femur was on the left | correct | edits side=left @ femoral shaft
y | third dose was 1.3 mg | correct | tells not recorded one by one ; -Corrected
r | the second dose was 30 mg | correct | tells not recorded one by one ; -Corrected
u | remove both the urinary calcium and the albumin | delete | tells is not recorded ; -Rejected
u | reject the albumin and the TSH | delete | rejects
r | delete the Z-score of the spine in 2022 | delete | told now: ; T −1.9, +25.7
r | reject both Z-scores of the femoral neck | delete | told 2 records ; T −1.7 ; -rejected
r | delete the femoral neck of 2022 | delete | rejects femoral neck
p | reject the two fractures T3 and T7 | delete | rejects fracture
p | T7 and T9? >> they were both chronic | correct | told 2 records ; chronic
d | the wrist was the left one >> no, leave it as it was | retract | changes undo
d | the wrist was the left one >> leave it as it is | retract | tells last change stands
p | leave it as it was | retract | tells Nothing was changed
p | PTH was 49.2 >> hm no, the old value was right | undo | changes undo
p | PTH was 49.2 >> TSH was 1.3 >> undo the last two | undo | tells parathyroid ; thyroid-stimulating
p | PTH was 49.2 >> TSH was 1.3 >> undo the last two >> redo both | redo | tells parathyroid ; thyroid-stimulating
p | PTH was 49.2 >> TSH was 1.3 >> undo | undo | tells thyroid-stimulating ; -parathyroid
p | PTH was 49.2 >> which of my changes touch the labs? | ask.progress | says 1 corrected ; 49.2
p | PTH was 49.2 >> did any of my corrections touch the fractures? | ask.progress | tells 0 records
p | delete the TSH >> what have I changed? | ask.progress | says 1 rejected ; thyroid
p | delete the TSH >> what have I corrected? | ask.progress | tells 0 records
p | accept the TSH >> show me what is still open | ask.gap,ask.progress | tells 1 of ; Missing
p | what is missing? | ask.gap | tells Missing ; -are reviewed
d | it was a total hip replacement, not a hemiarthroplasty | correct | told left hip replacement
c | weight was 51 >> March 2019 | correct.patient | patient weight_kg=51
c | weight was 51 >> in September 2020 | correct.patient | tells One weight is kept ; -Corrected
p | the calcium was 8.7 >> both the first and the third | correct | told 2 records ; 12 months ; -6 months
p | the albumin was 4.5 >> 2 and 4 | correct | told 2 records ; 22 months ; -12 months
p | delete the phosphorus >> the last two | delete | told 2 records ; 3.7 ; 3.5
p | delete the phosphorus >> all but the second | delete | told 3 records ; -2.8 mg
p | delete the P1NP >> the one with 21.0 | delete | told 21.0 ; -records
p | delete the P1NP >> no idea | retract | tells Nothing was changed
p | delete the P1NP >> all of them | delete | told 4 records
p | the TSH upper limit is 4.5 | correct | tells reference range ; -now:
p | the reference range of the P1NP is 20-75 at 6 months | correct | tells reference range ; -now:
p | reject the TSH >> reject the ACTH >> restore the TSH | undo | told Taken in again ; thyroid ; -adreno
p | reject the TSH >> reject the ACTH >> restore everything I rejected | undo | told thyroid ; adreno
p | reject the TSH >> un-reject the TSH | undo | changes undo
p | accept the DXA of September and reject the VAS at 6 months | accept,delete | told Accepted: 2 ; Rejected: VAS
p | change the PTH >> 49.2 | correct | edits value=49.2 @ parathyroid
p | the TSH is wrong >> it's 0.823 | correct | edits value=0.823 @ thyroid
p | the PTH? >> 49.2 | unknown | declines
g | the second DXA was on 10 January 2020 | correct | told 3 records ; 2020-01-10
g | the first DXA was on 1 January | correct | tells Of which year ; -Corrected
g | the L3 fracture was old, not recent | correct | tells say add ; -Added
g | prednisone was stopped because the arteritis was quiet | correct | told the arteritis was quiet
g | delete the calcium >> get the calcium back | undo,unknown,ask,accept | tells -Rejected
"""
