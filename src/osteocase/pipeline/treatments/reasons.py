"""Why a treatment was not given: for its price it is only spoken of, for a disease it must not be given."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["AGAINST", "why_not"]

AGAINST = (
    r"(?:(?:an?|her|his|the|this|that|such|severe|known|recent|active|significant|advanced|chronic|current|ongoing|poor"
    r"|impaired|low|previous|prior|past|old|strong|stage)\s+){0,3}"
    r"(?:e?GFR|CrCl|creatinine|clearance|kidneys?|renal|CKD|AKI|ESRD|dialysis|history|strokes?|TIAs?|ulcers?|bleed\w*"
    r"|ha?emorrhag\w*|anticoag\w*|warfarin|DOAC|stones?|GERD|GORD|reflux|DVTs?|PEs?|VTE|clots?|thrombos\w+|embol\w+"
    r"|CAD|MI|infarct\w*|an?gina|coronary|isch\w+|peripheral|heart|cardiac|HFrEF|arrhythmia\w*|QTc?|asthma|COPD"
    r"|pregnan\w+|breastfeeding|hypocalc\w+|hypercalc\w+|cirrhosis|liver|hepatic|varices|Barrett\w*|dysphagia"
    r"|(?:o?esophag|gastr)\w+|achalasia|cancers?|carcinoma|malignan\w+|metast\w+|radiotherapy|radiation|irradiation"
    r"|Paget\w*|allerg\w+|anaphyla\w+|lactic|pancreatitis|ONJ|osteonecrosis|jaw|dental|fall(?:s|ing)?|sedation|delirium"
    r"|dementia|confusion|seizures?|epilepsy|glaucoma|neutropeni\w+|thrombocytopeni\w+|platelets?|hyperkal\w+"
    r"|potassium|sodium|hyponatr\w+|hypotension|infections?|sepsis|tuberculosis|migraine|risk)\b"
)
"""Diseases and findings that stand against a drug."""
_NOT_DONE = re.compile(
    r"(?:\s*\([^()\n]{0,40}\))?\s+(?:(?:was|were|has\s+been|had\s+been|is|are)\s+)?(?:therefore\s+|also\s+|then\s+)?"
    r"(?:not|never|(?<=was)n['’]t|(?<=were)n['’]t)\s+"
    r"(?:used|chosen|given|started|prescribed|selected|offered|pursued|begun|initiated|commenced|favou?red|preferred"
    r"|administered|introduced|feasible|considered)\s*,?\s*"
    r"(?:because(?:\s+of)?|due\s+to|owing\s+to|given|in\s+view\s+of|on\s+account\s+of|on\s+grounds\s+of|as|since"
    r"|for\s+(?:reasons\s+of|fear\s+of)|for)\s+(?P<why>[^.;\n]{3,110})",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:costs?|costly|prices?|expens\w+|afford\w*|insur\w+|reimburs\w+|cover\w*|fund\w*|financ\w+|licen[sc]\w+"
    r"|(?:un)?availab\w+|supply|shortage|stock|approv\w+|access|logistic\w*|threshold|criteria)\b",
    re.IGNORECASE,
)
"""What has nothing to do with the patient's health."""
_NOT_FUNDED = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:currently\s+|unfortunately\s+)?not\s+(?:funded|licen[sc]ed|reimbursed|covered|approved"
    r"|on\s+(?:the\s+|our\s+)?formulary)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:patient|she|he|her|his|family|parents|parental)(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:prefer\w*|wish\w*|declin\w+"
    r"|refus\w+|reluct\w+|fear\w*|choice|want\w*|keen)\b",
    re.IGNORECASE,
)


_ILL = re.compile(AGAINST, re.IGNORECASE)


def why_not(text: str, end: int) -> str | None:
    """The status that the reason gives where a treatment ending at ``end`` ``was not used because of`` it."""
    if _NOT_FUNDED.match(text, end):
        return "mentioned"
    match = _NOT_DONE.match(text, end)
    if match is None:
        return None
    why = match["why"]
    found = {
        status: told.start()
        for status, told in (
            ("mentioned", _MONEY.search(why)), ("declined", _WISH.search(why)), ("contraindicated", _ILL.search(why)),
        )
        if told is not None
    }  # fmt: skip
    return min(found, key=lambda status: found[status]) if found else "contraindicated"
