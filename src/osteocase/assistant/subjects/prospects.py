"""Whether a question asks for a judgement, for what is planned, or for what was: a note may tell the last two.

Nobody's notes say what is best, safe or usual, what somebody ought to do, or how a body will fare. They do say what
this patient's doctors planned, on what condition, and why. What is planned is answered only by a sentence that plans.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Protocol

__all__ = ["PLANS", "Manner", "manner_of", "plan_heading", "tells_plan"]


class _Passage(Protocol):
    """A sentence in its place."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Manner(Enum):
    """What a question asks for."""

    JUDGED = "judged"
    """For a person to say, or for a book: advice, safety, what is usual."""
    PLANNED = "planned"
    """What is to be done, or what follows if something happens."""
    TOLD = "told"
    """What was, or what is the matter with this patient."""
    OTHER = "other"
    """None of these can be seen from its words."""


_BEGINS = r"^\W*(?:(?:and|so|but|then|ok|okay|well|also)\W+)*"
_SCHEDULE = re.compile(
    r"\b(?:when|how\s+(?:often|long|many)|until\s+when|where|who)\b[^?]*?\b(?:should|must)\s+(?!i\b|we\b|you\b|one\b|"
    r"[^?]*\bnext\b)",
    re.IGNORECASE,
)
"""``when should the cast come off?``: of a plan, if a note tells one."""
_JUDGED = re.compile(
    rf"\b(?:should|shall|must|ought|can|could|may|might|would|will|do)\s+(?:i|we|you|one)\b|\byour?\b|"
    rf"{_BEGINS}(?:should|"
    r"shall|ought|must|may|might|can|could)\b|\b(?:can|could|may|might)\s+(?:she|he|it|they|this|that|the)\b|"
    r"\b(?:should|ought|must|might|shall)\b|\bwhy\s+(?:will|would)\b|"
    r"\b(?:safe\w*|risks?|risky|recommend\w*|guidelines?|suggest|advise|meaning|means?|normal\s+(?:for|to|that|in)|"
    r"what\s+is\s+normal|normally|usual(?:ly)?|typical(?:ly)?|generally|in\s+(?:general|theory|principle)|best|"
    r"ideal|optimal|"
    r"(?:be|is|are|works?)\s+better|better\s+(?:than|to|for|in|if)|(?:how|any|is\s+it)\s+good|good\s+(?:for|"
    r"enough|idea)|costs?|"
    r"evidence|literature|trials?|studies|patients|people|women|men|others|likely|likelihood|wise|worth|advisable|"
    r"appropriate|allowed)\b|^\W*(?:is|are|will|would)\b[^?]*\benough\b|"
    r"\b(?:work(?:s|ed|ing)?(?!\s+as\b)|cured?\s+(?:her|him)|cures|effective|help(?:ed|s)?|"
    r"successful)\b\W*(?:(?:her|him|so far|"
    r"well|yet|at all|the \w+)\W*)?$",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r"\b(?:did|was|were|has|have|had)\b(?!\s+(?:i|we|you)\b)[^?]*?\b(?:recommend\w*|suggest\w*|advised?|worth)\b",
    re.IGNORECASE,
)
"""``what did they recommend?``: advice that was given is told like anything else."""
_GENERAL = re.compile(
    r"(?<!\bthey )(?<!\bshe )(?<!\bhe )(?<!\bto )(?<!\bdoctors )\b(?:does|do)\b"
    r"(?!\s+(?:she|he|her|his|they|the|this|that|any|it)\b)|^\W*what\s+(?:is|are)\s+(?!the\b|her\b|"
    r"his\b|she\b|he\b|they\b|it\b|to\b|being\b|going\b|planned\b)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|would|going\s+to|gonna|should|plan\w*|intend\w*|next|due|future|suppos\w+\s+to|meant\s+to|"
    r"ha(?:ve|s|d)\s+to|"
    r"needs?|needed|scheduled|what\s+happens|what\s+if|to\s+be|if|what['’]ll)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\bif\b", re.IGNORECASE)
