"""What is said beside the work: greetings, thanks, questions about the program, and texts that it is to make up."""

from __future__ import annotations

import re

__all__ = ["asks_first", "asks_readiness", "in_full_question", "small_talk", "with_mark", "without_courtesy"]

_GREETING = (
    r"(?:hi+|hiya|hello|hey|good\s+(?:morning|afternoon|evening|day)|greetings)(?:\s+(?:there|all|again|osteocase))?"
)
_THANKS = (
    r"(?:(?:ok(?:ay)?|great|perfect|good|lovely|super|brilliant|excellent|many|nice|wonderful|alright|right)[\s,.!-]+)*"
    r"(?:thanks|thank\s+you|thx|thanx|tnx|ty|cheers|much\s+appreciated)"
    r"(?:\s+(?:a\s+lot|a\s+million|very\s+much|so\s+much|again|indeed))?"
    r"(?:[\s,.!-]+(?:that\s+(?:helps|helped|is\s+helpful|was\s+helpful|is\s+all|will\s+do)|that['’]s\s+(?:all|great|helpful|it)|"
    r"(?:for\s+(?:your|the)\s+(?:help|work|answer|info(?:rmation)?))|very\s+(?:helpful|useful)))?"
)
_TALK: tuple[tuple[str, str], ...] = (
    (
        rf"{_GREETING}(?:[\s,.!]+(?:how\s+are\s+you|how\s+is\s+it\s+going|nice\s+to\s+meet\s+you))?",
        "Hello. Ask about the case, correct or add a record, or make the PDF. Say help for examples.",
    ),
    (_THANKS, "You are welcome. Say next for the next open record."),
    (
        r"(?:good\s+job|well\s+done|nice\s+(?:work|one)|got\s+it|i\s+see|makes\s+sense|understood|that\s+helps|awesome|"
        r"you(?:['’]re|\s+are)\s+(?:great|helpful|amazing|the\s+best|useless|stupid|slow|wrong))",
        "Noted; nothing was changed. Say help for what I can do, or next for the next open record.",
    ),
    (
        r"(?:(?:please|can\s+you|could\s+you|now|and)\s+)*(?:merge|combine|unite|unify|join)(?:\s+(?!and\b|then\b)[\w-]+){0,8}",
        "What several notes tell of one thing is one record already, and I merge nothing else. If one thing is left "
        "twice, take one out: delete the second TSH. Nothing was changed.",
    ),
    (
        r"(?:so\s+)?(?:how\s+are\s+you(?:\s+(?:today|doing))?|how\s+do\s+you\s+do|how\s+is\s+it\s+going)",
        "I am a program and ready to go on. Say help for what I can do.",
    ),
    (
        r"(?:so\s+)?(?:(?:who|what)\s+(?:exactly\s+)?are\s+you|what(?:['’]s|\s+is)\s+your\s+name|who\s+(?:made|wrote|built)\s+you|"
        r"are\s+you\s+(?:an?\s+)?(?:real\s+)?(?:ai|bot|chat\s*bot|robot|human|person|doctor|machine|llm|language\s+model|chatgpt|gpt)"
        r"(?:\s+or\s+[\w ]{2,20})?)",
        "I am osteocase, a program that reads the notes of this case by fixed rules. I know nothing beyond them and "
        "give no advice. Say help for what I can do.",
    ),
)
_OTHER_LANGUAGE = re.compile(
    r"(?=.*\b(?:report|pdf|word|summary|summari[sz]e|letter|write|export|answer|reply|speak|say|text|version)\b)"
    r".*\b(?:in|into|to)\s+(?:german|deutsch|french|spanish|italian|dutch|portuguese|polish|russian|turkish|ukrainian|"
    r"chinese|mandarin|japanese|korean|arabic|persian|farsi|hebrew|hindi|urdu|bengali|swedish|norwegian|danish|finnish|"
    r"greek|czech|slovak|hungarian|romanian|bulgarian|croatian|serbian|thai|vietnamese|indonesian|catalan|welsh|irish|"
    r"latin|another language|other languages)\b",
    re.IGNORECASE,
)
_ENGLISH = (
    "Reports and answers are in English only; I translate nothing. Nothing was made or changed. Say make the report "
    "for the one in English. Say help for what I can do."
)
_END = r"[\s.!?:)]*$"
_SMALL = tuple((re.compile(rf"^\W*{pattern}{_END}", re.IGNORECASE), text) for pattern, text in _TALK)
_MAKES_UP = re.compile(
    r"^\W*(?:(?:please|pls|can|could|would|will|you|now|and|then|just|go\s+ahead\s+and|help\s+me(?:\s+to)?)\s+)*"
    r"(?:write|draft|compose|make\s+up|invent|generate|fabricate|come\s+up\s+with|think\s+of|fill\s+in|add|suggest|propose)\s+"
    r"(?:me\s+|up\s+|us\s+)?(?:an?\s+|the\s+|some\s+|my\s+|our\s+|few\s+|nice\s+|good\s+|short\s+|catchy\s+|plausible\s+|\d+\s+)*"
    r"(?:introduction|intro|discussion|conclusion|title|key\s*words|take[- ]?(?:away|home)(?:\s+(?:lesson|message))?|"
    r"(?:literature|bibliography|references?|citations?)(?:\s+(?:review|list))?|cover\s+letter|paragraph|"
    r"patient(?:['’]?s)?\s+perspective|background)\b"
    r"(?!\s*(?:[:=]|is\b|was\b|range|interval|limits?|values?|to\b|as\b))",
    re.IGNORECASE,
)
_TEXTS = (
    "I make no text up: the report holds what the notes tell, and what they do not tell (title, introduction, "
    "discussion, references) is yours to write. I can give a summary (say give me a summary), say which parts are "
    "still to be written (say what is missing?), or make the PDF."
)


