"""What the words around a finding say of it, with the exceptions that the kind of finding asks for.

The general reading of negation, doubt, history and other people is ``context``; here stand the cases where a finding
reads it otherwise: a falling value is no fall, a disease in the list of past illnesses has not gone, "does not smoke
and drinks wine" denies no wine.
"""

from __future__ import annotations

from osteocase.lexicon import FindingEntry
from osteocase.pipeline.context.finder import Context, Cue
from osteocase.pipeline.findings.doubts import (
    DISEASES,
    DOUBT_AFTER,
    I_BELIEVE,
    IS_KNOWN,
    OF_A_TEST,
    SAVED,
    is_advice,
    is_asked,
    is_excluded,
    is_no_clot,
    is_talk,
)
from osteocase.pipeline.fractures.levels import find_levels
from osteocase.pipeline.fractures.when import is_past_event
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.past import past_cues, section_is_over, still_holds
from osteocase.pipeline.statements.person import person_of

__all__ = ["is_other_thing", "not_needed", "status_of", "subject_of", "temporality_of"]

_IN_A_FALL = re.compile(
    r"\b(?:in|from|during|to|after)\s+(?:an?|the|her|his|this|that)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE
)
"""``broke her wrist in a fall``: the wrist is no value that fell."""
_VALUE_AFTER = re.compile(
    r"\s+in\s+(?:(?:the|her|his|their)\s+)?(?:\w+\s+){0,2}?(?:counts?|levels?|pressures?|rates?|values?|saturations?|outputs?|temperature|"
    r"titres?|titers?|scores?|density|densities|concentrations?|numbers?|function|volume|weight)\b",
    re.IGNORECASE,
)
"""``a fall in the platelet count``."""
_IN_NEXT = re.compile(r"\s+in\s+(?:(?:the|her|his|serum|plasma)\s+){0,2}", re.IGNORECASE)
_NUMBER_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:to|from|by|below|under)\s+(?:about\s+|approximately\s+)?[<>~]?\d"
    r"(?!\d{0,2}(?:\.\d+)?[\s-]{0,2}(?:feet|foot|ft|['’]|m\b|met(?:re|er)s?|yards?|stor(?:e?y|ies)|floors?|steps?|stairs?|rungs?))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;]|\s[-–—]\s|\.(?!\d)|fracture|\bfx\b|#|\bbroke|\b(?:after|following|from)\b", re.IGNORECASE)
