"""Questions of the highest, the lowest, the first, the last, the best and the worst."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | when was the TRACP-5b at its highest? | ask.extreme | says 947 ; month 0 ; -182
p | lowest calcium ever? | ask.extreme | says 8.4 ; -8.6
p | best lumbar T-score | ask.extreme | says −0.6 ; -−2.2
p | At which visit was the VAS lowest? | ask.extreme | says 2 ; 22 months
p | highest P1NP value | ask.extreme | says 95.8 ; -56.0
p | What was the maximum VAS? | ask.extreme | says 9
p | when did P1NP reach its lowest value? | ask.extreme | says 21.0
p | minimum phosphate | ask.extreme | says 2.8
p | smallest T-score of the spine | ask.extreme | says −2.2
p | maximum TRACP 5b | ask.extreme | says 947
p | what was the lowest spine BMD and when? | ask.extreme | says 0.842 ; month 0
p | Which was the highest calcium? | ask.extreme | says 8.8
p | top P1NP | ask.extreme | says 95.8
p | what was the best hip T-score? | ask.extreme | says −1.6
p | when was pain worst? | ask.extreme | says 9
d | which site has the worst T-score? | ask.extreme | says −2.7
d | what was the highest FRAX? | ask.extreme | says 28
d | lowest T score | ask.extreme | says −2.7
g | what's the lowest T-score anywhere? | ask.extreme | says −2.8 ; -−2.7
g | peak ESR | ask.extreme | says 14
g | Highest pain score? | ask.extreme | says 7
"""

ROWS = """
p | lowest corrected Ca she ever had and when that was | ask.extreme | says 8.4
p | on what visit was the hip at its densest | ask.extreme | says 0.747
p | YAM of total hip, lowest | ask.extreme | says 75
p | hihest p1np | ask.extreme | says 95.8
p | what is the minimum value of P1NP and at which month | ask.extreme | says 21.0
p | when was P1NP lowest | ask.extreme,ask.when | says 22 months
p | lowest TSH | ask.extreme | says 0.283
p | her pain at its fiercest | ask.extreme,ask.value | says 9
p | bottom value of corr calcium during romosozumab | ask.extreme,ask.value | says 8.4
p | When was P1NP at its lowest? | ask | says 21.0
p | minimum of P1NP and of TRACP | ask | says 21.0 ; 107
p | at which visit was the pain worst | ask | says 9
p | heaviest pain? | ask | says 9
p | what was her best T-score? | ask | says −0.6
p | which vertebra is worst? | ask.extreme | says No grade is told
d | Best right total hip BMD, please. | ask.extreme | says 0.741
d | Lowest T-score she's had on the right side | ask.extreme | says −2.6
d | T score worst hip? | ask.extreme | says −2.7 ; Left femoral neck
d | highest vitamin D | ask.extreme | says 79
d | which skeletal site is the worst off | ask.extreme | says −2.7
d | the greatest T-score she reached at the spine | ask | says −2.0
d | what is the best T-score for the hip? | ask.extreme | says −2.1
g | worst T score anywhere in the record? | ask.extreme | says −2.8 ; L3
g | Which of the two vertebral deformities was graded the more severe? | ask.extreme | says L1
g | max prednisone dose on file | ask.extreme,ask.value | says 60 mg
g | Which fracture is more severe? | ask.extreme,ask.value | says L1
g | peak prednisone dosage | ask.extreme,ask.value | says 60
g | what's the smallest spine BMD that we have got | ask | says 0.812
g | when was his pain at its worst | ask | says 7
g | lowest prednisone dose | ask | says 2.5
g | which vertebra has the lowest T-score? | ask.extreme | says L3 ; −2.8
g | lowest site | ask.extreme | says L2-L4 ; −2.7
g | lowest T? | ask.extreme | says −2.8
a | the poorest bone density T score ever documented for this lady | ask.extreme | says −2.5
a | max 25OHD | ask.extreme | says 42
a | least pain ever reported | ask | says 0
a | when did the P1NP reach its minimum | ask | says 25
b | What was his all-time low in P1NP? | ask.extreme | says 19
b | the strongest spine value we saw | ask | says 0.942
k | what was the best value in the hip? | ask.extreme | says −2.1
d | which was the worst hip T-score? | ask.extreme | says −2.7 ; Left femoral neck ; -against
"""
