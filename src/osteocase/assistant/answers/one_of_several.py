"""Several things that one question names: each is answered, or it is said that nothing of it is recorded.

An answer is made for all of them together, which lets them be compared. What it leaves out is answered for itself, as
if it had been asked for alone.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.nearest_sentences import is_shown
from osteocase.assistant.answers.questions import ANSWERS
from osteocase.assistant.subjects.dated import with_dates
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.passages import holds, passages_of
from osteocase.assistant.subjects.reply import MOST, Reply
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.review import Session

__all__ = ["unrecorded", "with_unrecorded"]

_ANSWERED = (
    "ask.value", "ask.presence", "ask.trend", "ask.when", "ask.extreme", "ask.abnormal", "ask.count", "ask.source",
)  # fmt: skip
_TOLD_AS_WELL = ("ask.duration", "ask.patient")
"""Where only that something is not recorded is told beside the answer."""
_TOPICS = ("analyte", "treatment", "score", "finding", "event", "bmd_site", "bone")
_JOINS = frozenset(("and", "or", "plus", "nor", "vs", "versus"))
_MARKS = frozenset(",/&+;?")
_BETWEEN = frozenset(
    ("the", "a", "an", "her", "his", "of", "at", "in", "also", "month", "months", "year", "years", "well", "as", "both",
     "about", "what", "how", "checked", "measured", "done", "repeated", "tested", "taken")
)  # fmt: skip
_BETWEEN_GROUPS = frozenset(("measure", "time", "trend", "list", "extreme", "high", "low", "abnormal", "when"))
"""What may stand between two names of a row: ``the spine at baseline and the last P1NP``."""
_OF_TIME = frozenset(
    ("before", "after", "during", "since", "until", "till", "under", "on", "with", "without", "by", "from", "because",
     "than", "off", "following", "through", "while")
)  # fmt: skip
"""What leads to a name that tells the time or the reason, and is not asked for itself."""
_COMPARES = frozenset(("compare", "compared", "against", "together"))
_MOST = 2


@dataclass(frozen=True)
class _Thing:
    """A name in a row of names."""

    start: int
    end: int
    """Numbers of its first word, and of the word behind it."""
    core: int
    """Number of the word behind the name alone: behind ``hip`` of ``hip T-score``."""
    hits: tuple[Hit, ...]
    asked: bool
    """Whether it is asked for itself, and does not only tell the time."""

    def label(self, heard: Heard, vocabulary: Vocabulary) -> str:
        """Its name for people; a word for several things stays their name."""
        named = [one for one in self.hits if one.topic in _TOPICS]
        own = [one for one in named if one.group != "family" or len({other.id for other in named}) == 1]
        drug = [str(one.value) for one in self.hits if _tells_time(one)]
        if own and self.core == self.end:
            return vocabulary.label(own[0].topic, own[0].id)
        return (
            vocabulary.label("treatment", drug[0]) if drug and not own else " ".join(heard.words[self.start : self.end])
        )


def with_unrecorded(turn: Turn, heard: Heard, session: Session, vocabulary: Vocabulary) -> Turn:
    """``PTH and CTX at baseline?``: an answer on the PTH alone would leave open whether there was a CTX.

    Args:
        turn: the answer so far.
        heard: the question.
        session: the case.
        vocabulary: names for people.
    """
    if turn.changes or turn.command or turn.intent not in (*_ANSWERED, *_TOLD_AS_WELL):
        return turn
    measured = all_measured(Selection([one for one in session.records if one.id in turn.records]))
    if heard.unplaced is not None and turn.records:
        turn = _of_no_time(turn, heard.unplaced)
    for thing in _in_row(heard, kinds=True) + (_of_time(heard) if measured else []):
        label, words = thing.label(heard, vocabulary), heard.words[thing.start : thing.core]
        reply = turn.reply.casefold()
        if label.casefold() in reply or " ".join(words) in reply:
            continue
        alone = _alone(heard, thing, measured=measured)
        if select(alone, session, vocabulary, with_time=False).records:
            more = _answer(turn, alone, thing, session, vocabulary)
            text = f"Of {label}: {more.text[0].lower()}{more.text[1:]}" if more.text[:3] in _POLAR else more.text
            text = with_dates(text, [one for one in session.records if one.id in more.records], session)
        else:
            more = _not_recorded(turn, heard, label, words, session)
            text = more.text
        if not more.text or text in turn.reply:
            continue
        turn = replace(
            turn,
            reply=f"{turn.reply}\n{text}",
            sources=tuple(dict.fromkeys((*turn.sources, *more.sources))),
            records=tuple(dict.fromkeys((*turn.records, *more.records))),
        )
    return turn


def _of_no_time(turn: Turn, said: str) -> Turn:
    """What is told without the time that was asked for; of a long list only that there is no such time."""
    head = f"No time is recorded for “{said}” in this case"
    if len(turn.records) > MOST:
        return replace(turn, reply=f"{head}, so I cannot tell what belongs to it.", sources=(), records=())
    return replace(turn, reply=f"{head}; told without it:\n{turn.reply}")


_POLAR = ("Yes", "No:", "No,")
_NONE = Reply("")


def _answer(turn: Turn, alone: Heard, thing: _Thing, session: Session, vocabulary: Vocabulary) -> Reply:
    """The same question about the thing alone; empty where the turn tells of it already."""
    found = select(alone, session, vocabulary)
    ever = select(alone, session, vocabulary, with_time=False)
    told = {one.id for one in (found.records or ever.records)} & {*turn.records}
    if told or not thing.asked or turn.intent not in _ANSWERED or alone.figures:
        return _NONE
    return ANSWERS[turn.intent](alone, found, session, vocabulary, None)


def _not_recorded(turn: Turn, heard: Heard, label: str, words: tuple[str, ...], session: Session) -> Reply:
    """That nothing is recorded of it, or the sentences on it; empty where one is shown already."""
    told = [one for one in passages_of(session) if holds(one.text, words)][:_MOST]
    if any(is_shown(one, turn) for one in told):
        return _NONE
    said = [f"  “{' '.join(one.text.split())}” — note {one.note}" for one in told]
    where = "of relatives" if heard.has("relative") else "in this case"
    text = "\n".join(["The notes say:", *said]) if said else f"Nothing about {label} is recorded {where}."
    return Reply(text, tuple(one.source for one in told))


def unrecorded(heard: Heard, session: Session, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Names in a row (``the urinary calcium and the albumin``) of which nothing is recorded, with the words said."""
    return {
        one.label(heard, vocabulary): heard.words[one.start : one.end]
        for one in _in_row(heard, kinds=False)
        if not select(_alone(heard, one), session, vocabulary, with_time=False).records
    }


