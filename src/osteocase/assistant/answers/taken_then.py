"""What was taken at a time: ``was she on alendronate when she broke her hip?``, ``was that on treatment?``.

That a drug was begun before is no yes: it may have been stopped since. A drug counts as taken at a time that lies
between its start and its end, or close to a note that tells it as taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.treated_for import drugs_for_bones
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS
from osteocase.assistant.subjects.finding import Selection, is_agent, select
from osteocase.assistant.subjects.named_times import happened
from osteocase.assistant.subjects.passages import quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.subjects.told_times import told_onset
from osteocase.assistant.words.hearing import Heard, hear
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Fracture, Record, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import months_text

__all__ = ["asks_all_then", "asks_taken_then", "taken_then"]

_WHO = r"(?:she|he|the\s+patient|that|this|it)"
_THEN = r"(?:then|at\s+(?:the|that)\s+(?:time|point|visit|moment)(?!\s+of)|on\s+that\s+(?:day|date))"
_ON = r"(?:on|under|taking|getting|having|receiving|using|during|off)"
_WHEN = r"(?:when|at\s+the\s+time(?:\s+of|\s+that)?|by\s+the\s+time(?:\s+of)?|at(?=\s+(?:the|her|his)\b)|during)\s+"
_ASKED = re.compile(
    rf"^\W*(?:(?:and|so|but)\s+)?(?:was|were)\s+{_WHO}\s+(?:already\s+|still\s+|also\s+|measured\s+|taken\s+|done\s+)*"
    rf"(?P<on>{_ON})\s+(?P<what>[^?]+?)(?:\s+{_WHEN}(?P<event>(?!(?:time|point|visit|that)\b)[^?]{{4,60}}?))?\W*$"
    r"|^\W*(?:(?:and|so|but)\s+)?(?:did|had)\s+(?:she|he)\s+(?:break|broken|fractured?)\s+(?:her\s+|his\s+|the\s+)?(?P<bone>[^?]+?)\s+"
    r"(?:while|when)\s+(?:she\s+was\s+|he\s+was\s+)?(?:on|taking)\s+(?P<other>[^?]+?)\W*$",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?(?:what|which\s+(?:drugs?|medicines?|medications?|treatments?))\s+(?:else\s+)?was\s+"
    rf"(?:she|he|the\s+patient)\s+(?:on|taking|getting|having)(?:\s+{_WHEN}(?P<event>[^?]{{4,60}}?)|\s+{_THEN}|\s+(?:in|at|on)\s+[^?]+)?\W*$",
    re.IGNORECASE,
)
_BROKE = re.compile(
    r"^(?:(?:she|he|the\s+patient)\s+(?:had\s+)?(?:broke|broken|fractured|cracked)\s+(?:her|his|the|a)\s+(?P<one>[^?]+)"
    r"|(?:the\s+|her\s+|his\s+)?(?P<two>[^?]+?)\s+(?:was\s+|had\s+|got\s+)?(?:broke|broken|fractured|collapsed))$",
    re.IGNORECASE,
)
"""``when she broke her hip``, ``when T11 broke``: the time of that fracture."""
_POINTS = re.compile(rf"\b{_THEN}\W*$|^\W*(?:(?:and|so|but)\s+)?(?:was|were)\s+(?:that|this|it)\b", re.IGNORECASE)
_ANY = re.compile(
    r"^(?:any\s+|some\s+|the\s+|her\s+|his\s+|active\s+|bone\s+|osteoporosis\s+|anti-?osteoporo\w+\s+)*(?:treatment|therapy|anything|something|"
    r"drugs?|medication|medicines?|bone\s+protection)\b",
    re.IGNORECASE,
)
TAKEN = "taken"
_OF_VISIT = re.compile(
    r"\b(?:visit|consult\w*|clinic|note|letter|review|appointment|admission|discharge)\b", re.IGNORECASE
)
"""What is told there is asked for."""
_GIVEN = ("started", "ongoing", "completed", "stopped", "past")
_SLACK = Decimal("0.05")
_VISITS = Decimal("6.5")
"""Months up to which a drug that was told as taken is still taken, where nothing else is told."""


def asks_taken_then(heard: Heard, _found: Selection) -> bool:
    """Whether it is asked what was taken at a time that was named, or that was spoken of before."""
    match = _ASKED.match(heard.say) or _LISTS.match(heard.say)
    if match is None:
        return False
    timed = heard.months is not None or heard.date is not None or match.groupdict().get("bone")
    if not (timed or match["event"] or _POINTS.search(heard.say)):
        return False
    if _OF_VISIT.search(match["event"] or ""):
        return False
    if match.re is _LISTS:
        return match["event"] is not None or (bool(timed) and not heard.notes) or _POINTS.search(heard.say) is not None
    return bool(heard.drugs) or _ANY.match(match["what"] or match["other"] or "") is not None


def asks_all_then(heard: Heard, found: Selection) -> bool:
    """``what was she taking when she broke her hip?``, the form that asks for a list."""
    return _LISTS.match(heard.say) is not None and asks_taken_then(heard, found)


def taken_then(
    heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None
) -> Reply | None:
    """What was taken then, or whether this was; null where it is not asked, or the time is not known."""
    match = _ASKED.match(heard.say) or _LISTS.match(heard.say)
    if match is None or not asks_taken_then(heard, found):
        return None
    event = match["event"] or (f"{bone} fracture" if (bone := match.groupdict().get("bone")) else None)
    at = _event_place(event, session, vocabulary) if event else _place(heard, session, focus)
    if at is None:
        return None
    drugs = [one for one in session.case.treatments if one.subject == "patient" and one.status in _GIVEN]
    drugs = [one for one in drugs if one.kind in ("drug", "supplement")]
    then = f"then ({months_text(at)})"
    if match.re is _LISTS:
        return _all_of(drugs, at, then, session)
    what = match["what"] or match["other"]
    agents = [hit.id for hit in heard.drugs if hit.end > hit.start]
    named = [one for one in drugs if any(is_agent(one, agent) for agent in agents)]
    any_drug = not agents and _ANY.match(what) is not None
    if any_drug:
        named = [one for one in drugs_for_bones(drugs) if one.drug_class in BONE_DRUGS] or drugs
    if not named:
        return None
    ways = {way: [one for one in named if _way(one, at, session) == way] for way in ("taken", "over", "later", "told")}
    off = (match["on"] or "on").casefold() == "off"
    if ways["taken"]:
        reply = of_records(f"{'No' if off else 'Yes'}, {TAKEN} {then}:\n{lines(ways['taken'])}", ways["taken"])
        return _with_onsets(reply, ways["taken"], session)
    if ways["told"] and not any_drug:
        return of_records(
            f"Not told for that time. Told before it, without an end:\n{lines(ways['told'])}", ways["told"]
        )
    parts = [f"{'Yes' if off else 'No'}, not {TAKEN} {then}."]
    parts += [f"Over by then:\n{lines(ways['over'])}"] if ways["over"] else []
    parts += [f"Begun later:\n{lines(ways['later'])}"] if ways["later"] else []
    return of_records("\n".join(parts), [*ways["over"], *ways["later"]])


def _all_of(drugs: Sequence[Treatment], at: Decimal, then: str, session: Session) -> Reply:
    taken = [one for one in drugs if _way(one, at, session) == "taken"]
    before = [one for one in drugs if _way(one, at, session) == "told"]
    agents = {one.agent for one in taken}
    before = [one for one in before if one.agent not in agents]
    parts = [f"Told as {TAKEN} {then}:\n{lines(taken)}" if taken else f"Nothing is told as {TAKEN} {then}."]
    parts += [f"Told before, and no end is told:\n{lines(before)}"] if before else []
    return of_records("\n".join(parts), [*taken, *before])


def _with_onsets(reply: Reply, taken: Sequence[Treatment], session: Session) -> Reply:
    """The beginning that a sentence tells, of drugs whose records have none."""
    bare = [one for one in taken if one.start is None]
    onsets = [told_onset([normal_words(one.name)], one.name, session) for one in bare]
    told = list(dict.fromkeys(one.quote for one in onsets if one is not None and one.quote is not None))
    if not told:
        return reply
    whats = dict.fromkeys(one.what for one in onsets if one is not None)
    said = quoted(told)
    return Reply("\n".join([reply.text, *whats, said.text]), (*reply.sources, *said.sources), reply.records)


def _event_place(event: str, session: Session, vocabulary: Vocabulary) -> Decimal | None:
    """Where on the axis it lies; a fracture without a day is of the day of the note that tells it as new."""
    broke = _BROKE.match(event.strip())
    bone = next((one for one in broke.groups() if one), "") if broke is not None else ""
    words = f"{'vertebral' if bone in ('back', 'spine') else bone} fracture" if bone else event
    broken = _new_fractures(words, session, vocabulary)
    placed = [months for one in broken if (months := months_of(one)) is not None]
    if placed:
        return min(placed)
    days = {note.id: note.date for note in session.case.notes}
    dates = [date for one in broken if (date := days.get(one.source.note)) is not None]
    if dates:
        return months_of_day(min(dates), session)
    return next((at for one in happened(words, session, vocabulary) if (at := one.at(session)) is not None), None)


def _new_fractures(words: str, session: Session, vocabulary: Vocabulary) -> list[Fracture]:
    """The patient's fractures that these words name; old ones only where no other is told."""
    if "fracture" not in words:
        return []
    named = select(hear(words, vocabulary), session, vocabulary, with_time=False).records
    own = [one for one in named if isinstance(one, Fracture) and one.status == "present" and one.subject == "patient"]
    return [one for one in own if one.acuity != "chronic" and one.temporality != "historical"] or own


