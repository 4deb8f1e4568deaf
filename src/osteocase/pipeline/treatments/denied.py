"""Whether a name is denied, left off, forbidden for a reason, tested on a germ, or that of a person."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.reasons import AGAINST, why_not
from osteocase.pipeline.treatments.sequel import is_of_a_sequel
from osteocase.pipeline.treatments.status import Verdict

__all__ = [
    "is_a_person",
    "is_a_verb",
    "is_borrowed",
    "is_denied",
    "is_for_anyone",
    "is_not_taken",
    "is_of_a_culture",
    "is_of_a_food",
    "is_of_screws",
    "is_purpose",
    "tell_anew",
]

_REASON = re.compile(
    r"[^.,;\n]{0,20}\b(?:because|due to|d/t|given (?:her|his|the|that)|in view of|owing to|on account of)\b"
    rf"|[^.,;\n]{{0,20}}\b(?:with|given|in)\s+{AGAINST}",
    re.IGNORECASE,
)
"""``NOT enoxaparin because of the renal function``."""
_NOT_BEHIND = re.compile(r"\s*[-–:]?\s*NOT\b\s*(?:\(|because|due|d/t|given|owing)")
"""``naproxen NOT (kidneys)``."""
_BRACKETED = re.compile(r"NOT\s*\(")
_AGAIN = re.compile(r"\s+(?:ever\s+)?again\b", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:(?:oral|iv|systemic|further|more|additional)\s+)?", re.IGNORECASE)
_SO = re.compile(r"(?:\b(?:so|hence|therefore|thus)|->|→|=>)\s*$", re.IGNORECASE)
"""``eGFR 28, so no zoledronate``."""
_AND_SO = re.compile(
    r"(?:\b(?:so|hence|therefore|thus)\s+|(?:->|→|=>)\s*)(?:(?:the|an?|her|his|oral|instead)\s+)*$", re.IGNORECASE
)
"""``would not cover X, so Y was ordered``: the denial ends with its clause."""
_NOT_NOW = re.compile(
    r"\s+(?:is\s+|are\s+)?(?:now|yet|for now|needed|required|necessary|at present|at the moment|indicated)\b",
    re.IGNORECASE,
)
"""``so no bisphosphonate now`` forbids none."""
_NEGATES = re.compile(
    r"\b(?:no|not|never|nor|none|without|den\w+|negative|neither|absent|lack\w*)\b|n['’]t\b", re.IGNORECASE
)
_ONLY_THIS = re.compile(r"[,;–-]\s*(?:just|only|but)\s+$", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"\s*(?:use\s*)?[:–-]\s*(?:no|none|never|nil|N/?A|denies|denied)\b"
    r"|\s+(?:was\s+|were\s+)?(?:never|not)\s+(?:used|needed|required)\b|\s+(?:was\s+|were\s+)?never\s+(?:started|begun|given)\b",
    re.IGNORECASE,
)


_ASKED_AND_NOT = re.compile(r"\s*\?\s*[-–:,(]?\s*(?:not\s+(?:needed|required|indicated|given)|no\b)", re.IGNORECASE)
"""``X 5 mg IV? - not needed``."""


def is_denied(scan: Scan, item: Found) -> bool:
    """A negation counts unless the verb that governs the name, or its dose, stands between the two."""
    if _DENIED_AFTER.match(scan.text, item.mention.end) or _ASKED_AND_NOT.match(scan.text, item.end):
        return True
    if _NOT_BEHIND.match(scan.text, item.end):
        item.verdict = Verdict("contraindicated", (item.mention.start, item.end), strong=True)
        return False
    if not item.context.negated or _ONLY_THIS.search(scan.text[max(0, item.mention.start - 12) : item.mention.start]):
        return False
    cue = item.verdict.cue
    for negation in (fired for fired in item.context.cues if fired.category == "negated"):
        if not _NEGATES.search(scan.text[negation.start : negation.end]):
            continue
        if negation.end <= item.mention.start and _BRACKETED.match(scan.text, negation.start):
            continue  # ``naproxen NOT (kidneys), oxycodone 5 mg``
        forbidden = (
            _REASON.match(scan.text, item.end)
            or _AGAIN.match(scan.text, item.end)
            or (
                _SO.search(scan.text, max(0, negation.start - 12), negation.start)
                and not _NOT_NOW.match(scan.text, item.end)
            )
        )
        if _BARE.fullmatch(scan.text, negation.end, item.mention.start) and forbidden:
            item.verdict = Verdict("contraindicated", (negation.start, negation.end), strong=True)
            return False
        if negation.start >= item.end and is_of_a_sequel(scan, negation.start, negation.end):
            continue
        if negation.start >= item.end and (item.has_dose or "," in scan.text[item.mention.end : negation.start]):
            continue
        if cue is not None and negation.start < cue[1] and cue[0] < negation.end:
            continue  # ``not a candidate for``: the words are the cue's own
        if negation.end <= item.mention.start and _AND_SO.search(scan.text, negation.end, item.mention.start):
            continue
        if cue is None or item.verdict.after or negation.end > cue[0]:
            return True
        if len(re.findall(r"\w+", scan.text[negation.end : cue[0]])) < 2:
            return True
    return False


_NOT_TAKEN = re.compile(r"not (?:been )?(?:tak(?:en|ing)|us(?:ed|ing)|worn|wearing)$", re.IGNORECASE)
_HERS = re.compile(r"\b(?:her|his|their)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AS_OUGHT = re.compile(
    r"[^.;\n]{0,30}\b(?:regularly|consistently|every|daily|today|properly|correctly"
    r"|as (?:prescribed|directed|she|he))\b",
    re.IGNORECASE,
)


def _is_left_off(scan: Scan, item: Found) -> bool:
    """``has not taken her donepezil for a week``: it is hers, and she has stopped; ``not regularly`` stops nothing."""
    hers = _HERS.search(scan.text, max(0, item.mention.start - 20), item.mention.start) is not None
    taken = _NOT_TAKEN.search(_words(scan, item.verdict)) is not None
    return hers and taken and not item.entry.needs_dose and not _AS_OUGHT.match(scan.text, item.mention.end)


_NOT_YET = re.compile(
    r"\s+(?:(?:just\s+)?yet|for\s+now|now|at\s+present|at\s+this\s+(?:stage|time|point)|currently)\b", re.IGNORECASE
)
"""``not for X yet``"""


_NO = re.compile(r"(?:^|[.;\n:-])\s*No\s+$")
"""``No NSAIDs.`` in a plan is an order."""


def tell_anew(scan: Scan, item: Found, place: str) -> bool:
    """Correct what the words beside a name say by what stands around them; True where a reason forbids a denial."""
    if place == "past_medications" and item.verdict.status == "allergy" and item.verdict.after:
        item.verdict = Verdict(None)  # ``Past trials: Tegretol (rash)`` tells why it was stopped
    if item.verdict.status == "absent" and _is_left_off(scan, item):
        item.verdict = replace(item.verdict, status="stopped")
    ordered = place in {"plan", "instructions"} and item.entry.id == "nsaid"
    if ordered and _NO.search(scan.text, max(0, item.mention.start - 6), item.mention.start):
        item.verdict = Verdict("contraindicated", (item.mention.start, item.mention.end), strong=True)
        return True
    is_no = not item.verdict.after and _words(scan, item.verdict).lower() in {"not for", "no"}
    if item.verdict.status == "contraindicated" and is_no and _NOT_YET.match(scan.text, item.mention.end):
        item.verdict = replace(item.verdict, status="mentioned")
    why = why_not(scan.text, item.mention.end) if not item.context.historical else None
    if why is not None:
        item.verdict = Verdict(why, (item.mention.start, item.mention.end), strong=True)
    return why is not None


_NOT_TAKING = re.compile(
    r"[ \t]*[(–—-]\s*(?:(?:the\s+)?(?:patient|pt)\s+(?:is\s+)?)?(?:is\s+)?not\s+(?:currently\s+"
    r"|presently\s+)?tak(?:ing|en)\b",
    re.IGNORECASE,
)


def is_not_taken(scan: Scan, item: Found) -> bool:
    """``81 mg daily (not taken for two weeks)`` in a list of drugs: it is hers, and she has stopped."""
    absent = item.verdict.status == "absent" and item.verdict.after
    return item.has_dose and (absent or _NOT_TAKING.match(scan.text, item.end) is not None)


_IF_YOU = re.compile(r"\bif\s+you(?:['’]re|\s+(?:are|take|use|have|were))\b[^.;,]*\Z", re.IGNORECASE)


def is_for_anyone(scan: Scan, item: Found) -> bool:
    """``If you are on a blood thinner, tell us``: what is said to everyone."""
    return _IF_YOU.search(scan.text, scan.sentence_at(item.mention.start)[0], item.mention.start) is not None


_OF_FOOD = re.compile(
    r"\b(?:high|higher|highest|rich|richer|low|lower|poor|deficient)\s+in\s+(?:[\w-]+(?:\s+[A-Z]\w?\d*)?\s*(?:,|and|or)\s*(?:and\s+|or\s+)?){0,3}$"
)


def is_of_a_food(scan: Scan, item: Found) -> bool:
    """``foods high in calcium were advised``: what a food holds is no supplement."""
    return _OF_FOOD.search(scan.text, max(0, item.mention.start - 60), item.mention.start) is not None


_SCREWS_BESIDE = re.compile(r"[^.;\n]{0,40}\bscrews?\b", re.IGNORECASE)
_SCREWS_AHEAD = re.compile(r"\bscrews?\b[^.;\n]{0,60}\Z", re.IGNORECASE)


def is_of_screws(scan: Scan, item: Found) -> bool:
    """``screws with cement augmentation``: the cement holds the screws, no vertebra is treated with it."""
    if (
        item.entry.drug_class != "spine_augmentation"
        or "cement" not in scan.text[item.mention.start : item.mention.end].lower()
    ):
        return False
    ahead = _SCREWS_AHEAD.search(scan.text, max(0, item.mention.start - 70), item.mention.start)
    return ahead is not None or _SCREWS_BESIDE.match(scan.text, item.mention.end) is not None


_PURPOSE = re.compile(r"\bfor\s+(?:[\w-]+[\s,]+){0,5}$", re.IGNORECASE)
_WHILE_ON = re.compile(
    r"\b(?:while|whilst|as long as)\s+(?:(?:she|he|patient)\s+(?:is|remains)\s+)?(?:still\s+)?(?:on"
    r"|taking)\s+(?:the\s+|her\s+|his\s+)?$",
    re.IGNORECASE,
)
"""``pantoprazole while on steroids``: how long, no second drug."""


def is_purpose(scan: Scan, item: Found) -> bool:
    """``aspirin for secondary stroke, thromboprophylaxis``: what it is for, not a second drug."""
    words = scan.text[item.mention.start : item.mention.end].lower()
    ahead = scan.text[max(0, item.mention.start - 60) : item.mention.start]
    if item.entry.drug_class == item.entry.id and _WHILE_ON.search(ahead):
        return True
    return words.endswith(("prophylaxis", "prevention")) and _PURPOSE.search(ahead) is not None


_HERSELF = re.compile(r"\s+(?:her|him|it|my|your|them)sel(?:f|ves)\b", re.IGNORECASE)


def is_a_verb(scan: Scan, item: Found) -> bool:
    """``to brace herself from the fall``: nothing that is worn."""
    return item.entry.kind == "orthosis" and _HERSELF.match(scan.text, item.mention.end) is not None


_BORROWED = re.compile(
    r"\b(?:tr(?:y|ied|ies|ying)|t(?:ake|akes|aking|aken|ook)|us(?:e|ed|es|ing)|borrow(?:s|ed|ing)?|had|given|of)\s+"
    r"(?:(?:one|some|two|a\s+few)\s+of\s+)?(?:her|his|their|a|the)\s+(?:\w+\s+)?"
    r"(?:husband|wife|partner|mother|father|mum|mom|dad|sister|brother|daughter|son|friend|neighbou?r|spouse|roommate)"
    r"['’]s\s+$",
    re.IGNORECASE,
)


def is_borrowed(scan: Scan, item: Found) -> bool:
    """``tried her husband's tramadol``: whose it is, she took it."""
    return _BORROWED.search(scan.text, max(0, item.mention.start - 60), item.mention.start) is not None


