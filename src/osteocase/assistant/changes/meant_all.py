"""Whether a correction is meant for all of the records that it fits: ``both``, ``the two ribs``, ``A and B were …``."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.changes.examinations import are_of_one_scan
from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Bmd, Fracture, Record
from osteocase.review import Edit

__all__ = ["means_all"]


def means_all(heard: Heard, edits: Sequence[Edit], records: Sequence[Record]) -> bool:
    """``both``, ``the two ribs``, ``the ribs were``, the day of a scan: all of what is named is to be changed."""
    number = next((NUMBER_WORDS[one] for one in heard.words if one in NUMBER_WORDS and len(one) > 2), None)
    if set(heard.words) & {"all", "both", "every", "they", "them"} or number == len(edits) or len(heard.levels) > 1:
        return True
    were = bool({"were", "are"} & set(heard.words))
    agents = {getattr(one, "agent", None) for one in records if one.id in {edit.record for edit in edits}}
    if were and len(agents) == len(edits) and agents <= set(heard.ids("treatment")):
        return True  # ``aspirin and omeprazole were stopped``
    plural = were and len({same_thing(one) for one in records}) == 1
    sided = all(set(edit.fields) == {"side"} for edit in edits)
    if sided and were and all(isinstance(one, Bmd) for one in records):
        return True  # ``the hip scans were of the left hip``
    return (plural and all(isinstance(one, Fracture) for one in records)) or are_of_one_scan(heard, edits, records)
