"""The words that the assistant knows: what people say to it, and every term of the lexicon, found in an utterance."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from osteocase.assistant.words.spelling import near_word
from osteocase.lexicon import (
    AnalyteEntry,
    BoneEntry,
    Entry,
    FindingEntry,
    Lexicon,
    ScoreEntry,
    SiteEntry,
    TreatmentEntry,
    UnitEntry,
    UtteranceEntry,
    WordEntry,
)
from osteocase.lexicon.normal import normal_words

__all__ = ["Hit", "Vocabulary"]

_CLINICAL: tuple[type[Entry], ...] = (AnalyteEntry, TreatmentEntry, SiteEntry, BoneEntry, ScoreEntry, FindingEntry)
_ALWAYS_HEARD = ("measure", "trend", "record_kind")
"""Words that say what is asked even inside a longer term: the fracture of ``hip fracture``."""
_ARTICLES = frozenset(("the", "a", "an", "her", "his"))
_JUDGED = frozenset(("low", "high", "raised", "elevated", "deficient", "decreased", "increased", "reduced", "normal",
                     "abnormal"))  # fmt: skip
_SHORT_NAME = re.compile(r"\b[a-z]{2,5}\b")
_LONG_PART = 7
"""Letters from which a part of a name stands for the whole."""
_LONG_ENOUGH = 3
"""Letters from which an abbreviation is known in small letters too: nobody types ``PTH`` in capitals in a chat."""

_words_of = lru_cache(maxsize=4096)(normal_words)
"""A case calls things by the same names in every turn."""


@dataclass(frozen=True)
class Hit:
    """Known words in an utterance."""

    start: int
    """Number of the first word."""
    end: int
    """Number after the last word."""
    topic: str
    id: str
    group: str | None = None
    """For ``utterance`` and ``word``: the class of the words; ``family`` for a word that stands for several things."""
    value: str | None = None


class Vocabulary:
    """All known words, looked up longest first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._said: dict[tuple[str, ...], list[Hit]] = {}
        self._clinical: dict[tuple[str, ...], list[Hit]] = {}
        self._anchors: dict[tuple[str, ...], list[Hit]] = {}
        self._peoples: dict[tuple[str, ...], list[Hit]] = {}
        self._by_length: tuple[list[list[str]], list[list[str]]] | None = None
        self._small = {
            word for one in lexicon.of(UtteranceEntry).values() if one.group == "filler" for word in one.terms
        }
        for utterance in lexicon.of(UtteranceEntry).values():
            if utterance.group == "family":
                _index_family(self._clinical, utterance)
            _index(self._said, utterance, utterance.group, utterance.value)
        conditions: dict[tuple[str, ...], list[Hit]] = {}
        for word in lexicon.of(WordEntry).values():
            if word.group == "fracture_kind":
                _index(self._clinical, word, word.group, word.value)
            elif word.group == "time_anchor":
                _index(self._anchors, word, word.group, word.value)
            elif word.group == "ethnicity":
                _index(self._peoples, word, word.group, word.value)
            elif word.group in ("condition_low", "condition_high"):
                _index(conditions, word, "condition", word.value)
        for model in _CLINICAL:
            for entry in lexicon.of(model).values():
                _index(self._clinical, entry, None, None, self._small)
        # ``anaemic`` stands for the haemoglobin, where it is no finding itself; longer names hold that of the result
        for key, hits in conditions.items():
            if len(key) > 1:
                continue
            own = key in self._clinical
            self._clinical.setdefault(key, []).extend(
                hit if own else replace(hit, topic="analyte", id=str(hit.value), value=" ".join(key)) for hit in hits
            )
        self._most = {
            "said": _most_words(self._said),
            "clinical": _most_words(self._clinical),
            "anchors": _most_words(self._anchors),
            "peoples": _most_words(self._peoples),
        }

    def hits(self, words: Sequence[str], names: Iterable[tuple[str, str, str]] = ()) -> tuple[Hit, ...]:
        """The known words of an utterance; a hit that lies inside a longer one does not count.

        Args:
            words: the words, in small letters.
            names: (topic, id, name) of what the case itself calls things.
        """
        of_case: dict[tuple[str, ...], list[Hit]] = {}
        for topic, entry_id, name in names:
            key = _words_of(name)
            if key:
                of_case.setdefault(key, []).append(Hit(0, 0, topic, entry_id))
        found = [
            *_longest(words, self._said, self._most["said"]),
            *_longest(words, self._clinical, self._most["clinical"]),
            *_longest(words, self._peoples, self._most["peoples"]),
            *_longest(words, of_case, _most_words(of_case)),
        ]
        found = self._measured(words, found)
        found += self._with_articles(words)
        found += _parts_of_names(words, found, of_case)
        found += self._bent(words, found)
        kept = [
            hit
            for hit in dict.fromkeys(found)
            if not any(
                other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
                for other in found
                if hit.group not in _ALWAYS_HEARD or (other.topic == "utterance" and other.group != "family")
            )
        ]
        return tuple(sorted(kept, key=lambda hit: (hit.start, hit.topic, hit.id)))

    def _measured(self, words: Sequence[str], found: list[Hit]) -> list[Hit]:
        """``is her vitamin D low?`` asks for the value, though ``vitamin D low`` is a finding of notes."""
        kept: list[Hit] = []
        for hit in found:
            inside = words[hit.start : hit.end]
            if hit.topic == "finding" and _JUDGED & set(inside):
                shorter = _longest(inside, self._clinical, len(inside) - 1)
                named = [replace(one, start=one.start + hit.start, end=one.end + hit.start) for one in shorter]
                if any(one.topic == "analyte" for one in named):
                    kept += named
                    continue
            kept.append(hit)
        return kept

    def _with_articles(self, words: Sequence[str]) -> list[Hit]:
        """Terms of several words that were said with an article between them: ``reach the menopause``."""
        kept = [number for number, word in enumerate(words) if word not in _ARTICLES]
        if len(kept) == len(words):
            return []
        bare = [words[number] for number in kept]
        runs = [
            *_longest(bare, self._said, self._most["said"]),
            *_longest(bare, self._clinical, self._most["clinical"]),
        ]
        return [
            Hit(kept[hit.start], kept[hit.end - 1] + 1, hit.topic, hit.id, hit.group, hit.value)
            for hit in runs
            if hit.end - hit.start > 1 and kept[hit.end - 1] - kept[hit.start] > hit.end - 1 - hit.start
        ]

    def _bent(self, words: Sequence[str], found: Sequence[Hit]) -> list[Hit]:
        """Words that are known in another form: ``developing`` where ``develop`` is listened for."""
        covered = {number for hit in found for number in range(hit.start, hit.end)}
        bent: list[Hit] = []
        for number, word in enumerate(words):
            if number in covered or len(word) <= _LONG_ENOUGH or not word.isalpha():
                continue
            one = (word.removesuffix("s"),)
            form = next(((one,) for one in _forms(word) if (one,) in self._said), ())
            known = self._clinical.get(one, ()) if len(one[0]) < len(word) else ()  # ``the PTHs``
            bent += [replace(hit, start=number, end=number + 1) for hit in known or self._said.get(form, ())]
        return bent

    def near(self, word: str, names: Iterable[tuple[str, str, str]]) -> str | None:
        """The known word that a strange one was meant to be."""
        if self._by_length is None:
            self._by_length = (
                _words_by_length(self._clinical),
                _words_by_length(key for key in self._said if len(key) == 1),
            )
        of_case = {one for _topic, _id, name in names for one in _words_of(name) if len(one) > _LONG_ENOUGH}
        return near_word(word, of_case, *self._by_length)

    def in_capitals(self, words: str) -> str:
        """Short names in capitals, as notes write them: ``vas`` as VAS."""
        return _SHORT_NAME.sub(
            lambda match: match.group().upper() if (match.group().lower(),) in self._clinical else match.group(), words
        )

    @property
    def said(self) -> tuple[str, ...]:
        """Words of more than a few letters that are listened for, as they are written."""
        return tuple(" ".join(key) for key in self._said if len(" ".join(key)) > _LONG_ENOUGH)

    def anchors(self, words: Sequence[str]) -> tuple[str, ...]:
        """Events that time can be counted from, as an utterance names them."""
        return tuple(
            dict.fromkeys(hit.value for hit in _longest(words, self._anchors, self._most["anchors"]) if hit.value)
        )

    def label(self, topic: str, entry_id: str) -> str:
        """The name of an entry for people."""
        entry = self.lexicon.entries.get(topic, {}).get(entry_id)
        return entry.label if entry is not None else entry_id.replace("_", " ")

    def unit(self, typed: str) -> str | None:
        """The UCUM code of a unit as people type it."""
        plain = typed.replace(" ", "").casefold()
        for entry in self.lexicon.of(UnitEntry).values():
            if plain in {term.replace(" ", "").casefold() for term in (entry.id, *entry.terms, *entry.abbreviations)}:
                return entry.id
        return None


