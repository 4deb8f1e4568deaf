"""The user's settings: one TOML file in the configuration folder, checked whole, with the nearest name for a wrong one.

theme = "osteocase-light"
folder = "~/reports"
database = "postgresql+psycopg://team-server/osteocase"
patterns = ["~/clinic-terms"]

[keys]
accept = "y"
make_pdf = "f9,ctrl+g"
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from osteocase.errors import InputError
from osteocase.tui.commands import COMMANDS, Command, home_of
from osteocase.tui.places import settings_path
from osteocase.tui.themes import DEFAULT_THEME

__all__ = ["Settings", "keymap_of", "read_settings", "settings_path"]


class Settings(BaseModel):
    """What a user can choose once for all cases."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: str = DEFAULT_THEME
    """``osteocase-dark``, ``osteocase-light``, ``osteocase-high-contrast``, or any of Textual's."""
    folder: Path | None = None
    """Where reports are written; the current folder when left out."""
    database: str | None = None
    """SQLAlchemy URL of the case library; the user's own file when left out."""
    patterns: tuple[Path, ...] = ()
    """Overlay folders of patterns."""
    keys: dict[str, str] = Field(default_factory=dict)
    """Command id to the keys that carry it out, separated by commas."""

    @field_validator("folder")
    @classmethod
    def _home(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value is not None else None

    @field_validator("patterns")
    @classmethod
    def _homes(cls, value: tuple[Path, ...]) -> tuple[Path, ...]:
        return tuple(path.expanduser() for path in value)


def read_settings(path: Path | None = None) -> Settings:
    """The settings of a file; the defaults where there is none.

    Raises:
        InputError: the file is no TOML, or a setting, a command or a key in it is wrong; all faults are told.
    """
    path = path or settings_path()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"the settings cannot be read: {error}", place=str(path), hint="mend or remove it") from error
    faults: list[str] = []
    settings = Settings()
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        for one in error.errors():
            name = ".".join(str(part) for part in one["loc"])
            if one["type"] == "extra_forbidden":
                faults.append(f"{name!r} is no setting{_nearest(name, Settings.model_fields)}")
            else:
                faults.append(f"{name}: {one['msg']}")
    faults += _key_faults(settings.keys)
    if faults:
        raise InputError("; ".join(faults), place=str(path), hint="mend it, or remove the lines")
    return settings


def keymap_of(settings: Settings) -> dict[str, str]:
    """The chosen keys by the ids of the bindings that they replace."""
    return {
        f"{command.id}.{key}": settings.keys[command.id]
        for command in COMMANDS
        if command.id in settings.keys
        for key in command.keys[:1]
    }


def _key_faults(keys: dict[str, str]) -> Iterable[str]:
    """Commands that are not there, and keys that would do two things in one place."""
    known = {command.id: command for command in COMMANDS}
    for name in keys:
        if name not in known:
            yield f"keys: {name!r} is no command{_nearest(name, known)}"
        elif not known[name].keys:
            yield f"keys: {name!r} has no key that could be changed; it is in the palette"
    owner: dict[tuple[str, str], Command] = {}
    for command in COMMANDS:
        chosen = keys.get(command.id)
        own = [*(chosen.split(",") if chosen else command.keys[:1]), *command.keys[1:]]
        for key in dict.fromkeys(one.strip() for one in own):
            place = (home_of(command, key), key)
            other = owner.setdefault(place, command)
            if other is not command:
                yield f"keys: {key!r} would be both {other.id!r} and {command.id!r}"


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
