"""What people ask in plain words: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["ELEVENTH"]

ELEVENTH = """
d | What is her BMI please? | ask.patient | says 21.6
d | did the lumbar T-score change between 2020 and 2022? | ask.trend | says −2.7 ; −2.0
d | highest vitamin D | ask.extreme | says 79
d | when was the last denosumab given | ask.when,ask.value | says
d | how long was she on alendronate | ask.duration | says 4 months
d | who says the hip was broken on the left | ask.source | says discharge
d | any falls since 2020? | ask.presence | says
d | list her diagnoses | ask.value | says osteoporosis ; hypertension
d | what did the VFA show | ask.value,ask.presence | says No vertebral fracture
d | is she still on amlodipine? and what dose | ask.presence | says Yes ; 5 mg
d | phosphate normal? | ask.abnormal | says Yes
d | the PTH was 8.4 | correct | edits value=8.4 @ arathyroid
d | hip fracture was on the right, not the left | correct | edits side=right @ emoral
d | reject the zoledronic acid | delete | rejects oledronic
d | accept the fractures | accept | accepts +
d | add a fall on 1 June 2022 | add | adds fall
d | is denosumab safe long term? | decline | declines
d | summarise please | ask.summary | says adius
g | What was his pain at the first visit? | ask.value | says 7
g | Which fracture is more severe? | ask.extreme,ask.value | says L1
g | total hip BMD at 12 and 24 months | ask.value,ask.trend | says 0.786 ; 0.801
g | did calcium ever go above 10? | ask.presence,ask.abnormal,ask.value,ask.extreme | says 9.6
g | When did he start teriparatide and when did he stop? | ask.when | says 2019-01-08
g | was he a smoker | ask.presence | says 20 pack-years
g | how many beers | ask.count,ask.value,ask.presence | says Two beers
g | what was the ODI after two years | ask.value | says 14
g | how much did he weigh | ask.patient | says 80.7
g | any kidney stones or falls? | ask.presence | says absent
g | which note has the testosterone | ask.source | says consult
g | prednisone 15 mg should be 12.5 mg | correct | edits dose=12.5 @ rednisone
g | L1 was grade 1 | correct | edits genant_grade=1 @ L1
g | the 12 month ESR was 21, not 11 | correct | edits value=21 @ sedimentation
g | remove the back pain findings | delete | rejects ack pain
g | undo | undo | tells nothing to take back
g | will he fracture again | decline | declines
g | what is missing for publication | ask.gap | tells Missing
p | What was the calcium six months after starting romosozumab? | ask.value | says 8.4
p | show the fracture levels and their acuity | ask.value | says T9 ; acute
p | TRACP at last visit normal? | ask.abnormal,ask.value | says 263
p | compare P1NP before and after treatment | ask.trend | says 95.8
p | how is the pain now compared with the start? | ask.trend,ask.value | says 9 ; 2
p | when was the brace fitted | ask.when | says 2021-03-22
p | did she have a sacral fracture? >> which side? | ask.value,ask.presence | says Right sacral
p | how old was the mother when she broke her hip? | ask.value,ask.when,ask.patient | says 71
p | does the mother have osteoporosis | ask.presence | says Not told in the notes of the mother ; Femoral neck ; -Yes
p | what did the MRI say about T3 | ask.value,ask.source | says T3
p | lowest TSH | ask.extreme | says 0.283
p | what was she treated with | ask.value | says omosozumab
p | T3 was acute | correct | edits acuity=acute @ T3
p | weight is 64.5 kg | correct.patient | patient weight_kg=64.5
p | the delivery was on 21 February 2021 | correct | edits time=2021-02-21 @ delivery
p | delete the TSH | delete | rejects hyroid
p | defer T7 | defer | defers T7
p | add zoledronic acid 5 mg iv on 1 February 2023 | add | adds oledronic
p | export everything as json | save_json | runs save_json
p | is there a conflict in the BMD changes? | ask.conflict | says 18.2
p | tell me a joke | decline | declines
p | should the baby be tested | decline | declines
p | who is the treating physician's wife | ask.value,decline | none
p | where is 8.4 from | ask.source | says 8.4
"""
