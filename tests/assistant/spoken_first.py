"""What ten clinicians say to the assistant over the sample cases; written before anybody looked at what it answers.

One row an utterance: case | what is said | what it wants | what must come of it. Cases: ``p`` plo-romosozumab,
``d`` denosumab-hip-wrist, ``g`` glucocorticoid-man. ``A >> B`` says A first and looks at the turn of B.

Effects: ``says A ; B ; -C`` (the reply holds A and B, and not C, and carries sources), ``tells A ; B`` (the same
without sources: of the case as a whole), ``none`` (it is said that the notes do not tell it), ``declines`` (nothing
changes, nothing of the case is stated, and something that can be asked instead is named), ``edits F=V @ words``,
``patient F=V``, ``rejects words``, ``defers words``, ``accepts N`` (``accepts +`` for one or more), ``adds words``,
``asks`` (which one), ``runs COMMAND``, ``changes KIND``.
"""

from __future__ import annotations

__all__ = ["FIRST"]

FIRST = """
p | P1NP at one year? | ask.value | says 29.6 ; -95.8 ; -56.0
p | and the PTH? | ask.value | says 94.2
p | What did the lab say for corrected calcium six months in? | ask.value | says 8.4 ; -8.8 mg
p | Can you pull up the TRACP-5b numbers | ask.value | says 947 ; 182 ; 107 ; 263
p | vit D level | ask.value | says 9.1
p | serum cortisol please | ask.value | says 6.5
p | what's her lumbar T score now | ask.value | says −0.6 ; -−2.2
p | Tell me the left hip BMD at the last visit. | ask.value | says 0.747 ; -0.721
p | how bad was the pain at the first visit | ask.value | says 9
p | Roland Morris at 22 months? | ask.value | says RDQ: 0
p | free T4? | ask.value | says 0.9
p | thyroid function | ask.value | says 0.283 ; 2.5 ; 0.9
p | bone turnover markers at baseline | ask.value | says 947 ; 95.8 ; -56.0
p | What was the YAM of the spine before treatment? | ask.value | says 73
p | List everything she is taking. | ask.value | says vitamin D3
p | what meds has she been on | ask.value | says Romosozumab ; vitamin D3
p | show all the vertebral fractures | ask.value | says T3 ; T7 ; T9 ; T11
p | Which levels are fractured? | ask.value | says T3 ; T7 ; T9 ; T11
p | what did the MRI show? | ask.value | says T3 ; T9 ; T11 ; acr
p | what happened in May 2021? | ask.value | says steosclerotic
p | albumin over all visits | ask.value,ask.trend | says 4.2 ; 4.9 ; 4.7 ; 4.6
p | what's the most recent creatinine? | ask.value | says 0.54 ; -0.50
p | What is the BMD of the spine at month 12? | ask.value | says 1.028 ; -1.063
p | What was the z-score? | ask.value | none
p | reference range for TSH? | ask.value | says 0.610
d | eGFR? | ask.value | says 74 ; 72
d | FRAX | ask.value | says 28 ; 12
d | what dose of denosumab is she on? | ask.value | says 60 mg
d | T score right femoral neck 2022 | ask.value | says −2.3
d | Hb? | ask.value | says 131
g | How much prednisone was he taking at the consult? | ask.value | says 15 mg
g | testosterone level? | ask.value | says 412
g | Oswestry at 12 months | ask.value | says 22
g | what was his spine Z-score at baseline | ask.value | says −2.1
p | how are her bone turnover markers doing over time? | ask.trend | says 947 ; 21.0
p | Did the spine density go up under romosozumab? | ask.trend | says Yes ; 0.842 ; 1.028 ; -1.063
p | Has her pain improved? | ask.trend | says 9 ; 2
p | What happened to TRACP-5b after the drug was stopped? | ask.trend,ask.value | says 107 ; 263
p | percentage gain in hip BMD | ask.trend,ask.value | says 3.6
p | change in phosphorus between 6 and 12 months | ask.trend | says 2.8 ; 3.7
p | show me the trajectory of corrected calcium | ask.trend | says 8.6 ; 8.4 ; 8.8
p | is the RDQ getting better | ask.trend | says 11 ; 0
p | how much did the lumbar spine gain by month 12? | ask.trend | says 1.028 ; 22.1
p | P1NP curve | ask.trend | says 95.8 ; 21.0
d | how did the right hip do on denosumab? | ask.trend | says 0.702 ; 0.741
d | has vitamin D risen? | ask.trend | says 58 ; 79
g | evolution of his ESR | ask.trend | says 14 ; 11
g | Did his back pain get any better? | ask.trend | says 7 ; 2
g | L2-L4 BMD trend | ask.trend | says 0.812 ; 0.925
g | Compare calcium at baseline and 24 months | ask.trend | says 9.4 ; 9.3
p | when was the TRACP-5b at its highest? | ask.extreme | says 947 ; month 0 ; -182
p | lowest calcium ever? | ask.extreme | says 8.4 ; -8.6
p | best lumbar T-score | ask.extreme | says −0.6 ; -−2.2
p | At which visit was the VAS lowest? | ask.extreme | says 2 ; 22 months
p | highest P1NP value | ask.extreme | says 95.8 ; -56.0
g | what's the lowest T-score anywhere? | ask.extreme | says −2.8 ; -−2.7
g | peak ESR | ask.extreme | says 14
d | which site has the worst T-score? | ask.extreme | says −2.7
p | Is she a smoker? | ask.presence | says No ; moking
p | any steroid use? | ask.presence | says No
p | does she drink? | ask.presence | says No ; lcohol
p | Any falls? | ask.presence | says No
p | Family history of fracture? | ask.presence | says mother
p | Has Cushing's been ruled out? | ask.presence | says absent ; Cushing
p | did either parent fracture a hip? | ask.presence | says mother
p | was teriparatide used? | ask.presence | says contraindicated ; -Yes
p | did she get a bisphosphonate? | ask.presence | none
p | Any new fractures at 22 months? | ask.presence | says absent
p | Is she breastfeeding? | ask.patient | says yes
p | any rheumatoid arthritis? | ask.presence | none
p | was there a sacral fracture? | ask.presence | says Yes ; acr
p | does the patient have vitamin D deficiency? | ask.presence | says Yes
d | is she hypertensive? | ask.presence | says Yes ; ypertension
d | has she got kyphosis? | ask.presence | says No
d | were there any side effects? | ask.presence | says ntolerance
g | any kidney stones? | ask.presence | says No
g | does he smoke? | ask.presence | says moking
g | Does he have coeliac disease? | ask.presence | none
p | When did she deliver? | ask.when | says 2021-02-12
p | date of the first romosozumab injection? | ask.when | says 2021-03-22
p | when did romosozumab end | ask.when | says 12 months
p | When was the brace removed? | ask.when | says rthosis stopped ; 2 months
p | on what date was the MRI done? | ask.when | says 2021-03-17
p | when was the last DXA? | ask.when | says 22 months ; -month 0
d | When did she break her hip? | ask.when | says femoral neck
d | when was alendronate stopped | ask.when | says June 2020
g | When did he start teriparatide? | ask.when | says month 0
g | when was zoledronic acid given? | ask.when | says oledronic
p | duration of romosozumab therapy? | ask.duration | says 12 months
p | how long did she wear the brace? | ask.duration | says 2 months
g | how long was he on teriparatide? | ask.duration | says eriparatide ; month 0
d | enoxaparin for how long? | ask.duration | says 28 days
p | Where did you get 0.738 from? | ask.source | says 2022-03-23
p | which document mentions the sacral fracture? | ask.source | says mri-report
p | Show me the sentence about her mother. | ask.source | says mother
p | on what basis do you say teriparatide is contraindicated? | ask.source | says treatment-start
p | source for 1.063 | ask.source | says 2023-01-25
p | who wrote that T3 was fractured? | ask.source | says mri-report
p | what exactly does the note say about smoking? | ask.source | says never smoked
p | 42.7 - where is that written? | ask.source | tells No record holds 42.7
p | Which bloods were off at the start? | ask.abnormal | says 947 ; 94.2 ; 0.283 ; -2.5
p | anything abnormal at 22 months? | ask.abnormal | tells None of 6
p | was her calcium ever low? | ask.abnormal | says Yes ; 8.4
p | were any results above the upper limit? | ask.abnormal | says 947 ; 95.8 ; 94.2 ; -0.283
p | is the P1NP within range at 12 months? | ask.abnormal | says Yes ; 29.6
p | flagged results please | ask.abnormal | says 947 ; 9.1
g | any abnormal lab results? | ask.abnormal | tells None of
d | was PTH raised? | ask.abnormal | says No ; 4.8
p | how many vertebrae are broken? | ask.count | says 4
p | how many times was P1NP measured? | ask.count | says 4
p | how many notes do you have? | ask.count | tells 11
g | how many fractures does he have? | ask.count | says 2
p | How many labs are abnormal at baseline? | ask.abnormal,ask.count | says 6 ; 947
p | what information is still lacking for publication? | ask.gap | tells Informed consent
p | What haven't you found? | ask.gap | tells Informed consent
p | which CARE items are still open? | ask.gap | tells Informed consent
p | do we have consent? | ask.gap,ask.presence | tells onsent ; -Yes
p | anything that doesn't add up? | ask.conflict | says +13 %
p | do the numbers agree? | ask.conflict | says +13 %
p | inconsistencies between notes? | ask.conflict | says +13 %
p | give me the gist | ask.summary | says T9 ; omosozumab
p | run me through the case | ask.summary | says T9 ; omosozumab
p | how many records are left to check? | ask.progress | says 0 of
p | where are we with the review | ask.progress | says 0 of
p | what's her BMI | ask.patient | says 17.54
p | height and weight? | ask.patient | says 162.8 ; 46.5
p | parity? | ask.patient | says 3
d | how old is she? | ask.patient | says 74
g | is the patient male or female | ask.patient | says male
d | age at menopause | ask.patient | says 44
p | T7 was chronic rather than subacute | correct | edits acuity=chronic @ T7
p | Please change T11 to subacute | correct | edits acuity=subacute @ T11
p | PTH should read 49.2 | correct | edits value=49.2 @ Parathyroid
p | actually the baseline P1NP is 59.8 | correct | edits value=59.8 @ Procollagen
p | the TSH result is 0.382 not 0.283 | correct | edits value=0.382 @ Thyroid
p | the 6-month spine BMD was 0.959, not 0.995 | correct | edits bmd_g_cm2=0.959 @ Lumbar
p | Sacral fracture is on the left side | correct | edits side=left @ sacr
p | there was no T3 fracture | correct | edits status=absent @ T3
p | It's T8, not T9. | correct | edits level=T8 @ T8
p | VAS at six months was 4 | correct | edits value=4 @ VAS
p | the hip fracture was her grandmother's, not her mother's | correct | edits subject=grandmother @ femoral
p | she weighs 64.5 kg | correct.patient | patient weight_kg=64.5
p | she's had two children, not three | correct.patient | patient parity=2
p | She is 34 years old | correct.patient | patient age_years=34
p | the brace was removed in June 2021 | correct | edits stop=2021-06 @ orthosis
p | vitamin D was 19.1 ng/mL | correct | edits value=19.1 @ 25
p | the T-score of the hip at month 12 is -1.8 | correct | edits t_score=-1.8 @ hip
p | what was the PTH? >> it should be 49.2 | correct | edits value=49.2 @ Parathyroid
p | tell me about T9 >> that one was chronic | correct | edits acuity=chronic @ T9
p | 18.2 is right | correct | edits change_percent=18.2 @ Lumbar
d | denosumab was started on 6 October 2020 | correct | edits start=2020-10-06 @ enosumab
d | she drinks no alcohol | correct | edits status=absent @ lcohol
g | L1 is Genant grade 3 | correct | edits genant_grade=3 @ L1
g | the zoledronic acid was 4 mg | correct | edits dose=4 @ oledronic
g | his calcium at 12 months was 9.9 mg/dL | correct | edits value=9.9 @ Calcium
p | Please add: calcium carbonate 500 mg twice daily | add | adds alcium carbonate
p | add forearm T-score -1.4 | add | adds orearm
p | Put down that she started denosumab 60 mg in April 2022 | add | adds enosumab
p | add a fracture of L2 | add | adds L2
p | she also takes paracetamol 1 g three times daily | add | adds aracetamol
p | add ALP 88 U/L at baseline | add | adds lkaline
p | new lab: ferritin 30 ng/mL | add | adds erritin
d | add to the list: zoledronic acid 5 mg iv in October 2022 | add | adds oledronic
p | remove the cortisol | delete | rejects ortisol
p | get rid of the T3 fracture | delete | rejects T3
p | strike the second P1NP | delete | rejects rocollagen
p | ACTH isn't relevant, take it out | delete | rejects drenocort
p | looks good, accept all the fractures | accept | accepts +
p | sign off all bone density values | accept | accepts 8
p | the 12 month labs are all fine | accept | accepts 6
p | confirm TSH | accept | accepts 1
p | leave the PTH for later | defer | defers arathyroid
p | the mother's fracture is correct | accept | accepts 1
p | create the report | make_pdf | runs make_pdf
p | I'd like the PDF now | make_pdf | runs make_pdf
p | generate case report | make_pdf | runs make_pdf
p | save as json | save_json | runs save_json
p | what can I say here? | help | tells Correct:
p | help me | help | tells Correct:
p | show next | next_open | runs next_open
p | that was a mistake, undo it | undo | tells nothing to take back
p | exit | quit | runs quit
p | thanks, bye | quit | runs quit
p | call this case Fragile after birth | rename | changes rename
p | use delivery as month zero | set_axis | changes set_anchor
p | put time zero at the first injection | set_axis | changes set_anchor
p | not now | answer.no | tells ?
p | no | answer.no | tells ?
p | should she have another DXA? | decline | declines
p | what would you give her next? | decline | declines
p | is romosozumab safe during breastfeeding? | decline | declines
p | will the fractures heal? | decline | declines
p | how is osteoporosis treated? | decline | declines
p | what's the differential? | decline | declines
p | how does she compare with other patients? | decline | declines
p | what about Mrs Smith? | decline | declines
p | how's the patient in bed 4? | decline | declines
p | show me the case of Mr Tanaka | decline | declines
p | who won the match yesterday | decline | declines
p | what time is it | decline | declines
p | book a follow-up appointment | decline | declines
p | email this to Dr Brown | decline | declines
p | call the lab | decline | declines
p | prescribe denosumab 60 mg | decline | declines
p | calculate her FRAX score | decline | declines
p | what's the mechanism of romosozumab? | decline | declines
p | how does denosumab work? | decline | declines
p | summarise the literature on this disease | decline | declines
p | translate the report into German | decline | declines
p | should we worry about the low TSH? | decline | declines
p | is she going to fracture again? | decline | declines
p | what should the dose of vitamin D be? | decline | declines
p | when should the next DXA be? | decline | declines
p | what's the weather in Osaka | decline | declines
p | are you a doctor | decline | declines
p | hello | decline | declines
p | you're useless | decline | declines
p | delete all patients from the database | decline | declines
p | drop table cases | decline | declines
p | how much does romosozumab cost? | decline | declines
p | why is the calcium low? | decline | declines
p | what do the guidelines say? | decline | declines
p | can I stop the vitamin D? | decline | declines
p | is it normal for P1NP to fall like that? | decline | declines
p | what was her sister's PTH? | decline | none
p | what was the PTH of the baby? | decline | none
p | play some music | decline | declines
p | what's your name | decline | declines
p | lorem ipsum dolor | decline | declines
p | what is osteoporosis | decline | declines
p | and her life expectancy? | decline | declines
"""
