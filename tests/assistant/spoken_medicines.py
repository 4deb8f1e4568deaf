"""Questions of which medicines were given, at which dose, and to what end."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | List everything she is taking. | ask.value | says vitamin D3
p | what meds has she been on | ask.value | says Romosozumab ; vitamin D3
p | Which medicines were prescribed? | ask.value | says Romosozumab
p | What medications is the patient currently taking? | ask.value | says vitamin D3
p | What drug was she given? | ask.value | says omosozumab
p | route of romosozumab? | ask.value | says subcutaneous
p | how often was romosozumab given? | ask.value,ask.count,ask.duration | says once a month
p | state the dose and route of romosozumab | ask.value | says subcutaneous
p | what treatment did she have? | ask.value | says omosozumab
d | what dose of denosumab is she on? | ask.value | says 60 mg
d | Which drugs is she on now? | ask.value | says enosumab ; mlodipine
d | dose of amlodipine | ask.value | says 5 mg
d | what did she take for osteoporosis? | ask.value,ask.presence | says enosumab
g | How much prednisone was he taking at the consult? | ask.value | says 15 mg
g | current prednisone dose | ask.value | says rednisone
g | at which dose was teriparatide given? | ask.value | says 20
"""

ROWS = """
m | pred dose at each visit | ask.trend | says 7.5 mg ; 3 mg
g | was zoledronic acid declined? | ask.presence | says No note tells that it was declined ; started
g | has he refused any drug? | ask.presence | tells No treatment is recorded as declined ; -prednisone
p | did she turn down teriparatide? | ask.presence | says No note tells that it was declined ; contraindicated
p | What all medicines she was on at 2 months only? | ask.value | says omosozumab ; itamin
p | romosozumab: route and interval | ask.value | says month
p | what kind of brace did she have and how long in it | ask.value,ask.duration | says ewett ; 2 months
p | what was used as osteoporosis drug | ask.value | says Romosozumab
p | who is her mother's surgeon | ask.value | says mother
p | what was she treated with | ask.value | says omosozumab
p | which anabolic was used? | ask | says omosozumab
p | current medications | ask.value | says Activated vitamin D3 ; -Romosozumab
p | stopped drugs | ask.value | says Romosozumab: completed
p | anything contraindicated? | ask.value | says teriparatide: contraindicated
p | she never took teriparatide | ask.value,ask.presence | tells contraindicated
p | teriparatide for 24 months | ask,unknown | tells
d | alendronate: start, stop, and reason for stopping | ask.value | says 2020-02-12 to −4 months, 2020-06 ; heartburn
d | Hello again, could you just remind me what she's taking for her blood pressure these days? | ask.value \
| says Amlodipine ; 5 mg
d | VTE prophylaxis? | ask.value,ask.presence | says noxaparin
d | full drug list please with doses | ask.value | says mlodipine ; 5 mg ; lendron
d | what did the ward give her against thrombosis | ask.value,ask.presence | says Enoxaparin
d | tell me which drugs have been stopped | ask.value,ask.presence | says lendron
d | which bone drugs were used in this woman | ask | says lendron ; enosumab ; -mlodipine
d | which of her tablets are for blood pressure | ask | says mlodipine
d | what pain meds is she on? | ask | says aracetamol
d | which medicines did she leave hospital with | ask | says Enoxaparin ; -scaphoid
d | list everything she takes by mouth | ask | says lendron ; mlodipine
d | dischrage medication list | ask | says Enoxaparin ; -scaphoid
d | painkillers on the ward | ask | says aracetamol
d | which antiresorptives, in which order | ask | says lendron ; enosumab
d | what happened in June 2020 | ask.value | says Alendronic acid: stopped ; -treatment stop
d | current meds | ask.value | says Denosumab ; Adcal-D3 ; -Alendronic ; -hemiarthroplasty
d | what's she on now? | ask.value | says Denosumab ; -Enoxaparin
d | past medications | ask.value | says Alendronic acid ; -Denosumab
d | meds on discharge | ask.value | says Enoxaparin ; Amlodipine ; -Alendronic
d | list her fractures and meds | ask | says Fractures: ; Treatments: ; Denosumab
d | enoxaparin 20 mg | ask.value | tells Is it 20 and not 40?
d | she never took alendronate regularly | ask.value,ask.passage,unknown,ask.presence | tells
d | which treatments have been changed? | ask.value | says Alendronic ; Denosumab ; -Adcal
d | current Rx? | ask.value | says enosumab ; -aematoma block
g | which was the cortisone dose in january 2020 | ask.value | says 2.5 mg
g | at present he is on which all drugs | ask.value | says alcium citrate
g | Which dose of prednisone did he have in the beginning and which at last? | ask.value,ask.trend | says 60 ; 2.5
g | Concomitant medication at baseline | ask.value | says rednisone ; spirin
g | teripartide dose | ask.value | says 20
g | Current meds? | ask.value | says alcium citrate
g | prednisone on 1/8/2019 | ask.value | says 7.5
g | list all prednisone doses with dates | ask.value,ask.trend,ask.when | says 60 ; 15 ; 7.5 ; 2.5
g | dosage of the vit D3 | ask.value | says 2000
g | Which drug replaced teriparatide? | ask.value,ask.presence | says Zoledronic acid
g | which statin and what dose | ask.value | says torvastatin ; 20
g | what dose of pred when teriparatide started | ask.value | says 7.5
g | no more pred after may 2020, right? | ask.value,ask.presence | says until 16 months
g | name the antiresorptives he received | ask | says oledronic ; -eriparatide
g | enumerate the drugs at the first consultation incl. doses | ask | says spirin ; torvastatin
g | which drugs against stomach acid | ask | says meprazole
g | blood thinners? | ask | tells
g | aspirin dosage | ask | says 81
g | drugs given by injection | ask | says eriparatide
g | supplements he is on | ask | says alcium citrate ; itamin D3
g | bisphosphonates given? | ask | says oledronic
g | what is he on today? | ask.value | says Calcium citrate ; -Teriparatide ; -Prednisone
g | what did he get after teriparatide? | ask.value | says Zoledronic acid ; -Prednisone
g | vitamin D3 1000 IU | ask.value | tells Is it 1000 and not 2000?
g | what medication was changed? | ask.value | says 60 mg ; 2.5 mg ; Teriparatide ; Zoledronic
g | aspirin 75 | ask.value | tells Is it 75 and not 81
g | what's he taking as of the last visit | ask.value | says Calcium citrate ; Vitamin D3 ; Zoledronic acid
g | what is he on at the last visit? | ask.value | says Calcium citrate ; Vitamin D3
a | list supplements she is taking | ask | says holecalciferol ; -ramipril
a | which drug is she on, how much, and since when? | ask | says lendronate ; 70 mg
a | her regular tablets? | ask | says amipril ; lendron
a | antihypertensives she takes | ask | says amipril
a | what strength is the cholecalciferol | ask | says 1000 IU
a | which vitamins does she receive | ask | says holecalciferol
a | osteoporosis drugs? | ask | says lendronate ; -amipril
b | tamsulosine dosis? | ask | says 400
b | zoledronic: dose and route? | ask | says 5 mg ; intravenous
m | which drugs were changed? | ask.value | says alendronic ; Prednisolone: stopped
p | how was the osteoporosis treated? | ask.value | says Romosozumab ; -ack pain ; -Cushing
p | what was she given for the pain? | ask.value | says not told in any note ; Jewett ; -VAS
p | what did she take for the low vitamin D? | ask.value | says vitamin D3 ; -Romosozumab ; -9.1
p | how was the vitamin D deficiency treated? | ask.value | says vitamin D3 ; -Romosozumab
g | what is he getting for his bones? | ask.value | says Zoledronic ; -rednisolone
m | which tablets is he on for his bones | ask.value | says alendronic ; -rednisolone
k | MMF 750 mg bd | ask.value | tells Is it 750 and not 500?
k | which meds were changed between the visits? | ask.value | says → 5 mg ; → 2.5 mg ; Ibandronate ; -Mycoph
k | what changed in her medication between visits? | ask.value | says → 5 mg ; → 2.5 mg ; -Mycoph
o | what medication changes were made? | ask.value | says 1.3 mg
f | which drugs did she take before denosumab? | ask.value | says alendronate ; omeprazole ; -Denosumab
u | how heavy was the adenoma | ask.value | says 0.9 g
n | dose of the patch? | ask.value | says 100 micrograms
g | any side effects after the infusion? | ask.presence | none
g | side effects of the zoledronic acid? | ask.value | none
g | how did he tolerate prednisone? | ask | none
g | did he tolerate teriparatide? | ask.presence | says Yes, tolerated ; without side effects
d | did she tolerate alendronate? | ask.presence | says Not without side effects ; heartburn ; -Yes
d | did she tolerate denosumab? | ask.presence | says Yes, tolerated ; -heartburn
d | any side effects of the injections? | ask.presence | says No ; -heartburn
d | side effects of alendronate in her case? | ask | says heartburn
d | what are the side effects of alendronate? | decline | declines
d | any complications with the hip operation? | ask | says No complications ; -nerve block
b | any side effects after the infusion? | ask.presence | says Yes ; feverish for one day ; -adverse event: absent
b | any side effects after the second infusion? | ask.presence | says No ; gave him no trouble ; -feverish
p | any injection site reactions? | ask.presence | says No complaints about the injections ; -Activated vitamin D3
p | did she complain about the injections? | ask.presence | says No complaints about the injections ; -I read
p | what did she get after romosozumab? | ask.value | says no sequential therapy was given ; -at 71
p | what has she been treated with? | ask.value | says Romosozumab ; -teriparatide ; -osteosynthesis
d | why did she start on romosozumab? | ask.reason | none
d | is teriparatide mentioned anywhere? >> why not? | ask.reason | none
d | has she had HRT? >> why not? | ask | tells recorded ; -heartburn ; -rebound
d | why is teriparatide better? | decline | declines
p | what drug was she given after romosozumab ended? | ask.value | says No drug is told ; no sequential therapy
m | what's he on now for his bones? | ask.value | says alendronic ; -rednisolone
g | what is he on now for his bones? | ask.value | says Zoledronic ; -Teriparatide ; -rednisone
d | besides the bone treatment, what does she take? | ask.value | says mlodipine ; -Denosumab: ; -Adcal
b | which drugs does he take apart from the ones for the bones? | ask.value | \
says tamsulosin ; -holecalciferol ; -oledronic
g | what was he taking other than prednisone at the first visit? | ask.value | \
says Aspirin ; Omeprazole ; -7.5 mg ; -Teriparatide
x | what else is she on besides methotrexate? | ask.value | says Without methotrexate ; -methotrexate: ongoing
d | what followed the alendronate? | ask | says Begun after it ; Denosumab ; -Yes
d | which drug caused the heartburn? | ask | \
says Alendronic acid was stopped in June 2020 because of heartburn ; -zoledronic
l | is she on aspirin? | ask.presence | says when it was last told, on 2019-06-04 ; 75 mg ; no later note tells
l | is she still on letrozole? | ask.presence | says when it was last told, on 2020-11-20 ; no later note tells
g | is he on aspirin? | ask.presence | says when it was last told, on 2018-11-20 ; 81 mg
g | is the aspirin still being taken? | ask.presence | says when it was last told, on 2018-11-20
g | is he taking calcium? | ask.presence | says Yes ; Calcium citrate ; -last told
d | is she on enoxaparin? | ask.presence | says No, not any more ; -no later note
l | is she under treatment for cancer? | ask | \
says when it was last told, on 2020-11-20 ; letrozole ; cancer of the left breast ; -zoledronic
l | is she being treated for breast cancer? | ask | says letrozole ; 2020-11-20 ; -methotrexate
l | what is she getting for the breast cancer? | ask.value | says letrozole ; -aspirin
l | did she have treatment for cancer? | ask.presence | says Yes ; letrozole ; wide local excision
p | is she under treatment for cancer? | ask | none
p | is she being treated for osteoporosis? | ask | says No ; taken now ; -romosozumab
d | is she being treated for osteoporosis? | ask | says Yes ; enosumab ; -lendronic
a | was adherence good? | ask.presence | says Yes, in these words ; is complete ; -No,
b | did he have any reaction to the third infusion? | ask.presence | tells third dose no side effect is recorded ; -Yes
b | did he have any reaction to the first infusion? | ask.presence | says feverish
b | did the first infusion make him ill? | ask | says feverish for one day ; -5 mg
b | when were the infusions? >> did the first one make him ill? | ask | says feverish
b | did he feel ill after the second infusion? | ask | says No ; gave him no trouble ; -feverish
v | when did she miss her denosumab? | ask | says missed her June 2020 ; -started
d | what was she on before denosumab? | ask.value | says Alendronic acid ; -T −2.7 ; -menopause ; -cast
d | what did she take before denosumab? | ask.value | says Alendronic acid ; -haematoma ; -cemented
d | alendronate stop: July 2020 | correct | edits stop=2020-07 @ lendron
d | alendronate end: July 2020 | correct | edits stop=2020-07 @ lendron
d | alendronate start: March 2020 | correct | edits start=2020-03 @ lendron
d | add vitamin K 100 ug daily, stop the amlodipine | add | adds vitamin K
g | vitamin D3 is 2500 iu daily | correct | edits dose_unit=IU @ itamin
"""
