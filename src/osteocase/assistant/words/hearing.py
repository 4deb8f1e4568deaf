"""An utterance taken apart: known words, numbers, vertebral levels, and the time that it speaks of.

Start reading at ``hear``; ``Heard`` is what it gives, and ``Heard.right`` tells a new value from one that is denied.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from osteocase.assistant.words.shorthand import spelt_out
from osteocase.assistant.words.spoken_dates import month_span, month_without_year, open_date, spoken_dates
from osteocase.assistant.words.spoken_times import DENIAL, NUMBER_WORDS, day_of, is_denied, last_few, right_date, times
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.lexicon.normal import WORD, normal_word

__all__ = ["Figure", "Heard", "Moment", "hear", "in_full"]

_MONTH_WORDS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "st", "nd", "rd",
     "th")
)  # fmt: skip
_LEADING = frozenset(
    ("the", "a", "an", "and", "so", "please", "then", "but", "well", "now", "hi", "hello", "hey", "hm", "ok", "okay",
     "kindly", "thanks", "thank", "great", "good", "sorry", "also", "just", "maybe", "perhaps", "right", "alright",
     "sure", "yes", "i", "would", "like", "to", "want", "need", "let", "us", "me", "can", "could", "you", "we", "id",
     "ill", "all", "oh", "lets")
)  # fmt: skip
"""Words that lead in to a wish."""
_REGION = re.compile(r"\b[LT](\d{1,2})\s*(?:[-–]|to)\s*[LT]?(\d{1,2})\b(?![.,]\d)", re.IGNORECASE)
"""Several vertebrae that are measured as one: ``L1-L4``, ``L2–4``."""
_LEVEL = re.compile(r"\b(?P<part>[CTLScts]|Th)(?P<number>1[0-2]|[1-9])\b(?!\s*-?\s*(?:score|weighted))", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?<![\w.])(?P<sign>[-−–+])?(?P<number>\d+(?:[.,]\d+)?)(?![\w-]*\d)\s*"
    r"(?P<unit>%|[a-zA-Zµμ]+(?:/[a-zA-Z0-9²2.]+)+|mg|g|mcg|µg|ug|iu|units?|kg|cm|m|lbs?|pounds?|inches)?(?![\w])",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"(?<!that )(?<!same )\bday\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"\s*(?:min(?:ute)?s?|hrs?|hours?|days?|secs?|seconds?|h)\b", re.IGNORECASE)  # of the clock
_UNIT_ALONE = re.compile(r"(?<![\w/.])(?<!\d )[A-Za-zµμ%]{1,5}/[A-Za-z0-9²]+(?:[./][A-Za-z0-9²]+)*(?![\w/])")
_NOT = re.compile(r"\b(is|was|are|were|did|does|do|has|have|had|could|should|would)n['’]?t\b", re.IGNORECASE)
_CANNOT = re.compile(r"\bca(?:n['’]?t|nnot)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:start|begin|began|begun|treat|therap|inject)", re.IGNORECASE)
_NEAR = 40
"""Characters behind a word within which what it leads to stands."""
_WRITE_DOWN = re.compile(
    r"\b(?:put|write|type|enter) (?:that|this|it) (?:in|down)\b|\bplease (?:to )?(?:record|correct|change|amend|fix)\b",
    re.IGNORECASE,
)
_ASKS_WITHIN = re.compile(
    r"\b(?:is|was|are|were) (?:from|of|at|on|in|by|for) (?:which|what|whom|whose)\b|(?:\band|[,;])\s+"
    r"(?:what|where|when|which|who|why|how) (?:is|was|are|were|did|does|has|had|many|much|long|often)\b",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"^\W*(?:please\s+|but\s+|and\s+)*(?:do|does|is|has) not\s+(?!she\b|he\b|it\b|there\b|we\b)\w+", re.IGNORECASE
)
"""``do not touch the TSH``, no question."""
_SHORT_IS = re.compile(r"\b(what|how|where|when|who|that|she|there)s\b", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    ("the", "of", "at", "in", "on", "for", "and", "or", "to", "after", "before", "with", "by", "from", "her",
     "his", "she", "he", "please", "month", "months", "year", "years", "week", "weeks", "patient", "my", "me",
     "us", "about", "did", "does", "do", "is", "was", "were", "are", "has", "had", "have", "any", "there", "ever",
     "also", "still", "been", "it", "that", "this", "be", "if", "as", "than", "into", "one", "not", "no", "up")
)  # fmt: skip
_OFTEN = re.compile(
    r"\b(?:once|twice|three times|four times)\s+(?:a |an |per |every )?"
    r"(?:daily|weekly|monthly|yearly|day|week|month|year)\b"
    r"|\bevery\s+(?:\d+\s+|other\s+|second\s+)?(?:days?|weeks?|months?|years?)\b"
    r"|\b(?:one|two|three|four)\s+(?:a|per|every)\s+(?:day|week|month)\b"
    r"|(?<=mg )(?:daily|weekly|monthly|yearly|fortnightly)\b|\b(?:OD|BD|BID|TDS|TID|QDS|QID)\b",
    re.IGNORECASE,
)
_WORDY = re.compile(r"[^\W\d_]{2,}(?:\d{1,2}[a-z]?)?$(?<!th\d)(?<!th\d\d)")
_SHE = frozenset(("she", "he"))
_POINTING = frozenset(("it", "that", "this", "one", "they", "them", "those", "these"))
_UNITS = frozenset(("mg", "g", "ng", "pg", "ml", "dl", "l", "cm2", "mu", "iu", "u", "nmol", "pmol", "mmol", "umol",
                    "kg", "cm", "lb", "lbs", "pounds", "pound", "inches", "inch", "ft", "feet", "stone", "mcg", "ug",
                    "percent", "points", "sd", "kilo", "kilos", "kgs", "m2", "units", "unit", "m"))  # fmt: skip
_QUESTION = frozenset(
    ("what", "which", "who", "whose", "when", "where", "why", "how", "is", "are", "was", "were", "does", "do", "did",
     "has", "have", "had", "can", "could", "should", "would", "will", "any", "anyone", "anybody")
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """A time that is named by an event of the case."""

    relation: str
    """``before``, ``at``, ``after`` or ``during``."""
    months: Decimal
    """Position of the event on the axis."""
    until: Decimal | None = None
    """Its end, for ``during``."""
    slack: Decimal = Decimal("0.5")
    """Months after it within which something was still at that time."""


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
    months_at: int = -1  # offset of that time in the utterance
    other_months: Decimal | None = None  # ``6 months, not 12 months``, ``from 6 to 12 months``
    date: str | None = None
    """ISO, as far as it is said."""
    dates: tuple[str, ...] = ()  # all that are said
    dates_at: tuple[int, ...] = ()  # their offsets
    open_date: str | None = None  # a slashed date, as typed, that can be read in two ways where no note tells the order
    day: int | None = None  # a day alone: ``on the 4th``
    moment: Moment | None = None
    """A time that is told by what happened then."""
    moments: tuple[tuple[int, Moment], ...] = ()  # all such times, each with its offset
    between: tuple[Decimal, Decimal] | None = None
    """Two positions that are told by what happened there."""
    unplaced: str | None = None
    """What tells the time, as said, of which no time is recorded: the drug of ``the calcium after denosumab``."""
    notes: tuple[str, ...] = ()
    """Notes that are named by a word of their title."""
    repaired: tuple[tuple[str, str], ...] = ()
    """Words as typed, and the known words that they are read as."""
    levels: tuple[str, ...] = ()
    region: str | None = None
    """``L2-L4``: vertebrae that are measured as one."""
    figures: tuple[Figure, ...] = field(default=())
    unit: str | None = None
    """A unit that is said without a number, as typed: ``the unit is mU/L``."""
    month_day: tuple[int, int | None] | None = None
    """Month and day of a date whose year is not said."""
    last_few: int | None = None
    """``the last three``: so many of the latest."""
    excluded: str = ""  # what a question leaves out: ``apart from the vitamin D``
    grounds: str | None = None
    """Why something ended, in the words of the author."""
    kept_side: str | None = None
    """A side that was spoken of before."""
    left_out: frozenset[int] = frozenset()
    """Numbers of strange words that a question is answered without."""

    @cached_property
    def measure(self) -> str | None:
        """What of a density is asked for; ``the bone density T-score`` is its T-score."""
        said = self.values("measure")
        return next((one for one in said if one != "bmd_g_cm2"), said[0] if said else None)

    @property
    def number(self) -> Decimal | None:
        """The number that is said to be right, in figures or as a word."""
        for figure in self.figures:
            if not figure.negated:
                return figure.value
        return next((Decimal(NUMBER_WORDS[one]) for one in self.words if one in NUMBER_WORDS and len(one) > 2), None)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Classes of words that occur."""
        return frozenset(hit.group for hit in self.hits if hit.topic == "utterance" and hit.group)

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks: by its mark or by its first word."""
        if self.say.rstrip().endswith("?") or _ASKS_WITHIN.search(self.say):
            return True
        if self.starts_with("correct") or _WRITE_DOWN.search(self.say) or _FORBIDS.match(self.say):
            return False  # ``should read 12.5``
        told = self.words[: self.lead][-1:] in (("i",), ("we",), ("you",))  # ``we are happy with it``
        return bool({*self.words[:1], "" if told else self.first} & _QUESTION)

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """Words that are neither known, nor a number, nor of the small words of every sentence."""
        return tuple(self.words[number] for number in self.unknown_at)

    @cached_property
    def unknown_at(self) -> tuple[int, ...]:
        """Numbers of the words that are not known."""
        covered = {number for hit in self.hits for number in range(hit.start, hit.end)} | self.left_out
        return tuple(
            number
            for number, word in enumerate(self.words)
            if number not in covered
            and _WORDY.match(word)
            and word not in _SMALL_WORDS
            and word not in NUMBER_WORDS
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
        talk = {at for hit in self.hits if hit.id == "filler_talk" for at in range(hit.start, hit.end)}
        return next(
            (
                at
                for at, word in enumerate(self.words)
                if at in wishes or not (word in _LEADING or at in talk or not any(map(str.isalnum, word)))
            ),
            0,
        )

    @property
    def last(self) -> str:
        """The last word."""
        return next((word for word in reversed(self.words) if word.isalpha()), "")

    @property
    def before_treatment(self) -> bool:
        """``before she started the injections``: the time of the baseline."""
        match = _BEFORE.search(self.say)
        if match is None or " or after" in self.say.casefold():
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
        kept = [hit for hit in said if not DENIAL.search(self.say[: self.offsets[hit.start]])]
        return tuple(hit.value or hit.id for hit in (kept or said))

    @property
    def frequencies(self) -> tuple[str, ...]:
        """How often something is taken, without what is denied: ``once daily, not twice``."""
        return tuple(
            " ".join((match.group() if match.group().isupper() else match.group().lower()).split())
            for match in _OFTEN.finditer(self.say)
            if not is_denied(self.say, *match.span())
        )

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

    @property
    def drugs(self) -> tuple[Hit, ...]:
        """Treatments that are named, also where they only tell the time: ``side effects on alendronate``."""
        return tuple(
            hit if hit.topic == "treatment" else replace(hit, topic="treatment", id=str(hit.value), group=None)
            for hit in self.hits
            if hit.topic == "treatment" or (hit.id == "moment" and hit.value)
        )

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


def hear(
    say: str,
    vocabulary: Vocabulary,
    names: Iterable[tuple[str, str, str]] = (),
    dates: Collection[str] = (),
    of_notes: Collection[str] = (),
    *,
    day_first: bool | None = None,
) -> Heard:
    """Take an utterance apart.

    Args:
        say: what was said.
        vocabulary: the words to listen for.
        names: (topic, id, name) of what the case itself calls things.
        dates: ISO dates of the case, which tell how 06/04/2021 or a month without its year is meant.
        of_notes: words of the notes, which are no slips.
        day_first: the order of slashed dates in the notes; null where they do not tell it.
    """
    names = tuple(names)
    say = _CANNOT.sub("can not", spelt_out(say))
    say = _SHORT_IS.sub(r"\1 is", _NOT.sub(r"\1 not", say))
    matches = list(WORD.finditer(say))
    words = tuple(normal_word(match.group()).lower() for match in matches)
    hits = vocabulary.hits(words, names)
    repaired = _repaired(words, hits, vocabulary, names, of_notes)
    if repaired:
        words = tuple(repaired.get(word, word) for word in words)
        hits = vocabulary.hits(words, names)
    hits = _own_effects(_of_baseline(_fallen(hits, words), words), words)
    unit, hits = _alone(say, hits, vocabulary, [match.start() for match in matches])
    said_dates = spoken_dates(say, dates, day_first)
    spans, taken = times(say, [one.span for one in said_dates])
    taken += [*(one.span for one in said_dates), month_span(say)]
    offsets = tuple(match.start() for match in matches)
    named = [
        (offsets[hit.start], offsets[hit.end - 1] + 1) for hit in hits if hit.topic == "analyte" and hit.end > hit.start
    ]
    levels = []
    region = next(iter(regions := list(_REGION.finditer(say))), None)
    taken += [*named, *(one.span() for one in regions)]  # the 1 of ``IGF-1`` is no value
    for match in _LEVEL.finditer(say):
        if any(one.start() <= match.start() < one.end() for one in regions):
            continue
        if any(start <= match.start() < end for start, end in named):
            continue  # the T3 of ``free T3`` is no vertebra
        part = match["part"].upper().replace("TH", "T")
        levels.append(f"{part}{match['number']}")
        taken.append(match.span())
    figures = tuple(
        Figure(
            Decimal(match["number"].replace(",", ".")) * (-1 if match["sign"] in ("-", "−", "–") else 1),
            match.start(),
            match["unit"] if match["unit"] and match["unit"].lower() not in ("a", "in") else None,
            negated=is_denied(say, match.start(), match.end()),
        )
        for match in _FIGURE.finditer(say)
        if not any(start <= match.start("number") < end for start, end in taken)
        and not _CLOCK.match(say[match.end() :])
    )
    figures = tuple(one for one in figures if not _OF_DAY.search(say[: one.start]))
    if not figures and any(hit.id in ("frax_major", "frax_hip") for hit in hits):  # FRAX looks ten years ahead
        spans = [one for one in spans if one[1] != Decimal(120)]
    return Heard(
        say=say,
        words=words,
        offsets=offsets,
        hits=hits,
        months=spans[0][1] if spans else None,
        months_at=spans[0][0] if spans else -1,
        other_months=spans[1][1] if len(spans) > 1 else None,
        date=right_date(said_dates, say),
        dates=tuple(dict.fromkeys(one.date for one in said_dates)),
        dates_at=tuple(one.span[0] for one in said_dates),
        open_date=open_date(say) if day_first is None else None,
        day=day_of(say),
        month_day=None if said_dates else month_without_year(say),
        last_few=last_few(say),
        unit=unit,
        repaired=tuple(repaired.items()),
        levels=tuple(dict.fromkeys(levels)),
        region=f"L{region[1]}-L{region[2]}" if region is not None else None,
        figures=figures,
    )


def in_full(words: str, vocabulary: Vocabulary) -> str:
    """Words that people have for things of their own, as a note would name them: ``htn`` as hypertension."""
    matches = list(WORD.finditer(words))
    hits = vocabulary.hits([normal_word(match.group()).lower() for match in matches])
    for hit in reversed([one for one in hits if one.group == "family"]):
        if (
            sum(other.start == hit.start and other.group == "family" and other.topic != "utterance" for other in hits)
            == 1
        ):
            span = matches[hit.start].start(), matches[hit.end - 1].end()
            words = words[: span[0]] + vocabulary.label(hit.topic, hit.id) + words[span[1] :]
    return words


def _fallen(hits: tuple[Hit, ...], words: tuple[str, ...]) -> tuple[Hit, ...]:
    """What is measured falls as well as people do: ``did the P1NP fall?``."""
    if re.search(r"\b(?:any|many|no|further|more|of) falls\b", " ".join(words)):  # of a person
        return hits
    things = {at + 1 for at, word in enumerate(words) if word in _MEASURED_THINGS}
    if any(hit.id in ("falls", "fall") and hit.start in things for hit in hits):
        return tuple(
            Hit(hit.start, hit.end, "utterance", "trend", "trend") if hit.id in ("falls", "fall") else hit
            for hit in hits
        )
    if any(
        hit.id == "trend" and words[hit.start : hit.end] == ("falling",) and _SHE & set(words[: hit.start])
        for hit in hits
    ):
        return tuple(
            Hit(hit.start, hit.end, "finding", "falls", "family", "falls")
            if hit.id == "trend" and words[hit.start : hit.end] == ("falling",)
            else hit
            for hit in hits
        )
    if not any(hit.topic in ("analyte", "bmd_site", "score") or hit.group == "measure" for hit in hits):
        return hits
    return tuple(
        Hit(hit.start, hit.end, "utterance", "trend", "trend")
        if hit.id in ("falls", "fall") and not _SHE & set(words[max(0, hit.start - 2) : hit.start])
        else hit
        for hit in hits
    )


_MEASURED_THINGS = frozenset(
    ("it", "they", "this", "that", "these", "values", "labs", "results", "markers", "sites", "scores", "densities")
)


def _own_effects(hits: tuple[Hit, ...], words: tuple[str, ...]) -> tuple[Hit, ...]:
    """``any side effects of the infusion?``: what the patient had, not what a drug can do."""
    if not words or words[0] not in ("any", "did", "were", "was", "had"):
        return hits
    return tuple(
        Hit(hit.start, hit.start + 2, "utterance", "finding_adverse_event", "finding_kind", "adverse_event")
        if hit.group == "advice" and words[hit.start : hit.start + 2] == ("side", "effects")
        else hit
        for hit in hits
    )


def _of_baseline(hits: tuple[Hit, ...], words: tuple[str, ...]) -> tuple[Hit, ...]:
    """``accept the labs from baseline``: a time, and no change."""
    if not any(hit.group in ("accept", "delete", "defer") and hit.start <= 1 for hit in hits):
        return hits
    return tuple(
        replace(hit, id="baseline", group="time", value="baseline")
        if hit.group == "trend" and words[hit.start : hit.end] == ("from", "baseline")
        else hit
        for hit in hits
    )


def _alone(
    say: str, hits: tuple[Hit, ...], vocabulary: Vocabulary, offsets: Sequence[int]
) -> tuple[str | None, tuple[Hit, ...]]:
    """A unit that stands without a number; what its letters would mean otherwise is not heard."""
    for match in reversed([*_UNIT_ALONE.finditer(say)]):
        if vocabulary.unit(match.group()) is None or DENIAL.search(say[: match.start()]):
            continue
        inside = [at for at, offset in enumerate(offsets) if match.start() <= offset < match.end()]
        kept = [hit for hit in hits if hit.start not in inside]
        return match.group(), tuple(
            sorted((*kept, Hit(inside[0], inside[-1] + 1, "utterance", "unit", "filler")), key=lambda hit: hit.start)
        )
    return None, hits


def _repaired(
    words: Sequence[str],
    hits: Sequence[Hit],
    vocabulary: Vocabulary,
    names: Sequence[tuple[str, str, str]],
    of_notes: Collection[str],
) -> dict[str, str]:
    """Strange words, and the known ones that they are read as."""
    covered = {number for hit in hits for number in range(hit.start, hit.end)}
    known = _SMALL_WORDS | NUMBER_WORDS.keys() | _UNITS | _MONTH_WORDS
    strange = [word for at, word in enumerate(words) if at not in covered and word.isalpha() and word not in known]
    strange = [word for word in strange if word not in of_notes]
    found = {word: near for word in dict.fromkeys(strange) if (near := vocabulary.near(word, names)) is not None}
    return {word: near for word, near in found.items() if near not in (word, f"{word}s") and word != f"{near}s"}
