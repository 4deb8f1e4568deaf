"""The numbered list of all sources of a case, to which every value in the report leads.

Numbers follow the order patient, fractures, laboratory, densitometry, treatment, scores, findings, events, so that the
sources of one table stand together and a row can name them as a range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from osteocase.records import (
    Bmd,
    CaseRecord,
    Event,
    Finding,
    Fracture,
    Lab,
    Note,
    Record,
    RecordLists,
    Review,
    Score,
    Source,
    printed_unit,
)
from osteocase.report.document import Run, Text
from osteocase.report.numbers import lab_result, number, score_result, signed
from osteocase.report.timeplace import in_time, when
from osteocase.report.wording import (
    bmd_site,
    capital,
    fracture_place,
    fracture_words,
    plain,
    score_name,
    treatment_words,
)

__all__ = ["Entry", "Ledger", "bmd_words", "shortened"]

Measured = TypeVar("Measured", Lab, Bmd)

QUOTE_LENGTH = 120
"""Longest quotation shown, in characters; the attachment holds the whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One source: the fact, the words that tell it and where they stand."""

    number: int
    key: str
    """Id of the record, or ``patient/FIELD``."""
    group: str
    field: str
    printed: str
    when: str
    source: Source
    also: tuple[Source, ...]
    rule: str
    review: Review
    basis: str

    @property
    def anchor(self) -> str:
        """Anchor of the entry's row in the sources."""
        return f"source-{self.number}"

    @property
    def quote(self) -> str:
        """The words, on one line and cut in the middle when long."""
        return shortened(self.source.text)


def shortened(text: str) -> str:
    """Words on one line, cut in the middle when longer than a quotation may be."""
    words = " ".join(text.split())
    if len(words) <= QUOTE_LENGTH:
        return words
    keep = (QUOTE_LENGTH - 3) // 2
    return f"{words[:keep].rstrip()} … {words[-keep:].lstrip()}"


class Ledger:
    """Numbers for all records of a case; asks of unknown ids get nothing rather than a wrong number."""

    def __init__(self, case: CaseRecord, notes: Iterable[Note] = (), *, shown: bool = True) -> None:
        self.shown = shown
        """False where the report leaves the sources out, so that a number of one would lead nowhere."""
        self.entries: tuple[Entry, ...] = tuple(_entries(case))
        self._by_key: Mapping[str, Entry] = {entry.key: entry for entry in self.entries}
        self._texts = {note.id: note.text for note in notes}

    def __getitem__(self, key: str) -> Entry:
        return self._by_key[key]

    def target(self, key: str) -> str | None:
        """Anchor of a record's row in the sources."""
        entry = self._by_key.get(key)
        return entry.anchor if entry and self.shown else None

    def first(self, keys: Iterable[str]) -> str | None:
        """Anchor of the first of these records that has a row in the sources."""
        return next((target for key in keys if (target := self.target(key)) is not None), None)

    def cite(self, keys: Iterable[str]) -> Text:
        """Raised numbers in brackets that lead to the sources, neighbours joined: ``[3,7–9]``.

        The brackets keep a number apart from the value that it follows, for those who copy the text or listen to it:
        ``8.6[16]`` and never ``8.616``. They stand at the word without a space, so that no line begins with them.
        """
        spans = self._spans(keys)
        if not spans:
            return ()
        runs = [Run("[", raised=True)]
        for place, (first, last) in enumerate(spans):
            label = str(first) if first == last else f"{first}–{last}"
            runs.append(Run(f",{label}" if place else label, raised=True, target=f"source-{first}"))
        return (*runs, Run("]", raised=True))

    def _spans(self, keys: Iterable[str]) -> list[tuple[int, int]]:
        if not self.shown:
            return []
        return _ranges(sorted({self._by_key[key].number for key in keys if key in self._by_key}))

    def numbers(self, keys: Iterable[str]) -> Text:
        """The same numbers as plain text, for a table's last column."""
        runs: list[Run] = []
        for first, last in self._spans(keys):
            label = str(first) if first == last else f"{first}–{last}"
            runs.append(Run(f", {label}" if runs else label, tone="quiet", target=f"source-{first}"))
        return tuple(runs)

    def quotes(self, keys: Iterable[str], most: int) -> list[Entry]:
        """The first entries of these records, each note's words once."""
        found: dict[tuple[str, int], Entry] = {}
        for key in keys:
            entry = self._by_key.get(key)
            if entry is not None:
                found.setdefault((entry.source.note, entry.source.start), entry)
        return list(found.values())[:most]

    def place(self, source: Source) -> str:
        """Line of a source where the note's text is at hand, else its characters."""
        text = self._texts.get(source.note)
        if text is None or text[source.start : source.end] != source.text:
            return f"char. {source.start}–{source.end}"
        return f"line {text.count(chr(10), 0, source.start) + 1}"


