"""The command line: words, options and tables around the rooms that do the work. No rule lives here."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command ``osteocase`` with the arguments of this process and leave with its exit code."""
    from osteocase.cli.app import app

    app(prog_name="osteocase")
