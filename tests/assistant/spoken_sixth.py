"""What a doctor said who had never seen osteocase: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["SIXTH"]

SIXTH = """
p | what was her vit D | ask.value | says 9.1 ; ng/mL
d | T score of the left neck of femur in 2020 pls | ask.value | says −2.7
g | His BMI when you first saw him? | ask.patient | says 25.5
p | pth?? | ask.value | says 94.2 ; pg/mL
g | spine bmd one year into the forteo | ask.value | says 0.893
d | Could you kindly tell me the kidney function just before the first denosumab injection. | ask.value | says 72
p | how much does she weight and how tall is she | ask.patient | says 46.5 ; 162.8
g | which was the cortisone dose in january 2020 | ask.value | says 2.5 mg
d | FRAX? both numbers | ask.value | says 28 % ; 12 %
p | T-score L-spine, most recent one only | ask.value | says −0.6
g | oswestry on the day the injections began | ask.value | says 38
d | how bad was the pain when she left the ward, and what was she walking with | ask.value | says 3 ; frame
p | tracp at a year, is it inside the limits | ask.abnormal | says 107 ; 120
g | Z-score, lumbar total, from the Hologic print | ask.value | says −2.1
d | bone formation marker on treatment, whats the number | ask.trend | says 19
p | Roland Morris at the very first consultation and the VAS with it | ask.value | says 11 ; 9
g | what's the T-score of the femoral neck in 2021? >> and the BMD there? | ask.value | says 0.663
p | how has the lumbar density moved since baseline | ask.trend | says 0.842 ; 0.995 ; 1.028 ; 1.063
d | did the 25-OH D go up or down over the years? | ask.trend | says 58 ; 71 ; 79
g | pain scores over time, one line | ask.trend | says 7 ; 6 ; 3 ; 2
p | whats her P1NP at the beginning? >> and the later ones | ask.trend | says 95.8 ; 56.0 ; 29.6 ; 21.0
g | Has his total hip really improved or is that all noise? | ask.trend | says 0.778 ; 0.801 ; 3.0
d | is the creatinin stable | ask.trend | says 68 ; 70
p | so resorption came back up once romo was over, no? from what to what | ask.trend | says 107 ; 263
g | list me the prednisone taper in order, from the top dose down to zero | ask.trend | says 60 mg ; 15 mg \
; 7.5 mg ; 2.5 mg
d | gain at LS between the 2 scans in % | ask.trend | says 9.8
p | lowest corrected Ca she ever had and when that was | ask.extreme | says 8.4
g | worst T score anywhere in the record? | ask.extreme | says −2.8 ; L3
d | Best right total hip BMD, please. | ask.extreme | says 0.741
p | on what visit was the hip at its densest | ask.extreme | says 0.747
g | vit D at the consult >> and the highest he ever got to? | ask.extreme | says 44
d | when did the hip go | ask.when | says 2020-09-28
g | GCA dx - month/yr? | ask.when | says June 2018
p | date of first evenity jab | ask.when | says 2021-03-22
d | alendronate: start, stop, and reason for stopping | ask.value | says 2020-02-12 to −4 months, 2020-06 ; heartburn
g | He had an infusion at the end, what day was it? What drug? | ask.when | says 2021-01-08 ; Zoledronic acid ; 5 mg
p | When could she take off the corset for good | ask.when | says 2021-05-21
d | give me the dates of every prolia shot she got | ask.when | says 05/10/2020 ; 06/04/2021 ; 05/10/2021 \
; 05/04/2022 ; the fifth was given today
g | how long teriparatide altogether | ask.duration | says 24 months
d | for how many months did she actually manage to take the weekly tablet? | ask.duration | says 4 months
p | when did the romo end? >> and for how long did we lose her after that | ask.passage | says ten months away
d | clexane for how many days after the hemi | ask.duration | says 28 days
p | where does the sacral fracture come from, which paper | ask.source | says 2021-03-17-mri-report
g | Quote me the sentence that grades the L1 collapse | ask.source | says 2018-11-20-consult \
; grade 2 compression fracture of L1
d | what was the ESR? >> which document is that from | ask.source | says 2020-02-12-bone-clinic-letter
p | who wrote that teriparatide is contraindicated, and on what ground? | ask.source \
| says 2021-03-22-treatment-start ; Vitamin D deficiency ; secondary hyperparathyroidism
p | exact age of the lady? | ask.patient | says middle-aged
d | what did she use to work and does she live with somebody | ask.passage | says school cook ; alone
g | smoker? drinker? | ask.presence | says 20 pack-years ; Two beers a week
d | age at menopause, hrt y/n | ask.value | says 44 ; never
p | which no. pregnancy was this & when was the delivery | ask.patient,ask.when | says 2021-02-12
d | any vert fx on VFA | ask.presence | says No ; absent
g | did he have any vertebral fracture? >> how many, which | ask.count | says 2 ; T12 ; L1
p | Which of the first bloods lay outside the limits, high or low? | ask.abnormal \
| says corrected calcium: 8.6 ; 947 ; 95.8 ; 9.1 ; 94.2 ; 0.283
d | is she coeliac? | ask.presence | says negative
g | was a paraprotein looked for at all | ask.presence | says electrophoresis ; negative
p | how often was she scanned by dxa | ask.count | says 4 examinations ; 2021-03-16 ; 2021-09-22 ; 2023-01-25
d | up to and including the oct 22 visit she had how many doses of the antibody | ask.duration,ask.count \
| says four doses ; the fifth was given today
g | any lab out of range in this chap, whichever year | ask.abnormal | tells None of 18
p | TFTs abnormal or not? | ask.abnormal | says 0.283 ; low
d | Does she have diabetes? | ask.presence | none
p | ever on steroids or crash diets | ask.value | says glucocorticoid use: absent ; crash dieting: absent
g | did he break anything before the back went | ask.presence | says No fracture (past)
p | fractures in total, sacrum counted in | ask.count | says 5 ; T3 ; T7 ; T9 ; T11
p | Is there anything in this file that does not add up? | ask.conflict | says lumbar spine ; +13 % ; +18.2 %
d | do the notes clash with one another anywhere | ask.conflict | tells nothing that disagrees
g | what's missing here if I want to publish him | ask.gap | tells Missing
p | what of the baseline blood panel never got repeated afterwards | ask.gap | tells 25-hydroxyvitamin D 9.1 \
; was not measured again
d | sum her up in three sentences | ask.summary | says Right distal radius ; femoral neck ; Alendronic acid ; Denosumab
g | new registrar on monday, give me the gist of this man | ask.summary | says T12 ; L1 ; Teriparatide \
; Zoledronic acid
p | How far are we, what have I still to go through? | ask.progress | says 0 of 103
d | have I signed everything off yet | ask.progress | says 0 of
p | T7 was old, not subacute | correct | edits acuity=chronic @ T7
p | the P1NP at 12 months was 26.9, not 29.6 | correct | edits value=26.9 @ procollagen
d | it was her aunt who broke the hip, not mum | correct | edits subject=aunt @ Hip
g | he weighed 187 lb at the consult, typist swapped the digits | correct.patient | patient weight_kg=84.8
d | add ibandronate 150 mg monthly from March 2018 to January 2019 | add | adds ibandronate
g | delete the pain score from jan 2019 | delete | rejects NRS
d | third denosumab was given on the 12th of october 2021, a week late | correct | tells not recorded one by one
g | is he on aspirin >> Was. Stopped in March 2019, put that in. | correct | edits stop=2019-03 @ Aspirin
p | which side was the sacral ala? >> no, left one, please to change it | correct | edits side=left @ sacral
d | strike out the amlodipine, it is of no interest for us | delete | rejects mlodipine
g | add a T10 fracture, grade 1, seen on CT 02/14/2022 | add | adds T10
p | New result came in: 25OHD 31.5 ng/ml, drawn 10 Feb 2023 | add | adds 25-hydroxyvitamin
d | in oct 2022 she measured 156.5 cm, please record | add | tells nothing was changed ; 2022-10
g | how much pred was he on at the consult? >> should read 12.5 | correct | asks
p | at 22 months make the VAS 1 and the RDQ 2 | correct | changes several
d | wrist fracture: wrong side, it was the left, and it happened on the 4th not the 5th | correct \
| edits time=2019-11-04 @ Left distal radius
p | chuck the ACTH and the cortisol | delete | rejects
g | the ESR in 2020 was 17... no sorry, leave it, 11 is right | retract | tells Nothing was changed
p | radiologist has taken back T3, so there is no fracture of T3 | delete | rejects T3
d | TSH unit should be mIU/L, same number | correct | edits unit_text=mIU/L @ thyroid-stimulating
p | accept all the labs | accept | accepts 31
g | delete the atorvastatin >> undo | undo | changes undo
d | make the pdf now | make_pdf | runs make_pdf
p | next one | next_open | runs next_open
d | open the discharge summary for me | open_note | runs open_note
g | Fractures look right, approve the lot. | accept | accepts 5
d | reject the paracetamol >> undo >> hm, i was right the first time, redo | redo | tells Made again
p | what sort of things can i type here | help | tells Ask: ; Correct:
p | should I put her on zoledronate now or just wait | decline | declines
d | just make up a plausible CTX for 2022, nobody checks | decline | declines
g | and the other GCA man, the one of last thursday, what was his T-score | decline | declines
p | Which gene mutations are behind PLO in general? | decline | declines
d | would you say prolia beats alendronate in women her age? | decline | declines
g | how high is his CTX | ask.value | none
p | what is her telephone number, the office wants to call her again | decline | declines
g | cheers mate you're quick today | decline | declines
"""
