"""Status of a treatment that no verb governs: from its place, its dose, a date beside it, or how it is worn."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import DRUGLIKE, HANDS_ON, Found
from osteocase.pipeline.treatments.laboratory import is_doubtful, is_quantity_too

__all__ = ["decide_named", "decide_unsaid", "is_personal"]

_GAP = 30
_SENTENCE = 400
"""Characters of a sentence that are looked at on each side of a name."""
_OWN = re.compile(
    r"\b(?:her|his|their|your|my|home|usual|(?:patient|pt)['’]s)\s+(?:\w+\s+)?$"
    r"|\b(?:her|his|current|existing|usual|present|home|regular)\s+(?:[\w-]+\s+){1,3}\((?:\w+\s+)?$",
    re.IGNORECASE,
)
"""``her X``, ``current anticoagulation (X)``: what the patient takes."""
_WORN = re.compile(r"\b(?:has|with|in|wearing|using)\s+(?:an?\s+|his\s+|her\s+|the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_PUT_IN = re.compile(
    r"\b(?:immobili[sz]\w+|reduction|reduced|splint\w*|plac\w+|manage\w*|treat\w*|protect\w*)\s+(?:\w+\s+){0,3}(?:in|with)\s+"
    r"(?:an?\s+|the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""``immobilisation in a splint`` in a plan: it is put on now."""
_PREFIX = re.compile(r"(?:^|[\s(,;:)])(?:tab|cap|inj|syp|syr|oint|tablet|capsule|injection)s?\.?[ \t]+$", re.IGNORECASE)
"""``Tab.``, ``Cap.`` and ``Inj.`` before a name open a line of a prescription."""
_INJECTION = re.compile(r"\binj\w*\.?[ \t]+$", re.IGNORECASE)
_SERIES = re.compile(r"\bIV\b[^.;\n]{0,10}\b(?:x|times)\s?\d+\s+(?:doses|infusions)\b|\bIV x\s?[2-9]\b", re.IGNORECASE)
"""``200 mg IV x 5 doses`` in a plan: infusions that are to be given one after another."""
_BLOOD_AMOUNTS = {"mmol", "meq", "u", "l", "ml"}
"""Units that a blood test whose second half is lost may show as well as a dose."""
_FINISHED = re.compile(r"\b(?:finished|completed)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_SPAN_ON = re.compile(
    r"(?:^|[.,;:(\n|–-]|\b(?:19|20)\d\d\s|\b(?:review|visit|now|currently|follow-up|f/u|check))\s*(?:about\s+|nearly\s+|now\s+)?[\w-]{1,10}\s*"
    r"(?:days?|weeks?|wks?|months?|mo|mths?|years?|yrs?)\s+(?:on|into)\s+$",
    re.IGNORECASE,
)
"""``review, 2 months on romosozumab``, ``7 May 2024 2 months on it``: the visit falls into the treatment."""
_NO_TREATMENT = {"laboratory", "imaging", "densitometry", "comparison", "consent", "physical_examination", "technique"}
"""Sections where a drug's name alone is a test, a stain or a finding."""


def decide_unsaid(scan: Scan, item: Found, place: str) -> None:
    """Status where no verb governs the name."""
    before = scan.text[max(0, item.mention.start - 40) : item.mention.start]
    kind, needs = item.entry.kind, item.entry.needs_dose
    if kind == "orthosis":
        when = place != "plan" and not needs and _WORN_WHEN.match(scan.text, item.mention.end) is not None
        often = place != "plan" and not needs and any(regimen.frequency for regimen in item.regimens)
        put_on = place == "plan" and not needs and _PUT_IN.search(before) is not None
        if not put_on and (when or often or _WORN.search(before)):
            item.decide("ongoing", "worn")
        elif place == "plan" and not needs:
            item.decide("started", "plan")
        elif any(regimen.duration for regimen in item.regimens):
            item.decide("past", "worn")
    elif kind in HANDS_ON and place == "plan":
        if not needs:
            doubted = _DOUBTED.search(before) or _LIKELY.match(scan.text, item.mention.end)
            item.decide("mentioned" if doubted else "planned", "plan")
    elif any(regimen.duration for regimen in item.regimens) and kind not in DRUGLIKE:
        item.decide("past", "lasted")
    elif kind in HANDS_ON and (_DOUBTED.search(before) or _LIKELY.match(scan.text, item.mention.end)):
        item.decide("mentioned", "doubted")
    elif kind in HANDS_ON:
        if not needs or item.context.historical:
            item.decide("completed" if place == "procedure" else "past", "operation")
    elif kind in DRUGLIKE:
        _decide_unsaid_drug(scan, item, place, before)


