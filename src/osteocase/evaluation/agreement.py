"""When a field of a record agrees with the gold: exact numbers, forgiving spelling, units and names by the lexicon.

- Numbers agree when they are equal as decimals (``4.20`` is ``4.2``).
- Words agree without regard to case, spaces, underscores and kinds of dash; where the lexicon has a word group for a
  field (route, frequency, side, part and kind of a fracture) two words that stand for the same value agree.
- Units agree when the lexicon gives both the same UCUM code, doses also in singular and plural.
- Times, durations, reasons and machines agree when the words of one contain the words of the other: ``in March 2021``
  and ``March 2021``; a date that the gold gives as ISO must begin the same.
- A relative agrees with the wider word: the gold's ``sibling`` with a sister, its ``family`` with any relative.
- Analytes, agents, scores and findings of the gold are looked up by id first; one that is no id of the lexicon is
  looked up as a term, then by the gold's ``name`` as a term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

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
    WordEntry,
)
from osteocase.lexicon.normal import normal_words

__all__ = ["UNSCORED_FIELDS", "Agreement", "as_number", "plain", "same_subject"]

UNSCORED_FIELDS = frozenset({
    "source", "also", "name", "name_text", "comment", "note", "id", "rule", "review", "basis", "sources", "converted",
    "records",
})  # fmt: skip
"""Fields that say where a fact stands or how it is called, not what it is."""

_SIGN = re.compile(r"[(\[]?(?P<sign>[-–−+])(?:ve)?[)\]]?")
"""A result told by a sign: ``(-)``."""
_LOOSE = {"duration", "reason", "machine", "detail", "dose_text", "label"}
_WORD_GROUPS = {
    "route": "route", "frequency": "frequency", "side": "side", "acuity": "acuity", "modality": "modality",
    "part": "fracture_part", "kind": "fracture_kind", "ethnicity": "ethnicity",
}  # fmt: skip
_TIMES = {"time", "start", "stop"}
_CONVERTED_TOLERANCE = {"height_cm": Decimal("0.5"), "weight_kg": Decimal("0.5"), "bmi_kg_m2": Decimal("0.05")}
"""Half a unit for what may have been converted from feet and pounds."""
_SKIPPED_WORDS = {"serum", "plasma", "level", "levels", "test", "tests", "titre", "titer", "of", "s", "sr", "."}
_NAMED: dict[str, tuple[str, type[Entry]]] = {
    "labs": ("analyte", AnalyteEntry),
    "treatments": ("agent", TreatmentEntry),
    "scores": ("name", ScoreEntry),
    "findings": ("concept", FindingEntry),
}


def plain(text: str) -> str:
    """A word as it is compared: one case, one space, one dash, no underscore."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[‐‑‒–—−﹣-]", "-", text)
    return re.sub(r"[\s_]+", " ", text).strip(" .,;:()")


def as_number(value: object) -> Decimal | None:
    """A number of JSON or of a record as a decimal; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


class Agreement:
    """Compares fields with the help of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries: dict[str, set[str]] = {name: set(lexicon.of(model)) for name, (_, model) in _NAMED.items()}
        self._terms = {name: _terms_of(lexicon, model) for name, (_, model) in _NAMED.items()}
        self._units = {
            _squeezed(form): unit.id
            for unit in lexicon.of(UnitEntry).values()
            for form in (unit.id, *unit.abbreviations, *unit.terms)
        }
        self._words: dict[tuple[str, str], str] = {
            (word.group, " ".join(normal_words(term))): word.value or word.id
            for word in lexicon.of(WordEntry).values()
            for term in (*word.terms, *word.abbreviations)
        }
        self._sites = {
            " ".join(normal_words(term)): site.site
            for site in lexicon.of(SiteEntry).values()
            for term in (*site.terms, *site.abbreviations)
        }
        self._bones = {plain(term): bone.bone for bone in lexicon.of(BoneEntry).values() for term in bone.terms}

    def identity(self, list_name: str, row: Mapping[str, Any]) -> str:
        """The lexicon's id of a gold record's analyte, agent, score or finding; its own word where none is known."""
        field = _NAMED[list_name][0]
        own = str(row.get(field, ""))
        if own in self._entries[list_name]:
            return own
        terms = self._terms[list_name]
        written = row.get("name") if field != "name" else None
        for text in (own.replace("_", " "), written):
            if not isinstance(text, str):
                continue
            words = normal_words(text)
            kept = tuple(word for word in words if word not in _SKIPPED_WORDS)
            found = terms.get(words) or terms.get(kept)
            if found is not None:
                return found
        return own

    def site(self, name: object) -> object:
        """The site of measurement that a gold file's name stands for; the name itself where no term is like it.

        The gold's ``hip`` is the total hip: records tell no score of a hip without a part.
        """
        found = self._sites.get(str(name).replace("_", " "), name)
        return "total_hip" if found == "hip" else found

    def unit(self, text: str) -> str:
        """UCUM code of a unit as written, or the spelling without spaces, in one case and in the singular."""
        squeezed = _squeezed(text)
        return self._units.get(squeezed) or self._units.get(squeezed.removesuffix("s")) or squeezed.removesuffix("s")

    def result_class(self, text: str) -> str:
        """What a result in words says, ``high`` for ``mildly elevated``; the plain words where no pattern knows."""
        sign = _SIGN.fullmatch(text.strip())
        if sign is not None:
            return "positive" if sign["sign"] == "+" else "negative"
        words = normal_words(text)
        for start in range(len(words)):
            found = self._words.get(("result", " ".join(words[start:])))
            if found is not None and found != "none":
                return found
        return plain(text)

    def bone(self, text: object) -> str | None:
        """A bone's key; a term of the lexicon counts as its bone."""
        if not isinstance(text, str):
            return None
        word = plain(text)
        return self._bones.get(word, word)

    def field(self, field: str, gold: object, found: Mapping[str, Any]) -> bool:
        """Whether a record's field agrees with what the gold gives for it."""
        value = found.get(field)
        if field == "level" and isinstance(gold, (str, int)) and str(gold).isdecimal():
            value = found.get("number")  # which rib or ray; only vertebrae have levels
        if field in _TIMES:
            return _same_time(gold, value)
        if field == "reference":
            return _same_interval(gold, value)
        if gold is None or value is None:
            return (gold is None and value is None) or (field == "dose" and _same_dose_text(gold, found))
        if field in {"unit", "dose_unit", "canonical_unit"}:
            return self.unit(str(gold)) == self.unit(str(value))
        if field == "subject":
            return same_subject(gold, value)
        if field == "site":
            return bool(gold == value or self.site(gold) == value)
        if field == "bone":
            return self.bone(gold) == self.bone(value)
        return self._same_plain(field, gold, value) or (field == "dose" and _same_dose_text(gold, found))

    def _same_plain(self, field: str, gold: object, value: object) -> bool:
        if isinstance(gold, bool) or isinstance(value, bool):
            return gold is value
        left, right = as_number(gold), as_number(value)
        if left is not None and right is not None:
            return abs(left - right) <= _CONVERTED_TOLERANCE.get(field, Decimal(0))
        if field in _LOOSE:
            return _contains(str(gold), str(value))
        if field == "region":
            return _levels(str(gold)) == _levels(str(value))
        first, second = plain(str(gold)), plain(str(value))
        if first == second or first.replace("-", " ") == second.replace("-", " "):
            return True
        group = _WORD_GROUPS.get(field)
        if group is None:
            return False
        meanings = [self._words.get((group, " ".join(normal_words(text)))) for text in (first, second)]
        own = [meaning or text for meaning, text in zip(meanings, (first, second), strict=True)]
        return plain(own[0]) == plain(own[1])


