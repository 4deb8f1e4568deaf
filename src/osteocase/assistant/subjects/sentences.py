"""The sentences of the notes, indexed once for a case, and how near each comes to the words of a question.

A sentence is near where it holds the telling words of the question: the rarer a word is in the notes, the more it
tells.
What the sentence before holds counts in part where the sentence goes on with it (``This was …``), and so does the
heading that it stands under.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from osteocase.assistant.subjects.passages import Passage, passages_of
from osteocase.lexicon.normal import normal_words
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["Near", "Sentences", "Term", "beginning", "roots", "sentences_of"]

Words = tuple[str, ...]
"""Roots of words that stand one after the other."""

_LITERAL = 1.0
_ALIKE = 0.95
"""Worth of another word for the same, where the word itself is worth one."""
_DISTANT = 0.7
"""Worth of a member of the class that is asked for."""
_BEFORE = 0.6
"""Worth of the sentence before that is gone on with."""
_HEADED = 0.5
"""Worth of a heading."""
_GOES_ON = re.compile(
    r"(?i:it|this|that|these|those|they|she|he|her|his|the|there|no|not|none|since|after|then|both|one|now|given|so|but|"
    r"and|with|without|if|planned|started|stopped|continued|repeated|tolerated)\b|[a-z]"
)
"""How a sentence begins that goes on with what was spoken of, or drops its subject."""
_GOES_BACK = re.compile(
    r"\b(?:second|third|next|further|another|repeat|a|each|every)\s+(?:infusion|injection|dose|course|tablet)\b|"
    r"\b(?:after|until|before|since)\s+(?:that|this|then|which)\b",
    re.IGNORECASE,
)
"""What of the sentence before it speaks of: of its drug, or of what is to come first."""
_HEADING = re.compile(r"^[^\S\n]*(?P<head>[^:\n]{2,60}):", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2}")
_LEAST_PREFIX = 5
_LONGEST_ENDING = 3
_UNITED = frozenset(("unite", "united", "unites"))
"""Of a fracture; their root without the ending would be a unit."""
_BEGINS = "…"
"""Behind the beginning of a word."""
_SHORTEST = 3
"""Letters that a root keeps."""
_LONGEST_HEADING = 10
"""Words of a heading."""


@dataclass(frozen=True)
class Term:
    """Something that a question asks about, in all the words that a note may have for it."""

    near: frozenset[Words]
    """The words as typed and their synonyms."""
    typed: Words = ()
    distant: frozenset[Words] = frozenset()
    """Members of a class, or the class of a member."""
    named: bool = False
    """Whether it is a thing that the lexicon knows: what is told of another thing is no answer."""
    relative: bool = False
    """Whether it is a relative of the patient."""
    known: bool = False
    """Whether records are chosen by it."""
    light: bool = False
    """Whether it is one of the words that carry a sentence: it counts only where the notes hold it, and half."""


@dataclass(frozen=True)
class Near:
    """A sentence and how near it comes to a question."""

    passage: Passage
    held: frozenset[Term]
    """Terms that it holds, in its own words or by what it goes on with."""
    share: float
    """Share of the weight of the question that it covers, 0 to 1."""
    literal: frozenset[Term]
    """Terms that it holds as they were typed."""
    own: frozenset[Term]
    """Terms that it holds in its own words or under its own heading, not by something of their class."""


@dataclass
class Sentences:
    """All sentences of a case."""

    passages: tuple[Passage, ...]
    _words: tuple[Words, ...] = ()
    _heads: tuple[Words, ...] = ()
    _follows: tuple[bool, ...] = ()
    _places: dict[str, set[int]] = field(default_factory=dict)
    _kin: dict[str, frozenset[str]] = field(default_factory=dict)
    _holding: dict[Words, frozenset[int]] = field(default_factory=dict)

    def frequency(self, term: Term) -> int:
        """Number of sentences that hold it."""
        return len(self._where(term.near) | self._where(term.distant))

    def weight(self, term: Term) -> float:
        """How much a term tells: much where it is rare."""
        frequency = self.frequency(term)
        if term.light and not frequency:
            return 0.0
        weight = math.log(1 + len(self.passages) / (frequency or 0.5))
        return weight / 2 if term.light else weight

    def ranked(self, terms: Sequence[Term]) -> list[Near]:
        """The sentences that hold something of a question, in the order of the notes."""
        weights = {term: self.weight(term) for term in terms}
        whole = sum(weights.values())
        if not whole or any(term.named and not self.frequency(term) for term in terms):
            return []
        worth: dict[int, dict[Term, float]] = {}
        for term in terms:
            for at, value in self._worth(term).items():
                worth.setdefault(at, {})[term] = value
        return [
            Near(
                self.passages[at],
                frozenset(held),
                sum(weights[term] * value for term, value in held.items()) / whole,
                frozenset(term for term, value in held.items() if value == _LITERAL),
                frozenset(term for term, value in held.items() if value >= _ALIKE or value == _HEADED),
            )
            for at, held in sorted(worth.items())
        ]

    def before(self, passage: Passage) -> Passage | None:
        """The sentence that one goes on with."""
        at = self._places_of.get(passage)
        return self.passages[at - 1] if at is not None and self._follows[at] else None

    def leans_on(self, passage: Passage) -> Passage | None:
        """The sentence before, of which one speaks in so many words: ``treatment after that``."""
        return self.before(passage) if _GOES_BACK.search(passage.text) is not None else None

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """The words of the notes by their first letters, which all kin have in common."""
        found: dict[str, list[str]] = {}
        for one in self._places:
            found.setdefault(one[:_LEAST_PREFIX], []).append(one)
        return found

    @cached_property
    def _places_of(self) -> dict[Passage, int]:
        return {one: at for at, one in enumerate(self.passages)}

    def _worth(self, term: Term) -> dict[int, float]:
        """Sentence to what it holds of a term."""
        near, distant = self._where(term.near), self._where(term.distant)
        found = dict.fromkeys(distant, _DISTANT) | dict.fromkeys(near, _ALIKE)
        found |= dict.fromkeys(self._holders(term.typed) if term.typed else (), _LITERAL)
        headed = self._headed(term)
        for at in range(len(self.passages)):
            if at not in found and at in headed:
                found[at] = _HEADED
        for at in sorted(near | distant):
            after = at + 1
            if after not in found and after < len(self.passages) and self._follows[after]:
                found[after] = found[at] * _BEFORE
        return found

    def _headed(self, term: Term) -> frozenset[int]:
        return frozenset(
            at for at, head in enumerate(self._heads) if head and any(self._stands(words, head) for words in term.near)
        )

    def _stands(self, words: Words, text: Words) -> bool:
        kin = [self._kin_of(word) for word in words]
        size = len(words)
        return any(all(text[at + one] in kin[one] for one in range(size)) for at in range(len(text) - size + 1))

    def _where(self, alternatives: Iterable[Words]) -> frozenset[int]:
        return frozenset[int]().union(*(self._holders(words) for words in alternatives))

    def _holders(self, words: Words) -> frozenset[int]:
        known = self._holding.get(words)
        if known is None:
            sets = [set[int]().union(*(self._places[one] for one in self._kin_of(word))) for word in words]
            near = set.intersection(*sets) if sets else set()
            known = frozenset(near if len(words) == 1 else (at for at in near if self._stands(words, self._words[at])))
            self._holding[words] = known
        return known

    def _kin_of(self, root: str) -> frozenset[str]:
        """Words of the notes with this root: ``haematologist`` for ``haematology``."""
        known = self._kin.get(root)
        if known is None:
            begins = root.removesuffix(_BEGINS)
            known = frozenset(
                (one for one in self._places if one.startswith(begins))
                if begins != root
                else (one for one in self._by_beginning.get(root[:_LEAST_PREFIX], ()) if _is_kin(one, root))
            )
            self._kin[root] = known
        return known


def _is_kin(one: str, other: str) -> bool:
    if one == other:
        return True
    size, longest = sorted((len(one), len(other)))
    if size <= _LEAST_PREFIX or one[:_LEAST_PREFIX] != other[:_LEAST_PREFIX]:
        return False
    same = next((at for at in range(size) if one[at] != other[at]), size)
    return longest - size <= _LONGEST_ENDING if same == size else same == size - 1 and longest == size


@lru_cache(maxsize=16384)
def roots(text: str) -> Words:
    """The words of a text without their endings: ``jogging``, ``jogs`` and ``jogged`` are ``jog``."""
    return tuple(_root(word) for word in normal_words(text) if any(map(str.isalnum, word)))


def beginning(text: str) -> Words:
    """Words of which the last is the beginning of a longer one: ``ophthalm``."""
    *before, last = normal_words(text)
    return (*roots(" ".join(before)), f"{last}{_BEGINS}" if len(last) > _SHORTEST else _root(last))


_OF_Y = ("ied", "ie", "y")


@lru_cache(maxsize=16384)
def _root(word: str) -> str:
    if word in _UNITED:
        return "unite"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word.removesuffix("s")
    for ending in ("ingly", "ing", "ied", "ed", "ie", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            if ending in _OF_Y:
                return word  # ``married`` is no ``Mar``
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl" else word


def sentences_of(session: Session) -> Sentences:
    """The sentences of the notes, indexed."""
    return _indexed(tuple((note.id, note.text) for note in session.notes if note.id != AUTHOR_NOTE), _Notes(session))


class _Notes:
    """A session that does not count when two calls are compared: the texts alone do."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Notes)

    def __hash__(self) -> int:
        return 0


