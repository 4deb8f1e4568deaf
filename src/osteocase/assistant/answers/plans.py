"""What is planned now: the plans of the last note that has any, since earlier ones were carried out or given up."""

from __future__ import annotations

import re

from osteocase.assistant.answers.searching import SMALL
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, has_word, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.prospects import plan_heading
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["is_of_plan", "planned"]

_BEGINS = r"^\W*(?:(?:and|so|but|ok|okay|now|please|well|remind me|tell me|show me)\W+)*"
_MANAGING = r"(?:current|present|latest|actual|further|future|overall|treatment|management|follow[\s-]?up|drug)"
_ASKED = re.compile(
    rf"{_BEGINS}(?:what(?:['’]?s|\s+is|\s+are)\s+|any\s+|(?:is|are)\s+there\s+(?:any\s+|an?\s+)?)?"
    rf"(?:(?:the|her|his|their|your|our)\s+)?(?:{_MANAGING}\s+)*"
    r"(?:plans?|next\s+steps?|follow[\s-]?up)(?:\s+(?:now|ahead|at\s+present|currently|for\s+(?:her|him|the\s+patient|now)|from\s+here))*\W*$"
    rf"|{_BEGINS}(?:what(?:['’]?s|\s+is|\s+are)\s+|any\s+|(?:is|are)\s+there\s+(?:any\s+|a\s+)?)?(?:the\s+|her\s+|his\s+)?"
    r"plans?\s+(?:for|with|about|regarding|on)\s+(?P<what>[^?]+?)\W*$"
    rf"|{_BEGINS}what(?:['’]?s|\s+is|\s+are)\s+(?:being\s+)?(?:planned|scheduled|intended|arranged|due|next|to\s+be\s+done|"
    r"to\s+happen|going\s+to\s+happen|supposed\s+to\s+happen)(?:\s+(?:now|next|for\s+(?:her|him|the\s+patient)))*\W*$"
    rf"|{_BEGINS}(?:is\s+(?:there\s+)?|has\s+)?(?:any|some)thing\s+(?:else\s+|more\s+|been\s+|further\s+)*(?:planned|scheduled|booked|arranged|due)"
    r"(?:\s+(?:now|next|for\s+(?:her|him|the\s+patient)))*\W*$"
    rf"|{_BEGINS}what\s+happens\s+next\b|{_BEGINS}what\s+(?:are|do)\s+(?:we|they|you)\s+(?:going\s+to\s+do|planning|plan|"
    r"intend)(?:\s+(?:to\s+do|now|next))*\W*$"
    rf"|{_BEGINS}(?:is|are)\s+(?:there\s+)?(?:an?\s+|any\s+|another\s+|the\s+next\s+|further\s+|more\s+)?(?P<of>[\w\s-]+?)\s+"
    r"(?:planned|scheduled|booked|arranged)\W*$"
    rf"|{_BEGINS}when(?:['’]?s|\s+is|\s+are)\s+(?:the|her|his)\s+next\s+(?P<next>[\w\s-]+?)(?:\s+(?:due|planned|scheduled|booked))?"
    r"\W*$",
    re.IGNORECASE,
)
_SPAN = (
    r"(?:(?:an?|one|two|three|four|six|nine|twelve|eighteen|\d+)\s*(?:days?|weeks?|wks?|months?|mo|mths?|years?|yrs?|y)"
    r"|(?<!/)\b\d{1,2}/(?:7|12|52)(?!/))"
)
_SEASON = (
    r"(?:the\s+)?(?:spring|summer|autumn|fall|winter|new\s+year|(?:jan|febr)uary|march|april|may|june|july|august|"
    r"\w+ember|october)"
)
_CARE = (
    r"(?:again|back|check|recheck(?:ed)?|scan|rescan(?:ned)?|review(?:ed)?|visit|appointment|dxa|dexa|bloods?|labs?|pause|seen|"
    r"see\s+(?:her|him|us|me)|follow[\s-]?up|f/?u|rtc|rpt|return|infusion|injection|dose)"
)
_BIDS = (
    r"(?:start|begin|commence|stop|hold|give|check|recheck|repeat|rescan|rpt|refer|arrange|book|send|request|order|restart|switch|increase|"
    r"reduce|taper|wean|continue|cont|add|avoid|complete|await(?:ing)?|rtc|see\s+(?:again|back))"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|must|if|to\s+be|to\s+(?:come|start|stop|follow|continue|go|see|give|finish|check|"
    r"repeat|review|return)|planned|due|next|repeat(?:ed)?|continue|continues|cont|go(?:es)?\s+on|"
    r"carry\s+on|stays?\s+on|suggest|recommend(?:ed)?|advised?|"
    r"agreed\s+(?:on|that)|(?:intends?|plans?|going|is|are)\s+to\s+(?!hand\b)|awaiting|from\s+now(?:\s+on)?|drug\s+holiday|rpt|rtc)\b"
    rf"|\b{_CARE}\b[^.;]{{0,20}}\bin\s+{_SPAN}\b|\b(?:recheck|rescan|f/?u|follow[\s-]?up|rtc|rpt|return|review)\s+(?:visit\s+)?{_SPAN}\b"
    rf"|\b{_CARE}\b[^.;]{{0,20}}\b(?:in|after)\s+{_SEASON}\b"
    rf"|^\W*(?:\d+[.)]\s*)?{_BIDS}\b(?!\s*(?:date|on\b|\d{{1,2}}[/.]))"
    r"|\b(?:I|we|they|has|have)\s+(?:have\s+|also\s+|been\s+|now\s+)*(?:asked\s+for|asked\s+(?:the|her|him|you|for)|referred|requested|arranged|ordered|booked|"
    r"listed)\b|\b(?:is|are)\s+(?:being\s+)?(?:referred|booked|listed)\b|\breferred\s+(?:her|him)\b"
    r"|^\W*for\s+(?:an?\s+)?(?:repeat|dental|dxa|dexa|mri|ct|bloods?|review|follow|physio\w*|surgery|infusion|bone\s+biopsy)\b"
    r"|\b(?:discharged|back)\s+(?:back\s+)?(?:to\s+(?:the\s+|her\s+|his\s+)?(?:GP|general|family|primary)|from\s+(?:the\s+|our\s+)?(?:clinic|follow))",
    re.IGNORECASE,
)
_UNABLE = re.compile(
    r"\b(?:afraid|unable|able|failed|forgot|refused|declined|hard|difficult\w*|unwilling|used)\s+to\s+\w+|\b(?:past|last|since|for)\s+(?:the\s+)?"
    r"(?:past\s+|last\s+)?\d+\s+\w+"
    r"|\bas\s+planned\b|\bno\s+(?:\w+\s+){1,3}planned\b",
    re.IGNORECASE,
)
"""``afraid to come``, ``for the past 4 months``, ``ended as planned``: nothing to come."""
"""What is to come; ``after 14 months`` and ``no further falls`` are not."""
_HEADING = 2
"""Words of a bare heading."""
_SHORT = 3
_THEN = re.compile(r"\b(?:was|were|had|did|first|initial(?:ly)?|original(?:ly)?|then|back|before|old)\b", re.IGNORECASE)
"""A plan of that time, which may have been overtaken."""
_ALIKE = (
    ("scan", "scans", "dxa", "dexa", "densitometry", "bmd"),
    ("visit", "appointment", "check", "review", "clinic", "seen", "see", "follow"),
    ("bloods", "blood", "labs", "lab", "tests"),
    ("x-ray", "radiograph", "film", "films"),
)
"""Examinations by any of their names."""


def is_of_plan(heard: Heard) -> bool:
    """``what is the plan?``, ``is a scan planned?``: of now, and not of a day that is named."""
    timed = heard.date is not None or heard.months is not None or heard.moment is not None or heard.notes
    return not timed and not _THEN.search(heard.say) and _ASKED.match(heard.say) is not None


def planned(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """The sentences that plan; null where none is asked for, or none tells of what is named."""
    match = _ASKED.match(heard.say) if is_of_plan(heard) else None
    if match is None:
        return None
    texts = {note.id: note.text for note in session.notes}
    dates = {note.id: note.date or "" for note in session.case.notes}
    told = [
        one
        for one in passages_of(session)
        if (_AHEAD.search(_UNABLE.sub(" ", one.text)) or _is_headed(one, texts[one.note]))
        and len(one.text.split()) > _HEADING
    ]
    last = _last(told, dates)
    what = match["what"] or match["of"] or match["next"]
    if what is None:
        told = [one for one in told if dates.get(one.note, "") == last]
        newest = max(dates.values(), default="")
        head = "The notes say:" if last == newest else f"No newer plan is told than that of {last}:"
        return quoted(told, head) if told else None
    told = _of_thing(told, what, heard, found)
    newest = _last(told, dates)
    told = [one for one in told if dates.get(one.note, "") == newest]
    if not told:
        return Reply("A plan for that is not told in any note.")
    head = "The notes say:" if newest == last else f"No newer plan is told than that of {newest}:"
    return quoted(told, head)


def _is_headed(passage: Passage, note: str) -> bool:
    """Whether it stands under a heading of plans alone; what was found stands under ``A/P`` as well."""
    head = plan_heading(passage, note)
    return head is not None and not head.casefold().startswith("a/")


def _last(told: list[Passage], dates: dict[str, str]) -> str:
    return max((dates.get(one.note, "") for one in told), default="")


def _of_thing(told: list[Passage], what: str, heard: Heard, found: Selection) -> list[Passage]:
    """Those that name what is asked for, an examination by any of its names."""
    words = set(re.findall(r"[a-z][a-z-]+", what.casefold()))
    names = {one for alike in _ALIKE if words & set(alike) for one in alike}
    names |= {one for one in words if len(one) > _SHORT and one not in SMALL}
    keys = keys_of(heard, found)
    return [
        one
        for one in told
        if any(has_word(one.text, name) or holds(one.text, (name,)) for name in names)
        or any(holds(one.text, key) for key in keys)
    ]
