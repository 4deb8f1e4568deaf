"""Results in words: which words beside a name are one, and the record made of them."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = [
    "NO", "denied", "fits_word", "is_attribute", "is_course", "is_denied", "is_once", "stands_alone", "worded",
]  # fmt: skip

_COURSE = re.compile(r"(?:increas|decreas|reduc|rais|diminish)ed", re.IGNORECASE)
_SETTLED_TO = re.compile(r"normali[sz]ed", re.IGNORECASE)
_COURSE_TO = re.compile(
    r"\s+(?:again\s+|further\s+|slightly\s+|gradually\s+|progressively\s+|rapidly\s+|significantly\s+|markedly\s+)*"
    r"(?:from|to|by)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"\b(?:is|are|was|were|been|be|being|remain\w*|stayed|continue\w*|returned|became|becomes)\b|:",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s*(?:[^\w\s-]|\Z|[-–—]\s|\n\s*\n|\n\s*[-*•A-Z0-9]|\d| {2,}(?-i:[A-Z]))|"
    r"\s+(?:and|but|or|with|without|at|for|on|in|since|today|which|who|"
    r"possibly|suggest\w*|indicat\w*|confirm\w*|range|ranges|limits?|levels?|values?|results?|as|than|despite|after|before|"
    r"while|when|compared|consistent|again|now|per|by|from|to|of|due|so|although|though|this|that|except|the|his|her|"
    r"i|we|she|he|they|it|until|throughout|during|twice|once|also|too|both|initially|recently|previously|last|ve|only|x\s?\d|"
    r"(?:(?:dark|light|soft|formed|liquid|loose) )?(?:(?:brown|black|green|tarry|maroon|yellow|tan) )?stools?|"
    r"till|thus|therefore|variants?|mutations?|carrier|genotype|because|even|apart|every\w*|grade|tit(?:re|er)s?|speckled|homogen\w+|nucleolar|pattern|dilution)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"\b(?:with|and|an?)\s$")
_HAEMOLYTIC = re.compile(r"\s+(?:warm\s+)?(?:auto-?immune\s+)?ha?emolytic\s+ana?emia\b", re.IGNORECASE)
"""``Coombs positive haemolytic anaemia`` tells the result in the name of the disease; where that is denied, of none."""
_WRAPPED = re.compile(r"[ \t]?\n[ \t]*[a-z]")
"""``9.3 mg/dL with low``, where the line was broken before the noun."""
_ONCE = SharedPattern(
    r"\b(?P<adverb>previously|initially|formerly|originally|earlier|at first|in the past|before)\s+$",
)
NO = re.compile(
    r"\b(?P<no>no|zero|without|free of|absence of)\s+(?:any\s+|evidence of\s+|detectable\s+|significant\s+)?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|without|neither|nor|denies|isn't|wasn't)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WORD_OF_WHAT = (
    r"(?!(?:and|but|negative|positive|otherwise|normal|not|no|with|on|in|at|as|she|he|her|his|was|is|were|x)\b)"
    r"[A-Za-z][\w-]*"
)
_FOR_WHAT = re.compile(
    r"\s+for\s+(?!\d|the\b|at\b)(?:[A-Z]\.\s?[a-z]+|[A-Za-z][\w/-]*)"
    rf"(?:(?:,?\s+(?:and\s+)?|\s*/\s*){_WORD_OF_WHAT}){{0,4}}"
    r"(?=\s*[.,;()\n—–]|\Z|\s+(?:and|but|with|on|in|at)\b)"
)
"""``positive for cannabinoids``, ``positive for E. coli``"""
_NEITHER = SharedPattern(r"\bneither\b[^.;]{0,80}$")
_THE_PATIENT = re.compile(
    r"\s+(?:man|woman|male|female|patient|gentleman|lady|boy|girl|individual|person|serology|status|result|test|\d)",
    re.IGNORECASE,
)


def is_course(scan: Scan, word: Mention) -> bool:
    """``increased to 13.1`` tells which way a value went, not that it is high."""
    is_verb = any(verb.search(scan.text, word.start, word.end) is not None for verb in (_COURSE, _SETTLED_TO))
    return is_verb and _COURSE_TO.match(scan.text, word.end) is not None


def stands_alone(scan: Scan, word: Mention, *, after: int) -> bool:
    """Whether a word says something of the name before it (from ``after``), and nothing of a noun that follows.

    ``glucose 92, normal gait`` and ``HIV-positive partner`` tell no result; ``RANKL increased over the years`` tells a
    course.
    """
    before = scan.text[after : word.start]
    if word.variant == "sign":
        return True
    if scan.text[word.start : word.end] == "N":
        is_last = re.match(r"\s*(?:[,.;)\n]|\s{2}|\Z)", scan.text[word.end : word.end + 4]) is not None
        return is_last and before.strip(" -–:=").lower() in {"", "all"} and before != ""
    if before in {"-", "‐", "‑", "–"} and re.match(r"\s+[a-z]", scan.text[word.end : word.end + 4]):
        return _THE_PATIENT.match(scan.text, word.end) is not None or _STOP.match(scan.text, word.end) is not None
    if _LEADS_ON.search(before) is not None and _WRAPPED.match(scan.text, word.end) is not None:
        return False
    if _HAEMOLYTIC.match(scan.text, word.end) is not None:
        return NO.search(scan.text[max(0, after - 40) : after].rsplit(" ", 1)[0] + " ") is None
    if _STOP.match(scan.text, word.end) is not None or scan.times_in(word.end, word.end + 3):
        return not _is_verb(scan, word, before)
    if _next_is_result(scan, word) or scan.text[word.start : word.end].lower().startswith("normali"):
        return True
    return _COPULA.search(before) is not None and not _is_verb(scan, word, before)


def _next_is_result(scan: Scan, word: Mention) -> bool:
    return any(
        re.fullmatch(r"[ -]+", scan.text[word.end : other.start])
        for other in scan.words_in(word.end, word.end + 20, "result")
    )


def _is_verb(scan: Scan, word: Mention, before: str) -> bool:
    """``calcium decreased after the stop`` is a change; ``calcium was decreased`` and ``ESR raised.`` are results."""
    return (
        _COURSE.fullmatch(scan.text, word.start, word.end) is not None
        and _COPULA.search(before) is None
        and re.match(r"\s*(?:[.,;)\]\n(]|\Z|(?:(?:at|with)\s+)?[<>]?\s?\d)", scan.text[word.end :]) is None
    )


def is_once(scan: Scan, word: Mention) -> TimeMention | None:
    """The adverb of ``TSH, previously normal, rose to 13``: the word is a result of its own, of an earlier time."""
    match = _ONCE.first(scan.indexed, max(0, word.start - 16), word.start)
    if match is None or not re.match(r"\s*[,;]", scan.text[word.end : word.end + 3]):
        return None
    return TimeMention(match.start("adverb"), match.end("adverb"), "label")


_IN_DIET = re.compile(
    r"(?:\s*(?:,\s*and|,|and|/)\s*(?:low|high|reduced)[ -][a-z]+){1,4}[ -](?:[a-z]+\s)?diets?\b", re.IGNORECASE
)
"""``a low potassium, low phosphorus diet``"""


def is_attribute(scan: Scan, name: Mention) -> bool:
    """Whether a name only describes a thing that follows it: ``low sodium diet``, ``high-osmolality contrast``."""
    if _IN_DIET.match(scan.text, name.end) is not None:
        return True
    following = scan.words_in(name.end, name.end + 30, "not_result")
    return bool(following) and re.fullmatch(r"[\s-]*", scan.text[name.end : following[0].start]) is not None


def denied(scan: Scan, name: Mention) -> Mention | None:
    """The ``no`` of ``no bacteria`` as a negative result."""
    match = NO.search(scan.text, max(0, name.start - 28), name.start)
    return Mention(match.start("no"), match.end("no"), "word", "result_negative", "denied", "") if match else None


def is_denied(scan: Scan, word: Mention, start: int) -> bool:
    """``not elevated`` is no result that a record could hold."""
    if _NEITHER.first(scan.indexed, max(start, word.start - 100), word.start) is not None:
        return True
    return _NOT.search(scan.text, max(start, word.start - 24), word.start) is not None


_TAKEN = {"calcium", "25_oh_vitamin_d", "magnesium", "phosphorus", "iron", "zinc", "vitamin_b12", "folate", "sodium"}
_ENOUGH = re.compile(r"adequate|sufficient|optimal|insufficient|suboptimal|sub optimal|not optimal", re.IGNORECASE)
_LEVELS = re.compile(r"\s+(?:and\s+[\w\s]{0,16})?(?:levels?|status|concentrations?|stores)\b", re.IGNORECASE)


_ABNORMAL_NEXT = re.compile(r",\s*(?:and\s+)?abnormal\s[a-z]", re.IGNORECASE)
_OF_DECADE = re.compile(r"[\s-]+(?:to\s+(?:mid|high)[\s-]+)?\d{1,3}['’]?s\b")
"""``in the high 80s`` tells no high result."""


def fits_word(scan: Scan, name: Mention, word: Mention) -> bool:
    """``trace``, ``clear`` and ``2+`` are results of urine and fluids; ``small lymphocytes`` is none."""
    entry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    if word.end <= name.start and name.id in _TAKEN and _ENOUGH.fullmatch(scan.text, word.start, word.end):
        told = scan.text[name.start : name.end].lower()
        # "takes adequate calcium and vitamin D" tells of none
        return told.endswith(("level", "levels", "status")) or _LEVELS.match(scan.text, name.end) is not None
    if _OF_DECADE.match(scan.text, word.end) is not None:
        return False
    if word.id == "result_abnormal":
        # "abnormal liver enzymes" may be why somebody came; "phosphorus, abnormal renal function" tells of another
        return word.start >= name.end and _ABNORMAL_NEXT.match(scan.text, name.end) is None
    if word.id == "result_genetic":
        return entry.group == "genetic"
    if word.id.endswith("_therapeutic"):
        return entry.group in {"coagulation", "drug_level"}
    if word.id == "result_immune" or scan.text[word.start : word.end] == "NR":
        return entry.group == "serology"
    if word.id in {"result_positive", "result_negative"} and entry.id in {"igg", "iga", "igm", "igd"}:
        return False  # of a virus that no entry knows
    return value != "none" or entry.specimen != "blood" or word.id == "result_steady"


def worded(scan: Scan, name: Mention, word: Mention, time: TimeMention | None) -> Draft:
    """A result in words: ``PTH was low``."""
    entry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    flag = value if value in {"high", "low", "normal"} else None
    return {
        "start": min(name.start, word.start),
        "end": max(name.end, word.end),
        "rule": "labs.result_in_words",
        "analyte": name.id,
        "name": entry.label,
        "name_text": scan.text[name.start : name.end],
        "loinc": entry.loinc,
        "qualitative": _written(scan, name, word),
        "flag": flag,
        "flag_basis": "stated" if flag else None,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": time_draft(scan.text, time) if time is not None else None,
    }


_NORMAL = ("normali", "without", "free of", "within", "in the", "in normal", "in reference", "inside", "back to normal")
_FULL_WORDS = {
    "ngtd": "no growth",
    "ngsf": "no growth",
    "neg": "negative",
    "pos": "positive",
    "n": "normal",
    "nr": "nonreactive",
}


_DEGREE = re.compile(
    r"\b(?P<degree>slightly|mildly|minimally|modestly|moderately|markedly|severely|significantly|profoundly|grossly|"
    r"marginally|borderline|very|greatly|somewhat|extremely)\s+$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:elevated|raised|increased|high|low|decreased|reduced|diminished|depressed|suppressed|prolonged)"
)
"""Words of which a degree can be told: ``slightly depressed``."""


def _written(scan: Scan, name: Mention, word: Mention) -> str:
    """The words as the record tells them: ``normal`` for all ways to say so, ``-ve`` with its sign."""
    plain = " ".join(scan.text[word.start : word.end].lower().split())
    written = _FULL_WORDS.get(plain, plain)
    if word.variant == "denied":
        return "negative"
    if word.variant == "sign":
        return {"result_positive": "positive", "result_negative": "negative"}.get(word.id, written.strip("()[] "))
    if word.id == "result_within" or (word.id == "result_normal" and written.startswith(_NORMAL)):
        return "normal"
    if written.startswith("no growth"):
        return "no growth"
    if word.id == "result_negative" and written.startswith(
        ("no ", "grew no ", "growing no ", "does ", "did ", "absence ", "without ")
    ):
        return "negative"
    if degree := _DEGREE.search(scan.text, max(0, word.start - 16), word.start):
        written = f"{degree['degree'].lower()} {written}" if _COMPARED.fullmatch(written) else written
    sign = scan.text[word.start - 1 : word.start]
    if (
        word.id == "result_positive"
        and (told := _FOR_WHAT.match(scan.text, word.end)) is not None
        and (name.id.endswith("_culture") or not scan.mentions_in(word.end, told.end(), "analyte"))
    ):
        return f"{written} {' '.join(told.group().split())}"
    return f"{sign}{written}" if written == "ve" and sign in {"-", "–", "−"} else written
