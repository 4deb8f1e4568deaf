"""Colloquial questions, corrections in few words, exceptions and comparisons: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["TENTH"]

TENTH = """
d | G'day, what's her latest spine T? | ask.value,ask.extreme | says −2.0
d | Hb at the bone clinic? | ask.value | says 131
d | was she anaemic | decline | declines
d | tell me which drugs have been stopped | ask.value,ask.presence | says lendron
d | Alendronate ran from when till when | ask.when,ask.value,ask.duration | says 2020-02-12 ; 2020-06
d | who broke a hip in the family | ask.value,ask.presence | says other
d | how old was the mother when it happened | ask.value,ask.patient,ask.when | says 80
d | FRAX major? | ask.value | says 28
d | list the denosumab injections by date | ask.when | says 06/04/2021
d | did anybody check her thyroid | ask.presence,ask.value | says 1.9
d | ALP please and the reference | ask.value | says 92 ; 30–130
d | BMD right hip now vs 2020 | ask.trend | says 0.702 ; 0.741
d | how much has the spine gained over the two years | ask.trend,ask.value | says 9.8
d | weight in stones? | decline | declines
d | did she finish physio | ask.presence | none
d | is a coeliac screen on file | ask.presence,ask.value | says negative
d | source of the 12 % | ask.source | says 2020-02-05-dxa
d | the scan was on 6 Feb 2020 not the 5th | correct | asks
d | ESR of 12 is wrong, should be 21 | correct | edits value=21 @ sedimentation
d | denosumab 06/2020 not 10/2020 | correct | edits start=2020-06 @ enosumab
d | add teriparatide 20 mcg daily sc from Nov 2022, ongoing | add | adds eriparatide
d | trash the FRAX hip | delete | rejects FRAX
d | left total hip at baseline, scrap it | delete | rejects otal hip
d | all the fractures are right except the scaphoid | accept | accepts 5
d | finish up and give me the PDF | make_pdf | runs make_pdf
d | she asks whether she may fly to Spain | decline | declines
d | Would romosozumab have been the smarter choice? | decline | declines
d | is 25-OH D of 58 sufficient | ask.presence,ask.abnormal | says 58
d | translate the discharge letter into German | decline | declines
g | the guy's calcium, first one | ask.value | says 9.4
g | did anyone do a protein electrophoresis? result? | ask.presence | says negative
g | which statin and what dose | ask.value | says torvastatin ; 20
g | number of vertebral fractures | ask.count | says 2
g | T12 vs L1: which is worse | ask.trend,ask.value | says Genant grade 2
g | hip T-score stable? | ask.trend,ask.abnormal | says −1.8
g | what dose of pred when teriparatide started | ask.value | says 7.5
g | when did he come off steroids | ask.when | says 2020-05
g | prednisone from start to end please | ask.trend,ask.value,ask.when | says 60 ; 2.5
g | alcohol per week | ask.value,ask.presence | says Two beers
g | still smoking? | ask.presence | says not any more
g | diagnosis of GCA when | ask.when,ask.passage | says June 2018
g | occupation? | ask.passage | says mail carrier
g | the 13.9 %, is that computed or written | ask.source | says up 13.9%
g | Ward's triangle T | ask.value | says −2.4
g | gimme the whole labs at 24 mo | ask.value | says 9.3 ; 44
g | whats abnormal | ask.abnormal | tells None
g | is there PTH? | ask.presence,ask.value | says 38
g | no more pred after may 2020, right? | ask.value,ask.presence | says until 16 months
g | albumin should be 3.4 g/dL | correct | edits value=3.4 @ lbumin
g | change the baseline ODI to 83 | correct | edits value=83 @ ODI
g | L1 is grade 3 and T12 is grade 2 | correct | changes several
g | omeprazole is 40 mg | correct | edits dose=40 @ meprazole
g | he never smoked | correct | edits status=absent @ smoking
g | teriparatide was started on 7 January 2019 | correct | edits start=2019-01-07 @ eriparatide
g | put in a 10 year FRAX hip 4.1 % | add | adds FRAX
g | delete all scores | delete | rejects
g | confirm the pain scores | accept | accepts 4
g | accept kyphosis and height loss | accept | accepts 2
g | undo that please | undo | tells nothing to take back
g | call it Steroid spine | rename | changes rename
g | where would you start with him | decline | declines
g | are biologics an option | decline | declines
p | first T-score at the hip, please | ask.value | says −1.8
p | Ca corr, phosphate, albumin at month 12 | ask.value | says 8.6 ; 3.7 ; 4.7
p | did the turnover markers fall | ask.trend | says 947 ; 95.8
p | when was P1NP lowest | ask.extreme,ask.when | says 22 months
p | was the acute phase over by month two? how was the pain | ask.presence,ask.value | says VAS
p | what was used as osteoporosis drug | ask.value | says Romosozumab
p | for how long was vitamin D given | ask.duration | says since month 0
p | did she get anything after romosozumab | ask.presence,ask.value | tells
p | reason for the DXA | ask.passage,ask.reason | says back pain
p | has the sacrum healed | ask.presence | says Not told so ; acute
p | pls list visits with dates | ask.when | says 2021-05-21
p | when was she seen after month 12 | ask.when | says 2023-01-25
p | is the total hip left or right | ask.presence,ask.value | says Left total hip
p | any conflict about calcium | ask.conflict | says calcium
p | Are the fractures old? | ask.presence | says Not told so
p | what was the weight at the last visit | ask.patient | says 46.5
p | who is her mother's surgeon | ask.value | says mother
p | the sentence where teriparatide appears | ask.source | says contraindicated
p | T11 fracture: not seen on MRI | correct | edits status=absent @ T11
p | TRACP baseline 974 (typed 947) | correct | edits value=974 @ artrate
p | no, her mother was 77 | correct,answer.no | tells
p | BMI is 17.4 | correct.patient | patient bmi_kg_m2=17.4
p | romosozumab dose 210 mg | correct | changes several
p | add a dose of 210 mg to romosozumab | correct | changes several
p | reject the RDQ at 6 months | delete | rejects RDQ
p | everything from 2023 is fine, accept | accept | accepts +
p | skip | answer.no | tells Noted
p | what can go wrong with romosozumab | decline | declines
p | my own T-score is -3, is that bad? | decline | declines
"""
