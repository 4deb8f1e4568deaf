"""The whole of a list that was cut short: ``show all of them``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.dated import with_dates
from osteocase.assistant.subjects.reply import MOST, Reply, lines, of_records
from osteocase.review import Session

__all__ = ["whole_list"]

_WHOLE = re.compile(
    r"^\W*(?:(?:ok|okay|please|pls|yes|and|can you|could you)[\s,]+)*(?:(?:show|list|give|tell|see|display|let)\s+)?"
    r"(?:(?:me|us)\s+)?(?:see\s+)?(?:all(?:\s+of)?\s+(?:them|those|these)|"
    r"(?:the\s+)?(?:rest|others|remaining ones|whole list|full list|"
    r"missing ones|ones between)|(?:what|which)\s+(?:are|were)\s+the\s+(?:others|rest)|them all|all \d+|more)"
    r"(?:\s+(?:of (?:them|the list)|please|pls))*\W*$",
    re.IGNORECASE,
)


def whole_list(say: str, spoken: Sequence[str], session: Session) -> Reply | None:
    """Every record that was spoken of last, where more were spoken of than were told; null for all else."""
    if len(spoken) <= MOST or not _WHOLE.match(say):
        return None
    places = {one: at for at, one in enumerate(spoken)}
    records = sorted((one for one in session.records if one.id in places), key=lambda one: places[one.id])
    return of_records(with_dates(lines(records, whole=True), records, session), records)
