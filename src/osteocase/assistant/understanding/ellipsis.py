"""Short second questions in full words: ``and at 22?``, ``and the hip?``, ``what next?``, in the light of the first."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from osteocase.assistant.answers.overview import of_place
from osteocase.assistant.understanding.following import points_at_event
from osteocase.assistant.understanding.named_again import named_again
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS

__all__ = ["in_full_words"]

_NUMBER = re.compile(
    r"^\W*(?:and|what about|how about|then|or)?[\s,]*(?:at|for|after|in)?\s*(?:month\s*|m)?(?P<count>\d{1,3}|"
    + "|".join(one for one in NUMBER_WORDS if len(one) > 2 and one != "half")
    + r")\s*(?:mo|m)?\W*$",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(r"\b(?:years?|yrs?)\b(?![\s-]+old\b)", re.IGNORECASE)
_THEN = r"(?:then|next|instead|afterwards?|after(?: that)?)"
_NEXT = re.compile(
    r"^\W*(?:and\s+|so\s+|ok(?:ay)?\s*,?\s*)*(?:(?:what|which (?:drug|medicine|medication|treatment|one|"
    r"agent))\s+(?:next|then|"
    r"came next|came after(?: (?:it|that|this))?|came then|after that|instead|followed(?: (?:it|that|this))?|"
    rf"(?:replaced|took over from) (?:it|that|this)|"
    rf"was (?:(?:she|he|the patient) )?(?:given|started(?: on)?|put on|switched to) {_THEN}|"
    rf"did (?:she|he|they|the patient) (?:get|have|take|receive|start)(?: {_THEN})?|"
    rf"did (?:she|he|they|we|you|the \w+) (?:give|use|try|prescribe|start|put)(?: (?:her|him))?(?: on)? {_THEN})|"
    r"then what|and then|what did (?:she|he) (?:switch|change) to)\W*$",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"^\W*(?:(?:and|so)\s+)?(?:(?:what(?:['’]s|\s+is|\s+was)\s+)?(?:the\s+)?(?:difference|delta)"
    r"(?:\s+(?:between\s+(?:them|the\s+two|these|those)|then|in\s+per\s*cent|in\s+%))?)\W*$",
    re.IGNORECASE,
)
"""``difference?``, after one value and the other."""
_WRONG = re.compile(
    r"^\W*(?:wrong|no|nope|incorrect|actually|sorry|not right)[\s,:;-]+(?:it(?:['’]s| is| was)\s+)?"
    r"(?P<number>[-−]?\d+(?:[.,]\d+)?)"
    r"\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^\W*(?:to |it is |it['’]s |it was )?(?P<number>[-−]?\d+(?:[.,]\d+)?)\W*$", re.IGNORECASE)
"""A new value alone, in answer to ``what is right?``."""
_OF_DRUG = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|but)[\s,]+)*(?:"
    r"(?:when|what (?:date|day)|on (?:which|what) (?:date|day))\b.{0,20}?\b(?:last|latest|most recent|first|second|"
    r"third|fourth|fifth)\s+(?:one|dose|injection|infusion|shot|jab)\b.*"
    r"|how many(?:\s+(?:doses|injections|infusions|shots|times|so far|in all|in total|altogether|"
    r"were given|of (?:them|those)))*"
    r"|(?:the\s+)?(?:doses|dates)|(?:what|which)\s+doses?(?:\s+(?:was|were|is)\s+\w+)?"
    r"|(?:how much|what dose|which dose)\s+(?:was|is|did|does|were|had|has)\s+(?:she|he|they|the patient)\b.*"
    r"|(?:what|which|any|how)\b.*\b(?:react\w*|side effects?|adverse (?:events?|effects?))\b.*"
    r"\b(?:first|second|third|fourth|fifth|last|it|them)(?:\s+(?:one|dose|injection|infusion|shot|jab))?"
    r"|any\s+(?:side effects?|adverse (?:events?|effects?)|reactions?|problems?|trouble|issues?)"
    r"(?:\s+(?:with|from|of)\s+(?:it|that|this|them))?"
    r")\W*$",
    re.IGNORECASE,
)
"""What is asked of the drug that was spoken of last: ``how many?``, ``when was the last one given?``."""
_AMOUNT = re.compile(r"\b(?:how much|what dose|which dose)\b", re.I)
_AT_FIRST = re.compile(r"\b(?:beginning|start|outset|initially|originally|at first|first|to begin with)\b", re.I)
_RULED = re.compile(
    r"^\W*(?:and\s+)?(?:what|which test|how was)\s+(?P<how>ruled|excluded)\s+(?:it|that|this)(?:\s+out)?\W*$", re.I
)
_MECHANISM = re.compile(
    r"^\W*(?:and\s+)?(?:(?:the|what was the)\s+)?mechanism\s+(?:of|for)\s+(?P<what>(?:the\s+|that\s+)?\w+)\s+one\W*$",
    re.I,
)
_ALSO = re.compile(
    r"^\W*(?:(?:and|plus)(?:\s+also)?|also)\s+(?:an?\s+)?(?P<rest>(?!(?:at|for|after|in|on)\b)[a-z].*\d.*[^?\s])\s*$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"\b(?P<way>by|until|till|up\s+to|before)\s+(?:then|that\s+(?:time|point|visit|date|day))\b", re.IGNORECASE
)
"""``how much had it gained by then?``: up to the time of the answer before."""
_NEXT_ONE = re.compile(
    r"^\W*(?:and\s+|so\s+)?(?:what\s+(?:was|is)\s+)?(?:the\s+(?:next|following)\s+(?:one|value|result|reading)|"
    r"(?:just\s+)?(?P<way>before|after)\s+(?:that|it))\W*$",
    re.IGNORECASE,
)
"""``and the next one?``, ``and before that?``, of a value and not of the review."""
_COUNTED = re.compile(r"\b(?P<noun>infusion|injection|dose|shot|scan|operation)s\b", re.IGNORECASE)
_NTH_ONE = re.compile(r"\b(first|second|third|fourth|fifth|last)\s+one\b", re.IGNORECASE)
"""``did the first one make him ill?``, after the infusions."""
_NEXT_DAY = re.compile(
    r"\b(?:on\s+)?the\s+(?:(?:next|following)\s+day|day\s+(?:after(?!\s+(?:the|her|his)\b)|(?P<before>before)(?!\s+(?:the|her|his)\b)))"
    r"(?:\s+(?:that|it))?\b",
    re.IGNORECASE,
)
"""``what was done the next day?``"""
_AT_THEN = re.compile(
    r"(?<=\w)\s+(?:at\s+(?:the|that)\s+(?:time|point|moment)|then)(?=\W*$)(?<!\band then)(?<!\bwhat then)",
    re.IGNORECASE,
)
"""``was he on prednisone then?``"""
_DAY = len("2024-03-05")
_STOPS = re.compile(
    r"^\W*(?:please\s+|and\s+|then\s+)*(?:stop|end|discontinue)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?P<what>[a-z][\w -]{1,30}?)\s+(?P<when>(?:in|on|from|as of|since)\s+[^?]*\b(?:19|20)\d\d)\W*$",
    re.IGNORECASE,
)
"""``stop the paracetamol in 2021``: the day of the past with it tells of the record, and no order for the patient."""
_SAME_DAY = re.compile(
    r"\b(?:on\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|date|time|visit)\b|\bsame\s+(?:day|date)\b|\bthat day\b",
    re.IGNORECASE,
)
_WHICH_VISIT = re.compile(
    r"^\W*(?:(?:at|of|on|from)\s+)?(?:the\s+|her\s+|his\s+)?(?P<which>first|second|third|fourth|last)"
    r"(?:\s+(?:visit|clinic|appointment|consultation|letter|note|one))?\W*$",
    re.IGNORECASE,
)
"""``second visit``, in answer to ``of which visit?`` after a new weight."""
_WHICH_MONTH = re.compile(
    r"^\W*(?:(?:at|of|on|from|in|for)\s+)?(?:the\s+|that\s+)?(?:one\s+(?:of|from|in)\s+)?"
    r"(?P<when>(?:(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{1,2})?"
    r"(?:,?\s+\d{4})?)|(?:19|20)\d\d(?:-\d\d){0,2})(?:\s+(?:visit|one|note|letter|value))?\W*$",
    re.IGNORECASE,
)
"""``in June``, in answer to the same question."""
_MOMENT = re.compile(
    r"^\W*(?:(?:and|what about|how about)\s+(?=on\b))?(?:(?:and|what about|how about)\s+)?"
    r"(?P<rest>(?:(?:the|an?|one|two|three|four|five|six|seven|ten|\d{1,2})[\s-]+(?:days?|weeks?|months?|years?)\s+)?"
    r"(?:(?:just\s+|right\s+)?(?:before|after|under|during|since|prior to)|(?<=\w\s)on)\s+(?!(?:which|what)\b)\D.*)$",
    re.IGNORECASE,
)
_MOST = 6


_NEXT_YEAR = re.compile(
    r"^\W*(?:(?:and|so|what about|how about|then)\s+)*(?:in\s+)?(?:the\s+(?:year\s+after(?:\s+that)?|next\s+year|"
    r"following\s+year)|a\s+year\s+on)\W*$",
    re.IGNORECASE,
)
"""``and the year after?``, counted on from what was told."""


def _at_times_told(say: str, last: Heard) -> str:
    """The time of the answer before in the place of the words that point at it: ``by then``, ``the next one``."""
    say = _NEXT_YEAR.sub("and a year later?", named_again(say, last))
    counted = _COUNTED.search(last.say)
    say = _NTH_ONE.sub(rf"\1 {counted['noun']}", say) if counted is not None else say
    beside = _NEXT_ONE.match(say) if _measures(last) and last.moment is None else None
    if beside is not None:
        return f"what was the value {(beside['way'] or 'after').casefold()} that?"
    if last.months is None and last.date is None:
        return say
    if last.date is not None and len(last.date) == _DAY and (day_beside := _NEXT_DAY.search(say)) is not None:
        day_told = Date.fromisoformat(last.date) + timedelta(days=-1 if day_beside["before"] else 1)
        say = f"{say[: day_beside.start()]}on {day_told}{say[day_beside.end() :]}"
    point = f"{last.months:f} months" if last.months is not None else str(last.date)
    day = "on" if last.date is not None and len(last.date) == _DAY else "in"
    say = _BY_THEN.sub(rf"\g<way> {point}", say)
    return _AT_THEN.sub(f" {day if last.months is None else 'at'} {point}", say)


_DOSE_AFTER = re.compile(
    r"\b(?P<lead>(?:the|her|his)\s+(?:next|last|latest|first))\s+(?P<what>one|dose|injection|infusion|jab|shot)\b", re.I
)
"""``when's the next one due?``, behind a drug."""


