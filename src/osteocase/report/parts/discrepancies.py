"""The discrepancies part: what disagrees, what lies outside its range, what is missing, each with both sides shown."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Check
from osteocase.report.document import Block, ItemList, Notice, NoticeKind, Paragraph, Part, Run, Terms, Text
from osteocase.report.ledger import shortened
from osteocase.report.parts.context import Context
from osteocase.report.wording import counted, treatment_name

__all__ = ["check_anchor", "discrepancies"]

_CLOSING = (
    "Found by rules, as remarks to the author; none of them is advice. An open one is settled by correcting the record "
    "or by accepting it with a reason."
)
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
        items = [_item(context, check) for check in listed if check.kind == kind and not _in_table(check)]
        flagged = [check for check in listed if check.kind == kind and _in_table(check)]
        if flagged:
            items.append(_flagged(context, flagged))
        blocks.append(Notice("info", _LISTED.get(kind, _KIND[kind]), (ItemList(tuple(items)),), f"checks-{kind}"))
    blocks.append(Paragraph((Run(_CLOSING, tone="quiet"),), "note"))
    return Part("discrepancies", "Discrepancies and gaps", tuple(blocks))


_MOST_QUOTES = 3
_LISTED = {"narrative": "Remarks on values and words", "conflict": "Remarks on the course", "missing": "Not told"}
"""Titles of lists of what is worth a remark and contradicts nothing."""


def _in_table(check: Check) -> bool:
    """A result outside its interval, which the laboratory table marks: one line tells of them all."""
    return check.kind == "range" and check.severity == "info" and len(check.records) == 1 and check.accepted is None


def _flagged(context: Context, checks: Sequence[Check]) -> Text:
    results = counted(len(checks), "result lies", "results lie")
    keys = [key for check in checks for key in check.records]
    return (
        Run(f"{results} outside the printed interval, see "),
        Run("Laboratory", target="part-laboratory"),
        *context.ledger.cite(keys),
        Run("."),
    )


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


def _side(context: Context, check: Check, words: str | None) -> str:
    """One side of a check where the message does not tell it already; keys of records in words."""
    if words is None:
        return ""
    names: dict[str, str] = {lab.analyte: lab.name for lab in context.case.labs}
    names.update((item.agent, treatment_name(item)) for item in context.case.treatments)
    parts = []
    for part in dict.fromkeys(words.split("; ")):
        key, _space, rest = part.partition(" ")
        parts.append(f"{names[key]} {rest}".rstrip() if key in names else part)
    plain_message = check.message.replace("−", "-").lower()
    quoted = {source.text for source in check.sources}
    quoted |= {entry.source.text for entry in context.ledger.quotes(check.records, len(check.records))}
    told = [
        part
        for part in parts
        if part.replace("−", "-").lower() not in plain_message and part not in quoted and not _flag_words(part)
    ]
    return "; ".join(told)


def _flag_words(part: str) -> bool:
    """``thyroid-stimulating hormone low``: the message gives the value itself."""
    return part.endswith((" low", " high"))


def _box(context: Context, check: Check) -> Notice:
    kind: NoticeKind = "error" if check.severity == "error" else "warning"
    sides: list[tuple[str, Text]] = []
    for label, side in (("Stated", check.stated), ("Computed", check.computed)):
        told = _side(context, check, side)
        if told:
            sides.append((label, (Run(told, bold=True),)))
    blocks: list[Block] = [Paragraph((Run(check.message), *context.ledger.cite(check.records)))]
    if check.accepted is not None:
        sides.append(("Left as it is", (Run(check.accepted, tone="author"),)))
    if sides:
        blocks.append(Terms(tuple(sides)))
    words = _words(context, check)
    if words:
        blocks.append(ItemList(words))
    state = "open" if check.accepted is None else "accepted by the author"
    return Notice(kind, f"{_KIND[check.kind]} · {state}", tuple(blocks), anchor=check_anchor(check))