def _alone(heard: Heard, thing: _Thing, *, measured: bool = False) -> Heard:
    """The utterance as if only this one of its names had been said; a place of a scan is then no bone that broke."""
    site = measured and any(hit.topic == "bmd_site" for hit in thing.hits)
    hits = [
        _drug(hit) if _tells_time(hit) else hit
        for hit in heard.hits
        if thing.start <= hit.start < thing.end or not (_is_name(hit) or _is_kind(hit, heard))
    ]
    return replace(heard, hits=tuple(hit for hit in hits if not (site and hit.topic == "bone")))


def _tells_time(hit: Hit) -> bool:
    """A drug that only tells the time: ``side effects on alendronate``."""
    return hit.id == "moment" and bool(hit.value)


def _drug(hit: Hit) -> Hit:
    return replace(hit, topic="treatment", id=str(hit.value), group=None)


def _of_time(heard: Heard) -> list[_Thing]:
    """Drugs that only tell the time of a value: ``after a year of denosumab``."""
    topics = [(one, {hit.topic for hit in one.hits}) for one in _things(heard, kinds=False)]
    return [one for one, of in topics if "treatment" in of and "analyte" not in of]


def _in_row(heard: Heard, *, kinds: bool) -> list[_Thing]:
    """The names that stand side by side, with ``kinds`` also those of whole lists; none where only one is said."""
    things = _things(heard, kinds=kinds)
    joined = list[_Thing]()
    for before, behind in itertools.pairwise(things):
        if _are_joined(before, behind, heard):
            if not joined or joined[-1] != before:
                joined.append(before)
            joined.append(replace(behind, asked=behind.asked and before.asked))
    return joined


def _things(heard: Heard, *, kinds: bool) -> list[_Thing]:
    named = [hit for hit in heard.hits if hit.end > hit.start and (_is_name(hit) or (kinds and _is_kind(hit, heard)))]
    spans = {(hit.start, hit.end) for hit in named}
    widest = sorted(
        one for one in spans if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    )
    things: list[_Thing] = []
    for start, end in widest:
        hits = tuple(hit for hit in named if start <= hit.start and hit.end <= end)
        if things and things[-1].end == start and all(hit.topic == "utterance" and hit.id != "moment" for hit in hits):
            # ``hip T-score``, ``vertebral fractures``
            things[-1] = replace(things[-1], end=end, hits=(*things[-1].hits, *hits))
            continue
        before = [word for word in heard.words[max(0, start - 3) : start] if word not in _BETWEEN or word in _OF_TIME]
        asked = not (before and before[-1] in _OF_TIME) and not all(map(_tells_time, hits))
        things.append(_Thing(start, end, end, hits, asked))
    return things


def _is_name(hit: Hit) -> bool:
    return hit.topic in _TOPICS or _tells_time(hit)


def _is_kind(hit: Hit, heard: Heard) -> bool:
    """Whether it names a list or, where no place is named, what of a density is asked for."""
    placed = any(one.topic in ("bmd_site", "bone") for one in heard.hits)
    return hit.group == "record_kind" or (hit.group == "measure" and not placed)


def _are_joined(before: _Thing, behind: _Thing, heard: Heard) -> bool:
    between = heard.words[before.end : behind.start]
    marks = _MARKS & set(heard.say[heard.offsets[before.end - 1] : heard.offsets[behind.start]])
    if not between:
        alike = {hit.topic for hit in before.hits} & {hit.topic for hit in behind.hits}
        return bool(marks or alike - {"utterance"})
    compared = _COMPARES | {"with"} if _COMPARES & set(heard.words) else frozenset[str]()
    if not (marks or _JOINS & set(between) or compared & set(between)):
        return False
    free = {
        at
        for hit in heard.hits
        if hit.topic == "utterance" and hit.group in _BETWEEN_GROUPS
        for at in range(hit.start, hit.end)
    } | {hit.start for hit in heard.hits if hit.group == "presence" and hit.end == hit.start + 1}
    return all(
        word in _JOINS
        or word in _BETWEEN
        or word in compared
        or word.replace(".", "").isdecimal()
        or not any(map(str.isalnum, word))
        or (before.end + at in free and word not in _OF_TIME)
        for at, word in enumerate(between)
    )
