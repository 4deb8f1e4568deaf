"""Questions of density, T- and Z-scores, and of scores of pain, disability and risk."""

from __future__ import annotations

__all__ = ["FOUNDING", "LAST_SCAN", "ROWS"]

FOUNDING = """
p | what's her lumbar T score now | ask.value | says −0.6 ; -−2.2
p | Tell me the left hip BMD at the last visit. | ask.value | says 0.747 ; -0.721
p | how bad was the pain at the first visit | ask.value | says 9
p | Roland Morris at 22 months? | ask.value | says RDQ: 0
p | What was the YAM of the spine before treatment? | ask.value | says 73
p | What is the BMD of the spine at month 12? | ask.value | says 1.028 ; -1.063
p | I'd like to see the bone density of the left hip, please. | ask.value | says 0.721 ; 0.747
p | what was the spine T-score half a year in? | ask.value | says −1.1 ; -−2.2
p | all the scores | ask.value | says VAS ; RDQ
p | how was the pain after 22 months | ask.value | says 2
p | What did the DXA in March 2021 show? | ask.value | says 0.842 ; 0.721
p | Latest bone density at the spine? | ask.value | says 1.063 ; -0.842
p | what was the T-score of L1-L4 at month 6? | ask.value | says −1.1
p | pain score at the last visit? | ask.value | says 2 ; -9
p | Show T-scores of the hip | ask.value | says −1.8 ; −1.6
p | what's her T-score at the spine at the end of follow-up | ask.value | says −0.6 ; -−2.2
p | hip T-score, first scan | ask.value | says −1.8 ; -−1.6
p | how severe was the disability at the start? | ask.value | says 11
d | FRAX | ask.value | says 28 ; 12
d | T score right femoral neck 2022 | ask.value | says −2.3
d | What was her hip T-score in 2020? | ask.value | says −2.4
d | What did the first DXA show at the left hip? | ask.value | says 0.690
d | Z-score of the right hip | ask.value | says −0.6
d | T-score at the spine in October 2022 | ask.value | says −2.0
g | Oswestry at 12 months | ask.value | says 22
g | what was his spine Z-score at baseline | ask.value | says −2.1
g | ODI at baseline? | ask.value | says 38
g | NRS at 24 months | ask.value | says 2
g | BMD of L3? | ask.value | says 0.806
g | bone density of the femoral neck at two years | ask.value | says 0.663
"""

