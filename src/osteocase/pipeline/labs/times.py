"""The time of a laboratory result that has none beside it: its statement's, its heading's, the story's before it."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.labs.elements import Element
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.result_dates import DAY_AND_MONTH, LAB_WORD, MONTH_NAME, result_times
from osteocase.pipeline.statements.story import later, time_between_visits
from osteocase.pipeline.statements.time_links import heading_time, is_comparison
from osteocase.pipeline.times.find import TimeMention

__all__ = [
    "LABS_HEADING",
    "clause_times",
    "collected_time",
    "dated_heading",
    "is_adverb",
    "statement_time",
    "story_time",
]

_COLLECTED = re.compile(
    r"\b(?:collect\w*|drawn|sampl\w*|specimen|received|date of (?:test|sample)|test date|lab date|report(?:ed)?)"
    r"[\w\s]{0,14}[:\s-]*$",
    re.IGNORECASE,
)
LABS_HEADING = re.compile(
    rf"[-•*\s]*(?:(?:[\w/&-]+\s+){{0,2}}{LAB_WORD}|{MONTH_NAME}\s+bloods)\b[^:\n]{{0,60}}:", re.IGNORECASE
)
_LABS_DATED = re.compile(
    rf"[-•*\s]*(?:\w+\s+)?{LAB_WORD}\b[^:;.\n\d]{{0,20}}{DAY_AND_MONTH}(?:\s|\)?[ \t]*(?:\n|\Z))", re.IGNORECASE
)
"""``Results 14/2   Hb 78`` and ``Inv (5/7)``: headings without a colon."""
_VISIT_HEADING = re.compile(
    r"[-•*\s]*(?:\w+\s+)?(?:review|visit|follow[- ]?up|f/?u|seen|clinic|recheck|check|control|consultation|appointment|"
    r"addendum|update|admission|discharge|pod|day|week|month)\b[^:.;\n]{0,40}:",
    re.IGNORECASE,
)
"""``F/U 22-11-2022: VAS 1. … Vit D 34``: what a dated entry of a course tells is of its day."""
_THAT_DAY = re.compile(r"\b(?:that|the same|on the) day\b(?! (?:after|before))", re.IGNORECASE)
_HEADING = 48
"""Characters in which the time of a heading stands."""
_STORY = 800
"""How many characters back ``that day`` may have been told."""
_DATED = re.compile(rf"[-•*,\s]*{DAY_AND_MONTH}\s?:", re.IGNORECASE)
_STAY = re.compile(
    r"\b(?:admitted|presented|seen|visited|referred|evaluated|hospitali[sz]ed|came|attended|reviewed|underwent|developed|"
    r"complained|consulted|returned|diagnosed|visit|consultation|appointment|presentation|admission|labs?|bloods?|tests?)\b",
    re.IGNORECASE,
)
_AFTER_VALUE = re.compile(r"\d(?:\s?[A-Za-zµμ/%]{1,10})?\s*$")
_SEEN = re.compile(
    r"\b(?:seen|reviewed|(?:re-?)?admitted|(?:re-?)?presented|attended|evaluated|visited|hospitali[sz]ed|assessed|returned|came)\b"
    r"[^.;,]{0,40}$"
    r"|\b(?:first|initial|last|next|index)\s+(?:clinic\s+)?(?:visit|consultation|appointment|presentation|admission)\s*\(?$"
    r"|\bat\s+that\s+(?:visit|time|review|appointment|consultation|point),?\s+(?:on|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:showed|revealed|demonstrated|disclosed|found|noted|was|were|had|yielded|confirmed|detected)\b", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\b(?:compar\w+ (?:with|to)|versus|vs\.?|than(?: in)?|relative to)\s*(?:the\s+)?(?:\w+\s+){0,3}$"
    r"|\b(?:up|down|improved|increased|decreased|unchanged|changed|stable|better|worse|different)\s+(?:from|since)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_WAS_THEN = re.compile(
    r"\b(?:up|down|improved|increased|decreased|risen|fallen|dropped|rose|fell) from (?:an? )?(?:previous |prior )?"
    r"(?:[<>]\s?)?[\d.,]+(?:\s?[^\s\d,;.]{1,12})?(?:\s(?:in|on|at|back in|from))?(?:\sthe)?\s*$",
    re.IGNORECASE,
)
_FROM_A = re.compile(
    r"\b(?:from|versus|vs\.?|above|over|than|below)\s+(?:an?\s+|the\s+|her\s+|his\s+)?$", re.IGNORECASE
)
_OF_NUMBER = re.compile(r"\s+(?:of|was|at|value|level)\b[^.;,]{0,12}\d", re.IGNORECASE)
"""``188 from a baseline of 110``"""
_EXACTNESS = {"date": 3, "relative": 2, "age": 2, "label": 1}
_POSITIONS = {"date", "relative", "age", "label"}
LIST_BACK = 25
"""How many sentences back the heading of a labelled list reaches."""
BACK = 4
"""How many sentences back a story's time reaches."""


