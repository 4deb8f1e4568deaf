"""What may stand between two elements of a laboratory statement: bridging words, list words, brackets."""

from __future__ import annotations

from functools import partial

from osteocase.pipeline.labs.context import is_article, tells_course
from osteocase.pipeline.labs.elements import Element
from osteocase.pipeline.labs.measured_by import without_circumstances
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.text.quantities import Quantity

__all__ = [
    "AS_WERE", "LONGEST_LINK", "RESUMED",
    "all_bridging", "bridges", "ends_list", "is_alias", "is_citation", "is_held_against", "is_identifier", "is_list",
    "is_near", "is_series", "leads_back", "prefix_of", "prefixes_next",
]  # fmt: skip

MAX_BRIDGE_WORDS = 12
LONGEST_LINK = 160
"""Characters that may stand between a name and its value."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+|[^\w\s]")
_TRANSPARENT = set("@:=(),;-–—→~'’\"“”[]*_|<>")
_LIST_WORD = re.compile(r",|;|/|&|\+|\band\b|\bor\b|\bas well as\b|\balong with\b|\bplus\b", re.IGNORECASE)
_BETWEEN_NAMES = {
    "the",
    "her",
    "his",
    "a",
    "an",
    "normal",
    "and",
    "or",
    "as",
    "well",
    "along",
    "with",
    "plus",
    "also",
    "both",
    "free",
    "total",
    "urinary",
    "urine",
    "intact",
    "random",
    "spot",
    "routine",
    "ionized",
    "ionised",
    "active",
    "salivary",
    "peripheral",
    "hour",
    "antibodies",
    "antibody",
    "profile",
    "function",
}
_SERIES = re.compile(
    r"[\s,;:=()\[\]*]*(?:,|;|/|→|⟶|➔|[-–—=]*>|»|and|then|to|vs\.?|versus|compared (?:with|to)|against|"
    r"followed by|later|up to|down to|but|now|or|"
    r"and then|which|it|was|is|ha(?:d|ving) been|rose|fell|increased|decreased|dropped|peaked|rising|falling|"
    r"at|reaching|before|after|(?<=[,d] )the (?:second|third|fourth|next|last|final)|"
    r"peak|nadir|max|min|highest|lowest|previously|formerly|originally|prev|prior|baseline|from|repeat|repeated|rpt|recheck|rechecked|\s)*[\s(\[]*",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()\d]{0,60}\)")
"""What stands in brackets between the values of a course: ``12 in 2021 (on risedronate), 17 in 2023``."""
_UNKNOWN_ITEM = re.compile(
    r"\s*(?:,|,?\s+and)\s+(?P<item>[A-Za-z][\w/-]*(?:\s[A-Za-z][\w/-]*){0,2})\s*(?:,|,?\s+and\s)\s*(?:and\s+)?"
)
_LAST_UNKNOWN = re.compile(
    r"\s*,?\s*(?:(?:and|or)\s+|,\s*)(?:the\s+)?(?P<item>[A-Za-z][\w/'-]*(?:\s[A-Za-z][\w/'-]*){0,3})\s+"
    r"(?:was|were|is|are|came\s+back|returned|have\s+been)\s+(?:all\s+|also\s+|both\s+|each\s+)?",
    re.IGNORECASE,
)
"""``…, HIV, Lyme titer and heavy metal screen was negative``: the last item of a list, that no entry knows."""
"""``PTH, coeliac, TSH``: an item that no entry knows, between two that are known."""
_CLAUSE_WORDS = {
    "she",
    "he",
    "they",
    "we",
    "i",
    "no",
    "not",
    "but",
    "who",
    "with",
    "without",
    "then",
    "now",
    "so",
    "mg",
    "for",
}
_TURN = re.compile(
    r"\b(?:to|from|against|now|was|is|were|then|later|today|currently|repeat|recheck|rechecked|rpt|vs|versus|at|again|previously)\b",
    re.IGNORECASE,
)
_AND_IT = re.compile(r"\b(?:and|but|then)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)
_INCLUDING = re.compile(
    r"\s*,?\s*\(?\s*(?:including|which included?|namely|i\.e\.,?)\s+(?:(?:the|an?|her|his|serum)\s+){0,2}"
)
"""``were normal, including calcium and PTH``"""
_GO_ON = {"it", "this", "these", "they", "both", "now", "then", "again", "is", "are", "had", "has", "was", "were"}
_NO_VERBS = {"with", "from", "between", "that", "which"}
_HELD_AGAINST = re.compile(
    r"\s*,?\s*(?:for(?=\s+(?:the|an?|her|his|this|that)\s)|given|despite|relative\s+to|"
    r"in\s+(?:the\s+face|view|light|spite)\s+of)\s+(?:(?:the|an?|her|his|this|that|degree|level|of|serum|low|high|elevated|prevailing|corrected)\s+)*",
    re.IGNORECASE,
)
_LEADS_BACK = re.compile(r"\s*(?:level\s*)?,?\s*at\s")
_CITATION = re.compile(r"[(\[]\d{1,2}(?:\s*[,–-]\s*\d{1,2})*[)\]]")
AS_WERE = re.compile(
    r"\s{0,4},?\s{0,4}as\s+(?:was|were|is|are)\s+(?:(?:the|an?|her|his|serum|both|repeat|also)\s+)*", re.IGNORECASE
)
"""``normal, as were cortisol and prolactin``: the names after it share the result before it."""
RESUMED = re.compile(
    r"\b(?:it|this|which|that|level|levels|value|count)\s+(?:has\s+|had\s+|have\s+|then\s+|later\s+|subsequently\s+|gradually\s+|"
    r"since\s+|further\s+|again\s+)*(?:trended|rose|risen|fell|fallen|dropped|increased|decreased|came|went|improved|"
    r"climbed|peaked|normali[sz]ed|declined|recovered|settled)\s+(?:back\s+)?(?:down\s+|up\s+)?(?:to|at)\s*$"
    r"|\b(?:it|this)\s+(?:was|is|had\s+been|stood\s+at|reached|measured)\s+(?:only\s+|still\s+|now\s+)?$",
    re.IGNORECASE,
)
"""``but it trended down to``: the pronoun takes up the analyte told last."""
_ADVERB = re.compile(r"[a-z]{4,}ly")
_NO_ADVERBS = {
    "daily", "weekly", "monthly", "yearly", "hourly", "nightly", "fortnightly", "biweekly", "orally", "early", "family",
    "supply", "apply", "reply", "intravenously", "subcutaneously", "intramuscularly",
}  # fmt: skip
_BEFORE_COLON = {"result_within", "result_normal", "result_negative", "result_positive"}


def all_bridging(scan: Scan, between: str, *, limit: int) -> bool:
    """True when every word between is one that may stand between a name and its value."""
    if "\n\n" in between:
        return False
    between = without_circumstances(between)
    between = _AND_IT.sub(partial(_without_and, scan), between)
    bridging = scan.knowledge.groups.get("bridge", {})
    results = scan.knowledge.groups.get("result", {})
    words = _WORDS.findall(between)
    if sum(word[0].isalpha() for word in words) > limit or "." in words:
        return False
    return all(
        word in _TRANSPARENT
        or word.lower().strip(".") in bridging
        or word.lower() in results
        or word in {"%", "#"}
        or (_ADVERB.fullmatch(word) is not None and word not in _NO_ADVERBS)
        for word in words
    )


def _without_and(scan: Scan, match: re.Match[str]) -> str:
    """``and settled to``: the verb goes on with what was told before the ``and``."""
    verb, words = match["verb"].lower(), scan.knowledge.words
    is_verb = (
        len(verb) > 3
        and verb not in _NO_VERBS
        and (verb in words["bridge_verb"].terms or verb in words["bridge_course"].terms)
    )
    return match["verb"] if verb in _GO_ON or is_verb else match.group()


def bridges(scan: Scan, start: int, end: int) -> bool:
    """Whether nothing but bridging words stands from ``start`` to ``end``; the dot of ``Phos. 2.4`` is one."""
    if scan.text[start : start + 1] == "." and scan.text[start + 1 : end].isspace():
        return True
    return start <= end <= start + LONGEST_LINK and all_bridging(scan, scan.text[start:end], limit=MAX_BRIDGE_WORDS)


def is_list(scan: Scan, between: str) -> bool:
    """Whether two names stand in one list: ``calcium, serum phosphate levels; and PTH``."""
    if _LIST_WORD.search(between) is None or "\n\n" in between:
        return False
    item = _UNKNOWN_ITEM.fullmatch(between)
    if item is not None and not _is_grammar(scan, item["item"]):
        return True
    nouns = scan.knowledge.words["bridge_noun"].terms
    words = _WORDS.findall(between.lower())
    return len(words) <= 8 and all(
        word in {",", ";", "/", "&", "+"} or word in _BETWEEN_NAMES or word in nouns for word in words
    )


def ends_list(scan: Scan, between: str) -> bool:
    """Whether one unknown item ends a list of names before its result."""
    match = _LAST_UNKNOWN.fullmatch(between)
    return match is not None and not _is_grammar(scan, match["item"])


def _is_grammar(scan: Scan, item: str) -> bool:
    """Whether an item of a list has words that make a clause, a result or a denial of it."""
    bridging, results = scan.knowledge.words["bridge_verb"].terms, scan.knowledge.groups.get("result", {})
    words = item.lower().split()
    return any(word in bridging or word in results or word in _CLAUSE_WORDS for word in words)


def is_series(scan: Scan, start: int, end: int) -> bool:
    """Whether a further number goes on with the same analyte: a list, or a course told in small words."""
    between = _REMARK.sub(" ", scan.text[start:end])
    if len(between) > LONGEST_LINK:
        return False
    if between.isspace():
        return tells_course(scan, start, end)
    if _SERIES.fullmatch(between) is not None:
        return True
    return _TURN.search(between) is not None and "\n" not in between and all_bridging(scan, between, limit=6)


def is_near(scan: Scan, start: int, end: int) -> bool:
    """Whether a word stands close enough to a value to flag it."""
    return end - start <= 25 and "." not in scan.text[start:end].strip()


def is_held_against(scan: Scan, start: int, name: Element | Mention) -> bool:
    """``PTH was inappropriately high for the calcium at 88``: whether a name is what a result before it is held
    against."""
    return _HELD_AGAINST.fullmatch(scan.text, start, name.start) is not None


def leads_back(scan: Scan, name: Mention) -> bool:
    """``high for the calcium at 88``: the value is that of the name before."""
    return _LEADS_BACK.match(scan.text, name.end) is not None


def is_alias(first: Mention, second: Mention, between: str) -> bool:
    """``parathyroid hormone (PTH)``: the same analyte named twice."""
    return first.id == second.id and re.fullmatch(r"\s*[(/\[,-]?\s*", between) is not None


def is_citation(scan: Scan, quantity: Quantity) -> bool:
    """``vitamin D (5)`` and ``hormone levels (14,21)`` cite literature, in a text that does so."""
    return is_article(scan.text) and _CITATION.match(scan.text, quantity.start - 1) is not None


def is_identifier(scan: Scan, quantity: Quantity) -> bool:
    """A number in brackets right after a name is part of the name: ``CA (19-9)``."""
    return scan.text[quantity.start - 1 : quantity.start] == "(" and quantity.unit is None


def prefix_of(scan: Scan, waiting: Element | None, name: Mention) -> Mention | None:
    """The result word before a name, when only words such as ``serum`` or ``for`` stand between."""
    if waiting is None or not isinstance(waiting.thing, Mention) or waiting.end > name.start:
        return None
    between = scan.text[waiting.end : name.start]
    if _INCLUDING.fullmatch(between) is not None:
        return waiting.thing
    if _PRESENTS.match(scan.text, waiting.start) is not None:
        return None
    if len(between) > 40 or re.search(r"[,.;()]", between):
        return None
    if ":" in between and waiting.thing.id not in _BEFORE_COLON:
        return None
    return waiting.thing if all_bridging(scan, between, limit=4) else None


def _starts_item(scan: Scan, element: Element) -> bool:
    """Whether a result word stands one space after the word before it, so that a wider gap after it ends the item."""
    return re.search(r"\w $", scan.text[max(0, element.start - 2) : element.start]) is not None


_PRESENTS = re.compile(r"present\s+(?:an?|the|with)\b", re.IGNORECASE)
"""``patients who present an HIV infection``: the verb tells no result."""
_LEADS_TO_NAME = re.compile(r"\b(?:with|and|an?|the|of|had)\s$")
"""``9.3 mg/dL with low``: the line was broken before what is low."""


def prefixes_next(scan: Scan, element: Element, elements: list[Element]) -> bool:
    """True when a result word belongs to the name after it: ``PTH 50, low calcium``."""
    following = next((other for other in elements if other.start >= element.end), None)
    if following is None or following.kind != "name" or scan.text[element.start : element.end] == "N":
        return False
    if isinstance(element.thing, Mention) and element.thing.variant == "sign":
        return False
    between = scan.text[element.end : following.start]
    if re.match(r"\s+on\b", between) and _starts_item(scan, element):
        return False  # "monoclonal protein not detected on electrophoresis"
    if re.search(r"\w {2,}$", scan.text[element.end - 1 : following.start]) and _starts_item(scan, element):
        return False  # "TSH normal  B12 pending"
    is_wrapped = _LEADS_TO_NAME.search(scan.text, max(0, element.start - 10), element.start) is not None
    if "\n" in between and not is_wrapped and "\n" not in scan.text[max(0, element.start - 3) : element.start]:
        return False
    return len(between) < 25 and not re.search(r"[,.;:()]|\band\b", between) and all_bridging(scan, between, limit=3)
