"""Names of results that only their number or the company they stand in tells: ``TC 9800``, ``saturation 9%``."""

from __future__ import annotations

from osteocase.pipeline.labs.values import accepts
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "with_25",
    "by_unit", "grown", "has_value", "in_context", "in_small_letters", "of_fluids", "of_several_specimens", "otherwise",
]  # fmt: skip

_VALUE_LINK = re.compile(
    r"[\s(:,=–-]*(?:of|at|was|is|to|down to|up to|level|levels|nadir|lowest|peak|highest|maximum|minimum|"
    r"(?:(?:was|were|is)\s+)?(?:quantified|estimated|measured|calculated|noted|found|assessed|evaluated|reaching|"
    r"amounting)\s+(?:(?:at|to|as|to\s+be)\s+)?|"
    r"(?:with|and|where|,)?\s*(?:(?:an?|the|her|his|its|their|serum|last|latest|most recent|initial|current|recent|"
    r"whose|admission|peak|nadir)\s+)*(?:levels?|values?|concentration|reading)(?:\s+(?:was|is|of|at|were|measured|only|being))*)?"
    r"[\s(:=–-]*",
    re.IGNORECASE,
)
_CONTEXT_REACH = 160
_IN_BLOOD = re.compile(r"\b(?:serum|blood|plasma|capillary)\b", re.IGNORECASE)
_VIRUS_REACH = 4000
"""The virus of a load may have been named far before it."""


def has_value(scan: Scan, position: int) -> bool:
    """A number stands right after a position, in brackets or after ``of``."""
    following = scan.quantities_in(position, position + 44)
    return bool(following) and _VALUE_LINK.fullmatch(scan.text[position : following[0].start]) is not None


def otherwise(scan: Scan) -> list[Mention]:
    """``TC 9800``: no cholesterol can be so high, so the letters stand for the total count of white cells.

    The word's value is ``id/id``: the analyte that it means where the number cannot be one of the other.
    """
    found = []
    for word in scan.by_group.get("analyte_otherwise", []):
        meant, _, usual = (scan.knowledge.words[word.id].value or "").partition("/")
        following = scan.quantities_in(word.end, word.end + 16)[:1]
        entries = [scan.knowledge.analytes.get(name) for name in (meant, usual)]
        if not following or None in entries or _VALUE_LINK.fullmatch(scan.text[word.end : following[0].start]) is None:
            continue
        fits = [entry is not None and accepts(scan, entry, following[0]) for entry in entries]
        if fits == [True, False]:
            found.append(Mention(word.start, word.end, "analyte", meant, "context", ""))
    return found


_OF_A_GAS = {"pco2", "po2"}
_GAS = re.compile(
    r"\b(?:ABG|VBG|(?i:blood gas(?:es)?|gas))\b[^\n;]{0,80}\b(?i:ph)\b[^\n;a-zA-Z]*"
    r"(?:(?:and|an?|p?CO2|of|with|was)[^\n;a-zA-Z]*)*$"
)
"""``ABG: pH 7.31, CO2 55``: in a blood gas the letters tell a pressure, in a chemistry the bicarbonate."""
_OF_A_LOAD = {"glucose_fasting", "glucose_1h", "glucose_2h", "glucose_3h"}
"""The samples of a glucose tolerance test."""
_RIGHT_BEHIND = re.compile(r"\s*(?:(?:is|was|of|at|to|about)\s+|[=:(]\s?)?[<>]?\s?\d+(?:[.,]\d+)*(?![\d/]|\s?\+)")


def in_context(scan: Scan) -> list[Mention]:
    """Short names that need another one shortly before them: the saturation of iron studies, the PCR for a virus.

    The word's value is ``id/id+id``: the analyte that it means, and those of which one must have been named.
    """
    found = []
    for word in scan.by_group.get("analyte_in_context", []):
        reach = _VIRUS_REACH if "viral load" in scan.text[word.start : word.end].lower() else _CONTEXT_REACH
        around = scan.mentions_in(max(0, word.start - reach), word.start, "analyte", "finding")
        near = {mention.id: mention.start for mention in around}
        for condition in scan.words_in(max(0, word.start - 60), word.start, "condition_high", "condition_low"):
            near[scan.knowledge.words[condition.id].value or ""] = (
                condition.start
            )  # "hyperbilirubinemia (total 5.2, direct 3.9)"
        near |= {panel.id: panel.start for panel in scan.words_in(max(0, word.start - reach), word.start, "panel")}
        best, last = None, -1
        for option in (scan.knowledge.words[word.id].value or "").split():
            meant, _, context = option.partition("/")
            told = max((near.get(name, -1) for name in context.split("+")), default=-1)
            if meant in scan.knowledge.analytes and told > last and not (best or "").endswith(("_pcr", "_dna")):
                best, last = meant, told
        entry = scan.knowledge.analytes.get(best or "")
        is_letters = word.variant == "exact" and entry is not None and entry.group not in {"autoimmunity", "serology"}
        needs_number = is_letters or best in {
            "calcium_corrected", "free_testosterone", "beta_hydroxybutyrate", "oxygen_saturation_arterial",
            *_OF_A_LOAD,
        }  # fmt: skip
        if best == "beta_hydroxybutyrate" and _IN_BLOOD.search(scan.text, max(0, word.start - 40), word.start):
            needs_number = False
        if needs_number and _RIGHT_BEHIND.match(scan.text, word.end) is None:
            continue  # "corrected with 1 g of calcium"
        if best in _OF_A_GAS and _GAS.search(scan.text, max(0, word.start - 90), word.start) is None:
            continue
        if best in _OF_A_LOAD and any(not name.startswith("glucose") for name in near if near[name] > last):
            continue  # "OGTT: GH 1.2, 1 hour 1.3"
        if best is not None:
            found.append(Mention(word.start, word.end, "analyte", best, "context", ""))
    return found


