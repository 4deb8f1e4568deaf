"""One name for several kinds of record: vitamin D is measured and taken, a nerve block is a procedure."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Finding, Lab, Record, Treatment

__all__ = ["by_use", "tell_apart"]


def tell_apart(found: Selection, heard: Heard, kinds: Sequence[str]) -> None:
    """Vitamin D is measured and taken: what is said of it tells which."""
    if _RATED & set(heard.words):  # the score of the pain, not its being there
        rated = [record for record in found.records if not isinstance(record, Finding)]
        found.records = rated or found.records
    telling = _telling_time(heard)
    if {"dose", "doses", "dosage"} & {one for at, one in enumerate(heard.words) if at not in telling}:
        dosed: list[Record] = [
            one for one in found.records if isinstance(one, Treatment) and (one.dose is not None or one.dose_text)
        ]
        found.records = dosed or found.records
    taken = [record for record in found.records if isinstance(record, Treatment)]
    measured = [record for record in found.records if isinstance(record, Lab)]
    if taken and measured and {"analyte", "agent"} <= found.arguments.keys():
        judged = heard.has("abnormal", "high", "low", "extreme")
        timed = {
            at for hit in heard.hits if hit.group in ("time", "trend") for at in range(hit.start, hit.end)
        } | telling
        said = {one for at, one in enumerate(heard.words) if at not in timed}  # ``at the start`` starts nothing
        of_taking = not judged and ("treatments" in kinds or bool(said & _OF_TREATMENT))
        of_taking = of_taking or any((one.unit or "").casefold() in _DOSES for one in heard.figures)
        of_taking = of_taking or (bool(said & _TAKES) and heard.first in _WHETHER)
        if heard.has("delete", "accept", "defer") and not of_taking and not judged and not _OF_LAB & set(heard.words):
            only = _only_measured_or_taken(heard)
            if only is not None:  # ``the calcium and the PTH`` are results, ``calcium and alendronate`` drugs
                found.records = [one for one in found.records if one not in (taken if only == "analyte" else measured)]
                return
            if heard.has("accept", "defer") and _EACH & said and not _WHOLE & said:
                found.records = [one for one in found.records if one not in taken]  # all of its results
                return
            called = {heard.words[hit.start : hit.end] for hit in heard.hits if hit.topic == "treatment"}
            found.records = [
                *(one for one in taken if normal_words(one.name) in called),
                *(one for one in measured if {normal_words(one.name), normal_words(one.name_text or "")} & called),
            ] or found.records
            return  # what is to be decided on is what bears the very name; else it is asked which is meant
        other = measured if of_taking else taken
        found.records = [record for record in found.records if record not in other]


def _telling_time(heard: Heard) -> set[int]:
    """Places of the words that only tell the time: ``the calcium after the second dose``."""
    lead = next((at for at, one in enumerate(heard.words) if at and one in _TIMES), len(heard.words))
    named = any(hit.topic in ("analyte", "bmd_site", "score") and hit.start < lead for hit in heard.hits)
    end = next((at for at, one in enumerate(heard.words) if at > lead and one in _ASKS_ON), len(heard.words))
    return set(range(lead, end)) if named else set()


def _only_measured_or_taken(heard: Heard) -> str | None:
    """Of what else is named beside a name for both: whether all of it is measured, or all of it is taken."""
    spans = {topic: {hit.start for hit in heard.hits if hit.topic == topic} for topic in ("analyte", "treatment")}
    measured, taken = spans["analyte"] - spans["treatment"], spans["treatment"] - spans["analyte"]
    if bool(measured) == bool(taken):
        return None
    return "analyte" if measured else "treatment"


def by_use(found: Selection, heard: Heard, everything: Sequence[Record]) -> None:
    """Of all treatments those that are taken in the way that is spoken of: ``the weekly tablet``, ``an infusion``."""
    _without_minor(found, everything)
    words = set(heard.words)
    if "treatments" not in found.arguments.get("list", ""):
        return
    ways = [way for way, said in _ROUTES.items() if said & words]
    often = [one for one in _OFTEN if one in words]
    drugs = [one for one in found.records if isinstance(one, Treatment)]
    fitting: list[Record] = [
        one
        for one in drugs
        if (not ways or one.route in ways or (one.route is None and ways == ["oral"] and one.dose is not None))
        and (not often or any(_OFTEN[word] in (one.frequency or "").casefold() for word in often))
    ]
    if fitting and (ways or often):
        found.records = fitting
    elif ways and heard.has("delete", "accept", "defer"):
        found.asked = ["drug that is told to be given that way"]
        found.records = []  # rather none than all that are given in other ways


_TIMES = frozenset(("after", "before", "following", "since", "until", "prior"))
_ASKS_ON = frozenset((",", ";", "what", "which", "how", "when", "was", "did", "is"))
_RATED = frozenset(("score", "scores", "vas", "nrs", "scale", "rating", "rated", "number", "10"))
_ROUTES = {
    "intravenous": {"infusion", "infusions", "infused", "drip", "intravenous", "iv"},
    "subcutaneous": {"injection", "injections", "shot", "shots", "jab", "jabs", "injected", "subcutaneous"},
    "oral": {"mouth", "tablet", "tablets", "pill", "pills", "oral", "orally"},
}
_OFTEN = {"weekly": "week", "daily": "da", "monthly": "month", "yearly": "year"}
_EACH = frozenset(("all", "every", "each"))
_WHOLE = frozenset(("records", "entries", "everything", "mentions"))
_DOSES = frozenset(("iu", "mg", "g", "mcg", "µg", "μg", "ug", "unit", "units"))
_TAKES = frozenset(("on", "take", "takes", "taking", "took", "given", "get", "receive", "received", "receiving"))
_WHETHER = frozenset(("is", "was", "does", "did", "has", "still", "do"))
_OF_LAB = frozenset(
    ("level", "levels", "value", "values", "result", "results", "lab", "labs", "measurement", "25", "oh")
)
_OF_TREATMENT = frozenset(
    ("started", "start", "begun", "began", "begin", "stopped", "stop", "dose", "doses", "dosage", "prescribed",
     "supplement", "supplements", "supplemented", "tablets", "daily", "weekly", "monthly", "route", "long")
)  # fmt: skip


def _without_minor(found: Selection, everything: Sequence[Record]) -> None:
    """The block of a nerve is a procedure, and no operation where there is one."""
    if found.arguments.get("event") != "surgery":
        return
    kinds = {one.id: one.kind for one in everything if isinstance(one, Treatment)}
    minor = [
        one for one in found.records
        if isinstance(one, Event) and one.records and "surgery" not in {kinds.get(other) for other in one.records}
    ]  # fmt: skip
    found.records = [one for one in found.records if one not in minor] or found.records
