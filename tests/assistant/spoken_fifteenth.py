"""Times, ages, reasons, counts and lists, asked by people in haste: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["FIFTEENTH"]

FIFTEENTH = """
a | compare CTX of the start to that of 2022 | ask | says 420 ; 190
d | calcium in 2022 compared to 2020? | ask | says 2.34 ; 2.31
b | dig out the testosterone | ask | says 15.8
g | please dig up when prednisone was first given | ask | tells 60
p | How old was the mother when her neck of femur went? | ask | says 71
g | how old was he when GCA was diagnosed | ask,decline | tells
d | her age at the first fracture | ask | says 74
d | what age had she when alendronate was discontinued? | ask | says 74
p | Why did they stop the romosozumab | ask | tells
g | why was zoledronate infused at the end? | ask | says hold the gain
d | why did the ward choose a hemiarthroplasty | ask,decline | tells
p | why was the follow-up interrupted | decline | declines
a | Was the vitamin D alright at entry? | ask | says 38
g | testosterone within reference? | ask | says Yes
p | was cortisol normal? | ask | says Yes
p | Is the P1NP back to normal by the end of treatment? | ask | says 29.6
b | creatinine abnormal at any time? | ask | says No
d | which improved better, the spine or the right hip | ask | says 0.944 ; 0.741
g | spine or hip: where is the T-score lower? | ask | says −2.7
g | which of the two came first, the lumbar or the thoracic fracture | ask | tells
d | alendronate versus denosumab: how long each? | ask | says 4 months
p | vitamin D or PTH - which one was off | ask | says 9.1 ; 94.2
b | do the numbers agree among the notes | ask.conflict | tells
g | how is my checking of the records coming along? | ask.progress | tells reviewed
d | do any two letters tell different stories about the smoking? | ask.conflict,ask.presence,ask.value | tells
p | list T-scores and YAM at 12 months, plus VAS at 6 months | ask | says 3
a | weight, height, menopause age and smoking habits? | ask | says 58 ; 160 ; 51
g | his PTH, TSH and testosterone, all normal? | ask | says 38 ; 2.1 ; 412
d | When was denosumab begun and how many shots has she had? | ask | says 2020-10
b | Tell me about the zoledronic acid. >> what dose? >> how often was it given? | ask | says 3
p | who broke a femur in the family? >> at what age? | ask | says 71
g | the ODI at the end? >> and what had it been initially? | ask | says 38
d | spine T score 2020 >> and of the neck of femur on the left? | ask | says −2.7 ; Left femoral neck
a | P1NP at start >> did it fall? | ask | says 58 ; 25
p | wat is teh TRACP lvel at basline | ask | says 947
g | teriparatid strat date pls | ask | says 2019-01-08
b | tamsulosine dosis? | ask | says 400
a | alendronat since wehn? | ask | says 2021-03-02
d | dischrage medication list | ask | says Enoxaparin ; -scaphoid
d | how many fractures has she suffered | ask | says 2
g | how often has the ODI been recorded | ask | says 3
p | number of visits with a VAS | ask | says 3
b | how many scans, and when | ask | says 3 examinations
d | newest vitamin D | ask | says 79
g | oldest calcium value | ask | says 9.4
p | uppermost BMD at the spine | ask | says 1.063
a | least pain ever reported | ask | says 0
g | labs taken between 2019 and 2021 | ask | says 9.6
p | values after the six months visit | ask | says 29.6 ; -947
d | fractures up to 2019 | ask | says radius ; -femur
p | labs before March 22nd 2021 | ask | says 947 ; -29.6
b | all P1NP results until 2021 | ask | says 47 ; 21 ; -19
g | which drugs against stomach acid | ask | says meprazole
g | blood thinners? | ask | tells
d | painkillers on the ward | ask | says aracetamol
a | antihypertensives she takes | ask | says amipril
p | correct the RDQ at 6 months: 4, not 3 | correct | edits value=4 @ RDQ
a | NRS at 12 months must read 3 | correct | edits value=3 @ NRS
d | smoking: she stopped in 1991, not 1990 | correct | edits time=1991 @ moking
b | the second infusion was on 16 June 2021 | correct,unknown,ask.value | tells
g | strike T12 | delete | rejects T12
g | the aspirin was stopped in 2019 | correct | edits status=stopped @ spirin
d | accept everything from the DXA report | accept | accepts +
p | please put T3 aside | defer | defers T3
a | Should the alendronate go on? | decline | declines
a | what did the telopeptide come to after one year of therapy | ask | says 190
b | I cannot find his vitamin D from the last visit, help me out | ask | says 79
d | on the DXA of 2022, what T score had the femoral neck? | ask | says −2.3
g | lemme see alk phos | ask | says 78
p | RDQ at the very end? | ask | says 0
p | her albumin, 3rd measurement | ask | says 4.7
b | zoledronic: dose and route? | ask | says 5 mg ; intravenous
a | what strength is the cholecalciferol | ask | says 1000 IU
g | aspirin dosage | ask | says 81
d | have her vertebrae been imaged, and with what result | ask | says bsent
p | did the spine density recover better than the hip's? | ask | says 1.063 ; 0.747
b | T-score spine: improved or not? | ask | says −2.5 ; −2.0
a | has the CTX dropped below 200 | ask | says 190
g | weight change over time? | ask | says 80.7
d | hip T on the right side, progress from 2020 to 2022 | ask | says −2.4 ; −2.1
p | at which visit was the pain worst | ask | says 9
a | where did the TSH lie in relation to its range | ask | says 1.9
b | largest percent gain of the hip | ask | says 5.4
g | his fractures: which grade | ask | says Genant grade 2
p | are the fractures of T9 and T11 both acute? | ask | says acute
p | was T3 visible on the first X-ray? | ask | tells
d | does any note speak of kyphosis? | ask | says bsent
b | spinal deformity on inspection? | ask,decline | tells
a | had the lady falls recently? | ask | says bsent
g | no side effects from teriparatide? | ask | tells
p | is secondary osteoporosis excluded | ask | says bsent
d | when did the lady pack up smoking | ask | says 1990
d | date of surgery on the hip | ask | says 2020-09-29
a | first dose of alendronate on which date | ask | says 2021-03-02
b | when is the last infusion documented | ask | says 2022-06-15
g | how long was he on prednisone in all | ask | tells
p | interval between delivery and the first romosozumab | ask | tells
b | what is the age of this gentleman now | ask | says 74
p | how come teriparatide was out of the question | ask | says ontraindicated
a | why do we call it osteoporosis in her | decline | declines
d | what led to the second admission | decline | declines
g | how many tablets a day does he swallow | decline | declines
b | how many different drugs does he get | ask | says 3
p | are there more than three vertebral fractures? | ask | says T3 ; T7
a | which vitamins does she receive | ask | says holecalciferol
d | heart drugs? | decline | declines
g | drugs given by injection | ask | says eriparatide
p | who is the author of the MRI | ask,decline | tells
b | in which report is the scanner named | ask | says Prodigy
a | verify whether the BMD gain matches its percentage | ask.conflict,ask.trend,ask.value | tells
d | which checks failed | ask.conflict | tells
p | what would a reviewer find lacking | ask.gap,decline | tells
b | hand me a synopsis | ask.summary | says zoledronic
g | P1NP? | ask | none
g | Did he take calcium? >> how much of it? >> and in what form | ask | says citrate
p | show T9 >> and the one below with oedema | decline | declines
a | pain today? >> a year ago? | ask | tells
d | PTH at the first clinic >> normal? | ask | says Yes
b | Take down a new weight: 75 kg | correct | tells
d | it says 54 kg but the correct weight is 45 kg | correct.patient | patient weight_kg=45
p | T7 was fractured in 2019 already | correct | edits time=2019 @ T7
g | the calcium in 2021 was 9.8 mg/dl instead of 9.3 | correct | edits value=9.8 @ calcium
a | eliminate the phosphate value | delete | rejects phosph
b | okay the fractures | accept | accepts +
d | never mind, do nothing | answer.no,retract,undo | tells
a | add CTX 150 pg/mL on 2 March 2024 | add | adds elopeptide
p | romosozumab's list price? | decline | declines
g | which operation would help him | decline | declines
d | is her daughter affected too? | ask,decline | none
a | height is 161 cm and weight is 60 kg | correct.patient | patient weight_kg=60
a | the albumine at first presentation | ask | says 4.3
d | Would like the adjusted calcium that was taken just ahead of the first Prolia | ask | says 2.29
g | ODI after the first year of injections | ask | says 22
p | TRACP halfway through the course? | ask | says 182
g | what was L3 on the scan | ask | says 0.806
b | right hip T at the second scan | ask | says −1.8
p | whats her bmi | ask | says 17.54
d | how tall and how heavy is she | ask | says 158 ; 54
a | show me the pain ratings in chronological order | ask | says 6 ; 2 ; 0
b | evolution of eGFR | ask | says 86 ; 85
p | did romosozumab bring the PTH down | ask | says 94.2
g | has the hip density budged | ask | says 0.778 ; 0.801
d | which rose more, spine or hip? | ask | says 0.944 ; 0.741
a | when did the P1NP reach its minimum | ask | says 25
g | lowest prednisone dose | ask | says 2.5
p | heaviest pain? | ask | says 9
d | first known creatinine | ask | says 68
b | final T-score of the spine | ask | says −2.0
a | is the eGFR ok | ask | says 91
g | anything flagged in the labs of 2018? | ask.abnormal | tells None
p | was the vitamin D deficient | ask | says Yes
d | any hint of coeliac disease | ask | says egative
b | hypogonadism present? | ask | says bsent
a | does either parent have a hip fracture | ask | says bsent
p | did she have previous steroid exposure | ask | says bsent
g | has he been immobilised | decline | declines
d | has she a prosthesis | ask | says hemiarthroplasty
b | how old was he at the first visit | ask | says 72
a | her age now | ask | says 69
d | how old was she when she quit smoking | ask | tells
g | when did the teriparatide era end | ask | tells
p | since when does her back ache | ask | tells
b | how long was the wrist in plaster | ask | says six weeks
d | why was denosumab given after the operation | ask | says enosumab
g | why the tapering of prednisone | ask,decline | tells
a | on what grounds was alendronate prescribed | ask | says lendronate
p | how many levels are broken | ask | says T9
d | how many fractures of the forearm | ask | says 1
g | how many notes are in this case | ask.count | tells 5
b | how many times was zoledronic acid infused | ask | says 3
a | osteoporosis drugs? | ask | says lendronate ; -amipril
d | which antiresorptives, in which order | ask | says lendron ; enosumab
g | supplements he is on | ask | says alcium citrate ; itamin D3
p | non-drug treatments | decline | declines
b | where do you have the 2.38 from | ask.source | says first-visit
d | source for the mother's hip fracture | ask.source | says bone-clinic-letter
p | does anything clash with the exclusion of hyperthyroidism | ask.conflict | says hyperthyroidism
a | am I finished with the review? | ask.progress | tells reviewed
g | what is lacking according to CARE | ask.gap | tells
b | present the patient | ask.summary | says zoledronic
d | calcium and vitamin D before the injection? | ask | says 2.29 ; 71
p | when was T9 broken >> and is it healed? | ask | tells
g | zoledronate: when, what dose, which route? | ask | says 5 mg ; intravenous
a | CTX >> reference? | ask | says 104
d | drop the ESR | delete | rejects sedimentation
p | L1 was never fractured | correct,decline,ask.value,unknown | tells
g | prednisone was stopped in June 2020, not May | correct | edits stop=2020-06 @ rednisone
a | alendronate is 35 mg, not 70 | correct | edits dose=35 @ lendron
b | the patient is 73 | correct.patient | patient age_years=73
d | add vitamin D 25-OH 85 nmol/L on 3/4/2023 | add | adds ydroxyvitamin
p | please do not remove T3 | retract,answer.no | tells left
g | is zoledronate the right choice for him | decline | declines
a | will the next scan be better | decline | declines
b | hello there | decline | declines
d | delete the vitamin D of 2022 but leave the one of 2020 alone | delete | rejects 25-hydroxyvitamin
d | reject all vitamin D values, but leave the one of 2020 | delete | rejects 25-hydroxyvitamin
g | the one of 2019 must not be touched | retract,answer.no,unknown | tells
g | was the aspirin rejected? | ask,decline | tells
d | the FRAX seems odd to me | ask,decline,ask.conflict | tells
a | PTH could be 14 | ask,decline,correct | tells
a | she took alendronate until May 2023 | correct | edits stop=2023-05 @ lendron
p | the VAS at 22 months was not 2 but 3 | correct | edits value=3 @ VAS
b | add fracture of the right humerus on 5/6/2023 | add | tells two ways
g | scrap that | undo,delete,retract | tells
p | maybe drop T7? | ask.value | tells
a | set the start of alendronate to 5 March 2021 | correct | edits start=2021-03-05 @ lendron
a | would you be so good as to read out the TSH | ask | says 1.9
b | phosphat? | ask | says 1.05
d | wrist fracture: what day | ask | says 2019-11-05
g | Z-score at the femoral neck before treatment | ask | says −1.0
p | YAM of the spine, latest | ask | says 92
a | has her spine gone up by more than five percent? | ask | says 8.1
b | P1NP - how low did it go | ask | says 19
d | 25OHD over time, please tabulate | ask | says 58 ; 71 ; 79
g | was teriparatide well tolerated? | ask | tells
p | is romosozumab still running? | ask | says No
d | what stopped her from continuing alendronate | ask | says heartburn
a | when did her back pain set in | ask | tells
b | date of the wrist x-ray | ask | says 2020-05-02
g | his pain by visit | ask | says 7 ; 6 ; 3 ; 2
p | creatinine and albumin at month 12 | ask | says 0.56 ; 4.7
d | which vertebrae were assessed by VFA | ask,decline | tells
a | list all her fractures | ask | says T8
b | total number of visits | ask | says 3
g | bisphosphonates given? | ask | says oledronic
p | who reported the hold of the baby | ask,decline | tells
d | the FRAX of hip came from which report | ask | says dxa
a | inconsistencies? | ask.conflict | tells
g | the spine BMD in 2021 ought to be 0.935 | correct | edits bmd_g_cm2=0.935 @ umbar
p | cancel the Jewett brace | delete | rejects Jewett
b | note that he fell on 4 April 2022 | add | adds fall
d | amlodipine dose is 10 mg rather than 5 | correct | edits dose=10 @ mlodipine
a | leave P1NP as it is | retract,answer.no | tells left
g | what would you do next | decline | declines
d | serum magnesium? | ask | none
"""
