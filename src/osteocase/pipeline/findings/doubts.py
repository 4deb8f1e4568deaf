"""Words around a finding that make it a possible one, or none: ``osteomalacia possible``, ``fear of falling``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "DISEASES",
    "DOUBT_AFTER",
    "IS_KNOWN",
    "I_BELIEVE",
    "OF_A_TEST",
    "SAVED",
    "is_advice",
    "is_asked",
    "is_excluded",
    "is_looked_for",
    "is_no_clot",
    "is_talk",
]

OF_A_TEST = re.compile(
    r",[^,.;]{0,24}\b(?:films?|x-?rays?|radiographs?|CT|MRI|scans?|tests?|cultures?|screen)\b", re.IGNORECASE
)
"""``low back pain for six weeks, plain films negative``."""
DISEASES = re.compile(r"osteo|hyperparathyroidism|deficiency")
DOUBT_AFTER = re.compile(
    r"[ \t]?\(?\?|[ \t]?(?:/|\bor\b|\bvs\b\.?|\bversus\b)[ \t]?\w+[ \t]?\?"
    r"|\s+(?:is\s+|seems\s+|appears\s+|(?:has|have|had)\s+to\s+be\s+)?"
    r"(?:possible|likely|probable|suspected|considered)(?=\s*(?:[.,;)\n]|$))",
    re.IGNORECASE,
)
"""``osteomalacia possible``, ``osteoporosis?``; where an answer follows the question, the answer has the say."""
I_BELIEVE = re.compile(
    r"\b(?:I|we)\s+(?:believe|suspect|think|presume|suppose)\s+(?:that\s+)?(?:(?:she|he|this|it|they)\s+(?:has|have|is|may\s+have|might\s+have)\s+)?"
    r"(?:(?:an?|mild|severe|some|early|underlying)\s+){0,2}\Z",
    re.IGNORECASE,
)
IS_KNOWN = re.compile(
    r"\b(?:before|prior\s+to|since|after|until|(?:worried|concern(?:ed|s)?|anxious)\s+about)\s+(?:her|his|their|the|this)"
    r"\s+(?:recent\s+|last\s+)?\Z",
    re.IGNORECASE,
)
"""``no complaints before her fall``, ``worried about her fall``: what is denied or doubted is not the fall."""
SAVED = re.compile(
    r"[^.;\n]{0,60}?\b(?:caught\s+(?:him|her)self|without\s+(?:actually\s+)?falling|regained\s+(?:his|her)\s+balance"
    r"|did(?:\s+not|n['’]t)\s+(?:actually\s+)?(?:fall|hit\s+the\s+(?:ground|floor)|go\s+down))\b",
    re.IGNORECASE,
)
"""``tripped on a hose, caught himself``: no fall."""
_FEARED = re.compile(
    r"\b(?:fear(?:s|ful|ing)?|afraid|scared|frightened|terrified|anxious|nervous|apprehensive|worr(?:y|ies|ied)"
    r"|dread(?:s|ing)?)\s+"
    r"(?:of|about)\s+(?:(?:an?|another|further|future|more|having|new|repeat)\s+){0,2}\Z",
    re.IGNORECASE,
)
"""``fearful of another fall``: what is feared has not happened; ``worried about her falls`` tells of some that have."""
_OF_ALL_PEOPLE = re.compile(
    r"\s+(?:(?:can|may|often|usually|sometimes|also|does|tends?\s+to|is\s+known\s+to)\s+){0,2}"
    r"(?:runs?\s+in\s+families|affects?\s+(?:many|most|women|men|older|people|one)|weakens?\s"
    r"|makes?\s+(?:the\s+|your\s+)?bones?|occurs?\s+(?:in|when)|develops?\s+when"
    r"|is\s+(?:common|an?\s+(?:\w+\s+)?(?:disease|condition|disorder)))",
    re.IGNORECASE,
)
"""``osteoporosis can run in families``: talk of the disease, no one's."""


