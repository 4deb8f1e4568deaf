"""Doses that were changed: ``increase X to 20 mg`` starts the new one and ends the one told before."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.places import LISTS

__all__ = ["settle_changes"]

_CHANGE = (
    r"(?:(?:re-?)?(?:increas|decreas|reduc|lower|titrat|uptitrat|up-titrat|down-titrat|wean|halv|doubl|rais|dropp?"
    r"|step|bump|adjust|upp|tripl)"
    r"(?:e|es|ed|ing)?(?:\s+(?:up|down|back))?|(?:cut|brought|bring|go|goes|went|gone|came|come|moved?)(?:\s+(?:up|down|back))?|inc\.?|dec\.?)"
)
_CHANGE_BEFORE = re.compile(
    rf"(?:\b{_CHANGE}\s+(?:(?:the|her|his|your|my|their|home|dose|doses|of|oral|current|daily)\s+)*|[↑↓]\s*)$",
    re.IGNORECASE,
)
_CHANGE_BETWEEN = re.compile(
    rf"^[\s,:(–-]*(?:dose\s+)?(?:(?:was|were|is|has been|had been|to be|will be)\s+(?:\w+\s+)?)?(?:{_CHANGE}\b|[↑↓])",
    re.IGNORECASE,
)
_NOW_DONE = re.compile(r"(?:ed|d)\b|\bcut\b", re.IGNORECASE)


def settle_changes(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """``Increase X to 20 mg``: the new dose is started, the one told before it is past."""
    by_agent: dict[tuple[str, str], list[Found]] = {}
    for item, place in zip(found, spots, strict=True):
        if item.status is None or not item.is_drug:
            continue
        earlier = by_agent.setdefault((item.entry.id, item.subject), [])
        if (
            item.status in {"ongoing", "started", "planned", "stopped"}
            and place not in LISTS
            and _is_changed(scan, item)
        ):
            new = {regimen.dose for regimen in item.regimens if regimen.dose and not regimen.reduced}
            others = _BY_OTHERS.search(scan.text, max(0, item.mention.start - 80), item.mention.start)
            if new and (others or _NOT_YET.match(scan.text, item.end)):
                item.decide("planned", "later")  # ``we will lower X to 2.5 mg next month``
            elif new:
                item.decide("started" if _is_order(scan, item, place) else "ongoing", "changed")
                for other in earlier:
                    _end_old_doses(other, new)
        earlier.append(item)


_BY_OTHERS = re.compile(
    r"\b(?:GP|PCP|general practitioner|primary care(?: (?:doctor|physician|provider|team))?|"
    r"family (?:doctor|physician)|(?:cardio|nephro|endocrino|rheumato|neuro|onco)logist)\s+"
    r"(?:is\s+)?(?:(?:kindly|please)\s+)?(?:to|will|should|could|can|might)\s+(?:\w+\s+)?"
    rf"{_CHANGE}\s+(?:(?:the|her|his|your|my|their|home|dose|doses|of|oral|current|daily)\s+)*$"
    r"|\b(?:could|would|can|will)\s+you\s+(?:(?:kindly|please)\s+)?"
    rf"{_CHANGE}\s+(?:(?:the|her|his|your|my|their|home|dose|doses|of|oral|current|daily)\s+)*$",
    re.IGNORECASE,
)
"""``GP to cut X to 75 micrograms``: another doctor is asked to, and has not done it."""
_NOT_YET = re.compile(
    r"[\s,(]*(?:beginning |starting |from |in )?(?:next (?:week|month|visit)|tomorrow"
    r"|(?:a|one|two|three|four|\d+) (?:weeks|months)(?!\s+(?:ago|later)))",
    re.IGNORECASE,
)


def _is_changed(scan: Scan, item: Found) -> bool:
    start = item.mention.start
    first = item.regimens[0].start if item.regimens else item.mention.end
    return (
        _CHANGE_BEFORE.search(scan.text[max(0, start - 40) : start]) is not None
        or _CHANGE_BETWEEN.match(scan.text[item.mention.end : max(first, item.mention.end) + 4]) is not None
    )


def _is_order(scan: Scan, item: Found, place: str) -> bool:
    """True for ``increase X to``, which is done now, not for ``was increased to`` in a story."""
    if place in {"plan", "instructions", "assessment"} or _TODAY.search(
        scan.text, item.mention.end, min(item.end + 12, scan.sentence_at(item.mention.start)[1])
    ):
        return True
    ahead = scan.text[max(0, item.mention.start - 40) : item.mention.start]
    change = re.search(rf"(?:{_CHANGE}|[↑↓])[^.;\n]*$", ahead, re.IGNORECASE)
    if change is None:
        return re.match(r"[\s:(–-]*[↑↓]", scan.text[item.mention.end :][:6]) is not None
    if _NOW_DONE.search(change.group().split()[0]) is None:
        return True
    return _opens_sentence(scan, item, change.start()) or _by_the_writer(scan, item, change.start())


def _opens_sentence(scan: Scan, item: Found, position: int) -> bool:
    """``Increased X to 2 puffs.`` without a subject: done at this visit."""
    place = max(0, item.mention.start - 40) + position
    return place == scan.sentence_at(item.mention.start)[0] and not scan.times_in(item.end, item.end + 25)


def _by_the_writer(scan: Scan, item: Found, position: int) -> bool:
    """``I've increased his X to 8 mg``: the writer does it at this visit, unless another day is told."""
    place = max(0, item.mention.start - 40) + position
    if _I_HAVE.search(scan.text, max(0, place - 24), place) is None:
        return False
    limit = min(item.end + 25, scan.sentence_at(item.mention.start)[1])
    return not any(time.kind in {"date", "relative"} for time in scan.times_in(item.end, limit))


_I_HAVE = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]ve|\s+have)\s+(?:also\s+|therefore\s+|now\s+|today\s+|just\s+|slightly\s+|further\s+)*\Z"
)


_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)


def _end_old_doses(item: Found, new: set[str]) -> None:
    """What was taken at another dose until now."""
    if item.status not in {"ongoing", "started"}:
        return
    doses = {regimen.dose for regimen in item.regimens if regimen.dose}
    if doses and doses.isdisjoint(new):
        item.decide("past", "changed")
