"""What became different from one visit to another: ``what changed between the 12 and 24 month visits?``."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.assistant.answers.courses import course_text
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.happenings import in_order
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Lab, Record, Score, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import months_text

__all__ = ["asks_visits", "between_visits"]

_ASKS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|please|well|then|can you|could you|show|give|list|tell|me|us|all)[\s,]+)*"
    r"(?:what(?:['’]?s|\s+(?:has|have|had|is|was|were|are))?\s+(?:all\s+|been\s+|the\s+|really\s+|actually\s+)*"
    r"(?:chang\w+|differen\w+|improved|got\s+(?:better|worse))|(?:the\s+|any\s+)?(?:changes|differences?)|compare|"
    r"how\s+(?:do|did)\b[^?]*\b(?:compare|differ|change))\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?P<which>last|latest|most recent|first)\s+(?:two|2)\b|"
    r"\b(?:two|2)\s+(?P<other>last|latest|most recent|first)\b",
    re.IGNORECASE,
)
_OF_TIME = frozenset(("event", "months", "date", "time", "moment", "list"))
_VISITS = re.compile(r"\b(?:visits?|reviews?|appointments?|consult\w*|clinics?|notes?|letters?|baseline|since)\b", re.I)
_NEAR = Decimal("1.2")
"""Months that a result may lie beside its visit: bloods are drawn and scans made before it."""
_BEHIND = Decimal("0.3")
_MEASURED = (Bmd, Lab, Score)


def asks_visits(heard: Heard, found: Selection) -> bool:
    """Whether it is asked what became different between two times, and nothing is named."""
    arguments = found.arguments
    if not arguments.keys() <= _OF_TIME or arguments.get("event", "visit") != "visit":
        return False
    if arguments.get("list", "all") not in ("all", "events") or heard.has("measure", "modality"):
        return False
    if heard.has("correct", "add", "delete", "accept", "defer", "patient_field"):
        return False
    timed = heard.other_months is not None or heard.between is not None or _VISITS.search(heard.say) is not None
    return _ASKS.search(heard.say) is not None and timed and _names_two(heard)


def _names_two(heard: Heard) -> bool:
    since = heard.moment is not None and heard.moment.relation == "between"
    pair = heard.other_months is not None or heard.between is not None or len(heard.dates) == 2
    return since or pair or _PAIR.search(heard.say) is not None or _to_end(heard) or _from_baseline(heard)


def _to_end(heard: Heard) -> bool:
    words = set(heard.words)
    return bool(words & {"first", "baseline", "initial"}) and bool(words & {"last", "latest", "final", "end", "now"})


def _from_baseline(heard: Heard) -> bool:
    return "baseline" in heard.words and heard.months is not None


def between_visits(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """What was measured at both times, and what the notes from the one to the other tell; null where not asked."""
    ends = _ends(heard, session) if asks_visits(heard, found) else None
    if ends is None or ends[0] >= ends[1]:
        return None
    begin, end = ends
    own = [one for one in case_records(session.case) if getattr(one, "subject", "patient") == "patient"]
    courses: dict[tuple[object, ...], list[Record]] = {}
    for kind in _MEASURED:
        for one in own:
            if isinstance(one, kind) and months_of(one) is not None:
                courses.setdefault(same_thing(one), []).append(one)
    pairs = [(_nearest(rows, begin), _nearest(rows, end)) for rows in courses.values()]
    both = [[one, two] for one, two in pairs if one is not None and two is not None and one is not two]
    days = {note.id: months_of_day(note.date, session) for note in session.case.notes if note.date}
    notes = {name for name, day in days.items() if day is not None and begin + _BEHIND < day <= end + _BEHIND}
    facts = [
        one for one in own
        if (one.source.note in notes or _ended(one, begin, end)) and not isinstance(one, _MEASURED)
        and not (isinstance(one, Event) and one.kind == "visit")
        and not (isinstance(one, Treatment) and one.status == "mentioned")
    ]  # fmt: skip
    facts = in_order(facts, session)
    if not both and not facts:
        return None
    told = [f"From {months_text(begin)} to {months_text(end)}:", *(course_text(pair, heard, session) for pair in both)]
    told += ["Told in that time:", lines(facts)] if facts else []
    return of_records("\n".join(told), [*(one for pair in both for one in pair), *facts])


def _ended(one: Record, begin: Decimal, end: Decimal) -> bool:
    """Whether it is a drug that was stopped between the two times."""
    stop = one.stop.months if isinstance(one, Treatment) and one.stop is not None else None
    return stop is not None and begin < stop <= end


def _nearest(rows: list[Record], wanted: Decimal) -> Record | None:
    near = min(rows, key=lambda one: abs((months_of(one) or Decimal(0)) - wanted))
    return near if abs((months_of(near) or Decimal(0)) - wanted) <= _NEAR else None


def _ends(heard: Heard, session: Session) -> tuple[Decimal, Decimal] | None:
    """The two times on the axis."""
    points = [one.months for one in session.case.timepoints if one.months is not None]
    if not points:
        return None
    if heard.between is not None:
        return heard.between
    if heard.months is not None and heard.other_months is not None:
        return min(heard.months, heard.other_months), max(heard.months, heard.other_months)
    if len(heard.dates) == 2:
        days = [months_of_day(date, session) for date in sorted(heard.dates)]
        return (days[0], days[1]) if days[0] is not None and days[1] is not None else None
    pair = _PAIR.search(heard.say)
    if pair is not None and len(points) > 1:
        first = (pair["which"] or pair["other"]).lower() == "first"
        return (points[0], points[1]) if first else (points[-2], points[-1])
    if _from_baseline(heard):
        return min(points), heard.months or max(points)
    if heard.moment is not None:
        before = [one for one in points if one <= heard.moment.months + _NEAR]
        return (max(before) if before else min(points), min(heard.moment.until or max(points), max(points)))
    return (min(points), max(points)) if _to_end(heard) else None
