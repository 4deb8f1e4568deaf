"""What an utterance wants: the first rule that fits, the plainest wishes first and questions of value last.

A rule alone is not enough: where words stand that the assistant does not know, it says so instead of guessing what
the rest may mean (``how much does romosozumab cost?`` is no question about a dose).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from osteocase.assistant.finding import Selection
from osteocase.assistant.hearing import Heard

__all__ = ["INTENTS", "Intent", "intent_of"]

Intent = Literal[
    "ask.value", "ask.trend", "ask.extreme", "ask.presence", "ask.when", "ask.duration", "ask.source", "ask.abnormal",
    "ask.count", "ask.gap", "ask.conflict", "ask.summary", "ask.progress", "ask.patient",
    "correct", "correct.patient", "delete", "accept", "defer", "add", "rename", "set_axis",
    "undo", "redo", "make_pdf", "save_json", "help", "quit", "next_open", "answer.yes", "answer.no",
    "advice", "unknown",
]  # fmt: skip
INTENTS: tuple[Intent, ...] = get_args(Intent)

_Rule = Callable[[Heard, Selection], bool]
_FREE: frozenset[Intent] = frozenset(("advice", "add", "rename", "answer.yes", "answer.no"))
"""What may hold any words."""


def intent_of(heard: Heard, selection: Selection) -> Intent:
    """The intent of an utterance; ``unknown`` where no rule fits, or where it holds words that are not known."""
    intent: Intent = next((intent for intent, rule in _RULES if rule(heard, selection)), "unknown")
    return "unknown" if heard.unknown_words and intent not in _FREE else intent


def _says(group: str) -> _Rule:
    """The words of the class stand first, or nothing clinical is named beside them."""
    return lambda heard, found: heard.starts_with(group) or (heard.has(group) and not found.named)


def _asks(*groups: str) -> _Rule:
    return lambda heard, _found: heard.has(*groups)


def _states(group: str) -> _Rule:
    """A wish: the words of the class, not in a question."""
    return lambda heard, _found: heard.starts_with(group) or (heard.has(group) and not heard.is_question)


def _makes_report(heard: Heard, found: Selection) -> bool:
    """``which report says that`` asks for a source, and ``what does the report say`` for what is in it."""
    wished = heard.starts_with("report") or heard.first in _WRITES or not heard.is_question
    return wished and _says("report")(heard, found)


def _adds(heard: Heard, _found: Selection) -> bool:
    """``add …``, or a new result that is simply told: ``new lab: ferritin 30 ng/mL``."""
    return heard.starts_with("add") or (heard.first == "new" and bool(heard.figures) and not heard.is_question)


def _deletes(heard: Heard, _found: Selection) -> bool:
    """``It is not hers, it is her sister's`` corrects; it deletes nothing."""
    if heard.starts_with("delete"):
        return True
    if heard.is_question or not heard.has("delete"):
        return False
    return not heard.has("relative") and not heard.figures


def _accepts(heard: Heard, found: Selection) -> bool:
    """``T7 is right``; with a new value behind it (``the PTH is right but the TSH was 2``) it is a correction."""
    if heard.starts_with("accept") or (heard.first == "mark" and bool(set(heard.words) & _FINE)):
        return True
    return heard.has("accept") and not heard.is_question and not heard.figures and not heard.has("conflict")


def _asks_advice(heard: Heard, found: Selection) -> bool:
    """Advice, forecasts, explanations, and other people: not for the notes of this case to tell."""
    if heard.has("stranger"):
        return True
    if heard.is_question and "does" in heard.words and heard.last in ("mean", "work", "measure", "indicate", "do"):
        return True
    if _defines(heard, found) or _judges(heard, found) or _orders(heard, found):
        return True
    if heard.words[0] in _FUTURE and heard.words[1:2] not in (("you",), ("like",)):
        return True
    if heard.is_question and set(heard.words[heard.lead :]) & _FUTURE:
        return True
    if "concept" in found.arguments and (heard.figures or set(heard.values("advice")) == {"ability"}):
        return bool(heard.figures) and heard.is_question and not heard.has("source")  # is -2.2 osteoporosis?
    return heard.has("advice") and not heard.starts_with("add", "undo", "source", "gap", "delete")


def _orders(heard: Heard, found: Selection) -> bool:
    """``stop romosozumab`` orders a treatment; osteocase orders nothing."""
    return heard.first in _THERAPY and "agent" in found.arguments and not heard.is_question


