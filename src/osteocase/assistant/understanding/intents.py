"""What an utterance wants: the first rule that fits, the plainest wishes first and questions of value last.

A rule alone is not enough: where words stand that the assistant does not know, it says so instead of guessing what
the rest may mean (``how much does romosozumab cost?`` is no question about a dose).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, get_args

from osteocase.assistant.answers.asking import (
    asks_case,
    asks_fragility,
    asks_review,
    asks_warned,
    is_history_of,
    is_of_patient,
    is_subject_of_change,
)
from osteocase.assistant.answers.by_state import asks_open_ones, asks_saved, is_by_state
from osteocase.assistant.answers.changed_drugs import asks_changed_drugs
from osteocase.assistant.answers.computed import asks_computed
from osteocase.assistant.answers.dose_ends import asks_next_dose
from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.heads import asks_head
from osteocase.assistant.answers.lacking import asks_gap
from osteocase.assistant.answers.mending import asks_how_mended
from osteocase.assistant.answers.origins import asks_excluded, asks_onset
from osteocase.assistant.answers.outside import is_outside
from osteocase.assistant.answers.plans import is_of_plan
from osteocase.assistant.answers.ranges import SOUND, asks_range
from osteocase.assistant.answers.repeats import asks_repeats
from osteocase.assistant.answers.standing import asks_standing
from osteocase.assistant.answers.stays import asks_stay
from osteocase.assistant.answers.taken_then import asks_all_then, asks_taken_then
from osteocase.assistant.answers.treated_for import asks_against
from osteocase.assistant.answers.treating import was_never_given
from osteocase.assistant.answers.turning import asks_turn
from osteocase.assistant.answers.two_visits import asks_visits
from osteocase.assistant.answers.versus import compares
from osteocase.assistant.changes.axis import asks_title
from osteocase.assistant.changes.correcting import corrects, corrects_patient, is_state_set, retracts
from osteocase.assistant.changes.flags import drops_flag
from osteocase.assistant.changes.remarks import tells_right
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.happenings import asks_happenings
from osteocase.assistant.subjects.points import names_several_times, points_of
from osteocase.assistant.subjects.relations import asks_relation
from osteocase.assistant.subjects.since import asks_since
from osteocase.assistant.understanding.advising import asks_advice
from osteocase.assistant.understanding.answering import ORDERS, answers, finds_fine, passes_on
from osteocase.assistant.understanding.note_orders import dates_note
from osteocase.assistant.understanding.papers import opens_note, opens_pdf
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.wishes import is_ordered, is_refused, only_doubts, orders_it_out

__all__ = ["INTENTS", "Intent", "intent_of"]

Intent = Literal[
    "ask.value", "ask.trend", "ask.extreme", "ask.presence", "ask.when", "ask.duration", "ask.source", "ask.abnormal",
    "ask.count", "ask.gap", "ask.conflict", "ask.summary", "ask.progress", "ask.patient", "ask.passage", "ask.reason",
    "correct", "correct.patient", "correct.visit", "delete", "accept", "defer", "add", "rename", "set_axis",
    "undo", "redo", "make_pdf", "save_json", "help", "quit", "next_open", "answer.yes", "answer.no",
    "open_note", "open_pdf", "show", "retract", "talk", "advice", "unknown",
]  # fmt: skip
INTENTS: tuple[Intent, ...] = get_args(Intent)

_Rule = Callable[[Heard, Selection], bool]
_FREE: frozenset[Intent] = frozenset(
    ("advice", "add", "rename", "answer.yes", "answer.no", "ask.reason", "open_note", "retract", "redo")
)
"""What may hold any words."""


def intent_of(heard: Heard, selection: Selection, *, strange: bool = False) -> Intent:
    """The intent; ``unknown`` where no rule fits, or words are not known, unless they do not count (``strange``)."""
    intent: Intent = next((intent for intent, rule in _RULES if rule(heard, selection)), "unknown")
    counts = intent == "set_axis" and heard.starts_with("axis")  # from something that is no event of the axis
    return "unknown" if heard.unknown_words and intent not in _FREE and not (strange or counts) else intent


def _says(group: str) -> _Rule:
    """The words of the class stand first, or nothing clinical is named beside them."""
    return lambda heard, found: heard.starts_with(group) or (heard.has(group) and not found.named)


def _states(group: str) -> _Rule:
    """A wish: the words of the class, not in a question."""
    return lambda heard, _found: heard.starts_with(group) or (heard.has(group) and not heard.is_question)


def _makes_report(heard: Heard, found: Selection) -> bool:
    """``which report says that`` asks for a source, and ``what does the report say`` for what is in it."""
    wished = heard.starts_with("report") or heard.first in _WRITES or not heard.is_question
    return wished and _says("report")(heard, found)


def _adds(heard: Heard, found: Selection) -> bool:
    """``add …``, or a new result that is simply told: ``new lab: ferritin 30 ng/mL``."""
    if {"dose", "to"} <= set(heard.words) and found.records and "agent" in found.arguments:
        return False  # ``add a dose of 210 mg to romosozumab`` completes what is recorded
    if heard.starts_with("add") or (heard.first == "new" and bool(heard.figures) and not heard.is_question):
        return True
    last = next((hit for hit in reversed(heard.hits) if hit.group == "add"), None)
    rest = set(filter(str.isalnum, heard.words[last.end :])) if last is not None else set()
    at_end = last is not None and rest <= {"it", "this", "that", "them", "please"} and bool(heard.figures)
    return at_end and not heard.has("correct") and not heard.say.rstrip().endswith("?")


_PART_WRONG = re.compile(
    r"\b(?:range|limits?|units?|date|side|level|dose|name|time|flag|year)\s+(?:is|are|was|were|"
    r"looks?)\s+(?:wrong|false)\b",
    re.IGNORECASE,
)
"""What is wrong of a record, and not the record."""
_PLANS = frozenset(("plan", "planned", "proposed", "intended", "declined", "refused"))


def _deletes(heard: Heard, found: Selection) -> bool:
    """``It is not hers, it is her sister's`` corrects; it deletes nothing."""
    if (heard.say.rstrip().endswith("?") and {"maybe", "perhaps"} & set(heard.words)) or is_by_state(heard):
        return False  # not sure of it himself; ``what have I rejected`` asks
    if drops_flag(heard):
        return False
    if heard.starts_with("delete"):
        return found.named or not heard.say.rstrip().endswith("?")  # ``purging?``
    if only_doubts(heard) and not _bids(heard, "delete"):
        return False
    if _PART_WRONG.search(heard.say):
        return False
    if tells_right(heard.say) or _PLANS & set(heard.words):
        return False  # ``it was never given, only planned``, ``she declined it``
    if _bids(heard, "delete") or was_never_given(heard, found) or orders_it_out(heard.say):
        return True
    if heard.is_question or not is_ordered(heard, "delete") or heard.date is not None or heard.day is not None:
        return False
    return not heard.has("relative") and not heard.figures


