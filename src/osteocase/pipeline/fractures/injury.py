"""The time of the one dated injury of a note, for the fractures of this illness that are told without a time.

"He fell on Tuesday evening" tells when the hip of the diagnosis above broke.
"""

from __future__ import annotations

from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.fractures.when import is_long_ago, is_past_time
from osteocase.pipeline.labs.times import story_time
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.story import time_between_visits
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["add_time_of_examination", "add_time_of_injury", "add_time_of_presentation"]

_INJURY = SharedPattern(
    r"\b(?:fell|falls?|fallen|tripped|slipped|stumbled|twisted|rolled|inverted|landed|RTA|RTC|MVA|MVC|collision|accident|crash(?:ed)?"
    r"|knocked\s+(?:down|over)|hit\s+by|struck\s+by|thrown|jumped|found\s+(?:by\s+(?:\w+\s+){1,4}?)?(?:lying\s+)?on\s+the\s+(?:\w+\s+)?floor|lost\s+(?:her|his|their)\s+(?:balance|footing)|injured|injury)\b"
    r"(?!\s+(?:risk|clinic|prevention|asleep|in\s+(?:the\s+)?(?:platelet|count|pressure|h[ae]moglobin)|short|ill|pregnant))",
)
_ONSET = SharedPattern(
    r"\b(?:felt|heard)\s+(?:a\s+|something\s+)?(?:loud\s+|sudden\s+|sharp\s+)?(?:snap|pop|crack|give|crunch)\b",
)
"""What a bone does when it breaks though nobody fell; read only where the note dates no fall or blow.

A pain alone dates no fracture."""
_KNOWN = re.compile(
    r"\b(?:present|seen|visible|there)\s+(?:in|on)\s+\w+(?:\s+\d{4})?\s+(?:also|already|too)\b", re.IGNORECASE
)
"""``present in April also``: older than the injury."""
_NO_FALL = re.compile(
    r"\b(?:no|without|denie[sd]|nil|never|not|prevent\w*|risk\s+of|fear\s+of|if|further|h/o|history\s+of|recurrent|frequent|last|since)\s+"
    r"(?:(?:any|more|the|a|an|recent|other|her|his)\s+)*\Z",
    re.IGNORECASE,
)
_COUNTED_TIME = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+)?(?:last|past|previous)\b|\bper\b|\beach\b", re.IGNORECASE
)
_SLOW = frozenset({"stress", "insufficiency", "atypical", "pathological", "incomplete", "pseudofracture"})
"""Kinds that come without the injury, or long before it."""
_REACH = 70
_OTHER_EVENT = re.compile(r"\b(?:who|which|and)\b", re.IGNORECASE)
_BARE_DAY = re.compile(
    r"(?:^|[a-z])\s+((?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?=[,.;)]?(?:\s|$))(?<!/10)(?<!\d/5)", re.IGNORECASE
)
"""``Fell in the car park 24/6,``."""


def add_time_of_injury(scan: Scan, drafts: list[Draft]) -> None:
    """Date the patient's fresh fractures by the injury, where the note dates just one."""
    waiting = [draft for draft in drafts if _is_open(draft) and draft["rule"] != "fractures.by_grade"]
    if not waiting:
        return
    times = _dated_injuries(scan, _INJURY) or _dated_injuries(scan, _ONSET)
    words = {" ".join(scan.text[time.start : time.end].lower().split()) for time in times}
    if len(words) != 1 or not all(_is_of(draft, words) for draft in drafts if _is_dated(draft)):
        return
    for draft in waiting:
        if _KNOWN.search(scan.text, draft["start"], scan.sentence_at(draft["start"])[1]) is None:
            draft["time"] = time_draft(scan.text, times[0])


def _is_open(draft: Draft) -> bool:
    is_fresh = draft["status"] == "present" and draft["temporality"] == "current" and draft["subject"] == "patient"
    if not is_fresh or draft["time"] is not None or draft["bone"] is None:
        return False
    return draft.get("acuity") not in {"chronic", "subacute"} and draft.get("kind") not in _SLOW


def _is_dated(draft: Draft) -> bool:
    """A fracture of this illness with a time of its own: the others may be of another day."""
    return draft["status"] == "present" and draft["temporality"] == "current" and draft["time"] is not None


def _is_of(draft: Draft, words: set[str]) -> bool:
    told = " ".join(str(draft["time"]["text"]).lower().split())
    return any(told in word or word in told for word in words)


