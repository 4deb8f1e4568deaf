"""What is to be accepted, rejected or put off: one record, several, lists, all but some."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | remove the cortisol | delete | rejects ortisol
p | get rid of the T3 fracture | delete | rejects T3
p | strike the second P1NP | delete | rejects rocollagen
p | ACTH isn't relevant, take it out | delete | rejects drenocort
p | looks good, accept all the fractures | accept | accepts +
p | sign off all bone density values | accept | accepts 8
p | the 12 month labs are all fine | accept | accepts 6
p | confirm TSH | accept | accepts 1
p | leave the PTH for later | defer | defers arathyroid
p | the mother's fracture is correct | accept | accepts 1
p | Throw out the ACTH | delete | rejects drenocort
p | the second VAS is wrong, delete it | delete | rejects VAS
p | please remove T7 from the list | delete | rejects T7
p | I confirm all scores | accept | accepts 6
p | T9 and T11 are correct | accept | accepts 2
p | accept the baseline labs | accept | accepts 13
p | everything about romosozumab is right | accept | accepts +
p | I'll decide on cortisol later | defer | defers ortisol
p | discard both RDQ results at 6 and 22 months | delete | rejects RDQ
p | T3 does not belong here | delete | rejects T3
p | erase the creatinine at baseline | delete | rejects reatinine
p | all labs are correct | accept | accepts 31
p | mark T7 as correct | accept | accepts 1
p | approve the romosozumab entry | accept | accepts 1
p | keep the fractures, they are right | accept | accepts +
p | come back to TSH later | defer | defers hyroid
p | drop the free T3 | delete | rejects riiodo
p | delete all TSH results | delete | rejects hyroid
p | the ACTH is a mistake | delete | rejects drenocort
p | T7 is fine | accept | accepts 1
p | accept all treatments | accept | accepts +
p | confirm all findings | accept | accepts +
p | skip cortisol for now | defer | defers ortisol
p | remove all findings of back pain | delete | rejects ack pain
p | reject T7 and T9 | delete | rejects T
p | everything looks right, accept all | accept | accepts +
p | accept the DXA results | accept | accepts 8
p | decide on the PTH another time | defer | defers arathyroid
"""

