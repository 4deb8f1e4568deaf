"""Changes said with their reasons, called back or turned to another record; and all that a sentence of change tells.

The columns are as in ``spoken_first``; ``>>`` stands between turns.
"""

from __future__ import annotations

__all__ = ["SAID_TO_CHANGE"]

SAID_TO_CHANGE = """
a | Reject the 2021 L1-L4, only the hip was scanned that day. | delete | rejects L1-L4
b | delete the PTH, it was from another patient | delete | rejects parathyroid
b | delete the second creatinine, it was a duplicate of the first | delete | rejects creatinine
b | delete the second TSH, it was a duplicate of the first | delete | tells only one
g | reject L2 and L3, L4 was the only one they could read | delete | rejects Lumbar spine L
p | the T9 is right, the T7 was acute | accept,correct | edits acuity=acute @ T7
g | accept the T12 fracture >> actually no, take that out again | undo | changes undo
g | accept the T12 fracture >> no wait | undo | changes undo
g | add aspirin 100 mg daily >> take it out again please | undo | changes undo
g | accept the T12 fracture >> delete L1 | delete | rejects L1
g | reject the ESR of 2020 >> I meant the other one | delete | told 14 mm/hr
b | zoledronate had only 2 doses | correct | edits doses_given=2 @ zoledronic
f | zoledronate was never given, it was only a plan | correct | tells planned
d | the hip scans were of the right hip, not the left | correct | edits side=right @ total hip
p | the mother's fracture was the wrist, not the hip | correct | edits bone=wrist @ wrist
c | the wrist fracture was an ankle fracture | correct | edits bone=ankle @ ankle
f | the 2021 fracture was incomplete | correct | tells One kind ; atypical
m | he never smoked, the note is wrong | correct | edits status=absent @ smoking
b | he smoked until 1990, the letter is wrong | add | tells which it would replace: smoking: absent
b | he did smoke, until 1990 >> yes | add | told In the place of: smoking: absent ; -also recorded
d | smoking: never | correct | edits detail=None @ smoking
d | she is 159 cm and her PTH was 4.9 | correct,correct.patient | told 159 cm ; 4.9 pmol/L
m | he still takes prednisolone, 2 mg a day | correct | told 2 mg
f | Last denosumab dose was September 2, not September 9 | correct | edits stop=2021-09-02 @ denosumab
d | the Adcal twice a day is wrong, she takes one a day | correct | asks
b | creatinine was 84 in 2020 and 82 in 2021, I swapped them | correct | told now: creatinine: 84 ; now: creatinine: 82
s | the L3 fracture was old, T8 recent | correct | edits acuity=chronic @ L3
s | risedronate was stopped for a fracture, not because it failed | correct | edits reason=a fracture @ risedronate
p | accept the MRI findings but the T3 I want to look at again | accept | told bone marrow oedema ; -T3
n | the stress fracture was on the left foot | correct | edits side=left @ metatarsal
a | the aunt had a hip fracture as well | add | told of the aunt ; -No hip fracture
o | he broke the right femur, and the tibia was the left | correct | told Right femoral ; Left tibia
y | she smoked 20 a day not 10 | correct | edits detail=20 cigarettes a day @ smoking
y | delete the ESR and the total protein - not needed for the paper | delete | told erythrocyte ; total protein
n | IGF-1 at intake 8.9 rather than 9.8 | correct | edits value=8.9 @ insulin-like
t | FGF23 186 is RU/mL | correct | edits unit_text=RU/mL @ fibroblast
a | delete the DXA of 2022, wrong patient >> no, the one of 2023 | delete | told Taken back ; 24 months
p | accept the abnormal labs only | accept | accepts 9
b | please mark all zero pain scores as accepted | accept | accepts 2
b | accept the 2021 bloods and reject the ones from 2022 | accept,delete | accepts 5
d | no >> no >> Yes, she signed the consent form on 5 October 2022. | answer.yes | adds consent
a | Yes, she took HRT for two years after the menopause | answer.yes | adds HRT
m | alendronate was changed to zoledronate because of reflux | add,correct | edits reason=reflux @ alendron
p | the mother was 72 not 71 when it happened | correct | told at 72
s | L1 was found by MRI not X-ray | correct | told modality mri
g | he never took aspirin, that was his brother | delete | rejects Aspirin
g | reject every T-score of single vertebrae, we only use L2-L4 | delete | tells Nothing was changed
g | the ODI was 38 not 28 >> oh sorry it was right, forget it | retract | tells Nothing was changed
s | stop. take everything back I did today | undo | tells nothing to take back
p | T7 was acute, wasn't it | ask.value | says subacute
p | her weight was 49.5, wasn't it | ask.patient | tells 46.5 kg
p | the sacral fracture is on the left, right? | ask.value,ask.presence | says Right sacral ala ; -Yes
k | was the metatarsal fracture on the left? | ask.value,ask.presence | says Right fifth metatarsal ; No
p | T3 is actually T4, please change the level | correct | edits level=T4 @ T4
p | the total hip is the right one, not left, in all scans | correct | edits side=right @ total hip
p | remove the 6 month total hip BMD >> total hip BMD at month 6? | ask.value | says Nothing about total hip at that
p | total hip T-score at 6 months was -1.5 >> total hip T-score at month 6? | ask.value | says −1.5 ; -−1.7
g | he's a current smoker | correct | edits temporality=current @ smoking
g | he smokes at present | correct | edits temporality=current @ smoking
k | she also broke her left wrist in Feb 2019 after a fall | add | told Left wrist fracture
d | the FRAX hip should be 21 % | correct | edits value=21 @ FRAX
c | everything's right except the alcohol | accept | accepts +
f | raloxifene wasn't started, she declined it | correct | edits status=declined @ raloxifene
f | accept the DXA of 2020, keep the hip for later | accept | told L1-L4 ; -Left total hip
d | everything in the dxa report is fine, leave the right hip open | accept | told Left total hip ; -Right total hip
g | ok, leave the omeprazole for later | defer | defers Omeprazole
c | the wrist broke on the right | correct | edits side=right @ radius
k | she wasn't a smoker at all | correct | told smoking: absent ; -absent (past)
u | the ALP was 71 | correct | tells recorded already ; 71 U/L ; -Corrected
u | creatinine was 66 | correct | tells recorded already ; say its time ; -Corrected
g | calcium was 9.4 | correct | tells recorded already ; -Corrected
d | FRAX was 28 | correct | tells recorded already ; FRAX major: 28 % ; -Corrected
u | the ALP was 71 at the first visit | correct | edits value=71 @ alkaline
u | creatinine was 66, not 68 | correct | edits value=66 @ reatinine
u | delete the PTH from the operation | delete | asks
"""
