"""The files that the application writes: the report and the case, under names that never overwrite anything."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from osteocase.errors import OutputError
from osteocase.records import CaseRecord, Note, to_json
from osteocase.review import LIST_NAMES, UNTITLED

if TYPE_CHECKING:
    from osteocase.report import Document

__all__ = ["MAKERS", "Maker", "write_case", "write_report", "write_word"]

Maker = Callable[[CaseRecord, Sequence[Note], Path], Path]
"""Writes a reviewed case, told by the notes, into a folder and returns the file."""


def write_report(case: CaseRecord, notes: Sequence[Note], folder: Path) -> Path:
    """Write the case report as a PDF, with the narrative that its records tell and its identifiers replaced.

    Raises:
        ReportError: the report cannot be drawn.
        OutputError: the file cannot be written.
    """
    from osteocase.report import render_pdf  # heavy, so only when a report is asked for

    document, name = _document(case, notes)
    return _write(render_pdf(document), folder, name, "pdf")


def write_word(case: CaseRecord, notes: Sequence[Note], folder: Path) -> Path:
    """Write the same report as a Word file.

    Raises:
        ReportError: python-docx is not installed.
        OutputError: the file cannot be written.
    """
    from osteocase.report import render_docx

    document, name = _document(case, notes)
    return _write(render_docx(document), folder, name, "docx")


def _document(case: CaseRecord, notes: Sequence[Note]) -> tuple[Document, str]:
    from osteocase.case import redact
    from osteocase.case.narrative import narrate
    from osteocase.report import build_document

    leaving = redact(case, notes)
    narrative = narrate(_without_rejected(leaving.case))
    return build_document(leaving.case, narrative=narrative, notes=leaving.notes), _name(leaving.case)


def write_case(case: CaseRecord, notes: Sequence[Note], folder: Path) -> Path:
    """Write the reviewed case in the record format.

    Raises:
        OutputError: the file cannot be written.
    """
    return _write((to_json(case, indent=2) + "\n").encode("utf-8"), folder, _name(case), "json")


MAKERS: dict[str, Maker] = {"pdf": write_report, "docx": write_word, "json": write_case}


def _without_rejected(case: CaseRecord) -> CaseRecord:
    """What the narrative may tell."""
    lists: dict[str, object] = {
        name: tuple(one for one in getattr(case, name) if one.review != "rejected") for name in LIST_NAMES
    }
    return case.model_copy(update=lists)


def _name(case: CaseRecord) -> str:
    """Files are found by the title of their case, where it has one."""
    return case.case.id if case.case.title == UNTITLED else case.case.title


def _write(data: bytes, folder: Path, name: str, suffix: str) -> Path:
    """Write to a free name, readable for the user alone, whole or not at all."""
    stem = re.sub(r"[^\w.-]+", "-", name).strip(".-")[:80] or "case"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, 10_000):
            path = folder / (f"{stem}.{suffix}" if number == 1 else f"{stem}-{number}.{suffix}")
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
            except OSError:
                path.unlink(missing_ok=True)
                raise
            return path
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"the file cannot be written: {reason}", place=str(folder), hint="choose another folder"
        ) from error
    raise OutputError("there are too many files of this name", place=str(folder / stem))
