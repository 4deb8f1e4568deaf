"""Several wishes at once, numbers in words, changes taken back, and what is not this case: see ``speaking``."""

from __future__ import annotations

__all__ = ["SIXTEENTH"]

SIXTEENTH = """
d | Her first ALP was 94 and the PTH 5.1, please correct both. | correct | sets alkaline=94 ; parathyroid=5.1
d | The first ALP and PTH were 94 and 5.1 | correct | sets alkaline=94 ; parathyroid=5.1
g | At 12 months the ESR was 12 and the CRP 3 | correct | tells C-reactive protein ; Nothing was changed
p | At 6 months TRACP was 183, not 182, and P1NP 57 | correct | sets tartrate=183 ; procollagen=57
d | both the ALP and the PTH were 94 | correct | tells each name with its own value
d | the ALP is right but the first PTH was 5.1 | correct,accept | tells each name with its own value
a | she took not alendronate but risedronate 35 mg once a week | correct | edits agent=risedronate @ risedronate
a | She had risedronate 35 mg, not alendronate. | correct | edits dose=35 @ risedronate
a | alendronate should be risedronate 35 mg | correct | edits agent=risedronate @ risedronate
a | it was not alendronate but risedronate | correct | edits dose=None @ risedronate
a | she took not alendronate but ramipril 5 mg | correct | tells Both alendronate and ramipril are recorded
a | alendronate is 35 mg once a week, not 70 | correct | edits agent=alendronate @ lendron
g | undo it now | undo | tells nothing to take back ; -note 2018
d | please undo everything | undo | tells nothing to take back
g | delete T12 >> undo >> undo | undo | tells nothing to take back
p | weight is 47 kg >> delete the free T4 >> forget everything I changed today | undo | tells free thyroxine ; weight
p | weight is 47.5 kg >> delete the free T4 >> undo | undo | tells rejected free thyroxine ; -weight
b | accept all labs >> i take back the ok for the P1NP results only | undo | reopens 3 procollagen
b | accept all labs >> undo the P1NP acceptance | undo | reopens 3 procollagen
b | accept all labs >> take back my approval of the creatinine at 12 months | undo | reopens 1 creatinine
b | accept the creatinine at baseline >> take back the ok for the P1NP | undo | tells No acceptance of
b | delete the wrist fracture >> undo the P1NP | undo | tells The last change is another one
b | accept all labs >> undo | undo | changes undo
g | The 12-month ESR was 12, not 11. Also delete the aspirin. | correct | sets sedimentation=12
g | the ESR at 36 months was 12 | correct | tells is recorded there ; It is recorded at:
a | delete the second TSH | delete | tells There is only one ; 1.9
a | delete the magnesium | delete | tells There is no ; to decide on
p | Please find the paper of Nomura in PubMed and compare with this case. | decline | declines
a | google her symptoms | decline | declines
d | search the literature for similar cases | decline | declines
d | open the record of NB-3392 | decline | tells NB-3392 stands in no note ; Say help
p | show me the chart of patient 4711234 | decline | tells stands in no note
d | open the note of the fracture clinic | open_note | runs open_note
g | Which drug is best for him after the zoledronic acid? | decline | declines
a | what would be the best therapy for her now? | decline | declines
p | what was her best T-score? | ask | says −0.6
d | right total hip at two years T score minus two point two | ask.value | tells Is it −2.2 and not −2.1?
d | right total hip at two years T score minus two point two >> yes | correct | edits t_score=-2.2 @ hip
d | right total hip at two years T score minus two point one | ask.value | says −2.1 ; -Is it
b | where does the plus seven point zero percent come from | ask.source | says second-year
d | the pack-years are wrong, it is ten and not fifteen | correct | edits detail=10 pack-years @ moking
d | her weight is fifty-six kilos | correct.patient | patient weight_kg=56
p | which of the two was earlier, T7 or T9 | ask,unknown,advice | tells
b | Fourth infusion of zoledronic acid 5 mg i.v. was given on 14 June 2023, please add it. | add | adds zoledron
b | add zoledronic acid 5 mg iv on 14 June 2023 | add | adds zoledron
p | weight shoud be 45.6 not 46.5 | correct.patient | patient weight_kg=45.6
g | creat 24mo shuold be 1.1 | correct | edits value=1.1 @ creatinine
p | T7 was acute as well, the radiologist rang me | correct | edits acuity=acute @ T7
p | what did the radiologist say of T7? | ask | tells
p | the corrected calcium was 8.5 >> the one at six months | correct | edits value=8.5 @ calcium
p | the corrected calcium was 8.5 >> the one at five years | ask,unknown,correct | tells
a | vit D at 12 months 43 | ask.value | tells 42 ng/mL ; Is it 43 and not 42?
a | vit D at 12 months 43 >> yes | correct | edits value=43 @ vitamin D
a | vit D at 12 months 43 >> no | answer.no,retract | tells
a | vit D at 12 months 42 | ask.value | says 42 ; -Is it
a | vit D at 12 months | ask.value | says 42 ; -Is it
p | Take me to the first open discrepancy. | ask.conflict | says +18.2 % ; -hyperthyroidism
p | show me all discrepancies | ask.conflict | says +18.2 %
p | Accept the 13 percent discrepancy, reason: the report prints it so | ask.conflict | tells +18.2 % ; cannot be marked
a | Create the report as PDF, please, and tell me where the file is stored. | make_pdf | runs make_pdf
b | make the PDF and say where it is saved | make_pdf | runs make_pdf
p | percent change of P1NP baseline to 22 mo? | ask.trend | says −78.1 %
p | percent change of the spine at 12 months? | ask | tells
d | eGFR at the two year visit? | ask.value | tells Nothing about estimated ; It is recorded at: ; -visit
d | creatinine at the two year visit? | ask.value | says 70 ; -visit
d | Why is there no left hip in the 2022 scan? | ask.reason | says prosthesis
g | why L1 is not in the densitometry | ask.reason | says excluded from analysis
g | how much height has he lost | ask.value | says 5 feet 11-1/2 inches
p | was she lost to follow-up | ask | tells
g | for which disease takes he the cortisone? | ask.reason | says giant cell arteritis
a | What did the patient say in her own words at the end? | ask.value | says I stand straight again
a | was the spine Z-score ever above zero | ask.abnormal | says Yes: ; 0.1 ; --0.6
b | was the P1NP ever above 100? | ask.abnormal,ask | says No: ; 47
b | What does the first note say about the outlook? | ask.passage | says The outlook with treatment is good.
b | what is the outlook for him? | decline | declines
g | add calcium 500 mg daily from May 2021 >> accept calcium and PTH | accept | tells parathyroid hormone: 38 ; -500 mg
g | add calcium 500 mg daily from May 2021 >> delete the calcium | delete | tells Which one ; calcium: 9.4 ; 500 mg
b | what's the weather like in London | decline | tells what was the lowest T-score? ; -whether
b | when will the spine break? | decline | tells The nearest that I can do: “was there a fracture
b | what did Mrs Miller's DXA show? | decline | tells I know only this case ; lowest T-score ; -Rankin
"""
