"""Questions of whether something is there or was: answered by yes or no, with what the notes tell."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | Is she a smoker? | ask.presence | says No ; moking
p | any steroid use? | ask.presence | says No
p | does she drink? | ask.presence | says of an excess, which is denied ; lcohol
p | Any falls? | ask.presence | says No
p | Family history of fracture? | ask.presence | says mother
p | Has Cushing's been ruled out? | ask.presence | says absent ; Cushing
p | did either parent fracture a hip? | ask.presence | says mother
p | was teriparatide used? | ask.presence | says contraindicated ; -Yes
p | Any new fractures at 22 months? | ask.presence | says absent
p | was there a sacral fracture? | ask.presence | says Yes ; acr
p | does the patient have vitamin D deficiency? | ask.presence | says Yes
p | Did she ever take corticosteroids? | ask.presence | says No
p | No alcohol? | ask.presence | says of an excess, which is denied
p | Does anyone in the family have fractures? | ask.presence | says mother
p | hyperparathyroidism? | ask.presence | says possible
p | Is hyperthyroidism excluded? | ask.presence | says absent
p | can she hold her baby? | ask.presence | says able to hold her baby
p | Did she smoke during pregnancy? | ask.presence,decline | says No
p | Has she ever had glucocorticoids? | ask.presence | says No
p | was secondary osteoporosis excluded | ask.presence | says absent
p | is there any bone marrow oedema? | ask.presence | says Yes
p | does she have a history of falls? | ask.presence | says No
p | Does her mother have osteoporosis? | ask.presence | says Not told in the notes of the mother ; Femoral neck ; -Yes
p | Any fracture of the femoral neck in the patient herself? | ask.presence | says mother
p | any imaging findings? | ask.presence,ask.value | says marrow
p | is she a drinker? | ask.presence | says of an excess, which is denied
p | Were there vertebral fractures at 22 months? | ask.presence,ask.value | says absent
p | does she have low back pain? | ask.presence | says Yes
p | does she have Cushing's syndrome? | ask.presence | says No
p | Is there any evidence of hyperthyroidism? | ask.presence | says No
p | has she taken vitamin D? | ask.presence | says vitamin D
p | did she wear a brace? | ask.presence | says orthosis
p | fracture of the sacrum? | ask.presence,ask.value | says acr
d | is she hypertensive? | ask.presence | says Yes ; ypertension
d | has she got kyphosis? | ask.presence | says No
d | were there any side effects? | ask.presence | says ntolerance
d | any vertebral fractures? | ask.presence,ask.value | says absent
d | Has she ever been on alendronate? | ask.presence | says Yes ; lendron
d | did she have surgery? | ask.presence,ask.value | says arthroplasty
d | has she had hip surgery | ask.presence,ask.value | says arthroplasty
d | is hypertension known? | ask.presence | says Yes
d | Did she break her wrist? | ask.presence | says Yes
d | was she on HRT? | ask.presence | says she never had HRT
d | is she on a blood thinner? | ask.presence | says noxaparin
g | any kidney stones? | ask.presence | says No
g | does he smoke? | ask.presence | says moking
g | Did he fall? | ask.presence | says No
g | smoking status | ask.presence,ask.value | says moking
g | does he take aspirin | ask.presence | says Yes
g | Is there kyphosis? | ask.presence | says Yes
g | giant cell arteritis? | ask.presence | says giant cell arteritis: present
"""

