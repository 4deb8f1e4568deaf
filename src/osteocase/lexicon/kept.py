"""The checked lexicon kept between runs, so that a start does not read and check every pattern file again.

Plain JSON in the user's cache folder, named by the names, sizes and times of the pattern files and of their schema: a
changed file is read afresh. The name is taken before the files are read, so that a file that changes meanwhile is never
answered for by its old text. It holds patterns only, never a word of a note. A cache that cannot be read or
written is passed over in silence, since it only saves time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from pydantic import ValidationError

from osteocase.lexicon.entry import CHECKED
from osteocase.lexicon.schema import TOPICS, Entry

__all__ = ["is_kept", "keep", "keep_derived", "kept_derived", "kept_entries", "place_of"]

Entries = dict[str, dict[str, Entry]]
Places = dict[tuple[str, str], str]


def place_of(folders: Sequence[Path]) -> Path | None:
    """Where the entries of pattern folders are kept in their present state: named by the folders and by that state.

    None where a file cannot be looked at; nothing is kept then.
    """
    names = hashlib.sha256("\n".join(str(folder.resolve()) for folder in folders).encode()).hexdigest()[:12]
    state = hashlib.sha256()
    schema = sorted(Path(__file__).parent.glob("*.py"))
    try:
        for path in [*schema, *(file for folder in folders for file in sorted(folder.glob("*.toml")))]:
            status = path.stat()
            state.update(f"{path.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    except OSError:
        return None
    return user_cache_path("osteocase", appauthor=False) / f"{names}-{state.hexdigest()[:20]}.json"


def is_kept(folders: Sequence[Path]) -> bool:
    """Whether the entries of pattern folders have been checked and kept, and no file has changed since."""
    place = place_of(folders)
    return place is not None and place.is_file()


def kept_entries(place: Path | None) -> tuple[Entries, Places] | None:
    """The entries of a place as they were checked before, or None where they must be read again."""
    if place is None:
        return None
    try:
        stored = json.loads(place.read_text(encoding="utf-8"))
        entries: Entries = {
            topic: {row["id"]: TOPICS[topic].model_validate(row, context=CHECKED) for row in rows}
            for topic, rows in stored["entries"].items()
        }
        places = {(topic, name): place for topic, name, place in stored["places"]}
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
    return entries, places


def keep(place: Path | None, entries: Entries, places: Places) -> None:
    """Keep checked entries for the next start, instead of those kept for other states of the same folders.

    Args:
        place: what ``place_of`` told before the entries were read.
        entries: topic to id to entry.
        places: (topic, id) to the file that the entry stands in.
    """
    if place is None:
        return
    stored: dict[str, Any] = {
        "entries": {
            topic: [entry.model_dump(mode="json", exclude_defaults=True) for entry in rows.values()]
            for topic, rows in entries.items()
        },
        "places": [[topic, name, place] for (topic, name), place in places.items()],
    }
    try:
        for old in place.parent.glob(f"{place.name.split('-')[0]}-*.json"):
            old.unlink(missing_ok=True)
    except OSError:
        return
    _write(place, stored)


def kept_derived(place: Path | None, name: str) -> Any | None:
    """What was made of the entries of a place before and kept under a name, as plain JSON values, or None."""
    if place is None:
        return None
    try:
        return json.loads(_beside(place, name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def keep_derived(place: Path | None, name: str, value: Any) -> None:
    """Keep what was made of the entries, until one of their files changes; ``name`` ends in the version of its form."""
    if place is not None:
        _write(_beside(place, name), value)


def _beside(place: Path, name: str) -> Path:
    return place.with_name(f"{place.stem}-{name}.json")


def _write(target: Path, value: Any) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, written = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")))  # json.dump writes sign by sign
        os.replace(written, target)
    except OSError:
        return