def _decide_unsaid_drug(scan: Scan, item: Found, place: str, before: str) -> None:
    amount = any(regimen.dose_unit or regimen.frequency for regimen in item.regimens)
    own_name = not is_doubtful(scan, item)
    behind = scan.text[item.end : min(item.end + _GAP * 2, scan.sentence_at(item.mention.start)[1])]
    if item.entry.drug_class == "vaccine" and item.entry.id != "vaccine" and _decide_vaccine(item, behind):
        return
    if not item.entry.needs_dose and (_COUNTED.search(before) or _SINCE_NEXT.match(behind)):
        item.decide("ongoing", "since")
        return
    if not item.entry.needs_dose and not item.context.negated and _NOW_BEHIND.match(behind):
        item.decide("ongoing", "now")
        return
    if is_quantity_too(scan, item) and not any(regimen.frequency or regimen.route for regimen in item.regimens):
        amount = any(regimen.dose_unit and regimen.dose_unit.lower() not in _BLOOD_AMOUNTS for regimen in item.regimens)
    if _PREFIX.search(before):
        if place in {"plan", "treatment"}:
            item.decide("started", "prescription")
        elif place == "course" and (_INJECTION.search(before) or any(regimen.duration for regimen in item.regimens)):
            item.decide("completed", "prescription")
        else:
            item.decide("ongoing", "prescription")
    elif item.has_dose and amount:
        item.decide(_of_a_dose(scan, item, place), "dose")
    elif own_name and _OWN.search(before):
        item.decide("ongoing", "own")
    elif (
        not item.entry.needs_dose and any(regimen.duration for regimen in item.regimens) and place not in _NO_TREATMENT
    ):
        if _SPAN_ON.search(before):
            item.decide("ongoing", "own")
            item.regimens = [each._replace(duration=None, duration_unit=None) for each in item.regimens]
        else:
            finished = _FINISHED.search(scan.text, max(0, item.mention.start - 45), item.mention.start)
            gone = "completed" if finished else "past"
            item.decide("planned" if place in {"plan", "instructions"} else gone, "lasted")
    elif own_name and place == "plan" and (item.entry.drug_class != item.entry.id or item.regimens):
        item.decide("planned", "plan")
    elif own_name and any(regimen.route for regimen in item.regimens) and place not in _NO_TREATMENT:
        item.decide("started" if place == "plan" else "ongoing", "route")


def _of_a_dose(scan: Scan, item: Found, place: str) -> str:
    """What a dose without a verb means in a part of the note."""
    often = any(regimen.frequency for regimen in item.regimens)
    if place == "plan":
        return "planned" if _SERIES.search(scan.text, item.mention.end, item.end + _GAP) else "started"
    if place == "instructions":
        return "planned"
    if place == "given" or (place == "procedure" and not often):
        return "completed"
    if place == "assessment" and often and any(each.duration_unit in {"day", "week"} for each in item.regimens):
        return "started"  # ``Cellulitis: cephalexin 500 mg QID x 10 days``
    return "past" if item.context.historical and not (often and _by_section(item)) else "ongoing"


def decide_named(scan: Scan, found: Sequence[Found], spots: Sequence[str], may: Sequence[bool]) -> None:
    """A drug that is only named is a treatment that the note speaks of; a number behind it says that it is taken."""
    reported = _REPORT.search(scan.text, 0, _TITLE) is not None
    for item, place, allowed in zip(found, spots, may, strict=True):
        if item.status is not None or not allowed or item.verdict.status is not None or not item.is_drug:
            continue
        if is_doubtful(scan, item) or item.entry.drug_class == item.entry.id:
            continue
        if place in _NO_TREATMENT or not (is_personal(scan, item) or (not reported and _is_in_brief(scan, item))):
            continue
        short = any(regimen.duration and regimen.duration_unit not in {"month", "year"} for regimen in item.regimens)
        taken = "completed" if short and place == "course" else "ongoing" if item.has_dose else "mentioned"
        item.decide("planned" if place in {"plan", "instructions"} else taken, "named")


def _is_in_brief(scan: Scan, item: Found) -> bool:
    """True in notes of a few words without a verb: ``Combivir + NVP``, ``Pregnacare.``"""
    if not item.has_dose and _VALUE.match(scan.text, item.mention.end):
        return False
    start, end = scan.sentence_at(item.mention.start)
    near = scan.text[max(start, item.mention.start - _SENTENCE) : min(end, item.mention.end + _SENTENCE)]
    return _VERB.search(near) is None


