"""The application's door to the case library: opened behind the first screen, or done without when it cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from osteocase.errors import LibraryError
from osteocase.review import UNTITLED, Admit, BuildCase, Journal, ReviewState, Session, Step

if TYPE_CHECKING:
    from osteocase.review.library import CaseInfo, Library

__all__ = ["Shelf"]


class Shelf:
    """Cases that are kept.

    Args:
        build: how notes become a case.
        url: the database; the user's own file when left out.
        patterns: version of the patterns, noted in each step.
        conversions: analyte id to unit factors, for the converted value of an edited result.
        admit: looks at each note before it joins a case.
    """

    def __init__(
        self,
        build: BuildCase,
        *,
        url: str | None = None,
        patterns: str | None = None,
        conversions: Mapping[str, Mapping[str, Decimal]] | None = None,
        admit: Admit | None = None,
    ) -> None:
        self._build = build
        self._url = url
        self._patterns = patterns
        self._options: dict[str, Any] = {"conversions": conversions, "admit": admit}
        self._library: Library | None = None
        self.failed: LibraryError | None = None
        """Why nothing is kept, if nothing is."""

    @property
    def library(self) -> Library:
        """The library; SQLAlchemy is imported on first use.

        Raises:
            LibraryError: it cannot be opened.
        """
        if self.failed is not None:
            raise self.failed
        if self._library is None:
            from osteocase.review.library import Library

            try:
                self._library = Library(self._url, patterns=self._patterns)
            except LibraryError as error:
                self.failed = error
                raise
        return self._library

    @property
    def saved(self) -> str:
        """What the status line says."""
        return "not saved" if self.failed is not None else "saved"

    def new(self, title: str = UNTITLED) -> Session:
        """Begin a case; the library is opened only when there is something to keep."""
        case_id = f"case-{uuid4().hex[:8]}"
        journal = _LateJournal(self, case_id)
        return Session(case_id=case_id, title=title, build=self._build, journal=journal, **self._options)

    def open(self, case_id: str) -> Session:
        """Open a case where it was left.

        Raises:
            LibraryError: there is no such case.
        """
        return self.library.open(case_id, build=self._build, **self._options)

    def find(self, name: str) -> Session:
        """Open a case by its id or its title.

        Raises:
            LibraryError: there is none, or the library cannot be opened.
        """
        info = self.library.find(name)
        if info is None:
            titles = [one.title for one in self.library.cases()]
            near = get_close_matches(name, titles, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else "start osteocase without a name: f9 lists the kept cases"
            raise LibraryError(f"there is no file, folder or case {name!r}", place=self.library.place, hint=hint)
        return self.open(info.id)

    def cases(self, search: str = "", *, archived: bool = False) -> Sequence[CaseInfo]:
        """The cases, the one changed last first."""
        return self.library.cases(search, archived=archived)

    def archive(self, case_id: str, *, archived: bool = True) -> None:
        """Take a case out of the list, or back into it."""
        self.library.archive(case_id, archived=archived)


class _LateJournal:
    """A journal whose library is opened when it is first needed; keeps nothing where it cannot be opened."""

    def __init__(self, shelf: Shelf, case_id: str) -> None:
        self._shelf = shelf
        self._case_id = case_id
        self._journal: Journal | None = None

    def missed(self) -> tuple[Step, ...]:
        return self._journal.missed() if self._journal is not None else ()

    def keep(self, step: Step, *, before: ReviewState, after: ReviewState) -> bool:
        if self._journal is None:
            try:
                self._journal = self._shelf.library.journal(self._case_id, before.title or UNTITLED)
            except LibraryError:
                return True  # the user was told that nothing is kept, and may work on
        return self._journal.keep(step, before=before, after=after)
