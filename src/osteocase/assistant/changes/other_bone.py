"""Another bone in the place of the one that is recorded: ``the wrist, not the hip``, ``was an ankle fracture``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from osteocase.assistant.subjects.finding import kin_of, same_bone
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import DENIAL
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.lexicon import BoneEntry
from osteocase.records import Fracture, Record
from osteocase.review import Edit

__all__ = ["moved_to_bone", "names_other_bone"]

_WAS = re.compile(
    r"^\W*(?:(?:bone|fracture|break)s?\W+)?(?:was|is|should (?:be|have been|read))\s+"
    r"(?:(?:really|actually|in fact)\s+)?(?:(?:of|in|at)\s+)?(?:the|an?|her|his)?\W*(?:(?:left|right)\s+)?$",
    re.IGNORECASE,
)
_MODIFIES = re.compile(r"^\W*(?:fractures?|break|bone|one)\b|^\W*(?:$|[.,;]|please\b)", re.IGNORECASE)


def moved_to_bone(heard: Heard, fractures: Sequence[Fracture], vocabulary: Vocabulary) -> tuple[Edit, ...] | str | None:
    """The edits, or what is not clear; null where no other bone is told.

    What is known of the old bone alone (its part, its kind) is not kept.

    Args:
        heard: what is said.
        fractures: the fractures of the case.
        vocabulary: the words that are listened for.
    """
    pair, alone = _wrong_and_right(heard), _bone_of_relative(heard)
    if (pair is None and alone is None) or heard.is_question or heard.levels:
        return None
    relatives = kin_of([one for one in heard.values("relative") if one != "patient"])
    wrong, right = pair or (None, str(alone))
    of_whom = [one for one in fractures if (one.subject in relatives if relatives else one.subject == "patient")]
    there = [one for one in of_whom if one.status != "absent"]
    if pair is None and not there:
        return "No fracture of that relative is recorded, so nothing was changed. Say add … to add it."
    broken = [one for one in there if wrong is None or same_bone(one, wrong)]
    entry = vocabulary.lexicon.of(BoneEntry).get(right)
    if not broken or entry is None or all(same_bone(one, right) for one in broken):
        return None
    label = vocabulary.label("bone", right)
    if any(same_bone(one, right) for one in there if one not in broken):
        return f"A fracture of the {label} is recorded too, so nothing was changed. Say which record to delete."
    if len(broken) > 1:
        return "Which one? Say its side or its date too."
    fields: dict[str, Any] = {"bone": entry.bone, "part": entry.part, "kind": None, "level": None}
    return tuple(Edit(record=one.id, fields=_changed(one, fields)) for one in broken)


def names_other_bone(heard: Heard) -> bool:
    """``the wrist fracture was an ankle fracture``."""
    return not heard.is_question and (_wrong_and_right(heard) or _bone_of_relative(heard)) is not None


def _bone_of_relative(heard: Heard) -> str | None:
    """``her mother's fracture was of the wrist``: the bone, where no other one is named."""
    named = {one.id: one for one in heard.hits if one.topic == "bone" and one.end > one.start}
    if len(named) != 1 or not heard.has("relative"):
        return None
    (bone,) = named.values()
    return bone.id if _FRACTURE_WAS.search(heard.say[: heard.offsets[bone.start]]) else None


_FRACTURE_WAS = re.compile(
    r"\b(?:fracture|break)\s+(?:was|is|should (?:be|have been|read))\s+(?:(?:really|actually|in fact)\s+)?"
    r"(?:(?:of|in|at)\s+)?(?:the|an?|her|his)?\W*(?:(?:left|right)\s+)?$",
    re.IGNORECASE,
)


def _changed(record: Record, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name == "bone" or getattr(record, name, None) != value}


def _wrong_and_right(heard: Heard) -> tuple[str, str] | None:
    named = [one for one in heard.hits if one.topic == "bone" and one.end > one.start and one.group != "family"]
    bones = [one for one in named if not any(_holds(other, one) for other in named)]
    if len(bones) != 2 or bones[0].id == bones[1].id:
        return None
    first, second = bones
    denied = [one for one in bones if DENIAL.search(heard.say[: heard.offsets[one.start]])]
    if len(denied) == 1:
        return (first.id, second.id) if denied[0] is first else (second.id, first.id)
    between = heard.say[_end(heard, first) : heard.offsets[second.start]]
    if not denied and _WAS.match(between) and _MODIFIES.match(heard.say[_end(heard, second) :]):
        return first.id, second.id
    return None


def _holds(other: Hit, one: Hit) -> bool:
    return other.start <= one.start and one.end <= other.end and (other.start, other.end) != (one.start, one.end)


def _end(heard: Heard, hit: Hit) -> int:
    return heard.offsets[hit.end - 1] + len(heard.words[hit.end - 1])
