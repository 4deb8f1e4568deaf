"""What a sentence of the notes tells and no record holds: circumstances, reactions, reasons; none is denied."""

from __future__ import annotations

__all__ = ["ROWS"]

ROWS = """
g | when did it relapse | ask.passage | says stayed quiet
g | did the arteritis recur | ask.passage | says stayed quiet
g | who stopped the Prolia | ask.passage | none
g | does he have MODY3 | unknown | declines
p | why teriparatide was not given to her? | ask.reason | says so teriparatide is contraindicated
p | How many months from last injection until the re-visit? | ask.passage,ask.duration | says 10 months since
p | MRI conclusion | ask.passage | says Recent fractures of T9 and T11
p | sclerosis at T9 and T11, when noted | ask.passage | says osteosclerotic change in T9 and T11
p | who referred her | ask.passage | says Thank you for asking me
p | reason for the DXA | ask.passage,ask.reason | says back pain
p | For what reason was teriparatide not an option? | ask | says ontraindicated
p | how come the brace came off | ask | says brace
p | reason the spine brace was given up? | ask | tells
p | for what cause could she not have teriparatide | ask | says ontraindicated
p | Why did they stop the romosozumab | ask | tells
p | how come teriparatide was out of the question | ask | says ontraindicated
p | what brought on the back pain? | ask.value | says after delivery ; -Still not able
d | what did she use to work and does she live with somebody | ask.passage | says school cook ; alone
d | and how is she getting about nowadays, bless her? | ask.passage | says walks with a stick
d | could you tell me whether she's had any trouble with her teeth on the injections | ask.passage \
| says no dental trouble
d | Who's minding her at home? | ask.passage | says lives alone
d | Is she on a stick or a frame these days | ask.passage | says walks with a stick
d | length of stay | ask.duration | says Admitted 28/09/2020 Discharged 06/10/2020
d | mechanism of the hip # | ask | says fell in her kitchen
d | Balance class, was that arranged? | ask.passage | says balance class
d | which DXA machine | ask.passage | says Lunar iDXA
d | any infections on denosumab | ask.passage | says no infections
d | what made them discontinue the alendronate? | ask | says heartburn
d | why denosumab in place of it? | ask | says enosumab
d | How come the left hip was not scanned in 2022? | ask | says prosthesis
d | why was the lady switched off alendronate | ask | says heartburn
d | whats the reason that enoxaparin was given for 28 days | ask | tells
d | quote the passage about the dental situation | ask | says dental
d | list allergies | ask | tells
d | why did the ward choose a hemiarthroplasty | ask,decline | tells
d | why was denosumab given after the operation | ask | says enosumab
d | what stopped her from continuing alendronate | ask | says heartburn
d | Why is there no left hip in the 2022 scan? | ask.reason | says prosthesis
d | any complications of the op? | ask.passage | says No complications
d | why was alendronate stopped and what replaced it | ask.reason | says heartburn ; Denosumab
d | when's the next DXA | ask.passage | says again in two years
d | what caused the wrist fracture? | ask.value | says tripped on a kerb
d | what caused the hip fracture? | ask.value | says fell in her kitchen ; -maternal
d | how did the wrist fracture happen? | ask.value | says tripped on a kerb
d | what led to the stop of alendronate? | ask.reason | says heartburn
d | how did the hip fracture happen | ask.value | says fell in her kitchen
d | which dose was ordered? | ask.value,unknown,ask.passage | tells -I cannot send
d | why did she come off the alendronate? | ask.reason | says because of heartburn ; -Thank you
d | why was she taken off alendronate? | ask.reason | says because of heartburn
d | why did she come to the clinic? | ask.passage | says Thank you
d | why is there no left hip in the scan of 2022? | ask.reason | says prosthesis
d | why was alendronate stopped? | ask.reason | says heartburn
d | how many shots of denosumab has she got so far | ask.count | says 5 doses ; the fifth was given today
d | any trouble with the denosumab? | ask | says told as absent ; -heartburn ; -intolerance ; -disagrees
d | problems on the alendronate? | ask | says heartburn ; -disagrees
d | what was the enoxaparin for? | ask.reason | tells -heartburn
d | is she on a blood thinner now? | ask.presence | says No, not any more
d | does she take enoxaparin? | ask.presence | says No, not any more
d | is she on amlodipine? | ask.presence | says Yes
d | what is new since the first visit? | ask.value | says Told since 2019-11-12 ; Denosumab
d | anything new since the last visit? | ask.value | says The last note is of 2022-10-05
d | who is to give the denosumab? | ask | says GP to give
d | can you tell me what she did before she retired? | ask | says school cook
d | what was the lowest T-score? | ask.extreme | tells -The notes say
g | PMH | ask.passage | says Giant cell arteritis
g | social hx | ask.passage | says Two beers a week
g | pt c/o nausea ever? | ask.passage | says No nausea
g | how far can he walk | ask.passage | says two miles a day
g | scanner make and model | ask.passage | says Hologic Horizon W
g | Good morning! What was this gentleman's chief complaint? | ask.passage,ask.value | says ain
g | why was teriparatide chosen | ask.reason | says rather than an oral bisphosphonate
g | occupation? | ask.passage | says mail carrier
g | why had he been taking prednisone in the first place | ask | says rteritis
g | why isn't L1 part of the spine analysis | ask | says fracture
g | what was the rationale for giving zoledronic acid in the end | ask | says hold the gain
g | why was zoledronate infused at the end? | ask | says hold the gain
g | why the tapering of prednisone | ask,decline | tells
g | why L1 is not in the densitometry | ask.reason | says excluded from analysis
g | for which disease takes he the cortisone? | ask.reason | says giant cell arteritis
g | side effects of his teriparatide? | ask | says without side effects ; -Yes
g | was myeloma looked for? | ask.presence | says Yes, it was looked for ; negative
g | how did the vertebral fractures come about? | ask | says lifted a bag ; -Not told
g | what was the prednisone for? | ask.reason | says iant cell arteritis
g | why teriparatide and no bisphosphonate? | ask.reason | says rather than an oral ; -hold the gain
g | what has happened since the 2019 visit? | ask.value | says Zoledronic acid
g | how did his spine fractures happen? | ask | says lifted a bag
g | what did they give him prednisone for? | ask.reason,ask.value | says giant cell arteritis
g | what was the PTH? | ask.value | tells 38 ; -The notes say
g | list the fractures | ask | tells -The notes say
g | what does the note say about tapering? | ask.passage | says Keep tapering
a | what prompted her to come to the clinic | ask | says pain
a | on what grounds was alendronate prescribed | ask | says lendronate
a | what brought on the back pain? | ask.value | says lifting a suitcase
a | what triggered the back pain | ask.value | says lifting a suitcase
a | how did the back pain come about? | ask.value | says lifting a suitcase
a | what led to the back pain | ask.value | says lifting a suitcase
a | what was she doing when the pain started? | ask.value | says lifting a suitcase
b | what was the zoledronate given for | ask | says steoporosis
b | which comorbidities does he have apart from the bone disease | ask | says prostatic
b | in which report is the scanner named | ask | says Prodigy
b | What does the first note say about the outlook? | ask.passage | says The outlook with treatment is good.
m | what does he say about it | ask.passage | says I can plan my year again
m | what differential diagnoses were considered? | ask | says hyperparathyroidism were considered
s | any nausea on tpt? | ask | says first two weeks only
k | eGFR in 2020? | ask.value | says at that time
o | which gene? | ask.passage | says COL1A1
o | any deformity of the legs? | ask.passage | says No bowing ; -tibia
o | how many infusions of zoledronate were given up to now? | ask.count | says 3 doses ; Third infusion today
o | number of zoledronic acid infusions | ask.count | says 3 doses
o | pyrexia after one of the infusions? | ask | says 38.3
o | was he feverish after zoledronate? | ask | says 38.3
o | did he react to the drip? | ask | says 38.3
o | does the dad have it as well? | ask | tells -nothing about the father is recorded, neither
o | is his father affected? | ask | says His father is affected
o | which other diagnoses were considered? | ask | says Rickets and child abuse
o | which differentials were thought of? | ask | says Rickets and child abuse
o | has T8 recovered? | ask | says regained height
o | did the vertebrae regain height? | ask | says regained height ; -No new
o | is his dad affected as well? | ask | says His father is affected
h | how did she break the upper arm? | ask | says trivial fall
h | how was the broken humerus treated? | ask | says U-slab
h | how were the renal stones removed? | ask | says PCNL
h | what runs in her family? | ask | says No family h/o stones
h | did the pathologist find atypia? | ask | says no atypia
h | did her voice suffer, the larynx? | ask | says laryngeal nerve preserved
h | what did the sonogram show of the kidneys? | ask | says 5 mm calculus
h | blood pressure at the first visit? | ask.value | says 138/86
t | where is the tumour? | ask.passage | says medial femoral condyle ; -until proved otherwise
t | how large was the tumor | ask.passage | says 18 mm
t | anyone in the family with bowed legs? | ask | says Nobody at home ; -Yes
f | has she seen a dentist | ask.passage | says Dental check
f | how many denosumab doses had she had by 2020? | ask | says seventh dose
f | any blood clots in the past? | ask.presence | says No history of clots
f | ever had a DVT? | ask | says No history of clots ; -nothing about
f | does she have any kidney stones? | ask.presence | says No
f | what does the patient herself say? | ask | says keep both my legs
f | is there anybody in the family with a hip fracture? | ask | says mother
f | any warning signs in the checks? | ask.conflict,ask.presence,unknown | tells -changed
f | ever any clots? | ask | says No history of clots
f | why was she referred? | ask | says wants a second opinion
f | what brought her to the clinic? | ask | says wants a second opinion
c | when was the biopsy done | ask.passage | says 28 February 2019
c | any trouble with the stairs? | ask.passage | says climbs stairs without trouble
y | how many zoledronate infusions? | ask.count | tells -: 2 doses
y | did she react to the zoledronate? | ask | says Flu-like symptoms for one day
y | any trouble with the infusion? | ask | says Flu-like ; -disagrees
y | how did the fractures happen? | ask | says stepping off a kerb
y | what did the colonoscopy show? | ask | says were normal
y | was there any neurologic damage? | ask | says No neurological deficit
y | what did endoscopy find? | ask | says were normal
y | why was a myeloma suspected? | ask | says myeloma not excluded
y | what was the ferrous sulfate for? | ask | says Iron deficiency anaemia
r | why was L2 not part of the scan? | ask.reason | says not analysable ; -Diagnosis
r | any thrombosis? | ask | says venous thromboembolism ; -enoxaparin
n | when was her last period? | ask.passage | says august 2015
n | purging? | ask.passage | says purging: no
n | when did her cycle return | ask,unknown | tells -jogs
n | when did her periods return | ask.passage | says own periods since october 2019 ; -jogs ; -runs 40
n | is she jogging these days? | ask | says jogs twice a week
n | did she vomit on purpose, any purging? | ask | says purging: no
n | is she at university or at school? | ask | says nursing school
n | was she given a bisphosphonate? | ask | says no bisphosphonate
n | which bone of the foot did she break? | ask | says metatarsal
d | what is the plan? | ask.passage | \
says goes on every 6 months ; zoledronic acid would have to follow ; -Falls and balance
d | next steps? | ask | says goes on every 6 months ; -on the stairs
b | plan | ask.passage | says a scan in two years ; -first infusion today
g | what's planned now? | ask.passage | says DXA again in two years ; -Planned for 24 months
p | is another DXA planned? | ask.passage | says No newer plan is told than that of 2021-10-22
d | is another scan planned | ask.passage | says No newer plan is told than that of 2020-02-12 ; DXA again in two years
d | any plans for romosozumab? | ask.passage | none
g | what was planned at first? | ask | says DXA
p | was a sequential therapy given? >> why not? | ask | says no sequential therapy was given ; -contraindicated
p | is she still breastfeeding? | ask.patient | says told on 2021-03-15 ; no later note ; -Yes.
p | is she back at work? | ask.presence | says Not told in these words ; -Yes
d | what happened between the wrist and the hip fracture? | ask.value | says Alendronic acid ; -g/cm² ; -24 months
p | what happened between month 7 and month 22? | ask.value | says lost to follow-up ; -month 0
p | what was done between March and September 2021? | ask.value | says T9 ; orthosis ; 6 months
d | how long between the wrist and the hip fracture? | ask.duration | says 11 months
g | why L2-L4 and not L1-L4? | ask.reason | says L1 excluded from analysis
d | why L1-L4? | decline | declines
p | who referred her? | ask.passage | says Thank you for asking me ; -PRESENTING ; -worried
d | which side was operated on? | ask.value | says left cemented hemiarthroplasty
l | how long was she in hospital? | ask.duration | \
says 11 days (computed ; 2020-11-09 ; 2020-11-20 ; Admitted 9 November 2020
l | how many nights did she spend on the ward? | ask.duration | says 11 days
d | how long was she in hospital with her hip? | ask.duration | says 8 days (computed ; 2020-09-28 ; 2020-10-06
l | how long was she in hospital before the operation? | ask | says Admitted ; -11 days (computed
g | how long was he in hospital? | ask.duration | none
l | what's planned? | ask.passage | \
says No newer plan is told than that of 2021-02-03 ; Next infusion due ; Dental review in the summer
l | anything planned for her? | ask.passage | says Next infusion due
n | any plans? | ask.passage | says back to the family doctor ; vitamin d3
r | what's planned? | ask.passage | says -No second pregnancy ; -as planned
l | has anything been done about falls? | ask.presence | \
says Yes, in these words ; referred to the falls clinic ; -Slipped
d | has anything been done about falls? | ask.presence | says Yes, in these words ; Falls and balance class ; -kitchen
l | what's being done to prevent falls? | ask.presence | says referred to the falls clinic
l | any falls prevention? | ask.presence | says referred to the falls clinic
a | what was done about falls? | ask.presence | says not told in any note that anything was done about falls
l | what was done about the vitamin D deficiency? | ask.presence | says colecalciferol ; -31 nmol/L
l | has anything been done about the anaemia? | ask.presence | \
says not told in any note that anything was done ; 98 g/L ; -Yes
d | what was done about her heartburn? | ask.presence | says Alendronic acid was stopped
l | what was done about the T12 fracture? | ask.value | says T12 ; -screw
l | what was done about her hip fracture? | ask.value | says sliding hip screw
d | has denosumab been on time? | ask.presence | says Yes, in these words ; all on time
d | was denosumab ever late? | ask.presence | says No, in these words ; all on time
d | has she been taking denosumab regularly? | ask.presence | says all on time
d | what did the letter say about stopping denosumab? | ask.passage | says zoledronic acid would have to follow
d | what does the last letter say about denosumab? | ask.passage | says goes on every 6 months ; -GP to give
p | did anyone check for cushing's? | ask.presence | says Yes, it was looked for ; absent
p | did anyone check for myeloma? | ask.presence | none
g | is his wife well? | ask.presence | none
g | does his wife smoke? | ask.presence | none
l | was she confused? | ask.passage | says Delirium on day 2
p | was she confused? | ask | none
v | how many doses of denosumab has she had? | ask.duration,ask.count | says 6 doses ; dose 6 today
v | was any dose missed? | ask.presence | says Yes, in these words ; missed her June 2020
v | what's planned? | ask.passage | says denosumab again on April 20 ; -afraid ; -CTX
i | why wasn't there a DXA in 2020? | ask | says because of the pandemic
p | who reported the MRI? | ask | tells Who that was is not told in any note
"""
