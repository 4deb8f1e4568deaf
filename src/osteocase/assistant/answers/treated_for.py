"""What was given against something: ``what did she take for the pain?``, ``how was the low vitamin D treated?``.

The reason that a note tells comes first, then the drugs that people name by the illness, then the sentences that name
both. Where none of them tells it the answer says so, and lists what was given at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.still_taken import last_told
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS
from osteocase.assistant.subjects.finding import Selection, is_agent
from osteocase.assistant.subjects.passages import has_word, holds, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Record, Treatment
from osteocase.review import Session

__all__ = ["against", "asks_against", "drugs_for_bones", "is_for_bones", "is_of_now", "told_against",
           "treated_illness"]  # fmt: skip

_WHO = r"(?:she|he|they|the\s+patient|her|him)"
_THINGS = r"(?:treatments?|therap(?:y|ies)|drugs?|medicines?|medications?|meds|tablets?)"
_GIVEN_FOR = re.compile(
    rf"\b(?:what['’]s|(?:what|which)\s+(?:else\s+)?(?:{_THINGS}\s+)?(?:was|were|is|has|had|did|does|do|have))\s+{_WHO}\s+(?:\w+ly\s+|ever\s+|been\s+)*"
    rf"(?:giv(?:en?|ing)|gets?|getting|got|receiv\w+|tak(?:e|es|en|ing)|prescribed?|us(?:e|ed|ing)|have|had|having|on|offered|tr(?:y|ied)|"
    rf"start(?:ed)?(?:\s+on)?|put\s+on|treated\s+with)\s+(?:now\s+|currently\s+)?(?:{_WHO}\s+)?(?:for|against)\s+(?P<what>[^?]+?)"
    r"(?:\s+(?:now|currently|at present|at the moment|these days|today))?\W*$"
    rf"|\b(?:what|which)\s+(?:{_THINGS}\s+)?(?:was|were|is|has|have)\s+(?:ever\s+|been\s+)*"
    r"(?:given|used|prescribed|tried|started|done)\s+(?:for|against|about|to\s+(?:treat|correct|relieve|control))\s+(?P<what2>[^?]+?)\W*$"
    r"|\bhow\s+(?:was|were|(?:is|are)(?=\s+(?:the|her|his|their)\b)|did\s+(?:they|you|we)|have\s+they|has)\s+(?P<what3>[^?]+?)\s+(?:been\s+|being\s+)?"
    r"(?:treat(?:ed)?|manag(?:ed?)|correct(?:ed)?|relieved?|dealt\s+with|addressed)\W*$"
    r"|\bhow\s+was\s+treated\s+(?P<what5>(?:the|her|his)\s+[^?]+?)\W*$"
    rf"|^\W*(?:(?:any|what|which|what\s+about|list\s+the|show\s+me\s+the)\s+)?{_THINGS}\s+(?:for|against)\s+(?P<what4>[^?]+?)\W*$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    rf"^\W*(?:(?:and|so|but)\s+)?(?:is|was|has|are|were)\s+{_WHO}\s+(?:been\s+|ever\s+|still\s+|now\s+|currently\s+|presently\s+)*"
    rf"(?:(?:under|on|having|getting|receiving|undergoing|in|taking|given)\s+(?:any\s+|some\s+|active\s+|ongoing\s+|regular\s+)*"
    rf"(?:{_THINGS}|anything|something)\s+(?:for|against)|(?:being\s+)?(?:treated|medicated)\s+(?:for|against))\s+(?P<what>[^?]+?)"
    rf"(?:\s+(?:now|currently|at present|at the moment|these days|today))?\W*$"
    rf"|^\W*(?:(?:and|so|but)\s+)?(?:is|was|has|are|were)\s+{_WHO}\s+(?:been\s+|ever\s+|still\s+|now\s+|currently\s+)*"
    rf"(?:under|on|having|getting|receiving|undergoing|in)\s+(?:any\s+|active\s+|ongoing\s+)*(?P<ill>[^?]+?)\s+{_THINGS}\W*$",
    re.IGNORECASE,
)
"""``is she under treatment for cancer?``, ``is he having cancer treatment?``: wants a yes or a no."""
_BONES = re.compile(r"\b(?:osteopor\w*|bones?|bmd|low\s+bone\s+\w+|fracture\s+prevention)\b", re.IGNORECASE)
_NO_ILLNESS = re.compile(
    r"^(?:it|them|this|that|these|those|all|each)$|\d|\b(?:months?|years?|weeks?|days?|long|now|once|how|what)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?:the|her|his|their|this|that|low|raised|high)\s+)+", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:is|are)\s+(?:she|he|they|the\s+patient)\s+(?!been\b)|['’]s\s+(?:she|he)\s+(?:on|taking|getting|having|using)\b|\bdoes\s+"
    r"(?:she|he|the\s+patient)\b|\b(?:now|currently|at present|these days)\b",
    re.IGNORECASE,
)
_WITH_THEM = ("calcium", "vitamin_d", "active_vitamin_d")
"""What goes with every drug for the bones."""
_BESIDE = 2
"""Sentences that are quoted beside the drugs."""
_LACK = frozenset(("deficiency", "insufficiency", "deficit", "lack", "level", "levels"))
_GIVEN = ("started", "ongoing", "completed", "stopped", "past", "planned")


def is_for_bones(what: str) -> bool:
    """Whether the bones, or their thinning, are what something is taken for."""
    return _BONES.search(what) is not None


def drugs_for_bones(drugs: Sequence[Treatment]) -> list[Treatment]:
    """What acts against osteoporosis, and the calcium and the vitamin D that go with it."""
    return [one for one in drugs if one.drug_class in BONE_DRUGS or one.drug_class in _WITH_THEM]


def treated_illness(heard: Heard) -> str | None:
    """What the treatment is asked for; null where no such thing is asked, or a fracture, whose own records tell it."""
    match = _GIVEN_FOR.search(heard.say) or _UNDER.match(heard.say)
    if match is None or heard.levels or heard.figures:
        return None
    what = next(one for one in match.groups() if one)
    start = match.start(match.lastgroup or 0)
    inside = [hit for hit in heard.hits if hit.end > hit.start and heard.offsets[hit.start] >= start]
    if match.lastgroup == "ill" and not any(hit.topic == "finding" for hit in inside):
        return None  # ``is she on hormone treatment?`` names the treatment
    if any(hit.topic in ("bone", "event") or "fractures" in (hit.value or "") for hit in inside):
        return None
    return None if _NO_ILLNESS.search(what.strip()) else what.strip()


def asks_against(heard: Heard, _found: Selection) -> bool:
    """Whether the treatment of something is asked for."""
    return treated_illness(heard) is not None


def is_of_now(heard: Heard) -> bool:
    """``what is she on now for her bones?``: only what is still taken."""
    return _NOW.search(heard.say) is not None


def against(what: str, session: Session, vocabulary: Vocabulary, *, polar: bool, now: bool = False) -> Reply:
    """The treatments for an illness, a symptom or a value.

    Args:
        what: the illness as said.
        session: the case.
        vocabulary: the words that name drugs by an illness.
        polar: whether yes or no is asked.
        now: whether only what is still taken is meant.
    """
    drugs = [one for one in session.case.treatments if one.subject == "patient" and one.status in _GIVEN]
    if now:
        drugs = [one for one in drugs if one.status in ("started", "ongoing") and one.stop is None]
    yes = "Yes:\n" if polar else ""
    if _BONES.search(what):
        own: list[Record] = [one for one in drugs if one.drug_class in BONE_DRUGS and one.status != "planned"]
        if own and not polar:
            own += [one for one in drugs if one.drug_class in _WITH_THEM and one.status != "planned"]
        if own:
            return of_records(f"{yes}{lines(own)}", own)
        rest: list[Record] = [one for one in drugs if one.status != "planned"]
        taken = "taken now" if now else "given"
        text = f"{'No: n' if polar else 'N'}o drug that acts against osteoporosis is told as {taken}"
        return of_records(f"{text}; told as {taken} are:\n{lines(rest)}" if rest else f"{text}.", rest)
    key = normal_words(_LEADING.sub("", what))
    classes = _classes_against(key, vocabulary)
    own = [one for one in drugs if _is_against(one, key, classes)]
    known = [drug for drug in session.case.treatments if drug.subject == "patient" and drug.status in _GIVEN]
    told = [
        one for one in passages_of(session)
        if all(has_word(one.text, word) for word in key) and any(holds(one.text, normal_words(d.name)) for d in known)
    ]  # fmt: skip
    if own:
        planned = all(getattr(one, "status", None) == "planned" for one in own)
        since = last_told([one for one in own if isinstance(one, Treatment)], session) if now and polar else None
        head = since or f"{'Only planned' + chr(10) if planned and polar else yes}{lines(own)}"
        reply = of_records(head, own)
        more = quoted(told[:_BESIDE]) if told and not all(getattr(one, "reason", None) for one in own) else None
        if more is None:
            return reply
        return Reply(f"{reply.text}\n{more.text}", tuple(dict.fromkeys((*reply.sources, *more.sources))), reply.records)
    if told:
        return quoted(told)
    over = [one for one in known if one not in drugs and any(is_agent(one, each) for each in classes)]
    if over:
        return of_records(f"No, not any more:\n{lines(over)}", over)
    given: list[Record] = [one for one in drugs if one.status != "planned" and not polar]
    head = f"It is not told in any note which treatment was given for {what}"
    return of_records(f"{head}; told as given are:\n{lines(given)}" if given else f"{head}.", given)


def told_against(what: str, session: Session, vocabulary: Vocabulary) -> list[Treatment]:
    """The patient's treatments that the notes, or people, name by an illness; none where nothing is told so."""
    key = normal_words(_LEADING.sub("", what))
    classes = _classes_against(key, vocabulary)
    drugs = [one for one in session.case.treatments if one.subject == "patient" and one.status in _GIVEN]
    return [one for one in drugs if one.status != "planned" and _is_against(one, key, classes)]


