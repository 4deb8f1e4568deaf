"""Runs of the command within this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from osteocase.cli.app import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Call as ``run("extract", "-", input="Ca 9.4")``; the result has ``stdout``, ``stderr`` and ``exit_code``."""

    def invoke(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)

    return invoke
