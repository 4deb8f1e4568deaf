"""Which of the offered records is chosen: by its number, place or time, or a plain yes to the only one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from osteocase.assistant.answers.absence import close_to
from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_dates import month_without_year
from osteocase.records import Record
from osteocase.review import Change, Session

__all__ = ["LEFT", "Choice", "chosen_of", "described", "is_bare_value", "is_new_wish", "means_several", "waves_away"]


@dataclass(frozen=True)
class Choice:
    """A wish that waits for the choice of a record, or for a yes."""

    make: Callable[[tuple[str, ...]], tuple[Change, ...]]
    records: tuple[str, ...]
    intent: Intent
    whole: Heard | None = None
    """The wish as it was said."""
    sure: bool = False
    """Whether it was told what the change would be."""


def chosen_of(heard: Heard, records: list[Record]) -> list[Record]:
    """The records that the answer means; none where it is no answer."""
    listed = _listed(heard.say, records)
    if listed is not None:
        return listed
    ordinals = [one for one in heard.values("time") if one not in ("baseline",)]
    if set(heard.words) & {"all", "both"}:
        return records
    if len(records) == 1 and heard.starts_with("yes"):
        return records
    if heard.months is not None:
        return [one for one in records if close_to(months_of(one), heard.months)][:1]
    if heard.date is not None:
        dated = [one for one in records if _date(one).startswith(heard.date)]
        return dated if len(dated) == 1 else []
    if "middle" in heard.words and len(records) % 2:
        return [records[len(records) // 2]]
    if "latter" in heard.words:
        return records[-1:]
    if "former" in heard.words:
        return records[:1]
    if heard.figures and 1 <= heard.figures[0].value <= len(records):
        return [records[int(heard.figures[0].value) - 1]]
    if ordinals:
        at = {"first": 0, "last": -1}.get(ordinals[0])
        at = int(ordinals[0]) - 1 if at is None else at
        return records[at:][:1] if at >= 0 else records[-1:]
    return _at_baseline(records) if "baseline" in heard.values("time") else []


_PLACE_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_PLACE = re.compile(
    rf"\b(?P<word>{'|'.join(_PLACE_WORDS)}|last)\b|(?<![\w.,-])(?P<number>[1-9])(?:st|nd|rd|th)?(?![\w.]|,\d)",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?P<end>first|last)\s+(?P<few>two|three|four|[2-4])\b", re.IGNORECASE)
_ALL_BUT = re.compile(
    r"\b(?:all|everything|both|every one|any)\b.{0,12}?\b(?:but|except(?: for)?|apart from|other than|without|not)\b"
    r"(?P<rest>.+)",
    re.IGNORECASE,
)


def _listed(say: str, records: list[Record]) -> list[Record] | None:
    """Several of the offered records that are told by their places; null where none or one is told.

    ``the first and the third``, ``1 and 3``, ``the last two``, ``all but the second``.
    """
    spared = _ALL_BUT.search(say)
    if spared is not None:
        kept = _at_places(spared["rest"], records)
        return [one for one in records if one not in kept] if kept else []
    told = _at_places(say, records)
    return told if len(told) > 1 else None


def means_several(heard: Heard) -> bool:
    """Whether the answer means all, or tells several places, so that nothing is left to ask."""
    if {"all", "both"} & set(heard.words):
        return True
    return bool(_FEW.search(heard.say) or _ALL_BUT.search(heard.say)) or len(_PLACE.findall(heard.say)) > 1


def _at_places(say: str, records: list[Record]) -> list[Record]:
    few = _FEW.search(say)
    if few is not None:
        word = few["few"].lower()
        count = int(word) if word.isdecimal() else ("two", "three", "four").index(word) + 2
        return records[:count] if few["end"].lower() == "first" else records[-count:]
    places = []
    for match in _PLACE.finditer(say):
        word = (match["word"] or "").lower()
        places.append(
            len(records) - 1 if word == "last" else _PLACE_WORDS.index(word) if word else int(match["number"]) - 1
        )
    return (
        [records[at] for at in dict.fromkeys(places) if at < len(records)]
        if max(places, default=0) < len(records)
        else []
    )


def _at_baseline(records: list[Record]) -> list[Record]:
    """What was measured last before the treatment, up to the day of its first dose."""
    placed = [(months, one) for one in records if (months := months_of(one)) is not None and months <= 0]
    nearest = max((months for months, _one in placed), default=None)
    return [one for months, one in placed if months == nearest][:1]


def _date(record: Record) -> str:
    time = getattr(record, "time", None)
    return (time.date or "") if time is not None else ""


_WAVES_AWAY = re.compile(
    r"(?:(?:(?:oh|no|ok|okay|please|just|well|ah|sorry|then|so)[\s,]+)*"
    r"(?:forget (?:it|that|about it)|never ?mind|leave (?:it|that|them)"
    r"(?: as (?:it is|is|they are)| alone| be)?|"
    r"none(?: of (?:them|these))?|neither|no|nope|cancel|stop|skip (?:it|that)|not now|"
    r"(?:do not|don['’]?t)(?! know)|nothing|(?:it|that|they) (?:was|were|is|are) (?:right|fine|ok(?:ay)?|correct)|"
    r"(?:i )?(?:do not|don['’]?t) know|no idea|(?:i am |i['’]?m )?not sure|drop (?:it|that))"
    r"\b[\s,;.!–-]*)+(?:please|thanks|thank you|then)?\W*",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|latest|2nd|3rd|4th|1st)\s+(?:visit|clinic|appointment|consultation|note|"
    r"letter|form|check|review)\b",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_PRE_OP = re.compile(r"\bpre-?\s?op(?:erative(?:ly)?)?\b|\bbefore (?:the )?(?:op|operation|surgery)\b", re.IGNORECASE)
_POST_OP = re.compile(r"\bpost-?\s?op(?:erative(?:ly)?)?\b|\bafter (?:the )?(?:op|operation|surgery)\b", re.IGNORECASE)
_REPORTS = ("radiology", "laboratory")


LEFT = "Then it is left as it is. Nothing was changed."


def is_bare_value(heard: Heard) -> bool:
    """``17``, ``it is 17 U/L``: the value that was asked for."""
    return len(heard.figures) == 1 and _BARE_VALUE.fullmatch(heard.say.strip()) is not None


_BARE_VALUE = re.compile(
    r"(?:(?:it|that|no|sorry|ok|well|the right (?:one|value)|should be|must be|is|was|it['’]s|be|make it)[\s,]+)*"
    r"[-−–+]?\d+(?:[.,]\d+)?\s*[%\w/µ²]*\W*(?:please|sorry)?\W*",
    re.IGNORECASE,
)


_LONGEST = 8
_WISHES = ("delete", "accept", "defer", "add", "ask", "undo", "redo", "report", "export", "help", "leave")


def is_new_wish(heard: Heard) -> bool:
    """Whether it holds words of a new wish, or too many words, and is no answer to ``which one?``."""
    return len(heard.words) > _LONGEST or heard.has(*_WISHES)


def waves_away(heard: Heard) -> bool:
    """``forget it``, in answer to ``which one?``."""
    return _WAVES_AWAY.fullmatch(heard.say.strip()) is not None


def described(heard: Heard, records: list[Record], named: Selection, session: Session) -> list[Record]:
    """The offered records that the answer describes: ``right total, 2022``, ``the pre-op one``, ``second visit``.

    Args:
        heard: the answer.
        records: those that were offered.
        named: the records of the case that the answer names, at whatever time.
        session: the case.
    """
    pool, told = records, False
    ids = {one.id for one in named.records}
    if named.named and not {"list"} >= named.arguments.keys() and any(one.id in ids for one in pool):
        pool, told = [one for one in pool if one.id in ids], True
    elif named.named and not named.arguments.keys() <= {"list", "event", "date", "months", "time"}:
        return []  # something else altogether
    for way in (_of_side, _of_operation, _of_visit, _of_day):
        fitting = way(heard, pool, session)
        if fitting is not None:
            if not fitting:
                return []
            pool, told = fitting, True
    if not told and len(heard.figures) == 1 and heard.figures[0].value > len(records):  # ``the one with 56``
        return [one for one in records if heard.figures[0].value in values_of(one)]
    return pool if told else chosen_of(heard, records)


def _of_side(heard: Heard, pool: list[Record], _session: Session) -> list[Record] | None:
    sides = {"left", "right"} & set(heard.words)
    having = [one for one in pool if getattr(one, "side", None) in sides]
    return having if len(sides) == 1 and having else None


def _of_operation(heard: Heard, pool: list[Record], session: Session) -> list[Record] | None:
    before, after = _PRE_OP.search(heard.say), _POST_OP.search(heard.say)
    days = [months for one in session.case.events if one.kind == "surgery" and (months := months_of(one)) is not None]
    if bool(before) == bool(after) or not days:
        return None
    day = max(days)
    placed = [(one, months) for one in pool if (months := months_of(one)) is not None]
    return [one for one, months in placed if (months < day if before else months >= day)]


def _of_visit(heard: Heard, pool: list[Record], session: Session) -> list[Record] | None:
    match = _VISIT.search(heard.say)
    if match is None:
        return None
    notes = [note for note in session.case.notes if note.date is not None]
    visits = sorted(
        {note.date or "" for note in notes if note.kind not in _REPORTS} or {note.date or "" for note in notes}
    )
    place = _PLACES.get(match["which"].lower(), -1)
    if not -len(visits) <= place < len(visits):
        return []
    told = {note.id for note in notes if note.date == visits[place]}
    return [one for one in pool if one.source.note in told]


def _of_day(heard: Heard, pool: list[Record], session: Session) -> list[Record] | None:
    if heard.date is not None:
        dated = [one for one in pool if _date(one).startswith(heard.date)]
        return dated or [one for one in pool if not _date(one) and _note_date(one, session).startswith(heard.date)]
    month = heard.month_day or month_without_year(_FROM.sub("in ", heard.say))
    if month is not None:
        return [one for one in pool if _date(one)[4 : len("2024-03")] == f"-{month[0]:02d}"]
    if heard.months is not None:
        return [one for one in pool if close_to(months_of(one), heard.months)]
    return None


_FROM = re.compile(r"\bfrom\s+", re.IGNORECASE)


def _note_date(record: Record, session: Session) -> str:
    return next((note.date or "" for note in session.case.notes if note.id == record.source.note), "")
