"""Questions that are known by the way they are put, not by one word: of change, of the review, of the whole case."""

from __future__ import annotations

import re

from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.words.hearing import Heard

__all__ = [
    "asks_case",
    "asks_fragility",
    "asks_review",
    "asks_warned",
    "is_history_of",
    "is_of_patient",
    "is_subject_of_change",
]

_WAYS = frozenset(
    ("down", "downwards", "downward", "up", "upwards", "upward", "heading", "moving", "going", "creeping")
)
_WHAT_IT_DID = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?what\s+(?:has|had|did|have|is|are|was|were)\s+(?:the|her|his)\s+[^?]{2,40}?\s+(?:been\s+)?(?:do|done|doing)\b",
    re.IGNORECASE,
)
"""``what did the hip do up to month 12?``"""
_BEFORE_AFTER = re.compile(r"\bbefore\b.{0,40}\b(?:and|vs|versus|or|to)\b.{0,30}\bafter(?:wards?)?\b", re.IGNORECASE)


def is_subject_of_change(heard: Heard, found: Selection) -> bool:
    """``has the turnover calmed down?``: of what is measured several times one asks in this way how it changed."""
    first = heard.words[heard.lead : heard.lead + 1]
    moves = first in (("is",), ("are",)) and bool(_WAYS & set(heard.words))
    if not all_measured(found) or not (moves or first in (("did",), ("has",), ("have",))):
        asked = heard.words[heard.lead : heard.lead + 2]
        if _WHAT_IT_DID.match(heard.say) and not heard.has("extreme", "abnormal"):
            return all_measured(found)
        if asked == ("how", "far") or (asked == ("what", "happened") and heard.moment is not None):
            return all_measured(found)
        return bool(_BEFORE_AFTER.search(heard.say)) and all_measured(found)
    if len({same_thing(one) for one in found.records}) == len(found.records) or heard.has("high", "low", "when"):
        return False
    asked = heard.words[heard.lead + 1 : heard.lead + 2]
    at = heard.lead + (2 if asked and asked[0] in ("the", "her", "his", "that", "this") else 1)
    named = [hit for hit in heard.hits if hit.topic in ("analyte", "bmd_site", "score") or hit.group == "measure"]
    return any(hit.start == at for hit in named) and not {"been", "get", "taken"} & set(heard.words)


def asks_review(heard: Heard, _found: Selection) -> bool:
    """``how much reviewing work remains?``."""
    reviews = any(word.startswith(("review", "check", "verif")) for word in heard.words)
    return reviews and bool(_REMAINS & set(heard.words)) and not heard.has(*_WISHES)


def is_history_of(heard: Heard) -> bool:
    """``any history of gout?`` asks for that illness, and not for the whole."""
    return _HISTORY_OF.search(heard.say) is not None


_HISTORY_OF = re.compile(
    r"^\W*(?:(?:and|is\s+there|does\s+(?:she|he)\s+have|has\s+(?:she|he))\s+)*(?:an?y?\s+)?(?:\w+\s+)?history\s+of\s+"
    r"(?!(?:the|her|his|this)\b)",
    re.IGNORECASE,
)


def asks_case(heard: Heard, _found: Selection) -> bool:
    """``sketch the case for our journal club``: the whole is asked for, and nothing in it is named."""
    whole = bool(_WHOLE & set(heard.words)) and bool(heard.words) and not is_history_of(heard)
    return (
        whole and (heard.is_question or heard.has("ask", "list") or heard.first in _TELLS) and not heard.has(*_WISHES)
    )


_REMAINS = frozenset(
    ("remain", "remains", "remaining", "left", "far", "much", "many", "still", "done", "pending", "along", "going")
)
_WHOLE = frozenset(("case", "story", "history", "whole"))
_TELLS = frozenset(
    ("sketch", "outline", "portray", "depict", "describe", "present", "paint", "condense", "tell", "give", "write",
     "narrate", "sum", "draw", "compress", "boil", "review", "explain", "show")
)  # fmt: skip
_WISHES = ("stranger", "advice", "delete", "accept", "defer", "add", "correct", "undo", "redo", "title", "report",
           "export", "leave", "axis", "help")  # fmt: skip


def asks_fragility(heard: Heard, found: Selection) -> bool:
    """``was the hip fracture low trauma?``"""
    broken = "fractures" in heard.values("record_kind") or bool(found.arguments.keys() & {"bone", "level"})
    return heard.is_question and broken and bool(_FRAGILE.search(heard.say)) and heard.first in _AUXILIARIES


_FRAGILE = re.compile(r"\b(?:low[- ]?(?:trauma|energy)|fragility)\b", re.IGNORECASE)
_AUXILIARIES = frozenset(("did", "does", "do", "is", "was", "were", "are", "has", "had", "have"))


def is_of_patient(heard: Heard) -> bool:
    """``problems with the wound``, ``warning signs before it broke``: of the patient, and no fault of the records."""
    return _OF_BODY.search(heard.say) is not None or asks_warned(heard)


def asks_warned(heard: Heard) -> bool:
    """``was she warned about a late dose?``: only a sentence of the notes tells it."""
    return _WARNED.search(heard.say) is not None


_WARNED = re.compile(
    r"\b(?:was|were|is)\s+(?:there\s+)?(?:anything|something)\s+(?:said|told|mentioned|written|"
    r"noted)\s+(?:about|on|regarding)\b|"
    r"\bdid\b[^?]*\b(?:tell|advise|inform|warn)\s+(?:her|him|the\s+\w+|(?:her|his)\s+\w+)\s+(?:about|of|that|to)\b|"
    r"\b(?:she|he|they|her|him|them|patient|parents)\s+(?:\w+\s+)?warned\b|\bwarned\s+(?:her|him|them|the)\b",
    re.I,
)


_OF_BODY = re.compile(
    r"\bwarning\s+(?:symptoms?|signs?|pains?)\b|\b(?:problems?|errors?|mistakes?)\s+(?:with|from|after|during|"
    r"at|before)\s+(?:(?:the|her|his|an?)\s+)?"
    r"(?:operation|surgery|wound|infusions?|injections?|tablets?|teeth|eyes?|stomach|kidneys?|walking|"
    r"pregnan\w+|birth|delivery|cast|brace|"
    r"hearing|sight|skin|bowels?|heart|work|school)\b"
    r"|\b(?:does|did|has|had|have|is|was)\s+(?:she|he|they|the\s+patient)\b[^?]*\bproblems?\b"
    r"|\b(?:medical|health|kidney|renal|heart|cardiac|liver|stomach|gut|bowel|lung|breathing|thyroid|skin|sleep|dental|"
    r"tooth|teeth|jaw|eye|hearing|back|joint|muscle|nerve|bladder|urinary|mood|memory|balance|walking|swallowing|"
    r"bleeding|clotting|blood\s+pressure)\s+(?:problems?|trouble|issues?)\b",
    re.IGNORECASE,
)
