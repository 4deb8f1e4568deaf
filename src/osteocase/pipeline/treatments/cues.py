"""The words around a treatment that say what became of it: which of them count where several overlap or compete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = [
    "AUXILIARY", "BASE_FORMS", "BEGIN_AGAIN", "FORMS", "IMPERATIVES", "NOT_TO", "OF_MYSELF", "PASSIVE",
    "SWITCHING", "WHICH_MAY", "Cue", "after_wins", "longest", "may_follow", "meant_by",
    "named_last", "not_resumed", "shortened", "turned",
]  # fmt: skip

BASE_FORMS = frozenset({
    "start", "initiate", "begin", "commence", "add", "put", "place", "prescribe", "switch", "change", "treat",
    "restart", "resume", "restarting", "adding", "starting", "try", "use", "take", "taking", "receive", "get",
    "introduce", "convert", "transition", "using", "give",
    "switching", "changing", "initiating", "beginning", "resuming", "trying",
})  # fmt: skip
"""Verbs that are a plan after ``will``, ``to`` or ``recommend``."""
PASSIVE = frozenset(
    f"{be} {verb}"
    for be in ("was", "were", "has been", "had been", "will be", "to be", "can be", "should be", "could be", "may be")
    for verb in (
        "administered",
        "given",
        "continued",
        "prescribed",
        "taken",
        "used",
        "worn",
        "applied",
        "started",
        "added",
        "reinstated",
        "resumed",
        "restarted",
        "reintroduced",
        "commenced",
        "initiated",
    )
)
"""Verbs that a dose or a duration may embrace: ``200 units daily was used for 3 weeks``."""
AUXILIARY = frozenset(
    {"could", "can", "may", "should", "will", "would", "was", "were", "be", "been", "also", "both", "now"}
)
IMPERATIVES = frozenset({
    "take", "wear", "use", "increase", "decrease", "reduce", "give", "add", "start", "begin", "resume", "continue",
    "stop", "hold",
})  # fmt: skip
OF_MYSELF = re.compile(
    r"\bI(?:['’]m)?\s+(?:also\s+|now\s+|have\s+|am\s+)?(?!(?:advis|recommend|suggest|ask|told|would|will|want|think|prescrib|encourag|instruct|plan|start"
    r"|gave|saw|review|spoke|discuss|explain|counsel|believe|agree|feel|reassur|arrang|refer|stop|switch|increas|reduc)\w*)\w+[^.;\n]*\Z"
)
"""``I eat well and take X``: what the patient tells of himself orders nothing."""
SWITCHING = frozenset({
    "switch", "switched", "switching", "change", "changed", "changing", "convert", "converted", "transitioned",
    "replaced", "substituted", "shifted", "rotated", "narrowed", "escalated", "de-escalated", "stepped", "swap",
    "swapped", "swapping", "exchanged", "transition", "transitioning", "move", "moved", "moving", "step", "stepping",
    "shift", "rotate",
})  # fmt: skip
NOT_TO = re.compile(
    r"\bunless\s+$|\bif\s+(?:ever\s+)?(?:she|he|the patient)\s+(?:ever\s+)?(?:wants?|wishes|decides?|comes?|has"
    r"|needs?)\s+(?:to\s+(?:come|be|go|get)\s+)?$"
    r"|\bif\s+(?:(?:it|this|they|she|he|the patient)\s+(?:(?:is|are|was|does|do)\s+)?)?$"
    r"|\b(?:should|must|do|does|can|could|will|would)\s+not\s+(?:be\s+)?$",
    re.IGNORECASE,
)
"""``should not be stopped`` stops nothing."""
_NOT_AGAIN = re.compile(r"\b(?:will|would|should|must|is|are|was|were)\s+not\s+(?:to\s+)?(?:be\s+)?\Z", re.IGNORECASE)
"""``X will not be resumed``: it has stopped."""
_NEXT_CLAUSE = re.compile(r",\s+(?:and|but|while)\s+\w")
_FINISHED = re.compile(r"complete|finish|course")


_MODAL = re.compile(
    r"\b(?:will|would|should|could|can|may|might|shall|going to|plans? to|plan on|planning to|wants? (?:her|him )?to"
    r"|like to(?: do is)?|like (?:her|him) to"
    r"|ought to|need(?:s|ed)? to|recommend(?:ed|s)?(?: that)?(?: we| she| he| the patient)?"
    r"|advised? to|suggest(?:ed)?(?: that)?(?: we| she| he)?|consider|encouraged? to|instructed to|is to|are to"
    r"|decided to|agreed? to|(?:could|would|can) you|['’]ll)\s+"
    r"(?:(?:also|just|again|then|now|likely|probably|please|try to|attempt to|have (?:her|him)|be able to)\s+)*$",
    re.IGNORECASE,
)
_AND_VERB = re.compile(r"\b(?:and|then)\s+(?:then\s+|also\s+)?\Z", re.IGNORECASE)
_MODAL_SHARED = re.compile(
    r"\b(?:will|would|should|going to|plans? to|likes? to|want(?:s|ed)? to|intends? to)\s+(?:also\s+)?\w+[^.;:\n]*\Z",
    re.IGNORECASE,
)
"""``will continue X and switch to Y``: one ``will`` for both."""
_BARE_VERBS = frozenset(
    {"start", "begin", "add", "switch", "change", "convert", "transition", "resume", "restart", "give"}
)
FORMS = frozenset({
    "treatment", "treatments", "nebulizer", "nebulizers", "nebuliser", "nebulisers", "nebs", "dose", "doses", "drip",
    "infusion", "infusions", "injection", "injections", "tablet", "tablets", "bolus", "boluses", "drips", "one", "two",
    "three", "four", "several", "single", "further",
})  # fmt: skip
"""Words between two names and their verb that only count them: ``X and three Y treatments were given``."""


def meant_by(ahead: str, clause: str, verb: str) -> str | None:
    """``planned`` or ``mentioned`` where a modal word governs a verb, or the verb that it is joined to."""
    modal = _MODAL.search(ahead)
    if modal is None and verb in _BARE_VERBS and _AND_VERB.search(ahead):
        modal = _MODAL_SHARED.search(clause)
    if modal is None:
        return None
    return "mentioned" if modal.group().lower().startswith("consider") else "planned"


@dataclass(frozen=True)
class Cue:
    """Words that say what became of a treatment, and on which side of its name they stand."""

    start: int
    end: int
    status: str
    side: str
    """``before``, ``after``, ``both``, ``adjective`` or ``compound``."""
    near: bool
    words: str


def longest(found: list[Cue]) -> list[Cue]:
    """Cues in the order of the text without those that a longer one covers; each cluster of them is settled alone."""
    kept: list[Cue] = []
    cluster: list[Cue] = []
    reach = -1
    for cue in [*sorted(found, key=lambda cue: (cue.start, cue.end)), None]:
        if cue is None or cue.start >= reach:
            settled: list[Cue] = []
            for one in sorted(cluster, key=lambda item: (item.start - item.end, item.start)):
                if not any(_overlap(one, other) for other in settled):
                    settled.append(one)
            kept += sorted(settled, key=lambda item: item.start)
            cluster = []
        if cue is not None:
            cluster.append(cue)
            reach = max(reach, cue.end)
    return kept


def _overlap(cue: Cue, other: Cue) -> bool:
    """True where a longer cue covers this one; two readings of the same words both stay.

    ``X, which we changed to Y`` ends X by the whole and begins Y by its end.
    """
    if cue.end == other.end and {cue.side, other.side} == {"before", "after"}:
        return False
    return other.start < cue.end and cue.start < other.end and (other.start, other.end) != (cue.start, cue.end)


def may_follow(cue: Cue, operation: bool) -> bool:
    """``was performed`` says nothing of a drug."""
    if cue.side not in {"after", "both"}:
        return False
    return cue.status != "completed" or operation or _FINISHED.search(cue.words) is not None


BEGIN_AGAIN = frozenset({"start", "restart", "resume", "begin", "recommence", "reinstate", "add"})
_FIRST_ONE = frozenset({"first dose", "first injection", "first infusion", "1st dose", "1st injection", "1st infusion"})
_AGO = frozenset({"years ago", "many years ago"})
_NOUNS = frozenset({"treatment with", "therapy with"})
"""``Treatment with X was recommended``: the noun tells no time, its verb does."""
_OVER = re.compile(r"ago|in the past|previous|fail|not |ineffective|unsuccessful|earlier|childhood|child")


def after_wins(before: Cue, after: Cue, between: str = "") -> bool:
    """``was taking X, which was stopped``: what follows is the last word, unless it is only a general statement."""
    weak = before.near or before.side == "adjective"
    if after.status == "talk":
        return weak
    if after.status == "mentioned" and before.status != "contraindicated":
        return weak or before.status == "planned"
    if before.status in {"allergy", "absent", "declined", "contraindicated"}:
        return before.status == "contraindicated" and not between.strip() and after.words.startswith("is ")
    if before.status == "stopped" and after.status == "ongoing" and after.near:
        return False
    if before.words in {"took", "had taken", "tried"} and after.words == "at home":
        return False
    if before.words in {"has used", "has been using", "uses", "using"} and after.words.endswith("some relief"):
        return False
    taken = before.status == "ongoing" and not weak
    if taken and (after.words.startswith("prescribed") or (after.status == "started" and _NEXT_CLAUSE.match(between))):
        return False  # ``takes X, prescribed by a colleague``, ``takes X, and Y was added``
    if before.status == "started" and not weak and after.words.startswith("will continue"):
        return False
    opened = before.words in BEGIN_AGAIN and after.status in {"stopped", "past"} and between.rstrip().endswith("(")
    ordered = (
        after.status == "past" and before.words.split(" ")[0] in IMPERATIVES
    )  # ``start X five days before surgery``
    if opened or ordered or (after.words in _AGO and before.status in {"started", "stopped"}):
        return False  # ``restart X 10 mg (ran out in June)``, ``stopped X two years ago``
    if before.status == "ongoing" and not weak and after.status == "past":
        return _OVER.search(after.words) is not None
    if before.status == "planned" and after.words in _FIRST_ONE:
        return False  # ``recommend X, first dose at six weeks``
    if after.status == "planned":
        if before.words in _NOUNS:
            return True
        return before.status not in {"started", "ongoing", "mentioned"}
    return not (before.status == "planned" and after.status in {"past", "ongoing", "stopped"})


_SUCH_AS = re.compile(r"\b(?:such\s+as|including|e\.?g\.?|for\s+example)[\s,:]", re.IGNORECASE)
WHICH_MAY = re.compile(
    r"\b(?:that|which)\s+(?:(?:may|might|can|could)\s+(?:also\s+)?\w*|(?=(?:may|might|can|could)\b)\w+)\Z",
    re.IGNORECASE,
)
"""``drugs that may increase the risk of bleeding``: the verb tells what kind they are."""
_LISTED = 175
"""Longest stretch before ``such as``: ``stop all drugs that may thin the blood such as X`` names them all."""


def shortened(scan: Scan, cue: Cue, taken: int, groups: dict[str, str]) -> Cue:
    """``on oral`` before ``oral bisphosphonate``: the name's words, from ``taken`` on, are not the cue's."""
    words = " ".join(scan.text[cue.start : taken].lower().split())
    for group, status in groups.items():
        value = scan.knowledge.groups.get(group, {}).get(words)
        if value is not None:
            end = cue.start + len(scan.text[cue.start : taken].rstrip())
            return Cue(cue.start, end, status, value.removeprefix("near_"), value.startswith("near_"), words)
    return cue


def turned(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """``was never restarted``: what did not begin again has stopped; what a doctor will not do nobody declined."""
    kept = []
    for cue in cues:
        if cue.status in {"started", "ongoing"} and _NEVER.search(text, max(0, cue.start - 14), cue.start):
            if _AGAIN.search(cue.words) is None:
                if (
                    cue.status == "started"
                    and cue.side != "before"
                    and _NEVER_BEGUN.search(text, max(0, cue.start - 8), cue.start)
                ):
                    kept.append(replace(cue, status="absent"))  # ``X never started``
                continue
            cue = replace(cue, status="stopped")
        if cue.status == "declined" and _OF_THE_DOCTOR.search(text, max(0, cue.start - 30), cue.start):
            cue = replace(cue, status="mentioned")  # ``I am reluctant to start X``
        kept.append(cue)
    return kept


_OF_THE_DOCTOR = re.compile(
    r"\b(?:I|[Ww]e)\b(?:\s+(?:am|are|was|were|have|been|would|be|remain|still|rather|therefore|both)){0,3}\s*\Z"
)
_NEVER = re.compile(r"\b(?:never|not)\s+(?:been\s+|yet\s+|yet\s+been\s+)?\Z", re.IGNORECASE)
_NEVER_BEGUN = re.compile(r"\bnever\s+\Z", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:restart|resum|recommenc|reinstat|reintroduc|reinitiat)\w*")


def not_resumed(text: str, start: int, end: int) -> list[Cue]:
    """``X will not be resumed``: it has stopped."""
    again = _AGAIN.match(text, start) is not None and _NOT_AGAIN.search(text, max(0, start - 16), start) is not None
    return [Cue(start, end, "stopped", "after", near=False, words="not resumed")] if again else []


def named_last(between: str) -> str:
    """What stands behind the last ``such as`` of a stretch; the whole where there is none."""
    kinds = list(_SUCH_AS.finditer(between)) if len(between) <= _LISTED else []
    return between[kinds[-1].end() :] if kinds else between
