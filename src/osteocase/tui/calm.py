"""Keeps Python's search for reference cycles from stopping the screen while a note is read.

A full search looks at every object of the lexicon and of all records, which takes a tenth of a second, and many new
records at once set it off. So what stands once the application is up is left out of it, and it runs once a minute
instead of in the middle of a reading.
"""

from __future__ import annotations

import gc

__all__ = ["SECONDS_BETWEEN_SEARCHES", "calm", "hold", "search"]

SECONDS_BETWEEN_SEARCHES = 60.0
_YOUNG, _MIDDLE, _FULL = 10_000, 20, 10_000


def hold() -> None:
    """No search until :func:`calm`: what is imported for the first screen stays as long as the application."""
    gc.disable()


def calm() -> None:
    """Leave out everything that stands now: imported modules, patterns, the screen."""
    gc.set_threshold(_YOUNG, _MIDDLE, _FULL)
    gc.freeze()
    gc.enable()


def search() -> None:
    """Look for cycles once, so that memory does not grow."""
    gc.collect()
