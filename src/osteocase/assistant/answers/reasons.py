"""Why something was done: the sentences that tell a cause, or else what the notes say round about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.absence import asked_for
from osteocase.assistant.answers.nearest import instead
from osteocase.assistant.answers.plans import planned
from osteocase.assistant.answers.quoting import asks_what_note_says
from osteocase.assistant.answers.searching import searched
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import (
    CAUSE,
    Passage,
    about,
    from_notes,
    has_word,
    holds,
    keys_of,
    of_time,
    passages_of,
    quoted,
    stem,
)
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.subjects.wanted import NEGATED, of_wanted_kind
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.review import Session

__all__ = ["is_of_case", "passage", "reasons_told"]

_ENDED = (
    "stop",
    "stopp",
    "switch",
    "discontinu",
    "halt",
    "ceas",
    "withdraw",
    "withdrawn",
    "abandon",
    "held",
    "off",
    "gave",
    "gav",
    "quit",
    "end",
    "finish",
    "complet",
    "last",
    "broke",
)
_BEGUN = ("start", "giv", "given", "begun", "began", "initiat", "chosen", "prescrib", "gave")
_OTHER = ("contraindicat", "exclud", "left", "omit", "refus", "chang", "declin")
_DONE = {one: family for family in (_ENDED, _BEGUN) for one in family} | {one: (one,) for one in _OTHER}
"""What is asked the reason of, without its ending, and the words that notes have for the same."""
_HAPPENED = frozenset(
    ("was", "were", "did", "had", "has", "been", "made", "came", "led", "not", "given", "put", "instead", "place", "no",
     "missing", "absent", "takes", "taking")
)  # fmt: skip
"""Words of a question about what was done, not about what drugs are for."""
_EXAMINED = frozenset(
    ("scanned", "scan", "measured", "part", "included", "excluded", "analysed", "analyzed", "used", "repeated", "done",
     "left", "removed", "operated", "admitted", "referred", "densitometry", "analysis")
)  # fmt: skip
_IMAGED = frozenset(("scan", "scanned", "densitometry", "dxa", "dexa", "analysis", "measured"))
_LEFT_OUT = re.compile(
    r"\b(?:exclu\w+|left\s+out|omitted|unsuitable|(?:not|non|cannot|could not)[\s-]+(?:be\s+)?"
    r"(?:included|analy[sz]\w+|assess\w+|evalua\w+|used|scanned|measured))\b",
    re.IGNORECASE,
)
"""What was no part of a scan."""
_COMES_OFF = re.compile(
    r"\b(?:c[oa]me|coming|taken?|took|taking|go(?:es|ing)?|went|gone|get|got)\s+(?:\w+\s+)?off\b", re.IGNORECASE
)
"""``why did she come off it?`` asks why it was stopped."""
_MOST = 3
_BARE = re.compile(
    r"\d\s*(?:kg|cm|mg|mcg|ug|µg|g|IU|nmol|mmol|pmol|umol|µmol|ng|U|%)\b|\b[TZ]-score|:\s*$|\bBMI\b", re.IGNORECASE
)
"""What is measured or taken, before a sentence of something else."""
_JUDGES = re.compile(r"(?:impression|assessment|diagnos[ie]s|a|conclusion)\s*:", re.IGNORECASE)
"""Heads of what the doctor found, which is what was treated."""


def reasons_told(heard: Heard, found: Selection, session: Session) -> list[Passage]:
    """Sentences that name what is asked for and tell why."""
    keys = _keys(heard, found)
    if _asks_of_absence(heard) or (
        heard.region is not None and not heard.has("trend")
    ):  # ``why is there no left hip in the scan?``
        out = [one for one in passages_of(session) if _LEFT_OUT.search(one.text)]
        keys += [normal_words(f"L{number}") for number in range(1, 6)] if heard.region is not None else []
        sides = {word.lower() for word in _SIDE.findall(heard.say)}
        naming = [one for one in out if any(holds(one.text, key) for key in keys)]
        return [one for one in naming if not sides or any(holds(one.text, (side,)) for side in sides)]
    asked = _asked(heard)
    told = [one for one in passages_of(session) if CAUSE.search(one.text) and any(holds(one.text, key) for key in keys)]
    rather = _rather(heard, session)
    if rather:
        return rather
    closer = [one for one in told if any(has_word(one.text, part) for part in asked)]
    if not closer and (asked or NEGATED.search(heard.say)):
        closer = [one for one in passages_of(session) if _gives_grounds(one.text, keys)]
    return closer if asked else (told or closer)


def _gives_grounds(text: str, keys: Sequence[tuple[str, ...]]) -> bool:
    """``stopped after a year: leg cramps``, ``not given, she had a stroke``: of what is named close to that word."""
    plain = " ".join(text.split())
    return any(_is_beside(plain, key, match) for match in _GROUNDS.finditer(plain) for key in keys)


def _is_beside(text: str, key: tuple[str, ...], match: re.Match[str]) -> bool:
    """Whether a name stands close before or behind a word, in the same clause."""
    for place in re.finditer(rf"\b{_BETWEEN.join(map(re.escape, key))}\b", text, re.IGNORECASE):
        first, second = sorted((place.span(), match.span("done")))
        gap = text[first[1] : second[0]]
        if len(gap) <= _CLOSE and not _BREAKS.search(gap):
            return True
    return False


def _are_beside(text: str, key: tuple[str, ...], asked: Sequence[str]) -> bool:
    """Whether a name stands close to one of the words for what was done."""
    plain = " ".join(text.split())
    words = re.compile(rf"\b(?P<done>(?:{'|'.join(map(re.escape, asked))})\w*)\b", re.IGNORECASE)
    return any(_is_beside(plain, key, match) for match in words.finditer(plain))


_BETWEEN = r"\W+"
_CLOSE = 60
"""Characters between a drug and the word for what became of it."""
_BREAKS = re.compile(r"[.;:]\s")
_GROUNDS = re.compile(
    r"\b(?P<done>stopp\w+|discontinued|withdrawn|ceased|ended|given\s+up|gave\s+(?:\w+\s+)?up|declin\w+|refus\w+|"
    r"(?:not|never)\s+(?:been\s+)?(?:given|started|used|chosen|prescribed|possible|done)|avoided|omitted|unsuitable|"
    r"ruled\s+out|switched|changed|paused|interrupted)\b[^.;:(]{0,70}?"
    r"(?::\s*(?=[a-z])|\((?=[a-z])|\s[–-]\s(?=[a-z])|,\s+(?:she|he|as|since|they)\b|"
    r"\s(?:after|following|for|with|when|once)\s+(?!\d|the\s+(?:\w+\s+)?(?:dose|visit|infusion|injection)\b|"
    r"(?:a|an|one|two|three|four|six|twelve)\s+(?:days?|weeks?|months?|years?|doses?)\b|good\b|now\b))",
    re.IGNORECASE,
)
"""What ended or was left undone, with what stands behind it as its grounds."""


def _rather(heard: Heard, session: Session) -> list[Passage]:
    """``why risedronate and not raloxifene?``: the sentences that hold the one against the other."""
    typed = {hit.start: heard.words[hit.start : hit.end] for hit in heard.drugs if hit.end > hit.start}
    if len(typed) < 2 or not _NOT_OTHER.search(heard.say):
        return []
    keys = list(typed.values())
    weighed = [one for one in passages_of(session) if _RATHER.search(one.text)]
    return [one for one in weighed if any(_names(one.text, key) for key in keys)]


def _names(text: str, key: tuple[str, ...]) -> bool:
    return holds(text, key) or all(has_word(text, part) for part in key)


_NOT_OTHER = re.compile(r"\b(?:not|rather than|instead of|over|and no)\b|n['’]t\b", re.IGNORECASE)
_RATHER = re.compile(
    r"\b(?:rather than|instead of|in preference to|preferred|not suitable|unsuitable|contraindicated|because|"
    r"in place of)\b",
    re.IGNORECASE,
)


def _asks_of_absence(heard: Heard) -> bool:
    return bool(_ABSENT.search(heard.say)) and bool(_IMAGED & set(heard.words))


_SIDE = re.compile(r"\b(?:left(?!\s+out\b)|right)\b", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:not?|missing|absent|lacking|left out|exclud\w+|omitted)\b|n['’]t\b", re.IGNORECASE)


def _keys(heard: Heard, found: Selection) -> list[tuple[str, ...]]:
    """The names of what is asked for; of ``the left one``, what was spoken of before."""
    keys = [*keys_of(heard, found), *map(normal_words, heard.levels)]
    carried = [hit for hit in heard.hits if hit.topic in _NAMES and hit.id]
    return keys or [normal_words(hit.id.replace("_", " ")) for hit in carried]


_NAMES = frozenset(("analyte", "treatment", "bmd_site", "bone", "finding"))


def _asked(heard: Heard) -> list[str]:
    """The words that tell what was done."""
    said = [stem(word) for word in heard.words]
    if {"given", "up"} <= set(said) or _COMES_OFF.search(heard.say):
        return list(_ENDED)
    return list(dict.fromkeys(one for word in said for one in _DONE.get(word, ())))


def is_of_case(heard: Heard, *, recorded: bool) -> bool:
    """Whether the reason of something that was done to this patient is asked for, as far as it is recorded."""
    decided = any(hit.topic == "treatment" and hit.id for hit in heard.hits) or bool(_EXAMINED & set(heard.words))
    there = decided and not heard.has("advice", "stranger")
    if not recorded:  # that nothing of it is recorded is told of what was done to this patient alone
        return there and bool(_OF_PATIENT.search(heard.say))
    return there and (
        bool(_HAPPENED & set(heard.words))
        or bool(_IS_ON.search(heard.say))
        or len(heard.words) <= len(["why", "this", "instead", "of", "that"])
    )


_OF_PATIENT = re.compile(
    r"^\W*why(?:\s+(?:is|was|did|were|has|had))(?:n['’]t|\s+not)?\s+(?:she|he|the\s+patient|they|it)\b|^\W*why\s+not\W*$",
    re.IGNORECASE,
)
_IS_ON = re.compile(
    r"\b(?:is|are)\s+(?:she|he|they|the\s+patient)\s+(?:still\s+|now\s+)?(?:on|getting|having|receiving|being\s+given|put)\b"
    r"|\bdoes\s+(?:she|he|the\s+patient)\s+(?:take|get|have|need)\b",
    re.IGNORECASE,
)


def passage(heard: Heard, found: Selection, session: Session, *, why: bool) -> Reply:
    """Sentences of the notes as the answer: of what is planned, why it was done, or what a note says of it."""
    return (
        planned(heard, found, session)
        or _told_in_notes(heard, found, session, why=why)
        or asks_what_note_says(heard, session)
        or Reply(f"That is not told in any note. {instead(heard, found, session)}")
    )


def _told_in_notes(heard: Heard, found: Selection, session: Session, *, why: bool) -> Reply | None:
    """The sentences that answer; null where the notes do not speak of it at all."""
    told = (
        reasons_told(heard, found, session)
        if why
        else of_wanted_kind(about(heard, session) or from_notes(heard, session, named=True), heard)
        or searched(heard, session)
    )
    if told or not why:
        return quoted(told) if told else None
    near = _round_about(heard, found, session)
    if near:
        return quoted(near, "I find no sentence that gives the reason outright. The nearest that the notes say:")
    return Reply(f"Nothing about {asked_for(found)} is recorded in this case.") if found.named else None


def _round_about(heard: Heard, found: Selection, session: Session) -> list[Passage]:
    """Sentences that name it, each with the one before: what was found stands before what was done."""
    keys = _keys(heard, found)
    naming = [one for one in passages_of(session) if any(holds(one.text, key) for key in keys)]
    asked = _asked(heard)
    closer = [one for one in naming if any(has_word(one.text, part) for part in asked)]
    ended = bool(asked) and not set(asked) <= set(_BEGUN)
    done = [one for one in closer if ended and any(_are_beside(one.text, key, asked) for key in keys)]
    naming = done or [*naming[:1], *(closer or naming)]
    naming = of_time(list(dict.fromkeys(naming)), heard, session)[:_MOST]
    texts = {note.id: note.text for note in session.notes}
    judged = [one for one in passages_of(session) if _JUDGES.match(one.text)] if "agent" in found.arguments else []
    around: list[Passage] = []
    before: Passage | None = None
    for one in passages_of(session):
        if one in naming:
            same = before is not None and before.note == one.note
            near = same and before is not None and "\n\n" not in texts[one.note][before.end : one.start]
            tells = near and before is not None and _BARE.search(before.text) is None
            around += [before, one] if before is not None and tells else [one]
            around += [other for other in judged if other.note == one.note and not near and before is not None]
        before = one
    return [one for one in dict.fromkeys(around) if any(map(str.isalpha, one.text))]
