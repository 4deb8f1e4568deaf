"""Answers about values: what it was, how it changed, its extremes, whether, when, how long, and where it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from osteocase.assistant.answers.absence import close_to, nothing
from osteocase.assistant.answers.ages import age_at
from osteocase.assistant.answers.body import body_told
from osteocase.assistant.answers.changed_drugs import changed_drugs
from osteocase.assistant.answers.comparing import passes
from osteocase.assistant.answers.computed import computed
from osteocase.assistant.answers.converting import in_other_unit
from osteocase.assistant.answers.counting import DOSES, MEDICINES, count
from osteocase.assistant.answers.courses import course_text, doses_text
from osteocase.assistant.answers.directions import that_went
from osteocase.assistant.answers.dose_ends import first_dose, next_dose
from osteocase.assistant.answers.dose_sentences import doses_in_words
from osteocase.assistant.answers.doses import doses
from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.excluding import rest_of
from osteocase.assistant.answers.extremes import extreme
from osteocase.assistant.answers.first_told import well_for
from osteocase.assistant.answers.gains import gained, round_moment, without_stated_change
from osteocase.assistant.answers.harms import harmed
from osteocase.assistant.answers.heads import after_it, headed_by
from osteocase.assistant.answers.improved import improved
from osteocase.assistant.answers.lacking import lacking
from osteocase.assistant.answers.mending import asks_how_mended, mended
from osteocase.assistant.answers.neighbours import neighbour
from osteocase.assistant.answers.nth_doses import counted_dose
from osteocase.assistant.answers.occasions import nth_time
from osteocase.assistant.answers.origins import excluded, onset
from osteocase.assistant.answers.out_of_range import abnormal
from osteocase.assistant.answers.overview import patient
from osteocase.assistant.answers.pauses import paused
from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.presence import HEALED, ON_TREATMENT, is_bare_habit, presence, state_of
from osteocase.assistant.answers.quoting import source
from osteocase.assistant.answers.ranges import reference_range
from osteocase.assistant.answers.refused import refused
from osteocase.assistant.answers.repeats import repeats
from osteocase.assistant.answers.standing import given_instead, standing
from osteocase.assistant.answers.stays import stay
from osteocase.assistant.answers.taken_then import taken_then
from osteocase.assistant.answers.times_told import at_what_time, duration
from osteocase.assistant.answers.turning import turned
from osteocase.assistant.answers.two_visits import between_visits
from osteocase.assistant.answers.untold import other_side
from osteocase.assistant.answers.versus import held_against
from osteocase.assistant.subjects.finding import MEASURES, PAIN_SCALES, Selection, same_thing, select, values_of
from osteocase.assistant.subjects.happenings import happenings
from osteocase.assistant.subjects.passages import sentence_of
from osteocase.assistant.subjects.relations import related
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.since import since
from osteocase.assistant.subjects.times import by_only_side, in_time, months_of
from osteocase.assistant.words.fracture_states import in_state, states_asked
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Score, Treatment
from osteocase.review import LIST_NAMES, Session
from osteocase.review.wording import LIST_TITLES, list_of

__all__ = ["ANSWERS", "Question", "answered"]

Question = Callable[[Heard, Selection, Session, Vocabulary, str | None], Reply]
"""Heard, the records it names, the session, the vocabulary, and the record spoken of last."""


def value(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """What is recorded."""
    if asks_how_mended(heard, found.records):
        found.records = mended(found.records, session) or found.records
    states = set(heard.words) & {"started", "stopped", "ongoing", "planned", "declined", "completed"}
    if states and "list" in found.arguments:
        found.records = [one for one in found.records if getattr(one, "status", None) in states] or found.records
    if MEDICINES & set(heard.words) and "treatments" in found.arguments.get("list", "") and not heard.has("relative"):
        found.records = [one for one in found.records if not isinstance(one, Treatment) or _is_given(one, heard)]
    elif _GOT.search(heard.say) and found.records and all(isinstance(one, Treatment) for one in found.records):
        given = [one for one in found.records if isinstance(one, Treatment) and state_of(one) == "there"]
        found.records = [one for one in given if one.subject == "patient"] or found.records
    found.records = _with_figure(heard, found.records)
    if "diagnosis" in heard.values("finding_kind") and not heard.has("relative"):
        found.records = [one for one in found.records if getattr(one, "subject", "patient") == "patient"]
    if not found.records:
        return (
            after_it(heard, found, session, vocabulary)
            or counted_dose(heard, found, session)
            or other_side(heard, session, vocabulary)
            or nothing(heard, found, session, vocabulary)
        )
    if "," in found.arguments.get("list", "") and not heard.has("measure"):
        return _by_list(found)
    untold = [
        MEASURES[one]
        for one in dict.fromkeys(heard.values("measure"))
        if one != "bmd_g_cm2"
        and any(isinstance(record, Bmd) for record in found.records)
        and all(getattr(record, one, None) is None for record in found.records)
    ]
    head = f"{' and '.join(untold)}: not told in any note for that.\n" if untold else ""
    states = states_asked(heard)
    broken = [one for one in found.records if isinstance(one, Fracture)]
    if states and broken == found.records and heard.has("list") and not any(in_state(one, states) for one in broken):
        head = "None is told so. Told are:\n"
    if all(isinstance(one, Finding) and (one.concept in _IN_WORDS or is_bare_habit(one)) for one in found.records):
        told = dict.fromkeys(" ".join(sentence_of(one.source, session).split()) for one in found.records)
        reply = of_records("\n".join([lines(found.records), *(f"  “{one}”" for one in told)]), found.records)
        heights = (
            Hit(0, 0, "utterance", "height", "patient_field", "height_cm"),
            Hit(0, 0, "utterance", "trend", "trend"),
        )
        shrunk = any(one.concept == "height_loss" for one in found.records if isinstance(one, Finding))
        body = body_told(replace(heard, hits=heights), session) if shrunk else None
        return (
            reply
            if body is None
            else Reply(f"{body.text}\n{reply.text}", (*body.sources, *reply.sources), reply.records)
        )
    return of_records(f"{head}{lines(found.records)}", found.records)


def _with_figure(heard: Heard, records: list[Record]) -> list[Record]:
    """``which scan had a T-score of -2.7?``: those of that value, where there are such."""
    said = {figure.value for figure in heard.figures if not figure.negated}
    if heard.first not in ("which", "what") or len(said) != 1:
        return records
    measure = heard.measure
    numbers = {one.id: (getattr(one, measure, None),) if measure else values_of(one) for one in records}
    return [one for one in records if said & {number for number in numbers[one.id] if number is not None}] or records


_IN_WORDS = frozenset(("patient_perspective", "height_loss"))
"""What only the words of the note tell in full."""


def trend(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The values of each thing in the order of time, and the change that follows from them."""
    heard = without_stated_change(heard)
    records = select(heard, session, vocabulary, with_time=False).records
    if not records and "pain" in heard.words:
        records = [one for one in session.case.scores if one.name in PAIN_SCALES]
    if not records:
        return nothing(heard, found, session, vocabulary)
    whole = found.arguments.keys() <= {"list", "months", "date", "time"} and found.arguments.get("list", "all") == "all"
    if whole and not heard.has("measure"):  # ``which values got worse?``: what happened has no course
        records = [one for one in records if isinstance(one, Lab | Bmd | Score)] or records
    if any(isinstance(one, Bmd) for one in records) and "fractures" not in heard.values("record_kind"):
        records = [one for one in records if not isinstance(one, Fracture)]  # a hip that was broken has no course
    records = round_moment(_with_pain_scores(records, session), heard)
    wanted = [months for months in (heard.months, heard.other_months) if months is not None]
    if len(wanted) == 2:
        near = [one for one in records if any(close_to(months_of(one), month) for month in wanted)]
        records = near or records
    elif wanted:
        until = [one for one in records if (months_of(one) or Decimal(0)) <= wanted[0] + 1]
        records = until if len(until) > 1 else records
    used: list[Record] = []
    if len(heard.dates) > 1 and len(found.records) > 1:  # ``between 2020 and 2021``: what was measured then
        records = found.records
    things = by_only_side(records, same_thing)
    courses = [[one for one in records if things[one.id] == thing] for thing in dict.fromkeys(things.values())]
    if heard.date is not None and len(heard.dates) < 2 and len(found.records) > 1 and not heard.has("time"):
        courses = [[one] for one in found.records]  # side by side at that time
    elif any(len(course) > 1 for course in courses) and all(isinstance(one, Bmd) for one in records):
        courses = [course for course in courses if len(course) > 1]  # what was measured once has no course
    head, courses = that_went(heard, courses)
    told = [head] if head else []
    for course in courses:
        told.append(doses_text(course, session) or course_text(course, heard, session))
        used += course
    return of_records("\n".join(told), used)


