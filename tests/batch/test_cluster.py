"""A batch on a Dask cluster of this machine, with a worker killed midway."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from osteocase.batch import NOTES, PARTS, Done, Settings, Summary, folder_items, run_batch, run_on_cluster, units
from osteocase.errors import InputError
from tests.batch.conftest import Write, results
from tests.batch.drive import MODULE, drive
from tests.batch.test_run import many

pytestmark = pytest.mark.loopback


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two worker processes that start anew when they are lost."""
    distributed: Any = import_module("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as local:
        yield local


def on_cluster(folder: Path, out: Path, address: str, watch: Any = lambda done: None) -> Summary:
    settings = Settings(storage=str(out / PARTS), products=("notes",))
    run = partial(run_on_cluster, settings=settings, module=MODULE, address=address)
    items = folder_items(folder, grouping="none", separator="_")
    return run_batch(items, out, settings, [NOTES], mark="test", run=run, watch=watch)


def test_a_lost_worker_loses_no_note_and_doubles_none(
    notes: Write, tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = notes(many(120))
    monkeypatch.setattr(units, "_SMALLEST", 100)
    victims = [worker.pid for worker in cluster.workers.values()][:1]
    killed: list[int] = []

    def kill_after_the_first(done: Done) -> None:
        if victims:
            killed.append(victims.pop())
            os.kill(killed[0], signal.SIGKILL)

    summary = on_cluster(folder, tmp_path / "cluster", cluster.scheduler_address, kill_after_the_first)
    drive(folder, tmp_path / "alone")
    assert killed
    assert (summary.notes, summary.failed) == (120, 0)
    assert results(tmp_path / "cluster") == results(tmp_path / "alone")


def test_a_scheduler_that_does_not_answer_is_told(
    notes: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osteocase.batch.cluster._CONNECT_SECONDS", 0.5)
    with pytest.raises(InputError, match="the scheduler does not answer"):
        on_cluster(notes({"a.txt": "read"}), tmp_path / "out", "tcp://127.0.0.1:9")
