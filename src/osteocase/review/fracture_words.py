"""The name of a fracture as clinicians write it: ``Left displaced femoral neck fracture``, ``Vertebral fracture``."""

from __future__ import annotations

import re

from osteocase.records import Fracture

__all__ = ["denied_fracture", "fracture_name", "fracture_notes"]

_ADJECTIVES = {"vertebra": "vertebral", "sacrum": "sacral", "femur": "femoral"}
"""Bones whose adjective is said before ``fracture``; ``radius fracture`` and ``hip fracture`` keep the noun."""
_ENDS = frozenset(
    (
        "distal",
        "proximal",
        "midshaft",
        "ultradistal",
        "lateral",
        "medial",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
    )
)
"""Parts that are said before the bone: ``distal radius``."""
_EPONYMS = frozenset(
    ("colles", "smith", "barton", "galeazzi", "monteggia", "boxer", "jones", "lisfranc", "maisonneuve", "hangman",
     "jefferson", "chance", "salter-harris")
)  # fmt: skip
_BEFORE_PLACE = frozenset(
    ("displaced", "nondisplaced", "comminuted", "impacted", "open", "incomplete", "spiral", "oblique", "transverse",
     "segmental", "intra-articular", "extra-articular", "traumatic", "pathological", "periprosthetic", "occult",
     "hairline", "depressed", "valgus-impacted", "atypical")
)  # fmt: skip
_NEW = re.compile(r"\b(?P<word>new|further|fresh|other|additional)\b", re.IGNORECASE)


def fracture_name(fracture: Fracture) -> str:
    """Side, kind and place in the order in which they are said."""
    kind = fracture.kind if fracture.kind is not None and fracture.kind != fracture.part else ""
    first, behind, eponym = "", kind, ""
    if kind in _EPONYMS:
        behind, eponym = "", f" ({kind.title()})"
    elif kind in _BEFORE_PLACE and fracture.level is None:
        first, behind = kind, ""
    parts = (fracture.side, first, _place(fracture), behind, "fracture")
    name = " ".join(part.replace("_", " ") for part in parts if part) + eponym
    if fracture.count and fracture.count > 1:
        return f"{fracture.count} × {name}"
    return f"{name[:1].upper()}{name[1:]}"


def fracture_notes(fracture: Fracture) -> tuple[str, ...]:
    """What a reader must know beside the name: ``Genant grade 2``, ``fragility fracture``, ``past``."""
    placed = fracture.level or fracture.side or fracture.bone or fracture.part or fracture.status == "absent"
    notes = [] if placed else ["place not told"]
    if fracture.acuity:
        notes.append(fracture.acuity)
    if fracture.genant_grade is not None:
        notes.append(f"Genant grade {fracture.genant_grade}")
    if fracture.height_loss_percent is not None:
        notes.append(f"height loss {fracture.height_loss_percent} %")
    if fracture.fragility is not None:
        notes.append("fragility fracture" if fracture.fragility else "not a fragility fracture")
    if fracture.temporality == "historical":
        notes.append("past")
    return tuple(notes)


def denied_fracture(fracture: Fracture) -> str:
    """``No new vertebral fracture``, of one that is told as absent."""
    name = fracture_name(fracture)
    lower = name if fracture.level else f"{name[:1].lower()}{name[1:]}"
    new = _NEW.search(fracture.source.text)
    return f"No {new['word'].lower()} {lower}" if new is not None else f"No {lower}"


def _place(fracture: Fracture) -> str:
    if fracture.level is not None:
        return fracture.level
    bone, part = fracture.bone or "", fracture.part or ""
    if part in _ENDS:
        return f"{part} {bone}"
    return f"{_ADJECTIVES.get(bone, bone)} {part}".strip()
