"""The document model as Markdown of the GitHub flavour, every text escaped for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from osteocase.report.document import (
    Block,
    Cell,
    Column,
    Columns,
    Document,
    Figure,
    Heading,
    ItemList,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    Terms,
    Text,
)

__all__ = ["render_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]|<>~&$#])")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^()([-+=])(?=[-=\s]|$)")
"""A list's number or bullet, or a rule, which a line must not begin with by chance; ``8.6`` is none of them."""
_MARKS = {"low": " ▼", "high": " ▲"}
_NOTICE_MARK = {"key": "", "error": "✗ ", "warning": "⚠ ", "info": ""}


def render_markdown(document: Document) -> str:
    """The whole document; links lead to HTML anchors, which GitHub and most converters keep."""
    lines = [
        f"# {_escape(document.title)}",
        "",
        _text(document.identity),
        "",
        f"**{_escape(document.state.label)}** · record {document.record_hash[:12]} · {_escape(document.software)} · "
        "not for clinical decisions",
        "",
    ]
    for part in document.parts:
        level = 2
        lines += [f'<a id="{_anchor(part.anchor)}"></a>', ""]
        if not part.untitled:
            lines += [f"## {_escape(part.title)}", ""]
            level = 3
        for block in part.blocks:
            lines += _block(block, level)
    return "\n".join(_without_double_blanks(lines)) + "\n"


def _without_double_blanks(lines: Sequence[str]) -> Iterator[str]:
    previous = ""
    for line in lines:
        if line or previous:
            yield line
        previous = line


def _escape(text: str) -> str:
    """Plain text that Markdown shows as it is: on one line, without control characters, all signs escaped."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return _SPECIAL.sub(r"\\\1", " ".join(plain.split()))


def _anchor(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "-", name)


def _text(text: Text) -> str:
    found = []
    for raised, runs in groupby(text, key=lambda run: run.raised):
        words = "".join(_run(run) for run in runs)
        found.append(f" <sup>{words.strip()}</sup>" if raised else words)
    return _LINE_START.sub(_escaped_start, "".join(found).strip())


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[1] or ''}\\{match[2] or match[4]}"


def _run(run: Run) -> str:
    plain = run.text
    lead = " " if plain[:1].isspace() else ""
    tail = " " if plain[-1:].isspace() and plain.strip() else ""
    words = _escape(plain)
    if not words:
        return lead
    if run.target:
        words = f"[{words}](#{_anchor(run.target)})"
    if run.bold:
        words = f"**{words}**"
    if run.italic:
        words = f"*{words}*"
    return f"{lead}{words}{tail}"


def _block(block: Block, level: int) -> list[str]:
    match block:
        case Heading(text=text):
            return [f"{'#' * min(level, 6)} {_escape(text)}", ""]
        case Paragraph(text=text):
            return [_text(text), ""]
        case ItemList(items=items):
            return [*(f"- {_text(item)}" for item in items), ""]
        case Terms(items=terms):
            return [*(f"- **{_escape(term)}:** {_text(text)}" for term, text in terms), ""]
        case Table():
            return _table(block)
        case Figure() | Picture():
            label = f"**Figure {block.number}.** " if block.number else ""
            return [f"{label}{_escape(block.caption)}", "", f"*{_escape(block.alternative)}*", ""]
        case Measures(items=measures):
            told = (f"- {_escape(item.label)}: **{_escape(f'{item.value} {item.unit or str()}'.strip())}**, "
                    f"{_escape(item.verdict)}" for item in measures)  # fmt: skip
            return [*told, ""]
        case Notice():
            inner = list(chain.from_iterable(_block(part, level + 1) for part in block.blocks))
            anchor = [f'<a id="{_anchor(block.anchor)}"></a>', ""] if block.anchor else []
            title = f"**{_NOTICE_MARK[block.kind]}{_escape(block.title)}**"
            return [*anchor, *(f"> {line}".rstrip() for line in (title, "", *inner[:-1])), ""]
        case Columns():
            return list(chain.from_iterable(_block(part, level) for part in (*block.left, *block.right)))


def _table(table: Table) -> list[str]:
    kept = [place for place, column in enumerate(table.columns) if column.kind not in ("trend", "page")]
    columns = [table.columns[place] for place in kept]
    label = f"Table {table.number}. " if table.number else ""
    lines = [f"**{label}{_escape(table.caption)}**", ""]
    lines.append("| " + " | ".join(_head(column) for column in columns) + " |")
    lines.append("|" + "|".join(" ---: " if column.kind == "number" else " --- " for column in columns) + "|")
    for row in table.rows:
        lines.append(_row(row, kept))
    lines.append("")
    for note in table.notes:
        lines += [_text(note), ""]
    return lines


def _head(column: Column) -> str:
    return f"{_escape(column.title)} ({_escape(column.unit)})" if column.unit else _escape(column.title)


def _row(row: Row, kept: Sequence[int]) -> str:
    anchor = f'<a id="{_anchor(row.anchor)}"></a>' if row.anchor else ""
    if row.kind == "group":
        words = ["**" + _escape(row.cells[0].plain) + "**", *([""] * (len(kept) - 1))]
    else:
        words = [_cell(row.cells[place]) for place in kept]
    words[0] = anchor + words[0]
    return "| " + " | ".join(words) + " |"


def _cell(cell: Cell) -> str:
    words = _text(cell.text)
    mark = _MARKS.get(cell.flag or "", "")
    return f"**{words}**{mark}" if mark and words else words
