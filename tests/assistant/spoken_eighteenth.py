"""Corrections, additions, answers, orders and what is declined, as they are said in a hurry: see ``speaking``."""

from __future__ import annotations

__all__ = ["EIGHTEENTH"]

EIGHTEENTH = """
p | it is 64 kg not 46 | correct.patient | patient weight_kg=64
p | weight typo: 64.5, not 46.5 | correct.patient | patient weight_kg=64.5
p | height 168.2 rather than 162.8 pls | correct.patient | patient height_cm=168.2
p | mark the sacral fracture as possible | correct | edits status=possible @ sacral
p | mark T3 as uncertain | correct | edits status=possible @ T3
p | the T9 one was subacute, not acute | correct | edits acuity=subacute @ T9
p | the first TSH is a typo, 2.83 | correct | edits value=2.83 @ thyroid
p | L spine T at 12 months -0.8 pls | ask.value | tells Is it −0.8 and not −0.9?
p | RDQ first visit 12 | ask.value | tells Is it 12 and not 11?
p | albumin at 6 months is wrong - 4.6 | correct | edits value=4.6 @ albumin
p | romo was given for 11 months | correct | edits duration=11 months @ omosozumab
p | the brace came off on 21 june 2021 | correct | edits stop=2021-06-21 @ orthosis
p | the PTH was 50, not 60 | correct | tells No 60 is recorded there ; 94.2
d | that was the left one | correct | tells I do not see which record
d | she's 75, not 74 | correct.patient | patient age_years=75
d | she weighs 45 | correct.patient | told Weight: 54.0 kg ; now: Weight: 45 kg
d | menopause was at 49 | correct.patient | patient menopause_age_years=49
d | wrong side, it was the right hip | correct | edits side=right @ femoral neck
d | she broke her wrist on 6 Nov 2019 | correct | edits time=2019-11-06 @ radius
d | she broke her wrist in 2010 | correct | tells It is recorded of 2019-11-05 ; Say add
d | wrist fracture date should be 2019-11-04 | correct | edits time=2019-11-04 @ radius
d | the second dose was in June | correct | tells Single doses are not recorded
d | amlodipine 10mg OD not 5 | correct | edits dose=10 @ mlodipine
d | she takes amlodipine twice daily | correct | edits frequency=twice daily @ mlodipine
d | enoxaparin was for 35 days | correct | edits duration=35 days @ noxaparin
d | enoxaparin 20 mg | ask.value | tells Is it 20 and not 40?
d | eGFR 47 rather than 74 at first | correct | edits value=47 @ glomerular
d | she never took alendronate | delete | rejects lendron
d | she wasnt on amlodipine | delete | rejects mlodipine
d | she never took calcium | delete | asks
p | she never took teriparatide | ask.value,ask.presence | tells contraindicated
d | she never took alendronate regularly | ask.value,ask.passage,unknown,ask.presence | tells
g | He's 5'11" | correct.patient | patient height_cm=180.3
g | calcium citrate is once a day | correct | edits frequency=once a day @ alcium citrate
g | vitamin D3 1000 IU | ask.value | tells Is it 1000 and not 2000?
g | pred was stopped 05/15/2020 | correct | edits stop=2020-05-15 @ rednisone
g | weight was 187 pounds | correct.patient | patient weight_kg=84.8
m | prednisolone started at 15 mg | correct,ask.value,ask.when | tells
s | zoledronic acid was 4 mg | correct | edits dose=4 @ oledronic
k | the metatarsal fracture was the left one | correct | edits side=left @ metatarsal
d | add: wrist fracture 2016 after a fall | add | told Wrist fracture ; -last November
g | add a rib fracture, left 7th, 2019 | add | told Left rib
p | new lab: CTX 0.45 ng/mL, 6 months | add | told · 6 months
p | also on paracetamol 500 mg prn | add | adds paracetamol
p | there's one missing: T5 compression fracture, mild | add | adds T5
d | forgot: magnesium 0.82 mmol/L 04/10/2020 | add | adds magnesium
d | missing: vitamin B12 310 ng/L | add | adds B12
g | can you add ibuprofen 400 mg tid | add | adds ibuprofen
p | not documented | answer.no | tells Noted
d | n/a | answer.no | tells Noted
p | accept everything but the scores | accept | accepts 97
p | accept all but the treatments | accept | accepts 98
p | accept all labs but the TSH | accept | accepts 30
d | accept the fractures but not the scaphoid | accept | accepts 5
p | ok all the BMDs | accept | accepts 8
g | accept what is left | accept | accepts 87
d | tick off the wrist fracture | accept | accepts 1
d | remove the duplicate | delete | tells nothing was removed
d | delete the duplicate denosumab | delete | tells There is only one record ; nothing was removed
d | take out the enoxaparin, it was only perioperative | delete | rejects noxaparin
d | delete paracetamol >> ctrl z | undo | changes undo
d | delete paracetamol >> restore paracetamol | undo | changes undo
p | open the CARE checklist | ask.gap | tells Missing
p | switch to the fractures tab | ask.value | runs show_fractures
p | timeline tab | ask.value | runs show_timeline
p | show the checks | ask.conflict | runs show_checks
p | go to labs | ask.value | runs show_labs
p | sort by time | show | runs order
p | dark mode | show | runs theme
p | export labs to csv | show | tells osteocase batch
p | export as csv | show | tells export as JSON
p | title: Hip and wrist | rename | changes rename
p | open the six month note | open_note | runs open_note
p | filter for PTH | ask.value | says 94.2
d | which drug is best | decline | declines
d | how long can she stay on denosumab | decline | declines
p | how often should it be repeated | decline | declines
s | delete both infusions | delete | tells to decide on
o | weight at the second infusion was 27 | correct.patient | tells One weight and one height is kept
m | eGFR at 6 months 38, not 83 | correct | told now: ; 38 mL/min/1.73m² (low, reference >60) · 6 months
m | prednisolone stopped Jan 2023 | correct | told now: prednisolone: stopped · until 11 months
m | neither parent broke a hip - wrong, his father did | correct | edits status=present @ hip
m | L2 was not recent | correct | tells but not what is right
m | he still smokes | correct | edits temporality=current @ moking
m | he is 62 not 61 | correct.patient | patient age_years=62
m | ALP 97 on the first visit | ask.value | tells Is it 97 and not 79?
m | vit D baseline is 46 nmol/L | correct | edits value=46 @ vitamin D
m | add: started zoledronate 5mg iv 14/02/2023 | add | adds zoledron
m | accept bloods of August | accept | accepts 4
s | accept the three vertebral fractures | accept | accepts 3
s | teriparatide ended 10 sept 2017 | correct | edits status=completed @ eriparatide
s | CTX aug 2020 358 not 385 | correct | edits value=358 @ telopeptide
s | second denosumab injection was 14 Feb 2018 | correct | tells Single doses are not recorded
s | the risedronate was 150 mg monthly | correct | edits frequency=monthly @ risedronate
s | add CTX 455 ng/L 20 Feb 2021 | add | told 455 ng/L · 60 months
s | should she have a second infusion? | decline | declines
k | Mg 0.86 | ask.value | tells Is it 0.86 and not 0.68?
k | tacrolimus trough 8.1 not 7.1 | correct | edits value=8.1 @ tacrolimus
k | MMF 750 mg bd | ask.value | tells Is it 750 and not 500?
k | reject the bicarbonate and the haemoglobin | delete | rejects b
o | ALP 214 instead of 241 please | correct | edits value=214 @ alkaline
o | can he play football | decline | declines
p | pls change T7 to T8 | correct | edits level=T8 @ T8
p | her cortisol should've been 5.6 | correct | edits value=5.6 @ ortisol
p | back pain started 6 months ago not 4 | correct | tells counted from which day
p | LS BMD baseline .824 not .842 | correct | edits bmd_g_cm2=0.824 @ spine
d | colles fracture was on 4/11/2019 | correct | edits time=2019-11-04 @ radius
d | denosumab was given every 3 months | correct | edits frequency=every 3 months @ enosumab
g | he is not on aspirin anymore | correct | edits status=stopped @ spirin
g | he no longer takes aspirin | correct | edits status=stopped @ spirin
g | he's 64 | correct.patient | patient age_years=64
d | the wrist fracture was not a fragility fracture | correct | edits fragility=False @ radius
p | it was alendronate not romosozumab | correct | told now: alendronate
g | aspirin was stopped | correct | edits status=stopped @ spirin
g | T11 not T12 | correct | edits level=T11 @ T11
d | eGFR in october was 27 | correct | asks
g | the neck BMD was 0.604 | correct | asks
b | reject everything from 2021 | delete | told 12 records
b | send the report to the GP | decline | declines
b | what's the ICD-10 for osteoporosis | decline | declines
b | write a poem | decline | declines
b | good morning | decline | declines
p | TSH ref range is wrong | correct,ask.value,ask.abnormal,ask.conflict | tells
p | no thats the mother's | correct | tells recorded already
p | accept everything before 2022 | accept | tells before or after a day
p | drop everything about the mother | delete | told 3 records ; -delivery
p | accept everything from the MRI | accept | accepts 7
d | accept the labs of 2020 but not the ESR | accept | accepts 14
d | she drinks 8 units per week | correct | edits detail=8 units of alcohol a week @ alcohol
d | what was the ESR? >> make that 21 | correct | edits value=21 @ sedimentation
a | alendronate was not stopped | correct | tells recorded already
d | alendronate was not stopped | correct | edits status=ongoing @ lendron
g | accept both vertebral fractures | accept | accepts 2
a | creatinine 88 at 12 mo, not 80 | correct | tells No 80 is recorded there
b | remove anything before 2021 | delete | tells before or after a day
b | the first zoledronate was 4 mg, not 5 | correct | tells nothing was changed
b | the second infusion was 4 mg | correct | tells nothing was changed
b | the third dose of zoledronic acid was 4 mg | correct | tells nothing was changed
b | his last zoledronate was 4 mg | correct | tells nothing was changed
b | zoledronic acid was 4 mg the first time | correct | tells nothing was changed
b | zoledronate in june 2021 was 4 mg | correct | tells is recorded
b | zoledronate in june 2020 was 4 mg | correct | tells nothing was changed
b | zoledronic acid was 4 mg | correct | edits dose=4 @ zoledronic
k | the first prednisolone was 8 mg | correct | edits dose=8 @ prednisolone
g | add weight 80 kg on 8 january 2021 | add | tells 80.7 kg (2018-11-20) ; nothing was changed
g | he weighed 187 lb in 2019 | correct.patient | tells 80.7 kg (2018-11-20) ; nothing was changed
g | he weighed 81 kg on 20 november 2018 | correct.patient | patient weight_kg=81
g | add weight 80 kg | add | patient weight_kg=80
d | add denosumab 60 mg on 5 April 2023 | add | told · 30 months ; -6-monthly ; -subcutaneous
d | add denosumab 60 mg on 5 January 2021 | add | told · 3 months ; -6-monthly
d | add denosumab 60 mg sc 12.03.2019 | add | told (2019-03-12) ; -6-monthly
d | add teriparatide 20 µg daily for 24 months | add | told for 24 months ; -· 24 months
k | prednisolone went down to 4 mg in april 2018, not 5 | correct | edits start=2018-04-01 @ prednisolone
h | phosphorus on day 2 was 2.2 and not 2.0 | correct | told phosphorus: 2.2 mg/dL ; -−1 month
g | accept the vitamin D, all of them | accept | accepts 3
g | accept the vitamin D | accept | asks
a | accept everything from the first visit | accept | accepts 42
a | accept everything in the note of 2021-03-02 | accept | accepts 42
p | accept everything in the MRI report | accept | accepts 8
p | accept everything from the last visit | accept | told 22 months ; -13 months
p | go to the next record | next_open | tells corrected calcium
p | please take me to the next one | next_open | tells corrected calcium
k | which meds were changed between the visits? | ask.value | says → 5 mg ; → 2.5 mg ; Ibandronate ; -Mycoph
g | what medication was changed? | ask.value | says 60 mg ; 2.5 mg ; Teriparatide ; Zoledronic
p | what have we changed? | ask.progress | tells 0 records were corrected
k | what is the best immunosuppressant for the bones? | decline | declines
d | what's the best drug for her bones | decline | declines
d | what is the best T-score for the hip? | ask.extreme | says −2.1
d | is she a smoker | ask.presence | says No longer ; past ; -Yes
g | is he smoking | ask.presence | says No longer ; -Yes
d | did she smoke? | ask.presence | says Yes
d | is she an ex-smoker? | ask.presence | says Yes
p | what secondary causes were excluded? | ask.value | says Cushing's syndrome or hyperthyroidism
d | what secondary causes were excluded? | ask.value | tells Not told in the notes
a | what brought on the back pain? | ask.value | says lifting a suitcase
a | what triggered the back pain | ask.value | says lifting a suitcase
g | what brought on the back pain? | ask.value | says Not told in the notes what brought it on
p | what brought on the back pain? | ask.value | says after delivery ; -Still not able
d | what caused the wrist fracture? | ask.value | says tripped on a kerb
d | what caused the hip fracture? | ask.value | says fell in her kitchen ; -maternal
b | the last infusion was on 20 june 2022 | correct | tells Single doses are not recorded
b | his last zoledronate was given on 20 june 2022 | correct | tells Single doses are not recorded
b | his first zoledronate was given on 16 june 2020 | correct | edits start=2020-06-16 @ zoledronic
b | the first of the three infusions was 4 mg | correct | tells nothing was changed
d | last alendronate was in june 2020 | correct | tells Single doses are not recorded
g | reject all vitamin D | delete | asks
g | reject all calcium results | delete | rejects calcium
g | put off the vitamin D, all of it | defer | defers 25-hydroxyvitamin
a | accept everything of the twelve month visit | accept | accepts 17
a | accept everything from the visit at 24 months | accept | told 24 months
a | accept everything from the follow-up visit | accept | tells Of which note?
a | accept the first visit | accept | accepts 1
k | what changed in her medication between visits? | ask.value | says → 5 mg ; → 2.5 mg ; -Mycoph
d | which treatments have been changed? | ask.value | says Alendronic ; Denosumab ; -Adcal
p | which of the drugs have i changed? | ask.progress | tells 0 records were corrected
a | how did the back pain come about? | ask.value | says lifting a suitcase
a | what led to the back pain | ask.value | says lifting a suitcase
a | what was she doing when the pain started? | ask.value | says lifting a suitcase
d | how did the wrist fracture happen? | ask.value | says tripped on a kerb
a | what causes back pain? | decline | declines
d | what led to the stop of alendronate? | ask.reason | says heartburn
d | is she currently smoking? | ask.presence | says No, not any more
k | which immunosuppressant is the best for bone? | decline | declines
k | what was the best value in the hip? | ask.extreme | says −2.1
k | the first prednisolone dose was 8 mg | correct | edits dose=8 @ prednisolone
m | the first prednisolone dose was 20 mg | correct | tells nothing was changed
d | how did the hip fracture happen | ask.value | says fell in her kitchen
o | what medication changes were made? | ask.value | says 1.3 mg
m | which drugs were changed? | ask.value | says alendronic ; Prednisolone: stopped
p | which fractures were fresh on MRI? | ask.value | says T9 ; T11 ; sacral ; -T3 ; -T7
a | what was the right hip BMD? | ask.value | says Nothing of the right side is recorded ; Left total hip: 0.700
a | save it as pdf | make_pdf | runs make_pdf
g | add alendronate 70 mg weekly from July to October 2018 | add | adds alendronate
"""
