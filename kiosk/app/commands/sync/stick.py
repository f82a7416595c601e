"""``kiosk sync --stick DIR``: what waits onto a stick, and the hub's answers from it."""

from __future__ import annotations

import argparse
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.sync.stick import Carried


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Carry; 0 where the stick now holds all that waits."""
    from kiosk.app.fleet import find_book, read_status
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.stick import StickMail
    from kiosk.visits.identity import load_device

    with ExitStack() as parts:
        device = load_device(arguments.data)
        outbox = parts.enter_context(closing(Outbox(arguments.data / "outbox.db", device)))
        mail = StickMail(arguments.data, outbox, find_book(arguments.data, parts))
        out.note(f"Writing what waits to {arguments.stick}; leave the stick plugged in")
        carried = mail.carry(arguments.stick, read_status(arguments.data, outbox))
    _remember(arguments, carried)
    out.answer({"result": "carried", **asdict(carried)}, _describe(carried))
    return 0


def _describe(carried: Carried) -> str:
    lines = []
    if carried.refused:
        lines.append(f"The hub's reply was not taken: {carried.refused}. Nothing was lost by it.")
    elif carried.has_reply:
        lines.append(f"The hub has acknowledged {carried.acknowledged} facts.")
    if carried.new_paper_keys:
        lines.append("New keys for tickets, vouchers and passes are in force.")
    lines.append(f"{carried.written} facts are on the stick for the hub; take it there.")
    if carried.recordings:
        lines.append(f"Recordings of visitors on it: {carried.recordings}.")
    return "\n".join(lines)


def _remember(arguments: argparse.Namespace, carried: Carried) -> None:
    from kiosk.sync.last_tries import keep_last_tries, read_last_tries

    now_ms = time.time_ns() // 1_000_000
    known = read_last_tries(arguments.data)
    read_ms = now_ms if carried.has_reply and not carried.refused else known.stick_read_ms
    # A note for staff: what is on the stick is there without it.
    with suppress(OSError):
        keep_last_tries(arguments.data, replace(known, stick_written_ms=now_ms, stick_read_ms=read_ms))
