"""Treatments: drugs, supplements, orthoses and operations that the patient takes, took, plans or declines.

A name of the lexicon becomes a record when the text says that it is the patient's: a medication list, a verb, a dose,
or a list with others that have one. Allergies, levels in blood, general talk and denials make none.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.treatments.again import with_second_courses
from osteocase.pipeline.treatments.found import Found, find_names
from osteocase.pipeline.treatments.future import plan_what_lies_ahead
from osteocase.pipeline.treatments.judge import judge
from osteocase.pipeline.treatments.lasting import tell_doses_given, tell_durations
from osteocase.pipeline.treatments.merge import merged
from osteocase.pipeline.treatments.periods import Times
from osteocase.pipeline.treatments.regimen import Regimen, grammar_of
from osteocase.pipeline.treatments.times import treatment_times

__all__ = ["DECISIONS", "find_treatments"]

DECISIONS = "treatment_decisions"
"""The fact of a scan that holds, by the place of a name, the steps that decided on its status."""


_COUNT = re.compile(r"\d+")
_QUALIFIERS = re.compile(
    r"(?:\b(?:left|right|bilateral|total|partial|subtotal|percutaneous|open|posterior|anterior|lumbar|cervical"
    r"|thoracic|surgical"
    r"|decompressive|revision|previous)[ \t]+)+$",
    re.IGNORECASE,
)
_ORAL_FORM = re.compile(r"(?:^|[\s(,;:)])(?:tab|cap|syp|syr|tablet|capsule)s?\.?\s+$", re.IGNORECASE)
_INJECTED_FORM = re.compile(r"(?:^|[\s(,;:)])inj(?:ection)?s?\.?\s+$", re.IGNORECASE)
_INJECTIONS_OF = re.compile(r"\binjections?\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)
_INJECTIONS = re.compile(r"\s+(?:(?:self-)?inject(?:ions?|ed)|shots?|jabs?)\b", re.IGNORECASE)
_BRACED_PART = re.compile(
    r"\b(?:on|in|for|of|to|at)\s+(?:the|his|her|their)?\s*(?:left|right)?\s*(?P<part>\w+)", re.IGNORECASE
)


def find_treatments(scan: Scan) -> list[Draft]:
    """Drafts of every treatment in a text, in its order."""
    found = find_names(scan)
    tell_durations(scan, found)
    is_operation = judge(scan, found)
    scan.facts[DECISIONS] = {(item.mention.start, item.mention.end): item.trail for item in found if item.status}
    tell_doses_given(scan, found)
    times = treatment_times(scan, found, is_operation=is_operation)
    drafts = [
        draft
        for item, told in zip(found, times, strict=True)
        if item.status is not None
        for draft in _drafts(scan, item, told)
    ]
    drafts = with_second_courses(scan, drafts)
    plan_what_lies_ahead(scan, drafts)
    return merged(scan, drafts)


def _drafts(scan: Scan, item: Found, times: Times) -> list[Draft]:
    """One draft a regimen; what follows another begins later, and what is followed ends earlier than the whole."""
    regimens: list[Regimen | None] = [*item.regimens] or [None]
    steps = any(regimen is not None and regimen.later for regimen in regimens)
    drafts = []
    for number, regimen in enumerate(regimens):
        left_out = {"start"} if steps and number else set()
        left_out |= {"start"} if regimen is not None and regimen.reduced else set()
        left_out |= {"stop"} if steps and number + 1 < len(regimens) else set()
        own = {name: told for name, told in times.items() if name not in left_out}
        if steps and regimen is not None:
            own = _of_step(scan, item, number, regimen, own)
        drafts.append(_draft(scan, item, regimen, own))
    return drafts


def _of_step(scan: Scan, item: Found, number: int, regimen: Regimen, times: Times) -> Times:
    """``100 mg tonight and 200 mg b.i.d. from tomorrow``: each step has the time right behind it."""
    limit = item.regimens[number + 1].start if number + 1 < len(item.regimens) else regimen.end + _STEP_REACH
    for time in scan.times_in(regimen.start, limit):
        behind = time.start >= regimen.end and _STEP_TIME.fullmatch(scan.text, regimen.end, time.start)
        if time.kind in {"date", "relative"} and (behind or time.end <= regimen.end):
            return {**times, "start": (time_draft(scan.text, time), (time.start, time.end))}
    start = times.get("start")
    if start is not None and start[1][0] >= limit:
        return {name: told for name, told in times.items() if name != "start"}
    return times


_STEP_REACH = 25
_STEP_TIME = re.compile(r"[\s,(]*(?:(?:from|starting|beginning|as of|in|on)\s+)?(?:the\s+)?", re.IGNORECASE)


def _draft(scan: Scan, item: Found, regimen: Regimen | None, times: Times) -> Draft:
    entry, mention, text = item.entry, item.mention, scan.text
    start = mention.start
    if not item.is_drug:
        qualifiers = _QUALIFIERS.search(text[max(0, start - 40) : start])
        start -= len(qualifiers.group()) if qualifiers else 0
    left, right = start, mention.end
    route = grammar_of(scan.knowledge).route_inside(text[mention.start : mention.end]) if item.is_drug else None
    if route is None and item.is_drug and _ORAL_FORM.search(text[max(0, start - 12) : start]):
        route = "oral"
    injection = item.is_drug and _INJECTED_FORM.search(text[max(0, start - 12) : start]) is not None
    status = item.status
    draft: Draft = {
        "agent": _brace_of(scan, item) if entry.id == "brace" else entry.id,
        "name": " ".join(text[start : mention.end].split()),
        "kind": entry.kind,
        "drug_class": entry.drug_class,
        "subject": item.subject,
        "rule": item.rule,
        "also": [],
        "route": route,
    }
    if regimen is not None:
        left, right = min(left, regimen.start), max(right, regimen.end)
        draft |= _regimen_fields(text, regimen)
        draft["route"] = route = regimen.route or route
        if regimen.reduced and status in {"ongoing", "started", "planned", "stopped"}:
            status = "past"
        if regimen.changed and status in {"ongoing", "planned", "started", "past"}:
            status = "started"
        listed = status == "ongoing" and item.rule == "treatments.medication_list"
        if regimen.later and (listed or status in {"started", "planned"}):
            status = "planned"
    if route is None and (injection or (entry.kind == "drug" and _injected(text, start, mention.end))):
        draft["route"] = "injection"
    draft["status"] = status
    draft["times"] = {name: record for name, (record, _) in times.items()}
    for _, span in times.values():
        left, right = min(left, span[0]), max(right, span[1])
    draft["start"], draft["end"] = left, right
    return draft


def _injected(text: str, start: int, end: int) -> bool:
    """``eight injections of denosumab``, ``Depo-Provera injections``: into what, nobody tells."""
    return bool(_INJECTIONS_OF.search(text, max(0, start - 40), start) or _INJECTIONS.match(text, end))


_STRENGTH = re.compile(r"/\s?ml\Z", re.IGNORECASE)
"""``pen 250 mcg/mL`` tells what is in it, not what is taken."""


def _regimen_fields(text: str, regimen: Regimen) -> Draft:
    given = regimen.doses_given
    is_strength = _STRENGTH.search(regimen.dose_unit or "") is not None
    return {
        "dose": None if is_strength else regimen.dose,
        "dose_text": regimen.dose_text,
        "dose_unit": None if is_strength else regimen.dose_unit,
        "frequency": _words(text, regimen.frequency),
        "duration": _words(text, regimen.duration),
        "duration_value": regimen.duration_value,
        "duration_unit": regimen.duration_unit,
        "doses_given": given if given and _COUNT.fullmatch(given) else None,
        "reason": regimen.reason,
    }


def _brace_of(scan: Scan, item: Found) -> str:
    """A brace is that of the part of the body named beside it."""
    text = re.split(r"[.;\n]", scan.text[item.mention.end : item.mention.end + 60])[0]
    part = _BRACED_PART.search(text)
    named = f"{part['part'].lower()}_brace" if part else ""
    return named if named in scan.knowledge.treatments else item.entry.id


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return " ".join(text[span[0] : span[1]].split()).rstrip(" ,") if span else None
