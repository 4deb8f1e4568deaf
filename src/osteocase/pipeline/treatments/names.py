"""Names that the scan cannot see: broken at a line end, misspelt, or two names that are one combination product."""

from __future__ import annotations

import difflib
from functools import lru_cache

from osteocase.lexicon import TreatmentEntry
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "broken_names",
    "combination_of",
    "counts_days",
    "in_full",
    "misspelt_names",
    "with_brands",
    "without_explanations",
]

_LINE_HYPHENS = ("-\n", "‐\n", "‑\n")
_BROKEN = re.compile(r"\b(?P<head>[^\W\d_]{2,})[-‐‑]\n[ \t]*(?P<tail>[^\W\d_]{2,})\b")


def broken_names(scan: Scan) -> list[Mention]:
    """Mentions of one-word names that a line end has cut in two: ``terip-`` and ``aratide`` on the next line."""
    if not any(hyphen in scan.text for hyphen in _LINE_HYPHENS):
        return []
    names = _single_words(scan.knowledge)
    found = []
    for match in _BROKEN.finditer(scan.text):
        word = normal_words(match["head"] + match["tail"])
        name = names.get(word[0]) if len(word) == 1 else None
        if name is not None and not scan.mentions_in(match.start(), match.end(), "treatment"):
            found.append(Mention(match.start(), match.end(), "treatment", name, "", ""))
    return found


_PRED = re.compile(r"pred(?:\s(?:burst|taper))?", re.IGNORECASE)
_PREDICTED = re.compile(r"(?:%|\bper\s?cent)\s*(?:of\s+)?\Z", re.IGNORECASE)
_BRITISH = re.compile(
    r"\b(?:paracetamol|haem\w+|oedema|anaem\w+|GP|NHS|mane|nocte|tds|qds|colecalciferol|alendronic"
    r"|mycophenolate mofetil"
    r"|[µun]mol/[lL])\b"
)


