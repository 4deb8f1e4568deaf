"""The CARE part: the state of each item of the checklist, with the records that speak for it."""

from __future__ import annotations

from osteocase.records import CareItem
from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.parts.context import Context

__all__ = ["care"]

_STATE = {
    "present": "✓ present",
    "partial": "◐ partial",
    "missing": "✗ missing",
    "not_applicable": "– not\u00a0applicable",
    "needs_author": "✎ for\u00a0the\u00a0author",
}


_PAGE = "00,"
"""Keeps the room of a page's number until pages are known."""

_PLACES = {
    "3b": "summary", "3c": "summary", "5a": "presentation", "5b": "presentation", "5c": "presentation",
    "5d": "treatment", "6": "presentation", "7": "course", "8a": "laboratory densitometry fractures",
    "8c": "presentation", "8d": "fractures", "9a": "treatment", "9b": "treatment", "9c": "treatment",
    "10a": "presentation", "10b": "laboratory densitometry", "10c": "presentation", "10d": "presentation",
    "12": "presentation", "13": "presentation",
}  # fmt: skip
"""Parts of the report in which an item of the checklist is reported."""

_AUTHORS = {
    "keyword": ("2",), "abstract": ("3a", "3d"), "introduction": ("4",), "discussion": ("11a", "11b", "11c", "11d"),
    "patient perspective": ("12",), "perspective": ("12",), "informed consent": ("13",), "consent": ("13",),
}  # fmt: skip
"""Beginnings of the headings of an author's sections, and the items that they are for."""


def _written(context: Context) -> frozenset[str]:
    """Items that the author's own sections are for."""
    titles = [section.title.lower() for section in context.narrative or () if section.author]
    return frozenset(
        item for title in titles for begin, items in _AUTHORS.items() if title.startswith(begin) for item in items
    )


def _state(item: CareItem, written: frozenset[str]) -> Run:
    if item.item in written and item.state != "present":
        return Run("✎ by\u00a0the\u00a0author", tone="author")
    return Run(_STATE[item.state], bold=item.state == "missing")


def _parts(context: Context, item: CareItem, written: frozenset[str]) -> list[str]:
    """Names of the parts of this report that tell of the item."""
    if item.item in written:
        names = ["narrative"]
    elif item.state in ("present", "partial"):
        names = _PLACES.get(item.item, "").split()
    else:
        names = []
    return [name for name in names if name in context.titles]


def _where(context: Context, item: CareItem, written: frozenset[str]) -> Text:
    """The parts that report it, by name, each leading there."""
    runs: list[Run] = []
    for name in _parts(context, item, written):
        title = context.titles[name]
        runs.append(Run(f", {title}" if runs else title, target=f"part-{name}"))
    return tuple(runs)


def _pages(context: Context, item: CareItem, written: frozenset[str]) -> Text:
    """The pages on which those parts begin, as journals ask for them."""
    anchors = tuple(f"part-{name}" for name in _parts(context, item, written))
    if not anchors:
        return ()
    return (Run("\u00a0".join([_PAGE] * len(anchors)), target=anchors[0], pages_of=anchors),)


def _remark(context: Context, item: CareItem, written: frozenset[str]) -> Text:
    """Where the report tells it, and what of it is missing."""
    where = _where(context, item, written)
    reason = "" if item.item in written else item.reason or ""
    return (*where, Run(f"; {reason}" if where else reason)) if reason else where


def care(context: Context) -> Part | None:
    """The part, or None where the case holds no checklist."""
    items = context.case.care
    if not items:
        return None
    met = sum(item.state == "present" for item in items)
    written = _written(context)
    rows = tuple(
        Row(
            (
                Cell((Run(item.item),)),
                Cell((Run(item.title),)),
                Cell((_state(item, written),)),
                Cell(_remark(context, item, written)),
                Cell(_pages(context, item, written)),
                Cell(context.ledger.numbers(item.records)),
            )
        )
        for item in items
    )
    table = Table(
        name="care",
        caption=f"CARE checklist: {met} of {len(items)} items present",
        columns=(
            Column("Item", header=True),
            Column("Asks for", weight=4),
            Column("State", weight=2),
            Column("Where, or what is wanted", weight=5),
            Column("Page", kind="page"),
            Column("Source", weight=2),
        ),
        rows=rows,
        notes=((Run("Items after Gagnier JJ et al., J Med Case Rep 2013;7:223.", tone="quiet"),),),
    )
    return Part("care", "CARE checklist", (table,))
