"""Checks for what a reader will miss: densitometry items, the work-up, a repeat of what was abnormal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from osteocase.case.checks_range import result_words
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.population import is_premenopausal, young_man
from osteocase.case.select import select
from osteocase.case.series import months_of
from osteocase.case.wording import listed
from osteocase.lexicon import CheckEntry

__all__ = ["FUNCTIONS"]


def not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Those of the entry's ``needs`` that no record answers.

    ``words``: ``when``, lists that must hold a record for the check to apply. Message: ``missing``.
    """
    if any(not getattr(facts.case, name) for name in entry.words.get("when", ())):
        return
    if entry.applies and not any(select(facts.case, selector) for selector in entry.applies):
        return
    missing = [selector.label for selector in entry.needs if not select(facts.case, selector)]
    if missing:
        yield Told(
            records=(),
            values={"missing": listed(missing, "or")},
            computed=", ".join(missing),
            key=entry.words.get("when", ("case",))[0],
        )


def z_score_not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """T-scores without Z-scores in a premenopausal woman or a man below 50 (ISCD 2023). Message: ``who``."""
    premenopausal = is_premenopausal(facts.case, facts.age)
    if not premenopausal and not young_man(facts.case, facts.age):
        return
    scored = [item for item in facts.case.bmd if item.t_score is not None or item.yam_percent is not None]
    if scored and not any(item.z_score is not None for item in facts.case.bmd):
        yield Told(
            records=tuple(item.id for item in scored),
            values={"who": "a premenopausal woman" if premenopausal else "a man below 50"},
        )


def age_not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """No age in years, so that nothing that needs it can be told. Message: none."""
    if facts.case.patient.age_years is None:
        yield Told(records=(), key="age_years", computed=facts.case.patient.age_text)


def analytes_not_told(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Tests of the basic work-up that no note tells.

    ``words``: each name a test, its ids the analytes that answer it. Message: ``missing``.
    """
    if not facts.case.labs:
        return
    missing = [name for name, ids in entry.words.items() if not any(facts.labs.get(analyte) for analyte in ids)]
    if missing:
        yield Told(
            records=(),
            values={"missing": listed([name.replace("_", " ") for name in missing], "or")},
            computed=", ".join(missing),
            key="work_up",
        )


def abnormal_not_repeated(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A result outside its interval that was never measured again.

    ``words``: ``analytes``. Message: ``result``. Told only where the case was followed for ``months``.
    """
    places = [point.months for point in facts.case.timepoints if point.months is not None]
    if not places:
        return
    for analyte in entry.words["analytes"]:
        labs = [lab for lab in facts.labs.get(analyte, ()) if months_of(lab) is not None]
        if not labs or labs[-1].flag not in ("low", "high"):
            continue
        last = labs[-1]
        if len(labs) == 1 and max(places) - (months_of(last) or Decimal(0)) >= entry.limits["months"]:
            yield Told(records=(last.id,), values={"result": result_words(last)}, computed=last.flag)


def no_interval(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Results without any printed interval. Message: ``results``."""
    bare = [lab for lab in facts.case.labs if lab.value is not None and lab.flag is None and lab.subject == "patient"]
    if bare:
        names = list(dict.fromkeys(lab.name for lab in bare))
        yield Told(records=tuple(lab.id for lab in bare), values={"results": listed(names)}, key="labs")


def no_time(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Measurements that no note places in time. Message: ``count``."""
    case = facts.case
    times = [(item.id, item.time) for records in (case.labs, case.bmd, case.scores) for item in records]
    lost = [name for name, time in times if time is None or time.months is None]
    if lost:
        yield Told(records=tuple(lost), values={"count": str(len(lost))}, key="time")


FUNCTIONS: Mapping[str, Mechanism] = {
    "not_told": not_told,
    "z_score_not_told": z_score_not_told,
    "age_not_told": age_not_told,
    "analytes_not_told": analytes_not_told,
    "abnormal_not_repeated": abnormal_not_repeated,
    "no_interval": no_interval,
    "no_time": no_time,
}
