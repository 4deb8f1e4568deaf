"""Sentences on imaging, laboratory, densitometry and the diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from osteocase.case.prose import Phrase, Sentence, Writer, join_phrases, sentence
from osteocase.case.series import BmdSeries, bmd_series, months_of
from osteocase.case.wording import fracture_label, interval_words, number, signed, site_label, unit_words
from osteocase.records import Bmd, Derived, Finding, Fracture, FractureCourse, Lab

__all__ = ["bmd_phrase", "diagnosis", "lab_phrase", "main_sites"]

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
        ("absent", " was excluded", " were excluded", "and"),
    ):
        chosen = [item for item in told if item.status == status]
        if status == "present":
            chosen = _without_general(chosen)
        elif status == "possible":
            settled = {item.concept for item in told if item.status != "possible"}
            chosen = [item for item in chosen if item.concept not in settled]
        phrases = [
            Phrase(text=names.get(concept, group[0].name), records=tuple(item.id for item in group))
            for concept in dict.fromkeys(item.concept for item in chosen)
            if (group := [item for item in chosen if item.concept == concept])
        ]
        words = several if len(phrases) > 1 else one
        if phrases and status == "absent":
            yield sentence(join_phrases(phrases, last), words)
        elif phrases:
            yield sentence(words, join_phrases(phrases, last))


_GENERAL = ("osteoporosis", "osteopenia", "low_bone_density")
"""Diagnoses by density alone, from the gravest to the mildest; each says nothing beside a graver or a closer one."""

_NO_KIND = (*_GENERAL, "secondary_osteoporosis")
"""Names that leave open which osteoporosis it is."""


def _without_general(told: Sequence[Finding]) -> list[Finding]:
    """``Osteoporosis`` goes where the notes name its kind, ``osteopenia`` where they call it osteoporosis."""
    concepts = {item.concept for item in told}
    kinds = {concept for concept in concepts if concept.endswith("osteoporosis") and concept not in _NO_KIND}
    gone = {name for place, name in enumerate(_GENERAL) if kinds or concepts & set(_GENERAL[:place])}
    return [item for item in told if item.concept not in gone]


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
        alone = bare[0].first_seen if len(bare) == 1 else None
        words = f" {writer.when(alone)}" if alone is not None and alone <= -1 else ""
        when = Phrase(text=words, records=tuple(course.record for course in bare))
        yield sentence(f"{writer.subject} had ", join_phrases(_by_acuity(shown)), when)


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


def lab_phrase(lab: Lab, *again: Lab, first: bool = False) -> Phrase:
    """``corrected calcium (8.6 mg/dL; reference interval 8.8–10.1)``, then ``phosphorus (5 mg/dL; 2.7–4.6)``.

    Further results of the same test follow the first: ``creatinine (118, then 112 µmol/L; 45–84)``.
    """
    alike = [item for item in again if item.value is not None and item.unit == lab.unit] if lab.value else []
    value = number(lab.value) if lab.value is not None else lab.qualitative or ""
    value += "".join(f", then {item.comparator or ''}{number(item.value or Decimal(0))}" for item in alike)
    unit = unit_words(lab.unit)
    lead = "reference interval " if first else ""
    printed = f"; {lead}{interval_words(lab.reference)}" if lab.reference is not None else ""
    inside = f"{lab.comparator or ''}{value}{f' {unit}' if unit else ''}{printed}".strip()
    return Phrase(text=f"{lab.name} ({inside})" if inside else lab.name, records=(lab.id, *(item.id for item in alike)))


def _laboratory(writer: Writer) -> Iterator[Sentence]:
    """Results at the beginning: those outside their intervals one by one, the others by number."""
    first = [
        lab for lab in writer.case.labs if lab.subject == "patient" and (at := months_of(lab)) is not None and at <= 1
    ]
    outside: list[Phrase] = []
    for side in ("low", "high"):
        chosen = [lab for lab in first if lab.flag == side]
        if chosen:
            if outside:
                outside.append(Phrase(text=", and "))
            tests: dict[str, list[Lab]] = {}
            for lab in chosen:
                tests.setdefault(lab.analyte, []).append(lab)
            phrases = [lab_phrase(*labs, first=not outside and place == 0) for place, labs in enumerate(tests.values())]
            outside += [Phrase(text=f"{side} "), *join_phrases(phrases)]
    if outside:
        yield sentence("laboratory tests showed ", outside)
    aside = {lab.analyte for lab in first if lab.flag in ("low", "high")}
    normal: dict[str, list[Lab]] = {}
    for lab in first:
        if lab.flag == "normal" and lab.analyte not in aside:
            normal.setdefault(lab.name, []).append(lab)
    if normal:
        verb = "were" if len(normal) > 1 else "was"
        names = join_phrases(Phrase(text=name, records=tuple(lab.id for lab in labs)) for name, labs in normal.items())
        yield sentence(names, f" {verb} within the reference interval")


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
    place = site_label(item).replace("(", "").replace(")", "").replace("-", "–")
    told = ", ".join(inside)
    if item.bmd_g_cm2 is None:
        return Phrase(text=f"{told} at the {place}", records=tuple(records))
    value = f"{number(item.bmd_g_cm2)} g/cm² at the {place}"
    return Phrase(text=f"{value} ({told})" if told else value, records=tuple(records))


_MAIN = ("lumbar_spine", "total_hip", "femoral_neck", "distal_radius")
_OF_CHILDREN = "TBLH"
"""The whole body less the head: beside the spine the site that ISCD asks for in children."""
_ONE_LEVEL = re.compile(r"[LT]\d{1,2}")


def main_sites(courses: Sequence[BmdSeries]) -> frozenset[str]:
    """Ids of the values that a text tells: of the sites that ISCD diagnoses by, of the spine the longest region.

    Where nothing but other sites was measured, all of them (ISCD Adult Official Positions 2023).
    """
    whole = any(
        item.region is not None and not _ONE_LEVEL.fullmatch(item.region)
        for course in courses
        for item in course.values
        if course.site == "lumbar_spine"
    )

    def wanted(course: BmdSeries) -> bool:
        region = next((item.region for item in course.values if item.region), None)
        single = course.site == "lumbar_spine" and region is not None and _ONE_LEVEL.fullmatch(region) is not None
        return (course.site in _MAIN and not (single and whole)) or region == _OF_CHILDREN

    chosen = [course for course in courses if wanted(course)] or list(courses)
    return frozenset(item.id for course in chosen for item in course.values)


def _in_order(course: BmdSeries) -> tuple[int, str]:
    return (_MAIN.index(course.site) if course.site in _MAIN else len(_MAIN), course.label)


def _densitometry(writer: Writer) -> Iterator[Sentence]:
    first = []
    courses = bmd_series(writer.case.bmd)
    chosen = main_sites(courses)
    for series in sorted(courses, key=_in_order):
        before = [item for item in series.values if (months_of(item) or 0) <= 1 and item.id in chosen]
        if before:
            first.append(before[-1])
    told = [
        item for item in first if item.bmd_g_cm2 is not None or item.t_score is not None or item.z_score is not None
    ]
    if told:
        lead = "bone mineral density was " if told[0].bmd_g_cm2 is not None else "densitometry showed a "
        yield sentence(lead, join_phrases(bmd_phrase(item) for item in told))