def in_full_words(say: str, last: Heard | None) -> str:
    """What is left out put in words: a bare number is a month, ``what next`` is after the drug spoken of."""
    say = re.sub(r"^the (it|that|this)\b", r"\1", _STOPS.sub(r"the \g<what> was stopped \g<when>", say))
    if last is None or _DIFFERENCE.match(say):
        return "how did it change over time?" if last is not None else say
    say = _at_times_told(say, last)
    named = [hit for hit in last.hits if hit.topic == "treatment" and hit.end > hit.start]
    if named and _DOSE_AFTER.search(say):
        whole = rf"\g<lead> {' '.join(last.words[named[0].start : named[0].end])} \g<what>"
        return re.sub(r"\bone\b", "dose", _DOSE_AFTER.sub(whole, say))
    also = _ALSO.match(say)
    if also is not None and last.has("add") and not last.is_question:
        return f"add {_on_same_day(also['rest'], last)}"
    visit = _WHICH_VISIT.match(say)
    fields = [hit for hit in last.hits if hit.group == "patient_field" and hit.end > hit.start]
    if visit is not None and len(fields) == len(last.figures) == 1 and not last.is_question:
        field = " ".join(last.words[fields[0].start : fields[0].end])
        return f"the {visit['which']} {field} was {last.figures[0].value}"
    month = _WHICH_MONTH.match(say)
    if month is not None and len(fields) == len(last.figures) == 1 and not last.is_question:
        field = " ".join(last.words[fields[0].start : fields[0].end])
        return f"the {field} was {last.figures[0].value} in {month['when']}"
    number = _NUMBER.match(say) if re.search(r"[a-z?]", say, re.IGNORECASE) else None
    if number is not None and (last.months is not None or last.has("time", "measure") or _measures(last)):
        years = last.months is not None and _OF_YEARS.search(last.say) and int(last.months) % 12 == 0
        return f"and at {number['count']} {'years' if years else 'months'}?"
    wrong = _WRONG.match(say)
    if wrong is not None and _measures(last):
        return f"it should be {wrong['number']}"
    bare = _BARE.match(say)
    asks_right = last.has("correct", "conflict") or "wrong" in last.words or last.first in ("change", "correct", "fix")
    if bare is not None and _measures(last) and asks_right and not last.figures and not last.is_question:
        return f"it should be {bare['number']}"
    moment = _MOMENT.match(say)
    if moment is not None and _measures(last) and not points_at_event(say, last) and len(say.split()) <= _MOST:
        names = [hit for hit in last.hits if hit.topic in ("analyte", "bmd_site", "score")]
        hit = next((one for one in names if one.end > one.start), names[0])
        name = " ".join(last.words[hit.start : hit.end]) or hit.id.replace("_", " ")
        return f"{name} {moment['rest']}"
    drug = _drug_of(last)
    measured = any(hit.topic == "analyte" for hit in last.hits)  # ``vitamin D`` may be either
    if _OF_DRUG.match(say) and drug is not None and not measured and not last.has("add", "delete", "correct"):
        if _AMOUNT.search(say) and _AT_FIRST.search(say):
            return f"how did the dose of {drug} change?"
        say = re.sub(r"\s+(?:with|from|of)\s+(?:it|that|this|them)\b(?=\W*$)", "", say)
        one = re.sub(r"\b(last|latest|recent|first|second|third|fourth|fifth)\s+one\b", r"\1 dose", say, flags=re.I)
        many = re.sub(
            r"\bhow many\b(?!\s+(?:doses|injections|infusions|shots|times))", "how many doses", one, flags=re.I
        )
        return f"{many.rstrip(' ?.!')} of {drug}?"
    ruled = _RULED.match(say)
    ill = [hit for hit in last.hits if hit.topic == "finding"]
    if ruled is not None and ill:
        typed = next((last.words[hit.start : hit.end] for hit in ill if hit.end > hit.start), ())
        return f"what ruled out {' '.join(typed) or ill[-1].id.replace('_', ' ')}?"
    mechanism = _MECHANISM.match(say)
    if mechanism is not None and "fractures" in last.values("record_kind"):
        return f"how did {mechanism['what']} fracture happen?"
    return _of_what_was_asked(say, last, drug)