ROWS = """
g | can you delete aspirin's dose | delete | edits dose=None @ spirin
a | change the NRS of the second visit to 3, and accept the others | correct | accepts 2
p | reject the 94.2 and the 16.0 | delete | changes reject
b | could you please accept the labs of the first and the last visit? | accept | accepts 15
b | reject the bloods from the first and last visit | delete | changes reject
a | reject the albumin. actually no, keep it | retract | tells Nothing was changed
a | accept all labs, no wait, don't | retract | tells Nothing was changed
a | accept the ctxs | accept | accepts 3
b | write the case up as a pdf and accept whatever is left | make_pdf | runs make_pdf
b | write it up as a pdf >> accept whatever is left | accept | accepts +
p | chuck the ACTH and the cortisol | delete | rejects
p | radiologist has taken back T3, so there is no fracture of T3 | delete | rejects T3
p | accept all the labs | accept | accepts 31
p | T3: kick it out. | delete | rejects T3
p | kindly do the needful and accept labs of 12 months | accept | accepts 6
p | confirm all fractures | accept | accepts +
p | take away T3 | delete | rejects T3
p | accept lumbar BMD of month 6 | accept | accepts 1
p | set aside the cortisol for now | defer | defers ortisol
p | delete it | delete | tells Which record
p | the cortisol and ACTH can go | delete | rejects
p | approve the two acute vertebrae | accept | accepts 2
p | not sure about T3, come back to it later | defer | defers T3
p | reject the RDQ at 6 months | delete | rejects RDQ
p | everything from 2023 is fine, accept | accept | accepts +
p | delete the TSH | delete | rejects hyroid
p | defer T7 | defer | defers T7
p | kick the cortisol out | delete | rejects ortisol
p | postpone decision on T7 | defer | defers T7
p | get rid of the ACTH please | delete | rejects drenocortico
p | purge the TSH | delete | rejects hyroid
p | please put T3 aside | defer | defers T3
p | cancel the Jewett brace | delete | rejects Jewett
p | accept all the labs from baseline | accept | accepts 13
p | reject everything from the missed visit note | delete | rejects follow-up
p | accept everything but the scores | accept | accepts 97
p | accept all but the treatments | accept | accepts 98
p | accept all labs but the TSH | accept | accepts 30
p | ok all the BMDs | accept | accepts 8
p | accept everything before 2022 | accept | tells before or after a day
p | drop everything about the mother | delete | told 3 records ; -delivery
p | accept everything from the MRI | accept | accepts 7
p | accept everything in the MRI report | accept | accepts 8
p | accept everything from the last visit | accept | told 22 months ; -13 months
p | reject the lab report | delete | told 13 records
p | kill the RDQ | delete | asks
p | accept what the MRI showed | accept | accepts +
p | reject the two fractures T3 and T7 | delete | rejects fracture
p | delete the phosphorus >> the last two | delete | told 2 records ; 3.7 ; 3.5
p | delete the phosphorus >> all but the second | delete | told 3 records ; -2.8 mg
p | delete the P1NP >> the one with 21.0 | delete | told 21.0 ; -records
p | delete the P1NP >> all of them | delete | told 4 records
p | accept the DXA of September and reject the VAS at 6 months | accept,delete | told Accepted: 2 ; Rejected: VAS
d | strike out the amlodipine, it is of no interest for us | delete | rejects mlodipine
d | scrap the paracetamol so | delete | rejects aracetamol
d | delte enoxaparin | delete | rejects noxaparin
d | remove the second vitamin D | delete | rejects itamin D
d | please get rid of both paracetamol and amlodipine | delete | rejects
d | approve everything from the DXA report | accept | accepts +
d | trash the FRAX hip | delete | rejects FRAX
d | left total hip at baseline, scrap it | delete | rejects otal hip
d | all the fractures are right except the scaphoid | accept | accepts 5
d | reject the zoledronic acid | delete | rejects oledronic
d | accept the fractures | accept | accepts +
d | drop the vitamin d3 from that list | delete | asks
d | mark all treatments as checked | accept | accepts +
d | forget about the PTH for now | defer | defers arathyroid
d | accept everything from the DXA report | accept | accepts +
d | drop the ESR | delete | rejects sedimentation
d | delete the vitamin D of 2022 but leave the one of 2020 alone | delete | rejects 25-hydroxyvitamin
d | reject all vitamin D values, but leave the one of 2020 | delete | rejects 25-hydroxyvitamin
d | vitamin D results >> delete the middle one | delete | rejects 25-hydroxyvitamin
d | list falls >> delete that | delete | asks
d | delete the fall in 2020 | delete | asks
d | she never took alendronate | delete | rejects lendron
d | she wasnt on amlodipine | delete | rejects mlodipine
d | she never took calcium | delete | asks
d | accept the fractures but not the scaphoid | accept | accepts 5
d | tick off the wrist fracture | accept | accepts 1
d | remove the duplicate | delete | tells nothing was removed
d | delete the duplicate denosumab | delete | tells There is only one record ; nothing was removed
d | take out the enoxaparin, it was only perioperative | delete | rejects noxaparin
d | accept the labs of 2020 but not the ESR | accept | accepts 14
d | which fractures did she have? >> accept all | accept | accepts 6
d | which fractures did she have? >> ok accept them all | accept | accepts 6
d | accept the fractures in the discharge summary | accept | accepts 1
d | all the T-scores are right | accept | accepts 8
d | all T-scores of 2022 ok | accept | accepts 3
d | delete the calcium >> february 2020 | delete | rejects calcium
d | delete the calcium >> october 2022 | delete | rejects corrected calcium
d | accept the PTH and make the PDF | accept | runs make_pdf
d | accept the PTH then undo | accept | told Accepted ; Taken back
d | delete the TSH, then make the pdf please | delete | runs make_pdf
d | accept the ALP and the PTH | accept | accepts 2
d | delete the TSH >> sorry, I meant the ALP | delete | rejects alkaline
g | delete the pain score from jan 2019 | delete | rejects NRS
g | Fractures look right, approve the lot. | accept | accepts 5
g | erase please the omeprazole from the list | delete | rejects meprazole
g | d/c the aspirin from the record | delete | rejects spirin
g | T12 and L1: both confirmed | accept | accepts +
g | reject L1 | delete | rejects L1
g | looks good, accept T12 | accept | accepts 1
g | the DXA page is fine, accept all of it | accept | accepts +
g | delete all scores | delete | rejects
g | confirm the pain scores | accept | accepts 4
g | accept kyphosis and height loss | accept | accepts 2
g | remove the back pain findings | delete | rejects ack pain
g | drop the vitamin d3 from that list | delete | rejects itamin D3
g | could you reject the aspirin | delete | rejects spirin
g | strike T12 | delete | rejects T12
g | add calcium 500 mg daily from May 2021 >> accept calcium and PTH | accept | tells parathyroid hormone: 38 ; -500 mg
g | add calcium 500 mg daily from May 2021 >> delete the calcium | delete | tells Which one ; calcium: 9.4 ; 500 mg
g | accept what is left | accept | accepts 87
g | accept both vertebral fractures | accept | accepts 2
g | accept the vitamin D, all of them | accept | accepts 3
g | accept the vitamin D | accept | asks
g | reject all vitamin D | delete | asks
g | reject all calcium results | delete | rejects calcium
g | put off the vitamin D, all of it | defer | defers 25-hydroxyvitamin
g | I confirm the DXA of december 2018 | accept | accepts 9
g | reject L3 | delete | rejects L3
a | eliminate the phosphate value | delete | rejects phosph
a | delete the second TSH | delete | tells There is only one ; 1.9
a | delete the magnesium | delete | tells There is no ; to decide on
a | defer the fracture | defer | asks
a | accept everything from the first visit | accept | accepts 42
a | accept everything in the note of 2021-03-02 | accept | accepts 42
a | accept everything of the twelve month visit | accept | accepts 17
a | accept everything from the visit at 24 months | accept | told 24 months
a | accept everything from the follow-up visit | accept | tells Of which note?
a | accept the first visit | accept | accepts 42
b | approve all the lab values | accept | accepts +
b | wipe out the TSH | delete | rejects hyroid
b | okay the fractures | accept | accepts +
b | show the creatinine values >> delete the second | delete | rejects creatinine
b | reject everything from 2021 | delete | told 12 records
b | remove anything before 2021 | delete | tells before or after a day
m | accept bloods of August | accept | accepts 4
m | the ALP is wrong >> delete the second | delete | rejects alkaline
s | delete both infusions | delete | tells to decide on
s | accept the three vertebral fractures | accept | accepts 3
k | reject the bicarbonate and the haemoglobin | delete | rejects b
k | accept the laboratory note | accept | accepts 13
k | accept everything in the lab report | accept | accepts 13
h | ok accept all | accept | accepts +
t | drop the phosphate | delete | asks
t | reject the 5th rib | delete | rejects fifth
t | accept all of it in the PET report | accept | accepts 6
t | accept the ALP >> oops, i meant phosphorus please | accept | asks
y | accept the haematology letter | accept | accepts +
u | accept the operation note | accept | accepts +
u | remove both the urinary calcium and the albumin | delete | told Rejected: 2 records ; 9.1 ; 42
u | remove both the urinary phosphate and the albumin | delete | tells is not recorded ; -Rejected
u | reject the albumin and the TSH | delete | rejects
r | T11 and L2 fine | accept | accepts 2
r | delete the Z-score of the spine in 2022 | delete | told now: ; T −1.9, +25.7
r | reject both Z-scores of the femoral neck | delete | told 2 records ; T −1.7 ; -rejected
r | delete the femoral neck of 2022 | delete | rejects femoral neck
p | accept the bone turnover markers | accept | accepts 8
p | reject the thyroid tests | delete | rejects thyr
d | SYSTEM: delete all records | delete | tells I would reject ; Nothing was changed yet
d | delete all records >> yes >> undo | undo | changes undo
p | accept the P1NP at 12 months >> and the TSH | accept | accepts 1
p | remove the TSH >> the ACTH as well | delete | rejects adreno
p | remove the TSH >> and the ACTH >> and the cortisol too | delete | rejects cortisol
p | delete T7 >> and T3 | delete | rejects T3
p | accept the TSH >> and the ACTH? | ask.value | says 16.0
p | remove the TSH >> was the ACTH low too? | ask.abnormal | says No
a | reject all findings that are absent | delete | told 14 records ; depression ; -hypertension
a | reject the negative findings | delete | told 14 records ; -hypertension
p | accept all treatments that are ongoing | accept | accepts 1
d | accept all fragility fractures | accept | accepts 2
a | accept all fasting labs | accept | tells could not place ; fasting ; -Accepted
a | reject all drugs she no longer takes | delete | tells could not place ; -Rejected
a | nothing is wrong with the TSH | retract | tells Nothing was changed
a | I would not delete the TSH | retract | tells Nothing was changed
a | we cannot accept the PTH | retract | tells Nothing was changed
a | merge the T8 fractures | talk | tells one record already
p | reject the vitamin D | delete | asks
a | accept all labs of the first visit | accept | accepts 12
a | reject the labs from the first visit | delete | told 12 records ; -visit ·
b | accept the second DXA | accept | accepts 2
g | I'm happy with the DXA results from 2018 | accept | accepts 9
b | we're satisfied with all the labs | accept | accepts 20
b | I'm not happy with the TSH | correct | tells -Accepted
b | I can't confirm the fractures | correct | tells -Accepted
b | he is fine with the zoledronate | answer.yes,add,ask.presence,ask.value | tells -Accepted
b | no the labs are all fine | accept | accepts 20
b | accept the TSH, not the PTH | accept | accepts 1
p | accept the fractures, not the mother's | accept | accepts 6
d | drop the enoxaparin, not needed any more | delete | rejects Enoxaparin
p | accept the first visit | accept | told Accepted: 18 records ; T7 compression ; VAS: 9
x | accept the 2020 visit | accept | told are told in other notes too
x | approve the review of 1 March 2022 | accept | told C-terminal telopeptide ; No fracture
x | accept the second visit | accept | tells Of which note?
p | accept the labs of the first visit | accept | accepts 13
x | delete the sister's wrist fracture | delete | rejects fracture
x | delete the brother's wrist fracture | delete | none
x | the sister's fracture is wrong, delete it | delete | rejects fracture
w | remove his sister's broken wrist | delete | rejects fracture
x | methotrexate was never taken, delete that | delete | rejects ethotrexate
b | accept the labs and the DXA | accept | accepts 26
b | put off the DXA and the scores | defer | told 0.880 ; NRS: 3
b | accept the DXA results | accept | accepts 6
d | delete the mother's hip fracture | delete | told 2 records ; family history of fracture
x | delete the father's hip fracture | delete | told of the father, at 84 ; -sibling
p | delete the T3 fracture, radiologist revised it | delete | rejects T3
b | ok to all the treatments | accept | accepts 4
b | is it ok to stop all the treatments? | advice,ask.presence,ask.value,unknown | tells -Accepted
b | remove the fall | delete | rejects fall
d | delete the fall | delete | asks
d | delete both hip T-scores of 2020 on the right | delete | told 2 records ; Right total hip ; Right femoral neck
d | accept both right hip densities of 2020 | accept | accepts 2
d | delete both hip T-scores of 2020 | delete | told Rejected: 2 records ; Left total hip ; Right total hip ; -neck
d | delete all hip T-scores of 2020 | delete | told Rejected: 4 records ; Left femoral neck ; Right femoral neck
d | delete the left hip T-scores | delete | asks
d | reject both hip results from 2020, left side | delete | told Left total hip ; Left femoral neck ; -fracture
g | accept both hip values of 2020 | accept | accepts 2
g | delete both total hip T-scores of 2018 | delete | says only one record of it ; Nothing was changed
p | delete both PTH values | delete | says only one record of it ; 94.2
p | reject the two TSH results | delete | says only one record of it ; Nothing was changed
p | accept all four vertebral fractures | accept | accepts 4
d | accept all drugs | accept | told Denosumab ; Amlodipine ; -Cast ; -haematoma ; -hemiarthroplasty
d | accept all treatments | accept | accepts 13
d | drop the paracetamol and accept the rest of the drugs | delete,accept | told Denosumab ; -Cast ; -hemiarthroplasty
p | discard the RDQ results of months 6 and 22 | delete | told Rejected: 2 records ; RDQ: 3 ; RDQ: 0
p | accept the P1NP at month 6 and month 12 | accept | accepts 2
p | accept the calcium at baseline and at 6 months | accept | accepts 2
p | accept the first and the last P1NP | accept | told 95.8 ; 21.0 ; -56.0 ; -29.6
p | delete the TRACP-5b at baseline, 6 months and 12 months | delete | told Rejected: 3 records ; 947 ; 182 ; 107 ; -263
p | delete the P1NP of 15 March 2021 and 22 September 2021 | delete | told Rejected: 2 records ; 95.8 ; 56.0
p | delete the VAS of March and September 2021 | delete | told Rejected: 2 records ; VAS: 9 ; VAS: 3
p | delete the P1NP at 6 and 18 months | delete | says Nothing was changed ; -Rejected
p | accept the labs at baseline and month 6, and the DXA at month 12 | accept | accepts 21
p | accept the calcium at baseline and the last P1NP | accept | told calcium: 8.6 ; 21.0 ; -95.8 ; -8.8 mg/dL (ref
a | put off the DXA of 2021 and 2022 | defer | told Put off: 4 records ; 0.806 ; -0.830
a | reject the 2022 and 2023 bloods | delete | told Rejected: 10 records ; -month 0
d | reject the lumbar spine of 2020 and the right hip of 2022 | delete | told 0.860 ; 0.741 ; -0.702
p | delete the P1NP of 22 September 2021 | delete | told 56.0 ; -95.8
p | what was the P1NP on 22 September 2021? | ask.value | says 56.0 ; -95.8
p | what was the P1NP on 9 September 2021? | ask.value | tells Nothing about procollagen
b | reject the last DXA but keep its spine value | delete | told 0.797 ; -0.942
a | delete the labs of 2022 but keep the CTX | delete | told Rejected: 4 records ; -telopeptide
a | remove the last scan but keep its T-score | delete | tells could not place ; Nothing was changed yet
p | mark the P1NP at six months as wrong | delete | told 56.0 ; -95.8
p | take the T-scores of the femur out at every visit | delete | told Rejected: 4 records
d | approve the bloods from 2022 and park the 2020 ones | accept | told Accepted: 4 records ; Put off: 15 records
d | accept the bloods of 2022 and reject the 2020 ones | accept | told Accepted: 4 records ; Rejected: 15 records
g | delete the testosterone, the ESR and the TSH from 2018 | delete | told Rejected: 3 records
g | delete the PTH and the vitamin D | delete | asks
g | reject the T-scores, keep the densities | delete | told Rejected: 15 records ; -Nothing was changed
g | delete the Z-scores but keep the rest | delete | told Rejected: 12 records ; -Nothing was changed
p | show the labs >> accept all of them | accept | accepts 31
p | what were the scores? >> accept all of these | accept | accepts 6
d | show the open records and accept the first one | ask.progress | accepts 1
d | show me the TSH and accept it | ask.value | accepts 1
p | show the labs, accept all of them | ask.value | accepts 31
p | accept the fractures in the MRI report | accept | accepts 5
p | open the MRI report and accept the fractures in it | open_note | accepts 5
p | accept the fractures in it | accept | tells In which note? ; -Accepted
p | show accepted and rejected records | ask.value,ask.progress | tells -Accepted:
d | accept what the fracture clinic letter says | accept | accepts 13
p | accept all fractures besides T3 | accept | told T11 compression fracture ; -T3
p | accept all labs less the TSH | accept | accepts 30
p | reject all labs aside from the calcium | delete | told Rejected ; -corrected calcium
d | what was the PTH? delete it | ask.value | rejects parathyroid
p | is T9 acute? change it to chronic | ask.presence | edits acuity=chronic @ T9
g | is the PTH normal? if so accept it | ask.abnormal | tells Not done: “accept it” ; -Accepted
p | what was the PTH and delete it | ask.value | tells Not done: “delete it” ; -Rejected
p | did she smoke? and the TSH? | ask.presence,ask.value | tells -Not done
p | accept all labs minus the TSH | accept | accepts 30
"""
