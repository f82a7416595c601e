"""Sending everything that waits, once, as the command does; the app's own thread never gives up instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kiosk.model.batch import MAX_FACTS
from kiosk.sync.exchange import Exchange, Outcome
from kiosk.sync.hub_address import HubAddress
from kiosk.sync.outbox import Outbox
from kiosk.sync.sending import send_one

# A new incarnation needs one; a hub that forks each time would keep us here for ever.
MAX_FORKS: Final = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """How many ``facts`` were acknowledged, how many are ``waiting`` still, and ``why`` ("" for none)."""

    facts: int
    waiting: int
    why: str


def send_all(outbox: Outbox, hub: HubAddress) -> Sent:
    """Send until nothing waits, or the first failure.

    Raises:
        KioskError: The outbox could not be read or written.
    """
    exchange = Exchange(hub)
    facts, forks, max_facts = 0, 0, MAX_FACTS
    while True:
        answer, sent = send_one(outbox, exchange, max_facts)
        facts += sent
        if answer is None:
            return Sent(facts, 0, "")
        if answer.outcome is Outcome.ACKNOWLEDGED:
            continue
        if answer.outcome is Outcome.FORK and forks < MAX_FORKS:
            forks += 1
        elif answer.outcome is Outcome.TOO_LARGE and max_facts > 1:
            max_facts //= 2
        else:
            return Sent(facts, outbox.waiting().facts, answer.detail)
