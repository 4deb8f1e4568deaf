"""The file that was made, shown with the viewer of the system: by a key, and by words in the chat."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from osteocase.errors import OutputError
from osteocase.tui import viewer


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that were started instead of viewers."""
    commands: list[list[str]] = []

    def start(command: list[str], **_more: Any) -> None:
        commands.append(command)

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(sys, "platform", "linux")
    return commands


def test_a_file_is_opened_where_there_is_a_screen(
    tmp_path: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.pdf"
    file.write_bytes(b"%PDF-")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "xdg-open" else None)
    viewer.open_file(file)
    assert started == [["/usr/bin/xdg-open", str(file)]]


def test_no_viewer_and_no_file_are_told(
    tmp_path: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.pdf"
    with pytest.raises(OutputError, match="no longer there"):
        viewer.open_file(file)
    file.write_bytes(b"%PDF-")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/xdg-open" if name == "xdg-open" else None)
    with pytest.raises(OutputError, match="no viewer") as told:
        viewer.open_file(file)
    assert str(file) in str(told.value)
    assert started == []
