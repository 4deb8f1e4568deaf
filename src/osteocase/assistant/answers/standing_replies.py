"""Replies that are always the same: what can be said, and what is told while a command is carried out."""

from __future__ import annotations

__all__ = ["COMMANDS", "HELP"]

HELP = """\
Ask: What was the PTH at baseline? How did the hip change? Which labs were abnormal? When was romosozumab started?
     Does she smoke? Where does 94.2 come from? What is missing? What disagrees?
Correct: T9 was acute. The P1NP at 12 months was 29.6, not 26.9. It was her mother's fracture. Delete the second TSH.
Add: add denosumab 60 mg every 6 months from May 2021
Do: accept all labs, undo, next, make the PDF"""

COMMANDS: dict[str, tuple[str, str]] = {
    "make_pdf": ("make_pdf", "Making the PDF."),
    "save_json": ("save_json", "Writing the case as JSON."),
    "next_open": ("next_open", "The next open record:"),
    "quit": ("quit", "Goodbye."),
    "open_pdf": ("open_pdf", "Opening the PDF."),
}
"""Intent to the command and its reply."""
