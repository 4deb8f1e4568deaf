"""Age and sex as the head of a print, form or letter tells them: ``Patient female, born 1956 (66 years)``."""

from __future__ import annotations

from decimal import Decimal

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["head_identity"]

_N = r"(?P<number>1[01]\d|\d{1,2}(?:\.\d)?)"
_YEARS = r"\s?(?:years?|yrs?|y)\b\.?"
_SEX = r"(?P<sex>female|male|woman|man|lady|gentleman|girl|boy|[FM])"
_HEADS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Patient female, born 1956 (66 years); Pat.: F, born 1947, 75 y.; Patient: Female, 69 y
        rf"\b(?:patient|pat|pt)\b\.?\s?:?[^.\n]{{0,24}}?\b{_SEX}\b[,\s]{{1,3}}(?:born\s[\d./-]{{4,10}}[,\s]{{0,2}})?\(?{_N}{_YEARS}",
        # Male patient, 57 years
        rf"\b{_SEX}\s+patient,?\s+(?:aged\s+)?{_N}{_YEARS}",
        # | M | 58y |
        rf"\|\s*{_SEX}\s*\|\s*{_N}\s?y",
        # Female 73.1 y  155.0 cm
        rf"(?:^|[ \t]{{2}}){_SEX}[ \t]{{1,4}}{_N}\s?y(?:ears?|rs?)?\b",
        # Re: Master V, 14 yrs, boy
        rf"{_N}{_YEARS},?\s?{_SEX}\b",
        # Re: boy aged 6 years 4 months
        rf"\bre:?\s{_SEX}\saged\s{_N}\b",
        # 89 lady from a residential home
        rf"(?:^|\n)\s*{_N}\s(?P<sex>lady|gentleman|woman|man)\b",
        # 81 yo Vietnamese F; 37 y.o. G3P3 Asian F
        rf"\b{_N}\s?y\.?\s?/?\s?o\.?\s(?:(?!with\b|w/|who\b|had\b|has\b)[A-Za-z][\w-]*\s){{0,3}}(?P<sex>(?-i:[MF]))\b(?![.-]\w)",
    )
]
_AGES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Birth Date: 08/19/1956   67.4 years; DOB 02/02/1938 (85)
        rf"\b(?:DOB|birth\s?date|date\s+of\s+birth|born)\b[:\s]{{0,4}}[\d./-]{{4,10}},?\s{{0,6}}(?:\(\s?{_N}\s?\)|\(?(?P<years>\d{{1,3}}(?:\.\d)?)\s?(?:years?|yrs?|y)\b)",
        # above mentioned patient, 63 y.
        rf"\bpatient,\s+{_N}{_YEARS}",
        # Age at scan: 9 y 4 m
        rf"\bage\s+at\s+(?:scan|exam\w*|visit|study|test)\s?:?\s{{0,4}}{_N}\b",
        # Sex F    Age 71    Ethnicity: White
        rf"[ \t]{{2}}age\s{_N}(?=[ \t]{{2}}|\n|\|)",
        # Amelia T, 41 yrs, Para 0
        rf"(?:^|\n)(?-i:[A-Z][a-z]+(?:\s[A-Z][\w'’.-]*){{1,2}}),\s{_N}\s?(?:yrs|years)\b[.,]",
    )
]
_TOP = 700
"""Characters of a note in which its head stands."""
_NOT_PATIENT = re.compile(
    r"\b(?:mother|father|sister|brother|mom|mum|dad|son|daughter|husband|wife|aunt|uncle|at|aged|when|since|until)\b[^.\n]{0,24}$",
    re.IGNORECASE,
)


def head_identity(scan: Scan) -> tuple[tuple[str, int, int] | None, tuple[str, int, int] | None]:
    """Age and sex with their places, as far as the head of a note tells them in one of the ways of prints and forms."""
    head = scan.text[:_TOP]
    for pattern in _HEADS:
        match = pattern.search(head)
        if match is None or _NOT_PATIENT.search(head, max(0, match.start() - 40), match.start()):
            continue
        letter = match["sex"].lower()
        sex = "female" if letter in {"female", "woman", "lady", "girl", "f"} else "male"
        return (_plain(match["number"]), *match.span("number")), (sex, *match.span("sex"))
    for pattern in _AGES:
        match = pattern.search(head)
        if match is None:
            continue
        group = "number" if match["number"] is not None else "years"
        return (_plain(match[group]), *match.span(group)), None
    return None, None


def _plain(written: str) -> str:
    return format(Decimal(written), "f")
