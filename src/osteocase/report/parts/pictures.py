"""The pictures part: the author's radiographs, MRI and densitometry images with caption and consent line."""

from __future__ import annotations

from osteocase.report.document import Part
from osteocase.report.parts.context import Context

__all__ = ["pictures"]


def pictures(context: Context) -> Part | None:
    """The part, or None where the author gave no picture."""
    if not context.pictures:
        return None
    return Part("pictures", "Images", context.pictures)
