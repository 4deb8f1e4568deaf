"""Additions of what is known already or only in part, talk beside the work, several orders in a line, and retyping."""

from __future__ import annotations

__all__ = ["ADDITIONS"]

ADDITIONS = """
d | add alendronic acid 70 mg once a week from february 2020 | add | tells recorded already ; Alendronic acid: stopped
d | add Adcal-D3 one tablet twice daily | add | tells recorded already
g | add a grade 2 L1 fracture | add | tells recorded already ; Genant grade 2
m | add: alendronic acid 70 mg weekly | add | tells recorded already
c | add ALP 164 U/L on 26 February 2019 | add | tells recorded already ; 164
c | add ALP 171 U/L on 26 February 2019 | add | told Added ; 171 ; It is also recorded ; 164
d | add alendronate 35 mg weekly from february 2020 | add | told 35 mg ; It is also recorded ; 70 mg
m | add prednisolone 5 mg daily from June 2023 | add | told 5 mg ; It is also recorded
d | add denosumab 60 mg on 5 January 2023 | add | told Added ; -It is also recorded
d | add another right wrist fracture | add | tells nothing was added ; Say the time of the other one
d | add another right wrist fracture in May 2023 | add | told Added
g | add a grade 3 L1 fracture | add | told Genant grade 3 ; Recorded before as ; Genant grade 2
g | add a T6 fracture in 2015 | add | told T6 fracture ; It is also recorded: No fracture
g | add a T6 fracture in 2023 | add | told T6 fracture ; -It is also recorded: No fracture
g | he smokes 15 a day | add | told 15 a day ; It is also recorded ; 20 pack-years
m | he drinks 18 units a week | add | told 18 units a week
g | does he drink 9 units a week? | ask.presence,ask.value,unknown | tells -Added
d | add hypothyroidism and a T6 fracture in 2011 | add | told hypothyroidism: present
d | add a T6 fracture from 2011 and gout | add | told T6 fracture ; gout
d | add a rib fracture | add | told No time was said
d | add a rib fracture >> 2017 | correct | edits time=2017 @ Rib
d | add a rib fracture >> in June 2017 | correct | edits time=2017-06 @ Rib
d | add CTX 0.28 ng/mL >> 9 June 2021 | correct | edits time=2021-06-09 @ telopeptide
d | add CTX 0.28 ng/mL >> what was the PTH in 2020? | ask.value | says 4.8
d | add CTX 0.28 ng/mL on 9 June 2021 | add | told Added ; -No time was said
d | TSH was 2.4 mU/L on 7 May 2021 | add | adds thyroid
d | vitamin D was 33 nmol/L in August 2021 | add | adds 25-hydroxyvitamin
d | the vitamin D in August 2021 was 33 nmol/L | correct | tells Shall I add it
m | pain was 5/10 in may 2022 | add | adds NRS
g | he had kidney stones in 1991 | correct | tells It is recorded as: kidney stones: absent ; Shall I add
g | he had kidney stones in 1991 >> yes | add | adds kidney stones
c | good evening | talk | tells Hello
d | hello there, how are you? | talk | tells Hello
c | many thanks! | talk | tells welcome
d | great, thank you so much | talk | tells welcome
d | thx, what was the PTH? | ask.value | says 4.8
d | good morning, which labs were abnormal? | ask.abnormal | tells -Hello
d | are you a robot? | talk | tells osteocase
d | what else is left before I can submit? | ask.gap | tells not decided on ; Missing
d | anything else to do before the report? | ask.gap | tells not decided on ; Missing
p | can I publish this now? | ask.gap | says 18.2 % ; not decided on
d | what is missing? | ask.gap | tells Missing ; -not decided on
d | draft the introduction for me | talk | tells I make no text up
d | please invent some references | talk | tells I make no text up
d | write the report | make_pdf | runs make_pdf
d | give me a summary | ask.summary | says Fractures
d | accept the PTH and make the PDF | accept | runs make_pdf
d | accept the PTH then undo | accept | told Accepted ; Taken back
d | delete the TSH, then make the pdf please | delete | runs make_pdf
d | make the pdf and a word file | make_pdf | runs make_pdf
d | rename the case to Two falls and make the PDF | rename | runs make_pdf
d | rename the case to Wrist and hip | rename | told Wrist and hip
d | accept the ALP and the PTH | accept | accepts 2
d | TSH? >> sorry, I meant the ALP | ask.value | says 92
d | how did the right hip change? >> oh, i meant the lumbar spine | ask.trend | says 0.944
d | left total hip in 2020? >> sorry, i meant right | ask.value | says 0.702
d | delete the TSH >> sorry, I meant the ALP | delete | rejects alkaline
d | add teriparatide 20 mcg daily from March 2023 >> oops, i meant abaloparatide | add | told Taken back ; abaloparatide
d | add CTX 0.28 ng/mL on 9 June 2021 >> i meant 0.38 | add | told Taken back ; 0.38
d | add teriparatide 20 mcg daily from March 2023 >> no, from May 2022 | correct | edits start=2022-05 @ teriparatide
d | right total hip in 2020? >> in 2022? >> difference? | ask.trend | says +5.6 %
d | which note says that she walks with a stick? | ask.source,ask.passage | says 2022-10-05 ; stick
d | where is it written that she tripped on a kerb | ask.source,ask.passage | says 2019-11-12 ; kerb
g | which note says the prednisone was stopped? | ask.source | says May 2020 ; -7.5
d | where does 0.944 come from? | ask.source | says 0.944
g | what does the note say about tapering? | ask.passage | says Keep tapering
m | did he agree to publication? | ask.presence,ask.passage | says consent
m | was consent given? | ask.presence | says consent
d | was consent given? | ask.presence | tells Not told in the notes
p | why is the menopause a conflict? | ask.conflict | says No check names that
t | accept the ALP >> oops, i meant phosphorus please | accept | asks
t | oops, i meant phosphate | talk | tells nothing was changed
t | add a rib fracture in 2016 >> oops, i meant phosphate | talk | tells nothing was changed
"""
