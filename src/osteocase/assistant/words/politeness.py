"""Polite wrappers of an order: ``could you please set the PTH to 49?`` is the order, and no question."""

from __future__ import annotations

import re

__all__ = ["plain_order"]

_CHANGES = (
    "change", "correct", "set", "put", "make", "amend", "update", "fix", "edit", "adjust", "alter", "replace", "move",
    "mark", "switch", "rename", "label", "delete", "remove", "reject", "drop", "discard", "strike", "erase", "scrap",
    "bin", "take", "leave", "accept", "approve", "confirm", "defer", "skip", "postpone", "add", "enter", "record",
    "insert", "append", "undo", "redo", "revert", "cancel", "restore", "export", "save", "write",
)  # fmt: skip
"""Verbs of what is done to the case; what a person is to do (``could you stop the alendronate?``) is none of them."""
_GERUNDS = {
    **{f"{verb.removesuffix('e')}ing": verb for verb in _CHANGES},
    "setting": "set", "putting": "put", "dropping": "drop", "scrapping": "scrap", "skipping": "skip",
    "cancelling": "cancel", "redoing": "redo",
}  # fmt: skip
_SOFT = r"(?:please|pls|plz|kindly|just|quickly|maybe|perhaps|possibly|also|now|then|at least|for me|go ahead and)"
_ASKS = (
    rf"(?:can|could|would|will|can['’]t|couldn['’]t|won['’]t)\s+(?:you|u|we|i)(?:\s+{_SOFT})*\s+",
    rf"(?:i|we)(?:['’]d|\s+would|\s+do)?\s+(?:like|want|need|wish|ask|prefer)\s+(?:for\s+)?(?:you\s+)?(?:to\s+)(?:{_SOFT}\s+)*",
    rf"(?:it\s+would|it['’]d|would\s+it|might\s+it)\s+be\s+(?:\w+\s+){{1,3}}(?:if\s+(?:you|we|i)\s+(?:could|can|would)|to)\s+(?:{_SOFT}\s+)*",
    r"(?:is\s+it|would\s+it\s+be)\s+(?:possible|ok|okay|alright|fine)\s+to\s+",
    r"(?:do|could you do)\s+me\s+(?:a|the)\s+favou?r\s+and\s+",
    r"(?:may|might)\s+(?:i|we)\s+ask\s+(?:you\s+)?to\s+",
    r"be\s+so\s+(?:kind|good)\s+(?:as\s+to|and)\s+",
    r"(?:would|do)\s+you\s+mind\s+",
    r"let['’]?s\s+|let\s+us\s+",
)
_WRAPPED = re.compile(
    rf"^\W*(?:(?:{_SOFT}|ok|okay|hi|hello|so|well|and|but|oh|right|sorry)[\s,]+)*(?:{'|'.join(_ASKS)})"
    rf"(?P<verb>{'|'.join((*_CHANGES, *_GERUNDS))})\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|for me|if you (?:can|could|would|like)|thanks|thank you|thx))*[\s?!.]*$", re.I
)
_REST = re.compile(
    r"\b(?P<verb>accept|approve|confirm)\s+(?:whatever|what|all that|everything that|anything that)"
    r"(?:\s+(?:is|are)|['’]s)?\s+(?:still\s+)?(?:left(?:\s+over)?|open|remain(?:s|ing)|outstanding|undecided|unreviewed|pending)\b",
    re.IGNORECASE,
)
"""``accept whatever is left``."""
_NOT_ONE = re.compile(r"\s+(?:sure|care|place|part|out of|sense|me|us|a note|into account)\b", re.IGNORECASE)


_ADDS = ("add", "enter", "insert", "append", "record")
"""What is to be taken in, whose place stands behind it: ``should be added to the list``."""
_PARTICIPLES = {
    **{f"{verb}ed" if not verb.endswith("e") else f"{verb}d": verb for verb in _CHANGES if verb not in _ADDS},
    "put": "put", "set": "set", "dropped": "drop", "taken out": "take out", "left out": "leave out", "struck": "strike",
    "undone": "undo", "called": "rename", "titled": "rename", "scrapped": "scrap", "skipped": "skip",
}  # fmt: skip
_PASSIVE = re.compile(
    r"^\W*(?:(?:please|so|and|ok|okay|well)[\s,]+)*(?:(?:i|we)(?:['’]d|\s+would)?\s+(?:want|like|need|wish|prefer)\s+(?:to\s+"
    r"(?:have|see)\s+)?)?(?P<what>(?:the|this|that|her|his|all|both|these|those)\s+[^?;,]{2,60}?)\s+"
    r"(?P<lead>(?:should|must|has\s+to|have\s+to|needs?\s+to|ought\s+to|to)\s+be\s+)?"
    rf"(?P<verb>{'|'.join(sorted(_PARTICIPLES, key=len, reverse=True))})(?P<rest>(?:\s+"
    r"(?:to|as|from|into|in|on|for|until)\s+[^?]+)?)"
    r"[\s.!]*$",
    re.IGNORECASE,
)
"""``I want the case renamed to …``, ``the PTH has to be changed to 49``."""


def _active(say: str) -> str:
    match = _PASSIVE.match(say)
    if match is None or not (match["lead"] or match.start("what") > 0) or _IS.search(match["what"]):
        return say
    verb = _PARTICIPLES[" ".join(match["verb"].lower().split())]
    return f"{verb} {match['what']}{match['rest']}"


_OF_FIELD = re.compile(
    r"(?P<verb>\b(?:delete|remove|drop|clear|erase))\s+(?P<what>(?:the\s+)?[\w-]+(?:\s[\w-]+)?)(?:['’]s|(?<=s)['’])\s+"
    r"(?P<part>dose|frequency|route|side|unit|grade|reason)(?=\W*$)",
    re.IGNORECASE,
)
"""``delete tacrolimus's dose``: one field of it."""
_IS = re.compile(r"\b(?:is|was|are|were|has|have|had|been|not|never|that|which|who|if)\b", re.IGNORECASE)


def plain_order(say: str) -> str:
    """The order without the polite words around it; what is no wrapped order stays as it was typed."""
    say = _REST.sub(r"\g<verb> everything", say)
    say = _OF_FIELD.sub(r"\g<verb> the \g<part> of \g<what>", _active(say))
    match = _WRAPPED.match(say)
    if match is None or _NOT_ONE.match(match["rest"]) or "?" in match["rest"].rstrip(" ?!."):
        return say
    verb = match["verb"].lower()
    return f"{_GERUNDS.get(verb, verb)}{_END.sub('', match['rest'])}"
