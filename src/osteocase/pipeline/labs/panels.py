"""Panels told as runs of numbers whose order everybody knows: ``Chem-7: 138/4.2/101/24/12/0.9/98``, ``ABG 7.35/48``."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.labs.annotations import Annotation
from osteocase.pipeline.labs.elements import shares_of_cells
from osteocase.pipeline.labs.values import accepts, lab_draft
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.text.quantities import Quantity, plain_number

__all__ = ["panel_labs"]

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_RUN = re.compile(rf"(?<![\w./])(?:{_NUMBER})(?:\s?[/|<>]\s?(?:{_NUMBER})%?){{2,9}}(?![\w/]|\.\d)")
_GAS = re.compile(
    r"[ :=,-]{1,4}(?:\w+[ :]{1,2}){0,2}(?<![\w.])(?P<ph>[67]\.\d{1,3})"
    r"(?:\s?[/,]\s?(?P<pco2>\d{1,3})(?:,\s?(?P<po2>\d{2,3})(?:,\s?(?P<bicarbonate>\d{1,2}))?)?)?(?![\w/.]*\d)"
)
"""``VBG 7.34/44`` and ``ABG 7.32``: the first number of a gas is its pH."""
_ITEM = re.compile(rf"(?:{_NUMBER})")
_BEFORE_RUN = re.compile(r"[^\d\n;]{0,40}(?:\d{1,3}\s?(?:%|L|liters|litres)[^\d\n;]{0,24})?")
_FISHBONE = re.compile(
    r"(?<![\w.])(?P<leukocytes>\d{1,2}(?:\.\d+)?)\s?[>\\]\s?(?P<hemoglobin>\d{1,2}(?:\.\d+)?)\s?/\s?"
    r"(?P<hematocrit>\d{2}(?:\.\d+)?)%?\s?[<\\/]\s?(?P<platelets>\d{2,3})(?![\w.]*\d)"
)
"""``7.1 > 12.4 / 37.1 < 244``: the blood count as it is drawn, whatever name stands before it."""
_BRACKET = re.compile(r"[(,;](?=\s?[NPnp][a-z]{0,4}\s?[-:=]?\s?\d{2}\s?%?[,;/ ])")
"""``TLC 16,400/cumm (N 84%, L 11%)``"""
_CELL = re.compile(r"(?<![\w-])(?P<cell>[A-Za-z])\s?[-:=]?\s?(?P<number>\d{1,3}(?:\.\d+)?)\s?%?(?=[\s,;./)]|\Z)")
_SHARE = re.compile(r"(?P<number>\d{1,2})\s?(?P<unit>%?)\s?(?P<cell>[NPLMEB])")
_CELLS = {
    "n": "neutrophils",
    "p": "neutrophils",
    "l": "lymphocytes",
    "m": "monocytes",
    "e": "eosinophils",
    "b": "basophils",
}
_COLOUR = r"(?P<{0}>(?:pale |dark |light |straw )?yellow|amber|straw(?:[ -]colou?red)?|brown|orange|colou?rless)"
_LOOK = r"(?P<{0}>clear|cloudy|hazy|turbid|slightly (?:cloudy|hazy|turbid))"
_LOOKED_AT = re.compile(
    r"\b(?:UA|U/A|[Uu]rinalysis|[Uu]rine)\b[\s:,-]{1,4}(?:(?:was|is|showed|shows|with|revealed|of|colou?r)\s+){0,2}"
    rf"(?:{_COLOUR.format('urine_color')}(?:\s*[,/]\s*|\s+(?:and\s+)?){_LOOK.format('urine_appearance')}"
    rf"|{_LOOK.format('appearance')}(?:\s*[,/]\s*|\s+(?:and\s+)?){_COLOUR.format('color')})\b",
)
"""``UA: yellow, clear``: what the eye tells of a urine, two results in a breath."""
_REACH = 70
"""Characters after a panel's name in which its run of numbers starts."""


def panel_labs(scan: Scan, start: int, end: int, time: dict[str, Any] | None) -> list[Draft]:
    """Drafts of the panels that a statement tells as runs of numbers.

    Args:
        time: the statement's time, as ``time_draft`` makes it.
    """
    drafts: list[Draft] = []
    for panel in scan.words_in(start, end, "panel"):
        parts = (scan.knowledge.words[panel.id].value or "").split("+")
        made = _cells(scan, panel, end, time) if parts == ["differential"] else _run(scan, panel, parts, end, time)
        drafts += made
    for match in _FISHBONE.finditer(scan.text, start, end) if "/" in scan.text[start:end] else ():
        places = Mention(match.start(), match.end(), "word", "", "", "")
        counts = [_number(scan, places, part, match.span(part), time) for part in match.groupdict()]
        drafts += [draft for count in counts for draft in count] if all(counts) else []
    for span in shares_of_cells(scan, start, end):
        drafts += _shares(scan, span, time)
    for match in _LOOKED_AT.finditer(scan.text, start, end) if "r" in scan.text[start:end] else ():
        drafts += [draft for name in match.groupdict() if match[name] for draft in _look(scan, match, name, time)]
    for match in _BRACKET.finditer(scan.text, start, end):
        counted = scan.mentions_in(max(start, match.start() - 48), match.start(), "analyte")
        if counted and counted[-1].id == "leukocytes":
            drafts += _cells(scan, counted[-1]._replace(start=match.start(), end=match.end()), end, time)
    return drafts


