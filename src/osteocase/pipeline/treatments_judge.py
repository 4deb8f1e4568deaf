"""From heading, verbs, doses and context to the status of each mention; None where it makes no record."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments_course import settle_courses
from osteocase.pipeline.treatments_found import DRUGLIKE, HANDS_ON, Found
from osteocase.pipeline.treatments_laboratory import is_laboratory, is_quantity_too
from osteocase.pipeline.treatments_lists import bare_doses, inherit, share
from osteocase.pipeline.treatments_places import LISTS, Places
from osteocase.pipeline.treatments_status import StatusFinder, Verdict

__all__ = ["judge"]

_FORMERLY = re.compile(r"\b(?:previous|past|used to|former|tried|failed|complet|prior)", re.IGNORECASE)
_COMPLETED_DRUG = re.compile(r"complet|finish|vaccin|immuni|transfus|both|came to", re.IGNORECASE)
_OWN = re.compile(r"\b(?:her|his|their|your|my|(?:patient|pt)['’]s)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WORN = re.compile(r"\b(?:has|with|in|wearing|using)\s+(?:an?\s+|his\s+|her\s+|the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_PREFIX = re.compile(r"(?:^|[\s(,;:)])(?:tab|cap|inj|syp|syr|oint|tablet|capsule|injection)s?\.?\s+$", re.IGNORECASE)
"""``Tab.``, ``Cap.`` and ``Inj.`` before a name open a line of a prescription."""
_GAP = 30
_SENTENCE = 400
"""Characters of a sentence that are looked at on each side of a name."""
_BLOOD_AMOUNTS = {"mmol", "meq", "u", "l", "ml"}
"""Units that a blood test whose second half is lost may show as well as a dose."""
_IF = re.compile(r"\b(?:if|should (?:she|he|the patient|you)|in case of|in the event of|unless)\b", re.IGNORECASE)
_THEN = re.compile(r"[;.,]")
_NEGATES = re.compile(
    r"\b(?:no|not|never|nor|none|without|den\w+|negative|neither|absent|lack\w*)\b|n['’]t\b", re.IGNORECASE
)
_ONLY_THIS = re.compile(r"[,;–-]\s*(?:just|only|but)\s+$", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"\s*(?:use\s*)?[:–-]\s*(?:no|none|never|nil|denies|denied)\b", re.IGNORECASE)
_DECLINES = re.compile(
    r"[^.;\n]{0,60}(?:;|,|\.|\bbut\b)\s*(?:but\s+)?(?:she|he|the patient)\s+(?:has\s+|politely\s+)?(?:declin|refus)\w*"
    r"(?:\s+(?:for now|this|it|at this time|today|both))?\s*(?:[.;\n]|$)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\bfor\s+(?:[\w-]+[\s,]+){0,5}$", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|at this visit|this visit|this morning|now)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*(?:#|number|dose|injection|infusion)\s?(?:[2-9]|\d\d)\b", re.IGNORECASE)
_NO_TREATMENT = {"laboratory", "imaging", "densitometry", "comparison", "consent", "physical_examination", "technique"}
"""Sections where a drug's name alone is a test, a stain or a finding."""
_BEFORE_THE_OPERATION = {
    "present_illness", "chief_complaint", "indication", "risk_factors", "social_history", "obstetric_history",
    "assessment",
}  # fmt: skip


def judge(scan: Scan, found: Sequence[Found]) -> None:
    """Set the status of every mention."""
    places = Places(scan)
    statuses = StatusFinder(scan, [item.mention for item in found], [claim for item in found for claim in item.claims])
    spots = [places.place(item.mention.start) for item in found]
    for item in found:
        item.context = scan.context(item.mention.start, item.mention.end)
        item.verdict = statuses.verdict(item.mention.start, item.mention.end, item.end, operation=not item.is_drug)
    for item, following in itertools.pairwise(found):
        if _shares_noun(scan, item, following):
            item.verdict = following.verdict
    for item, place in zip(found, spots, strict=True):
        if _may_be(scan, item, place):
            _decide(scan, item, place)
    may = [
        _may_be(scan, item, place) and item.context.subject == "patient"
        for item, place in zip(found, spots, strict=True)
    ]
    inherit(scan, found, may)
    bare_doses(scan, found, spots)
    settle_courses(scan, found, spots)
    share(scan, found)
    _finish(scan, found, spots, places.is_operation_note)
    _leave_out_classes(scan, found)


def _shares_noun(scan: Scan, item: Found, following: Found) -> bool:
    """``B12 and iron deficiency``: the noun behind the second name belongs to both."""
    return (
        following.mention.start - item.mention.end <= _GAP
        and following.verdict.status == "talk"
        and following.verdict.strong
        and not item.regimens
        and re.fullmatch(r"\s*(?:and|or|/|,)\s*", scan.text[item.mention.end : following.mention.start]) is not None
    )


