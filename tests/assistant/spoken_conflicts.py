"""Questions of what does not agree, within the notes or between them, and of the checks that find it."""

from __future__ import annotations

__all__ = ["FOUNDING", "ROWS"]

FOUNDING = """
p | anything that doesn't add up? | ask.conflict | says +13 %
p | do the numbers agree? | ask.conflict | says +13 %
p | inconsistencies between notes? | ask.conflict | says +13 %
p | Do you see any contradictions in the notes? | ask.conflict | says +13 %
p | what's inconsistent here? | ask.conflict | says +13 %
p | are all the percentages plausible? | ask.conflict | says +13 %
p | are there any discrepancies I should know of? | ask.conflict | says +13 %
p | where do the notes disagree | ask.conflict | says +13 %
p | do any values contradict each other? | ask.conflict | says +13 %
p | check the data for errors | ask.conflict | says +13 %
p | anything inconsistent? | ask.conflict | says +13 %
"""

ROWS = """
p | Is there anything in this file that does not add up? | ask.conflict | says lumbar spine ; +13 % ; +18.2 %
p | any duplicates? | ask.conflict | tells !
p | any conflict about calcium | ask.conflict | says calcium
p | is there a conflict in the BMD changes? | ask.conflict | says 18.2
p | is there a clash in what is written on the percent gain of the spine? | ask.conflict | says +13 %
p | anything in here that doesn't tally? | ask.conflict | says 18.2
p | which statements are at odds with the lab values? | ask.conflict | says hyperthyroidism
p | does anything clash with the exclusion of hyperthyroidism | ask.conflict | says hyperthyroidism
p | Take me to the first open discrepancy. | ask.conflict | says +18.2 % ; -hyperthyroidism
p | show me all discrepancies | ask.conflict | says +18.2 %
p | Accept the 13 percent discrepancy, reason: the report prints it so | ask.conflict | tells +18.2 % ; cannot be marked
p | show the checks | ask.conflict | runs show_checks
p | is the +13% at 6 months right? | ask.conflict | says No (computed) ; +18.2
p | is the 18.2 correct? | ask.conflict | says Yes
p | does the lumbar gain add up? | ask.conflict | says No: ; +18.2 % ; -Z-scores
p | are the hip percentages right? | ask.conflict | says No check finds fault ; +2.4 % (computed) ; -+18.2 ; -mother
p | is the arithmetic right? | ask.conflict | says No: ; +18.2 % ; -hyperthyroidism
p | is everything correct? | ask.conflict | says No: ; +18.2 % ; hyperthyroidism
p | is there anything to add? | ask.gap | tells Informed consent
p | are the numbers right? | ask.conflict | says No: ; +18.2 %
p | is the 4.5 % right? | ask.conflict | tells No record tells 4.5
p | is the 22.1% right? | ask.conflict | says No check finds fault with 22.1 ; 1.028
p | why is the menopause a conflict? | ask.conflict | says No check names that
d | do the notes clash with one another anywhere | ask.conflict | tells nothing that disagrees
d | do any two letters tell different stories about the smoking? | ask.conflict,ask.presence,ask.value | tells
d | which checks failed | ask.conflict | tells
d | the FRAX seems odd to me | ask,decline,ask.conflict | tells
g | do the documents contradict each other somewhere | ask.conflict | tells
a | verify whether the BMD gain matches its percentage | ask.conflict,ask.trend,ask.value | tells
a | inconsistencies? | ask.conflict | tells
b | any numbers that clash with one another? | ask.conflict | tells
b | do the numbers agree among the notes | ask.conflict | tells
p | neither, it was 17.9 | correct | tells +17.9 % ; Say yes
p | neither, it was 17.9 >> yes | correct | edits change_percent=17.9 @ umbar
p | the computed value | correct | edits change_percent=18.2 @ umbar
p | what do you mean? | talk | tells 18.2
p | P1NP at 12 months? >> no, 17.9 | correct | edits value=17.9 @ procollagen
p | does the 13% add up? | ask.conflict | says No (computed) ; +18.2 % ; -breastfeeding
p | do the numbers add up? | ask.conflict | says No: ; +18.2 %
p | does 22.1 % match? | ask.conflict | tells No check finds fault with 22.1 ; -18.2
p | what should I fix first? | ask.gap | says +18.2 % ; -breastfeeding
p | biggest problem? | ask.gap | says +18.2 %
p | where do I start? | ask.gap | says +18.2 % ; -TSH
b | what should I fix first? | ask.gap | tells Main concerns
p | what's the most important gap? | ask.gap | tells No age in years ; Can you tell it?
"""
