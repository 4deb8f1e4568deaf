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
import json
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from textual.keys import KEY_NAME_REPLACEMENTS, Keys
from textual.theme import BUILTIN_THEMES

from osteocase.errors import InputError
from osteocase.tui.commands import COMMANDS, Command, home_of
from osteocase.tui.places import settings_path
from osteocase.tui.themes import DEFAULT_THEME, THEMES

__all__ = ["Settings", "as_toml", "keymap_of", "read_settings", "settings_path"]


_THEMES = (*(theme.name for theme in THEMES), *BUILTIN_THEMES)
_KEYS = frozenset((*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()))
_OF_LISTS = frozenset(
    ("j", "k", "g", "G", "J", "K", "ctrl+d", "ctrl+u", "left_square_bracket", "right_square_bracket")
)  # fmt: skip
"""Keys that move in lists, as in vi."""


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
        wrong = {one["loc"][0] for one in error.errors()}
        settings = Settings.model_validate({name: value for name, value in data.items() if name not in wrong})
    if settings.theme not in _THEMES:
        faults.append(f"theme: {settings.theme!r} is no theme{_nearest(settings.theme, _THEMES)}")
    faults += _key_faults(settings.keys)
    if faults:
        raise InputError("; ".join(faults), place=str(path), hint="mend it, or remove the lines")
    return settings


def as_toml(settings: Settings) -> str:
    """The settings in the form of their file; what is not set stands there as a remark."""
    folders = ", ".join(json.dumps(str(path)) for path in settings.patterns)
    lines = [
        f"theme = {json.dumps(settings.theme)}",
        f"folder = {json.dumps(str(settings.folder))}" if settings.folder else "# folder: the current one",
        f"database = {json.dumps(settings.database)}" if settings.database else "# database: your own file",
        f"patterns = [{folders}]",
        "",
        "[keys]",
        *(
            f"{'' if command.id in settings.keys else '# '}{command.id} = "
            f"{json.dumps(settings.keys.get(command.id, command.keys[0]))}  # {command.title}"
            for command in COMMANDS
            if command.keys
        ),
    ]
    return "\n".join(lines) + "\n"


def keymap_of(settings: Settings) -> dict[str, str]:
    """The chosen keys by the ids of the bindings that they replace."""
    return {
        f"{where}{command.id}.{key}": settings.keys[command.id]
        for command in COMMANDS
        if command.id in settings.keys
        for key in command.keys[:1]
        for where in ("", *((f"{command.hint}.",) if command.hint is not None else ()))
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
            if not _is_key(key):
                yield f"keys: {key!r} is no key{_nearest(key, _KEYS)}"
            elif command.id in keys and key in _OF_LISTS:
                yield f"keys: {key!r} would be both {command.id!r} and a move in the lists"
            place = (home_of(command, key), key)
            other = owner.setdefault(place, command)
            if other is not command:
                yield f"keys: {key!r} would be both {other.id!r} and {command.id!r}"


def _is_key(key: str) -> bool:
    """A sign, a key with a name, or either with ctrl, shift or alt before it."""
    name = key.rpartition("+")[2] or key
    if len(name) == 1 or name in _KEYS or key in _KEYS:
        return True
    try:
        unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return False
    return True


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