def _may_be(scan: Scan, item: Found, place: str) -> bool:
    """False where the name is an allergy, a result, denied, another's, or part of general talk."""
    section = scan.section_at(item.mention.start)
    if place == "heading" or section.effect == "not_patient" or (place == "allergies" and not _is_given(item)):
        return False
    verdict, listed = item.verdict, place in LISTS
    if verdict.status in {"allergy", "absent"} or (verdict.status == "talk" and (verdict.strong or not listed)):
        return False
    if _is_of_everyone(scan, item) or _is_purpose(scan, item):
        return False
    if _DENIED_AFTER.match(scan.text, item.mention.end) or _is_denied(scan, item) or is_laboratory(scan, item, place):
        return False
    item.subject = subject = "patient" if listed else _subject(item)
    if subject == "other" or (subject != "patient" and not verdict.strong):
        return False
    short = item.mention.variant == "exact" and item.mention.end - item.mention.start <= 2
    if short and not any(regimen.dose_unit for regimen in item.regimens):
        return False
    return not _is_conditional(scan, item, place)


def _is_of_everyone(scan: Scan, item: Found) -> bool:
    """``NSAIDs should be avoided in renal failure``: a class that opens a sentence without a person in it."""
    return (
        item.verdict.after
        and item.verdict.status in {"contraindicated", "planned"}
        and item.entry.drug_class == item.entry.id
        and scan.sentence_at(item.mention.start)[0] == item.mention.start
        and not _is_personal(scan, item)
    )


def _is_purpose(scan: Scan, item: Found) -> bool:
    """``aspirin for secondary stroke, thromboprophylaxis``: what it is for, not a second drug."""
    words = scan.text[item.mention.start : item.mention.end].lower()
    ahead = scan.text[max(0, item.mention.start - 60) : item.mention.start]
    return words.endswith(("prophylaxis", "prevention")) and _PURPOSE.search(ahead) is not None


def _is_given(item: Found) -> bool:
    """True where a full dose or a plain verb stands beside the name: no allergy is told so."""
    dosed = any(regimen.dose_unit and (regimen.frequency or regimen.route) for regimen in item.regimens)
    return dosed or (item.verdict.strong and item.verdict.status in {"ongoing", "started", "stopped", "planned"})


def _subject(item: Found) -> str:
    """Whose it is; under a heading of the family history a full dose is the patient's own again."""
    told = [cue for cue in item.context.cues if cue.category in {"family", "other_subject"}]
    if told and all(cue.rule.startswith("section.") for cue in told) and _is_given(item):
        return "patient"
    return item.context.subject


def _decide(scan: Scan, item: Found, place: str) -> None:
    verdict = item.verdict
    if place == "past_medications":
        item.decide("stopped" if verdict.status == "stopped" else "past", "medication_list")
    elif place == "stopped_medications" or (place in LISTS and _list_has_the_say(scan, item)):
        item.decide("past" if item.ended and place != "stopped_medications" else LISTS[place], "medication_list")
    else:
        said = _said(scan, item)
        if said in {"planned", None} and _DECLINES.match(scan.text, item.end):
            said = "declined"
        if said is not None:
            item.decide(said, "after_verb" if verdict.after else "before_verb")
        elif item.ended and not item.entry.needs_dose:
            item.decide("past", "period")
        else:
            _decide_unsaid(scan, item, place)


def _list_has_the_say(scan: Scan, item: Found) -> bool:
    """In a list of drugs only clear words (stopped, held, will start) say more than the list itself."""
    verdict = item.verdict
    if item.ended and not (verdict.strong and verdict.status == "stopped"):
        return True
    said = verdict.status not in {None, "past", "ongoing"} and (verdict.strong or verdict.after)
    return not said and not _FORMERLY.search(_cue_words(scan, verdict))


def _cue_words(scan: Scan, verdict: Verdict) -> str:
    return scan.text[verdict.cue[0] : verdict.cue[1]] if verdict.cue else ""


def _said(scan: Scan, item: Found) -> str | None:
    """The status that the governing verb gives to this kind of treatment."""
    verdict, kind, status = item.verdict, item.entry.kind, item.verdict.status
    if status is None or status == "talk":
        return None
    doubtful = item.entry.needs_dose or is_quantity_too(scan, item)
    if doubtful and not verdict.strong and not item.has_dose:
        return None
    words = _cue_words(scan, verdict)
    if kind == "lifestyle":
        return status if verdict.strong and status in {"ongoing", "completed", "past", "declined"} else None
    if status == "completed" and kind in DRUGLIKE and not _COMPLETED_DRUG.search(words):
        return None if verdict.after else "past"
    if item.ended and status == "stopped" and "holiday" in words:
        return "past"
    if kind == "surgery" and status in {"ongoing", "started"}:
        return "past"
    if status == "past" and item.entry.drug_class in {"vaccine", "blood_product"} and verdict.after:
        return "completed" if _TODAY.search(scan.text[item.end : item.end + 40]) else "past"
    if status == "past" and verdict.after and kind in DRUGLIKE and _TODAY.search(scan.text[item.end : item.end + 40]):
        ahead = scan.text[scan.sentence_at(item.mention.start)[0] : item.mention.start]
        numbered = _NUMBERED.match(scan.text, item.mention.end)
        return "ongoing" if _ORDINAL.search(ahead) or numbered else "started"
    if status == "past" and words.lower() == "given" and item.entry.osteoporosis_drug and not _has_time(scan, item):
        return "ongoing"
    return status


