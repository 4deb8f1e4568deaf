"""One pass over a text that every component reads from: sections, sentences, term mentions, quantities and times.

All positions are character offsets into the text in plain letters, which ``Scan.places`` turns into those of
the stored text, so the components work on any spaCy ``Doc`` whatever tokenizer made it. Start reading at ``scan_of``;
``Scan``'s methods are what the components use.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from osteocase.pipeline.context.finder import Context, ContextFinder
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.tamed import tamed
from osteocase.pipeline.matching.terms import Term, TermTree
from osteocase.pipeline.matching.wordstarts import IndexedText
from osteocase.pipeline.text.plain_text import Places, plain_text
from osteocase.pipeline.text.quantities import Quantity, find_quantities
from osteocase.pipeline.text.sections import SectionSpan, find_sections
from osteocase.pipeline.text.sentences import find_sentences
from osteocase.pipeline.text.tables import Table, find_tables
from osteocase.pipeline.times.find import TimeMention, find_times

__all__ = ["Draft", "Mention", "Scan", "in_text_order", "keep_scan", "scan_of", "scan_text"]

Draft = dict[str, Any]
"""A record in the making: its fields as plain strings, numbers and dicts, with ``start``, ``end``, ``also`` (a list of
(start, end)) and ``rule``. Plain data, so that a Doc that carries drafts can be serialised."""


class Mention(NamedTuple):
    """A term of the lexicon found in the text."""

    start: int
    end: int
    topic: str
    id: str
    variant: str
    """``""`` for a term, ``exact`` for an abbreviation, ``absent``/``historical`` for terms that say so themselves."""
    covered: str
    """Topic of a longer term of another entity topic that contains this one (``vitamin D`` in ``vitamin D
    deficiency`` is covered by ``finding``), else ``""``."""


DAY_FIRST = "osteocase_day_first"
"""Key in ``doc.user_data``: the order of slashed dates where it is known from outside the note."""

ENTITY_TOPICS = frozenset({"analyte", "treatment", "finding", "score", "bmd_site", "bone"})


@dataclass
class Scan:
    """Everything that was found in one text before any fact was made."""

    text: str
    knowledge: Knowledge
    sections: list[SectionSpan]
    sentences: list[tuple[int, int]]
    tables: list[Table]
    mentions: list[Mention]
    """Sorted by start, longer first; without the words of ``bridges``."""
    quantities: list[Quantity]
    times: list[TimeMention]
    indexed: IndexedText
    """The text as ``WordPattern`` looks through it."""
    places: Places
    """Where the text stands in the stored one, which may hold marks of emphasis."""
    claimed: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Stretches that a component has used up, by component: a later one leaves them alone."""
    seen: dict[re.Pattern[str], bool] = field(default_factory=dict)
    """Whether an expression occurs in the text at all, for those that are tried in every sentence."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What a component has found, by list, for the components that build on it."""

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.start for time in self.times]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def table_starts(self) -> list[int]:
        """Where the tables start, in order."""
        return [table.start for table in self.tables]

    @cached_property
    def by_topic(self) -> dict[str, list[Mention]]:
        """Mentions by topic, in the order of the text."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.topic].append(mention)
        return dict(found)

    @cached_property
    def by_group(self) -> dict[str, list[Mention]]:
        """Mentions of topic ``word`` by their group, in the order of the text."""
        groups = self.knowledge.word_groups
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.by_topic.get("word", ()):
            found[groups[mention.id]].append(mention)
        return dict(found)

    @cached_property
    def bridges(self) -> list[Mention]:
        """The words that may stand between a name and its value and tell nothing themselves, sorted as ``mentions``."""
        return find_mentions(self.indexed, self.knowledge, self.knowledge.bridges)

    @cached_property
    def _bridge_starts(self) -> list[int]:
        return [bridge.start for bridge in self.bridges]

    @cached_property
    def contexts(self) -> ContextFinder:
        """Finder of negation, doubt, history, plan and other subjects."""
        return ContextFinder(self)

    def let_go(self) -> None:
        """Drop what points back at the scan, once its records are made: it is then gone without the collector."""
        self.facts.clear()
        self.__dict__.pop("contexts", None)

    def sentence_index(self, position: int) -> int:
        """Index of the sentence that holds a position."""
        index = bisect_right(self._sentence_starts, position)
        return index - 1 if index else 0

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds a position."""
        return self.sentences[self.sentence_index(position)] if self.sentences else (0, len(self.text))

    def section_at(self, position: int) -> SectionSpan:
        """The section that holds a position."""
        index = bisect_right(self._section_starts, position)
        return self.sections[index - 1 if index else 0]

    def mentions_in(self, start: int, end: int, *topics: str) -> list[Mention]:
        """Mentions that lie inside a stretch, of the given topics or of all."""
        if not topics:
            return _inside(self.mentions, self._mention_starts, start, end)
        return self._in_lists(self._topic_lists, topics, start, end)

    def words_in(self, start: int, end: int, *groups: str) -> list[Mention]:
        """Mentions of words of the given groups inside a stretch."""
        return self._in_lists(self._group_lists, groups, start, end)

    def bridges_in(self, start: int, end: int, *groups: str) -> list[Mention]:
        """Words of ``bridges`` inside a stretch, of the given groups or of all."""
        kinds = self.knowledge.word_groups
        inside = _inside(self.bridges, self._bridge_starts, start, end)
        return [bridge for bridge in inside if not groups or kinds[bridge.id] in groups]

    def _in_lists(
        self, lists: dict[str, tuple[list[Mention], list[int]]], names: tuple[str, ...], start: int, end: int
    ) -> list[Mention]:
        found: list[Mention] = []
        for name in names:
            if name in lists:
                mentions, starts = lists[name]
                first = bisect_left(starts, start)
                last = bisect_left(starts, end, lo=first)
                if first < last:
                    found += [mention for mention in mentions[first:last] if mention.end <= end]
        if len(names) > 1 and len(found) > 1:
            found.sort(key=in_text_order)
        return found

    @cached_property
    def _topic_lists(self) -> dict[str, tuple[list[Mention], list[int]]]:
        return {name: (found, [item.start for item in found]) for name, found in self.by_topic.items()}

    @cached_property
    def _group_lists(self) -> dict[str, tuple[list[Mention], list[int]]]:
        return {name: (found, [item.start for item in found]) for name, found in self.by_group.items()}

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """Quantities that start inside a stretch."""
        starts = self._quantity_starts
        first = bisect_left(starts, start)
        return self.quantities[first : bisect_left(starts, end, first)] if start < end else []

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Time expressions that start inside a stretch."""
        starts = self._time_starts
        first = bisect_left(starts, start)
        return self.times[first : bisect_left(starts, end, first)] if start < end else []

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether an expression occurs anywhere in the text, looked for once."""
        found = self.seen.get(pattern)
        if found is None:
            found = self.seen[pattern] = pattern.search(self.text) is not None
        return found

    def table_at(self, position: int) -> Table | None:
        """The table that holds a position, if any."""
        return next((table for table in self.tables if table.start <= position < table.end), None)

    def context(self, start: int, end: int) -> Context:
        """What the words around a stretch say of it: negated, uncertain, historical, hypothetical, whose."""
        return self.contexts.context(start, end)


