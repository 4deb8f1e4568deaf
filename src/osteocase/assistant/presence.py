"""Whether something is told as there, as absent, as possible, or as over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.absence import asked_for, of_patient
from osteocase.assistant.evidence import all_measured
from osteocase.assistant.finding import Selection, select
from osteocase.assistant.hearing import Heard
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.records import Finding, Fracture, Lab, Record, Treatment
from osteocase.review import Session

__all__ = ["presence", "state_of"]


def presence(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """Whether something is told as there, as absent, or not told at all."""
    if not found.records:
        ever = select(heard, session, vocabulary, with_time=False).records
        if ever:
            return of_records(
                f"Nothing about {asked_for(found)} is told at that time. What is told:\n{lines(ever)}", ever
            )
        return Reply(f"Nothing about {asked_for(found)} is recorded, neither that it is there nor that it is not.")
    if heard.left_out or all_measured(found):  # a value is told, not that it is there
        return of_records(lines(found.records), found.records)
    own = [record for record in found.records if of_patient(record)]
    others = [record for record in found.records if record not in own]
    if "subject" in found.arguments:
        own, others = others or own, []
    if not own:
        head = f"Not told of the patient. Of relatives:\n{lines(others)}"
    else:
        head = _no_more(own, heard) or _of_state(own, heard) or _told(own, found)
    if own and others:
        head += f"\nOf relatives:\n{lines(others)}"
    return of_records(head, [*own, *others])


def _told(own: Sequence[Record], found: Selection) -> str:
    """The records under the word for what they tell together."""
    states = {state_of(record) for record in own}
    if not {"there", "absent"} <= states:
        kind = next(one for one in ("there", "possible", "not given", "absent") if one in states)
        return f"{_HEADS[kind]}\n{lines(own)}"
    if "bone" in found.arguments or found.arguments.get("list") == "fractures":
        absent = [one for one in own if state_of(one) == "absent"]
        return f"Yes:\n{lines([one for one in own if one not in absent])}\nTold as absent:\n{lines(absent)}"
    return f"Told both ways:\n{lines(own)}"


def _of_state(own: Sequence[Record], heard: Heard) -> str | None:
    """``are the fractures old?``: not whether there are any."""
    asked = set(heard.values("fracture_state"))
    broken = [one for one in own if isinstance(one, Fracture) and one.status == "present"]
    if not asked or heard.levels or len([one for one in own if isinstance(one, Fracture)]) < len(own):
        return None
    fitting = [one for one in broken if one.acuity in asked or ("old" in asked and _is_old(one))]
    if not fitting:
        return f"Not told so:\n{lines(broken)}"
    return f"Not all of them:\n{lines(broken)}" if len(fitting) < len(broken) else None


def _is_old(fracture: Fracture) -> bool:
    return fracture.temporality == "historical" or fracture.acuity == "chronic"


def _no_more(own: Sequence[Record], heard: Heard) -> str | None:
    """``is she still on it?``, of what was stopped or is long past."""
    over = [
        one
        for one in own
        if (isinstance(one, Treatment) and one.status in ("stopped", "completed", "past"))
        or (isinstance(one, Finding) and one.temporality == "historical")
    ]
    return f"No, not any more:\n{lines(own)}" if _STILL & set(heard.words) and over == list(own) else None


_STILL = frozenset(("still", "currently", "now", "presently", "nowadays", "today"))
_PRESENCE = {
    "present": "there", "started": "there", "ongoing": "there", "completed": "there", "stopped": "there",
    "past": "there", "mentioned": "possible", "possible": "possible", "planned": "not given", "declined": "not given",
    "contraindicated": "not given", "absent": "absent",
}  # fmt: skip
_HEADS = {
    "there": "Yes:", "possible": "It is told as possible:", "absent": "No, it is told as absent:",
    "not given": "No note tells that it was given:",
}  # fmt: skip


def state_of(record: Record) -> str:
    """``there``, ``possible``, ``not given`` or ``absent``."""
    if isinstance(record, Lab) and record.value is None and _NEGATIVE.search(record.qualitative or ""):
        return "absent"
    state = str(getattr(record, "status", "present"))
    return _PRESENCE[state]


_NEGATIVE = re.compile(r"\b(?:negative|not detected|none|absent|no)\b", re.IGNORECASE)
