"""Laboratory results in tables: analytes down the side or along the top, times the other way, ranges anywhere."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from osteocase.pipeline.labs.annotations import Annotation, annotation_after, as_printed, reference_of
from osteocase.pipeline.labs.columns import copied_columns, dated_rows
from osteocase.pipeline.labs.context import is_foreign
from osteocase.pipeline.labs.names import is_pair
from osteocase.pipeline.labs.rows import (
    NameIndex,
    Wrapped,
    as_message,
    row_time,
    rows_of_lines,
    rows_of_pair,
    stacked_rows,
    statement_rows,
    without_tags,
)
from osteocase.pipeline.labs.times import collected_time
from osteocase.pipeline.labs.values import accepts, lab_draft
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.statements.table_heads import Head, cell_time, head_of, is_of_others
from osteocase.pipeline.statements.time_links import heading_time
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.text.tables import Cell, Row, Table
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["column_labs", "stacked_labs", "table_labs"]

_DIGITS = r"\d+(?:[.,]\d+)*"
_INTERVAL = (
    rf"(?:(?:<=|>=|≤|≥|[<>]\s*or\s*=|<|>|up to|less than|more than)\s*{_DIGITS}|{_DIGITS}\s*[-‐‑–—−~]\s*{_DIGITS})"
)
_INTERVAL_CELL = re.compile(rf"\s*[(\[]?\s*{_INTERVAL}\s*[^\d]{{0,16}}[)\]]?\s*", re.IGNORECASE)
_CLASS = re.compile(r"deficien|insufficien|inadequa|toxic|severe|borderline|pre-?diabet|diabet|risk", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*[^\d()]{{0,20}}{_INTERVAL}[^()]{{0,20}}[)\]]\s*", re.IGNORECASE)
"""An interval in brackets is never a result."""


@dataclass
class _RowFacts:
    """What the label cells of a row say before its values are read."""

    name: Mention
    unit: str | None = None
    unit_text: str | None = None
    reference: dict[str, object] | None = None
    in_label: bool = False
    """Whether the label's own cell holds the value."""
    values: list[tuple[int, Cell]] = field(default_factory=list)
    limits: dict[str, str] = field(default_factory=dict)
    """The limits that columns of their own give: ``low`` and ``high``."""
    flags: dict[int, str] = field(default_factory=dict)


def table_labs(
    scan: Scan, table: Table, names: list[Mention], names_above: list[Mention]
) -> tuple[list[Draft], list[Row]]:
    """Drafts of the results in one table, none when it is no table of laboratory results; and the rows that are to be
    read as sentences instead.

    Args:
        names: the analyte names that end in the table, from ``labs.names``.
        names_above: those in the line above it.
    """
    found = NameIndex(_names_in(scan, table.start, table.end, names))
    if not (found.names or names_above) or is_foreign(scan, table.start):
        return [], []
    head = head_of(scan, table)
    head.shared_time = head.shared_time or collected_time(scan, table.rows[:2][-1].start)
    if head.analytes:
        return _transposed(scan, table, head), []
    sentences = statement_rows(scan, table, head, found)
    aside = {row.start for row in sentences}
    drafts: list[Draft] = []
    wrapped = Wrapped()
    wrapped.take_title(scan, table, names_above)
    for row in table.rows[head.row + 1 :]:
        if row.start not in aside:
            for part in rows_of_pair(scan, row, found):
                drafts += _row_labs(scan, part, head, found, wrapped)
    return drafts, sentences


def stacked_labs(scan: Scan, names: list[Mention]) -> list[Draft]:
    """Drafts of the results that are printed with one field a line."""
    found = NameIndex(names)
    drafts: list[Draft] = []
    for row, head in stacked_rows(scan, found):
        head.shared_time = heading_time(scan, row.start) or collected_time(scan, row.start)
        drafts += _row_labs(scan, row, head, found, Wrapped())
    for row, head in rows_of_lines(scan, found) if len(found.names) > 1 else ():
        # The words of each reach back to its name, so that no line between is read as a statement.
        drafts += [{**draft, "start": row.start} for draft in _row_labs(scan, row, head, found, Wrapped())]
    return drafts


