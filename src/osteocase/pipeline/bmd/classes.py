"""Classes that a densitometry report tells in words: osteoporosis, osteopenia, normal, and the site that has them."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.bmd.binding import SITE_LIST
from osteocase.pipeline.bmd.sites import Site
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["adjectives", "class_only", "classify"]


def class_only(
    scan: Scan, start: int, end: int, sites: list[Site], time: TimeMention | None, *, told: bool
) -> list[Draft]:
    """A densitometry that is told by its class alone: ``DXA showed osteopenia of the hip``.

    Without a device named, a class at a site (``osteopenia of the left femoral neck``) only adds to a result told
    elsewhere in the note; ``adds_only`` marks it. ``told`` says that bone density is what the statement tells of.
    """
    words = scan.words_in(start, end, "densitometry")
    values = [(word, scan.knowledge.words[word.id].value or "") for word in words]
    device = next((word for word, value in values if value == "device" and not _is_not_done(scan, word)), None)
    if device is None and not sites:
        whole = _normal_scan(scan, values, None, end, time)
        return [whole] if whole is not None else []
    found: list[Draft] = []
    scores = [(word, "class:normal") for word in _normal_scores(scan, start, end)]
    for word, value in [*values, *scores]:
        if not value.startswith("class:"):
            continue
        context = scan.context(word.start, word.end)
        if context.status != "present" or context.hypothetical or context.subject != "patient":
            continue
        anchor = device or word
        of_sites: list[Site | None] = list(_sites_of_class(scan, word, sites, start, end)) or [None]
        for site in of_sites:
            found.append(
                {
                    "start": min(anchor.start, word.start),
                    "end": max(anchor.end, word.end),
                    "rule": "bmd.class_in_words",
                    "site": site.id if site else None,
                    "side": site.side if site else None,
                    "classification": value.removeprefix("class:"),
                    "time": time_draft(scan.text, time) if time is not None else None,
                    "adds_only": device is None and (not told or site is None),
                }
            )
    if not found and not sites and (whole := _normal_scan(scan, values, device, end, time)) is not None:
        return [whole]
    named = {(draft["site"], draft["side"]) for draft in found}
    more = adjectives(scan, end, sites, time) if device is not None or told else []
    return found + [draft for draft in more if (draft["site"], draft["side"]) not in named]


_NORMAL_SCORES = re.compile(
    r"\bnormal\s+(?:[TZ][\s-]?scores?|[TZ](?:\s+and\s+|/)[TZ][\s-]?scores?)\b|\b[TZ][\s-]?scores?\s+(?:was|were|is|are)\s+(?:both\s+|all\s+)?normal\b",
    re.IGNORECASE,
)
"""``normal T-scores in the spine``: scores that are told without their numbers."""


def _normal_scores(scan: Scan, start: int, end: int) -> list[Mention]:
    return [
        Mention(match.start(), match.end(), "word", "class_normal", "", "")
        for match in _NORMAL_SCORES.finditer(scan.text, start, end)
    ]


_WAS_NORMAL = re.compile(
    r"[^.;:,\n]{0,48}?\b(?:is|was|were|came\s+back|(?:reported|read)\s+as)\s+(?:entirely\s+|completely\s+|reportedly\s+)?normal\b"
    r"(?!\s+(?:in|at|for|except|at|limits?|range|variant))",
    re.IGNORECASE,
)
"""``A bone density scan last week was normal``: a class of no site."""


def _normal_scan(
    scan: Scan, values: list[tuple[Mention, str]], device: Mention | None, end: int, time: TimeMention | None
) -> Draft | None:
    """A scan, or a bone density of some time, that was normal as a whole; a film's look at the bones is none."""
    named = device or next((word for word, value in values if value == "bmd" and time is not None), None)
    normal = _WAS_NORMAL.match(scan.text, named.end, end) if named is not None else None
    if named is None or normal is None:
        return None
    context = scan.context(named.start, named.end)
    if context.negated or context.hypothetical or context.subject != "patient":
        return None
    return {
        "start": named.start, "end": normal.end(), "rule": "bmd.class_in_words", "site": None, "side": None,
        "classification": "normal", "time": time_draft(scan.text, time) if time is not None else None,
        "adds_only": False,
    }  # fmt: skip


