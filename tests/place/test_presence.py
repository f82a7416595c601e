from __future__ import annotations

from kiosk.place.presence import Presence


def follow(presence: Presence, chances: list[float]) -> list[bool]:
    there = []
    for second, chance in enumerate(chances):
        presence.take(chance, second * 1000)
        there.append(presence.is_here)
    return there


def test_one_good_moment_is_not_enough() -> None:
    assert follow(Presence(), [0.9, 0.3, 0.9, 0.3, 0.9, 0.9, 0.9]) == [False] * 6 + [True]


def test_between_the_two_measures_nothing_changes() -> None:
    presence = Presence()
    assert not any(follow(presence, [0.5] * 60))
    follow(presence, [0.9] * 4)
    assert all(follow(presence, [0.2, 0.5, 0.16] * 20))


def test_leaving_takes_longer_than_coming() -> None:
    presence = Presence()
    follow(presence, [1.0] * 4)
    assert follow(presence, [0.0] * 6) == [True] * 4 + [False] * 2


def test_a_clock_that_jumps_back_counts_anew() -> None:
    presence = Presence()
    presence.take(1.0, 50_000)
    presence.take(1.0, 10_000)
    assert not presence.is_here
    presence.take(1.0, 12_000)
    assert presence.is_here is True


def test_who_is_found_elsewhere_is_away_at_once() -> None:
    presence = Presence()
    follow(presence, [1.0] * 4)
    assert [presence.leave(), presence.leave()] == [True, False]
    assert (presence.is_here, presence.has_settled) == (False, False)


def test_settled_is_who_surely_stays() -> None:
    presence = Presence()
    follow(presence, [0.7] * 30)
    assert (presence.is_here, presence.has_settled) == (True, False)
    presence = Presence()
    follow(presence, [0.9] * 6 + [0.7] + [0.9] * 6)
    assert not presence.has_settled
    presence.take(0.9, 13_000)
    assert presence.has_settled
