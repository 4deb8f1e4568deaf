"""The settings file: what it sets, and how a fault in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteocase.errors import InputError
from osteocase.tui.screens.help import command_table, help_text
from osteocase.tui.settings import Settings, keymap_of, read_settings, settings_path
from tests.tui.conftest import MakeApp


def write(text: str) -> Path:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold() -> None:
    assert read_settings() == Settings()


def test_every_setting_is_read(home: Path) -> None:
    write(
        'theme = "osteocase-light"\nfolder = "~/reports"\ndatabase = "sqlite:///x.db"\n'
        'patterns = ["~/terms"]\n[keys]\naccept = "y"\ncopy_record = "c"\n'
    )
    settings = read_settings()
    assert settings == Settings(
        theme="osteocase-light",
        folder=home / "reports",
        database="sqlite:///x.db",
        patterns=(home / "terms",),
        keys={"accept": "y", "copy_record": "c"},
    )
    assert keymap_of(settings) == {"accept.a": "y", "copy_record.y": "c"}


def test_a_chosen_key_holds_also_where_the_footer_shows_it() -> None:
    assert keymap_of(Settings(keys={"go_to_chat": "f12"})) == {"go_to_chat.f2": "f12", "review.go_to_chat.f2": "f12"}


async def test_the_help_tells_the_chosen_keys(make_app: MakeApp) -> None:
    keymap = keymap_of(Settings(keys={"accept": "o", "make_pdf": "f12"}))
    app = make_app("first-visit", keymap=keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        text = help_text(app.bench.focused, app.keys)
        assert "**o** accept, **x** reject" in text
        assert "{" not in text
        table = command_table(app.keys)
        assert "| `o` |   | Accept the record |" in table
        assert "| `f12` | `/pdf` |" in table


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('theem = "x"', "'theem' is no setting; did you mean 'theme'"),
        ('[keys]\nacept = "y"', "'acept' is no command; did you mean 'accept'"),
        ('[keys]\naccept = "x"', "'x' would be both 'accept' and 'reject'"),
        ('[keys]\nmake_pdf = "f1"', "'f1' would be both 'help' and 'make_pdf'"),
        ('[keys]\nshow_labs = "l"', "has no key"),
        ("theme = 3", "theme: Input should be a valid string"),
        ("theme = ", "cannot be read"),
    ],
)
def test_a_fault_is_told_with_its_place_and_the_nearest_name(text: str, message: str) -> None:
    path = write(text)
    with pytest.raises(InputError, match=message) as caught:
        read_settings()
    assert caught.value.place == str(path)


async def test_a_chosen_key_does_what_the_old_one_did(make_app: MakeApp) -> None:
    keymap = keymap_of(Settings(keys={"accept": "k9,ctrl+g"}))
    app = make_app("first-visit", keymap=keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "ctrl+g")
        assert app.session.progress().accepted == 1
        await pilot.press("a")
        assert app.session.progress().accepted == 1
