"""A treatment dated after the note that tells it lies ahead: it is planned, unless a verb says that it was given.

``zoledronate 5 mg on 22 June``, ``from 12 March``, ``first injection 25 February`` in a note of the week before. A date
that contradicts its own verb (``was started on 12 March``) keeps it, so that the slip can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from osteocase.pipeline.header import lies_ahead
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.treatments.found import Found

__all__ = ["has_begun", "plan_what_lies_ahead"]

_DONE = re.compile(
    r"\b(?:was|were|has|have|had|been|received|got|took|wore|tried|used|underwent|began|begun|since|ceased"
    r"|stopped|discontinued|finished|completed|ended)\b"
    r"|(?<!be )(?<!is )(?<!are )\b(?:given|administered|started|commenced|initiated)\b"
    r"(?!\s+(?:once|as\s+soon|if|when))",
    re.IGNORECASE,
)
_BEFORE = 25
"""Characters before a treatment in which its verb may stand."""


def plan_what_lies_ahead(scan: Scan, drafts: Iterable[Draft]) -> None:
    """Call planned what starts after the day of the note and is not told as done."""
    for draft in drafts:
        end = (draft["times"].get("stop") or {}).get("date")
        ended = draft["status"] in {"past", "stopped", "completed"}
        if ended and end is not None and lies_ahead(scan, end) and not _is_done(scan, draft):
            draft["status"] = "ongoing"  # "letrozole until January 2024"
        date = (draft["times"].get("start") or {}).get("date")
        if draft["status"] not in {"started", "ongoing", "past", "completed"} or date is None:
            continue
        if lies_ahead(scan, date) and not _is_done(scan, draft):
            draft["status"] = "planned"


def _is_done(scan: Scan, draft: Draft) -> bool:
    left = max(scan.sentence_at(draft["start"])[0], draft["start"] - _BEFORE)
    comma = max(scan.text.rfind(sign, left, draft["start"]) for sign in ",;")
    return _DONE.search(scan.text, max(left, comma), draft["end"]) is not None


_BEGUN = re.compile(
    r"\b(?:was|were|have|has|started|starting|begun|began|commenced|given|prescribed|added|today)\b", re.IGNORECASE
)


def has_begun(scan: Scan, item: Found) -> bool:
    """``recently added by rheumatology``, ``10 g today`` in a list of recommendations: it has begun already."""
    if any(regimen.route == "intravenous" and regimen.frequency for regimen in item.regimens):
        return True  # which is given in hospital, where advice is followed at once
    cue = item.verdict.cue or (item.mention.start, item.mention.end)
    return _BEGUN.search(scan.text, min(cue[0], item.mention.start), max(cue[1], item.end + 7)) is not None
