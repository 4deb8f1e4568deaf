"""Ten more voices, from a pharmacist to a physiotherapist: see ``speaking`` for the columns."""

from __future__ import annotations

__all__ = ["EIGHTH"]

EIGHTH = """
g | How much calcium has he in blood? All of them | ask.value,ask.trend | says 9.4 ; 9.6 ; 9.3
g | The patient, does he drink? | ask.presence,ask.value,ask.patient | says lcohol
g | Tell me please the evolution of the pain | ask.trend | says 7 ; 6 ; 3 ; 2
p | In what date began the treatment with romosozumab | ask.when | says 2021-03-22
p | The TSH is diminished, no? | ask.abnormal,ask.value | says 0.283
p | since the suspension of romosozumab, how went the TRACP? | ask.trend,ask.value | says 263
p | change the height for 163 | correct.patient | patient height_cm=163
p | take away T3 | delete | rejects T3
g | He has 20 packs-year, who says it? | ask.source | says consult
g | is it better teriparatide or romosozumab? | decline | declines
g | The sedimentation rate? | ask.value | says 14 ; 11
g | Has he had a corticotherapy, and until when? | ask.presence | says 2020-05
d | menopause at what age | ask.patient,ask.value | says 44
d | The creatinine in 2022 in µmol? | ask.value | says 70
d | one finds no vertebral fracture at the VFA? | ask.presence,ask.value | says No
d | she takes how many of Adcal per day | ask.count,ask.value | says Adcal-D3 ; twice daily
d | I want to see the densitometries of the right hip only | ask.value,ask.trend | says 0.702 ; 0.741 ; -0.690
d | remove the second vitamin D | delete | rejects itamin D
d | the vitamin D of october 2020 must be 17, not 71 | correct | edits value=17 @ itamin D
d | what would be the diagnosis according to you? | decline | declines
g | Current meds? | ask.value | says alcium citrate
g | PMH | ask.passage | says Giant cell arteritis
g | FHx? | ask.value,ask.presence | says stroke
g | social hx | ask.passage | says Two beers a week
g | height loss, how much | ask.value | says he used to be 5 feet 11-1/2 inches
g | Any allergies? | ask.passage | none
g | BMI 25.5 is from which visit | ask.source | says consult
g | Mark the kyphosis as absent | correct | edits status=absent @ yphosis
g | d/c the aspirin from the record | delete | rejects spirin
g | pt c/o nausea ever? | ask.passage | says No nausea
d | which wrist was it | ask.value | says Right distal radius
d | NOF # left or right? | ask.value | says Left displaced femoral neck
d | # hip date | ask.when | says 2020-09-28
d | cemented or uncemented | ask.value | says cemented
d | any other #s since | ask.presence | says No
d | Colles: when, which side, how treated? | ask.when | says 2019-11-05 ; Right distal radius
d | VTE prophylaxis? | ask.value,ask.presence | says noxaparin
d | length of stay | ask.passage | says Admitted 28/09/2020 Discharged 06/10/2020
d | add # right 5th rib 10/01/2023 | add | adds rib
d | mechanism of the hip # | ask.passage | says fell in her kitchen
d | full drug list please with doses | ask.value | says mlodipine ; 5 mg ; lendron
d | enoxaparin dose/route/duration | ask.duration | says 40 mg ; 28 days
p | is she on any calcium supplement? | ask.presence,ask.value | none
p | romosozumab: route and interval | ask.value | says month
g | max prednisone dose on file | ask.extreme,ask.value | says 60 mg
g | prednisone on 1/8/2019 | ask.value | says 7.5
g | change teriparatide dose to 25 mcg | correct | edits dose=25 @ eriparatide
d | Adcal D3 frequency is once daily not twice | correct | asks
d | add clopidogrel 75 mg once daily since 2021 | add | adds lopidogrel
g | interaction between omeprazole and aspirin? | decline | declines
p | Compare BMD in month 0 and month 22 | ask.trend,ask.value | says 0.842 ; 1.063
p | how many percent lumbar BMD increase in 12 month | ask.trend,ask.value | says 22.1
p | what is the minimum value of P1NP and at which month | ask.extreme | says 21.0
p | list the reference interval of TRACP-5b | ask.value | says 120 ; 420
p | patient nationality? | ask.patient | tells Japanese
p | how many times of pregnancy | ask.patient | says 3
p | when baby was born | ask.when | says 2021-02-12
p | plot the lumbar BMD | ask.value | says 0.842 ; 1.063
p | accept lumbar BMD of month 6 | accept | accepts 1
p | predict BMD in month 34 | decline | declines
g | how far can he walk | ask.passage | says two miles a day
g | ODI at 1yr | ask.value | says 22
d | Balance class, was that arranged? | ask.passage | says balance class
p | can she hold the baby now | ask.presence | says able to hold her baby: present
p | RMDQ first vs last | ask.value,ask.trend | says 11 ; 0
p | pain at 6/12 and 12/12? | ask.value,ask.trend | says 3
g | what did his back pain go from and to | ask.trend | says 7 ; 2
d | pain on stairs after op | ask.value | says 3
p | what kind of brace did she have and how long in it | ask.value,ask.duration | says ewett ; 2 months
g | add VAS 1/10 at 30 months | add | adds VAS
p | which notes do we have | ask.count | tells dxa-report
p | rename this case to Baby back | rename | changes rename
d | what's the hospital number | decline | declines
d | open the DXA report | open_note | runs open_note
p | print it | make_pdf | runs make_pdf
p | finished, close it | quit | runs quit
p | what is in the letter from January 2023 | ask.value,ask.summary | says 1.063
d | who typed the fracture clinic letter | decline | declines
p | set aside the cortisol for now | defer | defers ortisol
p | STIR bright where? | ask.value | says T9 ; T11
p | MRI conclusion | ask.passage | says Recent fractures of T9 and T11
p | what did plain films show vs MRI | ask.value | says T7
g | Genant grades? | ask.value | says grade 1 ; grade 2
g | L2-L4 or L1-L4, which region was used | ask.value | says L2-L4
g | scanner make and model | ask.passage | says Hologic Horizon W
d | which DXA machine | ask.passage | says Lunar iDXA
g | least significant change here? | ask.trend,ask.value | says 0.030
p | T11: wedge rather than compression | correct | edits kind=wedge @ T11
p | sclerosis at T9 and T11, when noted | ask.passage | says osteosclerotic change in T9 and T11
p | any duplicates? | ask.conflict | tells !
d | how many labs in total | ask.count | says 19
p | how many notes | ask.count | tells 10
p | did I reject anything so far | ask.progress | tells 0
g | what is month 0 here | set_axis | tells first dose of teriparatide ; 2019-01-08
p | month zero should be the delivery date | set_axis | changes set_anchor
g | reviewed so far? | ask.progress | tells 0 of
g | T12 and L1: both confirmed | accept | accepts +
p | DXA month 12 hip Z-score? | ask.value | says Z-score: not told in any note
"""
