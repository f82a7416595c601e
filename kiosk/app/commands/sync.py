"""``kiosk sync``: send what waits to the hub now."""

from __future__ import annotations

import argparse
import os
from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.send_all import Sent


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--hub",
        metavar="URL",
        default=os.environ.get("KIOSK_HUB", ""),
        help="the hub's address (default: $KIOSK_HUB, else the one in the settings)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Send all facts that wait; 1 where some still do."""
    from kiosk.app.settings import read_settings
    from kiosk.sync.hub_address import parse_hub_address
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.send_all import send_all
    from kiosk.visits.identity import load_device

    address = arguments.hub or read_settings(arguments.data).hub
    if not address:
        raise KioskError(
            "Nothing was sent",
            expected="the hub's address",
            found="none",
            remedy="Name it with --hub URL, in KIOSK_HUB or in settings.toml",
            code="sync.no-hub",
        )
    hub = parse_hub_address(address)
    with closing(Outbox(arguments.data / "outbox.db", load_device(arguments.data))) as outbox:
        sent = send_all(outbox, hub)
        out.answer(*_describe(sent, outbox, hub.format()))
    return 0 if sent.waiting == 0 else 1


def _describe(sent: Sent, outbox: Outbox, hub: str) -> tuple[dict[str, object], str]:
    stream = outbox.stream()
    record = {
        "hub": hub,
        "sent": sent.facts,
        "waiting": sent.waiting,
        "why": sent.why,
        "device": stream.device,
        "incarnation": stream.incarnation,
        "acked_through": stream.acked_through,
    }
    words = f"{sent.facts} facts are at {hub}; {sent.waiting} wait"
    return record, f"{words}: {sent.why}" if sent.why else words
