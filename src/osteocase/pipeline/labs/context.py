"""Whether a laboratory statement tells a result of the patient: no goal, order, rule, or finding of a publication."""

from __future__ import annotations

from functools import lru_cache

from osteocase.pipeline.labs.elements import Group
from osteocase.pipeline.labs.goals import LEAD, is_reached
from osteocase.pipeline.labs.list_headings import lists_intervals
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "tells_course",
    "in_list_of_results",
    "is_article",
    "is_foreign",
    "is_plan",
    "tells_result",
    "tells_result_in_words",
]

_AFTER = re.compile(
    r"\s*(?:level\s+)?(?:goal|target|pending|ordered|requested|to follow|not (?:done|sent|checked|tested|available))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\bonce\b(?!\s+(?:daily|weekly|monthly|yearly|a|per|every|in)\b)[^,;(:]*$", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:when|whenever|until|till|unless|while|as soon as|so long as|as long as|provided|should)\b[^;(:.]*$",
    re.IGNORECASE,
)
_IS_OR_FALLS = re.compile(
    r"\b(?:is|are|gets?|goes|falls?|drops?|rises?|climbs?|reach(?:es)?|exceeds?|stays?|remains?|improves?|normali[sz]es?|"
    r"comes? (?:back|down|up)|settles?|below|under|above|over)\b",
    re.IGNORECASE,
)
"""``can come back when creatinine is under 3`` tells a rule; ``when his INR was above 5`` a result."""
_IS_LIMIT = re.compile(
    r"\s+(?:is|are|was|being)\s+(?:the|our|a|an)\s+(?:cut-?\s?off|threshold|limit|goal|target)\b"
    r"|\s+(?:or\s+(?:less|more|lower|higher|above|below|greater|better)\s+)?(?:is|are)\s+(?:required|needed|necessary|"
    r"recommended|desired|preferred)\b"
    r"|\s+(?:would|should|will|must)\s+(?:prompt|trigger|require|warrant|mandate)\b"
    r"|,?\s+(?:give|take|inject)\s+\d+\s*units?\b",
    re.IGNORECASE,
)
"""``eGFR 45 is the cut-off for metformin``"""
_RULE_AFTER = re.compile(
    r"[\s),]{0,4}(?:should|must|would|warrants?|requires?|is considered|are considered|defines?|indicates?|"
    r"suggests?|predicts?|(?:is|are)\s+(?:an?|the)\s+(?:\w+\s+){0,3}(?:risk\s+factors?|predictors?|contraindications?|criteri\w+)|"
    r"increases?\s+(?:the\s+)?risk)\b",
    re.IGNORECASE,
)
_IN_ANOTHER_UNIT = re.compile(r"\s*\([^()]{0,6}\d[^()]{0,20}\)")
_FOR_A = re.compile(r"\bfor\s+(?:an?|any)\s+$", re.IGNORECASE)
_CITED = re.compile(r"[(\[]\d{1,3}(?:\s*[,–-]\s*\d{1,3})*[)\]]")
_LIST_OF_RESULTS = re.compile(
    r"^[-•* \t]{0,8}(?:\w+[ \t]+)?(?:labs?|bloods?|blood tests?|blood work|results?|investigations?|"
    r"lab\w* (?:data|results|studies)|ix|monitoring|serology)\b[^:\n]{0,40}:",
    re.IGNORECASE | re.MULTILINE,
)
_PATIENT = re.compile(
    r"\b(?:patient|patient's|she|he|her|his|our|we|case|woman|man|girl|boy|infant|child)\b", re.IGNORECASE
)
_MECHANISM = re.compile(
    r"\s+(?:(?:does|do|did|may|can|would|could|will)(?:\s+not|n't)?|cannot)\s+[a-z]+"
    r"|\s+(?:\w+\s+){0,2}?(?:activat|induc|lead|caus|result(?=s? in)|stimulat|inhibit|promot|increas|decreas|reduc|"
    r"suppress|impair|contribut|play|mediat|regulat|enhanc|affect|predict|correlat)(?:e?s|e)\b",
    re.IGNORECASE,
)
_PERSON_IS = re.compile(
    r"\b(?:she|he|they|you|patient|pt|child|boy|girl|man|woman|lady|gentleman|baby|infant|mother|m(?:rs?|s)\.?\s+\w+|blood|serum|"
    r"plasma)(?:\s+(?:has|had|have|also|still|again|then))*\s+(?:is|was|were|are|been|ran|runs|remains?|remained|became)\b"
    r"(?:\s+(?!on\b|eating\b|taking\b|given\b|drinking\b)\w+){0,3}\s+\Z",
    re.IGNORECASE,
)
"""``She was low in vitamin D``: of a person; what else is high in calcium is a food."""
_LOWERS = re.compile(r"\b(?:may|can|could|might|will|would|to|does|did)\s+(?:not\s+|further\s+)?lower$", re.IGNORECASE)
"""``Denosumab may lower calcium levels``"""
PARAGRAPH = 1_500
"""How many characters back the heading of a list of results is looked for."""
LIST_OF_ALLERGIES = 600
"""How many characters a list of allergies has at most."""


