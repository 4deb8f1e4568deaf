"""What an utterance leaves out because it was said before: ``and the BMD there?``, ``how many, which?``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.answers.nth_doses import asks_nth
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.record_times import months_of
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.vocabulary import Hit
from osteocase.records import Record

__all__ = [
    "WHICH_MORE",
    "continued",
    "goes_with",
    "may_continue",
    "of_density",
    "of_those_told",
    "place_of",
    "points_at_event",
    "with_names_of",
    "with_time_of",
    "with_wish",
]

_CLINICAL = frozenset(("analyte", "treatment", "bmd_site", "score", "finding", "event", "bone"))
_KEPT_GROUPS = frozenset(("record_kind", "measure", "finding_kind", "modality", "patient_field"))
_ASKED = ("when", "duration", "extreme", "abnormal")
_OTHERWISE = ("ask", "trend", "count", "source", "reason", "list", "presence", "time", "gap", "high", "low")
"""What asks for something else than the question before; without it that question goes on."""
_WHETHER = frozenset(("is", "are", "was", "were", "has", "have", "did", "does"))
_LINKS = frozenset(
    ("was", "stopped", "started", "yes", "no", "not", "sorry", "should", "make", "and", "there", "it", "its", "that",
     "this", "those", "these", "them", "they", "then", "later", "ones", "one", "which", "how", "so", "also", "but",
     "since", "afterwards", "what", "when", "where", "before", "after", "same", "he", "she", "both", "any", "whose",
     "who", "why", "at", "in", "on", "by", "until", "with", "for", "now")
)  # fmt: skip
_BRINGS_WHO = re.compile(r"^\W*(?:(?:and|so|but|ok|okay)\W+)*(?:by\s+)?who(?:m|se)?\s+\w+", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:it|them|they|those|these|that|this)\b(?=\W*(?:$|is\b|was\b|were\b|be\b|done\b|given\b|for\b|in\b|"
    r"at\b|on\b|to\b|"
    r"out\b|up\b))",
    re.IGNORECASE,
)
"""A pronoun by itself, which stands for what was spoken of; before a noun it only points at that noun."""
_TAKEN = re.compile(
    r"\b(?:tak\w+|took|had|have|get|got|been\s+on|on|use\w*|giv\w+|gave)\s+(?:it|that|"
    r"them)\b",
    re.IGNORECASE,
)
_ASKS_NOUN = re.compile(
    r"\b(?:what|which)\s+(?P<noun>\w+)\s+(?:did|was|were|does|is|has|had|do|"
    r"have)\b",
    re.IGNORECASE,
)
_WHOLE = ("ask.gap", "ask.conflict", "ask.summary", "ask.progress", "ask.passage", "ask.source")
"""Questions that need no name."""
_LONGEST = 14
_SHORT = 5
"""Words of a question about what was told last."""
_POLAR = frozenset(("any", "anything", "did", "was", "has", "had", "is", "were"))
_THERE = frozenset(("there", "then", "same", "it", "that"))
_SITES = frozenset(("site", "sites", "region", "regions"))
_RESULTS = frozenset(("values", "results", "labs", "bloods", "tests"))
"""``any high values in June 2019?`` asks for all of them."""
_BACK = frozenset(("and", "its", "their", "there", "also", "then", "same"))
"""Words that lead back to what was spoken of."""


def may_continue(heard: Heard, found: Selection, intent: str, last: Heard) -> bool:
    """Whether it begins like the second half of a talk, and names nothing that stands for itself."""
    if _has_own_subject(heard, last) or _WHOLE_QUESTION.match(heard.say):
        return False
    if asks_nth(heard) and (not last.drugs or any(hit.topic == "analyte" for hit in last.hits)):
        return False  # ``when was the second infusion?``, after a result
    if _BRINGS_WHO.search(heard.say) and not _PRONOUN.search(heard.say):
        return False  # ``who was the surgeon?``
    asked = _ASKS_NOUN.search(heard.say)
    named = {heard.words[hit.end - 1] for hit in heard.hits if hit.topic == "event" and hit.id != "visit" and hit.end}
    if asked is not None and asked["noun"].lower() in named and heard.moment is None:
        return False  # ``what operation did they do for it?``
    if not found.named and _own_noun(heard):
        return False  # ``what did they fill the hole with?``
    own_event = (heard.first in _POLAR or heard.first == "when") and found.arguments.get("event", "visit") != "visit"
    if own_event and not {*heard.words[:2], heard.first} & _BACK and not heard.points_back:
        return False  # ``any surgery in the past?``
    if not (intent == "unknown" or intent.startswith(("ask.", "correct"))) or intent in _WHOLE:
        return False
    if (
        heard.unknown_words
        or heard.left_out
        or _OWN_WORDS.search(heard.say)
        or heard.has("stranger", "advice")
        or not any(map(str.isalpha, heard.words))
    ):
        return False
    if heard.has("correct") and heard.points_back and found.arguments.keys() <= {"level"} and not found.records:
        return True  # ``correct that to T4``
    if found.named and not found.arguments.keys() <= {"measure", "time", "months", "date", "event", "modality", "list"}:
        return False
    taken = found.arguments.get("list") == "treatments" and bool(last.drugs) and _TAKEN.search(heard.say) is not None
    if taken:
        return True  # ``how long did she take it?``
    if found.named and "list" in found.arguments and found.arguments["list"] not in ("bmd", "records", "all"):
        return False
    if of_density(heard) and any(hit.topic in _NO_BONE for hit in last.hits) and not _of_bone(last):
        return False  # ``and the BMD?``, after a result of the laboratory
    begins = bool({*heard.words[:2], heard.first} & _LINKS) or len(heard.words) <= 4
    return len(heard.words) <= _LONGEST and begins


_OWN_WORDS = re.compile(r"\bown\s+(?:words|view|voice|perspective)\b", re.IGNORECASE)
_WHOLE_QUESTION = re.compile(
    r"^what did the patient get after\b|"
    r"^\W*what\s+(?:did|does|do)\s+(?:the|her|his|that|this)\s+[^?]+?\s+(?:show|find|reveal|demonstrate)\W*$",
    re.IGNORECASE,
)
"""``what did the plain film show?`` is a whole question."""


def of_density(heard: Heard) -> bool:
    """Whether the density of bone is named, and no bone."""
    named = bool(_DENSITIES & set(heard.values("measure"))) or "bmd" in heard.values("record_kind")
    return named and not any(hit.topic in ("bmd_site", "bone") for hit in heard.hits)


_DENSITIES = frozenset(("bmd_g_cm2", "t_score", "z_score", "yam_percent", "tbs"))


def _of_bone(last: Heard) -> bool:
    """Whether a bone, or the density of one, was spoken of."""
    return bool(last.levels) or last.has("measure") or any(hit.topic in ("bmd_site", "bone") for hit in last.hits)


_NO_BONE = ("analyte", "score", "treatment")


def _own_noun(heard: Heard) -> bool:
    """Whether it asks of a thing of its own, by a word that is no name of a time, a place or a part of a record."""
    nouns = {match["noun"].lower() for match in _NOUN.finditer(heard.say)}
    of_record = {
        word
        for hit in heard.hits
        if hit.group not in (None, "filler", "gap", "conflict", "ask", "list")
        for word in heard.words[hit.start : hit.end]
    }
    return heard.is_question and bool(nouns - of_record - _PARTS)


_NOUN = re.compile(
    r"\b(?:the|an?|her|his)\s+(?P<noun>[a-z]{4,})\W*(?:$|with\b|for\b|by\b|after\b|before\b|"
    r"(?:taken|found|seen|made|done|put|cut|\w{3,}ed)\b)",
    re.IGNORECASE,
)
_PARTS = frozenset(
    ("reference", "limit", "limits", "norm", "threshold", "value", "values", "result", "results", "number", "figure",
     "date", "dates", "time", "times", "dose", "doses", "unit", "units", "range", "interval", "level", "levels",
     "side", "left", "right", "same", "other", "others", "first", "second", "third", "last", "latest", "next",
     "previous", "beginning", "start", "baseline", "difference", "change", "changes", "trend", "reason", "reasons",
     "source", "note", "notes", "letter", "drug", "bone", "site", "visit", "ones", "rest", "lowest", "highest",
     "best", "worst", "year", "month", "week", "patient", "case", "course")
)  # fmt: skip


def _has_own_subject(heard: Heard, last: Heard) -> bool:
    """``lowest T-score?``, ``parity?``: what is asked for is named, so that nothing before it tells of what."""
    begins = {*heard.words[:2], heard.first} & _BACK
    if heard.has("extreme") and _SITES & set(heard.words) and not begins:
        return True
    if heard.has("high", "low", "abnormal") and _RESULTS & set(heard.words) and not begins:
        return True
    if heard.has("patient_field") and not heard.figures:
        return not (_THERE & set(heard.words) or last.has("relative"))
    if not heard.has("measure") or heard.points_back or begins:
        return False
    measured = (
        last.has("measure")
        or last.region is not None
        or any(hit.topic in ("bmd_site", "bone") for hit in last.hits)
        or "bmd" in last.values("record_kind")
    )
    return heard.has("extreme") or not measured


def with_time_of(heard: Heard, before: Heard) -> Heard:
    """The time that was said for both: ``at 22 months make the VAS 1 and the RDQ 2``."""
    if heard.months is not None or heard.date is not None:
        return heard
    named = () if heard.has("time") else tuple(_of_time(before))
    moment = heard.moment or before.moment
    return replace(heard, months=before.months, date=before.date, moment=moment, hits=(*heard.hits, *named))


def _of_time(before: Heard) -> Iterable[Hit]:
    """``at baseline``, ``at the first visit``: the time by its name; ``the second TSH`` counts results alone."""
    visit = any(hit.topic == "event" and hit.id == "visit" for hit in before.hits)
    for hit in before.hits:
        of_time = hit.topic == "utterance" and hit.group == "time" and (visit or hit.value == "baseline")
        if of_time or (visit and hit.topic == "event" and hit.id == "visit"):
            yield Hit(0, 0, hit.topic, hit.id, hit.group, hit.value)


WHICH_MORE = re.compile(
    r"^\W*(?:and\s+|so\s+)?which(?:\s+(?:one|of\s+(?:them|those|these|the\s+two)))?\s+(?:(?:is|was|has|have|had|did)\s+)?"
    r"(?:(?:\w+)\s+)?(?:the\s+)?(?:more|most|better|best|higher|lower|worse|less|faster)\b\W*$",
    re.IGNORECASE,
)
"""``which rose more?``: of the two that were spoken of."""


def with_names_of(heard: Heard, earlier: Heard) -> Heard:
    """The utterance with what the one before it named: ``and both after two years?``."""
    known = {hit.id for hit in heard.hits}
    more = [
        Hit(0, 0, hit.topic, hit.id, hit.group, hit.value)
        for hit in earlier.hits
        if hit.topic in _CLINICAL and hit.id not in known
    ]
    return replace(heard, hits=(*more, *heard.hits), levels=tuple(dict.fromkeys((*earlier.levels, *heard.levels))))


def _levels(heard: Heard, last: Heard) -> tuple[str, ...]:
    """``correct that to T4``, of T3: the old level before the new one."""
    if heard.has("correct") and len(heard.levels) == 1 and len(last.levels) == 1 and heard.levels != last.levels:
        return (*last.levels, *heard.levels)
    return heard.levels or last.levels


_GOES_WITH = re.compile(
    r"^\W*(?:(?:and|also|plus|likewise|same for|the same for)\b[^?]*"
    r"|(?!(?:was|is|did|has)\b)[^?]*\b(?:too|as well|likewise))\W*$",
    re.IGNORECASE,
)


def goes_with(heard: Heard) -> bool:
    """``and the TSH``, ``the cortisol as well``: another thing, for which a decision on one before it holds too."""
    named = any(hit.topic in _CLINICAL for hit in heard.hits) or bool(heard.levels)
    own = heard.has(*_ASKED, *(one for one in _OTHERWISE if one != "time"), "measure", "correct", "passage", "relative")
    short = len(heard.words) <= _SHORT + 2
    return named and short and not own and not heard.figures and _GOES_WITH.match(heard.say) is not None


def with_wish(heard: Heard, wish: str) -> Heard:
    """The utterance with the wish that it leaves out."""
    return replace(heard, hits=(Hit(0, 0, "utterance", wish, wish), *heard.hits))


_LATER_ON = re.compile(
    r"\b(?:months?|years?|weeks?)\s+(?:later|on|after(?:wards)?|after that|from then)\W*$", re.IGNORECASE
)


def counts_on(heard: Heard) -> bool:
    """``and a year later?``: counted from what was told before, and not from month zero."""
    return heard.months is not None and heard.moment is None and _LATER_ON.search(heard.say) is not None


def place_of(records: Sequence[Record], heard: Heard) -> Decimal | None:
    """Where on the axis lay what was asked for last, if a time is counted on from there; null for several places."""
    places = {months for one in records if (months := months_of(one)) is not None} if counts_on(heard) else set()
    return next(iter(places)) if len(places) == 1 else None


def continued(heard: Heard, last: Heard, place: Decimal | None = None) -> Heard:
    """The utterance with what the one before spoke of.

    Args:
        heard: the utterance.
        last: the one before.
        place: where on the axis lay what that one asked for, in months, if a time is counted on from it.
    """
    if place is not None and heard.months is not None and counts_on(heard):
        heard = replace(heard, months=place + heard.months)
    own = {hit.group for hit in heard.hits if hit.group in _KEPT_GROUPS}
    whether = (
        next((word for word in heard.words if word not in ("and", "so", "but")), "") in _WHETHER
        and len(heard.words) > 2
    )  # ``are they healed?`` asks for no time
    asked = (
        [hit for hit in last.hits if hit.group in _ASKED] if not (whether or heard.has(*_ASKED, *_OTHERWISE)) else []
    )
    taken = [
        Hit(0, 0, hit.topic, hit.id, hit.group, hit.value)
        for hit in last.hits
        if hit in asked
        or (hit.topic in _CLINICAL and not (hit.topic == "event" and hit.id == "visit"))
        or (hit.topic == "utterance" and hit.group in _KEPT_GROUPS and hit.group not in own)
        or (hit.topic == "utterance" and hit.group == "relative")
    ]
    sides = tuple(word for word in last.words if word in ("left", "right"))
    has_side = {"left", "right"} & set(heard.words)
    timed = (
        heard.months is not None
        or heard.date is not None
        or heard.moment is not None
        or heard.has("time", "extreme", "trend", "count", "when", "duration")
    )
    keeps_time = not timed and (heard.has("measure") or bool(_THERE & set(heard.words)))
    return replace(
        heard,
        hits=tuple(sorted((*taken, *heard.hits), key=lambda hit: (hit.start, hit.topic, hit.id))),
        levels=_levels(heard, last),
        region=heard.region or last.region,
        months=last.months if keeps_time else heard.months,
        date=last.date if keeps_time else heard.date,
        moment=_of_same_event(heard, last) or (last.moment if keeps_time else heard.moment),
        kept_side=None if has_side else sides[0] if sides else last.kept_side,
    )


_OF_EVENT = re.compile(
    r"^\W*(?:(?:and|but|so|what about|how about)\W+)*(?:(?:just|right|shortly)\s+)?"
    r"(?P<way>before|after|during|prior to|since)"
    r"(?:wards?)?(?:\s+(?:it|that|this|them|then|hand))?\W*$",
    re.IGNORECASE,
)


def points_at_event(say: str, last: Heard) -> bool:
    """``and after it?``, where the time before was told by what happened then."""
    return _OF_EVENT.match(say) is not None and last.moment is not None and last.moment.relation != "between"


def _of_same_event(heard: Heard, last: Heard) -> Moment | None:
    """The other side of what the time before was told by."""
    match = _OF_EVENT.match(heard.say)
    if match is None or last.moment is None or not points_at_event(heard.say, last):
        return None
    way = {"prior to": "before", "since": "after"}.get(match["way"].lower(), match["way"].lower())
    return replace(last.moment, relation=way)


_ABOUT_IT = ("ask.abnormal", "ask.source", "ask.when", "ask.value", "ask.reason", "ask.presence")


_RETURNS = re.compile(r"\b(?:did|has|have)\b.*\b(?:normali[sz]\w*|recover\w*|settle\w*|resolve\w*)\b", re.IGNORECASE)
"""``did it normalise?``: what the later values tell, not the one that was told."""


def of_those_told(heard: Heard, intent: str) -> bool:
    """``is it normal?``, ``source?``: of the very records that were told last."""
    own = heard.months is not None or heard.date is not None or heard.moment is not None or heard.unit is not None
    if intent not in _ABOUT_IT or own or heard.has("trend", "measure", "extreme") or _RETURNS.search(heard.say):
        return False
    pronoun = bool({"it", "that", "this", "they", "those", "these", "them"} & set(heard.words))
    few = len([word for word in heard.words if word.isalpha()]) <= 2
    return len(heard.words) <= _SHORT + 1 and (pronoun or few or heard.has("time"))