_GOT = re.compile(
    r"^\W*(?:and\s+|so\s+)?(?:what|which)\b[^?]*\b(?:did|has|had|was|were|have)\b[^?]*\b(?:get|got|given|receive|received|taken?|taking|"
    r"took|have|had|on|used|tried|treated)\b(?!\s+(?:mentioned|planned|considered))",
    re.IGNORECASE,
)
"""``what was given before it?``: what was only thought of, or what a relative took, is no answer."""


def _is_given(one: Treatment, heard: Heard) -> bool:
    """A drug of the patient; one that was only thought of is none that was given."""
    if one.kind not in ("drug", "supplement") or one.subject != "patient":
        return False
    return one.status not in ("mentioned", "contraindicated", "declined") or not {"given", "got", "had"} & set(
        heard.words
    )


def _by_list(found: Selection) -> Reply:
    """``fractures and meds``: each list under its name."""
    groups: dict[str, list[Record]] = {}
    for one in found.records:
        groups.setdefault(list_of(one), []).append(one)
    told = [f"{LIST_TITLES[name]}:\n{lines(groups[name])}" for name in LIST_NAMES if name in groups]
    return of_records("\n".join(told), found.records)


ANSWERS: dict[str, Question] = {
    "ask.value": value,
    "ask.trend": trend,
    "ask.extreme": extreme,
    "ask.presence": presence,
    "ask.when": at_what_time,
    "ask.duration": duration,
    "ask.source": source,
    "ask.abnormal": abnormal,
    "ask.count": count,
}


