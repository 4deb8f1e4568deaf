"""A change in a few words, for people: what undo takes back, what redo makes again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osteocase.errors import RecordError
from osteocase.review import (
    Accept,
    AddNote,
    AddRecord,
    Change,
    Comment,
    Defer,
    Edit,
    EditPatient,
    Redate,
    Reject,
    RemoveNote,
    Rename,
    Reopen,
    Session,
    SetAnchor,
    Several,
)
from osteocase.review.queue import case_records
from osteocase.review.wording import word

__all__ = ["told"]

_VERBS = {"accept": "accepted", "reject": "rejected", "defer": "put off", "reopen": "opened again"}


def told(change: Change, session: Session) -> str:
    """What a change did."""
    match change:
        case Accept() | Reject() | Defer() | Reopen():
            return f"{_VERBS[change.kind]} {_names(change.records, session)}"
        case Edit(record=record, fields=fields):
            return f"corrected {_names((record,), session)}: {_fields(fields)}"
        case Comment(record=record):
            return f"comment on {_names((record,), session)}"
        case EditPatient(fields=fields):
            return f"the patient's {_fields(fields)}"
        case AddRecord(record=record):
            return f"added {word(record).what}"
        case AddNote(note=note):
            return f"added the note {note.id}"
        case RemoveNote(note=note_id):
            return f"removed the note {note_id}"
        case Redate(note=note_id, date=date):
            return f"dated the note {note_id} {date}"
        case SetAnchor(anchor=anchor):
            return f"month 0 is the {anchor.replace('_', ' ')}" if anchor else "month 0 chosen by the program"
        case Rename(title=title):
            return f"title: {title}"
        case Several(changes=changes) if len(kinds := _by_kind(changes)) > 1:
            return " and ".join(told(one, session) for one in kinds)
        case Several(changes=changes):
            known = {one.id for one in case_records(session.case)}  # what several notes tell of one thing is one
            changes = tuple(_flat(changes))
            own = [one for one in changes if isinstance(one, Redate) or (isinstance(one, Edit) and one.record in known)]
            own = own[:1] if isinstance(changes[0], Redate) else own  # the visit moves with its note
            each = list(dict.fromkeys(told(one, session) for one in own or changes))
            if len(each) == len(("one", "other")):
                return " and ".join(each)
            return each[0] + (f" and {len(each) - 1} more" if len(each) > 1 else "")


def _by_kind(changes: Iterable[Change]) -> list[Change]:
    """Changes of different kinds that were made together, each for itself; a visit moves with its edits."""
    kinds: dict[str, list[Change]] = {}
    for one in _flat(changes):
        kinds.setdefault("edit" if one.kind == "redate" else one.kind, []).append(one)
    return [members[0] if len(members) == 1 else Several(changes=tuple(members)) for members in kinds.values()]


def _flat(changes: Iterable[Change]) -> Iterator[Change]:
    for one in changes:
        if isinstance(one, Several):
            yield from _flat(one.changes)
        else:
            yield one


_WORDS = {
    "t_score": "T-score", "z_score": "Z-score", "bmd_g_cm2": "bone density", "yam_percent": "YAM", "tbs": "TBS",
    "change_percent": "change in per cent", "genant_grade": "Genant grade", "start": "its start", "stop": "its end",
    "time": "its time", "subject": "whose it is", "temporality": "whether it is past", "acuity": "acute or old",
    "detail": "its amount", "bone": "the bone", "part": "the part of the bone", "body_site": "the place",
    "fragility": "fragility fracture or not", "modality": "the kind of image", "agent": "the drug",
    "doses_given": "number of doses", "subject_age_years": "the age then", "value": "its value",
    "reference": "reference range", "weight_kg": "weight", "height_cm": "height", "bmi_kg_m2": "body mass index",
    "age_years": "age", "menopause_age_years": "age at menopause", "lactating": "breastfeeding",
    "gravidity": "pregnancies", "parity": "births",
}  # fmt: skip
"""Fields by the words that people have for them; the others are their own names."""
_WITH_ANOTHER = frozenset(
    ("canonical_value", "flag", "flag_basis", "dose_unit", "dose_text", "unit_text", "qualitative", "drug_class",
     "kind", "name", "value_high")
)  # fmt: skip
"""Fields that only follow from another one that is changed."""


def _fields(fields: Iterable[str]) -> str:
    names = list(fields)
    own = [one for one in names if one not in _WITH_ANOTHER] or names
    return ", ".join(_WORDS.get(one, one.replace("_", " ")) for one in own)


def _names(ids: tuple[str, ...], session: Session) -> str:
    if len(ids) > 1:  # one record of the case may be told by several notes
        told = [one for one in case_records(session.case) if one.id in set(ids)]
        return f"{len(told) or len(ids)} records" if len(told) != 1 else word(told[0]).what
    try:
        return word(session.record(ids[0])).what
    except RecordError:
        return "a record"
