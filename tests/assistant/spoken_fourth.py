"""The fourth table of what clinicians say, written after the first three were mended."""

from __future__ import annotations

__all__ = ["FOURTH"]

FOURTH = """
p | Let me see the P1NP values | ask.value | says 95.8 ; 21.0
p | What was her PTH on presentation? | ask.value | says 94.2
p | How was her phosphate after a year? | ask.value | says 3.7 ; -3.5
p | Show T-scores of the hip | ask.value | says −1.8 ; −1.6
p | What drug was she given? | ask.value | says omosozumab
p | any imaging findings? | ask.presence,ask.value | says marrow
p | fractures seen on MRI | ask.value | says T3 ; acr
p | what was reported at month 7? | ask.value,ask.summary | says daily activities
p | route of romosozumab? | ask.value | says subcutaneous
p | how often was romosozumab given? | ask.value,ask.count,ask.duration | says once a month
p | what's her T-score at the spine at the end of follow-up | ask.value | says −0.6 ; -−2.2
d | calcium on 4 October 2020 | ask.value | says 2.29
d | Z-score of the right hip | ask.value | says −0.6
d | what did she take for osteoporosis? | ask.value,ask.presence | says enosumab
g | at which dose was teriparatide given? | ask.value | says 20
g | NRS at 24 months | ask.value | says 2
g | BMD of L3? | ask.value | says 0.806
p | Was there an improvement in VAS? | ask.trend | says 9 ; 2
p | What did the hip do between 12 and 22 months? | ask.trend | says 0.738 ; 0.747
p | spine BMD change in percent | ask.trend,ask.value | says 26.2
p | how much has TRACP dropped? | ask.trend | says 947 ; 263
p | did the T-score of the lumbar spine improve? | ask.trend | says −2.2 ; −0.6
g | How is his ODI developing? | ask.trend | says 38 ; 14
d | has the spine got better since the hip fracture? | ask.trend,ask.presence | says 0.944
p | top P1NP | ask.extreme | says 95.8
d | lowest T score | ask.extreme | says −2.7
p | Has she any allergies? | ask.presence,decline | none
p | is she a drinker? | ask.presence | says No
p | Any osteoporosis in the family? | ask.presence | none
p | Were there vertebral fractures at 22 months? | ask.presence,ask.value | says absent
p | does she have low back pain? | ask.presence | says Yes
p | Did she tolerate romosozumab? | ask.presence | none
d | Did she break her wrist? | ask.presence | says Yes
d | was she on HRT? | ask.presence | says she never had HRT
g | Is there kyphosis? | ask.presence | says Yes
p | exact date of delivery | ask.when | says 2021-02-12
p | when did she come for the first time? | ask.when,ask.value | says 2021-03-15
p | When was the orthosis fitted? | ask.when | says 2021-03-22
d | when was the hemiarthroplasty? | ask.when | says 2020-09-29
g | when did he stop prednisone? | ask.when | says 2020-05
p | how many months did she take romosozumab? | ask.duration | says 12 months
p | where did you read that she never smoked? | ask.source | says first-visit
p | what is the source for T3? | ask.source | says mri
p | In which note is the RDQ of 3? | ask.source | says six-months
p | what does the letter say about smoking | ask.source | says never smoked
p | Were any labs abnormal at 6 months? | ask.abnormal | says 8.4 ; -947
p | which blood tests were normal at baseline? | ask.abnormal | says 4.0 ; -947
p | high values? | ask.abnormal | says 947
p | how many notes are in this case? | ask.count | tells 11
p | is anything left out for CARE? | ask.gap | tells Informed consent
p | what is not documented? | ask.gap | tells Informed consent
p | do any values contradict each other? | ask.conflict | says +13 %
p | check the data for errors | ask.conflict | says +13 %
p | tell me the story of this patient | ask.summary | says T9
p | how many have I accepted? | ask.progress | says 0 of
p | how tall is she? | ask.patient | says 162.8
p | her age? | ask.patient | says middle-aged
p | T9 should be chronic | correct | edits acuity=chronic @ T9
p | the creatinine at one year was 0.65 | correct | edits value=0.65 @ reatinine
p | P1NP at 22 months: 12.0 | correct | edits value=12.0 @ rocollagen
p | the T-score of the spine at baseline was -2.3, not -2.2 | correct | edits t_score=-2.3 @ umbar
p | it was the left sacral ala | correct | edits side=left @ sacr
p | she is 162 cm tall | correct.patient | patient height_cm=162
p | what's the cortisol? >> no, 5.6 | correct,answer.no | edits value=5.6 @ cortisol
g | the prednisone was finished in April 2020 | correct | edits stop=2020-04 @ rednisone
d | the femoral neck fracture was on the right side | correct | edits side=right @ emoral
p | please include calcium 600 mg daily | add | adds alcium
p | she also had a fracture of L1 | add | adds L1
p | add a note: TSH 1.5 mU/L | add | adds hyroid
p | drop the free T3 | delete | rejects riiodo
p | delete all TSH results | delete | rejects hyroid
p | the ACTH is a mistake | delete | rejects drenocort
p | T7 is fine | accept | accepts 1
p | accept all treatments | accept | accepts +
p | confirm all findings | accept | accepts +
p | skip cortisol for now | defer | defers ortisol
p | produce the PDF | make_pdf | runs make_pdf
p | export the case | save_json | runs save_json
p | undo please | undo | tells nothing to take back
p | what else can you do? | help | tells Correct:
p | how do I correct a value? | help | tells Correct:
p | leave | quit | runs quit
p | month 0 should be the delivery | set_axis | changes set_anchor
p | is teriparatide contraindicated in general? | decline | declines
p | what are the side effects of romosozumab? | decline | declines
p | when can she stop treatment? | decline | declines
p | Would bisphosphonates have worked? | decline | declines
p | how likely is a new fracture? | decline | declines
p | what's the best drug for her? | decline | declines
p | do I need to check her calcium? | decline | declines
p | why didn't the hip respond? | decline | declines
p | what does P1NP measure? | decline | declines
p | is PLO hereditary? | decline | declines
p | recommend a journal | decline | declines
p | what is her phone number? | decline | declines
p | where does she live? | ask.passage | none
p | search the internet for PLO | decline | declines
p | show me another case | decline | declines
p | was the neighbour's P1NP high too? | decline | declines
p | make me a coffee | decline | declines
p | good evening | decline | declines
p | 1234567 | decline | declines
p | I disagree with you | decline | declines
p | you are wrong | decline | declines
p | let's talk about football | decline | declines
p | write to her GP | decline | declines
p | stop romosozumab | decline | declines
"""