def _accepts(heard: Heard, found: Selection) -> bool:
    """``T7 is right``; with a new value behind it (``the PTH is right but the TSH was 2``) it is a correction."""
    if _DISAGREES & set(heard.words) or is_by_state(heard):
        return False  # a discrepancy is no record; ``everything I have accepted`` asks
    if _WHETHER & set(heard.words[heard.lead : heard.lead + 3]):
        return False  # ``verify whether the gain matches its percentage``
    if is_refused(heard, "accept") or (heard.first in ("she", "he", "patient") and "with" in heard.words):
        return False  # of the patient it is no acceptance: ``she is happy with the injections``
    if _SIDED(heard.say):
        return False
    if heard.starts_with("accept") or (heard.first == "mark" and bool(set(heard.words) & _FINE)):
        return True
    if _bids(heard, "accept") and not heard.has("delete"):
        return True
    if finds_fine(heard, found):
        return True
    told = not heard.is_question and not heard.figures and not heard.has("conflict")
    return told and is_ordered(heard, "accept") and not is_state_set(heard)


_SIDED = re.compile(r"\bas\s+(?:the\s+)?(?:left|right)(?:[\s-]sided?|\s+(?:hand|hip|wrist|leg|arm|one))\b", re.I).search
_WHETHER = frozenset(("whether", "if"))
_MAY = frozenset(("can", "could", "would", "will", "do", "please", "may"))


