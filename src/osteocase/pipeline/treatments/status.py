"""Whether a drug is taken, was taken, is planned, was refused or is only talked about, from the words around its name.

The words live in ``patterns/words-treatments.toml``; their ``value`` says on which side of the name they stand and
whether they count only right beside it. The cue that governs a name is the last one before it in its clause, or one
that follows it closely (``X was stopped``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.treatments.asides import FOR_THEM, NOT_ALLERGY, is_aside, is_no_end
from osteocase.pipeline.treatments.behind import (
    DATED_AND_OVER,
    INSTEAD,
    STILL_TO,
    ends_later,
    tells_its_end,
    told_behind,
)
from osteocase.pipeline.treatments.cues import (
    BASE_FORMS,
    FORMS,
    IMPERATIVES,
    NOT_TO,
    PASSIVE,
    SWITCHING,
    WHICH_MAY,
    Cue,
    after_wins,
    longest,
    may_follow,
    meant_by,
    named_last,
    not_resumed,
    shortened,
    turned,
)
from osteocase.pipeline.treatments.gaps import LIST_WORDS, WORD, words_between
from osteocase.pipeline.treatments.verbs import verbs_in

__all__ = ["StatusFinder", "Verdict"]

Span = tuple[int, int]

_GROUPS = {
    "status_start": "started", "status_stop": "stopped", "status_ongoing": "ongoing", "status_planned": "planned",
    "status_declined": "declined", "status_contraindicated": "contraindicated", "status_past": "past",
    "status_completed": "completed", "status_talk": "talk", "status_absent": "absent", "status_mentioned": "mentioned",
    "allergy": "allergy",
}  # fmt: skip
_FINAL = frozenset(["absent", "allergy", "contraindicated", "declined"])
"""What these say right beside a name no verb before them takes back."""
_NO_MORE = frozenset({"no more", "no further"})
_WINDOW = 700
"""Characters around a name beyond which no word governs it: a long list of drugs fits in."""
_PARTICIPLES = frozenset({"advised", "offered", "prescribed", "ordered", "added"})
"""``X daily, advised rest``: with an object of its own such a word says nothing of the name before it."""
_DIGIT = re.compile(r"\s*(?:a dose of\s+)?\d")
_TURN = re.compile(r"\b(?:but|and|then)\b")
_TURN_REACH = 10
"""Words between ``was begun`` and ``but was stopped`` of one drug."""
_AFTER_WINDOW = 400
"""Characters behind a name within which a verb may follow it: some names of a list fit in."""
_OBJECT_GAP = 24
_RESUMED_REACH = 60
_GOES_ON = re.compile(r"[^.;\n]{0,40}?[-–:,]\s*(?:to\s+)?(?:cont(?:inue|inues|\.)?|carry on|ongoing)\b", re.IGNORECASE)
"""``started by the GP - cont``."""
_RESUMED = re.compile(
    r"^(?:[^.;\n]|\.(?=\d))*\b(?:and|then|but)\s+(?:was\s+|later\s+|then\s+)?(?:resumed|restarted|reinstated)\b",
    re.IGNORECASE,
)
"""``was held and resumed at discharge``."""
_REACH, _NEAR_REACH, _AFTER_REACH = 14, 2, 5
"""Words of other matters that may stand between a cue and the name."""
_RELATIVE = re.compile(
    r"\b(?:which|that)\s+(?:(?:I|we|she|he|they|has|have|had|was|were|been|then|later|subsequently)\s+){0,3}$",
    re.IGNORECASE,
)
_WALL = re.compile(
    r";|\n\s*\n|\b(?:but|however|although|though|whereas|while|nevertheless|until|(?:as|so) long as)\b"
    r"|,\s+(?:and\s+|so\s+|then\s+)?(?:she|he|they|we|I|it|this|the patient|patient)\b"
    r"|\band\s+(?:she|he|they|we|the patient)\b|[.!?]\s+(?=[A-Z])"
)
_ONLY = re.compile(r"[,;–-]\s*(?:just|only|instead)\b")
"""``I would not give tablets, just X``."""
_AFTER_WALL = re.compile(r";|[.!?]\s+(?=[A-Z])|,\s+(?:and\s+)?(?:she|he|they|we)\b")
_OPENS_LINE = re.compile(
    r"(?:^|[^\s,;:&/+(-])[ \t]*\n[ \t]*(?:[-*•–#][ \t]*|\d{1,2}[.)]?[ \t]+)?"
    r"(?:(?:tab|cap|inj|syp|stop|start|continue)\.?[ \t]+)?$"
    r"|\n[ \t]*(?:[-*•–#]|\d{1,2}[.)])[ \t]*$",
    re.IGNORECASE,
)
"""A line that begins with a drug, behind one that ends with no comma."""
_TOGETHER = re.compile(r"\band\b|\bwith\b|\bor\b|&|/|\+|\bboth\b|were|have been|\bare\b")
"""Words by which one verb speaks of several drugs: ``X and Y were stopped``, not ``X, Y, Z - stopped``."""
_CONSIDERS = re.compile(
    r"\b(?:consider(?:ed|ing)?|discuss(?:ed|ing)?|(?:talked|spoke|thinking) about|contemplat(?:ed|ing))\s+$",
    re.IGNORECASE,
)
"""``consider switching X to Y``: X is taken still."""
_SWITCHING_NEXT = re.compile(r"\s+(?:switching|changing|converting)\s", re.IGNORECASE)
_TOGETHER_WITH = re.compile(r"\b(?:together|along|associated|combined|combination|conjunction)\s+$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    r"(?:\bto|->|→)\s+(?:(?:an?|the|oral|generic|removable|regular|long-acting)\s+)*$", re.IGNORECASE
)
"""``change MR to X``, ``changed from the backslab to a splint``: X is the new one, whatever the old one is called."""
_CHANGED_FOR = re.compile(r"(?:\b(?:to|with|by|for)|->|→)\s+(?:[\w-]+\s+)?$")
_HEADS = re.compile(r"\s+(?:[a-z]+\s+){0,3}?[a-z]+:\s", re.IGNORECASE)
_FAR_NEAR = re.compile(r"^(?!\s*(?:(?:her|his|their|your|my|the|current|home|usual|oral)\s+)+,)[^,]*\w[^,]*,")
"""``with each dialysis, X``: a word that must stand right beside a name is cut off from it."""
_OPENED_LATER = re.compile(r",[^,(:)]*\([^):]*$")
"""``prior pregnancy, asthma (X prn)``: the adjective is that of another item."""
_ENDS_ITEM = re.compile(r"\s*(?:[,;)\n]|$)")
_GIVEN_THAT = re.compile(
    r"\s+(?!(?:today|at|in|on|by|for|iv|im|sc|every|once|daily|to|as|yesterday|this|during|after|before|with|and|but"
    r"|intra\w*|pre\w*"
    r"|post\w*|weekly|monthly|over|orally|again|then|via|twice|or|until|when|when|per|prior|from|while|subcut\w*|last"
    r"|next)\b)[a-z]",
    re.IGNORECASE,
)
"""``stopped X given the reflux``: because of it, nothing was given."""
_IF_OPEN = re.compile(
    r"\b(?:if|unless|once|until(?!\s+(?:it|this|that|they|she|he|we|I)\b))\b(?![^,]*,)", re.IGNORECASE
)
"""``X only if the loss goes on``: the verb is that of the condition."""
_CLAUSE_OPENS = re.compile(r"(?:[,;:.–-]|\band|\bthen|\bbut)\s*$", re.IGNORECASE)
_SO_INSTEAD = re.compile(r"\b(?:so|hence|therefore|thus)\b|->|→", re.IGNORECASE)


@dataclass(frozen=True)
class Verdict:
    """What the text says of one mention of a treatment."""

    status: str | None
    """A ``TreatmentStatus``; None where nothing is said; ``absent``, ``allergy`` and ``talk`` mean no record."""
    cue: Span | None = None
    strong: bool = False
    """True where the cue says by itself that the patient was given it."""
    after: bool = False


class StatusFinder:
    """Verdicts within one scan; ``regimens`` are taken up by doses, ``titles`` by headings: neither counts as words."""

    def __init__(
        self, scan: Scan, mentions: Sequence[Mention], regimens: Sequence[Span], titles: Sequence[Span] = ()
    ) -> None:
        self.scan = scan
        self._titles = titles
        self.taken = sorted([(mention.start, mention.end) for mention in mentions] + list(regimens))
        self._starts = [start for start, _ in self.taken]
        self._rows = self._rows_of(mentions)
        groups = scan.knowledge.word_groups
        self._words = [word for word in scan.by_topic.get("word", ()) if groups[word.id] in _GROUPS]
        self._word_starts = [word.start for word in self._words]
        self._cues: dict[Span, tuple[list[Cue], list[int]]] = {}

    def _rows_of(self, mentions: Sequence[Mention]) -> list[int]:
        """Starts of lines that open with a drug, unless the line before goes on into them."""
        rows = []
        for mention in mentions:
            ahead = self.scan.text[max(0, mention.start - 60) : mention.start]
            if "\n" in ahead and _OPENS_LINE.search(ahead):
                rows.append(mention.start - len(ahead) + ahead.rindex("\n") + 1)
        return rows

    def verdict(self, start: int, end: int, regimen_end: int, *, operation: bool = False) -> Verdict:
        """What is said of the name at ``start`` to ``end``, whose doses reach to ``regimen_end``.

        Args:
            operation: true for what is performed rather than taken; ``was performed`` says nothing of a drug.
        """
        cues = self._cues_near(self._stretch(start, regimen_end), start, end)
        compound = next((cue for cue in cues if cue.side == "compound" and self._touches(end, cue.start)), None)
        if operation and compound is not None and compound.words == "trial":
            compound = None  # a stimulator is tried before it is implanted
        if compound is not None:
            return Verdict("talk", (compound.start, compound.end), strong=True)
        before = self._before(cues, start)
        after = self._after(cues, end, regimen_end, operation)
        if before is not None and after is not None and self._is_of_the_next(before, after, regimen_end):
            after = None
        if after is not None and (
            before is None or after_wins(before, after, self.scan.text[regimen_end : after.start])
        ):
            told = told_behind(self.scan.text, after, start)
            told = "ongoing" if told == "stopped" and ends_later(self.scan.text, after) else told
            if told == "started" and STILL_TO.search(self.scan.text, max(0, after.start - 12), after.start):
                told = "planned"
            return Verdict(told, (after.start, after.end), strong=not after.near, after=True)
        if before is None:
            return Verdict(None)
        status = self._modified(cues, before, start)
        if status == "stopped" and INSTEAD.match(self.scan.text, regimen_end):
            status = "started" if self._treatment_between(before.end, start) else status
        strong = (not before.near and before.side != "adjective") or status != before.status
        return Verdict(status, (before.start, before.end), strong=strong)

    def _is_of_the_next(self, before: Cue, after: Cue, regimen_end: int) -> bool:
        """``takes X and Y was stopped``: the verb is that of Y alone."""
        own = before.status == "ongoing" and not before.near and before.side != "adjective"
        return own and after.words.startswith("was ") and self._treatment_between(regimen_end, after.start)

    def _stretch(self, position: int, regimen_end: int) -> Span:
        """The sentence, or the line where a table holds the name: each row stands for itself.

        A dose such as ``500 mg i.v. OD`` ends no sentence.
        """
        start, end = self.scan.sentence_at(position)
        if regimen_end - 1 >= end:
            end = self.scan.sentence_at(regimen_end - 1)[1]
        row = bisect_right(self._rows, position)
        start = max(start, self._rows[row - 1]) if row else start
        end = min(end, self._rows[row]) if row < len(self._rows) else end
        if self.scan.table_at(position) is not None:
            line_end = self.scan.text.find("\n", position)
            return max(start, self.scan.text.rfind("\n", 0, position) + 1), end if line_end < 0 else min(end, line_end)
        return start, end

    def _cues_near(self, stretch: Span, start: int, end: int) -> list[Cue]:
        """Status cues of a stretch that are near enough to say anything of a name."""
        if stretch not in self._cues:
            found = self._cues_in(stretch)
            self._cues[stretch] = found, [cue.start for cue in found]
        cues, starts = self._cues[stretch]
        return cues[bisect_left(starts, start - _WINDOW) : bisect_right(starts, end + _WINDOW)]

    def _taken_in(self, left: int, right: int) -> Sequence[Span]:
        """Names and doses that may touch a stretch."""
        return self.taken[bisect_left(self._starts, left - _WINDOW) : bisect_left(self._starts, right)]

    def _cues_in(self, stretch: Span) -> list[Cue]:
        """Status cues, the longest where several overlap; a heading says nothing about a single drug."""
        text, words = self.scan.text, self.scan.knowledge.words
        body = self.scan.section_at(stretch[0])
        found = []
        first = bisect_left(self._word_starts, stretch[0])
        last = bisect_left(self._word_starts, stretch[1], first)
        for mention in self._words[first:last]:
            if mention.end > stretch[1] or body.start <= mention.start < body.body:
                continue
            if NOT_TO.search(text[max(0, mention.start - 16) : mention.start]):
                found += not_resumed(text, mention.start, mention.end)
                continue
            entry = words[mention.id]
            status = _GROUPS[entry.group]
            first = mention.start + len(text[mention.start : mention.end].split()[0])
            if WHICH_MAY.search(text, max(0, mention.start - 24), first):
                continue
            if is_aside(status, text, mention.start, mention.end):
                continue
            if is_no_end(text, mention.start, mention.end):
                continue
            if status == "allergy" and FOR_THEM.search(text, max(0, mention.start - 30), mention.start):
                continue
            value = entry.value or "before"
            written = " ".join(text[mention.start : mention.end].lower().split())
            side, near = value.removeprefix("near_"), value.startswith("near_")
            found.append(Cue(mention.start, mention.end, status, side, near, written))
        found += [verb for verb in verbs_in(self.scan, stretch, found) if not body.start <= verb.start < body.body]
        free = [
            cue
            for cue in (self._freed(cue) for cue in turned(text, found))
            if not any(start <= cue.start < end for start, end in self._titles)
            and (not self._is_taken(cue) or cue.words in PASSIVE)
        ]
        return [self._turned(cue) for cue in longest(free)]

    def _freed(self, cue: Cue) -> Cue:
        taken = next((left for left, right in self._taken_in(cue.start, cue.end) if left < cue.end <= right), cue.end)
        return shortened(self.scan, cue, taken, _GROUPS) if cue.start < taken < cue.end else cue

    def _turned(self, cue: Cue) -> Cue:
        """``X was started on day 3``: where no treatment follows ``was started on``, it speaks of the one before."""
        if cue.side != "before" or not cue.words.startswith(("was ", "were ")) or not cue.words.endswith(" on"):
            return cue
        place = bisect_left(self._starts, cue.end)
        gap = self.scan.text[cue.end : self._starts[place]] if place < len(self._starts) else "."
        near = len(gap) <= _OBJECT_GAP and not re.search(r"[.,;:()\d]", gap)
        return cue if near else replace(cue, side="both")

    def _is_taken(self, cue: Cue) -> bool:
        return any(
            left < cue.end and cue.start < right and not (cue.start < left and right <= cue.end + 1)
            for left, right in self._taken_in(cue.start, cue.end)
        )

    def _touches(self, end: int, start: int) -> bool:
        return start >= end and not self.scan.text[end:start].strip(" -‐‑")

    def _before(self, cues: Sequence[Cue], start: int) -> Cue | None:
        """The last cue before a name; words right beside it and adjectives give way to a verb just before them."""
        beside: Cue | None = None
        for cue in reversed([cue for cue in cues if cue.side in {"before", "both", "adjective"} and cue.end <= start]):
            between = self._without_taken(cue.end, start)
            if _WALL.search(between) or (cue.status in {"contraindicated", "declined"} and _ONLY.search(between)):
                break
            if self._is_of_another(cue) or (")" in between and "(" not in between):
                continue
            if cue.near and self._is_cut_off(cue, between, start):
                continue
            if cue.side == "adjective" and _OPENED_LATER.search(between):
                continue
            if cue.status == "stopped" and self._stops_something_else(cue):
                continue
            if cue.status == "allergy" and _SO_INSTEAD.search(between):
                break  # ``PCN allergic, so clindamycin``
            if beside is not None and beside.words in IMPERATIVES and self._opens_clause(beside):
                return beside  # ``stop X, take Y``
            if beside is not None and not cue.near:
                foreign = self._foreign(cue.end, beside.start)
                return (
                    cue if cue.side != "adjective" and foreign <= (3 if beside.side == "adjective" else 1) else beside
                )
            heads = cue.near and cue.status == "past" and _HEADS.match(self.scan.text, cue.end) is not None
            if heads or self._foreign(cue.end, start) <= (
                _NEAR_REACH if cue.near or cue.side == "adjective" else _REACH
            ):
                if not cue.near and cue.side != "adjective":
                    return cue
                if beside is None and (cue.status in _FINAL or cue.words in _NO_MORE):
                    return cue
                beside = beside or cue
            elif not cue.near:
                break
        return beside

    def _is_cut_off(self, cue: Cue, between: str, start: int) -> bool:
        """``with each dialysis, X``, ``for pain X``: a word that must stand right beside a name is not its own."""
        if cue.status == "past" and _HEADS.match(self.scan.text, cue.end):
            return False  # ``tried everything: X (foggy), Y``
        if _FAR_NEAR.search(named_last(between)) or self._joins(cue):
            return True
        return cue.status == "planned" and cue.words.startswith("for") and self._foreign(cue.end, start) > 0

    def _opens_clause(self, cue: Cue) -> bool:
        return _CLAUSE_OPENS.search(self.scan.text[max(0, cue.start - 8) : cue.start]) is not None

    def _joins(self, cue: Cue) -> bool:
        """``X together with Y`` and ``X 5 mg with Y`` say of Y what is said of X."""
        if cue.words != "with":
            return False
        ahead = self.scan.text[: cue.start].rstrip(" ),")
        return (
            any(end == len(ahead) for _, end in self._taken_in(len(ahead) - 1, len(ahead)))
            or _TOGETHER_WITH.search(self.scan.text[max(0, cue.start - 16) : cue.start]) is not None
        )

    def _stops_something_else(self, cue: Cue) -> bool:
        """``stopped breastfeeding with X``: what was stopped is no treatment."""
        place = bisect_left(self._starts, cue.end)
        if place == len(self._starts):
            return False
        words = WORD.findall(self.scan.text[cue.end : min(self._starts[place], cue.end + _OBJECT_GAP * 2)].lower())
        return bool(words) and words[0].endswith(("feeding", "smoking", "drinking", "working", "walking", "driving"))

    def _is_of_another(self, cue: Cue) -> bool:
        """``X, which I have stopped, and Y``: the clause is about X."""
        ahead = self.scan.text[max(0, cue.start - 24) : cue.start]
        close = any(0 <= cue.start - end <= 2 for _, end in self._taken_in(cue.start - 3, cue.start))
        settles = cue.status == "stopped" or cue.side == "adjective"
        if close and settles and _ENDS_ITEM.match(self.scan.text, cue.end):
            return True  # ``calcium acetate stopped, X 500 mg, Y 10 mg``; ``1 g QDS regular, Y PRN``
        dated = cue.status == "stopped" and DATED_AND_OVER.match(self.scan.text, cue.end) is not None
        if dated and any(0 <= cue.start - end <= 5 for _, end in self._taken_in(cue.start - 6, cue.start)):
            return True  # "pantoprazole stopped in May 2022, iron daily"
        relative = _RELATIVE.search(ahead)
        if relative is None or cue.words.endswith((" to", " from")):
            return False
        place = cue.start - len(ahead) + relative.start()
        return any(place - 4 <= end <= place for _, end in self._taken_in(place - 4, place))

    def _modified(self, cues: Sequence[Cue], cue: Cue, start: int) -> str:
        """``will start`` and ``recommend he use`` are plans; in ``changed X to Y`` the second drug is the new one."""
        first = cue.words.split(" ")[0]
        if cue.status in {"started", "stopped"} and self.scan.text[max(0, cue.start - 1) : cue.start] == "?":
            return "mentioned"  # ``?switch X``
        if cue.status in {"started", "ongoing"} and first in BASE_FORMS:
            ahead = self.scan.text[max(self.scan.sentence_at(cue.start)[0], cue.start - 45) : cue.start]
            clause = self._without_taken(self.scan.sentence_at(cue.start)[0], cue.start)
            meant = meant_by(ahead, clause, first)
            if meant is not None:
                return meant
            if any(other.status == "planned" and 0 <= cue.start - other.end <= 12 for other in cues):
                return "planned"
        if cue.status == "stopped" and ends_later(self.scan.text, cue):
            return "ongoing"
        if cue.status == "mentioned" and _SWITCHING_NEXT.match(self.scan.text, cue.end):
            return "mentioned" if _CHANGED_TO.search(self._without_taken(cue.end, start)) else "ongoing"
        if cue.status in {"stopped", "started"} and _CONSIDERS.search(
            self.scan.text[max(0, cue.start - 16) : cue.start]
        ):
            between = self._without_taken(cue.end, start)
            return "ongoing" if cue.status == "stopped" and not _CHANGED_TO.search(between) else "mentioned"
        if cue.status == "stopped" and not SWITCHING.isdisjoint(cue.words.split(" ")):
            between = self._without_taken(cue.end, start)
            if _CHANGED_TO.search(between) or (
                self._treatment_between(cue.end, start) and _CHANGED_FOR.search(between)
            ):
                ahead = self.scan.text[max(self.scan.sentence_at(cue.start)[0], cue.start - 45) : cue.start]
                return meant_by(ahead, "", first) or "started"
        return cue.status

    def _after(self, cues: Sequence[Cue], end: int, regimen_end: int, operation: bool) -> Cue | None:
        """The first cue that follows a name closely; a refusal right behind it has the last word."""
        chosen: Cue | None = None
        for cue in (cue for cue in cues if cue.start >= end and may_follow(cue, operation)):
            left = chosen.end if chosen else regimen_end if cue.start >= regimen_end else end
            if cue.start - left > _AFTER_WINDOW:
                break
            if cue.side == "both" and self.scan.text[left : cue.start].strip() and self._has_object(cue):
                continue
            gap = self._without_taken(left, cue.start)
            words = words_between(gap, cue.status)
            if self._skips(cue, gap, words, left):
                continue
            opened = "(" in gap and ")" not in gap and len(WORD.findall(gap[gap.rindex("(") :])) > 1
            if opened and tells_its_end(self.scan.text, cue, gap):
                opened, words = False, []
            reach = _TURN_REACH if chosen is not None and _TURN.search(gap) else _AFTER_REACH
            if _AFTER_WALL.search(gap) or opened or len(words) > reach or _IF_OPEN.search(gap):
                break
            if self._treatment_between(left, cue.start) and (
                not FORMS.issuperset(words) or not _TOGETHER.search(gap + cue.words)
            ):
                break
            if any(
                other.side == "before" and left <= other.start and other.end <= cue.start and not other.near
                for other in cues
            ):
                break
            if chosen is None:
                chosen = cue
            elif cue.status in {"declined", "stopped", "contraindicated"} and (
                len(words) <= 3 or (_TURN.search(gap) and len(words) <= _TURN_REACH)
            ):
                return cue
            if chosen.status == "started" and _GOES_ON.match(self.scan.text, chosen.end):
                return replace(chosen, status="ongoing", near=False)
            if chosen.status == "stopped" and _RESUMED.search(self.scan.text[chosen.end : chosen.end + _RESUMED_REACH]):
                return replace(chosen, status="ongoing", near=False)
            if chosen.status not in {"mentioned", "planned", "started"}:
                break
        return chosen

    def _skips(self, cue: Cue, gap: str, words: Sequence[str], left: int) -> bool:
        """True for a cue that would have to stand closer to mean this name."""
        if cue.status == "allergy":
            return bool(words) or NOT_ALLERGY.match(self.scan.text, cue.end) is not None
        if cue.status == "absent" and "," in gap:
            return True
        if cue.words in {"lower", "raise", "reduces"} and "," in self.scan.text[left : cue.start]:
            return True  # ``X 20 mg, lower Y to 5``
        if cue.words.endswith(" to") and cue.near and _DIGIT.match(self.scan.text, cue.end):
            return True
        if cue.side == "both" and cue.words in _PARTICIPLES and _GIVEN_THAT.match(self.scan.text, cue.end):
            return True
        if cue.words == "given" and _GIVEN_THAT.match(self.scan.text, cue.end):
            return True
        if cue.side == "both" and (words or gap.strip()) and self._has_object(cue):
            return True
        return cue.near and (bool(words) or self._treatment_between(left, cue.start))

    def _has_object(self, cue: Cue) -> bool:
        """``continue X and will start Y``: a verb that a treatment follows at once speaks of that one."""
        place = bisect_left(self._starts, cue.end)
        if place == len(self._starts):
            return False
        gap = self.scan.text[cue.end : self._starts[place]]
        return (
            len(gap) <= _OBJECT_GAP
            and not re.search(r"[.,;:()]", gap)
            and self._foreign(cue.end, self._starts[place]) == 0
        )

    def _treatment_between(self, left: int, right: int) -> bool:
        return any(left <= start and end <= right for start, end in self._taken_in(left, right))

    def _foreign(self, left: int, right: int) -> int:
        """Words between two places that belong to no treatment and do not join a list."""
        return sum(
            word not in LIST_WORDS for word in WORD.findall(named_last(self._without_taken(left, right)).lower())
        )

    def _without_taken(self, left: int, right: int) -> str:
        """The text between two places without names of treatments and their doses."""
        pieces = []
        position = left
        for start, end in self._taken_in(left, right):
            if end <= position or start >= right:
                continue
            pieces.append(self.scan.text[position : max(position, start)])
            position = max(position, end)
        pieces.append(self.scan.text[position:right] if position < right else "")
        return " , ".join(pieces)
