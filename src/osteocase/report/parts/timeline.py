"""The timeline figure: every kind of thing that has a time, in a lane of its own on one axis of months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.records import Event, Fracture, Lab, Score, Treatment
from osteocase.report.document import Figure
from osteocase.report.figuredata import LaneBar, LaneMark, LaneStep, Timeline, TimelineLane
from osteocase.report.numbers import month_tick, number, score_result
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import in_time, months_of, time_column
from osteocase.report.wording import (
    acuity_word,
    anatomical,
    bears_treatment,
    capital,
    counted,
    fracture_place,
    score_name,
    treatment_name,
)

__all__ = ["timeline_figure"]

_SPOKEN_OF = ("mentioned", "planned", "declined", "contraindicated")
_OUTCOMES = ("outcome", "visit", "loss_to_follow_up", "diagnosis", "weaning", "fall", "other")
_MILESTONES = ("delivery", "menopause", "conception")


def timeline_figure(context: Context) -> Figure | None:
    """The figure, or None where fewer than two times are known."""
    lanes = [
        lane
        for lane in (
            _symptoms(context), *_scores(context), _imaging(context), _fractures(context),
            _treatments(context, "Drugs", ("drug", "supplement")), _treatments(context, "Devices", ("orthosis",)),
            _treatments(context, "Procedures", ("surgery", "procedure")), _tests(context), _outcomes(context),
            _visits(context),
        )
        if lane is not None
    ]  # fmt: skip
    ticks = tuple(sorted({point.months for point in context.case.timepoints if point.months is not None}))
    milestones = tuple(
        (months, event.label)
        for event in context.case.events
        if event.kind in _MILESTONES and (months := months_of(event)) is not None
    )
    lanes, milestones, far = _within(lanes, milestones, ticks)
    used = _used(lanes) | set(ticks) | {months for months, _label in milestones}
    if len(used) < 2:
        return None
    label = context.case.case.axis.label
    axis = f"months from {label}" if label else "months"
    data = Timeline(tuple(lanes), axis, _ticks(sorted(used), ticks), milestones)
    beyond = f" Beyond the axis: {'; '.join(far)}." if far else ""
    return Figure(
        "timeline",
        data,
        f"Course of the case, {axis}. Bars: treatment; an arrow at the end: no stop is told. "
        "Triangles: fractures; squares: laboratory tests; diamonds: densitometry; open circles: visits." + beyond,
        _told(data) + beyond,
    )


LEAST_REACH = Decimal(24)
"""Months around what was measured that the axis holds at least."""


def _within(
    lanes: Sequence[TimelineLane], milestones: tuple[tuple[Decimal, str], ...], ticks: Sequence[Decimal]
) -> tuple[list[TimelineLane], tuple[tuple[Decimal, str], ...], list[str]]:
    """What lies near enough to the case's measurements to be drawn, and what is told in words instead.

    A menopause of thirty years ago would press two years of treatment into a corner.
    """
    measured = set(ticks) | {step.months for lane in lanes for step in lane.steps}
    if not measured:
        return list(lanes), milestones, []
    low, high = min(measured), max(measured)
    reach = max(LEAST_REACH, (high - low) * Decimal("1.5"))
    low, high = low - reach, high + reach
    far: list[str] = []
    kept: list[TimelineLane] = []
    for lane in lanes:
        far += [
            f"{m.label} at month {month_tick(m.months)}" for m in lane.marks if m.label and not low <= m.months <= high
        ]
        marks = tuple(mark for mark in lane.marks if low <= mark.months <= high)
        far += [f"{bar.label} to month {month_tick(bar.end)}" for bar in lane.bars if bar.end < low]
        bars = tuple(
            bar
            if bar.start >= low
            else replace(bar, start=low, label=f"{bar.label}, since month {month_tick(bar.start)}")
            for bar in lane.bars
            if bar.end >= low
        )
        if marks or bars or lane.steps:
            kept.append(replace(lane, marks=marks, bars=bars))
    far += [f"{label} at month {month_tick(months)}" for months, label in milestones if not low <= months <= high]
    return kept, tuple(item for item in milestones if low <= item[0] <= high), far


def _used(lanes: Iterable[TimelineLane]) -> set[Decimal]:
    used: set[Decimal] = set()
    for lane in lanes:
        used |= {mark.months for mark in lane.marks} | {step.months for step in lane.steps}
        used |= {end for bar in lane.bars for end in (bar.start, bar.end)}
    return used


def _ticks(used: Sequence[Decimal], timepoints: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The case's time points and both ends of the axis; month 0 when it lies between them."""
    wanted = {*timepoints, used[0], used[-1]}
    if used[0] <= 0 <= used[-1]:
        wanted.add(Decimal(0))
    ticks: list[Decimal] = []
    least = (used[-1] - used[0]) / 40
    for tick in sorted(wanted, key=lambda value: (value != 0, value not in timepoints, value)):
        if all(abs(tick - other) >= least for other in ticks):
            ticks.append(tick)
    return tuple(sorted(ticks))


