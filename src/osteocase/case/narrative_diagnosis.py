"""Sentences on imaging, laboratory, densitometry and the diagnosis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from osteocase.case.prose import Phrase, Sentence, Writer, join_phrases, sentence
from osteocase.case.series import bmd_series, months_of
from osteocase.case.wording import fracture_label, number, signed, site_label, unit_words
from osteocase.records import Bmd, Derived, Fracture, FractureCourse, Lab

__all__ = ["bmd_phrase", "diagnosis", "lab_phrase"]

_MODALITY = {
    "radiograph": "radiographs",
    "mri": "magnetic resonance imaging",
    "ct": "computed tomography",
    "vfa": "vertebral fracture assessment",
    "scintigraphy": "bone scintigraphy",
    "bone_scan": "bone scintigraphy",
}


def diagnosis(writer: Writer, names: dict[str, str]) -> Iterator[Sentence]:
    """Imaging by modality, results outside their intervals, densitometry, diagnoses told and excluded."""
    yield from _imaging(writer)
    yield from _laboratory(writer)
    yield from _densitometry(writer)
    told = [
        item
        for item in writer.case.findings
        if item.kind == "diagnosis" and item.subject == "patient" and item.temporality == "current"
    ]
    for status, one, several, last in (
        ("present", "the diagnosis was ", "the diagnoses were ", "and"),
        ("possible", "a possible diagnosis was ", "possible diagnoses were ", "or"),
        ("absent", "excluded was ", "excluded were ", "and"),
    ):
        chosen = [item for item in told if item.status == status]
        phrases = [
            Phrase(text=names.get(concept, group[0].name), records=tuple(item.id for item in group))
            for concept in dict.fromkeys(item.concept for item in chosen)
            if (group := [item for item in chosen if item.concept == concept])
        ]
        if phrases:
            yield sentence(several if len(phrases) > 1 else one, join_phrases(phrases, last))


def _imaging(writer: Writer) -> Iterator[Sentence]:
    """What each kind of image showed at the beginning, by how old the fractures looked."""
    records = {item.id: item for item in writer.case.fractures}
    first = [course for course in writer.case.ledger if course.verdict == "baseline"]
    modalities = [sighting.modality for course in first for sighting in course.sightings if sighting.modality]
    for modality in dict.fromkeys(modalities):
        shown: list[tuple[str | None, FractureCourse, Fracture]] = []
        for course in first:
            seen = next(
                (item for item in course.sightings if item.modality == modality and _early(course, item.months)), None
            )
            if seen is not None:
                shown.append((seen.acuity, course, records[course.record]))
        if shown:
            yield sentence(f"{_MODALITY.get(modality, modality)} showed ", join_phrases(_by_acuity(shown)))
    bare = [course for course in first if not any(sighting.modality for sighting in course.sightings)]
    if bare:
        shown = [(records[course.record].acuity, course, records[course.record]) for course in bare]
        yield sentence(f"{writer.subject} had ", join_phrases(_by_acuity(shown)))


def _early(course: FractureCourse, months: object) -> bool:
    return course.first_seen is None or months is None or months <= course.first_seen + 2  # type: ignore[operator]


def _by_acuity(shown: Sequence[tuple[str | None, FractureCourse, Fracture]]) -> list[Phrase]:
    phrases = []
    for acuity in dict.fromkeys(item[0] for item in shown):
        group = [item for item in shown if item[0] == acuity]
        word = f"{acuity} " if acuity else ""
        plural = "fractures" if len(group) > 1 else "fracture"
        lead = f"{'' if len(group) > 1 else _a(word)}{word}{plural} of "
        places = join_phrases(Phrase(text=_place(item), records=(item.id,)) for _, _, item in group)
        phrases.append(
            Phrase(
                text=lead + "".join(phrase.text for phrase in places), records=tuple(item.id for _, _, item in group)
            )
        )
    return phrases


def _a(word: str) -> str:
    return "an " if word[:1] in ("a", "o") else "a "


def _place(fracture: Fracture) -> str:
    label = fracture_label(fracture)
    return label if fracture.level is not None else f"the {label}"


def lab_phrase(lab: Lab, *, interval: bool = True) -> Phrase:
    """``corrected calcium 8.6 mg/dL (range 8.8 to 10.1)``."""
    value = number(lab.value) if lab.value is not None else lab.qualitative or ""
    unit = unit_words(lab.unit)
    printed = f" (range {lab.reference.text})" if interval and lab.reference is not None else ""
    words = f"{lab.name} {lab.comparator or ''}{value}{f' {unit}' if unit else ''}{printed}"
    return Phrase(text=words, records=(lab.id,))


def _laboratory(writer: Writer) -> Iterator[Sentence]:
    """Results at the beginning: those outside their intervals one by one, the others by number."""
    first = [
        lab for lab in writer.case.labs if lab.subject == "patient" and (at := months_of(lab)) is not None and at <= 1
    ]
    for side in ("low", "high"):
        chosen = [lab for lab in first if lab.flag == side]
        if chosen:
            where = f"{'below' if side == 'low' else 'above'} the reference range"
            yield sentence(f"{where} {'were' if len(chosen) > 1 else 'was'} ", join_phrases(map(lab_phrase, chosen)))
    normal = [lab for lab in first if lab.flag == "normal"]
    if normal:
        verb = "were" if len(normal) > 1 else "was"
        names = join_phrases(Phrase(text=lab.name, records=(lab.id,)) for lab in normal)
        yield sentence(names, f" {verb} within the reference range")


def bmd_phrase(item: Bmd, change: Derived | None = None) -> Phrase:
    """``0.995 g/cm² at the lumbar spine L1-L4 (T-score −1.1, +18.2 % from baseline)``."""
    inside = []
    if item.t_score is not None:
        inside.append(f"T-score {item.t_score_comparator or ''}{number(item.t_score)}")
    if item.z_score is not None:
        inside.append(f"Z-score {item.z_score_comparator or ''}{number(item.z_score)}")
    if item.yam_percent is not None:
        inside.append(f"{number(item.yam_percent)} % of the young adult mean")
    records = [item.id]
    if change is not None and change.value is not None:
        inside.append(f"{signed(change.value)} % from baseline")
        records.append(change.id)
    place = site_label(item).replace("(", "").replace(")", "")
    told = ", ".join(inside)
    if item.bmd_g_cm2 is None:
        return Phrase(text=f"{told} at the {place}", records=tuple(records))
    value = f"{number(item.bmd_g_cm2)} g/cm² at the {place}"
    return Phrase(text=f"{value} ({told})" if told else value, records=tuple(records))


def _densitometry(writer: Writer) -> Iterator[Sentence]:
    first = []
    for series in bmd_series(writer.case.bmd):
        before = [item for item in series.values if (months_of(item) or 0) <= 1]
        if before:
            first.append(before[-1])
    told = [
        item for item in first if item.bmd_g_cm2 is not None or item.t_score is not None or item.z_score is not None
    ]
    if told:
        yield sentence("bone mineral density was ", join_phrases(bmd_phrase(item) for item in told))
