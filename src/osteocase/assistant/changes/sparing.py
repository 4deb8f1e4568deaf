"""What is to stay as it is: ``leave the one of 2019 alone``, ``don't touch the TSH``, ``keep everything as is``."""

from __future__ import annotations

import re

__all__ = ["spared_in", "spares", "without_spared"]

_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|but not|but (?:please )?(?:leave|spare|do not touch)|apart from|aside from|"
    r"other than|excluding|omitting|skipping|minus|leaving (?:out|aside)|(?<=s )(?:besides|bar|less|sans|without)|"
    r"save for|not counting|with the exception of|barring)\b"
    r"|\bbut\b(?=.*\b(?:look|check|again|later|unsure|not sure|unclear|doubt\w*|wait|stays? open|think|discuss|ask)\b)"
    r"|[,;]\s*(?:and\s+)?not\s+(?=(?:(?:the|those|that|her|his)\s+(?!patient|right|same|correct|case)\w|[TL]\d))"
    r"|(?<=\ball )but\b(?! not)|(?<=\beverything )but\b(?! not)|(?<=s )but\b(?! not)(?!.*\d)",
    re.IGNORECASE,
)
"""What leads to what is to be left out of a wish: ``all fractures except the scaphoid``."""
_KEPT = re.compile(
    r"\b(?:accept|confirm|approve|reject|delete|remove|drop|discard|fine|ok|okay|right|correct|good)\b[^,;]*?"
    r"(?P<lead>\s*(?:[,;]\s*(?:(?:and|but)\s+)?|\s(?:and|but)\s+)(?:please\s+)?(?:keep|leave|save|let)\s+)"
    r"(?=[^,;.]*\b(?:(?:for|until|till)\s+(?:later|now|another time|tomorrow|next time)|open|undecided|unreviewed|"
    r"pending|aside|out)\b)",
    re.IGNORECASE,
)
"""``accept the scan, keep the hip for later``."""


_PART_KEPT = re.compile(
    r"\b(?:labs?|bloods|results|values|scans?|dxas?|dexas?|densities|densitometry|fractures|findings|treatments|drugs|"
    r"scores|everything|all)\b[^,;]*?(?P<lead>,?\s+but\s+(?:please\s+)?(?:keep|retain)\b)"
    r"(?=\s+(?:its|the|her|his)\s+(?![tz][- ]?score))",
    re.IGNORECASE,
)
"""``reject the last scan but keep its spine value``: a part of what is listed."""


def spared_in(say: str) -> tuple[int, int] | None:
    """Where the words stand that lead to what a wish leaves out; null where it leaves out nothing."""
    match = _EXCEPT.search(say)
    if match is not None:
        return match.span()
    part = _PART_KEPT.search(say)
    if part is not None:
        return part.span("lead")
    kept = _KEPT.search(say)
    whole = kept is not None and len(say[: kept.start("lead")].split()) > 1  # ``ok, leave it for later``
    return kept.span("lead") if kept is not None and whole else None


_STAY = (
    r"(?:alone|as (?:it|they|that) (?:is|are|was|were)|as is|as are|untouched|unchanged|in peace|in place|"
    r"the way it is)"
)
_CHANGE = (
    r"(?:touch|change|alter|edit|modify|delete|remove|drop|reject|accept|discard|correct|overwrite|amend|adjust|erase|"
    r"strike|defer|add)"
)
_SPARES = re.compile(
    rf"\b(?:leave|let|keep)\b[^;.?]*\b{_STAY}\b"
    r"|\b(?:do not|don['’]?t|never|please not|no need to|you need not|must not|should not be|"
    r"(?:i|we|you)\s+(?:(?:can|could|would|will|should|shall|may|did)\s*(?:not|n['’]?t)|cannot|won['’]?t))"
    rf"\s+(?:\w+\s+)?{_CHANGE}(?:e?d)?\b"
    r"|\b(?:leave|let) (?:it|that|this|them|those|everything|all|things) (?:be|stand)\b"
    r"|(?:\b(?:stays|remains)|\b(?:should|must|can|may|shall|to) (?:stay|remain))"
    r"(?:\s+(?:as (?:it|they) (?:is|are|was|were)|as is|the same|unchanged|put))?\s*(?:$|[,;.!])"
    r"|\b(?:hands|keep your hands) off\b"
    r"|\bno changes? to\b"
    r"|\b(?:nothing|not anything)(?:\s+is|['’]s|\s+was)?\s+(?:wrong|amiss|false|incorrect)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[;.]\s+|\s*,?\s+\b(?:but|and)\s+|\s*,\s+", re.IGNORECASE)


def spares(say: str) -> bool:
    """Whether it asks for no change of what it names."""
    return _SPARES.search(say) is not None


_PART_OUT = re.compile(
    r"^(?P<out>\W*(?:\w+\s+){0,3}?(?:reject|delete|remove|drop|discard|take\s+out|strike)\b[^,;]*?\b"
    r"(?:[tz][- ]?scores?|yams?|percentages?|changes?)\b[^,;]*?)"
    r"(?:\s*[,;]\s*(?:(?:and|but)\s+)?|\s+(?:and|but)\s+)(?:please\s+)?(?:keep|leave|retain)\s+(?:(?:the|their|its|all)\s+)*"
    r"(?:(?:bone\s+)?(?:mineral\s+)?densit(?:y|ies)|bmds?|g/cm2|rest|others?|everything\s+else|scans?)(?:\s+values?)?\W*$",
    re.IGNORECASE,
)
"""``reject the T-scores, keep the densities``: one number of each scan goes, and what stays is no wish of its own."""


_LEAVES = re.compile(
    r"^\W*(?:please\s+)?(?:leave|keep|let)\s+(?:the|her|his)\s+(?!.*\b(?:for|until|till|open|later|out|aside|off|not|was|"
    r"were|is|are)\b)[\w ()-]{2,40}$",
    re.IGNORECASE,
)
_TELLS_VALUE = re.compile(r"\b(?:was|were|is|are|be|read|to|make|change|set|correct)\b.*\d", re.IGNORECASE)
"""``leave the calcium, but the phosphate was 1.21``: what stays is no wish of its own beside a value that is told."""


def without_spared(say: str) -> str:
    """The utterance without the part that only spares something: ``it was 2.1, but leave the one of 2019 alone``."""
    if (out := _PART_OUT.match(say)) is not None:
        return out["out"]
    cuts = [(say[: match.start()], say[match.end() :]) for match in _CUT.finditer(say)]
    for one, other in cuts:
        for kept, told in ((one, other), (other, one)):
            if _LEAVES.match(kept) and _TELLS_VALUE.search(told) and not spares(told):
                return told
    if not spares(say):
        return say
    for before, behind in reversed(cuts):
        if spares(behind) and not spares(before) and re.search(r"\d", before):
            return before
    for before, behind in cuts:
        if spares(before) and not spares(behind) and re.search(r"\d", behind):
            return behind
    return say
