"""The one door to the figures: data in, sketch out."""

from __future__ import annotations

from osteocase.report.figuredata import FigureData
from osteocase.report.sketch import Sketch

__all__ = ["draw_figure"]


def draw_figure(data: FigureData, width: float, book: object) -> Sketch:
    raise NotImplementedError
