"""The summary part: what a reader must know, in few lines that each lead to their sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.records import Derived, Fracture, Lab, Treatment, printed_unit
from osteocase.report.document import Block, Measure, Measures, Notice, Part, Run, Terms, Text
from osteocase.report.numbers import lab_result, month_tick, number, score_result
from osteocase.report.parts.bmd_sites import BASELINE_CHANGE, change_words, changes_of, site_name, sites
from osteocase.report.parts.context import Context
from osteocase.report.parts.timeline import timeline_figure
from osteocase.report.timeplace import in_time, time_column, times_words, when
from osteocase.report.wording import (
    acuity_word,
    anatomical,
    capital,
    counted,
    for_bone,
    fracture_place,
    is_scale,
    score_name,
    tells_risk,
    treatment_name,
    within,
)

__all__ = ["summary"]

_JOIN = Run("; ")
_MARK = {"high": "▲", "low": "▼"}
_MOST_TESTS = 10
_MOST_RESULTS = 4
_MOST_SITES = 4
_MOST_MEASURES = 2


def summary(context: Context) -> Part:
    """The part; an empty case gets a plain word instead of an empty box."""
    terms = [
        (title, text)
        for title, text in (
            ("Fractures", _fractures(context)),
            ("Bone density", _density(context)),
            ("Laboratory", _laboratory(context)),
            ("Treatment", _treatment(context)),
            ("Risk scores", _scores(context, risk=True)),
            ("Pain and function", _scores(context, risk=False)),
            ("To check", _checks(context)),
        )
        if text
    ]
    blocks: list[Block] = []
    if terms:
        blocks.append(Notice("key", "Key findings", (Terms(tuple(terms)),)))
    else:
        blocks.append(
            Notice("info", "Nothing to report", (Terms((("Records", (Run("The notes gave no record."),)),)),))
        )
    measures = _measures(context)
    if measures:
        blocks.append(measures)
    timeline = timeline_figure(context)
    if timeline:
        blocks.append(timeline)
    return Part("summary", "Summary", tuple(blocks), untitled=True)


def _fractures(context: Context) -> Text:
    own = sorted((record for record in context.case.fractures if record.subject == "patient"), key=anatomical)
    runs: list[Run] = []
    groups: dict[str, list[Fracture]] = {}
    for record in own:
        if record.status != "absent":
            word = acuity_word(record) if record.status == "present" else "possible"
            groups.setdefault(word, []).append(record)
    for word, records in groups.items():
        if runs:
            runs.append(_JOIN)
        places = ", ".join(fracture_place(record) for record in records)
        runs.append(Run(places if runs else capital(places), bold=True))
        if word:
            runs.append(Run(f" {word}"))
        runs.extend(context.ledger.cite(record.id for record in records))
    absent = [record for record in own if record.status == "absent"]
    if absent:
        words = _absent_words(context, absent)
        runs.extend((_JOIN, Run(words)) if runs else (Run(capital(words)),))
        runs.extend(context.ledger.cite(record.id for record in absent))
    return tuple(runs)


def _absent_words(context: Context, records: Sequence[Fracture]) -> str:
    """``no vertebral fracture at month 22``, place by place: that the scaphoid is whole says nothing of the radius."""
    places: dict[str, list[str]] = {}
    for record in records:
        general = record.bone is None and record.level is None
        spine = record.bone == "vertebra" and record.level is None
        word = "" if general else "vertebral " if spine else f"{fracture_place(record)} "
        if record.temporality == "historical":
            word = f"earlier {word}"
        told = when(context.case, record.time)
        places.setdefault(word, []).extend([told] if told else [])
    return ", ".join(
        f"no {word}fracture {times_words(tuple(dict.fromkeys(times)))}".strip() for word, times in places.items()
    )


def _density(context: Context) -> Text:
    runs: list[Run] = []
    every = sites(context.case.bmd)
    followed = [site for site in every if changes_of(context, site, BASELINE_CHANGE)]
    for site in (followed or every)[:_MOST_SITES]:
        measured = [record for record in site if record.bmd_g_cm2 is not None]
        if not measured:
            continue
        timed = [record for record in measured if record.time is not None and record.time.months is not None]
        first, last = (timed or measured)[0], (timed or measured)[-1]
        if runs:
            runs.append(_JOIN)
        words = f"{site_name(site)} {number(first.bmd_g_cm2 or Decimal(0))}"
        if last is not first:
            words += f" → {number(last.bmd_g_cm2 or Decimal(0))}"
        runs.append(Run(f"{words} g/cm²"))
        change = changes_of(context, site, BASELINE_CHANGE).get(last.id)
        if change is not None and change.value is not None:
            runs.append(Run(", "))
            runs.append(Run(f"{change_words(change)} %", bold=True))
            runs.append(Run(f" at {time_column(context.case, last).label}"))
        runs.extend(context.ledger.cite((first.id, last.id)))
    return tuple(runs)


def _laboratory(context: Context) -> Text:
    """Results outside their interval, test by test; what is too much for a summary is counted."""
    outside: dict[str, list[Lab]] = {}
    for lab in context.case.labs:
        if lab.flag in ("low", "high") and lab.subject == "patient":
            outside.setdefault(lab.analyte, []).append(lab)
    runs: list[Run] = []
    for labs in list(outside.values())[:_MOST_TESTS]:
        if runs:
            runs.append(_JOIN)
        told = ", ".join(f"{_MARK[lab.flag or 'high']}{lab_result(lab)}" for lab in labs[:_MOST_RESULTS])
        more = f" and {len(labs) - _MOST_RESULTS} more" if len(labs) > _MOST_RESULTS else ""
        name = labs[0].name if runs else capital(labs[0].name)
        runs.append(Run(f"{name} {told}{more} {printed_unit(labs[0].unit)}".rstrip()))
        runs.extend(context.ledger.cite(lab.id for lab in labs))
    if len(outside) > _MOST_TESTS:
        runs.append(Run(f"; {counted(len(outside) - _MOST_TESTS, 'more test')}, see "))
        runs.append(Run("Laboratory", target="part-laboratory"))
    if not runs and context.case.labs:
        runs.append(Run("No result is marked outside its reference interval."))
    return tuple(runs)


_SPOKEN_OF = ("mentioned", "planned", "declined", "contraindicated")


def _treatment(context: Context) -> Text:
    courses: dict[str, list[Treatment]] = {}
    given = [item for item in context.case.treatments if item.subject == "patient" and item.status not in _SPOKEN_OF]
    bone = {item.id for item in given if for_bone(item)}
    others = 0
    for record in sorted(given, key=lambda item: item.id not in bone):
        key = record.id in bone or record.kind in ("surgery", "orthosis") or record.drug_class == "glucocorticoid"
        if key or not bone:
            courses.setdefault(record.agent, []).append(record)
        else:
            others += 1
    runs: list[Run] = []
    for records in courses.values():
        words = within(records[0]) if runs else capital(treatment_name(records[0]))
        duration = next((record.duration for record in records if record.duration), None)
        stop = next((record.stop.months for record in records if record.stop and record.stop.months is not None), None)
        if duration:
            words += f", {duration}"
        elif stop is not None:
            words += f", until month {month_tick(stop)}"
        runs.extend((_JOIN, Run(words)) if runs else (Run(words),))
        runs.extend(context.ledger.cite(record.id for record in records))
    if others:
        runs.append(Run(f"; {counted(others, 'other entry', 'other entries')}, see "))
        runs.append(Run("Treatment", target="part-treatment"))
    return tuple(runs)


def _scores(context: Context, *, risk: bool) -> Text:
    """Courses of the scales: those that foretell, such as FRAX, or all others."""
    runs: list[Run] = []
    names = list(
        dict.fromkeys(score.name for score in context.case.scores if is_scale(score) and tells_risk(score) is risk)
    )
    for name in names:
        scores = sorted(
            (score for score in context.case.scores if score.name == name),
            key=in_time,
        )
        if runs:
            runs.append(_JOIN)
        course = " → ".join(score_result(score).split("/")[0] for score in scores)
        scale = f" of {number(scores[0].max)}" if scores[0].max is not None else ""
        ending = "" if scale else f" {scores[0].unit}" if scores[0].unit else ""
        runs.append(Run(f"{score_name(scores[0])} {course}{scale}{ending}"))
        runs.extend(context.ledger.cite(score.id for score in scores))
    return tuple(runs)


def _checks(context: Context) -> Text:
    """How many boxes and items the discrepancies part has, by the same sorting; accepted ones are told apart."""
    open_checks = [check for check in context.case.checks if check.accepted is None]
    missing = sum(check.kind == "missing" for check in open_checks)
    errors = sum(check.severity == "error" and check.kind != "missing" for check in open_checks)
    warnings = sum(check.severity == "warning" and check.kind != "missing" for check in open_checks)
    remarks = len(open_checks) - missing - errors - warnings
    accepted = len(context.case.checks) - len(open_checks)
    amounts = (
        (errors, "error", None),
        (warnings, "warning", None),
        (missing, "gap", None),
        (remarks, "remark", None),
        (accepted, "accepted by the author", "accepted by the author"),
    )
    told = ", ".join(counted(amount, word, plural) for amount, word, plural in amounts if amount)
    if not told:
        return ()
    return (Run(told, bold=bool(errors), tone="alert" if errors else "plain", target="part-discrepancies"),)


def _verdict(derived: Derived) -> str:
    if derived.significant is None:
        return ""
    return ", reaches the LSC" if derived.significant else ", below the LSC"


def _measures(context: Context) -> Measures | None:
    """The last computed change of two sites, and the fractures that came later."""
    items: list[Measure] = []
    for site in sites(context.case.bmd):
        changes = changes_of(context, site, BASELINE_CHANGE) if len(items) < _MOST_MEASURES else {}
        last = next((record for record in reversed(site) if record.id in changes), None)
        if last is None:
            continue
        value = changes[last.id].value
        if value is not None:
            verdict = f"from baseline to {time_column(context.case, last).label}{_verdict(changes[last.id])}"
            items.append(
                Measure(
                    f"BMD, {site_name(site)}",
                    change_words(changes[last.id]),
                    "%",
                    verdict,
                    context.ledger.target(last.id),
                )
            )
    if context.case.ledger:
        new = [course for course in context.case.ledger if course.verdict == "new"]
        told = ", ".join(course.label for course in new) if new else "since the first images"
        items.append(Measure("New fractures", str(len(new)), None, told))
    return Measures(tuple(items)) if items else None
