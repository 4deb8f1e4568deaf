"""Saying that nothing is recorded, and what there is instead."""

from __future__ import annotations

from decimal import Decimal

from osteocase.assistant.finding import Selection, select
from osteocase.assistant.hearing import Heard
from osteocase.assistant.reply import Reply, of_records
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.wording import when

__all__ = ["asked_for", "close_to", "nothing", "of_patient"]


def nothing(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply:
    """Say that nothing is recorded, and what there is instead."""
    ever = select(heard, session, vocabulary, with_time=False).records
    if ever:
        times = ", ".join(dict.fromkeys(when(getattr(one, "time", None)) or "a time not told" for one in ever))
        return of_records(f"Nothing about {asked_for(found)} at that time. It is recorded at: {times}.", ever[:5])
    return Reply(f"Nothing about {asked_for(found)} is recorded in this case.")


def asked_for(found: Selection) -> str:
    """What was asked for, in words."""
    return " and ".join(dict.fromkeys(found.asked)) or "that"


def of_patient(record: Record) -> bool:
    """Whether it is of the patient and not of a relative."""
    return getattr(record, "subject", "patient") == "patient"


def close_to(months: Decimal | None, wanted: Decimal) -> bool:
    """Whether two positions on the axis belong to one visit."""
    return months is not None and abs(months - wanted) <= 1
