"""Several orders in one line: ``accept all labs and then make the PDF``, ``a PDF and a Word version please``."""

from __future__ import annotations

import re

from osteocase.assistant.answers.talk import in_full_question
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.subjects.times import date_of, months_of
from osteocase.assistant.words.politeness import plain_order
from osteocase.review import Session

__all__ = ["as_order", "head_and_order", "on_that_day"]

_JOINT = re.compile(
    r"\s*\?\s+(?:(?:and|then|please)\s+)*|\s*[,;.]?\s+(?:and\s+then|then|and\s+after\s+that|and\s+also|and|plus|as\s+well\s+as)\s+|\s*[;,]\s+|\s*[.!]\s+",
    re.IGNORECASE,
)
_OUTPUT = (
    r"(?:an?\s+|the\s+|my\s+)?(?:case\s+)?(?:pdf|word(?:\s+(?:version|file|document|doc))?|docx|json)"
    r"(?:\s+(?:report|file|version|export))?"
)
_VERB = r"(?:make|create|write|give\s+me|export|save|produce|generate|print|build|get\s+me|do)"
_ORDER = re.compile(
    rf"^(?:{_VERB}\s+(?:me\s+)?{_OUTPUT}(?:\s+as\s+(?:json|word|pdf))?|(?:export|save)\s+(?:it\s+|that\s+|everything\s+|the\s+case\s+)?"
    rf"(?:to|as|in)\s+{_OUTPUT}|make\s+the\s+report|undo(?:\s+(?:it|that|this))?|(?:go\s+to\s+)?(?:the\s+)?next(?:\s+record)?|"
    r"open\s+the\s+pdf|accept\s+(?:all|everything|the\s+rest)\b[\w ]{0,30}|"
    r"(?:show(?:\s+me)?|open|go\s+to)\s+(?:the\s+)?(?:labs?|fractures?|treatments?|bmd|timeline|checks?|conflicts|"
    r"care(?:\s+checklist)?|summary|sources))"
    r"(?:\s+(?:please|pls|now|too|as\s+well))*\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^{_OUTPUT}(?:\s+(?:please|pls|now|too|as\s+well|both))*\W*$", re.IGNORECASE)
_MAKES = re.compile(rf"\b{_VERB}\b.*\b{_OUTPUT}", re.IGNORECASE)
_DOES = re.compile(
    r"^\W*(?:(?:please|pls|ok|okay|now|can\s+you|could\s+you|first)[\s,]+)*"
    r"(?:accept|confirm|approve|delete|remove|reject|drop|add|correct|change|set|make|create|write|export|save|give|rename|"
    r"call|open|show|undo|redo|list|print|produce|generate|mark|defer|put)\b",
    re.IGNORECASE,
)


def head_and_order(say: str) -> tuple[str, str] | None:
    """What comes first, and the order at the end of the line; null where there is but one wish.

    The end must be an order that stands for itself; a second name (``accept the ALP and the PTH``) is none.
    """
    say = _FIRST.sub("", say)
    joints = list(_JOINT.finditer(say))
    for joint in reversed(joints):
        head, tail = say[: joint.start()].strip(" ,;."), say[joint.end() :].strip()
        if not head or not tail:
            continue
        if "?" in joint[0] and _DOES.match(tail) and not tail.endswith("?") and not _CLEFT.match(tail):
            return f"{head}?", tail  # ``what was the PTH? delete the last one``
        if "?" not in joint[0] and _are_apart(head, joint[0], tail):
            return head, _of_named_note(head, tail)
        if not _DOES.match(head) or "?" in joint[0]:
            continue
        if _ORDER.match(tail):
            return head, tail
        if _BARE.match(tail) and _MAKES.search(head):
            return head, f"make {tail}" if re.search(r"pdf", tail, re.IGNORECASE) else f"export as {_kind(tail)}"
    return None


def as_order(say: str) -> str:
    """``lisinopril 10 mg daily should be on the list`` as the order to add it; ``could you set …?`` as the order."""
    say = plain_order(in_full_question(say))
    if (match := _BELONGS.match(say)) is not None:
        return f"add {match['what']}"
    if (match := _GONE.match(say)) is not None:
        return f"delete {match['what']}"
    if (match := _BEGUN_ON.match(say)) is not None:
        verb = "started" if match["verb"].lower() in ("start", "begin", "starting") else "stopped"
        return f"{match['drug']} was {verb} {'on' if match['day'] else 'in'} {match['date']}"
    if (match := _STOP_REASON.match(say)) is not None:
        return f"{match['drug']} was stopped because of {match['why']}"
    if _WEANED.match(say):
        return f"add: {say}"
    zero = _BASELINE.match(say) or _AS_BASELINE.match(say) or _TO_DAY.match(say)
    return f"month 0 is {zero['what']}" if zero is not None else say


