"""Every error that a user can meet, in one tree.

    OsteocaseError
    ├── InputError          a file or folder cannot be read as notes
    ├── PatternError        a pattern file is wrong: file, entry and cure are named
    ├── CaseError           notes cannot become one case (no note)
    │   └── SeveralPatientsError  they tell of different patients
    ├── RecordError         JSON that should hold records does not
    ├── OutputError         a result cannot be written where it was asked for
    ├── ReportError         a report cannot be drawn (missing glyph, no font)
    └── LibraryError        the library of cases cannot be opened or written

Faces render these (title, place, hint) and leave with ``exit_code``; library code raises them and prints nothing.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "CaseError",
    "InputError",
    "LibraryError",
    "OsteocaseError",
    "OutputError",
    "PatternError",
    "RecordError",
    "ReportError",
    "SeveralPatientsError",
]


class OsteocaseError(Exception):
    """Base of all errors that are told to a user: what is wrong, where, and the way out."""

    title: ClassVar[str] = "osteocase cannot go on"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, place: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        """File, entry or record that the error is about."""
        self.hint = hint
        """What the user can do about it."""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        way_out = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{way_out}"


class InputError(OsteocaseError):
    """A file, folder or stream cannot be read as clinic notes."""

    title = "Cannot read the input"
    exit_code = 3


class PatternError(OsteocaseError):
    """One or more pattern files are wrong; ``problems`` holds one line for each fault."""

    title = "The patterns are not valid"
    exit_code = 4

    def __init__(
        self, message: str, *, place: str | None = None, hint: str | None = None, problems: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, place=place, hint=hint)
        self.problems = problems


class CaseError(OsteocaseError):
    """The notes given cannot be merged to one case."""

    title = "Cannot make one case of these notes"
    exit_code = 5


class SeveralPatientsError(CaseError):
    """The notes given tell of different patients."""


class RecordError(OsteocaseError):
    """JSON that should hold records does not follow the record contract."""

    title = "Not a valid record file"
    exit_code = 6


class OutputError(OsteocaseError):
    """A result cannot be written to the place that was asked for."""

    title = "Cannot write the output"
    exit_code = 7


class ReportError(OsteocaseError):
    """A report cannot be drawn faithfully."""

    title = "Cannot draw the report"
    exit_code = 8


class LibraryError(OsteocaseError):
    """The library of cases cannot be opened, read or written."""

    title = "Cannot use the case library"
    exit_code = 10
