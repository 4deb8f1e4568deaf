"""A batch whole: isolation of faults, resuming, and the same bytes however it was run."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from osteocase.batch import Summary
from osteocase.errors import OutputError
from tests.batch.conftest import Write, results
from tests.batch.drive import drive

DRIVE = [sys.executable, "-m", "tests.batch.drive"]


def many(count: int) -> dict[str, str | bytes]:
    return {f"{number % 7}/note-{number:03}.txt": f"read {number} " + "x" * (number % 90) for number in range(count)}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_notes_come_out_in_the_order_of_their_paths(notes: Write, tmp_path: Path) -> None:
    summary = drive(notes(many(40)), tmp_path / "out", jobs=2)
    read = [line["note"]["id"] for line in lines(tmp_path / "out/notes.jsonl")]
    assert read == sorted(f"{number % 7}/note-{number:03}" for number in range(40))
    assert (summary.notes, summary.failed, summary.kept) == (40, 0, 0)


def test_one_notes_trouble_is_set_aside_with_its_reason_and_the_rest_is_read(notes: Write, tmp_path: Path) -> None:
    folder = notes(
        {
            "a.txt": "read well",
            "b-refused.txt": "refuse me",
            "c-broken.txt": "break on Jane Roe",
            "d-binary.txt": b"\x00\x01\x02" * 50,
            "e-empty.txt": b"",
            "f-hanging.txt": "hang for ever",
            "g-deadly.txt": "die now",
            "h-frozen.txt": "freeze whatever",
            "i-talking.txt": "print something",
            "j.txt": "read well",
        }
    )
    summary = drive(folder, tmp_path / "out", time_limit=0.3, unit_bytes=10_000)
    assert [line["note"]["id"] for line in lines(tmp_path / "out/notes.jsonl")] == ["a", "i-talking", "j"]
    reasons = {line["note"]: line["reason"] for line in lines(tmp_path / "out/failures.jsonl")}
    assert list(reasons) == [
        "b-refused", "c-broken", "d-binary", "e-empty", "f-hanging", "g-deadly", "h-frozen",
    ]  # fmt: skip
    broken = reasons.pop("c-broken")
    assert broken.startswith("an error of osteocase itself (ValueError at slow_reader.py:")
    assert reasons == {
        "b-refused": "this note is refused",
        "d-binary": "this is binary data, not text",
        "e-empty": "there is no text in it",
        "f-hanging": "it took longer than 0.3 seconds",
        "g-deadly": "the process died while reading it",
        "h-frozen": "it took longer than 0.3 seconds",
    }
    assert "Jane" not in (tmp_path / "out/failures.jsonl").read_text(encoding="utf-8")
    assert (summary.notes, summary.failed) == (10, 7)


def test_the_number_of_workers_does_not_change_a_byte(notes: Write, tmp_path: Path) -> None:
    folder = notes({**many(60), "0/bad.txt": b"", "3/refused.txt": "refuse"})
    for jobs in (1, 2, 4):
        drive(folder, tmp_path / f"out{jobs}", jobs=jobs)
    assert results(tmp_path / "out1") == results(tmp_path / "out2") == results(tmp_path / "out4")


def test_finished_work_is_kept_and_nothing_is_written_again(notes: Write, tmp_path: Path) -> None:
    folder, out = notes(many(40)), tmp_path / "out"
    first = drive(folder, out)
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    second = drive(folder, out, jobs=2)
    assert (first.kept, second.kept, second.units) == (0, first.units, first.units)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == stamps


def test_a_note_that_changed_is_read_again_and_its_neighbours_are_not(notes: Write, tmp_path: Path) -> None:
    folder, out = notes(many(40)), tmp_path / "out"
    first = drive(folder, out)
    (folder / "3/note-003.txt").write_text("read 3 anew", encoding="utf-8")
    second = drive(folder, out)
    assert second.kept == first.units - 1
    drive(folder, tmp_path / "fresh")
    assert results(out) == results(tmp_path / "fresh")


def test_notes_that_come_and_go_change_their_own_units_only(notes: Write, tmp_path: Path) -> None:
    folder, out = notes(many(150)), tmp_path / "out"
    first = drive(folder, out)
    (folder / "2/note-0025.txt").write_text("read a new one", encoding="utf-8")
    (folder / "5/note-040.txt").unlink()
    second = drive(folder, out)
    assert first.units > 8
    assert second.units - second.kept <= 4
    drive(folder, tmp_path / "fresh")
    assert results(out) == results(tmp_path / "fresh")


def test_a_batch_killed_twenty_times_ends_with_the_same_bytes(notes: Write, tmp_path: Path) -> None:
    folder, out = notes(many(150)), tmp_path / "out"
    chance = random.Random(7)
    kills = 0
    while kills < 20:
        process = subprocess.Popen([*DRIVE, str(folder), str(out), "2"])
        try:
            process.wait(timeout=chance.uniform(0.3, 1.6))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        kills += 1
    summary = _patiently(folder, out)
    drive(folder, tmp_path / "undisturbed", jobs=1)
    assert results(out) == results(tmp_path / "undisturbed")
    assert summary.notes == 150
    assert [path.name for path in out.rglob("*.part")] == []


def _patiently(folder: Path, out: Path) -> Summary:
    """Workers of a killed batch finish the unit in hand, so its lock may be held for a moment."""
    for _ in range(50):
        try:
            return drive(folder, out, jobs=2)
        except OutputError:
            time.sleep(0.1)
    raise AssertionError("the lock of a killed batch was never given back")


def test_two_batches_in_one_folder_are_refused(notes: Write, tmp_path: Path) -> None:
    folder, out = notes({"a.txt": "hang"}), tmp_path / "out"
    process = subprocess.Popen([*DRIVE, str(folder), str(out), "1"])
    try:
        while not (out / ".parts/.lock").exists():
            assert process.poll() is None
            time.sleep(0.02)
        time.sleep(0.2)
        with pytest.raises(OutputError, match="another batch works in this folder"):
            drive(folder, out)
    finally:
        process.kill()
        process.wait()


def test_a_place_that_cannot_be_written_stops_the_batch_and_keeps_what_is_finished(
    notes: Write, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OutputError):
        drive(notes(many(3)), tmp_path / "out")
