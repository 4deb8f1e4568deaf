"""Pattern folders to one checked lexicon: every fault in every file is told at once."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from osteocase.errors import PatternError
from osteocase.lexicon.kept import is_kept, keep, kept_entries, place_of
from osteocase.lexicon.normal import normal_words
from osteocase.lexicon.schema import TOPICS, Entry

__all__ = ["Lexicon", "check_lexicon", "default_folder", "default_lexicon", "load_lexicon"]

EntryType = TypeVar("EntryType", bound=Entry)


@dataclass(frozen=True)
class Lexicon:
    """All entries of all topics, in the order of their files."""

    entries: dict[str, dict[str, Entry]]
    """Topic to id to entry."""
    places: dict[tuple[str, str], str]
    """(topic, id) to the file that the entry stands in."""
    kept: Path | None = field(default=None, compare=False)
    """Where it is kept between starts, and beside it what is made of it; None where it is not."""

    def of(self, model: type[EntryType]) -> dict[str, EntryType]:
        """Entries of one topic by id, such as ``lexicon.of(AnalyteEntry)["pth"]``."""
        return self.entries.get(model.topic, {})  # type: ignore[return-value]  # the loader files each by its model

    def all(self) -> Iterator[Entry]:
        """Every entry of every topic."""
        for topic in self.entries.values():
            yield from topic.values()


def default_folder() -> Path:
    """The folder of patterns that came with osteocase.

    An installed wheel carries it inside the package; an editable install finds the checkout's.

    Raises:
        PatternError: neither place has it.
    """
    packaged = Path(str(files("osteocase"))) / "patterns"
    checkout = Path(__file__).resolve().parents[3] / "patterns"
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise PatternError(f"no patterns in {packaged} nor in {checkout}", hint="install osteocase again")


@lru_cache(maxsize=4)
def default_lexicon(overlays: tuple[Path, ...] = ()) -> Lexicon:
    """The patterns that came with osteocase, with the user's overlay folders laid over them."""
    folders = (default_folder(), *overlays)
    place = place_of(folders)
    kept = kept_entries(place)
    if kept is not None:
        return Lexicon(entries=kept[0], places=kept[1], kept=place)
    lexicon = replace(load_lexicon(folders), kept=place)
    keep(place, lexicon.entries, lexicon.places)
    return lexicon


def check_lexicon(overlays: tuple[Path, ...] = ()) -> None:
    """Check the patterns and the user's overlay folders, unless they have been checked as they stand.

    Raises:
        PatternError: a folder is missing or empty, or any entry is wrong.
    """
    if not is_kept((default_folder(), *overlays)):
        default_lexicon(overlays)


def load_lexicon(folders: Sequence[Path]) -> Lexicon:
    """Read and check pattern folders; an entry of a later folder replaces the earlier one of the same topic and id.

    Raises:
        PatternError: a folder is missing or empty, or any entry is wrong; ``problems`` tells all of them.
    """
    entries: dict[str, dict[str, Entry]] = {topic: {} for topic in TOPICS}
    places: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for folder in folders:
        found = sorted(folder.glob("*.toml")) if os.path.isdir(folder) else []
        if not found:
            there = os.path.isdir(folder)
            problems.append(
                f"{folder}: {'no pattern file (*.toml) in this folder' if there else 'there is no such folder'}"
            )
        seen_here: dict[tuple[str, str], str] = {}
        for path in found:
            for topic, entry in _read_file(path, problems):
                key = (topic, entry.id)
                if key in seen_here:
                    problems.append(f"{path.name}: {topic} {entry.id!r} stands in {seen_here[key]} already")
                    continue
                seen_here[key] = path.name
                entries[topic][entry.id] = entry
                places[key] = path.name
    problems += _term_conflicts(entries, places)
    if problems:
        count = f"{len(problems)} fault{'s' if len(problems) > 1 else ''}"
        raise PatternError(
            f"{count} in the patterns:\n" + "\n".join(f"  {line}" for line in problems),
            hint="run `osteocase patterns check` after mending them",
            problems=tuple(problems),
        )
    return Lexicon(entries=entries, places=places)


def _read_file(path: Path, problems: list[str]) -> Iterator[tuple[str, Entry]]:
    """Entries of one file; its faults go to ``problems``."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path.name}: cannot be read ({error.__class__.__name__})")
        return
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path.name}: not valid TOML: {error}")
        return
    topic = data.pop("topic", None)
    if topic not in TOPICS:
        problems.append(f"{path.name}: topic {topic!r} is not known{_nearest(str(topic), TOPICS)}")
        return
    rows = data.pop("entry", [])
    for key in data:
        problems.append(f"{path.name}: {key!r} is not known here{_nearest(key, ('topic', 'entry'))}")
    model = TOPICS[topic]
    for number, row in enumerate(rows, start=1):
        entry = _read_entry(row, model, f"{path.name}, entry {number}", problems)
        if entry is not None:
            yield topic, entry


def _read_entry(row: Any, model: type[Entry], place: str, problems: list[str]) -> Entry | None:
    name = row.get("id") if isinstance(row, dict) else None
    where = f"{place} ({name})" if name else place
    try:
        return model.model_validate(row)
    except ValidationError as error:
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            if fault["type"] == "extra_forbidden":
                problems.append(f"{where}: {field!r} is no field of {model.topic}{_nearest(field, model.model_fields)}")
            elif fault["type"] == "literal_error":
                allowed = re.findall(r"'([^']+)'", str(fault.get("ctx", {}).get("expected", "")))
                problems.append(
                    f"{where}: {field} = {fault['input']!r} is not known{_nearest(str(fault['input']), allowed)}"
                )
            else:
                problems.append(f"{where}: {field or 'entry'}: {fault['msg'].removeprefix('Value error, ')}")
        return None


def _nearest(word: str, known: Iterable[str]) -> str:
    """The nearest valid word as a hint, or all of them when none is near and they are few."""
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(names)}" if len(names) <= 12 else ""


def _term_conflicts(entries: dict[str, dict[str, Entry]], places: dict[tuple[str, str], str]) -> Iterator[str]:
    """Two entries of one topic that claim the same words cannot both be right."""
    for topic, found in entries.items():
        if topic in ("word", "alike", "carried"):  # groups of words stand side by side: "may" is a month and a doubt
            continue
        owner: dict[tuple[bool, tuple[str, ...]], str] = {}
        for entry in found.values():
            keys = [(False, normal_words(term)) for term in _all_terms(entry)]
            keys += [(True, (abbreviation,)) for abbreviation in entry.abbreviations]
            for exact, words in keys:
                if not words:
                    yield f"{places[topic, entry.id]} ({entry.id}): a term is empty"
                    continue
                other = owner.setdefault((exact, words), entry.id)
                if other != entry.id:
                    place = f"{places[topic, entry.id]} ({entry.id})"
                    yield f"{place}: {' '.join(words)!r} belongs to {topic} {other!r} already"


def _all_terms(entry: Entry) -> tuple[str, ...]:
    special = ("absent_terms", "historical_terms")
    return (*entry.terms, *(term for field in special for term in getattr(entry, field, ())))
