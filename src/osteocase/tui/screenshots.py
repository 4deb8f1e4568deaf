"""Draws the screens of the documentation: ``python -m osteocase.tui.screenshots NOTES FOLDER`` writes them as SVG.

The same notes give the same pictures, so that a changed picture is a changed screen.
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from osteocase.reading import find_notes
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.start import new_app

__all__ = ["SCENES", "Scene", "draw_screens"]

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_MOST_SECONDS = 120


@dataclass(frozen=True)
class Scene:
    """One picture: what is done before it is taken."""

    name: str
    size: tuple[int, int]
    say: tuple[str, ...] = ()
    """Said in the chat, one after the other."""
    command: str | None = None
    keys: tuple[str, ...] = ()
    with_notes: bool = True


SCENES = (
    Scene("start", (80, 24), with_notes=False),
    Scene("review", (120, 40), command="go_to_records"),
    Scene("chat", (120, 40), say=("How did the total hip change?", "Which labs were abnormal at baseline?")),
    Scene("labs", (120, 40), command="show_labs"),
    Scene("bone-density", (120, 40), command="show_bmd"),
    Scene("fractures", (120, 40), command="show_fractures"),
    Scene("checks", (120, 40), command="show_checks"),
    Scene("records-narrow", (80, 24), command="go_to_records"),
    Scene("palette", (80, 24), keys=("ctrl+p",)),
)


async def draw_screens(notes: Path, folder: Path, scenes: tuple[Scene, ...] = SCENES) -> tuple[Path, ...]:
    """Draw every scene with the notes of a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for scene in scenes:
        app = new_app(notes=(notes,) if scene.with_notes else (), keep=False)
        async with app.run_test(size=scene.size) as pilot:
            await _play(app, pilot, scene, len(find_notes(notes)) if scene.with_notes else 0)
            path = folder / f"{scene.name}.svg"
            path.write_text(_FONT_FACE.sub("", app.export_screenshot(title="osteocase")), encoding="utf-8")
            written.append(path)
    return tuple(written)


async def _play(app: OsteocaseApp, pilot: Pilot[None], scene: Scene, notes: int) -> None:
    async with asyncio.timeout(_MOST_SECONDS):
        while not app.assembled or len(app.session.notes) < notes or app.intake.busy:
            await pilot.pause(0.05)
    await app.workers.wait_for_complete()
    app.bench.prompt.cursor_blink = False
    for say in scene.say:
        app.talk.ask(say)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    if scene.command is not None:
        app.run_command(scene.command)
    await pilot.press(*scene.keys)
    app.bench.doing = ""
    app.bench.refresh_status()
    await pilot.pause(0.5)


if __name__ == "__main__":
    for path in asyncio.run(draw_screens(Path(sys.argv[1]), Path(sys.argv[2]))):
        sys.stdout.write(f"{path}\n")
