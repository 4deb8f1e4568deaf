"""Whose a fracture or a risk factor is: the patient's, a relative's by the word that the contract has for it.

Sisters and brothers are ``sibling``, sons and daughters ``child``. "Brother with kidney disease, no family history of
hip fracture" is told of the family, not of the brother; in "Grandmother had had a hip fracture" she is the subject.
"""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.context.finder import Context
from osteocase.pipeline.context.people import is_named_only
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.past import section_is_over, still_holds

__all__ = ["RELATIVES", "person_of", "told_with"]

_KIN = {"sister": "sibling", "brother": "sibling", "daughter": "child", "son": "child"}
RELATIVES = frozenset({
    "mother", "father", "parent", "sibling", "grandmother", "grandfather", "grandparent", "aunt", "uncle", "child",
    "niece", "nephew", "cousin", "family",
})  # fmt: skip
_NAMES = {
    "mother": "mother|mom|mum|mam|mummy", "father": "father|dad|daddy", "parent": "parents?",
    "sibling": "sisters?|brothers?|siblings?|twin", "grandmother": "grandmother|grandma|gran|granny|nan",
    "grandfather": "grandfather|grandpa|grandad|granddad", "grandparent": "grandparents?", "aunt": "aunts?|auntie",
    "uncle": "uncles?", "child": "sons?|daughters?", "niece": "nieces?", "nephew": "nephews?", "cousin": "cousins?",
}  # fmt: skip
_SUBJECT = re.compile(
    r"(?:^|[.;:,(]\s*|\b(?:and|but|that|while|whereas|her|his|the|my|their|one|an?|two|both|late|older|younger|elder|maternal|"
    r"paternal|fh|fhx)\s+)"
    r"(?:(?:late|older|younger|elder|maternal|paternal|only|own|deceased|great)\s+)*"
    r"(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items()) + r")\b(?!\s+in[\s-]law|['’]s|\s+of\b)"
    r"(?=(?:\s*\([^()\n]{0,40}\))?\s*(?:,\s+(?:aged?\s+)?\d+,?\s+|,\s+who\s+)?"
    r"(?:has|had|have|is|was|also|broke|broken|fractured|fracturing|suffered|sustained|with|reported\s+to\s+have|known"
    r"|apparently|likewise|never|reportedly|[-–:#])(?!\w))",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(
    r"[.;]\s|,\s*(?:and\s+|but\s+)?(?:she|he|the\s+patient|pt|mr|mrs|ms|who|which)\b"
    r"|\b(?:she|he)\s+(?:has|had|herself|himself|broke|fractured|suffered|sustained|is|was)\b",
    re.IGNORECASE,
)
_FAMILY_HISTORY = re.compile(r"\b(?:family\s+(?:history|hx)|fhx?)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"[^.;\n]{0,40}?\b(?:yes|y)\b[^\w\n]{1,4}(?:(?:her|his|the)\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items() if name not in {"parent"})
    + r")\b",
    re.IGNORECASE,
)
"""``Parental hip fracture: yes (mother)``."""
_BESIDE = re.compile(
    r"\S{1,12}\s{0,3}[(:,–-]?\s{0,3}(?:in\s+)?(?:(?:her|his|the)\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items() if name in {"mother", "father"})
    + r")\b",
    re.IGNORECASE,
)
"""``Parental hip #  father, aged 84``."""
_REACH = 160
_VERB = 12
"""Characters of the words that are asked about, which may be the verb of their subject: ``her father broke``."""


def person_of(scan: Scan, context: Context, start: int) -> str:
    """The person whom the words at ``start`` are told of: ``patient``, a relative, ``family`` or ``other``."""
    context = _without_ended(scan, context, start)
    left, _ = scan.sentence_at(start)
    before = scan.text[max(left, start - _REACH) : start]
    follows = scan.text[start : start + _VERB]
    if context.subject == "patient":
        return _named_subject(before) or "patient"
    heading = next(reversed(list(_FAMILY_HISTORY.finditer(before))), None)
    if (
        heading is not None
        and heading.start() > 0
        and before[: heading.start()].rstrip().endswith((",", ";", "no", "nil"))
    ):
        later = _named_subject(before[heading.end() :], follows)
        after = scan.text[start : start + 60]
        if later is None and not re.match(
            r"[^.;,\n]*(?:\bin\b|[-–:(])\s*(?:her|his|the)?\s*(?:mother|father|sister|brother)", after
        ):
            return "family"
    if context.subject in {"parent", "family"}:
        answered = _ANSWERED.match(scan.text, start)
        if answered is not None:
            return str(answered.lastgroup)
    if context.subject == "parent" and (beside := _BESIDE.match(scan.text, start)) is not None:
        return str(beside.lastgroup)
    return _KIN.get(context.subject, context.subject)


def _without_ended(scan: Scan, context: Context, start: int) -> Context:
    """The context without relatives who were told of before a full stop, or under a heading that has ended."""
    relatives = [cue for cue in context.cues if cue.category in {"family", "other_subject"}]
    is_over = section_is_over(scan, start)
    kept = [
        cue for cue in relatives if still_holds(scan, cue, start) and not (is_over and cue.rule.startswith("section."))
    ]
    if len(kept) == len(relatives):
        return context
    named = [cue.subject for cue in kept if cue.subject and cue.subject != "family"]
    subject = (
        named[-1] if named else "family" if kept and kept[-1].category == "family" else "other" if kept else "patient"
    )
    return replace(context, subject=subject)


def _named_subject(before: str, follows: str = "") -> str | None:
    """The relative who is the subject of the clause that goes on to the end of ``before``, with the verb after it."""
    last = None
    for match in _SUBJECT.finditer(before + follows):
        if match.end() > len(before):
            break
        last = match
    if last is not None and is_named_only(before, last.start(str(last.lastgroup)), last.end()):
        return None
    if last is None or _OTHER_CLAUSE.search(before, last.end()) is not None:
        return None
    return last.lastgroup


_KIN_WORD = "|".join(words for name, words in _NAMES.items() if name != "parent")
_DETAILS = r"(?:(?:her|his|an?|one|maternal|paternal|older|younger|late)\s+){0,3}"
_TOGETHER = re.compile(
    rf"\b(?:(?:{_KIN_WORD})\s*,\s*{_DETAILS}){{0,3}}(?:{_KIN_WORD})\s*,?\s+and\s+{_DETAILS}(?:{_KIN_WORD})\s+(?:(?:both|all|each|also)\s+)?"
    r"(?:had|have|having|has|with|are|were|broke|fractured|suffered|sustained)\b",
    re.IGNORECASE,
)
_TOGETHER_BEHIND = re.compile(
    rf"[^.;,:\n]{{0,40}}?\bin\s+(?:both\s+)?{_DETAILS}(?:{_KIN_WORD})\s*,?\s+and\s+(?:(?:in|two|three|both|of)\s+){{0,2}}{_DETAILS}"
    rf"(?:{_KIN_WORD})\b",
    re.IGNORECASE,
)
"""``hip fractures in her mother and aunt``"""
_ONE_OF_KIN = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items() if name != "parent") + r")\b",
    re.IGNORECASE,
)


def told_with(scan: Scan, subject: str, start: int) -> list[str]:
    """The relatives of whom the same is told in one breath: ``her mother and maternal aunt both have osteoporosis``."""
    if subject not in RELATIVES:
        return []
    left, right = scan.sentence_at(start)
    match = _TOGETHER_BEHIND.match(scan.text, start, right)
    if match is not None:
        told = [str(one.lastgroup) for one in _ONE_OF_KIN.finditer(match.group())]
        return [other for other in dict.fromkeys(told) if other != subject] if subject in told else []
    match = _TOGETHER.search(scan.text, max(left, start - _REACH), min(right, start + _VERB))
    if match is None or _OTHER_CLAUSE.search(scan.text, match.end(), max(match.end(), start)) is not None:
        return []
    told = [str(one.lastgroup) for one in _ONE_OF_KIN.finditer(match.group())]
    return [other for other in dict.fromkeys(told) if other != subject] if told[-1] == subject else []
