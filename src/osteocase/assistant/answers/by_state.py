"""Lists of records by what was decided on them: ``what have I rejected?``, ``everything I have accepted``."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.wording import list_of

__all__ = ["SAVED", "asks_open_ones", "asks_saved", "by_state", "is_by_state", "open_ones"]

_DECIDED = r"accepted|approved|confirmed|rejected|deleted|removed|discarded|corrected|edited|changed|deferred|put off"
_BY_STATE = re.compile(
    rf"\b(?:(?:i|we)(?:['’]ve|\s+have|\s+had)?\s+(?:already\s+)?(?P<active>{_DECIDED})"
    rf"|(?:what|which|anything|everything|all|those|records?)\b.{{0,24}}?\b(?:is|are|was|were|been|has been|have been)"
    rf"\s+(?:already\s+)?(?P<passive>{_DECIDED})"
    rf"|(?:did|have|has)\s+(?:i|we|you|anyone)\s+(?:already\s+)?(?P<asked>accept(?:ed)?|reject(?:ed)?|delete[d]?|"
    rf"correct(?:ed)?|edit(?:ed)?|changed?|defer(?:red)?|remove[d]?|confirm(?:ed)?|put off)"
    rf"|(?:list|show|see|view)(?:\s+me)?(?:\s+(?:all|the))*\s+(?P<listed>{_DECIDED})(?:\s+(?:records?|ones|items|values))?\s*[.?]?$)",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:(?:which|what|any|list|show|how many)\b.{0,12}?\b(?:of\s+)?)?(?:my|our)\s+(?:own\s+)?(?:last\s+|latest\s+)?"
    r"(?P<mine>corrections?|edits?|changes?|rejections?|deletions?)\b",
    re.IGNORECASE,
)
_STATES = (
    ("accept", "accepted"), ("approv", "accepted"), ("confirm", "accepted"), ("reject", "rejected"),
    ("delet", "rejected"), ("remov", "rejected"), ("discard", "rejected"), ("correct", "edited"), ("edit", "edited"),
    ("chang", "edited"), ("defer", "deferred"), ("put off", "deferred"),
)  # fmt: skip
_NAMES = {"accepted": "accepted", "rejected": "rejected", "edited": "corrected", "deferred": "put off"}
_ORDERS = re.compile(r"^\W*(?:please\s+)?(?:undo|redo|restore|take|delete|reject|accept|revert|bring)\b", re.IGNORECASE)


_OPEN = re.compile(
    r"\b(?:un-?reviewed|undecided|un-?checked|un-?accepted|pending|outstanding|still open|open ones|"
    r"not (?:yet )?(?:been )?(?:reviewed|checked|accepted|decided(?: on)?|looked at|confirmed)(?: yet)?|"
    r"(?:still|left|yet) to (?:be )?(?:review|check|accept|confirm|decide)(?:ed)?(?: on)?)\b",
    re.IGNORECASE,
)


def asks_open_ones(heard: Heard, found: Selection) -> bool:
    """``show just the unreviewed fractures``: of a kind, or of one thing, what is not decided on."""
    if not found.named or found.arguments.get("list") == "all" or not _OPEN.search(heard.say):
        return False
    return (heard.is_question or heard.has("ask", "list")) and not heard.has(
        "count", "delete", "defer", "add", "source"
    )


_SAVES = re.compile(
    r"(?:(?:ok|please|now|and|so|then)[\s,]+)*"
    r"(?:save(?: (?:it|that|this|now|my (?:changes|work|progress)|the changes))?|"
    r"save(?: (?:it|this|that|the case))? (?:as|under)(?: the name)? "
    r"(?!.*\b(?:pdf|json|word|docx?|csv|excel|file|parquet)\b)[\w .'\"-]{2,40}|"
    r"(?:is|was) (?:it|that|everything|all) saved|did (?:you|it) save(?: (?:it|that))?)(?: (?:please|now|then))?\W*",
    re.IGNORECASE,
)
SAVED = (
    "Every change is kept as it is made, unless osteocase was started with --no-save. For a file say: export as JSON, "
    "or make the PDF. For another name of the case say: rename the case to …"
)


def asks_saved(heard: Heard) -> bool:
    """``save it``: there is nothing to save by hand."""
    return _SAVES.fullmatch(heard.say.strip()) is not None


def open_ones(found: Selection, session: Session) -> Reply:
    """Of what is named the records that are still to be decided on."""
    queue = set(session.queue())
    left = [one for one in found.records if one.id in queue]
    what = " and ".join(dict.fromkeys(found.asked))
    if not left:
        return Reply(f"Nothing of {what} is left to review.")
    return of_records(f"{len(left)} of {what} still to review:\n{lines(left)}", left)


def is_by_state(heard: Heard) -> bool:
    """Whether it asks what was decided on so far."""
    return _state(heard) is not None


def by_state(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """The records that were decided on in the way that is asked for; null where nothing of that kind is asked.

    What was changed is what was corrected, and what was rejected too.
    """
    state = _state(heard)
    if state is None:
        return None
    named = {one.id for one in found.records} if found.named and found.arguments.get("list") != "all" else None
    records: list[Record] = [one for one in session.records if _has(one, state, session)]
    gone = [one for one in session.records if state == "edited" and _has(one, "rejected", session)]
    if "list" in found.arguments:  # what is rejected is in no list of the case any more
        kinds = found.arguments["list"].split(",")
        records = [one for one in records if list_of(one) in kinds]
        gone = [one for one in gone if list_of(one) in kinds]
    elif named is not None:
        records = [one for one in records if one.id in named]
        gone = []
    name = _NAMES[state]
    if gone and not {"correction", "corrections", "corrected", "edit", "edits", "edited"} & set(heard.words):
        head = f"{len(records)} {name}:\n{lines(records)}\n" if records else ""
        return of_records(f"{head}{len(gone)} rejected:\n{lines(gone)}", [*records, *gone])
    asked = heard.first in ("did", "have", "has", "any", "is", "are", "was")
    if not records:
        return Reply(f"{'No: ' if asked else ''}0 records were {name} so far.")
    return of_records(f"{'Yes: ' if asked else ''}{len(records)} {name}:\n{lines(records)}", records)


def _has(record: Record, state: str, session: Session) -> bool:
    if state == "deferred":
        decision = session.state.decisions.get(record.id)
        return decision is not None and decision.deferred
    return record.review == state


def _state(heard: Heard) -> str | None:
    match = _BY_STATE.search(heard.say)
    mine = _MINE.search(heard.say) if heard.is_question or heard.has("list", "ask") else None
    if match is None and mine is not None and not _ORDERS.match(heard.say) and not heard.has("undo", "redo"):
        return _named_by(mine["mine"])
    if (
        match is None
        or _ORDERS.match(heard.say)
        or heard.figures
        or heard.first == "how"
        or heard.has("undo", "count", "source")
    ):
        return None
    return _named_by(next(text for text in match.groups() if text))


def _named_by(said: str) -> str | None:
    return next((state for stem, state in _STATES if said.casefold().startswith(stem)), None)
