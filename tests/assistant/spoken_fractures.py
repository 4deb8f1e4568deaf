"""Questions of which bones are broken, where, how and how badly."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | show all the vertebral fractures | ask.value | says T3 ; T7 ; T9 ; T11
p | Which levels are fractured? | ask.value | says T3 ; T7 ; T9 ; T11
p | what did the MRI show? | ask.value | says T3 ; T9 ; T11 ; acr
p | tell me about her fractures | ask.value | says T9 ; T11
p | which vertebrae are affected? | ask.value | says T3 ; T11
p | fractures seen on MRI | ask.value | says T3 ; acr
p | what's known about T11? | ask.value | says T11
d | which fractures has the patient had | ask.value | says radius ; emoral
"""

ROWS = """
d | which hip was replaced? | ask.value | says hemiarthroplasty ; -total hip
p | T9? | ask.value,ask.presence | says T9 ; acute
p | old or new, T3 | ask.value,ask.presence | says subacute
p | sacrum, side? | ask.value | says Right sacral
p | compresion fx levels | ask.value,ask.presence | says T7 ; T9 ; T11
p | Please enumerate those vertebrae which were fractured acutely. | ask.value | says T9 ; T11 ; -T7
p | STIR bright where? | ask.value | says T9 ; T11
p | what did plain films show vs MRI | ask.value | says T7
p | At what age did her mum break her hip | ask.value,ask.when,ask.patient | says 71
p | which of the vertebral fractures were subacute | ask.value | says T3 ; T7 ; -T9
p | show the fracture levels and their acuity | ask.value | says T9 ; acute
p | how old was the mother when she broke her hip? | ask.value,ask.when,ask.patient | says 71
p | what did the MRI say about T3 | ask.value,ask.source | says T3
p | at what age did the mother's femoral neck break | ask | says 71
p | amount of fractured vertebrae? | ask | says T3 ; T7 ; T9 ; T11
p | list all the vertebrae with signal of acute lesion | ask | says T9 ; T11
p | age of the mother at her hip fracture | ask | says 71
p | who is the author of the MRI | ask,decline | tells
p | maybe drop T7? | ask.value | tells
p | which of the two was earlier, T7 or T9 | ask,unknown,advice | tells
p | what did the radiologist say of T7? | ask | tells
p | switch to the fractures tab | ask.value | runs show_fractures
p | which fractures were fresh on MRI? | ask.value | says T9 ; T11 ; sacral ; -T3 ; -T7
p | which fractures are old? | ask.value | says None is told so
d | Hip fracture, side? | ask.value | says Left displaced femoral neck
d | scaphoid ok? | ask.value | says No scaphoid fracture
d | name all her fractures please | ask.value | says adius ; emoral
d | and her mother, what did she break? | ask.value | says ip
d | Whose hip fracture is mentioned in the letter of February 2020? | ask.value | says mother
d | which wrist was it | ask.value | says Right distal radius
d | NOF # left or right? | ask.value | says Left displaced femoral neck
d | Evening. Which bone did she break first? | ask.value,ask.extreme,ask.presence | says adius
d | G'day, what's her latest spine T? | ask.value,ask.extreme | says −2.0
d | who broke a hip in the family | ask.value,ask.presence | says other
d | how old was the mother when it happened | ask.value,ask.patient,ask.when | says 80
d | what did the VFA show | ask.value,ask.presence | says No vertebral fracture
d | How old was the lady at the time the hip went? | ask | says 75
d | What did the X-ray show on admission, and what was done about it? | ask | says displaced
d | Which of her bones broke first? | ask | tells
d | fractures up to 2019 | ask | says radius ; -femur
d | which vertebrae were assessed by VFA | ask,decline | tells
d | what fractures has she had | ask.value | says −11 months, 2019-11-05 ; month 0, 2020-09-28
g | Levels fractured? | ask.value | says T12 ; L1
g | grade L1 | ask.value | says grade 2
g | At the 24 months control, what says the X-ray? | ask.value | says vertebral fracture
g | Genant grades? | ask.value | says grade 1 ; grade 2
g | which vertebrae | ask.value | says T12 ; L1
g | which of the two came first, the lumbar or the thoracic fracture | ask | tells
g | his fractures: which grade | ask | says Genant grade 2
a | list all her fractures | ask | says T8
b | How old was he when the wrist broke? | ask | says 72
b | spinal deformity on inspection? | ask,decline | tells
t | what about the 6th rib? | ask.value | says sixth ; -fifth
y | which # are old? | ask.value | says T7 ; L2 ; -T11
g | which fractures does he have, old or new? | ask.value | says L1 compression ; T12 wedge ; -None is told
p | what did the MRI show that the X-ray didn't? | ask.value | says T3 fracture ; Right sacral ala ; -T9
p | which fractures did only the MRI show? | ask.value | says T3 fracture ; Right sacral ala ; -T11
p | which fractures were not seen on the x-ray? | ask.value | says T3 fracture ; Right sacral ala ; -T7
p | what was seen on the X-ray but not on the MRI? | ask.value | none
p | which vertebrae are fresh and which older? | ask.value | says T9 ; T11 ; T7 ; T3
p | which fractures are fresh, which older? | ask.value | says T9 ; T7 ; -None is told
p | was T3 on the X-ray? | ask.presence | says Yes
d | how did she get the wrist fracture? | ask | says tripped on a kerb ; -g/cm² ; -kitchen
d | how did the hip happen? | ask | says fell in her kitchen ; -g/cm² ; -kerb
d | what was she doing when she broke her hip? | ask | says fell in her kitchen
d | was the hip fracture from a fall? | ask | says fell in her kitchen ; -g/cm²
d | cause of the wrist fracture? | ask | says tripped on a kerb
d | circumstances of the hip fracture | ask | says fell in her kitchen ; -mother
b | tell me how he broke his wrist | ask | says slipped in the garden
b | how'd he break the wrist | ask | says slipped in the garden
g | what set off his back pain? | ask.value | says lifted a bag of groceries ; -Not told
g | how did he hurt his back? | ask | says lifted a bag of groceries
p | how did the fractures happen? | ask | says no fall and no knock ; -settled enough
p | how did T3 happen | ask.value | says Not told in the notes what brought it on
g | how did the hip change? | ask.trend | says 0.778 ; 0.801
d | any fractures apart from the wrist? | ask.presence | says femoral neck ; -adius
g | was the wedge fracture new? | ask.presence | says Not told in the notes whether it was new ; T12 ; -L1
p | which vertebrae are fractured and which are fresh? | ask | says T9 ; T7 ; T3 ; subacute
j | which vertebrae are broken, and which of them are new | ask | says T6 ; T8 ; L2
p | which vertebrae are fresh? | ask | says T9 ; T11 ; -T7
d | did the fall cause the fracture? | ask | says fell ; -Yes
k | the fifth metatarsal was on the left | correct | edits side=left @ metatarsal
k | the fifth metatarsal fracture was the fourth | correct | edits number=4 @ metatarsal
d | change the wrist to left and the hip to right | correct | told Left distal radius ; Right displaced femoral neck
d | change the wrist to left and the hip | correct | tells could not place ; Nothing was changed yet
d | the left wrist was broken too | correct | tells Recorded is the other side ; -Corrected
d | the right hip was broken as well | correct,ask.value | tells -Corrected
"""
