"""Several questions in one utterance: when it is taken apart, and how the answers become one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from osteocase.assistant.changes.sparing import spared_in
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["DECISIONS", "are_several", "joined", "tell_facts", "tells_state"]

_ASKS = (
    "ask", "when", "duration", "extreme", "trend", "count", "presence", "abnormal", "passage", "patient_field",
    "reason", "source", "high", "low", "gap",
)  # fmt: skip
_SHORT = 4
_ASPECTS = frozenset(
    ("start", "stop", "started", "stopped", "end", "begin", "dose", "route", "frequency", "side", "date", "level",
     "grade")
)  # fmt: skip
"""What is asked of a thing by one word: ``alendronate: start, stop, reason``."""
DECISIONS = frozenset(("accept", "delete", "defer"))
_ASKED_BY = frozenset(("what", "when", "where", "how", "which", "who"))
_QUESTION_WORDS = frozenset(("which", "what", "who", "when", "where", "how", "was", "is", "did", "does", "has", "were"))


class _Part(Protocol):
    @property
    def heard(self) -> Heard: ...
    @property
    def intent(self) -> str: ...


def are_several(whole: _Part, parts: Sequence[_Part]) -> bool:
    """Whether each part is a wish of its own, and the whole is not the better reading."""
    intents = {part.intent for part in parts}
    if intents & DECISIONS and any({"its", "their"} & set(part.heard.words[:3]) for part in parts[1:]):
        return False  # ``remove the scan but keep its T-score``
    if intents == {"correct"}:
        return all(_tells_new(part.heard) or tells_state(part.heard) for part in parts)
    if intents == {"correct", "correct.patient"}:
        return all(_tells_new(part.heard) for part in parts)  # ``she is 159 cm and her PTH was 4.9``
    if intents <= DECISIONS:
        if spared_in(whole.heard.say) is not None:
            return False  # ``accept the scan, keep the hip for later``: of one thing and a part of it
        return len(intents) > 1 and all(_names(part.heard) for part in parts)  # ``keep the one but drop the other``
    if intents <= {"correct", "correct.patient", *DECISIONS} and intents & DECISIONS:
        if not _TELLS_OTHER.search(_FINE_AT_END.sub("", whole.heard.say)):
            return False
        named = all(_names(part.heard) or part.heard.has("patient_field") for part in parts)
        return named and all(
            part.heard.starts_with(part.intent) or _ends_with(part.heard, part.intent)
            if part.intent in DECISIONS
            else part.heard.figures or part.heard.levels
            for part in parts
        )  # ``the ESR was 12. Also delete the aspirin.``
    if not all(intent.startswith("ask.") for intent in intents) or any(_lacks_verb(part.heard) for part in parts):
        return False
    if whole.intent == "unknown":
        return all(_asks(part.heard) or _is_name(part.heard) for part in parts)
    if whole.intent == "correct":
        told = whole.heard.figures or whole.heard.date or whole.heard.levels
        return not told and all(_asks(part.heard) for part in parts)
    if _go_on(parts):
        return True
    if all(part.heard.first in _ASKED_BY and _names(part.heard) for part in parts) and len(intents) == 1:
        names = [{hit.id for hit in part.heard.hits if hit.topic != "utterance"} for part in parts]
        return not set[str].intersection(*names)  # ``what did the X-ray show, and what was done?``
    times = {(part.heard.months, part.heard.date, part.heard.values("time")) for part in parts}
    apart = len(times) == len(parts) and len({(None, None, ()), *times}) > len(times)
    if apart and any(_asks(part.heard) for part in parts):
        return all(_asks(part.heard) or _is_name(part.heard) for part in parts)
    return all(_asks(part.heard) for part in parts) and (len(intents) > 1 or "ask.patient" in intents or apart)


def _go_on(parts: Sequence[_Part]) -> bool:
    """``when did she start it and when is the next one due?``, ``was it high, and did it normalise?``."""
    if not all(_asks(part.heard) for part in parts[:-1]):
        return False
    ahead = [part for part in parts if _AHEAD.search(part.heard.say)]
    two = 0 < len(ahead) < len(parts) and _asks(parts[-1].heard)
    return two or _RETURNED.match(parts[-1].heard.say) is not None


_AHEAD = re.compile(r"\bnext\b[^?]*\b(?:due|dose|injection|infusion|scan|visit|planned|scheduled)\b", re.IGNORECASE)
_RETURNED = re.compile(
    r"^\W*(?:did|has|have)\s+(?:it|they|that|those)\s+(?:\w+\s+)?(?:normali[sz]\w*|recover\w*|settle\w*|resolve\w*)\b",
    re.IGNORECASE,
)
"""``was it high, and has it normalised?``: what came later is a question of its own."""
_TELLS_OTHER = re.compile(
    r"\b(?:was|were|is|are|be|should|must|to|make|change|set|correct|not|had|has|happened|broke)\b|[:=]", re.IGNORECASE
)
"""A verb by which another value is told; ``TSH 0.38 and free T4 0.9 are fine`` tells none."""
_FINE_AT_END = re.compile(
    r"\b(?:is|are|was|were)\s+(?:all\s+|both\s+)?(?:fine|ok|okay|right|correct|good|true|confirmed|agreed)\W*$",
    re.IGNORECASE,
)


def _lacks_verb(heard: Heard) -> bool:
    """``did the calcium``, of ``did the calcium and P1NP normalise?``; ``the change between the first``."""
    end = max((at + 1 for at, word in enumerate(heard.words) if word.isalnum()), default=0)
    last = {hit.topic for hit in heard.hits if hit.end == end}
    begin = min((hit.start for hit in heard.hits if hit.end == end), default=0)
    lead = heard.words[heard.lead : begin]
    short = bool(lead) and lead[0] in _AUXILIARIES and set(lead[1:]) <= {"the", "her", "his"}
    if _BETWEEN.search(heard.say):
        return True
    return short and bool(last & {"analyte", "bmd_site", "score", "treatment"}) and "finding" not in last


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\w+(?:\s+\w+)?\W*$", re.IGNORECASE)
_AUXILIARIES = frozenset(("did", "does", "do", "has", "have", "is", "was", "are", "were"))


def _ends_with(heard: Heard, group: str) -> bool:
    """``the T9 is right``: the words of the class are what is said of something."""
    return any(hit.topic == "utterance" and hit.group == group and hit.end == len(heard.words) for hit in heard.hits)


def _tells_new(heard: Heard) -> bool:
    """``it was not 3`` tells no new value by itself."""
    sided = bool(heard.ids("bone")) and _SIDE_TOLD.search(heard.say) is not None
    return any(not one.negated for one in heard.figures) or bool(heard.levels) or sided


_SIDE_TOLD = re.compile(r"\b(?:was|is|were|are)\s+(?:on\s+)?the\s+(?:left|right)\b", re.IGNORECASE)
"""``the ankle was the right one``."""


class _Told(_Part, Protocol):
    @property
    def offers(self) -> object: ...
    @property
    def read(self) -> object: ...


def tell_facts(parts: Sequence[_Told]) -> bool:
    """``telmisartan was started, amlodipine stopped``: a new fact beside a correction of a recorded one."""
    new = [part for part in parts if part.offers is not None or (part.intent == "add" and part.read is not None)]
    rest = [part for part in parts if part not in new]
    denied = any({"not", "instead", "rather", "no"} & set(part.heard.words) for part in parts)
    stated = all(part.intent == "correct" and (tells_state(part.heard) or part.heard.date) for part in rest)
    return bool(new and rest) and stated and not denied


def tells_state(heard: Heard) -> bool:
    """``amlodipine stopped``, behind another fact."""
    return bool(_STATES & set(heard.words)) and not heard.has("ask", "when", "list") and bool(heard.ids("treatment"))


_STATES = frozenset(("stopped", "discontinued", "started", "completed", "ended", "paused", "finished", "continued"))


def _names(heard: Heard) -> bool:
    return (
        bool(heard.levels) or any(hit.topic != "utterance" for hit in heard.hits) or heard.has("measure", "record_kind")
    )


def _is_name(heard: Heard) -> bool:
    """``age at menopause, HRT``: nothing but the name of a thing."""
    return (
        len(heard.words) <= _SHORT and not heard.unknown_words and any(hit.topic != "utterance" for hit in heard.hits)
    )


def _asks(heard: Heard) -> bool:
    """Whether it asks by more than a name."""
    return (
        heard.has(*_ASKS)
        or bool(_QUESTION_WORDS & {heard.first})
        or bool(len(heard.words) <= _SHORT and _ASPECTS & set(heard.words))
    )


_BACK = "Say undo to take it back."


def _once(replies: Sequence[str]) -> str:
    """Each line once, how to take it all back behind them all; a head whose lines were told before is a sentence."""
    changed = [at for at, reply in enumerate(replies) if _BACK in reply]
    replies = [reply.replace(f"\n{_BACK}", "") if at in changed[:-1] else reply for at, reply in enumerate(replies)]
    told: list[str] = []
    for reply in replies:
        new = [line for line in dict.fromkeys(reply.split("\n")) if line not in told]
        told += [f"{line[:-1]}." if line.endswith(":") and line == new[-1] else line for line in new]
    return "\n".join(told)


def joined(say: str, turns: Sequence[Turn], session: Session) -> Turn:
    """The answers as one, with the commands of all; what one sentence changed is one step."""
    commands = [one for turn in turns for one in (turn.command, *turn.more_commands) if one is not None]
    return Turn(
        say=say,
        intent=turns[0].intent,
        reply=_once([turn.reply for turn in turns]),
        sources=tuple(dict.fromkeys(source for turn in turns for source in turn.sources)),
        changes=session.join([change for turn in turns for change in turn.changes]),
        arguments={name: value for turn in reversed(turns) for name, value in turn.arguments.items()},
        records=tuple(dict.fromkeys(record for turn in turns for record in turn.records)),
        command=next(iter(commands), None),
        more_commands=tuple(commands[1:]),
    )
