"""What is not clear of a fracture that is put right: another vertebra that is taken, an extent for a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.changes.levels import wrong_level
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Record
from osteocase.review import Session

__all__ = ["kinds_told", "unclear_fracture"]

_SHOWN = 3
_WHICH_KIND = "No fracture at all, or one of another kind? Say which it was. Nothing was changed."
_EXTENT = frozenset(("complete", "incomplete"))


def kinds_told(heard: Heard) -> list[str]:
    """The kinds of a fracture that are said, but for those that are denied: ``no wedge but a compression fracture``."""
    denied = r"\b(?:not|no|never|rather than|instead of)\s+(?:really\s+)?(?:an?\s+|the\s+)?"
    return [one for one in heard.words_of("fracture_kind") if not re.search(rf"{denied}{one}\b", heard.say, re.I)]


def unclear_fracture(heard: Heard, records: Sequence[Record], session: Session) -> str | None:
    """What is said where a fracture would be moved to another one, or an extent would take the place of a kind."""
    broken = [one for one in records if isinstance(one, Fracture)]
    old = wrong_level(heard, records)
    taken = next((one for one in heard.levels if old is not None and one != old and _is_broken(one, session)), None)
    if taken is not None:
        return _NOT_MOVED.format(taken=taken, old=old)
    if broken and len(set(heard.right("fracture_state"))) > 1 and len(heard.levels) > 1:
        return "Which one is which? Say each fracture with its own state. Nothing was changed."
    said = heard.words_of("fracture_kind")
    if said and not kinds_told(heard) and any(one.kind in said for one in broken):
        return _WHICH_KIND
    kinds = [one for one in broken if one.kind not in (None, *_EXTENT)]
    told = set(heard.words_of("fracture_kind")) & _EXTENT
    return f"{_ONE_KIND}\n{lines(kinds[:_SHOWN])}" if told and kinds else None


_ONE_KIND = "One kind is recorded of a fracture, and no extent beside it. Nothing was changed."


_NOT_MOVED = (
    "{taken} is recorded already, so the fracture of {old} was not moved there, and nothing was changed. Say each one "
    "with its own state, such as: {old} was subacute; or: delete {old}."
)


def _is_broken(level: str, session: Session) -> bool:
    """Whether a fracture of the patient is recorded at a level."""
    there = [one for one in session.case.fractures if one.subject == "patient" and one.status != "absent"]
    return level in {one.level for one in there}
