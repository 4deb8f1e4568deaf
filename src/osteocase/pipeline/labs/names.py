"""Names of results beyond the plain terms: parts of a urinalysis, conditions with a value, pairs of names."""

from __future__ import annotations

from bisect import bisect_right

from osteocase.pipeline.labs.context import is_foreign
from osteocase.pipeline.labs.letters import vitamins_by_letter
from osteocase.pipeline.labs.other_names import (
    by_unit,
    grown,
    has_value,
    in_context,
    in_small_letters,
    of_fluids,
    of_several_specimens,
    otherwise,
    with_25,
)
from osteocase.pipeline.labs.pronouns import pronouns
from osteocase.pipeline.labs.ratios import is_part_of_ratio, ratios
from osteocase.pipeline.labs.specimens import of_specimen, told_since
from osteocase.pipeline.labs.urine_names import urine_names
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_component", "is_condition", "is_pair", "lab_names", "named_beside", "parts_of"]


_LEAD = 60
_WITH = re.compile(
    r"\s*(?:[(,:–-]\s*)?(?:(?:with|and|an?|the|his|her|of|at|serum|plasma|last|latest|initial|total|lab)\s+){0,4}",
    re.IGNORECASE,
)


_BEHIND = re.compile(
    r"\s?(?:\(|[–—-]\s)\s?(?:(?:an?|mild|moderate|severe|marked|significant|indicating|in\s+keeping\s+with)\s+){0,3}",
    re.IGNORECASE,
)
"""From a value to the condition that it makes: ``5.8 (severe hyperkalaemia)``."""


def lab_names(scan: Scan) -> list[Mention]:
    """The analyte names of a text, plain ones and those that only their surroundings make one, in order.

    None overlap: of two that do, the longer one counts.
    """
    found = [mention for mention in scan.by_topic.get("analyte", ()) if _is_candidate(scan, mention)]
    found += [*urine_names(scan), *_pairs(scan), *_conditions(scan), *in_context(scan), *otherwise(scan)]
    found += [*grown(scan), *in_small_letters(scan), *by_unit(scan), *of_fluids(scan)]
    found += [*of_several_specimens(scan), *pronouns(scan)]
    found = [own for name in found if (own := of_specimen(scan, name)) is not None]
    found = [with_25(scan, _closed(scan, name)) for name in found if not is_part_of_ratio(scan, name)]
    found += [*ratios(scan), *vitamins_by_letter(scan)]
    if not any(name.id == "25_oh_vitamin_d2" for name in found):
        # Where no D2 is told, "25(OH)D3" is what laboratories call the whole.
        found = [_whole_vitamin_d(name) for name in found]
    starts: list[int] = []
    kept: list[Mention] = []
    for name in sorted(
        found, key=lambda mention: (mention.start - mention.end, mention.variant in {"", "exact"}, mention.start)
    ):
        index = bisect_right(starts, name.start)
        before, after = kept[max(0, index - 1) : index], kept[index : index + 1]
        if any(other.end > name.start for other in before) or any(other.start < name.end for other in after):
            continue
        starts.insert(index, name.start)
        kept.insert(index, name)
    return kept


def _closed(scan: Scan, name: Mention) -> Mention:
    """``lactate dehydrogenase (LDH)``: a name that opens a bracket reaches to its end."""
    is_open = "(" in scan.text[name.start : name.end] and scan.text[name.end : name.end + 1] == ")"
    return name._replace(end=name.end + 1) if is_open and ")" not in scan.text[name.start : name.end] else name


def _whole_vitamin_d(name: Mention) -> Mention:
    return name._replace(id="25_oh_vitamin_d") if name.id == "25_oh_vitamin_d3" else name


def is_pair(name: Mention) -> bool:
    """True for two analytes told in one breath, such as ``H&H``."""
    return name.variant == "pair"


def is_condition(name: Mention) -> bool:
    """True for a condition that names its result, such as ``hypokalemia (2.7 mmol/L)``; the variant is the flag."""
    return name.variant in {"low", "high"}


def named_beside(scan: Scan, name: Mention, end: int) -> str | None:
    """``anemia with hemoglobin 9.7`` and ``K 5.8 (hyperkalaemia)``: the flag that a condition before a name, or behind
    its value that ends at ``end``, tells."""
    before = scan.words_in(max(0, name.start - _LEAD), name.start, "condition_low", "condition_high")[-1:]
    for word in (*before, *scan.words_in(end, end + _LEAD, "condition_low", "condition_high")[:1]):
        link = _WITH.fullmatch(scan.text, word.end, name.start) if word.end <= name.start else None
        if link is None and _BEHIND.fullmatch(scan.text, end, word.start) is None:
            continue
        context = scan.context(word.start, word.end)
        is_told = not (context.negated or context.historical or context.hypothetical)
        if is_told and scan.knowledge.words[word.id].value == name.id:
            return "low" if word in scan.words_in(word.start, word.end, "condition_low") else "high"
    return None


def is_component(name: Mention) -> bool:
    """True for a part of a urinalysis."""
    return name.variant == "component"


