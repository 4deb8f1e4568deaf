"""Corrections of records in one sentence: value, unit, side, level, status, time, dose; and what cannot be placed."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | T7 was chronic rather than subacute | correct | edits acuity=chronic @ T7
p | Please change T11 to subacute | correct | edits acuity=subacute @ T11
p | PTH should read 49.2 | correct | edits value=49.2 @ Parathyroid
p | actually the baseline P1NP is 59.8 | correct | edits value=59.8 @ Procollagen
p | the TSH result is 0.382 not 0.283 | correct | edits value=0.382 @ Thyroid
p | the 6-month spine BMD was 0.959, not 0.995 | correct | edits bmd_g_cm2=0.959 @ Lumbar
p | Sacral fracture is on the left side | correct | edits side=left @ sacr
p | there was no T3 fracture | correct | edits status=absent @ T3
p | It's T8, not T9. | correct | edits level=T8 @ T8
p | VAS at six months was 4 | correct | edits value=4 @ VAS
p | the hip fracture was her grandmother's, not her mother's | correct | edits subject=grandmother @ femoral
p | the brace was removed in June 2021 | correct | edits stop=2021-06 @ orthosis
p | vitamin D was 19.1 ng/mL | correct | edits value=19.1 @ 25
p | the T-score of the hip at month 12 is -1.8 | correct | edits t_score=-1.8 @ hip
p | 18.2 is right | correct | edits change_percent=18.2 @ Lumbar
p | T11 is an old fracture | correct | edits temporality=historical @ T11
p | No, the vitamin D was 19.1 | correct | edits value=19.1 @ 25
p | correct the 12-month P1NP to 26.9 | correct | edits value=26.9 @ rocollagen
p | TRACP at month 6 wasn't 182 but 128 | correct | edits value=128 @ acid
p | the sacral fracture was chronic | correct | edits acuity=chronic @ sacr
p | The lumbar BMD at 22 months should be 1.036 | correct | edits bmd_g_cm2=1.036 @ Lumbar
p | change the RDQ at baseline to 12 | correct | edits value=12 @ RDQ
p | It was her aunt who broke the hip, not her mother | correct | edits subject=aunt @ femoral
p | she smokes | correct | edits status=present @ smoking
p | the computed one is right | correct | edits change_percent=18.2 @ Lumbar
p | T3 is old | correct | edits temporality=historical @ T3
p | The fracture at T11 was chronic, not acute | correct | edits acuity=chronic @ T11
p | change albumin at 6 months from 4.9 to 4.6 | correct | edits value=4.6 @ albumin
p | The VAS at the first visit should be 8 | correct | edits value=8 @ VAS
p | TRACP was 749 at baseline, not 947 | correct | edits value=749 @ acid
p | hip BMD at 12 months is wrong, it should be 0.783 | correct | edits bmd_g_cm2=0.783 @ hip
p | No, T7 was acute | correct | edits acuity=acute @ T7
p | it was her second child | correct | declines
p | correct is 18.2 | correct | edits change_percent=18.2 @ Lumbar
p | T9 should be chronic | correct | edits acuity=chronic @ T9
p | the creatinine at one year was 0.65 | correct | edits value=0.65 @ reatinine
p | P1NP at 22 months: 12.0 | correct | edits value=12.0 @ rocollagen
p | the T-score of the spine at baseline was -2.3, not -2.2 | correct | edits t_score=-2.3 @ umbar
p | it was the left sacral ala | correct | edits side=left @ sacr
p | correct T9 to chronic | correct | edits acuity=chronic @ T9
p | TSH is 0.382 | correct | edits value=0.382 @ hyroid
p | the hip BMD at baseline reads 0.712 | correct | edits bmd_g_cm2=0.712 @ hip
p | VAS 8 instead of 9 at baseline | correct | edits value=8 @ VAS
p | it's the aunt, not the mother, who broke her hip | correct | edits subject=aunt @ femoral
d | denosumab was started on 6 October 2020 | correct | edits start=2020-10-06 @ enosumab
d | she drinks no alcohol | correct | edits status=absent @ lcohol
d | the wrist fracture was on the left, not the right | correct | edits side=left @ radius
d | hemoglobin was 113 | correct | edits value=113 @ aemoglobin
d | she has never smoked | correct | edits status=absent @ smoking
d | alendronate was stopped in July 2020 | correct | edits stop=2020-07 @ lendron
d | the femoral neck fracture was on the right side | correct | edits side=right @ emoral
g | L1 is Genant grade 3 | correct | edits genant_grade=3 @ L1
g | the zoledronic acid was 4 mg | correct | edits dose=4 @ oledronic
g | his calcium at 12 months was 9.9 mg/dL | correct | edits value=9.9 @ Calcium
g | T12 was grade 2, not 1 | correct | edits genant_grade=2 @ T12
g | prednisone was stopped in June 2020 | correct | edits stop=2020-06 @ rednisone
g | set the T-score of the left femoral neck at 24 months to -1.9 | correct | edits t_score=-1.9 @ emoral
g | the prednisone was finished in April 2020 | correct | edits stop=2020-04 @ rednisone
g | T12 has grade 2 | correct | edits genant_grade=2 @ T12
"""