_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Miss|Nurse)\.?\s$")


def is_a_person(scan: Scan, item: Found) -> bool:
    """``Dr. Mobic``: a title stands before the name."""
    return _TITLED.search(scan.text, max(0, item.mention.start - 8), item.mention.start) is not None


_SUSCEPTIBILITY = re.compile(r"(?:resistant|sensitive|susceptible) to$", re.IGNORECASE)
_ORGANISM = re.compile(
    r"\b(?:grew|grow\w*|cultur\w*|isolat\w+|organism\w*|bacteri\w+|strain\w*|pathogen\w*|[a-z]*cocc(?:us|i)|coli"
    r"|aureus|Klebsiella|Pseudomonas|Proteus|Enterobacter|MRSA|MSSA|tuberculosis)\b",
    re.IGNORECASE,
)


def is_of_a_culture(scan: Scan, verdict: Verdict) -> bool:
    """``grew E. coli, resistant to ciprofloxacin``: what was tested on a germ was not given for that."""
    if verdict.cue is None or verdict.after or not _SUSCEPTIBILITY.search(_words(scan, verdict)):
        return False
    return _ORGANISM.search(scan.text, *scan.sentence_at(verdict.cue[0])) is not None


def _words(scan: Scan, verdict: Verdict) -> str:
    return scan.text[verdict.cue[0] : verdict.cue[1]] if verdict.cue is not None else ""