def _parts_of_names(words: Sequence[str], found: Sequence[Hit], of_case: dict[tuple[str, ...], list[Hit]]) -> list[Hit]:
    """A long word that stands in the names of one thing of the case only: the ``telopeptide`` of the CTX."""
    covered = {number for hit in found for number in range(hit.start, hit.end)}
    parts: list[Hit] = []
    for number, word in enumerate(words):
        if number in covered or len(word) < _LONG_PART or not word.isalpha():
            continue
        things = {(hit.topic, hit.id) for key, hits in of_case.items() if word in key for hit in hits}
        if len(things) == 1:
            parts += [Hit(number, number + 1, topic, name) for topic, name in things]
    return parts


def _words_by_length(index: Iterable[tuple[str, ...]]) -> list[list[str]]:
    words = {word for key in index for word in key if word.isalpha()}
    found: list[list[str]] = [[] for _length in range(max(map(len, words), default=0) + 1)]
    for word in sorted(words):
        found[len(word)].append(word)
    return found


def _index(
    index: dict[tuple[str, ...], list[Hit]],
    entry: Entry,
    group: str | None,
    value: str | None,
    small: Container[str] = (),
) -> None:
    """Take an entry in; an abbreviation that is a small word (``got``) is known by its full name alone."""
    terms = [*entry.terms, *getattr(entry, "absent_terms", ()), *getattr(entry, "historical_terms", ())]
    terms += [short for short in entry.abbreviations if len(short) >= _LONG_ENOUGH and short.lower() not in small]
    if entry.label.startswith("advice to "):  # ``when did she stop breastfeeding?`` asks of no advice
        terms = [term for term in terms if re.search("advi|recommend|told|asked", term)]
    for term in dict.fromkeys((*terms, entry.label)):
        key = normal_words(term)
        hit = Hit(0, 0, entry.topic, entry.id, group, value)
        if key and hit not in index.setdefault(key, []):
            index[key].append(hit)


