"""From heading, verbs, doses and context to the status of each mention; None where it makes no record."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.everyone import is_taught, speaks_of_everyone
from osteocase.pipeline.treatments.classes import leave_out_classes
from osteocase.pipeline.treatments.course import settle_courses
from osteocase.pipeline.treatments.cues import OF_MYSELF
from osteocase.pipeline.treatments.denied import (
    is_a_person,
    is_a_verb,
    is_denied,
    is_for_anyone,
    is_left_off,
    is_not_taken,
    is_of_a_culture,
    is_of_a_food,
    is_of_screws,
    is_purpose,
)
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.future import has_begun
from osteocase.pipeline.treatments.kinds import EARLIER, is_of_late, of_its_kind
from osteocase.pipeline.treatments.laboratory import is_doubtful, is_laboratory
from osteocase.pipeline.treatments.lists import bare_doses, inherit, share, share_duration
from osteocase.pipeline.treatments.marks import is_done, is_running, mark_of, supersede
from osteocase.pipeline.treatments.once import is_injected, was_given_once
from osteocase.pipeline.treatments.places import LISTS, Places
from osteocase.pipeline.treatments.sequel import settle_sequels
from osteocase.pipeline.treatments.status import StatusFinder, Verdict
from osteocase.pipeline.treatments.story import settle_story
from osteocase.pipeline.treatments.unsaid import decide_named, decide_unsaid, is_personal

__all__ = ["judge"]

_FORMERLY = re.compile(r"\b(?:previous|past|used to|former|tried|failed|complet|prior)", re.IGNORECASE)

_GAP = 30
_SENTENCE = 400
"""Characters of a sentence that are looked at on each side of a name."""
_IF = SharedPattern(
    r"\b(?:if(?!\s+(?:needed|required|necessary|tolerated|possible)\b)|should (?:she|he|the patient|you)|in case of"
    r"|in the event of|unless)\b",
)
_THEN = re.compile(r"[;.,]")
_DECLINES = re.compile(
    r"[^.;\n]{0,70}(?:;|,|\.|[-–]|\bbut\b|\band\b)\s*(?:but\s+|and\s+)?(?:she|he|the patient|patient|pt|family"
    r"|daughter|son|parents)\s+"
    r"(?:has\s+|politely\s+|currently\s+|is\s+|was\s+)?"
    r"(?:(?:declin|refus)\w*(?:\s+(?:for now|this|it|at this time|today|both))?\s*(?:[.;\n]|$)"
    r"|not\s+(?:keen|willing|interested)|would\s+(?:like|prefer|rather)\s+(?:to\s+)?wait|(?:wants|wanted|prefers"
    r"|wishes)\s+to\s+wait"
    r"|(?:does|did)(?:\s+not|n['’]t)\s+want|concerned|reluctant|hesitant|unwilling|would\s+(?:rather|prefer)\s+not)",
    re.IGNORECASE,
)
_FROM = re.compile(r"[\s,(]*from\b", re.IGNORECASE)
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
_BEFORE_THE_OPERATION = {
    "present_illness", "chief_complaint", "indication", "risk_factors", "social_history", "obstetric_history",
    "assessment",
}  # fmt: skip


def judge(scan: Scan, found: Sequence[Found]) -> bool:
    """Set the status of every mention; True where the note is the report of an operation."""
    places = Places(scan)
    claims = [claim for item in found for claim in item.claims]
    statuses = StatusFinder(scan, [item.mention for item in found], claims, places.titles)
    spots = [places.place(item.mention.start) for item in found]
    for item in found:
        item.context = scan.context(item.mention.start, item.mention.end)
        item.verdict = statuses.verdict(item.mention.start, item.mention.end, item.end, operation=not item.is_drug)
        if _is_listed_before(scan, item):
            item.verdict = replace(item.verdict, status="past", strong=True)
    for item, following in itertools.pairwise(found):
        if _shares_noun(scan, item, following):
            item.verdict = following.verdict
    may = []
    for position, (item, place) in enumerate(zip(found, spots, strict=True)):
        allowed = _may_be(scan, item, place)
        may.append(allowed and item.context.subject == "patient")
        if allowed:
            _decide(scan, item, place)
            mark = mark_of(scan, found, position) if place in LISTS and item.status else None
            if mark is not None:
                item.decide(mark, "marked")
            if item.status == "started" and place == "plan" and places.is_advised(item.mention.start):
                item.status = "started" if has_begun(scan, item) else "planned"
            if place == "changed_medications":
                _change(item)
            if item.status == "ongoing" and is_done(scan, item):
                item.decide("completed", "marked")
            elif item.status in {"started", "planned", None} and is_running(scan, item):
                item.decide("ongoing", "marked")
    inherit(scan, found, may)
    decide_named(scan, found, spots, may)
    bare_doses(scan, found, spots)
    settle_courses(scan, found, spots)
    settle_story(scan, found, spots)
    supersede(scan, found)
    settle_sequels(scan, found, spots, may)
    share(scan, found)
    share_duration(scan, found)
    _finish(scan, found, spots, places.is_operation_note)
    leave_out_classes(scan, found)
    return places.is_operation_note


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
    if place == "past_medications" and item.verdict.status == "allergy" and item.verdict.after:
        item.verdict = Verdict(None)  # ``Past trials: Tegretol (rash)`` tells why it was stopped
    if item.verdict.status == "absent" and is_left_off(scan, item):
        item.verdict = replace(item.verdict, status="stopped")
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
    if verdict.status == "talk" and (verdict.strong or not listed):
        return False
    if _ONCE_IT_IS.search(scan.text[max(0, item.mention.start - 20) : item.mention.start]) and _IS.match(
        scan.text, item.mention.end
    ):
        return False
    if not item.regimens and _SHARED_LACK.match(scan.text, item.mention.end):
        return False
    if _is_of_everyone(scan, item) or is_purpose(scan, item) or _IS_VERB.match(scan.text, item.mention.start):
        return False
    if is_denied(scan, item) or is_laboratory(scan, item, place):
        return False
    item.subject = subject = "patient" if listed else _subject(item)
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


def _subject(item: Found) -> str:
    """Whose it is; under a heading of the family history a full dose is the patient's own again."""
    told = [cue for cue in item.context.cues if cue.category in {"family", "other_subject"}]
    if told and all(cue.rule.startswith("section.") for cue in told) and _is_given(item):
        return "patient"
    return item.context.subject


