"""Rows that open with a day: registers of what was dispensed or given."""

from __future__ import annotations

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.periods import Times

__all__ = ["of_about_then", "opens_its_line"]


def of_about_then(times: Times) -> None:
    """What was handed out on a day is begun within weeks of it."""
    for name, (record, span) in times.items():
        if record.get("date") and len(record["date"]) == len("2020-01-01"):
            times[name] = ({**record, "date": record["date"][:7], "precision": "month"}, span)


def opens_its_line(scan: Scan, start: int) -> bool:
    """Whether the line of a name opens with a day of its own: a register of what was dispensed."""
    line = scan.text.rfind("\n", 0, start) + 1
    return any(time.kind == "date" and time.start - line <= 3 for time in scan.times_in(line, start))
