"""The verb that governs a treatment, read by what kind of verb it is and by its tense.

Nobody can list all phrases by which a treatment is told. A phrase that is in no list is still a verb of a kind
(``begin``, ``keep``, ``take``, ``give``, ``stop``, ``consider``) in a tense, with adverbs and a person between: ``had
empirically been treated with``, ``will now place him on``. The verbs live in ``patterns/words-treatment-verbs.toml``;
what they mean in each tense is the table ``_MEANING`` here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.cues import NOT_TO, SWITCHING, Cue, is_aside
from osteocase.pipeline.treatments.words import words_that

__all__ = ["verbs_in"]

_KINDS = ("begin", "keep", "take", "give", "stop", "consider", "switch")
_MEANING = {
    "future": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "consider": "mentioned",
    },
    "to_be": {"begin": "planned", "switch": "planned", "give": "planned", "keep": "ongoing"},
    "to_come": {"begin": "planned", "keep": "ongoing", "stop": "stopped"},
    "obliged": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "stop": "stopped",
    },
    "unwilling": {"begin": "declined", "take": "declined", "give": "declined", "keep": "stopped", "stop": "ongoing"},
    "order": {"give": "started", "switch": "started"},
    "possible": {
        "begin": "mentioned", "switch": "mentioned", "take": "mentioned", "give": "mentioned",
        "consider": "mentioned",
    },
    "present": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "ongoing", "give": "ongoing",
        "stop": "stopped",
    },
    "going_on": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "ongoing", "give": "ongoing",
        "consider": "mentioned",
    },
    "past": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "past", "give": "past", "stop": "stopped",
        "consider": "mentioned",
    },
    "passive": {"begin": "started", "switch": "started", "keep": "ongoing", "give": "past", "stop": "stopped"},
}  # fmt: skip
"""What a kind of verb says of a treatment in each tense; what is not here says nothing."""

_ADVERBS = (
    r"(?:(?:(?!daily|weekly|monthly|yearly|family|likely|nightly|only)\w{2,}ly|also|just|then|now|still|again|soon"
    r"|first|once|later|further|so|therefore|thus|already)\s+){0,2}"
)
_SOMEBODY = (
    r"(?:her|him|them|me|us|you|the\s+(?:patient|pt)|patient|pt|this\s+(?:patient|lady|gentleman|woman|man)"
    r"|(?:mr|mrs|ms|miss)\.?\s+[A-Z][\w'-]+)"
)
_SOMEONE = r"(?:(?:her|him|them|you|me|us|the\s+patient|patient|pt|this\s+(?:patient|lady|gentleman|woman|man))\s+)?"
_DOER = (
    r"(?:she|he|we|i|they|who|patient|pt|mum|mom|mother|father|dad|parents|wife|husband|daughter|son|carers?|(?:mr|mrs|ms|miss)\.?\s+\w+|crew|ems|medics?|paramedics?|nurses?|rn|team|staff"
    r"|surgeons?|gp|pcp|and)"
)
_INTO = r"(?:\s+(?:\w+ly\s+|back\s+|over\s+|across\s+){0,2}(?P<into>on|with|into|in|onto|to)(?=\s))?"
_WISH = (
    r"(?:will|would|shall|['’]ll|going\s+to|(?:plan|plans|planned|planning|intend|intends|intending)\s+(?:to|on)"
    r"|(?:would|['’]d)\s+like\s+(?:\w+\s+)?to(?:\s+do\s+is)?|wants?\s+(?:\w+\s+)?to|wish(?:es)?\s+to|agree[sd]?\s+to|decided\s+to"
    r"|elected\s+to)"
)
_DUTY = (
    r"(?:should|must|needs?\s+to|ought\s+to"
    r"|(?:recommend|advis|suggest|instruct|encourag|ask|urg|tell|told)(?:e[sd]?|ed|s|ing)?\s+(?:that\s+)?"
    rf"(?:{_SOMEONE}to|{_DOER}(?:\s+should)?|that\s+{_DOER}))"
)
_CLAUSE_OPENS = r"(?:(?<=[.;:] )|(?<=[-*•–] )|(?<=\n)|(?<=[.)]  )|(?<=^))(?:(?:please|kindly|also|then)\s+)?"
"""Where an order begins: ``Premedicate with X before the scan.``"""
_NO_OBJECT = (
    r"(?=\s*(?:[.,;:)\n]|$)|\s+(?:on|in|at|when|once|if|after|from|day|tomorrow|tonight|today|next|as|for|until|post|pre|with"
    r"|one|two|\d|before|following|this|at|within)\b)"
)
"""``X to restart on Monday``; in ``team to add X`` the verb has an object of its own."""
_DAY = (
    r"(?:the\s+)?(?:early\s+|mid[\s-]|late\s+)?(?:next|tomorrow|this|later|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
)
"""``X planned for May``: what stands behind is when, no treatment."""
_UNWILLING = (
    r"(?:(?:not|n['’]t)\s+(?:very\s+|at\s+all\s+)?(?:keen|willing|happy|prepared|ready|wish|want|like|agree)\s+to"
    r"|reluctant\s+to|unwilling\s+to|hesitant\s+to|declin(?:e[sd]?|ing)\s+to|refus(?:e[sd]?|ing)\s+to"
    r"|prefer(?:s|red)?\s+not\s+to|(?:would|['’]d)\s+(?:rather|prefer)\s+not(?:\s+to)?)"
)
"""``is not keen to restart X``: what a patient will not do; a doctor who will not only thinks of it."""
_MAY = r"(?:may|might|could|can)(?:\s+(?:also\s+)?need\s+to)?"


def _verbs(knowledge: Knowledge, form: str) -> str:
    """The verbs in one form, those of each kind in a group of its name; a person may stand before ``with``."""
    kinds = []
    for kind in _KINDS:
        words = words_that(knowledge, "treatment_verb", f"{kind} {form}".__eq__)
        kinds.append(f"(?P<{kind}>{words})".replace(r"\s+with", rf"\s+{_SOMEONE}(?:\w{{2,}}ly\s+)?with"))
    return f"(?:{'|'.join(kinds)})"


class _VerbGrammar:
    """The phrases of one lexicon's verbs."""

    def __init__(self, knowledge: Knowledge) -> None:
        base, past, gerund, present = (_verbs(knowledge, form) for form in ("base", "past", "gerund", "present"))
        self._shapes = tuple(
            (tense, side, re.compile(rf"\b(?:{shape})(?![\w-])", re.IGNORECASE))
            for tense, side, shape in (
                ("future", "before", rf"{_WISH}\s+{_ADVERBS}{base}\s*{_SOMEONE}{_INTO}"),
                ("obliged", "before", rf"{_DUTY}\s+{_ADVERBS}{base}\s*{_SOMEONE}{_INTO}"),
                ("possible", "before", rf"{_MAY}\s+{_ADVERBS}{base}\s*{_SOMEONE}{_INTO}"),
                ("to_be", "both", rf"(?:{_WISH}|to)\s+{_ADVERBS}be\s+{_ADVERBS}{past}{_INTO}"),
                ("to_come", "after", rf"(?:(?:is|are)\s+)?to\s+{_ADVERBS}{base}{_NO_OBJECT}"),
                (
                    "going_on",
                    "after",
                    r"(?:remains?|stays?|continues)\s+(?:at|on|unchanged|the\s+same)(?P<keep>)(?P<into>)",
                ),
                ("to_be", "after", rf"(?P<begin>planned|scheduled|booked|arranged)\s+(?:for|in|on)\s+{_DAY}"),
                ("unwilling", "before", rf"{_UNWILLING}\s+{_ADVERBS}{base}\s*{_SOMEONE}{_INTO}"),
                ("obliged", "both", rf"{_DUTY}\s+{_ADVERBS}be\s+{_ADVERBS}{past}{_INTO}"),
                ("possible", "both", rf"{_MAY}\s+{_ADVERBS}be\s+{_ADVERBS}{past}{_INTO}"),
                (
                    "going_on",
                    "before",
                    rf"(?:is|are|has\s+{_ADVERBS}been|have\s+{_ADVERBS}been)\s+{_ADVERBS}{gerund}{_INTO}",
                ),
                ("past", "before", rf"(?:was|were|had\s+{_ADVERBS}been)\s+{_ADVERBS}{gerund}{_INTO}"),
                ("passive", "both", rf"(?:was|were|(?:has|have|had)\s+{_ADVERBS}been)\s+{_ADVERBS}{past}{_INTO}"),
                ("present", "both", rf"(?:is|are)\s+{_ADVERBS}(?:being\s+)?{past}{_INTO}"),
                ("past", "before", rf"(?:{_DOER}|has|have|had)\s+{_ADVERBS}{past}\s*{_SOMEONE}{_INTO}"),
                ("present", "before", rf"{_DOER}\s+{_ADVERBS}{present}{_INTO}"),
                ("to_be", "before", rf"{_CLAUSE_OPENS}(?P<give>pre-?(?:medicat|treat)e?)\s+(?P<into>with)(?=\s)"),
                ("order", "before", rf"{_CLAUSE_OPENS}(?!premedicat|pretreat){base}{_INTO}(?=\s)"),
                ("present", "before", rf"{base}\s+{_SOMEBODY}{_INTO}"),
                ("present", "before", rf"{gerund}\s+{_SOMEBODY}{_INTO}"),
                ("past", "before", rf"{past}\s+{_SOMEBODY}{_INTO}"),
            )
        )

    def cues(self, text: str, start: int, end: int) -> Iterator[Cue]:
        """Verbs of a stretch as cues."""
        for tense, side, shape in self._shapes:
            for match in shape.finditer(text, start, end):
                told = match.groupdict()
                kind = next(kind for kind in _KINDS if told.get(kind) is not None)
                status = _MEANING[tense].get(kind)
                if status is None or (kind == "switch" and told.get("into") not in _REACHES["switch"]):
                    continue
                into = (told.get("into") or "").lower()
                kept = into if into in _REACHES.get(kind, ()) else ""
                if kept in {"in", "into"} and not _PLACED.search(match.group()):
                    kept = ""
                stop = match.start("into") if into and not kept else match.end()
                stop = match.start() + len(text[match.start() : stop].rstrip())
                words = " ".join(text[match.start() : stop].lower().split())
                near = tense == "to_come"
                yield Cue(match.start(), stop, status, "before" if kept else side, near=near, words=words)
        for match in _TREATED.finditer(text, start, end):
            words = " ".join(match.group().lower().split())
            going_on = match["now"] is not None or match["present"] is not None
            yield Cue(*match.span(), "ongoing" if going_on else "past", "before", near=False, words=words)


