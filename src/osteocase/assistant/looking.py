"""Looking the notes through for what no record answers, by what words mean and not by their letters alone.

Each thing that a question asks for is one ``Thing`` with all the words that notes have for it: those of the lexicon
(``clots`` for a thrombosis), those of ``patterns/assistant-near.toml`` (``iritis`` for an eye), the forms of the word
itself. Sentences are ranked by how much of the question they hold, rare things before common ones. They are quoted,
never retold, so that an answer from here can be beside the point but never wrong.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from osteocase.assistant.hearing import Heard
from osteocase.assistant.passages import Passage, of_time, passages_of, quoted, stem
from osteocase.assistant.searching import SMALL, may_search
from osteocase.assistant.turn import Turn
from osteocase.assistant.vocabulary import Hit
from osteocase.assistant.wanted import of_wanted_kind
from osteocase.lexicon import UtteranceEntry, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.review import Session

__all__ = ["Looked", "looked_through", "with_looked_through", "words_for"]

_CLINICAL = ("analyte", "treatment", "finding", "bone", "score", "bmd_site")
_VAGUE = SMALL | frozenset(
    ("trouble", "problem", "problems", "issue", "issues", "complaint", "complaints", "symptom", "symptoms", "sign",
     "signs", "family", "anyone", "anybody", "someone", "ok", "okay", "fine", "well", "bad", "good", "new", "further",
     "other", "else", "more", "another", "told", "recorded", "ever", "history", "hx", "past", "previous", "previously",
     "first", "second", "third", "last", "next", "currently", "current", "really", "actually", "exactly", "mr", "mrs",
     "case", "clinic", "during", "work", "looked", "checked", "tested", "screened", "exclude", "excluded", "ruled",
     "happens", "happening", "had", "having", "take", "taken", "taking", "given", "kid", "boy", "girl", "guy",
     "gentleman", "him", "herself", "himself", "same", "own", "between", "because", "whole", "doctor", "later",
     "anymore", "longer", "like", "type", "result", "results", "show", "showed", "shown", "come", "came", "go", "went",
     "made", "make", "per", "via", "etc", "vs", "please", "pls", "thanks", "hi", "hello", "ok", "let", "want", "need",
     "would", "could", "able", "colour", "color")
)  # fmt: skip
"""Words of a question that tell nothing of what it is about."""
_RELATIVES = {
    "mother": "mother|mum|maternal|parent|her mother|his mother", "father": "father|dad|paternal|parent",
    "sister": "sister|sibling", "brother": "brother|sibling", "parent": "parent|mother|father|mum|dad",
    "sibling": "sibling|sister|brother", "child": "child|daughter|son|baby", "daughter": "daughter|child",
    "son": "son|child", "aunt": "aunt", "uncle": "uncle", "grandmother": "grandmother|grandparent",
    "grandfather": "grandfather|grandparent", "cousin": "cousin",
    "family": "family|mother|father|sister|brother|parent|aunt|uncle|sibling|grandm|grandf|cousin|"
    "relative|nobody at home",
}  # fmt: skip
_OF_TIME = 0.4
_ENOUGH = 0.55
"""Share of what is asked for that a sentence must hold."""
_WHOLE = 0.99
_MOST = 3


@dataclass(frozen=True)
class Thing:
    """One thing that is asked for, and the words that notes may have for it."""

    asked: str
    pattern: re.Pattern[str]
    share: float = 1
    """How much it counts: a drug that only tells the time of what is asked for counts little."""


@dataclass(frozen=True)
class Looked:
    """What the notes tell of it, the best first."""

    passages: tuple[Passage, ...]
    whole: bool
    """Whether the best sentence holds everything that is asked for."""


def looked_through(heard: Heard, session: Session) -> Looked | None:
    """The sentences that come nearest to a question; null where none holds enough of it."""
    things = list(_things(heard))
    every = list(passages_of(session))
    if not things or not every:
        return None
    holding = {thing: [one for one in every if thing.pattern.search(one.text)] for thing in things}
    weights = {thing: thing.share * math.log((1 + len(every)) / (1 + len(there))) for thing, there in holding.items()}
    total = sum(weights.values())
    scores: dict[Passage, float] = {}
    for thing, there in holding.items():
        for one in there:
            scores[one] = scores.get(one, 0) + weights[thing]
    if total <= 0 or not scores:
        return None
    most = max(scores.values())
    if most / total < _ENOUGH:
        return None
    best = [one for one in every if scores.get(one, 0) >= most * _WHOLE]
    best = of_wanted_kind(of_time(best, heard, session), heard)
    return Looked(tuple(best[:_MOST]), most / total >= _WHOLE)


def with_looked_through(turn: Turn, heard: Heard, session: Session) -> Turn:
    """A turn that denies or does not understand a question, with what the notes tell of it instead."""
    asks = turn.intent.startswith("ask.") or (turn.intent == "unknown" and may_search(heard))
    strange = any(words_for(heard.words[at]) for at in heard.left_out)  # answered without what it is about
    if not asks or turn.changes or turn.command or not (strange or _DENIES.match(turn.reply)):
        return turn
    if _TAKES.search(heard.say) and any(hit.topic == "analyte" for hit in heard.hits):
        return turn  # a result does not tell that it is taken
    if "child" in heard.values("relative"):
        return turn  # most of what notes tell of a child is of the birth
    if any(hit.topic == "bmd_site" for hit in heard.hits) or heard.has("measure"):
        return turn
    if heard.has("stranger", "gap", "progress", "conflict", "axis", "report", "export") or _later(heard):
        return turn
    looked = looked_through(heard, session)
    if looked is not None and heard.drugs:  # a result in the blood does not tell of a drug
        rest = tuple(one for one in looked.passages if not _RESULT.search(one.text))
        looked = replace(looked, passages=rest) if rest else None
    if looked is None or (turn.intent == "unknown" and not looked.whole):
        return turn
    kept = "" if strange or (looked.whole and not turn.records) else f"{turn.reply}\n"
    told = quoted(looked.passages, "The notes say:" if looked.whole else "The nearest that the notes say:")
    return replace(
        turn,
        intent="ask.passage" if turn.intent == "unknown" else turn.intent,
        reply=f"{kept}{told.text}",
        sources=tuple(dict.fromkeys((*turn.sources, *told.sources))),
    )


def _later(heard: Heard) -> bool:
    """A value at a time is not told by a sentence of another time."""
    timed = heard.date is not None or heard.months is not None or heard.has("time")
    return timed and any(hit.topic in ("analyte", "bmd_site", "score") for hit in heard.hits)


_RESULT = re.compile(r"\b(?:[mpnuµμ]?g|[mpnuµμ]?mol|m?I?U)/(?:d?l|ml)\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:on|tak(?:es?|ing|en)|given|gets?|receiv\w+|supplement\w*|tablets?)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"(?:Not told|Nothing (?:about|is told)|None[:.]|None is|No time is told|How (?:many|long) is not|That is not told|"
    r"No record|It is not told|I did not understand|No: nothing|No drug is|No, not|The order cannot)",
)
"""How an answer begins that holds nothing of what was asked for."""


def words_for(say: str) -> str:
    """The words of notes for a word of a question as a pattern; empty where it stands for itself alone."""
    return next((value for terms, value in _near_families() if normal_words(say) in terms), "")


def _things(heard: Heard) -> Iterator[Thing]:
    """What is asked for, each word of the question once."""
    taken: set[int] = set()
    before = list(_in_other_words(heard, taken))
    yield from before
    yield from _relatives(heard, taken)
    for hit in heard.drugs:
        if (asked := _words_of(heard, hit, taken)) is not None:
            alone = not before and len(heard.drugs) == 1
            yield Thing(asked, _pattern([], [asked, *_terms("treatment", hit.id)]), 1 if alone else _OF_TIME)
    for hit in sorted((one for one in heard.hits if one.topic in _CLINICAL), key=lambda one: one.start - one.end):
        start, end = hit.start, hit.end
        if (asked := _words_of(heard, hit, taken)) is not None:
            yield Thing(asked, _pattern([], [asked, *_of_lexicon(heard, start, end)]))
    for level in heard.levels:
        yield Thing(level, _pattern([], [level, level.replace("T", "Th", 1), level.replace("T", "D", 1)]))
    for at, word in enumerate(heard.words):
        if at not in taken and word.isalpha() and len(word) > 2 and word not in _VAGUE:
            yield Thing(word, _pattern([], [word, stem(word)]))


def _words_of(heard: Heard, hit: Hit, taken: set[int]) -> str | None:
    """The words of a hit, which are taken then; null where they are taken already."""
    span = {*range(hit.start, hit.end)}
    if not span or span & taken:
        return None
    taken |= span
    return " ".join(heard.words[hit.start : hit.end])


def _in_other_words(heard: Heard, taken: set[int]) -> Iterator[Thing]:
    for terms, value in _near_families():
        for at in range(len(heard.words)):
            size = next((len(term) for term in terms if heard.words[at : at + len(term)] == term), 0)
            if size and not taken & {*range(at, at + size)}:
                taken |= {*range(at, at + size)}
                for hit in heard.hits:  # ``blood clots``
                    if hit.topic in _CLINICAL and hit.start <= at and at + size <= hit.end:
                        taken |= {*range(hit.start, hit.end)}
                asked = " ".join(heard.words[at : at + size])
                yield Thing(asked, _pattern(value.split("|"), [*_of_lexicon(heard, at, at + size), asked]))


def _relatives(heard: Heard, taken: set[int]) -> Iterator[Thing]:
    for hit in heard.hits:
        if hit.topic != "utterance" or hit.group != "relative" or _words_of(heard, hit, taken) is None:
            continue
        if hit.value != "patient":
            yield Thing(str(hit.value), _pattern(_RELATIVES.get(str(hit.value), str(hit.value)).split("|")))


def _of_lexicon(heard: Heard, start: int, end: int) -> Iterator[str]:
    """Every term of the entries that these words name."""
    for hit in heard.hits:
        if hit.topic in _CLINICAL and hit.start < end and hit.end > start:
            yield from _terms(hit.topic, hit.id)


def _terms(topic: str, name: str) -> Iterator[str]:
    entry = default_lexicon().entries.get(topic, {}).get(name)
    if entry is not None:
        yield from (*entry.terms, *getattr(entry, "absent_terms", ()))
        yield from (one for one in entry.abbreviations if len(one) >= _ABBREVIATION)  # ``Mg`` is no dose


def _pattern(begun: Sequence[str], whole: Sequence[str] = ()) -> re.Pattern[str]:
    """Beginnings of words and whole words, the signs and line ends between several of them not counting."""
    words = {_joined(one) for one in begun}
    short = {one for one in words if len(one) <= _ABBREVIATION}
    longer = sorted((words - short) - {""})
    exact = sorted((short | {_joined(one) for one in whole}) - {""})
    told = [rf"(?:{'|'.join(longer)})\w*"] if longer else []
    told += [rf"(?:{'|'.join(exact)})(?:s|es|ed|d|ing|ly)?\b"] if exact else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})", re.IGNORECASE)


def _joined(words: str) -> str:
    return r"\W+".join(re.escape(part) for part in normal_words(words))


_ABBREVIATION = 3
"""Letters up to which a word is no beginning of a longer one."""


@lru_cache(maxsize=1)
def _near_families() -> tuple[tuple[frozenset[tuple[str, ...]], str], ...]:
    return tuple(
        (frozenset(map(normal_words, one.terms)), one.value or "")
        for one in default_lexicon().of(UtteranceEntry).values()
        if one.group == "near"
    )