def _of_what_was_asked(say: str, last: Heard, drug: str | None) -> str:
    """``what next?`` of a drug, and ``why not?`` of what no record knows: ``was a sequential therapy given?``."""
    if last.has("conflict") and of_place(say):
        return f"which conflict is {say.strip(' ?.!')}?"
    if _WHY.match(say) and (broken := _broken(last)) is not None:
        return f"how did the {broken} happen?"
    if _WHY_NOT.match(say) and drug is None and last.unknown_words and last.is_question:
        return f"why {last.say}"
    return f"what did the patient get after {drug}?" if _NEXT.match(say) and drug is not None else say


_WHY = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)?(?:why|how(?:\s+come)?|how\s+(?:did|was)\s+(?:it|that|this)(?:\s+(?:happen|come\s+about))?"
    r"|why\s+(?:did|was)\s+(?:it|that)(?:\s+(?:break|happen))?)\W*$",
    re.IGNORECASE,
)
"""``why?``, of a fracture: how it came about."""


def _broken(last: Heard) -> str | None:
    """The fracture that was spoken of: ``hip fracture``, ``T9 fracture``; null where it was something else."""
    if "fractures" not in last.values("record_kind") or last.drugs:
        return None
    bones = [hit for hit in last.hits if hit.topic in ("bone", "bmd_site")]
    typed = next((" ".join(last.words[hit.start : hit.end]) for hit in bones if hit.end > hit.start), None)
    named = typed or (bones[0].id.replace("_", " ") if bones else None)
    return f"{named or ' and '.join(last.levels)} fracture".strip()


