"""Words that the assistant has never heard, in twelve families of wishes: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["TWELFTH"]

TWELFTH = """
a | Would be interested in the serum crosslaps figure from the very outset, thanks | ask | says 420
a | what did the parathyroid come out at | ask | says 41
b | Testosteron level of this gentleman? | ask | says 15.8
b | give the kreatinin of the second blood draw | ask | says 84
d | haemaglobin at the initial workup? | ask | says 131
d | Do enlighten me as to the alk phos we obtained | ask | says 92
g | vit d after twelve months, which number did the lab come back with | ask | says 41
g | ODI one year in | ask | says 22
p | whats the pain intensitty on that first encounter | ask | says 9
p | Please to inform corrected Ca of month six | ask | says 8.4 ; -8.8 mg/dL ·
p | BMD reading for the lower back at the time she got the first jab | ask | says 0.842
a | hip densitometric figure twelve months down the line? | ask | says 0.722
b | What figure did P1NP reach by summer 2021? | ask | says 21
g | femoral neck g/cm2 on the pre-therapy scan | ask | says 0.640
d | eGFR shortly before the denosumab kicked off | ask | says 72
a | compared to baseline, where does the CTX stand at month 24? | ask.trend,ask.value | says 420 ; 176
b | P1NP trajectory under zoledronate, please dig it out | ask.trend | says 47 ; 19
b | Did the lumbar density go the right way? | ask.trend | says 0.880 ; 0.942
d | spine now as compared with two years earlier | ask.trend,ask.value | says 0.860 ; 0.944
g | I'd be keen to see how his oswestry evolved | ask.trend | says 38 ; 14
g | set the T-scores of the spine at start and end side by side | ask.trend,ask.value | says −2.7 ; −1.7
p | has the turnover calmed down since she received romo? | ask.trend | says 947 ; 263
p | contrast the RDQ of the first visit with the last one | ask.trend,ask.value | says 11 ; 0
p | how is the pain evolving from one visit to another | ask.trend | says 9 ; 2
a | by what amount did her spine BMD grow altogether | ask.trend,ask.value | says 0.768 ; 0.830
b | vitamine D level stayed same over the years? | ask.trend,ask.abnormal,ask.value,ask.presence | says 76 ; 79
d | 25OHD before versus after starting Adcal | ask.trend,ask.value | says 58 ; 79
g | which gained more, the spine or the hip? | ask.trend,ask.extreme,ask.value | says 0.925 ; 0.801
a | the poorest bone density T score ever documented for this lady | ask.extreme | says −2.5
b | What was his all-time low in P1NP? | ask.extreme | says 19
d | which skeletal site is the worst off | ask.extreme | says −2.7
g | peak prednisone dosage | ask.extreme,ask.value | says 60
p | her pain at its fiercest | ask.extreme,ask.value | says 9
p | most recent phosphorus | ask | says 3.5 ; -2.8
g | latest known ESR? | ask | says 11 ; -14 mm
b | earliest creatinine on record | ask | says 82 ; -84
a | max 25OHD | ask.extreme | says 42
p | bottom value of corr calcium during romosozumab | ask.extreme,ask.value | says 8.4
p | was the TSH ok at baseline? | ask | says 0.283 ; low
a | Thyroid fine? | ask | says 1.9
b | his renal function is alright, no? | ask | says 82
d | ESR - anything to worry about at the first clinic? | ask | says 12
g | were any of his bloods out of kilter in 2018? | ask.abnormal | tells -(low ; -(high
p | which blood values fell outside of what the lab considers normal | ask.abnormal | says 94.2 ; 9.1
a | has the lady ever been on steroids, by any chance? | ask | says bsent
b | did the man suffer any vertebral crush fracture | ask | says bsent
d | is there parental history of broken hip | ask | says other
g | does he drink booze | ask | says Two beers
g | was there retropulsion? | ask.presence,ask.passage,ask.value | says bsent
p | Is she a smoker, this patient? | ask.presence | says bsent
d | did she tolerate the shots well or were there reactions? | ask | says dverse event: absent
a | is osteoporosis confirmed in her aunt | ask | says aunt
b | did he get feverish following the drip | ask.presence,ask.value,ask.passage | says everish
p | hyperthyroidism excluded? | ask.presence,ask.value | says yperthyroidism
a | were new vertebral fractures spotted at the yearly x-ray | ask.presence,ask.value | says bsent
d | was the scaphoid intact | ask.presence,ask.value | says caphoid
a | how old was she when the alendronate got underway? | ask | says 67
d | How old was the lady at the time the hip went? | ask | says 75
p | at what age did the mother's femoral neck break | ask | says 71
d | age at menopause pls | ask | says 44
a | when'd her periods stop? | ask | says 51
b | on which day did he have infusion number two | ask | says 2021-06-15
b | Date of the tumble in the garden? | ask | says 2020-05-02
g | when was temporal arteritis first established | ask | says June 2018
g | in what year did the chap pack in the fags | ask | says 2005
g | how many months was he injecting teriparatide | ask | says 24
p | how long did she wear the brace for | ask.duration,ask.value,ask.when | says 2 months
p | When's the last time anyone saw her? | ask | says 2023-01-25
d | Since when is she on amlodipine | ask | says mlodipine
d | time elapsed between the wrist and the hip fracture | ask.duration,ask.when,ask.value | says 11
p | when exactly was the baby delivered | ask | says 2021-02-12
g | how long is it since the steroid was finally withdrawn | ask | says 2020-05
d | what made them discontinue the alendronate? | ask | says heartburn
d | why denosumab in place of it? | ask | says enosumab
p | For what reason was teriparatide not an option? | ask | says ontraindicated
g | why had he been taking prednisone in the first place | ask | says rteritis
p | how come the brace came off | ask | says brace
g | why isn't L1 part of the spine analysis | ask | says fracture
d | How come the left hip was not scanned in 2022? | ask | says prosthesis
a | what prompted her to come to the clinic | ask | says pain
b | what was the zoledronate given for | ask | says steoporosis
g | how many vertebrae are affected in him? | ask | says 2
p | amount of fractured vertebrae? | ask | says T3 ; T7 ; T9 ; T11
d | number of dxa exams she underwent | ask.count,ask.duration,ask.when | says 2
b | how many infusions did he get so far | ask | says 3
d | how many doses of denosumab in total | ask | says fifth
a | count of visits? | ask | says 3
p | How many kids does she have? | ask | says 3
p | count the notes | ask.count | tells 11 notes
g | how many pack years did he clock up | ask | says 20 pack-years
b | how many times has his bone density been measured | ask | says 3 examinations
d | which bone drugs were used in this woman | ask | says lendron ; enosumab ; -mlodipine
g | and any bone-active agents? | ask | says eriparatide ; oledronic ; -spirin
g | name the antiresorptives he received | ask | says oledronic ; -eriparatide
p | which anabolic was used? | ask | says omosozumab
d | which of her tablets are for blood pressure | ask | says mlodipine
a | list supplements she is taking | ask | says holecalciferol ; -ramipril
b | which comorbidities does he have apart from the bone disease | ask | says prostatic
g | enumerate the drugs at the first consultation incl. doses | ask | says spirin ; torvastatin
p | list all the vertebrae with signal of acute lesion | ask | says T9 ; T11
a | show every lab of february 2021 | ask | says 9.3 ; 1.9
d | what pain meds is she on? | ask | says aracetamol
b | Hormones measured? | ask | says 4.1 ; 1.6
p | From which sheet did you pick the 947? | ask.source | says 2021-03-16-laboratory
a | In which document do I find the aunt? | ask.source | says first-visit
d | where's it stated that the heartburn led to stopping | ask.source,ask.reason,ask.passage | says discharge
b | any numbers that clash with one another? | ask.conflict | tells
g | do the documents contradict each other somewhere | ask.conflict | tells
p | is there a clash in what is written on the percent gain of the spine? | ask.conflict | says +13 %
a | which CARE items do I still lack | ask.gap | tells
b | how much reviewing work remains | ask.progress | tells reviewed
p | sum up the whole story in a few phrases | ask.summary | says omosozumab
g | could you pls sketch the case for our journal club | ask.summary | says eriparatide
d | is anything left over that a CARE report would need? | ask.gap | tells
a | how far did I get with checking the records | ask.progress | tells reviewed
p | hip and spine T-score at 22 months, and what was the P1NP then? | ask | says −0.6 ; −1.6 ; 21.0
d | calcium? and creatinine? | ask | says 2.31 ; 68
a | What was CTX at baseline? >> and a year on? | ask | says 190 ; -420 pg
b | list the fractures >> which side was it? | ask | says Left distal radius
g | When did he begin teriparatide? >> and come off it? | ask | says 2021-01
p | what was the PTH? >> was that above the reference? | ask | says 94.2 ; high
d | tell me about the hip fracture >> how did they fix it | ask | says hemiarthroplasty
a | spine BMD at month 12? >> same for the hip | ask | says 0.722
p | did the pain get better? >> and the disability? | ask | says 11 ; 0
g | BMI, smoking status and weekly alcohol, please | ask | says 25.5 ; 20 pack-years ; Two beers
b | his height and weight, plus BMI | ask.patient | says 174 ; 74 ; 24.4
a | which drug is she on, how much, and since when? | ask | says lendronate ; 70 mg
b | add zoledronic acid 5 mg iv on 11/10/2024 | add | tells two ways
d | add zoledronic acid 5 mg iv on 11/10/2024 | add | adds oledronic
g | drop the vitamin d3 from that list | delete | rejects itamin D3
d | drop the vitamin d3 from that list | delete | asks
a | leave the one of 2021 alone | answer.no,retract,unknown | tells
a | the T8 fracture had Genant grade 3 rather than 2 | correct | edits genant_grade=3 @ T8
b | Wrist fracture: it was the right side | correct | edits side=right @ radius
d | PTH should be 8.4 pmol/L, it's a typing slip | correct | edits value=8.4 @ arathyroid
g | the ESR in 2020 was 21 actually | correct | edits value=21 @ sedimentation
p | kick the cortisol out | delete | rejects ortisol
p | postpone decision on T7 | defer | defers T7
a | the ESR of 12 should become 21 | correct,unknown | declines
g | please append: fall on 3 March 2020 | add | adds fall
p | the height is 163.8 not 162.8 | correct.patient | patient height_cm=163.8
b | approve all the lab values | accept | accepts +
p | don't touch the TSH | answer.no,retract,unknown,ask.value | tells
g | could you reject the aspirin | delete | rejects spirin
d | get me the printable version | make_pdf | runs make_pdf
p | accept T9 >> revert what I just did | undo | changes undo
a | hold on, keep everything as is | answer.no,retract | tells
a | should I put her on a drug holiday now? | decline | declines
b | what do you reckon his chances of another fracture are | decline | declines
d | Is zoledronate any better than denosumab? | decline | declines
g | how did the other patient with arteritis do | decline | declines
p | nice weather, innit | decline | declines
p | what's the ferritin? | ask | none
a | did the man in bed 4 get alendronate | decline | declines
b | his HbA1c at the first visit? | ask | none
g | was he ever given denosumab? | ask | none
d | explain what a Z-score means | decline | declines
p | what is the recommended follow on therapy | decline | declines
a | what does romosozumab cost | decline | declines
"""