def _has_time(scan: Scan, item: Found) -> bool:
    start, end = scan.sentence_at(item.mention.start)
    return bool(scan.times_in(start, end))


def _decide_unsaid(scan: Scan, item: Found, place: str) -> None:
    """Status where no verb governs the name."""
    before = scan.text[max(0, item.mention.start - 40) : item.mention.start]
    kind, needs = item.entry.kind, item.entry.needs_dose
    if kind == "orthosis":
        if _WORN.search(before):
            item.decide("ongoing", "worn")
        elif place == "plan" and not needs:
            item.decide("planned", "plan")
    elif kind in HANDS_ON:
        if not needs or item.context.historical:
            item.decide("completed" if place == "procedure" else "past", "operation")
    elif kind in DRUGLIKE:
        _decide_unsaid_drug(scan, item, place, before)


def _decide_unsaid_drug(scan: Scan, item: Found, place: str, before: str) -> None:
    amount = any(regimen.dose_unit or regimen.frequency for regimen in item.regimens)
    own_name = not item.entry.needs_dose and not is_quantity_too(scan, item)
    behind = scan.text[item.end : min(item.end + _GAP * 2, scan.sentence_at(item.mention.start)[1])]
    if item.entry.drug_class == "vaccine" and item.entry.id != "vaccine" and _decide_vaccine(item, behind):
        return
    if own_name and _SINCE_NEXT.match(behind):
        item.decide("ongoing", "since")
        return
    if is_quantity_too(scan, item) and not any(regimen.frequency or regimen.route for regimen in item.regimens):
        amount = any(regimen.dose_unit and regimen.dose_unit.lower() not in _BLOOD_AMOUNTS for regimen in item.regimens)
    if _PREFIX.search(before):
        item.decide("started" if place in {"plan", "treatment"} else "ongoing", "prescription")
    elif item.has_dose and amount:
        new = {"plan": "started", "instructions": "planned", "given": "completed"}
        item.decide(new.get(place, "past" if item.context.historical else "ongoing"), "dose")
    elif own_name and _OWN.search(before):
        item.decide("ongoing", "own")
    elif own_name and place == "plan" and (item.entry.drug_class != item.entry.id or item.regimens):
        item.decide("planned", "plan")
    elif own_name and any(regimen.route for regimen in item.regimens) and place not in _NO_TREATMENT:
        item.decide("started" if place == "plan" else "ongoing", "route")
    elif (
        own_name and item.entry.drug_class != item.entry.id and place not in _NO_TREATMENT and _is_personal(scan, item)
    ):
        item.decide("planned" if place in {"plan", "instructions"} else "mentioned", "named")


def _decide_vaccine(item: Found, behind: str) -> bool:
    """``flu shot today`` was given, ``Pneumovax 2004`` long ago, ``Shingrix due`` will be."""
    for pattern, status in _VACCINATED:
        if pattern.match(behind):
            item.decide(status, "vaccine")
            return True
    return False


