"""``kiosk hub devices``: list the devices that are enrolled, or shut one out."""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.hub.fleet import FleetDevice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)
    parser.add_argument(
        "--revoke", metavar="DEVICE", help="shut a device out, as after a theft: its id or its start"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """List the devices, the longest unheard of first; or shut one out."""
    from kiosk.hub.database import open_database
    from kiosk.hub.fleet import list_fleet, revoke_device

    now_ms = time.time_ns() // 1_000_000
    with closing(open_database(choose_database(arguments))) as database:
        if arguments.revoke:
            with database.writing() as connection:
                device = _find(arguments.revoke, list_fleet(connection))
                revoke_device(connection, device.device, now_ms)
            out.answer({"revoked": device.device}, f"{device.name} ({device.device[:8]}) is shut out")
            return 0
        with database.reading() as connection:
            fleet = list_fleet(connection)
    for one in fleet:
        out.answer(one.as_dict(), _describe(one, now_ms))
    if not fleet:
        out.note("No device is enrolled: kiosk hub enrol makes a code for one.")
    return 0


def _find(start: str, fleet: list[FleetDevice]) -> FleetDevice:
    found = [one for one in fleet if one.device.startswith(start.lower())]
    if len(found) != 1:
        raise KioskError(
            "No device was shut out",
            thing=start,
            expected="the start of one device's id",
            found=f"{len(found)} devices",
            remedy="See kiosk hub devices for their ids",
            code="app.device-not-found",
        )
    return found[0]


def _describe(one: FleetDevice, now_ms: int) -> str:
    heard = "never heard of" if one.told_ms is None else f"heard of {_ago(now_ms - one.told_ms)}"
    state = "shut out" if one.is_revoked else heard
    battery = "" if one.battery_percent is None else f", battery {one.battery_percent} %"
    waiting = f", {one.waiting_facts} facts wait" if one.waiting_facts else ""
    return f"{one.device[:8]}  {one.name:<24}  {one.site or '-':<16}  {state}{battery}{waiting}"


def _ago(ms: int) -> str:
    minutes = max(0, ms) // 60_000
    if minutes < 60:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // 1_440} days ago"
