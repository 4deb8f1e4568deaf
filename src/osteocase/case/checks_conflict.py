"""Checks for facts that disagree: two values of one thing at one time, two statements of one date, two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.merge_patient import PATIENT_FIELDS
from osteocase.case.months import date_position
from osteocase.case.placing import is_note_date
from osteocase.case.population import GROWN_FROM
from osteocase.case.same import (
    BMD_NUMBERS,
    STATIC_KINDS,
    own_day,
    same_fact,
    same_number,
    same_subject_matter,
    subject_key,
)
from osteocase.case.wording import at_months, listed, number, record_label
from osteocase.lexicon import CheckEntry
from osteocase.records import Bmd, Finding, Lab, Record, RecordLists, Score, Time, Treatment

__all__ = ["FUNCTIONS"]

_ONE_TIME = Decimal(3)
"""Months within which a habit or diagnosis cannot be both present and absent."""


def values_at_one_time(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two values of one analyte, site or score at one time.

    ``words``: ``lists`` to look at. Message: ``what``, ``at``, ``values``.
    """
    for name in entry.words.get("lists", ("labs", "bmd", "scores")):
        records: Sequence[Record] = getattr(facts.case, name)
        for group in _disagreeing(records):
            if not _without_own_times(group):
                first = group[0]
                yield Told(
                    records=tuple(record.id for record in group),
                    values={
                        "what": record_label(first),
                        "at": at_months(getattr(first, "time", None)),
                        "values": listed([_quoted(record) for record in group]),
                    },
                    stated=" / ".join(_value_words(record) for record in group),
                )


def _disagreeing(records: Sequence[Record]) -> list[list[Record]]:
    """Groups of records that tell of one thing at one time, but not the same."""
    groups: list[list[Record]] = []
    for one, other in _pairs([record for record in records if _is_placed(record)]):
        if not same_subject_matter(one, other) or same_fact(one, other) or _in_one_breath(one, other):
            continue
        home = next((group for group in groups if one in group), None)
        if home is None:
            groups.append([one, other])
        elif other not in home:
            home.append(other)
    return groups


