"""What is not for the notes of a case to tell: advice, forecasts, definitions, judgements, orders, other people."""

from __future__ import annotations

import re

from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.ranges import is_of_others
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard

__all__ = ["asks_advice"]

_COMPARES = frozenset(("better than", "worse than", "as good as", "superior", "superior to"))
_FUTURE = frozenset(("will", "would", "should", "shall", "must", "ought"))
_THERAPY = frozenset(
    ("stop", "start", "continue", "resume", "switch", "increase", "reduce", "begin", "prescribe", "taper")
)  # fmt: skip
_DECISIONS = ("accept", "delete", "defer", "add", "report", "export", "correct", "undo")
_HEALED = frozenset(("heal", "healed", "united", "mended"))
_ASKS_BEST = re.compile(
    r"\b(?:which|what) (?:is the )?(?:\w+ )?(?:drug|treatment|medication|medicine|therapy|agent|option|bisphosphonate)"
    r"\s+(?:is|would be|works|suits \w+)\s+(?:the )?(?:best|better|safest|strongest|most effective|right)\b",
    re.IGNORECASE,
)
_IS_BEST = re.compile(
    r"^\W*(?:(?:and|so|but|then)\s+)?(?:what|which(?:\s+\w+)?)(?:\s+is|\s+are|['’]s|\s+would\s+be)\s+(?:the\s+)?"
    r"(?:best|safest|ideal|optimal|preferred|most\s+(?:suitable|effective|appropriate))\b.*\b(?:for|in|to)\b",
    re.IGNORECASE,
)
"""``what is the best immunosuppressant for the bones?``: of a drug, or of nothing that was measured."""
_MEASURED = frozenset(("analyte", "site", "score", "measure"))
_ASKS_HOW_LONG = re.compile(
    r"\bhow (?:long|often|much) (?:can|could|may|must|should|might|will) (?:she|he|it|they|we|i|this|the \w+)\b"
    r"(?! (?:have|has)\b)",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:at|to|in|of|off|from|for)\s+(?:his\s+|her\s+|the\s+)?work\b|\b(?:is|was|still|he|she)\s+(?:still\s+)?working\b",
    re.IGNORECASE,
)
"""``is he back at work?`` asks for his job, not for an effect."""
_SHOWN = frozenset(("seen", "shown", "listed", "given", "told", "displayed", "read", "found", "had"))


def asks_advice(heard: Heard, found: Selection) -> bool:
    """Advice, forecasts, explanations, and other people: not for the notes of this case to tell."""
    if (
        heard.has("stranger")
        or _asks_best(heard, found)
        or _asks_of_books(heard, found)
        or _ASKS_HOW_LONG.search(heard.say)
        or _blames_drug(heard)
        or _judges_deed(heard, found)
    ):
        return True
    if _asks_what_was(heard, found):
        return False
    advised = {" ".join(heard.words[hit.start : hit.end]) for hit in heard.hits if hit.group == "advice"}
    if advised and advised <= _COMPARES and all_measured(found) and heard.first not in ("is", "are", "was"):
        return False  # ``did the spine recover better than the hip?``
    if {"do", "does"} & set(heard.words) and heard.last in ("last", "keep", "live") and "long" in heard.words:
        return True  # ``how long do they last?``
    if heard.first in ("did", "has", "is") and heard.last in ("work", "worked", "working", "effective"):
        return _AT_WORK.search(heard.say) is None
    if heard.is_question and "does" in heard.words and heard.last in ("mean", "work", "measure", "indicate", "do"):
        return True
    if heard.words[:2] == ("how", "to") or (
        heard.words[:2] in (("do", "you"), ("are", "you")) and not heard.has("ask")
    ):
        return True  # ``how to inject it?``, ``do you like romosozumab?``
    of_others = is_of_others(heard) and "analyte" in found.arguments
    if of_others or _defines(heard, found) or _judges(heard, found) or _orders(heard, found):
        return True
    if heard.starts_with("correct") and not heard.say.rstrip().endswith("?"):
        return False  # ``should read 12.5``
    if heard.words[:1] and heard.words[0] in _FUTURE and heard.words[1:2] not in (("you",), ("like",)):
        return True
    future = _FUTURE - {"would"} if heard.has("patient_field", "ask", "when", "count", "duration") else _FUTURE
    if heard.is_question and set(heard.words[heard.lead :]) & future:
        return True
    if found.arguments.get("concept", "alcohol") not in ("smoking", "alcohol") and (
        heard.figures or set(heard.values("advice")) == {"ability"}
    ):
        return bool(heard.figures) and heard.is_question and not heard.has("source")  # is -2.2 osteoporosis?
    if set(heard.values("advice")) == {"ability"} and (
        heard.has("when", "passage", "duration") or "agent" in found.arguments
    ):
        return False  # ``when could she leave the brace off?``
    return heard.has("advice") and not heard.starts_with("add", "undo", "source", "gap", "delete", "correct")


