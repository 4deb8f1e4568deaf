"""Tables of vertebral fracture assessment: a row a level, with its shape and its grade."""

from __future__ import annotations

from itertools import pairwise

from osteocase.pipeline.fractures.drafts import drafts_of
from osteocase.pipeline.fractures.levels import find_levels
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.traits import item_traits
from osteocase.pipeline.fractures.words import Place, words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.text.tables import Row, Table

__all__ = ["graded_levels", "grading_tables"]

_COLUMN = re.compile(
    r"\b(?:genant|sq|semi-?quantitative|grade|grading|deformity|shape|morpholog\w*|fractures?|type)\b", re.IGNORECASE
)
_GRADE_COLUMN = re.compile(r"\b(?:genant|sq|semi-?quantitative|grade|grading)\b", re.IGNORECASE)
_DENSITY = re.compile(r"\b(?:bmd|bmc|[tz][\s-]?scores?|g/cm)", re.IGNORECASE)
_GRADE = re.compile(
    r"\W*(?:genant|sq|grade|gr\.?)?\s*(?P<grade>[0-3])\W*(?:\(?(?:mild|moderate|severe|normal)\)?)?\W*", re.IGNORECASE
)
_IN_ROW = re.compile(r"\b(?:genant|sq|grade|gr\.?)\s*(?P<grade>[0-3])\b", re.IGNORECASE)
_SHAPED = re.compile(r"\b(?:genant|sq|grade|gr\.?)\s*[0-3]\b|\b(?:wedge|biconcave|crush)\b", re.IGNORECASE)
_SOUND = re.compile(r"\b(?:normal|none|nil|no|intact|preserved|negative)\b", re.IGNORECASE)
_BLOCK = re.compile(r"\[[A-Za-z]{2,12}\]")
_LEAST_LEVELS = 2
_MOST_CLEARED = 2
_DENIED_ROW = re.compile(
    r"(?P<levels>[A-Za-z]{1,2}\d{1,2}(?:\s?[-–/,]\s?[A-Za-z]{0,2}\d{1,2})?)\s*(?:[|:–-]|\t|[ ]{2})\s*"
    r"no\s+(?:fracture|fx|#)s?\.?",
    re.IGNORECASE,
)


def grading_tables(scan: Scan) -> list[tuple[Table, Row]]:
    """Tables whose rows are vertebral levels and whose head speaks of grade or shape, with that head."""
    found: list[tuple[Table, Row]] = []
    for table in [part for whole in scan.tables for part in _parts(whole)]:
        if not table.rows:
            continue
        head = table.rows[0]
        title = scan.text[head.start : head.end]
        if _DENSITY.search(title) is not None:
            continue
        leveled = [row for row in table.rows if _level(scan, row) is not None]
        if _COLUMN.search(title) is None:
            leveled = [row for row in leveled if _SHAPED.search(scan.text, row.start, row.end) is not None]
        if len(leveled) >= _LEAST_LEVELS:
            found.append((table, head))
    return found


def _parts(table: Table) -> list[Table]:
    """The blocks of a register, each under a heading in brackets: ``[DXA]``, ``[FX]``."""
    cuts = [
        place for place, row in enumerate(table.rows) if _BLOCK.fullmatch(row.cells[0].text) and len(row.cells) == 1
    ]
    if not cuts:
        return [table]
    edges = [0, *cuts, len(table.rows)]
    blocks = [table.rows[left:right] for left, right in pairwise(edges) if left < right]
    return [table._replace(start=rows[0].start, end=rows[-1].end, rows=rows) for rows in blocks]


def graded_levels(scan: Scan, tables: list[tuple[Table, Row]]) -> list[Draft]:
    """Drafts of the levels that a table calls deformed or grades 1 to 3."""
    drafts: list[Draft] = []
    for table, head in tables:
        columns = [index for index, cell in enumerate(head.cells) if _GRADE_COLUMN.search(cell.text)]
        for row in table.rows:
            place = _level(scan, row)
            if place is not None:
                drafts += _of_row(scan, row, place, columns[0] if columns else None)
            drafts += _denied_row(scan, row)
    return drafts


def _denied_row(scan: Scan, row: Row) -> list[Draft]:
    """``L1-L2   no fracture``: one or two levels that a row clears in so many words."""
    denied = _DENIED_ROW.fullmatch(scan.text[row.start : row.end].rstrip())
    if denied is None:
        return []
    levels = find_levels(scan.text, row.start, row.start + denied.end("levels"), scan.knowledge)
    names = [name for mention in levels for name in mention.levels]
    if not 1 <= len(names) <= _MOST_CLEARED:
        return []
    told: Draft = {
        "status": "absent", "temporality": "current", "subject": "patient", "start": row.start,
        "end": row.start + denied.end(), "rule": "fractures.table", "definite": False, "again": False,
    }  # fmt: skip
    place = Place(levels[0].start, levels[-1].end, "vertebra", levels=tuple(names), entry="level")
    return drafts_of(scan, place, {}, None, told)


def _level(scan: Scan, row: Row) -> Place | None:
    """The one level that the first cell of a row names."""
    cell = next((cell for cell in row.cells if cell.text.strip()), None)
    if cell is None or len(cell.text) > 24:
        return None
    levels = find_levels(scan.text, cell.start, cell.end, scan.knowledge)
    if len(levels) != 1 or len(levels[0].levels) != 1:
        return None
    return Place(levels[0].start, levels[0].end, "vertebra", levels=levels[0].levels, entry="level")


def _of_row(scan: Scan, row: Row, place: Place, column: int | None) -> list[Draft]:
    traits: dict[str, Trait] = item_traits(words_of(scan, place.end, row.end, []))
    grade = None
    told_grade = _IN_ROW.search(scan.text, place.end, row.end)
    if told_grade is not None:
        grade = (told_grade["grade"], told_grade.start(), told_grade.end())
    if column is not None and column < len(row.cells):
        cell = row.cells[column]
        match = _GRADE.fullmatch(cell.text)
        if match is not None:
            grade = (match["grade"], cell.start, cell.end)
    if grade is not None and grade[0] != "0":
        traits["genant_grade"] = grade
    is_deformed = grade[0] != "0" if grade is not None else "kind" in traits
    if not is_deformed or (grade is None and _SOUND.search(scan.text, place.end, row.end) is not None):
        return []
    chronic = traits.get("acuity", ("",))[0] == "chronic"
    told: Draft = {
        "status": "present", "temporality": "historical" if chronic else "current", "subject": "patient",
        "start": row.start + len(scan.text[row.start : row.end]) - len(scan.text[row.start : row.end].lstrip()),
        "end": row.start + len(scan.text[row.start : row.end].rstrip()),
        "rule": "fractures.table", "definite": False, "again": False,
    }  # fmt: skip
    return drafts_of(scan, place, traits, None, told)