_CAUSE_OF = re.compile(
    r"\b(?:is|are)\s+(?:an?|the|one\s+of\s+the)\s+(?:[\w-]+\s+){0,3}(?:causes?|risk\s+factors?|complications?|forms?)\s+(?:of|for)\s+"
    r"(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)
"""``Coeliac disease is a well-known cause of``: what it does to many."""
_LOOKED_FOR = re.compile(
    r"\b(?:evaluat(?:ions?|ed|ing|e)|assess(?:ments?|ed|ing)?|screen(?:s|ed|ing)?|investigat(?:ions?|ed|ing)|work(?:ed|ing)?[\s-]?up"
    r"|test(?:s|ed|ing)?|check(?:s|ed|ing)?|prevention|prophylaxis)\s+(?:for|against)\s+"
    r"(?:(?:possible|any|an|a|other|underlying|undiagnosed|occult)\s+){0,2}\Z",
    re.IGNORECASE,
)
_LOOKING = re.compile(
    r"\s+(?:evaluations?|assessments?|work[\s-]?ups?|prophylaxis|prevention|screen(?:ing|s)?)\b", re.IGNORECASE
)
_OF_THE_BLOOD = re.compile(r"a?emia$|uria$|deficiency|fracture|loss|low_")
"""What a test has shown before anybody looks for its cause: ``evaluated for hypercalcaemia``."""


def is_looked_for(text: str, concept: str, start: int, end: int, denials: list[tuple[int, int]]) -> bool:
    """``never had an evaluation for osteoporosis``, ``for DVT prevention``: whether there is the disease nobody says.

    Args:
        denials: the stretches of the words that deny; one behind the disease is the answer of the search.
    """
    if _OF_THE_BLOOD.search(concept) is not None:
        return False
    before = _LOOKED_FOR.search(text, max(0, start - 60), start)
    if before is None and _LOOKING.match(text, end) is None:
        return False
    first = before.start() if before is not None else start
    return all(last <= first for _, last in denials)


def is_talk(text: str, concept: str, start: int, end: int) -> bool:
    """True for a fall that is only feared, and for a disease that is spoken of in general."""
    if concept == "falls":
        return _FEARED.search(text, max(0, start - 50), start) is not None
    if DISEASES.search(concept) is None:
        return False
    if _NEVER_SPOKEN_OF.search(text, max(0, start - 140), start) is not None:
        return True
    return _OF_ALL_PEOPLE.match(text, end) is not None or _CAUSE_OF.search(text, max(0, start - 80), start) is not None


_EXAMINATION = re.compile(r"PE[ \t]*(?::|[-–—][ \t]|\n)")
"""``PE`` in a line of its own, or before a colon, heads the physical examination."""
_TOLD_TO = re.compile(
    r"[^\w\n]{0,4}(?:please\s+)?(?:do\s+not|don['’]t|avoid|limit)\b(?:\s+(?:drink|use))?\s", re.IGNORECASE
)


_ANY = re.compile(r"\bany\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
_ASKED = re.compile(r"[ \t]?\?(?![ \t]*(?:yes|no|none|nil|never|y|n|denie[sd]|not?|\d)\b)", re.IGNORECASE)
_ASKED_BEFORE = re.compile(r"\?[ \t]*\Z")
_ASKED_BEHIND = re.compile(r"[ \t]?\?[ \t]*[^.?:;,|\n]{1,30}\?")


def is_asked(text: str, start: int, end: int) -> bool:
    """``Any steroids? smoking? thyroid?``: somebody asks, and what stands there tells nothing of the patient."""
    if _ASKED.match(text, end) is None:
        return False
    if _ANY.search(text, max(0, start - 50), start) is not None:
        return True
    opens = text[text.rfind("\n", 0, start) + 1 : start].strip() == ""
    return _ASKED_BEFORE.search(text, max(0, start - 4), start) is not None or (
        opens and _ASKED_BEHIND.match(text, end) is not None
    )


def is_advice(text: str, start: int, position: int) -> bool:
    """``Do not smoke.`` tells the patient what to do, not what he does; ``start`` is where the sentence starts."""
    opened = _TOLD_TO.match(text, start)
    return opened is not None and position <= opened.end()


def _heads_examination(text: str, start: int) -> bool:
    """``PE`` in a line of its own, or before a colon, is the physical examination."""
    return text.rfind("\n", 0, start) == start - 1 and _EXAMINATION.match(text, start) is not None


_NEVER_SPOKEN_OF = re.compile(
    r"\b(?:none|nobody|no\s+one|never|not|n['’]t)\b[^.;\n]{0,80}?\b(?:discuss(?:ed|es)?|mention(?:ed|s)?|talk(?:ed|s)?\s+(?:about|of)"
    r"|sp(?:oke|oken|eak)\s+(?:about|of)|ask(?:ed|s)?\s+about|explain(?:ed|s)?|raised)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""``None of the doctors discussed osteoporosis``: the talk is denied, not the disease."""
_ALL_EXCLUDED = re.compile(
    r"\s*(?:of\s+(?:\w+\s*){1,3})?(?:,\s*e\.g\.,?|such\s+as|:|,|–|-|\()\s*[^.;\n]{3,140}?\b(?:ruled\s+out|excluded|negative|absent|not\s+found|unremarkable)\b"
    r"|\s*(?:of\s+(?:\w+\s+){1,3})?(?:(?:were|was|have\s+been|had\s+been|all|already)\s+){0,3}(?:ruled\s+out|excluded|negative)\b",
    re.IGNORECASE,
)
"""``Secondary causes ruled out: myeloma, coeliac disease``."""
_NO_SOURCE = re.compile(
    r"\b(?:no|without(?:\s+an?)?)\s+(?:(?:known|obvious|clear|identifiable|other|evident)\s+)?(?:sources?|causes?|evidence)\s+(?:of|for)\s+\Z",
    re.IGNORECASE,
)


def is_excluded(text: str, start: int, end: int) -> bool:
    """``No source of secondary osteoporosis``, ``secondary causes ruled out``."""
    return _NO_SOURCE.search(text, max(0, start - 60), start) is not None or _ALL_EXCLUDED.match(text, end) is not None


_PROPHYLAXIS = re.compile(r"\s*[:–-]?\s*(?:ppx|px|proph\w*|assess\w*|LMWH|TEDS?|stockings|IPC)\b", re.IGNORECASE)


def is_no_clot(scan: Scan, mention: Mention) -> bool:
    """``PE:`` over the examination; ``VTE enoxaparin 20 mg from tonight``, ``DVT ppx``: what is given against one."""
    if _heads_examination(scan.text, mention.start) or _PROPHYLAXIS.match(scan.text, mention.end) is not None:
        return True
    drug = next(iter(scan.mentions_in(mention.end, mention.end + 40, "treatment")), None)
    is_aim = scan.text[mention.start : mention.end] == "VTE"
    return is_aim and drug is not None and not scan.text[mention.end : drug.start].strip(" :")
