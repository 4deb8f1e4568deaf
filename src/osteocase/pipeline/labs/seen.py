"""What a culture, a smear, an electrophoresis or a look at crystals showed, and results told by a code."""

from __future__ import annotations

from osteocase.pipeline.labs.results import NO, denied
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan

__all__ = ["DESCRIBED", "coded_result", "culture_growth", "kind_of_crystals", "told_finding"]

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
    r"came back with|demonstrated|ha[ds](?=\s(?:only\s)?(?:normal|mixed|oral)\s)))\s+"
    r"(?:out\s+)?(?P<what>(?!no\b|nothing\b|not\b|negative\b)(?:(?-i:[A-Z])\.\s?[a-z]+|[^\n;:])*?)"
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
_CRYSTALS = re.compile(
    r"\b(?:(?:intra|extra)cellular\s+)?(?P<what>(?:(?:monosodium|sodium)\s+)?urate|MSU|uric acid|calcium pyrophosphate"
    r"(?: dihydrate)?|pyrophosphate|CPPD|(?:positively|negatively) birefringent|needle-shaped)\s+$",
    re.IGNORECASE,
)
"""``monosodium urate crystals`` of a joint have been seen."""
_SHOWED_NONE = re.compile(
    r"\s+(?:(?:did|does|do|has|have)(?:\s+not|n't)|failed\s+to)\s+(?P<told>(?:show|shown|reveal|demonstrate|detect|identify|"
    r"disclose|grow|yield)\s+(?:any\s+|an?\s+|evidence\s+of\s+(?:an?\s+)?)?[a-z][^.,;:()\n]{3,50}?)(?=\s*(?:[.,;:(\n]|\Z|\band\b))",
    re.IGNORECASE,
)
"""``The electrophoresis did not reveal a monoclonal spike.``"""
DESCRIBED = {
    "serum_protein_electrophoresis", "urine_protein_electrophoresis", "serum_immunofixation", "urine_immunofixation",
    "blood_smear", "gram_stain", "wet_prep", "koh_prep", "urine_drug_screen",
    "serum_drug_screen",
}  # fmt: skip
"""Tests whose result is what was seen."""


def kind_of_crystals(scan: Scan, name: Mention) -> Draft | None:
    """``fluid with monosodium urate crystals``: the kind that was seen, where no word denies it."""
    if name.id != "synovial_fluid_crystals" or denied(scan, name) is not None:
        return None
    match = _CRYSTALS.search(scan.text, max(0, name.start - 44), name.start)
    if match is None or NO.search(scan.text, max(0, match.start() - 28), match.start()) is not None:
        return None
    return _told(scan, name, match.start("what"), name.end, match["what"].lower())


def told_finding(scan: Scan, name: Mention, end: int) -> Draft | None:
    """What an electrophoresis or a smear showed: ``Immunofixation showed an IgG kappa band``."""
    if name.id not in DESCRIBED:
        return None
    none = _SHOWED_NONE.match(scan.text, name.end, max(end, scan.sentence_at(name.start)[1]))
    if none is not None:
        return _told(scan, name, none.start("told"), none.end("told"), "negative")
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
