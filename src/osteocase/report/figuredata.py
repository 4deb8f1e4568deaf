"""What each figure shows, as data: drawn by the sketches, told in words by the text alternatives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from osteocase.records import Flag

__all__ = [
    "BalancePlot", "BalancePoint", "FigureData", "LaneBar", "LaneMark", "LaneStep", "ScoreChart", "ScorePoint",
    "ScoreSeries", "Sparkline", "SparkPoint", "SpineLevel", "SpineMap", "Timeline", "TimelineLane", "TrendChart",
    "TrendPoint", "TrendSeries", "TrendShade",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SparkPoint:
    """One result; ``months`` is its place on the case's axis."""

    months: Decimal
    value: Decimal
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The course of one analyte against its reference interval, all in one unit."""

    points: tuple[SparkPoint, ...]
    low: Decimal | None
    high: Decimal | None
    first: Decimal
    """First month of the axis that all sparklines of a table share."""
    last: Decimal


@dataclass(frozen=True, slots=True)
class LaneMark:
    """Something that happened at one time; filled marks are the weightier ones."""

    months: Decimal
    label: str
    shape: Literal["circle", "square", "diamond", "triangle"] = "circle"
    filled: bool = True
    target: str | None = None


@dataclass(frozen=True, slots=True)
class LaneBar:
    """Something that lasted; an open bar is a drawn gap, such as time without therapy."""

    start: Decimal
    end: Decimal
    label: str
    open: bool = False
    fading: bool = False
    """True where the end is not told, so that the bar runs to the end of the axis."""
    target: str | None = None


@dataclass(frozen=True, slots=True)
class LaneStep:
    """One value of a score, held until the next one."""

    months: Decimal
    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One lane; ``scores`` are drawn as steps between ``low`` and ``high``."""

    name: str
    bars: tuple[LaneBar, ...] = ()
    marks: tuple[LaneMark, ...] = ()
    steps: tuple[LaneStep, ...] = ()
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(10)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The course of the case on one axis of months."""

    lanes: tuple[TimelineLane, ...]
    axis_label: str
    ticks: tuple[Decimal, ...]
    milestones: tuple[tuple[Decimal, str], ...] = ()
    """Lines over all lanes: delivery, first dose."""


@dataclass(frozen=True, slots=True)
class SpineLevel:
    """A fracture at one level; ``acuity`` is None where the notes do not tell it."""

    level: str
    label: str
    """What stands beside the level, such as ``recent``."""
    acuity: Literal["acute", "subacute", "chronic"] | None
    kind: str | None = None
    """Shape of the deformity: ``wedge``, ``biconcave``, ``crush``."""
    new: bool = False
    side: str | None = None
    possible: bool = False


@dataclass(frozen=True, slots=True)
class SpineMap:
    """The spine from T1 to the sacrum with the levels that are fractured."""

    levels: tuple[SpineLevel, ...]
    measured: tuple[str, ...] = ()
    """Levels that densitometry measured."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """BMD at one time, and its change from baseline in per cent."""

    months: Decimal
    value: Decimal
    change: Decimal
    stated: Decimal | None = None
    """Change printed in the notes where it does not agree with the values; drawn crossed out."""


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One site."""

    name: str
    points: tuple[TrendPoint, ...]
    lsc_percent: Decimal | None = None
    """Least significant change, per cent."""


@dataclass(frozen=True, slots=True)
class TrendShade:
    """A treatment behind the curves."""

    start: Decimal
    end: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Change of BMD from baseline at each site."""

    series: tuple[TrendSeries, ...]
    shades: tuple[TrendShade, ...]
    axis_label: str
    ticks: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A T-score at one time."""

    months: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class ScoreSeries:
    """T-scores of one site."""

    name: str
    points: tuple[ScorePoint, ...]


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """T-scores of each site on the bands of WHO's classes."""

    series: tuple[ScoreSeries, ...]
    axis_label: str
    ticks: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class BalancePoint:
    """Formation and resorption marker at one time."""

    label: str
    formation: Decimal
    resorption: Decimal


@dataclass(frozen=True, slots=True)
class BalancePlot:
    """The path of bone turnover: resorption across, formation up, with both reference intervals."""

    formation_name: str
    formation_unit: str
    resorption_name: str
    resorption_unit: str
    points: tuple[BalancePoint, ...]
    formation_low: Decimal | None = None
    formation_high: Decimal | None = None
    resorption_low: Decimal | None = None
    resorption_high: Decimal | None = None


FigureData = Timeline | SpineMap | TrendChart | ScoreChart | BalancePlot
