"""A few whole screens, each looked at before it was kept; everything else is tested by what it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp, stands_still

ALL = ("first-visit", "six-months", "one-year")
SCREENS: dict[str, tuple[tuple[int, int], tuple[str, ...], str | None]] = {
    "start-80x24": ((80, 24), (), None),
    "review-120x40": ((120, 40), ALL, "go_to_records"),
    "records-80x24": ((80, 24), ALL, "go_to_records"),
    "note-80x24": ((80, 24), ALL, "go_to_note"),
    "labs-120x40": ((120, 40), ALL, "show_labs"),
    "bmd-120x40": ((120, 40), ALL, "show_bmd"),
    "fractures-80x24": ((80, 24), ALL, "show_fractures"),
    "help-80x24": ((80, 24), ALL, "help"),
    "edit-80x24": ((80, 24), ALL, "edit"),
    "review-60x20": ((60, 20), ALL, "go_to_records"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_seen(name: str, make_app: MakeApp, snap_compare: object) -> None:
    size, notes, command = SCREENS[name]
    app = make_app(*notes)

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        if command == "edit":  # of a record that can be seen
            app.run_command("go_to_records")
            await pilot.pause()
        if command is not None:
            app.run_command(command)
        await pilot.pause()
        app.bench.doing = ""
        app.bench.refresh_status()
        await stands_still(app, pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)  # type: ignore[operator]  # the plugin gives no types


@pytest.mark.parametrize("theme", ["osteocase-light", "osteocase-high-contrast"])
def test_a_theme_looks_as_it_was_seen(theme: str, make_app: MakeApp, snap_compare: object) -> None:
    app = make_app(*ALL, theme=theme)

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        app.bench.doing = ""
        app.bench.refresh_status()
        await stands_still(app, pilot)

    assert snap_compare(app, terminal_size=(120, 40), run_before=before)  # type: ignore[operator]  # the plugin gives no types


def test_without_colour_every_state_is_still_told(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, snap_compare: object
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(*ALL)

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("f3", "a", "x", "space")
        await pilot.pause()
        app.bench.doing = ""
        app.bench.refresh_status()
        await stands_still(app, pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=before)  # type: ignore[operator]  # the plugin gives no types


def test_the_pictures_hold_no_paths_of_this_machine() -> None:
    for picture in (Path(__file__).parent / "__snapshots__").rglob("*.svg"):
        assert str(Path.home()) not in picture.read_text(encoding="utf-8")
