"""``kiosk hub simulate``: fill a hub with made-up visits, to try its pages and to measure it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.app.simulate.hub_place import HubPlace
    from kiosk.app.simulate.run import Plan, Simulated

DEVICES: Final = 20
MOST_DEVICES: Final = 200
MOST_DAYS: Final = 366
# Before it no device believes its clock, and no ticket can be for it.
FIRST_DAY: Final = date(2026, 1, 1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "--database",
        metavar="FILE|URL",
        help="the hub's database, best a new one; a hub on it is served meanwhile",
    )
    parser.add_argument(
        "--hub", metavar="URL", help="instead: the address of a hub that runs; needs a --code a device"
    )
    parser.add_argument(
        "--code",
        action="append",
        default=[],
        metavar="CODE",
        help="a code that enrols one device (kiosk hub enrol)",
    )
    parser.add_argument(
        "--devices", type=int, metavar="N", help="how many devices (default: 20, or one a code)"
    )
    parser.add_argument(
        "--days", type=int, default=60, metavar="D", help="how many days (default: %(default)s)"
    )
    parser.add_argument(
        "--until", type=date.fromisoformat, metavar="DAY", help="the last of them (default: today)"
    )
    parser.add_argument(
        "--site", action="append", default=[], metavar="ID", help="only this site of the packs"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help="another one makes other visitors (default: %(default)s)",
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help="even though the hub has real devices: their figures are spoilt for good",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Simulate, and say what came of it."""
    from kiosk.app.simulate.packs import open_shown_packs
    from kiosk.app.simulate.run import Simulation
    from kiosk.app.simulate.sites import read_sites
    from kiosk.model.device_status import ShownPack

    plan = _make_plan(arguments)
    with open_shown_packs(arguments.data) as library, _open_hub(arguments) as hub:
        sites = read_sites(library, arguments.site, plan.seed)
        if missing := set(arguments.site) - {site.id for site in sites}:
            raise _refusal(
                ", ".join(sorted(missing)), "a site of the installed packs", "no such site with stops"
            )
        if not sites:
            raise _refusal("the packs", "a site with stops", "none")
        if (strangers := hub.find_strangers()) and not arguments.yes:
            raise _spoils(hub, strangers)
        packs = tuple(ShownPack(release.id, release.version) for release in library.releases)
        done = Simulation(hub, sites, packs, plan, out.note).run()
    out.answer(done.as_dict(), _describe(done, plan))
    out.note(
        "None of it is real. To be rid of it, begin with a new database: simulated facts cannot be taken out."
    )
    return 0


@contextmanager
def _open_hub(arguments: argparse.Namespace) -> Iterator[HubPlace]:
    from kiosk.app.simulate.hub_place import RemoteHub, open_own_hub
    from kiosk.sync.hub_address import parse_hub_address

    if arguments.hub:
        yield RemoteHub(parse_hub_address(arguments.hub).format(), arguments.code)
        return
    with open_own_hub(arguments.database) as own:
        yield own


def _make_plan(arguments: argparse.Namespace) -> Plan:
    from kiosk.app.simulate.run import Plan

    if bool(arguments.hub) == bool(arguments.database):
        raise _refusal("the hub", "either --database or --hub", "both" if arguments.hub else "neither")
    if bool(arguments.hub) != bool(arguments.code):
        raise _refusal("--code", "codes with --hub, and only there", f"{len(arguments.code)} codes")
    devices = arguments.devices if arguments.devices is not None else len(arguments.code) or DEVICES
    if arguments.code and devices != len(arguments.code):
        raise _refusal("--devices", "as many as codes", f"{devices} devices, {len(arguments.code)} codes")
    if not 1 <= devices <= MOST_DEVICES or not 1 <= arguments.days <= MOST_DAYS:
        wanted = f"1 to {MOST_DEVICES} devices over 1 to {MOST_DAYS} days"
        raise _refusal("the size", wanted, f"{devices} devices over {arguments.days} days")
    now_ms = time.time_ns() // 1_000_000
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    until = min(arguments.until or today, today)
    if until - timedelta(days=arguments.days - 1) < FIRST_DAY:
        raise _refusal("the days", f"none before {FIRST_DAY}", f"{arguments.days} days until {until}")
    return Plan(devices, arguments.days, until, arguments.seed, now_ms)


def _describe(done: Simulated, plan: Plan) -> str:
    facts = done.facts.total()
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(done.facts.items()))
    at_hub = "" if done.gained is None else f"; the hub counts {done.gained:,} more than before"
    return (
        f"{plan.devices} devices, {plan.first_day} to {plan.until}: {done.visits:,} visits, {facts:,} facts ({kinds})\n"
        f"{done.by_network:,} came by network ({done.lost_answers} answers lost on the way),"
        f" {done.by_stick:,} by stick{at_hub}\n"
        f"{done.tickets:,} tickets were issued, {done.refused} tickets and vouchers refused\n"
        f"{done.seconds:.0f} s in all, {facts / max(done.seconds, 0.001):,.0f} facts/s;"
        f" {done.sending_s:.0f} s of it on the way to the hub"
    )


def _spoils(hub: HubPlace, strangers: str) -> KioskError:
    return KioskError(
        "Nothing was simulated",
        thing=hub.address,
        expected="an empty hub, or one with simulated devices only",
        found=strangers,
        remedy="Give a new database (--database NEW.db); only if these figures are of no value, repeat it with --yes",
        code="app.simulation-refused",
    )


def _refusal(thing: str, expected: str, found: str) -> KioskError:
    return KioskError(
        "Nothing was simulated",
        thing=thing,
        expected=expected,
        found=found,
        remedy="See kiosk hub simulate --help",
        code="app.simulation-refused",
    )