def _dated_injuries(scan: Scan, pattern: SharedPattern) -> list[TimeMention]:
    found: list[TimeMention] = []
    for match in pattern.finditer(scan.indexed):
        start, end = scan.sentence_at(match.start())
        if _NO_FALL.search(scan.text, max(start, match.start() - 40), match.start()) is not None:
            continue
        context = scan.context(match.start(), match.end())
        if context.negated or context.hypothetical or context.subject != "patient":
            continue
        time = _time_beside(scan, match.start(), match.end(), start, end)
        if time is None:
            continue
        if is_long_ago(scan, time) or time.anchor == "birth" or time.kind == "age":
            continue
        if pattern is _INJURY and is_past_time(scan, time):
            continue
        found.append(time)
    return found


def _time_beside(scan: Scan, left: int, right: int, start: int, end: int) -> TimeMention | None:
    times = [time for time in fracture_times(scan, start, end) if time.kind in {"date", "relative", "label"}]
    for match in _BARE_DAY.finditer(scan.text, right, min(end, right + _REACH)):
        times.append(TimeMention(match.start(1), match.end(1), "date", None, precision="day"))
    if any(right <= time.start <= right + _REACH for time in times):  # "bypass in 1971 who tripped last night"
        times = [t for t in times if t.end > left or _OTHER_EVENT.search(scan.text, t.end, left) is None]
    near = [
        time
        for time in times
        if (time.start >= right and time.start - right <= _REACH) or (time.end <= left and left - time.end <= _REACH)
    ]
    near = [time for time in near if _COUNTED_TIME.search(scan.text, max(start, time.start - 14), time.end) is None]
    if not near:
        return None
    return min(near, key=lambda time: time.start - right if time.start >= right else left - time.end)


def add_time_of_presentation(scan: Scan, drafts: list[Draft]) -> None:
    """Date what films show by the day on which the patient came, where the sentence before opens with it: ``In May 2021
    she presented with back pain. MRI showed a fracture of L1.``"""
    for draft in drafts:
        if not _is_open(draft):
            continue
        time = story_time(scan, *scan.sentence_at(draft["start"]))
        if time is not None and time.kind == "date" and not is_long_ago(scan, time):
            draft["time"] = time_draft(scan.text, time)


_EXAMINED = re.compile(r"(?:^|[\s(,;])(?:at|by|on|after)?\s*\Z", re.IGNORECASE)
_BESIDE_FILM = 30
"""Characters between an imaging study and its day: ``XR L knee AP/lat today: components well seated.``"""


def add_time_of_examination(scan: Scan, drafts: list[Draft]) -> None:
    """Date what films do not show by the day of the films, or by the time that opens the visit's sentences; what they
    do show by the visit that a story has come to."""
    for draft in drafts:
        if draft["time"] is not None or draft["subject"] != "patient" or draft["temporality"] != "current":
            continue
        start = draft["start"]
        if draft["status"] == "absent":
            time = _day_of_film(scan, start) or _opening_time(scan, start) or time_between_visits(scan, start)
        elif draft["status"] == "present" and draft.get("modality") is not None:
            time = time_between_visits(scan, start)
        else:
            continue
        if time is not None:
            draft["time"] = time_draft(scan.text, time)


def _before_in_line(scan: Scan, position: int) -> list[tuple[int, int]]:
    """The sentences of the line before the one that holds a position, the nearest first."""
    line = scan.text.rfind("\n", 0, position) + 1
    index = scan.sentence_index(position)
    return [span for span in reversed(scan.sentences[max(0, index - 6) : index]) if span[0] >= line]


def _day_of_film(scan: Scan, position: int) -> TimeMention | None:
    own = scan.sentence_at(position)
    for start, end in [own, *_before_in_line(scan, position)[:3]]:
        films = scan.words_in(start, end, "modality")
        if not films:
            continue
        times = [
            time
            for time in fracture_times(scan, start, end)
            if time.kind in {"date", "relative"} or (time.kind == "label" and time.anchor == "note_date")
        ]
        near = [
            time
            for time in times
            if any(0 <= time.start - film.end <= _BESIDE_FILM or 0 <= film.start - time.end <= 4 for film in films)
        ]
        return near[0] if len(near) == 1 else None
    return None


_HAS_HAD = re.compile(r"\b(?:has|have)\s+(?:since\s+)?(?:had|been|not)\b", re.IGNORECASE)
"""``By June CTX was 210. She has had no further fractures``: up to now."""


def _opening_time(scan: Scan, position: int) -> TimeMention | None:
    """``At 24 months: creatinine 1.2. No further fracture.``"""
    if _HAS_HAD.search(scan.text, *scan.sentence_at(position)) is not None:
        return None
    for start, end in [(scan.sentence_at(position)[0], position), *_before_in_line(scan, position)]:
        for time in scan.times_in(start, min(end, start + 60)):
            lead = scan.text[start : time.start]
            if (
                time.kind in {"relative", "date", "label"}
                and len(lead.strip()) <= 6
                and _EXAMINED.search(" " + lead) is not None
            ):
                return time
            break
    return None
