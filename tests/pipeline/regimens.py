"""Lines of ``regimens.txt``: what many hands write of treatments, with the whole regimen that a clinician reads there.

A line that starts with ``=`` is the text (``\\n`` stands for a line end); each line below it is one record: the agent,
then ``s`` status, ``d`` dose and unit, ``r`` route, ``f`` frequency, ``from`` start, ``to`` stop, ``for`` duration,
``n`` doses. What a record does not name is not told; a status that it does not name is not compared. A strength of two
numbers (``25/100``) is compared with the words of the dose.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["FIELDS", "LINES", "Row"]

Row = dict[str, str]

FIELDS = ("dose", "dose_unit", "route", "frequency", "start", "stop", "duration", "doses_given")
_KEYS = {
    "s": "status", "r": "route", "f": "frequency", "from": "start", "to": "stop", "for": "duration", "n": "doses_given",
}  # fmt: skip


def _row(line: str) -> Row:
    agent, *parts = (part.strip() for part in line.split(";"))
    row = {"agent": agent}
    for part in parts:
        key, _, value = part.partition(" ")
        if key == "d":
            match = re.fullmatch(r"(?P<dose>[\d./,½-]+)\s*(?P<unit>.*)", value)
            assert match is not None, line
            row["dose"] = match["dose"]
            if match["unit"]:
                row["dose_unit"] = match["unit"]
        else:
            row[_KEYS[key]] = value
    return row


def _lines() -> list[tuple[str, list[Row]]]:
    read: list[tuple[str, list[Row]]] = []
    for line in Path(__file__).with_name("regimens.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            read.append((line[2:].replace("\\n", "\n"), []))
        elif line.strip() and not line.startswith("#"):
            read[-1][1].append(_row(line))
    return read


LINES = _lines()