_DEED = re.compile(
    r"\b(?:and|but|which|who|so)\s+(?:she|he|they|the\s+patient|we|I)\s+[^\d;]*\Z"
    r"|\b(?:was|were|is|has\s+been|had\s+been)\s+(?:then\s+|therefore\s+|subsequently\s+)?(?:treated|started|given|put|switched|commenced|referred|operated|"
    r"transfused|discharged|recommended|advised|prescribed)\b[^\d;]*\Z",
    re.IGNORECASE,
)
"""``Antibodies were positive and she began a diet, which she stopped after a year``: the time of what was done then."""


def statement_time(scan: Scan, start: int, end: int, first: int) -> tuple[TimeMention | None, TimeMention | None]:
    """Two times for the results of a statement: the one that leads it (before ``first``, where its first name or value
    stands), and the one for results that have none of their own."""
    positions = [
        time
        for time in result_times(scan, start, end)
        if time.kind != "duration" and not _is_compared(scan, time) and not _of_one_value(scan, time)
        if time.start < first or not _of_another_study(scan, start, time)
    ]
    back = [time for time in positions if _BACK_THEN.fullmatch(scan.text, time.start, time.end) and time.start >= first]
    if back and back == positions and (heading := dated_heading(scan, start)) is not None:
        return None, heading
    before = [time for time in positions if time.end <= first + 1]
    leading = max(before, key=lambda time: (_EXACTNESS.get(time.kind, 0), time.start), default=None)
    if len(positions) == 1:
        between = scan.text[first : positions[0].start]
        opens_later_clause = (
            re.search(r";\s*(?:and\s+|but\s+)?(?:(?:the|her|his|an?)\s+)?$", between) is not None
            or _DEED.search(between) is not None
        )
        return leading, None if opens_later_clause else positions[0]
    if positions:
        return leading, None
    told = (
        _that_day(scan, start, first)
        or dated_heading(scan, start)
        or later(heading_time(scan, start), time_between_visits(scan, start))
        or story_time(scan, start, end)
    )
    return None, told or collected_time(scan, start)


def clause_times(scan: Scan, start: int, end: int, elements: Sequence[Element]) -> dict[int, TimeMention]:
    """The time of each clause of a statement that has one of its own, by how many semicolons stand before it.

    ``0.52 at 2 weeks, 1.08 at 4 months; bicarbonate rose to 24 and creatinine fell to 84 at 4 months``
    """
    found: dict[int, TimeMention] = {}
    left, count = start, scan.text.count(";", start, end)
    for place in range(count + 1 if count else 0):
        right = scan.text.find(";", left, end)
        right = end if right < 0 else right
        first = min(
            (element.start for element in elements if left <= element.start < right and element.kind != "time"),
            default=right,
        )
        leading, own = statement_time(scan, left, right, first) if _has_time(scan, left, right) else (None, None)
        if leading is not None or own is not None:
            found[place] = leading or own  # type: ignore[assignment]
        left = right + 1
    return found


def _has_time(scan: Scan, start: int, end: int) -> bool:
    return any(time.kind in _POSITIONS for time in result_times(scan, start, end))


def _that_day(scan: Scan, start: int, first: int) -> TimeMention | None:
    """``Bloods sent that day: …``: the day that was told last before it."""
    if _THAT_DAY.search(scan.text, start, first) is None:
        return None
    days = [time for time in scan.times_in(max(0, start - _STORY), start) if time.kind == "date"]
    return days[-1] if days else None


def dated_heading(scan: Scan, start: int) -> TimeMention | None:
    """The time of the labelled list that a statement goes on with: ``Bloods 18/7/23: Hb 98. U&E normal.``"""
    index = scan.sentence_index(start)
    right = start
    for left, stop in reversed(scan.sentences[max(0, index - LIST_BACK) : index + 1]):
        stop = min(stop, start)
        if left >= stop:
            continue
        if "\n\n" in scan.text[stop:right]:
            return None
        right = left
        dated = _LABS_DATED.match(scan.text, left, stop)
        if dated is None and not _heads_list(scan, left, stop):
            continue
        colon = scan.text.find(":", left, stop)
        until = dated.end() if dated is not None else colon + 1 if colon >= 0 else stop
        times = [time for time in result_times(scan, left, until) if time.kind in _POSITIONS]
        return times[0] if len(times) == 1 else None
    return None


def _heads_list(scan: Scan, left: int, stop: int) -> bool:
    """Whether a sentence opens with a heading that may hold a time: ``Bloods 18/7/23:``, ``Review 3 months (8/10):``,
    ``After 2 years of follow-up:``"""
    right = min(stop, left + _HEADING)
    reach = max([stop, *(time.end for time in scan.times_in(left, right))])
    if scan.text.find(":", left, reach + 2) < 0:
        return False
    for pattern in (LABS_HEADING, _DATED, _VISIT_HEADING):
        if pattern.match(scan.text, left, stop) is not None:
            return True
    first = next(iter(result_times(scan, left, right)), None)
    return first is not None and first.start - left <= 2 and scan.text[first.end : first.end + 1] == ":"


