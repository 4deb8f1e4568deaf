"""Results, densities and scores: before and after what happened, when they turned, and what two of them did."""

from __future__ import annotations

__all__ = ["RESULTS"]

RESULTS = """
h | PTH before surgery | ask | says 386 ; -402 ; -38 pg
h | pre-op calcium please | ask | says 11.9 ; -10.1
u | what was the PTH prior to the operation? | ask | says 15.8 ; -2.6 ; -16.4
h | PTH straight after the excision | ask | says 38 ; -29 ; -386
h | post-op calcium | ask | says 10.1 ; 7.9 ; 8.3 ; 9.3 ; -11.9
h | first calcium after the parathyroidectomy | ask | says 10.1 ; -7.9 ; -11.9
h | the last PTH after surgery? | ask | says 48 ; -29
h | calcium the day after surgery | ask | says 10.1 ; -7.9
h | calcium before surgery >> and 4 days after surgery? | ask | says 8.3 ; -7.9 ; -11.9
h | PTH before the operation >> and after it? | ask | says 38 ; 29 ; 48 ; -386
h | calcium on admission | ask | says 11.9 ; -7.9
t | baseline phosphate | ask | says 0.58 ; -0.92
h | ALP before and after the operation | ask | says 268 ; 92
d | is calcium higher or lower than at the start? | ask | says Higher ; 2.31 ; 2.34 ; -Adcal
h | was vit D normal at follow-up? | ask | says Yes ; 34 ; -14
h | is the PTH still high? | ask | says No ; 48 ; -386
t | are PTH and FGF23 still raised? | ask | says No ; 5.2 ; 44 ; -186
t | When did phosphate first become normal? | ask | says 2019-09-21 ; 0.92 ; -0.41
t | at which visit was the PTH back in range? | ask | says 5.2 ; -7.4
h | when did the calcium first drop below 8? | ask | says 7.9 ; -11.9 ; -8.3
h | when did calcium fall under the normal range? | ask | says 7.9 ; -9.3
t | when did FGF23 first exceed 200? | ask | tells At no time that is told
p | when did the TSH become normal? | ask | tells At no time that is told ; 0.283
d | Which scan had a T-score of -2.7? | ask | says 2020-02-05 ; femoral neck ; Lumbar ; -2022 ; -total hip
g | which site had a T-score of -1.3? | ask | says
d | what was the percent change in lumbar BMD between the two scans? | ask | says 0.860 ; 0.944 ; +9.8
d | percent change of the lumbar BMD from first to last scan >> the hip? | ask | says +5.6 ; -mother ; -2020-09-28
d | How much did she weigh in 2022? | ask | says not told at that time ; 54
d | How much did she weigh in 2020? | ask | says 54 ; -not told
g | Did the L2-L4 BMD rise more in the first or the second year? | ask | says in the first year ; +10.0 ; +3.6
g | how much did the total hip gain during the second year | ask | says 0.786 ; 0.801 ; +1.9
p | lumbar BMD gain in the first 6 months? | ask | says 0.842 ; 0.995 ; +18.2
g | spine vs hip, which gained more after 24 months | ask | says Gained more: Lumbar ; +13.9 ; +3.0
g | spine or total hip, which one gained more by 12 months? | ask | says Gained more: Lumbar ; +10.0 ; +1.0 ; -+13.9
t | what fell more, the FGF23 or the ALP? | ask | says Fell more: fibroblast ; 76.3 ; 44.9
p | did TRACP-5b or P1NP drop more? | ask | says Fell more: procollagen ; 78.1 ; 72.2
g | has creatinine or the ESR changed more | ask | says Changed more: erythrocyte ; 21.4 ; 11.1
p | how did the P1NP change since September 2021? | ask | says 56.0 ; 21.0 ; -95.8
h | how much did the second TSH rise in the first year? | ask,unknown | none
h | calcium in mmol please | ask | says 2.97 ; 2.32 mmol/L (computed)
g | vitamin D in nmol? | ask | says 84.9 nmol/L (computed)
d | creatinine in mg | ask | says 0.769 mg/dL (computed)
d | calcium in mmol | ask | says as the note has it
h | PTH as pmol | ask | says 40.9
g | what was the testosterone in pg | ask | says 412
p | did the hip T-score get better after romosozumab stopped? | ask | says Yes ; −1.7 (12 months ; −1.6 (22 months
p | was TRACP-5b ever within the reference range? | ask | says Yes ; 182 ; 263 ; -107
t | how did the PTH change? >> any high values in June 2019? | ask | says 214 ; 7.4 ; 186 ; -5.2
"""
