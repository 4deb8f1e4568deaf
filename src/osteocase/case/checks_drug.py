"""Checks of drug treatment against labels: what to know before, how much, how long, and what comes after.

They tell the author what a reader of the report will ask. They never advise on a patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from osteocase.case.checks_range import result_words
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.months import plain
from osteocase.case.population import GROWN_FROM
from osteocase.case.series import months_of
from osteocase.case.statements import GIVEN
from osteocase.case.wording import at_months, listed, number
from osteocase.lexicon import CheckEntry, DoseEntry, Regimen, TreatmentEntry
from osteocase.records import Lab, Treatment

__all__ = ["FUNCTIONS", "dose_in", "period_of"]

_MICRO = Decimal("0.001")
_MASS = {
    "g": Decimal(1000), "gram": Decimal(1000), "grams": Decimal(1000), "mg": Decimal(1), "milligram": Decimal(1),
    "milligrams": Decimal(1), "ug": _MICRO, "mcg": _MICRO, "microgram": _MICRO, "micrograms": _MICRO,
    "µg".casefold(): _MICRO,  # the sign for micro folds to the Greek letter
}  # fmt: skip
_ACTIVITY = {"iu": Decimal(1), "u": Decimal(1), "[iu]": Decimal(1), "units": Decimal(1)}


def _given(facts: Facts, agents: Sequence[str]) -> list[Treatment]:
    """Courses of the patient with one of the agents."""
    return [
        item
        for item in facts.case.treatments
        if item.agent in agents and item.subject == "patient" and item.status in GIVEN
    ]


def _start(item: Treatment) -> Decimal | None:
    return item.start.months if item.start is not None else None


def lab_before_drug(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A result around or during a course that the label asks to be put right first.

    ``words``: ``agents``, and analytes under ``low`` and ``high``. ``limits``: ``before`` (months).
    Message: ``drug``, ``results``.
    """
    for course in _given(facts, entry.words["agents"]):
        start = _start(course)
        found = [
            lab
            for flag in ("low", "high")
            for analyte in entry.words.get(flag, ())
            for lab in facts.labs.get(analyte, ())
            if lab.flag == flag and _is_around(lab, course, start, entry.limits["before"])
        ]
        if found:
            yield Told(
                records=(course.id, *(lab.id for lab in found)),
                values={"drug": course.name, "results": listed([result_words(lab) for lab in found])},
                stated=course.source.text,
                computed="; ".join(f"{lab.analyte} {lab.flag}" for lab in found),
            )


def _is_around(lab: Lab, course: Treatment, start: Decimal | None, before: Decimal) -> bool:
    at = months_of(lab)
    if at is None or start is None:
        return at is None and start is None
    stop = course.stop.months if course.stop is not None and course.stop.months is not None else None
    return start - before <= at and (stop is None or at <= stop + Decimal("0.5"))


