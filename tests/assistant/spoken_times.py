"""Questions of when something was, and of how long it lasted."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS", "TWO_OF_A_ROW", "INTERVALS"]

FOUNDING = """
p | When did she deliver? | ask.when | says 2021-02-12
p | date of the first romosozumab injection? | ask.when | says 2021-03-22
p | when did romosozumab end | ask.when | says 12 months
p | When was the brace removed? | ask.when | says rthosis stopped ; 2 months
p | on what date was the MRI done? | ask.when | says 2021-03-17
p | when was the last DXA? | ask.when | says 22 months ; -month 0
p | duration of romosozumab therapy? | ask.duration | says 12 months
p | how long did she wear the brace? | ask.duration | says 2 months
p | In which month was romosozumab begun? | ask.when | says 2021-03-22
p | when did we last see her | ask.when,ask.value | says 2023-01-25
p | when was P1NP measured? | ask.when | says 2021-03-15
p | when did the back pain begin? | ask.when | says −4 months
p | when was she lost to follow-up? | ask.when | says 13
p | for how many months was romosozumab administered? | ask.duration | says 12 months
p | when was the third child born? | ask.when | says 2021-02-12
p | When did treatment with romosozumab begin? | ask.when | says 2021-03-22
p | When did she stop wearing the brace? | ask.when | says 2 months
p | when was the first DXA performed | ask.when | says 2021-03-16
p | how long was romosozumab given for? | ask.duration | says 12 months
p | exact date of delivery | ask.when | says 2021-02-12
p | when did she come for the first time? | ask.when,ask.value | says 2021-03-15
p | When was the orthosis fitted? | ask.when | says 2021-03-22
p | how many months did she take romosozumab? | ask.duration | says 12 months
p | When did she have her MRI? | ask.when | says 2021-03-17
p | when was vitamin D started? | ask.when | says 2021-03-22
p | what date was the twelve month visit? | ask.when,ask.value | says 2022-03
p | how long did she use the orthosis? | ask.duration | says 2 months
d | When did she break her hip? | ask.when | says femoral neck
d | when was alendronate stopped | ask.when | says June 2020
d | enoxaparin for how long? | ask.duration | says 28 days
d | date of the hip operation? | ask.when | says 2020-09-29
d | when was the wrist fracture? | ask.when | says 2019-11
d | how long did she take alendronate for? | ask.duration | says lend
d | when did she fall? | ask.when | says 2020-09-28
d | when was denosumab first given | ask.when | says 2020-10-05
d | when was the hemiarthroplasty? | ask.when | says 2020-09-29
d | when did alendronate begin? | ask.when | says 2020-02-12
g | When did he start teriparatide? | ask.when | says month 0
g | when was zoledronic acid given? | ask.when | says oledronic
g | how long was he on teriparatide? | ask.duration | says eriparatide ; month 0
g | since when is he off prednisone? | ask.when | says 2020-05
g | when did he stop prednisone? | ask.when | says 2020-05
"""

ROWS = """
p | date of first evenity jab | ask.when | says 2021-03-22
p | When could she take off the corset for good | ask.when | says 2021-05-21
p | brace off when | ask.when | says 2021-05-21
p | pt. last visit date pls | ask.when,ask.value | says 2023-01-25
p | For how many months romosozumab was used in total? | ask.duration | says 12
p | List all time points with a DXA. | ask.when,ask.value,ask.count | says 2021-03-16
p | romosozumb started wehn | ask.when | says 2021-03-22
p | Upon which date was the magnetic resonance imaging performed? | ask.when | says 2021-03-17
p | In what date began the treatment with romosozumab | ask.when | says 2021-03-22
p | when baby was born | ask.when | says 2021-02-12
p | when did the back start hurting | ask.when | says 4 months
p | when was she able to hold the baby again | ask.when,ask.value,ask.presence | says 2 months
p | romo: how many doses were given | ask.duration | says 12 months
p | date of the MRI and of the DXA | ask.when | says 2021-03-17 ; 2021-03-16
p | for how long was vitamin D given | ask.duration | says since month 0
p | pls list visits with dates | ask.when | says 2021-05-21
p | when was she seen after month 12 | ask.when | says 2023-01-25
p | when was the brace fitted | ask.when | says 2021-03-22
p | how long did she wear the brace for | ask.duration,ask.value,ask.when | says 2 months
p | When's the last time anyone saw her? | ask | says 2023-01-25
p | when exactly was the baby delivered | ask | says 2021-02-12
p | in which month of treatment did she stop coming | ask | tells
p | Since when has she been on activated vit d | ask | says 2021-03-22
p | how many weeks was the orthosis worn | ask | says 2 months
p | And the brace - when on, when off? | ask | says 2021-03-22 ; 2021-05-21
p | How old was the mother when her neck of femur went? | ask | says 71
p | interval between delivery and the first romosozumab | ask | tells
p | since when does her back ache | ask | tells
p | how long between delivery and the first scan | ask.duration | says 32 days ; 2021-02-12 ; 2021-03-16
p | how long after delivery did she start romo | ask.duration | says 38 days
p | time from delivery to back pain onset | ask.duration | says came before the first
p | when did romo stop, and did she get anything after it? | ask.when | says 12 months ; no sequential therapy ; -Yes
d | when did the hip go | ask.when | says 2020-09-28
d | give me the dates of every prolia shot she got | ask.when | says 05/10/2020 ; 06/04/2021 ; 05/10/2021 \
; 05/04/2022 ; the fifth was given today
d | for how many months did she actually manage to take the weekly tablet? | ask.duration | says 4 months
d | clexane for how many days after the hemi | ask.duration | says 28 days
d | up to and including the oct 22 visit she had how many doses of the antibody | ask.duration,ask.count \
| says four doses ; the fifth was given today
d | op date | ask.when,ask.value | says 2020-09-29
d | oh and the fall in the kitchen, when did that happen? | ask.when | says 2020-09-28
d | Since how long she is taking denosumab? | ask.duration,ask.when | says 2020-10-05
d | when was the plaster put on | ask.when | says 2019-11
d | What was the interval between the two fractures? | ask.duration | says 11 months
d | # hip date | ask.when | says 2020-09-28
d | Colles: when, which side, how treated? | ask.when | says 2019-11-05 ; Right distal radius
d | enoxaparin dose/route/duration | ask.duration | says 40 mg ; 28 days
d | when's the latest you have for her calcium | ask.when,ask.value | says 2022-10-05
d | Alendronate ran from when till when | ask.when,ask.value,ask.duration | says 2020-02-12 ; 2020-06
d | list the denosumab injections by date | ask.when | says 06/04/2021
d | when was the last denosumab given | ask.when,ask.value | says
d | how long was she on alendronate | ask.duration | says 4 months
d | Since when is she on amlodipine | ask | says mlodipine
d | time elapsed between the wrist and the hip fracture | ask.duration,ask.when,ask.value | says 11
d | how many doses of denosumab in total | ask | says fifth
d | when did the plaster come off | ask | tells
d | what age had she when alendronate was discontinued? | ask | says 74
d | alendronate versus denosumab: how long each? | ask | says 4 months
d | When was denosumab begun and how many shots has she had? | ask | says 2020-10
d | when did the lady pack up smoking | ask | says 1990
d | date of surgery on the hip | ask | says 2020-09-29
d | how old was she when she quit smoking | ask | tells
d | wrist fracture: what day | ask | says 2019-11-05
d | when was the hip operated? | ask.when | says 2020-09-29 ; -nerve block
d | # of doses of dmab? | ask | says four doses
d | hip # date? | ask.when | says 2020-09-28
d | when was she referred to the clinic? | ask.when,ask.passage,unknown,ask.value | tells -I cannot send
d | how many days after the hip fracture was the operation? | ask.duration | says 1 day ; 2020-09-29
g | GCA dx - month/yr? | ask.when | says June 2018
g | He had an infusion at the end, what day was it? What drug? | ask.when | says 2021-01-08 ; Zoledronic acid ; 5 mg
g | how long teriparatide altogether | ask.duration | says 24 months
g | I gather he used to smoke, when did he pack it in? | ask.when,ask.patient,ask.value | says 2005
g | Since when has he the arteritis? | ask.when | says June 2018
g | zolendronic acid date? | ask.when,ask.value | says 2021-01-08
g | prednizone stop date | ask.when | says 2020-05
g | In which year did he give up tobacco? | ask.when,ask.patient,ask.value | says 2005
g | when was his last DXA | ask.when | says 2021-01-08
g | when did he come off steroids | ask.when | says 2020-05
g | diagnosis of GCA when | ask.when,ask.passage | says June 2018
g | When did he start teriparatide and when did he stop? | ask.when | says 2019-01-08
g | when was temporal arteritis first established | ask | says June 2018
g | in what year did the chap pack in the fags | ask | says 2005
g | how many months was he injecting teriparatide | ask | says 24
g | how long is it since the steroid was finally withdrawn | ask | says 2020-05
g | his age when the teriparatide course finished? | ask | says 65
g | in which month was pred finally off | ask | says 2020-05
g | please dig up when prednisone was first given | ask | tells 60
g | how old was he when GCA was diagnosed | ask,decline | tells
g | teriparatid strat date pls | ask | says 2019-01-08
g | how long was he on prednisone in all | ask | tells
g | when did the teriparatide era end | ask | tells
g | zoledronate: when, what dose, which route? | ask | says 5 mg ; intravenous
g | how long on teriparatide? | ask.duration | says told as completed on 2021-01-08, 24 months later
g | for how long has he had GCA? | ask.duration | says 2018-06 ; 31 months (computed)
g | was zoledronate given before or after teriparatide? | ask | says After ; Teriparatide ; Zoledronic acid ; -Yes
g | how old was he when he started prednisone | ask.when | tells -Prednisone (2020-05)
a | how old was she when the alendronate got underway? | ask | says 67
a | when were the antiresorptives commenced? | ask | says 2021-03-02
a | duration of alendronate so far | ask | says alendronate
a | alendronat since wehn? | ask | says 2021-03-02
a | first dose of alendronate on which date | ask | says 2021-03-02
a | when did her back pain set in | ask | tells
a | how long has she been taking alendronate | ask.duration | says since month 0 ; 24 months later (computed)
a | when was the T8 fracture and what grade | ask.when | says 2021-02-22 ; Genant grade 2
b | on which day did he have infusion number two | ask | says 2021-06-15
b | Date of the tumble in the garden? | ask | says 2020-05-02
b | how long between the first and the third infusion | ask | tells
b | list his medications with start dates | ask | says amsulosin ; oledronic
b | the exact day of his third zoledronate drip | ask | says 2022-06-15
b | how long was the wrist in plaster | ask | says six weeks
b | date of the wrist x-ray | ask | says 2020-05-02
m | was L2 before or after he started pred | ask.duration | says After ; since 2021-05 ; since then
m | was he already on pred when L2 broke? | ask.duration | says Yes ; 2021-05
m | when did he start pred? | ask.when | says 2021-05 ; -2022-08-11
s | how long on ris before TPT? | ask.duration | says risedronate ; Teriparatide
k | when was the transplant | ask | says 17.08.2017
h | how long after surgery did calcium recover | ask.duration | says 12 months ; 9.3
h | how long after surgery was the lowest calcium | ask.duration | says day 2 ; 7.9
t | when was the tumour taken out | ask.when | says 2019-09-16
t | when exactly was alfacalcidol stopped | ask.when | says 2019-11-04 ; -DOTATATE ; -2019-09-18
f | time from last dmab to the fracture | ask.duration | says 35 days ; 2021-09-09 ; 2021-10-14
f | last dose to fracture interval? | ask.duration | says 35 days
f | how long after the fracture was the nail put in? | ask.duration | says 1 day
f | was the wrist before or after alendronate | ask.duration | says The same time
c | when did we last see her | ask.when | says 2020-09-17 ; -2019
c | when did you first see her | ask.when | says 2019-03-14 ; -2020
y | time between discharge and first zol infusion? | ask.duration | says 32 days ; 2021-11-12
r | how old was she when teriparatide ended | ask.when | says Teriparatide (2022-08-01) ; 35
n | was the metatarsal # before or after the patch? | ask.duration | says no time is told of the patch ; 2017-11
"""

TWO_OF_A_ROW = """
d | how far apart were the last two doses | ask.duration | says 6 months ; 2022-04-05 ; 2022-10-05
d | interval between the last 2 denosumab injections? | ask.duration | says 6 months ; 2022-04-05 ; 2022-10-05
d | how far apart were the first two injections | ask.duration | says 6 months ; 2020-10-05 ; 2021-04-06
d | how far apart were the last two scans? | ask.duration | says 32 months ; 2020-02-05 ; 2022-10-05 ; -two years
b | how far apart were the last two infusions? | ask.duration | says 12 months ; 2021-06-15 ; 2022-06-15
b | gap between the first two scans? | ask.duration | says 12 months ; 2020-06-08 ; 2021-06-08
g | time between the last two scans | ask.duration | says 12 months ; 2020-01-08 ; 2021-01-08
p | interval between the last two denosumab injections | ask.duration | tells Nothing about denosumab
"""

INTERVALS = """
p | how long between the birth and the first visit? | ask.duration | says 31 days ; 2021-03-15 ; -2021-03-22
p | how many days from the first visit to the first injection | ask.duration | says 7 days ; 2021-03-15 ; 2021-03-22
p | how long between the first and the last scan? | ask.duration | says 22 months ; 2021-03-16 ; 2023-01-25
d | how long between the first and second denosumab doses? | ask.duration | says 6 months ; 2020-10-05 ; 2021-04-06
d | how long after the wrist did the hip break? | ask.duration | says 11 months ; 2019-11-05 ; 2020-09-28
d | how long from admission to surgery? | ask.duration | says 1 day ; 2020-09-28 ; 2020-09-29
b | how many months from the fracture to the first infusion? | ask.duration | says 44 days ; 2020-05-02 ; 2020-06-15
b | how long between the second and third infusions? | ask.duration | says 12 months ; 2021-06-15 ; 2022-06-15
d | how long from the knee replacement to the first denosumab injection? | ask | says no time is told ; -computed
p | how long was she on romosozumab and when? | ask.duration | says 12 months (stated) ; 2021-03-22
d | how long was she on alendronate? | ask.duration | says 4 months ; 2020-02-12 ; 2020-06
p | when was she last seen? | ask.when | says 2023-01-25
p | when was she last seen and how was she? | ask | says 2023-01-25 ; VAS: 2 ; RDQ: 0
d | when was the operation? | ask.when | says 2020-09-29 ; -nerve block
p | how long was she lost to follow up? | ask.duration | says ten months away ; -computed
p | when was the last romosozumab injection? | ask.when | says 2021-10-22 ; -2021-03-22
b | when was the last infusion of zoledronic acid? | ask.when | says 2022-06-15 ; -2020-06-15
d | which fracture came first, the wrist or the hip? | ask | says 2019-11-05 ; 2020-09-28 ; -T −2
b | when was the last zoledronate given? | ask.when | says 2022-06-15
d | when did she have the menopause? | ask.patient | says 44
d | did the hip fracture come after the wrist fracture? | ask | says Yes (computed ; 2020-09-28 ; 2019-11-05
d | did the wrist fracture happen after the hip fracture? | ask | says No (computed
d | did the hip break after alendronate was stopped? | ask | says Yes (computed ; 2020-06
v | did the vertebral fractures come after stopping denosumab? | ask | says The order cannot be told ; -wrist
g | when was prednisone started? | ask.when | says started on prednisone 60 mg ; -2018-11-20 (
l | when did she start smoking again? | ask.when | says Its beginning is not told in any note
g | how long after the start of prednisone did he fracture? | ask.duration | \
says start is not dated ; -0 days ; -computed
"""
