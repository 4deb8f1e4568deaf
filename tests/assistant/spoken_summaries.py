"""Wishes for the case in a few sentences."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

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
