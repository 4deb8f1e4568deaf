"""What the program is to do: report, files, next record, notes, name, month zero, help; and talk beside the work."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | create the report | make_pdf | runs make_pdf
p | I'd like the PDF now | make_pdf | runs make_pdf
p | generate case report | make_pdf | runs make_pdf
p | save as json | save_json | runs save_json
p | what can I say here? | help | tells Correct:
p | help me | help | tells Correct:
p | show next | next_open | runs next_open
p | exit | quit | runs quit
p | thanks, bye | quit | runs quit
p | call this case Fragile after birth | rename | changes rename
p | use delivery as month zero | set_axis | changes set_anchor
p | put time zero at the first injection | set_axis | changes set_anchor
p | write the PDF please | make_pdf | runs make_pdf
p | can you make me the report? | make_pdf | runs make_pdf
p | give me the json | save_json | runs save_json
p | go to the next one | next_open | runs next_open
p | close | quit | runs quit
p | title: Osteoporosis of pregnancy treated with romosozumab | rename | changes rename
p | count from the first dose of romosozumab | set_axis | changes set_anchor
p | Make me a PDF | make_pdf | runs make_pdf
p | print | make_pdf | runs make_pdf
p | finish the report | make_pdf | runs make_pdf
p | export to JSON please | save_json | runs save_json
p | next please | next_open | runs next_open
p | what should I look at next? | next_open | runs next_open
p | good bye | quit | runs quit
p | rename to A fragile spine | rename | changes rename
p | make delivery month zero | set_axis | changes set_anchor
p | produce the PDF | make_pdf | runs make_pdf
p | export the case | save_json | runs save_json
p | what else can you do? | help | tells Correct:
p | how do I correct a value? | help | tells Correct:
p | leave | quit | runs quit
p | month 0 should be the delivery | set_axis | changes set_anchor
p | I want the report as PDF | make_pdf | runs make_pdf
p | save the case as JSON | save_json | runs save_json
p | go on | next_open | runs next_open
"""

ROWS = """
a | i want the case renamed to suitcase fracture | rename | told now called suitcase fracture
b | the case is called what? | rename | tells It is called
b | what is the title of the case | rename | tells It is called
p | make the report in Spanish | decline | declines
p | could i have the pdf in French please | decline | declines
p | next one | next_open | runs next_open
p | what sort of things can i type here | help | tells Ask: ; Correct:
p | export the case, json please | save_json | runs save_json
p | Let us proceed to the next. | next_open | runs next_open
p | Let the count of months begin at delivery. | set_axis | changes set_anchor
p | rename this case to Baby back | rename | changes rename
p | print it | make_pdf | runs make_pdf
p | finished, close it | quit | runs quit
p | month zero should be the delivery date | set_axis | changes set_anchor
p | i want it as json too | save_json | runs save_json
p | carry on please | next_open | runs next_open
p | export everything as json | save_json | runs save_json
p | sort by time | show | runs order
p | dark mode | show | runs theme
p | export labs to csv | show | tells osteocase batch
p | export as csv | show | tells export as JSON
p | title: Hip and wrist | rename | changes rename
p | open the six month note | open_note | runs open_note
p | go to the next record | next_open | tells corrected calcium
p | please take me to the next one | next_open | tells corrected calcium
p | go to the next fracture | next_open | says T7
p | show me the next fracture >> next fracture please | next_open | says T9
p | save it as a word document please | show | runs make_docx
d | make the pdf now | make_pdf | runs make_pdf
d | open the discharge summary for me | open_note | runs open_note
d | Grand, next one so | next_open | runs next_open
d | open the DXA report | open_note | runs open_note
d | bring up the follow up letter | open_note | tells 2022-10-05
d | finish up and give me the PDF | make_pdf | runs make_pdf
d | get me the printable version | make_pdf | runs make_pdf
d | open the note of the fracture clinic | open_note | runs open_note
d | open the discharge letter | open_note | tells 2020-10-06
d | export to word | show | runs make_docx
d | give me the docx | show | runs make_docx
d | hello there, how are you? | talk | tells Hello
d | great, thank you so much | talk | tells welcome
d | are you a robot? | talk | tells osteocase
d | draft the introduction for me | talk | tells I make no text up
d | please invent some references | talk | tells I make no text up
d | write the report | make_pdf | runs make_pdf
d | make the pdf and a word file | make_pdf | runs make_pdf
d | rename the case to Two falls and make the PDF | rename | runs make_pdf
d | rename the case to Wrist and hip | rename | told Wrist and hip
g | PDF. | make_pdf | runs make_pdf
g | how do I accept all of these? | help | tells ccept
g | what is month 0 here | set_axis | tells first dose of teriparatide ; 2019-01-08
g | call it Steroid spine | rename | changes rename
g | generate pdf | make_pdf | runs make_pdf
g | next lab | next_open | says calcium
g | give me a csv of the labs | show | tells format csv
g | CSV export of the labs please | show | tells format csv
a | Create the report as PDF, please, and tell me where the file is stored. | make_pdf | runs make_pdf
a | save it as pdf | make_pdf | runs make_pdf
b | go ahead and produce the report | make_pdf | runs make_pdf
b | make the PDF and say where it is saved | make_pdf | runs make_pdf
s | spreadsheet of the labs | show,unknown,ask.value | tells -P1NP
h | what does the discharge card say | open_note | runs open_note
t | open the pet report | open_note | runs open_note
t | oops, i meant phosphate | talk | tells nothing was changed
t | add a rib fracture in 2016 >> oops, i meant phosphate | talk | tells nothing was changed
c | good evening | talk | tells Hello
c | many thanks! | talk | tells welcome
d | print the timeline | ask.value | runs show_timeline
d | print the labs | ask.value | runs show_labs
d | run the checks again | ask.conflict | runs show_checks
d | save it as nb3391 | ask.progress | tells rename the case
d | how many open points are left? | ask.gap | tells of 79
d | count the months from the hip fracture | set_axis | tells Month 0 stays the first dose of denosumab
d | count the months from the wrist fracture | set_axis | told 2019-11-05 ; It was ; Say undo
d | count the months from the start of alendronate | set_axis | tells Month 0 stays ; Nothing was changed
d | count the months from the first fracture | set_axis | told 2019-11-05
d | stop the paracetamol in 2021 | correct | told paracetamol: stopped
g | he quit in 2006 | correct | edits time=2006 @ smoking
d | archive this case | show | runs show_cases
d | archive it please | show | tells f6 archives
k | count the months from tacrolimus | set_axis | tells I cannot count the months from that ; Nothing was changed
d | month 0 is 3 May 2020 | set_axis | tells I cannot count ; Month 0 stays the first dose of denosumab
"""