def lab_not_measured(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A drug whose label asks for a result that no note tells before the first dose.

    ``words``: ``agents``, ``analytes`` (one is enough). ``limits``: ``before``. Message: ``drug``, ``analytes``.
    """
    for course in _given(facts, entry.words["agents"]):
        start = _start(course)
        measured = [
            lab
            for analyte in entry.words["analytes"]
            for lab in facts.labs.get(analyte, ())
            if start is None or (at := months_of(lab)) is None or start - entry.limits["before"] <= at <= start + 1
        ]
        if not measured:
            names = listed([name.replace("_", " ") for name in entry.words["analytes"][:1]])
            yield Told(records=(course.id,), values={"drug": course.name, "analytes": names})


def finding_with_drug(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A condition of the patient that the label of a given drug warns of.

    ``words``: ``agents``, ``concepts``, and analytes under ``high``. Message: ``drug``, ``finding``.
    """
    for course in _given(facts, entry.words["agents"]):
        found = [
            item
            for item in facts.case.findings
            if item.concept in entry.words.get("concepts", ())
            and item.subject == "patient"
            and item.status in ("present", "possible")
        ]
        high = [lab for name in entry.words.get("high", ()) for lab in facts.labs.get(name, ()) if lab.flag == "high"]
        start = _start(course)
        before = [lab for lab in high if start is None or (months_of(lab) or Decimal(0)) <= start + 1]
        if found or before:
            words = [f"“{item.source.text}”" for item in found] + [result_words(lab) for lab in before]
            yield Told(
                records=(course.id, *(item.id for item in found), *(lab.id for lab in before)),
                values={"drug": course.name, "finding": listed(words)},
                stated=course.source.text,
            )


def history_not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A history that the label asks about, neither told nor denied.

    ``words``: ``agents``, ``concepts``. Message: ``drug``.
    """
    told = [
        item for item in facts.case.findings if item.concept in entry.words["concepts"] and item.subject == "patient"
    ]
    if not told:
        for course in _given(facts, entry.words["agents"])[:1]:
            yield Told(records=(course.id,), values={"drug": course.name})


def nothing_after_stop(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A course that ended without another osteoporosis drug within the months in which its effect is lost.

    ``words``: ``agents``. ``limits``: ``months``. Message: ``drug``, ``stop``.
    """
    entries = facts.lexicon.of(TreatmentEntry)
    told = {item.agent for item in facts.case.treatments}
    drugs = {name for name in told if name in entries and entries[name].osteoporosis_drug}
    for course in _given(facts, entry.words["agents"]):
        stop = course.stop.months if course.stop is not None else None
        if stop is None or course.status not in ("stopped", "completed", "past"):
            continue
        after = [
            item
            for item in _given(facts, sorted(drugs - {course.agent}))
            if (start := _start(item)) is not None and stop - 3 <= start <= stop + entry.limits["months"]
        ]
        if not after:
            yield Told(
                records=(course.id,),
                values={"drug": course.name, "stop": at_months(course.stop)},
                stated=course.source.text,
            )


def course_too_long(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A course longer than the label allows. ``limits``: ``slack`` (months).

    Message: ``drug``, ``length``, ``limit``, ``source``.
    """
    doses = facts.lexicon.of(DoseEntry)
    for item in facts.case.treatments:
        limit = doses[item.agent].months_max if item.agent in doses else None
        start, stop = _start(item), item.stop.months if item.stop is not None else None
        if limit is None or item.subject != "patient" or item.status not in GIVEN or start is None or stop is None:
            continue
        if stop - start > limit + entry.limits["slack"]:
            yield Told(
                records=(item.id,),
                values={
                    "drug": item.name,
                    "length": number(plain(stop - start, 1)),
                    "limit": number(limit),
                    "source": doses[item.agent].source or "",
                },
                stated=number(plain(stop - start, 1)),
                computed=number(limit),
            )


def unusual_dose(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A dose, or a dose with its interval, that no label of the drug has.

    ``words``: ``in_cancer``, doses that labels have where the patient has one of ``cancers``, against fractures and a
    high calcium. Message: ``drug``, ``stated``, ``usual``, ``source``.
    """
    doses = facts.lexicon.of(DoseEntry)
    cancers = entry.words.get("cancers", ())
    has_cancer = any(
        item.concept in cancers and item.status == "present" and item.subject == "patient"
        for item in facts.case.findings
    )
    in_cancer = entry.words.get("in_cancer", ()) if has_cancer else ()
    periods = facts.formulas["dose_periods"].words
    for item in facts.case.treatments:
        known = doses.get(item.agent)
        if known is None or item.dose is None or item.subject != "patient" or item.status == "declined":
            continue
        amount = dose_in(item.dose, item.dose_unit)
        usual = [regimen for regimen in known.regimens if _is_dose(amount, regimen, item.route)]
        count = _COUNT.fullmatch(item.frequency or "")
        if amount is not None and count is not None:  # "2 x 105 mg" may be two syringes of one dose
            whole = (amount[0] * int(count["count"]), amount[1])
            usual += [regimen for regimen in known.regimens if _is_dose(whole, regimen, item.route)]
        every = period_of(item.frequency, periods)
        if amount is None or (usual and (every is None or any(regimen.every == every for regimen in usual))):
            continue
        if f"{item.agent} {number(item.dose)} {item.dose_unit}" in in_cancer:
            continue
        if _is_child(facts) and not _is_above_all(amount, known.regimens):
            continue  # children are dosed by weight, below what grown-ups get
        yield Told(
            records=(item.id,),
            values={
                "drug": item.name,
                "stated": " ".join(
                    part for part in (number(item.dose), item.dose_unit, item.route, item.frequency) if part
                ),
                "usual": listed([_regimen_words(regimen) for regimen in known.regimens], "or"),
                "source": known.source or "",
            },
            stated=f"{number(item.dose)} {item.dose_unit or ''}".strip(),
        )


_COUNT = re.compile(r"(?P<count>[2-6])\s?[x×]", re.IGNORECASE)


def _is_child(facts: Facts) -> bool:
    return facts.age is not None and facts.age < GROWN_FROM


def _is_above_all(amount: tuple[Decimal, str], regimens: Sequence[Regimen]) -> bool:
    """Whether a dose is greater than every one of the labels."""
    known = [dose_in(regimen.dose_high or regimen.dose, regimen.unit) for regimen in regimens]
    return all(one is None or one[1] != amount[1] or amount[0] > one[0] for one in known)


def impossible_dose(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A dose beyond the largest of its class. ``limits``: milligrams by class or id of the treatment, and ``any``.

    Message: ``drug``, ``stated``, ``most``.
    """
    for item in facts.case.treatments:
        amount = dose_in(item.dose, item.dose_unit) if item.dose is not None else None
        most = entry.limits.get(item.agent) or entry.limits.get(item.drug_class or "") or entry.limits["any"]
        if amount is None or amount[1] != "mg" or amount[0] <= most:
            continue
        stated = f"{number(item.dose or Decimal(0))} {item.dose_unit or ''}".strip()
        yield Told(
            records=(item.id,), values={"drug": item.name, "stated": stated, "most": number(most)}, stated=stated
        )


def dose_in(dose: Decimal, unit: str | None) -> tuple[Decimal, str] | None:
    """A dose in milligrams or international units; null for tablets and the like."""
    plain_unit = (unit or "").casefold()
    if plain_unit in _MASS:
        return dose * _MASS[plain_unit], "mg"
    return (dose, "iu") if plain_unit in _ACTIVITY else None


def _is_dose(amount: tuple[Decimal, str] | None, regimen: Regimen, route: str | None) -> bool:
    usual, most = dose_in(regimen.dose, regimen.unit), dose_in(regimen.dose_high or regimen.dose, regimen.unit)
    if amount is None or usual is None or most is None or amount[1] != usual[1]:
        return False
    return usual[0] <= amount[0] <= most[0] and _is_route(route, regimen.route)


def _is_route(told: str | None, usual: str | None) -> bool:
    """An injection goes under the skin, into a muscle or a vein; which of them the word leaves open."""
    return told is None or usual is None or told == usual or (told == "injection" and usual != "oral")


def period_of(frequency: str | None, periods: Mapping[str, Sequence[str]]) -> str | None:
    """``once weekly`` as ``week``; null where the words name no single interval."""
    words = " ".join((frequency or "").casefold().replace("-", " ").replace(".", "").split()).lstrip("/ ")
    return next((every for every, spellings in periods.items() if words in spellings), None)


def _regimen_words(regimen: Regimen) -> str:
    dose = number(regimen.dose) + (f" to {number(regimen.dose_high)}" if regimen.dose_high is not None else "")
    where = f" ({regimen.where})" if regimen.where else ""
    return f"{dose} {regimen.unit} every {regimen.every}{where}"


def given_while_breastfeeding(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A drug given to a breastfeeding woman without a word of weaning.

    ``words``: ``agents``. Message: ``drug``, ``quote``.
    """
    weaned = [item.id for item in facts.case.events if item.kind == "weaning"]
    weaned += [item.id for item in facts.concepts("weaning", "breastfeeding_stopped", "weaning_advised")]
    if facts.case.patient.lactating and not weaned:
        for course in _given(facts, entry.words["agents"]):
            source = facts.case.patient.sources.get("lactating")
            yield Told(
                records=(course.id, "patient/lactating"),
                values={"drug": course.name, "quote": source.text if source is not None else "breastfeeding"},
                stated=source.text if source is not None else None,
                sources=(source,) if source is not None else (),
            )


def contraindicated_but_given(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A drug told as contraindicated or refused, and given all the same. Message: ``drug``, ``one``, ``other``."""
    for refused in facts.case.treatments:
        if refused.status not in ("contraindicated", "declined") or refused.subject != "patient":
            continue
        for course in _given(facts, (refused.agent,)):
            if course.status == "past":
                continue
            yield Told(
                records=(refused.id, course.id),
                values={
                    "drug": course.name,
                    "one": f"“{refused.source.text}” ({refused.source.note})",
                    "other": f"“{course.source.text}” ({course.source.note})",
                },
                stated=f"{refused.status} / {course.status}",
            )


def regimen_not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Dose, route, frequency or length of the main drug left out. Message: ``drug``, ``missing``."""
    main = facts.timeline.main_drug
    courses = _given(facts, (main,)) if main is not None else []
    told = {
        name for item in courses for name in ("dose", "route", "frequency", "start") if getattr(item, name) is not None
    }
    told |= {"dose" for item in courses if item.dose_text is not None}
    if any(
        item.agent == main and item.status == "started" and item.subject == "patient" and note.note.date is not None
        for note in facts.notes
        for item in note.treatments
    ):
        told.add("start")  # the note that begins it is dated
    if _is_told_dose_by_dose(courses, facts.lexicon.of(DoseEntry).get(main or "")):
        told.add("frequency")
    missing = [name for name in ("dose", "route", "frequency", "start") if name not in told]
    if courses and missing:
        names = ["date of the first dose" if name == "start" else name for name in missing]
        yield Told(
            records=tuple(item.id for item in courses),
            values={"drug": courses[0].name, "missing": listed(names, "or")},
            computed=", ".join(missing),
        )


def _is_told_dose_by_dose(courses: Sequence[Treatment], known: DoseEntry | None) -> bool:
    """An infusion of a year is told by its day; injections of half a year and less by their number or their days."""
    if known is None:
        return False
    days = {item.start.date for item in courses if item.start is not None and item.start.date is not None}
    counted = max((item.doses_given or 0 for item in courses), default=0)
    yearly = any(regimen.every == "year" for regimen in known.regimens)
    far_apart = all(regimen.every in _FAR_APART for regimen in known.regimens)
    return (yearly and bool(days)) or (far_apart and (counted > 1 or len(days) > 1))


_FAR_APART = frozenset({"3 months", "6 months", "year"})
"""Intervals at which each dose is a visit of its own."""


FUNCTIONS: Mapping[str, Mechanism] = {
    "lab_before_drug": lab_before_drug,
    "lab_not_measured": lab_not_measured,
    "finding_with_drug": finding_with_drug,
    "history_not_told": history_not_told,
    "nothing_after_stop": nothing_after_stop,
    "course_too_long": course_too_long,
    "unusual_dose": unusual_dose,
    "impossible_dose": impossible_dose,
    "given_while_breastfeeding": given_while_breastfeeding,
    "contraindicated_but_given": contraindicated_but_given,
    "regimen_not_told": regimen_not_told,
}