def tells_result(scan: Scan, group: Group, start: int, since: int) -> bool:
    """Whether a group of names and values is a result: not a goal, not an order, not a rule, not another person's.

    ``start`` is where the statement starts, ``since`` where the last value before the group ends.
    """
    first, last = group.names[0], group.names[-1]
    is_measured = _is_measured(group)
    if _INTERVALS.match(scan.text, told_from(scan, start)) or _OF_A_GROUP.search(scan.text, start, first.start):
        return False
    if lists_intervals(scan, group) or _P_VALUE.match(scan.text, group.end) is not None:
        return False
    if any(_governs(scan, word, first) for word in scan.words_in(start, first.start, "result_general")):
        return False
    lead = max(start, first.start - LEAD)
    if not is_measured and _ONCE.search(scan.text, lead, first.start) is not None:
        return False
    if not is_measured and _tells_rule(scan, group, lead):
        return False
    for word in scan.words_in(max(since, first.start - LEAD), first.start, "result_wanted"):
        is_order = scan.knowledge.words[word.id].value == "order"
        is_over = ";" in scan.text[word.end : first.start] or (is_measured and is_reached(scan, word, first))
        if not (is_order and is_measured) and not is_over:
            return False
    if _is_to_take(scan, group) or (not is_measured and _is_reason(scan, group, lead)):
        return False
    if (
        _AFTER.match(scan.text, group.end)
        or _IS_LIMIT.match(scan.text, group.end)
        or (not is_measured and _RULE_AFTER.match(scan.text, _behind_brackets(scan.text, group.end)))
    ):
        return False
    context = scan.context(first.start, last.end)
    if context.subject not in {None, "patient"}:
        return False
    if not context.hypothetical:
        return True
    # A plan that names a number has measured it: "stop indapamide, Na 127"; only its heading is hypothetical.
    is_heading = all(cue.rule.startswith("section.") for cue in context.cues if cue.category == "hypothetical")
    return is_measured and is_heading


def _behind_brackets(text: str, end: int) -> int:
    """``albumin <=3.4 g/dL (34 g/L) predicts``: the end of what tells a value in another unit."""
    told = _IN_ANOTHER_UNIT.match(text, end)
    return told.end() if told is not None else end


_INTERVALS = re.compile(
    r"\W{0,3}(?:the\s+)?(?:normal|reference|ref\.?)\s+(?:ranges?|values?|intervals?|limits?)\s*(?:for\b|are\b|:|were\b)",
    re.IGNORECASE,
)
"""``Normal ranges: calcium 8.5-10.5``"""


_P_VALUE = re.compile(r"[^.;\n]{0,60}?[(,;]\s*p\s*[<=>≤]\s*0?[.,]\d", re.IGNORECASE)
"""``0.9 vs 1.1 mg/dL (p < 0.05)``: figures of two groups."""
_OF_A_GROUP = re.compile(
    r"\b(?:mean|average|median)s?\s*"
    r"(?:\(\s*(?:±|\+/-)?\s*(?:SD|standard deviation|IQR|interquartile range|range)\s*\)|(?:±|\+/-)\s*SD\b)",
    re.IGNORECASE,
)
"""``The mean (SD) calcium was 9.4 (0.5)``: of many."""


def told_from(scan: Scan, start: int) -> int:
    """Start of the statement, or of the heading that stands in its line before it."""
    line = scan.text.rfind("\n", max(0, start - 40), start) + 1
    return line if line and start - line <= 40 else start


def _tells_rule(scan: Scan, group: Group, lead: int) -> bool:
    """``can come back when creatinine is under 3``"""
    first, last = group.names[0], group.names[-1]
    return (
        bool(group.values)
        and _WHEN.search(scan.text, lead, first.start) is not None
        and _IS_OR_FALLS.search(scan.text, last.end, group.values[0][0].end) is not None
    )


def _is_reason(scan: Scan, group: Group, lead: int) -> bool:
    """``two units for a crit under 25``: what something is to be done for."""
    is_close = bool(group.values) and scan.text[group.names[-1].end : group.values[0][0].start].isspace()
    return is_close and _FOR_A.search(scan.text, lead, group.names[0].start) is not None


def _is_to_take(scan: Scan, group: Group) -> bool:
    """``start iron 325``: the name is a medicine's too, the number has no unit, and the word before it gives it."""
    name = group.names[-1]
    if not group.values or any(value.unit is not None for value, _, _ in group.values):
        return False
    if re.search(r"\b(?:was|is|of|level|came)\b|[=]", scan.text[name.end : group.values[0][0].start]):
        return False  # "on Tuesday potassium was 6.7"
    taken = scan.mentions_in(max(0, name.start - 30), name.end + 1, "treatment")
    if not any(drug.start <= name.start and name.end <= drug.end for drug in taken):
        return False
    given = scan.words_in(max(0, name.start - 30), name.start, "status_start", "status_ongoing", "status_planned")
    return any(
        re.fullmatch(r"[\s:]*(?:\w+\s+)?", scan.text[word.end : name.start])
        for word in given
        if scan.text[word.start : word.end].lower() != "repeat"  # "Repeat potassium 3.9" has been measured
    )


