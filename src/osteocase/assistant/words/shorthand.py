"""What clinicians shorten in writing, spelt out before an utterance is taken apart: ``#``, ``h/o``, ``6/12``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from osteocase.assistant.words.purposes import PURPOSES
from osteocase.assistant.words.spoken_numbers import in_figures
from osteocase.assistant.words.time_clauses import clauses_as_times

__all__ = ["spelt_out"]

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = rf"\d{{1,2}}\s+(?:{_MONTHS})[a-z]*\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
_POLITE = (
    r"^(?:(?:please|hello|hi|sorry|ok|so|well|now)[, ]+)*(?:would|could|can|will|may)\s+you\s+"
    r"(?:please\s+|kindly\s+|just\s+|possibly\s+|perhaps\s+)*(?:mind\s+)?"
    r"(?:tell(?:ing)?|show(?:ing)?|giv(?:e|ing)(?!\s+(?:her|him|them|it|this|the\s+patient)\b)|remind(?:ing)?|read(?:ing)?|list(?:ing)?)(?:\s+out)?(?:\s+(?:me|us))?\b"
)
"""How people ask for something, before what they ask for."""
_KEEN = (
    r"^(?:(?:please|hello|hi|sorry|ok|so|well|now)[, ]+)*"
    r"(?:(?:i|we)\s*(?:would|['’]?d|should|am|are|['’]m|['’]re)\s+|would\s+)"
    r"(?:\w+ly\s+|also\s+|be\s+|rather\s+|much\s+|very\s+|quite\s+){0,3}"
    r"(?:interested|keen|curious|eager|glad|happy|pleased|love|appreciate|welcome|wondering|looking)\b(?!\s+with\b)\s*"
    r"(?:in|for|about|to\s+(?:see|know|hear|learn|have|get|find out)|on)?\b"
)
"""A wish to know, told politely: ``I'd be keen to see``; who is happy with something accepts it."""
_HAPPEN = (
    r"^(?:(?:please|hello|hi|sorry|ok|so|well|now|good \w+)[, ]+)*"
    r"(?:would|do|does|could|might|may|can|did)\s+(?:you|we|i|one)\s+"
    r"(?:happen to\s+|by any chance\s+|perhaps\s+|possibly\s+|please\s+)*"
    r"(?:have|know|possess|trouble you for|ask (?:you )?for|request|find|hold|bother you for)\b(?!\s+to\b)"
)
"""A question whether there is something, for what it is."""
_PARTICLE = (
    r"^(?:please\s+|can you\s+|could you\s+|just\s+)*(?:kick|throw|take|chuck|cut|strike|cross|toss|weed)\s+"
    r"((?:(?:the|that|this|those|these)\s+|[\w-]+['’]s\s+)[^,;]{2,40}?)\s+(?:out|off the (?:list|record|case|file))"
    r"(?=\s*(?:please)?[.!]?$)"
)
"""A verb in two parts round what it is about: ``kick the cortisol out``."""
_ASIDE = (
    r"^(?:please\s+|can you\s+|could you\s+|just\s+|let us\s+|let's\s+)*(?:put|set|leave|lay|keep|park|move)\s+"
    r"([^,;]{2,40}?)\s+(?:aside|for later|to one side|on hold|to the end|until later|on the shelf)"
    r"(?=\s*(?:please)?[.!]?$)"
)
_TITLED = (
    r"\b(?:[Dd]r|[Dd]octor|[Pp]rof(?:essor)?|[Cc]onsultant|[Ss]ister|[Nn]urse)\b\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\w'’-]+"
)
"""A person by name: no word of it is one of the case's."""
_DID_SHE = r"\b(?:has|have|is|did|does|was)\s+(?:she|he|the patient)\s+(?:been\s+)?"
_BONE = r"\s+(?:(?:any|some|more|up)\s+)*(?:bone(?:\s+(?:mass|density|mineral))?|density|ground)\b"
_AT_SITE = (
    r"\b(?:where|(?:at|in)\s+which\s+(?:\w+\s+)?(?:sites?|bones?|regions?))\s+(?:did|has|have|had)\s+(?:(?:the|her|his)\s+)?"
    r"(?:bmd|bone\s+density|density)"
)
_NO_STAGE = r"(?<!stage )(?<!grade )(?<!type )(?<!class )"
"""``stage IV`` is a number."""


