"""What the words of a status mean for a kind of treatment: an operation is not stopped, a vaccine given is done."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import DRUGLIKE, HANDS_ON, Found
from osteocase.pipeline.treatments.once import INTO

__all__ = ["EARLIER", "is_of_late", "of_its_kind"]

_COMPLETED_DRUG = re.compile(r"complet|finish|vaccin|immuni|transfus|both|c[ao]me to|end of", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|at this visit|this visit|this morning|now)\b", re.IGNORECASE)
EARLIER = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|last|previous\w*|prior|by (?:his|her|the|their) GP|in (?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)\w*"
    r"|\d{1,2}/\d{2,4})\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*(?:#|number|dose|injection|infusion)\s?(?:[2-9]|\d\d)\b", re.IGNORECASE)
_SINCE_THEN = re.compile(
    r"[\s,(]*(?:ever\s+)?since\s+(?!the\s+(?:operation|surgery|fracture|fall)\b)[\w']", re.IGNORECASE
)
_SINCE = re.compile(r"[^.;]{0,60}?\b(?:since|(?:for|over) (?:the|these) (?:past|last))\s", re.IGNORECASE)
_EASES = re.compile(
    r"\b(?:falls|drops|decreases|eases|improves|settles|lessens|goes down|gets better|comes down|subsides)\b"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
"""``the pain drops to 2 after taking X``: what helps is taken."""
_COURSE_AHEAD = re.compile(r"\bcourse of\s+(?:\w+\s+)?$", re.IGNORECASE)


def of_its_kind(scan: Scan, item: Found, status: str, words: str) -> str | None:
    """What a status means for a drug, an operation, an orthosis, a vaccine or a blood product."""
    kind = item.entry.kind
    if kind in HANDS_ON:
        return _of_operations(scan, item, status)
    if kind in DRUGLIKE:
        return _of_drugs(scan, item, status, words)
    if kind == "orthosis" and status == "completed" and "remov" in words.lower():
        return "stopped"
    applied = status == "completed" and not any(regimen.duration for regimen in item.regimens)
    if kind == "orthosis" and (applied or (status == "past" and _is_of_today(scan, item))):
        return "started"
    return _of_blood_and_vaccines(scan, item, status)


def is_of_late(scan: Scan, item: Found, place: str) -> bool:
    """``had recently been started on X``: begun before this visit and taken still."""
    cue = item.verdict.cue
    if cue is None or place in _SPOKEN_NOW:
        return False
    if _RECENTLY.search(scan.text, max(0, cue[0] - 10), cue[1]) is not None:
        return True
    start, end = scan.sentence_at(cue[0])
    if _LAST_VISIT.search(scan.text, start, end) is not None and item.is_drug:
        return True
    if _DISCHARGED.search(scan.text, *cue) is None or _TO_BE.search(scan.text, max(0, cue[0] - 12), cue[0] + 8):
        return False
    return _BEFORE_THIS.search(scan.text, start, min(end, item.end + 40)) is not None


_LAST_VISIT = re.compile(
    r"\b(?:at|since|after|following)\s+(?:the\s+|her\s+|his\s+|our\s+|your\s+|my\s+)?(?:last|previous)\s+"
    r"(?:visit|appointment|review|clinic|consultation|follow-?up)\b",
    re.IGNORECASE,
)
"""``changed to X at the last visit``: taken since."""
_DISCHARGED = re.compile(r"\bdischarged\b", re.IGNORECASE)
_TO_BE = re.compile(r"\b(?:will|to|be)\b", re.IGNORECASE)
_BEFORE_THIS = re.compile(
    r"\bwho\s+was\b|\b(?:ago|last|since|earlier|previously|recent\w*|yesterday)\b|\bafter\s+(?:her|his|the)\s+\w+\s+in\b"
    r"|\bin\s+(?:early\s+|late\s+|mid[\s-])?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\b"
    r"|\b(?:readmitted|returns?|presents?|re-?presented|comes\s+back)\b",
    re.IGNORECASE,
)
"""``who was discharged on X in January``: the stay is over, and this is a later note."""
_SPOKEN_NOW = {"plan", "course", "instructions", "assessment"}
_RECENTLY = re.compile(r"\brecently\b", re.IGNORECASE)


def _of_operations(scan: Scan, item: Found, status: str) -> str | None:
    kind = item.entry.kind
    if kind == "procedure" and status == "ongoing" and item.entry.drug_class == "anaesthesia":
        return "past"
    if item.entry.drug_class == "blood_product" and status == "stopped":
        return "completed"  # ``replaced``
    if status == "stopped" and not item.verdict.after:
        ahead = _FOR_AN_OPERATION.search(scan.text, max(0, item.mention.start - 30), item.mention.start)
        if ahead is not None:  # ``hold X for a possible kyphoplasty``
            return "mentioned" if ahead["possible"] else "planned"
    if kind == "surgery" and status in {"ongoing", "started", "stopped"}:
        return "past"
    return _of_blood_and_vaccines(scan, item, status)


def _of_blood_and_vaccines(scan: Scan, item: Found, status: str) -> str | None:
    if item.entry.drug_class == "blood_product" and status == "stopped":
        return "completed"  # ``replaced``
    if status == "past" and item.entry.drug_class in {"vaccine", "blood_product"} and item.verdict.after:
        return "past" if EARLIER.search(scan.text[item.mention.start : item.end + 60].split("\n")[0]) else "completed"
    return status


def _of_drugs(scan: Scan, item: Found, status: str, words: str) -> str | None:
    verdict = item.verdict
    if status == "completed" and not _COMPLETED_DRUG.search(words):
        return None if verdict.after else "past"
    if status == "past" and _goes_on(scan, item, words):
        return "ongoing"
    course = _COURSE_AHEAD.search(scan.text[max(0, item.mention.start - 30) : item.mention.start])
    if status == "stopped" and words.lower() == "ended" and course:
        return "completed"
    if item.ended and status == "stopped" and "holiday" in words:
        return "past"
    told = _of_blood_and_vaccines(scan, item, status)
    today = (verdict.after and _is_of_today(scan, item)) or _opens_with_today(scan, item)
    today = today and not _TO_NO_AVAIL.search(words)
    if told == "past" and today and item.entry.drug_class not in _PRODUCTS:
        ahead = scan.text[scan.sentence_at(item.mention.start)[0] : item.mention.start]
        numbered = _NUMBERED.match(scan.text, item.mention.end)
        if verdict.after and not item.entry.osteoporosis_drug and _is_one_injection(item):
            return "completed"
        return "ongoing" if _ORDINAL.search(ahead) or numbered else "started"
    if told == "past" and words.lower() == "given" and item.entry.osteoporosis_drug and not _has_time(scan, item):
        return "ongoing"
    return told


def _is_one_injection(item: Found) -> bool:
    """``120 mg IM given today``: a dose into a muscle or a joint, of which nobody tells how often."""
    return bool(item.regimens) and all(
        regimen.dose and not regimen.frequency and regimen.route in INTO for regimen in item.regimens
    )


_TO_NO_AVAIL = re.compile(r"relief|benefit|improvement|help", re.IGNORECASE)
"""``took X this morning without relief``: taken before the visit, and over."""
_PRODUCTS = {"vaccine", "blood_product"}


def _goes_on(scan: Scan, item: Found, words: str) -> bool:
    """What was begun is taken still: ``has taken X since May``, ``got X every 6 months since 2020``."""
    if words.lower().startswith("has ") and _SINCE.match(scan.text, item.mention.end):
        return True
    if words.lower() in {"after taking", "after using"} and item.verdict.cue is not None:
        ahead = scan.text[scan.sentence_at(item.mention.start)[0] : item.verdict.cue[0]]
        if _EASES.search(ahead):
            return True
    steady = any(regimen.frequency for regimen in item.regimens)
    if steady and not item.verdict.after and _SINCE_THEN.match(scan.text, item.end):
        return True
    return _is_for_a_chronic_disease(scan, item, words)


def _opens_with_today(scan: Scan, item: Found) -> bool:
    """``Today she received X``."""
    start = scan.sentence_at(item.mention.start)[0]
    return _TODAY_FIRST.match(scan.text, start) is not None


_TODAY_FIRST = re.compile(r"\s*today\b", re.IGNORECASE)


def _is_of_today(scan: Scan, item: Found) -> bool:
    """Whether the sentence goes on to tell the day of the visit; the next one speaks of something else."""
    limit = min(item.end + 40, scan.sentence_at(item.mention.start)[1])
    return _TODAY.search(scan.text, item.end, limit) is not None


def _is_for_a_chronic_disease(scan: Scan, item: Found, words: str) -> bool:
    """``hypertension treated with amlodipine``: without ``was`` or a time, it is taken still."""
    verdict = item.verdict
    if verdict.cue is None or verdict.after or words.lower() not in {"treated with", "managed with", "controlled with"}:
        return False
    if item.ended or any(regimen.duration for regimen in item.regimens) or _LIMITED.match(scan.text, item.end):
        return False
    return _CHRONIC.search(scan.text, max(0, verdict.cue[0] - 60), verdict.cue[0]) is not None


_LIMITED = re.compile(r"[\s,(]*(?:for|until|till|from|between|in|during|before|as a)\s", re.IGNORECASE)
_FOR_AN_OPERATION = re.compile(
    r"\b(?:for|before|prior to|pending)\s+(?:(?:the|an?|her|his)\s+)?"
    r"(?:(?P<possible>possible|potential)|planned|upcoming|elective)?\s*$",
    re.IGNORECASE,
)
_CHRONIC = re.compile(
    r"\b(?:hypertension|diabetes(?: mellitus)?|hypothyroidism|asthma|COPD|gout|epilepsy|depression|hyperlipid\w+"
    r"|dyslipid\w+|hypercholesterol\w+|fibrillation|rheumatoid arthritis|parkinson\w*(?: disease)?|heart failure"
    r"|coronary artery disease|reflux(?: disease)?|GERD)\s*,?\s*(?:(?:well|currently|which is|and is|is)\s+)*$",
    re.IGNORECASE,
)


def _has_time(scan: Scan, item: Found) -> bool:
    start, end = scan.sentence_at(item.mention.start)
    return bool(scan.times_in(start, end))