def parts_of(name: Mention) -> list[Mention]:
    """The single analytes of a pair."""
    return [name._replace(id=part, variant="") for part in name.id.split("+")]


_PER_WEIGHT = re.compile(r"[A-Za-zµ]\s?/\s?(?:[mµu]?mol|[mk]?g)\s?(?:of\s)?$")


def _is_candidate(scan: Scan, mention: Mention) -> bool:
    is_letter = mention.variant == "exact" and mention.end - mention.start == 1
    if is_letter and (_GENUS.match(scan.text, mention.end) or not _has_company(scan, mention)):
        return False
    if mention.id == "rbc" and _OF_TRANSFUSION.search(scan.text, max(0, mention.start - 40), mention.start) is not None:
        return False
    if mention.covered in {"treatment", "score", "bone"}:
        return False
    if _PER_WEIGHT.search(scan.text, max(0, mention.start - 10), mention.start) is not None:
        return False  # "98 umol/g creat"
    if mention.id == "egfr" and _BY_FORMULA.search(scan.text, max(0, mention.start - 16), mention.start) is not None:
        return False
    if _BATH.search(scan.text, max(0, mention.start - 24), mention.start) is not None or _is_of_file(scan, mention):
        return False
    if _EXPECTED.search(scan.text, max(0, mention.start - 24), mention.start) is not None:
        return False
    if mention.id == "mrsa_screen" and _GROWN_BEFORE.search(scan.text, max(0, mention.start - 40), mention.start):
        return _WORD_ALONE.match(scan.text, mention.end) is None
    if mention.id in _GIVEN and _AFTER_GIVING.search(scan.text, max(0, mention.start - 30), mention.start):
        return _PRONOUN.match(scan.text, mention.end) is None  # "after iron it recovered to 113"
    if mention.covered == "finding" and not _tells_value(scan, mention):
        return False
    section = scan.section_at(mention.start)
    return not is_foreign(scan, mention.start) and mention.start >= section.body - (mention.end - mention.start) - 2


_OF_TRANSFUSION = re.compile(
    r"\b(?:(?:received|transfus\w+|given|gave|got|administered)\s+(?:with\s+|of\s+)?(?:an?\s+|\d{1,2}\s+)?|units?\s+(?:of\s+)?|\d\s?u\s+)"
    r"(?:(?:units?\s+(?:of\s+)?)?(?:packed\s+)?)$",
    re.IGNORECASE,
)
"""``received 2 RBC`` counts bags, not cells."""
_BY_FORMULA = re.compile(r"\((?:by|using|per)\s+(?:the\s+)?$", re.IGNORECASE)
"""``GFR (by the CKD-EPI equation) fell to 41``: a formula in brackets names no further result."""
_GENUS = re.compile(r"\.[ \u00a0]?[a-z]{4,}(?=[ ,.;:)\n]|\Z)")
"""``K. pneumoniae`` and ``P. aeruginosa`` are germs."""
_EXPECTED = re.compile(r"\b(?:expected|predicted)\s+(?:compensatory\s+|serum\s+)?$", re.IGNORECASE)
"""``expected pCO2 28`` is reckoned, not measured."""
_GROWN_BEFORE = re.compile(
    r"\b(?:cultures?|cx)\b[^.;\n]{0,20}$|\b(?:grew|grown|growing|growth of|isolated|positive for)\s+(?:out\s+)?$",
    re.IGNORECASE,
)
_WORD_ALONE = re.compile(r"\s*(?:[.,;)\n]|\Z|in\b|from\b|and\b)")
"""``Wound culture: MRSA`` tells what grew, not a swab for it."""
_GIVEN = {
    "iron",
    "calcium",
    "magnesium",
    "potassium",
    "phosphorus",
    "25_oh_vitamin_d",
    "insulin",
    "glucose",
    "albumin",
    "zinc",
}
"""Names of what is measured and given alike."""
_AFTER_GIVING = re.compile(
    r"\b(?:after|with|on|following|given|giving|received|despite|starting)\s+(?:(?:iv|i\.v\.|oral|intravenous|the|more)\s+){0,2}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\s*,?\s*(?:it|she|he|this|the|her|his|they)\b", re.IGNORECASE)


def _is_of_file(scan: Scan, mention: Mention) -> bool:
    """``Case number: NTX-0932``, ``file CA 4471``: letters of a number under which the patient is kept."""
    if _NUMBER_BEHIND.match(scan.text, mention.end) is None:
        return False
    if scan.text[mention.end : mention.end + 2] in {"-0", "/0"}:
        return True
    return _FILE.search(scan.text, max(0, mention.start - 30), mention.start) is not None


_NUMBER_BEHIND = re.compile(r"[-/ ]?\d{2,}(?![.,]?\d|\s?(?:[A-Za-zµμ%]{1,5}/|%))")
_FILE = re.compile(
    r"\b(?:case|file|record|chart|patient|hospital|study|registry|sample|lab)\s*(?:id|no\.?|nr\.?|number|code)?\s*[:#.]?\s{0,3}$"
    r"|\b(?:id|MRN|nr\.?|no\.|number|code)\s*[:#]?\s{0,3}$",
    re.IGNORECASE,
)


