"""Which charts a report has: a drawing that can be followed, a table with everything, names instead of codes."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from kiosk.charts.move_section import OnPlan, draw_moves
from kiosk.charts.report_sections import draw_parts, draw_trials, list_rated, list_use
from kiosk.model.disclosure import SiteReport, disclose
from kiosk.model.facts import Fact
from kiosk.model.measures import measure_facts
from kiosk.model.use_report import Move, UseReport


def test_of_many_moves_the_most_walked_are_drawn_and_all_are_in_the_table() -> None:
    ways = list(permutations([f"mill/s{one}" for one in range(7)], 2))
    moves = tuple(Move(start, end, 10 + number) for number, (start, end) in enumerate(ways))
    (empty,) = measure_facts([Fact("failure", {"site": "mill", "kind": "scan-foreign", "count": 1})])
    section = draw_moves(replace(disclose(empty), use=UseReport(moves=moves)))
    assert section.chart.count('class="way"') == 20
    assert section.table.count("<tr>") == 1 + len(ways)
    assert "20 of 42 ways are drawn, the most walked first" in section.words


def test_parts_have_names_in_the_chart_and_in_the_table() -> None:
    section = draw_parts("Languages", "The language a visit ended in.", {"hi": 12, "tlh": 7})
    assert "Hindi (hi)" in section.chart
    assert "Hindi (hi)" in section.table
    assert "tlh" in section.table


def make_report(facts: list[Fact]) -> SiteReport:
    (measured,) = measure_facts(facts)
    return disclose(measured)


def make_moves(*pairs: tuple[str, str]) -> SiteReport:
    ways = [{"from_stop": f"mill/{one}", "to_stop": f"mill/{other}", "counted": True} for one, other in pairs]
    visits = [Fact("visit", {**VISIT, "site": "mill"})] * 10
    return make_report([*visits, *(Fact("move", way) for way in ways for _ in range(6))])


VISIT = {
    "stops": 3, "stops_on_offer": 5, "minutes": 20, "language": "en", "suggestions_shown": 0, "suggestions_taken": 0,
    "counted": True,
}  # fmt: skip
PLAN = {
    "mill/gate": OnPlan("Ground floor", 0.0, 0.0, 2.0),
    "mill/wheel": OnPlan("Ground floor", 1.0, 1.0, 2.0),
    "mill/loft": OnPlan("Loft", 0.5, 0.5),
}


def test_moves_stand_on_the_plan_of_each_floor_with_titles() -> None:
    section = draw_moves(make_moves(("gate", "wheel"), ("wheel", "loft")), str.upper, PLAN)
    assert section.chart.count("<svg") == 2 and "Moves between stops: Ground floor" in section.chart
    assert "1 of 2 ways are drawn" in section.words and "Each of 2 floors" in section.words
    assert "MILL/GATE" in section.chart and "MILL/LOFT" in section.table


def test_a_plan_that_lacks_a_stop_is_not_drawn() -> None:
    section = draw_moves(make_moves(("gate", "pond")), plan=PLAN)
    assert section.chart.count("<svg") == 1 and "floor" not in section.words


def test_two_narrations_on_trial_stand_beside_each_other() -> None:
    dwell = {
        "stop": "mill/gate",
        "dwell_ms": 60_000,
        "media_ms": 50_000,
        "depth": "story",
        "by": "code",
        "counted": True,
    }
    told = [("a", 50_000), ("b", 10_000)]
    dwells = [Fact("dwell", {**dwell, "version": name, "heard_ms": heard}) for name, heard in told for _ in range(40)]  # fmt: skip
    nearly = [Fact("dwell", {**dwell, "version": name, "heard_ms": 60_000 - heard}) for name, heard in told for _ in range(6)]  # fmt: skip
    visits = [Fact("visit", {**VISIT, "site": "mill"})] * 120
    table = draw_trials(make_report([*visits, *dwells, *nearly]), str.upper).table
    assert "MILL/GATE, a" in table and table.count("holds better") == 1
    assert table.index("holds better") < table.index("MILL/GATE, b")


def test_ratings_are_stars_from_the_most_on_and_of_stops_a_mean() -> None:
    rating = {"site": "mill", "counted": True}
    whole = [Fact("rating", {**rating, "stop": None, "stars": stars}) for stars in [5] * 20 + [4] * 30 + [1] * 2]  # fmt: skip
    of_stops = [Fact("rating", {**rating, "stop": stop, "stars": 4}) for stop in ["mill/gate"] * 12 + ["mill/pond"] * 9 + ["castle/hall"] * 9]  # fmt: skip
    report = make_report([*whole, *of_stops])
    # What is said of a stop elsewhere counts for the whole.
    assert report.use.ratings == {"4": 39, "others": 22}
    (section,) = list_use(report, "Ratings")
    assert "4 stars" in section.chart
    table = list_rated(report).table
    assert "gate" in table and "4.0" in table and "10+" in table and "pond" not in table
