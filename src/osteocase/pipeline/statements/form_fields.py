"""Answers of form fields: ``Smoking: no``, ``Falls - none``, ``Alcohol | never``, ``Steroids? Yes``, ``falls no``."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["FieldAnswer", "field_answer", "heads_fields", "ticked"]


class FieldAnswer(Enum):
    """What a form field says of its own name."""

    YES = "yes"
    NO = "no"
    FORMER = "former"
    UNKNOWN = "unknown"


_FIELD = re.compile(
    r"[ \t]*(?:\([^)\n]{0,30}\)[ \t]*)?"
    r"(?:use|usage|intake|status|history|consumption|abuse|exposure|habit|habits|known|sustained|confirmed|ever)?[ \t]*"
    r"(?:\(?(?:[<>≥≤]|over|more\s+than|in\s+the|in|for|since|before|after)[ \t]?(?:(?!\.\s)[^:=?|\n]){1,28}(?=[:=?|]))?"
    r"(?:[:?][ \t]*\n[ \t]*(?=(?:yes|no|none|nil|never|denie[sd]|y|n|ex|former(?:ly)?|quit|unknown"
    r"|not (?:known|on file|recorded))"
    r"[ \t.]*(?:\n|$))|[:=?|\t][ \t|,]*|[ \t][-–—][ \t]+|[ ]{2,12}(?=(?:yes|no|none|nil|never|ex|y"
    r"|n)\b(?:[ ](?:ever|known|reported|at[ ]all))?[ \t]*(?:$|[\n,;(]|[ ]{2}|-)))"
    r"(?:(?P<unknown>unknown|not known|not recorded|not documented|not assessed|n/?a\b|not applicable|not available"
    r"|not asked|not on file|not stated|not specified|not provided|not given|unspecified|unable to obtain)"
    r"|(?P<former>ex\b|former(?:ly)?\b|quit\b|stopped\b|previous(?:ly)?\b|past\b|in the past)"
    r"|(?P<no>(?:no|none|nil|never|negative|denied|denies|neg|absent|false)\b"
    r"(?!\s+(?:more than|less than|longer|had|been|on|taken|used|tried|saw|did))"
    r"|N\b(?!\w)|0(?![\d.,]))"
    r"|(?P<yes>(?:yes|positive|present|current(?:ly)?|true|pos)\b|Y\b(?!\w)))"
    r"|[ \t]{1,3}(?P<bare>(?:(?-i:[NY])|no|yes)(?=[ \t]*(?:$|[\n,;]))"
    r"|0(?=[ \t]*(?:units?\b|u\b|/|[.;]?[ \t]*(?:$|\n|[A-Z]))))",
    re.IGNORECASE,
)


_BRACKETED = re.compile(
    r"[ \t]*(?:(?:[<>≥≤]|over|more\s+than)[^(),;:\n]{1,24})?\([ \t]*"
    r"(?:(?P<former>ex|former|quit|stopped|previous|past)|(?P<no>no|none|nil|never|negative|denied|absent|(?-i:N))"
    r"|(?P<yes>yes|positive|present|current|(?-i:Y)))(?=[ \t]*[),;])[^()\n]{0,40}\)",
    re.IGNORECASE,
)
"""``early menopause (no), steroids (yes)``"""
_TICKED, _EMPTY = r"(?:\[\s?[xX✓✔]\s?\]|\([xX✓✔]\)|[☑☒✓✔■])", r"(?:\[\s{0,2}\]|\(\s{0,2}\)|[☐□])"
_BOXES = re.compile(
    rf"[^\n:☐☑☒□■\[]{{0,30}}?:?\s{{0,4}}(?:(?:(?P<yes1>{_TICKED})|{_EMPTY})\s{{0,3}}(?:yes|y)\s{{1,4}}(?:(?P<no1>{_TICKED})|{_EMPTY})\s{{0,3}}(?:no|n)\b"
    rf"|(?:yes|y)\s{{0,3}}(?:(?P<yes2>{_TICKED})|{_EMPTY})\s{{1,4}}(?:no|n)\s{{0,3}}(?:(?P<no2>{_TICKED})|{_EMPTY}))",
    re.IGNORECASE,
)
_BOX_BEFORE = re.compile(rf"(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY}))[ \t]{{0,3}}\Z")
_BOX_AFTER = re.compile(rf"[ \t]{{0,3}}(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY}))")
_BOX = re.compile(rf"{_TICKED}|{_EMPTY}")
_ONE_BOX = re.compile(
    rf"[^\n:☐☑☒□■\[(]{{0,24}}?(?:\([^()\n]{{0,20}}\))?:?[ \t]{{0,40}}(?:(?P<ticked>{_TICKED})|{_EMPTY})"
    r"[ \t]{0,3}(?:(?P<no>no|n)|yes|y)\b"
    rf"(?![^\n]*(?:{_TICKED}|{_EMPTY}))",
    re.IGNORECASE,
)
"""``Current smoker   [x] yes   20/day``, ``Back pain   [ ] no``: a form that prints one box with the answer chosen."""
_LINE = 300


@lru_cache(maxsize=8)
def _has_boxes(text: str) -> bool:
    """Whether there is a box in the text at all."""
    return _BOX.search(text) is not None


def ticked(text: str, start: int, end: int) -> FieldAnswer | None:
    """What the box beside a field name says: ``[x] Smoker``, ``smoking [ ]``, ``Smoker ☐ Yes ☑ No``.

    An empty box of its own says only that nobody ticked it.
    """
    if not _has_boxes(text):
        return None
    both = _BOXES.match(text, end, end + 80)
    if both is not None:
        yes, no = both["yes1"] or both["yes2"], both["no1"] or both["no2"]
        return FieldAnswer.UNKNOWN if bool(yes) == bool(no) else FieldAnswer.YES if yes else FieldAnswer.NO
    one = _ONE_BOX.match(text, end, end + 120)
    if one is not None:
        return FieldAnswer.NO if one["no"] else FieldAnswer.YES if one["ticked"] else FieldAnswer.UNKNOWN
    low = max(0, start - _LINE)
    line = text.rfind("\n", low, start) + 1 or low
    first = _BOX.search(text, line, end + 4)
    if first is None:
        return None
    leads = not text[line : first.start()].strip(" \t-*•")
    box = _BOX_BEFORE.search(text, max(0, start - 8), start) if leads else _BOX_AFTER.match(text, end)
    if box is None:
        return None
    return FieldAnswer.YES if box["ticked"] else FieldAnswer.UNKNOWN


def field_answer(text: str, position: int) -> FieldAnswer | None:
    """The answer that follows a field name which ends at ``position``; None where it is no form field."""
    match = _BRACKETED.match(text, position)
    if match is None:
        match = _FIELD.match(text, position)
    elif match.lastgroup is not None:
        return FieldAnswer(match.lastgroup)
    if match is None:
        return None
    if match["bare"] is not None:
        return FieldAnswer.NO if not match["bare"].upper().startswith("Y") else FieldAnswer.YES
    for answer in FieldAnswer:
        if match[answer.value] is not None:
            return answer
    return None


_FIELD_BELOW = re.compile(r"\n\s*(?:[-•*]\s*)?[^:\n]{3,40}:")


def heads_fields(scan: Scan, mention: Mention) -> bool:
    """``Tobacco Use`` on a line of its own over ``Smoking status: never``: the fields under a heading give the
    answer."""
    start = scan.text.rfind("\n", 0, mention.start) + 1
    end = scan.text.find("\n", mention.end)
    if end < 0 or scan.text[start:end].strip(" \t#*•:-") != scan.text[mention.start : mention.end]:
        return False
    label = _FIELD_BELOW.match(scan.text, end)
    below = scan.mentions_in(label.start(), label.end(), "finding") if label is not None else []
    return any(other.id == mention.id for other in below)
