"""Boxes to pages: nothing is torn from its heading, and every page has its running head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteocase.report.document import Document
from osteocase.report.palette import INK, QUIET, RULE, VERMILION_TEXT
from osteocase.report.pdf.boxes import Box, Stack, split_boxes
from osteocase.report.pdf.fonts import printable
from osteocase.report.pdf.look import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP
from osteocase.report.pdf.pen import Pen

__all__ = ["Frame", "NewPage", "pages_of_anchors", "paginate", "running_head_and_foot"]

NOT_FOR_DECISIONS = "Not for clinical decisions"


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that text fills, in points."""

    page_width: float
    page_height: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.page_width - 2 * MARGIN_SIDE

    @property
    def height(self) -> float:
        """Height in points."""
        return self.page_height - MARGIN_TOP - MARGIN_BOTTOM

    @property
    def top(self) -> float:
        """Where text begins, from the page's lower edge."""
        return self.page_height - MARGIN_TOP


class NewPage:
    """A mark between boxes: what follows begins a page."""


def paginate(boxes: Sequence[Box | NewPage], frame: Frame) -> list[Stack]:
    """The boxes dealt out to pages; a document without boxes has one empty page."""
    pages: list[Stack] = []
    run: list[Box] = []
    for box in (*boxes, NewPage()):
        if not isinstance(box, NewPage):
            run.append(box)
            continue
        while run:
            head, rest = split_boxes(run, frame.height)
            if not head:
                head, rest = _forced(run, frame.height)
            pages.append(Stack(head))
            run = rest
    return pages or [Stack([])]


def pages_of_anchors(pages: Sequence[Stack]) -> dict[str, int]:
    """The number of the page, counted from one, on which each part begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for box in page.boxes:
            anchor = getattr(box, "anchor", None)
            if anchor is not None:
                found.setdefault(anchor, number)
    return found


def _forced(boxes: list[Box], room: float) -> tuple[list[Box], list[Box]]:
    """Boxes that no page holds as they want to stand: the first is split anyhow, or runs over the edge alone."""
    used = 0.0
    for place, box in enumerate(boxes):
        used += box.height
        if not box.keep_with_next or used > room:
            before = used - box.height
            parts = box.split(room - before)
            if parts is not None:
                return [*boxes[:place], parts[0]], [parts[1], *boxes[place + 1 :]]
            return boxes[: place + 1], boxes[place + 1 :]
    return boxes, []


def running_head_and_foot(pen: Pen, document: Document, frame: Frame, page: int, pages: int) -> None:
    """Case and state above, software, record hash, warning and page below; all of it marked as no content."""
    left, right = MARGIN_SIDE, frame.page_width - MARGIN_SIDE
    head = frame.page_height - 36.0
    foot = 30.0
    regular, bold = pen.book.face(), pen.book.face(bold=True)
    size = 6.9
    pen.begin_artifact("Pagination")
    state = printable(document.state.label)
    state_width = size * sum(piece.width for piece in pen.book.pieces(state, bold=True))
    _text(pen, state, right - state_width, head, size, bold=True, alert=not document.state.final)
    room = right - left - state_width - 18
    head_title = document.title if document.title == document.case_id else f"{document.case_id} · {document.title}"
    _text(pen, _shortened(pen, head_title, size, room), left, head, size)
    pen.rule(left, head - 5, right, head - 5, RULE, 0.5)
    pen.rule(left, foot + 10, right, foot + 10, RULE, 0.5)
    _text(pen, f"{document.software} · record {document.record_hash[:12]}", left, foot, size)
    width = bold.width(NOT_FOR_DECISIONS) * size
    pen.text(NOT_FOR_DECISIONS, (left + right - width) / 2, foot, bold, size, INK)
    told = f"page {page} of {pages}"
    pen.text(told, right - regular.width(told) * size, foot, regular, size, QUIET)
    pen.end()


def _text(pen: Pen, text: str, x: float, y: float, size: float, *, bold: bool = False, alert: bool = False) -> None:
    for piece in pen.book.pieces(printable(text), bold=bold):
        pen.text(piece.text, x, y, piece.face, size, VERMILION_TEXT if alert else QUIET)
        x += piece.width * size


def _shortened(pen: Pen, text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    text = " ".join(printable(text).split())
    if pen.book.width(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if pen.book.width(text[:middle] + "…", size) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
