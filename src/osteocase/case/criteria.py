"""Published criteria held against the case: met, not met or unknown, with the arm and the values that decided it.

Values are those at baseline: the last before the first dose, else the first measured. FRAX is never computed; a FRAX
result counts only where the notes state one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osteocase.case.conditions import Answer, Baseline, State, answer
from osteocase.case.population import GROWN_FROM
from osteocase.case.wording import listed, number
from osteocase.lexicon import Arm, CriterionEntry, Lexicon
from osteocase.records import Criterion, CriterionArm, CriterionState

__all__ = ["evaluate_criteria"]

_FAILING: tuple[State, ...] = ("not_met", "unknown")
_SAVING: tuple[State, ...] = ("met", "unknown")


def evaluate_criteria(baseline: Baseline, lexicon: Lexicon) -> tuple[Criterion, ...]:
    """Every criterion of the patterns, in their order."""
    return tuple(_criterion(entry, baseline) for entry in lexicon.of(CriterionEntry).values())


def _criterion(entry: CriterionEntry, baseline: Baseline) -> Criterion:
    arms = tuple(_arm(arm, baseline) for arm in entry.arms)
    states = {arm.state for arm in arms}
    state: CriterionState = "met" if "met" in states else "unknown" if "unknown" in states else "not_met"
    deciding = [arm for arm in arms if arm.state == state]
    reason = "; ".join(f"{arm.label}: {arm.reason}" for arm in deciding)
    records = tuple(dict.fromkeys(record for arm in deciding for record in arm.records))
    groups = listed([arm.label for arm in entry.applies or entry.made_for], "or")
    applies = _any_of(_all_of(arm, baseline) for arm in entry.applies) if entry.applies else None
    if applies is not None and applies.state == "not_met":
        state, reason, records = "not_applicable", f"made for {groups}; {applies.reason}", applies.records
    elif applies is not None and applies.state == "unknown":
        state, reason = "unknown", f"made for {groups}; {applies.reason}"
    made_for = _any_of(_all_of(arm, baseline) for arm in entry.made_for) if entry.made_for else None
    if made_for is not None and made_for.state != "met":
        reason = f"{reason} (published for {groups}; {made_for.reason})"
    if entry.adults_only and baseline.age is not None and baseline.age < GROWN_FROM:
        state, reason = "not_applicable", f"made for adults; the patient is {number(baseline.age // 1)}"
        records = ("patient/age_years",)
    if entry.note and state in ("met", "not_met"):
        reason = f"{reason}. {entry.note}"
    return Criterion(
        id=entry.id,
        name=entry.label,
        publication=f"{entry.source} (criteria of {entry.year})",
        state=state,
        reason=reason,
        arms=arms,
        records=records,
    )


def _arm(arm: Arm, baseline: Baseline) -> CriterionArm:
    told = _all_of(arm, baseline)
    return CriterionArm(id=arm.id, label=arm.label, state=told.state, reason=told.reason, records=told.records)


def _all_of(arm: Arm, baseline: Baseline) -> Answer:
    """All conditions of an arm: one that fails decides, then one that is unknown."""
    answers = [answer(condition, baseline) for condition in arm.conditions]
    for state in _FAILING:
        deciding = [item for item in answers if item.state == state]
        if deciding:
            return _join(state, deciding)
    return _join("met", answers)


def _any_of(answers: Iterable[Answer]) -> Answer:
    """One that is met decides, then one that is unknown."""
    told = list(answers)
    for state in _SAVING:
        deciding = [item for item in told if item.state == state]
        if deciding:
            return _join(state, deciding)
    return _join("not_met", told)


def _join(state: State, answers: Sequence[Answer]) -> Answer:
    return Answer(
        state,
        "; ".join(dict.fromkeys(item.reason for item in answers)),
        tuple(dict.fromkeys(record for item in answers for record in item.records)),
    )
