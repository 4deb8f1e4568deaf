"""How long the patient was in hospital: the days from the admission to the discharge that one note tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Session

__all__ = ["asks_stay", "stay"]

_WARD = r"(?:hospital|the\s+ward|the\s+unit|the\s+clinic|rehab(?:ilitation)?|intensive\s+care|itu|icu)"
_ASKED = re.compile(
    rf"\bhow\s+(?:long|many\s+(?:days|nights|weeks))\b[^?]*?\b(?:in|at|on)\s+{_WARD}(?!\s*\w*\s*(?:doses?|visits?))"
    r"|\bhow\s+(?:long|many\s+(?:days|nights|weeks))\b[^?]*?\b(?:admi(?:tted|ssion)|hospitali[sz]\w+|inpatient|stay(?:ed)?\s+in)\b"
    r"|\bhow\s+(?:long|many\s+(?:days|nights|weeks))\b[^?]*?\b(?:hospital|inpatient|ward)\s+stay\b"
    r"|\b(?:length|duration)\s+of\s+(?:(?:the|her|his)\s+)?(?:hospital\s+|inpatient\s+)?(?:stay|admission|hospitali[sz]ation)\b"
    r"|^\W*(?:hospital|inpatient)\s+(?:stay|days)\W*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|after|since|until|between)\b", re.IGNORECASE)
"""``how long before she was admitted?`` asks of another stretch."""
_IN = re.compile(r"\b(?:admi(?:tted|ssion)|DOA)\b(?:\s+(?:date|on|to\s+(?:\w+\s+){1,3}?on))*\W{0,4}$", re.IGNORECASE)
_OUT = re.compile(
    r"\b(?:discharged?|DOD|went\s+home|sent\s+home)\b(?:\s+(?:date|on|home|from\s+(?:\w+\s+){1,3}?on))*\W{0,4}$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?:in\s+hospital|inpatient|hospitali[sz]ed|in-patient|stay)\b[^.;]{0,20}\bfrom\W*$", re.IGNORECASE
)
_TO = re.compile(r"^\W*(?:to|until|till|-|–)\W*$", re.IGNORECASE)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)[\s-]+(?:days?|nights?|weeks?)"
_STATED = re.compile(
    r"\b(?:stay(?:ed)?|inpatient|in\s+hospital|hospitali[sz]\w+|admi(?:tted|ssion)|LOS|length\s+of\s+stay)\b[^.;]{0,30}?\b"
    rf"{_COUNT}\b|\b{_COUNT}\s+(?:in\s+hospital|on\s+the\s+ward|as\s+an?\s+inpatient|stay|admission)\b",
    re.IGNORECASE,
)
_ONE_END = re.compile(r"\b(?:admitted|admission|discharged|in\s+hospital|hospitali[sz]\w+|inpatient)\b", re.IGNORECASE)
_WHOLE = len("2024-03-05")


@dataclass(frozen=True)
class _Stay:
    """One stay, by the sentences that date its two ends."""

    begin: str
    """ISO."""
    end: str
    places: tuple[Passage, ...]

    @property
    def days(self) -> int:
        return (Date.fromisoformat(self.end) - Date.fromisoformat(self.begin)).days


def asks_stay(heard: Heard, found: Selection) -> bool:
    """Whether the length of a stay in hospital is asked for; how long a drug was given there is not."""
    if found.arguments.keys() & {"agent", "analyte", "score", "measure"} or heard.has("correct", "add", "delete"):
        return False
    return _ASKED.search(heard.say) is not None and not _BEFORE.search(heard.say)


def stay(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The length of each stay, computed and as stated, or what is told of one end; null where none is asked for."""
    if not asks_stay(heard, found):
        return None
    stays = list(dict.fromkeys(one for note in session.notes for one in _stays_in(note.id, session)))
    stays = list({(one.begin, one.end): one for one in reversed(stays)}.values())[::-1]
    if heard.date is not None:
        stays = [
            one for one in stays if one.begin[: len(heard.date)] <= heard.date <= one.end[: len(heard.date)]
        ] or stays
    stated = [one for one in passages_of(session) if _STATED.search(one.text)]
    if not stays:
        stated = stated or [one for one in passages_of(session) if _ONE_END.search(one.text)]
        return quoted(stated) if stated else Reply("How long is not told in any note.")
    rows = [f"{_days(one.days)} (computed: admitted {one.begin}, discharged {one.end})" for one in stays]
    said = quoted(list(dict.fromkeys([*stated, *(place for one in stays for place in one.places)])))
    return Reply("\n".join([*rows, said.text]), said.sources)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _stays_in(note: str, session: Session) -> Iterator[_Stay]:
    """The stays that one note dates: each admission with the next discharge behind it in time."""
    begins: dict[str, Passage] = {}
    ends: dict[str, Passage] = {}
    for one in passages_of(session):
        if one.note == note:
            _take_ends(one, begins, ends, session)
    for begin in sorted(begins):
        later = [end for end in sorted(ends) if end >= begin]
        if later and not any(begin < other <= later[0] for other in begins):
            yield _Stay(begin, later[0], tuple(dict.fromkeys((begins[begin], ends[later[0]]))))


def _take_ends(one: Passage, begins: dict[str, Passage], ends: dict[str, Passage], session: Session) -> None:
    plain = " ".join(one.text.split())
    dates = [
        date for date in spoken_dates(plain, case_dates(session), writes_day_first(session)) if len(date.date) == _WHOLE
    ]
    for number, date in enumerate(dates):
        before = plain[: date.span[0]]
        if _IN.search(before):
            begins.setdefault(date.date, one)
        elif _OUT.search(before):
            ends.setdefault(date.date, one)
        elif _FROM_TO.search(before) and number + 1 < len(dates):
            following = dates[number + 1]
            if _TO.match(plain[date.span[1] : following.span[0]]):
                begins.setdefault(date.date, one)
                ends.setdefault(following.date, one)