_BEGUN_ON = re.compile(
    r"^\W*(?:the\s+|her\s+|his\s+)?(?P<drug>(?!(?:when|what|did|does|is|was|how|why|which|month|count|time)\b)[\w-]+(?:\s[\w-]+)?)\s+"
    r"(?P<verb>start|begin|stop|end|starting)(?:\s+date)?\s*[:=]?\s*(?:on\s+|in\s+|was\s+|is\s+)?"
    r"(?P<date>(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:-\d\d)?)\s*[.!]*$",
    re.IGNORECASE,
)
"""``teriparatide start 26 oct 2021``."""
_STOP_REASON = re.compile(
    r"^\W*(?:please\s+)?(?:add|set|put|note|record|enter)?\s*(?:the\s+)?(?:(?P<drug>[\w-]+(?:\s[\w-]+)?)(?:['’]s)?\s+)"
    r"(?:stop(?:ping)?|end|discontinuation)\s*reason\s*(?:[:=]|was|is|as|to)\s*(?P<why>\w[^?]{2,60})$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"^\W*(?:please\s+)?(?:i\s+(?:need|want|would like|['’]d like)|get|make|have)\s+"
    r"(?P<what>(?:the|this|that|her|his|all|both)\s+[^?;.,]{2,50}?)\s+"
    r"(?:to\s+be\s+)?(?:gone|removed|deleted|taken out|thrown out|out)(?:\s+of\s+(?:here|the case|the list|it))?"
    r"(?:\s+please)?[\s.!]*$",
    re.IGNORECASE,
)
_EVENT = r"(?:dose|injection|infusion|tablet|visit|delivery|birth|fracture|surgery|operation|fall)"
_BASELINE = re.compile(
    rf"^\W*(?:the\s+)?baseline\s+(?:is|should be|shall be)\s+(?P<what>[^?;.]*\b{_EVENT}\b[^?;.]*)[\s.!]*$",
    re.IGNORECASE,
)
_TO_DAY = re.compile(
    r"^\W*(?:please\s+)?(?:make|set|move|put)\s+(?:the\s+|our\s+)?baseline\s+(?:(?:to|at|as|on|be)\s+)?"
    r"(?P<what>(?:\d{1,2}[\w\s./-]*\d{4}|\d{4}-\d\d-\d\d|[a-z]+ \d{1,2},? \d{4}))[\s.!]*$",
    re.IGNORECASE,
)
_AS_BASELINE = re.compile(
    rf"^\W*(?:make|use|take|set)\s+(?P<what>[^?;.]*\b{_EVENT}\b[^?;.]*?)\s+(?:as\s+)?(?:the\s+|our\s+)?baseline[\s.!]*$",
    re.IGNORECASE,
)
_WEANED = re.compile(
    r"^\W*(?:she|the patient)\s+(?:has\s+)?(?:weaned|stopped\s+(?:breast[- ]?feeding|nursing|lactating))\b[^?;]*\b"
    r"(?:in|on)\b[^?;]*\d",
    re.IGNORECASE,
)
"""The day of an event, and no word on the first visit."""
_BELONGS = re.compile(
    r"^\W*(?!(?:i|you|we|he|she|it|that|this|they|what|which|who|if)\b)(?P<what>[^?;.]{3,80}?)\s+"
    r"(?:should|must|ought to|needs? to)\s+(?:also\s+)?be\s+"
    r"(?:(?:put\s+)?on|added to|in|included in|part of)\s+(?:the|her|his)\s+"
    r"(?:medication |drug |treatment |problem )?(?:list|record|records|case|chart)(?:\s+(?:too|as well))?[\s.!]*$",
    re.IGNORECASE,
)


def on_that_day(say: str, before: Selection, session: Session) -> str:
    """``and add a free T4 of 14 that day``: the day of what was named before it, where that has one.

    ``and accept the others`` is of the other values of what was named.
    """
    things = [one for one in before.asked if one != "visit"]
    if _THE_OTHERS.match(say) and len(things) == 1:
        say = f"accept all {things[0]} values"
    days = {date_of(getattr(one, "time", None), one, session) for one in before.records}
    months = {months_of(one) for one in before.records}
    day, at = (one.pop() if len(one) == 1 else None for one in (days, months))
    if day is None and at is None:
        return say
    say = _THOSE.sub(r"the \g<what> of that day", say)
    return _THAT_DAY.sub(f"on {day}" if day is not None else f"at {at:f} months", say)


_THE_OTHERS = re.compile(
    r"^\W*(?:please\s+)?(?:accept|approve|confirm)\s+(?:all\s+)?(?:the\s+)?(?:others|other\s+ones)\W*$", re.I
)
_THOSE = re.compile(r"\bthose\s+(?P<what>labs|bloods|results|tests|values|scores)\b", re.IGNORECASE)
_THAT_DAY = re.compile(r"\b(?:on\s+|of\s+|from\s+)?(?:that|the same)\s+(?:day|date)\b", re.IGNORECASE)


def _are_apart(head: str, joint: str, tail: str) -> bool:
    """``remove the one and add the other``, ``accept all labs, then show what is left``: two wishes for certain."""
    if _SHOWS.match(head) and _DECIDES.match(tail):
        return True  # ``show the open records and accept the first one``
    first, then = _KIND_OF.match(head), _KIND_OF.match(tail)
    if first is not None and first["adds"] and _STOPS.match(tail):
        return True
    if then is None:
        return False
    if then["adds"] or (first is not None and first["adds"]):
        told = first is not None or _TELLS_NUMBER.search(head)
        return bool(told) and (first is None or not (first["adds"] and then["adds"]))
    return then["shows"] is not None and first is not None and not first["shows"] and bool(_DOES.match(head))


_POLITE = r"^\W*(?:(?:please|pls|also|then|ok|okay|now|can\s+you|could\s+you|first|just)[\s,]+)*"
_KIND_OF = re.compile(
    _POLITE
    + r"(?:(?P<adds>add|append|enter|insert)|(?P<takes>accept|confirm|approve|delete|remove|reject|drop|discard|"
    r"correct|change|set|undo|take\s+out|strike)|(?P<shows>(?:show|tell|list)\s+(?:me|us|what|which|all|the)|what|"
    r"which|how\s+(?:many|did|much)))\b(?!\W*(?:(?:it|that|this|them|please|pls|too|as well)\W*)*$)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"^\W*(?:first(?:ly)?|first of all|to begin with)[\s,:]+(?=[a-z]+\s+(?:me\s+)?(?:the|all|my)\b)", re.IGNORECASE
)
_STOPS = re.compile(
    _POLITE + r"(?:stop|discontinue|cease|end|withdraw|start|begin|increase|reduce|switch)\s+(?:the|her|his|all)\s+\w",
    re.IGNORECASE,
)
"""``add vitamin K and stop the calcium``: what is to be done with another drug is no part of what is added."""
_CLEFT = re.compile(r"^\W*(?:\w+\s+){0,2}if\b|^\W*\w+\W*$", re.IGNORECASE)
_SHOWS = re.compile(
    _POLITE + r"(?:show|list|display|open|bring\s+up|pull\s+up|give\s+me|tell\s+me|go\s+to)\b"
    r"(?!.*\b(?:which|what|who|whether|how|should|can|could|must|to)\b)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    _POLITE + r"(?:accept|confirm|approve|delete|remove|reject|discard|defer|put\s+off)\s+\w", re.IGNORECASE
)


def _of_named_note(head: str, tail: str) -> str:
    """``open the MRI report and accept the fractures in it``: the note by its name."""
    note = _NOTE.search(head)
    return tail if note is None else _IN_IT.sub(lambda match: f"{match['lead']} {note['note']}", tail)


_NOTE = re.compile(r"\b(?P<note>(?:the|this|that)\s+(?:[\w-]+\s+){0,4}?(?:report|letter|note|sheet|summary))\W*$", re.I)
_IN_IT = re.compile(r"\b(?P<lead>in|on|from|out of|of)\s+(?:it|there|that)\b(?=\W*$)", re.IGNORECASE)
_TELLS_NUMBER = re.compile(r"\b(?:was|were|is|are|be|to)\b.*\d", re.IGNORECASE)
"""A value that is told beside an order: ``the PTH was 49, and add a CRP of 3``."""


def _kind(tail: str) -> str:
    return "JSON" if "json" in tail.casefold() else "Word"
