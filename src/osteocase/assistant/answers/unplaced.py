"""An order to change something that was understood as a question: what is told then says that nothing was changed."""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard

__all__ = ["with_nothing_changed"]

_ORDERS = re.compile(
    r"^\W*(?:(?:please|pls|and|also|then|now|ok|okay|so|just)[\s,]+)*"
    r"(?:change|set|correct|amend|update|fix|edit|adjust|alter|replace|move|mark|put|swap|overwrite|convert|turn)\s+"
    r"(?:all|both|every|each|the|her|his|its|their|that|this|those|these|it|them)\b(?!\s+(?:most|least|over|between)\b)",
    re.IGNORECASE,
)
_NOTHING = "Nothing was changed: I could not tell which record is to hold what. Say one record with its new value."


def with_nothing_changed(turn: Turn, heard: Heard) -> Turn:
    """The turn with a line that nothing was changed, where an order to change was answered as a question."""
    asked = turn.intent.startswith("ask.") and not turn.changes and not heard.is_question
    if not asked or not _ORDERS.match(heard.say) or "othing was changed" in turn.reply:
        return turn
    return replace(turn, reply=f"{_NOTHING} What is recorded:\n{turn.reply}")
