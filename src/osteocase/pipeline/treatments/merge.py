"""One record an agent and regimen: the same treatment told again becomes a further place of the first record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["merged"]

_FIELDS = (
    "dose",
    "dose_text",
    "dose_unit",
    "route",
    "frequency",
    "duration",
    "duration_value",
    "duration_unit",
    "doses_given",
    "reason",
    "drug_class",
)
_TELLING = ("dose", "dose_text", "frequency")
_DONE = {"past", "completed"}
_OVER = {"past", "stopped", "completed"}
_NOW = {"ongoing", "started"}
_HANDS_ON = {"surgery", "procedure"}
_BESIDE = 3
_TOLD_BY_PLACE = {"treatments.named", "treatments.this_illness"}
"""Rules that no word of the text stands behind: told again elsewhere, the treatment may be over as well."""


def merged(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Drafts in the order of the text, with repeated ones filed under the first."""
    kept: list[Draft] = []
    of_agent: dict[tuple[str, str], list[Draft]] = {}
    patients = [match.start() for match in _PATIENT.finditer(scan.text)] if len(drafts) > 1 else []
    for draft in sorted(drafts, key=lambda item: (item["start"], item["end"])):
        same_agent = of_agent.setdefault((draft["agent"], draft["subject"]), [])
        known = next((other for other in same_agent if _same(scan, other, draft, patients)), None)
        if known is None:
            kept.append(draft)
            same_agent.append(draft)
        else:
            _take_over(scan, known, draft)
    return kept


def _same(scan: Scan, known: Draft, draft: Draft, patients: Sequence[int]) -> bool:
    """True when nothing that the two tell is at odds."""
    if any(
        _differs(scan, name, known.get(name), draft.get(name))
        for name in ("dose", "dose_text", "dose_unit", "route", "frequency")
    ):
        return False
    if _told_otherwise(known, draft) or _told_otherwise(draft, known):
        return False
    if draft["rule"] == "treatments.again" and "stop" in known["times"]:
        return False
    if (
        known["kind"] in {"surgery", "procedure", "orthosis"}
        and _side(known)
        and _side(draft)
        and _side(known) != _side(draft)
    ):
        return False
    if known["kind"] == "surgery" and _other_time(known["times"].get("start"), draft["times"].get("start")):
        return False
    if draft["status"] == "started" and known["status"] in _OVER:
        begun = draft["times"].get("start")
        if any(_other_time(known["times"].get(name), begun) for name in ("start", "stop")):
            return False  # a second course
    if bisect_left(patients, known["end"]) != bisect_left(patients, draft["start"]):
        return False
    return _statuses_agree(known, draft)


_PATIENT = re.compile(r"\b(?:Patient|Case)\s+(?:no\.?\s*)?\d{1,2}\s*[:(.]")
"""A note about several people numbers them; what one took, the next did not."""


