"""One fact told twice in a note is one laboratory record with a further place."""

from __future__ import annotations

from decimal import Decimal

from osteocase.pipeline.scan import Draft

__all__ = ["told_once"]

_KIN = {
    "calcium_corrected": "calcium", "calcium_ionized": "calcium", "glucose_fasting": "glucose", "glucose_2h": "glucose",
    "glucose_1h": "glucose", "glucose_3h": "glucose",
    "25_oh_vitamin_d": "vitamin_d", "free_t4": "t4", "free_t3": "t3",
}  # fmt: skip
"""Analytes that notes also call by a wider name: ``high calcium`` may be told of a corrected calcium."""


MOST_ALIKE = 200
"""How many records of one analyte and value are compared; more are no clinician's note."""


def _family(draft: Draft) -> str:
    analyte = str(draft["analyte"])
    return _KIN.get(analyte, analyte)


def told_once(drafts: list[Draft]) -> list[Draft]:
    """The drafts with each fact once, in the order of the text."""
    kept: list[Draft] = []
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in sorted(drafts, key=lambda item: (item["start"], item["end"])):
        others = alike.setdefault((_family(draft), *_fact(draft)), [])
        known = next((other for other in others[:MOST_ALIKE] if _is_same(other, draft)), None)
        if known is None:
            kept.append(draft)
            others.append(draft)
        else:
            _add(known, draft)
    return _without_echoes(kept)


def _is_same(known: Draft, draft: Draft) -> bool:
    if _fact(known) != _fact(draft) or _subject(known) != _subject(draft):
        return False
    if known.get("unit") and draft.get("unit") and known["unit"] != draft["unit"]:
        return False
    if known["analyte"] != draft["analyte"] and not (_are_kin(known, draft) and draft.get("value") is not None):
        return False
    when, other = _when(draft), _when(known)
    return when == other or when is None or other is None


def _subject(draft: Draft) -> str:
    return draft.get("subject") or "patient"


def _fact(draft: Draft) -> tuple[object, ...]:
    value = draft.get("value")
    return (Decimal(value), draft.get("comparator")) if value is not None else ("words", draft.get("qualitative"))


_VAGUE = {"in the past"}
"""Times that tell no other time than that of the number."""


def _when(draft: Draft) -> str | None:
    time = draft.get("time")
    told = str(time["text"]).lower() if time else None
    return told if told not in _VAGUE else None


def _are_kin(first: Draft, second: Draft) -> bool:
    names = {first["analyte"], second["analyte"]}
    return len({_KIN.get(name, name) for name in names}) == 1 and bool(names - set(_KIN))


def _add(known: Draft, draft: Draft) -> None:
    """What the second telling adds: its place, and a flag, an interval or a time that the first did not tell."""
    known.setdefault("also", []).append((draft["start"], draft["end"]))
    if draft.get("flag") is not None and (known.get("flag") is None or known.get("flag_basis") != "stated"):
        known["flag"], known["flag_basis"] = draft["flag"], draft["flag_basis"]
    for field in ("reference", "time"):
        if known.get(field) is None:
            known[field] = draft.get(field)


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """``elevated PTH`` told of a PTH whose value the note gives is the same fact: a further place of the first such
    value with that flag, or with none. ``renal function is stable`` adds nothing to a result told before."""
    kept: list[Draft] = []
    families: dict[str, list[Draft]] = {}
    for draft in drafts:
        families.setdefault(_family(draft), []).append(draft)
    for draft in drafts:
        family = families[_family(draft)] if draft.get("value") is None else []
        others = [other for other in family[:MOST_ALIKE] if other is not draft and _is_kin(other, draft)]
        known = _echoed(draft, others) if draft.get("value") is None else None
        if known is None:
            kept.append(draft)
        else:
            known.setdefault("also", []).append((draft["start"], draft["end"]))
    return kept


def _is_kin(other: Draft, draft: Draft) -> bool:
    same = other["analyte"] == draft["analyte"] or _are_kin(other, draft)
    return same and other.get("subject") == draft.get("subject")


def _echoed(draft: Draft, others: list[Draft]) -> Draft | None:
    """The record that a result in words tells again; it takes the flag where it is the only value without one."""
    numbers = [other for other in others if other.get("value") is not None]
    flag = draft.get("flag")
    if flag is None:
        told = [other for other in others if other["start"] < draft["start"]]
        return told[0] if draft.get("qualitative") in {"stable", "unchanged"} and told else None
    if _at_another_time(draft, numbers):
        return None
    fitting = [other for other in numbers if other.get("flag") == flag]
    if fitting:
        return fitting[0]
    when = _when(draft)
    at_once = [other for other in numbers if when is not None and _when(other) == when and other.get("flag") is None]
    if flag == "normal" and len(at_once) == 1:
        at_once[0]["flag"], at_once[0]["flag_basis"] = flag, "stated"
        return at_once[0]
    if flag == "normal" and not (len(numbers) == 1 and numbers[0]["start"] < draft["start"] and _when(draft) is None):
        return None  # a normal result may be another one than the number
    unflagged = [other for other in numbers if other.get("flag") is None]
    if len(numbers) == 1 and unflagged and _when(draft) in {None, _when(numbers[0])}:
        numbers[0]["flag"], numbers[0]["flag_basis"] = flag, "stated"
    return unflagged[0] if unflagged else None


def _at_another_time(draft: Draft, numbers: list[Draft]) -> bool:
    """A normal result in words with a time of its own that none of the numbers has is another fact."""
    when = _when(draft)
    return when is not None and draft["flag"] == "normal" and all(_when(other) != when for other in numbers)
