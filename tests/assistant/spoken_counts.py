"""Questions of how many: doses, fractures, results, records, notes."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | how many vertebrae are broken? | ask.count | says 4
p | how many times was P1NP measured? | ask.count | says 4
p | how many notes do you have? | ask.count | tells 11
p | How many drugs did she get? | ask.count | says Romosozumab
p | number of visits | ask.count | says 10
p | how many times was she scanned? | ask.count | says 4 examinations ; 2021-09-22
p | how many fractures does she have in total? | ask.count | says 5
p | how many notes are in this case? | ask.count | tells 11
p | number of fractures in the spine | ask.count | says 4
d | how many fractures has she had? | ask.count | says 2
g | how many fractures does he have? | ask.count | says 2
"""

ROWS = """
u | how many calciums over 99 | ask.count | tells None of
d | how many t-scores below -2.6 | ask.count | says 0.860 ; 0.660 ; -0.672
p | how often was she scanned by dxa | ask.count | says 4 examinations ; 2021-03-16 ; 2021-09-22 ; 2023-01-25
p | fractures in total, sacrum counted in | ask.count | says 5 ; T3 ; T7 ; T9 ; T11
p | which notes do we have | ask.count | tells dxa-report
p | how many notes | ask.count | tells 10
p | count the notes | ask.count | tells 11 notes
p | number of romosozumab injections documented | ask | says 12 months
p | how many acute vertebral fractures | ask | says T9 ; T11
p | number of visits with a VAS | ask | says 3
p | how many levels are broken | ask | says T9
p | how many vertebral fractures | ask.count | says 4: ; -sacral
p | how many abnormal labs at baseline | ask.count | says 6: ; -phosphorus
d | now then, how many pack years was it for this lady | ask.count | says 15 pack-years
d | No. of denosumab doses documented, with dates | ask.count,ask.when,ask.duration | says four doses ; 06/04/2021
d | how many units of drink in a week would she have | ask.count | says 4 units
d | she takes how many of Adcal per day | ask.count,ask.value | says Adcal-D3 ; twice daily
d | how many labs in total | ask.count | says 19
d | number of dxa exams she underwent | ask.count,ask.duration,ask.when | says 2
d | number of low trauma fractures? | ask | tells
d | how many fractures has she suffered | ask | says 2
d | how many fractures of the forearm | ask | says 1
d | how many drugs is she on | ask.count | says 4: ; -zoledronic
d | how many falls | ask.count | says 2:
d | how many denosumab doses so far | ask.count | says fifth ; -not told
g | number of vertebral fractures | ask.count | says 2
g | how many beers | ask.count,ask.value,ask.presence | says Two beers
g | vit d after twelve months, which number did the lab come back with | ask | says 41
g | how many vertebrae are affected in him? | ask | says 2
g | how many pack years did he clock up | ask | says 20 pack-years
g | how many lab panels are there | ask | tells
g | how often has the ODI been recorded | ask | says 3
g | how many notes are in this case | ask.count | tells 5
a | count of visits? | ask | says 3
a | how many dxa scans has this woman had | ask | says 3
b | how many infusions did he get so far | ask | says 3
b | how many times has his bone density been measured | ask | says 3 examinations
b | how many fractures does he have | ask | says 1
b | how many scans, and when | ask | says 3 examinations
b | how many different drugs does he get | ask | says 3
b | how many times was zoledronic acid infused | ask | says 3
b | total number of visits | ask | says 3
y | how many zol infusions so far? | ask | says Plan: second infusion ; -2 doses
p | how many romo injections has she had in all? | ask.count | says first injection given today ; 12 months ; -1 dose
p | is there a note from July 2022? | ask.count | tells No note is of that time ; 11 notes
p | any notes between April 2022 and January 2023? | ask.count | tells 2022-04-27 ; 2023-01-25 ; -2022-03-23
b | how often were bloods taken? | ask.count | says 3 times ; 2020-06-08 ; 2022-06-08
p | how many of her results improved? | ask | says Came into its range: 3 ; corrected calcium ; -cortisol
d | how many results got worse? | ask | says Left its range: 0 ; -19
p | which of her results improved? | ask | says Came into its range: 3 ; -only one value
"""
