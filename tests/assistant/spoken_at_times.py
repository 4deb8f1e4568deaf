"""Times that are told by something of the case, numbers that follow from the recorded ones, and items asked by name."""

from __future__ import annotations

__all__ = ["AT_TIMES", "WITHOUT_PLACE"]

AT_TIMES = """
p | what symptoms did she present with | ask.value | says back pain: present ; -7 months ; -22 months
g | pain at presentation | ask.value | says NRS: 7 ; -NRS: 6
g | what did he complain of at presentation? | ask.value | says back pain
p | what was she taking at the first visit? | ask.value | tells Nothing about ; -osteosynthesis: ; -Romosozumab:
d | P1NP at presentation | ask.value | tells Nothing about ; -19 µg
g | ODI before teriparatide and at the end of it | ask.value | says 38 ; 14
f | T score neck before denosumab vs most recent | ask | says −2.5 ; −2.1
s | hip T-score at the end of teriparatide, and at the end of denosumab? | ask.value | says −2.3 ; -−2.1 ; Not told
d | what happened after the fourth dose of denosumab? | ask.value | says 2022-10-05 ; -2020-02-05 ; -acid: mentioned
p | and how were things after the injections stopped? | ask.value | says 22 months ; slight low back pain ; -95.8
d | when was the third injection? | ask | says 2021-10-05
d | when did she get her 4th denosumab shot | ask | says 2022-04-05
s | when was the second denosumab injection | ask | says 2018-02-14
f | when was the third dose of denosumab | ask | tells in none of the notes ; -third dose was on
s | when was the second infusion? | ask | tells in none of the notes ; -2018-02-14
d | any falls between the two DXAs? | ask.presence | says Yes ; 2020-09-28 ; -2019-11-05
d | how many fractures between the two scans | ask.count | says femoral ; -radius
d | how many fractures since she started alendronate | ask.count | says 1: ; femoral ; -radius
c | has she broken anything since the wrist fracture in January 2019? | ask.presence | says No ; -Yes ; -cast
u | calcium the day after surgery | ask.value | says 2.38 ; -2.36
u | calcium after the parathyroidectomy | ask.value | says 2.38 ; 2.36
p | mean corrected calcium? | ask.value | says mean 8.6 mg/dL ; computed from 4 values
c | average ferritin | ask.value | says 23.7 ; 6, 24, 41
p | TRACP-5b range over the whole period | ask.value | says from 107 to 947 ; computed
p | difference between spine and hip T-score at baseline | ask.value | says 0.4 apart ; −2.2 ; −1.8
c | is her ferritin below average? | decline | declines
d | do we have her consent? | ask.gap | tells 13 Informed consent: not told ; -Keywords
m | do i still need his consent | ask.gap | says told; nothing more ; consent to publication
f | any new fractures since the nailing? | ask.presence | tells Not told of the skeleton ; -No (told
f | what was the T-score just before the AFF? | ask.value | says −2.1 ; 2020-03-02 ; -2022 ; -atypical
f | vit d at the time of the thigh fracture | ask.value | says 44 ng/mL ; -38 ng/mL ; -45 ng/mL
f | what treatment did she get after the atypical fracture? | ask.value | says raloxifene ; -Denosumab: ; -alendronate:
f | pain when she was discharged | ask.value | says NRS: 4 ; -NRS: 1
m | last DXA - any site still below -2? | ask.abnormal | says Yes ; femoral neck ; -total hip
r | bloods after teriparatide ended | ask.value | says 74 ug/L ; -88 ug/L ; -131 ug/L
s | which drug was she on when L1 broke | ask.value | says risedronate ; -Teriparatide: ; -Denosumab:
c | ferritin at presentation >> and 6 months after? | ask.value | says 24 ug/L ; -Nothing
c | ferritin at 8 months >> and a year later? | ask.value | says 41 ug/L
u | kidney stones since the op? | ask.presence | says No, in these words ; no further stone ; -Yes
u | any stones after surgery? | ask.presence | says no further stone ; -Yes
g | when was the last dose of teriparatide | ask.when | says 2021-01-08 ; last dose this morning ; -2019-01-08
g | when did teriparatide end? | ask.when | says 2021-01-08 ; -No time
g | oswestry after 1 year >> after 2? | ask.value | says 14 % ; -22
g | % change at the spine after 1 year? >> and after two? | ask.value | says +13.9 % ; -Genant
n | bmi when the patch was stopped | ask | says bmi 18.6
k | date of ibandronate no. 4 | ask | says 2019-06-10
k | when was ibandronate #2? | ask | says 2018-12-10
c | weight 20 months after diagnosis | ask.patient | says 53.5 kg ; -47.5
c | weight 18 months after diagnosis | ask.patient | tells Weight
c | weight and tTG at the last visit | ask.value | says 53.5 kg ; 6 U/mL ; -47.5
k | weight and creatinine in march 2020? | ask.value | says 65.2 kg ; 115 umol/L ; -63
c | weight and hip T-score at the last visit | ask.value | says 53.5 kg ; −1.6 ; -47.5
c | alk phos in feb 2019 and a year and a half later | ask | says 164 ; 84 ; -138
g | what's his T at the spine nowadays? | ask.value | says −1.7 ; -L1 compression ; -−2.7
"""

