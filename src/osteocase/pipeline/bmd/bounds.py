"""Densitometry numbers that are no result: definitions, thresholds, targets, teaching, and what others have."""

from __future__ import annotations

from osteocase.pipeline.bmd.measures import Reading
from osteocase.pipeline.bmd.numbers import MINUS
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.definitions import is_of_a_legend

__all__ = ["is_bound", "is_general", "is_of_another", "without_limits"]

_GENERAL = re.compile(
    r"\b(?:defined (?:as|by)|definition of|WHO (?:classifies|defin\w+|classification\s*:)|diagnosed (?:if|when the"
    r"|when a)|is diagnosed|are diagnosed|"
    r"fracture risk (?:doubles|increases|rises)|(?:patients|women|men|people|persons|adults|individuals|those"
    r"|anyone) (?:with|whose|who have)|"
    r"(?<!which )(?:is|are) (?:called|considered|regarded|classed|classified)"
    r"|means? that|"
    r"for example|e\.g\. a|can detect|reimburs\w+|we treat|guidelines? (?:recommend|advise|suggest|state|say)\w*"
    r"|previously reported|in the literature|"
    r"each SD|per SD|one SD|mean T-?\s?score of the)\b"
    r"|\b(?:mean|average)s?\s*(?:\(\s*(?:±|\+/-)?\s*(?:SD|standard deviation)\s*\)|(?:±|\+/-)\s*SD\b)"
    r"|\bmean\b[^.;\n\d]{0,40}[-‐‑–−+]?\s?\d(?:[.,]\d+)?\s*\((?:range|SD|IQR)\b"
    r"|\bp\s*[<=>≤]\s*0?[.,]\d|\d\s?±\s?\d[.,\d]*\s*(?:g/cm\S*\s*)?(?:vs\.?|versus)\s"
    r"|\bT-?\s?scores?\s*(?:of\s*)?(?:[<>≤≥]|above|below|between|at or|equal|greater|less"
    r"|lower)[^.;\n]{0,50}?(?:\bis\b|\bare\b|[=:-]|\bmeans?\b)\s*(?:called|considered|normal|osteop|low bone|severe)"
    r"|\bT-?\s?scores?\s*[<>≤≥]\s*[-‐‑–−+]?\s?\d(?:\.\d)?\s*(?:SD\s*)?[(=:-]?\s*(?:normal|osteop\w+|low bone mass)\b"
    r"|(?:\bnormal(?: bone density| BMD)?|\bosteop\w+|low bone mass)\b\s?\)?\s*(?:is|:|=|-|–|if|when)?\s*(?:an?\s)?"
    r"T(?:-?\s?scores?)?\s*(?:[<>≤≥]|above|below|between|at or)"
    r"|\bT-?\s?scores?\s*(?:of|equal to|is)?\s*[-‐‑–−+]\s?\d(?:\.\d)?\s*(?:s\.?d\.?\s*)?(?:or|and)\s+"
    r"(?:lower|below|less|worse|higher|above|greater)\b",
    re.IGNORECASE,
)
"""A sentence that teaches or defines; nothing in it is a result."""

