"""How a row of the spoken tables is said to an assistant over a sample case, and held against what it must do.

A table is a text in capitals in a module ``spoken_…``, named for what is wanted; each such module is found by itself.
Those called ``FOUNDING`` were written before anybody had looked at an answer.

One row an utterance: case (its letter in ``CASES``) | what is said | what it wants | what must come of it.
``A >> B`` says A first and looks at the turn of B. A row may go on in the next line after a ``\\``.

Effects: ``says A ; B ; -C`` (the reply holds A and B, and not C, and carries sources), ``tells A ; B`` (the same
without sources: of the case as a whole), ``none`` (it is said that the notes do not tell it), ``declines`` (nothing
changes, nothing of the case is stated, and something that can be asked instead is named), ``told A ; -B`` (a change,
and a reply that holds A and not B), ``edits F=V @ words``, ``sets NAME=V ; NAME=V``, ``patient F=V``,
``rejects words``, ``defers words``, ``reopens N words``, ``accepts N`` (``accepts +`` for one or more),
``adds words``, ``asks`` (which one), ``runs COMMAND``, ``changes KIND``.
"""

from __future__ import annotations

import copy
import importlib
import pkgutil
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from osteocase.assistant.engine import Assistant
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.case import build_case
from osteocase.lexicon import default_lexicon
from osteocase.pipeline import extract
from osteocase.reading import find_notes, read_file
from osteocase.records import Event, Record, Time
from osteocase.review import (
    Accept,
    AddNote,
    AddRecord,
    Change,
    Defer,
    Edit,
    EditPatient,
    Reject,
    Reopen,
    Session,
    Several,
)
from osteocase.review.wording import word

__all__ = ["Spoken", "faults", "opened_on", "rows", "said_to", "tables"]

SAMPLES = Path(__file__).parents[2] / "samples"
CASES = {
    "p": "plo-romosozumab", "d": "denosumab-hip-wrist", "g": "glucocorticoid-man", "a": "clean-a", "b": "clean-b",
    "m": "../tests/data/cases/pmr-man", "s": "../tests/data/cases/sequential-therapy",
    "k": "../tests/data/cases/kidney-transplant", "o": "../tests/data/cases/oi-child",
    "h": "../tests/data/cases/phpt-hungry-bone", "t": "../tests/data/cases/tumour-induced-osteomalacia",
    "f": "../tests/data/cases/aff-denosumab", "c": "../tests/data/cases/coeliac-disease",
    "y": "../tests/data/cases/myeloma-excluded", "u": "../tests/data/cases/phpt-surgery",
    "r": "../tests/data/cases/plo-teriparatide", "n": "../tests/data/cases/anorexia-nervosa",
    "x": "../tests/data/talk/ra-teriparatide", "w": "../tests/data/talk/two-courses",
    "q": "../tests/data/told-differently", "e": "../tests/data/talk/wrist-two-sides",
    "z": "../tests/data/talk/humerus-two-drugs",
    "l": "../tests/data/talk/falls-and-letrozole", "v": "../tests/data/talk/denosumab-gap",
    "i": "../tests/data/talk/coeliac-teriparatide",
    "j": "../tests/data/talk/liver-transplant", "1": "../tests/data/talk/denosumab-restarted",
    "2": "../tests/data/talk/androgen-deprivation", "3": "../tests/data/talk/romosozumab-without-months",
}  # fmt: skip
NOTHING = (
    "recorded in this case", "is recorded, neither", "not told in any note", "to decide on", "is recorded there",
)  # fmt: skip
OFFERS = ("The nearest that I can do", "Say help", "Ask: ", "at that time", "Say its new value")
"""A decline names what can be had instead."""


class Spoken(NamedTuple):
    """One row: the case, what is said before and then, what it wants, what must come of it."""

    case: str
    before: tuple[str, ...]
    say: str
    intents: tuple[str, ...]
    effect: str


