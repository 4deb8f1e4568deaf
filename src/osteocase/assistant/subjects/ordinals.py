"""Bones that are counted: ``the 6th and 7th ribs, not the 5th and 6th`` gives each fracture its right number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Record
from osteocase.review import Edit

__all__ = ["counts_bone", "is_counted", "number_told", "of_number", "renumbered"]

_COUNTED = frozenset(("rib", "metatarsal", "metacarpal", "toe", "finger"))
_NAMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
          "twelfth")  # fmt: skip
_ORDINAL = re.compile(rf"\b(?:(?P<figure>\d{{1,2}})(?:st|nd|rd|th)|(?P<name>{'|'.join(_NAMES)}))\b", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:should (?:be|read|have been)|must be|is really|was really|was actually|is actually|→)\s"
    rf"|\b(?:was|is)\s+(?:in fact\s+)?(?:the\s+)?(?=(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_NAMES)})(?:\s+one)?\W*$)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|instead of|rather than)\b", re.IGNORECASE)


def counts_bone(heard: Heard) -> bool:
    """``the third metatarsal was on the left``: the number is that of a bone, and tells no time."""
    return _OF_BONE.search(heard.say) is not None


_OF_BONE = re.compile(rf"{_ORDINAL.pattern}\s+(?:left\s+|right\s+)?(?:{'|'.join(sorted(_COUNTED))})s?\b", re.IGNORECASE)


def renumbered(heard: Heard, records: Sequence[Record]) -> tuple[Edit, ...]:
    """The edits; none where no numbers of such bones are told anew, or not as many as are recorded.

    Args:
        heard: what is said.
        records: the records that it names or that were told last.
    """
    counted = [one for one in records if isinstance(one, Fracture) and one.number is not None]
    wrong, right = _told(heard.say)
    if not counted or not right:
        return ()
    old = wrong or sorted({int(one.number) for one in counted if one.number is not None})
    recorded = {int(one.number) for one in counted if one.number is not None}
    if len(old) != len(right) or not set(old) <= recorded:
        return ()
    pairs = dict(zip(sorted(old), sorted(right), strict=True))
    edits = []
    for one in counted:
        new = pairs.get(int(one.number)) if one.number is not None else None
        if new is not None and new != one.number and new <= len(_NAMES):
            part = _NAMES[new - 1] if one.part in _NAMES else one.part
            edits.append(Edit(record=one.id, fields={"number": new, "part": part}))
    return tuple(edits)


def is_counted(heard: Heard) -> bool:
    """``the metatarsal was the fourth``: a number of a bone that is told."""
    told = re.search(r"\b(?:was|is|were|it['’]?s|should|must|not)\b", heard.say, re.IGNORECASE) is not None
    return (
        told and bool(set(heard.ids("bone")) & _COUNTED) and bool(_ORDINAL.search(heard.say)) and not heard.has("list")
    )


def of_number(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """Of counted bones those of the numbers that are said: ``the 6th rib``; all where none of them has one."""
    said = {number for number, _at in ((_number(match), match.start()) for match in _ORDINAL.finditer(heard.say))}
    having: list[Record] = [one for one in records if isinstance(one, Fracture) and one.number in said]
    return having if having and all(isinstance(one, Fracture) for one in records) else list(records)


def number_told(record: Record, say: str) -> dict[str, object]:
    """The number of a counted bone, where one is said and none was read: ``a rib fracture, left 7th``."""
    said = {_number(match) for match in _ORDINAL.finditer(say)}
    if not isinstance(record, Fracture) or record.bone not in _COUNTED or record.number is not None or len(said) != 1:
        return {}
    number = said.pop()
    return {"number": number, "part": _NAMES[number - 1]} if 1 <= number <= len(_NAMES) else {}


def _told(say: str) -> tuple[list[int], list[int]]:
    """The numbers that are denied, and those that are right."""
    cut, turned = _DENIED.search(say), _INTO.search(say)
    found = [(match.start(), _number(match)) for match in _ORDINAL.finditer(say)]
    old = [number for at, number in found if turned is not None and at < turned.start()]
    if cut is None and turned is not None and old:  # ``the 6th rib should be the 7th``
        return old, [number for at, number in found if at > turned.start()]
    if cut is None:
        return [], [number for _at, number in found]
    before = [number for at, number in found if at < cut.start()]
    behind = [number for at, number in found if at > cut.start()]
    if not before:  # ``not the 5th but the 6th``
        turn = re.compile(r"\b(?:but|it was|it is)\b", re.IGNORECASE).search(say, cut.end())
        if turn is None:
            return [], []
        return [one for at, one in found if at < turn.start()], [one for at, one in found if at > turn.start()]
    return behind, before


def _number(match: re.Match[str]) -> int:
    return int(match["figure"]) if match["figure"] else _NAMES.index(match["name"].lower()) + 1