def column_labs(scan: Scan, names: list[Mention]) -> tuple[list[Draft], list[tuple[int, int]]]:
    """Drafts of the results in prints whose columns a copy has pulled apart, and the stretches that hold them or that
    look like such a print and tell nothing."""
    found = NameIndex(_names_in(scan, 0, len(scan.text), names))
    if len(found.names) < 2:
        return [], []
    drafts: list[Draft] = []
    aside: list[tuple[int, int]] = []
    for line in dated_rows(scan, found):
        made = _row_labs(scan, line.row, line.head, found, Wrapped())
        if made:
            drafts += made
            aside.append((line.start, line.end))
    columns, uneven = copied_columns(scan, found)
    for rows in columns:
        results = [_row_labs(scan, row, head, found, Wrapped()) for row, head, _, _ in rows]
        for made, line in zip(results, rows, strict=True) if all(results) else ():
            drafts += made
            aside.append((line.start, line.end))
    return drafts, aside + uneven


def _names_in(scan: Scan, start: int, end: int, names: list[Mention]) -> list[Mention]:
    """Names in a table; one may start in the line before it, where a long name is wrapped."""
    found = [name for name in names if not is_pair(name)]
    starts = [name.start for name in found]

    def is_free(mention: Mention) -> bool:
        index = bisect_right(starts, mention.start)
        around = found[max(0, index - 1) : index + 1]
        return not any(mention.start < name.end and name.start < mention.end for name in around)

    plain = [
        mention
        for mention in scan.mentions_in(start, end, "analyte")
        if mention.covered in {"", "bone"} and is_free(mention)
    ]
    return found + plain


def _row_labs(scan: Scan, row: Row, head: Head, names: NameIndex, wrapped: Wrapped) -> list[Draft]:
    drafts: list[Draft] = []
    row, head = as_message(*without_tags(scan, row, head))
    if wrapped.take(row, names.within(row.start, row.end)):
        return []
    labels = _labels(scan, row, names, several=not head.times)
    if not labels:
        return _lent_labs(scan, row, head, wrapped)
    wrapped.name = None
    time = row_time(scan, row, head)
    if time is not None:
        head = replace(head, shared_time=time)
    for place, (index, name) in enumerate(labels):
        stop = labels[place + 1][0] if place + 1 < len(labels) else len(row.cells)
        stop = next((at for at in range(index + 1, stop) if _OTHER_LABEL.match(row.cells[at].text)), stop)
        label = row.cells[index]
        facts = _row_facts(scan, row.cells, head, range(index, stop), name)
        if place == 0 and facts.reference is None:
            facts.reference = _reference_before(row, head, index)
        if facts.in_label:
            drafts += _cell_labs(scan, facts, index, label, head, after=name.end)
        for column, cell in facts.values:
            drafts += _cell_labs(scan, facts, column, cell, head, after=cell.start)
    return drafts


_OWN_VALUE = re.compile(r"[ \t]*[:=][ \t]*[<>≤≥]?[ \t]?\d")
_OTHER_LABEL = re.compile(
    r"(?!time|date|ref|normal|range|unit|result|flag|prev|prior|last|base|low|high|limit|value)[^\W\d_][^:=\d]{2,40}[:=]\s*[<>≤≥]?\s?\d",
    re.IGNORECASE,
)
"""``Venous lactate: 1.2`` in a cell behind another result: the next field of the line, known or not."""


def _lent_labs(scan: Scan, row: Row, head: Head, wrapped: Wrapped) -> list[Draft]:
    """The results of a row without a name, whose name stands in a row above it."""
    lent = wrapped.lend(scan, row)
    if lent is None or wrapped.label is None:
        return []
    name, time = lent
    facts = _row_facts(scan, (wrapped.label, *row.cells[1:]), head, range(len(row.cells)), name)
    if facts.in_label:
        return []
    timed = replace(head, times={}, shared_time=time) if time is not None else head
    drafts: list[Draft] = []
    for column, cell in facts.values:
        drafts += _cell_labs(scan, facts, column, cell, timed, after=cell.start)
    return drafts