def _undotted(match: re.Match[str]) -> str:
    """``P.S.A.``."""
    return match.group().replace(".", "")


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _in_order(match: re.Match[str]) -> str:
    """``dose number five`` as the fifth dose."""
    said = match["count"].lower()
    number = int(said) if said.isdecimal() else _COUNTS.index(said) + 1
    if not 0 < number <= len(_ORDINALS):
        return match.group()
    of_drug = match.groupdict().get("drug")
    return f"the {_ORDINALS[number - 1]} " + (f"dose of {of_drug}" if of_drug else match["what"])


def _in_cm(match: re.Match[str]) -> str:
    """``5'11"``: feet and inches, as the metric height."""
    return f"{int(match[1]) * 30.48 + float(match[2] or 0) * 2.54:.1f} cm"


_REMOVED = r"(?:adenoma|gland|tumou?r|nodule|specimen|lesion|thymus|thyroid|kidney|graft)"
"""What is weighed when it has been taken out; the weight is not that of the patient."""
_MEASURED = r"\+?\s*(?:\?|,|$|(?:at|on|in|trend|level|over|now|last|first|low|high|normal|before|after|and|was|is)\b)"
"""What stands behind the letter of an electrolyte: ``K at the last visit``."""
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_MONTHS_OF_YEAR = (
    rf"\b(?P<way>between|from)\s+(?P<one>{_MONTH})\s+(?P<to>and|to|until|till)\s+(?P<two>{_MONTH})\s+"
    r"(?P<year>(?:19|20)\d\d)\b"
)
"""``between March and September 2021``: both are of that year."""
_PLAIN_VERBS = {"broke": "break", "had": "have", "fractured": "fracture", "took": "take", "suffered": "suffer"}
_CLEFT = (
    r"^\W*(?:and\s+)?was\s+it\s+(?P<who>(?:her|his|the)\s+(?:mother|father|sister|brother|aunt|uncle|grand\w+|mum|dad))\s+"
    rf"(?:who|that)\s+(?P<verb>{'|'.join(_PLAIN_VERBS)})\b(?P<rest>[^?]*\?)"
)
"""``was it her mother who broke the hip?``"""
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, flags), new)
    for pattern, new, flags in (
        (_TITLED, "the doctor", 0),
        (
            _CLEFT,
            lambda match: f"did {match['who']} {_PLAIN_VERBS[match['verb'].lower()]}{match['rest']}",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:and\s+|so\s+)?did\s+(?:the|that|this|her|his)\s+(?:fall|trauma|accident|lift\w*|knock)\s+(?:cause|lead\s+to)\s+"
            r"(?P<what>(?:the|her|his|that|this)\s+[^?]*\bfractures?)\W*$",
            r"how did \g<what> happen?",
            re.IGNORECASE,
        ),
        (r"\b(\d{1,3})\s+out\s+of\s+(10|24|63|100)\b", r"\1/\2", re.IGNORECASE),
        (r"\bG\s?(\d{1,2})\s?[,/]?\s?P\s?(\d{1,2})\b", r"gravidity \1 and parity \2", re.IGNORECASE),
        (
            r"^\W*(?:and\s+|so\s+)?(?:is|are)\s+((?:another|an?\s+(?:further|new|second)|one\s+more|more)\s[^?]{3,50}?)\s+"
            r"(?:very\s+|more\s+|at\s+all\s+)?(?:likely|probable|to\s+be\s+expected)\W*$",
            r"how likely is \1?",
            re.IGNORECASE,
        ),
        (r"\bpara(?=\s+(?:is\s+|was\s+|of\s+)?(?:\d{1,2}|one|two|three|four|five|six)\b)", "parity", re.IGNORECASE),
        (r"(?<=\d)[\s-]?(?:pys?|pk[- ]?yrs?)\b", " pack-years", re.IGNORECASE),
        (r"\bevery\s+second\s+(day|week|month|year)\b", r"every other \1", re.IGNORECASE),
        (_MONTHS_OF_YEAR, r"\g<way> \g<one> \g<year> \g<to> \g<two> \g<year>", re.IGNORECASE),
        (
            rf"{_DID_SHE}(?:lost|losing|lose){_BONE}",
            "did the bone density fall",
            re.IGNORECASE,
        ),
        (
            rf"{_DID_SHE}(?:gained|gaining|gain|built|building|build|put on|regained){_BONE}",
            "did the bone density rise",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:the\s+|her\s+|his\s+)?next\s+((?:\w+\s+){0,2}\w+)\s*,?\s+when\s*\??$",
            r"when is the next \1?",
            re.IGNORECASE,
        ),
        (
            r"\b(?:was|is|were|are|has)\s+there\s+(?:ever\s+|been\s+)?(?:an?\s+|any\s+)?"
            r"(?:gaps?|breaks?|interruptions?|pauses?|holidays?)\s+(?:in|of|between|from)\s+(?:the\s+|her\s+|his\s+)?"
            r"(?:\w+\s+)?(?:treatments?|therapy|therapies|medication|drugs?)\b|"
            r"(?:^\W*(?:did|has|have|had)\s+(?:she|he|they|the\s+patient)\s+(?:ever\s+)?(?:have|had|take|taken)\s+(?:an?\s+|any\s+)?)?"
            r"(?<!add )(?<!add a )(?<!she had a )(?<!he had a )(?<!took a )"
            r"\b(?:treatment|drug|therapy)\s+(?:gaps?|breaks?|interruptions?|holidays?)\b",
            "list the osteoporosis drugs",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:please\s+)?(?:mark|flag|tag|set)\s+((?:the|all|both|her|his)\s+.{2,60}?)\s+as\s+(?:being\s+)?"
            r"(?:wrong|false|incorrect|invalid|an?\s+(?:error|mistake)|rejected)\W*$",
            r"reject \1",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:please\s+)?take\s+((?:the|all|both)\s+[^,;]{2,60}?)\s+out\s+((?:at|from|in)\s+(?:all|every|each|both)\b.*)$",
            r"remove \1 \2",
            re.IGNORECASE,
        ),
        (rf"\bwhat weight\s+(was|is)\s+(?=the\s+(?:\w+\s+)?{_REMOVED}\b)", r"how heavy \1 ", re.IGNORECASE),
        (
            rf"\bweight\s+of\s+(the\s+(?:\w+\s+)?{_REMOVED})\b|\b({_REMOVED})(?:['’]s)?\s+weight\b",
            r"size of \1\2",
            re.IGNORECASE,
        ),
        (
            r"\b(?:why|how come)\s+(did|had|has)\s+(she|he|the\s+patient|the\s+[\w ]{3,20}|[CTL]\d{1,2})\s+"
            r"(break|broke|broken|fractured?|collapsed?)\b",
            r"how \1 \2 \3",
            re.IGNORECASE,
        ),
        (
            r"\b(did|has|have)\s+((?:it|they|that|those|these|(?:the|her|his)\s+[\w\s-]{2,30}?))\s+"
            r"correct(?:ed)?(?:\s+itself)?(?=\s*\?)",
            r"\1 \2 normalise",
            re.IGNORECASE,
        ),
        (
            r"\b(?:last|latest|most\s+recent)\s+([\w\s-]{2,30}?)\s+and\s+(?:the\s+)?"
            r"(?:one\s+before(?:\s+(?:that|it))?|previous(?:\s+one)?|prior\s+one)\b",
            r"last two \1 values",
            re.IGNORECASE,
        ),
        (
            r"\bwhich\s+(?:of\s+(?:the|her|his)\s+)?(?:(?:bone|skeletal|dxa|scan|measured)\s+)?(?:bones?|sites?|places?|regions?)\s+"
            r"(?=(?:(?:has|have|had|did)\s+)?(?:gain|improv|rose|ris|increas|respon|chang|lost|los[es]|fell|drop|decreas|declin)\w*\b)",
            "which site ",
            re.IGNORECASE,
        ),
        (
            r"\bwhich site\s+(?:(?:has|have|had|did)\s+)?(?:(?:lost|lose|losing)\s+(?:(?:any|some)\s+)?"
            r"(?:bone|density|bmd|ground)(?:\s+density)?|(?:decreas|declin)\w+)\b"
            rf"|{_AT_SITE}\s+(?:fall(?:en)?|drop(?:ped)?|declined?|go(?:ne)?\s+down|decreased?|get\s+worse)\b",
            "which site went down",
            re.IGNORECASE,
        ),
        (
            rf"{_AT_SITE}\s+(?:rise|risen|go(?:ne)?\s+up|increased?|improved?|get\s+better)\b",
            "which site went up",
            re.IGNORECASE,
        ),
        (
            r"\bhow much shorter\s+(?:is|has|did|had)\s+(she|he|the patient)(?:\s+(?:got(?:ten)?|get|become|grown))?",
            r"how much height has \1 lost",
            re.IGNORECASE,
        ),
        (
            r"\b(?:is|has|did)\s+(she|he|the patient)\s+(?:(?:got(?:ten)?|get|become|grown)\s+)?(?:any\s+)?"
            r"shorter(?=\s*\?|$)",
            r"has \1 lost height",
            re.IGNORECASE,
        ),
        (_POLITE, "tell me", re.IGNORECASE),
        (
            r"^i\s+(?:should|would)\s+be\s+(?:very\s+)?(?:grateful|glad|obliged|happy)\s+(?:for|to have|to see)\b",
            "give me",
            re.IGNORECASE,
        ),
        (
            r"\b(is|was)\s+(she|he|the\s+patient)\s+(?:already\s+|really\s+|actually\s+)?osteoporotic(?=\s*[?.!]*$)",
            r"\1 osteoporosis told of \2",
            re.IGNORECASE,
        ),
        (r"\bhow long (?:is it|has it been|was it)(?: now)? since\b", "how long ago was", re.IGNORECASE),
        (
            r"\bhow did (?:they|we|you|the \w+) (?:fix|repair|mend|treat|manage|operate on|deal with)\b",
            "how was treated",
            re.IGNORECASE,
        ),
        (
            r"^((?:the |this )?(?:patient|lady|man|woman|gentleman)|she|he)(?:\s+(?:is|was)|['’]s)\s+(\d{2,3})"
            r"(?=\s*(?:now|then|(?:at|on|in|when|by)\s+[^\d?]+)?[.!]?$)",
            r"\1 is \2 years old",
            re.IGNORECASE,
        ),
        (
            r"^((?:the |this )?(?:patient|lady|man|woman|gentleman)|she|he)(?:['’]s|\s+is|\s+was)\s+(\d{2,3})"
            r"(?:\s*,)?(?=\s+(?:and\s+)?not\s+\d)",
            r"\1 is \2 years old",
            re.IGNORECASE,
        ),
        (
            r"(?<![\w.])([3-7])\s*(?:['’′]|ft\b|foot\b|feet\b)\s*(\d{1,2}(?:\.\d+)?)?\s*(?:[\"”″]|['’]{2}|in(?:ches)?\b)?(?!\w)",
            _in_cm,
            re.IGNORECASE,
        ),
        (
            r"\b(accept|approve|confirm|tick off|okay|ok)\s+(?:all |everything )?"
            r"(?:that is|that['’]s|what is|what['’]s|what)\s+(?:still )?(?:left|remains|remaining|open)\b",
            r"\1 the rest",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:there(?:['’]s| is) )?(?:(?:one|something|this|a \w+|still|is) )*"
            r"(?:missing|forgotten|left out|overlooked|omitted)\s*[:–-]\s*(?=[^?]+$)",
            "add ",
            re.IGNORECASE,
        ),
        (r"(?<![\d ] )(?<!\d)\bMg\b(?=\s*(?:was|is|of|at|=|:)?\s*\d)", "magnesium", 0),
        (
            r"\b(?:change|switch|correct|set|amend|make|move)\s+(?:the\s+)?([CTL]\d{1,2})\s+(?:in)?to\s+([CTL]\d{1,2})\b",
            r"\1 should be \2",
            re.IGNORECASE,
        ),
        (r"\b(should|must|could)['’]?ve\b", r"\1 have", re.IGNORECASE),
        (r"(?<![\w.,])\.(?=\d)", "0.", 0),
        (
            r"^(?:she|he)\s+(?:no longer\s+(?:takes|has|gets|is on|uses)\s+([\w -]+?)|"
            r"(?:(?:is|does)(?:\s+not|n['’]?t)\s+(?:on|take|taking|get|use|using)\s+"
            r"([\w -]+?)\s+(?:any ?more|any longer)))(?=[.!]?$)",
            lambda match: f"{match[1] or match[2]} was stopped",
            re.IGNORECASE,
        ),
        (r"(?<=\d)(\s*)micro-?grams?\b", r"\1mcg", re.IGNORECASE),
        (r"(?<=\d)(\s*)grams?\b", r"\1g", re.IGNORECASE),
        (r"(?<=\d)(\s*)milli-?grams?\b", r"\1mg", re.IGNORECASE),
        (r"(?<=\d)(\s*)(?:international units?)\b", r"\1IU", re.IGNORECASE),
        (r"\b(menopause (?:was|is|came|started|began)) at (?:age )?(?=\d\d\b)", r"\1 ", re.IGNORECASE),
        (r"\b(?:would|could) you be so (?:good|kind) as to\b", "please", re.IGNORECASE),
        (_HAPPEN, "give me", re.IGNORECASE),
        (_KEEN, "give me ", re.IGNORECASE),
        (_PARTICLE, r"delete \1", re.IGNORECASE),
        (_ASIDE, r"defer \1", re.IGNORECASE),
        *PURPOSES,
        (
            r"^(?:(?:was|were|is)\s+there\s+)?any\s+(?:secondary|underlying)\s+(?:causes?|reasons?)\b[\w\s]{0,30}(?=\??$)",
            "what secondary causes were excluded",
            re.IGNORECASE,
        ),
        (
            r"^(?:and\s+)?what(?:['’]s|\s+is|\s+was)\s+(?:she|he|the patient)\s+(?:being\s+)?"
            r"(?:treated|seen|followed|under)(?:\s+\w+)?\s+for(?=\s*\??$)",
            "what are the diagnoses",
            re.IGNORECASE,
        ),
        (
            r"^for (?:which|what) (?:disease|condition|illness|reason|indication|diagnosis|problem|complaint)\b",
            "why",
            re.IGNORECASE,
        ),
        (r"\bit['’]s(?=\s+(?:not\s+)?[-−–]?\d)", "it is", re.IGNORECASE),
        (r"\b(we|they|you)['’]re\b", r"\1 are", re.IGNORECASE),
        (r"\b(when|where|how|who|why)['’]s\b", r"\1 is", re.IGNORECASE),
        (r"\b(when|where|how|what|who|why)['’]d\b", r"\1 did", re.IGNORECASE),
        (r"\bnumber\s+(two|2)\b(?=\s*[?.]?$)", "the second", re.IGNORECASE),
        (r"\bnumber\s+(three|3)\b(?=\s*[?.]?$)", "the third", re.IGNORECASE),
        (r"\b(?:no|nr|n)\.?\s+of\b(?=\s+\w+\s+\w*(?:s|dose|doses)\b)", "number of", re.IGNORECASE),
        (r"\b([A-Z][A-Z0-9]*\d?[A-Z]{1,}\d?)s\b", r"\1", 0),
        (
            r"^(?:could|can|may|might)\s+(?:i|we)\s+(?:please\s+|just\s+)?(?:have|get|see|know)\b",
            "give me",
            re.IGNORECASE,
        ),
        (r"\bno\.(?=\s+[a-z])", "number", 0),
        (
            r"(?<!\w)#(?=\s*(?:of\b|(?:\w+\s+){0,2}(?:doses?|injections?|infusions?|shots?|jabs?|scans?|visits?|notes?)\b))"
            r"(?:\s*of\b)?",
            "number of",
            re.IGNORECASE,
        ),
        (r"\bafter all\b", "", re.IGNORECASE),
        (r"\bpre[- ]?op(?:erative(?:ly)?)?\b(?! (?:one|note|letter))", "before surgery", re.IGNORECASE),
        (r"\bpost[- ]?op(?:erative(?:ly)?)?\b(?! (?:one|note|letter|day|compl|course|stay))", "after surgery", re.I),
        (
            rf"\b(?P<what>dose|injection|infusion|shot|jab)\s+(?:number|no\.?|nr\.?|#)\s*(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\b",
            _in_order,
            re.IGNORECASE,
        ),
        (
            r"\b(?P<drug>\w+(?:mab|dronate|paratide)|(?:zoledronic|ibandronic)\s+acid|prolia|evenity|aclasta|reclast)\s+"
            rf"(?:number|no\.?|nr\.?|#)\s*(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\b(?!\s*(?:[.,]\d|m?[cµ]?g\b|mg|ug|iu|%))",
            _in_order,
            re.IGNORECASE,
        ),
        (r"(?<=[a-z] )no\.\s*(?=\d{1,2}\b(?!\s*(?:[.,]\d|[mcnpµu]|%|kg|iu)))", "number ", re.IGNORECASE),
        (
            r"(?<=[a-z] )(?:by|per|under|according to)\s+(?:the\s+)?WHO\b(?:\s+(?:criteria|definition))?",
            "",
            0,
        ),  # the organisation, and no question for a person
        (r"\b(?:a year and a half|(?:one|1) and a half years?|(?:1[.,]5|1½) years)\b", "18 months", re.IGNORECASE),
        (r"\bT(?=\s+[-−–]\d)", "T-score", 0),
        (r"\bZ(?=\s+[-−–+]?\d+\.\d)", "Z-score", 0),
        (r"#s\b", " fractures ", 0),
        (r"(?<!\w)#(?!\d)", " fracture ", 0),
        (r"\bR\b\.?(?=\s+(?:total|hip|fem|neck|NOF|wrist|radi|forearm|side|TH\b|FN\b))", "right", 0),
        (r"\bL\b\.?(?=\s+(?:total|hip|fem|neck|NOF|wrist|radi|forearm|side|TH\b|FN\b))", "left", 0),
        (
            r"\b(1\d{3}|[2-9]\d{3})\s*(?:->|→|=>|–>)\s*([12]\d{3}|[3-9]\d{3})\b(?!\s*[a-zµ])",
            r"\1 IU should be \2 IU",
            0,
        ),
        (
            r"(?<=\d)(\s*(?:mg|mcg|µg|ug|g|iu|units?|ng|pg|nmol|pmol|mmol|%)?(?:/\w+)?)\s*(?:->|→|=>|–>)\s*(?=[-−]?\d)",
            r"\1 should be ",
            re.IGNORECASE,
        ),
        (
            r"^(.*(?:\bnot|n['’]?t|\bnever|\bno)\b[^,;]*?)[,;]\s*(?:but\s+)?(?:only|just)\s+(?:the\s+)?[CTLS]\d{1,2}\b.*$",
            r"\1",
            re.IGNORECASE,
        ),
        (
            r"^\W*(?:(?:please|can you|could you|and|no|so)\W+)*(?:swap|exchange|substitute|trade)\s+"
            r"(?:the\s+)?([\w -]{3,40}?)\s+(?:for|with|by)\s+(?:the\s+)?([\w -]{3,40}?)(?=[.!]?$)",
            r"\1 should be \2",
            re.IGNORECASE,
        ),
        (r"\b(?:when|if|as)\s+(?:needed|required|necessary)\b", "prn", re.IGNORECASE),
        (r"\b(at|by|from|to|and|vs|versus|until|than)\s+(\d{1,2})\s?m\b", r"\1 \2 months", 0),
        (r"\b((?:low|high|b|lat)est|worst|last|first|spine|hip|neck|his)\s+T\b(?![- ]?score|\W*\d)", r"\1 T-score", 0),
        (r"\bh/o\b|\bhx of\b", "history of", re.IGNORECASE),
        (r"\bk/?c/?o\b", "known case of", re.IGNORECASE),
        (r"(?<![/\w])c/o\b", "complains of", re.IGNORECASE),
        (r"(?<![\w/])w/(?=\s|\w)", "with ", re.IGNORECASE),
        (r"\b(?:y/o|yo)\b(?=\s|$)", "years old", re.IGNORECASE),
        (r"\b(?:fhx?|fam(?:ily)?\s+hx|fam\s+history)\b", "family history", re.IGNORECASE),
        (r"\b[RT]x\b|\brx\b", "treatment", 0),
        (rf"^(\W*(?:(?:what was|what is|was|is|the|her|his|any|and)\s+)*)K(?={_MEASURED})", r"\1potassium", 0),
        (r"(?<=[,&/] )K(?=\s*(?:[,&/]|and\b))|(?<=\band )K(?=\s*(?:[,&/?]|at\b|in\b|$))", "potassium", 0),
        (r"\b[Dd]x\b", "diagnosis", 0),
        (r"\b[Ss]x\b", "symptoms", 0),
        (r"\b[Ii]x\b", "labs", 0),
        (r"\b(?:[Ll]t|LT)\b\.?(?!\s*\d)", "left", 0),
        (
            r"\b(?:[Rr]t|RT)\b\.?(?=\s+(?:(?:total|prox\w*|distal|5th|fifth|1/3|one)\s+)?(?:hip|fem\w*|neck|nof|fn|th|wrist|radi\w*|"
            r"forearm|side|humerus|ankle|foot|leg|arm|tibi\w*|metatars\w*|sacr\w*|pub\w*|rib\w*|one)\b)",
            "right",
            re.IGNORECASE,
        ),
        (r"\bf/u\b", "follow up", re.IGNORECASE),
        (r"\bs/e\b", "side effects", re.IGNORECASE),
        (r"(?<![\w.])((?:[A-Za-z]\.){2,4})(?!\w)", _undotted, 0),
        (
            r"\b(?:sh(?:oud|uold|oudl|oul|uld|old|olud)|sould|hsould|shoulld)\b",
            "should",
            re.IGNORECASE,
        ),
        (r"\b(everything|all|rest)['’]s\b", r"\1 is", re.IGNORECASE),
        (r"\b(?:instaed|insted|intead|isntead)\b", "instead", re.IGNORECASE),
        (rf"{_NO_STAGE}\biv\b(?![- ]?(?:t?h\b|score))", "intravenous", re.IGNORECASE),
        (  # ``the calcium of 10 May 2019 was on 12 May 2019``
            rf"\b(?:of|from|dated)\s+(?:the\s+)?({_DATE})\s+((?:was|were|is|are)\s+(?:actually\s+|really\s+)?"
            rf"(?:done\s+|taken\s+|measured\s+|drawn\s+|made\s+|performed\s+|collected\s+)?(?:on|from)\s+|"
            rf"(?:should|must|ought to)\s+(?:be|read|have been)\s+(?:on\s+|dated\s+)?)(?:the\s+)?({_DATE})",
            r"\2\3, not \1",
            re.IGNORECASE,
        ),
        (  # ``move the calcium from 10 May 2019 to 12 May 2019``; without such a verb it is the length of a course
            rf"\b((?:move|shift|re-?date|change|correct|put)\b[^?]*?\s)(?:of|from|dated)\s+(?:the\s+)?({_DATE})\s+"
            rf"to\s+(?:the\s+)?({_DATE})",
            r"\1to \3, not \2",
            re.IGNORECASE,
        ),
        (
            r"^(\W*(?:(?:please|can you|could you|and|no|so)\W+)*)(?:move|shift|re-?date)\s+(?=.*\bto\b.*\d)",
            r"\1change the date of ",
            re.IGNORECASE,
        ),
        (r"\b(?:month|mth|mo)/(?:yr|year)\b", "which month", re.IGNORECASE),
        (r"\by/n\b", "", re.IGNORECASE),
        (r"\bw/o\b", "without", re.IGNORECASE),
        (r"\bb4\b", "before", re.IGNORECASE),
        (r"\bs/p\b", "after", re.IGNORECASE),
        (r"\bo/e\b", "on examination", re.IGNORECASE),
        (r"\bd/c\b", "delete", re.IGNORECASE),
        (r"\bdx/tx\b", "diagnosis and treatment", re.IGNORECASE),
        (r"\s&\s", " and ", 0),
        (r"(?<![\d/.])(\d{1,2})/12\b(?![/.]\d)", r"\1 months", 0),
        (r"(?<![\d/.])(\d{1,2})/52\b(?![/.]\d)", r"\1 weeks", 0),
        (r"\bM\s?(\d{1,2})\b(?!\s*months)", r"month \1", 0),
        (r"(?<![\w.])(\d{1,2})\s?M\b(?!/)", r"\1 months", 0),
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?=(?:{_MONTHS})[a-z]*\b)", r"\1 ", re.IGNORECASE),
        (rf"\b(\d{{1,2}})\s+of\s+(?=(?:{_MONTHS})[a-z]*\b)", r"\1 ", re.IGNORECASE),
    )
)


@lru_cache(maxsize=64)
def spelt_out(say: str) -> str:
    """The utterance in full words."""
    for pattern, new in _RULES:
        say = pattern.sub(new, say)
    return in_figures(clauses_as_times(say))
