"""What the assistant can do instead, where it must decline: the nearest question to what was asked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from osteocase.assistant.answers.outside import is_outside, what_it_does
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import has_word, passages_of
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_names
from osteocase.assistant.words.spelling import is_same_word
from osteocase.lexicon.normal import normal_words
from osteocase.review import Session

__all__ = ["as_read", "declined", "instead", "not_understood"]

_CLOSE = 0.78
_LONG_ENOUGH = 5
"""Letters from which a word can be a misspelt one."""
_QUESTIONS = (
    ("analyte", "what was the {}?"),
    ("agent", "when was {} started?"),
    ("site", "how did the {} change?"),
    ("score", "how did the {} change?"),
    ("level", "what do we know about {}?"),
    ("bone", "was there a fracture of the {}?"),
    ("concept", "is {} told?"),
    ("event", "when was the {}?"),
    ("measure", "what was the lowest {}?"),
    ("list", "list the {}"),
)
"""Name of an argument, and what can be asked about it."""
_NAMED = {
    "analyte": "analyte", "treatment": "agent", "finding": "concept", "score": "score", "bmd_site": "site",
    "bone": "bone",
}  # fmt: skip
"""Topic of a name of the case, and the argument that it would be."""


def declined(heard: Heard, found: Selection, session: Session) -> str:
    """Advice, forecasts, explanations, orders and other people are declined, with what can be had instead."""
    if is_outside(heard.say):
        return what_it_does(heard.say)
    why = (
        "I know only this case and its notes."
        if heard.has("stranger")
        else "I only tell what the notes say; I give no advice, explanation or forecast."
    )
    if heard.has("stranger") or found.asked:
        return f"{why} {instead(heard, found, session)}"
    return f"{why} Say help for what I can do."


def not_understood(heard: Heard, found: Selection, session: Session) -> str:
    """Which words were not understood, and the nearest thing that can be done."""
    strange = [word for word in heard.unknown_words if word[:1].isalpha()]
    shown = ", ".join(f"“{word}”" for word in strange[:3])
    if strange and _IS_THERE.match(heard.say) and not _in_notes(strange, session):
        return (
            f"I did not understand that: I do not know {shown}, and no note holds it. {instead(heard, found, session)}"
        )
    which = f": I do not know {shown}" if strange and (found.named or heard.groups - {"filler"}) else ""
    return f"I did not understand that{which}. {instead(heard, found, session)}"


_IS_THERE = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|also|please)\W+)*(?:any\b|(?:does|did|has|have|had|is|was)\s+(?:she|he|the\s+patient|"
    r"there)\b|(?:known|history\s+of)\b)",
    re.IGNORECASE,
)
"""``has she got cancer?``: whether something is there or was."""


def _in_notes(words: Sequence[str], session: Session) -> bool:
    return any(has_word(one.text, word) for one in passages_of(session) for word in words)


def as_read(heard: Heard, turn: Turn) -> str:
    """How words that are not known were read, which of them the answer leaves out, and an order that it left undone."""
    reply = turn.reply
    told = ", ".join(f"“{typed}” as “{read}”" for typed, read in heard.repaired if not is_same_word(typed, read))
    said = set(normal_words(reply))
    strange = ", ".join(f"“{heard.words[at]}”" for at in sorted(heard.left_out) if heard.words[at] not in said)
    text = f"\n(I read {told}.)" if told else ""
    text += f"\n(I do not know {strange}; this is the answer without.)" if strange else ""
    order = _ORDER_BEHIND.search(heard.say) if turn.intent.startswith("ask.") and not turn.changes else None
    return f"{text}\nNot done: “{order['order']}”. Say it by itself." if order is not None else text


_ORDER_BEHIND = re.compile(
    r"(?:[?!.;,]\s+|\s+(?:and|then)\s+)(?:(?:and|then|also|please|just|if\s+(?:so|not|yes|no),?)\s+)*"
    r"(?P<order>(?:accept|confirm|approve|delete|reject|remove|correct|change|add|undo|mark|set|defer)\s+"
    r"(?:the|it|them|all|this|that|these|those|her|his|every\w*|both|an?)\b[^?]*?)\s*[.!]?\s*$",
    re.IGNORECASE,
)
"""``what is the PTH? change the last to 16``: a wish behind a question."""


def instead(heard: Heard, found: Selection, session: Session) -> str:
    """The nearest question to what was said."""
    stranger = heard.has("stranger")  # what is asked of somebody else is not offered of the patient
    offers = [] if stranger else [*_about(found), *_spelt(heard, session)]
    if not offers:
        offers = list(_of_case(session))
    asked = " or ".join(f"“{offer}”" for offer in offers[:2])
    return f"The nearest that I can do: {asked}. Say help for more examples."


def _about(found: Selection) -> Iterator[str]:
    """Questions about what was named."""
    for argument, question in _QUESTIONS:
        if argument in found.arguments and found.asked and found.asked[0] != "everything":
            yield question.format(found.asked[0].removeprefix("the "))
            return


def _spelt(heard: Heard, session: Session) -> Iterator[str]:
    """Questions about what the case has a name for that a strange word resembles."""
    names = {name.casefold(): (topic, name) for topic, _id, name in case_names(session)}
    questions = dict(_QUESTIONS)
    for word in heard.unknown_words:
        if len(word) >= _LONG_ENOUGH:
            for close in difflib.get_close_matches(word, names, n=1, cutoff=_CLOSE):
                topic, name = names[close]
                yield questions[_NAMED[topic]].format(name)


def _of_case(session: Session) -> Iterator[str]:
    """Questions that this case can answer."""
    if not session.state.notes:
        yield "what can you do?"
        return
    if session.case.bmd:
        yield "what was the lowest T-score?"
    if session.case.labs:
        yield "which labs were abnormal?"
    yield "give me a summary"
