"""When a densitometry result was measured: its own time, the time over it, or an earlier examination."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.bmd.dates import comparison_time, is_compared
from osteocase.pipeline.bmd.measures import Reading
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.time_links import is_comparison
from osteocase.pipeline.times.find import TimeMention

__all__ = ["has_number_in_brackets", "is_earlier", "time_of", "times_in_row"]


_EARLIER_ONE = re.compile(
    r"(?:\bfrom|\bwas|\bwere|\bformerly|\bvs\.?|\bversus|\bagainst|\bthan|\bcompared (?:to|with)|\bcf\.?"
    r"|\bpreviously|\bbefore|\bprev\.?|\bprior|\bprevious|\bearlier|\blast|\bbaseline)"
    r"(?:\s+(?:T|Z|BMD|value|score|scan|one|result|of|at|in|the|a|was|an|is|study|exam\w*|densit\w+"
    r"|reading)\b[-\s]*(?:score\s*)?){0,5}[\s:=(]*$",
    re.IGNORECASE,
)
_EARLIER_ALL = re.compile(
    r"\b(?:previous(?:ly)?|prev\b\.?|prior|earlier|last time|before that|formerly|initially|baseline|old scan)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|current(?:ly)?|today|this (?:time|year|month|scan)|present|latest|most recent|to\s*$)", re.IGNORECASE
)
_CHANGE_WORD = re.compile(
    r"\b(?:since|from|to|with|vs\.?|versus|than|over|the)\s+(?:the\s+|her\s+|his\s+)?(?:previous|prior|last|baseline"
    r"|earlier)\b|%",
    re.IGNORECASE,
)


_GOES_TO = re.compile(
    r"\s*(?:g\s?/\s?cm\S*\s*)?(?:->|-->|=>|→|➝|➔)\s*(?:[TZ]\s*)?[-‐‑–−+]?\s?\d?[.,]?\d", re.IGNORECASE
)
_GOES_ON = re.compile(rf"{_GOES_TO.pattern}|\s*(?:g\s?/\s?cm\S*\s*|%\s*)?to\s*\d?[.,]?\d", re.IGNORECASE)
"""``-2.8 -> -2.3``, ``0.812 to 0.876``: the first of the two was before."""


_AT_THAT_TIME = re.compile(
    r"\s*(?:g\s?/\s?cm\S*\s*|SD\s*)?(?:then|at\s+that\s+time|back\s+then)\s*(?:[,;.)]|and\s+(?:is\s+)?now\b)",
    re.IGNORECASE,
)
"""``spine 1.044 then, -4.1%``: a value of the examination that is compared with."""


_BACK_THEN = re.compile(r"\W*(?:at that time|back then|then)\b[^.;\d]*\Z", re.IGNORECASE)
"""``Comparison is with April 2019. At that time femoral neck was 0.639``"""


def is_earlier(scan: Scan, reading: Reading, starts: Sequence[int], start: int) -> str | None:
    """``this`` where a number alone is of an earlier examination, ``from here on`` where all that follows is."""
    if reading.measure == "change":
        return None
    if _AT_THAT_TIME.match(scan.text, reading.end, reading.end + 40):
        return "this"
    if _BACK_THEN.match(scan.text, start, reading.start) and comparison_time(scan) is not None:
        return "this"
    course = _GOES_TO if reading.measure in {"t_score", "z_score"} else _GOES_ON
    if course.match(scan.text, reading.end, reading.end + 30):
        return "this"
    left = max((other for other in starts if other < reading.start), default=None)
    at = start if left is None else _end_of_number(scan, left)
    before = scan.text[max(at, reading.start - 90) : reading.start]
    one = _EARLIER_ONE.search(before)
    if one is not None:
        word = one.group().strip(" :=(").lower()
        if word.startswith(("was", "were")):
            return (
                "this" if "(" in scan.text[max(at, reading.start - 12) : reading.start] and left is not None else None
            )
        if word.startswith("from"):
            return "this"
        if word.startswith("last") or word.startswith("baseline"):
            return None
        return "this" if left is not None else "from here on"
    if (
        left is None
        and _EARLIER_ALL.search(before) is not None
        and not _CHANGE_WORD.search(before)
        and not _NOW.search(before)
    ):
        return "from here on"
    return None


def _end_of_number(scan: Scan, position: int) -> int:
    match = re.compile(r"\W*[\d.,]+").match(scan.text, position)
    return match.end() if match else position + 1


def _in_closed_brackets(scan: Scan, time: TimeMention, position: int) -> bool:
    """A time that stands in brackets with a number of its own says nothing of what follows."""
    return ")" in scan.text[time.end : position] and has_number_in_brackets(scan, time)


def has_number_in_brackets(scan: Scan, time: TimeMention) -> bool:
    """``(2018: -2.2)``, ``(-2.2 in 2018)``: whether a time stands in brackets with a number of its own."""
    opened = scan.text.rfind("(", max(0, time.start - 30), time.start)
    close = scan.text.find(")", time.end, time.end + 60)
    if not 0 <= opened < close or ")" in scan.text[opened : time.start]:
        return False
    return any(_DECIMAL.search(scan.text, *part) for part in ((opened, time.start), (time.end, close)))


_DECIMAL = re.compile(r"\d[.,]\d")


_BASE = re.compile(
    r"\b(?:vgl\.?|vs\.?|versus|cf\.?|compar\w+|since|from|against|zu|gegenüber|prior|previous|prev\.?|last"
    r"|earlier|begun|started|initiated|commenced)\W*(?:with|to|the|scan|of|in|on)?\W*$",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(
    r"[^.;\n]{0,40}?\bsince\s+(?:then|that\s+(?:time|scan)|the\s+(?:first|previous|last)\s+one)\b", re.IGNORECASE
)
_LASTING = re.compile(r"\b(?:over|for|during|within|after|following|since)\s+(?:the\s+)?$", re.IGNORECASE)
_ROW = re.compile(r"\s*(?:,|and|,\s*and|then|->|→|/|;|to|>|-->|=>|–|-|&)?\s*(?:in|at|then|and)?\s*", re.IGNORECASE)


def times_in_row(scan: Scan, times: Sequence[TimeMention], count: int) -> list[TimeMention]:
    """The ``count`` times that stand in one list, or none: ``2016 -> 2019 -> 2022``."""
    run: list[TimeMention] = []
    for time in [*times, None]:
        if time is not None and (not run or _ROW.fullmatch(scan.text[run[-1].end : time.start])):
            run.append(time)
            continue
        if len(run) == count:
            return run
        run = [time] if time is not None else []
    return []


_INTRODUCES = re.compile(
    r"(?:\s(?:(?:at|in)\s+)?(?:the\s+)?(?:(?:lumbar\s+|L\s)?spine|(?:total\s+)?hip|femoral\s+neck|FN|TH|LS|L1-L?4)"
    r"\s?(?=\())?[\s,(]*(?:SD\s*)?"
    r"(?:at|in|on|after|by|of|from|during|dated|back in|for|as of|measured|taken|obtained)?[\s(]*",
    re.IGNORECASE,
)


_BRACKET_OF_TIME = re.compile(r"\s?[(][^()]*$")
"""``against the scan of May 2021 (0.670 g/cm2, T-score -3.4)``: what stands in brackets after a time is of it."""


def _is_now_of_next(scan: Scan, time: TimeMention, following: int) -> bool:
    """``-3.1, now -2.6``: a present that leads the next number."""
    between = scan.text[time.end : following]
    return _NOW.fullmatch(scan.text, time.start, time.end) is not None and not between.strip(" :=~(")


def _closes_bracket(
    scan: Scan, reading: Reading, starts: Sequence[int], times: Sequence[TimeMention]
) -> TimeMention | None:
    """``(T -2.1 fem neck, 2012)``: the time that closes the brackets of a number, with no other number between."""
    close = scan.text.find(")", reading.end, reading.end + 60)
    if close < 0 or _BRACKET_OF_TIME.search(scan.text, max(0, reading.start - 60), reading.start) is None:
        return None
    if "(" in scan.text[reading.end : close] or any(reading.end <= other < close for other in starts):
        return None
    closing = [time for time in times if time.start >= reading.end and time.end == close]
    return closing[0] if closing and not is_compared(scan, closing[0]) else None


def time_of(
    scan: Scan,
    reading: Reading,
    starts: Sequence[int],
    times: Sequence[TimeMention],
    scores: Sequence[int],
    *,
    earlier: bool,
) -> TimeMention | None:
    """The time that follows a number directly, else the last one before it, else the next one before another number."""
    opened = _BRACKET_OF_TIME.search(scan.text, max(0, reading.start - 60), reading.start)
    if opened is not None and reading.measure != "change":
        own = [time for time in times if time.end == opened.start()]
        if own:
            return own[0]
    if reading.measure != "change" and (closing := _closes_bracket(scan, reading, starts, times)) is not None:
        return closing
    if earlier:
        times = [time for time in times if not _LASTING.search(scan.text[max(0, time.start - 12) : time.start])]
    else:
        times = [time for time in times if not is_compared(scan, time)]
    if not times:
        return None
    following = min((other for other in starts if other >= reading.end), default=None)
    if reading.measure == "change" and _SINCE_THEN.match(scan.text, reading.end, reading.end + 60):
        return None  # the time that was told before is the one that the change counts from
    if reading.measure == "change":
        # What changed since then was measured now: only a time in its own clause is its own.
        previous = max((other for other in scores if other < reading.start), default=-1)
        times = [time for time in times if time.kind != "date" or time.start - scan.sentence_at(reading.start)[0] < 12]
        times = [
            time for time in times
            if time.start > previous and not is_comparison(scan, time)
            and not _BASE.search(scan.text[max(0, time.start - 24) : time.start])
        ]  # fmt: skip
    after = [time for time in times if time.start >= reading.end and (following is None or time.end <= following)]
    before = [
        time for time in times if time.end <= reading.start and not _in_closed_brackets(scan, time, reading.start)
    ]
    introduced = bool(after) and _INTRODUCES.fullmatch(scan.text[reading.end : after[0].start]) is not None
    heads_next = bool(after) and (
        re.match(r"\s*[):]*\s*:", scan.text[after[0].end : after[0].end + 6]) is not None
        or (following is not None and _is_now_of_next(scan, after[0], following))
    )
    if after and introduced and not heads_next:
        return after[0]
    if earlier and after and not re.search(r"[.;,\n]", scan.text[reading.end : after[0].start]):
        return after[0]  # "compared with -3.1 at the start of treatment in 2016"
    if before:
        return before[-1]
    apart = bool(after) and re.search(r"[.;]\s", scan.text[reading.end : after[0].start]) is not None
    if after and not heads_next and not apart and not _NOW.fullmatch(scan.text[after[0].start : after[0].end]):
        return after[0]
    is_now_later = (
        bool(times) and times[0].start >= reading.end and _NOW.fullmatch(scan.text[times[0].start : times[0].end])
    )
    trailing = (
        len(times) == 1
        and not heads_next
        and not is_now_later
        and not (times[0].end <= reading.start and _in_closed_brackets(scan, times[0], reading.start))
        and (reading.measure != "change" or times[0].start > starts[-1])
    )
    return times[0] if trailing else None