_CUE = re.compile(
    r"\b(?:threshold|cut-?offs?|targets?|goals?|aim(?:s|ing|ed)?|criteri\w+|guidelines?|reimburse\w*|indications?"
    r"|indicated|eligib\w+|"
    r"qualif\w+|requires?|needs?|if|unless|when|until|once|should|would|could|treat(?:ed|ment)? (?:as|if|at|when)"
    r"|recommended|advised|"
    r"chances?|likelihood|probability of|achiev\w+|reach\w*|hop(?:e|ing)|expect\w*|NOGG|range is|classification"
    r"|preferred|in favou?r of|"
    r"limit|lower than is|for (?:surgery|treatment|therapy)|deemed|counts? as|labell?ed|meets?|interpret\w*"
    r"|reference|normal(?:\s+(?:is|range|value|limit))?|no lower|none|not)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:threshold|cut-?offs?|targets?|goals?|aim(?:s|ing|ed)?|criterion|until|achiev\w+|chances?|likelihood"
    r"|hop(?:e|ing)|if|unless|no longer|"
    r"would be|should be|to reach|to get to|limit)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(
    r"\b(?:TBS|adjusted)\W{0,2}(?:-?\s?adjusted|for TBS)\b[^.;\n]{0,40}$|\badjusted for TBS\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
_HEIGHT = re.compile(
    r"\b(?:height|ht|size)[- ]?\.?(?:adj\w*|corrected|for[- ]age)|adj\w* for (?:height|ht)\b", re.IGNORECASE
)
"""A Z-score adjusted for the height of a child stands beside the plain one, which is the one kept."""
_CLASS_BESIDE = re.compile(r"\b(?:normal|osteop\w+|low bone mass|mild|moderate|severe)\s*[:=(-]?\s*$", re.IGNORECASE)
_CLASS_AFTER = re.compile(
    r"\s*(?:[=:]|[-‐‑–—−>]{1,3}|is|are|means?|indicates?)\s*(?:normal|osteop\w+|low bone mass)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"[\s,)]*(?:(?:is|was|being|as)\s+(?:the\s+)?(?:threshold|cut-?off|target|goal|criterion|limit)|(?:at"
    r"|in) any (?:site|region)|is (?:needed|required)|"
    r"(?:for|to) (?:qualify|reimbursement|treatment|diagnos\w+|surgery))",
    re.IGNORECASE,
)


_CLASS_SPAN = re.compile(
    rf"\b(?:osteopeni\w+|low bone mass|range|categor\w+|class\w*|zone)\b[^.;\d\n]{{0,24}}(?:between|from|of|is|\()\s*"
    rf"(?P<low>[{MINUS}]?\s?\d(?:\.\d)?)\s*(?:and|to|through|[{MINUS}])\s*(?P<high>[{MINUS}]\s?\d(?:\.\d{{1,2}})?)",
    re.IGNORECASE,
)


def _of_class(scan: Scan, start: int, end: int) -> bool:
    """``osteopenic (between -1.0 and -2.5)``: the limits of a class, in no order of a result."""
    for match in _CLASS_SPAN.finditer(scan.text, max(0, start - 90), end + 20):
        if match.start("low") <= start and end <= match.end("high"):
            limits = [re.sub(rf"[{MINUS}\s]", "", match[name]) for name in ("low", "high")]
            return limits[0] in {"1", "1.0", "1.1"} and limits[1].startswith(("2.4", "2.5"))
    return False


def is_general(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence defines or teaches."""
    return _GENERAL.search(scan.text, start, end) is not None or scan.section_at(start).effect == "not_patient"


def _is_told_before(scan: Scan, position: int) -> bool:
    """Whether a Z-score is named earlier in the note."""
    named = [word for word in scan.by_group.get("densitometry", ()) if word.end <= position]
    return any(scan.knowledge.words[word.id].value == "z_score" for word in named)


def is_bound(scan: Scan, reading: Reading, start: int, end: int, *, has_site: bool) -> bool:
    """Whether a number is a limit, a target or a condition, and no result."""
    number = reading.number
    before = scan.text[max(start, number.start - 120) : number.start]
    clause = re.split(r"[;]|[.]\s|\bbut\b|\bhowever\b|\bcurrently\b|\bnow\b", before)[-1]
    if _AFTER.match(scan.text, number.end, min(end, number.end + 40)):
        return True
    if is_of_a_legend(scan, number.start):
        return True
    if number.bound_after or _ADJUSTED.search(before):
        return True
    if (
        reading.measure in {"t_score", "z_score"}
        and _HEIGHT.search(re.split(r"\d[.,]\d", before)[-1])
        and (re.search(r"\d[.,]\d", before) or _is_told_before(scan, start))
    ):
        return True
    if not has_site and (
        _CLASS_BESIDE.search(before) or _CLASS_AFTER.match(scan.text, number.end, min(end, number.end + 40))
    ):
        return True
    if reading.measure == "yam" and (
        number.comparator
        or re.match(rf"\s?[{MINUS}~]\s?\d", scan.text[number.end : number.end + 4])
        or re.search(rf"\d\s?%?\s?[{MINUS}~]\s?$", before)
    ):
        return True
    if number.comparator:
        after = scan.text[number.end : min(end, number.end + 40)]
        cues = [*_CUE.finditer(clause)] or [*_CUE.finditer(re.split(r"[;,.]\s", after)[0])]
        return any(re.match(r"not|none|when|once", cue.group(), re.IGNORECASE) is None for cue in cues)
    if reading.measure in {"t_score", "z_score"} and _of_class(scan, number.start, number.end):
        return True
    return _STRONG.search(clause) is not None


_KIN = re.compile(
    r"\b(?P<kin>mother|mum|mom|mam|father|dad|sister|brother|sibling|aunt|uncle|grandmother|grandfather|cousin"
    r"|daughter|son|twin|parents?)(?:['’]s|s['’]|\b)",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"\b(?:the patient|our patient|patient['’]s|this (?:patient|lady|gentleman|woman|man)|she has|he has"
    r"|her own (?!DXA|DEXA|T|bone)|his own (?!DXA|DEXA|T|bone)|"
    r"she herself|he himself|her T-?\s?score|his T-?\s?score|her (?:DXA|DEXA|scan|spine|hip|BMD)|his (?:DXA|DEXA"
    r"|scan|spine|hip|BMD))\b",
    re.IGNORECASE,
)


def is_of_another(scan: Scan, reading: Reading, start: int, end: int) -> bool:
    """Whether a result is told of a relative or only planned."""
    context = scan.context(reading.start, reading.end)
    if context.subject != "patient" or context.hypothetical:
        return True
    before = scan.text[max(start, reading.start - 160) : reading.start]
    kin = None
    for match in _KIN.finditer(before):
        kin = match
    if kin is None or re.match(
        r"\s*(?:fractured|broke|had (?:a )?(?:hip|osteop)|has osteop|with osteop)", before[kin.end() :], re.IGNORECASE
    ):
        return False
    return _PATIENT.search(before, kin.end()) is None


_CLASS_LIMITS = {"-1", "-1.0", "1", "1.0", "-2", "-2.0", "-2.5"}


def without_limits(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """``T-score -2.8, normal >-1.0``: a limit of a class right behind the result that is held to it."""

    def is_limit(draft: Draft) -> bool:
        score = "t_score" if draft.get("t_score_comparator") else "z_score"
        if not draft.get(f"{score}_comparator") or draft.get(score) not in _CLASS_LIMITS:
            return False
        return any(
            other.get(score) is not None
            and not other.get(f"{score}_comparator")
            and other["site"] == draft["site"]
            and 0 <= draft["start"] - other["end"] < _BESIDE
            and "\n" not in scan.text[other["end"] : draft["start"]]
            for other in drafts
        )

    return [draft for draft in drafts if not is_limit(draft)]


_BESIDE = 40
