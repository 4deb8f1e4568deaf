"""Many notes: read by several processes, stopped and taken up at will, one note's trouble kept from the others."""

from __future__ import annotations

from osteocase.batch.cluster import run_on_cluster
from osteocase.batch.folders import Grouping, folder_items
from osteocase.batch.items import Item
from osteocase.batch.pool import Done, run_units
from osteocase.batch.products import CASES, NOTES, Product, Sink, UnitResult, chained
from osteocase.batch.run import PARTS, Summary, fingerprint, run_batch
from osteocase.batch.tables import TABLE_SUFFIXES, Fields, sql_items, table_items
from osteocase.batch.units import by_case
from osteocase.batch.worker import Settings, Worker, serve

__all__ = [
    "CASES",
    "NOTES",
    "PARTS",
    "TABLE_SUFFIXES",
    "Done",
    "Fields",
    "Grouping",
    "Item",
    "Product",
    "Settings",
    "Sink",
    "Summary",
    "UnitResult",
    "Worker",
    "by_case",
    "chained",
    "fingerprint",
    "folder_items",
    "run_batch",
    "run_on_cluster",
    "run_units",
    "serve",
    "sql_items",
    "table_items",
]
