"""What the surroundings of densitometry results say of their places, once all are read: headings, lists, plain hips."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["in_order_of_sites", "sides_of_headings", "whole_hips"]

_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")
_HIP_SITES = {"total_hip", "femoral_neck", "hip", "trochanter", "wards_triangle", "intertrochanteric"}
_SIDE_HEADING = re.compile(
    r"^[ \t]*(?:[-*•][ \t]*)?(?P<side>left|right)[ \t]+(?:hip|femur|proximal femur)[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_NUMBER = re.compile(r"\s*(?:,|;|/|and|&|,\s*and)\s*[-‐‑–—−+]?\s?\d+(?:[.,]\d+)?%?\s*")
_LIST_BACK = 400
"""Characters before a bare list of earlier scores within which its sites have been named."""


def in_order_of_sites(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """``spine -2.7, hip -2.0, neck -2.4 (2020: -2.5, -1.9, -2.2)``: a bare list of as many scores as there are sites
    before it follows their order; a list of another length tells none for certain."""
    ordered = sorted(drafts, key=lambda draft: (draft["start"], draft["end"]))
    kept: list[Draft] = []
    index = 0
    while index < len(ordered):
        run = _bare_run(scan, ordered, index)
        index += len(run)
        if len(run) < 3:
            kept += run
            continue
        measure = _only_measure(run[0])
        before = [
            draft
            for draft in kept
            if measure is not None and draft.get(measure) is not None and run[0]["end"] - draft["end"] < _LIST_BACK
        ][-len(run) :]
        places = {(draft.get("site"), draft.get("side")) for draft in before}
        if len(before) == len(run) == len(places):
            kept += [
                {**draft, **{name: told.get(name) for name in ("site", "region", "side")}}
                for draft, told in zip(run, before, strict=True)
            ]
    return kept


def _bare_run(scan: Scan, ordered: list[Draft], index: int) -> list[Draft]:
    """The drafts from one on that are single numbers of one place and time, with nothing but a comma between."""
    run = [ordered[index]]
    for draft in ordered[index + 1 :]:
        last = run[-1]
        same = all(draft.get(name) == last.get(name) for name in ("site", "region", "side", "time"))
        measure = _only_measure(draft)
        if not same or measure is None or measure != _only_measure(last):
            break
        if _NEXT_NUMBER.fullmatch(scan.text, last["end"], draft["end"]) is None:
            break
        run.append(draft)
    return run


def _only_measure(draft: Draft) -> str | None:
    told = [name for name in _NUMBERS if draft.get(name) is not None]
    return told[0] if len(told) == 1 else None


def sides_of_headings(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """``LEFT HIP`` in a line of its own: the side of every hip result in the paragraph under it."""
    headings = list(_SIDE_HEADING.finditer(scan.text)) if drafts else []
    if not headings:
        return drafts
    found = []
    for draft in drafts:
        over = [heading for heading in headings if heading.end() <= draft["start"]]
        if over and draft.get("side") is None and draft.get("site") in _HIP_SITES:
            between = scan.text[over[-1].end() : draft["start"]]
            if "\n\n" not in between.strip() and re.search(r"\b(?:left|right)\b", between, re.IGNORECASE) is None:
                draft = {**draft, "side": over[-1]["side"].lower()}
        found.append(draft)
    return found


def whole_hips(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """A score told of ``the hip`` without a part is the one of the total hip, as reports use the word; the proximal
    femur, of which a conclusion may mean the neck, stays as it is told."""
    return [
        {**draft, "site": "total_hip"} if draft.get("site") == "hip" and _tells_hip(scan, draft) else draft
        for draft in drafts
    ]


def _tells_hip(scan: Scan, draft: Draft) -> bool:
    if all(draft.get(name) is None for name in _NUMBERS):
        return False
    around = scan.text[max(0, draft["start"] - 40) : draft["end"] + 40]
    return re.search(r"\b(?:proximal|dual)\s+(?:femur|femora)\b", around, re.IGNORECASE) is None
