"""The same fact told in several notes becomes one record with all its sources; facts that disagree stay apart.

The result does not depend on the order of the notes: records are taken in an order of their own, fullest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from osteocase.case.placing import is_note_date
from osteocase.case.same import (
    BMD_NUMBERS,
    STATIC_KINDS,
    own_day,
    same_fact,
    same_number,
    same_subject_matter,
    subject_key,
)
from osteocase.records import (
    Bmd,
    Event,
    Finding,
    Fracture,
    Lab,
    NoteRecord,
    Record,
    RecordLists,
    Score,
    Source,
    Time,
    Treatment,
)

__all__ = ["Merged", "merge_notes"]

AnyRecord = TypeVar("AnyRecord", bound=Record)
Key = tuple[str | None, ...]

_REVIEW_RANK = {"edited": 0, "accepted": 1, "unreviewed": 2, "rejected": 3}
_LIFECYCLE = ("mentioned", "planned", "past", "started", "ongoing", "completed", "stopped")
_CORRECTING = frozenset({"addendum", "correction", "amendment", "corrigendum"})
_DAYS = frozenset({"visit", "imaging", "laboratory", "densitometry"})
"""Events that stand for the day of a note; an addendum has a day of its own."""
_CORRECTED_FIELDS = frozenset({
    "value", "value_high", "comparator", "qualitative", "flag", "flag_basis", "canonical_value", "canonical_unit",
    "classification", *BMD_NUMBERS, "dose", "dose_unit", "dose_text", "level",
})  # fmt: skip
"""What a correction tells anew; the rest of the wrong record still holds."""
_ENDED = frozenset({"stopped", "completed", "past"})
_OWN_FIELDS = frozenset({"id", "source", "also", "rule", "review", "basis", "correction", "replaces"})


@dataclass(frozen=True)
class Merged:
    """The seven lists of a case."""

    lists: RecordLists
    superseded: RecordLists
    """Facts that a later correction replaced."""
    corrections: tuple[tuple[str, str], ...]
    """(id of the record that stands, id of the one it replaced)."""
    names: dict[str, str]
    """Id of every record of the notes to the id of the record that it went into."""


def merge_notes(notes: Sequence[NoteRecord], days: Mapping[str, Decimal] | None = None) -> Merged:
    """Merge the records of notes that stand in order and are placed on the axis.

    ``days`` is the place of each note on the axis, as far as it is known.
    """
    days = days or {}
    order = {note.note.id: number for number, note in enumerate(notes)}
    correcting = _correcting_records(notes)
    names: dict[str, str] = {}
    lists: dict[str, tuple[Record, ...]] = {}
    superseded: dict[str, tuple[Record, ...]] = {}
    corrections: list[tuple[str, str]] = []
    for name in RecordLists.model_fields:
        records = [record for note in notes for record in getattr(note, name)]
        clusters = _cluster(records, order, days)
        merged = [(cluster, _join(cluster, order)) for cluster in clusters]
        for cluster, record in merged:
            names.update({member.id: record.id for member in cluster})
        kept, replaced, pairs = _apply_corrections(merged, correcting, order)
        lists[name] = tuple(sorted(kept, key=lambda record: _text_order(record, order)))
        superseded[name] = tuple(sorted(replaced, key=lambda record: _text_order(record, order)))
        corrections += pairs
    events: list[Event] = []
    for event in lists["events"]:
        assert isinstance(event, Event)
        told = tuple(dict.fromkeys(names.get(record, record) for record in event.records))
        events.append(event.model_copy(update={"records": told}))
    return Merged(
        RecordLists().model_copy(update={**lists, "events": tuple(events)}),
        RecordLists().model_copy(update=superseded),
        tuple(sorted(corrections)),
        names,
    )


def _text_order(record: Record, order: dict[str, int]) -> tuple[int, int, int, str]:
    return (order.get(record.source.note, len(order)), record.source.start, record.source.end, record.id)


def _fullness(record: Record) -> int:
    """How much a record tells: the fullest of several leads."""
    return sum(getattr(record, name) not in (None, ()) for name in type(record).model_fields if name not in _OWN_FIELDS)


def _lead_order(record: Record, order: dict[str, int]) -> tuple[object, ...]:
    """Reviewed before unreviewed, dated before vague, full before sparse."""
    time: Time | None = getattr(record, "time", None) or getattr(record, "start", None)
    if isinstance(record, Finding) and record.kind in STATIC_KINDS:
        return (_REVIEW_RANK[record.review], *_text_order(record, order))  # a diagnosis leads where it is first told
    # Its place in time ranks before the fullness of a record, so that courses are built from their dated values.
    return (_REVIEW_RANK[record.review], _vagueness(time), -_fullness(record), *_text_order(record, order))


def _vagueness(time: Time | None) -> int:
    """A day of its own, the day of the note, a distance or label told elsewhere, no place at all."""
    if time is None or time.months is None:
        return 3
    if is_note_date(time):
        return 1
    return 0 if time.precision == "day" else 2


def _cluster(records: Iterable[AnyRecord], order: dict[str, int], days: Mapping[str, Decimal]) -> list[list[AnyRecord]]:
    clusters: list[list[AnyRecord]] = []
    near = _Near[AnyRecord]()
    for record in sorted(records, key=lambda record: _lead_order(record, order)):
        fitting = [
            cluster
            for cluster in near.to(record)
            if all(same_fact(member, record) and not _is_earlier_course(member, record, days) for member in cluster)
        ]
        if isinstance(record, Bmd) and len(fitting) > 1:
            # "BMD of the hip" without a side belongs to the side whose number it repeats, or to neither.
            fitting = [cluster for cluster in fitting if any(_shares_number(member, record) for member in cluster)]
        if fitting and isinstance(record, Treatment):
            # "Prednisone was stopped" speaks of the dose that was told last.
            min(fitting, key=lambda cluster: _notes_apart(cluster, record, order)).append(record)
        elif fitting:
            min(fitting, key=lambda cluster: _distance(cluster[0], record)).append(record)
        else:
            clusters.append([record])
            near.add(clusters[-1])
    return clusters


class _Near(Generic[AnyRecord]):
    """Clusters by what they tell of, and by the day that their leader tells, so that few are compared."""

    def __init__(self) -> None:
        self._all: dict[Key, list[list[AnyRecord]]] = {}
        self._by_day: dict[tuple[Key, str | None], list[list[AnyRecord]]] = {}

    def to(self, record: AnyRecord) -> Sequence[list[AnyRecord]]:
        """Clusters that may take the record, in the order in which they were begun."""
        key, day = subject_key(record), own_day(record)
        if day is None:
            return self._all.get(key, ())
        return (*self._by_day.get((key, day), ()), *self._by_day.get((key, None), ()))

    def add(self, cluster: list[AnyRecord]) -> None:
        """Take a new cluster in."""
        key = subject_key(cluster[0])
        self._all.setdefault(key, []).append(cluster)
        self._by_day.setdefault((key, own_day(cluster[0])), []).append(cluster)


def _is_earlier_course(one: Record, other: Record, days: Mapping[str, Decimal]) -> bool:
    """A drug of the past, told before a course of it began, is another course."""
    if not isinstance(one, Treatment) or not isinstance(other, Treatment):
        return False
    for past, later in ((one, other), (other, one)):
        told = days.get(past.source.note)
        begun = later.start.months if later.start is not None else None
        if told is None or begun is None:
            continue
        if past.status == "past" and begun > told + Decimal("0.5"):
            return True
        ended = past.stop.months if past.stop is not None and past.status in _ENDED else None
        beside = told <= begun + 1 or past.source.note == later.source.note
        if ended is not None and ended + 1 < begun and beside:
            return True  # "stopped in 2014", in the very letter that begins it anew, or "2010-2014, restarted 2020"
    return False


def _shares_number(one: Record, other: Bmd) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in BMD_NUMBERS)
    return any(first is not None and second is not None and same_number(first, second) for first, second in pairs)


def _notes_apart(cluster: Sequence[Record], record: Record, order: dict[str, int]) -> tuple[int, bool]:
    """How many notes lie between a record and the nearest of a cluster; the note before goes before the note after."""
    here = order.get(record.source.note, len(order))
    places = [order.get(member.source.note, len(order)) for member in cluster]
    return min((abs(place - here), place > here) for place in places)


def _distance(one: Record, other: Record) -> Decimal:
    first, second = _place(one), _place(other)
    if first is None or second is None:
        return Decimal("Infinity") if first is None else Decimal(0)
    return abs(first - second)


def _place(record: Record) -> Decimal | None:
    time: Time | None = getattr(record, "time", None)
    return time.months if time is not None else None


def _join(cluster: Sequence[AnyRecord], order: dict[str, int]) -> AnyRecord:
    """One record of a cluster: the leader, completed from the others, with every source."""
    leader, others = cluster[0], list(cluster[1:])
    if not others:
        return leader
    fields: dict[str, Any] = {}
    for name in type(leader).model_fields:
        if name not in _OWN_FIELDS and getattr(leader, name) is None:
            told = next((value for other in others if (value := getattr(other, name)) is not None), None)
            if told is not None:
                fields[name] = told
    if isinstance(leader, Treatment):
        fields.update(_treatment_fields([item for item in cluster if isinstance(item, Treatment)]))
    if isinstance(leader, Fracture):
        fields.update(_fracture_fields([item for item in cluster if isinstance(item, Fracture)], order))
    if isinstance(leader, Event):
        fields["records"] = tuple(dict.fromkeys(one for item in cluster for one in getattr(item, "records", ())))
    fields["correction"] = any(item.correction for item in cluster)
    fields["also"] = _other_sources(cluster, order)
    return leader.model_copy(update=fields)


def _other_sources(cluster: Sequence[Record], order: dict[str, int]) -> tuple[Source, ...]:
    told = {source for item in cluster for source in (item.source, *item.also)} - {cluster[0].source}
    return tuple(sorted(told, key=lambda source: (order.get(source.note, len(order)), source.start, source.end)))


def _treatment_fields(items: Sequence[Treatment]) -> dict[str, Any]:
    """The state that the course reached, its earliest start, its latest stop and the most doses that a note counts."""
    fields: dict[str, Any] = {"status": max((item.status for item in items), key=_stage)}
    starts = [item.start for item in items if item.start is not None and item.start.months is not None]
    stops = [item.stop for item in items if item.stop is not None and item.stop.months is not None]
    if starts:
        fields["start"] = min(starts, key=lambda time: (time.precision != "day", time.months, time.text))
    if stops:
        fields["stop"] = max(stops, key=lambda time: (time.precision == "day", time.months, time.text))
    given = [item for item in items if item.status not in ("planned", "declined", "mentioned")]  # no plan counts doses
    counts = [item.doses_given for item in given if item.doses_given is not None]
    if counts:
        fields["doses_given"] = max(counts)
    return fields


def _stage(status: str) -> int:
    return _LIFECYCLE.index(status) if status in _LIFECYCLE else -1


def _fracture_fields(items: Sequence[Fracture], order: dict[str, int]) -> dict[str, Any]:
    """Seen first at the earliest time; as acute as the first image that tells it; the side where anyone tells it."""
    fields: dict[str, Any] = {}
    placed = [item for item in items if item.time is not None and item.time.months is not None]
    if placed:
        first = min(placed, key=lambda item: (_months(item), _text_order(item, order)))
        fields["time"] = first.time
    graded = [item for item in items if item.acuity is not None]
    if graded:
        fields["acuity"] = min(graded, key=lambda item: (_months(item), _text_order(item, order))).acuity
    if any(item.temporality == "current" for item in items):
        fields["temporality"] = "current"
    if any(item.status == "present" for item in items):
        fields["status"] = "present"
    if any(item.fragility for item in items):
        fields["fragility"] = True
    return fields


def _months(item: Fracture) -> Decimal:
    return item.time.months if item.time is not None and item.time.months is not None else Decimal("Infinity")


def _correcting_records(notes: Sequence[NoteRecord]) -> frozenset[str]:
    """Ids of records that stand in an addendum, or of which the note says that they correct a report."""
    found: set[str] = set()
    for note in notes:
        spans = [(section.start, section.end) for section in note.note.sections if section.name in _CORRECTING]
        for name in RecordLists.model_fields:
            for record in getattr(note, name):
                inside = any(start <= record.source.start < end for start, end in spans)
                day = isinstance(record, Event) and record.kind in _DAYS
                if not day and (record.correction or inside or note.note.kind in _CORRECTING):
                    found.add(record.id)
    return frozenset(found)


def _apply_corrections(
    merged: Sequence[tuple[list[AnyRecord], AnyRecord]], correcting: frozenset[str], order: dict[str, int]
) -> tuple[list[AnyRecord], list[AnyRecord], list[tuple[str, str]]]:
    """What stands, what a correction replaced, and which replaced which."""
    pairs: list[tuple[str, str]] = []
    replaced: set[str] = set()
    alike: dict[Key, list[tuple[list[AnyRecord], AnyRecord]]] = {}
    for pair in merged:
        alike.setdefault(_correction_key(pair[1]), []).append(pair)
    for cluster, record in merged:
        correction = next((member for member in cluster if member.id in correcting), None)
        if correction is None:
            continue
        for others, other in alike[_correction_key(record)]:
            if other is record or any(member.id in correcting for member in others):
                continue
            earlier = all(_text_order(member, order) < _text_order(correction, order) for member in others)
            if earlier and _is_corrected(correction, other):
                pairs.append((record.id, other.id))
                replaced.add(other.id)
    whole = _completed(merged, pairs)
    kept = [whole.get(record.id, record) for _, record in merged if record.id not in replaced]
    return kept, [record for _, record in merged if record.id in replaced], pairs


def _completed(
    merged: Sequence[tuple[list[AnyRecord], AnyRecord]], pairs: Sequence[tuple[str, str]]
) -> dict[str, AnyRecord]:
    """Corrections that name the one value that was wrong take over the rest of what was told, and its time."""
    by_id = {record.id: record for _, record in merged}
    wrong: dict[str, list[AnyRecord]] = {}
    for standing, old in pairs:
        wrong.setdefault(standing, []).append(by_id[old])
    whole: dict[str, AnyRecord] = {}
    for name, olds in wrong.items():
        record = by_id[name]
        if record.replaces is None or len(olds) != 1:
            continue
        fields: dict[str, Any] = {
            field: getattr(olds[0], field)
            for field in type(record).model_fields
            if field not in _OWN_FIELDS | _CORRECTED_FIELDS and getattr(record, field) in (None, ())
        }
        time: Time | None = getattr(record, "time", None)
        if time is not None and is_note_date(time):
            fields["time"] = getattr(olds[0], "time", None) or time
        if isinstance(record, Treatment) and record.status in ("past", "mentioned"):
            fields["status"] = getattr(olds[0], "status", record.status)
        whole[name] = record.model_copy(update=fields)
    return whole


def _correction_key(record: Record) -> Key:
    """What a correction can be about: the level of a fracture may be the very thing that was wrong."""
    return ("fracture", record.subject) if isinstance(record, Fracture) else subject_key(record)


def _is_corrected(correction: Record, other: Record) -> bool:
    """The wrong value where the correction names it, whatever its day; else what tells of the same thing and time."""
    if correction.replaces is not None:
        return correction.replaces in _values(other)
    return same_subject_matter(correction, other) and not _two_courses(correction, other)


def _values(record: Record) -> tuple[str, ...]:
    """What a record tells, as a note would write it."""
    match record:
        case Lab() | Score():
            told: tuple[object, ...] = (record.value,)
        case Bmd():
            told = tuple(abs(value) for name in BMD_NUMBERS if (value := getattr(record, name)) is not None)
        case Treatment():
            told = (record.dose,)
        case Fracture():
            told = (record.level,)
        case _:
            told = ()
    return tuple(str(value) for value in told if value is not None)


def _two_courses(one: Record, other: Record) -> bool:
    """Findings and treatments may differ over time without one correcting the other."""
    if not isinstance(one, Treatment) or not isinstance(other, Treatment):
        return False
    return one.start is not None and other.start is not None and one.start.months != other.start.months
