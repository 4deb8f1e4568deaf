"""The third table of what clinicians say, by yet other people, written after the first two were mended."""

from __future__ import annotations

__all__ = ["THIRD"]

THIRD = """
p | what was P1NP before she started the injections? | ask.value | says 95.8 ; -21.0
p | Creatinine trend please | ask.trend | says 0.50 ; 0.54
p | Latest bone density at the spine? | ask.value | says 1.063 ; -0.842
p | list her lab results at 22 months | ask.value | says 263 ; 21.0 ; -947
p | What medications is the patient currently taking? | ask.value | says vitamin D3
p | what was the T-score of L1-L4 at month 6? | ask.value | says −1.1
p | what vitamin D level was found? | ask.value | says 9.1
p | Give me her thyroid results | ask.value | says 0.283 ; 2.5
p | what is documented about her family? | ask.source,ask.value,ask.presence | says mother
p | what's the value of free T3 | ask.value | says 2.5
p | pain score at the last visit? | ask.value | says 2 ; -9
p | which vertebrae are affected? | ask.value | says T3 ; T11
p | her bone markers | ask.value | says 947 ; 95.8
p | do we have a TBS? | ask.presence,ask.value | none
p | ionised calcium? | ask.value,decline | none
d | what was her eGFR in October 2020? | ask.value | says 72
d | dose of amlodipine | ask.value | says 5 mg
d | What did the first DXA show at the left hip? | ask.value | says 0.690
d | which fractures has the patient had | ask.value | says radius ; emoral
g | ODI at baseline? | ask.value | says 38
g | How did the ODI change? | ask.trend | says 38 ; 14
g | what was the vitamin D after two years | ask.value | says 44
g | smoking status | ask.presence,ask.value | says moking
p | how has the T-score at the hip evolved | ask.trend | says −1.8 ; −1.6
p | is P1NP lower than before? | ask.trend | says 95.8 ; 21.0
p | Has the RDQ gone down? | ask.trend | says 11 ; 0
p | how many percent did the spine increase by 22 months? | ask.trend | says 26.2
p | did calcium remain low? | ask.trend,ask.abnormal,ask.value | says 8.6 ; 8.8
d | course of vitamin D over time | ask.trend | says 58 ; 79
p | maximum TRACP 5b | ask.extreme | says 947
p | what was the lowest spine BMD and when? | ask.extreme | says 0.842 ; month 0
p | Which was the highest calcium? | ask.extreme | says 8.8
g | Highest pain score? | ask.extreme | says 7
p | Did she smoke during pregnancy? | ask.presence,decline | says No
p | Has she ever had glucocorticoids? | ask.presence | says No
p | was secondary osteoporosis excluded | ask.presence | says absent
p | is there any bone marrow oedema? | ask.presence | says Yes
p | does she have a history of falls? | ask.presence | says No
p | Does her mother have osteoporosis? | ask.presence | says Not told in the notes of the mother ; Femoral neck ; -Yes
p | Any fracture of the femoral neck in the patient herself? | ask.presence | says mother
p | Was denosumab ever given? | ask.presence | none
d | did she have surgery? | ask.presence,ask.value | says arthroplasty
d | has she had hip surgery | ask.presence,ask.value | says arthroplasty
d | is hypertension known? | ask.presence | says Yes
g | does he take aspirin | ask.presence | says Yes
p | when was the third child born? | ask.when | says 2021-02-12
p | When did treatment with romosozumab begin? | ask.when | says 2021-03-22
p | When did she stop wearing the brace? | ask.when | says 2 months
p | when was the first DXA performed | ask.when | says 2021-03-16
d | when did she fall? | ask.when | says 2020-09-28
d | when was denosumab first given | ask.when | says 2020-10-05
g | since when is he off prednisone? | ask.when | says 2020-05
p | how long was romosozumab given for? | ask.duration | says 12 months
p | which report describes the sacral fracture | ask.source | says mri-report
p | where do you have the 94.2 from | ask.source | says laboratory
p | quote the sentence on breastfeeding | ask.source,ask.patient | says breastfeeding
p | show me the evidence for vitamin D deficiency | ask.source | says treatment-start
p | Source of the TSH value? | ask.source | says 0.283
p | which values are outside the reference range? | ask.abnormal | says 947 ; 9.1 ; -4.0 mg
p | was the cortisol normal? | ask.abnormal | says Yes ; 6.5
p | Is TRACP-5b low at 12 months? | ask.abnormal | says Yes ; 107
p | which results were too high at baseline | ask.abnormal | says 947 ; 94.2 ; -0.283
p | how many times was she scanned? | ask.count | says 4 examinations ; 2021-09-22
p | how many fractures does she have in total? | ask.count | says 5
p | What do I still have to add for the case report? | ask.gap | tells Informed consent
p | list the missing CARE items | ask.gap | tells Informed consent
p | are there any discrepancies I should know of? | ask.conflict | says +13 %
p | where do the notes disagree | ask.conflict | says +13 %
p | present the patient briefly | ask.summary | says T9
p | overview please | ask.summary | says omosozumab
p | am I finished? | ask.progress | says 0 of
p | how many entries are still unreviewed? | ask.progress | says 0 of
p | What's the patient's body mass index? | ask.patient | says 17.54
p | is she postmenopausal? | ask.patient | tells not told
g | his BMI? | ask.patient | says 25.5
p | T3 is old | correct | edits temporality=historical @ T3
p | The fracture at T11 was chronic, not acute | correct | edits acuity=chronic @ T11
p | change albumin at 6 months from 4.9 to 4.6 | correct | edits value=4.6 @ albumin
p | The VAS at the first visit should be 8 | correct | edits value=8 @ VAS
p | TRACP was 749 at baseline, not 947 | correct | edits value=749 @ acid
p | hip BMD at 12 months is wrong, it should be 0.783 | correct | edits bmd_g_cm2=0.783 @ hip
p | No, T7 was acute | correct | edits acuity=acute @ T7
p | her weight is actually 56.4 kg | correct.patient | patient weight_kg=56.4
p | it was her second child | correct | declines
p | show T9 >> it was not fractured | correct | edits status=absent @ T9
p | romosozumab? >> that is wrong, it was started on 29 March 2021 | correct | edits start=2021-03-29 @ omosozumab
d | she has never smoked | correct | edits status=absent @ smoking
d | alendronate was stopped in July 2020 | correct | edits stop=2020-07 @ lendron
g | set the T-score of the left femoral neck at 24 months to -1.9 | correct | edits t_score=-1.9 @ emoral
p | add zoledronic acid 5 mg once in January 2023 | add | adds oledronic
p | record a fracture of the left fifth rib | add | adds ib
p | note down: osteocalcin 25 ng/mL | add | adds steocalcin
p | please add that she has hypothyroidism | add | adds ypothyroidism
p | add the total hip T-score -2.1 at month 36 | add | adds hip
p | discard both RDQ results at 6 and 22 months | delete | rejects RDQ
p | T3 does not belong here | delete | rejects T3
p | erase the creatinine at baseline | delete | rejects reatinine
p | all labs are correct | accept | accepts 31
p | mark T7 as correct | accept | accepts 1
p | approve the romosozumab entry | accept | accepts 1
p | keep the fractures, they are right | accept | accepts +
p | come back to TSH later | defer | defers hyroid
p | Make me a PDF | make_pdf | runs make_pdf
p | print | make_pdf | runs make_pdf
p | finish the report | make_pdf | runs make_pdf
p | export to JSON please | save_json | runs save_json
p | next please | next_open | runs next_open
p | what should I look at next? | next_open | runs next_open
p | oops, undo | undo | tells nothing to take back
p | go back one step | undo | tells nothing to take back
p | good bye | quit | runs quit
p | rename to A fragile spine | rename | changes rename
p | make delivery month zero | set_axis | changes set_anchor
p | correct is 18.2 | correct | edits change_percent=18.2 @ Lumbar
p | I don't know | answer.no | tells ?
p | should teriparatide be tried? | decline | declines
p | what dose of vitamin D would you suggest? | decline | declines
p | Is she at high risk of fracture? | decline | declines
p | how good is romosozumab? | decline | declines
p | can romosozumab be given while nursing? | decline | declines
p | what is the evidence for teriparatide in the notes? | ask.source | says teriparatide
p | how many women get this disease? | decline | declines
p | which centre treats this best? | decline | declines
p | please fax the report to the GP | decline | declines
p | who is the president | decline | declines
p | open the case of Mrs Yamada | decline | declines
p | what was the P1NP of my previous patient? | decline | declines
p | translate this | decline | declines
p | sing me a song | decline | declines
p | Will BMD rise further? | decline | declines
p | what will her T-score be next year? | decline | declines
p | is a P1NP of 21 good? | decline | declines
p | why did she break T9? | decline | declines
p | should breastfeeding be stopped? | decline | declines
p | how do bisphosphonates act? | decline | declines
p | is the BMD change clinically relevant? | decline | declines
p | when is she due back? | decline | declines
p | what would happen without treatment? | decline | declines
p | reset everything | decline | declines
p | format c: | decline | declines
p | are you human? | decline | declines
p | tell me about calcium metabolism | decline | declines
p | blah blah | decline | declines
p | order a bone scan for Monday | decline | declines
p | who pays for this? | decline | declines
"""
