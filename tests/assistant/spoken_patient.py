"""Questions of the patient: age, sex, weight, height, menopause, delivery, breast-feeding, relatives."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | Is she breastfeeding? | ask.patient | says yes
p | what's her BMI | ask.patient | says 17.54
p | height and weight? | ask.patient | says 162.8 ; 46.5
p | parity? | ask.patient | says 3
p | her weight? | ask.patient | says 46.5
p | ethnic background | ask.patient | says Japanese
p | how many children has she got? | ask.patient | says 3
p | What's the patient's body mass index? | ask.patient | says 17.54
p | is she postmenopausal? | ask.patient | tells not told
p | how tall is she? | ask.patient | says 162.8
p | her age? | ask.patient | says middle-aged
p | BMI? | ask.patient | says 17.54
d | how old is she? | ask.patient | says 74
d | age at menopause | ask.patient | says 44
g | is the patient male or female | ask.patient | says male
g | how tall is he | ask.patient | says 177.8
g | his BMI? | ask.patient | says 25.5
"""

ROWS = """
g | how much taller was he before | ask.patient | says 11-1/2
p | how much does she weight and how tall is she | ask.patient | says 46.5 ; 162.8
p | exact age of the lady? | ask.patient | says middle-aged
p | which no. pregnancy was this & when was the delivery | ask.patient,ask.when | says 2021-02-12
p | is lactation continuing | ask.patient | says Breast-feeding: yes
p | patient nationality? | ask.patient | tells Japanese
p | how many times of pregnancy | ask.patient | says 3
p | do we know her exact age | ask.patient | says middle-aged
p | how many pregnancies has she had | ask.patient | says 3
p | what did she weigh, 64.5? | ask.patient | says 46.5
p | what was the weight at the last visit | ask.patient | says 46.5
p | How many kids does she have? | ask | says 3
p | whats her bmi | ask | says 17.54
p | what does she weigh? | ask.patient | says 46.5 kg
p | when did she stop breastfeeding? | ask.patient | tells -12 February
d | age at menopause, hrt y/n | ask.value | says 44 ; never
d | what weight was she | ask.patient | says 54
d | menopause at what age | ask.patient,ask.value | says 44
d | how heavy was she at the scan | ask.patient | says 54
d | menopause at 46 | ask.patient | says To change it
d | What is her BMI please? | ask.patient | says 21.6
d | age at menopause pls | ask | says 44
d | at which age did she reach the menopause? | ask | says 44
d | her age at the first fracture | ask | says 74
d | how tall and how heavy is she | ask | says 158 ; 54
d | How much did she weigh in 2022? | ask | says not told at that time ; 54
d | How much did she weigh in 2020? | ask | says 54 ; -not told
g | His BMI when you first saw him? | ask.patient | says 25.5
g | how old was he at the first appointment? | ask.patient | says 63
g | how much did he weigh | ask.patient | says 80.7
g | how old is he at the end of the course | ask | says 65
g | weight change over time? | ask | says 80.7
a | when'd her periods stop? | ask | says 51
a | her age now | ask | says 69
a | her height in inches? | ask.patient | says 63.0 inches (computed)
b | his height and weight, plus BMI | ask.patient | says 174 ; 74 ; 24.4
b | what is the age of this gentleman now | ask | says 74
b | how old was he at the first visit | ask | says 72
k | is her weight going down | ask.patient | says No: ; 65.2 kg
k | weight in september 2018 | ask.patient | says 64.5 kg ; -65.2
k | what was her highest weight | ask.patient | says 65.2 kg ; -63.0
o | how tall was he at 12 months | ask.patient | says 130 cm ; -124
o | how did his height change | ask.patient | says 124 cm ; 130 cm ; +6 cm
t | his weight at the last visit | ask.patient | says 83.5 kg ; -81.0
c | what did she weigh on each visit | ask.patient | says 47.5 kg (2019-03-14) ; 50.0 kg ; 53.5 kg
c | has her weight gone up? | ask.patient | says Yes: ; +6.0 kg
u | how heavy is she | ask.patient | says 66 kg ; -0.9 g
r | when exactly was breastfeeding given up | ask.patient | says 15 January 2021 ; -enoxaparin
r | when was breastfeeding stopped? | ask.patient | says 15 January 2021
g | how tall did he use to be? | ask.patient | says 5 feet 11-1/2 inches ; -177.8
d | how tall was she when young? | ask.patient | tells No former height is told ; -158
i | how much height has she lost? | ask | says 5.5 cm (computed ; was 163
g | how much did he shrink? | ask | says 1.5 in, 3.8 cm (computed
l | how much height has she lost? | ask | says 5 cm (computed ; remembers 166 cm
a | how many centimetres tall is she? | ask.patient | says 160
"""
