"""A hub that has heard of two months of visits at three sites, of devices and of tickets: for its pages."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from kiosk.hub.database import HubDatabase
from kiosk.hub.enrolling import EnrolmentRequest, enrol_device
from kiosk.hub.enrolment_codes import make_code
from kiosk.hub.fleet_status import keep_status
from kiosk.hub.ingest import Ingest
from kiosk.hub.recordings import take_recording
from kiosk.hub.rollups import Rollups
from kiosk.hub.tickets_issue import TicketOrder, issue_tickets
from kiosk.model.device_status import parse_status
from kiosk.model.facts import Fact, format_fact
from kiosk.seals.keys import PublicKeys
from tests.fakes.made_batches import cut_batch
from tests.fakes.said_things import make_recording, name_recording, say_things

STOPS: Final = ("gate", "mill-wheel", "grain-loft", "kitchen", "forge", "garden", "pond")
DAYS: Final = 60
# A site with three visits: too few to be told of.
FEW: Final = "chapel"
HOSTILE: Final = '<script>alert("1")</script>'
_HOUR_MS: Final = 3_600_000


def fill_hub(database: HubDatabase, today: date, now_ms: int, site: str = "mill", days: int = DAYS) -> None:
    """Fill an empty hub; the same for the same day. ``site`` is the one with the most visits."""
    chance = random.Random(1)
    facts = [*_walk(chance, site, today, 0.6, days), *_walk(chance, "castle", today, 0.2, days)]
    for back in (1, 8, 15):
        facts += _visit(chance, FEW, f"{today - timedelta(days=back)}")
    facts += say_things(today, site)
    lines = [
        format_fact(Fact(fact.name, {**fact.values, "id": f"{number:016x}"}))
        for number, fact in enumerate(facts)
    ]
    ingest = Ingest(database)
    for first in range(0, len(lines), 500):
        ingest.take(cut_batch(lines, first + 1, min(500, len(lines) - first)))
    Rollups(database).catch_up(60.0)
    made = add_devices(database, now_ms, site)
    take_recording(database, made[0], name_recording(), make_recording(), now_ms)
    with database.writing() as connection:
        order = TicketOrder(site, today, today + timedelta(days=6), product=2, party=4, count=40)
        issue_tickets(connection, order, "the desk", now_ms)


def add_devices(database: HubDatabase, now_ms: int, site: str = "mill", name: str = "Tablet") -> list[str]:
    """Take in three devices, the last at another site, and return their ids."""
    made = []
    for number, where in enumerate((site, site, "castle")):
        device = f"{number + 1:x}" * 32
        keys = PublicKeys(bytes([number + 1]) * 32, bytes([number + 1]) * 32)
        with database.writing() as connection:
            code = make_code(connection, site=where, name=f"{name} {number + 1}", made_by="a test", now_ms=now_ms)  # fmt: skip
            enrol_device(connection, EnrolmentRequest(code, device, keys, "", "1.0"), now_ms - _HOUR_MS)
            if number:
                status = parse_status(_make_status(number, now_ms, name))
                keep_status(connection, device, status, now_ms, written_ms=now_ms - number * 20 * _HOUR_MS)
        made.append(device)
    return made


def _make_status(number: int, now_ms: int, name: str) -> dict[str, Any]:
    text = json.dumps({
        "at_ms": now_ms, "version": "1.0.3", "battery_percent": 81 - number, "is_charging": number == 1,
        "storage_free_bytes": 21_400_000_000, "storage_total_bytes": 64_000_000_000, "waiting_facts": 12 * number,
        "waiting_since_ms": now_ms - 5 * _HOUR_MS, "packs": [{"pack": f"{name} pack", "version": number + 3}],
        "incidents": [{"code": "sync.hub-not-reached", "count": 3 * number}],
    })  # fmt: skip
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _walk(chance: random.Random, site: str, today: date, busy: float, days: int) -> Iterator[Fact]:
    for back in range(days):
        day = today - timedelta(days=back)
        visits = round(busy * (chance.randint(8, 14) + (14 if day.weekday() >= 5 else 0)))
        for _ in range(visits):
            yield from _visit(chance, site, f"{day}")
        if visits and chance.random() < 0.5:
            kind = chance.choice(["scan-unreadable", "scan-foreign", "search-words"])
            yield Fact(
                "failure", {"site": site, "kind": kind, "day": f"{day}", "count": chance.randint(1, 4)}
            )
        if visits > 5:
            yield Fact("ticket", {"site": site, "product": chance.randint(1, 3), "party": chance.randint(1, 5), "price_class": 0, "day": f"{day}"})  # fmt: skip
            yield Fact("voucher", {"site": site, "from_site": "castle", "day": f"{day}"})
            yield Fact("return", {"site": site, "from_site": site, "nth": "2", "after": "month", "day": f"{day}"})  # fmt: skip


def _visit(chance: random.Random, site: str, day: str) -> Iterator[Fact]:
    hour = f"{day}T{chance.randint(8, 16):02}"
    language = chance.choices(["en", "hi", "ar", "fr"], [10, 6, 3, 0.3])[0]
    stops = [stop for number, stop in enumerate(STOPS) if chance.random() < 0.95 - 0.12 * number]
    base = {"counted": True}
    for stop in stops:
        media_ms = 40_000 + 5_000 * len(stop)
        heard_ms = min(media_ms, round(media_ms * chance.uniform(0.2, 1.3)))
        yield Fact("dwell", {
            **base, "stop": f"{site}/{stop}", "dwell_ms": heard_ms + chance.randint(4_000, 90_000), "heard_ms": heard_ms,
            "media_ms": media_ms, "language": language, "depth": chance.choice(["glance", "story", "deep"]), "kind": "recording",
            "by": chance.choice(["code", "code", "list", "suggestion"]), "hour": hour,
        })  # fmt: skip
    for origin, target in pairwise(stops):
        yield Fact("move", {**base, "from_stop": f"{site}/{origin}", "to_stop": f"{site}/{target}", "day": day})  # fmt: skip
    for stop in stops[:2]:
        shown = chance.random() < 0.7
        opened = chance.random() < (0.6 if shown else 0.4)
        yield Fact("suggestion", {**base, "stop": f"{site}/{stop}", "slot": 1, "shown": shown, "taken": shown and opened, "opened": opened, "day": day})  # fmt: skip
    yield Fact("visit", {
        **base, "site": site, "stops": len(stops), "stops_on_offer": len(STOPS), "minutes": chance.randint(8, 12 + 7 * len(stops)),
        "language": language, "suggestions_shown": 2, "suggestions_taken": chance.randint(0, 1), "hour": hour,
    })  # fmt: skip