def _bids(heard: Heard, group: str) -> bool:
    """``could you delete the TSH?`` is a wish, though it asks."""
    verbs = {heard.words[hit.start] for hit in heard.hits if hit.group == group and hit.start < len(heard.words)}
    return (
        heard.words[:1] != () and bool({heard.words[0], heard.first, *heard.words[:3]} & _MAY) and bool(verbs & ORDERS)
    )


def _asks_conflict(heard: Heard, found: Selection) -> bool:
    """``anything wrong with the thyroid?`` asks for its values."""
    of_labs = found.arguments.get("list") == "labs"
    of_one = "wrong" in heard.words and (of_labs or bool(found.arguments.keys() & {"analyte", "site", "score"}))
    return _disagrees(heard) and "you" not in heard.words[heard.lead :] and not of_one


def _disagrees(heard: Heard) -> bool:
    """``problems with the wound`` are the patient's, and no fault of the records."""
    return heard.has("conflict") and not is_of_patient(heard)


def _asks_progress(heard: Heard, found: Selection) -> bool:
    """``how far am I?``; ``how far did the BMD climb?`` asks for the BMD."""
    said = {" ".join(heard.words[hit.start : hit.end]) for hit in heard.hits if hit.group == "progress"}
    one = found.arguments.keys() & {"analyte", "site", "score", "measure", "agent", "level", "bone", "concept"}
    if found.arguments.get("list", "all") == "all" and asks_review(heard, found) and not heard.has("extreme", "count"):
        return True
    return heard.has("progress") and not (one and said <= {"how far", "progress"})


def _sets_axis(heard: Heard, found: Selection) -> bool:
    """``month 0`` may also be the time of a value that is asked for."""
    measured = found.arguments.keys() & {"analyte", "site", "score", "measure"} or found.arguments.get("list") in _TOLD
    if heard.has("axis") and heard.first in ("what", "where", "when", "which"):
        return not measured  # ``what is month 0?``
    return _states("axis")(heard, found) and not (measured and heard.months is not None)


def _asks_passage(heard: Heard, found: Selection) -> bool:
    """What only the sentences of a note tell: an occupation, a walking aid, a conclusion."""
    if not heard.has("passage") or heard.has("add", "delete", "accept") or heard.has("stranger"):
        return False
    if found.arguments.keys() & {"analyte", "score", "measure"} and not heard.starts_with("passage"):
        return False
    if found.arguments.get("concept") == "patient_perspective" and found.records:
        return False
    return not heard.has("extreme", "trend") or not found.named


def _asks_reason(heard: Heard, found: Selection) -> bool:
    named = found.named or heard.has("passage") or heard.points_back
    wished = heard.has("stranger", "delete", "add") or heard.starts_with("correct")
    return heard.has("reason") and named and not wished


_DISAGREES = frozenset(("discrepancy", "discrepancies", "conflict", "conflicts", "contradiction", "contradictions"))


def _asks_patient(heard: Heard, found: Selection) -> bool:
    of_body = {"weight_kg", "height_cm", "bmi_kg_m2"} & set(heard.values("patient_field"))
    if "analyte" in found.arguments and (of_body or heard.has("abnormal", "high", "low")):
        return False  # ``is the ALP normal for his age?``, ``weight and creatinine``
    return heard.has("patient_field") and not found.arguments.keys() & {"agent", "site", "level", "bone", "concept"}


def _asks_when(heard: Heard, found: Selection) -> bool:
    said = {" ".join(heard.words[hit.start : hit.end]) for hit in heard.hits if hit.group == "when"}
    if said and said <= {"year of", "month of", "day of"} and (heard.months is not None or heard.has("trend")):
        return False  # ``after one year of therapy``, ``over the year of romosozumab``
    of_value = "analyte" in found.arguments and heard.has("abnormal", "high", "low")
    of_field = heard.has("patient_field") and found.arguments == {
        "list": "treatments"
    }  # ``breastfeeding was given up``
    return heard.has("when") and found.named and not heard.has("extreme") and not of_value and not of_field