def _shares(scan: Scan, span: tuple[int, int], time: dict[str, Any] | None) -> list[Draft]:
    drafts: list[Draft] = []
    for match in _SHARE.finditer(scan.text, *span):
        place = Mention(match.start(), match.end(), "word", "", "", "")
        made = _number(scan, place, _CELLS[match["cell"].lower()], match.span("number"), time)
        drafts += (
            [{**draft, "end": match.end(), "unit": "%", "unit_text": "%"} for draft in made] if match["unit"] else made
        )
    letters = [match["cell"] for match in _SHARE.finditer(scan.text, *span)]
    return drafts if {"N", "P"} & set(letters) and len(set(letters)) == len(letters) else []


def _look(scan: Scan, match: re.Match[str], name: str, time: dict[str, Any] | None) -> list[Draft]:
    analyte = name if name.startswith("urine") else f"urine_{name}"
    entry = scan.knowledge.analytes.get(analyte)
    if entry is None:
        return []
    return [
        {
            "start": match.start(), "end": match.end(name), "rule": "labs.panel", "analyte": analyte,
            "name": entry.label, "name_text": scan.text[match.start() : match.start() + 2], "loinc": entry.loinc,
            "qualitative": match[name].lower(), "flag": None, "flag_basis": None, "specimen": "urine", "time": time,
        }
    ]  # fmt: skip


def _run(scan: Scan, panel: Mention, parts: list[str], end: int, time: dict[str, Any] | None) -> list[Draft]:
    """A run after the panel's name, taken only when every number can be the result in its place."""
    match = _RUN.search(scan.text, panel.end, min(end, panel.end + _REACH))
    if match is None and parts[0] == "ph":
        match = _GAS.match(scan.text, panel.end)
        places = (
            [match.span(name) for name in ("ph", "pco2", "po2", "bicarbonate") if match[name]]
            if match is not None
            else []
        )
        return [
            draft
            for part, place in zip(parts, places, strict=False)
            for draft in _number(scan, panel, part, place, time)
        ]
    if match is None or _BEFORE_RUN.fullmatch(scan.text, panel.end, match.start()) is None:
        return []
    numbers = list(_ITEM.finditer(scan.text, match.start(), match.end()))
    wanted = 3 if parts[0] == "ph" else 4
    if not wanted <= len(numbers) <= len(parts):
        return []
    drafts: list[Draft] = []
    for part, number in zip(parts, numbers, strict=False):
        made = _number(scan, panel, part, (number.start(), number.end()), time)
        if not made:
            return []
        drafts += made
    return drafts


def _cells(scan: Scan, panel: Mention, end: int, time: dict[str, Any] | None) -> list[Draft]:
    """``DLC: N70 L25 E3 M2``: the letters of the white cells with their share of a hundred."""
    position, drafts, total = panel.end, list[Draft](), 0.0
    while True:
        match = _CELL.search(scan.text, position, min(end, position + 12))
        if (
            match is None
            or match["cell"].lower() not in _CELLS
            or re.search(r"\w", scan.text[position : match.start()])
        ):
            break
        made = _number(scan, panel, _CELLS[match["cell"].lower()], match.span("number"), time)
        if scan.text[match.end() - 1] == "%":
            made = [{**draft, "end": match.end(), "unit": "%", "unit_text": "%"} for draft in made]
        drafts += made
        position, total = match.end(), total + float(match["number"])
    return drafts if len(drafts) >= 2 and 80 <= total <= 101 else []


def _number(
    scan: Scan, panel: Mention, analyte: str, place: tuple[int, int], time: dict[str, Any] | None
) -> list[Draft]:
    entry = scan.knowledge.analytes.get(analyte)
    value = plain_number(scan.text[place[0] : place[1]])
    quantity = Quantity(place[0], place[1], place[1], "number", value, None, None, None, None)
    if entry is None or not accepts(scan, entry, quantity):
        return []
    name = Mention(panel.start, panel.end, "analyte", analyte, "panel", "")
    drafts = lab_draft(
        scan, name, quantity, Annotation(place[1], None, None), flag_word=None, time=time, rule="labs.panel"
    )
    return [{**draft, "start": place[0], "end": place[1]} for draft in drafts]
