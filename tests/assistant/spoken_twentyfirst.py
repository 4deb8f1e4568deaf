"""Answers to its own question, additions that lean on the one before, reasons, healing, and times without a value."""

from __future__ import annotations

__all__ = ["TWENTY_FIRST"]

TWENTY_FIRST = """
g | total hip T score should be -1.6 >> baseline | correct | edits t_score=-1.6 @ total hip
r | add a fracture | add | tells Which bone ; -Added
r | add a fragility fracture in 2015 | add | tells Which bone ; -Added
r | add a fracture of the left femoral neck on 3 March 2023 | add | adds femoral neck fracture
r | VAS was 4 >> baseline | correct | edits value=4 @ VAS
g | creatinine was 1.3 >> oh never mind, leave it | retract | tells left as it is
g | creatinine was 1.3 >> no, forget it, leave it as it is | retract | tells left as it is
g | the P1NP was 44 >> ok, never mind then | undo | changes undo
d | accept the ALP >> undo | undo | changes undo
d | delete the calcium >> february 2020 | delete | rejects calcium
d | delete the calcium >> october 2022 | delete | rejects corrected calcium
d | Add CTX 205 ng/L, 5 October 2022 >> and an ALP of 66 U/L the same day | add | adds alkaline phosphatase
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and also an albumin of 40 g/L on the same day | add | adds albumin
u | add a TSH of 1.9 mU/L on 16 November 2020 >> plus a magnesium of 0.81 mmol/L that day | add | adds magnesium
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and what was the PTH in 2019? | ask.value | says 15.8
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and the albumin? | ask.value | says 42
u | PTH in 2019? >> and an albumin of 41 the same day | ask,unknown,correct,add | tells -Added
c | ALP at 6 months: 183 not 138 | correct | edits value=183 @ alkaline phosphatase
u | phosphate at one year 1.06 not 1.08 | correct | edits value=1.06 @ phosphorus
u | phosphate at one year 1.06 not 1.21 | correct | tells recorded there
u | PTH at one year 5.9 not 4.9 | correct | edits value=5.9 @ parathyroid
s | L1 was due to a fall, and it was june 2015 not august | correct | told L1 wedge fracture ; -now: L3 ; -now: T8
s | T8 was found in december 2015 | correct | told now: T8 ; -now: L3 ; -now: L1
d | why did she come off the alendronate? | ask.reason | says because of heartburn ; -Thank you
d | why was she taken off alendronate? | ask.reason | says because of heartburn
d | why did she come to the clinic? | ask.passage | says Thank you
d | how did the right hip do? >> why wasn't the left one scanned in 2022 | ask.reason | says prosthesis
d | why is there no left hip in the scan of 2022? | ask.reason | says prosthesis
r | why was L2 not part of the scan? | ask.reason | says not analysable ; -Diagnosis
d | P1NP before treatment? | ask.value | says Nothing about ; at that time ; 24 months
d | P1NP at baseline | ask.value | says at that time ; -19
d | vitamin D before treatment? | ask.value | says 71
r | PTH at the end? | ask.value | says At the last visit (2022-08-04) nothing is told ; 2.9
r | P1NP at the end? | ask.value | says 74 ; -nothing
r | did the fractures heal? | ask.presence | says Yes, in these words ; look healed
t | did the Looser zone heal? | ask.presence | says in these words ; has healed ; -Looser zone: present
u | any stones since? | ask.presence | says No, in these words ; no further stone
u | any kidney stones? | ask.presence | says Yes ; 2016
r | the vas at discharge was 4 | correct | edits value=4 @ VAS
r | VAS on arrival was 8 | correct | edits value=8 @ VAS
u | did the forearm improve? | ask.trend | says not beyond the least significant change ; 2.5 % ; -Yes:
u | did the left total hip improve? | ask.trend | says Yes:
g | what's he taking as of the last visit | ask.value | says Calcium citrate ; Vitamin D3 ; Zoledronic acid
g | what is he on at the last visit? | ask.value | says Calcium citrate ; Vitamin D3
g | give me a csv of the labs | show | tells format csv
g | CSV export of the labs please | show | tells format csv
d | did the hip fracture heal? | ask.presence | says Not told so ; -Yes
s | spreadsheet of the labs | show,unknown,ask.value | tells -P1NP
t | add burosumab 1 mg/kg monthly, planned for May 2020 | add | told planned ; -ongoing
r | add romosozumab 210 mg monthly, planned | add | told planned ; -ongoing
t | add burosumab 30 mg (planned from June 2020) | add | told planned ; -ongoing
d | add raloxifene 60 mg daily, never started | add | told mentioned ; -: started
d | add raloxifene 60 mg daily, not yet started | add | told planned
d | add raloxifene 60 mg daily | add | told raloxifene ; -planned
n | when did her cycle return | ask,unknown | tells -jogs
n | when did her periods return | ask.passage | says own periods since october 2019 ; -jogs ; -runs 40
r | when exactly was breastfeeding given up | ask.patient | says 15 January 2021 ; -enoxaparin
r | when was breastfeeding stopped? | ask.patient | says 15 January 2021
p | when did she stop breastfeeding? | ask.patient | tells -12 February
t | when exactly was alfacalcidol stopped | ask.when | says 2019-11-04 ; -DOTATATE ; -2019-09-18
g | how old was he when he started prednisone | ask.when | tells -Prednisone (2020-05)
r | how old was she when teriparatide ended | ask.when | says Teriparatide (2022-08-01) ; 35
u | which scan values fell | ask.trend | says None of them
u | which sites improved | ask.trend | says Left total hip ; Lumbar spine
d | which sites worsened? | ask.trend | says None of them
p | which labs rose? | ask.trend | says albumin ; corrected calcium ; -phosphorus ; -thyroid ; -None
p | which labs fell over time? | ask.trend | says phosphorus ; -falls ; -albumin
p | which labs dropped? | ask.trend | says phosphorus ; -albumin ; -corrected calcium
u | did she give consent? | ask.presence | says consent to publication: present
u | how heavy was the adenoma | ask.value | says 0.9 g
u | how heavy is she | ask.patient | says 66 kg ; -0.9 g
g | the P1NP at 24 months was 58 | answer.yes,add | told No unit was said ; Nothing of it was recorded before
g | add a TSH of 2.4 at 12 months | add | told -Nothing of it was recorded
c | weight was 51 >> second visit | correct.patient | tells One weight ; stay in their notes ; -Yes
c | weight was 51 >> the first | correct.patient | patient weight_kg=51
c | weight at the second visit? >> the first visit | ask | tells -Corrected
u | did the op cure her | decline | declines
r | teriparatide began 8 Feb 2021, not the 1st | correct | told 2021-02-08 ; Month 0 is now
r | teriparatide began 8 Feb 2021, not the 1st >> P1NP at 6 months? | ask.value | says 131
"""
