"""The places of a document that links may lead to."""

from __future__ import annotations

from osteocase.report.document import Block, Columns, Document, Heading, Notice, Paragraph, Table

__all__ = ["anchors_of"]


def anchors_of(document: Document) -> frozenset[str]:
    """Every place in the document that links may lead to."""
    found: set[str] = set()

    def walk(block: Block) -> None:
        match block:
            case Heading(anchor=anchor) | Paragraph(anchor=anchor) if anchor:
                found.add(anchor)
            case Table(rows=rows):
                found.update(row.anchor for row in rows if row.anchor)
            case Notice(anchor=anchor, blocks=blocks):
                if anchor:
                    found.add(anchor)
                for inner in blocks:
                    walk(inner)
            case Columns(left=left, right=right):
                for inner in (*left, *right):
                    walk(inner)

    for part in document.parts:
        found.add(part.anchor)
        for block in part.blocks:
            walk(block)
    return frozenset(found)