def _ranges(numbers: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for value in numbers:
        if found and value == found[-1][1] + 1:
            found[-1] = (found[-1][0], value)
        else:
            found.append((value, value))
    return found


def bmd_words(record: Bmd) -> str:
    """All numbers of one densitometry record on one line."""
    parts = []
    if record.bmd_g_cm2 is not None:
        parts.append(f"{number(record.bmd_g_cm2)} g/cm²")
    if record.t_score is not None:
        high = f" to {number(record.t_score_high)}" if record.t_score_high is not None else ""
        parts.append(f"T {record.t_score_comparator or ''}{number(record.t_score)}{high}")
    if record.z_score is not None:
        parts.append(f"Z {record.z_score_comparator or ''}{number(record.z_score)}")
    if record.yam_percent is not None:
        parts.append(f"YAM {number(record.yam_percent)} %")
    if record.change_percent is not None:
        parts.append(f"change {signed(record.change_percent)} %")
    if record.tbs is not None:
        parts.append(f"TBS {number(record.tbs)}")
    if record.classification:
        parts.append(plain(record.classification))
    return "; ".join(parts) or "—"


def _entries(case: CaseRecord) -> Iterable[Entry]:
    count = 0
    for field, source in sorted(case.patient.sources.items(), key=lambda item: (item[1].note, item[1].start, item[0])):
        count += 1
        value = getattr(case.patient, field, None)
        yield Entry(
            count, f"patient/{field}", "Patient", _FIELDS.get(field, (capital(plain(field)), ""))[0],
            _patient_value(value, field), "", source, (), "patient", "unreviewed", "stated",
        )  # fmt: skip
    order: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("Fractures", case.fractures),
        ("Laboratory", tuple(_in_courses(case.labs, lambda lab: lab.analyte))),
        ("Bone density", tuple(_in_courses(case.bmd, lambda bmd: (bmd.site, bmd.side)))),
        ("Treatment", case.treatments),
        ("Scores", case.scores),
        ("Findings", case.findings),
        ("Events", case.events),
        ("Corrected by a later note", _all_of(case.superseded)),
    )
    for group, records in order:
        for record in records:
            count += 1
            field, printed = _told(record)
            told = when(case, getattr(record, "time", None), record)
            yield Entry(
                count, record.id, group, field, printed, told, record.source, record.also, record.rule,
                record.review, record.basis,
            )  # fmt: skip


def _all_of(lists: RecordLists) -> tuple[Record, ...]:
    return (
        *lists.fractures, *lists.labs, *lists.bmd, *lists.treatments, *lists.scores, *lists.findings, *lists.events,
    )  # fmt: skip


_FIELDS = {
    "age_years": ("Age", " years"), "age_text": ("Age", ""), "height_cm": ("Height", " cm"),
    "weight_kg": ("Weight", " kg"), "bmi_kg_m2": ("Body mass index", " kg/m²"), "parity": ("Births", ""),
    "gravidity": ("Pregnancies", ""), "menopause_age_years": ("Age at menopause", " years"),
    "menopausal_status": ("Menopause", ""), "pregnancy_status": ("Pregnancy", ""), "lactating": ("Lactation", ""),
}  # fmt: skip
"""The patient's fields by name, with the unit that the value has."""


def _patient_value(value: object, field: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "—"
    return plain(str(value)) + _FIELDS.get(field, ("", ""))[1]


def _in_courses(records: Sequence[Measured], series: Callable[[Measured], object]) -> list[Measured]:
    """Records of one series together and in time, the series in the order in which they first appear."""
    first: dict[object, int] = {}
    for place, record in enumerate(records):
        first.setdefault(series(record), place)
    return sorted(records, key=lambda record: (first[series(record)], in_time(record)))


def _told(record: Record) -> tuple[str, str]:
    """Field and value of a record in a line."""
    match record:
        case Lab():
            return capital(
                record.name
            ), f"{lab_result(record)} {printed_unit(record.unit) or record.unit_text or ''}".strip()
        case Bmd():
            return bmd_site(record), bmd_words(record)
        case Fracture():
            return capital(fracture_place(record)), fracture_words(record)
        case Score():
            ending = f" {record.unit}" if record.unit and record.max is None else ""
            return score_name(record), f"{score_result(record)}{ending}"
        case Finding():
            denied = {"absent": "absent", "possible": "possible"}.get(record.status, "present")
            return capital(record.name), denied + (f", {record.detail}" if record.detail else "")
        case Event():
            kind = capital(plain(record.kind))
            return kind, "told" if record.label.lower() == kind.lower() else record.label
        case _:
            name, told = treatment_words(record)
            return capital(name), told
