"""Figures of densitometry, which mark lines that were measured and not looked at for fractures."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["DENSITY"]

DENSITY = re.compile(
    r"\b[TZ](?:[\s-]?scores?(?:\s+(?:of|is|was|at))?)?\s*[:=]?\s*[-−–+]?\d|\bBMD\b|g/cm", re.IGNORECASE
)
"""``T -2.5``, ``BMD``, ``g/cm2``."""
