"""Answers to the assistant's own question, what it asks then, and what is no answer to it."""

from __future__ import annotations

__all__ = ["ROWS"]

ROWS = """
q | what did you ask? | talk | tells lumbar spine (L3-L4) ; Which is right?
q | -3.4, the letter was wrong | correct | edits t_score=-3.4 @ L3-L4
q | -3.4 | correct | edits t_score=-3.4 @ L3-L4
q | 3.4 | correct | edits t_score=-3.4 @ L3-L4
q | it should be -3.1 | correct | edits t_score=-3.1 @ L3-L4
q | -3.1 is wrong | correct | edits t_score=-3.4 @ L3-L4
q | the first one | correct | edits t_score=-3.4 @ L3-L4
q | the second | correct | edits t_score=-3.1 @ L3-L4
q | the latter is right | correct | edits t_score=-3.1 @ L3-L4
q | the first is wrong | correct | edits t_score=-3.1 @ L3-L4
q | trust the letter | correct | edits t_score=-3.1 @ L3-L4
q | the scan | correct | edits t_score=-3.4 @ L3-L4
q | the DXA report is right | correct | edits t_score=-3.4 @ L3-L4
q | the letter is a typo | correct | edits t_score=-3.4 @ L3-L4
q | neither, it was -3.3 | correct | edits t_score=-3.3 @ L3-L4
q | neither | answer.no | tells left open
q | both wrong | unknown | tells Still open ; Which is right?
q | -3.7 | unknown,correct,answer.no | tells ?
q | the letter says PTH 7.9 | ask,accept,unknown,correct | says 7.9
q | what was the T-score of the hip? >> the second one | unknown,ask | tells hip ; -now:
q | how did the hip change? >> -3.4 is right | correct | edits t_score=-3.4 @ L3-L4
q | -3.4 >> undo | undo | tells corrected Lumbar spine L3-L4: T-score ; Which is right? ; -t score
q | -3.4 >> undo >> the letter is right | correct | edits t_score=-3.1 @ L3-L4
q | yes | answer.yes | tells Say which one then ; Which is right?
p | 13 % is right | answer.no | tells It stays as it is told ; breastfeeding
p | the stated one | answer.no | tells It stays as it is told
p | +18.2 %, please | correct | edits change_percent=18.2 @ umbar
p | ok then leave it | answer.no | tells left open ; breastfeeding
p | skip >> ok then leave it | answer.no | tells left open ; hyperthyroidism
p | what disagrees? >> the second one | ask.conflict | tells breastfeeding ; If it is wrong, correct it here ; -+13 %
p | what disagrees? >> the second one >> no | answer.no | tells left open ; +13 %
p | what disagrees? >> number 3 | ask.conflict | says hyperthyroidism ; -breastfeeding woman
p | what disagrees? >> the ninth one | unknown,ask | tells nearest ; -now:
p | is there anything that doesn't add up? | ask.conflict | says Yes: ; +13 % ; -not tell the dose ; -tsh low
p | skip >> skip >> skip >> skip >> skip >> she is 34 | correct.patient | told Age: 34 years ; dose of Romosozumab
p | flibbertigibbet | unknown | tells The nearest that I can do ; Still open ; +18.2 %
p | how did the hip change? >> flibbertigibbet | unknown | tells The nearest that I can do ; -Still open
d | do we have her consent | ask | tells not told ; -Added
d | any consent yet | ask | tells not told ; -Added
d | how many records are left? | ask.progress | says are left ; -0 corrected
p | skip >> skip >> consent was given in writing on 3 March 2023 | answer.yes | told consent to pub ; hyperthyroidism
"""

DAYS_AND_SIDES = """\
e | what disagrees? >> the left one | ask,unknown,accept | tells -Corrected
e | it was the right wrist | correct | edits side=right @ wrist
e | left | correct | edits side=left @ wrist
e | the second one | correct | edits side=left @ wrist
e | the right one is right | correct | edits side=right @ wrist
e | no >> 4 March 2021 is right | correct | told 2021-03-04 ; -2022-03-04
e | no >> the first one | correct | told month 0
q | 8 March 2022 is right | unknown,accept,ask | tells -Corrected
e | skip >> skip >> skip >> skip >> mainly low back pain for three months | answer.yes,ask | told back pain
"""
