"""One record for a fracture that a note tells several times.

The same bone, level, side, part, subject and kind of statement is one fact: its fields are put together and the later
places stand in ``also``. A region ("hip") and a bone of it ("femoral neck") are the same fracture where nothing speaks
against it; a mere "fractures" belongs to those that the note names.
"""

from __future__ import annotations

from osteocase.pipeline.fractures.numbers import ORDINALS
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft

__all__ = ["merge_fractures", "without_answered_doubt", "without_overruled_denial"]

_FILLED = (
    "kind", "acuity", "genant_grade", "height_loss_percent", "fragility", "modality", "time", "side", "part", "count",
    "number",
)  # fmt: skip


_AGES = {"chronic": "historical", "acute": "current"}
_ONE_DENIAL = 120
"""Characters within which two denied places, one within the other, are one statement."""
_SHAPE = "fractures.shape"
"""Rule of what only the shape of a vertebra tells; a fracture word beside it decides."""


def merge_fractures(drafts: list[Draft], kind_rank: dict[str, int]) -> list[Draft]:
    """Drafts with each fracture once, in the order of the text, without the grammar's own fields.

    Args:
        drafts: one for each fracture word and place.
        kind_rank: kinds by how much they say; of two kinds told, the one with the lower rank stays.
    """
    drafts = [draft for draft in drafts if not _is_normal_shape(draft)]
    named = sorted((draft for draft in drafts if draft["bone"] is not None), key=_exactness)
    kept: list[Draft] = []
    for draft in named:
        alike = [other for other in kept if _is_same(other, draft)]
        if not alike or _counts_more(draft, alike):
            kept.append({**draft, "also": list(draft["also"])})
        elif draft["level"] is None and alike[0]["level"] is not None:
            _tell_of_all(alike, draft)
        else:
            _put_together(alike[0], draft, kind_rank)
    _date_other_denials(drafts)
    for draft in drafts:
        if draft["bone"] is None:
            _place_bare(kept, draft, kind_rank)
    kept.sort(key=lambda draft: (draft["start"], draft["end"]))
    return [_clean(draft) for draft in kept]


def _is_normal_shape(draft: Draft) -> bool:
    """``T8 Genant 0`` is a vertebra of normal shape (Genant HK et al., J Bone Miner Res 1993;8:1137-48)."""
    return draft["rule"] == _SHAPE and draft.get("genant_grade") == "0"


def _date_other_denials(drafts: list[Draft]) -> None:
    """``Fractured R radial head 2021. No other #.``: beside a fracture of the past, the others are past, too."""
    for draft in drafts:
        if draft["bone"] is None and draft["status"] == "absent" and draft.get("others"):
            before = [
                one for one in drafts if one["status"] == "present" and 0 <= draft["start"] - one["end"] <= _ONE_DENIAL
            ]
            if before and before[-1]["temporality"] == "historical" and before[-1]["subject"] == draft["subject"]:
                draft["temporality"] = "historical"


def without_answered_doubt(drafts: list[Draft]) -> list[Draft]:
    """Drafts without the question of a request (``? hip fracture``) that the same note answers with no."""
    cleared = [draft for draft in drafts if draft["status"] == "absent" and draft["temporality"] == "current"]
    places = {(draft["bone"], draft["level"], draft["subject"]) for draft in cleared}
    return [
        draft
        for draft in drafts
        if draft["status"] != "possible"
        or draft["bone"] is None
        or not any((bone, draft["level"], draft["subject"]) in places for bone in (draft["bone"], *draft["within"]))
    ]


_BUT = re.compile(r"\b(?:but|however|although|whereas)\b", re.IGNORECASE)
_OVERRULED = 160
"""Characters between a denial and the finding of a better method in the same sentence."""


