"""Results in words: which words beside a name are one, and the record made of them."""

from __future__ import annotations

from osteocase.pipeline import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = [
    "DESCRIBED", "coded_result", "culture_growth", "denied", "fits_word", "is_attribute", "is_course", "is_denied",
    "is_once", "stands_alone", "told_finding", "worded",
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
    r"till|thus|therefore|because|even|apart|every\w*|grade|tit(?:re|er)s?|speckled|homogen\w+|nucleolar|pattern|dilution)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?P<adverb>previously|initially|formerly|originally|earlier|at first|in the past|before)\s+$", re.IGNORECASE
)
_NO = re.compile(
    r"\b(?P<no>no|without|free of|absence of)\s+(?:any\s+|evidence of\s+|detectable\s+|significant\s+)?$", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|no|never|without|neither|nor|denies|isn't|wasn't)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WORD_OF_WHAT = r"(?!(?:and|but|with|on|in|at|as|she|he|her|his|was|is|were|x)\b)[A-Za-z][\w-]*"
_FOR_WHAT = re.compile(
    r"\s+for\s+(?!\d|the\b|at\b)[A-Za-z][\w/-]*"
    rf"(?:(?:,?\s+(?:and\s+)?|\s*/\s*){_WORD_OF_WHAT}){{0,4}}"
    r"(?=\s*[.,;)\n]|\Z|\s+(?:and|but|with|on|in|at)\b)"
)
"""``positive for cannabinoids``"""
_NEITHER = re.compile(r"\bneither\b[^.;]{0,80}$", re.IGNORECASE)
_THE_PATIENT = re.compile(
    r"\s+(?:man|woman|male|female|patient|gentleman|lady|boy|girl|individual|person|serology|status|result|test|\d)",
    re.IGNORECASE,
)
_ORGANISM = (
    r"(?:mixed|heavy|light|scant|moderate|(?:normal|skin|oral) (?:\w+ )?flora|contaminat\w+|E\.?\s?coli|klebsiella|"
    r"staph\w*|strep\w*|MRSA|MSSA|MRSE|CoNS|coag\w*[ -]neg\w*|methicillin\S*|GPCs?|GNRs?|gram[ -](?:pos|neg)\w*|"
    r"enteroc\w+|acinetobacter|serratia|citrobacter|haemophilus|h\.?\s?influenzae|s\.?\s?aureus|pseudomonas|proteus|"
    r"candida|enterobacter|salmonella)\b"
)
_GROWTH = re.compile(
    r"(?:[\s:]{1,3}(?:(?:grew|with|of|showed|yielded|revealed|grew out)\s(?=[<>≥]))?[<>≥]?\s?"
    r"(?:10\s?\^?\s?\d|\d{1,3}(?:,\d{3})*(?:k\b)?)\s?(?:cfus?|colony[ -]forming units?|colonies)"
    r"(?:\s?(?:/|per)\s?ml)?(?:\s(?:of|for)(?=\s))?|"
    rf"(?:\s(?:from|on|of)\s[\d/-]{{3,10}})?:?(?=\s{{1,2}}{_ORGANISM})|"
    r",?\s+(?:[\w/.-]+\s+){0,4}?(?:grew|grows|growing|growth of|yielded|isolated|revealed|showed|positive for|with|"
    r"came back with|demonstrated))\s+"
    r"(?:out\s+)?(?P<what>(?!no\b)(?:(?-i:[A-Z])\.\s?[a-z]+|[^\n;:])*?)"
    r"(?=\s*(?:,(?!\d)|[;:\n>≥]|(?<!(?-i:[A-Z]))\.(?!\d)|\Z|\(|"
    r"\b(?:in|from) (?:\d|one|two|three|four|both|all|each|every|the)\b|"
    r"(?<!-)\b(?:which|that|sensitive|susceptible|resistant|after)\b|\bon \d))",
    re.IGNORECASE,
)
_KARYOTYPE = re.compile(r"(?:mos\s?)?4[4-9]\s?,\s?X[XYO]*(?:[,/+\-][\w();+\-]+)*")
_BLOOD_GROUP = re.compile(
    r"\b(?:AB|A|B|O)(?:\s?(?:Rh\s?(?:\(?D\)?)?\s?)?(?:pos(?:itive)?|neg(?:ative)?|\+(?:ve)?|-(?:ve)?)(?!\w)|(?=\s*[,.;\n]))"
)
_GENOTYPE = re.compile(r"\b(?:AA|AS|SS|SC|AC|CC|S/?β|SD)\b")


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
    match = _ONCE.search(scan.text, max(0, word.start - 16), word.start)
    if match is None or not re.match(r"\s*[,;]", scan.text[word.end : word.end + 3]):
        return None
    return TimeMention(match.start("adverb"), match.end("adverb"), "label")


