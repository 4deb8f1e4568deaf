"""Laboratory results in tables: analytes down the side or along the top, times the other way, ranges anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from osteocase.pipeline.lab_values import Annotation, accepts, annotation_after, lab_draft, reference_of
from osteocase.pipeline.quantities import Quantity
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.tableheads import Head, head_of
from osteocase.pipeline.tables import Cell, Row, Table
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["table_labs"]

_INTERVAL_CELL = re.compile(
    r"\s*[(\[]?\s*(?:(?:<=|>=|≤|≥|<|>|up to|less than|more than)\s*\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)"
    r"*\s*[-‐‑–—−~]\s*\d+(?:[.,]\d+)*)\s*[^\d]{0,16}[)\]]?\s*",
    re.IGNORECASE,
)


@dataclass
class _RowFacts:
    """What the label cells of a row say before its values are read."""

    name: Mention
    unit: str | None = None
    unit_text: str | None = None
    reference: dict[str, object] | None = None
    values: list[tuple[int, Cell]] = field(default_factory=list)
    flags: dict[int, str] = field(default_factory=dict)


def table_labs(scan: Scan, table: Table) -> list[Draft]:
    """Drafts of the results in one table; none when it is no table of laboratory results."""
    names = [
        mention
        for mention in scan.mentions_in(table.start, table.end, "analyte")
        if not mention.covered or mention.covered == "bone"
    ]
    if not names:
        return []
    head = head_of(scan, table)
    drafts: list[Draft] = []
    if head is not None and head.analytes:
        return _transposed(scan, table, head)
    for index, row in enumerate(table.rows):
        if head is not None and index <= head.row:
            continue
        drafts += _row_labs(scan, row, head, names)
    return drafts


def _row_labs(scan: Scan, row: Row, head: Head | None, names: list[Mention]) -> list[Draft]:
    label_index = _label_index(row, names)
    if label_index is None:
        return []
    label = row.cells[label_index]
    name = next(mention for mention in names if label.start <= mention.start and mention.end <= label.end)
    facts = _row_facts(scan, row, head, label_index, name)
    drafts: list[Draft] = []
    in_label = _value_in_label(scan, facts, label)
    for column, cell in ([(label_index, label)] if in_label else []) + facts.values:
        drafts += _cell_labs(scan, facts, column, cell, head, after=name.end if cell is label else cell.start)
    return drafts


def _label_index(row: Row, names: list[Mention]) -> int | None:
    """The cell that names the row's analyte: one of the first three."""
    for index, cell in enumerate(row.cells[:3]):
        inside = [mention for mention in names if cell.start <= mention.start and mention.end <= cell.end]
        if inside and inside[0].start - cell.start <= 24:
            return index
    return None


def _row_facts(scan: Scan, row: Row, head: Head | None, label_index: int, name: Mention) -> _RowFacts:
    facts = _RowFacts(name)
    label = row.cells[label_index]
    _unit_from(scan, facts, scan.text[name.end : label.end])
    bracket = re.search(r"[(\[][^)\]]*\d[^)\]]*[)\]]", scan.text[name.end : label.end])
    if bracket:
        facts.reference = reference_of(bracket.group())
    roles = head.roles if head is not None else {}
    numeric = [index for index, cell in enumerate(row.cells) if index > label_index and re.search(r"\d", cell.text)]
    for index, cell in enumerate(row.cells):
        if index <= label_index or not cell.text:
            continue
        role = roles.get(index)
        if role == "unit":
            _unit_from(scan, facts, cell.text)
        elif role == "range":
            facts.reference = reference_of(cell.text) or facts.reference
            if facts.unit is None:
                _unit_from(scan, facts, re.sub(r"^[^A-Za-zµμ%]*", " ", cell.text))
        elif role == "flag":
            facts.flags[-1] = cell.text
        elif role in {"result", "time", "previous"}:
            facts.values.append((index, cell))
        elif (
            _INTERVAL_CELL.fullmatch(cell.text)
            and facts.reference is None
            and (
                (len(numeric) > 1 and not cell.text.strip().startswith(("<", ">", "≤", "≥")))
                or (len(numeric) > 1 and index == numeric[-1])
            )
        ):
            facts.reference = reference_of(cell.text)
        elif scan.knowledge.unit_of(cell.text) is not None:
            _unit_from(scan, facts, cell.text)
        elif (
            cell.text.lower().strip("*()") in scan.knowledge.groups.get("flag", {})
            and facts.values
            and not re.search(r"\d", cell.text)
        ):
            facts.flags[facts.values[-1][0]] = cell.text
        elif role is None or role == "":
            facts.values.append((index, cell))
    if facts.unit is None and head is not None and head.unit_text:
        _unit_from(scan, facts, head.unit_text)
    return facts


