"""The report as ordered parts of headings, texts, tables and figures, free of any format.

Writers (PDF, Markdown, DOCX) render this model and nothing else; they decide no content. All text in it is plain text:
no markup of any kind has a meaning here, so a writer escapes for its own format once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from osteocase.records import Flag
from osteocase.report.figuredata import FigureData, Sparkline

__all__ = [
    "Attachment", "Block", "Cell", "Column", "Columns", "Document", "Figure", "Heading", "ItemList", "Measure",
    "Measures", "Notice", "NoticeKind", "Paragraph", "ParagraphRole", "Part", "Picture", "ReviewState", "Row", "Run",
    "Table", "Terms", "Text", "Tone",
]  # fmt: skip

Tone = Literal["plain", "quiet", "alert", "author"]
"""How a run is meant: ``quiet`` is small print, ``alert`` something to look at, ``author`` a person's own words."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    """Set as a superscript, as reference numbers are."""
    tone: Tone = "plain"
    target: str | None = None
    """Anchor in this document that the run leads to."""
    link_ink: bool = True
    """False where the link is not to be seen by its colour, as on every value of a table."""
    language: str | None = None
    """Language of the run (BCP 47) where it is not the document's."""
    pages_of: tuple[str, ...] = ()
    """Anchors in this document whose page numbers stand here; the text only keeps their room."""


Text = tuple[Run, ...]

ParagraphRole = Literal["body", "identity", "note", "label"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the report's title, level 2 a part."""

    text: str
    level: int
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    role: ParagraphRole = "body"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of texts of equal rank."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms and what is told of each."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; its unit stands in the head, never in the cells."""

    title: str
    unit: str | None = None
    kind: Literal["text", "number", "trend", "page"] = "text"
    """``page`` holds numbers of pages, which only formats with pages show."""
    header: bool = False
    """True where the column names the row; such columns repeat when a wide table is split."""
    weight: int = 1
    """Share of spare width, for columns of kind ``text``."""
    for_paper: bool = False
    """True where a narrow screen does better without the column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and for a value its flag, its place in the sources and its course."""

    text: Text = ()
    flag: Flag | None = None
    """``low`` and ``high`` are shown by a mark and by weight, never by colour alone."""
    target: str | None = None
    """Anchor that the cell leads to: its row in the sources."""
    trend: Sparkline | None = None

    @property
    def plain(self) -> str:
        """The cell's text without manner."""
        return "".join(run.text for run in self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``kind="group"`` is a heading over the rows that follow and has one cell."""

    cells: tuple[Cell, ...]
    kind: Literal["values", "group"] = "values"
    rule: bool = False
    """True where a rule above the row sets it off."""
    anchor: str | None = None
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above and its notes below."""

    name: str
    """Stable key, such as ``laboratory``."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Text, ...] = ()
    small: bool = False
    """True for tables of small print, such as the sources."""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure drawn from data, with a caption for the eye and a text alternative that tells the same."""

    name: str
    data: FigureData
    caption: str
    alternative: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture given by the author, already cleaned of everything but its pixels (PNG or JPEG bytes)."""

    name: str
    content: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width_px: int
    height_px: int
    caption: str
    alternative: str
    consent: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One large number with its label and a verdict in words."""

    label: str
    value: str
    unit: str | None
    verdict: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """A strip of large numbers."""

    items: tuple[Measure, ...]


NoticeKind = Literal["key", "error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A box set off from the text: key findings, or something to look at."""

    kind: NoticeKind
    title: str
    blocks: tuple[Block, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Two stacks of blocks side by side; ``left_share`` is the left one's part of the width, 0 to 1."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_share: float


Block = Heading | Paragraph | ItemList | Terms | Table | Figure | Picture | Measures | Notice | Columns


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report, chosen and ordered by name."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    starts_page: bool = False
    untitled: bool = False
    """True for the part that opens the report without a heading of its own, under the report's title."""

    @property
    def anchor(self) -> str:
        """Anchor of the part's beginning."""
        return f"part-{self.name}"


@dataclass(frozen=True, slots=True)
class ReviewState:
    """How far people have looked at the records: shown on every page."""

    reviewed: int
    total: int
    by: str | None = None
    on: str | None = None
    """ISO date."""

    @property
    def final(self) -> bool:
        """True when every record was looked at and someone stands for it."""
        return self.total > 0 and self.reviewed == self.total and self.by is not None

    @property
    def label(self) -> str:
        """The state in the words of the running head."""
        if self.final:
            return f"REVIEWED by {self.by}" + (f" on {self.on}" if self.on else "")
        if self.total == 0:
            return "DRAFT · no records"
        return f"DRAFT · {self.reviewed} of {self.total} records reviewed"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: Literal["Source", "Data", "Supplement"]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    case_id: str
    title: str
    identity: Text
    parts: tuple[Part, ...]
    state: ReviewState
    record_hash: str
    """SHA-256 of the case record that the report tells, hexadecimal."""
    software: str
    language: str = "en-GB"
    profile: str = "standard"
    keywords: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    created: int | None = None
    """Seconds since 1970, UTC; None leaves the report undated, so that the same record gives the same bytes."""

    def texts(self) -> list[str]:
        """Every text of the report, for checks that must see all of them."""
        found = [self.title, *(run.text for run in self.identity)]
        for part in self.parts:
            found.append(part.title)
            for block in part.blocks:
                found.extend(_block_texts(block))
        return found


def _runs(text: Text) -> list[str]:
    return [run.text for run in text]


def _block_texts(block: Block) -> list[str]:
    match block:
        case Heading(text=text):
            return [text]
        case Paragraph(text=runs):
            return _runs(runs)
        case ItemList(items=items):
            return [word for item in items for word in _runs(item)]
        case Terms(items=terms):
            return [word for term, text in terms for word in (term, *_runs(text))]
        case Table():
            found = [block.caption, *(column.title for column in block.columns)]
            found.extend(word for row in block.rows for cell in row.cells for word in _runs(cell.text))
            found.extend(word for note in block.notes for word in _runs(note))
            return found
        case Figure() | Picture():
            return [block.caption, block.alternative]
        case Measures(items=measures):
            return [word for item in measures for word in (item.label, item.value, item.unit or "", item.verdict)]
        case Notice():
            return [block.title, *(word for inner in block.blocks for word in _block_texts(inner))]
        case Columns():
            return [word for inner in (*block.left, *block.right) for word in _block_texts(inner)]
