"""Checks of the year of a first day: the slip of January, when a hand still writes the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.months import date_position
from osteocase.case.same import agree
from osteocase.lexicon import CheckEntry, DoseEntry
from osteocase.records import Treatment

__all__ = ["FUNCTIONS"]

_SELDOM = frozenset({"3 months", "6 months", "year", "2 years"})


def start_year_differs(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two notes tell the first day of a drug by the same day and month of two years: one of the years is a slip.

    A drug that is given every few months has such a day in every year, and is left out.
    Message: ``what``, ``one``, ``other``.
    """
    doses = facts.lexicon.of(DoseEntry)
    told: dict[tuple[str, str], list[Treatment]] = {}
    for note in facts.notes:
        for item in note.treatments:
            date = item.start.date if item.start is not None else None
            known = doses.get(item.agent)
            rare = known is not None and any(regimen.every in _SELDOM for regimen in known.regimens)
            is_course = item.kind in ("drug", "supplement") and item.drug_class != "vaccine" and not rare
            if date is not None and len(date) == 10 and item.subject == "patient" and is_course:
                told.setdefault((item.agent, date[5:]), []).append(item)
    for items in told.values():
        first = items[0]
        other = next((item for item in items if _date(item) != _date(first)), None)
        if other is None or not agree(first.dose, other.dose):
            continue
        yield Told(
            records=tuple(dict.fromkeys(facts.names[item.id] for item in (first, other))),
            values={
                "what": first.name,
                "one": f"“{first.source.text}” ({first.source.note})",
                "other": f"“{other.source.text}” ({other.source.note})",
            },
            stated=f"{_date(first)} / {_date(other)}",
            sources=(first.source, other.source),
        )


def planned_for_the_past(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A treatment planned for a day that lies behind the note, while the same day a year later lies just ahead.

    ``limits``: ``months`` ahead. Message: ``what``, ``quote``, ``note``, ``date``.
    """
    for note in facts.notes:
        if note.note.date is None or len(note.note.date) != 10:
            continue
        written = date_position(note.note.date)
        for item in note.treatments:
            date = _date(item)
            if item.status != "planned" or date is None or len(date) != 10 or date_position(date) >= written:
                continue
            ahead = date_position(date) + 12 - written
            if 0 <= ahead <= entry.limits["months"]:
                yield Told(
                    records=(facts.names[item.id],),
                    values={
                        "what": item.name,
                        "quote": item.start.text if item.start is not None else "",
                        "note": note.note.id,
                        "date": note.note.date,
                    },
                    stated=date,
                    computed=note.note.date,
                    sources=(item.source,),
                )


def _date(item: Treatment) -> str | None:
    return item.start.date if item.start is not None else None


FUNCTIONS: Mapping[str, Mechanism] = {
    "start_year_differs": start_year_differs,
    "planned_for_the_past": planned_for_the_past,
}
