"""Checks of the course of bone density: changes within the noise of the measurement, machines that do not compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from osteocase.case.derive_bmd import BY_ITS_NOTES, change_percent, comparable
from osteocase.case.drugs import osteoporosis_drugs
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.same import agree
from osteocase.case.series import months_of
from osteocase.case.wording import at_months, listed, number, signed
from osteocase.lexicon import CheckEntry
from osteocase.records import Bmd, Derived

__all__ = ["FUNCTIONS"]


def change_below_limit(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A site whose stated changes are all smaller than the least significant change.

    Notes that tell the limit of their own centre have told it themselves.

    Message: ``site``, ``changes``, ``limit``.
    """
    by_record = {item.records[-1]: item for item in facts.derived("bmd_change_from_baseline")}
    for series in facts.bmd:
        stated = [
            (item, change)
            for item in series.values
            if item.change_percent is not None and (change := by_record.get(item.id)) is not None
        ]
        known = any((change.text or "").endswith(BY_ITS_NOTES) for _, change in stated)
        if stated and not known and all(change.significant is False for _, change in stated):
            yield Told(
                records=tuple(item.id for item, _ in stated),
                values={
                    "site": series.label,
                    "changes": listed([f"{_stated(item)} {at_months(item.time)}" for item, _ in stated]),
                    "limit": (stated[0][1].text or "").partition("is below ")[2],
                },
                computed="; ".join(_percent(change) for _, change in stated),
            )


def gain_after_stop(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A change after the last osteoporosis drug was stopped that is below the least significant change.

    Message: ``site``, ``change``, ``limit``.
    """
    drug = facts.timeline.main_drug
    _, stop = facts.timeline.treatment_span(drug) if drug is not None else (None, None)
    if stop is None or _is_followed(facts, stop.months):
        return
    for series in facts.bmd:
        measured = [item for item in series.values if item.bmd_g_cm2 is not None]
        before = [item for item in measured if (months_of(item) or Decimal(0)) <= stop.months + 1]
        after = [item for item in measured if (months_of(item) or Decimal(0)) > stop.months + 3]
        pair = (before[-1].id, after[0].id) if before and after else None
        change = next((item for item in facts.derived("bmd_change_from_previous") if item.records == pair), None)
        if change is not None and change.significant is False:
            yield Told(
                records=change.records,
                values={
                    "site": series.label,
                    "change": _percent(change),
                    "limit": (change.text or "").partition("is below ")[2],
                },
                computed=_percent(change),
            )


def _is_followed(facts: Facts, stop: Decimal) -> bool:
    """True when another osteoporosis drug takes over, so that the bone is not left to itself."""
    others = osteoporosis_drugs(facts.case.treatments, facts.lexicon)
    starts = [item.start.months for item in others if item.agent != facts.timeline.main_drug and item.start is not None]
    return any(start is not None and start >= stop - 3 for start in starts)


def _stated(item: Bmd) -> str:
    return f"{signed(item.change_percent)} %" if item.change_percent is not None else ""


def _percent(change: Derived) -> str:
    return f"{signed(change.value)} %" if change.value is not None else ""


def side_changes(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A hip measured on one side, later on the other, and never both: the values cannot be compared.

    Message: ``site``, ``one``, ``other``.
    """
    sided = [item for item in facts.case.bmd if item.side in ("left", "right") and months_of(item) is not None]
    for site in sorted({item.site for item in sided if item.site is not None}):
        here = sorted((item for item in sided if item.site == site), key=lambda item: (months_of(item), item.id))
        sides = Counter(item.side for item in here)
        times = {(months_of(item), item.side) for item in here}
        both = any((months, "left") in times and (months, "right") in times for months, _ in times)
        if len(sides) < 2 or both:
            continue
        odd = min(sides, key=lambda side: (sides[side], str(side)))
        one = next(item for item in here if item.side == odd)
        other = next(item for item in here if item.side != odd)
        yield Told(
            records=(*(item.id for item in here if item.side == odd), other.id),
            values={
                "site": (site or "").replace("_", " "),
                "one": f"{one.side} {at_months(one.time)}",
                "other": f"{other.side} {at_months(other.time)}",
            },
            stated=f"{one.side} / {other.side}",
        )


def machines_compared(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Values of two makers in one course: they cannot be compared. Message: ``site``, ``machines``."""
    for series in facts.bmd:
        rows = [item for item in series.values if item.machine is not None]
        for one, other in pairwise(rows):
            if not comparable(one, other):
                yield Told(
                    records=(one.id, other.id),
                    values={"site": series.label, "machines": f"{one.machine} and {other.machine}"},
                    stated=f"{one.machine} / {other.machine}",
                )


def bmd_jump(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two densities of one place that differ by more than bone can change in so short a time.

    ``limits``: ``months``, ``percent``. Message: ``site``, ``one``, ``other``, ``change``.
    """
    for series in facts.bmd:
        measured = [item for item in series.values if item.bmd_g_cm2]
        for first, second in pairwise(measured):
            passed = (months_of(second) or Decimal(0)) - (months_of(first) or Decimal(0))
            if not entry.limits["same_day"] < passed <= entry.limits["months"] or not comparable(first, second):
                continue
            change = change_percent(second.bmd_g_cm2 or Decimal(1), first.bmd_g_cm2 or Decimal(1))
            if abs(change) > entry.limits["percent"]:
                yield Told(
                    records=(first.id, second.id),
                    values={
                        "site": series.label,
                        "one": f"{number(first.bmd_g_cm2 or Decimal(0))} g/cm² {at_months(first.time)}",
                        "other": f"{number(second.bmd_g_cm2 or Decimal(0))} g/cm² {at_months(second.time)}",
                        "change": f"{signed(change)} %",
                    },
                    computed=f"{signed(change)} %",
                )


def one_hip_apart(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """T-scores of the neck and the whole of one hip on one day that lie further apart than those of real hips do.

    ``limits``: ``apart`` (standard deviations). Message: ``one``, ``other``, ``apart``.
    """
    scored = [item for item in facts.case.bmd if item.t_score is not None and months_of(item) is not None]
    necks = [item for item in scored if item.site == "femoral_neck"]
    for hip in (item for item in scored if item.site == "total_hip"):
        for neck in necks:
            if months_of(hip) != months_of(neck) or not agree(hip.side, neck.side):
                continue
            apart = abs((hip.t_score or Decimal(0)) - (neck.t_score or Decimal(0)))
            if apart > entry.limits["apart"]:
                yield Told(
                    records=(hip.id, neck.id),
                    values={
                        "one": f"{number(hip.t_score or Decimal(0))} {at_months(hip.time)}",
                        "other": number(neck.t_score or Decimal(0)),
                        "apart": number(apart),
                    },
                    stated=f"{hip.t_score} / {neck.t_score}",
                )


FUNCTIONS: Mapping[str, Mechanism] = {
    "one_hip_apart": one_hip_apart,
    "change_below_limit": change_below_limit,
    "bmd_jump": bmd_jump,
    "gain_after_stop": gain_after_stop,
    "machines_compared": machines_compared,
    "side_changes": side_changes,
}
