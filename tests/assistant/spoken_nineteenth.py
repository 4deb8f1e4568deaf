"""Clauses of time, body measures over the notes, orders by their place, people by name: see ``speaking``."""

from __future__ import annotations

__all__ = ["NINETEENTH"]

NINETEENTH = """
c | what was the albumin when we first met her | ask.value | says 39 g/L ; -42
d | how was the kidney function when she first came to us | ask.value | says 68 ; -70
f | the T-score the last time you saw her | ask.value | says −1.9 ; -−2.8
t | when we first saw him, what was the ALP | ask.value | says 214 ; -118
g | what was his testosterone back when he was referred | ask.value | says 412
k | eGFR at our first meeting | ask.value | says 47
c | how low was the ferritin the day she first came | ask.value | says 6 ug/L
m | pain score when he presented | ask.value | says 7 ; -3
c | when did we last see her | ask.when | says 2020-09-17 ; -2019
c | when did you first see her | ask.when | says 2019-03-14 ; -2020
c | what did she weigh on each visit | ask.patient | says 47.5 kg (2019-03-14) ; 50.0 kg ; 53.5 kg
c | has her weight gone up? | ask.patient | says Yes: ; +6.0 kg
k | is her weight going down | ask.patient | says No: ; 65.2 kg
t | his weight at the last visit | ask.patient | says 83.5 kg ; -81.0
k | weight in september 2018 | ask.patient | says 64.5 kg ; -65.2
o | how tall was he at 12 months | ask.patient | says 130 cm ; -124
o | how did his height change | ask.patient | says 124 cm ; 130 cm ; +6 cm
k | what was her highest weight | ask.patient | says 65.2 kg ; -63.0
p | what does she weigh? | ask.patient | says 46.5 kg
g | his peak height | ask.value | says 5 feet 11-1/2 inches
f | compare hip density at baseline with three years later | ask.trend | says 0.698 ; 0.741
f | what was the calcium a year or so later | ask | tells
c | the osteomalacia is proven, not suspected | correct | edits status=present @ steomalacia
t | fax this to Dr Sato | decline | declines
p | please mail the results to Prof. Inoue | decline | declines
d | share it with the GP | decline | declines
t | drop the phosphate | delete | asks
p | add teriparatide 20 mcg daily from month 24 | add | told · 24 months
p | add teriparatide 20 mcg daily for 18 months | add | told for 18 months ; -· 18 months
f | tell me about the femur fracture >> when did that happen? | ask.when | says 2021-10-14 ; -2021-10-20
t | is he back at work | ask.presence | says Yes
t | has the drug worked? | decline | declines
t | where is the tumour? | ask.passage | says medial femoral condyle ; -until proved otherwise
t | how large was the tumor | ask.passage | says 18 mm
t | when was the tumour taken out | ask.when | says 2019-09-16
c | when was the biopsy done | ask.passage | says 28 February 2019
c | any trouble with the stairs? | ask.passage | says climbs stairs without trouble
f | has she seen a dentist | ask.passage | says Dental check
p | is the anaesthetist nice? | decline | declines
c | Hb now? | ask.value | says 13.2 ; -10.9
k | did she have kidney failure | ask.presence | says kidney
t | the ribs were the 7th and 8th, not the 5th and 6th | correct | told now: Right rib seventh ; now: Right rib eighth
t | it is the 4th rib, not the 5th | correct | told Right fifth rib ; now: Right fourth ; -sixth
t | reject the 5th rib | delete | rejects fifth
t | what about the 6th rib? | ask.value | says sixth ; -fifth
t | accept all of it in the PET report | accept | accepts 6
t | open the pet report | open_note | runs open_note
h | what does the discharge card say | open_note | runs open_note
d | show only the undecided fractures | ask.progress | says still to review ; radius ; -denosumab
g | which labs are not reviewed yet? | ask.progress | says still to review ; testosterone ; -T12
d | accept the fractures >> which fractures are still to review? | ask.progress | tells is left to review
p | go to the next fracture | next_open | says T7
p | show me the next fracture >> next fracture please | next_open | says T9
g | next lab | next_open | says calcium
k | phosphate then and now | ask.trend | says 0.78 ; 0.96
c | ferritin now versus before | ask.trend | says 6 ; 41
f | which drugs did she take before denosumab? | ask.value | says alendronate ; omeprazole ; -Denosumab
f | she was 65 when we first saw her | correct.patient | patient age_years=65
c | i'd rather not answer that | answer.no | tells Noted
c | ask me another question | answer.no | tells Noted
s | CTX twelve months after the infusion | ask.value | says 385 ; -310
s | the neck T-score after two years of denosumab | ask.value | says −2.2 ; -−2.4
f | the pain a week after the nailing | ask.value | says 4
t | calcium six months after the tumour was removed | ask.value | says 2.35
h | PTH a year after the parathyroidectomy | ask.value | says 48
p | teriparatide for 24 months | ask,unknown | tells
a | has she lost any bone mass | ask.trend | says No: ; 0.830
k | did she gain bone | ask.trend | says Yes: ; 1.004
k | the metatarsal was the third | correct | told now: Right third metatarsal
m | which tablets is he on for his bones | ask.value | says alendronic ; -rednisolone
k | anything wrong with the labs | ask.abnormal | says parathyroid ; magnesium
m | what does he say about it | ask.passage | says I can plan my year again
k | when was the transplant | ask | says 17.08.2017
m | he's on febuxostat 80 mg as well | add | adds febuxostat
d | she also takes folic acid 5 mg | add | adds folic
p | potassium 4.4 mmol/L | ask.value | tells Shall I add it
p | potassium 4.4 mmol/L >> yes | add | adds potassium
p | potassium 4.4 mmol/L >> no thanks | retract | tells not added
a | she broke her wrist in 2012 >> yes please | add | adds wrist
a | magnesium? | ask.value | none
h | add zoledronate 5 mg iv on 12 aug 2023 | add | told zoledronate ; -Month 0 is now
d | add risedronate 35 mg weekly from march 2020 | add | told risedronate ; -Month 0 is now
p | add: weaned at the end of april 2021 | add | told weaning ; -Breast-feeding
m | vas 1/10 on 20 august 2023 | add | told VAS: 1 ; -visit
m | add vas 2/10 on 20 august 2023 | add | told VAS: 2 ; -visit
m | dxa march 2024 spine 0.958 t -1.8 | add | told 0.958
k | add hb 119 on 9.3.2020 | add | told 119 g/L ; No unit was said
d | she fell again in january 2023 but broke nothing | add | told falls: present
d | he also has gout, on allopurinol 200 mg | add | told gout ; allopurinol
f | raloxifene stopped 7/15/2022 for leg cramps | correct | edits stop=2022-07-15 @ raloxifene
f | started romosozumab 210 mg sc monthly 7/20/2022 | add | adds romosozumab
h | losartan 50 OD started aug 2023, amlodipine stopped | add | told losartan ; now: amlodipine: stopped
m | TSH in march 2022 was 1.2 | correct | tells Shall I add it as a new one
m | TSH in march 2022 was 1.2 >> yes | add | adds thyroid
d | the hip T-score is -2.3 >> right total of 2022 | correct | edits t_score=-2.3 @ right total hip
d | the hip T-score is -2.3 >> the right one | correct | asks
h | phosphorus should be 2.3 >> the pre-op one | correct | edits value=2.3 @ phosphorus
k | the PTH should be 9 >> second visit | correct | edits value=9 @ parathyroid
k | the PTH should be 9 >> never mind | retract | tells Nothing was changed
m | the ALP is wrong | correct | tells what is right
m | the ALP is wrong >> february 2022, should be 97 | correct | edits value=97 @ alkaline
m | the ALP is wrong >> forget it | retract | tells Nothing was changed
m | the ALP is wrong >> delete the second | delete | rejects alkaline
p | T9 is wrong | correct | tells What is right
p | the PTH is not right >> it should be 49.2 | correct | edits value=49.2 @ parathyroid
k | accept the laboratory note | accept | accepts 13
k | accept everything in the lab report | accept | accepts 13
p | reject the lab report | delete | told 13 records
h | ok accept all | accept | accepts +
d | which fractures did she have? >> accept all | accept | accepts 6
d | which fractures did she have? >> ok accept them all | accept | accepts 6
p | save it | ask.progress | tells is kept as it is made
p | is the +13% at 6 months right? | ask.conflict | says No (computed) ; +18.2
p | is the 18.2 correct? | ask.conflict | says Yes
p | the 13 % is wrong, it is 18.2 | correct | edits change_percent=18.2 @ spine
f | mother was 68 when she broke her hip | correct | told Hip fracture ; family history ; at 68 years
d | it was her aunt's hip, not her mother's | correct | told of the aunt ; family history
f | the wrist fracture was her sister's, not hers | correct | told of the sister ; fall ; now: rejected
m | no he never smoked | correct | told smoking: absent ; -now: smoking: absent (past)
m | his father broke a hip at 77 | add | told of the father ; also recorded: No hip fracture
r | T11 wasn't broken at all, only T12 and L2 | correct | edits status=absent @ T11
r | L2 is not fractured, just T11 and T12 | correct | edits status=absent @ L2
y | her mother had osteoporosis | add | told of the mother ; -now:
y | father broke his hip at 81 | add | told of the father ; -now:
f | mother broke her hip at 68 | correct | told 68 ; family history
y | she lost 5 kg, not 4 | correct,unknown | tells
u | PTH 10 min after removal 3.2 rather than 2.6 | correct | edits value=3.2 @ parathyroid
r | zoledronate was given on 6 august 2022 | correct | told 2022-08-06 ; -Month 0
r | vit D 1600 -> 2000 | correct | edits dose=2000 @ holecalciferol
u | colecalciferol 20 mcg → 25 mcg | correct | edits dose=25 @ colecalciferol
r | also on ibuprofen 400 mg as needed | add | adds ibuprofen
r | T11 and L2 fine | accept | accepts 2
r | is T11 fine? | ask,advice | tells
r | have you deleted anything? | ask.progress | tells No: 0 records were rejected
y | swap ferrous sulfate for ferrous gluconate | correct | told now: ferrous gluconate
y | smoked until 2013 | correct | edits time=2013 @ smoking
u | alcohol: nil | correct | edits status=absent @ alcohol
u | the stone was in 2015 | correct | edits time=2015 @ stone
u | accept the operation note | accept | accepts +
y | accept the haematology letter | accept | accepts +
d | accept the fractures in the discharge summary | accept | accepts 1
r | don't delete the P1NP | retract | tells Nothing was changed
r | should the calcium be stopped? | decline | declines
r | was the VAS wrong? | ask | tells
d | denosumab injection number four was on 7 april 2022 | correct | tells Single doses are not recorded
g | the pred dose in january 2019 was 5 | correct | edits dose=5 @ rednisone
p | kill the RDQ | delete | asks
p | baseline spine T -2.5 | ask.value | tells Is it −2.5 and not −2.2
p | there is no T3 | correct | edits status=absent @ T3
p | accept what the MRI showed | accept | accepts +
d | she smokes again | correct | edits temporality=current @ smoking
d | all the T-scores are right | accept | accepts 8
d | all T-scores of 2022 ok | accept | accepts 3
d | creatinine in 2022 is 78 and calcium 2.44 | correct | sets creatinine=78 ; calcium=2.44
g | aspirin 75 | ask.value | tells Is it 75 and not 81
g | I confirm the DXA of december 2018 | accept | accepts 9
g | reject L3 | delete | rejects L3
g | L4 T-score -2.8 | ask.value | tells Is it −2.8 and not −2.6
d | she broke the wrist on 4 november | correct | edits time=2019-11-04 @ radius
p | the delivery was on 14 february | correct | edits time=2021-02-14 @ delivery
p | the brace came off in june | correct | edits stop=2021-06 @ orthosis
h | calcium on day 2 was 7.5 instead of 7.9 | correct | edits value=7.5 @ calcium
h | phosphorus on day 2 was 2.1 | correct | edits value=2.1 @ phosphorus
h | PTH pre-op was 368 | correct | edits value=368 @ parathyroid
h | did you change the phosphorus? | ask.progress | tells No: 0 records were corrected
t | add burosumab 1 mg/kg every 4 weeks, planned | add | told planned
d | add zoledronate 5 mg yearly, planned | add | told planned
c | weight was 52 | correct.patient | tells Of which visit
c | weight was 47 | correct.patient | patient weight_kg=47
c | the first weight was 52 | correct.patient | patient weight_kg=52
"""
