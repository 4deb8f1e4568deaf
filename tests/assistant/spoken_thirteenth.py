"""The same families once more, in the words of other people: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["THIRTEENTH"]

THIRTEENTH = """
a | Good morning, might I trouble you for the phosphate from the baseline bloods | ask | says 3.6
a | hwo much vit D was in her blood after two yrs | ask | says 40
b | Do we possess a PTH in this dossier? | ask | says 4.1
b | alk phosph pre infusion | ask | says 71
d | Would you happen to have the fracture risk score on hand? | ask | says 28 ; 12
d | TSH value, where did it land? | ask | says 1.9
g | Kindly furnish the serum testosterone | ask | says 412
g | total hip densitiy on the closing scan | ask | says 0.801
p | I am puzzled about her thyroid results; which were they | ask | says 0.283 ; 2.5
p | free t4 reading pls | ask | says 0.9
a | Over the two years, was there bone loss or gain at the hip? | ask | says 0.700 ; 0.738
b | is the P1NP heading downwards since the infusions began | ask | says 47 ; 19
g | juxtapose ESR before and one year after | ask | says 14 ; 11
p | tell me whether the lumbar BMD kept climbing until the end | ask | says 0.842 ; 1.063
d | how far did the right hip BMD climb | ask | says 0.702 ; 0.741
a | by how many percent did CTX fall | ask | says 420 ; 176
p | When was P1NP at its lowest? | ask | says 21.0
d | the greatest T-score she reached at the spine | ask | says −2.0
g | what's the smallest spine BMD that we have got | ask | says 0.812
b | most up-to-date eGFR? | ask | says 85
p | are all her electrolytes fine? | ask | says 8.6
a | was anything abnormal in the labs? | ask.abnormal | tells None
d | vitamin D: sufficient in 2022? | ask | says 79
g | Did the gentleman sustain any peripheral fractures | ask | tells -L1 comp
b | has he got a thyroid problem | ask | says absent
a | any adverse reactions with the tablets | ask | says bsent
p | did her mother fracture something | ask | says other
d | was she still a smoker in 2020? | ask | says past
g | is there a history of nephrolithiasis? | ask | says bsent
b | How old was he when the wrist broke? | ask | says 72
g | his age when the teriparatide course finished? | ask | says 65
p | in which month of treatment did she stop coming | ask | tells
d | when did the plaster come off | ask | tells
a | when were the antiresorptives commenced? | ask | says 2021-03-02
b | how long between the first and the third infusion | ask | tells
p | Since when has she been on activated vit d | ask | says 2021-03-22
d | why was the lady switched off alendronate | ask | says heartburn
p | reason the spine brace was given up? | ask | tells
g | what was the rationale for giving zoledronic acid in the end | ask | says hold the gain
a | how many dxa scans has this woman had | ask | says 3
p | number of romosozumab injections documented | ask | says 12 months
g | how many lab panels are there | ask | tells
b | list his medications with start dates | ask | says amsulosin ; oledronic
d | which medicines did she leave hospital with | ask | says Enoxaparin ; -scaphoid
g | show the fracture risk factors of this man | ask | says moking
a | who wrote that the aunt had osteoporosis? | ask | says first-visit
p | anything in here that doesn't tally? | ask.conflict | says 18.2
b | what's still to be filled in for CARE | ask.gap | tells Missing
d | What did the X-ray show on admission, and what was done about it? | ask | says displaced
g | tell me his calcium. And creatinine? >> what about a year later | ask | says 9.6 ; 0.9
b | P1NP at baseline? >> and at the end? | ask | says 19 ; -47
a | The CTX at 12 months read 109, not 190 | correct | edits value=109 @ telopeptide
d | it was the left wrist that she broke | correct | edits side=left @ radius
p | get rid of the ACTH please | delete | rejects drenocortico
g | change atorvastatin dose to 40 mg | correct | edits dose=40 @ torvastatin
b | let the testosterone stand as it is | retract,answer.no | tells left
a | include that she takes magnesium 300 mg daily | add | adds agnesium
d | what do other women of her age have | decline | declines
g | could the vertebrae collapse further? | decline | declines
p | is the pain going to come back | decline | declines
a | thanks, you're brilliant | decline | declines
b | do the infusions hurt in general? | decline | declines
d | what's her cholesterol? | ask | none
b | Could I bother you for the corrected calcium of 2022? | ask | says 2.40
d | phosporus of feb 2020 | ask | says 1.08
p | the acth result, s'il vous plait | ask | says 16.0
g | what reading of P.S.A. do we have | ask | tells
g | SPEP outcome? | ask | says egative
a | eGFR prior to commencing the weekly tablet | ask | says 91
d | Z score of left neck of femur | ask | says −0.6
g | Oswestry, second visit with questionnaire | ask | says 22
a | NRS at each attendance | ask | says 6 ; 2 ; 0
b | By how much has the right hip density risen under zoledronate? | ask | says 0.756 ; 0.797
p | did calcium move in the wrong direction on romosozumab | ask | says 8.6 ; 8.4
g | any progress on the disability front? | ask | says 38 ; 14
d | hip T score: then and now | ask | says −2.4 ; −2.1
a | how does the last spine T-score stack up against the first | ask | says −2.5 ; −2.0
d | Which of her bones broke first? | ask | tells
b | the strongest spine value we saw | ask | says 0.942
g | when was his pain at its worst | ask | says 7
p | minimum of P1NP and of TRACP | ask | says 21.0 ; 107
p | anything flagged high in March 2021 | ask | says 947 ; 95.8 ; 94.2
b | was the creatinine ever raised | ask | tells -Yes
d | is the PTH within limits | ask | says 4.8
a | is there proof of myeloma? | ask | tells
b | any vertebral fx on the film | ask | says bsent
g | did he ever have kidney stones or previous breaks | ask | says bsent
d | was heparin given | ask | says noxaparin
d | is she left or right hip fractured | ask | says Left displaced femoral
p | age of the mother at her hip fracture | ask | says 71
g | how old is he at the end of the course | ask | says 65
d | at which age did she reach the menopause? | ask | says 44
b | the exact day of his third zoledronate drip | ask | says 2022-06-15
g | in which month was pred finally off | ask | says 2020-05
p | how many weeks was the orthosis worn | ask | says 2 months
a | duration of alendronate so far | ask | says alendronate
p | for what cause could she not have teriparatide | ask | says ontraindicated
b | why was a second DXA made | decline | declines
d | whats the reason that enoxaparin was given for 28 days | ask | tells
b | how many fractures does he have | ask | says 1
d | number of low trauma fractures? | ask | tells
p | how many acute vertebral fractures | ask | says T9 ; T11
d | list everything she takes by mouth | ask | says lendron ; mlodipine
p | all hormones that were tested | ask | says 0.283 ; 16.0 ; 6.5
a | her regular tablets? | ask | says amipril ; lendron
b | from which letter is the fever after infusion | ask | says first-year
d | quote the passage about the dental situation | ask | says dental
g | summary in three lines pls | ask.summary | says eriparatide
p | which statements are at odds with the lab values? | ask.conflict | says hyperthyroidism
a | what must I still supply before submission | ask.gap | tells
d | who is this lady and what happened to her bones? | ask | tells
p | And the brace - when on, when off? | ask | says 2021-03-22 ; 2021-05-21
g | calcium at start? >> and vitamin d? >> and both after 2 yrs? | ask | says 9.3 ; 44
d | when was the hip operated? >> by what method | ask | says hemiarthroplasty
a | Her height is 161 cm | correct.patient | patient height_cm=161
p | T11 is not acute but chronic | correct | edits acuity=chronic @ T11
g | the teriparatide began on January 9th 2019 | correct | edits start=2019-01-09 @ eriparatide
b | wipe out the TSH | delete | rejects hyroid
d | mark all treatments as checked | accept | accepts +
p | the lowest T score should not be changed | retract,answer.no | tells
d | forget about the PTH for now | defer | defers arathyroid
b | go ahead and produce the report | make_pdf | runs make_pdf
g | would you operate on L1? | decline | declines
d | is 28 % a high risk? | decline | declines
p | what dose of romosozumab is usual | decline | declines
a | who invented DXA | decline | declines
"""