def _forms(word: str) -> Iterator[str]:
    """Other forms of an English word, the nearest first."""
    yield from (f"{word}s", f"{word}d", f"{word}ed", f"{word}ing", f"{word}ly")
    for ending in ("ing", "ed", "es", "s", "d", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > _LONG_ENOUGH:
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e", f"{stem}s", f"{stem}ed", f"{stem}ing")
            if stem[-1] == stem[-2]:
                yield stem[:-1]  # stopping, stop


def _index_family(index: dict[tuple[str, ...], list[Hit]], entry: UtteranceEntry) -> None:
    """What people call by a word of their own stands for entries of other topics: ``thyroid`` for TSH, free T4, ..."""
    for term in entry.terms:
        for member in (entry.value or "").split():
            topic, _, name = member.partition(":")
            hits = index.setdefault(normal_words(term), [])
            if all((hit.topic, hit.id) != (topic, name) for hit in hits):
                hits.append(Hit(0, 0, topic, name, "family", term))


def _most_words(index: Iterable[tuple[str, ...]]) -> int:
    return max((len(key) for key in index), default=0)


def _longest(words: Sequence[str], index: dict[tuple[str, ...], list[Hit]], most: int) -> list[Hit]:
    """Greedy from left to right, the longest run of words first, of at most so many."""
    found: list[Hit] = []
    at = 0
    while at < len(words):
        for length in range(min(most, len(words) - at), 0, -1):
            hits = index.get(tuple(words[at : at + length]))
            if hits:
                found += [Hit(at, at + length, hit.topic, hit.id, hit.group, hit.value) for hit in hits]
                at += length
                break
        else:
            at += 1
    return found
