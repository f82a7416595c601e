from __future__ import annotations

import pytest

from kiosk.upkeep.foreign_watch import PLACED_WITHIN_MS, ForeignWatch


@pytest.mark.parametrize("by", ["number", "picture", "list", "place"])
def test_a_stop_opened_another_way_soon_after_is_where_the_code_hangs(by: str) -> None:
    watch = ForeignWatch()
    watch.see("foreign", 1_000)
    assert watch.place(by, 1_000 + PLACED_WITHIN_MS) == "foreign"


def test_it_is_placed_once() -> None:
    watch = ForeignWatch()
    watch.see("foreign", 0)
    assert watch.place("number", 10) == "foreign"
    assert watch.place("number", 20) == ""


@pytest.mark.parametrize("by", ["code", "suggestion"])
def test_a_label_that_is_read_and_a_suggestion_that_leads_away_place_nothing(by: str) -> None:
    watch = ForeignWatch()
    watch.see("foreign", 0)
    assert watch.place(by, 10) == ""
    assert watch.place("number", 20) == "", "and the visitor is elsewhere now"


def test_after_ninety_seconds_nobody_knows_where_it_was() -> None:
    watch = ForeignWatch()
    watch.see("foreign", 0)
    assert watch.place("number", PLACED_WITHIN_MS + 1) == ""


def test_a_clock_that_stepped_back_places_nothing() -> None:
    watch = ForeignWatch()
    watch.see("foreign", 50_000)
    assert watch.place("number", 10) == ""


def test_the_gravest_of_what_was_seen_counts_while_it_lasts() -> None:
    watch = ForeignWatch()
    watch.see("forged", 0)
    watch.see("unreadable", 1_000)
    assert watch.place("number", 2_000) == "forged"
    watch.see("forged", 0)
    watch.see("unreadable", PLACED_WITHIN_MS + 1)
    assert watch.place("number", PLACED_WITHIN_MS + 2) == "unreadable"


def test_a_code_that_cannot_be_read_elsewhere_keeps_no_foreign_one_alive() -> None:
    watch = ForeignWatch()
    watch.see("foreign", 0)
    watch.see("unreadable", PLACED_WITHIN_MS - 1)
    assert watch.place("number", 2 * PLACED_WITHIN_MS - 10) == "unreadable"
    watch.see("forged", 0)
    watch.see("foreign", PLACED_WITHIN_MS - 1)
    assert watch.place("number", PLACED_WITHIN_MS + 1) == "foreign"


def test_a_label_that_is_newer_than_the_packs_places_nothing() -> None:
    watch = ForeignWatch()
    watch.see("newer", 0)
    assert watch.place("number", 10) == ""