def without_overruled_denial(text: str, drafts: list[Draft]) -> list[Draft]:
    """``no hip fracture on x-ray, but MRI shows one of the femoral neck``: only what was found counts."""
    found = [draft for draft in drafts if draft["status"] == "present" and draft["subject"] == "patient"]

    def is_overruled(draft: Draft) -> bool:
        return any(
            draft["bone"] in {other["bone"], *other["within"]}
            and draft["level"] == other["level"]
            and draft["side"] in {None, other["side"]}
            and 0 <= other["start"] - draft["end"] <= _OVERRULED
            and _BUT.search(text, draft["end"], other["start"]) is not None
            and ". " not in text[draft["end"] : other["start"]]
            for other in found
        )

    return [
        draft
        for draft in drafts
        if draft["status"] != "absent"
        or draft["bone"] is None
        or draft.get("acuity") is not None
        or not is_overruled(draft)
    ]


def _is_other_event(other: Draft, draft: Draft) -> bool:
    """A stress fracture of today and a hairline of the same foot at college: two times told, one of the past; of the
    same bone where today's is called a new one."""
    if {other["temporality"], draft["temporality"]} != {"current", "historical"}:
        return False
    past, present = (other, draft) if other["temporality"] == "historical" else (draft, other)
    time = past["time"]
    if other["bone"] == draft["bone"]:
        is_dated = time is not None and time["kind"] in {"age", "date"}
        return draft["level"] is None and bool(present.get("another")) and is_dated
    return time is not None and past.get("acuity") is None and time["kind"] in {"age", "date"}


def _exactness(draft: Draft) -> tuple[int, int]:
    """Levels and parts before regions, so that a region finds what it stands for; absence is told of the region."""
    if draft["status"] == "absent":
        return (0 if draft["level"] else 1 if not draft["within"] else 2 if not draft["part"] else 3, draft["start"])
    exact = 0 if draft["level"] else 1 if draft["part_of"] else 2 if draft["part"] else 3 if draft["within"] else 4
    return (exact, draft["start"])


def _group(status: str) -> str:
    """Present and possible are told of one fracture; absence is another statement."""
    return "absent" if status == "absent" else "told"


def _is_same(other: Draft, draft: Draft) -> bool:
    """True where two drafts tell of one fracture."""
    if not _one_person(other["subject"], draft["subject"]) or _group(other["status"]) != _group(draft["status"]):
        return False
    if other["side"] and draft["side"] and other["side"] != draft["side"]:
        return False
    if other["number"] and draft["number"] and other["number"] != draft["number"]:
        return False
    if _is_other_event(other, draft):
        return False
    if other["bone"] == draft["bone"]:
        if draft["level"] or other["level"]:
            if draft["status"] == "absent" or draft["level"] is not None:
                return bool(other["level"] == draft["level"] and _one_half(other, draft))
            return True
        return _parts_fit(other, draft)
    if draft["status"] == "absent" and abs(draft["start"] - other["start"]) > _ONE_DENIAL:
        return False
    return bool(draft["bone"] in other["within"] or other["bone"] in draft["within"])


def _one_half(other: Draft, draft: Draft) -> bool:
    """A broken transverse process is another fracture than that of the same vertebra's body."""
    halves = [one["part_of"] or one["part"] or "body" for one in (other, draft)]
    return bool(halves[0] == halves[1])


def _parts_fit(other: Draft, draft: Draft) -> bool:
    """The neck of the humerus may be told as its proximal end."""
    if not other["part"] or not draft["part"] or other["part"] == draft["part"]:
        return True
    if other["part"] in ORDINALS or draft["part"] in ORDINALS:
        return True
    return bool(other["part_of"] == draft["part"] or draft["part_of"] == other["part"])


def _counts_more(draft: Draft, alike: list[Draft]) -> bool:
    """A general "vertebral fractures" stands for the levels told, unless it counts more than those."""
    is_general = draft["level"] is None and alike[0]["level"] is not None
    return is_general and draft.get("count") is not None and draft["count"] > len(alike)


def _one_person(subject: str, other: str) -> bool:
    """``family`` may be the mother who was named before."""
    return subject == other or ("family" in (subject, other) and not {"patient", "other"} & {subject, other})