def _unit_from(scan: Scan, facts: _RowFacts, written: str) -> None:
    for match in re.finditer(r"(?<![\w/])(?=[A-Za-zµμ%×/\d])", written):
        found = scan.knowledge.unit_pattern.match(written, match.start())
        if found is not None and len(found.group()) > 0:
            unit = scan.knowledge.unit_of(found.group())
            if unit is not None:
                facts.unit, facts.unit_text = unit, found.group()
                return


def _value_in_label(scan: Scan, facts: _RowFacts, label: Cell) -> bool:
    """``Calcium 8.6 mg/dL`` in one cell: the label holds the value when no other cell does."""
    return not any(re.search(r"\d", cell.text) for _, cell in facts.values) and bool(
        scan.quantities_in(facts.name.end, label.end)
    )


def _cell_labs(scan: Scan, facts: _RowFacts, column: int, cell: Cell, head: Head | None, *, after: int) -> list[Draft]:
    entry = scan.knowledge.analytes[facts.name.id]
    time = head.times.get(column) if head is not None else None
    drawn = time_draft(scan.text, time) if time is not None else (_shared_time(scan, head))
    for quantity in scan.quantities_in(after, cell.end):
        if quantity.number_end > cell.end or not re.fullmatch(
            r"[\s(*:=]*(?:[HL]\s+)?", scan.text[after : quantity.start]
        ):
            continue
        value = _in_cell(quantity, cell)
        if value.unit is None:
            value = value._replace(unit=facts.unit, unit_text=facts.unit_text)
        if not accepts(scan, entry, value):
            return []
        annotation = annotation_after(scan, entry, quantity)
        if annotation.end > cell.end:
            annotation = Annotation(value.end, None, annotation.flag if annotation.reference is None else None)
        flag_text = facts.flags.get(column) or facts.flags.get(-1)
        flag = annotation.flag or (
            scan.knowledge.groups.get("flag", {}).get(flag_text.lower().strip("*() ")) if flag_text else None
        )
        annotation = annotation._replace(reference=annotation.reference or facts.reference, flag=flag)
        drafts = lab_draft(
            scan, facts.name, value, annotation, flag_word=None, time=drawn, rule="labs.table_row", start=cell.start
        )
        return [
            {**draft, "start": quantity.start, "end": max(value.number_end, min(annotation.end, cell.end))}
            for draft in drafts
        ]
    return _worded_cell(scan, facts, cell, drawn)


def _in_cell(quantity: Quantity, cell: Cell) -> Quantity:
    """A unit beyond the cell's end belongs to the next column."""
    if quantity.end <= cell.end:
        return quantity
    return quantity._replace(end=quantity.number_end, unit=None, unit_text=None)


def _worded_cell(scan: Scan, facts: _RowFacts, cell: Cell, time: dict[str, object] | None) -> list[Draft]:
    words = [word for word in scan.words_in(cell.start, cell.end, "result") if word.start == cell.start]
    if not words or words[0].end < cell.end - 2:
        return []
    entry = scan.knowledge.analytes[facts.name.id]
    value = scan.knowledge.words[words[0].id].value
    flag = value if value in {"high", "low", "normal"} else None
    return [
        {
            "start": cell.start, "end": cell.end, "rule": "labs.table_row", "analyte": facts.name.id,
            "name": entry.label, "name_text": scan.text[facts.name.start : facts.name.end], "loinc": entry.loinc,
            "qualitative": cell.text.lower(), "flag": flag, "flag_basis": "stated" if flag else None,
            "reference": facts.reference, "time": time, "specimen": None if entry.specimen == "any" else entry.specimen,
        }
    ]  # fmt: skip


def _shared_time(scan: Scan, head: Head | None) -> dict[str, object] | None:
    if head is None or head.shared_time is None:
        return None
    return time_draft(scan.text, head.shared_time)


def _transposed(scan: Scan, table: Table, head: Head) -> list[Draft]:
    """Analytes along the top, one line a time."""
    drafts: list[Draft] = []
    references: dict[int, dict[str, object] | None] = {}
    for row in table.rows[head.row + 1 :]:
        first = row.cells[0] if row.cells else None
        if first is None:
            continue
        times = scan.times_in(first.start, first.end)
        time: TimeMention | None = times[0] if times else None
        if re.match(r"(?:normal|ref|range)", first.text, re.IGNORECASE):
            references = {
                column: reference_of(row.cells[column].text) for column in head.analytes if column < len(row.cells)
            }
            continue
        for column, name in head.analytes.items():
            if column >= len(row.cells) or not row.cells[column].text:
                continue
            facts = _RowFacts(name, reference=references.get(column))
            _unit_from(scan, facts, scan.text[name.end : table.rows[head.row].cells[column].end])
            cell_head = Head(
                row=head.row, times={column: time} if time is not None else {}, shared_time=head.shared_time
            )
            drafts += _cell_labs(scan, facts, column, row.cells[column], cell_head, after=row.cells[column].start)
    return drafts