_LEVEL = re.compile(r"\s+levels?\b(?!\s+(?:can|may|might|should|could|will|would)\b)")
"""``a low vitamin D level``: what was measured, where ``low vitamin D`` alone is what somebody has."""


def _tells_value(scan: Scan, mention: Mention) -> bool:
    """A name inside a finding tells a result where its value follows or a level is told, or where the finding itself
    says ``is low``."""
    if has_value(scan, mention.end) or _LEVEL.match(scan.text, mention.end) is not None:
        return True
    covering = [
        finding
        for finding in scan.mentions_in(max(0, mention.start - 30), mention.end + 60, "finding")
        if finding.start <= mention.start and mention.end <= finding.end
    ]
    return any(
        re.search(r"\b(?:is|was|were|are|been)\b", scan.text[mention.end : finding.end]) is not None
        and bool(scan.words_in(mention.end, finding.end, "result"))
        for finding in covering
    )


_BATH = re.compile(
    r"\b(?:dialysate|dialysis fluid|dialysis bath|bath|"
    r"(?<!pleural )(?<!ascitic )(?<!peritoneal )(?<!synovial )(?<!joint )(?<!spinal )(?<!body )"
    r"(?<!pericardial )(?<!centesis )"
    r"fluids?|drip|infusate|feed)\s*:?\s+$",
    re.IGNORECASE,
)
"""What contains an ion without being the patient's blood: ``dialysate Ca 1.25``."""
_VITAL_SIGNS = re.compile(
    r"\b(?:BP|blood pressure|pulse|HR|heart rate|temp(?:erature)?|resp(?:iration|irations|iratory)?|RR|SpO2|vitals?|"
    r"vital signs|afebrile)\b",
    re.IGNORECASE,
)
_OWN_LETTERS = {"K"}
"""Single letters that with a number after them mean nothing else in a note (``P`` may be a pulse or a p value)."""


def _has_company(scan: Scan, mention: Mention) -> bool:
    """``K`` or ``P`` alone is too little: another analyte stands in the sentence or a value after ``K``, and no vital
    sign."""
    start, end = scan.sentence_at(mention.start)
    letter = scan.text[mention.start]
    if letter == "U" and re.search(r"(?:[,;:.\n]|^)\s*$", scan.text[max(0, mention.start - 3) : mention.start]) is None:
        return False  # the U of a unit; as urea it stands in a list
    left, right = max(told_since(scan, mention.start), mention.start - 120), mention.end + 60
    others = [
        other
        for other in scan.mentions_in(left, right, "analyte")
        if other.end - other.start > 1
        and "\n" not in scan.text[min(other.end, mention.end) : max(other.start, mention.start)]
    ]
    if letter in _OWN_LETTERS and has_value(scan, mention.end):
        return bool(others) or not _after_vital_signs(scan, start)
    if _VITAL_SIGNS.search(scan.text[start:end]) is not None or _after_vital_signs(scan, start):
        return False
    return bool(others)


def _after_vital_signs(scan: Scan, start: int) -> bool:
    """The sentence before tells vital signs: ``BP was 120/80. P was 89.``"""
    index = scan.sentence_index(start)
    if index == 0:
        return False
    left, right = scan.sentences[index - 1]
    return (
        _VITAL_SIGNS.search(scan.text[left:right]) is not None and re.search(r"\d", scan.text[left:right]) is not None
    )


def _pairs(scan: Scan) -> list[Mention]:
    found = []
    for word in scan.by_group.get("analyte_pair", []):
        value = scan.knowledge.words[word.id].value or ""
        if all(part in scan.knowledge.analytes for part in value.split("+")):
            found.append(Mention(word.start, word.end, "analyte", value, "pair", ""))
    return found


_RULE = re.compile(r"\s?\(\s?[<>≤≥]=?\s?[\d.,]+\s?\)")
"""``anaemia (>13)`` tells a rule."""


_CORRECTED_FOR = re.compile(
    r"\b(?:corrected|adjusted|correcting|adjusting|correction|allowing|accounting)\s+for\s+(?:(?:the|her|his)\s+)?$",
    re.IGNORECASE,
)
"""``Na 151 (corrected for hyperglycaemia: 146)`` tells no glucose."""


def _conditions(scan: Scan) -> list[Mention]:
    """A condition counts as a name only where its value stands right after it, in brackets or after ``of``."""
    found = []
    for group, variant in (("condition_low", "low"), ("condition_high", "high")):
        for word in scan.by_group.get(group, []):
            value = scan.knowledge.words[word.id].value or ""
            is_told = has_value(scan, word.end) and not _RULE.match(scan.text, word.end)
            if _CORRECTED_FOR.search(scan.text, max(0, word.start - 32), word.start) is not None:
                continue
            if value in scan.knowledge.analytes and is_told:
                found.append(Mention(word.start, word.end, "analyte", value, variant, ""))
    return found
