"""Days of birth, on which nothing was found: ``DOB 14/05/1984``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = ["is_birth"]

_BIRTH = re.compile(r"\b(?:born|birth|d\.?o\.?b\.?)[\s:|on]{0,8}\Z", re.IGNORECASE)


def is_birth(scan: Scan, time: TimeMention) -> bool:
    """Whether a time is a day of birth: ``DOB 14/05/1984``, ``born on 3 May 1950``."""
    return _BIRTH.search(scan.text, max(0, time.start - 16), time.start) is not None
