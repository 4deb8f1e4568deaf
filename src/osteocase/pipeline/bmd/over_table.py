"""What the lines right over a densitometry table say of all its results: their site, their measure, their order."""

from __future__ import annotations

from osteocase.pipeline.bmd.labels import labels_in
from osteocase.pipeline.bmd.measures import FIELDS
from osteocase.pipeline.bmd.sites import FAMILY, Site, sites_in
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.text.tables import Table

__all__ = ["measure_over", "order_over", "site_over"]

_TITLE_LENGTH = 160
"""Characters of a line that can be a title; a longer one is a paragraph, whose sites are those of its own story."""


def site_over(scan: Scan, table: Table) -> Site | None:
    """The site named in the lines right over a table: ``Scan Type: a Lumbar Spine``, ``DUALFEMUR BONE DENSITY``."""
    left = max(0, table.start - 260)
    for start, end in reversed(_lines(scan.text, left, table.start)[-5:]):
        if re.search(r"\d[.,]\d{3}|[-‐‑–—−+]\d[.,]\d|g/cm", scan.text[start:end]):
            continue
        if len(scan.text[scan.text.rfind("\n", 0, start) + 1 : end]) > _TITLE_LENGTH:
            return None
        sites = [site for site in sites_in(scan, start, end) if site.id in FAMILY]
        if sites:
            return sites[-1] if len({FAMILY[site.id] for site in sites}) == 1 else None
    return None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        found.append((position, stop))
        position = stop + 1
    return found


def measure_over(scan: Scan, table: Table) -> str | None:
    """The measure that the line over a table names for all its numbers: ``DXA results over time (T-score)``."""
    named = _measures_over(scan, table)
    return named[0] if len(named) == 1 else None


def order_over(scan: Scan, table: Table) -> list[str]:
    """The measures that the line over a table names for the numbers of each cell: ``BMD, Z-score and change:``."""
    named = _measures_over(scan, table)
    return named if len(named) > 1 else []


def _measures_over(scan: Scan, table: Table) -> list[str]:
    lines = [
        line
        for line in _lines(scan.text, max(0, table.start - 140), table.start)
        if scan.text[line[0] : line[1]].strip()
    ]
    if not lines:
        return []
    labels = labels_in(scan, *lines[-1], head=True)
    return list(dict.fromkeys(label.measure for label in labels if label.measure in FIELDS))
