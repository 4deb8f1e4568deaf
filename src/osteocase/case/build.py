"""Makes one case of the records of its notes: axis, merge, columns, derived values, ledger, checks, CARE states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from osteocase.case.axis import Timeline
from osteocase.case.care import care_items
from osteocase.case.checks import run_checks
from osteocase.case.conditions import Baseline
from osteocase.case.copies import with_copies
from osteocase.case.criteria import evaluate_criteria
from osteocase.case.derive import derive, patient_age
from osteocase.case.drugs import osteoporosis_drugs
from osteocase.case.entries import with_whole_notes
from osteocase.case.facts import Facts
from osteocase.case.flags import with_flags
from osteocase.case.intake import take_in
from osteocase.case.ledger import fracture_ledger
from osteocase.case.merge import merge_notes
from osteocase.case.merge_patient import merge_patient
from osteocase.case.placing import place_notes
from osteocase.case.stops import with_stops
from osteocase.case.timepoints import find_timepoints
from osteocase.lexicon import Lexicon, default_lexicon
from osteocase.records import Anchor, CaseHeader, CaseRecord, NoteRecord, RecordLists

__all__ = ["build_case"]


def build_case(
    notes: Sequence[NoteRecord],
    *,
    case_id: str,
    title: str | None = None,
    anchor: Anchor | None = None,
    least_significant_change: Mapping[str, Decimal] | None = None,
    accepted: Mapping[str, str] | None = None,
    same_patient: bool = False,
    lexicon: Lexicon | None = None,
) -> CaseRecord:
    """One case of one patient's notes, whatever order they come in.

    Args:
        notes: what was read from each note, with a reviewer's edits; rejected records take no part.
        case_id: name of the case.
        title: title for people; the id when left out.
        anchor: event that the months count from; chosen by rule when left out (see ``osteocase.case.axis``).
        least_significant_change: the centre's own, per cent by site (``{"lumbar_spine": Decimal("3.4")}``).
        accepted: the author's reasons by id of a check that is to stay as it is.
        same_patient: True where the user stands for it that the notes are of one patient, whatever ages they tell.
        lexicon: knowledge to use instead of the one that came with osteocase.

    Raises:
        CaseError: there is no note, the notes tell of several patients, or no note tells the asked anchor.
    """
    lexicon = lexicon or default_lexicon()
    intake = take_in(notes, same_patient=same_patient)
    timeline = Timeline(intake.notes, lexicon, anchor)
    placed = place_notes(intake.notes, timeline)
    merged = merge_notes(placed, timeline.note_days)
    lists = merged.lists.model_copy(
        update={
            "labs": with_flags(merged.lists.labs),
            "treatments": with_stops(merged.lists.treatments, timeline),
        }
    )
    patient = merge_patient(placed)
    case = CaseRecord(
        case=CaseHeader(id=case_id, title=title or case_id, axis=timeline.axis),
        notes=tuple(note.note for note in intake.everything),
        patient=patient,
        timepoints=find_timepoints(lists, timeline),
        derived=derive(lists, patient, timeline, lexicon, least_significant_change),
        ledger=fracture_ledger(lists.fractures, placed, merged.names),
        superseded=merged.superseded,
        **{name: getattr(lists, name) for name in RecordLists.model_fields},
    )
    baseline = Baseline(case, patient_age(patient, timeline), osteoporosis_drugs(lists.treatments, lexicon))
    case = case.model_copy(update={"criteria": evaluate_criteria(baseline, lexicon)})
    facts = Facts(case, placed, merged.names, timeline, lexicon, merged.corrections)
    case = case.model_copy(update={"checks": run_checks(facts, lexicon, accepted)})
    case = case.model_copy(update={"care": care_items(case, lexicon)})
    return with_copies(with_whole_notes(case, intake.wholes), intake.copies)
