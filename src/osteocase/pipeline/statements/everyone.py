"""Sentences of leaflets and guidelines: what they teach is told of all people, not of the patient."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = [
    "is_a_rare_harm_talked_of",
    "is_a_side_effect_talked_of",
    "is_counted_in_many",
    "is_taught",
    "opens_with_everyone",
    "speaks_of_everyone",
]

_SENTENCE = 400
"""Characters of a sentence that are looked at on each side of a place."""
_EVERYONE = re.compile(
    r"\b(?:NOF (?:recommends?|guid\w+|suggests?)|FDA|WHO|NICE|ISCD|guidelines?|society|all patients"
    r"|patients (?:should|with|who)|women (?:should|with|and men|who)"
    r"|postmenopausal women (?:with|should|who|and)|men and women|individuals|effective therapies|approved (?:for|by"
    r"|medical))\b"
)
_PLURAL = re.compile(
    r"\W{0,6}(?:(?:at\s+least|up\s+to|about|approximately|nearly|over)\W+)?(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%\s+of\s+)?(?:(?:all|most|many|some|older|elderly|postmenopausal|other|several|both|young|healthy)\s+){0,2}"
    r"(?:patients|women|men|people|adults|individuals|persons|smokers|seniors|those|anyone|everyone|everybody)\s+"
    r"(?:over|under|above|aged|older|with|without|who|on|taking|receiving|should|may|can|need|are|have|had|were|underwent|received|must|often|tend|lose"
    r"|whose)\b",
    re.IGNORECASE,
)
"""``Patients on prednisone should``: the subject that opens the sentence is no one person."""
_ONE = re.compile(
    r"\b(?:she|he|her|his|him|the patient|this patient|pt|Mrs?|Ms|Miss|I|we|we(?:'|’)ll|this (?:lady|gentleman|man"
    r"|woman))\b",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"\s+(?:(?:can|may|also|will|often|usually|to|keep|tablets?|use|intake|supplements?|therapy|treatment)\s+){0,3}"
    r"(?:helps?|protects?|strengthens?|builds?|keeps?|works?|slows?|stops?|prevents?|improves?"
    r"|increases?|raises?|reduces?|lowers?|doubles?|causes?|weakens?|thins?|damages?|harms?|affects?"
    r"|leads?\s+to|contributes?\s+to)\b"
    r"[^.;\n]{0,40}?\b(?:bones?|fractures?|bone[\s-]\w+|osteoporosis|osteopenia|skeleton|calcium|your|people|women)\b"
    r"|\s+(?:is|are)\s+(?:(?:an?|one\s+of\s+the|also|all|known|important|major|strong|common|another|the|main|well)\s+){0,4}"
    r"(?:risk\s+factors?|causes?\s+of|common(?:\s+in|\s*[.,;\n]|$)|bad\s+for|good\s+for|harmful|linked|associated\s+with)",
    re.IGNORECASE,
)
"""``Smoking increases the risk of a fracture``, ``Alendronate works by slowing bone loss``."""


_TALKED_OF = re.compile(
    r"\b(?:heard|reads?|reading|warn(?:ed|s|ing)?|counsel+ed|informed|aware|leery|wary|asks?|asked|explain(?:ed|s)?|discuss(?:ed|es)?"
    r"|concern(?:ed|s)?|worr(?:ied|ies|y)|afraid|fear\w*|nervous|known|possible|potential|common|risks?)\b"
    r"(?P<told>[^.;\n]{0,140}?)\b(?:side|adverse|untoward)\s+effects?\b[^.;\n]{0,160}\Z",
    re.IGNORECASE,
)
_HAD_IT = re.compile(
    r"\b(?:she|he|I|they|patient|pt|who)\s+(?:(?:has|have|had|also)\s+){0,2}(?:had|has|have|developed|develops|experienced|experiences"
    r"|reported|reports|got|gets|suffered|suffers|felt|noticed)\b|\b(?:because|due|owing|stopped|discontinued|despite|after)\b",
    re.IGNORECASE,
)


def is_a_side_effect_talked_of(scan: Scan, start: int, end: int) -> bool:
    """``has heard of side effects such as heartburn``: what a drug can do, nobody's."""
    left, _ = scan.sentence_at(start)
    talked = _TALKED_OF.search(scan.text, max(left, start - _SENTENCE), end)
    return talked is not None and _HAD_IT.search(talked["told"]) is None


