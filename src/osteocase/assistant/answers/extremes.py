"""Answers about extremes: the highest and the lowest value; worst and best only where that has one meaning."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.absence import nothing
from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import at_time, in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Fracture, Lab, Record, Score, Treatment
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["extreme"]

_FEW = 3
"""Different things up to which each is answered for itself."""


def extreme(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The highest or lowest value; worst and best only where that has one meaning."""
    wish = heard.values("extreme")[0]
    measure = heard.measure or ""
    single = _single_vertebra(heard, measure, session)
    if single is not None:
        return single
    pool = [*found.records, *_necks(heard, found, measure, session)]
    numbered = [(number, record) for record in pool if (number := _number(record, measure)) is not None]
    if not numbered:
        return nothing(heard, found, session, vocabulary)
    numbered = _whole_regions(heard, numbered) if "site" in found.arguments else numbered
    kinds = {same_thing(record)[:2] for _number_of, record in numbered}
    all_bmd = all(isinstance(record, Bmd) for _n, record in numbered)
    broken = all(isinstance(record, Fracture) for _n, record in numbered)
    if 1 < len(kinds) <= _FEW and not all_bmd and not broken:
        return _extremes(numbered, wish)
    if len(kinds) > 1 and not all_bmd and not broken:
        names = ", ".join(dict.fromkeys(word(record).what for _n, record in numbered))
        return Reply(f"Of which one? These are different things: {names}.")
    if wish in ("worst", "best"):
        if all_bmd:
            wish = "lowest" if wish == "worst" else "highest"
        elif all(isinstance(record, Score | Fracture) for _n, record in numbered):
            wish = "highest" if wish == "worst" else "lowest"
        else:
            return Reply(
                "For a laboratory result say highest or lowest; which of them is worse depends on the question."
            )
    pick = max if wish == "highest" else min
    number, _record = pick(numbered, key=lambda pair: pair[0])
    at_it = [record for one, record in numbered if one == number]
    return of_records(lines(at_it), at_it)


def _necks(heard: Heard, found: Selection, measure: str, session: Session) -> list[Record]:
    """``the worst hip T-score``: the neck of the femur is a site of the hip."""
    if found.arguments.get("site") != "hip" or measure not in ("", "t_score", "z_score"):
        return []
    sides = {"left", "right"} & set(heard.words) or ({heard.kept_side} if heard.kept_side else set())
    necks = [one for one in session.case.bmd if one.site == "femoral_neck" and one not in found.records]
    necks = [one for one in necks if not sides or one.side is None or one.side in sides]
    return at_time(in_time(necks, session), heard, session, same_thing)[0]


def _single_vertebra(heard: Heard, measure: str, session: Session) -> Reply | None:
    """``which vertebra is worst?``: by its own T-score where it was measured, else by the grade of its fracture."""
    if not _VERTEBRA & set(heard.words) or "fractures" in heard.values("record_kind") or heard.levels:
        return None
    wish = heard.values("extreme")[0]
    rows: list[Record] = [one for one in session.case.bmd if one.region and len(one.region) <= len("L4")]
    values = [(value, one) for one in rows if (value := _number(one, measure)) is not None]
    if values:
        pick = max if wish in ("highest", "best") else min
        number = pick(values, key=lambda pair: pair[0])[0]
        at_it = [one for value, one in values if value == number]
        return of_records(lines(at_it), at_it)
    broken: list[Record] = [
        one for one in session.case.fractures if one.level and one.status == "present" and one.subject == "patient"
    ]
    if not broken:
        return None
    graded = [(one.genant_grade, one) for one in broken if isinstance(one, Fracture) and one.genant_grade is not None]
    if measure or not graded:
        what = "No single vertebra was measured" if measure else "No grade is told for the vertebral fractures"
        return of_records(f"{what}, so none can be called the {wish}:\n{lines(broken)}", broken)
    highest = max(graded, key=lambda pair: pair[0])[0]
    worst: list[Record] = [one for grade, one in graded if grade == highest]
    return of_records(lines(worst), worst)


_VERTEBRA = frozenset(("vertebra", "vertebrae", "level", "levels"))


def _whole_regions(heard: Heard, numbered: list[tuple[Decimal, Record]]) -> list[tuple[Decimal, Record]]:
    """The spine as a whole where it was measured so, unless a single vertebra is named."""
    whole = [one for one in numbered if not isinstance(one[1], Bmd) or same_thing(one[1])[3] is None]
    return numbered if heard.levels or heard.region else whole or numbered


def _extremes(numbered: Sequence[tuple[Decimal, Record]], wish: str) -> Reply:
    """The extreme of each of a few different things."""
    pick = min if wish in ("lowest", "best") else max
    things = dict.fromkeys(same_thing(record) for _number_of, record in numbered)
    ends = [
        pick((one for one in numbered if same_thing(one[1]) == thing), key=lambda pair: pair[0]) for thing in things
    ]
    return of_records(lines([record for _number_of, record in ends]), [record for _number_of, record in ends])


def _number(record: Record, measure: str) -> Decimal | None:
    if measure:
        found = getattr(record, measure, None)
        return found if isinstance(found, Decimal) else None
    match record:
        case Lab(value=number):
            return number if record.canonical_value is None else record.canonical_value
        case Bmd():
            return record.t_score if record.t_score is not None else record.bmd_g_cm2
        case Score(value=number):
            return number
        case Fracture(genant_grade=number):
            return number
        case Treatment(dose=number):
            return number
        case _:
            return None
