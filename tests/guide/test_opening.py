"""Whether a place is open, and until when: told only where it is surely known."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.guide.opening import NOT_KNOWN, OpenState, find_open_state
from kiosk.model.opening_hours import MAX_SIGNS

DELHI = "Asia/Kolkata"
# A Sunday, noon in Delhi.
NOON = datetime(2026, 11, 22, 6, 30, 10, tzinfo=UTC)


def find(hours: str, now: datetime | None = NOON) -> OpenState:
    return find_open_state(hours, DELHI, now, 28.6, 77.2)


def clock(at: datetime | None) -> str:
    return at.strftime("%a %H:%M") if at else ""


@pytest.mark.parametrize(
    ("hours", "is_open", "until", "opens"),
    [
        ("Tu-Su 10:00-17:00", True, "Sun 17:00", ""),
        ("Mo-Fr 09:00-17:00", False, "", "Mon 09:00"),
        ("24/7", True, "", ""),
        ("off", False, "", ""),
        ("Su 11:00-13:00,13:00-14:00", True, "Sun 14:00", ""),
        ("22:00-02:00", False, "", "Sun 22:00"),
        ("Su 11:00-26:00", True, "Mon 02:00", ""),
        ("Mo-Su 10:00-17:00; Nov 22 off", False, "", "Mon 10:00"),
        ("sunrise-sunset", True, "Sun 17:25", ""),
        ("(sunrise+01:00)-(sunset-00:30)", True, "Sun 16:55", ""),
        ("Dec 25 10:00-12:00", False, "", ""),  # further away than anybody asks
        ('Mo-Sa 10:00-17:00; Su closed "restoration"', False, "", "Mon 10:00"),
        ("Su 10:00-14:00, Su 14:00-15:00 unknown", True, "", ""),  # nobody knows what comes then
    ],
)
def test_hours_as_authors_write_them(hours: str, is_open: bool | None, until: str, opens: str) -> None:
    state = find(hours)
    assert (state.is_open, clock(state.until), clock(state.opens)) == (is_open, until, opens)


@pytest.mark.parametrize(
    "hours",
    [
        "",
        " ",
        "daily from nine to five",
        "Mon-Fri 9am-5pm",
        "mo-su 10:00-17:00",  # the library guesses, and says that it does
        "10:00+",  # an end that nobody wrote down
        "10:00-16:00+",
        "sunrise+",
        "SH 10:00-12:00",  # school holidays: no calendar here knows them
        'Su 10:00-14:00 "by appointment"',
        "unknown",
        "Su 10:00-14:00;" * 20,
        "\ud800",
        "Mo\x00",
        "(" * MAX_SIGNS,
        "<b>10:00-17:00</b>",
    ],
)
def test_what_is_not_surely_understood_is_not_told(hours: str) -> None:
    assert find(hours) == NOT_KNOWN


def test_nothing_is_said_where_the_clock_cannot_be_believed() -> None:
    assert find("24/7", None) == NOT_KNOWN


@pytest.mark.parametrize("zone", ["", "Europe", "Nowhere/Atall", "../../etc/passwd", "x" * 300, "Asia\0"])
def test_nor_where_nobody_knows_in_which_zone_it_is(zone: str) -> None:
    assert find_open_state("24/7", zone, NOON) == NOT_KNOWN


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (78.0, 15.6), (float("nan"), 0.0), (28.6, 900.0)])
def test_the_sun_is_followed_only_where_one_knows_where_it_stands(lat: float, lon: float) -> None:
    assert find_open_state("sunrise-sunset", DELHI, NOON, lat, lon) == NOT_KNOWN
    assert find_open_state("10:00-17:00", DELHI, NOON, lat, lon).is_open


def test_public_holidays_are_not_known_here_and_that_is_said() -> None:
    assert find("Mo-Su 10:00-17:00; PH off").may_differ_on_holidays
    assert not find("Mo-Su 10:00-17:00").may_differ_on_holidays


@pytest.mark.parametrize(
    ("now", "until"),
    [
        # Clocks go forward at 01:00 UTC, and back at 01:00 UTC in autumn.
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 2, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, 30, tzinfo=UTC)),
    ],
)
def test_when_clocks_are_changed(now: datetime, until: datetime) -> None:
    state = find_open_state("00:15-03:30", "Europe/London", now)
    assert state.is_open
    assert state.until == until
    assert state.until is not None
    assert state.until.tzinfo == ZoneInfo("Europe/London")


_SIGNS = st.sampled_from(
    [
        "Mo",
        "Tu",
        "Su",
        "-",
        ",",
        ";",
        ":",
        "/",
        "+",
        "||",
        "off",
        "open",
        "unknown",
        "PH",
        "SH",
        "easter",
        "week",
        "1",
        "53",
        "Jan",
        "Feb",
        "29",
        "Dec",
        "2026",
        "9999",
        "[1]",
        "[-1]",
        "10:00",
        "18:00",
        "26:00",
        "24/7",
        "sunrise",
        "sunset",
        "(",
        ")",
        '"',
        "'",
        "\t",
        "१",
        "x",
    ]
)


@example("Feb29 10:00-11:00; 1900-9999/7 off", NOON)
@example("10:00-11:00", datetime.max.replace(tzinfo=UTC))
@example("10:00-11:00", datetime.min.replace(tzinfo=UTC))
@given(
    st.one_of(st.text(max_size=40), st.lists(_SIGNS, max_size=30).map(" ".join)),
    st.datetimes(timezones=st.just(UTC)),
)
def test_no_text_is_answered_with_an_error(hours: str, now: datetime) -> None:
    state = find(hours, now)
    assert state.until is None or (state.is_open and state.until > now)
    assert state.opens is None or (state.is_open is False and state.opens > now)