def answered(
    intent: str, heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None
) -> Reply:
    """The answer to a question about records, with the age at an event or the size of the patient if asked."""
    rest = rest_of(heard, session, vocabulary) if heard.excluded else None
    if rest is not None:
        reply = answered(intent, replace(heard, excluded=""), rest.found, rest.session, vocabulary, focus)
        return replace(reply, text=f"{rest.head}{reply.text}")
    if (compared := _compared(intent, heard, found)) is not None:
        return compared
    for whole in (
        well_for,
        next_dose,
        first_dose,
        partial(taken_then, focus=focus),
        partial(neighbour, focus=focus),
        since,
        between_visits,
        related,
        stay,
        headed_by,
        nth_time,
        lacking,
        improved,
        paused,
        refused,
        repeats,
    ):
        answer = whole(heard, found, session, vocabulary)
        if answer is not None:
            return answer
    for special in (
        turned, computed, gained, doses, doses_in_words,
        harmed, in_other_unit, reference_range, given_instead, excluded, onset,
        changed_drugs, standing, happenings, held_against,
    ):  # fmt: skip
        asked = intent not in _NOT_HELD or (special is doses and intent != "ask.source")
        told = special(heard, found, session, vocabulary) if asked else None
        if told is not None:
            return told
    if intent == "ask.duration" and {"many", "number"} & set(heard.words) and DOSES - {"times"} & set(heard.words):
        intent = "ask.count"
    aged = age_at(heard, found, session) if intent not in ("ask.source", "ask.abnormal") else None
    if is_polar(heard) and {"osteoporotic", "osteopenic"} & set(heard.words):  # of a density, by its T-score
        found.records = [one for one in found.records if isinstance(one, Bmd)] or found.records
    if intent == "ask.value" and is_polar(heard) and found.records and not all_measured(found):
        intent = "ask.presence"
    broken = bool(found.records) and all(isinstance(one, Fracture) for one in found.records)
    mends = is_polar(heard) and (HEALED.search(heard.say) or ON_TREATMENT.search(heard.say)) is not None
    if intent == "ask.trend" and broken and (mends or {"new", "further"} & set(heard.words)):  # ``new fractures?``
        intent = "ask.presence"
    if own_fields := {(one.start, one.end) for one in heard.hits if one.group == "patient_field"}:
        of_size = {vocabulary.label("score", one.id) for one in heard.hits if (one.start, one.end) in own_fields}
        found.asked = [one for one in found.asked if one not in of_size] or found.asked
    reply = aged or ANSWERS[intent](heard, found, session, vocabulary, focus)
    reply = replace(reply, text=f"{_not_of_side(heard, found)}{reply.text}")
    own = not heard.has("relative") and not found.arguments.keys() & {"agent", "bone", "level"}
    own = own and ("site" not in found.arguments or not {"height_cm", "age_years"} & set(heard.values("patient_field")))
    if heard.has("patient_field") and intent in ("ask.value", "ask.trend") and not aged and own:
        said = {one.value for one in heard.hits if one.group == "patient_field"}
        of_body = [one for one in heard.hits if one.group == "patient_field" and one.value in _OF_BODY]
        fields = [one for one in heard.hits if one.group == "patient_field"] if len(said) > 1 else of_body
        if fields:
            times = [one for one in heard.hits if one.group in ("time", "trend", "list")]
            of_time = body_told(replace(heard, hits=(*fields, *times)), session)
            body = of_time or patient(replace(heard, hits=tuple(fields)), session)
            return Reply(f"{body.text}\n{reply.text}", (*body.sources, *reply.sources), reply.records)
    return reply


