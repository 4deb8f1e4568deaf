"""What notes tell in words and no record holds: reactions, doses, relatives, mechanisms, reasons; none is denied."""

from __future__ import annotations

__all__ = ["TOLD_IN_WORDS"]

TOLD_IN_WORDS = """
o | how many infusions of zoledronate were given up to now? | ask.count | says 3 doses ; Third infusion today
o | number of zoledronic acid infusions | ask.count | says 3 doses
d | how many shots of denosumab has she got so far | ask.count | says 5 doses ; the fifth was given today
f | how many denosumab doses had she had by 2020? | ask | says seventh dose
y | how many zoledronate infusions? | ask.count | tells -: 2 doses
d | how many denosumab doses? >> when was the last one given? | ask.when | says 2022-10-05 ; -haematoma block
o | how many zoledronate infusions? >> doses? | ask | says 1.25 mg ; 1.3 mg ; 1.4 mg
o | pyrexia after one of the infusions? | ask | says 38.3
o | was he feverish after zoledronate? | ask | says 38.3
o | zoledronate was started when? >> side effects? | ask | says temperature of 38.3 ; -No:
o | did he react to the drip? | ask | says 38.3
y | did she react to the zoledronate? | ask | says Flu-like symptoms for one day
y | any trouble with the infusion? | ask | says Flu-like ; -disagrees
d | any trouble with the denosumab? | ask | says told as absent ; -heartburn ; -intolerance ; -disagrees
d | problems on the alendronate? | ask | says heartburn ; -disagrees
g | side effects of his teriparatide? | ask | says without side effects ; -Yes
o | does the dad have it as well? | ask | tells -nothing about the father is recorded, neither
o | is his father affected? | ask | says His father is affected
o | which other diagnoses were considered? | ask | says Rickets and child abuse
o | which differentials were thought of? | ask | says Rickets and child abuse
m | what differential diagnoses were considered? | ask | says hyperparathyroidism were considered
g | was myeloma looked for? | ask.presence | says Yes, it was looked for ; negative
f | any blood clots in the past? | ask.presence | says No history of clots
f | ever had a DVT? | ask | says No history of clots ; -nothing about
f | does she have any kidney stones? | ask.presence | says No
g | how did the vertebral fractures come about? | ask | says lifted a bag ; -Not told
y | how did the fractures happen? | ask | says stepping off a kerb
d | how many fractures? >> mechanism of the first one? | ask | says tripped on a kerb
d | mechanism of action of alendronate? | decline | declines
g | what was the prednisone for? | ask.reason | says iant cell arteritis
d | what was the enoxaparin for? | ask.reason | tells -heartburn
g | why teriparatide and no bisphosphonate? | ask.reason | says rather than an oral ; -hold the gain
g | how was teriparatide tolerated? >> what came after it? | ask.value | says Zoledronic acid ; -adverse event
d | when was alendronate stopped? >> which drug replaced it? | ask.value | says Denosumab
g | prednisone doses? >> how much was he taking at the start? | ask | says 60 mg
d | is she on a blood thinner now? | ask.presence | says No, not any more
d | does she take enoxaparin? | ask.presence | says No, not any more
d | is she on amlodipine? | ask.presence | says Yes
d | what is new since the first visit? | ask.value | says Told since 2019-11-12 ; Denosumab
d | anything new since the last visit? | ask.value | says The last note is of 2022-10-05
g | what has happened since the 2019 visit? | ask.value | says Zoledronic acid
o | has T8 recovered? | ask | says regained height
o | did the vertebrae regain height? | ask | says regained height ; -No new
f | what does the patient herself say? | ask | says keep both my legs
o | what does the boy himself want? | ask,unknown | tells -zoledronic
f | is there anybody in the family with a hip fracture? | ask | says mother
t | anyone in the family with bowed legs? | ask | says Nobody at home ; -Yes
r | any thrombosis? | ask | says venous thromboembolism ; -enoxaparin
y | what did the colonoscopy show? | ask | says were normal
o | has he got a dog? | ask,unknown | tells -football
f | any warning signs in the checks? | ask.conflict,ask.presence,unknown | tells -changed
d | any eye trouble? | ask,unknown | tells -rash
f | did she vomit after the denosumab? | ask,unknown | tells -Yes
"""
