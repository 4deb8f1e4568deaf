"""What lies outside the case altogether: messages, bookings, referrals, prescriptions, fitness to drive, what-ifs.

osteocase reads notes and writes a report. An order to do something else is declined in full, whatever it names, and
is never answered as the nearest question nor taken for a change.
"""

from __future__ import annotations

import re

__all__ = ["is_outside", "what_it_does"]

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|kindly|ok|okay|now|and|then|so|also|just|go ahead and|can you|could you|would you|"
    r"will you|can we|could we|let['’]?s|let us|i want you to|i need you to|i['’]d like you to|you (?:can|should|must))"
    r"[\s,]+)*"
)
_PERSON = (
    r"(?:her|him|them|the\s+(?:patient|gp|family|daughter|son|husband|wife|mother|father|nurse|ward|pharmacy|lab|team|"
    r"consultant|registrar|secretary|doctor|clinic)|(?:her|his)\s+\w+|mrs?\.?\s+\w+|dr\.?\s+\w+|gp|pharmacy|radiology)"
)
_ORDERS = re.compile(
    rf"{_LEAD}(?:"
    r"e-?mail|fax|whats\s?app|"
    r"(?:send|forward|post|share|mail|text|cc|copy)\b(?!\s+me\b)[^?]*\b(?:to|e-?mail|letter|gp|copy|report|result)|"
    rf"(?:tell|ask|inform|notify|remind|advise|warn|reassure|text|call|ring|phone|message|contact)\s+{_PERSON}\b|"
    r"let\s+(?:her|him|them|the\s+\w+|(?:her|his)\s+\w+)\s+know|"
    r"refer\b(?!ence)|re-?refer|admit\b|discharge\s+(?:her|him|the\s+patient)|"
    r"(?:book|schedule|arrange|organi[sz]e)\b|"
    r"(?:set|fix)\s+up?\s*an?\s+appointment|make\s+(?:her\s+|him\s+|me\s+)?an?\s+appointment|"
    r"(?:bring|call|get|have)\s+(?:her|him|the\s+patient)\s+back|"
    r"(?:see|review|recheck|repeat|check|measure|do|get|give|inject|start|restart|stop|increase|reduce|switch|scan)\b"
    r"(?!.*\b(?:was|were|should\s+(?:be|read)|is|did|has|recorded|planned|told)\b)[^?]*\b"
    r"(?:in\s+(?:\d+|a|one|two|three|six|twelve)\s+(?:days?|weeks?|months?|years?)(?:['’]?\s*time)?|tomorrow|tmrw|"
    r"next\s+(?:week|month|year|time|monday|tuesday|wednesday|thursday|friday|clinic))\s*[.!]?$|"
    r"prescribe\b|e-?prescribe|dispense|"
    r"(?:write|draft|dictate|type|print|prepare|compose)\s+(?:\w+\s+){0,2}(?:prescription|script|sick\s+note|"
    r"fit\s+note|certificate|referral|letter|e-?mail|discharge\s+letter|message|poem|song|joke|story)\b|"
    r"order\s+(?:an?\b|the\b|her\b|his\b|some\b|more\b|another\b|new\b|repeat\b|bloods?\b|dxa\b|mri\b|x-?rays?\b|\w{2,5}\s+for\b)|"
    r"request\s+(?:an?|the|her|his|some|more|another|bloods?|dxa|mri)\b|"
    r"translate\b|sing\b|"
    r"(?:tell|give)\s+me\s+a\s+(?:joke|story|recipe)|bill\b|code\s+(?:this|it|the\s+(?:visit|case))|charge\b"
    r")",
    re.IGNORECASE,
)
_FIT = re.compile(
    r"\b(?:fit|safe|able|allowed|ok(?:ay)?|fine|well enough|good)\s+(?:to|for)\s+(?:\w+\s+)?"
    r"(?:drive|driving|fly|flying|work|travel|surgery|theatre|anaesthesia|anesthesia|operate|run|lift|ski|swim|"
    r"exercise|breast-?feed|conceive|dental\s+\w+|dentist\w*|implants?|extraction)\b"
    r"|\b(?:can|may|could|should)\s+(?:she|he|the\s+patient|they)\s+(?:drive|fly|work|travel|run|lift|ski|swim|go back|"
    r"return|have\s+(?:dental|teeth|a\s+tooth|surgery|an?\s+mri)|get\s+pregnant|conceive|breast-?feed)\b"
    r"|^\W*(?:is\s+it\s+|so\s+)?(?:ok(?:ay)?|safe|fine|alright|wise|time|too\s+early|too\s+late)\s+to\s+(?:stop|start|"
    r"give|switch|continue|restart|reduce|increase|delay|skip|pause|repeat|use|add\s+on)\b"
    r"|\b(?:sick|fit)\s+note\b|\btime off work\b",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(
    r"(?<!tell me )(?<!know )(?<!see )(?<!check )(?<!ask )(?<!wonder )(?<!wondering )(?<!show me )(?<!say )(?<!sure )"
    r"(?<!recorded )(?<!stated )(?<!documented )(?<!find out )(?<!find )(?<!look )(?<!told )(?<!mention )(?<!clear )"
    r"\bif\s+(?:(?:the|her|his|their)\s+)?"
    r"(?:e?gfr|ckd|crcl|creat\w*|calcium|ca|pth|vit\w*|t-?scores?|bmd|renal|kidney|pregnan\w*|allerg\w*|she|he|they|we|"
    r"i|you|it|fractures?|another|needed|necessary|intolerant|stopped|low|high|not|dose)\b(?!\s+(?:want|wish|need|may|could|can|look|read|am|were|"
    r"remember)\b)"
    r"|^\W*(?:(?:ok|okay|so|now|and|but|just|please|let['’]?s|let us)[\s,]+)*"
    r"(?:imagin\w+|suppos(?:e|ing)|pretend\w*|assuming|hypothetical\w*|for the sake of argument)\b"
    r"(?!\s+(?:to|that\s+you)\b)"
    r"|^\W*(?:(?:ok|okay|so|now|and|but|just)[\s,]+)*let(?:['’]?s| us)\s+(?:just\s+)?(?:say|assume)\b",
    re.IGNORECASE,
)
"""What is only thought of: ``if she had stones``, ``imagine she fell``."""
_TAKES_IN = re.compile(r"^\W*(?:\w+\s+){0,2}(?:add|delete|remove|accept|reject|correct|change|undo)\b", re.IGNORECASE)
"""A change that says when it holds: ``delete the CTX if it is doubled``."""
_BETTER = re.compile(
    r"^\W*(?:and\s+|so\s+|but\s+)?(?:would|should|could)\s+(?!you\b)[^?]*\b(?:better|enough|ok|okay|help|work|safer|"
    r"preferable|suffice|do)\b"
    r"|\b(?:mak(?:e|es|ing)|made)\s+(?:her|his|the|their)\s+(?:\w+\s+){1,3}(?:worse|better|weaker|stronger|thinner)\b"
    r"|\b(?:max(?:imum|imal)?|usual|standard|recommended|normal|typical|starting|loading|correct|right)\s+"
    r"(?:\w+\s+)?dos(?:e|es|age|ing)\s+(?:of|for|in|if|with)\b(?!.*\b(?:she|he|her|his)\b)"
    r"|\bdos(?:e|es|age|ing)\b.{0,20}?\b(?:in|for|with)\s+(?:an?\s+)?(?:ckd|renal|kidney|e?gfr|elderly|children|"
    r"pregnan\w+|dialysis|impairment|obes\w+)\b",
    re.IGNORECASE,
)


_COMMANDS_RULES = re.compile(
    rf"{_LEAD}(?:mark|flag|label|declare|set|make|call|report)\b[^?\d]*\b(?:as|to(?: be)?|all)\s+(?:ab)?normal\W*$",
    re.IGNORECASE,
)
"""Orders against what the notes tell: a flag follows from a value and its range."""


_DRUGS = r"(?:drugs?|medicines?|medications?|meds|tablets|pills|treatments?)"
_BONES = r"(?=[^?]*\b(?:bones?|bmd|density|fractures?|osteoporosis|skeleton)\b)"
_WHICH_HARM = re.compile(
    rf"\b(?:which|what|any)\b[^?]*\b{_DRUGS}\b[^?]*\b(?:(?:can|could|may|might)\s+(?!not\b|(?:she|he|it|they|we|you|i)\b)|"
    rf"(?:bad|good|harmful|risky|dangerous)\s+for\b|interact\w*|(?:thin|weaken|harm|damag|worsen|affect|caus|contribut)\w*\b{_BONES})",
    re.IGNORECASE,
)
"""``which of her medicines can thin the bones?``: knowledge of drugs, not of the case."""


_FAULT = re.compile(
    r"\bwho(?:['’]?s|\s+is|\s+was)?\s+(?:to\s+blame|at\s+fault|responsible\s+for\s+(?:the|this|that|her|his))\b|\bwhose\s+(?:fault|mistake)\b|"
    r"\b(?:is|was|were|are)\b[^?]*\b(?:to\s+blame|at\s+fault|(?:the\s+|an?\s+)?\w+(?:['’]s|s['’])\s+fault|negligen\w+|malpractice)\b",
    re.IGNORECASE,
)
"""Whose fault it was: ``who is to blame for the gap?``."""
_CAUSES = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:does|do|can|could|might|would)\s+(?!you\b|it\s+say|(?:the|her|his)\s+(?:\w+\s+)?(?:notes?|letters?|reports?|summary|file|records?)\b)[^?]*?\b"
    r"(?:cause|lead\s+to|bring\s+on|trigger|explain|contribute\s+to)\b(?!\s+(?:is|was)\b)",
    re.IGNORECASE,
)
"""``does breastfeeding cause this?``: knowledge of illnesses, not of the case."""


def is_outside(say: str) -> bool:
    """Whether it is no matter of this case's notes and its report."""
    if _COMMANDS_RULES.search(say):
        return True
    if _FAULT.search(say) or _CAUSES.search(say):
        return True
    if _ORDERS.search(say) or _FIT.search(say) or _WHICH_HARM.search(say):
        return True
    return not _TAKES_IN.search(say) and (_WHAT_IF.search(say) is not None or _BETTER.search(say) is not None)


def what_it_does(say: str) -> str:
    """What cannot be done, and what can."""
    able = "I answer from this case's notes, take corrections and additions, and write the report"
    if _ORDERS.search(say):
        return (
            f"I cannot send, book, order, refer or prescribe anything, and nothing was done. {able} "
            "(make the PDF, export to Word), which you can pass on. Say help for examples."
        )
    return f"That is for you to judge; I give no advice on treatment or fitness. {able}. Say help for examples."
