"""The prompt tells a note from a question, a path from words, and a replayed paste from typing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult

from osteocase.tui.messages import Asked, NotePasted, PathsPasted
from osteocase.tui.widgets.prompt import Prompt, looks_like_note, pasted_paths


class OnePrompt(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield Prompt(id="prompt")

    def on_asked(self, event: Asked) -> None:
        self.heard.append(("asked", event.text))

    def on_note_pasted(self, event: NotePasted) -> None:
        self.heard.append(("note", event.text))

    def on_paths_pasted(self, event: PathsPasted) -> None:
        self.heard.append(("paths", event.paths))


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("one line", False),
        ("one line\n", False),
        ("two\nlines", True),
        ("two\rlines", True),
        ("x" * 241, True),
        ("", False),
    ],
)
def test_several_lines_or_a_very_long_one_are_a_note(text: str, is_note: bool) -> None:
    assert looks_like_note(text) is is_note


def test_pasted_paths_are_files_that_exist(tmp_path: Path) -> None:
    first, second = tmp_path / "one.txt", tmp_path / "two words.txt"
    first.write_text("a")
    second.write_text("b")
    assert pasted_paths(f"{first}") == (first,)
    assert pasted_paths(f"'{second}'") == (second,)
    assert pasted_paths(str(second)) == (second,)
    assert pasted_paths(f"{first} '{second}'") == (first, second)
    assert pasted_paths(f"file://{tmp_path}/two%20words.txt") == (second,)
    assert pasted_paths(f"{tmp_path}/nowhere.txt") == ()
    assert pasted_paths(f"read {first}") == ()
    assert pasted_paths("it's 5 o'clock") == ()
    assert pasted_paths("") == ()


async def test_enter_says_what_was_typed_and_empties_the_box() -> None:
    app = OnePrompt()
    async with app.run_test() as pilot:
        await pilot.press(*"TSH?", "enter")
        assert app.heard == [("asked", "TSH?")]
        assert app.query_one(Prompt).text == ""


async def test_a_pasted_note_is_a_note_and_a_pasted_line_is_text() -> None:
    app = OnePrompt()
    async with app.run_test() as pilot:
        app.post_message(events.Paste("TSH 0.283 mU/L\nPTH 94.2 pg/mL"))
        await pilot.pause()
        app.post_message(events.Paste("intact PTH"))
        await pilot.pause()
        assert app.heard == [("note", "TSH 0.283 mU/L\nPTH 94.2 pg/mL")]
        assert app.query_one(Prompt).text == "intact PTH"


async def test_shift_enter_starts_a_new_line() -> None:
    app = OnePrompt()
    async with app.run_test() as pilot:
        await pilot.press("a", "shift+enter", "b", "enter")
        assert app.heard == [("asked", "a\nb")]


def replay(prompt: Prompt, text: str) -> None:
    """Send a text as a terminal without bracketed paste does."""
    for character in text:
        key = {"\r": "enter", "\t": "tab", " ": "space", ".": "full_stop"}.get(character, character)
        prompt.post_message(events.Key(key, character))


@pytest.mark.parametrize(
    "text",
    ["a\rb\r", "TSH 1.9\rPTH 61\r\tnormal\rP1NP 56", "a\r\r\rb\r\r"],
    ids=["ends in a line end", "no end", "empty"],
)
async def test_a_paste_replayed_as_keys_is_one_note(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(Prompt, "burst_seconds", 0.2)
    app = OnePrompt()
    async with app.run_test() as pilot:
        replay(app.query_one(Prompt), text)
        while not app.heard:
            await pilot.pause(0.05)
        assert app.heard == [("note", text.removesuffix("\r").replace("\r", "\n"))]
        assert app.query_one(Prompt).text == ""


async def test_two_lines_that_came_at_once_but_may_be_typed_stay_in_the_box(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Prompt, "burst_seconds", 0.2)
    app = OnePrompt()
    async with app.run_test() as pilot:
        prompt = app.query_one(Prompt)
        monkeypatch.setattr(Prompt, "rest_seconds", 0.1)
        replay(prompt, "TSH?\rPTH")
        for _moment in range(12):
            await pilot.pause(0.05)
        assert prompt.text == "TSH?\nPTH"
        assert app.heard == []


async def test_a_key_that_writes_nothing_ends_a_replayed_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Prompt, "burst_seconds", 0.2)
    app = OnePrompt()
    async with app.run_test() as pilot:
        prompt = app.query_one(Prompt)
        replay(prompt, "one\rtwo\rthree\rfour")
        prompt.post_message(events.Key("home", None))
        await pilot.pause()
        assert app.heard == [("note", "one\ntwo\nthree\nfour")]
        assert prompt.text == ""


async def test_up_and_down_bring_back_what_was_said() -> None:
    app = OnePrompt()
    async with app.run_test() as pilot:
        for words in ("one", "two"):
            await pilot.press(*words, "enter")
        prompt = app.query_one(Prompt)
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            seen.append(prompt.text)
        assert seen == ["two", "one", "one", "two", ""]
