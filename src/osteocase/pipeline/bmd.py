"""Bone densitometry: each number bound to its measure (BMD, T, Z, YAM, change, TBS) and to its site.

Sentences are read as chains of sites, measures and numbers; a site said before its numbers or straight after one
(``-2.5 at the femoral neck``) counts, and carries over to the next sentences of its paragraph until another is named.
Start reading at ``find_bmd``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from osteocase.pipeline.bmd_binding import SITE_LIST, bind
from osteocase.pipeline.bmd_measures import Reading, Site, is_site, readings_in, site_of
from osteocase.pipeline.bmd_tables import table_bmd
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.timelinks import heading_time, is_comparison
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_bmd"]

_DEFINITION = re.compile(
    r"\b(?:defined (?:as|by)|definition|criteria|classification:|WHO (?:classifies|criteria|definition)|"
    r"diagnosed when|is diagnosed|threshold|cut-?off"
    r"|fracture risk (?:doubles|increases)|reference range|indicates? (?:osteoporosis|osteopenia)|"
    r"(?:osteoporosis|osteopenia|normal)\s*[:=]\s*T|treatment is recommended|recommended (?:for|if|when|"
    r"in)|patients with|women with|if (?:the )?T|T-?\s?scores? (?:above|below|between|of)[^.]{0,60}(?:is|"
    r"are) (?:called|normal|osteop)|we treat|guidelines?|for example|is called|can detect|reimburs\w+|"
    r"indication for|target|goal|would be|"
    r"is (?:considered|called|regarded)|aim(?:ing)?|treat(?:ed|ment)? at)\b|\d\s*%?\s+or (?:less|below|lower)\b",
    re.IGNORECASE,
)


@dataclass
class _Exam:
    """Numbers of one site and one time, gathered to one record."""

    site: Site | None
    time: TimeMention | None
    start: int
    end: int
    fields: dict[str, Any] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)


def find_bmd(scan: Scan) -> list[Draft]:
    """Drafts of all densitometry results of a text; one record a site and time."""
    if not scan.by_group.get("densitometry"):
        return []
    drafts: list[Draft] = []
    in_tables: list[tuple[int, int]] = []
    for table in scan.tables:
        found = table_bmd(scan, table)
        if found:
            in_tables.append((table.start, table.end))
            drafts += found
    carried: Site | None = None
    carried_time: TimeMention | None = None
    previous_end = 0
    machine = _machine(scan)
    for start, end in scan.sentences:
        if any(start < right and left < end for left, right in in_tables):
            carried, carried_time, previous_end = None, None, end
            continue
        if "\n\n" in scan.text[previous_end:start] or scan.section_at(start).start >= previous_end > 0:
            carried = None
            carried_time = None
        carried_time = _exam_time(scan, start, end) or carried_time
        found, carried = _sentence_bmd(scan, start, end, carried, carried_time)
        drafts += found
        previous_end = end
    for draft in drafts:
        draft.setdefault("machine", machine)
    return _told_once(drafts)


def _machine(scan: Scan) -> str | None:
    found = scan.by_group.get("machine", [])
    written = {scan.text[mention.start : mention.end] for mention in found}
    return max(written, key=lambda name: (len(name), name)) if written else None


def _exam_time(scan: Scan, start: int, end: int) -> TimeMention | None:
    """The time of an examination named in a sentence: ``DXA of 5/18``; it holds for the sentences that follow."""
    devices = [
        word for word in scan.words_in(start, end, "densitometry") if scan.knowledge.words[word.id].value == "device"
    ]
    times = [time for time in scan.times_in(start, end) if time.kind != "duration" and not is_comparison(scan, time)]
    return times[0] if devices and len(times) == 1 else None


def _sentence_bmd(
    scan: Scan, start: int, end: int, carried: Site | None, carried_time: TimeMention | None
) -> tuple[list[Draft], Site | None]:
    words = scan.words_in(start, end, "densitometry")
    sites = [
        site_of(scan, mention, start, end)
        for mention in scan.mentions_in(start, end, "bmd_site")
        if is_site(scan, mention)
    ]
    sites = _other_side(scan, sites, start, carried)
    sites = _with_hip_parts(scan, sites, start, end, carried)
    sites = _with_levels(scan, sites, start, end, has_words=bool(words))
    if not words and not (carried and sites):
        return [], (sites[-1] if len(sites) == 1 and not words else carried)
    if _DEFINITION.search(scan.text[start:end]) or scan.section_at(start).effect == "not_patient":
        return [], carried
    readings = readings_in(scan, start, end)
    if not readings:
        drafts = _class_only(scan, start, end, sites)
        return drafts, (sites[-1] if sites else carried)
    context = scan.context(readings[0].start, readings[0].end)
    if context.hypothetical or context.subject != "patient":
        return [], carried
    exams = _exams(scan, start, end, readings, sites, carried, carried_time)
    _classify(scan, start, end, exams, sites)
    return [_draft(scan, exam) for exam in exams], (sites[-1] if sites else carried)


_SIDE_FIRST = re.compile(r"(left|right)\s*:?\s+(?=T\b|T-|Z\b|BMD\b|[-‐‑–—−]?\d)", re.IGNORECASE)


def _other_side(scan: Scan, sites: list[Site], start: int, carried: Site | None) -> list[Site]:
    """``Total femur right ...; left: 0.748``: the other side of the site just told."""
    match = _SIDE_FIRST.match(scan.text, start)
    if match is None or carried is None or carried.side is None:
        return sites
    return [carried._replace(start=match.start(), end=match.end(1), side=match[1].lower()), *sites]


def _with_levels(scan: Scan, sites: list[Site], start: int, end: int, *, has_words: bool) -> list[Site]:
    """``L1-L4`` alone stands for the lumbar spine where densitometry is told."""
    if not has_words:
        return sites
    found = list(sites)
    for match in _REGION.finditer(scan.text, start, end):
        told = any(site.start - 3 <= match.start() and match.end() <= site.end + 12 and site.region for site in sites)
        near = any(site.id == "lumbar_spine" and abs(site.start - match.start()) < 40 for site in sites)
        if not told and not near:
            found.append(Site("lumbar_spine", match.start(), match.end(), _region_text(match), None))
    for match in _LEVEL.finditer(scan.text, start, end):
        level = match["line"] or match["at"]
        position = match.start("line" if match["line"] else "at") - 1
        if not any(site.start <= position < site.end + 8 for site in found):
            found.append(Site("lumbar_spine", position, position + 2, f"L{level}", None))
    return sorted(found, key=lambda site: site.start)


_LEVEL = re.compile(
    r"(?:^|(?<=\n))[ \t]*L(?P<line>[1-4])(?=\s*[:=])"
    r"|\b(?:at|of)\s+L(?P<at>[1-4])\b(?!\s*[-–—/]|\s+(?:to|fracture|compression))"
)

_HIP = {"hip", "femur", "femoral_neck", "total_hip", "trochanter", "intertrochanteric", "wards_triangle"}
_TOTAL = re.compile(r"\btotal\b(?=\s*[:=]?\s*(?:BMD\b|T\b|T-score|[-‐‑–—−]?\d))", re.IGNORECASE)


def _with_hip_parts(scan: Scan, sites: list[Site], start: int, end: int, carried: Site | None) -> list[Site]:
    """``Left hip: neck -2.1, total -1.8``: parts named after a hip are parts of that hip."""
    hips = [site for site in sites if site.id in _HIP]
    if not hips and (carried is None or carried.id not in _HIP):
        return sites
    for match in _TOTAL.finditer(scan.text, hips[0].end if hips else start, end):
        if not any(site.start <= match.start() < site.end for site in sites):
            sites = [*sites, Site("total_hip", match.start(), match.end(), None, None)]
    side = carried.side if carried is not None and not hips else None
    found = []
    for site in sorted(sites, key=lambda item: item.start):
        if site.id in _HIP:
            site = site._replace(side=site.side or side)
            side = site.side
        else:
            side = None
        found.append(site)
    return found


_REGION = re.compile(r"(?<![A-Za-z0-9])[Ll]\s?([1-4])\s*(?:[-‐‑–—−_/]|to|through|thru)\s*[Ll]?\s?([2-5])(?![\d.])")


def _region_text(match: re.Match[str]) -> str:
    return f"L{match[1]}-L{match[2]}"


def _exams(
    scan: Scan,
    start: int,
    end: int,
    readings: list[Reading],
    sites: list[Site],
    carried: Site | None,
    carried_time: TimeMention | None,
) -> list[_Exam]:
    times = [time for time in scan.times_in(start, end) if time.kind != "duration" and not is_comparison(scan, time)]
    heading = carried_time or heading_time(scan, start)
    exams: list[_Exam] = []
    for reading, site in bind(scan, readings, sites, carried):
        time = _time_for(scan, reading, readings, times) or (heading if not times else None)
        exam = next(
            (
                exam
                for exam in reversed(exams)
                if _same_site(exam.site, site)
                and _same_time(exam.time, time, reading)
                and reading.measure not in exam.fields
            ),
            None,
        )
        if exam is None:
            exam = _Exam(site, time, reading.start, reading.end)
            exams.append(exam)
        exam.time = exam.time or time
        exam.start, exam.end = min(exam.start, reading.start), max(exam.end, reading.end)
        exam.fields[reading.measure] = reading.value
        exam.fields.update(reading.extra)
    for exam in exams:
        if exam.site is not None and start <= exam.site.start < end:
            exam.start, exam.end = min(exam.start, exam.site.start), max(exam.end, exam.site.end)
    return exams


def _same_site(left: Site | None, right: Site | None) -> bool:
    if left is None or right is None:
        return left is right
    return (left.id, left.side, left.region) == (right.id, right.side, right.region)


def _same_time(left: TimeMention | None, right: TimeMention | None, reading: Reading) -> bool:
    if left is None or right is None:
        return True
    return (left.start, left.end) == (right.start, right.end)


def _time_for(scan: Scan, reading: Reading, readings: list[Reading], times: list[TimeMention]) -> TimeMention | None:
    """The time that follows a number before the next one, else the last one before it, else the only one."""
    if not times:
        return None
    next_start = min((other.start for other in readings if other.start >= reading.end), default=None)
    after = [time for time in times if time.start >= reading.end and (next_start is None or time.end <= next_start)]
    before = [time for time in times if time.end <= reading.start]
    if before and not (after and _introduces(scan, reading, after[0])):
        return before[-1]
    if after:
        return after[0]
    return times[0] if len(times) == 1 else None


def _introduces(scan: Scan, reading: Reading, time: TimeMention) -> bool:
    return (
        re.fullmatch(r"[\s,(]*(?:at|in|on|after|by)?[\s(]*", scan.text[reading.end : time.start], re.IGNORECASE)
        is not None
    )


def _class_only(scan: Scan, start: int, end: int, sites: list[Site]) -> list[Draft]:
    """A densitometry that is told by its class alone: ``DXA showed osteopenia of the hip``.

    Without a device named, a class at a site (``osteopenia of the left femoral neck``) only adds to a result told
    elsewhere in the note; ``adds_only`` marks it.
    """
    words = scan.words_in(start, end, "densitometry")
    values = [(word, scan.knowledge.words[word.id].value or "") for word in words]
    device = next((word for word, value in values if value == "device"), None)
    if device is None and not sites:
        return []
    found: list[Draft] = []
    for word, value in values:
        if not value.startswith("class:"):
            continue
        context = scan.context(word.start, word.end)
        if context.status != "present" or context.hypothetical or context.subject != "patient":
            continue
        anchor = device or word
        told: list[Site | None] = list(_sites_of_class(scan, word, sites, start, end)) or [None]
        for site in told:
            found.append(
                {
                    "start": min(anchor.start, word.start),
                    "end": max(anchor.end, word.end),
                    "rule": "bmd.class_in_words",
                    "site": site.id if site else None,
                    "side": site.side if site else None,
                    "classification": value.removeprefix("class:"),
                    "time": None,
                    "adds_only": device is None,
                }
            )
    return found


def _sites_of_class(scan: Scan, word: Mention, sites: list[Site], start: int, end: int) -> list[Site]:
    """The sites that a class is told of: the list right after it, else all sites listed before it in its clause."""
    after = [site for site in sites if site.start >= word.end]
    if after and re.fullmatch(r"\s*(?:\w+\s+){0,4}[(]?", scan.text[word.end : after[0].start]):
        run = [after[0]]
        for site in after[1:]:
            if not SITE_LIST.fullmatch(scan.text[run[-1].end : site.start]):
                break
            run.append(site)
        return run
    before = [site for site in sites if site.end <= word.start]
    run = before[-1:]
    for site in reversed(before[:-1]):
        if not SITE_LIST.fullmatch(scan.text[site.end : run[0].start]):
            break
        run.insert(0, site)
    return run


def _classify(scan: Scan, start: int, end: int, exams: list[_Exam], sites: list[Site]) -> None:
    """Give each result the class that its own sentence tells of its site."""
    for word in scan.words_in(start, end, "densitometry"):
        value = scan.knowledge.words[word.id].value or ""
        if not value.startswith("class:"):
            continue
        context = scan.context(word.start, word.end)
        if context.status != "present" or context.hypothetical:
            continue
        for site in _sites_of_class(scan, word, sites, start, end):
            for exam in exams:
                if exam.site is not None and _is_part(exam.site, site):
                    exam.fields.setdefault("classification", value.removeprefix("class:"))


def _is_part(measured: Site, named: Site) -> bool:
    """A class of ``the hip`` belongs to the hip's total and neck when it names neither."""
    return measured.id == named.id and (named.side is None or named.side == measured.side)