SEVERAL_WISHES = """\
d | remove the amlodipine and add ramipril 5 mg daily | delete | told Rejected: Amlodipine ; Added: ramipril
g | reject the testosterone and add CRP 3 mg/L on 11/19/2018 | delete | \
told Rejected: total testosterone ; Added: C-reactive
p | add a fracture of T5 and set T9 to subacute | add | told Added: T5 ; subacute
p | the TSH was 0.293, and please add an ESR of 14 mm/h that day | correct | told 0.293 ; Added: erythrocyte ; -No time
p | accept all labs, then show me what is left to check | accept | told Accepted ; are left
p | drop the ACTH and what was the cortisol? | delete | told Rejected: adrenocorticotropic ; 6.5
p | reject the RDQ of the first visit but keep the VAS | delete | told Rejected: RDQ ; Accepted: VAS: 9
b | there was also a fracture of the 7th rib on the left in March 2020, please add it | answer.yes,add | \
told rib ; -Add what
d | alendronate was stopped because of nausea and she now takes risedronate 35 mg weekly | correct | \
told (nausea) ; Added: risedronate: ongoing, 35 mg weekly
d | alendronate was stopped because of reflux and risedronate 35 mg weekly was started instead | correct | \
told (reflux) ; Added: risedronate
d | alendronate was stopped because of nausea and vomiting | correct | told (nausea and vomiting) ; -Added
d | alendronate was stopped in July 2020 because of nausea | correct | told −3 months ; -after the note
p | the baseline is the first romosozumab injection | set_axis | told first dose of romosozumab
p | use the first visit as the baseline | set_axis | told 2021-03-15
g | Lisinopril 10 mg once daily should be on the list | add | adds isinopril
s | add a left distal radius fracture in August 2020, low-trauma | add | told fragility
p | TSH 0.283 and free T4 0.9 are fine | accept | accepts 2
p | TSH 0.382 and free T4 0.9 are fine | correct | tells -Accepted
p | delete the month 12 P1NP and correct the phosphorus of that date to 3.8 | delete | told 3.8 ; Rejected
g | I need the ALP gone | delete | rejects alkaline
b | mark everything as reviewed and export the pdf | accept | runs make_pdf
b | reject the DXA of June 2021 | delete | told 2 records
d | accept the wrist fracture and put off the hip one | accept | told Left displaced femoral ; -total hip
p | make the baseline 22 March 2021 | set_axis | tells Nothing was changed
d | delete the dose of amlodipine | delete | edits dose=None @ mlodipine
p | remove romosozumab's end date | delete | tells -Rejected
b | reject P1NP 2022 and accept the rest of those labs | delete | told 2.40 mmol/L ; -2.38
g | delete the ALP of the first visit | delete | rejects alkaline
p | save the data as csv, please | show | tells CSV or Parquet
p | can I get an Excel sheet of the labs? | show | tells CSV or Parquet
p | can I have the data as csv? | show | tells CSV or Parquet
p | I need the labs in a spreadsheet | show | tells CSV or Parquet
p | export it as a comma separated file | show | tells CSV or Parquet
p | did she excel at sports? | decline | declines
p | make a new case | show | runs show_cases
p | start a new patient please | show | tells f7 begins one ; nothing was changed
p | new case | show | runs show_cases
p | is this a new case of hyperparathyroidism? | ask,unknown,advice | tells -f7
p | first show the checks, then make the report | ask.conflict | runs show_checks
"""
