"""Named choices of parts, order and journal limits, kept as data in ``profiles/*.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from osteocase.errors import ReportError

__all__ = ["Profile", "get_profile", "profile_names"]

_FOLDER = files("osteocase.report") / "profiles"


class Profile(BaseModel):
    """One profile; limits are None where the journal sets none or it is no journal's profile."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    """What the profile is for, in a line."""
    source: str | None = None
    """Where the journal's rules were read."""
    parts: tuple[str, ...]
    """Names of parts in order."""
    breaks_before: tuple[str, ...] = ()
    """Parts that begin a page."""
    title_needs: tuple[str, ...] = ()
    """Words that the title must hold."""
    title_forbids: tuple[str, ...] = ()
    """Words that the title must not hold."""
    title_words: int | None = None
    words: int | None = None
    """Words of the text without tables, captions and references."""
    references: int | None = None
    displays: int | None = None
    """Figures and tables together."""
    keywords_low: int | None = None
    keywords_high: int | None = None


@lru_cache(maxsize=1)
def _profiles() -> dict[str, Profile]:
    found = {}
    for file in sorted(_FOLDER.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            try:
                profile = Profile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
            except (tomllib.TOMLDecodeError, ValidationError) as error:
                raise ReportError(f"profile is not valid: {error}", place=file.name) from error
            found[profile.id] = profile
    return found


def profile_names() -> tuple[str, ...]:
    """Names of all profiles."""
    return tuple(_profiles())


def get_profile(name: str) -> Profile:
    """The profile of that name.

    Raises:
        ReportError: there is none; the hint names those that are.
    """
    try:
        return _profiles()[name]
    except KeyError:
        raise ReportError(f"no report profile is called {name!r}", hint=f"one of {', '.join(_profiles())}") from None