_TO_UNIT = re.compile(
    r"[\s:=,(–-]*(?:(?:had|has|have|was|is|were|been|being|at|of|to|from|level|levels|rose|fell|only|now|then|value|"
    r"increased|decreased|of the|reached|peaked)\s+){0,4}[<>(]?\s?",
    re.IGNORECASE,
)


def by_unit(scan: Scan) -> list[Mention]:
    """``AP 71 U/l`` and ``clearance 52 ml/min``: letters that are an analyte where its unit stands behind."""
    found = []
    for word in scan.by_group.get("analyte_by_unit", []):
        entry = scan.knowledge.analytes.get(scan.knowledge.words[word.id].value or "")
        following = scan.quantities_in(word.end, word.end + 48)[:1]
        if entry is None or not following:
            continue
        if following[0].unit not in {entry.canonical_unit, *entry.conversions, *entry.other_units} - {None}:
            continue
        if _TO_UNIT.fullmatch(scan.text[word.end : following[0].start]) and accepts(scan, entry, following[0]):
            found.append(Mention(word.start, word.end, "analyte", entry.id, "context", ""))
    return found


_GROWN = SharedPattern(
    r"\b(?P<what>sputum|urine|blood|stool|wound|bile|CSF)(?=\s+(?:grew|grows|growing)\b"
    r"|\s+(?:had|has|showed|with)\s+(?:only\s+)?(?:normal|mixed|oral)\s+(?:\w+\s+)?flora\b)",
)
_HEME = re.compile(
    r"\b(?P<what>heme)(?=[ -](?:positive|negative|pos|neg)\b)|\bstools?\s+(?:was|were|is|are)\s+(?P<after>heme)\b",
    re.IGNORECASE,
)
"""``heme-positive stool``; ``Heme: negative`` heads what was asked of the blood."""
_CULTURE = re.compile(
    r"(?<![a-z] )\b(?:bacterial )?cultures?\b|(?<=[,;:] )cultures?\b|(?<=and )cultures?\b", re.IGNORECASE
)
_FLUID_OF_CULTURE = re.compile(
    r"\b(?:(?P<csf>CSF|cerebrospinal fluid|spinal fluid|lumbar puncture|(?-i:LP)(?=\s?:))|"
    r"(?P<synovial>synovial|joint|arthrocentesis)|"
    r"(?P<pleural>pleural|thoracentesis)|(?P<ascitic>ascit\w+|peritoneal|paracentesis))\b",
    re.IGNORECASE,
)
_FURTHER_CULTURE = re.compile(
    r"\b(?:repeat|repeated|subsequent|surveillance|follow-?up|further|later|all|both|these)\s+cultures?\b",
    re.IGNORECASE,
)
_CYTOLOGY = re.compile(r"(?<=[,;:.] )cytology\b|(?<=and )cytology\b|(?<=\bthe )cytology\b", re.IGNORECASE)
_CELLS = re.compile(r"\d[\d,.]*\s?(?P<cells>(?:nucleated |white )?cells)(?=\s?/\s?(?:mm|µ|u|μ|cu|c\.?mm|mL|ml))")
_CELL_COUNT = re.compile(r"\bcell count\b(?=\s*(?:of|was|:|=)?\s*\d)", re.IGNORECASE)
_FLUID_BEFORE = 320
"""Characters before a culture or a count of cells within which its fluid has been named."""


def of_fluids(scan: Scan) -> list[Mention]:
    """``The cerebrospinal fluid was clear; culture was negative`` and ``Arthrocentesis: 14,200 cells/mm3``."""
    found = []
    for pattern, part, gate in (
        (_CULTURE, "culture", "ultur"), (_CELLS, "wbc", "cells"), (_CELL_COUNT, "wbc", "cell"),
        (_CYTOLOGY, "cytology", "ytolog"), (_FURTHER_CULTURE, "culture", "ultur"),
    ):  # fmt: skip
        for match in pattern.finditer(scan.text) if gate in scan.text else ():
            start, end = match.span("cells") if pattern is _CELLS else match.span()
            paragraph = max(scan.text.rfind("\n\n", 0, start) + 1, start - _FLUID_BEFORE, 0)
            if pattern is _FURTHER_CULTURE:
                found += _further_culture(scan, paragraph, start, end)
                continue
            fluids = list(_FLUID_OF_CULTURE.finditer(scan.text, paragraph, start))
            kind = next((name for name, told in fluids[-1].groupdict().items() if told), "") if fluids else ""
            kind = kind if kind == "csf" else f"{kind}_fluid"
            if f"{kind}_{part}" in scan.knowledge.analytes:
                found.append(Mention(start, end, "analyte", f"{kind}_{part}", "component", ""))
    return found


