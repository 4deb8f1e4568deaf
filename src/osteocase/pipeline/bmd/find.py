"""Bone densitometry: each number bound to its measure (BMD, T, Z, YAM, change, TBS) and to its site.

A statement is read in four steps: the names of sites and measures in it, its numbers, the measure of each number
(``bmd.measures``), the site of each number (``bmd.binding``). What a statement leaves open, such as the site, the order
of measures or the date, the statements after it take over. Start reading at ``find_bmd``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from osteocase.pipeline.bmd.after import in_order_of_sites, sides_of_headings, whole_hips
from osteocase.pipeline.bmd.binding import bind
from osteocase.pipeline.bmd.bounds import is_bound, is_general, is_of_another, without_limits
from osteocase.pipeline.bmd.carried import Told, carried_time, is_of_now, opening_time
from osteocase.pipeline.bmd.classes import adjectives, class_only, classify
from osteocase.pipeline.bmd.courses import partners, same_site, settle_courses, times_over, untimed
from osteocase.pipeline.bmd.dates import comparison_time, exam_times, heading_of_exam, is_compared, is_examined_anew
from osteocase.pipeline.bmd.labels import Label, labels_in, series_of
from osteocase.pipeline.bmd.listed_changes import listed_changes
from osteocase.pipeline.bmd.measures import FIELDS, Reading, assign
from osteocase.pipeline.bmd.merge import told_once
from osteocase.pipeline.bmd.numbers import masked, numbers_in
from osteocase.pipeline.bmd.open import (
    BACK,
    HEAD_LENGTH,
    Open,
    again,
    any_within,
    completed,
    goes_on,
    is_closed,
    is_score_alone,
    names_site,
    paragraphs_told,
    usual_score,
)
from osteocase.pipeline.bmd.sites import FAMILY, GENERIC, Site, site_spans, sites_in
from osteocase.pipeline.bmd.stacked import stacks_in
from osteocase.pipeline.bmd.statements import statements
from osteocase.pipeline.bmd.tables import table_bmd
from osteocase.pipeline.bmd.times import has_number_in_brackets, is_earlier, time_of, times_in_row
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.story import time_between_visits
from osteocase.pipeline.statements.table_heads import is_of_several
from osteocase.pipeline.statements.time_rows import told_in_rows
from osteocase.pipeline.text.tables import Table
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["find_bmd"]


@dataclass
class _Exam:
    """Numbers of one site and one time, gathered to one record."""

    site: Site | None
    time: TimeMention | None
    earlier: bool
    start: int
    end: int
    fields: dict[str, Any] = field(default_factory=dict)


def find_bmd(scan: Scan) -> list[Draft]:
    """Drafts of all densitometry results of a text; one record a site and time."""
    if not scan.by_group.get("densitometry") and not scan.by_group.get("machine") and not scan.has(_GRAMS):
        return []
    drafts: list[Draft] = []
    state = Open(score=usual_score(scan))
    told = paragraphs_told(scan)
    previous_end = 0
    inside = 0
    stacks = stacks_in(scan)
    drafts += [draft for stack in stacks for draft in stack.drafts]
    for start, end in statements(scan):
        for stack in stacks:
            if start < stack.end and stack.start < end:
                inside, end = max(inside, stack.end), max(start, min(end, stack.start))
        if start < inside and (start >= end or not stacks):
            previous_end = end
            continue
        _settle(scan, state, previous_end, start)
        state.active = state.active or any_within(told, start, end)
        table = _table_over(scan, start)
        of_several = table is not None and is_of_several(scan, table)
        found = _table(scan, table, state) if table is not None and not of_several else []
        if table is not None and (found or of_several):
            drafts += found
            inside = table.end
        else:
            drafts += _statement_bmd(scan, start, end, state)
        previous_end = end
    _machines(scan, drafts)
    drafts = told_in_rows(scan, drafts, _site_told)
    drafts = sides_of_headings(scan, listed_changes(scan, in_order_of_sites(scan, drafts)))
    return told_once(whole_hips(scan, told_once(without_limits(scan, drafts))))


def _site_told(draft: Draft) -> tuple[object, ...] | None:
    """The site of a result with numbers, and what was measured at it."""
    measured = tuple(name for name in FIELDS.values() if name in draft)
    return (draft["site"], draft["region"], draft["side"], measured) if measured else None


def _table_over(scan: Scan, position: int) -> Table | None:
    """The table that starts on the line of a position, before its first word."""
    index = bisect_right(scan.table_starts, position) - 1
    table = scan.tables[index] if index >= 0 else None
    return (
        table if table is not None and position < table.end and not scan.text[table.start : position].strip() else None
    )


def _table(scan: Scan, table: Table, state: Open) -> list[Draft]:
    told = state.time.time or heading_of_exam(scan, table.start)
    found, columns = table_bmd(
        scan, table, told, state.columns, state.site if state.active else None, active=state.active
    )
    if found:
        state.columns = columns
        state.active = True
        state.site, state.whole, state.listed, state.series = None, None, [], []
    return found


def _settle(scan: Scan, state: Open, previous_end: int, start: int) -> None:
    """What stays open over a paragraph or section that ends before a statement."""
    gap = scan.text[previous_end:start]
    section = scan.section_at(start)
    if (
        state.active
        and "\n\n" not in gap
        and section.start >= previous_end
        and sites_in(scan, section.start, section.body)
    ):
        return  # "Spine:" in a list of scores is no heading of an examination
    own_line = "\n" in scan.text[previous_end : section.start + 1] or "\n" in gap
    named = scan.words_in(section.start, section.body, "densitometry")
    dated = scan.times_in(section.start, section.body) if section.name == "course" and "\n\n" not in gap else []
    if dated and section.start >= previous_end:
        state.time = Told(dated[0], start)
    if dated:
        return  # "Follow-up (Feb 2021): 0.849" in a list of examinations
    if section.start >= previous_end > 0 and own_line and section.name not in {"other", "body"} and not named:
        state.active = False
        state.site, state.whole, state.listed, state.series = None, None, [], []
        state.time = Told()
    elif gap.count("\n") > 1:
        state.site = state.site if state.site is not None and state.site.listed else None
        state.whole = state.site
        state.listed, state.series = [], []


def _machines(scan: Scan, drafts: list[Draft]) -> None:
    """The machine of each result: the only one that the note names, else the last one named before the result."""
    found = scan.by_group.get("machine", [])
    names: list[tuple[int, int, str]] = [
        (mention.start, mention.end, scan.text[mention.start : mention.end]) for mention in found
    ]
    plain = sorted({" ".join(name.split()) for _, _, name in names}, key=len, reverse=True)
    kept: list[str] = []
    for name in plain:
        if not any(name.lower() in other.lower() for other in kept):
            kept.append(name)
    if len(kept) == 1:
        for draft in drafts:
            draft.setdefault("machine", kept[0])
        return
    for draft in drafts:
        paragraph = scan.text.rfind("\n\n", 0, draft["start"])
        before = [name for start, _, name in names if max(paragraph, draft["start"] - 400) <= start < draft["end"]]
        inside = [
            name
            for start, _, name in names
            if draft["end"] <= start < draft["end"] + 60 and "\n" not in scan.text[draft["end"] : start]
        ]
        if before or inside:
            draft.setdefault("machine", " ".join((before[-1] if before else inside[0]).split()))


def _statement_bmd(scan: Scan, start: int, end: int, state: Open) -> list[Draft]:
    words = scan.words_in(start, end, "densitometry")
    labels = labels_in(scan, start, end)
    headed, state.headed = state.headed, False
    in_grams = scan.has(_GRAMS) and _GRAMS.search(scan.text, start, end) is not None
    if (
        not (words or labels or in_grams)
        and end - start > HEAD_LENGTH
        and is_closed(scan, start, end, state, headed=headed)
    ):
        state.listed = []
        return []
    raw_sites = sites_in(scan, start, end)
    again_from = max(0, start - 12)  # "Follow-up DXA:" begins with what may be a heading of its own
    if scan.has(_SCANNED_AGAIN) and _REPEATED.search(scan.text, again_from, end) and not exam_times(scan, start, end):
        state.time = Told(left=state.measured) if state.measured is not None else state.time
    elif is_examined_anew(scan, start, end, state.time.time):
        state.time = Told(left=state.measured or state.time.time)
    if not (words or labels or (in_grams and raw_sites)) and not goes_on(
        scan, start, end, state, raw_sites, headed=headed
    ):
        named = len(raw_sites) == 1 and raw_sites[0].id in FAMILY and end - start < HEAD_LENGTH
        if named and (scan.text[end - 1] == ":" or 2 * (raw_sites[0].end - raw_sites[0].start) > end - start):
            state.site, state.headed = raw_sites[0], True
            state.whole = raw_sites[0] if raw_sites[0].id in GENERIC and raw_sites[0].side else None
        if raw_sites or end - start > HEAD_LENGTH:
            state.listed = []
        return []
    sites = again(scan, start, end, state) + completed(scan, raw_sites, state)
    state.time = carried_time(scan, start, end, state.time)
    if is_general(scan, start, end):
        return []
    spans = site_spans(raw_sites)
    masks = [
        *spans,
        *((label.start, label.end) for label in labels),
        *((time.start, time.end) for time in exam_times(scan, start, end, durations=True) if time.hides_numbers),
    ]
    numbers = numbers_in(scan, start, end, masked(scan, start, end, masks))
    device = any(scan.knowledge.words[word.id].value == "device" for word in words)
    default = state.score if device or labels or state.active else None
    series = state.series
    is_bare = not (series or labels or words)
    if (
        is_bare
        and state.last is not None
        and (BACK.search(scan.text, start, end) or (headed and is_score_alone(scan, start, end)))
    ):
        series = [Label(0, 0, state.last)]
    readings = assign(scan, start, end, numbers, labels, spans, series, default, paired=state.paired)
    if words or labels:
        state.active = True
    has_site = bool(sites) or state.site is not None
    readings = [
        reading
        for reading in readings
        if not is_bound(scan, reading, start, end, has_site=has_site) and not is_of_another(scan, reading, start, end)
    ]
    if not readings:
        _remember_head(scan, start, end, state, sites, labels)
        told = headed or any(label.measure == "bmd" for label in labels) or (state.active and start - state.told < 150)
        state.told = end if device or told else state.told
        classes = class_only(scan, start, end, sites, state.time.time, told=told)
        state.measured = state.time.time if classes else state.measured
        return classes
    carried = None if not sites and _names_another(scan, start, readings[0].start) else state.site
    bound = bind(scan, readings, sites, carried, state.listed, head=state.site if headed else None)
    # "an increase of 14 %" tells of bone only where bone was spoken of before
    silent = {"ignore"} if state.told else {"ignore", "change"}
    worded = device or any(label.end - label.start > 1 and label.measure not in silent for label in labels)
    bound = [(reading, site) for reading, site in bound if site is not None or worded]
    exams = _exams(scan, start, end, bound, state)
    state.told, state.measured = end, exams[-1].time if exams else state.measured
    classify(scan, start, end, [(exam.site, exam.fields, exam.end) for exam in exams], sites)
    _remember(state, exams, readings, sites, labels)
    measured = {FAMILY.get(exam.site.id) for exam in exams if exam.site is not None}
    others = [site for site in sites if FAMILY.get(site.id) not in measured]
    return [_draft(scan, exam) for exam in exams] + adjectives(scan, end, others, state.time.time)


_REPEATED = re.compile(
    r"\b(?:have|has|was|were|we|i)\s+(?:since\s+|now\s+)?(?:repeated|rescanned|remeasured)\b"
    r"|\b(?:new|newer|repeat|second|subsequent|follow-?\s?up)\s+(?:(?:bone\s+density|DE?XA|BMD)\s+)?"
    r"(?:scans?|DE?XA|study|densitometry|examination|measurement)\b",
    re.IGNORECASE,
)
"""Another examination, whose time is not that of the one before."""
_GRAMS = re.compile(r"\d\s?g\s?/\s?cm\s?(?:2|²|\^2)(?!\d)", re.IGNORECASE)
"""A density tells itself by its unit: ``the spine measured 0.781 g/cm2``."""
_SCANNED_AGAIN = re.compile("repeat|rescanned|remeasured|new|second|subsequent|follow", re.IGNORECASE)
_HEAD = re.compile(r"\W*(?P<words>[^\W\d_][^:\n.;]{3,30}):")


def _names_another(scan: Scan, start: int, first: int) -> bool:
    """A head that no site is known by, as in another language: what stands under it is not of the site before it."""
    match = _HEAD.match(scan.text, start, first)
    if match is None or scan.times_in(start, match.end()):
        return False
    named = scan.words_in(start, match.end(), "densitometry", "machine")
    return not named and not scan.bridges_in(start, match.end(), "densitometry_bridge")


def _is_of_imaging(scan: Scan, start: int, end: int, labels: list[Label]) -> bool:
    """``An x-ray of the thoracic spine shows osteopenic changes``: what a film shows is no site of a densitometry."""
    device = any(scan.knowledge.words[word.id].value == "device" for word in scan.words_in(start, end, "densitometry"))
    return not (device or labels) and bool(scan.words_in(start, end, "modality"))


def _remember_head(scan: Scan, start: int, end: int, state: Open, sites: list[Site], labels: list[Label]) -> None:
    """A statement without a result is a head: its site and its measures hold for the lines after it."""
    if len(sites) == 1 and not _is_of_imaging(scan, start, end, labels) and names_site(scan, start, end, labels):
        state.site = sites[0]._replace(listed=len(scan.text[start:end]) < 80)
        state.whole = sites[0] if sites[0].id in GENERIC and sites[0].side is not None else None
    heads = labels_in(scan, start, end, head=True)
    runs = series_of(scan, heads, [site.start for site in sites])
    longest = max(runs, key=len, default=[])
    if longest:
        state.series = longest
    state.headed = scan.text[start:end].rstrip().endswith(":")


def _remember(state: Open, exams: list[_Exam], readings: list[Reading], sites: list[Site], labels: list[Label]) -> None:
    told = [exam.site for exam in exams if exam.site is not None]
    distinct = list(dict.fromkeys((site.id, site.region, site.side) for site in told))
    if sites:
        state.listed = [next(site for site in told if (site.id, site.region, site.side) == key) for key in distinct]
        state.site = sites[-1]._replace(listed=False)
    scores = {reading.measure for reading in readings} & {"t_score", "z_score"}
    state.paired = state.paired or len(scores) == 2
    state.last = next(iter(scores)) if len(scores) == 1 else None
    own = [label for label in labels if label.measure in {"t_score", "z_score", "yam"}]
    if own and len({label.measure for label in own}) == 1:
        state.series = own[-1:] if own[-1].measure in {state.score, "yam"} else []


def _exams(scan: Scan, start: int, end: int, bound: list[tuple[Reading, Site | None]], state: Open) -> list[_Exam]:
    times = exam_times(scan, start, end)
    starts = sorted({reading.start for reading, _ in bound})
    scores = sorted({reading.start for reading, _ in bound if reading.measure != "change"})
    rows = _times_behind(scan, starts, times) or _times_by_row(scan, bound, times)
    rows = rows or (times_over(scan, start, bound) if not times else {})
    exams: list[_Exam] = []
    since = False
    basis: str | None = None
    told = [site for _, site in bound if site is not None]
    paired = partners(bound)
    unclear = untimed(scan, bound, rows) if not times else set()
    for reading, site in (pair for pair in bound if pair[0].start not in unclear):
        earlier = is_earlier(scan, reading, starts, start)
        since = since or earlier == "from here on"
        is_previous = (since or earlier == "this") and reading.measure != "change"
        time = rows.get(reading.start) or time_of(scan, reading, starts, times, scores, earlier=is_previous)
        if time is None and not times and not is_previous:
            headed = state.time.time is not None and bool(
                (state.time.time.kind == "relative" and start - state.time.end <= 3)
                or (reading.number.sign and _lists_on(scan, start, state.time.time))
            )
            time = state.time.time if reading.measure != "change" or headed else None
        elif time is None and not is_previous and _is_headed(scan, start, times, state.time.time):
            time = state.time.time
        if is_previous and (time is None or _BACK_THEN.fullmatch(scan.text, time.start, time.end)):
            time = comparison_time(scan) or time
        if time is not None and _NOW.fullmatch(scan.text, time.start, time.end):
            time = _time_of_change(exams, site) or time
        if reading.measure == "tbs" and (site is None or site.id != "lumbar_spine"):
            site = next(
                (other for other in told if other.id == "lumbar_spine"),
                Site("lumbar_spine", reading.start, reading.end, None, None),
            )
        if reading.measure == "change" and any(
            same_site(known.site, site) and "change_percent" in known.fields
            and (time is None or known.fields.get("change_from") not in {None, reading.extra.get("change_from")})
            for known in exams
        ):  # fmt: skip
            continue  # against the last scan as well as the first: a record holds one change
        if reading.measure == "yam" and any(
            same_site(known.site, site) and "yam_percent" in known.fields and known.time is time and not is_previous
            for known in exams
        ):  # fmt: skip
            continue  # "68% / 84%": of the young, then of the same age
        partner = paired.get(reading.start)
        exam = next(
            (
                known
                for known in reversed(exams)
                if (known.start <= partner < known.end if partner is not None else same_site(known.site, site))
                and known.earlier == is_previous
                and _same_time(known.time, time)
                and FIELDS[reading.measure] not in known.fields
            ),
            None,
        )
        if exam is None:
            exam = _Exam(site, time, is_previous, reading.start, reading.end)
            exams.append(exam)
        exam.time = exam.time or time
        exam.start, exam.end = min(exam.start, reading.start), max(exam.end, reading.end)
        exam.fields[FIELDS[reading.measure]] = reading.value
        exam.fields.update({name: value for name, value in reading.extra.items() if value is not None})
        if reading.measure == "change":
            basis = reading.extra.get("change_from") or basis
            if basis is not None:
                exam.fields["change_from"] = basis
    settle_courses(scan, exams)
    for exam in exams:
        if exam.site is not None and start <= exam.site.start < end:
            exam.start, exam.end = min(exam.start, exam.site.start), max(exam.end, exam.site.end)
    return exams


_BACK_THEN = re.compile(r"at that time|back then|then", re.IGNORECASE)
_NOW = re.compile(r"now|current(?:ly)?", re.IGNORECASE)


def _lists_on(scan: Scan, start: int, time: TimeMention) -> bool:
    """Whether a statement goes on in the line of its date: ``2023/7/21 DXA L2-4 +12.0%; total hip +2.7%``."""
    if time.kind != "date" or time.end > start or "\n" in scan.text[time.start : start]:
        return False
    if time.start - scan.text.rfind("\n", 0, time.start) > 12:
        return False  # "In 2019 the hip was -2.0; its density is down 10.7%": a story, whose change came after
    return scan.text[max(0, start - 4) : start].rstrip().endswith(";") and start - time.end < 120


_ENDS = re.compile(r"[.!?]\s+[^\W\d_]|\n[ \t]*\n")
_HEADS = re.compile(r"\s*(?:\([^()\n]{0,60}\)|,?\s*[\w ]{0,30})?\s*:")


def _is_headed(scan: Scan, start: int, times: list[TimeMention], head: TimeMention | None) -> bool:
    """``DXA 7 April 2020: spine -2.8, +0.9 % from baseline; hip -2.2, -1.3 % from baseline``, of one day."""
    if head is None or head.end > start:
        return False
    others = [time for time in times if not has_number_in_brackets(scan, time)]
    if not others:
        return True
    if not all(is_compared(scan, time) for time in others):
        return False
    if time_between_visits(scan, start) == head:
        return True
    goes_on = scan.text[max(0, start - 4) : start].rstrip().endswith(";")
    ended = _ENDS.search(scan.text, head.end, start) is not None
    opens = opening_time(scan, *scan.sentence_at(head.start)) == head and not is_of_now(scan, start)
    return goes_on and not ended and (opens or _HEADS.match(scan.text, head.end) is not None)


def _time_of_change(exams: list[_Exam], site: Site | None) -> TimeMention | None:
    """``At 18 months a gain of 31%, the T-score now being -1.6``: of the examination that told the change."""
    known = exams[-1] if exams else None
    if known is None or not same_site(known.site, site) or set(known.fields) - {"change_percent", "change_from"}:
        return None
    return known.time


_ENDS_GROUP = re.compile(r"[^.;\d]{0,24}?\b(?:in|on|from|of)\s+(?:\w{3,9}\s+)?\Z", re.IGNORECASE)


def _times_behind(scan: Scan, starts: list[int], times: list[TimeMention]) -> dict[int, TimeMention]:
    """``-2.2 (spine) and -1.9 (hip) in 2014, and -2.6 (spine) and -2.1 (hip) in 2018``: a year ends each pair."""
    if len(times) < 2 or any(time.kind != "date" for time in times):
        return {}
    found: dict[int, TimeMention] = {}
    left, sizes = 0, set()
    for time in times:
        group = [start for start in starts if left <= start < time.start]
        told = scan.text[group[-1] + 1 : time.start + 1] if group else ""
        if len(group) < 2 or _ENDS_GROUP.search(told[told.rfind(")") + 1 : -1] + " ") is None:
            return {}
        sizes.add(len(group))
        found.update(dict.fromkeys(group, time))
        left = time.end
    return found if len(sizes) == 1 and len(found) == len(starts) else {}


def _times_by_row(
    scan: Scan, bound: list[tuple[Reading, Site | None]], times: list[TimeMention]
) -> dict[int, TimeMention]:
    """Start of a number to its time, where as many times stand in a row as one site has numbers of one measure."""
    groups: dict[tuple[object, ...], list[Reading]] = {}
    for reading, site in bound:
        key = (reading.measure, *((site.id, site.side, site.region) if site is not None else ()))
        groups.setdefault(key, []).append(reading)
    found: dict[int, TimeMention] = {}
    for readings in groups.values():
        if 1 < len(readings) <= len(times):
            row = times_in_row(scan, times, len(readings))
            found.update({reading.start: time for reading, time in zip(readings, row, strict=False)})
    return found


def _same_time(left: TimeMention | None, right: TimeMention | None) -> bool:
    if left is None or right is None:
        return True
    return (left.start, left.end) == (right.start, right.end)


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
        "earlier": exam.earlier,
        **exam.fields,
    }