_WHY_NOT = re.compile(r"^\W*(?:and\W+|but\W+)?why\s+not\W*$", re.IGNORECASE)


def _drug_of(last: Heard) -> str | None:
    """The drug that was spoken of, as it was typed or by its name; vitamin D may be the result as well."""
    results = {hit.start for hit in last.hits if hit.topic == "analyte" and hit.end > hit.start}
    drugs = [hit for hit in last.drugs if hit.start not in results]
    named = [hit for hit in drugs if hit.end > hit.start]
    if named:
        return " ".join(last.words[named[-1].start : named[-1].end])
    return drugs[-1].id.replace("_", " ") if drugs else None


def _on_same_day(rest: str, last: Heard) -> str:
    """``an ALP of 61 the same day``: the day of what was added before, also of what is measured beside it."""
    months = f"at {last.months:f} months" if last.months is not None else ""
    when = f"on {last.date}" if last.date is not None else months
    if not when or _SAME_DAY.search(rest):
        return _SAME_DAY.sub(when, rest) if when else rest
    shared = _measures(last) and _MEASURED.search(rest) and not _TIMED.search(rest)
    return f"{rest.rstrip(' .')} {when}" if shared else rest


_TIMED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d|\b(?:months?|years?|weeks?|days?|today|yesterday|baseline|visit|daily|"
    r"weekly|monthly|once|twice)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d\s*[a-zµ]+\s*/\s*[a-z]|\bT-?score\b|/\s*(?:10|100|24)\b|[a-z]\s+[<>]?\d+(?:[.,]\d+)?\W*$", re.I
)
"""A result, a density or a score, and no dose."""


def _measures(heard: Heard) -> bool:
    return any(hit.topic in ("analyte", "bmd_site", "score") for hit in heard.hits)
