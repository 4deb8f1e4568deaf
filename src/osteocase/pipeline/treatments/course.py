"""The course of a treatment: doses changed, what is to follow, what was given once, what depends on an ``if``.

The verb beside a name says only so much. ``Increase X to 20 mg`` ends the 10 mg of the list of drugs; a drug given into
a vein in the emergency room is done with; ``add X if the fever persists`` is no treatment yet.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.once import INTO, ONCE, RATE, is_a_bolus, is_by_its_kind, is_short
from osteocase.pipeline.treatments.places import LISTS

__all__ = ["settle_courses"]

_GIVEN = re.compile(
    r"\b(?:given|gave|administ\w+|received|treated|transfus\w+|loaded|inject\w+|infus\w+|resuscitat\w+|covered|required"
    r"|with|after|needed|by|antagoni[sz]ed|reversed|got)\b",
    re.IGNORECASE,
)
_AT_THIS_VISIT = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|(?:of|before|prior to) (?:skin )?incision"
    r"|emergency (?:room|department)|in (?:the )?(?:ED|ER|A&E|triage)|on arrival|on admission"
    r"|at induction"
    r"|intra-?operative\w*|pre-?operative\w*|in theatre|postoperative\w*|in recovery|tonight)\b|->",
)
_LONG_AGO = re.compile(
    r"\b(?:previous\w*|prior|ago|last (?:year|month|winter|summer|autumn|spring|fall)|in the past|history|earlier"
    r"|formerly"
    r"|childhood|(?:19|20)\d\d|years?|pregnancy|in (?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december))\b",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(r"had\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|outside (?:hospital|facility|emergency|clinic|ED|ER)"
    r"|(?:referring|local|private|another|other|nursing)"
    r" (?:\w+ )?(?:clinic|hospital|home|doctor|physician|centre|center)|before (?:referral|transfer)|family doctor)\b",
    re.IGNORECASE,
)
"""Others gave it, before the patient came here."""
_FOR_HOURS = re.compile(
    r"[^.;,\n]{0,20}\bfor (?:\d+|\w+) (?:hours|h|minutes|min)\b|[^.;,\n]{0,20}\bovernight\b", re.IGNORECASE
)
_TOOK = re.compile(
    r"^(?:also\s+)?(?:(?:she|he)\s+(?:also\s+)?)?(?:took|takes|was taking|were taking|was on|was also taking"
    r"|was also on)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"[\s,(]*(?:from|until|till|between|for (?:\d|about|several|an?\b|one|two|three|four|five|six|many|the)|in (?:19"
    r"|20)\d\d|during|before|when|prior|at that time|which (?:was|were)"
    r"|but"
    r"|and (?:then )?(?:stopped|discontinued))\b",
    re.IGNORECASE,
)
_IF_BEHIND = re.compile(
    r"[^.;\n]{0,70}?(?:\bif\b(?!\s+(?:needed|required|necessary|possible|able|tolerated|desired|pain\b|in pain"
    r"|any pain))"
    r"|\bunless\b|\bin case\b)",
    re.IGNORECASE,
)
_IF_AHEAD = re.compile(
    r"\b(?<!grateful )(?<!appreciate it )(?:if|should (?:she|he|the patient|this|that)|in case of|in the event of)\b"
    r"(?![^.;\n]*[;.])[^.;\n]*\Z",
    re.IGNORECASE,
)
_IF_IT_FAILS = re.compile(
    r"\bif\b[^.;,]{0,50}?\b(?:progress\w*|worsens?|worsening|fails?|failed|recurs?|recurrence|persists?|deteriorates?"
    r"|relaps\w+|(?:no|not|does\s+not|doesn['’]t|without)\s+(?:\w+\s+)?(?:improve\w*|better|respon\w+|relief|help\w*|work\w*))\b"
    r"[^.;\n]*\Z",
    re.IGNORECASE,
)
"""``if the scan shows progression, we will change to X``: the case may never come about."""
_NEXT_ORDER = re.compile(
    r"[^.;\n]{0,50},\s*(?:and\s+|then\s+|to\s+|may\s+|can\s+|will\s+|please\s+){0,2}(?:repeat|return|call|follow|increase|stop"
    r"|recheck|come back|see|refill|titrate|double)\b[^.;\n]{0,40}\bif\b",
    re.IGNORECASE,
)
"""``X 150 mg today, repeat in 3 days if it persists``: the first dose waits for nothing."""
_CLEARED = re.compile(
    r"\bif\b[^.;]{0,25}?\b(?:ok|okay|normal|dry|clean|clear|cleared|fine|safe|agrees?|agreed|approved|covered|available|replete"
    r"|allows?|permits?|stable|e?GFR|CrCl|creatinine|no contraindications?|not contraindicated|no bleeding)\b",
    re.IGNORECASE,
)
_IF_NEEDED = re.compile(r"\bif (?:needed|required|necessary|possible|able|tolerated)\b", re.IGNORECASE)
_LATER = re.compile(
    r"[^.;\n]{0,80}?\b(?:tonight|tomorrow|pending"
    r"|to be (?:booked|given|arranged|started|scheduled|added|resumed|restarted|begun|initiated)|to start\b"
    r"|to commence"
    r"|to begin|once\s+(?!a\b|daily|weekly|monthly|per|every|nightly|yearly)\w"
    r"|when\s+(?!needed|required|necessary|up\b|out of bed|walking|standing|ambulat|mobili[sz]|sitting|upright)\w"
    r"|next (?:week|month|visit)|at induction|before (?:(?:any|the|her|his|each|next) )*"
    r"(?:dental|surgery|operation|procedure|scan|MRI|CT|imaging|transfusion)"
    r"|on (?:d/c|discharge)|after (?!meals|food|breakfast|dinner|lunch|each"
    r"|dialysis|HD)\w)",
    re.IGNORECASE,
)
_FIRST_IS_DUE = re.compile(
    r"[^.;\n]{0,30}?[\s,(-](?:first|1st|#\s?1)\s+(?:dose\s+|infusion\s+|injection\s+|shot\s+|tablet\s+)?(?:is\s+|will\s+be\s+|to\s+be\s+)?"
    r"(?:scheduled|booked|due|planned|arranged|pending|awaited|set\s+for)\b",
    re.IGNORECASE,
)
"""``started X 5 mg yearly - first infusion scheduled 1 July``: decided, not given yet."""
_ANOTHER_ORDER = re.compile(
    r"[,;]\s*(?:and\s+|then\s+|to\s+|may\s+|can\s+|will\s+|please\s+){0,2}(?:go|increas|titrat|uptitrat|reduc|recheck|repeat|follow"
    r"|return|review|check|see|wean|double|stop|refill|call)\w*\b",
    re.IGNORECASE,
)
"""``30 mg at night, go up to 60 mg after two weeks``: the first dose does not wait."""
_REFERRED = re.compile(
    r"[^.;\n]{0,40}?(?:[-–]|->|→)\s*(?:to\s+)?(?:refer|request|arrange|await|awaiting|apply|d/w|discuss|funding|book)",
    re.IGNORECASE,
)
_LATER_AHEAD = re.compile(
    r"\b(?:then|followed by|thereafter|afterwards|transition(?:ing)? to|when [^.;\n]{3,40}[:,]"
    r"|once [^.;\n]{3,60},)[^.;,\n]{0,30}\Z",
    re.IGNORECASE,
)
_STRONG_PLAN = re.compile(r"\bwill\b|\bintends?\b|['’]ll\b|\bplan\b|\brecommend|\badvise", re.IGNORECASE)
_PAST_TENSE = re.compile(
    r"(?:(?:and|then|later|subsequently)\s+){0,2}(?:(?:was|were|has|had|have|began|i|we|she|he)\b(?! will)"
    r"|(?!need)(?:\w+ed|begun|put)\b)"
)
_WRITTEN = re.compile(r"prescri|script")
_CASE_REPORT = re.compile(r"\bcase\b", re.IGNORECASE)
"""A heading of a published report, whose whole story is of the treatment that it tells of."""
_STORIES = {"present_illness", "chief_complaint", "past_history", "background", "social_history", "obstetric_history"}
"""Parts of a note that tell what was before this visit or stay."""
_NOW_HERE = re.compile(
    r"\b(?:this (?:hospital course|admission|stay|hospitali[sz]ation|visit)|today|this morning|yesterday|overnight"
    r"|in (?:the |our )?(?:ED|ER|A&E|emergency (?:room|department))|on (?:admission|arrival)|here)\b",
    re.IGNORECASE,
)
_BY_ANOTHER = re.compile(
    r"\b(?:(?:GP|PCP|family (?:doctor|physician)|primary care (?:doctor|physician|provider)|(?:referring|private|local)"
    r" (?:doctor|physician|clinic)|liaison \w+)\b(?:(?:'s)?\s+(?:has|had|then|also))*\s+(?:put|started|placed|commenced"
    r"|prescribed|begun|initiated|switched|changed)"
    r"|by (?:her|his|the|their|a|an|our|your|my)?\s*(?:GP|PCP|colleagues?|predecessor|registrar|family|primary"
    r"|referring|private|local|fracture liaison|previous|old|\w+ologist"
    r"|psychiatrist|paediatrician|pediatrician|specialist)\b)",
    re.IGNORECASE,
)
_WINDOW = 120


def _is_case_report(scan: Scan) -> bool:
    return any(_CASE_REPORT.search(scan.text[section.start : section.body]) for section in scan.sections)


def settle_courses(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """Correct the status of each mention by what the sentence and the rest of the note say of its course."""
    latest = max((int(year.group()) for year in _YEAR.finditer(scan.text)), default=0)
    for item, place in zip(found, spots, strict=True):
        if item.status is None:
            continue
        if _is_conditional(scan, item, place):
            full = any(regimen.dose and (regimen.frequency or regimen.route) for regimen in item.regimens)
            meant = (full and item.status == "started") or _waits_for_clearance(scan, item)
            item.decide("planned" if meant else "mentioned", "condition")
        elif item.status == "started" and place not in LISTS and _comes_later(scan, item, place):
            item.decide("planned", "later")
        elif item.status == "started" and _is_a_load(scan, item):
            item.decide("completed", "given_once")
        elif item.status == "started" and _was_prescribed_for_years(scan, item):
            item.decide("past", "for_years")
        elif (
            item.status == "started"
            and item.is_drug
            and _was_begun_before(scan, item, place)
            and not _is_case_report(scan)
        ):
            item.decide("past" if _WRITTEN.search(_cue(scan, item)) else "ongoing", "begun_before")
        elif item.status == "ongoing" and item.entry.kind == "orthosis" and _was_worn(scan, item):
            item.decide("past", "worn")
        elif item.status in {"past", "ongoing"} and item.is_drug:
            _tell_the_past(scan, item, place)
            _settle_given(scan, item, place, latest)
        elif item.entry.kind in HANDS_ON:
            if (
                item.status == "past"
                and not _TRIED.search(_cue(scan, item))
                and _is_of_this_illness(scan, item, place, latest)
            ):
                item.decide("completed", "this_illness")
            elif item.status == "completed" and _is_long_done(scan, item, latest):
                item.decide("past", "long_done")
    _go_on(scan, found)


def _sentence(scan: Scan, item: Found) -> tuple[int, int]:
    start, end = scan.sentence_at(item.mention.start)
    return max(start, item.mention.start - _WINDOW), min(end, item.end + _WINDOW)


def _is_conditional(scan: Scan, item: Found, place: str) -> bool:
    """``add micafungin if the fever persists``: said for a case that has not come about."""
    if item.status not in {"started", "planned", "ongoing", "past"} or place in LISTS:
        return False
    if item.status in {"ongoing", "past"} and item.verdict.strong:
        return False
    start, end = _sentence(scan, item)
    ahead, behind = scan.text[start : item.mention.start], scan.text[item.end : end]
    if _IF_IT_FAILS.search(ahead):
        return True
    if item.verdict.cue is not None and _STRONG_PLAN.search(
        scan.text[max(start, item.verdict.cue[0] - 12) : item.verdict.cue[1]]
    ):
        return False
    if _IF_NEEDED.search(ahead) or _NEXT_ORDER.match(behind):
        return False
    return _IF_AHEAD.search(ahead) is not None or _IF_BEHIND.match(behind) is not None


def _waits_for_clearance(scan: Scan, item: Found) -> bool:
    """``restart X if the wound is dry``: it is meant, once nothing stands against it."""
    start, end = _sentence(scan, item)
    return _CLEARED.search(scan.text[start : item.mention.start] + scan.text[item.end : end]) is not None


def _comes_later(scan: Scan, item: Found, place: str) -> bool:
    """``40 mg tonight``, ``then 800 IU daily``, ``to be booked``: it has not begun yet."""
    if place not in {"plan", "instructions"} and _cue(scan, item).endswith("followed by"):
        return False
    start, end = _sentence(scan, item)
    cue = _cue(scan, item)
    if _FIRST_IS_DUE.match(scan.text, item.end, end):
        return True
    if _PAST_TENSE.match(cue) and not cue.endswith("ordered") and (item.verdict.strong or item.verdict.after):
        return False
    if item.verdict.after and "today" in scan.text[item.end : end].lower():
        return False
    later = _LATER.match(scan.text[item.end : end])
    return (
        (later is not None and _ANOTHER_ORDER.search(later.group()) is None)
        or _REFERRED.match(scan.text[item.end : end]) is not None
        or _LATER_AHEAD.search(scan.text[start : item.mention.start]) is not None
    )


def _cue(scan: Scan, item: Found) -> str:
    """The words that govern a name, in small letters."""
    return scan.text[item.verdict.cue[0] : item.verdict.cue[1]].lower() if item.verdict.cue is not None else ""


def _is_a_load(scan: Scan, item: Found) -> bool:
    """``was loaded with X 1.5 g IV``: the load is given, whatever follows it."""
    once = [each for each in item.regimens if each.dose and not each.frequency]
    return _cue(scan, item).endswith("loaded with") and bool(once) and len(once) == len(item.regimens)


def _was_begun_before(scan: Scan, item: Found, place: str) -> bool:
    """``was started on X in April`` in the story of a visit: it began before, and goes on."""
    if not (_PAST_TENSE.match(_cue(scan, item)) or _WRITTEN.search(_cue(scan, item))):
        return False
    start, end = _sentence(scan, item)
    sentence = scan.text[start:end]
    if _NOW_HERE.search(sentence):
        return False
    if place not in {"plan", "instructions", "course", "prescription", "new_medications", "assessment", "given"} and (
        _BEGAN_IT.search(scan.text, start, item.verdict.cue[1] if item.verdict.cue is not None else start)
    ):
        return True
    if _BY_ANOTHER.search(sentence):
        return place not in {"prescription", "new_medications", "plan", "instructions", "course"}
    return place in _STORIES and bool(scan.times_in(start, end))


_BEGAN_IT = re.compile(
    r"\b(?:she|he|patient|pt)\s+(?:also\s+|has\s+|had\s+)*(?:started|began|begun)(?:\s+(?:taking|using))?\Z",
    re.IGNORECASE,
)
"""``she began X``: told of the patient, it is taken since."""


def _was_prescribed_for_years(scan: Scan, item: Found) -> bool:
    """``was prescribed for three years``: begun once, and over."""
    cue = _cue(scan, item)
    lasted = any(regimen.duration_unit in {"month", "year"} for regimen in item.regimens)
    return lasted and cue.startswith(("was ", "were ", "had ", "has been "))


def _was_worn(scan: Scan, item: Found) -> bool:
    """``was in a cast for six weeks``: it is off."""
    start, end = _sentence(scan, item)
    lasted = any(regimen.duration for regimen in item.regimens) or _FOR_WEEKS.match(scan.text[item.end : end])
    if lasted and _cue(scan, item) in _WITHOUT_TENSE:
        return True
    return bool(lasted) and _WAS_IN.search(scan.text[start : item.mention.start]) is not None


_WITHOUT_TENSE = {"managed with", "managed in", "worn", "controlled with", "corrected with", "treated with"}
"""Participles without ``is``: what lasted so long is over."""
_FOR_WEEKS = re.compile(r"[^.;\n]{0,40}?\bfor (?:\w+|\d+) (?:days|weeks|months)\b", re.IGNORECASE)
_WAS_IN = re.compile(
    r"\b(?:was|were|had been|spent [\w\s]{3,20}|treated)\s+(?:\w+\s+)?in(?:to)?\s+(?:an?\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _tell_the_past(scan: Scan, item: Found, place: str) -> None:
    """``developed a hungry bone syndrome, managed with X``, ``preoperatively X and Y brought the calcium down``."""
    if item.status != "ongoing" or place in {*LISTS, "plan", "instructions"}:
        return
    left, right = scan.sentence_at(item.mention.start)
    start, end = max(left, item.mention.start - _WINDOW), min(right, item.end + _WINDOW)
    if _cue(scan, item) in _WITHOUT_TENSE and _HAPPENED.search(
        scan.text, max(left, start - _WINDOW), item.mention.start
    ):
        item.decide("past", "told_of_past")
    elif (
        item.verdict.status is None
        and _AT_THAT_TIME.match(scan.text, left)
        and _PAST_VERB.search(scan.text[start:end])
        and not _PRESENT.search(scan.text[start:end])
    ):
        once = any(regimen.route in INTO or RATE.search(regimen.dose_unit or "") for regimen in item.regimens)
        item.decide("completed" if once else "past", "told_of_past")


_HAPPENED = re.compile(
    r"\b(?:developed|had|was|were|suffered|presented|occurred|appeared|ensued|followed|experienced)\b", re.IGNORECASE
)
_AT_THAT_TIME = re.compile(
    r"\s*(?:pre-?operatively|post-?operatively|intra-?operatively|initially|on (?:admission|arrival|presentation)"
    r"|at (?:admission|presentation)|in the (?:ED|ER|emergency (?:room|department))"
    r"|during (?:the|her|his) (?:stay|admission|hospitali[sz]ation|operation|surgery))\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"\b(?:brought|was|were|had|led|gave|made|fell|rose|\w{3,}ed)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|has|takes|continues|remains|still)\b", re.IGNORECASE)


def _settle_given(scan: Scan, item: Found, place: str, latest: int) -> None:
    """What was given once is completed; what someone ``took`` at a steady rate when seen is ongoing."""
    cue = scan.text[item.verdict.cue[0] : item.verdict.cue[1]] if item.verdict.cue is not None else ""
    start, end = _sentence(scan, item)
    sentence = scan.text[start:end]
    often = [scan.text[slice(*regimen.frequency)] for regimen in item.regimens if regimen.frequency]
    if item.status == "past":
        years = [int(year.group()) for year in _YEAR.finditer(sentence)]
        if place == "present_illness" or _PLUPERFECT.match(cue) or _ELSEWHERE.search(sentence):
            return  # given before, or by others
        if years and max(years) < latest:
            return
        if _TOOK.match(cue) and not item.verdict.after and often and not _LIMITED.match(scan.text[item.end : end]):
            if not any(regimen.duration for regimen in item.regimens) and not _LONG_AGO.search(sentence):
                item.decide("ongoing", "steady")
            return
        there = place in {"procedure", "given"} or _is_one_course(item, often, sentence, scan.text[item.end : end])
        single = is_by_its_kind(scan, item) and not _LONG_AGO.search(sentence)
        single = single or (
            cue in {"administered", "infused", "injected"}
            and item.has_dose
            and not often
            and not _LONG_AGO.search(sentence)
        )
        if single or (_GIVEN.search(cue) and there) or (cue == "with" and not often and _is_a_deed(scan, item, place)):
            item.decide("completed", "given_once")
    elif (
        item.status == "ongoing"
        and place not in {*LISTS, "plan"}
        and item.rule == "treatments.dose"
        and (is_a_bolus(scan, item, often) or (place == "course" and is_short(item)))
    ):
        item.decide("completed", "given_once")


_DEED = re.compile(
    r"\b(?!(?:treated|managed|tried|failed|presented|admitted|associated|diagnosed|complicated|controlled|improved"
    r"|responded|helped|needed|planned|scheduled|advised|recommended|combined|compared)\b)\w{3,}ed\b(?:(?!\band\b)[^.;,\n]){0,50}\bwith\s+[^.;\n]{0,60}\Z",
    re.IGNORECASE,
)
"""``intubated with X and Y``, ``reversed with X``: what was done with it is done."""


_AT_HOME = {"transdermal", "oral", "topical", "inhaled", "subcutaneous", "nasal", "ophthalmic"}


def _is_a_deed(scan: Scan, item: Found, place: str) -> bool:
    start, end = scan.sentence_at(item.mention.start)
    if any(each.route in _AT_HOME for each in item.regimens):
        return False
    if place in {*_HISTORIES, *LISTS, "plan", "instructions"} or _LONG_AGO.search(scan.text, start, end):
        return False
    return _DEED.search(scan.text, max(start, item.mention.start - _WINDOW), item.mention.start) is not None


def _is_of_this_illness(scan: Scan, item: Found, place: str, latest: int) -> bool:
    """An operation is completed when it belongs to what the note tells of, past when it belongs to the history."""
    start, end = scan.sentence_at(item.mention.start)
    if _JUST_DONE.search(scan.text[start : item.mention.start]):
        return True
    if place in _HISTORIES or item.context.historical:
        return False
    start, end = max(start, item.mention.start - _NEAR), min(end, item.mention.end + _NEAR)
    near = scan.text[start:end]
    if _HAD_BEEN.search(scan.text[scan.sentence_at(item.mention.start)[0] : item.mention.start]):
        return False
    if _FORMERLY_DONE.search(near) or _AFTER_IT.search(scan.text[start : item.mention.start]):
        return False
    years = [int(year.group()) for year in _YEAR.finditer(near)]
    return not years or (max(years) >= latest - 1 and _DAY_OR_MONTH.search(near) is not None)


def _is_long_done(scan: Scan, item: Found, latest: int) -> bool:
    """``status post X in 2014``: an operation of an earlier year than what the note tells of."""
    if not _STATUS_POST.search(_cue(scan, item)):
        year = _IN_YEAR.match(scan.text, item.mention.end)
        return year is not None and int(year["year"]) < latest - 1
    start, end = scan.sentence_at(item.mention.start)
    near = scan.text[max(start, item.mention.start - _NEAR) : min(end, item.mention.end + _NEAR)]
    years = [int(year.group()) for year in _YEAR.finditer(near)]
    return _FORMERLY_DONE.search(near) is not None or (bool(years) and max(years) < latest - 1)


_IN_YEAR = re.compile(r"\s+(?:back\s+)?in\s+(?:early\s+|late\s+|[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b")
_TRIED = re.compile(r"tried|trial|fail|without|relief|benefit|did not|no improvement")
_STATUS_POST = re.compile(r"status.post|s/p|repaired|fixed|had (?:previously )?undergone|previously underwent")


def _go_on(scan: Scan, found: Sequence[Found]) -> None:
    """``took X 5 mg daily and Y 20 mg``: what goes on for the first goes on for the second of one verb."""
    given = {
        item.verdict.cue for item in found if item.rule == "treatments.given_once" and item.verdict.cue is not None
    }
    for item in found:
        lasting = any(regimen.duration_unit in {"month", "year"} for regimen in item.regimens)
        dosed = item.has_dose and not any(regimen.frequency for regimen in item.regimens)
        if item.status == "past" and item.is_drug and dosed and item.verdict.cue in given and not lasting:
            item.decide("completed", "given_once")
    for first, second in itertools.pairwise(found):
        steady = first.rule == "treatments.steady" and second.status == "past"
        if steady and second.verdict.cue == first.verdict.cue and second.mention.start - first.end <= _NEAR:
            second.decide("ongoing", "steady")


_NEAR = 90
_HISTORIES = {"past_history", "family_history", "obstetric_history", "social_history", "past_medications"}
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.]\d)")
_DAY_OR_MONTH = re.compile(
    r"\d{1,2}/\d{2,4}|\d{1,2}[./-]\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
_FORMERLY_DONE = re.compile(
    r"\b(?:previous\w*|prior|ago|history|h/o|prev|in the past|formerly|at age|at the age|aged \d|as a child|childhood"
    r"|at \d{1,2}\b"
    r"|years? (?:earlier|before)|old|remote|in situ|defect|last year)\b",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(
    r"\b(?:(?:she|he|patient) had (?:been|undergone|previously|already)|there (?:was|is) a history of|known for)\b"
    r"[^.;\n]{0,60}$",
    re.IGNORECASE,
)
_JUST_DONE = re.compile(r"\b(?:post-?\s?op(?:erative)?(?:ly)?\s+day|POD)\s*#?\d+\b[^.;\n]{0,30}$", re.IGNORECASE)
_AFTER_IT = re.compile(
    r"\b(?:after|following|since|despite|s/p|status post)\s+(?:an?\s+|the\s+|her\s+|his\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def _is_one_course(item: Found, often: Sequence[str], sentence: str, behind: str) -> bool:
    if _LONG_AGO.search(sentence):
        return False
    if any(ONCE.match(word) for word in often) or _AT_THIS_VISIT.search(sentence) or _FOR_HOURS.match(behind):
        return True
    if any(regimen.duration_unit in {"hour", "minute"} for regimen in item.regimens):
        return True
    if any(regimen.duration_value is not None and regimen.duration_value.isdecimal() for regimen in item.regimens):
        return is_short(item)
    return any(regimen.route in INTO and regimen.dose is not None for regimen in item.regimens)
