"""A fracture that was suspected first and then refuted: ``thought to have cracked a rib, but the CT was clean``."""

from __future__ import annotations

from osteocase.pipeline.fractures.words import Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_confirmed", "is_older_than_denied", "is_refuted"]

_DOUBTED = re.compile(
    r"\b(?:suspect\w*|suspicion|thought|called|labell?ed|initially|at\s+first|fear(?:ed|s|ing)?|quer(?:y|ied)|presum\w+|"
    r"provisional\w*|question(?:ed|able|\s+of)|concern\w*|(?:read|reported|treated|diagnosed)\s+as|possible)\b",
    re.IGNORECASE,
)
_REFUTED = re.compile(
    r"\b(?:ruled|excluded|refuted|disproved)\s+(?:it|this|that|one|these|them)\b"
    r"|\b(?:it|this|that|which|these|they|all)\s+(?:(?:was|were|is|has\s+been|had\s+been)\s+(?:\w+ly\s+|later\s+|then\s+)?"
    r"(?:ruled\s+out|excluded|refuted|not\s+(?:confirmed|borne\s+out|the\s+case))|proved\s+(?:negative|wrong|unfounded))"
    r"|\b(?:turned\s+out|proved|proven|found)\s+(?:to\s+be|as)\s+(?!(?:an?\s+)?(?:\w+\s+){0,2}(?:fractur|broken|true\b|right\b|correct))"
    r"|\b(?:CT|MRI|MR|x-?rays?|films?|scans?|radiographs?|imaging|scintigraphy)\b[^.;\n]{0,40}\b(?:was|were|is|are|came\s+back|"
    r"proved)\s+(?:(?:all|completely|entirely|reassuringly)\s+)?(?:clean|clear|normal|negative|unremarkable)\b"
    r"|\b(?:CT|MRI|MR|x-?rays?|films?|scans?|radiographs?|imaging)\b[^.;\n]{0,30}\b(?:showed|shows|revealed|demonstrated|found)\s+"
    r"(?:only|just|merely|simply)\b(?!\s+(?:\w+\s+){0,3}fractur)"
    r"|\b(?:did|could)\s+not\s+(?:confirm|show|bear)\s+(?:it|this|that|one|any)\b"
    r"|\bnot\s+(?:confirmed|borne\s+out|substantiated|corroborated)\b|\bnone\s+was\s+(?:found|seen)\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"[^.;\n]{0,60}?\b(?:and|but|then|later|subsequently|which\s+was|was)\s+(?:(?:was|then|later|subsequently|since|duly)\s+){0,2}"
    r"(?:confirmed|proven|verified)\b(?!\s+(?:not|as\s+absent))",
    re.IGNORECASE,
)
"""``suspected on the plain film and confirmed by CT``."""
_AGE_WEIGHED = re.compile(
    r"[^.;\n]{0,40}?\b(?:was|were|is|are|been)\s+(?:considered|thought|felt|judged|deemed|believed|regarded|assessed|estimated)\s+"
    r"(?:(?:to\s+be|as|being|most\s+likely|probably|likely)\s+)*(?:an?\s+)?"
    r"(?:old|older|chronic|acute|fresh|new|recent|subacute|healed|healing|stable|unstable|osteoporotic|pathological|traumatic|"
    r"incidental|longstanding|long-standing|due\s+to|the\s+(?:cause|result))\b",
    re.IGNORECASE,
)
"""``the fracture of T7 was considered old``: its age was weighed, not whether it is there."""
_BEFORE, _AFTER = 100, 180
"""Characters around the fracture word within which the doubt and its answer stand."""


def is_confirmed(scan: Scan, words: Words, trigger: Mention) -> bool:
    """Whether the doubt that is told of the fracture word is settled in its sentence."""
    end = min(words.end, trigger.end + _AFTER)
    if _AGE_WEIGHED.match(scan.text, trigger.end, end) is not None:
        return True
    found = _CONFIRMED.match(scan.text, trigger.end, end)
    return found is not None and " not " not in found.group()


def is_refuted(scan: Scan, words: Words, trigger: Mention, *, doubted: bool) -> bool:
    """Whether a doubt is told of the fracture word and answered with no, in its sentence or the one after it."""
    start = max(words.start, trigger.start - _BEFORE)
    if not doubted and _DOUBTED.search(scan.text, start, trigger.end) is None:
        return False
    following = scan.sentence_index(trigger.start) + 1
    end = scan.sentences[following][1] if following < len(scan.sentences) else words.end
    return _REFUTED.search(scan.text, trigger.end, min(end, trigger.end + _AFTER)) is not None


_NEWER = r"(?:new|newer|further|fresh|additional|recent|acute|more)\b"
_NO_NEWER = re.compile(
    rf"\b(?:no|without|not\s+any|nil)\s+(?:(?:obvious|definite|evidence\s+of|sign\s+of|any)\s+){{0,2}}{_NEWER}"
    r"[^.\n]{0,40}?(?:fractures?|fx|#|wedg\w+|collapses?|deformit\w+)(?P<behind>[^\n]*)\Z",
    re.IGNORECASE,
)
_LEVELS = r"(?:(?:[TLDC]|Th)\d{1,2}(?:\s?(?:,|and|&|/|\+)\s?|\s+))*"
_THE_OLDER = re.compile(
    r"(?:^|[.,;:(–—-]|\bbut\b|\bonly\b)\s*(?:but\s+|only\s+|and\s+|just\s+|with\s+)?(?:the\s+|her\s+|his\s+)?"
    r"(?:old(?:er)?|known|previous|prior|earlier|healed|chronic|existing|pre-?existing|unchanged|stable)\s"
    rf"(?:[\w-]+\s+){{0,3}}(?:at\s+|of\s+)?{_LEVELS}\Z",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    rf"(?:[TLDC]|Th)\d{{1,2}}(?:\s?(?:,|and|&|/|\+)\s?|\s+){_LEVELS}(?:(?:are|is|all|both|remain\w*|look\w*)\s+)*"
    r"(?:unchanged|stable|as\s+before|as\s+known|known|old)\b",
    re.IGNORECASE,
)
_ANOTHER_ITEM = re.compile(rf"[,;(]\s*(?:the\s+)?{_LEVELS}\Z", re.IGNORECASE)
_REACH = 120


def is_older_than_denied(scan: Scan, place: int) -> bool:
    """``no new fractures, old T7``, ``no new fracture, T7 unchanged``: what is denied are newer ones than that at a
    place behind them."""
    left = max(0, place - _REACH, scan.text.rfind("\n", 0, place) + 1)
    denied = _NO_NEWER.search(scan.text, left, place)
    if denied is None:
        return False
    if _THE_OLDER.search(scan.text, denied.start("behind"), place) is not None:
        return True
    return (
        _ANOTHER_ITEM.search(scan.text, denied.start("behind"), place) is not None
        and _AS_BEFORE.match(scan.text, place) is not None
    )
