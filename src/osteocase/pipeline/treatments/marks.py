"""Marks at the end of a line of a list of drugs: ``25 mg PO daily - NEW``, ``40 mg (stopped)``, ``unchanged``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found

__all__ = ["is_done", "is_running", "mark_of", "supersede", "tell_the_new"]

_MEANINGS = {"new_medications": "started", "stopped_medications": "stopped"}
_TAIL = re.compile(
    r"(?:[-–—:*(\[|]|\s{2,}|,|\.|\s(?=[A-Z]{4,}[ \t]*$))\s*(?P<mark>[A-Za-z'/ ]{3,28}?)"
    r"(?:\s+(?:as well|too|for now|this admission|on admission|today|x\s?\d+\s?\w+))?\s*[)\]*!.]{0,3}\s*\|?\s*$"
)
_NEW = re.compile(
    r"[\s,]*[(\[–—-]\s*(?:new|newly (?:started|prescribed|added))\b"
    r"(?!\s+(?:brand|strength|dose|dosing|formulation|packs?|box|supplier|pharmacy|prescription|since|in|on|tablets?))",
    re.IGNORECASE,
)
"""``10 mg daily (new - pressure above target)``: what follows tells why."""
_FROM_TODAY = re.compile(
    r"[\s,]*[(\[–—-]\s*(?:[^()\n]{0,60}?[,;–—-]\s*)?"
    r"(?:(?:re)?start(?:ing|ed)|commenc(?:ing|ed)|initiat(?:ing|ed)|resum(?:ing|ed)|begun|beginning)\s+today\b",
    re.IGNORECASE,
)
"""``(held for theatre, restarting today)``."""
_LATER = re.compile(
    r"(?:[\s,]*[(\[–—-]\s*(?:to[ \t]+)?|[ \t,]+to[ \t]+)(?:resume|restart|start|recommence|commence|begin)[ \t]+"
    r"(?:in\s+\d|\d|on\s+\d|after|once|when|from\s+\d|tomorrow|next)",
    re.IGNORECASE,
)
"""``70 mg weekly (resume 6 weeks after surgery)``."""
_DONE = re.compile(
    r"[ \t]*(?:\([^()\n]{1,40}\)[ \t]*)?[-–—:][ \t]*(?:done|completed?|finished)[ \t.]*(?:\n|$)", re.IGNORECASE
)
_DAY_OF = re.compile(
    r"[\s,;(–—-]{1,4}(?:(?:today|currently|now|is|on)\s+){0,3}(?:day\s?#?\s?|d)\d{1,2}\s?(?:/\s?"
    r"|of\s+(?:(?:a|an|the|planned)\s+)*)"
    r"\d{1,2}(?![\w/])",
    re.IGNORECASE,
)
_ADMISSION = re.compile(r"\b(?:admission|home|pre-?admission|prior to|outpatient|admitted)\b", re.IGNORECASE)
_DISCHARGE = re.compile(r"\b(?:discharge|d/c|tto|tta|to take (?:out|home))\b", re.IGNORECASE)


def mark_of(scan: Scan, found: Sequence[Found], position: int) -> str | None:
    """``started`` or ``stopped`` where the line of one drug ends with such a mark; None where it has none."""
    item = found[position]
    now = max((regimen.end for regimen in item.regimens if not regimen.reduced), default=item.end)
    if _NEW.match(scan.text, now) or _FROM_TODAY.match(scan.text, item.end):
        return "started"
    if _LATER.match(scan.text, item.end):
        return "planned"
    end = scan.text.find("\n", item.end)
    end = len(scan.text) if end < 0 else end
    if position + 1 < len(found) and found[position + 1].mention.start < end:
        return None
    match = _TAIL.search(scan.text, item.end, end)
    if match is None or "\n" in match.group():
        return None
    return _marks(scan.knowledge).get(" ".join(normal_words(match["mark"])))


@lru_cache(maxsize=4)
def _marks(knowledge: Knowledge) -> dict[str, str]:
    """Titles of parts of a list that mark a single line as well."""
    headings = knowledge.groups.get("drug_heading", {})
    return {words: _MEANINGS[meaning] for words, meaning in headings.items() if meaning in _MEANINGS}


def is_done(scan: Scan, item: Found) -> bool:
    """True for a step of a schedule that is over: ``60 mg daily x 4 weeks - done``."""
    return item.has_dose and _DONE.match(scan.text, item.end) is not None


def is_running(scan: Scan, item: Found) -> bool:
    """True for a course of which the day is counted: ``1 g daily (day 3/7)``, ``vancomycin, day 4 of 14``."""
    counted = _DAY_OF if item.entry.drug_class not in _AGAINST_GERMS else _DAY
    return item.is_drug and counted.match(scan.text, item.end) is not None


_DAY = re.compile(
    r"[\s,;(–—-]{1,4}(?:(?:today|currently|now|is)\s+){0,3}(?:day\s?#?\s?|d)\d{1,2}(?![\w-])", re.IGNORECASE
)
"""``vancomycin day 4``: of an antibiotic the days are counted as they pass."""
_AGAINST_GERMS = frozenset({
    "aminoglycoside", "antibiotic", "antifungal", "antiviral", "carbapenem", "cephalosporin", "fluoroquinolone",
    "glycopeptide",
    "lincosamide", "macrolide", "nitroimidazole", "oxazolidinone", "penicillin", "sulfonamide_and_trimethoprim",
    "tetracycline",
})  # fmt: skip


def tell_the_new(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """In a list some rows of which are marked as new, these are started and the others are taken already."""
    rows: list[tuple[Found, bool]] = []
    for item, place in zip(found, spots, strict=True):
        line = scan.text.rfind("\n", 0, item.mention.start) + 1
        own_row = place in _PRESCRIBED and _ROW.fullmatch(scan.text, line, item.mention.start) is not None
        if rows and place in _PRESCRIBED and line <= rows[-1][0].mention.start:
            rows.append((item, rows[-1][1]))  # ``aspirin 100 mg with omeprazole 20 mg - new``
            continue
        if rows and (not own_row or not _NEXT_ROW.fullmatch(scan.text, rows[-1][0].end, line)):
            _settle_rows(rows)
            rows = []
        if own_row:
            end = scan.text.find("\n", item.end)
            new = _SAYS_NEW.search(scan.text, item.mention.end, end if end >= 0 else len(scan.text)) is not None
            rows.append((item, new))
    _settle_rows(rows)


def _settle_rows(rows: Sequence[tuple[Found, bool]]) -> None:
    marked = [new for _, new in rows]
    if not any(marked):
        return
    for item, new in rows:
        if new and item.status in {"ongoing", "completed", "planned"}:
            item.decide("started", "marked")
        elif not new and _is_taken_already(item):
            item.decide("ongoing", "marked")


def _is_taken_already(item: Found) -> bool:
    """Whether nothing but the head of the list says that it begins, or that it was given once."""
    if item.status == "started":
        return item.verdict.status != "started"
    return item.status == "completed" and any(regimen.frequency for regimen in item.regimens)


_PRESCRIBED = frozenset({"prescription", "given", "medications", "new_medications", "discharge_medications"})
_ROW = re.compile(r"[ \t]*(?:[-*•–][ \t]*|\d{1,2}[.)][ \t]*)?(?:[\w/%.]{1,14}[ \t]+){0,2}", re.IGNORECASE)
_NEXT_ROW = re.compile(r"[^\n]*\n(?:[^\n]+\n){0,3}")
_SAYS_NEW = re.compile(
    r"(?:[-–—(\[,;:*]|\s{2,})\s*(?:new(?!\s+(?:brand|strength|formulation|packs?|box|supplier|pharmacy|line|york))"
    r"|newly\s+(?:started|added|prescribed|ordered|order|commenced|increased|uptitrated|initiated|reduced|changed|adjusted|titrated))\b",
    re.IGNORECASE,
)


def supersede(scan: Scan, found: Sequence[Found]) -> None:
    """A dose of the list at admission is past where the list at discharge has another one."""
    taken: dict[str, list[Found]] = {}
    for item in found:
        if item.status not in {"ongoing", "started", "planned"} or item.rule not in _LISTED:
            continue
        section = scan.section_at(item.mention.start)
        heading = scan.text[section.start : section.body]
        if _DISCHARGE.search(heading):
            for other in taken.get(item.entry.id, ()):
                if _differ(other, item):
                    other.decide("past", "changed")
        elif _ADMISSION.search(heading) and item.status == "ongoing":
            taken.setdefault(item.entry.id, []).append(item)


_LISTED = {"treatments.medication_list", "treatments.marked", "treatments.after_verb", "treatments.before_verb"}


def _differ(one: Found, other: Found) -> bool:
    """Two doses in one unit that are not the same."""
    doses = [
        {
            (regimen.dose, (regimen.dose_unit or "").lower())
            for regimen in item.regimens
            if regimen.dose and not regimen.reduced
        }
        for item in (one, other)
    ]
    units = [{unit for _, unit in told} for told in doses]
    return all(doses) and units[0] == units[1] and doses[0].isdisjoint(doses[1])
