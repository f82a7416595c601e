from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.disclosure import HIDE_UNDER, disclose, hide, hide_partition
from kiosk.model.measures import SiteVisit, StopDwell, measure_site


def test_counts_from_one_to_four_are_hidden() -> None:
    assert [hide(count) for count in (0, 1, 4, 5, 6)] == [0, None, None, 5, 6]


def test_one_hidden_part_takes_the_next_smallest_with_it() -> None:
    assert hide_partition({"en": 40, "hi": 9, "ar": 2}) == {"en": 40, "hi": None, "ar": None}


def test_two_hidden_parts_that_are_few_together_take_a_third() -> None:
    assert hide_partition({"en": 40, "hi": 9, "ar": 2, "sv": 1}) == {
        "en": 40,
        "hi": None,
        "ar": None,
        "sv": None,
    }


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    assert hide_partition({"en": 40, "hi": 9, "ar": 0}) == {"en": 40, "hi": 9, "ar": 0}


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 30), max_size=8))
def test_no_hidden_part_follows_from_the_whole_and_the_rest(counts: dict[str, int]) -> None:
    parts = hide_partition(counts)
    assert all(part is None or part == 0 or part >= HIDE_UNDER for part in parts.values())
    hidden = [name for name, part in parts.items() if part is None]
    everything = len(hidden) == sum(1 for count in counts.values() if count)
    assert (
        not hidden or everything or (len(hidden) > 1 and sum(counts[name] for name in hidden) >= HIDE_UNDER)
    )


def site(visits: int, stopped: dict[str, int]) -> object:
    made = [SiteVisit("qutb", 6, 10, 30, "en") for _ in range(visits)]
    dwells = [
        StopDwell(stop, 30_000, 50_000, 60_000, "story")
        for stop, count in stopped.items()
        for _ in range(count)
    ]
    return disclose(measure_site("qutb", made, dwells, 1_000)).as_dict()


def test_a_site_with_few_visits_shows_nothing() -> None:
    report = site(4, {"qutb/minar": 4})
    assert isinstance(report, dict)
    for name in ("visits", "mean_minutes", "diligent_share", "sweep_rate_index"):
        assert report[name] is None
    assert report["languages"] == {"en": None}
    assert [value for key, value in report["stops"][0].items() if key != "stop"] == [None] * 6


def test_a_stop_with_few_visits_shows_nothing_beside_one_that_has_many() -> None:
    report = site(20, {"qutb/minar": 12, "qutb/tomb": 3})
    assert isinstance(report, dict)
    many, few = report["stops"]
    assert (many["stop"], many["stopped"], many["attraction"], many["holding_time_s"]) == (
        "qutb/minar",
        12,
        0.6,
        30.0,
    )
    assert [value for key, value in few.items() if key != "stop"] == [None] * 6
