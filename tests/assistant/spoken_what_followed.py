"""What came after the thing that was spoken of, and what broke the second time."""

from __future__ import annotations

__all__ = ["FOLLOWED", "NEW_SINCE", "OCCASIONS"]

FOLLOWED = """
d | when did she break her hip? >> what happened after that? \
| ask.value | says hemiarthroplasty ; Denosumab ; -alend ; -wrist
d | when did she break her hip? >> what was done after that? | ask.value | says hemiarthroplasty
p | when was the romosozumab stopped? >> and after that? | ask.value | says lost to follow-up ; -Romosozumab
g | when was teriparatide started? >> what happened next? | ask.value | says Zoledronic acid ; -compression
p | P1NP at 12 months? >> and then? | ask.value | says 21.0 ; -29.6
p | what happened after that? | talk | tells After what?
1 | what happened when denosumab was stopped? | ask.value | says T10 ; L3 ; -T −2.2
2 | did the dexa get better? | ask.trend | says Yes ; −1.9 ; −1.4
p | what happened when romosozumab ended? | ask.value | says lost to follow-up
"""

OCCASIONS = """
d | did she break anything the second time? | ask | says Yes ; femoral neck ; -radius
p | did she break anything the second time? | ask | says Not told in the notes ; one time ; -Yes
d | what did she break the first time? | ask | says distal radius ; -neck
d | what broke the third time? | ask | says Not told in the notes ; 2 times
"""

NEW_SINCE = """
1 | any new fractures since prolia was restarted? | ask | says No new fracture ; -T12 ; -T10
j | any fractures since the transplant? | ask | says Yes ; T6 ; T8 ; Told as old
d | any new fractures since the jab started? | ask | says No further fracture ; -radius
p | any new fractures? | ask | says No (told as absent) ; -mother
2 | did he break anything before the rib? | ask | says Not told in the notes for that time
2 | any fracture after the rib one | ask | says No fracture ; -seventh
b | did he fracture anything on treatment | ask | says No (told as absent) ; No new fracture ; Known before
g | did he break anything before the steroids | ask | says No time is recorded ; L1 ; -prednisone:
d | did she fall again after that | ask | says No, in these words ; has had no falls
"""
