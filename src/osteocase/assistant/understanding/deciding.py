"""Which records are to be accepted, rejected or put off; which one is asked where a wish for one fits several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from osteocase.assistant.answers.absence import none_to_decide
from osteocase.assistant.answers.nearest import not_understood
from osteocase.assistant.answers.one_of_several import unrecorded
from osteocase.assistant.changes.corrections import meant
from osteocase.assistant.changes.course_fields import field_to_go
from osteocase.assistant.changes.examinations import of_named_examination
from osteocase.assistant.changes.qualified import as_qualified, orders_both
from osteocase.assistant.changes.sparing import spared_in
from osteocase.assistant.changes.twins import family_told
from osteocase.assistant.subjects.finding import Selection, same_thing, select, values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.understanding.following import continued as go_on
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.pointing import pointed_at
from osteocase.assistant.understanding.whole_notes import of_one_note
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Record
from osteocase.review import Accept, Change, Defer, Edit, Reject, Session
from osteocase.review.queue import case_records

__all__ = ["DONE", "Context", "Decision", "decide", "maker"]

DONE = {"accept": "Accepted", "delete": "Rejected", "defer": "Put off"}
_ALL_OF = frozenset(
    ("all", "both", "every", "everything", "scores", "values", "results", "readings", "findings", "markers", "levels",
     "tests", "measurements")
)  # fmt: skip
_ONE_OF_LIST = re.compile(
    r"\b(?:the|this|that|her|his|a)\s+(?:\w+\s+)?(?:fracture|fall|lab|result|treatment|drug|medication|finding|symptom|score)\b",
    re.IGNORECASE,
)
"""A list that is named in the singular: one of it is meant."""
_STAYS_OPEN = re.compile(
    r"\s+(?:open|undecided|unreviewed|pending|aside|out|(?:for|until|till)\s+(?:\w+\s+)?(?:later|now|time|tomorrow))\W*$",
    re.IGNORECASE,
)
_ALL_END = re.compile(r"\ball(?: of (?:it|them))?[\s,;:]*$", re.IGNORECASE)
_DOUBLE = re.compile(
    r"\b(?:duplicates?|duplicated|doubles?|doublets?|double entry|repeated|dupes?)\b"
    r"|\b(?:entered|listed|in there) twice\b",
    re.IGNORECASE,
)
_MERGED = "What several notes tell of one thing is one record already, so nothing was removed."
_IN_TWO = "Which ones, and which not? Say it in two sentences."
_LISTS = frozenset(("labs", "bloods", "tests", "measurements", "densities"))
_PICKS = frozenset(("middle", "latter", "former", "ones", "other"))


@dataclass(frozen=True)
class Context:
    """What a wish is understood by."""

    session: Session
    vocabulary: Vocabulary
    hear: Callable[[str], Heard]
    spoken: tuple[str, ...]
    """Records that were told last."""
    focus: str | None
    whole: str = ""
    """All that was said, with its reason."""


@dataclass(frozen=True)
class Decision:
    """The records to decide on; or what is to be said instead."""

    intent: Intent
    records: list[Record]
    reply: Reply | None = None
    which: bool = False
    """Whether it is to be asked which of them."""


def maker(
    intent: str, heard: Heard, session: Session, reason: str = ""
) -> Callable[[tuple[str, ...]], tuple[Change, ...]]:
    """What makes the change of a decision; of a density whose Z-score is to go, the Z-score goes."""
    reason = reason or heard.say
    if intent == "accept":
        return lambda ids: (Accept(records=ids),)
    measure = heard.measure or _part_said(heard)
    if intent == "delete" and measure in _PARTS and not heard.has("record_kind"):
        return lambda ids: tuple(_without(session.record(one), measure, reason) for one in ids)
    field = field_to_go(heard) if intent == "delete" else None
    if field is not None:
        return lambda ids: tuple(Edit(record=one, fields=dict.fromkeys(field)) for one in ids)
    if intent == "delete":
        return lambda ids: (Reject(records=_with_family(ids, session), reason=reason),)
    return lambda ids: (Defer(records=ids),)


def _with_family(ids: tuple[str, ...], session: Session) -> tuple[str, ...]:
    """What is rejected, with the family history that tells the same fracture."""
    told = family_told([session.record(one) for one in ids], session)
    return (*ids, *(one.id for one in told))


_PARTS = frozenset(("t_score", "z_score", "yam_percent", "tbs", "change_percent"))
"""Numbers of a density of which one may go without the others."""


def _part_said(heard: Heard) -> str | None:
    """``the change of +1.1``: a number of a density that goes alone."""
    return "change_percent" if _CHANGE_SAID.search(heard.say) else None


_CHANGE_SAID = re.compile(r"\b(?:change|gain|loss|percentage|per ?cent)\b(?:\s+of)?|%", re.IGNORECASE)


def _without(record: Record, measure: str | None, say: str) -> Change:
    """The record without one of its numbers; no record where that is its only one."""
    others = any(getattr(record, one, None) is not None for one in (*_PARTS, "bmd_g_cm2") if one != measure)
    if isinstance(record, Bmd) and measure is not None and others:
        return Edit(record=record.id, fields={measure: None})
    return Reject(records=(record.id,), reason=say)


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
    not_one = _not_one(heard, found)
    if not_one is not None:
        return Decision(intent, [], not_one)
    unknown = unrecorded(heard, session, vocabulary)
    if unknown and found.records:
        what = " and ".join(unknown)
        return Decision(intent, [], Reply(f"{what} is not recorded, so nothing was changed. Name the others alone."))
    short = len(heard.words) - heard.lead <= 1 or _ALL_ALONE.fullmatch(heard.say.strip()) is not None
    _take_all(heard, intent, found, context)
    picks = heard.has("time") or bool(_PICKS & set(heard.words)) or heard.date is not None or heard.months is not None
    unclear_whole = of_one_note(heard, found, session)
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
    spared = spared_in(heard.say)
    if spared is not None:  # ``all fractures except the scaphoid``
        kept = _spared(heard, spared, context)
        if kept is None:
            return Decision(intent, [], Reply(_IN_TWO))
        records = kept
    records = of_named_examination(heard, as_qualified(heard, _of_measure(heard, records)), session.case.bmd)
    if intent == "accept":
        records = [record for record in records if record.review == "unreviewed"]
    if intent == "delete" and _DOUBLE.search(context.whole or heard.say) and not picks and len(records) <= 1:
        what = f"There is only one record of it:\n{lines(records)}\n" if records else ""
        return Decision(intent, [], of_records(f"{what}{_MERGED} Name the record that is to go.", records))
    if not records:
        what = " and ".join(dict.fromkeys(found.asked))
        if not what and not heard.unknown_words and (heard.points_back or short):
            return Decision(intent, [], Reply("Which record? Name it, such as: delete the second TSH."))
        if not what:
            return Decision("unknown", [], Reply(not_understood(heard, found, session)))
        return Decision(intent, [], none_to_decide(what, heard, session, vocabulary))
    records = _with_said_value(heard, _present(heard, found, records))
    which = len(_apart(records)) > 1 and spared is None and _is_unclear(heard, intent, found, records)
    told = family_told(records, session) if intent == "delete" and not which else []
    return Decision(intent, [*records, *told], which=which)


def _not_one(heard: Heard, found: Selection) -> Reply | None:
    """What is said to two wishes in one, and to ``the healed fractures``, which no record is called by."""
    if orders_both(heard):
        return Reply(_IN_TWO)
    healed = bool(found.records) and all(getattr(one, "concept", None) == "fracture_healed" for one in found.records)
    return Reply("Which fractures? Name their bones.") if healed and "fractures" in heard.words else None


def _of_measure(heard: Heard, records: list[Record]) -> list[Record]:
    """A T-score is that of a density, and no fracture."""
    return [one for one in records if isinstance(one, Bmd)] if heard.measure in _PARTS else records


def _is_unclear(heard: Heard, intent: Intent, found: Selection, records: list[Record]) -> bool:
    """Whether one of several records may be meant, and not all of them."""
    one_of_list = _ONE_OF_LIST.search(heard.say) is not None and not set(heard.words) & {"all", "both", "every"}
    plural = bool(set(heard.words) & (_ALL_OF | {"what", "whatever"})) or (
        "list" in found.arguments and not set(heard.words) & {"a", "the"}
    )
    several_named = len(heard.levels) > 1 or (intent != "delete" and "list" in found.arguments)
    told_twice = len({type(one) for one in records if isinstance(one, Event | Finding)}) > 1  # a fall and its finding
    several_named = several_named or (not told_twice and _each_once(heard, found, records))
    number = next((NUMBER_WORDS[one] for one in heard.words if one in NUMBER_WORDS and len(one) > len("of")), None)
    plural = plural or number == len(records) > 1  # ``the two ribs``
    timed = heard.date is not None or heard.months is not None or heard.has("time")
    plural = plural or (timed and bool(_LISTS & set(heard.words)))  # ``the 12 month labs``
    if "both" in heard.words and len(records) > len(("one", "other")):
        plural, several_named = False, False
    if intent == "delete" and {"analyte", "agent"} <= found.arguments.keys():  # of one name, measured and taken
        several_named = several_named and not plural
        plural = plural and len({type(one) for one in records}) == 1
    unclear = (one_of_list and "list" in found.arguments) or (not plural and not several_named)
    unclear = unclear and "note" not in found.arguments
    return unclear and not ((intent == "accept" or timed) and _is_scan(heard, records))


def _is_scan(heard: Heard, records: Sequence[Record]) -> bool:
    """``the DXA of December 2018``: one examination is all that was measured in it."""
    one_note = len({one.source.note for one in records}) == 1
    one_day = len({months_of(one) for one in records}) == 1
    scanned = bool(_SCANS & set(heard.words))
    return scanned and (one_note or one_day) and all(isinstance(one, Bmd) for one in records)


_SCANS = frozenset(("dxa", "dexa", "scan", "densitometry"))


_ALL_ALONE = re.compile(
    r"(?:(?:ok|okay|please|and|now|so|then|yes|right|just|can you|could you)[\s,]+)*"
    r"(?:accept|approve|confirm)\s+(?:them\s+|it\s+)?all(?:\s+of\s+(?:it|them))?(?:\s+please)?\W*",
    re.IGNORECASE,
)


def _take_all(heard: Heard, intent: Intent, found: Selection, context: Context) -> None:
    """``accept all``, where no list was told just now, is of the whole case."""
    alone = _ALL_ALONE.fullmatch(heard.say.strip()) is not None and intent == "accept"
    if alone and len(context.spoken) < len(("one", "other")) and not found.named:
        found.named, found.arguments["list"], found.asked = True, "all", ["everything"]
        found.records = list(case_records(context.session.case))


def _present(heard: Heard, found: Selection, records: list[Record]) -> list[Record]:
    """The wrist that broke, not the scaphoid that did not; ``the three vertebral fractures``, not their absence."""
    there = [one for one in records if getattr(one, "status", None) != "absent"]
    told = (NUMBER_WORDS[one] for one in heard.words if len(one) > 2 and one in NUMBER_WORDS)
    number = len(("one", "other")) if "both" in heard.words else next(told, None)
    one = not heard.has("no") and not set(heard.words) & _ALL_OF and "list" not in found.arguments
    return there if (one and len(_apart(there)) == 1) or number == len(there) > 1 else records


def _apart(records: Sequence[Record]) -> list[Record]:
    """The records without events that only repeat one of them: a fall and its finding are one thing."""
    known = {one.id for one in records}
    return [one for one in records if not (isinstance(one, Event) and known & set(one.records))]


def _with_said_value(heard: Heard, records: list[Record]) -> list[Record]:
    """``reject the change of +1.1``: of several records those that hold the number that is said."""
    said = {abs(one.value) for one in heard.figures}
    having = [one for one in records if said and said <= {abs(value) for value in values_of(one)}]
    return having or records


def _spared(heard: Heard, spared: tuple[int, int], context: Context) -> list[Record] | None:
    """All of them but those that are to stay; null where it is not clear which."""
    head, tail = heard.say[: spared[0]], _STAYS_OPEN.sub("", heard.say[spared[1] :])
    head = _ALL_END.sub("everything", head)
    main, rest = (select(context.hear(part), context.session, context.vocabulary) for part in (head, tail))
    of_one_note(context.hear(head), main, context.session)
    if main.named and not rest.named:  # ``all TSH values, but leave the one of 2019``
        one = go_on(context.hear(tail), heard)
        rest = select(one, context.session, context.vocabulary)
        rest.named = one.date is not None or one.months is not None or one.has("time")
    if not main.named or not rest.named:
        return None
    kept = {one.id for one in rest.records}
    return [one for one in main.records if one.id not in kept]


def _each_once(heard: Heard, found: Selection, records: Sequence[Record]) -> bool:
    """Several things that are named, each of which there is once: ``the ACTH and the cortisol``.

    ``the vitamin D`` is one name, measured and taken.
    """
    things = {same_thing(record) for record in records}
    measured = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "analyte"}
    taken = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "treatment"}
    if measured and measured == taken and len({type(one) for one in records}) > 1:
        return False
    return len(things) == len(records) == len(dict.fromkeys(found.asked)) > 1
