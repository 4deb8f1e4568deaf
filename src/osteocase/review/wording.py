"""A record in a few words for people: what it is, its value, when it was, and what is said of it.

The same words stand in the table, on the card, in the chat's answers and in line mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Patient, Record, Score, Time, Treatment, printed_unit
from osteocase.review.changes import ListName
from osteocase.review.fracture_words import denied_fracture, fracture_name, fracture_notes

__all__ = [
    "LIST_TITLES",
    "Wording",
    "counted",
    "list_of",
    "months_text",
    "most_of",
    "patient_lines",
    "short_name",
    "short_value",
    "word",
]

Item = TypeVar("Item")

LIST_TITLES: dict[ListName, str] = {
    "labs": "Laboratory",
    "bmd": "Bone density",
    "fractures": "Fractures",
    "treatments": "Treatments",
    "scores": "Scores",
    "findings": "Findings",
    "events": "Events",
}
_NOUNS: dict[ListName, tuple[str, str]] = {
    "labs": ("laboratory result", "laboratory results"),
    "bmd": ("bone density result", "bone density results"),
    "fractures": ("fracture", "fractures"),
    "treatments": ("treatment", "treatments"),
    "scores": ("score", "scores"),
    "findings": ("finding", "findings"),
    "events": ("event", "events"),
}
_LIST_OF: dict[type[Record], ListName] = {
    Lab: "labs", Bmd: "bmd", Fracture: "fractures", Treatment: "treatments", Score: "scores", Finding: "findings",
    Event: "events",
}  # fmt: skip
_MINUS = "−"
_LETTERS = 5
"""Of a scale that is called by its letters, at the most."""
_NEAR_A_MONTH = Decimal("0.4")


@dataclass(frozen=True)
class Wording:
    """One record as a reader meets it."""

    what: str
    """``Intact PTH``, ``T9 compression fracture``."""
    value: str
    """``94.2 pg/mL``, ``present``."""
    when: str
    """``6 months``, ``2024-03-05``; empty where no time is known."""
    notes: tuple[str, ...] = ()
    """What a reader must know beside it: ``high``, ``of the mother``, ``denied``, ``possible``."""
    denied: str = ""
    """What is told as absent, as people say it: ``No new vertebral fracture``."""

    def sentence(self) -> str:
        """All of it on one line."""
        head = self.denied or (f"{self.what}: {self.value}" if self.value else self.what)
        tail = f" ({', '.join(self.notes)})" if self.notes else ""
        return f"{head}{tail}" + (f" · {self.when}" if self.when else "")


def list_of(record: Record) -> ListName:
    """The list that a record belongs to."""
    return _LIST_OF[type(record)]


def counted(count: int, name: ListName) -> str:
    """``1 fracture``, ``3 laboratory results``."""
    return f"{count} {_NOUNS[name][0 if count == 1 else 1]}"


def most_of(items: Sequence[Item], most: int) -> Sequence[Item]:
    """The first ones of a long list. One more is shown as well: to say that it is left out takes as much room."""
    return items if len(items) <= most + 1 else items[:most]


def word(record: Record) -> Wording:
    """Put a record in words."""
    match record:
        case Lab():
            return _lab(record)
        case Bmd():
            return _bmd(record)
        case Fracture():
            return _fracture(record)
        case Treatment():
            return _treatment(record)
        case Score():
            return _score(record)
        case Finding():
            return Wording(record.name, _status(record.status), when(record.time), _finding_notes(record))
        case Event():
            kind = record.kind.replace("_", " ")
            return Wording(record.label, "" if kind == record.label else kind, when(record.time))
        case _:
            raise TypeError(f"no words for a {type(record).__name__}")


def short_name(record: Record) -> str:
    """What a record is, for a narrow column: the note's own name of a result where that is the shorter one."""
    if not isinstance(record, Lab) or not record.name_text:
        return word(record).what
    own = " ".join(record.name_text.split())
    whole = own.count("(") == own.count(")")
    return own if whole and 1 < len(own) < len(record.name) else record.name


def short_value(record: Record) -> str:
    """A value for a narrow column: the number without its unit, which is on the card."""
    match record:
        case Lab(value=number) if number is not None:
            return f"{record.comparator or ''}{_range(number, record.value_high)}"
        case Bmd():
            if record.t_score is not None:
                return f"T {_signed(record.t_score)}"
            return str(record.bmd_g_cm2) if record.bmd_g_cm2 is not None else word(record).value
        case Score(value=number):
            return _range(number, record.value_high)
        case _:
            return word(record).value


def when(time: Time | None) -> str:
    """A time in words: the position on the axis first, then the date, then the note's own words."""
    if time is None:
        return ""
    if time.months is not None:
        return months_text(time.months)
    return time.date or " ".join(time.text.split())


def months_text(months: Decimal) -> str:
    """A position on the axis: ``month 0``, ``6 months``, ``−1 month``; to whole months where it lies near one."""
    whole = months.quantize(Decimal(1))
    if abs(months - whole) > _NEAR_A_MONTH:
        whole = months.quantize(Decimal("0.1"))
    if whole == 0:
        return "month 0"
    shown = f"{abs(whole)}"
    return f"{_MINUS if whole < 0 else ''}{shown} month{'' if abs(whole) == 1 else 's'}"


