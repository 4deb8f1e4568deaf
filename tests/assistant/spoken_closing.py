"""Questions that a sentence of the notes answers, whatever record is near; and those to which no sentence belongs."""

from __future__ import annotations

__all__ = ["CLOSING"]

CLOSING = """
h | how did she break the upper arm? | ask | says trivial fall
h | how was the broken humerus treated? | ask | says U-slab
h | how were the renal stones removed? | ask | says PCNL
h | what runs in her family? | ask | says No family h/o stones
h | did the pathologist find atypia? | ask | says no atypia
h | did her voice suffer, the larynx? | ask | says laryngeal nerve preserved
h | what did the sonogram show of the kidneys? | ask | says 5 mm calculus
h | blood pressure at the first visit? | ask.value | says 138/86
y | was there any neurologic damage? | ask | says No neurological deficit
y | what did endoscopy find? | ask | says were normal
y | why was a myeloma suspected? | ask | says myeloma not excluded
y | what was the ferrous sulfate for? | ask | says Iron deficiency anaemia
n | is she jogging these days? | ask | says jogs twice a week
n | did she vomit on purpose, any purging? | ask | says purging: no
n | is she at university or at school? | ask | says nursing school
n | was she given a bisphosphonate? | ask | says no bisphosphonate
n | which bone of the foot did she break? | ask | says metatarsal
d | who is to give the denosumab? | ask | says GP to give
d | can you tell me what she did before she retired? | ask | says school cook
g | how did his spine fractures happen? | ask | says lifted a bag
g | what did they give him prednisone for? | ask.reason,ask.value | says giant cell arteritis
f | ever any clots? | ask | says No history of clots
f | why was she referred? | ask | says wants a second opinion
f | what brought her to the clinic? | ask | says wants a second opinion
o | is his dad affected as well? | ask | says His father is affected
h | did she get a blood transfusion? | ask,decline | none
h | has she got a dog? | decline | declines
h | does parathyroidectomy usually cure? | decline | declines
h | what is the usual cure rate of parathyroidectomy? | decline | declines
y | how many brothers has she? | ask,decline | none
y | should she have another infusion of zoledronate? | decline | declines
y | is zoledronate safe for the jaw? | decline | declines
n | will she be able to conceive? | decline | declines
n | does she have a partner? | ask,decline | none
n | is the nurse any good? | decline | declines
d | has denosumab worked? | decline | declines
p | is the femoral neck T-score known? | ask | none
p | how was the TSH of her daughter? | ask,decline | none
k | eGFR in 2020? | ask.value | says at that time
g | what was the PTH? | ask.value | tells 38 ; -The notes say
g | list the fractures | ask | tells -The notes say
d | what was the lowest T-score? | ask.extreme | tells -The notes say
"""
