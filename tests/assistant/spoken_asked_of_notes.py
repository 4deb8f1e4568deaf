"""Plans, conditions, reasons and people that a sentence of the notes tells; advice stays declined all the same."""

from __future__ import annotations

__all__ = ["ASKED_OF_NOTES"]

ASKED_OF_NOTES = """
d | what if she stops denosumab | ask | says zoledronic acid would have to follow
b | what is the outlook for him? | ask | says outlook with treatment is good
d | what happens if denosumab gets stopped? | ask | says zoledronic acid would have to follow
f | what will they do if the CTX goes up | ask | says zoledronic acid would follow
f | how often is the ctx going to be checked? | ask | says every 3 months
f | what was done to prevent the rebound? | ask | says raloxifene
m | what will happen with the prednisolone? | ask | says reduced by 1 mg a month
n | when were they going to try without the patch? | ask | says september 2019
s | under what condition would she get a second zoledronate? | ask | says above 450
c | what did the doctor plan about the iron? | ask | says Iron may stop at the end of the year
c | why did she not get a bisphosphonate? | ask | says until this has been corrected
c | what made the bone density improve? | ask | says gluten-free diet
s | why was risedronate dropped? | ask.reason | says has failed ; -faithfully
f | why was only the left hip scanned last time? | ask.reason | says since the right has a nail ; -outright
y | why did they do a bone marrow biopsy? | ask | says gives the reason outright
y | what was osteoporosis treatment waiting for? | ask | says exclusion of myeloma
o | what are the parents worried about? | ask | says fear the next fracture
f | did she break her femur? >> what operation did they do for it? | ask | says nail ; -fracture
f | did she break her femur? >> who was the surgeon? | ask,unknown | none
c | did she break her wrist? >> who wrote these letters? | ask | says O'Leary
d | who has to give the injections? | ask | says GP to give
h | who operated on her? | ask | none
o | what colour are his sclerae? | ask | says blue ; -I read
k | what is the plan with the ibandronate now? | ask | says paused now ; -prednisolone
r | what explained the high P1NP? | ask | says both explained by teriparatide
t | what did they think was causing the low phosphate? | ask | says tumour-induced osteomalacia
g | why is L1 left out of the spine scan? | ask.reason | says (fracture)
p | did anybody suggest teriparatide? | ask | says contraindicated
s | was she warned about delaying denosumab? | ask | says must not be missed or delayed
d | why did alendronate get stopped >> and what did they give instead? | ask | says Denosumab
d | her consent is missing | unknown,ask,correct | tells -9c
d | what would make you stop alendronate? | decline | declines
d | when was the hip operated? >> and what implant did they use? | ask | says hemiarthroplasty
d | did she need a second operation? | ask | none
r | why did she have enoxaparin? >> how long did she take it? | ask.duration | says enoxaparin ; -cabergoline
t | when was the operation? >> what did they fill the hole with? | ask,unknown | tells -resection ; -9b
p | what's next for her? | ask | says further check in a year ; -MRI
n | what's the follow up? | ask | says dxa at 25 ; -no running
s | what did they tell the GP about denosumab? | ask | says must not be missed
k | does prednisolone raise PTH? | decline | declines
r | what if she wants another baby? | decline | declines
d | what happens to bone when alendronate is stopped? | decline | declines
a | when is she meant to be seen again? | ask | says Next visit in a year ; -month 0
b | how often was the zoledronate to be given? | ask | says once a year
s | why was no infusion given in 2020? | ask | says Bone density has held
d | is she on denosumab? >> how often does she get it? | ask | says every 6 months
b | did he break his wrist? >> how was it treated? | ask | says treated in a cast
d | is she on denosumab? >> why was it started? | ask.reason | says Second low-trauma fracture
t | how long must he go on with alfacalcidol after discharge? | ask | says for six weeks after discharge
t | who removed the tumour? | ask | none
s | what was she supposed to do about missed doses? | ask | says must not be missed ; -No,
t | will the tumour come back? | decline | declines
f | should she have zoledronate now? | decline | declines
p | what are the side effects of romosozumab in general? | decline | declines
d | early menopause? HRT? | ask.value | says early menopause ; never had HRT
d | menopause and HRT | ask.value | tells never had HRT
p | PTH and CTX at baseline | ask.value | says 94.2 ; Nothing about C-terminal telopeptide
d | TSH and magnesium? | ask.value | says 1.9 mU/L ; Nothing about magnesium
g | calcium and albumin in 2018? | ask.value | says 9.4 ; 4.3 ; -Nothing
d | list her fractures w mechanism | ask | says tripped on a kerb ; fell in her kitchen
d | what is the mechanism of denosumab? | decline | declines
u | what weight was the adenoma | ask | says 0.9 g
t | SUVmax and where was the focus | ask | says 21.6 ; medial condyle of the left femur
n | was a spine x-ray ever done? | ask.presence | tells Not told ; radiograph of the lumbar spine ; -0.871
d | weight of the 74 yr old | ask.patient | tells 54.0 kg
d | weight of the 95 yr old | decline | declines
d | frax numbers for the 74 yo | ask.value | says 28 % ; 12 %
f | who recommended raloxifene | ask | none
f | would you recommend raloxifene? | decline | declines
k | osteopenia or osteoporosis by WHO? | ask | says osteopenia ; -Who that was
d | she is a 73 yo woman | correct.patient | patient age_years=73
m | which dose of alendronate is best for him? | decline | declines
"""
