"""Values that follow from laboratory results: calcium corrected for albumin, eGFR, changes of bone turnover markers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from osteocase.case.months import plain
from osteocase.case.same import same_time
from osteocase.case.series import lab_series, months_of
from osteocase.lexicon import FormulaEntry
from osteocase.records import Derived, Lab, Patient, Sex

__all__ = ["albumin_beside", "corrected_calcium", "derive_labs", "egfr_ckd_epi_2021", "egfr_japan", "in_unit"]

_TO_MG_DL = {"creatinine": {"mg/dL": Decimal(1), "umol/L": 1 / Decimal("88.4")}}
_TO_G_DL = {"g/dL": Decimal(1), "g/L": Decimal("0.1")}
_CALCIUM_TO_MG_DL = {"mg/dL": Decimal(1), "mmol/L": 1 / Decimal("0.2495")}


def in_unit(lab: Lab, factors: Mapping[str, Decimal]) -> Decimal | None:
    """The result in the unit that the factors lead to; null for other units and for ``<5``."""
    if lab.value is None or lab.unit is None or lab.comparator is not None or lab.unit not in factors:
        return None
    return lab.value * factors[lab.unit]


def corrected_calcium(calcium: Decimal, albumin: Decimal, factor: Decimal, normal: Decimal = Decimal(4)) -> Decimal:
    """Calcium (mg/dL) corrected for albumin (g/dL): ``calcium + factor × (normal − albumin)``."""
    return calcium + factor * (normal - albumin)


def egfr_ckd_epi_2021(creatinine: Decimal, age: Decimal, sex: Sex, formula: FormulaEntry) -> Decimal:
    """eGFR in mL/min/1.73 m² from creatinine in mg/dL (Inker LA et al., N Engl J Med 2021;385:1737-49)."""
    number = formula.constants
    ratio = creatinine / number[f"kappa_{sex}"]
    one = Decimal(1)
    value = number["scale"] * min(ratio, one) ** number[f"alpha_{sex}"] * max(ratio, one) ** number["exponent"]
    value *= number["age_base"] ** age
    return value * number["female"] if sex == "female" else value


def egfr_japan(creatinine: Decimal, age: Decimal, sex: Sex, formula: FormulaEntry) -> Decimal:
    """eGFR in mL/min/1.73 m² by the Japanese equation (Matsuo S et al., Am J Kidney Dis 2009;53:982-92)."""
    number = formula.constants
    value = number["scale"] * creatinine ** number["creatinine"] * age ** number["age"]
    return value * number["female"] if sex == "female" else value


def derive_labs(
    labs: Sequence[Lab],
    patient: Patient,
    age: Decimal | None,
    formulas: Mapping[str, FormulaEntry],
    *,
    from_treatment: bool,
) -> Iterator[Derived]:
    """``age`` is the patient's age at month zero, in years."""
    series = lab_series(labs)
    yield from _calcium(series, formulas)
    if age is not None and patient.sex is not None:
        yield from _egfr(series.get("creatinine", ()), age, patient, formulas)
    yield from _markers(series, formulas["bone_turnover"], from_treatment=from_treatment)


def albumin_beside(lab: Lab, albumins: Sequence[Lab]) -> Lab | None:
    """The albumin of the same blood sample, as far as times tell."""
    near = [other for other in albumins if months_of(other) is not None and same_time(lab.time, other.time)]
    return near[0] if near else None


def _calcium(series: Mapping[str, Sequence[Lab]], formulas: Mapping[str, FormulaEntry]) -> Iterator[Derived]:
    """Total calcium corrected by both habits; a corrected one taken back to the total by both."""
    payne, japan = formulas["corrected_calcium"], formulas["corrected_calcium_japan"]
    albumins = [lab for name in payne.words["albumin"] for lab in series.get(name, ())]
    for totals, back in ((payne.words["total"], False), (payne.words["corrected"], True)):
        for lab in [lab for name in totals for lab in series.get(name, ())]:
            albumin = albumin_beside(lab, albumins)
            calcium = in_unit(lab, _CALCIUM_TO_MG_DL)
            protein = in_unit(albumin, _TO_G_DL) if albumin is not None else None
            if albumin is None or calcium is None or protein is None:
                continue
            for name, formula in (("payne", payne), ("japan", japan)):
                normal = formula.constants["albumin"]
                factor = formula.constants["factor"] * (-1 if back else 1)
                kind = f"{'total' if back else 'corrected'}_calcium_{name}"
                yield Derived(
                    id=f"{kind}:{lab.id}",
                    kind=kind,
                    label=("total calcium behind the corrected one, " if back else "") + formula.label,
                    value=plain(corrected_calcium(calcium, protein, factor, normal)),
                    unit="mg/dL",
                    text="albumin is not low: this habit does not correct"
                    if name == "japan" and protein >= normal
                    else None,
                    formula=f"solved for calcium: {formula.formula}" if back else formula.formula,
                    records=(lab.id, albumin.id),
                    months=months_of(lab),
                )


def _egfr(
    values: Sequence[Lab], age: Decimal, patient: Patient, formulas: Mapping[str, FormulaEntry]
) -> Iterator[Derived]:
    assert patient.sex is not None
    for lab in values:
        creatinine, months = in_unit(lab, _TO_MG_DL["creatinine"]), months_of(lab)
        if not creatinine or months is None:
            continue
        years = age + months / 12
        for kind, compute in (("egfr_ckd_epi_2021", egfr_ckd_epi_2021), ("egfr_japan", egfr_japan)):
            formula = formulas[kind]
            if years < formula.constants["age_from"] or (kind == "egfr_japan" and not _is_japanese(patient)):
                continue
            records = (lab.id, "patient/age_years", "patient/sex")
            yield Derived(
                id=f"{kind}:{lab.id}",
                kind=kind,
                label=formula.label,
                value=plain(compute(creatinine, years // 1, patient.sex, formula), 0),
                unit=formula.unit,
                formula=formula.formula,
                records=(*records, "patient/ethnicity") if kind == "egfr_japan" else records,
                months=months,
            )


def _is_japanese(patient: Patient) -> bool:
    return patient.ethnicity is not None and "japan" in patient.ethnicity.casefold()


def _markers(series: Mapping[str, Sequence[Lab]], formula: FormulaEntry, *, from_treatment: bool) -> Iterator[Derived]:
    """Change of each bone turnover marker from baseline and from the value before."""
    for name in (*formula.words["formation"], *formula.words["resorption"]):
        values = [
            lab for lab in series.get(name, ()) if lab.value and lab.comparator is None and months_of(lab) is not None
        ]
        for index, lab in enumerate(values):
            before = [other for other in values if (months_of(other) or 0) <= Decimal("0.25")]
            baseline = before[-1] if before and from_treatment else values[0]
            steps = {"from_baseline": baseline, "from_previous": values[index - 1] if index else None}
            for since, start in steps.items():
                if start is None or start.unit != lab.unit or (months_of(start) or 0) >= (months_of(lab) or 0):
                    continue
                assert lab.value is not None
                assert start.value is not None
                yield Derived(
                    id=f"marker_change_{since}:{lab.id}",
                    kind=f"marker_change_{since}",
                    label=f"change in {lab.name} {since.replace('_', ' ')}",
                    value=plain(100 * (lab.value - start.value) / start.value, 1),
                    unit="%",
                    formula=formula.formula,
                    records=(start.id, lab.id),
                    months=months_of(lab),
                )
