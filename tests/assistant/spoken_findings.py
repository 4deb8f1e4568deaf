"""Questions of diagnoses, findings, habits and events by what was found."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | what happened in May 2021? | ask.value | says steosclerotic
p | what was reported at month 7? | ask.value,ask.summary | says daily activities
"""

ROWS = """
p | ever on steroids or crash diets | ask.value | says glucocorticoid use: absent ; crash dieting: absent
p | what happened in April 2022 | ask.value,ask.passage,ask.summary | says lost
p | which hospital did she deliver in | decline,ask | tells
p | what went on at month 2 | ask.value | says osteosclerotic
p | anything in Oct 2021? | ask.value | says minimal back pain
p | what was ruled out | ask.value | says Cushing syndrome
p | timeline tab | ask.value | runs show_timeline
p | what secondary causes were excluded? | ask.value | says Cushing's syndrome or hyperthyroidism
p | what happened at month 13 | ask.value | says appointment not kept ; no answer
d | what op | ask.value | says hemiarthroplasty
d | what happened to her in September 2020? | ask.value | says fall ; hemiarthroplasty
d | cemented or uncemented | ask.value | says cemented
d | list her diagnoses | ask.value | says osteoporosis ; hypertension
g | his dad, what was it he died of? | ask.value,ask.patient,ask.presence | says stroke
g | FHx? | ask.value,ask.presence | says stroke
g | height loss, how much | ask.value | says he used to be 5 feet 11-1/2 inches
g | how tall was he before | ask.value,ask.presence,ask.passage | says loss of height
g | alcohol per week | ask.value,ask.presence | says Two beers
g | What was his pain at the first visit? | ask.value | says 7
g | BMI, smoking status and weekly alcohol, please | ask | says 25.5 ; 20 pack-years ; Two beers
g | show the fracture risk factors of this man | ask | says moking
g | no side effects from teriparatide? | ask | tells
g | how much height has he lost | ask.value | says 5 feet 11-1/2 inches
g | pertinent negatives | ask.value | says kidney stones ; No fracture
g | what brought on the back pain? | ask.value | says lifted a bag of groceries ; -Not told
g | his peak height | ask.value | says 5 feet 11-1/2 inches
a | weight, height, menopause age and smoking habits? | ask | says 58 ; 160 ; 51
a | What did the patient say in her own words at the end? | ask.value | says I stand straight again
a | excluded diagnoses | ask.value | says hyperparathyroidism ; multiple myeloma ; -hypertension
b | events of May 2020 | ask.value | says radius ; fall
m | any secondary cause found? | ask.value | says hypogonadism ; excluded
s | what's she being treated for | ask | says osteoporosis ; hypertension
"""
