"""Corrections of what is known of the patient: age, weight, height, menopause, delivery."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | she weighs 64.5 kg | correct.patient | patient weight_kg=64.5
p | she's had two children, not three | correct.patient | patient parity=2
p | She is 34 years old | correct.patient | patient age_years=34
p | her BMI is 18.2 | correct.patient | patient bmi_kg_m2=18.2
p | height should be 161 cm | correct.patient | patient height_cm=161
p | her weight is actually 56.4 kg | correct.patient | patient weight_kg=56.4
p | she is 162 cm tall | correct.patient | patient height_cm=162
p | her height is 161.5 | correct.patient | patient height_cm=161.5
"""

ROWS = """
b | wt 77 kg sorry | correct.patient | patient weight_kg=77
p | she is para 4 | correct.patient | patient parity=4
p | her para was 2 | correct.patient | patient parity=2
p | change the height for 163 | correct.patient | patient height_cm=163
p | BMI is 17.4 | correct.patient | patient bmi_kg_m2=17.4
p | weight is 64.5 kg | correct.patient | patient weight_kg=64.5
p | the height is 163.8 not 162.8 | correct.patient | patient height_cm=163.8
p | weight shoud be 45.6 not 46.5 | correct.patient | patient weight_kg=45.6
p | it is 64 kg not 46 | correct.patient | patient weight_kg=64
p | weight typo: 64.5, not 46.5 | correct.patient | patient weight_kg=64.5
p | height 168.2 rather than 162.8 pls | correct.patient | patient height_cm=168.2
d | data entry error: height is 157.0 cm | correct.patient | patient height_cm=157.0
d | the weight was 45 kg, not 54 | correct.patient | patient weight_kg=45
d | it says 54 kg but the correct weight is 45 kg | correct.patient | patient weight_kg=45
d | her weight is fifty-six kilos | correct.patient | patient weight_kg=56
d | she's 75, not 74 | correct.patient | patient age_years=75
d | she weighs 45 | correct.patient | told Weight: 54.0 kg ; now: Weight: 45 kg
d | menopause was at 49 | correct.patient | patient menopause_age_years=49
g | he weighed 187 lb at the consult, typist swapped the digits | correct.patient | patient weight_kg=84.8
g | wt 180 lb not 178 | correct.patient | patient weight_kg=81.6
g | He's 5'11" | correct.patient | patient height_cm=180.3
g | weight was 187 pounds | correct.patient | patient weight_kg=84.8
g | he's 64 | correct.patient | patient age_years=64
g | he weighed 187 lb in 2019 | correct.patient | tells 80.7 kg (2018-11-20) ; nothing was changed
g | he weighed 81 kg on 20 november 2018 | correct.patient | patient weight_kg=81
a | Her height is 161 cm | correct.patient | patient height_cm=161
a | height is 161 cm and weight is 60 kg | correct.patient | patient weight_kg=60
b | the patient is 73 | correct.patient | patient age_years=73
m | he is 62 not 61 | correct.patient | patient age_years=62
o | weight at the second infusion was 27 | correct.patient | tells One weight and one height is kept
f | she was 65 when we first saw her | correct.patient | patient age_years=65
c | weight was 52 | correct.patient | tells Of which visit
c | weight was 47 | correct.patient | patient weight_kg=47
c | the first weight was 52 | correct.patient | patient weight_kg=52
r | breastfeeding ended on the 17th, not the 15th | correct.patient | told weaning ; 2021-01-17, not 2021-01-15
r | she is not breastfeeding | correct.patient | tells recorded already ; -now:
p | she was never lactating | correct.patient | patient lactating=False
p | lactating: no | correct.patient | patient lactating=False
d | 54 kg, no 56 kg | correct.patient | patient weight_kg=56
b | he weighed 74, no 76 kg | correct.patient | patient weight_kg=76
d | she's 76 not 77 at the last visit | correct.patient | tells No 77 is recorded ; -now
x | her weight was 80 kg no 68 kg | correct.patient | patient weight_kg=68
d | her height was 150, no, 152 cm | correct.patient | patient height_cm=152
x | she's Scottish not Irish | correct.patient | patient ethnicity=Scottish
g | he's African American | correct.patient | patient ethnicity=African American
p | she is not Japanese, she is Korean | correct.patient | patient ethnicity=Korean
x | ethnicity: Pakistani | correct.patient | patient ethnicity=Pakistani
p | change the ethnicity to Chinese | correct.patient | patient ethnicity=Chinese
x | her mother is Japanese | correct | tells -now:
x | she is black and blue from the fall | unknown | tells -Ethnicity
x | her stools are black | unknown | declines
x | is she Irish? | ask.passage,ask.patient | tells -Corrected
g | weight 180 pounds | ask.patient | says should be 180 pounds
f | she is G2P2 | correct.patient | patient gravidity=2
k | 25 py | ask.presence,unknown | tells -Corrected
d | alcohol 14 units/week | ask.presence | tells Is it 14? ; -Corrected
d | alcohol 14 units/week >> yes | correct | told 14 units of alcohol
"""
