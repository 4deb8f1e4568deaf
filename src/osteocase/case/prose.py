"""Sentences made of phrases, each of which knows the records that it tells: the parts of a case's narrative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from osteocase.records import CaseRecord, Model

__all__ = ["NarrativeSection", "Phrase", "Sentence", "Writer", "article", "join_phrases", "sentence"]


class Phrase(Model):
    """A few words of a sentence, and the records that stand behind them."""

    text: str
    records: tuple[str, ...] = ()
    """Ids of records, of derived values, or ``patient/<field>``."""


class Sentence(Model):
    """One sentence: its phrases put together are its text."""

    phrases: tuple[Phrase, ...]

    @property
    def text(self) -> str:
        """The sentence as it is printed."""
        return "".join(phrase.text for phrase in self.phrases)

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of everything that the sentence tells, each once, in order."""
        return tuple(dict.fromkeys(record for phrase in self.phrases for record in phrase.records))


class NarrativeSection(Model):
    """One section of the narrative; ``author`` names the person where a person wrote it."""

    key: str
    """Stable key: ``background``, ``presentation``, ``diagnosis``, ``treatment``, ``follow_up``, ``outcome``."""
    title: str
    sentences: tuple[Sentence, ...]
    author: str | None = None


_COUNTS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_COUNT = re.compile(r"^(?:\d|1[0-2])(?= (?:weeks?|months?|years?)\b)")
"""A sentence does not begin with a figure: ``Four months before the start of treatment``."""


def sentence(*parts: str | Phrase | Sequence[Phrase]) -> Sentence:
    """A sentence of words and phrases: capital first, full stop last."""
    phrases: list[Phrase] = []
    for part in parts:
        if isinstance(part, str):
            phrases.append(Phrase(text=part))
        elif isinstance(part, Phrase):
            phrases.append(part)
        else:
            phrases.extend(part)
    told = [phrase for phrase in phrases if phrase.text]
    begin = _COUNT.sub(lambda match: _COUNTS[int(match[0])], told[0].text)
    told[0] = told[0].model_copy(update={"text": begin[:1].upper() + begin[1:]})
    if not told[-1].text.endswith("."):
        told[-1] = told[-1].model_copy(update={"text": told[-1].text + "."})
    return Sentence(phrases=tuple(told))


def join_phrases(phrases: Iterable[Phrase], last: str = "and") -> list[Phrase]:
    """Phrases as a list in words: ``a``, ``a and b``, ``a, b and c``."""
    items = list(phrases)
    joined: list[Phrase] = []
    for index, phrase in enumerate(items):
        if index:
            joined.append(Phrase(text=f" {last} " if index == len(items) - 1 else ", "))
        joined.append(phrase)
    return joined


def article(words: str) -> str:
    """``a`` or ``an`` before words: an 81-year-old, an American, a European, a 74-year-old."""
    first = words[:3].lower()
    if first[:1].isdecimal():
        digits = "".join(sign for sign in words if sign.isdecimal() or sign == "-").split("-")[0]
        return "an" if digits.startswith("8") or digits in ("11", "18") else "a"
    return "an" if first[:1] in "aeiou" and not first.startswith(("eu", "one", "uni")) else "a"


class Writer:
    """The words that a whole narrative shares: who the patient is, what month zero is called."""

    def __init__(self, case: CaseRecord) -> None:
        self.case = case
        sex = case.patient.sex
        self.subject = {"female": "she", "male": "he"}.get(sex or "", "the patient")
        self.possessive = {"female": "her", "male": "his"}.get(sex or "", "the patient's")
        anchor = case.case.axis.anchor
        self._zero = {
            "treatment_start": ("at the start of treatment", "the start of treatment"),
            "delivery": ("at delivery", "delivery"),
            "fracture": ("at the time of the fracture", "the fracture"),
            "surgery": ("at the time of surgery", "surgery"),
        }.get(anchor or "", ("at the first visit", "the first visit"))

    def when(self, months: Decimal | None) -> str:
        """A place on the axis: ``at 6 months``, ``8 months before the start of treatment``; empty where unknown."""
        if months is None:
            return ""
        size = abs(months)
        if size < Decimal("0.4"):
            return self._zero[0]
        whole = size.quantize(Decimal(1), rounding=ROUND_HALF_UP)
        if whole < 1:
            weeks = max(1, int((size * Decimal("4.348")).to_integral_value(ROUND_HALF_UP)))
            length = f"{weeks} week{'s' if weeks > 1 else ''}"
        else:
            length = f"{whole} month{'s' if whole > 1 else ''}"
        if months < 0:
            return f"{length} before {self._zero[1]}"
        return f"at {length}" if self._zero[1] != "delivery" else f"{length} after delivery"

    def patient(self, *fields: str) -> tuple[str, ...]:
        """Names of those of the patient's fields that are told."""
        return tuple(f"patient/{name}" for name in fields if getattr(self.case.patient, name) is not None)