def tables() -> dict[str, tuple[Spoken, ...]]:
    """The rows of every table by the name of its module and its own: ``trends.FOUNDING``."""
    found = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)], "tests.assistant."):
        subject = module.name.rpartition(".")[2]
        if subject.startswith("spoken_"):
            for name, text in vars(importlib.import_module(module.name)).items():
                if name.isupper() and isinstance(text, str):
                    found[f"{subject.removeprefix('spoken_')}.{name}"] = rows(text)
    return found


def rows(table: str) -> tuple[Spoken, ...]:
    """The rows of a table."""
    made = []
    for line in filter(None, table.splitlines()):
        case, say, intents, effect = (cell.strip() for cell in line.split(" | "))
        *before, last = (one.strip() for one in say.split(" >> "))
        made.append(Spoken(case, tuple(before), last, tuple(intents.split(",")), effect))
    return tuple(made)


def opened_on(case: str) -> Assistant:
    """A new assistant over a sample, just opened."""
    session, last = _opened(case)
    assistant = Assistant(copy.copy(session), read=extract, vocabulary=_vocabulary())
    assistant.on_note(last)
    return assistant


def said_to(row: Spoken) -> tuple[Turn, Assistant]:
    """Say it to a new assistant over the sample, just opened."""
    assistant = opened_on(row.case)
    for say in row.before:
        assistant.hear(say)
    return assistant.hear(row.say), assistant


def faults(row: Spoken, turn: Turn, assistant: Assistant) -> list[str]:
    """What is not as the row wants it."""
    declined = ("advice", "unknown", "help", "talk")
    wanted = declined if row.intents == ("decline",) else row.intents
    found = (
        []
        if turn.intent in wanted or ("ask" in wanted and turn.intent.startswith("ask.")) or row.effect == "none"
        else [f"intent {turn.intent}"]
    )
    verb, _, rest = row.effect.partition(" ")
    check = _CHECKS[verb]
    found += check(rest, turn, assistant)
    return found


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(default_lexicon())


@cache
def _opened(case: str) -> tuple[Session, str]:
    notes = [read_file(path) for path in find_notes(SAMPLES / CASES[case])]
    session = Session(case_id=CASES[case], build=build_case)
    session.apply(Several(changes=tuple(AddNote(note=note, read=extract(note)) for note in notes)))
    return session, notes[-1].id


