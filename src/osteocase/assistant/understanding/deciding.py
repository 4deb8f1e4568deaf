"""Which records are to be accepted, rejected or put off; which one is asked where a wish for one fits several."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from osteocase.assistant.answers.absence import none_to_decide
from osteocase.assistant.answers.nearest import not_understood
from osteocase.assistant.answers.one_of_several import unrecorded
from osteocase.assistant.changes.corrections import meant
from osteocase.assistant.changes.examinations import of_named_examination
from osteocase.assistant.changes.qualified import as_qualified, orders_both
from osteocase.assistant.changes.said_number import by_values, measured_only, of_whole_hip, too_few
from osteocase.assistant.changes.sparing import spared_in
from osteocase.assistant.changes.twins import family_told
from osteocase.assistant.subjects.finding import Selection, select, values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.understanding.decisions import PARTS
from osteocase.assistant.understanding.following import continued as go_on
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.pointing import pointed_at
from osteocase.assistant.understanding.unclear import ALL_OF, apart, is_unclear
from osteocase.assistant.understanding.whole_notes import of_one_note
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.assistant.words.time_rows import for_each_time
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Record
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["DONE", "Context", "Decision", "decide"]

DONE = {"accept": "Accepted", "delete": "Rejected", "defer": "Put off"}
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
_THEM_ALL = re.compile(
    r"\b(?:all|both|each|every one)\s+(?:of\s+)?(?:them|these|those)\b|\b(?:them|these|those)\s+all\b", re.IGNORECASE
)
_IN_IT = re.compile(
    r"\b(?:in|on|from|out of)\s+(?:it|there|that|this|that one|(?:that|this) (?:note|letter|report|sheet))"
    r"(?:\s+(?:please|pls|too|as well))*\W*$",
    re.IGNORECASE,
)
_IN_WHICH = "In which note? Say its name with the wish, such as: accept the fractures in the MRI report."
_IN_TWO = "Which ones, and which not? Say it in two sentences."
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
    if found.arguments.get("list") == "all" and _THEM_ALL.search(heard.say) and len(context.spoken) > 1:
        told = pointed_at(heard, context.spoken, session).records  # of the list that was told just now
        told = [one for one in told if one.review == "unreviewed"] or told if intent == "accept" else told
        return Decision(intent, told)
    at_times = _at_each_time(heard, intent, context)
    if at_times is not None:
        return at_times
    unknown = unrecorded(heard, session, vocabulary)
    if unknown and found.records:
        what = " and ".join(unknown)
        return Decision(intent, [], Reply(f"{what} is not recorded, so nothing was changed. Name the others alone."))
    short = _is_short(heard)
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
    if not (found.named or pointed) and (valued := by_values(heard, session)):
        return Decision(intent, valued)
    records = meant(heard, found, session, context.focus) if found.named or pointed else []
    spared = spared_in(heard.say)
    if spared is not None:  # ``all fractures except the scaphoid``
        kept = _spared(heard, spared, context)
        if kept is None:
            return Decision(intent, [], Reply(_IN_TWO))
        records = kept
    records = of_named_examination(heard, as_qualified(heard, _of_measure(heard, records)), session.case.bmd)
    records, parts = of_whole_hip(
        heard, measured_only(heard, records), lambda say: select(context.hear(say), session, vocabulary).records
    )
    if intent == "accept":
        records = [record for record in records if record.review == "unreviewed"]
    if intent == "delete" and _DOUBLE.search(context.whole or heard.say) and not picks and len(records) <= 1:
        what = f"There is only one record of it:\n{lines(records)}\n" if records else ""
        return Decision(intent, [], of_records(f"{what}{_MERGED} Name the record that is to go.", records))
    return _of_named(heard, intent, found, records, context, parts=parts, spares=spared is not None)


def _at_each_time(heard: Heard, intent: Intent, context: Context) -> Decision | None:
    """The decision on a thing at each of several times; null where one time is said, or none."""
    records: dict[str, Record] = {}
    which = False
    for say in for_each_time(heard.say, bones=bool(heard.levels or heard.ids("bone"))):
        one = context.hear(say)
        told = decide(one, intent, select(one, context.session, context.vocabulary), context)
        if told.reply is not None:
            return told
        records |= {record.id: record for record in told.records}
        which |= told.which
    few = too_few(heard, intent, list(records.values()))
    if few is not None:
        return Decision(intent, [], few)
    return Decision(intent, list(records.values()), which=which) if records else None


def _of_named(
    heard: Heard,
    intent: Intent,
    found: Selection,
    records: list[Record],
    context: Context,
    *,
    parts: bool,
    spares: bool,
) -> Decision:
    """The decision on what is named; which one is asked, or why there is none.

    Args:
        records: what is named, as far as it can be decided on.
        parts: whether a hip is named without its region, and it must be asked which densities are meant.
        spares: whether some of what is named was left out by words of its own.
    """
    if not records:
        what = " and ".join(dict.fromkeys(found.asked))
        if not what and not heard.unknown_words and (heard.points_back or _is_short(heard)):
            return Decision(intent, [], Reply("Which record? Name it, such as: delete the second TSH."))
        if not what:
            return Decision("unknown", [], Reply(not_understood(heard, found, context.session)))
        return Decision(intent, [], none_to_decide(what, heard, context.session, context.vocabulary))
    records = _with_said_value(heard, _present(heard, found, records))
    few = too_few(heard, intent, records) if not spares else None
    if few is not None:
        return Decision(intent, [], few)
    if parts:
        return Decision(intent, records, which=True)
    which = len(apart(records)) > 1 and not spares and is_unclear(heard, intent, found, records)
    told = family_told(records, context.session) if intent == "delete" and not which else []
    return Decision(intent, [*records, *told], which=which)


def _is_short(heard: Heard) -> bool:
    """``accept``, ``accept all``: nothing is named."""
    return len(heard.words) - heard.lead <= 1 or _ALL_ALONE.fullmatch(heard.say.strip()) is not None


def _not_one(heard: Heard, found: Selection) -> Reply | None:
    """What is said to two wishes in one, and to ``the healed fractures``, which no record is called by."""
    if orders_both(heard):
        return Reply(_IN_TWO)
    if found.named and _IN_IT.search(heard.say):
        return Reply(_IN_WHICH)
    healed = bool(found.records) and all(getattr(one, "concept", None) == "fracture_healed" for one in found.records)
    return Reply("Which fractures? Name their bones.") if healed and "fractures" in heard.words else None


def _of_measure(heard: Heard, records: list[Record]) -> list[Record]:
    """A T-score is that of a density, and no fracture."""
    return [one for one in records if isinstance(one, Bmd)] if heard.measure in PARTS else records


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
    one = not heard.has("no") and not set(heard.words) & ALL_OF and "list" not in found.arguments
    return there if (one and len(apart(there)) == 1) or number == len(there) > 1 else records


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
