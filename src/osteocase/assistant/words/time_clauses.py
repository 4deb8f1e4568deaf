"""Times that are told by a clause, as the times that they stand for: ``when we first saw her`` is the first visit.

A clause of time is no question about a time. What it leads to (a visit, the referral, the last contact) is put in the
words that the assistant listens for, so that ``her PTH when we first saw her`` asks for the PTH. The words of such a
clause are few and may stand in any order.
"""

from __future__ import annotations

import re

__all__ = ["clauses_as_times"]

_ONE = r"(?:lady|man|woman|gentleman|patient|boy|girl|child|chap|guy)"
_WHO = (
    rf"(?:we|i|you|they|she|he|her|him|them|(?:the|this|our|my) {_ONE}|(?:the|our) (?:clinic|team|doctor|consultant))"
)
_MET = (
    "saw|met|see|seen|reviewed|examined|assessed|scanned|looked after|came|presented|attended|turned up|showed up|"
    "walked in|visited|arrived|referred|sent|here"
)
_SMALL = (
    "had|has|have|was|were|got|been|ever|for|the|time|in|to|us|up|along|at|clinic|very|first|initially|originally|last|"
    "most|recently|lately"
)
_CLAUSE = re.compile(
    rf"\b(?:(?:back|right|just|even|as of|at|on|from)\s+)?"
    rf"(?:when|at the time(?: when| that)?|(?:the|that)\s+(?:very\s+)?"
    rf"(?:day|(?:first|last|latest)\s+(?:time|day|occasion))(?:\s+(?:that|when))?)\s+(?P<who>{_WHO})(?P<rest>(?:\s+(?:{_MET}|{_SMALL}|{_WHO})\b)+)",
    re.IGNORECASE,
)
_MEETING = re.compile(rf"\b(?:{_MET})\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|initially|originally)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|recently|lately)\b", re.IGNORECASE)
_CAME = re.compile(r"\b(?:came|presented|arrived|referred|sent)\b", re.IGNORECASE)
"""Without ``first`` or ``last`` it is how the story began."""
_CONTACT = r"(?:meeting|contact|encounter|look|review|assessment|consultation|attendance|presentation|referral|clinic)"
_NOW = r"now|today|currently|at present|at the end|the latest|at the last visit|lately|most recently"
_THEN = r"then|before|beforehand|initially|earlier|at the start|at the beginning|at baseline|originally|previously"
_AND = r"\s*(?:vs\.?|versus|against|and|or|to|compared (?:to|with)|as opposed to|[/–-])\s*"
_PLAIN = tuple(
    (re.compile(pattern, re.IGNORECASE), time)
    for pattern, time in (
        (
            rf"\b(?:at|in|on|from) (?:our|my|her|his|their|the|the very) (?:very )?first {_CONTACT}\b",
            "at the first visit",
        ),
        (rf"\b(?:at|in|on|from) (?:our|my|her|his|their|the) (?:last|latest) {_CONTACT}\b", "at the last visit"),
        (r"\b(?:on|at|from) (?:day (?:one|1)|the very start|square one)\b", "at the first visit"),
        (rf"\b(?:{_THEN}){_AND}(?:{_NOW})\b|\b(?:{_NOW}){_AND}(?:{_THEN})\b", "first and last"),
        (r"\bto (?:begin|start) with\b", "at the start"),
        (r"\b(?:right|way) at the (start|beginning)\b", "at the start"),
    )
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|please|well|then|or)\W+)*"
    r"(?:when\s+(?:was|did|is|were)\b|(?:what|which)\s+(?:day|date|month|year)\b)",
    re.IGNORECASE,
)
"""A question about the time itself: ``when was the first time we saw her?``."""


def clauses_as_times(say: str) -> str:
    """The utterance with its clauses of time as plain times."""
    if _ASKS.match(say):
        return say
    say = _ON_WHAT.sub(r"which drugs \g<asks>", say)
    say = _WHICH_WAS.sub(r"what \g<is> the ", say)
    say = _WHICH_OF.sub(r"which \g<rest>, \g<one> or \g<two>", say)
    for pattern, time in _PLAIN:
        say = pattern.sub(time, say)
    if _AGE.match(say):
        say = _BROKE.sub(_fracture, say)
    return _CLAUSE.sub(_time, say)


_ON_WHAT = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?what\s+(?P<asks>(?:was\s+(?:she|he|the\s+patient)\s+(?:on|taking|getting)|"
    r"did\s+(?:she|he|the\s+patient)\s+take))(?=\s+(?:before|after|prior\s+to|until)\b)",
    re.IGNORECASE,
)
"""``what was she on before denosumab?`` asks for drugs, and for nothing else of that time."""
_WHICH_WAS = re.compile(
    r"^\W*which\s+(?P<is>is|was)\s+the\s+(?=(?:worst|best|lowest|highest)\b)(?![^?]*\b(?:or|of\s+(?:the|those|these|them))\b)",
    re.IGNORECASE,
)
"""``which was the worst hip T-score?`` asks for one value."""
_WHICH_OF = re.compile(
    r"^\W*(?:and\s+|so\s+)?which\s+of\s+(?:the\s+|her\s+|his\s+)?(?P<one>[^?,]{2,30}?)\s+and\s+(?:the\s+|her\s+|his\s+)?(?P<two>[^?,]{2,30}?)\s+"
    r"(?P<rest>(?:has\s+|had\s+)?(?:fell|fallen|dropped|rose|risen|gained|improved|changed|increased|decreased|moved|lost)\b[^?]*\b(?:more|most|less|least|"
    r"better|faster))(?=\W*$)",
    re.IGNORECASE,
)
"""``which of CTX and P1NP fell more?`` asks one question of both."""
_BONE = (
    r"(?:(?:left|right)\s+)?(?:hip|wrist|thigh|femur|thigh\s?bone|humerus|shoulder|upper\s+arm|ankle|back|spine|vertebra\w*|ribs?|"
    r"pelvis|sacrum|arm|leg|forearm|radius|tibia|[TL]\d{1,2})"
)
_BROKE = re.compile(
    rf"\b(?:when|at\s+the\s+time(?:\s+that)?|by\s+the\s+time|the\s+(?:day|time))\s+(?:(?:she|he|the\s+patient)\s+(?:had\s+)?(?:broke|broken|fractured|"
    rf"cracked)\s+(?:her|his|the|a)\s+(?P<one>{_BONE})|(?:the\s+|her\s+|his\s+)?(?P<two>{_BONE})\s+(?:was\s+|had\s+|got\s+)?"
    rf"(?:broke|broken|fractured|collapsed))\b"
    rf"|\bat\s+the\s+time\s+of\s+(?:the|her|his)\s+(?P<three>{_BONE})\s+(?:fracture|break)\b",
    re.IGNORECASE,
)
"""``when she broke her hip``: the time of that fracture."""


_AGE = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?(?:how\s+old|(?:at\s+)?what\s+age|what\s+was\s+(?:her|his)\s+age)\b", re.IGNORECASE
)


def _fracture(match: re.Match[str]) -> str:
    bone = next(one for one in match.groups() if one)
    return f"at the {'vertebral' if bone.casefold() in ('back', 'spine') else bone} fracture"


def _time(match: re.Match[str]) -> str:
    clause = match.group()
    if not _MEETING.search(match["rest"]):
        return clause
    if _LAST.search(clause):
        return "at the last visit"
    return "at the first visit" if _FIRST.search(clause) or _CAME.search(clause) else clause
