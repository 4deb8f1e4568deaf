"""The author's own text: headings and paragraphs of a plain file, which the report marks as a person's words."""

from __future__ import annotations

import re
from pathlib import Path

from osteocase.case.prose import NarrativeSection, Phrase, Sentence
from osteocase.errors import ReportError

__all__ = ["load_author_text", "placed"]

MOST_BYTES = 1_000_000
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*)")
_FIRST = ("abstract", "highlight", "keyword", "introduction", "background and aim")
"""Beginnings of headings that stand before the case itself."""


def load_author_text(path: Path, *, author: str = "the author") -> tuple[NarrativeSection, ...]:
    """Sections of a UTF-8 file: a line ``# Discussion`` begins one, empty lines part its paragraphs.

    Raises:
        ReportError: the file cannot be read, is no UTF-8, too long, or its text has no heading.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReportError("the author's text is too long", place=str(path), hint="1 MB at most")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReportError(f"the author's text cannot be read: {error.strerror}", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise ReportError("the author's text is not UTF-8", place=str(path), hint="save it as UTF-8") from error
    sections: list[NarrativeSection] = []
    title: str | None = None
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            sections.append(_section(title, " ".join(paragraph), author, path))
            paragraph.clear()

    for line in text.splitlines():
        heading = _HEADING.fullmatch(line.strip())
        if heading is not None:
            close()
            title = heading[1].strip()
        elif line.strip():
            paragraph.append(line.strip())
        else:
            if paragraph:
                close()
                title = "" if title is not None else None
    close()
    return tuple(sections)


def _section(title: str | None, words: str, author: str, path: Path) -> NarrativeSection:
    if title is None:
        raise ReportError(
            "the author's text has no heading", place=str(path), hint="begin it with a line such as: # Discussion"
        )
    return NarrativeSection(
        key="author", title=title, sentences=(Sentence(phrases=(Phrase(text=words),)),), author=author
    )


def placed(told: tuple[NarrativeSection, ...], written: tuple[NarrativeSection, ...]) -> tuple[NarrativeSection, ...]:
    """What the records tell between the author's introduction and the author's discussion."""
    before: list[NarrativeSection] = []
    after: list[NarrativeSection] = []
    into = after
    for section in written:
        if section.title:
            into = before if section.title.lower().startswith(_FIRST) else after
        into.append(section)
    return (*before, *told, *after)
