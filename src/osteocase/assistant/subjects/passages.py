"""Sentences of the notes that tell what no record holds: quoted with their places, never retold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.height_told import height_lost
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.subjects.wanted import of_wanted_kind
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import WORD, normal_word, normal_words
from osteocase.records import Event, Finding, Fracture, Note, Source, Treatment
from osteocase.review import AUTHOR_NOTE, Session

__all__ = [
    "CAUSE", "NOTE_SAYS", "Passage", "about", "from_notes", "has_word", "holds", "keys_of", "note_words", "of_time",
    "passages_of", "quoted", "sentence_of", "sentence_span", "stem", "told_by", "with_notes",
]  # fmt: skip

_MOST = 5
"""Sentences that are quoted."""
_LONGEST = 400
"""Characters of one that are shown."""
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•]\s|\d+[.)]\s|[A-Z][A-Z ]*:|[A-Z][\w ()/,-]{2,40}:\s|\|))")
_TABLE_LINE = re.compile(r"\t|\||\S {3,}\S")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bProf\.)\s+(?=[A-Z(“\"])")
_SMALL_SENTENCE = re.compile(r"(?<=[a-z\d)][a-z\d)][.!?])\s+(?=[a-zA-Z(“\"])")
"""Of notes that are written in small letters throughout."""
CAUSE = re.compile(
    r"\b(?:because|due to|owing to|on account of|in view of|therefore|hence|contraindicat\w+|as a result|"
    r"reason(?! for (?:consultation|referral|visit|admission))|"
    r"attributed to|led to|to hold|to keep|to prevent|to avoid)\b|,\s+so\s|\bso that\b|\bfor (?:his|her) \w+",
    re.IGNORECASE,
)


_MOST_WORDS = 4
_SHORT = 4
_DOSE_WORDS = frozenset(("doses", "injections", "shots", "jabs", "infusions", "dates"))
_ONE_DOSE = frozenset(("dose", "injection", "shot", "jab", "infusion", "drip", "application", "administration"))
_ORDINALS = frozenset(("first", "2", "3", "4", "last"))
_ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth")
_AMOUNT = frozenset(("much", "many", "far"))
_EACH = frozenset(("every", "each"))
_NUMBER = (
    r"(?:\d+|once|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|last)"
)
_DOSES = re.compile(
    rf"\b{_NUMBER}\s+(?:more\s+)?(?:doses?|injections?|infusions?)\b|\b{_NUMBER}\s+(?:was|were|is)\s+given\b"
    r"|\bmissed\s+(?:a|no|any)\s+dose|\bgiven\s+(?:\w+\s+)?on\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"\b{_NUMBER}[\s-]+(?:days?|weeks?|months?|years?)\b", re.IGNORECASE)
_CLINICAL = frozenset(("analyte", "treatment", "bmd_site", "score", "finding", "bone"))


@dataclass(frozen=True)
class Passage:
    """A sentence, or a line of a table, in a note."""

    note: str
    start: int
    end: int
    text: str

    @property
    def source(self) -> Source:
        """Its place."""
        return Source(note=self.note, start=self.start, end=self.end, text=self.text)


NOTE_SAYS = re.compile(
    r"\b(?:note|letter|report|summary|doctor|consultant)s?\s+"
    r"(?:say|says|said|write|writes|wrote|tell|tells|state|states|mention|mentions)\b",
    re.IGNORECASE,
)
"""What is asked for are the words of a note, not advice."""


def about(heard: Heard, session: Session) -> list[Passage]:
    """What the notes tell about the things that are asked for and that no record holds, such as an occupation."""
    found: list[Passage] = []
    for value in dict.fromkeys(heard.values("passage")):
        heads = [one for one in value.split("|") if one.endswith(":")]
        words = [one for one in value.split("|") if not one.endswith(":")]
        found += [one for note in session.notes for head in heads for one in _section(note, head)]
        if words:
            pattern = re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in words)})(?!\w)", re.IGNORECASE)
            found += [one for one in passages_of(session) if pattern.search(one.text)]
    if not found and NOTE_SAYS.search(heard.say):  # ``what does the note say about the outlook?``
        judged = [heard.words[hit.start] for hit in heard.hits if hit.group == "advice" and hit.end == hit.start + 1]
        found = [one for one in passages_of(session) if any(has_word(one.text, word) for word in judged)]
    if heard.levels or heard.ids("bone"):  # of the bone that is asked for
        keys = [normal_words(level) for level in heard.levels] + [
            heard.words[hit.start : hit.end] for hit in heard.hits if hit.topic == "bone" and hit.end > hit.start
        ]
        if "healed" in heard.words or "healing" in heard.words:
            found = [one for one in found if any(holds(one.text, key) for key in keys)]
    return of_time(list(dict.fromkeys(found)), heard, session)


def from_notes(heard: Heard, session: Session, *, named: bool) -> list[Passage]:
    """Sentences with all words of a question that no record knows; letters may stand for a name (``GCA``)."""
    words = tuple(dict.fromkeys(heard.unknown_words))
    wished = heard.has("stranger", "advice", "delete", "accept", "defer", "add", "correct", "undo", "redo", "title")
    asks = named or heard.is_question or heard.has("ask", "list", "when", "presence") or len(heard.words) <= _SHORT
    if not words or wished or not asks or len(words) > _MOST_WORDS:
        return []
    fitting = [one for one in passages_of(session) if all(has_word(one.text, word) for word in words)]
    return of_time(fitting, heard, session)


def with_notes(reply: Reply, heard: Heard, found: Selection, session: Session) -> Reply:
    """An answer from records, with the sentences for what they leave open: words of the notes, doses, a length."""
    if reply.text.startswith("The day of the"):
        return reply
    more = from_notes(heard, session, named=found.named)
    words = set(heard.words)
    if _AMOUNT & words:
        reply = _with_height_lost(reply, session)
    quotes = "The notes say:" in reply.text
    if (
        not more
        and not quotes
        and heard.has("duration", "count", "when")
        and (_DOSE_WORDS | _EACH | (_ONE_DOSE if _ORDINALS & set(heard.values("time")) else frozenset())) & words
        and not found.arguments.keys() & {"analyte", "site", "score", "measure", "bone", "level"}
        and found.arguments.get("list", "treatments") == "treatments"
    ):
        names = {normal_words(getattr(one, "name", None) or "") for one in session.records if one.id in reply.records}
        more = told_by([*keys_of(heard, found), *filter(None, names)], _DOSES, session)
        said = [one for one in _ORDINAL_WORDS if one in words]
        more = [one for one in more if any(has_word(one.text, word) for word in said)] if said else more
    if not more and heard.has("duration") and "agent" in found.arguments and _is_open(reply):
        more = told_by(keys_of(heard, found), _LENGTH, session)
    bare = [one for one in found.records if isinstance(one, Finding)]
    if not more and bare == found.records and bare and _AMOUNT & words and not any(one.detail for one in bare):
        more = [Passage(one.source.note, *sentence_span(one.source, session)) for one in bare]
    if not more and _ASKS_SIDE.search(heard.say) and not _SIDE.search(reply.text):
        there = [one for one in found.records if isinstance(one, Treatment | Event | Fracture)]
        more = [Passage(one.source.note, *sentence_span(one.source, session)) for one in there]
        more = [one for one in dict.fromkeys(more) if _SIDE.search(one.text)]
    if not more and reply.text.startswith("No time is told"):
        more = [one for one in passages_of(session) if any(holds(one.text, key) for key in keys_of(heard, found))]
        more = _of_its_end(more, heard, found) or _of_its_start(more, heard, found) or more
    if not more:
        return reply
    wanted = of_wanted_kind(more, heard)
    told = quoted([*wanted, *(one for one in more if one not in wanted)], keys=keys_of(heard, found))
    dated = reply.text.startswith("No time is told") and any(_DATE.search(one.text) for one in more)
    if dated or reply.text.startswith("How many is not told"):  # the words tell it
        return Reply(told.text, tuple(dict.fromkeys((*told.sources, *reply.sources))), reply.records)
    open_ = not reply.sources or reply.text.startswith(_UNTOLD)
    return Reply(
        told.text if open_ else f"{reply.text}\n{told.text}",
        tuple(dict.fromkeys((*reply.sources, *told.sources))),
        reply.records,
    )


_ASKS_SIDE = re.compile(
    r"\b(?:which|what)\s+side\b|\b(?:left\s+or\s+(?:the\s+)?right|right\s+or\s+(?:the\s+)?left)\b", re.I
)
_SIDE = re.compile(r"\b(?:[Ll]eft|[Rr]ight|[Bb]ilateral|L|R|LT|RT)\b")


def _of_its_end(told: Sequence[Passage], heard: Heard, found: Selection) -> list[Passage]:
    """``when exactly was it stopped?``: the sentences that tell its end with the day, before all that name it."""
    if not _ENDED.search(heard.say):
        return []
    keys = keys_of(heard, found)
    return [
        one
        for one in told
        for clause in _CLAUSE.split(one.text)
        if _ENDED.search(clause) and _DATE.search(clause) and any(holds(clause, key) for key in keys)
    ]


def _of_its_start(told: Sequence[Passage], heard: Heard, found: Selection) -> list[Passage]:
    """``when was it started?``: the sentences that tell its beginning, also without a day."""
    if not _BEGUN.search(heard.say):
        return []
    keys = keys_of(heard, found)
    return [
        one
        for one in told
        for clause in _CLAUSE.split(one.text)
        if _BEGUN.search(clause) and any(holds(clause, key) for key in keys)
    ]


_BEGUN = re.compile(r"\b(?:start(?:ed)?|beg[au]n|commenced|initiated|since|put\s+on|introduced)\b", re.I)


def _with_height_lost(reply: Reply, session: Session) -> Reply:
    """``how much height has she lost?``: computed, where one sentence tells both heights."""
    lost = [one for one in session.case.findings if one.concept == "height_loss" and one.id in reply.records]
    told = (height_lost(sentence_of(place, session)) for one in lost for place in (one.source, *one.also))
    text = next(filter(None, told), None)
    if reply.text.startswith("Nothing about loss of height"):
        for one in passages_of(session):
            if _HEIGHT.search(one.text) and (text := height_lost(one.text)) is not None:
                said = quoted([one])
                return Reply(f"{text}\n{said.text}", said.sources)
        return reply
    return reply if text is None else Reply(f"{text}\n{reply.text}", reply.sources, reply.records)


_HEIGHT = re.compile(r"\bheight\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:stop\w*|end(?:ed)?|finish\w*|discontinu\w+|withdrawn|ceased?|gave up|given up|came off|taken off|wean\w*)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;]\s+|\n")


def told_when(heard: Heard, session: Session) -> Reply | None:
    """``when was breastfeeding given up?``: the sentences that tell a day of what the patient's fields keep without."""
    words = [
        heard.words[hit.start : hit.end] for hit in heard.hits if hit.group == "patient_field" and hit.end > hit.start
    ]
    ends = _ENDED.search(heard.say)
    if not heard.has("when") or not words:
        return None
    told = [
        one
        for one in passages_of(session)
        if _DATE.search(one.text)
        and (ends is None or _ENDED.search(one.text))
        and any(all(has_word(one.text, part) for part in word) for word in words)
    ]
    return quoted(told) if told else None