ROWS = """
m | alp in feb 22 was 97 | correct | edits value=97 @ lkaline
a | the PTH has to be changed to 45 | correct | edits value=45 @ arathyroid
a | tsh 1.9 was in mU/L, should be mIU/L | correct | told mIU/L
d | add alendronate stop reason: reflux | correct | edits reason=reflux @ lendron
a | could you please put the ramipril up to 10 mg? | correct | edits dose=10 @ amipril
a | would you mind setting the pth to 45? | correct | edits value=45 @ arathyroid
a | correct calcium at 12 mo to 9.1 and at 24 mo to 9.3 | correct | sets corrected calcium=9.1 ; corrected calcium=9.3
a | the calcium was 9.3 at 24 months | correct | edits value=9.3 @ calcium
p | the TSH flag should be normal | correct | edits flag=normal @ hyroid
b | leave the calcium, but the phosphate was 1.21 | correct | edits value=1.21 @ hosphorus
b | the phosphate was 1.21, leave the calcium | correct | edits value=1.21 @ hosphorus
b | can you mark the wrist fracture as right sided | correct | edits side=right @ radius
b | ALP 74 is in IU/L | correct | told IU/L ; reference 30 - 130
p | T7 was old, not subacute | correct | edits acuity=chronic @ T7
p | the P1NP at 12 months was 26.9, not 29.6 | correct | edits value=26.9 @ procollagen
p | at 22 months make the VAS 1 and the RDQ 2 | correct | changes several
p | T11 chronic not acute | correct | edits acuity=chronic @ T11
p | The vitamin D was 19.1, that is a typing error | correct | edits value=19.1 @ vitamin D
p | Not the mother, the grandmother had the hip fracture. | correct | edits subject=grandmother @ emoral
p | correct: cortisol is 16.5 | correct | edits value=16.5 @ ortisol
p | T-score lumbar month 6 is -1.2 | correct | edits t_score=-1.2 @ umbar
p | activated vitamin D3 was stopped in June 2022 | correct | edits stop=2022-06 @ vitamin D
p | The densitometry of March 2021 should read 0.724 for the hip. | correct | edits bmd_g_cm2=0.724 @ hip
p | T11: wedge rather than compression | correct | edits kind=wedge @ T11
p | T9 is T8 actually | correct | edits level=T8 @ T8
p | the fractures of T3 and T7 were both acute | correct | changes several
p | switch the P1NP at baseline to 59.8 | correct | edits value=59.8 @ procollagen
p | RDQ 22 months is 1 rather than 0 | correct | edits value=1 @ RDQ
p | smoking: former smoker, not never | correct | edits temporality=historical @ smoking
p | T11 fracture: not seen on MRI | correct | edits status=absent @ T11
p | TRACP baseline 974 (typed 947) | correct | edits value=974 @ artrate
p | no, her mother was 77 | correct,answer.no | tells
p | romosozumab dose 210 mg | correct | changes several
p | add a dose of 210 mg to romosozumab | correct | changes several
p | T3 was acute | correct | edits acuity=acute @ T3
p | the delivery was on 21 February 2021 | correct | edits time=2021-02-21 @ delivery
p | T11 is not acute but chronic | correct | edits acuity=chronic @ T11
p | correct the RDQ at 6 months: 4, not 3 | correct | edits value=4 @ RDQ
p | T7 was fractured in 2019 already | correct | edits time=2019 @ T7
p | L1 was never fractured | correct,decline,ask.value,unknown | tells
p | the VAS at 22 months was not 2 but 3 | correct | edits value=3 @ VAS
p | At 6 months TRACP was 183, not 182, and P1NP 57 | correct | sets tartrate=183 ; procollagen=57
p | T7 was acute as well, the radiologist rang me | correct | edits acuity=acute @ T7
p | romosozumab was started on 23 march 2021 | correct | edits status=completed @ omosozumab
p | brace came off on 20 May 2021 | correct | edits stop=2021-05-20 @ Jewett
p | TSH 0.283 -> 2.83 | correct | edits value=2.83 @ thyroid
p | T3 was seen on the first X-ray too | correct | edits time=2021-03-15 @ T3
p | T3 was on the MRI only | correct | tells recorded already
p | mark the sacral fracture as possible | correct | edits status=possible @ sacral
p | mark T3 as uncertain | correct | edits status=possible @ T3
p | the T9 one was subacute, not acute | correct | edits acuity=subacute @ T9
p | the first TSH is a typo, 2.83 | correct | edits value=2.83 @ thyroid
p | albumin at 6 months is wrong - 4.6 | correct | edits value=4.6 @ albumin
p | romo was given for 11 months | correct | edits duration=11 months @ omosozumab
p | the brace came off on 21 june 2021 | correct | edits stop=2021-06-21 @ orthosis
p | the PTH was 50, not 60 | correct | tells No 60 is recorded there ; 94.2
p | pls change T7 to T8 | correct | edits level=T8 @ T8
p | her cortisol should've been 5.6 | correct | edits value=5.6 @ ortisol
p | back pain started 6 months ago not 4 | correct | tells counted from which day
p | LS BMD baseline .824 not .842 | correct | edits bmd_g_cm2=0.824 @ spine
p | it was alendronate not romosozumab | correct | told now: alendronate
p | TSH ref range is wrong | correct,ask.value,ask.abnormal,ask.conflict | tells
p | no thats the mother's | correct | tells recorded already
p | T9 is wrong | correct | tells What is right
p | the 13 % is wrong, it is 18.2 | correct | edits change_percent=18.2 @ spine
p | there is no T3 | correct | edits status=absent @ T3
p | the delivery was on 14 february | correct | edits time=2021-02-14 @ delivery
p | the brace came off in june | correct | edits stop=2021-06 @ orthosis
p | VAS at month 6 was not 3, it was 4 | correct | told VAS: 4 ; -2 records
p | the RDQ at the first visit isn't 11 but 13 | correct | edits value=13 @ RDQ
p | not T9 and T11 but T9 and T12 | correct | edits level=T12 @ T12
p | no, T3 and T8 instead of T3 and T7 | correct | edits level=T8 @ T8
p | T9 and T11, not T7 and T11 | correct | tells recorded already ; -Corrected
p | T5 and T6, not T5 and T8 | correct | tells No fracture of T8 ; -Corrected
p | T9 was recent, not old | correct | tells -level
p | the TSH upper limit is 4.5 | correct | told reference 0.610-4.5
p | the reference range of the P1NP is 20-75 at 6 months | correct | \
told 56.0 ng/mL (reference 16.8-70.1) ; 56.0 ng/mL (reference 20-75
d | it was her aunt who broke the hip, not mum | correct | edits subject=aunt @ Hip
d | third denosumab was given on the 12th of october 2021, a week late | correct | tells not recorded one by one
d | wrist fracture: wrong side, it was the left, and it happened on the 4th not the 5th | correct \
| edits time=2019-11-04 @ Left distal radius
d | TSH unit should be mIU/L, same number | correct | edits unit_text=mIU/L @ thyroid-stimulating
d | pls change the pain score on the ward to 4/10 | correct | edits value=4 @ NRS
d | amend eGFR of 04/10/2020 to 69 | correct | edits value=69 @ estimated glomerular
d | P1NP unit is ng/mL | correct | edits unit=ng/mL @ procollagen
d | the cemented hemi was on the 30th of September | correct | edits start=2020-09-30 @ hemiarthroplasty
d | PTH was 4.9 not 4.8 | correct | edits value=4.9 @ arathyroid
d | the vitamin D of october 2020 must be 17, not 71 | correct | edits value=17 @ itamin D
d | Adcal D3 frequency is once daily not twice | correct | asks
d | femoral neck fracture was undisplaced | correct | edits kind=nondisplaced @ femoral
d | creatinine in Feb 2020 should be 86 µmol/L | correct | edits value=86 @ creatinine
d | the scan was on 6 Feb 2020 not the 5th | correct | asks
d | ESR of 12 is wrong, should be 21 | correct | edits value=21 @ sedimentation
d | denosumab 06/2020 not 10/2020 | correct | edits start=2020-06 @ enosumab
d | the PTH was 8.4 | correct | edits value=8.4 @ arathyroid
d | hip fracture was on the right, not the left | correct | edits side=right @ emoral
d | PTH should be 8.4 pmol/L, it's a typing slip | correct | edits value=8.4 @ arathyroid
d | it was the left wrist that she broke | correct | edits side=left @ radius
d | smoking: she stopped in 1991, not 1990 | correct | edits time=1991 @ moking
d | amlodipine dose is 10 mg rather than 5 | correct | edits dose=10 @ mlodipine
d | Her first ALP was 94 and the PTH 5.1, please correct both. | correct | sets alkaline=94 ; parathyroid=5.1
d | The first ALP and PTH were 94 and 5.1 | correct | sets alkaline=94 ; parathyroid=5.1
d | both the ALP and the PTH were 94 | correct | tells each name with its own value
d | the ALP is right but the first PTH was 5.1 | correct,accept | edits value=5.1 @ parathyroid
d | the pack-years are wrong, it is ten and not fifteen | correct | edits detail=10 pack-years @ moking
d | her mother was 82 when she broke her hip | correct | edits subject=mother @ Hip fracture
d | mother was 82 at hip fracture | correct | edits subject=mother @ Hip fracture
d | she stopped smoking in 1995 | correct | edits time=1995 @ moking
d | that was the left one | correct | tells I do not see which record
d | wrong side, it was the right hip | correct | edits side=right @ femoral neck
d | she broke her wrist on 6 Nov 2019 | correct | edits time=2019-11-06 @ radius
d | she broke her wrist in 2010 | correct | tells It is recorded of 2019-11-05 ; Say add
d | wrist fracture date should be 2019-11-04 | correct | edits time=2019-11-04 @ radius
d | the second dose was in June | correct | tells Single doses are not recorded
d | amlodipine 10mg OD not 5 | correct | edits dose=10 @ mlodipine
d | she takes amlodipine twice daily | correct | edits frequency=twice daily @ mlodipine
d | enoxaparin was for 35 days | correct | edits duration=35 days @ noxaparin
d | eGFR 47 rather than 74 at first | correct | edits value=47 @ glomerular
d | colles fracture was on 4/11/2019 | correct | edits time=2019-11-04 @ radius
d | denosumab was given every 3 months | correct | edits frequency=every 3 months @ enosumab
d | the wrist fracture was not a fragility fracture | correct | edits fragility=False @ radius
d | eGFR in october was 27 | correct | asks
d | she drinks 8 units per week | correct | edits detail=8 units of alcohol a week @ alcohol
d | alendronate was not stopped | correct | edits status=ongoing @ lendron
d | last alendronate was in june 2020 | correct | tells Single doses are not recorded
d | it was her aunt's hip, not her mother's | correct | told of the aunt ; family history
d | denosumab injection number four was on 7 april 2022 | correct | tells Single doses are not recorded
d | she smokes again | correct | edits temporality=current @ smoking
d | creatinine in 2022 is 78 and calcium 2.44 | correct | sets creatinine=78 ; calcium=2.44
d | she broke the wrist on 4 november | correct | edits time=2019-11-04 @ radius
d | the first DXA was on 4 February 2020 | correct | told 5 records ; time 2020-02-04, not 2020-02-05
d | the scan of February 2020 was done in January, not February | correct | told 5 records ; -2020-02-05, not
d | the second scan was on 7 October 2022 | correct | told 3 records ; 2022-10-07
d | the DXA of the right total hip was 0.712 in 2020 | correct | edits bmd_g_cm2=0.712 @ right total hip
d | alendronate was stopped in May 2020 because of dyspepsia | correct | told dyspepsia ; −5 months
d | alendronate was stopped because of a rash, not heartburn | correct | told a rash ; -heartburn
d | alendronate was stopped in August and it wasn't heartburn but nausea | correct | told nausea ; −2 months
d | the alendronic acid was stopped for reflux in May 2020 | correct | told reflux ; −5 months
d | alendronate was stopped for three months | correct | tells Say when it was stopped
d | it was a total hip replacement, not a hemiarthroplasty | correct | told left hip replacement
d | the vitamin D in August 2021 was 33 nmol/L | correct | tells Shall I add it
g | Mark the kyphosis as absent | correct | edits status=absent @ yphosis
g | change teriparatide dose to 25 mcg | correct | edits dose=25 @ eriparatide
g | make T12 grade 2 | correct | edits genant_grade=2 @ T12
g | the father's stroke was at 97 | correct | edits subject_age_years=97 @ stroke
g | Oswestry at a year was 20 not 22 | correct | edits value=20 @ ODI
g | zoledronic acid was given on 9 January 2021 | correct | edits start=2021-01-09 @ oledronic
g | albumin should be 3.4 g/dL | correct | edits value=3.4 @ lbumin
g | change the baseline ODI to 83 | correct | edits value=83 @ ODI
g | L1 is grade 3 and T12 is grade 2 | correct | changes several
g | omeprazole is 40 mg | correct | edits dose=40 @ meprazole
g | he never smoked | correct | edits status=absent @ smoking
g | teriparatide was started on 7 January 2019 | correct | edits start=2019-01-07 @ eriparatide
g | prednisone 15 mg should be 12.5 mg | correct | edits dose=12.5 @ rednisone
g | L1 was grade 1 | correct | edits genant_grade=1 @ L1
g | the 12 month ESR was 21, not 11 | correct | edits value=21 @ sedimentation
g | the ESR in 2020 was 21 actually | correct | edits value=21 @ sedimentation
g | change atorvastatin dose to 40 mg | correct | edits dose=40 @ torvastatin
g | the teriparatide began on January 9th 2019 | correct | edits start=2019-01-09 @ eriparatide
g | the aspirin was stopped in 2019 | correct | edits status=stopped @ spirin
g | the calcium in 2021 was 9.8 mg/dl instead of 9.3 | correct | edits value=9.8 @ calcium
g | prednisone was stopped in June 2020, not May | correct | edits stop=2020-06 @ rednisone
g | the spine BMD in 2021 ought to be 0.935 | correct | edits bmd_g_cm2=0.935 @ umbar
g | At 12 months the ESR was 12 and the CRP 3 | correct | tells C-reactive protein ; Nothing was changed
g | The 12-month ESR was 12, not 11. Also delete the aspirin. | correct | sets sedimentation=12
g | the ESR at 36 months was 12 | correct | tells is recorded there ; It is recorded at:
g | creat 24mo shuold be 1.1 | correct | edits value=1.1 @ creatinine
g | both fractures are grade 2 | correct | edits genant_grade=2 @ T12
g | the last spine T is -1.6 | correct | edits t_score=-1.6 @ L2-L4
g | calcium citrate is once a day | correct | edits frequency=once a day @ alcium citrate
g | pred was stopped 05/15/2020 | correct | edits stop=2020-05-15 @ rednisone
g | he is not on aspirin anymore | correct | edits status=stopped @ spirin
g | he no longer takes aspirin | correct | edits status=stopped @ spirin
g | aspirin was stopped | correct | edits status=stopped @ spirin
g | T11 not T12 | correct | edits level=T11 @ T11
g | the neck BMD was 0.604 | correct | asks
g | the pred dose in january 2019 was 5 | correct | edits dose=5 @ rednisone
g | the second DXA was on 10 January 2020 | correct | told 3 records ; 2020-01-10
g | the first DXA was on 1 January | correct | tells Of which year ; -Corrected
g | the L3 fracture was old, not recent | correct | tells say add ; -Added
g | prednisone was stopped because the arteritis was quiet | correct | told the arteritis was quiet
g | he had kidney stones in 1991 | correct | tells It is recorded as: kidney stones: absent ; Shall I add
a | the T8 fracture had Genant grade 3 rather than 2 | correct | edits genant_grade=3 @ T8
a | the ESR of 12 should become 21 | correct,unknown | declines
a | The CTX at 12 months read 109, not 190 | correct | edits value=109 @ telopeptide
a | NRS at 12 months must read 3 | correct | edits value=3 @ NRS
a | alendronate is 35 mg, not 70 | correct | edits dose=35 @ lendron
a | she took alendronate until May 2023 | correct | edits stop=2023-05 @ lendron
a | set the start of alendronate to 5 March 2021 | correct | edits start=2021-03-05 @ lendron
a | she took not alendronate but risedronate 35 mg once a week | correct | edits agent=risedronate @ risedronate
a | She had risedronate 35 mg, not alendronate. | correct | edits dose=35 @ risedronate
a | alendronate should be risedronate 35 mg | correct | edits agent=risedronate @ risedronate
a | it was not alendronate but risedronate | correct | edits dose=None @ risedronate
a | she took not alendronate but ramipril 5 mg | correct | tells Both alendronate and ramipril are recorded
a | alendronate is 35 mg once a week, not 70 | correct | edits agent=alendronate @ lendron
a | alendronate was started on 9 March 2021, not on the 2nd | correct | edits status=ongoing @ lendron
a | alendronate was not stopped | correct | tells recorded already
a | creatinine 88 at 12 mo, not 80 | correct | tells No 80 is recorded there
b | Wrist fracture: it was the right side | correct | edits side=right @ radius
b | the second infusion was on 16 June 2021 | correct,unknown,ask.value | tells
b | Take down a new weight: 75 kg | correct | tells
b | hyperparathyroidism not excluded | correct | edits status=possible @ yperpara
b | the first zoledronate was 4 mg, not 5 | correct | tells nothing was changed
b | the second infusion was 4 mg | correct | tells nothing was changed
b | the third dose of zoledronic acid was 4 mg | correct | tells nothing was changed
b | his last zoledronate was 4 mg | correct | tells nothing was changed
b | zoledronic acid was 4 mg the first time | correct | tells nothing was changed
b | zoledronate in june 2021 was 4 mg | correct | tells is recorded
b | zoledronate in june 2020 was 4 mg | correct | tells nothing was changed
b | zoledronic acid was 4 mg | correct | edits dose=4 @ zoledronic
b | the last infusion was on 20 june 2022 | correct | tells Single doses are not recorded
b | his last zoledronate was given on 20 june 2022 | correct | tells Single doses are not recorded
b | his first zoledronate was given on 16 june 2020 | correct | edits start=2020-06-16 @ zoledronic
b | the first of the three infusions was 4 mg | correct | tells nothing was changed
m | prednisolone started at 15 mg | correct,ask.value,ask.when | tells
m | eGFR at 6 months 38, not 83 | correct | told now: ; 38 mL/min/1.73m² (low, reference >60) · 6 months
m | prednisolone stopped Jan 2023 | correct | told now: prednisolone: stopped · until 11 months
m | neither parent broke a hip - wrong, his father did | correct | edits status=present @ hip
m | L2 was not recent | correct | tells but not what is right
m | he still smokes | correct | edits temporality=current @ moking
m | vit D baseline is 46 nmol/L | correct | edits value=46 @ vitamin D
m | the first prednisolone dose was 20 mg | correct | tells nothing was changed
m | TSH in march 2022 was 1.2 | correct | tells Shall I add it as a new one
m | the ALP is wrong | correct | tells what is right
m | no he never smoked | correct | told smoking: absent ; -now: smoking: absent (past)
m | prednisolone was stopped because he felt well | correct | told he felt well
s | zoledronic acid was 4 mg | correct | edits dose=4 @ oledronic
s | teriparatide ended 10 sept 2017 | correct | edits status=completed @ eriparatide
s | CTX aug 2020 358 not 385 | correct | edits value=358 @ telopeptide
s | second denosumab injection was 14 Feb 2018 | correct | tells Single doses are not recorded
s | the risedronate was 150 mg monthly | correct | edits frequency=monthly @ risedronate
s | L1 was due to a fall, and it was june 2015 not august | correct | told L1 wedge fracture ; -now: L3 ; -now: T8
s | T8 was found in december 2015 | correct | told now: T8 ; -now: L3 ; -now: L1
k | the metatarsal fracture was the left one | correct | edits side=left @ metatarsal
k | tacrolimus trough 8.1 not 7.1 | correct | edits value=8.1 @ tacrolimus
k | the first prednisolone was 8 mg | correct | edits dose=8 @ prednisolone
k | prednisolone went down to 4 mg in april 2018, not 5 | correct | edits start=2018-04-01 @ prednisolone
k | the first prednisolone dose was 8 mg | correct | edits dose=8 @ prednisolone
k | the metatarsal was the third | correct | told now: Right third metatarsal
o | ALP 214 instead of 241 please | correct | edits value=214 @ alkaline
h | phosphorus on day 2 was 2.2 and not 2.0 | correct | told phosphorus: 2.2 mg/dL ; -−1 month
h | calcium on day 2 was 7.5 instead of 7.9 | correct | edits value=7.5 @ calcium
h | phosphorus on day 2 was 2.1 | correct | edits value=2.1 @ phosphorus
h | PTH pre-op was 368 | correct | edits value=368 @ parathyroid
t | the ribs were the 7th and 8th, not the 5th and 6th | correct | told now: Right rib seventh ; now: Right rib eighth
t | it is the 4th rib, not the 5th | correct | told Right fifth rib ; now: Right fourth ; -sixth
f | raloxifene stopped 7/15/2022 for leg cramps | correct | edits stop=2022-07-15 @ raloxifene
f | mother was 68 when she broke her hip | correct | told Hip fracture ; family history ; at 68 years
f | the wrist fracture was her sister's, not hers | correct | told of the sister ; fall ; now: rejected
f | mother broke her hip at 68 | correct | told 68 ; family history
f | the femur was on the left | correct | edits side=left @ femoral shaft
c | the osteomalacia is proven, not suspected | correct | edits status=present @ steomalacia
c | ALP at 6 months: 183 not 138 | correct | edits value=183 @ alkaline phosphatase
y | she lost 5 kg, not 4 | correct,unknown | tells
y | swap ferrous sulfate for ferrous gluconate | correct | told now: ferrous gluconate
y | smoked until 2013 | correct | edits time=2013 @ smoking
y | third dose was 1.3 mg | correct | tells not recorded one by one ; -Corrected
u | PTH 10 min after removal 3.2 rather than 2.6 | correct | edits value=3.2 @ parathyroid
u | colecalciferol 20 mcg → 25 mcg | correct | edits dose=25 @ colecalciferol
u | alcohol: nil | correct | edits status=absent @ alcohol
u | the stone was in 2015 | correct | edits time=2015 @ stone
u | phosphate at one year 1.06 not 1.08 | correct | edits value=1.06 @ phosphorus
u | phosphate at one year 1.06 not 1.21 | correct | tells recorded there
u | PTH at one year 5.9 not 4.9 | correct | edits value=5.9 @ parathyroid
u | bloods of September 2019 were taken on the 4th | correct | told 8 records ; 2019-09-04
u | her kidney stone was on the left | correct | edits body_site=left @ kidney
r | T11 wasn't broken at all, only T12 and L2 | correct | edits status=absent @ T11
r | L2 is not fractured, just T11 and T12 | correct | edits status=absent @ L2
r | zoledronate was given on 6 august 2022 | correct | told 2022-08-06 ; -Month 0
r | vit D 1600 -> 2000 | correct | edits dose=2000 @ holecalciferol
r | the vas at discharge was 4 | correct | edits value=4 @ VAS
r | VAS on arrival was 8 | correct | edits value=8 @ VAS
r | teriparatide began 8 Feb 2021, not the 1st | correct | told 2021-02-08 ; Month 0 is now
r | T11, T12 and L3, not T11, T12 and L2 | correct | edits level=L3 @ L3
r | zoledronate was given on 6 August | correct | edits start=2022-08-06 @ zoledronic
r | the DVT was on the right | correct | edits body_site=right @ thromboembolism
r | the second dose was 30 mg | correct | tells not recorded one by one ; -Corrected
g | the weight is 80 kg, no, 82 kg | correct.patient | patient weight_kg=82
p | spine T-score at 22 months was -0.7, no sorry, -0.6 | correct,ask.value | tells −0.6 ; -Corrected
g | he never had a T12 fracture | correct | edits status=absent @ T12
d | she did not break her wrist | correct | told now: No right distal radius
d | move the PTH of 5 February 2020 to 7 February 2020 | correct | edits time=2020-02-07 @ parathyroid
b | the 2021 DXA was on 9 June 2021 | correct | told 2 records ; 2021-06-09
b | the bloods of 8 June 2021 were taken on 9 June 2021 | correct | told 5 records ; 2021-06-09
d | paracetamol is half a gram | correct | edits dose=0.5 @ paracetamol
g | calcium citrate was five hundred mg | correct | edits dose=500 @ calcium citrate
b | reject the spine Z-score of 2020, only the hip had one | delete | told now: Lumbar
d | the GP stopped amlodipine | correct | edits status=stopped @ amlodipine
p | her VAS was 8 at baseline and 4 at 6 months | correct | told VAS: 8 ; VAS: 4 ; 2 records
b | P1NP was 48 in 2020, 22 in 2021 and 18 in 2022 | correct | told 48 µg/L ; 22 µg/L ; 18 µg/L
s | CTX was 430 in 2016 and 440 in 2017 | correct | tells -Corrected
g | his father died at 77 not 79 | correct | told at 77 years ; at 77
b | his father had a hip fracture | correct | told family history of fracture: present
a | it was her mother who had osteoporosis, not the aunt | correct | edits subject=mother @ family history
a | the aunt was maternal | correct | tells could not place: “the aunt was maternal” ; -recorded already
d | set all T-scores to -1 | correct | tells I would change ; Nothing was changed yet
p | hmm, the P1NP at 12 months was 29.9 | correct | edits value=29.9 @ procollagen
g | prednisone was 4 mg in 2020, not 2.5 | correct | told 4 mg daily ; -start
g | the prednisone dose at baseline was 10 mg | correct | asks
w | the alendronate dose at baseline was 35 mg | correct | edits dose=35 @ alendronic
w | alendronate at the first visit was 35 mg | correct | told now: alendronic acid: ongoing, 35 mg ; -past
w | alendronate dose was 5 mg | correct | asks
x | prednisolone in March 2022 was 3 mg | correct | tells is recorded there ; -Corrected
x | the risedronate dose was 150 mg no 30 mg | correct | edits dose=30 @ risedronate
b | TSH was 1.7 no 1.9 | correct | edits value=1.9 @ thyroid
b | the TSH was 1.7 sorry 1.8 | correct | edits value=1.8 @ thyroid
p | the P1NP at 12 months was 26.9 no 29.9 | correct | edits value=29.9 @ procollagen
p | PTH 94.2 no 49.2 | correct | edits value=49.2 @ parathyroid
d | the L1-L4 T-score in 2020 was -2.6 no -2.8 | correct | edits t_score=-2.8 @ lumbar
x | she smokes 20 a day | correct | edits detail=20 cigarettes a day @ smoking
g | he drinks 4 beers a week | correct | edits detail=4 beers a week @ alcohol
m | he drinks 3 pints a week | correct | edits detail=3 pints of beer a week @ alcohol
d | she drinks 2 glasses a day | correct | tells 4 units of alcohol ; Shall I add it
f | the shaft fracture was on the left side | correct | edits side=left @ shaft
p | the ala fracture was on the left | correct | edits side=left @ sacral
f | the shaft fracture was on the right side | correct | tells recorded already
g | the first visit was on 21 November 2018, not 20 | correct.visit | told now: 2018-11-21
g | the treatment visit was on 9 January 2019, not the 8th >> teriparatide started when? | ask.when | says 2019-01-09
g | the treatment visit was on 9 January 2019 >> undo >> when did he start teriparatide? | ask.when | says 2019-01-08
b | change the date of the last visit to 16 June 2022 | correct.visit | told second-year: 2022-06-15 ; now: 2022-06-16
w | the note of 15 May 2018 is from 16 May 2018 | correct.visit | told review: 2018-05-15 ; now: 2018-05-16
p | the visit was on 14 March 2021 | correct.visit | tells Of which note?
d | the follow-up was on 5 October 2022 | correct.visit | tells recorded already
b | was the last visit on 16 June 2022? | ask.passage,ask.when,ask.value | tells -now:
d | she got 5 denosumab injections | correct | edits doses_given=5 @ denosumab
d | what denosumab injections has she got? | ask.value,ask.count | tells -now:
d | it's 20 pack-years | correct | edits detail=20 pack-years @ smoking
d | her mother's fracture was a wrist fracture | correct | edits bone=wrist @ wrist
x | mother's fracture was of the wrist | correct | tells No fracture of that relative
x | her brother's fracture was of the ankle | correct | tells No fracture of that relative
x | the sister's fracture was of the ankle | correct | edits bone=ankle @ ankle
x | her brother was 65 when he broke the wrist | correct | tells -now:
b | osteoporosis was ruled out | correct | edits status=absent @ steoporosis
b | osteoporosis has not been ruled out | correct | edits status=possible @ steoporosis
p | back pain was 8 at the first visit | correct | edits value=8 @ VAS
g | back pain was 5/10 in January 2019 | correct | edits value=5 @ NRS
d | the scaphoid was broken too | correct | edits status=present @ scaphoid
d | she never broke the scaphoid | correct | tells recorded already
b | neither parent broke a hip | correct | tells -now:
b | his father never broke a hip | correct | tells -present
g | he quit in 2004 | correct | edits time=2004 @ smoking
b | the DXA in 2021 was done on 9 June | correct | told 2021-06-09, not 2021-06-08 ; -now: 9
b | he broke the right wrist, not the left >> show the timeline | ask | says fracture of right radius ; -of left radius
b | the wrist fracture happened on 3 May 2020 >> timeline | ask | says fracture of left radius: fracture · −1 month
"""

