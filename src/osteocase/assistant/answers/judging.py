"""Whether a number that a note states is right: the check that held it against what follows answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Check, Derived, Record
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = [
    "asks_arithmetic",
    "check_asked",
    "first_number",
    "follows",
    "judged",
    "judges_change",
    "judges_everything",
    "nothing_wrong",
    "told_of_check",
    "turns_to_checks",
]

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


_JUDGES = frozenset(
    ("right", "correct", "true", "wrong", "ok", "okay", "real", "plausible", "add", "adds", "match", "matches", "fit",
     "fits", "agree", "agrees", "consistent", "compute", "computes", "follow", "follows", "check", "checks", "hold",
     "holds")
)  # fmt: skip


def judged(heard: Heard) -> bool:
    """Whether something is asked to be held right or wrong: ``does the gain at the spine add up?``."""
    adds = {"add", "adds"} if "up" not in heard.words else set()  # ``is there anything to add?``
    return heard.is_question and bool(_JUDGES & set(heard.words) - adds)


_EVERYTHING = re.compile(
    r"\b(?:everything|anything|all\s+(?:of\s+)?(?:it|that|this)|(?:the|all|these|those)\s+(?:the\s+)?"
    r"(?:numbers|figures|values|data|facts|records))\b",
    re.IGNORECASE,
)


def judges_everything(heard: Heard) -> bool:
    """``is everything correct?``, ``are the numbers right?``, of nothing that has a name."""
    named = any(hit.topic != "utterance" for hit in heard.hits) or heard.figures or heard.levels
    return judged(heard) and not named and _EVERYTHING.search(heard.say) is not None


_SUMS = frozenset(
    ("arithmetic", "calculation", "calculations", "calculated", "compute", "computes", "computed", "sum",
     "sums", "math", "maths", "percent", "percentage", "percentages")
)  # fmt: skip


def asks_arithmetic(heard: Heard) -> bool:
    """Whether stated changes are to be held against the values: ``are the percentages of the hip right?``."""
    sums = _SUMS & set(heard.words) or ("up" in heard.words and {"add", "adds"} & set(heard.words))
    return judged(heard) and bool(sums) and not heard.figures


def turns_to_checks(heard: Heard, intent: str) -> bool:
    """Whether what is understood as another question is one for the checks: ``why is the menopause a conflict?``."""
    if intent in ("advice", "ask.reason") and heard.first == "why" and heard.has("conflict"):
        return True
    return judges_everything(heard) or (intent.startswith("ask.") and asks_arithmetic(heard))


def check_asked(heard: Heard, session: Session) -> Check | None:
    """The check of which one of the two numbers is asked about: ``is the +13% at 6 months right?``."""
    if not judged(heard):
        return None
    said = {abs(figure.value) for figure in heard.figures}
    return next((one for one in session.case.checks if said & _numbers(one)), None)


def judges_change(heard: Heard, session: Session) -> bool:
    """Whether a change of bone density is asked about, or a percentage that nothing tells: ``is the 3.9 % right?``."""
    if not judged(heard) or not heard.figures:
        return False
    return bool(follows(heard, session, ())) or all(figure.unit == "%" for figure in heard.figures)


def follows(heard: Heard, session: Session, about: Sequence[Record]) -> list[Derived]:
    """The computed changes that round to a number which is said; without one those of the stated changes ``about``.

    Without records the stated changes of the whole case are meant.
    """
    changes = [
        one for one in session.case.derived
        if one.kind.startswith("bmd_change") and one.unit == "%" and one.value is not None
    ]  # fmt: skip
    if heard.figures:
        found = [one for one in changes if any(_rounds(one, abs(figure.value)) for figure in heard.figures)]
    else:
        found = []
        for item in about or session.case.bmd:
            stated = item.change_percent if isinstance(item, Bmd) else None
            own = [one for one in changes if one.id.endswith(f":{item.id}")]
            if stated is not None and own:
                found.append(next((one for one in own if _rounds(one, abs(stated))), own[0]))
    return list({one.records: one for one in found}.values())


def _rounds(one: Derived, number: Decimal) -> bool:
    """Whether the computed number is the other one when it is written with as many places."""
    places = max(0, -int(number.as_tuple().exponent))
    return one.value is not None and round(abs(one.value), places) == number


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


def nothing_wrong(session: Session, about: Sequence[Record], heard: Heard) -> Reply | None:
    """What no check finds fault with: the number or the stated changes, with what follows from the values."""
    changes = follows(heard, session, about) if heard.figures or asks_arithmetic(heard) else []
    said = ", ".join(f"{one.value}" for one in heard.figures)
    ids = {record.id for record in about}
    faulty = [one for one in session.case.checks if one.kind == "arithmetic" and (not ids or ids & set(one.records))]
    if changes and not (faulty and not heard.figures):
        used = {record for one in changes for record in one.records}
        known = [record for record in case_records(session.case) if record.id in used]
        rows = [f"{one.label}: {f'{one.value:+.1f}'.replace('-', '−')} % (computed)" for one in changes]
        head = f"No check finds fault with {said or 'that'}. What follows from the values:"
        return of_records("\n".join([head, *rows, lines(known)]), known)
    if not said or about:
        return None
    numbers = {abs(figure.value) for figure in heard.figures}
    known = [one for one in session.records if numbers & {abs(value) for value in values_of(one)}]
    if not known:
        return Reply(f"No record tells {said}, and no computed change in bone density is that.")
    return of_records(f"No check finds fault with {said}:\n{lines(known)}", known)