ROWS = """
p | is there any h/o steroid intake | ask.presence | says No
p | Does she have hyperthyroidism? | ask.presence | says No
p | Was secondary osteoporosis excluded? | ask.presence | says Yes
p | can she hold the baby now | ask.presence | says able to hold her baby: present
p | was there bone marrow oedema | ask.presence | says Yes
p | was the acute phase over by month two? how was the pain | ask.presence,ask.value | says VAS
p | did she get anything after romosozumab | ask.presence,ask.value | tells
p | has the sacrum healed | ask.presence | says Not told so ; acute
p | is the total hip left or right | ask.presence,ask.value | says Left total hip
p | Are the fractures old? | ask.presence | says Not told so
p | does the mother have osteoporosis | ask.presence | says Not told in the notes of the mother ; Femoral neck ; -Yes
p | Is she a smoker, this patient? | ask.presence | says bsent
p | hyperthyroidism excluded? | ask.presence,ask.value | says yperthyroidism
p | did her mother fracture something | ask | says other
p | was TSH repeated | ask | tells
p | are the fractures of T9 and T11 both acute? | ask | says acute
p | was T3 visible on the first X-ray? | ask | tells
p | is secondary osteoporosis excluded | ask | says bsent
p | are there more than three vertebral fractures? | ask | says T3 ; T7
p | did romosozumab bring the PTH down | ask | says 94.2
p | did she have previous steroid exposure | ask | says bsent
p | is romosozumab still running? | ask | says No
p | was she lost to follow-up | ask | tells
p | any new vertebral fractures at 22 months? | ask.presence | says No (told as absent) ; No new vertebral fracture
p | is the hip osteoporotic? | ask.presence | says No by the T-score
p | did she miss any appointments? | ask.presence | says Yes ; appointment not kept
p | is the brace still on? | ask.presence | says No, not any more
p | is T3 acute? | ask.presence | says No ; subacute
p | was it T7 or T8? | ask.presence | says T7 ; Nothing is recorded about T8 ; -Yes
p | did she have side effects and is she still on treatment? | ask | \
says No, in these words: ; No complaints about the injections ; Activated vitamin D3
p | was romosozumab given monthly or weekly? | ask.presence | says once a month ; -Yes
p | tell me if she smokes | ask.presence,ask.value | tells -for you to judge
p | any dose missed? | ask.presence | tells not told in any note ; -Yes
p | did she get anything after romosozumab? | ask.presence | says No drug is told as begun ; no sequential therapy
p | did her mum have osteoporosis? | ask.presence | says Not told in the notes of the mother ; Femoral neck
d | any vert fx on VFA | ask.presence | says No ; absent
d | is she coeliac? | ask.presence | says negative
d | did she get HRT? | ask.presence | says she never had HRT
d | AEs under denosumab: none? | ask.presence | says adverse event: absent
d | Was she falling about the place before the hip? | ask.presence | says falls: present
d | Is herself still on the alendronate? | ask.presence,ask.value | says stopped
d | one finds no vertebral fracture at the VFA? | ask.presence,ask.value | says No
d | any other #s since | ask.presence | says No
d | is the hypertension being treated? | ask.presence | says Yes ; Amlodipine
d | she was never on HRT right? | ask.presence,ask.value | says never had HRT
d | did the alendronate upset her stomach | ask.presence,ask.passage,ask.value \
| says gastrointestinal intolerance: present
d | did anybody check her thyroid | ask.presence,ask.value | says 1.9
d | is a coeliac screen on file | ask.presence,ask.value | says negative
d | is 25-OH D of 58 sufficient | ask.presence,ask.abnormal | says 58
d | any falls since 2020? | ask.presence | says
d | is she still on amlodipine? and what dose | ask.presence | says Yes ; 5 mg
d | Do enlighten me as to the alk phos we obtained | ask | says 92
d | is there parental history of broken hip | ask | says other
d | did she tolerate the shots well or were there reactions? | ask | says dverse event: absent
d | was the scaphoid intact | ask.presence,ask.value | says caphoid
d | was she still a smoker in 2020? | ask | says past
d | was heparin given | ask | says noxaparin
d | is she left or right hip fractured | ask | says Left displaced femoral
d | have her vertebrae been imaged, and with what result | ask | says bsent
d | does any note speak of kyphosis? | ask | says bsent
d | any hint of coeliac disease | ask | says egative
d | has she a prosthesis | ask | says hemiarthroplasty
d | was the femur # low trauma? | ask.presence | says Yes ; fragility
d | did she have VFA? | ask.presence | says Yes, it was done ; No vertebral fracture
d | any coeliac? | ask.presence | says No, the test was negative
d | is she on HRT | ask.presence | says No, in these words ; never had HRT
d | was calcium checked prior to denosumab? | ask.presence | says Yes ; 2.29 ; -2.31
d | is she still on alendronate or denosumab? | ask.presence | says stopped ; ongoing ; -Yes
d | has she ever had a vertebral fracture | ask.presence | says No (told as absent) ; -radius
d | any fractures before the hip? | ask.presence | says Yes ; radius ; -femoral
d | is she a smoker | ask.presence | says No longer ; past ; -Yes
d | did she smoke? | ask.presence | says Yes
d | is she an ex-smoker? | ask.presence | says Yes
d | is she currently smoking? | ask.presence | says No, not any more
d | any VFs? | ask.presence | says No ; No vertebral fracture ; -radius
d | any denosumab dose late? | ask.presence | says No, in these words ; all on time
d | did she miss a dose? | ask.presence | says No, in these words
d | were the injections all on time? | ask.presence | says Yes, in these words
d | any drug given for osteoporosis? | ask.presence | says Yes ; enosumab ; lendronic ; -Amlodipine
d | any drug for hypertension? | ask.presence | says Yes ; Amlodipine ; -lendronic
d | any drug for her thyroid? | ask.presence | tells not told in any note
d | any fractures for the FRAX? | ask,unknown,advice | tells -drug was given
d | was the left hip scanned in 2022 | ask.presence | says No ; Right total hip ; prosthesis
d | did the hip fracture heal? | ask.presence | says Not told so ; -Yes
d | was consent given? | ask.presence | tells Not told in the notes
g | smoker? drinker? | ask.presence | says 20 pack-years ; Two beers a week
g | was a paraprotein looked for at all | ask.presence | says electrophoresis ; negative
g | did he break anything before the back went | ask.presence | says No fracture (past)
g | Sir is having any kidney stones? | ask.presence | says No
g | Any adverse events on teriparatide? | ask.presence | says No
g | any kyphosys | ask.presence | says yphosis
g | The patient, does he drink? | ask.presence,ask.value,ask.patient | says lcohol
g | Has he had a corticotherapy, and until when? | ask.presence | says 2020-05
g | is he still taking omeprazole | ask.presence | says Yes
g | does he have a family history of osteoporosis | ask.presence | says No
g | did he lose height | ask.presence | says Yes
g | Has he missed any teriparatide? | ask | says has not missed a dose
g | did anyone do a protein electrophoresis? result? | ask.presence | says negative
g | still smoking? | ask.presence | says not any more
g | is there PTH? | ask.presence,ask.value | says 38
g | did calcium ever go above 10? | ask.presence,ask.abnormal,ask.value,ask.extreme | says 9.6
g | was he a smoker | ask.presence | says 20 pack-years
g | any kidney stones or falls? | ask.presence | says absent
g | does he drink booze | ask | says Two beers
g | was there retropulsion? | ask.presence,ask.passage,ask.value | says bsent
g | and any bone-active agents? | ask | says eriparatide ; oledronic ; -spirin
g | Did the gentleman sustain any peripheral fractures | ask | tells -L1 comp
g | is there a history of nephrolithiasis? | ask | says bsent
g | any progress on the disability front? | ask | says 38 ; 14
g | did he ever have kidney stones or previous breaks | ask | says bsent
g | was the aspirin rejected? | ask,decline | tells
g | was teriparatide well tolerated? | ask | tells
g | is prednisone still running? | ask.presence | says No, not any more ; 16 months
g | was L1 included in the DXA? | ask.presence | says No, in these words ; excluded
g | any contraindication to teriparatide | ask.presence | says Not told in the notes that it was contraindicated
g | is he smoking | ask.presence | says No longer ; -Yes
g | does he drink 9 units a week? | ask.presence,ask.value,unknown | tells -Added
a | has the lady ever been on steroids, by any chance? | ask | says bsent
a | is osteoporosis confirmed in her aunt | ask | says aunt
a | were new vertebral fractures spotted at the yearly x-ray | ask.presence,ask.value | says bsent
a | any adverse reactions with the tablets | ask | says bsent
a | is there proof of myeloma? | ask | tells
a | had the lady falls recently? | ask | says bsent
a | does either parent have a hip fracture | ask | says bsent
a | was consent given? | ask.presence | says Yes
a | is she a non-smoker? | ask.presence | says Yes, told as absent
b | did the man suffer any vertebral crush fracture | ask | says bsent
b | did he get feverish following the drip | ask.presence,ask.value,ask.passage | says everish
b | has he got a thyroid problem | ask | says absent
b | any vertebral fx on the film | ask | says bsent
b | was the infusion painful | decline,ask | tells
b | hypogonadism present? | ask | says bsent
b | did the zoledronate cause a flu-like reaction? | ask.presence | says Yes ; acute-phase reaction
b | was hypogonadism ruled out? | ask.presence | says Yes, told as absent
b | is he on testosterone? | ask.presence | says Not told in the notes that it is taken ; 15.8
b | does he take calcium? | ask.presence | says Not told in the notes that it is taken
b | did the wrist heal | ask.presence | says Yes, in these words ; has healed
b | Is T at the spine still osteoporotic? | ask.presence | says No by the T-score
b | any side effects of the infusion? | ask.presence | \
says acute-phase reaction ; no other side effects ; -adverse event: absent
m | height loss? | ask.presence | says Yes ; 178 cm
m | did he agree to publication? | ask.presence,ask.passage | says consent
m | was consent given? | ask.presence | says consent
s | is CTX over 450 at any point? | ask.presence | says No, none of them ; 385 ; -Yes
s | was a 2nd infusion given? | ask.presence | says No infusion today ; -Yes ; -perindopril
s | any HRT? | ask.presence | says never took hormone therapy
k | did she have kidney failure | ask.presence | says kidney
o | next infusion due? | ask.presence | says goes on every 6 months
h | is she k/c/o DM? | ask.presence | says No ; diabetes: absent
h | h/o DM? | ask.presence | says No ; diabetes: absent
h | any drug given for osteoporosis? | ask.presence | says No: no drug that acts against ; -osteoporosis: present
t | is he back at work | ask.presence | says Yes
t | did the Looser zone heal? | ask.presence | says in these words ; has healed ; -Looser zone: present
f | anything given after denosumab? | ask.presence | says Yes ; raloxifene ; -planned
f | did she get any drug after the fracture? | ask.presence | says raloxifene ; -Denosumab:
f | any fracture after denosumab? | ask.presence | says femoral shaft
y | so is it myeloma? | ask.presence | says No (told as absent ; -Yes
y | any reaction to the zol? | ask.presence | says Flu-like
y | did she lose height? | ask.presence | says Yes ; 162.5 cm
y | any new fractures since? | ask.presence | says No (told as absent)
y | was vit D replaced before the infusion? | ask.presence | says 31 ; -78
u | any stones since? | ask.presence | says No, in these words ; no further stone
u | any kidney stones? | ask.presence | says Yes ; 2016
u | did she give consent? | ask.presence | says consent to publication: present
r | is T11 fine? | ask,advice | tells
r | was the VAS wrong? | ask | tells
r | did the fractures heal? | ask.presence | says Yes, in these words ; look healed
d | any falls since the hip? | ask.presence | says No (told as absent) ; -fall ·
d | any falls since the wrist fracture? | ask.presence | says Yes ; 2020-09-28
d | list the fractures, and how each came about | ask | says tripped on a kerb ; fell in her kitchen
p | when did she stop coming? | ask.when | says lost to follow-up ; 13 months ; -brace
c | is the coeliac disease controlled? | ask.presence | says Not told in these words ; -Yes
a | does she have kidney problems? | ask | says in these words ; -Yes ; -check
b | was he smoking in 2020? | ask.presence | says No (told as absent)
b | is he osteoporotic? | ask.presence | says Yes
p | did she come to all her appointments? | ask.presence | says No, in these words ; not kept ; -visit ·
g | did he miss any appointments? | ask.presence | tells No note tells of an appointment that was missed
p | did she come to the clinic in a wheelchair? | ask.passage | none
p | was romosozumab followed by anything? | ask.presence | \
says No drug is told as begun after it ; no sequential therapy ; -Yes
g | was the teriparatide followed by denosumab? | ask.presence | \
says Not told in the notes. Begun after it ; Zoledronic acid ; -Yes
g | was teriparatide followed by a bisphosphonate? | ask.presence | says Yes, begun after it ; Zoledronic acid
d | was she anaemic | ask.presence | says Not told in the notes in these words ; 131 g/L
d | is she anaemic? | ask.presence | says Not told in the notes in these words ; 131 g/L ; 115–165 ; -Yes ; -No:
d | any anaemia? | ask.presence | says Not told in the notes in these words ; 131 g/L ; -Yes
b | is he anaemic? | ask.presence | none
p | is she hypocalcaemic? | ask.presence | says Not told in the notes in these words ; 8.4 mg/dL (low ; -Yes
b | was secondary osteoporosis ruled out? | ask.presence | \
says Not told in these words. Told as absent ; hyperthyroidism
g | is his GCA in remission? | ask.presence | says stayed quiet ; -Yes
d | is she still having falls? | ask.presence | says No (told as absent when last told of)
d | was the alendronate stopped because of heartburn? | ask | says 2020-06
g | is he on prednisone? | ask.presence | says No, not any more ; 2020-05 ; -Yes
p | is she on romosozumab? | ask.presence | says No, not any more ; completed
d | is she on denosumab? | ask.presence | says Yes ; Denosumab: ongoing
d | was she on alendronate? | ask.presence | says Yes ; stopped
d | is the hypertension treated? | ask | says mlodipine
d | any complications? | ask.presence | says No complications ; -intolerance
"""