WHOLE_SENTENCES = """\
b | his father did have a hip fracture | correct | edits subject=father @ hip
b | his mother did break her hip, at 74 | add | told of the mother ; In the place of: No hip fracture
g | the first teriparatide injection was on January 10 | correct | told start 2019-01-10 ; -could not place
g | family history of osteoporosis is positive | correct | edits status=present @ osteoporosis
g | PTH normal range should be 15 to 75, not 15-65 | correct | told reference 15-75 ; 38 pg/mL ; -2 records
g | PTH normal range should be 15 to 75, not 15-65 >> undo | undo | tells Taken back
p | the upper limit of the TRACP-5b in September 2021 is 425 | correct | told reference 120-425
p | normal range of cortisol: 6.2-19.4 | correct | told reference 6.2-19.4 ; 6.5
p | PTH normal range should be 65 to 15 | correct | tells Which interval ; -now:
b | the testosterone was 9.8, reference range 8.6-30 | correct | told 9.8 nmol/L (reference 8.6-30)
p | what is the reference range of cortisol? | ask.value | says 4.5 - 21.1
b | she is a woman, not a man | correct.patient | patient sex=female
b | the patient is female | correct.patient | patient sex=female
b | he is a man | correct.patient | tells recorded already
p | CTX | ask.value | none
p | the P1NP at baseline was 95.6 and the TSH 0.293 | correct | told 95.6 ; 0.293
p | the L1-L4 YAM at one year was 88 % | correct | edits yam_percent=88 @ umbar
d | the FRAX hip risk is 21% not 12 | correct | edits value=21 @ FRAX
g | no compression fracture at T12 - only L1 | correct | tells nothing was changed ; -Corrected
p | calcium at 12 months was 8.7 and the albumin 4.6, P1NP stays | correct | told 8.7 ; 4.6 ; -29.6
p | ACTH was not measured | delete | rejects adrenocorticotropic
g | prednisone was started in July 2018, not June | correct | tells Which one ; -glucocorticoid use
g | the vitamin D dose is 1000 IU not 2000 | correct | edits dose=1000 @ itamin D
b | the fall was on 3 May 2020 | correct | edits time=2020-05-03 @ fall
p | she stopped breastfeeding on 20 March 2021 | add | told weaning ; -Breast
d | it was the patient herself who broke the hip, not her mother | correct | told rejected
d | the denosumab interval is 3 months, not 6 | correct | told every 3 months
b | his PTH may be wrong | correct,ask.value | tells 4.1 ; -Corrected
d | set the FRAX major to 180% | correct | tells outside its scale ; Nothing was changed
b | benign prostatic hyperplasia is not confirmed | correct | edits status=possible @ prostatic
d | amlodipine is taken every other day | correct | edits frequency=every other day @ mlodipine
b | the P1NP at one year was 31 >> no, at two years | correct | told Taken back ; 19 ; 31
p | the hip was not fractured | correct | tells say add ; -Corrected
p | her mother's fracture was treated in 2001 | correct | tells -Corrected
p | VAS went from 9 to 3 | ask.value,ask.trend | says 9 ; 3 ; -Corrected
g | TSH was not done in 2020 | ask.value,ask | tells -Corrected
b | his wife broke her hip last year | ask.value,add,unknown | tells -Corrected ; -now:
b | the zoledronate was only given once, not repeated | correct | tells nothing was changed
g | zoledronic acid was only done once | correct | tells nothing was changed
g | prednisone 60 mg was 40 mg | correct | edits dose=40 @ prednisone
b | ethnicity is Black Caribbean | correct.patient | patient ethnicity=Black Caribbean
g | omeprazole was stopped in 2020 because of hypomagnesaemia | correct | told (hypomagnesaemia) ; 18 months
b | cholecalciferol 1000 IU once a day, not 800 | correct | edits dose=1000 @ holecalciferol
g | teriparatide is 20 mcg every second day | correct | edits frequency=every other day @ eriparatide
b | pain at the first visit 4 out of 10 | ask.value | tells Is it 4 and not 3
b | pain at the first visit 4 out of 10 >> yes | answer.yes,correct | edits value=4 @ NRS
p | the fracture of her mother's hip happened at 75 | correct | told at 75
d | was it her father who broke the hip? | ask | tells -Corrected ; -Who that was
d | was it her mother who broke the hip? | ask | says Yes ; mother
b | the wrist fracture was high-energy | correct | edits fragility=False @ radius
d | alendronate was stopped because of reflux, the GP wrote | correct | tells (reflux) ; could not place ; the GP wrote
d | alendronate was stopped in June 2020 due to reflux, replaced by denosumab | correct | tells could not place
d | alendronate was stopped due to nausea, fever and rash | correct | told (nausea, fever and rash) ; -Not kept
d | the reason for stopping alendronate was reflux | correct | edits reason=reflux @ alendron
d | the reason she stopped alendronate was reflux | correct | edits reason=reflux @ alendron
d | stop reason for alendronate: reflux | correct | edits reason=reflux @ alendron
d | because of reflux, alendronate was stopped in May 2020 | correct | edits reason=reflux @ alendron
d | what was the reason for stopping alendronate? | ask.reason | says heartburn
d | alendronate was stopped for reflux and amlodipine for swelling | ask,correct,unknown | tells -Corrected
d | alendronate was stopped because she had reflux and amlodipine was stopped too | correct | told stopped ; had reflux)
a | the pain was 7 at the first visit, 3 after a year and 1 in the end | correct | told NRS: 7 ; : 3 · 12 ; : 1 · 24
g | change ESR to 24 at the first visit and to 21 at 12 months | correct | told 24 mm/hr ; 21 mm/hr
a | the pain was 5 in 2021 and 4 in 2021 | correct | tells Two values are told of one record
p | the VAS at baseline was 8, at 6 months 4 and at 22 months 1 | correct | told VAS: 8 ; VAS: 4 ; VAS: 1
a | left total hip BMD in 2022 was 0.732 and in 2023 0.748 | correct | told 0.732 ; 0.748
p | lumbar T-score was -2.3 at baseline and -1.2 at 6 months | correct | told T −2.3 ; T −1.2
g | he drinks four beers a week | correct | edits detail=4 beers a week @ alcohol
a | he drinks two glasses of wine a day | add,correct | tells two glasses of wine a day ; which it would replace
p | the Jewett brace was worn until June 2021 | correct | edits stop=2021-06 @ Jewett
g | the zoledronate infusion took place on 15 January 2021 | correct | edits start=2021-01-15 @ oledro
g | set vitamin D3 to 1,000 IU and calcium to 500 mg twice a day | correct | told now: Vitamin D3: ongoing, 1000 IU
p | the lumbar BMD at 22 months was 1,066 | correct | edits bmd_g_cm2=1.066 @ lumbar
d | denosumab was 60 mg, every 6 months, until 5 April 2022 | correct | told stopped ; month 0 to 18 months
d | she took alendronate until 5 May 2020 | correct | edits stop=2020-05-05 @ alendron
g | the fracture of L1 was on 15 October 2018 and T12 on 1 November 2018 | correct | told now: time 2018-11-01
d | the wrist fracture was on 4 November 2019 and the hip fracture on 27 September 2020 | correct | told time 2019-11-04
z | risedronate was stopped in April 2022 and prednisolone in October 2022 | correct | told to 2 months ; until 8 months
d | alendronate was started on 14 February 2020 and denosumab on 6 October 2020 | correct | told 2020-02-14 ; 2020-10-06
g | aspirin and omeprazole were stopped in January 2020 | correct | told Aspirin: stopped ; Omeprazole: stopped
d | it wasn't a Colles fracture but a Smith fracture | correct | edits kind=smith @ radius
a | it was not a wedge fracture but a compression fracture | correct | edits kind=compression @ T8
a | T8 was no wedge fracture | correct | tells No fracture at all, or one of another kind
g | there was no fracture of T12 | correct | edits status=absent @ T12
a | P1NP 57, CTX 415, PTH 42 at baseline | correct | sets procollagen=57 ; telopeptide=415 ; parathyroid=42
a | in 2022 P1NP was 28 and CTX 195 | correct | sets procollagen=28 ; telopeptide=195
a | the L-spine at 24 months was 0.833, T -1.9 and Z +0.2 | correct | told 0.833 ; T −1.9 ; Z 0.2
g | zoledronic acid was not given on 8 January 2021 but on 15 January 2021 | correct | edits start=2021-01-15 @ oledro
d | the hip fracture was not on 28 September but on 27 September 2020 | correct | told time 2020-09-27
d | denosumab was started not in October 2020 but in November 2020 | correct | told start 2020-11
p | mark every vertebral fracture as acute \
| correct | told T3 fracture: present (acute) ; T7 compression fracture: present (acute)
a | the aunt was her mother's sister | correct,unknown,ask.value | tells -recorded already
d | the fracture of the radius was on 5 October, not November | correct | told −12 months ; -now: time 2019-11,
"""