def _asks_trend(heard: Heard, found: Selection) -> bool:
    if not found.named or asks_how_mended(heard, found.records):
        return False
    if heard.is_question and "analyte" in found.arguments and _PASSES.search(heard.say):
        return False  # ``did it fall below the reference range?``
    if "change_percent" in heard.values("measure") and "analyte" in found.arguments and not heard.has("source"):
        return not heard.figures  # no note states the change of a result; it follows from its values
    grew = heard.first in ("has", "have", "did", "does") and heard.has("high", "low") and "level" not in found.arguments
    if heard.other_months is not None and (heard.is_question or not heard.figures):
        return True
    ends = {"first", "baseline"} & set(heard.values("time")) and "last" in heard.values("time")
    ends = ends or names_several_times(heard.say)
    if (ends or is_subject_of_change(heard, found)) and not heard.has("abnormal", "extreme", "source"):
        return True
    versus = (
        heard.date is not None
        and "last" in heard.values("time")
        and bool({"vs", "versus", "than", "and"} & set(heard.words))
    )
    return (
        versus
        or heard.has("trend")
        or (grew and bool(set(heard.words) & {"increased", "decreased", "reduced", "raised"}))
    )


_PASSES = re.compile(
    r"\b(?:above|below|over|under|out of|outside|beyond|into|within|exceed\w*)\s+(?:\w+\s+){0,3}?"
    r"(?:ranges?|limits?|normal)\b",
    re.I,
)
_CHANGES = frozenset(("gain", "improvement", "increase", "change", "rise", "drop", "fall", "taper", "decrease", "loss"))


def _changes_most(heard: Heard) -> bool:
    """``the biggest gain``: what is asked for is the course, not one value."""
    return heard.has("extreme") and bool(_CHANGES & set(heard.words))


def _asks_abnormal(heard: Heard, found: Selection) -> bool:
    if found.arguments.keys() & {"agent"} and not found.arguments.keys() & {"analyte"}:
        return False
    of_labs = "analyte" in found.arguments or found.arguments.get("list") == "labs"
    if heard.has("conflict") and "wrong" in heard.words and of_labs:
        return True
    labs = "analyte" in found.arguments or found.arguments.get("list") == "labs"
    if labs and found.records and heard.is_question and SOUND & set(heard.words) and not heard.figures:
        return True
    return heard.has("abnormal") or (
        heard.has("high", "low") and (found.named or heard.has("list", "ask") or len(heard.words) <= 4)
    )


def _asks_value(heard: Heard, found: Selection) -> bool:
    """A question, or nothing but known words: ``TSH at baseline``."""
    return found.named


def _asks_presence(heard: Heard, found: Selection) -> bool:
    """Whether something is there; what is there without a value is asked for in no other way (``any falls?``)."""
    if not found.named or heard.first in ("what", "which", "list", "show", "how", "who"):
        return False
    if heard.has("presence"):
        return True
    if heard.first in ("any", "anything") or heard.first in _AUXILIARIES:
        return True
    if heard.is_question and heard.words[-1:] != () and {"none", "no"} & set(heard.words[-2:]):
        return True  # ``side effects: none?``
    if found.arguments.get("concept") == "height_loss" and not heard.is_question:
        return False  # ``his peak height``: the words that tell it
    only_told = "concept" in found.arguments and not found.arguments.keys() & {"list", "analyte", "agent", "score"}
    return only_told and not heard.has("ask", "list", "trend")


_TOLD = ("labs", "bmd", "scores")
_AUXILIARIES = frozenset(("did", "does", "do", "is", "was", "were", "are", "has", "had", "have"))
_FINE = frozenset(("correct", "right", "reviewed", "accepted", "ok", "okay", "fine", "checked", "true"))
_WRITES = frozenset(
    ("make", "write", "create", "generate", "build", "produce", "print", "give", "get", "do", "prepare", "export",
     "finish", "draft")
)  # fmt: skip


def _leaves(heard: Heard, found: Selection) -> bool:
    short = len(heard.words) <= 6 and not heard.is_question and heard.first not in ("she", "he")  # ``he quit in 2006``
    judged = _JUDGES_ALL.search(heard.say) is not None
    return short and heard.has("leave") and not heard.has("report", "export") and not found.named and not judged


