"""What brought something on, and which causes were excluded: told by the sentences of the notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.finding import Selection, same_bone
from osteocase.assistant.subjects.passages import Passage, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.wanted import HOW_BROKEN
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Finding, Fracture, Source
from osteocase.review import Session

__all__ = ["asks_excluded", "asks_onset", "excluded", "onset"]

_OUT = r"exclud\w+|ruled\s+out|rule\s+out"
_CAUSES = (
    r"(?:secondary|underlying|other|endocrine)\s+(?:causes?|reasons?|forms?|diseases?|conditions?|disorders?)|causes"
)
_THOUGHT = (
    r"considered|thought\s+(?:of|about)|suspected|discussed|entertained|exclud\w+|ruled\s+out|possible|looked\s+for"
)
_ASKS_EXCLUDED = re.compile(
    rf"\b(?:what|which|were|was|any|list|have|did)\b.{{0,24}}?\b(?:{_CAUSES})\b.{{0,30}}?\b(?:{_OUT})\b"
    rf"|\b(?:what|which|list|any)\b.{{0,12}}?\bexcluded\s+(?:{_CAUSES})\b"
    rf"|\b(?:any|what|which|were|was|is\s+there)\b.{{0,16}}?\b(?:secondary|underlying|other)\s+(?:causes?|reasons?)\b"
    rf"|\b(?:what|which|any|were|was)\b.{{0,20}}?\b(?:differentials?|alternatives?|other\s+(?:diagnos[ei]s|possibilities)|"
    rf"(?:differential|alternative)\s+diagnos[ei]s|diagnos[ei]s|diseases|else)\b.{{0,30}}?\b(?:{_THOUGHT})\b",
    re.IGNORECASE,
)
_CONSIDERED = re.compile(
    r"\b(?:considered|thought\s+of|suspected|unlikely|differential|possibilit\w+|no\s+signs?\s+of|until\s+proved|question)\b",
    re.IGNORECASE,
)
_ASKS_CONSIDERED = re.compile(r"\b(?:differential\w*|alternative\w*|considered|thought|suspected|discussed)\b", re.I)
_EXCLUDES = re.compile(
    rf"\b(?:{_OUT}|no\s+(?:evidence|sign|signs|indication)\s+of|without\s+evidence\s+of|negative\s+for)\b",
    re.IGNORECASE,
)
_INDUCED = re.compile(r"(?:induced|secondary|_pregnancy)\w*", re.IGNORECASE)
"""Concepts of osteoporosis with its cause in the name."""
_OF_CAUSE = re.compile(r"\b(?:secondary|causes?|underlying)\b", re.IGNORECASE)
_BRINGS = re.compile(
    r"\b(?:after|following|when|while|whilst|due\s+to|owing\s+to|caused\s+by|because\s+of|resulting\s+from|"
    r"triggered|provoked|brought\s+on|precipitated|(?:on|upon|by|from)\s+(?:\w+\s+)?\w{3,}ing)\b",
    re.IGNORECASE,
)
_FELL = re.compile(r"\b(?:fell|tripped|slipped|stumbled|tumbled|collided|was (?:hit|struck|knocked))\b", re.IGNORECASE)
"""``tripped on a kerb``, in the sentence before the one that names the fracture."""
_ASKS_ONSET = re.compile(
    rf"{HOW_BROKEN.pattern}|\bwhat\s+(?:brought|set)\s+(?:the|her|his|this|that)\s+(?:\w+\s+){1, 3}(?:on|off|about)\b"
    r"|\bwhat\s+(?:started|began|led\s+to)\s+(?:the|her|his|this|that)\b"
    r"|\bhow\s+did\s+(?:the|her|his|this|that)\s+(?:\w+\s+){1,3}(?:start|begin|arise)\b"
    r"|\bwhat\s+(?:was|were)\s+(?:she|he|the\s+patient)\s+doing\s+when\b",
    re.IGNORECASE,
)
_NOT_PAST = frozenset(("can", "could", "might", "may", "usually", "generally", "often"))


def asks_excluded(heard: Heard, _found: Selection) -> bool:
    """``what secondary causes were excluded?``."""
    return not heard.has("add", "delete", "accept", "defer") and _ASKS_EXCLUDED.search(heard.say) is not None


def excluded(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The sentences that exclude causes, with what they name; null where none is asked for or told."""
    if not asks_excluded(heard, found):
        return None
    absent = [one for one in session.case.findings if one.subject == "patient" and one.status == "absent"]
    told = [
        one for one in passages_of(session)
        if (_EXCLUDES.search(one.text) and (_OF_CAUSE.search(one.text) or any(_lies_in(row, one) for row in absent)))
        or re.search(r"\bsecondary\s+(?:causes?|to)\b", one.text, re.IGNORECASE)
        or (_ASKS_CONSIDERED.search(heard.say) and _CONSIDERED.search(one.text))
    ]  # fmt: skip
    named = [one for one in absent if any(_lies_in(one, place) for place in told)]
    of_cause = [
        one for one in session.case.findings
        if one.subject == "patient" and one.status == "present" and _INDUCED.search(one.concept)
    ]  # fmt: skip
    named = [*of_cause, *named]
    if not told and not named:
        return Reply("Not told in the notes which causes were excluded.")
    said = quoted(told) if told else Reply("")
    if not named:
        return said
    rows = of_records(lines(named), named)
    return Reply(f"{rows.text}\n{said.text}", tuple(dict.fromkeys((*rows.sources, *said.sources))), rows.records)


