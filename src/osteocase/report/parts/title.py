"""A working title, for a case to which nobody has given one."""

from __future__ import annotations

from osteocase.case.drugs import osteoporosis_drugs
from osteocase.case.wording import listed
from osteocase.lexicon import default_lexicon
from osteocase.records import CaseRecord, Finding, Fracture
from osteocase.report.wording import anatomical, bears_treatment, capital, fracture_place, within

__all__ = ["needs_title", "working_title"]

_MOST_PLACES = 2
_UNKNOWN = "Case report"
_OF_BONE = (
    "osteogenesis_imperfecta", "hypophosphatasia", "x_linked_hypophosphataemia", "fibrous_dysplasia", "osteopetrosis",
    "osteomalacia", "rickets", "pagets_disease",
)  # fmt: skip
"""Diseases of the whole bone that name a case without osteoporosis, the closest name first."""


def needs_title(case: CaseRecord) -> bool:
    """True where the title is empty or is but the name of the case."""
    return case.case.title.strip() in ("", case.case.id)


def working_title(case: CaseRecord, *, named: bool = True) -> str:
    """Diagnosis, fractures and main drug: ``Osteoporosis with a fracture of T8 treated with alendronate``.

    Args:
        case: the case, without the records that a reviewer rejected.
        named: end with the words "a case report", which CARE asks for and some journals forbid.
    """
    own = [record for record in case.fractures if record.subject == "patient" and record.status == "present"]
    broken = _broken(sorted(own, key=anatomical))
    diagnosis = _diagnosis(case)
    words = f"{diagnosis} with {broken}" if diagnosis and broken else diagnosis or capital(broken.removeprefix("a "))
    if not words:
        return _UNKNOWN
    drugs = [drug for drug in osteoporosis_drugs(case.treatments, default_lexicon()) if drug.kind == "drug"]
    main = next((drug for drug in drugs if drug.start is not None and drug.start.months == 0), None)
    main = main or (drugs[0] if drugs else None)
    operation = next(
        (item for item in case.treatments if item.drug_class == "parathyroid_surgery" and item.start), None
    )
    if operation is not None and operation.subject == "patient" and (main is None or not bears_treatment(main)):
        words += f" treated by {within(operation)}"
    elif main is not None:
        words += f" treated with {within(main)}"
    return f"{capital(words)}: a case report" if named else capital(words)


def _diagnosis(case: CaseRecord) -> str:
    """The diagnosis of the bone: the longest name among those of osteoporosis, which tells most of its kind.

    Without osteoporosis another disease of the bone; ``secondary osteoporosis`` only where the notes name no other.
    """
    told: list[Finding] = [
        record
        for record in case.findings
        if record.kind == "diagnosis" and record.status == "present" and record.subject == "patient"
    ]
    of_bone = [record for record in told if "osteopor" in record.name.lower()]
    kinds = [record.name for record in of_bone if record.concept != "secondary_osteoporosis"]
    others = [record.name for concept in _OF_BONE for record in told if record.concept == concept]
    return (
        max(kinds, key=len, default="") or next(iter(others), "") or max((r.name for r in of_bone), key=len, default="")
    )


def _broken(records: list[Fracture]) -> str:
    spine = list(dict.fromkeys(record.level for record in records if record.level))
    others = list(dict.fromkeys(fracture_place(record) for record in records if not record.level and record.bone))
    if len(spine) > 1:
        vertebral = "multiple vertebral fractures"
        return vertebral if len(others) != 1 else f"{vertebral} and a fracture of the {others[0]}"
    places = [*spine, *(f"the {place}" for place in others)]
    if not places:
        return ""
    if len(places) > _MOST_PLACES:
        return "multiple fractures"
    return f"a fracture of {places[0]}" if len(places) == 1 else f"fractures of {listed(places)}"
