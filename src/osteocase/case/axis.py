"""One axis of time for a case: month zero chosen by rule, and every stated time placed on it in signed months.

The rule, first that applies: first dose of the main osteoporosis drug; delivery; index fracture; surgery; first visit.
An operation that takes the cause away comes before the fracture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.case.months import coarsest, date_of, date_position, offset_months, plain, time_precision
from osteocase.case.statements import (
    GIVEN,
    anchor_node,
    first_note,
    note_node,
    note_statements,
    position_statement,
    told_first_visit,
)
from osteocase.case.timegraph import CALENDAR, Contradiction, Position, Statement, contradictions, solve, solve_most
from osteocase.errors import CaseError
from osteocase.lexicon import FormulaEntry, Lexicon, TreatmentEntry
from osteocase.records import Anchor, Axis, NoteRecord, Precision, Time, Treatment

__all__ = ["Timeline", "main_drug"]

_RULE: tuple[Anchor, ...] = ("treatment_start", "delivery", "fracture", "surgery", "baseline")
_OPERATED: tuple[Anchor, ...] = ("delivery", "surgery", "fracture", "baseline")
_FURTHER: dict[Anchor, str] = {
    "conception": "conception",
    "menopause": "menopause",
    "symptom_onset": "onset of symptoms",
}
"""Events that are month zero only where the user asks for them."""
_UNDER_WAY = frozenset({"started", "ongoing", "completed", "stopped"})
_DELIVERY_WITHIN = Decimal(24)
"""Months between a delivery and the first note beyond which the delivery is history, not the anchor of the case."""


@dataclass(frozen=True)
class _Candidate:
    anchor: Anchor
    node: str
    label: str


class Timeline:
    """The axis of one case and the places of all events on it."""

    def __init__(self, notes: Sequence[NoteRecord], lexicon: Lexicon, anchor: Anchor | None = None) -> None:
        """Choose month zero and solve for all events.

        Raises:
            CaseError: ``anchor`` is asked for, but no note tells such an event.
        """
        read = [note for note in notes if note.note.kind != "author"]  # what is added later moves no month zero
        self.main_drug = main_drug(read or notes, lexicon)
        if self.main_drug is None and anchor == "treatment_start":
            self.main_drug = main_drug(notes, lexicon)
        entry = lexicon.of(TreatmentEntry).get(self.main_drug or "")
        self._drug_label = entry.label if entry is not None else ""
        self._statements = note_statements(notes, self.main_drug)
        self._notes = notes
        chosen = self._choose(anchor)
        self.root = chosen.node
        self.positions = solve_most(self._statements, self.root, self._out_of_order)
        self.axis = Axis(anchor=chosen.anchor, date=self._root_date(), label=chosen.label)

    def _candidates(self) -> Iterator[_Candidate]:
        nodes = {node for item in self._statements for node in (item.earlier, item.later)}
        if self.main_drug is not None and f"treatment_start:{self.main_drug}" in nodes:
            node = f"treatment_start:{self.main_drug}"
            yield _Candidate("treatment_start", node, f"first dose of {self._drug_label}")
        stated = {node for item in self._statements if item.records for node in (item.earlier, item.later)}
        if "delivery" in stated:
            yield _Candidate("delivery", "delivery", "delivery")
        if "fracture" in stated:
            yield _Candidate("fracture", "fracture", "index fracture")
        if "surgery" in stated:
            yield _Candidate("surgery", "surgery", "surgery")
        for other, words in _FURTHER.items():
            if other in stated:
                yield _Candidate(other, other, words)
        first = first_note(self._notes) if told_first_visit(self._notes) is None else None
        yield _Candidate("baseline", note_node(first) if first else "baseline", "first visit")

    def _choose(self, asked: Anchor | None) -> _Candidate:
        candidates = {candidate.anchor: candidate for candidate in reversed(list(self._candidates()))}
        if asked is not None:
            if asked not in candidates:
                known = dict.fromkeys(anchor for anchor in (*_RULE, *candidates) if anchor in candidates)
                raise CaseError(
                    f"the notes tell no {asked.replace('_', ' ')} to count the months from",
                    hint=f"choose one of: {', '.join(known)}",
                )
            return candidates[asked]
        rule = _RULE if self.main_drug is not None or not _is_operated(self._notes) else _OPERATED
        solved = {anchor: solve(self._statements, candidates[anchor].node) for anchor in rule if anchor in candidates}
        placed = {anchor: self._placed(positions) for anchor, positions in solved.items()}
        most = max(placed.values())
        for anchor in rule:
            if anchor not in solved or 2 * placed[anchor] < most or not self._is_recent(anchor, solved[anchor]):
                continue
            if anchor == "baseline" or _is_exact(solved[anchor]):
                return candidates[anchor]
        return candidates["baseline"]

    def _placed(self, positions: dict[str, Position]) -> int:
        """How many stated times this month zero would place."""
        count = 0
        for note in self._notes:
            times = [
                *(record.time for record in note.labs),
                *(record.time for record in note.bmd),
                *(record.time for record in note.scores),
            ]
            for time in times:
                node = _origin(time, note.note.id, self.main_drug) if time is not None else note_node(note.note.id)
                count += node in positions
        return count

    def _is_recent(self, anchor: Anchor, positions: dict[str, Position]) -> bool:
        if anchor != "delivery":
            return True
        first = [positions[node].months for note in self._notes if (node := note_node(note.note.id)) in positions]
        return not first or min(first) <= _DELIVERY_WITHIN

    def _root_date(self) -> str | None:
        calendar = self.positions.get(CALENDAR)
        day = date_of(-calendar.months) if calendar is not None else None
        if calendar is None or day is None:
            return None
        return day.isoformat()[: {"day": 10, "year": 4}.get(calendar.precision, 7)]

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Statements about one time that do not agree; an agent told with two courses in one note is left out."""
        twice = {f"treatment_start:{agent}" for note in self._notes for agent in _agents_with_two_courses(note)}
        kept = [
            item
            for item in self._statements
            if not {item.earlier, item.later, item.later.replace("stop", "start")} & twice
        ]
        return contradictions(kept, self.positions)

    def _out_of_order(self, positions: Mapping[str, Position]) -> int:
        """How many notes tell a drug as taken that by these positions begins later."""
        count = 0
        for note in self._notes:
            here = positions.get(note_node(note.note.id))
            for item in note.treatments:
                start = positions.get(f"treatment_start:{item.agent}")
                if here is None or start is None or start.assumed or item.status not in _UNDER_WAY:
                    continue
                count += here.months + 1 < start.months
        return count

    def date_at(self, months: Decimal) -> str | None:
        """The calendar date of a position on the axis, where the axis has one to the day."""
        if self.axis.date is None or len(self.axis.date) != 10:
            return None
        day = date_of(date_position(self.axis.date) + months)
        return day.isoformat() if day else None

    def date_text(self, months: Decimal) -> str:
        """A position counted from the calendar's own zero as a date; for messages about stated dates."""
        day = date_of(months)
        return day.isoformat() if day is not None else "an unknown date"

    def place(self, time: Time, note_id: str, previous: Position | None = None) -> Time:
        """The time with its months and precision filled in, where the notes allow it."""
        found = self._find(time, note_id, previous)
        if found is None:
            return time
        return time.model_copy(update={"months": plain(found.months), "precision": found.precision})

    def _find(self, time: Time, note_id: str, previous: Position | None) -> Position | None:
        precision = time_precision(time)
        if time.date is None and time.anchor == "previous_event":
            if previous is None or time.offset is None:
                return None
            through = coarsest(previous.precision, precision)
            return Position(previous.months + offset_months(time.offset), through, Decimal(0))
        statement = position_statement("here", time, note_id, self.main_drug)
        if statement is None or statement.earlier not in self.positions:
            return None
        origin = self.positions[statement.earlier]
        exact: Precision = coarsest(origin.precision, precision)
        return Position(origin.months + statement.months, exact, Decimal(0))

    def note_position(self, note_id: str) -> Position | None:
        """Where the day of a note lies."""
        return self.positions.get(note_node(note_id))

    @property
    def note_days(self) -> dict[str, Decimal]:
        """Places of all notes that have one."""
        found = {note.note.id: self.note_position(note.note.id) for note in self._notes}
        return {name: position.months for name, position in found.items() if position is not None}

    def treatment_span(self, agent: str) -> tuple[Position | None, Position | None]:
        """Start and stop of a treatment, as far as they are stated or follow from what is stated."""
        ends = (self.positions.get(f"treatment_start:{agent}"), self.positions.get(f"treatment_stop:{agent}"))
        start, stop = (None if end is None or end.assumed else end for end in ends)
        return start, stop

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements about time, for those who explain a position."""
        return self._statements


def _is_exact(positions: Mapping[str, Position]) -> bool:
    """An event known to its year alone would make every month of the case a guess."""
    calendar = positions.get(CALENDAR)
    return calendar is None or calendar.precision != "year"


def _origin(time: Time, note_id: str, drug: str | None) -> str | None:
    if time.date is not None:
        return CALENDAR
    if time.kind == "age":
        return "birth"
    return anchor_node(time.anchor, note_id, drug) if time.anchor is not None else None


def _agents_with_two_courses(note: NoteRecord) -> Iterator[str]:
    """Agents of which one note tells two starts on different dates: courses, not a contradiction."""
    starts: dict[str, set[str]] = {}
    for treatment in note.treatments:
        if treatment.status in GIVEN and treatment.start is not None:
            starts.setdefault(treatment.agent, set()).add(treatment.start.date or treatment.start.text)
    yield from (agent for agent, found in starts.items() if len(found) > 1)


def main_drug(notes: Sequence[NoteRecord], lexicon: Lexicon) -> str | None:
    """The osteoporosis drug that the case is about.

    A drug that goes on, was completed or was given for long comes before one that was stopped early or belongs to the
    past, vitamin D analogues and other companions come last; of several, one begun while the notes were written, then
    the first.
    """
    entries = lexicon.of(TreatmentEntry)
    companions = lexicon.of(FormulaEntry)["main_drug"].words["companion_classes"]
    courses: dict[str, list[tuple[int, Treatment]]] = {}
    planned: dict[str, list[Treatment]] = {}
    for number, note in enumerate(notes):
        for item in note.treatments:
            entry = entries.get(item.agent)
            if entry is None or not entry.osteoporosis_drug or item.subject != "patient":
                continue
            if item.status in GIVEN:
                courses.setdefault(item.agent, []).append((number, item))
            elif item.status == "planned":
                planned.setdefault(item.agent, []).append(item)
    if not courses:
        return None

    opened = next((note.note.date for note in notes if note.note.date), None)

    def rank(agent: str) -> tuple[bool, int, bool, int, str, int, str]:
        told = [(number, item) for number, item in courses[agent] if item.status != "past"]
        stopped = bool(told) and max(told, key=lambda pair: pair[0])[1].status == "stopped"
        stage = 2 if not told else 1 if stopped and _months_given(told, notes) < _EARLY else 0
        first = min(number for number, _ in told or courses[agent])
        begun = any(item.status == "started" or _begins_after(item, opened) for _, item in told)
        begun = begun or any(_begins_after(item, opened) for item in planned.get(agent, ()))  # planned, and given later
        companion = entries[agent].drug_class in companions
        dated = [_day(item.start, notes[number]) for number, item in told if item.start is not None]
        day = min((date for date in dated if date is not None), default=_NEVER)
        return companion, stage, not begun, first, day, -len({number for number, _ in told}), agent

    chosen = min(courses, key=rank)
    return None if rank(chosen)[0] and _is_operated(notes) else chosen


_NEVER = "9999"


def _is_operated(notes: Sequence[NoteRecord]) -> bool:
    """The disease was taken out: what replaces calcium or phosphate around the operation is not the treatment."""
    return any(
        item.drug_class in _CURATIVE and item.subject == "patient" and item.status in GIVEN
        for note in notes
        for item in note.treatments
    )


_CURATIVE = frozenset({"parathyroid_surgery", "bone_resection"})


_EARLY = Decimal(6)
"""Months below which a course that was stopped was broken off early."""


def _months_given(told: Sequence[tuple[int, Treatment]], notes: Sequence[NoteRecord]) -> Decimal:
    """How long a drug was given by the dates of its course, else by those of the notes that tell it."""
    starts = [_day(item.start, notes[number]) for number, item in told]
    stops = [
        _day(item.stop, notes[number]) for number, item in told if item.stop is not None or item.status == "stopped"
    ]
    first = min((date for date in starts if date is not None), default=None)
    last = max((date for date in stops if date is not None), default=None)
    return date_position(last) - date_position(first) if first is not None and last is not None else Decimal(0)


def _day(time: Time | None, note: NoteRecord) -> str | None:
    return time.date if time is not None and time.date is not None else note.note.date


def _begins_after(item: Treatment, opened: str | None) -> bool:
    """True for a course whose dated start lies after the first note."""
    start = item.start.date if item.start is not None else None
    return start is not None and opened is not None and start[:7] >= opened[:7]
