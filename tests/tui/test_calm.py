"""When Python looks for reference cycles while the application starts and runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from osteocase.tui import calm


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    enabled, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    (gc.enable if enabled else gc.disable)()


def test_no_search_until_the_application_is_up_and_then_again() -> None:
    calm.hold()
    assert not gc.isenabled()
    calm.calm()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