_VALUE = re.compile(r"\s*[:=<>]?\s*\d")
_VERB = re.compile(r"\b(?:is|was|are|were|has|have|had|be|been|may|can|should|does|do|did)\b", re.IGNORECASE)
_TITLE = 200
_REPORT = re.compile(
    r"\b(?:DXA|DEXA|densitom\w+|bone (?:mineral )?density|MRI|CT|radiology|radiographs?|x-?rays?|scan|VFA)\b",
    re.IGNORECASE,
)
"""A title that announces the report of an image, in which a bare name is mostly part of general advice."""


_DOUBTED = re.compile(r"(?:\?|\bpossible|\bpossibly|\b\?\w+\s*/)\s*(?:\w+\s*/\s*)?$", re.IGNORECASE)


_LIKELY = re.compile(r"\s+(?:is\s+|will\s+be\s+)?(?:likely|possible|probable)\s*(?:[.,;)\n]|$)", re.IGNORECASE)
"""``fixation likely``: nobody has decided on it yet."""


def _by_section(item: Found) -> bool:
    """True where only the heading, such as the past history, makes it historical: a full dose is taken still."""
    told = [cue for cue in item.context.cues if cue.category == "historical"]
    return all(cue.rule.startswith("section.") for cue in told)


def _decide_vaccine(item: Found, behind: str) -> bool:
    """``flu shot today`` was given, ``Pneumovax 2004`` long ago, ``Shingrix due`` will be."""
    for pattern, status in _VACCINATED:
        if pattern.match(behind):
            item.decide(status, "vaccine")
            return True
    return False


_WORN_WHEN = re.compile(
    r"\s+(?:when|while)\s+(?:up|out|upright|walking|sitting|standing|mobili[sz]\w+|ambulat\w+)\b"
    r"|,?\s+on(?=\s*(?:[.,;)\n]|\Z))|,?\s+on\s+(?:at\s+all\s+times|day\s+and\s+night|round\s+the\s+clock)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:day|week|month|year|cycle|dose)\s+#?\d{1,2}\s+(?:of|on)\s+(?:her\s+|his\s+|the\s+)?$", re.IGNORECASE
)
"""``month 9 of X``: its time is counted as it passes."""
_SINCE_NEXT = re.compile(
    r"[\s,(]*(?:started\s+)?since\s+(?:(?:early|late|about|age|aged|the age of|the|his|her)\s+)*(?:\d|(?:jan|feb|mar"
    r"|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec|spring|summer|autumn|winter|last|childhood|diagnosis|birth|then)\w*)",
    re.IGNORECASE,
)
_NOW_BEHIND = re.compile(r"\s*[,(–-]?\s*(?:currently|at\s+present|presently)\s*(?=[.,;)\n]|$)", re.IGNORECASE)
"""``Hypertension (ramipril currently)``"""
_VACCINATED = (
    (
        re.compile(
            r"[^.;\n]{0,20}\b(?:today|given today|this visit"
            r"|(?:done|given|administered)\s+(?:in\s+(?:clinic|office|the\s+office)|here))\b",
            re.IGNORECASE,
        ),
        "completed",
    ),
    (re.compile(r"\s*(?:x\s?[1-4]\b|series\b)", re.IGNORECASE), "completed"),
    (re.compile(r"[^.;\n]{0,20}\b(?:due|needed|next|recommended|to be (?:done|given))\b", re.IGNORECASE), "planned"),
    (
        re.compile(
            r"[^.;\n]{0,25}\b(?:(?:19|20)\d\d|\d{1,2}/\d{2,4}|done|given|up to date|utd|(?:jan|feb|mar|apr|may|jun"
            r"|jul|aug"
            r"|sep|oct|nov|dec)[a-z]*|last (?:year|month|fall|autumn|winter))\b",
            re.IGNORECASE,
        ),
        "past",
    ),
)


def is_personal(scan: Scan, item: Found) -> bool:
    """True where the sentence speaks of a person."""
    start, end = scan.sentence_at(item.mention.start)
    near = max(start, item.mention.start - _SENTENCE), min(end, item.mention.end + _SENTENCE)
    return _PERSON.search(scan.text, *near) is not None


_PERSON = re.compile(r"\b(?:she|he|her|his|him|hers|patient|pt|we|I|Mrs?|Ms|you|your)\b", re.IGNORECASE)
