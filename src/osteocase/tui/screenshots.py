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
_ROW_ID = re.compile(r"terminal-\d+")
_MOST_SECONDS = 240
_NARROW, _WIDE = (80, 24), (120, 40)


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
    Scene("start-80x24", _NARROW, with_notes=False),
    Scene("review-120x40", _WIDE, command="go_to_records", keys=("a", "a", "space")),
    Scene("chat-120x40", _WIDE, say=("How did the total hip change?", "T9 was acute")),
    *(
        Scene(f"{name}-120x40", _WIDE, command=f"show_{name}")
        for name in ("summary", "labs", "bmd", "fractures", "timeline", "checks", "care")
    ),
    Scene("edit-120x40", _WIDE, command="edit"),
    Scene("chat-80x24", _NARROW, say=("How did the total hip change?",)),
    Scene("records-80x24", _NARROW, command="go_to_records"),
    Scene("note-80x24", _NARROW, command="go_to_note"),
    Scene("labs-80x24", _NARROW, command="show_labs"),
    Scene("fractures-80x24", _NARROW, command="show_fractures"),
    Scene("palette-80x24", _NARROW, keys=("ctrl+p",)),
)


async def draw_screens(notes: Path, folder: Path, scenes: tuple[Scene, ...] = SCENES) -> tuple[Path, ...]:
    """Draw every scene with the notes of a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for size, with_notes in dict.fromkeys((scene.size, scene.with_notes) for scene in scenes):
        app = new_app(notes=(notes,) if with_notes else (), keep=False)
        async with app.run_test(size=size) as pilot:
            await _read(app, pilot, len(find_notes(notes)) if with_notes else 0)
            for scene in scenes:
                if (scene.size, scene.with_notes) == (size, with_notes):
                    await _play(app, pilot, scene)
                    written.append(_drawn(app, folder / f"{scene.name}.svg"))
                    await pilot.press("escape")
                    await pilot.pause()
    return tuple(written)


async def _read(app: OsteocaseApp, pilot: Pilot[None], notes: int) -> None:
    async with asyncio.timeout(_MOST_SECONDS):
        while not app.reader_ready or len(app.session.notes) < notes or app.intake.busy:
            await pilot.pause(0.05)
    await app.workers.wait_for_complete()
    await pilot.pause()
    app.bench.prompt.cursor_blink = False
    app.bench.note_view.cursor_blink = False


async def _play(app: OsteocaseApp, pilot: Pilot[None], scene: Scene) -> None:
    for say in scene.say:
        app.talk.ask(say)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    if scene.command is not None:
        app.run_command(scene.command)
        await pilot.pause()
    await pilot.press(*scene.keys)
    app.bench.doing = ""
    app.bench.refresh_status()
    await pilot.pause(0.5)


def _drawn(app: OsteocaseApp, path: Path) -> Path:
    """Write the screen, without addresses of fonts and without the number that differs from run to run."""
    picture = _FONT_FACE.sub("", app.export_screenshot(title="osteocase"))
    path.write_text(_ROW_ID.sub(f"terminal-{path.stem}", picture), encoding="utf-8")
    return path


if __name__ == "__main__":
    for path in asyncio.run(draw_screens(Path(sys.argv[1]), Path(sys.argv[2]))):
        sys.stdout.write(f"{path}\n")
