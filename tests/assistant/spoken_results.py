"""Questions of laboratory results, by name, time and order."""

from __future__ import annotations

__all__ = ["FOUNDING", "NOW", "ROWS", "SEVERAL"]

FOUNDING = """
p | P1NP at one year? | ask.value | says 29.6 ; -95.8 ; -56.0
p | and the PTH? | ask.value | says 94.2
p | What did the lab say for corrected calcium six months in? | ask.value | says 8.4 ; -8.8 mg
p | Can you pull up the TRACP-5b numbers | ask.value | says 947 ; 182 ; 107 ; 263
p | vit D level | ask.value | says 9.1
p | serum cortisol please | ask.value | says 6.5
p | free T4? | ask.value | says 0.9
p | thyroid function | ask.value | says 0.283 ; 2.5 ; 0.9
p | bone turnover markers at baseline | ask.value | says 947 ; 95.8 ; -56.0
p | albumin over all visits | ask.value,ask.trend | says 4.2 ; 4.9 ; 4.7 ; 4.6
p | what's the most recent creatinine? | ask.value | says 0.54 ; -0.50
p | reference range for TSH? | ask.value | says 0.610
p | Whats the latest P1NP? | ask.value | says 21.0 ; -29.6
p | Could you read me the phosphate results? | ask.value | says 4.0 ; 2.8 ; 3.7 ; 3.5
p | TSH | ask.value | says 0.283
p | How high was her TRACP initially? | ask.value | says 947 ; -182
p | ACTH and cortisol? | ask.value | says 16.0 ; 6.5
p | lab results from March 2022 | ask.value | says 29.6 ; 107 ; -95.8
p | what do we have on vitamin D? | ask.value | says 9.1
p | calcium at 9 months | ask.value | tells at that time
p | And albumin at the same visit? | ask.value | says lbumin
p | what was P1NP before she started the injections? | ask.value | says 95.8 ; -21.0
p | list her lab results at 22 months | ask.value | says 263 ; 21.0 ; -947
p | what vitamin D level was found? | ask.value | says 9.1
p | Give me her thyroid results | ask.value | says 0.283 ; 2.5
p | what's the value of free T3 | ask.value | says 2.5
p | her bone markers | ask.value | says 947 ; 95.8
p | Let me see the P1NP values | ask.value | says 95.8 ; 21.0
p | What was her PTH on presentation? | ask.value | says 94.2
p | How was her phosphate after a year? | ask.value | says 3.7 ; -3.5
p | What were the calcium levels during follow-up? | ask.value,ask.trend | says 8.6 ; 8.4
p | P1NP six months after starting romosozumab | ask.value | says 56.0 ; -95.8
p | What is her present TRACP-5b? | ask.value | says 263 ; -947
p | which hormones were measured? | ask.value | says 0.283 ; 94.2
d | eGFR? | ask.value | says 74 ; 72
d | Hb? | ask.value | says 131
d | haemoglobin? | ask.value | says 131
d | what is the vit D in nmol | ask.value | says 58
d | what was her eGFR in October 2020? | ask.value | says 72
d | calcium on 4 October 2020 | ask.value | says 2.29
d | ALP result | ask.value | says 92
g | testosterone level? | ask.value | says 412
g | SPEP result? | ask.value | says egative
g | what was the vitamin D after two years | ask.value | says 44
g | what was his PTH | ask.value | says 38
"""