_BEGIN = "Hello. Paste a note, or say open and its path, and I tell what I find in it. Say help for examples."


def small_talk(say: str, *, empty: bool = False) -> str | None:
    """The reply to what asks nothing of the case and changes nothing; null for all else.

    Args:
        say: what is said.
        empty: whether the case holds no note yet.
    """
    if empty and _SMALL[0][0].match(say):
        return _BEGIN
    if _MAKES_UP.match(say):
        return _TEXTS
    if _OTHER_LANGUAGE.match(say):
        return _ENGLISH
    return next((text for pattern, text in _SMALL if pattern.match(say)), None)


_OPENING = re.compile(rf"^\W*(?:{_GREETING}|{_THANKS})[\s,.!;:-]+(?=\w+\W+\w)(?!for\b|to\b|that\b)", re.IGNORECASE)


def without_courtesy(say: str) -> str:
    """The wish without the greeting or the thanks that it begins with: ``thx, what else is open?``."""
    return _OPENING.sub("", say, count=1) if _OPENING.match(say) else say


_AUXILIARY = r"(?:is|was|are|were|do|does|did|has|have|had|can|could|would|should|will)"
_TAG = re.compile(
    rf"(?:,\s*|\s+[-–—]\s*|\s+)(?:{_AUXILIARY}(?:n['’]?t|\s+not)|(?<=,\s){_AUXILIARY}|won['’]?t|can['’]?t|innit|ai?n['’]?t)"
    r"(?:\s+(?:it|she|he|they|there|that|this|we|you))(?:\s+not)?\W*$"
    r"|(?<=\w),\s*(?:right|correct|no|yes)\s*\?\W*$"
    r"|,\s*(?:am i right|is that right|is that correct|is it not|or not|yes or no|eh)\W*$",
    re.IGNORECASE,
)


