"""Ten voices, from a laconic surgeon to a chatty general practitioner: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["SEVENTH"]

SEVENTH = """
p | T9? | ask.value,ask.presence | says T9 ; acute
d | Hip fracture, side? | ask.value | says Left displaced femoral neck
d | op date | ask.when,ask.value | says 2020-09-29
d | what op | ask.value | says hemiarthroplasty
g | Levels fractured? | ask.value | says T12 ; L1
g | grade L1 | ask.value | says grade 2
p | old or new, T3 | ask.value,ask.presence | says subacute
p | sacrum, side? | ask.value | says Right sacral
d | scaphoid ok? | ask.value | says No scaphoid fracture
p | brace off when | ask.when | says 2021-05-21
d | T-scores 2022. | ask.value | says −2.0 ; −2.1 ; −2.3
p | T3: kick it out. | delete | rejects T3
p | T11 chronic not acute | correct | edits acuity=chronic @ T11
g | PDF. | make_pdf | runs make_pdf
d | operate on the other hip? | decline | declines
d | Hello again, could you just remind me what she's taking for her blood pressure these days? | ask.value \
| says Amlodipine ; 5 mg
d | I was wondering whether her vitamin D has come up nicely since we started the tablets | ask.trend \
| says 58 ; 71 ; 79
d | and how is she getting about nowadays, bless her? | ask.passage | says walks with a stick
g | I gather he used to smoke, when did he pack it in? | ask.when,ask.patient,ask.value | says 2005
d | now then, how many pack years was it for this lady | ask.count | says 15 pack-years
g | his dad, what was it he died of? | ask.value,ask.patient,ask.presence | says stroke
g | his dad, what was it he died of? >> and how old was he then? | ask.value,ask.presence | says 79
d | could you tell me whether she's had any trouble with her teeth on the injections | ask.passage \
| says no dental trouble
p | Would you mind telling me how bad the back was when she first came? | ask.value | says 9
p | Would you mind telling me how bad the back was when she first came? \
>> and by the end, roughly how much better? | ask.trend,ask.value | says 2
d | oh and the fall in the kitchen, when did that happen? | ask.when | says 2020-09-28
d | I'm sure somebody wrote that she had Adcal twice a day, can you find where? | ask.source | says bone-clinic
g | many thanks, that was all for today | decline | declines
d | sorry, one more, what was the cholesterol? | ask.value,decline | none
g | Sir is having any kidney stones? | ask.presence | says No
g | Kindly tell pt's testosterone value with reference range | ask.value | says 412 ; 264
p | kindly do the needful and accept labs of 12 months | accept | accepts 6
p | What all medicines she was on at 2 months only? | ask.value | says omosozumab ; itamin
p | pt. last visit date pls | ask.when,ask.value | says 2023-01-25
g | Is he on any antihypertensives? | ask.presence | none
d | her haemoglobin and ESR in Feb 2020, both | ask.value | says 131 ; 12
g | ESR came down or not between first and second sample? | ask.trend | says 14 ; 11
d | Since how long she is taking denosumab? | ask.duration,ask.when | says 2020-10-05
p | why teriparatide was not given to her? | ask.reason | says so teriparatide is contraindicated
g | at present he is on which all drugs | ask.value | says alcium citrate
g | what is the T score of neck femur left side at two years | ask.value | says −2.0
d | pls change the pain score on the ward to 4/10 | correct | edits value=4 @ NRS
d | please to add one more fracture: left pubic ramus, dated 3 March 2023 | add | adds pub
p | is there any h/o steroid intake | ask.presence | says No
g | Which dose of prednisone did he have in the beginning and which at last? | ask.value,ask.trend | says 60 ; 2.5
g | The ESR, is it in the norm? | ask.abnormal,ask.value | says 14 ; 11
g | Since when has he the arteritis? | ask.when | says June 2018
g | Please give me the course of the Oswestry. | ask.trend | says 38 ; 22 ; 14
p | The alkaline phosphatase is not measured, or? | ask.presence,ask.value | none
p | How high was the parathormone? | ask.value | says 94.2
p | please show me the laboratory from march 2022 | ask.value | says 29.6 ; 107
d | Has the patient an osteoporosis in the family? | ask.presence | none
d | The GFR in february and in october 2020? | ask.value,ask.trend | says 74 ; 72
g | At the 24 months control, what says the X-ray? | ask.value | says vertebral fracture
g | Calcium on 6.1.2021? | ask.value | says 9.3
p | The vitamin D was 19.1, that is a typing error | correct | edits value=19.1 @ vitamin D
p | Not the mother, the grandmother had the hip fracture. | correct | edits subject=grandmother @ emoral
g | erase please the omeprazole from the list | delete | rejects meprazole
g | Should one not rather give denosumab? | decline | declines
p | Please show the change of YAM of lumbar spine. | ask.trend | says 73 ; 86 ; 89 ; 92
p | P1NP, 6M and 12M? | ask.value,ask.trend | says 56.0 ; 29.6
p | TRACP-5b after end of romosozumab? | ask.value | says 263
p | Which bone marker was above the range at 22M | ask.abnormal | tells None
p | Does she have hyperthyroidism? | ask.presence | says No
p | FT4 value please | ask.value | says 0.9
p | YAM of total hip, lowest | ask.extreme | says 75
p | How many months from last injection until the re-visit? | ask.passage,ask.duration | says 10 months since
p | is lactation continuing | ask.patient | says Breast-feeding: yes
p | For how many months romosozumab was used in total? | ask.duration | says 12
p | correct: cortisol is 16.5 | correct | edits value=16.5 @ ortisol
p | T-score lumbar month 6 is -1.2 | correct | edits t_score=-1.2 @ umbar
p | Add: NTX 45.2 nmolBCE/mmolCr at 12 months | add | adds N
p | activated vitamin D3 was stopped in June 2022 | correct | edits stop=2022-06 @ vitamin D
p | is TRACP-5b superior to CTX? | decline | declines
d | what's her FRAX score for hip fractures? | ask.value | says 12
g | what does GCA stand for? | decline | declines
g | whats the biggest improvement in the spine bmd | ask.trend | says 0.812 ; 0.925 ; +13.9 %
g | how old was he at the first appointment? | ask.patient | says 63
p | can you explain what YAM means | decline | declines
p | so was the vit d low at the start? | ask.abnormal | says Yes ; 9.1
d | what happened to her in September 2020? | ask.value | says fall ; hemiarthroplasty
d | did she get HRT? | ask.presence | says she never had HRT
d | name all her fractures please | ask.value | says adius ; emoral
g | what was the exact wording about falls? | ask.source | says No fall.
g | how do I accept all of these? | help | tells ccept
d | list everything thats abnormal in bloods | ask.abnormal | tells None of
p | what is T7? >> sorry i meant it should be T8 not T7 | correct | edits level=T8 @ T8
p | delete the cortisol >> um can you undo that? | undo | changes undo
p | Source for the RDQ of 0 at month 22? | ask.source | says twenty-two-months
d | No. of denosumab doses documented, with dates | ask.count,ask.when,ask.duration | says four doses ; 06/04/2021
p | List all time points with a DXA. | ask.when,ask.value,ask.count | says 2021-03-16
g | Any adverse events on teriparatide? | ask.presence | says No
d | AEs under denosumab: none? | ask.presence | says adverse event: absent
p | % change LS BMD M0–M12 | ask.trend,ask.value | says 22.1
g | Concomitant medication at baseline | ask.value | says rednisone ; spirin
g | Baseline ALP incl. unit | ask.value | says 78 ; U/L
d | data entry error: height is 157.0 cm | correct.patient | patient height_cm=157.0
d | amend eGFR of 04/10/2020 to 69 | correct | edits value=69 @ estimated glomerular
d | P1NP unit is ng/mL | correct | edits unit=ng/mL @ procollagen
g | enter a fall on 3 July 2019 | add | adds fall
p | how many queries remain open? | ask.progress,ask.conflict,ask.gap | tells 0 of
p | confirm all fractures | accept | accepts +
p | export the case, json please | save_json | runs save_json
d | Was she falling about the place before the hip? | ask.presence | says falls: present
d | Is herself still on the alendronate? | ask.presence,ask.value | says stopped
d | What's the story with her kidneys? | ask.value,ask.trend | says 74 ; 72 ; 68 ; 70
d | how many units of drink in a week would she have | ask.count | says 4 units
d | what weight was she | ask.patient | says 54
d | Who's minding her at home? | ask.passage | says lives alone
d | when was the plaster put on | ask.when | says 2019-11
d | and her mother, what did she break? | ask.value | says ip
d | Is she on a stick or a frame these days | ask.passage | says walks with a stick
d | Lowest T-score she's had on the right side | ask.extreme | says −2.6
d | the cemented hemi was on the 30th of September | correct | edits start=2020-09-30 @ hemiarthroplasty
d | scrap the paracetamol so | delete | rejects aracetamol
d | scrap the paracetamol so >> ah no, put it back | undo | changes undo
d | would she be fit for the zoledronate? | decline | declines
d | Grand, next one so | next_open | runs next_open
g | whats his testosteron | ask.value | says 412
g | t scroe L spine baselin | ask.value | says −2.7
g | zolendronic acid date? | ask.when,ask.value | says 2021-01-08
g | teripartide dose | ask.value | says 20
g | any kyphosys | ask.presence | says yphosis
g | prednizone stop date | ask.when | says 2020-05
p | romosozumb started wehn | ask.when | says 2021-03-22
p | hihest p1np | ask.extreme | says 95.8
p | compresion fx levels | ask.value,ask.presence | says T7 ; T9 ; T11
d | delte enoxaparin | delete | rejects noxaparin
d | PTH was 4.9 not 4.8 | correct | edits value=4.9 @ arathyroid
g | add hx of htn | add | adds ypertension
g | wt 180 lb not 178 | correct.patient | patient weight_kg=81.6
g | is he dying | decline | declines
p | I should be grateful for the phosphate concentrations throughout the observation period. \
| ask.trend,ask.value | says 4.0 ; 2.8 ; 3.7 ; 3.5
p | Upon which date was the magnetic resonance imaging performed? | ask.when | says 2021-03-17
p | Please enumerate those vertebrae which were fractured acutely. | ask.value | says T9 ; T11 ; -T7
p | To what extent had the hip's density increased at the last examination relative to the first? | ask.trend \
| says 3.6
p | Was secondary osteoporosis excluded? | ask.presence | says Yes
d | Whose hip fracture is mentioned in the letter of February 2020? | ask.value | says mother
d | What was the interval between the two fractures? | ask.duration | says 11 months
g | On what evidence rests the statement that he never fell? | ask.source | says No fall
g | In which year did he give up tobacco? | ask.when,ask.patient,ask.value | says 2005
g | Which of the two vertebral deformities was graded the more severe? | ask.extreme | says L1
p | The densitometry of March 2021 should read 0.724 for the hip. | correct | edits bmd_g_cm2=0.724 @ hip
p | The densitometry of March 2021 should read 0.724 for the hip. >> I withdraw the correction. | undo | changes undo
p | Is the literature unanimous about romosozumab in lactation? | decline | declines
p | Let us proceed to the next. | next_open | runs next_open
p | Let the count of months begin at delivery. | set_axis | changes set_anchor
"""
