"""What a device tells its hub of itself."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.model.device_status import (
    DeviceStatus,
    IncidentCount,
    ShownPack,
    format_status,
    parse_status,
)

STATUS = DeviceStatus(
    at_ms=1_795_262_400_000,
    version="1.0",
    packs=(ShownPack("mill", 3),),
    battery_percent=81,
    is_charging=False,
    storage_free_bytes=12,
    storage_total_bytes=34,
    waiting_facts=5,
    waiting_since_ms=1_795_262_300_000,
    why_waiting="no-network",
    incidents=(IncidentCount("scanning.no-camera", 2),),
    paper_keys_version=4,
)


def test_what_is_written_is_read() -> None:
    assert parse_status(format_status(STATUS)) == STATUS
    assert parse_status({"at_ms": 0, "version": ""}) == DeviceStatus(0, "")


def test_what_is_too_much_is_left_out() -> None:
    many = DeviceStatus(0, "x" * 500, tuple(ShownPack("p", 1) for _ in range(500)))
    assert len(parse_status(format_status(many)).packs) == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at_ms", -1),
        ("at_ms", "7"),
        ("version", 7),
        ("version", "x" * 121),
        ("packs", {}),
        ("packs", [7]),
        ("packs", [{"pack": "mill", "version": True}]),
        ("packs", [{"pack": "mill", "version": 1}] * 201),
        ("battery_percent", 101),
        ("is_charging", 1),
        ("waiting_since_ms", -5),
        ("incidents", [{"code": "x", "count": 2**60}]),
    ],
)
def test_what_is_not_of_the_form_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_status(format_status(STATUS) | {name: value})


@pytest.mark.parametrize("record", [None, [], "x", 7])
def test_what_is_no_object_is_refused(record: object) -> None:
    with pytest.raises(ValueError, match="object"):
        parse_status(record)
