"""Words that stand around a verb: adverbs, persons, wishes and duties, what others are asked to do."""

from __future__ import annotations

__all__ = [
    "ADVERBS", "ADVISES", "AGREED", "ASKED", "CLAUSE_OPENS", "DAY", "DOER", "DUTY", "FORBIDDEN", "INTENDED",
    "INTENDED_FOR", "INTO", "INTOLERANT", "LISTED", "MAY", "NOT_NOW", "NO_OBJECT", "OF_ALL", "RATHER", "RATHER_NOT",
    "SOMEBODY", "SOMEONE", "TALKED", "UNTOUCHED", "UNWILLING", "WISH",
]  # fmt: skip

ADVERBS = (
    r"(?:(?:(?!daily|weekly|monthly|yearly|family|likely|nightly|only)\w{2,}ly|also|just|then|now|still|again|soon"
    r"|first|once|later|further|so|therefore|thus|already)\s+){0,2}"
)
SOMEBODY = (
    r"(?:her|him|them|me|us|you|the\s+(?:patient|pt)|patient|pt|this\s+(?:patient|lady|gentleman|woman|man)"
    r"|(?:mr|mrs|ms|miss)\.?\s+[A-Z][\w'-]+)"
)
SOMEONE = r"(?:(?:her|him|them|you|me|us|the\s+patient|patient|pt|this\s+(?:patient|lady|gentleman|woman|man))\s+)?"
DOER = (
    r"(?:she|he|we|i|they|who|patient|pt|mum|mom|mother|father|dad|parents|wife|husband|daughter|son|carers?|(?:mr|mrs|ms|miss)\.?\s+\w+|crew|ems|medics?|paramedics?|nurses?|rn|team|staff"
    r"|surgeons?|gp|pcp|and)"
)
INTO = r"(?:\s+(?:\w+ly\s+|back\s+|over\s+|across\s+){0,2}(?P<into>on|with|into|in|onto|to|for)(?=\s))?"
WISH = (
    r"(?:will|would|shall|['’]ll|going\s+to|(?:plan|plans|planned|planning|intend|intends|intending)\s+(?:to|on)"
    r"|(?:would|['’]d)\s+like\s+(?:\w+\s+)?to(?:\s+do\s+is)?|wants?\s+(?:\w+\s+)?to|wish(?:es)?\s+to|agree[sd]?\s+to|decided\s+to"
    r"|elected\s+to)"
)
COLLEAGUE = (
    r"(?:(?:the|her|his|their|your|our|my|this|local)\s+){0,2}(?:gp|pcp|general\s+practitioner"
    r"|(?:family|primary\s+care)\s+(?:doctor|physician|provider|team)|practice|surgery|\w+ologist|\w+iatrician"
    r"|(?:\w+\s+)?team|(?:\w+\s+)?nurses?|pharmacist|pharmacy|dentist|ward|\w+ology|\w+iatrics)"
)
"""Those who are asked to do something."""
DUTY = (
    r"(?:should|must|needs?\s+to|ought\s+to"
    r"|(?:recommend|advis|suggest|instruct|encourag|ask|urg|tell|told)(?:e[sd]?|ed|s|ing)?\s+(?:that\s+)?"
    rf"(?:{SOMEONE}to|{COLLEAGUE}\s+(?:kindly\s+|please\s+)?to|{DOER}(?:\s+should)?|that\s+{DOER}))"
)
CLAUSE_OPENS = r"(?:(?<=[.;:] )|(?<=[-*•–] )|(?<=\n)|(?<=[.)]  )|(?<=^))(?:(?:please|kindly|also|then)\s+)?"
"""Where an order begins: ``Premedicate with X before the scan.``"""
NO_OBJECT = (
    r"(?=\s*(?:[.,;:)\n]|$)|\s+(?:on|in|at|when|once|if|after|from|day|tomorrow|tonight|today|next|as|for|until|post|pre|with"
    r"|one|two|\d|before|following|this|at|within|now)\b)"
)
"""``X to restart on Monday``; in ``team to add X`` the verb has an object of its own."""
DAY = (
    r"(?:the\s+)?(?:early\s+|mid[\s-]|late\s+)?(?:next|tomorrow|this|later|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
)
"""``X planned for May``: what stands behind is when, no treatment."""
UNWILLING = (
    r"(?:(?:not|(?:is|are|was|were|do|does|did|would|could|has|had)n['’]t)\s+(?:very\s+|at\s+all\s+)?(?:keen|willing|happy|prepared|ready|wish|want|like|agree)\s+to"
    r"|reluctant\s+to|unwilling\s+to|hesitant\s+to|declin(?:e[sd]?|ing)\s+to|refus(?:e[sd]?|ing)\s+to"
    r"|prefer(?:s|red)?\s+not\s+to|(?:would|['’]d)\s+(?:rather|prefer)\s+not(?:\s+to)?)"
)
"""``is not keen to restart X``: what a patient will not do; a doctor who will not only thinks of it."""
MAY = r"(?:may|might|could)(?:\s+(?:also\s+)?need\s+to)?"
_ADDRESSED = (
    r"(?:gp|pcp|general\s+practitioner|(?:doctor|physician|provider|team|practice|surgery|nurses?|pharmacist|pharmacy|dentist|ward)"
    r"|(?:endocrin|rheumat|cardi|neur|onc|nephr|ur|gastroenter|ha?emat|pulmon|dermat)olog(?:ist|y)"
    r"|(?:paediatric|pediatric|psychiatr|geriatr)(?:ian|ist|ics?|y))"
)
"""The last words of a colleague who is asked: what stands before them needs no looking at."""
ASKED = (
    rf"(?:{_ADDRESSED}\s+(?:is\s+|are\s+)?(?:kindly\s+|please\s+)?to"
    rf"|(?:could|would|can|will)\s+(?:you|{COLLEAGUE})\s+(?:please\s+|kindly\s+)?"
    rf"|(?:be\s+grateful|appreciate\s+it|grateful)\s+if\s+(?:you|{COLLEAGUE})\s+(?:could|would|can)\s+(?:please\s+|kindly\s+)?)"
)
"""``GP kindly to prescribe``, ``grateful if you would start``: a colleague is to do it."""
FORBIDDEN = (
    r"(?:(?:would|['’]d|should|must)\s+not|(?:would|should|must)n['’]t|(?:would|['’]d)\s+never)"
    r"(?:\s+(?:at\s+present|at\s+this\s+(?:stage|time|point)|currently|routinely|personally))?"
    r"(?:\s+(?:recommend|advise|suggest|consider|want\s+(?:her|him)\s+to))?"
)
"""``I would not use``: what a doctor will not give, and a patient will not take."""
NOT_NOW = (
    r"(?:(?:will|shall)\s+not|won['’]t|(?:is|are|am|was|were|['’]re|['’]m|['’]s)\s+not\s+(?:going|planning|intending)\s+to"
    r"|(?:is|are|was)n['’]t\s+(?:going|planning|intending)\s+to|(?:do|does|did)(?:\s+not|n['’]t)\s+(?:plan|intend|propose)\s+to)"
)
"""``we will not start``: not at present."""
TALKED = (
    r"(?:re:?|regarding|concerning|about|as\s+regards|with\s+regards?\s+to|opinion\s+on|advice\s+on|thoughts\s+on"
    r"|guidance\s+on|discussion\s+of|question\s+of|possibility\s+of|idea\s+of|merits\s+of)"
)
"""``see endocrine re: starting``: what is to be talked of."""
AGREED = (
    r"(?:(?:agree[sd]?|agreeing|consent(?:s|ed)?|amenable|agreeable|keen|happy|willing|prepared|ready|content|glad)\s+to"
    rf"|happy\s+for\s+{SOMEBODY}\s+to)"
)
"""``is willing to try``: what a patient agrees to lies ahead."""
RATHER = r"(?:(?:would|['’]d)\s+(?:rather|sooner|prefer\s+to))"
LISTED = (
    rf"(?:(?:put|placed|entered|added)\s+{SOMEONE}(?:(?:on|to)\s+(?:the|our|a|my)\s+(?:\w+\s+){{0,2}}list|forward|down)"
    r"|(?:has\s+been|is|been|was)\s+(?:listed|put\s+forward|wait-?listed)|on\s+(?:the|our)\s+(?:\w+\s+)?waiting\s+list"
    r"|listed\s+(?:her|him|this\s+\w+|the\s+patient))\s+for"
)
"""``put her on the list for``: a place has been asked for."""
INTOLERANT = (
    r"(?:could|did|was|were)(?:\s+not|n['’]t)\s+(?:really\s+)?(?:able\s+to\s+)?(?:tolerate|stomach|stand|bear|hack|face"
    r"|handle|get\s+(?:on|along)\s+with|cope\s+with|put\s+up\s+with|keep\s+down|agree\s+with)"
    r"|(?:(?:had|has|have|was|were)\s+(?:(?:previously|also|never)\s+)*not\s+(?:been\s+able\s+to\s+)?|un(?:able)\s+to\s+(?=\w+\s+(?:or|and|oral)))"
    r"tolerated?"
)
"""``couldn't get on with``: tried, and given up."""
OF_ALL = (
    r"(?:(?!\w*(?:mg|mcg)\b)[\w-]+\s+){0,3}(?:medications?|medicines?|meds|drugs|tablets|following|these|supplements|treatments?)\b"
    r"[^:;.\n\d]{0,50}:(?=\s)(?P<into>)"
)
"""``Start post-operative medications as per the notes: X, Y``: the order is for each of them."""
INTENDED = r"had\s+(?:\w+ly\s+)?(?:intended|planned|hoped|wanted|meant|thought|expected)\s+(?:to|of|on)"
"""``had intended to follow this with X, but``: it did not come about."""
INTENDED_FOR = (
    r"had\s+(?:\w+ly\s+)?(?:intended|meant|wanted|hoped|wished)\s+(?:for\s+)?"
    r"(?:her|him|them|you|this\s+\w+|the\s+patient|(?:mr|mrs|ms|miss)\.?\s+\w+)\s+to"
)
"""``had meant her to carry on with X``: she has not."""
RATHER_NOT = (
    r"(?:would|['’]d)\s+(?:rather|prefer)\s+(?:that\s+)?(?:she|he|you|they|the\s+patient)\s+(?:not|did\s+not|didn['’]t)"
)
"""``I'd rather she not use X``"""
UNTOUCHED = (
    r"(?:have|has|had|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:changed?|alter(?:ed)?|adjust(?:ed)?)"
    r"(?:\s+(?:her|his|the)\b)?"
)
"""``I have not changed her X``: it goes on."""
ADVISES = r"(?:recommend|advis|suggest|propos|favou?r|advocat)(?:e[sd]?|ed|es|s|ing)?"
"""``would favour starting``"""
