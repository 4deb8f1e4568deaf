"""What the rest of a sentence says of a treatment that it names no more: ``..., but she gave it up after a week``.

The clause that follows speaks of the treatment by a pronoun or by nothing at all. It has the last word: what was
offered is declined, what was taken is stopped, what was considered is contraindicated. The words stand in
``patterns/words-treatments.toml`` in the groups ``sequel_*``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.lists import list_gap
from osteocase.pipeline.treatments.places import LISTS

__all__ = ["is_of_a_sequel", "settle_sequels"]

_GROUPS = {
    "sequel_stopped": "stopped", "sequel_declined": "declined", "sequel_contraindicated": "contraindicated",
    "sequel_mentioned": "mentioned", "sequel_past": "past",
}  # fmt: skip
_OF = {
    "stopped": {"past", "ongoing", "started", "mentioned", "completed", None},
    "declined": {"planned", "mentioned", "started", None},
    "contraindicated": {"planned", "mentioned", None},
    "mentioned": {"planned", "started", "ongoing", None},
    "past": {"ongoing", "mentioned", None},
}
"""Which statuses a sequel can overrule: nobody stops what is only planned."""
_REACH = 110
"""Characters behind the name and its doses in which the sequel begins."""
_CLAUSES_END = re.compile(r"[.!?](?=\s|$|,[A-Z])|\n\s*\n|\n\s*(?:[-*•–]|\d{1,2}[.)])")
"""A semicolon ends no talk of what stands before it."""
_LINE_END = re.compile(r"\n|[.!?](?=\s|$|,[A-Z])")
_NOT_THE_CASE = re.compile(
    r"(?:\b(?:if|unless|until|should|not|never|no|without|before|when|in case"
    r"|will|would|may|might|can|could|to"
    r"|plans? to|cannot|(?:was|is|were|be|has|have) not)\b|n['’]t)\s+"
    r"(?:(?:she|he|the patient|they|it|this|be|then|ever)\s+){0,2}$",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\s+(?:smoking|cigarettes|tobacco|drinking|alcohol|work|school|date|his job|her job|line)\b",
    re.IGNORECASE,
)
"""``quit smoking`` is no end of a treatment."""
_OBJECT = re.compile(
    r"\s+(?:by|at|for now|this|it|them|both|because|due|since|as|so|on|in|again|for|after|and|today|either|that|within"
    r"|last|around|spring|summer|autumn|fall|winter|when)\b"
    r"|\s*[-–,.;:)\"\n]|\s*$"
)
"""What may follow ``refused``: with an object of its own it speaks of something else."""
_BARE = {
    "declined",
    "declines",
    "declining",
    "refused",
    "refuses",
    "so no",
    "gave up",
    "given up",
    "binned",
    "then quit",
}
_NO_MORE = {"none since", "no more since"}
"""In a list of drugs they end what was taken; in a story they count what was given."""
_NEVER = re.compile(r"(?:never (?:begun|began|started)|(?:did not|didn['’]t) (?:start|begin))\b", re.IGNORECASE)
"""What was never begun is declined, whatever was said of it before."""
_COURSE = re.compile(r"\bcourses?\b|(?:19|20)\d\d", re.IGNORECASE)
_CLAUSE_OF_ANOTHER = re.compile(
    r"\b(?:her|his|the)\s+(?:mother|father|sister|brother|son|daughter|husband|wife)\b(?!\s+(?:and|or)\s)",
    re.IGNORECASE,
)


def settle_sequels(scan: Scan, found: Sequence[Found], spots: Sequence[str], may: Sequence[bool]) -> None:
    """Give each mention the status that the rest of its sentence tells of it; in prose, to all of a list at once."""
    for item, following in itertools.pairwise(found):
        if item.status == "started" and following.status == "started" and _is_replaced(scan, item, following):
            item.decide("stopped", "sequel")
        elif (
            item.status in {"past", "completed"}
            and following.status == "started"
            and not following.has_dose
            and (
                _FOLLOWED_BY.fullmatch(scan.text, item.end, following.mention.start)
                or (item.rule == "treatments.sequel" and following.verdict == item.verdict)
            )
        ):
            following.decide(item.status, "sequel")  # ``underwent chemotherapy with X followed by Y and Z``
    for index, item in enumerate(found):
        if not may[index]:
            continue
        last = index
        while spots[last] not in LISTS and last + 1 < len(found) and _goes_on(scan, found[last], found[last + 1]):
            last += 1
        status = _sequel(scan, found, item, last, spots[index])
        if status is not None:
            item.decide(status, "sequel")


def _is_replaced(scan: Scan, item: Found, following: Found) -> bool:
    """``was switched to X and then to Y``: X was the drug of a while."""
    cue = item.verdict.cue
    changed = cue is not None and cue == following.verdict.cue and _TO.search(scan.text, *cue) is not None
    return changed and _THEN_TO.fullmatch(scan.text, item.end, following.mention.start) is not None


_FOLLOWED_BY = re.compile(r"[\s,]*(?:and\s+)?(?:then\s+)?followed\s+by\s+(?:\w+\s+)?", re.IGNORECASE)
_TO = re.compile(r"\bto$")
_THEN_TO = re.compile(
    r"(?:\s*\([A-Z]{2,6}\))?,?\s+(?:and\s+)?(?:then|later|subsequently|finally|after that|afterwards)\s+to\s+",
    re.IGNORECASE,
)
_NEXT_ITEM = re.compile(r"[.;]\s*\n|\n\s*(?:\d{1,2}[.)]|[-*•])")


def _goes_on(scan: Scan, item: Found, following: Found) -> bool:
    """True where two names stand in one list of a sentence, not in two items of a plan."""
    apart = _NEXT_ITEM.search(scan.text, item.end, following.mention.start) is not None
    return not apart and list_gap(scan, item, following)


def is_of_a_sequel(scan: Scan, start: int, end: int) -> bool:
    """True for a ``not`` inside words such as ``does not want``, which deny no treatment."""
    return any(
        word.start <= start and end <= word.end
        for word in scan.words_in(max(0, start - 30), end + 30, *_GROUPS, "status_declined", "status_contraindicated")
    )


def _sequel(scan: Scan, found: Sequence[Found], item: Found, last: int, place: str) -> str | None:
    end = found[last].end
    stop = (_LINE_END if place in LISTS else _CLAUSES_END).search(scan.text, end, end + _REACH)
    limit = stop.start() if stop is not None else min(end + _REACH, len(scan.text))
    if last + 1 < len(found):
        limit = min(limit, found[last + 1].mention.start)
    status = item.status
    for word in scan.words_in(end, limit, *_GROUPS):
        told = _GROUPS[scan.knowledge.words[word.id].group]
        if (status not in _OF[told] and not _NEVER.match(scan.text, word.start)) or (
            item.status is None and item.entry.needs_dose
        ):
            continue
        if item.verdict.after and item.verdict.cue is not None and word.start < item.verdict.cue[1]:
            continue  # a part of the words that decided: ``planned but not yet begun``
        if _NOT_THE_CASE.search(scan.text[max(end, word.start - 40) : word.start]):
            continue
        if _CLAUSE_OF_ANOTHER.search(scan.text[end : word.start]) or _HABIT.match(scan.text, word.end):
            continue
        said = " ".join(scan.text[word.start : word.end].lower().split())
        if said in _BARE and not _OBJECT.match(scan.text[word.end : word.end + 20]):
            continue
        if (
            item is not found[last]
            and scan.text[end : word.start].lstrip().startswith("which")
            and any(regimen.duration for regimen in item.regimens)
        ):
            continue  # ``a boot for 8 weeks and a corset, which he binned``
        no_more = said in _NO_MORE and place in LISTS and not _COURSE.search(scan.text, item.mention.start, word.start)
        status = "stopped" if no_more else told
    return status if status != item.status else None
