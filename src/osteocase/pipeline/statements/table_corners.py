"""The day in the corner of a table of results: ``Bloods 15 Mar 2021 | Result``."""

from __future__ import annotations

from collections.abc import Collection

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.text.tables import Row
from osteocase.pipeline.times.find import TimeMention

__all__ = ["corner_day", "has_one_result"]

_BESIDE = re.compile(
    r"(?:(?:blood|lab|laboratory|serum|chemistry|biochem\w*|endocrin\w*|test|result|value|analyte|parameter"
    r"|investigation|sampl\w*|collect\w*|drawn|taken|date|day|of|on|from|work|count|panel)s?\b|[\W\d_])*",
    re.IGNORECASE,
)
"""What may stand beside the day: what was drawn. ``Printed`` and ``Next review`` may not."""


def corner_day(scan: Scan, row: Row) -> TimeMention | None:
    """The day in the first cell of a head row, which is that of the whole table where no other cell tells one."""
    if not row.cells:
        return None
    corner = row.cells[0]
    days = [time for time in scan.times_in(corner.start, row.end) if time.kind != "duration"]
    if len(days) != 1 or days[0].kind != "date" or days[0].end > corner.end or days[0].precision != "day":
        return None
    beside = scan.text[corner.start : days[0].start] + " " + scan.text[days[0].end : corner.end]
    return days[0] if _BESIDE.fullmatch(beside) is not None else None


def has_one_result(scan: Scan, row: Row) -> bool:
    """Whether one of the other cells of a row heads results, and none heads earlier ones."""
    words = scan.knowledge.groups.get("table_header", {})
    roles: Collection[str | None] = [
        words.get(" ".join(normal_words(re.sub(r"\(.*?\)", "", cell.text)))) for cell in row.cells[1:]
    ]
    return list(roles).count("result") == 1 and "previous" not in roles
