"""One table of commands: everything in it can be done, is told in the help, and is bound without a clash."""

from __future__ import annotations

import re
from collections import Counter
from io import StringIO
from pathlib import Path

from rich.console import Console
from textual.binding import Binding
from textual.widgets import TextArea

from osteocase.tui.carry_out import CARRY_OUT
from osteocase.tui.commands import COMMANDS, bindings, by_slash
from osteocase.tui.screens.help import command_grid, command_table
from osteocase.tui.screenshots import SCENES

ROOT = Path(__file__).parents[2]


def test_every_command_can_be_carried_out_and_nothing_else_is() -> None:
    assert set(CARRY_OUT) == {command.id for command in COMMANDS}


def test_no_id_and_no_slash_word_is_there_twice() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    assert max(Counter(command.slash for command in COMMANDS if command.slash).values()) == 1


def test_no_key_does_two_things_in_one_place() -> None:
    for place in ("review", "note"):
        told = {(binding.key, binding.action) for binding in (*bindings("everywhere"), *bindings(place))}
        assert [key for key, count in Counter(key for key, _action in told).items() if count > 1] == []


def test_letters_are_never_taken_from_the_text_box() -> None:
    assert [binding.key for binding in (*bindings("everywhere"), *bindings("chat")) if len(binding.key) == 1] == []


def test_the_help_tells_every_command() -> None:
    console = Console(width=200, record=True, file=StringIO())
    console.print(command_grid())
    text = console.export_text()
    assert [command.title for command in COMMANDS if command.title not in text] == []
    assert [command.slash for command in COMMANDS if command.slash and f"/{command.slash} " not in text] == []


def test_a_slash_word_finds_its_command() -> None:
    command = by_slash("pdf")
    assert command is not None
    assert command.id == "make_pdf"
    assert by_slash("nothing") is None


def test_no_chord_is_taken_by_the_text_boxes() -> None:
    taken = {
        key.strip() for binding in TextArea.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")
    }
    shared = {"ctrl+z", "ctrl+y"}  # these undo and redo typing first, and the last change from an empty box
    assert {binding.key for binding in bindings("everywhere")} & taken == shared


def test_the_documentation_holds_the_table_of_commands_and_only_pictures_that_are_drawn() -> None:
    text = (ROOT / "docs/application.md").read_text(encoding="utf-8")
    assert command_table() in text
    shown = set(re.findall(r"\(screens/([a-z0-9-]+)\.svg\)", text))
    assert shown == {scene.name for scene in SCENES} == {path.stem for path in (ROOT / "docs/screens").glob("*.svg")}
