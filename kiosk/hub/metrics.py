"""Figures for whoever watches over the hub, in the text form that Prometheus reads. Nothing of visits is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from kiosk import __version__
from kiosk.hub.crew_board import CrewFigures
from kiosk.hub.database.device_tables import device_status, devices
from kiosk.hub.database.stream_tables import quarantine, streams
from kiosk.hub.rollups import count_waiting

_A_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class HubMetrics:
    """What the hub holds at one moment: counts, and the age of the newest message in seconds (None: there is none)."""

    devices: int
    devices_silent: int
    facts: int
    quarantined: int
    uncounted: int
    waiting_on_devices: int
    newest_age_s: float | None


def read_metrics(connection: Connection, now_ms: int) -> HubMetrics:
    """Return the figures of now; a device is silent that was not heard of for a day."""
    facts, newest_ms = connection.execute(
        select(func.coalesce(func.sum(streams.c.acked_through), 0), func.max(streams.c.last_seen_at))
    ).one()
    known = select(func.count()).select_from(devices).where(devices.c.revoked_at.is_(None))
    heard = (
        select(func.count()).select_from(device_status).where(device_status.c.told_at > now_ms - _A_DAY_MS)
    )
    waiting = select(func.coalesce(func.sum(device_status.c.waiting_facts), 0))
    total = connection.scalar(known) or 0
    return HubMetrics(
        devices=total,
        devices_silent=max(0, total - (connection.scalar(heard) or 0)),
        facts=int(facts),
        quarantined=connection.scalar(select(func.count()).select_from(quarantine)) or 0,
        uncounted=count_waiting(connection),
        waiting_on_devices=int(connection.scalar(waiting) or 0),
        newest_age_s=None if newest_ms is None else max(0.0, (now_ms - newest_ms) / 1_000),
    )


def format_metrics(metrics: HubMetrics, crew: CrewFigures) -> str:
    """Return the figures as text, a line of help and a line of value each."""
    gauges = {
        "kiosk_hub_devices": ("Devices that are enrolled", metrics.devices),
        "kiosk_hub_devices_silent": ("Devices not heard of for a day", metrics.devices_silent),
        "kiosk_hub_facts": ("Facts acknowledged", metrics.facts),
        "kiosk_hub_facts_quarantined": ("Facts that could not be read", metrics.quarantined),
        "kiosk_hub_facts_uncounted": ("Facts not yet in the reports", metrics.uncounted),
        "kiosk_hub_facts_waiting": ("Facts that devices said they still hold", metrics.waiting_on_devices),
        "kiosk_hub_workers": ("Processes of this hub that answer", crew.answering),
        "kiosk_hub_workers_died": ("Processes of this hub that died since it began", crew.deaths),
    }
    lines = [
        f'# HELP kiosk_hub_info The hub\n# TYPE kiosk_hub_info gauge\nkiosk_hub_info{{version="{__version__}"}} 1'
    ]
    lines += [
        f"# HELP {name} {words}\n# TYPE {name} gauge\n{name} {value}"
        for name, (words, value) in gauges.items()
    ]
    if metrics.newest_age_s is not None:
        name = "kiosk_hub_newest_batch_age_seconds"
        lines.append(
            f"# HELP {name} Since the newest batch\n# TYPE {name} gauge\n{name} {metrics.newest_age_s:.0f}"
        )
    return "\n".join(lines) + "\n"
