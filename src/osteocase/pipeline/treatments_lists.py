"""Lists of drugs: under which heading a name stands, and what neighbours in a list lend each other."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments_found import Found
from osteocase.pipeline.treatments_regimen import Regimen

__all__ = ["Places", "bare_doses", "inherit", "list_gap", "share"]

_DRUG_HEADING = re.compile(r"\b(?:medications?|meds|medicines?|drugs)\b(?!.*\b(?:allerg|adverse|react))", re.IGNORECASE)
_ALLERGY_HEADING = re.compile(r"\b(?:allerg\w*|adverse|intoleran\w*|reactions?)\b", re.IGNORECASE)
_PAST_HEADING = re.compile(r"\b(?:past|previous|prior|former|discontinued|stopped)\b", re.IGNORECASE)
_PAST_TREATMENT = re.compile(
    r"\b(?:past|previous|prior|former|earlier)\b.{0,40}\b(?:treatments?|therap(?:y|ies)|agents?)\b", re.IGNORECASE
)
_LINE_HEADING = re.compile(
    r"^[ \t]*(?:[-*#•]\s*)?"
    r"(?P<title>R/?x|T/?x|Treatment|Medications?|Meds|Drugs|Current (?:treatment|meds|medications?))\b"
    r"(?P<rest>[^:\n]{0,20}):",
    re.MULTILINE | re.IGNORECASE,
)
_RUN_ON_HEADING = re.compile(r"(?:(?<=[.,;])|^)[ \t]*(?P<title>[A-Z][A-Z /&]{3,40}),(?=\s*1[.)])", re.MULTILINE)
"""``ALLERGIES,1.  PENICILLIN.,2.  SULFA``: a heading in capitals whose colon is lost."""
_OPERATION_HEADING = re.compile(r"\b(?:procedures?|operations?|operative|surger(?:y|ies))\b", re.IGNORECASE)
_NO_OPERATION = re.compile(r"\b(?:history|past|previous|prior|diagnos\w+|findings|indications?|plan)\b", re.IGNORECASE)
_OTHER_LINE_HEADING = re.compile(r"^[ \t]*(?:[-*#•]\s*)?[A-Z][\w /&-]{0,24}:", re.MULTILINE)
_LIST_GAP = re.compile(
    r"[\s,;:/&+()•*–—-]*(?:\d{1,2}[.)])?\s*"
    r"(?:(?:and|or|plus|as well as|also|including|then|a|an|the|her|his|some|oral|daily)\s*,?\s*)*"
)
_GAP = 60
"""Characters that may stand between two names of one list."""
_PAIR = re.compile(r"\s+(?:and|or|&)\s+|\s*/\s*")
_NEXT_ITEM = re.compile(r"[\s.,;]*(?:\n\s*)?(?:\d{1,2}[.)]|[•*–-])\s*")


_OPERATION_NOTE = re.compile(
    r"\ban(?:a)?esthesia\b|\b(?:pre|post)[\s-]?operative diagnos|\bestimated blood loss\b"
    r"|\bdescription of (?:the )?procedure\b",
    re.IGNORECASE,
)


def _meaning(title: str) -> str:
    """What a heading that the section grammar does not know says of the drugs under it."""
    if _ALLERGY_HEADING.search(title):
        return "allergies"
    return "medications" if _DRUG_HEADING.search(title) else "other"


class Places:
    """What the headings over a place mean for the drugs under it."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    @cached_property
    def _lines(self) -> tuple[list[int], list[str]]:
        """Starts of lines that open with a heading of drugs (``Rx:``) or another one, and what they mean."""
        marks = {match.start(): "other" for match in _OTHER_LINE_HEADING.finditer(self.scan.text)}
        for match in _RUN_ON_HEADING.finditer(self.scan.text):
            marks[match.start("title")] = _meaning(match["title"])
        for match in _LINE_HEADING.finditer(self.scan.text):
            taken = match["rest"].strip() or match["title"].lower().replace("/", "") != "rx"
            marks[match.start()] = "medications" if taken else "prescription"
        return sorted(marks), [marks[start] for start in sorted(marks)]

    def place(self, position: int) -> str:
        """``medications``, ``past_medications``, ``prescription``, ``allergies``, ``plan`` or the section's name."""
        line = self._line_place(position)
        if line is not None:
            return line
        section = self.scan.section_at(position)
        if position < section.body:
            return "heading"
        heading = self.scan.text[section.start : section.body]
        if section.effect == "allergy" or (section.name == "other" and _ALLERGY_HEADING.search(heading)):
            return "allergies"
        if section.effect == "current_medication" or (section.name == "other" and _DRUG_HEADING.search(heading)):
            return "past_medications" if _PAST_HEADING.search(heading) else "medications"
        if section.name == "other" and _PAST_TREATMENT.search(heading):
            return "past_medications"
        if _OPERATION_HEADING.search(heading) and not _NO_OPERATION.search(heading):
            return "procedure"
        return section.name

    @cached_property
    def is_operation_note(self) -> bool:
        """True for the report of an operation, in which what is told was done."""
        headings = " | ".join(self.scan.text[section.start : section.body] for section in self.scan.sections)
        return _OPERATION_NOTE.search(headings) is not None

    def _line_place(self, position: int) -> str | None:
        starts, names = self._lines
        index = bisect_right(starts, position) - 1
        if index < 0 or names[index] == "other" or "\n\n" in self.scan.text[starts[index] : position]:
            return None
        return names[index]


