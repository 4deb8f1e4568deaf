"""Runs the checks of ``patterns/checks*.toml`` over a case; each entry is data, ``function`` names its mechanism.

Checks are notes to the author: what stands where, in the words of both sides. They never advise on a patient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from osteocase.case import (
    checks_arithmetic,
    checks_bmd,
    checks_conflict,
    checks_course,
    checks_drug,
    checks_fracture,
    checks_missing,
    checks_narrative,
    checks_patient,
    checks_plausible,
    checks_range,
    checks_time,
    checks_year,
)
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.population import GROWN_FROM
from osteocase.errors import PatternError
from osteocase.lexicon import CheckEntry, Lexicon
from osteocase.records import Check

__all__ = ["FUNCTIONS", "run_checks"]

_MODULES = (
    checks_arithmetic, checks_bmd, checks_conflict, checks_course, checks_drug, checks_fracture, checks_missing,
    checks_narrative, checks_patient, checks_plausible, checks_range, checks_time, checks_year,
)  # fmt: skip
FUNCTIONS: Mapping[str, Mechanism] = {name: run for module in _MODULES for name, run in module.FUNCTIONS.items()}
"""Name of a mechanism to the function that runs it."""

_SEVERITY = {"error": 0, "warning": 1, "info": 2}


def run_checks(facts: Facts, lexicon: Lexicon, accepted: Mapping[str, str] | None = None) -> tuple[Check, ...]:
    """All that the checks find, gravest first.

    ``accepted`` is the author's reason by id of a check; such checks are kept and marked.

    Raises:
        PatternError: an entry names a mechanism that does not exist.
    """
    reasons = accepted or {}
    found: list[Check] = []
    for entry in lexicon.of(CheckEntry).values():
        if entry.function not in FUNCTIONS:
            raise PatternError(
                f"check {entry.id!r} names a function that does not exist: {entry.function!r}",
                place=lexicon.places.get(("check", entry.id)),
                hint=f"known: {', '.join(sorted(FUNCTIONS))}",
            )
        if entry.adults_only and facts.age is not None and facts.age < GROWN_FROM:
            continue
        found += _numbered(_check(entry, told) for told in FUNCTIONS[entry.function](facts, entry))
    marked = (
        check.model_copy(update={"accepted": reasons[check.id]}) if check.id in reasons else check for check in found
    )
    return tuple(sorted(marked, key=lambda check: (_SEVERITY[check.severity], check.kind, check.id)))


def _check(entry: CheckEntry, told: Told) -> Check:
    about = told.key or (told.records[0] if told.records else "case")
    names = {name for _, name, _, _ in Formatter().parse(entry.message) if name}
    return Check(
        id=f"{entry.id}:{about}",
        kind=entry.kind,
        severity=entry.severity,
        message=_sentence(entry.message.format(**{name: told.values.get(name, "") for name in names})),
        records=told.records,
        stated=told.stated,
        computed=told.computed,
        rule=entry.id,
        sources=told.sources,
    )


def _sentence(words: str) -> str:
    """The words on one line, with a capital as a sentence begins."""
    line = " ".join(words.split())
    return line[:1].upper() + line[1:]


def _numbered(checks: Iterable[Check]) -> Iterator[Check]:
    """Two findings of one check about one record are told apart by a number."""
    seen: dict[str, int] = {}
    for check in checks:
        seen[check.id] = seen.get(check.id, 0) + 1
        yield check if seen[check.id] == 1 else check.model_copy(update={"id": f"{check.id}#{seen[check.id]}"})
