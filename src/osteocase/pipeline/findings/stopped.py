"""Habits and treatments that have ended: ``20 pack-years, quit in 2005``, ``does not smoke, stopped in 2015``."""

from __future__ import annotations

from osteocase.lexicon import FindingEntry
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["HABITS", "as_it_stands", "goes_on", "has_stopped", "quit_after_denial"]

HABITS = frozenset({"smoking", "alcohol", "glucocorticoid_use", "falls"})
"""What goes on or has ended; where it was never there it has no past."""

_QUIT = re.compile(
    r"(?<!\bto )(?<!not )(?<!and )\b(?:quit|stopped|gave\s+up|given\s+up|ceased|until|till|up\s+to\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_QUIT_BEFORE = re.compile(
    r"(?<!not )(?<!to )\b(?:quit|stopped)\s+(?:smoking\s+)?(?:in\s+)?(?:19|20)\d\d\s*[(,]\s*(?:\d+[\s-]*)?\Z",
    re.IGNORECASE,
)
"""``Quit 2009 (25 pack years)``"""
_STILL_DOES = re.compile(r"(?:drinks|smokes|vapes|uses|enjoys|has)\b", re.IGNORECASE)
_NONE_SINCE = re.compile(r"\s*[:–-]\s*(?:none|nil|no|not)\s+(?:any\s+)?since\b", re.IGNORECASE)
_SINCE_YEAR = re.compile(r"\s+since\s+(?:(?:early|late|mid|about|around)\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:19|20)\d\d\b")
"""``no steroids since 2019``: there were some until then."""
_NONE_FOR = re.compile(
    r"\s+(?:x|for)\s*(?:(?:the\s+(?:past|last)|about|over|almost|nearly|some)\s+)*(?:\d{1,2}|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve|fifteen|twenty|thirty)\+?\s*(?:years?|yrs?|decades)\b",
    re.IGNORECASE,
)
_EVER = re.compile(r"\b(?:never|ever|history|hx)\b[^.;\n]{0,16}\Z", re.IGNORECASE)
"""``no smoking for ten years``: there was some until then; who never smoked for ten years had less of it."""
_GIVING_UP = re.compile(
    r"\b(?:gave|given|giving)\s+up\s+(?:(?:the|his|her|all)\s+)?(?:\w+\s+)?\Z"
    r"|\b(?:quit|stopped|gave\s+up|given\s+up)\s+(?:smoking|drinking|alcohol|tobacco|cigarettes)\b[^.;,\n]{0,24}?\band\s+\Z",
    re.IGNORECASE,
)
"""``quit drinking in 2010 and smoking in 2015``: the verb is that of both."""
_GAVE_UP = re.compile(
    r"\s*(?:any\s*more|now|currently|at\s+present)?\s*[,;(–—-]\s*(?:(?:he|she|has|having|but|and)\s+){0,3}(?:quit|stopped|gave\s+(?:it\s+)?up|"
    r"given\s+up)"
    r"(?=\s*(?:$|[.,;)\n]|(?:it|this|both|all|in|at|on|about|around|over|some|many|when|after|before|with|years?|long|since|for|completely|altogether"
    r"|entirely|cold|early|last|two|three|four|five|ten|a|an|more)\b|\d|'))",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:completed|finished|weaned\s+off|tapered\s+off|now\s+off|off\s+since|only\s+in\s+(?:19|20)\d\d|in\s+(?:19|20)\d\d\s+only"
    r"|(?:until|till)\s+(?:\w+\s+)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WAS_ON = re.compile(r"\b(?:was|were|had\s+been|been)\s+(?:put\s+)?on\s+(?:an?\s+|oral\s+|some\s+)*\Z", re.IGNORECASE)
_SPAN_OVER = re.compile(
    r"\b(?:in|until|till|from|between|during)\s+(?:\w+\s+)?(?:19|20)\d\d\b|\bfor\s+\d+\s*(?:weeks?|wks?|months?|years?|yrs?)\b",
    re.IGNORECASE,
)
"""``was on pred 30 for 9 weeks in 2022``."""
_NEAR = 12
"""Characters within which a word stands right beside a drug: ``after a course of oral prednisolone``."""
_OFF = re.compile(
    r"\b(?:off|came\s+off|come\s+off|weaned\s+off|tapered\s+off|now\s+off|stopped)\s+(?:the\s+|her\s+|his\s+|oral\s+)?\Z",
    re.IGNORECASE,
)
_COURSE_OVER = re.compile(
    r"\b(?:completed|finished)\s+(?:an?\s+|her\s+|his\s+|the\s+)?(?:[\w-]+\s+){0,2}(?:course|courses|taper|burst)\s+(?:of\s+)?(?:oral\s+)?\Z",
    re.IGNORECASE,
)
"""``completed a course of dexamethasone``"""
_COURSE = re.compile(
    r"\s*[-–—:,(]?\s*(?:short\s+)?courses?\s*(?:x\s?\d|for\s+[^.;\n]{0,30}\bin\s+(?:19|20)\d\d)|\s*(?:bursts?|courses?)\s+x\s?\d[^.;\n]{0,20}\b(?:last\s+year|(?:19|20)\d\d)",
    re.IGNORECASE,
)


_HAS = re.compile(r"\b(?:has|have|he['’]s|she['’]s)\s+(?:always\s+|also\s+)?\Z", re.IGNORECASE)
_TO_THIS_DAY = re.compile(
    r"[^.;\n]{0,50}?\b(?:since\s+(?:she|he|age|the\s+age|(?:her|his)|high\s+school|college|19|20)|for\s+(?:the\s+(?:past|last)\s+)?"
    r"(?:about\s+|over\s+|almost\s+|more\s+than\s+)?(?:\d+|\w+)\s+years|(?:all|most\s+of)\s+(?:her|his)\s+(?:adult\s+)?life)\b",
    re.IGNORECASE,
)


def goes_on(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """``has smoked a pack a day since she was 18``: the perfect tense with its beginning tells a habit of today."""
    if (
        entry.id not in {"smoking", "alcohol"}
        or _HAS.search(scan.text[max(0, mention.start - 16) : mention.start]) is None
    ):
        return False
    _, end = scan.sentence_at(mention.start)
    return _TO_THIS_DAY.match(scan.text, mention.end, min(end, mention.end + 90)) is not None and not has_stopped(
        scan, mention, entry
    )


def quit_after_denial(scan: Scan, mention: Mention) -> bool:
    """``does not smoke, quit in the 70s``, ``doesn't drink now (stopped 2015)``: a habit of the past."""
    if mention.id not in {"smoking", "alcohol", "glucocorticoid_use"}:
        return False
    _, end = scan.sentence_at(mention.start)
    if mention.id != "alcohol" and _SINCE_YEAR.match(scan.text, mention.end, min(end, mention.end + 40)) is not None:
        return True
    if mention.id == "glucocorticoid_use":
        return False
    if (
        mention.id == "smoking"
        and _NONE_FOR.match(scan.text, mention.end, min(end, mention.end + 40)) is not None
        and _EVER.search(scan.text[max(0, mention.start - 24) : mention.end]) is None
    ):
        return True
    if _NONE_SINCE.match(scan.text, mention.end, min(end, mention.end + 40)) is not None:
        return True
    return _GAVE_UP.match(scan.text, mention.end, min(end, mention.end + 60)) is not None


def has_stopped(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """``20 pack-years, quit in 2005``; ``prednisone, which was stopped``."""
    start, end = scan.sentence_at(mention.start)
    if entry.id in {"smoking", "alcohol"}:
        given_up = _GIVING_UP.search(scan.text, max(start, mention.start - 60), mention.start) is not None
        if given_up and _STILL_DOES.match(scan.text, mention.start) is None:
            return True
        quit_before = _QUIT_BEFORE.search(scan.text, max(start, mention.start - 50), mention.start)
        smoked = (other for other in scan.mentions_in(start, mention.start, "finding") if other.id == "smoking")
        if quit_before is not None and not (entry.id == "alcohol" and next(smoked, None) is not None):
            return True
        clause = re.split(r"[;.]\s", scan.text[mention.end : min(end, mention.end + 60)])[0]
        return _QUIT.search(clause) is not None
    if entry.id != "glucocorticoid_use":
        return False
    rest = re.split(r";", scan.text[mention.end : min(end, mention.end + 70)])[0]
    if _COMPLETED.search(rest) is not None:
        return True
    lead = scan.text[max(start, mention.start - 24) : mention.start]
    if _WAS_ON.search(lead) is not None and _SPAN_OVER.search(rest) is not None:
        return True
    if _COURSE_OVER.search(scan.text, max(start, mention.start - 50), mention.start) is not None:
        return True
    if _OFF.search(lead) is not None or _COURSE.match(rest) is not None:
        return True
    words = scan.knowledge.words
    for word in scan.words_in(max(start, mention.start - 30), min(end, mention.end + 60), "status_stop", "status_past"):
        place = words[word.id].value or ""
        near = place.startswith("near_")
        if word.end <= mention.start and place.endswith(("before", "both")):
            between = scan.text[word.end : mention.start]
            return not re.search(r"[,;]", between) and (not near or len(between) <= _NEAR)
        if word.start >= mention.end and place.endswith(("after", "both")):
            between = scan.text[mention.end : word.start]
            return ";" not in between and (not near or len(between) <= _NEAR)
    return False


def as_it_stands(scan: Scan, mention: Mention, entry: FindingEntry, status: str, temporality: str) -> tuple[str, str]:
    """Status and temporality of a habit that has ended, or that was never there."""
    if status == "absent" and quit_after_denial(scan, mention):
        return "present", "historical"
    if status == "absent" and (entry.id in HABITS or mention.variant == "historical"):
        return status, "current"
    if status == "present" and temporality == "current" and has_stopped(scan, mention, entry):
        return status, "historical"
    return status, temporality
