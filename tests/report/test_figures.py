"""Figures: labels never collide, patterns go with colours, and each figure is told in words."""

from __future__ import annotations

import itertools
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteocase.report import build_document, render_figures
from osteocase.report.document import Document, Figure
from osteocase.report.figuredata import (
    BalancePlot,
    BalancePoint,
    LaneBar,
    LaneMark,
    ScoreChart,
    ScorePoint,
    ScoreSeries,
    SpineLevel,
    SpineMap,
    Timeline,
    TimelineLane,
    TrendChart,
    TrendPoint,
    TrendSeries,
)  # fmt: skip
from osteocase.report.figurefiles import figures_of, png_of, sketch_of
from osteocase.report.figures.draw import draw_figure
from osteocase.report.pdf.fonts import font_book
from osteocase.report.sketch import Area, Label, Sketch, Stroke
from tests.report.cases import at, crowded_case, empty_case
from tests.report.founding import founding_case


def measure(text: str, size: float, bold: bool) -> float:
    return font_book().width(text, size, bold=bold)


def boxes_of(sketch: Sketch) -> list[tuple[str, float, float, float, float]]:
    """Each label with the left, low, right and upper edge of its letters."""
    found = []
    for shape in sketch.shapes:
        if isinstance(shape, Label) and shape.text.strip():
            wide = measure(shape.text, shape.size, shape.bold)
            left = shape.x - {"left": 0.0, "middle": wide / 2, "right": wide}[shape.align]
            found.append((shape.text, left, shape.y - 0.1 * shape.size, left + wide, shape.y + 0.7 * shape.size))
    return found


def collisions(sketch: Sketch) -> list[tuple[str, str]]:
    return [
        (one[0], other[0])
        for one, other in itertools.combinations(boxes_of(sketch), 2)
        if one[1] < other[3] - 0.2 and other[1] < one[3] - 0.2 and one[2] < other[4] - 0.2 and other[2] < one[4] - 0.2
    ]


def outside(sketch: Sketch) -> list[str]:
    return [
        text
        for text, left, low, right, top in boxes_of(sketch)
        if left < -0.5 or low < -2 or right > sketch.width + 0.5 or top > sketch.height + 0.5
    ]


def founding() -> Document:
    return build_document(founding_case())


def figure(name: str) -> Figure:
    return next(found for found in figures_of(founding()) if isinstance(found, Figure) and found.name == name)


@pytest.mark.parametrize("name", ["timeline", "spine", "turnover", "trend"])
def test_no_label_covers_another_or_leaves_the_figure(name: str) -> None:
    sketch = sketch_of(figure(name))
    assert collisions(sketch) == []
    assert outside(sketch) == []


def test_the_founding_case_has_its_four_figures_in_order() -> None:
    assert [found.name for found in figures_of(founding())] == ["timeline", "spine", "turnover", "trend"]


WORDS = st.text("abcdefgh ijkl", min_size=1, max_size=60)
MONTHS = st.decimals(-20, 60, places=1)
MARKS = st.builds(LaneMark, MONTHS, WORDS)
BARS = st.builds(
    lambda start, length, label: LaneBar(start, start + length, label), MONTHS, st.decimals(0, 40, places=1), WORDS
)


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS, max_size=9), st.lists(BARS, max_size=6))
def test_timeline_labels_never_collide(marks: list[LaneMark], bars: list[LaneBar]) -> None:
    lanes = (TimelineLane("Imaging", marks=tuple(marks)), TimelineLane("Drugs", bars=tuple(bars)))
    data = Timeline(lanes, "months from first dose", (Decimal(0), Decimal(12)))
    sketch = draw_figure(data, 487.0, measure)
    lines = {mark.label for mark in marks} | {bar.label for bar in bars}
    own = [pair for pair in collisions(sketch) if any(part in " ".join(lines) for part in pair)]
    assert own == []
    assert outside(sketch) == []


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from([*(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6)), "S1"]), min_size=1))
def test_spine_words_never_collide_however_many_levels_are_broken(levels: set[str]) -> None:
    data = SpineMap(tuple(SpineLevel(level, "recent wedge", "acute", "wedge") for level in sorted(levels)))
    sketch = draw_figure(data, 150.0, measure)
    assert collisions(sketch) == []


def test_fracture_ages_differ_by_pattern_and_not_by_colour_alone() -> None:
    levels = tuple(
        SpineLevel(level, word, age)  # type: ignore[arg-type]
        for level, word, age in (("T3", "subacute", "subacute"), ("T9", "recent", "acute"), ("L1", "old", "chronic"))
    )
    sketch = draw_figure(SpineMap(levels), 150.0, measure)
    patterns = [shape.pattern for shape in sketch.shapes if isinstance(shape, Area) and shape.edge is not None]
    assert {"solid", "hatched", "dotted"} <= set(patterns)
    assert {"subacute", "recent", "old"} <= {shape.text for shape in sketch.shapes if isinstance(shape, Label)}


def test_a_new_fracture_is_told_as_new_in_the_map() -> None:
    sketch = draw_figure(SpineMap((SpineLevel("L2", "acute", "acute", new=True),)), 150.0, measure)
    assert "acute NEW" in {shape.text for shape in sketch.shapes if isinstance(shape, Label)}


