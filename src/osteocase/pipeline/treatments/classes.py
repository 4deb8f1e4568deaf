"""Class words beside the drugs themselves: ``a beta blocker (atenolol)`` is one treatment."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found

__all__ = ["leave_out_classes"]

_GAP = 30
_NAMED_NEXT = re.compile(
    r"\s*(?:\(|of\s|such as\s|(?:was|were|is|are)\s|including\s"
    r"|like\s|namely\s|:|,\s*namely|with\s|[-–—]\s|e\.g\.?,?|i\.e\.?,?|\s)"
    r"\s*(?:(?:the|a|oral|intravenous|i\.?v\.?|subcutaneous|s\.?c\.?|weekly|monthly|daily|high[\s-]dose|low[\s-]dose"
    r"|first|initially|mainly|mostly|combination\s+of)\s+)*",
    re.IGNORECASE,
)


def _names_next(scan: Scan, item: Found, following: Found) -> bool:
    """True for ``a beta blocker (atenolol)``: the drug itself comes right after its class."""
    one_drug = following.entry.drug_class != following.entry.id
    if following.mention.start - item.end > _GAP:
        return False
    named = _NAMED_NEXT.fullmatch(scan.text[item.end : following.mention.start]) is not None
    return one_drug and named and not item.has_dose


_NEW_OF_ITS_CLASS = re.compile(r"\s*[(\[–—-]\s*new(?:\s+\w+)?\s+", re.IGNORECASE)
"""``rivaroxaban 10 mg daily (new anticoagulant)``: the class tells what the drug before it is."""
_POST = re.compile(r"\b(?:post|pre)[\s-]*$", re.IGNORECASE)
_TAKEN = {"ongoing", "past", "stopped", "started", "completed"}
_SPOKEN_OF = {
    "glucocorticoid", "statin", "beta_blocker", "ace_inhibitor", "diuretic", "bronchodilator", "dmard", "opioid",
    "vasopressor", "antiepileptic", "vitamin_d", "calcium", "potassium", "iron", "magnesium", "insulin",
}  # fmt: skip
"""Classes by which a note speaks of the drug that it names elsewhere."""
_COLLECTIVE = {"chemotherapy", "eye_drops", "iv_fluids"}
"""Words for several drugs that belong to no one class: ``chemotherapy with doxorubicin``."""
_GENERAL_ORTHOSES = {"brace", "splint"}


def leave_out_classes(scan: Scan, found: Sequence[Found]) -> None:
    """A class word makes no record of its own where the drug itself is named.

    ``her oral contraceptive Microgestin``, ``a beta blocker (atenolol)``, and ``steroids`` where prednisone is told. So
    with ``the brace`` after a TLSO, and with ``transfused`` before what was transfused.
    """
    named: dict[str, list[Found]] = {}
    for item in found:
        if item.status and item.entry.drug_class and item.entry.drug_class != item.entry.id:
            named.setdefault(item.entry.drug_class, []).append(item)
    orthoses = {item.entry.id for item in found if item.status and item.entry.kind == "orthosis"} - _GENERAL_ORTHOSES
    for position, item in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        if item.status is None:
            continue
        bare = " " not in _name(scan, item)
        if item.entry.id in _GENERAL_ORTHOSES and bare and orthoses and not _follows_a_cast(item, orthoses):
            item.status = None
        beside = [found[other] for other in (position - 1, position + 1) if 0 <= other < len(found)]
        if item.entry.id == "blood_transfusion" and _POST.search(
            scan.text[max(0, item.mention.start - 6) : item.mention.start]
        ):
            item.status = None  # ``post-transfusion haemoglobin``
        if item.entry.id == "blood_transfusion" and any(_is_product_of(scan, item, other) for other in beside):
            item.status = None
        is_class = item.entry.drug_class == item.entry.id or item.entry.id in _COLLECTIVE or bool(item.entry.members)
        if not is_class or item.status is None:
            continue
        named_next = following is not None and _names_next(scan, item, following)
        if named_next or (
            position and _NEW_OF_ITS_CLASS.fullmatch(scan.text, found[position - 1].end, item.mention.start)
        ):
            if named_next:
                _hand_on(scan, found, position)
            item.status = None
        elif item.status in _TAKEN and not item.has_dose and item.is_drug:
            members = [other for name in {item.entry.id, *item.entry.members} for other in named.get(name, ())]
            ended = item.entry.id not in _SPOKEN_OF or _is_ordered_to_stop(scan, item)
            if item.status in {"stopped", "completed"} and ended and members:
                _stop_members(scan, item, members)
            elif any(_tells_as_much(item, other) for other in members):
                item.status = None
    _leave_out_parts(scan, found)


_NOW = {"ongoing", "started", "planned"}
_OF_ONE = {"bisphosphonate", "anticoagulant", "antiplatelet"}
"""Classes of which a patient takes what is named, and no other beside it."""


def _tells_as_much(item: Found, member: Found) -> bool:
    """``progression on her bisphosphonate`` where she takes risedronate: the class is another word for it."""
    if item.entry.id in _SPOKEN_OF or item.entry.drug_class != item.entry.id:
        return True
    if item.entry.id not in _OF_ONE:
        return False
    same = item.status == member.status or (item.status in _NOW and member.status in _NOW)
    return same and item.subject == member.subject and not item.regimens


_JOINED = re.compile(r"[\s,;]*(?:(?:and|then|or|later|followed\s+by)\s+){0,2}", re.IGNORECASE)


def _hand_on(scan: Scan, found: Sequence[Found], position: int) -> None:
    """``was treated with NSAIDs - first X 500 mg, then Y 20 mg``: what is said of the class is said of its drugs."""
    said = found[position].status
    for item, following in zip(found[position:], found[position + 1 :], strict=False):
        joined = item is found[position] or _JOINED.fullmatch(scan.text, item.end, following.mention.start)
        if said not in {"past", "stopped", "completed"} or following.rule != "treatments.dose" or not joined:
            return
        following.decide(said, "class")


def _follows_a_cast(item: Found, orthoses: set[str]) -> bool:
    """``a cast for 5 weeks and then a splint for 2 weeks``: no other word for the cast."""
    return item.entry.id == "splint" and bool(item.regimens) and all(name.endswith("cast") for name in orthoses)


def _name(scan: Scan, item: Found) -> str:
    return scan.text[item.mention.start : item.mention.end].lower()


def _leave_out_parts(scan: Scan, found: Sequence[Found]) -> None:
    """``Hold the Benicar`` where Benicar HCT is taken: the short name is that of the product in the list."""
    products = [item for item in found if item.status and item.entry.contains and item.entry.kind == "drug"]
    for item in found:
        dosed = any(regimen.dose or regimen.dose_text for regimen in item.regimens)
        if item.status not in _TAKEN or dosed or item.entry.contains or item.entry.kind != "drug":
            continue
        words = _name(scan, item)
        whole = [
            other
            for other in products
            if item.entry.id in other.entry.contains
            and other.subject == item.subject
            and _name(scan, other).startswith(words)
        ]
        if len({other.entry.id for other in whole}) != 1:
            continue
        if item.status == "stopped":
            for other in whole:
                if other.status == "ongoing":
                    other.decide("stopped", "class")
        item.status = None


def _is_ordered_to_stop(scan: Scan, item: Found) -> bool:
    """``Hold diuretics``: an order is of the drugs that are taken, whatever else their class is a word for."""
    cue = item.verdict.cue
    return cue is not None and not item.verdict.after and _STOP.match(scan.text, *cue) is not None


_STOP = re.compile(r"(?:hold|stop|withhold|discontinue|d/c|suspend|omit)\b(?!-)", re.IGNORECASE)


def _stop_members(scan: Scan, item: Found, members: Sequence[Found]) -> None:
    """``d/c PPI``: the one that is taken is stopped, and of ``the antibiotics`` all; of several nobody knows which."""
    if any(other.status == item.status for other in members):
        item.status = None
        return
    plural = _name(scan, item).endswith("s")
    taken = [other for other in members if other.status == "ongoing" and other.subject == item.subject]
    if plural:  # what this stay began, not the list at home
        begun = [other for other in members if other.status == "started" and other.subject == item.subject]
        taken = begun or taken
    several = plural and all(other.mention.start < item.mention.start for other in taken)
    if taken and (several or len({other.entry.id for other in taken}) == 1):
        for other in taken:
            other.decide(item.status, "class")
        item.status = None


def _is_product_of(scan: Scan, item: Found, other: Found) -> bool:
    first, second = sorted((item.mention, other.mention), key=lambda mention: mention.start)
    gap = scan.text[first.end : second.start]
    product = other.entry.drug_class == "blood_product" and other.entry.id != item.entry.id
    return product and len(gap) <= _GAP and not re.search(r"[.;\n]", gap)