ROWS = """
p | what was the ptth in 2021 | unknown | declines
p | what was her vit D | ask.value | says 9.1 ; ng/mL
p | pth?? | ask.value | says 94.2 ; pg/mL
p | How high was the parathormone? | ask.value | says 94.2
p | please show me the laboratory from march 2022 | ask.value | says 29.6 ; 107
p | P1NP, 6M and 12M? | ask.value,ask.trend | says 56.0 ; 29.6
p | TRACP-5b after end of romosozumab? | ask.value | says 263
p | FT4 value please | ask.value | says 0.9
p | list the reference interval of TRACP-5b | ask.value | says 120 ; 420
p | what is in the letter from January 2023 | ask.value,ask.summary | says 1.063
p | Could I have the three most recent P1NPs? | ask.value | says 56.0 ; 29.6 ; 21.0 ; -95.8
p | cortisol & ACTH | ask.value | says 6.5 ; 16.0
p | Ca corr, phosphate, albumin at month 12 | ask.value | says 8.6 ; 3.7 ; 4.7
p | What was the calcium six months after starting romosozumab? | ask.value | says 8.4
p | Please to inform corrected Ca of month six | ask | says 8.4 ; -8.8 mg/dL ·
p | most recent phosphorus | ask | says 3.5 ; -2.8
p | I am puzzled about her thyroid results; which were they | ask | says 0.283 ; 2.5
p | free t4 reading pls | ask | says 0.9
p | the acth result, s'il vous plait | ask | says 16.0
p | all hormones that were tested | ask | says 0.283 ; 16.0 ; 6.5
p | what was the TSH at 6 months | ask | tells
p | wat is teh TRACP lvel at basline | ask | says 947
p | values after the six months visit | ask | says 29.6 ; -947
p | labs before March 22nd 2021 | ask | says 947 ; -29.6
p | her albumin, 3rd measurement | ask | says 4.7
p | creatinine and albumin at month 12 | ask | says 0.56 ; 4.7
p | reference range for PTH? | ask.value | says reference 10 - 65 pg/mL
p | what's normal for TRACP | ask.value | says reference 120 - 420
p | vitamin D in nmol/L? | ask.value | says 9.1 ng/mL = 22.7 nmol/L (computed)
p | do we have a PTH after baseline? | ask.value | says Nothing about parathyroid hormone at that time ; month 0
p | P1NP on romosozumab | ask.value | says 56.0 ; 29.6 ; -95.8 ; -21.0
p | how high was PTH and is that abnormal? | ask | says 94.2 ; Yes.
p | go to labs | ask.value | runs show_labs
p | filter for PTH | ask.value | says 94.2
p | potassium 4.4 mmol/L | ask.value | tells Shall I add it
p | vit d ever rechecked? | ask.value | says No, only once ; 9.1
p | list the labs | ask.value | says more between; say “show all of them” ; 22 months, 2023-01-25
d | Could you kindly tell me the kidney function just before the first denosumab injection. | ask.value | says 72
d | her haemoglobin and ESR in Feb 2020, both | ask.value | says 131 ; 12
d | The GFR in february and in october 2020? | ask.value,ask.trend | says 74 ; 72
d | What's the story with her kidneys? | ask.value,ask.trend | says 74 ; 72 ; 68 ; 70
d | The creatinine in 2022 in µmol? | ask.value | says 70
d | give the eGFR values, both of them, with dates | ask.value,ask.trend,ask.when | says 74 ; 72
d | Hb at the bone clinic? | ask.value | says 131
d | ALP please and the reference | ask.value | says 92 ; 30–130
d | haemaglobin at the initial workup? | ask | says 131
d | calcium? and creatinine? | ask | says 2.31 ; 68
d | phosporus of feb 2020 | ask | says 1.08
d | newest vitamin D | ask | says 79
d | Would like the adjusted calcium that was taken just ahead of the first Prolia | ask | says 2.29
d | first known creatinine | ask | says 68
d | calcium and vitamin D before the injection? | ask | says 2.29 ; 71
d | eGFR at the two year visit? | ask.value | tells Nothing about estimated ; It is recorded at: ; -visit
d | creatinine at the two year visit? | ask.value | says 70 ; -visit
d | ULN for ALP? | ask.value | says upper limit 130
d | vit D in conventional units | ask.value | says 23.2 ng/mL (computed)
d | how was the kidney function when she first came to us | ask.value | says 68 ; -70
d | eGFR at the last clinic? | ask.value | says At the last visit (2022-10-05) nothing ; 72 mL/min
d | creatinine at the last appointment | ask.value | says 70 ; 2022-10-05 ; -68
d | vit d ever rechecked? | ask.value | says Yes ; 71 ; 79
d | P1NP before treatment? | ask.value | says Nothing about ; at that time ; 24 months
d | P1NP at baseline | ask.value | says at that time ; -19
d | vitamin D before treatment? | ask.value | says 71
d | creatinine in mg | ask | says 0.769 mg/dL (computed)
d | calcium in mmol | ask | says as the note has it
d | thx, what was the PTH? | ask.value | says 4.8
g | Kindly tell pt's testosterone value with reference range | ask.value | says 412 ; 264
g | Calcium on 6.1.2021? | ask.value | says 9.3
g | Baseline ALP incl. unit | ask.value | says 78 ; U/L
g | whats his testosteron | ask.value | says 412
g | How much calcium has he in blood? All of them | ask.value,ask.trend | says 9.4 ; 9.6 ; 9.3
g | The sedimentation rate? | ask.value | says 14 ; 11
g | the guy's calcium, first one | ask.value | says 9.4
g | gimme the whole labs at 24 mo | ask.value | says 9.3 ; 44
g | latest known ESR? | ask | says 11 ; -14 mm
g | Kindly furnish the serum testosterone | ask | says 412
g | what reading of P.S.A. do we have | ask | tells
g | SPEP outcome? | ask | says egative
g | oldest calcium value | ask | says 9.4
g | labs taken between 2019 and 2021 | ask | says 9.6
g | lemme see alk phos | ask | says 78
g | upper limit of PTH | ask.value | says upper limit 65
g | testosterone in nmol/L? | ask.value | says 14.3 nmol/L (computed)
g | what was his testosterone back when he was referred | ask.value | says 412
g | vitamin D in nmol? | ask | says 84.9 nmol/L (computed)
g | what was the testosterone in pg | ask | says 412
a | Would be interested in the serum crosslaps figure from the very outset, thanks | ask | says 420
a | what did the parathyroid come out at | ask | says 41
a | show every lab of february 2021 | ask | says 9.3 ; 1.9
a | hwo much vit D was in her blood after two yrs | ask | says 40
a | eGFR prior to commencing the weekly tablet | ask | says 91
a | what was the TSH of the librarian next door | decline,ask | tells
a | what did the telopeptide come to after one year of therapy | ask | says 190
a | where did the TSH lie in relation to its range | ask | says 1.9
a | the albumine at first presentation | ask | says 4.3
a | PTH could be 14 | ask,decline,correct | tells
a | would you be so good as to read out the TSH | ask | says 1.9
a | vit D at 12 months 43 | ask.value | tells 42 ng/mL ; Is it 43 and not 42?
a | vit D at 12 months 42 | ask.value | says 42 ; -Is it
a | vit D at 12 months | ask.value | says 42 ; -Is it
a | where does CTX lie in its range? | ask.value | says within the reference range
b | Testosteron level of this gentleman? | ask | says 15.8
b | give the kreatinin of the second blood draw | ask | says 84
b | What figure did P1NP reach by summer 2021? | ask | says 21
b | earliest creatinine on record | ask | says 82 ; -84
b | Hormones measured? | ask | says 4.1 ; 1.6
b | Do we possess a PTH in this dossier? | ask | says 4.1
b | alk phosph pre infusion | ask | says 71
b | most up-to-date eGFR? | ask | says 85
b | Could I bother you for the corrected calcium of 2022? | ask | says 2.40
b | his ferritin and the TSH | ask | says 1.6
b | zonulin and TSH at baseline | ask | says 1.6
b | dig out the testosterone | ask | says 15.8
b | all P1NP results until 2021 | ask | says 47 ; 21 ; -19
b | I cannot find his vitamin D from the last visit, help me out | ask | says 79
b | phosphat? | ask | says 1.05
b | P1NP - how low did it go | ask | says 19
m | ALP 97 on the first visit | ask.value | tells Is it 97 and not 79?
s | CTX twelve months after the infusion | ask.value | says 385 ; -310
k | Mg 0.86 | ask.value | tells Is it 0.86 and not 0.68?
k | eGFR at our first meeting | ask.value | says 47
o | PTH repeated? | ask | says No, only once
h | PTH a year after the parathyroidectomy | ask.value | says 48
h | PTH before surgery | ask | says 386 ; -402 ; -38 pg
h | pre-op calcium please | ask | says 11.9 ; -10.1
h | PTH straight after the excision | ask | says 38 ; -29 ; -386
h | post-op calcium | ask | says 10.1 ; 7.9 ; 8.3 ; 9.3 ; -11.9
h | first calcium after the parathyroidectomy | ask | says 10.1 ; -7.9 ; -11.9
h | the last PTH after surgery? | ask | says 48 ; -29
h | calcium the day after surgery | ask | says 10.1 ; -7.9
h | calcium on admission | ask | says 11.9 ; -7.9
h | calcium in mmol please | ask | says 2.97 ; 2.32 mmol/L (computed)
h | PTH as pmol | ask | says 40.9
t | when we first saw him, what was the ALP | ask.value | says 214 ; -118
t | calcium six months after the tumour was removed | ask.value | says 2.35
t | baseline phosphate | ask | says 0.58 ; -0.92
f | what was the calcium a year or so later | ask | tells
c | what was the albumin when we first met her | ask.value | says 39 g/L ; -42
c | how low was the ferritin the day she first came | ask.value | says 6 ug/L
c | Hb now? | ask.value | says 13.2 ; -10.9
u | what was the PTH prior to the operation? | ask | says 15.8 ; -2.6 ; -16.4
r | PTH at the end? | ask.value | says At the last visit (2022-08-04) nothing is told ; 2.9
r | P1NP at the end? | ask.value | says 74 ; -nothing
n | K at last visit? | ask.value | says potassium ; 4.1 ; -hydroxyvitamin
"""

