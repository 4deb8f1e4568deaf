"""The one ordered decision on the status of each mention: what is asked in turn, and what has the last word."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.everyone import is_taught, speaks_of_everyone
from osteocase.pipeline.treatments.aftermath import settle_aftermaths
from osteocase.pipeline.treatments.changes import settle_changes
from osteocase.pipeline.treatments.classes import leave_out_classes
from osteocase.pipeline.treatments.course import settle_courses
from osteocase.pipeline.treatments.denied import (
    is_a_person,
    is_a_verb,
    is_borrowed,
    is_denied,
    is_for_anyone,
    is_not_taken,
    is_of_a_culture,
    is_of_a_food,
    is_of_screws,
    is_purpose,
    tell_anew,
)
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.future import has_begun
from osteocase.pipeline.treatments.laboratory import is_laboratory
from osteocase.pipeline.treatments.lists import bare_doses, inherit, share, share_duration
from osteocase.pipeline.treatments.marks import is_done, is_running, mark_of, supersede, tell_the_new
from osteocase.pipeline.treatments.measured_from import settle_distances
from osteocase.pipeline.treatments.once import begins_today
from osteocase.pipeline.treatments.periods import labelled, still_runs
from osteocase.pipeline.treatments.places import LISTS, Places
from osteocase.pipeline.treatments.said import cue_words, decide_by_words
from osteocase.pipeline.treatments.sequel import settle_sequels
from osteocase.pipeline.treatments.status import StatusFinder
from osteocase.pipeline.treatments.story import settle_story
from osteocase.pipeline.treatments.theatre import settle_operations
from osteocase.pipeline.treatments.unsaid import decide_named, is_personal

__all__ = ["judge"]


_GAP = 30
_SENTENCE = 400
"""Characters of a sentence that are looked at on each side of a name."""
_IF = SharedPattern(
    r"\b(?:if(?!\s+(?:needed|required|necessary|tolerated|possible)\b)|should (?:she|he|the patient|you)|in case of"
    r"|in the event of|unless)\b",
)
_THEN = re.compile(r"[;.,]")
_WAS = re.compile(r"\b(?:was|were|had|will)\b", re.IGNORECASE)
"""``bisphosphonates were considered contraindicated`` tells what was thought of one patient."""
_IS_VERB = re.compile(
    r"Ensure\s+(?!plus\b|supplement|shakes?\b|drinks?\b|cans?\b|bid\b|tid\b|daily\b|one\b|two\b)[a-z]"
)
"""``Ensure calcium intake`` orders no drink."""
_SHARED_LACK = re.compile(
    r"\s*(?:,|/|\band\b|\bor\b)\s*(?:vitamin\s+)?[\w-]+\s+(?:deficienc\w+|insufficienc\w+|levels?|studies|stores)\b",
    re.IGNORECASE,
)
"""``B12 and iron deficiency``: the noun is that of both."""
_ONCE_IT_IS = re.compile(r"\b(?:once|when|until)\s+(?:the\s+|her\s+|his\s+|serum\s+)?$", re.IGNORECASE)
_IS = re.compile(r"\s+(?:levels?\s+)?(?:is|are|>|normal|replete|repleted|back)\b|\s*>", re.IGNORECASE)
"""``once vitamin D is replete``: a level in blood."""


class _Evidence(NamedTuple):
    """The mentions of one note, what the headings over them mean, and which of them may make a record."""

    scan: Scan
    found: Sequence[Found]
    places: Places
    spots: list[str]
    may: list[bool]


_ORDER: tuple[tuple[str, Callable[[_Evidence], None]], ...] = (
    ("words", lambda note: _by_words(note)),
    ("list", lambda note: inherit(note.scan, note.found, note.may)),
    ("name", lambda note: decide_named(note.scan, note.found, note.spots, note.may)),
    ("dose", lambda note: bare_doses(note.scan, note.found, note.spots)),
    ("marks", lambda note: tell_the_new(note.scan, note.found, note.spots)),
    ("course", lambda note: settle_courses(note.scan, note.found, note.spots)),
    ("distance", lambda note: settle_distances(note.scan, note.found)),
    ("aftermath", lambda note: settle_aftermaths(note.scan, note.found, note.spots, note.may)),
    ("change", lambda note: settle_changes(note.scan, note.found, note.spots)),
    ("story", lambda note: settle_story(note.scan, note.found, note.spots)),
    ("discharge", lambda note: supersede(note.scan, note.found)),
    ("sequel", lambda note: settle_sequels(note.scan, note.found, note.spots, note.may)),
    ("shared", lambda note: share(note.scan, note.found)),
    ("operation", lambda note: settle_operations(note.scan, note.found, note.spots, note.places.is_operation_note)),
    ("class", lambda note: leave_out_classes(note.scan, note.found)),
)
"""The order of precedence, from the weakest to the strongest: a later step may overrule an earlier one.

