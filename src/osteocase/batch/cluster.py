"""The same work on many machines: units given to the workers of a Dask cluster.

A Dask worker starts an osteocase worker process for each of its threads and keeps it, so that the pipeline is built
once. What a unit makes is written to the shared storage by that process; only its counts come back. When a machine is
lost, its units go to others. A unit that was written twice by such an accident is the same, byte for byte, and counts
once.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import islice
from typing import Any

from osteocase.batch.items import Item
from osteocase.batch.pool import Crew, Done
from osteocase.batch.units import Unit
from osteocase.batch.worker import Settings
from osteocase.errors import InputError, OsteocaseError

__all__ = ["run_on_cluster"]

_TRIES = 4
"""How often a unit is given out before the batch stops."""
_CONNECT_SECONDS = 20.0
_UNITS_A_THREAD = 3
"""Units on their way for each thread, so that none waits for the next."""

_own = threading.local()


def run_on_cluster(units: Iterable[Unit], settings: Settings, *, module: str, address: str) -> Iterator[Done]:
    """Read units on a Dask cluster and tell each one that is finished, in the order in which they finish.

    Args:
        units: the work; taken as the cluster gets through it.
        settings: what the workers share; ``storage`` must be reached by all of them.
        module: the module that runs :func:`osteocase.batch.worker.serve`.
        address: the scheduler, such as ``tcp://login-node:8786``.

    Raises:
        InputError: distributed is not installed, or the scheduler does not answer.
        OutputError: results cannot be written.
        OsteocaseError: a unit was lost several times.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError as error:
        raise InputError("a cluster needs Dask", hint="pip install 'osteocase[dask]'") from error
    try:
        client = dask.Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise InputError("the scheduler does not answer", place=address, hint="look at the address") from error
    waiting = iter(units)
    out: dict[str, _Given] = {}

    def give(unit: Unit, number: int) -> Any:
        key = f"osteocase-{unit.id}-{number}"
        out[key] = _Given(unit, number)
        return client.submit(_read_unit, _plain(unit), settings.as_json(), module, key=key, pure=False)

    with client:
        threads = max(1, sum(client.nthreads().values()))
        going = dask.as_completed([give(unit, 1) for unit in islice(waiting, threads * _UNITS_A_THREAD)])
        for future in going:
            given = out.pop(future.key)
            failure = future.exception()
            if failure is None:
                yield Done(**future.result())
                following = next(waiting, None)
                if following is not None:
                    going.add(give(following, 1))
            elif isinstance(failure, OsteocaseError):
                raise failure
            elif isinstance(failure, dask.KilledWorker | OSError) and given.number < _TRIES:
                going.add(give(given.unit, given.number + 1))
            else:
                raise OsteocaseError(
                    f"{len(given.unit.items)} notes were lost {given.number} times ({type(failure).__name__})",
                    place=given.unit.items[0].path,
                    hint="look at the logs of the Dask workers; the same command goes on from here",
                )


@dataclass(frozen=True)
class _Given:
    """A unit on its way, and how often it was given out."""

    unit: Unit
    number: int


def _read_unit(unit: dict[str, Any], settings: dict[str, Any], module: str) -> dict[str, Any]:
    """Runs on a Dask worker: hand the unit to this thread's own osteocase process."""
    crew: Crew | None = getattr(_own, "crew", None)
    if crew is None or _own.settings != settings:
        if crew is not None:
            crew.end()
        crew = Crew(Settings.from_json(settings), module=module, jobs=1)
        _own.crew, _own.settings = crew, settings
        atexit.register(crew.end)
    items = tuple(Item.from_json(item) for item in unit["items"])
    (done,) = crew.run([Unit(unit["id"], items)])
    return asdict(done)


def _plain(unit: Unit) -> dict[str, Any]:
    return {"id": unit.id, "items": [item.as_json() for item in unit.items]}
