"""Wishes for the case in a few sentences."""

from __future__ import annotations

__all__ = ["FOUNDING", "LAST_VISIT", "ROWS"]

FOUNDING = """
p | give me the gist | ask.summary | says T9 ; omosozumab
p | run me through the case | ask.summary | says T9 ; omosozumab
p | Summarize, please. | ask.summary | says T9
p | who is this patient? | ask.summary | says T9
p | short summary of the case | ask.summary | says omosozumab
p | present the patient briefly | ask.summary | says T9
p | overview please | ask.summary | says omosozumab
p | tell me the story of this patient | ask.summary | says T9
p | brief overview of this case | ask.summary | says T9
"""

ROWS = """
p | sum up the whole story in a few phrases | ask.summary | says omosozumab
d | sum her up in three sentences | ask.summary | says Right distal radius ; femoral neck ; Alendronic acid ; Denosumab
d | summarise please | ask.summary | says adius
d | who is this lady and what happened to her bones? | ask | tells
d | give me a summary | ask.summary | says Fractures
g | new registrar on monday, give me the gist of this man | ask.summary | says T12 ; L1 ; Teriparatide \
; Zoledronic acid
g | could you pls sketch the case for our journal club | ask.summary | says eriparatide
g | summary in three lines pls | ask.summary | says eriparatide
b | hand me a synopsis | ask.summary | says zoledronic
b | present the patient | ask.summary | says zoledronic
g | what do you know about him | ask.summary | tells Lowest T-score ; L1 compression fracture
"""

LAST_VISIT = """
p | how is she now? | ask.value | says 2023-01-25 ; VAS: 2 ; RDQ: 0 ; No new vertebral fracture ; −0.6 ; -VAS: 9 ; -T9
p | did she break anything? >> and how is she now? | ask.value | says 2023-01-25 ; VAS: 2 ; -T9
d | how is she doing? | ask.value | says 2022-10-05 ; NRS: 1 ; 2.34 ; Denosumab ; -2.31
g | current status | ask.value | says 2021-01-08 ; NRS: 2 ; ODI: 14 ; -LEAST
d | how is the pain now? | ask.value | says NRS: 1 ; -2.34
b | how is he getting on these days? | ask.value | says 2022-06-15 ; NRS: 0 ; 2.40
"""