def _is_measured(group: Group) -> bool:
    """Whether a group has a number that is no bound (``>3.0``) and no stretch (``140 to 180``), as orders have."""
    return any(value.comparator is None and value.kind != "range" for value, _, _ in group.values)


_WAS_WITH = re.compile(r"(?:was|were)\s+associated\s+with\b", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|these|his|her|their|it)\s", re.IGNORECASE)
"""``The hypercalcaemia was associated with a low phosphate`` is told of one patient, not of patients at large."""


def _governs(scan: Scan, word: Mention, name: Mention) -> bool:
    """``if`` and ``whether`` reach to the end of their clause, ``patients with`` over the statement."""
    between = scan.text[word.end : name.start]
    if _WAS_WITH.match(scan.text, word.start) and _DEFINITE.match(scan.text, scan.sentence_at(word.start)[0]):
        return False
    return scan.knowledge.words[word.id].value != "clause" or re.search(r"[,;(:]", between) is None


_FORETOLD = re.compile(r"\b(?:predict(?:s|ors?\s+of)?|prevents?|risks?\s+(?:of|for))\s+(?:an?\s+)?\Z", re.IGNORECASE)
"""``PTH above 7 predicts low calcium``"""


def tells_result_in_words(scan: Scan, group: Group, word: Mention, start: int) -> bool:
    """Whether a result without a number was measured: not only feared, known from long ago, or told of mechanisms."""
    first, last = group.names[0], group.names[-1]
    context = scan.context(min(first.start, word.start), max(last.end, word.end))
    doubts = [
        cue
        for cue in context.cues
        if cue.category == "uncertain"
        and not re.search(r"[(;]", scan.text[min(cue.end, first.start) : max(cue.start, first.start)])
    ]
    if doubts and word.variant != "denied" and word.id not in {"result_positive", "result_neither"}:
        return False
    end = scan.sentence_at(first.start)[1]
    if word is group.prefix and _LOWERS.search(scan.text, max(start, word.start - 16), word.end):
        return False
    if word is group.prefix and (
        _MECHANISM.match(scan.text, last.end) or _FORETOLD.search(scan.text, max(start, word.start - 24), word.start)
    ):
        return False
    if scan.text[word.end : first.start].strip() == "in" and _PERSON_IS.search(scan.text, start, word.start) is None:
        return False
    return not (is_article(scan.text) and _PATIENT.search(scan.text, start, end) is None and _cites(scan, start, end))


def is_plan(scan: Scan, name: Mention) -> bool:
    """Whether a name stands in a list of medication or a plan, where words beside it are no results.

    A list of results that follows the medication without a heading of its own is no part of it.
    """
    effect = scan.section_at(name.start).effect
    if effect not in {"current_medication", "hypothetical"} or in_list_of_results(scan, name.start):
        return False
    taken = scan.mentions_in(max(0, name.start - 30), name.end + 1, "treatment")
    return effect == "hypothetical" or any(drug.start < name.end and name.start < drug.end for drug in taken)


def is_foreign(scan: Scan, position: int) -> bool:
    """Whether a place is about allergies or another person. Allergies end with their paragraph, and a list of results
    is the patient's wherever it stands."""
    section = scan.section_at(position)
    if section.effect == "allergy":
        paragraph = scan.text.find("\n\n", section.body, position)
        return paragraph < 0 and position - section.body < LIST_OF_ALLERGIES and not in_list_of_results(scan, position)
    return section.effect == "not_patient" and not in_list_of_results(scan, position)


def in_list_of_results(scan: Scan, position: int) -> bool:
    """Whether the paragraph opens a list of results before a position: ``Bloods (10.03.2022): Hb 103``."""
    paragraph = scan.text.rfind("\n\n", max(0, position - PARAGRAPH), position)
    start = paragraph + 2 if paragraph >= 0 else max(0, position - PARAGRAPH)
    return _LIST_OF_RESULTS.search(scan.text, start, position) is not None


def _cites(scan: Scan, start: int, end: int) -> bool:
    return _CITED.search(scan.text, start, end + 12) is not None


@lru_cache(maxsize=8)
def is_article(text: str) -> bool:
    """Whether a text cites literature by numbers in brackets, as published reports do."""
    return len(_CITED.findall(text)) >= 6


_COURSE = re.compile(
    r"\b(?:serial(?:ly)?|trend\w*|series|course|over time|successive\w*|consecutive\w*|sequential\w*|repeated\w*|daily|"
    r"levels|values|readings|results|measurements)\b|[→>]",
    re.IGNORECASE,
)


def tells_course(scan: Scan, start: int, end: int) -> bool:
    """Whether numbers with nothing between are told as several in a row; else those behind a value may be the limits
    that a print gives with it: ``Calcium 9.1 8.5 10.2 mg/dL``."""
    left, right = scan.sentence_at(start)
    if _COURSE.search(scan.text, left, start) is not None:
        return True
    return sum(end <= time.start for time in scan.times_in(end, right)) > 1
