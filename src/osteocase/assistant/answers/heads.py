"""Questions whose answer is no record that they name: a late dose, a drug against an illness, what came after a drug.

``any denosumab dose late?`` asks whether a dose was late, not whether denosumab was given: what is asked for is the
head of the question. Sentences that tell it are quoted; where none does, the answer says so and never yes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.attending import asks_attended, attended
from osteocase.assistant.answers.done_about import asks_done, done_about
from osteocase.assistant.answers.nth_doses import BEGINS, DUE, asks_nth, of_nth
from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.treated_for import against, is_of_now, treated_illness
from osteocase.assistant.subjects.finding import Selection, is_agent
from osteocase.assistant.subjects.named_times import happened
from osteocase.assistant.subjects.passages import CAUSE, Passage, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Record, Treatment
from osteocase.review import Session

__all__ = ["after_it", "asks_head", "headed_by"]

_DOSE = r"(?:doses?|injections?|infusions?|shots?|jabs?|tablets?|treatment)"
_LATE = re.compile(
    rf"\b{_DOSE}\b.{{0,30}}?\b(?:late|overdue|delayed|missed|skipped|omitted|forgotten|on\s+time|in\s+time|on\s+schedule|"
    r"punctual\w*|regular(?:ly)?)\b"
    rf"|\b(?:late|overdue|delayed|missed|skipped|omitted)\s+(?:\w+\s+)?{_DOSE}\b"
    rf"|\b(?:miss|skip|forget|delay|omit)\s+(?:any|a|her|his|the|some|one)?\s*(?:\w+\s+)?{_DOSE}\b"
    r"|\b(?:adheren\w+|complian\w+|concordan\w+)\b",
    re.IGNORECASE,
)
_OF_DRUG_LATE = re.compile(
    r"\b(?:miss(?:ed)?|skip(?:ped)?|forg(?:et|ot|otten))\s+(?:any|a|one|some|her|his|the)\b"
    r"|\b(?:(?:on|in)\s+time|on\s+schedule|overdue|delayed|late|punctual\w*|regular(?:ly)?|reliabl[ey]|as\s+(?:prescribed|planned|due))\W*$",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:on\s+time|in\s+time|late|overdue|delay\w*|miss\w*|skip\w*|omit\w*|forg[eo]t\w*|every\s+(?:tablet|dose|injection)|"
    r"on\s+schedule|regularly|adheren\w+|complian\w+|as\s+prescribed|lapse\w*)\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:on\s+time|in\s+time|on\s+schedule|without\s+(?:a\s+|any\s+)?delay|every\s+(?:tablet|dose|injection)|regularly|"
    r"as\s+prescribed|(?:no|not|never|nor|without|misses\s+no|missed\s+no)\b[^.;]{0,30}\b(?:miss\w*|late|delay\w*|skip\w*|dose)|"
    r"(?:good|full|excellent|complete)\s+(?:adherence|compliance)|(?:adheren|complian)t|without\s+fail|"
    r"(?:adherence|compliance|refills?)\b[^.;,]{0,40}\b(?:complete|good|full|excellent|perfect|100\s*%))\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:late|overdue|delay\w*|miss\w*|skip\w*|omit\w*|forg[eo]t\w*|lapse\w*|poor|irregular\w*|incomplete|non-?adheren\w*)\b",
    re.IGNORECASE,
)
_ASKS_GOOD = re.compile(
    r"\b(?:on\s+time|in\s+time|on\s+schedule|punctual\w*|regular(?:ly)?|adheren\w+|complian\w+|all|every)\b",
    re.IGNORECASE,
)
_DRUG = r"(?:drugs?|medicines?|medications?|meds|treatments?|therap(?:y|ies)|agents?|tablets?|anything|something|what)"
_OF_DRUGS = re.compile(r"\b(?:drugs?|medicines?|medications?|meds|agents?|tablets?)\b", re.IGNORECASE)
_FOR = re.compile(
    rf"\b{_DRUG}\b(?:\s+else)?\s+(?:\w+\s+){{0,4}}?(?:for|against)\s+(?:(?:the|her|his|this)\s+)?(?P<what>[^?]+?)\W*$",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\b(?:was|is|has|were)\s+(?:(?:she|he|the\s+patient)\s+)?(?:(?:her|his|the)\s+)?(?P<what>osteoporosis|bones?)\s+(?:ever\s+|been\s+)*"
    r"treated\b|\b(?:she|he|the\s+patient)\s+(?:ever\s+|been\s+)*(?:treated|medicated)\s+for\s+(?:(?:the|her|his)\s+)?"
    r"(?P<also>[^?]+?)\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:any\s+(?:other\s+|further\s+|more\s+)?)?{_DRUG}\b[^?]{{0,40}}?\b(?:(?:after|since|following|once)\s+"
    r"(?:(?:it|that|this|them|then)\b|(?P<what>[^?]{3,40}?))|afterwards|subsequently|thereafter)"
    r"(?:\s+(?:ended|was over|is over|had ended|was stopped|stopped))?\W*$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\b(?:(?:was|were|is)\s+(?P<what>[^?]{3,40}?)\s+followed\s+(?:up\s+)?(?:by|with)\b|what\s+(?:was|were|is)\s+(?P<what2>[^?]{3,40}?)\s+"
    r"followed\s+(?:by|with)|(?:what|anything|which\s+\w+)\s+follow(?:ed)?\s+(?P<what3>[^?]{3,40}?)\W*$)",
    re.IGNORECASE,
)
"""``was it followed by anything?``: what was given after it."""
_BY = re.compile(r"\bfollowed\s+(?:up\s+)?(?:by|with)\b", re.IGNORECASE)
_NONE_SINCE = re.compile(
    r"\b(?:no|not|without|never)\b[^.;]{0,40}\b(?:sequential|further|other|subsequent|follow-?on|additional|anti-?osteopor\w*|"
    r"antiresorptive|bisphosphonate|consolidation|osteoporosis)\s+(?:\w+\s+)?(?:therapy|treatment|drugs?|medication)\b"
    r"|\bno\s+(?:treatment|therapy|drug)\b[^.;]{0,30}\b(?:since|meantime|thereafter|afterwards)\b",
    re.IGNORECASE,
)
_GIVEN = ("started", "ongoing", "completed", "stopped", "past")
_SLACK = Decimal("0.3")


_PLANS = re.compile(
    r"\b(?:plan\w*|next|second|third|due|repeat\w*|continu\w+|in\s+\w+\s+(?:months|years)|control|go(?:es)?\s+on|again|"
    r"until)\b",
    re.IGNORECASE,
)


_NEXT_DOSE = re.compile(r"\bnext\s+(?:\w+\s+)?(?:dose|injection|infusion|shot|jab)\b", re.IGNORECASE)


def asks_head(heard: Heard, found: Selection) -> bool:
    """Whether such a thing is asked for."""
    if heard.starts_with("correct", "add", "delete", "accept", "defer") or heard.figures:
        return False
    if asks_done(heard, found):
        return True
    late = _asks_late(heard, found)
    timed = heard.has("when") and not _MISSED_WHEN.search(heard.say)
    if late and (heard.is_question or heard.has("ask")) and not (timed or heard.has("count", "reason")):
        return True
    if _asks_due(heard, found) or asks_nth(heard) or asks_attended(heard, found) or _WHICH_DRUG.match(heard.say):
        return True
    if not heard.is_question and heard.first not in BEGINS:
        return False
    if heard.has("when", "reason", "count", "duration", "trend", "measure", "gap"):
        return False
    if "analyte" in found.arguments and not _OF_DRUGS.search(heard.say):
        return False
    return _for_what(heard, found) is not None or _asks_after(heard, found)


_MISSED_WHEN = re.compile(r"\b(?:miss|missed|skip|skipped|omit|omitted|forget|forgot)\b", re.IGNORECASE)


def _asks_late(heard: Heard, found: Selection) -> bool:
    """Whether doses came on time; of a drug that is named the dose need not be: ``was denosumab ever late?``."""
    of_drug = "agent" in found.arguments and not found.arguments.keys() & {"analyte", "site", "score"}
    return bool(_LATE.search(heard.say) or (of_drug and _OF_DRUG_LATE.search(heard.say)))


def headed_by(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The answer to the head of the question; null where no such thing is asked."""
    done = done_about(heard, found, session, vocabulary)
    if done is not None:
        return done
    illness = treated_illness(heard)
    if illness is not None:
        return against(illness, session, vocabulary, polar=heard.first in BEGINS, now=is_of_now(heard))
    if not asks_head(heard, found):
        return None
    if _asks_late(heard, found):
        return _late(heard, found, session)
    if asks_attended(heard, found):
        return attended(heard, session)
    if _WHICH_DRUG.match(heard.say):
        return _that_caused(heard, session)
    if _asks_due(heard, found):
        return _due(heard, found, session)
    if asks_nth(heard):
        return of_nth(heard, session)
    what = _for_what(heard, found)
    if what is not None:
        return against(what, session, vocabulary, polar=heard.first in BEGINS)
    return _after(heard, found, session, vocabulary)


