"""Questions that lean on the turn before: what is left out is taken from there, or else it is a new question."""

from __future__ import annotations

__all__ = ["ROWS"]

ROWS = """
d | when did the alendronate stop >> when is the next shot due | ask.when | says enosumab ; -lendron
p | whats her P1NP at the beginning? >> and the later ones | ask.trend | says 95.8 ; 56.0 ; 29.6 ; 21.0
p | when did the romo end? >> and for how long did we lose her after that | ask.passage | says ten months away
p | Would you mind telling me how bad the back was when she first came? \
>> and by the end, roughly how much better? | ask.trend,ask.value | says 2
p | did she have a sacral fracture? >> which side? | ask.value,ask.presence | says Right sacral
p | what was the PTH? >> was that above the reference? | ask | says 94.2 ; high
p | did the pain get better? >> and the disability? | ask | says 11 ; 0
p | who broke a femur in the family? >> at what age? | ask | says 71
p | the corrected calcium was 8.5 >> the one at five years | ask,unknown,correct | tells
p | show me the PTH >> in pmol/L? | ask | says 9.99 pmol/L (computed)
p | show me the PTH >> what's the range? | ask | says reference 10 - 65
p | lumbar T-score at 12 months? >> what about the hip? | ask | says −1.7 ; -−1.8 ; -mother
p | lumbar T-score at 12 months? >> what about the hip? >> and at 22? | ask | says −1.6 ; -−1.7
p | P1NP at 12 months? >> and TRACP? | ask | says 107 ; -947
p | was teriparatide given? >> so what did she get? | ask | says Romosozumab ; -teriparatide
p | which vertebrae are fractured? >> is she breastfeeding? | ask.patient | tells Yes. ; Breast-feeding: yes ; -T9
p | does she drink? >> weight? | ask.patient | tells Weight: ; -alcohol
p | spine trend >> which labs were low at first >> any still low at 22 months? | ask.abnormal | tells None of ; -Lumbar
p | list the labs >> show all of them | ask.value | tells rocollagen ; -more between
p | albumin at 12 months? >> and the creatinine? | ask | tells 0.56 ; -Corrected
p | PTH was 49.2 >> which of my changes touch the labs? | ask.progress | says 1 corrected ; 49.2
p | PTH was 49.2 >> did any of my corrections touch the fractures? | ask.progress | tells 0 records
p | delete the TSH >> what have I changed? | ask.progress | says 1 rejected ; thyroid
p | delete the TSH >> what have I corrected? | ask.progress | tells 0 records
p | accept the TSH >> show me what is still open | ask.gap,ask.progress | tells 1 of ; Missing
p | the PTH? >> 49.2 | unknown | declines
d | what was the ESR? >> which document is that from | ask.source | says 2020-02-12-bone-clinic-letter
d | how many units does she drink >> and did she ever smoke | ask.presence,ask.value | says 15 pack-years
d | tell me about the hip fracture >> how did they fix it | ask | says hemiarthroplasty
d | when was the hip operated? >> by what method | ask | says hemiarthroplasty
d | spine T score 2020 >> and of the neck of femur on the left? | ask | says −2.7 ; Left femoral neck
d | PTH at the first clinic >> normal? | ask | says Yes
d | when was alendronate stopped? >> what next? | ask | says Denosumab
d | vitamin D? >> and before denosumab? | ask | says 71 ; -58
d | which fractures did she have? >> when was the first? | ask | says 2019-11-05 ; -2020
d | which fractures did she have? >> when was the first? >> and the second one? | ask | says femoral neck ; -scaphoid
d | accept the fractures >> which fractures are still to review? | ask.progress | tells is left to review
d | any denosumab given? >> lowest T score? | ask.extreme | says T −2.7 ; Left femoral neck ; -enosumab
d | when was the hip broken? >> parity? | ask.patient | tells told in any note
d | how did the right hip do? >> why wasn't the left one scanned in 2022 | ask.reason | says prosthesis
d | percent change of the lumbar BMD from first to last scan >> the hip? | ask | says +5.6 ; -mother ; -2020-09-28
d | how many denosumab doses? >> when was the last one given? | ask.when | says 2022-10-05 ; -haematoma block
d | how many fractures? >> mechanism of the first one? | ask | says tripped on a kerb
d | when was alendronate stopped? >> which drug replaced it? | ask.value | says Denosumab
d | add CTX 0.28 ng/mL >> what was the PTH in 2020? | ask.value | says 4.8
d | TSH? >> sorry, I meant the ALP | ask.value | says 92
d | how did the right hip change? >> oh, i meant the lumbar spine | ask.trend | says 0.944
d | left total hip in 2020? >> sorry, i meant right | ask.value | says 0.702
d | right total hip in 2020? >> in 2022? >> difference? | ask.trend | says +5.6 %
g | what's the T-score of the femoral neck in 2021? >> and the BMD there? | ask.value | says 0.663
g | vit D at the consult >> and the highest he ever got to? | ask.extreme | says 44
g | did he have any vertebral fracture? >> how many, which | ask.count | says 2 ; T12 ; L1
g | his dad, what was it he died of? >> and how old was he then? | ask.value,ask.presence | says 79
g | When did he begin teriparatide? >> and come off it? | ask | says 2021-01
g | tell me his calcium. And creatinine? >> what about a year later | ask | says 9.6 ; 0.9
g | calcium at start? >> and vitamin d? >> and both after 2 yrs? | ask | says 9.3 ; 44
g | the ODI at the end? >> and what had it been initially? | ask | says 38
g | Did he take calcium? >> how much of it? >> and in what form | ask | says citrate
g | pain at first visit >> better or worse? | ask.trend | says Better ; 7 (−2 months
g | pain at first visit >> at the last one? | ask | says NRS: 2 ; -7
g | spine BMD in 2021? >> significant? | ask | says Yes (computed)
g | how was teriparatide tolerated? >> what came after it? | ask.value | says Zoledronic acid ; -adverse event
g | prednisone doses? >> how much was he taking at the start? | ask | says 60 mg
a | What was CTX at baseline? >> and a year on? | ask | says 190 ; -420 pg
a | spine BMD at month 12? >> same for the hip | ask | says 0.722
a | P1NP at start >> did it fall? | ask | says 58 ; 25
a | pain today? >> a year ago? | ask | tells
a | CTX >> reference? | ask | says 104
a | CTX at baseline >> 24? | ask | says 176 ; -420
a | CTX at baseline >> 24? >> in range? | ask | says Yes ; 176 ; -190
a | NRS over time >> lowest? >> when was that? | ask.when | says 2023-03-02
b | list the fractures >> which side was it? | ask | says Left distal radius
b | P1NP at baseline? >> and at the end? | ask | says 19 ; -47
b | Tell me about the zoledronic acid. >> what dose? >> how often was it given? | ask | says 3
b | accept the TSH >> what have I accepted? | ask.progress | says thyroid
b | delete the TSH >> what's been rejected? | ask.progress | says thyroid
s | CTX after the zol >> spine BMD? | ask | tells Nothing about lumbar spine ; -310
o | scoliosis? >> hearing ok? | ask.passage | says is normal ; -scoliosis
o | how many zoledronate infusions? >> doses? | ask | says 1.25 mg ; 1.3 mg ; 1.4 mg
o | zoledronate was started when? >> side effects? | ask | says temperature of 38.3 ; -No:
h | lowest calcium? >> on which day was that | ask.when | says day 2 ; -day 4
h | calcium before surgery >> and 4 days after surgery? | ask | says 8.3 ; -7.9 ; -11.9
h | PTH before the operation >> and after it? | ask | says 38 ; 29 ; 48 ; -386
t | how did the PTH change? >> any high values in June 2019? | ask | says 214 ; 7.4 ; 186 ; -5.2
f | tell me about the femur fracture >> when did that happen? | ask.when | says 2021-10-14 ; -2021-10-20
c | weight at the second visit? >> the first visit | ask | tells -Corrected
c | the VAS at two visits? >> and the ferritin 14? | ask,unknown | tells -Corrected
y | when was zol given >> when is the 2nd one due | ask | says December 2022
y | vit D before zol? >> on PPI? | ask.value | says pantoprazole ; -hydroxyvitamin
y | hip t-score? >> which is the worst site? | ask.extreme | says −2.9
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and what was the PTH in 2019? | ask.value | says 15.8
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and the albumin? | ask.value | says 42
u | PTH in 2019? >> and an albumin of 41 the same day | ask,unknown,correct,add | tells -Added
r | teriparatide began 8 Feb 2021, not the 1st >> P1NP at 6 months? | ask.value | says 131
n | vit d ever low? >> when did the periods come back | ask.passage | says october 2019 ; -hydroxyvitamin
d | how did the spine change? >> and the right hip? >> what about in 2022? | ask | says 0.741 ; -0.944 ; -calcium
d | how did the spine change? >> and the right hip? >> what about in 2022? >> and in 2020? | ask | says 0.702 ; -Left
d | what about 2022? | ask.value | says calcium
g | what was the spine BMD at baseline? >> and a year later? | ask.value | says 0.893 ; 12 months ; -0.812
d | what was the hip T-score at baseline? >> and a year later? | ask.value | says Nothing about a T-score of hip
d | when did she break the hip >> why? | ask.value | says fell in her kitchen
d | and the wrist fracture? >> how come? | ask.value | says kerb ; -kitchen
d | why did she break her wrist? | ask.value | says kerb
p | why did she break T9? | ask.value | says Not told in the notes what brought it on
d | when was alendronate stopped >> why? | ask.reason | says heartburn ; -kitchen
g | calcium? >> and the bmd? | ask.value | says Lumbar spine ; -calcium
g | how did the vitamin D change? >> and bmd? | ask.trend | says Lumbar spine ; +13.9 ; -25-hydroxy
g | teriparatide? >> and the bone density? | ask.value | says Lumbar spine ; -eriparatide
d | how did the right hip change? >> and the BMD? | ask.value,ask.trend | says Right total hip ; -umbar
p | hip bmd at 12 months? >> when was that? | ask.when | says 12 months ; told on 2022-03-23
a | what's the alendronate dose >> any problems with it? | ask.presence | says No (told as absent) ; adverse event
a | vitamin d? >> any problems with it? | ask | tells -Yes:
t | phosphate >> when was the tumour taken out? | ask.when | says 20 ; -phosphorus:
b | what was the spine T-score in 2021? >> and the year after? | ask.value | says −2.0 ; -−2.5
b | how did the spine change? >> did anything change? | ask.trend | says umbar ; -The last note
b | how did the spine do? >> and the hip? >> which rose more? | ask.trend | \
says Gained more: Lumbar spine L1-L4 +7.0 %, against Right total hip +5.4 %
p | how was the 25-OH vitamin D at baseline? >> did it correct? | ask.abnormal | says 9.1 ng/mL (low
b | when was the first infusion of zoledronic acid? >> and the third? | ask | says 2022-06-15 ; -2020-06-15
d | when was the first denosumab? >> and the second? | ask | says 2021-04-06
p | what was the lumbar spine T-score at six months? >> how much had the spine gained by then? | ask.trend | \
says 0.995 ; +18.2 % ; -1.063
p | how far had TRACP-5b dropped by September 2021? | ask.trend | says 947 ; 182 ; -263
p | what did the hip do up to month 12? | ask.trend | says 0.743 ; 0.738 ; -0.747 ; -mother
p | did the hip ever go down? | ask.trend | says Yes ; 0.738
p | did the spine ever go down? | ask.trend | says No ; 1.063
p | how many vertebrae are broken? >> which ones were seen on the plain film? | ask.value | says T7 ; T9 ; T11 ; -T3
p | was T3 seen on the x-ray? >> what did the plain film show? | ask.value | says T7 ; T9 ; T11
p | which fractures were only seen on MRI? | ask.value | says T3 ; sacral ala ; -T9
g | when did he get his last teriparatide dose? >> what was he given after that? | ask.value | \
says Zoledronic acid ; -Aspirin
g | is the hip gain significant? >> and the spine? | ask.trend | says Yes (computed) ; 13.9
g | is the hip gain significant? >> what about the femoral neck? | ask.trend | says No (computed) ; 3.6
g | is he on aspirin? >> and prednisone? | ask.presence | says No, not any more ; 2020-05 ; -15 mg
g | is he on aspirin? >> what about calcium? | ask.presence | says Calcium citrate ; -mg/dL
p | was the TSH low? >> and the PTH? | ask.abnormal | says No ; 94.2
d | is she on denosumab? >> and HRT? | ask | says never had HRT ; -Shall I add
i | what was her P1NP at its peak? >> what was it before? | ask.value | says 88 ; -142 ; -118
i | what was her P1NP at its peak? >> and before that? | ask.value | says 88 ; -142
i | what was the vitamin D in September 2018? >> and after that? | ask.value | says 69 ; -74 ; -61
p | what was the P1NP at 12 months? >> and the next one? | ask.value | says 21.0 ; -29.6
p | what was the P1NP at 22 months? >> and the next one? | ask.value | says It is the last one that is told
d | what happened on 28 September 2020? >> what was done the next day? | ask | says hemiarthroplasty ; 2020-09-29
l | does she have rheumatoid arthritis? >> what does she take for it? | ask.value | \
says methotrexate 15 mg weekly ; -aspirin
l | was the calcium low at any point? >> was it low before the zoledronic acid? | ask.abnormal | \
says Yes ; 2.18 ; -Zoledronic
p | what's her BMI? >> has it changed? | ask.patient | says told only once ; -Lumbar
p | show the TSH >> and free T4? >> are they normal | ask | says Not all of them ; 0.283 ; 0.9
p | which vertebrae >> when were they found >> are they healed | ask | says both are healing
p | when was T9 broken >> and is it healed? | ask | says both are healing
"""
