"""What only comments on a wish: ``reject the L1-L4, only the hip was scanned``, ``delete the PTH: wrong patient``.

The names of a comment choose no record, and nothing of it is to be placed in one. What picks a record (``the one of
2019``), spares one (``not the hip``), names a further one (``and the TSH``) or tells a right value is no comment.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["TELLS_RIGHT", "Remarked", "of_writing", "tells_right", "without_remark", "takes_itself_back"]


class Remarked(NamedTuple):
    """A wish and the comment on it."""

    wish: str
    at: int
    """Where the wish starts in what was said."""
    remark: str
    is_plain: bool = True
    """Whether the comment is of the same thing for sure: ``it was …``, ``because …``; it may else tell another fact."""


_CUT = re.compile(
    r"\s*[,;:.]\s+|\s+[-–—]+\s+|\s*\(|\s+(?=(?:because|since|as|due to|owing to|for|so)\b)", re.IGNORECASE
)
_FINITE = re.compile(
    r"^\W*(?:(?:because|since|as)\s+)?(?:we|they|i|he|she|it)\s+(?:only\s+|never\s+|always\s+|just\s+)?[a-z]+"
    r"|\b(?:is|are|was|were|has|had|have|does|do|did|can|could|will|would|should|must|never|cannot|belongs?|belonged|"
    r"came|comes|got|said|says|revised|withdrew|disagree[ds]?|reviewed|misread|mistook|denie[ds]|looks?|looked|seems?|seemed|shows?|showed|reports?|reported|count(?:s|ed)?|"
    r"(?:is|are|was|were|has|had|have|does|do|did|ca|wo|would|could)n['’]?t|not)\b|['’]s\b|['’]re\b",
    re.IGNORECASE,
)
_CAUSAL = re.compile(r"^\W*(?:because|since|as|due to|owing to)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\W*(?:as|since|so)\s+(?!(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"he\s+was\s+born|\d|well\b|it\s+is\b(?=\W*$)|is\b|are\b|soon\b|planned\b))[a-z]",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:(?:the\s+|a\s+|an\s+)?(?:wrong|other|another|different|mixed[- ]up)\s+(?:patient|person|lady|woman|man|"
    r"side|sample|tube|chart|file|name|case)|"
    r"(?:a\s+)?(?:typo|mistake|mix[- ]?up|artefacts?|artifacts?|haemolysed|hemolysed|"
    r"contaminated)|(?:all\s+)?(?:normal|irrelevant|unnecessary|useless|redundant|superfluous|outdated|unreliable)|"
    r"not\s+(?:needed|necessary|relevant|useful|hers|his|ours|reliable|valid|required))\b",
    re.IGNORECASE,
)
"""A comment without a verb: ``wrong patient``, ``normal and not needed``."""
_NO_REMARK = re.compile(
    r"^\W*(?:and|or|plus|but|also|except\w*|apart|other than|not|only|without|excluding|then|instead|rather|"
    r"i\s+mean\w*|"
    r"the\s+(?:one|ones|first|second|third|fourth|last|latest|earlier|later|other|older|newer|right\s+one|left\s+one)\b"
    r"(?!\s+(?:is|was|had|has))|that\s+(?:of|from)|those\s+(?:of|from)|"
    r"(?:it|that|this)\s+(?:is|was|['’]s)\s+the\s+(?:one|first|second|third|"
    r"last|other)\s+(?:one|of|from|in)\b)"
    r"|\b(?:a|the)\s+plan\b|\b(?:planned|proposed|intended)\b"
    r"|\b(?:should|must|ought to)\s+(?:be|read|say|have been)\b|\binstead\b|\?\s*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^\W*(?:only|not)\b(?=.*\b(?:is|are|was|were|has|had|have|did|do|does|ever|never)\b)", re.IGNORECASE
)
"""``only the hip was scanned``; ``only the hip`` says which."""
_ORDERS = re.compile(
    r"\b(?:accept|confirm|approve|delete|remove|reject|drop|discard|add|correct|change|set|make|export|save|rename|undo|redo|"
    r"defer|keep|leave|spare|put|mark|show|open|list|tell|ask|skip|strike|go(?:es)?\s+too)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"^\W*(?!it\b|they\b|this\b|that\b|these\b|those\b|both\b|only\b|because\b|since\b|as\b)"
    r".*\b(?:is|are|was|were|looks?)\s+(?:also\s+)?(?:wrong|false|incorrect|ok(?:ay)?|correct|right|fine)\W*$",
    re.IGNORECASE,
)
"""``the TSH is wrong``, of something else: a wish of its own."""
_VALUE = re.compile(r"\b(?:is|are|was|were|be|reads?|of|to|=)\s*[<>~]?\s*[-−+]?\d", re.IGNORECASE)


_TAKES_IT_BACK = re.compile(
    r"\w[\s.,;!:–-]+(?:(?:oh|ah|hm+|wait|no|nope|actually|sorry|but|well|on second thoughts?|"
    r"hang on|hold on|scratch that)[\s,.!–-]+){1,4}"
    r"(?:(?:please|just|rather|let['’]?s|better|i(?:['’]d)?|you can|we can|should)\s+)*"
    r"(?:keep|leave|do(?:n['’]?t|\s+not)|forget|never\s?mind|scrap|cancel)"
    r"(?:\s+(?:it|that|them|this|those|so|all|there|in|then|as (?:it|they) (?:is|are|was|were)|as is))*"
    r"(?:\s+please)?\W*$",
    re.IGNORECASE,
)


def takes_itself_back(say: str) -> bool:
    """``reject the albumin. actually no, keep it``: the wish is taken back in the same breath."""
    return _TAKES_IT_BACK.search(say) is not None


def without_remark(say: str) -> Remarked | None:
    """The wish alone, where a clause behind it or in front of it only comments on it; null where there is none."""
    if takes_itself_back(say):
        return None
    front = _IN_FRONT.match(say)
    if front is not None and _is_remark(front["why"]):
        return Remarked(say[front.start("wish") :], front.start("wish"), front["why"])
    for cut in _CUT.finditer(say):
        head, tail = say[: cut.start()], say[cut.end() :]
        if re.search(r"\w+\s+\w", head) and _is_remark(tail):
            return Remarked(head, 0, tail.strip(" .!)"), _PLAIN.match(tail) is not None)
    return None


_PLAIN = re.compile(
    r"^\W*(?:it|they|this|these|that|those|he|she|we|i|both|all|only|because|since|as|due|owing)\b", re.IGNORECASE
)


_IN_FRONT = re.compile(r"^\W*(?P<why>(?:because|since|as)\s+[^,;]{6,80}),\s+(?P<wish>\S.*)$", re.IGNORECASE)


def _is_remark(tail: str) -> bool:
    if _ORDERS.search(tail) or _VALUE.search(tail) or _JUDGED.match(tail):
        return False
    if _BARE.match(tail):
        return True
    if _NO_REMARK.search(tail) and not _ONLY.match(tail):
        return False
    caused = _CAUSAL.match(tail) is not None
    if caused and re.match(r"^\W*(?:as|since|so)\b", tail, re.IGNORECASE) and not _SUBJECT.match(tail):
        return False
    return _FINITE.search(tail) is not None or (
        caused and re.match(r"^\W*(?:because|due|owing)", tail, re.IGNORECASE) is not None
    )


_OF_WRITING = re.compile(
    r"(?:[,;.]\s+|\s+[-–—]\s+|\s*\()(?P<tail>(?:(?:sorry|and|but|so|as|because|since)\W+)*"
    r"(?:(?:i|we|they|someone|somebody)\b|(?:it|that|this)\s+(?:is|was)\s+(?:just\s+|only\s+)?(?:an?|my|our|the)\b|"
    r"(?:the|my|our|that|this|his|her)\s+(?:[\w-]+\s+){0,2}?(?:note|letter|report|form|chart|record|sheet|file|lab|laboratory|"
    r"secretary|typist|registrar|dictation|summary|table|entry|paper)s?\b)"
    r"[^,;\d]*\b(?:digits?|typ(?:o|os|ing|ed)|mis(?:took|read|typed|heard|print\w*|takes?|taken)|swapp?ed|transposed|slip|"
    r"error|mistake|wrong\w*|mixed up|mix-?up|confused|dictated|transcribed|copied)\b[^,;\d]*)$",
    re.IGNORECASE,
)


_NEVER_SEEN = re.compile(
    r"(?:[,;]\s+|\s+[-–—]\s+)(?:(?:and|but|because|since|as)\s+)?(?:the|her|his|it|that|they|we)\b[^,;\d]{0,40}?\s+"
    r"(?:(?:was|were|is|has|had|have|did)\s+(?:never|not)|never|(?:was|were|did|has|had|have)n['’]t)\s+(?:been\s+|even\s+)*"
    r"(?:x-?rayed|filmed|scanned|imaged|examined|measured|touched|involved|injured|operated)\b[^,;\d]*$",
    re.IGNORECASE,
)
"""``…, the left hip was never filmed``: what was not looked at, and no fact of the record."""


def of_writing(say: str) -> str | None:
    """``… was 358, I swapped the digits`` without how the slip came about; null where that is not told."""
    match = _OF_WRITING.search(say.rstrip(" .!)")) or _NEVER_SEEN.search(say.rstrip(" .!)"))
    return say[: match.start()] if match is not None else None


_WRONG = re.compile(
    r"\b(?:is|are|was|were)\s+(?:wrong|incorrect|false|a mistake|an error)\b\W+(?P<tail>\S.+)", re.IGNORECASE
)
TELLS_RIGHT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|once|twice|daily|weekly|monthly|yearly|left|right|stopped|started|ongoing|planned|"
    r"completed|declined|refused|absent|present|acute|old|recent)\b",
    re.IGNORECASE,
)
"""``the daily dose is wrong, she takes one a week``: what is right stands behind it."""


def tells_right(say: str) -> bool:
    """Whether what is right stands behind what is wrong."""
    behind = _WRONG.search(say)
    return behind is not None and TELLS_RIGHT.search(behind["tail"]) is not None
