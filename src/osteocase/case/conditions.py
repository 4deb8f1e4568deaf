"""Single conditions of criteria, answered from the baseline of a case with the values that decide them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from osteocase.case.population import menopausal_status
from osteocase.case.same import agree
from osteocase.case.series import months_of
from osteocase.case.wording import at_months, fracture_label, listed, number, site_label
from osteocase.lexicon import Condition
from osteocase.records import Bmd, CaseRecord, Fracture, Treatment

__all__ = ["Answer", "Baseline", "State", "answer"]

State = Literal["met", "not_met", "unknown"]

_BASELINE_TO = Decimal("0.25")
_FRAGILE_KINDS = frozenset({"insufficiency", "fragility", "osteoporotic"})


@dataclass(frozen=True)
class Answer:
    """What a condition comes to."""

    state: State
    reason: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Baseline:
    """A case as it stood before treatment."""

    case: CaseRecord
    age: Decimal | None
    """Years at month zero."""
    treatments: tuple[Treatment, ...] = ()
    """Courses of osteoporosis drugs."""

    def bmd(self, sites: tuple[str, ...]) -> list[Bmd]:
        """Densitometry of the sites at baseline: the last of each place before the first dose, else the first."""
        placed = [item for item in self.case.bmd if item.site in sites or not sites]
        from_treatment = self.case.case.axis.anchor in ("treatment_start", "surgery")
        found: list[Bmd] = []
        for item in placed:
            same = [
                other
                for other in placed
                if other.site == item.site and agree(other.side, item.side) and agree(other.region, item.region)
            ]
            before = [other for other in same if (months_of(other) or Decimal(0)) <= _BASELINE_TO]
            times = [months_of(other) or Decimal(0) for other in (before if before and from_treatment else same)]
            chosen = max(times) if before and from_treatment else min(times)
            if (months_of(item) or Decimal(0)) == chosen:
                found.append(item)
        return found

    def fractures(self) -> list[Fracture]:
        """Fractures of the patient that were there at baseline; one that led to the treatment is new, but there."""
        later = {
            course.record
            for course in self.case.ledger
            if course.verdict == "new" and (course.first_seen is None or course.first_seen > _BASELINE_TO)
        }
        return [
            item
            for item in self.case.fractures
            if item.subject == "patient" and item.status == "present" and item.id not in later and item.bone is not None
        ]


def answer(condition: Condition, baseline: Baseline) -> Answer:
    """Whether one condition holds."""
    if condition.measure in ("t_score", "z_score", "yam_percent"):
        return _score(condition, baseline)
    return _ANSWERS[condition.measure](condition, baseline)


def _compare(condition: Condition, value: Decimal) -> bool:
    return (
        (condition.at_most is None or value <= condition.at_most)
        and (condition.at_least is None or value >= condition.at_least)
        and (condition.below is None or value < condition.below)
        and (condition.above is None or value > condition.above)
    )


_NAMES = {"t_score": "T-score", "z_score": "Z-score", "yam_percent": "YAM %"}


def _single_vertebra(item: Bmd) -> bool:
    return item.site == "lumbar_spine" and (item.region or "")[:1] == "L" and (item.region or "")[1:].isdecimal()


def _score(condition: Condition, baseline: Baseline) -> Answer:
    """The lowest site decides, as all of these criteria ask; a single vertebra is no site.

    ISCD Adult Official Positions 2023: the diagnosis rests on all evaluable vertebrae and never on one.
    """
    every = [item for item in baseline.bmd(condition.sites) if getattr(item, condition.measure) is not None]
    told = [item for item in every if not _single_vertebra(item)]
    if not told:
        alone = " but of single vertebrae, which do not count" if every else ""
        return Answer("unknown", f"no {_NAMES[condition.measure]} is told{alone}")
    lowest = min(told, key=lambda item: (getattr(item, condition.measure), item.id))
    value: Decimal = getattr(lowest, condition.measure)
    comparator = getattr(lowest, f"{condition.measure}_comparator", None)
    words = f"{_NAMES[condition.measure]} {comparator or ''}{number(value)} at the {site_label(lowest)}"
    if comparator in (">", ">=") and _compare(condition, value):
        return Answer("unknown", words, (lowest.id,))
    return Answer("met" if _compare(condition, value) else "not_met", f"lowest {words}", (lowest.id,))


def _fractures(condition: Condition, baseline: Baseline) -> Answer:
    """Counts the fractures of the bones asked for; where their nature is not told, the answer stays open."""
    bones = condition.bones
    new = _new_on_treatment(baseline)
    on_drug = [item for item in baseline.case.fractures if item.id in new]
    told = on_drug if condition.on_treatment else baseline.fractures()
    here = [item for item in told if not bones or item.bone in bones or f"{item.bone}/{item.part}" in bones]
    least = condition.at_least or Decimal(1)
    sure: list[Fracture] = []
    open_: list[Fracture] = []
    for item in here:
        states: set[bool | None] = {_is_fragile(item, baseline)} if condition.fragility else {True}
        if condition.within_months is not None:
            states.add(_is_recent(item, baseline, condition.within_months))
        if condition.grade is not None:
            states.add(None if item.genant_grade is None else item.genant_grade >= condition.grade)
        if False not in states:
            (open_ if None in states else sure).append(item)
    if condition.at_most is not None:
        return _at_most(condition, sure, open_)
    if _count(sure) >= least:
        return Answer("met", listed([fracture_label(item) for item in sure]), tuple(item.id for item in sure))
    if _count([*sure, *open_]) >= least:
        names = listed([fracture_label(item) for item in open_])
        missing = "cause" if condition.fragility else "age"
        return Answer("unknown", f"the {missing} of {names} is not told", tuple(item.id for item in open_))
    if not here and not baseline.case.fractures:
        return Answer("unknown", "no fracture is told or denied")
    return Answer("not_met", "no such fracture is told" if not sure else f"only {fracture_label(sure[0])} is told")


def _at_most(condition: Condition, sure: list[Fracture], open_: list[Fracture]) -> Answer:
    records = tuple(item.id for item in sure or open_)
    if sure and _count(sure) > (condition.at_most or 0):
        return Answer("not_met", listed([fracture_label(item) for item in sure]), records)
    if open_:
        return Answer(
            "unknown", f"the cause of {listed([fracture_label(item) for item in open_])} is not told", records
        )
    return Answer("met", "no such fracture is told")


def _count(fractures: list[Fracture]) -> int:
    """Levels and bones one by one; a number that the notes give without levels counts where it is higher."""
    named = len([item for item in fractures if item.level is not None or item.bone != "vertebra"])
    return max([named, *(item.count or 1 for item in fractures if item.level is None and item.bone == "vertebra")])


def _is_fragile(item: Fracture, baseline: Baseline) -> bool | None:
    """Told as such, by its kind, or because the notes deny trauma and falls."""
    if item.fragility is not None:
        return item.fragility
    if item.kind in _FRAGILE_KINDS:
        return True
    causes = [
        finding
        for finding in baseline.case.findings
        if finding.concept in ("trauma", "falls") and finding.subject == "patient"
    ]
    if causes and all(finding.status == "absent" for finding in causes):
        return True
    return None


def _is_recent(item: Fracture, baseline: Baseline, months: Decimal) -> bool | None:
    """By its acuity, else by its time; a vertebra that an image happens to show may have been broken for years."""
    if item.acuity in ("acute", "subacute"):
        return True
    if item.acuity == "chronic":
        return False
    at = item.time.months if item.time is not None else None
    if item.temporality == "historical":
        return at is not None and at >= -months
    if item.bone == "vertebra" or at is None:
        return None
    return at >= -months


def _new_on_treatment(baseline: Baseline) -> set[str]:
    """Fractures first told while an osteoporosis drug was given."""
    found: set[str] = set()
    for course in baseline.case.ledger:
        if course.verdict != "new" or course.first_seen is None:
            continue
        for drug in baseline.treatments:
            start = drug.start.months if drug.start is not None else None
            stop = drug.stop.months if drug.stop is not None and drug.stop.months is not None else Decimal("Infinity")
            if start is not None and start + 1 < course.first_seen <= stop:
                found.add(course.record)
    return found


def _age(condition: Condition, baseline: Baseline) -> Answer:
    if baseline.age is None:
        return Answer("unknown", "no age in years is told")
    words = f"{number(baseline.age // 1)} years"
    return Answer("met" if _compare(condition, baseline.age // 1) else "not_met", words, ("patient/age_years",))


def _sex(condition: Condition, baseline: Baseline) -> Answer:
    sex = baseline.case.patient.sex
    if sex is None:
        return Answer("unknown", "the sex is not told")
    return Answer("met" if sex in condition.names else "not_met", sex, ("patient/sex",))


def _menopause(condition: Condition, baseline: Baseline) -> Answer:
    status, records = menopausal_status(baseline.case, baseline.age)
    if baseline.case.patient.sex == "male":
        return Answer("not_met", "male", records)
    if status is None:
        return Answer("unknown", "the menopausal status is not told")
    return Answer("met" if status in condition.names else "not_met", f"the patient is {status}", records)


def _finding(condition: Condition, baseline: Baseline) -> Answer:
    told = [item for item in baseline.case.findings if item.concept in condition.names and item.subject == "patient"]
    present = [item for item in told if item.status == "present"]
    if present and condition.only_suggests:
        return Answer("unknown", f"“{present[0].source.text}” suggests it", (present[0].id,))
    if present:
        return Answer("met", f"“{present[0].source.text}”", (present[0].id,))
    if any(item.status == "absent" for item in told):
        return Answer("not_met", f"{condition.label} denied", tuple(item.id for item in told))
    return Answer("unknown", f"{condition.label}: neither told nor denied")


def _treatment(condition: Condition, baseline: Baseline) -> Answer:
    given = ("started", "ongoing", "completed", "stopped", "past")
    told = [item for item in baseline.case.treatments if item.agent in condition.names and item.subject == "patient"]
    present = [item for item in told if item.status in given]
    if present:
        return Answer("met", present[0].name, (present[0].id,))
    return Answer("unknown", f"{condition.label}: not told")


def _stated_score(condition: Condition, baseline: Baseline) -> Answer:
    told = [item for item in baseline.case.scores if item.name in condition.names]
    if not told:
        return Answer("unknown", "no FRAX result is stated (it is never computed here)")
    first = told[0]
    words = f"{number(first.value)} {at_months(first.time)}"
    return Answer("met" if _compare(condition, first.value) else "not_met", words, (first.id,))


_ANSWERS: dict[str, Callable[[Condition, Baseline], Answer]] = {
    "fractures": _fractures,
    "age_years": _age,
    "sex": _sex,
    "menopausal_status": _menopause,
    "finding": _finding,
    "treatment": _treatment,
    "score": _stated_score,
}
