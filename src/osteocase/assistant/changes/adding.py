"""What the author adds: the records that are read in his words, completed by what else he says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from osteocase.assistant.changes.operated_levels import with_level
from osteocase.assistant.changes.patients import correct_patient
from osteocase.assistant.changes.uncounted import as_one_dose
from osteocase.assistant.subjects.ordinals import number_told
from osteocase.assistant.words.hearing import Heard, in_full
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Finding, Fracture, Lab, Note, NoteRecord, Record, Score, Time, Treatment
from osteocase.review import AUTHOR_NOTE, AddRecord, Change, EditPatient
from osteocase.review.state import record_lists

__all__ = ["additions", "in_other_words", "nothing_added", "tells_record", "told_before", "words_as_note"]

_OF_SEX = frozenset(("woman", "man", "female", "male", "lady", "sex"))


def additions(
    words: str, read: NoteRecord, heard: Heard, *, read_words: Callable[[str], NoteRecord], vocabulary: Vocabulary
) -> list[Change]:
    """The changes that add what is told; none where no fact was read.

    Args:
        words: the words that tell the fact.
        read: what was read in them.
        heard: the utterance.
        read_words: reads other words for the same.
        vocabulary: names of what people abbreviate.
    """
    if not tells_record(read):
        words, read = in_other_words(words, read, read_words, vocabulary)
    changes: list[Change] = [
        AddRecord(list=name, record=record, words=words)
        for name, record in record_lists(read)
        if name != "events" and not _is_nowhere(record)
    ]
    if not changes and any(map(_is_nowhere, read.fractures)):
        return []
    changes = [_as_planned(change, heard) for change in changes]
    changes = _with_time(_with_side([_with_image(change, heard) for change in changes], heard), heard)
    changes = [_own_start(_own_age(_of_dose(one, words), words), words) for one in _own_times(changes, words)]
    if sum(isinstance(one, AddRecord) and isinstance(one.record, Fracture) for one in changes) == 1:
        changes = [_as_fragile(one, words) for one in changes]
    known = {
        name: value
        for name in type(read.patient).model_fields
        if name not in ("sources", "converted") and (value := getattr(read.patient, name)) is not None
    }
    events = [one for name, one in record_lists(read) if name == "events" and getattr(one, "kind", None) in _TELLING]
    if heard.date is not None and events:  # when she weaned is no word on whether she fed her child at the first visit
        known = {name: value for name, value in known.items() if name not in _STATES}
    if set(known) == {"sex"} and not set(heard.words) & _OF_SEX:
        known = {}  # that somebody is a she is no fact that was to be added
    if not known:  # the day of a weight that is told is no visit of its own
        changes = changes or [
            AddRecord(list=name, record=record, words=words)
            for name, record in record_lists(read)
            if getattr(record, "kind", None) != "visit" or _MET.search(words)
        ]
    if known:
        changes.append(EditPatient(fields=known, words=words))
    patient = correct_patient(heard) if not changes else ""
    return [*changes, patient] if isinstance(patient, EditPatient) else changes


_TELLING = ("weaning", "delivery", "menopause", "pregnancy", "conception")
_STATES = ("lactating", "pregnancy_status")
"""What was true at the first visit; a later day ends it and does not change it."""
_MET = re.compile(r"\b(?:visits?|visited|seen|saw|review\w*|appointment|attended|came|consult\w*)\b", re.IGNORECASE)


def tells_record(read: NoteRecord) -> bool:
    """Whether a fact was read; the day alone, read as a visit, is none."""
    return any(name != "events" or getattr(record, "kind", None) != "visit" for name, record in record_lists(read))


def _is_nowhere(record: Record) -> bool:
    """A fracture that is told as present and of no bone says nothing that a case could hold."""
    return isinstance(record, Fracture) and record.bone is None and record.status == "present"


def nothing_added(words: str, read: NoteRecord) -> str:
    """Why nothing was added."""
    if any(_is_nowhere(record) for record in read.fractures):
        return "Which bone broke? Nothing was added yet. Say for example: add a fracture of the left hip in March 2023."
    return f"I could not read a fact in “{words.strip(' :,;-')}”, so nothing was added. Say it as a note would."


def in_other_words(
    words: str, read: NoteRecord, read_words: Callable[[str], NoteRecord], vocabulary: Vocabulary
) -> tuple[str, NoteRecord]:
    """The words as a note would have them: ``htn`` is none of its words, and ``vas 2/10`` stands in capitals there."""
    full = in_full(words, vocabulary)
    for other in (full, vocabulary.in_capitals(words), f"History of {full}."):
        again = read_words(other)
        if tells_record(again):
            return other, again
    return words, read


def _as_planned(change: Change, heard: Heard) -> Change:
    """``add burosumab every 4 weeks, planned for May``: what is only meant to be given, or was never begun."""
    said = heard.last in ("planned", "proposed", "intended") or _PLANNED.search(heard.say) is not None
    status = "planned" if said else "mentioned" if _NOT_BEGUN.search(heard.say) else None
    if status is None or not isinstance(change, AddRecord) or not isinstance(change.record, Treatment):
        return change
    return change.model_copy(update={"record": change.record.model_copy(update={"status": status})})


_PLANNED = re.compile(
    r"[,;(–-]\s*(?:is |was )?(?:planned|proposed|intended|not yet (?:started|begun|given|taken))\b"
    r"(?:\s+(?:for|from|in|to)\b[^,;]*)?\W*$",
    re.IGNORECASE,
)
_NOT_BEGUN = re.compile(r"[,;(–-]\s*(?:was )?(?:not|never)\s+(?:started|begun|given|taken)\W*$", re.IGNORECASE)


def _with_side(changes: list[Change], heard: Heard) -> list[Change]:
    """The one fracture that is added on the side that is told: ``a rib fracture, left 7th``."""
    broken = [one for one in changes if isinstance(one, AddRecord) and isinstance(one.record, Fracture)]
    sides = {"left", "right"} & set(heard.words)
    if len(broken) != 1 or len(sides) != 1 or heard.levels or getattr(broken[0].record, "side", None) is not None:
        return changes
    record = broken[0].record.model_copy(update={"side": next(iter(sides)), **number_told(broken[0].record, heard.say)})
    return [one.model_copy(update={"record": record}) if one is broken[0] else one for one in changes]


def _with_time(changes: list[Change], heard: Heard) -> list[Change]:
    """What is added at the one time that is told: ``CTX 0.45 ng/mL, 6 months``, ``fractured in 2016 after a fall``."""
    if len(heard.dates) > 1 or heard.other_months is not None or (heard.date is None) == (heard.months is None):
        return changes
    if heard.date is not None:
        time = Time(text=heard.date, kind="date", date=heard.date)
    elif _LASTING.search(heard.say[: max(heard.months_at, 0)]):
        return changes  # ``back pain for three months`` tells how long, and no place on the axis
    else:
        time = Time(text=f"{heard.months:f} months", kind="label", months=heard.months)
    return [_timed(one, time, heard) for one in changes]


def _as_fragile(change: Change, words: str) -> Change:
    """``a low-trauma fracture``, of the one that is told."""
    if not isinstance(change, AddRecord) or not isinstance(change.record, Fracture) or not _FRAGILE.search(words):
        return change
    return change.model_copy(update={"record": change.record.model_copy(update={"fragility": True})})


_FRAGILE = re.compile(
    r"(?<!no )(?<!not )(?<!non-)\b(?:fragility|low[- ](?:trauma|energy)|osteoporotic)\b", re.IGNORECASE
)
_LASTING = re.compile(
    r"\b(?:for|over|since|lasting|(?:the )?(?:last|past|previous))\s+"
    r"(?:(?:the|about|some|nearly|over|almost|last|past)\s+)*$",
    re.IGNORECASE,
)


def _timed(change: Change, time: Time, heard: Heard) -> Change:
    if isinstance(change, AddRecord) and isinstance(change.record, Treatment):
        return _begun(change, change.record, time, heard)
    if not isinstance(change, AddRecord) or not isinstance(change.record, Lab | Bmd | Score | Fracture | Finding):
        return change
    if change.record.time is not None or getattr(change.record, "subject", "patient") != "patient":
        return change
    return change.model_copy(update={"record": change.record.model_copy(update={"time": time})})


_FELL = re.compile(r"\b(?:falls?|fell|accident|tripped|slipped|collision|crash|trauma|blow)\b", re.IGNORECASE)
_BROKE = re.compile(
    r"^\W*(?:(?:and|she|he|then|with|that|which)\s+)*(?:broke|fractured|breaking|fracturing|broken|fracture|sustain\w*|"
    r"suffer\w*|result\w*|caus\w+|led)\b|^\W*with\b",
    re.IGNORECASE,
)
"""What came of a fall that is told before."""
_CUT = re.compile(r"\s*[;,]\s+|\s+(?:and|plus|as well as)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _own_times(changes: list[Change], words: str) -> list[Change]:
    """Each fact with a time that was said of it: in ``T9 fracture in 2016 and hypertension`` the year is no onset.

    A time is shared by what was measured, and by facts of the same kind (``T8 and T9 fractures in 2016``); one that is
    said first holds for all.
    """
    parts = _CUT.split(words)
    dated = [part for part in parts if _YEAR.search(part)]
    if len(parts) < 2 or len(dated) != 1 or _LEADS.match(words):
        return changes
    told = [one.record for one in changes if isinstance(one, AddRecord) and one.record.source.text in dated[0]]
    kinds = {type(record) for record in told}
    return [_without_time(one) if kinds and _is_undated(one, parts, dated[0], kinds) else one for one in changes]


def _own_age(change: Change, words: str) -> Change:
    """In ``her father broke a hip at 68 and her sister has gout`` the age is the father's alone."""
    record = change.record if isinstance(change, AddRecord) else None
    if not isinstance(record, Finding) or record.subject == "patient":
        return change
    own = next((part for part in _CUT.split(words) if record.source.text in part), words)
    if own == words or re.search(r"\d", own):
        return change
    cleared = {"time": None, "subject_age_years": None}
    return change.model_copy(update={"record": record.model_copy(update=cleared)})


