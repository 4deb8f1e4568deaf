"""The clock of all sides: reads the notes, warms up, and prints the processor seconds of one pass as JSON.

Written for any Python from 3.9 on and for the standard library alone, since each side has another environment.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["run"]


def run(read: Callable[[str], Any]) -> None:
    """Time ``read`` over the notes of the JSON file that the first argument names."""
    notes: list[str] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for text in notes[:20]:
        read(text)
    start = time.process_time()
    for text in notes:
        read(text)
    print(json.dumps({"seconds": time.process_time() - start}), flush=True)
