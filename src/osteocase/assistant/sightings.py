"""On which image a fracture was seen: ``T3 was on the first X-ray too`` moves it to the day of that image."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.hearing import Heard
from osteocase.assistant.times import months_of
from osteocase.records import Fracture, Record
from osteocase.review import Edit, Session

__all__ = ["is_sighting", "sighted"]

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
