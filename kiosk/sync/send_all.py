"""Sending everything that waits, once, as the command does; the app's own thread never gives up instead."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.model.batch import MAX_FACTS
from kiosk.sync.errand import Errand
from kiosk.sync.exchange import Exchange
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Answer, Outcome
from kiosk.sync.pace import Pace
from kiosk.sync.sending import send_one

# A new incarnation needs one; a hub that forks each time would keep us here for ever.
MAX_FORKS: Final = 5
# What the hub has to tell at once is asked for so often at most.
MAX_ERRANDS: Final = 50


@dataclass(frozen=True, slots=True)
class Sent:
    """How many ``facts`` were acknowledged, how many are ``waiting`` still, ``why`` ("" for none), and its ``reason``."""

    facts: int
    waiting: int
    why: str
    reason: str = ""


def send_all(
    outbox: Outbox, exchange: Exchange, errands: Sequence[Errand] = (), *, rate_kbps: int = 0
) -> Sent:
    """Send until nothing waits, or the first failure; then do an enrolled device's ``errands``.

    Raises:
        KioskError: This device's disk did not do its part.
    """
    pace = Pace(rate_kbps)
    sent = _send_facts(outbox, exchange, pace)
    if sent.why or exchange.signer is None:
        return sent
    failed = _run_errands(exchange, errands, pace)
    return sent if failed is None else Sent(sent.facts, sent.waiting, failed.detail, failed.outcome)


def _send_facts(outbox: Outbox, exchange: Exchange, pace: Pace) -> Sent:
    facts, forks, max_facts = 0, 0, MAX_FACTS
    while True:
        time.sleep(pace.wait_s(time.monotonic()))
        answer, sent = send_one(outbox, exchange, max_facts)
        facts += sent
        if answer is None:
            return Sent(facts, 0, "")
        pace.note(answer.moved_bytes, time.monotonic())
        if answer.outcome is Outcome.ACKNOWLEDGED:
            continue
        if answer.outcome is Outcome.FORK and forks < MAX_FORKS:
            forks += 1
        elif answer.outcome is Outcome.TOO_LARGE and max_facts > 1:
            max_facts //= 2
        else:
            return Sent(facts, outbox.waiting().facts, answer.detail, answer.outcome)


def _run_errands(exchange: Exchange, errands: Sequence[Errand], pace: Pace) -> Answer | None:
    """Return the first failure, None for none. What this hub does not offer is no failure of the facts' way."""
    for _ in range(MAX_ERRANDS):
        now_s = time.monotonic()
        errand = next((one for one in errands if one.is_due(now_s)), None)
        if errand is None:
            return None
        time.sleep(pace.wait_s(now_s))
        answer = errand.run(exchange, now_s)
        pace.note(answer.moved_bytes, time.monotonic())
        if answer.outcome not in (Outcome.ACKNOWLEDGED, Outcome.REFUSED):
            return answer
    return None