def test_a_stated_change_that_the_values_contradict_is_crossed_out() -> None:
    points = (
        TrendPoint(Decimal(0), Decimal("0.842"), Decimal(0)),
        TrendPoint(Decimal(6), Decimal("0.995"), Decimal("18.2"), stated=Decimal(13)),
    )
    data = TrendChart((TrendSeries("Spine", points, Decimal("5.3")),), (), "months", (Decimal(0), Decimal(6)))
    sketch = draw_figure(data, 400.0, measure)
    crossed = [shape for shape in sketch.shapes if isinstance(shape, Stroke) and shape.width == 1.2]
    assert len(crossed) == 2
    assert "stated +13 %" in {shape.text for shape in sketch.shapes if isinstance(shape, Label)}


@pytest.mark.parametrize("count", [1, 2, 4])
def test_sites_that_end_at_the_same_height_keep_their_labels_apart(count: int) -> None:
    points = (TrendPoint(Decimal(0), Decimal(1), Decimal(0)), TrendPoint(Decimal(12), Decimal(1), Decimal("3.0")))
    series = tuple(TrendSeries(f"Site {place}", points) for place in range(count))
    sketch = draw_figure(TrendChart(series, (), "months", (Decimal(0), Decimal(12))), 400.0, measure)
    assert collisions(sketch) == []


def test_balance_labels_avoid_each_other_where_points_lie_together() -> None:
    points = tuple(BalancePoint(f"{month} months", Decimal(30 + month), Decimal(200 + month)) for month in range(5))
    sketch = draw_figure(BalancePlot("P1NP", "ng/mL", "CTX", "pg/mL", points), 240.0, measure)
    assert collisions(sketch) == []


def test_the_timeline_alternative_tells_every_treatment_score_and_event() -> None:
    told = figure("timeline").alternative
    for words in (
        "Romosozumab, 12 months from month 0 to month 12", "Jewett orthosis from month 0 to month 2",
        "no osteoporosis drug told from month 12 to month 22", "VAS (0–10): 9 at month 0; 3 at month 6; 2 at month 22",
        "did not attend at month 13", "Third delivery at month −1",
    ):  # fmt: skip
        assert words in told


def test_the_trend_alternative_tells_every_change() -> None:
    told = figure("trend").alternative
    assert "Lumbar spine L1–L4 +18.2 % at month 6, +22.1 % at month 12, +26.2 % at month 22" in told
    assert "Total hip, left +3.1 % at month 6, +2.4 % at month 12, +3.6 % at month 22" in told


def test_svg_files_are_well_formed_and_carry_their_alternative() -> None:
    files = render_figures(founding())
    assert list(files) == [
        "figure-1-timeline.svg", "figure-2-spine.svg", "figure-3-turnover.svg", "figure-4-trend.svg",
    ]  # fmt: skip
    for name, content in files.items():
        root = ElementTree.fromstring(content)
        assert root.find("{http://www.w3.org/2000/svg}desc") is not None, name


def test_png_files_have_the_size_that_print_needs() -> None:
    content = png_of(sketch_of(figure("spine")), dots=150)
    assert content.startswith(b"\x89PNG")
    width = int.from_bytes(content[16:20], "big")
    assert width == pytest.approx(150 / 72 * 150, abs=2)


def test_a_case_without_times_has_no_figure_and_a_crowded_one_a_timeline() -> None:
    assert list(figures_of(build_document(empty_case()))) == []
    assert [found.name for found in figures_of(build_document(crowded_case()))] == ["timeline"]


def test_what_lies_decades_away_is_told_and_does_not_press_the_course_into_a_corner() -> None:
    case = founding_case()
    menopause = case.events[0].model_copy(
        update={"id": "n/menopause", "kind": "menopause", "label": "menopause", "time": at(-372)}
    )
    document = build_document(case.model_copy(update={"events": (*case.events, menopause)}))
    drawn = next(found for found in figures_of(document) if isinstance(found, Figure) and found.name == "timeline")
    assert isinstance(drawn.data, Timeline)
    assert min(drawn.data.ticks) > -30
    assert "Beyond the axis: menopause at month −372." in drawn.caption
    assert "menopause at month −372" in drawn.alternative


def score_chart(values: tuple[tuple[str, ...], ...]) -> ScoreChart:
    series = tuple(
        ScoreSeries(
            f"Site {place}", tuple(ScorePoint(Decimal(12 * step), Decimal(word)) for step, word in enumerate(words))
        )
        for place, words in enumerate(values)
    )
    ticks = tuple(Decimal(12 * step) for step in range(max(map(len, values))))
    return ScoreChart(series, "months", ticks)


@pytest.mark.parametrize(
    "values",
    [
        (("-2.7", "-2.0", "-1.7"), ("-2.1", "-2.0", "-2.0"), ("-1.8", "-1.8", "-1.7")),
        (("-4.6", "-4.4"),),
        (("0.4", "1.2"), ("-0.9", "-1.1")),
    ],
)
def test_t_scores_stand_on_the_bands_without_a_collision(values: tuple[tuple[str, ...], ...]) -> None:
    sketch = draw_figure(score_chart(values), 487.0, measure)
    assert collisions(sketch) == []
    assert outside(sketch) == []
    told = {shape.text for shape in sketch.shapes if isinstance(shape, Label)}
    assert {f"Site {place} {words[-1].replace('-', '−')}" for place, words in enumerate(values)} <= told
