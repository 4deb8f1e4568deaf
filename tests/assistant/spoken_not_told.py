"""Questions of what no note tells: it is said so, and no other record is told in its place."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | What was the z-score? | ask.value | none
p | did she get a bisphosphonate? | ask.presence | none
p | any rheumatoid arthritis? | ask.presence | none
p | What's the T-score of the femoral neck? | ask.value | none
p | is there a fracture at L3? | ask.presence | none
p | Has she received zoledronate? | ask.presence | none
p | does she have kidney stones | ask.presence | none
p | is she compliant? | ask | none
p | do we have a TBS? | ask.presence,ask.value | none
p | ionised calcium? | ask.value,decline | none
p | Was denosumab ever given? | ask.presence | none
p | Has she any allergies? | ask.presence,decline | none
p | Any osteoporosis in the family? | ask.presence | none
p | Did she tolerate romosozumab? | ask.presence | says tolerated ; No complaints about the injections today
p | where does she live? | ask.passage | none
p | was her father affected? | ask.presence,ask.value,decline | none
g | Does he have coeliac disease? | ask.presence | none
g | is he diabetic? | ask.presence | none
"""

ROWS = """
p | The alkaline phosphatase is not measured, or? | ask.presence,ask.value | none
p | is she on any calcium supplement? | ask.presence,ask.value | none
p | who is the treating physician's wife | ask.value,decline | none
p | what's the ferritin? | ask | none
p | what was the salivary cortisol | ask | none
p | urinary calcium at baseline? | ask,decline | none
p | how many siblings does she have | ask | none
p | was calcitonin measured | ask | none
p | did the baby have fractures | ask,decline | none
p | Did she get a bisphosphonate after romosozumab? | ask.presence | none
p | is the femoral neck T-score known? | ask | none
p | how was the TSH of her daughter? | ask,decline | none
d | Does she have diabetes? | ask.presence | none
d | sorry, one more, what was the cholesterol? | ask.value,decline | none
d | Has the patient an osteoporosis in the family? | ask.presence | none
d | did she finish physio | ask.presence | none
d | what's her cholesterol? | ask | none
d | did she vomit after denosumab | decline,ask | none
d | was there a fracture of the patella? | ask | none
d | did she break her ankle | ask | none
d | has the sister osteoporosis? | ask | none
d | her blood group? | decline,ask | none
d | is her daughter affected too? | ask,decline | none
d | serum magnesium? | ask | none
d | what secondary causes were excluded? | ask.value | tells Not told in the notes
d | any eye trouble? | ask,unknown | tells -rash
g | how high is his CTX | ask.value | none
g | Is he on any antihypertensives? | ask.presence | none
g | Any allergies? | ask.passage | none
g | was he ever given denosumab? | ask | none
g | T8 fractured? | ask | none
g | was L2 spared? | ask,decline | none
g | is the wife on prednisone | ask,decline | none
g | P1NP? | ask | none
a | ionised calcium? | ask,decline | none
a | magnesium? | ask.value | none
b | his HbA1c at the first visit? | ask | none
k | bp? | ask | tells -hypertension: present ; othing about
o | what does the boy himself want? | ask,unknown | tells -zoledronic
o | has he got a dog? | ask,unknown | tells -football
h | how much did the second TSH rise in the first year? | ask,unknown | none
h | did she get a blood transfusion? | ask,decline | none
f | did she vomit after the denosumab? | ask,unknown | tells -Yes
y | how many brothers has she? | ask,decline | none
n | does she have a partner? | ask,decline | none
d | any history of gout? | ask.presence | none
p | what's her husband's name? | ask | tells That name is not told ; -HH-20417
a | what is her husband called? | ask | tells That name is not told
p | who is her husband? | ask | tells not told ; -Mar
b | has he any cancer? | ask | tells nothing about cancer
d | does she have Paget's disease? | ask | tells Not told in the notes ; -recorded at
d | any history of an atypical femur fracture? | ask | tells nothing about atypical femoral fracture ; -Colles
d | eating disorder? | ask | tells Not told in the notes ; -Dairy
g | any epilepsy drugs? | ask | tells not told in any note ; -Yes
c | was she iron deficient? | ask | says Not told in the notes in these words ; 6 ug/L (low ; -Yes
"""
