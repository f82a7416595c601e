"""The page is whole without a network, says in a table what each chart draws, and runs nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

from kiosk.model.facts import Fact
from kiosk.visits.report_page import format_page
from kiosk.visits.reports import make_reports
from tests.fakes.made_facts import make_fact

STOPS = ("minar", "tomb", "gate")
FACTS = [
    *(make_fact(number, "visit") for number in range(40)),
    *(
        Fact("dwell", {**make_fact(100 + number).values, "stop": f"qutb/{stop}"})
        for count, stop in zip((30, 25, 20), STOPS, strict=True)
        for number in range(count)
    ),
    *(make_fact(500 + number, "move") for number in range(9)),
]


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(*facts: Fact) -> Page:
    page = Page()
    page.feed(format_page(make_reports(facts or FACTS, 1_000), "2026-11-21"))
    return page


def count(page: Page, tag: str) -> int:
    return sum(name == tag for name, _ in page.tags)


def test_it_has_every_chart_and_a_table_for_each() -> None:
    page = read()
    assert {"Stops", "Attraction and holding time", "Length of visits", "Moves"} <= set(page.words)
    assert count(page, "svg") >= 6
    assert count(page, "table") >= count(page, "svg") - 1  # the scatter's figures are those of the stops
    assert all(name in page.words for name in STOPS)


def test_nothing_in_it_runs_or_is_fetched() -> None:
    page = read()
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    names = {name for _, attributes in page.tags for name in attributes}
    assert not any(name.startswith("on") or name in ("href", "src") for name in names)
    assert "url(" not in "".join(page.words) and "@import" not in "".join(page.words)


def test_it_says_what_is_hidden_and_who_is_not_counted() -> None:
    words = " ".join(read().words)
    assert "fewer than 5" in words and "no guide" in words


def test_headings_follow_each_other() -> None:
    levels = [int(tag[1]) for tag, _ in read().tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def test_names_that_are_markup_are_words() -> None:
    hostile = [
        Fact(fact.name, {**fact.values, "site": "<script>x"})
        if fact.name == "visit"
        else Fact("dwell", {**make_fact(number).values, "stop": "<script>x/<img onerror=y>"})
        for number, fact in enumerate(FACTS)
    ]
    page = read(*hostile)
    assert count(page, "script") == count(page, "img") == 0
    assert "<script>x" in page.words


def test_a_device_without_visits_has_a_page_too() -> None:
    assert "Nothing yet" in format_page([], "2026-11-21")
