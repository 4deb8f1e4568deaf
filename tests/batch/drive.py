"""A batch with the stand-in reader in a process of its own, so that a test can kill it: ``drive.py INPUT OUT JOBS``."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from osteocase.batch import NOTES, PARTS, Settings, Summary, folder_items, pool, run_batch, run_units, units

MODULE = "tests.batch.slow_reader"


def drive(notes: Path, out: Path, *, jobs: int = 1, time_limit: float = 30.0, unit_bytes: int = 100) -> Summary:
    """Read a folder in very small units."""
    units._SMALLEST = unit_bytes
    pool._GRACE = 1.0
    settings = Settings(storage=str(out / PARTS), products=("notes",), time_limit=time_limit)
    run = partial(run_units, settings=settings, module=MODULE, jobs=jobs)
    items = folder_items(notes, grouping="none", separator="_")
    return run_batch(items, out, settings, [NOTES], mark="test", run=run)


if __name__ == "__main__":
    drive(Path(sys.argv[1]), Path(sys.argv[2]), jobs=int(sys.argv[3]))
