"""Takes identifiers out of the texts of a case: the same words get the same stand-in, dates become months of the axis.

Build one ``Redactor`` from all notes of a case, then send every text that leaves through it: quotes, titles, names of
files. It tells what it found and replaced; it never says that a text is free of identifiers, since rules find what
they know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from osteocase.case.identifiers import CLASSES, Identifier, find_identifiers
from osteocase.case.months import date_position, plain
from osteocase.case.stated_dates import iso_date
from osteocase.case.wording import signed
from osteocase.lexicon import Entry, IdentifierEntry, Lexicon, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import CaseRecord, Note, Redaction, Replacement

__all__ = ["PrivacyReport", "Redactor", "Replaced", "Span", "told"]

_PART = re.compile(r"[^\W\d_][\w'’-]{2,}")
_LONGEST = 12 * 89
"""Months beyond which a distance would tell an age over 89."""
_NEAR = Decimal("0.3")
"""A place this near to a whole month is told as that month."""
_TOKEN = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s")
_BETWEEN = re.compile(r"[\W_]+")
_DATE_IN_NAME = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}[-_. ]?[01]\d[-_. ]?[0-3]\d|[0-3]\d[-_. ][01]\d[-_. ](?:19|20)\d{2})(?!\d)"
)


@dataclass(frozen=True)
class Span:
    """A stretch of a text that is replaced."""

    start: int
    end: int
    replacement: str
    letter: str
    """Class of the identifier."""


def _with_lines(stand_in: str, words: str) -> str:
    """The stand-in with the line ends of the words, so that every line of a note keeps its number."""
    return stand_in + "\n" * words.count("\n")


def _same(words: str, key: str) -> bool:
    """Equal but for case and kinds of white space."""
    return len(words) == len(key) and _SPACE.sub(" ", words.casefold()) == key


def _whole(words: str, start: int, end: int) -> bool:
    """Whether the stretch is no part of a longer word."""
    before, after = words[start - 1 : start], words[end : end + 1]
    return not (before.isalnum() and words[start].isalnum()) and not (after.isalnum() and words[end - 1].isalnum())


def _tells_apart(words: str) -> bool:
    """Whether words are long enough to be looked for everywhere: ``L`` and ``12`` stand in any note."""
    signs = [sign for sign in words if sign.isalnum()]
    return len(signs) >= (5 if all(sign.isdecimal() for sign in signs) else 3)


@dataclass(frozen=True)
class Replaced:
    """One identifier and what stands in its place."""

    letter: str
    words: str
    replacement: str


@dataclass(frozen=True)
class PrivacyReport:
    """What was found and replaced in the notes of a case."""

    replaced: tuple[Replaced, ...]
    for_a_person: tuple[str, ...] = ()
    """What only a person can take out, such as a photograph."""
    reviewed_by: str | None = None
    places: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """(class, stand-in) to how often it stands in the notes."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Class letter to the number of different identifiers found."""
        found: dict[str, set[str]] = {letter: set() for letter in CLASSES}
        for item in self.replaced:
            found[item.letter].add(item.words.casefold())
        return {letter: len(words) for letter, words in found.items()}

    def summary(self) -> Redaction:
        """The report without the identifiers themselves."""
        stand_ins = sorted({(item.letter, item.replacement) for item in self.replaced})
        return Redaction(
            replaced=tuple(
                Replacement(
                    letter=letter, kind=CLASSES[letter], stand_in=words, places=self.places.get((letter, words), 0)
                )
                for letter, words in stand_ins
            ),
            for_a_person=self.for_a_person,
            reviewed_by=self.reviewed_by,
        )

    def lines(self) -> tuple[str, ...]:
        """The report in words, without the identifiers themselves."""
        return told(self.counts, self.for_a_person, self.reviewed_by)