def _decide(scan: Scan, item: Found, place: str) -> None:
    verdict = item.verdict
    if place == "given" and item.verdict.status not in _NOT_GIVEN and not _TAKEN_HOME.match(_cue_words(scan, verdict)):
        item.decide("started" if item.entry.kind == "orthosis" else "completed", "given")
    elif place in LISTS and was_given_once(scan, item):
        item.decide("completed", "given")
    elif place == "past_medications":
        now = _NOW_TAKEN.search(scan.text, max(0, item.mention.start - 20), item.mention.start) is not None
        stopped = "stopped" if verdict.status == "stopped" else "past"
        item.decide("ongoing" if now else stopped, "medication_list")
    elif (place == "stopped_medications" and item.verdict.status != "ongoing") or (
        place in LISTS and _list_has_the_say(scan, item)
    ):
        item.decide("past" if item.ended and place != "stopped_medications" else LISTS[place], "medication_list")
    else:
        said = _said(scan, item)
        if said in {"planned", "mentioned", None} and _DECLINES.match(scan.text, item.end):
            said = "declined"
        if said == "ongoing" and _is_told_to_take(scan, item, place):
            said = "planned" if place == "instructions" or _is_asked(scan, item) else "started"
        said = _as_ordered(scan, item, place, said)
        behind = _THEN_THIS.search(scan.text, max(0, item.mention.start - 10), item.mention.start)
        if said == "past" and place in {"plan", "instructions"} and (behind or _is_of_an_order(scan, verdict)):
            said = None
        if said is not None:
            item.decide(said, "after_verb" if verdict.after else "before_verb")
        elif item.ended and (not item.entry.needs_dose or verdict.status == "past" or _FROM.match(scan.text, item.end)):
            item.decide("past", "period")
        elif item.is_drug and is_injected(scan, item):
            item.decide("completed", "given_once")
        else:
            decide_unsaid(scan, item, place)


