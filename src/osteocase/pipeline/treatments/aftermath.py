"""What became of a treatment, told behind it without a verb of its own: out of it, not covered, script sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.places import LISTS
from osteocase.pipeline.treatments.reasons import AGAINST
from osteocase.pipeline.treatments.words import words_that

__all__ = ["settle_aftermaths"]

_REACH = 110
_HE = r"(?:she|he|(?:the\s+)?patient|pt|they|family)"
_NEXT = r"(?:[^.;\n]|(?<=\b[DM]r)\.|\.(?=\d)){0,60}?"
_UNPROVED = {"treatments.dose", "treatments.route", "treatments.named", "treatments.plan", "treatments.prescription"}
"""Rules by which nothing but a dose or a name says that it is taken."""
_FIRST = re.compile(
    r"\s*(?:[-–—,;(]|\bbut\b)\s*(?:(?:check|get|do|needs?|after|repeat|await|baseline|an?|the)\s+)*(?:\w+\s+){0,2}?"
    r"(?:ECG|EKG|labs?|bloods?|dental|dentist|tests?|swab|scan|echo|levels?|clearance|cultures?|consult|checks?"
    r"|review|e?GFR|vitamin\s+D|calcium|DXA|DEXA|imaging|x-?ray|LFTs?|U&Es?|FBC|CBC|screen(?:ing)?)\s+first\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:\s*(?:today|now))?\s*[,;–—-]\s*(?:was\s+|and\s+)?(?:given|administered|injected|received|done)\s+(?:today|in\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:l|r|lt|rt|left|right|clinic|office|abdomen|arm|thigh)\b|without|uneventfully|by\s+(?:the\s+)?(?:nurse|rn|me|ma))",
    re.IGNORECASE,
)
_OUT = re.compile(
    rf"[^.;\n]{{0,40}}?(?:[,;(–—-]\s*|\b(?:{_HE}|been|is|was|now)\s+)out\s+(?:of\s+(?:it|them|this|these|med\w*|refills)\b"
    r"|(?:x|for|since)\s)",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"[^.;\n]{0,60}?(?:[-–—,;:(]\s*|\b(?:so|now|start|begin|for|on|recommend|suggest|advise[sd]?)\s+)(?:a\s+|her\s+|his\s+)?"
    r"(?:(?:drug|treatment|medication|bisphosphonate)\s+)?holiday\b(?!\s+(?:until|from|in|after|since|19|20|between)\s+(?!now|today)\w*\d)",
    re.IGNORECASE,
)
_STOP_MARK = re.compile(
    r"[^.;,\n]{0,40}?\b(?:may|can|(?:ok|okay|fine|safe)\s+to)\s+(?:now\s+)?(?:stop|discontinue|d/c|come\s+off)"
    r"(?:\s+(?:now|today|it|this))?\s*(?=[.;,)\n])"
    r"|[^.;\n]{0,110}?(?<!then)(?<!and)[ \t!]*[,:–—-]\s*(?:to\s+)?(?:stop|discontinue|d/c|cease|deprescribe)"
    r"(?:\s+(?:now|today|it|this))?\s*(?=[.;,)\n])",
    re.IGNORECASE,
)
_OVER = re.compile(r"\s*[,(–—-]?\s*(?:now\s+)?(?:done|completed?|finished)\s*(?=[.;,)\n])", re.IGNORECASE)
_HELD_OFF = re.compile(
    r"[^.\n]{0,90}?(?:[,;–—-]|\b(?:but|and|would))\s*(?:(?:would|will|I\s+would|we\s+will)\s+)?hold(?:ing)?\s+off\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    rf"{_NEXT}\b{_HE}(?:['’]d|\s+would)\s+(?:like|prefer|rather|sooner)\s+(?:to\s+)?(?:hold|wait|think|defer|avoid|not|leave|put\s+it\s+off)\b",
    re.IGNORECASE,
)
_BUT_ILL = re.compile(
    rf"(?:\s+(?:was|were|had|has|have|been|also|once|briefly))*\s*(?:considered|discussed|contemplated|thought\s+of|suggested"
    rf"|proposed|an\s+option)?\s*,?\s*(?:but|however)\s+(?:{_HE}|this\s+(?:lady|gentleman|patient))\s+(?:has|had|has\s+had|is\s+on"
    rf"|suffers\s+from)\s+{AGAINST}",
    re.IGNORECASE,
)
_RESCUE = re.compile(
    r"\s+(?:\w+\s+)?(?:as|for)\s+(?:an?\s+|her\s+|his\s+)?(?:\w+\s+)?(?:rescue|breakthrough|back-?up|standby|top-?up)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    rf"{_NEXT}[-–—,;:(→]\s*(?:to\s+|will\s+|please\s+|plan\s+to\s+)?(?:switch|swap|change|convert|transition|move|rotate)\s+"
    r"(?:(?:over|back|across|her|him)\s+){0,2}(?:to|for)\s+(?:(?:an?|the|oral|iv|sc)\s+)?\Z",
    re.IGNORECASE,
)
"""``X 30 mg nocte, nausea again - swap to Y``"""
_FIRST_GIVEN = re.compile(
    r"[^.\n]{0,60}?[;,.–-]\s*(?:and\s+)?(?:the|her|his)\s+first\s+(?:injection|dose|infusion|shot|one)\s+(?:was|has\s+been)\s+"
    r"(?:\w+\s+)?(?:given|administered|infused)\b",
    re.IGNORECASE,
)
"""``I recommend X; the first dose was given today``"""
_AGREED = re.compile(
    rf"[^.\n]{{0,80}}?\b{_HE}\s+(?:(?:is|was|has|had|would\s+be|quite|very)\s+)*"
    r"(?:(?:happy|keen|willing|agreeable|content|glad)\s+(?:to\s+(?:accept|try|proceed|go\s+ahead|have|start)|with)(?:\s+(?:with\s+)?(?:this|that|it))?"
    r"|agree[sd]?\s+to\s+(?:this|it|that|proceed|try)|accept(?:s|ed)\s+(?:this|it))\s*(?:[.;,\n]|and\b)",
    re.IGNORECASE,
)
"""``X would be the best choice, and she was happy to accept this``"""
_TAKES_IT = re.compile(
    rf"[^.;\n]{{0,60}}?\b(?:and|so|but|which)\s+(?:{_HE}\s+)?(?:(?:still|now|already|does|regularly|happily)\s+)*"
    r"(?:takes?|uses?|wears?|has\s+been\s+(?:taking|using)|is\s+(?:taking|using))\s+(?:it|them|this|these|that|one)\b",
    re.IGNORECASE,
)
"""``prefers the chewable X and takes it with meals``: taken, whatever she would rather have."""
_GOES_ON = re.compile(
    r"[^.;\n]{0,40}?[,;–-]\s*(?:and\s+)?(?:to\s+(?:be\s+)?|will\s+(?:be\s+)?|please\s+|should\s+(?:be\s+)?)?"
    r"(?:continued?|carry\s+on|carrying\s+on|repeat(?:ed)?)\s+(?:with\s+)?(?:it\s+|this\s+)?(?:every|each|monthly|weekly|yearly"
    r"|annually|daily|fortnightly|at\s+(?:home|monthly|weekly)|q\.?\s?\d|(?:three|six|3|6|four|4)[\s-](?:monthly|weekly))\b",
    re.IGNORECASE,
)
"""``given 18/03, to continue monthly``: one of a series that goes on."""
_THINKING = {"planned", "mentioned", "started"}


def _script(scan: Scan, item: Found, place: str) -> str | None:
    bare = item.status in {"planned", "mentioned"} or (item.status == "ongoing" and item.rule in _UNPROVED)
    return "started" if bare and place not in LISTS else None


def _taken_so_far(scan: Scan, item: Found, place: str) -> str | None:
    return "stopped" if item.status in {"ongoing", "started"} and item.is_drug else None


def _put_off(scan: Scan, item: Found, place: str) -> str | None:
    return "declined" if item.status in _THINKING else None


def _waits(scan: Scan, item: Found, place: str) -> str | None:
    return "mentioned" if item.status in {"planned", "mentioned"} else None


def _checked_first(scan: Scan, item: Found, place: str) -> str | None:
    return "planned" if item.status == "started" else None


def _given(scan: Scan, item: Found, place: str) -> str | None:
    """A dose that was due was given at this visit; of a drug for the bone it is one of a series."""
    often = any(regimen.frequency for regimen in item.regimens)
    if item.status not in {"planned", "started", "ongoing"} or not item.is_drug or place in LISTS:
        return None
    if item.entry.osteoporosis_drug:
        return "ongoing" if _DUE.search(_cue(scan, item)) else None
    return None if often else "completed"


def _begun(scan: Scan, item: Found, place: str) -> str | None:
    return "started" if item.status == "planned" and item.is_drug else None


def _agreed(scan: Scan, item: Found, place: str) -> str | None:
    return "planned" if item.status == "mentioned" else None


def _ended(scan: Scan, item: Found, place: str) -> str | None:
    told = any(regimen.duration for regimen in item.regimens)
    return "completed" if told and item.is_drug and item.status in {"ongoing", "past", "started"} else None


def _stop_mark(scan: Scan, item: Found, place: str) -> str | None:
    course = any(regimen.duration for regimen in item.regimens)
    return None if course else _taken_so_far(scan, item, place)


def _not_paid(scan: Scan, item: Found, place: str) -> str | None:
    if item.status == "started" and _DONE.search(_cue(scan, item)):
        return "stopped"
    return "mentioned" if item.status in _THINKING else None


def _ill(scan: Scan, item: Found, place: str) -> str | None:
    return "contraindicated" if item.status == "mentioned" else None


def _rescue(scan: Scan, item: Found, place: str) -> str | None:
    return "ongoing" if item.status == "past" and _cue(scan, item) == "with" else None


def _taken_all_the_same(scan: Scan, item: Found, place: str) -> str | None:
    return "ongoing" if item.status in _THINKING and item.is_drug else None


def _carried_on(scan: Scan, item: Found, place: str) -> str | None:
    return "ongoing" if item.is_drug and item.status in {"past", "completed"} else None


_DUE = re.compile(r"\bdue\b")
_DONE = re.compile(r"\b(?:was|were|had|has)\b|ed\b")
_Rule = tuple[re.Pattern[str], Callable[[Scan, Found, str], str | None]]
_RULES: tuple[_Rule, ...] = (
    (_TAKES_IT, _taken_all_the_same),
    (_GOES_ON, _carried_on),
    (_PUT_OFF, _put_off),
    (_HELD_OFF, _waits),
    (_BUT_ILL, _ill),
    (_AWAY, _taken_so_far),
    (_OUT, _taken_so_far),
    (_HOLIDAY, _taken_so_far),
    (_STOP_MARK, _stop_mark),
    (_OVER, _ended),
    (_GIVEN, _given),
    (_FIRST_GIVEN, _begun),
    (_AGREED, _agreed),
    (_FIRST, _checked_first),
    (_RESCUE, _rescue),
)


@lru_cache(maxsize=4)
def _rules(knowledge: Knowledge) -> tuple[_Rule, ...]:
    """All rules, with those that name who pays and where a prescription goes."""
    payer, pharmacy = words_that(knowledge, "payer"), words_that(knowledge, "pharmacy")
    payer = rf"(?:{payer})\s+(?:company\s+)?"
    not_paid = re.compile(
        rf"{_NEXT}\b(?:{payer}(?:(?:was|has|did|does|do|would|will|has\s+been)\s*)?(?:not\s+|n['’]t\s+)?"
        r"(?:(?<=not\s)|(?<=n['’]t\s))(?:cover|approve|pay|fund)\w*"
        rf"|{payer}(?:was\s+|has\s+|has\s+been\s+)?(?:deni|declin|refus|reject)\w+"
        r"|(?:not|n['’]t)\s+(?:be\s+)?(?:covered|funded|reimbursed)\s+by)",
        re.IGNORECASE,
    )
    sent = re.compile(
        r"[^.;\n]{0,30}?[\s,;(–-](?:(?:new\s+)?(?:rx|e-?rx|scripts?|prescriptions?)\s+(?:(?:was|were|has\s+been)\s+)?"
        r"(?:sent|given|provided|issued|faxed|called\s+in|written|printed|done)|e-?prescribed|(?:sent|called\s+in|faxed)\s+to\s+"
        rf"(?:the\s+|her\s+|his\s+)?(?:{pharmacy}))(?!\w)",
        re.IGNORECASE,
    )
    return ((not_paid, _not_paid), *_RULES, (sent, _script))


def _cue(scan: Scan, item: Found) -> str:
    return scan.text[slice(*item.verdict.cue)].lower() if item.verdict.cue is not None else ""


def settle_aftermaths(scan: Scan, found: Sequence[Found], spots: Sequence[str], may: Sequence[bool]) -> None:
    """Give each mention the status that the words behind it tell, up to the next name or the end of the sentence."""
    rules = _rules(scan.knowledge)
    for index, (item, place) in enumerate(zip(found, spots, strict=True)):
        if item.status is None or not may[index]:
            continue
        limit = min(len(scan.text), item.end + _REACH)
        if index + 1 < len(found):
            limit = min(limit, found[index + 1].mention.start)
        tail = scan.text[item.end : limit] + ("\n" if limit == len(scan.text) else "")
        for pattern, meaning in rules:
            if pattern.match(tail) is None:
                continue
            status = meaning(scan, item, place)
            if status is not None:
                item.decide(status, "aftermath")
                break