_WHICH_DRUG = re.compile(
    r"^\W*(?:(?:and|so)\W+)*(?:which|what)\s+(?:drug|medicine|medication|treatment|tablet|injection|infusion)s?\s+(?:(?:was|were|is)\s+(?:it\s+)?"
    r"(?:that\s+)?)?(?:caus\w+|gave|gives|led\s+to|brought\s+on|made|upset|triggered)\b",
    re.IGNORECASE,
)


def _that_caused(heard: Heard, session: Session) -> Reply:
    """``which drug caused the rash?``: the sentences that name both with the cause; all drugs are no answer."""
    names = [normal_words(one.name) for one in session.case.treatments if one.subject == "patient"]
    typed = [heard.words[hit.start : hit.end] for hit in heard.hits if hit.topic == "finding" and hit.end > hit.start]
    keys = [*typed, *((word,) for word in heard.unknown_words)]
    kin = {
        (place.note, place.start)
        for one in session.case.findings if one.concept in heard.ids("finding") for place in (one.source, *one.also)
    }  # fmt: skip
    told = [
        one for one in passages_of(session)
        if CAUSE.search(one.text) and any(holds(one.text, name) for name in names)
        and (any(holds(one.text, key) for key in keys)
             or any(one.note == note and one.start <= start < one.end for note, start in kin))
    ]  # fmt: skip
    return quoted(told) if told else of_records("It is not told in any note which drug that was.", [])


