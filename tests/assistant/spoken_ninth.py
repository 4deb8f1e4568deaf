"""Short questions, typed in haste, with what is meant left out: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["NINTH"]

NINTH = """
d | Evening. Which bone did she break first? | ask.value,ask.extreme,ask.presence | says adius
d | give the eGFR values, both of them, with dates | ask.value,ask.trend,ask.when | says 74 ; 72
d | was the PTH ok | ask.abnormal,ask.presence,ask.value | says 4.8
d | is the hypertension being treated? | ask.presence | says hypertension: present
d | when's the latest you have for her calcium | ask.when,ask.value | says 2022-10-05
d | how heavy was she at the scan | ask.patient | says 54
d | T score worst hip? | ask.extreme | says −2.5
d | she was never on HRT right? | ask.presence,ask.value | says never had HRT
d | how many units does she drink >> and did she ever smoke | ask.presence,ask.value | says 15 pack-years
d | compare the left and right hip scores in 2020 | ask.trend,ask.value | says −2.5 ; −2.4
d | what did the ward give her against thrombosis | ask.value,ask.presence | says Enoxaparin
d | any infections on denosumab | ask.passage | says no infections
d | did the alendronate upset her stomach | ask.presence,ask.passage,ask.value \
| says gastrointestinal intolerance: present
d | change of the right femoral neck please, in % | ask.trend,ask.value | says 4.5
d | bring up the follow up letter | open_note | tells 2022-10-05
d | the weight was 45 kg, not 54 | correct.patient | patient weight_kg=45
d | femoral neck fracture was undisplaced | correct | edits kind=nondisplaced @ femoral
d | creatinine in Feb 2020 should be 86 µmol/L | correct | edits value=86 @ creatinine
d | menopause at 46 | ask.patient | says To change it
d | add: serum CTX 0.21 ng/mL on 05/10/2022 | add | adds telopeptide
d | please get rid of both paracetamol and amlodipine | delete | rejects
d | approve everything from the DXA report | accept | accepts +
d | stop the denosumab | decline | declines
d | what would you give her next | decline | declines
d | how long do hemiarthroplasties last | decline | declines
g | Good morning! What was this gentleman's chief complaint? | ask.passage,ask.value | says ain
g | list all prednisone doses with dates | ask.value,ask.trend,ask.when | says 60 ; 15 ; 7.5 ; 2.5
g | is he still taking omeprazole | ask.presence | says Yes
g | which vertebrae | ask.value | says T12 ; L1
g | does he have a family history of osteoporosis | ask.presence | says No
g | what was the Z score at the neck at baseline | ask.value | says −1.0
g | spine BMD then and now | ask.trend,ask.value | says 0.812 ; 0.925
g | did he lose height | ask.presence | says Yes
g | testosterone normal? | ask.abnormal | says Yes
g | what percent did the femoral neck gain at 24 mo | ask.trend,ask.value | says 3.6
g | his vitamin d went from what to what | ask.trend | says 34 ; 44
g | how tall was he before | ask.value,ask.presence,ask.passage | says loss of height
g | when was his last DXA | ask.when | says 2021-01-08
g | Has he missed any teriparatide? | ask | says has not missed a dose
g | dosage of the vit D3 | ask.value | says 2000
g | Which drug replaced teriparatide? | ask.value,ask.presence | says Zoledronic acid
g | pain now? | ask.value | says 2
g | why was teriparatide chosen | ask.reason | says rather than an oral bisphosphonate
g | reject L1 | delete | rejects L1
g | make T12 grade 2 | correct | edits genant_grade=2 @ T12
g | the father's stroke was at 97 | correct | edits subject_age_years=97 @ stroke
g | oops undo | undo | tells nothing to take back
g | Oswestry at a year was 20 not 22 | correct | edits value=20 @ ODI
g | zoledronic acid was given on 9 January 2021 | correct | edits start=2021-01-09 @ oledronic
g | add alendronate 70 mg weekly 2015 to 2017 | add | adds lendron
g | looks good, accept T12 | accept | accepts 1
g | the DXA page is fine, accept all of it | accept | accepts +
g | is his risk of falling high | decline | declines
g | convert 178 pounds to kg | decline | declines
g | How does GCA damage bone? | decline | declines
p | Could I have the three most recent P1NPs? | ask.value | says 56.0 ; 29.6 ; 21.0 ; -95.8
p | Has TRACP-5b normalised at month six? | ask.abnormal,ask.value | says 182
p | which markers are still abnormal at the last visit | ask.abnormal | tells None
p | At what age did her mum break her hip | ask.value,ask.when,ask.patient | says 71
p | cortisol & ACTH | ask.value | says 6.5 ; 16.0
p | was there bone marrow oedema | ask.presence | says Yes
p | the hip between 6 and 12 months: up or down? | ask.trend | says 0.743 ; 0.738
p | do we know her exact age | ask.patient | says middle-aged
p | when was she weaned | decline | declines
p | how many pregnancies has she had | ask.patient | says 3
p | when did the back start hurting | ask.when | says 4 months
p | when was she able to hold the baby again | ask.when,ask.value,ask.presence | says 2 months
p | which of the vertebral fractures were subacute | ask.value | says T3 ; T7 ; -T9
p | what happened in April 2022 | ask.value,ask.passage,ask.summary | says lost
p | romo: how many doses were given | ask.duration | says 12 months
p | what did she weigh, 64.5? | ask.patient | says 46.5
p | date of the MRI and of the DXA | ask.when | says 2021-03-17 ; 2021-03-16
p | by how much did VAS improve | ask.trend | says 9 ; 2
p | whats the calcium been doing | ask.trend,ask.value | says 8.6 ; 8.4 ; 8.8
p | anything wrong with the thyroid? | ask.abnormal | says 0.283
p | who referred her | ask.passage | says Thank you for asking me
p | Where do you have the 26.2 % from | ask.source | says twenty-two
p | proof for the breastfeeding please | ask.source | says breastfeeding
p | quote the brace fitting | ask.source,ask.passage | says fitted today
p | T9 is T8 actually | correct | edits level=T8 @ T8
p | the fractures of T3 and T7 were both acute | correct | changes several
p | switch the P1NP at baseline to 59.8 | correct | edits value=59.8 @ procollagen
p | RDQ 22 months is 1 rather than 0 | correct | edits value=1 @ RDQ
p | she is not Japanese, she is Korean | decline | declines
p | smoking: former smoker, not never | correct | edits temporality=historical @ smoking
p | log a DXA of the lumbar spine, BMD 1.070 g/cm2, T-score -0.5, 20 January 2024 | add | adds umbar
p | note down that she had a wrist fracture in 2015 | add | adds wrist
p | delete it | delete | tells Which record
p | the cortisol and ACTH can go | delete | rejects
p | approve the two acute vertebrae | accept | tells Which one?
p | not sure about T3, come back to it later | defer | defers T3
p | i want it as json too | save_json | runs save_json
p | carry on please | next_open | runs next_open
p | how is the weather in Osaka | decline | declines
p | give me a differential | decline | declines
p | is 0.5 creatinine too low for a woman | ask.abnormal,ask.presence | says 0.50
p | ring her husband | decline | declines
p | what did the other lady with PLO get | decline | declines
p | how much does a DXA cost | decline | declines
"""