def is_attribute(scan: Scan, name: Mention) -> bool:
    """Whether a name only describes a thing that follows it: ``low sodium diet``, ``high-osmolality contrast``."""
    following = scan.words_in(name.end, name.end + 30, "not_result")
    return bool(following) and re.fullmatch(r"[\s-]*", scan.text[name.end : following[0].start]) is not None


def denied(scan: Scan, name: Mention) -> Mention | None:
    """The ``no`` of ``no bacteria`` as a negative result."""
    match = _NO.search(scan.text, max(0, name.start - 28), name.start)
    return Mention(match.start("no"), match.end("no"), "word", "result_negative", "denied", "") if match else None


def is_denied(scan: Scan, word: Mention, start: int) -> bool:
    """``not elevated`` is no result that a record could hold."""
    if _NEITHER.search(scan.text, max(start, word.start - 100), word.start) is not None:
        return True
    return _NOT.search(scan.text, max(start, word.start - 24), word.start) is not None


_TAKEN = {"calcium", "25_oh_vitamin_d", "magnesium", "phosphorus", "iron", "zinc", "vitamin_b12", "folate", "sodium"}
_ENOUGH = re.compile(r"adequate|sufficient|optimal|insufficient|suboptimal|sub optimal|not optimal", re.IGNORECASE)
_LEVELS = re.compile(r"\s+(?:and\s+[\w\s]{0,16})?(?:levels?|status|concentrations?|stores)\b", re.IGNORECASE)


def fits_word(scan: Scan, name: Mention, word: Mention) -> bool:
    """``trace``, ``clear`` and ``2+`` are results of urine and fluids; ``small lymphocytes`` is none."""
    entry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    if word.end <= name.start and name.id in _TAKEN and _ENOUGH.fullmatch(scan.text, word.start, word.end):
        return _LEVELS.match(scan.text, name.end) is not None  # "takes adequate calcium and vitamin D"
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
        "qualitative": _written(scan, word),
        "flag": flag,
        "flag_basis": "stated" if flag else None,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": time_draft(scan.text, time) if time is not None else None,
    }


_FULL_WORDS = {
    "ngtd": "no growth",
    "ngsf": "no growth",
    "neg": "negative",
    "pos": "positive",
    "n": "normal",
    "nr": "nonreactive",
}


def _written(scan: Scan, word: Mention) -> str:
    """The words as the record tells them: ``normal`` for all ways to say so, ``-ve`` with its sign."""
    plain = " ".join(scan.text[word.start : word.end].lower().split())
    written = _FULL_WORDS.get(plain, plain)
    if word.variant == "denied":
        return "negative"
    if word.variant == "sign":
        return {"result_positive": "positive", "result_negative": "negative"}.get(word.id, written.strip("()[] "))
    if word.id == "result_within" or written.startswith(("normali", "without", "free of")):
        return "normal"
    if written.startswith("no growth"):
        return "no growth"
    if word.id == "result_negative" and written.startswith(("no ", "does ", "did ", "absence ")):
        return "negative"
    sign = scan.text[word.start - 1 : word.start]
    if (
        word.id == "result_positive"
        and (told := _FOR_WHAT.match(scan.text, word.end)) is not None
        and not scan.mentions_in(word.end, told.end(), "analyte")
    ):
        return f"{written} {' '.join(told.group().split())}"
    return f"{sign}{written}" if written == "ve" and sign in {"-", "–", "−"} else written


