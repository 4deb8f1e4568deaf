"""An utterance taken apart: known words, numbers, vertebral levels, and the time that it speaks of.

Start reading at ``hear``; ``Heard`` is what it gives, and ``Heard.right`` tells a new value from one that is denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from osteocase.assistant.vocabulary import Hit, Vocabulary
from osteocase.lexicon.normal import WORD, normal_word

__all__ = ["Figure", "Heard", "hear"]

_NUMBER_WORDS: dict[str, int | Decimal] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty": 20, "half": Decimal("0.5"),
}  # fmt: skip
_COUNT = r"\d+(?:\.\d+)?|half an?|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_PAIR = re.compile(
    r"\b(?:months?\s+)?(?P<first>\d+(?:\.\d+)?)\s*(?:and|to|vs\.?|versus|or|[-–])\s*(?:months?\s+)?(?P<second>\d+(?:\.\d+)?)"
    r"[\s-]*(?P<unit>weeks?|months?|years?)\b|\bmonths?\s+(?P<third>\d+)\s*(?:and|to|vs\.?|versus|[-–])\s*(?P<fourth>\d+)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<count>{_COUNT})[\s-]*(?P<unit>weeks?|wk|months?|mo|years?|yrs?)\b(?![\s-]+old)", re.IGNORECASE
)
_MONTH = re.compile(r"\bmonth\s+(?P<count>\d+(?:\.\d+)?)\b", re.IGNORECASE)
_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_MONTH_WORDS = frozenset((*_NAMES, *(name[:3] for name in _NAMES), "sept"))
_LEADING = frozenset(
    ("the", "a", "an", "and", "so", "please", "then", "but", "well", "now", "hi", "hello", "hey", "hm", "ok", "okay",
     "kindly", "thanks", "thank", "great", "good", "sorry", "also", "just", "maybe", "perhaps", "right", "alright",
     "sure", "yes", "i", "would", "like", "to", "want", "need", "let", "us", "me", "can", "could", "you", "we", "id",
     "ill", "all", "oh", "lets")
)  # fmt: skip
"""Words that lead in to a wish."""
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join((*_NAMES, *(name[:3] for name in _NAMES)))})\.?"
    r"\s+(?P<year>(?:19|20)\d\d)\b|\b(?P<iso>(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)\b",
    re.IGNORECASE,
)
_REGION = re.compile(r"\b[LT](\d{1,2})\s*(?:[-–]|to)\s*[LT]?(\d{1,2})\b", re.IGNORECASE)
"""Several vertebrae that are measured as one: ``L1-L4``, ``L2–4``."""
_LEVEL = re.compile(r"\b(?P<part>[CTLScts]|Th)(?P<number>1[0-2]|[1-9])\b(?!\s*-?\s*(?:score|weighted))", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?<![\w.])(?P<sign>[-−–+])?(?P<number>\d+(?:[.,]\d+)?)(?![\w-]*\d)\s*"
    r"(?P<unit>%|[a-zA-Zµμ]+(?:/[a-zA-Z0-9²2.]+)+|mg|g|mcg|µg|ug|iu|units?|kg|cm|m)?(?![\w])",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(is|was|are|were|did|does|do|has|have|had|could|should|would)n['’]?t\b", re.IGNORECASE)
_CANNOT = re.compile(r"\bca(?:n['’]?t|nnot)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:start|begin|began|begun|treat|therap|inject)", re.IGNORECASE)
_NEAR = 40
"""Characters behind a word within which what it leads to stands."""
_SHORT_IS = re.compile(r"\b(what|how|where|when|who|that|it|she|there)s\b", re.IGNORECASE)
"""``whats``: typed without its apostrophe."""
_DENIAL = re.compile(
    r"\b(?:not|rather than|instead of|and not|never|no longer|from)\s+(?:(?:the|a|an|her|his|in|on|at)\s+)?$",
    re.IGNORECASE,
)
_MONTHS_OF = {"w": Decimal(12) / Decimal(52), "m": Decimal(1), "y": Decimal(12)}
_SMALL_WORDS = frozenset(
    ("the", "of", "at", "in", "on", "for", "and", "or", "to", "after", "before", "with", "by", "from", "her",
     "his", "she", "he", "please", "month", "months", "year", "years", "week", "weeks", "patient", "my", "me",
     "us", "about", "did", "does", "do", "is", "was", "were", "are", "has", "had", "have", "any", "there", "ever",
     "also", "still", "been", "it", "that", "this", "be", "if", "as", "than", "into", "one", "not", "no", "up")
)  # fmt: skip
_POINTING = frozenset(("it", "that", "this", "one", "they", "them", "those", "these"))
_UNITS = frozenset(("mg", "g", "ng", "pg", "ml", "dl", "l", "cm2", "mu", "iu", "u", "nmol", "pmol", "mmol", "umol",
                    "kg", "cm", "mcg", "ug", "percent", "points", "sd", "m2", "units", "unit", "m"))  # fmt: skip
_QUESTION = frozenset(
    ("what", "which", "who", "whose", "when", "where", "why", "how", "is", "are", "was", "were", "does", "do", "did",
     "has", "have", "had", "can", "could", "should", "would", "will", "any")
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A number that is said, with the unit behind it."""

    value: Decimal
    start: int
    """Offset in the utterance."""
    unit: str | None = None
    """As typed."""
    negated: bool = False
    """True for ``not 26.9``: the value that is wrong."""


