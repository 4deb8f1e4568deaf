"""Who the note is about, without anything that names the person."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from osteocase.records.base import Model, Number, Source

__all__ = ["Patient", "Sex"]

Sex = Literal["female", "male"]


class Patient(Model):
    """Demographic and reproductive data of the patient; ``sources`` names the words for each field that is set."""

    age_years: Number | None = None
    """Age in completed years at the time of the note."""
    age_text: str | None = None
    """Age as written when it is no number: ``"middle-aged"``, ``"in her thirties"``."""
    sex: Sex | None = None
    ethnicity: str | None = None
    height_cm: Number | None = None
    """Standing height, centimetres (converted where the note gives feet and inches)."""
    weight_kg: Number | None = None
    """Body weight, kilograms (converted where the note gives pounds or stones)."""
    bmi_kg_m2: Number | None = None
    """Body mass index, kg/m², as stated."""
    menopausal_status: Literal["premenopausal", "perimenopausal", "postmenopausal"] | None = None
    menopause_age_years: Number | None = None
    gravidity: int | None = Field(default=None, ge=0)
    """Number of pregnancies."""
    parity: int | None = Field(default=None, ge=0)
    """Number of births."""
    pregnancy_status: Literal["pregnant", "postpartum", "not_pregnant"] | None = None
    lactating: bool | None = None
    sources: dict[str, Source] = Field(default_factory=dict)
    """Field name to the words that it came from."""
    converted: tuple[str, ...] = ()
    """Fields whose value was converted from another unit."""
