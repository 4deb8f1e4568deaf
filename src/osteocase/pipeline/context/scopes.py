"""How far each context cue reaches: over its clause, until a word, a mark or a table cell ends it.

Longer cues hide the shorter ones inside them, so that ``no increase`` or ``not only`` negate nothing. A scope is two
offsets that are worked out once a cue, within a window of fixed width, so that the time grows with the length of the
text and not with the length of its sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from osteocase.lexicon import CueEntry
from osteocase.pipeline.context.lists import denied_list_end, heading_above, is_answered_below, is_compound, list_end
from osteocase.pipeline.context.people import is_described, is_named_only, relative_anew
from osteocase.pipeline.matching import regular as re

if TYPE_CHECKING:
    from osteocase.pipeline.scan import Mention, Scan

__all__ = ["Scope", "ScopeFinder"]


class Scope(NamedTuple):
    """A cue and the stretch that it speaks of: ``left`` to its start, and its end to ``right``."""

    start: int
    end: int
    left: int
    right: int
    entry: CueEntry

    def covers(self, start: int, end: int) -> bool:
        """Whether it speaks of the words from ``start`` to ``end``, which may share words with the cue."""
        if start >= self.end:
            return start < self.right
        if end <= self.start:
            return start >= self.left < self.start
        if self.start <= start and end <= self.end:
            return (start, end) != (self.start, self.end)
        if start <= self.start and self.end <= end:  # ``parental hip fracture`` as one stretch
            return self.category == "family"
        if self.start < start:
            return self.entry.direction != "backward"
        return start < self.start and end < self.end and self.left < self.start

    @property
    def category(self) -> str:
        """What it says: a pseudo cue such as ``no change`` denies its own words only."""
        return self.entry.also[0] if self.entry.category == "pseudo" else self.entry.category


WINDOW = 1500
"""Characters that a scope reaches at most to either side: longer than any sentence that someone wrote as one."""

_MARKS = {"pseudo", "terminate", "affirmed"}
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"[ \t\n\"'“”]*(?:\d+\s?(?:%|mm|cm)\s+)?([^\W\d_]+)?")
_BARRIER = re.compile(
    r"(?P<colon>:(?!\d))"
    r"|(?P<item>(?<=[\s,;])\d{1,2}(?:\)\s*|\.\s+)(?=[A-Z]))"
    r"|(?P<dash>\s[-–—]\s)"
    r"|(?P<stop>(?:(?<=[a-z]{4})|(?<=\d[a-z])|(?<=\d[a-z]{2})|(?<=\d[a-z]{3})|(?<=\d\d)|(?<=[a-z]\)))\.\s+(?=[a-z]{3}))"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])"
)
_ANNOUNCES = re.compile(
    r"\b(?:following|these|below|any of|symptoms|signs|include|includes|including)\b[^,;.:]{0,40}$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:,\s*(?!(?:and|or|no|not|now|never|denies|without|but|who|which|with|is|was|has|had|presents?|currently)\b)"
    r"[\w'’-]+(?:\s+(?!and\b|or\b)[\w'’-]+){0,3}){1,6},?\s+(?:and|or)\s+[\w'’-]+(?:\s+[\w'’-]+){0,2}",
    re.IGNORECASE,
)
"""Further items of a list of nouns up to the last one, after its ``and``."""
_NEXT_FIELD = re.compile(r"(?<=[\w.)])[ \t]*(?:\n|;|[ \t]/[ \t])[^\n:;]*\Z")
"""Behind the answer of one field, the label of the next: ``previous stroke: no`` and in the next line ``smoking:``."""
_LIST_GOES_ON = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
_ANSWER_BEFORE = re.compile(r"(?:[:?|\t=]|\s[-–—])[ \t]*$")
_ANSWER_AFTER = re.compile(
    r"[ \t]*(?:$|[.,;|\n\t)\]]|\s[-–—]\s|[A-Z][\w ]{0,30}[:?]"
    r"|(?:since|for|in|at|on|to|during|recently|currently|now|known|reported|noted|seen|today|so far|per)\b)",
    re.MULTILINE,
)
_HANGING = re.compile(r",?\s+(?:which|that|when|where)\b")
_COLUMN_GAP = re.compile(r"[ \u00a0]{3,}(?=\S)")
"""Between two fields on one line of a form."""
_LABEL = re.compile(r"[^,;.|\n\t:?=]*$")
_LABEL_OF_ALL = re.compile(r"[^;.|\n\t:?=]*$")
_OF_ALL = re.compile(r"\b(?:n?either|both|them|these)\b", re.IGNORECASE)
"""``Kyphosis, back pain: neither present`` answers the whole list."""
_OPENING = re.compile(
    r"(?:\W|\d|\b(?:about|around|some|approximately|over|more|than|nearly|almost|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|several|few|many|and|then|also|she|he|patient|the|has|had)\b)*$",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"(?:\b(?:in|of|on|among)\s+(?:(?:her|his|their|the|an?|both|one|two|own|first|second)\s+)*|[(\[:–—-]\s*)$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"no\.\s?\d", re.IGNORECASE)
_LENGTH_OF_NO = 2
_SINCE = re.compile(r"\bsince\b(?!\s+(?:the age|childhood|birth|(?:19|20)\d\d))", re.IGNORECASE)
_STAND_FOR_IT = frozenset({"", "it", "that", "this", "these", "those", "they", "both", "all of it", "all of them"})
"""Between ``but`` and a verdict: ``a fracture was suspected but this was excluded``."""
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
# fmt: off
_SHORTENED = frozenset({
    "approx", "bilat", "prox", "dist", "resp", "incl", "excl", "subcut", "supp", "intermit", "compr", "abdo",
    "vert", "freq", "poss", "prob", "prev", "hist", "spec", "diag", "ther", "assoc", "osteop", "cerv", "thor",
    "lumb", "vertebr", "horiz", "lymph", "neuro", "card", "hosp", "mult", "temp", "resc", "transf",
})
# fmt: on
# fmt: off
_PAUSES = frozenset({
    "after", "again", "already", "and", "are", "as", "at", "because", "but", "by", "during", "following", "for",
    "from", "had", "has", "have", "he", "her", "here", "his", "if", "in", "is", "it", "now", "on", "or", "over",
    "per", "she", "since", "that", "then", "there", "they", "this", "to", "today", "under", "via", "was", "we",
    "were", "when", "which", "while", "who", "with", "within", "without",
})
# fmt: on
"""Words after which what follows is no longer what a cue such as ``negative`` or ``ruled out`` stands before."""


class ScopeFinder:
    """Scopes of the cues of one scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.text = scan.text
        self.cues: list[tuple[Mention, CueEntry]] = [
            (mention, scan.knowledge.cues[mention.id]) for mention in scan.by_topic.get("cue", ())
        ]
        self._starts = [mention.start for mention, _ in self.cues]
        self._scopes: dict[int, Scope | None] = {}
        self._between: dict[tuple[int, int], list[Scope]] = {}
        """The scopes of the cues from one to another: those of a sentence, which many statements ask for."""
        self._tables = [(table.start, table.end) for table in scan.tables]
        self._lists = [scope for index in range(len(self.cues)) if (scope := self._over_list(index)) is not None]
        self._list_starts = [scope.start for scope in self._lists]

    def covering(self, start: int, end: int) -> list[Scope]:
        """Scopes that cover a stretch, in the order of their cues."""
        left, right = self.scan.sentence_at(start)
        first = bisect_left(self._starts, max(left, start - WINDOW))
        last = bisect_left(self._starts, min(max(right, end), end + WINDOW))
        if self.text.endswith((":", "?"), left, right) or is_answered_below(self.text, right):
            # a heading and its answer are two sentences
            last = min(last + 1, len(self.cues))
        scopes = self._between.get((first, last))
        if scopes is None:
            told = [self._scope(index) for index in range(first, last)]
            scopes = self._between[first, last] = [scope for scope in told if scope is not None]
        covering = [scope for scope in scopes if scope.covers(start, end)]
        heading = bisect_left(self._list_starts, start) - 1
        if heading >= 0 and self._list_starts[heading] < (self._starts[first] if first < last else start):
            over = self._lists[heading]
            return [over, *covering] if over.covers(start, end) else covering
        return covering

    def _over_list(self, index: int) -> Scope | None:
        """The scope of a cue in a heading over a list; it takes the place of the one that the cue would have."""
        mention, entry = self.cues[index]
        if entry.category == "historical" and entry.direction != "forward":
            return None  # ``Hx:`` heads what is told, be it past or present
        span = list_end(self.scan, mention, entry)
        if span is None:
            return None
        section = self.scan.section_at(mention.start)
        if section.effect != "none" and mention.start < section.body:
            return None  # a heading that speaks for its section already
        right = span[1]
        for other, ending in self._after(index, right):
            if ending.category == "affirmed" or (ending.category == "terminate" and ending.scope == "sentence"):
                right = other.start
                break
        scope = Scope(mention.start, mention.end, mention.start, right, entry)
        self._scopes[index] = scope
        return scope

    def all(self) -> list[Scope]:
        """The scope of every cue that has one, in the order of the text."""
        return [scope for index in range(len(self.cues)) if (scope := self._scope(index)) is not None]

    def _scope(self, index: int) -> Scope | None:
        if index not in self._scopes:
            self._scopes[index] = self._work_out(index)
        return self._scopes[index]

    def _work_out(self, index: int) -> Scope | None:
        mention, entry = self.cues[index]
        if entry.category == "pseudo" and entry.also:
            return Scope(mention.start, mention.end, mention.start, mention.end, entry)
        if entry.category in _MARKS or self._says_nothing(mention, entry):
            return None
        label = self._label(mention, entry) if not self._is_told_of(mention, entry) else None
        if label is not None:
            return Scope(mention.start, mention.end, label, mention.end, entry)
        low, high = self._bounds(mention)
        backward, forward = self._directions(mention, entry, low)
        right = self._right(index, mention, entry, high) if forward else mention.end
        if entry.closed_by:
            closing = re.compile(rf"\b(?:{'|'.join(entry.closed_by)})\b").search(self.text, mention.end, right)
            if closing is None:
                return None
            right = closing.start()
        left = self._left(index, mention, entry, low) if backward else mention.start
        return Scope(mention.start, mention.end, left, right, entry)

    def _bounds(self, mention: Mention) -> tuple[int, int]:
        """The sentence around a cue, or in a table the cell around it, within the window."""
        low, high = self.scan.sentence_at(mention.start)
        low, high = max(low, mention.start - WINDOW), min(max(high, mention.end), mention.end + WINDOW)
        place = bisect_right(self._tables, (mention.start, len(self.text))) - 1
        if place >= 0 and mention.start < self._tables[place][1]:
            before = [match.end() for match in _CELL_END.finditer(self.text, low, mention.start)]
            after = _CELL_END.search(self.text, mention.end, high)
            low, high = (before or [low])[-1], after.start() if after else high
        return low, high

    def _is_told_of(self, mention: Mention, entry: CueEntry) -> bool:
        """``FH: sister - wrist fracture``: no answer, but the one of whom the rest is told."""
        return entry.direction == "relative" and _DASH_AFTER.match(self.text, mention.end) is not None

    def _label(self, mention: Mention, entry: CueEntry) -> int | None:
        """Start of the label of the form field that the cue answers: ``Falls: none``, ``HRT - no``; else None."""
        if (
            entry.category == "negated"
            and (heading := heading_above(self.text, mention.start, mention.end)) is not None
        ):
            return heading
        lead = self.text[max(0, mention.start - 4) : mention.start]
        if _ANSWER_BEFORE.search(lead) is None or _ANSWER_AFTER.match(self.text, mention.end) is None:
            return None
        window = max(0, mention.start - 80)
        field = self.text[window : mention.start].rstrip(" \t-–—:?|=")
        gap = max((match.end() for match in _COLUMN_GAP.finditer(field)), default=0)
        of_all = _OF_ALL.search(self.text[mention.start : mention.end]) is not None
        label = (_LABEL_OF_ALL if of_all else _LABEL).search(field, gap)
        return window + label.start() if label and label.group().strip() else None

    def _directions(self, mention: Mention, entry: CueEntry, low: int) -> tuple[bool, bool]:
        """Whether it reaches backwards, and whether forwards."""
        if entry.direction in {"forward", "backward"}:
            return entry.direction == "backward", entry.direction == "forward"
        if entry.direction == "relative":
            return _TIED.search(self.text, max(low, mention.start - 40), mention.start) is not None, True
        following = self._stands_before(mention)
        if entry.direction == "nearest":
            return not following, following
        clause = self.text[low : mention.start]
        opens = _OPENING.fullmatch(clause[max(clause.rfind(mark) for mark in ",;:(") + 1 :]) is not None
        hanging = _HANGING.match(self.text, mention.end) is not None
        return not opens, opens or following or hanging

    def _stands_before(self, mention: Mention) -> bool:
        """Whether a word follows at once that belongs to the cue."""
        following = _NEXT_WORD.match(self.text, mention.end)
        word = following[1] if following else None
        if word == "that":
            return _THAT_CLAUSE.match(self.text, mention.end) is not None
        return word is not None and word.lower() not in _PAUSES and not word.lower().endswith("ly")

    def _says_nothing(self, mention: Mention, entry: CueEntry) -> bool:
        """A person who is only met, a child that is only held, an event since the last visit, a number (``no. 4``)."""
        if mention.end - mention.start == _LENGTH_OF_NO and _NUMBERS.match(self.text, mention.start) is not None:
            return True
        if entry.id == "negation_nearest" and is_compound(self.text, mention.start):
            return True
        if entry.category == "other_subject" or entry.direction == "relative":
            if entry.id == "other_child" and not is_described(self.text, mention.start, mention.end):
                return True
            return is_named_only(self.text, mention.start, mention.end)
        return entry.id == "history_event" and _SINCE.search(self._before(mention, 80)) is not None

    def _before(self, mention: Mention, count: int) -> str:
        left, _ = self.scan.sentence_at(mention.start)
        return self.text[max(left, mention.start - count) : mention.start]

    def _right(self, index: int, mention: Mention, entry: CueEntry, high: int) -> int:
        right = self._limit(mention.end, high, entry.max_tokens)
        right = denied_list_end(self.text, mention, right, high) if entry.category == "negated" else right
        right = self._barrier_after(mention.end, right, entry)
        if self.text[mention.start : mention.end] == "Without":
            main = _MAIN_CLAUSE.search(self.text, mention.end, right)
            right = main.start() if main else right
        if entry.category == "uncertain":
            adjective = _ADJECTIVE_ALONE.match(self.text, mention.end, right)
            right = adjective.end() if adjective else right
        if self.text[mention.end - 2 : mention.end] in {"'s", "’s"}:
            verb = _OWN_VERB.search(self.text, mention.end, right)
            right = verb.start() if verb else right
        if entry.category == "negated":
            for pattern in (_AND_CLAUSE, _AMOUNT_AFTER_COMMA):
                clause = pattern.search(self.text, mention.end, right)
                right = clause.start() if clause else right
        if entry.category == "family":
            again = _OWN_AGAIN.search(self.text, mention.end, right) if entry.id == "family_general" else None
            own = again or _ASKED.search(self.text, mention.end, right)
            right = own.start() if own else right
        if entry.scope in {"phrase", "items"}:
            right = self._phrase_end(mention.end, right, lists=entry.scope == "items")
        hanging = mention.end if entry.direction == "both" else -3
        for other, ending in self._after(index, right):
            if other.start <= hanging + 2 and ending.category == "terminate":
                hanging = other.end  # ``in the past, which showed``: the clause hangs on the time
                continue
            if ending.category == "terminate" and (self._says_of_it(mention, other) or self._tells_on(other, entry)):
                continue
            if ending.category == "terminate" and self._looks_back(other, ending):
                if self._names(ending, entry):
                    commas = [self.text.rfind(mark, mention.end, other.start) for mark in (",", " and ")]
                    return max(mention.end, *commas)
            elif self._ends(other, ending, entry, right) or relative_anew(self.text, mention, entry, other, ending):
                return other.start
        return right

    def _says_of_it(self, mention: Mention, other: Mention) -> bool:
        """``denied that she had``, ``conceivable that she has``: the clause is what the cue speaks of."""
        between = self.text[mention.end : other.start].strip().lower()
        return between == "that" or (
            not between and _OPENS_CLAUSE.search(self.text, mention.start, mention.end) is not None
        )

    def _tells_on(self, other: Mention, entry: CueEntry) -> bool:
        """``As a child she fell and had concussions``, ``her mother broke a hip when she was 71 and had it nailed``."""
        times = self.scan.times_in(max(0, other.start - 12), other.end)
        in_age = any(time.kind == "age" and time.start <= other.start < other.end <= time.end for time in times)
        goes_on = entry.direction == "both" and self.text[other.start : other.end].lower() == "and had"
        return in_age if entry.category == "family" else goes_on

    def _looks_back(self, other: Mention, ending: CueEntry) -> bool:
        """Whether a terminating word closes the clause it speaks of: ``and wheeze today.``"""
        if ending.direction == "nearest":
            return _CLOSES.match(self.text, other.end) is not None
        return ending.direction == "backward"

    def _left(self, index: int, mention: Mention, entry: CueEntry, low: int) -> int:
        left = self._barrier_before(low, mention.start)
        if entry.max_tokens is not None:
            words = [match.start() for match in _WORD.finditer(self.text, left, mention.start)]
            if len(words) > entry.max_tokens:
                left = words[-entry.max_tokens - 1] + 1
        if entry.direction == "relative" or (entry.direction == "nearest" and entry.category == "uncertain"):
            left = max(left, self.text.rfind(",", left, mention.start) + 1)
        for position in range(index - 1, -1, -1):
            other, ending = self.cues[position]
            if other.end <= left:
                break
            stands_for = self.text[other.end : mention.start].strip().lower() in _STAND_FOR_IT
            if other.end > mention.start or (ending.category == "terminate" and stands_for):
                continue  # ``a fracture, which was ruled out``: the pronoun stands for the fracture
            if self._ends(other, ending, entry, mention.start):
                return other.end
        return left

    def _after(self, index: int, right: int) -> list[tuple[Mention, CueEntry]]:
        end = self.cues[index][0].end
        last = bisect_left(self._starts, right, index + 1)
        return [cue for cue in self.cues[index + 1 : last] if cue[0].start >= end]

    def _ends(self, other: Mention, ending: CueEntry, entry: CueEntry, right: int) -> bool:
        """Whether another cue ends the scope of this one."""
        if ending.category == "affirmed":
            return entry.category in {"negated", "uncertain"}
        if ending.category == "negated" and entry.category in {"historical", "longstanding"}:
            with_no = self.text[max(0, other.start - 6) : other.start].rstrip().lower().endswith("with")
            if with_no:  # ``a history of ulcer, with no bleeding``
                return True
        if not self._names(ending, entry):
            return False
        if ending.after_comma and self.text[max(0, other.start - 4) : other.start].rstrip()[-1:] != ",":
            return False
        return not (ending.after_comma or ending.unless_listed) or not _LIST_GOES_ON.search(self.text, other.end, right)

    @staticmethod
    def _names(ending: CueEntry, entry: CueEntry) -> bool:
        if entry.scope == "sentence" and ending.scope != "sentence":
            return False
        if ending.category == "terminate" and not ending.ends:
            return True
        return entry.category in ending.ends

    def _phrase_end(self, start: int, right: int, *, lists: bool) -> int:
        """The next comma or ``with``; with ``lists`` the one after which no list of nouns goes on to its ``and``."""
        if not lists:
            joined = self.text.find(" with ", start, right)
            right = joined if joined >= 0 else right  # ``status post fall with hip fracture``
        comma = self.text.find(",", start, right)
        if comma < 0:
            return right
        listed = _GOES_ON.match(self.text, comma, right) if lists else None
        return listed.end() if listed else comma

    def _limit(self, start: int, high: int, words: int | None) -> int:
        """End of the last word that a limit of so many words between cue and target lets in."""
        if words is None:
            return high
        for place, match in enumerate(_WORD.finditer(self.text, start, high)):
            if place > words:
                return match.start()
        return high

    def _barrier_after(self, start: int, right: int, entry: CueEntry) -> int:
        """A label with its colon, a list number, a dash, or the end of the bracket that the cue stands in."""
        depth = 0
        announced = False
        for match in _BARRIER.finditer(self.text, start, right):
            kind = match.lastgroup
            if kind == "stop":
                if not self._is_shortened(match):
                    return match.start()
            elif kind == "open":
                depth += 1
            elif kind == "close":
                depth -= 1
                if depth < 0:
                    return match.start()
            elif kind == "colon":
                between = self.text[start : match.start()]
                if announced and (label := _NEXT_FIELD.search(between)) is not None:
                    return start + label.start()
                announced = (
                    entry.scope == "sentence" or len(between.split()) <= 1 or _ANNOUNCES.search(between) is not None
                )
                if not announced:  # a comma before the colon: the next field's label starts there
                    return start + between.rfind(",") if "," in between else match.start()
            elif (
                kind == "dash"
                and entry.direction == "relative"
                and _OF_RELATIVE.match(self.text[start : match.start()])
            ):
                continue  # ``sister - wrist fracture at 64``
            elif not announced and entry.scope != "sentence" and self.text[start : match.start()].strip():
                return match.start()
        return right

    def _is_shortened(self, stop: re.Match[str]) -> bool:
        """``bilat. hip pain``: the stop of an abbreviation, not of a sentence that goes on without a capital."""
        word = _LAST_WORD.search(self.text[max(0, stop.start() - 16) : stop.start()])
        return word is not None and word.group().lower() in _SHORTENED

    def _barrier_before(self, low: int, start: int) -> int:
        """The same on the other side; out of a bracket a cue reaches only over the phrase before it."""
        depth = 0
        for match in reversed(list(_BARRIER.finditer(self.text, low, start))):
            kind = match.lastgroup
            if kind == "stop":
                if not self._is_shortened(match):
                    return match.end()
            elif kind == "close":
                depth += 1
            elif kind == "open":
                depth -= 1
                if depth < 0:
                    return max(low, self.text.rfind(",", low, match.start()) + 1)
            elif depth == 0:
                return match.end()
        return low


