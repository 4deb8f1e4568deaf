"""Which records of the case an utterance speaks of: by name, kind, level, value, time and order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from osteocase.assistant.hearing import Heard
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.lexicon import BoneEntry
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Score, Time, Treatment
from osteocase.review import LIST_NAMES, Session
from osteocase.review.queue import case_records
from osteocase.review.wording import LIST_TITLES, list_of, word

__all__ = ["Selection", "at_time", "case_names", "in_time", "months_of", "same_thing", "select", "values_of"]

_SITE_FAMILIES = {
    "hip": ("total_hip", "hip", "femoral_neck", "trochanter"),
    "femur": ("total_hip", "femur", "femoral_neck"),
    "forearm": ("forearm", "distal_radius", "ultradistal_radius"),
}
"""A region that people name, and the sites that stand for it, the one that a report uses first."""
_ANY_PAIN = ("pain_score", "pain_rating")
_PAIN_SCALES = ("vas", "nrs", *_ANY_PAIN)
_TOLERANCE = Decimal("1.0")
"""Months that a visit may lie beside the time that is asked for: a six-month visit is seldom on the day."""


_MEASURES = {
    "t_score": "T-score", "z_score": "Z-score", "bmd_g_cm2": "bone density", "yam_percent": "YAM", "tbs": "TBS",
    "change_percent": "stated change",
}  # fmt: skip


@dataclass
class Selection:
    """Records that fit, and what was asked for in words."""

    records: list[Record] = field(default_factory=list)
    """In the order of time, then of the case."""
    asked: list[str] = field(default_factory=list)
    """Names of what was asked for."""
    arguments: dict[str, str] = field(default_factory=dict)
    named: bool = False
    """Whether anything was named at all; ``show me`` alone names nothing."""


def case_names(session: Session) -> list[tuple[str, str, str]]:
    """(topic, id, name) of everything that the case calls by a name of its own."""
    names: dict[tuple[str, str, str], None] = {}
    for record in case_records(session.case):
        match record:
            case Lab(analyte=analyte, name=name, name_text=text):
                names[("analyte", analyte, name)] = None
                if text:
                    names[("analyte", analyte, text)] = None
            case Treatment(agent=agent, name=name):
                names[("treatment", agent, name)] = None
                names[("treatment", agent, agent.replace("_", " "))] = None
            case Finding(concept=concept, name=name):
                names[("finding", concept, name)] = None
            case Score(name=name, name_text=text):
                names[("score", name, text or name)] = None
            case Bmd(site=site) if site:
                names[("bmd_site", site, site.replace("_", " "))] = None
            case Fracture(bone=bone) if bone:
                names[("bone", bone, bone.replace("_", " "))] = None
            case _:
                pass
    return list(names)


def select(heard: Heard, session: Session, vocabulary: Vocabulary, *, with_time: bool = True) -> Selection:
    """The records that an utterance names; with ``with_time`` only those of the time that it names."""
    found = Selection()
    everything = list(case_records(session.case))
    kinds = [kind for kind in heard.values("record_kind") if kind in LIST_NAMES]
    _by_name(found, heard, everything, vocabulary)
    if not found.named and kinds:
        found.named = True
        found.asked += [LIST_TITLES[kind].lower() for kind in LIST_NAMES if kind in kinds]
        found.records = [record for record in everything if list_of(record) in kinds]
        found.arguments["list"] = ",".join(dict.fromkeys(kinds))
    if heard.has("measure") and not found.records and found.arguments.keys() <= {"concept"}:
        measure = heard.values("measure")[0]
        found.named = True
        found.asked = [_MEASURES[measure]]
        found.arguments = {"measure": measure}
        found.records = [record for record in everything if getattr(record, measure, None) is not None]
    if not found.named and "records" in heard.values("record_kind"):
        found.named, found.records, found.asked = True, everything, ["everything"]
        found.arguments["list"] = "all"
    relatives = [one for one in heard.values("relative") if one not in ("patient", "family")]
    if not found.named and relatives:
        found.named, found.asked = True, [f"the {relatives[0]}"]
        found.records = [record for record in everything if getattr(record, "subject", "patient") in relatives]
    _narrow(found, heard)
    found.records = in_time(found.records)
    if with_time:
        found.records = at_time(found, heard)
    return found


def in_time(records: Sequence[Record]) -> list[Record]:
    """Each record once, those of one thing in the order of time; those without a time stay where they are."""
    once = list({record.id: record for record in records}.values())
    return sorted(once, key=lambda record: (months_of(record) is None, months_of(record) or Decimal(0)))


def at_time(found: Selection, heard: Heard) -> list[Record]:
    """The records of the time, or of the place in the row of times, that is asked for."""
    records = found.records
    if heard.months is not None:
        found.arguments["months"] = f"{heard.months.normalize():f}"
        return [record for record in records if _near(months_of(record), heard.months)]
    if heard.date is not None:
        found.arguments["date"] = heard.date
        return [record for record in records if _on(record, heard.date)]
    wanted = heard.values("time")
    if not wanted:
        return records
    found.arguments["time"] = wanted[0]
    if wanted[0] == "baseline":
        return [record for record in records if _near(months_of(record), Decimal(0)) or _is_baseline(record)]
    if wanted[0] in ("first", "last"):
        ends = {same_thing(record): record for record in (reversed(records) if wanted[0] == "first" else records)}
        return [record for record in records if ends[same_thing(record)].id == record.id]
    number = int(wanted[0])
    return records[number - 1 : number]


def months_of(record: Record) -> Decimal | None:
    """Position of a record on the axis."""
    time = _time(record)
    return time.months if time is not None else None


def values_of(record: Record) -> tuple[Decimal, ...]:
    """Every number that a record states."""
    names = ("value", "value_high", "bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs", "dose",
             "genant_grade", "height_loss_percent")  # fmt: skip
    return tuple(value for name in names if isinstance(value := getattr(record, name, None), Decimal))


def same_thing(record: Record) -> tuple[object, ...]:
    """What a record is a value of: rows of one thing are compared over time."""
    match record:
        case Lab(analyte=analyte, specimen=specimen):
            return ("lab", analyte, specimen)
        case Bmd(site=site, side=side):
            return ("bmd", site, side)
        case Score(name=name, body_site=site):
            return ("score", name, site)
        case Treatment(agent=agent):
            return ("treatment", agent)
        case Finding(concept=concept, subject=subject):
            return ("finding", concept, subject)
        case Fracture(bone=bone, level=level, side=side, subject=subject):
            return ("fracture", bone, level, side, subject)
        case _:
            return (list_of(record), word(record).what)


def _is_analyte(record: Record, asked: str) -> bool:
    """``calcium`` asks for the corrected calcium too, and the intact PTH is the PTH."""
    if not isinstance(record, Lab):
        return False
    return record.analyte == asked or record.analyte.startswith(f"{asked}_") or asked.startswith(f"{record.analyte}_")


def _is_agent(record: Record, asked: str) -> bool:
    return isinstance(record, Treatment) and asked in (record.agent, record.drug_class)


def _is_score(record: Record, asked: str) -> bool:
    """Pain is mostly asked for without the name of its scale."""
    return isinstance(record, Score) and (record.name == asked or (asked in _ANY_PAIN and record.name in _PAIN_SCALES))


def _is_concept(record: Record, asked: str) -> bool:
    return isinstance(record, Finding) and record.concept == asked


_NAMED: tuple[tuple[str, str, Callable[[Record, str], bool]], ...] = (
    ("analyte", "analyte", _is_analyte),
    ("treatment", "agent", _is_agent),
    ("score", "score", _is_score),
    ("finding", "concept", _is_concept),
)
"""Topic of the lexicon, name of the argument, and whether a record is of it."""


def _by_name(found: Selection, heard: Heard, everything: Sequence[Record], vocabulary: Vocabulary) -> None:
    """Everything that is named by a term of the lexicon, a name of the case, or a vertebral level."""
    for topic, argument, fits in _NAMED:
        for name in heard.ids(topic):
            _take(found, argument, name, [one for one in everything if fits(one, name)], vocabulary.label(topic, name))
    for level in heard.levels:
        _take(found, "level", level, [one for one in everything if isinstance(one, Fracture) and one.level == level])
    if not heard.levels:
        _by_place(found, heard, everything, vocabulary)


def _by_place(found: Selection, heard: Heard, everything: Sequence[Record], vocabulary: Vocabulary) -> None:
    """A region is a place of densitometry or of a fracture: other words tell which, else what the case holds."""
    about_fracture = (
        "fractures" in heard.values("record_kind")
        or heard.has("fracture_state")
        or bool(heard.words_of("fracture_kind"))
    )
    about_density = heard.has("measure", "trend") or "bmd" in heard.values("record_kind")
    if not about_fracture:
        for site in heard.ids("bmd_site"):
            rows = [one for one in everything if isinstance(one, Bmd) and one.site == site]
            for near in _SITE_FAMILIES.get(site, ()):
                rows = rows or [one for one in everything if isinstance(one, Bmd) and one.site == near]
            if rows or about_density:
                _take(found, "site", site, rows)
    if about_density and found.named:
        return
    bones = vocabulary.lexicon.of(BoneEntry)
    for bone_id in heard.ids("bone"):
        entry = bones.get(bone_id)
        bone, part = (entry.bone, entry.part) if entry is not None else (bone_id, None)
        broken = [
            one
            for one in everything
            if isinstance(one, Fracture)
            and _same_bone(one, bone)
            and (part is None or one.part == part or bone == "vertebra")
        ]
        if broken or about_fracture:
            _take(found, "bone", bone, broken)


def _take(found: Selection, name: str, value: str, records: Sequence[Record], label: str = "") -> None:
    found.named = True
    found.asked.append(label or value.replace("_", " "))
    found.arguments.setdefault(name, value)
    found.records += records


def _narrow(found: Selection, heard: Heard) -> None:
    """Of several kinds that share a name keep the one that the other words speak of; relatives only where named."""
    kinds = [kind for kind in heard.values("record_kind") if kind in LIST_NAMES]
    fitting = [record for record in found.records if list_of(record) in kinds]
    if fitting and len(fitting) < len(found.records):
        found.records = fitting
    if heard.has("measure"):
        measure = heard.values("measure")[0]
        having = [record for record in found.records if getattr(record, measure, None) is not None]
        if having:
            found.records = having
        found.arguments.setdefault("measure", measure)
    relatives = [relative for relative in heard.values("relative") if relative != "patient"]
    if relatives and heard.is_question:
        found.records = [
            record
            for record in found.records
            if getattr(record, "subject", "patient") in relatives
            or ("family" in relatives and getattr(record, "subject", "patient") != "patient")
        ]
        found.arguments["subject"] = relatives[0]


def _same_bone(fracture: Fracture, bone: str) -> bool:
    if fracture.bone == bone:
        return True
    return bone == "hip" and fracture.bone == "femur" and fracture.part in ("neck", "proximal", "intertrochanteric")


def _time(record: Record) -> Time | None:
    return getattr(record, "time", None) or getattr(record, "start", None) or getattr(record, "stop", None)


def _near(months: Decimal | None, wanted: Decimal) -> bool:
    return months is not None and abs(months - wanted) <= _TOLERANCE


def _on(record: Record, date: str) -> bool:
    time = _time(record)
    return time is not None and time.date is not None and time.date.startswith(date)


def _is_baseline(record: Record) -> bool:
    time = _time(record)
    return time is not None and time.months is None and "baseline" in time.text.casefold()
