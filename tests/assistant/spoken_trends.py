"""Questions of how something went over time: course, change, percentage, comparison of two times."""

from __future__ import annotations

__all__ = ["FOUNDING", "OF_A_STRETCH", "ROWS"]

FOUNDING = """
p | how are her bone turnover markers doing over time? | ask.trend | says 947 ; 21.0
p | Did the spine density go up under romosozumab? | ask.trend | says Yes ; 0.842 ; 1.028 ; -1.063
p | Has her pain improved? | ask.trend | says 9 ; 2
p | What happened to TRACP-5b after the drug was stopped? | ask.trend,ask.value | says 107 ; 263
p | percentage gain in hip BMD | ask.trend,ask.value | says 3.6
p | change in phosphorus between 6 and 12 months | ask.trend | says 2.8 ; 3.7
p | show me the trajectory of corrected calcium | ask.trend | says 8.6 ; 8.4 ; 8.8
p | is the RDQ getting better | ask.trend | says 11 ; 0
p | how much did the lumbar spine gain by month 12? | ask.trend | says 1.028 ; 22.1
p | P1NP curve | ask.trend | says 95.8 ; 21.0
p | Did TRACP-5b fall after starting romosozumab? | ask.trend,ask.value,ask.presence | says 947 ; 182
p | By how much did the hip density rise from baseline to month 22? | ask.trend | says 0.721 ; 0.747 ; 3.6
p | Course of VAS? | ask.trend | says 9 ; 3 ; 2
p | has there been any change in creatinine? | ask.trend | says 0.50 ; 0.54
p | Is the spine still improving after the treatment ended? | ask.trend | says 1.063
p | P1NP: before vs after | ask.trend | says 95.8 ; 21.0
p | Creatinine trend please | ask.trend | says 0.50 ; 0.54
p | how has the T-score at the hip evolved | ask.trend | says −1.8 ; −1.6
p | is P1NP lower than before? | ask.trend | says 95.8 ; 21.0
p | Has the RDQ gone down? | ask.trend | says 11 ; 0
p | how many percent did the spine increase by 22 months? | ask.trend | says 26.2
p | did calcium remain low? | ask.trend,ask.abnormal,ask.value | says 8.6 ; 8.8
p | Was there an improvement in VAS? | ask.trend | says 9 ; 2
p | What did the hip do between 12 and 22 months? | ask.trend | says 0.738 ; 0.747
p | spine BMD change in percent | ask.trend,ask.value | says 26.2
p | how much has TRACP dropped? | ask.trend | says 947 ; 263
p | did the T-score of the lumbar spine improve? | ask.trend | says −2.2 ; −0.6
p | Did the bone turnover fall? | ask.trend | says 947 ; 21.0
p | how did her function recover | ask.trend,ask.value | says 11 ; 0
p | TSH trend | ask.trend | says only one value
p | compare T-scores before and after treatment | ask.trend | says −2.2 ; −0.6
d | how did the right hip do on denosumab? | ask.trend | says 0.702 ; 0.741
d | has vitamin D risen? | ask.trend | says 58 ; 79
d | did her calcium stay stable? | ask.trend | says 2.31 ; 2.34
d | course of vitamin D over time | ask.trend | says 58 ; 79
d | has the spine got better since the hip fracture? | ask.trend,ask.presence | says 0.944
g | evolution of his ESR | ask.trend | says 14 ; 11
g | Did his back pain get any better? | ask.trend | says 7 ; 2
g | L2-L4 BMD trend | ask.trend | says 0.812 ; 0.925
g | Compare calcium at baseline and 24 months | ask.trend | says 9.4 ; 9.3
g | How has his pain developed over the years? | ask.trend | says 7 ; 2
g | how did the femoral neck respond to teriparatide | ask.trend | says 0.640 ; 0.663
g | How did the ODI change? | ask.trend | says 38 ; 14
g | How is his ODI developing? | ask.trend | says 38 ; 14
g | was there any gain at the total hip? | ask.trend | says 0.778 ; 0.801
"""