ROWS = """
p | T-score L-spine, most recent one only | ask.value | says −0.6
p | Roland Morris at the very first consultation and the VAS with it | ask.value | says 11 ; 9
p | Would you mind telling me how bad the back was when she first came? | ask.value | says 9
p | plot the lumbar BMD | ask.value | says 0.842 ; 1.063
p | RMDQ first vs last | ask.value,ask.trend | says 11 ; 0
p | pain at 6/12 and 12/12? | ask.value,ask.trend | says 3
p | DXA month 12 hip Z-score? | ask.value | says Z-score: not told in any note
p | first T-score at the hip, please | ask.value | says −1.8
p | whats the pain intensitty on that first encounter | ask | says 9
p | BMD reading for the lower back at the time she got the first jab | ask | says 0.842
p | hip and spine T-score at 22 months, and what was the P1NP then? | ask | says −0.6 ; −1.6 ; 21.0
p | uppermost BMD at the spine | ask | says 1.063
p | RDQ at the very end? | ask | says 0
p | YAM of the spine, latest | ask | says 92
p | percent change of the spine at 12 months? | ask | tells
p | VAS 4 at 22 months | ask.value | says Is it 4 and not 2?
p | L spine T at 12 months -0.8 pls | ask.value | tells Is it −0.8 and not −0.9?
p | RDQ first visit 12 | ask.value | tells Is it 12 and not 11?
p | baseline spine T -2.5 | ask.value | tells Is it −2.5 and not −2.2
d | T score of the left neck of femur in 2020 pls | ask.value | says −2.7
d | FRAX? both numbers | ask.value | says 28 % ; 12 %
d | how bad was the pain when she left the ward, and what was she walking with | ask.value | says 3 ; frame
d | T-scores 2022. | ask.value | says −2.0 ; −2.1 ; −2.3
d | what's her FRAX score for hip fractures? | ask.value | says 12
d | I want to see the densitometries of the right hip only | ask.value,ask.trend | says 0.702 ; 0.741 ; -0.690
d | pain on stairs after op | ask.value | says 3
d | FRAX major? | ask.value | says 28
d | Would you happen to have the fracture risk score on hand? | ask | says 28 ; 12
d | Z score of left neck of femur | ask | says −0.6
d | on the DXA of 2022, what T score had the femoral neck? | ask | says −2.3
d | hip T on the right side, progress from 2020 to 2022 | ask | says −2.4 ; −2.1
d | right total hip at two years T score minus two point two | ask.value | tells Is it −2.2 and not −2.1?
d | right total hip at two years T score minus two point one | ask.value | says −2.1 ; -Is it
d | what's the FRAX and is it high? | ask | says 28 ; no range is printed
d | lt hip t-score? | ask.value | says Left total hip ; -Right
d | DEXA results? | ask.value | says Lumbar spine ; -calcium
d | Which scan had a T-score of -2.7? | ask | says 2020-02-05 ; femoral neck ; Lumbar ; -2022 ; -total hip
g | spine bmd one year into the forteo | ask.value | says 0.893
g | oswestry on the day the injections began | ask.value | says 38
g | Z-score, lumbar total, from the Hologic print | ask.value | says −2.1
g | what is the T score of neck femur left side at two years | ask.value | says −2.0
g | t scroe L spine baselin | ask.value | says −2.7
g | ODI at 1yr | ask.value | says 22
g | L2-L4 or L1-L4, which region was used | ask.value | says L2-L4
g | what was the Z score at the neck at baseline | ask.value | says −1.0
g | pain now? | ask.value | says 2
g | Ward's triangle T | ask.value | says −2.4
g | total hip BMD at 12 and 24 months | ask.value,ask.trend | says 0.786 ; 0.801
g | what was the ODI after two years | ask.value | says 14
g | ODI one year in | ask | says 22
g | femoral neck g/cm2 on the pre-therapy scan | ask | says 0.640
g | total hip densitiy on the closing scan | ask | says 0.801
g | Oswestry, second visit with questionnaire | ask | says 22
g | ODI after the first year of injections | ask | says 22
g | what was L3 on the scan | ask | says 0.806
g | Z-score at the femoral neck before treatment | ask | says −1.0
g | his pain by visit | ask | says 7 ; 6 ; 3 ; 2
g | difference in spine BMD between 2020 and 2021 | ask | says 0.893 ; 0.925 ; -0.812
g | L4 T-score -2.8 | ask.value | tells Is it −2.8 and not −2.6
g | which site had a T-score of -1.3? | ask | says
a | hip densitometric figure twelve months down the line? | ask | says 0.722
a | NRS at each attendance | ask | says 6 ; 2 ; 0
a | show me the pain ratings in chronological order | ask | says 6 ; 2 ; 0
a | what was the right hip BMD? | ask.value | says Nothing of the right side is recorded ; Left total hip: 0.700
b | right hip T at the second scan | ask | says −1.8
b | final T-score of the spine | ask | says −2.0
m | pain score when he presented | ask.value | says 7 ; -3
s | the neck T-score after two years of denosumab | ask.value | says −2.2 ; -−2.4
f | the T-score the last time you saw her | ask.value | says −1.9 ; -−2.8
f | the pain a week after the nailing | ask.value | says 4
d | what was the T-score when she broke her hip? \
| ask | says No T-score was measured at that time ; −2.7 ; 2020-02-05 ; -mother
d | what was the T-score when she broke her wrist? \
| ask | says No T-score was measured at that time ; The next after it ; -The last before it
g | lowest left hip t score at 12 months | ask.extreme | says Left femoral neck ; −2.0
"""

LAST_SCAN = """
d | Z-scores at the last scan | ask.value | says Nothing about Z-score at that time ; 2020-02-05 ; -Left femoral
d | most recent DXA | ask.value | says −2.0 ; −2.1 ; −2.3 ; -−2.7
g | latest dxa | ask.value | says −1.7 ; −2.0 ; -trochanter
g | latest T-score of the trochanter | ask.value | says −1.3
d | difference between left and right total hip at the first scan | ask.value | says 0.1 apart in T-score ; −2.5 ; −2.4
d | left vs right total hip | ask.value | says 0.1 apart in T-score ; 0.690 ; 0.702 ; -0.741
d | which T-scores are still below -2.5? | ask.abnormal | says Left femoral neck ; −2.7 ; -Lumbar ; -Yes
d | was any T-score below -2.5? | ask.abnormal | says Yes ; Lumbar spine L1-L4
d | P1NP at the latest scan | ask.value | says 19
d | left hip dxa at follow up? | ask.value | says The left side is not told as measured then ; prosthesis ; 0.741
c | what did the second scan show? | ask.value | says 0.615 ; 0.741 ; 0.802 ; -0.738
d | results of the second DXA | ask.value | says 0.944 ; 0.741 ; 0.702
g | what did the third scan show | ask.value | says 2021-01 ; -2020-01
b | what about a z-score for the spine at 2 years? | ask.value | says Nothing about a Z-score of lumbar
p | the hip T-score, latest | ask.value | says −1.6 ; -0.738
"""
