"""What is to be added: results, medicines, fractures, findings; what is known already; what a new record needs."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | Please add: calcium carbonate 500 mg twice daily | add | adds alcium carbonate
p | add forearm T-score -1.4 | add | adds orearm
p | Put down that she started denosumab 60 mg in April 2022 | add | adds enosumab
p | add a fracture of L2 | add | adds L2
p | she also takes paracetamol 1 g three times daily | add | adds aracetamol
p | add ALP 88 U/L at baseline | add | adds lkaline
p | new lab: ferritin 30 ng/mL | add | adds erritin
p | Add calcitonin 50 IU daily | add | adds alcitonin
p | please note that she had a hip T-score of -2.0 in January 2024 | add | adds hip
p | also add hypertension | add | adds ypertension
p | you missed a fracture of L4 | add | adds L4
p | insert ESR 12 mm/h | add | adds edimentation
p | add zoledronic acid 5 mg once in January 2023 | add | adds oledronic
p | record a fracture of the left fifth rib | add | adds ib
p | note down: osteocalcin 25 ng/mL | add | adds steocalcin
p | please add that she has hypothyroidism | add | adds ypothyroidism
p | add the total hip T-score -2.1 at month 36 | add | adds hip
p | please include calcium 600 mg daily | add | adds alcium
p | she also had a fracture of L1 | add | adds L1
p | add a note: TSH 1.5 mU/L | add | adds hyroid
p | add: alkaline phosphatase 90 U/L at 6 months | add | adds lkaline
p | add teriparatide 20 µg daily from March 2023 | add | adds eriparatide
d | add to the list: zoledronic acid 5 mg iv in October 2022 | add | adds oledronic
"""

