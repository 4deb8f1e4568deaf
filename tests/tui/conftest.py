"""What every test of the application needs: a steady cursor, and an application with a plain reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from osteocase.assistant.subjects.turn import Turn
from osteocase.records import CaseRecord, Note, NoteRecord
from osteocase.review import Session
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.parts import Parts
from osteocase.tui.reader import Reader, ThreadReader
from osteocase.tui.screens.workbench import Workbench
from osteocase.tui.themes import DEFAULT_THEME
from osteocase.tui.widgets.prompt import Prompt
from tests.review.casework import a_session, join_notes, plain_read

MakeApp = Callable[..., OsteocaseApp]


@pytest.fixture(autouse=True)
def _steady(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for widget in (Input, TextArea):
        monkeypatch.setattr(widget.cursor_blink, "_default", False)
    monkeypatch.setattr(Prompt, "burst_seconds", 0.0)
    monkeypatch.setattr(Workbench, "grace_seconds", 0.0)


class Recorder:
    """Writes a file of a kind by noting the case that it was given."""

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix
        self.cases: list[CaseRecord] = []

    def __call__(self, case: CaseRecord, notes: Sequence[Note], folder: Path) -> Path:
        self.cases.append(case)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"case.{self.suffix}"
        path.write_bytes(b"%PDF-1.7\n")
        return path


@pytest.fixture
def make_app(tmp_path: Path) -> MakeApp:
    def make(
        *names: str,
        read: Callable[[Note], NoteRecord] = plain_read,
        reader: Reader | None = None,
        session: Session | None = None,
        pdf: Recorder | None = None,
        **options: object,
    ) -> OsteocaseApp:
        if session is None:
            session = a_session(*names) if names else Session(case_id="case-1", build=join_notes)
        makers = {"pdf": pdf or Recorder("pdf"), "json": Recorder("json")}
        theme = str(options.pop("theme", DEFAULT_THEME))
        folder = Path(str(options.pop("folder", tmp_path / "out")))
        parts = Parts(
            session=session,
            reader=reader or ThreadReader(read),
            folder=folder,
            makers=makers,
            **options,  # type: ignore[arg-type]  # options of the application, as they are
        )
        return OsteocaseApp(parts, theme=theme)

    return make


def said_by(app: OsteocaseApp) -> list[str]:
    """Everything that was answered in the conversation."""
    from osteocase.tui.widgets.chat_log import Answer

    return [answer.text for answer in app.bench.query(Answer)]


def said_to(app: OsteocaseApp) -> list[str]:
    """Everything that the user said in the conversation."""
    from osteocase.tui.widgets.chat_log import Said

    return [str(said.content) for said in app.bench.query(Said)]


__all__ = ["MakeApp", "Recorder", "Turn", "said_by", "said_to"]


async def stands_still(app: OsteocaseApp, pilot: Pilot[None]) -> None:
    """Wait until nothing moves on the screen any more, on however busy a machine."""
    await pilot.wait_for_scheduled_animations()
    drawn, times = "", 0
    for _moment in range(100):
        await pilot.pause(0.02)
        now = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        times = times + 1 if now == drawn else 0
        drawn = now
        if times == 3:
            return