``words``: the verb, the adjective, the mark or the label beside the name, and what the heading over a list says.
``list``, ``name``, ``dose``: where nothing is said, what is said of a neighbour in the list, of a person, by a dose.
``marks``: in a list some rows of which are marked as new, the others are taken already.
``course``: conditions, plans that lie ahead, what others began before, single doses, dates against that of the note.
``distance``: a start from which something else is counted: ``6 months after starting``.
``aftermath``: what became of it, without a verb of its own: out of it, not covered, script sent.
``change``: another dose from now on, and the one before it past.
``story``: courses that the story of a stay or of a published case brings to their end.
``discharge``: another dose in the list at discharge.
``sequel``: what a later clause says by a pronoun: ``She could not tolerate it. We stopped it in May.``
``shared``: what is said once for several names.
``operation``: what was given for an operation is over.
``class``: a class word makes no record where its drug is named, and hands on that it was stopped.

What lies after the note's own date is planned whatever was said (``osteocase.pipeline.treatments.future``).
"""


def judge(scan: Scan, found: Sequence[Found]) -> bool:
    """Set the status of every mention by the steps of ``_ORDER``; True where the note is the report of an operation."""
    places = Places(scan)
    note = _Evidence(scan, found, places, [places.place(item.mention.start) for item in found], [])
    _tell_verdicts(note)
    for name, settle in _ORDER:
        before = [(item.status, item.rule) for item in found]
        settle(note)
        for item, known in zip(found, before, strict=True):
            if (item.status, item.rule) != known:
                item.trail.append((name, item.status, item.rule))
    share_duration(scan, found)
    return places.is_operation_note


def _tell_verdicts(note: _Evidence) -> None:
    """What the words of the sentence say of each name, before it is asked whether they speak of a treatment at all."""
    scan, found = note.scan, note.found
    claims = [claim for item in found for claim in item.claims]
    statuses = StatusFinder(scan, [item.mention for item in found], claims, note.places.titles)
    for item in found:
        item.context = scan.context(item.mention.start, item.mention.end)
        item.verdict = statuses.verdict(item.mention.start, item.mention.end, item.end, operation=not item.is_drug)
        if _is_listed_before(scan, item):
            item.verdict = replace(item.verdict, status="past", strong=True)
    for item, following in itertools.pairwise(found):
        if _shares_noun(scan, item, following):
            item.verdict = following.verdict


def _by_words(note: _Evidence) -> None:
    """The words beside a name; behind them a mark at the end of its line, a label, and what runs or is done."""
    scan, found = note.scan, note.found
    for position, (item, place) in enumerate(zip(found, note.spots, strict=True)):
        allowed = _may_be(scan, item, place)
        note.may.append(allowed and item.context.subject == "patient")
        if not allowed:
            continue
        decide_by_words(scan, item, place)
        in_rows = place in LISTS or scan.table_at(item.mention.start) is not None
        mark = mark_of(scan, found, position) if in_rows and item.status else None
        if mark is not None:
            item.decide(mark, "marked")
        if item.status == "started" and place == "plan" and note.places.is_advised(item.mention.start):
            item.status = "started" if has_begun(scan, item) else "planned"
        if item.status in {"ongoing", "mentioned", "past", None} and begins_today(scan, item):
            item.decide("started", "after_verb")
        times, now = labelled(scan, item.end) if item.is_drug else ({}, False)
        unsaid = item.status in {"past", "mentioned", None}
        if "stop" in times or (now and unsaid):
            item.decide("ongoing" if now else "stopped", "labelled")
        elif unsaid and item.is_drug and still_runs(scan, item.mention.start, item.end):
            item.decide("ongoing", "period")
        if place == "changed_medications":
            _change(item)
        if item.status == "ongoing" and is_done(scan, item):
            item.decide("completed", "marked")
        elif item.status in {"started", "planned", None} and is_running(scan, item):
            item.decide("ongoing", "marked")


def _change(item: Found) -> None:
    """``5 mg daily reduced to 2.5 mg`` under ``Changed``: the second dose is new."""
    for number in range(1, len(item.regimens)):
        if item.regimens[number - 1].reduced and not item.regimens[number].reduced:
            item.regimens[number] = item.regimens[number]._replace(changed=True)


def _is_listed_before(scan: Scan, item: Found) -> bool:
    """``Before Prolia: risedronate``: what stands behind the colon was taken before what stands in front of it."""
    cue = item.verdict.cue
    if item.verdict.status != "talk" or cue is None or item.verdict.after:
        return False
    colon = scan.text.find(":", cue[1], item.mention.start)
    before = scan.text[cue[0] : cue[1]].lower() in _EARLIER_THAN
    return before and colon > 0 and bool(scan.mentions_in(cue[1], colon, "treatment"))


_EARLIER_THAN = {"before", "prior to", "before starting", "prior to starting", "preceding"}


def _shares_noun(scan: Scan, item: Found, following: Found) -> bool:
    """``B12 and iron deficiency``: the noun behind the second name belongs to both."""
    return (
        following.mention.start - item.mention.end <= _GAP
        and following.verdict.status == "talk"
        and following.verdict.strong
        and not item.regimens
        and re.fullmatch(r"\s*(?:and|or|/|,)\s*", scan.text[item.mention.end : following.mention.start]) is not None
    )


def _may_be(scan: Scan, item: Found, place: str) -> bool:
    """False where the name is an allergy, a result, denied, another's, or part of general talk."""
    section = scan.section_at(item.mention.start)
    if place == "heading" or section.effect == "not_patient" or (place == "allergies" and not _is_given(item)):
        return False
    reasoned = tell_anew(scan, item, place)
    listed = place in LISTS
    if listed and is_not_taken(scan, item):
        item.verdict = replace(item.verdict, status="stopped", strong=True, after=True)
    verdict = item.verdict
    if (
        is_of_a_culture(scan, verdict)
        or is_a_person(scan, item)
        or is_of_a_food(scan, item)
        or is_of_screws(scan, item)
        or is_a_verb(scan, item)
        or is_for_anyone(scan, item)
    ):
        return False
    if verdict.status in {"allergy", "absent"}:
        return False
    apart = verdict.strong or cue_words(scan, verdict).lower().startswith("interact")
    if verdict.status == "talk" and (apart or not listed):
        return False
    if _ONCE_IT_IS.search(scan.text[max(0, item.mention.start - 20) : item.mention.start]) and _IS.match(
        scan.text, item.mention.end
    ):
        return False
    if not item.regimens and _SHARED_LACK.match(scan.text, item.mention.end):
        return False
    if _is_of_everyone(scan, item) or is_purpose(scan, item) or _IS_VERB.match(scan.text, item.mention.start):
        return False
    if (not reasoned and is_denied(scan, item)) or is_laboratory(scan, item, place):
        return False
    item.subject = subject = "patient" if listed else _subject(scan, item)
    if subject == "other" or (subject != "patient" and not verdict.strong):
        return False
    short = item.mention.variant == "exact" and item.mention.end - item.mention.start <= 2
    if short and not any(regimen.dose_unit for regimen in item.regimens):
        return False
    return not _is_conditional(scan, item, place)


