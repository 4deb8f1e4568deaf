"""The one door to the figures: data in, sketch out."""

from __future__ import annotations

from osteocase.report.figuredata import BalancePlot, FigureData, ScoreChart, SpineMap, Timeline, TrendChart
from osteocase.report.figures.balance import draw_balance
from osteocase.report.figures.labels import Measure
from osteocase.report.figures.scores import draw_scores
from osteocase.report.figures.spine import draw_spine
from osteocase.report.figures.timeline import draw_timeline
from osteocase.report.figures.trend import draw_trend
from osteocase.report.sketch import Sketch

__all__ = ["draw_figure"]


def draw_figure(data: FigureData, width: float, measure: Measure) -> Sketch:
    """The sketch of a figure, ``width`` points wide; ``measure`` tells how wide a text will be."""
    match data:
        case Timeline():
            return draw_timeline(data, width, measure)
        case SpineMap():
            return draw_spine(data, width, measure)
        case TrendChart():
            return draw_trend(data, width, measure)
        case ScoreChart():
            return draw_scores(data, width, measure)
        case BalancePlot():
            return draw_balance(data, width, measure)