def _is_compared(scan: Scan, time: TimeMention) -> bool:
    return _COMPARED.search(scan.text, max(0, time.start - 40), time.start) is not None


_STUDY = re.compile(
    r"\b(?:biops\w+|endoscop\w+|gastroscop\w+|colonoscop\w+|histology|scan|x-?rays?|films?|ultrasound|echo\w*)\b",
    re.IGNORECASE,
)


def _of_another_study(scan: Scan, start: int, time: TimeMention) -> bool:
    """``TTG 118 U/mL, biopsies 20 February``, ``PTH 60, DXA 3 May``: a study behind the results has the date."""
    left = max(scan.text.rfind(sign, start, time.start) for sign in ",;")
    if left < 0:
        return False
    studies = scan.words_in(left, time.start, "modality", "densitometry")
    return bool(studies) or _STUDY.search(scan.text, left, time.start) is not None


def _of_one_value(scan: Scan, time: TimeMention) -> bool:
    """``creatinine 1.6 (baseline 1.1)`` and ``up from 0.9 last week``: the time of that value alone."""
    before = scan.text[max(0, time.start - 40) : time.start]
    if time.kind == "label" and _FROM_A.search(before) and _OF_NUMBER.match(scan.text, time.end):
        return True
    if _WAS_THEN.search(before) is not None:
        return True
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return False
    closed = scan.text.find(")", time.end, time.end + 40)
    left = time.start - len(before) + opened
    if closed >= 0 and any(
        number.start >= time.end or number.end <= time.start for number in scan.quantities_in(left, closed)
    ):
        return True
    # "vit D 34 (Nov), PTH 6.2": brackets after one value of a list that goes on
    return _AFTER_VALUE.search(scan.text, max(0, left - 16), left) is not None and (
        re.match(r"\)\s*[,;]", scan.text[closed : closed + 4]) is not None
    )


_SINCE = re.compile(r"since\b", re.IGNORECASE)
"""``Since then he has been in hospital twice. Serum magnesium was normal.``: from when on, not when it was measured."""


_BACK_THEN = re.compile(r"previously|formerly", re.IGNORECASE)
"""``1,200 copies/mL, formerly 8,500``: of the second number alone."""
_ADVERB = re.compile(
    r"initially|at first|first|originally|previously|formerly|earlier|subsequently|later|now|then", re.IGNORECASE
)


def is_adverb(scan: Scan, time: TimeMention) -> bool:
    """``Initially her calcium was 2.9. PTH was 88.``: a word that tells when one thing was, not when the next was."""
    return _ADVERB.fullmatch(scan.text, time.start, time.end) is not None


def story_time(scan: Scan, start: int, end: int) -> TimeMention | None:
    """``At the age of 32 she was admitted. … Tests revealed …``: the time that leads an earlier sentence of the same
    paragraph, where that tells of a visit or of tests and no other time stands between."""
    section = scan.section_at(start)
    index = scan.sentence_index(start)
    right = start
    earlier = scan.sentences[max(0, index - BACK) : index]
    tells = _TOLD.search(scan.text, start, end) is not None
    if not tells and not any(LABS_HEADING.match(scan.text, left, stop) for left, stop in earlier):
        return None
    for left, stop in reversed(earlier):
        if left < section.start or "\n\n" in scan.text[stop:right]:
            return None
        right = left
        times = [time for time in result_times(scan, left, stop) if time.kind in _POSITIONS]
        if not times:
            continue
        sentence = scan.text[left:stop]
        if LABS_HEADING.match(sentence) and times[0].end <= left + sentence.index(":") + 2:
            return times[-1] if len(times) == 1 else None
        is_leading = (times[0].start - left <= 12 or _SEEN.search(scan.text, left, times[0].start) is not None) and (
            len(times) == 1 and not is_comparison(scan, times[0])
        )
        if _SINCE.match(scan.text, times[0].start) is not None:
            return None
        if is_adverb(scan, times[0]) and _STAY.search(sentence) is None:
            return None
        is_close = times[0].kind in {"label", "relative"} and times[0].start - left <= 4
        told = tells and (is_close or _STAY.search(sentence) is not None)
        return times[0] if is_leading and told and times[0].precision != "about" else None
    return None


def collected_time(scan: Scan, position: int) -> TimeMention | None:
    """The date of the sample that a print gives above its results, ``Collected: 04/23/2020``; else that of the
    report."""
    dated = [
        (label.group().lower(), time)
        for time in reversed(scan.times_in(max(0, position - 900), position))
        if time.kind == "date"
        and (label := _COLLECTED.search(scan.text, max(0, time.start - 40), time.start)) is not None
    ]
    drawn = [time for label, time in dated if "report" not in label and "received" not in label]
    return next(iter(drawn or [time for _, time in dated]), None)