_NOT_DONE = re.compile(
    r"\b(?:no|without|needs?|await(?:s|ing)?|order(?:ed)?|request(?:ed)?|booked|due for)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)


def _is_not_done(scan: Scan, device: Mention) -> bool:
    """``osteoporosis by definition, no DXA needed``: no examination has told of this class."""
    return _NOT_DONE.search(scan.text, max(0, device.start - 24), device.start) is not None


_ADJECTIVE = re.compile(
    r"\s*(?:BMD|bone density|T-?\s?scores?)?\s*(?:is|was|are|were|remains?|=|:|-|–)?\s*(?:both\s+"
    r"|all\s+)?(?:in (?:the )?|within (?:the )?)?"
    r"(?P<class>normal|osteopa?enic|osteoporotic)\b(?! fracture)",
    re.IGNORECASE,
)


_ADJECTIVE_BEFORE = re.compile(r"\b(?P<class>normal|osteopa?enic|osteoporotic)\s+\Z", re.IGNORECASE)
"""``osteopenia at both hips, normal spine``"""


def adjectives(scan: Scan, end: int, sites: list[Site], time: TimeMention | None) -> list[Draft]:
    """``BMD: spine normal, hip osteopenic``."""
    names = {
        "normal": "normal",
        "osteopenic": "osteopenia",
        "osteopaenic": "osteopenia",
        "osteoporotic": "osteoporosis",
    }
    found: list[Draft] = []
    for site in sites:
        match = _ADJECTIVE.match(scan.text, site.end, end) or _ADJECTIVE_BEFORE.search(
            scan.text, max(0, site.start - 16), site.start
        )
        if match is None:
            continue
        context = scan.context(match.start("class"), match.end("class"))
        if context.status != "present" or context.hypothetical or context.subject != "patient":
            continue
        found.append(
            {
                "start": min(site.start, match.start()), "end": max(site.end, match.end()),
                "rule": "bmd.class_in_words", "site": site.id,
                "side": site.side, "region": site.region, "classification": names[match["class"].lower()],
                "time": time_draft(scan.text, time) if time is not None else None,
            }
        )  # fmt: skip
    return found


_TO_SITES = re.compile(
    r"\s*(?:[(]BMD[)]\s*)?(?:and\s+(?:normal\s+)?(?:[TZ][\s-]?scores?|BMD|bone\s+(?:mineral\s+)?density)\s+)?"
    r"(?:(?!(?:except|but|save|apart|other|above|below|than)\b)\w+\s+){0,4}[(]?",
    re.IGNORECASE,
)
"""``normal BMD and T-scores at the``: from a class to the list of its sites."""


def _sites_of_class(scan: Scan, word: Mention, sites: list[Site], start: int, end: int) -> list[Site]:
    """The sites that a class is told of: the list right after it, else all sites listed before it in its clause."""
    after = [site for site in sites if site.start >= word.end]
    if after and _TO_SITES.fullmatch(scan.text, word.end, after[0].start):
        run = [after[0]]
        for site in after[1:]:
            if not SITE_LIST.fullmatch(scan.text[run[-1].end : site.start]):
                break
            run.append(site)
        return run
    before = [site for site in sites if site.end <= word.start and not _of_fracture(scan, site, word.start)]
    run = before[-1:]
    for site in reversed(before[:-1]):
        if not SITE_LIST.fullmatch(scan.text[site.end : run[0].start]):
            break
        run.insert(0, site)
    return run


def _of_fracture(scan: Scan, site: Site, position: int) -> bool:
    """``a fracture of the femoral neck, but DXA showed``: the place of a fracture told before the densitometry."""
    devices = scan.words_in(site.end, position, "densitometry")
    if not any(scan.knowledge.words[word.id].value == "device" for word in devices):
        return False
    return bool(scan.words_in(max(0, site.start - 16), site.end + 12, "fracture_word"))


_LEADS_TO_CLASS = re.compile(
    r"[\s,;:()\[\]>=–—→-]*(?:(?:which|i\.?e\.?|is|was|in|the|consistent|compatible|with|indicat\w+|suggest\w+"
    r"|correspond\w+|to|meaning|classified|as)\b[\s,:]*){0,5}",
    re.IGNORECASE,
)


def classify(
    scan: Scan, start: int, end: int, exams: list[tuple[Site | None, dict[str, Any], int]], sites: list[Site]
) -> None:
    """Give each result the class that its own sentence tells of its site."""
    for word in scan.words_in(start, end, "densitometry"):
        value = scan.knowledge.words[word.id].value or ""
        if not value.startswith("class:"):
            continue
        context = scan.context(word.start, word.end)
        if context.status != "present" or context.hypothetical:
            continue
        near = [site for site in sites if site.end <= word.start]
        told = [
            fields for measured, fields, stop in exams
            if measured is not None and stop <= word.start and _LEADS_TO_CLASS.fullmatch(scan.text[stop : word.start])
        ]  # fmt: skip
        if told and (not near or near[-1].start < word.start):
            told[-1].setdefault("classification", value.removeprefix("class:"))
            continue
        for site in _sites_of_class(scan, word, sites, start, end):
            for measured, fields, _ in exams:
                if measured is not None and _is_part(measured, site):
                    fields.setdefault("classification", value.removeprefix("class:"))


def _is_part(measured: Site, named: Site) -> bool:
    """A class of ``the hip`` belongs to the hip's total and neck when it names neither."""
    return measured.id == named.id and (named.side is None or named.side == measured.side)