def _draft(scan: Scan, exam: _Exam) -> Draft:
    site = exam.site
    return {
        "start": exam.start,
        "end": exam.end,
        "rule": "bmd.sentence",
        "site": site.id if site else None,
        "region": site.region if site else None,
        "side": site.side if site else None,
        "time": time_draft(scan.text, exam.time) if exam.time is not None else None,
        **exam.fields,
    }


_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """A result told again is one record; a class alone is dropped where numbers are told."""
    has_numbers = any(draft.get(name) is not None for draft in drafts for name in _NUMBERS)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda item: (item["start"], item["end"])):
        adds_only = draft.pop("adds_only", False)
        numbers = {name: draft[name] for name in _NUMBERS if draft.get(name) is not None}
        if not numbers and (has_numbers or adds_only):
            _add_class(kept, draft)
            continue
        known = next((other for other in kept if _repeats(other, draft, numbers)), None)
        if known is None:
            known = _first_half(kept, draft, numbers)
        if known is None:
            kept.append(draft)
        else:
            known.setdefault("also", []).append((draft["start"], draft["end"]))
            for name, value in draft.items():
                if known.get(name) is None:
                    known[name] = value
    return kept


def _when(draft: Draft) -> tuple[object, ...] | None:
    """A time as it is compared: its date, else its distance, else its words."""
    time = draft.get("time")
    if time is None:
        return None
    offset = time.get("offset")
    if time.get("date"):
        return (time["date"],)
    return (offset["value"], offset["unit"]) if offset else (time["text"].lower(),)