def _asks_due(heard: Heard, found: Selection) -> bool:
    if not (heard.is_question or heard.first == "when"):
        return False
    return _NEXT_DOSE.search(heard.say) is not None or (
        DUE.search(heard.say) is not None and "agent" in found.arguments
    )


def _for_what(heard: Heard, found: Selection) -> str | None:
    if heard.first not in BEGINS:
        return None
    match = _FOR.search(heard.say) or _TREATED.search(heard.say)
    ill = "concept" in found.arguments and not found.arguments.keys() & {"bone", "level", "agent"}
    match = match or (_IS_TREATED.match(heard.say) if ill else None)
    if match is None:
        return _of_illness(heard)
    what = match.groupdict().get("what") or match.groupdict().get("also") or ""
    return None if re.search(r"\d|\b(?:months?|years?|weeks?|days?|long|now|once)\b", what) else what


_IS_TREATED = re.compile(
    r"^\W*(?:and\s+|so\s+)?(?:is|was|are|were)\s+(?:(?:the|her|his)\s+)?(?P<what>[^?]{3,40}?)\s+(?:ever\s+|being\s+|currently\s+)*treated\W*$",
    re.IGNORECASE,
)


def _of_illness(heard: Heard) -> str | None:
    """``any epilepsy drugs?``: the illness that stands before the drugs."""
    ills = [hit for hit in heard.hits if hit.topic == "finding" and hit.end > hit.start]
    drugs = {hit.start for hit in heard.hits if hit.value == "treatments" and hit.group == "record_kind"}
    return next((" ".join(heard.words[one.start : one.end]) for one in ills if one.end in drugs), None)


def _asks_after(heard: Heard, found: Selection) -> bool:
    if _FOLLOWED.search(heard.say) is not None and ("agent" in found.arguments or heard.moment is not None):
        return True
    match = _AFTER.search(heard.say) if heard.first in BEGINS else None
    if found.arguments.keys() & {"analyte", "site", "score"} and not _OF_DRUGS.search(heard.say):
        return False  # ``what happened to the calcium after it?``
    if "fractures" in heard.values("record_kind") and not _OF_DRUGS.search(heard.say):
        return False  # ``has she broken anything since?``
    return match is not None and (
        heard.moment is not None or bool(found.arguments.keys() & {"agent", "bone", "level", "event", "list"})
    )


def _late(heard: Heard, found: Selection, session: Session) -> Reply:
    """Whether a dose was late or missed, in the words of the notes."""
    drugs: list[Record] = [one for one in found.records if isinstance(one, Treatment) and _is_given(one)]
    keys = [*keys_of(heard, found), *(normal_words(one.name) for one in drugs if isinstance(one, Treatment))]
    told = [one for one in _near(keys, session) if _TIMED.search(one.text)]
    told = [one for one in told if _ABOUT_DOSES.search(one.text)]
    if not told:
        return of_records("It is not told in any note whether a dose was late or missed.", [])
    good = all(_GOOD.search(one.text) for one in told)
    bad = all(_BAD.search(one.text) and not _GOOD.search(one.text) for one in told)
    if not (good or bad) or not is_polar(heard):
        return quoted(told)
    wants_good = bool(_ASKS_GOOD.search(heard.say)) and not re.search(r"\b(?:late|miss\w*|skip\w*)\b", heard.say, re.I)
    return quoted(told, f"{'Yes' if good == wants_good else 'No'}, in these words:")


