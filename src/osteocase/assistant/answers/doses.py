"""How many doses of a drug were given, and on which days, by the words of the notes.

A record keeps the number that one note tells (``four doses``); later notes go on counting (``the fifth was given
today``). The highest number that any note tells of a dose that was given is the answer, with the sentences that tell
it. A dose that was missed, or is due or planned, does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.subjects.spans import NTH_YEAR
from osteocase.assistant.subjects.told_times import told_last
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["asks_doses", "days_of_doses", "doses"]

_DOSE = r"(?:doses?|injections?|infusions?|shots?|jabs?|drips?|cycles?|applications?|administrations?|treatments?)"
_ASKS = re.compile(
    r"\b(?:how\s+(?:many|often)|number\s+of|count)\b"
    rf"|\b(?:when|what\s+(?:date|day)|which\s+(?:date|day|days|dates))\b.{{0,40}}\b(?:last|latest|final|most\s+recent)\b"
    rf"|^\W*(?:and\s+|the\s+|all\s+(?:the\s+)?|which\s+|what\s+)?(?:doses|dates)\b|\b(?:dates|doses)\s+(?:of|for)\b"
    rf"|\b(?:last|latest|most\s+recent)\s+(?:\w+\s+)?{_DOSE}\b.{{0,20}}\b(?:when|date|given)\b",
    re.IGNORECASE,
)
_OF_DOSES = re.compile(rf"\b(?:{_DOSE}|times|how\s+often|given|administered|received)\b", re.IGNORECASE)
_ASKS_LAST = re.compile(r"\b(?:last|latest|final|most\s+recent)\b", re.IGNORECASE)
_ASKS_MANY = re.compile(r"\b(?:how\s+(?:many|often)|number\s+of|count)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth")  # fmt: skip
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b(?:\s+(?:\w+\s+){{0,3}}?{_DOSE}\b"
    r"|(?=\s+(?:\w+\s+){0,2}?(?:was|were|is)\s+given\b)|(?=\s+one\b)|(?=\s+today\b))",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    rf"\b(?P<many>{'|'.join(_CARDINALS)}|\d{{1,2}})\s+(?:\w+\s+){{0,2}}?(?:{_DOSE}\b|in\s+all\b|in\s+total\b|altogether\b)"
    r"(?!\s+(?:of\s+)?(?:daily|a\s+day|weekly|per))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b{_DOSE}\s+(?:no\.?\s*|number\s+|#\s*)?(?P<many>\d{{1,2}})\b(?!\s*(?:mg|µg|mcg|g|iu|units?|ml|x|times|weeks?|months?|days?|hours?|%)\b)"
    r"(?![.,/]\d)",
    re.IGNORECASE,
)
"""``dose 6 today``; ``dose 60 mg`` is no number of doses."""
_HASHED = re.compile(r"(?<!\w)#\s?(?P<many>\d{1,2})\b(?!\s*(?:ribs?|metatars\w+|fractures?|fx)\b)", re.IGNORECASE)
"""``Prolia #6``; a sign before a bone stands for its fracture."""
_NOT_YET = re.compile(
    r"\b(?:missed|due|planned|next|will|would|should|to\s+be\s+(?:given|started)|scheduled|omitted|skipped|not\s+given|"
    r"declined)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"^\W*(?:plan|advice|procedure|do|suggest\w*)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:today|given|had|received|got|administered|this\s+(?:morning|afternoon)|after\s+the)\b", re.I)
_WINDOW = 45
"""Characters before a number within which stands whether that dose was given; behind it the clause tells it."""
_BORDER = re.compile(r"[;.]\s|,\s(?=(?:the|and)\b)")
_ENDS = frozenset(("last", "latest", "final", "recent"))
_DOSE_WORD = re.compile(rf"\b{_DOSE}\b", re.IGNORECASE)
_MOST = 5
_MANY_DATES = 2


@dataclass(frozen=True)
class _Told:
    count: int
    passage: Passage
    dates: tuple[str, ...] = ()


