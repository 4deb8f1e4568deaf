"""Questions that leave something out are answered of the case as it would be without it."""

from __future__ import annotations

from dataclasses import dataclass

from osteocase.assistant.answers.treated_for import drugs_for_bones, is_for_bones
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.words.hearing import Heard, hear
from osteocase.assistant.words.naming import case_dates, case_names, writes_day_first
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["Rest", "rest_of"]


@dataclass(frozen=True)
class Rest:
    """What is left of a case."""

    session: Session
    found: Selection
    head: str
    """What is left out, for the answer."""


def rest_of(heard: Heard, session: Session, vocabulary: Vocabulary) -> Rest | None:
    """The case without what the question leaves out; null where nothing recorded bears that name."""
    out = hear(
        heard.excluded,
        vocabulary,
        case_names(session),
        case_dates(session),
        day_first=writes_day_first(session),
    )
    left_out = select(out, session, vocabulary).records
    if is_for_bones(heard.excluded) and all(isinstance(one, Treatment) for one in left_out):
        left_out = [*left_out, *drugs_for_bones(session.case.treatments)]
    if not left_out:
        return None
    twin = session.without({one.id for one in left_out})
    return Rest(twin, select(heard, twin, vocabulary), f"Without {heard.excluded}:\n")
