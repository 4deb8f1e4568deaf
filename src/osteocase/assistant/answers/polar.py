"""Questions that want a yes or a no: the answer begins with it, or says that the notes do not tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.directions import EITHER, MOVES, STAYS, by_course, by_least_change, held, which_way
from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.overview import of_place
from osteocase.assistant.answers.repeats import was_before
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import holds, keys_of
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.subjects.times import in_time, months_of
from osteocase.assistant.subjects.wanted import kind_asked
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Lab, Record, Score
from osteocase.review import Session

__all__ = ["LOOKED_FOR", "headed", "is_polar"]

_BEGIN = frozenset(
    (
        "is",
        "are",
        "was",
        "were",
        "did",
        "does",
        "do",
        "has",
        "have",
        "had",
        "any",
        "anything",
        "anyone",
        "still",
        "ever",
    )
)
_HEADED = re.compile(
    r"(?:yes\b|no\b|none\b|not\b|nothing\b|it is told as possible|possibly|told both ways|there is no|\d+ |the same\b|"
    r"(?:that|it) is not told|i only|i know only|i did not|the checks found nothing|of which)",
    re.IGNORECASE,
)
"""Answers that begin with it already."""
_ALTERNATIVE = re.compile(r"\bor\b(?!\s+(?:not|no)\b)", re.IGNORECASE)
_DONE = frozenset(
    ("checked", "measured", "done", "taken", "tested", "available", "recorded", "sent", "repeated", "monitored",
     "known", "performed", "assessed", "scanned", "there", "rechecked", "examined", "any", "evaluated", "determined",
     "looked", "requested", "made", "reported", "documented", "have", "obtained", "ordered", "ran", "run")
)  # fmt: skip
_SHORT = 6
_AGAIN = frozenset(("again", "repeated", "rechecked", "remeasured", "second"))
_TAKEN = frozenset(
    ("on", "take", "takes", "taking", "took", "given", "get", "gets", "receive", "received", "receiving", "supplement",
     "supplements", "supplemented", "prescribed", "treated", "put", "replaced")
)  # fmt: skip
_LSC = re.compile(r"\b(?:significan\w*|lsc|real|true change|least significant|meaningful)\b", re.IGNORECASE)
_POROTIC = re.compile(r"\b(?P<word>osteopor\w+|osteopenic|osteopenia)\b", re.IGNORECASE)
_WHO_OSTEOPOROSIS, _WHO_OSTEOPENIA = Decimal("-2.5"), Decimal("-1.0")
"""T-scores of WHO 1994: at or below −2.5 osteoporosis, between −2.5 and −1 low bone mass."""


_TAG = re.compile(r"\b(?:yes or no|or not|right|correct)\s*\?\s*$", re.IGNORECASE)


def is_polar(heard: Heard) -> bool:
    """Whether it is answered by yes or no: ``did it fall?``, ``any falls?``; not ``better or worse?``."""
    if heard.has("ask", "list") and heard.first not in _BEGIN:
        return False
    one_word = len([word for word in heard.words if word.isalpha()]) <= 2 and bool(_LSC.search(heard.say))
    ever = "ever" in heard.words[:4]  # ``vitamin D ever rechecked?``
    again = len(heard.words) <= _SHORT and bool(_AGAIN & set(heard.words))  # ``PTH repeated?``
    first = next((word for word in heard.words[heard.lead :] if word not in ("and", "so", "but")), heard.first)
    begins = first in _BEGIN or one_word or ever or again or bool(_TAG.search(heard.say))
    if not _ALTERNATIVE.search(heard.say) or heard.first in ("any", "anything", "anyone"):
        return begins
    return begins and _joins_subjects(heard)


def _joins_subjects(heard: Heard) -> bool:
    """``is the hip or the spine osteoporotic?``: of both the same is asked, and not which of them."""
    named = [hit for hit in heard.hits if hit.topic in _SUBJECTS and hit.end > hit.start]
    at = heard.words.index("or") if heard.words.count("or") == 1 else 0
    behind = [hit.end for hit in named if hit.start in (at + 1, at + 2)]
    if not at or not behind or not any(hit.end == at for hit in named) or _COMPARED & set(heard.words):
        return False
    return any(word.isalpha() for word in heard.words[max(behind) :])


_SUBJECTS = frozenset(("analyte", "bmd_site", "score"))
_COMPARED = frozenset(
    ("higher", "lower", "more", "less", "better", "worse", "most", "least", "first", "bigger", "greater", "denser")
)


def headed(reply: Reply, intent: str, heard: Heard, found: Selection, session: Session) -> Reply:
    """The answer with its yes or no in front."""
    either = EITHER.search(heard.say)
    if either is not None and intent == "ask.trend":
        head = which_way(heard, either, [one for one in session.records if one.id in reply.records])
        return Reply(f"{head}\n{reply.text}", reply.sources, reply.records) if head else reply
    if not is_polar(heard) or _HEADED.match(reply.text) or not intent.startswith("ask."):
        return reply
    kind = kind_asked(heard.say)
    if kind is not None and kind.plans:
        return reply  # what was is no yes to what is planned
    head = _head(reply, intent, heard, found, session)
    return Reply(f"{head}\n{reply.text}", reply.sources, reply.records) if head else reply


def _head(reply: Reply, intent: str, heard: Heard, found: Selection, session: Session) -> str:
    told = [one for one in session.records if one.id in reply.records]
    if reply.text.startswith("The notes say:"):
        return "No, in these words:" if _denied(reply, heard, found) else ""
    if intent == "ask.conflict":
        if of_place(heard.say):
            return ""
        agrees = (_AGREES & set(heard.words) or _ARE_CORRECT.search(heard.say)) and not _DENIES.search(heard.say)
        return ("No:" if agrees else "Yes:") if reply.text.startswith("!") else ""
    if intent == "ask.gap":
        return "Yes:" if reply.text.startswith(("Missing", "Only")) else ""
    if intent == "ask.progress":
        return _progress(heard, session)
    if intent == "ask.patient":
        return _of_patient(reply, heard)
    if reply.text.startswith("Told as taken"):
        return "Yes:"
    if told and all(isinstance(one, Lab | Bmd | Score) for one in told):
        return _of_values(intent, heard, told, found, session)
    return ""


_AGREES = frozenset(
    ("agree", "agrees", "match", "matches", "consistent", "add", "adds", "fit", "fits", "tally", "right", "ok", "okay",
     "true", "hold", "holds", "plausible")
)  # fmt: skip
"""``do the numbers add up?`` is answered with no where something disagrees, ``what does not add up?`` with yes."""
_ARE_CORRECT = re.compile(r"(?<!to )\bcorrect\b", re.IGNORECASE)
"""``are they correct?``, but not ``is there anything to correct?``."""
_DENIES = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)


def _denied(reply: Reply, heard: Heard, found: Selection) -> bool:
    """Whether every sentence denies the very thing that is asked for: ``she never had HRT``."""
    keys = [*keys_of(heard, found), *((word,) for word in heard.unknown_words)]
    clauses = [
        clause
        for place in reply.sources
        for clause in _CLAUSE.split(place.text)
        if any(holds(clause, key) for key in keys)
    ]
    return bool(clauses) and all(_NEGATION.search(clause) for clause in clauses)


_CLAUSE = re.compile(r"[,;:.]\s|\s(?:and|but)\s")
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|denie[sd]|nil|negative|neither|nor|none|did not|absent)\b", re.IGNORECASE
)


LOOKED_FOR = re.compile(
    r"\b(?:look\w*|test\w*|screen\w*|check\w*|search\w*|examin\w*|investigat\w*)\s+for\b|\b(?:considered|thought\s+of|excluded|"
    r"ruled\s+out|investigated)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:negative|not detected|no|none)\b", re.IGNORECASE)


def _progress(heard: Heard, session: Session) -> str:
    state = session.progress()
    whole = bool({"everything", "all", "finished", "done", "complete", "through", "review"} & set(heard.words))
    left = state.total - state.decided
    if {"left", "open", "pending", "remaining", "unreviewed", "outstanding"} & set(heard.words):
        return f"Yes: {left} are left." if left else "No: nothing is left."
    return ("Yes." if not left else "No.") if whole else ""


def _of_patient(reply: Reply, heard: Heard) -> str:
    text = reply.text.casefold()
    if "not told in any note" in text:
        return "Not told in the notes."
    if text.endswith((": yes", ": no")) and "\n" not in text:
        return "Yes." if text.endswith(": yes") else "No."
    words = set(heard.words)
    for said, stated in (
        ({"male", "man", "gentleman"}, "male"), ({"female", "woman", "lady"}, "female"),
        ({"premenopausal"}, "premenopausal"), ({"postmenopausal", "menopausal"}, "postmenopausal"),
    ):  # fmt: skip
        if said & words and text.startswith(("sex:", "menopausal status:")):
            return "Yes." if text.split(": ")[1].startswith(stated) else "No."
    return ""


def _of_values(intent: str, heard: Heard, told: Sequence[Record], found: Selection, session: Session) -> str:
    words = set(heard.words)
    if all(isinstance(one, Lab) and _NEGATIVE.search(one.qualitative or "") for one in told):
        if LOOKED_FOR.search(heard.say):
            return "Yes, it was looked for; the test was negative:"
        return "No, the test was negative:"
    porotic = _POROTIC.search(heard.say)
    if porotic is not None and all(isinstance(one, Bmd) for one in told):
        return _by_who(told, porotic["word"].casefold(), now=heard.first in ("is", "are", "still"))
    if _LSC.search(heard.say) and any(isinstance(one, Bmd) for one in told):
        return by_least_change(told, session, "bmd_change_from_baseline")
    if words & STAYS and any(isinstance(one, Bmd) for one in told):
        return held(told, session)
    if words & MOVES and intent in ("ask.trend", "ask.value", "ask.presence"):
        head = by_course(heard, in_time(told, session))
        least = by_least_change(told, session, "bmd_change_from_baseline") if head == "Yes:" else ""
        within = least.startswith("No (computed)") and _ISCD not in least and all(isinstance(one, Bmd) for one in told)
        return (
            least.replace("No (computed).", "By the figures, yes; but not beyond the least significant change:")
            if within
            else head
        )
    if intent != "ask.presence" and intent != "ask.value":
        return ""
    if ("agent" in found.arguments and words & _TAKEN) or ("on" in words and not words & _DONE):
        return "Not told in the notes that it is taken. It was measured:"
    if words & _AGAIN and all_measured(found) and len({months_of(one) for one in told}) < 2:
        timed = found.arguments.keys() & {"months", "date", "time", "moment"}
        return "Yes:" if was_before(told, session) else "No, then for the first time:" if timed else "No, only once:"
    ills = [hit for hit in heard.hits if hit.group == "family" and "finding:" in str(hit.value)]
    if ((ills and not words & _DONE) or words & _ILL) and all(isinstance(one, Lab) for one in told):
        return "Not told in the notes in these words. It was measured:"
    if words & _DONE or heard.has("presence"):
        return "Yes:"
    return ""


_ILL = frozenset(("problem", "problems", "trouble", "troubles", "issue", "issues", "disease", "failure", "impairment"))
"""Of a value there is no yes to an illness: ``does she have kidney problems?``."""
_ISCD = "ISCD ceiling"
"""Where a centre does not tell its own least significant change, the figures alone are told."""


def _by_who(told: Sequence[Record], word: str, *, now: bool) -> str:
    rows = [one for one in told if isinstance(one, Bmd) and one.t_score is not None]
    if now:  # the last value of each site
        rows = list(
            {(one.site, one.region if len(one.region or "") <= len("L4") else None): one for one in rows}.values()
        )
    scores = [one.t_score for one in rows if one.t_score is not None]
    if not scores:
        return "Not told in the notes: no T-score there."
    lowest = min(scores)
    shown = ("last T-score " if now else "lowest T-score ") + f"{lowest}".replace("-", "−")
    if word.startswith("osteopor"):
        return f"{'Yes' if lowest <= _WHO_OSTEOPOROSIS else 'No'} by the T-score (WHO: −2.5 or below); {shown}:"
    low = _WHO_OSTEOPOROSIS < lowest < _WHO_OSTEOPENIA
    return f"{'Yes' if low else 'No'} by the T-score (WHO: between −1 and −2.5); {shown}:"
