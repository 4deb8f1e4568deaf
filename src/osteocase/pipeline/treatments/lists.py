"""Lists of drugs: under which heading a name stands, and what neighbours in a list lend each other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.laboratory import is_quantity_too
from osteocase.pipeline.treatments.places import LISTS
from osteocase.pipeline.treatments.regimen import Regimen

__all__ = ["bare_doses", "inherit", "list_gap", "share", "share_duration"]

_LIST_GAP = re.compile(
    r"[\s,;:/&+()•*–—-]*(?:\d{1,2}[.)])?\s*"
    r"(?:(?:and|or|vs\.?|versus|plus|as well as|(?:together|along|combined|in combination) with|in addition to|also"
    r"|including|then|a|an|the|her|his|some|oral|daily)\s*,?\s*)*"
)
_GAP = 60
"""Characters that may stand between two names of one list."""
_PAIR = re.compile(r"\s+(?:and|or|&|plus)\s+|\s*[/+]\s*")
_NEXT_ITEM = re.compile(r"[\s.,;]*(?:\n\s*)?(?:\d{1,2}[.)]|[•*–-])\s*")


def list_gap(scan: Scan, left: Found, right: Found) -> bool:
    """True when nothing but list words, or the number of a list item, stands between two names with their doses."""
    gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
    if gap_end - left.end > _GAP:
        return False
    gap = scan.text[left.end : gap_end]
    together = scan.sentence_index(left.mention.start) == scan.sentence_index(right.mention.start)
    return (together and _LIST_GAP.fullmatch(gap) is not None) or _NEXT_ITEM.fullmatch(gap) is not None


def inherit(scan: Scan, found: Sequence[Found], may: Sequence[bool]) -> None:
    """A bare name in a list takes the status of its neighbour: ``aspirin 81 mg daily, folate and omeprazole``.

    Args:
        scan: the scan of the text.
        found: mentions in the order of the text.
        may: whether a mention of the same index may take a status at all.
    """
    order = range(len(found) - 1)
    for pairs in ([(i, i + 1) for i in order], [(i + 1, i) for i in reversed(order)]):
        for giving, taking in pairs:
            giver, taker = found[giving], found[taking]
            if giving < taking and may[taking] and _comes_with(scan, giver, taker):
                taker.decide(giver.status, "list")
                continue
            if giver.status is None or taker.status is not None or taker.verdict.status is not None or not may[taking]:
                continue
            if (
                giver.is_drug
                and taker.is_drug
                and list_gap(scan, found[min(giving, taking)], found[max(giving, taking)])
            ):
                taker.decide(giver.status, "list")


def _comes_with(scan: Scan, giver: Found, taker: Found) -> bool:
    """``X was started on day 7, with Y 5 mg daily``: what is said of X holds for Y, whose dose stands alone."""
    if giver.status not in {"started", "planned"} or taker.rule != "treatments.dose" or not giver.is_drug:
        return False
    first = min([taker.mention.start, *(start for start, _ in taker.claims if start >= giver.end)])
    return _WITH.fullmatch(scan.text[giver.end : first]) is not None


_WITH = re.compile(
    r"[^.;\n()]{0,45}?,?\s*\b(?:(?:together|along|combined|associated|in combination)\s+)?(?:with|plus)\s+"
    r"(?:(?:Inj|Tab)\.?)?\s*"
)


_BARE_DOSE = re.compile(
    r"\s+(?:[A-Z]{2}\s+)?(?P<number>(?!(?:19|20)\d\d)\d{1,4}(?:\.\d{1,3})?)(?=\s*(?:[,;]|$|\n|and\b|for\b))"
)


def bare_doses(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """``lisinopril 10, atenolol 50``: in a list of drugs a number behind a name is its dose without a unit."""
    for item, place in zip(found, spots, strict=True):
        if item.status is None or not item.is_drug:
            continue
        if place not in LISTS and (not item.verdict.strong or item.verdict.after or is_quantity_too(scan, item)):
            continue
        if any(regimen.dose or regimen.dose_text for regimen in item.regimens):
            continue
        match = _BARE_DOSE.match(scan.text, item.mention.end, item.mention.end + _GAP)
        if match is not None:
            first = item.regimens[0] if item.regimens else Regimen(match.start("number"), match.end())
            start, end = min(first.start, match.start("number")), max(first.end, match.end())
            item.regimens = [first._replace(start=start, end=end, dose=match["number"]), *item.regimens[1:]]


def share_duration(scan: Scan, found: Sequence[Found]) -> None:
    """``X, Y and Z for eight years``: how long is told once for all."""
    for left, right in reversed(list(itertools.pairwise(found))):
        if left.status is None or left.status != right.status or left.regimens or not right.regimens:
            continue
        first = right.regimens[0]
        if first.duration is not None and not first.says_dose and list_gap(scan, left, right):
            left.regimens = [
                Regimen(
                    left.mention.start,
                    left.mention.end,
                    duration=first.duration,
                    duration_value=first.duration_value,
                    duration_unit=first.duration_unit,
                )
            ]


def _share_of_all(scan: Scan, found: Sequence[Found]) -> None:
    """``A 20 mg, B 5 mg and C 25 mg all daily``: how often is told once for the list."""
    for left, right in reversed(list(itertools.pairwise(found))):
        often = right.regimens[0].frequency if len(right.regimens) == 1 else None
        if often is None or not left.is_drug or len(left.regimens) != 1 or left.regimens[0].frequency is not None:
            continue
        told = _ALL.search(scan.text, max(0, often[0] - 5), often[0]) is not None or often[0] >= right.end
        if told and list_gap(scan, left, right):
            left.regimens = [left.regimens[0]._replace(frequency=often)]


def _share_the_vein(scan: Scan, found: Sequence[Found]) -> None:
    """``IV ceftriaxone and azithromycin``: the way in stands once before both."""
    for left, right in itertools.pairwise(found):
        if not left.is_drug or not right.is_drug or len(left.regimens) != 1 or right.regimens:
            continue
        first = left.regimens[0]
        ahead = first.start < left.mention.start and first.end <= left.mention.end
        if first.route != "intravenous" or not ahead or first.says_dose or left.status is None:
            continue
        if _PAIR.fullmatch(scan.text[left.mention.end : right.mention.start]):
            right.regimens = [Regimen(right.mention.start, right.mention.end, route=first.route)]


_ALL = re.compile(r"\ball\s+$", re.IGNORECASE)
_RARELY = re.compile(r"week|month|year|annual|fortnight", re.IGNORECASE)
"""``calcium 500 mg and vitamin D 60,000 IU monthly``: a dose that is rare is that of the name before it alone."""


def _is_given_with(own: Regimen, following: Regimen) -> bool:
    """``midazolam 3 mg and pethidine 50 mg IV``: both went into the vein."""
    into = following.route in {"intravenous", "intramuscular"} and following.dose is not None
    return into and own.dose is not None and own.route is None and own.frequency is None


def share(scan: Scan, found: Sequence[Found]) -> None:
    """A frequency told once for two names, and ``400/90 mg`` told for two: ``A and B daily``."""
    _share_of_all(scan, found)
    _share_the_vein(scan, found)
    for left, right in itertools.pairwise(found):
        if left.status is None or right.status is None or not right.regimens or not left.is_drug:
            continue
        gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
        if gap_end - left.end > _GAP or not _PAIR.fullmatch(scan.text[left.end : gap_end]):
            continue
        first = right.regimens[0]
        pair = re.match(
            r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*(mg|mcg|g|units?|iu)", first.dose_text or "", re.IGNORECASE
        )
        if pair and not left.regimens:
            left.regimens = [first._replace(dose=pair[1], dose_unit=pair[3], dose_text=None)]
            right.regimens[0] = first._replace(dose=pair[2], dose_unit=pair[3], dose_text=None)
        elif left.regimens and _is_given_with(left.regimens[0], first):
            left.regimens[0] = left.regimens[0]._replace(route=first.route)
        elif first.frequency and first.dose_text is None:
            own = left.regimens[0] if left.regimens else Regimen(left.mention.start, left.mention.end)
            rarely = own.dose is not None and _RARELY.search(scan.text, *first.frequency) is not None
            if own.frequency is None and (own.dose is None) == (first.dose is None) and not rarely:
                route = own.route or (first.route if first.dose is not None else None)
                shared = own._replace(frequency=first.frequency, route=route, end=first.end)
                left.regimens = [shared, *left.regimens[1:]]
