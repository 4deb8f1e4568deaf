"""Whether a drug is taken, was taken, is planned, was refused or is only talked about, from the words around its name.

The words live in ``patterns/words-treatments.toml``; their ``value`` says on which side of the name they stand. The cue
that governs a name is the last one before it in its clause, or one that follows it closely (``X was stopped``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from osteocase.pipeline.scan import Mention, Scan

__all__ = ["Verdict", "StatusFinder"]

Span = tuple[int, int]

_GROUPS = {
    "status_start": "started", "status_stop": "stopped", "status_ongoing": "ongoing", "status_planned": "planned",
    "status_declined": "declined", "status_contraindicated": "contraindicated", "status_past": "past",
    "status_completed": "completed", "status_talk": "talk", "status_absent": "absent", "status_mentioned": "mentioned", "allergy": "allergy",
}  # fmt: skip
_WEAK = {
    "with", "by", "after", "following", "on", "off", "under", "use", "has", "had", "have", "plan", "need", "post", "given", "past",
    "prior", "previous", "add", "order", "ordered", "tried", "used", "required", "requires", "require", "requiring", "vs", "versus",
    "hold", "held", "off of", "out of", "regular", "chronic", "possible", "possibly", "future", "obtain", "pending", "plan for",
    "quit", "finish", "finished", "start", "begin", "stop", "continue", "despite", "in spite of", "related to", "associated with",
    "has a", "has an", "increase", "increased", "decrease", "decreased", "reduce", "reduced", "tolerated", "gets", "use of", "uses",
    "reviewed", "discussed", "replaced", "performed", "considered", "consider", "offered", "taken", "received", "administered",
    "days after", "weeks after", "months after", "years after", "following the", "to have", "successful", "failed",
    "history of", "risks of", "trial of", "wore", "allergic", "sensitive to", "to receive", "under treatment with",
    "hypersensitive to", "without", "no previous", "no prior", "supplements", "includes", "include", "replaced by", "day after",
    "can use", "resume", "in addition to", "along with", "together with", "role of", "effect of", "effects of",
    "given", "removed", "avoided", "ended", "discussed", "mentioned", "unchanged", "not for", "into", "finished", "verify", "cont", "started in", "started on",
}  # fmt: skip
"""Words that say much more than one thing: they count only right beside the name."""
_ADJECTIVES = {
    "previous",
    "prior",
    "past",
    "chronic",
    "regular",
    "future",
    "possible",
    "previous use of",
    "prior use of",
}
"""Words that describe the drug and leave the say to a verb before them: ``continues her previous thyroid medicine``."""
_BASE_FORMS = {
    "start", "initiate", "begin", "commence", "add", "put", "place", "prescribe", "switch", "change", "treat", "restart", "resume", "restarting",
    "adding", "starting", "try", "use", "take", "taking", "receive", "get", "introduce", "convert", "transition", "using",
}  # fmt: skip
"""Verbs that are a plan after ``will``, ``to`` or ``recommend``."""
_MODAL = re.compile(
    r"\b(?:will|would|should|could|can|may|might|shall|going to|plans? to|plan on|planning to|want to|wants? (?:her|him) to|like to|like (?:her|him) to|ought to"
    r"|need(?:s|ed)? to|recommend(?:ed|s)?(?: that)?(?: we| she| he| the patient)?|advised? to|suggest(?:ed)?(?: that)?(?: we| she| he)?|consider|encouraged? to"
    r"|instructed to|is to|are to|decided to|agreed? to|['’]ll)\s+(?:(?:also|just|again|then|now|likely|probably|please|try to|attempt to|have (?:her|him)|be able to|go ahead and)\s+)*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|that)\s+(?:(?:I|we|she|he|they|has|have|had|was|were|been|then|later|subsequently)\s+){0,3}$", re.IGNORECASE)
_SWITCHING = {
    "switch",
    "switched",
    "change",
    "changed",
    "changing",
    "switching",
    "converted",
    "convert",
    "transitioned",
    "replaced",
    "substituted",
    "shifted",
}
_WALL = re.compile(
    r";|\n\s*\n|\b(?:but|however|although|though|whereas|while|nevertheless)\b"
    r"|,\s+(?:and\s+|so\s+|then\s+)?(?:she|he|they|we|I|it|this|the patient|patient)\b|\band\s+(?:she|he|they|we|the patient)\b|[.!?]\s+(?=[A-Z])"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")
_LIST_WORDS = {
    "and",
    "or",
    "plus",
    "as",
    "well",
    "also",
    "with",
    "then",
    "the",
    "a",
    "an",
    "her",
    "his",
    "some",
    "of",
    "including",
    "both",
    "e.g",
    "like",
    "such",
}
_STRONG_REACH, _WEAK_REACH, _AFTER_REACH = 14, 2, 5


@dataclass(frozen=True)
class Verdict:
    """What the text says of one mention of a treatment."""

    status: str | None
    """A ``TreatmentStatus``; None where nothing is said; ``absent``, ``allergy`` and ``talk`` mean no record."""
    cue: Span | None = None
    strong: bool = False
    """True where the cue says by itself that the patient was given it."""
    after: bool = False


@dataclass(frozen=True)
class _Cue:
    start: int
    end: int
    status: str
    side: str
    weak: bool


class StatusFinder:
    """Verdicts within one scan; ``regimens`` are the stretches taken up by doses, which do not count as words."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention], regimens: Sequence[Span]) -> None:
        self.scan = scan
        self.taken = sorted([(mention.start, mention.end) for mention in mentions] + list(regimens))
        self._cues: dict[int, list[_Cue]] = {}

    def cues(self, index: int) -> list[_Cue]:
        """Status cues of a sentence, the longest where several overlap."""
        if index not in self._cues:
            start, end = self.scan.sentences[index]
            found = []
            for mention in self.scan.words_in(start, end, *_GROUPS):
                entry = self.scan.knowledge.words[mention.id]
                words = " ".join(self.scan.text[mention.start : mention.end].lower().split())
                found.append(
                    _Cue(mention.start, mention.end, _GROUPS[entry.group], entry.value or "before", words in _WEAK)
                )
            found.sort(key=lambda cue: (cue.start - cue.end, cue.start))
            kept: list[_Cue] = []
            for cue in found:
                if any(
                    other.start < cue.end and cue.start < other.end and (other.start, other.end) != (cue.start, cue.end)
                    for other in kept
                ):
                    continue
                if any(left < cue.end and cue.start < right for left, right in self.taken):
                    continue
                kept.append(cue)
            self._cues[index] = sorted(kept, key=lambda cue: cue.start)
        return self._cues[index]

    def verdict(self, start: int, end: int, regimen_end: int, *, operation: bool = False) -> Verdict:
        """What is said of the name at ``start`` to ``end``, whose doses reach to ``regimen_end``.

        Args:
            operation: true for what is performed rather than taken; ``was performed`` says nothing of a drug.
        """
        index = self.scan.sentence_index(start)
        cues = self.cues(index)
        compound = next(
            (
                cue
                for cue in cues
                if cue.side == "compound" and not self.scan.text[end : cue.start].strip(" -‐‑") and cue.start >= end
            ),
            None,
        )
        if compound is not None:
            return Verdict("talk", (compound.start, compound.end), strong=True)
        before = self._before(cues, start)
        after = self._after(cues, end, regimen_end, operation)
        if after is not None and before is not None and not self._after_wins(before, after):
            after = None
        chosen = after or before
        if chosen is None:
            return Verdict(None)
        status = chosen.status
        if after is None and before is not None:
            status = self._modified(cues, before, start)
        return Verdict(status, (chosen.start, chosen.end), strong=not chosen.weak, after=after is not None)

    @staticmethod
    def _after_wins(before: _Cue, after: _Cue) -> bool:
        """``was taking X, which was stopped``: what follows is the last word, unless it is only a general statement."""
        if after.status in {"talk", "mentioned"}:
            return before.weak or (after.status == "mentioned" and before.status == "planned")
        if before.status in {"allergy", "absent", "declined"}:
            return False
        return not (before.status == "planned" and after.status in {"past", "ongoing"}) and not (
            before.status in {"started", "ongoing"} and after.status == "planned"
        )

    def _before(self, cues: Sequence[_Cue], start: int) -> _Cue | None:
        adjective: _Cue | None = None
        for cue in reversed([cue for cue in cues if cue.side in {"before", "both"} and cue.end <= start]):
            if _WALL.search(self._without_taken(cue.end, start)):
                break
            if _RELATIVE.search(self.scan.text[max(0, cue.start - 24) : cue.start]) and any(right <= cue.start for _, right in self.taken):
                continue  # ``X, which I have stopped, and Y``: the clause is about X
            if self._foreign(cue.end, start) <= (_WEAK_REACH if cue.weak else _STRONG_REACH):
                if self._words(cue) not in _ADJECTIVES:
                    return cue
                adjective = adjective or cue
            elif not cue.weak:
                break
        return adjective

    def _words(self, cue: _Cue) -> str:
        return " ".join(self.scan.text[cue.start : cue.end].lower().split())

    def _modified(self, cues: Sequence[_Cue], cue: _Cue, start: int) -> str:
        """``will start`` and ``recommend he use`` are plans; in ``changed X to Y`` the second drug is the new one."""
        first = self._words(cue).split(" ")[0]
        if cue.status in {"started", "ongoing"} and first in _BASE_FORMS:
            ahead = self.scan.text[max(self.scan.sentence_at(cue.start)[0], cue.start - 45) : cue.start]
            if _MODAL.search(ahead):
                return "planned"
            if any(other.status == "planned" and 0 <= cue.start - other.end <= 12 for other in cues):
                return "planned"
        if cue.status == "stopped" and first in _SWITCHING and self._treatment_between(cue.end, start):
            if re.search(r"\b(?:to|with|by|for)\s+(?:[\w-]+\s+)?$", self._without_taken(cue.end, start)):
                return "started"
        return cue.status

    def _after(self, cues: Sequence[_Cue], end: int, regimen_end: int, operation: bool) -> _Cue | None:
        for cue in cues:
            if cue.side not in {"after", "both"} or cue.start < end:
                continue
            if cue.status == "completed" and not operation and not self._words(cue).endswith(("completed", "complete")):
                continue
            left = regimen_end if cue.start >= regimen_end else end
            gap = self._without_taken(left, cue.start)
            if cue.status == "allergy" and (
                re.search(r"\w", gap)
                or re.match(r"\s+(?:rhinitis|asthma|reaction to)", self.scan.text[cue.end : cue.end + 20])
            ):
                continue
            if "(" in gap and ")" not in gap:
                return None
            if re.search(r"[;]|[.!?]\s+(?=[A-Z])|,\s+(?:and\s+)?(?:she|he|they|we)\b", gap):
                return None
            if any(
                other.side == "before" and left <= other.start and other.end <= cue.start and not other.weak
                for other in cues
            ):
                return None
            words = [word for word in _WORD.findall(gap.lower()) if word not in _LIST_WORDS]
            if cue.weak and (words or self._treatment_between(left, cue.start)):
                continue
            if len(words) > _AFTER_REACH:
                return None
            if words and self._treatment_between(left, cue.start):
                return None
            return cue
        return None

    def _treatment_between(self, left: int, right: int) -> bool:
        return any(left <= start and end <= right for start, end in self.taken)

    def _foreign(self, left: int, right: int) -> int:
        """Words between two places that belong to no treatment and do not join a list."""
        return sum(word not in _LIST_WORDS for word in _WORD.findall(self._without_taken(left, right).lower()))

    def _without_taken(self, left: int, right: int) -> str:
        """The text between two places without names of treatments and their doses."""
        pieces = []
        position = left
        for start, end in self.taken:
            if end <= position or start >= right:
                continue
            pieces.append(self.scan.text[position : max(position, start)])
            position = max(position, end)
        pieces.append(self.scan.text[position:right] if position < right else "")
        return " , ".join(pieces)