def list_gap(scan: Scan, left: Found, right: Found) -> bool:
    """True when nothing but list words, or the number of a list item, stands between two names with their doses."""
    gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
    if gap_end - left.end > _GAP:
        return False
    gap = scan.text[left.end : gap_end]
    together = scan.sentence_index(left.mention.start) == scan.sentence_index(right.mention.start)
    return (together and _LIST_GAP.fullmatch(gap) is not None) or _NEXT_ITEM.fullmatch(gap) is not None


def inherit(scan: Scan, found: Sequence[Found], may: Sequence[bool]) -> None:
    """A bare name in a list takes the status of its neighbour: ``aspirin 81 mg daily, folate and omeprazole``.

    Args:
        scan: the scan of the text.
        found: mentions in the order of the text.
        may: whether a mention of the same index may take a status at all.
    """
    order = range(len(found) - 1)
    for pairs in ([(i, i + 1) for i in order], [(i + 1, i) for i in reversed(order)]):
        for giving, taking in pairs:
            giver, taker = found[giving], found[taking]
            if giver.status is None or taker.status is not None or taker.verdict.status is not None or not may[taking]:
                continue
            if (
                giver.is_drug
                and taker.is_drug
                and list_gap(scan, found[min(giving, taking)], found[max(giving, taking)])
            ):
                taker.decide(giver.status, "list")


_BARE_DOSE = re.compile(
    r"\s+(?:[A-Z]{2}\s+)?(?P<number>(?!(?:19|20)\d\d)\d{1,4}(?:\.\d{1,3})?)(?=\s*(?:[,;]|$|\n|and\b|for\b))"
)


def bare_doses(scan: Scan, found: Sequence[Found], spots: Sequence[str]) -> None:
    """``lisinopril 10, atenolol 50``: in a list of drugs a number behind a name is its dose without a unit."""
    for item, place in zip(found, spots, strict=True):
        listed = place in {"medications", "past_medications", "prescription"}
        if item.status is None or not item.is_drug or not listed:
            continue
        if any(regimen.dose or regimen.dose_text for regimen in item.regimens):
            continue
        match = _BARE_DOSE.match(scan.text, item.mention.end, item.mention.end + _GAP)
        if match is not None:
            first = item.regimens[0] if item.regimens else Regimen(match.start("number"), match.end())
            start, end = min(first.start, match.start("number")), max(first.end, match.end())
            item.regimens = [replace(first, start=start, end=end, dose=match["number"]), *item.regimens[1:]]


def share(scan: Scan, found: Sequence[Found]) -> None:
    """A frequency told once for two names, and ``400/90 mg`` told for two: ``A and B daily``."""
    for left, right in itertools.pairwise(found):
        if left.status is None or right.status is None or not right.regimens or not left.is_drug:
            continue
        gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
        if gap_end - left.end > _GAP or not _PAIR.fullmatch(scan.text[left.end : gap_end]):
            continue
        first = right.regimens[0]
        pair = re.match(
            r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*(mg|mcg|g|units?|iu)", first.dose_text or "", re.IGNORECASE
        )
        if pair and not left.regimens:
            left.regimens = [replace(first, dose=pair[1], dose_unit=pair[3], dose_text=None)]
            right.regimens[0] = replace(first, dose=pair[2], dose_unit=pair[3], dose_text=None)
        elif first.frequency and first.dose_text is None:
            own = left.regimens[0] if left.regimens else Regimen(left.mention.start, left.mention.end)
            if own.frequency is None and (own.dose is None) == (first.dose is None):
                left.regimens = [replace(own, frequency=first.frequency, end=first.end), *left.regimens[1:]]