_JUDGES_ALL = re.compile(
    r"\ball\s+(?:\w+\s+)?(?:wrong|false|incorrect|right|correct|true|mixed|muddled|nonsense|rubbish|garbage|backwards?)\b",
    re.IGNORECASE,
)
"""``that's all wrong`` ends nothing."""


_ON_TO_NEXT = re.compile(
    r"(?:(?:please|ok|okay|now|and|then|so|let['’]?s|let\s+(?:us|me)|(?:can|could)\s+(?:you|we))[\s,]+)*"
    r"(?:go|move|jump|skip|get|take|bring|show|open|see|give|switch|turn|proceed|advance|step|continue|hop|on)\s+"
    r"(?:(?:me|us|on|over|up|ahead|straight|forward|to|onto|with|at)\s+)*(?:the\s+|my\s+)?(?:very\s+)?(?:next|"
    r"following)"
    r"(?:\s+(?:open|unreviewed|undecided|pending))?(?:\s+(?:record|one|item|entry|fact))?(?:[\s,]+please)?\W*",
    re.IGNORECASE,
)
"""``go to the next record``, ``take me to the next one please``."""


_PLANNED = frozenset(("due", "planned", "scheduled", "infusion", "injection", "dose"))


def _goes_on(heard: Heard, found: Selection) -> bool:
    other = heard.has("report", "export", "accept", "delete", "defer", "correct", "add", "undo")
    if _ON_TO_NEXT.fullmatch(heard.say.strip()):
        return True
    if _PLANNED & set(heard.words):
        return False  # ``next infusion due?``
    return heard.starts_with("next") and not other and len(heard.words) <= 7 and not found.arguments.keys() - {"list"}


def _undoes(heard: Heard, found: Selection) -> bool:
    if heard.starts_with("undo") or (_bids(heard, "undo") and not found.named):
        return True
    return heard.has("undo") and not heard.is_question and not found.named and len(heard.words) <= 8


def _redoes(heard: Heard, found: Selection) -> bool:
    if heard.starts_with("redo") and len(heard.words) - heard.lead <= 4:
        return True
    return "redo" in heard.words and len(heard.words) <= 10 and not found.arguments.keys() - {"event", "time"}


def _asks_source(heard: Heard, found: Selection) -> bool:
    """Of something that is named, or of what was spoken of last."""
    if heard.first == "where" and found.named and _TOLD_THERE & set(heard.words):
        return True
    if heard.first == "who" and "modality" in found.arguments:
        return False  # ``who reported the MRI?``
    if _STANDS & set(heard.words) and found.named:
        return False  # ``where does the CTX stand at month 24?``
    said = {" ".join(heard.words[hit.start : hit.end]) for hit in heard.hits if hit.group == "source"}
    if said <= _WEAK and found.named and (heard.first in _VALUES or heard.has("count", "extreme", "conflict")):
        return False  # ``whose fracture is mentioned?``
    return heard.has("source") and (
        found.named
        or bool(heard.figures)
        or heard.points_back
        or heard.has("patient_field")
        or len(heard.words) <= 3
        or bool(_THAT & set(heard.words[-2:]))  # ``show me the evidence for that``
    )


_THAT = frozenset(("that", "this", "it", "those", "these", "them"))
_TOLD_THERE = frozenset(("stated", "written", "said", "noted", "recorded", "told", "documented", "say", "says"))
_STANDS = frozenset(("stand", "stands", "stood", "sit", "sits", "lie", "lies"))
_WEAK = frozenset(("documented", "mentioned", "mentions", "written", "stated"))
_VALUES = frozenset(("which", "whose", "what", "how", "list", "no", "number", "count"))


def _counts(heard: Heard, found: Selection) -> bool:
    notes = "notes" in heard.values("record_kind")
    asked = heard.has("list", "ask") or (heard.is_question and (heard.date or heard.moment) is not None)
    if notes and not found.named and (asked or heard.first == "what") and heard.first != "who":
        return True
    return heard.has("count") and (found.named or notes)


def _judges_number(heard: Heard, found: Selection) -> bool:
    """``is 94.2 above the range?``"""
    asked = heard.is_question and bool(heard.figures) and heard.has("high", "low", "abnormal")
    return asked and not found.named and bool(_OF_RANGE & set(heard.words))