def _blames_drug(heard: Heard) -> bool:
    """``was the low calcium caused by denosumab?``, ``is the prednisone harming her bones?``: a judgement of causes."""
    match = _BLAMED.match(heard.say)
    if match is not None and not _WAS_DONE.search(match["what"]):
        return any(heard.offsets[hit.start] >= match.end("what") for hit in heard.drugs if hit.end > hit.start)
    match = _HARMS.match(heard.say)
    harmed = match is not None and _HARMED.search(heard.say, match.end()) is not None
    return (
        match is not None
        and harmed
        and any(
            match.start("drug") <= heard.offsets[hit.start] < match.end("drug")
            for hit in heard.drugs
            if hit.end > hit.start
        )
    )


_BLAMED = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:is|are|was|were|has|have|could|can|might|may)\s+(?P<what>[^?]*?)\s*"
    r"\b(?:caused?\s+by|due\s+to|(?:a\s+|the\s+)?(?:result|consequence|effect)\s+of|induced\s+by|brought\s+on\s+by|triggered\s+by|"
    r"related\s+to|attributable\s+to|explained\s+by|made\s+worse\s+by|worsened\s+by|because\s+of|from\s+(?=the\s))\b",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(
    r"\b(?:stop\w*|start\w*|given|gave|chang\w+|switch\w*|chosen|declin\w+|refus\w+|contraindicated|avoid\w*|delay\w*|paus\w*|"
    r"admitted|referred|scann\w+|repeat\w*|treat\w*)\b",
    re.IGNORECASE,
)
"""What was done has its reason in the notes."""
_HARMS = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:is|are|was|were|did|does|do|has|have|could|can|might|may)\s+(?P<drug>[^?]*?)\s+(?:\w+ly\s+)?"
    r"(?:caus\w+|harm\w*|hurt\w*|damag\w+|weaken\w*|worsen\w*|trigger\w*|contribut\w+|to\s+blame|"
    r"responsible)\b",
    re.IGNORECASE,
)


_HARMED = re.compile(
    r"\b(?:bones?|skeleton|bmd|density|fractur\w*|osteopor\w*|spine|hips?|vertebra\w*|low|high|raised|calcium|phosphate|pth|"
    r"hypo\w+|hyper\w+|deficiency|weakness|falls?)\b",
    re.IGNORECASE,
)
"""What a drug does to these is a judgement; a reaction to it is told."""


def _judges_deed(heard: Heard, found: Selection) -> bool:
    """``was it right to start it?``, ``was teriparatide the right choice?``, ``was the dose justified?``."""
    if _DEED.match(heard.say):
        return True
    match = _DEEMED.match(heard.say)
    return match is not None and "agent" in found.arguments and not heard.has("accept", "correct", "conflict")


_JUDGED = (
    r"(?:right|wrong|correct|justified|appropriate|reasonable|sensible|wise|necessary|needed|indicated|overkill|negligent|premature|"
    r"an?\s+(?:good|bad|wise|poor)\s+(?:idea|decision|choice|move)|a\s+mistake|an\s+error|too\s+(?:early|late|soon))"
)
_DEED = re.compile(
    rf"^\W*(?:(?:and|so|but)\W+)*(?:is|was|wasn['’]?t|isn['’]?t)\s+(?:it|that|this)\s+(?:really\s+|not\s+)?{_JUDGED}\s+"
    r"(?:not\s+)?(?:to|of\s+(?:them|him|her|us|the\s+\w+)\s+to|for\s+(?:them|him|her|us|the\s+\w+)\s+to)\s+\w+",
    re.IGNORECASE,
)
_DEEMED = re.compile(
    rf"^\W*(?:(?:and|so|but)\W+)*(?:is|was|were|are)\s+(?:the\s+|her\s+|his\s+)?[^?]{{2,40}}?\s+(?:really\s+)?"
    rf"(?:{_JUDGED}|the\s+(?:right|wrong|best|correct)\s+(?:choice|drug|treatment|decision|thing|dose|move|option))"
    r"(?:\s+(?:for|in|at|here|then|to)\b[^?]*)?\W*$",
    re.IGNORECASE,
)


