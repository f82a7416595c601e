"""Charts are whole SVG, named for whoever does not see them, and hold nothing that runs or is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.axis import Axis, round_step
from kiosk.charts.bars import Bar, draw_bars
from kiosk.charts.flow import Place, Way, draw_flow
from kiosk.charts.histogram import Column, draw_histogram
from kiosk.charts.scatter import Point, draw_scatter
from kiosk.charts.table import format_table

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert(1)</script>&"]]>'
SECONDS = Axis("holding time, s")

CHARTS: dict[str, Callable[[str], str]] = {
    "bars": lambda name: draw_bars("T", "D", [Bar(name, 0.5, "50 %"), Bar("b", None, "·")], 1.0),
    "scatter": lambda name: draw_scatter(
        "T", "D", [Point(name, 0.5, 30), Point("b", 0, 0)], SECONDS, SECONDS
    ),
    "histogram": lambda name: draw_histogram("T", "D", [Column(name, 3), Column("b", None)], name),
    "flow": lambda name: draw_flow(
        "T", "D", [Place(name), Place("b")], [Way(name, "b", 3), Way("b", name, 9)]
    ),
    "no bars": lambda _name: draw_bars("T", "D", []),
    "no points": lambda _name: draw_scatter("T", "D", [], SECONDS, SECONDS),
    "no columns": lambda name: draw_histogram("T", "D", [], name),
    "no places": lambda _name: draw_flow("T", "D", [], []),
}


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize("name", ["minar", "कुतुब मीनार", HOSTILE])
def test_a_chart_is_whole_named_and_still(kind: str, name: str) -> None:
    drawn = CHARTS[kind](name)
    root = ET.fromstring(drawn)
    assert root.tag == f"{SVG}svg" and root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert [by_id[name] for name in named] == ["T", "D"]
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "rect", "circle", "line", "path", "polygon"}
    assert not re.search(r"href|url\(|on[a-z]+=", drawn.replace(HOSTILE, ""))


@pytest.mark.parametrize("kind", ["bars", "scatter", "histogram", "flow"])
def test_every_name_is_there_in_words(kind: str) -> None:
    assert "minar" in "".join(ET.fromstring(CHARTS[kind]("minar")).itertext())


def test_two_charts_on_a_page_have_names_of_their_own() -> None:
    one, other = (draw_bars("T", "D", [Bar("a", share, "")], 1.0) for share in (0.2, 0.3))
    assert set(re.findall(r'id="([^"]+)"', one)).isdisjoint(re.findall(r'id="([^"]+)"', other))


def test_a_bar_is_as_long_as_its_share() -> None:
    bars = [Bar("a", 1.0, ""), Bar("b", 0.25, ""), Bar("hidden", None, "·")]
    boxes = [
        float(box.get("width") or 0) for box in ET.fromstring(draw_bars("T", "D", bars)).iter(f"{SVG}rect")
    ]
    assert len(boxes) == 2
    assert boxes[1] == pytest.approx(boxes[0] / 4, rel=0.02)


def test_points_lie_where_their_figures_are() -> None:
    drawn = draw_scatter("T", "D", [Point("a", 0, 0), Point("b", 1, 100)], Axis("x", top=1.0), Axis("y"))
    (x1, y1), (x2, y2) = (
        (float(dot.get("cx") or 0), float(dot.get("cy") or 0))
        for dot in ET.fromstring(drawn).iter(f"{SVG}circle")
    )
    assert x2 > x1 and y2 < y1  # y grows upwards


def test_names_of_points_never_lie_over_each_other() -> None:
    drawn = draw_scatter("T", "D", [Point(f"stop {n}", 0.5, 30) for n in range(9)], SECONDS, SECONDS)
    labels = [
        (words.get("x"), words.get("y"))
        for words in ET.fromstring(drawn).iter(f"{SVG}text")
        if words.get("class") == "label"
    ]
    assert 1 <= len(labels) == len(set(labels)) <= 4


def test_the_way_that_is_walked_most_is_the_thickest() -> None:
    root = ET.fromstring(CHARTS["flow"]("minar"))
    widths = [float(path.get("stroke-width") or 0) for path in root.iter(f"{SVG}path")]
    assert sorted(widths) == [3.0, 9.0]


def test_places_of_a_plan_are_drawn_where_they_are() -> None:
    places = [Place("a", 0.0, 0.0), Place("b", 1.0, 1.0)]
    drawn = draw_flow("T", "D", places, [Way("a", "b", 1), Way("a", "gone", 5)])
    dots = [
        (float(d.get("cx") or 0), float(d.get("cy") or 0)) for d in ET.fromstring(drawn).iter(f"{SVG}circle")
    ]
    assert dots[0][0] < dots[1][0] and dots[0][1] < dots[1][1]
    assert "gone" not in drawn


@given(st.floats(0.001, 1e7))
def test_an_axis_ends_at_a_round_number_and_not_far_beyond(largest: float) -> None:
    ticks = Axis("x").find_ticks(largest)
    assert ticks[0] == 0 and ticks[-1] >= largest * (1 - 1e-6)
    assert ticks[-1] <= largest * 2.1 and len(ticks) <= 7


@given(st.integers(0, 10_000))
def test_a_count_s_axis_has_whole_numbers_only(largest: int) -> None:
    assert all(tick == int(tick) for tick in Axis("x", is_count=True).find_ticks(float(largest)))


def test_steps_are_round() -> None:
    assert [round_step(least) for least in (0.03, 1, 1.1, 2.2, 3, 70)] == [0.05, 1, 2, 2.5, 5, 100]


def test_a_table_is_escaped_and_has_headings() -> None:
    table = format_table(HOSTILE, ["stop", "n"], [[HOSTILE, "3"]])
    assert "<script" not in table
    assert '<th scope="row">' in table and '<th scope="col">stop</th>' in table and "<caption>" in table
