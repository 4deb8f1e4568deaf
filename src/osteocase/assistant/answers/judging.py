"""Whether a number that a note states is right: the check that held it against what follows answers."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Check
from osteocase.review import Session

__all__ = ["check_asked", "first_number", "told_of_check"]

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


_JUDGES = frozenset(
    ("right", "correct", "true", "wrong", "ok", "okay", "real", "plausible", "add", "adds", "match", "matches", "fit",
     "fits", "agree", "agrees", "consistent", "compute", "computes", "follow", "follows")
)  # fmt: skip


def check_asked(heard: Heard, session: Session) -> Check | None:
    """The check of which one of the two numbers is asked about: ``is the +13% at 6 months right?``."""
    judged = _JUDGES & set(heard.words)
    if not heard.is_question or not judged:
        return None
    said = {abs(figure.value) for figure in heard.figures}
    return next((one for one in session.case.checks if said & _numbers(one)), None)


def told_of_check(heard: Heard, check: Check) -> str:
    """Whether the number that is asked about holds, in the words of the check."""
    said = {abs(figure.value) for figure in heard.figures}
    stated = first_number(check.stated)
    asked_stated = stated is not None and abs(stated) in said
    wrong = {"wrong"} & set(heard.words)
    return f"{'No' if asked_stated != bool(wrong) else 'Yes'} (computed).\n! {check.message}"


def _numbers(check: Check) -> set[Decimal]:
    """Both numbers of a check that holds what is stated against what follows."""
    both = (first_number(check.stated), first_number(check.computed))
    if check.kind != "arithmetic" or None in both or both[0] == both[1]:
        return set()
    return {abs(one) for one in both if one is not None}


def first_number(text: str | None) -> Decimal | None:
    """The first number of a text."""
    match = _NUMBER.search(text or "")
    return Decimal(match.group().replace("−", "-")) if match is not None else None
