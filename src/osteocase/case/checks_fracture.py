"""Checks of fractures: sides, levels, images that disagree, "no new fracture" beside a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.ledger import FIRST_IMAGES
from osteocase.case.same import same_bone, same_time
from osteocase.case.wording import at_months, fracture_label, listed
from osteocase.lexicon import CheckEntry
from osteocase.records import Fracture, NoteRecord

__all__ = ["FUNCTIONS"]

_OLD_WITHIN = Decimal(24)
"""Months within which a fracture told as old is one that an earlier image of the case should have shown."""


_HEALING = Decimal(6)
"""Months within which a fracture told as healing is the one of before."""


def sides_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One bone, or one operation, left in one note and right in another, and both in none.

    Message: ``what``, ``one``, ``other``.
    """
    present = [item for item in facts.case.fractures if item.status == "present" and item.side in ("left", "right")]
    for one, other in combinations(present, 2):
        if one.subject != other.subject or one.side == other.side or not same_bone(one, other):
            continue
        if _notes_of(one) & _notes_of(other) or not _may_be_one(one, other):
            continue
        yield Told(
            records=(one.id, other.id),
            values={
                "what": fracture_label(one.model_copy(update={"side": None})),
                "one": f"“{one.source.text}” ({one.source.note})",
                "other": f"“{other.source.text}” ({other.source.note})",
            },
            stated=f"{one.side} / {other.side}",
        )


def _notes_of(fracture: Fracture) -> set[str]:
    return {source.note for source in (fracture.source, *fracture.also)}


def _may_be_one(one: Fracture, other: Fracture) -> bool:
    """Both without a date of their own, or told as of one time: two limbs rarely break on one day."""
    if one.time is None or other.time is None or one.time.months is None or other.time.months is None:
        return True
    second = one if one.time.months > other.time.months else other
    passed = abs(one.time.months - other.time.months)
    near = passed <= FIRST_IMAGES or (second.acuity in ("subacute", "chronic") and passed <= _HEALING)
    return near or same_time(one.time, other.time) or one.temporality != other.temporality


def levels_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two notes list vertebral fractures that overlap, each with a level that the other does not have.

    A single level against another counts too where the later one is told as old: it is the one of before.

    Message: ``one``, ``other``, ``only_one``, ``only_other``.
    """
    listing = [(note, levels) for note in facts.notes if (levels := _levels(note))]
    seen: set[frozenset[str]] = set()
    for (one, first), (other, second) in combinations(listing, 2):
        alone, there = set(first) - set(second), set(second) - set(first)
        shared = set(first) & set(second)
        old = {level for level in there if second[level].acuity == "chronic"}
        if not alone or not there or (not shared and len(first) < 2 and not old):
            continue
        pair = frozenset(alone | there)
        if pair in seen or not _is_slip(alone, there, len(shared) + len(old)):
            continue
        seen.add(pair)
        odd = (*(first[level] for level in sorted(alone)), *(second[level] for level in sorted(there)))
        only_one, only_other = (listed(sorted(levels, key=_level_order)) for levels in (alone, there))
        yield Told(
            records=tuple(dict.fromkeys(facts.names[item.id] for item in odd)),
            values={"one": one.note.id, "other": other.note.id, "only_one": only_one, "only_other": only_other},
            stated=f"{only_one} / {only_other}",
            sources=tuple(item.source for item in odd),
        )


def _levels(note: NoteRecord) -> dict[str, Fracture]:
    return {
        item.level: item
        for item in note.fractures
        if item.level is not None and item.status == "present" and item.subject == "patient"
    }


def _level_order(level: str) -> tuple[int, int]:
    return "CTLS".index(level[0]), int(level[1:])


def _is_slip(alone: set[str], there: set[str], shared: int) -> bool:
    """One level against one: a slip of the level. More than that is another image of another part of the spine."""
    return len(alone) == 1 and len(there) == 1 and shared >= 1


def new_though_denied(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A fracture that is first told at or before a time at which the notes say that there is no new one.

    Message: ``denial``, ``what``, ``at``.
    """
    denials = [
        item
        for item in facts.case.fractures
        if item.status == "absent" and item.subject == "patient" and item.level is None and item.time is not None
    ]
    for course in facts.case.ledger:
        if course.verdict != "new" or course.first_seen is None:
            continue
        record = facts.by_id[course.record]
        for denial in denials:
            assert denial.time is not None
            if denial.time.months is None or not _denies(denial, record):
                continue
            since = denial.time.months - course.first_seen
            if Decimal("-0.5") <= since < _DENIAL_REACHES and isinstance(record, Fracture):
                yield Told(
                    records=(denial.id, course.record),
                    values={
                        "denial": denial.source.text,
                        "what": course.label,
                        "at": at_months(record.time).removeprefix("at "),
                    },
                    stated=denial.source.text,
                    computed=course.label,
                )


_DENIAL_REACHES = Decimal("23.5")
"""Months before a denial that it speaks of: a visit two years after the fracture denies later ones alone."""


def _denies(denial: Fracture, record: object) -> bool:
    """A denial of vertebral fractures speaks of vertebrae, one of a side of that side; one without a bone of all."""
    if not isinstance(record, Fracture) or denial.bone not in (None, record.bone):
        return False
    return denial.side is None or record.side is None or denial.side == record.side