_LONG = 8
"""Letters above which an adverb is known by its adjective too: ``independently``."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_UNTOLD = ("Nothing about", "Not told in the notes: nothing about")


def note_words(session: Session) -> frozenset[str]:
    """Every word of the notes, in small letters."""
    words = frozenset[str]().union(*(frozenset(_words(note.text)) for note in session.notes))
    return words | {word.removesuffix("ly") for word in words if len(word) > _LONG and word.endswith("ly")}


def sentence_of(place: Source, session: Session) -> str:
    """The sentence that a place stands in."""
    return sentence_span(place, session)[2]


def sentence_span(place: Source, session: Session) -> tuple[int, int, str]:
    """Start, end and words of the sentence that a place stands in."""
    note = session.state.notes.get(place.note)
    spans = _sentences(note.text) if note is not None else ()
    around = next((one for one in spans if one[0] <= place.start and place.end <= one[1]), None)
    if note is None or around is None:
        return place.start, place.end, place.text
    return (*around, note.text[slice(*around)])


def _is_open(reply: Reply) -> bool:
    return not reply.sources or "no end is told" in reply.text or "not told" in reply.text


def keys_of(heard: Heard, found: Selection) -> list[tuple[str, ...]]:
    """The names of what is asked for, as typed and as the notes write them."""
    typed = [heard.words[hit.start : hit.end] for hit in heard.hits if hit.topic in _CLINICAL and hit.end > hit.start]
    names = [getattr(record, "name", None) or "" for record in found.records]
    return [key for key in dict.fromkeys((*typed, *map(normal_words, names))) if key]


def told_by(keys: Sequence[tuple[str, ...]], pattern: re.Pattern[str], session: Session) -> list[Passage]:
    """Sentences with something of a kind (doses, a length) that name a thing, or follow upon one that does."""
    found: list[Passage] = []
    before: Passage | None = None
    for one in passages_of(session):
        near = not keys or (
            before is not None and before.note == one.note and any(holds(before.text, key) for key in keys)
        )
        if pattern.search(one.text) and (near or any(holds(one.text, key) for key in keys)):
            found.append(one)
        before = one
    return found


def quoted(passages: Sequence[Passage], head: str = "The notes say:", keys: Sequence[tuple[str, ...]] = ()) -> Reply:
    """The sentences with their notes; of a long one what stands round the words that are asked for."""
    told = [f"  “{_part(' '.join(one.text.split()), keys)}” — note {one.note}" for one in passages[:_MOST]]
    more = [f"  and {len(passages) - _MOST} more"] if len(passages) > _MOST else []
    return Reply("\n".join([head, *told, *more]), tuple(one.source for one in passages[:_MOST]))


def _part(text: str, keys: Sequence[tuple[str, ...]]) -> str:
    """As much of a text as a reader takes in."""
    if len(text) <= _LONGEST:
        return text
    small = text.casefold()
    at = min((place for key in keys if (place := small.find(" ".join(key)[:_STEM])) >= 0), default=0)
    begin = max(0, at - _BEFORE)
    return f"{'… ' if begin else ''}{text[begin : begin + _LONGEST]} …"


_STEM = 9
_BEFORE = 40


def of_time(found: list[Passage], heard: Heard, session: Session) -> list[Passage]:
    """Those of the note or the time that is spoken of, where there are any."""
    kept = [one for one in found if one.note in heard.notes]
    if kept:
        return kept
    dates = {note.id: note.date or "" for note in session.case.notes}
    if heard.date is not None:
        kept = [one for one in found if dates.get(one.note, "").startswith(heard.date)]
        return kept or found
    times = heard.values("time")
    if found and times and times[0] in ("last", "first", "baseline"):
        order = sorted({one.note for one in found}, key=lambda name: dates.get(name, ""))
        wanted = order[-1 if times[0] == "last" else 0]
        return [one for one in found if one.note == wanted]
    return found


def passages_of(session: Session) -> Iterator[Passage]:
    """Every sentence of the notes."""
    for note in session.notes:
        if note.id != AUTHOR_NOTE:
            for start, end in _sentences(note.text):
                yield Passage(note.id, start, end, note.text[start:end])


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Places of the sentences; each line of a table is one."""
    spans: list[tuple[int, int]] = []
    small = len(_SMALL_SENTENCE.findall(text)) > len(_SENTENCE.findall(text))
    border = _SMALL_SENTENCE if small else _SENTENCE
    for start, end in _pieces(text, 0, _BLOCK):
        lines = text[start:end].split("\n")
        if sum(bool(_TABLE_LINE.search(line)) for line in lines) > len(lines) / 2:
            at = start
            for line in lines:
                spans.append((at, at + len(line)))
                at += len(line) + 1
        else:
            spans += _pieces(text[start:end], start, border)
    trimmed = []
    for start, end in spans:
        words = text[start:end].strip()
        if words:
            begin = text.index(words, start)
            trimmed.append((begin, begin + len(words)))
    return tuple(trimmed)