_SINCE_NEXT = re.compile(r"[\s,(]*(?:started\s+)?since\s", re.IGNORECASE)
_VACCINATED = (
    (re.compile(r"[^.;\n]{0,20}\b(?:today|given today|this visit)\b", re.IGNORECASE), "completed"),
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


def _is_personal(scan: Scan, item: Found) -> bool:
    """True where the sentence speaks of a person."""
    start, end = scan.sentence_at(item.mention.start)
    near = max(start, item.mention.start - _SENTENCE), min(end, item.mention.end + _SENTENCE)
    return _PERSON.search(scan.text, *near) is not None


_PERSON = re.compile(r"\b(?:she|he|her|his|him|hers|patient|pt|we|I|Mrs?|Ms|you|your)\b", re.IGNORECASE)


def _is_denied(scan: Scan, item: Found) -> bool:
    """A negation counts unless the verb that governs the name, or its dose, stands between the two."""
    if not item.context.negated or _ONLY_THIS.search(scan.text[max(0, item.mention.start - 12) : item.mention.start]):
        return False
    cue = item.verdict.cue
    for negation in (fired for fired in item.context.cues if fired.category == "negated"):
        if not _NEGATES.search(scan.text[negation.start : negation.end]):
            continue
        if negation.start >= item.end and (item.has_dose or "," in scan.text[item.mention.end : negation.start]):
            continue
        if cue is not None and negation.start < cue[1] and cue[0] < negation.end:
            continue  # ``not a candidate for``: the words are the cue's own
        if cue is None or item.verdict.after or negation.end > cue[0]:
            return True
        if len(re.findall(r"\w+", scan.text[negation.end : cue[0]])) < 2:
            return True
    return False


def _is_conditional(scan: Scan, item: Found, place: str) -> bool:
    """``if she takes calcium`` states nothing; ``if needed, we will start calcium`` is a plan."""
    if item.verdict.status in {"planned", "contraindicated", "declined", "started"} or (
        place == "plan" and item.is_drug
    ):
        return False
    start = max(scan.sentence_at(item.mention.start)[0], item.mention.start - _SENTENCE)
    ahead = list(_IF.finditer(scan.text, start, item.mention.start))
    return bool(ahead) and not _THEN.search(scan.text[ahead[-1].end() : item.mention.start])


def _finish(scan: Scan, found: Sequence[Found], spots: Sequence[str], operation: bool) -> None:
    """What is given once is completed when given; so is what an operation note tells, unless it tells of before."""
    for item, place in zip(found, spots, strict=True):
        if item.status == "ongoing" and operation and item.entry.kind in HANDS_ON:
            item.status = "completed"
        if item.status != "past":
            continue
        during = scan.section_at(item.mention.start).effect == "none" and place not in _BEFORE_THE_OPERATION
        once = item.entry.drug_class in {"vaccine", "blood_product"} and item.verdict.strong
        if once or (operation and during and not item.context.historical):
            item.status = "completed"


_NAMED_NEXT = re.compile(
    r"\s*(?:\(|of\s|such as\s|including\s|like\s|namely\s|:|,\s*namely|with\s|[-–—]\s|e\.g\.?,?|i\.e\.?,?|\s)"
    r"\s*(?:the\s+|a\s+)?",
    re.IGNORECASE,
)


def _names_next(scan: Scan, item: Found, following: Found) -> bool:
    """True for ``a beta blocker (atenolol)``: the drug itself comes right after its class."""
    one_drug = following.entry.drug_class != following.entry.id
    if following.mention.start - item.end > _GAP:
        return False
    named = _NAMED_NEXT.fullmatch(scan.text[item.end : following.mention.start]) is not None
    return one_drug and named and not item.has_dose


_TAKEN = {"ongoing", "past", "stopped", "started", "completed"}
_GENERAL_ORTHOSES = {"brace", "splint"}


def _leave_out_classes(scan: Scan, found: Sequence[Found]) -> None:
    """A class word makes no record of its own where the drug itself is named.

    ``her oral contraceptive Microgestin``, ``a beta blocker (atenolol)``, and ``steroids`` where prednisone is told. So
    with ``the brace`` after a TLSO, and with ``transfused`` before what was transfused.
    """
    named: dict[str, list[Found]] = {}
    for item in found:
        if item.status and item.entry.drug_class and item.entry.drug_class != item.entry.id:
            named.setdefault(item.entry.drug_class, []).append(item)
    orthoses = {item.entry.id for item in found if item.status and item.entry.kind == "orthosis"} - _GENERAL_ORTHOSES
    for position, item in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        if item.status is None:
            continue
        if item.entry.id in _GENERAL_ORTHOSES and orthoses:
            item.status = None
        if item.entry.id == "blood_transfusion" and following is not None and _is_product_of(scan, item, following):
            item.status = None
        if item.entry.drug_class != item.entry.id or item.status is None:
            continue
        if following is not None and _names_next(scan, item, following):
            item.status = None
        elif item.status in _TAKEN and not item.has_dose and item.entry.kind == "drug":
            members = [other for name in {item.entry.id, *item.entry.members} for other in named.get(name, ())]
            if members and item.entry.id == "glucocorticoid":
                item.status = None
            elif members and item.status == "stopped":
                _stop_members(item, members)


def _stop_members(item: Found, members: Sequence[Found]) -> None:
    """``d/c PPI``: the one that is in the list of drugs is stopped; of several nobody knows which."""
    taken = [other for other in members if other.status == "ongoing" and other.subject == item.subject]
    if len({other.entry.id for other in taken}) == 1:
        for other in taken:
            other.decide("stopped", "class")
        item.status = None


def _is_product_of(scan: Scan, item: Found, following: Found) -> bool:
    gap = scan.text[item.mention.end : following.mention.start]
    return following.entry.drug_class == "blood_product" and len(gap) <= _GAP and not re.search(r"[.;\n]", gap)