def _as_ordered(scan: Scan, item: Found, place: str, said: str | None) -> str | None:
    """What the verb said, where a taper, a date or another dose behind the name tells more of it."""
    if said == "ongoing" and place in {"plan", "instructions"} and _is_a_taper(scan, item):
        return "started"
    if said == "started" and (_only_dates_it(scan, item) or is_of_late(scan, item, place)):
        return "ongoing"
    if said == "stopped" and not item.verdict.after and _TO_A_DOSE.match(scan.text, item.mention.end):
        return "started" if place in {"plan", "instructions", "assessment"} else "ongoing"
    return said


def _is_told_to_take(scan: Scan, item: Found, place: str) -> bool:
    """``Stop X, take Y 20 mg``: an order, where the verb opens its clause."""
    verdict = item.verdict
    if verdict.cue is None or verdict.after or _cue_words(scan, verdict).lower() not in {"take", "use", "wear"}:
        return False
    ahead = scan.text[max(0, verdict.cue[0] - 12) : verdict.cue[0]]
    if _is_asked(scan, item):
        return True
    if OF_MYSELF.search(scan.text, scan.sentence_at(verdict.cue[0])[0], verdict.cue[0]) is not None:
        return False
    alone = verdict.cue[0] == scan.sentence_at(item.mention.start)[0] or _ORDER_AHEAD.search(ahead) is not None
    return alone and (place in {"plan", "instructions", "assessment"} or _ORDER_AHEAD.search(ahead) is not None)


def _is_asked(scan: Scan, item: Found) -> bool:
    """``Please take X 1 g twice a day``: asked for what is to come."""
    cue = item.verdict.cue
    return cue is not None and _PLEASE.search(scan.text, max(0, cue[0] - 12), cue[0]) is not None


_PLEASE = re.compile(r"\b(?:please|kindly)\s+$", re.IGNORECASE)
_TO_A_DOSE = re.compile(
    r"\s+(?:from\s+[\d.]+\s*(?:\w+\s+)?)?to\s+\d+(?:\.\d+)?\s?(?:mg|mcg|g|units?|tab\w*)\b", re.IGNORECASE
)
"""``change X to 50 mg``: another dose of it, no other drug."""
_NOW_TAKEN = re.compile(r"\b(?:currently|now|at present|presently)\s+(?:on\s+)?$", re.IGNORECASE)
_THEN_THIS = re.compile(r"[,;]\s*(?:and\s+)?then\s+$", re.IGNORECASE)
_ORDER_AHEAD = re.compile(r"(?:[,;:]|[,;]?\s(?:and|then))\s*$", re.IGNORECASE)


def _is_a_taper(scan: Scan, item: Found) -> bool:
    """``Prednisone taper: 40 mg x 3 days`` in a plan orders its doses."""
    cue = item.verdict.cue
    if cue is None or not item.has_dose or cue[0] < item.mention.end:
        return False
    return cue[1] <= item.regimens[0].start or _cue_words(scan, item.verdict).lower() in _THEN_NO_MORE


_THEN_NO_MORE = {"then stop", "and then stop", "then discontinue"}


_TAKEN_HOME = re.compile(
    r"(?:was )?(?:discharged|sent home|prescribed|given a prescription)|prescription", re.IGNORECASE
)
_NOT_GIVEN = {"stopped", "declined", "planned", "mentioned", "contraindicated"}


