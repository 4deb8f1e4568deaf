"""Questions of whether a result is normal, high or low, and of its limits."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | Which bloods were off at the start? | ask.abnormal | says 947 ; 94.2 ; 0.283 ; -2.5
p | anything abnormal at 22 months? | ask.abnormal | tells None of 6
p | was her calcium ever low? | ask.abnormal | says Yes ; 8.4
p | were any results above the upper limit? | ask.abnormal | says 947 ; 95.8 ; 94.2 ; -0.283
p | is the P1NP within range at 12 months? | ask.abnormal | says Yes ; 29.6
p | flagged results please | ask.abnormal | says 947 ; 9.1
p | How many labs are abnormal at baseline? | ask.abnormal,ask.count | says 6 ; 947
p | out-of-range labs at 12 months? | ask.abnormal | says 8.6 ; 107 ; -29.6
p | Were the thyroid tests normal? | ask.abnormal | says 0.283
p | is albumin normal | ask.abnormal | says Yes
p | list the low values | ask.abnormal | says 0.283 ; 9.1 ; -94.2
p | which values are outside the reference range? | ask.abnormal | says 947 ; 9.1 ; -4.0 mg
p | was the cortisol normal? | ask.abnormal | says Yes ; 6.5
p | Is TRACP-5b low at 12 months? | ask.abnormal | says Yes ; 107
p | which results were too high at baseline | ask.abnormal | says 947 ; 94.2 ; -0.283
p | Were any labs abnormal at 6 months? | ask.abnormal | says 8.4 ; -947
p | which blood tests were normal at baseline? | ask.abnormal | says 4.0 ; -947
p | high values? | ask.abnormal | says 947
p | what were the abnormal results at presentation? | ask.abnormal | says 947 ; 9.1 ; -6.5
p | is her vitamin D low? | ask.abnormal | says Yes ; 9.1
p | was P1NP ever above normal? | ask.abnormal | says Yes ; 95.8
d | was PTH raised? | ask.abnormal | says No ; 4.8
d | Was the calcium below the range at any time? | ask.abnormal | says No
g | any abnormal lab results? | ask.abnormal | tells None of
"""

ROWS = """
p | tracp at a year, is it inside the limits | ask.abnormal | says 107 ; 120
p | Which of the first bloods lay outside the limits, high or low? | ask.abnormal \
| says corrected calcium: 8.6 ; 947 ; 95.8 ; 9.1 ; 94.2 ; 0.283
p | TFTs abnormal or not? | ask.abnormal | says 0.283 ; low
p | Which bone marker was above the range at 22M | ask.abnormal | tells None
p | so was the vit d low at the start? | ask.abnormal | says Yes ; 9.1
p | The TSH is diminished, no? | ask.abnormal,ask.value | says 0.283
p | Has TRACP-5b normalised at month six? | ask.abnormal,ask.value | says 182
p | which markers are still abnormal at the last visit | ask.abnormal | tells None
p | anything wrong with the thyroid? | ask.abnormal | says 0.283
p | is 0.5 creatinine too low for a woman | ask.abnormal,ask.presence | says 0.50
p | TRACP at last visit normal? | ask.abnormal,ask.value | says 263
p | was the TSH ok at baseline? | ask | says 0.283 ; low
p | which blood values fell outside of what the lab considers normal | ask.abnormal | says 94.2 ; 9.1
p | are all her electrolytes fine? | ask | says 8.6
p | anything flagged high in March 2021 | ask | says 947 ; 95.8 ; 94.2
p | was cortisol normal? | ask | says Yes
p | Is the P1NP back to normal by the end of treatment? | ask | says 29.6
p | vitamin D or PTH - which one was off | ask | says 9.1 ; 94.2
p | was the vitamin D deficient | ask | says Yes
p | is TRACP back to normal at 12m | ask.abnormal | says No ; 107
p | is 94.2 above the range? | ask.abnormal | says Yes ; parathyroid
p | when did the TSH become normal? | ask | tells At no time that is told ; 0.283
p | was TRACP-5b ever within the reference range? | ask | says Yes ; 182 ; 263 ; -107
d | list everything thats abnormal in bloods | ask.abnormal | tells None of
d | was the PTH ok | ask.abnormal,ask.presence,ask.value | says 4.8
d | phosphate normal? | ask.abnormal | says Yes
d | eGFR shortly before the denosumab kicked off | ask | says 72
d | ESR - anything to worry about at the first clinic? | ask | says 12
d | vitamin D: sufficient in 2022? | ask | says 79
d | is the PTH within limits | ask | says 4.8
d | good morning, which labs were abnormal? | ask.abnormal | tells -Hello
g | any lab out of range in this chap, whichever year | ask.abnormal | tells None of 17
g | The ESR, is it in the norm? | ask.abnormal,ask.value | says 14 ; 11
g | testosterone normal? | ask.abnormal | says Yes
g | whats abnormal | ask.abnormal | tells None
g | were any of his bloods out of kilter in 2018? | ask.abnormal | tells -(low ; -(high
g | testosterone within reference? | ask | says Yes
g | his PTH, TSH and testosterone, all normal? | ask | says 38 ; 2.1 ; 412
g | anything flagged in the labs of 2018? | ask.abnormal | tells None
a | Thyroid fine? | ask | says 1.9
a | was anything abnormal in the labs? | ask.abnormal | tells None
a | Was the vitamin D alright at entry? | ask | says 38
a | is the eGFR ok | ask | says 91
a | was the spine Z-score ever above zero | ask.abnormal | says Yes: ; 0.1 ; --0.6
a | did the CTX ever fall below the reference range? | ask.abnormal | says No
b | his renal function is alright, no? | ask | says 82
b | was the creatinine ever raised | ask | tells -Yes
b | creatinine abnormal at any time? | ask | says No
b | was the P1NP ever above 100? | ask.abnormal,ask | says No: ; 47
s | was CTX ever above 350? | ask | says Yes ; 385 ; -240
k | anything wrong with the labs | ask.abnormal | says parathyroid ; magnesium
o | ALP normal for his age? | ask.abnormal | says Yes ; 241
h | was vit D normal at follow-up? | ask | says Yes ; 34 ; -14
h | is the PTH still high? | ask | says No ; 48 ; -386
h | when did the calcium first drop below 8? | ask | says 7.9 ; -11.9 ; -8.3
h | when did calcium fall under the normal range? | ask | says 7.9 ; -9.3
t | are PTH and FGF23 still raised? | ask | says No ; 5.2 ; 44 ; -186
t | When did phosphate first become normal? | ask | says 2019-09-21 ; 0.92 ; -0.41
t | at which visit was the PTH back in range? | ask | says 5.2 ; -7.4
t | when did FGF23 first exceed 200? | ask | tells At no time that is told
d | is the vit D ok now? | ask.abnormal | says By the printed range, normal ; 79 ; -Yes
p | is the vit D ok? | ask.abnormal | says By the printed range, low ; 9.1 ; -No:
"""