WITHOUT_PLACE = """
p | P1NP after denosumab? | ask.value | says No time is recorded for “denosumab” ; 95.8 ; 21.0
p | calcium before the operation | ask.value | says No time is recorded for “operation” ; 8.4
p | how did the hip change after zoledronate? | ask.trend | says No time is recorded for “zoledronate” ; 0.747
p | PTH at the time of the hip fracture | ask.value | says No time is recorded for “hip fracture” ; 94.2 ; -mother
p | T-score after the wrist fracture | ask.value | says No time is recorded for “wrist fracture” ; −0.6 ; -Shall
p | labs during an operation | ask.value | tells No time is recorded for “operation” ; -8.6 ; -osteosynthesis
p | P1NP after 12 months of denosumab | ask.value | says 29.6 ; Nothing about denosumab
p | P1NP before and after denosumab | ask.trend | says 95.8 ; Nothing about denosumab
d | PTH before the parathyroidectomy | ask.value | says Nothing about parathyroidectomy ; 4.8
d | hip T-score after the hip fracture | ask.value | says −2.1 ; -No time
d | calcium before the hip operation | ask.value | says 2.31 ; -No time
p | P1NP before treatment started | ask.value | says 95.8 ; -No time
d | what was the magnesium before the hip operation? | ask.value | tells Nothing about magnesium ; -No time
d | labs during the hip operation | ask.value | says Nothing about laboratory at that time ; 2020-10-04
b | what was the P1NP in the second year? | ask.value | says 21 µg/L ; 19 µg/L ; -47
b | how did the spine do in the second year? | ask.trend | says 0.915 ; 0.942 ; -0.880
d | any fractures in the first year? | ask | tells -2019-11-05
d | was she on alendronate when she broke her hip? | ask | says No, not taken then ; 2020-06 ; -Yes
d | was she on alendronate at the time of the hip fracture? | ask | says No, not taken then ; Over by then
d | did she break her hip while on alendronate? | ask | says No, not taken then ; 2020-06
d | was she on treatment when she broke her hip? | ask | says No, not taken then ; Over by then ; Begun later
d | what was she taking when she broke her hip? | ask.value | \
says Adcal-D3 ; Amlodipine ; -Denosumab ; -cemented ; -Enoxaparin
v | was she on denosumab when T11 broke? | ask | says Not told for that time ; 2017-06-12 ; -Yes
g | what was the spine T-score in 2020? >> was he on teriparatide at the time? | ask.presence | \
says Yes, taken then (12 months)
g | what was the spine T-score in 2020? >> was he on prednisone then? | ask.presence | says Yes ; 2.5 mg ; -15 mg
g | what was the spine T-score in 2020? >> what was he taking then? | ask.value | \
says Teriparatide ; Calcium citrate ; -Zoledronic
i | what was her P1NP at its peak? >> was that on treatment? | ask | says Yes, taken then ; Teriparatide
i | what was the P1NP in March 2018? >> was she on treatment then? | ask | \
says No, not taken then ; Begun later ; Teriparatide
d | how old was she when she broke her hip? | ask | says 75 years
p | how old was she when she had the baby? | ask | says not told in any note ; 2021-02-12
"""