def _judges(heard: Heard, found: Selection) -> bool:
    """``can it be given?``, ``is 21 good?``: for a person to say."""
    if heard.words[:1] in (("can",), ("could",), ("may",)) and not heard.has("ask", "accept", "delete", "report"):
        return "agent" in found.arguments
    return heard.is_question and bool({"good", "bad", "ok", "okay"} & set(heard.words)) and bool(heard.figures)


def _defines(heard: Heard, found: Selection) -> bool:
    """``what is osteoporosis?`` asks for knowledge, not for the case."""
    asked = heard.words[heard.lead :]
    general = asked[:2] in (("what", "is"), ("what", "are")) or (
        asked[:2] in (("how", "is"), ("how", "are"))
        and bool(set(asked) & {"treated", "managed", "diagnosed", "caused"})
    )
    general = general and asked[2:3] not in (("the",), ("her",), ("his",), ("she",), ("he",))
    return (
        general and bool({"concept", "agent"} & set(found.arguments)) and not heard.has("time", "measure", "modality")
    )


def _corrects(heard: Heard, found: Selection) -> bool:
    if heard.is_question:
        return False
    if found.arguments.keys() & {"concept"} and heard.first in ("she", "he"):
        return True
    stated = (
        ":" in heard.say
        or heard.first in _VERBS
        or heard.has("correct", "no")
        or bool(set(heard.words) & {"was", "is", "were", "are", "has", "had", "took", "takes"})
    )
    about = found.named or heard.has("correct", "relative") or heard.points_back
    about = about or (heard.words[0] == "no" and bool(heard.figures))
    return stated and about and (_says_new(heard, found) or heard.has("correct"))


def _says_new(heard: Heard, found: Selection) -> bool:
    """Whether there is a new value or state in it."""
    if heard.figures or heard.date is not None or len(heard.levels) > 1:
        return True
    if heard.has("fracture_state", "relative") or heard.words_of("fracture_kind"):
        return True
    if set(heard.words) & _STATUS_WORDS:
        return True
    denied = bool(set(heard.words) & {"no", "not", "never"})
    if denied and (found.arguments.keys() & {"level", "bone", "concept"}):
        return True
    return heard.months is not None and not heard.has("abnormal", "high", "low", "trend", "ask")


def _corrects_patient(heard: Heard, _found: Selection) -> bool:
    if heard.is_question:
        return False
    if not set(heard.words) & {"she", "he", "her", "his", "the", "patient", "is", "was", "should"}:
        return False
    said = heard.number is not None or set(heard.words) & _STATUS_WORDS or heard.has("no", "yes")
    return heard.has("patient_field") and bool(said)


def _asks_patient(heard: Heard, found: Selection) -> bool:
    return heard.has("patient_field") and not found.arguments.keys() & {"agent", "site", "level", "bone", "concept"}


def _asks_when(heard: Heard, found: Selection) -> bool:
    of_value = "analyte" in found.arguments and heard.has("abnormal", "high", "low")
    return heard.has("when") and found.named and not heard.has("extreme") and not of_value


def _asks_trend(heard: Heard, found: Selection) -> bool:
    if not found.named:
        return False
    grew = heard.first in ("has", "have", "did", "does") and heard.has("high", "low") and "level" not in found.arguments
    if heard.other_months is not None and heard.is_question:
        return True
    return heard.has("trend") or (grew and bool(set(heard.words) & {"increased", "decreased", "reduced", "raised"}))


def _asks_abnormal(heard: Heard, found: Selection) -> bool:
    if found.arguments.keys() & {"agent"} and not found.arguments.keys() & {"analyte"}:
        return False
    return heard.has("abnormal") or (
        heard.has("high", "low") and (found.named or heard.has("list", "ask") or len(heard.words) <= 4)
    )


def _asks_value(heard: Heard, found: Selection) -> bool:
    """A question, or nothing but known words: ``TSH at baseline``."""
    return found.named


def _asks_presence(heard: Heard, found: Selection) -> bool:
    """Whether something is there; what is there without a value is asked for in no other way (``any falls?``)."""
    if not found.named or heard.first in ("what", "which", "list", "show", "how", "who"):
        return False
    if heard.has("presence"):
        return True
    if heard.first in ("any", "anything") or heard.first in _AUXILIARIES:
        return True
    only_told = "concept" in found.arguments and not found.arguments.keys() & {"list", "analyte", "agent", "score"}
    return only_told and not heard.has("ask", "list", "trend")