def _of_dose(change: Change, words: str) -> Change:
    """``a third dose of denosumab on 5 October``."""
    if not isinstance(change, AddRecord):
        return change
    return change.model_copy(update={"record": with_level(as_one_dose(change.record, words), words)})


def _own_start(change: Change, words: str) -> Change:
    """In ``atorvastatin since 2018 and bisoprolol 2.5 mg`` the year is that of the first one alone."""
    if not isinstance(change, AddRecord) or not isinstance(change.record, Treatment) or _LEADS.match(words):
        return change
    drug = change.record
    parts = _CUT.split(words)
    named = (drug.source.text.casefold(), drug.name.casefold())  # the words of a course may begin with its day
    at = next((at for at, part in enumerate(parts) if any(one in part.casefold() for one in named)), None)
    told = [other for other, part in enumerate(parts) if _YEAR.search(part)]
    if drug.start is None or at is None or len(told) != 1 or told[0] >= at:
        return change
    if not str(drug.start.date).startswith(_year(parts[told[0]])):
        return change
    return change.model_copy(update={"record": drug.model_copy(update={"start": None})})


def _year(part: str) -> str:
    match = _YEAR.search(part)
    return match.group() if match is not None else " "


_LEADS = re.compile(r"^\W*(?:in|on|from|since)\b", re.IGNORECASE)


