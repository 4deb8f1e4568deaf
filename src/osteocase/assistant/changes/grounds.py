"""Why a treatment ended: ``because of palpitations``, ``it was not heartburn but a rash``, in the author's words."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Grounds", "grounds_of"]

_ENDED = r"(?:stopp?ed|discontinued|ended|paused|held|withdrawn|given up|withheld|stop)"
_BECAUSE = re.compile(
    rf"^(?P<head>.{{3,80}}?\b{_ENDED}\b[^;?]{{0,40}}?),?\s+"
    r"(?:because of|due to|owing to|on account of|because|on grounds of)\s+(?P<why>[^;?]{3,80})$",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"^(?P<head>.{{3,80}}?\b{_ENDED}\b[^;?]{{0,25}}?),?\s+for\s+(?P<why>(?!\d|good\b|now\b|the time\b|a (?:while|time|"
    r"week|month|year|day)\b|(?:one|two|three|four|five|six|some|several|many|a few)\b)[^;?\d]{3,60})$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"^(?:not|wasn['’]?t)\s+(?:because of\s+|for\s+)?[^,]{2,40}?\s+but\s+(?:because of\s+|for\s+)?(?P<why>.{3,60})$",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(
    r",?\s+(?:and |but )?(?:not|rather than|instead of)\s+(?:because of\s+|due to\s+|for\s+)?[^,]{2,60}$", re.IGNORECASE
)
_NOT_WHY = re.compile(
    r",?\s+(?:and |but )?(?:not|rather than)\s+(?:because(?: of)?|due to|owing to|on account of)\s+[^,;]{2,60}$",
    re.IGNORECASE,
)
"""``…, not because it failed``: the reason that is denied."""
_AND = re.compile(
    rf"^(?P<head>.{{3,80}}?\b{_ENDED}\b[^;?]{{0,40}}?),?\s+(?:and|but)\s+"
    r"(?:(?:it|that|the reason|this)\s+(?:was\s+(?=not\b))?|was\s+(?=not\b)|because of\s+|for\s+)?"
    r"(?P<tail>(?:not|wasn['’]?t)\s+(?:for |because of )?[^,;?]{2,40}?\s+but\s+[^,;?]{3,60})$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(
    r"\s+(?:in|on|since|at the end of)\s+(?:(?:early|late|mid)[- ])?"
    r"(?:\d[\w./-]*(?:\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?(?:\s+\d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d+)*)$",
    re.IGNORECASE,
)
"""``stopped for reflux in May 2020``: the day behind the reason."""
_CLAUSE = re.compile(
    rf"^(?P<head>.{{3,80}}?\b{_ENDED}\b[^;?]{{0,40}}?),?\s+(?:because|since|as)\s+"
    r"(?P<why>(?:she|he|it|they|the|there|her|his|a|an)\s+(?!may\b|might\b)[^;?,.]{3,80})$",
    re.IGNORECASE,
)
"""``because she had a tooth out``: a sentence as the reason."""
_UNSURE = re.compile(
    r"\b(?:if|unless|think|guess|maybe|perhaps|probably|suppose|leave|undo|delete|remove|accept|add|correct|was|were|is|"
    r"started|stopped|he|she|they|i)\b",
    re.IGNORECASE,
)
"""Words of another sentence, which is no mere reason."""


_GOES_ON = re.compile(
    r"\b(?:because|due to|owing to|on account of|for|since|as)\b.*?[\s,]+(?:and|but|so|then)\s+"
    r"(?:(?:she|he|they|we|it|the patient|\w+ate|\w+mab|\w+tide)\s+)?"
    r"(?:(?:is|was|were|has|had|have|then|now|been|instead|since)\s+)*"
    r"(?:takes?|took|taking|switched|changed|replaced|started|begun|began|given|gave|gets|got|receives?|received|put|"
    r"on|put on|went on|moved)\b(?!\s+(?:it|them|this)\b)",
    re.IGNORECASE,
)
"""Another treatment told behind the reason."""


_BEHIND = r"\b(?:because|due to|owing to|on account of|for|since|as)\b.*?(?:,|\s(?:and|but|so|then|while|whereas))\s+"
_SPANS = r"(?:\w+\s+)?(?:days|weeks|months|years|hours)\b|a while\b|long\b"
_OTHER = re.compile(
    rf"{_BEHIND}(?:(?:the|her|his|then|also|later)\s+)*(?:[\w-]+\s+){{0,3}}?"
    r"(?:stopped|started|continued|continues|discontinued|begun|resumed|restarted|given|ended|paused|added|"
    r"goes on|went on)\b"
    rf"|{_BEHIND}[\w-]+\s+(?:for|because of|due to)\s+(?!{_SPANS})",
    re.IGNORECASE,
)
"""Another course, or another reason, behind the reason: ``for nausea and prednisolone for a cataract``."""
_NO_REASON = re.compile(
    r",?\s+(?:as\s+)?(?:the\s+(?:gp|patient|letter|daughter|son|family|colleague|nurse|doctor)|(?:her|his) gp|she|he|i)"
    r"\s+(?:\w+\s+)?(?:wrote|writes|told|tells|said|says|reports?|reported|rang|phoned|confirm(?:s|ed)|explained)\b.*$"
    r"|,?\s+(?:and\s+)?(?:then\s+)?(?:was\s+)?(?:replaced|followed)\s+by\s.*$",
    re.IGNORECASE,
)
"""``…, the GP wrote``, ``…, replaced by zoledronate``: how it is known, or what came then; no reason."""
_IS_REASON = re.compile(
    r"^(?:the\s+)?(?:stop(?:ping)?\s+)?reason\s+"
    r"(?:for\s+(?:the\s+)?(?:stopping|stop of|end of|discontinuing|discontinuation of|ending)\s+"
    r"|(?:why\s+|that\s+)?(?:she|he|they|we|i)\s+(?:stopped|discontinued)\s+|(?<=stop reason )for\s+)"
    r"(?:the\s+|her\s+|his\s+)?(?P<drug>[^:,;]{3,40}?)\s*(?::|\bwas\b|\bis\b)\s*(?P<why>[^;?]{3,60})$",
    re.IGNORECASE,
)
"""``the reason for stopping alendronate was reflux``."""
_WHY_FIRST = re.compile(
    r"^(?P<because>(?:because of|due to|owing to|on account of)\s+[^,;?]{3,60}),\s+"
    rf"(?P<head>[^,;?]{{3,80}}?\b{_ENDED}\b[^,;?]{{0,40}})$",
    re.IGNORECASE,
)
"""``because of reflux, alendronate was stopped``."""


class Grounds(NamedTuple):
    """What is told of a treatment, and why."""

    head: str
    why: str


def grounds_of(say: str) -> Grounds | None:
    """The reason that is told for an end, without the one that is denied; null where none is told."""
    said = _NO_REASON.sub("", _NOT_WHY.sub("", say.strip(" .!")))
    is_reason = _IS_REASON.match(said)
    if is_reason is not None:
        return _grounds(f"{is_reason['drug']} was stopped", is_reason["why"])
    said = _WHY_FIRST.sub(r"\g<head> \g<because>", said)
    if _GOES_ON.search(said) or _OTHER.search(said):
        return None  # ``because of nausea and she takes … now``: more is told than why
    match = _AND.match(said)
    if match is not None:
        return _grounds(match["head"], match["tail"])
    day = _DAY_BEHIND.search(said)
    clause = _CLAUSE.match(said)
    if clause is not None:
        return Grounds(clause["head"].strip(" ,"), clause["why"].strip(" ,"))
    rest, when = (said[: day.start()], day.group()) if day is not None else (said, "")
    match = _BECAUSE.match(rest) or _FOR.match(rest)
    return None if match is None else _grounds(f"{match['head']}{when}", match["why"])


def _grounds(head: str, told: str) -> Grounds | None:
    turned = _NOT_BUT.match(told)
    why = turned["why"] if turned is not None else _NOT_BEHIND.sub("", told)
    why = why.strip(" ,")
    return (
        None if not why or why.casefold().startswith("not ") or _UNSURE.search(why) else Grounds(head.strip(" ,"), why)
    )
