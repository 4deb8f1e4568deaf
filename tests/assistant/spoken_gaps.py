"""Questions of what is missing for a report, and of what is still to be decided on."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | what information is still lacking for publication? | ask.gap | tells Informed consent
p | What haven't you found? | ask.gap | tells Informed consent
p | which CARE items are still open? | ask.gap | tells Informed consent
p | do we have consent? | ask.gap,ask.presence | tells onsent ; -Yes
p | how many records are left to check? | ask.progress | says 0 of
p | where are we with the review | ask.progress | says 0 of
p | what do you still need from me? | ask.gap | tells Informed consent
p | Is the CARE checklist complete? | ask.gap | tells Informed consent
p | what can't be found in the notes? | ask.gap | tells Informed consent
p | how much have I reviewed? | ask.progress | says 0 of
p | What do I still have to add for the case report? | ask.gap | tells Informed consent
p | list the missing CARE items | ask.gap | tells Informed consent
p | am I finished? | ask.progress | says 0 of
p | how many entries are still unreviewed? | ask.progress | says 0 of
p | is anything left out for CARE? | ask.gap | tells Informed consent
p | what is not documented? | ask.gap | tells Informed consent
p | how many have I accepted? | ask.progress | says 0 of
p | what else do you need? | ask.gap | tells Informed consent
p | how many records remain? | ask.progress | says 0 of
"""

ROWS = """
p | what of the baseline blood panel never got repeated afterwards | ask.value | says Measured only once (7) \
; 25-hydroxyvitamin D: 9.1 ; cortisol: 6.5 ; -creatinine
p | How far are we, what have I still to go through? | ask.progress | says 0 of 103
p | how many queries remain open? | ask.progress,ask.conflict,ask.gap | tells 0 of
p | did I reject anything so far | ask.progress | tells 0
p | what would a reviewer find lacking | ask.gap,decline | tells
p | open the CARE checklist | ask.gap | tells Missing
p | what have we changed? | ask.progress | tells 0 records were corrected
p | which of the drugs have i changed? | ask.progress | tells 0 records were corrected
p | save it | ask.progress | tells is kept as it is made
p | what is missing? | ask.gap | tells Missing ; -are reviewed
p | can I publish this now? | ask.gap | says 18.2 % ; not decided on
d | have I signed everything off yet | ask.progress | says 0 of
d | is anything left over that a CARE report would need? | ask.gap | tells
d | everything I have accepted | ask.progress | tells 0 records were accepted
d | show only the undecided fractures | ask.progress | says still to review ; radius ; -denosumab
d | did she miss the appointment? | ask,unknown | tells -four doses
d | what else is left before I can submit? | ask.gap | tells not decided on ; Missing
d | anything else to do before the report? | ask.gap | tells not decided on ; Missing
d | what is missing? | ask.gap | tells Missing ; -not decided on
g | what's missing here if I want to publish him | ask.gap | tells Missing
g | reviewed so far? | ask.progress | tells 0 of
g | what is missing for publication | ask.gap | tells Missing
g | how is my checking of the records coming along? | ask.progress | tells reviewed
g | what is lacking according to CARE | ask.gap | tells
g | which labs are not reviewed yet? | ask.progress | says still to review ; testosterone ; -T12
a | which CARE items do I still lack | ask.gap | tells
a | how far did I get with checking the records | ask.progress | tells reviewed
a | what must I still supply before submission | ask.gap | tells
a | am I finished with the review? | ask.progress | tells reviewed
b | how much reviewing work remains | ask.progress | tells reviewed
b | what's still to be filled in for CARE | ask.gap | tells Missing
h | did you change the phosphorus? | ask.progress | tells No: 0 records were corrected
r | have you deleted anything? | ask.progress | tells No: 0 records were rejected
p | is calcium missing at 12 months? | ask | says No, it is there ; 8.6 ; -Keywords
d | is PTH missing at 24 months? | ask | tells Yes: no parathyroid hormone ; −8 months
d | is the CTX missing? | ask | tells Yes: nothing about
d | is anything missing for the report? | ask.gap | tells Missing
"""
