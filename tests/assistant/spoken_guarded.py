"""What is said beside a change: all of it must be in the change, or it is asked; nothing is dropped in silence."""

GUARDED = """\
p | take the low flag off the TSH | correct | tells nothing was changed ; flag should be normal
b | the denosumab was 60 mg | correct | tells Nothing about denosumab is recorded ; Shall I add it?
b | change all dexa dates from the 8th to the 9th of june | ask.when | tells Nothing was changed
d | delete the left femoral neck | delete | tells Nothing was changed yet ; which of them ; -Rejected
d | delete the left femoral neck >> yes | delete | changes reject
d | delete the left femoral neck density | delete | rejects femoral neck
p | thats all wrong | unknown,correct,retract | tells -Goodbye
c | the ferritin in Sept 2019 was 44 not 24, and the Hb that day 12.4 | correct | sets ferritin=44 ; haemoglobin=12.4
c | PTH in September 2019 was 47 and its unit is ng/L | correct | told 47 ng/L
c | the ferritin of September 2019 was 42, 21 in December | correct | tells could not place ; December ; Say yes
c | the ferritin of September 2019 was 42, 21 in December >> yes | correct | edits value=42 @ ferritin
c | the ferritin of September 2019 was 42, 21 in December >> no | retract | tells Nothing was changed
s | she had five injections of denosumab, the last in August 2019 | correct | tells could not place ; five ; -Corrected
s | the L3 fracture is older, from 2014, and was seen on X-ray | correct | told −19 months
u | no, she had two kidney stones, one in 2016 and one in 2018 | correct | tells could not place ; 2018 ; -Corrected
c | weight loss was 8 kg, not 6 | correct.patient,correct | tells -now
c | it was the right wrist, not the left | correct | edits side=right @ radius
s | the CTX of February 2020 was 0.31 ug/L, the same as 310 ng/L, so leave it | retract | tells Nothing was changed
s | P1NP on 10 August 2016 was 69 not 96. Forget it, 96 is right. | retract | tells Nothing was changed
s | the P1NP on 10 August 2016 was 69. No, never mind | retract | tells Nothing was changed
c | vitamin D in 2020 was 33 ng/mL | correct | told 33 ng/mL ; -low
p | the TSH was 3.1, typist swapped the digits | correct,ask.value | edits value=3.1 @ thyroid
p | PTH at baseline was 49.2, and the radiologist was drunk | correct | tells could not place ; drunk ; -Corrected
d | alendronate was stopped on 31 February 2020 | correct | tells 31 February 2020 is no day ; -Corrected
d | the DXA was on 2020-02-31 | correct | tells 2020-02-31 is no day ; -Corrected
d | the wrist fracture was on 31/04/2019 | correct | tells 31/04/2019 is no day ; -Corrected
d | add a TSH of 2.1 mIU/L on 31 June 2020 | add | tells 31 June 2020 is no day ; -Added
d | add alendronate 70 mg weekly from February 2020 | add | tells recorded already ; -Added
g | add a rib fracture, left 8th, 2018 | add | adds rib
r | zoledronate was given on 7 August 2022 | correct | told 2022-08-07 ; -Month 0
s | ctx was 430 >> the second >> no, the third | correct | edits value=430 @ C-terminal
p | T9 was old >> no sorry, T11 | correct | edits acuity=chronic @ T11
u | forearm T-score in 2020 is -2.6 >> no sorry, 2019 | correct | tells Taken back ; recorded already
u | alk phos 71 is wrong >> 77 | correct | edits value=77 @ alkaline
u | colecalciferol was never stopped, she is still taking it | correct | edits status=ongoing @ olecalciferol
u | reject the forearm change of +1.1 | delete | told now: Left distal ; Z −1.5 ·
s | zoledronate was given 27 August 2019 not the 21st, and she'd vomited | correct | tells vomited ; -Corrected
s | teriparatide was 16 months only, last dose 10 June 2017 | correct | told to 16 months ; -Month 0
c | reject the september 2019 labs | delete | told 9 records
c | she also has 2 kids and smokes | add | tells contrary ; smoking ; -Added
u | accept everything from the operation note except the PTH | accept | told corrected calcium ; -parathyroid hormone
t | alfacalcidol was 2 ug until the operation and 1 ug after it | correct | tells could not place ; -Corrected
t | remove the right hip DXA of 2019 but keep its Z-score | delete | tells could not place ; keep its ; -Rejected
m | L2 fracture was grade 2 >> no, sorry, grade 1 was right | correct,undo | told 1 ; -Right L2
m | the alendronate was started on 12 February 2022, and he takes it on Sundays | correct | tells Sundays ; -Corrected
t | add: 15 July 2021 FGF23 53 ng/L, and he runs marathons | add | tells marathons ; -Added
t | add: 15 July 2021 FGF23 53 ng/L, and he runs marathons >> yes | add | adds fibroblast
p | delete the second TSH >> 1 | unknown,delete | tells -now: ; -Corrected
p | reject the tartrate from 2019 >> 2 | unknown,delete,ask | tells -now: ; -Corrected
g | prednisone was 5 mg, no, 7.5 mg | correct,ask.value | tells -now: prednisone: ongoing, 5 mg
p | the lumbar T-score at 12 months is -1.6, right | ask.value | says −0.9 ; -Corrected
p | ACTH was 61 right | ask.value | says 16.0 ; -Corrected
d | the wrist fracture was on the left, right | ask.value | says Right distal ; -Corrected
d | phosphate was 1.80, I think | correct | tells not sound sure ; Say yes ; -Corrected
d | maybe the TSH was 9.1 | correct | tells not sound sure ; -Corrected
d | maybe the TSH was 9.1 >> yes | correct | edits value=9.1 @ thyroid
d | she probably weighs 45 kg | correct.patient | tells not sound sure ; -now
p | RDQ at baseline was 31 | correct | tells outside its scale ; Nothing was changed
g | the left hip T-score in 2021 was -17 | correct | tells not possible ; Nothing was changed
d | her weight is 540 kg | correct.patient | tells not possible ; Nothing was changed
d | menopause was at 440 | correct.patient | tells not possible ; Nothing was changed
d | calcium in 2022 was 234 | correct | tells beyond what is possible ; Nothing was changed
b | cholecalciferol is 800 g | correct | tells Nothing was changed
d | the ESR was 1.2 | correct | tells decimal point ; -Corrected
d | the ESR was 1.2, not 12 | correct | edits value=1.2 @ sedimentation
d | denosumab is 60 g | correct | tells unit would change ; -Corrected
p | PTH was 49.2 fasting | correct | tells could not place ; fasting ; -Corrected
g | prednisone was 15 mg at first, then 12.5 | correct | tells could not place ; -Corrected
g | T12 was grade 2, not L1 | correct | tells recorded already ; -Corrected
p | T9 was acute, not T11 | correct | tells recorded already ; -Corrected
d | reject the old fractures | delete | tells Nothing was changed
f | the femoral shaft fracture was on the left and it was temporary | correct | tells temporary ; -Corrected
g | the testosterone is 412 nmol/L | correct | tells unit would change ; -Corrected
p | it was the T3 not the T7 that was acute | correct | tells recorded already ; -Corrected
p | romosozumab 6 months, not 12 | correct | tells not what is right ; -Corrected
d | it was an intertrochanteric fracture | correct | tells Shall I add it ; -Added
p | the T-score was -2.2 at the spine and -1.8 at the hip | correct | tells Nothing was changed ; -Say yes
d | amlodipine at discharge was 10 mg | correct | tells would change for all of them
d | paracetamol was 500 mg, not 1 g, at discharge | correct | tells would change for all of them
g | the back pain in 2021 was 3 and at the first visit 8 | correct | told NRS: 3 · 24 ; NRS: 8 · −2
p | the P1NP at 6 months was 65 and at 12 months 92.6 | correct | told 65 ng/mL ; 92.6 ng/mL
d | denosumab was paused in October 2021 | correct | says A pause ; Nothing was changed ; Denosumab: ongoing
d | denosumab was held from October 2021 to April 2022 | correct | says A pause
d | amlodipine is on hold | correct | says A pause ; Amlodipine
d | the alendronate was only paused, not stopped | correct | says A pause
d | she missed the denosumab in April 2021 | correct | says A pause or a missed dose
a | alendronate was interrupted for three months in 2022 | correct | says A pause
a | she took a break from alendronate between May and July 2022 | correct | says A pause
a | add a drug holiday from March 2023 | add | tells nothing was added ; -Added
g | teriparatide was paused because of nausea | correct | says A pause ; completed
g | was teriparatide paused? | ask | says Teriparatide ; -Nothing was changed
d | she had a second denosumab dose on 6 April 2021 and a third in October | add | tells nothing was added
d | denosumab was also given on 6 April and 5 October 2021 | add | tells Single doses ; -Added
d | she had a second denosumab dose on 6 April 2021 | add | told denosumab: past ; -doses given
d | add a third dose of denosumab on 5 October 2021 | add | told denosumab: past ; -mentioned
d | denosumab was given from 6 April 2021 until 5 October 2021 | correct | tells now: Denosumab: stopped ; to 20 months
a | alendronate was given from May 2021 to March 2023 | correct | told alendronate: stopped ; to 22 months
a | alendronate was started in May 2021 and stopped in March 2023 | correct | told stopped ; to 22 months
d | add atorvastatin 20 mg at night since 2018 and bisoprolol 2.5 mg | add | told bisoprolol ; -2.5 mg ·
d | add atorvastatin 20 mg and bisoprolol 2.5 mg since 2018 | add | told 20 mg · −27 months ; 2.5 mg · −27 months
d | FRAX without BMD was 31 % | correct | says With bone density, without it ; nothing was changed
d | FRAX without BMD was 31 % >> 1 | ask,unknown,correct | tells -Corrected
d | the FRAX hip without bone density was 15 % | correct | says nothing was changed ; 12 %
d | FRAX hip with BMD was 14 % | correct | edits value=14 @ FRAX
d | add FRAX without BMD 31 % | add | tells I would add ; without BMD ; Nothing was added yet
d | FRAX major adjusted for TBS was 25 % | correct | says nothing was changed
z | at the first visit she took vitamin D3 1000 IU daily | correct | asks
z | in February 2022 vitamin D3 was 1000 IU | correct | asks
z | vitamin D3 was 1000 IU at the first visit, not 800 IU | correct | told past, 1000 IU ; -2000
z | she was on prednisolone 7.5 mg at the first visit | correct | edits dose=7.5 @ prednisolone
z | she got a second zoledronic acid infusion on 20 June 2023 and a third in June 2024 | correct | tells Single doses
z | reject the CTX in 2022 and 2023 | delete | asks
z | accept the first CTX and the second and third calcium | accept | accepts 3
z | vitamin D was withheld from March 2022 to May 2022 | correct | says A pause
p | the free T4 was 1.1 and everything else in the lab report is fine | correct | tells could not place: “every
b | add that he was given denosumab 60 mg on 15 December 2022 and 15 June 2023 | add | tells nothing was added ; -Added
g | if the DXA is from 2018 delete it | talk | tells I act on no condition ; -Corrected ; -Rejected
g | accept the PTH unless it is wrong | talk | tells I act on no condition ; -Accepted
g | accept the TSH if normal | talk | tells I act on no condition ; -Accepted
g | if the PTH was 94, accept it | talk,advice | tells -Accepted
g | accept the PTH if you like | accept | accepts 1
g | if possible delete the TSH | delete | rejects thyroid
g | teriparatide was 40 mcg for the first month | correct | tells a part of the course ; -Corrected
g | I never said T12 was acute | correct | tells What is right? ; -Corrected
g | "L1 is acute" was a typo | correct | tells -Corrected
g | the report does not say T12 is acute | correct | tells -Making the PDF ; -Corrected
d | 12 March 2023: fracture of the right ankle in 2012 and of two ribs in 2017, TSH 2.1 mU/L, PTH 5.0 pmol/L \
>> the rib fractures were in 2016 | correct | told fracture of rib: fracture · −51 months ; -ankle
"""
