"""Lists by what is so at present: what is taken now, what was stopped, what was ruled out, which problems there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.presence import state_of
from osteocase.assistant.answers.still_taken import runs_out
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Finding, Record, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import word

__all__ = ["asks_standing", "current_treatments", "given_instead", "standing"]

_NOW = (
    r"current(?:ly)?|active|ongoing|at present|presently|at the moment|right now|nowadays|these days|now|today|"
    r"at the last visit|at last visit|at last follow[- ]?up"
)
_DRUGS = r"meds?|medications?|medicines?|drugs?|treatments?|therap(?:y|ies)|tablets|prescriptions?|supplements?|pills"
_CURRENT = re.compile(
    rf"\b(?:{_NOW})\b.{{0,30}}?\b(?:{_DRUGS})\b|\b(?:{_DRUGS})\b.{{0,30}}?\b(?:{_NOW})\b"
    rf"|\b(?:what|which)\b.{{0,30}}?\b(?:is|are|does)\s+(?:she|he|the patient|this (?:lady|man|woman|patient))\s+"
    rf"(?:\w+ly\s+|still\s+|now\s+)?(?:on|take|taking|getting|receiving|having|prescribed)\b"
    rf"|\b(?:{_DRUGS})\s+(?:that\s+)?(?:she|he|the patient)(?:\s+is|['’]s)\s+(?:\w+ly\s+|still\s+)?(?:on|taking)\b"
    rf"|\bwhat(?:['’]s| is)\s+(?:she|he)\s+(?:\w+ly\s+|still\s+|now\s+)?(?:taking|on)\s+(?:now\s+)?"
    rf"(?:as of|at|since)\s+(?:the\s+)?(?:last|latest|most recent)\b"
    rf"|\bwhat\b.{{0,12}}?\b(?:she|he)\s+on\s*(?:now|today|currently)?\s*\??$",
    re.IGNORECASE,
)
_STILL_ON = re.compile(
    rf"\b(?:still|currently|now)\s+(?:on|taking|getting|receiving)\s+(?:any\s+|a\s+)?(?:{_DRUGS}|anything)\b"
    rf"|\bon\s+any(?:thing|\s+(?:{_DRUGS}))\b",
    re.IGNORECASE,
)
_IN_NOTE = re.compile(
    rf"\b(?:{_DRUGS})\b\s+(?:on|at|upon|from|in)\s+(?:the\s+)?(?:discharge|leaving|admission)|\bdischarge\s+(?:{_DRUGS})\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:would|should|could|best|better|recommend\w*|next|suitable|appropriate|right|choice)\b", re.I
)
_PAST = re.compile(
    rf"\b(?P<way>past|previous|prior|former|earlier|old|stopped|discontinued|completed|finished|ended|withdrawn|ceased)\s+"
    rf"(?:\w+\s+)?(?:{_DRUGS})\b"
    rf"|\b(?:{_DRUGS})\b\s+(?:that\s+)?(?:\w+\s+){{0,3}}?(?:was|were|been|have been|got|she|he)?\s*"
    rf"(?P<way2>stopped|discontinued|completed|finished|ended|withdrawn|taken off)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    rf"\b(?:anything|what|which|any)\b.{{0,30}}?\b(?P<way>contraindicated|declined|refused)\b"
    rf"|\b(?P<way2>contraindicated|declined|refused)\s+(?:{_DRUGS})\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:what|which|anything|list|show|all)\b.{0,40}?\b(?:ruled out|excluded|denied)\b"
    r"|\bexcluded\s+(?:diagnos\w+|conditions|causes)\b"
    r"|\b(?:pertinent|relevant|important)\s+negatives?\b|\bnegative findings\b|\bnegatives\b",
    re.IGNORECASE,
)
_PROBLEMS = re.compile(
    r"\b(?:active|current|present|ongoing)\s+(?:problems?|diagnos[ei]s|conditions?|issues?)\b|\bproblem list\b",
    re.IGNORECASE,
)
_HOW_IS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|well|then|tell me)\W+)*(?:"
    r"how(?:\s+(?:is|are|was)|['’]s)\s+(?:she|he|the\s+(?:patient|lady|man|woman|boy|girl)|things)"
    r"(?:\s+(?:doing|getting on|feeling|faring))?"
    rf"|(?:her|his|the)?\s*(?:current|present|latest)\s+(?:clinical\s+|general\s+)?(?:status|condition|state|situation)"
    rf")(?:\s+(?:{_NOW}|at the (?:latest|most recent) (?:visit|review)|as of (?:the )?last (?:visit|note)))*\W*$",
    re.IGNORECASE,
)
"""``how is she now?``: what the last visit tells of the patient."""
_OVER = ("stopped", "completed", "past")
_GOES_ON = ("started", "ongoing")
_OF_STATE = {"contraindicated": ("contraindicated",), "declined": ("declined",), "refused": ("declined",)}
_ENDS = {"completed": ("completed",), "finished": ("completed",)}


def asks_standing(heard: Heard, found: Selection) -> bool:
    """Whether a list by its state is asked for, and no single thing."""
    named = found.arguments.keys() & {"analyte", "score", "site", "bone", "level", "measure", "concept"}
    if named == {"analyte"} and found.records and all(isinstance(one, Treatment) for one in found.records):
        named = set()  # ``what vitamin D is she on?``: the drug, though a result bears its name
    other = found.arguments.get("event", "visit") != "visit" or _JUDGED.search(heard.say) is not None
    if (
        named
        or other
        or heard.has("correct", "add", "delete", "accept", "defer", "count", "when", "duration", "reason", "source")
    ):
        return False
    if (_STILL_ON.search(heard.say) or _HOW_IS.match(heard.say)) and heard.moment is None:
        return True
    if heard.moment is not None or heard.has("trend", "extreme"):
        return False
    return any(pattern.search(heard.say) for pattern in (_CURRENT, _IN_NOTE, _PAST, _NOT_GIVEN, _NEGATIVE, _PROBLEMS))


def standing(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The list; null where none is asked for."""
    if not asks_standing(heard, found):
        return None
    if _NEGATIVE.search(heard.say):
        return _negatives(heard, session)
    if _HOW_IS.match(heard.say):
        return _at_last_visit(session)
    if _PROBLEMS.search(heard.say):
        return _problems(session)
    pool = select(heard, session, vocabulary, with_time=False).records if "agent" in found.arguments else []
    drugs = [one for one in pool or session.case.treatments if isinstance(one, Treatment) and one.subject == "patient"]
    not_given = _NOT_GIVEN.search(heard.say)
    if not_given is not None:
        way = str(not_given["way"] or not_given["way2"]).casefold()
        there = [one for one in drugs if one.status in _OF_STATE[way]]
        return of_records(lines(there), there) if there else Reply(f"Nothing is told as {way}.")
    past = _PAST.search(heard.say)
    if past is not None:
        return _ended(str(past["way"] or past["way2"]).casefold(), heard, drugs)
    if heard.date is not None or heard.months is not None:
        return None
    if _IN_NOTE.search(heard.say) and not heard.notes:
        return None
    return current_treatments(drugs, session, heard.notes)