ROWS = """
p | New result came in: 25OHD 31.5 ng/ml, drawn 10 Feb 2023 | add | adds 25-hydroxyvitamin
p | Add: NTX 45.2 nmolBCE/mmolCr at 12 months | add | adds N
p | log a DXA of the lumbar spine, BMD 1.070 g/cm2, T-score -0.5, 20 January 2024 | add | adds umbar
p | note down that she had a wrist fracture in 2015 | add | adds wrist
p | add zoledronic acid 5 mg iv on 1 February 2023 | add | adds oledronic
p | new lab: CTX 0.45 ng/mL, 6 months | add | told · 6 months
p | also on paracetamol 500 mg prn | add | adds paracetamol
p | there's one missing: T5 compression fracture, mild | add | adds T5
p | add teriparatide 20 mcg daily from month 24 | add | told · 24 months
p | add teriparatide 20 mcg daily for 18 months | add | told for 18 months ; -· 18 months
p | potassium 4.4 mmol/L >> yes | add | adds potassium
p | add: weaned at the end of april 2021 | add | told weaning ; -Breast-feeding
d | add ibandronate 150 mg monthly from March 2018 to January 2019 | add | adds ibandronate
d | in oct 2022 she measured 156.5 cm, please record | add | tells nothing was changed ; 2022-10
d | please to add one more fracture: left pubic ramus, dated 3 March 2023 | add | adds pub
d | add # right 5th rib 10/01/2023 | add | adds rib
d | add clopidogrel 75 mg once daily since 2021 | add | adds lopidogrel
d | add: serum CTX 0.21 ng/mL on 05/10/2022 | add | adds telopeptide
d | add teriparatide 20 mcg daily sc from Nov 2022, ongoing | add | adds eriparatide
d | add a fall on 1 June 2022 | add | adds fall
d | add zoledronic acid 5 mg iv on 11/10/2024 | add | adds oledronic
d | add vitamin D 25-OH 85 nmol/L on 3/4/2023 | add | adds ydroxyvitamin
d | add: wrist fracture 2016 after a fall | add | told Wrist fracture ; -last November
d | forgot: magnesium 0.82 mmol/L 04/10/2020 | add | adds magnesium
d | missing: vitamin B12 310 ng/L | add | adds B12
d | add denosumab 60 mg on 5 April 2023 | add | told · 30 months ; -6-monthly ; -subcutaneous
d | add denosumab 60 mg on 5 January 2021 | add | told · 3 months ; -6-monthly
d | add denosumab 60 mg sc 12.03.2019 | add | told (2019-03-12) ; -6-monthly
d | add teriparatide 20 µg daily for 24 months | add | told for 24 months ; -· 24 months
d | she also takes folic acid 5 mg | add | adds folic
d | add risedronate 35 mg weekly from march 2020 | add | told risedronate ; -Month 0 is now
d | she fell again in january 2023 but broke nothing | add | told falls: present
d | he also has gout, on allopurinol 200 mg | add | told gout ; allopurinol
d | add zoledronate 5 mg yearly, planned | add | told planned
d | Add CTX 205 ng/L, 5 October 2022 >> and an ALP of 66 U/L the same day | add | adds alkaline phosphatase
d | add raloxifene 60 mg daily, never started | add | told mentioned ; -: started
d | add raloxifene 60 mg daily, not yet started | add | told planned
d | add raloxifene 60 mg daily | add | told raloxifene ; -planned
d | add alendronic acid 70 mg once a week from february 2020 | add | tells recorded already ; Alendronic acid: stopped
d | add Adcal-D3 one tablet twice daily | add | tells recorded already
d | add alendronate 35 mg weekly from february 2020 | add | told 35 mg ; It is also recorded ; 70 mg
d | add denosumab 60 mg on 5 January 2023 | add | told Added ; -It is also recorded
d | add another right wrist fracture | add | tells nothing was added ; Say the time of the other one
d | add another right wrist fracture in May 2023 | add | told Added
d | add hypothyroidism and a T6 fracture in 2011 | add | told hypothyroidism: present
d | add a T6 fracture from 2011 and gout | add | told T6 fracture ; gout
d | add a rib fracture | add | told No time was said
d | add CTX 0.28 ng/mL on 9 June 2021 | add | told Added ; -No time was said
d | TSH was 2.4 mU/L on 7 May 2021 | add | adds thyroid
d | vitamin D was 33 nmol/L in August 2021 | add | adds 25-hydroxyvitamin
d | add teriparatide 20 mcg daily from March 2023 >> oops, i meant abaloparatide | add | told Taken back ; abaloparatide
d | add CTX 0.28 ng/mL on 9 June 2021 >> i meant 0.38 | add | told Taken back ; 0.38
g | add a T10 fracture, grade 1, seen on CT 02/14/2022 | add | adds T10
g | enter a fall on 3 July 2019 | add | adds fall
g | add hx of htn | add | adds ypertension
g | add VAS 1/10 at 30 months | add | adds VAS
g | add alendronate 70 mg weekly 2015 to 2017 | add | adds lendron
g | put in a 10 year FRAX hip 4.1 % | add | adds FRAX
g | please append: fall on 3 March 2020 | add | adds fall
g | add a rib fracture, left 7th, 2019 | add | told Left rib
g | can you add ibuprofen 400 mg tid | add | adds ibuprofen
g | add weight 80 kg on 8 january 2021 | add | tells 80.7 kg (2018-11-20) ; nothing was changed
g | add weight 80 kg | add | patient weight_kg=80
g | add alendronate 70 mg weekly from July to October 2018 | add | adds alendronate
g | the P1NP at 24 months was 58 | answer.yes,add | tells No unit was said ; Nothing was added yet
g | add a TSH of 2.4 at 12 months | add | tells mIU/L is that of the other values ; Nothing was added yet
g | add a TSH of 2.4 at 12 months >> yes | add | told 2.4 mIU/L ; No unit was said
g | add a grade 2 L1 fracture | add | tells recorded already ; Genant grade 2
g | add a grade 3 L1 fracture | add | told Genant grade 3 ; Recorded before as ; Genant grade 2
g | add a T6 fracture in 2015 | add | told T6 fracture ; It is also recorded: No fracture
g | add a T6 fracture in 2023 | add | told T6 fracture ; -It is also recorded: No fracture
g | he smokes 15 a day | correct | tells 20 pack-years ; Shall I add it ; -Added
g | he had kidney stones in 1991 >> yes | add | adds kidney stones
a | include that she takes magnesium 300 mg daily | add | adds agnesium
a | add CTX 150 pg/mL on 2 March 2024 | add | adds elopeptide
a | she broke her wrist in 2012 >> yes please | add | adds wrist
b | add zoledronic acid 5 mg iv on 11/10/2024 | add | tells two ways
b | add fracture of the right humerus on 5/6/2023 | add | tells two ways
b | note that he fell on 4 April 2022 | add | adds fall
b | Fourth infusion of zoledronic acid 5 mg i.v. was given on 14 June 2023, please add it. | add | adds zoledron
b | add zoledronic acid 5 mg iv on 14 June 2023 | add | adds zoledron
m | add: started zoledronate 5mg iv 14/02/2023 | add | adds zoledron
m | he's on febuxostat 80 mg as well | add | adds febuxostat
m | vas 1/10 on 20 august 2023 | add | told VAS: 1 ; -visit
m | add vas 2/10 on 20 august 2023 | add | told VAS: 2 ; -visit
m | dxa march 2024 spine 0.958 t -1.8 | add | told 0.958
m | TSH in march 2022 was 1.2 >> yes | add | adds thyroid
m | his father broke a hip at 77 | add | told of the father ; In the place of: No hip fracture
m | add: alendronic acid 70 mg weekly | add | tells recorded already
m | add prednisolone 5 mg daily from June 2023 | add | told 5 mg ; It is also recorded
m | he drinks 18 units a week | correct,ask.presence,ask.value | tells two pints of beer ; Shall I add it ; -Added
m | pain was 5/10 in may 2022 | add | adds NRS
s | add CTX 455 ng/L 20 Feb 2021 | add | told 455 ng/L · 60 months
k | add hb 119 on 9.3.2020 | add | tells g/L is that of the other values ; Nothing was added yet
k | add hb 119 on 9.3.2020 >> yes | add | told 119 g/L ; No unit was said
h | add zoledronate 5 mg iv on 12 aug 2023 | add | told zoledronate ; -Month 0 is now
h | losartan 50 OD started aug 2023, amlodipine stopped | add | told losartan ; now: amlodipine: stopped
t | add burosumab 1 mg/kg every 4 weeks, planned | add | told planned
t | add burosumab 1 mg/kg monthly, planned for May 2020 | add | told planned ; -ongoing
t | add burosumab 30 mg (planned from June 2020) | add | told planned ; -ongoing
f | started romosozumab 210 mg sc monthly 7/20/2022 | add | adds romosozumab
c | add ALP 164 U/L on 26 February 2019 | add | tells recorded already ; 164
c | add ALP 171 U/L on 26 February 2019 | add | told Added ; 171 ; It is also recorded ; 164
y | her mother had osteoporosis | add | told of the mother ; -now:
y | father broke his hip at 81 | add | told of the father ; -now:
u | add a TSH of 1.9 mU/L on 16 November 2020 >> and also an albumin of 40 g/L on the same day | add | adds albumin
u | add a TSH of 1.9 mU/L on 16 November 2020 >> plus a magnesium of 0.81 mmol/L that day | add | adds magnesium
r | also on ibuprofen 400 mg as needed | add | adds ibuprofen
r | add a fracture | add | tells Which bone ; -Added
r | add a fragility fracture in 2015 | add | tells Which bone ; -Added
r | add a fracture of the left femoral neck on 3 March 2023 | add | adds femoral neck fracture
r | add romosozumab 210 mg monthly, planned | add | told planned ; -ongoing
r | that is right | answer.yes,accept,ask,unknown | tells -Corrected
d | add raloxifene | add | tells Neither dose nor time was said ; Nothing was added yet
d | add raloxifene >> 60 mg daily >> from 2004 | add | told raloxifene: ongoing, 60 mg daily ; −195 months
d | add a rib fracture in March 2023 >> on the right | add | told Right rib fracture ; 29 months
d | add a rib fracture in March 2023 >> the right hip | ask.value | says Right total hip
d | add a fracture >> left humerus, May 2022 | add | told Left humerus fracture
d | add CTX >> 0.29 ng/mL, 6 May 2023 | add | told 0.29 ng/mL · 31 months
d | add magnesium 0.8 >> mmol/L, 3 May 2023 | add | told 0.8 mmol/L · 31 months
d | add PTH high | add | tells No value was said ; Nothing was added yet
d | add PTH high >> 9.3 pmol/L | add | told Added ; 9.3 pmol/L ; -Corrected
d | add T-score -1.9 | add | tells The site was not said ; Nothing was added yet
d | add BMD 0.93 >> lumbar spine, 5 May 2024 | add | told Lumbar spine: 0.93
d | add phosphate 1.1 mmol/L | add | tells Nothing was added ; 1.08
d | add phosphate 1.1 mmol/L >> it was on 3 June 2021 | add | told Added ; 1.1 mmol/L · 8 months
d | add albumin 41 g/L on 3 June 2021 >> and phosphate 1.1 mmol/L | add | told 1.1 mmol/L · 8 months ; -Recorded before
d | add albumin 41 g/L on 3 June 2021 >> sorry 42 >> and phosphate 1.1 mmol/L | add | told Added ; 1.1 mmol/L · 8 months
d | add albumin 41 g/L on 3 June 2021 >> and vitamin D3 800 IU daily | add | told vitamin D3 ; -8 months
b | his sister is a smoker | add | told smoking: present (of the sibling) ; -now:
b | his brother smokes | add | told smoking: present (of the sibling)
b | his sister does not smoke | add | told smoking: absent (of the sibling) ; -now:
d | she consented in writing to having her case printed | answer.yes,add | told consent to publication: present
d | we have her written permission to publish | answer.yes,add | told consent to publication: present
d | she signed the consent form for the operation | ask.gap,correct,unknown,ask.passage | tells -Added
d | no ethics approval is needed | answer.yes,add | told ethics approval not required
g | he told us he felt free again on his walks | answer.yes,add | told patient's perspective: present
d | in her own view: she can finally trust the hip again | answer.yes,add | told patient's perspective: present
d | no >> she says the garden no longer frightens her | unknown | tells Shall I add it
d | no >> she says the garden no longer frightens her >> yes | answer.yes | told patient's perspective: present
d | Seen 05/04/2023: pain 2/10, calcium 2.33 mmol/L (2.20-2.60), no new fractures. \
| add | told Read as a note ; 1 laboratory result
b | Reviewed 15 June 2023. No pain, no falls. Zoledronic acid 5 mg iv given. ESR 9 mm/hr. >> undo | undo | changes undo
p | her father had a hip fracture at 66 and her sister has osteoporosis \
| add | told of the father, at 66 years ; (of the sibling)
d | add omeprazole 20 mg daily and prednisolone 5 mg daily from 1 March 2023 to 1 June 2023 \
| add | told 29 months to 32 months ; omeprazole: ongoing
p | add 25-OH vitamin D 33 ng/mL on 25 January 2023 >> and PTH 41 >> yes | add | told 41 pg/mL · 22 months
d | she slipped and fell again last week | add | told falls: present · last week ; -now:
d | she fell last week | add | told falls: present · last week ; -now:
d | her daughter broke her wrist at 50 >> no, her sister | add | told Taken back ; of the sibling, at 50 years
b | his mother broke her hip at 83 >> no sorry, it was the father | add | told Taken back ; of the father, at 83 years
d | add zoledronate 5 mg iv on 3 May 2024 >> stop it in December 2024 | correct | told stopped
b | add denosumab 120 mg no 60 mg every 6 months from May 2023 | add | told denosumab: ongoing, 60 mg every 6 months
g | add hypertension since 2010, on lisinopril 10 mg daily | add | told lisinopril: ongoing ; hypertension ; -daily ·
g | he had a second fall in June 2019, and broke his left wrist \
| answer.yes | told Left wrist fracture: present · 5 months
d | she tripped in March 2022 and fractured a rib | answer.yes,add | told Rib fracture: present · 17 months
d | she fell again in March 2022 >> when did she fall? | ask | says 2019-11-05 ; 2022-03
g | he had a kyphoplasty of L1 on 3 December 2018 | add | told kyphoplasty of L1: completed · −1 month
g | add a vertebroplasty of T12 on 3 December 2018 | add | told vertebroplasty of T12
u | third zoledronate infusion given 20 June 2023 | answer.yes,add | told zoledronate infusion: past
b | second zoledronate infusion given 20 June 2023 | add | tells The notes tell dose 2 of 2021-06-15 ; nothing was added
g | vitamin D3 was 2500 IU in August 2022 | correct | tells recorded as: Vitamin D3: ongoing, 2000 IU ; Shall I add
"""
