"""What was done about something: ``has anything been done about the falls?``, ``what was done about her smoking?``.

That it happened is no answer: asked for are the sentences of a deed (a referral, a class, a drug) that name it, and the
treatments that the notes tell for it.
"""

from __future__ import annotations

import re

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.treated_for import against, is_for_bones, told_against
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, has_word, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.review import Session

__all__ = ["NOTHING_DONE", "asks_done", "done_about"]

_ABOUT = (
    r"(?:about|regarding|concerning|to\s+(?:prevent|treat|reduce|stop|address|avoid|correct|tackle)|against|"
    r"on\s+account\s+of)"
)
_DO = r"(?:done|arranged|tried|organi[sz]ed|offered|undertaken|initiated|put\s+in\s+place|planned|set\s+up)"
_BEGINS = r"^\W*(?:(?:and|so|but|ok|okay)\W+)*"
_ASKED = re.compile(
    rf"{_BEGINS}(?:has|have|had|was|were|is)\s+(?:there\s+)?(?:anything|something|nothing|any(?:one|body)|some(?:one|body)|they|we|it|much)"
    rf"(?:\s+(?:else|ever|been|being))*\s+{_DO}\s+(?:anything\s+|something\s+)?{_ABOUT}\s+(?P<a>[^?]+?)\W*$"
    rf"|{_BEGINS}did\s+(?:they|we|you|any(?:one|body)|some(?:one|body)|the\s+\w+)\s+(?:ever\s+)?(?:do|try|arrange|offer)\s+"
    rf"(?:anything|something)\s+{_ABOUT}\s+(?P<b>[^?]+?)\W*$"
    rf"|{_BEGINS}what(?:['’]?s|\s+is|\s+has|\s+was|\s+were|\s+did|\s+have)\s+(?:(?:they|we|you|any(?:one|body)|the\s+\w+)\s+)?"
    rf"(?:been\s+|being\s+)*(?:{_DO}|do|doing)\s+{_ABOUT}\s+(?P<c>[^?]+?)\W*$"
    rf"|{_BEGINS}how\s+(?:was|were|is|are|has|have)\s+(?P<d>[^?]+?)\s+(?:been\s+|being\s+)?(?:dealt\s+with|addressed|tackled|looked\s+after)\W*$"
    rf"|{_BEGINS}(?:any|was\s+any|has\s+any|were\s+any|is\s+any)\s+(?:action|measures?|steps?|efforts?|interventions?)\s+(?:been\s+)?(?:taken\s+|made\s+)?"
    rf"(?:{_ABOUT}|for|on)\s+(?P<e>[^?]+?)\W*$"
    rf"|{_BEGINS}(?:(?:any|is|was|has|were)\s+)(?:there\s+(?:any\s+)?)?(?P<f>falls?)\s+prevention\b[^?]*\W*$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:refer(?:red|s|ral)?|class(?:es)?|physio\w*|programme|program|exercis\w+|training|clinic\s+(?:will|has|is)|occupational|"
    r"rails?|walking\s+(?:aid|frame|stick)|hip\s+protectors?|advis\w+|advice|prevent\w*|start(?:ed|s)?|stopp\w+|given|giv(?:es|ing)|"
    r"treat\w*|reduc\w+|chang\w+|arrang\w+|counsel\w*|support\w*|brace|orthosis|corset|operat\w+|surgery|managed|prescrib\w+|"
    r"discuss\w+|warned|explained|cessation|patch(?:es)?|dieti[ct]\w+|supplement\w*|replac\w+|increas\w+|switch\w*|review\s+of|"
    r"assess\w*|educat\w+|instruct\w+|helped|nicotine|therap\w+)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:the|her|his|their|this|that|these|those|any|further|more|new|repeated)\s+)+", re.IGNORECASE
)
_LEAST = 3
NOTHING_DONE = "It is not told in any note that anything was done about"


def asks_done(heard: Heard, _found: Selection) -> bool:
    """Whether it is asked what was done about a thing that the utterance names; a fracture's own records tell that."""
    match = _ASKED.match(heard.say)
    if match is None or heard.levels or heard.figures:
        return False
    return not any(hit.topic == "bone" or "fractures" in (hit.value or "") for hit in heard.hits)


def done_about(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The deeds, in the words of the notes; that none is told, with what is told of the thing; null if not asked."""
    match = _ASKED.match(heard.say)
    if match is None or not asks_done(heard, found):
        return None
    what = _LEADING.sub("", next(one for one in match.groups() if one).strip())
    if is_for_bones(what):
        return against(what, session, vocabulary, polar=is_polar(heard))
    told = _deeds(heard, what, session)
    drugs = told_against(what, session, vocabulary)
    if not told and not drugs:
        shown = found.records
        head = f"{NOTHING_DONE} {what}."
        text = f"{head} Told of it is:\n{lines(shown)}" if shown else head
        return Reply(text, tuple(dict.fromkeys(one.source for one in shown)), tuple(one.id for one in shown))
    polar = is_polar(heard)
    parts = [f"{'Yes' if polar else 'Given'}:\n{lines(drugs)}"] if drugs else []
    said = quoted(told, "Yes, in these words:" if polar and not drugs else "The notes say:") if told else None
    parts += [said.text] if said is not None else []
    places = (*(one.source for one in drugs), *(said.sources if said is not None else ()))
    return Reply("\n".join(parts), tuple(dict.fromkeys(places)), tuple(one.id for one in drugs))


def _deeds(heard: Heard, what: str, session: Session) -> list[Passage]:
    """Sentences that name the thing, or go on from one that does, and tell of a deed."""
    keys = [one for one in normal_words(what) if len(one) >= _LEAST]
    typed = [heard.words[hit.start : hit.end] for hit in heard.hits if hit.topic == "finding" and hit.end > hit.start]
    ways = [key for key in dict.fromkeys((tuple(keys), *typed)) if key]
    return [
        one for one in passages_of(session)
        if any(all(has_word(one.text, word) for word in way) for way in ways) and _is_deed(one.text, keys)
    ]  # fmt: skip


def _is_deed(text: str, keys: list[str]) -> bool:
    """A deed of its own: neither a word of the thing itself, nor one that tells only when it was."""
    rest = _WHEN.sub(" ", text)
    return any(not any(match.group().casefold().startswith(key[:5]) for key in keys) for match in _DEED.finditer(rest))


_WHEN = re.compile(
    r"\b(?:since|after|before|of|during|under|on|into|with|month\s+\d+\s+of)\s+(?:the\s+|her\s+|his\s+|\w+\s+)?"
    r"(?:operation|surgery|treatment|therapy|start|given)\b",
    re.IGNORECASE,
)