_PARTICIPLE_ASKS = re.compile(
    r"^\W*(?:(?:and|so|is|was|has)\s+)?(?P<what>(?:(?:the|her|his)\s+)?(?!(?:any|how|what|when|who|why|which|where|new|not|is|was|has|"
    r"did|does|it|they|she|he)\b)[\w-]+(?:\s+[\w-]+){0,3}?)\s+(?P<done>healed|united|mended|resolved|recovered)\s*\?\W*$",
    re.IGNORECASE,
)


_MADE_BREAK = re.compile(
    r"^\W*(?:(?:and|so)\s+)?what\s+(?:made|let)\s+(?:her|him|it|the\s+(?:bone|patient|wrist|hip|femur|spine|vertebra))\s+(?:to\s+)?"
    r"(?:fracture|break|snap|give\s+way|collapse)\W*$",
    re.IGNORECASE,
)


def in_full_question(say: str) -> str:
    """``T8 healed?`` as ``has T8 healed?``; ``what made it break?`` as what caused the fracture."""
    if _MADE_BREAK.match(say):
        return "what caused the fracture?"
    match = _PARTICIPLE_ASKS.match(say)
    return f"has {match['what']} {match['done'].lower()}?" if match is not None else say


def with_mark(say: str) -> str:
    """A statement that asks by its end as a question: ``T7 was acute, wasn't it`` changes nothing."""
    match = _TAG.search(say) or _confirms(say)
    return f"{say[: match.start()]}?" if match is not None and re.search(r"\w+\s+\w", say[: match.start()]) else say


def _confirms(say: str) -> re.Match[str] | None:
    """``the PTH was 49, right``: its last word asks; in ``not the left, right`` it is the side that is told."""
    match = _CONFIRMS.search(say)
    head = say[: match.start()] if match is not None else ""
    if match is None or say.rstrip().endswith("?") or _PUTS_RIGHT.search(head):
        return None
    return match if match["sign"] or _TOLD.search(head) else None


_CONFIRMS = re.compile(
    r"(?<=\w)(?P<sign>\s*(?:,|[-–—]|\.{2,}|…))?\s+(?:right|correct|true|yes|yeah|no)\W*$", re.IGNORECASE
)
_TOLD = re.compile(
    r"(?:\d\s?(?:%|kg|cm|m?mol/l|m?g|ug|mcg|units?|lb)?|\b(?:left|acute|subacute|chronic|stopped|started|years))$",
    re.IGNORECASE,
)
"""What stands before a ``right`` that asks, where no comma does."""
_PUTS_RIGHT = re.compile(
    r"\b(?:no|not|sorry|wrong|actually|instead|rather|i mean|isn|wasn|aren|weren)\b", re.IGNORECASE
)