def present_and_absent(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One named bone or level told as broken and as whole at one time, or a vertebra whole after it was broken.

    Message: ``what``, ``one``, ``other``.
    """
    told = [
        (item, facts.names[item.id])
        for note in facts.notes
        for item in note.fractures
        if item.level is not None or item.bone not in (None, "vertebra")
    ]
    seen: set[frozenset[str]] = set()
    for (one, first), (other, second) in combinations(told, 2):
        present, absent = (one, other) if one.status == "present" else (other, one)
        if (present.status, absent.status) != ("present", "absent") or one.subject != other.subject:
            continue
        sides = one.side is None or other.side is None or one.side == other.side
        pair = frozenset({first, second})
        if pair in seen or not sides or not same_bone(one, other) or not _cannot_both_be(present, absent):
            continue
        seen.add(pair)
        yield Told(
            records=(first, second),
            values={
                "what": fracture_label(one),
                "one": f"“{present.source.text}” ({present.source.note})",
                "other": f"“{absent.source.text}” ({absent.source.note})",
            },
            stated=f"{one.status} / {other.status}",
            sources=(present.source, absent.source),
        )


def _cannot_both_be(present: Fracture, absent: Fracture) -> bool:
    """A broken vertebra stays deformed; a limb heals, and one of long ago says nothing of today."""
    if present.time is None or absent.time is None or present.time.months is None or absent.time.months is None:
        deformed = present.acuity == "chronic" and present.level is not None and absent.temporality == "current"
        return present.temporality == absent.temporality or deformed
    passed = absent.time.months - present.time.months
    if present.acuity == "chronic" and present.level is not None and -_OLD_WITHIN < passed < 0:
        return True  # what is old now was there before
    return abs(passed) <= FIRST_IMAGES or (present.level is not None and passed > 0)


def acuity_differs(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One fracture called acute and chronic at one time. Message: ``what``, ``one``, ``other``."""
    told: dict[str, list[Fracture]] = {}
    for note in facts.notes:
        for item in note.fractures:
            if item.acuity is not None and item.subject == "patient":
                told.setdefault(facts.names[item.id], []).append(item)
    for record, items in told.items():
        for one, other in combinations(items, 2):
            if "chronic" in (one.acuity, other.acuity) and one.acuity != other.acuity and _is_one_time(one, other):
                yield Told(
                    records=(record,),
                    values={
                        "what": fracture_label(one),
                        "one": f"“{one.source.text}” ({one.source.note})",
                        "other": f"“{other.source.text}” ({other.source.note})",
                    },
                    stated=f"{one.acuity} / {other.acuity}",
                    sources=(one.source, other.source),
                )
                break


def _is_one_time(one: Fracture, other: Fracture) -> bool:
    if one.time is None or other.time is None or one.time.months is None or other.time.months is None:
        return False
    return abs(one.time.months - other.time.months) <= FIRST_IMAGES


def missed_by_first_image(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Levels that the first radiograph did not show, but an MRI or CT of the same days did.

    A reader of the radiographs alone would call them new. Message: ``levels``, ``shown``,
    ``modality``.
    """
    radiographs = {
        item.level: item
        for note in facts.notes
        for item in note.fractures
        if item.modality == "radiograph"
        and item.level is not None
        and item.status == "present"
        and _is_first(item, facts)
    }
    if not radiographs:
        return
    missed = [
        course
        for course in facts.case.ledger
        if course.verdict == "baseline"
        and getattr(facts.by_id[course.record], "level", None) not in (None, *radiographs)
        and any(
            sighting.modality in ("mri", "ct") and _is_of_the_same_days(sighting.months, radiographs.values())
            for sighting in course.sightings
        )
    ]
    if missed:
        modality = next(sighting.modality for sighting in missed[0].sightings if sighting.modality in ("mri", "ct"))
        yield Told(
            records=tuple(course.record for course in missed),
            values={
                "levels": listed([course.label for course in missed]),
                "shown": listed(sorted(radiographs, key=_level_order)),
                "modality": str(modality).upper(),
            },
            stated=listed(sorted(radiographs, key=_level_order)),
            computed=listed([course.label for course in facts.case.ledger if course.verdict == "baseline"]),
        )


def _is_of_the_same_days(months: Decimal | None, radiographs: Iterable[Fracture]) -> bool:
    """A vertebra may have broken between a radiograph and an MRI that was made months later."""
    days = [item.time.months for item in radiographs if item.time is not None and item.time.months is not None]
    return months is not None and any(abs(months - day) <= FIRST_IMAGES for day in days)


def _is_first(fracture: Fracture, facts: Facts) -> bool:
    starts = [course.first_seen for course in facts.case.ledger if course.first_seen is not None]
    at = fracture.time.months if fracture.time is not None else None
    return at is not None and bool(starts) and at - min(starts) <= FIRST_IMAGES


def rare_level(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A level that most spines do not have, or that rarely breaks without trauma.

    ``words``: ``levels``. Message: ``level``, ``at``.
    """
    for item in facts.case.fractures:
        if item.level in entry.words["levels"] and item.status == "present" and item.subject == "patient":
            yield Told(
                records=(item.id,),
                values={"level": item.level or "", "at": at_months(item.time)},
                stated=item.level,
            )


FUNCTIONS: Mapping[str, Mechanism] = {
    "sides_differ": sides_differ,
    "levels_differ": levels_differ,
    "new_though_denied": new_though_denied,
    "present_and_absent": present_and_absent,
    "acuity_differs": acuity_differs,
    "missed_by_first_image": missed_by_first_image,
    "rare_level": rare_level,
}