def _reference_before(row: Row, head: Head, label: int) -> dict[str, object] | None:
    """The interval of a column headed as one that stands left of the names."""
    for index in range(label):
        if head.roles.get(index) == "range":
            return reference_of(row.cells[index].text)
    return None


def _labels(scan: Scan, row: Row, names: NameIndex, *, several: bool) -> list[tuple[int, Mention]]:
    """The cells that name an analyte: one of the first three, and those after a value where several results stand in
    one line. ``U/L`` is a unit, whatever name its letters could be."""
    labels: list[tuple[int, Mention]] = []
    for index, cell in enumerate(row.cells):
        inside = [name for name in names.within(cell.start, cell.end) if name.start - cell.start <= 24]
        if not inside or _is_unit(scan, cell):
            continue
        if not labels and index < 3:
            labels.append((index, inside[0]))
        elif (
            labels
            and several
            and (inside[0].start - cell.start <= 4 or _OWN_VALUE.match(scan.text, inside[0].end, cell.end) is not None)
        ):
            between = row.cells[labels[-1][0] + 1 : index]
            if any(re.match(r"[(<>≤≥:=\s]*\d", other.text) for other in between):
                labels.append((index, inside[0]))
    return labels


def _is_unit(scan: Scan, cell: Cell) -> bool:
    """``U/L`` is a unit, though U alone is a name of urea."""
    return ("/" in cell.text or "%" in cell.text) and scan.knowledge.unit_of(cell.text) is not None


def _row_facts(scan: Scan, cells: tuple[Cell, ...], head: Head, span: range, name: Mention) -> _RowFacts:
    facts = _RowFacts(name)
    label = cells[span.start]
    facts.in_label = _has_value(scan, facts, label, head)
    if not facts.in_label:
        _unit_from(scan, facts, scan.text[name.end : label.end])
        bracket = re.search(r"[(\[][^)\]]*\d[^)\]]*[)\]]", scan.text[name.end : label.end])
        if bracket:
            facts.reference = reference_of(bracket.group())
    numeric = [index for index in span[1:] if re.search(r"\d", cells[index].text)]
    for index in span[1:]:
        cell = cells[index]
        if cell.text:
            _place(scan, facts, index, cell, head.roles.get(index), numeric)
    if facts.reference is None and (facts.limits.get("low") or facts.limits.get("high")):
        facts.reference = _between(facts.limits)
    if facts.unit is None and head.unit_text:
        _unit_from(scan, facts, head.unit_text)
    if not facts.in_label and not any(re.search(r"\d", cell.text) for _, cell in facts.values):
        facts.in_label = bool(scan.quantities_in(name.end, label.end))
    return facts


def _between(limits: dict[str, str]) -> dict[str, object] | None:
    """The interval of two columns: ``Low 8.5``, ``High 10.2``."""
    low, high = limits.get("low"), limits.get("high")
    if low and high:
        return reference_of(f"{low}-{high}")
    return reference_of(f">{low}" if low else f"<{high}")