def told(counts: Mapping[str, int], for_a_person: Sequence[str], reviewed_by: str | None) -> tuple[str, ...]:
    """What was found by class, what was not, and what is left to a person."""
    some = [f"{letter}: {count} × {CLASSES[letter]}" for letter, count in counts.items() if count]
    none = [letter for letter in CLASSES if not counts.get(letter)]
    found = f"Found and replaced by the rules: {'; '.join(some)}." if some else "The rules found no identifier."
    rest = f"No identifier of class {', '.join(none)} was found by the rules." if some and none else ""
    person = f"Only a person can take out: {', '.join(for_a_person)}." if for_a_person else ""
    reviewed = f"Reviewed by {reviewed_by}." if reviewed_by else "Reviewed by nobody yet."
    return tuple(line for line in (found, rest, person, reviewed) if line)


@dataclass
class Redactor:
    """Replaces what it knows of the notes of one case, in any text that quotes them."""

    notes: Sequence[Note]
    case: CaseRecord | None = None
    lexicon: Lexicon | None = None
    _known: dict[str, tuple[str, str]] = field(default_factory=dict, init=False)
    """Identifier (case folded) to its class and stand-in."""
    _found: dict[tuple[str, str], Replaced] = field(default_factory=dict, init=False)
    """(class, words case folded) to what was replaced."""
    _numbers: dict[str, int] = field(default_factory=dict, init=False)
    _ambiguous: bool = field(default=False, init=False)
    """True where a name is a word of the notes too (``Young``), so that it is replaced only after its title."""

    def __post_init__(self) -> None:
        self.lexicon = self.lexicon or default_lexicon()
        self._entries = self.lexicon.of(IdentifierEntry)
        for note in sorted(self.notes, key=lambda note: note.id):
            for item in find_identifiers(note.text, lexicon=self.lexicon):
                self._stand_in(item)
        self._by_token = self._index()

    def spans(self, words: str) -> tuple[Span, ...]:
        """Where known identifiers, and those that the rules find, stand in a text, each with its stand-in, in order."""
        found: list[Span] = []
        last = 0
        for item in find_identifiers(words, lexicon=self.lexicon):
            found += self._exact(words, last, item.start)
            stand_in = _with_lines(self._stand_in(item), item.text)
            found.append(Span(item.start, item.end, stand_in, item.letter))
            last = item.end
        return (*found, *self._exact(words, last, len(words)))

    def text(self, words: str) -> str:
        """The same words with every known identifier, and every one that the rules find in them, replaced."""
        pieces: list[str] = []
        last = 0
        for span in self.spans(words):
            pieces += [words[last : span.start], span.replacement]
            last = span.end
        return "".join([*pieces, words[last:]])

    def learn(self) -> None:
        """Look everywhere for what was found since the notes were read."""
        self._by_token = self._index()

    def note(self, note: Note) -> str:
        """The whole text of a note with its identifiers replaced."""
        return self.text(note.text)

    def name(self, words: str) -> str:
        """A name of a case or file: dates, and known identifiers in any case and between any signs, replaced."""
        known = {_BETWEEN.sub(" ", one): stand_in for one, (_, stand_in) in self._known.items()}
        plain = _BETWEEN.sub(" ", _DATE_IN_NAME.sub("date", words))
        if not any(one in plain.casefold() for one in known):
            return _DATE_IN_NAME.sub("date", words)
        longest_first = sorted(known, key=lambda one: (-len(one), one))
        expression = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
        told = expression.sub(lambda match: known[match.group().casefold()].strip("[]"), plain)
        return "-".join(told.split())

    def report(
        self, *, reviewed_by: str | None = None, places: Mapping[tuple[str, str], int] | None = None
    ) -> PrivacyReport:
        """What was found so far."""
        replaced = tuple(self._found[key] for key in sorted(self._found))
        person = sorted({CLASSES[item.letter] for item in replaced if item.letter in ("P", "Q")})
        if self._ambiguous:
            person.append("names that are words of medicine too, where no title stands before them")
        return PrivacyReport(replaced, tuple(person), reviewed_by, dict(places or {}))

    def _exact(self, words: str, start: int, end: int) -> Iterable[Span]:
        """Known identifiers between two positions, without a rule that finds them there."""
        last = start
        for token in _TOKEN.finditer(words, start, end):
            for lead, length, key in self._by_token.get(token.group().casefold(), ()):
                first, final = token.start() - lead, token.start() - lead + length
                if first < last or final > end or not _same(words[first:final], key) or not _whole(words, first, final):
                    continue
                if words[first].islower() and words[first:final].isalpha():
                    continue  # a name or place begins with a capital; "long" and "white" are words
                letter, stand_in = self._known[key]
                yield Span(first, final, _with_lines(stand_in, words[first:final]), letter)
                last = final
                break

    def _index(self) -> dict[str, list[tuple[int, int, str]]]:
        """The first word of each known identifier to (signs before it, length, identifier), the longest first."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for key in sorted(self._known, key=lambda words: (-len(words), words)):
            token = _TOKEN.search(key)
            if token is not None:
                found.setdefault(token.group(), []).append((token.start(), len(key), key))
        return found

    def _stand_in(self, item: Identifier) -> str:
        entry = self._entries[item.rule]
        key = " ".join(item.text.casefold().split())
        if (item.letter, key) in self._found:
            return self._found[item.letter, key].replacement
        if item.letter == "C":
            stand_in = self._date(item, entry)
        elif key in self._known:
            stand_in = self._known[key][1]
        else:
            stand_in = self._numbered(entry.replacement)
        self._found[item.letter, key] = Replaced(item.letter, item.text, stand_in)
        if item.letter == "A" and key in self._vocabulary:
            self._ambiguous = True
        elif entry.everywhere and _tells_apart(key):
            self._known.setdefault(key, (item.letter, stand_in))
            if item.letter == "A":
                for part in self._parts(item.text):
                    self._known.setdefault(part, (item.letter, stand_in))
        return stand_in

    def _numbered(self, replacement: str) -> str:
        """``[name]``, ``[name 2]``: the first one has no number."""
        count = self._numbers.get(replacement, 0) + 1
        self._numbers[replacement] = count
        return replacement if count == 1 else f"{replacement[:-1]} {count}]"

    def _date(self, item: Identifier, entry: IdentifierEntry) -> str:
        """A date as a place on the axis; without an axis, and for parts of dates, a plain stand-in."""
        if entry.id != "date":
            return entry.replacement
        iso = iso_date(re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", item.text))
        zero = self.case.case.axis.date if self.case is not None else None
        if iso is None or zero is None or len(iso) < 7 or len(zero) < 7:
            return entry.replacement
        months = date_position(iso) - date_position(zero)
        if abs(months) > _LONGEST:
            return entry.replacement
        near = plain(months, 0) if abs(months - plain(months, 0)) <= _NEAR else plain(months, 1)
        return f"[month {signed(near) if near < 0 else near}]"

    def _parts(self, name: str) -> Iterable[str]:
        """Surname and first name alone; never a word that the notes need, such as ``Young`` or ``Hill``."""
        words = [match.group() for match in _PART.finditer(name)]
        return (word.casefold() for word in words if word[:1].isupper() and word.casefold() not in self._vocabulary)

    @property
    def _vocabulary(self) -> frozenset[str]:
        """Words of the lexicon."""
        assert self.lexicon is not None
        return _vocabulary_of(self.lexicon)


_VOCABULARIES: dict[int, frozenset[str]] = {}


def _vocabulary_of(lexicon: Lexicon) -> frozenset[str]:
    if id(lexicon) not in _VOCABULARIES:
        words: set[str] = set()
        for entry in lexicon.all():
            words.update(_words_of(entry))
        _VOCABULARIES[id(lexicon)] = frozenset(words)
    return _VOCABULARIES[id(lexicon)]


def _words_of(entry: Entry) -> Iterable[str]:
    for term in entry.terms:
        yield from normal_words(term)
