"""Yes or no first, both halves, two times, lists by state, limits, units, short second questions: see ``speaking``."""

from __future__ import annotations

__all__ = ["SEVENTEENTH"]

SEVENTEENTH = """
p | any new vertebral fractures at 22 months? | ask.presence | says No (told as absent) ; No new vertebral fracture
p | Did she get a bisphosphonate after romosozumab? | ask.presence | none
p | did the vit D come up? | ask.trend | says Not told in the notes: there is only one value
p | is the hip osteoporotic? | ask.presence | says No by the T-score
p | did she miss any appointments? | ask.presence | says Yes ; lost to follow-up
p | did the pain resolve? | ask.trend | says Yes ; 9 (month 0 ; 2 (22 months
p | is the brace still on? | ask.presence | says No, not any more
d | was the femur # low trauma? | ask.presence | says Yes ; fragility
d | did denosumab work? | decline | declines
d | any complications of the op? | ask.passage | says No complications
d | did she have VFA? | ask.presence | says Yes, it was done ; No vertebral fracture
d | any coeliac? | ask.presence | says No, the test was negative
d | is she on HRT | ask.presence | says No, in these words ; never had HRT
d | was calcium checked prior to denosumab? | ask.presence | says Yes ; 2.29 ; -2.31
g | is prednisone still running? | ask.presence | says No, not any more ; 16 months
g | was L1 included in the DXA? | ask.presence | says No, in these words ; excluded
g | did the hip BMD change significantly? | ask.trend | says No (computed) ; below the least significant change
g | was the spine change real | ask.trend | says Yes (computed) ; reaches
a | was consent given? | ask.presence | says Yes
a | is she a non-smoker? | ask.presence | says Yes, told as absent
a | did P1NP fall by more than 50%? | ask.trend | says Yes ; 56.9
a | did P1NP fall by more than 60%? | ask.trend | says No ; 56.9
a | did the CTX ever fall below the reference range? | ask.abnormal | says No
b | did the zoledronate cause a flu-like reaction? | ask.presence | says Yes ; acute-phase reaction
b | was hypogonadism ruled out? | ask.presence | says Yes, told as absent
b | is he on testosterone? | ask.presence | says Not told in the notes that it is taken ; 15.8
b | does he take calcium? | ask.presence | says Not told in the notes that it is taken
b | did the wrist heal | ask.presence | says Yes, in these words ; has healed
b | Is T at the spine still osteoporotic? | ask.presence | says No by the T-score
b | any side effects of the infusion? | ask.presence | says acute-phase reaction ; 12 months
p | is T3 acute? | ask.presence | says No ; subacute
p | was it T7 or T8? | ask.presence | says T7 ; Nothing is recorded about T8 ; -Yes
d | is she still on alendronate or denosumab? | ask.presence | says stopped ; ongoing ; -Yes
d | has she ever had a vertebral fracture | ask.presence | says No (told as absent) ; -radius
d | any fractures before the hip? | ask.presence | says Yes ; radius ; -femoral
g | any contraindication to teriparatide | ask.presence | says Not told in the notes that it was contraindicated
p | is TRACP back to normal at 12m | ask.abnormal | says No ; 107
p | did TRACP rise after stopping? | ask.trend | says Yes ; 107 ; 263 ; -947
p | was P1NP lower at 12 months than at 6? | ask.trend | says Yes: 29.6 ng/mL at 12 months against 56.0
p | is the 22 month T-score better than at 12? | ask.trend | says Yes: −0.6 T-score at 22 months against −0.9
p | TRACP baseline vs 22 months | ask.trend | says 947 (month 0, 2021-03-15) → 263 (22 months
p | compare spine and hip at 12 months and tell me which is worse | ask.trend | says Worse: Total hip −1.7
a | which went up more, spine or hip, and by how much? | ask.trend | says Gained more: Lumbar spine ; +8.1 ; +5.4
b | which site gained most? | ask.trend | says Gained more: Lumbar spine ; +7.0
d | R total hip 2020 vs 2022 | ask.trend | says 0.702 ; 0.741 ; -0.690
d | vit D 2020 vs 2022, which is higher | ask.trend | says Higher: 79
d | which hip is worse? | ask.trend | says Worse: Left total hip −2.5
g | difference in spine BMD between 2020 and 2021 | ask | says 0.893 ; 0.925 ; -0.812
a | CTX at 12 compared to 24 months | ask.trend | says 190 (12 months ; → 176 (24 months ; -420
g | compare first and last T-score at the spine, which is lower | ask.trend | says Lower: −2.7
p | spine BMD change between stopping romo and the last visit | ask.trend | says 1.028 (12 months) → 1.063 ; -0.842
p | change in hip BMD from the start to the end of romosozumab | ask.trend | says 0.721 ; 0.738 (12 months) ; -0.747
g | how did the pain change between first visit and end of teriparatide | ask.trend | says 7 (−2 months ; ) → 2
d | change in vitamin D between the wrist fracture and hip fracture | ask.trend | says 58 (−8 months ; → 71 ; -79
b | hip T between first and third infusion | ask.trend | says −2.0 (month 0 ; ) → −1.7 (24 months
p | how long between delivery and the first scan | ask.duration | says 1 month (computed
p | reference range for PTH? | ask.value | says reference 10 - 65 pg/mL
p | what's normal for TRACP | ask.value | says reference 120 - 420
p | is 94.2 above the range? | ask.abnormal | says Yes ; parathyroid
g | upper limit of PTH | ask.value | says upper limit 65
d | ULN for ALP? | ask.value | says upper limit 130
a | where does CTX lie in its range? | ask.value | says within the reference range
p | normal range of PTH in children? | decline | declines
p | vitamin D in nmol/L? | ask.value | says 9.1 ng/mL = 22.7 nmol/L (computed)
g | testosterone in nmol/L? | ask.value | says 14.3 nmol/L (computed)
a | her height in inches? | ask.patient | says 63.0 inches (computed)
d | vit D in conventional units | ask.value | says 23.2 ng/mL (computed)
p | show me the PTH >> in pmol/L? | ask | says 9.99 pmol/L (computed)
p | show me the PTH >> what's the range? | ask | says reference 10 - 65
p | what went on at month 2 | ask.value | says osteosclerotic
p | anything in Oct 2021? | ask.value | says minimal back pain
d | what happened in June 2020 | ask.value | says Alendronic acid: stopped ; -treatment stop
b | events of May 2020 | ask.value | says radius ; fall
p | current medications | ask.value | says Activated vitamin D3 ; -Romosozumab
d | current meds | ask.value | says Denosumab ; Adcal-D3 ; -Alendronic ; -hemiarthroplasty
d | what's she on now? | ask.value | says Denosumab ; -Enoxaparin
d | past medications | ask.value | says Alendronic acid ; -Denosumab
d | meds on discharge | ask.value | says Enoxaparin ; Amlodipine ; -Alendronic
g | what is he on today? | ask.value | says Calcium citrate ; -Teriparatide ; -Prednisone
p | stopped drugs | ask.value | says Romosozumab: completed
p | anything contraindicated? | ask.value | says teriparatide: contraindicated
a | excluded diagnoses | ask.value | says hyperparathyroidism ; multiple myeloma ; -hypertension
g | pertinent negatives | ask.value | says kidney stones ; No fracture
p | what was ruled out | ask.value | says Cushing syndrome
d | how many drugs is she on | ask.count | says 4: ; -zoledronic
d | how many falls | ask.count | says 2:
p | how many vertebral fractures | ask.count | says 4: ; -sacral
p | how many abnormal labs at baseline | ask.count | says 6: ; -phosphorus
d | how many denosumab doses so far | ask.count | says fifth ; -not told
a | how long has she been taking alendronate | ask.duration | says since month 0 ; 24 months later (computed)
g | how long on teriparatide? | ask.duration | says told as completed on 2021-01-08, 24 months later
g | for how long has he had GCA? | ask.duration | says 2018-06 ; 31 months (computed)
p | which vertebra is worst? | ask.extreme | says No grade is told
g | which vertebra has the lowest T-score? | ask.extreme | says L3 ; −2.8
g | lowest site | ask.extreme | says L2-L4 ; −2.7
g | lowest T? | ask.extreme | says −2.8
g | what did he get after teriparatide? | ask.value | says Zoledronic acid ; -Prednisone
p | do we have a PTH after baseline? | ask.value | says Nothing about parathyroid hormone at that time ; month 0
p | P1NP on romosozumab | ask.value | says 56.0 ; 29.6 ; -95.8 ; -21.0
d | when was the hip operated? | ask.when | says 2020-09-29 ; -nerve block
g | how did the prednisone dose change? | ask.trend | says 60 mg ; → 15 mg ; → 7.5 mg ; → 2.5 mg
a | when was the T8 fracture and what grade | ask.when | says 2021-02-22 ; Genant grade 2
d | why was alendronate stopped and what replaced it | ask.reason | says heartburn ; Denosumab
g | how did the spine change and was it significant? | ask.trend | says 0.925 ; Yes (computed)
p | did she have side effects and is she still on treatment? | ask | says Not told in the notes ; Activated vitamin D3
d | what's the FRAX and is it high? | ask | says 28 ; no range is printed
p | how high was PTH and is that abnormal? | ask | says 94.2 ; Yes.
d | list her fractures and meds | ask | says Fractures: ; Treatments: ; Denosumab
p | lumbar T-score at 12 months? >> what about the hip? | ask | says −1.7 ; -−1.8 ; -mother
p | lumbar T-score at 12 months? >> what about the hip? >> and at 22? | ask | says −1.6 ; -−1.7
p | P1NP at 12 months? >> and TRACP? | ask | says 107 ; -947
a | CTX at baseline >> 24? | ask | says 176 ; -420
a | CTX at baseline >> 24? >> in range? | ask | says Yes ; 176 ; -190
d | when was alendronate stopped? >> what next? | ask | says Denosumab
p | was teriparatide given? >> so what did she get? | ask | says Romosozumab ; -teriparatide
d | vitamin D? >> and before denosumab? | ask | says 71 ; -58
d | which fractures did she have? >> when was the first? | ask | says 2019-11-05 ; -2020
d | which fractures did she have? >> when was the first? >> and the second one? | ask | says femoral neck ; -scaphoid
g | pain at first visit >> better or worse? | ask.trend | says Better ; 7 (−2 months
g | pain at first visit >> at the last one? | ask | says NRS: 2 ; -7
g | spine BMD in 2021? >> significant? | ask | says Yes (computed)
d | vitamin D results >> make it 60 | correct | asks
d | vitamin D results >> delete the middle one | delete | rejects 25-hydroxyvitamin
b | show the creatinine values >> delete the second | delete | rejects creatinine
d | list falls >> delete that | delete | asks
b | P1NP at 24 months >> wrong, 18 | correct | edits value=18 @ procollagen
p | is there a T3 fracture? >> correct that to T4 | correct | edits level=T4 @ T4
g | weight? >> make that 80 | correct.patient | patient weight_kg=80
d | everything I have accepted | ask.progress | tells 0 records were accepted
b | accept the TSH >> what have I accepted? | ask.progress | says thyroid
b | delete the TSH >> what's been rejected? | ask.progress | says thyroid
p | accept all the labs from baseline | accept | accepts 13
a | defer the fracture | defer | asks
d | delete the fall in 2020 | delete | asks
g | both fractures are grade 2 | correct | edits genant_grade=2 @ T12
d | her mother was 82 when she broke her hip | correct | edits subject=mother @ Hip fracture
d | mother was 82 at hip fracture | correct | edits subject=mother @ Hip fracture
a | alendronate was started on 9 March 2021, not on the 2nd | correct | edits status=ongoing @ lendron
p | romosozumab was started on 23 march 2021 | correct | edits status=completed @ omosozumab
p | brace came off on 20 May 2021 | correct | edits stop=2021-05-20 @ Jewett
p | TSH 0.283 -> 2.83 | correct | edits value=2.83 @ thyroid
p | T3 was seen on the first X-ray too | correct | edits time=2021-03-15 @ T3
p | T3 was on the MRI only | correct | tells recorded already
d | she stopped smoking in 1995 | correct | edits time=1995 @ moking
g | the last spine T is -1.6 | correct | edits t_score=-1.6 @ L2-L4
b | hyperparathyroidism not excluded | correct | edits status=possible @ yperpara
g | zoledronic acid 4 mg >> yes | correct | edits dose=4 @ oledronic
p | VAS 4 at 22 months | ask.value | says Is it 4 and not 2?
p | reject everything from the missed visit note | delete | rejects follow-up
g | generate pdf | make_pdf | runs make_pdf
d | open the discharge letter | open_note | tells 2020-10-06
a | what did Mrs Miller's DXA show? | decline | declines
d | when's the next DXA | ask.passage | says again in two years
p | was romosozumab given monthly or weekly? | ask.presence | says once a month ; -Yes
g | was zoledronate given before or after teriparatide? | ask | says After ; Teriparatide ; Zoledronic acid ; -Yes
p | spine vs hip change | ask.trend | says Gained more: Lumbar spine
a | new fx under treatment? | ask | says No (told as absent) ; No new vertebral fracture
a | NRS over time >> lowest? >> when was that? | ask.when | says 2023-03-02
"""