_RARE_HARM = re.compile(
    r"(?:atypical|AFFs?\b|ONJ\b|MRONJ\b|osteonecrosis\s+of\s+(?:the\s+)?jaws?|jaw\s+(?:osteo)?necrosis)", re.IGNORECASE
)
"""What hardly anybody on these drugs gets, and everybody is told of."""
_TALK = (
    r"(?:discuss(?:ed|es|ing|ion)?|d/w|talk(?:ed|s)?|spoke|explain(?:ed|s)?|went\s+(?:over|through)|counsel+(?:ed|ing)|warn(?:ed|s|ing)?"
    r"|inform(?:ed|ation)|advised|cover(?:ed|ing)|mention(?:ed|s)?|aware|consent(?:ed)?|leaflet|understands?|risks?|rare(?:ly)?"
    r"|side[\s-]effects?|s/e|adverse\s+effects?|worr(?:y|ied)|afraid|read\s+about)"
)
_TOLD_OF_HARM = re.compile(
    rf"\b{_TALK}\b(?P<told>(?:[^.;\n]|(?<=\bincl)\.|(?<=\be)\.(?=g)|(?<=e\.g)\.)*)\Z", re.IGNORECASE
)
_HARM_TOLD = re.compile(
    rf"(?:[\s,/]*(?:\b(?:and|or|etc|as\s+well\s+as)\b|&|ONJ|MRONJ|AFFs?|osteonecrosis|atypical|(?:femoral|femur)|fractures?|of|the|jaws?|hypocal\w+|risks?)\b)*"
    rf"[\s,]*(?:(?:was|were|has|have|both|all|also|been)\s+){{0,3}}{_TALK}\b",
    re.IGNORECASE,
)
_OWN_HARM = re.compile(
    r"\b(?:her|his|the|this|that|an?|left|right|bilateral|known|previous|prior|healed|healing|developed|diagnos\w+|confirmed|after"
    r"|history\s+of|h/o|s/p|with|new|incomplete|complete)\s+(?:(?:left|right|bilateral|incomplete|complete|recent|old)\s+)*\Z",
    re.IGNORECASE,
)
_HARM_SEEN = re.compile(
    r"(?:[\s,]+(?:(?:femoral|femur|subtrochanteric|diaphyseal)\s+)*fractures?)?[\s,(]*(?:(?:on|in|of|at)\s+(?:the\s+)?)?(?:left|right|L\b|R\b|bilateral|(?:19|20)\d\d|\d{1,2}/)",
    re.IGNORECASE,
)


def is_a_rare_harm_talked_of(scan: Scan, start: int, end: int) -> bool:
    """``We discussed ONJ and AFF``, ``Side effects: AFF, ONJ``: told to everyone who begins such a drug."""
    if _RARE_HARM.match(scan.text, start) is None:
        return False
    left, right = scan.sentence_at(start)
    left = max(left, start - _SENTENCE)
    if _OWN_HARM.search(scan.text, max(left, start - 40), start) or _HARM_SEEN.match(scan.text, end, right):
        return False
    told = _TOLD_OF_HARM.search(scan.text, left, start)
    if told is not None:
        return _HAD_IT.search(told["told"]) is None
    return _HARM_TOLD.match(scan.text, end, right) is not None


def opens_with_everyone(scan: Scan, position: int) -> bool:
    """Whether the sentence at a place opens with a subject that is no one person, and has no person in it."""
    left, right = scan.sentence_at(position)
    return _PLURAL.match(scan.text, left, right) is not None and not _has_person(scan, position)


def speaks_of_everyone(scan: Scan, position: int) -> bool:
    """Whether the sentence at a place is a rule for many, or that of a guideline, with no person in it."""
    left, right = scan.sentence_at(position)
    rule = _EVERYONE.search(scan.text, max(left, position - _SENTENCE), min(right, position + _SENTENCE)) is not None
    return opens_with_everyone(scan, position) or (rule and not _has_person(scan, position))


def is_taught(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence without a person tells what the thing named at a place does to anybody's bones."""
    _, right = scan.sentence_at(start)
    return _TEACHES.match(scan.text, end, right) is not None and not _has_person(scan, start)


def _has_person(scan: Scan, position: int) -> bool:
    left, right = scan.sentence_at(position)
    return _ONE.search(scan.text, max(left, position - _SENTENCE), min(right, position + _SENTENCE)) is not None


_IN_SO_MANY = re.compile(
    r"[^.;\n]{0,60}?\b(?:in|of|among)\s+(?:only\s+)?(?:\d{1,5}|two|three|four|five|six|seven|eight|nine|ten|several|most|all)\s+(?:\(\d[\d.]*\s?%\)\s+)?"
    r"(?:of\s+(?:the\s+)?)?(?:\d+\s+)?(?:patients|women|men|subjects|participants|cases|individuals)\b",
    re.IGNORECASE,
)


def is_counted_in_many(scan: Scan, end: int) -> bool:
    """``Vertebral fractures were found in 13 patients``: a figure of a study."""
    return _IN_SO_MANY.match(scan.text, end) is not None