def _list_has_the_say(scan: Scan, item: Found) -> bool:
    """In a list of drugs only clear words (stopped, held, will start) say more than the list itself."""
    verdict = item.verdict
    if item.ended and not (verdict.strong and verdict.status == "stopped"):
        return True
    words = _cue_words(scan, verdict)
    if verdict.status == "started" and (_only_dates_it(scan, item) or _dates_it_in_a_list(scan, item)):
        return True
    if verdict.status == "ongoing" and verdict.after and _KEPT.search(words):
        return False  # ``X 5 mg OD - to continue`` in a prescription
    said = verdict.status not in {None, "past", "ongoing"} and (
        verdict.strong or verdict.after or words.lower() in _ORDERS
    )
    if verdict.cue is not None and _WAS_ON.match(words) and scan.text[: verdict.cue[0]].endswith("("):
        return False  # ``aspirin 75 mg (was on X)``
    return not said and not _FORMERLY.search(words)


_WAS_ON = re.compile(r"(?:was|had been) (?:on|taking)\b", re.IGNORECASE)


_KEPT = re.compile(r"\bcont|unchanged|no change|as before|same", re.IGNORECASE)


def _only_dates_it(scan: Scan, item: Found) -> bool:
    """``X 5 mg daily (restarted on day 3)`` tells since when it is taken; ``(new)`` that it is new."""
    cue = item.verdict.cue
    if cue is None or not item.verdict.after:
        return False
    opened = scan.text[item.end : cue[0]].strip() == "("
    return (opened and scan.text[cue[1] : cue[1] + 1] != ")") or _AT_A_DOSE.match(scan.text, cue[1]) is not None


