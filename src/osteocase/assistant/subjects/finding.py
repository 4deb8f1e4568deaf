"""Which records of the case an utterance speaks of: by name, kind, level, value, time and order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.assistant.subjects.measured_or_taken import by_use, tell_apart
from osteocase.assistant.subjects.ordinals import of_number
from osteocase.assistant.subjects.regions import of_region
from osteocase.assistant.subjects.selection import Selection, kin_said
from osteocase.assistant.subjects.sightings import one_image_only, seen_on_one
from osteocase.assistant.subjects.time_events import without_time_events
from osteocase.assistant.subjects.times import at_time, in_time
from osteocase.assistant.subjects.wanted import HOW_BROKEN
from osteocase.assistant.words.fracture_states import in_state, states_asked
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon import BoneEntry, SiteEntry, TreatmentEntry, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Treatment
from osteocase.review import LIST_NAMES, ListName, Session
from osteocase.review.queue import case_records
from osteocase.review.wording import LIST_TITLES, list_of, word

__all__ = [
    "MEASURES", "PAIN_SCALES", "Selection", "is_agent", "is_of", "kin_of", "relatives_of", "same_bone", "same_thing",
    "select", "values_of",
]  # fmt: skip

_SITE_FAMILIES = {
    "hip": ("total_hip", "hip", "femoral_neck", "trochanter"),
    "femur": ("total_hip", "femur", "femoral_neck"),
    "forearm": ("forearm", "distal_radius", "ultradistal_radius"),
}
"""A region that people name, and the sites that stand for it, the one that a report uses first."""
_BONE_FAMILIES = {
    "wrist": ("radius", "ulna", "scaphoid"),
    "forearm": ("radius", "ulna"),
    "arm": ("radius", "ulna", "humerus"),
    "leg": ("tibia", "fibula", "femur"),
    "pelvis": ("sacrum", "pubis", "ilium", "acetabulum"),
    "foot": ("metatarsal", "calcaneus", "talus", "navicular", "cuboid", "cuneiform", "toe"),
    "hand": ("metacarpal", "finger", "scaphoid"),
}
"""A part of the body that people name, and the bones of it."""
_ANY_PAIN = ("pain_score", "pain_rating")
PAIN_SCALES = ("vas", "nrs", "wong_baker", *_ANY_PAIN)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIDES = frozenset(("left", "right"))
_JUDGED = re.compile(
    r"\b(?:is|are|was|were|all|both|looks?|seems?|'s)\s+right(?=\s*(?:$|[,.;!?]|\b(?:and|but|now|too|again|please)\b))"
)
"""``all the T-scores are right``: no side."""
MEASURES = {
    "t_score": "T-score", "z_score": "Z-score", "bmd_g_cm2": "bone density", "yam_percent": "YAM", "tbs": "TBS",
    "change_percent": "stated change",
}  # fmt: skip


def select(heard: Heard, session: Session, vocabulary: Vocabulary, *, with_time: bool = True) -> Selection:
    """The records that an utterance names; with ``with_time`` only those of the time that it names."""
    found = Selection()
    everything = list(case_records(session.case))
    _by_name(found, heard, everything, vocabulary)
    _by_kind(found, heard, everything)
    if _VERTEBRAL.search(heard.say) and found.arguments.get("list") == "fractures" and not heard.ids("bone"):
        found.records = [one for one in found.records if not isinstance(one, Fracture) or one.bone == "vertebra"]
    _by_measure(found, heard, everything)
    _by_image(found, heard, everything, session)
    if set(found.arguments) == {"event"} and found.arguments["event"] == "visit" and _VALUES & set(heard.words):
        found.records = [one for one in everything if isinstance(one, Lab | Bmd | Score)]  # the values of a visit
    if not found.named and heard.has("extreme") and _PLACES & set(heard.words):  # ``lowest site``
        found.named, found.asked, found.arguments["list"] = True, ["bone density"], "bmd"
        found.records = [one for one in everything if isinstance(one, Bmd) and same_thing(one)[3] is None]
    if not found.named and "records" in heard.values("record_kind"):
        found.named, found.records, found.asked = True, everything, ["everything"]
        found.arguments["list"] = "all"
    relatives = [one for one in heard.values("relative") if one != "patient"]
    if not found.named and relatives:
        found.named, found.asked = True, [f"the {kin_said(heard) or relatives[0]}"]
        found.records = [
            record
            for record in everything
            if is_of(record, _whose(relatives), session)
            or ("family" in relatives and getattr(record, "subject", "patient") != "patient")
        ]
    if not found.named and (heard.date is not None or heard.months is not None) and heard.has(*_OF_ALL):
        found.named, found.records, found.asked = True, everything, ["that time"]
    if not found.named and {"visit", "visits", "seen", "attended"} & set(heard.words) and heard.has("when", "count"):
        _take(found, "event", "visit", [one for one in everything if _is_event(one, "visit")])
    _narrow(found, heard, everything, session)
    without_time_events(found, heard)
    if "bone" in found.arguments and not heard.has("correct", "no"):
        found.records = of_number(heard, found.records)
    found.records = in_time(found.records, session)
    if with_time:
        found.records, told = at_time(found.records, heard, session, same_thing)
        found.arguments |= told
    return found


def values_of(record: Record) -> tuple[Decimal, ...]:
    """Every number that a record states."""
    told = (*_NUMBER.findall(record.detail),) if isinstance(record, Finding) and record.detail else ()
    names = ("value", "value_high", "bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent", "tbs", "dose",
             "genant_grade", "height_loss_percent")  # fmt: skip
    return (
        *(value for name in names if isinstance(value := getattr(record, name, None), Decimal)),
        *(Decimal(number) for number in told),
    )


def same_thing(record: Record) -> tuple[object, ...]:
    """What a record is a value of: rows of one thing are compared over time."""
    match record:
        case Lab(analyte=analyte, specimen=specimen):
            return ("lab", analyte, specimen)
        case Bmd(site=site, side=side, region=region):
            single = region if region and len(region) <= len("L4") else None  # one vertebra is no course with all
            return ("bmd", site, side, single)
        case Score(name=name, body_site=site):
            return ("score", name, site)
        case Treatment(agent=agent):
            return ("treatment", agent)
        case Finding(concept=concept, subject=subject):
            return ("finding", concept, subject)
        case Fracture(bone=bone, level=level, side=side, subject=subject):
            return ("fracture", bone, level, side, subject)
        case Event(kind=kind) if kind == "visit":
            return ("event", kind)
        case _:
            return (list_of(record), word(record).what)


def _is_analyte(record: Record, asked: str) -> bool:
    """``calcium`` asks for the corrected calcium too, and the intact PTH is the PTH."""
    if not isinstance(record, Lab):
        return False
    if record.analyte == asked or record.analyte.startswith(f"{asked}_"):
        return True
    return asked.startswith(f"{record.analyte}_") and not asked.endswith(_OF_OTHER_FLUID)


_VERTEBRAL = re.compile(r"\b(?:vertebra\w*|spinal|spine|vfs?|(?:which|what)\s+levels)\b", re.IGNORECASE)
_OF_ALL = ("ask", "summary", "list", "high", "low", "abnormal")
_PLACES = frozenset(("site", "sites", "region", "area", "spot"))
_VALUES = frozenset(("values", "value", "results", "figures", "measurements"))
_OF_OTHER_FLUID = ("_salivary", "_saliva", "_urine", "_urinary", "_ionized", "_free", "_24h", "_hair")
"""Ends of names of what is another quantity than its namesake in the serum."""


def is_agent(record: Record, asked: str) -> bool:
    """A drug by its own name, by its class, or by a wider word: cefalexin is an antibiotic."""
    if not isinstance(record, Treatment):
        return False
    if asked in (record.agent, record.drug_class, record.kind):
        return True
    wider = default_lexicon().of(TreatmentEntry).get(asked)
    return wider is not None and record.drug_class in wider.members


def _is_score(record: Record, asked: str) -> bool:
    """Pain is mostly asked for without the name of its scale."""
    return isinstance(record, Score) and (record.name == asked or (asked in _ANY_PAIN and record.name in PAIN_SCALES))


def _is_concept(record: Record, asked: str) -> bool:
    if not isinstance(record, Finding):
        return False
    return record.concept == asked or (asked == "osteoporosis" and record.concept.endswith("_osteoporosis"))


def _is_event(record: Record, asked: str) -> bool:
    return isinstance(record, Event) and record.kind == asked


_NAMED: tuple[tuple[str, str, Callable[[Record, str], bool]], ...] = (
    ("analyte", "analyte", _is_analyte),
    ("treatment", "agent", is_agent),
    ("score", "score", _is_score),
    ("finding", "concept", _is_concept),
    ("event", "event", _is_event),
)
"""Topic of the lexicon, name of the argument, and whether a record is of it."""


def _by_name(found: Selection, heard: Heard, everything: Sequence[Record], vocabulary: Vocabulary) -> None:
    """Everything that is named by a term of the lexicon, a name of the case, or a vertebral level."""
    for topic, argument, fits in _NAMED:
        for name, label in _ids(heard, topic, vocabulary):
            so_named = [one for one in everything if fits(one, name)]
            so_named = so_named or _so_called(heard, topic, name, everything)
            _take(found, argument, name, so_named or _of_kind(topic, name, everything, vocabulary), label)
    for level in heard.levels:
        rows: list[Record] = [one for one in everything if isinstance(one, Fracture) and one.level == level]
        if heard.has("measure") or "bmd" in heard.values("record_kind"):  # a single vertebra that was measured
            rows = [one for one in everything if isinstance(one, Bmd) and one.region == level] or rows
        if not rows and heard.has("delete", "accept", "defer"):
            rows = [one for one in everything if isinstance(one, Bmd) and one.region == level]
        _take(found, "level", level, rows)
    if not heard.levels:
        _by_place(found, heard, everything, vocabulary)


def _of_kind(topic: str, name: str, everything: Sequence[Record], vocabulary: Vocabulary) -> list[Record]:
    """An orthosis is seldom called in the same way twice: the corset of one is the brace of another."""
    entry = vocabulary.lexicon.of(TreatmentEntry).get(name) if topic == "treatment" else None
    if entry is not None and name == "hip_surgery":
        return [one for one in everything if isinstance(one, Treatment) and one.agent.startswith("hip_")]
    if entry is None or entry.kind != "orthosis":
        return []
    return [one for one in everything if isinstance(one, Treatment) and one.drug_class == entry.drug_class]


def _so_called(heard: Heard, topic: str, entry: str, everything: Sequence[Record]) -> list[Record]:
    """Treatments that carry the very word in their name: the Adcal of Adcal-D3."""
    if topic != "treatment":
        return []
    said = [hit for hit in heard.hits if hit.id == entry and hit.group != "family" and hit.end > hit.start]
    keys = {heard.words[hit.start : hit.end] for hit in said}
    return [
        one
        for one in everything
        if isinstance(one, Treatment) and normal_words(one.name)[: len(max(keys, default=()))] in keys
    ]


def _ids(heard: Heard, topic: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """(id, name for people) of what is named; a word for several things stays the name of each of them."""
    names: dict[str, str] = {}
    for hit in heard.hits:
        if hit.topic == topic:
            own = hit.group == "family" and hit.value and not _ASK_WORDS & set(hit.value.split())
            own = own and len(str(hit.value)) > _ABBREVIATION
            label = str(hit.value) if own else vocabulary.label(topic, hit.id)
            names[hit.id] = label
    return list(names.items())


_ABBREVIATION = 4
"""Letters up to which a word is told in full: ``dm``."""
_ASK_WORDS = frozenset(("is", "was", "did", "has", "does", "had", "were", "are", "have", "what", "when", "how", "any"))


def _by_kind(found: Selection, heard: Heard, everything: Sequence[Record]) -> None:
    """Whole lists: the labs, the fractures, the symptoms."""
    kinds = _kinds(heard)
    if kinds == ["treatments"] and heard.has("measure"):
        kinds = []  # the treatment is the time of what is asked for: ``the T-scores before and after treatment``
    of_finding = set(heard.values("finding_kind"))
    of_finding |= {"history"} if "diagnosis" in of_finding else set()  # the hypertension of a list of diagnoses
    if "adverse_event" in of_finding and set(found.arguments) <= {"concept", "agent"}:
        found.named, found.asked = True, ["side effects"]
        found.arguments.setdefault("list", "findings")
        found.records = [one for one in everything if isinstance(one, Finding) and one.kind == "adverse_event"]
        return
    if (
        {"total", "altogether", "overall"} & set(heard.words)
        and kinds == ["fractures"]
        and (found.arguments.keys() <= {"bone"})
    ):
        found.named, found.arguments = False, {}  # ``fractures in total, the sacrum counted in``
        found.records, found.asked = [], []
    if kinds and found.arguments == {"event": "visit"}:  # ``the labs of the first visit``: it only tells the time
        found.named, found.arguments, found.records, found.asked = False, {}, [], []
    if found.named or not (kinds or of_finding):
        return
    found.named = True
    found.asked += [LIST_TITLES[kind].lower() for kind in LIST_NAMES if kind in kinds]
    found.asked += sorted(kind.replace("_", " ") for kind in of_finding)
    found.records = [
        record
        for record in everything
        if list_of(record) in kinds or (isinstance(record, Finding) and record.kind in of_finding)
    ]
    found.arguments["list"] = ",".join(dict.fromkeys((*kinds, *(["findings"] if of_finding else []))))


def _kinds(heard: Heard) -> list[ListName]:
    """The lists that are named; ``accept the labs and the DXA`` names the densities too."""
    kinds = [kind for kind in LIST_NAMES if kind in heard.values("record_kind")]
    return [*kinds, "bmd"] if kinds and _densities_too(heard) else kinds


def _densities_too(heard: Heard) -> bool:
    """Whether an examination is one of several lists that are decided on."""
    said = [hit for hit in heard.hits if heard.words[hit.start] in ("dxa", "dexa", "bmd", "densitometry")]
    lists = [hit for hit in heard.hits if hit.group == "record_kind" and hit not in said]
    pairs = [sorted((one, other), key=lambda hit: hit.start) for one in said for other in lists]
    joint = any({"and", "plus"} & set(heard.words[one.end : other.start]) for one, other in pairs)
    return joint and heard.has("accept", "delete", "defer")


def _by_measure(found: Selection, heard: Heard, everything: Sequence[Record]) -> None:
    """``the T-scores``: of every site, unless one is named."""
    if heard.has("measure") and not found.records and found.arguments.keys() <= {"concept"}:
        measure = heard.measure or ""
        found.named, found.asked, found.arguments = True, [MEASURES[measure]], {"measure": measure}
        found.records = [record for record in everything if getattr(record, measure, None) is not None]
        if not found.records and measure == "bmd_g_cm2" and _SCAN & set(heard.words):
            found.asked, found.arguments = ["bone density"], {"list": "bmd"}  # a scan of which only the scores are told
            found.records = [one for one in everything if isinstance(one, Bmd)]


_SCAN = frozenset(("dxa", "dexa", "scan", "scans", "densitometry", "bmd", "density", "densities"))
_OF_IMAGE = {"list", "concept", "event", "bone"}


def _by_image(found: Selection, heard: Heard, everything: Sequence[Record], session: Session) -> None:
    """What an examination showed: the records of its kind of image, or of the note that reports it."""
    images = set(heard.values("modality"))
    if (of_one := one_image_only(heard)) is not None:
        found.records, found.asked = [], ["fractures that one image alone showed"]
        _take(found, "modality", of_one[0] or "other", seen_on_one(of_one, session))
        return
    if images and found.records and not heard.has("measure"):  # ``a spine X-ray`` is no density
        found.records = [one for one in found.records if not (isinstance(one, Bmd) or _is_event(one, "visit"))]
        found.asked = found.asked if found.records else [f"{' or '.join(sorted(images))} of the {found.asked[0]}"]
    if not images or (found.named and not found.arguments.keys() <= _OF_IMAGE):
        return
    notes = {
        name
        for name, read in session.state.read.items()
        if read.note.kind == "radiology"
        and any(image.replace("_", " ") in f"{name} {read.note.title}".casefold().replace("-", " ") for image in images)
    }
    shown = [
        one
        for one in everything
        if getattr(one, "modality", None) in images
        or (any(source.note in notes for source in (one.source, *one.also)) and not isinstance(one, Event))
    ]
    wanted = [one for one in shown if one in found.records] if found.named else shown
    found.records, found.named = wanted or shown, True
    found.asked = [" and ".join(sorted(image.replace("_", " ") for image in images))]
    found.arguments["modality"] = ",".join(sorted(images))


def _by_place(found: Selection, heard: Heard, everything: Sequence[Record], vocabulary: Vocabulary) -> None:
    """A region is a place of densitometry or of a fracture: other words tell which, else what the case holds."""
    how = HOW_BROKEN.search(heard.say) is not None
    about_fracture = (
        "fractures" in heard.values("record_kind")
        or (how and not heard.has("measure"))
        or heard.has("fracture_state")
        or bool(heard.words_of("fracture_kind"))
    ) and (not heard.has("trend") or how)
    about_density = (
        heard.has("measure")
        or (heard.has("trend") and not about_fracture)
        or "bmd" in (*heard.values("record_kind"), *heard.words)  # ``spine BMD`` is one name
    )
    if not about_fracture:
        sites = vocabulary.lexicon.of(SiteEntry)
        for named in heard.ids("bmd_site"):
            entry = sites.get(named)
            site = entry.site if entry is not None else named
            rows = [one for one in everything if isinstance(one, Bmd) and one.site == site]
            if entry is not None and entry.side is not None:
                rows = [one for one in rows if one.side == entry.side] or rows
            for near in _SITE_FAMILIES.get(site, ()):
                rows = rows or [one for one in everything if isinstance(one, Bmd) and one.site == near]
            if rows or about_density:
                _take(found, "site", site, rows)
        if heard.region is not None:
            _take(found, "site", "lumbar_spine", of_region(everything, heard.region), heard.region)
    if about_density and found.named:
        return
    bones = vocabulary.lexicon.of(BoneEntry)
    for bone_id in heard.ids("bone"):
        known = bones.get(bone_id)
        bone, part = (known.bone, known.part) if known is not None else (bone_id, None)
        broken = [
            one
            for one in everything
            if isinstance(one, Fracture)
            and same_bone(one, bone)
            and (part is None or one.part == part or bone == "vertebra")
        ]
        if broken or about_fracture:
            _take(found, "bone", bone, broken)


def _take(found: Selection, name: str, value: str, records: Sequence[Record], label: str = "") -> None:
    found.named = True
    found.asked.append(label or value.replace("_", " "))
    found.arguments.setdefault(name, value)
    found.records += records


def _narrow(found: Selection, heard: Heard, everything: Sequence[Record], session: Session) -> None:
    """Of several kinds that share a name keep the one that the other words speak of; relatives only where named."""
    kinds = _kinds(heard)
    if kinds == ["treatments"] and set(found.arguments) == {"concept"} and not heard.has("presence"):
        drugs = [one for one in everything if isinstance(one, Treatment) and one.kind in ("drug", "supplement")]
        found.records += drugs  # what is taken for an illness
    tell_apart(found, heard, kinds)
    by_use(found, heard, everything)
    of_score = "score" in found.arguments and kinds == ["fractures"]  # the FRAX for hip fractures
    fitting = [record for record in found.records if list_of(record) in (["scores"] if of_score else kinds)]
    if fitting and len(fitting) < len(found.records):
        found.records = fitting
    if heard.measure is not None and not _densities_too(heard):
        measure = heard.measure
        having = [record for record in found.records if getattr(record, measure, None) is not None]
        other = [one for one in found.records if isinstance(one, Lab) and "analyte" in found.arguments]
        if having:  # ``the T-score, and what was the P1NP then?``
            found.records = [one for one in found.records if one in having or one in other]
        found.arguments.setdefault("measure", measure)
        if found.arguments.get("list") == "bmd":
            found.asked = [MEASURES[measure]]
    side = _SIDES & set(_JUDGED.sub("", heard.say.casefold()).replace(",", " ").split()) & set(heard.words) or (
        {heard.kept_side} if heard.kept_side else set()
    )
    if len(side) == 1:
        having = [record for record in found.records if getattr(record, "side", None) in side]
        if having and (heard.is_question or not isinstance(having[0], Fracture)):
            named = heard.ids("bmd_site")  # the spine has no side
            sites = {getattr(record, "site", None) for record in (having if named else found.records)}
            found.records = [
                one for one in found.records
                if one in having or (isinstance(one, Bmd) and one.side is None and one.site not in sites)
            ]  # fmt: skip
    if heard.has("fracture_place") and not heard.levels:
        found.records = [one for one in found.records if not isinstance(one, Fracture) or one.bone != "vertebra"]
    states = states_asked(heard)
    if states and (heard.is_question or heard.has("list", "ask", "count")) and not heard.has("correct"):
        listed = heard.has("list", "ask", "count")
        having = [
            one for one in found.records
            if isinstance(one, Fracture) and (in_state(one, states) if listed else one.acuity in states)
        ]  # fmt: skip
        found.records = (
            having if having and len(found.arguments.keys() - {"modality"}) <= 1 and not heard.levels else found.records
        )
    relatives = [relative for relative in heard.values("relative") if relative != "patient"]
    chosen = heard.has("ask", "accept", "delete", "defer", "list", "source") and not heard.has("correct")
    if relatives and (heard.is_question or chosen):
        found.records = [
            record
            for record in found.records
            if (isinstance(record, Event) and found.arguments.get("list") != "all")
            or is_of(record, _whose(relatives), session)
            or ("family" in relatives and getattr(record, "subject", "patient") != "patient")
        ]
        found.arguments["subject"] = relatives[0]


def relatives_of(heard: Heard) -> set[str]:
    """Subjects of the relatives that are named; empty where none is."""
    return _whose([one for one in heard.values("relative") if one not in ("patient", "family")])


def kin_of(relatives: Sequence[str]) -> set[str]:
    """The relatives with what notes record them as: a sister is read as a sibling."""
    return {*relatives, *(_WIDER[one] for one in relatives if one in _WIDER)}


def is_of(record: Record, whose: set[str], session: Session) -> bool:
    """Whether it is told of one of these; of a sibling, which of both it is stands in the words of the note."""
    subject = getattr(record, "subject", "patient")
    named = {one for one, wide in _WIDER.items() if wide == subject} & whose
    if subject in whose or not named:
        return subject in whose
    note = session.state.notes.get(record.source.note)
    told = note.text[note.text.rfind(".", 0, record.source.start) + 1 : record.source.end].casefold() if note else ""
    others = [one for one, wide in _WIDER.items() if wide == subject and one not in whose]
    return any(one in told for one in named) or not any(one in told for one in others)


_WIDER = {"sister": "sibling", "brother": "sibling", "daughter": "child", "son": "child"}
"""What notes record a relative as."""


def _whose(relatives: Sequence[str]) -> set[str]:
    """The subjects that words for relatives stand for."""
    wider = {
        "parent": {"mother", "father", "parent"},
        "sibling": {"sister", "brother", "sibling"},
        "child": {"daughter", "son", "child"},
    }
    return set[str]().union(*(wider.get(one, {one}) for one in relatives))


def same_bone(fracture: Fracture, bone: str) -> bool:
    """Whether a fracture is of the bone, or of the part of the body, that people name."""
    if fracture.bone == bone:
        return True
    if bone == "hip":
        return fracture.bone == "femur" and fracture.part in ("neck", "proximal", "intertrochanteric")
    return fracture.bone in _BONE_FAMILIES.get(bone, ())