def _add_class(kept: list[Draft], draft: Draft) -> None:
    """A class in words belongs to the results of its site that have none yet."""
    for known in kept:
        same_site = known.get("site") == draft.get("site") and draft.get("site") is not None
        if same_site and draft.get("side") in {None, known.get("side")} and known.get("classification") is None:
            known["classification"] = draft["classification"]
            known.setdefault("also", []).append((draft["start"], draft["end"]))


def _first_half(kept: list[Draft], draft: Draft, numbers: dict[str, str]) -> Draft | None:
    """The record of the same site told shortly before with other measures: ``T score -2.8; Z score -1.9``."""
    if draft.get("site") is None:
        return None
    same = [other for other in kept if all(other.get(name) == draft.get(name) for name in ("site", "region", "side"))]
    if len(same) != 1 or draft["start"] - same[0]["end"] > 200:
        return None
    known = same[0]
    apart = not any(known.get(name) for name in numbers)
    return known if apart and _when(draft) in {None, _when(known)} else None


def _repeats(known: Draft, draft: Draft, numbers: dict[str, str]) -> bool:
    """The same site, and every number that both tell is equal, at least one of them."""
    if known.get("site") != draft.get("site") and draft.get("site") is not None:
        return False
    if any(known.get(name) and draft.get(name) and known[name] != draft[name] for name in ("side", "region")):
        return False
    shared = [name for name in numbers if known.get(name) is not None]
    if not shared and numbers and set(numbers) <= {"change_percent", "tbs"} and known.get("bmd_g_cm2") is not None:
        # The change or TBS of the examination just told.
        return known.get("site") == draft.get("site") and _when(draft) in {None, _when(known)}
    if not shared and not (not numbers and known.get("classification") == draft.get("classification")):
        return False
    if None not in {_when(known), _when(draft)} and _when(known) != _when(draft):
        return False
    return all(known[name] == numbers[name] for name in shared)
