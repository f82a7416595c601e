"""``kiosk sync``: send what waits over the network now."""

from __future__ import annotations

import argparse
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.send_all import Sent


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Send all facts that wait; 1 where some still do."""
    from kiosk.app.fleet import make_errands
    from kiosk.app.settings import read_settings
    from kiosk.sync.open_exchange import open_exchange
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.send_all import send_all
    from kiosk.visits.identity import load_device

    settings = read_settings(arguments.data)
    exchange = open_exchange(arguments.data, arguments.hub or settings.hub)
    if exchange is None:
        raise KioskError(
            "Nothing was sent",
            expected="the hub's address",
            found="none",
            remedy="Name it with --hub URL, in KIOSK_HUB or in settings.toml, or enrol the device: kiosk sync enrol",
            code="sync.no-hub",
        )
    with ExitStack() as parts:
        outbox = parts.enter_context(
            closing(Outbox(arguments.data / "outbox.db", load_device(arguments.data)))
        )
        errands = make_errands(arguments.data, outbox, parts)
        sent = send_all(outbox, exchange, errands, rate_kbps=settings.sync_rate_kbps)
        _remember(arguments, sent)
        out.answer(*_describe(sent, outbox, exchange.hub.format()))
    return 0 if sent.waiting == 0 and not sent.why else 1


def _describe(sent: Sent, outbox: Outbox, hub: str) -> tuple[dict[str, object], str]:
    from kiosk.sync.outcome import find_remedy

    stream = outbox.stream()
    remedy = find_remedy(sent.reason)
    record = {
        "hub": hub,
        "sent": sent.facts,
        "waiting": sent.waiting,
        "why": sent.why,
        "reason": sent.reason,
        "remedy": remedy,
        "device": stream.device,
        "incarnation": stream.incarnation,
        "acked_through": stream.acked_through,
    }
    words = f"{sent.facts} facts are at {hub}; {sent.waiting} wait"
    return record, f"{words}: {sent.why}\n{remedy}" if sent.why else words


def _remember(arguments: argparse.Namespace, sent: Sent) -> None:
    from kiosk.sync.last_tries import keep_last_tries, read_last_tries

    now_ms = time.time_ns() // 1_000_000
    known = read_last_tries(arguments.data)
    told = (
        replace(known, tried_ms=now_ms, reason=sent.reason, why=sent.why[:500])
        if sent.why
        else replace(known, reached_ms=now_ms, reason="", why="")
    )
    # A note for staff: what was sent is sent without it.
    with suppress(OSError):
        keep_last_tries(arguments.data, told)
