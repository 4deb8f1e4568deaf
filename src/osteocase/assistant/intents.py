"""What an utterance wants: the first rule that fits, the plainest wishes first and questions of value last."""

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


def intent_of(heard: Heard, selection: Selection) -> Intent:
    """The intent of an utterance; ``unknown`` where no rule fits."""
    return next((intent for intent, rule in _RULES if rule(heard, selection)), "unknown")


def _says(group: str) -> _Rule:
    """The words of the class stand first, or nothing clinical is named beside them."""
    return lambda heard, found: heard.starts_with(group) or (heard.has(group) and not found.named)


def _states(group: str) -> _Rule:
    """A wish: the words of the class, not in a question."""
    return lambda heard, _found: heard.starts_with(group) or (heard.has(group) and not heard.is_question)


def _deletes(heard: Heard, _found: Selection) -> bool:
    """``It is not hers, it is her sister's`` corrects; it deletes nothing."""
    if heard.starts_with("delete"):
        return True
    return heard.has("delete") and not heard.is_question and not heard.has("relative")


def _asks_advice(heard: Heard, _found: Selection) -> bool:
    """Advice, forecasts and explanations: not for the notes to tell."""
    return heard.has("advice") or (heard.words[:2] == ("what", "does") and "mean" in heard.words)


def _asks(*groups: str) -> _Rule:
    return lambda heard, _found: heard.has(*groups)


def _corrects(heard: Heard, found: Selection) -> bool:
    if heard.is_question:
        return False
    said_new = bool(heard.figures) or heard.has("fracture_state", "relative") or bool(heard.words_of("fracture_kind"))
    said_new = said_new or bool(set(heard.words) & _STATUS_WORDS) or len(heard.levels) > 1 or heard.date is not None
    if found.arguments.keys() & {"concept"} and heard.words[:1] in (("she",), ("he",)):
        return True
    if heard.months is not None and not heard.has("abnormal", "high", "low", "trend") and not heard.unknown_words:
        said_new = True
    stated = (
        ":" in heard.say
        or heard.words[0] == "make"
        or heard.has("correct")
        or bool(set(heard.words) & {"was", "is", "were", "are", "has", "had"})
    )
    return stated and (said_new or heard.has("correct")) and (found.named or heard.has("correct", "relative"))


def _corrects_patient(heard: Heard, found: Selection) -> bool:
    if heard.is_question or not set(heard.words) & {"she", "he", "her", "his", "the", "patient"}:
        return False
    said = heard.number is not None or set(heard.words) & _STATUS_WORDS or heard.has("no", "yes")
    return heard.has("patient_field") and bool(said)


def _asks_patient(heard: Heard, found: Selection) -> bool:
    return heard.has("patient_field") and not found.arguments.keys() & {"agent", "site", "level", "bone"}


def _asks_abnormal(heard: Heard, found: Selection) -> bool:
    return heard.has("abnormal") or (heard.has("high", "low") and found.named)


def _asks_value(heard: Heard, found: Selection) -> bool:
    """A question, or nothing but known words: ``TSH at baseline``."""
    return found.named and (heard.has("ask", "list") or heard.is_question or not heard.unknown_words)


def _asks_presence(heard: Heard, found: Selection) -> bool:
    if not found.named or heard.words[0] in ("what", "which", "list", "show", "how"):
        return False
    if heard.has("presence"):
        return True
    return heard.words[0] in _AUXILIARIES and not set(heard.unknown_words) - _STATUS_WORDS


_AUXILIARIES = frozenset(("did", "does", "do", "is", "was", "were", "are", "has", "had", "have"))
_STATUS_WORDS = frozenset(
    ("started", "ongoing", "completed", "stopped", "planned", "declined", "contraindicated", "absent", "present",
     "possible", "denied", "left", "right", "bilateral", "grade", "male", "female", "man", "woman")
)  # fmt: skip

_RULES: tuple[tuple[Intent, _Rule], ...] = (
    ("advice", _asks_advice),
    ("undo", lambda heard, _found: heard.starts_with("undo")),
    ("redo", lambda heard, _found: heard.starts_with("redo") and len(heard.words) <= 4),
    ("help", _says("help")),
    ("quit", lambda heard, _found: heard.starts_with("leave") and len(heard.words) <= 3),
    ("next_open", lambda heard, _found: heard.starts_with("next") and len(heard.words) <= 4),
    ("answer.yes", lambda heard, found: heard.starts_with("yes") and len(heard.words) <= 4 and not found.named),
    ("answer.no", lambda heard, found: heard.starts_with("no") and len(heard.words) <= 5 and not found.named),
    ("add", lambda heard, _found: heard.starts_with("add")),
    ("delete", _deletes),
    ("accept", _states("accept")),
    ("defer", _states("defer")),
    ("rename", lambda heard, _found: heard.starts_with("title")),
    ("set_axis", _states("axis")),
    ("save_json", _says("export")),
    ("ask.source", _asks("source")),
    ("ask.gap", _asks("gap")),
    ("ask.conflict", _asks("conflict")),
    ("ask.progress", _asks("progress")),
    ("ask.summary", lambda heard, found: heard.has("summary") and not found.named),
    ("make_pdf", _says("report")),
    ("correct.patient", _corrects_patient),
    ("correct", _corrects),
    ("ask.duration", lambda heard, found: heard.has("duration") and found.named),
    ("ask.when", lambda heard, found: heard.has("when") and found.named),
    ("ask.patient", _asks_patient),
    ("ask.extreme", lambda heard, found: heard.has("extreme") and found.named),
    ("ask.count", lambda heard, found: heard.has("count") and (found.named or "notes" in heard.values("record_kind"))),
    ("ask.trend", lambda heard, found: heard.has("trend") and found.named),
    ("ask.abnormal", _asks_abnormal),
    ("ask.presence", _asks_presence),
    ("ask.value", _asks_value),
)  # fmt: skip