@dataclass(frozen=True)
class Heard:
    """What stands in an utterance, before anything is concluded from it."""

    say: str
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    """Where each word starts."""
    hits: tuple[Hit, ...]
    months: Decimal | None = None
    """``at 6 months``: position on the case's axis."""
    months_at: int = -1
    """Offset of that time in the utterance."""
    other_months: Decimal | None = None
    """A second one: ``6 months, not 12 months``, ``from 6 to 12 months``."""
    date: str | None = None
    """ISO, as far as it is said."""
    levels: tuple[str, ...] = ()
    region: str | None = None
    """``L2-L4``: vertebrae that are measured as one."""
    figures: tuple[Figure, ...] = field(default=())

    @property
    def number(self) -> Decimal | None:
        """The number that is said to be right, in figures or as a word."""
        for figure in self.figures:
            if not figure.negated:
                return figure.value
        return next((Decimal(_NUMBER_WORDS[one]) for one in self.words if one in _NUMBER_WORDS and len(one) > 2), None)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Classes of words that occur."""
        return frozenset(hit.group for hit in self.hits if hit.topic == "utterance" and hit.group)

    @property
    def is_question(self) -> bool:
        """Whether it asks: by its mark or by its first word."""
        return self.say.rstrip().endswith("?") or bool(self.words and {self.words[0], self.first} & _QUESTION)

    @cached_property
    def unknown_words(self) -> tuple[str, ...]:
        """Words that are neither known, nor a number, nor of the small words of every sentence."""
        covered = {number for hit in self.hits for number in range(hit.start, hit.end)}
        return tuple(
            word
            for number, word in enumerate(self.words)
            if number not in covered
            and word.isalpha()
            and len(word) > 1
            and word not in _SMALL_WORDS
            and word not in _NUMBER_WORDS
            and word not in _UNITS
            and word not in _MONTH_WORDS
        )

    @cached_property
    def lead(self) -> int:
        """Number of words at the front that only lead in: ``ok, so please``."""
        wishes = {
            hit.start
            for hit in self.hits
            if hit.topic == "utterance" and hit.group not in ("filler", "yes", "time", "ask", "list")
        }
        return next((at for at, word in enumerate(self.words) if at in wishes or word not in _LEADING), 0)

    @property
    def last(self) -> str:
        """The last word."""
        return next((word for word in reversed(self.words) if word.isalpha()), "")

    @property
    def before_treatment(self) -> bool:
        """``before she started the injections``: the time of the baseline."""
        match = _BEFORE.search(self.say)
        if match is None:
            return False
        near = [hit for hit in self.hits if match.start() < self.offsets[hit.start] <= match.end() + _NEAR]
        return bool(_BEGINS.search(self.say[match.end() : match.end() + _NEAR])) or any(
            hit.topic == "treatment" or hit.value == "treatments" for hit in near
        )

    @property
    def first(self) -> str:
        """The first word that is more than a lead-in."""
        return self.words[self.lead] if self.words else ""

    @property
    def points_back(self) -> bool:
        """Whether it speaks of what was spoken of last: ``it``, ``that one``."""
        return bool(set(self.words[self.lead : self.lead + 4]) & _POINTING)

    def right(self, group: str) -> tuple[str, ...]:
        """What the words of a class stand for, without those that are denied: ``her aunt's, not her mother's``."""
        said = [hit for hit in self.hits if hit.topic == "utterance" and hit.group == group]
        kept = [hit for hit in said if not _DENIAL.search(self.say[: self.offsets[hit.start]])]
        return tuple(hit.value or hit.id for hit in (kept or said))

    def has(self, *groups: str) -> bool:
        """Whether one of the classes of words occurs."""
        return bool(self.groups & set(groups))

    def values(self, group: str) -> tuple[str, ...]:
        """What the words of a class stand for, in their order."""
        return tuple(hit.value or hit.id for hit in self.hits if hit.topic == "utterance" and hit.group == group)

    def words_of(self, group: str) -> tuple[str, ...]:
        """What the lexicon's own words of a class stand for, such as the kinds of fractures."""
        return tuple(hit.value or hit.id for hit in self.hits if hit.topic == "word" and hit.group == group)

    def ids(self, topic: str) -> tuple[str, ...]:
        """Entries of a clinical topic that are named, in their order."""
        return tuple(dict.fromkeys(hit.id for hit in self.hits if hit.topic == topic))

    def starts_with(self, *groups: str) -> bool:
        """Whether its first words belong to one of the classes."""
        return any(
            hit.topic == "utterance" and hit.group in groups and hit.start in (0, self.lead) for hit in self.hits
        )

    def rest_after(self, group: str) -> str:
        """What is said after the first words of a class."""
        for hit in self.hits:
            if hit.topic == "utterance" and hit.group == group and hit.end < len(self.words):
                return self.say[self.offsets[hit.end] :].strip()
        return ""


