"""The founding case as a record written by hand, so that the report is tested without any other room.

The facts are those of a published case of pregnancy- and lactation-associated osteoporosis (Nomura H, Nomura S.
AME Case Rep 2025;9:68): 31 laboratory values, 24 densitometry values with 6 stated increases. The wording is our own.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any, Literal

from osteocase.records import (
    Axis,
    Bmd,
    BmdSite,
    CareItem,
    CaseHeader,
    CaseRecord,
    Check,
    Derived,
    Event,
    Finding,
    Fracture,
    Lab,
    NoteHeader,
    Offset,
    Patient,
    ReferenceInterval,
    Score,
    Source,
    Time,
    Timepoint,
    Treatment,
)  # fmt: skip

MONTHS = (Decimal(0), Decimal(6), Decimal(12), Decimal(22))
LABELS = ("Before", "6 months", "12 months", "22 months")
TIMEPOINTS = tuple(Timepoint(label=label, months=months) for label, months in zip(LABELS, MONTHS, strict=True))

LABS: tuple[tuple[str, str, str, str, str, tuple[str, ...], str | None], ...] = (
    ("calcium_corrected", "Corrected calcium", "mg/dL", "8.8", "10.1", ("8.6", "8.4", "8.6", "8.8"), None),
    ("phosphorus", "Phosphorus", "mg/dL", "2.7", "4.6", ("4", "2.8", "3.7", "3.5"), "2777-1"),
    ("albumin", "Albumin", "g/dL", "4.1", "5.1", ("4.2", "4.9", "4.7", "4.6"), "1751-7"),
    ("creatinine", "Creatinine", "mg/dL", "0.46", "0.79", ("0.5", "0.58", "0.56", "0.54"), "2160-0"),
    ("tracp_5b", "TRACP-5b", "mU/dL", "120", "420", ("947", "182", "107", "263"), None),
    ("p1np", "P1NP", "ng/mL", "16.8", "70.1", ("95.8", "56", "29.6", "21"), "47255-5"),
    ("25_oh_vitamin_d", "25-hydroxyvitamin D", "ng/mL", "30", "", ("9.1",), "1989-3"),
    ("pth", "Intact PTH", "pg/mL", "10", "65", ("94.2",), "2731-8"),
    ("tsh", "TSH", "mU/L", "0.610", "4.23", ("0.283",), "3016-3"),
    ("free_t3", "Free T3", "pg/mL", "2.1", "4.1", ("2.5",), "3051-0"),
    ("free_t4", "Free T4", "ng/dL", "0.9", "1.7", ("0.9",), "3024-7"),
    ("acth", "ACTH", "pg/mL", "7.2", "63.3", ("16",), "2141-0"),
    ("cortisol", "Cortisol", "ug/dL", "4.5", "21.1", ("6.5",), "2143-6"),
)
BMD: tuple[tuple[BmdSite, str, tuple[tuple[str, str, str, str | None], ...]], ...] = (
    (
        "lumbar_spine", "L1-L4",
        (("0.842", "73", "-2.2", None), ("0.995", "86", "-1.1", "13"),
         ("1.028", "89", "-0.9", "22.1"), ("1.063", "92", "-0.6", "26.2")),
    ),
    (
        "total_hip", "",
        (("0.721", "75", "-1.8", None), ("0.743", "77", "-1.7", "3.1"),
         ("0.738", "77", "-1.7", "2.4"), ("0.747", "78", "-1.6", "3.6")),
    ),
)  # fmt: skip


class _Telling:
    """A note that grows sentence by sentence and knows where each of them stands."""

    def __init__(self, note: str) -> None:
        self.note = note
        self.text = ""
        self.count: dict[str, int] = {}

    def say(self, words: str) -> Source:
        start = len(self.text)
        self.text += words + "\n"
        return Source(note=self.note, start=start, end=start + len(words), text=words)

    def id(self, kind: str) -> str:
        self.count[kind] = self.count.get(kind, 0) + 1
        return f"{self.note}/{kind}-{self.count[kind]}"

    def base(self, kind: str, words: str, rule: str) -> dict[str, Any]:
        return {"id": self.id(kind), "source": self.say(words), "rule": rule}


def _at(months: Decimal, text: str) -> Time:
    return Time(
        text=text, kind="relative", offset=Offset(value=months, unit="month"), anchor="treatment_start", months=months
    )


def _labs(sheet: _Telling) -> list[Lab]:
    labs = []
    for analyte, name, unit, low, high, values, loinc in LABS:
        for months, label, value in zip(MONTHS, LABELS, values, strict=False):
            printed = f">{low}" if not high else f"{low}–{high}"
            number = Decimal(value)
            below, above = number < Decimal(low), bool(high) and number > Decimal(high)
            labs.append(
                Lab(
                    **sheet.base("lab", f"{name} {value} {unit} (ref. {printed}), {label}", "labs.table_cell"),
                    analyte=analyte,
                    name=name,
                    loinc=loinc,
                    value=number,
                    unit=unit,
                    canonical_value=number,
                    canonical_unit=unit,
                    reference=ReferenceInterval(low=Decimal(low), high=Decimal(high) if high else None, text=printed),
                    flag="low" if below else "high" if above else "normal",
                    flag_basis="computed",
                    specimen="blood",
                    time=_at(months, label),
                )
            )
    return labs


def _bmd(sheet: _Telling) -> tuple[list[Bmd], list[Derived]]:
    records: list[Bmd] = []
    derived: list[Derived] = []
    for site, region, rows in BMD:
        first: Bmd | None = None
        for months, label, (bmd, yam, t_score, change) in zip(MONTHS, LABELS, rows, strict=True):
            words = f"{label}: {site.replace('_', ' ')} {bmd} g/cm2, YAM {yam} %, T {t_score}" + (
                f", up {change} %" if change else ""
            )
            record = Bmd(
                **sheet.base("bmd", words, "bmd.table_cell"),
                site=site,
                region=region or None,
                side="left" if site == "total_hip" else None,
                bmd_g_cm2=Decimal(bmd),
                yam_percent=Decimal(yam),
                t_score=Decimal(t_score),
                change_percent=Decimal(change) if change else None,
                change_from="baseline" if change else None,
                time=_at(months, label),
            )
            records.append(record)
            if first is None:
                first = record
                continue
            assert first.bmd_g_cm2 is not None
            assert record.bmd_g_cm2 is not None
            computed = ((record.bmd_g_cm2 / first.bmd_g_cm2 - 1) * 100).quantize(Decimal("0.1"))
            derived.append(
                Derived(
                    id=f"derived/{record.id}",
                    kind="bmd_change_from_baseline",
                    label="Change in BMD from baseline",
                    value=computed,
                    unit="%",
                    formula="100 × (BMD − baseline BMD) / baseline BMD",
                    records=(first.id, record.id),
                    months=months,
                )
            )
    return records, derived


def _fractures(visit: _Telling, mri: _Telling, last: _Telling) -> list[Fracture]:
    zero = _at(Decimal(0), "first visit")
    made = [
        Fracture(
            **visit.base("fracture", "Her mother broke a femoral neck at 71 (operated).", "fractures.level"),
            bone="femur", part="neck", subject="mother", temporality="historical",
        )
    ]  # fmt: skip
    told: tuple[tuple[str, Literal["acute", "subacute"], str], ...] = (
        ("T3", "subacute", "T3: subacute fracture."),
        ("T7", "subacute", "T7: subacute compression fracture, also on the plain film."),
        ("T9", "acute", "T9: recent compression fracture with marrow oedema on STIR."),
        ("T11", "acute", "T11: recent compression fracture with marrow oedema on STIR."),
    )
    for level, acuity, words in told:
        made.append(
            Fracture(
                **mri.base("fracture", words, "fractures.level"),
                bone="vertebra", level=level, kind="compression" if level != "T3" else None, acuity=acuity,
                fragility=True, modality="mri", time=zero,
            )
        )  # fmt: skip
    made.append(
        Fracture(
            **mri.base("fracture", "Sacrum: recent fracture of the right ala.", "fractures.level"),
            bone="sacrum", side="right", part="ala", acuity="acute", fragility=True, modality="mri", time=zero,
        )
    )  # fmt: skip
    made.append(
        Fracture(
            **last.base("fracture", "Films of the spine: no new vertebral fracture.", "fractures.level"),
            bone="vertebra", status="absent", modality="radiograph", time=_at(Decimal(22), "this visit"),
        )
    )  # fmt: skip
    return made


def _treatments(visit: _Telling, last: _Telling) -> list[Treatment]:
    start = _at(Decimal(0), "today")
    return [
        Treatment(
            **visit.base("treatment", "Romosozumab started today; planned for 12 months.", "treatments.agent"),
            agent="romosozumab", name="romosozumab", kind="drug", drug_class="sclerostin inhibitor",
            status="completed", start=start, stop=_at(Decimal(12), "after 12 months"), duration="12 months",
            duration_value=Decimal(12), duration_unit="month",
        ),
        Treatment(
            **visit.base("treatment", "Activated vitamin D by mouth.", "treatments.agent"),
            agent="active_vitamin_d", name="activated vitamin D", kind="supplement", route="oral",
            status="stopped", start=start, stop=_at(Decimal(12), "after 12 months"),
        ),
        Treatment(
            **visit.base("treatment", "Jewett brace fitted.", "treatments.agent"),
            agent="jewett_orthosis", name="Jewett orthosis", kind="orthosis", status="stopped", start=start,
            stop=_at(Decimal(2), "at 2 months"),
        ),
        Treatment(
            **last.base("treatment", "She took no osteoporosis drug after the romosozumab.", "treatments.none"),
            agent="sequential_therapy", name="sequential therapy", kind="drug", status="mentioned",
            start=_at(Decimal(12), "after the romosozumab"), reason="not received",
        ),
    ]  # fmt: skip


def _scores(visit: _Telling, six: _Telling, last: _Telling) -> list[Score]:
    made = []
    for telling, months, vas, rdq in ((visit, 0, "9", "11"), (six, 6, "3", "3"), (last, 22, "2", "0")):
        time = _at(Decimal(months), "at this visit")
        made.append(
            Score(
                **telling.base("score", f"Back pain VAS {vas}/10.", "scores.value"), name="vas", name_text="VAS",
                value=Decimal(vas), min=Decimal(0), max=Decimal(10), body_site="back", time=time,
            )
        )  # fmt: skip
        made.append(
            Score(
                **telling.base("score", f"RDQ {rdq}/24.", "scores.value"), name="rdq", name_text="RDQ",
                value=Decimal(rdq), min=Decimal(0), max=Decimal(24), time=time,
            )
        )  # fmt: skip
    return made


def _findings(visit: _Telling) -> list[Finding]:
    made = [
        Finding(
            **visit.base("finding", "Back pain since late pregnancy, worse after the birth.", "findings.term"),
            concept="back_pain", name="back pain", kind="symptom", body_site="back",
            time=_at(Decimal(-4), "for four months"),
        ),
        Finding(
            **visit.base("finding", "Pregnancy- and lactation-associated osteoporosis.", "findings.term"),
            concept="plo", name="pregnancy- and lactation-associated osteoporosis", kind="diagnosis",
            time=_at(Decimal(0), "today"),
        ),
    ]  # fmt: skip
    for concept, words in (
        ("smoking", "Never smoked."), ("glucocorticoids", "No steroids."), ("alcohol_excess", "No alcohol abuse."),
        ("crash_diet", "No crash diets."),
    ):  # fmt: skip
        made.append(
            Finding(
                **visit.base("finding", words, "findings.term"), concept=concept, name=concept.replace("_", " "),
                kind="risk_factor", status="absent",
            )
        )  # fmt: skip
    return made


def _events(visit: _Telling, last: _Telling) -> list[Event]:
    made = []
    for telling, kind, label, months, words in (
        (visit, "symptom_onset", "back pain began", -4, "Pain for four months."),
        (visit, "delivery", "third delivery", -1, "Third child born a month ago."),
        (visit, "imaging", "radiographs and MRI", 0, "Films and MRI done."),
        (visit, "treatment_start", "first dose of romosozumab", 0, "First dose given."),
        (last, "outcome", "holds her baby", 1, "Could hold the baby after a month."),
        (last, "outcome", "daily activities with little pain", 7, "From month 7 daily life with little pain."),
        (last, "treatment_stop", "romosozumab ended", 12, "Twelve months of romosozumab done."),
        (last, "loss_to_follow_up", "did not attend", 13, "Did not come the month after."),
        (last, "visit", "returned to the clinic", 22, "Back ten months after the last dose."),
        (last, "imaging", "radiographs: no new fracture", 22, "Films repeated."),
    ):
        made.append(
            Event.model_validate(
                {**telling.base("event", words, "events.cue"), "kind": kind, "label": label,
                 "time": _at(Decimal(months), words)}
            )
        )  # fmt: skip
    return made


def founding_case() -> CaseRecord:
    """The whole case."""
    visit, mri, lab = _Telling("first-visit"), _Telling("mri"), _Telling("lab-sheet")
    dxa, six, last = _Telling("dxa"), _Telling("follow-up-6"), _Telling("follow-up-22")
    labs = _labs(lab)
    bmd, derived = _bmd(dxa)
    fractures = _fractures(visit, mri, last)
    treatments = _treatments(visit, last)
    scores = _scores(visit, six, last)
    findings = _findings(visit)
    events = _events(visit, last)
    patient = Patient(
        age_text="middle-aged",
        sex="female",
        ethnicity="Japanese",
        height_cm=Decimal("162.8"),
        weight_kg=Decimal("46.5"),
        bmi_kg_m2=Decimal("17.54"),
        parity=3,
        pregnancy_status="postpartum",
        lactating=True,
        sources={
            "age_text": visit.say("Middle-aged"),
            "sex": visit.say("woman"),
            "ethnicity": visit.say("Japanese"),
            "height_cm": visit.say("162.8 cm"),
            "weight_kg": visit.say("46.5 kg"),
            "bmi_kg_m2": visit.say("BMI 17.54"),
            "parity": visit.say("third child"),
            "lactating": visit.say("breast-feeding"),
        },
    )
    derived.insert(
        0,
        Derived(
            id="derived/bmi", kind="bmi", label="Body mass index", value=Decimal("17.5"), unit="kg/m2",
            formula="weight / height²", records=("patient/height_cm", "patient/weight_kg"),
        ),
    )  # fmt: skip
    six_month = next(record for record in bmd if record.change_percent == 13)
    tsh = next(record for record in labs if record.analyte == "tsh")
    checks = (
        Check(
            id="check/bmd-change-1", kind="arithmetic", severity="error",
            message="The stated lumbar spine increase at 6 months does not follow from the BMD values.",
            records=(bmd[0].id, six_month.id), stated="13 %", computed="+18.2 % (0.842 to 0.995 g/cm²)",
        ),
        Check(
            id="check/range-tsh", kind="range", severity="warning",
            message="TSH is below its printed reference interval.", records=(tsh.id,),
            stated="0.283 mU/L", computed="interval 0.610–4.23",
        ),
        Check(
            id="check/missing-age", kind="missing", severity="info",
            message="No age is told in figures; Z-score, FRAX and eGFR cannot be judged.",
        ),
    )  # fmt: skip
    care = (
        CareItem(item="1", title="Title", state="needs_author"),
        CareItem(item="5a", title="De-identified patient information", state="partial", reason="no age in figures"),
        CareItem(item="5b", title="Primary concerns and symptoms", state="present", records=(findings[0].id,)),
        CareItem(item="7", title="Timeline", state="present", records=tuple(event.id for event in events[:3])),
        CareItem(item="10d", title="Adverse and unanticipated events", state="missing"),
        CareItem(item="12", title="Patient perspective", state="missing"),
        CareItem(item="13", title="Informed consent", state="needs_author"),
        CareItem(item="8d", title="Prognosis", state="not_applicable", reason="no staging for this condition"),
    )
    tellings = (visit, mri, lab, dxa, six, last)
    kinds = ("letter", "radiology", "laboratory", "densitometry", "follow_up", "letter")
    notes = tuple(
        NoteHeader(id=t.note, path=f"{t.note}.txt", kind=kind, encoding="utf-8",
                   sha256=hashlib.sha256(t.text.encode()).hexdigest())
        for t, kind in zip(tellings, kinds, strict=True)
    )  # fmt: skip
    return CaseRecord(
        case=CaseHeader(
            id="plo-romosozumab",
            title="Vertebral fractures after a third pregnancy, treated with romosozumab",
            axis=Axis(anchor="treatment_start", label="first dose of romosozumab"),
        ),
        notes=notes,
        patient=patient,
        labs=tuple(labs),
        bmd=tuple(bmd),
        fractures=tuple(fractures),
        treatments=tuple(treatments),
        scores=tuple(scores),
        findings=tuple(findings),
        events=tuple(events),
        timepoints=TIMEPOINTS,
        derived=tuple(derived),
        checks=checks,
        care=care,
    )
