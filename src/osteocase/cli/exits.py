"""Exit codes, and the one place where an error becomes words on stderr.

No traceback reaches a user unless ``--debug`` asks for it, and no message repeats text of a note.
"""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from typer import Abort, Exit
from typer.core import TyperGroup
from typer.exceptions import TyperException

from osteocase.cli.plain import visible
from osteocase.errors import (
    CaseError,
    InputError,
    LibraryError,
    OsteocaseError,
    OutputError,
    PatternError,
    RecordError,
    ReportError,
)

__all__ = [
    "ANSWER_IS_NO", "EXIT_CODES", "INTERNAL_ERROR", "INTERRUPTED", "READER_GONE", "SOME_SET_ASIDE", "CommandGroup",
    "epilog", "leave_unread", "told",
]  # fmt: skip

ANSWER_IS_NO = 1
SOME_SET_ASIDE = 9
INTERNAL_ERROR = 70
INTERRUPTED = 130
READER_GONE = 141

EXIT_CODES: dict[int, str] = {
    0: "done",
    ANSWER_IS_NO: "done, but the answer is no: figures got worse (`evaluate --compare`), or checks are open (`check`)",
    2: "the command line is wrong",
    InputError.exit_code: "a note, file or folder cannot be read",
    PatternError.exit_code: "a pattern file is wrong",
    CaseError.exit_code: "the notes cannot become one case",
    RecordError.exit_code: "a JSON file does not hold valid records",
    OutputError.exit_code: "a result cannot be written",
    ReportError.exit_code: "a report cannot be drawn",
    SOME_SET_ASIDE: "a batch is done, but some notes were set aside",
    LibraryError.exit_code: "the library of cases cannot be used, or holds no such case",
    INTERNAL_ERROR: "an error of osteocase itself",
    INTERRUPTED: "interrupted (ctrl+c)",
    READER_GONE: "whoever read the output stopped reading",
}
"""Every code that osteocase leaves with, and its meaning."""


def epilog() -> str:
    """The exit codes as the last lines of ``osteocase --help``."""
    lines = [f"{code:>3}  {meaning}" for code, meaning in EXIT_CODES.items()]
    return "\n".join(["Exit codes", *lines])


class CommandGroup(TyperGroup):
    """The group of all commands; errors end here."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; notes given without one are no command, and what can be done with them is said."""
        name = args[0]
        if self.get_command(ctx, name) is None and os.path.exists(name):
            given = shlex.quote(name)
            ctx.fail(
                f"{visible(name)} is no command. What do you want to do with it?\n"
                f"osteocase chat {visible(given)}      opens it in the terminal application\n"
                f"osteocase extract {visible(given)}   reads it into records\n"
                f"osteocase report {visible(given)}    prints the case report"
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error is told on stderr and becomes its exit code."""
        try:
            return super().invoke(ctx)
        except (Abort, Exit, TyperException):
            raise
        except BrokenPipeError:
            leave_unread()
        except Exception as error:  # noqa: BLE001  # the last place before the user
            ctx.exit(told(error, debug=bool(ctx.params.get("debug"))))


def leave_unread() -> NoReturn:
    """Leave quietly, since whoever read the output stopped reading."""
    # Python flushes stdout once more on the way out; let that go nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(READER_GONE) from None


def told(error: Exception, *, debug: bool = False) -> int:
    """Say on stderr what went wrong, and give the exit code that tells it."""
    if isinstance(error, OSError) and error.filename is not None:  # a name too long, a folder that may not be entered
        error = InputError(f"it cannot be used ({error.strerror})", place=str(error.filename))
    if isinstance(error, OsteocaseError):
        if debug:
            traceback.print_exc()
        _tell(error)
        return error.exit_code
    if debug:
        traceback.print_exception(error)
    else:
        _tell_unexpected(error)
    return INTERNAL_ERROR


def _tell(error: OsteocaseError) -> None:
    """Say on stderr what is wrong, where, and the way out."""
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(Text.assemble((error.title, "bold red")))
    where = f"{error.place}: " if error.place else ""
    console.print(Text(visible(where + error.message)))
    if error.hint:
        console.print(Text.assemble(("→ ", "bold"), visible(error.hint)))


def _tell_unexpected(error: Exception) -> None:
    """An error of the program: its kind and place, not its message, which may hold words of a note."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "osteocase" in Path(frame.filename).parts] or frames
    place = f"{Path(inside[-1].filename).name}:{inside[-1].lineno}" if inside else "an unknown place"
    sys.stderr.write(
        f"osteocase met an error of its own ({type(error).__name__} at {place}).\n"
        "→ Run the same command with --debug before it (`osteocase --debug …`) and report what it prints; "
        "take patient data out first.\n"
    )