def _pairs(records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Pairs of records that may tell of one thing at one time, in the order of the records."""
    alike: dict[tuple[str | None, ...], list[Record]] = {}
    for record in records:
        alike.setdefault(subject_key(record), []).append(record)
    for group in alike.values():
        by_day: dict[str | None, list[Record]] = {}
        for record in group:
            by_day.setdefault(own_day(record), []).append(record)
        vague = by_day.pop(None, [])
        for same_day in by_day.values():
            yield from combinations(same_day, 2)
            yield from product(same_day, vague)
        yield from combinations(vague, 2)


def _in_one_breath(one: Record, other: Record) -> bool:
    """``fell from 16.4 to 2.6 pmol/L``: a course told in the same words, not two tellings of one value."""
    here, there = one.source, other.source
    return here.note == there.note and here.start < there.end and there.start < here.end


def _is_placed(record: Record) -> bool:
    """At a time exact enough that another value then would be another telling of the same."""
    time: Time | None = getattr(record, "time", None)
    return time is not None and time.months is not None and time.precision != "year"


def _without_own_times(group: Sequence[Record]) -> bool:
    """Two values in one note, one of them without a time of its own, may well be two measurements."""
    times = [getattr(record, "time", None) for record in group]
    return len({record.source.note for record in group}) == 1 and any(time and is_note_date(time) for time in times)


def _quoted(record: Record) -> str:
    return f"“{record.source.text}” ({record.source.note})"


def _value_words(record: Record) -> str:
    if isinstance(record, Lab):
        return number(record.value) if record.value is not None else record.qualitative or ""
    if isinstance(record, Bmd):
        told = [number(value) for name in BMD_NUMBERS if (value := getattr(record, name)) is not None]
        return ", ".join(told)
    return number(record.value) if isinstance(record, Score) else record.source.text


def findings_that_disagree(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A diagnosis, habit or history told as present and as absent.

    ``words``: ``episodes``, concepts that come and go, so that only one note can contradict itself.
    Message: ``what``, ``values``.
    """
    episodes = entry.words.get("episodes", ())
    held = [item for item in facts.case.findings if item.kind in STATIC_KINDS]
    for one, other in _finding_pairs(held):
        if (one.concept, one.subject) != (other.concept, other.subject) or one.body_site != other.body_site:
            continue
        if one.concept in episodes and one.source.note != other.source.note:
            continue
        if ({one.status, other.status} == {"present", "absent"} and _one_time_of_life(one, other, facts)) or (
            one.subject_age_years and other.subject_age_years and one.subject_age_years != other.subject_age_years
        ):
            yield _pair(one, other)


def _denies(absent: Finding, present: Finding) -> bool:
    """Whether what is denied takes in what is told: ``no osteoporosis`` and ``glucocorticoid-induced osteoporosis``.

    A concept gathers many conditions: who has no angina may have heart failure. Habits are one thing in all words.
    """
    if absent.kind not in ("diagnosis", "history"):
        return True
    denied, told = (set(item.source.text.casefold().split()) for item in (absent, present))
    return denied <= told


def _finding_pairs(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    alike: dict[tuple[str | None, ...], list[Finding]] = {}
    for item in findings:
        alike.setdefault(subject_key(item), []).append(item)
    for group in alike.values():
        yield from combinations(group, 2)


def _one_time_of_life(one: Finding, other: Finding, facts: Facts) -> bool:
    """An ex-smoker does not smoke, and who has fallen once may not fall again: only what is told of one time counts."""
    present, absent = (one, other) if one.status == "present" else (other, one)
    if one.status != other.status and not _denies(absent, present):
        return False
    if present.temporality == "historical" and absent.temporality == "current":
        return False
    here, there = _places(one, facts), _places(other, facts)
    return not here or not there or min(abs(first - second) for first in here for second in there) <= _ONE_TIME


def _places(finding: Finding, facts: Facts) -> list[Decimal]:
    """Where the finding is told: its own time, else the days of the notes that tell it."""
    if finding.time is not None and finding.time.months is not None:
        return [finding.time.months]
    notes = [source.note for source in (finding.source, *finding.also)]
    found = [facts.timeline.note_position(note) for note in notes]
    return [position.months for position in found if position is not None]


def _pair(one: Record, other: Record) -> Told:
    return Told(
        records=(one.id, other.id),
        values={"what": record_label(one), "values": f"{_quoted(one)} and {_quoted(other)}"},
        stated=f"{one.source.text} / {other.source.text}",
    )


def patient_fields(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Sex, age, height, ethnicity or parity told differently. ``words``: ``fields``, and groups of words
    that mean the same. Message: ``what``, ``values``.
    """
    for name in entry.words.get("fields", PATIENT_FIELDS):
        told = [
            (note.note, value, note.patient)
            for note in facts.notes
            if (value := getattr(note.patient, name)) is not None
        ]
        for (first, one, here), (second, other, there) in combinations(told, 2):
            years = _years_between(first.date, second.date)
            if name == "height_cm" and years > 0 and facts.age is not None and facts.age < GROWN_FROM:
                continue  # a child grows
            if not _differs(name, one, other, years, entry):
                continue
            sources = tuple(p.sources[name] for p in (here, there) if name in p.sources)
            yield Told(
                records=(f"patient/{name}",),
                values={
                    "what": name.replace("_years", "").replace("_cm", "").replace("_kg", "").replace("_", " "),
                    "values": f"{one} ({first.id}) and {other} ({second.id})",
                },
                stated=f"{one} / {other}",
                sources=sources,
                key=name,
            )
            break


def _years_between(first: str | None, second: str | None) -> Decimal:
    if first is None or second is None:
        return Decimal(0)
    return (date_position(second) - date_position(first)) / 12


def _differs(name: str, one: object, other: object, years: Decimal, entry: CheckEntry) -> bool:
    if name in entry.limits and isinstance(one, Decimal) and isinstance(other, Decimal):
        grown = years if name == "age_years" else Decimal(0)
        return abs(other - one - grown) > entry.limits[name]
    if isinstance(one, str) and isinstance(other, str):
        told = {one.casefold(), other.casefold()}
        return len(told) > 1 and not any(told <= set(words) for words in entry.words.values())
    return one != other


def corrected(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """An earlier report that a later note corrects. Message: ``what``, ``old``, ``new``."""
    replaced = {
        record.id: record for name in RecordLists.model_fields for record in getattr(facts.case.superseded, name)
    }
    for standing, old in facts.corrections:
        record, earlier = facts.by_id.get(standing), replaced.get(old)
        if record is not None and earlier is not None:
            yield Told(
                records=(standing,),
                values={"what": record_label(record), "old": _quoted(earlier), "new": _quoted(record)},
                stated=_value_words(earlier),
                computed=_value_words(record),
                sources=(earlier.source, record.source),
            )


def doses_that_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One drug from one start in two doses. Message: ``what``, ``values``.

    Within one note two doses at two times of the day are one regimen: ``50 mg at night and 25 mg in the morning``.
    One number in milligrams and in grams is no change of dose.
    """
    drugs = [item for item in facts.case.treatments if item.dose is not None and item.subject == "patient"]
    for one, other in combinations(drugs, 2):
        if one.agent == other.agent and one.dose == other.dose and {one.dose_unit, other.dose_unit} in _THOUSANDS:
            yield _pair(one, other)
            continue
        if one.agent == other.agent and one.dose_unit == other.dose_unit and _one_course(one, other):
            if one.source.note == other.source.note and (
                one.frequency != other.frequency or _in_one_breath(one, other)
            ):
                continue
            assert one.dose is not None
            assert other.dose is not None
            if not same_number(one.dose, other.dose):
                yield _pair(one, other)


_THOUSANDS = ({"mg", "g"}, {"ug", "mg"}, {"mcg", "mg"}, {"micrograms", "mg"}, {"µg", "mg"})


def _one_course(one: Treatment, other: Treatment) -> bool:
    """Doses change over time; only told for one start, or for the same day."""
    if one.start is None or other.start is None:
        return one.source.note == other.source.note and one.status == other.status
    return one.start.months == other.start.months


def weights_of_one_time(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two weights within a month that differ by more than a scale does.

    ``limits``: ``months``, ``percent``. Message: ``limit``, ``values``.
    """
    told = [
        (position.months, note.patient.weight_kg, note)
        for note in facts.notes
        if note.patient.weight_kg and (position := facts.timeline.note_position(note.note.id)) is not None
    ]
    for (first, one, here), (second, other, there) in combinations(told, 2):
        near = abs(first - second) <= entry.limits["months"]
        if near and 100 * abs(one - other) > entry.limits["percent"] * one:
            sources = tuple(
                item.patient.sources["weight_kg"] for item in (here, there) if "weight_kg" in item.patient.sources
            )
            yield Told(
                records=("patient/weight_kg",),
                values={
                    "limit": number(entry.limits["months"]),
                    "values": f"{number(one)} kg ({here.note.id}) and {number(other)} kg ({there.note.id})",
                },
                stated=f"{number(one)} / {number(other)}",
                sources=sources,
                key=there.note.id,
            )


FUNCTIONS: Mapping[str, Mechanism] = {
    "values_at_one_time": values_at_one_time,
    "findings_that_disagree": findings_that_disagree,
    "patient_fields": patient_fields,
    "corrected": corrected,
    "weights_of_one_time": weights_of_one_time,
    "doses_that_differ": doses_that_differ,
}
