"""The shortest way to the terminal application: nothing of the other commands is imported before its first screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["open_application"]


def open_application(notes: Sequence[str]) -> None:
    """Open the application with notes, or folders of notes; errors end as they do for every command."""
    from osteocase.tui.calm import hold

    hold()
    from osteocase.tui.app import run

    try:
        run(notes=tuple(Path(note) for note in notes))
    except Exception as error:  # noqa: BLE001  # the last place before the user
        from osteocase.cli.exits import told

        sys.exit(told(error))