_DONE = r"(?:done|finished|ready|complete|completed|good\s+to\s+go)"
_GOAL = (
    r"(?:submit\w*|submission|publish\w*|publication|send(?:ing)?\s+(?:it|this)?|finish\w*|sign(?:ing)?\s+off|"
    r"(?:the\s+)?(?:pdf|report|journal)|make\s+the\s+(?:pdf|report))"
)
_READINESS = tuple(
    re.compile(rf"^\W*(?:(?:and|so|ok|okay|now|please|pls|then)[\s,]+)*(?:{pattern}){_END}", re.IGNORECASE)
    for pattern in (
        rf"what(?:['’]s|\s+is|\s+else\s+is|\s+else|\s+all\s+is)?\s+(?:still\s+)?(?:left|remains?|remaining|outstanding|open|needed|"
        rf"required|to\s+(?:be\s+done|do))(?:\s+(?:to\s+do|to\s+be\s+done|open|for\s+me(?:\s+to\s+do)?))?"
        rf"(?:\s+(?:before|until|to|for)\b.{{0,30}}\b{_GOAL}(?:\s+(?:it|this|the\s+case))?)",
        r"what\s+else\s+(?:is|remains)(?:\s+still)?\s*(?:open|left|outstanding|to\s+do|to\s+be\s+done)?",
        rf"what\s+(?:else\s+|all\s+)?(?:(?:do|must|should|would)\s+(?:i|we)|(?:i|we))\s+(?:still\s+)?(?:have\s+to|need\s+to|must)?\s*do"
        rf"(?:\s+(?:before|until|to|for)\b.{{0,30}}\b{_GOAL}.{{0,15}})?",
        rf"(?:is\s+there\s+)?anything\s+(?:else\s+)?(?:left|(?:(?:i|we)\s+(?:still\s+)?(?:have|need)\s+)?to\s+(?:do|sort(?:\s+out)?|fix|settle|"
        rf"resolve|finish|clear\s+up))(?:\s+(?:before|until|to|for)\b.{{0,30}}\b{_GOAL}.{{0,15}})?",
        rf"(?:is|are)\s+(?:it|this|the\s+(?:case|report|pdf))\s+(?:now\s+|already\s+)?{_DONE}"
        rf"(?:\s+(?:to|for)\b.{{0,20}}\b{_GOAL}.{{0,15}})?",
        r"(?:can|could|may)\s+(?:i|we)\s+(?:now\s+|already\s+)?(?:submit|publish)(?:\s+(?:it|this|the\s+(?:case|report)))?(?:\s+(?:now|yet|already|"
        r"like\s+this|as\s+(?:it\s+is|is)))?",
        rf"(?:am\s+i|are\s+we)\s+(?:now\s+)?ready\s+(?:to|for)\b.{{0,20}}\b{_GOAL}.{{0,15}}",
        r"(?:show\s+(?:me\s+)?)?(?:the\s+|my\s+|a\s+)?to[- ]?do(?:\s+list)?",
    )
)


def asks_readiness(say: str) -> bool:
    """``what is left before I can submit?``: checks, review and checklist together."""
    return any(pattern.match(say) for pattern in _READINESS)


_GRAVE = r"(?:most\s+important|most\s+urgent|biggest|main|gravest|worst|first|top|key)"
_TROUBLE = r"(?:gap|problem|issue|conflict|thing|error|discrepancy|contradiction|question|concern)"
_MENDS = (
    r"(?:fix|sort(?:\s+out)?|correct|tackle|address|check|do|resolve|look\s+at|deal\s+with|settle|clear\s+up|ask|"
    r"handle)"
)
_FIRST = re.compile(
    rf"^\W*(?:(?:and|so|ok|okay|now|please|well)[\s,]+)*(?:"
    rf"(?:what|which(?:\s+{_TROUBLE})?)\s+(?:should|do|must|would|shall|can|to)\s+(?:i\s+|we\s+)?(?:\w+\s+){{0,2}}?{_MENDS}"
    rf"(?:\s+\w+)?\s+first"
    rf"|where\s+(?:should|do|shall|would)\s+(?:i|we)\s+(?:start|begin)(?:\s+(?:with\s+)?(?:fixing|correcting|sorting))?"
    rf"|(?:(?:what(?:['’]?s|\s+is|\s+are)|which\s+is)\s+)?(?:the\s+)?{_GRAVE}\s+{_TROUBLE}s?"
    rf"(?:\s+(?:to|i\s+should|we\s+should)\s+{_MENDS}|\s+(?:here|in\s+this\s+case|now|with\s+(?:it|this\s+case)))*"
    r"|what\s+(?:do|should|must)\s+(?:i|we)\s+(?:still\s+)?(?:(?:need|have)\s+to\s+)?(?:ask|find\s+out\s+from)\s+"
    r"(?:the\s+patient|her|him)(?:\s+(?:about|for|still|now|next))?"
    r")\W*$",
    re.IGNORECASE,
)


def asks_first(say: str) -> bool:
    """``what should I fix first?``: of all that is open what matters most."""
    return _FIRST.match(say) is not None
