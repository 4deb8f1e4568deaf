"""The conversation about a case on stdin and stdout, with the report and the JSON written to the current folder."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, cast

from osteocase.cli.notes import Options
from osteocase.cli.output import emit, write
from osteocase.cli.plain import visible
from osteocase.review import Session

__all__ = ["plain_chat"]


def plain_chat(options: Options, notes: Sequence[Path], *, json: bool = False) -> None:
    """Converse until the input ends or the user leaves; nothing is kept but what is asked for."""
    from osteocase.assistant.plain import converse
    from osteocase.case import build_case

    session = Session(case_id="chat", build=build_case)
    converse(
        io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"),
        cast("TextIO", sys.stdout if json else _Harmless()),
        session=session,
        patterns=options.patterns,
        paths=notes,
        commands={"make_pdf": lambda: _make_pdf(session), "save_json": lambda: _save_json(session)},
        json=json,
    )


class _Harmless(io.TextIOBase):
    """Standard output that shows control characters as signs."""

    def write(self, text: str) -> int:
        """Write the text as a terminal may show it."""
        emit(visible(text))
        return len(text)


def _make_pdf(session: Session) -> str:
    from osteocase.cli.report import report_bytes

    return _written(Path(f"{session.case.case.id}.pdf"), report_bytes(session.case, "pdf", notes=session.notes))


def _save_json(session: Session) -> str:
    from osteocase.records import to_json

    return _written(Path(f"{session.case.case.id}.json"), (to_json(session.case, indent=2) + "\n").encode("utf-8"))


def _written(path: Path, data: bytes) -> str:
    write(data, path)
    return f"Wrote {path}"
