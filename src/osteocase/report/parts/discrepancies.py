"""The discrepancies part: what disagrees, what lies outside its range, what is missing, each with both sides shown."""

from __future__ import annotations

from osteocase.records import Check
from osteocase.report.document import Block, ItemList, Notice, NoticeKind, Paragraph, Part, Run, Terms, Text
from osteocase.report.ledger import shortened
from osteocase.report.parts.context import Context

__all__ = ["check_anchor", "discrepancies"]

_KIND = {
    "conflict": "The notes contradict each other",
    "arithmetic": "The numbers do not agree",
    "range": "Outside the reference interval",
    "narrative": "Words and values disagree",
    "missing": "Not told",
    "privacy": "May identify the patient",
}


def check_anchor(check: Check) -> str:
    """Anchor of a check's box."""
    return f"check-{check.id}"


def discrepancies(context: Context) -> Part | None:
    """The part: a box for each error and warning, one list of what is missing."""
    checks = context.case.checks
    if not checks:
        return None
    boxed = [check for check in checks if check.severity != "info" and check.kind != "missing"]
    order = {"error": 0, "warning": 1, "info": 2}
    boxed.sort(key=lambda check: order[check.severity])
    listed = [check for check in checks if check not in boxed]
    blocks: list[Block] = []
    if not boxed:
        blocks.append(Paragraph((Run("No contradiction was found between the values of the notes."),)))
    blocks.extend(_box(context, check) for check in boxed)
    for kind in dict.fromkeys(check.kind for check in listed):
        items = tuple(_item(context, check) for check in listed if check.kind == kind)
        blocks.append(Notice("info", _KIND[kind], (ItemList(items),), anchor=f"checks-{kind}"))
    blocks.append(
        Paragraph(
            (Run("These are remarks to the author, found by rules; none of them is advice.", tone="quiet"),), "note"
        )
    )
    return Part("discrepancies", "Discrepancies and gaps", tuple(blocks))


_MOST_QUOTES = 3


def _words(context: Context, check: Check) -> tuple[Text, ...]:
    """The words that the check is about, each with its place."""
    if check.sources:
        places = [(source, shortened(source.text)) for source in check.sources[:_MOST_QUOTES]]
    else:
        entries = context.ledger.quotes(check.records, _MOST_QUOTES)
        places = [(entry.source, entry.quote) for entry in entries]
    return tuple(
        (Run(f"“{quote}” "), Run(f"{source.note}, {context.ledger.place(source)}", tone="quiet"))
        for source, quote in places
    )


def _item(context: Context, check: Check) -> Text:
    reason: Text = (Run(f" Left as it is: {check.accepted}", tone="author"),) if check.accepted is not None else ()
    return (Run(check.message), *context.ledger.cite(check.records), *reason)


def _box(context: Context, check: Check) -> Notice:
    kind: NoticeKind = "error" if check.severity == "error" else "warning"
    sides: list[tuple[str, Text]] = []
    if check.stated is not None:
        sides.append(("Stated", (Run(check.stated, bold=True), *context.ledger.cite(check.records))))
    if check.computed is not None:
        sides.append(("Computed", (Run(check.computed, bold=True),)))
    message: Text = (Run(check.message),)
    if check.stated is None:
        message = (*message, *context.ledger.cite(check.records))
    blocks: list[Block] = [Paragraph(message)]
    if check.accepted is not None:
        sides.append(("Left as it is", (Run(check.accepted, tone="author"),)))
    if sides:
        blocks.append(Terms(tuple(sides)))
    words = _words(context, check)
    if words:
        blocks.append(ItemList(words))
    return Notice(kind, _KIND[check.kind], tuple(blocks), anchor=check_anchor(check))
