"""What is still to be decided on: how far the review is, and the next record."""

from __future__ import annotations

from osteocase.assistant.answers import overview
from osteocase.assistant.answers.by_state import SAVED, asks_open_ones, asks_saved, by_state, open_ones
from osteocase.assistant.answers.care_items import care_items
from osteocase.assistant.answers.next_question import next_question
from osteocase.assistant.answers.talk import asks_first, asks_readiness
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = ["next_open", "progress_asked", "still_open"]


def progress_asked(heard: Heard, found: Selection, session: Session) -> Reply:
    """How far the review is, or the records of one state."""
    if asks_open_ones(heard, found):
        return open_ones(found, session)
    if asks_saved(heard):
        return Reply(SAVED)
    return by_state(heard, found, session) or overview.progress(session)


def still_open(heard: Heard, session: Session) -> Reply:
    """What is missing; ``what is still open`` asks for what is to be reviewed as well."""
    if asks_readiness(heard.say):
        return overview.to_do(session)
    if asks_first(heard.say):
        return _first_of_all(heard, session)
    named = care_items(heard, session)
    if named is not None:
        return named
    gaps = overview.gaps(session)
    if not {"open", "outstanding", "pending", "undecided"} & set(heard.words):
        return gaps
    left = overview.progress(session)
    return Reply(f"{left.text}\n{gaps.text}", (*left.sources, *gaps.sources), left.records)


def _first_of_all(heard: Heard, session: Session) -> Reply:
    """What matters most: a check that disagrees, and of gaps the first that a check or the checklist tells."""
    gap = bool({"gap", "gaps", "ask"} & set(heard.words))
    passed = {f"check/{one.id}" for one in session.case.checks if gap and one.kind != "missing"}
    first = next_question(session, passed)
    if first is None:
        return overview.to_do(session)
    known = [one for one in session.records if one.id in first.records]
    return of_records("\n".join(filter(None, (first.text, lines(known) if known else ""))), known)


def next_open(session: Session, focus: str | None = None, found: Selection | None = None) -> Reply:
    """The next record to decide on; of a kind the next behind the one that was spoken of last."""
    queue = list(session.queue())
    if found is not None:
        named = {one.id for one in found.records}
        queue = [one for one in queue if one in named]
        behind = queue[queue.index(focus) + 1 :] if focus in queue else []
        queue = behind or queue
    if not queue:
        what = f" of {found.asked[0]}" if found is not None and found.asked else ""
        return Reply(f"Every record{what} is decided on.")
    record = session.record(queue[0])
    return of_records(lines([record]), [record])
