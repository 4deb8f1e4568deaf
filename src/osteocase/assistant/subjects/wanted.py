"""What a question wants of the sentences that may answer it: a place, a day, a size, a number, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from osteocase.assistant.subjects.prospects import PLANS
from osteocase.assistant.words.hearing import Heard

__all__ = ["HOW_BROKEN", "NAMED", "NEGATED", "WHO", "WHY", "Kind", "kind_asked", "of_wanted_kind"]


class _Sentence(Protocol):
    @property
    def text(self) -> str: ...


Told = TypeVar("Told", bound=_Sentence)

_PLACE = re.compile(
    r"\b(?:in|of|at|on|to|from|near|below|above|behind|under)\s+(?:the\s+|her\s+|his\s+)?(?:left|right|medial|lateral|"
    r"proximal|distal|upper|lower|inferior|superior|posterior|anterior|spine|lumbar|thoracic|neck|femur|femoral|hip|"
    r"pelvis|rib|ribs|thyroid|kidney|wrist|garden|kitchen|house|home|street|ward|hospital|foot|knee|shoulder|[CTL]\d)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}[./-](?:\d{{1,2}}|{_MONTH})[./-]\d{{2,4}}\b|\b\d{{1,2}}\s+{_MONTH}\b|"
    rf"\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:today|yesterday)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:x\s*\d+(?:[.,]\d+)?\s*)?(?:mm|cm|ml|g)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|none|no)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:Dr|Prof|surgeon|nurse|consultant|wife|husband|mother|father|daughter|son)\b|\b(?:by|with|under|from)\s+"
    r"(?:Mr|Mrs|Ms)\b|\b(?:GP|general practitioner|doctor|physician|clinic|team|department|unit|service|"
    r"sister|brother|colleague|specialist|\w+ologists?|\w+iatrist|\w+paedists?|dietitian|physiotherapist|alone)\b"
    r"|\bthank(?:s|\s+you)\s+for\s+(?:asking|referring|sending|seeing)\b",
    re.I,
)
_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\bhow (?:big|large|heavy|wide|small|long across)\b|\bwhat size\b|\bsize of\b|\bdiameter\b", re.I),
        _SIZE,
    ),
    (re.compile(r"\bwhere(?:abouts)?\b|\bwhich (?:side|place|bone|part)\b|\blocation\b|\bsite of\b", re.I), _PLACE),
    (
        re.compile(
            r"^\W*(?:and\W+|so\W+)?when\b|\bwhen (?:was|were|did|is|does)\b|"
            r"\b(?:what|which) (?:date|day|year|month)\b|\bdate\b|\bsince when\b",
            re.I,
        ),
        _DAY,
    ),
    (re.compile(r"\bhow (?:many|much|often|far)\b", re.I), _NUMBER),
    (re.compile(r"\bwho(?:se|m)?\b", re.I), _PERSON),
)


def of_wanted_kind(found: Sequence[Told], heard: Heard) -> list[Told]:
    """Of several sentences those that hold what is asked for: a day for ``when``, a size for ``how big``."""
    for asked, kind in _WANTED:
        if asked.search(heard.say):
            return [one for one in found if kind.search(one.text)] or ([] if kind is _PERSON else list(found))
    return list(found)


@dataclass(frozen=True)
class Kind:
    """A kind of thing that a question asks for."""

    asked: re.Pattern[str]
    """How it is asked for."""
    held: re.Pattern[str]
    """How a sentence tells it."""
    needed: bool = True
    """Whether a sentence that does not tell it is no answer."""
    beside: bool = True
    """Whether an answer from records may leave it open."""
    led: bool = False
    """Whether the sentence before may tell it: what was found stands before what was done."""
    told_by: str | None = None
    """What tells a fracture as well where this is asked: a vertebra breaks as a sudden pain."""
    plans: bool = False
    """Whether a plan is asked for."""
    narrated: bool = False
    """Whether no value that was measured can answer it."""


_INJURY = r"(?:falls?|accident|injury|trauma|knock|blow|crash|collision)"
HOW_BROKEN = re.compile(
    r"\bhow(?:['’]d|\s+(?:did|was|were|has|have|is|it|she|he|they|each|these|those))\b[^?]*?\b(?:happen\w*|break|broken|broke|fracture[ds]?|"
    r"occur\w*|c[oa]me\s+(?:about|on)|hurt|injured?|sustain\w*|get\s+(?:\w+\s+){1,4}(?:fractures?|break|pain))\b"
    r"(?!\s+(?:heal\w*|treat\w*|manag\w+|fixed|found|picked|seen|diagnosed|detected|risk))|"
    r"\bmechanism\b|\bdoing when\b|\bcircumstances\b|"
    r"\b(?:causes?|origin)\s+of\s+(?:(?:the|her|his|this|that)\s+)?(?:[\w-]+\s+){0,3}(?:fractures?|break|pain|fall)\b|"
    r"\bwhat\s+caused\b|\b(?:was|is|were|are)\b[^?]*\b(?:traumatic|spontaneous)\b|"
    rf"\b(?:from|after|due to|caused by|because of|result of|by)\s+(?:an?|any)\s+(?:[\w-]+\s+)?{_INJURY}\W*$|"
    rf"\bwas\s+(?:it|that|this|there)\s+an?\s+{_INJURY}\W*$",
    re.IGNORECASE,
)
"""How a bone came to break, or a pain to begin."""
NEGATED = re.compile(r"\bwhy\b[^?]*(?:\b(?:not?|never)\b|n['’]t\b)", re.IGNORECASE)
"""Why something was left undone."""
_UNIT = r"(?:days?|weeks?|months?|years?|yrs?|hours?|minutes?)"
_COUNTED = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|several|half)"
_EVERY = (
    rf"\b(?:every|each|per|once|twice|thrice|daily|weekly|monthly|yearly|annual\w*|quarterly|nightly|fortnightly|"
    rf"times a|\d+ ?-?(?:daily|weekly|monthly|yearly)|q\d\w*|[BT]DS?|OD|QDS|{_COUNTED}[\s-]+times)\b"
)
WHY = Kind(
    re.compile(
        r"\bwhy\b|\bhow come\b|\breasons?\b|\bindications?\b|\bpurpose\b|\b(?:what|which)\b[^?]*\bfor\b\W*(?:$|"
        r"(?:at|in|on|after|back|"
        r"then|last|since|initially)\b)|\bwhat for\b|\bwhat\s+(?:made|led|explain\w*|"
        r"caus\w+(?![^?]*\b(?:fractur\w*|breaks?|fall|pain)\b)|prompted)\b|"
        r"\bwhat\b[^?]*\b(?:causing|behind|the cause|responsible|to blame)\b|\bgrounds\b",
        re.I,
    ),
    re.compile(
        r"\b(?:because|due to|owing to|on account of|in view of|therefore|hence|contraindicat\w+|as a result|"
        r"reasons?(?! for (?:consultation|referral|visit|admission))|"
        r"attributed to|led to|since (?:she|he|it|there|they|the \w+ (?:has|have|is|was))|"
        r"not\b[^.;]*\buntil|fail\w*|rather than|instead of|"
        r"(?:comes?|came|coming|resulting) from|caused by|secondary to|explained by|intolera\w+|not needed|"
        r"no longer needed|"
        r"as (?:she|he|it|there|the)|(?:to|not to) (?:hold|keep|prevent|avoid|reduce|"
        r"treat|protect|raise|save)|"
        r"so that|suspected|suspicion|not excluded|after that|\w*(?:itis|a?emia|pathy|tension|deficiency|"
        r"disease|malacia|wasting|adenoma|tumou?r|"
        r"disorder|syndrome))\b|,\s+so\s|"
        r"\bfor\s+(?!(?:the\s+(?:last|past|next)|an?|another|about|\d+|one|two|three|four|five|six|seven|eight|"
        r"nine|ten|"
        r"eleven|twelve|several|many|now|further|consultation|referral|visit|admission|review|scan|"
        r"examination)\b)\w+",
        re.I,
    ),
    led=True,
    narrated=True,
)
WHO = Kind(_WANTED[4][0], _PERSON)
_SOMEBODY = (
    r"(?:husband|wife|partner|spouse|sons?|daughters?|child(?:ren)?|bab(?:y|ies)|mother|father|parents?|sisters?|brothers?|"
    r"aunt|uncle|grand\w+|friend|gp|doctors?|surgeons?|consultants?|nurses?|physicians?|\w+ologists?|dentist|"
    r"physiotherapist|carer|colleague)"
)
NAMED = Kind(
    re.compile(
        rf"\b{_SOMEBODY}(?:['’]s?|s)?\s+(?:first\s+|last\s+|full\s+|sur|fore)?names?\b|"
        rf"\bnames?\s+of\s+(?:\w+\s+){{0,3}}?{_SOMEBODY}\b|"
        rf"\bwhat\s+(?:is|was|are)\s+(?:\w+\s+){{0,3}}?{_SOMEBODY}\s+(?:called|named)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:(?i:{_SOMEBODY}|dr|mr|mrs|ms|prof(?:essor)?)\.?,?|(?i:called|named))\s+(?:called\s+|named\s+)?[A-Z][a-z]+"
    ),
)
"""The name of somebody beside the patient."""
_PLAN = Kind(
    re.compile(
        r"\b(?:what|which|how|when)\b[^?]*\b(?:plan(?:s|ned|ning)?|intend\w*|intention|propos\w+|going to|next step|"
        r"meant|supposed|due|scheduled|"
        r"(?:doctor|consultant|surgeon|team|clinic|they)s?\s+(?:want|order|request|arrange|advise|"
        r"suggest|recommend))\b|"
        r"^\W*(?:(?:and|so|but)\W+)*(?:is|are|was|were)\s+(?:there\b[^?]*|she|he|they|it|the\s+\w+|\w+)\s+(?:meant|supposed|"
        r"due|going|"
        r"scheduled|planned|expected)\b|\bwhat\s+(?:will|would)\b|\bplans?\s+(?:for|with|about)\b",
        re.I,
    ),
    PLANS,
    plans=True,
    narrated=True,
)
_KINDS = (
    NAMED,
    Kind(
        re.compile(
            r"\b(?:what|who|how|when|which)\b[^?]*\b(?:if|in case)\b(?! (?:any|so|possible|there)\b)|"
            r"\bwhat (?:has|had|needs|needed) to (?:happen|be)\b|\bwould happen\b|"
            r"\b(?:under|on) (?:what|which) (?:conditions?|"
            r"circumstances?)\b",
            re.I,
        ),
        re.compile(r"\b(?:if|in case|unless|without|provided|should (?:she|he|it|the))\b", re.I),
        narrated=True,
    ),
    Kind(
        re.compile(
            r"^\W*(?:(?:and|so|but)\W+)*(?:do|does|did|will|would|is|was)\b[^?]*\b(?:need(?:s|ed)?|necessary)\b", re.I
        ),
        re.compile(r"\b(?:need\w*|necessary|required?|indicated|not? (?:\w+ )?(?:drug|treatment) for)\b", re.I),
    ),
    Kind(
        re.compile(
            r"\bhow (?:often|frequently)\b|"
            r"\bat what intervals?\b",
            re.I,
        ),
        re.compile(_EVERY, re.I),
    ),
    Kind(
        re.compile(
            r"\b(?:what|which) (?:kind of |type of |sort of )?(?:operation|surgery|procedure)\b|"
            r"\bhow (?:was|did) (?:she|he|they|it)\b"
            r"[^?]*\boperat\w+",
            re.I,
        ),
        re.compile(
            r"\b(?:nail\w*|plat(?:e|ed|ing)|screws?|wir(?:e|es|ing)|pinn\w+|fixat\w+|fixed|osteosynthesis|curett\w+|"
            r"\w+ectomy|\w+plasty|excis\w+|transplant\w*|replac\w+|manipulat\w+|prosthesis|no (?:operation|"
            r"surgery))\b",
            re.I,
        ),
    ),
    Kind(
        re.compile(
            r"\bwarned\b|\bdid\b[^?]*\b(?:tell|advise|inform|warn)\s+(?:her|him|the\s+\w+|(?:her|his)\s+\w+)\s+"
            r"(?:about|of|that|to)\b",
            re.I,
        ),
        re.compile(r"\b(?:told|warned|advised|informed|explained|discussed|instructed|counsel\w+|reminded)\b", re.I),
        narrated=True,
    ),
    WHY,
    Kind(
        re.compile(
            rf"{HOW_BROKEN.pattern}|\bhow\s+(?:did|was|were|has|have|is)\b[^?]*\b(?:fall|fell|get (?:the|that|this|"
            r"those))\b|\bwhat happened\b|\bwhat (?:was|were) (?:she|he|they) doing\b",
            re.I,
        ),
        re.compile(
            r"\b(?:lift\w*|bending|bent|twist\w*|fell|falls?|fallen|tripp\w+|slipp\w+|stumbl\w+|stepp\w+|cough\w*|"
            r"sneez\w*|"
            r"collision|accident|knock\w*|hit|struck|"
            r"(?<!little )(?<!\ba )while|when|after (?:an?|the|lifting|bending|stepping|turning)|"
            r"from standing|"
            r"spontaneous\w*|without (?:any )?(?:trauma|fall|injury)|no (?:trauma|fall|injury))\b",
            re.I,
        ),
        led=True,
        told_by="pain",
        narrated=True,
    ),
    Kind(
        re.compile(
            r"\bhow\s+(?:did|was|were|has|have|is|are)\b[^?]*\b(?:treat\w*|manag\w+|fix\w*|repaired|dealt with|"
            r"looked after)\b|"
            r"\bwhat (?:was|were|did (?:they|we)|have (?:they|we)|has been) (?:done|do|arranged|tried|offered|"
            r"organi[sz]ed)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:treat\w*|manag\w+|operat\w*|fix\w+|nail\w*|plate|plaster\w*|cast|slab|splint\w*|sling|brace|"
            r"orthosis|corset|conservativ\w+|"
            r"surg\w+|replac\w+|\w+plasty|\w+ectomy|started|given|stopped|removed|immobili\w+|physiotherapy|"
            r"class(?:es)?|exercises?|programme|training|therapy|antibiotics?|settled with)\b",
            re.I,
        ),
        narrated=True,
    ),
    Kind(_WANTED[0][0], _SIZE),
    _PLAN,
    Kind(
        re.compile(r"\bhow long\b|\bwhat duration\b|\bduration\b|\bfor how (?:many|long)\b", re.I),
        re.compile(
            rf"\b{_COUNTED}[\s-]+(?:more\s+|full\s+|to\s+\w+\s+)?{_UNIT}\b(?![\s-]+old)|\b(?:since|until|till|"
            rf"from)\b|\bx\s*\d+\s*{_UNIT}\b",
            re.I,
        ),
    ),
    Kind(
        _WANTED[1][0],
        re.compile(rf"{_PLACE.pattern}|\b(?:at|in|on|into|over|down)\s+(?:the\s+|a\s+|her\s+|his\s+)\w+", re.I),
    ),
    Kind(_WANTED[2][0], _DAY, needed=False, beside=False),
    Kind(_WANTED[3][0], _NUMBER, beside=False),
    WHO,
    Kind(
        re.compile(r"\bcolou?r\b", re.I),
        re.compile(r"\b(?:blue|white|grey|gray|red|yellow|brown|black|bluish|pale)\b", re.I),
    ),
)


def kind_asked(say: str) -> Kind | None:
    """What kind of thing a question asks for, where it says so."""
    return next((kind for kind in _KINDS if kind.asked.search(say)), None)