def _is_undated(change: Change, parts: list[str], dated: str, kinds: set[type[Record]]) -> bool:
    if not isinstance(change, AddRecord) or not isinstance(change.record, Fracture | Finding):
        return False
    text = change.record.source.text
    own = next((part for part in parts if text in part), "")
    if isinstance(change.record, Fracture) and _FELL.search(dated) and _BROKE.search(own):
        return False  # ``she fell in June 2019 and broke her wrist``: at once
    return type(change.record) not in kinds and text not in dated and any(text in part for part in parts)


def _without_time(change: Change) -> Change:
    if not isinstance(change, AddRecord):
        return change
    return change.model_copy(update={"record": change.record.model_copy(update={"time": None})})


def _begun(change: AddRecord, drug: Treatment, time: Time, heard: Heard) -> Change:
    """A drug that is added with the day on which it was given: ``denosumab 60 mg on 5 April 2023``."""
    if drug.start is not None or drug.stop is not None or (time.kind != "date" and not _FROM.search(heard.say)):
        return change  # ``teriparatide for 24 months`` tells no time of its beginning
    if drug.status not in _GIVEN or drug.subject != "patient":
        return change
    return change.model_copy(update={"record": drug.model_copy(update={"start": time})})


_FROM = re.compile(
    r"\b(?:at|from|since|after|in)\s+(?:the\s+)?(?:month\s+\d|[\w.]+[\s-]*(?:weeks?|wks?|months?|mo|years?|yrs?)\b)"
    r"(?!\s+old)",
    re.IGNORECASE,
)
"""``from 12 months``: a time at which it was begun, and no length."""
_GIVEN = ("started", "ongoing", "mentioned", "planned")
"""States of a drug whose one date is that of its beginning; of what is over it may be the end."""


def _with_image(change: Change, heard: Heard) -> Change:
    """A fracture that is added with the image that shows it: ``seen on CT``."""
    images = dict.fromkeys(heard.values("modality"))
    if not isinstance(change, AddRecord) or len(images) != 1:
        return change
    record = change.record
    if not isinstance(record, Fracture) or record.modality is not None:
        return change
    return change.model_copy(update={"record": record.model_copy(update={"modality": next(iter(images))})})


_LEADS_TO_ADD = re.compile(r"[\s,;.]*(?:please|kindly|so|and|can you|could you)?[\s,]*$", re.IGNORECASE)


def told_before(heard: Heard) -> str:
    """What stands before the wish to add it."""
    last = next((hit for hit in reversed(heard.hits) if hit.group == "add"), None)
    return _LEADS_TO_ADD.sub("", heard.say[: heard.offsets[last.start]]) if last is not None else ""


def words_as_note(words: str) -> Note:
    """Words of the author as a note that can be read."""
    return Note(id=AUTHOR_NOTE, text=words, sha256=hashlib.sha256(words.encode("utf-8")).hexdigest())