def _is_against(one: Treatment, key: tuple[str, ...], classes: set[str]) -> bool:
    return bool(one.reason and holds(one.reason, key)) or any(is_agent(one, each) for each in classes)


def _classes_against(key: tuple[str, ...], vocabulary: Vocabulary) -> set[str]:
    lacking = _classes(key[:-1], vocabulary) if key[-1:] and key[-1] in _LACK else set[str]()
    return _classes(key, vocabulary) | lacking


def _classes(key: tuple[str, ...], vocabulary: Vocabulary) -> set[str]:
    """The drugs that bear its name (``vitamin D``), and those that people name by it: ``blood pressure tablets``."""
    named = {hit.id for hit in vocabulary.hits(key) if hit.topic == "treatment"}
    by_noun = {
        hit.id
        for noun in ("drugs", "tablets", "medication")
        for hit in vocabulary.hits((*key, noun))
        if hit.topic == "treatment" and hit.end == len(key) + 1 and hit.end - hit.start > 1
    }
    if not named | by_noun and key[-1:] in _CANCERS and len(key) > 1:  # of a breast, of a prostate
        return _classes(key[-1:], vocabulary)
    return named | by_noun


_CANCERS = (("cancer",), ("carcinoma",), ("malignancy",), ("tumour",), ("tumor",))
