"""Takes identifiers out of the texts of a case: the same words get the same stand-in, dates become months of the axis.

Build one ``Redactor`` from all notes of a case, then send every text that leaves through it: quotes, titles, names of
files. It tells what it found and replaced; it never says that a text is free of identifiers, since rules find what
they know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from osteocase.case.identifiers import CLASSES, Identifier, find_identifiers
from osteocase.case.months import date_position
from osteocase.case.stated_dates import iso_date
from osteocase.case.timepoints import months_label
from osteocase.lexicon import Entry, IdentifierEntry, Lexicon, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import CaseRecord, Note

__all__ = ["PrivacyReport", "Redactor", "Replaced"]

_PART = re.compile(r"[^\W\d_][\w'’-]{2,}")


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

    @property
    def counts(self) -> Mapping[str, int]:
        """Class letter to the number of different identifiers found."""
        found: dict[str, set[str]] = {letter: set() for letter in CLASSES}
        for item in self.replaced:
            found[item.letter].add(item.words.casefold())
        return {letter: len(words) for letter, words in found.items()}

    def lines(self) -> tuple[str, ...]:
        """The report in words, without the identifiers themselves."""
        told = [f"{letter}: {count} × {CLASSES[letter]}" for letter, count in self.counts.items() if count]
        none = [letter for letter, count in self.counts.items() if not count]
        found = f"Found and replaced by the rules: {'; '.join(told)}." if told else "The rules found no identifier."
        rest = f"No identifier of class {', '.join(none)} was found by the rules." if told and none else ""
        person = f"Only a person can take out: {', '.join(self.for_a_person)}." if self.for_a_person else ""
        reviewed = f"Reviewed by {self.reviewed_by}." if self.reviewed_by else "Reviewed by nobody yet."
        return tuple(line for line in (found, rest, person, reviewed) if line)


@dataclass
class Redactor:
    """Replaces what it knows of the notes of one case, in any text that quotes them."""

    notes: Sequence[Note]
    case: CaseRecord | None = None
    lexicon: Lexicon | None = None
    _known: dict[str, str] = field(default_factory=dict, init=False)
    """Identifier (case folded) to its stand-in."""
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
        self._expression = self._compile()

    def text(self, words: str) -> str:
        """The same words with every known identifier, and every one that the rules find in them, replaced."""
        pieces: list[str] = []
        last = 0
        for item in find_identifiers(words, lexicon=self.lexicon):
            pieces += [self._exact(words[last : item.start]), self._stand_in(item)]
            last = item.end
        return "".join([*pieces, self._exact(words[last:])])

    def note(self, note: Note) -> str:
        """The whole text of a note with its identifiers replaced."""
        return self.text(note.text)

    def report(self, *, reviewed_by: str | None = None) -> PrivacyReport:
        """What was found so far."""
        replaced = tuple(self._found[key] for key in sorted(self._found))
        person = sorted({CLASSES[item.letter] for item in replaced if item.letter in ("P", "Q")})
        if self._ambiguous:
            person.append("names that are words of medicine too, where no title stands before them")
        return PrivacyReport(replaced, tuple(person), reviewed_by)

    def _exact(self, words: str) -> str:
        """Known identifiers wherever they stand, without a rule that finds them there."""
        if self._expression is None:
            return words
        return self._expression.sub(lambda match: self._known[match.group().casefold()], words)

    def _stand_in(self, item: Identifier) -> str:
        entry = self._entries[item.rule]
        key = " ".join(item.text.casefold().split())
        if (item.letter, key) in self._found:
            return self._found[item.letter, key].replacement
        if item.letter == "C":
            stand_in = self._date(item, entry)
        elif key in self._known:
            stand_in = self._known[key]
        else:
            stand_in = self._numbered(entry.replacement)
        self._found[item.letter, key] = Replaced(item.letter, item.text, stand_in)
        if item.letter == "A" and key in self._vocabulary:
            self._ambiguous = True
        elif entry.everywhere:
            self._known.setdefault(key, stand_in)
            if item.letter == "A":
                for part in self._parts(item.text):
                    self._known.setdefault(part, stand_in)
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
        iso = iso_date(item.text)
        zero = self.case.case.axis.date if self.case is not None else None
        if iso is None or zero is None or len(iso) < 7 or len(zero) < 7:
            return entry.replacement
        months = date_position(iso) - date_position(zero)
        whole = months.quantize(type(months)(1))
        label = "month 0" if abs(months) < 1 and abs(whole) == 0 else months_label(months.quantize(type(months)("0.1")))
        return f"[{label}]"

    def _parts(self, name: str) -> Iterable[str]:
        """Surname and first name alone; never a word that the notes need, such as ``Young`` or ``Hill``."""
        words = [match.group() for match in _PART.finditer(name)]
        return (word.casefold() for word in words if word[:1].isupper() and word.casefold() not in self._vocabulary)

    @property
    def _vocabulary(self) -> frozenset[str]:
        """Words of the lexicon."""
        assert self.lexicon is not None
        return _vocabulary_of(self.lexicon)

    def _compile(self) -> re.Pattern[str] | None:
        if not self._known:
            return None
        longest_first = sorted(self._known, key=lambda words: (-len(words), words))
        alternatives = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


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
