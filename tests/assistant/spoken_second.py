"""The second table of what clinicians say: other people, other words, written after the first one was mended."""

from __future__ import annotations

__all__ = ["SECOND"]

SECOND = """
p | Whats the latest P1NP? | ask.value | says 21.0 ; -29.6
p | Could you read me the phosphate results? | ask.value | says 4.0 ; 2.8 ; 3.7 ; 3.5
p | TSH | ask.value | says 0.283
p | How high was her TRACP initially? | ask.value | says 947 ; -182
p | I'd like to see the bone density of the left hip, please. | ask.value | says 0.721 ; 0.747
p | ACTH and cortisol? | ask.value | says 16.0 ; 6.5
p | what was the spine T-score half a year in? | ask.value | says −1.1 ; -−2.2
p | lab results from March 2022 | ask.value | says 29.6 ; 107 ; -95.8
p | all the scores | ask.value | says VAS ; RDQ
p | Which medicines were prescribed? | ask.value | says Romosozumab
p | tell me about her fractures | ask.value | says T9 ; T11
p | what do we have on vitamin D? | ask.value | says 9.1
p | how was the pain after 22 months | ask.value | says 2
p | What did the DXA in March 2021 show? | ask.value | says 0.842 ; 0.721
p | What's the T-score of the femoral neck? | ask.value | none
p | calcium at 9 months | ask.value | tells at that time
p | And albumin at the same visit? | ask.value | says lbumin
d | haemoglobin? | ask.value | says 131
d | what is the vit D in nmol | ask.value | says 58
d | Which drugs is she on now? | ask.value | says enosumab ; mlodipine
d | What was her hip T-score in 2020? | ask.value | says −2.4
g | SPEP result? | ask.value | says egative
g | current prednisone dose | ask.value | says rednisone
g | how tall is he | ask.patient | says 177.8
p | Did TRACP-5b fall after starting romosozumab? | ask.trend,ask.value,ask.presence | says 947 ; 182
p | By how much did the hip density rise from baseline to month 22? | ask.trend | says 0.721 ; 0.747 ; 3.6
p | Course of VAS? | ask.trend | says 9 ; 3 ; 2
p | has there been any change in creatinine? | ask.trend | says 0.50 ; 0.54
p | Is the spine still improving after the treatment ended? | ask.trend | says 1.063
p | P1NP: before vs after | ask.trend | says 95.8 ; 21.0
d | did her calcium stay stable? | ask.trend | says 2.31 ; 2.34
g | How has his pain developed over the years? | ask.trend | says 7 ; 2
g | how did the femoral neck respond to teriparatide | ask.trend | says 0.640 ; 0.663
p | What was the maximum VAS? | ask.extreme | says 9
p | when did P1NP reach its lowest value? | ask.extreme | says 21.0
p | minimum phosphate | ask.extreme | says 2.8
p | smallest T-score of the spine | ask.extreme | says −2.2
d | what was the highest FRAX? | ask.extreme | says 28
p | Did she ever take corticosteroids? | ask.presence | says No
p | No alcohol? | ask.presence | says No
p | Does anyone in the family have fractures? | ask.presence | says mother
p | is there a fracture at L3? | ask.presence | none
p | Has she received zoledronate? | ask.presence | none
p | hyperparathyroidism? | ask.presence | says possible
p | Is hyperthyroidism excluded? | ask.presence | says absent
p | does she have kidney stones | ask.presence | none
p | can she hold her baby? | ask.presence | says able to hold her baby
d | any vertebral fractures? | ask.presence,ask.value | says absent
d | Has she ever been on alendronate? | ask.presence | says Yes ; lendron
g | is he diabetic? | ask.presence | none
g | Did he fall? | ask.presence | says No
p | In which month was romosozumab begun? | ask.when | says 2021-03-22
p | when did we last see her | ask.when,ask.value | says 2023-01-25
p | when was P1NP measured? | ask.when | says 2021-03-15
p | when did the back pain begin? | ask.when | says −4 months
p | when was she lost to follow-up? | ask.when | says 13
d | date of the hip operation? | ask.when | says 2020-09-29
d | when was the wrist fracture? | ask.when | says 2019-11
p | for how many months was romosozumab administered? | ask.duration | says 12 months
d | how long did she take alendronate for? | ask.duration | says lend
p | which note has the MRI findings? | ask.source,ask.value | says mri
p | Where do I find the RDQ of 11? | ask.source | says first-visit
p | give me the quote for the osteosynthesis | ask.source | says osteosynthesis
p | Where did 1.028 come from | ask.source | says 2022-03-23
p | how did you come up with 26.2? | ask.source | says 26.2
d | who said alendronate was stopped? | ask.source | says discharge
p | out-of-range labs at 12 months? | ask.abnormal | says 8.6 ; 107 ; -29.6
p | Were the thyroid tests normal? | ask.abnormal | says 0.283
p | is albumin normal | ask.abnormal | says Yes
p | list the low values | ask.abnormal | says 0.283 ; 9.1 ; -94.2
d | Was the calcium below the range at any time? | ask.abnormal | says No
p | How many drugs did she get? | ask.count | says Romosozumab
p | number of visits | ask.count | says 10
d | how many fractures has she had? | ask.count | says 2
p | what do you still need from me? | ask.gap | tells Informed consent
p | Is the CARE checklist complete? | ask.gap | tells Informed consent
p | what can't be found in the notes? | ask.gap | tells Informed consent
p | Do you see any contradictions in the notes? | ask.conflict | says +13 %
p | what's inconsistent here? | ask.conflict | says +13 %
p | are all the percentages plausible? | ask.conflict | says +13 %
p | Summarize, please. | ask.summary | says T9
p | who is this patient? | ask.summary | says T9
p | short summary of the case | ask.summary | says omosozumab
p | how much have I reviewed? | ask.progress | says 0 of
p | her weight? | ask.patient | says 46.5
p | ethnic background | ask.patient | says Japanese
p | how many children has she got? | ask.patient | says 3
p | T11 is an old fracture | correct | edits temporality=historical @ T11
p | No, the vitamin D was 19.1 | correct | edits value=19.1 @ 25
p | correct the 12-month P1NP to 26.9 | correct | edits value=26.9 @ rocollagen
p | TRACP at month 6 wasn't 182 but 128 | correct | edits value=128 @ acid
p | the sacral fracture was chronic | correct | edits acuity=chronic @ sacr
p | The lumbar BMD at 22 months should be 1.036 | correct | edits bmd_g_cm2=1.036 @ Lumbar
p | change the RDQ at baseline to 12 | correct | edits value=12 @ RDQ
p | It was her aunt who broke the hip, not her mother | correct | edits subject=aunt @ femoral
p | her BMI is 18.2 | correct.patient | patient bmi_kg_m2=18.2
p | she smokes | correct | edits status=present @ smoking
p | height should be 161 cm | correct.patient | patient height_cm=161
p | show me the VAS at 6 months >> make that 4 | correct | edits value=4 @ VAS
g | T12 was grade 2, not 1 | correct | edits genant_grade=2 @ T12
g | prednisone was stopped in June 2020 | correct | edits stop=2020-06 @ rednisone
d | the wrist fracture was on the left, not the right | correct | edits side=left @ radius
d | hemoglobin was 113 | correct | edits value=113 @ aemoglobin
p | Add calcitonin 50 IU daily | add | adds alcitonin
p | please note that she had a hip T-score of -2.0 in January 2024 | add | adds hip
p | also add hypertension | add | adds ypertension
p | you missed a fracture of L4 | add | adds L4
p | insert ESR 12 mm/h | add | adds edimentation
p | Throw out the ACTH | delete | rejects drenocort
p | the second VAS is wrong, delete it | delete | rejects VAS
p | please remove T7 from the list | delete | rejects T7
p | I confirm all scores | accept | accepts 6
p | T9 and T11 are correct | accept | accepts 2
p | accept the baseline labs | accept | accepts 13
p | everything about romosozumab is right | accept | accepts +
p | I'll decide on cortisol later | defer | defers ortisol
p | write the PDF please | make_pdf | runs make_pdf
p | can you make me the report? | make_pdf | runs make_pdf
p | give me the json | save_json | runs save_json
p | go to the next one | next_open | runs next_open
p | take it back | undo | tells nothing to take back
p | Undo my last change please | undo | tells nothing to take back
p | close | quit | runs quit
p | title: Osteoporosis of pregnancy treated with romosozumab | rename | changes rename
p | count from the first dose of romosozumab | set_axis | changes set_anchor
p | the computed one is right | correct | edits change_percent=18.2 @ Lumbar
p | leave it as stated | answer.no | tells ?
p | Should romosozumab be followed by denosumab? | decline | declines
p | Would you recommend a bone biopsy? | decline | declines
p | Is teriparatide better than romosozumab? | decline | declines
p | what is her risk of another fracture? | decline | declines
p | Can she get pregnant again? | decline | declines
p | how long until the next scan? | decline | declines
p | is this treatment reimbursed in Japan? | decline | declines
p | Explain the pathophysiology | decline | declines
p | Does vitamin D prevent fractures? | decline | declines
p | what do you think about this case? | decline | declines
p | how common is PLO? | decline | declines
p | tell me something about the other patient | decline | declines
p | Was Mr Jones treated with denosumab? | decline | declines
p | remind me to call her tomorrow | decline | declines
p | set an alarm for 3 pm | decline | declines
p | what's 2 plus 2 | decline | declines
p | how do I get to the hospital? | decline | declines
p | I am tired | decline | declines
p | lol | decline | declines
p | Guten Morgen | decline | declines
p | what is the normal range of PTH in pregnancy? | decline | declines
p | Which dose of denosumab is usual? | decline | declines
p | Is a T-score of -2.2 osteoporosis? | decline | declines
p | does romosozumab cause heart attacks? | decline | declines
p | was her brother's TSH normal? | decline | none
p | is the surgeon any good? | decline | declines
p | print my bank statement | decline | declines
p | what would the P1NP be at 36 months? | decline | declines
p | order a new DXA | decline | declines
p | is she compliant? | ask | none
p | when will she die? | decline | declines
p | how many patients have you seen? | decline | declines
"""