def _compared(intent: str, heard: Heard, found: Selection) -> Reply | None:
    """What lies beyond a number, or how many do; null where nothing is compared with a number."""
    counts = intent == "ask.count"
    asks = counts or (intent in ("ask.presence", "ask.value") and is_polar(heard))
    beyond = passes(heard, found.records) if asks else None
    if beyond is None:
        return None
    shown = beyond or found.records
    if counts:
        return of_records(f"{len(beyond)}:\n{lines(beyond)}" if beyond else f"None of {len(shown)}.", beyond)
    return of_records(f"{'Yes' if beyond else 'No, none of them'}:\n{lines(shown)}", shown)


def _not_of_side(heard: Heard, found: Selection) -> str:
    """``the left hip BMD`` where only the right one was measured: the right one is told as what it is."""
    asked = {"left", "right"} & set(heard.words)
    measured = {one.side for one in found.records if isinstance(one, Bmd)}
    if len(asked) != 1 or len(measured) != 1 or None in measured or measured == asked:
        return ""
    return f"Nothing of the {asked.pop()} side is recorded; of the {measured.pop()} one there is:\n"


_NOT_HELD = frozenset(("ask.source", "ask.when", "ask.duration", "ask.count"))
_OF_BODY = frozenset(("height_cm", "weight_kg", "bmi_kg_m2"))


def _with_pain_scores(records: Sequence[Record], session: Session) -> list[Record]:
    """Whether the pain got better is told by its scores, not by its being there."""
    pain = [one for one in records if isinstance(one, Finding) and "pain" in one.concept]
    if not pain or any(not isinstance(one, Finding) for one in records):
        return [one for one in records if not isinstance(one, Finding)] or list(records)
    scores = [one for one in session.case.scores if one.name in PAIN_SCALES]
    return [*in_time(scores)] or list(records)
