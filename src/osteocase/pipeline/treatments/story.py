"""What was given and is over: the story of a stay or of a published case tells courses that came to their end.

``was given for five days``, ``infused on days 6, 13 and 20``, ``375 mg/m2 four times`` are completed where the note
tells of that stay or illness itself, and past where they belong to what was before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.elements import Regimen
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.lists import list_gap
from osteocase.pipeline.treatments.places import LISTS

__all__ = ["is_story", "settle_story"]

_REACH = 110
_NOW = re.compile(
    r"\b(?:[Tt]oday|Dear|Yours|[Tt]hank you|my|[Ww]e will|r/v|RTC|[Rr]eview in|(?:Plan|PLAN|Meds|MEDICATIONS|Rx):|A/P"
    r"|I (?:saw|have|would|am|will|think|reviewed|asked|discussed|advised|recommend\w*|told|gave"
    r"|spoke))\b|^\s*[SOAP]\s*:",
    re.MULTILINE,
)
"""Words of a visit, of a letter or of a plan: what a published story does not have."""
_PASSIVES = re.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:admitted|referred|diagnosed|started|commenced|initiated|given"
    r"|treated|performed"
    r"|administered|discharged|stopped|discontinued|added|increased|noted|found|made|begun|introduced|prescribed)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|several)"
_ENDED = re.compile(
    r"(?:[^.;\n]{0,70}?[\s,(])?(?:twice(?! (?:a|per|daily|weekly|each|every|monthly|yearly)\b)"
    r"|thrice(?! (?:a|daily)\b)"
    rf"|{_NUMBER} times(?! (?:a|per|daily|weekly|each|every)\b)"
    r"|on \w+ (?:consecutive|successive) days|on (?:hospital |post-?operative )?days? \d+(?:(?:, ?| and |, and )\d+)+"
    r"|from (?:hospital |post-?operative )?day \d+ (?:to|until|till|through)\b"
    rf"|(?:for|over) (?:a total of |the first |about |another )?{_NUMBER}[\s-](?:hours?|days?"
    rf"|weeks?)\b(?! (?:ago|before|earlier))"
    rf"|{_NUMBER} (?:weekly |monthly |further |daily |consecutive |intravenous )*(?:doses|infusions"
    rf"|injections|cycles|pulses)\b"
    r"|[x×] ?\d{1,2}\b(?! ?(?:months?|mo|years?|yrs?|times))"
    r"|until (?:discharge|delivery|surgery|the operation|(?:hospital |post-?op(?:erative)? )?day)"
    r"|(?:during|throughout) (?:her|his|the) (?:stay|admission|hospitali[sz]ation)|while (?:she"
    r"|he) was in (?:house|hospital)"
    r"|in week \d|intra-?operatively|as a single (?:dose|infusion|injection)|only once|on one occasion)",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"(?:[^.;\n]{0,80}?[\s,(])?(?:and (?:was )?completed\b"
    r"|(?:and )?(?:was )?(?:continued|maintained|kept up) for (?:a total of )?"
    rf"(?:{_NUMBER}|\d+)[\s-](?:days|weeks|months)\b"
    rf"|\. (?:a total of )?{_NUMBER} (?:doses|infusions|injections|cycles) were given|three doses were given)",
    re.IGNORECASE,
)
_ONCE_AHEAD = re.compile(
    r"\b(?:(?:a|an|one|the) (?:single |further |intravenous |iv )*(?:dose|injection|infusion|bolus"
    r"|push|shot) of|single[\s-]dose"
    r"|(?:a|an|the) [\w-]+[\s-](?:day|week) course of|reversed with|antagoni[sz]ed with|resuscitated with)\s+"
    r"(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_BEFORE_ALL = re.compile(r"^(?:has|had|have)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:had (?:been|received|taken|had)|previous\w*|prior|years? (?:ago|before|earlier)|in the past"
    r"|elsewhere|outside (?:hospital|clinic)"
    r"|referring|before (?:admission|referral)|at home|history of|family doctor|by (?:her|his|the"
    r"|a) (?:GP|general practitioner)"
    r"|childhood|first pregnancy|pregnanc(?:y|ies))\b",
    re.IGNORECASE,
)
_HISTORIES = {
    "past_history", "family_history", "social_history", "obstetric_history", "past_medications", "chief_complaint",
    "background", "allergies", "instructions", "plan", "heading",
}  # fmt: skip
_VERBS = re.compile(
    r"\b(?:given|gave|got|administ\w+|received|receives|treated|inject\w+|infus\w+|used|chosen"
    r"|required|needed|covered|loaded"
    r"|repeated|with|worn|wore|managed|prescribed|used)\b",
    re.IGNORECASE,
)


def is_story(scan: Scan) -> bool:
    """True for a text that tells a whole illness in the past tense, as published cases do."""
    return len(_PASSIVES.findall(scan.text)) >= _MANY and len(_NOW.findall(scan.text)) <= len(scan.text) // _FEW


_MANY, _FEW = 3, 3000


def settle_story(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """``completed`` for courses that the story of a stay or of a case brings to their end."""
    story: bool | None = None
    around = _around_an_operation(scan, found)
    for position, (item, place) in enumerate(zip(found, spots, strict=True)):
        if (
            item.status == "ongoing"
            and item.rule in _BARE
            and place not in {*LISTS, *_HISTORIES}
            and position in around
        ):
            item.decide("completed", "around_operation")
            continue
        if place in {*LISTS, *_HISTORIES} or item.status is None or item.entry.kind in HANDS_ON:
            continue
        if _is_of_before(scan, item) or not _is_over(scan, item, place):
            continue
        if place != "course":
            story = is_story(scan) if story is None else story
        if place == "course" or story:
            item.decide("completed", "story")


def _is_over(scan: Scan, item: Found, place: str) -> bool:
    if item.status == "past" and (_has_ended(scan, item) or _is_a_dose(scan, item, place)):
        return True
    if (
        item.status == "started"
        and _words(scan, item).endswith("followed by")
        and _ONCE_AHEAD.search(_ahead(scan, item))
    ):
        return True
    if item.status == "started" or item.rule == "treatments.for_years":
        limit = min(len(scan.text), scan.sentence_at(item.mention.start)[1] + 60)
        return _FINISHED.match(scan.text, item.end, limit) is not None
    return item.status == "ongoing" and item.rule in _BARE and place == "course" and _is_a_dose(scan, item, place)


def _ahead(scan: Scan, item: Found) -> str:
    """The sentence up to the name."""
    start = scan.sentence_at(item.mention.start)[0]
    return scan.text[max(start, item.mention.start - _REACH) : item.mention.start]


_BARE = {"treatments.dose", "treatments.list", "treatments.route"}


_AROUND_BEFORE = re.compile(
    r"\b(?:pre-?op|intra-?op|peri-?op|on (?:the )?table|at induction|on induction|pre-?incision"
    r"|pre-?operatively|intra-?operatively"
    r"|in theatre|in recovery|in PACU)[\s:,-]{1,3}(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_AROUND_BEHIND = re.compile(
    r"[\s,(]*(?:IV\s+)?(?:was given\s+)?(?:pre-?op|intra-?op|on (?:the )?table|at induction"
    r"|on induction|pre-?incision|before incision"
    r"|pre-?operatively|intra-?operatively|post[\s-]delivery|in theatre|in recovery|in PACU)\b",
    re.IGNORECASE,
)


def _around_an_operation(scan: Scan, found: Sequence[Found]) -> set[int]:
    """Which mentions are doses around an operation: ``X 2 g and Y 1 g at induction`` tells it of both."""
    around: set[int] = set()
    for position in range(len(found) - 1, -1, -1):
        item = found[position]
        with_next = position + 1 in around and list_gap(scan, item, found[position + 1])
        single = not any(regimen.frequency or regimen.duration for regimen in item.regimens)
        if _is_around(scan, item) or (with_next and single and item.has_dose):
            around.add(position)
    return around


def _is_around(scan: Scan, item: Found) -> bool:
    """``intraop X 2 g``, ``X 1 g at induction``: one dose around an operation."""
    if any(regimen.frequency or regimen.duration for regimen in item.regimens):
        return False
    start = max(scan.sentence_at(item.mention.start)[0], item.mention.start - 30)
    return (
        _AROUND_BEFORE.search(scan.text[start : item.mention.start]) is not None
        or _AROUND_BEHIND.match(scan.text, item.end) is not None
    )


def _is_of_before(scan: Scan, item: Found) -> bool:
    words = _words(scan, item)
    return (
        item.context.historical
        or _BEFORE_ALL.match(words) is not None
        or _EARLIER.search(_ahead(scan, item)) is not None
    )


def _words(scan: Scan, item: Found) -> str:
    cue = item.verdict.cue
    return scan.text[cue[0] : cue[1]] if cue is not None else ""


def _has_ended(scan: Scan, item: Found) -> bool:
    behind = scan.text[item.mention.end : min(scan.sentence_at(item.mention.start)[1], item.end + _REACH)]
    words = _words(scan, item)
    if item.rule not in {"treatments.worn", "treatments.lasted"} and not _VERBS.search(words):
        return False
    if any(regimen.duration_unit == "year" for regimen in item.regimens):
        return False
    if any(regimen.duration_unit == "month" for regimen in item.regimens):
        return _LASTED.search(words) is not None or item.rule == "treatments.worn"
    if any(regimen.doses_given for regimen in item.regimens):
        return True
    if any(regimen.duration_unit in {"day", "week", "hour"} for regimen in item.regimens):
        return True
    if item.entry.drug_class == "intravenous_fluid" and (
        _AT_ONE_TIME.search(scan.text, item.mention.start, item.end + 40) or _AT_ONCE.search(words)
    ):
        return True
    return _ENDED.match(behind) is not None or _ONCE_AHEAD.search(_ahead(scan, item)) is not None


_AT_ONE_TIME = re.compile(r"\b(?:resuscitation|bolus(?:es)?)\b", re.IGNORECASE)
"""Fluid that is given in an emergency is given and over."""
_LASTED = re.compile(
    r"\b(?:was|were)\s+(?:\w+\s+)?(?:worn|injected|given|administered|continued|used|maintained)\b", re.IGNORECASE
)
_AT_ONCE = re.compile(r"\b(?:given|infused|administered|injected|infiltrated)\b", re.IGNORECASE)
_INTO = {"intravenous", "intramuscular", "intra-articular", "epidural", "intralesional"}


def _of_hours(scan: Scan, regimen: Regimen) -> bool:
    """``over 4 hours``, ``for 24 hours``."""
    return regimen.duration is not None and _HOURS.search(scan.text, *regimen.duration) is not None


_HOURS = re.compile(r"\b(?:hours?|hrs?|h|minutes?|mins?)$", re.IGNORECASE)


def _is_a_dose(scan: Scan, item: Found, place: str) -> bool:
    """A dose of the stay or of the story that nobody tells the frequency of."""
    plain = [
        regimen
        for regimen in item.regimens
        if not regimen.frequency and (not regimen.duration or _of_hours(scan, regimen))
    ]
    if not plain or len(plain) != len(item.regimens):
        return False
    dosed = any(regimen.dose for regimen in plain)
    if place == "course":
        return dosed
    into = any(regimen.route in _INTO for regimen in plain)
    return into or (dosed and _AT_ONCE.search(_words(scan, item)) is not None)