def _place(heard: Heard, session: Session, focus: str | None) -> Decimal | None:
    """Where on the axis the time lies: as it was named, or that of the record that was spoken of."""
    if heard.months is not None:
        return heard.months
    if heard.date is not None:
        first, last = months_of_day(heard.date, session), months_of_day(heard.date, session, last=True)
        if first is None or last is None:
            return None
        points = [one.months for one in session.case.timepoints if one.months is not None]
        return next((one for one in sorted(points) if first <= one <= last), last)
    record: Record | None = next((one for one in case_records(session.case) if one.id == focus), None)
    return months_of(record) if record is not None and not isinstance(record, Treatment) else None


def _way(one: Treatment, at: Decimal, session: Session) -> str:
    """``taken``, ``over`` or begun ``later`` at that place of the axis; ``told`` of what was told before it alone."""
    days = {note.id: note.date for note in session.case.notes}
    dates = [date for place in (one.source, *one.also) if (date := days.get(place.note)) is not None]
    told = sorted(place for date in dates if (place := months_of_day(date, session)) is not None)
    begin = one.start.months if one.start is not None else None
    onset = told_onset([normal_words(one.name)], one.name, session) if begin is None else None
    begin = months_of_day(onset.date, session) if onset is not None and onset.date is not None else begin
    end = one.stop.months if one.stop is not None else None
    if end is not None and end <= at - _SLACK:
        return "over"
    if begin is not None and begin > at + _SLACK:
        return "later"
    if begin is None and end is None and one.status in ("stopped", "completed", "past"):
        return "over" if told and told[0] <= at + _SLACK else "unknown"
    begin = begin if begin is not None else min(told, default=None)
    if begin is None:
        return "unknown"
    if begin > at + _SLACK:
        return "unknown" if end is not None else "later"
    if end is not None or any(abs(place - at) <= _SLACK or place >= at for place in told):
        return "taken"
    if one.status in ("stopped", "completed", "past"):
        return "over"
    return "taken" if told and at - told[-1] <= _VISITS else "told"
