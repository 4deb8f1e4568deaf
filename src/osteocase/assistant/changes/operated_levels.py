"""Where an operation that is added was done: ``a kyphoplasty of L1``, which a record of it has no field for."""

from __future__ import annotations

import re

from osteocase.records import Record, Treatment

__all__ = ["with_level"]

_DONE = ("surgery", "procedure")
_LEVEL = re.compile(r"(?<![\w-])(?:Th|[TLS])(?:1[0-2]|[1-9])(?!\w)", re.IGNORECASE)


def with_level(record: Record, say: str) -> Record:
    """The operation called by the vertebrae that it was done on; every other record as it is."""
    if not isinstance(record, Treatment) or record.kind not in _DONE:
        return record
    known = {one.upper() for one in _LEVEL.findall(record.name)}
    levels = [one for one in dict.fromkeys(one.upper() for one in _LEVEL.findall(say)) if one not in known]
    if not levels or known:
        return record
    return record.model_copy(update={"name": f"{record.name} of {' and '.join(levels)}"})
