"""Which charts a report has: a drawing that can be followed, a table with everything, names instead of codes."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from kiosk.charts.report_sections import draw_moves, draw_parts
from kiosk.model.disclosure import disclose
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
    assert "20 most walked" in section.words


def test_parts_have_names_in_the_chart_and_in_the_table() -> None:
    section = draw_parts("Languages", "The language a visit ended in.", {"hi": 12, "tlh": 7})
    assert "Hindi (hi)" in section.chart
    assert "Hindi (hi)" in section.table
    assert "tlh" in section.table
