"""Says when a treatment ended where the notes tell its start and its length, but not its last day."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.case.axis import Timeline
from osteocase.case.months import plain
from osteocase.records import Offset, Time, Treatment

__all__ = ["with_stops"]

_ENDED = frozenset({"completed", "stopped", "past"})


def with_stops(treatments: Sequence[Treatment], timeline: Timeline) -> tuple[Treatment, ...]:
    """The same treatments; one that ended gets the stop that its start and its stated duration give."""
    return tuple(_with_stop(item, timeline) for item in treatments)


def _with_stop(item: Treatment, timeline: Timeline) -> Treatment:
    _, stop = timeline.treatment_span(item.agent)
    if item.status not in _ENDED or item.stop is not None or item.subject != "patient" or stop is None:
        return item
    if item.start is None or item.duration_value is None or item.duration_unit is None:
        return item
    end = Time(
        text=item.duration or f"{item.duration_value} {item.duration_unit}s",
        kind="relative",
        offset=Offset(value=item.duration_value, unit=item.duration_unit),
        anchor="treatment_start",
        months=plain(stop.months),
        precision=stop.precision,
    )
    return item.model_copy(update={"stop": end})