def _further_culture(scan: Scan, paragraph: int, start: int, end: int) -> list[Mention]:
    """``Blood cultures grew pneumococci; repeat cultures were negative``: those of the specimen that was told last."""
    before = [name.id for name in scan.mentions_in(paragraph, start, "analyte") if name.id.endswith("_culture")]
    return [Mention(start, end, "analyte", before[-1], "component", "")] if before else []


_SPECIMENS = (
    r"blood|urine|sputum|stool|wound|bile|throat|nasal|CSF|pleural fluid|ascitic fluid|peritoneal fluid|synovial fluid"
)
_OTHER_SPECIMENS = re.compile(
    rf"\b(?:(?:{_SPECIMENS})\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|/))+(?=(?:{_SPECIMENS})\b[^.;,\n]{{0,12}}$)",
    re.IGNORECASE,
)
_SPECIMEN = re.compile(rf"\b(?:{_SPECIMENS})\b", re.IGNORECASE)
_CULTURES_OF = {"nasal": "nasal_swab_culture", "throat": "throat_culture"}


def of_several_specimens(scan: Scan) -> list[Mention]:
    """``Blood and urine cultures``: each specimen before the cultures stands for its own."""
    found = []
    for culture in scan.by_topic.get("analyte", ()):
        if not culture.id.endswith("_culture"):
            continue
        start = max(0, culture.start - 70)
        before = _OTHER_SPECIMENS.search(scan.text, start, min(culture.end, culture.start + 16))
        if before is None or before.end() != culture.start:
            continue
        for match in _SPECIMEN.finditer(scan.text, before.start(), before.end()):
            kind = match.group().lower().replace(" ", "_")
            meant = _CULTURES_OF.get(kind, f"{kind}_culture")
            if meant in scan.knowledge.analytes:
                found.append(Mention(match.start(), match.end(), "analyte", meant, "component", ""))
    return found


_SMALL = SharedPattern(r"(?<![\w./-])(?P<name>ca|na|k|cl|mg|alb|po4|cr|hct)(?=\s?[:=]?\s?[<>]?\s?\.?\d)", flags=0)
"""Abbreviations that hurried notes write in small letters."""
_SMALL_REACH = 80


def grown(scan: Scan) -> list[Mention]:
    """``Sputum grew Moraxella``: the specimen stands for its culture; ``heme-positive`` is told of stool."""
    found = []
    for match in _GROWN.finditer(scan.indexed) if "gr" in scan.text or "flora" in scan.text else ():
        culture = f"{match['what'].lower()}_culture"
        if culture in scan.knowledge.analytes:
            found.append(Mention(match.start(), match.end(), "analyte", culture, "component", ""))
    for match in _HEME.finditer(scan.text) if "eme" in scan.text else ():
        start, end = match.span("what") if match["what"] else match.span("after")
        found.append(Mention(start, end, "analyte", "fecal_occult_blood", "component", ""))
    return found


def in_small_letters(scan: Scan) -> list[Mention]:
    """``ca 2.67 alb 41 po4 .78``: names in small letters, each with its number, in the company of two more."""
    matches = list(_SMALL.finditer(scan.indexed))
    found = []
    for match in matches if len(matches) > 1 else ():
        name = _written_large(scan, match["name"])
        following = scan.quantities_in(match.end(), match.end() + 16)[:1]
        if name is None or not following or re.search(r"\d\s?$", scan.text[max(0, match.start() - 3) : match.start()]):
            continue
        left, right = max(0, match.start() - _SMALL_REACH), match.end() + _SMALL_REACH
        beside = {other.start for other in scan.mentions_in(left, right, "analyte") if has_value(scan, other.end)}
        beside |= {other.start() for other in matches if left <= other.start() < right}
        if len(beside - {match.start()}) >= 2 and accepts(scan, scan.knowledge.analytes[name], following[0]):
            found.append(Mention(match.start(), match.end(), "analyte", name, "context", ""))
    return found


def _written_large(scan: Scan, small: str) -> str | None:
    written = {small.upper(), small.capitalize()}
    entries = scan.knowledge.analytes.values()
    return next((entry.id for entry in entries if written & set(entry.abbreviations)), None)


_ITS_25 = re.compile(
    r",?\s25(?=,?\s+(?:hydroxy\w*|OH|levels?|total)\b|\s*[:=]|\s+(?:was|of|is)\s|\s+[<>]?\d{1,3}(?:\.\d)?\s?(?:ng|nmol)/)",
    re.IGNORECASE,
)


def with_25(scan: Scan, name: Mention) -> Mention:
    """``vitamin D 25 levels``, ``Vit D 25: 31``: the number is of the name."""
    match = _ITS_25.match(scan.text, name.end) if name.id == "25_oh_vitamin_d" else None
    return name._replace(end=match.end()) if match is not None else name