def in_text_order(mention: Mention) -> tuple[int, int, str, str, str]:
    """Key to sort mentions by: by start, longer first."""
    return (mention.start, -mention.end, mention.topic, mention.id, mention.variant)


def _inside(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions of a sorted list that lie inside a stretch."""
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, lo=first)
    return [mention for mention in mentions[first:last] if mention.end <= end] if first < last else []


def scan_of(doc: Doc, knowledge: Knowledge) -> Scan:
    """The scan of a Doc, made at the first call and kept beside the Doc for the components that follow."""
    kept = _SCANS.get(doc)
    if kept is not None and kept.knowledge is knowledge:
        return kept
    return keep_scan(doc, scan_text(doc.text, knowledge, day_first=doc.user_data.get(DAY_FIRST)))


def keep_scan(doc: Doc, scan: Scan) -> Scan:
    """Leave a scan of its text beside a Doc for the components that follow."""
    _SCANS[doc] = scan
    return scan


_SCANS: WeakKeyDictionary[Doc, Scan] = WeakKeyDictionary()
"""The scans of the Docs at hand, each gone with its Doc; beside them, since what a Doc holds is serialised with it."""


def scan_text(text: str, knowledge: Knowledge, *, day_first: bool | None = None) -> Scan:
    """Scan a text; ``day_first`` is the order of its slashed dates where other notes of the case tell it."""
    words, places = plain_text(text, knowledge.terms.knows)
    text = tamed(words)
    sections = find_sections(text, knowledge)
    tables = find_tables(text, knowledge)
    indexed = IndexedText(text)
    times = find_times(indexed, knowledge, day_first=day_first)
    return Scan(
        text=text,
        knowledge=knowledge,
        sections=sections,
        sentences=find_sentences(text, sections, tables),
        tables=tables,
        mentions=find_mentions(indexed, knowledge),
        quantities=find_quantities(text, knowledge, times),
        times=times,
        indexed=indexed,
        places=places,
    )


def find_mentions(indexed: IndexedText, knowledge: Knowledge, tree: TermTree | None = None) -> list[Mention]:
    """Every term in a text, or every one of another tree: the longest per topic, each marked when a longer entity
    contains it."""
    tree = tree or knowledge.terms
    text, spans = indexed.text, indexed.word_spans
    found: list[tuple[int, int, Term]] = []
    for first, last, term in tree.find(indexed.plain_words, indexed.lower_words):
        start, end = spans[first][0], spans[last - 1][1]
        if last - first == 1 or _is_whole(text, start, end, wide=term.topic == "cue"):
            found.append((start, -end, term))
    found.sort()
    return _mark_covered(_longest(found, knowledge))


_COLUMN_GAP = re.compile(r"[^\s]   |\n {9}")
"""Spaces within a line, or an indent too deep for that of a paragraph."""
_NEW_ITEM = re.compile(r"\n[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]")
"""A line that begins as an item of a list."""


_FLAG_OF_A_LINE = re.compile(r"[^\n]*\d ?[A-Za-z\xb5%][\w/.^\xb5%]{0,14} (?:low|high|normal)[ \t]*\n", re.IGNORECASE)
"""``Hb 10.1 g/dL Low`` over ``Vitamin D``: the flag belongs to the result before it."""


_ANSWER_OF_A_LINE = re.compile(r"(?:no|none|nil|never|negative|positive|absent|normal|yes)[ \t]*\n", re.IGNORECASE)
"""``Diabetes: No`` over ``Smoking: Yes``: the answer belongs to the line that it ends."""


def _is_whole(text: str, start: int, end: int, *, wide: bool) -> bool:
    """A term does not run over a blank line, a column gap, or a bracket that opens in it and closes after it; over a
    line end it does, where the next line hangs under the words behind ``S:`` or ``1.``.

    Cues are words of running text (``wide``), in which several spaces are what is left of a line end.
    """
    matched = text[start:end]
    if "\n\n" in matched or "\t" in matched or (not wide and _COLUMN_GAP.search(matched)):
        return False
    if "\n" in matched and (
        _NEW_ITEM.search(matched)
        or _FLAG_OF_A_LINE.match(text, max(0, start - 24), start + 9)
        or (
            _ANSWER_OF_A_LINE.match(matched) and text[max(0, start - 4) : start].rstrip(" \t").endswith((":", "?", "="))
        )
    ):
        return False
    opened = matched.count("(") - matched.count(")")
    return opened == 0 or (opened == 1 and text[end : end + 1] == ")")


def _longest(found: list[tuple[int, int, Term]], knowledge: Knowledge) -> list[tuple[int, int, Term]]:
    """Of (start, -end, term) in order, those as (start, end, term) that no other one makes needless.

    Drop what lies inside a longer match of the same topic; words count by their group.

    Of two matches that overlap the first one stays, but for verbs of treatment: in ``she had been taking`` the longer
    ``had been taking`` says more than ``she had``, which the reader of verbs settles.
    """
    reach: dict[str, int] = {}
    kept: list[tuple[int, int, Term]] = []
    groups = knowledge.word_groups
    for start, back, term in found:
        kind = groups[term.id] if term.topic == "word" else term.topic
        reached = reach.get(kind, -1)
        if start >= reached or (-back > reached and kind.startswith("status_")):
            reach[kind] = -back
            kept.append((start, -back, term))
    return kept


def _mark_covered(found: list[tuple[int, int, Term]]) -> list[Mention]:
    told: list[tuple[int, int, str, str, str, str]] = []
    open_entities: list[tuple[int, int, str]] = []
    open_to = -1
    for start, end, (topic, name, variant) in found:
        covered = ""
        if start < open_to:
            for left, right, other in open_entities:
                if other != topic and end <= right and right - left > end - start:
                    covered = other
        if topic in ENTITY_TOPICS:
            open_entities = [entity for entity in open_entities if entity[1] > start]
            open_entities.append((start, end, topic))
            open_to = max(open_to, end)
        told.append((start, end, topic, name, variant, covered))
    return list(map(_AS_MENTION, told))


_AS_MENTION: Callable[[tuple[int, int, str, str, str, str]], Mention] = partial(tuple.__new__, Mention)
"""A mention of its fields in order: made for every term of a text, in a fraction of the time of a call by name."""