def _due(heard: Heard, found: Selection, session: Session) -> Reply:
    """What is planned of a drug, in the words of the last note that plans it."""
    keys = keys_of(heard, found)
    told = [
        one for one in passages_of(session) if any(holds(one.text, key) for key in keys) and _PLANS.search(one.text)
    ]
    dates = {note.id: note.date or "" for note in session.case.notes}
    last = max((dates.get(one.note, "") for one in told), default="")
    told = [one for one in told if dates.get(one.note, "") == last]
    return quoted(told) if told else of_records("It is not told in any note when it is due.", [])


_ABOUT_DOSES = re.compile(
    r"\b(?:doses?|injections?|infusions?|shots?|jabs?|drips?|tablets?|prescribed|adheren\w+|complian\w+|taken|takes|given|miss\w*\s+(?:\w+\s+){0,3}?(?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)


def _near(keys: Sequence[tuple[str, ...]], session: Session) -> list[Passage]:
    """Sentences that name one of these, and the sentence behind each; all of them where nothing is named."""
    found: list[Passage] = []
    before: Passage | None = None
    for one in passages_of(session):
        follows = before is not None and before.note == one.note and any(holds(before.text, key) for key in keys)
        if not keys or follows or any(holds(one.text, key) for key in keys) or _FIRST_PERSON.search(one.text):
            found.append(one)
        before = one
    return found


_FIRST_PERSON = re.compile(
    r"\b(?:she|he)\s+has\s+(?:had|received|taken)\s+(?:\w+\s+)?(?:doses|every|all)\b"
    r"|\b(?:she|he)\s+(?:\w+\s+)?(?:miss(?:es|ed)|forgets?|forgot|skips?|skipped)\b",
    re.IGNORECASE,
)


def _is_given(one: Treatment) -> bool:
    return one.subject == "patient" and one.status in _GIVEN and one.kind in ("drug", "supplement")


def after_it(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """``what did she get after it?``, where no record tells of anything: what the notes say of none."""
    return _after(heard, found, session, vocabulary) if _AFTER.search(heard.say) and heard.moment is not None else None


def _after(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """Drugs that were begun after something was over, and what the notes say of none."""
    match = _FOLLOWED.search(heard.say) or _AFTER.search(heard.say)
    named = next((one for one in match.groups() if one), "") if match is not None else ""
    points = (
        (happened(f"{named} stopped", session, vocabulary) or happened(named, session, vocabulary)) if named else []
    )
    asked = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    if not points:
        points = happened(f"{asked[0].name} stopped", session, vocabulary) if asked else []
    at = max((months for one in points if (months := one.at(session)) is not None), default=None)
    if at is None:
        return None
    of_drugs = _OF_DRUGS.search(heard.say) is not None or (match is not None and match.re is _FOLLOWED)
    itself = {one for point in points for one in point.records}
    agents = {one.agent for one in session.case.treatments if one.id in itself}
    later = [
        one for one in session.case.treatments
        if (_is_given(one) if of_drugs else one.subject == "patient" and one.status in _GIVEN)
        and one.agent not in agents and one.start is not None and one.start.months is not None
        and one.start.months >= at - _SLACK
    ]  # fmt: skip
    what = points[-1].what
    by = _BY.search(heard.say) if match is not None and match.re is _FOLLOWED else None
    asked_for = [hit.id for hit in heard.drugs if by is not None and heard.offsets[hit.start] >= by.end()]
    if asked_for and later and not any(is_agent(one, agent) for one in later for agent in asked_for):
        return of_records(f"Not told in the notes. Begun after it ({what}) is:\n{lines(later)}", later)
    if later:
        return of_records(f"{'Yes, begun' if is_polar(heard) else 'Begun'} after it ({what}):\n{lines(later)}", later)
    dates = {note.id: note.date or "" for note in session.case.notes}
    since = points[-1].date or ""
    sayings = [
        one for one in passages_of(session) if _NONE_SINCE.search(one.text) and dates.get(one.note, "") >= since[:_DAY]
    ]
    places = [place for point in points for place in point.places]
    if sayings:
        told = quoted(sayings, f"No drug is told as begun after it ({what}). The notes say:")
        return Reply(told.text, tuple(dict.fromkeys((*places, *told.sources))), tuple(itself))
    text = f"Not told in the notes: no drug is recorded as begun after it ({what})."
    return Reply(text, tuple(dict.fromkeys(places)), tuple(itself))


_DAY = len("2024-03-05")
