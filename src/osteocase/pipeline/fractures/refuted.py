"""A fracture that was suspected first and then refuted: ``thought to have cracked a rib, but the CT was clean``."""

from __future__ import annotations

from osteocase.pipeline.fractures.words import Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_confirmed", "is_refuted"]

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