SEVERAL = """
p | how did the haemoglobin and the hip change? | ask.trend | says 0.721 ; 0.747 ; Nothing about haemoglobin
p | hip T-score and potassium at 6 months | ask.value | says −1.7 ; Nothing about potassium ; -−1.8
p | trend of sodium and spine BMD | ask.trend | says 0.842 ; 1.063 ; Nothing about sodium
p | forearm and spine change? | ask.trend | says 0.842 ; 1.063 ; Nothing about forearm
p | femoral neck and total hip at 12 months? | ask.value | says 0.738 ; Nothing about femoral neck ; -mother
p | how often were the TSH and the ferritin measured? | ask.count | says 0.283 ; Nothing about ferritin
p | compare P1NP with CTX | ask.trend | says 95.8 ; 21.0 ; Nothing about C-terminal
p | where do the P1NP 56.0 and the magnesium come from? | ask.source | says six-months ; Nothing about magnesium
p | blood pressure and weight? | ask.patient | says 46.5 ; Nothing about blood pressure
p | BMI and sodium | ask | says 17.54 ; Nothing about sodium ; -mass index is
p | did she have kidney stones and vertebral fractures? | ask.presence | says T9 ; T11
p | is PTH or calcium high? | ask.abnormal | says Yes ; 94.2 ; Of calcium: no ; 8.8 mg
p | did the calcium and P1NP normalise? | ask.abnormal | says Yes ; 8.8 mg ; 21.0 ; -8.4
p | did the hip and the spine improve? | ask.trend | says Yes ; 0.747 ; 1.063 ; -mother
p | did the P1NP fall on romosozumab and raloxifene? | ask.trend | says Yes ; 29.6 ; Nothing about raloxifene
p | calcium and T-scores at baseline | ask.value | says 8.6 ; −2.2 ; −1.8 ; -not told
p | was the TSH checked at 6 months, and the calcium? | ask.presence | says 8.4 ; 0.283 ; nothing about thyroid
p | any hip or spine fractures in the family? | ask.presence | says of the mother ; of relatives ; -in this case
d | ALP and P1NP in 2022? | ask.value | says 19 ; Nothing about alkaline phosphatase at that time ; −8 months
d | has the eGFR dropped? and the magnesium? | ask.trend | says 74 ; 72 ; Nothing about magnesium
p | P1NP and TRACP before and after romosozumab | ask.trend | says 95.8 ; 947 ; -Nothing about
p | T-score of the hip and P1NP at month 6 | ask.value | says −1.7 ; 56.0 ; -Nothing
"""

