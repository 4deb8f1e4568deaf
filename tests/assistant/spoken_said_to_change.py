"""Changes said with their reasons, called back or turned to another record; and all that a sentence of change tells.

The columns are as in ``spoken_first``; ``>>`` stands between turns.
"""

from __future__ import annotations

__all__ = ["SAID_TO_CHANGE"]

SAID_TO_CHANGE = """
a | Reject the 2021 L1-L4, only the hip was scanned that day. | delete | rejects L1-L4
b | delete the PTH, it was from another patient | delete | rejects parathyroid
b | delete the second creatinine, it was a duplicate of the first | delete | rejects creatinine
b | delete the second TSH, it was a duplicate of the first | delete | tells only one
g | reject L2 and L3, L4 was the only one they could read | delete | rejects Lumbar spine L
p | the T9 is right, the T7 was acute | accept,correct | edits acuity=acute @ T7
g | accept the T12 fracture >> actually no, take that out again | undo | changes undo
g | accept the T12 fracture >> no wait | undo | changes undo
g | add aspirin 100 mg daily >> take it out again please | undo | changes undo
g | accept the T12 fracture >> delete L1 | delete | rejects L1
g | reject the ESR of 2020 >> I meant the other one | delete | told 14 mm/hr
"""