def _tell_of_all(alike: list[Draft], draft: Draft) -> None:
    """A general "osteoporotic compression fractures" tells the kind and the cause of every level named in the note."""
    for found in alike:
        for name in ("kind", "fragility"):
            if found.get(name) is None and draft.get(name) is not None:
                found[name] = draft[name]
    nearest = min(alike, key=lambda found: abs(found["start"] - draft["start"]))
    nearest["also"] = sorted({*nearest["also"], (draft["start"], draft["end"]), *draft["also"]})


def _put_together(found: Draft, draft: Draft, kind_rank: dict[str, int]) -> None:
    if found.get("acuity") is None and draft.get("acuity") is not None and draft.get("modality") is not None:
        found["modality"] = draft["modality"]  # the image that dates a fracture is the one that tells of it
    for name in _FILLED:
        is_other_bones_part = name == "part" and found["bone"] != draft["bone"]
        if found.get(name) is None and draft.get(name) is not None and not is_other_bones_part:
            found[name] = draft[name]
    if found.get("part") in ORDINALS and draft.get("part") not in {None, *ORDINALS} and found["bone"] == draft["bone"]:
        found["part"] = draft["part"]
    is_shape = draft["rule"] == _SHAPE
    if draft.get("kind") is not None and not is_shape:
        says_more = kind_rank.get(draft["kind"], 99) < kind_rank.get(found["kind"], 99)
        found["kind"] = draft["kind"] if says_more or found["rule"] == _SHAPE else found["kind"]
    if found["status"] != "absent" and found["bone"] is not None:
        found["temporality"] = _AGES.get(found.get("acuity") or "", found["temporality"])
    if found["subject"] == "family":
        found["subject"] = draft["subject"]
    if found["rule"] == _SHAPE and not is_shape:
        found["status"] = draft["status"]
    elif "present" in (found["status"], draft["status"]) and _group(found["status"]) == "told" and not is_shape:
        found["status"] = "present"
    _add_place(found, draft)


def _add_place(found: Draft, draft: Draft) -> None:
    if draft["start"] < found["start"]:
        spot = (found["start"], found["end"])
        found["start"], found["end"], found["rule"] = draft["start"], draft["end"], draft["rule"]
    else:
        spot = (draft["start"], draft["end"])
    for place in (spot, *draft["also"]):
        if place != (found["start"], found["end"]) and place not in found["also"]:
            found["also"].append(place)
    found["also"].sort()


def _place_bare(kept: list[Draft], draft: Draft, kind_rank: dict[str, int]) -> None:
    """A fracture word without place is one more telling of a named one, or a record of its own when there is none.

    "The fracture" always points back, so it never makes a record and says nothing of absence. "No new fractures" is
    told of the whole skeleton, also where a place was cleared before.
    """
    alike = [
        other
        for other in kept
        if _one_person(other["subject"], draft["subject"]) and _group(other["status"]) == _group(draft["status"])
    ]
    if draft["status"] == "absent":
        alike = [
            other
            for other in alike
            if (other["bone"] is None or draft["again"]) and other["temporality"] == draft["temporality"]
        ]
    if not alike and draft["definite"]:
        return
    if not alike:
        kept.append({**draft, "also": list(draft["also"])})
        return
    near = min(alike, key=lambda other: (other["start"] > draft["start"], abs(other["start"] - draft["start"])))
    if near.get("fragility") is None and draft["status"] == "present" and (draft["definite"] or len(alike) == 1):
        near["fragility"] = draft.get("fragility")
    if near["bone"] is None:
        _put_together(near, draft, kind_rank)
    elif (draft["start"], draft["end"]) not in near["also"]:
        near["also"].append((draft["start"], draft["end"]))
        near["also"].sort()


def _clean(draft: Draft) -> Draft:
    return {
        name: value
        for name, value in draft.items()
        if name not in {"within", "definite", "part_of", "again", "another", "others"}
    }