def _end(context: Context) -> Decimal:
    """The last known month of the case."""
    case = context.case
    records = (*case.labs, *case.bmd, *case.scores, *case.events, *case.fractures, *case.findings)
    known = [months for record in records if (months := months_of(record)) is not None]
    stops = [item.stop.months for item in case.treatments if item.stop is not None and item.stop.months is not None]
    return max([*known, *stops], default=Decimal(0))


def _marks_of(context: Context, kinds: Sequence[str]) -> tuple[LaneMark, ...]:
    """One mark a month; what was told of the same month is joined."""
    by_month: dict[Decimal, list[Event]] = {}
    for event in sorted(context.case.events, key=in_time):
        months = months_of(event)
        if event.kind in kinds and months is not None and not _bare(event):
            by_month.setdefault(months, []).append(event)
    return tuple(
        LaneMark(months, "; ".join(dict.fromkeys(event.label for event in events)))
        for months, events in by_month.items()
    )


def _bare(event: Event) -> bool:
    """A visit of which nothing more is told has its mark among the visits alone."""
    return event.kind == "visit" and event.label.lower() == "visit"


def _symptoms(context: Context) -> TimelineLane | None:
    marks = list(_marks_of(context, ("symptom_onset",)))
    for finding in context.case.findings:
        months = months_of(finding)
        if finding.kind != "symptom" or finding.status == "absent" or months is None or finding.subject != "patient":
            continue
        if all(finding.name not in mark.label for mark in marks):
            marks.append(LaneMark(months, finding.name, filled=False))
    return TimelineLane("Symptoms", marks=tuple(marks)) if marks else None


def _scores(context: Context) -> list[TimelineLane]:
    courses: dict[str, list[Score]] = {}
    for score in sorted(context.case.scores, key=in_time):
        if months_of(score) is not None and score.max is not None:
            courses.setdefault(score.name, []).append(score)
    lanes = []
    for scores in courses.values():
        top = max(score.max for score in scores if score.max is not None)
        steps = tuple(
            LaneStep(months, score.value, score_result(score).split("/")[0])
            for score in scores
            if (months := months_of(score)) is not None
        )
        label = f"{score_name(scores[0])} (0–{number(top)})"
        lanes.append(TimelineLane(label, steps=steps, low=scores[0].min or Decimal(0), high=top))
    return lanes


def _imaging(context: Context) -> TimelineLane | None:
    marks = _marks_of(context, ("imaging",))
    return TimelineLane("Imaging", marks=marks) if marks else None


def _fractures(context: Context) -> TimelineLane | None:
    by_month: dict[Decimal, list[Fracture]] = {}
    for record in context.case.fractures:
        months = months_of(record)
        if record.subject == "patient" and record.status != "absent" and months is not None:
            by_month.setdefault(months, []).append(record)
    marks = []
    for months, records in sorted(by_month.items()):
        groups: dict[str, list[str]] = {}
        for record in sorted(records, key=anatomical):
            groups.setdefault(acuity_word(record), []).append(fracture_place(record))
        told = "; ".join(f"{', '.join(places)} {word}".strip() for word, places in groups.items())
        marks.append(LaneMark(months, told, "triangle"))
    return TimelineLane("Fractures", marks=tuple(marks)) if marks else None