def _says(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    return [*_tells(rest, turn, assistant), *([] if turn.sources else ["no sources"])]


def _tells(rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    found = ["changed something"] if turn.changes else []
    for part in (one.strip() for one in rest.split(" ; ")):
        if part.startswith("-") and part[1:] in turn.reply:
            found.append(f"says {part[1:]}")
        elif not part.startswith("-") and part not in turn.reply:
            found.append(f"does not say {part}")
    return found


def _told(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    """A change, with what its reply must show: ``told 54 kg ; 45 kg``."""
    found = [one for one in _tells(rest, turn, assistant) if one != "changed something"]
    return found if turn.changes else [*found, "changes nothing"]


def _none(_rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    found = ["changed something"] if turn.changes else []
    found += ["states something"] if turn.sources or turn.records else []
    told = any(one in turn.reply for one in NOTHING) or turn.intent in ("advice", "unknown")
    return found + ([] if told else ["does not say so"])


def _declines(_rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    found = ["changed something"] if turn.changes or turn.command else []
    found += ["states something"] if turn.sources or turn.records else []
    return found + ([] if any(one in turn.reply for one in OFFERS) else ["offers nothing"])


def _edits(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    what, _, words = rest.partition(" @ ")
    field, _, value = what.partition("=")
    ids = {change.record for change in flat(turn.changes) if isinstance(change, Edit)}
    if not ids:
        return ["edits nothing"]
    found = []
    case = {record.id: record for record in assistant.session.records}
    shown = [case[one] for one in ids if one in case]
    if not shown:
        return ["edited record is gone"]
    shown = [one for one in shown if not _goes_with(one, ids)] or shown
    for record in shown:
        if words.casefold() not in word(record).what.casefold():
            found.append(f"edits {word(record).what}")
        if _text(getattr(record, field, None)) != value:
            found.append(f"{field} is {_text(getattr(record, field, None))}")
    if len({_what(record) for record in shown}) > 1:
        found.append("edits several")
    return found


def _goes_with(record: Record, ids: set[str]) -> bool:
    """What tells a fracture again: the family history, and its event on the timeline."""
    family = getattr(record, "concept", None) == "family_fracture"
    return family or (isinstance(record, Event) and record.kind == "fracture" and bool(ids & set(record.records)))


def _sets(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    """Values of several things, each its own: ``alkaline=94 ; parathyroid=5.1``."""
    ids = {change.record for change in flat(turn.changes) if isinstance(change, Edit)}
    got = {(word(one).what, _text(getattr(one, "value", None))) for one in assistant.session.records if one.id in ids}
    wanted = [one.strip().split("=") for one in rest.split(" ; ")]
    right = [pair for pair in got if any(name in pair[0] and value == pair[1] for name, value in wanted)]
    return [] if len(got) == len(right) == len(wanted) else [f"sets {sorted(got)}"]


def _reopens(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    """So many of one name, and no other."""
    count, _, name = rest.partition(" ")
    ids = {one for change in flat(turn.changes) if isinstance(change, Reopen) for one in change.records}
    names = [word(record).what for record in assistant.session.records if record.id in ids]
    return [] if len(names) == int(count) and all(name in one for one in names) else [f"reopens {names}"]


def _patient(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    field, _, value = rest.partition("=")
    if not any(isinstance(change, EditPatient) for change in turn.changes):
        return ["edits nothing"]
    got = getattr(assistant.session.case.patient, field)
    return [] if _text(got) == value else [f"{field} is {got}"]


def _rejects(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    return _decides(Reject, rest, turn, assistant)


def _defers(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    return _decides(Defer, rest, turn, assistant)


def _decides(kind: type[Reject | Defer], rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    ids = [one for change in flat(turn.changes) if isinstance(change, kind) for one in change.records]
    case = {record.id: record for record in assistant.session.records}
    names = {word(case[one]).what for one in ids if one in case}
    return [] if names and all(rest in name for name in names) else [f"decides on {sorted(names)}"]


def _accepts(rest: str, turn: Turn, assistant: Assistant) -> list[str]:
    ids = {one for change in flat(turn.changes) if isinstance(change, Accept) for one in change.records}
    count = sum(1 for record in assistant.session.records if record.id in ids)
    return [] if count == (count or -1 if rest == "+" else int(rest)) else [f"accepts {count}"]


def _adds(rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    names = [word(change.record).what for change in flat(turn.changes) if isinstance(change, AddRecord)]
    return [] if len(names) == 1 and rest.casefold() in names[0].casefold() else [f"adds {names}"]


def _asks(_rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    return [] if not turn.changes and "Which one?" in turn.reply else ["does not ask"]


def _runs(rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    return [] if turn.command == rest else [f"runs {turn.command}"]


def _changes(rest: str, turn: Turn, _assistant: Assistant) -> list[str]:
    if rest == "undo":
        return [] if "Taken back" in turn.reply else ["takes nothing back"]
    kinds = [change.kind for change in turn.changes]
    return [] if kinds == [rest] else [f"changes {kinds}"]


_CHECKS = {
    "says": _says, "tells": _tells, "told": _told,
    "none": _none, "declines": _declines, "edits": _edits, "patient": _patient,
    "rejects": _rejects, "defers": _defers, "accepts": _accepts, "adds": _adds, "asks": _asks, "runs": _runs,
    "changes": _changes, "sets": _sets, "reopens": _reopens,
}  # fmt: skip


def flat(changes: Sequence[Change]) -> list[Change]:
    """The changes with those that were made together taken apart."""
    return [one for change in changes for one in (flat(change.changes) if isinstance(change, Several) else [change])]


def _what(record: Record) -> str:
    return str(getattr(record, "level", None) or word(record).what)


def _text(value: object) -> str:
    if isinstance(value, Time):
        return value.date or str(value.months)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