def _pieces(text: str, offset: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    at, found = 0, []
    for match in border.finditer(text):
        found.append((offset + at, offset + match.start()))
        at = match.end()
    return [*found, (offset + at, offset + len(text))]


def _section(note: Note, head: str) -> Iterator[Passage]:
    """From a heading to the next blank line."""
    for match in re.finditer(rf"^[^\S\n]*{re.escape(head.rstrip(':'))}\b:?", note.text, re.IGNORECASE | re.MULTILINE):
        end = re.compile(r"\n\s*\n").search(note.text, match.end())
        stop = end.start() if end is not None else len(note.text)
        yield Passage(note.id, match.start(), stop, note.text[match.start() : stop])


def holds(text: str, key: tuple[str, ...]) -> bool:
    """Whether these words stand in a text one after the other."""
    words = _words(text)
    return any(words[at : at + len(key)] == key for at in range(len(words) - len(key) + 1))


def has_word(text: str, word: str) -> bool:
    """Whether a word stands in a text in any of its forms, or as the first letters of a name."""
    words = _words(text)
    root = stem(word)
    if len(word) > 3 and any(stem(one) == root for one in words):
        return True
    size = len(word)
    return 3 <= size <= 5 and any(
        "".join(one[0] for one in words[at : at + size]) == word for at in range(len(words) - size + 1)
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(normal_word(match.group()).lower() for match in WORD.finditer(text))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending."""
    for ending in ("ingly", "ing", "ies", "ed", "es", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