_REACHES = {"begin": ("on", "with", "in", "into"), "keep": ("on", "with"), "switch": ("to", "onto")}
"""Prepositions behind which the treatment stands: ``was put on``, ``was administered in`` tells when."""
_PLACED = re.compile(r"\b(?:plac|put|fit|immobili)\w*", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:(?P<now>current|present|ongoing|home|regular|usual|chronic|maintenance|recent|long-term)\s+(?:\w+\s+)?)?"
    r"(?:treatment|therapy|medications?|medicines|medication\s+list|drugs|regimen|management|care|premedication"
    r"|prophylaxis|analgesia)\s+"
    r"(?:(?P<present>includes?|consists?\s+of|comprises?|is\s+based\s+on)"
    r"|included|consisted\s+(?:mainly\s+)?of|comprised|involved|was\s+based\s+on|was\s+made\s+up\s+of)(?!\w)",
    re.IGNORECASE,
)
"""``her home medications included``, ``treatment consisted of``: the treatment itself is the subject."""


@lru_cache(maxsize=4)
def _grammar_of(knowledge: Knowledge) -> _VerbGrammar:
    """The grammar of one lexicon, made once."""
    return _VerbGrammar(knowledge)


def verbs_in(scan: Scan, stretch: tuple[int, int], known: Sequence[Cue]) -> list[Cue]:
    """Verbs of a stretch that no known phrase tells; one that is a part of such a phrase says no more than it."""
    return [
        verb
        for verb in _grammar_of(scan.knowledge).cues(scan.text, *stretch)
        if not NOT_TO.search(scan.text[max(0, verb.start - 16) : verb.start])
        and not _IF.search(scan.text[max(0, verb.start - 14) : verb.start])
        and not is_aside(verb.status, scan.text, verb.start, verb.end)
        and (
            verb.status == "declined"
            or (verb.status == "mentioned" and not SWITCHING.isdisjoint(verb.words.split(" ")))
            or not any(cue.start < verb.end and verb.start < cue.end and _says_as_much(cue, verb) for cue in known)
        )
    ]


_IF = re.compile(r"\b(?:if|whether|unless|in case)\s+(?:the\s+)?$", re.IGNORECASE)
"""``whether the patient takes X``: nobody says that she does."""


def _says_as_much(cue: Cue, verb: Cue) -> bool:
    """True where a known phrase reaches to the verb's end, unless it is a part of it that counts only near.

    The ``begin`` of ``X to begin next week`` looks for a name behind it, the whole for the one before it.
    """
    if cue.side == "before" and verb.side == "after":
        return False
    return cue.end >= verb.end and not (cue.near and cue.start > verb.start)
