"""The machine-readable files that a report carries: the record, its values as a table, and the schema of both."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache

from osteocase.records import Bmd, CaseRecord, Lab, Record, Score, to_json
from osteocase.report.document import Attachment

__all__ = ["attachments_of", "case_json", "values_csv"]

_HEAD = (
    "case", "list", "record", "name", "site", "value", "comparator", "value_high", "qualitative", "unit", "low", "high",
    "flag", "months", "time", "note", "start", "end", "rule", "review",
)  # fmt: skip
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def attachments_of(case: CaseRecord) -> tuple[Attachment, ...]:
    """``case.json``, ``values.csv`` and ``schema.json``; the same case gives the same bytes."""
    return (
        Attachment(
            "case.json", "application/json", case_json(case), "The case record that this report tells", "Source"
        ),
        Attachment(
            "values.csv",
            "text/csv",
            values_csv(case).encode("utf-8", "replace"),
            "All laboratory, densitometry and score values",
            "Data",
        ),
        Attachment("schema.json", "application/schema+json", _schema(), "JSON Schema of the case record", "Supplement"),
    )


def case_json(case: CaseRecord) -> bytes:
    """The record as JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes JSON's own escape."""
    return to_json(case).encode("utf-8", "backslashreplace")


@lru_cache(maxsize=1)
def _schema() -> bytes:
    return json.dumps(CaseRecord.model_json_schema(), ensure_ascii=False, indent=1, sort_keys=True).encode()


def values_csv(case: CaseRecord) -> str:
    """One line a value, UTF-8, in the order of the record; words that a spreadsheet would run are made plain text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    for lab in case.labs:
        low, high = (lab.reference.low, lab.reference.high) if lab.reference else (None, None)
        writer.writerow(
            _line(case, "labs", lab, lab.name, "", lab.value, lab.comparator, lab.value_high, lab.qualitative,
                  lab.unit or lab.unit_text, low, high, lab.flag)
        )  # fmt: skip
    for bmd in case.bmd:
        for name, value, unit in _bmd_values(bmd):
            writer.writerow(_line(case, "bmd", bmd, name, bmd.site, value, None, None, None, unit, None, None, None))
    for score in case.scores:
        writer.writerow(
            _line(case, "scores", score, score.name, score.body_site, score.value, None, score.value_high, None,
                  score.unit, score.min, score.max, None)
        )  # fmt: skip
    return out.getvalue()


def _bmd_values(record: Bmd) -> list[tuple[str, object, str]]:
    told = (
        ("bmd", record.bmd_g_cm2, "g/cm2"),
        ("t_score", record.t_score, "1"),
        ("z_score", record.z_score, "1"),
        ("yam", record.yam_percent, "%"),
        ("change", record.change_percent, "%"),
        ("tbs", record.tbs, "1"),
    )
    return [(name, value, unit) for name, value, unit in told if value is not None]


def _line(case: CaseRecord, kind: str, record: Lab | Bmd | Score, *told: object) -> list[str]:
    time = record.time
    place: Record = record
    cells = [
        case.case.id, kind, record.id, *told, time.months if time else None, time.text if time else None,
        place.source.note, place.source.start, place.source.end, record.rule, record.review,
    ]  # fmt: skip
    return [_plain(cell) for cell in cells]


def _plain(value: object) -> str:
    """A cell; numbers stay numbers, words that begin like a formula get an apostrophe before them."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_START):
        return f"'{value}"
    return format(value, "f") if hasattr(value, "as_tuple") else str(value)
