"""The narrative part: sections of sentences with their sources; a person's own words are marked as such."""

from __future__ import annotations

from osteocase.report.document import Block, Heading, Paragraph, Part, Run, Text
from osteocase.report.parts.context import Context, NarrativeSection

__all__ = ["narrative"]

AUTHOR_MARK = "✎ "


def narrative(context: Context) -> Part | None:
    """The part, or None where no narrative was given; the report itself invents no sentence."""
    sections = [section for section in context.narrative or () if section.sentences]
    if not sections:
        return None
    blocks: list[Block] = []
    for section in sections:
        if section.title:
            blocks.append(Heading(section.title, 3))
        blocks.append(Paragraph(_text(context, section)))
    if any(section.author for section in sections):
        blocks.append(
            Paragraph(
                (Run("✎ Written by the author; everything else is told from records.", tone="quiet"),), role="note"
            )
        )
    return Part("narrative", "Case narrative", tuple(blocks))


def _text(context: Context, section: NarrativeSection) -> Text:
    runs: list[Run] = []
    if section.author:
        runs.append(Run(AUTHOR_MARK, tone="author"))
    for place, sentence in enumerate(section.sentences):
        if place:
            runs.append(Run(" "))
        runs.append(Run(sentence.text, tone="author" if section.author else "plain"))
        runs.extend(context.ledger.cite(sentence.records))
    return tuple(runs)