def _other_time(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """True when two times cannot be the same: other dates, or other distances from the same event."""
    if one is None or other is None or one["text"] == other["text"]:
        return False
    if one["date"] and other["date"]:
        return not (one["date"].startswith(other["date"]) or other["date"].startswith(one["date"]))
    if one["offset"] and other["offset"]:
        return bool(one["offset"] != other["offset"] or one["anchor"] != other["anchor"])
    return False


def _differs(scan: Scan, name: str, one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    if name == "frequency":
        return _frequency(scan, one) != _frequency(scan, other)
    return one.lower().rstrip("s.") != other.lower().rstrip("s.")


def _frequency(scan: Scan, written: str) -> str:
    """What a frequency means: ``b.i.d.`` is ``twice daily``."""
    plain = " ".join(normal_words(written))
    return scan.knowledge.groups.get("frequency", {}).get(plain, plain)


def _told_otherwise(one: Draft, other: Draft) -> bool:
    """One dose in figures, another in words (``10-15 mg``)."""
    return bool(one.get("dose") and not one.get("dose_text") and other.get("dose_text") and not other.get("dose"))


def _side(draft: Draft) -> str | None:
    match = re.search(r"\b(left|right|bilateral)\b", draft["name"], re.IGNORECASE)
    return match.group().lower() if match else None


def _statuses_agree(known: Draft, draft: Draft) -> bool:
    """True when one course of treatment can have both statuses; ``known`` stands earlier in the text."""
    one, other = known["status"], draft["status"]
    same_dose = any(known.get(name) and draft.get(name) for name in _TELLING)
    bare = not any(draft.get(name) for name in _TELLING) or not any(known.get(name) for name in _TELLING)
    pair = {one, other}
    if one == "stopped" and other in {"started", "planned"} and any(draft.get(name) for name in _TELLING):
        return False  # taken up again later
    if one == other or same_dose:
        return one == other or known["kind"] not in _HANDS_ON
    if "planned" in pair:
        if one == "planned" and (pair & _DONE or pair & _NOW):
            return not any(known.get(name) for name in _TELLING)
        if known["kind"] in _HANDS_ON:
            return False
        return not any(draft.get(name) for name in _TELLING) and bool(
            pair & (_NOW | {"declined", "contraindicated", "stopped"})
        )
    if (pair == _DONE and known["kind"] in _HANDS_ON) or pair == {"past", "ongoing"}:
        return not _TOLD_BY_PLACE.isdisjoint({known["rule"], draft["rule"]})
    if pair <= _DONE | _NOW:
        return bare
    return True


_RANK = {
    "declined": 9, "contraindicated": 8, "stopped": 7, "completed": 6, "ongoing": 5, "started": 4, "past": 3,
    "planned": 2, "mentioned": 1,
}  # fmt: skip


def _taken_up_again(known: Draft, draft: Draft) -> bool:
    """``was held`` in the course and in the list of drugs at discharge: it goes on."""
    return (
        known["status"] == "stopped"
        and draft["status"] in _NOW
        and draft["rule"] in {"treatments.medication_list", "treatments.dose"}
    )


def _is_to_resume(scan: Scan, known: Draft, draft: Draft) -> bool:
    """``has not taken it for months``, and in the plan ``X can be resumed``: the last word is what is to be."""
    if known["status"] != "stopped" or draft["status"] not in {"planned", "started"}:
        return False
    start, end = scan.sentence_at(draft["start"])
    return _AGAIN.search(scan.text, max(start, draft["start"] - 60), min(end, draft["end"] + 60)) is not None


_AGAIN = re.compile(r"\b(?:restart|resum|reinstat|recommenc|reintroduc|reinitiat)\w*|\bback\s+on\b", re.IGNORECASE)


def _still_new(known: Draft, draft: Draft) -> bool:
    """What was started in this note stays so when it is told again without a dose."""
    return (
        known["status"] == "started" and draft["status"] == "ongoing" and not any(draft.get(name) for name in _TELLING)
    )


def _take_over(scan: Scan, known: Draft, draft: Draft) -> None:
    """File a draft under the one that tells the same, and fill its gaps."""
    for name in _FIELDS:
        to_come = name == "doses_given" and draft["status"] == "planned"  # ``second infusion in December``
        if known.get(name) is None and draft.get(name) is not None and not to_come:
            known[name] = draft[name]
    for name, time in draft["times"].items():
        known["times"].setdefault(name, time)
    says_more = _RANK[draft["status"]] > _RANK[known["status"]] and not _still_new(known, draft)
    if known["status"] in _DONE and draft["status"] == "contraindicated":
        says_more = False  # what was given stays given, though it must not be given again
    if says_more or _taken_up_again(known, draft) or _is_to_resume(scan, known, draft):
        known["status"] = draft["status"]
    if 0 <= draft["start"] - known["end"] <= _BESIDE:  # ``insulin glargine (LANTUS) 18 units`` is told in one place
        known["end"] = max(known["end"], draft["end"])
    elif (draft["start"], draft["end"]) != (known["start"], known["end"]):
        known["also"].append((draft["start"], draft["end"]))