def _dates_it_in_a_list(scan: Scan, item: Found) -> bool:
    """``X 5 mg daily, started 24 June`` in a list: it is taken since then."""
    cue = item.verdict.cue
    if cue is None or not item.verdict.after or scan.text[item.end : cue[0]].strip() not in {",", "-", "–", "—"}:
        return False
    return bool(scan.times_in(cue[0], cue[1] + _GAP // 2))


_AT_A_DOSE = re.compile(r"\s+(?:at|with|on)\s+\d+(?:\.\d+)?\s?(?:mg|mcg|units)\b", re.IGNORECASE)
"""``started at 20 mg``: what it began with, beside what is taken now."""


def _cue_words(scan: Scan, verdict: Verdict) -> str:
    return scan.text[verdict.cue[0] : verdict.cue[1]] if verdict.cue else ""


def _is_of_an_order(scan: Scan, verdict: Verdict) -> bool:
    """``PCA with morphine`` in a plan is ordered; ``was injected with triamcinolone`` was done."""
    words = _cue_words(scan, verdict).lower()
    if words.endswith(("trial of", "course of")) and not words.startswith(("failed", "after", "had")):
        return True  # ``trial of X 300 mg`` in a plan
    if verdict.cue is None or not words.endswith(("with", "by")) or _WAS_DONE.match(words):
        return False
    return _PASSIVE_AHEAD.search(scan.text[max(0, verdict.cue[0] - 40) : verdict.cue[0]]) is None


_WAS_DONE = re.compile(r"(?:was|were|had|has|have|been)\b|\w+ed with")
_PASSIVE_AHEAD = re.compile(r"\b(?:was|were|been|had|has|have)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)


def _said(scan: Scan, item: Found) -> str | None:
    """The status that the governing verb gives to this kind of treatment."""
    verdict, kind, status = item.verdict, item.entry.kind, item.verdict.status
    if status is None or status == "talk":
        return None
    doubtful = is_doubtful(scan, item)
    if doubtful and not verdict.strong and not item.has_dose and not _is_ordered(scan, item):
        return None
    words = _cue_words(scan, verdict)
    if kind == "lifestyle":
        return status if verdict.strong and status in {"ongoing", "completed", "past", "declined"} else None
    return of_its_kind(scan, item, status, words)


_ORDERS = {
    "start", "begin", "add", "continue", "stop", "hold", "resume", "increase", "give", "take", "use", "consider",
    "omit", "prescribe",
}  # fmt: skip
"""Orders that stand right before the name, within a list of drugs as well."""
_ITS = re.compile(
    r"[\s,]+(?:(?:an?|some|the|her|his|oral|home|daily|iv|intravenous|on|and|or|with|plus|&)[\s,]+)*", re.IGNORECASE
)
_FOR_THE_LAB = re.compile(
    r"\s+(?:(?:and|or)\s+\w+\s+)?(?:levels?|in(?:to)?\s+(?:the|her|his)\s+diet|to\s+(?:the\s+|her\s+|his\s+)?(?:\w+\s+)?(?:labs?"
    r"|bloods?|panel|draw|diet|list|order))\b",
    re.IGNORECASE,
)


def _is_ordered(scan: Scan, item: Found) -> bool:
    """``Start vitamin D``: an order right before the name; ``add magnesium to the labs`` is none."""
    verdict = item.verdict
    if verdict.cue is None or verdict.after or _cue_words(scan, verdict).lower() not in _ORDERS:
        return False
    gap = scan.text[verdict.cue[1] : item.mention.start]
    for other in scan.mentions_in(verdict.cue[1], item.mention.start, "treatment"):
        gap = gap.replace(scan.text[other.start : other.end], " ")
    return _ITS.fullmatch(gap) is not None and not _FOR_THE_LAB.match(scan.text, item.mention.end)


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
            _cue_words(scan, item.verdict).lower().split(" ")[0] in _STOP_IT
        )  # ``asked if it was the tablets and stopped X``
    return bool(ahead) and not _THEN.search(scan.text[ahead[-1].end() : item.mention.start])


def _is_given_there(item: Found, place: str, operation: bool) -> bool:
    """An anaesthetic anywhere, and in the report of an operation any single dose, was given and is over."""
    if item.status != "ongoing" or not item.is_drug or item.rule == "treatments.medication_list":
        return False
    if place in {*LISTS, "plan", *_BEFORE_THE_OPERATION}:
        return False
    steady = any(regimen.frequency or regimen.duration for regimen in item.regimens)
    injected = item.entry.id == "lidocaine" and any(
        (regimen.dose_unit or "").lower() == "ml" for regimen in item.regimens
    )
    at_one_time = item.entry.drug_class in _AT_ONE_TIME and item.entry.id != "lidocaine"  # of which there are patches
    return not steady and (
        injected or at_one_time or item.entry.id in _FOR_AN_OPERATION or (operation and item.has_dose)
    )


_AT_ONE_TIME = {"local_anaesthetic", "anaesthetic", "sedative", "anaesthesia", "neuromuscular_blocker"}
_FOR_AN_OPERATION = {"midazolam", "sugammadex", "neostigmine"}
"""Drugs of other classes that are given with an anaesthetic."""


def _finish(scan: Scan, found: Sequence[Found], spots: Sequence[str], operation: bool) -> None:
    """What is given once is completed when given; so is what an operation note tells, unless it tells of before."""
    for item, place in zip(found, spots, strict=True):
        if item.status == "ongoing" and operation and item.entry.kind in HANDS_ON:
            item.status = "completed"
        if _is_given_there(item, place, operation):
            item.status = "completed"
        if item.status != "past":
            continue
        during = scan.section_at(item.mention.start).effect == "none" and place not in _BEFORE_THE_OPERATION
        before = scan.text[max(0, item.mention.start - 40) : item.end + 40]
        once = (
            item.entry.drug_class in {"vaccine", "blood_product"} and item.verdict.strong and not EARLIER.search(before)
        )
        if once or (operation and during and not item.context.historical):
            item.status = "completed"