"""Between a measured thing and ``fell`` these words say that somebody fell: ``hip fracture after a fall``."""
_DRUG_UNITS = re.compile(r"\d[.,]?\d{3}\s+units|\binsulin\b|\bIU\b|\d{3,}\s+units", re.IGNORECASE)
_ONE_DOSE = re.compile(
    r"\b(?:intra[\s-]?op\w*|nausea|antiemetic|anti-emetic|induction|PONV|an(?:a)?esthe\w+|croup|eye\s+drops?|for\s+the\s+block)\b",
    re.IGNORECASE,
)
"""One dose in theatre is no glucocorticoid treatment."""
_OPERATION = re.compile(r"surgical|BSO|oophorectomy|ovariectomy|salpingo", re.IGNORECASE)
_AT_AGE = re.compile(r"\b(?:at|age|aged)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(?P<age>[2-6]\d)\b")
_EARLY_BELOW = 45
"""Years (Shifren JL, Gass ML. Menopause 2014;21:1038-62)."""
_NOT_GIVEN = re.compile(
    r"[^.;\n]{0,30}?\b(?:considered|discussed|offered|suggested)\s*,?\s*(?:but|and)\s+(?:\w+\s+){0,2}?(?:not|never)\s+(?:given|started|used|needed|"
    r"prescribed|commenced|begun)|[^.;,\n]{0,24}?\b(?:was|were)\s+not\s+(?:given|used|started|needed|required)\b",
    re.IGNORECASE,
)
"""``steroids were considered but not given``."""
_NOT_NEEDED = re.compile(
    r"(?:\b(?:not|never|nor)|n['’]t)\s+(?:been\s+|yet\s+|ever\s+)?(?:needed|required|received|used|taken|took|had|exposed\s+to|"
    r"prescribed|given|treated\s+with|on)\s+(?:any\s+|long[\s-]term\s+|regular\s+|systemic\s+)?\Z",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"\b(?:none\s+of|neither\s+of|no)\s+(?:(?:her|his|the|their|close|other|first[\s-]degree)\s+)*"
    r"(?:relatives?|family(?:\s+members?)?|siblings?|sisters?|brothers?|parents?)\b[^.,;\n]{0,40}\Z",
    re.IGNORECASE,
)
_NEW_VERB = re.compile(
    r"\b(?:and|but)\s+(?:she\s+|he\s+)?(?:drinks|smokes|uses|takes|has|enjoys|consumes|reports|endorses|admits)\b"
    r"|,\s*(?:drinks|smokes|reports|endorses|admits)\b|\b(?:and|but|,)\s+(?:he\s+|she\s+)?(?:gave|has\s+given)\s+up\b"
    r"|,\s*(?:a\s+)?(?:social|occasional|moderate|heavy|light|binge|ex)[\s-]drinker"
    r"|,\s*(?:rare|occasional|social|infrequent|minimal|light|some)\s+(?:alcohol|etoh|drink|wine|beer)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:smok\w*|smoker|tobacco|cigarettes?)(?:\s+now|\s+any\s*more)?\s*(?:\([^()\n]{0,40}\)\s*)?[,;]\s*(?:and\s+|but\s+)?[\w\s–-]{0,12}\Z",
    re.IGNORECASE,
)
_DRINK = re.compile(
    r"wine|beer|pints?|glass|drinks|whisk|vodka|gin\b|rum\b|sherry|\d|a\s|one\b|two\b|occasional|six|stubb",
    re.IGNORECASE,
)
"""``no steroids, non-smoker, wine at weekends``: the list of denials has ended before the wine."""
_UNSEEN = re.compile(
    r"\b(?:not|n['’]t|nobody|no\s+one)\s+(?:see|saw|witness(?:ed)?|observed?)\b[^.;]{0,36}\Z|\bdo(?:es)?\s+not\s+(?:remember|recall)\b[^.;]{0,36}\Z",
    re.IGNORECASE,
)
"""``the parents did not see the child fall`` denies no fall."""
_DOUBTING_ADJECTIVE = re.compile(r"(?:able|ible|likely|suspected|presumed|apparent)$", re.IGNORECASE)
_AGO = re.compile(r"\bago$|^has had$", re.IGNORECASE)
_LATELY = re.compile(
    r"\b(?:in|over|within|during|for)\s+(?:the\s+)?(?:past|last|previous|preceding)\s+(?:\w+\s+)?(?:days?|weeks?|months?|year|yr|12)\b|\brecently\b|\blately\b"
    r"|\bsince\s+(?:(?:the|her|his|our)\s+)?(?:last\s+)?(?:Christmas|Easter|Thanksgiving|New\s+Year|visit|appointment|surgery|then)\b",
    re.IGNORECASE,
)
_DAYS_BACK = re.compile(
    r"\b(?:\d{1,2}|an?|one|two|three|four|five|few|several)\s+(?:hours?|hrs?|days?|weeks?|wks?)\s+(?:ago|back|earlier)\b"
    r"|\b(?:today|yesterday|this\s+morning|last\s+night|tonight)\b",
    re.IGNORECASE,
)
_DAYS_AGO = re.compile(r"\b(?:days?|weeks?)\s+ago$", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:lives?|living|with|accompanied\s+by|(?:cared\s+for|found|discovered|seen|brought(?:\s+in)?|called)\s+by|(?:pushed|hit|struck|kicked|tackled|tripped|thrown|assaulted|knocked\s+\w+)\s+by|according\s+to)\s+(?:the\s+patient\s+and\s+)?(?:her|his|their|an?|another)?\s*"
    r"(?:(?:\d{1,3}[\s-]years?[\s-]old|older|younger|adult|elderly)\s+)*$",
    re.IGNORECASE,
)


