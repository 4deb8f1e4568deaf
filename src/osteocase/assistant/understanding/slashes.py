"""Slash commands where no screen is: each is a plain sentence, and what no command is called is said so."""

from __future__ import annotations

__all__ = ["SLASHES", "in_words", "unknown_slash"]

SLASHES: dict[str, str] = {
    "help": "help", "undo": "undo", "redo": "redo", "next": "next", "accept-all": "accept all records",
    "pdf": "make the PDF", "word": "export to Word", "json": "export as JSON", "view": "open the PDF",
    "review": "how far is the review?", "summary": "give me a summary", "labs": "list the labs",
    "bmd": "list the bone densities", "fractures": "list the fractures", "treatments": "list the treatments",
    "timeline": "show the timeline", "checks": "show the checks", "care": "what is missing?",
    "sources": "list the notes", "cases": "list my cases", "filter": "clear the filter", "order": "change the order",
    "theme": "change the theme", "copy": "copy the record", "rename": "rename the case",
    "same-patient": "same patient",
}  # fmt: skip
"""Word after the slash, and what it says; those of the screen alone are told to be so."""


def in_words(message: str) -> str:
    """The sentence that a slash command stands for; what is told behind it counts more: ``/labs vitamin D``."""
    name, _, rest = message.removeprefix("/").partition(" ")
    if rest.strip():
        return f"{name} {rest.strip()}" if name != "filter" else rest.strip()
    return SLASHES.get(name.casefold(), name)


def unknown_slash(message: str) -> str | None:
    """What is said where there is no such command; null where there is one."""
    name = message.removeprefix("/").partition(" ")[0]
    if not message.startswith("/") or name.casefold() in SLASHES:
        return None
    listed = ", ".join(f"/{one}" for one in ("open", *SLASHES, "quit"))
    return f"There is no command /{name}. There are {listed}."
