"""What every test gets: no network, a home of its own, a fixed clock."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("osteocase", deadline=None)  # how long a case takes is no property of it
settings.load_profile("osteocase")

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
KEPT_STATES = 4
"""States of patterns and sources whose compiled expressions are kept between runs, of 20 MB each."""
FIXED_SECONDS = "1767225600"
"""2026-01-01T00:00:00Z as seconds since 1970, for everything that honours SOURCE_DATE_EPOCH."""

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_loopback_allowed = False


def _forbid_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse every way out of this machine, in Python and in the libraries below it."""
    if event in {"socket.connect", "socket.sendto", "socket.bind"}:
        connection, address = arguments[0], arguments[1]
        if connection.family not in {socket.AF_INET, socket.AF_INET6}:
            return  # pipes within this machine, such as asyncio's own
        host = str(address[0]) if isinstance(address, tuple) else str(address)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = str(arguments[0])
    else:
        return
    if _loopback_allowed and host in _LOOPBACK:
        return
    raise PermissionError(f"osteocase uses no network, but something asked for {event} to {host!r}")


sys.addaudithook(_forbid_network)


@pytest.fixture(autouse=True)
def _network_forbidden(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests marked ``loopback`` may talk to this machine; the others to nothing."""
    global _loopback_allowed
    _loopback_allowed = request.node.get_closest_marker("loopback") is not None
    yield
    _loopback_allowed = False


def _cache_folder(config: pytest.Config) -> Path | None:
    """The cache folder of the patterns and sources as they stand; null where the run keeps nothing."""
    kept = getattr(config, "cache", None)
    if kept is None:
        return None
    state = hashlib.sha256(sys.version.encode())
    for path in [*sorted((ROOT / "patterns").glob("*.toml")), *sorted((ROOT / "src").rglob("*.py"))]:
        if path.parent.name in {"patterns", "lexicon", "pipeline"}:
            state.update(f"{path.name} {path.stat().st_mtime_ns}".encode() + path.read_bytes())
    states: Path = kept.mkdir("osteocase")
    folder = states / state.hexdigest()[:20]
    for old in sorted(states.iterdir(), key=lambda one: one.stat().st_mtime)[:-KEPT_STATES]:
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    os.utime(folder)
    return folder


def _fill(folder: Path) -> None:
    """Let one process keep in a cache folder what reading a note needs; one after the other where several ask."""
    with (folder / "filling").open("w") as lock:
        with suppress(ImportError):  # Windows has no such lock: there each of them may fill it
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "warm").exists():
            return
        command: list[str | Path] = [sys.executable, "-m", "osteocase", "extract", SAMPLES / "plo-romosozumab"]
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
        subprocess.run(command, env=environment, capture_output=True, check=True)
        (folder / "warm").touch()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Fill the cache while the workers collect their tests: each of them would compile the same expressions."""
    workers = getattr(session.config.option, "numprocesses", None)
    if workers and (folder := _cache_folder(session.config)) is not None:
        threading.Thread(target=_fill, args=(folder,), daemon=True).start()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """One cache folder for all tests, in whatever worker, and for later runs over the same patterns and sources.

    A process need not read and check every pattern file again, nor compile what is made of them. A folder belongs to
    the bytes and times of all files that what is kept depends on: no test sees what an earlier state of them has made.
    """
    folder = _cache_folder(pytestconfig)
    if folder is None:
        own = tmp_path_factory.getbasetemp()
        folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
        folder.mkdir(exist_ok=True)
    if "PYTEST_XDIST_WORKER" in os.environ:
        _fill(folder)
    return folder


@pytest.fixture(scope="session")
def warm_cache(shared_cache: Path) -> None:
    """For tests that start processes which read notes: the shared cache holds what such a process needs to start.

    A process that is ended from outside, as the workers of a batch are, leaves nothing there itself.
    """
    _fill(shared_cache)


@pytest.fixture(scope="session")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Call for an empty folder; they are counted here, since ``mktemp`` looks through all earlier ones each time."""
    homes = tmp_path_factory.mktemp("homes")
    numbers = itertools.count()

    def make() -> Path:
        folder = homes / str(next(numbers))
        folder.mkdir()
        return folder

    return make


@pytest.fixture(autouse=True)
def home(new_home: Callable[[], Path], shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no test reads or writes the user's files."""
    folder = new_home()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    return folder


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed clock, and a terminal of known width without colour."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIXED_SECONDS)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LINES", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("OSTEOCASE_PATTERNS", raising=False)
