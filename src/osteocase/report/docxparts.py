"""What python-docx leaves to its user: styles of one family, links within the file, fields, rules of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

__all__ = [
    "MARGIN", "TEXT_WIDTH", "add_bookmark", "add_field", "add_link", "align", "keep_whole",
    "page_reference", "repeat_head", "set_rules", "set_styles", "set_widths", "cell_style",
]  # fmt: skip

MARGIN = 20
"""On all sides of an A4 page, mm."""
TEXT_WIDTH = 481.0
"""Width between the margins, points."""
CELL_MARGIN = 3.0
"""Left and right of the words of a cell, points; both together are less than the gap between planned columns."""
_FAMILY = "Arial"
_INK = "0B4A75"
_SIZES = {"Title": 16, "Heading 1": 13, "Heading 2": 11, "Heading 3": 10, "Heading 4": 10, "Caption": 9}


def set_styles(word: Any) -> None:
    """One family for all text; headings in one colour; styles of their own for tables and their notes."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = word.styles
    styles["Normal"].font.name, styles["Normal"].font.size = _FAMILY, Pt(10)
    styles["Normal"].paragraph_format.space_after = Pt(5)
    for name, size in _SIZES.items():
        style = styles[name]
        _one_family(style)
        style.font.size = Pt(size)
        style.font.bold = name != "Caption"
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string("1C1F23" if name == "Caption" else _INK)
    _without_rule(styles["Title"])
    note = styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = styles["Normal"], Pt(8)
    note.paragraph_format.space_after = Pt(3)


def cell_style(word: Any, points: float) -> Any:
    """The style of paragraphs in cells of that size, which is made where it is not there yet."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    name = f"Cell {points:g}"
    if name not in [style.name for style in word.styles]:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = word.styles["Normal"], Pt(points)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(1.5)
    return word.styles[name]


def _one_family(style: Any) -> None:
    """The family instead of the theme's, for all scripts but those that the family lacks."""
    from docx.oxml.ns import qn

    style.font.name = _FAMILY
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _without_rule(style: Any) -> None:
    from docx.oxml.ns import qn

    rule = style.element.pPr.find(qn("w:pBdr"))
    if rule is not None:
        style.element.pPr.remove(rule)


def _mark(anchor: str) -> str:
    """A name that Word takes: letters, digits and underscores, 40 at most."""
    return "_" + re.sub(r"\W", "_", anchor, flags=re.ASCII)[:39]


def add_bookmark(paragraph: Any, anchor: str, number: int) -> None:
    """Make the paragraph a place that links lead to."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (begin, end):
        element.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), _mark(anchor))
    paragraph._p.append(begin)
    paragraph._p.append(end)


def add_link(paragraph: Any, text: str, anchor: str) -> Any:
    """A run that leads to a bookmark of the same file."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    run = paragraph.add_run(text)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _mark(anchor))
    run._r.getparent().replace(run._r, link)
    link.append(run._r)
    return run


def page_reference(anchor: str) -> str:
    """The code of a field that tells the page of a bookmark."""
    return f"PAGEREF {_mark(anchor)} \\h"


def add_field(paragraph: Any, code: str) -> None:
    """A field that Word fills, such as the number of the page."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run._r.getparent().replace(run._r, field)
    field.append(run._r)


def align(paragraph: Any, *, right: bool) -> None:
    """Numbers end at the right of their column."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT


def set_widths(table: Any, widths: Sequence[float]) -> None:
    """Fixed widths of the columns, points, with narrow margins; rows that are added later take them over."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(CELL_MARGIN * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Pt(width)


def repeat_head(row: Any) -> None:
    """Word repeats the row at the top of each page."""
    _row_mark(row, "w:tblHeader")
    keep_whole(row)


def keep_whole(row: Any) -> None:
    """The row is not torn between two pages."""
    _row_mark(row, "w:cantSplit")


def _row_mark(row: Any, name: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def set_rules(table: Any, groups: Sequence[int]) -> None:
    """A rule above and below the table and below its head, faint ones between the rows, a ground under group heads."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", "8", "1C1F23"), ("bottom", "8", "1C1F23"), ("insideH", "2", "C9CED4")):
        borders.append(_border(side, size, colour))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)
    for cell in table.rows[0].cells:
        below = OxmlElement("w:tcBorders")
        below.append(_border("bottom", "6", "1C1F23"))
        cell._tc.get_or_add_tcPr().append(below)
    for place in groups:
        ground = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F3F6F9")):
            ground.set(qn(f"w:{name}"), value)
        table.rows[place].cells[0]._tc.get_or_add_tcPr().append(ground)


def _border(side: str, size: str, colour: str) -> Any:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    border = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
        border.set(qn(f"w:{name}"), value)
    return border
