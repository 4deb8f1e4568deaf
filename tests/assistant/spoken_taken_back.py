"""What is taken back: a change undone or made again, a question of the assistant refused, a word withdrawn."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | that was a mistake, undo it | undo | tells nothing to take back
p | not now | answer.no | tells left open ; breastfeeding woman ; -+13 %
p | no | answer.no | tells left open ; breastfeeding woman
p | take it back | undo | tells nothing to take back
p | Undo my last change please | undo | tells nothing to take back
p | leave it as stated | answer.no | tells It stays as it is told ; breastfeeding woman
p | oops, undo | undo | tells nothing to take back
p | go back one step | undo | tells nothing to take back
p | I don't know | answer.no | tells left open ; breastfeeding woman
p | undo please | undo | tells nothing to take back
p | revert the last change | undo | tells nothing to take back
"""

ROWS = """
p | delete the cortisol >> um can you undo that? | undo | changes undo
p | The densitometry of March 2021 should read 0.724 for the hip. >> I withdraw the correction. | undo | changes undo
p | skip | answer.no | tells left open
p | don't touch the TSH | answer.no,retract,unknown,ask.value | tells
p | accept T9 >> revert what I just did | undo | changes undo
p | the lowest T score should not be changed | retract,answer.no | tells
p | please do not remove T3 | retract,answer.no | tells left
p | weight is 47 kg >> delete the free T4 >> forget everything I changed today | undo | tells free thyroxine ; weight
p | weight is 47.5 kg >> delete the free T4 >> undo | undo | tells rejected free thyroxine ; -weight
p | not documented | answer.no | tells left open
p | potassium 4.4 mmol/L >> no thanks | retract | tells not added
p | leave it as it was | retract | tells Nothing was changed
p | PTH was 49.2 >> hm no, the old value was right | undo | changes undo
p | PTH was 49.2 >> TSH was 1.3 >> undo the last two | undo | tells parathyroid ; thyroid-stimulating
p | PTH was 49.2 >> TSH was 1.3 >> undo the last two >> redo both | redo | tells parathyroid ; thyroid-stimulating
p | PTH was 49.2 >> TSH was 1.3 >> undo | undo | tells thyroid-stimulating ; -parathyroid
p | delete the P1NP >> no idea | retract | tells Nothing was changed
p | reject the TSH >> reject the ACTH >> restore the TSH | undo | told Taken in again ; thyroid ; -adreno
p | reject the TSH >> reject the ACTH >> restore everything I rejected | undo | told thyroid ; adreno
p | reject the TSH >> un-reject the TSH | undo | changes undo
d | reject the paracetamol >> undo >> hm, i was right the first time, redo | redo | tells Made again
d | scrap the paracetamol so >> ah no, put it back | undo | changes undo
d | never mind, do nothing | answer.no,retract,undo | tells
d | please undo everything | undo | tells nothing to take back
d | n/a | answer.no | tells left open
d | delete paracetamol >> ctrl z | undo | changes undo
d | delete paracetamol >> restore paracetamol | undo | changes undo
d | accept the ALP >> undo | undo | changes undo
d | the wrist was the left one >> no, leave it as it was | retract | changes undo
d | the wrist was the left one >> leave it as it is | retract | tells last change stands
g | the ESR in 2020 was 17... no sorry, leave it, 11 is right | retract | tells Nothing was changed
g | delete the atorvastatin >> undo | undo | changes undo
g | oops undo | undo | tells nothing to take back
g | undo that please | undo | tells nothing to take back
g | undo | undo | tells nothing to take back
g | the one of 2019 must not be touched | retract,answer.no,unknown | tells
g | scrap that | undo,delete,retract | tells
g | undo it now | undo | tells nothing to take back ; -note 2018
g | delete T12 >> undo >> undo | undo | tells nothing to take back
g | creatinine was 1.3 >> oh never mind, leave it | retract | tells left as it is
g | creatinine was 1.3 >> no, forget it, leave it as it is | retract | tells left as it is
g | the P1NP was 44 ng/mL >> ok, never mind then | undo | changes undo
g | delete the calcium >> get the calcium back | undo,unknown,ask,accept | tells -Rejected
a | leave the one of 2021 alone | answer.no,retract,unknown | tells
a | hold on, keep everything as is | answer.no,retract | tells
a | leave P1NP as it is | retract,answer.no | tells left
a | vit D at 12 months 43 >> no | answer.no,retract | tells
b | let the testosterone stand as it is | retract,answer.no | tells left
b | accept all labs >> i take back the ok for the P1NP results only | undo | reopens 3 procollagen
b | accept all labs >> undo the P1NP acceptance | undo | reopens 3 procollagen
b | accept all labs >> take back my approval of the creatinine at 12 months | undo | reopens 1 creatinine
b | accept the creatinine at baseline >> take back the ok for the P1NP | undo | tells No acceptance of
b | delete the wrist fracture >> undo the P1NP | undo | tells The last change is another one
b | accept all labs >> undo | undo | changes undo
m | the ALP is wrong >> forget it | retract | tells Nothing was changed
k | the PTH should be 9 >> never mind | retract | tells Nothing was changed
c | i'd rather not answer that | answer.no | tells left open
c | ask me another question | answer.no | tells left open
r | don't delete the P1NP | retract | tells Nothing was changed
d | reject the paracetamol >> actually keep it | undo | changes undo
d | reject the paracetamol >> keep the paracetamol | undo | changes undo
d | reject the enoxaparin >> keep the amlodipine | accept | told Amlodipine
d | add a rib fracture in March 2023 >> which fractures are there? >> take that out again | undo | changes undo
d | accept the TSH >> what was the ALP? >> actually no, take that back | undo | changes undo
d | take that out again | undo | tells nothing to take back
p | the second one is right >> no, the other | undo | changes undo
p | the second one is right >> actually no, the first | undo | changes undo
d | later | answer.no | tells left open
d | she consented in writing >> skip the ethics for now | answer.no | tells left open ; -Put off
d | the TSH? >> later | defer | defers thyroid
d | yes | answer.yes | tells in a sentence ; 9c
d | repeat the question | talk | tells 9c
x | her weight was 70 kg >> undo | undo | tells the patient's weight ; -weight_kg ; -weight kg
g | T12 was grade 3 >> undo | undo | tells Genant grade. ; -more
p | the romosozumab dose was 210 mg >> undo | undo | tells Romosozumab: dose. ; -unit
d | the wrist was left >> sorry, right was correct | undo | tells Taken back ; side
d | she is 75 >> nope, 74 was right | undo | tells Taken back: the patient's age
d | the ESR was 14 >> 12 was right after all | undo | tells Taken back ; value ; -canonical ; -flag
d | the ESR was 14 >> 14 is right | correct | says recorded already
a | accept everything from the first visit >> undo | undo | tells accepted 42 records
p | accept the PTH and reject the TSH >> undo | undo | tells accepted parathyroid ; rejected thyroid
p | accept the PTH and reject the TSH >> undo >> redo | redo | tells accepted parathyroid ; rejected thyroid
p | accept the PTH. Reject the TSH. >> no, undo that | undo | tells accepted parathyroid ; rejected thyroid
d | the PTH was 5.8 and she weighed 55 kg >> undo | undo | tells parathyroid hormone ; weight
d | the PTH was 5.8 and she weighed 55 kg >> undo >> undo | undo | tells nothing to take back
a | add calcium 500 mg daily and delete the TSH >> undo | undo | tells added calcium ; rejected thyroid
p | call the case Case 7 and delete the TSH >> undo | undo | tells title: Case 7
p | delete the TSH >> accept the PTH >> undo | undo | tells accepted parathyroid ; -rejected
p | accept PTH and TSH >> undo the TSH | undo | reopens 1 thyroid
p | delete the PTH and the TSH >> undo the TSH | undo | reopens 1 thyroid
d | accept the denosumab >> accept the PTH >> reopen the denosumab | undo | reopens 1 Denosumab
d | reopen the denosumab | undo | tells No acceptance of denosumab
"""
