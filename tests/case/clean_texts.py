"""Cases as clinics write them, without a fault, read the whole way; and which slips in them a reader could see."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from osteocase import pipeline
from osteocase.case import computed_flag
from osteocase.reading import find_notes, read_file
from osteocase.records import Bmd, Fracture, Lab, NoteRecord, RecordLists
from tests.case.seeding import Seed

__all__ = ["CASES", "is_visible", "notes_of"]

FOLDER = Path(__file__).parents[1] / "data" / "cases"
CASES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


@lru_cache(maxsize=8)
def notes_of(name: str) -> tuple[NoteRecord, ...]:
    """What is read out of the notes of a case."""
    notes = [read_file(path) for path in find_notes(FOLDER / name)]
    day_first = pipeline.date_order(note.text for note in notes)
    return tuple(pipeline.extract(note, day_first=day_first) for note in notes)


def is_visible(seed: Seed, original: tuple[NoteRecord, ...]) -> bool:
    """False where the changed result lies on the same side of its interval and is told only once: nobody could see it.

    A T- or Z-score that changes by 0.2 and less is no more than its rounding. The side or the level of a fracture that
    one note alone tells is known from nowhere else, and so are the side
    and the density of a place that was measured once: no note prints the reference of its scanner.
    """
    here = _record(original, seed.target)
    if isinstance(here, Fracture) and seed.kind in ("side", "level", "status"):
        place = (here.bone, here.level, here.number)
        told_by = [note for note in original if place in {(f.bone, f.level, f.number) for f in note.fractures}]
        counted = re.match(r"(?:two|three|four|five)\b", here.source.text) is not None
        return len(told_by) > 1 or (counted and seed.kind != "side")
    if isinstance(here, Bmd) and seed.kind == "side":
        rows = [row for note in original for row in note.bmd if row.site == here.site and row.side is not None]
        return len(rows) > 1
    if isinstance(here, Bmd) and seed.kind == "digit" and f"{here.id} bmd_g_cm2" in seed.what:
        rows = [row for note in original for row in note.bmd if (row.site, row.side) == (here.site, here.side)]
        return len(rows) > 1 or here.yam_percent is not None
    if seed.kind not in ("digit", "sign"):
        return True
    before, after = (_record(notes, seed.target) for notes in (original, seed.notes))
    if isinstance(before, Lab) and isinstance(after, Lab):
        told = sum(
            lab.analyte == before.analyte and lab.value == before.value for note in original for lab in note.labs
        )
        flag = computed_flag(after)
        if before.flag_basis != "stated" and flag not in ("low", "high"):
            return told > 1  # a result that became normal, without a mark beside it
        return told > 1 or computed_flag(before) != flag
    for field in ("t_score", "z_score"):
        one, other = getattr(before, field, None), getattr(after, field, None)
        if one is not None and other is not None and one != other:
            return bool(abs(one - other) > 0.2)
    return True


def _record(notes: tuple[NoteRecord, ...], name: str) -> object:
    found = (record for note in notes for field in RecordLists.model_fields for record in getattr(note, field))
    return next((record for record in found if record.id == name), None)