ROWS = """
p | how has the lumbar density moved since baseline | ask.trend | says 0.842 ; 0.995 ; 1.028 ; 1.063
p | so resorption came back up once romo was over, no? from what to what | ask.trend | says 107 ; 263
p | Please show the change of YAM of lumbar spine. | ask.trend | says 73 ; 86 ; 89 ; 92
p | % change LS BMD M0–M12 | ask.trend,ask.value | says 22.1
p | I should be grateful for the phosphate concentrations throughout the observation period. \
| ask.trend,ask.value | says 4.0 ; 2.8 ; 3.7 ; 3.5
p | To what extent had the hip's density increased at the last examination relative to the first? | ask.trend \
| says 3.6
p | since the suspension of romosozumab, how went the TRACP? | ask.trend,ask.value | says 263
p | Compare BMD in month 0 and month 22 | ask.trend,ask.value | says 0.842 ; 1.063
p | how many percent lumbar BMD increase in 12 month | ask.trend,ask.value | says 22.1
p | the hip between 6 and 12 months: up or down? | ask.trend | says 0.743 ; 0.738
p | by how much did VAS improve | ask.trend | says 9 ; 2
p | whats the calcium been doing | ask.trend,ask.value | says 8.6 ; 8.4 ; 8.8
p | did the turnover markers fall | ask.trend | says 947 ; 95.8
p | compare P1NP before and after treatment | ask.trend | says 95.8
p | how is the pain now compared with the start? | ask.trend,ask.value | says 9 ; 2
p | has the turnover calmed down since she received romo? | ask.trend | says 947 ; 263
p | contrast the RDQ of the first visit with the last one | ask.trend,ask.value | says 11 ; 0
p | how is the pain evolving from one visit to another | ask.trend | says 9 ; 2
p | tell me whether the lumbar BMD kept climbing until the end | ask | says 0.842 ; 1.063
p | did calcium move in the wrong direction on romosozumab | ask | says 8.6 ; 8.4
p | list T-scores and YAM at 12 months, plus VAS at 6 months | ask | says 3
p | did the spine density recover better than the hip's? | ask | says 1.063 ; 0.747
p | TRACP halfway through the course? | ask | says 182
p | percent change of P1NP baseline to 22 mo? | ask.trend | says −78.1 %
p | did the vit D come up? | ask.trend | says Not told in the notes: there is only one value
p | did the pain resolve? | ask.trend | says Yes ; 9 (month 0 ; 2 (22 months
p | did TRACP rise after stopping? | ask.trend | says Yes ; 107 ; 263 ; -947
p | was P1NP lower at 12 months than at 6? | ask.trend | says Yes: 29.6 ng/mL at 12 months against 56.0
p | is the 22 month T-score better than at 12? | ask.trend | says Yes: −0.6 T-score at 22 months against −0.9
p | TRACP baseline vs 22 months | ask.trend | says 947 (month 0, 2021-03-15) → 263 (22 months
p | compare spine and hip at 12 months and tell me which is worse | ask.trend | says Worse: Total hip −1.7
p | spine BMD change between stopping romo and the last visit | ask.trend | says 1.028 (12 months) → 1.063 ; -0.842
p | change in hip BMD from the start to the end of romosozumab | ask.trend | says 0.721 ; 0.738 (12 months) ; -0.747
p | spine vs hip change | ask.trend | says Gained more: Lumbar spine
p | how did the hip change? | ask.trend | says 0.743 (6 months, 2021-09-22)
p | which labs rose? | ask.trend | says albumin ; corrected calcium ; -phosphorus ; -thyroid ; -None
p | which labs fell over time? | ask.trend | says phosphorus ; -falls ; -albumin
p | which labs dropped? | ask.trend | says phosphorus ; -albumin ; -corrected calcium
p | lumbar BMD gain in the first 6 months? | ask | says 0.842 ; 0.995 ; +18.2
p | did TRACP-5b or P1NP drop more? | ask | says Fell more: procollagen ; 78.1 ; 72.2
p | how did the P1NP change since September 2021? | ask | says 56.0 ; 21.0 ; -95.8
p | did the hip T-score get better after romosozumab stopped? | ask | says Yes ; −1.7 (12 months ; −1.6 (22 months
d | bone formation marker on treatment, whats the number | ask.trend | says 19
d | did the 25-OH D go up or down over the years? | ask.trend | says 58 ; 71 ; 79
d | is the creatinin stable | ask.trend | says 68 ; 70
d | gain at LS between the 2 scans in % | ask.trend | says 9.8
d | I was wondering whether her vitamin D has come up nicely since we started the tablets | ask.trend \
| says 58 ; 71 ; 79
d | compare the left and right hip scores in 2020 | ask.trend,ask.value | says −2.5 ; −2.4
d | change of the right femoral neck please, in % | ask.trend,ask.value | says 4.5
d | BMD right hip now vs 2020 | ask.trend | says 0.702 ; 0.741
d | how much has the spine gained over the two years | ask.trend,ask.value | says 9.8
d | by how much did the lumbar spine gain between 2020 and 2022? | ask.trend | says −2.7 ; −2.0 ; -only one value
d | did the lumbar T-score change between 2020 and 2022? | ask.trend | says −2.7 ; −2.0
d | spine now as compared with two years earlier | ask.trend,ask.value | says 0.860 ; 0.944
d | 25OHD before versus after starting Adcal | ask.trend,ask.value | says 58 ; 79
d | how far did the right hip BMD climb | ask | says 0.702 ; 0.741
d | hip T score: then and now | ask | says −2.4 ; −2.1
d | calcium in 2022 compared to 2020? | ask | says 2.34 ; 2.31
d | which improved better, the spine or the right hip | ask | says 0.944 ; 0.741
d | which rose more, spine or hip? | ask | says 0.944 ; 0.741
d | 25OHD over time, please tabulate | ask | says 58 ; 71 ; 79
d | R total hip 2020 vs 2022 | ask.trend | says 0.702 ; 0.741 ; -0.690
d | vit D 2020 vs 2022, which is higher | ask.trend | says Higher: 79
d | which hip is worse? | ask.trend | says Worse: Left total hip −2.5
d | change in vitamin D between the wrist fracture and hip fracture | ask.trend | says 58 (−8 months ; → 71 ; -79
d | change in vitamin D from the wrist fracture to the hip fracture | ask.trend | says 58
d | which sites worsened? | ask.trend | says None of them
d | is calcium higher or lower than at the start? | ask | says Higher ; 2.31 ; 2.34 ; -Adcal
d | what was the percent change in lumbar BMD between the two scans? | ask | says 0.860 ; 0.944 ; +9.8
g | pain scores over time, one line | ask.trend | says 7 ; 6 ; 3 ; 2
g | Has his total hip really improved or is that all noise? | ask.trend | says 0.778 ; 0.801 ; 3.0
g | list me the prednisone taper in order, from the top dose down to zero | ask.trend | says 60 mg ; 15 mg \
; 7.5 mg ; 2.5 mg
g | ESR came down or not between first and second sample? | ask.trend | says 14 ; 11
g | Please give me the course of the Oswestry. | ask.trend | says 38 ; 22 ; 14
g | whats the biggest improvement in the spine bmd | ask.trend | says 0.812 ; 0.925 ; +13.9 %
g | Tell me please the evolution of the pain | ask.trend | says 7 ; 6 ; 3 ; 2
g | what did his back pain go from and to | ask.trend | says 7 ; 2
g | least significant change here? | ask.trend,ask.value | says 0.030
g | spine BMD then and now | ask.trend,ask.value | says 0.812 ; 0.925
g | what percent did the femoral neck gain at 24 mo | ask.trend,ask.value | says 3.6
g | his vitamin d went from what to what | ask.trend | says 34 ; 44
g | T12 vs L1: which is worse | ask.trend,ask.value | says Genant grade 2
g | hip T-score stable? | ask.trend,ask.abnormal | says −1.8
g | prednisone from start to end please | ask.trend,ask.value,ask.when | says 60 ; 2.5
g | I'd be keen to see how his oswestry evolved | ask.trend | says 38 ; 14
g | set the T-scores of the spine at start and end side by side | ask.trend,ask.value | says −2.7 ; −1.7
g | which gained more, the spine or the hip? | ask.trend,ask.extreme,ask.value | says 0.925 ; 0.801
g | juxtapose ESR before and one year after | ask | says 14 ; 11
g | has the hip density budged | ask | says 0.778 ; 0.801
g | did the hip BMD change significantly? | ask.trend | says No (computed) ; below the least significant change
g | was the spine change real | ask.trend | says Yes (computed) ; reaches
g | compare first and last T-score at the spine, which is lower | ask.trend | says Lower: −2.7
g | how did the pain change between first visit and end of teriparatide | ask.trend | says 7 (−2 months ; ) → 2
g | how did the prednisone dose change? | ask.trend | says 60 mg ; → 15 mg ; → 7.5 mg ; → 2.5 mg
g | how did the spine change and was it significant? | ask.trend | says 0.925 ; Yes (computed)
g | Did the L2-L4 BMD rise more in the first or the second year? | ask | says in the first year ; +10.0 ; +3.6
g | how much did the total hip gain during the second year | ask | says 0.786 ; 0.801 ; +1.9
g | spine vs hip, which gained more after 24 months | ask | says Gained more: Lumbar ; +13.9 ; +3.0
g | spine or total hip, which one gained more by 12 months? | ask | says Gained more: Lumbar ; +10.0 ; +1.0 ; -+13.9
g | has creatinine or the ESR changed more | ask | says Changed more: erythrocyte ; 21.4 ; 11.1
a | compared to baseline, where does the CTX stand at month 24? | ask.trend,ask.value | says 420 ; 176
a | by what amount did her spine BMD grow altogether | ask.trend,ask.value | says 0.768 ; 0.830
a | Good morning, might I trouble you for the phosphate from the baseline bloods | ask | says 3.6
a | Over the two years, was there bone loss or gain at the hip? | ask | says 0.700 ; 0.738
a | by how many percent did CTX fall | ask | says 420 ; 176
a | how does the last spine T-score stack up against the first | ask | says −2.5 ; −2.0
a | compare CTX of the start to that of 2022 | ask | says 420 ; 190
a | has the CTX dropped below 200 | ask | says 190
a | has her spine gone up by more than five percent? | ask | says 8.1
a | did P1NP fall by more than 50%? | ask.trend | says Yes ; 56.9
a | did P1NP fall by more than 60%? | ask.trend | says No ; 56.9
a | which went up more, spine or hip, and by how much? | ask.trend | says Gained more: Lumbar spine ; +8.1 ; +5.4
a | CTX at 12 compared to 24 months | ask.trend | says 190 (12 months ; → 176 (24 months ; -420
a | new fx under treatment? | ask | says No (told as absent) ; No new vertebral fracture
a | has she lost any bone mass | ask.trend | says No: ; 0.830
b | P1NP trajectory under zoledronate, please dig it out | ask.trend | says 47 ; 19
b | Did the lumbar density go the right way? | ask.trend | says 0.880 ; 0.942
b | vitamine D level stayed same over the years? | ask.trend,ask.abnormal,ask.value,ask.presence | says 76 ; 79
b | is the P1NP heading downwards since the infusions began | ask | says 47 ; 19
b | By how much has the right hip density risen under zoledronate? | ask | says 0.756 ; 0.797
b | T-score spine: improved or not? | ask | says −2.5 ; −2.0
b | largest percent gain of the hip | ask | says 5.4
b | evolution of eGFR | ask | says 86 ; 85
b | which site gained most? | ask.trend | says Gained more: Lumbar spine ; +7.0
b | hip T between first and third infusion | ask.trend | says −2.0 (month 0 ; ) → −1.7 (24 months
k | phosphate then and now | ask.trend | says 0.78 ; 0.96
k | did she gain bone | ask.trend | says Yes: ; 1.004
k | pred dose at each visit? | ask.trend | says 7.5 mg ; 5 mg ; 2020-03-16
h | ALP before and after the operation | ask | says 268 ; 92
t | what fell more, the FGF23 or the ALP? | ask | says Fell more: fibroblast ; 76.3 ; 44.9
f | compare hip density at baseline with three years later | ask.trend | says 0.698 ; 0.741
c | ferritin now versus before | ask.trend | says 6 ; 41
c | ttg trend | ask.trend | says >128 ; 34 ; -95
y | VAS at onset, discharge and now | ask.trend | says 8 ; 4 ; 2 (5 months
u | did the forearm improve? | ask.trend | says not beyond the least significant change ; 2.5 % ; -Yes:
u | did the left total hip improve? | ask.trend | says Yes:
u | which scan values fell | ask.trend | says None of them
u | which sites improved | ask.trend | says Left total hip ; Lumbar spine
3 | how did the spine change | ask.trend | says 0.781 ; → 0.874 ; without a month: 0.861 ; -→ 0.861
3 | latest spine T-score | ask | says −2.2 ; -−2.3
3 | spine BMD after twelve injections | ask | says 0.861 ; -0.874
"""