NOW = """
d | is the vitamin D level sufficient? | ask.abnormal | says Yes ; 79 ; -No
u | is the PTH high? | ask.abnormal | says No ; Before that ; 15.8
p | is the calcium low? | ask.abnormal | says No ; 8.8 mg ; Before that ; 8.4
p | is the P1NP still high? | ask.abnormal | says No ; 21.0 ; -95.8
p | was the P1NP high? | ask.abnormal | says Yes ; 95.8 ; -21.0
p | is the TRACP normal? | ask.abnormal | says Yes ; 263 ; -947
p | is the TSH low? | ask.abnormal | says Yes ; 0.283 ; -Before
p | quality of life scores? | ask.value | tells Nothing about quality of life ; -VAS ; -RDQ
p | has the TRACP come back up? | ask.trend | says Yes ; 107 ; 263
p | Ca, K and Na at baseline | ask.value | says 8.6 ; Nothing about potassium ; Nothing about sodium
b | testosterone at the third visit? | ask.value | says Nothing about total ; 2020-06-08 ; -and testosterone
p | QoL at 12 months | ask.value | tells Nothing about ; -VAS
d | 10 year hip fracture risk | ask.value | says 12 % ; -Nothing
d | ten-year risk of a major fracture? | ask.value | says 28 % ; -Nothing
p | which labs were only done once? | ask.value | says Measured only once (7) ; cortisol ; -creatinine
d | which bloods were not repeated after denosumab was started? | ask.value | says phosphorus ; thyroid ; -P1NP
d | which labs were measured more than once? | ask.value | says corrected calcium: 3 times ; -thyroid
g | which tests weren't repeated? | ask.value | says testosterone ; -creatinine
p | has the calcium been rechecked after month 12? | ask.presence | says Yes ; 8.8 ; -only once
g | was the ESR repeated at 12 months? | ask | says Yes ; 11
d | any abnormal results? | ask.abnormal | says None of 16 ; No range is printed beside ; 19 µg/L
p | did P1NP ever go back above normal after 6 months? | ask.abnormal | says No ; 29.6 ; 21.0 ; -56.0
k | which labs were low at baseline? | ask.abnormal | says None of 5 ; Before month 0 ; phosphorus: 0.78
p | which labs were abnormal at baseline apart from the vitamin D? | ask.abnormal | \
says parathyroid hormone ; -25-hydroxy
b | last bloods? | ask.value | says 2.40 mmol/L ; 19 µg/L ; -phosphorus ; -thyroid
b | was anything high in the latest blood results? | ask.abnormal | says None of ; -phosphorus
p | did anything change? | ask.value | says 2023-01-25 ; procollagen
b | what's new? | ask.value | says The last note is of 2022-06-15 ; 0.942
b | latest P1NP and the one before | ask.value | says 19 µg/L ; 21 µg/L ; -47
g | which labs had no reference range? | ask | says electrophoresis ; -9.4 mg/dL
p | how many labs had no reference range? | ask.count | says None of 31 ; a range is printed beside each
b | what was the calcium? >> the last one | ask.value | says 2.40 ; -2.38
"""