def _place(scan: Scan, facts: _RowFacts, index: int, cell: Cell, role: str | None, numeric: list[int]) -> None:
    """Take one cell of a row for what it is: unit, interval, flag or value."""
    flags = scan.knowledge.groups.get("flag", {})
    if role == "statistic":
        return
    if role == "unit":
        _unit_from(scan, facts, cell.text)
    elif role == "range" and _CLASS.search(cell.text) is not None:
        return  # "Deficiency: <20" names a class, not the interval
    elif role == "range" or _IN_BRACKETS.fullmatch(cell.text):
        facts.reference = reference_of(cell.text) or facts.reference
        if facts.unit is None:
            _unit_from(scan, facts, re.sub(r"^[^A-Za-zµμ%]*", " ", cell.text))
    elif role in {"low", "high"} and re.fullmatch(_DIGITS, cell.text) is not None:
        facts.limits[role] = cell.text
    elif role in {"flag", "low", "high"}:
        facts.flags[-1] = cell.text
    elif role in {"result", "time", "previous"}:
        facts.values.append((index, cell))
    elif facts.reference is None and _is_interval(facts, index, cell, numeric):
        facts.reference = reference_of(cell.text)
        if facts.unit is None:
            _unit_from(scan, facts, re.sub(r"^[^A-Za-zµμ%]*", " ", cell.text))
    elif scan.knowledge.unit_of(cell.text) is not None and not re.fullmatch(r"[HL]", cell.text):
        _unit_from(scan, facts, cell.text)
    elif (
        cell.text.lower().strip("*()") in flags and (facts.values or facts.in_label) and not re.search(r"\d", cell.text)
    ):
        facts.flags[facts.values[-1][0] if facts.values else -1] = cell.text
    elif not role:
        facts.values.append((index, cell))


def _is_interval(facts: _RowFacts, index: int, cell: Cell, numeric: list[int]) -> bool:
    """``8.8-10.1`` beside a value; ``<5`` is an interval only as the last number of the row."""
    if _INTERVAL_CELL.fullmatch(cell.text) is None:
        return False
    if facts.in_label:
        return True
    is_limit = cell.text.strip().startswith(("<", ">", "≤", "≥"))
    return len(numeric) > 1 and (not is_limit or index == numeric[-1])


def _has_value(scan: Scan, facts: _RowFacts, label: Cell, head: Head) -> bool:
    """``S. Alk. Phosphatase : 212 U/L`` in one cell: a value with a unit, or after a colon, right after the name."""
    for quantity in scan.quantities_in(facts.name.end, label.end)[:1]:
        between = scan.text[facts.name.end : quantity.start]
        own, _ = as_printed(scan, quantity)
        is_told = own.unit is not None or ":" in between or "=" in between
        is_told = is_told or ((0 in head.times or not head.roles) and own.end >= label.end)  # "Cr 1.7 | 1.6 | 1.5"
        entry = scan.knowledge.analytes[facts.name.id]
        return is_told and re.fullmatch(r"[\s:=]*", between) is not None and accepts(scan, entry, own)
    return False


def _unit_from(scan: Scan, facts: _RowFacts, written: str) -> None:
    for match in re.finditer(r"(?<![\w/])(?=[A-Za-zµμ%×/\d])", written):
        found = scan.knowledge.unit_at(written, match.start())
        if found is not None and len(found.group()) > 0:
            unit = scan.knowledge.unit_of(found.group())
            if unit is not None:
                facts.unit, facts.unit_text = unit, found.group()
                return