def asks_doses(heard: Heard, found: Selection) -> bool:
    """Whether the number of doses, their days or the last of them is asked for."""
    drug = "agent" in found.arguments
    if not drug or heard.has("correct", "add", "delete", "accept", "defer", "reason", "trend", "measure", "source"):
        return False
    if heard.figures or (heard.moment is not None and not _ASKS_MANY.search(heard.say)):
        return False
    ends = [heard.words[hit.start - 1] for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start > 0]
    last_of_drug = heard.has("when") and bool(_ENDS & set(ends))  # ``when was the last Prolia?``
    return (bool(_ASKS.search(heard.say)) and bool(_OF_DOSES.search(heard.say))) or last_of_drug


def doses(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The highest number that is told, or the day of the last one, or every sentence on them; null if none is told."""
    year = NTH_YEAR.search(heard.say)
    if (
        year is not None
        and year["nth"]
        and (found.arguments.keys() & {"agent"} or found.arguments.get("list") == "treatments")
    ):
        keys = keys_of(heard, found) if "agent" in found.arguments else []
        said_so = [one for one in passages_of(session) if _names_year(one.text, year["nth"], year["unit"])]
        said_so = [one for one in said_so if not keys or any(holds(one.text, key) for key in keys)]
        if said_so:
            return quoted(said_so)
    if not asks_doses(heard, found):
        return None
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    names = {normal_words(one.name) for one in drugs}
    told = list(_told([*keys_of(heard, found), *names], drugs, session))
    stated = max((int(one.doses_given) for one in drugs if one.doses_given is not None), default=0)
    highest = max((one.count for one in told), default=0)
    if not told or max(highest, stated) < 1:
        return None
    name = drugs[0].name if drugs else found.asked[0]
    passages = list(dict.fromkeys(one.passage for one in told))
    ids = tuple(one.id for one in drugs if one.kind in ("drug", "supplement"))
    if _ASKS_MANY.search(heard.say):
        count = max(highest, stated)
        best = [one.passage for one in told if one.count == count] or passages
        shown = list(dict.fromkeys((*best, *passages)))[:_MOST]
        shown.sort(key=passages.index)
        if highest < stated:
            return None
        said = quoted(shown)
        highest_told = f"{count} doses, the highest number that the notes tell."
        first_alone = "only the first dose is told by its number; how many followed is not."
        return Reply(f"{name}: {highest_told if count > 1 else first_alone}\n{said.text}", said.sources, ids)
    if _ASKS_LAST.search(heard.say):
        day = max((date for one in told for date in one.dates), default=None)
        ended = [one.stop.date for one in drugs if one.stop is not None and one.stop.date is not None]
        closing = told_last([*keys_of(heard, found), *names], name, session)
        if closing is not None and closing.quote is not None and (closing.date or "") >= (day or ""):
            said = quoted([closing.quote])
            return Reply(f"{closing.what}\n{said.text}", said.sources, ids)
        bare = [*_given_bare([*keys_of(heard, found), *names], session)]
        day = max(filter(None, (day, *(date for date, _one in bare))), default=None)
        if day is None or any(date >= day for date in ended):
            return None
        last = [one.passage for one in told if day in one.dates] or [one for date, one in bare if date == day]
        said = quoted(last)
        return Reply(f"{name}: last told as given on {day}.\n{said.text}", said.sources, ids)
    if len(passages) < _MANY_DATES and max(len(one.dates) for one in told) < _MANY_DATES:
        return None
    said = quoted(passages)
    return Reply(said.text, said.sources, ids)


def days_of_doses(
    heard: Heard, found: Selection, drugs: Sequence[Treatment], session: Session
) -> list[tuple[str, Passage]]:
    """The days on which a dose is told as given, each with its sentence."""
    keys = [*keys_of(heard, found), *{normal_words(one.name) for one in drugs}]
    days = [(date, one.passage) for one in _told(keys, drugs, session) for date in one.dates]
    return [*days, *_given_bare(keys, session)]


def _given_bare(keys: Sequence[tuple[str, ...]], session: Session) -> Iterator[tuple[str, Passage]]:
    """``Romosozumab given.``: on the day of its note, where the sentence tells no other."""
    dates = {note.id: note.date for note in session.case.notes}
    for one in passages_of(session):
        text, noted = " ".join(one.text.split()), dates.get(one.note)
        named = any(re.search(rf"\b{_BESIDE.join(map(re.escape, key))}{_GIVEN}", text, re.IGNORECASE) for key in keys)
        if named and noted is not None and not spoken_dates(text, case_dates(session), writes_day_first(session)):
            yield noted, one


_BESIDE = r"\W+"
_GIVEN = (
    r"(?:\s+(?:#?\d+\s*\w*|injection|infusion|dose|s/?c|iv|was)){0,3}\s+(?:was\s+)?given"
    r"(?:\s+(?:today|here|in\s+clinic|(?:l|r|left|right)\s+(?:arm|thigh)))?\s*(?:[.;,]|$)"
)


def _names_year(text: str, nth: str, unit: str) -> bool:
    return re.search(rf"\b{nth}\s+{unit}\b", text, re.IGNORECASE) is not None


def _told(keys: Sequence[tuple[str, ...]], drugs: Sequence[Treatment], session: Session) -> Iterator[_Told]:
    dates = {note.id: note.date for note in session.case.notes}
    before: Passage | None = None
    for one in passages_of(session):
        follows = before is not None and before.note == one.note and any(holds(before.text, key) for key in keys)
        if any(holds(one.text, key) for key in keys) or (follows and not _names_other(one, drugs, session)):
            yield from _counts(one, dates.get(one.note), session)
        before = one


def _names_other(passage: Passage, drugs: Sequence[Treatment], session: Session) -> bool:
    agents = {one.agent for one in drugs}
    return any(
        holds(passage.text, normal_words(one.name))
        for one in session.case.treatments
        if one.agent not in agents and one.kind in ("drug", "supplement")
    )


def _counts(passage: Passage, noted: str | None, session: Session) -> Iterator[_Told]:
    text = " ".join(passage.text.split())
    days = spoken_dates(text, case_dates(session), writes_day_first(session))
    begin = _DOSE_WORD.search(text)
    headed = len(days) > 1 and begin is not None and days[0].date == noted and days[0].span[1] <= begin.start()
    days = days[1:] if headed and not re.search(r"\btoday\b", text, re.IGNORECASE) else days  # the date of the letter
    given = tuple(
        one.date for one in days if not _is_open(text, *one.span) and (noted is None or one.date[:10] <= noted)
    )
    listed = given if len(given) > 1 else ()
    if len(listed) > _MANY_DATES and _DONE_OR_LIST.search(text):
        yield _Told(len(listed), passage, listed)
    for match in (*_NTH.finditer(text), *_SO_MANY.finditer(text), *_NUMBERED.finditer(text), *_HASHED.finditer(text)):
        if _is_open(text, *match.span()):
            continue
        word = (match.groupdict().get("nth") or match.groupdict().get("many") or "").casefold()
        border = _BORDER.search(text, match.end())
        near = text[max(0, match.start() - _WINDOW) : border.start() if border is not None else len(text)]
        today = (noted,) if noted is not None and re.search(r"\b(?:today|this (?:morning|afternoon))\b", near) else ()
        yield _Told(_number(word), passage, (*today, *given))


_DONE_OR_LIST = re.compile(
    r"\b(?:had|given|received|got|doses?|infusions?|injections?|in\s+all|so\s+far)\b", re.IGNORECASE
)


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether the dose was missed, or is only due or planned."""
    begin = max((match.end() for match in _BORDER.finditer(text, 0, start)), default=0)
    stop = _BORDER.search(text, end)
    clause = text[begin : stop.start() if stop is not None else len(text)]
    if re.search(r"\b(?:missed|omitted|skipped|not\s+given|declined)\b", clause, re.IGNORECASE):
        return not re.search(r"\b(?:never|not|no|none)\b.{0,12}\bmissed\b", clause, re.IGNORECASE)
    if _DONE.search(clause):
        return False
    return _NOT_YET.search(clause) is not None or _PLAN.search(text) is not None


def _number(word: str) -> int:
    if word[:1].isdecimal():
        return int(re.sub(r"\D", "", word))
    return (_ORDINALS.index(word) if word in _ORDINALS else _CARDINALS.index(word)) + 1
