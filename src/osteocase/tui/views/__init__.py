"""The case drawn for one tab each: functions from a session to something that Rich can print."""

from __future__ import annotations

from osteocase.tui.views.courses import draw_bmd, draw_labs
from osteocase.tui.views.lists import draw_care, draw_checks, draw_sources, draw_timeline, draw_treatments
from osteocase.tui.views.spine import draw_fractures
from osteocase.tui.views.summary import draw_summary
from osteocase.tui.widgets.case_view import Draw

__all__ = ["VIEWS"]

VIEWS: dict[str, tuple[str, Draw]] = {
    "summary": ("Summary", draw_summary),
    "labs": ("Labs", draw_labs),
    "bmd": ("BMD", draw_bmd),
    "fractures": ("Fractures", draw_fractures),
    "treatments": ("Treatments", draw_treatments),
    "timeline": ("Timeline", draw_timeline),
    "checks": ("Checks", draw_checks),
    "care": ("CARE", draw_care),
    "sources": ("Sources", draw_sources),
}
"""Name of a tab to its title and its drawing."""