def _cell_labs(scan: Scan, facts: _RowFacts, column: int, cell: Cell, head: Head, *, after: int) -> list[Draft]:
    entry = scan.knowledge.analytes[facts.name.id]
    time = _in_brackets(scan, cell) or head.times.get(column) or head.shared_time
    drawn = time_draft(scan.text, time) if time is not None else None
    for quantity in (*_half(scan, cell), *scan.quantities_in(after, cell.end)):
        if quantity.number_end > cell.end or not re.fullmatch(
            r"[\s(*:=]*(?:[HL]\s+)?", scan.text[after : quantity.start]
        ):
            continue
        quantity, between = as_printed(scan, quantity)
        value = _in_cell(quantity, cell)
        if value.unit is None:
            value = value._replace(unit=facts.unit, unit_text=facts.unit_text)
        if not accepts(scan, entry, value):
            return []
        annotation = annotation_after(scan, entry, quantity)
        if annotation.end > cell.end:
            annotation = Annotation(value.end, None, annotation.flag if annotation.reference is None else None)
        flag_text = facts.flags.get(column) or facts.flags.get(-1)
        flag = (
            between
            or annotation.flag
            or (scan.knowledge.groups.get("flag", {}).get(flag_text.lower().strip("*() ")) if flag_text else None)
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


def _half(scan: Scan, cell: Cell) -> list[Quantity]:
    """The number of a cell that is one side of ``28/1.4``."""
    around = scan.text[max(0, cell.start - 2) : cell.start] + scan.text[cell.end : cell.end + 3]
    if "/" not in around or re.fullmatch(r"\d+(?:\.\d+)?", cell.text) is None:
        return []
    return [Quantity(cell.start, cell.end, cell.end, "number", cell.text, None, None, None, None)]


_BRACKET_TIME = re.compile(
    r"\((?P<time>(?:(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])(?:[/.-](?:20)?\d\d)?|\d{4}-\d\d-\d\d|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s(?:20)?\d\d)?|(?:19|20)\d\d))\)$",
    re.IGNORECASE,
)


def _in_brackets(scan: Scan, cell: Cell) -> TimeMention | None:
    """``88 (03/12/2023)``: the day of an earlier value in its own cell."""
    match = _BRACKET_TIME.search(cell.text)
    if match is None or not re.match(r"[<>]?\s?\d", cell.text):
        return None
    start, end = cell.start + match.start("time"), cell.start + match.end("time")
    known = [time for time in scan.times_in(start, end) if time.kind == "date"]
    return known[0] if known else TimeMention(start, end, "date")


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


def _transposed(scan: Scan, table: Table, head: Head) -> list[Draft]:
    """Analytes along the top, one line a time."""
    drafts: list[Draft] = []
    heads = table.rows[head.row].cells
    references = {
        column: reference_of(bracket.group())
        for column in head.analytes
        if (bracket := re.search(r"[(\[][^)\]]*\d[^)\]]*[)\]]", heads[column].text)) is not None
    }
    units = _unit_row(scan, table, head)
    for row in table.rows[head.row + 1 :]:
        if not row.cells or row.start == (units.start if units is not None else -1) or is_of_others(scan, row):
            continue
        if _tells_intervals(row, head):
            references = {
                column: reference_of(row.cells[column].text) for column in head.analytes if column < len(row.cells)
            }
            continue
        time = _row_time(scan, row.cells[0], head)
        for column, name in head.analytes.items():
            if column >= len(row.cells) or not row.cells[column].text:
                continue
            facts = _RowFacts(name, reference=references.get(column))
            _unit_from(scan, facts, scan.text[name.end : heads[column].end])
            if facts.unit is None and units is not None and column < len(units.cells):
                _unit_from(scan, facts, units.cells[column].text)
            cell_head = Head(
                row=head.row, times={column: time} if time is not None else {}, shared_time=head.shared_time
            )
            drafts += _cell_labs(scan, facts, column, row.cells[column], cell_head, after=row.cells[column].start)
    return drafts


def _unit_row(scan: Scan, table: Table, head: Head) -> Row | None:
    """The row under the names that holds nothing but their units."""
    for row in table.rows[head.row + 1 :]:
        told = [
            row.cells[column].text for column in head.analytes if column < len(row.cells) and row.cells[column].text
        ]
        if len(told) >= 2 and all(scan.knowledge.unit_of(text.strip("()[] ")) is not None for text in told):
            return row
    return None


def _tells_intervals(row: Row, head: Head) -> bool:
    """A row of reference intervals: labelled as one, or nothing but intervals under the names."""
    first = row.cells[0]
    if re.match(r"(?:normal|ref|range|n\.?r\b)", first.text, re.IGNORECASE):
        return True
    told = [row.cells[column].text for column in head.analytes if column < len(row.cells) and row.cells[column].text]
    return (
        len(told) >= 2
        and not re.search(r"\d", first.text)
        and all(_INTERVAL_CELL.fullmatch(text) is not None for text in told)
    )


def _row_time(scan: Scan, first: Cell, head: Head) -> TimeMention | None:
    """The time that a row is about; words alone are one where the column is headed as one of times."""
    if not first.text or 0 in head.analytes:
        return None
    time = cell_time(scan, first)
    if time is None and head.roles.get(0) == "time" and len(first.text) <= 40:
        return TimeMention(first.start, first.end, "label")
    return time