OF_A_STRETCH = """
p | percentage change of the spine over the first year | ask | says +22.1 % ; 0.842 ; 1.028 ; -+13 % ; -26.2
p | percent change of the hip BMD in the first year? | ask | says +2.4 % ; 0.721 ; 0.738 ; -+3.6
g | how many percent did the spine change in the first year | ask | says +10.0 % ; -13.9
d | spine BMD change from first to last in g/cm2 | ask.trend | says +0.084 g/cm² ; +9.8 %
d | difference in creatinine between the first and the last value | ask.trend | says +2 µmol/L ; +2.9 %
d | how did the creatinine change? | ask.trend | says +2.9 % ; -+2 µmol
b | pain at start vs now | ask.trend | says 3 ; 0 ; -1 (
p | has her weight gone up? | ask.patient | says 46.5 ; only once
b | what is a normal creatinine | ask.value | says reference 59 - 104 ; -Yes
b | how much height did he lose? | ask.value | tells Nothing about ; -did he
d | which values got worse over the two years? | ask.trend | says 2.31 ; -fall ; -fracture
g | what changed between the 12 and 24 month visits? | ask.value | says 0.893 ; 0.925 ; NRS: 3 ; Prednisone ; -0.812
g | what has changed since January 2020? | ask.value | says 0.925 ; calcium: 9.6 ; -0.812
p | what changed between month 6 and month 12? | ask.value | says 0.995 ; 1.028 ; propeptide: 56.0 ; -1.063
d | any changes between the first two visits? | ask.value | says 2.31 ; 2.29 ; femoral neck fracture ; -2.34
g | how much shorter has he got? | ask.value | says 5 feet 11-1/2 inches
b | which bone site gained the most? | ask.trend | says Gained more: Lumbar spine
g | where did the BMD fall? | ask.trend | tells -rule bmd
a | which of CTX and P1NP fell more? | ask.trend | says Fell more ; 58.1 ; 56.9
"""
