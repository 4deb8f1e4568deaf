"""Which record stands for which gold fact: keys that must agree, and the best one-to-one assignment among them.

Keys: analyte + value (or result in words); site + numbers; bone + level + status + subject; agent; score + value;
finding + status + subject; event + date or label. A gold record that only says again what another one says is one fact
with it, and a record whose key agrees with a fact that another record stands for already is no error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from osteocase.evaluation.agreement import UNSCORED_FIELDS, Agreement, as_number, same_subject

__all__ = [
    "FINDING_CONCEPTS",
    "UNLISTED_SCORES",
    "Assignment",
    "assign",
    "best_pairs",
    "distinct_gold",
    "fact_text",
    "scored_fields",
]

Row = Mapping[str, Any]

FINDING_CONCEPTS = frozenset({
    "smoking", "alcohol", "glucocorticoid_use", "falls", "early_menopause", "family_osteoporosis", "family_fracture",
    "back_pain", "kyphosis", "height_loss", "osteoporosis", "osteopenia", "hyperparathyroidism",
    "vitamin_d_deficiency", "osteomalacia",
})  # fmt: skip
"""The findings that gold files are exhaustive for; others count only where the note's own gold has them."""

UNLISTED_SCORES = frozenset({"least_significant_change"})
"""Scores that the program keeps for its own arithmetic; they count only where the note's own gold has them."""

_BMD_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")
_KEY_FIELDS = {
    "labs": ("analyte", "value", "qualitative"),
    "bmd": ("site", *_BMD_NUMBERS),
    "fractures": ("bone", "level", "status", "subject"),
    "treatments": ("agent",),
    "scores": ("name", "value"),
    "findings": ("concept", "status", "subject"),
    "events": ("kind", "label"),
}
_NAMES = {"analyte", "agent", "concept", "name", "bone", "site", "kind"}
_IDENTITY = {"labs": "analyte", "treatments": "agent", "scores": "name", "findings": "concept"}
_DEFAULTS = {"status": "present", "subject": "patient"}


