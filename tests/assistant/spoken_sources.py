"""Questions of where something is written, and of its words."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | Where did you get 0.738 from? | ask.source | says 2022-03-23
p | which document mentions the sacral fracture? | ask.source | says mri-report
p | Show me the sentence about her mother. | ask.source | says mother
p | on what basis do you say teriparatide is contraindicated? | ask.source | says treatment-start
p | source for 1.063 | ask.source | says 2023-01-25
p | who wrote that T3 was fractured? | ask.source | says mri-report
p | what exactly does the note say about smoking? | ask.source | says never smoked
p | 42.7 - where is that written? | ask.source | tells No record holds 42.7
p | which note has the MRI findings? | ask.source,ask.value | says mri
p | Where do I find the RDQ of 11? | ask.source | says first-visit
p | give me the quote for the osteosynthesis | ask.source | says osteosynthesis
p | Where did 1.028 come from | ask.source | says 2022-03-23
p | how did you come up with 26.2? | ask.source | says 26.2
p | what is documented about her family? | ask.source,ask.value,ask.presence | says mother
p | which report describes the sacral fracture | ask.source | says mri-report
p | where do you have the 94.2 from | ask.source | says laboratory
p | quote the sentence on breastfeeding | ask.source,ask.patient | says breastfeeding
p | show me the evidence for vitamin D deficiency | ask.source | says treatment-start
p | Source of the TSH value? | ask.source | says 0.283
p | what is the evidence for teriparatide in the notes? | ask.source | says teriparatide
p | where did you read that she never smoked? | ask.source | says first-visit
p | what is the source for T3? | ask.source | says mri
p | In which note is the RDQ of 3? | ask.source | says six-months
p | what does the letter say about smoking | ask.source | says never smoked
p | where is it documented that teriparatide is contraindicated? | ask.source | says treatment-start
p | where is 0.995 recorded | ask.source | says six-months
p | who says she is a non-smoker? | ask.source | says never smoked
d | who said alendronate was stopped? | ask.source | says discharge
"""

ROWS = """
p | where does the sacral fracture come from, which paper | ask.source | says 2021-03-17-mri-report
p | who wrote that teriparatide is contraindicated, and on what ground? | ask.source \
| says 2021-03-22-treatment-start ; Vitamin D deficiency ; secondary hyperparathyroidism
p | Source for the RDQ of 0 at month 22? | ask.source | says twenty-two-months
p | Where do you have the 26.2 % from | ask.source | says twenty-two
p | proof for the breastfeeding please | ask.source | says breastfeeding
p | quote the brace fitting | ask.source,ask.passage | says fitted today
p | the sentence where teriparatide appears | ask.source | says contraindicated
p | where is 8.4 from | ask.source | says 8.4
p | From which sheet did you pick the 947? | ask.source | says 2021-03-16-laboratory
p | who reported the hold of the baby | ask,decline | tells
d | I'm sure somebody wrote that she had Adcal twice a day, can you find where? | ask.source | says bone-clinic
d | source of the 12 % | ask.source | says 2020-02-05-dxa
d | who says the hip was broken on the left | ask.source | says discharge
d | where's it stated that the heartburn led to stopping | ask.source,ask.reason,ask.passage | says discharge
d | TSH value, where did it land? | ask | says 1.9
d | source for the mother's hip fracture | ask.source | says bone-clinic-letter
d | the FRAX of hip came from which report | ask | says dxa
d | which note says that she walks with a stick? | ask.source,ask.passage | says 2022-10-05 ; stick
d | where is it written that she tripped on a kerb | ask.source,ask.passage | says 2019-11-12 ; kerb
d | where does 0.944 come from? | ask.source | says 0.944
g | Quote me the sentence that grades the L1 collapse | ask.source | says 2018-11-20-consult \
; grade 2 compression fracture of L1
g | what was the exact wording about falls? | ask.source | says No fall.
g | On what evidence rests the statement that he never fell? | ask.source | says No fall
g | He has 20 packs-year, who says it? | ask.source | says consult
g | BMI 25.5 is from which visit | ask.source | says consult
g | the 13.9 %, is that computed or written | ask.source | says up 13.9%
g | which note has the testosterone | ask.source | says consult
g | spine or hip: where is the T-score lower? | ask | says −2.7
g | which note says the prednisone was stopped? | ask.source | says May 2020 ; -7.5
a | In which document do I find the aunt? | ask.source | says first-visit
a | who wrote that the aunt had osteoporosis? | ask | says first-visit
b | from which letter is the fever after infusion | ask | says first-year
b | when is the last infusion documented | ask | says 2022-06-15
b | where do you have the 2.38 from | ask.source | says first-visit
b | where does the plus seven point zero percent come from | ask.source | says second-year
g | source of the 38 pg/mL? | ask.source | says parathyroid hormone: 38 ; -ODI
d | what was the PTH? >> show me the evidence for that | ask.source | says PTH 4.8 pmol/L
d | is she on denosumab? >> show me the evidence for that | ask.source | says Denosumab 60 mg s/c given
"""
