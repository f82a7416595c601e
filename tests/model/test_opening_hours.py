"""Opening hours: what is understood is told in days and times, all else is not told."""

from __future__ import annotations

import pytest

from kiosk.model.opening_hours import MAX_SIGNS, OpenRule, parse_hours


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("10:00-17:00", [OpenRule((), (("10:00", "17:00"),))]),
        ("Mo-Su 07:00-17:00", [OpenRule((), (("07:00", "17:00"),))]),
        ("sunrise-sunset", [OpenRule((), (), sun=True)]),
        (
            "Tu-Fr 10:00-12:00,13:00-17:00; Sa, Su 11:00-16:00;",
            [
                OpenRule(((2, 5),), (("10:00", "12:00"), ("13:00", "17:00"))),
                OpenRule(((6,), (7,)), (("11:00", "16:00"),)),
            ],
        ),
    ],
)
def test_what_is_often_written_is_understood(text: str, rules: list[OpenRule]) -> None:
    assert list(parse_hours(text)) == rules


@pytest.mark.parametrize(
    "text",
    ["", "24/7", "Mo-Fr 10:00-17:00; PH off", "10-17", "Mo 25:00-26:00", "easter +1 day", "Mo " * MAX_SIGNS],
)
def test_what_is_not_understood_is_not_told(text: str) -> None:
    assert parse_hours(text) == ()
