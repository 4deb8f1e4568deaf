"""The command line: words, options and tables around the rooms that do the work. No rule lives here."""

from __future__ import annotations

import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command ``osteocase`` with the arguments of this process and leave with its exit code."""
    if _opens_application(sys.argv[1:]):
        from osteocase.cli.quick import open_application

        open_application(sys.argv[2:])
        return
    from osteocase.cli.app import app

    app(prog_name="osteocase")


def _opens_application(arguments: list[str]) -> bool:
    """Whether a person wants the terminal application and nothing else: it then opens without the other commands."""
    plain = not arguments or (arguments[0] == "chat" and not any(one.startswith("-") for one in arguments))
    return plain and "OSTEOCASE_PATTERNS" not in os.environ and sys.stdin.isatty() and sys.stdout.isatty()