_OF_RANGE = frozenset(("range", "limit", "reference", "normal"))


def _holds_against(heard: Heard, found: Selection) -> bool:
    """``is the T-score at 22 months better than at 12?``: two times of what was measured."""
    return compares(heard) and found.named and all_measured(found) and len(points_of(heard)) > 1


_LISTS = (
    asks_against, asks_excluded, asks_onset, asks_changed_drugs, asks_standing, asks_since, asks_happenings, asks_visits
)  # fmt: skip
_RULES: tuple[tuple[Intent, _Rule], ...] = (
    ("rename", lambda heard, _found: heard.starts_with("title") or asks_title(heard.say)),
    ("advice", lambda heard, _found: is_outside(heard.say)),
    ("ask.progress", lambda heard, found: is_by_state(heard) and not asks_changed_drugs(heard, found)),
    ("ask.progress", asks_open_ones),
    ("ask.progress", lambda heard, _found: asks_saved(heard)),
    ("set_axis", _sets_axis),
    ("help", lambda heard, found: heard.starts_with("help") and len(heard.words) <= 8),
    ("next_open", _goes_on),
    ("open_pdf", opens_pdf),
    ("open_note", opens_note),
    ("correct.visit", lambda heard, _found: dates_note(heard)),
    ("correct", lambda heard, found: only_doubts(heard) and found.named),
    ("retract", retracts),
    ("ask.progress", _asks_progress),
    ("ask.presence", lambda heard, found: found.arguments.get("concept") == "consent_given" and heard.is_question),
    ("ask.presence", asks_fragility),
    ("ask.when", asks_next_dose),
    ("ask.passage", lambda heard, _found: asks_warned(heard) or is_of_plan(heard)),
    ("ask.duration", lambda heard, found: asks_relation(heard, found) or asks_stay(heard, found)),
    ("ask.value", asks_all_then),
    ("ask.presence", lambda heard, found: asks_taken_then(heard, found) or asks_head(heard, found)),
    ("ask.value", lambda heard, found: any(asks(heard, found) for asks in _LISTS)),
    ("answer.no", lambda heard, _found: passes_on(heard)),
    ("ask.value", asks_repeats),
    ("ask.gap", asks_gap),
    ("ask.conflict", lambda heard, found: heard.is_question and not found.named and _disagrees(heard)),
    ("ask.reason", _asks_reason),
    ("ask.value", asks_computed),
    ("ask.value", lambda heard, found: asks_range(heard) and "analyte" in found.arguments),
    ("ask.abnormal", _judges_number),
    ("ask.abnormal", asks_turn),
    ("ask.trend", _holds_against),
    ("advice", asks_advice),
    ("undo", _undoes),
    ("redo", _redoes),
    ("quit", _leaves),
    ("answer.yes", answers("yes", 6)),
    ("answer.no", answers("no", 8)),
    ("answer.no", answers("retract", 8)),
    ("add", _adds),
    ("delete", _deletes),
    ("accept", _accepts),
    ("defer", lambda heard, found: _states("defer")(heard, found) and is_ordered(heard, "defer")),
    ("save_json", lambda heard, found: _says("export")(heard, found) and "pdf" not in heard.words),
    ("ask.source", _asks_source),
    ("ask.conflict", _asks_conflict),
    ("ask.summary", lambda heard, found: heard.has("summary") and not found.named and not is_history_of(heard)),
    ("make_pdf", _makes_report),
    ("ask.passage", _asks_passage),
    ("correct.patient", corrects_patient),
    ("correct", corrects),
    ("ask.duration", lambda heard, found: heard.has("duration") and (found.named or heard.between is not None)),
    ("ask.when", _asks_when),
    ("ask.patient", _asks_patient),
    ("ask.trend", lambda heard, found: _asks_trend(heard, found) and _changes_most(heard)),
    ("ask.extreme", lambda heard, found: heard.has("extreme") and found.named),
    ("ask.count", _counts),
    ("ask.trend", _asks_trend),
    ("ask.abnormal", _asks_abnormal),
    ("ask.presence", _asks_presence),
    ("ask.value", _asks_value),
    ("ask.progress", asks_review),
    ("ask.summary", asks_case),
    ("help", _says("help")),
)  # fmt: skip
