"""Results written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from osteocase.cli.output import check_target, write
from osteocase.errors import OutputError


def test_a_file_is_replaced_in_one_step_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write(b"new", path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777, os.listdir(tmp_path)) == (b"new", 0o640, ["case.json"])


def test_a_new_file_gets_the_permissions_that_the_user_is_used_to(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write(b"new", tmp_path / "case.json")
    finally:
        os.umask(mask)
    assert (tmp_path / "case.json").stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.pdf"
    path.write_bytes(b"old")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError) as refusal:
        write(b"new", path)
    assert (refusal.value.message, path.read_bytes()) == ("the disk is full", b"old")
    assert os.listdir(tmp_path) == ["case.pdf"]


@pytest.mark.parametrize(
    ("target", "message"),
    [("folder", "this is a folder"), ("missing/case.pdf", "its folder does not exist")],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, target: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as refusal:
        check_target(tmp_path / target)
    assert (refusal.value.message, refusal.value.place) == (message, str(tmp_path / target))


def test_a_device_is_written_as_it_is() -> None:
    write(b"nothing", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()