def _lies_in(record: Finding, place: Passage) -> bool:
    return any(
        one.note == place.note and place.start <= one.start and one.end <= place.end
        for one in (record.source, *record.also)
    )


def asks_onset(heard: Heard, found: Selection) -> bool:
    """``what brought on the back pain?``: of what is recorded, as something that happened to the patient."""
    said = (heard.has("onset") and heard.first == "what") or _ASKS_ONSET.search(heard.say) is not None
    if not said or _NOT_PAST & set(heard.words):
        return False
    if found.arguments.keys() & {"analyte", "agent", "site", "measure"}:
        return False
    return any(isinstance(one, Finding | Fracture | Event) for one in found.records)


def _is_brought(text: str, keys: Sequence[tuple[str, ...]]) -> bool:
    """Whether a sentence tells what came before; ``unable to lift because of the pain`` tells what came of it."""
    small = text.casefold()
    for cue in _BRINGS.finditer(small):
        near = " ".join(normal_words(small[cue.end() :])[:_NEAR])
        if not any(" ".join(key) in near for key in keys):
            return True
    return False


_NEAR = 4
"""Words behind ``because of`` within which its object stands."""
_REACH = 4
"""Sentences from a fall to the fracture that was found."""


def _is_trauma(text: str) -> bool:
    """Whether a sentence tells of a fall, a lift, a twist, and does not deny it."""
    return any(_STRAINS.search(clause) and not _DENIED.search(clause) for clause in re.split(r"[.;,]\s", text))


_STRAINS = re.compile(
    r"\b(?:fell|fall(?:ing)?|tripped|slipped|stumbled|tumbled|lift(?:ed|ing)|twist(?:ed|ing)|knocked|stepp(?:ed|ing)|bend(?:ing)?|bent|"
    r"sneez\w+|cough\w*|accident|bath(?:ed|ing)|carr(?:ied|ying)|jump\w*|snap|collided)\b",
    re.IGNORECASE,
)
_NO_TRAUMA = re.compile(
    r"\b(?:no|not|without|denie[sd]|never)\s+(?:\w+\s+){0,3}(?:falls?|knock|trauma|injury|accident|fallen)\b"
    r"(?!\s+(?:since|in the|after))",
    re.IGNORECASE,
)
_PAIN = re.compile(r"\b(?:pain|ache[sd]?|crack|snap)\b", re.IGNORECASE)
"""How a vertebra is felt to break."""
_DENIED = re.compile(r"\b(?:no|not|never|without|denie[sd])\b", re.IGNORECASE)


def _holds(passage: Passage, place: Source) -> bool:
    return passage.note == place.note and passage.start <= place.start < passage.end


def onset(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The sentences that tell what came before it; that it is not told where none does."""
    if not asks_onset(heard, found):
        return None
    records = [
        one
        for one in found.records
        if isinstance(one, Finding | Fracture | Event)
        and getattr(one, "status", "present") != "absent"
        and getattr(one, "subject", "patient") == "patient"
    ]
    bones = heard.ids("bone")  # ``the mechanism of the hip #``
    records = [
        one for one in records if isinstance(one, Fracture) and any(same_bone(one, bone) for bone in bones)
    ] or records
    keys = keys_of(heard, found)
    places = [place for one in records for place in (one.source, *one.also)]
    broken = [place for one in records if isinstance(one, Fracture) for place in (one.source, *one.also)]
    told: list[Passage] = []
    passages = list(passages_of(session))
    others = [
        place for one in session.case.fractures if broken and one not in records for place in (one.source, *one.also)
    ]
    for at, one in enumerate(passages):
        of_it = any(_holds(one, place) for place in places) or (
            not broken and any(holds(one.text, key) for key in keys)
        )
        near = [each for each in passages[max(0, at - 1) : at + _REACH] if each.note == one.note]
        leads = any(_holds(each, first.source) for each in near for first in records)
        leads = leads and (of_it or not any(_holds(one, place) for place in others))
        begins = broken and _PAIN.search(one.text) and _is_brought(one.text, keys)
        if (of_it and (_is_brought(one.text, keys) or _is_trauma(one.text))) or (
            leads and (begins or _NO_TRAUMA.search(one.text) or (broken and _FELL.search(one.text)))
        ):
            told.append(one)
    told.sort(key=lambda one: not _is_trauma(one.text))
    if told:
        return quoted(told, keys=keys)
    if not records:
        return None
    notes = {place.note for place in places}
    near = [one for one in passages if one.note in notes and _is_trauma(one.text)]
    near = [one for one in near if not any(_holds(one, place) for place in others)]
    if near and broken:
        return quoted(near, "No sentence says it outright. The nearest that the notes say:")
    return of_records(f"Not told in the notes what brought it on. What is told:\n{lines(records)}", records)
