"""Whom a criterion is made for: premenopausal, postmenopausal, a man of what age, as far as the records tell."""

from __future__ import annotations

from decimal import Decimal

from osteocase.records import CaseRecord

__all__ = ["GROWN_FROM", "is_premenopausal", "menopausal_status", "young_man"]

GROWN_FROM = Decimal(18)
"""Age in years up to which children grow, are dosed by weight and have a work-up of their own."""
MAN_FROM = Decimal(50)
"""Age from which ISCD scores men by T."""


def menopausal_status(case: CaseRecord, age: Decimal | None) -> tuple[str | None, tuple[str, ...]]:
    """The status and the records that tell it; who is pregnant, has just given birth or breastfeeds is premenopausal.

    ``age`` is not used to guess: the menopause comes between 40 and 60.
    """
    patient = case.patient
    if patient.sex == "male":
        return None, ("patient/sex",)
    if patient.menopausal_status is not None:
        return patient.menopausal_status, ("patient/menopausal_status",)
    if patient.menopause_age_years is not None and age is not None and age >= patient.menopause_age_years:
        return "postmenopausal", ("patient/menopause_age_years",)
    if patient.pregnancy_status in ("pregnant", "postpartum"):
        return "premenopausal", ("patient/pregnancy_status",)
    if patient.lactating:
        return "premenopausal", ("patient/lactating",)
    told = [item for item in case.findings if item.concept == "early_menopause" and item.subject == "patient"]
    if told and told[0].status == "present":
        return "postmenopausal", (told[0].id,)
    return None, ()


def is_premenopausal(case: CaseRecord, age: Decimal | None) -> bool:
    """True only where the records tell it."""
    return menopausal_status(case, age)[0] == "premenopausal"


def young_man(case: CaseRecord, age: Decimal | None) -> bool:
    """A man below 50, told as such."""
    return case.patient.sex == "male" and age is not None and age < MAN_FROM