def _is_heading(text: str) -> bool:
    """A few words in capital letters without a number tell nothing by themselves; a whole note may be in capitals."""
    return text.isupper() and len(text.split()) <= _LONGEST_HEADING and not any(map(str.isdigit, text))


@lru_cache(maxsize=8)
def _indexed(_texts: tuple[tuple[str, str], ...], notes: _Notes) -> Sentences:
    texts = dict(_texts)
    passages = tuple(
        one
        for one in passages_of(notes.session)
        if one.note in texts
        and _WORD.search(one.text)
        and not (_is_heading(one.text) and not texts[one.note].isupper())
    )
    words = tuple(roots(one.text) for one in passages)
    places: dict[str, set[int]] = {}
    for at, said in enumerate(words):
        for word in said:
            places.setdefault(word, set()).add(at)
    heads = tuple(_head_of(one, texts[one.note]) for one in passages)
    for head in heads:
        for word in head:
            places.setdefault(word, set())
    return Sentences(passages, words, heads, tuple(_follow(passages, texts)), places)


def _head_of(passage: Passage, text: str) -> Words:
    """The heading that a sentence stands under, in its paragraph, and the first line of the note."""
    start = text.rfind("\n\n", 0, passage.start)
    before = text[max(start, 0) : passage.start]
    heads = [match["head"] for match in _HEADING.finditer(before)]
    return roots(heads[-1]) if heads else ()


def _follow(passages: Sequence[Passage], texts: dict[str, str]) -> Iterator[bool]:
    """Whether each sentence goes on with the one before."""
    before: Passage | None = None
    for one in passages:
        yield (
            before is not None
            and before.note == one.note
            and "\n\n" not in texts[one.note][before.end : one.start]
            and (_GOES_ON.match(one.text) is not None or _GOES_BACK.search(one.text) is not None)
        )
        before = one
