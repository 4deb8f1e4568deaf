"""Whether something is to be corrected, or just not: ``the PTH was 49``, ``she is 73``, ``leave it``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.by_state import is_by_state
from osteocase.assistant.answers.treating import of_single_dose, tells_length
from osteocase.assistant.changes.flags import speaks_of_flag
from osteocase.assistant.changes.other_bone import names_other_bone
from osteocase.assistant.changes.patients import NOT_ANY_MORE, by_unit, ethnicity_told, sex_told
from osteocase.assistant.changes.remarks import takes_itself_back
from osteocase.assistant.changes.sparing import spares
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.ordinals import is_counted
from osteocase.assistant.subjects.sightings import is_sighting
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Record

__all__ = [
    "NEVER_BROKE",
    "WITHIN",
    "corrects",
    "corrects_patient",
    "is_broken_after_all",
    "is_state_set",
    "is_withdrawn",
    "retracts",
]

_ASKED = ("list", "ask", "extreme", "abnormal", "count", "duration", "when", "trend", "source")
_STAYS = frozenset(("leave", "keep", "let", "hold", "do", "never", "no"))
_HAPPENED = frozenset(
    ("off", "quit", "diagnosed", "gave", "ceased", "began", "started", "commenced", "stopped", "ended", "finished",
     "happened", "occurred", "fell", "broke", "fractured")
)  # fmt: skip
_BROKE_AT = frozenset(("broke", "broken", "fractured", "happened", "occurred"))
_VERBS = frozenset(("switch", "make", "change", "set", "correct", "fix", "update", "amend", "replace", "put", "mark"))
_NONE = frozenset(("none", "nil", "never", "negative", "no"))
_BRIEF = 4
_STATUS_WORDS = frozenset(
    ("fragility",
     "started", "ongoing", "completed", "stopped", "planned", "declined", "contraindicated", "absent", "present",
     "possible", "denied", "ruled", "left", "right", "bilateral", "grade", "male", "female", "man", "woman", "excluded",
     "suspected", "refused", "finished", "discontinued", "begun", "removed", "uncertain", "doubtful",
     "questionable", "probable", "equivocal", "definite", "positive", "negative",
     "withdrawn", "revoked")
)  # fmt: skip


def retracts(heard: Heard, found: Selection) -> bool:
    """``it was 17 … no sorry, leave it``, ``leave the TSH alone``: nothing is to be changed."""
    if takes_itself_back(heard.say) and not heard.is_question:
        return True
    wishes = heard.starts_with("delete", "accept", "defer", "add") and heard.first not in _STAYS
    if (spares(heard.say) or is_withdrawn(heard)) and not heard.is_question and not wishes:
        return True
    return (
        heard.has("retract")
        and not heard.starts_with("retract")
        and (bool(heard.figures) or found.named)
        and (heard.has("no") or bool({"sorry", "no", "wait", "oh", "ah", "actually"} & set(heard.words)))
        and not heard.is_question
    )


_WITHDRAWN = re.compile(
    r"(?<!\w)(?:forget (?:it|that|this|what i (?:said|wrote))|never ?mind|scrap (?:that|it)|ignore (?:that|this|it|me)|"
    r"(?:leave|keep) (?:it|that|them|this)(?: so| then| please)?(?=\s*(?:$|[.,;!]))|"
    r"no(?:thing)? (?:need )?to (?:change|correct)|no (?:change|correction) (?:is )?(?:needed|necessary|required)|"
    r"strike that)\b",
    re.IGNORECASE,
)


def is_withdrawn(heard: Heard) -> bool:
    """``it was 69, no, forget it, 96 is right``: a wish that is taken back behind it, with no new one after that."""
    last = next(reversed(list(_WITHDRAWN.finditer(heard.say))), None)
    if last is None or not any(one.start < last.start() for one in heard.figures):
        return False
    behind = [one for one in heard.figures if one.start > last.start()]
    return all(_IS_RIGHT.match(heard.say[one.start :]) for one in behind)


_IS_RIGHT = re.compile(r"\S+\s*\S{0,10}\s+(?:is|was|are) (?:right|correct|fine|ok(?:ay)?|good|true)\b", re.IGNORECASE)
_CHANGE_OF = re.compile(r"\b(?:changes?|differences?)\s+(?:in|between|over)\b", re.IGNORECASE)
"""A change that is asked for, and no order to change."""


def corrects(heard: Heard, found: Selection) -> bool:
    """``the PTH was 49``: a new value or state of something that is named."""
    if heard.is_question or _CHANGE_OF.search(heard.say) or is_by_state(heard):
        return False
    if _COURSE.search(heard.say) or _UNDONE.search(heard.say):
        return False
    if found.arguments.keys() & {"concept"} and heard.first in ("she", "he"):
        return True
    if is_broken_after_all(heard, found.records) or (speaks_of_flag(heard) and not heard.has("list", "trend", "count")):
        return True
    if names_other_bone(heard) and found.arguments.keys() & {"bone", "list"}:
        return True
    if is_counted(heard) or is_sighting(heard) or of_single_dose(heard) or tells_length(heard, found):
        return True
    sure = (
        heard.figures
        or heard.date
        or heard.month_day
        or heard.day
        or heard.unit
        or (heard.frequencies and "agent" in found.arguments)
    )
    sure = sure or (len(heard.levels) > 1 and not heard.has("list", "trend", "extreme"))
    noun = heard.words[heard.lead + 1 : heard.lead + 2] == ("of",)  # ``change of the hip``
    wished = heard.first in _VERBS and _says_new(heard, found) and not noun
    if not _says_new(heard, found) and heard.has("trend", "list", "extreme", "count", "summary"):
        return False  # ``set the first and the last side by side``
    if not sure and not wished and heard.has(*_ASKED) and not set(heard.words) & {"not", "no"}:
        return False  # ``the lowest one she has had``, ``change of the hip``
    if found.arguments.keys() <= {"event", "date", "months", "time"} and found.arguments.get("event") == "visit":
        return False
    denied = any(figure.negated for figure in heard.figures) or bool(heard.dates[1:] and {"not"} & set(heard.words))
    dosed = "dose" in heard.words and "agent" in found.arguments and any(one.unit for one in heard.figures)
    stated = (
        ":" in heard.say
        or denied
        or dosed
        or bool(_VERBS & set(heard.words) and heard.figures)
        or bool((_HAPPENED | {"until", "till"}) & set(heard.words) and (heard.date or heard.month_day))
        or bool(_BROKE_AT & set(heard.words) and heard.has("relative") and heard.figures)
        or (heard.last in _NONE and "concept" in found.arguments and len(heard.words) <= _BRIEF)
        or heard.first in _VERBS
        or heard.has("correct", "no")
        or _BROKE_ON.search(heard.say) is not None
        or (_GAVE_UP.search(heard.say) is not None and "agent" in found.arguments)
        or re.search(NEVER_BROKE, heard.say, re.IGNORECASE) is not None
        or bool(_spoken_of(heard) & {"was", "is", "were", "are", "has", "had", "took", "takes", "got", "received"})
    )
    about = found.named or heard.has("correct", "relative") or heard.points_back
    about = about or (heard.words[:1] == ("no",) and bool(heard.figures))
    return stated and about and (_says_new(heard, found) or heard.has("correct"))


_COURSE = re.compile(
    r"\b(?:went|goes|fell|dropped|rose|climbed|improved|declined|increased|decreased|came\s+(?:down|up))\b[^?]*\bfrom\b"
    r"[^?]*\bto\b",
    re.IGNORECASE,
)
"""``the VAS went from 9 to 3`` tells a course, and puts no value right."""
_UNDONE = re.compile(
    r"\b(?:was|were|has been|have been|had been)\s+(?:not|never)\s+"
    r"(?:done|measured|checked|determined|requested|tested)\b",
    re.IGNORECASE,
)
"""``TSH was not done in 2020`` tells of no result at all."""


def is_broken_after_all(heard: Heard, records: Sequence[Record]) -> bool:
    """``the scaphoid was broken too``, where it is told that it was not."""
    named = set(heard.values("relative")) - {"family"}
    absent = bool(records) and all(
        isinstance(one, Fracture)
        and one.status == "absent"
        and (not named or named & WITHIN.get(one.subject, {one.subject}))
        for one in records
    )
    broke = bool({"broke", "broken", "fractured"} & set(heard.words)) or _DID_HAVE.search(heard.say) is not None
    return absent and broke and not heard.is_question and not is_of_nobody(heard)


WITHIN = {
    "parent": {"parent", "mother", "father"},
    "sibling": {"sibling", "sister", "brother"},
    "family": {"family", "parent", "mother", "father", "sibling", "sister", "brother", "grandmother", "grandfather"},
}
"""The relatives of whom a denial tells: ``neither parent``; a wife is none of them."""


def is_of_nobody(heard: Heard) -> bool:
    """``neither parent broke a hip``, but not ``his father broke it, not his mother``."""
    return _OF_NOBODY.search(heard.say) is not None and not _BUT_DID.search(heard.say)


_DID_HAVE = re.compile(
    r"\b(?:did|does)\s+(?:in fact |actually |indeed |really )?(?:have|break|fracture|suffer|sustain)\b", re.IGNORECASE
)
"""``his father did have a hip fracture``: told against a denial."""
_BUT_DID = re.compile(r"\bdid\W*$", re.IGNORECASE)  # ``neither parent - wrong, his father did``
_OF_NOBODY = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|n['’]t)\b.*?\b(?:broke|broken|break|fractured?|had|have|has|suffered)\b",
    re.IGNORECASE,
)
_GAVE_UP = re.compile(
    r"\b(?:she|he|they|we|i|gp|doctor|patient|clinic|who)\s+(?:has\s+|have\s+|had\s+)?(?:now\s+|already\s+|since\s+)?"
    r"(?:stopped|discontinued)\s+(?:taking\s+|the\s+|her\s+|his\s+)*\w",
    re.IGNORECASE,
)
NEVER_BROKE = (
    r"\b(?:not|never)\s+(?:ever\s+|actually\s+|really\s+)?(?:have|had|break|broke|broken|suffer(?:ed)?|sustain(?:ed)?|"
    r"fractured?)\s+(?:an?\s+|any\s+|the\s+|her\s+|his\s+)?(?:\w+\s+){0,2}\w+\W*$"
)
"""``he never had a T12 fracture``, ``she did not break her wrist``: all of it, at no time."""
_BROKE_ON = re.compile(r"\b(?:broke|fractured)\s+on\s+(?:the|her|his)\s+(?:left|right)(?:\s+side)?\W*$", re.IGNORECASE)
"""``the wrist broke on the right``."""


def _spoken_of(heard: Heard) -> set[str]:
    """The words before a time that alone would be new: ``calcium six months after it was removed`` states nothing."""
    if heard.figures or heard.months is None or heard.date is not None:
        return set(heard.words)
    return {word for at, word in enumerate(heard.words) if heard.offsets[at] < heard.months_at}


def _says_new(heard: Heard, found: Selection) -> bool:
    """Whether there is a new value or state in it."""
    if heard.figures or heard.date is not None or len(heard.levels) > 1 or heard.unit or heard.day:
        return True
    if heard.month_day is not None and not heard.has("ask", "list", "trend"):
        return True
    lists = any(hit.group == "list" and heard.words[hit.start : hit.end] != ("every",) for hit in heard.hits)
    if heard.frequencies and "agent" in found.arguments and not heard.has("ask") and not lists:
        return True
    if heard.has("fracture_state", "relative") or heard.words_of("fracture_kind"):
        return True
    if set(heard.words) & _STATUS_WORDS:
        return True
    denied = bool(set(heard.words) & {"no", "not", "never", "none", "nil"})
    if denied and (found.arguments.keys() & {"level", "bone", "concept"}):
        return True
    return heard.months is not None and not heard.has("abnormal", "high", "low", "trend", "ask")


_CONTRAST = re.compile(
    r"\b(?:confirmed|proven|definite|certain|present|there|excluded|ruled out|suspected|possible|doubtful|absent)\b"
    r"[\s,]+(?:and\s+|now\s+)?(?:not|rather than|instead of|no longer)\s+(?:just\s+|only\s+|merely\s+)?"
    r"(?:confirmed|proven|definite|certain|present|there|excluded|ruled out|suspected|possible|doubtful|absent|"
    r"probable|questionable)\b"
    r"|\b(?:left|right)\b(?:\s+(?!and\b)\w+)?[\s,]+(?:and\s+)?(?:not|rather than|instead of)\s+"
    r"(?:(?:on\s+)?the\s+)?(?:left|right)\b",
    re.IGNORECASE,
)


def is_state_set(heard: Heard) -> bool:
    """``the osteomalacia is confirmed, not suspected``: one state, or side, in the place of another one."""
    return _CONTRAST.search(heard.say) is not None


_SAYS_SIZE = re.compile(
    r"^\W*(?:her\s+|his\s+)?(?:weight|wt|height|ht)\s*[:=]?\s*\d+(?:[.,]\d+)?\s*(?:kgs?|kilos?|cm|lbs?|pounds)\b"
    r"(?:[\s,]+(?:please|pls|actually))*[\s,]+(?:sorry|not\b.*|my mistake|typo)\W*$",
    re.IGNORECASE,
)
"""``wt 97 kg sorry``."""


def corrects_patient(heard: Heard, _found: Selection) -> bool:
    """``she is 73``: a new value of the patient's own fields."""
    if heard.is_question:
        return False
    if ethnicity_told(heard) is not None or sex_told(heard) is not None:
        return True
    if not heard.has("patient_field") and by_unit(heard) and (heard.has("correct") or heard.first in ("she", "he")):
        return not _found.named  # ``it is 64 kg, not 46``
    known = {"she", "he", "her", "his", "the", "patient", "is", "was", "should", "make", "change", "set", "put"}
    if (
        not set(heard.words) & known
        and not heard.has("correct")
        and not (":" in heard.say and "lactating" in heard.values("patient_field"))
        and not any(figure.negated for figure in heard.figures)
        and not _SAYS_SIZE.match(heard.say)
    ):
        return False
    if "lactating" in heard.values("patient_field") and NOT_ANY_MORE & set(heard.words) and heard.date is not None:
        return False  # the day on which she weaned is no word on the first visit
    of_state = set(heard.values("patient_field")) & {"sex", "menopausal_status", "lactating"}
    said = heard.number is not None or (of_state and set(heard.words) & _STATUS_WORDS) or heard.has("no", "yes")
    said = said or ("lactating" in heard.values("patient_field") and bool(NOT_ANY_MORE & set(heard.words)))
    return heard.has("patient_field") and bool(said)