def culture_growth(scan: Scan, name: Mention, end: int) -> Draft | None:
    """What grew in a culture: ``urine culture grew E. coli``."""
    if not name.id.endswith("_culture"):
        return None
    match = _GROWTH.match(scan.text, name.end, end)
    what = " ".join(match["what"].split()).rstrip(".") if match is not None else ""
    if match is None or not 3 <= len(what) <= 80:
        return None
    return _told(scan, name, match.start("what"), match.end("what"), what)


def coded_result(scan: Scan, name: Mention, end: int) -> Draft | None:
    """A karyotype (``46,XX``), a haemoglobin genotype (``AS``) or a blood group (``O negative``) after its name."""
    pattern = {"karyotype": _KARYOTYPE, "hemoglobin_genotype": _GENOTYPE, "blood_group": _BLOOD_GROUP}.get(name.id)
    match = pattern.search(scan.text, name.end, min(end, name.end + 40)) if pattern is not None else None
    return _told(scan, name, match.start(), match.end(), match.group()) if match is not None else None


_TELLS = re.compile(
    r"\s*(?::|[-–]\s|\s(?:showed|shows|revealed|reveals|demonstrated|disclosed|identified|detected|found|with|was|were)\s)"
    r"\s*"
    r"(?:(?:the\s+)?presence\s+of\s+)?(?:an?\s+|the\s+|some\s+)?"
    r"(?P<what>[A-Za-z][^.,;:()\n]{3,70}?)"
    r"(?=\s*(?:[.,;:(\n]|\Z|\b(?:suggest\w+|consistent|compatible|which|that|while|whereas|but|although|on|in keeping)"
    r"\b))"
)
_TOLD_BEFORE = re.compile(
    r"(?:^|[.;,:]\s+|\n\s*)(?P<what>[A-Za-z][^.,;:()\n]{2,40}?)\s+(?:on|by|in)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:peripheral\s+|serum\s+|blood\s+)?$"
)
_GRAM = re.compile(r"\bgram[- ](?:positive|negative)", re.IGNORECASE)
_NO_FINDING = re.compile(
    r"\b(?:pending|awaited|sent|done|ordered|requested|performed|checked|repeated|taken|planned|not|was|were|is|normal|negative|"
    r"positive|unremarkable|detected|seen|made|obtained|for|level|levels|available)\b",
    re.IGNORECASE,
)
DESCRIBED = {
    "serum_protein_electrophoresis", "urine_protein_electrophoresis", "serum_immunofixation", "urine_immunofixation",
    "blood_smear", "gram_stain",
}  # fmt: skip
"""Tests whose result is what was seen."""


def told_finding(scan: Scan, name: Mention, end: int) -> Draft | None:
    """What an electrophoresis or a smear showed: ``Immunofixation showed an IgG kappa band``."""
    if name.id not in DESCRIBED:
        return None
    match = _TELLS.match(scan.text, name.end, max(end, scan.sentence_at(name.start)[1]))
    if match is None:
        line = max(scan.text.rfind("\n\n", 0, name.start), name.start - 64, 0)
        match = _TOLD_BEFORE.search(scan.text, line, name.start)
    if match is None or _NO_FINDING.search(_GRAM.sub("", match["what"])) or re.search(r"\d", match["what"]):
        return None
    is_short = len(match["what"].split()) <= 2 or match["what"].lower().startswith("no ")
    if name.id == "blood_smear" and not is_short:
        return None  # the look of its cells is histology
    return _told(scan, name, match.start("what"), max(match.end("what"), name.end), " ".join(match["what"].split()))


def _told(scan: Scan, name: Mention, start: int, end: int, written: str) -> Draft:
    entry = scan.knowledge.analytes[name.id]
    return {
        "start": min(name.start, start),
        "end": end,
        "rule": "labs.result_in_words",
        "analyte": name.id,
        "name": entry.label,
        "name_text": scan.text[name.start : name.end],
        "loinc": entry.loinc,
        "qualitative": written,
        "flag": None,
        "flag_basis": None,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": None,
    }
