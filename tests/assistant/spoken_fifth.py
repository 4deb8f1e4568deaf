"""The fifth table of what clinicians say, written after the first four were mended."""

from __future__ import annotations

__all__ = ["FIFTH"]

FIFTH = """
p | What were the calcium levels during follow-up? | ask.value,ask.trend | says 8.6 ; 8.4
p | P1NP six months after starting romosozumab | ask.value | says 56.0 ; -95.8
p | What is her present TRACP-5b? | ask.value | says 263 ; -947
p | hip T-score, first scan | ask.value | says −1.8 ; -−1.6
p | which hormones were measured? | ask.value | says 0.283 ; 94.2
p | how severe was the disability at the start? | ask.value | says 11
p | state the dose and route of romosozumab | ask.value | says subcutaneous
p | what treatment did she have? | ask.value | says omosozumab
p | what's known about T11? | ask.value | says T11
d | T-score at the spine in October 2022 | ask.value | says −2.0
d | ALP result | ask.value | says 92
g | what was his PTH | ask.value | says 38
g | bone density of the femoral neck at two years | ask.value | says 0.663
p | Did the bone turnover fall? | ask.trend | says 947 ; 21.0
p | how did her function recover | ask.trend,ask.value | says 11 ; 0
p | TSH trend | ask.trend | says only one value
p | compare T-scores before and after treatment | ask.trend | says −2.2 ; −0.6
g | was there any gain at the total hip? | ask.trend | says 0.778 ; 0.801
p | what was the best hip T-score? | ask.extreme | says −1.6
p | when was pain worst? | ask.extreme | says 9
p | does she have Cushing's syndrome? | ask.presence | says No
p | Is there any evidence of hyperthyroidism? | ask.presence | says No
p | has she taken vitamin D? | ask.presence | says vitamin D
p | was her father affected? | ask.presence,ask.value,decline | none
p | did she wear a brace? | ask.presence | says orthosis
p | fracture of the sacrum? | ask.presence,ask.value | says acr
d | is she on a blood thinner? | ask.presence | says noxaparin
g | giant cell arteritis? | ask.presence | says giant cell arteritis: present
p | When did she have her MRI? | ask.when | says 2021-03-17
p | when was vitamin D started? | ask.when | says 2021-03-22
p | what date was the twelve month visit? | ask.when,ask.value | says 2022-03
d | when did alendronate begin? | ask.when | says 2020-02-12
p | how long did she use the orthosis? | ask.duration | says 2 months
p | where is it documented that teriparatide is contraindicated? | ask.source | says treatment-start
p | where is 0.995 recorded | ask.source | says six-months
p | who says she is a non-smoker? | ask.source | says never smoked
p | what were the abnormal results at presentation? | ask.abnormal | says 947 ; 9.1 ; -6.5
p | is her vitamin D low? | ask.abnormal | says Yes ; 9.1
p | was P1NP ever above normal? | ask.abnormal | says Yes ; 95.8
p | number of fractures in the spine | ask.count | says 4
p | what else do you need? | ask.gap | tells Informed consent
p | anything inconsistent? | ask.conflict | says +13 %
p | brief overview of this case | ask.summary | says T9
p | how many records remain? | ask.progress | says 0 of
p | BMI? | ask.patient | says 17.54
p | correct T9 to chronic | correct | edits acuity=chronic @ T9
p | TSH is 0.382 | correct | edits value=0.382 @ hyroid
p | the hip BMD at baseline reads 0.712 | correct | edits bmd_g_cm2=0.712 @ hip
p | VAS 8 instead of 9 at baseline | correct | edits value=8 @ VAS
p | it's the aunt, not the mother, who broke her hip | correct | edits subject=aunt @ femoral
p | her height is 161.5 | correct.patient | patient height_cm=161.5
g | T12 has grade 2 | correct | edits genant_grade=2 @ T12
p | add: alkaline phosphatase 90 U/L at 6 months | add | adds lkaline
p | add teriparatide 20 µg daily from March 2023 | add | adds eriparatide
p | remove all findings of back pain | delete | rejects ack pain
p | reject T7 and T9 | delete | rejects T
p | everything looks right, accept all | accept | accepts +
p | accept the DXA results | accept | accepts 8
p | decide on the PTH another time | defer | defers arathyroid
p | I want the report as PDF | make_pdf | runs make_pdf
p | save the case as JSON | save_json | runs save_json
p | revert the last change | undo | tells nothing to take back
p | go on | next_open | runs next_open
p | can she travel? | decline | declines
p | is it dangerous to continue? | decline | declines
p | how should I treat her? | decline | declines
p | what does osteoporosis mean? | decline | declines
p | what happens after stopping romosozumab? | decline | declines
p | is her calcium intake adequate? | decline | declines
p | tell me about another patient | decline | declines
p | who discovered P1NP? | decline | declines
p | will it rain | decline | declines
p | thank you very much | decline | declines
p | play chess with me | decline | declines
p | delete the database | decline | declines
p | increase the vitamin D dose | decline | declines
p | do you like me? | decline | declines
p | what is the average T-score at her age? | decline | declines
p | how was her daughter's TSH? | decline | none
"""