def patient_lines(patient: Patient) -> tuple[tuple[str, str, str], ...]:
    """(field, label, value) of everything known of the patient."""
    rows: list[tuple[str, str, str]] = []
    for field, label, unit in (
        ("age_years", "Age", "years"), ("age_text", "Age", ""), ("sex", "Sex", ""), ("ethnicity", "Ethnicity", ""),
        ("height_cm", "Height", "cm"), ("weight_kg", "Weight", "kg"), ("bmi_kg_m2", "Body mass index", "kg/m²"),
        ("menopausal_status", "Menopausal status", ""), ("menopause_age_years", "Age at menopause", "years"),
        ("gravidity", "Pregnancies", ""), ("parity", "Births", ""), ("pregnancy_status", "Pregnancy", ""),
        ("lactating", "Breast-feeding", ""),
    ):  # fmt: skip
        value = getattr(patient, field)
        if value is None:
            continue
        shown = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value).replace("_", " ")
        rows.append((field, label, f"{shown} {unit}".strip()))
    return tuple(rows)


def _lab(lab: Lab) -> Wording:
    if lab.value is not None:
        number = f"{lab.comparator or ''}{_range(lab.value, lab.value_high)}"
        value = f"{number} {lab.unit_text or printed_unit(lab.unit)}".strip()
    else:
        value = f"{lab.comparator or ''}{lab.qualitative}" if lab.qualitative else "no result"
    notes: list[str] = []
    if lab.flag in ("low", "high"):
        notes.append(lab.flag)
    if lab.reference is not None:
        notes.append(f"reference {lab.reference.text}")
    if lab.specimen and lab.specimen != "blood":
        notes.append(lab.specimen)
    return Wording(lab.name, value, when(lab.time), (*notes, *_subject(lab.subject)))


def _bmd(bmd: Bmd) -> Wording:
    site = (bmd.site or "site not told").replace("_", " ").replace("wards", "Ward's")
    what = _words(bmd.side, site, bmd.region)
    parts = []
    if bmd.bmd_g_cm2 is not None:
        parts.append(f"{bmd.bmd_g_cm2} g/cm²")
    if bmd.t_score is not None:
        parts.append(f"T {bmd.t_score_comparator or ''}{_signed(bmd.t_score)}")
    if bmd.z_score is not None:
        parts.append(f"Z {bmd.z_score_comparator or ''}{_signed(bmd.z_score)}")
    if bmd.yam_percent is not None:
        parts.append(f"{bmd.yam_percent} % of YAM")
    if bmd.tbs is not None:
        parts.append(f"TBS {bmd.tbs}")
    if bmd.change_percent is not None:
        since = f" from {bmd.change_from}" if bmd.change_from else ""
        parts.append(f"{'+' if bmd.change_percent > 0 else ''}{_signed(bmd.change_percent)} %{since}")
    if bmd.classification:
        parts.append(bmd.classification.replace("_", " "))
    return Wording(_capital(what), ", ".join(parts) or "no number", when(bmd.time))


def _fracture(fracture: Fracture) -> Wording:
    notes = (*fracture_notes(fracture), *_subject(fracture.subject))
    denied = denied_fracture(fracture) if fracture.status == "absent" else ""
    return Wording(fracture_name(fracture), _status(fracture.status), when(fracture.time), notes, denied)


def _treatment(treatment: Treatment) -> Wording:
    dose = treatment.dose_text or (str(treatment.dose) if treatment.dose is not None else "")
    unit = "" if treatment.dose_text and (treatment.dose_unit or "") in treatment.dose_text else treatment.dose_unit
    amount = " ".join(part for part in (dose, printed_unit(unit), treatment.route, treatment.frequency) if part)
    value = f"{treatment.status}, {amount}" if amount else treatment.status
    notes: list[str] = []
    if treatment.duration:
        notes.append(f"for {treatment.duration.removeprefix('for ')}")
    if treatment.doses_given is not None:
        given = "" if treatment.status in {"started", "ongoing", "planned"} else " given"
        notes.append(f"{treatment.doses_given} doses{given}")
    if treatment.reason:
        notes.append(treatment.reason)
    span = [when(time) for time in (treatment.start, treatment.stop)]
    at = f"{span[0]} to {span[1]}" if all(span) else span[0] or (f"until {span[1]}" if span[1] else "")
    return Wording(treatment.name, value, at, (*notes, *_subject(treatment.subject)))


def _score(score: Score) -> Wording:
    value = f"{_range(score.value, score.value_high)} {printed_unit(score.unit)}".strip()
    if score.min is not None and score.max is not None:
        value += f" (scale {_number(score.min)} to {_number(score.max)})"
    return Wording(score.name_text or _scale(score.name), value, when(score.time), _site(score.body_site))


def _scale(name: str) -> str:
    """``RDQ``, ``FRAX hip``, ``Least significant change``: what is short enough is taken for letters."""
    first, *more = name.split("_")
    return " ".join((first.upper() if len(first) <= _LETTERS or not more else _capital(first), *more))


def _finding_notes(finding: Finding) -> tuple[str, ...]:
    notes = [finding.detail] if finding.detail else []
    if finding.temporality == "historical":
        notes.append("past")
    notes += _subject(finding.subject)
    if finding.subject_age_years is not None:
        notes.append(f"at {finding.subject_age_years} years")
    return (*notes, *_site(finding.body_site))


def _words(*parts: str | None) -> str:
    return " ".join(part.replace("_", " ") for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _status(status: str) -> str:
    return {"present": "present", "absent": "absent", "possible": "possible"}[status]


def _subject(subject: str) -> tuple[str, ...]:
    if subject == "patient":
        return ()
    return ("of somebody else",) if subject == "other" else (f"of the {subject}",)


def _site(site: str | None) -> tuple[str, ...]:
    return (site.replace("_", " "),) if site else ()


def _number(number: Decimal | None) -> str:
    return "" if number is None else str(number).replace("-", _MINUS)


def _signed(number: Decimal) -> str:
    return str(number).replace("-", _MINUS)


def _range(low: Decimal | None, high: Decimal | None) -> str:
    return _number(low) if high is None else f"{_number(low)}–{_number(high)}"