def given_instead(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """``so what did she get?``, after a drug that was not given: the drugs that were."""
    if not heard.say.startswith("what did the patient get after") or heard.moment is not None:
        return None
    named = {one.agent for one in found.records if isinstance(one, Treatment)}
    later = _told_after([one for one in found.records if isinstance(one, Treatment)], session)
    if later:
        return of_records(f"First told after it; when it ended is not told:\n{lines(later)}", later)
    given = [
        one
        for one in session.case.treatments
        if one.subject == "patient" and one.agent not in named and one.status in (*_GOES_ON, "completed", "stopped")
        and one.kind in ("drug", "supplement")
    ]  # fmt: skip
    return of_records(lines(given), given) if given else None


def _told_after(drugs: Sequence[Treatment], session: Session) -> list[Treatment]:
    """Of a drug whose end no note tells: the drugs, of its kind if there are any, of which later notes tell first."""
    own = [one for one in drugs if one.subject == "patient" and one.status in (*_GOES_ON, *_OVER)]
    dates = {note.id: note.date or "" for note in session.case.notes}
    first = {one.id: min(dates.get(place.note, "") for place in (one.source, *one.also)) for one in own}
    begun = max(first.values(), default="")
    later = [
        one
        for one in session.case.treatments
        if one.subject == "patient" and one.kind == "drug" and one.agent not in {drug.agent for drug in own}
        and one.status in (*_GOES_ON, *_OVER)
        and begun and min(dates.get(place.note, "") for place in (one.source, *one.also)) > begun
    ]  # fmt: skip
    like = [one for one in later if one.drug_class in BONE_DRUGS]
    return like if like and any(one.drug_class in BONE_DRUGS for one in own) else later


def current_treatments(drugs: Sequence[Treatment], session: Session, notes: Sequence[str] = ()) -> Reply:
    """What is taken at present: told in the last note that tells of drugs, and what has no end since before."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    taken = [one for one in drugs if one.kind in ("drug", "supplement")]
    told = {one.id: max(dates.get(place.note, "") for place in (one.source, *one.also)) for one in taken}
    if notes:
        here = [one for one in taken if one.status in _GOES_ON and {p.note for p in (one.source, *one.also)} & {*notes}]
        return of_records(lines(here), here) if here else Reply("No drug is told there.")
    last_of: dict[str, Treatment] = {}
    for one in sorted(taken, key=lambda one: (told[one.id], one.status in _OVER)):
        last_of[one.agent] = one
    last_visit = max((dates[name] for name in dates), default="")
    going = [one for one in last_of.values() if one.status in _GOES_ON and not runs_out(one, told[one.id], last_visit)]
    newest = max((told[one.id] for one in going), default="")
    now = [one for one in going if told[one.id] == newest]
    before = [one for one in going if told[one.id] != newest]
    if not going:
        return Reply("No drug is told as taken at present.")
    text = f"Told as taken in the last note that tells it ({newest or 'no date'}):\n{lines(now)}"
    if before:
        rows = "\n".join(f"{word(one).sentence()} (last told {told[one.id] or 'without a date'})" for one in before)
        text += f"\nTold earlier, and no end is told:\n{rows}"
    reply = of_records(text, [*now, *before])
    places = [
        place
        for one in (*now, *before)
        for place in (one.source, *one.also)
        if dates.get(place.note) == told[one.id]  # the note that tells it as taken
    ]
    return Reply(reply.text, tuple(dict.fromkeys((*places, *reply.sources))), reply.records)


def _ended(way: str, heard: Heard, drugs: Sequence[Treatment]) -> Reply:
    states = _ENDS.get(
        way, ("stopped",) if way in ("stopped", "discontinued", "withdrawn", "ceased", "taken off") else _OVER
    )
    wider = bool(re.search(r"\b(?:treatments?|therap(?:y|ies))\b", heard.say, re.IGNORECASE))
    there = [one for one in drugs if one.status in states and (wider or one.kind in ("drug", "supplement"))]
    if there:
        return of_records(lines(there), there)
    near = [one for one in drugs if one.status in _OVER]
    if near:
        return of_records(f"None is told as {way}. Told as over:\n{lines(near)}", near)
    return Reply(f"No drug is told as {way}.")


def _negatives(heard: Heard, session: Session) -> Reply:
    diagnoses = "diagnosis" in heard.values("finding_kind")
    there = [
        one
        for one in case_records(session.case)
        if getattr(one, "subject", "patient") == "patient" and state_of(one) == "absent"
        and (not diagnoses or (isinstance(one, Finding) and one.kind == "diagnosis"))
    ]  # fmt: skip
    return of_records(f"Told as absent:\n{lines(there)}", there) if there else Reply("Nothing is told as absent.")


def _problems(session: Session) -> Reply:
    last = {one.concept: one.id for one in session.case.findings if one.subject == "patient"}
    there: list[Record] = [
        one
        for one in session.case.findings
        if last.get(one.concept) == one.id and one.subject == "patient" and one.status == "present"
        and one.temporality != "historical" and one.kind in ("diagnosis", "symptom")
    ]  # fmt: skip
    broken = [one for one in session.case.fractures if one.subject == "patient" and one.status == "present"]
    there = [*there, *broken]
    return of_records(lines(there), there) if there else Reply("No problem is told.")


def _at_last_visit(session: Session) -> Reply:
    """What the last notes that tell of the patient hold: scores, findings, fractures, densities, results."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    case = session.case
    scores = [one for one in case.scores if one.name != "least_significant_change"]
    facts = [*scores, *case.findings, *case.fractures, *case.bmd, *case.labs]
    own = [one for one in facts if getattr(one, "subject", "patient") == "patient"]
    last = max((dates.get(one.source.note, "") for one in own), default="")
    there = [one for one in own if dates.get(one.source.note, "") == last]  # what was known before is not told again
    there = [one for one in there if getattr(one, "temporality", "") != "historical"]
    if not last or not there:
        return Reply("No visit with a date is told.")
    taken = current_treatments([one for one in case.treatments if one.subject == "patient"], session)
    reply = of_records(f"At the last visit that tells of it ({last}):\n{lines(there)}\n{taken.text}", there)
    sources = tuple(dict.fromkeys((*reply.sources, *taken.sources)))
    return Reply(reply.text, sources, (*reply.records, *taken.records))