_DASH_AFTER = re.compile(r"\s(?:[-–—]\s*\w|on\s)")
_OF_RELATIVE = re.compile(r"\s*(?:[\"“'‘][^\"“”'’\n]{2,40}[\"”'’]\s*|\([^()\n]{1,40}\)\s*)?\Z")
"""What may stand between a relative and the dash before what is told of her: ``dad "brittle bones" - ``."""
_OPENS_CLAUSE = re.compile(r"\b(?:that|suspects?|doubts?|fears?|den(?:y|ies|ied))\Z", re.IGNORECASE)
"""``I suspect she has``: a verb of thinking or saying after which ``that`` is left out."""
_THAT_CLAUSE = re.compile(r"\s+that\s+(?:she|he|they|there|the|any)\b")
_MAIN_CLAUSE = re.compile(r"(?<=\w)[ \n](?:the|she|he|it|there|her|his|this|these|they|we|one)\b")
"""Where the main clause of ``Without treatment the risk is high`` begins."""
_AND_CLAUSE = re.compile(
    r"\band\s+(?:the|her|his|its|their)\s+(?:[\w'’-]+\s+){1,4}(?:was|were|is|are|has|had|remains?|remained|appears?|"
    r"appeared|looks?|looked)\b",
    re.IGNORECASE,
)
"""``without erythema and the staples were intact``: a clause with a subject and a verb of its own."""
_AMOUNT_AFTER_COMMA = re.compile(
    r",\s+[a-z]+(?:\s+[a-z]+)?:?\s+\d[\d.,]*\s*(?:units?|packs?|cigarettes|cigs|drinks|glasses|mg|g|mcg|iu|kg|cm|mm|"
    r"mmol|nmol|umol|%)",
    re.IGNORECASE,
)
"""``Never smoker, alcohol 10 units weekly``: what is there in an amount is not denied."""
_ADJECTIVE_ALONE = re.compile(
    r"\s+(?:osteoporotic|benign|chronic|acute|subacute|old|recent|traumatic|degenerative|pathologic(?:al)?|malignant|reactive|remote|healed)(?=\s*[,.;)])",
    re.IGNORECASE,
)
"""``an L5 fracture, likely osteoporotic, and an L4 fracture``: the adverb doubts its adjective alone."""
_OWN_VERB = re.compile(
    r"\b(?:and|but)\s+(?:then\s+|she\s+|he\s+)?(?:[a-z]{3,}ed|fell|broke|hurt|had|has|was|went|hit|felt|came|got|landed)\b"
)
"""``rode her son's scooter and fell``: the relative only owns a thing."""
_OWN_AGAIN = re.compile(
    r"(?:[,;]|\bor\b|\bnor\b|\band\b)\s+(?:(?:and|or|nor|no|an?|her|his|any|excess(?:ive)?|heavy|current|past|long[\s-]term|chronic|oral|use\s+of)\s+){0,3}"
    r"(?:previous|prior|personal|past\s+history|smoking|smoker|tobacco|cigarettes?|alcohol|steroids?|(?:gluco)?corticosteroids?"
    r"|glucocorticoids?|prednisolone|prednisone|falls?|height\s+loss|loss\s+of\s+height|back\s+pain)\b",
    re.IGNORECASE,
)
"""``denies a family history of hip fracture, steroid use or previous fracture``: what only the patient can have had."""
_ASKED = re.compile(r"[,;]\s*(?:r/o|rule\s+out|evaluate\s+for|assess\s+for|query)\b", re.IGNORECASE)
_CLOSES = re.compile(r"[ \t]*(?:[.,;)\n]|$)")
_CELL_END = re.compile(r"[|\t\n]|[ \u00a0]{2,}|[ ];(?=[ ])")
