"""Changes told in a bare list behind the sites: ``spine 1.028, hip 0.738 g/cm2. Vs first scan +22.1% / +2.4%``."""

from __future__ import annotations

from osteocase.pipeline.bmd.changes import basis_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["listed_changes"]

_ITEM = r"(?:[-‐‑–—−+]\s?)?\d{1,2}(?:[.,]\d)?(?![.,]?\d)"
_NEXT = r"\s?(?:/|,|;|and\b|&)\s?"
_LIST = rf"(?P<list>{_ITEM}\s?%?(?:{_NEXT}{_ITEM}\s?%?){{0,2}}{_NEXT}{_ITEM}\s?%)"
_SINCE = SharedPattern(
    r"\b(?:vs\.?|versus|compared (?:with|to)|against|since|from|over|relative to)\s(?:the\s|her\s|his\s)?"
    r"(?:first|baseline|initial|previous|prior|last)\b(?:\s(?:scan|DE?XA|BMD|study|examination|values?)\b)?"
)
_BEHIND = re.compile(rf"\s?[:=,(]?\s?{_LIST}(?![\w%]|\s?(?:at|in|of)\b)", re.IGNORECASE)
_AHEAD = re.compile(rf"(?<![\w.,%/+-]){_LIST}\s?$", re.IGNORECASE)
_AHEAD_REACH = 48
_SIGNED = re.compile(r"(?P<sign>[-‐‑–—−+])?\s?(?P<value>\d{1,2}(?:[.,]\d)?)")
_NUMBERS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs")
_REACH = 200
"""Characters behind the last of the sites within which the list stands."""
_BETWEEN = re.compile(r"(?:(?:changes?|gains?|increases?|delta|BMD|density|i\.e|T|Z|YAM)\b|[\W\d_])*", re.IGNORECASE)
"""What may stand between the last site and the list; markers and weights that changed may not."""
_NEXT_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def listed_changes(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of changes that no site stands beside: as many as the sites measured right before, each
    with its sign, follow their order; a list of another length, or without signs, tells none for certain."""
    for since in _SINCE.finditer(scan.indexed) if drafts else ():
        told = _BEHIND.match(scan.text, since.end()) or _AHEAD.search(
            scan.text, max(0, since.start() - _AHEAD_REACH), since.start()
        )
        items = list(_SIGNED.finditer(told["list"])) if told is not None else []
        if told is None or not all(item["sign"] for item in items):
            continue
        left = told.start("list")
        changes = [("" if item["sign"] == "+" else "-") + item["value"].replace(",", ".") for item in items]
        measured = _measured_before(scan, drafts, min(left, since.start()), changes[0])
        if len(changes) != len(measured):
            continue
        basis = basis_of(since.group(), "")
        # The last of the sites may have taken the first change as its own.
        drafts = [_without_change(draft) if draft is measured[-1] else draft for draft in drafts]
        drafts += [
            _without_numbers(draft)
            | {"start": left + item.start(), "end": left + item.end(), "change_percent": change, "change_from": basis}
            for item, change, draft in zip(items, changes, measured, strict=True)
        ]
    return drafts


def _without_numbers(draft: Draft) -> Draft:
    return {name: value for name, value in draft.items() if name not in _NUMBERS}


def _without_change(draft: Draft) -> Draft:
    return {name: value for name, value in draft.items() if name not in {"change_percent", "change_from"}}


def _measured_before(scan: Scan, drafts: list[Draft], position: int, first: str) -> list[Draft]:
    """The densities of one examination that stand right before a place, one a site; none where anything else is named
    between, or a change is told already.

    Args:
        first: the first change of the list, which the last site may have been given.
    """
    before = sorted((draft for draft in drafts if draft["start"] < position), key=lambda draft: draft["start"])
    run: list[Draft] = []
    for draft in reversed(before):
        last = run[0] if run else None
        between = scan.text[draft["end"] : last["start"] if last is not None else position]
        if len(between) > _REACH or _NEXT_PARAGRAPH.search(between) is not None:
            break
        is_own = draft.get("change_percent") is not None and (last is not None or draft["change_percent"] != first)
        if draft.get("bmd_g_cm2") is None or is_own:
            return []
        if last is None and _BETWEEN.fullmatch(between) is None:
            return []
        if last is not None and draft.get("time") != last.get("time"):
            break
        run.insert(0, draft)
    places = {(draft.get("site"), draft.get("side")) for draft in run}
    return run if len(places) == len(run) and all(draft.get("site") is not None for draft in run) else []