_OF_CASE = r"(?:she|he|her|his|him|they|the\s+(?:patient|parents|family|doctors?|consultant|clinic|mother|father))"
_TOLD = re.compile(
    r"\b(?:was|were|did|had|has|have|been|made|led|gave|explained|caused|wasn|weren|didn|hasn|hadn)\b|"
    r"\bwhat brought\b|\bwhy (?:no|not)\b|\bwhy (?:is|are)\b[^?]*\b(?:left out|excluded|missing|omitted|not|no)\b|"
    rf"^\W*why\b(?!.*\b(?:does|do|is|are)\b)|\b(?:is|are|does|do|what['’]s|who['’]s)\b[^?]*\b{_OF_CASE}\b",
    re.IGNORECASE,
)
_SPAN = r"(?:days?|weeks?|wks?|months?|mths?|yrs?|years?)"
PLANS = re.compile(
    r"\b(?:will|would|shall|should|must|if|unless|until|to\s+be|to\s+(?:come|start|stop|follow|continue|go|see|"
    r"give|finish)|"
    r"planned|due|next|repeat\w*|review|continu\w+|go(?:es)?\s+on|carry\s+on|stays?|remains?|yearly|annual\w*|"
    rf"(?:every|each)\s+(?:\w+\s+)?{_SPAN}|(?:once|twice)\s+a\s+\w+|in\s+(?:a|an|one|two|three|four|six|twelve|"
    rf"\d+)\s+{_SPAN}|"
    r"suggest|recommend\w*|advised?|agreed|no\s+(?:further|more)|needed|needs?|in\s+the\s+(?:spring|summer|autumn|"
    rf"winter)|(?:from|at|after)\s+(?:\w+|\d+)\s+{_SPAN})\b"
    r"|\bmay\s+(?=[a-z])",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^[^\S\n]*(?:[-*•]\s+)?(?P<head>[A-Za-z/]+(?:[ ][A-Za-z/]+){0,3})[^\S\n]*(?::|$|[^\S\n]{3})", re.MULTILINE
)
_PLAN = re.compile(
    r"(?:plan|procedure|do|adv(?:ice)?|next steps?|recommendations?|p|a/p|management|follow.?up|proposal|measures)\b",
    re.IGNORECASE,
)


_CARE = re.compile(
    r"\b(?:plan\w*|intend\w*|treat\w*|therap\w+|drugs?|medic\w+|tablets?|infusions?|injections?|doses?|patch|"
    r"brace|cast|"
    r"plaster|scan\w*|dxa|dexa|x-?rays?|films?|mri|bloods?|tests?|tested|biops\w+|visits?|clinic|appointments?|"
    r"reviews?|reviewed|seen|see|check\w*|measur\w+|monitor\w*|repeat\w*|control\w*|follow\w*|refer\w*|"
    r"operat\w*|surgery|remov\w+|com\w+ off|"
    r"stop\w*|start\w*|restart\w*|continu\w*|go(?:ing)? on|carry on|reduc\w+|taper\w*|lower\w*|increas\w+|rais\w+|"
    r"switch\w*|chang\w+|giv\w+|given|done|do|try|tried|prescrib\w+|replac\w+|paus\w+|last\w* until|"
    r"weight.?bearing|physio\w*)\b",
    re.IGNORECASE,
)
"""What doctors do; how the body fares is no plan of theirs."""


def manner_of(say: str, *, names_care: bool = False) -> Manner:
    """What a question asks for, by the way it is put.

    Args:
        say: the question.
        names_care: whether it names a treatment or an examination.
    """
    schedule = _SCHEDULE.search(say)
    rest = say[: schedule.start()] + say[schedule.end() :] if schedule is not None else say
    rest = _ADVISED.sub("", rest)
    if _JUDGED.search(rest) or _GENERAL.search(rest):
        return Manner.JUDGED
    if schedule is not None or _PLANNED.search(say):
        return Manner.PLANNED if names_care or _CARE.search(say) or _IF.search(say) else Manner.JUDGED
    return Manner.TOLD if _TOLD.search(say) else Manner.OTHER


def tells_plan(passage: _Passage, note: str) -> bool:
    """Whether a sentence tells what is to be done, by its words or by the heading that it stands under.

    Args:
        passage: the sentence.
        note: the text of its note.
    """
    return PLANS.search(passage.text) is not None or plan_heading(passage, note) is not None


def plan_heading(passage: _Passage, note: str) -> str | None:
    """The heading of plans that a sentence stands under; null where it stands under none."""
    paragraph = note.rfind("\n\n", 0, passage.start)
    heads = list(_HEADING.finditer(note[max(paragraph, 0) : passage.end]))
    return heads[-1]["head"] if heads and _PLAN.match(heads[-1]["head"]) is not None else None