def _asks_of_books(heard: Heard, found: Selection) -> bool:
    """``does prednisolone raise the PTH?``, ``why do adenomas grow?``: of drugs and illnesses, not of this patient."""
    if {"mechanism", "mechanisms"} & set(heard.words) and found.arguments.keys() & {"agent", "concept", "analyte"}:
        return True  # of a fracture a note tells it
    match = _OF_BOOKS.match(heard.say)
    if match is None:
        return False
    drugs = {heard.words[hit.start] for hit in heard.drugs if hit.end > hit.start}
    return match["subject"].casefold() in drugs or (match["how"] is not None and match["subject"].endswith("s"))


_OF_BOOKS = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?P<how>why|how)?\W*(?:does|do)\s+(?P<subject>[\w-]+)\s+(?!appear|stand|show|"
    r"fit|match|come up)\w+",
    re.IGNORECASE,
)


def _asks_best(heard: Heard, found: Selection) -> bool:
    """``which drug is best?``; the best T-score is one that is recorded."""
    of_value = bool(_MEASURED & found.arguments.keys()) or all_measured(found)
    return _ASKS_BEST.search(heard.say) is not None or (not of_value and _IS_BEST.search(heard.say) is not None)


def _asks_what_was(heard: Heard, found: Selection) -> bool:
    """``P1NP before the switch``, ``did the wrist heal``, ``when is the next scan?``: told by values or by the plan."""
    if heard.moment is not None and found.records and all_measured(found) and not _FUTURE & set(heard.words):
        return True
    if heard.first in ("did", "has", "is", "have") and bool(_HEALED & set(heard.words)):
        return True
    if heard.first == "who" and _BY_WHOM.search(heard.say):
        return True
    return heard.has("when") and "next" in heard.words and heard.has("passage")


_BY_WHOM = re.compile(r"\bwho\s+(?:\w+ly\s+|first\s+)?(?:recommended|suggested|advised|proposed)\b", re.IGNORECASE)


def _orders(heard: Heard, found: Selection) -> bool:
    """``stop romosozumab`` orders a treatment; osteocase orders nothing."""
    named = any(hit.topic == "treatment" and hit.end > hit.start for hit in heard.hits)
    return heard.first in _THERAPY and named and not heard.is_question


def _judges(heard: Heard, found: Selection) -> bool:
    """``can it be given?``, ``is 21 good?``: for a person to say."""
    modal = heard.words[:1] in (("can",), ("could",), ("may",), ("might",))
    if (
        modal
        and heard.words[1:2] in (("the",), ("this",), ("that",), ("it",), ("these",), ("such",))
        and (not heard.has("ask", "list", *_DECISIONS) and not _SHOWN & set(heard.words))
    ):
        return True  # ``could the vertebrae collapse further?``
    if modal and not heard.has("ask", "accept", "delete", "report") and not heard.starts_with("add", "defer"):
        return "agent" in found.arguments
    judged = heard.is_question and heard.words[:1] in (("is",), ("are",)) and bool(heard.figures)
    if judged and "analyte" not in found.arguments and heard.has("high", "low", "abnormal"):
        return heard.figures[0].start <= len("is a ")  # ``is 28 % a high risk?``
    return heard.is_question and bool({"good", "bad", "ok", "okay"} & set(heard.words)) and bool(heard.figures)


def _defines(heard: Heard, found: Selection) -> bool:
    """``what is osteoporosis?`` asks for knowledge, not for the case."""
    asked = heard.words[heard.lead :]
    general = asked[:2] in (("what", "is"), ("what", "are")) or (
        asked[:2] in (("how", "is"), ("how", "are"))
        and bool(set(asked) & {"treated", "managed", "diagnosed", "caused"})
    )
    general = general and asked[2:3] not in (("the",), ("her",), ("his",), ("she",), ("he",))
    return (
        general and bool({"concept", "agent"} & set(found.arguments)) and not heard.has("time", "measure", "modality")
    )