_RELATIVES = {
    "sibling": {"sister", "brother"},
    "parent": {"mother", "father"},
    "grandparent": {"grandmother", "grandfather"},
    "child": {"daughter", "son"},
}


def same_subject(gold: object, found: object) -> bool:
    """Whether a record is of whom the gold names; a gold that says ``sibling`` says no more of a sister."""
    wider = _RELATIVES.get(str(gold), set())
    if gold == "family":
        wider = {*_RELATIVES, "aunt", "uncle", "niece", "nephew", "cousin"}.union(*_RELATIVES.values())
    return gold == found or found in wider


def _terms_of(lexicon: Lexicon, model: type[Entry]) -> dict[tuple[str, ...], str]:
    terms: dict[tuple[str, ...], str] = {}
    for entry in lexicon.of(model).values():
        special = (getattr(entry, name, ()) for name in ("absent_terms", "historical_terms"))
        for term in (*entry.terms, *(term for group in special for term in group), *entry.abbreviations):
            terms.setdefault(normal_words(term), entry.id)
    return terms


def _squeezed(text: str) -> str:
    text = text.replace("μ", "u").replace("µ", "u").replace("²", "2").replace("³", "3")
    return re.sub(r"[\s.]+", "", text).casefold()


def _contains(first: str, second: str) -> bool:
    """Whether the words of one stand in a row among the words of the other."""
    left, right = normal_words(plain(first)), normal_words(plain(second))
    short, long = sorted((left, right), key=len)
    if not short:
        return not long
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


_REGIONS = {
    "1/3": "33%", "one-third": "33%", "onethird": "33%", "1/3radius": "33%", "33%radius": "33%", "subtotal": "tblh",
    "lesshead": "tblh", "wholebodylesshead": "tblh", "totalbodylesshead": "tblh",
}  # fmt: skip
"""Regions that machines print under several names."""


def _levels(text: str) -> str:
    """``L1–4`` and ``L1-L4`` alike, and a third of the radius with 33 % of it."""
    joined = re.sub(r"\s+", "", plain(text).replace(" to ", "-"))
    if joined in _REGIONS:
        return _REGIONS[joined]
    return re.sub(r"([a-z])(\d+)-(\d+)", r"\1\2-\1\3", joined)


def _same_time(gold: object, found: object) -> bool:
    if gold is None or found is None:
        return gold is None and found is None
    wanted = gold if isinstance(gold, Mapping) else {"text": str(gold)}
    given = found if isinstance(found, Mapping) else {"text": str(found)}
    date = wanted.get("date")
    if date is not None and not str(given.get("date") or "").startswith(str(date)):
        return False
    for name in ("kind", "anchor", "end"):
        if wanted.get(name) is not None and wanted[name] != given.get(name):
            return False
    text = wanted.get("text")
    return text is None or _contains(str(text), str(given.get("text") or "")) or date is not None


def _same_interval(gold: object, found: object) -> bool:
    if not isinstance(gold, Mapping) or not isinstance(found, Mapping):
        return gold is None and found is None
    for end in ("low", "high"):
        if end in gold and as_number(gold[end]) != as_number(found.get(end)):
            return False
    if "low" in gold or "high" in gold:
        return True
    return _contains(str(gold.get("text", "")), str(found.get("text", "")))


def _same_dose_text(gold: object, found: Mapping[str, Any]) -> bool:
    """``10/40`` is no number: then the dose as written counts."""
    written = found.get("dose_text")
    return isinstance(gold, str) and isinstance(written, str) and plain(written).startswith(plain(gold))