def in_full(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """``pred`` is prednisolone where the note names it, or is British; else it is prednisone. ``78% pred`` is a
    share of the predicted breath and no drug."""
    mentions = [
        mention
        for mention in mentions
        if not _PRED.fullmatch(scan.text, mention.start, mention.end)
        or _PREDICTED.search(scan.text[max(0, mention.start - 14) : mention.start]) is None
    ]
    short = {mention for mention in mentions if _PRED.fullmatch(scan.text, mention.start, mention.end)}
    if not short:
        return mentions
    named = {mention.id for mention in mentions if mention not in short}
    british = _BRITISH.search(scan.text) is not None
    if "prednisone" in named or ("prednisolone" not in named and not british):
        return mentions
    return [mention._replace(id="prednisolone") if mention in short else mention for mention in mentions]


def counts_days(scan: Scan, mention: Mention) -> bool:
    """``Zosyn D3/7``: the third of seven days, ``collapses of D3 and D7``: the third thoracic vertebra; no vitamin."""
    return (
        _DAY_OUT_OF.match(scan.text, mention.start, mention.end + 4) is not None
        or _LEVEL_BEHIND.match(scan.text, mention.start) is not None
        or (
            _LEVEL_ALONE.fullmatch(scan.text, mention.start, mention.end) is not None
            and _LEVEL_AHEAD.search(scan.text, max(0, mention.start - 12), mention.start) is not None
        )
    )


_DAY_OUT_OF = re.compile(r"D[23]\s?/\s?\d{1,2}(?!\d)")
_LEVEL_ALONE = re.compile(r"D[23]")
_LEVEL_BEHIND = re.compile(r"D[23](?:\s?[,/+&-]\s?|\s(?:and|or|to|with)\s)(?:D(?:[1-9]|1[0-2])|L[1-5])(?!\w)")
_LEVEL_AHEAD = re.compile(r"(?<!\w)(?:D(?:[1-9]|1[0-2])|L[1-5])(?:\s?[,/+&-]\s?|\s(?:and|or|to|with)\s)(?:and\s)?\Z")
_OPENED = re.compile(r"[ \t]*\([ \t]*(?:brand[ \t]+|as[ \t]+|i\.?e\.?,?[ \t]+|aka[ \t]+)?", re.IGNORECASE)
_NEXT_BRAND = re.compile(r"[ \t]*[;,/][ \t]*")
_CLOSED = re.compile(r"[^()\n]{0,30}\)")
_OF_THE_BASE = re.compile(r"\s*\d{1,3}\s*\(\d{1,3}\s+base\)\s*mcg/act(?:uation)?(?:\s+inhaler)?(?!\w)", re.IGNORECASE)
"""``108 (90 base) mcg/act inhaler``: how strong an inhaler is, not what is taken."""


def with_brands(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """``metoprolol succinate (Toprol-XL)``: the further names in brackets are part of the first."""
    kept: list[Mention] = []
    opened = False
    for mention in mentions:
        last = kept[-1] if kept else None
        gap = _NEXT_BRAND if opened else _OPENED
        if last is not None and mention.start < last.end:
            continue
        if (
            last is not None
            and last.id == mention.id
            and _CLOSED.match(scan.text, mention.end)
            and gap.fullmatch(scan.text, last.end, mention.start)
        ):
            closed = scan.text.startswith(")", mention.end)
            kept[-1] = last._replace(end=mention.end + closed)
            opened = not closed
        else:
            kept.append(mention)
            opened = False
        strength = None if opened else _OF_THE_BASE.match(scan.text, kept[-1].end)
        if strength is not None:
            kept[-1] = kept[-1]._replace(end=strength.end())
    return kept


_EXPLAINS = re.compile(
    r"(?:[ \t]*\d+(?:\.\d+)?[ \t]?(?:mg|mcg|g|meq|units?|iu))?[ \t]*\((?=[^()\d]*(?:\([^()\d]*\)[^()\d]*)*\))",
    re.IGNORECASE,
)
"""A bracket without a number behind a name, or behind a name and its strength."""
_OPENED_AGAIN = re.compile(r"[ \t]*\(")
_FOR_WHAT = re.compile(r"\(\s*(?:for|to|given\s+for)\s[^()]*\Z", re.IGNORECASE)
"""``(for nausea with codeine)`` tells what it is for."""
_AND_IS = re.compile(r"\s*(?:[-–,=:]\s*)?(?:(?:an?|the)\s+)?", re.IGNORECASE)
"""Between two names of one thing; ``apixaban (previously warfarin)`` tells of two."""


def without_explanations(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """``Fragmin (dalteparin - low molecular weight heparin)``: a bracket that says what a drug is names no other."""
    kept: list[Mention] = []
    reach = told = 0  # where the bracket of the last drug closes, and up to where it has been read
    for mention in mentions:
        if kept and mention.start >= reach:
            opened = _EXPLAINS.match(scan.text, kept[-1].end)
            reach, told = (_closed(scan.text, opened.end()), opened.end()) if opened is not None else (0, 0)
        entry = scan.knowledge.treatments[kept[-1].id] if kept else None
        if entry is not None and entry.kind != "supplement" and mention.start < reach:
            other = scan.knowledge.treatments[mention.id]
            generic = "_".join(normal_words(scan.text[mention.start : mention.end])) == other.id
            if generic and (entry.drug_class == entry.id or entry.members) and other.drug_class != other.id:
                kept.append(mention)  # ``a PPI (omeprazole)``: the bracket names the drug, in front of it is its class
                reach = 0
                continue
            is_it = other.id in {entry.id, entry.drug_class, *entry.contains}
            if _FOR_WHAT.search(scan.text, told - 1, mention.start):
                continue
            alike = other.drug_class == entry.drug_class and _AND_IS.fullmatch(scan.text, told, mention.start)
            if is_it or alike:
                told = mention.end
                continue
            reach = 0
        kept.append(mention)
    return kept


def _closed(text: str, position: int) -> int:
    """Where the bracket ends that is open at a place."""
    depth = 1
    for place in range(position, min(len(text), position + _LONGEST * 4)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            again = _OPENED_AGAIN.match(text, place + 1)
            return _closed(text, again.end()) if again is not None else place
    return position


_DOSE_AHEAD = (
    r"(?i:[\s,(]*(?:[A-Z]{2}\s)?\d+(?:[.,]\d+)?(?:/\d+(?:\.\d+)?)?\s?(?:mg|mcg|µg|g|units?|iu|meq|ml|tablets?|tabs?"
    r"|puffs?|drops)\b"
    r"|\s+(?:p\.?o\.?|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?\s?h\.?s|once|twice|daily|nightly|every|p\.?r\.?n)\b)"
)
"""What follows a misspelt name."""
_DOSED = re.compile(rf"[\s,(](?<=[A-Za-z](?={_DOSE_AHEAD}).)", re.DOTALL)
"""The sign between a word and its dose, which is looked for first since it is rarer than a word."""
_WORD = re.compile(r"(?<![\w.-])[A-Za-z]{7,}\Z")
_VERB_AHEAD = re.compile(
    r"\b(?:(?:was|is|been|started|commenced|put|remains|now|currently|she's|he's)\s+on|takes|taking|took|prescribed)\s+"
    r"(?P<word>[a-z]{8,})(?=\s*(?:[.,;)\n]|$)|\s+(?:in|since|for|and|from|until|but|with|after|daily|weekly|monthly|nightly|twice|once|every)\b)",
    re.IGNORECASE,
)
"""``was put on`` before a word that is nearly the name of a drug."""
_LONGEST = 40
_CLOSENESS = 0.87
"""One letter in eight, or two in sixteen, may be wrong (``difflib`` ratio)."""


def misspelt_names(scan: Scan) -> list[Mention]:
    """Mentions of names with a slip of the pen: where a dose follows or a verb leads, and one entry alone is near."""
    names = _single_words(scan.knowledge)
    by_head = _by_head(scan.knowledge)
    found = []
    dosed = (
        _WORD.search(scan.text, max(0, dose.start() - _LONGEST), dose.start()) for dose in _DOSED.finditer(scan.text)
    )
    places = {match.span() for match in dosed if match is not None}
    places |= {match.span("word") for match in _VERB_AHEAD.finditer(scan.text)}
    for start, end in sorted(places):
        word = scan.text[start:end].lower()
        heads = by_head.get(word[:2])
        if heads is None or word in names or scan.mentions_in(start, end):
            continue
        near = {names[name] for name in difflib.get_close_matches(word, heads, n=3, cutoff=_CLOSENESS)}
        if len(near) == 1 and not scan.bridges_in(start, end):
            found.append(Mention(start, end, "treatment", near.pop(), "", ""))
    return found


def combination_of(scan: Scan, first: TreatmentEntry, second: TreatmentEntry) -> TreatmentEntry | None:
    """The product that holds what two entries hold, by their ids or their classes."""
    for ids in (
        frozenset((one, other))
        for one in (first.id, first.drug_class)
        for other in (second.id, second.drug_class)
        if one and other
    ):
        name = _combinations(scan.knowledge).get(ids)
        if name is not None:
            return scan.knowledge.treatments[name]
    return None


@lru_cache(maxsize=4)
def _single_words(knowledge: Knowledge) -> dict[str, str]:
    """Names of one word to their entry; short ones could be anything."""
    names = {}
    for entry in knowledge.treatments.values():
        for term in entry.terms:
            words = normal_words(term)
            if len(words) == 1 and len(words[0]) >= 7:
                names[words[0]] = entry.id
    return names


@lru_cache(maxsize=4)
def _by_head(knowledge: Knowledge) -> dict[str, list[str]]:
    """One-word names by their first two letters, which a slip seldom hits."""
    heads: dict[str, list[str]] = {}
    for name in sorted(_single_words(knowledge)):
        heads.setdefault(name[:2], []).append(name)
    return heads


@lru_cache(maxsize=4)
def _combinations(knowledge: Knowledge) -> dict[frozenset[str], str]:
    return {
        frozenset(entry.contains): entry.id for entry in knowledge.treatments.values() if len(set(entry.contains)) == 2
    }
