"""Whether a laboratory statement tells a result of the patient: no goal, order, rule, or finding of a publication."""

from __future__ import annotations

import re
from functools import lru_cache

from osteocase.pipeline.lab_elements import Group
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_article", "is_plan", "tells_result", "tells_result_in_words"]

_AFTER = re.compile(
    r"\s*(?:level\s+)?(?:goal|target|pending|ordered|requested|to follow|not (?:done|sent|checked|tested|available))\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"[(\[]\d{1,3}(?:\s*[,–-]\s*\d{1,3})*[)\]]")
_PATIENT = re.compile(
    r"\b(?:patient|patient's|she|he|her|his|our|we|case|woman|man|girl|boy|infant|child)\b", re.IGNORECASE
)
_MECHANISM = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:activat|induc|lead|caus|result(?=s? in)|stimulat|inhibit|promot|increas|decreas|reduc|"
    r"suppress|impair|contribut|play|mediat|regulat|enhanc|affect|predict|correlat)(?:e?s|e)\b",
    re.IGNORECASE,
)
LEAD = 40
"""How many characters before a name a word such as ``target`` reaches."""


def tells_result(scan: Scan, group: Group, start: int, since: int) -> bool:
    """Whether a group of names and values is a result: not a goal, not an order, not a rule, not another person's.

    ``start`` is where the statement starts, ``since`` where the last value before the group ends.
    """
    first, last = group.names[0], group.names[-1]
    if any(_governs(scan, word, first) for word in scan.words_in(start, first.start, "result_general")):
        return False
    for word in scan.words_in(max(since, first.start - LEAD), first.start, "result_wanted"):
        if ";" not in scan.text[word.end : first.start]:
            return False
    if _AFTER.match(scan.text, group.end):
        return False
    context = scan.context(first.start, last.end)
    return not context.hypothetical and context.subject in {None, "patient"}


def _governs(scan: Scan, word: Mention, name: Mention) -> bool:
    """``if`` and ``whether`` reach to the end of their clause, ``patients with`` over the statement."""
    between = scan.text[word.end : name.start]
    return scan.knowledge.words[word.id].value != "clause" or re.search(r"[,;(:]", between) is None


def tells_result_in_words(scan: Scan, group: Group, word: Mention, start: int) -> bool:
    """Whether a result without a number was measured: not only feared, known from long ago, or told of mechanisms."""
    first, last = group.names[0], group.names[-1]
    context = scan.context(min(first.start, word.start), max(last.end, word.end))
    doubts = [
        cue
        for cue in context.cues
        if cue.category == "uncertain"
        and not re.search(r"[(;]", scan.text[min(cue.end, first.start) : max(cue.start, first.start)])
    ]
    if doubts and word.variant != "denied" and word.id not in {"result_positive", "result_neither"}:
        return False
    end = scan.sentence_at(first.start)[1]
    if word is group.prefix and _MECHANISM.match(scan.text, last.end):
        return False
    return not (is_article(scan.text) and _PATIENT.search(scan.text, start, end) is None and _cites(scan, start, end))


def is_plan(scan: Scan, name: Mention) -> bool:
    """Whether a name stands in a list of medication or a plan, where words beside it are no results."""
    return scan.section_at(name.start).effect in {"current_medication", "hypothetical"}


def _cites(scan: Scan, start: int, end: int) -> bool:
    return _CITED.search(scan.text, start, end + 12) is not None


@lru_cache(maxsize=8)
def is_article(text: str) -> bool:
    """Whether a text cites literature by numbers in brackets, as published reports do."""
    return len(_CITED.findall(text)) >= 6
