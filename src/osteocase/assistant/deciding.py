"""Which records are to be accepted, rejected or put off; which one is asked where a wish for one fits several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal

from osteocase.assistant.absence import none_to_decide
from osteocase.assistant.corrections import meant
from osteocase.assistant.finding import Selection, same_thing, select
from osteocase.assistant.following import continued as go_on
from osteocase.assistant.hearing import Heard
from osteocase.assistant.intents import Intent
from osteocase.assistant.nearest import not_understood
from osteocase.assistant.opening import meant_notes, title_words
from osteocase.assistant.pointing import pointed_at
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.assistant.spoken_times import NUMBER_WORDS
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Finding, Record
from osteocase.review import Accept, Change, Defer, Reject, Session
from osteocase.review.queue import case_records

__all__ = ["DONE", "Context", "Decision", "decide", "maker"]

DONE = {"accept": "Accepted", "delete": "Rejected", "defer": "Put off"}
_ALL_OF = frozenset(("all", "both", "every", "everything", "scores", "values", "results", "readings", "findings"))
_ONE_OF_LIST = re.compile(
    r"\b(?:the|this|that|her|his|a)\s+(?:\w+\s+)?(?:fracture|fall|lab|result|treatment|drug|medication|finding|symptom|score)\b",
    re.IGNORECASE,
)
"""A list that is named in the singular: one of it is meant."""
_EXCEPT = re.compile(
    r"\b(?:except(?: for)?|but not|but (?:please )?(?:leave|spare|do not touch)|apart from|other than|excluding|"
    r"save for|not counting|with the exception of|barring)\b"
    r"|(?<=\ball )but\b(?! not)|(?<=\beverything )but\b(?! not)|(?<=s )but\b(?! not)(?!.*\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:before|until|till|up to|prior to|after|since|later than|older than|earlier than)\s+(?:the\s+)?"
    r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_ALL_END = re.compile(r"\ball(?: of (?:it|them))?\s*$", re.IGNORECASE)
_DOUBLE = re.compile(
    r"\b(?:duplicates?|duplicated|doubles?|doublets?|double entry|repeated|dupes?)\b"
    r"|\b(?:entered|listed|in there) twice\b",
    re.IGNORECASE,
)
_MERGED = "What several notes tell of one thing is one record already, so nothing was removed."
_PICKS = frozenset(("middle", "latter", "former", "ones", "other"))
_PAPERS = frozenset(("report", "letter", "note", "page", "sheet", "summary"))


@dataclass(frozen=True)
class Context:
    """What a wish is understood by."""

    session: Session
    vocabulary: Vocabulary
    hear: Callable[[str], Heard]
    spoken: tuple[str, ...]
    """Records that were told last."""
    focus: str | None


@dataclass(frozen=True)
class Decision:
    """The records to decide on; or what is to be said instead."""

    intent: Intent
    records: list[Record]
    reply: Reply | None = None
    which: bool = False
    """Whether it is to be asked which of them."""


def maker(intent: str, say: str) -> Callable[[tuple[str, ...]], tuple[Change, ...]]:
    """What makes the change of a decision."""
    if intent == "accept":
        return lambda ids: (Accept(records=ids),)
    if intent == "delete":
        return lambda ids: (Reject(records=ids, reason=say),)
    return lambda ids: (Defer(records=ids),)


def decide(heard: Heard, intent: Intent, found: Selection, context: Context, *, continued: bool = False) -> Decision:
    """The records that are meant.

    Args:
        heard: the wish.
        intent: accept, delete or defer.
        found: what it names.
        context: the case and what was spoken of.
        continued: whether its names were taken from what was spoken of before.
    """
    session, vocabulary = context.session, context.vocabulary
    short = len(heard.words) - heard.lead <= 1 or _ALL_ALONE.fullmatch(heard.say.strip()) is not None
    _take_all(heard, intent, found, context)
    picks = heard.has("time") or bool(_PICKS & set(heard.words)) or heard.date is not None or heard.months is not None
    unclear_whole = _of_one_note(heard, found, session)
    if unclear_whole is not None:
        return Decision(intent, [], unclear_whole)
    pointed = (heard.points_back or short or continued or (picks and not found.named)) and bool(context.spoken)
    if pointed and (not found.named or continued):
        chosen = pointed_at(heard, context.spoken, session)
        if intent == "accept":
            chosen.records = [one for one in chosen.records if one.review == "unreviewed"] or chosen.records
        if chosen.records:
            return Decision(intent, chosen.records, which=chosen.unclear and len(chosen.records) > 1)
    records = meant(heard, found, session, context.focus) if found.named or pointed else []
    spared = _EXCEPT.search(heard.say)
    if spared is not None:  # ``all fractures except the scaphoid``
        kept = _spared(heard, spared, context)
        if kept is None:
            return Decision(intent, [], Reply("Which ones, and which not? Say it in two sentences."))
        records = kept
    if intent == "accept":
        records = [record for record in records if record.review == "unreviewed"]
    if intent == "delete" and _DOUBLE.search(heard.say) and not picks and len(records) <= 1:
        what = f"There is only one record of it:\n{lines(records)}\n" if records else ""
        return Decision(intent, [], of_records(f"{what}{_MERGED} Name the record that is to go.", records))
    if not records:
        what = " and ".join(dict.fromkeys(found.asked))
        if not what and not heard.unknown_words and (heard.points_back or short):
            return Decision(intent, [], Reply("Which record? Name it, such as: delete the second TSH."))
        if not what:
            return Decision("unknown", [], Reply(not_understood(heard, found, session)))
        return Decision(intent, [], none_to_decide(what, heard, session, vocabulary))
    records = _present(heard, found, records)
    one_of_list = _ONE_OF_LIST.search(heard.say) is not None and not set(heard.words) & {"all", "both", "every"}
    plural = bool(set(heard.words) & _ALL_OF) or ("list" in found.arguments and not set(heard.words) & {"a", "the"})
    several_named = len(heard.levels) > 1 or (intent != "delete" and "list" in found.arguments)
    told_twice = len({type(one) for one in records if isinstance(one, Event | Finding)}) > 1  # a fall and its finding
    several_named = several_named or (not told_twice and _each_once(found, records))
    if "both" in heard.words and len(records) > len(("one", "other")):
        plural, several_named = False, False
    if intent == "delete" and {"analyte", "agent"} <= found.arguments.keys():  # of one name, measured and taken
        several_named = several_named and not plural
        plural = plural and len({type(one) for one in records}) == 1
    unclear = (one_of_list and "list" in found.arguments) or (not plural and not several_named)
    unclear = unclear and "note" not in found.arguments
    return Decision(intent, records, which=len(records) > 1 and unclear and spared is None)


def _take_all(heard: Heard, intent: Intent, found: Selection, context: Context) -> None:
    """``accept all``, where no list was told just now, is of the whole case."""
    alone = _ALL_ALONE.fullmatch(heard.say.strip()) is not None and intent == "accept"
    if alone and len(context.spoken) < len(("one", "other")) and not found.named:
        found.named, found.arguments["list"], found.asked = True, "all", ["everything"]
        found.records = list(case_records(context.session.case))


def _of_one_note(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """Narrows a whole list to the note that is named; what is to be said where a note or a span of time is unclear."""
    if heard.date is not None and _SPAN.search(heard.say):
        return Reply("I cannot decide on all before or after a day. Name the notes or the kind.")
    if _of_whole_note(heard, found, session):
        notes = _notes_meant(heard, session)
        if len(notes) != 1:
            return Reply(f"Of which note? {', '.join(notes or session.state.notes)}.")
        told = heard.has("accept", "defer")  # what is told elsewhere too is not to go with one note
        found.named, found.arguments["list"], found.asked = True, "all", [f"the note {notes[0]}"]
        found.arguments["note"] = notes[0]
        found.records = [
            one
            for one in case_records(session.case)
            if notes[0] in {place.note for place in ((one.source, *one.also) if told else (one.source,))}
        ]
    elif found.arguments.get("list") == "all" and _PAPERS & set(heard.words):
        notes = meant_notes(heard, session)
        if len(notes) != 1:
            return Reply(f"Of which note? {', '.join(notes or session.state.notes)}.")
        found.records = [one for one in found.records if one.source.note == notes[0]]
    return None


def _of_whole_note(heard: Heard, found: Selection, session: Session) -> bool:
    """``accept everything from the first visit``, ``accept the lab report``."""
    wide = found.arguments.keys() <= {"list", "modality", "event", "note", "agent", "concept"}
    if wide and (_KIND_OF_NOTE.search(heard.say) or _is_title(heard, session)):
        return True
    whole = found.arguments.get("list", "all") == "all"
    return whole and found.arguments.get("event", "visit") == "visit" and _WHOLE_NOTE.search(heard.say) is not None


_WHOLE_NOTE = re.compile(
    r"\b(?:everything|all|the\s+whole|the\s+lot)\b(?:\s+(?:of\s+it|the|that|is|was|told|records?|facts|stands|stated))*\s+"
    r"(?:from|in|of|at|on|out\s+of)\s+(?:the|that|her|his|this)\s+(?:\S+\s+){0,5}?"
    r"(?:visit|note|letter|report|consultation|summary|form|sheet|appointment)\b",
    re.IGNORECASE,
)
_ALL_ALONE = re.compile(
    r"(?:(?:ok|okay|please|and|now|so|then|yes|right|just|can you|could you)[\s,]+)*"
    r"(?:accept|approve|confirm)\s+(?:them\s+|it\s+)?all(?:\s+of\s+(?:it|them))?(?:\s+please)?\W*",
    re.IGNORECASE,
)
_KIND_OF_NOTE = re.compile(
    r"\b(?:lab(?:oratory)?|blood|dxa|dexa|mri|ct|pet|x-?ray|scan|densitometry|path(?:ology)?|radiology)\s+"
    r"(?:report|note|sheet|letter|page|form|document|printout)\b",
    re.IGNORECASE,
)
"""A note by the kind of paper that it is."""
_THE_PAPER = re.compile(
    r"^\W*(?:(?:please|ok|and|now|then|can you|could you)\W+)*\w+(?:\s+off)?\s+"
    r"(?:(?:everything|all)\s+(?:in|of|from|on)\s+)?"
    r"(?:the|that|this|her|his)\s+(?P<title>\w+)\s+(?:note|letter|report|summary|form|sheet|card)\W*(?:please)?\W*$",
    re.IGNORECASE,
)


def _is_title(heard: Heard, session: Session) -> bool:
    """``accept the operation note``: the one note that has the word in its title."""
    match = _THE_PAPER.match(heard.say)
    notes = meant_notes(heard, session) if match is not None else []
    return match is not None and len(notes) == 1 and _titled(match["title"], notes[0], session)


def _titled(said: str, note: str, session: Session) -> bool:
    return bool(set(normal_words(said)) & title_words(note, session))


_MET = frozenset(("visit", "consultation", "appointment", "note", "letter"))


def _notes_meant(heard: Heard, session: Session) -> list[str]:
    """The notes that are named by their place in the row of visits, by a word of their title, or by their date."""
    place = _PLACE.search(heard.say)
    if place is None or heard.date is not None:
        named = meant_notes(heard, session)
        return named if len(named) == 1 or heard.months is None else _notes_at(heard.months, session) or named
    notes = [note for note in session.case.notes if note.date and note.id in session.state.notes]
    visits = [note for note in notes if note.kind not in _REPORTS] or notes
    row = [note.id for note in sorted(visits, key=lambda note: (note.date or "", note.id))]
    return [row[0 if place["first"] else -1]] if row else []


def _notes_at(months: Decimal, session: Session) -> list[str]:
    """The notes, without reports of examinations, that were written at a time."""
    begun = session.case.case.axis.date
    if begun is None or len(begun) < _WHOLE_DATE:
        return []
    wanted = float(months) * _DAYS_OF_MONTH
    return [
        note.id
        for note in session.case.notes
        if note.date is not None and len(note.date) == _WHOLE_DATE and note.kind not in _REPORTS
        and abs((Date.fromisoformat(note.date) - Date.fromisoformat(begun)).days - wanted) <= _DAYS_OF_MONTH
    ]  # fmt: skip


_WHOLE_DATE = len("2024-03-05")
_DAYS_OF_MONTH = 30.44


_PLACE = re.compile(
    r"\b(?:(?P<first>first|earliest)|last|latest|most\s+recent)\s+(?:visit|note|consultation|appointment)\b",
    re.IGNORECASE,
)
_REPORTS = ("radiology", "laboratory")


def _present(heard: Heard, found: Selection, records: list[Record]) -> list[Record]:
    """The wrist that broke, not the scaphoid that did not; ``the three vertebral fractures``, not their absence."""
    there = [one for one in records if getattr(one, "status", None) != "absent"]
    told = (NUMBER_WORDS[one] for one in heard.words if len(one) > 2 and one in NUMBER_WORDS)
    number = len(("one", "other")) if "both" in heard.words else next(told, None)
    one = not heard.has("no") and not set(heard.words) & _ALL_OF and "list" not in found.arguments
    return there if (one and len(there) == 1) or number == len(there) > 1 else records


def _spared(heard: Heard, spared: re.Match[str], context: Context) -> list[Record] | None:
    """All of them but those that are to stay; null where it is not clear which."""
    head, tail = heard.say[: spared.start()], heard.say[spared.end() :]
    head = _ALL_END.sub("everything", head)
    main, rest = (select(context.hear(part), context.session, context.vocabulary) for part in (head, tail))
    if main.named and not rest.named:  # ``all TSH values, but leave the one of 2019``
        one = go_on(context.hear(tail), heard)
        rest = select(one, context.session, context.vocabulary)
        rest.named = one.date is not None or one.months is not None or one.has("time")
    if not main.named or not rest.named:
        return None
    kept = {one.id for one in rest.records}
    return [one for one in main.records if one.id not in kept]


def _each_once(found: Selection, records: Sequence[Record]) -> bool:
    """Several things that are named, each of which there is once: ``the ACTH and the cortisol``."""
    things = {same_thing(record) for record in records}
    return len(things) == len(records) == len(dict.fromkeys(found.asked)) > 1