def is_other_thing(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """True where the words mean something else: a value that falls, a vertebra's height, a drug under allergies."""
    if is_talk(scan.text, entry.id, mention.start, mention.end) or is_asked(scan.text, mention.start, mention.end):
        return True
    if entry.id == "falls":
        if _UNSEEN.search(scan.text, max(0, mention.start - 50), mention.start) is not None:
            return True
        return _is_value_falling(scan, mention)
    if entry.id == "venous_thromboembolism" and is_no_clot(scan, mention):
        return True
    if entry.id == "height_loss":
        return _is_vertebral(scan, mention)
    if entry.id == "early_menopause":
        return _is_late(scan, mention)
    if entry.id in {"smoking", "alcohol"} and is_advice(scan.text, scan.sentence_at(mention.start)[0], mention.start):
        return True
    if entry.id == "alcohol" and _DRUG_UNITS.search(scan.text, max(0, mention.start - 12), mention.end) is not None:
        return True
    if entry.id != "glucocorticoid_use":
        return False
    start, end = scan.sentence_at(mention.start)
    near = (max(start, mention.start - 80), min(end, mention.end + 80))
    is_allergy = scan.section_at(mention.start).effect == "allergy" and not section_is_over(scan, mention.start)
    return is_allergy or _ONE_DOSE.search(scan.text, *near) is not None


def _is_value_falling(scan: Scan, mention: Mention) -> bool:
    """``haemoglobin fell to 8``: what falls is a measurement, not the patient."""
    if re.search("f[ae]ll", scan.text[mention.start : mention.end], re.IGNORECASE) is None:
        return False  # only a value falls; it neither trips nor misses a step
    if _IN_A_FALL.search(scan.text, max(0, mention.start - 36), mention.start) is not None:
        return False
    if _NUMBER_AFTER.match(scan.text, mention.end) or _VALUE_AFTER.match(scan.text, mention.end):
        return True
    if any(
        not other.covered for other in scan.mentions_in(mention.end, mention.end + 24, "analyte")
    ) and _IN_NEXT.match(scan.text, mention.end):
        return True
    start, _ = scan.sentence_at(mention.start)
    near = [
        other
        for other in scan.mentions_in(max(start, mention.start - 40), mention.start, "analyte", "score", "bmd_site")
        if other.topic != "score" or scan.knowledge.scores[other.id].kind != "pain"
    ]
    return any(not _BETWEEN.search(scan.text, other.end, mention.start) for other in near)


def _is_vertebral(scan: Scan, mention: Mention) -> bool:
    """Loss of height of a vertebra belongs to its fracture."""
    start, end = scan.sentence_at(mention.start)
    near = (max(start, mention.start - 90), min(end, mention.end + 45))
    if find_levels(scan.text, *near, scan.knowledge):
        return True
    return any(scan.knowledge.bones[bone.id].bone == "vertebra" for bone in scan.mentions_in(*near, "bone"))


def _is_late(scan: Scan, mention: Mention) -> bool:
    """``surgical menopause at 48``: an operation that ends the periods at the usual age is no early menopause."""
    if not _OPERATION.search(scan.text, mention.start, mention.end):
        return False
    _, end = scan.sentence_at(mention.start)
    age = _AT_AGE.search(scan.text, mention.start, min(end, mention.end + 40))
    return age is not None and int(age["age"]) >= _EARLY_BELOW


def not_needed(scan: Scan, mention: Mention) -> bool:
    """``has not needed oral steroids``, ``never prescribed steroids``: denied by the verb before it."""
    before = (max(0, mention.start - 60), mention.start)
    if mention.id == "secondary_osteoporosis" and is_excluded(scan.text, mention.start, mention.end):
        return True
    if mention.id == "glucocorticoid_use" and _NOT_GIVEN.match(scan.text, mention.end) is not None:
        return True
    return any(pattern.search(scan.text, *before) is not None for pattern in (_NOT_NEEDED, _NONE_OF))


_NOBODY = "family_nobody"
"""The cue of ``no one in her family``, which tells of the family and denies at once."""


def status_of(scan: Scan, mention: Mention, context: Context) -> str:
    """``present``, ``absent`` or ``possible``, with cues left out whose reach a reader ends earlier."""
    negated = any(
        (cue.category == "negated" or cue.rule == _NOBODY)
        and not _verb_between(scan, cue, mention)
        and still_holds(scan, cue, mention.start)
        and not (cue.start >= mention.end and OF_A_TEST.search(scan.text, mention.end, cue.start) is not None)
        for cue in context.cues
    )
    if IS_KNOWN.search(scan.text, max(0, mention.start - 40), mention.start):
        return "present"
    if mention.id == "falls" and SAVED.match(scan.text, mention.end) is not None:
        return "absent"
    doubted = any(cue.category == "uncertain" and not _ends_at_comma(scan, cue, mention) for cue in context.cues)
    if context.negated and negated:
        return "absent"
    if DISEASES.search(mention.id) and (
        DOUBT_AFTER.match(scan.text, mention.end) is not None
        or I_BELIEVE.search(scan.text, max(0, mention.start - 60), mention.start) is not None
    ):
        return "possible"
    return "possible" if context.uncertain and doubted else "present"


def _verb_between(scan: Scan, cue: Cue, mention: Mention) -> bool:
    """``does not smoke and drinks wine``: the second verb stands for itself."""
    if cue.end > mention.start:
        return False
    if _NEW_VERB.search(scan.text, cue.end, min(mention.end, mention.start + 20)) is not None:
        return True
    if mention.id != "alcohol" or _DRINK.match(scan.text, mention.start) is None:
        return False
    _, end = scan.sentence_at(mention.start)
    is_list = re.search(r"\bor\b", scan.text[cue.end : min(end, mention.end + 60)]) is not None
    return not is_list and _DENIED_BEFORE.search(scan.text, cue.start, mention.start) is not None


def _ends_at_comma(scan: Scan, cue: Cue, mention: Mention) -> bool:
    """``probable osteoporosis, severe vitamin D deficiency``: the adjective doubts only its own noun."""
    if cue.end > mention.start or _DOUBTING_ADJECTIVE.search(scan.text[cue.start : cue.end]) is None:
        return False
    between = scan.text[cue.end : mention.start]
    return "," in between and re.search(r"\bor\b", scan.text[cue.end : mention.end + 40]) is None


def temporality_of(scan: Scan, mention: Mention, entry: FindingEntry, context: Context) -> str:
    """``current`` or ``historical``."""
    lately = entry.id == "falls" and _LATELY.search(scan.text, mention.start, mention.end + 60) is not None
    if entry.id in {"falls", "trauma"} and not lately and is_past_event(scan, mention.start, mention.end):
        return "current" if context.negated and entry.id == "falls" else "historical"
    if entry.id == "falls" and (context.negated or lately):
        return "current"
    if entry.id == "falls" and _DAYS_BACK.search(
        scan.text, mention.start, min(scan.sentence_at(mention.start)[1], mention.end + 60)
    ):
        return "current"
    if entry.id in {"smoking", "alcohol"} and _GOES_ON.search(scan.text, max(0, mention.start - 12), mention.end):
        return "current"
    cues = past_cues(scan, context, mention.start)
    if entry.id in {"smoking", "alcohol"} or (entry.id == "glucocorticoid_use" and context.negated):
        cues = [cue for cue in cues if not cue.rule.startswith("section.")]
    if entry.kind == "diagnosis" or entry.chronic:
        cues = [cue for cue in cues if not cue.rule.startswith("section.")]
        if entry.chronic:
            cues = [cue for cue in cues if _MERE_HISTORY.fullmatch(scan.text, cue.start, cue.end) is None]
            if _DIAGNOSED.match(scan.text, mention.end) is not None:
                cues = [cue for cue in cues if cue.end <= mention.start]
        if _REMOVED.search(scan.text, max(0, mention.start - 70), mention.start):
            return "historical"
    elif entry.id == "falls":
        cues = [cue for cue in cues if _DAYS_AGO.search(scan.text[cue.start : cue.end]) is None]
    elif entry.kind == "symptom":
        cues = [cue for cue in cues if _AGO.search(scan.text[cue.start : cue.end]) is None]
    return "historical" if cues else "current"


_MERE_HISTORY = re.compile(
    r"(?:(?:known|longstanding|long\s+standing|long|past\s+medical|past|medical|significant|prior)\s+)?(?:history|hx)(?:\s+of)?|h/o|pmhx?(?:\s+of)?",
    re.IGNORECASE,
)
"""``history of osteoporosis`` says that she has it."""
_DIAGNOSED = re.compile(
    r"\s*[,(]?\s*(?:was\s+|first\s+|which\s+was\s+)?(?:diagnosed|dx['’]?d?|found|known|since)\b", re.IGNORECASE
)
"""``osteoporosis diagnosed five years ago`` is still there."""
_GOES_ON = re.compile(r"\b(?:takes|drinks|smokes|uses|consumes|enjoys)\b", re.IGNORECASE)
_REMOVED = re.compile(
    r"\bparathyroidectomy\b[^.;\n]{0,30}\b(?:for|due\s+to|because\s+of)\s+(?:(?:her|his|a|primary|secondary|tertiary|severe|renal)\s+){0,3}\Z",
    re.IGNORECASE,
)
"""``parathyroidectomy for tertiary hyperparathyroidism``: the operation ended it."""


def subject_of(scan: Scan, context: Context, start: int, *, habit: bool = False) -> str:
    """Whose the finding is; people who only live with the patient or speak for him have nothing to do with it."""
    others = [cue for cue in context.cues if cue.category in {"family", "other_subject"}]
    if others and habit and all(cue.rule.startswith("section.") for cue in others):
        return "patient"  # a habit told after the family, without a relative's name
    if others and all(_COMPANY.search(scan.text[max(0, cue.start - 40) : cue.start]) for cue in others):
        return "patient"
    return person_of(scan, context, start)
