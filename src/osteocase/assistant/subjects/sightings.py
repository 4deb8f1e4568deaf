"""On which image a fracture was seen: ``T3 was on the first X-ray too`` moves it to the day of that image.

``what did the MRI show that the film did not?`` asks for those of the one image that the other one of that time missed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Record
from osteocase.review import Edit, Session

__all__ = ["is_seen", "is_sighting", "one_image_only", "seen_on_one", "sighted"]

_SEEN = re.compile(
    r"\b(?:seen|visible|shown|showed|present|there|already|detected|found|picked up|on|in)\b", re.IGNORECASE
)
_NOT_SEEN = re.compile(r"\b(?:not|never|n['’]t|no)\b", re.IGNORECASE)


def is_sighting(heard: Heard) -> bool:
    """Whether it tells on which image a fracture was seen."""
    told = bool(heard.levels and heard.values("modality")) and bool(_SEEN.search(heard.say))
    states = heard.has("fracture_state") or heard.words_of("fracture_kind") or heard.figures or heard.date
    return told and not states and not heard.is_question and not _NOT_SEEN.search(heard.say) and not heard.has("ask")


def sighted(heard: Heard, records: Sequence[Record], session: Session) -> tuple[Edit, ...] | None:
    """The edits; none where it is recorded so already, null where nothing of the kind is told."""
    broken = [one for one in records if isinstance(one, Fracture)]
    if not is_sighting(heard) or not broken or len(broken) < len(records):
        return None
    image = heard.values("modality")[0]
    pool = [
        one for read in session.state.read.values() for one in read.fractures
        if one.modality == image and one.status == "present" and one.subject == "patient"
        and one.bone == broken[0].bone and one.temporality != "historical"
    ]  # fmt: skip
    case = {one.id: one for one in session.case.fractures}
    there = [case[one.id] for one in pool if one.id in case and months_of(case[one.id]) is not None]
    there.sort(key=lambda one: months_of(one) or 0)
    if not there:
        return None
    source = there[-1] if "last" in heard.values("time") else there[0]
    edits = [
        Edit(record=one.id, fields={"modality": image, "time": source.time})
        for one in broken
        if one.modality != image or months_of(one) != months_of(source)
    ]
    return tuple(edits)


_MISSED = re.compile(
    r"\b(?:did|had|has|does|could|was|were)(?:\s+not|n['’]t)\b|\bmiss(?:ed|es)?\b|\boverlook\w*|\bfail\w*\s+to\b",
    re.IGNORECASE,
)
"""Behind an image: what it did not show."""
_MISS = re.compile(r"\bmiss(?:ed|es)?\b|\boverlook\w*", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|missed|overlooked|invisible|unseen|absent)\s+(?:(?:seen|visible|shown|there)\s+)?(?:(?:on|in|by|with|from)\s+)?"
    r"(?:(?:the|an?|her|his|plain|lateral|first)\s+)*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|just|exclusively)\s+(?:(?:seen|shown|visible|found|detected|picked\s+up|told|there)\s+)?"
    r"(?:(?:on|in|by|with)\s+)?(?:(?:the|an?|her|his|plain)\s+)*$",
    re.IGNORECASE,
)
_DAY = len("2024-03-05")
_SAME_TIME = timedelta(days=60)
"""Two images within this time are of one illness; what a later film shows was known by then."""


def one_image_only(heard: Heard) -> tuple[str | None, str | None] | None:
    """The image that showed it, and the one that did not, null for any other; null where none are set apart."""
    said = [hit for hit in heard.hits if hit.group == "modality" and hit.end > hit.start and hit.value]
    missed = set[str]()
    for number, hit in enumerate(said):
        ahead = heard.say[: heard.offsets[hit.start]]
        end = heard.offsets[said[number + 1].start] if number + 1 < len(said) else len(heard.say)
        if _ONLY.search(ahead):
            return str(hit.value), None
        behind = heard.say[heard.offsets[hit.end - 1] : end]
        if _DENIED.search(ahead) or ((number or _MISS.search(behind)) and _MISSED.search(behind)):
            missed.add(str(hit.value))
    shown = {str(hit.value) for hit in said} - missed
    if len(missed) != 1 or len(shown) > 1 or (not shown and heard.levels):
        return None
    return (next(iter(shown), None), next(iter(missed)))


def seen_on_one(images: tuple[str | None, str | None], session: Session) -> list[Fracture]:
    """The fractures that the one image showed, and the other one of that time did not."""
    return [
        one
        for one in session.case.fractures
        if one.status == "present" and one.subject == "patient" and _is_of_one(one, images, session)
    ]


def is_seen(fracture: Fracture, image: str, session: Session) -> bool:
    """Whether any note tells that such an image showed it."""
    return any(one == image for one, _date in _seen(fracture, session))


def _is_of_one(fracture: Fracture, images: tuple[str | None, str | None], session: Session) -> bool:
    seen = _seen(fracture, session)
    other = [date for image, date in seen if image == images[1] or (images[1] is None and image != images[0])]
    shown = [date for image, date in seen if image == images[0] or (images[0] is None and image != images[1])]
    if not shown:
        return False
    return not other or Date.fromisoformat(min(other)) > Date.fromisoformat(min(shown)) + _SAME_TIME


def _seen(fracture: Fracture, session: Session) -> list[tuple[str, str]]:
    """Kind of image and date of each note that tells the fracture by an image."""
    thing = (fracture.bone, fracture.level, fracture.side)
    return [
        (one.modality, str(read.note.date))
        for read in session.state.read.values()
        for one in read.fractures
        if (one.bone, one.level, one.side) == thing
        and one.status == "present"
        and one.subject == "patient"
        and one.modality is not None
        and len(read.note.date or "") == _DAY
    ]