def _is_of_everyone(scan: Scan, item: Found) -> bool:
    """``NSAIDs should be avoided in renal failure``: a class that opens a sentence without a person in it."""
    if speaks_of_everyone(scan, item.mention.start) or is_taught(scan, item.mention.start, item.mention.end):
        return True
    told = item.verdict.cue is not None and _WAS.search(scan.text, item.mention.end, item.verdict.cue[1])
    return (
        item.verdict.after
        and not told
        and item.verdict.status in {"contraindicated", "planned"}
        and item.entry.drug_class == item.entry.id
        and scan.sentence_at(item.mention.start)[0] == item.mention.start
        and not is_personal(scan, item)
    )


def _is_given(item: Found) -> bool:
    """True where a full dose or a plain verb stands beside the name: no allergy is told so."""
    dosed = any(regimen.dose_unit and (regimen.frequency or regimen.route) for regimen in item.regimens)
    return dosed or (item.verdict.strong and item.verdict.status in {"ongoing", "started", "planned"})


def _subject(scan: Scan, item: Found) -> str:
    """Whose it is; under a heading of the family history a full dose is the patient's own again."""
    told = [cue for cue in item.context.cues if cue.category in {"family", "other_subject"}]
    if is_borrowed(scan, item):
        return "patient"
    if told and all(cue.rule.startswith("section.") for cue in told) and _is_given(item):
        return "patient"
    return item.context.subject


_STOP_IT = {"stop", "hold", "discontinue", "withhold", "cease", "omit"}


def _is_conditional(scan: Scan, item: Found, place: str) -> bool:
    """``if she takes X``, ``if she vomits, stop X`` state nothing; ``if needed, we will start X`` is a plan."""
    told = item.verdict.status == "mentioned" and item.verdict.after and item.verdict.strong
    if (
        told
        or item.verdict.status in {"planned", "contraindicated", "declined", "started"}
        or (item.verdict.status == "mentioned" and not item.verdict.after)
        or (place == "plan" and item.is_drug)
    ):
        return False
    start = max(scan.sentence_at(item.mention.start)[0], item.mention.start - _SENTENCE)
    ahead = list(_IF.finditer(scan.indexed, start, item.mention.start))
    if ahead and item.verdict.status == "stopped" and not item.verdict.after:
        return (
            cue_words(scan, item.verdict).lower().split(" ")[0] in _STOP_IT
        )  # ``asked if it was the tablets and stopped X``
    return bool(ahead) and not _THEN.search(scan.text[ahead[-1].end() : item.mention.start])
