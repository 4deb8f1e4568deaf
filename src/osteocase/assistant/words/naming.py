"""What a case itself tells about its words: its names, its dates, and the order in which it writes dates."""

from __future__ import annotations

import re
from functools import lru_cache

from osteocase.lexicon import BoneEntry, default_lexicon
from osteocase.records import Bmd, CaseRecord, Finding, Fracture, Lab, Score, Time, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["case_dates", "case_names", "writes_day_first"]

_CASES = 16
"""Cases whose words are kept."""
_FORMS = re.compile(r"\b(?:patch|pen|gel|spray|pump|drip|nail|plate|implant|cream|corset|collar)\b", re.IGNORECASE)
"""What a drug is given by, as people call the drug: ``how long was she on the patch?``."""
_SLASHED = re.compile(r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?:\d\d)?\d\d")


class _Same:
    """A case known by its identity: it is never changed, only replaced."""

    def __init__(self, case: CaseRecord) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.case is other.case


def case_names(session: Session) -> tuple[tuple[str, str, str], ...]:
    """(topic, id, name) of everything that the case calls by a name of its own."""
    return _names_of(_Same(session.case))


def case_dates(session: Session) -> frozenset[str]:
    """ISO dates that the notes tell or that the records have."""
    return _dates_of(_Same(session.case))


def writes_day_first(session: Session) -> bool | None:
    """How the notes write 05/11/2019, as the dates that were read in them tell; null where they do not or disagree."""
    return _order_of(_Same(session.case))


@lru_cache(maxsize=_CASES)
def _names_of(same: _Same) -> tuple[tuple[str, str, str], ...]:
    names: dict[tuple[str, str, str], None] = {}
    for record in case_records(same.case):
        match record:
            case Lab(analyte=analyte, name=name, name_text=text):
                names[("analyte", analyte, name)] = None
                if text:
                    names[("analyte", analyte, text)] = None
            case Treatment(agent=agent, name=name, source=source):
                names[("treatment", agent, name)] = None
                for form in _FORMS.findall(source.text):
                    names[("treatment", agent, form)] = None
                names[("treatment", agent, agent.replace("_", " "))] = None
            case Finding(concept=concept, name=name):
                names[("finding", concept, name)] = None
            case Score(name=name, name_text=text):
                names[("score", name, text or name)] = None
            case Bmd(site=site) if site:
                names[("bmd_site", site, site.replace("_", " "))] = None
            case Fracture(bone=bone, part=part) if bone:
                names[("bone", bone, bone.replace("_", " "))] = None
                if part and part not in _OF_MUCH and (place := _place_of(bone, part)) is not None:
                    names[("bone", place, part.replace("_", " "))] = None  # ``the shaft fracture``
            case _:
                pass
    return tuple(names)


_OF_MUCH = ("neck", "head", "body", "base", "distal", "proximal", "first", "fifth")
"""Parts that are also the name of something else, or of every bone."""


def _place_of(bone: str, part: str) -> str | None:
    """The entry of the lexicon for a part of a bone."""
    entries = default_lexicon().of(BoneEntry).items()
    return next((name for name, entry in entries if (entry.bone, entry.part) == (bone, part)), None)


@lru_cache(maxsize=_CASES)
def _dates_of(same: _Same) -> frozenset[str]:
    dates = {note.date for note in same.case.notes}
    for record in case_records(same.case):
        dates |= {
            time.date
            for name in ("time", "start", "stop")
            if (time := getattr(record, name, None)) is not None and isinstance(time, Time)
        }
    return frozenset(date for date in dates if date)


@lru_cache(maxsize=_CASES)
def _order_of(same: _Same) -> bool | None:
    orders = set[bool]()
    for record in case_records(same.case):
        for time in (getattr(record, name, None) for name in ("time", "start", "stop")):
            match = _SLASHED.fullmatch(time.text.strip()) if isinstance(time, Time) else None
            if match is None or time is None or time.date is None or len(time.date) < len("2019-11-05"):
                continue
            day, month = int(time.date[8:10]), int(time.date[5:7])
            if day != month:
                orders.add((int(match["one"]), int(match["two"])) == (day, month))
    return orders.pop() if len(orders) == 1 else None