_AUXILIARIES = frozenset(("did", "does", "do", "is", "was", "were", "are", "has", "had", "have"))
_THERAPY = frozenset(
    ("stop", "start", "continue", "resume", "switch", "increase", "reduce", "begin", "prescribe", "taper")
)  # fmt: skip
_FUTURE = frozenset(("will", "would", "should", "shall", "must", "ought"))
_FINE = frozenset(("correct", "right", "reviewed", "accepted", "ok", "okay", "fine", "checked", "true"))
_WRITES = frozenset(
    ("make", "write", "create", "generate", "build", "produce", "print", "give", "get", "do", "prepare", "export",
     "finish", "draft")
)  # fmt: skip
_VERBS = frozenset(("make", "change", "set", "correct", "fix", "update", "amend", "replace", "put", "mark"))
_STATUS_WORDS = frozenset(
    ("started", "ongoing", "completed", "stopped", "planned", "declined", "contraindicated", "absent", "present",
     "possible", "denied", "left", "right", "bilateral", "grade", "male", "female", "man", "woman", "excluded",
     "suspected", "refused", "finished", "discontinued", "begun", "removed")
)  # fmt: skip


def _leaves(heard: Heard, found: Selection) -> bool:
    return (
        heard.has("leave")
        and not heard.has("report", "export")
        and not found.named
        and len(heard.words) <= 6
        and not heard.is_question
    )


def _goes_on(heard: Heard, found: Selection) -> bool:
    return heard.starts_with("next") and len(heard.words) <= 7 and not found.arguments.keys() - {"list"}


def _undoes(heard: Heard, found: Selection) -> bool:
    if heard.starts_with("undo"):
        return True
    return heard.has("undo") and not heard.is_question and not found.named and len(heard.words) <= 8


def _answers(group: str, most: int) -> _Rule:
    """A yes or no, with nothing of the case named in it."""
    return lambda heard, found: (
        heard.starts_with(group)
        and len(heard.words) <= most
        and not (found.named or heard.figures or heard.has("undo", "leave"))
    )


def _asks_source(heard: Heard, found: Selection) -> bool:
    """Of something that is named, or of what was spoken of last."""
    return heard.has("source") and (
        found.named or bool(heard.figures) or heard.points_back or heard.has("patient_field") or len(heard.words) <= 3
    )


def _counts(heard: Heard, found: Selection) -> bool:
    return heard.has("count") and (found.named or "notes" in heard.values("record_kind"))


_RULES: tuple[tuple[Intent, _Rule], ...] = (
    ("rename", lambda heard, _found: heard.starts_with("title")),
    ("set_axis", _states("axis")),
    ("help", lambda heard, found: heard.starts_with("help") and len(heard.words) <= 8),
    ("next_open", _goes_on),
    ("ask.progress", _asks("progress")),
    ("ask.gap", _asks("gap")),
    ("ask.conflict", lambda heard, found: heard.has("conflict") and not found.named and heard.is_question),
    ("advice", _asks_advice),
    ("undo", _undoes),
    ("redo", lambda heard, _found: heard.starts_with("redo") and len(heard.words) <= 4),
    ("quit", _leaves),
    ("answer.yes", _answers("yes", 6)),
    ("answer.no", _answers("no", 8)),
    ("add", _adds),
    ("delete", _deletes),
    ("accept", _accepts),
    ("defer", _states("defer")),
    ("save_json", _says("export")),
    ("ask.source", _asks_source),
    ("ask.conflict", lambda heard, _found: heard.has("conflict") and "you" not in heard.words[heard.lead :]),
    ("ask.summary", lambda heard, found: heard.has("summary") and not found.named),
    ("make_pdf", _makes_report),
    ("correct.patient", _corrects_patient),
    ("correct", _corrects),
    ("ask.duration", lambda heard, found: heard.has("duration") and found.named),
    ("ask.when", _asks_when),
    ("ask.patient", _asks_patient),
    ("ask.extreme", lambda heard, found: heard.has("extreme") and found.named),
    ("ask.count", _counts),
    ("ask.trend", _asks_trend),
    ("ask.abnormal", _asks_abnormal),
    ("ask.presence", _asks_presence),
    ("ask.value", _asks_value),
    ("help", _says("help")),
)  # fmt: skip