def _treatments(context: Context, name: str, kinds: Sequence[str]) -> TimelineLane | None:
    bars: list[LaneBar] = []
    bearing: list[LaneBar] = []
    marks: list[LaneMark] = []
    last = _end(context)
    for record in context.case.treatments:
        start = record.start.months if record.start is not None else None
        if record.kind not in kinds or record.subject != "patient" or record.status in _SPOKEN_OF or start is None:
            continue
        stop, open_end = _stop(record, start, last)
        over = record.status == "past" and open_end and not bears_treatment(record)
        if record.kind in ("surgery", "procedure") or over:
            # what is over has no arrow to the end of the axis
            marks.append(LaneMark(start, capital(treatment_name(record))))
            continue
        target = context.ledger.target(record.id)
        bar = LaneBar(start, max(stop, start), _bar_label(record), fading=open_end, target=target)
        bars.append(bar)
        if bears_treatment(record):
            bearing.append(bar)
    bars.extend(_gaps(bearing, last))
    return TimelineLane(name, bars=tuple(bars), marks=tuple(marks)) if bars or marks else None


_MONTHS = {
    "day": Decimal(1) / Decimal("30.44"),
    "week": Decimal(7) / Decimal("30.44"),
    "month": Decimal(1),
    "year": Decimal(12),
}


def _stop(record: Treatment, start: Decimal, last: Decimal) -> tuple[Decimal, bool]:
    """Where a bar ends, and whether that is only the end of the axis."""
    if record.stop is not None and record.stop.months is not None:
        return record.stop.months, False
    if record.duration_value is not None and record.duration_unit and record.status in ("completed", "stopped", "past"):
        return start + record.duration_value * _MONTHS[record.duration_unit], False
    return last, True


def _bar_label(record: Treatment) -> str:
    name = capital(treatment_name(record))
    return f"{name}, {record.duration}" if record.duration else name


def _gaps(bars: Sequence[LaneBar], last: Decimal) -> list[LaneBar]:
    """Times between two osteoporosis drugs, and after the last, in which the notes tell of none: a month at least."""
    gaps: list[LaneBar] = []
    covered: Decimal | None = None
    for bar in sorted(bars, key=lambda bar: bar.start):
        if covered is not None and bar.start - covered >= 1:
            gaps.append(LaneBar(covered, bar.start, _NO_DRUG, open=True))
        covered = max(covered if covered is not None else bar.end, bar.end)
    if covered is not None and last - covered >= 1:
        gaps.append(LaneBar(covered, last, _NO_DRUG, open=True))
    return gaps


_NO_DRUG = "no osteoporosis drug told"


def _tests(context: Context) -> TimelineLane | None:
    """Laboratory tests and densitometry by time point."""
    marks: list[LaneMark] = []
    labs: dict[Decimal, list[Lab]] = {}
    for lab in context.case.labs:
        months = time_column(context.case, lab).months
        if lab.subject == "patient" and months is not None:
            labs.setdefault(months, []).append(lab)
    for months, results in sorted(labs.items()):
        outside = sum(lab.flag in ("low", "high") for lab in results)
        told = counted(len(results), "test") + (f", {outside} outside" if outside else "")
        marks.append(LaneMark(months, told, "square"))
    scans = {time_column(context.case, record).months for record in context.case.bmd}
    marks += [LaneMark(months, "DXA", "diamond", filled=False) for months in sorted(m for m in scans if m is not None)]
    return TimelineLane("Laboratory, DXA", marks=tuple(marks)) if marks else None


def _outcomes(context: Context) -> TimelineLane | None:
    marks = _marks_of(context, _OUTCOMES)
    return TimelineLane("Course", marks=marks) if marks else None


def _visits(context: Context) -> TimelineLane | None:
    """One mark without a word for each visit; those of one month stand in one place."""
    places = {
        months.quantize(Decimal(1))
        for event in context.case.events
        if event.kind == "visit" and (months := months_of(event)) is not None
    }
    marks = tuple(LaneMark(months, "", filled=False) for months in sorted(places))
    return TimelineLane("Visits", marks=marks) if marks else None


def _told(data: Timeline) -> str:
    """The figure in words."""
    sentences = [f"Timeline on an axis of {data.axis_label}."]
    sentences += [f"{capital(label)} at month {month_tick(months)}." for months, label in sorted(data.milestones)]
    for lane in data.lanes:
        told = [
            f"{bar.label} from month {month_tick(bar.start)} "
            + ("on, end not told" if bar.fading else f"to month {month_tick(bar.end)}")
            for bar in lane.bars
        ]
        told += [f"{mark.label or 'visit'} at month {month_tick(mark.months)}" for mark in lane.marks]
        told += [f"{step.label} at month {month_tick(step.months)}" for step in lane.steps]
        sentences.append(f"{lane.name}: {'; '.join(told)}.")
    return " ".join(sentences)