@dataclass(frozen=True)
class Assignment:
    """One-to-one pairs of gold facts and records by their positions, and what is left."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    repeats: tuple[int, ...]
    """Records that tell once more what a paired one tells."""
    spurious: tuple[int, ...]
    """Records without a gold fact; several that say the same count once."""


def scored_fields(list_name: str, gold: Row) -> list[str]:
    """Fields of a gold record that strict agreement asks for; the looked-up name is part of the key already."""
    identity = _IDENTITY.get(list_name)
    return [field for field in gold if field not in UNSCORED_FIELDS and field != identity]


def fact_text(list_name: str, row: Row) -> str:
    """A fact in short: its identifying fields in a fixed order."""
    parts = []
    for field in _KEY_FIELDS[list_name]:
        value = row.get(field)
        if value is not None and value != _DEFAULTS.get(field):
            parts.append(str(value) if field in _NAMES else f"{field}={value}")
    return " ".join(parts) or list_name


def distinct_gold(list_name: str, rows: Sequence[Row]) -> list[Row]:
    """Gold records without those that only say again what another one says."""
    identity = _IDENTITY.get(list_name, "")
    facts = [
        {field: value for field, value in row.items() if field not in UNSCORED_FIELDS or field == identity}
        for row in rows
    ]

    def says_more(other: int, this: int) -> bool:
        within = all(field in facts[other] and facts[other][field] == value for field, value in facts[this].items())
        return within and (len(facts[other]) > len(facts[this]) or other < this)

    others = range(len(rows))
    return [row for this, row in enumerate(rows) if not any(says_more(i, this) for i in others if i != this)]


def assign(
    agreement: Agreement,
    list_name: str,
    gold: Sequence[Row],
    found: Sequence[Row],
    same_place: Mapping[tuple[int, int], bool],
) -> Assignment:
    """The assignment with the most pairs and, among those, with much agreement.

    Args:
        gold: distinct gold records.
        found: records as dicts.
        same_place: (gold, record) pairs whose words overlap in the note, which decides between equals.
    """
    weights: dict[int, dict[int, tuple[int, int, int]]] = {}
    for i, wanted in enumerate(gold):
        fields = scored_fields(list_name, wanted)
        for j, record in enumerate(found):
            if _key_agrees(agreement, list_name, wanted, record):
                agreeing = sum(agreement.field(field, wanted[field], record) for field in fields)
                near = same_place.get((i, j), False)
                weights.setdefault(i, {})[j] = (int(agreeing == len(fields)), agreeing, int(near))
    taken = best_pairs(weights)
    used = set(taken.values())
    keyed = {j for candidates in weights.values() for j in candidates}
    return Assignment(
        pairs=tuple(sorted(taken.items())),
        missed=tuple(i for i in range(len(gold)) if i not in taken),
        repeats=tuple(j for j in range(len(found)) if j in keyed and j not in used),
        spurious=_told_once(agreement, list_name, found, [j for j in range(len(found)) if j not in keyed]),
    )


def best_pairs(weights: Mapping[int, Mapping[int, tuple[int, int, int]]]) -> dict[int, int]:
    """Heaviest pairs first, then room is made along augmenting paths, so that no possible pair is lost."""
    taken: dict[int, int] = {}
    owner: dict[int, int] = {}
    ranked = sorted(([-part for part in weight], i, j) for i, row in weights.items() for j, weight in row.items())
    for _, i, j in ranked:
        if i not in taken and j not in owner:
            taken[i], owner[j] = j, i

    def make_room(i: int, visited: set[int]) -> bool:
        for j in sorted(weights[i], key=lambda other: [-part for part in weights[i][other]]):
            if j in visited:
                continue
            visited.add(j)
            if j not in owner or make_room(owner[j], visited):
                taken[i], owner[j] = j, i
                return True
        return False

    for i in sorted(weights):
        if i not in taken:
            make_room(i, set())
    return taken


def _key_agrees(agreement: Agreement, list_name: str, gold: Row, found: Row) -> bool:
    return _KEYS[list_name](agreement, gold, found)


def _lab_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    if agreement.identity("labs", gold) != found["analyte"]:
        return False
    if gold.get("value") is not None:
        return as_number(gold["value"]) == found.get("value")
    words = gold.get("qualitative")
    if words is None:
        return True
    if found.get("qualitative") is None:
        return False
    return agreement.result_class(str(words)) == agreement.result_class(str(found["qualitative"]))


def _bmd_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    if "site" in gold and gold["site"] != found.get("site") and agreement.site(gold["site"]) != found.get("site"):
        return False
    given = [field for field in _BMD_NUMBERS if gold.get(field) is not None]
    if not given:
        return all(found.get(field) is None for field in _BMD_NUMBERS)
    return all(agreement.field(field, gold[field], found) for field in given)


def _fracture_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    level = gold.get("level")
    same_level = agreement.field("level", level, found) if level is not None else found.get("level") is None
    return (
        agreement.bone(gold.get("bone")) == agreement.bone(found.get("bone"))
        and same_level
        and _same_state(gold, found)
    )


def _same_state(gold: Row, found: Row) -> bool:
    """Present, absent or possible, and of the same person."""
    return (gold.get("status") or _DEFAULTS["status"]) == found.get("status") and same_subject(
        gold.get("subject") or _DEFAULTS["subject"], found.get("subject")
    )


def _treatment_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    return agreement.identity("treatments", gold) == str(found["agent"])


def _score_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    return agreement.identity("scores", gold) == str(found["name"]) and as_number(gold["value"]) == as_number(
        found["value"]
    )


def _finding_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    return agreement.identity("findings", gold) == found["concept"] and _same_state(gold, found)


def _event_key(agreement: Agreement, gold: Row, found: Row) -> bool:
    if gold.get("kind") != found.get("kind"):
        return False
    if isinstance(gold.get("time"), Mapping):
        return agreement.field("time", gold["time"], found)
    return gold.get("label") is None or agreement.field("label", gold["label"], found)


_KEYS = {
    "labs": _lab_key,
    "bmd": _bmd_key,
    "fractures": _fracture_key,
    "treatments": _treatment_key,
    "scores": _score_key,
    "findings": _finding_key,
    "events": _event_key,
}


def _told_once(agreement: Agreement, list_name: str, found: Sequence[Row], positions: Sequence[int]) -> tuple[int, ...]:
    kept: dict[tuple[object, ...], int] = {}
    for j in positions:
        values = [found[j].get(field) for field in _KEY_FIELDS[list_name]]
        if list_name == "labs" and isinstance(values[2], str):
            values[2] = agreement.result_class(values[2])
        kept.setdefault(tuple(values), j)
    return tuple(kept.values())