def hear(say: str, vocabulary: Vocabulary, names: Iterable[tuple[str, str, str]] = ()) -> Heard:
    """Take an utterance apart."""
    say = _CANNOT.sub("can not", say)
    say = _SHORT_IS.sub(r"\1 is", _NOT.sub(r"\1 not", say))
    matches = list(WORD.finditer(say))
    words = tuple(normal_word(match.group()).lower() for match in matches)
    hits = _fallen(vocabulary.hits(words, names))
    spans, taken = _times(say)
    offsets = tuple(match.start() for match in matches)
    named = [
        (offsets[hit.start], offsets[hit.end - 1] + 1) for hit in hits if hit.topic == "analyte" and hit.end > hit.start
    ]
    levels = []
    region = _REGION.search(say)
    if region is not None:
        taken.append(region.span())
    for match in _LEVEL.finditer(say):
        if region is not None and region.start() <= match.start() < region.end():
            continue
        if any(start <= match.start() < end for start, end in named):
            continue  # the T3 of ``free T3`` is no vertebra
        part = match["part"].upper().replace("TH", "T")
        levels.append(f"{part}{match['number']}")
        taken.append(match.span())
    date_match = _DATE.search(say)
    if date_match is not None:
        taken.append(date_match.span())
    figures = tuple(
        Figure(
            Decimal(match["number"].replace(",", ".")) * (-1 if match["sign"] in ("-", "−", "–") else 1),
            match.start(),
            match["unit"] if match["unit"] and match["unit"].lower() not in ("a", "in") else None,
            negated=bool(re.search(r"\b(?:not|instead of|rather than|from)\s*$", say[: match.start()], re.IGNORECASE)),
        )
        for match in _FIGURE.finditer(say)
        if not any(start <= match.start("number") < end for start, end in taken)
    )
    return Heard(
        say=say,
        words=words,
        offsets=offsets,
        hits=hits,
        months=spans[0][1] if spans else None,
        months_at=spans[0][0] if spans else -1,
        other_months=spans[1][1] if len(spans) > 1 else None,
        date=_date(date_match) if date_match is not None else None,
        levels=tuple(dict.fromkeys(levels)),
        region=f"L{region[1]}-L{region[2]}" if region is not None else None,
        figures=figures,
    )


def _fallen(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """What is measured falls as well as people do: ``did the P1NP fall?``."""
    if not any(hit.topic in ("analyte", "bmd_site", "score") or hit.group == "measure" for hit in hits):
        return hits
    return tuple(
        Hit(hit.start, hit.end, "utterance", "trend", "trend") if hit.id in ("falls", "fall") else hit for hit in hits
    )


def _times(say: str) -> tuple[list[tuple[int, Decimal]], list[tuple[int, int]]]:
    found: list[tuple[int, Decimal]] = []
    taken: list[tuple[int, int]] = []
    for match in _PAIR.finditer(say):
        unit = _MONTHS_OF[(match["unit"] or "months")[0].lower()]
        counts = (match["first"] or match["third"], match["second"] or match["fourth"])
        found += [(match.start() + place, Decimal(count) * unit) for place, count in enumerate(counts)]
        taken.append(match.span())
    for match in _SPAN.finditer(say):
        if any(start <= match.start() < end for start, end in taken):
            continue
        text = match["count"].lower()
        count = Decimal("0.5") if text.startswith("half") else Decimal(_NUMBER_WORDS.get(text, text))
        found.append((match.start(), count * _MONTHS_OF[match["unit"][0].lower()]))
        taken.append(match.span())
    for match in _MONTH.finditer(say):
        if any(start <= match.start() < end for start, end in taken):
            continue
        found.append((match.start(), Decimal(match["count"])))
        taken.append(match.span())
    return sorted(found), taken


def _date(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    month = next(number for number, name in enumerate(_NAMES, start=1) if name.startswith(match["month"].lower()[:3]))
    day = f"-{int(match['day']):02d}" if match["day"] else ""
    return f"{match['year']}-{month:02d}{day}"
