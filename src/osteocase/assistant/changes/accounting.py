"""What of an utterance a change does not hold: a second value, a name, a time, a side, a unit, a word nobody knows.

A change that answers only half of what was said is worse than none. Before it is made, every number, name and word of
the utterance must either tell which record is meant, or stand in the record once it is changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from osteocase.assistant.changes.carried import NAMING, told_words
from osteocase.assistant.changes.remarks import without_remark
from osteocase.assistant.changes.sparing import spared_in
from osteocase.assistant.changes.stated import facts_told, is_same, positions_told, values_told
from osteocase.assistant.subjects.finding import PAIN_SCALES, kin_of, same_bone, select, values_of
from osteocase.assistant.subjects.passages import sentence_of
from osteocase.assistant.subjects.states import OF_SIDE
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Fracture, Lab, Record, Score, Time
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["Account"]

_NUMBER = re.compile(
    r"(?<![\w.])[-−–+<>≤≥]?\s?(?P<number>\d+(?:[.,]\d+)*)(?P<behind>(?:st|nd|rd|th)?\b)", re.IGNORECASE
)
_IN_TEXT = re.compile(r"\d+(?:[.,]\d+)*")
_OF_TIME = re.compile(
    r"\s*-?\s*(?:months?|mo|weeks?|wks?|years?|yrs?|days?|times|hours?|hrs?|min(?:ute)?s?|h|m)\b", re.IGNORECASE
)
_TIME_BEFORE = re.compile(
    rf"(?<!\d)(?<!\d[\s-]){''.join(f'(?<!{one} )' for one in NUMBER_WORDS)}"
    r"\b(?:months?|years?|weeks?|days?|note|number|no\.?|"
    r"(?<!first )(?<!last )(?<!second )(?<!third )(?<!this )(?<!that )visit)\s+$",
    re.IGNORECASE,
)
"""``month 6``, ``visit 2``; what stands behind ``at 12 months`` and ``at the first visit`` is no number of theirs."""
_SCALE = re.compile(r"\d\s*/\s*(?:10|100|24|63)$")
"""``5/10``: the end of a scale."""
_SIDES = re.compile(
    r"(?<!is )(?<!was )(?<!are )(?<!were )(?<!be )\b(left|right)\b"
    r"(?!\s+(?:the|her|his|a|hospital|ward|after|in|with|now|away|there|alone|it|that|as|to)\b)(?=\s+[a-z]|\s*,?\s*not\b|\s*[-–])",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*[;.!]\s+|,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+|\s+(?=because\b)|\s+[-–]\s+", re.IGNORECASE)
_OF_WRITING = re.compile(
    r"\b(?:digits?|typ(?:o|os|ing|ed)|mis\w+|swapp?ed|transposed|slip|error|mistake|misprint|wrong|entered|entry|dictat\w+|"
    r"transcri\w+|copied|print\w*|read|lab|rang|phoned|checked|looked|sure|original|report|letter|chart|paper|sheet)\b",
    re.IGNORECASE,
)
"""Words of a clause that only tells how the slip came about or how the right value is known."""
_KEYS = ("agent", "drug_class", "concept", "analyte", "site", "bone", "part", "name", "kind", "modality")
"""Fields that hold the name of what a record is of."""
_HEAD = 120
"""Letters at the front of a note that name the place where it was written."""
_CAUSAL = re.compile(
    r"^\W*(?:because|since|as|due to|owing to|on account of|so that|in case|for|after|following)\b"
    r"|\b(?:due to|caused by)\b",
    re.IGNORECASE,
)
"""A clause that tells why."""
_TIMES = frozenset(("time", "start", "stop"))
"""Fields that hold a time."""
_MONTHS = {"w": Decimal(12) / Decimal(52), "m": Decimal(1), "y": Decimal(12)}
_NEAR = Decimal("1.5")
"""Months that a visit may be off the time by which it is called."""
_ROUNDED = Decimal("0.02")
"""How far, of its size, a value may be off that somebody remembers."""
_SIGN = re.compile(r"[-−–+]?")
_OWN_CLAUSE = re.compile(r"(?:,\s*(?:and\s+|but\s+)?|\s+(?:and|but)\s+)(?P<who>(?:he|she|they)\s+\w+)", re.IGNORECASE)
_SAME_AGAIN = re.compile(
    r"\b(?:still|now|again|it|so|right|correct|sure|told|says?|said|confirm\w*|remember\w*|thinks?|meant?)\b",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?:should|must|to|instead|not|rather|says?|wrong|recorded|reads?|from|correct\w*|change|make|than|but|actually|really|"
    r"no|sorry|meant|typo|isn|wasn)\b|->|→|=>|,|\d\s*[a-zµ%/]*\s+(?:was|is|were|are)\s+[-−+]?\d",
    re.IGNORECASE,
)
"""Words by which a recorded value is told as the old one."""
_REST_FINE = re.compile(
    r"\b(?:everything|all|the (?:rest|others?))\b(?:\s+\w+){0,6}?\s+(?:is|are|was|were|looks?)\s+(?:all\s+)?"
    r"(?:fine|ok|okay|right|correct|good|true|accepted)\b",
    re.IGNORECASE,
)
"""``and everything else is fine``: a decision beside a correction."""
_KEEPS = re.compile(r"\b(?:but|and)\s+(?P<keeps>(?:keep|leave|retain|save)\b)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
_SHOWN = 3


@dataclass(frozen=True)
class Account:
    """An utterance beside the records before a change and after it.

    Args:
        heard: the whole utterance.
        before: the records that are to be changed, as they stand.
        after: the same records as they would stand.
        session: the case before the change.
        vocabulary: the words that are listened for.
    """

    heard: Heard
    before: Sequence[Record]
    after: Sequence[Record]
    session: Session
    vocabulary: Vocabulary
    decides: bool = False
    """Whether it accepts, rejects or puts off, and changes no field."""
    adds: bool = False
    """Whether it is of new records, which keep the words of the author as their source."""
    patient: str = ""
    """What is recorded of the patient then, as text."""

    @cached_property
    def left_over(self) -> tuple[str, ...]:
        """The clauses of the utterance that hold what is not accounted for."""
        spared = spared_in(self.heard.say) if self.decides else None
        remarked = without_remark(self.heard.say) if self.decides else None
        start, end = 0, spared[0] if spared is not None else len(self.heard.say)
        if remarked is not None:
            start, end = remarked.at, min(end, remarked.at + len(remarked.wish))
        places = [
            *self._numbers(),
            *self._dates(),
            *self._names(),
            *self._sides(),
            *self._levels(),
            *self._units(),
            *self._relatives(),
            *self._modalities(),
        ]
        places += [*self._own_clauses(), *self._affirmed(), *self._kept(), *self._weekdays()]
        if not self.decides and not self.adds:  # the reason of a rejection and the words of an addition are kept
            places += self._words()
        places += self._plain
        return tuple(dict.fromkeys(self._quote(one) for one in sorted(places) if start <= one < end))[:_SHOWN]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Those of them that only tell why: nothing is lost of what was to be changed."""
        return tuple(
            one for one in self.left_over if _CAUSAL.search(one) and not re.search(r"\d", _CAUSAL.split(one)[-1])
        )

    @property
    def sides(self) -> tuple[str, ...]:
        """``maternal``: of which side of the family a relative is, which no field holds."""
        said = [self.heard.words[hit.start] for hit in self.heard.hits if hit.group == "relative"]
        return tuple(dict.fromkeys(one for one in said if one in OF_SIDE and one not in self._text_words))

    # -- what is left ----------------------------------------------------------------------------------------------

    def _numbers(self) -> Iterable[int]:
        say = self.heard.say
        named = [self._span(hit) for hit in self.heard.hits if hit.topic in NAMING and hit.end > hit.start]
        denied = {
            one.start + len(match[0])
            for one in self.heard.figures
            if one.negated
            for match in [_SIGN.match(say, one.start)]
            if match
        }
        measured = {
            one.start + len(match[0])
            for one in self.heard.figures
            if one.unit
            for match in [_SIGN.match(say, one.start)]
            if match
        }
        stated = {
            one.start + len(match[0]) for one in self.heard.figures for match in [_SIGN.match(say, one.start)] if match
        }
        for match in _NUMBER.finditer(say):
            at = match.start("number")
            before = _TIME_BEFORE.search(say[:at])
            if before is not None and not self.adds and not self._is_placed(values_told(match["number"]), before[0]):
                yield at
            if (
                any(start <= at < end for start, end in named)
                or before is not None
                or (_MONTH_BEFORE.search(say[:at]) and match["number"] in {day[2:4] for day in self.heard.dates})
                or _SCALE.search(say[: match.end("number")])
            ):
                continue
            span = _OF_TIME.match(say[match.end("number") :])
            if span is not None and self._is_placed(values_told(match["number"]), span[0]):
                continue
            told = self._told_numbers if at in measured else self._known_numbers
            told = self._stated_numbers if at in stated and not (self.decides or self.adds) else told
            known = values_told(match["number"]) & told or (at in denied and self._is_near(match["number"]))
            if not known:
                yield at
        for at, said in enumerate(self.heard.words):
            value = NUMBER_WORDS.get(said) if len(said) > len("an ") - 1 else None
            start = self.heard.offsets[at]
            if value is None or said == "one" or _is_time(say, start, start + len(said)):
                continue
            if value not in self._known_numbers and value != len(self.before):
                yield start

    def _dates(self) -> Iterable[int]:
        """``from April until October 2021``: a day that neither the records nor their notes have."""
        if self.decides or self.patient or self.heard.moment is not None:
            return
        both = (*self.before, *self.after)
        times = [getattr(one, name, None) for one in both for name in _TIMES]
        known = [day for one in times if isinstance(one, Time) for day in (one.date, one.end) if day]
        if self.adds and any(isinstance(one, Time) and one.date is None for one in times):
            return  # a time that is told by its words alone
        notes = {place.note for one in self.before for place in (one.source, *one.also)}
        known += [note.date for note in self.session.case.notes if note.id in notes and note.date]
        for day, at in zip(self.heard.dates, self.heard.dates_at, strict=False):
            if not any(one.startswith(day) or day.startswith(one) for one in known):
                yield at

    def _is_placed(self, values: Collection[Decimal], unit: str) -> bool:
        """Whether so many weeks, months or years are the place of a record on the axis; days and hours are no place."""
        said = unit.strip(" -").casefold()
        factor = _MONTHS.get(said[:1])
        if factor is None or said.startswith(("mi", "t")) or self.heard.moment is not None:
            return True
        placed = [at for one in (*self.before, *self.after) for at in positions_told(one)]
        return any(abs(abs(at) - value * factor) <= max(_NEAR, abs(at) / 12) for at in placed for value in values)

    def _is_near(self, said: str) -> bool:
        """Whether somebody may have remembered a recorded number so."""
        return any(
            abs(one - value) <= abs(one) * _ROUNDED for one in values_told(said) for value in self._known_numbers
        )

    def _modalities(self) -> Iterable[int]:
        known = {getattr(one, "modality", None) for one in (*self.before, *self.after)}
        for hit in self.heard.hits:
            image = hit.topic == "utterance" and hit.group == "modality" and hit.value not in known
            if image and not self._is_told(self.heard.words[hit.start : hit.end]):
                yield self.heard.offsets[hit.start]

    def _names(self) -> Iterable[int]:
        if self.heard.moment is not None or self.heard.between is not None:
            return  # an event that tells the time
        ids = {one.id for one in (*self.before, *self.after)}
        spans: dict[tuple[int, int], list[Hit]] = {}
        for hit in self.heard.hits:
            if hit.topic in NAMING and hit.end > hit.start and hit.id != "visit":
                spans.setdefault((hit.start, hit.end), []).append(hit)
        fields = {(hit.start, hit.end) for hit in self.heard.hits if hit.group == "patient_field" and self.patient}
        for (start, end), hits in spans.items():
            if (start, end) in fields:
                continue  # ``she weighs``: the field itself
            if any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans):
                continue
            said = self.heard.words[start:end]
            if self._is_told(said) and (self.adds or self.decides or not any(map(self._is_of_other, hits))):
                continue
            if not any(self._is_of(hit, ids) for hit in hits):
                yield self.heard.offsets[start]

    def _is_of(self, hit: Hit, ids: Collection[str]) -> bool:
        """Whether a name is that of one of the records, or of what one of them becomes."""
        both = (*self.before, *self.after)
        if any(getattr(one, name, None) == hit.id for one in both for name in _KEYS):
            return True
        if "pain" in hit.id and any(isinstance(one, Score) and one.name in PAIN_SCALES for one in both):
            return True
        if hit.topic == "bone" and any(isinstance(one, Fracture) and same_bone(one, hit.id) for one in both):
            return True
        alone = replace(self.heard, hits=(hit,), levels=(), dates=(), date=None, figures=())
        return any(one.id in ids for one in select(alone, self.session, self.vocabulary, with_time=False).records)

    def _is_of_other(self, hit: Hit) -> bool:
        """Whether a bone is that of another fracture, which the same sentence of the note may tell."""
        if hit.topic != "bone" or not any(isinstance(one, Fracture) for one in self.before):
            return False
        alone = replace(self.heard, hits=(hit,), levels=(), dates=(), date=None, figures=())
        return bool(select(alone, self.session, self.vocabulary, with_time=False).records)

    def _sides(self) -> Iterable[int]:
        sided = [one for one in (*self.before, *self.after) if hasattr(one, "side")]
        known = {getattr(one, "side", None) for one in sided} | set(self._text_words & {"left", "right"})
        if "bilateral" in known or "both" in known:
            return
        for match in _SIDES.finditer(self.heard.say):
            if match.group(1).lower() not in known:
                yield match.start()

    def _levels(self) -> Iterable[int]:
        known = " ".join(
            f"{getattr(one, 'level', '') or ''} {getattr(one, 'region', '') or ''}"
            for one in (*self.before, *self.after)
        ).upper()
        told = self._text.upper()
        for level in self.heard.levels:
            if level not in known and not re.search(rf"\b{level}\b", told):
                yield max(self.heard.say.upper().find(level), 0)

    def _units(self) -> Iterable[int]:
        measured = [one for one in self.after if isinstance(one, Lab)]
        if not measured or len(measured) < len(self.after):
            return
        known = {one.unit for one in (*measured, *self.before) if isinstance(one, Lab)}
        for figure in self.heard.figures:
            unit = self.vocabulary.unit(figure.unit) if figure.unit else None
            if unit is not None and unit not in known:
                yield figure.start
        alone = self.vocabulary.unit(self.heard.unit) if self.heard.unit else None
        if alone is not None and alone not in known:
            yield max(self.heard.say.find(str(self.heard.unit)), 0)

    def _relatives(self) -> Iterable[int]:
        subjects = {getattr(one, "subject", "patient") for one in (*self.before, *self.after)}
        for hit in self.heard.hits:
            if hit.topic != "utterance" or hit.group != "relative" or hit.value in (None, "patient", "family"):
                continue
            if self.heard.words[hit.start] in OF_SIDE and not self.adds and is_same(self.before, self.after):
                yield from (self.heard.offsets[hit.start],) if self.sides else ()
                continue
            wider = {"parent": {"mother", "father"}, "sibling": {"sister", "brother"}}.get(str(hit.value), set())
            behind = self.heard.words[hit.end : hit.end + 2]
            if (
                not (kin_of([str(hit.value)]) | wider) & subjects
                and not _SPEAKS & set(behind)
                and not self._is_told(self.heard.words[hit.start : hit.end])
            ):
                yield self.heard.offsets[hit.start]

    def _words(self) -> Iterable[int]:
        for at in self.heard.unknown_at:
            said = self.heard.words[at]
            if said in self._text_words or said.rstrip("s") in self._text_words or len(said) <= 2:
                continue
            if _OF_WRITING.search(self._clause(self.heard.offsets[at])):
                continue
            yield self.heard.offsets[at]

    def _quote(self, at: int) -> str:
        """The clause of a place; of a known word in a sentence of one clause the word."""
        clause = self._clause(at)
        alone = at in self._plain and clause == self.heard.say.strip(" ,.;!")
        return re.split(r"[\s,.;!]", self.heard.say[at:], maxsplit=1)[0] if alone else clause

    @cached_property
    def _plain(self) -> tuple[int, ...]:
        if self.adds or (self.decides and len(self.before) <= 1):
            return ()  # the one record that is named may be rejected with any reason
        left = told_words(self.heard, self.before, self.after, self._text_words, decides=self.decides)
        return tuple(one for one in left if not _OF_WRITING.search(self._clause(one)))

    def _own_clauses(self) -> Iterable[int]:
        """``and he runs marathons``: a clause of its own, of which neither a number nor a name was taken."""
        named = [
            self.heard.offsets[hit.start]
            for hit in self.heard.hits
            if (hit.topic in NAMING or hit.group == "ethnicity") and hit.end > hit.start
        ]
        for match in _OWN_CLAUSE.finditer(self.heard.say):
            end = next((cut.start() for cut in _CLAUSE.finditer(self.heard.say, match.end())), len(self.heard.say))
            clause = self.heard.say[match.start("who") : end]
            told = any(match.start() <= at < end for at in named) or re.search(r"\d", clause)
            if not told and not _SAME_AGAIN.search(clause) and not _OF_WRITING.search(clause):
                yield match.start("who")

    def _affirmed(self) -> Iterable[int]:
        """``2 ug until the operation and 1 ug after it``: the recorded value is told as well, as a right one."""
        if self.decides or self.adds:
            return
        yield from (match.start() for match in _REST_FINE.finditer(self.heard.say))
        if _INTO.search(self.heard.say):
            return
        old = {value for one in self.before for value in values_of(one)}
        new = {value for one in self.after for value in values_of(one)}
        for figure in self.heard.figures:
            if not figure.negated and figure.value in old - new:
                yield figure.start + (1 if not self.heard.say[figure.start].isdecimal() else 0)

    def _kept(self) -> Iterable[int]:
        """``remove the scan but keep its T-score``: a part that is to stay."""
        match = _KEEPS.search(self.heard.say)
        return [match.start("keeps")] if match is not None else []

    def _weekdays(self) -> Iterable[int]:
        return [one.start() for one in _WEEKDAY.finditer(self.heard.say) if one[0].casefold() not in self._text_words]

    # -- what is known ---------------------------------------------------------------------------------------------

    @cached_property
    def _text(self) -> str:
        """All that the records tell, before and after, with the sentences that they were read in."""
        told = [self.patient, *(word(one).sentence() for one in (*self.before, *self.after))]
        told += [text for one in (*self.before, *self.after) for text in facts_told(one)]
        told += [sentence_of(place, self.session) for one in self.before for place in (one.source, *one.also)]
        notes = {place.note for one in self.before for place in (one.source, *one.also)}
        told += [f"{note.id} {note.text[:_HEAD]}" for note in self.session.notes if note.id in notes]
        return " ".join(told)

    @cached_property
    def _text_words(self) -> frozenset[str]:
        return frozenset(normal_words(self._text))

    def _is_told(self, said: Sequence[str]) -> bool:
        return all(one in self._text_words for one in said)

    @cached_property
    def _known_numbers(self) -> frozenset[Decimal]:
        """Those that are told, and how many records there are: ``the two ribs``."""
        return self._told_numbers | {Decimal(len(self.before)), Decimal(len(self.after))}

    @cached_property
    def _stated_numbers(self) -> frozenset[Decimal]:
        """Those that are told of something else than a day: ``and 8 at first`` is not placed by a note of the 8th."""
        found: set[Decimal] = set()
        for one in (*self.before, *self.after):
            texts = [text for text in facts_told(one) if text.split(" ")[0] not in _TIMES]
            for text in (*texts, *(place.text for place in (one.source, *one.also))):
                for match in _IN_TEXT.finditer(text):
                    found |= values_told(match[0])
        return frozenset(found | {Decimal(len(self.before)), Decimal(len(self.after))})

    @cached_property
    def _told_numbers(self) -> frozenset[Decimal]:
        found: set[Decimal] = set()
        for match in _IN_TEXT.finditer(self.patient):
            found |= values_told(match[0])
        for one in (*self.before, *self.after):
            places = [place.text for place in (one.source, *one.also)]
            for text in (word(one).sentence(), *facts_told(one), *places):
                for match in _IN_TEXT.finditer(text):
                    found |= values_told(match[0])
        dates = {note.id: note.date for note in self.session.case.notes}
        for one in self.before:
            for match in _IN_TEXT.finditer(dates.get(one.source.note) or ""):
                found |= values_told(match[0])
        return frozenset(found)

    def _span(self, hit: Hit) -> tuple[int, int]:
        last = self.heard.offsets[hit.end - 1] + len(self.heard.words[hit.end - 1])
        return self.heard.offsets[hit.start], last

    def _clause(self, at: int) -> str:
        """The clause that a place of the utterance lies in."""
        say, start = self.heard.say, 0
        for match in _CLAUSE.finditer(say):
            if match.start() >= at:
                return say[start : match.start()].strip(" ,.;!")
            start = match.end() if match.end() <= at else start
        return say[start:].strip(" ,.;!")


_SPEAKS = frozenset(
    ("says", "said", "told", "tells", "rang", "phoned", "reports", "reported", "thinks", "remembers", "confirms")
)


_MONTH_BEFORE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+['’]?$", re.IGNORECASE)


def _is_time(say: str, start: int, end: int) -> bool:
    return bool(_OF_TIME.match(say[end:]) or _TIME_BEFORE.search(say[:start]))
