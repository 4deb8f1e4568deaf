"""The shapes in which a verb speaks of a treatment, each with its tense and the side of the name on which it stands."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.treatments.verb_parts import (
    ADVERBS,
    ADVISES,
    AGREED,
    ASKED,
    CLAUSE_OPENS,
    DAY,
    DOER,
    DUTY,
    FORBIDDEN,
    INTENDED,
    INTENDED_FOR,
    INTO,
    INTOLERANT,
    LISTED,
    MAY,
    NO_OBJECT,
    NOT_NOW,
    OF_ALL,
    RATHER,
    RATHER_NOT,
    SOMEBODY,
    SOMEONE,
    TALKED,
    UNTOUCHED,
    UNWILLING,
    WISH,
)
from osteocase.pipeline.treatments.words import words_that

__all__ = ["KINDS", "shapes_of"]

KINDS = ("begin", "keep", "take", "give", "stop", "consider", "switch", "try", "prefer")


def _verbs(knowledge: Knowledge, form: str) -> str:
    """The verbs in one form, those of each kind in a group of its name; a person may stand before ``with``."""
    kinds = []
    for kind in KINDS:
        words = words_that(knowledge, "treatment_verb", f"{kind} {form}".__eq__)
        words = words.replace(r"\s+with", rf"\s+{SOMEONE}(?:\w{{2,}}ly\s+)?with")
        kinds.append(f"(?P<{kind}>{words}){_BEHIND.get(kind, '')}")
    return f"(?:{'|'.join(kinds)})"


_BEHIND = {"stop": r"(?:\s+(?:taking|using|wearing|giving)(?!\w))?", "prefer": r"(?!\s+(?:to|not)\s)"}
"""``stop taking X``; ``prefers to take X in the morning`` tells how it is taken."""


def shapes_of(knowledge: Knowledge) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The shapes of one lexicon: tense, side, expression."""
    base, past, gerund, present = (_verbs(knowledge, form) for form in ("base", "past", "gerund", "present"))
    return tuple(
        (tense, side, re.compile(rf"\b(?:{shape})(?![\w-])", re.IGNORECASE))
        for tense, side, shape in (
            ("future", "before", rf"{WISH}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("obliged", "before", rf"{DUTY}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("possible", "before", rf"{MAY}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("to_be", "both", rf"(?:{WISH}|to)\s+{ADVERBS}be\s+{ADVERBS}{past}{INTO}"),
            ("to_come", "after", rf"(?:(?:is|are)\s+)?to\s+{ADVERBS}{base}{NO_OBJECT}"),
            (
                "going_on",
                "after",
                r"(?:remains?|stays?|continues)\s+(?:at|on|unchanged|the\s+same)(?P<keep>)(?P<into>)",
            ),
            ("to_come", "after", rf"(?:may|can|(?:ok|okay|fine|safe|time|able)\s+to)\s+{ADVERBS}{base}{NO_OBJECT}"),
            ("past", "before", rf"(?P<stop>{INTOLERANT})"),
            (
                "to_be",
                "before",
                rf"{CLAUSE_OPENS}(?P<begin>for)(?:\s+(?:an?|the|iv|im|sc|oral|further|repeat|yearly|annual|monthly|long-term|trial\s+of|course\s+of))*",
            ),
            ("to_be", "after", rf"(?P<begin>planned|scheduled|booked|arranged)\s+(?:for|in|on)\s+{DAY}"),
            (
                "allowed",
                "before",
                rf"(?:can|may\s+now|(?:ok|okay|fine|safe|able|free)\s+to)\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}",
            ),
            ("obliged", "before", rf"{ADVISES}\s+{ADVERBS}{gerund}\s*{SOMEONE}{INTO}"),
            (
                "forbidden",
                "before",
                rf"{CLAUSE_OPENS}(?:do\s+not|don['’]t|never)\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}",
            ),
            ("not_now", "before", r"(?P<begin>decided\s+against)(?!\s+(?:it|this)\b)"),
            ("not_now", "before", rf"(?:decided|elected|chose)\s+not\s+to\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("unwilling", "before", rf"{UNWILLING}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("asked", "before", rf"{ASKED}\s*{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("forbidden", "before", rf"{FORBIDDEN}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("forbidden", "before", rf"{FORBIDDEN}\s+{ADVERBS}{gerund}\s*{SOMEONE}{INTO}"),
            ("talked_of", "before", rf"whether\s+(?:or\s+not\s+)?to\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("not_now", "before", rf"{NOT_NOW}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("talked_of", "before", rf"{TALKED}\s+{ADVERBS}{gerund}\s*{SOMEONE}{INTO}"),
            ("willing", "before", rf"(?:{AGREED}|{RATHER})\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            (
                "willing",
                "before",
                rf"(?:{AGREED}|{RATHER})\s+(?P<begin>have|proceed\s+with|go\s+ahead\s+with|go\s+on)",
            ),
            (
                "willing",
                "before",
                r"(?P<begin>(?:agree[sd]?|agreeing|consent(?:s|ed)?|amenable|agreeable)\s+to|keen\s+(?:on|for)|in\s+favou?r\s+of)",
            ),
            ("willing", "before", rf"(?P<begin>{LISTED})"),
            ("not_done", "before", rf"{INTENDED}\s+(?P<begin>\w+)(?:\s+(?:this|it|her|him|that|on))?{INTO}"),
            ("not_done", "before", rf"{INTENDED_FOR}\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("forbidden", "before", rf"{RATHER_NOT}\s+{ADVERBS}{base}"),
            ("going_on", "before", rf"(?P<keep>{UNTOUCHED})"),
            (
                "not_done",
                "before",
                rf"(?:would|['’]d|might|could)\s+have\s+{ADVERBS}{past}\s*(?:to\s+(?:have\s+)?\w+\s+)?{SOMEONE}{INTO}",
            ),
            ("obliged", "both", rf"{DUTY}\s+{ADVERBS}be\s+{ADVERBS}{past}{INTO}"),
            ("allowed", "both", rf"can\s+{ADVERBS}be\s+{ADVERBS}{past}{INTO}"),
            ("possible", "both", rf"{MAY}\s+{ADVERBS}be\s+{ADVERBS}{past}{INTO}"),
            (
                "going_on",
                "before",
                rf"(?:is|are|has\s+{ADVERBS}been|have\s+{ADVERBS}been)\s+{ADVERBS}{gerund}{INTO}",
            ),
            ("past", "before", rf"(?:was|were|had\s+{ADVERBS}been)\s+{ADVERBS}{gerund}{INTO}"),
            ("passive", "both", rf"(?:was|were|(?:has|have|had)\s+{ADVERBS}been)\s+{ADVERBS}{past}{INTO}"),
            ("present", "both", rf"(?:is|are)\s+{ADVERBS}(?:being\s+)?{past}{INTO}"),
            ("past", "before", rf"(?<!\w)did\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("past", "before", rf"(?:{DOER}|has|have|had)\s+{ADVERBS}{past}\s*{SOMEONE}{INTO}"),
            ("present", "before", rf"{DOER}\s+{ADVERBS}{present}{INTO}"),
            ("to_be", "before", rf"{CLAUSE_OPENS}(?P<give>pre-?(?:medicat|treat)e?)\s+(?P<into>with)(?=\s)"),
            ("present", "before", rf"{CLAUSE_OPENS}(?P<prefer>prefers)(?!\s+(?:to|not)\s)"),
            ("kept_up", "before", rf"continu(?:e[sd]?|ing)\s+to\s+{ADVERBS}{base}\s*{SOMEONE}{INTO}"),
            ("order_of_all", "before", rf"{CLAUSE_OPENS}{base}\s+{OF_ALL}"),
            ("order", "before", rf"{CLAUSE_OPENS}(?!premedicat|pretreat){base}{INTO}(?=\s)"),
            ("with_person", "before", rf"{base}\s+{SOMEBODY}{INTO}"),
            ("with_person", "before", rf"{gerund}\s+{SOMEBODY}{INTO}"),
            ("past", "before", rf"{past}\s+{SOMEBODY}{INTO}"),
        )
    )
