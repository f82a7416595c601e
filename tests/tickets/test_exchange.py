"""What a device and its hub tell each other of used tickets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.tickets.exchange import (
    MOST_MARKS,
    UsedAnswer,
    UsedTickets,
    format_used,
    format_used_answer,
    parse_used,
    parse_used_answer,
)

MARK = "ab" * 13 + "0001" + "02"


def test_what_is_written_is_read() -> None:
    used = UsedTickets((MARK,), 7)
    answer = UsedAnswer((MARK,), (MARK,), 9)
    assert parse_used(format_used(used)) == used
    assert parse_used_answer(format_used_answer(answer)) == answer


@pytest.mark.parametrize(
    "record",
    [
        {"marks": MARK},
        {"marks": [MARK.upper()]},
        {"marks": [7]},
        {"marks": [MARK] * (MOST_MARKS + 1)},
        {"since": -1},
        {"since": True},
        {"since": "7"},
        {"since": 2**60},
        [],
    ],
)
def test_what_is_not_of_the_form_is_refused(record: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_used(json.dumps(record).encode())


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 90_000, b"\xff", b" " * 200_000])
def test_nonsense_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_used_answer(body)
