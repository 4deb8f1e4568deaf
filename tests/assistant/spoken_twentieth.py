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
m | was L2 before or after he started pred | ask.duration | says After ; since 2021-05 ; since then
m | was he already on pred when L2 broke? | ask.duration | says Yes ; 2021-05
m | when did he start pred? | ask.when | says 2021-05 ; -2022-08-11
f | time from last dmab to the fracture | ask.duration | says 35 days ; 2021-09-09 ; 2021-10-14
f | last dose to fracture interval? | ask.duration | says 35 days
f | how long after the fracture was the nail put in? | ask.duration | says 1 day
f | was the wrist before or after alendronate | ask.duration | says The same time
h | how long after surgery did calcium recover | ask.duration | says 12 months ; 9.3
h | how long after surgery was the lowest calcium | ask.duration | says day 2 ; 7.9
p | how long after delivery did she start romo | ask.duration | says 38 days
p | time from delivery to back pain onset | ask.duration | says came before the first
d | how many days after the hip fracture was the operation? | ask.duration | says 1 day ; 2020-09-29
d | change in vitamin D from the wrist fracture to the hip fracture | ask.trend | says 58
d | any denosumab dose late? | ask.presence | says No, in these words ; all on time
d | did she miss a dose? | ask.presence | says No, in these words
d | were the injections all on time? | ask.presence | says Yes, in these words
p | any dose missed? | ask.presence | tells not told in any note ; -Yes
d | did she miss the appointment? | ask,unknown | tells -four doses
h | any drug given for osteoporosis? | ask.presence | says No: no drug that acts against ; -osteoporosis: present
d | any drug given for osteoporosis? | ask.presence | says Yes ; enosumab ; lendronic ; -Amlodipine
d | any drug for hypertension? | ask.presence | says Yes ; Amlodipine ; -lendronic
d | any drug for her thyroid? | ask.presence | tells not told in any note
d | any fractures for the FRAX? | ask,unknown,advice | tells -drug was given
p | did she get anything after romosozumab? | ask.presence | says No drug is told as begun ; no sequential therapy
p | when did romo stop, and did she get anything after it? | ask.when | says 12 months ; no sequential therapy ; -Yes
f | anything given after denosumab? | ask.presence | says Yes ; raloxifene ; -planned
f | did she get any drug after the fracture? | ask.presence | says raloxifene ; -Denosumab:
f | any fracture after denosumab? | ask.presence | says femoral shaft
n | K at last visit? | ask.value | says potassium ; 4.1 ; -hydroxyvitamin
n | vit d ever low? >> when did the periods come back | ask.passage | says october 2019 ; -hydroxyvitamin
n | when was her last period? | ask.passage | says august 2015
n | dose of the patch? | ask.value | says 100 micrograms
n | would you give her teriparatide | decline | declines
n | purging? | ask.passage | says purging: no
n | was the metatarsal # before or after the patch? | ask.duration | says no time is told of the patch ; 2017-11
y | so is it myeloma? | ask.presence | says No (told as absent ; -Yes
y | which # are old? | ask.value | says T7 ; L2 ; -T11
p | which fractures are old? | ask.value | says None is told so
y | any reaction to the zol? | ask.presence | says Flu-like
y | how many zol infusions so far? | ask | says Plan: second infusion ; -2 doses
y | when was zol given >> when is the 2nd one due | ask | says December 2022
y | time between discharge and first zol infusion? | ask.duration | says 32 days ; 2021-11-12
y | vit D before zol? >> on PPI? | ask.value | says pantoprazole ; -hydroxyvitamin
y | hip t-score? >> which is the worst site? | ask.extreme | says −2.9
y | did she lose height? | ask.presence | says Yes ; 162.5 cm
y | any new fractures since? | ask.presence | says No (told as absent)
y | was vit D replaced before the infusion? | ask.presence | says 31 ; -78
y | VAS at onset, discharge and now | ask.trend | says 8 ; 4 ; 2 (5 months
s | what's she being treated for | ask | says osteoporosis ; hypertension
s | how long on ris before TPT? | ask.duration | says risedronate ; Teriparatide
s | any nausea on tpt? | ask | says first two weeks only
s | is CTX over 450 at any point? | ask.presence | says No, none of them ; 385 ; -Yes
s | was CTX ever above 350? | ask | says Yes ; 385 ; -240
s | was a 2nd infusion given? | ask.presence | says No infusion today ; -Yes ; -perindopril
s | any HRT? | ask.presence | says never took hormone therapy
s | ok to stop vit d? | decline | declines
o | which gene? | ask.passage | says COL1A1
o | any deformity of the legs? | ask.passage | says No bowing ; -tibia
o | scoliosis? >> hearing ok? | ask.passage | says is normal ; -scoliosis
o | PTH repeated? | ask | says No, only once
o | ALP normal for his age? | ask.abnormal | says Yes ; 241
o | next infusion due? | ask.presence | says goes on every 6 months
d | was the left hip scanned in 2022 | ask.presence | says No ; Right total hip ; prosthesis
m | height loss? | ask.presence | says Yes ; 178 cm
m | any secondary cause found? | ask.value | says hypogonadism ; excluded
p | what happened at month 13 | ask.value | says appointment not kept ; no answer
k | pred dose at each visit? | ask.trend | says 7.5 mg ; 5 mg ; 2020-03-16
p | did her mum have osteoporosis? | ask.presence | says Not told in the notes of the mother ; Femoral neck
c | ttg trend | ask.trend | says >128 ; 34 ; -95
s | CTX after the zol >> spine BMD? | ask | tells Nothing about lumbar spine ; -310
"""
